//! What happened on the phone and when, as its own records tell: the dated facts that are about no single
//! field of an app.

use serde::{Deserialize, Serialize};

use super::{Moment, Provenance};

/// One thing that happened on the phone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Occurrence {
    /// When.
    pub at: Moment,
    /// What.
    pub what: OccurrenceKind,
    /// What it was about: a package, `namespace/name` of a setting, a path, a certificate's subject.
    pub subject: String,
    /// The user of the phone, where known.
    pub user: Option<u32>,
    /// The value that belongs to it: a version, a setting's new value, the writer's package, a command.
    pub value: Option<String>,
    /// Where it stood.
    pub provenance: Provenance,
}

/// Kinds of things that happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OccurrenceKind {
    /// An app was installed.
    AppInstalled,
    /// An app was updated.
    AppUpdated,
    /// An app took the place of a newer version of itself.
    AppDowngraded,
    /// An app was uninstalled.
    AppUninstalled,
    /// A setting was changed.
    SettingChanged,
    /// A power was switched on for an app; the value names it as [`PowerKind`](super::PowerKind) does.
    PowerGranted,
    /// A certificate authority was added.
    CertificateInstalled,
    /// A certificate authority was taken away.
    CertificateRemoved,
    /// A command came over a debugging connection.
    AdbCommand,
    /// A file was sent to the phone over a debugging connection.
    AdbFileSent,
    /// A computer was connected for debugging.
    AdbConnected,
    /// A configuration profile was installed; the value names who did it, where the record says so.
    ProfileInstalled,
    /// A configuration profile was removed.
    ProfileRemoved,
    /// The person, or a management, decided what an app may use; the value is the service and the answer.
    PermissionDecided,
}

impl OccurrenceKind {
    /// Every kind.
    pub const ALL: [Self; 14] = [
        Self::AppInstalled,
        Self::AppUpdated,
        Self::AppDowngraded,
        Self::AppUninstalled,
        Self::SettingChanged,
        Self::PowerGranted,
        Self::CertificateInstalled,
        Self::CertificateRemoved,
        Self::AdbCommand,
        Self::AdbFileSent,
        Self::AdbConnected,
        Self::ProfileInstalled,
        Self::ProfileRemoved,
        Self::PermissionDecided,
    ];
}

/// A computer that may debug the phone, and with that read and change nearly everything.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TrustedComputer {
    /// The name that the computer gave itself (`person@desk`).
    pub name: Option<String>,
    /// The fingerprint of its key, as the phone shows it when it asks: MD5, upper-case hex with colons.
    pub fingerprint: Option<String>,
    /// When it was last connected.
    pub last_connected: Option<Moment>,
    /// Where it stood.
    pub provenance: Provenance,
}

/// One user of an Android phone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PhoneUser {
    /// 0 is the owner; profiles and guests have 10 and up.
    pub id: u32,
    /// What kind of user.
    pub kind: UserKind,
    /// The name given to it on the phone.
    pub name: Option<String>,
    /// Whether the evidence holds the apps of this user; `None` where it does not say.
    pub read: Option<bool>,
    /// Where it stood.
    pub provenance: Provenance,
}

/// Kinds of users (AOSP `UserManager`, `android.os.usertype.*`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UserKind {
    /// The owner.
    Owner,
    /// Another full user.
    Secondary,
    /// A guest.
    Guest,
    /// A work profile.
    WorkProfile,
    /// A second copy of apps (dual messenger).
    Clone,
    /// A private space, or a maker's secure folder.
    Private,
    /// Something else.
    Other,
}
