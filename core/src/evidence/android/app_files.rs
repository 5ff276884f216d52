//! App files: read side by side, from an acquisition's `apks/` or as evidence by themselves.
//!
//! A file is not an installation: by itself it gives an app that is [`AppState::Seen`].

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use crate::digest::Sha256;
use crate::evidence::apk::{self, ReadApk};
use crate::evidence::{Container, ContainerKind, Entry, Reading, Stage};
use crate::limits::APK_BYTES;
use crate::snapshot::{
    AppState, Apps, Input, InputKind, Platform, Reason, Skipped, Snapshot, SurfaceId, Surfaces,
};

/// One app file, read or not.
pub(super) struct AppFile {
    /// Its name in the evidence.
    pub(super) name: String,
    pub(super) input: Arc<str>,
    /// Size and digest, if it could be read from the evidence at all.
    pub(super) whole: Option<(u64, Sha256)>,
    pub(super) read: Result<ReadApk, Reason>,
}

/// Reads these entries as app files, several at a time, in the order given.
pub(super) fn read_all(
    container: &Container,
    entries: &[&Entry],
    reading: Reading<'_>,
) -> Vec<AppFile> {
    let total = entries.len() as u64;
    let done = AtomicU64::new(0);
    reading.watch.progress(Stage::Apps, 0, total);
    entries
        .par_iter()
        .map(|entry| {
            let input = container.input_path(entry);
            let (whole, read) = read_one(container, entry, &input, reading);
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            reading.watch.progress(Stage::Apps, done, total);
            AppFile {
                name: entry.name.clone(),
                input,
                whole,
                read,
            }
        })
        .collect()
}

fn read_one(
    container: &Container,
    entry: &Entry,
    input: &Arc<str>,
    reading: Reading<'_>,
) -> (Option<(u64, Sha256)>, Result<ReadApk, Reason>) {
    if reading.watch.cancelled() {
        return (None, Err(Reason::Cancelled));
    }
    match container.read(entry, APK_BYTES) {
        Ok((bytes, sha256)) => {
            let whole = Some((bytes.len() as u64, sha256));
            (whole, apk::read(input, bytes, reading))
        }
        Err(reason) => (None, Err(reason)),
    }
}

/// Says of the surfaces that only app files hold what became of them.
pub(super) fn tell(files: &[AppFile], surfaces: &mut Surfaces) {
    let mut manifests = 0;
    let mut code = 0;
    for file in files {
        match &file.read {
            Ok(read) => {
                manifests += 1;
                code += u64::from(read.app.files.iter().any(|file| file.rules.is_some()));
                for skipped in &read.skipped {
                    let id = if skipped.record.ends_with(".dex") {
                        SurfaceId::AppCode
                    } else {
                        SurfaceId::AppManifests
                    };
                    surfaces.skip(id, skipped.record.clone(), skipped.reason.clone());
                }
            }
            Err(reason) => {
                surfaces.skip(SurfaceId::AppManifests, &*file.input, reason.clone());
                surfaces.skip(SurfaceId::AppCode, &*file.input, reason.clone());
            }
        }
    }
    let failed = files.iter().find_map(|file| file.read.as_ref().err());
    match failed {
        Some(reason) if manifests == 0 => {
            surfaces.unavailable(SurfaceId::AppManifests, reason.clone());
            surfaces.unavailable(SurfaceId::AppCode, reason.clone());
        }
        _ => {
            surfaces.read(SurfaceId::AppManifests, manifests);
            // Without rules nobody asked for the code.
            if code > 0 {
                surfaces.read(SurfaceId::AppCode, code);
            }
        }
    }
}

/// Whether the evidence is one app file, or a folder of nothing else.
pub(super) fn recognises(container: &Container) -> bool {
    let is_app = |entry: &Entry| {
        let name = entry.name.to_ascii_lowercase();
        name.ends_with(".apk")
    };
    match container.kind() {
        ContainerKind::File => container.entries().iter().any(|entry| {
            let starts_as_zip = container.stream(entry, 4, |reader| {
                let mut start = [0u8; 4];
                reader.read_exact(&mut start).is_ok() && &start == b"PK\x03\x04"
            });
            is_app(entry) || starts_as_zip.is_ok_and(|streamed| streamed.value)
        }),
        ContainerKind::Folder | ContainerKind::Zip => {
            let mut shown = container.entries().iter().filter(|entry| {
                let own = entry.name.rsplit('/').next().unwrap_or_default();
                !own.starts_with('.')
            });
            let first = shown.next().is_some_and(is_app);
            first && shown.all(is_app)
        }
    }
}

/// Reads app files that are evidence by themselves.
pub(super) fn read(container: &Container, reading: Reading<'_>) -> Snapshot {
    let entries: Vec<&Entry> = container
        .entries()
        .iter()
        .filter(|entry| {
            let own = entry.name.rsplit('/').next().unwrap_or_default();
            container.kind() == ContainerKind::File || !own.starts_with('.')
        })
        .collect();
    let files = read_all(container, &entries, reading);
    let mut surfaces = Surfaces::for_platform(Platform::Android);
    tell(&files, &mut surfaces);
    for skipped in container.skipped() {
        let Skipped { record, reason } = skipped.clone();
        surfaces.skip(SurfaceId::AppManifests, record, reason);
    }
    let mut snapshot = Snapshot {
        platform: Platform::Android,
        ..Snapshot::default()
    };
    let mut apps = Apps::default();
    for file in files {
        if let Some((bytes, sha256)) = file.whole {
            snapshot.inputs.push(Input {
                path: file.input.to_string(),
                kind: InputKind::Apk,
                bytes,
                sha256,
            });
        }
        if let Ok(read) = file.read {
            let mut app = read.app;
            app.state = AppState::Seen;
            apps.add(app);
        }
    }
    snapshot.apps = apps.into_sorted();
    let signed = snapshot.apps.iter().filter(|app| !app.signers.is_empty());
    let signed = signed.count() as u64;
    let hashed = snapshot.inputs.len() as u64;
    surfaces.read(SurfaceId::AppHashes, hashed);
    if signed > 0 {
        surfaces.read(SurfaceId::AppSigners, signed);
    } else {
        let cause = "no app file with a signer that could be read".to_owned();
        surfaces.unavailable(SurfaceId::AppSigners, Reason::Malformed { cause });
    }
    for id in SurfaceId::ALL {
        if id.applies_to(Platform::Android) && id != SurfaceId::AppCode {
            surfaces.unavailable(id, Reason::NotInThisEvidence);
        }
    }
    snapshot.inputs.sort();
    snapshot.surfaces = surfaces;
    snapshot
}
