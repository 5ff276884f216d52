//! A made iPhone in, every rendering out: what only such a phone has, and none of what only Android has.

use super::made::*;
use super::*;
use crate::case::{Agreement, Case, Scope};
use crate::detect;
use crate::report::document::{Block, document};
use crate::report::{Document, Edition};
use crate::scan::Copy;
use crate::snapshot::{
    AccountDevice, App, AppState, Channel, DataUse, Input, InputKind, Moment, Observed, Occurrence,
    OccurrenceKind, Payload, PayloadKind, Platform, Profile, Provenance, Sensor, SensorUse,
    Setting, Snapshot, Surfaces,
};
use crate::text::Catalogue;

fn at(locator: &str) -> Provenance {
    place("Info.plist", locator)
}

fn input(path: &str, kind: InputKind) -> Input {
    Input {
        path: path.to_owned(),
        kind,
        bytes: 4_096,
        sha256: crate::digest::Sha256::of(path.as_bytes()),
    }
}

fn app(id: &str, channel: Channel) -> App {
    let mut app = App::new(id, Platform::Ios, AppState::Installed, at(id));
    app.install.channel = Some(Observed::new(channel, at(id)));
    app.install.account = Some(Observed::new("a…@example.org".to_owned(), at(id)));
    app
}

fn device(model: &str, own: bool) -> AccountDevice {
    AccountDevice {
        model: Some(model.to_owned()),
        os_version: Some("18.5 (22F76)".to_owned()),
        serial_end: Some("WXYZ".to_owned()),
        own: Some(own),
        provenance: place("otctl_status.txt", model),
    }
}

/// A phone with one of everything that only an iPhone has.
fn iphone() -> Snapshot {
    let seen = |text: &str| Some(Observed::new(text.to_owned(), at("here")));
    let mut surfaces = Surfaces::for_platform(Platform::Ios);
    for id in [
        SurfaceId::Device,
        SurfaceId::Apps,
        SurfaceId::LauncherEntries,
        SurfaceId::SensorUse,
        SurfaceId::Profiles,
        SurfaceId::AccountDevices,
    ] {
        surfaces.read(id, 1);
    }
    let mut outside = app("org.example.own", Channel::OutsideStore);
    outside.data_use = Some(Observed::new(
        DataUse {
            first: Some("2026-05-01T08:00:00Z".parse().unwrap()),
            last: None,
            received: Some(1_024),
            sent: Some(7_000_000),
        },
        at("usage"),
    ));
    outside.uses = vec![Observed::new(
        SensorUse {
            sensor: Sensor::Microphone,
            at: "2026-06-20T02:14:00Z".parse().unwrap(),
            background: None,
            milliseconds: Some(61_000),
            offset_minutes: Some(60),
        },
        at("line 7"),
    )];
    let mut snapshot = Snapshot {
        platform: Platform::Ios,
        inputs: vec![
            input("backup", InputKind::IosBackup),
            input("sysdiagnose.tar.gz", InputKind::Sysdiagnose),
        ],
        surfaces,
        apps: vec![app("org.example.notes", Channel::AppStore), outside],
        profiles: vec![Profile {
            display_name: Some("School".to_owned()),
            installed_at: Some(Observed::new(
                Moment::Instant("2026-03-01T08:00:00Z".parse().unwrap()),
                at("profile"),
            )),
            installed_by: seen("mdm"),
            removable: Some(Observed::new(false, at("profile"))),
            payload_kinds: vec!["com.apple.mdm".to_owned()],
            payloads: vec![Payload {
                kind: PayloadKind::DeviceManagement,
                payload_type: "com.apple.mdm".to_owned(),
                identifier: None,
                display_name: None,
                rights: Vec::new(),
                facts: Vec::new(),
                provenance: at("profile"),
            }],
            ..Profile::new("org.example.school", AppState::Installed, at("profile"))
        }],
        settings: vec![Setting {
            namespace: "restrictions".to_owned(),
            name: "allowLockdownMode".to_owned(),
            value: "false".to_owned(),
            provenance: at("restrictions"),
        }],
        account_devices: vec![device("iPad13,4", false), device("iPhone14,5", true)],
        ..Snapshot::default()
    };
    snapshot.device.model = seen("iPhone14,5");
    snapshot.device.os_version = seen("18.5");
    snapshot.device.supervised = Some(Observed::new(true, at("supervised")));
    let happened = |what, subject: &str, value: &str| Occurrence {
        at: Moment::Instant("2026-03-01T08:00:00Z".parse().unwrap()),
        what,
        subject: subject.to_owned(),
        user: None,
        value: Some(value.to_owned()),
        provenance: at(subject),
    };
    snapshot.history = vec![
        happened(
            OccurrenceKind::ProfileInstalled,
            "org.example.school",
            "profiled",
        ),
        happened(
            OccurrenceKind::ProfileRemoved,
            "org.example.wifi",
            "profiled",
        ),
        happened(
            OccurrenceKind::PermissionDecided,
            "org.example.own",
            "kTCCServiceMicrophone: allowed",
        ),
    ];
    snapshot
}

fn checked(snapshot: &Snapshot) -> Vec<detect::Finding> {
    let bundle = crate::record::tests::bundle("1", &[], &[]);
    detect::findings(snapshot, &bundle, "2026-06-21").unwrap()
}

fn copy(edition: Edition, scopes: &[Scope]) -> Report {
    let snapshot = iphone();
    let case = Case {
        agreement: Agreement {
            scope: scopes.to_vec(),
            ..Agreement::default()
        },
        ..Case::default()
    };
    copy_of(&snapshot, checked(&snapshot), &options_with(case), edition)
}

fn officers() -> Report {
    copy(Edition::Officer, &[Scope::Identifiers, Scope::Inventory])
}

fn persons() -> Report {
    copy(Edition::Person, &[Scope::Identifiers, Scope::Inventory])
}

/// Words that are true of Android only.
const OF_ANDROID: [&str; 9] = [
    "Android",
    "API level",
    "Play Protect",
    "Google",
    "developer options",
    "Developer options",
    "Security patches",
    "verified boot",
    "seals of app files",
];

#[test]
fn the_document_of_an_iphone() {
    insta::assert_yaml_snapshot!(document(&officers(), &Catalogue::en_gb()));
}

#[test]
fn the_json_report_of_an_iphone() {
    insta::assert_snapshot!(drawn(&officers(), Format::Json));
}

#[test]
fn the_timeline_of_an_iphone() {
    insta::assert_snapshot!(drawn(&officers(), Format::Timeline));
}

#[test]
fn nothing_that_is_true_of_android_only_is_said_of_an_iphone() {
    for report in [officers(), persons()] {
        for format in [Format::Html, Format::Csv, Format::Timeline] {
            let text = drawn(&report, format);
            for word in OF_ANDROID {
                assert!(!text.contains(word), "{format:?} says {word}");
            }
        }
    }
    // The words stand in a report of Android, so the list is not of words that nobody says.
    let android = drawn(&report_with(case(), Edition::Officer), Format::Html);
    for word in ["Android", "API level", "Security patches", "seals of app"] {
        assert!(android.contains(word), "{word}");
    }
}

fn section(document: &Document, id: &str) -> Option<String> {
    let section = document.sections.iter().find(|it| it.id == id)?;
    Some(serde_json::to_string(section).unwrap())
}

#[test]
fn the_officers_copy_shows_devices_of_the_account_and_how_apps_came() {
    let document = document(&officers(), &Catalogue::en_gb());
    let account = section(&document, "account").unwrap();
    for part in ["iPad13,4", "…WXYZ", "The phone that was read"] {
        assert!(account.contains(part), "{part}: {account}");
    }
    let device = section(&document, "device").unwrap();
    assert!(device.contains("Supervised: an organisation"), "{device}");
    let inventory = section(&document, "inventory").unwrap();
    for part in [
        "App Store",
        "Outside any store",
        "a…@example.org",
        "7000000 bytes sent",
        "Device management",
        "Installed 2026-03-01T08:00:00Z, by: mdm",
        "The person cannot take it off",
    ] {
        assert!(inventory.contains(part), "{part}: {inventory}");
    }
}

#[test]
fn identifiers_stay_out_of_a_copy_for_which_they_were_not_agreed() {
    let report = copy(Edition::Officer, &[Scope::Inventory]);
    let text = drawn(&report, Format::Json);
    assert!(!text.contains("WXYZ"));
    assert!(!text.contains("a…@example.org"));
    assert_eq!(report.account_devices.len(), 2);
}

#[test]
fn the_persons_copy_has_no_identifier_and_no_list() {
    let report = persons();
    assert!(report.account_devices.is_empty());
    assert_eq!(report.inventory, None);
    for format in [Format::Json, Format::Html, Format::Csv, Format::CaseUco] {
        let text = drawn(&report, format);
        for secret in ["WXYZ", "org.example.notes", "a…@"] {
            assert!(!text.contains(secret), "{format:?} has {secret}");
        }
    }
    // The person must know which devices are meant.
    assert!(drawn(&report, Format::Html).contains("iPad13,4"));
}

#[test]
fn the_limits_are_those_of_what_was_read() {
    let limits = |kinds: &[InputKind], platform| {
        let mut snapshot = iphone();
        snapshot.platform = platform;
        let inputs = kinds.iter().enumerate();
        snapshot.inputs = inputs
            .map(|(number, kind)| input(&format!("input-{number}"), *kind))
            .collect();
        report_of(&snapshot, Vec::new(), false).limits.join("\n")
    };
    let words = [
        (InputKind::IosBackup, "A backup does not hold"),
        (InputKind::AppPrivacyReport, "seven days at most"),
        (InputKind::Sysdiagnose, "shows one moment"),
        (InputKind::ConfigurationProfile, "A profile in a file"),
    ];
    for (kind, said) in words {
        let own = limits(&[kind], Platform::Ios);
        for (other, text) in words {
            assert_eq!(own.contains(text), other == kind, "{kind:?}: {text}");
        }
        assert!(own.contains(said) && own.contains("no program can look at everything"));
        assert!(!own.contains("seals of app files"));
        let android = limits(&[kind], Platform::Android);
        assert!(!android.contains(said), "{android}");
        assert!(android.contains("seals of app files"));
    }
}

#[test]
fn the_headline_counts_the_devices_and_asks() {
    let report = officers();
    let finding = report
        .findings
        .iter()
        .find(|it| it.subject.id == "account_devices")
        .unwrap();
    assert_eq!(
        finding.text.headline,
        "One other device shares this phone’s Apple Account. Look whether you know it."
    );
    assert!(finding.text.harmless_explanation.starts_with("Most people"));
    assert!(finding.text.does_not_tell.contains("whose devices"));
    let mut snapshot = iphone();
    snapshot.account_devices.push(device("Mac14,2", false));
    let report = report_of(&snapshot, checked(&snapshot), false);
    let said = report
        .findings
        .iter()
        .any(|it| it.text.headline.starts_with("2 other devices share"));
    assert!(said);
}

#[test]
fn what_happened_to_profiles_and_grants_is_in_the_timeline() {
    let report = officers();
    let text = drawn(&report, Format::Timeline);
    for part in [
        "profile_installed",
        "profile_removed",
        "permission_decided",
        "kTCCServiceMicrophone: allowed",
        "An app used this.\"",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("keeps only the last time"));
}

#[test]
fn csv_and_graph_have_the_devices_of_the_account() {
    let report = officers();
    let csv = drawn(&report, Format::Csv);
    assert!(csv.contains("account_device"), "{csv}");
    assert!(csv.contains("iPad13,4 18.5 (22F76) …WXYZ"), "{csv}");
    let graph = drawn(&report, Format::CaseUco);
    assert!(graph.contains("Shares_Account_With"), "{graph}");
    assert!(graph.contains("supervised: true"), "{graph}");
    let shares = graph.matches("Shares_Account_With").count();
    assert_eq!(shares, 1, "the phone shares with itself");
}

#[test]
fn every_block_of_an_iphones_report_has_words() {
    fn none_is_a_name(blocks: &[Block]) {
        let text = serde_json::to_string(blocks).unwrap();
        assert!(!text.contains("\"["), "a message without words: {text}");
    }
    for report in [officers(), persons()] {
        let document = document(&report, &Catalogue::en_gb());
        none_is_a_name(&document.page_one);
        for section in &document.sections {
            none_is_a_name(&section.blocks);
            for card in &section.cards {
                none_is_a_name(&card.blocks);
                for part in &card.parts {
                    none_is_a_name(&part.blocks);
                }
            }
        }
    }
}

#[test]
fn the_same_iphone_gives_the_same_bytes_whatever_the_order() {
    let mut turned = iphone();
    turned.account_devices.reverse();
    turned.apps.reverse();
    let report = |snapshot: &Snapshot| {
        assemble(
            snapshot,
            checked(snapshot),
            &bundle(),
            &Catalogue::en_gb(),
            Copy {
                options: &options(true),
                edition: Edition::Officer,
                record: None,
            },
        )
    };
    assert_eq!(
        report(&iphone()).account_devices,
        report(&turned).account_devices
    );
    assert_eq!(report(&iphone()).inventory, report(&turned).inventory);
}
