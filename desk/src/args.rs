//! The command line, as CONTRACT.md has it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::Timestamp;
use rushlight_core::help::{DEFAULT_REGION, Directory};
use rushlight_core::report::Format;
use rushlight_core::text::Catalogue;

/// Screens a phone for tracking software and writes a report.
#[derive(Debug, Parser)]
#[command(name = "rushlight", version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// The language of the report and of this program, as a tag such as cy or pl-PL
    #[arg(long, global = true, value_name = "TAG", default_value = "en-GB", value_parser = language)]
    pub(crate) language: String,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Scan(ScanArguments),
    Signatures(SignaturesArguments),
}

/// Read evidence, write a report.
///
/// Exit code: 0 nothing found and everything that was asked for was read; 10 something worth a look;
/// 20 a match; 30 nothing found, but something could not be read; 2 wrong usage; 1 could not run.
#[derive(Debug, Args)]
pub(crate) struct ScanArguments {
    /// AndroidQF folders or archives, or APK files, of one phone
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,

    /// Where the report files go (without it: a summary, no files)
    #[arg(short, long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,

    /// Which files to write
    #[arg(
        long,
        value_name = "LIST",
        value_delimiter = ',',
        default_value = "pdf,json"
    )]
    pub(crate) formats: Vec<FormatName>,

    /// A signature bundle (without it: the one built into the program)
    #[arg(long, value_name = "FILE")]
    pub(crate) signatures: Option<PathBuf>,

    /// The time to state, as 2026-11-22T14:05:00Z (without it: now)
    #[arg(long, value_name = "RFC3339")]
    pub(crate) at: Option<Timestamp>,

    /// The region whose help services are printed, such as durham-and-darlington
    #[arg(long, value_name = "ID", default_value = DEFAULT_REGION, value_parser = region)]
    pub(crate) region: String,

    /// Add every app and profile to the report
    #[arg(long)]
    pub(crate) inventory: bool,

    /// Worker threads (without it: one for each core)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) jobs: Option<u16>,

    /// Print report.json, and nothing else, on standard output
    #[arg(long)]
    pub(crate) json: bool,

    /// No progress
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// Show the signatures in use: version, date, counts, sources.
#[derive(Debug, Args)]
pub(crate) struct SignaturesArguments {
    /// A signature bundle (without it: the one built into the program)
    #[arg(long, value_name = "FILE")]
    pub(crate) signatures: Option<PathBuf>,
}

/// A tag that finds a language, or the list of those there are.
fn language(tag: &str) -> Result<String, String> {
    if Catalogue::of(tag).is_some() {
        return Ok(tag.to_owned());
    }
    let known = Catalogue::LANGUAGES.iter().map(|language| {
        let draft = if language.draft { ", draft" } else { "" };
        format!("{} ({}{draft})", language.tag, language.name)
    });
    Err(format!("the languages are {}", listed(known)))
}

/// The word of a region that has a help directory, or the list of those there are.
fn region(word: &str) -> Result<String, String> {
    if Directory::of(word).is_some() {
        return Ok(word.to_owned());
    }
    let known =
        Directory::all().map(|directory| format!("{} ({})", directory.region, directory.name));
    Err(format!("the regions are {}", listed(known)))
}

fn listed(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join(", ")
}

/// A report format by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum FormatName {
    Pdf,
    Html,
    Json,
    Csv,
}

impl FormatName {
    pub(crate) fn format(self) -> Format {
        match self {
            Self::Pdf => Format::Pdf,
            Self::Html => Format::Html,
            Self::Json => Format::Json,
            Self::Csv => Format::Csv,
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn scan_needs_a_path() {
        assert!(Arguments::try_parse_from(["rushlight", "scan"]).is_err());
    }

    #[test]
    fn a_language_or_a_region_that_nobody_has_written_is_wrong_usage_with_the_list() {
        for (option, word, listed) in [
            ("--language", "tlh", "cy (Cymraeg, draft)"),
            (
                "--region",
                "atlantis",
                "durham-and-darlington (County Durham and Darlington)",
            ),
        ] {
            let asked = Arguments::try_parse_from(["rushlight", "scan", "x", option, word]);
            let error = asked.unwrap_err();
            assert_eq!(error.exit_code(), 2);
            assert!(error.to_string().contains(listed), "{error}");
        }
    }

    #[test]
    fn a_language_is_found_in_whatever_region() {
        let arguments =
            Arguments::try_parse_from(["rushlight", "scan", "x", "--language", "pl-PL"]).unwrap();
        assert_eq!(arguments.language, "pl-PL");
    }

    #[test]
    fn formats_are_a_list() {
        let arguments =
            Arguments::try_parse_from(["rushlight", "scan", "x", "--formats", "html,csv"]).unwrap();
        let Command::Scan(scan) = arguments.command else {
            panic!("scan was asked for");
        };
        assert_eq!(scan.formats, [FormatName::Html, FormatName::Csv]);
    }
}
