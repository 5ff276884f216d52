use std::io::Write as _;

use super::*;
use crate::digest::Sha256;
use crate::evidence::{EvidenceError, Secrets, Unwatched, read_container};
use crate::snapshot::SurfaceState;

const READING: Reading<'_> = Reading {
    watch: &Unwatched,
    code: None,
    secrets: &Secrets::NONE,
};

const DUMP: &str = "========================================================
== dumpstate: 2026-11-02 09:15:00
========================================================
-------------------------------------------------------------------------------
DUMP OF SERVICE package:
Packages:
  Package [com.example.app] (1):
    flags=[ HAS_CODE ]
    User 0: installed=true enabled=0

--------- 0.012s was the duration of dumpsys package, ending at: 2026-11-02 09:16:00
";

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ::zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = ::zip::write::SimpleFileOptions::default();
        archive.start_file(*name, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn inputs(snapshot: &Snapshot) -> Vec<(&str, InputKind)> {
    let inputs = snapshot.inputs.iter();
    inputs
        .map(|input| (input.path.as_str(), input.kind))
        .collect()
}

fn read_bytes(name: &str, bytes: Vec<u8>) -> Snapshot {
    let container = Container::from_bytes(name, bytes).unwrap();
    let snapshot = read_container(&container, READING).unwrap();
    for (id, surface) in snapshot.surfaces.iter() {
        let open = surface.state == SurfaceState::NotAsked;
        assert!(!open || id == SurfaceId::AppCode, "{id:?}");
    }
    snapshot
}

#[test]
fn each_makers_archive_is_read() {
    let dump = DUMP.as_bytes();
    let android = zip(&[
        ("FS/data/misc/bugreport-old.txt", b"x"),
        ("bugreport-made-2026.txt", dump),
        ("dumpstate_log-12.txt", b"x"),
        ("main_entry.txt", b"bugreport-made-2026.txt\n"),
        ("version.txt", b"2.0"),
    ]);
    let samsung = zip(&[("dumpState_G991B.log", dump), ("dumpstate_board.txt", b"x")]);
    let miui = zip(&[("bugreport-x.zip", &android), ("wifi.log", b"x")]);
    for (name, bytes, text) in [
        ("bugreport.zip", &android, "bugreport-made-2026.txt"),
        ("dumpState.zip", &samsung, "dumpState_G991B.log"),
        ("miui.zip", &miui, "bugreport-x.zip/bugreport-made-2026.txt"),
    ] {
        let snapshot = read_bytes(name, bytes.clone());
        assert_eq!(snapshot.apps.len(), 1, "{name}");
        let path = format!("{name}/{text}");
        assert_eq!(&*snapshot.apps[0].provenance[0].input, path);
        let inputs = inputs(&snapshot);
        assert_eq!(inputs[0], (name, InputKind::Bugreport));
        assert!(inputs.contains(&(path.as_str(), InputKind::Member)));
        assert_eq!(snapshot.inputs[0].sha256, Sha256::of(bytes));
        assert!(snapshot.acquisition.is_some());
    }
}

#[test]
fn an_unpacked_report_and_a_bare_text_are_read_too() {
    let dump = DUMP.as_bytes().to_vec();
    let files = vec![
        ("top/FS/x".to_owned(), b"x".to_vec()),
        ("top/bugreport-made.txt".to_owned(), dump.clone()),
        (
            "top/main_entry.txt".to_owned(),
            b"bugreport-made.txt".to_vec(),
        ),
    ];
    let folder = Container::from_entries("unpacked", files).unwrap();
    let folder = read_container(&folder, READING).unwrap();
    assert_eq!(
        inputs(&folder),
        [
            ("unpacked", InputKind::Bugreport),
            ("unpacked/bugreport-made.txt", InputKind::Member)
        ]
    );
    // The content decides, not the name.
    for name in ["dumpsys.txt", "from the phone.log"] {
        let bare = read_bytes(name, dump.clone());
        assert_eq!(inputs(&bare), [(name, InputKind::Dumpsys)]);
        assert_eq!(bare.apps, {
            let mut apps = folder.apps.clone();
            for at in apps.iter_mut().flat_map(|app| &mut app.provenance) {
                at.input = name.into();
            }
            for app in &mut apps {
                let granted = app.permissions.granted.as_mut().unwrap();
                granted.provenance.input = name.into();
            }
            apps
        });
    }
}

#[test]
fn a_report_that_names_a_text_which_is_not_there_is_read_by_its_names() {
    let bytes = zip(&[
        ("main_entry.txt", b"../../etc/passwd"),
        ("bugreport-made.txt", DUMP.as_bytes()),
    ]);
    assert_eq!(read_bytes("bugreport.zip", bytes).apps.len(), 1);
}

#[test]
fn an_archive_without_a_dump_is_no_bug_report() {
    let notes: &[(&str, &[u8])] = &[("bugreport-notes.txt", b"nothing")];
    let named: &[(&str, &[u8])] = &[("main_entry.txt", b"notes.md"), ("x.txt", b"x")];
    for files in [notes, named] {
        let container = Container::from_bytes("notes.zip", zip(files)).unwrap();
        let refused = read_container(&container, READING);
        assert!(matches!(refused, Err(EvidenceError::NotAPhone { .. })));
    }
}

#[test]
fn archives_are_opened_one_level_deep_only() {
    let report = zip(&[("bugreport-a.txt", DUMP.as_bytes())]);
    let mut bytes = zip(&[("bugreport-b.zip", &report)]);
    for _ in 0..3 {
        bytes = zip(&[("bugreport-c.zip", &bytes)]);
    }
    let snapshot = read_bytes("deep.zip", bytes);
    assert_eq!(snapshot.apps, []);
    let apps = snapshot.surfaces.get(SurfaceId::Apps).unwrap();
    assert!(matches!(apps.state, SurfaceState::Unavailable(_)));
}

#[test]
fn a_text_that_breaks_off_in_its_archive_is_told() {
    let long = format!("{DUMP}{}", "x\n".repeat(100_000));
    let mut bytes = zip(&[("bugreport-a.txt", long.as_bytes())]);
    // Inside the compressed text, behind its beginning.
    let middle = bytes.len() / 2;
    for byte in bytes.iter_mut().skip(middle).take(8) {
        *byte = !*byte;
    }
    let snapshot = read_bytes("bugreport.zip", bytes);
    let apps = snapshot.surfaces.get(SurfaceId::Apps).unwrap();
    assert_eq!(apps.skipped[0].record, "bugreport.zip/bugreport-a.txt");
}
