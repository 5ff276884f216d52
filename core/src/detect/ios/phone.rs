//! An iPhone as a whole: who set it up, what it may not do, which devices and accounts belong to it.
//!
//! At most one finding of each kind. Each has an everyday reason, which is told first; what it means is for the
//! person to say, and the report keeps the answer.

use super::{Whole, because, came_with_the_phone};
use crate::detect::phone::finding;
use crate::detect::sign::{DeviceKind, Restriction};
use crate::detect::{Because, Finding, Sign, SubjectKind};
use crate::snapshot::{AccountDevice, AppState, OccurrenceKind, Provenance, Setting, Snapshot};

/// Every finding about an iPhone as a whole.
pub(in crate::detect) fn findings(snapshot: &Snapshot, whole: &Whole<'_>) -> Vec<Finding> {
    [
        jailbreak(snapshot),
        supervision(snapshot),
        restrictions(snapshot),
        screen_time(snapshot),
        other_accounts(snapshot, whole),
        account_devices(snapshot),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// H25 on an iPhone.
fn jailbreak(snapshot: &Snapshot) -> Option<Finding> {
    let tools = snapshot.root_binaries.iter();
    let because: Vec<Because> = tools
        .map(|path| because(Sign::Jailbreak, &path.value, &path.provenance))
        .collect();
    let model = snapshot.device.model.as_ref();
    let id = model.map_or("phone", |model| model.value.as_str());
    made(SubjectKind::Device, id, snapshot, because)
}

fn supervision(snapshot: &Snapshot) -> Option<Finding> {
    let supervised = snapshot.device.supervised.as_ref().filter(|it| it.value)?;
    let mut reasons = vec![because(Sign::Supervised, "true", &supervised.provenance)];
    reasons.extend(gone(snapshot));
    made(SubjectKind::Setting, "supervision", snapshot, reasons)
}

/// Names of restrictions (apple/device-management, `com.apple.applicationaccess`), and the value that
/// restricts. Only those that can keep somebody under watch: most of the hundred others only keep a phone tidy,
/// and some are the person's own choice.
pub(super) const RESTRICTIONS: [(&str, bool, Restriction); 20] = [
    ("allowAccountModification", false, Restriction::Accounts),
    ("allowAppInstallation", false, Restriction::Apps),
    ("allowAppRemoval", false, Restriction::Apps),
    ("allowEnablingRestrictions", false, Restriction::Accounts),
    ("allowEraseContentAndSettings", false, Restriction::Erase),
    ("allowFindMyDevice", false, Restriction::FindMy),
    ("allowFindMyFriends", false, Restriction::FindMy),
    ("allowFindMyFriendsModification", false, Restriction::FindMy),
    ("allowFingerprintModification", false, Restriction::Accounts),
    ("allowHostPairing", false, Restriction::Computers),
    ("allowLockdownMode", false, Restriction::LockdownMode),
    ("allowPasscodeModification", false, Restriction::Accounts),
    ("allowUIAppInstallation", false, Restriction::Apps),
    (
        "allowUIConfigurationProfileInstallation",
        false,
        Restriction::Profiles,
    ),
    ("allowVPNCreation", false, Restriction::Profiles),
    (
        "forceClassroomUnpromptedAppAndDeviceLock",
        true,
        Restriction::Screen,
    ),
    (
        "forceClassroomUnpromptedScreenObservation",
        true,
        Restriction::Screen,
    ),
    (
        "forceUnpromptedManagedClassroomScreenObservation",
        true,
        Restriction::Screen,
    ),
    (
        "forceWiFiToAllowedNetworksOnly",
        true,
        Restriction::Networks,
    ),
    ("forceWiFiWhitelisting", true, Restriction::Networks),
];

fn restrictions(snapshot: &Snapshot) -> Option<Finding> {
    let mut reasons: Vec<Because> = snapshot
        .settings
        .iter()
        .filter(|setting| setting.namespace == "restrictions")
        .filter_map(|setting| Some(of_setting(Sign::Restricts(restricts(setting)?), setting)))
        .collect();
    if reasons.is_empty() {
        return None;
    }
    reasons.sort_by(|a, b| (&a.observed, &a.provenance).cmp(&(&b.observed, &b.provenance)));
    reasons.dedup_by(|a, b| a.observed == b.observed);
    reasons.extend(gone(snapshot));
    made(SubjectKind::Setting, "restrictions", snapshot, reasons)
}

/// What a setting restricts; none where it does not, or where that matters little. A name can stand below
/// the group that it belongs to: `restrictedBool.allowLockdownMode`.
fn restricts(setting: &Setting) -> Option<Restriction> {
    restriction(&setting.name, &setting.value)
}

/// What a key of restrictions with this value restricts, as [`restricts`].
pub(in crate::detect) fn restriction(name: &str, value: &str) -> Option<Restriction> {
    let mut names = name.split(['.', '/']);
    let value = boolean(value)?;
    let found = names.find_map(|name| RESTRICTIONS.iter().find(|(known, ..)| *known == name));
    let (_, when, restriction) = found?;
    (value == *when).then_some(*restriction)
}

fn boolean(value: &str) -> Option<bool> {
    match value.trim() {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

/// Settings of Screen Time that the evidence shows as in force.
fn screen_time(snapshot: &Snapshot) -> Option<Finding> {
    let settings = snapshot.settings.iter();
    let reasons: Vec<Because> = settings
        .filter(|setting| setting.namespace == "screen_time")
        .filter(|setting| boolean(&setting.value) == Some(true))
        .map(|setting| of_setting(Sign::ScreenTime, setting))
        .collect();
    made(SubjectKind::Setting, "screen_time", snapshot, reasons)
}

/// One finding for all apps that another account fetched: a family has dozens of them.
fn other_accounts(snapshot: &Snapshot, whole: &Whole<'_>) -> Option<Finding> {
    let apps = snapshot.apps.iter();
    let reasons: Vec<Because> = apps
        .filter(|app| app.state == AppState::Installed && !came_with_the_phone(app))
        .filter_map(|app| Some((app, app.install.account.as_ref()?)))
        .filter(|(_, account)| whole.is_odd(&account.value))
        .map(|(app, account)| {
            let observed = format!("{} {}", app.id, account.value);
            because(Sign::OtherAccount, observed, &account.provenance)
        })
        .collect();
    made(SubjectKind::Device, "accounts_of_apps", snapshot, reasons)
}

/// The devices beside this phone in its account.
fn account_devices(snapshot: &Snapshot) -> Option<Finding> {
    let mut others: Vec<&AccountDevice> = snapshot
        .account_devices
        .iter()
        .filter(|device| device.own != Some(true))
        .collect();
    if others.len() == snapshot.account_devices.len() {
        // Nothing says which one is this phone. It is in its own account: the one of its model is left out.
        let model = snapshot.device.model.as_ref().map(|model| &model.value);
        let own = others.iter().position(|device| {
            device.own.is_none() && model.is_some() && device.model.as_ref() == model
        });
        if let Some(own) = own {
            others.remove(own);
        }
    }
    let reasons = others
        .into_iter()
        .map(|device| {
            let kind = device.model.as_deref().map(DeviceKind::of);
            let kind = kind.unwrap_or(DeviceKind::Other);
            // The end of a serial number is an identifier, and stands in the officer's table only.
            let told = [device.model.clone(), device.os_version.clone()];
            let told: Vec<String> = told.into_iter().flatten().collect();
            because(
                Sign::AccountDevice(kind),
                told.join(", "),
                &device.provenance,
            )
        })
        .collect();
    made(SubjectKind::Device, "account_devices", snapshot, reasons)
}

/// Profiles that were there and are gone, which explain what is left of them.
fn gone(snapshot: &Snapshot) -> impl Iterator<Item = Because> + '_ {
    let removed = snapshot.history.iter();
    removed
        .filter(|it| it.what == OccurrenceKind::ProfileRemoved)
        .filter(|it| {
            !snapshot.profiles.iter().any(|profile| {
                profile.identifier == it.subject && profile.state == AppState::Installed
            })
        })
        .map(|it| because(Sign::ProfileGone, &it.subject, &it.provenance))
}

fn of_setting(sign: Sign, setting: &Setting) -> Because {
    let observed = format!("{}/{}={}", setting.namespace, setting.name, setting.value);
    let place: &Provenance = &setting.provenance;
    because(sign, observed, place)
}

fn made(
    kind: SubjectKind,
    id: &str,
    snapshot: &Snapshot,
    because: Vec<Because>,
) -> Option<Finding> {
    (!because.is_empty()).then(|| finding(kind, id, snapshot, because))
}
