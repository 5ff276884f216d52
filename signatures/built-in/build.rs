//! Compiles the records of the folder above into one bundle. A record that lint refuses stops the build.

#![allow(
    clippy::print_stdout,
    reason = "this is how a build script speaks to cargo"
)]

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use rushlight_signatures::compile::compile;
use rushlight_signatures::files::{self, Records};
use rushlight_signatures::lint::lint;
use rushlight_signatures::problem::Problem;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .ok_or("the crate stands in no folder")?;
    for input in ["VERSION.yaml", "families", "lists", "rules"] {
        println!("cargo:rerun-if-changed={}", folder.join(input).display());
    }
    let records = Records::read(folder).map_err(|problems| said(&problems))?;
    let problems = lint(&records);
    if !problems.is_empty() {
        return Err(said(&problems));
    }
    let version = files::version(folder).map_err(|problem| said(&[problem]))?;
    let bundle = compile(&records, &version)?;
    let output = env::var_os("OUT_DIR").ok_or("cargo gave no OUT_DIR")?;
    fs::write(Path::new(&output).join("signatures.sqlite"), bundle)?;
    println!(
        "cargo:rustc-env=RUSHLIGHT_SIGNATURES_VERSION={}",
        version.version
    );
    Ok(())
}

fn said(problems: &[Problem]) -> Box<dyn Error> {
    let lines: Vec<String> = problems.iter().map(Problem::to_string).collect();
    format!("the signature files have problems\n{}", lines.join("\n")).into()
}
