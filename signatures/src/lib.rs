//! The signature files, and the tool of the people who maintain them.
//!
//! ```text
//! families/*.yaml · lists/*.yaml · rules/*.yar ──files──▶ Records ──lint──▶ problems, or
//!                                                            │
//!                                                            ├──compile──▶ bundle (one SQLite file) ──fire──▶ did every indicator fire?
//!                                                            └──explain──▶ everything about one of them, as text
//! ```
//!
//! Records are what people write and review; the bundle is what a scan opens. The forms of both are fixed
//! elsewhere: [`record`] here, `rushlight_core::signatures::schema` there. Importers turn published lists
//! into records.

pub mod compile;
pub mod explain;
pub mod files;
pub mod fire;
#[cfg(feature = "tool")]
pub mod import;
pub mod lint;
#[cfg(test)]
mod made;
pub mod problem;
pub mod record;
