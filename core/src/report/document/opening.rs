//! Page one: what an officer reads first and copies from, and what the person needs most.

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::particulars::who;
use super::{Block, Cell, Column, Fact, OutcomeBox, Row, Table};
use crate::report::shown::{brief, shown};
use crate::report::{Edition, Report, words};
use crate::text::Catalogue;

/// Findings that page one names; it must stay one page.
const FOUND_LISTED: usize = 6;

/// Characters of an identifier on page one. Package names stay below it; the finding itself has more.
const IDENTIFIER_CHARACTERS: usize = 90;

/// Characters of a name on page one.
const NAME_CHARACTERS: usize = 44;

/// Characters of a reason why a finding was to be expected. Its card has all of it.
const REASON_CHARACTERS: usize = 48;

pub(super) fn page_one(report: &Report, catalogue: &Catalogue) -> Vec<Block> {
    let mut blocks = vec![
        Block::Note {
            text: [
                catalogue.plain("page-one-what"),
                catalogue.plain("page-one-method"),
            ]
            .join(" "),
        },
        Block::Heading {
            text: catalogue.plain("page-one-counts"),
        },
        Block::Outcomes {
            boxes: outcomes(report, catalogue),
        },
        Block::paragraph(summary(report, catalogue)),
    ];
    blocks.extend(found(report, catalogue));
    blocks.extend([
        Block::Heading {
            text: catalogue.plain("page-one-identity"),
        },
        Block::Facts {
            facts: identity(report, catalogue),
        },
    ]);
    if report.edition == Edition::Officer {
        blocks.extend([
            Block::Heading {
                text: catalogue.plain("who-heading"),
            },
            who(report, catalogue),
        ]);
    }
    blocks
}

/// What was found, a line each, to copy from. Nothing where nothing was found.
fn found(report: &Report, catalogue: &Catalogue) -> Vec<Block> {
    if report.findings.is_empty() {
        return Vec::new();
    }
    let name = |value: &str| brief(value, NAME_CHARACTERS);
    let rows = report.findings.iter().take(FOUND_LISTED).map(|finding| {
        let mut subject = Cell::exact(&brief(&finding.subject.id, IDENTIFIER_CHARACTERS));
        if let Some(label) = &finding.subject.label {
            subject = subject.and_words(name(label));
        }
        let family = match &finding.family {
            Some(family) => name(&family.name),
            None => catalogue.plain("found-no-family"),
        };
        let mut outcome = Cell::words(words::outcome(finding.outcome, catalogue));
        if let Some(reason) = &finding.expected {
            outcome = outcome.and_words(catalogue.text(
                "expected-line",
                &[("reason", (&brief(reason, REASON_CHARACTERS)).into())],
            ));
        }
        Row {
            cells: vec![
                Cell::words(finding.id.clone()),
                outcome,
                subject,
                Cell::words(family),
            ],
            muted: finding.expected.is_some(),
        }
    });
    let mut blocks = vec![Block::Table(Table {
        caption: catalogue.plain("found-table"),
        columns: vec![
            Column::text(catalogue.plain("column-found-number"), 7),
            Column::text(catalogue.plain("column-found-word"), 25),
            Column::text(catalogue.plain("column-found-subject"), 44),
            Column::text(catalogue.plain("column-found-family"), 24),
        ],
        rows: rows.collect(),
        blank_rows: 0,
    })];
    let more = report.findings.len().saturating_sub(FOUND_LISTED) as u64;
    if more > 0 {
        blocks.push(Block::paragraph(
            catalogue.text("found-more", &[("count", more.into())]),
        ));
    }
    blocks
}

fn outcomes(report: &Report, catalogue: &Catalogue) -> Vec<OutcomeBox> {
    let summary = &report.summary;
    [
        (summary.matches, "outcome-match", "outcome-match-meaning"),
        (
            summary.worth_a_look,
            "outcome-worth-a-look",
            "outcome-worth-a-look-meaning",
        ),
        (
            summary.not_checked,
            "outcome-not-checked",
            "outcome-not-checked-meaning",
        ),
    ]
    .into_iter()
    .map(|(count, word, meaning)| OutcomeBox {
        count,
        word: catalogue.plain(word),
        meaning: catalogue.plain(meaning),
    })
    .collect()
}

/// The result in one paragraph. Nothing found is never good news by itself (R-W2).
fn summary(report: &Report, catalogue: &Catalogue) -> String {
    let counts = &report.summary;
    let mut sentences = Vec::new();
    let nothing = counts.matches == 0 && counts.worth_a_look == 0;
    if nothing {
        sentences.push(catalogue.text(
            "summary-nothing",
            &[
                ("indicators", report.bundle.indicators.usable.into()),
                ("date", (&shown(&report.bundle.built_at)).into()),
            ],
        ));
    } else {
        sentences.push(catalogue.text("summary-found", &[("matches", counts.matches.into())]));
        if counts.worth_a_look > 0 {
            sentences
                .push(catalogue.text("summary-looks", &[("looks", counts.worth_a_look.into())]));
        }
    }
    if counts.not_checked > 0 {
        sentences.push(catalogue.text(
            "summary-not-checked",
            &[("count", counts.not_checked.into())],
        ));
        if nothing {
            sentences.push(catalogue.plain("summary-nothing-incomplete"));
        }
    }
    sentences.push(catalogue.plain("summary-cannot-see"));
    sentences.push(catalogue.plain(if nothing {
        "summary-feeling"
    } else {
        "summary-next"
    }));
    sentences.join(" ")
}

fn identity(report: &Report, catalogue: &Catalogue) -> Vec<Fact> {
    let label = |id: &str| catalogue.plain(id);
    let device = &report.device;
    let name = |value: &str| brief(value, NAME_CHARACTERS);
    let phone: Vec<String> = [&device.make, &device.model]
        .into_iter()
        .flatten()
        .map(|value| name(value))
        .chain([name(&phone_system(report, catalogue))])
        .collect();
    let bundle = &report.bundle;
    let tool = &report.tool;
    let mut facts = vec![
        Fact::words(label("label-device"), phone.join(", ")),
        Fact::words(
            label("label-stated-utc"),
            time_utc(&report.scan.stated_at, catalogue),
        ),
        Fact::words(
            label("label-stated-local"),
            report
                .scan
                .stated_at_local
                .as_deref()
                .map_or_else(|| label("zone-unknown"), |time| time_local(time, catalogue)),
        ),
    ];
    facts.extend(clock_drift(report, catalogue));
    facts.push(Fact::exact(label("label-report-id"), &report.report_id));
    facts.push(match &report.seal {
        Some(seal) => Fact {
            label: label("label-seal"),
            value: Cell::exact(&seal.fingerprint).and_words(name(&seal.name)),
        },
        None => Fact::words(label("label-seal"), label("seal-none")),
    });
    if let Some(record) = &report.record {
        facts.push(Fact::exact(
            label("label-record"),
            &record.sha256.to_string(),
        ));
    }
    if let Some(old) = &report.rescan_of {
        let id = match &old.report_id {
            Some(id) => name(id),
            None => label("rescan-of-unknown"),
        };
        facts.push(Fact::words(
            label("label-rescan-of"),
            catalogue.text(
                "rescan-of-value",
                &[
                    ("id", (&id).into()),
                    ("version", (&name(&old.bundle_version)).into()),
                ],
            ),
        ));
    }
    facts.extend([
        Fact::words(
            label("label-tool"),
            catalogue.isolated(&catalogue.text(
                "tool-value",
                &[
                    ("name", (&name(&tool.name)).into()),
                    ("version", (&name(&tool.version)).into()),
                    ("commit", (&name(&tool.commit)).into()),
                ],
            )),
        ),
        Fact::words(
            label("label-bundle"),
            catalogue.text(
                "bundle-value",
                &[
                    ("version", (&name(&bundle.version)).into()),
                    ("date", (&name(&bundle.built_at)).into()),
                    ("families", bundle.families.into()),
                ],
            ),
        ),
        Fact::words(
            label("label-indicators"),
            catalogue.text(
                "indicators-value",
                &[
                    ("loaded", bundle.indicators.loaded.into()),
                    ("usable", bundle.indicators.usable.into()),
                    ("refused", bundle.indicators.refused.into()),
                ],
            ),
        ),
        Fact::exact(label("label-bundle-sha256"), &bundle.sha256.to_string()),
    ]);
    facts
}

/// The phone's clock against the stated time, where both are known.
pub(super) fn clock_drift(report: &Report, catalogue: &Catalogue) -> Option<Fact> {
    let seconds = report.scan.clock_drift_seconds?;
    Some(Fact::words(
        catalogue.plain("label-clock-drift"),
        catalogue.text("clock-drift", &[("seconds", (&seconds.to_string()).into())]),
    ))
}

/// `Android 14`, or as much of it as is known.
fn phone_system(report: &Report, catalogue: &Catalogue) -> String {
    let platform = platform(&report.device.platform, catalogue);
    match &report.device.os_version {
        Some(version) => format!("{platform} {}", shown(version)),
        None => platform,
    }
}

/// The name of a system.
pub(super) fn platform(word: &str, catalogue: &Catalogue) -> String {
    match word {
        "android" => catalogue.plain("platform-android"),
        "ios" => catalogue.plain("platform-ios"),
        _ => catalogue.plain("platform-unknown"),
    }
}

/// A moment of the report in words; the value itself where it is not a moment.
pub(super) fn time_utc(value: &str, catalogue: &Catalogue) -> String {
    let Ok(time) = value.parse::<Timestamp>() else {
        return shown(value);
    };
    catalogue.text(
        "time-utc",
        &[
            (
                "date",
                (&catalogue.date(time.to_zoned(TimeZone::UTC).date())).into(),
            ),
            ("time", (&time.strftime("%H:%M:%S").to_string()).into()),
        ],
    )
}

/// A moment in UTC and, where the phone's zone is known, on its own clock face.
pub(super) fn moment(value: &str, report: &Report, catalogue: &Catalogue) -> Cell {
    let cell = Cell::words(time_utc(value, catalogue));
    let local = value.parse::<Timestamp>().ok().and_then(|time| {
        let zone = TimeZone::get(report.device.zone.as_deref()?).ok()?;
        Some(time.to_zoned(zone).to_string())
    });
    match local {
        Some(local) => cell.and_words(time_local(&local, catalogue)),
        None => cell,
    }
}

pub(super) fn time_local(value: &str, catalogue: &Catalogue) -> String {
    let Ok(time) = value.parse::<Zoned>() else {
        return shown(value);
    };
    catalogue.text(
        "time-local",
        &[
            ("date", (&catalogue.date(time.date())).into()),
            ("time", (&time.strftime("%H:%M:%S").to_string()).into()),
            ("zone", (&time.strftime("%Q").to_string()).into()),
            ("offset", (&time.strftime("UTC%:z").to_string()).into()),
        ],
    )
}
