//! What a setting means, whatever file or dump it was read from: the powers and hosts that settings name.

use std::net::IpAddr;

use crate::snapshot::{Endpoint, PowerKind};

/// One thing that a setting says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// An app holds a power.
    Power {
        kind: PowerKind,
        package: String,
        /// The part of the app, where the setting names one.
        component: Option<String>,
    },
    /// The phone is set to use this host.
    Contact(Endpoint),
    /// An entry of a list of apps that names none.
    Unreadable,
}

/// Which settings tell of powers and hosts (AOSP `Settings.java`). They count in their own namespace, and
/// in a file whose namespace nobody knows; any app may write what it likes into `system`.
pub(super) fn meaning(namespace: &str, name: &str, value: &str) -> Vec<Meaning> {
    let value = value.trim();
    if value.is_empty() || value == "null" {
        return Vec::new();
    }
    let secure = !matches!(namespace, "global" | "system");
    let global = !matches!(namespace, "secure" | "system");
    match name {
        "enabled_accessibility_services" if secure => parts(PowerKind::Accessibility, value),
        "enabled_notification_listeners" if secure => parts(PowerKind::NotificationListener, value),
        "enabled_input_methods" | "default_input_method" if secure => {
            parts(PowerKind::Keyboard, value)
        }
        "always_on_vpn_app" if secure => parts(PowerKind::Vpn, value),
        "private_dns_specifier" if global => contact(value),
        "http_proxy" | "global_http_proxy_host" if global => {
            // `:0` is written when a proxy is taken away.
            let port = value.rsplit_once(':').filter(|(_, port)| {
                !port.is_empty() && port.chars().all(|digit| digit.is_ascii_digit())
            });
            match port {
                Some((host, _)) if value.parse::<IpAddr>().is_err() => contact(host),
                _ => contact(value),
            }
        }
        _ => Vec::new(),
    }
}

/// A list of parts of apps (`com.x/.Service:com.y/com.y.Other`); keyboards add `;subtype` to each.
pub(super) fn parts(kind: PowerKind, value: &str) -> Vec<Meaning> {
    let mut meanings = Vec::new();
    for entry in value.split(':') {
        let component = entry.split(';').next().unwrap_or_default().trim();
        if component.is_empty() {
            continue;
        }
        let (package, class) = match component.split_once('/') {
            Some((package, class)) => (package, Some(class)),
            None => (component, None),
        };
        let meaning = if !is_package(package) || component.contains(char::is_whitespace) {
            Meaning::Unreadable
        } else {
            Meaning::Power {
                kind,
                package: package.to_owned(),
                component: class.map(|class| short(package, class)),
            }
        };
        meanings.push(meaning);
    }
    meanings
}

/// Whether a text can be the name of a package (AOSP `FrameworkParsingPackageUtils.validateName`).
pub(super) fn is_package(text: &str) -> bool {
    text.len() <= 255
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_'))
}

/// `com.x/.S` for the class `com.x.S` of the package `com.x` (AOSP `ComponentName.flattenToShortString`),
/// so that one part of an app has one spelling in every file.
pub(super) fn short(package: &str, class: &str) -> String {
    match class.strip_prefix(package) {
        Some(rest) if rest.starts_with('.') => format!("{package}/{rest}"),
        _ => format!("{package}/{class}"),
    }
}

/// A host or an address as settings write it.
pub(super) fn contact(host: &str) -> Vec<Meaning> {
    if host.is_empty() {
        return Vec::new();
    }
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let endpoint = match bare.parse() {
        Ok(address) => Endpoint::Address(address),
        Err(_) => Endpoint::Host(host.to_owned()),
    };
    vec![Meaning::Contact(endpoint)]
}
