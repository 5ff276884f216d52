//! The manifest: what `sha256sum` prints, one line for each entry, sorted by name.

use std::collections::BTreeMap;

use super::{MANIFEST, SEAL, is_plain};
use crate::digest::Sha256;
use crate::report::shown::shown;

/// Digests by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// In the order of the lines.
    pub digests: BTreeMap<String, Sha256>,
}

/// A manifest that is not what we would write. Lines are counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ManifestError {
    /// Not 64 lower-case hex digits, two spaces, a name and a line feed; or out of order, or twice.
    #[error("line {line} is not as it would be written")]
    Line {
        /// Which.
        line: u64,
    },
    /// A name that leads out of the folder, or is not plain.
    #[error("line {line} names {name}")]
    Path {
        /// Which.
        line: u64,
        /// The name, made visible.
        name: String,
    },
}

impl Manifest {
    /// The text: `<hex>  <name>\n`, sorted.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.digests
            .iter()
            .map(|(name, digest)| format!("{digest}  {name}\n"))
            .collect()
    }

    /// Reads a manifest, and accepts only what [`to_text`](Self::to_text) writes.
    ///
    /// # Errors
    /// [`ManifestError`], for the first line that is wrong.
    pub fn parse(bytes: &[u8]) -> Result<Self, ManifestError> {
        let mut manifest = Self::default();
        let mut last: Option<&[u8]> = None;
        for (line, bytes) in (1u64..).zip(bytes.split_inclusive(|byte| *byte == b'\n')) {
            let bad = ManifestError::Line { line };
            let (digest, rest) = bytes.split_at_checked(64).ok_or_else(|| bad.clone())?;
            let name = rest
                .strip_prefix(b"  ")
                .and_then(|rest| rest.strip_suffix(b"\n"))
                .ok_or_else(|| bad.clone())?;
            let text = String::from_utf8_lossy(name);
            if !is_plain(&text) {
                return Err(ManifestError::Path {
                    line,
                    name: shown(&text),
                });
            }
            let digest: Sha256 = std::str::from_utf8(digest)
                .ok()
                .filter(|hex| hex.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')))
                .and_then(|hex| hex.parse().ok())
                .ok_or_else(|| bad.clone())?;
            let in_order = last.is_none_or(|last| last < name);
            if !in_order || name == MANIFEST.as_bytes() || name == SEAL.as_bytes() {
                return Err(bad);
            }
            last = Some(name);
            manifest.digests.insert(text.into_owned(), digest);
        }
        if manifest.digests.is_empty() {
            return Err(ManifestError::Line { line: 1 });
        }
        Ok(manifest)
    }
}
