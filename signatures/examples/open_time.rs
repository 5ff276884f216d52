//! How long a bundle takes to open, and a path to be looked up: `cargo run --release --example open_time`.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "this measures time and prints it"
)]

use std::error::Error;
use std::time::Instant;

use rushlight_core::signatures::{Bundle, Fact};
use rushlight_signatures::compile::compile;
use rushlight_signatures::files::Records;
use rushlight_signatures::record::VersionRecord;

fn main() -> Result<(), Box<dyn Error>> {
    for count in [7_000, 70_000] {
        let bytes = made(count)?;
        let mut best = f64::MAX;
        for _ in 0..20 {
            let before = Instant::now();
            let bundle = Bundle::from_bytes(&bytes)?;
            best = best.min(before.elapsed().as_secs_f64() * 1e3);
            drop(bundle);
        }
        let bundle = Bundle::from_bytes(&bytes)?;
        let paths: Vec<String> = (0..200_000)
            .map(|number| format!("/sdcard/Android/data/com.example/files/{number}.jpg"))
            .collect();
        let before = Instant::now();
        let mut hits = 0;
        for path in &paths {
            hits += bundle.matches(Fact::FilePath(path))?.len();
        }
        println!(
            "{count} indicators, {} bytes: opened in {best:.1} ms; 200,000 paths in {:.0} ms, {hits} hits",
            bytes.len(),
            before.elapsed().as_secs_f64() * 1e3
        );
    }
    Ok(())
}

fn made(count: usize) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut indicators = String::new();
    for number in 0..count {
        let line = match number % 4 {
            0 => format!(
                "{{kind: android.package, value: com.spy.app{number}, strength: identifying, source: own}}"
            ),
            1 => format!(
                "{{kind: android.apk.sha256, value: '{number:064x}', strength: identifying, source: own}}"
            ),
            2 => format!(
                "{{kind: net.host, value: host{number}.example, strength: context, source: own}}"
            ),
            _ => format!(
                "{{kind: file.path, value: /sdcard/.spy/{number}, strength: identifying, source: own}}"
            ),
        };
        indicators.push_str(&format!("- {line}\n"));
    }
    let options = serde_saphyr::options! { budget: None };
    let records = Records {
        families: vec![rushlight_signatures::files::FamilyFile {
            name: "spy".to_owned(),
            family: serde_saphyr::from_str_with_options(
                &format!(
                    "id: spy\nname: Spy\ncategory: stalkerware\nstatus: active\nverdicts: []\nindicators:\n{indicators}"
                ),
                options,
            )?,
        }],
        sources: serde_saphyr::from_str(
            "[{id: own, title: Own, url: 'urn:x', licence: MIT, retrieved: '2026-11-22', attribution: Ours.}]",
        )?,
        ..Records::default()
    };
    let version = VersionRecord {
        version: "1".to_owned(),
        built_at: "2026-11-22".to_owned(),
    };
    Ok(compile(&records, &version)?)
}
