//! What stands behind the findings: limits, what was done, how to verify, custody, help, sources.

use super::opening::time_utc;
use super::{Block, Cell, Column, Section, Table};
use crate::report::Report;
use crate::report::shown::sentence;
use crate::snapshot::InputKind;
use crate::text::Catalogue;

/// Rows for the pen. Six hand-overs fit on the page with the heading.
const CUSTODY_ROWS: usize = 6;

pub(super) fn limits(report: &Report, catalogue: &Catalogue) -> Section {
    Section::new(
        "limits",
        catalogue.plain("limits-heading"),
        vec![Block::List {
            items: report.limits.iter().map(|limit| sentence(limit)).collect(),
        }],
    )
}

pub(super) fn actions(report: &Report, catalogue: &Catalogue) -> Section {
    let block = if report.actions.is_empty() {
        Block::paragraph(catalogue.plain("actions-none"))
    } else {
        Block::Table(Table {
            caption: catalogue.plain("actions-table"),
            columns: vec![
                Column::text(catalogue.plain("column-when"), 30),
                Column::text(catalogue.plain("column-what"), 70),
            ],
            rows: report
                .actions
                .iter()
                .map(|action| {
                    vec![
                        Cell::words(time_utc(&action.at, catalogue)),
                        Cell::exact(&action.what),
                    ]
                })
                .collect(),
            blank_rows: 0,
        })
    };
    Section::new("actions", catalogue.plain("actions-heading"), vec![block])
}

pub(super) fn integrity(report: &Report, catalogue: &Catalogue) -> Section {
    let text = |id: &str| Block::paragraph(catalogue.plain(id));
    let command = |text: &str| Block::Command {
        text: text.to_owned(),
    };
    let mut blocks = vec![text("integrity-inputs")];
    blocks.push(if report.inputs.is_empty() {
        text("integrity-no-inputs")
    } else {
        inputs(report, catalogue)
    });
    blocks.extend([
        text("integrity-how"),
        command("sha256sum FILE"),
        text("integrity-how-folder"),
        // As `Container::digest` makes it.
        command("sha256sum FILE... | LC_ALL=C sort -k 2 | sha256sum"),
        text("integrity-embedded"),
        command("pdfdetach -save 1 -o report.json REPORT.pdf"),
        text("integrity-id"),
        text("integrity-same"),
        text("integrity-bundle"),
        Block::Command {
            text: report.bundle.sha256.to_string(),
        },
    ]);
    Section::new("integrity", catalogue.plain("integrity-heading"), blocks)
}

fn inputs(report: &Report, catalogue: &Catalogue) -> Block {
    Block::Table(Table {
        caption: catalogue.plain("integrity-table"),
        columns: vec![
            Column::text(catalogue.plain("column-input"), 42),
            Column::number(catalogue.plain("column-bytes"), 14),
            Column::text(catalogue.plain("column-sha256"), 44),
        ],
        rows: report
            .inputs
            .iter()
            .map(|input| {
                let path = Cell::exact(&input.path);
                let path = match input.kind {
                    InputKind::Member => path,
                    InputKind::AndroidqfFolder => {
                        path.and_words(catalogue.plain("input-kind-androidqf_folder"))
                    }
                    InputKind::AndroidqfZip => {
                        path.and_words(catalogue.plain("input-kind-androidqf_zip"))
                    }
                    InputKind::Apk => path.and_words(catalogue.plain("input-kind-apk")),
                };
                vec![
                    path,
                    Cell::words(input.bytes.to_string()),
                    Cell::exact(&input.sha256.to_string()),
                ]
            })
            .collect(),
        blank_rows: 0,
    })
}

pub(super) fn custody(catalogue: &Catalogue) -> Section {
    Section::new(
        "custody",
        catalogue.plain("custody-heading"),
        vec![
            Block::paragraph(catalogue.plain("custody-intro")),
            Block::Table(Table {
                caption: catalogue.plain("custody-table"),
                columns: vec![
                    Column::text(catalogue.plain("column-date-time"), 19),
                    Column::text(catalogue.plain("column-item"), 27),
                    Column::text(catalogue.plain("column-from"), 27),
                    Column::text(catalogue.plain("column-to"), 27),
                ],
                rows: Vec::new(),
                blank_rows: CUSTODY_ROWS,
            }),
        ],
    )
}

pub(super) fn help(report: &Report, catalogue: &Catalogue) -> Section {
    Section::new(
        "help",
        catalogue.plain("help-heading"),
        vec![
            Block::Note {
                text: sentence(&report.help.emergency.join(" ")),
            },
            Block::paragraph(
                catalogue.text("help-intro", &[("date", (&report.help.dated).into())]),
            ),
            Block::Table(Table {
                caption: catalogue.plain("help-table"),
                columns: vec![
                    Column::text(catalogue.plain("column-service"), 60),
                    Column::text(catalogue.plain("column-contact"), 40),
                ],
                rows: report
                    .help
                    .contacts
                    .iter()
                    .map(|contact| {
                        vec![
                            Cell::words(sentence(&contact.name)),
                            Cell::words(sentence(&contact.reach.join(", "))),
                        ]
                    })
                    .collect(),
                blank_rows: 0,
            }),
            Block::Heading {
                text: catalogue.plain("help-next-heading"),
            },
            Block::List {
                items: [
                    "help-next-keep",
                    "help-next-plan",
                    "help-next-other",
                    "help-next-diary",
                ]
                .into_iter()
                .map(|id| catalogue.plain(id))
                .collect(),
            },
        ],
    )
}

pub(super) fn sources(report: &Report, catalogue: &Catalogue) -> Section {
    let mut blocks = Vec::new();
    if report.bundle.attribution.is_empty() {
        blocks.push(Block::paragraph(catalogue.plain("sources-none")));
    } else {
        blocks.push(Block::paragraph(catalogue.plain("sources-intro")));
        blocks.push(Block::List {
            items: report
                .bundle
                .attribution
                .iter()
                .map(|line| sentence(line))
                .collect(),
        });
    }
    blocks.push(Block::paragraph(catalogue.plain("fonts-note")));
    Section::new("sources", catalogue.plain("sources-heading"), blocks)
}
