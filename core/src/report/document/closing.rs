//! What stands behind the findings: limits, what was done, how to verify, custody, help, sources.

use jiff::civil::Date;

use super::opening::time_utc;
use super::{Block, Cell, Column, Section, Table};
use crate::report::Report;
use crate::report::schema::{Help, HelpContact};
use crate::report::shown::{sentence, shown};
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
    let help = &report.help;
    let mut emergency = help.emergency.iter().map(|line| sentence(line));
    let mut blocks = Vec::new();
    if let Some(text) = emergency.next() {
        blocks.push(Block::Note { text });
    }
    let further: Vec<String> = emergency.collect();
    if !further.is_empty() {
        blocks.push(Block::List { items: further });
    }
    if !help.contacts.is_empty() {
        blocks.push(Block::paragraph(help_standing(help, catalogue)));
        blocks.push(help_table(help, catalogue));
    }
    blocks.extend([
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
    ]);
    Section::new("help", catalogue.plain("help-heading"), blocks)
}

/// How to call, how old the numbers are, and who read them.
fn help_standing(help: &Help, catalogue: &Catalogue) -> String {
    let dated = match help.dated.parse::<Date>() {
        Ok(date) => catalogue.date(date),
        Err(_) => shown(&help.dated),
    };
    let reviewed = match &help.reviewed_by {
        Some(by) => catalogue.text("help-reviewed", &[("by", (&shown(by)).into())]),
        None => catalogue.plain("help-not-reviewed"),
    };
    [
        catalogue.plain("help-intro"),
        catalogue.text(
            "help-dated",
            &[
                ("region", (&shown(&help.name)).into()),
                ("date", (&dated).into()),
            ],
        ),
        reviewed,
    ]
    .join(" ")
}

fn help_table(help: &Help, catalogue: &Catalogue) -> Block {
    let row = |contact: &HelpContact| {
        let mut who = Cell::words(shown(&contact.name));
        if let Some(about) = &contact.about {
            who = who.and_words(sentence(about));
        }
        let mut how = Cell::default();
        for reach in &contact.reach {
            how = how.and_words(catalogue.isolated(&shown(reach)));
        }
        for note in &contact.notes {
            how = how.and_words(sentence(note));
        }
        vec![who, how]
    };
    Block::Table(Table {
        caption: catalogue.plain("help-table"),
        columns: vec![
            Column::text(catalogue.plain("column-service"), 60),
            Column::text(catalogue.plain("column-contact"), 40),
        ],
        rows: help.contacts.iter().map(row).collect(),
        blank_rows: 0,
    })
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
