//! `dumpsys` and `dumpstate` texts: one pass over the lines, each section to its own parser.
//!
//! In comes a text of any size, out goes what it tells as a part of a snapshot. A text that is cut, mixed
//! up or full of sections that nobody knows costs only what is broken, and says so.

mod finish;
mod package;
mod properties;
mod section;
mod single;
mod splitter;
mod user;

pub(in crate::evidence::android) use finish::held;
use section::Section;
pub(in crate::evidence::android) use single::read_service;
pub(in crate::evidence::android) use splitter::{is_dump, read};

/// The parser of a service's section, or none for a section that we do not read.
pub(super) fn parser(service: &str) -> Option<Box<dyn Section>> {
    match service {
        "package" => Some(Box::<package::Packages>::default()),
        "user" => Some(Box::<user::Users>::default()),
        _ => None,
    }
}

/// The parser of what a command of dumpstate printed, by its title.
fn command(title: &str) -> Option<Box<dyn Section>> {
    title
        .starts_with("SYSTEM PROPERTIES")
        .then(|| Box::<properties::SystemProperties>::default() as Box<dyn Section>)
}

#[cfg(test)]
mod tests;
