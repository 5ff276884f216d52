//! The evidence record: what was observed and what was asked, enough to make the same report again without
//! the phone.
//!
//! It is one JSON file inside the sealed package. A report that belongs to a record names it by its digest.
//! A record has one spelling: what is read must be, byte for byte, what this version would write. So a
//! field that we do not know, a value said twice or a number written otherwise refuses the whole record,
//! and the digest of the file is the digest of what it says.

mod again;
mod difference;
#[cfg(test)]
pub(crate) mod tests;
mod words;

pub use again::Again;
pub use difference::{
    Change, ChangedFinding, ChangedSurface, FindingName, MadeWith, Part, ReportDifference,
    SurfaceView, difference,
};

use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use crate::digest::Sha256;
use crate::limits::RECORD_BYTES;
use crate::report::shown::shown;
use crate::scan::Options;
use crate::signatures::{Bundle, BundleError};
use crate::snapshot::Snapshot;

/// The schema's name and version.
pub const SCHEMA: &str = "rushlight.evidence/1";

/// All that a report is made from, except the program and the signatures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// [`SCHEMA`].
    pub schema: String,
    /// What was asked for.
    pub options: Options,
    /// The signatures that were in use when the evidence was read. Rules over the code of apps ran then, and
    /// cannot be run again without the apps.
    pub bundle: RecordedBundle,
    /// The phone as observed.
    pub snapshot: Snapshot,
}

/// The signatures in use when the evidence was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedBundle {
    /// Version.
    pub version: String,
    /// SHA-256 of the bundle file.
    pub sha256: Sha256,
    /// The rules for code that were tried on the apps, by name. Empty where the program could not run any.
    pub rules: Vec<RecordedRule>,
}

/// One file of rules for code.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedRule {
    /// Its name in the bundle.
    pub name: String,
    /// SHA-256 of its text.
    pub sha256: Sha256,
}

/// The bytes of a record, named by their digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordDigest {
    /// SHA-256 of the file.
    pub sha256: Sha256,
    /// Its size.
    pub bytes: u64,
}

impl RecordDigest {
    /// The digest of a record's bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self {
            sha256: Sha256::of(bytes),
            bytes: bytes.len() as u64,
        }
    }
}

/// A record could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// Larger than [`RECORD_BYTES`].
    #[error("the record has {bytes} bytes, and at most {RECORD_BYTES} are read")]
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// A record of an earlier version of the schema.
    #[error("the record is of the earlier form \"{found}\", and this program reads \"{SCHEMA}\"")]
    Older {
        /// Its schema, made visible.
        found: String,
    },
    /// A record of a later version of the schema.
    #[error("the record is of the later form \"{found}\", and this program reads \"{SCHEMA}\"")]
    Newer {
        /// Its schema, made visible.
        found: String,
    },
    /// Another kind of file.
    #[error("this is no evidence record: its schema is \"{found}\"")]
    Foreign {
        /// Its schema, made visible.
        found: String,
    },
    /// It does not hold what a record holds.
    #[error("the record is damaged: {cause}")]
    Damaged {
        /// What the reader said, made visible.
        cause: String,
    },
    /// It can be read, and is not what this program would have written.
    #[error(
        "the record was changed after it was written, or holds more than this program knows, from byte {at}"
    )]
    Changed {
        /// The first byte that differs, from 0.
        at: u64,
    },
}

impl Record {
    /// The record of what [`scan::read`](crate::scan::read) observed with this bundle. Identifiers that an
    /// officer typed in are left out where they were not agreed to: a report does not print them either.
    ///
    /// # Errors
    /// [`BundleError`] when the bundle's rules cannot be read.
    pub fn new(
        snapshot: Snapshot,
        mut options: Options,
        bundle: &Bundle,
    ) -> Result<Self, BundleError> {
        if let Some(case) = &mut options.case {
            case.forget_what_was_not_agreed();
        }
        let summary = bundle.summary();
        Ok(Self {
            schema: SCHEMA.to_owned(),
            options,
            bundle: RecordedBundle {
                version: summary.version.clone(),
                sha256: summary.sha256,
                rules: if cfg!(feature = "content") {
                    rules_of(bundle)?
                } else {
                    Vec::new()
                },
            },
            snapshot,
        })
    }

    /// The record's one spelling: JSON without spaces, in the order of the types, and one final newline.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.write(&mut bytes).expect(
            "every type of the record has string keys, and writing to memory does not fail",
        );
        bytes
    }

    /// The digest of [`to_bytes`](Self::to_bytes).
    #[must_use]
    pub fn digest(&self) -> RecordDigest {
        RecordDigest::of(&self.to_bytes())
    }

    /// Reads a record.
    ///
    /// # Errors
    /// [`RecordError`]: nothing is read in part. How deep it may go is bounded by the JSON library (128).
    pub fn read(bytes: &[u8]) -> Result<Self, RecordError> {
        let size = bytes.len() as u64;
        if size > RECORD_BYTES {
            return Err(RecordError::TooLarge { bytes: size });
        }
        let record: Self = match serde_json::from_slice(bytes) {
            Ok(record) => record,
            // A later version has fields that we refuse: its schema says more than the first of them.
            Err(error) => {
                return Err(match serde_json::from_slice::<Head>(bytes) {
                    Ok(head) if head.schema != SCHEMA => foreign(&head.schema),
                    _ => RecordError::Damaged {
                        cause: shown(&error.to_string()),
                    },
                });
            }
        };
        if record.schema != SCHEMA {
            return Err(foreign(&record.schema));
        }
        let mut same = Same {
            expected: bytes,
            at: 0,
        };
        let written = record.write(&mut same);
        if written.is_err() || !same.rest().is_empty() {
            return Err(RecordError::Changed { at: same.at });
        }
        Ok(record)
    }

    fn write(&self, mut out: impl Write) -> io::Result<()> {
        serde_json::to_writer(&mut out, self)?;
        out.write_all(b"\n")
    }
}

/// The rules of a bundle by name and digest, sorted.
fn rules_of(bundle: &Bundle) -> Result<Vec<RecordedRule>, BundleError> {
    let mut rules: Vec<RecordedRule> = bundle
        .rules()?
        .into_iter()
        .map(|(name, text)| RecordedRule {
            name,
            sha256: Sha256::of(text.as_bytes()),
        })
        .collect();
    rules.sort_unstable();
    Ok(rules)
}

/// What is looked at in a record that cannot be read.
#[derive(Deserialize)]
struct Head {
    schema: String,
}

fn foreign(schema: &str) -> RecordError {
    let found = shown(schema);
    let version = |schema: &str| {
        let (name, version) = schema.rsplit_once('/')?;
        Some((name.to_owned(), version.parse::<u32>().ok()?))
    };
    match (version(schema), version(SCHEMA)) {
        (Some((name, theirs)), Some((own_name, own))) if name == own_name => {
            if theirs < own {
                RecordError::Older { found }
            } else {
                RecordError::Newer { found }
            }
        }
        _ => RecordError::Foreign { found },
    }
}

/// Takes only the bytes that it expects.
struct Same<'a> {
    expected: &'a [u8],
    at: u64,
}

impl Same<'_> {
    fn rest(&self) -> &[u8] {
        let at = usize::try_from(self.at).unwrap_or(usize::MAX);
        self.expected.get(at..).unwrap_or_default()
    }
}

impl Write for Same<'_> {
    fn write(&mut self, written: &[u8]) -> io::Result<usize> {
        if self.rest().starts_with(written) {
            self.at += written.len() as u64;
            return Ok(written.len());
        }
        let equal = self
            .rest()
            .iter()
            .zip(written)
            .take_while(|(expected, byte)| expected == byte)
            .count();
        self.at += equal as u64;
        Err(io::ErrorKind::InvalidData.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
