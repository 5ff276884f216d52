//! The evidence record: what was observed and what was asked, enough to make the same report again without
//! the phone.
//!
//! It is one JSON file inside the sealed package. A report that belongs to a record names it by its digest.

use serde::{Deserialize, Serialize};

use crate::digest::Sha256;
use crate::scan::Options;
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
