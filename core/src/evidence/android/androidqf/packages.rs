//! `packages.json`: every app that `pm list packages -u` names, with its files and signers.
//!
//! Layouts seen: before 2025 without `user_id` and `installed`, where an app that was removed has no
//! files; digests and certificates all empty when AndroidQF was told not to pull the apps; `SerialNumber`
//! with more digits than any machine number, which is why it is not looked at.

use std::io::Read;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::super::json::{Records, field, malformed, not_json};
use super::super::parsed::{Parsed, Place};
use crate::digest::{Sha1, Sha256};
use crate::snapshot::{
    ApkFile, App, AppState, Observed, Platform, Reason, Signer, SignerRole, SubjectName,
};

/// One app of the list.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) app: App,
    /// Where the list says that AndroidQF put the files: `(local name, SHA-256 as stated)`.
    pub(super) copies: Vec<Copied>,
}

/// A file of an app that AndroidQF copied from the phone.
#[derive(Debug)]
pub(super) struct Copied {
    pub(super) local_name: String,
    pub(super) sha256: Option<Sha256>,
    pub(super) path: Option<String>,
}

#[derive(Clone, Copy, Deserialize)]
struct Record<'a> {
    #[serde(borrow)]
    name: Option<&'a RawValue>,
    #[serde(borrow)]
    files: Option<&'a RawValue>,
    #[serde(borrow)]
    files_error: Option<&'a RawValue>,
    #[serde(borrow)]
    installer: Option<&'a RawValue>,
    #[serde(borrow)]
    installed: Option<&'a RawValue>,
    #[serde(borrow)]
    disabled: Option<&'a RawValue>,
    #[serde(borrow)]
    system: Option<&'a RawValue>,
    #[serde(borrow)]
    user_id: Option<&'a RawValue>,
}

#[derive(Clone, Copy, Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    path: Option<&'a RawValue>,
    #[serde(borrow)]
    local_name: Option<&'a RawValue>,
    #[serde(borrow)]
    sha256: Option<&'a RawValue>,
    #[serde(borrow)]
    certificate: Option<&'a RawValue>,
    #[serde(borrow)]
    certificate_error: Option<&'a RawValue>,
}

#[derive(Clone, Copy, Deserialize)]
struct Certificate<'a> {
    #[serde(borrow, rename = "Sha1")]
    sha1: Option<&'a RawValue>,
    #[serde(borrow, rename = "Sha256")]
    sha256: Option<&'a RawValue>,
    #[serde(borrow, rename = "Subject")]
    subject: Option<&'a RawValue>,
}

pub(super) fn parse(mut place: Place<'_>, source: &mut dyn Read) -> Parsed<Vec<Listed>> {
    let mut listed = Vec::new();
    let mut records = Records::new(source);
    while !place.stops() {
        let Some((index, bytes)) = records.next() else {
            break;
        };
        let record = bytes.and_then(|bytes| serde_json::from_slice(bytes).map_err(not_json));
        let app = record.and_then(|record| app(record, index, &mut place));
        match app {
            Ok(app) => listed.push(app),
            Err(reason) => place.skip(&format!("[{index}]"), reason),
        }
    }
    let count = listed.len() as u64;
    place.finish(listed, count)
}

fn app(record: Record<'_>, index: u64, place: &mut Place<'_>) -> Result<Listed, Reason> {
    let name: Option<String> = field(record.name)?;
    let name = name
        .filter(|name| !name.is_empty())
        .ok_or_else(|| malformed("it has no name"))?;
    let at = |field: &str| format!("[{index}].{field}");
    let installed = place.keep(field(record.installed), || at("installed"));
    let files: Option<Vec<&RawValue>> = place.keep(field(record.files), || at("files"));
    let files_error: Option<String> = place.keep(field(record.files_error), || at("files_error"));
    let files_error = files_error.filter(|error| !error.is_empty());
    // The list is made with `-u`: an app without files was removed and its data kept, unless the files
    // could not be listed.
    let no_files = files.as_ref().is_some_and(Vec::is_empty);
    let state = match installed {
        Some(true) => AppState::Installed,
        Some(false) => AppState::Removed,
        None if no_files && files_error.is_none() => AppState::Removed,
        None => AppState::Installed,
    };
    if let Some(cause) = files_error {
        place.skip(&at("files"), Reason::Malformed { cause });
    }
    let mut app = App::new(name, Platform::Android, state, place.at(at("name")));
    app.user = place.keep(field(record.user_id), || at("user_id"));
    let disabled: Option<bool> = place.keep(field(record.disabled), || at("disabled"));
    app.enabled = disabled.map(|disabled| !disabled);
    app.system = place.keep(field(record.system), || at("system"));
    let installer: Option<String> = place.keep(field(record.installer), || at("installer"));
    // `pm` prints "null" for an app that no app installed; AndroidQF leaves "" when it does not know.
    app.install.installer = installer
        .filter(|installer| !installer.is_empty())
        .map(|installer| Observed::new(installer, place.at(at("installer"))));
    let mut copies = Vec::new();
    for (number, raw) in files.unwrap_or_default().into_iter().enumerate() {
        let at = format!("[{index}].files[{number}]");
        match field(Some(raw)) {
            Ok(Some(file)) => add_file(&mut app, &mut copies, file, &at, place),
            Ok(None) => {}
            Err(reason) => place.skip(&at, reason),
        }
    }
    Ok(Listed { app, copies })
}

fn add_file(
    app: &mut App,
    copies: &mut Vec<Copied>,
    file: File<'_>,
    at: &str,
    place: &mut Place<'_>,
) {
    let path: Option<String> = place.keep(field(file.path), || format!("{at}.path"));
    let path = path.filter(|path| !path.is_empty());
    let sha256: Option<Sha256> = place.keep(digest(file.sha256), || format!("{at}.sha256"));
    let local: Option<String> = place.keep(field(file.local_name), || format!("{at}.local_name"));
    if let Some(local_name) = local.filter(|local| !local.is_empty()) {
        copies.push(Copied {
            local_name: local_name.replace('\\', "/"),
            sha256,
            path: path.clone(),
        });
    }
    let cause: Option<String> = place.keep(field(file.certificate_error), || {
        format!("{at}.certificate_error")
    });
    if let Some(cause) = cause.filter(|cause| !cause.is_empty()) {
        place.skip(&format!("{at}.certificate"), Reason::Malformed { cause });
    }
    let certificate = place.keep(field(file.certificate), || format!("{at}.certificate"));
    if let Some(certificate) = certificate
        && let Some(signer) = signer(certificate, &format!("{at}.certificate"), place)
        && !app.signers.iter().any(|known| same(known, &signer))
    {
        app.signers.push(signer);
    }
    app.files.push(ApkFile {
        path,
        bytes: None,
        sha256,
        read_here: false,
        rules: None,
        anomalies: Vec::new(),
        provenance: place.at(at),
    });
}

/// The signer, or none: all fields are empty when AndroidQF did not pull the app.
fn signer(certificate: Certificate<'_>, at: &str, place: &mut Place<'_>) -> Option<Signer> {
    let sha1: Option<Sha1> = place.keep(digest(certificate.sha1), || format!("{at}.Sha1"));
    let sha256: Option<Sha256> = place.keep(digest(certificate.sha256), || format!("{at}.Sha256"));
    let subject: Option<String> =
        place.keep(field(certificate.subject), || format!("{at}.Subject"));
    if sha1.is_none() && sha256.is_none() {
        return None;
    }
    let named = if sha1.is_some() { "Sha1" } else { "Sha256" };
    Some(Signer {
        sha1,
        sha256,
        key_sha256: None,
        subject: subject.filter(|name| !name.is_empty()).map(subject_name),
        scheme: None,
        role: SignerRole::Current,
        provenance: place.at(format!("{at}.{named}")),
    })
}

/// Every split of one app has the same signer; it is told once, where it stands first.
fn same(one: &Signer, other: &Signer) -> bool {
    (one.sha1, one.sha256, &one.subject) == (other.sha1, other.sha256, &other.subject)
}

/// A digest in hex; an empty text is an unknown one.
fn digest<T: std::str::FromStr<Err: ToString>>(
    raw: Option<&RawValue>,
) -> Result<Option<T>, Reason> {
    let text: Option<String> = field(raw)?;
    text.filter(|text| !text.is_empty())
        .map(|text| {
            text.parse().map_err(|error: T::Err| Reason::Malformed {
                cause: error.to_string(),
            })
        })
        .transpose()
}

/// Go prints `C=US, O=Example, Inc, CN=Name`: a comma inside a value stands unescaped, so a value ends
/// where the next `, KEY=` begins.
fn subject_name(full: String) -> SubjectName {
    let mut parts: Vec<(String, String)> = Vec::new();
    for part in full.split(", ") {
        let key = part.split_once('=').filter(|(key, _)| {
            !key.is_empty()
                && key
                    .chars()
                    .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '.')
        });
        match (key, parts.last_mut()) {
            (Some((key, value)), _) => parts.push((key.to_owned(), value.to_owned())),
            (None, Some((_, value))) => {
                value.push_str(", ");
                value.push_str(part);
            }
            (None, None) => {}
        }
    }
    let find = |wanted: &str| {
        parts
            .iter()
            .find(|(key, value)| key == wanted && !value.is_empty())
            .map(|(_, value)| value.clone())
    };
    SubjectName {
        common_name: find("CN"),
        organisation: find("O"),
        full,
    }
}

#[cfg(test)]
#[path = "packages_tests.rs"]
mod tests;
