use std::io::{Cursor, Write as _};

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::evidence::{Secrets, Unwatched, read_container};
use crate::limits::{JSON_RECORD_BYTES, PRIVACY_REPORT_APPS, PRIVACY_REPORT_OPEN};
use crate::snapshot::{App, AppState, Contact, Endpoint, SurfaceState};

#[path = "../../../../../tests/src/made_privacy_report.rs"]
#[allow(dead_code, unreachable_pub, reason = "other tests use the rest of it")]
mod made_privacy_report;

use made_privacy_report::MadePrivacyReport;

const READING: Reading<'_> = Reading {
    watch: &Unwatched,
    code: None,
    secrets: &Secrets::NONE,
};

const AT: &str = "2026-11-02T02:15:00.000+00:00";

fn open(text: &[u8]) -> Result<Snapshot, EvidenceError> {
    let container = Container::from_bytes("report.ndjson", text.to_vec())?;
    read_container(&container, READING)
}

fn alone(text: &str) -> Snapshot {
    open(text.as_bytes()).unwrap()
}

fn app<'a>(snapshot: &'a Snapshot, id: &str) -> &'a App {
    snapshot.apps.iter().find(|app| app.id == id).unwrap()
}

/// When, how long, the clock's minutes before UTC, and where.
fn uses(app: &App) -> Vec<(String, Option<u64>, Option<i32>, &str)> {
    app.uses
        .iter()
        .map(|used| {
            let value = &used.value;
            assert_eq!(value.background, None);
            let when = format!("{} {}", value.sensor.as_str(), value.at);
            let place = used.provenance.locator.as_str();
            (when, value.milliseconds, value.offset_minutes, place)
        })
        .collect()
}

fn read_and_skipped(snapshot: &Snapshot) -> (u64, usize) {
    let mut read = 0;
    let mut skipped = 0;
    for id in [SurfaceId::SensorUse, SurfaceId::Contacts] {
        let surface = snapshot.surfaces.get(id).unwrap();
        let SurfaceState::Read { records } = surface.state else {
            panic!("{id:?} was not read");
        };
        read += records;
        skipped += surface.skipped.len();
    }
    (read, skipped)
}

fn causes(snapshot: &Snapshot) -> Vec<String> {
    [SurfaceId::SensorUse, SurfaceId::Contacts]
        .into_iter()
        .flat_map(|id| &snapshot.surfaces.get(id).unwrap().skipped)
        .map(|skipped| match &skipped.reason {
            Reason::Malformed { cause } => format!("{}: {cause}", skipped.record),
            other => format!("{}: {other:?}", skipped.record),
        })
        .collect()
}

/// Every form that a line has.
fn every_form() -> String {
    let network = |own: &str| {
        format!(
            r#"{{"type":"networkActivity","timeStamp":"2026-11-03T08:00:00.000+01:00","firstTimeStamp":"2026-11-02T23:59:00.000+01:00","hits":4,{own}}}"#
        )
    };
    let access = |category: &str, own: &str| {
        format!(
            r#"{{"type":"access","accessor":{{"identifier":"com.example.screen","identifierType":"bundleID"}},"category":"{category}","timeStamp":"{AT}",{own}}}"#
        )
    };
    let mut report = MadePrivacyReport::default()
        .used(
            "com.example.x",
            "microphone",
            AT,
            Some("2026-11-02T02:25:00.500+00:00"),
        )
        .used(
            "com.example.x",
            "location",
            "2026-11-02T02:15:00.000-04:30",
            None,
        )
        .used(
            "com.example.x",
            "mediaLibrary",
            "2026-11-02T02:16:00Z",
            Some("2026-11-02T02:16:00Z"),
        )
        .contacted("com.example.x", "made.example", AT, 3)
        .contacted(
            "com.example.x",
            "made.example",
            "2026-11-04T02:15:00.000+00:00",
            9,
        );
    for line in [
        access(
            "screenRecording",
            r#""identifier":"S","kind":"intervalBegin","broadcaster":{"identifier":"com.apple.springboard","identifierType":"bundleID"}"#,
        ),
        access(
            "screenRecording",
            r#""identifier":"S","kind":"intervalEnd""#,
        ),
        access("camera", r#""identifier":"E","kind":"intervalEnd""#),
        access(
            "photos",
            r#""identifier":"P","kind":"event","outOfProcess":true,"accessCount":3"#,
        ),
        access("contacts", r#""kind":"intervalBegin","outOfProcess":"odd""#),
        network(r#""domain":"192.0.2.7","bundleID":"com.example.x""#),
        network(
            r#""domain":"[2001:db8::1]","accessor":{"identifier":"com.example.y","identifierType":"bundleID"},"domainClassification":2"#,
        ),
        network(
            r#""domain":"fe80::1%en0","accessor":{"identifier":"/usr/libexec/made","identifierType":"path"}"#,
        ),
        network(r#""domain":"nobody.example","context":"page.example","domainType":1"#),
        network(r#""domain":"odd.example","bundleID":"com.example.y""#).replace(":4", ":\"many\""),
    ] {
        report = report.line(&line);
    }
    report.text()
}

#[test]
fn a_report_tells_what_each_app_looked_at_and_contacted() {
    let snapshot = alone(&every_form());
    insta::assert_yaml_snapshot!(snapshot.apps);
    insta::assert_yaml_snapshot!(snapshot.contacts);
    let surfaces: Vec<_> = snapshot.surfaces.iter().collect();
    insta::assert_yaml_snapshot!(surfaces);
    assert_eq!(snapshot.platform, Platform::Ios);
    assert_eq!(snapshot.inputs.len(), 1);
    assert_eq!(snapshot.inputs[0].kind, InputKind::AppPrivacyReport);
    let lines = every_form().lines().count() as u64;
    assert_eq!(read_and_skipped(&snapshot), (lines, 0));
    // What its person looked at inside an app is not kept.
    let kept = serde_json::to_string(&snapshot).unwrap();
    assert!(!kept.contains("page.example"));
}

#[test]
fn beginnings_and_ends_are_paired_in_any_order() {
    let line = |app: &str, identifier: &str, kind: &str, at: &str| {
        format!(
            r#"{{"accessor":{{"identifier":"{app}"}},"category":"camera","identifier":"{identifier}","kind":"{kind}","timeStamp":"2026-11-02T{at}+01:00","type":"access"}}"#
        )
    };
    let (begin, end) = ("intervalBegin", "intervalEnd");
    let text = [
        // The end first; begun twice; an end before its beginning; the same identifier in another app.
        line("a", "1", end, "10:00:30"),
        line("a", "1", begin, "10:00:00"),
        line("a", "2", begin, "11:00:00"),
        line("a", "2", begin, "11:05:00"),
        line("a", "2", end, "11:06:00"),
        line("a", "3", begin, "12:00:00"),
        line("a", "3", end, "11:59:00"),
        line("b", "4", begin, "13:00:00"),
        line("a", "4", end, "13:01:00"),
    ]
    .join("\n");
    let snapshot = alone(&text);
    let at = |time: &str| format!("camera 2026-11-02T{time}Z");
    let zone = Some(60);
    assert_eq!(
        uses(app(&snapshot, "a")),
        [
            (at("09:00:00"), Some(30_000), zone, "[1], [0]"),
            (at("10:00:00"), None, zone, "[2]"),
            (at("10:05:00"), Some(60_000), zone, "[3], [4]"),
            (at("10:59:00"), None, zone, "[6] intervalEnd"),
            (at("11:00:00"), None, zone, "[5]"),
            (at("12:01:00"), None, zone, "[8] intervalEnd"),
        ]
    );
    assert_eq!(
        uses(app(&snapshot, "b")),
        [(at("12:00:00"), None, zone, "[7]")]
    );
    assert_eq!(read_and_skipped(&snapshot), (9, 0));
}

#[test]
fn one_bad_line_costs_only_itself() {
    let access = |own: &str| format!(r#"{{"type":"access",{own}}}"#);
    let who = r#""accessor":{"identifier":"com.example.x"}"#;
    let bad = [
        access(r#""category":"camera""#),
        access(r#""accessor":{"identifier":""},"category":"camera""#),
        access(r#""accessor":{"identifier":"7","identifierType":"auditToken"},"category":"camera""#),
        access(&format!("{who},\"category\":\"heartRate\",\"kind\":\"intervalBegin\"")),
        access(&format!("{who},\"category\":\"camera\",\"kind\":\"intervalPause\"")),
        access(&format!("{who},\"category\":\"camera\",\"kind\":\"intervalBegin\"")),
        access(&format!(
            "{who},\"category\":\"camera\",\"kind\":\"event\",\"timeStamp\":\"2026-11-02T02:15:00\""
        )),
        format!(r#"{{"type":"networkActivity","bundleID":"x","timeStamp":"{AT}"}}"#),
        r#"{"type":"networkActivity","bundleID":"x","domain":"a.example"}"#.to_owned(),
        format!(
            r#"{{"type":"networkActivity","bundleID":"x","timeStamp":"{AT}","domain":"{}"}}"#,
            "a".repeat(600)
        ),
        r#"{"type":"weather"}"#.to_owned(),
        r#"{"stream":"com.apple.privacy.accounting.stream.tcc","accessor":{"identifier":"x"},"tccService":"kTCCServiceAddressBook","kind":"event","timestamp":"2021-06-09T14:19:48.270-05:00","version":3}"#.to_owned(),
        r#"{"category":"photos","accessor":{"identifier":"x"},"kind":"event","timestamp":"2021-07-07T05:52:14.106-05:00"}"#.to_owned(),
        r#"{"type":"access","type":"access"}"#.to_owned(),
        "[1,2]".to_owned(),
        r#"{"type":"access""#.to_owned(),
    ];
    let good = MadePrivacyReport::default()
        .used("com.example.x", "camera", AT, Some(AT))
        .contacted("com.example.x", "made.example", AT, 1)
        .text();
    let text = format!("{}\n{good}", bad.join("\n"));
    let snapshot = alone(&text);
    insta::assert_yaml_snapshot!(causes(&snapshot));
    assert_eq!(read_and_skipped(&snapshot).0, 3);
    assert_eq!(uses(app(&snapshot, "com.example.x")).len(), 1);
    assert_eq!(snapshot.contacts.len(), 1);
    let long = format!(
        "{good}{{\"type\":\"{}\"}}\n{good}",
        "x".repeat(JSON_RECORD_BYTES)
    );
    let snapshot = alone(&long);
    let limit = JSON_RECORD_BYTES as u64;
    let reason = format!("report.ndjson [3]: {:?}", Reason::TooLarge { limit });
    assert_eq!(causes(&snapshot), [reason]);
    assert_eq!(read_and_skipped(&snapshot).0, 6);
}

#[test]
fn a_report_of_a_test_version_is_told_and_not_read() {
    let old = r#"{"stream":"com.apple.privacy.accounting.stream.location","accessor":{"identifier":"x","identifierType":"bundleID"},"identifier":"I","kind":"event","timestamp":"2021-06-09T14:19:48.270-05:00","version":3}"#;
    let snapshot = alone(old);
    assert!(snapshot.apps.is_empty());
    assert_eq!(
        causes(&snapshot),
        ["report.ndjson [0]: a line of a test version of iOS 15, which had another form"]
    );
}

#[test]
fn a_file_a_folder_and_an_archive_tell_the_same() {
    let text = every_form();
    let facts = |snapshot: &Snapshot| {
        let apps: Vec<_> = snapshot
            .apps
            .iter()
            .map(|app| (app.id.clone(), app.uses.len()))
            .collect();
        let contacts: Vec<_> = snapshot
            .contacts
            .iter()
            .map(|it| it.endpoint.clone())
            .collect();
        (apps, contacts)
    };
    let one = facts(&alone(&text));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [
        ("App_Privacy_Report_v4.ndjson", text.as_str()),
        ("note.txt", "hello"),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    let zip = zip.finish().unwrap().into_inner();
    let zipped = Container::from_bytes("export.zip", zip).unwrap();
    let files = vec![
        ("report".to_owned(), text.clone().into_bytes()),
        ("note.txt".to_owned(), b"hello".to_vec()),
    ];
    let folder = Container::from_entries("export", files).unwrap();
    for container in [zipped, folder] {
        let snapshot = read_container(&container, READING).unwrap();
        assert_eq!(facts(&snapshot), one);
        let kinds: Vec<_> = snapshot.inputs.iter().map(|input| input.kind).collect();
        assert_eq!(kinds, [InputKind::AppPrivacyReport, InputKind::Member]);
        let told = causes(&snapshot);
        assert_eq!(told.len(), 1);
        assert!(told[0].contains("note.txt: it does not begin as an App Privacy Report does"));
    }
    let marked = [&[0xef, 0xbb, 0xbf][..], text.as_bytes()].concat();
    assert_eq!(facts(&open(&marked).unwrap()), one);
}

#[test]
fn other_files_are_no_report() {
    for text in [
        "",
        "hello",
        "{}",
        r#"{"type":"access"}"#,
        r#"[{"type":"networkActivity","domain":"a.example"}]"#,
        r#"{"dns_event":{"event_time":1780000000000,"hostname":"made.example"}}"#,
    ] {
        let container = Container::from_bytes("file", text.as_bytes().to_vec());
        assert!(
            !container.is_ok_and(|container| recognises(&container)),
            "{text}"
        );
    }
}

#[test]
fn a_report_that_is_cut_short_tells_what_it_has() {
    let text = every_form();
    let whole = alone(&text);
    let first = text.lines().next().unwrap().len();
    let mut before = 0;
    for length in (first..text.len()).step_by(7) {
        let Ok(cut) = std::str::from_utf8(&text.as_bytes()[..length]) else {
            continue;
        };
        let snapshot = alone(cut);
        let (read, skipped) = read_and_skipped(&snapshot);
        assert!(read >= before && skipped <= 1, "{length}");
        assert!(snapshot.apps.len() <= whole.apps.len());
        before = read;
    }
    for length in 0..first {
        let cut = open(&text.as_bytes()[..length]);
        assert!(cut.is_err(), "{length}");
    }
}

#[test]
fn a_report_without_end_stays_small() {
    let mut report = MadePrivacyReport::default();
    let apps = PRIVACY_REPORT_APPS + 5;
    for number in 0..apps {
        report = report.contacted(&format!("com.example.{number}"), "made.example", AT, 1);
    }
    let waiting = PRIVACY_REPORT_OPEN + 5;
    for _ in 0..waiting {
        report = report.used("com.example.0", "camera", AT, None);
    }
    let snapshot = alone(&report.text());
    assert_eq!(snapshot.apps.len(), PRIVACY_REPORT_APPS);
    let (read, skipped) = read_and_skipped(&snapshot);
    assert_eq!(read + skipped as u64, (apps + waiting) as u64);
    assert_eq!(skipped, 5);
    assert_eq!(app(&snapshot, "com.example.0").uses.len(), waiting);
}

#[test]
fn a_large_report_is_read_whole() {
    let text = MadePrivacyReport::large(14_000).text();
    assert_eq!(text.lines().count(), 14_000);
    let snapshot = alone(&text);
    assert_eq!(read_and_skipped(&snapshot), (14_000, 0));
    assert_eq!(snapshot.apps.len(), 40);
    let hits: u64 = snapshot
        .contacts
        .iter()
        .filter_map(|contact| contact.contacted?.times)
        .sum();
    let written: u64 = text
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok()?["hits"].as_u64())
        .sum();
    assert_eq!(hits, written);
    let mut again = snapshot.clone();
    again.merge(snapshot.clone());
    assert_eq!(again.apps, snapshot.apps);
    assert_eq!(again.contacts, snapshot.contacts);
}

/// 72 lines: 8 of them are the beginnings and ends of 4 accesses, 64 are hosts.
#[test]
fn the_real_report_is_read_line_by_line() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared/corpora/app-privacy-report/ios_app_privacy_report.ndjson");
    let Ok(text) = std::fs::read(&path) else {
        eprintln!("skipped: the public corpora are not here");
        return;
    };
    let snapshot = open(&text).unwrap();
    assert_eq!(read_and_skipped(&snapshot), (72, 0));
    let accesses = snapshot.surfaces.get(SurfaceId::SensorUse).unwrap();
    assert_eq!(accesses.state, SurfaceState::Read { records: 8 });
    let covered = &accesses.covered[0];
    let covered = format!("{} {}", covered.first, covered.last);
    assert_eq!(covered, "2022-04-27T14:41:46.51Z 2022-04-27T15:07:14.951Z");
    let all: Vec<_> = snapshot.apps.iter().flat_map(uses).collect();
    assert_eq!(all.len(), 4);
    assert!(
        all.iter()
            .all(|(_, lasted, zone, _)| lasted.is_some() && *zone == Some(-240))
    );
    assert_eq!(
        uses(app(&snapshot, "com.apple.mobileslideshow")),
        [(
            "photos 2022-04-27T14:53:24.555Z".to_owned(),
            Some(3_940),
            Some(-240),
            "[0], [1]"
        )]
    );
    assert!(snapshot.apps.iter().all(|app| app.state == AppState::Seen));
    let caldav = |contact: &&Contact| {
        contact.endpoint == Endpoint::Host("p56-caldav.icloud.com".to_owned())
            && contact.app.as_deref() == Some("com.apple.mobilecal")
    };
    let contact = snapshot.contacts.iter().find(caldav).unwrap();
    assert_eq!(contact.contacted.unwrap().times, Some(10));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_text_behind_a_first_line_is_read_without_a_panic(text in "\\PC{0,400}") {
        let first = MadePrivacyReport::default().used("a", "camera", AT, None).text();
        alone(&format!("{first}{text}"));
    }

    #[test]
    fn a_changed_report_is_read_without_a_panic(at in 0usize..5000, byte: u8) {
        let mut text = every_form().into_bytes();
        let at = at % text.len();
        text[at] = byte;
        let _ = open(&text);
    }

    /// Whatever stands in the fields, each line is either read or told.
    #[test]
    fn every_line_is_accounted_for(
        lines in proptest::collection::vec(
            (0usize..5, 0usize..9, 0usize..5, 0u8..4, 0u32..3_000), 1..60,
        ),
    ) {
        const APPS: [&str; 5] = ["a", "b", "", "com.apple.x", "/usr/bin/x"];
        const CATEGORIES: [&str; 9] = [
            "camera", "contacts", "location", "mediaLibrary", "microphone", "photos",
            "screenRecording", "", "other",
        ];
        const KINDS: [&str; 5] = ["intervalBegin", "intervalEnd", "event", "", "x"];
        let mut text = MadePrivacyReport::default().contacted("a", "made.example", AT, 1).text();
        for (app, category, kind, identifier, second) in &lines {
            let (minute, second) = (second / 60, second % 60);
            text += &format!(
                "{{\"type\":\"access\",\"accessor\":{{\"identifier\":\"{}\"}},\"category\":\"{}\",\"kind\":\"{}\",\"identifier\":\"{}\",\"timeStamp\":\"2026-11-02T10:{minute:02}:{second:02}-07:00\"}}\n",
                APPS[*app], CATEGORIES[*category], KINDS[*kind], ["", "1", "2", "3"][usize::from(*identifier)],
            );
        }
        let snapshot = alone(&text);
        let (read, skipped) = read_and_skipped(&snapshot);
        prop_assert_eq!(read + skipped as u64, lines.len() as u64 + 1);
        // No access is lost: each use stands for one line or two.
        let told: usize = snapshot.apps.iter().flat_map(|app| &app.uses).map(|used| {
            used.provenance.locator.matches('[').count()
        }).sum();
        prop_assert_eq!(told as u64 + 1, read);
    }
}
