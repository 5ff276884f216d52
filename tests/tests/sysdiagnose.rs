//! A sysdiagnose as it lies on a disk: packed, and unpacked by somebody, read as the program reads evidence.

use std::fs;

use rushlight_core::digest::Sha256;
use rushlight_core::evidence::{Reading, Secrets, Unwatched, read};
use rushlight_core::snapshot::{AppState, InputKind, Reason, SurfaceId, SurfaceState};
use rushlight_tests::made_sysdiagnose::{MadeSysdiagnose, NAME};

const READING: Reading<'static> = Reading {
    watch: &Unwatched,
    code: None,
    secrets: &Secrets::NONE,
};

#[test]
fn a_file_is_hashed_as_it_lies_there_and_nothing_is_written_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("{NAME}.tar.gz"));
    let packed = MadeSysdiagnose::everything().gz();
    fs::write(&path, &packed).unwrap();
    let snapshot = read(&path, READING).unwrap();
    let whole = snapshot
        .inputs
        .iter()
        .find(|it| it.kind == InputKind::Sysdiagnose);
    let whole = whole.unwrap();
    assert_eq!(whole.sha256, Sha256::of(&packed));
    assert_eq!(whole.bytes, packed.len() as u64);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    let removed = snapshot
        .apps
        .iter()
        .filter(|app| app.state == AppState::Removed);
    let removed: Vec<&str> = removed.map(|app| app.id.as_str()).collect();
    assert_eq!(removed, ["org.example.gone"]);
}

#[test]
fn an_unpacked_folder_tells_the_same_apps() {
    let folder = tempfile::tempdir().unwrap();
    let top = folder.path().join(NAME);
    let made = MadeSysdiagnose::everything();
    for (name, content) in &made.members {
        let path = top.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    let packed = folder.path().join(format!("{NAME}.tar.gz"));
    fs::write(&packed, made.gz()).unwrap();
    let apps = |path| {
        let snapshot = read(path, READING).unwrap();
        let apps = snapshot.apps.into_iter().map(|app| (app.id, app.state));
        apps.collect::<Vec<_>>()
    };
    assert_eq!(apps(&top), apps(&packed));
    // There is no database of grants in this one, and it is said.
    let grants = read(&top, READING).unwrap();
    let grants = grants.surfaces.get(SurfaceId::AppGrants).unwrap();
    assert!(matches!(
        grants.state,
        SurfaceState::Unavailable(Reason::FileMissing { .. })
    ));
}
