//! Writes a made backup of an iPhone: `make-ios-backup small|large FOLDER [PASSWORD SHA256-ROUNDS]`.

#![allow(clippy::print_stderr, reason = "a program for the terminal")]

use std::path::Path;
use std::process::ExitCode;

use rushlight_tests::{large_ios_backup, made_ios_backup};

fn main() -> ExitCode {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let given: Vec<&str> = given.iter().map(String::as_str).collect();
    let written = match given.as_slice() {
        ["small", folder] => made_ios_backup::managed_phone().write(Path::new(folder)),
        ["small", folder, password, rounds] => match rounds.parse() {
            Ok(rounds) => made_ios_backup::managed_phone()
                .password(password)
                .rounds(rounds, 10_000)
                .write(Path::new(folder)),
            Err(_) => return usage(),
        },
        ["large", folder] => large_ios_backup::write(Path::new(folder), None),
        ["large", folder, password] => large_ios_backup::write(Path::new(folder), Some(password)),
        _ => return usage(),
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    eprintln!(
        "usage: make-ios-backup small FOLDER [PASSWORD SHA256-ROUNDS] | large FOLDER [PASSWORD]"
    );
    ExitCode::from(2)
}
