//! The dump of one service by itself, as `dumpsys package` prints it: no header, no end, nothing but its own
//! lines. Whatever looks like the header of another service is text that an app wrote.

use std::collections::BTreeMap;
use std::io::Read;

use super::parser;
use super::section::Facts;
use crate::evidence::lines::Lines;
use crate::evidence::parsed::{Parsed, Place};
use crate::snapshot::Snapshot;

/// Reads it to its end; none for a service that we do not read. `cut` says that the text ends before the dump.
pub(in crate::evidence::android) fn read_service(
    place: Place<'_>,
    service: &str,
    cut: bool,
    source: &mut dyn Read,
) -> Option<Parsed<Snapshot>> {
    let mut section = parser(service)?;
    let mut facts = Facts::new(place);
    facts.enter(&format!("dumpsys {service}"));
    let mut lines = Lines::new(source);
    while !facts.place.stops() {
        let Some((number, line)) = lines.next() else {
            break;
        };
        match line {
            Ok(line) => section.line(number, &line, &mut facts),
            Err(reason) => facts.skip_in(service, number, &reason),
        }
    }
    let cut = cut || facts.place.stopped().is_some();
    section.end(cut, &mut facts);
    let seen = BTreeMap::from([(service.to_owned(), true)]);
    Some(facts.finish(&seen, 1))
}
