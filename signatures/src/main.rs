//! The maintainers' command line. See README.md in this folder.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is the command line"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use rushlight_core::signatures::Bundle;
use rushlight_signatures::compile::{self, Compiled};
use rushlight_signatures::explain::explain;
use rushlight_signatures::files::{self, Records};
use rushlight_signatures::fire::fire;
use rushlight_signatures::import;
use rushlight_signatures::lint::lint;
use rushlight_signatures::problem::Problem;
use rushlight_signatures::record::VersionRecord;

/// Checks, builds and explains Rushlight's signatures.
#[derive(Parser)]
#[command(name = "rushlight-signatures", version)]
struct Cli {
    /// The signatures folder, with families/, lists/ and rules/.
    #[arg(long, global = true)]
    dir: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Say everything that is wrong with the files.
    Lint,
    /// Build the bundle in memory and see that every indicator fires.
    Test,
    /// Write the bundle.
    Build {
        /// Where to.
        #[arg(short, default_value = "signatures.sqlite")]
        output: PathBuf,
        /// Instead of the version in VERSION.yaml.
        #[arg(long)]
        version: Option<String>,
        /// Instead of the day in VERSION.yaml, YYYY-MM-DD.
        #[arg(long)]
        built_at: Option<String>,
    },
    /// Say everything about a family or an indicator.
    Explain {
        /// A family's id, or an indicator's.
        id: String,
    },
    /// Read a published list into records.
    Import {
        #[command(subcommand)]
        list: List,
    },
}

#[derive(Subcommand)]
enum List {
    /// Echap's stalkerware indicators: families.
    Echap {
        /// The folder with ioc.yaml, watchware.yaml, samples.csv and echap_first_listed.csv.
        folder: PathBuf,
    },
    /// ISDi's app-flags.csv: apps with more than one use.
    Isdi {
        /// The folder with app-flags.csv.
        folder: PathBuf,
        /// The folder with UAD-ng's list of apps that come with phones.
        preinstalled: PathBuf,
    },
}

/// What went wrong, one line each.
struct Failure(Vec<String>);

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(vec![error.to_string()])
    }
}

/// `0` all is well, `1` problems; clap itself says `2` for a wrong command line.
fn main() -> ExitCode {
    let cli = Cli::parse();
    let folder = cli.dir.unwrap_or_else(own_folder);
    match run(&folder, cli.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(lines)) => {
            for line in &lines {
                eprintln!("{line}");
            }
            ExitCode::FAILURE
        }
    }
}

/// The crate's own folder, where it still is as it was at compile time; else `./signatures`.
fn own_folder() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    if own.join("families").is_dir() {
        own.to_owned()
    } else {
        PathBuf::from("signatures")
    }
}

fn run(folder: &Path, command: Command) -> Result<(), Failure> {
    match command {
        Command::Lint => {
            let records = checked(folder)?;
            let indicators = compile::indicators(&records)?;
            println!(
                "{} families, {} indicators: no problems",
                records.families.len(),
                indicators.len()
            );
            Ok(())
        }
        Command::Test => test(folder),
        Command::Build {
            output,
            version,
            built_at,
        } => {
            let records = checked(folder)?;
            let written = version_of(folder)?;
            let version = VersionRecord {
                version: version.unwrap_or(written.version),
                built_at: built_at.unwrap_or(written.built_at),
            };
            let bytes = compile::compile(&records, &version)?;
            let bundle = Bundle::from_bytes(&bytes)?;
            fs::write(&output, &bytes)
                .map_err(|error| Failure(vec![format!("{}: {error}", output.display())]))?;
            let summary = bundle.summary();
            println!(
                "{}: version {}, {} bytes, SHA-256 {}, {} families, {} indicators",
                output.display(),
                summary.version,
                bytes.len(),
                summary.sha256,
                summary.families,
                summary.indicators.loaded
            );
            Ok(())
        }
        Command::Explain { id } => {
            let (records, indicators) = records(folder)?;
            let text = explain(&records, &indicators, &id)
                .ok_or_else(|| Failure(vec![format!("there is no family or indicator {id:?}")]))?;
            print!("{text}");
            Ok(())
        }
        Command::Import { list } => {
            let report = match list {
                List::Echap { folder: list } => import::echap::run(&list, folder)?,
                List::Isdi {
                    folder: list,
                    preinstalled,
                } => import::isdi::run(&list, &preinstalled, folder)?,
            };
            print!("{report}");
            Ok(())
        }
    }
}

fn test(folder: &Path) -> Result<(), Failure> {
    let records = checked(folder)?;
    let indicators = compile::indicators(&records)?;
    let version = version_of(folder)?;
    let bundle = Bundle::from_bytes(&compile::compile(&records, &version)?)?;
    let fired = fire(&bundle, &indicators, &version.built_at)?;
    print!("{fired}");
    if fired.silent.is_empty() {
        Ok(())
    } else {
        Err(Failure(vec![format!(
            "{} did not fire",
            fired.silent.len()
        )]))
    }
}

/// Records that pass lint.
fn checked(folder: &Path) -> Result<Records, Failure> {
    let records = Records::read(folder).map_err(|problems| said(&problems))?;
    let problems = lint(&records);
    if problems.is_empty() {
        Ok(records)
    } else {
        Err(said(&problems))
    }
}

/// Records as they are: explaining must work while something is still wrong.
fn records(folder: &Path) -> Result<(Records, BTreeMap<String, Compiled>), Failure> {
    let records = Records::read(folder).map_err(|problems| said(&problems))?;
    let indicators = compile::indicators(&records)?;
    Ok((records, indicators))
}

fn version_of(folder: &Path) -> Result<VersionRecord, Failure> {
    files::version(folder).map_err(|problem| said(&[problem]))
}

fn said(problems: &[Problem]) -> Failure {
    Failure(problems.iter().map(Problem::to_string).collect())
}
