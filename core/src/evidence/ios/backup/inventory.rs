//! The apps of a backup, from every place that names one, and what that says: is it there, or was it?
//!
//! - A list of installed apps names it (`Installed Applications`, `Applications` of `Info.plist` and of
//!   `Manifest.plist`): *installed*.
//! - It has a folder (domain `AppDomain-…`) and no list names it. Apple's own apps are in no list: *installed*.
//!   Of another app the data is left and the app is not listed; it was offloaded, was an App Clip, or is gone:
//!   *removed*. Where a backup has no list at all, the folder is all there is to say so, and iOS makes it with
//!   the app and deletes it with the app: *installed*.
//! - Only a record names it (access, network, place): the phone writes one when the app has run, and keeps it for
//!   a time. Listed apps left aside: *removed*. Where there is no list, where the name is a process, or where it
//!   begins as an installed app's does, so that it may be a part of that: *seen*, which claims nothing.
//!
//! A group of apps (`AppDomainGroup-…`) names no app.

use std::collections::{BTreeMap, BTreeSet};

use super::super::facts::is_bundle;
use crate::snapshot::{
    App, AppState, Hiding, Observed, Permissions, Platform, Power, PowerKind, Provenance,
};

/// How the identifiers of Apple's own apps and programs begin.
const APPLE: &str = "com.apple.";

/// What is known of apps while a backup is read.
#[derive(Debug, Default)]
pub(super) struct Inventory {
    apps: BTreeMap<String, App>,
    /// Apps with a folder of their own.
    containers: BTreeSet<String>,
    /// Keyboards that are switched on, by the bundle of the extension.
    keyboards: Vec<(String, Provenance)>,
    /// There is a list of installed apps.
    pub(super) has_list: bool,
}

impl Inventory {
    /// An app that a list of installed apps names.
    pub(super) fn listed(&mut self, mut app: App) {
        app.state = AppState::Installed;
        self.has_list = true;
        self.add(app);
    }

    /// What a record says of an app.
    pub(super) fn recorded(&mut self, app: App) {
        self.add(app);
    }

    /// A domain of the backup: an app's folder, a plug-in's, or something else.
    pub(super) fn domain(&mut self, domain: &str, at: Provenance) {
        if let Some(id) = domain.strip_prefix("AppDomain-") {
            self.containers.insert(id.to_owned());
            self.add(App::new(id, Platform::Ios, AppState::Seen, at));
        } else if let Some(id) = domain.strip_prefix("AppDomainPlugin-") {
            // A plug-in is a part of an app and has an identifier that begins as the app's does.
            match self.owner(id).and_then(|owner| self.apps.get_mut(&owner)) {
                Some(owner) => owner.provenance.push(at),
                None if id.starts_with(APPLE) => {}
                None => self.add(App::new(id, Platform::Ios, AppState::Seen, at)),
            }
        }
    }

    /// A keyboard that is switched on.
    pub(super) fn keyboard(&mut self, id: String, at: Provenance) {
        self.keyboards.push((id, at));
    }

    fn add(&mut self, mut app: App) {
        // What TCC grants and what other files grant belong together.
        match self.apps.get_mut(&app.id) {
            Some(known) => {
                let own = &mut known.permissions.granted;
                let Permissions { granted, .. } = &mut app.permissions;
                if let (Some(own), Some(other)) = (own.as_mut(), granted.as_mut()) {
                    own.value.append(&mut other.value);
                }
                known.absorb(app);
            }
            None => {
                self.apps.insert(app.id.clone(), app);
            }
        }
    }

    /// The longest known app of which this identifier is a part.
    fn owner(&self, id: &str) -> Option<String> {
        let mut rest = id;
        while let Some((front, _)) = rest.rsplit_once('.') {
            if self.apps.contains_key(front) {
                return Some(front.to_owned());
            }
            rest = front;
        }
        None
    }

    /// Whether this identifier begins as that of an installed app does.
    fn is_part_of_installed(&self, id: &str) -> bool {
        let mut rest = id;
        while let Some((front, _)) = rest.rsplit_once('.') {
            let known = self.apps.get(front);
            if known.is_some_and(|app| app.state == AppState::Installed) {
                return true;
            }
            rest = front;
        }
        false
    }

    /// Says which installed apps have no icon: of Apple's own, some never have one.
    pub(super) fn hide(&mut self, icons: &BTreeSet<String>, at: &Provenance) {
        for app in self.apps.values_mut() {
            let on_phone = app.state == AppState::Installed && !app.id.starts_with(APPLE);
            if on_phone && !icons.contains(&app.id) {
                app.hiding
                    .push(Observed::new(Hiding::NotOnHomeScreen, at.clone()));
            }
        }
    }

    /// Says which apps a restriction hides.
    pub(super) fn restrict(&mut self, hidden: Vec<(String, Provenance)>) {
        for (id, at) in hidden {
            if let Some(app) = self.apps.get_mut(&id) {
                app.hiding
                    .push(Observed::new(Hiding::HiddenByRestriction, at));
            }
        }
    }

    /// Every app with its state, sorted.
    pub(super) fn finish(mut self) -> Vec<App> {
        for (id, at) in std::mem::take(&mut self.keyboards) {
            let owner = self.owner(&id).unwrap_or_else(|| id.clone());
            let power = Power {
                kind: PowerKind::Keyboard,
                component: (owner != id).then_some(id),
            };
            let mut app = App::new(owner, Platform::Ios, AppState::Seen, at.clone());
            app.powers.push(Observed::new(power, at));
            self.add(app);
        }
        let states: Vec<(AppState, Option<bool>)> = self
            .apps
            .values()
            .map(|app| (self.state(app), self.system(app)))
            .collect();
        let mut apps: Vec<App> = self.apps.into_values().collect();
        for (app, (state, system)) in apps.iter_mut().zip(states) {
            app.state = state;
            app.system = app.system.or(system);
            app.labels.sort();
            app.powers.sort();
            app.hiding.sort();
            app.hiding.dedup();
            app.uses.sort();
        }
        apps
    }

    fn state(&self, app: &App) -> AppState {
        if app.state == AppState::Installed {
            return AppState::Installed;
        }
        let has_folder = self.containers.contains(&app.id);
        if app.id.starts_with(APPLE) {
            return if has_folder {
                AppState::Installed
            } else {
                AppState::Seen
            };
        }
        match (has_folder, self.has_list) {
            (true, true) => AppState::Removed,
            (true, false) => AppState::Installed,
            (false, false) => AppState::Seen,
            (false, true) if !is_bundle(&app.id) => AppState::Seen,
            (false, true) if self.is_part_of_installed(&app.id) => AppState::Seen,
            (false, true) => AppState::Removed,
        }
    }

    /// Apple's own, which no list names. One that a list does name came later, from a store or from somebody who
    /// took Apple's name.
    fn system(&self, app: &App) -> Option<bool> {
        if app.id.starts_with(APPLE) {
            return (app.state != AppState::Installed).then_some(true);
        }
        is_bundle(&app.id).then_some(false)
    }
}
