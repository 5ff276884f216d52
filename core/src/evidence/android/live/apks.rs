//! The apps' own files: brought into memory one at a time, read, and forgotten.
//!
//! Brought are the files of every app that did not come with the phone, and of those that came with it and hold
//! a power by which one can watch. The others stay on the phone, which digests them itself: Android lets an
//! app that came with it be replaced only by one of the same signer.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::Arc;

use super::super::app_files::{self, AppFile};
use super::ask::Told;
use super::commands::{self, APP_FILES, DIGESTS};
use super::{Reader, WATCHING, lists};
use crate::digest::Sha256;
use crate::evidence::Stage;
use crate::evidence::apk::{self, UnreadApk};
use crate::limits::{APP_FILES_PULLED, PHONE_APK_BYTES};
use crate::snapshot::{
    Action, ApkFile, App, AppState, Input, InputKind, Platform, Provenance, Reason, SurfaceId,
    SurfaceState,
};

/// Files in one `sha256sum`: their paths stay far below the 128 KiB that a command may have.
const DIGESTED_AT_ONCE: usize = 40;

/// How long one file may take: 512 MiB over an old cable.
const SECONDS: u64 = 600;

impl Reader<'_> {
    pub(super) fn read_app_files(&mut self) {
        let wanted = self.wanted();
        let total = wanted.len() as u64;
        let watch = self.reading.watch;
        let mut files = Vec::new();
        let mut pulled = 0;
        for (done, (id, user)) in wanted.into_iter().enumerate() {
            watch.progress(Stage::Apps, done as u64, total);
            for path in self.paths(&id, user) {
                pulled += 1;
                let allowed = if pulled > APP_FILES_PULLED {
                    let limit = APP_FILES_PULLED;
                    Err(Reason::TooMany { limit })
                } else {
                    Ok(())
                };
                let file = self.read_file(&path, allowed);
                self.join(&id, &path, &file);
                files.push(file);
            }
        }
        watch.progress(Stage::Apps, total, total);
        if files.is_empty() {
            let reason = self.may_go_on("pm path").err();
            let reason = reason.or_else(|| {
                let apps = self.surfaces.get(SurfaceId::Apps)?;
                match &apps.state {
                    SurfaceState::Unavailable(reason) => Some(reason.clone()),
                    _ => None,
                }
            });
            for id in [SurfaceId::AppManifests, SurfaceId::AppCode] {
                match &reason {
                    Some(reason) => self.surfaces.unavailable(id, reason.clone()),
                    None => self.surfaces.read(id, 0),
                }
            }
            return;
        }
        app_files::tell(&files, &mut self.surfaces);
    }

    /// The apps whose files are brought, each with a user that has it. Apps that hold a power come first, then
    /// those with no icon: a phone that is unplugged early has given the most telling ones.
    fn wanted(&self) -> Vec<(String, u32)> {
        let mut wanted: BTreeMap<&str, (u8, u32)> = BTreeMap::new();
        for app in self.apps.iter() {
            let Some(user) = app.user else { continue };
            let powers = app.powers.iter();
            let watches = { powers }.any(|held| WATCHING.contains(&held.value.kind));
            if app.state != AppState::Installed || (app.system == Some(true) && !watches) {
                continue;
            }
            let rank = match (watches, app.hiding.is_empty()) {
                (true, false) => 0,
                (true, true) => 1,
                (false, false) => 2,
                (false, true) => 3,
            };
            let known = wanted.entry(&app.id).or_insert((rank, user));
            *known = (*known).min((rank, user));
        }
        let mut wanted: Vec<_> = wanted
            .into_iter()
            .map(|(id, (rank, user))| (rank, id.to_owned(), user))
            .collect();
        wanted.sort();
        wanted.into_iter().map(|(_, id, user)| (id, user)).collect()
    }

    /// Where the files of an app are; what the list of apps said, where `pm path` does not.
    fn paths(&mut self, id: &str, user: u32) -> BTreeSet<String> {
        let asked = match APP_FILES.for_package(user, id) {
            Some(command) => self.ask(&command, APP_FILES.seconds),
            None => Err(Reason::UnsafeName),
        };
        let named = asked.and_then(|answer| {
            self.parse(answer, Told::Under(SurfaceId::AppManifests), lists::named)
        });
        let paths = match named {
            Ok(paths) if !paths.is_empty() => paths,
            _ => {
                let own = self.apps.of(id).flat_map(|app| app.files.iter());
                own.filter_map(|file| file.path.clone()).collect()
            }
        };
        if paths.is_empty() {
            let record = format!("{}: the files of {id}", self.name);
            let reason = self.may_go_on("pm path").err();
            let reason = reason.unwrap_or_else(|| Reason::FileMissing {
                file: "base.apk".to_owned(),
            });
            self.surfaces.skip(SurfaceId::AppManifests, record, reason);
        }
        paths
    }

    /// Brings one file, if it may be brought.
    fn read_file(&mut self, path: &str, allowed: Result<(), Reason>) -> AppFile {
        let input: Arc<str> = format!("{}{path}", self.name).into();
        let unread = |reason: Reason, whole: Option<(u64, Sha256)>| {
            let file = ApkFile {
                path: Some(path.to_owned()),
                bytes: whole.map(|(bytes, _)| bytes),
                sha256: whole.map(|(_, sha256)| sha256),
                read_here: whole.is_some(),
                rules: None,
                anomalies: Vec::new(),
                provenance: Provenance::new(&input, ""),
            };
            AppFile {
                name: path.to_owned(),
                input: Arc::clone(&input),
                whole,
                read: Err(Box::new(UnreadApk {
                    reason,
                    file,
                    signers: Vec::new(),
                    skipped: Vec::new(),
                })),
            }
        };
        if !commands::is_plain_path(path) {
            return unread(Reason::UnsafeName, None);
        }
        if let Err(reason) = allowed.and_then(|()| self.may_go_on(path)) {
            return unread(reason, None);
        }
        let watch = self.reading.watch;
        let at = self.phone.now();
        let mut bytes = Vec::new();
        let mut enough = None;
        let ended = self.phone.pull(path, SECONDS, &mut |piece| {
            if watch.cancelled() {
                enough = Some(Reason::Cancelled);
                return ControlFlow::Break(());
            }
            if piece.len() > PHONE_APK_BYTES.saturating_sub(bytes.len()) {
                let limit = PHONE_APK_BYTES as u64;
                enough = Some(Reason::TooLarge { limit });
                return ControlFlow::Break(());
            }
            bytes.extend_from_slice(piece);
            ControlFlow::Continue(())
        });
        let sha256 = Sha256::of(&bytes);
        self.snapshot.actions.push(Action {
            at,
            what: format!("pull {path}"),
            output: Some(sha256),
            changed: false,
        });
        if let Some(reason) = self.ending(path, SECONDS, ended, enough) {
            return unread(reason, None);
        }
        let whole = Some((bytes.len() as u64, sha256));
        self.snapshot.inputs.push(Input {
            path: input.to_string(),
            kind: InputKind::Member,
            bytes: bytes.len() as u64,
            sha256,
        });
        AppFile {
            name: path.to_owned(),
            whole,
            read: apk::read(&input, bytes, self.reading),
            input,
        }
    }

    /// What a file says goes to the app that it names; where the phone lists it under another name, both are
    /// told.
    fn join(&mut self, listed: &str, path: &str, file: &AppFile) {
        let mut app = match &file.read {
            Ok(read) => read.app.clone(),
            Err(unread) => {
                let mut app = App::new(
                    listed,
                    Platform::Android,
                    AppState::Seen,
                    Provenance::new(&file.input, ""),
                );
                app.signers.clone_from(&unread.signers);
                app.files = vec![unread.file.clone()];
                app
            }
        };
        // The file alone is no installation; the list says whether there is one.
        app.state = AppState::Seen;
        for own in &mut app.files {
            own.path.get_or_insert_with(|| path.to_owned());
        }
        if app.id != listed {
            let cause = format!("the phone has it as {listed}, the file says {}", app.id);
            let reason = Reason::Malformed { cause };
            self.surfaces
                .skip(SurfaceId::AppManifests, &*file.input, reason);
            let at = Provenance::new(&file.input, "");
            let mut named = App::new(listed, Platform::Android, AppState::Seen, at);
            named.files.clone_from(&app.files);
            named.signers.clone_from(&app.signers);
            self.apps.add(named);
        }
        self.apps.add(app);
    }

    /// The digests of the files that stay on the phone, as the phone computes them.
    pub(super) fn read_digests(&mut self) {
        let mut paths: BTreeSet<String> = BTreeSet::new();
        for app in self.apps.iter() {
            let unread = app.files.iter().filter(|file| file.sha256.is_none());
            paths.extend(unread.filter_map(|file| file.path.clone()));
        }
        paths.retain(|path| commands::is_plain_path(path));
        let paths: Vec<String> = paths.into_iter().collect();
        for batch in paths.chunks(DIGESTED_AT_ONCE) {
            let command = DIGESTS.for_paths(batch.iter().map(String::as_str));
            let answer = self.ask(&command, DIGESTS.seconds);
            let digests = answer.and_then(|answer| {
                self.parse(answer, Told::Under(SurfaceId::AppHashes), lists::digests)
            });
            let digests = match digests {
                Ok(digests) => digests,
                Err(reason) => {
                    let count = batch.len();
                    let record = format!("{}: {count} files that stay on the phone", self.name);
                    self.surfaces.skip(SurfaceId::AppHashes, record, reason);
                    continue;
                }
            };
            for app in self.apps.iter_mut() {
                for file in app.files.iter_mut().filter(|file| file.sha256.is_none()) {
                    let digest = file.path.as_ref().and_then(|path| digests.get(path));
                    if let Some(digest) = digest {
                        file.sha256 = Some(digest.value);
                        file.provenance = digest.provenance.clone();
                    }
                }
            }
        }
    }

    /// Says how many installed apps have a known signer and digest, and which kinds have none.
    pub(super) fn tell_signers_and_hashes(&mut self) {
        let signed: fn(&App) -> bool = |app| !app.signers.is_empty();
        let hashed: fn(&App) -> bool = |app| app.files.iter().any(|file| file.sha256.is_some());
        for (id, known) in [
            (SurfaceId::AppSigners, signed),
            (SurfaceId::AppHashes, hashed),
        ] {
            let apps: BTreeMap<&str, (bool, bool)> = self
                .apps
                .iter()
                .filter(|app| app.state == AppState::Installed)
                .map(|app| (app.id.as_str(), (known(app), app.system == Some(true))))
                .collect();
            let count = apps.values().filter(|(known, _)| *known).count() as u64;
            let came = apps
                .values()
                .filter(|(known, system)| !known && *system)
                .count();
            let others: Vec<String> = apps
                .iter()
                .filter(|(_, (known, system))| !known && !system)
                .map(|(id, _)| format!("{}: {id}", self.name))
                .collect();
            if apps.is_empty() {
                let reason = self.may_go_on("pm list packages").err();
                let field = "pm list packages".to_owned();
                let reason = reason.unwrap_or(Reason::LeftEmpty { field });
                self.surfaces.unavailable(id, reason);
                continue;
            }
            self.surfaces.read(id, count);
            for record in others {
                let reason = self.may_go_on(&record).err();
                let file = "base.apk".to_owned();
                let reason = reason.unwrap_or(Reason::FileMissing { file });
                self.surfaces.skip(id, record, reason);
            }
            if came > 0 {
                let record = format!("{}: {came} apps that came with the phone", self.name);
                self.surfaces.skip(id, record, Reason::NotInThisEvidence);
            }
        }
    }
}
