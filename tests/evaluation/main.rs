//! Prints the evaluation: what is recognised through which kind of indicator, before it is listed, by its
//! behaviour alone, and what is raised on phones where nothing is wrong. `docs/evaluation.md` explains the
//! rows and their limits.
//!
//!     cargo run --release -p rushlight-tests --no-default-features --example evaluation

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a command line that measures made phones"
)]

#[path = "mod.rs"]
mod evaluation;

fn main() {
    match evaluation::Evaluation::measure() {
        Some(evaluation) => print!("{evaluation}"),
        None => println!("skipped: ../shared is absent"),
    }
}
