//! Two checks of one iPhone: who shares its account, who supervises it, and profiles that came or went.

use std::collections::BTreeMap;

use super::{AccountDeviceName, Change, Comparison, ProfileName, ProfileState, Reading, both_read};
use crate::snapshot::{AccountDevice, AppState, Snapshot, SurfaceId};

/// Compares what only an iPhone has.
pub(super) fn compare(snapshots: Change<&Snapshot>, comparison: &mut Comparison) {
    devices(snapshots, comparison);
    profile_states(snapshots, comparison);
    let supervised = |snapshot: &Snapshot| snapshot.device.supervised.as_ref().map(|it| it.value);
    // A check that does not say is no change.
    if let (Some(earlier), Some(later)) =
        (supervised(snapshots.earlier), supervised(snapshots.later))
    {
        comparison.supervised = Change::of(earlier, later);
    }
}

/// Model and end of the serial number; the system changes with each update.
type Key<'a> = (Option<&'a str>, Option<&'a str>);

/// The devices with their number: two watches of one model can stand there without a serial number.
fn counted(snapshot: &Snapshot) -> BTreeMap<Key<'_>, usize> {
    let mut devices = BTreeMap::new();
    let others = snapshot.account_devices.iter();
    for device in others.filter(|device| device.own != Some(true)) {
        *devices.entry(key(device)).or_default() += 1;
    }
    devices
}

fn key(device: &AccountDevice) -> Key<'_> {
    (device.model.as_deref(), device.serial_end.as_deref())
}

fn devices(snapshots: Change<&Snapshot>, comparison: &mut Comparison) {
    let id = SurfaceId::AccountDevices;
    if !both_read(snapshots, id) {
        return;
    }
    let (earlier, later) = (counted(snapshots.earlier), counted(snapshots.later));
    comparison.account_devices_added = more(&later, &earlier, snapshots.earlier);
    comparison.account_devices_removed = more(&earlier, &later, snapshots.later);
}

/// Devices of `these` beyond those of the others, which `other` names.
fn more(
    these: &BTreeMap<Key<'_>, usize>,
    others: &BTreeMap<Key<'_>, usize>,
    other: &Snapshot,
) -> Vec<AccountDeviceName> {
    let certain = Reading::of(other, SurfaceId::AccountDevices) == Reading::Whole;
    these
        .iter()
        .flat_map(|((model, serial_end), count)| {
            let known = others.get(&(*model, *serial_end)).copied();
            let count = count.saturating_sub(known.unwrap_or_default());
            let name = AccountDeviceName {
                model: model.map(str::to_owned),
                serial_end: serial_end.map(str::to_owned),
                certain,
            };
            std::iter::repeat_n(name, count)
        })
        .collect()
}

/// Profiles that both checks name and that are there in another way.
fn profile_states(snapshots: Change<&Snapshot>, comparison: &mut Comparison) {
    fn strongest(snapshot: &Snapshot) -> BTreeMap<&str, AppState> {
        let mut states: BTreeMap<&str, AppState> = BTreeMap::new();
        for profile in &snapshot.profiles {
            let state = states.entry(&profile.identifier).or_insert(profile.state);
            *state = (*state).min(profile.state);
        }
        states
    }
    if !both_read(snapshots, SurfaceId::Profiles) {
        return;
    }
    let earlier = strongest(snapshots.earlier);
    for (identifier, after) in strongest(snapshots.later) {
        let before = earlier.get(identifier).copied();
        if let Some(change) = before.and_then(|before| Change::of(before, after)) {
            let named = snapshots.later.profiles.iter();
            let mut named = named.filter(|profile| profile.identifier == identifier);
            comparison.profile_states.push(ProfileState {
                profile: ProfileName {
                    identifier: identifier.to_owned(),
                    display_name: named.find_map(|profile| profile.display_name.clone()),
                    certain: true,
                },
                change,
            });
        }
    }
}
