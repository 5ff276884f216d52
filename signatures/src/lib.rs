//! The signature files, and the tool of the people who maintain them.

pub mod import;
pub mod record;
