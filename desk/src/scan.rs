//! `rushlight scan`: read, report, write, and say it in three words.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::Timestamp;
use rushlight_core::evidence::{Stage, Watch as _};
use rushlight_core::report::{self, Format, RenderError, Report};
use rushlight_core::scan::{self, Options};
use rushlight_core::seal::SealingKey;
use rushlight_core::signatures::Bundle;
use rushlight_core::text::Catalogue;

use crate::args::ScanArguments;
use crate::failure::Failure;
use crate::package::Keys;
use crate::progress::Bar;
use crate::store::Staged;
use crate::summary;

/// Runs the command. The exit code says what was found.
pub(crate) fn run(arguments: &ScanArguments, catalogue: &Catalogue) -> Result<ExitCode, Failure> {
    if let Some(jobs) = arguments.jobs {
        // A pool that exists already is a pool of the same process: nothing to undo.
        let _ = rayon::ThreadPoolBuilder::new()
            .num_threads(usize::from(jobs))
            .build_global();
    }
    let keys = arguments.package.keys(catalogue)?;
    let (bundle, signatures) = open_bundle(arguments.signatures.as_deref())?;
    let options = Options {
        stated_at: arguments.at.unwrap_or_else(now),
        inventory: arguments.inventory,
        signatures,
        commit: env!("RUSHLIGHT_COMMIT").to_owned(),
        language: catalogue.language().to_owned(),
        region: "england-and-wales".to_owned(),
        case: None,
        seal: keys.sealing().map(SealingKey::seal_key),
    };
    let paths: Vec<&Path> = arguments.paths.iter().map(PathBuf::as_path).collect();
    let bar = Bar::new(arguments.quiet, catalogue);
    let report = scan::scan(&paths, &bundle, catalogue, &options, &bar)?;
    let files = match &arguments.out {
        Some(folder) => write_files(folder, arguments, &report, &keys, catalogue, &bar)?,
        None => Vec::new(),
    };
    bar.finish();

    let printed = if arguments.json {
        report::render(&report, catalogue, Format::Json)?
    } else {
        summary::text(&report, &files, catalogue).into_bytes()
    };
    let mut out = std::io::stdout().lock();
    out.write_all(&printed)
        .and_then(|()| out.flush())
        .map_err(Failure::Print)?;
    Ok(exit_code(&report))
}

/// The bundle to use, and how the report calls it.
pub(crate) fn open_bundle(file: Option<&Path>) -> Result<(Bundle, String), Failure> {
    match file {
        Some(path) => {
            let name = path
                .file_name()
                .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            Ok((Bundle::open(path)?, name))
        }
        None => {
            let bundle = Bundle::from_static(rushlight_built_in_signatures::BYTES)?;
            Ok((bundle, "built-in".to_owned()))
        }
    }
}

/// The only look at a clock in the whole program.
#[allow(
    clippy::disallowed_methods,
    reason = "the desk states the time of the check unless the person does"
)]
fn now() -> Timestamp {
    Timestamp::now()
}

/// Writes the report in every format that was asked for, and the package where it was: see [`Staged`].
fn write_files(
    folder: &Path,
    arguments: &ScanArguments,
    report: &Report,
    keys: &Keys,
    catalogue: &Catalogue,
    bar: &Bar<'_>,
) -> Result<Vec<PathBuf>, Failure> {
    let mut formats = arguments.formats.clone();
    formats.sort_unstable();
    formats.dedup();
    let mut staged = Staged::begin(folder)?;
    for (done, format) in (0u64..).zip(&formats) {
        bar.progress(Stage::Writing, done, formats.len() as u64);
        let format = format.format();
        let bytes = report::render(report, catalogue, format)?;
        staged.add(&format!("report.{}", format.as_str()), &bytes)?;
    }
    if arguments.package.package {
        let (name, bytes) = keys.package(entries(report, catalogue)?)?;
        staged.add(name, &bytes)?;
    }
    staged.finish()
}

/// What goes into a package: the report in every format that this build can write.
fn entries(report: &Report, catalogue: &Catalogue) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut entries = Vec::new();
    for format in Format::ALL {
        match report::render(report, catalogue, *format) {
            Ok(bytes) => entries.push((format!("report.{}", format.as_str()), bytes)),
            // The package says itself that it has no printed report.
            Err(RenderError::NoPdf) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(entries)
}

/// CONTRACT.md: a finding outranks what could not be read.
fn exit_code(report: &Report) -> ExitCode {
    let summary = &report.summary;
    ExitCode::from(if summary.matches > 0 {
        20
    } else if summary.worth_a_look > 0 {
        10
    } else if summary.not_checked > 0 {
        30
    } else {
        0
    })
}
