//! `rushlight rescan`: the record of an earlier check, looked at again, and what is different now.

use std::path::PathBuf;
use std::process::ExitCode;

use rushlight_core::record::{Again, difference};
use rushlight_core::report::{self, Edition, Format, Report};
use rushlight_core::seal::RECORD;
use rushlight_core::text::Catalogue;

use crate::args::{EditionName, RescanArguments};
use crate::failure::Failure;
use crate::progress::Bar;
use crate::record_file::{self, Beside, RecordFile};
use crate::scan::{Press, exit_code, in_editions, open_bundle, print, stage};
use crate::store::Staged;
use crate::summary;

/// Runs the command. The exit code says what was found, as that of a scan does.
pub(crate) fn run(arguments: &RescanArguments, catalogue: &Catalogue) -> Result<ExitCode, Failure> {
    let file = record_file::open(&arguments.path)?;
    let (bundle, signatures) = open_bundle(arguments.signatures.as_deref())?;
    // The same report needs the same words; the terminal keeps its own.
    let language = &file.record.options.language;
    let words = Catalogue::of(language).unwrap_or_else(Catalogue::en_gb);
    let conclude = |edition| -> Result<Report, Failure> {
        let again = Again {
            bundle: &bundle,
            signatures: &signatures,
            catalogue: &words,
            commit: env!("RUSHLIGHT_COMMIT"),
            edition,
            record: file.digest,
            report_id: match &file.beside {
                Beside::Report(report) => Some(&report.report_id),
                Beside::None | Beside::Other | Beside::Unreadable => None,
            },
        };
        Ok(file.record.conclude_again(again)?)
    };
    let editions = in_editions(&arguments.editions, conclude)?;
    let files = write(arguments, &editions, &words)?;
    let shown = match editions.into_iter().next() {
        Some((_, report)) => report,
        None => conclude(Edition::Officer)?,
    };
    let printed = if arguments.json {
        report::render(&shown, &words, Format::Json)?
    } else {
        let mut text = summary::text(&shown, &files, catalogue);
        text += &format!("\n{}\n", catalogue.plain("rescan-difference"));
        for sentence in against(&file, &shown, catalogue) {
            text += &summary::wrapped("  ", &sentence);
        }
        text.into_bytes()
    };
    print(&printed)?;
    Ok(exit_code(&shown))
}

/// What is different from the report beside the record.
fn against(file: &RecordFile, now: &Report, catalogue: &Catalogue) -> Vec<String> {
    match &file.beside {
        Beside::Report(before) => difference(before, now).sentences(catalogue),
        Beside::None => vec![catalogue.plain("rescan-no-report")],
        Beside::Other => vec![catalogue.plain("rescan-other-report")],
        Beside::Unreadable => vec![catalogue.plain("rescan-unreadable-report")],
    }
}

fn write(
    arguments: &RescanArguments,
    editions: &[(EditionName, Report)],
    catalogue: &Catalogue,
) -> Result<Vec<PathBuf>, Failure> {
    let Some(folder) = &arguments.out else {
        return Ok(Vec::new());
    };
    // The report beside a record belongs to it, and a package that was unpacked is whole or it is nothing.
    let record = folder.join(RECORD);
    if record.exists() {
        return Err(Failure::Exists { path: record });
    }
    let bar = Bar::new(arguments.quiet, catalogue);
    let mut staged = Staged::begin(folder)?;
    let mut press = Press::new(catalogue);
    stage(&mut staged, &arguments.formats, editions, &mut press, &bar)?;
    let files = staged.finish()?;
    bar.finish();
    Ok(files)
}
