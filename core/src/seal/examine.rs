//! Examining: the entries of a package go in one by one, from a file or a folder; what holds comes out.
//!
//! Each entry is hashed as it passes. Only the few small ones that have to be understood are kept.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};

use serde::Deserialize;
use sha2::Digest as _;

use super::key::ReadSeal;
use super::verification::SCHEMA;
use super::{
    Check, Entry, EntryState, ExpectedKeys, Fault, Kind, MANIFEST, Manifest, ManifestError,
    Outcome, PRINTED_REPORT, PUBLIC_KEY, RECORD, REPORT, SEAL, Seal, Verification, What,
};
use crate::digest::Sha256;
use crate::limits::{MANIFEST_BYTES, MEMORY_ENTRY_BYTES, SEAL_BYTES};
use crate::record;
use crate::report::shown::shown;
use crate::report::{Report, json_bytes, report_id, schema};

/// Bytes that are read at a time: large enough for the hash to be the cost, small enough for a cache.
const CHUNK: usize = 128 << 10;

/// How much of the record is kept: enough for its first field, the schema.
const HEAD_BYTES: u64 = 256;

/// A verification in progress.
pub struct Examination {
    kind: Kind,
    entries: BTreeMap<Vec<u8>, Examined>,
    layout: Vec<Fault>,
    buffer: Vec<u8>,
}

/// What was found of one entry.
struct Examined {
    bytes: u64,
    sha256: Sha256,
    /// The beginning, as far as it is kept.
    kept: Vec<u8>,
    twice: bool,
}

impl Examination {
    /// Nothing seen yet.
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            entries: BTreeMap::new(),
            layout: Vec::new(),
            buffer: vec![0; CHUNK],
        }
    }

    /// Takes one entry to its end, and gives its CRC-32.
    ///
    /// # Errors
    /// What the reader says.
    pub fn entry(&mut self, name: &[u8], reader: &mut dyn Read) -> io::Result<u32> {
        let keep = kept_bytes(name);
        let mut hasher = sha2::Sha256::new();
        let mut crc = flate2::Crc::new();
        let mut kept = Vec::new();
        let mut bytes = 0u64;
        loop {
            let count = match reader.read(&mut self.buffer) {
                Ok(0) => break,
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let chunk = self.buffer.get(..count).unwrap_or_default();
            hasher.update(chunk);
            crc.update(chunk);
            // One byte more than is allowed says that there is more.
            let room = keep.saturating_add(1).saturating_sub(kept.len() as u64);
            kept.extend(
                chunk
                    .iter()
                    .take(usize::try_from(room).unwrap_or(usize::MAX)),
            );
            bytes = bytes.saturating_add(count as u64);
        }
        let examined = Examined {
            bytes,
            sha256: Sha256(hasher.finalize().into()),
            kept,
            twice: self.entries.contains_key(name),
        };
        self.entries.insert(name.to_vec(), examined);
        Ok(crc.sum())
    }

    /// Something is wrong with the file or the folder itself.
    pub fn layout_fault(&mut self, fault: Fault) {
        self.layout.push(fault);
    }

    /// What it all means. `expected` are the keys of which one should have sealed it.
    #[must_use]
    pub fn conclude(mut self, expected: Option<&ExpectedKeys>) -> Verification {
        let layout = std::mem::take(&mut self.layout);
        let manifest = self.manifest();
        let report = self.report();
        let listed = manifest.as_ref().ok();
        let (seal, seal_faults) = self.seal(report.as_ref().ok().map(|report| &report.seal));
        let (record, record_faults) = self.record(report.as_ref().ok());
        let (entries, entry_faults) = self.entries(listed);

        let entries_outcome = match (&manifest, entry_faults.is_empty()) {
            (Err(_), true) => Outcome::NotChecked,
            (_, holds) => held(holds),
        };
        let seal_outcome = match (&seal, seal_faults.is_empty()) {
            (Seal::None, true) => Outcome::NotChecked,
            (_, holds) => held(holds),
        };
        let seal = with_expected(seal, expected);
        let (key, key_faults) = expected_key(&seal, expected);
        let mut checks = Vec::new();
        // An unpacked folder has no layout of its own.
        if self.kind == Kind::Package || !layout.is_empty() {
            checks.push(check(What::Layout, held(layout.is_empty()), layout));
        }
        checks.extend([
            check(
                What::Manifest,
                held(manifest.is_ok()),
                manifest.err().into_iter().collect(),
            ),
            check(What::Entries, entries_outcome, entry_faults),
            check(What::Seal, seal_outcome, seal_faults),
            check(What::Key, key, key_faults),
        ]);
        let report_id = report.as_ref().ok().map(|report| report.report_id.clone());
        checks.push(check(
            What::Report,
            held(report.is_ok()),
            report.err().into_iter().collect(),
        ));
        checks.push(check(What::Record, record, record_faults));
        if !self.entries.contains_key(PRINTED_REPORT.as_bytes()) {
            let fault = Fault::PrintedMissing;
            checks.push(check(What::Printed, Outcome::NotChecked, vec![fault]));
        }
        verification(self.kind, report_id, seal, entries, checks)
    }

    /// The kept bytes of an entry, where it is there and not too large.
    fn kept(&self, name: &str) -> Option<Result<&[u8], Fault>> {
        let entry = self.entries.get(name.as_bytes())?;
        let limit = kept_bytes(name.as_bytes());
        Some(if entry.bytes > limit {
            let name = name.to_owned();
            Err(Fault::TooLarge { name, limit })
        } else {
            Ok(&entry.kept)
        })
    }

    fn manifest(&self) -> Result<Manifest, Fault> {
        let bytes = self.kept(MANIFEST).ok_or(Fault::ManifestMissing)??;
        Manifest::parse(bytes).map_err(|error| match error {
            ManifestError::Line { line } => Fault::ManifestLine { line },
            ManifestError::Path { line, name } => Fault::ManifestPath { line, name },
        })
    }

    fn report(&self) -> Result<Report, Fault> {
        let bytes = self.kept(REPORT).ok_or(Fault::ReportMissing)??;
        read_report(bytes)
    }

    /// Whose seal there is, and what is wrong with it. `named` is the key that the report names.
    fn seal(&self, named: Option<&Option<schema::SealKey>>) -> (Seal, Vec<Fault>) {
        let public_key = self.kept(PUBLIC_KEY);
        let seal = match self.kept(SEAL) {
            None => {
                let mut faults = Vec::new();
                if let Some(Some(key)) = named {
                    let fingerprint = shown(&key.fingerprint);
                    faults.push(Fault::SealMissing { fingerprint });
                }
                if public_key.is_some() {
                    faults.push(Fault::PublicKeyStray);
                }
                return (Seal::None, faults);
            }
            Some(file) => file.and_then(ReadSeal::parse),
        };
        let seal = match seal {
            Ok(seal) => seal,
            Err(fault) => return (Seal::Broken { fingerprint: None }, vec![fault]),
        };
        let found = seal.fingerprint();
        let manifest = self.kept(MANIFEST).and_then(Result::ok);
        let mut faults = seal.faults(manifest.unwrap_or_default());
        let mut name = None;
        match public_key {
            None => faults.push(Fault::PublicKeyStray),
            Some(Err(fault)) => faults.push(fault),
            Some(Ok(line)) => match seal.name_in(line) {
                Some(owner) => name = Some(owner),
                None => faults.push(Fault::PublicKeyForeign),
            },
        }
        match named {
            // The report cannot be read: that is said there.
            None => {}
            Some(None) => faults.push(Fault::SealUnexpected {
                fingerprint: found.clone(),
            }),
            Some(Some(key)) => {
                let same = key.fingerprint == found
                    && key.algorithm == "ssh-ed25519"
                    && name.as_ref().is_none_or(|name| *name == shown(&key.name));
                if !same {
                    faults.push(Fault::SealForeign {
                        found: found.clone(),
                        named: shown(&key.fingerprint),
                    });
                }
            }
        }
        let seal = if faults.is_empty() {
            Seal::Holds {
                fingerprint: found,
                name,
                expected: None,
            }
        } else {
            Seal::Broken {
                fingerprint: Some(found),
            }
        };
        (seal, faults)
    }

    /// Whether the record is the one that the report names.
    fn record(&self, report: Option<&Report>) -> (Outcome, Vec<Fault>) {
        let found = self.entries.get(RECORD.as_bytes());
        let Some(report) = report else {
            return (Outcome::NotChecked, Vec::new());
        };
        let (Some(found), Some(named)) = (found, report.record) else {
            return match (found.is_some(), report.record.is_some()) {
                (true, _) => (Outcome::Fails, vec![Fault::RecordUnnamed]),
                (false, true) => (Outcome::Fails, vec![Fault::RecordMissing]),
                (false, false) => (Outcome::NotChecked, Vec::new()),
            };
        };
        let mut faults = Vec::new();
        if found.sha256 != named.sha256 || found.bytes != named.bytes {
            faults.push(Fault::RecordOther);
        }
        let schema = first_field_schema(&found.kept).unwrap_or_default();
        faults.extend(schema_fault(&schema, record::SCHEMA));
        (held(faults.is_empty()), faults)
    }

    /// Every entry, and what is wrong with them as a set.
    fn entries(&self, manifest: Option<&Manifest>) -> (Vec<Entry>, Vec<Fault>) {
        let listed = manifest.map(|manifest| &manifest.digests);
        let mut names: BTreeSet<&[u8]> = self.entries.keys().map(Vec::as_slice).collect();
        names.extend(
            listed
                .iter()
                .flat_map(|list| list.keys())
                .map(String::as_bytes),
        );
        let mut entries = Vec::new();
        let mut faults = Vec::new();
        for raw in names {
            let text = String::from_utf8_lossy(raw);
            let name = shown(&text);
            let found = self.entries.get(raw);
            let digest = listed.and_then(|list| list.get(text.as_ref()));
            let is_own = [MANIFEST, SEAL].contains(&text.as_ref());
            let state = match (found, digest) {
                (Some(found), _) if found.twice => EntryState::Twice,
                (Some(_), _) if is_own => EntryState::Unlisted,
                (_, None) if listed.is_none() => EntryState::NotChecked,
                (Some(_), None) => EntryState::Added,
                (Some(found), Some(digest)) if found.sha256 == *digest => EntryState::Whole,
                (Some(_), Some(_)) => EntryState::Changed,
                (None, _) => EntryState::Missing,
            };
            let name_of = || name.clone();
            match state {
                EntryState::Whole | EntryState::Unlisted | EntryState::NotChecked => {}
                EntryState::Added => faults.push(Fault::Added { name: name_of() }),
                EntryState::Missing => faults.push(Fault::Missing { name: name_of() }),
                EntryState::Twice => faults.push(Fault::Twice { name: name_of() }),
                EntryState::Changed => {
                    let content = found.map(|found| found.sha256);
                    let other = listed.into_iter().flatten().find(|(other, digest)| {
                        Some(**digest) == content && other.as_str() != text.as_ref()
                    });
                    faults.push(match other {
                        Some((with, _)) => Fault::Swapped {
                            name: name_of(),
                            with: with.clone(),
                        },
                        None => Fault::Changed { name: name_of() },
                    });
                }
            }
            entries.push(Entry {
                bytes: found.map(|found| found.bytes),
                sha256: found.map(|found| found.sha256),
                name,
                state,
            });
        }
        (entries, faults)
    }
}

/// Verifies a `report.json` by itself: its number against its content. Nothing says who wrote it.
#[must_use]
pub fn verify_report(bytes: &[u8], expected: Option<&ExpectedKeys>) -> Verification {
    let report = read_report(bytes);
    let report_id = report.as_ref().ok().map(|report| report.report_id.clone());
    let (key, key_faults) = expected_key(&Seal::None, expected);
    let checks = vec![
        check(What::Seal, Outcome::NotChecked, Vec::new()),
        check(What::Key, key, key_faults),
        check(
            What::Report,
            held(report.is_ok()),
            report.err().into_iter().collect(),
        ),
        check(What::Record, Outcome::NotChecked, Vec::new()),
    ];
    let entry = Entry {
        name: REPORT.to_owned(),
        bytes: Some(bytes.len() as u64),
        sha256: Some(Sha256::of(bytes)),
        state: EntryState::NotChecked,
    };
    verification(Kind::Report, report_id, Seal::None, vec![entry], checks)
}

fn verification(
    kind: Kind,
    report_id: Option<String>,
    seal: Seal,
    entries: Vec<Entry>,
    checks: Vec<Check>,
) -> Verification {
    Verification {
        schema: SCHEMA,
        kind,
        whole: checks.iter().all(|check| check.outcome != Outcome::Fails),
        report_id: report_id.map(|id| shown(&id)),
        seal,
        entries,
        checks,
    }
}

fn check(what: What, outcome: Outcome, faults: Vec<Fault>) -> Check {
    Check {
        what,
        outcome,
        faults,
    }
}

fn held(holds: bool) -> Outcome {
    if holds {
        Outcome::Holds
    } else {
        Outcome::Fails
    }
}

/// Whether the seal's key is one that was expected.
fn expected_key(seal: &Seal, expected: Option<&ExpectedKeys>) -> (Outcome, Vec<Fault>) {
    let Some(expected) = expected else {
        return (Outcome::NotChecked, Vec::new());
    };
    match seal {
        Seal::Holds { fingerprint, .. } if expected.contains(fingerprint) => {
            (Outcome::Holds, Vec::new())
        }
        Seal::Holds { fingerprint, .. } => {
            let found = fingerprint.clone();
            (Outcome::Fails, vec![Fault::KeyUnexpected { found }])
        }
        Seal::Broken { .. } | Seal::None => (Outcome::Fails, vec![Fault::KeyWithoutSeal]),
    }
}

fn with_expected(seal: Seal, keys: Option<&ExpectedKeys>) -> Seal {
    match seal {
        Seal::Holds {
            fingerprint, name, ..
        } => Seal::Holds {
            expected: keys.map(|keys| keys.contains(&fingerprint)),
            fingerprint,
            name,
        },
        other @ (Seal::Broken { .. } | Seal::None) => other,
    }
}

/// How much of an entry is kept to be understood.
fn kept_bytes(name: &[u8]) -> u64 {
    match std::str::from_utf8(name) {
        Ok(MANIFEST) => MANIFEST_BYTES,
        Ok(SEAL | PUBLIC_KEY) => SEAL_BYTES,
        Ok(REPORT) => MEMORY_ENTRY_BYTES,
        Ok(RECORD) => HEAD_BYTES,
        _ => 0,
    }
}

/// Reads a report that is exactly what we would write, and whose number fits its content.
fn read_report(bytes: &[u8]) -> Result<Report, Fault> {
    /// What every report of every version begins with.
    #[derive(Deserialize)]
    struct Named {
        schema: String,
    }
    let unreadable = |error: serde_json::Error| Fault::ReportUnreadable {
        cause: shown(&error.to_string()),
    };
    let named: Named = serde_json::from_slice(bytes).map_err(unreadable)?;
    if let Some(fault) = schema_fault(&named.schema, schema::SCHEMA) {
        return Err(fault);
    }
    let report: Report = serde_json::from_slice(bytes).map_err(unreadable)?;
    if json_bytes(&report) != bytes {
        return Err(Fault::ReportSpelling);
    }
    let computed = report_id(&report);
    if computed != report.report_id {
        return Err(Fault::ReportNumber {
            stated: shown(&report.report_id),
            computed,
        });
    }
    Ok(report)
}

/// What is wrong with a schema such as `rushlight.report/1`, where `ours` is the one that we know.
fn schema_fault(found: &str, ours: &str) -> Option<Fault> {
    if found == ours {
        return None;
    }
    let shown_found = shown(found);
    let version = |schema: &str| -> Option<(String, u32)> {
        let (name, version) = schema.split_once('/')?;
        Some((name.to_owned(), version.parse().ok()?))
    };
    let ours_text = ours.to_owned();
    Some(match (version(found), version(ours)) {
        (Some((name, older)), Some((our_name, our))) if name == our_name && older < our => {
            Fault::SchemaOlder {
                found: shown_found,
                ours: ours_text,
            }
        }
        (Some((name, newer)), Some((our_name, our))) if name == our_name && newer > our => {
            Fault::SchemaNewer {
                found: shown_found,
                ours: ours_text,
            }
        }
        _ => Fault::SchemaUnknown { found: shown_found },
    })
}

/// The schema that the beginning of a JSON file names in its first field.
fn first_field_schema(head: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(head);
    let rest = head.trim_start().strip_prefix('{')?;
    let rest = rest.trim_start().strip_prefix("\"schema\"")?;
    let rest = rest.trim_start().strip_prefix(':')?;
    let rest = rest.trim_start().strip_prefix('"')?;
    rest.split_once('"').map(|(schema, _)| schema.to_owned())
}
