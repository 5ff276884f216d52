//! An Android backup (`adb backup`, `.ab`) of format version 1 to 5, compressed or not, encrypted or not.
//!
//! One pass: decrypt, inflate, walk the tar archive; nothing decrypted reaches a disk. Read are
//! `apps/<package>/_manifest`, which names every app with its version, installer and signers, and the apps'
//! own files where they are there. Messages and the data of apps are stepped over unread. An app that takes
//! no part in backups is not in one, so a backup is never the whole list of apps.

mod cipher;
mod header;
mod manifest;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::Arc;

use flate2::read::ZlibDecoder;

use self::cipher::Decrypting;
use self::header::MAGIC;
use super::super::tar::Tar;
use super::app_files::{self, AppFile};
use super::parsed::{Parsed, Place};
use crate::digest::Sha256;
use crate::evidence::{Container, ContainerKind, EvidenceError, Reading, Stage, apk};
use crate::limits::{
    BACKUP_APK_BYTES, BACKUP_BYTES, BACKUP_MANIFEST_BYTES, BACKUP_RATIO_FREE_BYTES,
    CERTIFICATE_BYTES, COMPRESSION_RATIO, RECORDS,
};
use crate::snapshot::{
    App, AppState, Apps, Device, Input, InputKind, Observed, Platform, Reason, Skipped, Snapshot,
    SurfaceId, Surfaces,
};

/// What a backup tells.
#[derive(Default)]
pub(super) struct Contents {
    /// Apps with a manifest, and apps of which only a folder is there.
    pub(super) apps: Vec<App>,
    /// Apps' own files.
    pub(super) files: Vec<AppFile>,
    /// API level of the phone that wrote it.
    pub(super) api_level: Option<Observed<String>>,
}

/// Whether this is a backup by itself. Its name says nothing.
pub(super) fn recognises(container: &Container) -> bool {
    let entry = container.entries().first();
    container.kind() == ContainerKind::File
        && entry.is_some_and(|entry| container.start(entry, MAGIC.len()) == MAGIC)
}

/// Reads a backup by itself.
///
/// # Errors
/// [`EvidenceError::Encrypted`], [`EvidenceError::WrongPassword`] and [`EvidenceError::Damaged`] before any
/// of its data is read.
pub(super) fn read(container: &Container, reading: Reading<'_>) -> Result<Snapshot, EvidenceError> {
    let path = || container.path().to_owned();
    let refused = |reason| match reason {
        Reason::Encrypted => EvidenceError::Encrypted { path: path() },
        Reason::WrongPassword => EvidenceError::WrongPassword { path: path() },
        other => EvidenceError::Damaged {
            path: path(),
            cause: cause_of(&other),
        },
    };
    let entry = container
        .entries()
        .first()
        .ok_or_else(|| EvidenceError::Empty { path: path() })?;
    // A wrong password is told before gigabytes are hashed.
    let begun = container.stream(entry, HEADER_BYTES, |source| {
        let header = header::read(source)?;
        header.sealing.map_or(Ok(()), |sealing| {
            cipher::unlock(&sealing, header.version, reading.secrets).map(|_| ())
        })
    });
    begun.and_then(|streamed| streamed.value).map_err(refused)?;

    let input = container.input_path(entry);
    let streamed = container
        .stream(entry, BACKUP_BYTES, |source| {
            parse(Place::new(&input, reading.watch), source, reading)
        })
        .map_err(refused)?;
    let mut snapshot = Snapshot {
        platform: Platform::Android,
        surfaces: Surfaces::for_platform(Platform::Android),
        ..Snapshot::default()
    };
    let parsed = streamed.value;
    match streamed.whole {
        Ok((bytes, sha256)) => snapshot.inputs.push(Input {
            path: input.to_string(),
            kind: InputKind::AndroidBackup,
            bytes,
            sha256,
        }),
        Err(reason) => snapshot.surfaces.skip(SurfaceId::Apps, &*input, reason),
    }
    tell(&input, parsed, &mut snapshot);
    Ok(snapshot)
}

/// Reads a backup from its first byte.
pub(super) fn parse(
    mut place: Place<'_>,
    source: &mut dyn Read,
    reading: Reading<'_>,
) -> Parsed<Contents> {
    let mut contents = Contents::default();
    let header = match header::read(source) {
        Ok(header) => header,
        Err(reason) => {
            place.stop(reason);
            return place.finish(contents, 0);
        }
    };
    let passed = Cell::new(0);
    let source = Counted {
        inner: source,
        passed: &passed,
    };
    let key = header
        .sealing
        .as_ref()
        .map(|sealing| cipher::unlock(sealing, header.version, reading.secrets))
        .transpose();
    let plain: Box<dyn Read + '_> = match key {
        Ok(Some(key)) => Box::new(Decrypting::new(source, &key)),
        Ok(None) => Box::new(source),
        Err(reason) => {
            place.stop(reason);
            return place.finish(contents, 0);
        }
    };
    let cut = if header.compressed {
        let inflated = Inflated {
            inner: ZlibDecoder::new(plain),
            out: 0,
            passed: &passed,
        };
        walk(
            &mut contents,
            &mut place,
            Tar::new(inflated, BACKUP_BYTES),
            reading,
        )
    } else {
        walk(
            &mut contents,
            &mut place,
            Tar::new(plain, BACKUP_BYTES),
            reading,
        )
    };
    if let Some(reason) = cut {
        place.stop(reason);
    }
    let records = contents.apps.len() as u64;
    place.finish(contents, records)
}

/// Steps through the archive. The answer is why it ended before its end.
fn walk<R: Read>(
    contents: &mut Contents,
    place: &mut Place<'_>,
    mut tar: Tar<R>,
    reading: Reading<'_>,
) -> Option<Reason> {
    let mut apps: BTreeMap<String, App> = BTreeMap::new();
    // Packages whose folder is there, and whether it has a manifest.
    let mut folders: BTreeMap<String, bool> = BTreeMap::new();
    let mut members = 0u64;
    let mut stopped = None;
    while let Some(entry) = tar.next() {
        if reading.watch.cancelled() {
            stopped = Some(Reason::Cancelled);
            break;
        }
        members += 1;
        if members > RECORDS {
            stopped = Some(Reason::TooMany { limit: RECORDS });
            break;
        }
        let entry = match entry {
            Ok(entry) => entry,
            Err(reason) => {
                place.skip(&format!("entry {members}"), reason);
                continue;
            }
        };
        let mut parts = entry.name.splitn(3, '/');
        let (Some("apps"), Some(package)) = (parts.next(), parts.next()) else {
            continue;
        };
        if package.is_empty() {
            continue;
        }
        if !manifest::is_package(package) {
            place.skip(&format!("entry {members}"), Reason::UnsafeName);
            continue;
        }
        if !folders.contains_key(package) {
            folders.insert(package.to_owned(), false);
            reading.watch.progress(Stage::Reading, members, 0);
        }
        match parts.next() {
            Some("_manifest") if entry.is_file => {
                folders.insert(package.to_owned(), true);
                let read = tar
                    .read(BACKUP_MANIFEST_BYTES)
                    .and_then(|bytes| manifest::read(place, &entry.name, package, &bytes));
                let manifest = match read {
                    Ok(manifest) => manifest,
                    Err(reason) => {
                        place.skip(&entry.name, reason);
                        continue;
                    }
                };
                contents.api_level = contents.api_level.take().or(manifest.api_level);
                let app = manifest.app;
                match apps.get_mut(&app.id) {
                    None => {
                        apps.insert(app.id.clone(), app);
                    }
                    Some(known) => {
                        let cause = "the backup has this app twice".to_owned();
                        place.skip(&entry.name, Reason::Malformed { cause });
                        known.absorb(app);
                    }
                }
            }
            Some(below) if entry.is_file && is_app_file(below) => {
                let bytes = tar.read(BACKUP_APK_BYTES);
                contents
                    .files
                    .push(app_file(place.input(), &entry.name, bytes, reading));
            }
            // Messages, settings and data of apps: not read.
            Some(_) | None => {}
        }
    }
    for (package, described) in folders {
        if apps.contains_key(&package) {
            continue;
        }
        let folder = format!("apps/{package}/");
        if !described {
            let file = format!("{folder}_manifest");
            place.skip(&folder, Reason::FileMissing { file });
        }
        let at = place.at(folder);
        let app = App::new(package.clone(), Platform::Android, AppState::Seen, at);
        apps.insert(package, app);
    }
    contents.apps.extend(apps.into_values());
    stopped.or_else(|| tar.into_cut())
}

/// `a/base.apk` and its splits (AOSP `FullBackup.APK_TREE_TOKEN`).
fn is_app_file(below: &str) -> bool {
    let own = below.strip_prefix("a/");
    own.is_some_and(|own| !own.contains('/') && own.to_ascii_lowercase().ends_with(".apk"))
}

fn app_file(
    backup: &Arc<str>,
    name: &str,
    bytes: Result<Vec<u8>, Reason>,
    reading: Reading<'_>,
) -> AppFile {
    let input: Arc<str> = format!("{backup}/{name}").into();
    let (whole, read) = match bytes {
        Ok(bytes) => {
            let whole = Some((bytes.len() as u64, Sha256::of(&bytes)));
            (whole, apk::read(&input, bytes, reading))
        }
        Err(reason) => {
            let unread = app_files::not_opened(&input, reason);
            (None, Err(Box::new(unread)))
        }
    };
    AppFile {
        name: format!("{}/{name}", backup.rsplit('/').next().unwrap_or(backup)),
        input,
        whole,
        read,
    }
}

/// Says of the surfaces what a backup by itself tells about them.
fn tell(input: &Arc<str>, parsed: Parsed<Contents>, snapshot: &mut Snapshot) {
    let Parsed {
        value: contents,
        records,
        skipped,
        stopped,
    } = parsed;
    let surfaces = &mut snapshot.surfaces;
    match &stopped {
        Some(reason) if records == 0 => surfaces.unavailable(SurfaceId::Apps, reason.clone()),
        _ => {
            surfaces.read(SurfaceId::Apps, records);
            let record = format!("{input}: apps that take no part in backups");
            surfaces.skip(SurfaceId::Apps, record, Reason::NotInThisEvidence);
        }
    }
    if let Some(reason) = stopped.filter(|_| records > 0) {
        surfaces.skip(SurfaceId::Apps, &**input, reason);
    }
    for Skipped { record, reason } in skipped {
        surfaces.skip(surface_of(&record), record, reason);
    }
    let files = contents.files.len();
    if files > 0 {
        app_files::tell(&contents.files, surfaces);
    }
    let mut apps = Apps::default();
    for app in contents.apps {
        apps.add(app);
    }
    let mut hashed = 0;
    for file in contents.files {
        if let Some((bytes, sha256)) = file.whole {
            hashed += 1;
            snapshot.inputs.push(Input {
                path: file.input.to_string(),
                kind: InputKind::Member,
                bytes,
                sha256,
            });
        }
        apps.add(match file.read {
            Ok(read) => App {
                state: AppState::Seen,
                ..read.app
            },
            Err(unread) => app_files::nameless(file.name, &file.input, *unread),
        });
    }
    snapshot.apps = apps.into_sorted();
    let signed = snapshot.apps.iter().filter(|app| !app.signers.is_empty());
    match signed.count() as u64 {
        0 => {
            let file = "_manifest".to_owned();
            surfaces.unavailable(SurfaceId::AppSigners, Reason::FileMissing { file });
        }
        signed => surfaces.read(SurfaceId::AppSigners, signed),
    }
    if files == 0 {
        for id in [
            SurfaceId::AppHashes,
            SurfaceId::AppManifests,
            SurfaceId::AppCode,
        ] {
            let file = "base.apk".to_owned();
            surfaces.unavailable(id, Reason::FileMissing { file });
        }
    } else {
        surfaces.read(SurfaceId::AppHashes, hashed);
    }
    for id in SurfaceId::ALL {
        if id.applies_to(Platform::Android) && id != SurfaceId::AppCode {
            surfaces.unavailable(id, Reason::NotInThisEvidence);
        }
    }
    snapshot.device = Device {
        api_level: contents.api_level,
        ..Device::default()
    };
    snapshot.inputs.sort();
}

/// The surface that a record belongs to: certificates and their number stand from line 7 of a manifest on.
fn surface_of(record: &str) -> SurfaceId {
    let line = record
        .rsplit_once("/_manifest line ")
        .and_then(|(_, line)| line.parse::<u64>().ok());
    match line {
        Some(7..) => SurfaceId::AppSigners,
        Some(_) | None => SurfaceId::Apps,
    }
}

/// What a header can have at most: nine lines.
const HEADER_BYTES: u64 = 9 * (crate::limits::BACKUP_HEADER_LINE_BYTES as u64 + 1);

// A manifest has room for every certificate that is read from one.
const _: () = assert!(BACKUP_MANIFEST_BYTES > 2 * CERTIFICATE_BYTES as u64);

fn cause_of(reason: &Reason) -> String {
    match reason {
        Reason::Malformed { cause } | Reason::Unreadable { cause, .. } => cause.clone(),
        Reason::TooMany { limit } => format!("its password asks for more than {limit} rounds"),
        Reason::TooLarge { limit } => format!("a line of its header is longer than {limit} bytes"),
        other => other.code().to_owned(),
    }
}

/// Counts what was taken from the evidence.
struct Counted<'a, R> {
    inner: R,
    passed: &'a Cell<u64>,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.passed
            .set(self.passed.get().saturating_add(count as u64));
        Ok(count)
    }
}

/// Stops where a small backup becomes a large archive.
struct Inflated<'a, R> {
    inner: R,
    out: u64,
    passed: &'a Cell<u64>,
}

impl<R: Read> Read for Inflated<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.out = self.out.saturating_add(count as u64);
        let ratio = self.passed.get().saturating_mul(COMPRESSION_RATIO);
        if self.out > ratio.max(BACKUP_RATIO_FREE_BYTES) {
            let cause = "it inflates to far more than it can hold";
            return Err(io::Error::other(cause));
        }
        Ok(count)
    }
}

#[cfg(test)]
mod tests;
