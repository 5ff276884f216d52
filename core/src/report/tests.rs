//! A made phone in, every rendering out.

mod editions;
mod hostile;
mod interop;
mod iphone;
mod languages;
mod made;
#[cfg(feature = "pdf")]
mod pdf;

use made::*;

use super::*;
use crate::detect::{Outcome, SubjectKind};
use crate::snapshot::{Reason, SurfaceId};

fn drawn(report: &Report, format: Format) -> String {
    String::from_utf8(render(report, &Catalogue::en_gb(), format).unwrap()).unwrap()
}

/// The formats that this build has.
fn formats() -> impl Iterator<Item = Format> {
    Format::ALL
        .iter()
        .copied()
        .filter(|format| *format != Format::Pdf || cfg!(feature = "pdf"))
}

#[test]
fn the_json_report() {
    insta::assert_snapshot!(drawn(&report(), Format::Json));
}

#[test]
fn the_document() {
    insta::assert_yaml_snapshot!(document(&report(), &Catalogue::en_gb()));
}

#[test]
fn the_html_page() {
    insta::assert_snapshot!(drawn(&report(), Format::Html));
}

#[test]
fn the_csv_file() {
    insta::assert_snapshot!(drawn(&report(), Format::Csv));
}

#[test]
fn the_words_of_every_finding() {
    let words: Vec<_> = report()
        .findings
        .into_iter()
        .map(|finding| (finding.id, finding.subject.id, finding.text))
        .collect();
    insta::assert_yaml_snapshot!(words);
}

#[test]
fn matches_come_first_and_are_numbered() {
    let order: Vec<_> = report()
        .findings
        .into_iter()
        .map(|finding| (finding.id, finding.outcome, finding.subject.kind))
        .collect();
    assert_eq!(
        order,
        [
            ("F1".to_owned(), Outcome::Match, SubjectKind::App),
            ("F2".to_owned(), Outcome::Match, SubjectKind::File),
            ("F3".to_owned(), Outcome::Match, SubjectKind::Domain),
            ("F4".to_owned(), Outcome::WorthALook, SubjectKind::App),
            ("F5".to_owned(), Outcome::WorthALook, SubjectKind::App),
            ("F6".to_owned(), Outcome::WorthALook, SubjectKind::Profile),
            ("F7".to_owned(), Outcome::WorthALook, SubjectKind::Setting),
        ]
    );
}

#[test]
fn not_checked_counts_unread_surfaces_and_records_left_out() {
    // 4 surfaces and 2 records; surfaces that nobody asked for are not counted.
    assert_eq!(report().summary.not_checked, 6);
}

#[test]
fn records_left_out_are_listed_up_to_a_limit_and_counted_beyond_it() {
    let mut snapshot = phone();
    for record in 0..=crate::limits::SKIPPED_LISTED {
        snapshot.surfaces.skip(
            SurfaceId::Apps,
            format!("packages.json [{record}]"),
            Reason::UnsafeName,
        );
    }
    let report = report_of(&snapshot, Vec::new(), false);
    let apps = report.surfaces.iter().find(|at| at.id == "apps").unwrap();
    assert_eq!(apps.skipped.len(), crate::limits::SKIPPED_LISTED);
    assert_eq!(apps.skipped_count, crate::limits::SKIPPED_LISTED as u64 + 2);
    let more = apps.skipped_count - crate::limits::SKIPPED_PRINTED as u64;
    let more = format!("{more} more were left out and are not listed here.");
    assert!(drawn(&report, Format::Html).contains(&more));
}

#[test]
fn the_stated_time_stands_in_utc_and_in_the_zone_of_the_phone() {
    let scan = report().scan;
    assert_eq!(scan.stated_at, "2026-06-21T10:12:00Z");
    assert_eq!(
        scan.stated_at_local.as_deref(),
        Some("2026-06-21T11:12:00+01:00[Europe/London]")
    );
    let page = drawn(&report(), Format::Html);
    assert!(page.contains("21 June 2026, 10:12:00 UTC"));
    assert!(page.contains("21 June 2026, 11:12:00 (Europe/London, UTC+01:00)"));
}

#[test]
fn a_zone_that_nobody_knows_gives_no_local_time() {
    let mut snapshot = phone();
    snapshot.device.zone = Some(seen("Mars/Phobos".to_owned(), "[persist.sys.timezone]"));
    let report = report_of(&snapshot, Vec::new(), false);
    assert_eq!(report.scan.stated_at_local, None);
    assert!(drawn(&report, Format::Html).contains("zone is not known"));
}

#[test]
fn nothing_found_promises_nothing() {
    let page = drawn(&report_of(&phone(), Vec::new(), false), Format::Html);
    assert!(page.contains(
        "This check did not find any app or profile on its list (4118 signs, dated 2026-11-22)."
    ));
    assert!(page.contains("It cannot see everything."));
    assert!(page.contains("If you still feel watched, trust that feeling."));
}

#[test]
fn the_report_number_comes_from_the_content() {
    let report = report();
    assert_eq!(report.report_id, report_id(&report));
    assert!(report.report_id.starts_with("RL-"));
    assert_eq!(report.report_id.len(), "RL-0000-0000-0000-0000-0000".len());
    let other = report_of(&phone(), Vec::new(), true);
    assert_ne!(report.report_id, other.report_id);
}

#[test]
fn a_report_reads_back_as_it_was_written() {
    let report = report();
    let again: Report = serde_json::from_str(&drawn(&report, Format::Json)).unwrap();
    assert_eq!(again, report);
    assert_eq!(report_id(&again), report.report_id);
}

#[test]
fn the_same_evidence_gives_the_same_bytes_in_every_format() {
    let mut turned = found();
    turned.reverse();
    let other = report_of(&phone(), turned, true);
    for format in formats() {
        let first = render(&report(), &Catalogue::en_gb(), format).unwrap();
        let second = render(&other, &Catalogue::en_gb(), format).unwrap();
        assert!(first == second, "{format:?} differs");
    }
}

#[test]
fn the_page_takes_nothing_from_outside() {
    let page = drawn(&report(), Format::Html);
    for word in [
        "<script", "<link", "<img", "@import", "url(", " src=", " onload=",
    ] {
        assert!(!page.contains(word), "{word}");
    }
    assert!(page.contains("default-src 'none'"));
    assert!(page.contains("<html lang=\"en-GB\" dir=\"ltr\">"));
}

#[cfg(not(feature = "pdf"))]
#[test]
fn a_build_without_pdf_says_so() {
    assert!(matches!(
        render(&report(), &Catalogue::en_gb(), Format::Pdf),
        Err(RenderError::NoPdf)
    ));
}
