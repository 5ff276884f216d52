//! Configuration profiles, the whole way: files in, findings and their words out.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may fail, and says when it is skipped"
)]

use std::fs;
use std::path::{Path, PathBuf};

use rushlight_core::detect::Outcome;
use rushlight_core::evidence::{Reading, Secrets, Unwatched, read};
use rushlight_core::report::{self, Format, Report};
use rushlight_core::scan::{Options, scan};
use rushlight_core::signatures::Bundle;
use rushlight_core::snapshot::{PayloadKind, SurfaceId, SurfaceState};
use rushlight_core::text::Catalogue;
use rushlight_tests::made_apk::Key;
use rushlight_tests::made_plist::Made;
use rushlight_tests::made_profile::{self, SECRET};

const READING: Reading<'static> = Reading {
    watch: &Unwatched,
    code: None,
    secrets: &Secrets::NONE,
};

fn bundle() -> Bundle {
    Bundle::from_static(rushlight_built_in_signatures::BYTES).unwrap()
}

fn options() -> Options {
    Options {
        stated_at: "2026-11-22T12:00:00Z".parse().unwrap(),
        inventory: false,
        signatures: "test".to_owned(),
        commit: "0123456789ab".to_owned(),
        language: "en-GB".to_owned(),
        region: "england-and-wales".to_owned(),
        case: None,
        seal: None,
    }
}

fn report_of(path: &Path) -> Report {
    scan(
        &[path],
        &bundle(),
        &Catalogue::en_gb(),
        &options(),
        &Unwatched,
    )
    .unwrap()
}

/// The report of one profile in a file.
fn report_of_made(profile: &Made) -> Report {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("made.mobileconfig");
    fs::write(&path, profile.xml()).unwrap();
    report_of(&path)
}

fn corpus() -> Option<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpora/profiles");
    let Ok(files) = fs::read_dir(folder) else {
        println!("skipped: ../shared is absent");
        return None;
    };
    let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|it| it == "mobileconfig"));
    files.sort();
    Some(files)
}

#[test]
fn no_profile_of_the_corpus_is_a_match_and_each_is_accounted_for() {
    let Some(files) = corpus() else {
        return;
    };
    let (mut parsed, mut skipped, mut looks) = (0, 0, 0);
    for path in &files {
        let snapshot = read(path, READING).unwrap();
        let surface = snapshot.surfaces.get(SurfaceId::Profiles).unwrap();
        match surface.state {
            SurfaceState::Read { records } => parsed += records,
            SurfaceState::Unavailable(_) | SurfaceState::NotAsked => skipped += 1,
        }
        let report = report_of(path);
        assert_eq!(report.summary.matches, 0, "{}", path.display());
        looks += report.summary.worth_a_look;
    }
    println!(
        "{} files: {parsed} read, {skipped} skipped, {looks} worth a look",
        files.len()
    );
    assert_eq!((parsed + skipped, skipped), (files.len() as u64, 0));
    // Those that set DNS, and the few that restrict what matters; no other.
    let dns = files
        .iter()
        .filter(|path| path.to_string_lossy().contains("encrypted-dns"));
    let dns = dns.count() as u64;
    assert!(looks >= dns && looks <= dns + 5, "{looks} of {dns}");
}

#[test]
fn a_profile_with_every_kind_of_payload_in_words() {
    let certificate = Key::One.certificate();
    let every = made_profile::profile("example.every", made_profile::every_payload(certificate));
    let report = report_of_made(&made_profile::installed(every, certificate));
    let finding = &report.findings[0];
    assert_eq!(
        (report.findings.len(), finding.outcome),
        (1, Outcome::WorthALook)
    );
    let mut out = format!(
        "{}\n{}\n{}\n{}\n\n",
        finding.text.headline,
        finding.text.harmless_explanation,
        finding.text.can_do,
        finding.text.does_not_tell
    );
    let catalogue = Catalogue::en_gb();
    for because in &finding.because {
        let sign = because.sign.as_deref().unwrap_or_default();
        out.push_str(&format!(
            "{} [{}]\n",
            catalogue.sign(sign),
            because.observed
        ));
    }
    for payload in &finding.profiles[0].payloads {
        let (name, explained) = catalogue.payload(&payload.kind);
        let (harmless, does) = explained.unwrap();
        out.push_str(&format!("\n{name}\n  {harmless}\n  {does}\n"));
        for right in &payload.rights {
            out.push_str(&format!("  may {}\n", catalogue.right(right)));
        }
    }
    insta::assert_snapshot!(out);
    for format in [Format::Json, Format::Html] {
        let bytes = report::render(&report, &catalogue, format).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains(SECRET), "a secret is in the report");
    }
}

/// What each payload alone comes to. A font, a calendar, an icon, an identity and a plain network are nothing.
#[test]
fn each_kind_alone_is_nothing_or_worth_a_look() {
    let mut out = String::new();
    let mut payloads = made_profile::every_payload(Key::One.certificate());
    payloads.push(made_profile::payload(
        "com.apple.wifi.managed",
        vec![
            ("SSID_STR", Made::from("Home")),
            ("ProxyType", Made::from("None")),
        ],
    ));
    payloads.push(made_profile::payload(
        "com.apple.applicationaccess",
        vec![("allowCamera", Made::from(false))],
    ));
    for payload in payloads {
        let profile = made_profile::profile("example.one", vec![payload.clone()]);
        let report = report_of_made(&profile);
        let Made::Dictionary(keys) = &payload else {
            unreachable!("a payload is a dictionary");
        };
        let Made::Text(kind) = &keys[0].1 else {
            unreachable!("its first key is its type");
        };
        let headline = report
            .findings
            .first()
            .map_or("nothing", |it| &it.text.headline);
        assert!(
            report
                .findings
                .iter()
                .all(|it| it.outcome == Outcome::WorthALook)
        );
        out.push_str(&format!(
            "{kind} {}: {headline}\n",
            PayloadKind::of(kind).as_str()
        ));
    }
    let report = report_of_made(&made_profile::enrolment());
    out.push_str(&report.findings[0].text.headline);
    insta::assert_snapshot!(out);
}
