//! Tells the program which commit it was built from, so that every report can say it.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a build script speaks to cargo, and asks git which commit this is"
)]

use std::path::Path;
use std::process::Command;

fn main() {
    let head = Path::new("../.git/HEAD");
    let logs = Path::new("../.git/logs/HEAD");
    for path in [head, logs] {
        if path.exists() {
            println!("cargo:rerun-if-changed={}", path.display());
        }
    }
    println!("cargo:rerun-if-env-changed=RUSHLIGHT_COMMIT");
    let commit = std::env::var("RUSHLIGHT_COMMIT").ok().or_else(git_commit);
    println!(
        "cargo:rustc-env=RUSHLIGHT_COMMIT={}",
        commit.as_deref().unwrap_or("unknown")
    );
}

/// The checked-out commit; none outside a checkout or where git is missing.
fn git_commit() -> Option<String> {
    let output = Command::new("git")
        .args(["rev-parse", "--short=12", "HEAD"])
        .output()
        .ok()?;
    let commit = String::from_utf8(output.stdout).ok()?;
    let commit = commit.trim();
    (output.status.success() && !commit.is_empty()).then(|| commit.to_owned())
}
