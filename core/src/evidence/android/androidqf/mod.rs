//! An AndroidQF acquisition, as a folder or a zip archive, of every layout since 2022.
//!
//! Each file is streamed once: hashed and parsed in the same pass. What is missing, empty, cut short or
//! not read by this version becomes the state of the surfaces that it would have held.

mod about;
mod apks;
mod coverage;
mod dumps;
mod files;
mod inside;
pub(super) mod lists;
mod packages;
pub(super) mod processes;
pub(super) mod settings;

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::Arc;

use self::about::Stated;
use self::packages::Copied;
use super::getprop;
use super::parsed::{Parsed, Place};
use crate::digest::Sha256;
use crate::evidence::{Container, ContainerKind, Reading, Stage};
use crate::limits::{MEMORY_ENTRY_BYTES, STREAMED_ENTRY_BYTES};
use crate::snapshot::{
    App, AppState, Apps, Contradictions, Input, InputKind, Platform, PowerKind, Provenance, Reason,
    Skipped, Snapshot, SurfaceId, Surfaces,
};

/// Files that only an acquisition has together. Either of the first two is enough by itself.
const KNOWN: [&str; 18] = [
    "acquisition.json",
    "packages.json",
    "package_users.json",
    "getprop.txt",
    "files.json",
    "processes.txt",
    "processes.json",
    "ps.txt",
    "services.txt",
    "root_binaries.json",
    "mounts.json",
    "dumpsys.txt",
    "bugreport.zip",
    "backup.ab",
    "hashes.csv",
    "command.log",
    "selinux.txt",
    "env.txt",
];

const PROCESS_FILES: [&str; 3] = ["processes.json", "processes.txt", "ps.txt"];

/// Surfaces that the settings of the namespace `secure` hold.
const IN_SECURE: [(SurfaceId, PowerKind); 3] = [
    (SurfaceId::Accessibility, PowerKind::Accessibility),
    (
        SurfaceId::NotificationListeners,
        PowerKind::NotificationListener,
    ),
    (SurfaceId::Keyboards, PowerKind::Keyboard),
];

/// Whether this is an acquisition.
pub(super) fn recognises(container: &Container) -> bool {
    let has = |name: &str| container.find(name).is_some();
    if KNOWN.iter().take(2).any(|name| has(name)) {
        return true;
    }
    let known = KNOWN.iter().filter(|name| has(name)).count();
    let settings = container
        .entries()
        .iter()
        .filter(|entry| settings::namespace(&entry.name).is_some())
        .count();
    known + settings >= 2
}

/// Reads an acquisition.
pub(super) fn read(container: &Container, reading: Reading<'_>) -> Snapshot {
    let mut acquisition = Reader::new(container, reading);
    acquisition.read_about();
    acquisition.read_device();
    acquisition.read_dumps();
    acquisition.read_apps();
    acquisition.read_settings();
    acquisition.read_running();
    acquisition.read_file_names();
    acquisition.read_app_files();
    acquisition.read_backup();
    acquisition.read_intrusion_logs();
    acquisition.tell_signers_and_hashes();
    acquisition.tell_what_is_missing();
    acquisition.compare_hashes();
    acquisition.tell_skipped_entries();
    acquisition.finish()
}

struct Reader<'a> {
    container: &'a Container,
    reading: Reading<'a>,
    snapshot: Snapshot,
    surfaces: Surfaces,
    apps: Apps,
    /// What `dumpsys.txt` and the bug report say of the apps.
    dumped: Vec<App>,
    /// Copies of app files, by the name that the list gives them.
    copies: BTreeMap<String, (String, Copied)>,
    /// What was read to its end, by entry.
    digests: BTreeMap<String, Sha256>,
    stated: Vec<Stated>,
    done: u64,
}

/// A file that was there and gave something.
struct Taken<T> {
    value: T,
    input: Arc<str>,
    records: u64,
    /// Why it ends before its end.
    cut: Option<Reason>,
}

impl<'a> Reader<'a> {
    fn new(container: &'a Container, reading: Reading<'a>) -> Self {
        Self {
            container,
            reading,
            snapshot: Snapshot {
                platform: Platform::Android,
                ..Snapshot::default()
            },
            surfaces: Surfaces::for_platform(Platform::Android),
            apps: Apps::default(),
            dumped: Vec::new(),
            copies: BTreeMap::new(),
            digests: BTreeMap::new(),
            stated: Vec::new(),
            done: 0,
        }
    }

    /// Streams one file through its parser and says of its surface what became of it.
    fn take<T>(
        &mut self,
        name: &str,
        limit: u64,
        surface: Option<SurfaceId>,
        parse: impl FnOnce(Place<'_>, &mut dyn Read) -> Parsed<T>,
    ) -> Result<Taken<T>, Reason> {
        let taken = self.take_quietly(name, limit, surface, parse);
        if let Some(id) = surface {
            match &taken {
                Ok(taken) => self.surfaces.read(id, taken.records),
                Err(reason) => self.surfaces.unavailable(id, reason.clone()),
            }
        }
        taken
    }

    fn take_quietly<T>(
        &mut self,
        name: &str,
        limit: u64,
        surface: Option<SurfaceId>,
        parse: impl FnOnce(Place<'_>, &mut dyn Read) -> Parsed<T>,
    ) -> Result<Taken<T>, Reason> {
        let watch = self.reading.watch;
        if watch.cancelled() {
            return Err(Reason::Cancelled);
        }
        let entry = self.container.find(name).ok_or_else(|| self.absent(name))?;
        self.done += 1;
        let known = KNOWN.len() as u64;
        watch.progress(Stage::Reading, self.done.min(known), known);
        let input = self.container.input_path(entry);
        let streamed = self.container.stream(entry, limit, |source| {
            parse(Place::new(&input, watch), source)
        })?;
        let parsed = streamed.value;
        let mut empty = false;
        let failed = match streamed.whole {
            Ok((bytes, sha256)) => {
                empty = bytes == 0;
                self.digests.insert(name.to_owned(), sha256);
                self.snapshot.inputs.push(Input {
                    path: input.to_string(),
                    kind: InputKind::Member,
                    bytes,
                    sha256,
                });
                None
            }
            Err(reason) => Some(reason),
        };
        let cut = failed.or(parsed.stopped);
        if parsed.records == 0 {
            let first = parsed.skipped.first().map(|skipped| skipped.reason.clone());
            let field = name.to_owned();
            // Only the list of tools for full control is empty on an ordinary phone.
            let nothing =
                (empty || name != "root_binaries.json").then_some(Reason::LeftEmpty { field });
            if let Some(reason) = cut.or(first).or(nothing) {
                return Err(reason);
            }
            return Ok(Taken {
                value: parsed.value,
                input,
                records: 0,
                cut: None,
            });
        }
        if let Some(reason) = &cut {
            let id = surface.unwrap_or(SurfaceId::Apps);
            self.surfaces.skip(id, &*input, reason.clone());
        }
        for Skipped { record, reason } in parsed.skipped {
            let id = match (surface, record.rsplit(' ').next()) {
                (Some(SurfaceId::Apps), Some(at)) if at.contains(".certificate") => {
                    SurfaceId::AppSigners
                }
                (Some(SurfaceId::Apps), Some(at)) if at.ends_with(".sha256") => {
                    SurfaceId::AppHashes
                }
                (surface, _) => surface.unwrap_or(SurfaceId::Apps),
            };
            self.surfaces.skip(id, record, reason);
        }
        Ok(Taken {
            value: parsed.value,
            input,
            records: parsed.records,
            cut,
        })
    }

    /// Why an entry cannot be found: the container would not open it, or it is not there.
    fn absent(&self, name: &str) -> Reason {
        let closed = self.container.skipped().iter().find(|skipped| {
            let record = skipped.record.replace('\\', "/");
            record == name || record.rsplit('/').next() == Some(name)
        });
        closed.map_or_else(
            || Reason::FileMissing {
                file: name.to_owned(),
            },
            |skipped| skipped.reason.clone(),
        )
    }

    fn has(&self, name: &str) -> bool {
        self.container.find(name).is_some()
    }

    fn read_about(&mut self) {
        let limit = MEMORY_ENTRY_BYTES;
        // Neither file holds a surface: without them the evidence is read all the same.
        if let Ok(taken) = self.take("acquisition.json", limit, None, about::acquisition) {
            self.snapshot.acquisition = taken.value;
        }
        if let Ok(taken) = self.take("hashes.csv", limit, None, about::hashes) {
            self.stated = taken.value;
        }
    }

    fn read_device(&mut self) {
        let limit = STREAMED_ENTRY_BYTES;
        let taken = self.take(
            "getprop.txt",
            limit,
            Some(SurfaceId::Device),
            getprop::parse,
        );
        if let Ok(taken) = taken {
            self.snapshot.device = taken.value;
        }
    }

    fn read_apps(&mut self) {
        let limit = STREAMED_ENTRY_BYTES;
        match self.take(
            "packages.json",
            limit,
            Some(SurfaceId::Apps),
            packages::parse,
        ) {
            Ok(taken) => {
                let mut removed = 0;
                for listed in taken.value {
                    removed += u64::from(listed.app.state == AppState::Removed);
                    for copied in listed.copies {
                        let id = listed.app.id.clone();
                        self.copies.insert(copied.local_name.clone(), (id, copied));
                    }
                    self.add_listed(listed.app);
                }
                self.surfaces.read(SurfaceId::RemovedApps, removed);
            }
            Err(reason) => self.surfaces.unavailable(SurfaceId::RemovedApps, reason),
        }
        let mut told = Contradictions::default();
        for app in std::mem::take(&mut self.dumped) {
            self.apps.contradictions(&app, &mut told);
            self.apps.add(app);
        }
        told.tell_in(&mut self.surfaces);
        let surface = Some(SurfaceId::OtherUsers);
        // What it says stands in the surface.
        let _ = self.take(
            "package_users.json",
            MEMORY_ENTRY_BYTES,
            surface,
            about::users,
        );
    }

    fn read_settings(&mut self) {
        let container = self.container;
        let mut namespaces = vec!["global", "secure", "system"];
        let found = container.entries().iter();
        namespaces.extend(found.filter_map(|entry| settings::namespace(&entry.name)));
        namespaces.sort_unstable();
        namespaces.dedup();
        let mut missing: Vec<(&str, Reason)> = Vec::new();
        let mut network = 0;
        for namespace in namespaces {
            let file = format!("settings_{namespace}.txt");
            let surface = Some(SurfaceId::Settings);
            let taken = self.take_quietly(&file, STREAMED_ENTRY_BYTES, surface, |place, source| {
                settings::parse(place, namespace, source)
            });
            let taken = match taken {
                Ok(taken) => taken,
                Err(reason) => {
                    missing.push((namespace, reason));
                    continue;
                }
            };
            self.surfaces.read(SurfaceId::Settings, taken.records);
            let read = taken.value;
            if namespace == "secure" {
                for (id, kind) in IN_SECURE {
                    match &taken.cut {
                        // Nobody knows what stood in the rest.
                        Some(reason) => self.surfaces.unavailable(id, reason.clone()),
                        None => self.surfaces.read(id, read.count(kind)),
                    }
                }
            }
            network += read.count(PowerKind::Vpn) + read.contacts.len() as u64;
            self.snapshot.settings.extend(read.settings);
            self.snapshot.contacts.extend(read.contacts);
            for mut app in read.powers {
                // The shell lists the settings of the owner, not those of other users.
                let owner = |known: &mut App| known.user == Some(0);
                app.user = self.apps.of(&app.id).any(owner).then_some(0);
                self.apps.add(app);
            }
        }
        let network_files = ["global", "secure"];
        let without_network = missing
            .iter()
            .filter(|(namespace, _)| network_files.contains(namespace))
            .count();
        if without_network < network_files.len() {
            self.surfaces.read(SurfaceId::Network, network);
        }
        let any = self.snapshot.settings.is_empty();
        for (namespace, reason) in missing {
            let record = format!("{}/settings_{namespace}.txt", container.name());
            if any {
                self.surfaces
                    .unavailable(SurfaceId::Settings, reason.clone());
            } else {
                self.surfaces
                    .skip(SurfaceId::Settings, &record, reason.clone());
            }
            if namespace == "secure" {
                for (id, _) in IN_SECURE {
                    self.surfaces.unavailable(id, reason.clone());
                }
            }
            if network_files.contains(&namespace) {
                if without_network < network_files.len() {
                    self.surfaces.skip(SurfaceId::Network, record, reason);
                } else {
                    self.surfaces.unavailable(SurfaceId::Network, reason);
                }
            }
        }
    }

    fn read_running(&mut self) {
        let limit = STREAMED_ENTRY_BYTES;
        let present = PROCESS_FILES.into_iter().filter(|name| self.has(name));
        let mut present: Vec<&str> = present.collect();
        if present.is_empty() {
            present.push("processes.txt");
        }
        for name in present {
            let taken = self.take(name, limit, Some(SurfaceId::Processes), processes::parse);
            if let Ok(taken) = taken {
                self.snapshot.processes.extend(taken.value);
            }
        }
        let taken = self.take(
            "services.txt",
            limit,
            Some(SurfaceId::Services),
            lists::services,
        );
        if let Ok(taken) = taken {
            self.snapshot.services = taken.value;
        }
        let surface = Some(SurfaceId::RootTools);
        if let Ok(taken) = self.take("root_binaries.json", limit, surface, lists::texts) {
            self.snapshot.root_binaries = taken.value;
        }
        let taken = self.take("mounts.json", limit, Some(SurfaceId::Mounts), lists::texts);
        if let Ok(taken) = taken {
            self.snapshot.mounts = taken.value;
        }
    }

    fn read_file_names(&mut self) {
        let limit = STREAMED_ENTRY_BYTES;
        let taken = self.take("files.json", limit, Some(SurfaceId::Files), files::parse);
        let Ok(taken) = taken else { return };
        self.snapshot.files = taken.value.listing;
        for (package, record) in taken.value.traces {
            if !self.apps.has(&package) {
                let at = Provenance::new(&taken.input, format!("[{record}].path"));
                self.apps
                    .add(App::new(package, Platform::Android, AppState::Seen, at));
            }
        }
    }

    fn finish(mut self) -> Snapshot {
        let members = &mut self.snapshot.inputs;
        members.sort();
        let kind = match self.container.kind() {
            ContainerKind::Folder => Some(InputKind::AndroidqfFolder),
            ContainerKind::Zip => Some(InputKind::AndroidqfZip),
            ContainerKind::File => None,
        };
        if let Some(kind) = kind {
            match self.container.digest(members) {
                Ok((bytes, sha256)) => members.push(Input {
                    path: self.container.name().to_owned(),
                    kind,
                    bytes,
                    sha256,
                }),
                Err(reason) => {
                    let record = self.container.name();
                    self.surfaces.skip(SurfaceId::Apps, record, reason);
                }
            }
        }
        let mut snapshot = self.snapshot;
        snapshot.inputs.sort();
        snapshot.apps = self.apps.into_sorted();
        snapshot.surfaces = self.surfaces;
        snapshot.settings.sort();
        snapshot.processes.sort();
        snapshot.contacts.sort();
        snapshot.history.sort();
        snapshot.root_binaries.sort();
        snapshot.mounts.sort();
        snapshot.services.sort();
        snapshot.users.sort();
        snapshot.trusted_computers.sort();
        snapshot.history.sort();
        snapshot
    }
}

#[cfg(test)]
mod tests;
