//! What the PDF is, and reports to look at.

use super::hostile::{hostile_case, hostile_report};
use super::made::*;
use super::{drawn, report};
use crate::case::Case;
use crate::detect::Finding;
use crate::report::document::document;
use crate::report::schema::RescanOf;
use crate::report::{Edition, Format, Report, html, render};
use crate::text::{Catalogue, Direction};

fn has(pdf: &[u8], word: &str) -> bool {
    pdf.windows(word.len()).any(|part| part == word.as_bytes())
}

fn pdf(report: &Report) -> Vec<u8> {
    render(report, &Catalogue::en_gb(), Format::Pdf).unwrap()
}

#[test]
fn the_pdf_is_tagged_for_the_archive_and_for_screen_readers() {
    let pdf = pdf(&report());
    assert!(pdf.starts_with(b"%PDF-1.7"));
    for word in [
        "/StructTreeRoot",
        "/MarkInfo",
        "/Lang(en-GB)",
        "/OutputIntent",
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "Phone check: screening report",
        "2026-06-21T10:12:00",
    ] {
        assert!(has(&pdf, word), "{word}");
    }
}

#[test]
fn the_pdf_carries_the_json_report() {
    let pdf = pdf(&report());
    for word in [
        "/EmbeddedFiles",
        "(report.json)",
        "/AFRelationship/Source",
        "/Subtype/application#2Fjson",
    ] {
        assert!(has(&pdf, word), "{word}");
    }
}

/// Everything as long as it can be.
fn worst(edition: Edition) -> Report {
    let name = "W".repeat(10_000);
    let mut phone = phone();
    phone.device.make = Some(seen(name.clone(), "x"));
    phone.device.model = Some(seen(name.clone(), "x"));
    phone.device.os_version = Some(seen(name.clone(), "x"));
    let findings: Vec<Finding> = found()
        .into_iter()
        .map(|mut finding| {
            finding.subject.id.push_str(&name);
            finding.subject.label = Some(name.clone());
            finding
        })
        .collect();
    let mut options = options_with(hostile_case(&name));
    let subjects = findings.iter().map(|finding| &finding.subject.id);
    let statements: Vec<_> = subjects.map(|id| said(id, None, &name)).collect();
    if let Some(case) = &mut options.case {
        case.statements = statements;
        for statement in &mut case.statements {
            statement.expected = Some(name.clone());
        }
    }
    if let Some(seal) = &mut options.seal {
        seal.name.clone_from(&name);
    }
    let mut report = copy_of(&phone, findings, &options, edition);
    report.scan.clock_drift_seconds = Some(-86_399);
    report.rescan_of = Some(RescanOf {
        report_id: Some(report.report_id.clone()),
        bundle_version: name.clone(),
        bundle_sha256: report.bundle.sha256,
    });
    report.tool.version.clone_from(&name);
    report.bundle.version = name;
    report
}

#[test]
fn page_one_is_one_page() {
    let blank = |edition| report_with(Case::default(), edition);
    for edition in [Edition::Officer, Edition::Person] {
        for report in [
            worst(edition),
            blank(edition),
            report_with(case(), edition),
            hostile_report(),
            report_of(&phone(), Vec::new(), false),
        ] {
            let mut first = document(&report, &Catalogue::en_gb());
            first.sections.clear();
            assert_eq!(crate::report::pdf::pages(&report, &first), 1);
        }
    }
}

/// Reports to look at.
fn samples() -> Vec<(&'static str, Report)> {
    let mut large = phone();
    for number in 0..450 {
        let id = format!("org.example.app{number:03}.with_a_long_name");
        large.apps.push(app(&id, "An ordinary app", "[9]"));
    }
    let mut typical = found();
    typical.truncate(2);
    vec![
        ("officer", report_with(case(), Edition::Officer)),
        ("person", report_with(case(), Edition::Person)),
        ("blank", report_with(Case::default(), Edition::Officer)),
        ("typical", report_of(&phone(), typical, false)),
        ("nothing-found", report_of(&phone(), Vec::new(), false)),
        ("hostile", hostile_report()),
        ("worst", worst(Edition::Officer)),
        ("worst-person", worst(Edition::Person)),
        ("large", report_of(&large, found(), true)),
    ]
}

fn folder() -> std::path::PathBuf {
    let folder = std::env::temp_dir().join("rushlight-reports");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// For the eye and for the checks: `cargo test -p rushlight-core -- --ignored pages_for_the_eye`.
#[test]
#[ignore = "writes pages into the temporary folder, to look at"]
fn pages_for_the_eye() {
    for (name, report) in samples() {
        let write = |ending: &str, bytes: &[u8]| {
            std::fs::write(folder().join(format!("{name}{ending}")), bytes).unwrap();
        };
        let mut page = document(&report, &Catalogue::en_gb());
        write(".html", &html::to_bytes(&page).unwrap());
        write(".json", drawn(&report, Format::Json).as_bytes());
        write(".words.json", crate::report::pdf::words(&page).as_bytes());
        // No text is translated here: only the layout turns.
        page.direction = Direction::RightToLeft;
        write("-rtl.html", &html::to_bytes(&page).unwrap());
        write(
            "-rtl.words.json",
            crate::report::pdf::words(&page).as_bytes(),
        );
    }
}

/// As [`pages_for_the_eye`], on paper. Takes minutes without `--release`.
#[test]
#[ignore = "writes PDF files into the temporary folder, to look at"]
fn paper_for_the_eye() {
    for (name, report) in samples() {
        std::fs::write(folder().join(format!("{name}.pdf")), pdf(&report)).unwrap();
    }
}
