//! `settings_*.txt`: the phone's settings, as `key=value` or in Android's binary XML, and the powers and hosts
//! that they name.

use std::collections::BTreeSet;
use std::io::Read;

use base64ct::{Base64, Encoding};

use super::super::abx::{MAGIC, elements};
use super::super::json::malformed;
use super::super::lines::Lines;
use super::super::parsed::{Parsed, Place};
use super::super::settings::{Meaning, meaning};
use crate::limits::MEMORY_ENTRY_BYTES;
use crate::snapshot::{
    App, AppState, Contact, Observed, Platform, Power, PowerKind, Reason, Setting,
};

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
    let mut start = Vec::new();
    // An error of the reader ends the file; the container tells it.
    let _ = (&mut *source)
        .take(MAGIC.len() as u64)
        .read_to_end(&mut start);
    let settings = if start == MAGIC {
        binary(&mut place, namespace, start, source)
    } else {
        lines(&mut place, namespace, &mut start.as_slice().chain(source))
    };
    let mut read = Settings::default();
    let mut held = BTreeSet::new();
    for setting in &settings {
        understand(setting, &mut held, &mut read, &mut place);
    }
    let records = settings.len() as u64;
    read.settings = settings;
    place.finish(read, records)
}

/// `key=value`, one on each line.
fn lines(place: &mut Place<'_>, namespace: &str, source: &mut dyn Read) -> Vec<Setting> {
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
    settings
}

/// The system's own file (`/data/system/users/0/settings_secure.xml`), in binary XML since Android 12: one
/// element `setting` for each, with `name` and `value`, or `valueBase64` where XML could not hold the value
/// (AOSP `SettingsState`).
fn binary(
    place: &mut Place<'_>,
    namespace: &str,
    mut bytes: Vec<u8>,
    source: &mut dyn Read,
) -> Vec<Setting> {
    let _ = source.take(MEMORY_ENTRY_BYTES).read_to_end(&mut bytes);
    if bytes.len() as u64 > MEMORY_ENTRY_BYTES {
        let limit = MEMORY_ENTRY_BYTES;
        place.stop(Reason::TooLarge { limit });
        return Vec::new();
    }
    let mut settings = Vec::new();
    let mut number: u64 = 0;
    let read = elements(&bytes, &mut |element| {
        if element.name != "setting" {
            return;
        }
        number += 1;
        let locator = format!("setting {number}");
        let value = match (element.attribute("value"), element.attribute("valueBase64")) {
            (Some(value), _) => Some(value.to_owned()),
            (None, Some(encoded)) => wide(encoded),
            // Left out where the value is null.
            (None, None) => Some("null".to_owned()),
        };
        match (element.attribute("name"), value) {
            (Some(name), Some(value)) => settings.push(Setting {
                namespace: namespace.to_owned(),
                name: name.to_owned(),
                value,
                provenance: place.at(locator),
            }),
            _ => place.skip(&locator, malformed("a setting without its name or value")),
        }
    });
    if let Err(reason) = read {
        place.stop(reason);
    }
    settings
}

/// Base64 over UTF-16, the higher byte first.
fn wide(encoded: &str) -> Option<String> {
    let bytes = Base64::decode_vec(encoded).ok()?;
    let units: Vec<u16> = bytes
        .chunks_exact(2)
        .filter_map(|pair| <[u8; 2]>::try_from(pair).ok())
        .map(u16::from_be_bytes)
        .collect();
    String::from_utf16(&units).ok()
}

fn setting(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once('=')?;
    let plain = !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || c.is_control());
    plain.then_some((name, value))
}

/// Keeps the powers and hosts that a setting names.
fn understand(
    setting: &Setting,
    held: &mut BTreeSet<(String, Power)>,
    read: &mut Settings,
    place: &mut Place<'_>,
) {
    let at = &setting.provenance;
    for meaning in meaning(&setting.namespace, &setting.name, &setting.value) {
        match meaning {
            Meaning::Power {
                kind,
                package,
                component,
            } => {
                let power = Power { kind, component };
                if held.insert((package.clone(), power.clone())) {
                    let mut app = App::new(package, Platform::Android, AppState::Seen, at.clone());
                    app.powers.push(Observed::new(power, at.clone()));
                    read.powers.push(app);
                }
            }
            Meaning::Contact(endpoint) => read.contacts.push(Contact {
                endpoint,
                app: None,
                contacted: None,
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

    #[test]
    fn binary_xml_holds_the_same_settings() {
        use super::super::super::abx::made::Writer;
        let mut writer = Writer::new();
        writer.start("settings");
        writer.number("version", 231);
        for (name, attribute, value) in [
            (
                "enabled_accessibility_services",
                "value",
                "com.example.a/.Watch",
            ),
            // "hi" in UTF-16.
            ("greeting", "valueBase64", "AGgAaQ=="),
            ("broken", "valueBase64", "?"),
        ] {
            writer.start("setting");
            writer.attribute("id", "1");
            writer.attribute("name", name);
            writer.attribute(attribute, value);
            writer.attribute("package", "android");
            writer.end("setting");
        }
        writer.start("setting");
        writer.attribute("name", "none");
        writer.end("setting");
        writer.end("settings");
        let file = writer.finish();
        let parsed = read("secure", &file);
        let settings: Vec<_> = parsed
            .value
            .settings
            .iter()
            .map(|setting| (setting.name.as_str(), setting.value.as_str()))
            .collect();
        assert_eq!(
            settings,
            [
                ("enabled_accessibility_services", "com.example.a/.Watch"),
                ("greeting", "hi"),
                ("none", "null"),
            ]
        );
        assert_eq!(parsed.value.powers[0].id, "com.example.a");
        assert_eq!(parsed.skipped[0].record, "phone/settings.txt setting 3");
        assert_eq!(parsed.stopped, None);
        let cut = read("secure", &file[..file.len() / 2]);
        assert!(cut.stopped.is_some());
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
