//! The lines before the data: `ANDROID BACKUP`, version, compressed or not, and how it is encrypted.
//!
//! Source: AOSP `FullBackupEngine.runBackup` and `PerformAdbBackupTask` (the writer),
//! `BackupPasswordManager` (which forms a password took).

use std::io::Read;
use std::str;

use crate::limits::{BACKUP_HEADER_LINE_BYTES, BACKUP_PASSWORD_ROUNDS};
use crate::snapshot::Reason;

/// The first line.
pub(super) const MAGIC: &[u8] = b"ANDROID BACKUP\n";

/// Versions that Android has written: 1 (4.0) to 5 (`BackupManagerService.BACKUP_FILE_VERSION`).
const VERSIONS: std::ops::RangeInclusive<u32> = 1..=5;

/// What stands before the data.
#[derive(Debug)]
pub(super) struct Header {
    pub(super) version: u32,
    pub(super) compressed: bool,
    pub(super) sealing: Option<Sealing>,
}

/// How the key of the data is locked with a password.
#[derive(Debug)]
pub(super) struct Sealing {
    pub(super) user_salt: Vec<u8>,
    pub(super) checksum_salt: Vec<u8>,
    pub(super) rounds: u32,
    pub(super) user_iv: [u8; 16],
    pub(super) master_key_blob: Vec<u8>,
}

/// Reads the header and leaves the source at the first byte of the data.
pub(super) fn read(source: &mut dyn Read) -> Result<Header, Reason> {
    let mut magic = [0u8; MAGIC.len()];
    source
        .read_exact(&mut magic)
        .map_err(|_| malformed("it ends inside its header"))?;
    if magic != MAGIC {
        return Err(malformed("it does not begin as an Android backup"));
    }
    let version: u32 = line(source)?
        .parse()
        .map_err(|_| malformed("its version is not a number"))?;
    if !VERSIONS.contains(&version) {
        return Err(malformed(&format!(
            "version {version} of the format is not known"
        )));
    }
    let compressed = match line(source)?.as_str() {
        "0" => false,
        "1" => true,
        _ => return Err(malformed("it does not say whether it is compressed")),
    };
    let sealing = match line(source)?.as_str() {
        "none" => None,
        "AES-256" => Some(sealing(source)?),
        other => {
            let cause = format!("encrypted in a way that is not known ({other})");
            return Err(malformed(&cause));
        }
    };
    Ok(Header {
        version,
        compressed,
        sealing,
    })
}

fn sealing(source: &mut dyn Read) -> Result<Sealing, Reason> {
    let user_salt = hex(&line(source)?)?;
    let checksum_salt = hex(&line(source)?)?;
    let rounds: u32 = line(source)?
        .parse()
        .map_err(|_| malformed("the rounds of its password are not a number"))?;
    if rounds > BACKUP_PASSWORD_ROUNDS {
        return Err(Reason::TooMany {
            limit: BACKUP_PASSWORD_ROUNDS.into(),
        });
    }
    if rounds == 0 {
        return Err(malformed("its password has no rounds"));
    }
    let user_iv = hex(&line(source)?)?
        .try_into()
        .map_err(|_| malformed("its initial vector has another length than 16"))?;
    let master_key_blob = hex(&line(source)?)?;
    Ok(Sealing {
        user_salt,
        checksum_salt,
        rounds,
        user_iv,
        master_key_blob,
    })
}

/// One line without its line break, byte by byte: nothing behind it may be taken.
fn line(source: &mut dyn Read) -> Result<String, Reason> {
    let mut line = Vec::new();
    let mut byte = [0u8];
    loop {
        source
            .read_exact(&mut byte)
            .map_err(|_| malformed("it ends inside its header"))?;
        match byte {
            [b'\n'] => break,
            _ if line.len() >= BACKUP_HEADER_LINE_BYTES => {
                return Err(Reason::TooLarge {
                    limit: BACKUP_HEADER_LINE_BYTES as u64,
                });
            }
            [byte] => line.push(byte),
        }
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    String::from_utf8(line).map_err(|_| malformed("its header is not text"))
}

/// The bytes of a text of hexadecimal digits.
pub(super) fn hex(text: &str) -> Result<Vec<u8>, Reason> {
    let pairs = text.as_bytes().as_chunks::<2>();
    let byte = |pair: &[u8; 2]| {
        str::from_utf8(pair)
            .ok()
            .filter(|pair| pair.bytes().all(|digit| digit.is_ascii_hexdigit()))
            .and_then(|pair| u8::from_str_radix(pair, 16).ok())
    };
    let whole = pairs.1.is_empty();
    let bytes: Option<Vec<u8>> = pairs.0.iter().map(byte).collect();
    bytes
        .filter(|_| whole)
        .ok_or_else(|| malformed("not a number in hexadecimal digits"))
}

pub(super) fn malformed(cause: &str) -> Reason {
    Reason::Malformed {
        cause: cause.to_owned(),
    }
}
