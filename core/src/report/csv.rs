//! The report as CSV: findings, one row for each reason, then devices in the account, then surfaces, then
//! records that were left out.
//!
//! For a spreadsheet. A cell that a spreadsheet would run as a formula gets an apostrophe in front.

use ::csv::{Error, QuoteStyle, Terminator, Writer, WriterBuilder};

use super::document::because_words;
use super::schema::AccountDevice;
use super::shown::shown;
use super::{Report, words};
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
    "sign",
    "records",
    "reason",
];

/// The bytes of report.csv.
pub(super) fn to_bytes(report: &Report, catalogue: &Catalogue) -> Result<Vec<u8>, Error> {
    let mut sheet = Sheet::new(COLUMNS)?;
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
                ("sign", because.sign.clone().unwrap_or_default()),
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
            sheet.row(&cells)?;
        }
    }
    for device in &report.account_devices {
        let own = device.own.map(|own| if own { "own" } else { "other" });
        sheet.row(&[
            ("row", "account_device".to_owned()),
            ("id", device.kind.clone()),
            ("state", own.unwrap_or_default().to_owned()),
            ("observed", account_device(device)),
            ("input", device.provenance.input.to_string()),
            ("locator", device.provenance.locator.clone()),
        ])?;
    }
    for surface in &report.surfaces {
        let records = surface.records.map(|count| count.to_string());
        sheet.row(&[
            ("row", "surface".to_owned()),
            ("id", surface.id.clone()),
            ("state", surface.state.clone()),
            ("records", records.unwrap_or_default()),
            ("reason", surface.reason.clone().unwrap_or_default()),
        ])?;
        for skipped in &surface.skipped {
            sheet.row(&[
                ("row", "left_out".to_owned()),
                ("id", surface.id.clone()),
                ("observed", skipped.record.clone()),
                ("reason", skipped.reason.clone()),
            ])?;
        }
    }
    sheet.finish()
}

/// Model, system and the end of the serial number, as far as they are known.
fn account_device(device: &AccountDevice) -> String {
    let end = device.serial_end.as_ref().map(|end| format!("…{end}"));
    let parts = [device.model.clone(), device.os_version.clone(), end];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" ")
}

/// A CSV file in the making: UTF-8, lines ended as RFC 4180 asks, every cell in quotes.
///
/// Every CSV file of ours is written here, so that one guard against formulas holds for all.
pub(super) struct Sheet {
    columns: &'static [&'static str],
    writer: Writer<Vec<u8>>,
}

impl Sheet {
    /// A sheet with its heading.
    pub(super) fn new(columns: &'static [&'static str]) -> Result<Self, Error> {
        let mut writer = WriterBuilder::new()
            .terminator(Terminator::CRLF)
            .quote_style(QuoteStyle::Always)
            .from_writer(Vec::new());
        writer.write_record(columns)?;
        Ok(Self { columns, writer })
    }

    /// One row, its cells named by their columns; a column that is not named stays empty.
    pub(super) fn row<V: AsRef<str>>(&mut self, cells: &[(&str, V)]) -> Result<(), Error> {
        self.writer.write_record(self.columns.iter().map(|column| {
            cells
                .iter()
                .find(|(name, _)| name == column)
                .map_or_else(String::new, |(_, value)| guarded(&visible(value.as_ref())))
        }))
    }

    /// The whole file.
    pub(super) fn finish(self) -> Result<Vec<u8>, Error> {
        self.writer
            .into_inner()
            .map_err(|error| error.into_error().into())
    }
}

/// A value made visible. Our own words lose the marks for mixed directions, which mean nothing in a cell; a
/// value of the evidence has been made visible before and has none.
fn visible(value: &str) -> String {
    shown(&value.replace([ISOLATE, END_OF_ISOLATE], ""))
}

/// What a spreadsheet may take for the beginning of a formula (OWASP, "CSV Injection"), with the wide forms
/// that Japanese input methods type and the small forms of the same characters.
const FORMULA: &[char] = &[
    '=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫',
];

/// A value that no spreadsheet takes for a formula: an apostrophe stands before a sign that would begin one.
///
/// That is at the beginning, spaces and quotation marks not counted, and after every semicolon: where the
/// decimal sign is a comma, a spreadsheet parts cells there and does not see our quotes. Tab, CR and LF are
/// not in a value any more: [`shown`] has written them as numbers.
fn guarded(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 1);
    let mut at_beginning = true;
    for c in value.chars() {
        if at_beginning && FORMULA.contains(&c) {
            out.push('\'');
        }
        at_beginning = c == ';' || (at_beginning && matches!(c, ' ' | '"'));
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The cells of a sheet with this one value, as a program reads them.
    fn read_back(value: &str, delimiter: u8, quoting: bool) -> Vec<String> {
        let mut sheet = Sheet::new(&["one"]).unwrap();
        sheet.row(&[("one", value)]).unwrap();
        let bytes = sheet.finish().unwrap();
        ::csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .quoting(quoting)
            .flexible(true)
            .from_reader(bytes.as_slice())
            .records()
            .flat_map(|row| {
                let cells: Vec<String> = row.unwrap().iter().map(str::to_owned).collect();
                cells
            })
            .collect()
    }

    fn begins_a_formula(cell: &str) -> bool {
        cell.trim_start_matches([' ', '"']).starts_with(FORMULA)
    }

    #[test]
    fn every_sign_on_the_list_of_owasp_gets_an_apostrophe() {
        for (value, cell) in [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠x", "'＠x"),
            ("   =1", "   '=1"),
            ("\"=1", "\"'=1"),
            ("a;=1", "a;'=1"),
            ("a; \"=1", "a; \"'=1"),
            ("\t=1", "⟨U+0009⟩=1"),
            ("\r=1", "⟨U+000D⟩=1"),
            ("\n=1", "⟨U+000A⟩=1"),
            ("a\n=1", "a⟨U+000A⟩=1"),
            ("\u{a0}=1", "⟨U+00A0⟩=1"),
            ("\u{feff}=1", "⟨U+FEFF⟩=1"),
            ("com.example.app", "com.example.app"),
            ("a=b-c", "a=b-c"),
        ] {
            assert_eq!(read_back(value, b',', true), [cell], "{value:?}");
        }
    }

    proptest! {
        #[test]
        fn no_value_begins_a_formula_and_none_adds_a_cell(value in any::<String>()) {
            let cells = read_back(&value, b',', true);
            prop_assert_eq!(cells.len(), 1);
            prop_assert!(!cells.iter().any(|cell| begins_a_formula(cell)));
        }

        #[test]
        fn nor_where_cells_are_parted_at_semicolons(value in "[-=+@＝;, \"'a\r\n\t]{0,12}") {
            for quoting in [true, false] {
                for cell in read_back(&value, b';', quoting) {
                    prop_assert!(!begins_a_formula(&cell), "{}", cell);
                }
            }
        }
    }
}
