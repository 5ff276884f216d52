//! An iOS configuration profile: who made it, how it came, and what each of its payloads does.

use serde::{Deserialize, Serialize};

use super::{AppState, Moment, Observed, Provenance, Signer};

/// An iOS configuration profile.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Profile {
    /// `PayloadIdentifier`.
    pub identifier: String,
    /// `PayloadUUID`.
    pub uuid: Option<String>,
    /// `PayloadOrganization`.
    pub organisation: Option<String>,
    /// `PayloadDisplayName`.
    pub display_name: Option<String>,
    /// Installed, installed earlier, or only seen: a file that nothing says was installed.
    pub state: AppState,
    /// `PayloadType` of each payload, in the order of the profile.
    pub payload_kinds: Vec<String>,
    /// When it was installed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub installed_at: Option<Observed<Moment>>,
    /// What put it there: `mdm`, or the phone's own word for the process.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub installed_by: Option<Observed<String>>,
    /// The identifier of the profile whose management put it there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub managed_by: Option<Observed<String>>,
    /// The address on the web that it was fetched from, without what may be secret in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fetched_from: Option<Observed<String>>,
    /// It comes off with a password only.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub removal_password: bool,
    /// Whether the person can take it off. `None` where the evidence does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removable: Option<Observed<bool>>,
    /// What is inside is encrypted for one phone, and was not read.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub locked: bool,
    /// Whose seal it carries. The chain of certificates is not checked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signers: Vec<Signer>,
    /// What it does, in the order of the profile.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payloads: Vec<Payload>,
    /// Where it stood.
    pub provenance: Provenance,
}

impl Profile {
    /// A profile of which only the identifier is known yet.
    #[must_use]
    pub fn new(identifier: impl Into<String>, state: AppState, provenance: Provenance) -> Self {
        Self {
            identifier: identifier.into(),
            uuid: None,
            organisation: None,
            display_name: None,
            state,
            payload_kinds: Vec::new(),
            installed_at: None,
            installed_by: None,
            managed_by: None,
            fetched_from: None,
            removal_password: false,
            removable: None,
            locked: false,
            signers: Vec::new(),
            payloads: Vec::new(),
            provenance,
        }
    }
}

/// One payload of a profile.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Payload {
    /// What it does.
    pub kind: PayloadKind,
    /// `PayloadType`, exactly as written.
    pub payload_type: String,
    /// `PayloadIdentifier`.
    pub identifier: Option<String>,
    /// `PayloadDisplayName`.
    pub display_name: Option<String>,
    /// What a device management may do (`AccessRights`), where it is one. Bits that nobody knows are left out
    /// here and stand in `facts`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rights: Vec<ManagementRight>,
    /// The values that say to whom or what: a server, a proxy, a plug-in, a restriction. Sorted. Never a
    /// password, a key or an account's full name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<PayloadFact>,
    /// Where it stood.
    pub provenance: Provenance,
}

/// One value of a payload.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PayloadFact {
    /// The key, with those above it: `ServerURL`, `VPN/RemoteAddress`.
    pub key: String,
    /// Its value as text.
    pub value: String,
}

/// What a payload does, by its `PayloadType` (apple/device-management, `mdm/profiles`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayloadKind {
    /// `com.apple.mdm`: a server manages the phone.
    DeviceManagement,
    /// `Profile Service`: the phone introduces itself to a server, which then sends another profile.
    Enrolment,
    /// `com.apple.declarations`: management by declarations.
    Declarations,
    /// `com.apple.security.root`, `.pem`, `.pkcs1`: a certificate that the phone may trust.
    Certificate,
    /// `com.apple.security.pkcs12`, `.scep`, `.acme`: an identity by which the phone shows who it is.
    Identity,
    /// `com.apple.vpn.managed`: traffic goes through another computer.
    Vpn,
    /// `com.apple.vpn.managed.applayer`, `.appmapping`: the traffic of some apps does.
    AppVpn,
    /// `com.apple.proxy.http.global`: web traffic of the whole phone does.
    GlobalProxy,
    /// `com.apple.webcontent-filter`: a filter sees or blocks web pages.
    ContentFilter,
    /// `com.apple.dnsSettings.managed`: who answers for the addresses of names.
    DnsSettings,
    /// `com.apple.dnsProxy.managed`: an app does.
    DnsProxy,
    /// `com.apple.relay.managed`: traffic goes through a relay.
    Relay,
    /// `com.apple.wifi.managed`: a wireless network.
    Wifi,
    /// `com.apple.mail.managed`: a mail account.
    Mail,
    /// `com.apple.eas.account`: an Exchange account.
    Exchange,
    /// `com.apple.caldav.account`, `.subscribedcalendar.account`: a calendar.
    Calendar,
    /// `com.apple.carddav.account`: an address book.
    AddressBook,
    /// `com.apple.applicationaccess`: restrictions.
    Restrictions,
    /// `com.apple.notificationsettings`: which apps may show notifications.
    Notifications,
    /// `com.apple.app.lock`: one app alone can be used.
    AppLock,
    /// `com.apple.profileRemovalPassword`: the profile comes off with a password only.
    RemovalPassword,
    /// `com.apple.webClip.managed`: an icon that opens a web page.
    WebClip,
    /// Anything else.
    Other,
}

impl PayloadKind {
    /// Every kind.
    pub const ALL: [Self; 23] = [
        Self::DeviceManagement,
        Self::Enrolment,
        Self::Declarations,
        Self::Certificate,
        Self::Identity,
        Self::Vpn,
        Self::AppVpn,
        Self::GlobalProxy,
        Self::ContentFilter,
        Self::DnsSettings,
        Self::DnsProxy,
        Self::Relay,
        Self::Wifi,
        Self::Mail,
        Self::Exchange,
        Self::Calendar,
        Self::AddressBook,
        Self::Restrictions,
        Self::Notifications,
        Self::AppLock,
        Self::RemovalPassword,
        Self::WebClip,
        Self::Other,
    ];

    /// The kind of a `PayloadType`.
    #[must_use]
    pub fn of(payload_type: &str) -> Self {
        match payload_type {
            "com.apple.mdm" => Self::DeviceManagement,
            "Profile Service" => Self::Enrolment,
            "com.apple.declarations" => Self::Declarations,
            "com.apple.security.root" | "com.apple.security.pem" | "com.apple.security.pkcs1" => {
                Self::Certificate
            }
            "com.apple.security.pkcs12" | "com.apple.security.scep" | "com.apple.security.acme" => {
                Self::Identity
            }
            "com.apple.vpn.managed" => Self::Vpn,
            "com.apple.vpn.managed.applayer" | "com.apple.vpn.managed.appmapping" => Self::AppVpn,
            "com.apple.proxy.http.global" => Self::GlobalProxy,
            "com.apple.webcontent-filter" => Self::ContentFilter,
            "com.apple.dnsSettings.managed" => Self::DnsSettings,
            "com.apple.dnsProxy.managed" => Self::DnsProxy,
            "com.apple.relay.managed" => Self::Relay,
            "com.apple.wifi.managed" => Self::Wifi,
            "com.apple.mail.managed" => Self::Mail,
            "com.apple.eas.account" => Self::Exchange,
            "com.apple.caldav.account" | "com.apple.subscribedcalendar.account" => Self::Calendar,
            "com.apple.carddav.account" => Self::AddressBook,
            "com.apple.applicationaccess" => Self::Restrictions,
            "com.apple.notificationsettings" => Self::Notifications,
            "com.apple.app.lock" => Self::AppLock,
            "com.apple.profileRemovalPassword" => Self::RemovalPassword,
            "com.apple.webClip.managed" => Self::WebClip,
            _ => Self::Other,
        }
    }

    /// The word used in files and for messages.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DeviceManagement => "device_management",
            Self::Enrolment => "enrolment",
            Self::Declarations => "declarations",
            Self::Certificate => "certificate",
            Self::Identity => "identity",
            Self::Vpn => "vpn",
            Self::AppVpn => "app_vpn",
            Self::GlobalProxy => "global_proxy",
            Self::ContentFilter => "content_filter",
            Self::DnsSettings => "dns_settings",
            Self::DnsProxy => "dns_proxy",
            Self::Relay => "relay",
            Self::Wifi => "wifi",
            Self::Mail => "mail",
            Self::Exchange => "exchange",
            Self::Calendar => "calendar",
            Self::AddressBook => "address_book",
            Self::Restrictions => "restrictions",
            Self::Notifications => "notifications",
            Self::AppLock => "app_lock",
            Self::RemovalPassword => "removal_password",
            Self::WebClip => "web_clip",
            Self::Other => "other",
        }
    }
}

/// What a device management may do: the bits of `AccessRights` (apple/device-management, `com.apple.mdm`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ManagementRight {
    /// 1: see the profiles.
    InspectProfiles,
    /// 2: install and remove profiles.
    InstallProfiles,
    /// 4: lock the phone and take off its passcode.
    LockAndPasscode,
    /// 8: erase the phone.
    Erase,
    /// 16: ask about the phone.
    QueryDevice,
    /// 32: ask about its networks: numbers, addresses.
    QueryNetwork,
    /// 64: see provisioning profiles.
    InspectProvisioning,
    /// 128: install and remove provisioning profiles.
    InstallProvisioning,
    /// 256: see which apps are on the phone.
    InspectApps,
    /// 512: ask about restrictions.
    QueryRestrictions,
    /// 1024: ask about security.
    QuerySecurity,
    /// 2048: change settings.
    ChangeSettings,
    /// 4096: install, manage and remove apps.
    ManageApps,
}

impl ManagementRight {
    /// Every right, by its bit.
    pub const ALL: [Self; 13] = [
        Self::InspectProfiles,
        Self::InstallProfiles,
        Self::LockAndPasscode,
        Self::Erase,
        Self::QueryDevice,
        Self::QueryNetwork,
        Self::InspectProvisioning,
        Self::InstallProvisioning,
        Self::InspectApps,
        Self::QueryRestrictions,
        Self::QuerySecurity,
        Self::ChangeSettings,
        Self::ManageApps,
    ];

    /// Its bit in `AccessRights`.
    #[must_use]
    pub fn bit(self) -> u64 {
        match self {
            Self::InspectProfiles => 1,
            Self::InstallProfiles => 2,
            Self::LockAndPasscode => 4,
            Self::Erase => 8,
            Self::QueryDevice => 16,
            Self::QueryNetwork => 32,
            Self::InspectProvisioning => 64,
            Self::InstallProvisioning => 128,
            Self::InspectApps => 256,
            Self::QueryRestrictions => 512,
            Self::QuerySecurity => 1024,
            Self::ChangeSettings => 2048,
            Self::ManageApps => 4096,
        }
    }

    /// The rights of a value of `AccessRights`, and the bits that nobody knows.
    #[must_use]
    pub fn of(access_rights: u64) -> (Vec<Self>, u64) {
        let has = |right: &Self| access_rights & right.bit() != 0;
        let rights: Vec<Self> = Self::ALL.into_iter().filter(has).collect();
        let known = rights.iter().fold(0, |bits, right| bits | right.bit());
        (rights, access_rights & !known)
    }

    /// The word used in files and for messages.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InspectProfiles => "inspect_profiles",
            Self::InstallProfiles => "install_profiles",
            Self::LockAndPasscode => "lock_and_passcode",
            Self::Erase => "erase",
            Self::QueryDevice => "query_device",
            Self::QueryNetwork => "query_network",
            Self::InspectProvisioning => "inspect_provisioning",
            Self::InstallProvisioning => "install_provisioning",
            Self::InspectApps => "inspect_apps",
            Self::QueryRestrictions => "query_restrictions",
            Self::QuerySecurity => "query_security",
            Self::ChangeSettings => "change_settings",
            Self::ManageApps => "manage_apps",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rights_of_a_management_are_its_bits_and_unknown_ones_are_told() {
        let (all, unknown) = ManagementRight::of(8191);
        assert_eq!(all, ManagementRight::ALL);
        assert_eq!(unknown, 0);
        let (some, unknown) = ManagementRight::of(8 | 256 | 1 << 40);
        assert_eq!(some, [ManagementRight::Erase, ManagementRight::InspectApps]);
        assert_eq!(unknown, 1 << 40);
    }
}
