//! `rushlight scan`: read, report, write, and say it in three words.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::Timestamp;
use rushlight_core::case::Scope;
use rushlight_core::evidence::live::Asked;
use rushlight_core::evidence::{Stage, Watch as _};
use rushlight_core::record::{Record, RecordDigest};
use rushlight_core::report::{self, Edition, Format, RenderError, Report};
use rushlight_core::scan::{self, Copy, Options};
use rushlight_core::seal::{RECORD, SealingKey};
use rushlight_core::signatures::Bundle;
use rushlight_core::snapshot::Snapshot;
use rushlight_core::text::Catalogue;

use crate::adb::Adb;
use crate::args::{EditionName, FormatName, ScanArguments};
use crate::case;
use crate::failure::Failure;
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
        region: arguments.region.clone(),
        case,
        seal: keys.sealing().map(SealingKey::seal_key),
    };
    let paths: Vec<&Path> = arguments.paths.iter().map(PathBuf::as_path).collect();
    let secrets = arguments.secrets.secrets(&paths, catalogue)?;
    let bar = Bar::new(arguments.quiet, catalogue);
    let snapshot = match &arguments.adb {
        Some(serial) => {
            let asked = Asked {
                despite_wireless_hole: arguments.despite_wireless_hole,
            };
            let phone = Adb::connect(serial.as_deref(), &bar)?;
            scan::read_phone(&phone, asked, &bundle, &bar)?
        }
        None => scan::read(&paths, &bundle, &secrets, &bar)?,
    };
    bar.progress(Stage::Comparing, 0, 0);
    let (snapshot, record) = if arguments.package.package {
        keep(snapshot, &options, &bundle)?
    } else {
        (snapshot, None)
    };
    let conclude = |edition| {
        let copy = Copy {
            options: &options,
            edition,
            record: record.as_deref().map(RecordDigest::of),
        };
        Ok(scan::conclude(&snapshot, &bundle, catalogue, copy)?)
    };
    let report = conclude(Edition::Officer)?;
    let written = match &arguments.out {
        Some(folder) => {
            let editions = in_editions(&arguments.editions, |edition| match edition {
                Edition::Officer => Ok(report.clone()),
                Edition::Person => conclude(edition),
            })?;
            Some((folder, editions))
        }
        None => None,
    };
    // Names of 200,000 files are most of the memory, and drawing needs some of its own.
    drop(snapshot);
    let files = match written {
        Some((folder, editions)) => {
            let mut staged = Staged::begin(folder)?;
            let mut press = Press::new(catalogue);
            stage(
                &mut staged,
                &arguments.formats(),
                &editions,
                &mut press,
                &bar,
            )?;
            if arguments.package.package {
                let (name, bytes) = keys.package(entries(&report, record, &mut press)?)?;
                staged.add(name, &bytes)?;
            }
            staged.finish()?
        }
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
    reason = "the desk states the time of the check unless the person does, and compares a connected phone's clock"
)]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}

/// The evidence record, where the person agreed that it is kept or nobody asked: with the phone as it was
/// observed comes the record's file.
fn keep(
    snapshot: Snapshot,
    options: &Options,
    bundle: &Bundle,
) -> Result<(Snapshot, Option<Vec<u8>>), Failure> {
    let case = options.case.as_ref();
    if !case.is_none_or(|case| case.agrees_to(Scope::Record)) {
        return Ok((snapshot, None));
    }
    let record = Record::new(snapshot, options.clone(), bundle)?;
    let file = record.to_bytes();
    Ok((record.snapshot, Some(file)))
}

/// The report for each of these readers, each once, the officer's first.
pub(crate) fn in_editions(
    names: &[EditionName],
    conclude: impl Fn(Edition) -> Result<Report, Failure>,
) -> Result<Vec<(EditionName, Report)>, Failure> {
    let mut names = names.to_vec();
    names.sort_unstable();
    names.dedup();
    names
        .into_iter()
        .map(|name| Ok((name, conclude(name.edition())?)))
        .collect()
}

/// Draws reports, each in each format once: setting the pages is most of a small check's time, and the package
/// holds the same pages as the files beside it.
pub(crate) struct Press<'a> {
    catalogue: &'a Catalogue,
    drawn: BTreeMap<(String, Format), Vec<u8>>,
}

impl<'a> Press<'a> {
    /// A press that has drawn nothing yet.
    pub(crate) fn new(catalogue: &'a Catalogue) -> Self {
        let drawn = BTreeMap::new();
        Self { catalogue, drawn }
    }

    /// The report in this format. Two reports with one id are the same report.
    fn draw(&mut self, report: &Report, format: Format) -> Result<&[u8], RenderError> {
        Ok(match self.drawn.entry((report.report_id.clone(), format)) {
            Entry::Occupied(drawn) => drawn.into_mut(),
            Entry::Vacant(place) => place.insert(report::render(report, self.catalogue, format)?),
        })
    }
}

/// Adds each edition of the report in each format that was asked for.
pub(crate) fn stage(
    staged: &mut Staged,
    formats: &[FormatName],
    editions: &[(EditionName, Report)],
    press: &mut Press<'_>,
    bar: &Bar<'_>,
) -> Result<(), Failure> {
    let mut formats = formats.to_vec();
    formats.sort_unstable();
    formats.dedup();
    let files = formats.len().saturating_mul(editions.len()) as u64;
    let mut done = 0u64;
    for (edition, report) in editions {
        for format in &formats {
            bar.progress(Stage::Writing, done, files);
            done = done.saturating_add(1);
            let format = format.format();
            let name = edition.file_name(report, format);
            staged.add(&name, press.draw(report, format)?)?;
        }
    }
    Ok(())
}

/// What goes into a package: the report in every format that this build can write, and the record.
fn entries(
    report: &Report,
    record: Option<Vec<u8>>,
    press: &mut Press<'_>,
) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut entries: Vec<(String, Vec<u8>)> = record
        .into_iter()
        .map(|file| (RECORD.to_owned(), file))
        .collect();
    for format in Format::ALL {
        match press.draw(report, *format) {
            Ok(bytes) => entries.push((format.file_name().to_owned(), bytes.to_vec())),
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
