//! `rushlight compare`: what changed between two checks of one phone.

use std::process::ExitCode;

use rushlight_core::compare::{Comparison, compare};
use rushlight_core::text::Catalogue;

use crate::args::CompareArguments;
use crate::failure::Failure;
use crate::record_file;
use crate::scan::print;
use crate::summary::{LISTED, wrapped};

/// Runs the command.
pub(crate) fn run(
    arguments: &CompareArguments,
    catalogue: &Catalogue,
) -> Result<ExitCode, Failure> {
    let earlier = record_file::open(&arguments.earlier)?;
    let later = record_file::open(&arguments.later)?;
    let comparison = compare(&earlier.record, &later.record);
    let printed = if arguments.json {
        comparison.to_json()
    } else {
        text(&comparison, catalogue).into_bytes()
    };
    print(&printed)?;
    Ok(ExitCode::from(if comparison.is_worth_a_look() {
        10
    } else if comparison.is_whole() {
        0
    } else {
        30
    }))
}

fn text(comparison: &Comparison, catalogue: &Catalogue) -> String {
    let mut text = catalogue.text(
        "compare-checks",
        &[
            ("earlier", (&comparison.stated_at.earlier).into()),
            ("later", (&comparison.stated_at.later).into()),
        ],
    );
    text.push('\n');
    if comparison.shows_nothing() {
        text += &format!("\n{}", wrapped("", &catalogue.plain("compare-nothing")));
    }
    for section in comparison.sections(catalogue, LISTED) {
        text += &format!("\n{}\n", section.title);
        for sentence in &section.sentences {
            text += &wrapped("  ", sentence);
        }
        if section.more > 0 {
            let more = catalogue.text("compare-more", &[("count", section.more.into())]);
            text += &format!("  {more}\n");
        }
    }
    text
}
