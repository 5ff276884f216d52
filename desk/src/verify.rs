//! `rushlight verify`: what holds in a package, what does not, and who sealed it, in plain words.

use std::fs::{self, File};
use std::io::{self, Read, Seek, Write as _};
use std::path::Path;
use std::process::ExitCode;

use rushlight_core::limits::{KEY_FILE_BYTES, MEMORY_ENTRY_BYTES, PACKAGE_ENTRIES};
use rushlight_core::report::shown::shown;
use rushlight_core::seal::{
    Entry, EntryState, Examination, ExpectedKeys, Fault, Kind, MANIFEST, NAMESPACE, Outcome,
    PRINTED_REPORT, SEAL, Seal, Verification, What, verify_package, verify_report,
};
use rushlight_core::text::{Catalogue, Value};

use crate::args::VerifyArguments;
use crate::failure::Failure;

/// Runs the command. Exit code 0 when it is whole, 1 when it is not.
pub(crate) fn run(arguments: &VerifyArguments, catalogue: &Catalogue) -> Result<ExitCode, Failure> {
    let expected = arguments.key.as_deref().map(expected_keys).transpose()?;
    let verification = verify(arguments, expected.as_ref(), catalogue)?;
    let printed = if arguments.json {
        verification.to_json()
    } else {
        text(&verification, catalogue).into_bytes()
    };
    let mut out = io::stdout().lock();
    out.write_all(&printed)
        .and_then(|()| out.flush())
        .map_err(Failure::Print)?;
    Ok(ExitCode::from(u8::from(!verification.whole)))
}

/// A fingerprint, or a file of public keys and fingerprints.
fn expected_keys(text: &str) -> Result<ExpectedKeys, Failure> {
    let path = Path::new(text);
    let failure = |cause| Failure::Key {
        path: path.to_owned(),
        cause,
    };
    if text.starts_with("SHA256:") {
        return ExpectedKeys::parse(text).map_err(failure);
    }
    let mut keys = String::new();
    File::open(path)
        .and_then(|file| file.take(KEY_FILE_BYTES << 8).read_to_string(&mut keys))
        .map_err(|cause| unreadable(path, cause))?;
    ExpectedKeys::parse(&keys).map_err(failure)
}

fn unreadable(path: &Path, cause: io::Error) -> Failure {
    Failure::Read {
        path: path.to_owned(),
        cause,
    }
}

/// Looks at what kind of thing it is, and verifies it.
fn verify(
    arguments: &VerifyArguments,
    expected: Option<&ExpectedKeys>,
    catalogue: &Catalogue,
) -> Result<Verification, Failure> {
    let path = &arguments.path;
    let read = |cause| unreadable(path, cause);
    if fs::metadata(path).map_err(read)?.is_dir() {
        return verify_folder(path, expected).map_err(read);
    }
    let mut file = File::open(path).map_err(read)?;
    let mut head = Vec::new();
    (&mut file).take(64).read_to_end(&mut head).map_err(read)?;
    file.rewind().map_err(read)?;
    if head.starts_with(b"age-encryption.org/") || head.starts_with(b"-----BEGIN AGE ") {
        return verify_locked(arguments, file, expected, catalogue);
    }
    if head.trim_ascii_start().starts_with(b"{") {
        let mut report = Vec::new();
        let limit = MEMORY_ENTRY_BYTES.saturating_add(1);
        file.take(limit).read_to_end(&mut report).map_err(read)?;
        return Ok(verify_report(&report, expected));
    }
    verify_package(file, expected).map_err(read)
}

/// Takes the files of an unpacked package. What is no plain file is added to what does not belong there.
pub(crate) fn verify_folder(
    folder: &Path,
    expected: Option<&ExpectedKeys>,
) -> io::Result<Verification> {
    let mut examination = Examination::new(Kind::Folder);
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)?.take(PACKAGE_ENTRIES.saturating_add(1)) {
        let entry = entry?;
        names.push((entry.file_name(), entry.file_type()?.is_file()));
    }
    if names.len() > PACKAGE_ENTRIES {
        let limit = PACKAGE_ENTRIES as u64;
        examination.layout_fault(Fault::TooMany { limit });
    }
    names.sort();
    for (name, is_file) in names {
        let raw = name.as_encoded_bytes();
        if is_file {
            let mut file = File::open(folder.join(&name))?;
            examination.entry(raw, &mut file)?;
        } else {
            let name = shown(&name.to_string_lossy());
            examination.layout_fault(Fault::UnsafeName { name });
        }
    }
    Ok(examination.conclude(expected))
}

/// Opens what age locked, and verifies the package in it.
#[cfg(feature = "encryption")]
fn verify_locked(
    arguments: &VerifyArguments,
    file: File,
    expected: Option<&ExpectedKeys>,
    catalogue: &Catalogue,
) -> Result<Verification, Failure> {
    use rushlight_core::seal::lock::Unlock;

    let path = &arguments.path;
    let secrets = &arguments.secrets;
    let unlock = match secrets.identity()? {
        Some(text) => Unlock::Identities(text),
        None => Unlock::Passphrase(secrets.passphrase().read(catalogue)?),
    };
    let opened = unlock.open(file).map_err(|cause| Failure::Lock {
        path: path.clone(),
        cause,
    })?;
    // Each piece is authenticated when it is read: an error here is a changed or a cut file.
    verify_package(opened, expected).map_err(|cause| Failure::Damaged {
        path: path.clone(),
        cause,
    })
}

#[cfg(not(feature = "encryption"))]
fn verify_locked(
    arguments: &VerifyArguments,
    _file: File,
    _expected: Option<&ExpectedKeys>,
    _catalogue: &Catalogue,
) -> Result<Verification, Failure> {
    let _ = &arguments.secrets;
    Err(Failure::NoEncryption {
        path: arguments.path.clone(),
    })
}

/// The verification in words: the verdict, who sealed it, what is wrong, what was checked, what is in it.
fn text(verification: &Verification, catalogue: &Catalogue) -> String {
    let say = |id: &str| catalogue.plain(id);
    let mut text = format!("{}\n", say(verdict(verification)));
    for sentence in about_seal(verification, catalogue) {
        text += &format!("{sentence}\n");
    }
    if let Some(id) = &verification.report_id {
        text += &format!("{} {id}\n", say("seal-report-id"));
    }

    let failing = verification
        .checks
        .iter()
        .filter(|check| check.outcome == Outcome::Fails);
    let faults: Vec<&Fault> = failing.flat_map(|check| &check.faults).collect();
    if !faults.is_empty() {
        text += &format!("\n{}\n", say("seal-why"));
    }
    for fault in faults {
        text += &format!("  {}\n", sentence(fault, catalogue));
    }

    text += &format!("\n{}\n", say("seal-checked"));
    for check in &verification.checks {
        let outcome = match check.outcome {
            Outcome::Holds => "seal-outcome-holds",
            Outcome::Fails => "seal-outcome-fails",
            Outcome::NotChecked => "seal-outcome-not-checked",
        };
        text += &format!("  {:<29} {}\n", say(question(check.what)), say(outcome));
        if check.outcome == Outcome::NotChecked {
            for fault in &check.faults {
                text += &format!("    {}\n", sentence(fault, catalogue));
            }
        }
    }
    text += &format!("\n{}\n", say("seal-files"));
    for entry in &verification.entries {
        text += &entry_text(entry, catalogue);
    }
    if verification.whole && verification.kind != Kind::Report {
        text += &tools(verification, catalogue);
    }
    text
}

/// The first sentence.
fn verdict(verification: &Verification) -> &'static str {
    if verification.whole {
        return match verification.kind {
            Kind::Package => "seal-package-whole",
            Kind::Folder => "seal-folder-whole",
            Kind::Report => "seal-report-whole",
        };
    }
    let failing = |what: What| {
        let checks = &mut verification.checks.iter();
        checks.any(|check| check.what == what && check.outcome == Outcome::Fails)
    };
    let fails: Vec<_> = verification
        .checks
        .iter()
        .filter(|check| check.outcome == Outcome::Fails)
        .collect();
    let only = |what: What| failing(what) && fails.len() == 1;
    let of_version =
        |fault: &Fault| matches!(fault, Fault::SchemaOlder { .. } | Fault::SchemaNewer { .. });
    if only(What::Key) {
        "seal-other-key"
    } else if fails.iter().flat_map(|check| &check.faults).all(of_version) {
        "seal-other-version"
    } else {
        "seal-changed"
    }
}

/// Who sealed it, and what that proves.
fn about_seal(verification: &Verification, catalogue: &Catalogue) -> Vec<String> {
    match &verification.seal {
        Seal::Holds {
            fingerprint,
            name,
            expected,
        } => {
            let by = if verification.whole {
                "seal-by"
            } else {
                "seal-by-list"
            };
            let values = [("fingerprint", fingerprint.into())];
            let mut sentences = vec![catalogue.text(by, &values)];
            if *expected == Some(true) {
                sentences.push(catalogue.plain("seal-expected"));
            } else {
                let name = name.as_deref().unwrap_or_default();
                sentences.push(catalogue.text("seal-by-name", &[("name", name.into())]));
                sentences.push(catalogue.plain("seal-compare"));
            }
            sentences
        }
        Seal::Broken { .. } => vec![catalogue.plain("seal-broken")],
        Seal::None => vec![catalogue.plain(match verification.kind {
            Kind::Report => "seal-none-report",
            Kind::Package | Kind::Folder => "seal-none-package",
        })],
    }
}

fn question(what: What) -> &'static str {
    match what {
        What::Layout => "seal-check-layout",
        What::Manifest => "seal-check-manifest",
        What::Entries => "seal-check-entries",
        What::Seal => "seal-check-seal",
        What::Key => "seal-check-key",
        What::Report => "seal-check-report",
        What::Record => "seal-check-record",
        What::Printed => "seal-check-printed",
    }
}

fn entry_text(entry: &Entry, catalogue: &Catalogue) -> String {
    let state = match entry.state {
        EntryState::Whole => "seal-state-whole",
        EntryState::Unlisted => "seal-state-unlisted",
        EntryState::Changed => "seal-state-changed",
        EntryState::Added => "seal-state-added",
        EntryState::Missing => "seal-state-missing",
        EntryState::Twice => "seal-state-twice",
        EntryState::NotChecked => "seal-state-not-checked",
    };
    let mut text = format!("  {:<24} {}\n", entry.name, catalogue.plain(state));
    if let Some(digest) = &entry.sha256 {
        text += &format!("    SHA-256 {digest}\n");
    }
    text
}

/// How to check the same with ordinary tools.
fn tools(verification: &Verification, catalogue: &Catalogue) -> String {
    let mut text = format!("\n{}\n", catalogue.plain("seal-tools"));
    let mut tool = |id: &str, command: &str| {
        text += &format!("  {}\n    {command}\n", catalogue.plain(id));
    };
    tool("seal-tool-digests", &format!("sha256sum -c {MANIFEST}"));
    if verification.seal != Seal::None {
        let command =
            format!("ssh-keygen -Y check-novalidate -n {NAMESPACE} -s {SEAL} < {MANIFEST}");
        tool("seal-tool-seal", &command);
    }
    let printed = |entry: &Entry| entry.name == PRINTED_REPORT;
    if verification.entries.iter().any(printed) {
        tool(
            "seal-tool-printed",
            &format!(
                "pdfdetach -save 1 -o attached.json {PRINTED_REPORT} && cmp attached.json report.json"
            ),
        );
    }
    text
}

/// A fault as a sentence.
fn sentence(fault: &Fault, catalogue: &Catalogue) -> String {
    let (id, values) = message(fault);
    catalogue.text(id, &values)
}

/// The message of a fault and its values, which the core has made visible.
fn message(fault: &Fault) -> (&'static str, Vec<(&'static str, Value<'_>)>) {
    use Fault as F;
    let value = |name, value| vec![(name, Value::Text(value))];
    let count = |name, value: &u64| vec![(name, Value::Count(*value))];
    let named = |value| vec![("name", Value::Text(value))];
    match fault {
        F::Layout { offset } => ("seal-fault-layout", count("offset", offset)),
        F::CutShort { offset } => ("seal-fault-cut-short", count("offset", offset)),
        F::BytesAfterEnd { offset } => ("seal-fault-bytes-after-end", count("offset", offset)),
        F::OutOfOrder { name } => ("seal-fault-out-of-order", named(name)),
        F::CheckSum { name } => ("seal-fault-check-sum", named(name)),
        F::NoEntries { cause } => ("seal-fault-no-entries", value("cause", cause)),
        F::UnreadableEntry { name, cause } => {
            let mut values = named(name);
            values.extend(value("cause", cause));
            ("seal-fault-unreadable-entry", values)
        }
        F::UnsafeName { name } => ("seal-fault-unsafe-name", named(name)),
        F::TooMany { limit } => ("seal-fault-too-many", count("limit", limit)),
        F::TooLarge { name, limit } => {
            let mut values = named(name);
            values.extend(count("limit", limit));
            ("seal-fault-too-large", values)
        }
        F::ManifestMissing => ("seal-fault-manifest-missing", Vec::new()),
        F::ManifestLine { line } => ("seal-fault-manifest-line", count("line", line)),
        F::ManifestPath { line, name } => {
            let mut values = named(name);
            values.extend(count("line", line));
            ("seal-fault-manifest-path", values)
        }
        F::Changed { name } => ("seal-fault-changed", named(name)),
        F::Missing { name } => ("seal-fault-missing", named(name)),
        F::Added { name } => ("seal-fault-added", named(name)),
        F::Twice { name } => ("seal-fault-twice", named(name)),
        F::Swapped { name, with } => {
            let mut values = named(name);
            values.extend(value("with", with));
            ("seal-fault-swapped", values)
        }
        F::SealMissing { fingerprint } => {
            ("seal-fault-seal-missing", value("fingerprint", fingerprint))
        }
        F::SealUnexpected { fingerprint } => (
            "seal-fault-seal-unexpected",
            value("fingerprint", fingerprint),
        ),
        F::SealUnreadable { cause } => ("seal-fault-seal-unreadable", value("cause", cause)),
        F::SealSpelling => ("seal-fault-seal-spelling", Vec::new()),
        F::SealNamespace { namespace } => {
            ("seal-fault-seal-namespace", value("namespace", namespace))
        }
        F::SealKind => ("seal-fault-seal-kind", Vec::new()),
        F::SealWrong { fingerprint } => {
            ("seal-fault-seal-wrong", value("fingerprint", fingerprint))
        }
        F::SealForeign { found, named } => {
            let mut values = value("found", found);
            values.extend(value("named", named));
            ("seal-fault-seal-foreign", values)
        }
        F::PublicKeyForeign => ("seal-fault-public-key-foreign", Vec::new()),
        F::PublicKeyStray => ("seal-fault-public-key-stray", Vec::new()),
        F::KeyUnexpected { found } => ("seal-fault-key-unexpected", value("found", found)),
        F::KeyWithoutSeal => ("seal-fault-key-without-seal", Vec::new()),
        F::ReportMissing => ("seal-fault-report-missing", Vec::new()),
        F::SchemaOlder { found, ours } => {
            let mut values = value("found", found);
            values.extend(value("ours", ours));
            ("seal-fault-schema-older", values)
        }
        F::SchemaNewer { found, ours } => {
            let mut values = value("found", found);
            values.extend(value("ours", ours));
            ("seal-fault-schema-newer", values)
        }
        F::SchemaUnknown { found } => ("seal-fault-schema-unknown", value("found", found)),
        F::ReportUnreadable { cause } => ("seal-fault-report-unreadable", value("cause", cause)),
        F::ReportSpelling => ("seal-fault-report-spelling", Vec::new()),
        F::ReportNumber { stated, computed } => {
            let mut values = value("stated", stated);
            values.extend(value("computed", computed));
            ("seal-fault-report-number", values)
        }
        F::RecordMissing => ("seal-fault-record-missing", Vec::new()),
        F::RecordUnnamed => ("seal-fault-record-unnamed", Vec::new()),
        F::RecordOther => ("seal-fault-record-other", Vec::new()),
        F::PrintedMissing => ("seal-fault-printed-missing", Vec::new()),
    }
}
