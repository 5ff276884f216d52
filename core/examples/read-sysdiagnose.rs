//! For measuring: reads a sysdiagnose, or only inflates it (`tests/benches/sysdiagnose.py`).
//!
//!     read-sysdiagnose read FILE
//!     read-sysdiagnose inflate FILE

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for the terminal"
)]
#![allow(clippy::disallowed_methods, reason = "an example opens its own file")]

use std::error::Error;
use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;
use rushlight_core::evidence::{Reading, Secrets, Unwatched, read};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [mode, file] if mode == "read" => {
            let reading = Reading {
                watch: &Unwatched,
                code: None,
                secrets: &Secrets::NONE,
            };
            let snapshot = read(Path::new(file), reading)?;
            let (inputs, history) = (snapshot.inputs.len(), snapshot.history.len());
            println!("{inputs} inputs, {history} events");
        }
        [mode, file] if mode == "inflate" => {
            let file = BufReader::with_capacity(256 << 10, File::open(file)?);
            let mut inflated = MultiGzDecoder::new(file);
            let mut buffer = vec![0; 256 << 10];
            let mut bytes = 0;
            loop {
                match inflated.read(&mut buffer)? {
                    0 => break,
                    count => bytes += count,
                }
            }
            println!("{bytes} bytes");
        }
        _ => eprintln!("usage: read-sysdiagnose read|inflate FILE"),
    }
    Ok(())
}
