//! The ISDi list of dual-use apps.
