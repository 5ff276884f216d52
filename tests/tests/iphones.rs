//! Made iPhones against the signatures of this repository: nothing is wrong with five, and three are watched.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may fail, and prints the table of docs/evaluation.md"
)]

#[path = "../evaluation/iphones.rs"]
mod iphones;
#[allow(dead_code, reason = "the evaluation uses the rest of it")]
#[path = "../evaluation/look.rs"]
mod look;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rushlight_core::detect::Outcome;
use rushlight_core::evidence::{self, Reading, Secrets, Unwatched};

/// What each harmless iPhone may show, most first. No more than these: each asks a question that such a
/// phone's owner answers at once.
const MOST: [usize; 5] = [2, 3, 2, 1, 0];

#[test]
fn no_harmless_iphone_has_a_match_and_each_shows_little() {
    let signatures = look::Signatures::read();
    let phones = iphones::harmless(&signatures);
    assert_eq!(phones.len(), MOST.len());
    println!("| phone | apps | match | worth a look | what |\n|---|---|---|---|---|");
    for phone in &phones {
        println!("{}", phone.row());
    }
    for (phone, most) in phones.iter().zip(MOST) {
        assert_eq!(phone.matches(), 0, "{}", phone.row());
        assert!(phone.raised().len() <= most, "{}", phone.row());
        for finding in &phone.report.findings {
            assert!(!finding.behaves_like, "{}", phone.row());
            assert!(!finding.text.harmless_explanation.is_empty());
        }
    }
}

#[test]
fn what_watches_an_iphone_is_worth_a_look_and_comes_first() {
    let signatures = look::Signatures::read();
    println!("| phone | apps | match | worth a look | what |\n|---|---|---|---|---|");
    for (phone, first) in iphones::watched(&signatures) {
        println!("{}", phone.row());
        let finding = phone.report.findings.first().unwrap();
        assert_eq!(finding.subject.id, first, "{}", phone.row());
        assert_eq!(finding.outcome, Outcome::WorthALook, "{}", phone.row());
    }
}

/// Everything public of an iPhone that lies beside the repository. Nobody is known to be watched there.
#[test]
fn no_public_export_of_an_iphone_is_a_match() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared")
        .join("corpora");
    if !shared.is_dir() {
        println!("skipped: ../shared is absent");
        return;
    }
    let signatures = look::Signatures::read();
    let reading = Reading {
        watch: &Unwatched,
        code: None,
        secrets: &Secrets::NONE,
    };
    let mut paths: Vec<PathBuf> = vec![
        shared.join("app-privacy-report/ios_app_privacy_report.ndjson"),
        shared.join("ios-backup"),
    ];
    let profiles = walkdir::WalkDir::new(shared.join("profiles")).sort_by_file_name();
    paths.extend(profiles.into_iter().filter_map(|entry| {
        let path = entry.unwrap().into_path();
        let is_profile = path.extension().is_some_and(|it| it == "mobileconfig");
        is_profile.then_some(path)
    }));
    assert!(paths.len() > 2, "no profiles beside the repository");
    let mut checked = 0;
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let snapshot = match evidence::read(&path, reading) {
            Ok(snapshot) => snapshot,
            Err(error) => {
                println!("{name}: not read: {error}");
                continue;
            }
        };
        checked += 1;
        let report = look::report(&snapshot, &signatures.bundle);
        for finding in &report.findings {
            let signs = finding.because.iter();
            let signs: BTreeSet<&str> = signs
                .filter_map(|it| it.sign.as_deref().or(it.power.as_deref()))
                .collect();
            println!("{name}: {} {signs:?}", finding.subject.id);
        }
        assert_eq!(report.summary.matches, 0, "{name}");
        assert_eq!(report.device.platform, "ios", "{name}");
    }
    assert!(checked > 2, "nothing was read");
}
