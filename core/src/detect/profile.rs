//! What configuration profiles do, as reasons for one finding each.
//!
//! In: the profiles of a phone, or of files that nobody says were installed. Out: reasons, and whether they are
//! *worth a look* by themselves; only a published list makes a Match. A profile that joins a wireless network,
//! brings a font or an icon is nothing; one through which somebody else manages the phone, sees its traffic or
//! keeps it from its person always asks a question. Sources: apple/device-management, `mdm/profiles`.

use super::ios::phone::restriction;
use super::{Basis, Because, Sign, Weight};
use crate::snapshot::{ManagementRight, Payload, PayloadFact, PayloadKind, Profile, Provenance};

/// One thing that a profile does. The order is that of a finding's reasons within one weight: the first one
/// that can make a finding heads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProfileSign {
    /// A server manages the phone.
    Manages,
    /// A management may erase the phone.
    MayErase,
    /// A management may lock the phone and take off its passcode.
    MayLock,
    /// A management may see, put and take apps.
    MayUseApps,
    /// The phone introduces itself to a server, which sends another profile.
    Enrols,
    /// A management by declarations.
    Declares,
    /// It adds a certificate that the phone may trust.
    Authority,
    /// Traffic goes through another computer.
    Vpn,
    /// The traffic of some apps does.
    AppVpn,
    /// Web traffic goes through a proxy.
    Proxy,
    /// Web traffic does in one wireless network.
    NetworkProxy,
    /// Traffic goes through a relay.
    Relay,
    /// A filter sees or blocks what is opened.
    Filter,
    /// An app answers for the addresses of names.
    NameApp,
    /// Another server does.
    Names,
    /// Notifications of apps are kept out of sight.
    HidesNotifications,
    /// One app alone can be used.
    AppLock,
    /// It adds an account that takes along mail or contacts.
    Account,
    /// The person cannot take it off.
    NotRemovable,
    /// It comes off with a password only.
    RemovalPassword,
    /// A management put it there.
    ByManagement,
    /// It gives the phone an identity.
    Identity,
    /// It puts an icon that opens a web page.
    WebClip,
    /// What is inside is encrypted.
    Locked,
}

impl ProfileSign {
    /// Every sign.
    pub const ALL: [Self; 24] = [
        Self::Manages,
        Self::MayErase,
        Self::MayLock,
        Self::MayUseApps,
        Self::Enrols,
        Self::Declares,
        Self::Authority,
        Self::Vpn,
        Self::AppVpn,
        Self::Proxy,
        Self::NetworkProxy,
        Self::Relay,
        Self::Filter,
        Self::NameApp,
        Self::Names,
        Self::HidesNotifications,
        Self::AppLock,
        Self::Account,
        Self::NotRemovable,
        Self::RemovalPassword,
        Self::ByManagement,
        Self::Identity,
        Self::WebClip,
        Self::Locked,
    ];

    /// The word used in files and for the message.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Manages => "profile_manages",
            Self::MayErase => "profile_may_erase",
            Self::MayLock => "profile_may_lock",
            Self::MayUseApps => "profile_may_use_apps",
            Self::Enrols => "profile_enrols",
            Self::Declares => "profile_declares",
            Self::Authority => "profile_authority",
            Self::Vpn => "profile_vpn",
            Self::AppVpn => "profile_app_vpn",
            Self::Proxy => "profile_proxy",
            Self::NetworkProxy => "profile_network_proxy",
            Self::Relay => "profile_relay",
            Self::Filter => "profile_filter",
            Self::NameApp => "profile_name_app",
            Self::Names => "profile_names",
            Self::HidesNotifications => "profile_hides_notifications",
            Self::AppLock => "profile_app_lock",
            Self::Account => "profile_account",
            Self::NotRemovable => "profile_not_removable",
            Self::RemovalPassword => "profile_removal_password",
            Self::ByManagement => "profile_by_management",
            Self::Identity => "profile_identity",
            Self::WebClip => "profile_web_clip",
            Self::Locked => "profile_locked",
        }
    }

    /// How much it weighs.
    #[must_use]
    pub fn weight(self) -> Weight {
        match self {
            Self::Manages | Self::Filter => Weight::Watching,
            Self::HidesNotifications | Self::NotRemovable | Self::RemovalPassword => {
                Weight::Concealment
            }
            Self::MayErase
            | Self::MayLock
            | Self::MayUseApps
            | Self::Enrols
            | Self::Declares
            | Self::Authority
            | Self::Vpn
            | Self::AppVpn
            | Self::Proxy
            | Self::NetworkProxy
            | Self::Relay
            | Self::NameApp
            | Self::Names
            | Self::AppLock
            | Self::Account => Weight::Supporting,
            Self::ByManagement | Self::Identity | Self::WebClip | Self::Locked => Weight::Context,
        }
    }

    /// The kind of payload that a finding is about which this sign heads; none for a sign that only explains.
    #[must_use]
    pub fn heads(self) -> Option<PayloadKind> {
        match self {
            Self::Manages => Some(PayloadKind::DeviceManagement),
            Self::Enrols => Some(PayloadKind::Enrolment),
            Self::Declares => Some(PayloadKind::Declarations),
            Self::Authority => Some(PayloadKind::Certificate),
            Self::Vpn => Some(PayloadKind::Vpn),
            Self::AppVpn => Some(PayloadKind::AppVpn),
            Self::Proxy => Some(PayloadKind::GlobalProxy),
            Self::NetworkProxy => Some(PayloadKind::Wifi),
            Self::Relay => Some(PayloadKind::Relay),
            Self::Filter => Some(PayloadKind::ContentFilter),
            Self::NameApp => Some(PayloadKind::DnsProxy),
            Self::Names => Some(PayloadKind::DnsSettings),
            Self::HidesNotifications => Some(PayloadKind::Notifications),
            Self::AppLock => Some(PayloadKind::AppLock),
            Self::Account => Some(PayloadKind::Exchange),
            Self::MayErase
            | Self::MayLock
            | Self::MayUseApps
            | Self::NotRemovable
            | Self::RemovalPassword
            | Self::ByManagement
            | Self::Identity
            | Self::WebClip
            | Self::Locked => None,
        }
    }
}

impl Sign {
    /// The kind of payload that a finding about a profile is about which this sign heads; none for one that only
    /// explains.
    #[must_use]
    pub fn profile_topic(self) -> Option<PayloadKind> {
        match self {
            Self::Profile(sign) => sign.heads(),
            Self::Restricts(_) => Some(PayloadKind::Restrictions),
            _ => None,
        }
    }
}

/// Why profiles of one identifier are worth a look, heaviest first, and whether they are without a list.
pub(super) fn judge(profiles: &[&Profile]) -> (Vec<Because>, bool) {
    let mut because: Vec<Because> = Vec::new();
    for profile in profiles {
        of_profile(profile, &mut because);
        for payload in &profile.payloads {
            of_payload(payload, &mut because);
        }
    }
    let rank = |it: &Because| match it.basis {
        Basis::Sign(sign) => Some((sign.weight(), sign)),
        Basis::Indicator(_) | Basis::Power(_) | Basis::SelfDeclared => None,
    };
    because.sort_by(|a, b| {
        (rank(a), &a.observed, &a.provenance).cmp(&(rank(b), &b.observed, &b.provenance))
    });
    because.dedup_by(|later, first| rank(later) == rank(first) && later.observed == first.observed);
    let alone = because.iter().any(|it| match it.basis {
        Basis::Sign(sign) => sign.profile_topic().is_some(),
        Basis::Indicator(_) | Basis::Power(_) | Basis::SelfDeclared => false,
    });
    (because, alone)
}

fn of_profile(profile: &Profile, because: &mut Vec<Because>) {
    let mut add = |sign, observed: &str, place: &Provenance| {
        because.push(reason(sign, observed.to_owned(), place));
    };
    if let Some(removable) = profile.removable.as_ref().filter(|it| !it.value) {
        let sign = ProfileSign::NotRemovable;
        add(sign, "PayloadRemovalDisallowed=true", &removable.provenance);
    }
    if profile.removal_password {
        let sign = ProfileSign::RemovalPassword;
        add(sign, &profile.identifier, &profile.provenance);
    }
    if let Some(by) = profile.installed_by.as_ref().filter(|by| by.value == "mdm") {
        add(ProfileSign::ByManagement, &by.value, &by.provenance);
    } else if let Some(by) = &profile.managed_by {
        add(ProfileSign::ByManagement, &by.value, &by.provenance);
    }
    if profile.locked {
        let sign = ProfileSign::Locked;
        add(sign, &profile.identifier, &profile.provenance);
    }
}

fn of_payload(payload: &Payload, because: &mut Vec<Because>) {
    let place = &payload.provenance;
    let mut add = |sign| because.push(reason(sign, observed(payload), place));
    match payload.kind {
        PayloadKind::DeviceManagement => {
            add(ProfileSign::Manages);
            let may = |rights: &[ManagementRight]| {
                rights.iter().any(|right| payload.rights.contains(right))
            };
            for (sign, rights) in [
                (ProfileSign::MayErase, &[ManagementRight::Erase][..]),
                (ProfileSign::MayLock, &[ManagementRight::LockAndPasscode]),
                (
                    ProfileSign::MayUseApps,
                    &[ManagementRight::InspectApps, ManagementRight::ManageApps],
                ),
            ] {
                if may(rights) {
                    add(sign);
                }
            }
        }
        PayloadKind::Enrolment => add(ProfileSign::Enrols),
        PayloadKind::Declarations => add(ProfileSign::Declares),
        PayloadKind::Certificate => add(ProfileSign::Authority),
        PayloadKind::Identity => add(ProfileSign::Identity),
        PayloadKind::Vpn => add(ProfileSign::Vpn),
        PayloadKind::AppVpn => add(ProfileSign::AppVpn),
        PayloadKind::GlobalProxy => add(ProfileSign::Proxy),
        PayloadKind::ContentFilter => add(ProfileSign::Filter),
        PayloadKind::DnsSettings => add(ProfileSign::Names),
        PayloadKind::DnsProxy => add(ProfileSign::NameApp),
        PayloadKind::Relay => add(ProfileSign::Relay),
        PayloadKind::Wifi if has_proxy(payload) => add(ProfileSign::NetworkProxy),
        PayloadKind::Mail | PayloadKind::Exchange | PayloadKind::AddressBook => {
            add(ProfileSign::Account);
        }
        PayloadKind::Notifications if payload.facts.iter().any(hides) => {
            add(ProfileSign::HidesNotifications);
        }
        PayloadKind::AppLock => add(ProfileSign::AppLock),
        PayloadKind::WebClip => add(ProfileSign::WebClip),
        PayloadKind::Restrictions => because.extend(payload.facts.iter().filter_map(|fact| {
            Some(Because {
                basis: Basis::Sign(Sign::Restricts(restriction(&fact.key, &fact.value)?)),
                observed: format!("{}={}", fact.key, fact.value),
                provenance: place.clone(),
            })
        })),
        // That it comes off with a password only stands at the profile. A calendar only shows dates.
        PayloadKind::Wifi
        | PayloadKind::Notifications
        | PayloadKind::Calendar
        | PayloadKind::RemovalPassword
        | PayloadKind::Other => {}
    }
}

/// Whether a wireless network has a proxy of its own.
fn has_proxy(payload: &Payload) -> bool {
    payload.facts.iter().any(|fact| {
        ["ProxyServer", "ProxyPACURL"].contains(&fact.key.as_str())
            || (fact.key == "ProxyType" && ["Auto", "Manual"].contains(&fact.value.as_str()))
    })
}

/// Whether an app may not show that something came: without a sound or a badge it still does.
fn hides(fact: &PayloadFact) -> bool {
    let own = fact.key.rsplit('/').next().unwrap_or_default();
    let place = [
        "NotificationsEnabled",
        "ShowInNotificationCenter",
        "ShowInLockScreen",
    ];
    place.contains(&own)
}

/// The payload's type, and the value that best says to whom or what.
fn observed(payload: &Payload) -> String {
    const TELLING: [&str; 16] = [
        "ServerURL",
        "URL",
        "RemoteAddress",
        "CommRemoteAddress",
        "ProxyServer",
        "ProxyPACURL",
        "CN",
        "HTTP3RelayURL",
        "HTTP2RelayURL",
        "ServerName",
        "ServerAddress",
        "ServerAddresses",
        "Host",
        "IncomingMailServerHostName",
        "CardDAVHostName",
        "Identifier",
    ];
    let own = |fact: &PayloadFact| fact.key.rsplit('/').next().unwrap_or_default().to_owned();
    let telling = TELLING
        .iter()
        .find_map(|key| payload.facts.iter().find(|fact| own(fact) == *key));
    let ending =
        |fact: &&PayloadFact| fact.key.ends_with("BundleID") || fact.key.ends_with("Identifier");
    match telling.or_else(|| payload.facts.iter().find(ending)) {
        Some(fact) => format!("{}: {}={}", payload.payload_type, fact.key, fact.value),
        None => payload.payload_type.clone(),
    }
}

fn reason(sign: ProfileSign, observed: String, place: &Provenance) -> Because {
    Because {
        basis: Basis::Sign(Sign::Profile(sign)),
        observed,
        provenance: place.clone(),
    }
}
