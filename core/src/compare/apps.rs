//! The apps of two checks.
//!
//! An app is known by its identifier and the user of the phone. An app that is only mentioned (a running
//! process, a folder) is not there or gone by that; its powers count all the same.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    AppChange, AppGrants, AppName, AppPower, AppPresence, AppVersion, Change, Comparison, Reading,
    SignerChange, SignerChangeKind, SignerName, both_read,
};
use crate::snapshot::{App, AppState, PowerKind, Signer, SignerRole, Snapshot, SurfaceId};

/// Identifier and user. Evidence that knows no users is about the owner.
type Key<'a> = (&'a str, u32);

/// What one check says of one app.
struct Seen<'a> {
    /// Where it is there most surely.
    app: &'a App,
    /// Power and part, from everywhere that names it.
    powers: BTreeSet<(PowerKind, Option<&'a str>)>,
}

/// Everything that one check says of apps.
struct Check<'a> {
    snapshot: &'a Snapshot,
    apps: BTreeMap<Key<'a>, Seen<'a>>,
    /// Users that have an app.
    users: BTreeSet<u32>,
}

impl<'a> Check<'a> {
    fn of(snapshot: &'a Snapshot) -> Self {
        let mut apps: BTreeMap<Key<'a>, Seen<'a>> = BTreeMap::new();
        let mut users = BTreeSet::new();
        for app in &snapshot.apps {
            let user = app.user.unwrap_or_default();
            users.insert(user);
            let seen = apps.entry((&app.id, user)).or_insert_with(|| Seen {
                app,
                powers: BTreeSet::new(),
            });
            if app.state < seen.app.state {
                seen.app = app;
            }
            let powers = app.powers.iter().map(|power| &power.value);
            seen.powers
                .extend(powers.map(|power| (power.kind, power.component.as_deref())));
        }
        Self {
            snapshot,
            apps,
            users,
        }
    }

    fn reading(&self, id: SurfaceId) -> Reading {
        Reading::of(self.snapshot, id)
    }

    /// The app, if this check says that it is or was installed.
    fn present(&self, key: &Key<'_>) -> Option<&'a App> {
        let app = self.apps.get(key)?.app;
        (app.state != AppState::Seen).then_some(app)
    }

    /// Whether an app in this state would surely be named here.
    fn would_name(&self, key: &Key<'_>, state: AppState) -> bool {
        let covers_user = key.1 == 0
            || self.users.contains(&key.1)
            || self.reading(SurfaceId::OtherUsers).is_read();
        covers_user && self.reading(list_of(state)) == Reading::Whole
    }

    fn powers(&self, key: &Key<'a>) -> impl Iterator<Item = &(PowerKind, Option<&'a str>)> {
        self.apps.get(key).into_iter().flat_map(|seen| &seen.powers)
    }
}

/// The list that an app in this state stands in.
fn list_of(state: AppState) -> SurfaceId {
    match state {
        AppState::Removed => SurfaceId::RemovedApps,
        AppState::Installed | AppState::Seen => SurfaceId::Apps,
    }
}

/// Compares the apps.
pub(super) fn compare(snapshots: Change<&Snapshot>, comparison: &mut Comparison) {
    let earlier = Check::of(snapshots.earlier);
    let later = Check::of(snapshots.later);
    let keys: BTreeSet<Key<'_>> = earlier
        .apps
        .keys()
        .chain(later.apps.keys())
        .copied()
        .collect();
    for key in keys {
        match (earlier.present(&key), later.present(&key)) {
            (Some(before), Some(after)) => both(snapshots, &key, before, after, comparison),
            (None, Some(app)) if both_read(snapshots, list_of(app.state)) => {
                comparison.added.push(AppPresence {
                    app: name(&key, app),
                    state: app.state,
                    certain: earlier.would_name(&key, app.state),
                });
            }
            (Some(app), None) if both_read(snapshots, list_of(app.state)) => {
                comparison.removed.push(AppPresence {
                    app: name(&key, app),
                    state: app.state,
                    certain: later.would_name(&key, app.state),
                });
            }
            _ => {}
        }
        let on = gained(&key, &earlier, &later);
        comparison.powers_on.extend(on);
        let off = gained(&key, &later, &earlier);
        // An app that is gone has no powers either, and is named already.
        if later
            .present(&key)
            .is_some_and(|app| app.state == AppState::Installed)
            || earlier.present(&key).is_none()
        {
            comparison.powers_off.extend(off);
        }
    }
}

fn name(key: &Key<'_>, app: &App) -> AppName {
    AppName {
        id: key.0.to_owned(),
        user: key.1,
        label: app.label().map(str::to_owned),
    }
}

/// Powers that the check `to` shows and the check `from` does not, where both looked.
fn gained<'a>(key: &Key<'a>, from: &Check<'a>, to: &Check<'a>) -> Vec<AppPower> {
    let Some(seen) = to.apps.get(key) else {
        return Vec::new();
    };
    let is_new = |kind: PowerKind, component: Option<&str>| {
        let mut had = from
            .powers(key)
            .filter(|(other, _)| *other == kind)
            .peekable();
        // A second part of an app with the same power is new; a part without a name may be any.
        had.peek().is_none()
            || component.is_some()
                && had.all(|(_, other)| other.is_some_and(|other| Some(other) != component))
    };
    seen.powers
        .iter()
        .filter(|(kind, component)| is_new(*kind, *component))
        .filter(|(kind, _)| {
            let surface = kind.surface();
            from.reading(surface).is_read() && to.reading(surface).is_read()
        })
        .map(|(kind, component)| AppPower {
            app: name(key, seen.app),
            power: *kind,
            component: component.map(str::to_owned),
            certain: from.reading(kind.surface()) == Reading::Whole,
        })
        .collect()
}

/// What is different about an app that both checks name.
fn both(
    snapshots: Change<&Snapshot>,
    key: &Key<'_>,
    before: &App,
    after: &App,
    comparison: &mut Comparison,
) {
    let name = || name(key, after);
    if let Some(change) = Change::of(before.state, after.state) {
        comparison.state.push(AppChange {
            app: name(),
            change,
        });
    }
    if let Some(change) = versions(before, after) {
        comparison.updated.push(AppChange {
            app: name(),
            change,
        });
    }
    if let (Some(before), Some(after)) = (before.enabled, after.enabled)
        && let Some(change) = Change::of(before, after)
    {
        comparison.enabled.push(AppChange {
            app: name(),
            change,
        });
    }
    if let (Some(before), Some(after)) = (&before.install.installer, &after.install.installer)
        && let Some(change) = Change::of(before.value.clone(), after.value.clone())
    {
        comparison.installer.push(AppChange {
            app: name(),
            change,
        });
    }
    if let (Some(before), Some(after)) = (&before.install.channel, &after.install.channel)
        && let Some(change) = Change::of(before.value, after.value)
    {
        comparison.channels.push(AppChange {
            app: name(),
            change,
        });
    }
    if let (Some(before), Some(after)) = (&before.permissions.granted, &after.permissions.granted) {
        let permissions: BTreeSet<String> =
            after.value.difference(&before.value).cloned().collect();
        if !permissions.is_empty() {
            comparison.granted.push(AppGrants {
                app: name(),
                permissions,
            });
        }
    }
    if (before.state, after.state) != (AppState::Installed, AppState::Installed) {
        // An app that is gone has no signer to compare.
        return;
    }
    match signers(before, after) {
        Signers::Same => {}
        Signers::Unknown if both_read(snapshots, SurfaceId::AppSigners) => {
            comparison.signers_not_compared.push(name());
        }
        // The surface says so already.
        Signers::Unknown => {}
        Signers::Changed(kind) => comparison.signers.push(SignerChange {
            app: name(),
            kind,
            signers: Change {
                earlier: signer_names(before),
                later: signer_names(after),
            },
        }),
    }
}

/// Versions differ where a part that both checks know differs.
fn versions(before: &App, after: &App) -> Option<Change<AppVersion>> {
    let (before, after) = (before.version.as_ref()?, after.version.as_ref()?);
    fn differ<T: PartialEq>(before: Option<&T>, after: Option<&T>) -> bool {
        before.is_some() && after.is_some() && before != after
    }
    let changed = differ(before.name.as_ref(), after.name.as_ref())
        || differ(before.code.as_ref(), after.code.as_ref());
    let version = |version: &crate::snapshot::Version| AppVersion {
        name: version.name.clone(),
        code: version.code,
    };
    changed.then(|| Change {
        earlier: version(before),
        later: version(after),
    })
}

enum Signers {
    Same,
    /// One check does not know them, or knows other digests of them.
    Unknown,
    Changed(SignerChangeKind),
}

fn signers(before: &App, after: &App) -> Signers {
    let (old, new) = (current(before), current(after));
    if old.is_empty() || new.is_empty() {
        return Signers::Unknown;
    }
    match (every_in(&old, &new), every_in(&new, &old)) {
        (Some(true), Some(true)) => Signers::Same,
        (Some(_), Some(_)) => {
            let history: Vec<&Signer> = after
                .signers
                .iter()
                .filter(|signer| signer.role == SignerRole::Past)
                .collect();
            let handed_over = every_in(&old, &history) == Some(true);
            Signers::Changed(if handed_over {
                SignerChangeKind::Rotated
            } else {
                SignerChangeKind::Resigned
            })
        }
        _ => Signers::Unknown,
    }
}

fn current(app: &App) -> Vec<&Signer> {
    app.signers
        .iter()
        .filter(|signer| signer.role == SignerRole::Current)
        .collect()
}

fn signer_names(app: &App) -> Vec<SignerName> {
    let mut names: Vec<SignerName> = current(app).into_iter().map(SignerName::of).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Whether each of these signers is among the others; none where the digests do not tell.
fn every_in(signers: &[&Signer], others: &[&Signer]) -> Option<bool> {
    let mut all = true;
    for signer in signers {
        let compared: Vec<Option<bool>> =
            others.iter().map(|other| is_same(signer, other)).collect();
        if compared.contains(&Some(true)) {
            continue;
        }
        if compared.contains(&None) {
            return None;
        }
        all = false;
    }
    Some(all)
}

/// By the strongest digest that both have.
fn is_same(a: &Signer, b: &Signer) -> Option<bool> {
    if let (Some(a), Some(b)) = (a.sha256, b.sha256) {
        return Some(a == b);
    }
    if let (Some(a), Some(b)) = (a.sha1, b.sha1) {
        return Some(a == b);
    }
    None
}
