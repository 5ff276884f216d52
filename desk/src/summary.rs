//! The summary on the terminal: the three words, what was found, what was not checked.

use std::path::PathBuf;

use rushlight_core::detect::Outcome;
use rushlight_core::report::{Report, schema::Finding, shown};
use rushlight_core::text::Catalogue;

/// Findings and unread surfaces that are listed; the report has all of them.
pub(crate) const LISTED: usize = 30;

/// Columns of an outcome word, where none is longer.
const WORD_COLUMNS: usize = 14;

/// Columns of a line: every terminal has 80, and paper too.
const COLUMNS: usize = 80;

/// The whole summary. Values from the evidence are shown escaped, so that a name cannot move the cursor;
/// inside the report's sentences they already are.
pub(crate) fn text(report: &Report, files: &[PathBuf], catalogue: &Catalogue) -> String {
    let say = |id: &str| catalogue.plain(id);
    let mut text = counts(&[
        (say("outcome-match"), report.summary.matches),
        (say("outcome-worth-a-look"), report.summary.worth_a_look),
        (say("outcome-not-checked"), report.summary.not_checked),
    ]);
    if report.findings.is_empty() {
        text += &format!("\n{}", wrapped("", &nothing(report, catalogue)));
    }
    for finding in report.findings.iter().take(LISTED) {
        text += &format!("\n{}", finding_text(finding, catalogue));
    }
    text += &rest(report.findings.len(), "desk-more-findings", catalogue);

    if !report.findings.is_empty() {
        text += "\n";
        for id in [
            "desk-keep",
            "findings-advice-officer",
            "findings-advice-risk",
        ] {
            text += &wrapped("", &say(id));
        }
    }

    let unread: Vec<_> = report
        .surfaces
        .iter()
        .filter(|surface| surface.reason.is_some() || surface.skipped_count > 0)
        .collect();
    if !unread.is_empty() {
        text += &format!("\n{}\n", say("outcome-not-checked"));
    }
    for surface in unread.iter().take(LISTED) {
        // A report of a later version may have surfaces that this one has no name for.
        let name = catalogue
            .known(&format!("surface-{}", surface.id))
            .unwrap_or_else(|| shown::shown(&surface.id));
        let reason = match &surface.reason {
            Some(reason) => reason.clone(),
            None => catalogue.text("desk-skipped", &[("count", surface.skipped_count.into())]),
        };
        text += &wrapped("  ", &format!("{name}: {reason}"));
    }
    text += &rest(unread.len(), "desk-more-surfaces", catalogue);

    if let Some((own, english)) = catalogue.draft_note() {
        text += &format!("\n{}{}", wrapped("", &own), wrapped("", &english));
    }
    text += &format!("\n{} {}\n", say("desk-report-id"), report.report_id);
    for file in files {
        text += &format!("{} {}\n", say("desk-written"), file.display());
    }
    text
}

/// Nothing found is never good news by itself (R-W2).
fn nothing(report: &Report, catalogue: &Catalogue) -> String {
    let date = shown::shown(&report.bundle.built_at);
    let list = [
        ("indicators", report.bundle.indicators.usable.into()),
        ("date", (&date).into()),
    ];
    [
        catalogue.plain("desk-nothing-found"),
        catalogue.text("desk-nothing-list", &list),
        catalogue.plain("desk-nothing-feeling"),
    ]
    .join(" ")
}

/// The three words with their numbers below one another, however long the words of a language are.
fn counts(words: &[(String, u64)]) -> String {
    let width = |word: &str| textwrap::core::display_width(word);
    let widest = words.iter().map(|(word, _)| width(word)).max().unwrap_or(0);
    let mut text = String::new();
    for (word, number) in words {
        let space = " ".repeat(widest.max(WORD_COLUMNS).saturating_sub(width(word)));
        text += &format!("{word}{space}{number:>6}\n");
    }
    text
}

fn finding_text(finding: &Finding, catalogue: &Catalogue) -> String {
    let word = match finding.outcome {
        Outcome::Match => "outcome-match",
        Outcome::WorthALook => "outcome-worth-a-look",
    };
    let subject = shown::shown(&finding.subject.id);
    let name = match &finding.subject.label {
        Some(label) => format!("{} ({subject})", shown::shown(label)),
        None => subject,
    };
    let title = format!("{}: {name}", catalogue.plain(word));
    wrapped("", &title)
        + &wrapped("  ", &finding.text.headline)
        + &wrapped("  ", &finding.text.harmless_explanation)
}

/// A paragraph in lines of [`COLUMNS`]; in an indented one, lines after the first stand two columns further in.
pub(crate) fn wrapped(indent: &str, paragraph: &str) -> String {
    let hanging = format!("{indent}  ");
    let further = if indent.is_empty() { indent } else { &hanging };
    let options = textwrap::Options::new(COLUMNS)
        .initial_indent(indent)
        .subsequent_indent(further)
        .break_words(false);
    textwrap::fill(paragraph, options) + "\n"
}

/// A line that says how many more there are, where there are more than are listed.
fn rest(all: usize, id: &str, catalogue: &Catalogue) -> String {
    let more = all.saturating_sub(LISTED) as u64;
    if more == 0 {
        return String::new();
    }
    format!("  {}\n", catalogue.text(id, &[("count", more.into())]))
}
