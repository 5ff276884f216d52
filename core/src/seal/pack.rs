//! Packing: rendered files and perhaps a key in, the bytes of one package out. The same entries and the same
//! key give the same bytes, because Ed25519 has no randomness in it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::layout::{Stored, tail};
use super::{KeyError, MANIFEST, Manifest, PUBLIC_KEY, REPORT, SEAL, SealingKey, is_plain};
use crate::digest::Sha256;
use crate::limits::{PACKAGE_BYTES, PACKAGE_ENTRIES};
use crate::report::schema::SealKey;

/// A package could not be made. Each of these is a mistake of the program, not of the person.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// A name that no package has, or that the package itself writes.
    #[error("an entry cannot be called {0:?}")]
    Name(String),
    /// One name twice.
    #[error("the entry {0:?} was given twice")]
    Twice(String),
    /// There is no report among the entries.
    #[error("a package needs report.json")]
    NoReport,
    /// The report names another key than the one that seals, or none, or one where nothing seals.
    #[error("the report does not name the key that seals it")]
    OtherKey,
    /// More than a package holds.
    #[error("a package holds at most {PACKAGE_ENTRIES} entries and {PACKAGE_BYTES} bytes")]
    TooLarge,
    /// The key did not sign.
    #[error(transparent)]
    Key(#[from] KeyError),
}

/// The part of a report that says which key seals it.
#[derive(Deserialize)]
struct Named {
    seal: Option<SealKey>,
}

/// Makes a package of these entries (names and contents, in any order), sealed where there is a key.
///
/// The report among them names the key ([`SealingKey::seal_key`]) or, without a key, none: a package that
/// [`verify_package`](super::verify_package) would refuse is not made.
///
/// # Errors
/// [`PackError`].
pub fn pack(
    entries: Vec<(String, Vec<u8>)>,
    key: Option<&SealingKey>,
) -> Result<Vec<u8>, PackError> {
    let mut contents = BTreeMap::new();
    for (name, bytes) in entries {
        if !is_plain(&name) || [MANIFEST, SEAL, PUBLIC_KEY].contains(&name.as_str()) {
            return Err(PackError::Name(name));
        }
        if contents.insert(name.clone(), bytes).is_some() {
            return Err(PackError::Twice(name));
        }
    }
    let report = contents.get(REPORT).ok_or(PackError::NoReport)?;
    let named: Named = serde_json::from_slice(report).map_err(|_| PackError::NoReport)?;
    if named.seal != key.map(SealingKey::seal_key) {
        return Err(PackError::OtherKey);
    }
    if let Some(key) = key {
        contents.insert(PUBLIC_KEY.to_owned(), key.public_line().into_bytes());
    }
    let manifest = Manifest {
        digests: contents
            .iter()
            .map(|(name, bytes)| (name.clone(), Sha256::of(bytes)))
            .collect(),
    };
    let manifest = manifest.to_text().into_bytes();
    if let Some(key) = key {
        contents.insert(SEAL.to_owned(), key.seal(&manifest)?.into_bytes());
    }
    contents.insert(MANIFEST.to_owned(), manifest);
    if contents.len() > PACKAGE_ENTRIES {
        return Err(PackError::TooLarge);
    }
    let bytes = written(
        contents
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice())),
    )?;
    if bytes.len() as u64 > PACKAGE_BYTES {
        return Err(PackError::TooLarge);
    }
    Ok(bytes)
}

/// The zip of these entries, as they come.
pub(super) fn written<'a>(
    entries: impl Iterator<Item = (&'a str, &'a [u8])>,
) -> Result<Vec<u8>, PackError> {
    let mut out = Vec::new();
    let mut list = Vec::new();
    for (name, bytes) in entries {
        let mut crc = flate2::Crc::new();
        crc.update(bytes);
        let stored = Stored {
            name: name.as_bytes().to_vec(),
            crc: crc.sum(),
            bytes: u32::try_from(bytes.len()).map_err(|_| PackError::TooLarge)?,
        };
        out.extend(stored.header());
        out.extend(bytes);
        list.push(stored);
    }
    out.extend(tail(&list));
    Ok(out)
}
