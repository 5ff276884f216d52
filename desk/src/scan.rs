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

use crate::args::{FormatName, ScanArguments};
use crate::case;
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
    let case = arguments
        .case
        .as_deref()
        .map(|path| case::read(path, arguments.inventory))
        .transpose()?;
    let keys = arguments.package.keys(catalogue)?;
    let (bundle, signatures) = open_bundle(arguments.signatures.as_deref())?;
    let options = Options {
        stated_at: arguments.at.unwrap_or_else(now),
        inventory: arguments.inventory,
        signatures,
        commit: env!("RUSHLIGHT_COMMIT").to_owned(),
        language: catalogue.language().to_owned(),
        region: "england-and-wales".to_owned(),
        case,
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
    print(&printed)?;
    Ok(exit_code(&report))
}

/// Puts the result on standard output.
pub(crate) fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes)
        .and_then(|()| out.flush())
        .map_err(Failure::Print)
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
    let mut staged = Staged::begin(folder)?;
    let formats = &arguments.formats;
    stage(&mut staged, "report", formats, report, catalogue, bar)?;
    if arguments.package.package {
        let (name, bytes) = keys.package(entries(report, catalogue)?)?;
        staged.add(name, &bytes)?;
    }
    staged.finish()
}

/// Adds one edition of the report in each format.
pub(crate) fn stage(
    staged: &mut Staged,
    stem: &str,
    formats: &[FormatName],
    report: &Report,
    catalogue: &Catalogue,
    bar: &Bar<'_>,
) -> Result<(), Failure> {
    let mut formats = formats.to_vec();
    formats.sort_unstable();
    formats.dedup();
    for (done, format) in (0u64..).zip(&formats) {
        bar.progress(Stage::Writing, done, formats.len() as u64);
        let format = format.format();
        let bytes = report::render(report, catalogue, format)?;
        staged.add(&format!("{stem}.{}", format.as_str()), &bytes)?;
    }
    Ok(())
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
pub(crate) fn exit_code(report: &Report) -> ExitCode {
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
