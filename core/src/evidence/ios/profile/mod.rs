//! Configuration profiles: by themselves (`.mobileconfig`), and as a phone keeps those that are installed.
//!
//! In: a property list in either form, by itself or sealed (CMS signed data in DER or BER, PEM, S/MIME). Out: a
//! [`Profile`] with what each payload does, the values that say to whom, and the signers, whose chain of
//! certificates is not checked. What is encrypted for one phone cannot be read by anybody else and says so.

mod content;
mod envelope;
mod facts;

pub(in crate::evidence) use content::of;
pub(in crate::evidence) use facts::contacts;

use crate::evidence::parsed::Place;
use crate::evidence::{Container, EvidenceError, Reading};
use crate::snapshot::{AppState, Profile, Reason, Snapshot};

/// The profile in these bytes, in whatever form.
///
/// # Errors
/// A [`Reason`] where it is no profile, or encrypted as a whole.
pub(in crate::evidence) fn from_bytes(
    bytes: &[u8],
    state: AppState,
    place: &mut Place<'_>,
    locator: &str,
) -> Result<Profile, Reason> {
    let (plist, signers) = envelope::open(bytes, place)?;
    let mut profile = of(plist.root(), state, place, locator)?;
    profile.signers.extend(signers);
    Ok(profile)
}

pub(super) fn recognises(_: &Container) -> bool {
    false
}

pub(super) fn read(container: &Container, _: Reading<'_>) -> Result<Snapshot, EvidenceError> {
    Err(EvidenceError::NotAPhone {
        path: container.path().to_owned(),
    })
}
