//! Signs: what an app or a phone shows besides indicators and powers, and how much each weighs.
//!
//! The numbers (H1 to H28) are those of the heuristics that the signs come from; `docs/detection.md` has the
//! source of each. A sign has one weight class, and [`behaviour`](super::behaviour) joins classes, never counts.

use super::profile::ProfileSign;
use crate::snapshot::{Hiding, PowerKind, Sensor};

/// What kind of reason something is. Ordered from heavy to light.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// It can watch.
    Watching,
    /// It keeps out of sight, or passes for something else.
    Concealment,
    /// How it came onto the phone.
    Origin,
    /// Counts together with others.
    Supporting,
    /// Explains, and decides nothing.
    Context,
}

impl Weight {
    /// Every class.
    pub const ALL: [Self; 5] = [
        Self::Watching,
        Self::Concealment,
        Self::Origin,
        Self::Supporting,
        Self::Context,
    ];

    /// The word used for the message.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Watching => "watching",
            Self::Concealment => "concealment",
            Self::Origin => "origin",
            Self::Supporting => "supporting",
            Self::Context => "context",
        }
    }

    /// The class of a power. The four watching ones are those of DESIGN.md; a keyboard is not among them,
    /// because keyboards have no icon to hide and everybody has one.
    #[must_use]
    pub fn of_power(power: PowerKind) -> Self {
        match power {
            PowerKind::Accessibility
            | PowerKind::DeviceAdmin
            | PowerKind::DeviceOwner
            | PowerKind::ProfileOwner
            | PowerKind::NotificationListener => Self::Watching,
            // H10: Android asks for this only where an app came from outside a store.
            PowerKind::RestrictedSettings => Self::Origin,
            PowerKind::Keyboard
            | PowerKind::Vpn
            | PowerKind::SmsRole
            | PowerKind::DialerRole
            | PowerKind::AssistantRole
            | PowerKind::CallScreeningRole
            | PowerKind::UsageAccess
            | PowerKind::Overlay
            | PowerKind::InstallApps
            | PowerKind::ScreenCapture
            | PowerKind::AllFiles
            | PowerKind::BatteryExempt
            | PowerKind::ContentFilter
            | PowerKind::DnsProxy => Self::Supporting,
        }
    }
}

/// One thing that an app or a phone shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// Four or more kinds of private things are really granted to it (H13).
    PermissionCluster,
    /// It keeps out of sight (H1, H1b, H1c, H12, H17).
    Hidden(Hiding),
    /// Its package claims to be the platform's, and the platform's key did not sign it (H2).
    SystemPackage,
    /// Its name passes for a part of the system (H2).
    SystemName,
    /// It has the package of a known app and not its signer (H2).
    OtherSigner,
    /// Anybody can sign with its key (H22).
    PublicKey,
    /// It is signed with a key that development tools make (H22).
    DebugKey,
    /// It did not come from a store (H8).
    NotFromStore,
    /// Another app that is no store put it there (H9).
    FromLoader,
    /// Its installer field names a store, and another app asked for the installation (H8).
    StoreNameBorrowed,
    /// It used this while in the background (H14).
    Background(Sensor),
    /// It is woken by the start of the phone, by calls and by messages (H16).
    WakesOnCalls,
    /// It is woken by a code that is dialled (H16).
    SecretCode,
    /// It was made for Android 9 or older, which kept less from apps (H21).
    OldTarget,
    /// Its file is built so that readers are misled.
    TamperedFile,
    /// All traffic always passes through it (H20).
    AlwaysOnVpn,
    /// Nobody could read how it came onto the phone.
    UnknownOrigin,
    /// Google's check of apps is switched off (H7).
    PlayProtectOff,
    /// A part of that check is switched off, which alone says little (H7).
    PlayProtectPart,
    /// The phone started a system that its maker did not seal (H25).
    UnlockedBoot,
    /// A tool for full control of the system is there (H25).
    RootTool,
    /// An app for full control of the system is there (H25).
    RootApp,
    /// Somebody added an authority whose word the phone takes (H20).
    AuthorityAdded,
    /// Web traffic is sent through another computer (H20).
    ProxySet,
    /// Debugging over a cable or a network is on (H28).
    Debugging,
    /// A computer may debug the phone (H28).
    TrustedComputer,
    /// It is signed for one company or for a developer's own phones: no store saw it (iPhone).
    OutsideStore,
    /// Its maker still tries it out, with TestFlight (iPhone).
    TestFlight,
    /// It came from another store that Apple lets in (iPhone).
    OtherStore,
    /// A device management put it there (iPhone).
    ManagedApp,
    /// Another Apple Account fetched it than most of the others (iPhone).
    OtherAccount,
    /// Up to three kinds of private things are granted to it (iPhone).
    PrivateThings,
    /// It is a keyboard that may send over the network what is typed (iPhone).
    KeyboardNetwork,
    /// It used this between midnight and five o'clock (iPhone).
    Night(Nightly),
    /// A tool that takes off Apple's limits is there (H25 on an iPhone).
    Jailbreak,
    /// An organisation set the phone up as its own (iPhone).
    Supervised,
    /// A restriction holds that a watching person could want (iPhone).
    Restricts(Restriction),
    /// Somebody manages Screen Time (iPhone).
    ScreenTime,
    /// Another device shares the phone's Apple Account (iPhone).
    AccountDevice(DeviceKind),
    /// A configuration profile was there and was taken off (iPhone).
    ProfileGone,
    /// An app contacted the host or address that the finding is about.
    ContactedBy,
    /// A configuration profile does this (iPhone).
    Profile(ProfileSign),
}

/// What counts when it is used at night.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nightly {
    /// The camera.
    Camera,
    /// The microphone.
    Microphone,
    /// A picture of the screen.
    Screen,
    /// Where the phone is, on three nights or more.
    Location,
}

/// Kinds of restrictions of an iPhone that can keep a person from leaving somebody's watch
/// (apple/device-management, `com.apple.applicationaccess`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Restriction {
    /// Lockdown Mode cannot be switched on.
    LockdownMode,
    /// Apps cannot be installed, or cannot be taken off.
    Apps,
    /// The phone cannot be erased by its person.
    Erase,
    /// Find My cannot be used or changed.
    FindMy,
    /// Accounts or the passcode cannot be changed.
    Accounts,
    /// Profiles, or an own VPN, cannot be added.
    Profiles,
    /// The phone pairs with no other computer: a check over a cable is not possible.
    Computers,
    /// A teacher's device may watch the screen, or lock the phone, without a question.
    Screen,
    /// Only wireless networks that somebody else chose can be joined.
    Networks,
}

/// Kinds of devices, as the first letters of Apple's model identifiers tell them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeviceKind {
    /// `iPhone14,5`.
    Phone,
    /// `iPad13,4`.
    Pad,
    /// `MacBookPro18,3`, `Mac14,2`, `iMac21,1`.
    Mac,
    /// `Watch6,1`.
    Watch,
    /// `AppleTV6,2`.
    Tv,
    /// `AudioAccessory5,1`.
    Speaker,
    /// Anything else, or nothing.
    Other,
}

impl DeviceKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Phone,
        Self::Pad,
        Self::Mac,
        Self::Watch,
        Self::Tv,
        Self::Speaker,
        Self::Other,
    ];

    /// The word used in files and for the message.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Pad => "pad",
            Self::Mac => "mac",
            Self::Watch => "watch",
            Self::Tv => "tv",
            Self::Speaker => "speaker",
            Self::Other => "other",
        }
    }

    /// The kind of a model identifier.
    #[must_use]
    pub fn of(model: &str) -> Self {
        const BEGINNINGS: [(&str, DeviceKind); 9] = [
            ("iPhone", DeviceKind::Phone),
            ("iPad", DeviceKind::Pad),
            ("iMac", DeviceKind::Mac),
            ("Mac", DeviceKind::Mac),
            ("VirtualMac", DeviceKind::Mac),
            ("Xserve", DeviceKind::Mac),
            ("Watch", DeviceKind::Watch),
            ("AppleTV", DeviceKind::Tv),
            ("AudioAccessory", DeviceKind::Speaker),
        ];
        BEGINNINGS
            .into_iter()
            .find(|(beginning, _)| model.starts_with(beginning))
            .map_or(Self::Other, |(_, kind)| kind)
    }
}

impl Sign {
    /// Every sign.
    pub const ALL: [Self; 96] = [
        Self::PermissionCluster,
        Self::Hidden(Hiding::NoLauncherEntry),
        Self::Hidden(Hiding::LauncherSwitchedOff),
        Self::Hidden(Hiding::TelevisionOnly),
        Self::Hidden(Hiding::NotificationsMuted),
        Self::Hidden(Hiding::LeftOutOfRecents),
        Self::Hidden(Hiding::NotOnHomeScreen),
        Self::Hidden(Hiding::HiddenByRestriction),
        Self::SystemPackage,
        Self::SystemName,
        Self::OtherSigner,
        Self::PublicKey,
        Self::DebugKey,
        Self::NotFromStore,
        Self::FromLoader,
        Self::StoreNameBorrowed,
        Self::Background(Sensor::Camera),
        Self::Background(Sensor::Microphone),
        Self::Background(Sensor::Location),
        Self::Background(Sensor::Screen),
        Self::Background(Sensor::Messages),
        Self::Background(Sensor::CallLog),
        Self::Background(Sensor::Contacts),
        Self::Background(Sensor::Photos),
        Self::Background(Sensor::MediaLibrary),
        Self::WakesOnCalls,
        Self::SecretCode,
        Self::OldTarget,
        Self::TamperedFile,
        Self::AlwaysOnVpn,
        Self::UnknownOrigin,
        Self::PlayProtectOff,
        Self::PlayProtectPart,
        Self::UnlockedBoot,
        Self::RootTool,
        Self::RootApp,
        Self::AuthorityAdded,
        Self::ProxySet,
        Self::Debugging,
        Self::TrustedComputer,
        Self::OutsideStore,
        Self::TestFlight,
        Self::OtherStore,
        Self::ManagedApp,
        Self::OtherAccount,
        Self::PrivateThings,
        Self::KeyboardNetwork,
        Self::Night(Nightly::Camera),
        Self::Night(Nightly::Microphone),
        Self::Night(Nightly::Screen),
        Self::Night(Nightly::Location),
        Self::Jailbreak,
        Self::Supervised,
        Self::Restricts(Restriction::LockdownMode),
        Self::Restricts(Restriction::Apps),
        Self::Restricts(Restriction::Erase),
        Self::Restricts(Restriction::FindMy),
        Self::Restricts(Restriction::Accounts),
        Self::Restricts(Restriction::Profiles),
        Self::Restricts(Restriction::Computers),
        Self::Restricts(Restriction::Screen),
        Self::Restricts(Restriction::Networks),
        Self::ScreenTime,
        Self::AccountDevice(DeviceKind::Phone),
        Self::AccountDevice(DeviceKind::Pad),
        Self::AccountDevice(DeviceKind::Mac),
        Self::AccountDevice(DeviceKind::Watch),
        Self::AccountDevice(DeviceKind::Tv),
        Self::AccountDevice(DeviceKind::Speaker),
        Self::AccountDevice(DeviceKind::Other),
        Self::ProfileGone,
        Self::ContactedBy,
        Self::Profile(ProfileSign::Manages),
        Self::Profile(ProfileSign::MayErase),
        Self::Profile(ProfileSign::MayLock),
        Self::Profile(ProfileSign::MayUseApps),
        Self::Profile(ProfileSign::Enrols),
        Self::Profile(ProfileSign::Declares),
        Self::Profile(ProfileSign::Authority),
        Self::Profile(ProfileSign::Vpn),
        Self::Profile(ProfileSign::AppVpn),
        Self::Profile(ProfileSign::Proxy),
        Self::Profile(ProfileSign::NetworkProxy),
        Self::Profile(ProfileSign::Relay),
        Self::Profile(ProfileSign::Filter),
        Self::Profile(ProfileSign::NameApp),
        Self::Profile(ProfileSign::Names),
        Self::Profile(ProfileSign::HidesNotifications),
        Self::Profile(ProfileSign::AppLock),
        Self::Profile(ProfileSign::Account),
        Self::Profile(ProfileSign::NotRemovable),
        Self::Profile(ProfileSign::RemovalPassword),
        Self::Profile(ProfileSign::ByManagement),
        Self::Profile(ProfileSign::Identity),
        Self::Profile(ProfileSign::WebClip),
        Self::Profile(ProfileSign::Locked),
    ];

    /// What a finding about the phone as a whole can be headed by.
    pub const PHONE_TOPICS: [&'static str; 12] = [
        "account_devices",
        "authority_added",
        "jailbreak",
        "other_account",
        "play_protect_off",
        "proxy_set",
        "restrictions",
        "root_app",
        "root_tool",
        "screen_time",
        "supervised",
        "unlocked_boot",
    ];

    /// The one of [`Sign::PHONE_TOPICS`] that this sign heads a finding with; none for a sign of an app, and
    /// for one that only explains.
    #[must_use]
    pub fn phone_topic(self) -> Option<&'static str> {
        match self {
            Self::PlayProtectOff
            | Self::UnlockedBoot
            | Self::RootTool
            | Self::RootApp
            | Self::AuthorityAdded
            | Self::ProxySet
            | Self::Jailbreak
            | Self::Supervised
            // About one app it is a reason like another; about all of them it is the phone's.
            | Self::OtherAccount
            | Self::ScreenTime => Some(self.as_str()),
            Self::Restricts(_) => Some("restrictions"),
            Self::AccountDevice(_) => Some("account_devices"),
            Self::PermissionCluster
            | Self::Hidden(_)
            | Self::SystemPackage
            | Self::SystemName
            | Self::OtherSigner
            | Self::PublicKey
            | Self::DebugKey
            | Self::NotFromStore
            | Self::FromLoader
            | Self::StoreNameBorrowed
            | Self::Background(_)
            | Self::WakesOnCalls
            | Self::SecretCode
            | Self::OldTarget
            | Self::TamperedFile
            | Self::AlwaysOnVpn
            | Self::UnknownOrigin
            | Self::PlayProtectPart
            | Self::Debugging
            | Self::TrustedComputer
            | Self::OutsideStore
            | Self::TestFlight
            | Self::OtherStore
            | Self::ManagedApp
            | Self::PrivateThings
            | Self::KeyboardNetwork
            | Self::Night(_)
            | Self::Profile(_)
            | Self::ProfileGone
            | Self::ContactedBy => None,
        }
    }

    /// The word used in files and for the message.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PermissionCluster => "permission_cluster",
            Self::Hidden(hiding) => hiding.as_str(),
            Self::SystemPackage => "system_package",
            Self::SystemName => "system_name",
            Self::OtherSigner => "other_signer",
            Self::PublicKey => "public_key",
            Self::DebugKey => "debug_key",
            Self::NotFromStore => "not_from_store",
            Self::FromLoader => "from_loader",
            Self::StoreNameBorrowed => "store_name_borrowed",
            Self::Background(sensor) => match sensor {
                Sensor::Camera => "background_camera",
                Sensor::Microphone => "background_microphone",
                Sensor::Location => "background_location",
                Sensor::Screen => "background_screen",
                Sensor::Messages => "background_messages",
                Sensor::CallLog => "background_call_log",
                Sensor::Contacts => "background_contacts",
                Sensor::Photos => "background_photos",
                Sensor::MediaLibrary => "background_media_library",
            },
            Self::WakesOnCalls => "wakes_on_calls",
            Self::SecretCode => "secret_code",
            Self::OldTarget => "old_target",
            Self::TamperedFile => "tampered_file",
            Self::AlwaysOnVpn => "always_on_vpn",
            Self::UnknownOrigin => "unknown_origin",
            Self::PlayProtectOff => "play_protect_off",
            Self::PlayProtectPart => "play_protect_part",
            Self::UnlockedBoot => "unlocked_boot",
            Self::RootTool => "root_tool",
            Self::RootApp => "root_app",
            Self::AuthorityAdded => "authority_added",
            Self::ProxySet => "proxy_set",
            Self::Debugging => "debugging",
            Self::TrustedComputer => "trusted_computer",
            Self::OutsideStore => "outside_store",
            Self::TestFlight => "test_flight",
            Self::OtherStore => "other_store",
            Self::ManagedApp => "managed_app",
            Self::OtherAccount => "other_account",
            Self::PrivateThings => "private_things",
            Self::KeyboardNetwork => "keyboard_network",
            Self::Night(nightly) => match nightly {
                Nightly::Camera => "night_camera",
                Nightly::Microphone => "night_microphone",
                Nightly::Screen => "night_screen",
                Nightly::Location => "night_location",
            },
            Self::Jailbreak => "jailbreak",
            Self::Supervised => "supervised",
            Self::Restricts(restriction) => match restriction {
                Restriction::LockdownMode => "restricts_lockdown_mode",
                Restriction::Apps => "restricts_apps",
                Restriction::Erase => "restricts_erase",
                Restriction::FindMy => "restricts_find_my",
                Restriction::Accounts => "restricts_accounts",
                Restriction::Profiles => "restricts_profiles",
                Restriction::Computers => "restricts_computers",
                Restriction::Screen => "restricts_screen",
                Restriction::Networks => "restricts_networks",
            },
            Self::ScreenTime => "screen_time",
            Self::AccountDevice(kind) => match kind {
                DeviceKind::Phone => "account_phone",
                DeviceKind::Pad => "account_pad",
                DeviceKind::Mac => "account_mac",
                DeviceKind::Watch => "account_watch",
                DeviceKind::Tv => "account_tv",
                DeviceKind::Speaker => "account_speaker",
                DeviceKind::Other => "account_other",
            },
            Self::ProfileGone => "profile_gone",
            Self::ContactedBy => "contacted_by",
            Self::Profile(sign) => sign.as_str(),
        }
    }

    /// The sign of a word, or none for a word that this version does not know.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sign| sign.as_str() == word)
    }

    /// How much it weighs.
    #[must_use]
    pub fn weight(self) -> Weight {
        match self {
            Self::PermissionCluster => Weight::Watching,
            Self::Hidden(hiding) => match hiding {
                Hiding::NoLauncherEntry
                | Hiding::LauncherSwitchedOff
                | Hiding::TelevisionOnly
                | Hiding::NotificationsMuted
                | Hiding::HiddenByRestriction => Weight::Concealment,
                Hiding::LeftOutOfRecents => Weight::Supporting,
                // Everybody who tidies the Home Screen has some.
                Hiding::NotOnHomeScreen => Weight::Context,
            },
            Self::SystemPackage
            | Self::SystemName
            | Self::OtherSigner
            | Self::PublicKey
            | Self::DebugKey => Weight::Concealment,
            Self::NotFromStore
            | Self::FromLoader
            | Self::StoreNameBorrowed
            | Self::OutsideStore
            | Self::OtherAccount => Weight::Origin,
            Self::Background(_)
            | Self::WakesOnCalls
            | Self::SecretCode
            | Self::OldTarget
            | Self::TamperedFile
            | Self::AlwaysOnVpn
            | Self::PlayProtectOff
            | Self::UnlockedBoot
            | Self::RootTool
            | Self::RootApp
            | Self::AuthorityAdded
            | Self::ProxySet
            | Self::PrivateThings
            | Self::KeyboardNetwork
            | Self::Night(_)
            | Self::Jailbreak
            | Self::Supervised
            | Self::Restricts(_)
            | Self::ScreenTime => Weight::Supporting,
            Self::UnknownOrigin
            | Self::PlayProtectPart
            | Self::Debugging
            | Self::TrustedComputer
            | Self::TestFlight
            | Self::OtherStore
            | Self::ManagedApp
            // Nearly everybody has several: it asks a question, and stands behind all that says more.
            | Self::AccountDevice(_)
            | Self::ProfileGone
            | Self::ContactedBy => Weight::Context,
            Self::Profile(sign) => sign.weight(),
        }
    }
}
