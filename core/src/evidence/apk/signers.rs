//! Who signed an APK, in every scheme that it uses.
//!
//! In: the file. Out: the signers, newest scheme first, each with its history of keys; each certificate
//! stays with its own scheme, because a made-up v1 certificate beside a v3 seal is a known way to mislead
//! (github.com/obfusk/fdroid-fakesigner-poc).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::archive::Archive;
use super::signing_block::{self, Damage};
use super::{certificate, jar_signature};
use crate::limits;
use crate::snapshot::{Provenance, Reason, Scheme, Signer, SignerRole, Skipped};

/// Every signer of every scheme.
pub(super) fn read(
    input: &Arc<str>,
    bytes: &[u8],
    archive: &mut Archive<'_>,
    skipped: &mut Vec<Skipped>,
) -> Vec<Signer> {
    let mut block = signing_block::read(bytes, archive.directory_at);
    let mut signers: Vec<Signer> = block
        .certificates
        .iter()
        .map(|found| {
            let role = if found.past {
                SignerRole::Past
            } else {
                SignerRole::Current
            };
            let provenance = Provenance::new(input, found.locator.as_str());
            certificate::signer(found.der, Some(found.scheme), role, provenance)
        })
        .collect();
    for (place, damage) in &block.damaged {
        skipped.push(Skipped {
            record: format!("{input} {place}"),
            reason: reason(*damage, place),
        });
    }
    for (name, signature_file) in jar_blocks(archive) {
        match jar_signers(input, archive, &name) {
            Ok(mut found) => signers.append(&mut found),
            Err(reason) => skipped.push(Skipped {
                record: format!("{input} {name}"),
                reason,
            }),
        }
        for scheme in promised_schemes(archive, &signature_file) {
            block.note_if_stripped(scheme);
        }
    }
    archive.anomalies.append(&mut block.anomalies);
    signers
}

/// Signature blocks directly in `META-INF` with the signature file that stands beside each, sorted. As in
/// Android, the case of the names says nothing.
fn jar_blocks(archive: &Archive<'_>) -> Vec<(String, String)> {
    let files: BTreeMap<String, &str> = archive
        .names()
        .filter_map(|name| {
            let (folder, file) = name.split_once('/')?;
            let direct = folder.eq_ignore_ascii_case("META-INF") && !file.contains('/');
            direct.then(|| (file.to_ascii_uppercase(), name))
        })
        .collect();
    files
        .iter()
        .filter_map(|(file, name)| {
            let (stem, "RSA" | "DSA" | "EC") = file.rsplit_once('.')? else {
                return None;
            };
            let signature_file = files.get(&format!("{stem}.SF"))?;
            Some(((*name).to_owned(), (*signature_file).to_owned()))
        })
        .take(limits::CERTIFICATES)
        .collect()
}

fn jar_signers(
    input: &Arc<str>,
    archive: &mut Archive<'_>,
    name: &str,
) -> Result<Vec<Signer>, Reason> {
    let mut block = archive.read(name, limits::APK_SIGNATURE_FILE_BYTES)?;
    if jar_signature::certificates(&block).is_err()
        && let Some(inflated) = archive.read_inflated(name, limits::APK_SIGNATURE_FILE_BYTES)
    {
        block = inflated;
    }
    let certificates = jar_signature::certificates(&block).map_err(|cause| Reason::Malformed {
        cause: cause.to_owned(),
    })?;
    let signers = certificates.into_iter().enumerate();
    Ok(signers
        .map(|(number, der)| {
            let provenance = Provenance::new(input, format!("{name} certificate {number}"));
            certificate::signer(der, Some(Scheme::V1), SignerRole::Current, provenance)
        })
        .collect())
}

/// The newer schemes that a signature file says were used too (`X-Android-APK-Signed: 2, 3`).
fn promised_schemes(archive: &mut Archive<'_>, signature_file: &str) -> Vec<Scheme> {
    let Ok(text) = archive.read(signature_file, limits::APK_SIGNATURE_FILE_BYTES) else {
        return Vec::new();
    };
    // It stands in the main section, which ends with the first empty line.
    let mut lines = text.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let value = lines
        .by_ref()
        .take_while(|line| !line.is_empty())
        .find_map(|line| line.strip_prefix(b"X-Android-APK-Signed:".as_slice()));
    let numbers = value.unwrap_or_default().split(|byte| *byte == b',');
    numbers
        .filter_map(|number| match number.trim_ascii() {
            b"2" => Some(Scheme::V2),
            b"3" => Some(Scheme::V3),
            _ => None,
        })
        .collect()
}

fn reason(damage: Damage, place: &str) -> Reason {
    match damage {
        Damage::Malformed => Reason::Malformed {
            cause: "its sizes are not sound".to_owned(),
        },
        Damage::TooMany => Reason::TooMany {
            limit: limits::CERTIFICATES as u64,
        },
        Damage::Unknown => Reason::NotReadYet {
            file: place.to_owned(),
        },
    }
}
