//! The officers' desk program.
//!
//! Command line in, report files and three words out. Everything that it knows is in `rushlight-core`;
//! this crate asks the clock (once), shows progress, writes files, and turns errors into one sentence
//! with the cause and what to do.

mod adb;
mod args;
mod case;
mod compare;
mod failure;
mod key;
mod package;
mod password;
mod progress;
mod record_file;
mod rescan;
mod scan;
mod secrets;
mod signatures;
mod store;
mod summary;
mod verify;

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;
use rushlight_core::text::Catalogue;

use crate::args::{Arguments, CaseCommand, Command, KeyCommand};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    // The arguments take only tags that find one.
    let catalogue = Catalogue::of(&arguments.language).unwrap_or_else(Catalogue::en_gb);
    let done = match arguments.command {
        Command::Scan(scan) => scan::run(&scan, &catalogue),
        Command::Rescan(what) => rescan::run(&what, &catalogue),
        Command::Compare(what) => compare::run(&what, &catalogue),
        Command::Case(CaseCommand::New(new)) => case::run_new(&new, &catalogue),
        Command::Verify(what) => verify::run(&what, &catalogue),
        Command::Key(KeyCommand::New(new)) => key::run_new(&new, &catalogue),
        Command::Signatures(choice) => signatures::run(&choice, &catalogue),
    };
    match done {
        Ok(code) => code,
        Err(failure) => {
            // Nobody is left to tell when standard error is gone too.
            let _ = writeln!(std::io::stderr(), "{}", failure.tell(&catalogue));
            ExitCode::from(failure.exit_code())
        }
    }
}
