//! Surfaces: every kind of thing a check can look at, and whether it was looked at.
//!
//! Absence must never look clean. A reader starts from [`Surfaces::for_platform`], where nothing has been
//! asked for yet, and says of each surface that it was read, or why not. What is left `NotAsked` at the
//! end is printed too.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::{Moment, Platform};

/// One kind of thing a check can look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SurfaceId {
    /// Make, model, version, patch date.
    Device,
    /// The list of installed apps.
    Apps,
    /// The list covers every user and profile of the phone.
    OtherUsers,
    /// Who signed the apps.
    AppSigners,
    /// Digests of the apps' files.
    AppHashes,
    /// The apps' code.
    AppCode,
    /// Names, permissions and parts in the apps' manifests.
    AppManifests,
    /// Permissions really granted.
    AppGrants,
    /// Which app last used camera, microphone, location.
    SensorUse,
    /// Apps with no icon.
    LauncherEntries,
    /// Enabled accessibility services.
    Accessibility,
    /// Active device admins and owners.
    DeviceAdmins,
    /// Apps that read notifications.
    NotificationListeners,
    /// Enabled keyboards.
    Keyboards,
    /// Default apps for messages, calls, assistant.
    Roles,
    /// VPN, private DNS and proxy.
    Network,
    /// Certificates that the person or somebody else added.
    UserCertificates,
    /// The phone's settings.
    Settings,
    /// Running programs.
    Processes,
    /// System services.
    Services,
    /// Names of files on the phone.
    Files,
    /// Tools that give full control of the system.
    RootTools,
    /// Mounted file systems.
    Mounts,
    /// Hosts that the phone contacted.
    Contacts,
    /// Apps that were there and are gone.
    RemovedApps,
    /// iOS configuration profiles and device management.
    Profiles,
    /// Apps whose notifications are switched off.
    MutedNotifications,
    /// Apps that may go on working while the phone rests.
    BatteryExemptions,
    /// When each app was last in the foreground.
    AppUse,
    /// Computers that may debug the phone.
    TrustedComputers,
    /// Dated records of installs, removals and changed settings.
    History,
    /// Devices that share the phone's Apple Account.
    AccountDevices,
}

impl SurfaceId {
    /// Every surface, in the order of the report.
    pub const ALL: [Self; 32] = [
        Self::Device,
        Self::Apps,
        Self::OtherUsers,
        Self::RemovedApps,
        Self::AppSigners,
        Self::AppHashes,
        Self::AppCode,
        Self::AppManifests,
        Self::AppGrants,
        Self::SensorUse,
        Self::LauncherEntries,
        Self::Accessibility,
        Self::DeviceAdmins,
        Self::NotificationListeners,
        Self::MutedNotifications,
        Self::BatteryExemptions,
        Self::AppUse,
        Self::Keyboards,
        Self::Roles,
        Self::Network,
        Self::UserCertificates,
        Self::TrustedComputers,
        Self::History,
        Self::Settings,
        Self::Processes,
        Self::Services,
        Self::Files,
        Self::RootTools,
        Self::Mounts,
        Self::Contacts,
        Self::Profiles,
        Self::AccountDevices,
    ];

    /// The word used in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Apps => "apps",
            Self::OtherUsers => "other_users",
            Self::RemovedApps => "removed_apps",
            Self::AppSigners => "app_signers",
            Self::AppHashes => "app_hashes",
            Self::AppCode => "app_code",
            Self::AppManifests => "app_manifests",
            Self::AppGrants => "app_grants",
            Self::SensorUse => "sensor_use",
            Self::LauncherEntries => "launcher_entries",
            Self::Accessibility => "accessibility",
            Self::DeviceAdmins => "device_admins",
            Self::NotificationListeners => "notification_listeners",
            Self::Keyboards => "keyboards",
            Self::Roles => "roles",
            Self::Network => "network",
            Self::UserCertificates => "user_certificates",
            Self::Settings => "settings",
            Self::Processes => "processes",
            Self::Services => "services",
            Self::Files => "files",
            Self::RootTools => "root_tools",
            Self::Mounts => "mounts",
            Self::Contacts => "contacts",
            Self::Profiles => "profiles",
            Self::MutedNotifications => "muted_notifications",
            Self::BatteryExemptions => "battery_exemptions",
            Self::AppUse => "app_use",
            Self::TrustedComputers => "trusted_computers",
            Self::History => "history",
            Self::AccountDevices => "account_devices",
        }
    }

    /// Whether a phone with this system has such a thing at all.
    #[must_use]
    pub fn applies_to(self, platform: Platform) -> bool {
        match platform {
            Platform::Android => !matches!(self, Self::Profiles | Self::AccountDevices),
            Platform::Ios => matches!(
                self,
                Self::Device
                    | Self::Apps
                    | Self::RemovedApps
                    | Self::AppGrants
                    | Self::SensorUse
                    | Self::LauncherEntries
                    | Self::AppUse
                    | Self::DeviceAdmins
                    | Self::Keyboards
                    | Self::Network
                    | Self::UserCertificates
                    | Self::Settings
                    | Self::Contacts
                    | Self::Profiles
                    | Self::AccountDevices
                    | Self::RootTools
                    | Self::Processes
                    | Self::History
            ),
            Platform::Unknown => true,
        }
    }
}

/// What became of one surface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Surface {
    /// Read or not.
    pub state: SurfaceState,
    /// Records inside it that could not be read, in the order of the evidence.
    pub skipped: Vec<Skipped>,
    /// The times that it covers, where it is a record of what happened. Empty where it is a picture of one
    /// moment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covered: Vec<Covered>,
}

/// A time that a record of events covers: what happened before and after is not in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Covered {
    /// The first event.
    pub first: Moment,
    /// The last one.
    pub last: Moment,
    /// The input that holds it.
    pub input: String,
}

impl Surface {
    /// Read, and its kind of evidence holds all of it.
    fn is_whole(&self) -> bool {
        let missing = |record: &Skipped| record.reason == Reason::NotInThisEvidence;
        matches!(self.state, SurfaceState::Read { .. }) && !self.skipped.iter().any(missing)
    }
}

/// Whether a surface was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SurfaceState {
    /// It was read; so many records.
    Read {
        /// How many records it had.
        records: u64,
    },
    /// It was asked for and could not be read.
    Unavailable(Reason),
    /// Nobody asked for it.
    NotAsked,
}

/// A record that was left out of a surface that was otherwise read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Skipped {
    /// The input and the place of the record in it: `packages.json [12]`.
    pub record: String,
    /// Why.
    pub reason: Reason,
}

/// Why something was not read. The words for each are in the message catalogue.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// This kind of evidence never holds it.
    NotInThisEvidence,
    /// The file that would hold it is not there.
    FileMissing {
        /// Its name.
        file: String,
    },
    /// The evidence holds it in a file that this version does not read yet.
    NotReadYet {
        /// Its name.
        file: String,
    },
    /// The file is there and could not be opened.
    Unreadable {
        /// Its name.
        file: String,
        /// What the system said.
        cause: String,
    },
    /// Its content is not what it should be.
    Malformed {
        /// What was wrong, in a few words.
        cause: String,
    },
    /// The evidence has the field and left it empty for every record.
    LeftEmpty {
        /// The field.
        field: String,
    },
    /// Larger than we read.
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// More records than we read.
    TooMany {
        /// The limit.
        limit: u64,
    },
    /// It is encrypted and there is no password.
    Encrypted,
    /// It is encrypted and the password or key that was given does not open it.
    WrongPassword,
    /// Two pieces of evidence say different things; the first was kept.
    Contradicts {
        /// What they speak of: `device.model`, `com.x version`.
        field: String,
        /// The value that was kept.
        kept: String,
        /// Where it stood: input and locator.
        kept_at: String,
        /// The value that was not.
        found: String,
    },
    /// Its name leads out of its folder, or is otherwise not a name.
    UnsafeName,
    /// The person stopped the check.
    Cancelled,
    /// A record does not keep the code of apps, and there are rules that were not tried on it.
    CodeNotKept {
        /// Version of the signatures whose rules were tried.
        signatures: String,
    },
}

impl Reason {
    /// The word used in files and for the message.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotInThisEvidence => "not_in_this_evidence",
            Self::FileMissing { .. } => "file_missing",
            Self::NotReadYet { .. } => "not_read_yet",
            Self::Unreadable { .. } => "unreadable",
            Self::Malformed { .. } => "malformed",
            Self::LeftEmpty { .. } => "left_empty",
            Self::TooLarge { .. } => "too_large",
            Self::TooMany { .. } => "too_many",
            Self::Encrypted => "encrypted",
            Self::WrongPassword => "wrong_password",
            Self::Contradicts { .. } => "contradicts",
            Self::UnsafeName => "unsafe_name",
            Self::Cancelled => "cancelled",
            Self::CodeNotKept { .. } => "code_not_kept",
        }
    }
}

/// The state of every surface that this phone has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Surfaces(BTreeMap<SurfaceId, Surface>);

impl Surfaces {
    /// Every surface of such a phone, not asked for yet.
    #[must_use]
    pub fn for_platform(platform: Platform) -> Self {
        Self(
            SurfaceId::ALL
                .into_iter()
                .filter(|id| id.applies_to(platform))
                .map(|id| {
                    let untouched = Surface {
                        state: SurfaceState::NotAsked,
                        skipped: Vec::new(),
                        covered: Vec::new(),
                    };
                    (id, untouched)
                })
                .collect(),
        )
    }

    /// Says that a surface was read. Read twice (two files, two pieces of evidence), the records add up;
    /// read once is read, whatever was said before.
    pub fn read(&mut self, id: SurfaceId, records: u64) {
        let surface = self.entry(id);
        surface.state = match surface.state {
            SurfaceState::Read { records: before } => SurfaceState::Read {
                records: before.saturating_add(records),
            },
            SurfaceState::Unavailable(_) | SurfaceState::NotAsked => SurfaceState::Read { records },
        };
    }

    /// Says that a surface could not be read. What was read already stays read; the first reason stays.
    pub fn unavailable(&mut self, id: SurfaceId, reason: Reason) {
        let surface = self.entry(id);
        if surface.state == SurfaceState::NotAsked {
            surface.state = SurfaceState::Unavailable(reason);
        }
    }

    /// Says how many different records a surface has that was read in several places; one that was not read
    /// stays so.
    pub(crate) fn recount(&mut self, id: SurfaceId, records: u64) {
        if let Some(surface) = self.0.get_mut(&id)
            && let SurfaceState::Read { records: counted } = &mut surface.state
        {
            *counted = records;
        }
    }

    /// Takes back that a surface was read, or was not asked for. What could not be read keeps its reason.
    pub(crate) fn withdraw(&mut self, id: SurfaceId, reason: Reason) {
        let surface = self.entry(id);
        match surface.state {
            SurfaceState::Read { .. } | SurfaceState::NotAsked => {
                surface.state = SurfaceState::Unavailable(reason);
            }
            SurfaceState::Unavailable(_) => {}
        }
    }

    /// Says that one record of a surface was left out.
    pub fn skip(&mut self, id: SurfaceId, record: impl Into<String>, reason: Reason) {
        let record = record.into();
        self.entry(id).skipped.push(Skipped { record, reason });
    }

    /// Says which time a surface covers.
    pub fn cover(&mut self, id: SurfaceId, covered: Covered) {
        let surface = self.entry(id);
        surface.covered.push(covered);
        surface.covered.sort();
        surface.covered.dedup();
    }

    /// Makes instants of the times that stood without a zone.
    pub(crate) fn settle(&mut self, zone: &TimeZone) {
        for surface in self.0.values_mut() {
            for covered in &mut surface.covered {
                covered.first.settle(zone);
                covered.last.settle(zone);
            }
            surface.covered.sort();
        }
    }

    /// Joins what another piece of evidence says. Read by either is read; of two reasons the first stays,
    /// unless it only says that its kind of evidence never holds the surface. A list of apps that is whole
    /// makes up for one that cannot be.
    pub(crate) fn merge(&mut self, mut other: Self) {
        let apps = SurfaceId::Apps;
        if let (Some(ours), Some(theirs)) = (self.0.get_mut(&apps), other.0.get_mut(&apps))
            && (ours.is_whole() || theirs.is_whole())
        {
            for surface in [ours, theirs] {
                let skipped = &mut surface.skipped;
                skipped.retain(|record| record.reason != Reason::NotInThisEvidence);
            }
        }
        for (id, theirs) in other.0 {
            match theirs.state {
                SurfaceState::Read { records } => self.read(id, records),
                SurfaceState::Unavailable(reason) => {
                    let ours = self.entry(id);
                    if ours.state == SurfaceState::Unavailable(Reason::NotInThisEvidence) {
                        ours.state = SurfaceState::NotAsked;
                    }
                    self.unavailable(id, reason);
                }
                SurfaceState::NotAsked => {}
            }
            for covered in theirs.covered {
                self.cover(id, covered);
            }
            let skipped = &mut self.entry(id).skipped;
            for record in theirs.skipped {
                if !skipped.contains(&record) {
                    skipped.push(record);
                }
            }
        }
    }

    /// The state of one surface, if this phone has it.
    #[must_use]
    pub fn get(&self, id: SurfaceId) -> Option<&Surface> {
        self.0.get(&id)
    }

    /// Every surface, in the order of the report.
    pub fn iter(&self) -> impl Iterator<Item = (SurfaceId, &Surface)> {
        SurfaceId::ALL
            .into_iter()
            .filter_map(|id| self.0.get(&id).map(|surface| (id, surface)))
    }

    fn entry(&mut self, id: SurfaceId) -> &mut Surface {
        self.0.entry(id).or_insert(Surface {
            state: SurfaceState::NotAsked,
            skipped: Vec::new(),
            covered: Vec::new(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_surface_starts_as_not_asked_and_stands_once_in_the_list() {
        let surfaces = Surfaces::for_platform(Platform::Unknown);
        assert_eq!(surfaces.iter().count(), SurfaceId::ALL.len());
        assert!(
            surfaces
                .iter()
                .all(|(_, surface)| surface.state == SurfaceState::NotAsked)
        );
        let mut sorted = SurfaceId::ALL.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), SurfaceId::ALL.len());
    }

    #[test]
    fn a_surface_that_was_read_is_not_unread_by_a_later_failure() {
        let mut surfaces = Surfaces::for_platform(Platform::Android);
        surfaces.read(SurfaceId::Settings, 3);
        surfaces.unavailable(SurfaceId::Settings, Reason::Encrypted);
        surfaces.read(SurfaceId::Settings, 2);
        assert_eq!(
            surfaces.get(SurfaceId::Settings).unwrap().state,
            SurfaceState::Read { records: 5 }
        );
    }
}
