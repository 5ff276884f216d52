//! What a backup and a sysdiagnose both hold, read by one reader each: content in, plain values of the model
//! out. Every reader says through its [`Place`](crate::evidence::parsed::Place) what it left out, so that what
//! it read and what it skipped are together what the file has.
//!
//! A binary property list can name one part of itself millions of times. Whoever looks up a key for each part
//! asks [`is_record`] first: no record that is read here has that many keys.

pub(in crate::evidence::ios) mod ad_daily;
pub(in crate::evidence::ios) mod cloud_configuration;
pub(in crate::evidence::ios) mod data_use;
pub(in crate::evidence::ios) mod events;
pub(in crate::evidence::ios) mod home_screen;
pub(in crate::evidence::ios) mod location_clients;
pub(in crate::evidence::ios) mod network_extension;
pub(in crate::evidence::ios) mod preferences;
pub(in crate::evidence::ios) mod restrictions;
pub(in crate::evidence::ios) mod tcc;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::Row;

use super::plist::{Value, mac_time};
use crate::evidence::json::malformed;
use crate::limits::{RECORD_KEYS, RECORD_TEXT_BYTES};
use crate::snapshot::{App, AppState, Moment, Platform, Provenance, Reason};

/// Whether this is a dictionary of a size that real records have.
pub(in crate::evidence::ios) fn is_record(value: Value<'_>) -> bool {
    value
        .entries()
        .is_some_and(|entries| entries.take(RECORD_KEYS + 1).count() <= RECORD_KEYS)
}

/// A text of a length that names, paths and identifiers have.
fn short(text: &str) -> Option<&str> {
    (text.len() <= RECORD_TEXT_BYTES).then_some(text)
}

/// Whether a text may be the identifier of a bundle: `com.example.app`. A process has a name without a dot,
/// a file a path.
pub(in crate::evidence::ios) fn is_bundle(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
    text.contains('.')
        && !text.starts_with('.')
        && !text.ends_with('.')
        && text.bytes().all(allowed)
}

/// An app that something names; whether it is there, somebody else says.
fn named<'a>(
    apps: &'a mut BTreeMap<String, App>,
    id: &str,
    at: impl FnOnce() -> Provenance,
) -> &'a mut App {
    apps.entry(id.to_owned())
        .or_insert_with(|| App::new(id, Platform::Ios, AppState::Seen, at()))
}

/// A column that may be empty. One of another type is told.
fn column<T: rusqlite::types::FromSql>(
    row: &Row<'_>,
    at: usize,
    name: &str,
) -> Result<Option<T>, Reason> {
    row.get::<_, Option<T>>(at)
        .map_err(|_| malformed(&format!("{name} is not what it should be")))
}

/// A time as these files write it: seconds since 2001, or a date. Nought is a time that nobody set.
fn time(value: Value<'_>) -> Option<Moment> {
    let seconds = || {
        value
            .as_real()
            .filter(|seconds| *seconds > 0.0)
            .and_then(mac_time)
    };
    value.as_date().or_else(seconds).map(Moment::Instant)
}

/// The moment of a column in seconds since 2001.
fn mac_moment(seconds: Option<f64>) -> Option<Moment> {
    let seconds = seconds.filter(|seconds| *seconds > 0.0)?;
    mac_time(seconds).map(Moment::Instant)
}

/// The moment of a column in seconds since 1970.
fn unix_moment(seconds: Option<i64>) -> Option<Moment> {
    let seconds = seconds.filter(|seconds| *seconds > 0)?;
    Timestamp::from_second(seconds).ok().map(Moment::Instant)
}
