//! The keybag of an encrypted backup: what a password opens, and what that opens in turn.
//!
//! In come `BackupKeyBag` and `ManifestKey` of `Manifest.plist`, which is plain in every backup; out go [`Keys`].
//! A password gives a key by two long derivations; that key unwraps one key for each class of protection; those
//! unwrap one key for each file. Source: the format as `iphone-backup-decrypt` has it. `tests/checks/ios_backup.py`
//! holds the made backups against that tool, and our tests hold this reader against the made backups.

use std::collections::BTreeMap;

use super::cipher;
use crate::evidence::Secrets;
use crate::evidence::ios::plist::Value;
use crate::evidence::json::malformed;
use crate::limits::{
    KEYBAG_BYTES, KEYBAG_FIELDS, KEYBAG_SHA1_ROUNDS, KEYBAG_SHA256_ROUNDS, STREAMED_ENTRY_BYTES,
};
use crate::snapshot::Reason;

/// What unlocks the files of one backup. Overwritten in memory when dropped.
pub(super) struct Keys {
    classes: BTreeMap<u32, cipher::Key>,
    /// The class and the wrapped key of `Manifest.db`.
    manifest: Option<Vec<u8>>,
}

/// The bit of `WRAP` that says: wrapped with what the password gives. The other one is the device's own key,
/// which lies on top and cannot be taken off elsewhere.
const WRAPPED_BY_PASSWORD: u32 = 2;

/// Opens the keybag of a backup with the first password that fits.
///
/// # Errors
/// [`Reason::Encrypted`] without a password, [`Reason::WrongPassword`] where none fits, [`Reason::TooMany`] for
/// more rounds than we make, [`Reason::Malformed`] for what is no keybag of a backup.
pub(super) fn unlock(manifest_plist: Value<'_>, secrets: &Secrets) -> Result<Keys, Reason> {
    let bytes = manifest_plist
        .get("BackupKeyBag")
        .and_then(Value::as_data)
        .ok_or_else(|| malformed("it is encrypted and has no keybag"))?;
    let keybag = Keybag::parse(bytes)?;
    if secrets.passwords.is_empty() {
        return Err(Reason::Encrypted);
    }
    let manifest = manifest_plist.get("ManifestKey").and_then(Value::as_data);
    for password in &secrets.passwords {
        let classes = keybag.open(password.as_bytes());
        if !classes.is_empty() {
            return Ok(Keys {
                classes,
                manifest: manifest.map(<[u8]>::to_vec),
            });
        }
    }
    Err(Reason::WrongPassword)
}

impl Keys {
    /// The list of files, decrypted.
    ///
    /// # Errors
    /// [`Reason::Malformed`].
    pub(super) fn manifest_database(&self, bytes: &[u8]) -> Result<Vec<u8>, Reason> {
        let wrapped = self
            .manifest
            .as_deref()
            .ok_or_else(|| malformed("it is encrypted and its key is not there"))?;
        let class = class_before(wrapped).ok_or_else(|| malformed("its key is cut short"))?;
        self.file(class, wrapped, bytes)
    }

    /// A file, decrypted and without its padding. It is not cut to the size that the list states: that is often
    /// the size of an earlier day, and what stands behind it would be lost (mvt-project/mvt#774).
    ///
    /// `class` is its `ProtectionClass`, `wrapped` its `EncryptionKey`: the class again, then the wrapped key.
    ///
    /// # Errors
    /// [`Reason::Malformed`] where the class has no key, the key does not open, or the file does not end as an
    /// encrypted one does.
    pub(super) fn file(&self, class: u32, wrapped: &[u8], bytes: &[u8]) -> Result<Vec<u8>, Reason> {
        if bytes.len() as u64 > STREAMED_ENTRY_BYTES {
            return Err(Reason::TooLarge {
                limit: STREAMED_ENTRY_BYTES,
            });
        }
        let key = self.unwrap(class, wrapped)?;
        cipher::decrypt(&key, bytes)
    }

    fn unwrap(&self, class: u32, wrapped: &[u8]) -> Result<cipher::Key, Reason> {
        // The key alone, or with its class before it.
        let own = match wrapped.len() {
            cipher::WRAPPED => Some(wrapped),
            _ => wrapped.get(4..),
        };
        let own: &[u8; cipher::WRAPPED] = own
            .and_then(|own| own.try_into().ok())
            .ok_or_else(|| malformed("its key has another length than it should"))?;
        let class = self
            .classes
            .get(&class)
            .ok_or_else(|| malformed(&format!("the password opens no key of class {class}")))?;
        cipher::unwrap(class, own).ok_or_else(|| malformed("its key does not open"))
    }
}

/// The class that stands before a wrapped key, its last byte first.
fn class_before(wrapped: &[u8]) -> Option<u32> {
    Some(u32::from_le_bytes(*wrapped.first_chunk()?))
}

/// What a keybag says that a password needs.
#[derive(Debug, PartialEq, Eq)]
struct Keybag<'a> {
    /// Salt and rounds of the derivation with SHA-256. Before iOS 10.2 there was none.
    first: Option<(&'a [u8], u32)>,
    /// Salt and rounds of the derivation with SHA-1.
    second: (&'a [u8], u32),
    /// Classes and their wrapped keys, those that a password opens.
    classes: Vec<(u32, &'a [u8; cipher::WRAPPED])>,
}

/// One class as it is read.
#[derive(Default)]
struct Class<'a> {
    class: Option<u32>,
    wrap: Option<u32>,
    key: Option<&'a [u8]>,
}

impl<'a> Keybag<'a> {
    /// A field is a name of four letters, a length, and so many bytes. The header comes first; each class
    /// begins with a `UUID` of its own. What ends too early ends with the field before it.
    fn parse(bytes: &'a [u8]) -> Result<Self, Reason> {
        if bytes.len() > KEYBAG_BYTES {
            return Err(Reason::TooLarge {
                limit: KEYBAG_BYTES as u64,
            });
        }
        let mut header: BTreeMap<&[u8], &[u8]> = BTreeMap::new();
        let mut classes: Vec<Class<'_>> = Vec::new();
        for (index, (name, value)) in Fields(bytes).enumerate() {
            if index >= KEYBAG_FIELDS {
                return Err(Reason::TooMany {
                    limit: KEYBAG_FIELDS as u64,
                });
            }
            if name == b"UUID" && header.contains_key(name.as_slice()) {
                classes.push(Class::default());
                continue;
            }
            let Some(class) = classes.last_mut() else {
                header.entry(name).or_insert(value);
                continue;
            };
            match name {
                b"CLAS" => class.class = number(value),
                b"WRAP" => class.wrap = number(value),
                b"WPKY" => class.key = Some(value),
                _ => {}
            }
        }
        let derivation = |salt: &[u8], rounds: &[u8], most: u32| -> Result<_, Reason> {
            let (Some(salt), Some(rounds)) = (header.get(salt), header.get(rounds)) else {
                return Ok(None);
            };
            let rounds = number(rounds)
                .filter(|rounds| *rounds > 0)
                .ok_or_else(|| malformed("its keybag has no number of rounds"))?;
            if rounds > most {
                return Err(Reason::TooMany {
                    limit: u64::from(most),
                });
            }
            Ok(Some((*salt, rounds)))
        };
        let first = derivation(b"DPSL", b"DPIC", KEYBAG_SHA256_ROUNDS)?;
        let second = derivation(b"SALT", b"ITER", KEYBAG_SHA1_ROUNDS)?
            .ok_or_else(|| malformed("its keybag has no salt"))?;
        let classes: Vec<_> = classes
            .iter()
            .filter(|class| {
                class
                    .wrap
                    .is_some_and(|wrap| wrap & WRAPPED_BY_PASSWORD != 0)
            })
            .filter_map(|class| Some((class.class?, class.key?.try_into().ok()?)))
            .collect();
        if classes.is_empty() {
            return Err(malformed("its keybag has no key that a password opens"));
        }
        Ok(Self {
            first,
            second,
            classes,
        })
    }

    /// The keys of the classes; none where the password is wrong. A wrapped key says by itself whether it was
    /// unwrapped with the right one.
    fn open(&self, password: &[u8]) -> BTreeMap<u32, cipher::Key> {
        let first = self
            .first
            .map(|(salt, rounds)| cipher::pbkdf2_sha256(password, salt, rounds));
        let password = first.as_ref().map_or(password, |key| key.as_slice());
        let (salt, rounds) = self.second;
        let key = cipher::pbkdf2_sha1(password, salt, rounds);
        self.classes
            .iter()
            .filter_map(|(class, wrapped)| Some((*class, cipher::unwrap(&key, wrapped)?)))
            .collect()
    }
}

/// Names and values, one after the other.
struct Fields<'a>(&'a [u8]);

impl<'a> Iterator for Fields<'a> {
    type Item = (&'a [u8; 4], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (name, rest) = self.0.split_first_chunk::<4>()?;
        let (length, rest) = rest.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (value, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some((name, value))
    }
}

fn number(value: &[u8]) -> Option<u32> {
    Some(u32::from_be_bytes(value.try_into().ok()?))
}

#[cfg(test)]
#[path = "keybag_tests.rs"]
mod tests;
