use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::evidence::Unwatched;

/// An archive of these objects, as an XML property list: `~3` names the object at place 3.
fn archive(objects: &[&str]) -> String {
    let mut text = String::from(
        "<plist><dict><key>$archiver</key><string>NSKeyedArchiver</string>\
         <key>$top</key><dict/><key>$objects</key><array>",
    );
    for object in objects {
        let mut rest = *object;
        while let Some((before, after)) = rest.split_once('~') {
            let digits = after.len()
                - after
                    .trim_start_matches(|it: char| it.is_ascii_digit())
                    .len();
            let (place, after) = after.split_at(digits);
            text.push_str(before);
            text.push_str(&format!(
                "<dict><key>CF$UID</key><integer>{place}</integer></dict>"
            ));
            rest = after;
        }
        text.push_str(rest);
    }
    text.push_str("</array></dict></plist>");
    text
}

fn dict(pairs: &[(&str, &str)]) -> String {
    let pairs = pairs
        .iter()
        .map(|(key, value)| format!("<key>{key}</key>{value}"));
    format!("<dict>{}</dict>", pairs.collect::<String>())
}

fn class(name: &str) -> String {
    dict(&[("$classname", &format!("<string>{name}</string>"))])
}

fn read_text(text: &str) -> (NetworkConfigurations, Vec<String>, Option<Reason>) {
    let input: Arc<str> = "networkextension.plist".into();
    let mut place = Place::new(&input, &Unwatched);
    let plist = Plist::read(text.as_bytes()).unwrap();
    let read = read(&plist, &mut place);
    let parsed = place.finish((), 0);
    let skipped = parsed.skipped.into_iter().map(|it| it.record);
    (read, skipped.collect(), parsed.stopped)
}

fn settings(read: &NetworkConfigurations) -> Vec<String> {
    let told = read.settings.iter();
    told.map(|it| format!("{}={}", it.name, it.value)).collect()
}

fn made() -> String {
    let on = dict(&[
        ("$class", "~5"),
        ("Enabled", "<true/>"),
        ("OnDemandEnabled", "<true/>"),
        ("Protocol", "~6"),
    ]);
    let tunnel = dict(&[
        ("$class", "~7"),
        ("ServerAddress", "~8"),
        ("PluginType", "~4"),
        ("ProviderBundleIdentifier", "~9"),
        ("Username", "<string>ada@example.org</string>"),
    ]);
    let filter = dict(&[("Enabled", "<false/>"), ("Provider", "~12")]);
    let filtering = dict(&[
        ("PluginType", "<string>org.example.filter</string>"),
        ("ServerAddress", "<string>192.0.2.7:8443</string>"),
    ]);
    let dns = dict(&[("Enabled", "<true/>"), ("Settings", "~15")]);
    let https = dict(&[("ServerURL", "~16"), ("Servers", "~17")]);
    archive(&[
        "<string>$null</string>",
        &class("NEConfiguration"),
        &dict(&[
            ("$class", "~1"),
            ("Name", "~3"),
            ("Application", "~4"),
            ("VPN", "~10"),
            ("ContentFilter", "~0"),
        ]),
        "<string>Home tunnel</string>",
        "<string>org.example.vpn</string>",
        &class("NEVPN"),
        &tunnel,
        &class("NETunnelProviderProtocol"),
        "<string>vpn.example.org</string>",
        "<string>org.example.vpn.tunnel</string>",
        &on,
        &filter,
        &filtering,
        &dict(&[
            ("$class", "~1"),
            ("ContentFilter", "~11"),
            ("DNSSettings", "~14"),
        ]),
        &dns,
        &https,
        &dict(&[
            ("NS.base", "~0"),
            (
                "NS.relative",
                "<string>https://dns.example.net:444/query</string>",
            ),
        ]),
        &dict(&[(
            "NS.objects",
            "<array><string>2001:db8::1</string><string/></array>",
        )]),
        &dict(&[
            ("$class", "~1"),
            ("Name", "<string>odd</string>"),
            ("VPN", "<integer>4</integer>"),
        ]),
        &dict(&[
            ("$class", "~5"),
            ("Name", "<string>no configuration</string>"),
        ]),
    ])
}

#[test]
fn each_configuration_tells_its_kind_its_app_and_its_server() {
    let (read, skipped, stopped) = read_text(&made());
    assert_eq!(
        settings(&read),
        [
            "Home tunnel/vpn/enabled=true",
            "Home tunnel/vpn/on_demand=true",
            "Home tunnel/vpn/provider=org.example.vpn.tunnel",
            "Home tunnel/vpn/server=vpn.example.org",
            "unnamed/content_filter/enabled=false",
            "unnamed/content_filter/provider=org.example.filter",
            "unnamed/content_filter/server=192.0.2.7:8443",
            "unnamed/dns_settings/enabled=true",
            "unnamed/dns_settings/server=2001:db8::1",
            "unnamed/dns_settings/server=https://dns.example.net:444/query",
        ]
    );
    let apps: Vec<String> = read
        .apps
        .iter()
        .map(|app| {
            let powers = app.powers.iter();
            let powers = powers.map(|it| format!(" {:?} {:?}", it.value.kind, it.value.component));
            format!("{}{}", app.id, powers.collect::<String>())
        })
        .collect();
    assert_eq!(
        apps,
        [
            "org.example.vpn Vpn Some(\"org.example.vpn.tunnel\")",
            // Switched off: the app is named, and has no power.
            "org.example.filter",
        ]
    );
    let contacts: Vec<String> = read
        .contacts
        .iter()
        .map(|it| format!("{:?} {:?}", it.endpoint, it.app))
        .collect();
    assert_eq!(
        contacts,
        [
            "Host(\"dns.example.net\") None",
            "Host(\"vpn.example.org\") Some(\"org.example.vpn\")",
            "Address(192.0.2.7) Some(\"org.example.filter\")",
            "Address(2001:db8::1) None",
        ]
    );
    assert_eq!(read.configurations, 3);
    assert_eq!(skipped, ["networkextension.plist $objects[18].VPN"]);
    assert_eq!(stopped, None);
}

#[test]
fn no_account_is_told() {
    let (read, _, _) = read_text(&made());
    assert!(!format!("{read:?}").contains("ada"));
}

#[test]
fn a_file_that_is_no_archive_is_told() {
    let (read, _, stopped) = read_text("<plist><dict/></plist>");
    assert_eq!(read.configurations, 0);
    assert!(stopped.is_some());
}

#[test]
fn the_host_is_found_in_what_people_write_for_a_server() {
    let host = |text: &str| Some(Endpoint::Host(text.to_owned()));
    assert_eq!(endpoint("vpn.example.org"), host("vpn.example.org"));
    assert_eq!(endpoint("vpn.example.org:443"), host("vpn.example.org"));
    assert_eq!(
        endpoint("https://ada:x@vpn.example.org/a?b"),
        host("vpn.example.org")
    );
    let address = |text: &str| Some(Endpoint::Address(text.parse().unwrap()));
    assert_eq!(endpoint("2001:db8::1"), address("2001:db8::1"));
    assert_eq!(endpoint("[2001:db8::1]:500"), address("2001:db8::1"));
    assert_eq!(endpoint("192.0.2.7:500"), address("192.0.2.7"));
    for no_host in ["", "My office", "https://", "127.0.0.1.x y", "localhost"] {
        assert_eq!(endpoint(no_host), None, "{no_host}");
    }
}

proptest! {
    /// Whatever an archive names, reading ends, and each configuration is counted.
    #[test]
    fn objects_that_name_each_other_in_any_way_are_read(
        objects in proptest::collection::vec((0usize..7, proptest::collection::vec((0usize..14, 0u8..24), 0..6)), 1..20)
    ) {
        const CLASSES: [&str; 7] = [
            "NEConfiguration", "NEConfiguration", "NEVPN", "NEContentFilter", "NSArray", "NSURL", "NEDNSSettings",
        ];
        const KEYS: [&str; 14] = [
            "$class", "Name", "Application", "VPN", "ContentFilter", "DNSSettings", "Enabled", "Protocol",
            "Provider", "Settings", "ServerAddress", "ServerURL", "NS.objects", "NS.relative",
        ];
        let mut texts: Vec<String> = Vec::new();
        for (of, fields) in &objects {
            let mut pairs = vec![("$class", format!("~{}", objects.len() + of))];
            pairs.extend(fields.iter().map(|(key, place)| (KEYS[*key], format!("~{place}"))));
            let pairs: Vec<(&str, &str)> = pairs.iter().map(|(key, value)| (*key, value.as_str())).collect();
            texts.push(dict(&pairs));
        }
        texts.extend(CLASSES.map(class));
        let objects: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (read, _, _) = read_text(&archive(&objects));
        prop_assert!(read.configurations <= objects.len() as u64);
    }
}
