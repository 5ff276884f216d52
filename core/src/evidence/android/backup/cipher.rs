//! The password, the key that it locks, and the data behind that key.
//!
//! Source: AOSP `PasswordUtils` and `FullBackupEngine.emitAesBackupHeader`. A key of the data is made at
//! random; the password only locks that key. A checksum of the key tells a wrong password before any data
//! is touched.

use std::io::{self, Read};

use aes::Aes256;
use cbc::Decryptor;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::inout::InOutBuf;
use cbc::cipher::{BlockDecryptMut, KeyIvInit};
use hmac::Hmac;
use sha1::Sha1;
use zeroize::{Zeroize as _, Zeroizing};

use super::header::Sealing;
use crate::evidence::Secrets;
use crate::snapshot::Reason;

/// The key of the data.
pub(super) struct DataKey {
    key: Zeroizing<[u8; 32]>,
    iv: [u8; 16],
}

/// Finds the key of the data with the first password that opens it.
///
/// # Errors
/// [`Reason::Encrypted`] without a password, [`Reason::WrongPassword`] when none opens it.
pub(super) fn unlock(
    sealing: &Sealing,
    version: u32,
    secrets: &Secrets,
) -> Result<DataKey, Reason> {
    if secrets.passwords.is_empty() {
        return Err(Reason::Encrypted);
    }
    secrets
        .passwords
        .iter()
        .flat_map(|password| spellings(password, version))
        .find_map(|password| open(sealing, &password))
        .ok_or(Reason::WrongPassword)
}

/// The bytes that a password may stand for: UTF-8; in backups of version 1 also the low byte of each Java
/// character (AOSP `PBKDF2withHmacSHA1And8BIT`).
fn spellings(password: &str, version: u32) -> Vec<Zeroizing<Vec<u8>>> {
    let mut spellings = vec![Zeroizing::new(password.as_bytes().to_vec())];
    if version == 1 && !password.is_ascii() {
        let low = |unit: u16| unit.to_le_bytes()[0];
        spellings.push(Zeroizing::new(password.encode_utf16().map(low).collect()));
    }
    spellings
}

/// `length, initial vector, length, key, length, checksum`, locked with what the password gives.
fn open(sealing: &Sealing, password: &[u8]) -> Option<DataKey> {
    let user_key = derive(password, &sealing.user_salt, sealing.rounds);
    let mut blob = Zeroizing::new(sealing.master_key_blob.clone());
    let cipher = Decryptor::<Aes256>::new((&*user_key).into(), (&sealing.user_iv).into());
    let blob = cipher.decrypt_padded_mut::<Pkcs7>(&mut blob).ok()?;
    let (iv, rest) = counted(blob)?;
    let (key, rest) = counted(rest)?;
    let (checksum, _) = counted(rest)?;
    let iv: [u8; 16] = iv.try_into().ok()?;
    let key: Zeroizing<[u8; 32]> = Zeroizing::new(key.try_into().ok()?);
    // Version 1 took the key's bytes, later ones what Java makes of them; some programs write the one in
    // the place of the other, and both prove the password.
    let forms = [Zeroizing::new(key.to_vec()), as_java_characters(&*key)];
    forms
        .iter()
        .any(|form| derive(form, &sealing.checksum_salt, sealing.rounds)[..] == *checksum)
        .then_some(DataKey { key, iv })
}

/// The part whose length stands in the first byte, and what follows it.
fn counted(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first()?;
    rest.split_at_checked(usize::from(*length))
}

fn derive(password: &[u8], salt: &[u8], rounds: u32) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0u8; 32]);
    pbkdf2::pbkdf2::<Hmac<Sha1>>(password, salt, rounds, &mut *key)
        .expect("HMAC takes a key of any length");
    key
}

/// Java widens each byte with its sign to a character of 16 bits, and writes the characters as UTF-8.
fn as_java_characters(bytes: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut out = Zeroizing::new(Vec::with_capacity(bytes.len() * 3));
    for byte in bytes {
        if byte.is_ascii() {
            out.push(*byte);
        } else {
            out.extend([0xef, 0xbc | ((byte >> 6) & 0x03), 0x80 | (byte & 0x3f)]);
        }
    }
    out
}

/// The data, decrypted piece by piece. Nothing of it is kept.
pub(super) struct Decrypting<R> {
    inner: R,
    cipher: Decryptor<Aes256>,
    /// Decrypted, and not given out yet.
    ready: Zeroizing<Vec<u8>>,
    at: usize,
    /// Read ahead: only behind the last piece is there padding to take off.
    ahead: Vec<u8>,
    begun: bool,
    ended: bool,
}

/// Decrypted at once: fits the first cache.
const PIECE: usize = 16 << 10;

impl<R: Read> Decrypting<R> {
    pub(super) fn new(inner: R, key: &DataKey) -> Self {
        Self {
            inner,
            cipher: Decryptor::new((&*key.key).into(), (&key.iv).into()),
            ready: Zeroizing::default(),
            at: 0,
            ahead: Vec::new(),
            begun: false,
            ended: false,
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        if !self.begun {
            self.begun = true;
            self.ahead = self.piece()?;
        }
        let next = self.piece()?;
        let mut piece = std::mem::replace(&mut self.ahead, next);
        let (blocks, rest) = InOutBuf::from(piece.as_mut_slice()).into_chunks();
        if !rest.is_empty() || blocks.is_empty() {
            self.ended = true;
            let cause = "the encrypted data is cut short";
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, cause));
        }
        self.cipher.decrypt_blocks_inout_mut(blocks);
        if self.ahead.is_empty() {
            self.ended = true;
            let padding = piece.last().copied().unwrap_or_default();
            let length = usize::from(padding);
            let whole = (1..=16).contains(&length)
                && piece.iter().rev().take(length).all(|byte| *byte == padding);
            if !whole {
                let cause = "the encrypted data does not end as it should";
                return Err(io::Error::new(io::ErrorKind::InvalidData, cause));
            }
            piece.truncate(piece.len() - length);
        }
        self.ready.zeroize();
        self.ready = Zeroizing::new(piece);
        self.at = 0;
        Ok(())
    }

    /// The next piece, full unless it is the last one.
    fn piece(&mut self) -> io::Result<Vec<u8>> {
        let mut piece = Vec::with_capacity(PIECE);
        (&mut self.inner)
            .take(PIECE as u64)
            .read_to_end(&mut piece)?;
        Ok(piece)
    }
}

impl<R: Read> Read for Decrypting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at >= self.ready.len() {
            if self.ended {
                return Ok(0);
            }
            self.fill()?;
        }
        let mut rest = self.ready.get(self.at..).unwrap_or_default();
        let count = rest.read(buffer)?;
        self.at += count;
        Ok(count)
    }
}
