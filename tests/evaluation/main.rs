//! Prints the evaluation: what is recognised through which kind of indicator, before it is listed, by its
//! behaviour alone, and what is raised on phones where nothing is wrong. `docs/evaluation.md` explains the
//! rows and their limits.
//!
//!     cargo run --release -p rushlight-tests --no-default-features --example evaluation [docs/evaluation.md]
//!
//! With a file, the table also takes the place of everything behind the file's line [`BELOW`].

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a command line that measures made phones"
)]

#[path = "mod.rs"]
mod evaluation;

/// What stands behind it is printed by this program.
const BELOW: &str = "<!-- Everything below is printed by the command above. -->\n";

fn main() {
    let Some(evaluation) = evaluation::Evaluation::measure() else {
        println!("skipped: ../shared is absent");
        return;
    };
    print!("{evaluation}");
    if let Some(path) = std::env::args_os().nth(1) {
        let text = std::fs::read_to_string(&path).unwrap();
        let (above, _) = text.split_once(BELOW).unwrap();
        std::fs::write(&path, format!("{above}{BELOW}\n{evaluation}")).unwrap();
    }
}
