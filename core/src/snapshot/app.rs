//! One app, as far as the evidence shows it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Moment, Observed, Platform, Provenance, SurfaceId};
use crate::digest::{Sha1, Sha256};

/// One app of one user of the phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct App {
    /// The package name on Android, the bundle identifier on iOS, exactly as written.
    pub id: String,
    /// Which system it belongs to.
    pub platform: Platform,
    /// The Android user it is installed for (0 is the owner, 10 and up are profiles and guests).
    pub user: Option<u32>,
    /// Whether it is there now.
    pub state: AppState,
    /// Whether it is switched on. A disabled app is installed and cannot run.
    pub enabled: Option<bool>,
    /// Whether it came with the phone.
    pub system: Option<bool>,
    /// Names shown to the person, by language.
    pub labels: Vec<Label>,
    /// Version, where known.
    pub version: Option<Version>,
    /// Who signed it: current signers and the whole rotation history.
    pub signers: Vec<Signer>,
    /// How it came onto the phone.
    pub install: InstallSource,
    /// When.
    pub times: InstallTimes,
    /// What it may do.
    pub permissions: Permissions,
    /// Special powers that are switched on for it.
    pub powers: Vec<Observed<Power>>,
    /// Ways in which it keeps out of sight.
    pub hiding: Vec<Observed<Hiding>>,
    /// When it last used camera, microphone, location, ...
    pub uses: Vec<Observed<SensorUse>>,
    /// Events that it asks the system to wake it for, as Android's action names. Those of
    /// [`App::BROADCASTS`] only.
    pub broadcasts: Vec<Observed<String>>,
    /// The API level that it was made for (`targetSdkVersion`).
    pub target_sdk: Option<Observed<u32>>,
    /// Android's own 32-bit hash of each signing certificate (`signatures:[ed46f865]` in `dumpsys package`).
    /// Too short to recognise anybody, enough to tell that two apps of one phone are signed differently.
    pub certificate_hashes: Vec<Observed<String>>,
    /// Parts named in its manifest.
    pub components: Vec<Component>,
    /// Permissions that it defines itself.
    pub declared_permissions: Vec<Observed<String>>,
    /// Values of its manifest's `meta-data`.
    pub meta_data: Vec<MetaData>,
    /// The value of `isMonitoringTool`, by which an app says of itself that it watches
    /// (Google Play policy, answer 12955211).
    pub self_declared_monitoring: Option<Observed<String>>,
    /// Its files.
    pub files: Vec<ApkFile>,
    /// What it sent and received over the network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_use: Option<Observed<DataUse>>,
    /// Where the evidence mentions it, first the strongest place.
    pub provenance: Vec<Provenance>,
}

impl App {
    /// The events that say something about an app (PoPETs 2023(1), "No Privacy Among Spies", section 4).
    pub const BROADCASTS: [&'static str; 6] = [
        "android.intent.action.BOOT_COMPLETED",
        "android.intent.action.NEW_OUTGOING_CALL",
        "android.intent.action.PHONE_STATE",
        "android.provider.Telephony.SECRET_CODE",
        "android.provider.Telephony.SMS_RECEIVED",
        "android.telephony.action.SECRET_CODE",
    ];

    /// An app of which only the identifier is known yet.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        platform: Platform,
        state: AppState,
        provenance: Provenance,
    ) -> Self {
        Self {
            id: id.into(),
            platform,
            user: None,
            state,
            enabled: None,
            system: None,
            labels: Vec::new(),
            version: None,
            signers: Vec::new(),
            install: InstallSource::default(),
            times: InstallTimes::default(),
            permissions: Permissions::default(),
            powers: Vec::new(),
            hiding: Vec::new(),
            uses: Vec::new(),
            broadcasts: Vec::new(),
            target_sdk: None,
            certificate_hashes: Vec::new(),
            components: Vec::new(),
            declared_permissions: Vec::new(),
            meta_data: Vec::new(),
            self_declared_monitoring: None,
            files: Vec::new(),
            data_use: None,
            provenance: vec![provenance],
        }
    }

    /// The name to show a person: the default label, else the first one.
    #[must_use]
    pub fn label(&self) -> Option<&str> {
        self.labels
            .iter()
            .find(|label| label.locale.is_none())
            .or_else(|| self.labels.first())
            .map(|label| label.text.as_str())
    }
}

/// Whether an app is there now. Ordered from strong to weak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AppState {
    /// It is installed.
    Installed,
    /// It was installed; its data or a record of it is left.
    Removed,
    /// Something names it: a running process, a folder. Nothing says that it is or was installed.
    Seen,
}

/// A name shown to the person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Label {
    /// The language, or none for the default.
    pub locale: Option<String>,
    /// The name.
    pub text: String,
    /// Where it stood.
    pub provenance: Provenance,
}

/// An app's version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Version {
    /// `versionName`, made for people.
    pub name: Option<String>,
    /// `versionCode`, made for machines.
    pub code: Option<u64>,
    /// Where it stood.
    pub provenance: Provenance,
}

/// A certificate that signed an app, now or earlier.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Signer {
    /// SHA-1 of the certificate (DER).
    pub sha1: Option<Sha1>,
    /// SHA-256 of the certificate (DER).
    pub sha256: Option<Sha256>,
    /// SHA-256 of its public key (SPKI, DER): the same over re-issued certificates.
    pub key_sha256: Option<Sha256>,
    /// The certificate's subject.
    pub subject: Option<SubjectName>,
    /// The signing scheme that carried it.
    pub scheme: Option<Scheme>,
    /// Current, or earlier in the rotation history.
    pub role: SignerRole,
    /// Where it stood.
    pub provenance: Provenance,
}

/// The subject of a certificate.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SubjectName {
    /// The whole name as the evidence prints it.
    pub full: String,
    /// Common name (CN).
    pub common_name: Option<String>,
    /// Organisation (O).
    pub organisation: Option<String>,
}

/// An APK signing scheme (source.android.com, "APK signing").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// JAR signing.
    V1,
    /// The whole file, Android 7.
    V2,
    /// With key rotation, Android 9.
    V3,
    /// With rotation that targets a system version, Android 13.
    V31,
}

/// A signer's place in the rotation history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignerRole {
    /// Signs the app now.
    Current,
    /// Signed it earlier.
    Past,
}

/// How an app came onto the phone. Values can be forged with `pm install -i` over a cable.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct InstallSource {
    /// The app that installed it.
    pub installer: Option<Observed<String>>,
    /// The app that asked for the installation.
    pub initiating: Option<Observed<String>>,
    /// The app that brought the file.
    pub originating: Option<Observed<String>>,
    /// Android's own word for the source (`store`, `local_file`, ...).
    pub source: Option<Observed<String>>,
    /// The way that Apple's records tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Observed<Channel>>,
    /// The Apple Account that fetched it, masked as [`masked_account`](super::masked_account) does: enough for
    /// its owner to know it again, too little to write to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<Observed<String>>,
}

/// How an app came onto an iPhone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// It came with the phone.
    Factory,
    /// The App Store.
    AppStore,
    /// Another store that Apple lets in (European Union, Japan).
    OtherStore,
    /// TestFlight: an app that its maker still tries out.
    TestFlight,
    /// A device management put it there.
    Managed,
    /// Signed for one company, or for a developer's own phones: no store saw it.
    OutsideStore,
}

impl Channel {
    /// Every way.
    pub const ALL: [Self; 6] = [
        Self::Factory,
        Self::AppStore,
        Self::OtherStore,
        Self::TestFlight,
        Self::Managed,
        Self::OutsideStore,
    ];

    /// The word used in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Factory => "factory",
            Self::AppStore => "app_store",
            Self::OtherStore => "other_store",
            Self::TestFlight => "test_flight",
            Self::Managed => "managed",
            Self::OutsideStore => "outside_store",
        }
    }
}

/// What an app sent and received over the network, as the phone counted it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DataUse {
    /// The first time.
    pub first: Option<Moment>,
    /// The last time.
    pub last: Option<Moment>,
    /// Bytes received.
    pub received: Option<u64>,
    /// Bytes sent.
    pub sent: Option<u64>,
}

/// When an app came onto the phone.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct InstallTimes {
    /// First installation; a new installation starts it again.
    pub first_installed: Option<Observed<Moment>>,
    /// The last update.
    pub last_updated: Option<Observed<Moment>>,
    /// When it was last in the foreground (`usagestats`).
    pub last_used: Option<Observed<Moment>>,
}

/// What an app may do. `None` means that the evidence does not tell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permissions {
    /// Named in the manifest.
    pub requested: Option<Observed<BTreeSet<String>>>,
    /// Really granted.
    pub granted: Option<Observed<BTreeSet<String>>>,
}

/// A special power that is switched on for an app.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Power {
    /// Which.
    pub kind: PowerKind,
    /// The part of the app that holds it (`com.x/.Service`).
    pub component: Option<String>,
}

/// The powers that let an app watch or hold on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PowerKind {
    /// An enabled accessibility service: reads the screen and can act for the person.
    Accessibility,
    /// An active device admin: can lock, wipe, and resist removal.
    DeviceAdmin,
    /// Owns the whole device.
    DeviceOwner,
    /// Owns a profile.
    ProfileOwner,
    /// Reads every notification.
    NotificationListener,
    /// An enabled keyboard: sees what is typed.
    Keyboard,
    /// All traffic passes through it.
    Vpn,
    /// The default message app.
    SmsRole,
    /// The default phone app.
    DialerRole,
    /// The default assistant.
    AssistantRole,
    /// Screens calls before they ring.
    CallScreeningRole,
    /// Sees which apps are used, and when.
    UsageAccess,
    /// Draws over other apps.
    Overlay,
    /// Installs other apps.
    InstallApps,
    /// Records the screen.
    ScreenCapture,
    /// Reads every file of the person.
    AllFiles,
    /// The person was led to lift Android's restriction for apps from outside a store (Android 13).
    RestrictedSettings,
    /// May go on working while the phone rests; somebody put it on that list.
    BatteryExempt,
    /// Sees or filters the addresses of web pages (a content filter of iOS).
    ContentFilter,
    /// Answers every question for the address of a name (a DNS proxy or DNS settings of iOS).
    DnsProxy,
}

impl PowerKind {
    /// Every power.
    pub const ALL: [Self; 20] = [
        Self::Accessibility,
        Self::DeviceAdmin,
        Self::DeviceOwner,
        Self::ProfileOwner,
        Self::NotificationListener,
        Self::Keyboard,
        Self::Vpn,
        Self::SmsRole,
        Self::DialerRole,
        Self::AssistantRole,
        Self::CallScreeningRole,
        Self::UsageAccess,
        Self::Overlay,
        Self::InstallApps,
        Self::ScreenCapture,
        Self::AllFiles,
        Self::RestrictedSettings,
        Self::BatteryExempt,
        Self::ContentFilter,
        Self::DnsProxy,
    ];

    /// The word used in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Accessibility => "accessibility",
            Self::DeviceAdmin => "device_admin",
            Self::DeviceOwner => "device_owner",
            Self::ProfileOwner => "profile_owner",
            Self::NotificationListener => "notification_listener",
            Self::Keyboard => "keyboard",
            Self::Vpn => "vpn",
            Self::SmsRole => "sms_role",
            Self::DialerRole => "dialer_role",
            Self::AssistantRole => "assistant_role",
            Self::CallScreeningRole => "call_screening_role",
            Self::UsageAccess => "usage_access",
            Self::Overlay => "overlay",
            Self::InstallApps => "install_apps",
            Self::ScreenCapture => "screen_capture",
            Self::AllFiles => "all_files",
            Self::RestrictedSettings => "restricted_settings",
            Self::BatteryExempt => "battery_exempt",
            Self::ContentFilter => "content_filter",
            Self::DnsProxy => "dns_proxy",
        }
    }

    /// The surface that shows it.
    #[must_use]
    pub fn surface(self) -> SurfaceId {
        match self {
            Self::Accessibility => SurfaceId::Accessibility,
            Self::DeviceAdmin | Self::DeviceOwner | Self::ProfileOwner => SurfaceId::DeviceAdmins,
            Self::NotificationListener => SurfaceId::NotificationListeners,
            Self::Keyboard => SurfaceId::Keyboards,
            Self::Vpn | Self::ContentFilter | Self::DnsProxy => SurfaceId::Network,
            Self::SmsRole | Self::DialerRole | Self::AssistantRole | Self::CallScreeningRole => {
                SurfaceId::Roles
            }
            Self::UsageAccess
            | Self::Overlay
            | Self::InstallApps
            | Self::ScreenCapture
            | Self::AllFiles
            | Self::RestrictedSettings => SurfaceId::SensorUse,
            Self::BatteryExempt => SurfaceId::BatteryExemptions,
        }
    }
}

/// A way in which an app keeps out of sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hiding {
    /// It has no icon to tap: no activity that a launcher would show.
    NoLauncherEntry,
    /// It has an icon, and the icon was switched off.
    LauncherSwitchedOff,
    /// It has an icon for televisions only.
    TelevisionOnly,
    /// Its own notifications are switched off.
    NotificationsMuted,
    /// It leaves itself out of the list of recent apps.
    LeftOutOfRecents,
    /// It is not on the Home Screen of an iPhone. Many people tidy up so.
    NotOnHomeScreen,
    /// A restriction hides it on an iPhone.
    HiddenByRestriction,
}

impl Hiding {
    /// Every way.
    pub const ALL: [Self; 7] = [
        Self::NoLauncherEntry,
        Self::LauncherSwitchedOff,
        Self::TelevisionOnly,
        Self::NotificationsMuted,
        Self::LeftOutOfRecents,
        Self::NotOnHomeScreen,
        Self::HiddenByRestriction,
    ];

    /// The word used in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoLauncherEntry => "no_launcher_entry",
            Self::LauncherSwitchedOff => "launcher_switched_off",
            Self::TelevisionOnly => "television_only",
            Self::NotificationsMuted => "notifications_muted",
            Self::LeftOutOfRecents => "left_out_of_recents",
            Self::NotOnHomeScreen => "not_on_home_screen",
            Self::HiddenByRestriction => "hidden_by_restriction",
        }
    }
}

/// The last time that an app used one sensor or one kind of record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SensorUse {
    /// What it used.
    pub sensor: Sensor,
    /// When it began; where only its end is known, that.
    pub at: Moment,
    /// Whether it was in the background then; `None` where the evidence does not say.
    pub background: Option<bool>,
    /// How long, where the evidence says so.
    pub milliseconds: Option<u64>,
    /// How many minutes the phone's clock was ahead of UTC then, where the evidence says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offset_minutes: Option<i32>,
}

/// What an app can use to watch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sensor {
    /// The camera.
    Camera,
    /// The microphone.
    Microphone,
    /// Where the phone is.
    Location,
    /// A picture of the screen.
    Screen,
    /// Text messages.
    Messages,
    /// The list of calls.
    CallLog,
    /// The address book.
    Contacts,
    /// Photos and videos.
    Photos,
    /// Music and films.
    MediaLibrary,
}

impl Sensor {
    /// Every one.
    pub const ALL: [Self; 9] = [
        Self::Camera,
        Self::Microphone,
        Self::Location,
        Self::Screen,
        Self::Messages,
        Self::CallLog,
        Self::Contacts,
        Self::Photos,
        Self::MediaLibrary,
    ];

    /// The word used in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Camera => "camera",
            Self::Microphone => "microphone",
            Self::Location => "location",
            Self::Screen => "screen",
            Self::Messages => "messages",
            Self::CallLog => "call_log",
            Self::Contacts => "contacts",
            Self::Photos => "photos",
            Self::MediaLibrary => "media_library",
        }
    }
}

/// A part named in an app's manifest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Component {
    /// Which kind of part.
    pub kind: ComponentKind,
    /// Its full class name.
    pub class: String,
    /// Where it stood.
    pub provenance: Provenance,
}

/// The kinds of parts in a manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ComponentKind {
    /// `application android:name`.
    Application,
    /// A screen.
    Activity,
    /// A background part.
    Service,
    /// A listener for events.
    Receiver,
    /// A source of data.
    Provider,
}

/// One `meta-data` element of a manifest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct MetaData {
    /// Its name.
    pub name: String,
    /// Its value as text.
    pub value: Option<String>,
    /// Where it stood.
    pub provenance: Provenance,
}

/// One file of an app.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ApkFile {
    /// Its path on the phone, where known.
    pub path: Option<String>,
    /// Its size.
    pub bytes: Option<u64>,
    /// Its SHA-256: computed by us where `read_here`, else as the evidence states it.
    pub sha256: Option<Sha256>,
    /// True if we read the file itself and computed its digest.
    pub read_here: bool,
    /// Names of YARA rules that its code matches. `None`: the code was not read.
    pub rules: Option<Vec<String>>,
    /// What is wrong with its build, as codes (`duplicate_entry`, ...): a sign that somebody tried to
    /// mislead readers of the file.
    pub anomalies: Vec<String>,
    /// Where it stood.
    pub provenance: Provenance,
}
