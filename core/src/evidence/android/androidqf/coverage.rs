//! What was not covered: apps without a signer or a digest, files that this version does not read,
//! digests that differ from the acquisition's own, entries that could not be opened.

use std::collections::BTreeSet;

use super::super::dumpstate;
use super::{PROCESS_FILES, Reader, settings};
use crate::limits::SKIPPED_LISTED;
use crate::snapshot::{App, AppState, Reason, Skipped, SurfaceId, SurfaceState};

impl Reader<'_> {
    /// The installed apps whose signer or digest is not known are listed: they were not checked.
    pub(super) fn tell_signers_and_hashes(&mut self) {
        let signed: fn(&App) -> bool = |app| !app.signers.is_empty();
        let hashed: fn(&App) -> bool = |app| app.files.iter().any(|file| file.sha256.is_some());
        for (id, field, known) in [
            (SurfaceId::AppSigners, "certificate", signed),
            (SurfaceId::AppHashes, "sha256", hashed),
        ] {
            let count = self.apps.iter().filter(|app| known(app)).count();
            let reason = Reason::LeftEmpty {
                field: field.to_owned(),
            };
            if count == 0 {
                let listed = self.surfaces.get(SurfaceId::Apps);
                let reason = match listed.map(|surface| &surface.state) {
                    Some(SurfaceState::Unavailable(why)) => why.clone(),
                    _ => reason,
                };
                self.surfaces.unavailable(id, reason);
                continue;
            }
            self.surfaces.read(id, count as u64);
            let told: BTreeSet<String> =
                self.surfaces.get(id).map_or_else(BTreeSet::new, |surface| {
                    let records = surface.skipped.iter();
                    records
                        .filter_map(|skipped| record_of(&skipped.record))
                        .collect()
                });
            let unknown: Vec<String> = self
                .apps
                .iter()
                .filter(|app| app.state == AppState::Installed && !known(app))
                .filter_map(|app| app.provenance.first())
                .map(|at| {
                    let place = format!("{} {}", at.input, at.locator);
                    record_of(&place).unwrap_or(place)
                })
                .filter(|record| !told.contains(record))
                .collect();
            for record in unknown.iter().take(SKIPPED_LISTED) {
                self.surfaces.skip(id, record, reason.clone());
            }
            if unknown.len() > SKIPPED_LISTED {
                let more = unknown.len() - SKIPPED_LISTED;
                let limit = SKIPPED_LISTED as u64;
                let record = format!("{}: {more} more records", self.container.name());
                self.surfaces.skip(id, record, Reason::TooMany { limit });
            }
        }
    }

    pub(super) fn tell_what_is_missing(&mut self) {
        // A dump that is there has said so itself.
        let absent = self.absent("dumpsys.txt");
        for id in dumpstate::held() {
            self.surfaces.unavailable(id, absent.clone());
        }
        let logs = Reason::FileMissing {
            file: "intrusion_logs/".to_owned(),
        };
        self.surfaces.unavailable(SurfaceId::Contacts, logs);
        self.surfaces
            .unavailable(SurfaceId::UserCertificates, Reason::NotInThisEvidence);
    }

    /// `hashes.csv` names each file as the acquisition saw it: with folders of another machine before it
    /// where AndroidQF wrote a folder, by itself in an archive.
    pub(super) fn compare_hashes(&mut self) {
        for stated in std::mem::take(&mut self.stated) {
            let mut name = stated.path.as_str();
            let known = loop {
                if let Some(read) = self.digests.get(name) {
                    break Some((name, read));
                }
                match name.split_once('/') {
                    Some((_, below)) => name = below,
                    None => break None,
                }
            };
            let Some((name, read)) = known else { continue };
            // The list is written while it is still open.
            if *read != stated.sha256 && name != "hashes.csv" {
                let record = format!("{}/{name}", self.container.name());
                let cause = "its SHA-256 differs from the acquisition's own list".to_owned();
                let id = surface_of(name).unwrap_or(SurfaceId::Apps);
                self.surfaces.skip(id, record, Reason::Malformed { cause });
            }
        }
    }

    /// Entries that the container would not open. A file that nothing here reads is told only where its
    /// name was made to mislead.
    pub(super) fn tell_skipped_entries(&mut self) {
        let mut told = 0usize;
        for Skipped { record, reason } in self.container.skipped() {
            let plain = record.replace('\\', "/");
            let own = plain.rsplit('/').next().unwrap_or_default();
            let id = match surface_of(&plain).or_else(|| surface_of(own)) {
                Some(id) => id,
                None if *reason == Reason::UnsafeName => SurfaceId::Apps,
                None => continue,
            };
            told += 1;
            if told > SKIPPED_LISTED {
                let limit = SKIPPED_LISTED as u64;
                let record = format!("{}: more entries", self.container.name());
                self.surfaces
                    .skip(SurfaceId::Apps, record, Reason::TooMany { limit });
                return;
            }
            let record = format!("{}/{record}", self.container.name());
            self.surfaces.skip(id, record, reason.clone());
        }
    }
}

/// `phone/packages.json [3]` of `phone/packages.json [3].files[0].certificate`.
fn record_of(place: &str) -> Option<String> {
    let (input, locator) = place.rsplit_once(' ')?;
    let (index, _) = locator.split_once(']')?;
    Some(format!("{input} {index}]"))
}

/// The surface that a file of an acquisition holds first.
fn surface_of(name: &str) -> Option<SurfaceId> {
    match name {
        "packages.json" => Some(SurfaceId::Apps),
        "package_users.json" => Some(SurfaceId::OtherUsers),
        "acquisition.json" | "getprop.txt" => Some(SurfaceId::Device),
        "files.json" => Some(SurfaceId::Files),
        "services.txt" => Some(SurfaceId::Services),
        "root_binaries.json" => Some(SurfaceId::RootTools),
        "mounts.json" => Some(SurfaceId::Mounts),
        "backup.ab" => Some(SurfaceId::AppSigners),
        "dumpsys.txt" | "bugreport.zip" => Some(SurfaceId::AppGrants),
        _ if PROCESS_FILES.contains(&name) => Some(SurfaceId::Processes),
        _ if settings::namespace(name).is_some() => Some(SurfaceId::Settings),
        _ if name.ends_with(".apk") => Some(SurfaceId::AppManifests),
        _ => None,
    }
}
