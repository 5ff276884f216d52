//! Against Android's and apksig's own answers, and against bytes that nobody meant.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::*;
use crate::evidence::Unwatched;
use crate::snapshot::{Scheme, SignerRole};

const READING: Reading<'static> = Reading {
    watch: &Unwatched,
    code: None,
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
    let texts = value.as_array().into_iter().flatten();
    texts
        .map(|text| text.as_str().unwrap().to_owned())
        .collect()
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
        let keys = signers.iter().all(|signer| signer.key_sha256.is_some());
        if !keys && name != "v1-only-with-rsa-1024-cert-not-der.apk" {
            missing.push("a certificate has no key".to_owned());
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
    println!("{count} files read on a stack of 512 KiB");
}

#[test]
fn manifests_of_packed_apps_name_their_package() {
    let Some(folder) = corpus("axml") else {
        return;
    };
    for path in files(&folder) {
        let bytes = std::fs::read(&path).unwrap();
        let read = manifest::read(&Arc::from("m"), &bytes, &|_| None);
        let read = read.map(|manifest| manifest.package);
        println!("{}: {read:?}", path.file_name().unwrap().display());
    }
}
