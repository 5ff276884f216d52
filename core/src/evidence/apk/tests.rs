//! Against Android's and apksig's own answers, and against bytes that nobody meant.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::evidence::{CodeCheck, Secrets, Unwatched};
use crate::snapshot::{Hiding, Scheme, SignerRole};

#[path = "../../../../tests/src/made_apk.rs"]
#[expect(
    dead_code,
    unreachable_pub,
    reason = "made for all tests; these use a part of it"
)]
mod made_apk;

use made_apk::{Key, MadeApk, Part};

const READING: Reading<'static> = Reading {
    watch: &Unwatched,
    code: None,
    secrets: &Secrets::NONE,
};

fn read_bytes(bytes: Vec<u8>) -> Result<ReadApk, Box<UnreadApk>> {
    read(&Arc::from("app.apk"), bytes, READING)
}

/// A folder of the shared corpora, if it is there.
fn corpus(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared/corpora")
        .join(name);
    if !path.is_dir() {
        println!("skipped: ../shared is absent");
        return None;
    }
    Some(path)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

fn lines(path: &Path) -> Vec<serde_json::Value> {
    std::fs::read_to_string(path)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn signers_of(result: &Result<ReadApk, Box<UnreadApk>>) -> &[Signer] {
    match result {
        Ok(read) => &read.app.signers,
        Err(unread) => &unread.signers,
    }
}

fn digests(signers: &[Signer], scheme: Scheme, role: Option<SignerRole>) -> BTreeSet<String> {
    signers
        .iter()
        .filter(|signer| signer.scheme == Some(scheme))
        .filter(|signer| role.is_none_or(|role| signer.role == role))
        .map(|signer| signer.sha256.unwrap().to_string())
        .collect()
}

fn texts(value: &serde_json::Value) -> BTreeSet<String> {
    // `digest@first-last system version` in the list of v3.1.
    let digest = |text: &str| text.split('@').next().unwrap().to_owned();
    let texts = value.as_array().into_iter().flatten();
    texts.map(|text| digest(text.as_str().unwrap())).collect()
}

#[test]
fn signers_and_their_history_agree_with_apksig() {
    let Some(folder) = corpus("apksig") else {
        return;
    };
    let mut read_files = BTreeMap::new();
    let (mut files, mut agree) = (BTreeSet::new(), BTreeSet::new());
    let mut disagree = BTreeMap::new();
    for verdict in lines(&folder.join("verdicts-apksig35.jsonl")) {
        let name = verdict["file"].as_str().unwrap().to_owned();
        let result = read_files
            .entry(name.clone())
            .or_insert_with(|| read_bytes(std::fs::read(folder.join("apks").join(&name)).unwrap()));
        if verdict["verified"] != true || verdict["certs"] == serde_json::json!([]) {
            continue;
        }
        files.insert(name.clone());
        let signers = signers_of(result);
        let schemes = [
            ("v1_certs", Scheme::V1),
            ("v2_certs", Scheme::V2),
            ("v3_certs", Scheme::V3),
            ("v31_certs", Scheme::V31),
        ];
        let mut missing = Vec::new();
        for (field, scheme) in schemes {
            let ours = digests(signers, scheme, Some(SignerRole::Current));
            let theirs = texts(&verdict[field]);
            if !theirs.is_subset(&ours) {
                missing.push(format!("{field}: {theirs:?} not in {ours:?}"));
            }
        }
        let rotated = [Scheme::V3, Scheme::V31];
        let ours: BTreeSet<String> = rotated
            .iter()
            .flat_map(|scheme| digests(signers, *scheme, None))
            .collect();
        let theirs = texts(&verdict["lineage"]);
        if !theirs.is_subset(&ours) {
            missing.push(format!("lineage: {theirs:?} not in {ours:?}"));
        }
        let current = |signer: &&Signer| signer.role == SignerRole::Current;
        let keys = signers
            .iter()
            .filter(current)
            .all(|s| s.key_sha256.is_some());
        if !keys && name != "v1-only-with-rsa-1024-cert-not-der.apk" {
            missing.push("a current signer has no key".to_owned());
        }
        if missing.is_empty() {
            agree.insert(name);
        } else {
            disagree.insert(name, missing);
        }
    }
    println!(
        "{} of {} verified files agree with apksig",
        agree.len(),
        files.len()
    );
    assert!(disagree.is_empty(), "{disagree:#?}");
}

#[test]
fn packages_agree_with_android() {
    let Some(folder) = corpus("hostile-apk") else {
        return;
    };
    let (mut accepted, mut agree, mut refused_and_read) = (0, 0, 0);
    let mut disagree = BTreeMap::new();
    for verdict in lines(&folder.join("verdicts-android.jsonl")) {
        let name = verdict["file"].as_str().unwrap().to_owned();
        let result = read_bytes(std::fs::read(folder.join(&name)).unwrap());
        let ours = result.map(|read| {
            let code = read.app.version.unwrap().code.unwrap_or(0);
            let requested = read.app.permissions.requested.unwrap().value.len();
            (read.app.id, code, requested)
        });
        let ours = ours.map_err(|unread| unread.reason);
        let ended = verdict["end"] == "ok";
        let Some(package) = verdict["package"].as_str().filter(|_| ended) else {
            refused_and_read += usize::from(ours.is_ok());
            println!("{name}: Android refuses ({verdict}); ours: {ours:?}");
            continue;
        };
        accepted += 1;
        let version = verdict["versionCode"].as_str().unwrap().parse().unwrap();
        let permissions = usize::try_from(verdict["perms"].as_u64().unwrap()).unwrap();
        if ours == Ok((package.to_owned(), version, permissions)) {
            agree += 1;
        } else {
            disagree.insert(name, (verdict, ours));
        }
    }
    println!(
        "{agree} of {accepted} files that Android accepts agree; {refused_and_read} that it refuses are read"
    );
    assert!(disagree.is_empty(), "{disagree:#?}");
}

#[test]
fn no_file_of_the_corpora_exhausts_a_small_stack() {
    let mut paths = Vec::new();
    for name in ["apksig/apks", "hostile-apk", "axml"] {
        paths.extend(corpus(name).iter().flat_map(|folder| files(folder)));
    }
    let count = paths.len();
    let small = std::thread::Builder::new().stack_size(512 << 10);
    let thread = small.spawn(move || {
        for path in paths {
            let bytes = std::fs::read(&path).unwrap();
            let _ = manifest::read(&Arc::from("manifest"), &bytes, &|_| None);
            let _ = Table::open(&bytes).map(|table| table.texts(0x7f01_0000));
            let _ = read_bytes(bytes);
        }
    });
    thread.unwrap().join().unwrap();
    println!("{count} files were read on a stack of 512 KiB");
}

#[test]
fn manifests_of_packed_apps_name_their_package() {
    let Some(folder) = corpus("axml") else {
        return;
    };
    let manifests = files(&folder).into_iter().filter(|path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.starts_with("AndroidManifest") && name.ends_with(".xml")
    });
    let (mut count, mut cut) = (0, 0);
    for path in manifests {
        let bytes = std::fs::read(&path).unwrap();
        let read = manifest::read(&Arc::from("m"), &bytes, &|_| None);
        let read = read.unwrap_or_else(|reason| panic!("{}: {reason:?}", path.display()));
        assert!(read.package.contains('.'), "{}", read.package);
        count += 1;
        cut += usize::from(!read.anomalies.is_empty());
    }
    println!("{count} manifests of packed apps name their package, {cut} of them damaged");
}

struct NamesLengths;

impl CodeCheck for NamesLengths {
    fn matching_rules(&self, dex: &[u8]) -> Result<Vec<String>, Reason> {
        Ok(vec![format!("length_{}", dex.len()), "every".to_owned()])
    }
}

fn made() -> MadeApk {
    MadeApk::new("com.example.watcher")
        .label("Sync Service")
        .label_in("de", "Abgleich")
        .label_in("fr", "Synchronisation")
        .version(3, "1.0")
        .permission("android.permission.READ_SMS")
        .permission("android.permission.CAMERA")
        .declared_permission("com.example.watcher.HIDDEN")
        .component(Part::Activity, "com.example.watcher.Main")
        .component(Part::Service, ".Watching")
        .component(Part::Receiver, "Boot")
        .meta_data("ISMONITORINGTOOL", "child_monitoring")
        .dex(b"dex\n035\0one".as_slice())
        .dex(b"dex\n035\0second".as_slice())
}

#[test]
fn a_made_apk_is_read_with_every_fact_in_its_place() {
    let bytes = made().signed_by(Key::Two).lineage(&[Key::One]).bytes();
    let reading = Reading {
        watch: &Unwatched,
        code: Some(&NamesLengths),
        secrets: &Secrets::NONE,
    };
    let read = read(&Arc::from("watcher.apk"), bytes, reading).unwrap();
    assert_eq!(read.skipped, []);
    insta::assert_yaml_snapshot!(read.app);
}

#[test]
fn the_key_of_a_certificate_is_hashed_as_it_stands_in_it() {
    let read = read_bytes(made().signed_by(Key::One).bytes()).unwrap();
    let [signer] = read.app.signers.as_slice() else {
        panic!("one signer");
    };
    assert_eq!(signer.sha256, Some(Sha256::of(Key::One.certificate())));
    assert_eq!(signer.key_sha256, Some(Sha256::of(&Key::One.public_key())));
    assert_eq!(
        (signer.scheme, signer.role),
        (Some(Scheme::V2), SignerRole::Current)
    );
}

#[test]
fn a_file_without_a_manifest_keeps_its_digest_and_its_signers() {
    let mut bytes = made().signed_by(Key::One).bytes();
    let name = b"AndroidManifest.xml";
    let places: Vec<usize> = (0..bytes.len() - name.len())
        .filter(|at| bytes[*at..].starts_with(name))
        .collect();
    for at in places {
        bytes[at] = b'B';
    }
    let digest = Sha256::of(&bytes);
    let unread = read_bytes(bytes).unwrap_err();
    assert_eq!(unread.reason.code(), "file_missing");
    assert_eq!(unread.file.sha256, Some(digest));
    assert_eq!(unread.signers.len(), 1);
}

fn hiding(apk: &MadeApk) -> Vec<Hiding> {
    let read = read_bytes(apk.bytes()).unwrap();
    read.app.hiding.iter().map(|way| way.value).collect()
}

#[test]
fn an_icon_is_seen_and_its_absence_too() {
    const MAIN: &str = "android.intent.action.MAIN";
    const TELEVISION: &str = "android.intent.category.LEANBACK_LAUNCHER";
    let app = || MadeApk::new("org.example.x");
    assert_eq!(hiding(&app().icon(".Main")), []);
    assert_eq!(hiding(&app()), [Hiding::NoLauncherEntry]);
    // MAIN without the category opens from elsewhere, and has no icon.
    let no_category = app()
        .component(Part::Activity, ".Main")
        .filter(&[MAIN], &[]);
    assert_eq!(hiding(&no_category), [Hiding::NoLauncherEntry]);
    let television = app()
        .component(Part::Activity, ".Tv")
        .filter(&[MAIN], &[TELEVISION]);
    assert_eq!(hiding(&television), [Hiding::TelevisionOnly]);
    let off = app().icon(".Main").switched_off();
    assert_eq!(hiding(&off), [Hiding::LauncherSwitchedOff]);
    // Apps with several icons to choose from leave one on.
    assert_eq!(hiding(&off.icon(".Other")), []);
    let recents = app().icon(".Main").left_out_of_recents();
    assert_eq!(hiding(&recents), [Hiding::LeftOutOfRecents]);
}

#[test]
fn a_part_of_an_app_does_not_show_that_an_icon_is_missing() {
    assert_eq!(
        hiding(&MadeApk::new("org.example.x").split("config.en")),
        []
    );
}

#[test]
fn events_that_wake_an_app_and_the_level_it_was_made_for_are_read() {
    let apk = MadeApk::new("org.example.x")
        .target_sdk(28)
        .icon(".Main")
        .component(Part::Receiver, ".Calls")
        .filter(
            &[
                "android.intent.action.NEW_OUTGOING_CALL",
                "android.intent.action.BOOT_COMPLETED",
                "org.example.OTHER",
            ],
            &[],
        );
    let app = read_bytes(apk.bytes()).unwrap().app;
    let events: Vec<&str> = app
        .broadcasts
        .iter()
        .map(|event| event.value.as_str())
        .collect();
    assert_eq!(
        events,
        [
            "android.intent.action.BOOT_COMPLETED",
            "android.intent.action.NEW_OUTGOING_CALL"
        ]
    );
    let level = app.target_sdk.unwrap();
    assert_eq!(level.value, 28);
    assert_eq!(
        level.provenance.locator,
        "AndroidManifest.xml /manifest/uses-sdk[1]"
    );
}

#[test]
fn bytes_that_are_no_archive_keep_their_digest() {
    let unread = read_bytes(b"not an archive".to_vec()).unwrap_err();
    assert_eq!(unread.reason.code(), "malformed");
    assert_eq!(unread.file.sha256, Some(Sha256::of(b"not an archive")));
}

#[test]
fn a_seal_that_was_taken_out_is_noted() {
    let promise = "Signature-Version: 1.0\r\nX-Android-APK-Signed: 2, 3\r\n\r\n";
    let bytes = made()
        .file("META-INF/CERT.SF", promise)
        .file("META-INF/CERT.RSA", b"no signature block".as_slice())
        .bytes();
    let read = read_bytes(bytes).unwrap();
    assert_eq!(read.app.files[0].anomalies, ["v2_stripped", "v3_stripped"]);
    assert_eq!(read.skipped.len(), 1);
}

#[test]
fn a_bomb_is_given_up_at_the_limit() {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file("AndroidManifest.xml", options).unwrap();
    let zeros = vec![0; 1 << 20];
    for _ in 0..=(limits::APK_MANIFEST_BYTES >> 20) {
        zip.write_all(&zeros).unwrap();
    }
    let mut bytes = zip.finish().unwrap().into_inner();
    let honest = read_bytes(bytes.clone()).unwrap_err();
    assert_eq!(honest.reason.code(), "too_large");
    // Declares 10 bytes.
    let record = bytes
        .windows(4)
        .position(|part| part == b"PK\x01\x02")
        .unwrap();
    bytes[record + 24..record + 28].copy_from_slice(&10u32.to_le_bytes());
    let lying = read_bytes(bytes).unwrap_err();
    assert_eq!(lying.reason.code(), "too_large");
}

#[test]
fn resources_that_refer_to_each_other_in_a_circle_give_no_label() {
    let mut bytes = made().bytes();
    // Every text of the table becomes a reference to itself: type 3 and number, to type 1 and its id.
    let table = bytes
        .windows(4)
        .position(|part| part == [2, 0, 12, 0])
        .unwrap();
    for at in table..bytes.len() - 8 {
        if bytes[at..at + 4] == [8, 0, 0, 3] {
            bytes[at + 3] = 1;
            bytes[at + 4..at + 8].copy_from_slice(&0x7f01_0000u32.to_le_bytes());
        }
    }
    let read = read_bytes(bytes).unwrap();
    assert_eq!(read.app.labels, []);
    let records: Vec<&str> = read.skipped.iter().map(|s| s.record.as_str()).collect();
    assert_eq!(
        records,
        ["app.apk AndroidManifest.xml /manifest/application/@label"]
    );
}

#[test]
fn nesting_costs_no_stack() {
    let apk = made().bytes();
    let mut archive = Archive::open(&apk).unwrap();
    let mut bytes = archive.read(MANIFEST, limits::APK_MANIFEST_BYTES).unwrap();
    let start = [2, 1, 16, 0];
    let second = (0..bytes.len() - 4)
        .step_by(4)
        .filter(|at| bytes[*at..].starts_with(&start))
        .nth(1);
    let open = [
        start.as_slice(),
        &36u32.to_le_bytes(),
        &[0xff; 16],
        &[20, 0, 20, 0],
        &[0; 8],
    ];
    let nested = open.concat().repeat(200_000);
    let at = second.unwrap();
    bytes.splice(at..at, nested);
    let size = u32::try_from(bytes.len()).unwrap();
    bytes[4..8].copy_from_slice(&size.to_le_bytes());
    let small = std::thread::Builder::new().stack_size(512 << 10);
    let thread = small.spawn(move || manifest::read(&Arc::from("m"), &bytes, &|_| None));
    let read = thread.unwrap().join().unwrap().unwrap();
    assert_eq!(read.package, "com.example.watcher");
    assert!(read.anomalies.contains("manifest_damaged"));
}

#[test]
fn a_file_that_is_code_and_archive_at_once_is_looked_at_as_code() {
    let apk = made().bytes();
    let bytes = [b"dex\n035\0".as_slice(), &apk].concat();
    let length = bytes.len();
    let reading = Reading {
        watch: &Unwatched,
        code: Some(&NamesLengths),
        secrets: &Secrets::NONE,
    };
    let read = read(&Arc::from("janus.apk"), bytes, reading).unwrap();
    let file = &read.app.files[0];
    let rules = file.rules.as_ref().unwrap();
    assert!(rules.contains(&format!("length_{length}")));
    assert!(
        file.anomalies
            .contains(&"starts_with_something_else".to_owned())
    );
}

proptest! {
    #[test]
    fn damaged_files_never_panic_and_always_keep_their_digest(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..24),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = made().signed_by(Key::Two).lineage(&[Key::One]).bytes();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let digest = Some(Sha256::of(&bytes));
        match read_bytes(bytes) {
            Ok(read) => prop_assert_eq!(read.app.files[0].sha256, digest),
            Err(unread) => prop_assert_eq!(unread.file.sha256, digest),
        }
    }

    #[test]
    fn any_bytes_before_a_central_directory_are_a_signing_block_or_none(
        pairs in prop::collection::vec(any::<u8>(), 0..400),
        id in prop::sample::select(vec![0x7109_871au32, 0xf053_68c0, 0x1b93_ad61, 0x70e1_c89f]),
    ) {
        let value = [(pairs.len() as u64 + 4).to_le_bytes().as_slice(), &id.to_le_bytes(), &pairs].concat();
        let size = (value.len() as u64 + 24).to_le_bytes();
        let block = [size.as_slice(), &value, &size, b"APK Sig Block 42"].concat();
        let read = signing_block::read(&block, block.len());
        prop_assert!(read.certificates.iter().all(|found| found.der.len() <= pairs.len()));
    }

    #[test]
    fn any_bytes_are_a_jar_signature_or_not(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = jar_signature::certificates(&bytes);
    }
}

#[test]
fn a_pool_string_longer_than_its_length_field_is_found_by_its_end() {
    // 15 bits of length: of 40,000 bytes 7,232 are written (hostile case A19 has a 300 kB name).
    let text = "x".repeat(40_000);
    let length = [0x80 | 0x1c, 0x40];
    let data = [length.as_slice(), &length, text.as_bytes(), &[0]].concat();
    let mut chunk = vec![1, 0, 28, 0];
    for field in [
        32 + u32::try_from(data.len()).unwrap(),
        1,
        0,
        1 << 8,
        32,
        0,
        0,
    ] {
        chunk.extend(field.to_le_bytes());
    }
    chunk.extend(data);
    let pool = strings::Strings::open(&chunk).unwrap();
    assert_eq!(pool.get(0, 50_000), Some(text));
    assert_eq!(pool.get(0, 39_999), None);
    assert!(pool.is_longer(0, 39_999));
}
