//! Opening what age locked (<https://age-encryption.org/v1>): evidence that AndroidQF or Bugbane encrypted, and
//! packages of our own. Binary and armoured, with a passphrase or with identities.

use std::io::{BufRead, BufReader, Read, Seek};
use std::iter;

use age::armor::ArmoredReader;
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, IdentityFile, scrypt};
use zeroize::Zeroizing;

use crate::limits::PASSPHRASE_WORK;

/// What opens a locked file.
pub enum Unlock {
    /// The passphrase.
    Passphrase(Zeroizing<String>),
    /// The content of an identity file, as `age-keygen` writes it.
    Identities(Zeroizing<String>),
}

/// A file could not be locked or opened.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Not age.
    #[error("this is not a file that age locked, or it is damaged at its beginning")]
    NotLocked,
    /// Another passphrase or key.
    #[error("this passphrase or key does not open it")]
    DoesNotOpen,
    /// A hostile file asks for more work than any honest one.
    #[error("it asks for 2^{0} units of work for its passphrase, more than 2^{PASSPHRASE_WORK}")]
    TooMuchWork(u8),
    /// Neither a recipient nor a list of them.
    #[error("there is no age recipient (age1...) in it")]
    NoRecipient,
    /// Not an identity file.
    #[error("there is no age identity (AGE-SECRET-KEY-1...) in it")]
    NoIdentity,
    /// Locking failed.
    #[error("it could not be locked: {0}")]
    Unusable(String),
}

impl Unlock {
    /// Opens a locked file. What comes out was authenticated piece by piece: a changed piece is an error of
    /// the reader when it gets there.
    ///
    /// # Errors
    /// [`LockError`].
    pub fn open<R: Read + Seek>(&self, file: R) -> Result<impl Read + Seek + use<R>, LockError> {
        self.open_buffered(ArmoredReader::new(BufReader::new(file)))
    }

    fn open_buffered<R: BufRead>(
        &self,
        file: R,
    ) -> Result<age::stream::StreamReader<R>, LockError> {
        let decryptor = Decryptor::new_buffered(file).map_err(|error| refused(&error))?;
        match self {
            Self::Passphrase(passphrase) => {
                let secret = SecretString::from(passphrase.as_str().to_owned());
                let mut identity = scrypt::Identity::new(secret);
                identity.set_max_work_factor(PASSPHRASE_WORK);
                decryptor.decrypt(iter::once(&identity as &dyn age::Identity))
            }
            Self::Identities(text) => {
                let identities = IdentityFile::from_buffer(text.as_bytes())
                    .map_err(|_| LockError::NoIdentity)?
                    .into_identities()
                    .map_err(|_| LockError::NoIdentity)?;
                decryptor.decrypt(
                    identities
                        .iter()
                        .map(|identity| &**identity as &dyn age::Identity),
                )
            }
        }
        .map_err(|error| refused(&error))
    }
}

fn refused(error: &DecryptError) -> LockError {
    match error {
        DecryptError::ExcessiveWork { required, .. } => LockError::TooMuchWork(*required),
        DecryptError::DecryptionFailed
        | DecryptError::KeyDecryptionFailed
        | DecryptError::NoMatchingKeys
        | DecryptError::InvalidMac => LockError::DoesNotOpen,
        // The library keeps the list open.
        _ => LockError::NotLocked,
    }
}

/// Whether a locked file asks for a passphrase rather than for a key.
pub(super) fn asks_for_passphrase<R: Read>(file: R) -> bool {
    let decryptor = Decryptor::new_buffered(ArmoredReader::new(BufReader::new(file)));
    decryptor.is_ok_and(|decryptor| decryptor.is_scrypt())
}
