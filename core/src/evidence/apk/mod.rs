//! An APK file: who signed it, what it says of itself, its names, its code.
//!
//! In: the bytes of one file. Out: an [`App`] with provenance for each fact, and what was left out and
//! why. No file is opened here and nothing is decided: that the seals verify is not checked either.
//!
//! An APK that hides its manifest must not hide from a list of digests or of signers: what could be read
//! besides comes with the error ([`UnreadApk`]).

mod archive;
mod binary_xml;
mod certificate;
mod entry_points;
mod jar_signature;
mod little_endian;
mod manifest;
mod resources;
mod signers;
mod signing_block;
mod strings;

pub(in crate::evidence) use certificate::signer;

use std::sync::Arc;

use archive::Archive;
use binary_xml::Value;
use manifest::{MANIFEST, Manifest};
use resources::{RESOURCES, Table};

use super::Reading;
use crate::digest::Sha256;
use crate::limits;
use crate::snapshot::{
    ApkFile, App, AppState, Label, Observed, Platform, Provenance, Reason, Signer, Skipped,
};

/// An APK that was read.
#[derive(Debug)]
pub struct ReadApk {
    /// The app. Its state is `Installed`; the caller knows better where the file came from.
    pub app: App,
    /// Parts of the file that were not read.
    pub skipped: Vec<Skipped>,
}

/// A file whose manifest cannot be read, so that nobody knows which app it is. Its digest and its
/// signers can still be compared.
#[derive(Debug)]
pub struct UnreadApk {
    /// Why the manifest was not read.
    pub reason: Reason,
    /// The file, its digest, and what its code matches.
    pub file: ApkFile,
    /// Who signed it, as far as that could be read.
    pub signers: Vec<Signer>,
    /// Other parts of the file that were not read.
    pub skipped: Vec<Skipped>,
}

/// Reads one APK. `input` is its name in the evidence.
///
/// # Errors
/// [`UnreadApk`] when the file is not a zip archive or its manifest names no package.
#[expect(
    clippy::needless_pass_by_value,
    reason = "a file of some 100 MiB is given up here, so that the caller does not hold it any longer"
)]
pub fn read(
    input: &Arc<str>,
    bytes: Vec<u8>,
    reading: Reading<'_>,
) -> Result<ReadApk, Box<UnreadApk>> {
    let mut file = ApkFile {
        path: None,
        bytes: Some(bytes.len() as u64),
        sha256: Some(Sha256::of(&bytes)),
        read_here: true,
        rules: None,
        anomalies: Vec::new(),
        provenance: Provenance::new(input, ""),
    };
    let mut archive = match Archive::open(&bytes) {
        Ok(archive) => archive,
        Err(reason) => {
            return Err(Box::new(UnreadApk {
                reason,
                file,
                signers: Vec::new(),
                skipped: Vec::new(),
            }));
        }
    };
    let mut skipped = Vec::new();
    let signers = signers::read(input, &bytes, &mut archive, &mut skipped);
    let manifest = read_manifest(input, &mut archive, &mut skipped);
    file.rules = matching_rules(input, &bytes, &mut archive, reading, &mut skipped);
    file.anomalies = archive.anomalies.iter().map(ToString::to_string).collect();
    match manifest {
        Ok((manifest, labels)) => Ok(ReadApk {
            app: app(input, manifest, labels, signers, file),
            skipped,
        }),
        Err(reason) => Err(Box::new(UnreadApk {
            reason,
            file,
            signers,
            skipped,
        })),
    }
}

fn app(
    input: &Arc<str>,
    manifest: Manifest,
    labels: Vec<Label>,
    signers: Vec<Signer>,
    file: ApkFile,
) -> App {
    let place = Provenance::new(input, format!("{MANIFEST} /manifest"));
    let mut app = App::new(
        manifest.package,
        Platform::Android,
        AppState::Installed,
        place.clone(),
    );
    app.labels = labels;
    app.version = Some(manifest.version);
    app.signers = signers;
    app.permissions.requested = Some(Observed::new(manifest.requested, place));
    app.components = manifest.components;
    app.declared_permissions = manifest.declared_permissions;
    app.meta_data = manifest.meta_data;
    app.self_declared_monitoring = manifest.self_declared_monitoring;
    app.target_sdk = manifest.target_sdk;
    app.hiding = manifest.hiding;
    app.broadcasts = manifest.broadcasts;
    app.files = vec![file];
    app
}

/// The manifest, and the app's name in each language.
fn read_manifest(
    input: &Arc<str>,
    archive: &mut Archive<'_>,
    skipped: &mut Vec<Skipped>,
) -> Result<(Manifest, Vec<Label>), Reason> {
    let bytes = archive.read(MANIFEST, limits::APK_MANIFEST_BYTES)?;
    let resources = archive.read(RESOURCES, limits::APK_RESOURCES_BYTES);
    let table = match &resources {
        Ok(bytes) => Table::open(bytes).map_err(Some),
        // An app need not have resources.
        Err(Reason::FileMissing { .. }) => Err(None),
        Err(reason) => Err(Some(reason.clone())),
    };
    let text_of = |id| table.as_ref().ok().and_then(|table| table.text(id));
    let mut manifest = manifest::read(input, &bytes, &text_of).or_else(|reason| {
        let inflated = archive.read_inflated(MANIFEST, limits::APK_MANIFEST_BYTES);
        let inflated = inflated.ok_or_else(|| reason.clone())?;
        manifest::read(input, &inflated, &text_of).map_err(|_| reason)
    })?;
    let _ = table.as_ref().map(Table::renew);
    let label = manifest.label.take();
    let labels = label
        .as_ref()
        .map(|label| labels(label, table.as_ref().ok()))
        .unwrap_or_default();
    if let Some(label) = label.filter(|_| labels.is_empty()) {
        skipped.push(Skipped {
            record: format!("{input} {}", label.provenance.locator),
            reason: why_no_text(&label.value),
        });
    }
    if table.as_ref().is_ok_and(Table::is_exhausted) {
        skipped.push(Skipped {
            record: format!("{input} {RESOURCES}"),
            reason: Reason::TooMany {
                limit: limits::RESOURCE_WORK,
            },
        });
    }
    if let Err(Some(reason)) = table {
        skipped.push(Skipped {
            record: format!("{input} {RESOURCES}"),
            reason,
        });
    }
    skipped.append(&mut manifest.skipped);
    archive.anomalies.append(&mut manifest.anomalies);
    Ok((manifest, labels))
}

fn labels(label: &Observed<Value>, table: Option<&Table<'_>>) -> Vec<Label> {
    match &label.value {
        Value::Text(text) => vec![Label {
            locale: None,
            text: text.clone(),
            provenance: label.provenance.clone(),
        }],
        Value::Reference(id) => {
            let texts = table.map(|table| table.texts(*id)).unwrap_or_default();
            let place = format!("{RESOURCES} 0x{id:08x}");
            let provenance = Provenance::new(&label.provenance.input, place);
            let label = |(locale, text)| Label {
                locale,
                text,
                provenance: provenance.clone(),
            };
            texts.into_iter().map(label).collect()
        }
        Value::Number(_) | Value::Boolean(_) | Value::TooLong | Value::Other => Vec::new(),
    }
}

fn why_no_text(label: &Value) -> Reason {
    /// Resources of Android itself, which are not in the APK.
    const FRAMEWORK: u32 = 0x01;
    match label {
        Value::Reference(id) if id >> 24 == FRAMEWORK => Reason::NotInThisEvidence,
        Value::TooLong => Reason::TooLarge {
            limit: limits::MANIFEST_VALUE_BYTES as u64,
        },
        Value::Text(_)
        | Value::Reference(_)
        | Value::Number(_)
        | Value::Boolean(_)
        | Value::Other => Reason::Malformed {
            cause: "the text of the label was not found".to_owned(),
        },
    }
}

/// Names of the rules that the code matches, sorted; none if there are no rules.
fn matching_rules(
    input: &Arc<str>,
    bytes: &[u8],
    archive: &mut Archive<'_>,
    reading: Reading<'_>,
    skipped: &mut Vec<Skipped>,
) -> Option<Vec<String>> {
    let code = reading.code?;
    let names: Vec<&str> = archive.names().filter(|name| is_dex(name)).collect();
    let mut rules = Vec::new();
    let mut look = |name: &str, dex: Result<&[u8], Reason>| match dex
        .and_then(|dex| code.matching_rules(dex))
    {
        Ok(mut matched) => rules.append(&mut matched),
        Err(reason) => skipped.push(Skipped {
            record: format!("{input} {name}"),
            reason,
        }),
    };
    // Android 5 to 8 run a file that is code and archive at once as code (Janus, CVE-2017-13156).
    if bytes.starts_with(DEX_MAGIC) {
        let limit = limits::APK_DEX_BYTES;
        let small = bytes.len() as u64 <= limit;
        let dex = small.then_some(bytes).ok_or(Reason::TooLarge { limit });
        look("", dex);
    }
    let mut left = limits::APK_DEX_TOTAL_BYTES;
    for name in names {
        if reading.watch.cancelled() {
            look(name, Err(Reason::Cancelled));
            continue;
        }
        let dex = read_dex(archive, name, limits::APK_DEX_BYTES.min(left));
        let bytes = dex.as_ref().map_or(0, Vec::len);
        left = left.saturating_sub(bytes as u64);
        look(name, dex.as_deref().map_err(Clone::clone));
    }
    rules.sort_unstable();
    rules.dedup();
    Some(rules)
}

fn read_dex(archive: &mut Archive<'_>, name: &str, limit: u64) -> Result<Vec<u8>, Reason> {
    let dex = archive.read(name, limit);
    if dex.as_ref().is_ok_and(|dex| dex.starts_with(DEX_MAGIC)) {
        return dex;
    }
    archive.read_inflated(name, limit).map_or(dex, Ok)
}

/// What every dex file begins with; the version follows.
const DEX_MAGIC: &[u8] = b"dex\n";

/// Code that Android can load by itself, and what lies beside it.
fn is_dex(name: &str) -> bool {
    !name.contains('/') && name.to_ascii_lowercase().ends_with(".dex")
}

#[cfg(test)]
mod tests;
