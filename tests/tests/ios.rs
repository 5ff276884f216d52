//! iOS evidence that we did not make, read to the last record.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may fail, and says when it is skipped"
)]

use std::path::{Path, PathBuf};

use rushlight_core::evidence::{Reading, Secrets, Unwatched, read};
use rushlight_core::snapshot::{AppState, Reason, Snapshot, SurfaceId, SurfaceState};

/// A place below the shared data, or none, said aloud, where it is not there.
fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared")
        .join(path);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: ../shared is absent");
    None
}

fn evidence(path: &Path) -> Snapshot {
    let reading = Reading {
        watch: &Unwatched,
        code: None,
        secrets: &Secrets::NONE,
    };
    read(path, reading).unwrap()
}

/// Records read, and records and sources that were not.
fn counted(snapshot: &Snapshot, id: SurfaceId) -> (u64, Vec<String>) {
    let surface = snapshot.surfaces.get(id).unwrap();
    let SurfaceState::Read { records } = surface.state else {
        return (0, vec![format!("{:?}", surface.state)]);
    };
    let skipped = surface.skipped.iter();
    let told = skipped.map(|own| format!("{} {}", own.record, own.reason.code()));
    (records, told.collect())
}

/// One real backup of iOS 14.3, thinned: most of the files that its list names are not there.
#[test]
fn the_real_backup_is_read_to_the_last_record() {
    let Some(path) = shared("corpora/ios-backup") else {
        return;
    };
    let snapshot = evidence(&path);
    let device = &snapshot.device;
    assert_eq!(device.model.as_ref().unwrap().value, "iPhone9,3");
    assert_eq!(device.os_version.as_ref().unwrap().value, "14.3");
    assert_eq!(device.locale.as_ref().unwrap().value, "en_FR");

    // Counted by SQLite and by Python's plistlib, which are not ours: 11 rows of access; 40 programs and 10
    // counts; three keyboards and 15 other keys.
    assert_eq!(counted(&snapshot, SurfaceId::AppGrants), (11, Vec::new()));
    assert_eq!(counted(&snapshot, SurfaceId::Keyboards), (18, Vec::new()));
    let (removed, lost) = counted(&snapshot, SurfaceId::RemovedApps);
    assert_eq!(removed, 0);
    assert_eq!(lost.len(), 1, "{lost:?}");
    assert!(lost[0].ends_with("com.apple.osanalytics.addaily.plist file_missing"));
    let used = snapshot.apps.iter().filter(|app| app.data_use.is_some());
    // 39 of the programs name a bundle; of those, five are kinds of traffic and some name one twice.
    assert!(used.count() > 25);

    // The list says six; the rest are Apple's own.
    let mut listed: Vec<&str> = snapshot
        .apps
        .iter()
        .filter(|app| app.state == AppState::Installed && app.system == Some(false))
        .map(|app| app.id.as_str())
        .collect();
    listed.sort_unstable();
    assert_eq!(
        listed,
        [
            "ch.icoaching.typewise",
            "com.google.Gmail",
            "com.google.chrome.ios",
            "net.whatsapp.WhatsApp",
            "org.mozilla.ios.Firefox",
            "ph.telegra.Telegraph",
        ]
    );
    // A process that is no bundle: seen, and neither installed nor removed.
    let launch = snapshot.apps.iter().find(|app| app.id == "Launch").unwrap();
    assert_eq!(launch.state, AppState::Seen);
    // No receipts: nothing says how an app came.
    assert!(
        snapshot
            .apps
            .iter()
            .all(|app| app.install.channel.is_none())
    );

    // Named by the list, and left out by whoever thinned it.
    for (id, file) in [
        (
            SurfaceId::LauncherEntries,
            "HomeDomain/Library/SpringBoard/IconState.plist",
        ),
        (
            SurfaceId::SensorUse,
            "RootDomain/Library/Caches/locationd/clients.plist",
        ),
        (
            SurfaceId::Network,
            "SystemPreferencesDomain/com.apple.networkextension.plist",
        ),
    ] {
        let file = file.to_owned();
        let reason = Reason::FileMissing { file };
        let surface = snapshot.surfaces.get(id).unwrap();
        assert_eq!(surface.state, SurfaceState::Unavailable(reason));
    }
    assert_eq!(counted(&snapshot, SurfaceId::Profiles), (0, Vec::new()));
    for id in SurfaceId::ALL {
        let state = snapshot.surfaces.get(id).map(|surface| &surface.state);
        assert_ne!(state, Some(&SurfaceState::NotAsked), "{id:?}");
    }
    // Every input that was read is there with its digest; nobody's messages are.
    let paths: Vec<&str> = snapshot
        .inputs
        .iter()
        .map(|own| own.path.as_str())
        .collect();
    assert_eq!(
        paths,
        [
            "ios-backup",
            "ios-backup/0d/0d609c54856a9bb2d56729df1d68f2958a88426b",
            "ios-backup/0d/0dc926a1810f7aee4e8f38793ed788701f93bf9d",
            "ios-backup/64/64d0019cb3d46bfc8cce545a8ba54b93e7ea9347",
            "ios-backup/Info.plist",
            "ios-backup/Manifest.db",
        ]
    );
}
