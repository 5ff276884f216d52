//! The model of a phone: what was observed, in one shape, whatever the evidence was.
//!
//! Readers in [`crate::evidence`] fill it, [`crate::detect`] looks at it, and it is what a second look
//! needs: it can be written down and checked again without the phone. Two rules hold everywhere here:
//! a field that can be unknown is an `Option` or a [`Surface`] state (unknown never reads as "no"), and
//! every fact that can reach a report carries its [`Provenance`].

mod app;
mod contradictions;
mod device;
mod history;
mod listing;
mod merge;
mod moment;
mod profile;
mod surface;

pub use app::{
    ApkFile, App, AppState, Channel, Component, ComponentKind, DataUse, Hiding, InstallSource,
    InstallTimes, Label, MetaData, Permissions, Power, PowerKind, Scheme, Sensor, SensorUse,
    Signer, SignerRole, SubjectName, Version,
};
pub(crate) use contradictions::Contradictions;
pub use device::{AccountDevice, Acquisition, Action, Clock, Device, Platform, masked_account};
pub use history::{Occurrence, OccurrenceKind, PhoneUser, TrustedComputer, UserKind};
pub use listing::{FileListing, ListedFile};
pub(crate) use merge::Apps;
pub use moment::Moment;
pub use profile::{ManagementRight, Payload, PayloadFact, PayloadKind, Profile};
pub use surface::{Covered, Reason, Skipped, Surface, SurfaceId, SurfaceState, Surfaces};

use std::net::IpAddr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::digest::Sha256;

/// Where an observed fact came from.
///
/// `input` is the path of one of the [`Snapshot::inputs`]; `locator` leads to the record inside it, in
/// the terms of that format: `[12].name` in a JSON array, `line 40`, `AndroidManifest.xml/application`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Provenance {
    /// The path of the input, as in [`Input::path`].
    pub input: Arc<str>,
    /// The place inside the input.
    pub locator: String,
}

impl Provenance {
    /// The record at `locator` inside `input`.
    pub fn new(input: &Arc<str>, locator: impl Into<String>) -> Self {
        Self {
            input: Arc::clone(input),
            locator: locator.into(),
        }
    }
}

/// A value with the place it was read from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Observed<T> {
    /// What was read, exactly as it stood there.
    pub value: T,
    /// Where it stood.
    pub provenance: Provenance,
}

impl<T> Observed<T> {
    /// A value read at this place.
    pub fn new(value: T, provenance: Provenance) -> Self {
        Self { value, provenance }
    }
}

/// One thing that was read, with its digest: an acquisition, or one file inside it.
///
/// For a folder, which has no bytes of its own, `sha256` is the digest of the list that `sha256sum`
/// prints for the files read from it, sorted by path, and `bytes` is their sum.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Input {
    /// The name of the evidence, then the path inside it: `acquisition/packages.json`. Never the path
    /// on the examiner's machine: the same evidence gives the same bytes wherever it lies.
    pub path: String,
    /// What it was read as.
    pub kind: InputKind,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256.
    pub sha256: Sha256,
}

/// What an input was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum InputKind {
    /// A folder written by AndroidQF.
    AndroidqfFolder,
    /// A zip archive written by AndroidQF, or made from such a folder.
    AndroidqfZip,
    /// An Android bug report (zip).
    Bugreport,
    /// The text of `dumpsys` or `dumpstate` by itself.
    Dumpsys,
    /// An Android backup (`.ab`).
    AndroidBackup,
    /// An export of Android's intrusion log.
    IntrusionLog,
    /// A backup of an iPhone or iPad (Finder, iTunes, idevicebackup2).
    IosBackup,
    /// An App Privacy Report of an iPhone or iPad.
    AppPrivacyReport,
    /// The archive of a sysdiagnose of an iPhone or iPad.
    Sysdiagnose,
    /// A configuration profile by itself (`.mobileconfig`).
    ConfigurationProfile,
    /// A phone that was connected.
    ConnectedPhone,
    /// One APK file by itself.
    Apk,
    /// A file inside one of the others.
    Member,
}

/// The phone as observed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Which system the phone runs.
    pub platform: Platform,
    /// Make, model, version.
    pub device: Device,
    /// What was read, with digests, sorted by path.
    pub inputs: Vec<Input>,
    /// What a check can look at, and the state of each.
    pub surfaces: Surfaces,
    /// How the evidence was collected, where it says so.
    pub acquisition: Option<Acquisition>,
    /// Sorted by identifier, then user.
    pub apps: Vec<App>,
    /// Sorted by identifier. iOS configuration profiles.
    pub profiles: Vec<Profile>,
    /// Sorted by namespace, then name.
    pub settings: Vec<Setting>,
    /// Sorted by name. Running processes.
    pub processes: Vec<Process>,
    /// Hosts and addresses that the phone was set to use or was seen to contact. Sorted.
    pub contacts: Vec<Contact>,
    /// Paths of files on the phone.
    pub files: FileListing,
    /// Paths of tools that give full control of the system (`su`, `magisk`, ...). Sorted.
    pub root_binaries: Vec<Observed<String>>,
    /// Mounted file systems, one line each, as the phone prints them. Sorted.
    pub mounts: Vec<Observed<String>>,
    /// Names of system services. Sorted.
    pub services: Vec<Observed<String>>,
    /// Users of the phone. Sorted.
    pub users: Vec<PhoneUser>,
    /// Computers that may debug the phone. Sorted.
    pub trusted_computers: Vec<TrustedComputer>,
    /// Devices that share the phone's Apple Account. Sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub account_devices: Vec<AccountDevice>,
    /// What happened on the phone, as its own records tell. Sorted by time.
    pub history: Vec<Occurrence>,
    /// What we had to change on the phone to read it. Empty for evidence collected earlier.
    pub actions: Vec<Action>,
}

/// One value of the phone's settings.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Setting {
    /// `system`, `secure` or `global` on Android; the file's own name where it is another.
    pub namespace: String,
    /// The setting's key.
    pub name: String,
    /// Its value as text.
    pub value: String,
    /// Where it stood.
    pub provenance: Provenance,
}

/// One running process.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Process {
    /// The process name: on Android the package, often with `:part` behind it.
    pub name: String,
    /// The account that runs it (`u0_a123`).
    pub user: Option<String>,
    /// Where it stood.
    pub provenance: Provenance,
}

/// A host or an address that the phone was set to use or was seen to contact. Contacted, never installed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Contact {
    /// The host or the address.
    pub endpoint: Endpoint,
    /// The app that did so, where known.
    pub app: Option<String>,
    /// How often and when, where the evidence counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contacted: Option<Contacted>,
    /// Where it stood.
    pub provenance: Provenance,
}

/// How often and when something was contacted, as far as the evidence covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Contacted {
    /// The first time.
    pub first: Moment,
    /// The last time.
    pub last: Moment,
    /// How often.
    pub times: Option<u64>,
}

/// The other end of a [`Contact`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Endpoint {
    /// A host name as it stood in the evidence.
    Host(String),
    /// An IP address.
    Address(IpAddr),
}
