//! Android evidence.

use super::{Container, EvidenceError, Reading};
use crate::snapshot::Snapshot;

/// Reads Android evidence.
///
/// # Errors
/// [`EvidenceError`].
pub fn read(container: &Container, reading: Reading<'_>) -> Result<Snapshot, EvidenceError> {
    let _ = (container, reading);
    unimplemented!()
}
