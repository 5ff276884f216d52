//! The made phone, read in every form that it can have.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rushlight_core::evidence::{self, Container, Reading, Secrets, Unwatched};
use rushlight_core::snapshot::{
    App, AppState, InputKind, PowerKind, Snapshot, SurfaceId, SurfaceState,
};
use rushlight_tests::made_phone::{self, Packing};

const READING: Reading<'_> = Reading {
    watch: &Unwatched,
    code: None,
    secrets: &Secrets::NONE,
};

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/made-phone")
}

fn app<'a>(snapshot: &'a Snapshot, id: &str) -> &'a App {
    snapshot.apps.iter().find(|app| app.id == id).unwrap()
}

#[test]
fn the_committed_phone_is_what_the_code_makes() {
    let committed = fixture();
    if std::env::var_os("RUSHLIGHT_MAKE_FIXTURES").is_some() {
        made_phone::write_folder(&committed).unwrap();
    }
    for (name, text) in made_phone::files() {
        let there = std::fs::read_to_string(committed.join(name)).unwrap();
        assert!(
            there == text,
            "{name} differs: run with RUSHLIGHT_MAKE_FIXTURES=1"
        );
    }
}

#[test]
fn the_made_phone_reads_as_it_always_did() {
    let snapshot = evidence::read(&fixture(), READING).unwrap();
    insta::assert_json_snapshot!(snapshot);
}

#[test]
fn the_made_phone_shows_what_it_was_made_for() {
    let phone = evidence::read(&fixture(), READING).unwrap();
    let states: Vec<_> = phone
        .apps
        .iter()
        .filter(|app| app.state != AppState::Installed)
        .map(|app| (app.id.as_str(), app.state))
        .collect();
    assert_eq!(
        states,
        [
            ("org.example.hidden", AppState::Seen),
            ("org.example.torch", AppState::Removed)
        ]
    );
    assert_eq!(app(&phone, "org.example.game").enabled, Some(false));
    // Settings and dump say so both.
    let powers: BTreeSet<_> = app(&phone, "com.systemservice")
        .powers
        .iter()
        .map(|power| power.value.kind)
        .collect();
    assert_eq!(
        powers,
        BTreeSet::from([PowerKind::Accessibility, PowerKind::NotificationListener])
    );
    let apps = phone.surfaces.get(SurfaceId::Apps).unwrap();
    assert_eq!(apps.state, SurfaceState::Read { records: 25 });
    let broken: Vec<_> = apps.skipped.iter().map(|s| s.record.as_str()).collect();
    assert_eq!(broken, ["made-phone/packages.json [4]"]);
    let users = phone.surfaces.get(SurfaceId::OtherUsers).unwrap();
    assert_eq!(users.skipped.len(), 1);
}

#[test]
fn every_packing_gives_the_same_phone() {
    let mut folder = evidence::read(&fixture(), READING).unwrap();
    folder
        .inputs
        .retain(|input| input.kind == InputKind::Member);
    for packing in Packing::ALL {
        let bytes = made_phone::zip(packing).unwrap();
        let container = Container::from_bytes("made-phone", bytes).unwrap();
        let mut packed = evidence::read_container(&container, READING).unwrap();
        packed
            .inputs
            .retain(|input| input.kind == InputKind::Member);
        assert!(packed == folder, "{packing:?}");
    }
}

#[test]
fn the_digest_of_an_archive_is_that_of_its_file() {
    let bytes = made_phone::zip(Packing::Root).unwrap();
    let sha256 = rushlight_core::digest::Sha256::of(&bytes);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("phone.zip");
    std::fs::write(&path, bytes).unwrap();
    let phone = evidence::read(&path, READING).unwrap();
    let archive = &phone.inputs[0];
    assert_eq!(
        (archive.path.as_str(), archive.kind),
        ("phone.zip", InputKind::AndroidqfZip)
    );
    assert_eq!(archive.sha256, sha256);
}
