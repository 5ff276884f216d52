//! App files: read side by side, from an acquisition's `apks/` or as evidence by themselves.
//!
//! A file is not an installation: by itself it gives an app that is [`AppState::Seen`]. A file that does
//! not say which app it is stands under its own name, so that its digest and its signers are compared.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use crate::digest::Sha256;
use crate::evidence::apk::{self, ReadApk, UnreadApk};
use crate::evidence::{Container, ContainerKind, Entry, Reading, Stage};
use crate::limits::APK_BYTES;
use crate::snapshot::{
    ApkFile, App, AppState, Apps, Input, InputKind, Platform, Provenance, Reason, Skipped,
    Snapshot, SurfaceId, SurfaceState, Surfaces,
};

/// One app file, read or not.
pub(super) struct AppFile {
    /// Its name in the evidence.
    pub(super) name: String,
    pub(super) input: Arc<str>,
    /// Size and digest, if it could be read from the evidence at all.
    pub(super) whole: Option<(u64, Sha256)>,
    pub(super) read: Result<ReadApk, Box<UnreadApk>>,
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
            let file = read_one(container, entry, reading);
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            reading.watch.progress(Stage::Apps, done, total);
            file
        })
        .collect()
}

fn read_one(container: &Container, entry: &Entry, reading: Reading<'_>) -> AppFile {
    let input = container.input_path(entry);
    let bytes = if reading.watch.cancelled() {
        Err(Reason::Cancelled)
    } else {
        container.read(entry, APK_BYTES)
    };
    let (whole, read) = match bytes {
        Ok((bytes, sha256)) => {
            let whole = Some((bytes.len() as u64, sha256));
            (whole, apk::read(&input, bytes, reading))
        }
        Err(reason) => (None, Err(Box::new(not_opened(&input, reason)))),
    };
    AppFile {
        name: entry.name.clone(),
        input,
        whole,
        read,
    }
}

/// A file that could not be read from the evidence.
pub(super) fn not_opened(input: &Arc<str>, reason: Reason) -> UnreadApk {
    UnreadApk {
        reason,
        file: ApkFile {
            path: None,
            bytes: None,
            sha256: None,
            read_here: false,
            rules: None,
            anomalies: Vec::new(),
            provenance: Provenance::new(input, ""),
        },
        signers: Vec::new(),
        skipped: Vec::new(),
    }
}

/// What a file shows that does not say which app it is, under the name by which it is known.
pub(super) fn nameless(id: String, input: &Arc<str>, unread: UnreadApk) -> App {
    let at = Provenance::new(input, "");
    let mut app = App::new(id, Platform::Android, AppState::Seen, at);
    app.signers = unread.signers;
    app.files = vec![unread.file];
    app
}

/// Says of the surfaces that only app files hold what became of them.
pub(super) fn tell(files: &[AppFile], surfaces: &mut Surfaces) {
    let mut manifests = 0;
    let mut code = 0;
    let mut failed = None;
    for file in files {
        let (skipped, has_code) = match &file.read {
            Ok(read) => {
                manifests += 1;
                let mut own = read.app.files.iter();
                (&read.skipped, own.any(|file| file.rules.is_some()))
            }
            Err(unread) => {
                let reason = &unread.reason;
                failed.get_or_insert(reason);
                surfaces.skip(SurfaceId::AppManifests, &*file.input, reason.clone());
                if unread.file.rules.is_none() {
                    surfaces.skip(SurfaceId::AppCode, &*file.input, reason.clone());
                }
                (&unread.skipped, unread.file.rules.is_some())
            }
        };
        code += u64::from(has_code);
        for Skipped { record, reason } in skipped {
            let id = if record.ends_with(".dex") {
                SurfaceId::AppCode
            } else {
                SurfaceId::AppManifests
            };
            surfaces.skip(id, record, reason.clone());
        }
    }
    match failed {
        Some(reason) if manifests == 0 => {
            surfaces.unavailable(SurfaceId::AppManifests, reason.clone());
        }
        _ => surfaces.read(SurfaceId::AppManifests, manifests),
    }
    // Without rules nobody asked for the code.
    match failed {
        _ if code > 0 => surfaces.read(SurfaceId::AppCode, code),
        Some(reason) if manifests == 0 => {
            surfaces.unavailable(SurfaceId::AppCode, reason.clone());
        }
        _ => {}
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
        apps.add(match file.read {
            Ok(read) => App {
                state: AppState::Seen,
                ..read.app
            },
            Err(unread) => nameless(file.name, &file.input, *unread),
        });
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
    let manifests = surfaces.get(SurfaceId::AppManifests);
    if let Some(SurfaceState::Read { records }) = manifests.map(|surface| &surface.state) {
        // They say who has an icon.
        let records = *records;
        surfaces.read(SurfaceId::LauncherEntries, records);
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
