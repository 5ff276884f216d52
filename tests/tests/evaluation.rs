//! What the evaluation must not fall below. `cargo run --release -p rushlight-tests --no-default-features
//! --example evaluation` prints the whole table.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may fail, and says when it is skipped"
)]

#[path = "../evaluation/mod.rs"]
mod evaluation;

use evaluation::Evaluation;

#[test]
fn the_evaluation_meets_its_goals() {
    let Some(evaluation) = Evaluation::measure() else {
        println!("skipped: ../shared is absent");
        return;
    };
    println!("{evaluation}");
    let missed = evaluation.missed();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
