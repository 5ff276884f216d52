//! Packages in, what holds and what does not out.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use proptest::prelude::*;
use rand_core::{CryptoRng, RngCore};
use rayon::prelude::*;

use super::layout::walk;
use super::pack::written;
use super::*;
use crate::digest::Sha256;
use crate::record::RecordDigest;
use crate::report::{Edition, Report, json_bytes, report_id};
use crate::scan::Options;
use crate::signatures::{BundleSummary, Counts};
use crate::snapshot::Snapshot;
use crate::text::Catalogue;

/// Not random at all: the same key in every run.
struct Fixed(u8);

impl RngCore for Fixed {
    fn next_u32(&mut self) -> u32 {
        u32::from(self.0)
    }
    fn next_u64(&mut self) -> u64 {
        u64::from(self.0)
    }
    fn fill_bytes(&mut self, out: &mut [u8]) {
        out.fill(self.0);
    }
    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), rand_core::Error> {
        self.fill_bytes(out);
        Ok(())
    }
}

impl CryptoRng for Fixed {}

fn station() -> SealingKey {
    SealingKey::new("Peterlee front counter", &mut Fixed(7)).unwrap()
}

fn other_station() -> SealingKey {
    SealingKey::new("Peterlee front counter", &mut Fixed(8)).unwrap()
}

const RECORD_BYTES: &[u8] = br#"{"schema":"rushlight.evidence/1","snapshot":{}}"#;

/// A report that is short, so that every byte can be tried.
fn report(key: Option<&SealingKey>) -> Report {
    let options = Options {
        stated_at: "2026-11-22T14:05:00Z".parse().unwrap(),
        inventory: false,
        signatures: "built-in".to_owned(),
        commit: "unknown".to_owned(),
        language: "en-GB".to_owned(),
        region: "england-and-wales".to_owned(),
        case: None,
        seal: key.map(SealingKey::seal_key),
    };
    let copy = crate::scan::Copy {
        options: &options,
        edition: Edition::Officer,
        record: Some(RecordDigest {
            sha256: Sha256::of(RECORD_BYTES),
            bytes: RECORD_BYTES.len() as u64,
        }),
    };
    let bundle = BundleSummary {
        version: "2026.11.22".to_owned(),
        built_at: "2026-11-22".to_owned(),
        sha256: Sha256::of(b"bundle"),
        families: 0,
        indicators: Counts {
            loaded: 0,
            usable: 0,
            refused: 0,
        },
        sources: Vec::new(),
    };
    let catalogue = Catalogue::en_gb();
    let mut report =
        crate::report::assemble(&Snapshot::default(), Vec::new(), &bundle, &catalogue, copy);
    report.surfaces.clear();
    report.limits.clear();
    report.help.contacts.clear();
    report.help.emergency.clear();
    named(report)
}

/// The report with the number that fits it.
fn named(mut report: Report) -> Report {
    report.report_id = report_id(&report);
    report
}

fn files(report: &Report) -> Vec<(String, Vec<u8>)> {
    let file = |name: &str, bytes: &[u8]| (name.to_owned(), bytes.to_vec());
    vec![
        file("report.html", b"<p>made"),
        file(REPORT, &json_bytes(report)),
        file(PRINTED_REPORT, b"%PDF made"),
        file(RECORD, RECORD_BYTES),
    ]
}

fn sealed() -> Vec<u8> {
    let key = station();
    pack(files(&report(Some(&key))), Some(&key)).unwrap()
}

fn unsealed() -> Vec<u8> {
    pack(files(&report(None)), None).unwrap()
}

fn verified(package: &[u8]) -> Verification {
    verify_package(Cursor::new(package), None).unwrap()
}

/// The entries of a package that is laid out as it should be.
fn entries(package: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut out = Vec::new();
    let walked = walk(package, |name, bytes| {
        let mut content = Vec::new();
        bytes.read_to_end(&mut content)?;
        let mut crc = flate2::Crc::new();
        crc.update(&content);
        out.push((String::from_utf8(name.to_vec()).unwrap(), content));
        Ok(crc.sum())
    });
    assert!(matches!(walked, Ok(faults) if faults.is_empty()));
    out
}

/// What an attacker with our own writer makes of some entries.
fn rewritten(entries: &[(String, Vec<u8>)]) -> Vec<u8> {
    let entries = entries.iter();
    written(entries.map(|(name, bytes)| (name.as_str(), bytes.as_slice()))).unwrap()
}

/// A sealed package with changed entries, laid out as it should be.
fn with(change: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) -> Vec<u8> {
    let mut map: BTreeMap<_, _> = entries(&sealed()).into_iter().collect();
    change(&mut map);
    rewritten(&map.into_iter().collect::<Vec<_>>())
}

/// A package whose manifest fits its entries, sealed again by this key in the name of this purpose.
fn resealed(map: &mut BTreeMap<String, Vec<u8>>, key: &SealingKey, namespace: &str) {
    map.remove(SEAL);
    map.remove(MANIFEST);
    let digests = map.iter();
    let manifest = Manifest {
        digests: digests
            .map(|(name, bytes)| (name.clone(), Sha256::of(bytes)))
            .collect(),
    };
    let manifest = manifest.to_text();
    let seal = key.seal_as(namespace, manifest.as_bytes()).unwrap();
    map.insert(SEAL.to_owned(), seal.into_bytes());
    map.insert(MANIFEST.to_owned(), manifest.into_bytes());
}

/// The faults of every check, without their values.
fn faults(verification: &Verification) -> Vec<Fault> {
    let checks = verification.checks.iter();
    checks.flat_map(|check| check.faults.clone()).collect()
}

fn refused(package: &[u8]) -> Vec<Fault> {
    let verification = verified(package);
    assert!(!verification.whole, "{verification:#?}");
    faults(&verification)
}

fn text(name: &str) -> String {
    name.to_owned()
}

#[test]
fn a_sealed_package_is_whole_and_names_who_sealed_it() {
    let mut verification = verified(&sealed());
    assert!(verification.whole, "{verification:#?}");
    let number = verification.report_id.replace("RL-...".to_owned()).unwrap();
    assert!(number.starts_with("RL-"), "{number}");
    for entry in &mut verification.entries {
        // These follow from the report, which other tests keep.
        if entry.name == REPORT || entry.state == EntryState::Unlisted {
            (entry.bytes, entry.sha256) = (None, None);
        }
    }
    insta::assert_json_snapshot!(verification);
}

#[test]
fn an_unsealed_package_is_whole_and_has_no_seal() {
    let verification = verified(&unsealed());
    assert!(verification.whole, "{verification:#?}");
    assert_eq!(verification.seal, Seal::None);
}

#[test]
fn the_same_entries_and_key_give_the_same_bytes() {
    assert_eq!(sealed(), sealed());
    let key = station();
    let mut files = files(&report(Some(&key)));
    files.reverse();
    assert_eq!(pack(files, Some(&key)).unwrap(), sealed());
}

#[test]
fn an_ordinary_zip_reader_opens_a_package() {
    let mut archive = zip::ZipArchive::new(Cursor::new(sealed())).unwrap();
    let names: Vec<_> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    assert_eq!(
        names,
        [
            RECORD,
            MANIFEST,
            SEAL,
            "report.html",
            REPORT,
            PRINTED_REPORT,
            PUBLIC_KEY
        ]
    );
    let mut html = String::new();
    let mut entry = archive.by_name("report.html").unwrap();
    assert_eq!(entry.unix_mode(), Some(0o100_600));
    entry.read_to_string(&mut html).unwrap();
    assert_eq!(html, "<p>made");
}

/// The issue's own condition.
#[test]
fn every_byte_of_a_package_that_is_changed_is_refused() {
    for package in [sealed(), unsealed()] {
        assert!(verified(&package).whole);
        (0..package.len()).into_par_iter().for_each(|at| {
            // One bit, and the one between capital and small letters.
            for mask in [0x01, 0x20] {
                let mut changed = package.clone();
                changed[at] ^= mask;
                let verification = verified(&changed);
                assert!(!verification.whole, "byte {at}, mask {mask:#x}");
                let named = faults(&verification).into_iter();
                let named = named.filter(|fault| *fault != Fault::PrintedMissing);
                assert!(named.count() > 0, "byte {at}: nothing is said");
            }
        });
    }
}

#[test]
fn every_cut_and_every_byte_too_many_is_refused() {
    let package = sealed();
    for length in 0..package.len() {
        assert!(!verified(&package[..length]).whole, "cut at {length}");
    }
    let longer = [package.as_slice(), b"\0"].concat();
    let offset = package.len() as u64;
    assert_eq!(refused(&longer), [Fault::BytesAfterEnd { offset }]);
    let before = [b"#!/bin/sh\n", package.as_slice()].concat();
    assert!(refused(&before).contains(&Fault::Layout { offset: 0 }));
}

#[test]
fn a_changed_entry_is_named() {
    let package = with(|map| {
        map.insert(text("report.html"), b"<p>nothing found".to_vec());
    });
    let name = text("report.html");
    assert_eq!(refused(&package), [Fault::Changed { name }]);
}

#[test]
fn an_added_and_a_removed_entry_are_named() {
    let package = with(|map| {
        map.insert(text("note.txt"), b"x".to_vec());
        map.remove(PRINTED_REPORT);
    });
    let found = refused(&package);
    assert!(
        found.contains(&Fault::Added {
            name: text("note.txt")
        }),
        "{found:?}"
    );
    assert!(
        found.contains(&Fault::Missing {
            name: text(PRINTED_REPORT)
        }),
        "{found:?}"
    );
}

#[test]
fn swapped_entries_are_named() {
    let package = with(|map| {
        let html = map.remove("report.html").unwrap();
        let pdf = map.insert(text(PRINTED_REPORT), html).unwrap();
        map.insert(text("report.html"), pdf);
    });
    assert_eq!(
        refused(&package),
        [
            Fault::Swapped {
                name: text("report.html"),
                with: text(PRINTED_REPORT)
            },
            Fault::Swapped {
                name: text(PRINTED_REPORT),
                with: text("report.html")
            },
        ]
    );
}

#[test]
fn a_renamed_entry_is_missing_under_its_name() {
    let package = with(|map| {
        let pdf = map.remove(PRINTED_REPORT).unwrap();
        map.insert(text("report.bak"), pdf);
    });
    let found = refused(&package);
    assert!(
        found.contains(&Fault::Added {
            name: text("report.bak")
        }),
        "{found:?}"
    );
    assert!(
        found.contains(&Fault::Missing {
            name: text(PRINTED_REPORT)
        }),
        "{found:?}"
    );
}

#[test]
fn a_name_that_stands_twice_is_named_whichever_comes_first() {
    let good = entries(&sealed());
    let at = good.iter().position(|(name, _)| name == REPORT).unwrap();
    for place in [at, at + 1, 0, good.len()] {
        let mut doubled = good.clone();
        doubled.insert(place, (text(REPORT), b"{}".to_vec()));
        let found = refused(&rewritten(&doubled));
        assert!(
            found.contains(&Fault::Twice { name: text(REPORT) }),
            "{found:?}"
        );
    }
}

#[test]
fn entries_in_another_order_are_refused() {
    let mut turned = entries(&sealed());
    turned.swap(0, 1);
    assert_eq!(
        refused(&rewritten(&turned)),
        [Fault::OutOfOrder { name: text(RECORD) }]
    );
}

#[test]
fn an_entry_whose_name_leads_elsewhere_is_named() {
    for name in [
        "../evil",
        "/etc/cron.d/x",
        "a\\b",
        "a/b",
        "C:x",
        ".hidden",
        "-rf",
        "b\u{202e}c",
        "",
    ] {
        let mut more = entries(&sealed());
        more.push((text(name), b"x".to_vec()));
        let found = refused(&rewritten(&more));
        let named = found
            .iter()
            .any(|fault| matches!(fault, Fault::UnsafeName { .. }));
        assert!(named, "{name:?}: {found:?}");
    }
}

#[test]
fn a_manifest_that_climbs_is_named_even_under_a_good_seal() {
    let key = station();
    let package = with(|map| {
        let line = format!("{}  ../../etc/passwd\n", Sha256::of(b""));
        let manifest = line + std::str::from_utf8(&map[MANIFEST]).unwrap();
        let seal = key.seal(manifest.as_bytes()).unwrap();
        map.insert(text(SEAL), seal.into_bytes());
        map.insert(text(MANIFEST), manifest.into_bytes());
    });
    let name = text("../../etc/passwd");
    assert_eq!(refused(&package), [Fault::ManifestPath { line: 1, name }]);
}

#[test]
fn a_manifest_that_was_changed_breaks_the_seal() {
    let package = with(|map| {
        map.insert(text("report.html"), b"other".to_vec());
        let manifest = Manifest::parse(&map[MANIFEST]).unwrap();
        let mut digests = manifest.digests;
        digests.insert(text("report.html"), Sha256::of(b"other"));
        map.insert(text(MANIFEST), Manifest { digests }.to_text().into_bytes());
    });
    let fingerprint = station().seal_key().fingerprint;
    assert_eq!(refused(&package), [Fault::SealWrong { fingerprint }]);
}

#[test]
fn a_foreign_seal_is_named() {
    let stranger = other_station();
    // The seal alone, then with its public key as well.
    for with_key in [false, true] {
        let package = with(|map| {
            if with_key {
                map.insert(text(PUBLIC_KEY), stranger.public_line().into_bytes());
            }
            resealed(map, &stranger, NAMESPACE);
        });
        let foreign = Fault::SealForeign {
            found: stranger.seal_key().fingerprint,
            named: station().seal_key().fingerprint,
        };
        let found = refused(&package);
        assert!(found.contains(&foreign), "{found:?}");
        assert_eq!(found.contains(&Fault::PublicKeyForeign), !with_key);
    }
}

#[test]
fn a_whole_package_of_a_stranger_holds_only_where_nobody_asks_for_a_key() {
    let stranger = other_station();
    let package = pack(files(&report(Some(&stranger))), Some(&stranger)).unwrap();
    assert!(verified(&package).whole, "the name of a key proves nothing");
    let ours = ExpectedKeys::parse(&station().public_line()).unwrap();
    let verification = verify_package(Cursor::new(&package), Some(&ours)).unwrap();
    assert!(!verification.whole);
    let found = stranger.seal_key().fingerprint;
    assert_eq!(faults(&verification), [Fault::KeyUnexpected { found }]);
    let verification = verify_package(Cursor::new(sealed()), Some(&ours)).unwrap();
    assert!(verification.whole);
    let verification = verify_package(Cursor::new(unsealed()), Some(&ours)).unwrap();
    assert_eq!(faults(&verification), [Fault::KeyWithoutSeal]);
}

#[test]
fn a_seal_made_for_another_purpose_is_none() {
    let key = station();
    for namespace in ["file", "git", "rushlight-package@2"] {
        let package = with(|map| resealed(map, &key, namespace));
        let namespace = text(namespace);
        assert_eq!(refused(&package), [Fault::SealNamespace { namespace }]);
    }
}

#[test]
fn a_seal_that_was_taken_away_is_missed() {
    let package = with(|map| {
        map.remove(SEAL);
    });
    let fingerprint = station().seal_key().fingerprint;
    assert_eq!(
        refused(&package),
        [Fault::SealMissing { fingerprint }, Fault::PublicKeyStray]
    );
}

#[test]
fn a_seal_that_is_spelt_otherwise_is_refused() {
    let wider = with(|map| {
        let seal = String::from_utf8(map[SEAL].clone()).unwrap();
        map.insert(text(SEAL), seal.replace('\n', "\r\n").into_bytes());
    });
    assert_eq!(refused(&wider), [Fault::SealSpelling]);
    let none = with(|map| {
        map.insert(text(SEAL), b"no seal".to_vec());
    });
    assert!(matches!(refused(&none)[..], [Fault::SealUnreadable { .. }]));
}

/// A key of small order: its "signatures" hold for every text in lax verifiers.
#[test]
fn a_seal_by_a_weak_key_is_refused() {
    let mut point = [0u8; 32];
    point[0] = 1; // the neutral element
    let public = ssh_key::public::KeyData::Ed25519(ssh_key::public::Ed25519PublicKey(point));
    let mut bytes = [0u8; 64];
    bytes[0] = 1; // R neutral, S zero: holds by the plain equation
    let signature = ssh_key::Signature::new(ssh_key::Algorithm::Ed25519, bytes.to_vec()).unwrap();
    let seal = ssh_key::SshSig::new(public, NAMESPACE, ssh_key::HashAlg::Sha512, signature);
    let seal = seal.unwrap().to_pem(ssh_key::LineEnding::LF).unwrap();
    let lax = ssh_key::SshSig::from_pem(&seal).unwrap();
    let key = ssh_key::PublicKey::new(lax.public_key().clone(), "");
    assert!(
        key.verify(NAMESPACE, b"any text", &lax).is_ok(),
        "a lax verifier"
    );
    let strict = super::key::ReadSeal::parse(seal.as_bytes()).unwrap();
    assert!(matches!(
        strict.faults(b"any text")[..],
        [Fault::SealWrong { .. }]
    ));
}

#[test]
fn an_older_a_newer_and_a_foreign_schema_are_named() {
    for (schema, older) in [
        ("rushlight.report/0", Some(true)),
        ("rushlight.report/2", Some(false)),
        ("another.report/1", None),
    ] {
        let key = station();
        let mut report = report(Some(&key));
        report.schema = text(schema);
        let package = pack(files(&named(report)), Some(&key)).unwrap();
        let found = text(schema);
        let ours = text("rushlight.report/1");
        assert_eq!(
            refused(&package),
            [match older {
                Some(true) => Fault::SchemaOlder { found, ours },
                Some(false) => Fault::SchemaNewer { found, ours },
                None => Fault::SchemaUnknown { found },
            }]
        );
    }
}

/// A change to the files of a package and to its report.
type Change<'a> = &'a dyn Fn(&mut Vec<(String, Vec<u8>)>, &mut Report);

#[test]
fn the_record_is_the_one_that_the_report_names() {
    let key = station();
    let pack_with = |change: Change<'_>| {
        let mut report = report(Some(&key));
        let mut files = files(&report);
        change(&mut files, &mut report);
        for (name, bytes) in &mut files {
            if name == REPORT {
                *bytes = json_bytes(&named(report.clone()));
            }
        }
        pack(files, Some(&key)).unwrap()
    };
    let other =
        pack_with(&|files, _| files[3].1 = b"{\"schema\":\"rushlight.evidence/1\"}".to_vec());
    assert_eq!(refused(&other), [Fault::RecordOther]);
    let missing = pack_with(&|files, _| files.truncate(3));
    assert_eq!(refused(&missing), [Fault::RecordMissing]);
    let unnamed = pack_with(&|_, report| report.record = None);
    assert_eq!(refused(&unnamed), [Fault::RecordUnnamed]);
    let neither = pack_with(&|files, report| {
        files.truncate(3);
        report.record = None;
    });
    assert!(verified(&neither).whole);
    let old = pack_with(&|files, report| {
        let bytes = b"{\"schema\": \"rushlight.evidence/0\"}";
        files[3].1 = bytes.to_vec();
        report.record = Some(RecordDigest {
            sha256: Sha256::of(bytes),
            bytes: bytes.len() as u64,
        });
    });
    assert!(matches!(refused(&old)[..], [Fault::SchemaOlder { .. }]));
}

#[test]
fn a_package_without_a_printed_report_says_so_and_is_whole() {
    let report = report(None);
    let mut files = files(&report);
    files.retain(|(name, _)| name != PRINTED_REPORT);
    let verification = verified(&pack(files, None).unwrap());
    assert!(verification.whole);
    assert_eq!(faults(&verification), [Fault::PrintedMissing]);
}

#[test]
fn a_bare_report_is_checked_against_its_number() {
    let report = report(None);
    let verification = verify_report(&json_bytes(&report), None);
    assert!(verification.whole);
    assert_eq!(verification.report_id, Some(report.report_id.clone()));
    let mut changed = report.clone();
    changed.summary.matches = 3;
    let verification = verify_report(&json_bytes(&changed), None);
    assert!(matches!(
        faults(&verification)[..],
        [Fault::ReportNumber { .. }]
    ));
    let spaced = [json_bytes(&report).as_slice(), b"\n"].concat();
    assert_eq!(
        faults(&verify_report(&spaced, None)),
        [Fault::ReportSpelling]
    );
    let ours = ExpectedKeys::parse(&station().public_line()).unwrap();
    assert!(!verify_report(&json_bytes(&report), Some(&ours)).whole);
}

/// What `zip` makes of the unpacked files is refused as a file, and its entries are still told.
#[test]
fn a_package_that_was_zipped_again_is_refused_and_its_entries_are_named() {
    use std::io::Write as _;
    use zip::write::SimpleFileOptions;
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in entries(&sealed()) {
        writer.start_file(name.as_str(), stored).unwrap();
        let bytes = if name == "report.html" {
            b"other".to_vec()
        } else {
            bytes
        };
        writer.write_all(&bytes).unwrap();
    }
    writer.set_comment("a comment").unwrap();
    let zipped = writer.finish().unwrap().into_inner();
    let found = refused(&zipped);
    assert!(matches!(found[0], Fault::Layout { .. }), "{found:?}");
    assert!(
        found.contains(&Fault::Changed {
            name: text("report.html")
        }),
        "{found:?}"
    );
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn a_comment_a_gap_and_zip64_are_refused() {
    let package = sealed();
    let end = package.len();
    let mut comment = package.clone();
    comment[end - 2] = 3;
    comment.extend(b"hey");
    assert!(matches!(refused(&comment)[0], Fault::Layout { .. }));

    // A gap in front of the list, with offsets that fit: what other readers accept.
    let list = package
        .windows(4)
        .position(|bytes| bytes == b"PK\x01\x02")
        .unwrap();
    let mut gap = package[..list].to_vec();
    gap.extend(b"hidden");
    gap.extend(&package[list..]);
    let at = gap.len() - 6;
    let offset = u32::try_from(list + 6).unwrap();
    gap[at..at + 4].copy_from_slice(&offset.to_le_bytes());
    assert!(zip::ZipArchive::new(Cursor::new(&gap)).is_ok());
    let found = refused(&gap);
    assert!(
        found.contains(&Fault::Layout {
            offset: list as u64
        }),
        "{found:?}"
    );

    let mut wide = package.clone();
    wide[18..26].fill(0xff); // sizes of the first entry: "look into the zip64 field"
    assert!(!refused(&wide).is_empty());
    let mut counted = package;
    counted[end - 12..end - 10].fill(0xff);
    assert!(!refused(&counted).is_empty());
}

#[test]
fn a_package_of_too_many_entries_is_refused() {
    let many: Vec<_> = (0..1_000)
        .map(|n| (format!("a{n:05}"), Vec::new()))
        .collect();
    let limit = crate::limits::PACKAGE_ENTRIES as u64;
    assert!(refused(&rewritten(&many)).contains(&Fault::TooMany { limit }));
}

#[test]
fn what_cannot_be_verified_cannot_be_packed() {
    let key = station();
    let named = files(&report(Some(&key)));
    let bare = files(&report(None));
    assert!(matches!(
        pack(named.clone(), None),
        Err(PackError::OtherKey)
    ));
    assert!(matches!(
        pack(bare.clone(), Some(&key)),
        Err(PackError::OtherKey)
    ));
    let other = other_station();
    assert!(matches!(
        pack(named, Some(&other)),
        Err(PackError::OtherKey)
    ));
    for name in ["../x", MANIFEST, SEAL, PUBLIC_KEY, "a/b", ""] {
        let mut files = bare.clone();
        files.push((text(name), Vec::new()));
        assert!(
            matches!(pack(files, None), Err(PackError::Name(_))),
            "{name}"
        );
    }
    let mut twice = bare.clone();
    twice.push(bare[0].clone());
    assert!(matches!(pack(twice, None), Err(PackError::Twice(_))));
    assert!(matches!(pack(Vec::new(), None), Err(PackError::NoReport)));
}

#[test]
fn an_unpacked_folder_is_verified_by_its_entries() {
    let mut examination = Examination::new(Kind::Folder);
    for (name, bytes) in entries(&sealed()).iter().rev() {
        examination
            .entry(name.as_bytes(), &mut bytes.as_slice())
            .unwrap();
    }
    let verification = examination.conclude(None);
    assert!(verification.whole, "{verification:#?}");
    assert!(matches!(verification.seal, Seal::Holds { .. }));
}

#[test]
fn a_key_is_read_again_with_and_without_a_passphrase() {
    let key = station();
    let file = key.to_openssh().unwrap();
    let again = SealingKey::from_openssh(file.as_bytes(), None).unwrap();
    assert_eq!(again.seal_key(), key.seal_key());
    let locked = key.to_openssh_encrypted(b"pass", &mut Fixed(1)).unwrap();
    let locked = locked.as_bytes();
    assert!(matches!(
        SealingKey::from_openssh(locked, None),
        Err(KeyError::PassphraseNeeded)
    ));
    assert!(matches!(
        SealingKey::from_openssh(locked, Some(b"other")),
        Err(KeyError::PassphraseWrong)
    ));
    let again = SealingKey::from_openssh(locked, Some(b"pass")).unwrap();
    assert_eq!(again.seal_key(), key.seal_key());
    assert!(!format!("{again:?}").contains("PRIVATE"));
}

#[test]
fn a_key_s_name_is_one_visible_line() {
    for name in [
        "",
        " x",
        "two\nlines",
        "right\u{202e}left",
        &"x".repeat(101),
    ] {
        let key = SealingKey::new(name, &mut Fixed(1));
        assert!(matches!(key, Err(KeyError::Name)), "{name:?}");
    }
    assert!(SealingKey::new("Gorsaf Caerffili, cownter blaen – tŷ", &mut Fixed(1)).is_ok());
}

#[test]
fn expected_keys_are_fingerprints_and_public_keys() {
    let line = station().public_line();
    let fingerprint = station().seal_key().fingerprint;
    for text in [
        line.clone(),
        fingerprint.clone(),
        format!("# stations\n\npeterlee@example namespaces=\"rushlight-package@1\" {line}"),
        format!("{fingerprint} Peterlee\n{}", other_station().public_line()),
    ] {
        assert!(
            ExpectedKeys::parse(&text).unwrap().contains(&fingerprint),
            "{text}"
        );
    }
    for text in [
        "",
        "# nothing\n",
        "SHA256:short",
        "ssh-rsa AAAA",
        "ssh-ed25519",
        &format!("{line}junk"),
    ] {
        assert!(ExpectedKeys::parse(text).is_err(), "{text:?}");
    }
}

#[test]
fn a_manifest_of_another_spelling_is_refused() {
    let good = format!("{}  a\n{}  b\n", Sha256::of(b"a"), Sha256::of(b"b"));
    assert_eq!(Manifest::parse(good.as_bytes()).unwrap().to_text(), good);
    let line = |line| ManifestError::Line { line };
    for (bad, error) in [
        (String::new(), line(1)),
        (good.to_uppercase(), line(1)),
        (good.replace("  b", " *b"), line(2)),
        (good.replace("  b", "  a"), line(2)),
        (good.trim_end().to_owned(), line(2)),
        (format!("{good}\n"), line(3)),
        (format!("\u{feff}{good}"), line(1)),
        (
            good.replace('\n', "\r\n"),
            ManifestError::Path {
                line: 1,
                name: text("a⟨U+000D⟩"),
            },
        ),
        (format!("{}  {MANIFEST}\n", Sha256::of(b"")), line(1)),
        (format!("{}  {SEAL}\n", Sha256::of(b"")), line(1)),
    ] {
        assert_eq!(Manifest::parse(bad.as_bytes()), Err(error), "{bad:?}");
    }
}

proptest! {
    #[test]
    fn a_manifest_that_is_accepted_is_the_one_that_is_written(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(manifest) = Manifest::parse(&bytes) {
            prop_assert_eq!(manifest.to_text().into_bytes(), bytes);
        }
    }

    #[test]
    fn a_manifest_is_read_as_it_was_written(names in proptest::collection::btree_set("[a-z0-9][a-zA-Z0-9._-]{0,20}", 1..20)) {
        let digests = names.into_iter().map(|name| { let digest = Sha256::of(name.as_bytes()); (name, digest) });
        let manifest = Manifest { digests: digests.collect() };
        prop_assert_eq!(Manifest::parse(manifest.to_text().as_bytes()).unwrap(), manifest);
    }

    #[test]
    fn any_bytes_are_refused_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let verification = verify_package(Cursor::new(&bytes), None).unwrap();
        prop_assert!(!verification.whole);
    }

    #[test]
    fn a_package_with_changes_anywhere_is_refused(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), 1u8..), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let package = sealed();
        let mut changed = package.clone();
        for (at, mask) in changes {
            let at = at.index(changed.len());
            changed[at] ^= mask;
        }
        if changed != package {
            prop_assert!(!verified(&changed).whole);
        }
        prop_assert!(!verified(&package[..cut.index(package.len())]).whole);
    }
}
