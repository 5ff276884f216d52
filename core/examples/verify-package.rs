//! Makes a package of some size, or verifies one: for `tests/benches/verify.py`.
//!
//! ```text
//! cargo run --release -p rushlight-core --no-default-features --example verify-package -- make FILE MEGABYTES
//! cargo run --release -p rushlight-core --no-default-features --example verify-package -- verify FILE
//! ```

#![allow(
    clippy::disallowed_methods,
    reason = "an example is a small program of its own"
)]

use std::error::Error;
use std::fs::{self, File};

use rushlight_core::digest::Sha256;
use rushlight_core::record::{self, RecordDigest};
use rushlight_core::report::{Edition, Format, assemble, render};
use rushlight_core::scan::{Copy, Options};
use rushlight_core::seal::{RECORD, REPORT, pack, verify_package};
use rushlight_core::signatures::{BundleSummary, Counts};
use rushlight_core::snapshot::Snapshot;
use rushlight_core::text::Catalogue;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["make", file, megabytes] => Ok(fs::write(file, package(megabytes.parse()?)?)?),
        ["verify", file] => {
            let verification = verify_package(File::open(file)?, None)?;
            verification
                .whole
                .then_some(())
                .ok_or_else(|| "the package is not whole".into())
        }
        _ => Err("make FILE MEGABYTES, or verify FILE".into()),
    }
}

/// A package whose record has this size.
fn package(megabytes: usize) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut record = format!("{{\"schema\":\"{}\",\"rest\":\"", record::SCHEMA).into_bytes();
    let line = b"com.example.app 0123456789abcdef [ro.build.version.release] 14\\n";
    record.extend(line.iter().cycle().take(megabytes << 20));
    record.extend(b"\"}");
    let options = Options {
        stated_at: "2026-11-22T12:00:00Z".parse()?,
        inventory: false,
        signatures: "built-in".to_owned(),
        commit: "unknown".to_owned(),
        language: "en-GB".to_owned(),
        region: "england-and-wales".to_owned(),
        case: None,
        seal: None,
    };
    let copy = Copy {
        options: &options,
        edition: Edition::Officer,
        record: Some(RecordDigest {
            sha256: Sha256::of(&record),
            bytes: record.len() as u64,
        }),
    };
    let bundle = BundleSummary {
        version: "2026.11.22".to_owned(),
        built_at: "2026-11-22".to_owned(),
        sha256: Sha256::of(b""),
        families: 0,
        indicators: Counts {
            loaded: 0,
            usable: 0,
            refused: 0,
        },
        sources: Vec::new(),
    };
    let catalogue = Catalogue::en_gb();
    let report = assemble(&Snapshot::default(), Vec::new(), &bundle, &catalogue, copy);
    let report = render(&report, &catalogue, Format::Json)?;
    let entries = vec![(REPORT.to_owned(), report), (RECORD.to_owned(), record)];
    Ok(pack(entries, None)?)
}
