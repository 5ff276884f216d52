//! The values of a payload that say to whom or what: a server, a filter, a restriction.
//!
//! Only keys that a table here names are ever kept, so that a password, a key, a token or a text of a payload
//! that nobody has looked at cannot reach a report. Account names are masked; of an address on the web, user,
//! password and everything behind `?` is left out. Key names as in apple/device-management, `mdm/profiles`.

use std::net::IpAddr;

use serde::Deserialize;

use super::content::{join, short};
use crate::evidence::apk::signer;
use crate::evidence::ios::plist::Value;
use crate::evidence::json::malformed;
use crate::evidence::parsed::Place;
use crate::limits::{
    CERTIFICATE_BYTES, PROFILE_DEPTH, PROFILE_FACTS, PROFILE_KEY_BYTES, PROFILE_STEPS,
};
use crate::snapshot::{
    Contact, Endpoint, PayloadFact, PayloadKind, Profile, Provenance, Reason, SignerRole,
    masked_account,
};

/// How a value is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// As it stands: a word, a number, a name of an app.
    Plain,
    /// As it stands, where it says yes.
    Yes,
    /// A host or an address: something that the phone is set to use.
    Host,
    /// An address on the web, without what may be secret in it.
    Url,
    /// The name of an account, masked.
    Account,
    /// How many there are.
    Count,
}

use Kept::{Account, Count, Host, Plain, Url, Yes};

/// Where something stands in a payload (`*`: under any key; lists have no part of their own), and how it is
/// kept.
type Rule = (&'static str, Kept);

const MANAGEMENT: &[Rule] = &[
    ("ServerURL", Url),
    ("CheckInURL", Url),
    ("Topic", Plain),
    ("AccessRights", Plain),
    ("SignMessage", Yes),
    ("CheckOutWhenRemoved", Yes),
    ("UseDevelopmentAPNS", Yes),
    ("EnrollmentMode", Plain),
    ("ManagedAppleID", Account),
    ("AssignedManagedAppleID", Account),
    ("ServerCapabilities", Plain),
];

const IDENTITY: &[Rule] = &[
    ("PayloadCertificateFileName", Plain),
    ("PayloadContent/URL", Url),
    ("PayloadContent/Name", Plain),
    ("DirectoryURL", Url),
];

const VPN: &[Rule] = &[
    ("VPNType", Plain),
    ("VPNSubType", Plain),
    ("UserDefinedName", Plain),
    ("*/RemoteAddress", Host),
    ("*/CommRemoteAddress", Host),
    ("*/AuthenticationMethod", Plain),
    ("*/ProviderBundleIdentifier", Plain),
    ("*/ProviderType", Plain),
    ("*/OnDemandEnabled", Yes),
    ("*/OnDemandUserOverrideDisabled", Yes),
    ("*/IncludeAllNetworks", Yes),
    ("*/EnforceRoutes", Yes),
    ("IPv4/OverridePrimary", Yes),
    ("AlwaysOn/UIToggleEnabled", Plain),
    ("AlwaysOn/TunnelConfigurations/ProtocolType", Plain),
    ("AlwaysOn/TunnelConfigurations/RemoteAddress", Host),
    ("DNS/DNSProtocol", Plain),
    ("DNS/ServerURL", Url),
    ("DNS/ServerName", Host),
    ("DNS/ServerAddresses", Host),
    ("Proxies/HTTPProxy", Host),
    ("Proxies/HTTPPort", Plain),
    ("Proxies/HTTPSProxy", Host),
    ("Proxies/HTTPSPort", Plain),
    ("Proxies/ProxyAutoConfigURLString", Url),
    // Of the traffic of some apps.
    ("OnDemandMatchAppEnabled", Yes),
    ("SafariDomains", Count),
    ("MailDomains", Count),
    ("CalendarDomains", Count),
    ("ContactsDomains", Count),
    ("AssociatedDomains", Count),
    ("AppLayerVPNMapping/Identifier", Plain),
];

const PROXY: &[Rule] = &[
    ("ProxyType", Plain),
    ("ProxyServer", Host),
    ("ProxyServerPort", Plain),
    ("ProxyUsername", Account),
    ("ProxyPACURL", Url),
    ("ProxyPACFallbackAllowed", Yes),
    ("ProxyCaptiveLoginAllowed", Yes),
];

const FILTER: &[Rule] = &[
    ("FilterType", Plain),
    ("AutoFilterEnabled", Yes),
    ("UserDefinedName", Plain),
    ("PluginBundleID", Plain),
    ("ServerAddress", Host),
    ("UserName", Account),
    ("Organization", Plain),
    ("FilterBrowsers", Yes),
    ("FilterSockets", Yes),
    ("FilterPackets", Yes),
    ("FilterGrade", Plain),
    ("FilterDataProviderBundleIdentifier", Plain),
    ("FilterPacketProviderBundleIdentifier", Plain),
    ("PermittedURLs", Count),
    ("DenyListURLs", Count),
    ("BlacklistedURLs", Count),
    ("AllowListBookmarks", Count),
    ("WhitelistedBookmarks", Count),
];

const NAMES: &[Rule] = &[
    ("DNSSettings/DNSProtocol", Plain),
    ("DNSSettings/ServerURL", Url),
    ("DNSSettings/ServerName", Host),
    ("DNSSettings/ServerAddresses", Host),
    ("DNSSettings/SupplementalMatchDomains", Count),
    ("ProhibitDisablement", Yes),
];

const NAME_PROXY: &[Rule] = &[
    ("AppBundleIdentifier", Plain),
    ("ProviderBundleIdentifier", Plain),
];

const RELAY: &[Rule] = &[
    ("Relays/HTTP3RelayURL", Url),
    ("Relays/HTTP2RelayURL", Url),
    ("MatchDomains", Count),
    ("ExcludedDomains", Count),
];

const WIFI: &[Rule] = &[
    ("SSID_STR", Plain),
    ("HIDDEN_NETWORK", Yes),
    ("AutoJoin", Plain),
    ("IsHotspot", Yes),
    ("EncryptionType", Plain),
    ("ProxyType", Plain),
    ("ProxyServer", Host),
    ("ProxyServerPort", Plain),
    ("ProxyPACURL", Url),
    ("EAPClientConfiguration/UserName", Account),
    ("EAPClientConfiguration/OuterIdentity", Account),
    ("DisableAssociationMACRandomization", Yes),
];

const MAIL: &[Rule] = &[
    ("EmailAccountType", Plain),
    ("EmailAddress", Account),
    ("IncomingMailServerHostName", Host),
    ("IncomingMailServerUsername", Account),
    ("OutgoingMailServerHostName", Host),
    ("OutgoingMailServerUsername", Account),
];

const EXCHANGE: &[Rule] = &[
    ("Host", Host),
    ("EmailAddress", Account),
    ("UserName", Account),
    ("OAuthSignInURL", Url),
    ("OAuthTokenRequestURL", Url),
    ("EnableMail", Plain),
    ("EnableContacts", Plain),
    ("EnableCalendars", Plain),
    ("EnableReminders", Plain),
    ("EnableNotes", Plain),
];

const CALENDAR: &[Rule] = &[
    ("CalDAVHostName", Host),
    ("CalDAVUsername", Account),
    // Often a whole address; who it belongs to may stand behind the host.
    ("SubCalAccountHostName", Host),
    ("SubCalAccountUsername", Account),
];

const ADDRESS_BOOK: &[Rule] = &[("CardDAVHostName", Host), ("CardDAVUsername", Account)];

const APP_LOCK: &[Rule] = &[
    ("App/Identifier", Plain),
    ("App/Options/DisableTouch", Yes),
    ("App/Options/DisableVolumeButtons", Yes),
    ("App/Options/DisableRingerSwitch", Yes),
    ("App/Options/DisableSleepWakeButton", Yes),
    ("App/Options/DisableAutoLock", Yes),
];

const WEB_CLIP: &[Rule] = &[
    ("URL", Url),
    ("Label", Plain),
    ("IsRemovable", Plain),
    ("FullScreen", Yes),
    ("TargetApplicationBundleIdentifier", Plain),
];

const ENROLMENT: &[Rule] = &[("URL", Url), ("DeviceAttributes", Plain)];

/// Lists of apps by what restrictions do with them.
const RESTRICTIONS: &[Rule] = &[
    ("allowListedAppBundleIDs", Plain),
    ("whitelistedAppBundleIDs", Plain),
    ("blockedAppBundleIDs", Plain),
    ("blacklistedAppBundleIDs", Plain),
    ("autonomousSingleAppModePermittedAppIDs", Plain),
    ("ratingRegion", Plain),
];

/// Restrictions whose name says `allow` and which are off where nobody set them, or the other way round.
const OFF_BY_ITSELF: [&str; 3] = [
    "allowManagedToWriteUnmanagedContacts",
    "allowUnmanagedToReadManagedContacts",
    "allowUnpairedExternalBootToRecovery",
];

/// Limits of age: this number lets everything pass.
const RATINGS: [&str; 3] = ["ratingApps", "ratingMovies", "ratingTVShows"];
const EVERYTHING: i64 = 1000;

/// The rules of a kind. A certificate, notifications and declarations have readers of their own.
fn rules(kind: PayloadKind) -> &'static [Rule] {
    match kind {
        PayloadKind::DeviceManagement => MANAGEMENT,
        PayloadKind::Enrolment => ENROLMENT,
        PayloadKind::Identity => IDENTITY,
        PayloadKind::Vpn | PayloadKind::AppVpn => VPN,
        PayloadKind::GlobalProxy => PROXY,
        PayloadKind::ContentFilter => FILTER,
        PayloadKind::DnsSettings => NAMES,
        PayloadKind::DnsProxy => NAME_PROXY,
        PayloadKind::Relay => RELAY,
        PayloadKind::Wifi => WIFI,
        PayloadKind::Mail => MAIL,
        PayloadKind::Exchange => EXCHANGE,
        PayloadKind::Calendar => CALENDAR,
        PayloadKind::AddressBook => ADDRESS_BOOK,
        PayloadKind::Restrictions => RESTRICTIONS,
        PayloadKind::AppLock => APP_LOCK,
        PayloadKind::WebClip => WEB_CLIP,
        PayloadKind::Certificate
        | PayloadKind::Declarations
        | PayloadKind::Notifications
        | PayloadKind::RemovalPassword
        | PayloadKind::Other => &[],
    }
}

/// What is kept of a payload, unsorted.
pub(super) fn of(
    kind: PayloadKind,
    fields: &[(&str, Value<'_>)],
    place: &mut Place<'_>,
    locator: &str,
) -> Vec<PayloadFact> {
    let mut facts = Facts {
        found: Vec::new(),
        full: false,
        steps: PROFILE_STEPS,
    };
    match kind {
        PayloadKind::Certificate => certificate(&mut facts, fields, place, locator),
        PayloadKind::Notifications => notifications(&mut facts, fields),
        PayloadKind::Declarations => declarations(&mut facts, fields, place, locator),
        PayloadKind::Restrictions => restrictions(&mut facts, fields),
        PayloadKind::DeviceManagement
        | PayloadKind::Enrolment
        | PayloadKind::Identity
        | PayloadKind::Vpn
        | PayloadKind::AppVpn
        | PayloadKind::GlobalProxy
        | PayloadKind::ContentFilter
        | PayloadKind::DnsSettings
        | PayloadKind::DnsProxy
        | PayloadKind::Relay
        | PayloadKind::Wifi
        | PayloadKind::Mail
        | PayloadKind::Exchange
        | PayloadKind::Calendar
        | PayloadKind::AddressBook
        | PayloadKind::AppLock
        | PayloadKind::RemovalPassword
        | PayloadKind::WebClip
        | PayloadKind::Other => {}
    }
    for (key, value) in fields {
        facts.walk(rules(kind), &mut vec![*key], *value);
    }
    if facts.full {
        let limit = PROFILE_FACTS as u64;
        place.skip(locator, Reason::TooMany { limit });
    }
    facts.found
}

/// Hosts and addresses that the payloads of a profile set the phone to use, and the one that it was fetched
/// from.
pub(in crate::evidence) fn contacts(profile: &Profile) -> Vec<Contact> {
    let mut contacts: Vec<Contact> = Vec::new();
    let mut add = |value: &str, provenance: Provenance| {
        if let Some(endpoint) = endpoint(value) {
            contacts.push(Contact {
                endpoint,
                app: None,
                contacted: None,
                provenance,
            });
        }
    };
    if let Some(url) = &profile.fetched_from {
        add(&url.value, url.provenance.clone());
    }
    for payload in &profile.payloads {
        for fact in &payload.facts {
            let path: Vec<&str> = fact.key.split('/').collect();
            if matches!(rule(rules(payload.kind), &path), Some(Host | Url)) {
                let mut provenance = payload.provenance.clone();
                provenance.locator = join(&provenance.locator, &fact.key);
                add(&fact.value, provenance);
            }
        }
    }
    contacts.sort();
    contacts.dedup();
    contacts
}

/// What an address on the web, a host or an address leads to. A port and a path are left out.
fn endpoint(value: &str) -> Option<Endpoint> {
    let value = value.trim();
    if let Ok(address) = value.parse::<IpAddr>() {
        return Some(Endpoint::Address(address));
    }
    let rest = value.split_once("://").map_or(value, |(_, rest)| rest);
    let end = rest.find(['/', '?', '#', '…']).unwrap_or(rest.len());
    let (authority, _) = rest.split_at_checked(end)?;
    let authority = authority.rsplit('@').next()?;
    let host = match authority.strip_prefix('[') {
        Some(bracketed) => bracketed.split(']').next()?,
        None => authority.split(':').next()?,
    };
    if let Ok(address) = host.parse::<IpAddr>() {
        return Some(Endpoint::Address(address));
    }
    let host = host.trim_end_matches('.');
    let named = |character: char| character.is_alphanumeric() || "-_.".contains(character);
    (!host.is_empty() && host.chars().all(named)).then(|| Endpoint::Host(host.to_lowercase()))
}

/// An address on the web without user, password, query and fragment: each can hold a token.
pub(super) fn plain_url(url: &str) -> String {
    let url = url.trim();
    let cut = url.find(['?', '#']);
    let (kept, left) = cut
        .and_then(|at| url.split_at_checked(at))
        .unwrap_or((url, ""));
    let mut plain = match kept.split_once("://") {
        Some((scheme, rest)) => {
            let end = rest.find('/').unwrap_or(rest.len());
            let (authority, path) = rest.split_at_checked(end).unwrap_or((rest, ""));
            let host = authority.rsplit('@').next().unwrap_or_default();
            format!("{scheme}://{host}{path}")
        }
        None => kept.rsplit('@').next().unwrap_or_default().to_owned(),
    };
    if !left.is_empty() {
        plain.push_str("?…");
    }
    short(&plain)
}

/// What is kept at this place of a payload.
fn rule(rules: &[Rule], path: &[&str]) -> Option<Kept> {
    let fits = |pattern: &str| {
        let mut parts = pattern.split('/');
        path.iter()
            .all(|own| matches!(parts.next(), Some(part) if part == "*" || part == *own))
            && parts.next().is_none()
    };
    let found = rules.iter().find(|(pattern, _)| fits(pattern));
    found.map(|(_, kept)| *kept)
}

/// Whether anything below this place is kept.
fn leads_on(rules: &[Rule], path: &[&str]) -> bool {
    rules.iter().any(|(pattern, _)| {
        let mut parts = pattern.split('/');
        path.iter()
            .all(|own| matches!(parts.next(), Some(part) if part == "*" || part == *own))
            && parts.next().is_some()
    })
}

struct Facts {
    found: Vec<PayloadFact>,
    /// There were more than are kept.
    full: bool,
    /// How many values may still be looked at: parts of a binary property list can be named many times.
    steps: usize,
}

impl Facts {
    fn add(&mut self, key: impl Into<String>, value: impl Into<String>) {
        if self.found.len() >= PROFILE_FACTS {
            self.full = true;
            return;
        }
        let (key, value) = (key.into(), value.into());
        self.found.push(PayloadFact { key, value });
    }

    /// False when enough was looked at.
    fn step(&mut self) -> bool {
        match self.steps.checked_sub(1) {
            Some(left) => self.steps = left,
            None => self.full = true,
        }
        !self.full
    }

    /// Goes as deep as the rules lead, which is less than [`PROFILE_DEPTH`] in any case.
    fn walk<'a>(&mut self, rules: &[Rule], path: &mut Vec<&'a str>, value: Value<'a>) {
        if path.len() > PROFILE_DEPTH || !self.step() {
            return;
        }
        if let Some(kept) = rule(rules, path) {
            self.keep(&path.join("/"), kept, value);
            return;
        }
        if !leads_on(rules, path) {
            return;
        }
        if let Some(items) = value.items() {
            for item in items {
                if !self.step() {
                    return;
                }
                // A list in a list leads nowhere.
                self.entries(rules, path, item);
            }
        } else {
            self.entries(rules, path, value);
        }
    }

    fn entries<'a>(&mut self, rules: &[Rule], path: &mut Vec<&'a str>, value: Value<'a>) {
        for (key, below) in value.entries().into_iter().flatten() {
            if self.full {
                return;
            }
            if key.len() > PROFILE_KEY_BYTES {
                continue;
            }
            path.push(key);
            self.walk(rules, path, below);
            path.pop();
        }
    }

    fn keep(&mut self, key: &str, kept: Kept, value: Value<'_>) {
        match (value.items(), kept) {
            (Some(items), Count) => self.add(key, items.len().to_string()),
            (Some(items), _) => {
                for item in items {
                    if !self.step() {
                        return;
                    }
                    self.keep_one(key, kept, item);
                }
            }
            (None, _) => self.keep_one(key, kept, value),
        }
    }

    fn keep_one(&mut self, key: &str, kept: Kept, value: Value<'_>) {
        let Some(text) = scalar(value) else {
            return;
        };
        match kept {
            Plain => self.add(key, text),
            Yes if value.as_boolean() != Some(true) => {}
            Yes => self.add(key, "true"),
            Host | Url => self.add(key, plain_url(&text)),
            Account => self.add(key, masked_account(&text)),
            Count => {}
        }
    }
}

/// A value that is one word or number.
fn scalar(value: Value<'_>) -> Option<String> {
    if let Some(text) = value.as_text() {
        return Some(short(text)).filter(|text| !text.is_empty());
    }
    // A whole number is no truth here: 1 stays 1.
    if let Some(number) = value.as_integer() {
        return Some(number.to_string());
    }
    if let Some(flag) = value.as_boolean() {
        return Some(flag.to_string());
    }
    value.as_real().map(|number| number.to_string())
}

/// Whose certificate it is, and its digest by which anybody can find it again.
fn certificate(
    facts: &mut Facts,
    fields: &[(&str, Value<'_>)],
    place: &mut Place<'_>,
    locator: &str,
) {
    for (key, value) in fields {
        match *key {
            "PayloadCertificateFileName" => facts.keep(key, Plain, *value),
            "PayloadContent" => {
                let locator = join(locator, key);
                let bytes = value.as_data().unwrap_or_default();
                if bytes.len() > CERTIFICATE_BYTES {
                    let limit = CERTIFICATE_BYTES as u64;
                    place.skip(&locator, Reason::TooLarge { limit });
                    continue;
                }
                let unwrapped = super::envelope::from_base64(bytes);
                let der = unwrapped.as_deref().unwrap_or(bytes);
                let read = signer(der, None, SignerRole::Current, place.at(&*locator));
                let Some(subject) = read.subject else {
                    place.skip(&locator, malformed("not a certificate"));
                    continue;
                };
                if let Some(name) = &subject.common_name {
                    facts.add("subject/CN", short(name));
                }
                if let Some(organisation) = &subject.organisation {
                    facts.add("subject/O", short(organisation));
                }
                if subject.common_name.is_none() && subject.organisation.is_none() {
                    facts.add("subject", short(&subject.full));
                }
                if let Some(sha256) = read.sha256 {
                    facts.add("SHA-256", sha256.to_string());
                }
            }
            _ => {}
        }
    }
}

/// For each app what it may not show. An app that is named and keeps everything is named too.
fn notifications(facts: &mut Facts, fields: &[(&str, Value<'_>)]) {
    const KEY: &str = "NotificationSettings";
    let lists = fields.iter().filter(|(key, _)| *key == KEY);
    for item in lists.filter_map(|(_, value)| value.items()).flatten() {
        if !facts.step() {
            return;
        }
        let Some(app) = item.string("BundleIdentifier").map(short) else {
            continue;
        };
        let mut off = false;
        for (key, value) in item.entries().into_iter().flatten() {
            if !facts.step() {
                return;
            }
            let hides = match key {
                "AlertType" => value.as_integer() == Some(0),
                "NotificationsEnabled"
                | "ShowInNotificationCenter"
                | "ShowInLockScreen"
                | "BadgesEnabled"
                | "SoundsEnabled" => value.as_boolean() == Some(false),
                _ => false,
            };
            if hides {
                off = true;
                let value = scalar(value).unwrap_or_default();
                facts.add(format!("{KEY}/{app}/{key}"), value);
            }
        }
        if !off {
            facts.add(format!("{KEY}/{app}"), "shown");
        }
    }
}

#[derive(Deserialize)]
struct Declaration {
    #[serde(rename = "Type")]
    kind: String,
}

/// What each declaration is about. What it says stays unread.
fn declarations(
    facts: &mut Facts,
    fields: &[(&str, Value<'_>)],
    place: &mut Place<'_>,
    locator: &str,
) {
    const KEY: &str = "Declarations";
    let lists = fields.iter().filter(|(key, _)| *key == KEY);
    for (index, item) in lists
        .filter_map(|(_, value)| value.items())
        .flatten()
        .enumerate()
    {
        if !facts.step() {
            return;
        }
        let kind = match item.as_data() {
            Some(json) => serde_json::from_slice(json)
                .map(|it: Declaration| it.kind)
                .ok(),
            None => item.string("Type").map(str::to_owned),
        };
        match kind {
            Some(kind) => facts.add(format!("{KEY}/Type"), short(&kind)),
            None => {
                let locator = join(locator, &format!("{KEY}[{index}]"));
                place.skip(&locator, malformed("a declaration without a type"));
            }
        }
    }
}

/// Each restriction that somebody set to something else than a phone has by itself.
fn restrictions(facts: &mut Facts, fields: &[(&str, Value<'_>)]) {
    for (key, value) in fields {
        if !facts.step() {
            return;
        }
        if key.starts_with("Payload") {
            continue;
        }
        if RATINGS.contains(key) {
            if let Some(limit) = value.as_integer().filter(|limit| *limit != EVERYTHING) {
                facts.add(*key, limit.to_string());
            }
            continue;
        }
        let Some(set) = value.as_boolean() else {
            continue;
        };
        let own_allowed = key.to_lowercase().contains("allow") && !OFF_BY_ITSELF.contains(key);
        if set != own_allowed {
            facts.add(short(key), set.to_string());
        }
    }
}
