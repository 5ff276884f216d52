//! `rushlight signatures`: which signatures are in use, and where they come from.

use std::io::Write as _;
use std::process::ExitCode;

use rushlight_core::text::Catalogue;

use crate::args::SignaturesArguments;
use crate::failure::Failure;
use crate::scan::open_bundle;

/// Runs the command.
pub(crate) fn run(
    arguments: &SignaturesArguments,
    catalogue: &Catalogue,
) -> Result<ExitCode, Failure> {
    let (bundle, name) = open_bundle(arguments.signatures.as_deref())?;
    let summary = bundle.summary();
    let line = |id: &str, value: &str| format!("{:<15} {value}\n", catalogue.plain(id));
    let mut text = line("desk-signatures-file", &name);
    text += &line("desk-signatures-version", &summary.version);
    text += &line("desk-signatures-built", &summary.built_at);
    text += &line("desk-signatures-sha256", &summary.sha256.to_string());
    text += &line("desk-signatures-families", &summary.families.to_string());
    text += &line(
        "desk-signatures-indicators",
        &catalogue.text(
            "desk-signatures-counts",
            &[
                ("loaded", summary.indicators.loaded.into()),
                ("usable", summary.indicators.usable.into()),
                ("refused", summary.indicators.refused.into()),
            ],
        ),
    );
    for refused in bundle.refused() {
        text += &format!("                {}: {}\n", refused.id, refused.reason);
    }
    text += "\n";
    for source in &summary.sources {
        text += &format!(
            "{:<16}{} ({})\n                {}\n                {}\n",
            source.id, source.title, source.licence, source.url, source.attribution
        );
    }
    std::io::stdout()
        .write_all(text.as_bytes())
        .map_err(Failure::Print)?;
    Ok(ExitCode::SUCCESS)
}
