//! What an adversary would write: names with markup, controls, turned direction, and far too much of it.

use std::sync::Arc;

use super::made::*;
use super::{drawn, formats};
use crate::case::{Answer, Case, Scope};
use crate::detect::{Basis, Finding, Outcome, SubjectKind};
use crate::limits::{CARDS_PRINTED, REASONS_PRINTED, ROWS_PRINTED, SHOWN_CHARACTERS};
use crate::report::document::{Block, document};
use crate::report::{Edition, Format, Report, render};
use crate::signatures::{Category, IndicatorKind, Strength};
use crate::snapshot::{Action, AppState, PowerKind, Reason, SurfaceId};
use crate::text::Catalogue;

/// Names that an adversary would choose.
pub(super) const HOSTILE: &[&str] = &[
    "photo\u{202e}gpj.apk\u{2066}",
    "a\u{200b}b\0c\u{7}d\ne\u{2028}",
    "<script>alert(1)</script>\"'&amp;",
    "=cmd|' /C calc'!A0",
    "@SUM(A1)",
    "+1",
    "-1",
    "系统更新 сервис خدمة सेवा 😀👩‍👩‍👧",
    "#import \"x\": *  $x$ `y` @z <w> // /* \\u{41} {page}",
    "\u{e000}\u{f8ff}\u{fffe}\u{feff}\u{10ffff}",
    "Z\u{0301}\u{0301}\u{0301}\u{0301}\u{20dd}",
    "{ $name } { -brand }",
];

pub(super) fn hostile_report() -> Report {
    hostile_report_in(&Catalogue::en_gb())
}

pub(super) fn hostile_report_in(catalogue: &Catalogue) -> Report {
    let mut snapshot = phone();
    let long = "w".repeat(10_000);
    snapshot.device.model = Some(seen(HOSTILE.concat(), "x"));
    snapshot.device.build = Some(seen(long.clone(), "x"));
    let mut findings = Vec::new();
    for name in HOSTILE.iter().copied().chain([long.as_str()]) {
        snapshot.apps.push(app(name, name, name));
        snapshot.surfaces.skip(
            SurfaceId::Apps,
            name,
            Reason::Unreadable {
                file: name.to_owned(),
                cause: name.to_owned(),
            },
        );
        let family = family(name, name, Category::RemoteAccess, &["no_such_word"]);
        findings.push(Finding {
            outcome: Outcome::Match,
            behaves_like: false,
            can: Vec::new(),
            story: Vec::new(),
            subject: subject(SubjectKind::App, name, Some(name), AppState::Seen),
            because: vec![because(
                sign(IndicatorKind::Label, name, Strength::Identifying, &family),
                name,
                name,
                name,
            )],
            family: Some(Arc::new(family)),
            also: Vec::new(),
        });
    }
    snapshot.actions = vec![Action {
        at: "2026-06-21T10:12:00Z".parse().unwrap(),
        what: HOSTILE.concat(),
        output: None,
        changed: false,
    }];
    report_in(catalogue, &snapshot, findings, true)
}

#[test]
fn hostile_names_stay_names_in_every_format() {
    let report = hostile_report();
    for format in formats() {
        let bytes = render(&report, &Catalogue::en_gb(), format).unwrap();
        assert!(!bytes.is_empty());
    }
    let page = drawn(&report, Format::Html);
    assert!(!page.contains("<script"));
    assert!(page.contains("&#60;script&#62;"));
    for shown in [page.clone(), drawn(&report, Format::Csv)] {
        assert!(shown.contains("photo⟨U+202E⟩gpj.apk⟨U+2066⟩"));
        assert!(!shown.contains(['\u{202e}', '\u{2066}', '\u{200b}', '\0', '\u{2028}']));
        assert!(!shown.contains(&"w".repeat(SHOWN_CHARACTERS + 1)));
    }
    // The JSON keeps the exact value.
    let again: Report = serde_json::from_str(&drawn(&report, Format::Json)).unwrap();
    assert!(
        again
            .findings
            .iter()
            .any(|finding| finding.subject.id == HOSTILE[0])
    );
}

#[test]
fn no_cell_of_the_csv_file_is_a_formula() {
    let file = drawn(&hostile_report(), Format::Csv);
    let mut rows = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(file.as_bytes());
    let mut guarded = 0;
    for row in rows.records() {
        for cell in row.unwrap().iter() {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{cell}"
            );
            guarded += usize::from(cell.starts_with("'="));
        }
    }
    assert!(guarded > 0);
}

/// A case in which every line is what an adversary would write.
pub(super) fn hostile_case(text: &str) -> Case {
    let mut case = case();
    let some = || Some(text.to_owned());
    case.reference = some();
    case.officer.name = some();
    case.officer.number = some();
    case.officer.role = some();
    case.officer.station = some();
    case.officer.training = some();
    case.place = some();
    case.people_present = vec![text.to_owned(); 12];
    case.agreement.agreed_by = some();
    case.agreement.basis = some();
    case.agreement.form = some();
    case.agreement.owner = some();
    case.agreement.refusals = vec![text.to_owned(); 5];
    case.safeguarding.risk_assessment = some();
    case.safeguarding.done = vec![text.to_owned(); 5];
    case.device.description = some();
    case.device.exhibit = some();
    case.device.serial = some();
    case.device.imei = vec![text.to_owned(); 2];
    case.device.phone_number = some();
    for statement in &mut case.statements {
        statement.words = some();
        statement.expected = some();
    }
    case.statements
        .push(said(text, Some(Answer::NotSure), text));
    assert!(case.agrees_to(Scope::Identifiers));
    case
}

#[test]
fn a_case_file_cannot_break_a_page() {
    let long = "W".repeat(10_000);
    for text in HOSTILE.iter().copied().chain([long.as_str()]) {
        for edition in [Edition::Officer, Edition::Person] {
            let report = report_with(hostile_case(text), edition);
            let page = drawn(&report, Format::Html);
            assert!(!page.contains("<script"));
            assert!(!page.contains(['\u{202e}', '\u{2066}', '\u{200b}', '\0', '\u{2028}']));
        }
    }
    for format in formats() {
        let report = report_with(hostile_case(&HOSTILE.concat()), Edition::Officer);
        assert!(
            !render(&report, &Catalogue::en_gb(), format)
                .unwrap()
                .is_empty()
        );
    }
}

#[test]
fn a_name_of_ten_thousand_letters_is_cut_on_paper_and_whole_in_the_data() {
    let report = hostile_report();
    let long = "w".repeat(10_000);
    assert!(report.findings.iter().any(|at| at.subject.id == long));
    assert!(!drawn(&report, Format::Html).contains(&"w".repeat(SHOWN_CHARACTERS + 1)));
}

fn many(count: usize) -> Report {
    let findings: Vec<Finding> = (0..count)
        .map(|number| {
            let id = format!("org.example.app{number:05}");
            let outcome = if number % 2 == 0 {
                Outcome::Match
            } else {
                Outcome::WorthALook
            };
            Finding {
                behaves_like: false,
                can: Vec::new(),
                story: Vec::new(),
                outcome,
                subject: subject(SubjectKind::App, &id, None, AppState::Installed),
                because: vec![because(
                    Basis::Power(PowerKind::Vpn),
                    &id,
                    "packages.json",
                    "[1]",
                )],
                family: None,
                also: Vec::new(),
            }
        })
        .collect();
    report_of(&phone(), findings, false)
}

#[test]
fn ten_thousand_findings_are_counted_and_the_first_are_in_full() {
    let report = many(10_000);
    assert_eq!(report.findings.len(), 10_000);
    let page = document(&report, &Catalogue::en_gb());
    let cards: usize = page
        .sections
        .iter()
        .map(|section| section.cards.len())
        .sum();
    assert_eq!(cards, CARDS_PRINTED);
    for section in &page.sections {
        for block in section.blocks.iter().chain(&section.after) {
            if let Block::Table(table) = block {
                assert!(table.rows.len() <= ROWS_PRINTED);
            }
        }
    }
    let html = drawn(&report, Format::Html);
    assert!(html.contains("The next findings are listed in short."));
    assert!(html.contains("2800 more are in report.json only."));
    assert!(html.contains("9994 more are under “Findings”."));
}

/// Half a minute without optimisation: `cargo test --release` runs it.
#[cfg(feature = "pdf")]
#[test]
#[cfg_attr(debug_assertions, ignore = "slow without optimisation")]
fn ten_thousand_findings_do_not_fail_the_pdf() {
    let pdf = render(&many(10_000), &Catalogue::en_gb(), Format::Pdf).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7"));
}

#[test]
fn reasons_beyond_the_limit_are_counted() {
    let mut findings = found();
    findings.truncate(1);
    let because = findings[0].because[0].clone();
    findings[0].because = vec![because; REASONS_PRINTED + 7];
    let page = drawn(&report_of(&phone(), findings, false), Format::Html);
    assert!(page.contains("7 more are in report.json only."));
}
