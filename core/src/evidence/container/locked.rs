//! Evidence that age locked as a whole: AndroidQF's `.zip.age` (for a key), Bugbane's export (with a passphrase).
//!
//! It is decrypted where it is read, piece by piece, and read from any place: nothing decrypted is kept beyond
//! one piece of 64 KiB, and nothing reaches a disk.

use std::path::Path;

use super::super::{EvidenceError, Secrets};
use super::archive::Source;

/// What a locked file begins with, binary and armoured.
const MARKS: [&[u8]; 2] = [
    b"age-encryption.org/",
    b"-----BEGIN AGE ENCRYPTED FILE-----",
];

/// Whether a file that begins so is locked with age.
#[must_use]
pub fn is_locked(head: &[u8]) -> bool {
    MARKS.iter().any(|mark| head.starts_with(mark))
}

/// What is inside, opened with the first secret that fits.
#[cfg(feature = "encryption")]
pub(super) fn open(
    path: &Path,
    source: &Source,
    secrets: &Secrets,
) -> Result<Source, EvidenceError> {
    use super::super::unlock::{LockError, Unlock};

    let path = || path.to_owned();
    let identities = secrets.identities.iter().cloned().map(Unlock::Identities);
    let passwords = secrets.passwords.iter().cloned().map(Unlock::Passphrase);
    let mut refused = None;
    for unlock in identities.chain(passwords) {
        match unlock.open(source.reader()) {
            Ok(opened) => {
                return Source::locked(opened).map_err(|error| EvidenceError::Damaged {
                    path: path(),
                    cause: error.to_string(),
                });
            }
            // Another secret may be the right one.
            Err(LockError::DoesNotOpen | LockError::NoIdentity) => {}
            Err(error) => refused = Some(error),
        }
    }
    Err(match refused {
        Some(error) => EvidenceError::Damaged {
            path: path(),
            cause: error.to_string(),
        },
        None if secrets.passwords.is_empty() && secrets.identities.is_empty() => {
            EvidenceError::Encrypted { path: path() }
        }
        None => EvidenceError::WrongPassword { path: path() },
    })
}

/// This build cannot open it.
#[cfg(not(feature = "encryption"))]
pub(super) fn open(
    path: &Path,
    _source: &Source,
    _secrets: &Secrets,
) -> Result<Source, EvidenceError> {
    Err(EvidenceError::Encrypted {
        path: path.to_owned(),
    })
}

/// Whether this source asks for a password: an age file with a passphrase, or a backup. One that asks for a
/// key does not.
pub(super) fn asks_for_password(source: &Source) -> bool {
    let start = source.start();
    if is_locked(&start) {
        #[cfg(feature = "encryption")]
        return super::super::unlock::asks_for_passphrase(source.reader());
        #[cfg(not(feature = "encryption"))]
        return false;
    }
    let mut lines = start.split(|byte| *byte == b'\n');
    lines.next() == Some(b"ANDROID BACKUP") && lines.nth(2) == Some(b"AES-256")
}
