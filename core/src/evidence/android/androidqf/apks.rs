//! `apks/`: the apps' own files, where AndroidQF copied them, joined to the apps of the list.

use super::super::app_files::{self, AppFile};
use super::Reader;
use crate::snapshot::{App, AppState, Input, InputKind, Platform, Provenance, Reason, SurfaceId};

impl Reader<'_> {
    pub(super) fn read_app_files(&mut self) {
        let entries: Vec<_> = self
            .container
            .entries()
            .iter()
            .filter(|entry| entry.name.starts_with("apks/") && entry.name.ends_with(".apk"))
            .collect();
        if entries.is_empty() {
            for id in [SurfaceId::AppManifests, SurfaceId::AppCode] {
                let file = "apks/".to_owned();
                self.surfaces.unavailable(id, Reason::FileMissing { file });
            }
            return;
        }
        let files = app_files::read_all(self.container, &entries, self.reading);
        app_files::tell(&files, &mut self.surfaces);
        for file in files {
            self.join(file);
        }
    }

    /// The app is the one that the file itself names. Where the list has the file under another name,
    /// both are told.
    pub(super) fn join(&mut self, file: AppFile) {
        if let Some((bytes, sha256)) = file.whole {
            self.digests.insert(file.name.clone(), sha256);
            self.snapshot.inputs.push(Input {
                path: file.input.to_string(),
                kind: InputKind::Member,
                bytes,
                sha256,
            });
        }
        let stated = self.copies.get(&file.name);
        let path = stated.and_then(|(_, copied)| copied.path.clone());
        let differs = stated
            .and_then(|(_, copied)| copied.sha256)
            .is_some_and(|stated| file.whole.is_some_and(|(_, sha256)| sha256 != stated));
        if differs {
            let cause = "its SHA-256 differs from the one in packages.json".to_owned();
            let reason = Reason::Malformed { cause };
            self.surfaces
                .skip(SurfaceId::AppHashes, &*file.input, reason);
        }
        let listed = self.listed_as(&file);
        let (id, mut app) = match file.read {
            Ok(read) => (read.app.id.clone(), read.app),
            Err(unread) => {
                let id = listed.clone().unwrap_or(file.name);
                (id.clone(), app_files::nameless(id, &file.input, *unread))
            }
        };
        // The file alone is no installation; the list says whether there is one.
        app.state = AppState::Seen;
        for own in &mut app.files {
            own.path = own.path.take().or_else(|| path.clone());
        }
        if let Some(other) = listed.filter(|listed| *listed != id) {
            let cause = format!("the list has it as {other}, the file says {id}");
            let reason = Reason::Malformed { cause };
            self.surfaces
                .skip(SurfaceId::AppManifests, &*file.input, reason);
            let at = Provenance::new(&file.input, "");
            let mut named = App::new(other, Platform::Android, AppState::Seen, at);
            named.files = app.files.clone();
            named.signers = app.signers.clone();
            self.apps.add(named);
        }
        self.apps.add(app);
    }

    /// The app that the list has this file under: by its digest, by the name of the copy, or by the
    /// package at the start of its name (`<package>_<split>.apk`).
    fn listed_as(&self, file: &AppFile) -> Option<String> {
        let digest = file.whole.map(|(_, sha256)| sha256);
        let by_digest = self.apps.iter().find(|app| {
            let mut files = app.files.iter();
            digest.is_some() && files.any(|own| own.sha256 == digest)
        });
        if let Some(app) = by_digest {
            return Some(app.id.clone());
        }
        if let Some((id, _)) = self.copies.get(&file.name) {
            return Some(id.clone());
        }
        let own = file.name.rsplit('/').next()?.strip_suffix(".apk")?;
        let mut name = own;
        loop {
            if self.apps.has(name) {
                return Some(name.to_owned());
            }
            name = name.rsplit_once('_')?.0;
        }
    }
}
