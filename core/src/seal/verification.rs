//! What a verification says, as data. The words are in the catalogue (`seal.ftl`).

use serde::Serialize;

use crate::digest::Sha256;

/// The schema's name and version.
pub(super) const SCHEMA: &str = "rushlight.verification/1";

/// What was found out about a package, an unpacked folder or a bare report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verification {
    /// The schema's name and version: `rushlight.verification/1`.
    pub schema: &'static str,
    /// What was looked at.
    pub kind: Kind,
    /// Whether nothing fails. An unsealed package can be whole: see [`Seal::None`] for what that proves.
    pub whole: bool,
    /// The report's own number, where there is a readable report.
    pub report_id: Option<String>,
    /// Who sealed it.
    pub seal: Seal,
    /// Every entry that is there or ought to be, by name.
    pub entries: Vec<Entry>,
    /// What was checked, in a fixed order.
    pub checks: Vec<Check>,
}

impl Verification {
    /// The bytes for programs: JSON, two spaces, one final newline.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self)
            .expect("every type here has string keys, and writing to memory does not fail");
        bytes.push(b'\n');
        bytes
    }
}

/// What was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One file as `rushlight scan --package` writes it.
    Package,
    /// The files of an unpacked package.
    Folder,
    /// A `report.json` by itself.
    Report,
}

/// Who sealed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Seal {
    /// A seal that holds: whoever has the key sealed exactly this manifest.
    Holds {
        /// As `ssh-keygen -l` prints it.
        fingerprint: String,
        /// What the key's owner calls it, from the sealed public key. A name proves nothing; the fingerprint does.
        name: Option<String>,
        /// Whether it is a key that was expected; nothing where none was named.
        expected: Option<bool>,
    },
    /// A seal that does not hold, or could not be checked.
    Broken {
        /// The key that it names, as far as it can be read. It proves nothing.
        fingerprint: Option<String>,
    },
    /// No seal: whoever had the package could have changed it and its manifest together.
    None,
}

/// One entry of a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its name, made visible.
    pub name: String,
    /// Its size in bytes, where it is there.
    pub bytes: Option<u64>,
    /// SHA-256 of what is there.
    pub sha256: Option<Sha256>,
    /// What that means.
    pub state: EntryState,
}

/// What an entry is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryState {
    /// Its digest is the listed one.
    Whole,
    /// The manifest or the seal itself, which no manifest can list.
    Unlisted,
    /// Its digest is another one.
    Changed,
    /// The manifest does not list it.
    Added,
    /// Listed, and not there.
    Missing,
    /// It stands there more than once.
    Twice,
    /// There is no readable manifest to compare with.
    NotChecked,
}

/// One question and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// The question.
    pub what: What,
    /// The answer.
    pub outcome: Outcome,
    /// Why it does not hold, or why it was not checked. Empty when it holds.
    pub faults: Vec<Fault>,
}

/// What is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The file is laid out byte for byte as Rushlight writes it.
    Layout,
    /// The manifest is well formed.
    Manifest,
    /// Each entry has its listed digest; none was added or removed.
    Entries,
    /// The seal was made over this manifest, by the key that the report names.
    Seal,
    /// The seal's key is one that was expected.
    Key,
    /// The report is in the current schema, and its number fits its content.
    Report,
    /// The evidence record is the one that the report names.
    Record,
    /// The printed report is in the package.
    Printed,
}

impl What {
    /// The stable word, as in JSON and in the catalogue.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Layout => "layout",
            Self::Manifest => "manifest",
            Self::Entries => "entries",
            Self::Seal => "seal",
            Self::Key => "key",
            Self::Report => "report",
            Self::Record => "record",
            Self::Printed => "printed",
        }
    }
}

/// The answer to a [`Check`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It holds.
    Holds,
    /// It does not hold.
    Fails,
    /// It could not be asked, or there was nothing to ask about.
    NotChecked,
}

/// Why something does not hold. Names and texts from the package are made visible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[allow(
    missing_docs,
    reason = "the fields are what the variant's sentence is about"
)]
pub enum Fault {
    /// Layout: a byte is not the one that our writer puts there.
    Layout { offset: u64 },
    /// Layout: the file ends before the package does.
    CutShort { offset: u64 },
    /// Layout: there are bytes behind the end of the package.
    BytesAfterEnd { offset: u64 },
    /// Layout: the entries are not in order.
    OutOfOrder { name: String },
    /// Layout: the check sum in front of an entry does not fit it.
    CheckSum { name: String },
    /// Layout: not even an ordinary zip reader finds the entries.
    NoEntries { cause: String },
    /// Layout: an entry that cannot be read.
    UnreadableEntry { name: String, cause: String },
    /// Layout: an entry's name leads elsewhere or is not plain.
    UnsafeName { name: String },
    /// Layout: more entries than a package has.
    TooMany { limit: u64 },
    /// Any: an entry is too large to be what its name says.
    TooLarge { name: String, limit: u64 },
    /// Manifest: not there.
    ManifestMissing,
    /// Manifest: a line that `sha256sum` would not have written so, or not in that order.
    ManifestLine { line: u64 },
    /// Manifest: a line names a path that leads elsewhere.
    ManifestPath { line: u64, name: String },
    /// Entries: the digest is another one.
    Changed { name: String },
    /// Entries: listed and not there.
    Missing { name: String },
    /// Entries: there and not listed.
    Added { name: String },
    /// Entries: there more than once.
    Twice { name: String },
    /// Entries: an entry has the listed content of another.
    Swapped { name: String, with: String },
    /// Seal: the report names a key, and there is no seal.
    SealMissing { fingerprint: String },
    /// Seal: there is a seal, and the report says that there is none.
    SealUnexpected { fingerprint: String },
    /// Seal: not an OpenSSH signature that can be read.
    SealUnreadable { cause: String },
    /// Seal: readable, and not spelt as it would be written.
    SealSpelling,
    /// Seal: made for something else.
    SealNamespace { namespace: String },
    /// Seal: not Ed25519 with SHA-512 in version 1.
    SealKind,
    /// Seal: it was not made over this manifest by this key.
    SealWrong { fingerprint: String },
    /// Seal: another key than the report names.
    SealForeign { found: String, named: String },
    /// Seal: the public key in the package is not the key that sealed.
    PublicKeyForeign,
    /// Seal: the public key is not there although there is a seal, or is there without one.
    PublicKeyStray,
    /// Key: the seal's key is not one that was expected.
    KeyUnexpected { found: String },
    /// Key: a key was expected, and no seal holds.
    KeyWithoutSeal,
    /// Report: not there.
    ReportMissing,
    /// Report: its schema is older than ours.
    SchemaOlder { found: String, ours: String },
    /// Report: its schema is newer than ours.
    SchemaNewer { found: String, ours: String },
    /// Report: it is not a report of ours.
    SchemaUnknown { found: String },
    /// Report: it cannot be read.
    ReportUnreadable { cause: String },
    /// Report: readable, and not spelt as it would be written.
    ReportSpelling,
    /// Report: its number does not fit its content.
    ReportNumber { stated: String, computed: String },
    /// Record: the report names one, and it is not there.
    RecordMissing,
    /// Record: there is one, and the report names none.
    RecordUnnamed,
    /// Record: it is not the one that the report names.
    RecordOther,
    /// Printed: this package was made without one.
    PrintedMissing,
}
