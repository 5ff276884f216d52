//! The command line, as CONTRACT.md has it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::Timestamp;
use rushlight_core::help::{DEFAULT_REGION, Directory};
use rushlight_core::report::{Edition, Format, Report};
use rushlight_core::text::Catalogue;

use crate::package::PackageArguments;
use crate::secrets::SecretArguments;

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
    Scan(Box<ScanArguments>),
    Verify(VerifyArguments),
    Rescan(RescanArguments),
    Compare(CompareArguments),
    /// Case files
    #[command(subcommand)]
    Case(CaseCommand),
    /// Sealing keys
    #[command(subcommand)]
    Key(KeyCommand),
    Signatures(SignaturesArguments),
}

/// Read evidence, write a report.
///
/// Exit code: 0 nothing found and everything that was asked for was read; 10 something worth a look;
/// 20 a match; 30 nothing found, but something could not be read; 2 wrong usage; 1 could not run.
#[derive(Debug, Args)]
pub(crate) struct ScanArguments {
    /// What was read from one phone: AndroidQF folders or archives, bug reports, backups, App Privacy Reports,
    /// configuration profiles, sysdiagnose archives, intrusion logs, APK files
    #[arg(
        value_name = "PATH",
        required_unless_present = "adb",
        conflicts_with = "adb"
    )]
    pub(crate) paths: Vec<PathBuf>,

    /// Read a connected Android phone instead, with commands that only read (SERIAL: which, of several)
    #[arg(long, value_name = "SERIAL", num_args = 0..=1)]
    #[expect(
        clippy::option_option,
        reason = "not given, given, given with a value: clap's form of it"
    )]
    pub(crate) adb: Option<Option<String>>,

    /// Read the phone although its wireless debugging has a known hole (CVE-2026-0073)
    #[arg(long, requires = "adb", conflicts_with = "paths")]
    pub(crate) despite_wireless_hole: bool,

    /// Where the report files go (without it: a summary, no files)
    #[arg(short, long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,

    /// Which files to write (without it: pdf,json; none beside an encrypted package)
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    pub(crate) formats: Option<Vec<FormatName>>,

    /// For whom: the officer (report.*), the person (document-DATE.*), or both
    #[arg(
        long,
        value_name = "LIST",
        value_delimiter = ',',
        default_value = "officer"
    )]
    pub(crate) editions: Vec<EditionName>,

    /// A signature bundle (without it: the one built into the program)
    #[arg(long, value_name = "FILE")]
    pub(crate) signatures: Option<PathBuf>,

    /// What the officer wrote down (rushlight case new)
    #[arg(long, value_name = "FILE")]
    pub(crate) case: Option<PathBuf>,

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

    #[command(flatten)]
    pub(crate) secrets: SecretArguments,

    #[command(flatten)]
    pub(crate) package: PackageArguments,
}

impl ScanArguments {
    /// The files to write. Nobody encrypts a package to leave the same report open beside it.
    pub(crate) fn formats(&self) -> Vec<FormatName> {
        match &self.formats {
            Some(formats) => formats.clone(),
            None if self.package.encrypts() => Vec::new(),
            None => vec![FormatName::Pdf, FormatName::Json],
        }
    }
}

/// Say what holds in a package, what does not, and who sealed it.
///
/// Exit code: 0 it is whole; 1 it is not, or could not be read; 2 wrong usage. A whole package without a
/// seal ends with 0 too: whoever had it could have changed it.
#[derive(Debug, Args)]
pub(crate) struct VerifyArguments {
    /// A package, an encrypted package, the folder it was unpacked into, or a report.json
    #[arg(value_name = "FILE")]
    pub(crate) path: PathBuf,

    /// The key that should have sealed it: a fingerprint (SHA256:...), or a file of public keys
    #[arg(long, value_name = "KEY")]
    pub(crate) key: Option<String>,

    #[command(flatten)]
    pub(crate) secrets: SecretArguments,

    /// Print the answer as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// Detect again from the evidence record of an earlier check, with the same or newer signatures.
///
/// The same signatures give the same report. With others, the differences are named. What the record does
/// not hold (the code of apps) is not checked against new rules. The report says so.
///
/// Exit code: as for scan.
#[derive(Debug, Args)]
pub(crate) struct RescanArguments {
    /// A package, the folder it was unpacked into, or an evidence.json
    #[arg(value_name = "FILE")]
    pub(crate) path: PathBuf,

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

    /// For whom: the officer (report.*), the person (document-DATE.*), or both
    #[arg(
        long,
        value_name = "LIST",
        value_delimiter = ',',
        default_value = "officer"
    )]
    pub(crate) editions: Vec<EditionName>,

    /// A signature bundle (without it: the one built into the program)
    #[arg(long, value_name = "FILE")]
    pub(crate) signatures: Option<PathBuf>,

    /// Print report.json, and nothing else, on standard output
    #[arg(long)]
    pub(crate) json: bool,

    /// No progress
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// Say what changed between two checks of one phone.
///
/// An app or profile differs when it came or went, was switched on or off, or changed its signer.
/// It also differs when it came from elsewhere, or has a new power or permission.
///
/// Exit code: 10 an app or profile differs, or these are two phones; 30 nothing of that, but something
/// could not be compared; 0 neither (updates and settings may differ); 2 wrong usage; 1 could not run.
#[derive(Debug, Args)]
pub(crate) struct CompareArguments {
    /// The earlier check: a package, the folder it was unpacked into, or an evidence.json
    #[arg(value_name = "OLD")]
    pub(crate) earlier: PathBuf,

    /// The later check
    #[arg(value_name = "NEW")]
    pub(crate) later: PathBuf,

    /// Print the differences as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum CaseCommand {
    New(CaseNewArguments),
}

/// Print a case file to fill in, with every field explained.
#[derive(Debug, Args)]
pub(crate) struct CaseNewArguments {
    /// Write it to this file, which must not be there yet
    #[arg(short, long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// An edition by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum EditionName {
    Officer,
    Person,
}

impl EditionName {
    pub(crate) fn edition(self) -> Edition {
        match self {
            Self::Officer => Edition::Officer,
            Self::Person => Edition::Person,
        }
    }

    /// The name of its file in a format. The person's copy has a name that says nothing (R-D2).
    pub(crate) fn file_name(self, report: &Report, format: Format) -> String {
        let name = format.file_name();
        match self {
            Self::Officer => name.to_owned(),
            Self::Person => {
                let day = report.scan.stated_at.split('T').next().unwrap_or_default();
                match name.strip_prefix("report.") {
                    Some(ending) => format!("document-{day}.{ending}"),
                    None => format!("document-{day}-{name}"),
                }
            }
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum KeyCommand {
    New(KeyNewArguments),
}

/// Make a sealing key for this station, as an OpenSSH key file.
#[derive(Debug, Args)]
pub(crate) struct KeyNewArguments {
    /// What the station calls the key; it stands on every report
    #[arg(long, value_name = "NAME")]
    pub(crate) name: String,

    /// Where the private key goes; the public key goes beside it, with .pub
    #[arg(short, long, value_name = "FILE", default_value = "rushlight-key")]
    pub(crate) out: PathBuf,

    /// Protect the key with a passphrase
    #[arg(long)]
    pub(crate) encrypt: bool,

    /// Take the passphrase from this environment variable
    #[arg(long, value_name = "VAR", conflicts_with = "password_file")]
    pub(crate) password_env: Option<String>,

    /// Take the passphrase from the first line of this file
    #[arg(long, value_name = "FILE")]
    pub(crate) password_file: Option<PathBuf>,
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
    Timeline,
    CaseUco,
}

impl FormatName {
    pub(crate) fn format(self) -> Format {
        match self {
            Self::Pdf => Format::Pdf,
            Self::Html => Format::Html,
            Self::Json => Format::Json,
            Self::Csv => Format::Csv,
            Self::Timeline => Format::Timeline,
            Self::CaseUco => Format::CaseUco,
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
    fn a_connected_phone_takes_the_place_of_a_path() {
        let parsed = |words: &[&str]| {
            let words = ["rushlight", "scan"].iter().chain(words);
            match Arguments::try_parse_from(words).map(|arguments| arguments.command) {
                Ok(Command::Scan(scan)) => Some((scan.adb, scan.paths.len())),
                _ => None,
            }
        };
        assert_eq!(parsed(&["--adb"]), Some((Some(None), 0)));
        let named = Some((Some(Some("R58".to_owned())), 0));
        assert_eq!(parsed(&["--adb", "R58"]), named);
        assert_eq!(parsed(&["x"]), Some((None, 1)));
        assert_eq!(parsed(&["x", "--adb", "R58"]), None);
        assert_eq!(parsed(&["x", "--despite-wireless-hole"]), None);
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
    fn nothing_open_lies_beside_an_encrypted_package_unless_asked_for() {
        let formats = |more: &[&str]| {
            let line = ["rushlight", "scan", "x", "-o", "out", "--package"];
            let arguments = Arguments::try_parse_from(line.iter().chain(more)).unwrap();
            let Command::Scan(scan) = arguments.command else {
                panic!("scan was asked for");
            };
            scan.formats()
        };
        assert_eq!(formats(&[]), [FormatName::Pdf, FormatName::Json]);
        assert_eq!(formats(&["--encrypt"]), []);
        assert_eq!(formats(&["--encrypt-to", "age1x"]), []);
        assert_eq!(
            formats(&["--encrypt", "--formats", "html"]),
            [FormatName::Html]
        );
    }

    #[test]
    fn formats_are_a_list() {
        let arguments =
            Arguments::try_parse_from(["rushlight", "scan", "x", "--formats", "html,csv"]).unwrap();
        let Command::Scan(scan) = arguments.command else {
            panic!("scan was asked for");
        };
        assert_eq!(scan.formats(), [FormatName::Html, FormatName::Csv]);
    }
}
