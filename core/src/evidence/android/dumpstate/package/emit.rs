//! From the records to the apps of each user: who has it, what it may do there, and whether it hides.

use std::collections::BTreeSet;

use super::Packages;
use super::record::{At, Record, User};
use super::resolver::{Category, Entry};
use crate::evidence::android::dumpstate::section::Facts;
use crate::snapshot::{App, AppState, Hiding, Observed, Platform, Reason, SurfaceId, Version};

/// How many apps each surface has.
#[derive(Default)]
struct Counts {
    apps: u64,
    removed: u64,
    granted: u64,
    checked: u64,
}

impl Packages {
    pub(super) fn emit(&mut self, facts: &mut Facts<'_>) {
        let mut counts = Counts::default();
        let mut told = BTreeSet::new();
        let packages = std::mem::take(&mut self.packages);
        for record in &packages {
            facts
                .listed_users
                .extend(record.users.iter().map(|user| user.id));
            if self.package(record, facts, &mut counts) {
                told.insert(record.name.as_str());
            }
        }
        for (package, event, line) in self.receivers.broadcasts() {
            // The list decides who is there. Without one, the table at least names them.
            if !packages.is_empty() && !told.contains(package) {
                continue;
            }
            let observed = Observed::new(event.to_owned(), facts.at(line));
            facts.app(package, None, line).broadcasts.push(observed);
        }
        if !packages.is_empty() {
            facts.read(SurfaceId::Apps, counts.apps);
            facts.read(SurfaceId::RemovedApps, counts.removed);
            facts.read(SurfaceId::AppGrants, counts.granted);
        }
        if self.activities.whole && !packages.is_empty() {
            facts.read(SurfaceId::LauncherEntries, counts.checked);
        } else {
            let cause = "the table of activities is missing or cut short".to_owned();
            facts.unread(SurfaceId::LauncherEntries, Reason::Malformed { cause });
        }
    }

    /// Tells what is known of one package; false if no user has it.
    fn package(&self, record: &Record, facts: &mut Facts<'_>, counts: &mut Counts) -> bool {
        if record.users.is_empty() {
            // A list without users, or one that was cut here.
            facts.tell(app(record, None, AppState::Installed, facts));
            counts.apps += 1;
            return true;
        }
        let mut there = false;
        for user in &record.users {
            let has = user.installed != Some(false) && !record.kept;
            if !has && !user.archived {
                continue;
            }
            let state = if has {
                counts.apps += 1;
                AppState::Installed
            } else {
                counts.removed += 1;
                AppState::Removed
            };
            let mut app = app(record, Some(user), state, facts);
            if let Some(granted) = self.granted(record, user, facts) {
                let at = facts.at(user.line);
                app.permissions.granted = Some(Observed::new(granted, at));
                counts.granted += 1;
            }
            if state == AppState::Installed && !record.cut && record.system == Some(false) {
                counts.checked += 1;
                if let Some(At { value, line }) = self.hiding(record, user) {
                    app.hiding.push(Observed::new(value, facts.at(line)));
                }
            }
            facts.tell(app);
            there = true;
        }
        if !there && (record.kept || record.system == Some(false)) {
            // An app that nobody has and that did not come with the phone is kept for its data. Whose it
            // was does not stand there, unless there is one user only.
            let user = record.users.first().filter(|_| record.users.len() == 1);
            facts.tell(app(record, user, AppState::Removed, facts));
            counts.removed += 1;
            return true;
        }
        there
    }

    /// The permissions that a user's copy really has. Apps that share an account share them.
    fn granted(
        &self,
        record: &Record,
        user: &User,
        facts: &mut Facts<'_>,
    ) -> Option<BTreeSet<String>> {
        if record.cut {
            return None;
        }
        let own = record.granted(user.id);
        let Some(name) = &record.shared_user else {
            return Some(own);
        };
        let Some(shared) = self.shared_users.get(name).filter(|shared| !shared.cut) else {
            let field = format!("SharedUser [{name}]");
            facts.skip(
                SurfaceId::AppGrants,
                record.line,
                Reason::LeftEmpty { field },
            );
            return None;
        };
        let mut granted = shared.granted(user.id);
        granted.extend(own);
        Some(granted)
    }

    /// Whether an app keeps out of the launcher. Nothing is said where the dump does not tell.
    fn hiding(&self, record: &Record, user: &User) -> Option<At<Hiding>> {
        if !self.activities.whole {
            return None;
        }
        let found = |value, line| Some(At { value, line });
        let entries = self.activities.entries(&record.name);
        let Some(first) = entries.first() else {
            return found(Hiding::NoLauncherEntry, record.line);
        };
        let of = |wanted: Category| {
            let categories = entries.iter().map(|entry| entry.categories.as_ref());
            let entries = entries.iter().zip(categories);
            entries
                .filter(move |(_, known)| known.is_some_and(|known| known.contains(&wanted)))
                .map(|(entry, _)| entry)
                .collect::<Vec<&Entry>>()
        };
        let detailed = entries.iter().all(|entry| entry.categories.is_some());
        let shown = if detailed {
            let launchers = of(Category::Launcher);
            if launchers.is_empty() {
                let hiding = match of(Category::Television).first() {
                    Some(_) => Hiding::TelevisionOnly,
                    None => Hiding::NoLauncherEntry,
                };
                return found(hiding, first.line);
            }
            launchers
        } else {
            entries.iter().collect()
        };
        // All of them switched off; the place is that of the first one.
        let mut off = None;
        for entry in shown {
            let line = user.disabled.get(&entry.class)?;
            off.get_or_insert(*line);
        }
        found(Hiding::LauncherSwitchedOff, off?)
    }
}

/// What a record says of an app, for one user.
fn app(record: &Record, user: Option<&User>, state: AppState, facts: &Facts<'_>) -> App {
    let mut app = App::new(
        &record.name,
        Platform::Android,
        state,
        facts.at(record.line),
    );
    app.user = user.map(|user| user.id);
    app.enabled = user.and_then(|user| user.enabled);
    app.system = record.system;
    let line = record.version_code.as_ref().map(|code| code.line);
    let line = line.or(record.version_name.as_ref().map(|name| name.line));
    app.version = line.map(|line| Version {
        name: record.version_name.as_ref().map(|name| name.value.clone()),
        code: record.version_code.as_ref().map(|code| code.value),
        provenance: facts.at(line),
    });
    app.install.installer = observed(record.installer.as_ref(), facts);
    app.install.initiating = observed(record.initiating.as_ref(), facts);
    app.install.originating = observed(record.originating.as_ref(), facts);
    app.install.source = record
        .source
        .as_ref()
        .map(|at| Observed::new(at.value.to_owned(), facts.at(at.line)));
    let first = user.and_then(|user| user.first_installed.as_ref());
    app.times.first_installed = observed(first.or(record.first_installed.as_ref()), facts);
    app.times.last_updated = observed(record.last_updated.as_ref(), facts);
    app.target_sdk = observed(record.target_sdk.as_ref(), facts);
    app.permissions.requested = observed(record.requested.as_ref().filter(|_| !record.cut), facts);
    app.certificate_hashes = all(&record.certificates, facts);
    app.declared_permissions = all(&record.declared, facts);
    app
}

fn observed<T: Clone>(at: Option<&At<T>>, facts: &Facts<'_>) -> Option<Observed<T>> {
    at.map(|at| Observed::new(at.value.clone(), facts.at(at.line)))
}

fn all<T: Clone>(at: &[At<T>], facts: &Facts<'_>) -> Vec<Observed<T>> {
    let values = at.iter();
    values
        .map(|at| Observed::new(at.value.clone(), facts.at(at.line)))
        .collect()
}
