//! Locking: a package that only a passphrase or a unit's key opens, in the age format, so that the ordinary
//! `age` tool opens it as well (<https://age-encryption.org/v1>).
//!
//! age takes its randomness from the machine itself; a locked package is the one output of this library that
//! differs each time. What is inside does not.

use std::io::{self, Write as _};
use std::iter;

use age::secrecy::SecretString;
use age::{Encryptor, scrypt, x25519};
use zeroize::Zeroizing;

pub use crate::evidence::is_locked;
pub use crate::evidence::unlock::{LockError, Unlock};
use crate::limits::EXPECTED_KEYS;

/// The work that a passphrase costs in a package of ours, as a power of two: what the age tool takes.
const WORK: u8 = 18;

/// Who can open a package that is locked.
pub enum Lock {
    /// Whoever knows the passphrase.
    Passphrase(Zeroizing<String>),
    /// Whoever has the private key of one of these.
    Recipients(Vec<x25519::Recipient>),
}

impl Lock {
    /// Reads recipients, one on a line, as the age tool's `-R` does: `age1...`, empty lines, lines with `#`.
    ///
    /// # Errors
    /// [`LockError::NoRecipient`] when any other line is there, or none.
    pub fn recipients(text: &str) -> Result<Self, LockError> {
        let lines = text.lines().map(str::trim);
        let recipients: Vec<x25519::Recipient> = lines
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .take(EXPECTED_KEYS)
            .map(|line| line.parse().map_err(|_| LockError::NoRecipient))
            .collect::<Result<_, _>>()?;
        if recipients.is_empty() {
            return Err(LockError::NoRecipient);
        }
        Ok(Self::Recipients(recipients))
    }

    /// Locks the bytes of a package.
    ///
    /// # Errors
    /// [`LockError::Unusable`].
    pub fn lock(&self, package: &[u8]) -> Result<Vec<u8>, LockError> {
        self.lock_with_work(package, WORK)
    }

    fn lock_with_work(&self, package: &[u8], work: u8) -> Result<Vec<u8>, LockError> {
        let encryptor = match self {
            Self::Passphrase(passphrase) => {
                let secret = SecretString::from(passphrase.as_str().to_owned());
                let mut recipient = scrypt::Recipient::new(secret);
                recipient.set_work_factor(work);
                Encryptor::with_recipients(iter::once(&recipient as &dyn age::Recipient))
            }
            Self::Recipients(recipients) => Encryptor::with_recipients(
                recipients
                    .iter()
                    .map(|recipient| recipient as &dyn age::Recipient),
            ),
        };
        let encryptor = encryptor.map_err(|error| LockError::Unusable(error.to_string()))?;
        let write = || -> io::Result<Vec<u8>> {
            let mut writer = encryptor.wrap_output(Vec::new())?;
            writer.write_all(package)?;
            writer.finish()
        };
        write().map_err(|error| LockError::Unusable(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read as _};

    use super::*;

    /// Little work: these tests ask who can open, not how long it takes.
    const LITTLE: u8 = 4;

    fn passphrase(text: &str) -> Zeroizing<String> {
        Zeroizing::new(text.to_owned())
    }

    fn read(unlock: &Unlock, locked: &[u8]) -> Result<Vec<u8>, LockError> {
        let mut out = Vec::new();
        let mut reader = unlock.open(Cursor::new(locked))?;
        reader
            .read_to_end(&mut out)
            .map_err(|_| LockError::NotLocked)?;
        Ok(out)
    }

    #[test]
    fn a_passphrase_opens_what_it_locked_and_no_other_does() {
        let lock = Lock::Passphrase(passphrase("correct horse"));
        let locked = lock.lock_with_work(b"package", LITTLE).unwrap();
        assert!(is_locked(&locked) && !is_locked(b"PK\x03\x04"));
        let right = Unlock::Passphrase(passphrase("correct horse"));
        assert_eq!(read(&right, &locked).unwrap(), b"package");
        let wrong = Unlock::Passphrase(passphrase("battery staple"));
        assert!(matches!(read(&wrong, &locked), Err(LockError::DoesNotOpen)));
    }

    #[test]
    fn a_unit_s_key_opens_what_was_locked_for_the_unit() {
        use age::secrecy::ExposeSecret as _;
        let unit = x25519::Identity::generate();
        let other = x25519::Identity::generate();
        let list = format!("# the unit\n\n{}\n", unit.to_public());
        let locked = Lock::recipients(&list).unwrap().lock(b"package").unwrap();
        let identity = |key: &x25519::Identity| {
            Unlock::Identities(passphrase(key.to_string().expose_secret()))
        };
        assert_eq!(read(&identity(&unit), &locked).unwrap(), b"package");
        assert!(matches!(
            read(&identity(&other), &locked),
            Err(LockError::DoesNotOpen)
        ));
        assert!(matches!(
            Lock::recipients("ssh-rsa AAAA"),
            Err(LockError::NoRecipient)
        ));
    }

    #[test]
    fn a_file_that_asks_for_too_much_work_is_refused_at_once() {
        let lock = Lock::Passphrase(passphrase("x"));
        let locked = lock.lock_with_work(b"package", LITTLE).unwrap();
        let head_end = locked
            .windows(4)
            .position(|bytes| bytes == b"\n---")
            .unwrap();
        let text = String::from_utf8(locked[..head_end].to_vec()).unwrap();
        let costly = text.replacen(&format!(" {LITTLE}\n"), " 30\n", 1);
        assert_ne!(costly, text);
        let costly = [costly.as_bytes(), &locked[head_end..]].concat();
        assert!(matches!(
            read(&Unlock::Passphrase(passphrase("x")), &costly),
            Err(LockError::TooMuchWork(30))
        ));
    }

    #[test]
    fn every_changed_byte_of_a_locked_package_is_refused() {
        let unit = x25519::Identity::generate();
        let lock = Lock::Recipients(vec![unit.to_public()]);
        let locked = lock.lock(b"the package").unwrap();
        use age::secrecy::ExposeSecret as _;
        let unlock = Unlock::Identities(passphrase(unit.to_string().expose_secret()));
        for at in 0..locked.len() {
            let mut changed = locked.clone();
            changed[at] ^= 1;
            assert!(read(&unlock, &changed).is_err(), "byte {at}");
        }
        for length in 0..locked.len() {
            assert!(read(&unlock, &locked[..length]).is_err(), "cut at {length}");
        }
    }
}
