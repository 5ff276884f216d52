//! What the person says, kept apart from what the machine observed.

use super::opening::moment;
use super::{Block, Card, Cell, Fact, Part, PartKind, Section};
use crate::case::Answer;
use crate::limits::CARDS_PRINTED;
use crate::report::schema::{Finding, FindingStatement};
use crate::report::shown::spoken;
use crate::report::{Edition, Report};
use crate::text::Catalogue;

/// What the person says of a finding; in the officer's copy two lines to write on where nobody asked yet.
pub(super) fn of_finding(
    finding: &Finding,
    report: &Report,
    catalogue: &Catalogue,
) -> Option<Part> {
    let nothing = FindingStatement {
        answer: None,
        words: None,
        at: None,
    };
    let statement = match (&finding.statement, report.edition) {
        (Some(statement), _) => statement,
        (None, Edition::Officer) => &nothing,
        (None, Edition::Person) => return None,
    };
    Some(said(
        catalogue.plain("statement-heading"),
        statement,
        finding.statement.is_some(),
        report,
        catalogue,
    ))
}

/// Statements that belong to no finding. None where there are none.
pub(super) fn statements(report: &Report, catalogue: &Catalogue) -> Option<Section> {
    let statements = &report.case.as_ref()?.statements;
    if statements.is_empty() {
        return None;
    }
    let mut section = Section::new(
        "statements",
        catalogue.plain("statements-heading"),
        vec![Block::paragraph(catalogue.plain("statements-intro"))],
    );
    section.cards = statements
        .iter()
        .take(CARDS_PRINTED)
        .zip(1u64..)
        .map(|(from, number)| {
            let statement = FindingStatement {
                answer: from.answer,
                words: from.words.clone(),
                at: from.at.map(|at| at.to_string()),
            };
            let mut part = said(
                catalogue.plain("statement-part"),
                &statement,
                true,
                report,
                catalogue,
            );
            if let Some(reason) = &from.expected {
                part.blocks.push(Block::paragraph(
                    catalogue.text("expected-line", &[("reason", (&spoken(reason)).into())]),
                ));
            }
            Card {
                id: format!("s{number}"),
                heading: catalogue.text("statement-title", &[("number", number.into())]),
                expected: false,
                blocks: vec![Block::Facts {
                    facts: vec![Fact::exact(catalogue.plain("statement-about"), &from.about)],
                }],
                parts: vec![part],
            }
        })
        .collect();
    let more = statements.len().saturating_sub(CARDS_PRINTED) as u64;
    if more > 0 {
        section.after.push(Block::paragraph(
            catalogue.text("table-more", &[("count", more.into())]),
        ));
    }
    Some(section)
}

fn said(
    heading: String,
    statement: &FindingStatement,
    was_said: bool,
    report: &Report,
    catalogue: &Catalogue,
) -> Part {
    let label = |id: &str| catalogue.plain(id);
    let mut fields = vec![
        Fact::field(
            label("statement-question"),
            statement.answer.map(|answer| match answer {
                Answer::SetItUp => label("answer-set-up"),
                Answer::Knew => label("answer-knew"),
                Answer::DidNotKnow => label("answer-did-not-know"),
                Answer::NotSure => label("answer-not-sure"),
            }),
        ),
        Fact::field(
            label("statement-words"),
            statement.words.as_deref().map(spoken),
        ),
    ];
    if let Some(at) = &statement.at {
        fields.push(Fact {
            label: label("statement-time"),
            value: moment(at, report, catalogue),
        });
    } else if was_said {
        fields.push(Fact {
            label: label("statement-time"),
            value: Cell::default(),
        });
    }
    Part {
        kind: PartKind::Said,
        heading,
        blocks: vec![
            Block::paragraph(label("statement-note")),
            Block::Fields { fields },
        ],
    }
}
