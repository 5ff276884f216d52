//! Writes a bundle with ten times the built-in signatures, for `tests/benches/androidqf.py`: each family
//! stands there ten times, nine of them with values that no phone has.
//!
//!     cargo run --release -p rushlight-tests --example ten-times -- OUT

#![allow(clippy::print_stdout, reason = "a command line")]

use std::error::Error;
use std::path::Path;

use rushlight_core::digest::Sha256;
use rushlight_core::signatures::IndicatorKind;
use rushlight_signatures::compile::compile;
use rushlight_signatures::files::{self, FamilyFile, Records};
use rushlight_signatures::record::IndicatorRecord;

fn main() -> Result<(), Box<dyn Error>> {
    let out = std::env::args().nth(1).ok_or("usage: ten-times OUT")?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../signatures");
    let mut records = Records::read(&folder).map_err(|problems| format!("{problems:?}"))?;
    let version = files::version(&folder).map_err(|problem| problem.to_string())?;
    let own = records.families.clone();
    let dual_use = records.dual_use.clone();
    for copy in 1..10 {
        records
            .families
            .extend(own.iter().map(|file| family(file, copy)));
        records.dual_use.extend(dual_use.iter().map(|record| {
            let mut record = record.clone();
            record.id = format!("{}.copy{copy}", record.id);
            record
        }));
    }
    let bytes = compile(&records, &version)?;
    std::fs::write(&out, &bytes)?;
    println!("{out}: {} bytes", bytes.len());
    Ok(())
}

fn family(file: &FamilyFile, copy: u32) -> FamilyFile {
    let mut file = file.clone();
    file.name = format!("{}-copy{copy}", file.name);
    file.family.id.clone_from(&file.name);
    for indicator in &mut file.family.indicators {
        value(indicator, copy);
    }
    file
}

/// Another value of the same form.
fn value(indicator: &mut IndicatorRecord, copy: u32) {
    let old = &indicator.value;
    indicator.value = match indicator.kind {
        IndicatorKind::SignerSha256
        | IndicatorKind::SignerKey
        | IndicatorKind::ApkSha256
        | IndicatorKind::FileSha256 => Sha256::of(format!("{old}{copy}").as_bytes()).to_string(),
        IndicatorKind::SignerSha1 => Sha256::of(format!("{old}{copy}").as_bytes())
            .to_string()
            .chars()
            .take(40)
            .collect(),
        IndicatorKind::Host => format!("copy{copy}.{old}"),
        IndicatorKind::Ip => {
            let digest = Sha256::of(format!("{old}{copy}").as_bytes()).0;
            format!(
                "2001:db8:{:x}:{:x}::{copy}",
                u16::from(digest[0]) << 8 | u16::from(digest[1]),
                u16::from(digest[2]) << 8 | u16::from(digest[3])
            )
        }
        _ => format!("{old}.copy{copy}"),
    };
    if let Some(sample) = &mut indicator.sample {
        *sample = format!("{sample}.copy{copy}");
    }
}
