use super::*;
use crate::evidence::{EvidenceError, Secrets, Unwatched, Watch, read_container};
use crate::snapshot::SurfaceState;

const READING: Reading<'_> = Reading {
    watch: &Unwatched,
    code: None,
    secrets: &Secrets::NONE,
};

fn phone(files: &[(&str, &str)]) -> Snapshot {
    let files = files
        .iter()
        .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
        .collect();
    read_container(&Container::from_entries("phone", files).unwrap(), READING).unwrap()
}

fn state(snapshot: &Snapshot, id: SurfaceId) -> &SurfaceState {
    &snapshot.surfaces.get(id).unwrap().state
}

fn app<'a>(snapshot: &'a Snapshot, id: &str) -> &'a App {
    snapshot.apps.iter().find(|app| app.id == id).unwrap()
}

/// Nothing is left open: every surface of an Android phone is read or says why not. Only code is not
/// asked for, where no rules are given.
fn every_surface_has_a_state(snapshot: &Snapshot) {
    for (id, surface) in snapshot.surfaces.iter() {
        let open = surface.state == SurfaceState::NotAsked;
        assert!(!open || id == SurfaceId::AppCode, "{id:?}");
    }
}

#[test]
fn an_acquisition_of_nothing_but_a_list_says_what_is_missing() {
    let snapshot = phone(&[(
        "packages.json",
        r#"[{"name":"com.example.app","files":[{"path":"/x"}]}]"#,
    )]);
    every_surface_has_a_state(&snapshot);
    assert_eq!(
        state(&snapshot, SurfaceId::Apps),
        &SurfaceState::Read { records: 1 }
    );
    for (id, file) in [
        (SurfaceId::Device, "getprop.txt"),
        (SurfaceId::OtherUsers, "package_users.json"),
        (SurfaceId::Accessibility, "settings_secure.txt"),
        (SurfaceId::Settings, "settings_global.txt"),
        (SurfaceId::Network, "settings_global.txt"),
        (SurfaceId::Processes, "processes.txt"),
        (SurfaceId::AppManifests, "apks/"),
        (SurfaceId::DeviceAdmins, "dumpsys.txt"),
        (SurfaceId::Contacts, "intrusion_logs/"),
    ] {
        let file = file.to_owned();
        assert_eq!(
            state(&snapshot, id),
            &SurfaceState::Unavailable(Reason::FileMissing { file }),
            "{id:?}"
        );
    }
    let field = "certificate".to_owned();
    let empty = SurfaceState::Unavailable(Reason::LeftEmpty { field });
    assert_eq!(state(&snapshot, SurfaceId::AppSigners), &empty);
}

#[test]
fn a_list_of_no_apps_is_not_a_phone_without_apps() {
    let snapshot = phone(&[
        ("packages.json", "[]"),
        ("getprop.txt", ""),
        ("root_binaries.json", "null"),
    ]);
    let empty = |file: &str| {
        let field = file.to_owned();
        SurfaceState::Unavailable(Reason::LeftEmpty { field })
    };
    assert_eq!(state(&snapshot, SurfaceId::Apps), &empty("packages.json"));
    assert_eq!(state(&snapshot, SurfaceId::Device), &empty("getprop.txt"));
    assert_eq!(
        state(&snapshot, SurfaceId::RootTools),
        &SurfaceState::Read { records: 0 }
    );
}

#[test]
fn a_power_belongs_to_the_app_even_if_the_list_does_not_have_it() {
    let snapshot = phone(&[
        (
            "packages.json",
            r#"[{"name":"com.example.app","user_id":0},{"name":"com.example.app","user_id":10}]"#,
        ),
        (
            "settings_secure.txt",
            "enabled_accessibility_services=com.example.app/.Watch:com.example.gone/.Watch\n",
        ),
    ]);
    let watching: Vec<_> = snapshot
        .apps
        .iter()
        .map(|app| (app.id.as_str(), app.user, app.state, app.powers.len()))
        .collect();
    assert_eq!(
        watching,
        [
            ("com.example.app", Some(0), AppState::Installed, 1),
            ("com.example.app", Some(10), AppState::Installed, 0),
            ("com.example.gone", None, AppState::Seen, 1),
        ]
    );
    assert_eq!(
        state(&snapshot, SurfaceId::Accessibility),
        &SurfaceState::Read { records: 2 }
    );
    assert_eq!(
        state(&snapshot, SurfaceId::Keyboards),
        &SurfaceState::Read { records: 0 }
    );
}

#[test]
fn a_folder_on_the_phone_shows_an_app_that_the_list_does_not_have() {
    let snapshot = phone(&[
        ("packages.json", r#"[{"name":"com.example.app"}]"#),
        (
            "files.json",
            r#"[{"path":"/sdcard/Android/data/com.example.app/x"},{"path":"/sdcard/Android/data/com.example.hidden/x"}]"#,
        ),
    ]);
    let hidden = app(&snapshot, "com.example.hidden");
    assert_eq!(hidden.state, AppState::Seen);
    assert_eq!(hidden.provenance[0].locator, "[1].path");
    assert_eq!(&*hidden.provenance[0].input, "phone/files.json");
    assert_eq!(snapshot.apps.len(), 2);
}

#[test]
fn the_acquisitions_own_list_of_digests_is_compared() {
    let packages = r#"[{"name":"com.example.app"}]"#;
    let right = Sha256::of(packages.as_bytes());
    let wrong = Sha256::of(b"something else");
    for (digest, skipped) in [(right, 0), (wrong, 1)] {
        let hashes =
            format!("C:\\qf\\packages.json,{digest}\n/x/command.log,{wrong}\nhashes.csv,{wrong}\n");
        let snapshot = phone(&[("packages.json", packages), ("hashes.csv", &hashes)]);
        let apps = snapshot.surfaces.get(SurfaceId::Apps).unwrap();
        assert_eq!(apps.skipped.len(), skipped);
        assert_eq!(apps.state, SurfaceState::Read { records: 1 });
    }
}

#[test]
fn the_digest_of_a_folder_is_that_of_its_list() {
    let (a, b) = (
        r#"[{"name":"com.example.app"}]"#,
        "[ro.product.model]: [One]\n",
    );
    let snapshot = phone(&[("packages.json", a), ("getprop.txt", b)]);
    let list = format!(
        "{}  getprop.txt\n{}  packages.json\n",
        Sha256::of(b.as_bytes()),
        Sha256::of(a.as_bytes())
    );
    let folder = &snapshot.inputs[0];
    assert_eq!(
        (folder.path.as_str(), folder.kind),
        ("phone", InputKind::AndroidqfFolder)
    );
    assert_eq!(folder.sha256, Sha256::of(list.as_bytes()));
    assert_eq!(folder.bytes, (a.len() + b.len()) as u64);
    let paths: Vec<_> = snapshot
        .inputs
        .iter()
        .map(|input| input.path.as_str())
        .collect();
    assert_eq!(paths, ["phone", "phone/getprop.txt", "phone/packages.json"]);
}

#[test]
fn what_holds_nothing_from_a_phone_is_refused() {
    let container =
        Container::from_entries("notes", vec![("a.txt".to_owned(), b"x".to_vec())]).unwrap();
    let refused = read_container(&container, READING);
    assert!(matches!(refused, Err(EvidenceError::NotAPhone { .. })));
}

struct Impatient;

impl Watch for Impatient {
    fn cancelled(&self) -> bool {
        true
    }
}

#[test]
fn a_check_that_is_stopped_says_so_on_every_surface() {
    let files = [("packages.json", "[]"), ("getprop.txt", "")];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let container = Container::from_entries("phone", files.to_vec()).unwrap();
    let watch = &Impatient;
    let snapshot = read_container(
        &container,
        Reading {
            watch,
            code: None,
            secrets: &Secrets::NONE,
        },
    )
    .unwrap();
    every_surface_has_a_state(&snapshot);
    for id in [
        SurfaceId::Apps,
        SurfaceId::Device,
        SurfaceId::Settings,
        SurfaceId::Files,
    ] {
        assert_eq!(
            state(&snapshot, id),
            &SurfaceState::Unavailable(Reason::Cancelled),
            "{id:?}"
        );
    }
}

#[test]
fn a_second_piece_of_evidence_adds_and_overwrites_nothing() {
    let mut first = phone(&[
        (
            "packages.json",
            r#"[{"name":"com.example.app","installer":"com.android.vending"}]"#,
        ),
        ("getprop.txt", "[ro.product.model]: [One]\n"),
    ]);
    let second = phone(&[
        (
            "packages.json",
            r#"[{"name":"com.example.app","installer":"other"},{"name":"com.example.new"}]"#,
        ),
        (
            "settings_secure.txt",
            "enabled_accessibility_services=com.example.app/.Watch\n",
        ),
    ]);
    first.merge(second);
    let known = app(&first, "com.example.app");
    assert_eq!(
        known.install.installer.as_ref().unwrap().value,
        "com.android.vending"
    );
    assert_eq!(known.powers.len(), 1);
    assert_eq!(first.apps.len(), 2);
    assert_eq!(
        state(&first, SurfaceId::Accessibility),
        &SurfaceState::Read { records: 1 }
    );
    assert_eq!(first.device.model.unwrap().value, "One");
}

const DUMP: &str = "-------------------------------------------------------------------------------
DUMP OF SERVICE package:
Packages:
  Package [com.example.app] (1):
    flags=[ HAS_CODE ]
    User 0: installed=true enabled=0
    User 10: installed=true enabled=0
  Package [com.example.work] (2):
    flags=[ HAS_CODE ]
    User 0: installed=false enabled=0
    User 10: installed=true enabled=0

--------- 0.012s was the duration of dumpsys package, ending at: 2026-11-02 09:16:00
";

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write as _;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(*name, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn the_list_and_the_dump_speak_of_the_same_apps() {
    // Once with users in the list, once as old layouts write it.
    for user in [r#","user_id":0"#, ""] {
        let list = format!(r#"[{{"name":"com.example.app","installer":"null"{user}}}]"#);
        let snapshot = phone(&[("packages.json", &list), ("dumpsys.txt", DUMP)]);
        let users: Vec<_> = snapshot
            .apps
            .iter()
            .map(|app| (app.id.as_str(), app.user, app.state))
            .collect();
        assert_eq!(
            users,
            [
                ("com.example.app", Some(0), AppState::Installed),
                ("com.example.app", Some(10), AppState::Installed),
                ("com.example.work", Some(10), AppState::Installed),
            ]
        );
        let owner = &snapshot.apps[0];
        assert_eq!(&*owner.provenance[0].input, "phone/packages.json");
        assert_eq!(owner.install.installer.as_ref().unwrap().value, "null");
        assert!(owner.permissions.granted.is_some());
        let other = &snapshot.apps[1];
        assert_eq!(other.install.installer.is_some(), user.is_empty());
        every_surface_has_a_state(&snapshot);
    }
}

#[test]
fn a_bug_report_inside_is_read_with_its_place() {
    let report = zip(&[
        ("main_entry.txt", b"bugreport-x.txt"),
        ("bugreport-x.txt", DUMP.as_bytes()),
        ("FS/data/anr/bugreport.txt", b"not this"),
    ]);
    let miui = zip(&[("bugreport-inner.zip", &report), ("other.log", b"x")]);
    for (bytes, below) in [(&report, ""), (&miui, "/bugreport-inner.zip")] {
        let files = vec![
            ("acquisition.json".to_owned(), b"{}".to_vec()),
            ("bugreport.zip".to_owned(), bytes.clone()),
        ];
        let container = Container::from_entries("phone", files).unwrap();
        let snapshot = read_container(&container, READING).unwrap();
        every_surface_has_a_state(&snapshot);
        assert_eq!(snapshot.apps.len(), 3);
        let text = format!("phone/bugreport.zip{below}/bugreport-x.txt");
        assert_eq!(&*snapshot.apps[0].provenance[0].input, text);
        let archive = snapshot
            .inputs
            .iter()
            .find(|i| i.path == "phone/bugreport.zip");
        assert_eq!(archive.unwrap().sha256, Sha256::of(bytes));
        assert!(snapshot.inputs.iter().any(|input| input.path == text));
    }
}

#[test]
fn a_broken_bug_report_inside_says_so() {
    let report = zip(&[("bugreport-x.txt", DUMP.as_bytes())]);
    let half = report.get(..report.len() / 2).unwrap().to_vec();
    for bytes in [half, b"PK\x03\x04".to_vec(), Vec::new()] {
        let files = vec![
            ("acquisition.json".to_owned(), b"{}".to_vec()),
            ("bugreport.zip".to_owned(), bytes),
        ];
        let container = Container::from_entries("phone", files).unwrap();
        let snapshot = read_container(&container, READING).unwrap();
        every_surface_has_a_state(&snapshot);
        let apps = snapshot.surfaces.get(SurfaceId::Apps).unwrap();
        assert_eq!(apps.skipped[0].record, "phone/bugreport.zip");
        let admins = state(&snapshot, SurfaceId::DeviceAdmins);
        assert!(matches!(
            admins,
            SurfaceState::Unavailable(Reason::Malformed { .. } | Reason::LeftEmpty { .. })
        ));
    }
}

/// One real acquisition of an older layout (MVT's test artefact).
#[test]
fn a_real_acquisition_is_read() {
    let path = std::path::Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../shared/corpora/androidqf"
    ));
    if !path.exists() {
        eprintln!("skipped: ../shared is absent");
        return;
    }
    let snapshot = crate::evidence::read(path, READING).unwrap();
    every_surface_has_a_state(&snapshot);
    assert_eq!(
        snapshot
            .apps
            .iter()
            .filter(|app| app.state == AppState::Installed)
            .count(),
        9
    );
    let malware = app(&snapshot, "com.malware.muahaha");
    let signer = &malware.signers[0];
    assert!(signer.sha1.is_some() && signer.sha256.is_some());
    assert!(malware.files[0].sha256.is_some());
    assert_eq!(&*malware.provenance[0].input, "androidqf/packages.json");
    assert_eq!(malware.provenance[0].locator, "[6].name");
    let whatsapp = app(&snapshot, "com.whatsapp");
    let signer = &whatsapp.signers[0];
    assert_eq!(
        signer.sha1.unwrap().to_string(),
        "38a0f7d505fe18fec64fbf343ecaaaf310dbd799"
    );
    assert_eq!(
        signer.subject.as_ref().unwrap().common_name.as_deref(),
        Some("Brian Acton")
    );
    assert_eq!(
        state(&snapshot, SurfaceId::Apps),
        &SurfaceState::Read { records: 9 }
    );
    assert_eq!(
        state(&snapshot, SurfaceId::AppSigners),
        &SurfaceState::Read { records: 7 }
    );
    assert_eq!(
        state(&snapshot, SurfaceId::Settings),
        &SurfaceState::Read { records: 9 }
    );
    let file = "dumpsys device_policy".to_owned();
    let missing = SurfaceState::Unavailable(Reason::FileMissing { file });
    assert_eq!(state(&snapshot, SurfaceId::DeviceAdmins), &missing);
    // Two more apps stand in the dump only; nobody knows who signed them.
    let provider = app(&snapshot, "com.samsung.android.provider.filterprovider");
    assert_eq!(&*provider.provenance[0].input, "androidqf/dumpsys.txt");
    let unsigned = &snapshot
        .surfaces
        .get(SurfaceId::AppSigners)
        .unwrap()
        .skipped;
    let dumped = unsigned
        .iter()
        .filter(|s| s.record.contains("dumpsys package"));
    assert_eq!(dumped.count(), 2);
    let file = "dumpsys input_method".to_owned();
    let missing = SurfaceState::Unavailable(Reason::FileMissing { file });
    assert_eq!(state(&snapshot, SurfaceId::Keyboards), &missing);
    assert_eq!(snapshot.root_binaries.len(), 4);
    assert_eq!(snapshot.files.len(), 3);
    assert_eq!(
        app(&snapshot, "com.android.providers.media").state,
        AppState::Seen
    );
}
