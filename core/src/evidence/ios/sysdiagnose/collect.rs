//! What the members tell, collected as they come, and the snapshot that is made of it at the end.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::facts::{cloud_configuration, events, network_extension, restrictions, tcc};
use super::super::plist::{Plist, Value};
use super::super::profile;
use super::account::{self, Peer};
use super::databases;
use super::device;
use super::installation::{self, Event};
use super::jailbreak::is_sign;
use super::lists::{self, Names};
use super::members::Member;
use crate::digest::Sha256;
use crate::evidence::json::malformed;
use crate::evidence::parsed::{Parsed, Place};
use crate::evidence::sqlite::Database;
use crate::evidence::{Stage, Watch};
use crate::limits::{
    SKIPPED_LISTED, SYSDIAGNOSE_MEMBERS, SYSDIAGNOSE_NAMES, SYSDIAGNOSE_READ_BYTES,
};
use crate::snapshot::{
    Acquisition, App, AppState, Apps, Covered, Device, Hiding, Input, InputKind, Observed,
    Occurrence, PayloadKind, Platform, Profile, Provenance, Reason, Snapshot, SurfaceId, Surfaces,
};

/// Surfaces that several members speak of: what is cut off may have held more.
const OF_MANY: [SurfaceId; 6] = [
    SurfaceId::Apps,
    SurfaceId::History,
    SurfaceId::Processes,
    SurfaceId::Profiles,
    SurfaceId::RemovedApps,
    SurfaceId::RootTools,
];

/// The member that a surface stands in, for those that were not there.
const HOMES: [(SurfaceId, &str); 13] = [
    (SurfaceId::AccountDevices, "otctl_status.txt"),
    (SurfaceId::AppGrants, "logs/Accessibility/TCC.db"),
    (
        SurfaceId::Apps,
        "logs/MobileInstallation/mobile_installation.log.0",
    ),
    (
        SurfaceId::Contacts,
        "logs/Networking/com.apple.networkextension.plist",
    ),
    (SurfaceId::Device, "logs/SystemVersion/SystemVersion.plist"),
    (
        SurfaceId::DeviceAdmins,
        "logs/MCState/Shared/profile-*.stub",
    ),
    (
        SurfaceId::History,
        "logs/MobileInstallation/mobile_installation.log.0",
    ),
    (
        SurfaceId::Network,
        "logs/Networking/com.apple.networkextension.plist",
    ),
    (SurfaceId::Processes, "ps.txt"),
    (SurfaceId::Profiles, "logs/MCState/Shared/profile-*.stub"),
    (
        SurfaceId::RemovedApps,
        "logs/MobileInstallation/mobile_installation.log.0",
    ),
    (SurfaceId::RootTools, "ps.txt"),
    (
        SurfaceId::Settings,
        "logs/MCState/User/EffectiveUserSettings.plist",
    ),
];

/// A database and the log beside it, whichever comes first.
#[derive(Default)]
struct Pair {
    main: Option<(Vec<u8>, Member)>,
    log: Option<Vec<u8>>,
}

/// What was found so far.
pub(super) struct Found<'a> {
    name: String,
    watch: &'a dyn Watch,
    pub(super) inputs: Vec<Input>,
    pub(super) acquisition: Option<Acquisition>,
    pub(super) is_mac: bool,
    /// Members that were there.
    seen: BTreeSet<String>,
    /// Bytes that may still be read.
    budget: u64,
    surfaces: Surfaces,
    /// Files that could not be read, by the surface that they are about.
    unread: Vec<(SurfaceId, String, Reason)>,
    /// Members that were passed over beyond those that are listed.
    more: u64,
    passed_over: usize,
    cut: Option<Reason>,
    databases: BTreeMap<String, Pair>,
    events: Vec<Event>,
    peers: Vec<Peer>,
    serial: Option<String>,
    hidden: Vec<(String, Provenance)>,
    /// What each file says of an app.
    apps: Vec<App>,
    /// Names that may still be kept.
    names: usize,
    device: Device,
    /// Files that say which profiles are there.
    profiles_told: bool,
    snapshot: Snapshot,
}

impl<'a> Found<'a> {
    pub(super) fn new(name: &str, watch: &'a dyn Watch) -> Self {
        Self {
            name: name.to_owned(),
            watch,
            inputs: Vec::new(),
            acquisition: None,
            is_mac: false,
            seen: BTreeSet::new(),
            budget: SYSDIAGNOSE_READ_BYTES,
            surfaces: Surfaces::for_platform(Platform::Ios),
            unread: Vec::new(),
            more: 0,
            passed_over: 0,
            cut: None,
            databases: BTreeMap::new(),
            events: Vec::new(),
            peers: Vec::new(),
            serial: None,
            hidden: Vec::new(),
            apps: Vec::new(),
            names: SYSDIAGNOSE_NAMES,
            device: Device::default(),
            profiles_told: false,
            snapshot: Snapshot::default(),
        }
    }

    /// Why no more members are taken, if so.
    pub(super) fn stops(&self, number: u64) -> Option<Reason> {
        if self.watch.cancelled() {
            return Some(Reason::Cancelled);
        }
        if number > SYSDIAGNOSE_MEMBERS {
            let limit = SYSDIAGNOSE_MEMBERS;
            return Some(Reason::TooMany { limit });
        }
        if number.is_multiple_of(256) {
            self.watch.progress(Stage::Reading, number, 0);
        }
        None
    }

    /// The evidence ends here, before its end.
    pub(super) fn cut(&mut self, input: &str, reason: Reason) {
        self.unread
            .push((SurfaceId::Apps, input.to_owned(), reason.clone()));
        self.cut.get_or_insert(reason);
    }

    /// A member that nobody could know for one of those that are read.
    pub(super) fn skip_member(&mut self, name: &str, reason: Reason) {
        if self.passed_over >= SKIPPED_LISTED {
            self.more += 1;
            return;
        }
        self.passed_over += 1;
        let record = format!("{} {name}", self.name);
        self.surfaces.skip(SurfaceId::Apps, record, reason);
    }

    /// How much of a member may be read; none where it may not.
    pub(super) fn admits(&mut self, name: &str, member: Member) -> Option<u64> {
        if !self.seen.insert(name.to_owned()) {
            let record = self.path(name);
            let cause = "its name stands twice in the archive; the first was read".to_owned();
            self.surfaces
                .skip(member.surface(), &*record, Reason::Malformed { cause });
            return None;
        }
        Some(member.limit().min(self.budget))
    }

    /// A member that is read, and could not be.
    pub(super) fn unreadable(&mut self, name: &str, member: Member, reason: Reason) {
        self.seen.insert(name.to_owned());
        let path = self.path(name);
        if member == Member::Installation {
            for id in [SurfaceId::History, SurfaceId::RemovedApps] {
                self.unread.push((id, path.to_string(), reason.clone()));
            }
        }
        self.unread
            .push((member.surface(), path.to_string(), reason));
    }

    fn path(&self, name: &str) -> Arc<str> {
        format!("{}/{name}", self.name).into()
    }

    /// Takes in the content of a member.
    pub(super) fn member(
        &mut self,
        name: &str,
        member: Member,
        bytes: Vec<u8>,
        sha256: Option<Sha256>,
    ) {
        let input = self.path(name);
        let length = bytes.len() as u64;
        self.budget = self.budget.saturating_sub(length);
        self.inputs.push(Input {
            path: input.to_string(),
            kind: InputKind::Member,
            bytes: length,
            sha256: sha256.unwrap_or_else(|| Sha256::of(&bytes)),
        });
        match member {
            Member::Grants | Member::Store => match name.strip_suffix("-wal") {
                Some(main) => self.database(main).log = Some(bytes),
                None => self.database(name).main = Some((bytes, member)),
            },
            Member::Installation => {
                let read = |place: &mut Place<'_>| installation::read(name, &bytes, place);
                let log = self.file(&input, &[SurfaceId::History], read, |log| log.lines);
                let events = self.granted(&input, SurfaceId::History, log.events);
                self.events.extend(events);
                if let Some(covered) = log.covered {
                    self.surfaces.cover(SurfaceId::History, covered);
                }
            }
            Member::UniversalLinks => {
                let read = |place: &mut Place<'_>| lists::universal_links(&bytes, place);
                self.names(&input, read);
            }
            Member::CloudDocuments => {
                let read = |place: &mut Place<'_>| lists::cloud_documents(&bytes, place);
                self.names(&input, read);
            }
            Member::Processes => {
                let read = |place: &mut Place<'_>| lists::processes(&bytes, place);
                self.programs(&input, read);
            }
            Member::Shutdown => {
                let read = |place: &mut Place<'_>| lists::shutdown(&bytes, place);
                self.programs(&input, read);
            }
            Member::AccountCircle => {
                let read = |place: &mut Place<'_>| account::circle(&bytes, place);
                let peers = self.file(&input, &[SurfaceId::AccountDevices], read, count);
                self.peers.extend(peers);
            }
            Member::Transparency => {
                let read = |place: &mut Place<'_>| account::transparency(&bytes, place);
                let peers = self.file(&input, &[SurfaceId::AccountDevices], read, count);
                self.peers.extend(peers);
            }
            Member::RemoteState => {
                let read = |place: &mut Place<'_>| device::remote_state(&bytes, place);
                let told = self.file(&input, &[SurfaceId::Device], read, |it| it.records);
                self.phone(told);
            }
            Member::Profile => self.profile(&input, &bytes),
            Member::ProfileEvents
            | Member::SettingsEvents
            | Member::CloudConfiguration
            | Member::Restrictions
            | Member::NetworkConfigurations
            | Member::NetworkCache
            | Member::BinaryLocations
            | Member::SystemVersion => match Plist::read(&bytes) {
                Ok(plist) => self.plist(&input, member, &plist),
                Err(reason) => {
                    self.unread
                        .push((member.surface(), input.to_string(), reason));
                }
            },
        }
    }

    fn plist(&mut self, input: &Arc<str>, member: Member, plist: &Plist) {
        let root = plist.root();
        match member {
            Member::ProfileEvents => {
                let read = |place: &mut Place<'_>| events::profiles(root, place);
                let told = self.file(input, &[SurfaceId::History], read, count);
                self.covers(input, &told);
                self.happened(input, told);
                self.profiles_told = true;
            }
            Member::SettingsEvents => {
                let read = |place: &mut Place<'_>| events::settings(root, place);
                let told = self.file(input, &[SurfaceId::History], read, count);
                self.happened(input, told);
            }
            Member::CloudConfiguration => {
                let read = |place: &mut Place<'_>| match cloud_configuration::read(root, place) {
                    Ok(told) => told,
                    Err(reason) => {
                        place.stop(reason);
                        (None, Vec::new(), 0)
                    }
                };
                let told = self.file(input, &[SurfaceId::DeviceAdmins], read, |it| it.2);
                let (supervised, settings, _) = told;
                self.device.supervised = self.device.supervised.take().or(supervised);
                self.snapshot.settings.extend(settings);
            }
            Member::Restrictions => {
                let read = |place: &mut Place<'_>| restrictions::read(root, place);
                let told = self.file(input, &[SurfaceId::Settings], read, |it| it.records);
                let at = Provenance::new(input, "union");
                let hidden = told.hidden.into_iter().map(|id| (id, at.clone()));
                self.hidden.extend(hidden);
                self.snapshot.settings.extend(told.settings);
            }
            Member::NetworkConfigurations => {
                let surfaces = [SurfaceId::Network, SurfaceId::Contacts];
                let read = |place: &mut Place<'_>| network_extension::read(plist, place);
                let told = self.file(input, &surfaces, read, |it| it.configurations);
                self.snapshot.settings.extend(told.settings);
                self.snapshot.contacts.extend(told.contacts);
                let apps = self.granted(input, SurfaceId::Network, told.apps);
                self.apps.extend(apps);
            }
            Member::NetworkCache => {
                let read = |place: &mut Place<'_>| {
                    let mut found = Names::new();
                    let rules = root.get("app-rules").and_then(Value::entries);
                    for (id, _) in rules.into_iter().flatten() {
                        if lists::is_bundle(id)
                            && !lists::note(&mut found, id, place, format!("app-rules.{id}"))
                        {
                            break;
                        }
                    }
                    found
                };
                self.names(input, read);
            }
            Member::BinaryLocations => {
                let read = |place: &mut Place<'_>| {
                    let mut found = Names::new();
                    let Some(entries) = root.entries() else {
                        place.stop(malformed("no places of binaries"));
                        return (found, 0);
                    };
                    let mut paths = 0u64;
                    for (uuid, path) in entries {
                        if place.stops() {
                            break;
                        }
                        paths += 1;
                        let path = path.as_text().unwrap_or_default();
                        let locator: String = uuid.chars().take(36).collect();
                        if is_sign(path) && !lists::note(&mut found, path, place, locator) {
                            break;
                        }
                    }
                    (found, paths)
                };
                let (found, _) = self.file(input, &[SurfaceId::RootTools], read, |it| it.1);
                let found = found.into_iter().map(|(path, at)| Observed::new(path, at));
                self.snapshot.root_binaries.extend(found);
            }
            Member::SystemVersion => {
                let read = |place: &mut Place<'_>| device::system_version(root, place);
                let told = self.file(input, &[SurfaceId::Device], read, |it| it.records);
                self.phone(told);
            }
            Member::Profile
            | Member::Grants
            | Member::Installation
            | Member::Store
            | Member::UniversalLinks
            | Member::CloudDocuments
            | Member::Processes
            | Member::Shutdown
            | Member::AccountCircle
            | Member::Transparency
            | Member::RemoteState => {}
        }
    }

    fn database(&mut self, name: &str) -> &mut Pair {
        self.databases.entry(name.to_owned()).or_default()
    }

    /// Reads one file for these surfaces, and tells what became of it.
    fn file<T>(
        &mut self,
        input: &Arc<str>,
        surfaces: &[SurfaceId],
        read: impl FnOnce(&mut Place<'_>) -> T,
        records: impl FnOnce(&T) -> u64,
    ) -> T {
        let mut place = Place::new(input, self.watch);
        let value = read(&mut place);
        let records = records(&value);
        let Parsed {
            value,
            records,
            skipped,
            stopped,
        } = place.finish(value, records);
        for id in surfaces {
            if stopped.is_none() || records > 0 {
                self.surfaces.read(*id, records);
            }
            if let Some(reason) = &stopped {
                self.unread.push((*id, input.to_string(), reason.clone()));
            }
        }
        if let Some(id) = surfaces.first() {
            for record in skipped {
                self.surfaces.skip(*id, record.record, record.reason);
            }
        }
        value
    }

    /// Apps that a list names: seen, no more.
    fn names(&mut self, input: &Arc<str>, read: impl FnOnce(&mut Place<'_>) -> Names) {
        let found = self.file(input, &[SurfaceId::Apps], read, |it| it.len() as u64);
        self.seen_apps(input, found);
    }

    fn seen_apps(&mut self, input: &Arc<str>, found: Names) {
        let apps = found.into_iter();
        let apps = apps.map(|(id, at)| App::new(id, Platform::Ios, AppState::Seen, at));
        let apps = self.granted(input, SurfaceId::Apps, apps.collect());
        self.apps.extend(apps);
    }

    /// What of this may be kept: many files could otherwise name more than fits.
    fn granted<T>(&mut self, input: &Arc<str>, id: SurfaceId, mut found: Vec<T>) -> Vec<T> {
        if found.len() > self.names {
            found.truncate(self.names);
            let limit = SYSDIAGNOSE_NAMES as u64;
            self.unread
                .push((id, input.to_string(), Reason::TooMany { limit }));
        }
        self.names = self.names.saturating_sub(found.len());
        found
    }

    fn programs(
        &mut self,
        input: &Arc<str>,
        read: impl FnOnce(&mut Place<'_>) -> Vec<crate::snapshot::Process>,
    ) {
        let surfaces = [SurfaceId::Processes, SurfaceId::RootTools];
        let found = self.file(input, &surfaces, read, count);
        let found = self.granted(input, SurfaceId::Processes, found);
        for process in &found {
            if is_sign(&process.name) {
                let sign = Observed::new(process.name.clone(), process.provenance.clone());
                self.snapshot.root_binaries.push(sign);
            }
        }
        self.snapshot.processes.extend(found);
    }

    fn phone(&mut self, told: device::Told) {
        let device::Told {
            device,
            serial,
            is_mac,
            ..
        } = told;
        let own = &mut self.device;
        own.model = own.model.take().or(device.model);
        own.os_version = own.os_version.take().or(device.os_version);
        own.build = own.build.take().or(device.build);
        self.serial = self.serial.take().or(serial);
        self.is_mac |= is_mac;
    }

    /// Keeps what happened.
    fn happened(&mut self, input: &Arc<str>, told: Vec<Occurrence>) {
        let told = self.granted(input, SurfaceId::History, told);
        self.snapshot.history.extend(told);
    }

    /// Says which time a log covers. What only holds the last change of each setting covers none.
    fn covers(&mut self, input: &Arc<str>, told: &[Occurrence]) {
        let at = || told.iter().map(|event| event.at);
        let first = at().min_by_key(|at| at.as_if_utc());
        let last = at().max_by_key(|at| at.as_if_utc());
        if let (Some(first), Some(last)) = (first, last) {
            let input = input.to_string();
            let covered = Covered { first, last, input };
            self.surfaces.cover(SurfaceId::History, covered);
        }
    }

    fn profile(&mut self, input: &Arc<str>, bytes: &[u8]) {
        self.profiles_told = true;
        let mut place = Place::new(input, self.watch);
        let read = profile::from_bytes(bytes, AppState::Installed, &mut place, "profile");
        let parsed = place.finish((), 0);
        for record in parsed.skipped {
            self.surfaces
                .skip(SurfaceId::Profiles, record.record, record.reason);
        }
        let profile = match read {
            Ok(profile) => profile,
            Err(reason) => {
                self.unread
                    .push((SurfaceId::Profiles, input.to_string(), reason));
                return;
            }
        };
        for (id, kind) in [
            (SurfaceId::DeviceAdmins, PayloadKind::DeviceManagement),
            (SurfaceId::UserCertificates, PayloadKind::Certificate),
        ] {
            self.surfaces.read(id, payloads(&profile, kind));
        }
        self.surfaces.read(SurfaceId::Profiles, 1);
        let contacts = profile::contacts(&profile);
        if !contacts.is_empty() {
            self.surfaces
                .read(SurfaceId::Contacts, contacts.len() as u64);
            self.snapshot.contacts.extend(contacts);
        }
        self.snapshot.profiles.push(profile);
    }

    /// Reads the databases, now that everything beside them is there.
    fn read_databases(&mut self) {
        for (name, pair) in std::mem::take(&mut self.databases) {
            let input = self.path(&name);
            let Some((main, member)) = pair.main else {
                let file = name.clone();
                let reason = Reason::FileMissing { file };
                self.unread
                    .push((SurfaceId::Apps, format!("{input}-wal"), reason));
                continue;
            };
            let database = match Database::from_bytes(main, pair.log) {
                Ok(database) => database,
                Err(reason) => {
                    self.unread
                        .push((member.surface(), input.to_string(), reason));
                    continue;
                }
            };
            if member == Member::Grants {
                let read = |place: &mut Place<'_>| match tcc::read(&database, place) {
                    Ok(told) => told,
                    Err(reason) => {
                        place.stop(reason);
                        tcc::Told::default()
                    }
                };
                let told = self.file(&input, &[SurfaceId::AppGrants], read, |it| it.records);
                let apps = self.granted(&input, SurfaceId::AppGrants, told.apps);
                self.apps.extend(apps);
                self.surfaces
                    .read(SurfaceId::History, told.history.len() as u64);
                self.happened(&input, told.history);
            } else {
                let read = |place: &mut Place<'_>| databases::apps(&database, place);
                let (found, _) = self.file(&input, &[SurfaceId::Apps], read, |it| it.1);
                self.seen_apps(&input, found);
            }
        }
    }

    /// The phone as all members together tell it.
    pub(super) fn into_snapshot(mut self) -> Snapshot {
        self.read_databases();
        let logged = !self.events.is_empty();
        let (apps, history) = installation::told(std::mem::take(&mut self.events));
        self.snapshot.history.extend(history);
        let mut told = Apps::default();
        // In an order of their own: those of the archive and of a folder differ.
        self.apps
            .sort_by(|one, other| one.provenance.cmp(&other.provenance));
        // The installer's own word stands first: it says what is there.
        for app in apps.into_iter().chain(std::mem::take(&mut self.apps)) {
            told.add(app);
        }
        for (id, at) in std::mem::take(&mut self.hidden) {
            let mut app = App::new(id, Platform::Ios, AppState::Seen, at.clone());
            app.hiding
                .push(Observed::new(Hiding::HiddenByRestriction, at));
            told.add(app);
        }
        let devices = account::told(std::mem::take(&mut self.peers), self.serial.as_deref());
        let apps = told.into_sorted();
        self.tell(&apps, logged, devices.len() as u64);
        let mut snapshot = Snapshot {
            platform: Platform::Ios,
            device: self.device,
            inputs: self.inputs,
            surfaces: self.surfaces,
            acquisition: self.acquisition,
            apps,
            account_devices: devices,
            ..self.snapshot
        };
        snapshot.inputs.sort();
        snapshot.profiles.sort();
        snapshot.settings.sort();
        snapshot.processes.sort();
        snapshot.contacts.sort();
        snapshot.contacts.dedup();
        snapshot.root_binaries.sort();
        snapshot.root_binaries.dedup();
        snapshot.history.sort();
        snapshot.history.dedup();
        snapshot
    }

    /// Says of each surface what became of it.
    fn tell(&mut self, apps: &[App], logged: bool, devices: u64) {
        let count = |state| apps.iter().filter(|app| app.state == state).count() as u64;
        let surfaces = &mut self.surfaces;
        if logged {
            surfaces.read(SurfaceId::Apps, 0);
            surfaces.read(SurfaceId::RemovedApps, 0);
        }
        surfaces.recount(SurfaceId::Apps, count(AppState::Installed));
        surfaces.recount(SurfaceId::RemovedApps, count(AppState::Removed));
        surfaces.recount(SurfaceId::AccountDevices, devices);
        // A phone that wrote what happened to profiles, and has no file of one, has none.
        if self.profiles_told && self.cut.is_none() {
            for id in [
                SurfaceId::Profiles,
                SurfaceId::DeviceAdmins,
                SurfaceId::UserCertificates,
            ] {
                surfaces.read(id, 0);
            }
        }
        for (id, record, reason) in std::mem::take(&mut self.unread) {
            let is_read = matches!(
                surfaces.get(id).map(|surface| &surface.state),
                Some(crate::snapshot::SurfaceState::Read { .. })
            );
            if is_read {
                surfaces.skip(id, record, reason);
            } else {
                surfaces.unavailable(id, reason);
            }
        }
        if self.more > 0 {
            let record = format!("{}: {} more members", self.name, self.more);
            let limit = SKIPPED_LISTED as u64;
            surfaces.skip(SurfaceId::Apps, record, Reason::TooMany { limit });
        }
        let mut missing: BTreeMap<SurfaceId, Reason> = HOMES
            .into_iter()
            .map(|(id, file)| {
                let file = file.to_owned();
                (id, self.cut.clone().unwrap_or(Reason::FileMissing { file }))
            })
            .collect();
        missing.insert(
            SurfaceId::UserCertificates,
            missing
                .get(&SurfaceId::Profiles)
                .cloned()
                .unwrap_or(Reason::NotInThisEvidence),
        );
        for id in SurfaceId::ALL {
            if !id.applies_to(Platform::Ios) {
                continue;
            }
            let reason = missing.remove(&id);
            surfaces.unavailable(id, reason.unwrap_or(Reason::NotInThisEvidence));
        }
        if let Some(reason) = &self.cut {
            for id in OF_MANY.into_iter().filter(|id| *id != SurfaceId::Apps) {
                let is_read = matches!(
                    surfaces.get(id).map(|surface| &surface.state),
                    Some(crate::snapshot::SurfaceState::Read { .. })
                );
                if is_read {
                    surfaces.skip(id, &*self.name, reason.clone());
                }
            }
        }
        // Logs go back some weeks or months: what came before and never changed stands in none.
        let is_read = matches!(
            surfaces.get(SurfaceId::Apps).map(|surface| &surface.state),
            Some(crate::snapshot::SurfaceState::Read { .. })
        );
        if is_read {
            let record = format!("{}: apps that its logs do not name", self.name);
            surfaces.skip(SurfaceId::Apps, record, Reason::NotInThisEvidence);
        }
    }
}

#[expect(
    clippy::ptr_arg,
    reason = "given where the type of the list is asked for"
)]
fn count<T>(found: &Vec<T>) -> u64 {
    found.len() as u64
}

fn payloads(profile: &Profile, kind: PayloadKind) -> u64 {
    let payloads = profile.payloads.iter();
    payloads.filter(|payload| payload.kind == kind).count() as u64
}
