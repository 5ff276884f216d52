//! Android evidence: an acquisition, a bug report, a backup, an intrusion log, app files by themselves, or a
//! connected phone.

mod abx;
mod androidqf;
mod app_files;
mod backup;
mod bugreport;
mod dumpstate;
mod getprop;
mod intrusion;
pub mod live;
mod settings;

use super::{Container, EvidenceError, Reading, json, lines, parsed};
use crate::snapshot::Snapshot;

/// Reads Android evidence.
///
/// # Errors
/// [`EvidenceError`].
pub fn read(container: &Container, reading: Reading<'_>) -> Result<Snapshot, EvidenceError> {
    if androidqf::recognises(container) {
        return Ok(androidqf::read(container, reading));
    }
    if bugreport::recognises(container) {
        return Ok(bugreport::read(container, reading));
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
