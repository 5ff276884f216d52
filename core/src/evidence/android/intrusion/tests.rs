use std::io::{Cursor, Write as _};

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::evidence::{Secrets, Unwatched, read_container};
use crate::snapshot::SurfaceState;

const READING: Reading<'_> = Reading {
    watch: &Unwatched,
    code: None,
    secrets: &Secrets::NONE,
};

/// Times of network events are in milliseconds, of security events in nanoseconds.
const LOG: &str = r#"{"dns_event":{"event_time":1780000000000,"hostname":"made.example","ip_addresses":["/192.0.2.7"],"package_name":"com.example.one"}}
{"dns_event":{"event_time":"1780000001000","hostname":"made.example","ip_addresses":[],"package_name":"com.example.one"}}
{"connect_event":{"event_time":1780000002000,"ip_address":"/192.0.2.8","port":443,"package_name":"com.example.two"}}
{"connect_event":{"event_time":1780000003000,"ip_address":"fe80::1%wlan0","port":443,"package_name":""}}
{"security_event":{"event_id":4,"event_time":1780000004000000000,"package_installed":{"package_name":"com.example.gone","version_code":7,"user_id":0}}}
{"security_event":{"event_time":"1780000005000000000","package_uninstalled":{"package_name":"com.example.gone","version_code":7,"user_id":0}}}
{"security_event":{"event_time":1780000006000000000,"package_uninstalled":{"package_name":"com.example.back","version_code":1,"user_id":0}}}
{"security_event":{"event_time":1780000007000000000,"package_installed":{"package_name":"com.example.back","version_code":2,"user_id":0}}}
{"security_event":{"event_time":1780000008000000000,"package_updated":{"package_name":"com.example.one","version_code":"9","user_id":10}}}
{"security_event":{"event_time":1780000009000000000,"adb_shell_cmd":{"command":"pm install /data/local/tmp/x.apk"}}}
{"security_event":{"event_time":1780000010000000000,"adb_shell_interactive":{}}}
{"security_event":{"event_time":1780000011000000000,"adb_sync_send_file":{"path":"/data/local/tmp/x.apk"}}}
{"security_event":{"event_time":1780000012000000000,"cert_authority_installed":{"subject":"CN=Made CA","success":true,"user_id":0}}}
{"security_event":{"event_time":1780000013000000000,"cert_authority_installed":{"subject":"CN=Refused CA","success":0}}}
{"security_event":{"event_time":1780000014000000000,"cert_authority_removed":{"subject":"CN=Made CA","success":1}}}
{"security_event":{"event_time":1780000015000000000,"app_process_start":{"process":"com.example.one","uid":10100,"pid":77}}}
"#;

fn alone(text: &str) -> Snapshot {
    let container = Container::from_bytes("events.txt", text.as_bytes().to_vec()).unwrap();
    read_container(&container, READING).unwrap()
}

fn folder(files: Vec<(&str, Vec<u8>)>) -> Snapshot {
    let files = files
        .into_iter()
        .map(|(name, bytes)| (name.to_owned(), bytes))
        .collect();
    let container = Container::from_entries("logs", files).unwrap();
    read_container(&container, READING).unwrap()
}

fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn facts(snapshot: &Snapshot) -> (Vec<String>, Vec<String>) {
    let contacts = snapshot.contacts.iter();
    let history = snapshot.history.iter();
    (
        contacts
            .map(|own| format!("{:?} {:?}", own.endpoint, own.app))
            .collect(),
        history
            .map(|own| format!("{} {:?} {}", own.at, own.what, own.subject))
            .collect(),
    )
}

fn skipped(snapshot: &Snapshot) -> &[Skipped] {
    &snapshot.surfaces.get(SurfaceId::Contacts).unwrap().skipped
}

#[test]
fn a_log_tells_contacts_and_what_happened_with_the_time_that_it_covers() {
    let snapshot = alone(LOG);
    insta::assert_yaml_snapshot!(snapshot.contacts);
    insta::assert_yaml_snapshot!(snapshot.history);
    let surfaces: Vec<_> = [
        SurfaceId::Contacts,
        SurfaceId::History,
        SurfaceId::RemovedApps,
        SurfaceId::Apps,
    ]
    .map(|id| (id, snapshot.surfaces.get(id)))
    .into();
    insta::assert_yaml_snapshot!(surfaces);
    let apps: Vec<_> = snapshot
        .apps
        .iter()
        .map(|app| (app.id.as_str(), app.user, app.state))
        .collect();
    assert_eq!(
        apps,
        [
            ("com.example.back", Some(0), AppState::Seen),
            ("com.example.gone", Some(0), AppState::Removed),
            ("com.example.one", Some(10), AppState::Seen),
        ]
    );
    assert_eq!(snapshot.inputs[0].kind, InputKind::IntrusionLog);
    assert_eq!(snapshot.inputs[0].path, "events.txt");
}

#[test]
fn a_file_a_folder_an_archive_and_an_acquisition_tell_the_same() {
    let one = facts(&alone(LOG));
    let files = [("day/1.txt", LOG), ("2.txt", LOG)];
    let zip = zipped(&files);
    let archive = Container::from_bytes("logs.zip", zip.clone()).unwrap();
    assert_eq!(facts(&read_container(&archive, READING).unwrap()), one);
    let both = vec![
        ("1.txt", LOG.as_bytes().to_vec()),
        ("older.zip", zip.clone()),
    ];
    let snapshot = folder(both);
    assert_eq!(facts(&snapshot), one);
    let paths: Vec<&str> = snapshot
        .inputs
        .iter()
        .map(|own| own.path.as_str())
        .collect();
    assert_eq!(
        paths,
        [
            "logs",
            "logs/1.txt",
            "logs/older.zip",
            "logs/older.zip/2.txt",
            "logs/older.zip/day/1.txt"
        ]
    );
    let acquisition = folder(vec![
        (
            "packages.json",
            br#"[{"name":"com.example.one","files":[]}]"#.to_vec(),
        ),
        ("intrusion_logs/1.txt", LOG.as_bytes().to_vec()),
        ("intrusion_logs/older.zip", zip),
    ]);
    assert_eq!(facts(&acquisition), one);
    let contacts = acquisition.surfaces.get(SurfaceId::Contacts).unwrap();
    assert_eq!(contacts.state, SurfaceState::Read { records: 12 });
    assert_eq!(contacts.covered.len(), 3);
    let gone = acquisition
        .apps
        .iter()
        .find(|app| app.id == "com.example.gone");
    assert_eq!(gone.unwrap().state, AppState::Removed);
}

#[test]
fn one_bad_event_costs_only_itself() {
    let text = format!(
        "{}\n{}\n{}\n{}\n{}\n{LOG}",
        r#"{"dns_event":{"event_time":1780000000000}}"#,
        r#"{"security_event":{"event_time":"soon","adb_shell_interactive":{}}}"#,
        r#"{"connect_event":{"event_time":1,"ip_address":"nowhere"}}"#,
        r#"{"other_event":{}}"#,
        r#"{"dns_event":{"event_time":1780000000000,"hostname":"#,
    );
    let snapshot = alone(&text);
    insta::assert_yaml_snapshot!(skipped(&snapshot));
    let (contacts, history) = facts(&alone(LOG));
    assert_eq!(facts(&snapshot), (contacts, history));
}

#[test]
fn a_log_of_contacts_alone_says_nothing_about_apps() {
    let first = LOG.lines().next().unwrap();
    let snapshot = alone(first);
    for id in [SurfaceId::History, SurfaceId::RemovedApps] {
        let state = &snapshot.surfaces.get(id).unwrap().state;
        assert!(matches!(state, SurfaceState::Unavailable(_)), "{id:?}");
    }
}

#[test]
fn a_file_that_is_no_log_is_told_and_a_folder_of_none_is_no_log() {
    let snapshot = folder(vec![
        ("1.txt", LOG.as_bytes().to_vec()),
        ("2.txt", b"hello".to_vec()),
        ("3.zip", b"PK\x03\x04 cut".to_vec()),
    ]);
    assert_eq!(skipped(&snapshot).len(), 2);
    let container = Container::from_bytes("notes.txt", b"{\"a\":1}".to_vec()).unwrap();
    assert!(matches!(
        read_container(&container, READING),
        Err(EvidenceError::NotAPhone { .. })
    ));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_text_behind_a_first_event_is_read_without_a_panic(text in "\\PC{0,400}") {
        let first = LOG.lines().next().unwrap();
        alone(&format!("{first}\n{text}"));
    }

    #[test]
    fn a_changed_log_is_read_without_a_panic(at in 30usize..3000, byte: u8) {
        let mut log = LOG.as_bytes().to_vec();
        let at = at % log.len();
        if at > 30 { log[at] = byte; }
        let container = Container::from_bytes("events.txt", log).unwrap();
        let _ = read_container(&container, READING);
    }
}
