//! Android evidence: an AndroidQF acquisition, a backup, an intrusion log, or app files by themselves.

mod androidqf;
mod app_files;
mod backup;
mod dumpstate;
mod intrusion;
mod json;
mod lines;
mod parsed;

use super::{Container, EvidenceError, Reading};
use crate::snapshot::Snapshot;

/// Reads Android evidence.
///
/// # Errors
/// [`EvidenceError`].
pub fn read(container: &Container, reading: Reading<'_>) -> Result<Snapshot, EvidenceError> {
    if androidqf::recognises(container) {
        return Ok(androidqf::read(container, reading));
    }
    if app_files::recognises(container) {
        return Ok(app_files::read(container, reading));
    }
    if backup::recognises(container) {
        return backup::read(container, reading);
    }
    if intrusion::recognises(container) {
        return intrusion::read(container, reading);
    }
    Err(EvidenceError::NotAPhone {
        path: container.path().to_owned(),
    })
}
