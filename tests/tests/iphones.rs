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

use rushlight_core::detect::Outcome;

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
