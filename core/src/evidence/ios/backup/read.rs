//! The story of reading a backup: first what it says of itself, then its list of files, then each wanted file.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::files::Files;
use super::index::{self, Index, Row, Rows};
use super::inventory::Inventory;
use super::wanted::{Absent, Content, PROFILE_PLACES, WANTED, Wanted};
use super::{about, below, keybag, member};
use crate::evidence::ios::facts::{
    ad_daily, cloud_configuration, data_use, events, home_screen, location_clients,
    network_extension, preferences, restrictions, tcc,
};
use crate::evidence::ios::plist::{Plist, Value};
use crate::evidence::ios::profile;
use crate::evidence::parsed::{Parsed, Place};
use crate::evidence::sqlite::Database;
use crate::evidence::{Container, Reading, Stage};
use crate::limits::PLIST_BYTES;
use crate::snapshot::{
    Acquisition, App, AppState, Occurrence, PayloadKind, Platform, Profile, Provenance, Reason,
    Skipped, Snapshot, SurfaceId, Surfaces,
};

/// A backup while it is read.
pub(super) struct Reader<'a> {
    container: &'a Container,
    reading: Reading<'a>,
    snapshot: Snapshot,
    inventory: Inventory,
    acquisition: Acquisition,
    /// Apps that a restriction hides: known to be apps only when everything is read.
    hidden: Vec<(String, Provenance)>,
    sources: Sources,
}

/// What became of each source of each surface.
#[derive(Default)]
struct Sources {
    read: BTreeMap<SurfaceId, u64>,
    /// Sources that were not read, by the name of each.
    unread: Vec<(SurfaceId, String, Reason)>,
    skipped: Vec<(SurfaceId, Skipped)>,
}

/// Surfaces of which the list of files and what it leads to is a source.
const BEHIND_THE_LIST: [SurfaceId; 12] = [
    SurfaceId::AppGrants,
    SurfaceId::Apps,
    SurfaceId::DeviceAdmins,
    SurfaceId::History,
    SurfaceId::Keyboards,
    SurfaceId::LauncherEntries,
    SurfaceId::Network,
    SurfaceId::Profiles,
    SurfaceId::RemovedApps,
    SurfaceId::SensorUse,
    SurfaceId::Settings,
    SurfaceId::UserCertificates,
];

/// Surfaces that installed profiles tell of.
const BY_PROFILES: [SurfaceId; 3] = [
    SurfaceId::Profiles,
    SurfaceId::DeviceAdmins,
    SurfaceId::UserCertificates,
];

impl<'a> Reader<'a> {
    pub(super) fn new(container: &'a Container, reading: Reading<'a>) -> Self {
        Self {
            container,
            reading,
            snapshot: Snapshot {
                platform: Platform::Ios,
                ..Snapshot::default()
            },
            inventory: Inventory::default(),
            acquisition: Acquisition {
                tool: "iOS backup".to_owned(),
                ..Acquisition::default()
            },
            hidden: Vec::new(),
            sources: Sources::default(),
        }
    }

    pub(super) fn read(mut self) -> Snapshot {
        let watch = self.reading.watch;
        watch.progress(Stage::Reading, 0, 0);
        self.info();
        let manifest = self.plain("Manifest.plist");
        self.manifest(manifest.as_ref());
        self.status();
        let keybag = manifest.as_ref().ok().map(|(_, plist)| plist.root());
        match self.open(keybag) {
            Ok(files) => self.behind_the_list(&files),
            Err((record, reason)) => {
                for id in BEHIND_THE_LIST {
                    self.sources.unread(id, &record, &reason);
                }
            }
        }
        self.finish()
    }

    /// A file that lies in the clear.
    fn plain(&mut self, name: &str) -> Result<(Arc<str>, Plist), Reason> {
        let entry = below(self.container, name);
        let entry = entry.ok_or_else(|| Reason::FileMissing {
            file: name.to_owned(),
        })?;
        let (bytes, sha256) = self.container.read(&entry, PLIST_BYTES)?;
        let input = self.container.input_path(&entry);
        let length = bytes.len() as u64;
        self.snapshot.inputs.push(member(&input, length, sha256));
        Ok((input, Plist::read(&bytes)?))
    }

    fn info(&mut self) {
        let read = self.plain("Info.plist").and_then(|(input, plist)| {
            let mut place = Place::new(&input, self.reading.watch);
            let told = about::info(
                plist.root(),
                &mut place,
                &mut self.snapshot.device,
                &mut self.acquisition,
                &mut self.inventory,
            )?;
            self.sources.took(&[SurfaceId::Apps], &place.finish((), 0));
            Ok(told)
        });
        let record = format!("{}/Info.plist", self.container.name());
        match read {
            Ok(told) => {
                self.sources.read(SurfaceId::Device, told.device);
                match told.apps {
                    Some(apps) => self.sources.read(SurfaceId::Apps, apps),
                    None => {
                        let field = "Installed Applications".to_owned();
                        let reason = Reason::LeftEmpty { field };
                        self.sources.unread(SurfaceId::Apps, &record, &reason);
                    }
                }
            }
            Err(reason) => {
                for id in [SurfaceId::Device, SurfaceId::Apps] {
                    self.sources.unread(id, &record, &reason);
                }
            }
        }
    }

    fn manifest(&mut self, manifest: Result<&(Arc<str>, Plist), &Reason>) {
        let read = manifest.map_err(Reason::clone).and_then(|(input, plist)| {
            let mut place = Place::new(input, self.reading.watch);
            let told = about::manifest(
                plist.root(),
                &mut place,
                &mut self.snapshot.device,
                &mut self.acquisition,
                &mut self.inventory,
            )?;
            self.sources.took(&[SurfaceId::Apps], &place.finish((), 0));
            Ok(told)
        });
        let record = format!("{}/Manifest.plist", self.container.name());
        match read {
            Ok(told) => {
                if told.device > 0 {
                    self.sources.read(SurfaceId::Device, 0);
                }
                // Many tools leave the list out.
                if let Some(apps) = told.apps {
                    self.sources.read(SurfaceId::Apps, apps);
                }
            }
            Err(reason) => self.sources.unread(SurfaceId::Apps, &record, &reason),
        }
    }

    fn status(&mut self) {
        let read = self.plain("Status.plist").and_then(|(input, plist)| {
            let mut place = Place::new(&input, self.reading.watch);
            let read = about::status(plist.root(), &mut place, &mut self.acquisition);
            self.sources
                .took(&[SurfaceId::Device], &place.finish((), 0));
            read
        });
        match read {
            // It says nothing of the phone: where it is missing, nothing is lost.
            Ok(_) | Err(Reason::FileMissing { .. }) => {}
            Err(reason) => {
                let record = format!("{}/Status.plist", self.container.name());
                self.sources.unread(SurfaceId::Device, &record, &reason);
            }
        }
    }

    /// Opens the list of files, with the password where there is one.
    fn open<'k>(&mut self, keybag: Option<Value<'k>>) -> Result<Files<'k>, (String, Reason)>
    where
        'a: 'k,
    {
        let record = |name: &str| format!("{}/{name}", self.container.name());
        let Some(entry) = below(self.container, "Manifest.db") else {
            // Its form before iOS 10.
            let old = "Manifest.mbdb";
            let reason = match below(self.container, old) {
                Some(_) => Reason::NotReadYet {
                    file: old.to_owned(),
                },
                None => Reason::FileMissing {
                    file: "Manifest.db".to_owned(),
                },
            };
            return Err((record("Manifest.db"), reason));
        };
        let refused = |reason| (record("Manifest.db"), reason);
        let keys = if index::is_encrypted(self.container, &entry) {
            let keybag = keybag.ok_or(Reason::FileMissing {
                file: "Manifest.plist".to_owned(),
            });
            let keys = keybag.and_then(|keybag| keybag::unlock(keybag, self.reading.secrets));
            Some(keys.map_err(refused)?)
        } else {
            None
        };
        let inputs = &mut self.snapshot.inputs;
        let index = Index::open(self.container, &entry, keys.as_ref(), inputs).map_err(refused)?;
        Ok(Files {
            container: self.container,
            reading: self.reading,
            index,
            keys,
            keybag: keybag.filter(|keybag| keybag.get("BackupKeyBag").is_some()),
        })
    }

    fn behind_the_list(&mut self, files: &Files<'_>) {
        self.domains(files.index.rows(self.reading), &files.index.input);
        for wanted in &WANTED {
            if self.reading.watch.cancelled() {
                for id in wanted.surfaces {
                    let record = wanted.places.first().map_or("", |(_, path)| path);
                    self.sources.unread(*id, record, &Reason::Cancelled);
                }
                continue;
            }
            self.wanted(files, wanted);
        }
        self.profiles(files);
    }

    /// Every app with a folder of its own.
    fn domains(&mut self, rows: Rows, input: &Arc<str>) {
        for skipped in rows.skipped {
            self.sources.skipped.push((SurfaceId::Apps, skipped));
        }
        if let Some(reason) = rows.stopped {
            self.sources.unread(SurfaceId::Apps, input, &reason);
        }
        // Apps before plug-ins: a plug-in is put to the app that it belongs to, and `-` sorts before `P`.
        for domain in rows.domains.keys() {
            let at = Provenance::new(input, format!("Files domain {domain}"));
            self.inventory.domain(domain, at);
        }
        if rows.read == 0 {
            let reason = Reason::LeftEmpty {
                field: "Files".to_owned(),
            };
            self.sources.unread(SurfaceId::Apps, input, &reason);
        } else {
            self.sources.read(SurfaceId::Apps, 0);
        }
    }

    fn wanted(&mut self, files: &Files<'_>, wanted: &Wanted) {
        let mut named = false;
        for (domain, path) in wanted.places {
            let record = format!("{} {domain}/{path}", files.index.input);
            let read = match files.index.find(domain, path, self.reading) {
                Ok(None) => continue,
                Ok(Some(row)) => self.file(files, wanted, &row),
                Err(reason) => Err(reason),
            };
            named = true;
            if let Err(reason) = read {
                for id in wanted.surfaces {
                    self.sources.unread(*id, &record, &reason);
                }
            }
        }
        if !named && let Some((_, path)) = wanted.places.first() {
            for id in wanted.surfaces {
                match wanted.absent {
                    Absent::Missing => {
                        let file = (*path).to_owned();
                        let reason = Reason::FileMissing { file };
                        self.sources.unread(*id, &files.index.input, &reason);
                    }
                    // The list was read, and it has none.
                    Absent::Nothing => self.sources.read(*id, 0),
                }
            }
        }
    }

    fn file(&mut self, files: &Files<'_>, wanted: &Wanted, row: &Row) -> Result<(), Reason> {
        match wanted.content {
            Content::Tcc | Content::DataUse => {
                let mut lost = Vec::new();
                let inputs = &mut self.snapshot.inputs;
                let (input, database) = files.database(row, inputs, &mut lost)?;
                for (name, reason) in lost {
                    for id in wanted.surfaces {
                        let record = format!("{} {name}", files.index.input);
                        let reason = reason.clone();
                        self.sources.skipped.push((*id, Skipped { record, reason }));
                    }
                }
                let place = Place::new(&input, self.reading.watch);
                self.database(wanted, &database, place)
            }
            _ => {
                let (input, plist) = files.plist(row, &mut self.snapshot.inputs)?;
                let place = Place::new(&input, self.reading.watch);
                self.plist(wanted, &plist, place)
            }
        }
    }

    fn database(
        &mut self,
        wanted: &Wanted,
        database: &Database,
        mut place: Place<'_>,
    ) -> Result<(), Reason> {
        let (apps, records) = if wanted.content == Content::Tcc {
            let told = tcc::read(database, &mut place)?;
            let decided = told.history.len() as u64;
            self.snapshot.history.extend(told.history);
            self.sources.read(SurfaceId::History, decided);
            (told.apps, told.records)
        } else {
            let told = data_use::read(database, &mut place)?;
            (told.apps, told.records)
        };
        self.recorded(apps);
        self.sources
            .took(wanted.surfaces, &place.finish((), records));
        Ok(())
    }

    fn plist(
        &mut self,
        wanted: &Wanted,
        plist: &Plist,
        mut place: Place<'_>,
    ) -> Result<(), Reason> {
        let root = plist.root();
        let records = match wanted.content {
            Content::AdDaily => {
                let (apps, records) = ad_daily::read(root, &mut place)?;
                self.recorded(apps);
                records
            }
            Content::LocationClients => {
                let (apps, records) = location_clients::read(root, &mut place)?;
                self.recorded(apps);
                records
            }
            Content::CloudConfiguration => {
                let (supervised, settings, records) = cloud_configuration::read(root, &mut place)?;
                self.snapshot.device.supervised = supervised;
                self.snapshot.settings.extend(settings);
                records
            }
            Content::HomeScreen => {
                let icons = home_screen::read(root)?;
                self.inventory.hide(&icons, &place.at("iconLists"));
                icons.len() as u64
            }
            Content::ScreenTime => {
                let (settings, records) = preferences::screen_time(root, &mut place)?;
                self.snapshot.settings.extend(settings);
                records
            }
            Content::Global => {
                let told = preferences::global(root, &mut place)?;
                for (id, at) in told.keyboards {
                    self.inventory.keyboard(id, at);
                }
                if self.snapshot.device.locale.is_none() {
                    self.snapshot.device.locale = told.locale;
                }
                self.snapshot.settings.extend(told.settings);
                told.records
            }
            Content::Restrictions => {
                let told = restrictions::read(root, &mut place);
                for id in told.hidden {
                    self.hidden.push((id.clone(), place.at(id)));
                }
                self.snapshot.settings.extend(told.settings);
                told.records
            }
            Content::ProfileEvents => self.happened(events::profiles(root, &mut place)),
            Content::SettingsEvents => self.happened(events::settings(root, &mut place)),
            Content::NetworkExtension => {
                let told = network_extension::read(plist, &mut place);
                self.recorded(told.apps);
                self.snapshot.settings.extend(told.settings);
                self.snapshot.contacts.extend(told.contacts);
                told.configurations
            }
            // Databases.
            Content::Tcc | Content::DataUse => 0,
        };
        self.sources
            .took(wanted.surfaces, &place.finish((), records));
        Ok(())
    }

    fn happened(&mut self, events: Vec<Occurrence>) -> u64 {
        let read = events.len() as u64;
        self.snapshot.history.extend(events);
        read
    }

    fn recorded(&mut self, apps: Vec<App>) {
        for app in apps {
            self.inventory.recorded(app);
        }
    }

    fn profiles(&mut self, files: &Files<'_>) {
        let mut read = Vec::new();
        for (domain, start) in PROFILE_PLACES {
            let (rows, odd) = files.index.beginning(domain, start, self.reading);
            for skipped in odd {
                for id in BY_PROFILES {
                    self.sources.skipped.push((id, skipped.clone()));
                }
            }
            for row in rows {
                let record = format!("{} {}", files.index.input, row.name);
                match self.profile(files, &row) {
                    Ok(profile) => read.push(profile),
                    Err(reason) => {
                        for id in BY_PROFILES {
                            let skipped = Skipped {
                                record: record.clone(),
                                reason: reason.clone(),
                            };
                            self.sources.skipped.push((id, skipped));
                        }
                    }
                }
            }
        }
        let count = |wanted: fn(PayloadKind) -> bool| {
            let payloads = read.iter().flat_map(|profile: &Profile| &profile.payloads);
            payloads.filter(|payload| wanted(payload.kind)).count() as u64
        };
        let managements = count(|kind| {
            matches!(
                kind,
                PayloadKind::DeviceManagement | PayloadKind::Declarations
            )
        });
        let certificates = count(|kind| kind == PayloadKind::Certificate);
        self.sources.read(SurfaceId::Profiles, read.len() as u64);
        self.sources.read(SurfaceId::DeviceAdmins, managements);
        self.sources.read(SurfaceId::UserCertificates, certificates);
        self.snapshot.profiles.extend(read);
    }

    fn profile(&mut self, files: &Files<'_>, row: &Row) -> Result<Profile, Reason> {
        let (input, bytes) = files.bytes(row, &mut self.snapshot.inputs)?;
        let mut place = Place::new(&input, self.reading.watch);
        let profile = profile::from_bytes(&bytes, AppState::Installed, &mut place, "")?;
        self.sources.took(&BY_PROFILES, &place.finish((), 0));
        self.snapshot.contacts.extend(profile::contacts(&profile));
        Ok(profile)
    }

    fn finish(self) -> Snapshot {
        let Self {
            container,
            mut snapshot,
            mut inventory,
            acquisition,
            hidden,
            mut sources,
            ..
        } = self;
        inventory.restrict(hidden);
        snapshot.apps = inventory.finish();
        let gone = |app: &App| app.state == AppState::Removed;
        if snapshot.apps.iter().any(gone) {
            sources.read(SurfaceId::RemovedApps, 0);
        }
        for skipped in container.skipped() {
            let record = format!("{}/{}", container.name(), skipped.record);
            let reason = skipped.reason.clone();
            sources
                .skipped
                .push((SurfaceId::Apps, Skipped { record, reason }));
        }
        if acquisition.completed.is_some() {
            snapshot.acquisition = Some(acquisition);
        }
        snapshot.surfaces = sources.settle();
        snapshot.recount_apps();
        snapshot.settings.sort();
        snapshot.settings.dedup();
        snapshot.profiles.sort();
        snapshot.contacts.sort();
        snapshot.contacts.dedup();
        snapshot.history.sort();
        snapshot
    }
}

impl Sources {
    fn read(&mut self, id: SurfaceId, records: u64) {
        let known = self.read.entry(id).or_insert(0);
        *known = known.saturating_add(records);
    }

    fn unread(&mut self, id: SurfaceId, record: &str, reason: &Reason) {
        self.unread.push((id, record.to_owned(), reason.clone()));
    }

    /// A source that was read, with what was left out of it. One that was left in the middle is both.
    fn took(&mut self, ids: &[SurfaceId], parsed: &Parsed<()>) {
        for id in ids {
            self.read(*id, parsed.records);
            for skipped in &parsed.skipped {
                self.skipped.push((*id, skipped.clone()));
            }
            if let Some(reason) = &parsed.stopped {
                self.unread(*id, "the rest", reason);
            }
        }
    }

    /// Says of every surface of an iPhone what became of it. One source that was read makes a surface read;
    /// those that were not are told beside it.
    fn settle(self) -> Surfaces {
        let mut surfaces = Surfaces::for_platform(Platform::Ios);
        for (id, records) in &self.read {
            surfaces.read(*id, *records);
        }
        for (id, record, reason) in self.unread {
            if !self.read.contains_key(&id) {
                surfaces.unavailable(id, reason.clone());
            }
            let told = surfaces.get(id).map(|surface| &surface.state);
            let is_told = told == Some(&crate::snapshot::SurfaceState::Unavailable(reason.clone()));
            if !is_told {
                surfaces.skip(id, record, reason);
            }
        }
        for (id, Skipped { record, reason }) in self.skipped {
            surfaces.skip(id, record, reason);
        }
        for id in SurfaceId::ALL {
            if id.applies_to(Platform::Ios) {
                surfaces.unavailable(id, Reason::NotInThisEvidence);
            }
        }
        surfaces
    }
}
