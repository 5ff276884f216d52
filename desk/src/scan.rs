//! `rushlight scan`: read, report, write, and say it in three words.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::Timestamp;
use rushlight_core::evidence::{Stage, Watch as _};
use rushlight_core::report::{self, Format, Report};
use rushlight_core::scan::{self, Options};
use rushlight_core::signatures::Bundle;
use rushlight_core::text::Catalogue;

use crate::args::ScanArguments;
use crate::failure::Failure;
use crate::progress::Bar;
use crate::summary;

/// Runs the command. The exit code says what was found.
pub(crate) fn run(arguments: &ScanArguments, catalogue: &Catalogue) -> Result<ExitCode, Failure> {
    if let Some(jobs) = arguments.jobs {
        // A pool that exists already is a pool of the same process: nothing to undo.
        let _ = rayon::ThreadPoolBuilder::new()
            .num_threads(usize::from(jobs))
            .build_global();
    }
    let (bundle, signatures) = open_bundle(arguments.signatures.as_deref())?;
    let options = Options {
        stated_at: arguments.at.unwrap_or_else(now),
        inventory: arguments.inventory,
        signatures,
        commit: env!("RUSHLIGHT_COMMIT").to_owned(),
        language: catalogue.language().to_owned(),
        region: arguments.region.clone(),
        case: None,
        seal: None,
    };
    let paths: Vec<&Path> = arguments.paths.iter().map(PathBuf::as_path).collect();
    let bar = Bar::new(arguments.quiet, catalogue);
    let report = scan::scan(&paths, &bundle, catalogue, &options, &bar)?;
    let files = match &arguments.out {
        Some(folder) => write_files(folder, arguments, &report, catalogue, &bar)?,
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

/// Writes the report in every format that was asked for, each file whole or not at all.
fn write_files(
    folder: &Path,
    arguments: &ScanArguments,
    report: &Report,
    catalogue: &Catalogue,
    bar: &Bar<'_>,
) -> Result<Vec<PathBuf>, Failure> {
    let mut formats = arguments.formats.clone();
    formats.sort_unstable();
    formats.dedup();
    let write = |path: &Path, cause| Failure::Write {
        path: path.to_owned(),
        cause,
    };
    fs::create_dir_all(folder).map_err(|cause| write(folder, cause))?;
    let mut files = Vec::new();
    for (done, format) in (0u64..).zip(&formats) {
        bar.progress(Stage::Writing, done, formats.len() as u64);
        let format = format.format();
        let path = folder.join(format!("report.{}", format.as_str()));
        let bytes = report::render(report, catalogue, format)?;
        write_private(&path, &bytes).map_err(|cause| write(&path, cause))?;
        files.push(path);
    }
    Ok(files)
}

/// Writes beside the place and moves it there, readable by its owner only: a report is about somebody.
fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&beside, path)
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
