//! `dumpsys` and `dumpstate` texts: one pass over the lines, each section to its own parser.

mod section;

pub(in crate::evidence::android) use section::{Facts, Section};

/// The parser of a service's section, or none for a section that we do not read.
pub(super) fn parser(service: &str) -> Option<Box<dyn Section>> {
    let _ = service;
    None
}
