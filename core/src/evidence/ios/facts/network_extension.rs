//! Network configurations (`com.apple.networkextension.plist`): VPN, content filters, DNS proxies, DNS
//! settings, relays, and the apps that provide them.
//!
//! A keyed archive. Each configuration is an object of class `NEConfiguration`; the archive's top names them by
//! their UUID, so they are found by their class. Keys as `encodeWithCoder:` of Apple's own classes writes them:
//! `NEConfiguration` (`Name`, `Application`, `ApplicationName`, `Identifier`, `VPN`, `AppVPN`, `AlwaysOnVPN`,
//! `ContentFilter`, `DNSProxy`, `DNSSettings`, `Relay`), `NEVPN` (`Enabled`, `OnDemandEnabled`, `Protocol`),
//! `NEVPNProtocol` (`ServerAddress`), `NETunnelProviderProtocol` and `NEDNSProxyProviderProtocol` (`PluginType`,
//! `ProviderBundleIdentifier`), `NEFilterProviderConfiguration` (`PluginType`, `DataProviderBundleIdentifier`,
//! `ServerAddress`), `NEDNSSettingsBundle` (`Enabled`, `Settings`), `NEDNSOverHTTPSSettings` (`ServerURL`),
//! `NEDNSOverTLSSettings` (`ServerName`). Not proven, and taken from the names of the properties:
//! `NEContentFilter.Provider`, `NEDNSSettings.Servers`, `NERelayConfiguration.Relays` with `HTTP2RelayURL` and
//! `HTTP3RelayURL`. Where one of those is wrong, the server is not told; the configuration still is.
//!
//! Not told: user names, passwords, keys; which apps may use which network (`PathController`).

use std::net::IpAddr;

use super::super::keyed::Keyed;
use super::super::plist::{Plist, Value};
use super::{is_record, short};
use crate::evidence::json::malformed;
use crate::evidence::parsed::Place;
use crate::limits::{KEYED_STEPS, NETWORK_CONFIGURATIONS};
use crate::snapshot::{
    App, AppState, Contact, Endpoint, Observed, Platform, Power, PowerKind, Provenance, Reason,
    Setting,
};

/// The name that network configurations have among the settings.
pub(in crate::evidence::ios) const NAMESPACE: &str = "network_extension";

/// What the network configurations tell.
#[derive(Debug, Default)]
pub(in crate::evidence::ios) struct NetworkConfigurations {
    /// Apps that provide one, each with its power where the configuration is switched on. Only seen: a
    /// configuration says nothing of the app itself.
    pub(in crate::evidence::ios) apps: Vec<App>,
    /// Each configuration: `<its name>/vpn/enabled`, `.../on_demand`, `.../provider`, `.../server`.
    pub(in crate::evidence::ios) settings: Vec<Setting>,
    /// Servers that the phone is set to use. Not contacted, as far as this file knows.
    pub(in crate::evidence::ios) contacts: Vec<Contact>,
    /// Configurations read, with those of a kind that is not told.
    pub(in crate::evidence::ios) configurations: u64,
}

/// One kind of configuration.
struct Kind {
    /// Its key in an `NEConfiguration`.
    key: &'static str,
    /// Its word among the settings.
    word: &'static str,
    /// The power of the app that provides it.
    power: Option<PowerKind>,
    /// The key of the part with the server and the provider.
    inner: &'static str,
}

const KINDS: [Kind; 7] = [
    Kind {
        key: "VPN",
        word: "vpn",
        power: Some(PowerKind::Vpn),
        inner: "Protocol",
    },
    Kind {
        key: "AppVPN",
        word: "app_vpn",
        power: Some(PowerKind::Vpn),
        inner: "Protocol",
    },
    Kind {
        key: "AlwaysOnVPN",
        word: "always_on_vpn",
        power: Some(PowerKind::Vpn),
        inner: "Protocol",
    },
    Kind {
        key: "ContentFilter",
        word: "content_filter",
        power: Some(PowerKind::ContentFilter),
        inner: "Provider",
    },
    Kind {
        key: "DNSProxy",
        word: "dns_proxy",
        power: Some(PowerKind::DnsProxy),
        inner: "Protocol",
    },
    Kind {
        key: "DNSSettings",
        word: "dns_settings",
        power: Some(PowerKind::DnsProxy),
        inner: "Settings",
    },
    Kind {
        key: "Relay",
        word: "relay",
        power: None,
        inner: "Relays",
    },
];

/// Keys by which a part names the bundle that provides it: the app's own before those of its parts.
const PROVIDERS: [&str; 4] = [
    "PluginType",
    "ProviderBundleIdentifier",
    "DataProviderBundleIdentifier",
    "PacketProviderBundleIdentifier",
];

/// Keys by which a part names its server.
const SERVERS: [&str; 6] = [
    "ServerAddress",
    "ServerURL",
    "ServerName",
    "Servers",
    "HTTP3RelayURL",
    "HTTP2RelayURL",
];

/// Servers of one configuration that are told. Real ones name two or four.
const SERVERS_TOLD: usize = 16;

/// Reads the network configurations.
pub(in crate::evidence::ios) fn read(
    plist: &Plist,
    place: &mut Place<'_>,
) -> NetworkConfigurations {
    let mut read = NetworkConfigurations::default();
    let keyed = match Keyed::open(plist) {
        Ok(keyed) => keyed,
        Err(reason) => {
            place.stop(reason);
            return read;
        }
    };
    let objects = plist.root().get("$objects").and_then(Value::items);
    for (at, object) in objects.into_iter().flatten().enumerate() {
        if place.stops() {
            break;
        }
        if keyed.is_spent() {
            place.stop(Reason::TooMany { limit: KEYED_STEPS });
            break;
        }
        if !is_record(object) || keyed.class(object) != Some("NEConfiguration") {
            continue;
        }
        if read.configurations >= NETWORK_CONFIGURATIONS as u64 {
            let limit = NETWORK_CONFIGURATIONS as u64;
            place.stop(Reason::TooMany { limit });
            break;
        }
        read.configurations += 1;
        configuration(keyed, object, at, &mut read, place);
    }
    read.settings.sort();
    read.settings.dedup();
    read.contacts.sort();
    read.contacts.dedup();
    read
}

fn configuration(
    keyed: Keyed<'_>,
    object: Value<'_>,
    at: usize,
    read: &mut NetworkConfigurations,
    place: &mut Place<'_>,
) {
    let locator = format!("$objects[{at}]");
    let named = |key| keyed.string(object, key).and_then(short);
    let name = named("Name")
        .or_else(|| named("ApplicationName"))
        .or_else(|| named("Application"))
        .unwrap_or("unnamed");
    for kind in &KINDS {
        let Some(part) = keyed.get(object, kind.key) else {
            continue;
        };
        let locator = format!("{locator}.{}", kind.key);
        if !is_record(part) {
            place.skip(&locator, malformed("not a network configuration"));
            continue;
        }
        let provenance = place.at(&*locator);
        let mut tell = |field: &str, value: String| {
            read.settings.push(Setting {
                namespace: NAMESPACE.to_owned(),
                name: format!("{name}/{}/{field}", kind.word),
                value,
                provenance: provenance.clone(),
            });
        };
        // What is not said to be on is off: the archive writes both.
        let enabled = part.get("Enabled").and_then(Value::as_boolean);
        tell("enabled", enabled.unwrap_or(false).to_string());
        if part.get("OnDemandEnabled").and_then(Value::as_boolean) == Some(true) {
            tell("on_demand", true.to_string());
        }
        let inner = keyed.get(part, kind.inner);
        let component = inner.and_then(|inner| provider(keyed, inner));
        if let Some(component) = component {
            tell("provider", component.to_owned());
        }
        let app = named("Application").or_else(|| {
            let inner = inner.filter(|inner| is_record(*inner))?;
            keyed.string(inner, "PluginType").and_then(short)
        });
        for server in inner.map(|it| servers(keyed, it)).unwrap_or_default() {
            tell("server", server.clone());
            if let Some(endpoint) = endpoint(&server) {
                read.contacts.push(Contact {
                    endpoint,
                    app: app.or(component).map(str::to_owned),
                    contacted: None,
                    provenance: provenance.clone(),
                });
            }
        }
        let Some(app) = app.or(component) else {
            continue;
        };
        let power = kind.power.filter(|_| enabled == Some(true));
        read.apps.push(provided(app, power, component, &provenance));
    }
}

fn provided(
    id: &str,
    power: Option<PowerKind>,
    component: Option<&str>,
    provenance: &Provenance,
) -> App {
    let mut app = App::new(id, Platform::Ios, AppState::Seen, provenance.clone());
    let component = component.filter(|component| *component != id);
    app.powers.extend(power.map(|kind| {
        let component = component.map(str::to_owned);
        Observed::new(Power { kind, component }, provenance.clone())
    }));
    app
}

/// The bundle that provides it; the part of an app rather than the app, where both are named.
fn provider<'a>(keyed: Keyed<'a>, inner: Value<'a>) -> Option<&'a str> {
    if !is_record(inner) {
        return None;
    }
    let mut keys = PROVIDERS.iter().rev();
    keys.find_map(|key| keyed.string(inner, key).and_then(short))
}

/// The servers that a part names, or the parts in its list.
fn servers(keyed: Keyed<'_>, inner: Value<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let parts: Vec<Value<'_>> = match keyed.items(inner).filter(|_| is_record(inner)) {
        Some(parts) => parts.take(SERVERS_TOLD).collect(),
        None => vec![inner],
    };
    for part in parts.into_iter().filter(|part| is_record(*part)) {
        for key in SERVERS {
            let Some(value) = keyed.get(part, key) else {
                continue;
            };
            match keyed.items(value).filter(|_| is_record(value)) {
                Some(items) => {
                    let texts = items.take(SERVERS_TOLD).filter_map(Value::as_text);
                    found.extend(texts.filter_map(short).map(str::to_owned));
                }
                None => found.extend(address(keyed, value)),
            }
        }
    }
    found.retain(|server| !server.is_empty());
    found.sort();
    found.dedup();
    found.truncate(SERVERS_TOLD);
    found
}

/// A text, or an `NSURL`.
fn address(keyed: Keyed<'_>, value: Value<'_>) -> Option<String> {
    let text = value.as_text().or_else(|| {
        let url = Some(value).filter(|value| is_record(*value))?;
        keyed.string(url, "NS.relative")
    })?;
    short(text).map(str::to_owned)
}

/// The host of `host`, `host:port`, `[address]:port` or a URL.
fn endpoint(server: &str) -> Option<Endpoint> {
    let text = server.split_once("://").map_or(server, |(_, rest)| rest);
    let text = text.split(['/', '?', '#']).next()?;
    let text = text.rsplit_once('@').map_or(text, |(_, host)| host);
    if let Ok(address) = text.parse() {
        return Some(Endpoint::Address(address));
    }
    let host = match text.strip_prefix('[') {
        Some(rest) => rest.split_once(']')?.0,
        None => text.split_once(':').map_or(text, |(host, _)| host),
    };
    if let Ok(address) = host.parse::<IpAddr>() {
        return Some(Endpoint::Address(address));
    }
    let is_host = |host: &str| {
        let plain = |it: char| it.is_alphanumeric() || matches!(it, '.' | '-' | '_');
        host.contains('.') && host.chars().all(plain)
    };
    is_host(host).then(|| Endpoint::Host(host.to_owned()))
}

#[cfg(test)]
#[path = "network_extension/tests.rs"]
mod tests;
