//! Page one, and the agreement: what an officer reads first and fills in first.

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::{Block, Cell, Column, Fact, OutcomeBox, Section, Table};
use crate::report::shown::shown;
use crate::report::{Report, words};
use crate::text::Catalogue;

/// Findings that page one names; it must stay one page.
const FOUND_LISTED: usize = 6;

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
        Block::Heading {
            text: catalogue.plain("who-heading"),
        },
        Block::fields(
            catalogue,
            &[
                "label-officer",
                "label-station",
                "label-reference",
                "label-place",
                "label-signature",
            ],
        ),
    ]);
    blocks
}

/// What was found, a line each, to copy from. Nothing where nothing was found.
fn found(report: &Report, catalogue: &Catalogue) -> Vec<Block> {
    if report.findings.is_empty() {
        return Vec::new();
    }
    let rows = report.findings.iter().take(FOUND_LISTED).map(|finding| {
        let subject = Cell::exact(&finding.subject.id);
        let subject = match &finding.subject.label {
            Some(label) => subject.and_words(shown(label)),
            None => subject,
        };
        let family = match &finding.family {
            Some(family) => shown(&family.name),
            None => catalogue.plain("found-no-family"),
        };
        vec![
            Cell::words(finding.id.clone()),
            Cell::words(words::outcome(finding.outcome, catalogue)),
            subject,
            Cell::words(family),
        ]
    });
    let mut blocks = vec![Block::Table(Table {
        caption: catalogue.plain("found-table"),
        columns: vec![
            Column::text(catalogue.plain("column-found-number"), 8),
            Column::text(catalogue.plain("column-found-word"), 20),
            Column::text(catalogue.plain("column-found-subject"), 44),
            Column::text(catalogue.plain("column-found-family"), 28),
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
    let phone: Vec<String> = [&device.make, &device.model]
        .into_iter()
        .flatten()
        .map(|value| shown(value))
        .chain([phone_system(report, catalogue)])
        .collect();
    let bundle = &report.bundle;
    let tool = &report.tool;
    vec![
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
        Fact::exact(label("label-report-id"), &report.report_id),
        Fact::words(
            label("label-tool"),
            catalogue.isolated(&catalogue.text(
                "tool-value",
                &[
                    ("name", (&shown(&tool.name)).into()),
                    ("version", (&shown(&tool.version)).into()),
                    ("commit", (&shown(&tool.commit)).into()),
                ],
            )),
        ),
        Fact::words(
            label("label-bundle"),
            catalogue.text(
                "bundle-value",
                &[
                    ("version", (&shown(&bundle.version)).into()),
                    ("date", (&shown(&bundle.built_at)).into()),
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
    ]
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

fn time_local(value: &str, catalogue: &Catalogue) -> String {
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

/// What has to be agreed and written down before a phone is read (PCSC Act 2022, sections 37 to 39).
pub(super) fn agreement(catalogue: &Catalogue) -> Section {
    Section::new(
        "agreement",
        catalogue.plain("agreement-heading"),
        vec![
            Block::paragraph(catalogue.plain("agreement-intro")),
            Block::fields(
                catalogue,
                &[
                    "label-agreement-person",
                    "label-agreement-notice",
                    "label-agreement-basis",
                    "label-agreement-scope",
                    "label-agreement-refused",
                    "label-agreement-owner",
                    "label-agreement-safety",
                    "label-agreement-signature",
                ],
            ),
        ],
    )
}
