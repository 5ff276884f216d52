use std::path::Path;

use proptest::prelude::*;
use zeroize::Zeroizing;

use super::*;
use crate::evidence::{Secrets, Unwatched, read_container};
use crate::snapshot::SurfaceState;

#[path = "../../../../../tests/src/made_backup.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "the makers of fixtures, as the tests crate has them"
)]
mod made_backup;
use made_backup::MadeBackup;

const CERTIFICATE: &[u8] = include_bytes!("../../../../../tests/fixtures/keys/one.certificate.der");
const OTHER: &[u8] = include_bytes!("../../../../../tests/fixtures/keys/two.certificate.der");
/// Written by Java's own cryptography: `tests/checks/MakeBackup.java`.
const JAVA: [&[u8]; 2] = [
    include_bytes!("../../../../../tests/fixtures/backup/java-version-1.ab"),
    include_bytes!("../../../../../tests/fixtures/backup/java-version-5.ab"),
];
const JAVA_PASSWORD: &str = "Grüße aus Łódź";

fn secrets(passwords: &[&str]) -> Secrets {
    Secrets {
        passwords: passwords
            .iter()
            .map(|password| Zeroizing::new((*password).to_owned()))
            .collect(),
        ..Secrets::NONE
    }
}

fn read_with(bytes: &[u8], passwords: &[&str]) -> Result<Snapshot, EvidenceError> {
    let secrets = secrets(passwords);
    let reading = Reading {
        watch: &Unwatched,
        code: None,
        secrets: &secrets,
    };
    let container = Container::from_bytes("backup.ab", bytes.to_vec())?;
    read_container(&container, reading)
}

fn read_plain(backup: &MadeBackup) -> Snapshot {
    read_with(&backup.bytes(), &[]).unwrap()
}

fn ids(snapshot: &Snapshot) -> Vec<&str> {
    snapshot.apps.iter().map(|app| app.id.as_str()).collect()
}

fn skipped(snapshot: &Snapshot, id: SurfaceId) -> Vec<String> {
    let surface = snapshot.surfaces.get(id).unwrap();
    let own = |skipped: &Skipped| format!("{}: {}", skipped.record, skipped.reason.code());
    surface.skipped.iter().map(own).collect()
}

fn two_apps(version: u32) -> MadeBackup {
    MadeBackup::new(version)
        .app("com.example.one", 42, "com.android.vending", &[CERTIFICATE])
        .file("apps/com.example.one/db/private.db", b"not for us")
        .app("com.example.two", 7, "", &[CERTIFICATE, OTHER])
        .file(
            "apps/com.android.providers.telephony/d_f/000000_sms_backup",
            b"not for us",
        )
        .file("shared/0/DCIM/1.jpg", b"not for us")
}

#[test]
fn a_backup_names_its_apps_with_version_installer_and_signers() {
    let snapshot = read_plain(&two_apps(5));
    insta::assert_yaml_snapshot!(snapshot);
}

#[test]
fn every_version_and_form_of_one_backup_tells_the_same() {
    let plain = read_plain(&two_apps(5)).apps;
    for version in 1..=5 {
        for compressed in [true, false] {
            let form = |backup: MadeBackup| {
                if compressed {
                    backup
                } else {
                    backup.not_compressed()
                }
            };
            let open = read_plain(&form(two_apps(version)));
            assert_eq!(open.apps, plain);
            let sealed = form(two_apps(version)).password("päss").bytes();
            assert_eq!(read_with(&sealed, &["päss"]).unwrap().apps, plain);
        }
    }
}

#[test]
fn a_backup_that_java_encrypted_is_opened() {
    for bytes in JAVA {
        let snapshot = read_with(bytes, &["wrong", JAVA_PASSWORD]).unwrap();
        assert_eq!(ids(&snapshot), ["com.example.java"]);
        let app = &snapshot.apps[0];
        assert_eq!(app.version.as_ref().unwrap().code, Some(7));
        let signer = &app.signers[0];
        assert_eq!(signer.sha256, Some(Sha256::of(CERTIFICATE)));
        let subject = signer.subject.as_ref().unwrap();
        assert_eq!(
            subject.common_name.as_deref(),
            Some("Rushlight test key one")
        );
        assert_eq!(skipped(&snapshot, SurfaceId::Apps).len(), 1);
    }
}

#[test]
fn a_wrong_password_and_a_missing_one_are_told_as_what_they_are() {
    let sealed = two_apps(5).password("right").bytes();
    for bytes in [&sealed[..], JAVA[0], JAVA[1]] {
        assert!(matches!(
            read_with(bytes, &[]),
            Err(EvidenceError::Encrypted { .. })
        ));
        assert!(matches!(
            read_with(bytes, &["wrong", "Right"]),
            Err(EvidenceError::WrongPassword { .. })
        ));
    }
}

#[test]
fn inside_an_acquisition_a_sealed_backup_costs_only_itself() {
    let sealed = two_apps(5).password("right").bytes();
    let acquisition = |secrets: &Secrets| {
        let files = vec![
            (
                "packages.json".to_owned(),
                br#"[{"name":"com.example.one","files":[]}]"#.to_vec(),
            ),
            ("backup.ab".to_owned(), sealed.clone()),
        ];
        let container = Container::from_entries("phone", files).unwrap();
        let reading = Reading {
            watch: &Unwatched,
            code: None,
            secrets,
        };
        read_container(&container, reading).unwrap()
    };
    for (passwords, code) in [(&[][..], "encrypted"), (&["wrong"][..], "wrong_password")] {
        let snapshot = acquisition(&secrets(passwords));
        assert_eq!(ids(&snapshot), ["com.example.one"]);
        let told = skipped(&snapshot, SurfaceId::AppSigners);
        assert!(
            told.contains(&format!("phone/backup.ab: {code}")),
            "{told:?}"
        );
    }
    let snapshot = acquisition(&secrets(&["right"]));
    assert_eq!(ids(&snapshot).len(), 3);
    let one = &snapshot.apps[1];
    assert_eq!(one.id, "com.example.one");
    assert_eq!(one.signers.len(), 1);
    assert_eq!(
        snapshot.surfaces.get(SurfaceId::AppSigners).unwrap().state,
        SurfaceState::Read { records: 2 }
    );
}

#[test]
fn one_bad_manifest_never_ends_the_rest() {
    let backup = MadeBackup::new(5)
        .app("com.example.one", 1, "", &[CERTIFICATE])
        .file("apps/com.example.bad/_manifest", b"2\nnonsense")
        .file(
            "apps/com.example.half/_manifest",
            b"1\ncom.example.half\nx\n34\n\n0\n2\nzz\n",
        )
        .file(
            "apps/com.example.other/_manifest",
            b"1\ncom.example.named\n3\n34\n\n0\n0\n",
        )
        .app("com.example.one", 2, "", &[OTHER])
        .file_that_states("apps/com.example.huge/_manifest", 1 << 60, b"")
        .file_that_states(
            "apps/com.example.large/_manifest",
            3 << 20,
            &vec![b'1'; 3 << 20],
        )
        .raw(&[0xaa; 1024])
        .file_with_long_name(
            "apps/com.example.long/_manifest",
            b"1\ncom.example.long\n3\n34\n\n0\n0\n",
        )
        .app("com.example.two", 1, "", &[CERTIFICATE]);
    let snapshot = read_plain(&backup);
    insta::assert_yaml_snapshot!(snapshot.surfaces.get(SurfaceId::Apps));
    insta::assert_yaml_snapshot!(snapshot.surfaces.get(SurfaceId::AppSigners));
    for id in [
        "com.example.one",
        "com.example.half",
        "com.example.named",
        "com.example.long",
        "com.example.two",
    ] {
        let found = snapshot.apps.iter().find(|app| app.id == id).unwrap();
        assert_eq!(found.state, AppState::Installed, "{id}");
    }
}

#[test]
fn a_cut_backup_keeps_what_came_before_and_says_so() {
    let one = |backup: MadeBackup| backup.app("com.example.one", 1, "", &[CERTIFICATE]);
    let mut state = 1u64;
    let mut noise = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 56) as u8
    };
    let noise: Vec<u8> = (0..200_000).map(|_| noise()).collect();
    for backup in [
        MadeBackup::new(5),
        MadeBackup::new(5).not_compressed(),
        MadeBackup::new(5).password("p"),
    ] {
        let bytes = one(backup)
            .file("apps/com.example.one/f/x", &noise)
            .app("com.example.two", 1, "", &[CERTIFICATE])
            .bytes();
        let cut = read_with(&bytes[..bytes.len() - 20_000], &["p"]).unwrap();
        assert_eq!(ids(&cut), ["com.example.one"]);
        let told = skipped(&cut, SurfaceId::Apps);
        assert!(
            told.contains(&"backup.ab: malformed".to_owned()),
            "{told:?}"
        );
    }
}

#[test]
fn a_backup_of_nothing_but_messages_is_read_without_them() {
    let backup = MadeBackup::new(1).file(
        "apps/com.android.providers.telephony/d_f/000000_sms_backup",
        b"a message",
    );
    let snapshot = read_plain(&backup);
    assert_eq!(snapshot.apps[0].state, AppState::Seen);
    let text = serde_json::to_string(&snapshot).unwrap();
    assert!(!text.contains("a message") && !text.contains("sms_backup"));
}

#[test]
fn a_header_that_asks_too_much_is_refused_at_once() {
    let sealed = String::from_utf8_lossy(&two_apps(5).password("p").bytes()).into_owned();
    let costly = sealed.replacen("\n20\n", "\n4000000000\n", 1);
    assert_ne!(sealed, costly);
    let refused = read_with(costly.as_bytes(), &["p"]).unwrap_err();
    assert!(refused.to_string().contains("1000000 rounds"), "{refused}");
    for bytes in [
        "ANDROID BACKUP\n6\n1\nnone\n",
        "ANDROID BACKUP\n5\n1\nROT13\n",
        "ANDROID BACKUP\n5",
    ] {
        assert!(matches!(
            read_with(bytes.as_bytes(), &[]),
            Err(EvidenceError::Damaged { .. })
        ));
    }
}

#[test]
fn an_app_file_inside_is_read_as_an_app_file() {
    let backup = MadeBackup::new(5)
        .app("com.example.one", 1, "", &[CERTIFICATE])
        .file("apps/com.example.one/a/base.apk", b"PK\x03\x04 not an app");
    let snapshot = read_plain(&backup);
    assert_eq!(
        snapshot.surfaces.get(SurfaceId::AppHashes).unwrap().state,
        SurfaceState::Read { records: 1 }
    );
    let input = "backup.ab/apps/com.example.one/a/base.apk";
    assert!(snapshot.inputs.iter().any(|own| own.path == input));
    assert!(!skipped(&snapshot, SurfaceId::AppManifests).is_empty());
}

#[test]
fn the_corpus_s_real_backup_is_read() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpora/androidqf/backup.ab");
    let Ok(bytes) = std::fs::read(path) else {
        println!("skipped: ../shared is absent");
        return;
    };
    let snapshot = read_with(&bytes, &[]).unwrap();
    assert_eq!(ids(&snapshot), ["com.android.providers.telephony"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_behind_any_header_are_read_without_a_panic(
        version in 0u32..7, compressed in 0u8..2, sealed: bool,
        bytes in proptest::collection::vec(any::<u8>(), 0..3000),
    ) {
        let encryption = if sealed { "AES-256" } else { "none" };
        let mut backup = format!("ANDROID BACKUP\n{version}\n{compressed}\n{encryption}\n").into_bytes();
        backup.extend(bytes);
        let _ = read_with(&backup, &["p"]);
    }

    #[test]
    fn a_changed_backup_is_read_without_a_panic(
        at in 0usize..5000, byte: u8, sealed: bool, compressed: bool,
    ) {
        let mut backup = two_apps(5);
        if sealed { backup = backup.password("p"); }
        if !compressed { backup = backup.not_compressed(); }
        let mut bytes = backup.bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = read_with(&bytes, &["p"]);
    }
}
