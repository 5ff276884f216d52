//! Digests as values: fixed size, printed as hex, compared without case.
//!
//! Signer digests are printed upper-case by Echap and lower-case by AndroidQF and MVT; we parse both and
//! print lower-case everywhere, so that one digest has one spelling.

use std::fmt;
use std::io::{self, Read};
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::Digest as _;

/// A digest was not the expected number of hex digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected} hex digits, found {found:?}")]
pub struct ParseDigestError {
    /// How many hex digits the digest has.
    pub expected: usize,
    /// What was there instead, cut to 80 characters.
    pub found: String,
}

macro_rules! digest {
    ($(#[$doc:meta])* $name:ident, $bytes:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $bytes]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                // One write: a bundle's load compares thousands of these.
                let mut text = [0u8; $bytes * 2];
                for (pair, byte) in text.chunks_exact_mut(2).zip(self.0) {
                    pair.copy_from_slice(&[digit(byte >> 4), digit(byte & 0x0f)]);
                }
                f.write_str(std::str::from_utf8(&text).map_err(|_| fmt::Error)?)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{self}")
            }
        }

        impl FromStr for $name {
            type Err = ParseDigestError;

            /// Reads hex digits of either case; colons between bytes are allowed (`keytool` prints them).
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let fail = || ParseDigestError {
                    expected: $bytes * 2,
                    found: text.chars().take(80).collect(),
                };
                let mut bytes = [0u8; $bytes];
                let mut nibbles = text.bytes().filter(|byte| *byte != b':');
                for byte in &mut bytes {
                    let high = nibbles.next().and_then(nibble).ok_or_else(fail)?;
                    let low = nibbles.next().and_then(nibble).ok_or_else(fail)?;
                    *byte = high << 4 | low;
                }
                if nibbles.next().is_some() {
                    return Err(fail());
                }
                Ok(Self(bytes))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "description": concat!(stringify!($name), " as lower-case hex digits."),
                    "pattern": format!("^[0-9a-f]{{{}}}$", $bytes * 2),
                })
            }
        }
    };
}

digest!(
    /// SHA-256: files, bundles, signer certificates (DER), signer public keys (SPKI, DER).
    Sha256,
    32
);
digest!(
    /// SHA-1: only to recognise signer certificates, because published lists carry nothing else.
    Sha1,
    20
);

/// The hex digit for 0 to 15.
fn digit(nibble: u8) -> u8 {
    match nibble {
        0..=9 => b'0' + nibble,
        _ => b'a' - 10 + nibble,
    }
}

fn nibble(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

impl Sha256 {
    /// The SHA-256 of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(sha2::Sha256::digest(bytes).into())
    }
}

impl Sha1 {
    /// The SHA-1 of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(sha1::Sha1::digest(bytes).into())
    }
}

/// A reader that hashes what passes through it, so that evidence is hashed and parsed in one pass.
pub struct HashingReader<R> {
    inner: R,
    hasher: sha2::Sha256,
    bytes: u64,
}

impl<R: Read> HashingReader<R> {
    /// Wraps a reader that stands at its first byte.
    pub fn new(inner: R) -> Self {
        Self {
            inner,
            hasher: sha2::Sha256::new(),
            bytes: 0,
        }
    }

    /// Reads what a parser left unread, and gives the size and the digest of the whole.
    ///
    /// # Errors
    /// What the reader below says.
    pub fn finish(mut self) -> io::Result<(u64, Sha256)> {
        io::copy(&mut self, &mut io::sink())?;
        Ok((self.bytes, Sha256(self.hasher.finalize().into())))
    }
}

impl<R: Read> Read for HashingReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        if let Some(read) = buffer.get(..count) {
            self.hasher.update(read);
        }
        self.bytes = self.bytes.saturating_add(count as u64);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_has_one_spelling() {
        let upper: Sha1 = "61ED377E85D386A8DFEE6B864BD85B0BFAA5AF81".parse().unwrap();
        let colons: Sha1 = "61:ed:37:7e:85:d3:86:a8:df:ee:6b:86:4b:d8:5b:0b:fa:a5:af:81"
            .parse()
            .unwrap();
        assert_eq!(upper, colons);
        assert_eq!(
            upper.to_string(),
            "61ed377e85d386a8dfee6b864bd85b0bfaa5af81"
        );
    }

    #[test]
    fn a_digest_of_the_wrong_length_is_refused() {
        assert!("61ED".parse::<Sha1>().is_err());
        assert!("zz".repeat(32).parse::<Sha256>().is_err());
        assert!("0".repeat(66).parse::<Sha256>().is_err());
    }

    #[test]
    fn the_hash_covers_what_the_parser_left_unread() {
        let mut reader = HashingReader::new(&b"abc"[..]);
        let mut first = [0u8; 1];
        reader.read_exact(&mut first).unwrap();
        let (bytes, digest) = reader.finish().unwrap();
        assert_eq!((bytes, digest), (3, Sha256::of(b"abc")));
    }
}
