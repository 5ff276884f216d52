//! One check, two readers: what stands in the officer's copy and what the person takes home.

use super::drawn;
use super::made::*;
use crate::case::{Case, Scope};
use crate::report::document::{Block, PartKind, document};
use crate::report::{Document, Edition, Format, Report, report_id};
use crate::text::Catalogue;

fn officer() -> Report {
    report_with(case(), Edition::Officer)
}

fn person() -> Report {
    report_with(case(), Edition::Person)
}

fn words(report: &Report) -> Document {
    document(report, &Catalogue::en_gb())
}

fn sections(report: &Report) -> Vec<&'static str> {
    words(report).sections.iter().map(|at| at.id).collect()
}

#[test]
fn the_officers_document() {
    insta::assert_yaml_snapshot!(words(&officer()));
}

#[test]
fn the_persons_document() {
    insta::assert_yaml_snapshot!(words(&person()));
}

#[test]
fn the_persons_json_report() {
    insta::assert_snapshot!(drawn(&person(), Format::Json));
}

#[test]
fn the_officers_html_page() {
    insta::assert_snapshot!(drawn(&officer(), Format::Html));
}

#[test]
fn the_persons_html_page() {
    insta::assert_snapshot!(drawn(&person(), Format::Html));
}

#[test]
fn the_parts_of_the_officers_copy_stand_in_their_order() {
    assert_eq!(
        sections(&officer()),
        [
            "agreement",
            "device",
            "times",
            "checked",
            "findings",
            "looks",
            "statements",
            "inventory",
            "limits",
            "actions",
            "integrity",
            "custody",
            "help",
            "sources",
        ]
    );
    assert_eq!(
        sections(&person()),
        [
            "findings",
            "looks",
            "statements",
            "checked",
            "limits",
            "help",
            "integrity",
            "sources",
        ]
    );
}

#[test]
fn the_persons_copy_tells_nothing_about_the_case_or_the_phone_beyond_the_findings() {
    let report = person();
    assert_eq!(report.inventory, None);
    assert_eq!(report.record, None);
    assert_eq!(report.device.build, None);
    assert_eq!(report.device.acquisition.as_ref().unwrap().id, None);
    let wrote = case();
    for text in [drawn(&report, Format::Json), drawn(&report, Format::Html)] {
        for secret in [
            &wrote.reference,
            &wrote.officer.name,
            &wrote.place,
            &wrote.agreement.agreed_by,
            &wrote.agreement.form,
            &wrote.safeguarding.risk_assessment,
            &wrote.device.description,
            &wrote.device.serial,
            &wrote.device.phone_number,
            &Some("350000000000006".to_owned()),
            &Some("UP1A.231005.007".to_owned()),
            &Some("0f7a6f3e-1f83-4d3c-8a39-2f1f9f4f9f10".to_owned()),
            &Some("org.example.notes".to_owned()),
        ] {
            let secret = secret.as_deref().unwrap();
            assert!(!text.contains(secret), "{secret}");
        }
    }
}

#[test]
fn the_persons_copy_has_the_same_findings() {
    assert_eq!(person().findings, officer().findings);
    assert_eq!(person().surfaces, officer().surfaces);
    assert_ne!(person().report_id, officer().report_id);
    assert_eq!(person().report_id, report_id(&person()));
}

#[test]
fn the_title_of_the_persons_copy_says_nothing() {
    let document = words(&person());
    assert_eq!(document.title, "Document");
    assert_ne!(document.heading, document.title);
    assert!(drawn(&person(), Format::Html).contains("<title>Document</title>"));
}

#[test]
fn a_statement_stands_with_its_finding_and_apart_from_its_facts() {
    let report = officer();
    let sync = &report.findings[0];
    assert_eq!(sync.subject.id, "com.android.system.sync");
    assert!(sync.statement.is_some());
    let left = &report.case.as_ref().unwrap().statements;
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].about, "The tablet at home");

    let document = words(&report);
    let card = document
        .sections
        .iter()
        .flat_map(|section| &section.cards)
        .find(|card| card.id == "f1")
        .unwrap();
    let kinds: Vec<_> = card.parts.iter().map(|part| part.kind).collect();
    assert_eq!(
        kinds,
        [PartKind::Meaning, PartKind::Observed, PartKind::Said]
    );
    let of = |kind| {
        let parts = card.parts.iter().filter(move |part| part.kind == kind);
        serde_json::to_string(&parts.collect::<Vec<_>>()).unwrap()
    };
    let words = "The phone was away for repair in May.";
    assert!(of(PartKind::Said).contains(words));
    assert!(!of(PartKind::Observed).contains(words));
}

#[test]
fn a_second_statement_about_one_thing_is_not_lost() {
    let mut case = case();
    let mut second = case.statements[0].clone();
    second.words = Some("Now I remember more.".to_owned());
    case.statements.push(second);
    let report = report_with(case, Edition::Officer);
    assert_eq!(report.case.as_ref().unwrap().statements.len(), 2);
    assert!(drawn(&report, Format::Html).contains("Now I remember more."));
}

#[test]
fn what_was_expected_is_grey_with_its_reason_and_stays_counted() {
    let report = officer();
    let page = words(&report);
    let card = page
        .sections
        .iter()
        .flat_map(|section| &section.cards)
        .find(|card| card.expected)
        .unwrap();
    let line = "Expected on this phone: Both parents use it with the children.";
    assert!(serde_json::to_string(&card.blocks).unwrap().contains(line));
    let table = page
        .page_one
        .iter()
        .find_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .unwrap();
    let muted: Vec<_> = table.rows.iter().filter(|row| row.muted).collect();
    assert_eq!(muted.len(), 1);
    assert!(serde_json::to_string(&muted).unwrap().contains(line));
    let plain = report_of(&phone(), found(), true);
    assert_eq!(report.summary, plain.summary);
}

#[test]
fn what_was_not_agreed_to_is_left_out_and_the_document_says_so() {
    let mut case = case();
    case.agreement.scope = vec![Scope::Record];
    let report = report_with(case, Edition::Officer);
    assert_eq!(report.inventory, None);
    let device = &report.case.as_ref().unwrap().device;
    assert_eq!(device.serial, None);
    assert!(device.imei.is_empty());
    assert_eq!(device.phone_number, None);
    assert_eq!(device.exhibit.as_deref(), Some("AE/1"));
    assert_eq!(report.device.acquisition.as_ref().unwrap().id, None);
    let page = drawn(&report, Format::Html);
    assert!(page.contains("The list of apps and profiles is left out."));
    assert!(page.contains("Serial number, IMEI and telephone number are left out."));
    assert!(!page.contains("R58M12ABCDE"));
}

#[test]
fn every_line_that_nobody_filled_in_is_a_line_to_write_on() {
    let blanks = |report: &Report| {
        let document = words(report);
        let sections = document.sections.iter();
        sections
            .flat_map(|section| &section.blocks)
            .chain(&document.page_one)
            .map(|block| match block {
                Block::Fields { fields } => fields
                    .iter()
                    .filter(|field| field.value.0.is_empty())
                    .count(),
                _ => 0,
            })
            .sum::<usize>()
    };
    // Only the two signatures are left.
    assert_eq!(blanks(&officer()), 2);
    let empty = report_with(Case::default(), Edition::Officer);
    assert_eq!(blanks(&empty), 20);
    assert!(blanks(&report_of(&phone(), found(), true)) >= 20);
}

#[test]
fn the_report_says_which_key_seals_it_or_that_none_does() {
    let page = drawn(&officer(), Format::Html);
    assert!(page.contains("SHA256:Yv1l0TbBz9tVn8J0nHqN0dGZy2m3s2o7b1c9hQ4xk3E"));
    assert!(page.contains("Front counter, Exampleton"));
    assert!(page.contains("ssh-keygen -Y check-novalidate -n rushlight-package@1"));
    let page = drawn(&report_of(&phone(), found(), true), Format::Html);
    assert!(page.contains("This report has no seal."));
    assert!(!page.contains("ssh-keygen"));
}

#[test]
fn the_code_holds_the_report_number_and_the_key() {
    let report = officer();
    let code = words(&report).code.unwrap();
    let seal = &report.seal.as_ref().unwrap().fingerprint;
    assert!(code.alternative.contains(&report.report_id));
    assert!(code.alternative.contains(seal.as_str()));
    assert!(code.path.starts_with('M'));
}
