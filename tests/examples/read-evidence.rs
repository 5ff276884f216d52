//! Reads one piece of evidence and prints what it held: `read-evidence PATH`. For measuring the reading
//! by itself, under `/usr/bin/time -v`.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for measuring"
)]

use std::path::Path;
use std::process::ExitCode;

use rushlight_core::evidence::{self, Reading, Secrets, Unwatched};

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        eprintln!("usage: read-evidence PATH");
        return ExitCode::from(2);
    };
    let reading = Reading {
        watch: &Unwatched,
        code: None,
        secrets: &Secrets::NONE,
    };
    match evidence::read(Path::new(&path), reading) {
        Ok(snapshot) => {
            println!(
                "{} apps, {} files, {} settings, {} processes, {} inputs",
                snapshot.apps.len(),
                snapshot.files.len(),
                snapshot.settings.len(),
                snapshot.processes.len(),
                snapshot.inputs.len(),
            );
            for (id, surface) in snapshot.surfaces.iter() {
                println!(
                    "{}: {:?}, {} skipped",
                    id.as_str(),
                    surface.state,
                    surface.skipped.len()
                );
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
