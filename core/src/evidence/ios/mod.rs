//! iOS evidence: a backup, a configuration profile, an App Privacy Report, a sysdiagnose.
//!
//! On iOS no app can list apps, so a check reads what the phone exports. Each reader gives a
//! [`Snapshot`] of what its kind of evidence holds; several of one phone are merged like any evidence.
//! Left out on purpose, whatever a backup holds: messages, contacts, photos, browsing.

mod backup;
mod facts;
mod keyed;
#[cfg(test)]
#[path = "../../../../tests/src/made_plist.rs"]
#[allow(dead_code, unreachable_pub, reason = "as the tests crate has it")]
mod made_plist;
mod plist;
mod privacy_report;
mod profile;
mod sysdiagnose;

use super::{Container, EvidenceError, Reading, json};
use crate::snapshot::Snapshot;

/// Reads iOS evidence, or none where this is not such evidence.
///
/// # Errors
/// [`EvidenceError`].
pub fn read(
    container: &Container,
    reading: Reading<'_>,
) -> Result<Option<Snapshot>, EvidenceError> {
    if backup::recognises(container) {
        return backup::read(container, reading).map(Some);
    }
    if sysdiagnose::recognises(container) {
        return sysdiagnose::read(container, reading).map(Some);
    }
    if profile::recognises(container) {
        return Ok(Some(profile::read(container, reading)));
    }
    if privacy_report::recognises(container) {
        return privacy_report::read(container, reading).map(Some);
    }
    Ok(None)
}
