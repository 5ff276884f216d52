//! The files of the Echap list: `ioc.yaml`, `watchware.yaml`, `samples.csv`, and the dates that its history
//! gives (`echap_first_listed.csv`).
//!
//! Every scalar is text. A key that we do not know refuses the file: somebody must decide what it means.
//! A bad row of a CSV file is left out by itself and named in the report.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};
use serde::Deserialize;

use crate::import::{ImportError, ImportReport, parse_yaml};

/// One of the two lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum List {
    Ioc,
    Watchware,
}

impl List {
    pub(super) fn file(self) -> &'static str {
        match self {
            Self::Ioc => "ioc.yaml",
            Self::Watchware => "watchware.yaml",
        }
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Ioc => "ioc",
            Self::Watchware => "watchware",
        }
    }
}

/// One entry: a product with everything that is known of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) name: String,
    #[serde(default)]
    pub(super) names: Vec<String>,
    #[serde(rename = "type")]
    pub(super) verdict: String,
    #[serde(default)]
    pub(super) packages: Vec<String>,
    #[serde(default)]
    pub(super) certificates: Vec<String>,
    #[serde(default)]
    pub(super) websites: Vec<String>,
    #[serde(default)]
    pub(super) distribution: Vec<String>,
    #[serde(default)]
    pub(super) c2: Servers,
    #[serde(default)]
    pub(super) ios_bundles: Vec<String>,
    #[serde(default)]
    pub(super) certificate_cname_re: Vec<String>,
    #[serde(default)]
    pub(super) certificate_organizations: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Servers {
    #[serde(default)]
    pub(super) domains: Vec<String>,
    #[serde(default)]
    pub(super) ips: Vec<String>,
    /// MobiStealth and Ahmyth write `ip`, and every generator of the project drops those addresses.
    #[serde(default)]
    pub(super) ip: Vec<String>,
}

/// One row of `samples.csv`. Fields that the row does not have are empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sample {
    pub(super) sha256: String,
    pub(super) package: String,
    pub(super) certificate: String,
    pub(super) app: String,
}

/// When a value was first listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Dates {
    /// By file, kind, value and entry.
    exact: BTreeMap<(String, String, String, String), String>,
    /// The earliest day by file, kind and value.
    any: BTreeMap<(String, String, String), String>,
}

/// A day, and whether its row names the entry that was asked for. 870 rows of the table name another one:
/// it was made from line positions in the history of the files, and entries moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Listed<'a> {
    pub(super) day: &'a str,
    pub(super) same_entry: bool,
}

impl Dates {
    pub(super) fn get(
        &self,
        file: &str,
        kind: &str,
        value: &str,
        entry: &str,
    ) -> Option<Listed<'_>> {
        let [file, kind, value, entry] = [file, kind, value, entry].map(str::to_owned);
        let any = self.any.get(&(file.clone(), kind.clone(), value.clone()));
        let exact = self.exact.get(&(file, kind, value, entry));
        exact.or(any).map(|day| Listed {
            day,
            same_entry: exact.is_some(),
        })
    }

    fn insert(&mut self, file: String, kind: String, value: String, entry: String, day: String) {
        let any = self.any.entry((file.clone(), kind.clone(), value.clone()));
        let any = any.or_insert_with(|| day.clone());
        if day < *any {
            any.clone_from(&day);
        }
        self.exact.insert((file, kind, value, entry), day);
    }
}

/// Everything that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Source {
    /// Entries of both lists, in their order.
    pub(super) entries: Vec<(List, Entry)>,
    pub(super) samples: Vec<Sample>,
    pub(super) dates: Dates,
}

impl Source {
    /// Reads the four texts.
    pub(super) fn parse(
        ioc: &str,
        watchware: &str,
        samples: &str,
        dates: &str,
        report: &mut ImportReport,
    ) -> Result<Self, ImportError> {
        let mut entries = Vec::new();
        for (list, text) in [(List::Ioc, ioc), (List::Watchware, watchware)] {
            let read: Vec<Entry> = parse_yaml(list.file(), text)?;
            report.count(&format!("entries of {}", list.file()), read.len());
            entries.extend(read.into_iter().map(|entry| (list, entry)));
        }
        Ok(Self {
            entries,
            samples: parse_samples(samples, report)?,
            dates: parse_dates(dates, report)?,
        })
    }
}

fn parse_samples(text: &str, report: &mut ImportReport) -> Result<Vec<Sample>, ImportError> {
    let columns = ["SHA256", "Package Name", "Certificate", "App"];
    let rows = rows("samples.csv", text, columns, report)?;
    report.count("rows of samples.csv", rows.len());
    Ok(rows
        .into_iter()
        .map(|[sha256, package, certificate, app]| Sample {
            sha256,
            package,
            certificate,
            app,
        })
        .collect())
}

fn parse_dates(text: &str, report: &mut ImportReport) -> Result<Dates, ImportError> {
    let file = "echap_first_listed.csv";
    let columns = ["file", "kind", "value", "family", "first_listed_utc"];
    let mut dates = Dates::default();
    for [list, kind, value, entry, date] in rows(file, text, columns, report)? {
        if is_date(&date) {
            dates.insert(list, kind, value, entry, date);
        } else {
            report.leave_out(file, &date, "Not a date of the form YYYY-MM-DD.");
        }
    }
    report.count("rows of echap_first_listed.csv", dates.exact.len());
    Ok(dates)
}

fn is_date(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// The named columns of every row. The header must have them all.
fn rows<const N: usize>(
    file: &str,
    text: &str,
    columns: [&str; N],
    report: &mut ImportReport,
) -> Result<Vec<[String; N]>, ImportError> {
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    let form = |cause: String| ImportError::Form {
        file: file.to_owned(),
        cause,
    };
    let header = reader.headers().map_err(|cause| form(cause.to_string()))?;
    let mut places = [0; N];
    for (place, column) in places.iter_mut().zip(columns) {
        *place = header
            .iter()
            .position(|name| name == column)
            .ok_or_else(|| form(format!("no column {column}")))?;
    }
    let width = header.len();
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|cause| form(cause.to_string()))?;
        if row.len() == width {
            rows.push(places.map(|place| row.get(place).unwrap_or_default().trim().to_owned()));
        } else {
            let value = row.iter().collect::<Vec<_>>().join(",");
            report.leave_out(
                &place_of(file, &row),
                &value,
                "The row has another number of fields.",
            );
        }
    }
    Ok(rows)
}

fn place_of(file: &str, row: &StringRecord) -> String {
    match row.position() {
        Some(position) => format!("{file} line {}", position.line()),
        None => file.to_owned(),
    }
}
