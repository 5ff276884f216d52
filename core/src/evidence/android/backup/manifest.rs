//! `apps/<package>/_manifest`: what Android writes down about each app that it puts into a backup.
//!
//! ```text
//! 1                       version of the manifest
//! com.example.x           package
//! 42                      versionCode
//! 34                      API level of the phone
//! com.android.vending     installer, may be empty
//! 1                       1 if the app's file is in the backup too
//! 1                       number of certificates
//! 3082...                 certificates (DER) in hexadecimal digits
//! ```
//! Source: AOSP `AppMetadataBackupWriter.getManifestBytes`.

use super::super::parsed::Place;
use super::header::{hex, malformed};
use crate::evidence::apk;
use crate::limits::{BACKUP_PACKAGE_NAME_BYTES, CERTIFICATE_BYTES, CERTIFICATES};
use crate::snapshot::{App, AppState, Observed, Platform, Provenance, Reason, SignerRole, Version};

/// What one manifest says.
pub(super) struct Manifest {
    pub(super) app: App,
    /// API level of the phone that wrote the backup.
    pub(super) api_level: Option<Observed<String>>,
}

/// Reads one manifest; `name` is its name in the archive, `folder` the package that its folder is named
/// after.
pub(super) fn read(
    place: &mut Place<'_>,
    name: &str,
    folder: &str,
    bytes: &[u8],
) -> Result<Manifest, Reason> {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.split('\n').map(|line| line.trim_end_matches('\r'));
    let at = |line: usize| format!("{name} line {line}");
    let mut next = || lines.next().unwrap_or_default();

    if next() != "1" {
        return Err(malformed("a version of the manifest that is not known"));
    }
    let package = next();
    if !is_package(package) {
        return Err(malformed("it names no package"));
    }
    if package != folder {
        let cause = "it names another package than its folder".to_owned();
        place.skip(&at(2), Reason::Malformed { cause });
    }
    let mut app = App::new(
        package,
        Platform::Android,
        AppState::Installed,
        place.at(at(2)),
    );
    match next().parse() {
        Ok(code) => {
            app.version = Some(Version {
                name: None,
                code: Some(code),
                provenance: place.at(at(3)),
            });
        }
        Err(_) => place.skip(&at(3), malformed("the version is not a number")),
    }
    let platform = next();
    let api_level = platform
        .parse::<u16>()
        .is_ok()
        .then(|| Observed::new(platform.to_owned(), place.at(at(4))));
    let installer = next();
    if !installer.is_empty() {
        let at = place.at(at(5));
        app.install.installer = Some(Observed::new(installer.to_owned(), at));
    }
    // Whether the app's file is there: the archive itself tells.
    let _ = next();
    let stated: Option<usize> = next().parse().ok();
    let certificates: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    if stated != Some(certificates.len()) {
        let cause = "it has another number of certificates than it states";
        place.skip(&at(7), malformed(cause));
    }
    for (number, digits) in certificates.into_iter().enumerate() {
        let at = at(number + 8);
        if number >= CERTIFICATES {
            let limit = CERTIFICATES as u64;
            place.skip(&at, Reason::TooMany { limit });
            break;
        }
        match certificate(digits) {
            Ok(der) => {
                let at: Provenance = place.at(at);
                let signer = apk::signer(&der, None, SignerRole::Current, at);
                app.signers.push(signer);
            }
            Err(reason) => place.skip(&at, reason),
        }
    }
    Ok(Manifest { app, api_level })
}

fn certificate(digits: &str) -> Result<Vec<u8>, Reason> {
    if digits.len() / 2 > CERTIFICATE_BYTES {
        return Err(Reason::TooLarge {
            limit: CERTIFICATE_BYTES as u64,
        });
    }
    hex(digits)
}

/// Whether this can be the name of a package at all.
pub(super) fn is_package(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= BACKUP_PACKAGE_NAME_BYTES
        && !name
            .chars()
            .any(|c| c.is_control() || c.is_whitespace() || c == '/')
}
