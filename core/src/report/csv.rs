//! The report as CSV: findings, one row for each reason, then surfaces, then records that were left out.
//!
//! For a spreadsheet. A cell that a spreadsheet would run as a formula gets an apostrophe in front.

use ::csv::{Terminator, WriterBuilder};

use super::document::because_words;
use super::shown::shown;
use super::{RenderError, Report, words};
use crate::text::{Catalogue, END_OF_ISOLATE, ISOLATE};

/// The columns, which are for programs and have one spelling in every language.
const COLUMNS: &[&str] = &[
    "row",
    "id",
    "outcome",
    "state",
    "subject_kind",
    "subject_id",
    "subject_label",
    "family_id",
    "family",
    "category",
    "also",
    "observed",
    "input",
    "locator",
    "indicator",
    "indicator_kind",
    "strength",
    "first_listed",
    "source",
    "power",
    "records",
    "reason",
];

/// The bytes of report.csv, UTF-8, lines ended as RFC 4180 asks.
pub(super) fn to_bytes(report: &Report, catalogue: &Catalogue) -> Result<Vec<u8>, RenderError> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    let mut write = |cells: Vec<(&str, String)>| {
        writer.write_record(COLUMNS.iter().map(|column| {
            cells
                .iter()
                .find(|(name, _)| name == column)
                .map_or_else(String::new, |(name, value)| guarded(&cell(name, value)))
        }))
    };
    write(
        COLUMNS
            .iter()
            .map(|name| (*name, (*name).to_owned()))
            .collect(),
    )?;
    for finding in &report.findings {
        let subject = &finding.subject;
        for because in &finding.because {
            let also: Vec<&str> = finding.also.iter().map(|other| other.id.as_str()).collect();
            let mut cells = vec![
                ("row", "finding".to_owned()),
                ("id", finding.id.clone()),
                ("outcome", words::outcome(finding.outcome, catalogue)),
                ("state", words::state(subject.state).to_owned()),
                ("subject_kind", words::subject_kind(subject.kind).to_owned()),
                ("subject_id", subject.id.clone()),
                ("subject_label", subject.label.clone().unwrap_or_default()),
                ("also", also.join(" ")),
                ("observed", because.observed.clone()),
                ("input", because.provenance.input.to_string()),
                ("locator", because.provenance.locator.clone()),
                ("power", because.power.clone().unwrap_or_default()),
                ("reason", because_words(because, catalogue)),
            ];
            if let Some(family) = &finding.family {
                cells.push(("family_id", family.id.clone()));
                cells.push(("family", family.name.clone()));
                cells.push(("category", family.category.clone()));
            }
            if let Some(indicator) = &because.indicator {
                cells.push(("indicator", indicator.id.clone()));
                cells.push(("indicator_kind", indicator.kind.clone()));
                cells.push(("strength", indicator.strength.clone()));
                cells.push((
                    "first_listed",
                    indicator.first_listed.clone().unwrap_or_default(),
                ));
                cells.push(("source", indicator.source.clone()));
            }
            write(cells)?;
        }
    }
    for surface in &report.surfaces {
        let records = surface.records.map(|count| count.to_string());
        write(vec![
            ("row", "surface".to_owned()),
            ("id", surface.id.clone()),
            ("state", surface.state.clone()),
            ("records", records.unwrap_or_default()),
            ("reason", surface.reason.clone().unwrap_or_default()),
        ])?;
        for skipped in &surface.skipped {
            write(vec![
                ("row", "left_out".to_owned()),
                ("id", surface.id.clone()),
                ("observed", skipped.record.clone()),
                ("reason", skipped.reason.clone()),
            ])?;
        }
    }
    writer
        .into_inner()
        .map_err(|error| RenderError::Csv(error.into_error().into()))
}

/// A value made visible. Our own words lose the marks for mixed directions, which mean nothing in a cell.
fn cell(name: &str, value: &str) -> String {
    match name {
        "outcome" | "reason" => shown(&value.replace([ISOLATE, END_OF_ISOLATE], "")),
        _ => shown(value),
    }
}

/// A cell that no spreadsheet takes for a formula (OWASP, "CSV injection"). Tab and CR cannot be first:
/// [`shown`] has written them as numbers.
fn guarded(value: &str) -> String {
    if value.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        format!("'{value}")
    } else {
        value.to_owned()
    }
}
