//! The officers' desk program.
//!
//! Command line in, report files and three words out. Everything that it knows is in `rushlight-core`;
//! this crate asks the clock (once), shows progress, writes files, and turns errors into one sentence
//! with the cause and what to do.

mod args;
mod failure;
mod progress;
mod scan;
mod signatures;
mod summary;

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;
use rushlight_core::text::Catalogue;

use crate::args::{Arguments, Command};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    // The arguments take only tags that find one.
    let catalogue = Catalogue::of(&arguments.language).unwrap_or_else(Catalogue::en_gb);
    let done = match arguments.command {
        Command::Scan(scan) => scan::run(&scan, &catalogue),
        Command::Signatures(choice) => signatures::run(&choice, &catalogue),
    };
    match done {
        Ok(code) => code,
        Err(failure) => {
            // Nobody is left to tell when standard error is gone too.
            let _ = writeln!(std::io::stderr(), "{}", failure.tell(&catalogue));
            ExitCode::from(1)
        }
    }
}
