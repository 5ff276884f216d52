//! Two checks of one phone: what came, what went, what has more power than before.
//!
//! Two records go in, a [`Comparison`] comes out. It compares what was observed; no signatures are needed.
//! What one of the two checks could not read is named and not compared: absence never reads as removed, and
//! a power that nobody looked for never reads as off.

mod apple;
mod apps;
#[cfg(test)]
mod tests;
mod words;

pub use words::Section;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::digest::{Sha1, Sha256};
pub use crate::record::Change;
use crate::record::Record;
use crate::snapshot::{
    AppState, Channel, Device, Observed, Platform, PowerKind, Profile, Signer, Snapshot, SurfaceId,
    SurfaceState,
};

/// What changed between two checks. Every list is sorted by its first fields.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// When the two checks were made, as they state it.
    pub stated_at: Change<String>,
    /// Signs that the two are not of one phone.
    pub other_phone: Vec<DeviceChange>,
    /// What one or both of them could not read.
    pub not_comparable: Vec<NotComparable>,
    /// Apps that only the later check names.
    pub added: Vec<AppPresence>,
    /// Apps that only the earlier check names.
    pub removed: Vec<AppPresence>,
    /// Apps that are there otherwise: installed, removed, seen.
    pub state: Vec<AppChange<AppState>>,
    /// Apps with other signers.
    pub signers: Vec<SignerChange>,
    /// Apps with another version.
    pub updated: Vec<AppChange<AppVersion>>,
    /// Powers that are on and were not.
    pub powers_on: Vec<AppPower>,
    /// Powers that were on and are not.
    pub powers_off: Vec<AppPower>,
    /// Permissions that were granted since.
    pub granted: Vec<AppGrants>,
    /// Apps that were switched on or off.
    pub enabled: Vec<AppChange<bool>>,
    /// Apps that another app has installed.
    pub installer: Vec<AppChange<String>>,
    /// Apps that came another way than before (iPhone).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<AppChange<Channel>>,
    /// Configuration profiles that only the later check names.
    pub profiles_added: Vec<ProfileName>,
    /// Configuration profiles that only the earlier check names.
    pub profiles_removed: Vec<ProfileName>,
    /// Configuration profiles with other content.
    pub profiles_changed: Vec<ProfileName>,
    /// Configuration profiles that are there otherwise: installed, removed, seen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub profile_states: Vec<ProfileState>,
    /// Devices in the phone's account that only the later check names (iPhone).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub account_devices_added: Vec<AccountDeviceName>,
    /// Devices in the phone's account that only the earlier check names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub account_devices_removed: Vec<AccountDeviceName>,
    /// Whether an organisation has the phone as its own, where that changed (iPhone).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supervised: Option<Change<bool>>,
    /// Settings with another value; null where a check does not have them.
    pub settings: Vec<SettingChange>,
    /// Apps whose signers one of the two checks could not read, though it read those of others.
    pub signers_not_compared: Vec<AppName>,
    /// Groups of settings that only one of the two checks has.
    pub settings_not_compared: Vec<String>,
}

/// An app of one user of the phone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct AppName {
    /// Package or bundle id.
    pub id: String,
    /// Android user; 0 where the evidence does not say.
    pub user: u32,
    /// The name shown to the person.
    pub label: Option<String>,
}

/// An app that only one check names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct AppPresence {
    /// Which.
    pub app: AppName,
    /// How it is there.
    pub state: AppState,
    /// False where the other check left out records or did not cover this user: it may have been there too.
    pub certain: bool,
}

/// Something about an app that both checks name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct AppChange<T> {
    /// Which.
    pub app: AppName,
    /// Before and after.
    pub change: Change<T>,
}

/// An app's version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct AppVersion {
    /// For people.
    pub name: Option<String>,
    /// For machines.
    pub code: Option<u64>,
}

/// An app with other signers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct SignerChange {
    /// Which.
    pub app: AppName,
    /// How.
    pub kind: SignerChangeKind,
    /// The current signers of the two checks.
    pub signers: Change<Vec<SignerName>>,
}

/// How an app's signers changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SignerChangeKind {
    /// Signed by somebody else.
    Resigned,
    /// The old signer handed over to the new one: it stands in the app's rotation history.
    Rotated,
}

/// A signer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct SignerName {
    /// SHA-256 of the certificate.
    pub sha256: Option<Sha256>,
    /// SHA-1 of the certificate.
    pub sha1: Option<Sha1>,
    /// The certificate's subject.
    pub subject: Option<String>,
}

/// A power of an app.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct AppPower {
    /// Which app.
    pub app: AppName,
    /// Which power.
    pub power: PowerKind,
    /// The part of the app that holds it.
    pub component: Option<String>,
    /// False where the other check left out records of this kind: it may have been so there too.
    pub certain: bool,
}

/// Permissions of an app.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct AppGrants {
    /// Which app.
    pub app: AppName,
    /// The permissions, sorted.
    pub permissions: BTreeSet<String>,
}

/// A configuration profile.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ProfileName {
    /// `PayloadIdentifier`.
    pub identifier: String,
    /// `PayloadDisplayName`.
    pub display_name: Option<String>,
    /// False where the other check left out profiles: it may have been there too.
    pub certain: bool,
}

/// A configuration profile that is there in another way.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ProfileState {
    /// Which.
    pub profile: ProfileName,
    /// Before and after.
    pub change: Change<AppState>,
}

/// A device in the phone's account.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct AccountDeviceName {
    /// Apple's word for its model.
    pub model: Option<String>,
    /// The last four characters of its serial number.
    pub serial_end: Option<String>,
    /// False where the other check left out devices: it may have been there too.
    pub certain: bool,
}

/// A setting.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct SettingChange {
    /// `system`, `secure`, `global`.
    pub namespace: String,
    /// The setting's key.
    pub name: String,
    /// Its values.
    pub value: Change<Option<String>>,
    /// False where a check that does not have it left out settings: it may have been there too.
    pub certain: bool,
}

/// Something that should be the same on one phone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct DeviceChange {
    /// `platform`, `make`, `model`, `serial` or `imei`.
    pub what: DeviceMark,
    /// The values.
    pub value: Change<String>,
}

/// What tells phones apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DeviceMark {
    /// The system.
    Platform,
    /// The maker.
    Make,
    /// The model.
    Model,
    /// The serial number, as an officer read it off.
    Serial,
    /// The IMEI, as an officer read it off.
    Imei,
}

/// A surface that could not be compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotComparable {
    /// A stable word.
    pub surface: SurfaceId,
    /// What each check says of it.
    pub read: Change<Reading>,
}

/// What a check says of a surface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// It was read.
    Whole,
    /// It was read, and some records were left out.
    Partly {
        /// How many.
        skipped: u64,
    },
    /// It was asked for and could not be read.
    Unavailable(crate::snapshot::Reason),
    /// Nobody asked for it, or such a phone does not have it.
    NotAsked,
}

impl Reading {
    fn of(snapshot: &Snapshot, id: SurfaceId) -> Self {
        let Some(surface) = snapshot.surfaces.get(id) else {
            return Self::NotAsked;
        };
        match &surface.state {
            SurfaceState::Read { .. } if surface.skipped.is_empty() => Self::Whole,
            SurfaceState::Read { .. } => Self::Partly {
                skipped: surface.skipped.len() as u64,
            },
            SurfaceState::Unavailable(reason) => Self::Unavailable(reason.clone()),
            SurfaceState::NotAsked => Self::NotAsked,
        }
    }

    /// Whether it was read at all.
    fn is_read(&self) -> bool {
        match self {
            Self::Whole | Self::Partly { .. } => true,
            Self::Unavailable(_) | Self::NotAsked => false,
        }
    }
}

/// What is compared, in the order of the report.
const COMPARED: &[SurfaceId] = &[
    SurfaceId::Apps,
    SurfaceId::OtherUsers,
    SurfaceId::RemovedApps,
    SurfaceId::AppSigners,
    SurfaceId::AppGrants,
    SurfaceId::SensorUse,
    SurfaceId::Accessibility,
    SurfaceId::DeviceAdmins,
    SurfaceId::NotificationListeners,
    SurfaceId::BatteryExemptions,
    SurfaceId::Keyboards,
    SurfaceId::Roles,
    SurfaceId::Network,
    SurfaceId::Settings,
    SurfaceId::Profiles,
    SurfaceId::AccountDevices,
];

/// What the later record shows otherwise than the earlier one.
#[must_use]
pub fn compare(earlier: &Record, later: &Record) -> Comparison {
    let snapshots = Change {
        earlier: &earlier.snapshot,
        later: &later.snapshot,
    };
    let mut comparison = Comparison {
        stated_at: Change {
            earlier: earlier.options.stated_at.to_string(),
            later: later.options.stated_at.to_string(),
        },
        other_phone: other_phone(earlier, later),
        not_comparable: not_comparable(snapshots),
        ..Comparison::default()
    };
    apps::compare(snapshots, &mut comparison);
    profiles(snapshots, &mut comparison);
    apple::compare(snapshots, &mut comparison);
    settings(snapshots, &mut comparison);
    comparison
}

impl Comparison {
    /// The comparison as JSON, two spaces, one final newline.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self)
            .expect("every key is a string, and writing to memory does not fail");
        bytes.push(b'\n');
        bytes
    }

    /// Whether both checks read all that is compared.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.not_comparable.is_empty()
            && self.signers_not_compared.is_empty()
            && self.settings_not_compared.is_empty()
    }

    /// Whether no difference was found in what both checks read.
    #[must_use]
    pub fn shows_nothing(&self) -> bool {
        !self.is_worth_a_look()
            && self.signers.is_empty()
            && self.updated.is_empty()
            && self.powers_off.is_empty()
            && self.settings.is_empty()
    }

    /// Whether something came, went, was signed by somebody else, or has a new power or permission.
    /// Updates and settings change on every phone every day, and a power that is gone needs no look.
    #[must_use]
    pub fn is_worth_a_look(&self) -> bool {
        let resigned = self
            .signers
            .iter()
            .any(|change| change.kind == SignerChangeKind::Resigned);
        resigned
            || !(self.other_phone.is_empty()
                && self.added.is_empty()
                && self.removed.is_empty()
                && self.state.is_empty()
                && self.powers_on.is_empty()
                && self.granted.is_empty()
                && self.enabled.is_empty()
                && self.installer.is_empty()
                && self.profiles_added.is_empty()
                && self.profiles_removed.is_empty()
                && self.profiles_changed.is_empty()
                && self.channels.is_empty()
                && self.profile_states.is_empty()
                && self.account_devices_added.is_empty()
                && self.account_devices_removed.is_empty()
                && self.supervised.is_none())
    }
}

fn not_comparable(snapshots: Change<&Snapshot>) -> Vec<NotComparable> {
    let has = |snapshot: &Snapshot, id: SurfaceId| snapshot.surfaces.get(id).is_some();
    COMPARED
        .iter()
        .copied()
        .filter(|id| has(snapshots.earlier, *id) || has(snapshots.later, *id))
        .map(|surface| NotComparable {
            surface,
            read: Change {
                earlier: Reading::of(snapshots.earlier, surface),
                later: Reading::of(snapshots.later, surface),
            },
        })
        .filter(|seen| seen.read.earlier != Reading::Whole || seen.read.later != Reading::Whole)
        .collect()
}

fn other_phone(earlier: &Record, later: &Record) -> Vec<DeviceChange> {
    type Field = fn(&Device) -> &Option<Observed<String>>;
    let mut changes = Vec::new();
    let mut differs = |what: DeviceMark, earlier: Option<&str>, later: Option<&str>| {
        // One side that does not say is no sign.
        if let (Some(earlier), Some(later)) = (earlier, later)
            && earlier != later
        {
            changes.push(DeviceChange {
                what,
                value: Change {
                    earlier: earlier.to_owned(),
                    later: later.to_owned(),
                },
            });
        }
    };
    let platform = |record: &Record| match record.snapshot.platform {
        Platform::Unknown => None,
        known @ (Platform::Android | Platform::Ios) => Some(known.as_str()),
    };
    differs(DeviceMark::Platform, platform(earlier), platform(later));
    let fields: [(DeviceMark, Field); 2] = [
        (DeviceMark::Make, |device| &device.make),
        (DeviceMark::Model, |device| &device.model),
    ];
    for (mark, field) in fields {
        let value = |record: &Record| {
            let observed = field(&record.snapshot.device).as_ref();
            observed.map(|observed| observed.value.clone())
        };
        differs(mark, value(earlier).as_deref(), value(later).as_deref());
    }
    let (Some(earlier), Some(later)) = (&earlier.options.case, &later.options.case) else {
        return changes;
    };
    let (earlier, later) = (&earlier.device, &later.device);
    differs(
        DeviceMark::Serial,
        earlier.serial.as_deref(),
        later.serial.as_deref(),
    );
    let share_one = earlier.imei.iter().any(|imei| later.imei.contains(imei));
    if !share_one {
        let all = |imei: &[String]| (!imei.is_empty()).then(|| imei.join(", "));
        differs(
            DeviceMark::Imei,
            all(&earlier.imei).as_deref(),
            all(&later.imei).as_deref(),
        );
    }
    changes
}

/// Whether both checks read this surface.
fn both_read(snapshots: Change<&Snapshot>, id: SurfaceId) -> bool {
    Reading::of(snapshots.earlier, id).is_read() && Reading::of(snapshots.later, id).is_read()
}

fn profiles(snapshots: Change<&Snapshot>, comparison: &mut Comparison) {
    fn by_identifier(snapshot: &Snapshot) -> BTreeMap<&str, BTreeSet<ProfileContent<'_>>> {
        let mut profiles: BTreeMap<&str, BTreeSet<ProfileContent<'_>>> = BTreeMap::new();
        for profile in &snapshot.profiles {
            profiles
                .entry(&profile.identifier)
                .or_default()
                .insert(content(profile));
        }
        profiles
    }
    fn name(
        identifier: &str,
        contents: &BTreeSet<ProfileContent<'_>>,
        certain: bool,
    ) -> ProfileName {
        let shown = contents.iter().find_map(|content| content.0);
        ProfileName {
            identifier: identifier.to_owned(),
            display_name: shown.map(str::to_owned),
            certain,
        }
    }
    if !both_read(snapshots, SurfaceId::Profiles) {
        return;
    }
    let whole = |snapshot: &Snapshot| Reading::of(snapshot, SurfaceId::Profiles) == Reading::Whole;
    let earlier = by_identifier(snapshots.earlier);
    let later = by_identifier(snapshots.later);
    for (identifier, contents) in &later {
        match earlier.get(identifier) {
            None => {
                let name = name(identifier, contents, whole(snapshots.earlier));
                comparison.profiles_added.push(name);
            }
            Some(before) if before != contents => {
                comparison
                    .profiles_changed
                    .push(name(identifier, contents, true));
            }
            Some(_) => {}
        }
    }
    for (identifier, contents) in &earlier {
        if !later.contains_key(identifier) {
            let name = name(identifier, contents, whole(snapshots.later));
            comparison.profiles_removed.push(name);
        }
    }
}

/// Display name, UUID, organisation, payloads.
type ProfileContent<'a> = (
    Option<&'a str>,
    Option<&'a str>,
    Option<&'a str>,
    BTreeSet<&'a str>,
);

fn content(profile: &Profile) -> ProfileContent<'_> {
    (
        profile.display_name.as_deref(),
        profile.uuid.as_deref(),
        profile.organisation.as_deref(),
        profile.payload_kinds.iter().map(String::as_str).collect(),
    )
}

/// Settings by namespace and name. A namespace that one check does not have at all was not read there.
fn settings(snapshots: Change<&Snapshot>, comparison: &mut Comparison) {
    type Values<'a> = BTreeMap<(&'a str, &'a str), &'a str>;
    fn by_name(snapshot: &Snapshot) -> Values<'_> {
        let settings = snapshot.settings.iter();
        settings
            .map(|setting| {
                let key = (setting.namespace.as_str(), setting.name.as_str());
                (key, setting.value.as_str())
            })
            .collect()
    }
    fn namespaces<'a>(values: &Values<'a>) -> BTreeSet<&'a str> {
        values.keys().map(|(namespace, _)| *namespace).collect()
    }
    if !both_read(snapshots, SurfaceId::Settings) {
        return;
    }
    let whole = |snapshot: &Snapshot| Reading::of(snapshot, SurfaceId::Settings) == Reading::Whole;
    let earlier = by_name(snapshots.earlier);
    let later = by_name(snapshots.later);
    let one_sided: BTreeSet<&str> = namespaces(&earlier)
        .symmetric_difference(&namespaces(&later))
        .copied()
        .collect();
    let keys: BTreeSet<(&str, &str)> = earlier.keys().chain(later.keys()).copied().collect();
    for key in keys {
        let (before, after) = (earlier.get(&key), later.get(&key));
        if before == after || one_sided.contains(key.0) {
            continue;
        }
        comparison.settings.push(SettingChange {
            namespace: key.0.to_owned(),
            name: key.1.to_owned(),
            value: Change {
                earlier: before.map(|value| (*value).to_owned()),
                later: after.map(|value| (*value).to_owned()),
            },
            certain: (before.is_some() || whole(snapshots.earlier))
                && (after.is_some() || whole(snapshots.later)),
        });
    }
    comparison.settings_not_compared = one_sided.into_iter().map(str::to_owned).collect();
}

impl SignerName {
    fn of(signer: &Signer) -> Self {
        Self {
            sha256: signer.sha256,
            sha1: signer.sha1,
            subject: signer.subject.as_ref().map(|subject| subject.full.clone()),
        }
    }
}
