//! The findings, one card each: the harmless explanation first, the exact values last.

use super::phone::state;
use super::{Block, Card, Cell, Column, Fact, Section, Table};
use crate::detect::SubjectKind;
use crate::report::assemble::SELF_DECLARED;
use crate::report::schema::{Because, Finding};
use crate::report::shown::{sentence, shown};
use crate::report::{Report, words};
use crate::text::Catalogue;

pub(super) fn findings(report: &Report, catalogue: &Catalogue) -> Section {
    let mut section = Section::new(
        "findings",
        catalogue.plain("findings-heading"),
        vec![
            Block::Note {
                text: [
                    catalogue.plain("findings-advice-keep"),
                    catalogue.plain("findings-advice-safety"),
                ]
                .join(" "),
            },
            Block::paragraph(
                [
                    catalogue.plain("findings-advice-officer"),
                    catalogue.plain("findings-advice-risk"),
                ]
                .join(" "),
            ),
        ],
    );
    if report.findings.is_empty() {
        section
            .blocks
            .push(Block::paragraph(catalogue.plain("findings-none")));
    }
    section.cards = report
        .findings
        .iter()
        .map(|finding| card(finding, catalogue))
        .collect();
    section
}

fn card(finding: &Finding, catalogue: &Catalogue) -> Card {
    let outcome = words::outcome(finding.outcome, catalogue);
    let text = &finding.text;
    let mut blocks = vec![Block::paragraph(sentence(&text.headline))];
    for (heading, words) in [
        ("part-harmless", &text.harmless_explanation),
        ("part-can-do", &text.can_do),
        ("part-does-not-tell", &text.does_not_tell),
    ] {
        blocks.push(Block::Heading {
            text: catalogue.plain(heading),
        });
        blocks.push(Block::paragraph(sentence(words)));
    }
    blocks.push(Block::Facts {
        facts: subject(finding, catalogue),
    });
    blocks.push(reasons(finding, catalogue));
    blocks.push(Block::Heading {
        text: catalogue.plain("statement-heading"),
    });
    blocks.push(Block::Fields {
        labels: vec![catalogue.plain("statement-question"), String::new()],
    });
    Card {
        id: finding.id.to_lowercase(),
        heading: catalogue.text(
            "finding-title",
            &[("id", (&finding.id).into()), ("outcome", (&outcome).into())],
        ),
        blocks,
    }
}

fn subject(finding: &Finding, catalogue: &Catalogue) -> Vec<Fact> {
    let label = |id: &str| catalogue.plain(id);
    let subject = &finding.subject;
    let kind = words::subject_kind(subject.kind);
    let mut facts = Vec::new();
    if let Some(name) = &subject.label {
        facts.push(Fact::words(label("label-subject-name"), shown(name)));
    }
    facts.push(Fact::words(
        label("label-subject-kind"),
        label(&format!("subject-kind-{kind}")),
    ));
    facts.push(Fact::exact(label("label-subject-id"), &subject.id));
    facts.push(Fact::words(
        label("label-subject-state"),
        match subject.kind {
            SubjectKind::App | SubjectKind::Profile => {
                state(words::state(subject.state), catalogue)
            }
            SubjectKind::Domain => label("subject-state-domain"),
            SubjectKind::Setting | SubjectKind::File | SubjectKind::Device => {
                match words::state(subject.state) {
                    "installed" => label("subject-state-present"),
                    other => state(other, catalogue),
                }
            }
        },
    ));
    if let Some(family) = &finding.family {
        facts.push(Fact::words(label("label-family"), shown(&family.name)));
        facts.push(Fact::words(
            label("label-category"),
            catalogue.category(&shown(&family.category)),
        ));
    }
    if !finding.also.is_empty() {
        let names: Vec<String> = finding
            .also
            .iter()
            .map(|other| shown(&other.name))
            .collect();
        facts.push(Fact::words(label("label-also"), names.join(", ")));
    }
    facts
}

fn reasons(finding: &Finding, catalogue: &Catalogue) -> Block {
    Block::Table(Table {
        caption: catalogue.text("reasons-table", &[("id", (&finding.id).into())]),
        columns: vec![
            Column::text(catalogue.plain("column-observed"), 26),
            Column::text(catalogue.plain("column-where"), 26),
            Column::text(catalogue.plain("column-sign"), 26),
            Column::text(catalogue.plain("column-weight"), 22),
        ],
        rows: finding
            .because
            .iter()
            .map(|because| {
                let sign = match &because.indicator {
                    Some(indicator) => Cell::exact(&indicator.id),
                    None => Cell::words(because_words(because, catalogue)),
                };
                vec![
                    Cell::exact(&because.observed),
                    Cell::exact(&because.provenance.input).and_exact(&because.provenance.locator),
                    sign,
                    Cell::words(weight(because, catalogue)),
                ]
            })
            .collect(),
        blank_rows: 0,
    })
}

fn weight(because: &Because, catalogue: &Catalogue) -> String {
    let Some(indicator) = &because.indicator else {
        let explains = catalogue.plain("strength-context");
        return catalogue.text("weight-none", &[("strength", (&explains).into())]);
    };
    let strength = catalogue
        .known(&format!("strength-{}", indicator.strength))
        .unwrap_or_else(|| shown(&indicator.strength));
    let source = shown(&indicator.source);
    match &indicator.first_listed {
        Some(date) => catalogue.text(
            "weight-listed",
            &[
                ("strength", (&strength).into()),
                ("source", (&source).into()),
                ("date", (&shown(date)).into()),
            ],
        ),
        None => catalogue.text(
            "weight-undated",
            &[
                ("strength", (&strength).into()),
                ("source", (&source).into()),
            ],
        ),
    }
}

/// What a reason without an indicator rests on; nothing for a reason with one.
pub(in crate::report) fn because_words(because: &Because, catalogue: &Catalogue) -> String {
    match because.power.as_deref() {
        None => String::new(),
        Some(SELF_DECLARED) => catalogue.plain("basis-declared"),
        Some(power) => {
            let power = catalogue.power(&shown(power));
            catalogue.text("basis-power", &[("power", (&power).into())])
        }
    }
}
