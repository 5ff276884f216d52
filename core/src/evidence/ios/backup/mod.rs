//! To come.

mod cipher;
mod keybag;

use crate::evidence::{Container, EvidenceError, Reading};
use crate::snapshot::Snapshot;

pub(super) fn recognises(_: &Container) -> bool {
    false
}

pub(super) fn read(container: &Container, _: Reading<'_>) -> Result<Snapshot, EvidenceError> {
    Err(EvidenceError::NotAPhone {
        path: container.path().to_owned(),
    })
}
