//! Joining what several pieces of evidence say about one phone, and several files about one app.
//!
//! Nothing is overwritten: the first to say a single value keeps it, lists grow, and every fact keeps the
//! place it was read from. Where a later one says something else, [`Contradictions`] tells both.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use jiff::tz::TimeZone;

use super::{ApkFile, App, AppState, Contradictions, Permissions, Platform, Snapshot, SurfaceId};

impl Snapshot {
    /// Adds another piece of evidence of the same phone.
    pub fn merge(&mut self, other: Self) {
        let contradictions = Contradictions::between(self, &other);
        let Self {
            platform,
            device,
            inputs,
            surfaces,
            acquisition,
            apps,
            profiles,
            settings,
            processes,
            contacts,
            files,
            root_binaries,
            mounts,
            services,
            users,
            trusted_computers,
            account_devices,
            history,
            actions,
        } = other;
        if self.platform == Platform::Unknown {
            self.platform = platform;
        }
        let own = &mut self.device;
        first(&mut own.make, device.make);
        first(&mut own.model, device.model);
        first(&mut own.os_version, device.os_version);
        first(&mut own.api_level, device.api_level);
        first(&mut own.security_patch, device.security_patch);
        first(&mut own.build, device.build);
        first(&mut own.locale, device.locale);
        first(&mut own.zone, device.zone);
        first(&mut own.verified_boot, device.verified_boot);
        first(&mut own.supervised, device.supervised);
        first(&mut own.clock, device.clock);
        first(&mut self.acquisition, acquisition);
        self.surfaces.merge(surfaces);
        join(&mut self.inputs, inputs);
        join(&mut self.profiles, profiles);
        join(&mut self.settings, settings);
        join(&mut self.processes, processes);
        join(&mut self.contacts, contacts);
        join(&mut self.root_binaries, root_binaries);
        join(&mut self.mounts, mounts);
        join(&mut self.services, services);
        join(&mut self.users, users);
        join(&mut self.trusted_computers, trusted_computers);
        join(&mut self.account_devices, account_devices);
        join(&mut self.history, history);
        join(&mut self.actions, actions);
        self.files.append(&files);
        let mut joined = Apps::default();
        for app in std::mem::take(&mut self.apps).into_iter().chain(apps) {
            joined.add(app);
        }
        self.apps = joined.into_sorted();
        contradictions.tell_in(&mut self.surfaces);
    }
}

impl Snapshot {
    /// Counts each app once that a list and a dump both name: a report says how many apps there are, and how
    /// many were there.
    pub fn recount_apps(&mut self) {
        let count = |state| self.apps.iter().filter(|app| app.state == state).count() as u64;
        let (installed, removed) = (count(AppState::Installed), count(AppState::Removed));
        self.surfaces.recount(SurfaceId::Apps, installed);
        self.surfaces.recount(SurfaceId::RemovedApps, removed);
    }

    /// Makes instants of the times that stood without a zone, once the phone's zone is known.
    pub fn settle_times(&mut self) {
        let zone = self.device.zone.as_ref();
        let Some(zone) = zone.and_then(|zone| TimeZone::get(&zone.value).ok()) else {
            return;
        };
        for app in &mut self.apps {
            let times = &mut app.times;
            for moment in [
                &mut times.first_installed,
                &mut times.last_updated,
                &mut times.last_used,
            ]
            .into_iter()
            .flatten()
            {
                moment.value.settle(&zone);
            }
            for used in &mut app.uses {
                used.value.at.settle(&zone);
            }
            app.uses.sort();
        }
        self.surfaces.settle(&zone);
        for occurrence in &mut self.history {
            occurrence.at.settle(&zone);
        }
        self.history.sort();
        for computer in &mut self.trusted_computers {
            if let Some(last) = &mut computer.last_connected {
                last.settle(&zone);
            }
        }
        self.trusted_computers.sort();
        for contacted in self
            .contacts
            .iter_mut()
            .filter_map(|it| it.contacted.as_mut())
        {
            contacted.first.settle(&zone);
            contacted.last.settle(&zone);
        }
        self.contacts.sort();
    }
}

/// The apps of a phone while they are collected from several files.
#[derive(Debug, Default)]
pub(crate) struct Apps(BTreeMap<(String, Option<u32>), App>);

impl Apps {
    /// What a place says differently about an app than what is known of it.
    pub(crate) fn contradictions(&self, app: &App, told: &mut Contradictions) {
        for (_, known) in self.0.range(every_user(&app.id)) {
            told.apps(known, app);
        }
    }

    /// Adds what one place says about an app. A place that does not name the user speaks of every user
    /// that has the app.
    pub(crate) fn add(&mut self, app: App) {
        if app.user.is_none() && self.has(&app.id) {
            for known in self.of(&app.id) {
                known.absorb(app.clone());
            }
            return;
        }
        // Until now nobody named the user: what was known belongs to the one who is named.
        let nameless = if app.user.is_some() {
            self.0.remove(&(app.id.clone(), None))
        } else {
            None
        };
        let known = self.0.entry((app.id.clone(), app.user));
        let known = match known {
            Entry::Vacant(vacant) => vacant.insert(app),
            Entry::Occupied(occupied) => {
                let known = occupied.into_mut();
                known.absorb(app);
                known
            }
        };
        if let Some(nameless) = nameless {
            known.absorb(nameless);
        }
    }

    /// Whether any user has it.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.0.range(every_user(id)).next().is_some()
    }

    /// The app of every user.
    pub(crate) fn of(&mut self, id: &str) -> impl Iterator<Item = &mut App> {
        self.0.range_mut(every_user(id)).map(|(_, app)| app)
    }

    /// Every app, sorted.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &App> {
        self.0.values()
    }

    /// Every app, sorted, to add to.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut App> {
        self.0.values_mut()
    }

    /// Every app, sorted by identifier, then user, with sorted lists.
    pub(crate) fn into_sorted(self) -> Vec<App> {
        self.0
            .into_values()
            .map(|mut app| {
                app.labels.sort();
                app.signers.sort();
                app.powers.sort();
                app.hiding.sort();
                app.uses.sort();
                app.broadcasts.sort();
                app.certificate_hashes.sort();
                app.components.sort();
                app.declared_permissions.sort();
                app.meta_data.sort();
                app.files.sort();
                app
            })
            .collect()
    }
}

fn every_user(id: &str) -> std::ops::RangeInclusive<(String, Option<u32>)> {
    (id.to_owned(), None)..=(id.to_owned(), Some(u32::MAX))
}

impl App {
    /// Takes in what another place says about this app. The stronger state stays.
    pub(crate) fn absorb(&mut self, other: Self) {
        let Self {
            id: _,
            platform: _,
            user,
            state,
            enabled,
            system,
            labels,
            version,
            signers,
            install,
            times,
            permissions,
            powers,
            hiding,
            uses,
            broadcasts,
            target_sdk,
            certificate_hashes,
            components,
            declared_permissions,
            meta_data,
            self_declared_monitoring,
            files,
            data_use,
            provenance,
        } = other;
        self.state = self.state.min(state);
        first(&mut self.user, user);
        first(&mut self.enabled, enabled);
        first(&mut self.system, system);
        first(&mut self.version, version);
        first(&mut self.install.installer, install.installer);
        first(&mut self.install.initiating, install.initiating);
        first(&mut self.install.originating, install.originating);
        first(&mut self.install.source, install.source);
        first(&mut self.install.channel, install.channel);
        first(&mut self.install.account, install.account);
        first(&mut self.times.first_installed, times.first_installed);
        first(&mut self.times.last_updated, times.last_updated);
        first(&mut self.times.last_used, times.last_used);
        first(&mut self.target_sdk, target_sdk);
        first(&mut self.data_use, data_use);
        let Permissions { requested, granted } = permissions;
        first(&mut self.permissions.requested, requested);
        first(&mut self.permissions.granted, granted);
        first(&mut self.self_declared_monitoring, self_declared_monitoring);
        append(&mut self.labels, labels);
        append(&mut self.signers, signers);
        append(&mut self.powers, powers);
        append(&mut self.hiding, hiding);
        // A report of a week has thousands; comparing each with each would take minutes.
        join(&mut self.uses, uses);
        append(&mut self.broadcasts, broadcasts);
        append(&mut self.certificate_hashes, certificate_hashes);
        append(&mut self.components, components);
        append(&mut self.declared_permissions, declared_permissions);
        append(&mut self.meta_data, meta_data);
        append(&mut self.provenance, provenance);
        for file in files {
            self.add_file(file);
        }
    }

    /// Adds a file. One that we read ourselves takes the place of the same file as the evidence states
    /// it, and keeps the path on the phone.
    fn add_file(&mut self, mut file: ApkFile) {
        if self.files.contains(&file) {
            return;
        }
        let same = self.files.iter_mut().find(|known| match known.sha256 {
            Some(_) => known.sha256 == file.sha256,
            None => known.path.is_some() && known.path == file.path,
        });
        match same {
            Some(known) if file.read_here && !known.read_here => {
                file.path = file.path.or_else(|| known.path.take());
                *known = file;
            }
            Some(known) if known.read_here && !file.read_here => {
                first(&mut known.path, file.path);
            }
            Some(_) | None => self.files.push(file),
        }
    }
}

fn first<T>(own: &mut Option<T>, other: Option<T>) {
    if own.is_none() {
        *own = other;
    }
}

fn append<T: PartialEq>(own: &mut Vec<T>, other: Vec<T>) {
    for item in other {
        if !own.contains(&item) {
            own.push(item);
        }
    }
}

fn join<T: Ord>(own: &mut Vec<T>, other: Vec<T>) {
    own.extend(other);
    own.sort();
    own.dedup();
}
