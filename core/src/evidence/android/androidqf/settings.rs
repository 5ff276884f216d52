//! `settings_*.txt`: the phone's settings, as `key=value`, and the powers and hosts that they name.

use std::io::Read;

use super::super::json::malformed;
use super::super::lines::Lines;
use super::super::parsed::{Parsed, Place};
use super::super::settings::{Meaning, meaning};
use crate::snapshot::{App, AppState, Contact, Observed, Platform, Power, PowerKind, Setting};

/// What one file of settings gave.
#[derive(Debug, Default)]
pub(in crate::evidence::android) struct Settings {
    pub(in crate::evidence::android) settings: Vec<Setting>,
    /// Apps that a setting gives a power to; each has one power.
    pub(in crate::evidence::android) powers: Vec<App>,
    pub(in crate::evidence::android) contacts: Vec<Contact>,
}

impl Settings {
    /// How many apps hold this power.
    pub(in crate::evidence::android) fn count(&self, kind: PowerKind) -> u64 {
        let held = self.powers.iter().flat_map(|app| &app.powers);
        held.filter(|power| power.value.kind == kind).count() as u64
    }
}

/// `settings_secure.txt` holds the namespace `secure`.
pub(super) fn namespace(file: &str) -> Option<&str> {
    file.strip_prefix("settings_")?.strip_suffix(".txt")
}

pub(in crate::evidence::android) fn parse(
    mut place: Place<'_>,
    namespace: &str,
    source: &mut dyn Read,
) -> Parsed<Settings> {
    let mut settings: Vec<Setting> = Vec::new();
    let mut lines = Lines::new(source);
    while !place.stops() {
        let Some((number, line)) = lines.next() else {
            break;
        };
        let line = match line {
            Ok(line) => line,
            Err(reason) => {
                place.skip(&format!("line {number}"), reason);
                continue;
            }
        };
        match (setting(&line), settings.last_mut()) {
            (Some((name, value)), _) => settings.push(Setting {
                namespace: namespace.to_owned(),
                name: name.to_owned(),
                value: value.to_owned(),
                provenance: place.at(format!("line {number}")),
            }),
            // A value can have several lines: what is no setting belongs to the one before.
            (None, Some(before)) if before.value.len() < crate::limits::LINE_BYTES => {
                before.value.push('\n');
                before.value.push_str(&line);
            }
            (None, Some(_)) => {
                place.skip(
                    &format!("line {number}"),
                    malformed("a value without an end"),
                );
            }
            (None, None) => {
                if !line.trim().is_empty() {
                    place.skip(&format!("line {number}"), malformed("not a setting"));
                }
            }
        }
    }
    for setting in &mut settings {
        let without_break = setting.value.trim_end_matches('\n').len();
        setting.value.truncate(without_break);
    }
    let mut read = Settings::default();
    for setting in &settings {
        understand(setting, &mut read, &mut place);
    }
    let records = settings.len() as u64;
    read.settings = settings;
    place.finish(read, records)
}

fn setting(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once('=')?;
    let plain = !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || c.is_control());
    plain.then_some((name, value))
}

/// Keeps the powers and hosts that a setting names.
fn understand(setting: &Setting, read: &mut Settings, place: &mut Place<'_>) {
    let at = &setting.provenance;
    for meaning in meaning(&setting.namespace, &setting.name, &setting.value) {
        match meaning {
            Meaning::Power {
                kind,
                package,
                component,
            } => {
                let power = Power { kind, component };
                let known = read.powers.iter().any(|app| {
                    app.id == package && app.powers.iter().any(|held| held.value == power)
                });
                if !known {
                    let mut app = App::new(package, Platform::Android, AppState::Seen, at.clone());
                    app.powers.push(Observed::new(power, at.clone()));
                    read.powers.push(app);
                }
            }
            Meaning::Contact(endpoint) => read.contacts.push(Contact {
                endpoint,
                app: None,
                provenance: at.clone(),
            }),
            Meaning::Unreadable => {
                place.skip(&at.locator, malformed("not the name of a part of an app"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::evidence::Unwatched;
    use crate::snapshot::Endpoint;

    fn read(namespace: &str, mut text: &[u8]) -> Parsed<Settings> {
        let input: Arc<str> = "phone/settings.txt".into();
        parse(Place::new(&input, &Unwatched), namespace, &mut text)
    }

    #[test]
    fn enabled_services_name_their_apps() {
        let parsed = read(
            "secure",
            b"accessibility_enabled=1\n\
              enabled_accessibility_services=com.example.a/.Watch:com.example.b/com.example.b.Other\n\
              enabled_notification_listeners=null\n\
              enabled_input_methods=com.example.keys/.Keys;1;2:com.example.pad/.Pad\n\
              default_input_method=com.example.keys/.Keys\n\
              always_on_vpn_app=com.example.vpn\n",
        );
        let powers: Vec<_> = parsed
            .value
            .powers
            .iter()
            .map(|app| {
                let power = &app.powers[0];
                (
                    app.id.as_str(),
                    power.value.kind,
                    power.provenance.locator.as_str(),
                )
            })
            .collect();
        assert_eq!(
            powers,
            [
                ("com.example.a", PowerKind::Accessibility, "line 2"),
                ("com.example.b", PowerKind::Accessibility, "line 2"),
                ("com.example.keys", PowerKind::Keyboard, "line 4"),
                ("com.example.pad", PowerKind::Keyboard, "line 4"),
                ("com.example.vpn", PowerKind::Vpn, "line 6"),
            ]
        );
        assert_eq!(parsed.records, 6);
    }

    #[test]
    fn a_power_in_a_namespace_that_every_app_may_write_is_not_believed() {
        let parsed = read(
            "system",
            b"enabled_accessibility_services=com.example.a/.Watch\n",
        );
        assert!(parsed.value.powers.is_empty());
        assert_eq!(parsed.records, 1);
    }

    #[test]
    fn private_dns_and_proxies_are_contacts() {
        let parsed = read(
            "global",
            b"http_proxy=192.0.2.7:8080\nglobal_http_proxy_host=proxy.example\n\
              private_dns_specifier=dns.example\n",
        );
        let endpoints: Vec<_> = parsed
            .value
            .contacts
            .into_iter()
            .map(|c| c.endpoint)
            .collect();
        assert_eq!(
            endpoints,
            [
                Endpoint::Address([192, 0, 2, 7].into()),
                Endpoint::Host("proxy.example".to_owned()),
                Endpoint::Host("dns.example".to_owned()),
            ]
        );
        assert!(read("global", b"http_proxy=:0\n").value.contacts.is_empty());
    }

    #[test]
    fn a_value_of_several_lines_stays_one_value() {
        let parsed = read("global", b"note={\n  one two\n}\nadb_enabled=1\n");
        assert_eq!(parsed.value.settings[0].value, "{\n  one two\n}");
        assert_eq!(parsed.value.settings[1].name, "adb_enabled");
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
            read("secure", &bytes);
        }

        #[test]
        fn any_value_of_a_known_setting_is_read_without_a_panic(value in "\\PC{0,80}") {
            for name in ["enabled_accessibility_services", "enabled_input_methods"] {
                read("secure", format!("{name}={value}\n").as_bytes());
            }
            read("global", format!("http_proxy={value}\n").as_bytes());
        }
    }
}
