//! What a backup and a sysdiagnose both hold, read by one reader each.
//!
//! A binary property list can name one part of itself millions of times. Whoever looks up a key for each part
//! asks [`is_record`] first: no record that is read here has that many keys.

pub(in crate::evidence::ios) mod events;
pub(in crate::evidence::ios) mod network_extension;
pub(in crate::evidence::ios) mod restrictions;

use super::plist::Value;
use crate::limits::{RECORD_KEYS, RECORD_TEXT_BYTES};

/// Whether this is a dictionary of a size that real records have.
pub(in crate::evidence::ios) fn is_record(value: Value<'_>) -> bool {
    value
        .entries()
        .is_some_and(|entries| entries.take(RECORD_KEYS + 1).count() <= RECORD_KEYS)
}

/// A text of a length that names, paths and identifiers have.
pub(in crate::evidence::ios) fn short(text: &str) -> Option<&str> {
    (text.len() <= RECORD_TEXT_BYTES).then_some(text)
}
