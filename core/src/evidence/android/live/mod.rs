//! A phone that is connected, read through its own commands.
//!
//! In comes a [`Phone`]: something that runs a command on it and brings its output, made outside core (the
//! desk does it over the adb server). Out goes a snapshot, read by the same parsers as an acquisition. Every
//! command is one of [`commands`], which only read; each stands in the snapshot's actions with its time and the
//! digest of what came back, and so does what the phone had to allow so that we could read it ([`Change`]).
//! Nothing is written to this computer's disk: app files are read in memory, one at a time.
//!
//! A command that fails, or a phone that is unplugged, costs what it would have told, and the surfaces say so.

mod apks;
mod ask;
mod changes;
mod commands;
mod dumps;
mod gate;
mod lists;

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use jiff::Timestamp;

use self::ask::Told;
pub use self::changes::Change;
use super::androidqf::{lists as plain, processes, settings};
use super::getprop;
use super::parsed::Parsed;
use crate::digest::Sha256;
use crate::evidence::{Reading, Stage};
use crate::limits::PHONE_USERS;
use crate::snapshot::{
    Acquisition, Action, AppState, Apps, Clock, Hiding, Input, InputKind, Observed, PhoneUser,
    Platform, PowerKind, Provenance, Reason, Snapshot, SurfaceId, SurfaceState, Surfaces, UserKind,
};

/// A connected phone. Nothing here changes anything on it.
pub trait Phone {
    /// How the phone is called where it is connected: its serial number, or an address and a port.
    fn serial(&self) -> &str;

    /// How it is connected.
    fn connection(&self) -> Connection;

    /// The examiner's clock.
    fn now(&self) -> Timestamp;

    /// Runs one command and gives its standard output to `sink` as it comes.
    ///
    /// # Errors
    /// [`Lost`] when the connection broke before the command ended.
    fn run(&self, command: &str, seconds: u64, sink: &mut Sink<'_>) -> Result<Ended, Lost>;

    /// Gives one file of the phone to `sink` as it comes.
    ///
    /// # Errors
    /// [`Lost`] when the connection broke before the end of the file.
    fn pull(&self, path: &str, seconds: u64, sink: &mut Sink<'_>) -> Result<Ended, Lost>;
}

/// Takes what comes from the phone, piece by piece, and can say that it is enough.
pub type Sink<'a> = dyn FnMut(&[u8]) -> ControlFlow<()> + 'a;

/// How a phone is connected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Connection {
    /// A cable.
    Usb,
    /// A network, or a way that nobody knows.
    Network,
    /// An emulator on this computer.
    Emulator,
}

/// How a command or a file ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// By itself.
    Whole,
    /// By itself, with an error.
    Failed {
        /// What the phone said, shortened; empty if it said nothing.
        cause: String,
    },
    /// The sink had enough.
    Enough,
    /// It took longer than it may.
    TimedOut,
}

/// The connection broke.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{cause}")]
pub struct Lost {
    /// What the system or the adb server said.
    pub cause: String,
    /// Whether the phone is gone, or only this command.
    pub gone: bool,
}

/// What the examiner asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Asked {
    /// Read the phone although its wireless debugging has a known hole.
    pub despite_wireless_hole: bool,
}

/// A connected phone could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LiveError {
    /// Wireless debugging is in use, and this phone's has a hole (CVE-2026-0073).
    #[error(
        "the phone's security patches are of {patch}; those of {} close a hole in wireless debugging (CVE-2026-0073)",
        gate::CLOSED_ON
    )]
    WirelessHole {
        /// The date of the phone's patches, or that nobody knows it.
        patch: String,
    },
    /// The phone did not answer.
    #[error("the phone {serial} did not answer: {cause}")]
    NoAnswer {
        /// The phone.
        serial: String,
        /// Why.
        cause: String,
    },
}

/// Reads a connected phone.
///
/// # Errors
/// [`LiveError`] when nothing at all could be read, or nothing may be. Anything less is in the snapshot's
/// surfaces.
pub(in crate::evidence) fn read(
    phone: &dyn Phone,
    asked: Asked,
    reading: Reading<'_>,
) -> Result<Snapshot, LiveError> {
    let mut reader = Reader::new(phone, reading);
    reader.read_device()?;
    reader.pass_gate(asked)?;
    reader.read_clock();
    let users = reader.read_users();
    for user in &users {
        reader.read_apps(user);
        reader.read_settings(user.id);
    }
    reader.read_dumps();
    reader.read_running();
    reader.keep_users(users);
    reader.read_app_files();
    reader.read_digests();
    reader.tell_signers_and_hashes();
    Ok(reader.finish())
}

/// Powers for which also an app that came with the phone has its files read: whoever holds them sees much.
const WATCHING: [PowerKind; 9] = [
    PowerKind::Accessibility,
    PowerKind::DeviceAdmin,
    PowerKind::DeviceOwner,
    PowerKind::ProfileOwner,
    PowerKind::NotificationListener,
    PowerKind::Keyboard,
    PowerKind::Vpn,
    PowerKind::SmsRole,
    PowerKind::ScreenCapture,
];

/// Surfaces that the settings of the namespace `secure` hold.
const IN_SECURE: [(SurfaceId, PowerKind); 3] = [
    (SurfaceId::Accessibility, PowerKind::Accessibility),
    (
        SurfaceId::NotificationListeners,
        PowerKind::NotificationListener,
    ),
    (SurfaceId::Keyboards, PowerKind::Keyboard),
];

struct Reader<'a> {
    phone: &'a dyn Phone,
    reading: Reading<'a>,
    /// `adb:SERIAL`.
    name: String,
    snapshot: Snapshot,
    surfaces: Surfaces,
    apps: Apps,
    /// Why the phone is gone, once it is.
    gone: Option<String>,
    /// Commands that broke one after the other.
    broken: u32,
    asked: u64,
    started: Timestamp,
}

impl<'a> Reader<'a> {
    fn new(phone: &'a dyn Phone, reading: Reading<'a>) -> Self {
        Self {
            phone,
            reading,
            name: format!("adb:{}", phone.serial()),
            snapshot: Snapshot {
                platform: Platform::Android,
                ..Snapshot::default()
            },
            surfaces: Surfaces::for_platform(Platform::Android),
            apps: Apps::default(),
            gone: None,
            broken: 0,
            asked: 0,
            started: phone.now(),
        }
    }

    /// What the phone says of itself. A phone that does not even do that is not read.
    fn read_device(&mut self) -> Result<(), LiveError> {
        let no_answer = |reader: &Self, reason: &Reason| LiveError::NoAnswer {
            serial: reader.phone.serial().to_owned(),
            cause: match reason {
                Reason::Unreadable { cause, .. } | Reason::Malformed { cause } => cause.clone(),
                other => other.code().to_owned(),
            },
        };
        let answer = self.ask(commands::PROPERTIES.text, commands::PROPERTIES.seconds);
        let answer = answer.map_err(|reason| no_answer(self, &reason))?;
        // Builds for developers let every computer in.
        let open_to_all = answer.says(b"[ro.adb.secure]: [0]");
        let parsed = self.parse(answer, Told::As(SurfaceId::Device), getprop::parse);
        self.snapshot.device = parsed.map_err(|reason| no_answer(self, &reason))?;
        if !open_to_all && self.phone.connection() != Connection::Emulator {
            self.changed(Change::KeyTrusted);
        }
        Ok(())
    }

    /// Reads the settings that tell whether debugging is on, and stops where the hole is open.
    fn pass_gate(&mut self, asked: Asked) -> Result<(), LiveError> {
        self.read_namespace("global", None);
        let on = |name: &str| {
            let mut settings = self.snapshot.settings.iter();
            settings.any(|setting| setting.name == name && setting.value.trim() == "1")
        };
        let wifi = on("adb_wifi_enabled");
        let states = [
            (
                Change::DeveloperOptionsOn,
                on("development_settings_enabled"),
            ),
            (Change::UsbDebuggingOn, on("adb_enabled")),
            (Change::WirelessDebuggingOn, wifi),
        ];
        for (change, _) in states.into_iter().filter(|(_, on)| *on) {
            self.changed(change);
        }
        if !gate::wireless(self.phone.connection(), wifi) || !gate::open(&self.snapshot.device) {
            return Ok(());
        }
        let modules = self.ask(commands::MODULES.text, commands::MODULES.seconds);
        if modules.is_ok_and(|answer| gate::closed_by_modules(&answer.bytes)) {
            return Ok(());
        }
        if asked.despite_wireless_hole {
            self.changed(Change::WirelessHoleAccepted);
            return Ok(());
        }
        let patch = gate::patch(&self.snapshot.device);
        Err(LiveError::WirelessHole {
            patch: patch.unwrap_or_else(|| "an unknown date".to_owned()),
        })
    }

    /// The phone's clock beside ours: what it said, against the middle of the time that the question took.
    fn read_clock(&mut self) {
        let before = self.phone.now();
        let answer = self.ask(commands::CLOCK.text, commands::CLOCK.seconds);
        let after = self.phone.now();
        let Ok(answer) = answer else { return };
        let half = after.duration_since(before) / 2;
        let examiner = before.checked_add(half).unwrap_or(before);
        match lists::clock(&answer.bytes) {
            Some(phone) => {
                let at = Provenance::new(&answer.input, "line 1");
                self.snapshot.device.clock = Some(Observed::new(Clock { phone, examiner }, at));
            }
            None => {
                let cause = "not a time".to_owned();
                let reason = Reason::Malformed { cause };
                self.surfaces
                    .skip(SurfaceId::Device, &*answer.input, reason);
            }
        }
    }

    /// Every user and profile; the owner alone where the phone does not tell.
    fn read_users(&mut self) -> Vec<PhoneUser> {
        let answer = self.ask(commands::USERS.text, commands::USERS.seconds);
        let users = answer.and_then(|answer| {
            self.parse(answer, Told::Under(SurfaceId::OtherUsers), lists::users)
        });
        let mut users = match users {
            Ok(users) => users,
            Err(reason) => {
                self.surfaces.unavailable(SurfaceId::OtherUsers, reason);
                Vec::new()
            }
        };
        if users.len() > PHONE_USERS {
            let limit = PHONE_USERS as u64;
            let record = format!("{}: {} users", self.name, users.len());
            self.surfaces
                .skip(SurfaceId::OtherUsers, record, Reason::TooMany { limit });
            users.truncate(PHONE_USERS);
        }
        if users.is_empty() {
            let at = Provenance::new(&self.name.as_str().into(), commands::USERS.text);
            users.push(PhoneUser {
                id: 0,
                kind: UserKind::Owner,
                name: None,
                read: None,
                provenance: at,
            });
        }
        users
    }

    /// The apps of one user: the list with all that is known, and three that say which of them are there, came
    /// with the phone, are switched off.
    fn read_apps(&mut self, user: &PhoneUser) {
        let id = user.id;
        let list = |reader: &mut Self, command: commands::Command| {
            let answer = reader.ask(&command.for_user(id), command.seconds)?;
            let input = std::sync::Arc::clone(&answer.input);
            let parse = |place: super::parsed::Place<'_>, source: &mut dyn std::io::Read| {
                lists::apps(place, id, source)
            };
            let apps = reader.parse(answer, Told::Under(SurfaceId::Apps), parse)?;
            if apps.is_empty() {
                let field = input.to_string();
                return Err(Reason::LeftEmpty { field });
            }
            Ok(apps)
        };
        let listed = list(self, commands::APPS).or_else(|first| {
            // An older system prints its help for the new options.
            list(self, commands::APPS_OLD).map_err(|_| first)
        });
        let mut listed = match listed {
            Ok(listed) => listed,
            Err(reason) => {
                let record = format!("{}: the apps of user {id}", self.name);
                self.surfaces
                    .skip(SurfaceId::OtherUsers, record, reason.clone());
                if id == 0 {
                    self.surfaces.unavailable(SurfaceId::Apps, reason.clone());
                    self.surfaces.unavailable(SurfaceId::RemovedApps, reason);
                }
                return;
            }
        };
        self.surfaces.read(SurfaceId::Apps, listed.len() as u64);
        self.surfaces.read(SurfaceId::OtherUsers, 1);
        let installed = self.names(commands::APPS_INSTALLED, id, SurfaceId::RemovedApps);
        let system = self.names(commands::APPS_SYSTEM, id, SurfaceId::Apps);
        let disabled = self.names(commands::APPS_DISABLED, id, SurfaceId::Apps);
        let icons = self.icons(id);
        let mut removed = 0;
        for app in &mut listed {
            let in_list =
                |list: &Option<BTreeSet<String>>| list.as_ref().map(|list| list.contains(&app.id));
            app.system = in_list(&system);
            app.enabled = in_list(&disabled).map(|disabled| !disabled);
            if in_list(&installed) == Some(false) {
                app.state = AppState::Removed;
                app.enabled = None;
                removed += 1;
                continue;
            }
            // An app that is switched off shows no icon and cannot run either.
            if let Some((icons, at)) = &icons
                && app.enabled != Some(false)
                && !icons.contains(&app.id)
            {
                let hidden = Observed::new(Hiding::NoLauncherEntry, at.clone());
                app.hiding.push(hidden);
            }
        }
        if installed.is_some() {
            self.surfaces.read(SurfaceId::RemovedApps, removed);
        }
        for app in listed {
            self.apps.add(app);
        }
    }

    /// The names that one of `pm`'s lists has, or none where it could not be read.
    fn names(
        &mut self,
        command: commands::Command,
        user: u32,
        surface: SurfaceId,
    ) -> Option<BTreeSet<String>> {
        let filled = command.for_user(user);
        let named =
            self.ask(&filled, command.seconds)
                .and_then(|answer| match answer.cut.clone() {
                    // What a list that ends too early does not have says nothing.
                    Some(reason) => Err(reason),
                    None => self.parse(answer, Told::Under(surface), lists::named),
                });
        match named {
            Ok(names) => Some(names),
            Err(reason) => {
                let record = format!("{}/{filled}", self.name);
                self.surfaces.skip(surface, record, reason);
                None
            }
        }
    }

    /// The apps that a launcher would show to this user.
    fn icons(&mut self, user: u32) -> Option<(BTreeSet<String>, Provenance)> {
        let filled = commands::ICONS.for_user(user);
        let icons = self
            .ask(&filled, commands::ICONS.seconds)
            .and_then(|answer| {
                if let Some(reason) = answer.cut.clone() {
                    return Err(reason);
                }
                let at = Provenance::new(&answer.input, "");
                let icons = self.parse(
                    answer,
                    Told::Under(SurfaceId::LauncherEntries),
                    lists::icons,
                )?;
                if icons.is_empty() {
                    // No phone shows nothing: the question was not understood.
                    let field = filled.clone();
                    return Err(Reason::LeftEmpty { field });
                }
                Ok((icons, at))
            });
        match icons {
            Ok((icons, at)) => {
                let count = icons.len() as u64;
                self.surfaces.read(SurfaceId::LauncherEntries, count);
                Some((icons, at))
            }
            Err(reason) => {
                if user == 0 {
                    self.surfaces
                        .unavailable(SurfaceId::LauncherEntries, reason);
                } else {
                    let record = format!("{}/{filled}", self.name);
                    self.surfaces
                        .skip(SurfaceId::LauncherEntries, record, reason);
                }
                None
            }
        }
    }

    fn read_settings(&mut self, user: u32) {
        for namespace in ["secure", "system"] {
            self.read_namespace(namespace, Some(user));
        }
    }

    /// One namespace of settings; `global` belongs to no user.
    fn read_namespace(&mut self, namespace: &'static str, user: Option<u32>) {
        let command = match namespace {
            "secure" => commands::SETTINGS_SECURE,
            "system" => commands::SETTINGS_SYSTEM,
            _ => commands::SETTINGS_GLOBAL,
        };
        let filled = command.for_user(user.unwrap_or(0));
        let answer = self.ask(&filled, command.seconds);
        let cut = answer.as_ref().ok().and_then(|answer| answer.cut.clone());
        let parse = |place: super::parsed::Place<'_>, source: &mut dyn std::io::Read| {
            settings::parse(place, namespace, source)
        };
        let surface = Told::As(SurfaceId::Settings);
        let read = answer.and_then(|answer| self.parse(answer, surface, parse));
        let of_owner = user.unwrap_or(0) == 0;
        let read = match read {
            Ok(read) => read,
            Err(reason) => {
                let record = format!("{}/{filled}", self.name);
                self.surfaces
                    .skip(SurfaceId::Settings, record, reason.clone());
                if namespace == "secure" && of_owner {
                    for (id, _) in IN_SECURE {
                        self.surfaces.unavailable(id, reason.clone());
                    }
                }
                return;
            }
        };
        if namespace == "secure" {
            for (id, kind) in IN_SECURE {
                match &cut {
                    // Nobody knows what stood in the rest.
                    Some(reason) if of_owner => self.surfaces.unavailable(id, reason.clone()),
                    Some(reason) => {
                        let record = format!("{}/{filled}", self.name);
                        self.surfaces.skip(id, record, reason.clone());
                    }
                    None => self.surfaces.read(id, read.count(kind)),
                }
            }
        }
        if namespace != "system" {
            let network = read.count(PowerKind::Vpn) + read.contacts.len() as u64;
            self.surfaces.read(SurfaceId::Network, network);
        }
        self.snapshot.settings.extend(read.settings);
        self.snapshot.contacts.extend(read.contacts);
        for mut app in read.powers {
            let user = user.unwrap_or(0);
            let known = self.apps.of(&app.id).any(|known| known.user == Some(user));
            app.user = known.then_some(user);
            self.apps.add(app);
        }
    }

    fn read_running(&mut self) {
        let (command, surface) = (commands::PROCESSES, SurfaceId::Processes);
        if let Some(found) = self.simple(command, surface, processes::parse) {
            self.snapshot.processes = found;
        }
        let (command, surface) = (commands::SERVICES, SurfaceId::Services);
        if let Some(found) = self.simple(command, surface, plain::services) {
            self.snapshot.services = found;
        }
        let (command, surface) = (commands::MOUNTS, SurfaceId::Mounts);
        if let Some(found) = self.simple(command, surface, lists::lines) {
            self.snapshot.mounts = found;
        }
        let command = commands::ROOT_TOOLS;
        let answer = self.ask(command.text, command.seconds);
        // On an ordinary phone it finds nothing and says nothing.
        let found = match answer {
            Ok(answer) if answer.bytes.is_empty() && answer.cut.is_none() => Ok(Vec::new()),
            Ok(answer) => self.parse(answer, Told::Under(SurfaceId::RootTools), lists::lines),
            Err(reason) => Err(reason),
        };
        match found {
            Ok(found) => {
                self.surfaces.read(SurfaceId::RootTools, found.len() as u64);
                self.snapshot.root_binaries = found;
            }
            Err(reason) => self.surfaces.unavailable(SurfaceId::RootTools, reason),
        }
    }

    /// A command without anything to fill in, whose output holds one surface.
    fn simple<T>(
        &mut self,
        command: commands::Command,
        surface: SurfaceId,
        parse: impl FnOnce(super::parsed::Place<'_>, &mut dyn std::io::Read) -> Parsed<T>,
    ) -> Option<T> {
        let answer = self.ask(command.text, command.seconds);
        match answer.and_then(|answer| self.parse(answer, Told::As(surface), parse)) {
            Ok(value) => Some(value),
            Err(reason) => {
                self.surfaces.unavailable(surface, reason);
                None
            }
        }
    }

    /// Says of each user whether its apps are in the snapshot.
    fn keep_users(&mut self, users: Vec<PhoneUser>) {
        for mut user in users {
            let listed = self.apps.iter().any(|app| app.user == Some(user.id));
            user.read = Some(listed);
            let known = self
                .snapshot
                .users
                .iter_mut()
                .find(|known| known.id == user.id);
            match known {
                // `dumpsys user` knows the kind better.
                Some(known) => {
                    known.read = user.read;
                    known.name = known.name.take().or(user.name);
                }
                None => self.snapshot.users.push(user),
            }
        }
    }

    /// Something that the phone had to allow, or that is switched on, so that we could read it.
    fn changed(&mut self, change: Change) {
        self.snapshot.actions.push(Action {
            at: self.started,
            what: change.as_str().to_owned(),
            output: None,
            changed: change.is_change(),
        });
    }

    fn finish(mut self) -> Snapshot {
        for id in [SurfaceId::Contacts, SurfaceId::UserCertificates] {
            self.surfaces.unavailable(id, Reason::NotInThisEvidence);
        }
        if let Some(cause) = &self.gone {
            let file = self.name.clone();
            let cause = cause.clone();
            self.surfaces.skip(
                SurfaceId::Device,
                &self.name,
                Reason::Unreadable { file, cause },
            );
        }
        let settings = self.surfaces.get(SurfaceId::Settings);
        let settings = settings.filter(|surface| surface.state == SurfaceState::NotAsked);
        if let Some(first) = settings.and_then(|surface| surface.skipped.first()) {
            let reason = first.reason.clone();
            self.surfaces.unavailable(SurfaceId::Settings, reason);
        }
        let mut snapshot = self.snapshot;
        let inputs = &mut snapshot.inputs;
        inputs.sort();
        // As for a folder: the digest of the list that `sha256sum` would print.
        let prefix = format!("{}/", self.name);
        let list: String = inputs
            .iter()
            .map(|input| {
                let below = input.path.strip_prefix(&prefix).unwrap_or(&input.path);
                format!("{}  {below}\n", input.sha256)
            })
            .collect();
        let bytes = inputs.iter().map(|input| input.bytes).sum();
        inputs.push(Input {
            path: self.name,
            kind: InputKind::ConnectedPhone,
            bytes,
            sha256: Sha256::of(list.as_bytes()),
        });
        inputs.sort();
        snapshot.acquisition = Some(Acquisition {
            tool: "rushlight".to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            id: None,
            started: Some(self.started),
            completed: Some(self.phone.now()),
        });
        snapshot.apps = self.apps.into_sorted();
        snapshot.surfaces = self.surfaces;
        snapshot.settings.sort();
        snapshot.processes.sort();
        snapshot.contacts.sort();
        snapshot.root_binaries.sort();
        snapshot.mounts.sort();
        snapshot.services.sort();
        snapshot.services.dedup();
        snapshot.users.sort();
        snapshot.trusted_computers.sort();
        snapshot.history.sort();
        self.reading.watch.progress(Stage::Apps, 0, 0);
        snapshot
    }
}

#[cfg(test)]
mod tests;
