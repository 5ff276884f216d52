//! What an iPhone shows: how apps came, what they may do and did at night, and who set the phone up.
//!
//! Facts of the snapshot in, reasons and at most *worth a look* out; only a published list makes a Match. On iOS
//! no app hides its icon or reads another app, so the questions are others than on Android
//! ([`behaviour`](super::behaviour)): whether a store saw the app, which account fetched it, what it used while
//! its person slept, and whether somebody else's rules hold on the phone. Apps that came with the phone are
//! not judged. `docs/detection.md` has the source of each sign.
//!
//! [`apps`] judges one app, [`night`] says what was used at night, [`known`] which jobs need that, and
//! [`phone`] looks at the phone as a whole.

pub(super) mod apps;
mod known;
mod night;
pub(super) mod phone;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;

use super::{Basis, Because, Sign};
use crate::snapshot::{App, AppState, Channel, Platform, Provenance, Snapshot};

/// What is asked about the phone once, and about each of its apps again.
pub(super) struct Whole<'a> {
    /// The phone's zone, where it is known.
    zone: Option<TimeZone>,
    /// Apple Accounts that fetched few apps where one fetched most.
    odd_accounts: BTreeSet<&'a str>,
}

/// Fewer apps than these, of which the account is known, say nothing about whose phone it is.
const ENOUGH_ACCOUNTS: usize = 8;

impl<'a> Whole<'a> {
    pub(super) fn new(snapshot: &'a Snapshot) -> Self {
        let zone = snapshot.device.zone.as_ref();
        Self {
            zone: zone.and_then(|zone| TimeZone::get(&zone.value).ok()),
            odd_accounts: odd_accounts(&snapshot.apps),
        }
    }

    fn is_odd(&self, account: &str) -> bool {
        self.odd_accounts.contains(account)
    }
}

/// Accounts other than the one that fetched at least three of four apps. Two people who share a phone, or an
/// account that was changed half-way, have no such majority, and nobody is the odd one.
fn odd_accounts(apps: &[App]) -> BTreeSet<&str> {
    let mut fetched: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for app in apps {
        let there = app.platform == Platform::Ios && app.state == AppState::Installed;
        if let Some(account) = app.install.account.as_ref().filter(|_| there)
            && !came_with_the_phone(app)
        {
            fetched.entry(&account.value).or_default().insert(&app.id);
        }
    }
    let all: usize = fetched.values().map(BTreeSet::len).sum();
    let most = fetched.iter().max_by_key(|(_, ids)| ids.len());
    match most.map(|(account, ids)| (*account, ids.len())) {
        Some((main, count)) if all >= ENOUGH_ACCOUNTS && count * 4 >= all * 3 => {
            fetched.into_keys().filter(|it| *it != main).collect()
        }
        _ => BTreeSet::new(),
    }
}

/// Whether an app is Apple's own part of the phone. Its name alone is believed only where nothing says that it
/// came another way: the names under `com.apple.` are free to whoever signs an app outside the store.
fn came_with_the_phone(app: &App) -> bool {
    let channel = app.install.channel.as_ref().map(|channel| channel.value);
    if app.system == Some(true) || channel == Some(Channel::Factory) {
        return true;
    }
    let named = app.id.starts_with("com.apple.");
    named && app.system != Some(false) && matches!(channel, None | Some(Channel::AppStore))
}

/// An app of an iPhone that Apple put there.
pub(super) fn is_apples_own(app: &App) -> bool {
    app.platform == Platform::Ios && came_with_the_phone(app)
}

fn because(sign: Sign, observed: impl Into<String>, place: &Provenance) -> Because {
    Because {
        basis: Basis::Sign(sign),
        observed: observed.into(),
        provenance: place.clone(),
    }
}
