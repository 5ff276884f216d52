//! What the tests of records share: the made phone, read and written down as a package would hold it.

#![allow(
    clippy::disallowed_methods,
    dead_code,
    reason = "these tests run the program itself, and each needs some of this"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rushlight_core::case::Case;
use rushlight_core::evidence::{Secrets, Unwatched};
use rushlight_core::record::Record;
use rushlight_core::report::{self, Edition, Format};
use rushlight_core::scan::{self, Copy, Options};
use rushlight_core::signatures::Bundle;
use rushlight_core::text::Catalogue;

pub(crate) const AT: &str = "2026-11-22T12:00:00Z";

pub(crate) fn made_phone() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/made-phone")
}

pub(crate) fn rushlight(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rushlight"))
        .args(arguments)
        .output()
        .expect("the program starts")
}

pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

pub(crate) fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

fn bundle() -> Bundle {
    Bundle::from_static(rushlight_built_in_signatures::BYTES).expect("the built-in signatures open")
}

/// The record of the made phone, as this build of the program reads it.
pub(crate) fn record() -> Record {
    let case = "[agreement]\nscope = [\"inventory\", \"record\"]\n\
                [[statement]]\nabout = \"com.systemservice\"\nanswer = \"did_not_know\"";
    let options = Options {
        stated_at: AT.parse().expect("a time"),
        inventory: true,
        signatures: "built-in".to_owned(),
        commit: env!("RUSHLIGHT_COMMIT").to_owned(),
        language: "en-GB".to_owned(),
        region: "england-and-wales".to_owned(),
        case: Some(Case::read(case).expect("a case file")),
        seal: None,
    };
    let snapshot = scan::read(&[&made_phone()], &bundle(), &Secrets::NONE, &Unwatched)
        .expect("the made phone");
    Record::new(snapshot, options, &bundle()).expect("the built-in rules")
}

/// Writes a record into a folder, with its report in three formats.
pub(crate) fn write(folder: &Path, record: &Record) {
    fs::create_dir_all(folder).expect("a folder");
    fs::write(folder.join("evidence.json"), record.to_bytes()).expect("a file");
    let catalogue = Catalogue::en_gb();
    let copy = Copy {
        options: &record.options,
        edition: Edition::Officer,
        record: Some(record.digest()),
    };
    let report = scan::conclude(&record.snapshot, &bundle(), &catalogue, copy).expect("a report");
    for format in [Format::Html, Format::Json, Format::Csv] {
        let name = format!("report.{}", format.as_str());
        let bytes = report::render(&report, &catalogue, format).expect("a rendering");
        fs::write(folder.join(name), bytes).expect("a file");
    }
}
