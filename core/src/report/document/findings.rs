//! The findings, one card each: what it may mean with the harmless explanation first, then the exact values,
//! then what the person says, each visibly apart. Matches and what is worth a look are two parts.

use super::phone::state;
use super::{Block, Card, Cell, Column, Fact, Part, PartKind, Row, Section, profiles, statements};
use crate::detect::{Outcome, Sign, SubjectKind, Weight};
use crate::limits::{CARDS_PRINTED, REASONS_PRINTED};
use crate::report::assemble::SELF_DECLARED;
use crate::report::schema::{Because, Finding};
use crate::report::shown::{sentence, shown, spoken};
use crate::report::{Edition, Report, words};
use crate::snapshot::{Platform, PowerKind};
use crate::text::Catalogue;

/// The part with the matches, and the part with what is worth a look.
pub(super) fn findings(report: &Report, catalogue: &Catalogue) -> (Section, Section) {
    let mut matches = part(report, Outcome::Match, catalogue);
    let mut advice = vec![Block::Note {
        text: [
            catalogue.plain("findings-advice-keep"),
            catalogue.plain("findings-advice-safety"),
        ]
        .join(" "),
    }];
    if report.edition == Edition::Officer {
        advice.push(Block::paragraph(
            [
                catalogue.plain("findings-advice-officer"),
                catalogue.plain("findings-advice-risk"),
            ]
            .join(" "),
        ));
    }
    matches.blocks.splice(0..0, advice);
    (matches, part(report, Outcome::WorthALook, catalogue))
}

fn part(report: &Report, outcome: Outcome, catalogue: &Catalogue) -> Section {
    let (id, heading, none) = match outcome {
        Outcome::Match => ("findings", "findings-heading", "findings-none"),
        Outcome::WorthALook => ("looks", "looks-heading", "looks-none"),
    };
    let mut section = Section::new(id, catalogue.plain(heading), Vec::new());
    let of_this = |finding: &&Finding| finding.outcome == outcome;
    let (full, short) = report
        .findings
        .split_at_checked(CARDS_PRINTED)
        .unwrap_or((&report.findings, &[]));
    section.cards = full
        .iter()
        .filter(of_this)
        .map(|finding| card(finding, report, catalogue))
        .collect();
    let short: Vec<&Finding> = short.iter().filter(of_this).collect();
    if !short.is_empty() {
        section.after = in_short(&short, catalogue);
    } else if section.cards.is_empty() {
        section.blocks.push(Block::paragraph(catalogue.plain(none)));
    }
    section
}

/// Findings beyond those that are printed in full.
fn in_short(findings: &[&Finding], catalogue: &Catalogue) -> Vec<Block> {
    let mut blocks = vec![Block::paragraph(catalogue.plain("findings-short"))];
    blocks.extend(Block::table(
        catalogue.plain("findings-short-table"),
        vec![
            Column::text(catalogue.plain("column-found-number"), 10),
            Column::text(catalogue.plain("column-found-word"), 18),
            Column::text(catalogue.plain("column-found-subject"), 44),
            Column::text(catalogue.plain("column-found-family"), 28),
        ],
        findings.iter().map(|finding| {
            let family = finding.family.as_ref();
            Row {
                cells: vec![
                    Cell::words(finding.id.clone()),
                    Cell::words(words::outcome(finding.outcome, catalogue)),
                    Cell::exact(&finding.subject.id),
                    Cell::words(family.map_or_else(
                        || catalogue.plain("found-no-family"),
                        |family| shown(&family.name),
                    )),
                ],
                muted: finding.expected.is_some(),
            }
        }),
        catalogue,
    ));
    blocks
}

fn card(finding: &Finding, report: &Report, catalogue: &Catalogue) -> Card {
    let outcome = words::outcome(finding.outcome, catalogue);
    let mut blocks = Vec::new();
    if let Some(reason) = &finding.expected {
        blocks.push(Block::Note {
            text: catalogue.text("expected-line", &[("reason", (&spoken(reason)).into())]),
        });
    }
    blocks.push(Block::paragraph(sentence(&finding.text.headline)));
    let mut parts = vec![
        Part {
            kind: PartKind::Meaning,
            heading: catalogue.plain("part-meaning"),
            blocks: vec![meaning(finding, catalogue)],
        },
        Part {
            kind: PartKind::Observed,
            heading: catalogue.plain("part-observed"),
            blocks: observed(finding, report, catalogue),
        },
    ];
    parts.extend(statements::of_finding(finding, report, catalogue));
    Card {
        id: finding.id.to_lowercase(),
        heading: catalogue.text(
            "finding-title",
            &[("id", (&finding.id).into()), ("outcome", (&outcome).into())],
        ),
        expected: finding.expected.is_some(),
        blocks,
        parts,
    }
}

fn meaning(finding: &Finding, catalogue: &Catalogue) -> Block {
    let text = &finding.text;
    let facts = [
        ("part-harmless", &text.harmless_explanation),
        ("part-can-do", &text.can_do),
        ("part-does-not-tell", &text.does_not_tell),
    ];
    let story = text.story.as_ref().map(|story| ("part-story", story));
    Block::Facts {
        facts: facts
            .into_iter()
            .chain(story)
            .map(|(label, words)| Fact::words(catalogue.plain(label), sentence(words)))
            .collect(),
    }
}

fn observed(finding: &Finding, report: &Report, catalogue: &Catalogue) -> Vec<Block> {
    let mut blocks = vec![Block::Facts {
        facts: subject(finding, catalogue),
    }];
    if report.edition == Edition::Officer {
        blocks.push(Block::Fields {
            fields: vec![Fact::field(catalogue.plain("label-photographs"), None)],
        });
    }
    blocks.extend(reasons(finding, catalogue));
    blocks.extend(profiles::of_finding(finding, report, catalogue));
    let is_ios = report.device.platform == Platform::Ios.as_str();
    blocks.extend(uses(finding, is_ios, catalogue));
    blocks
}

/// What the app used, and when: Android keeps the last time only.
fn uses(finding: &Finding, is_ios: bool, catalogue: &Catalogue) -> Vec<Block> {
    if finding.uses.is_empty() {
        return Vec::new();
    }
    let title = if is_ios {
        "uses-table-ios"
    } else {
        "uses-table"
    };
    Block::table(
        catalogue.text(title, &[("id", (&finding.id).into())]),
        vec![
            Column::text(catalogue.plain("column-used"), 18),
            Column::text(catalogue.plain("column-used-at"), 26),
            Column::text(catalogue.plain("column-used-how"), 29),
            Column::text(catalogue.plain("column-where"), 27),
        ],
        finding.uses.iter().take(REASONS_PRINTED).map(|used| {
            let how = catalogue.plain(match used.background {
                Some(true) => "used-background",
                Some(false) => "used-foreground",
                None => "used-unknown",
            });
            let how = match used.milliseconds {
                Some(milliseconds) => catalogue.text(
                    "used-seconds",
                    &[
                        ("how", (&how).into()),
                        ("seconds", milliseconds.div_ceil(1_000).into()),
                    ],
                ),
                None => how,
            };
            vec![
                Cell::words(catalogue.sensor(&shown(&used.sensor))),
                Cell::exact(&used.at),
                Cell::words(how),
                Cell::exact(&used.provenance.input).and_exact(&used.provenance.locator),
            ]
            .into()
        }),
        catalogue,
    )
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

fn reasons(finding: &Finding, catalogue: &Catalogue) -> Vec<Block> {
    let printed = finding.because.iter().take(REASONS_PRINTED);
    let mut blocks = Block::table(
        catalogue.text("reasons-table", &[("id", (&finding.id).into())]),
        vec![
            Column::text(catalogue.plain("column-observed"), 27),
            Column::text(catalogue.plain("column-where"), 27),
            Column::text(catalogue.plain("column-sign"), 27),
            Column::text(catalogue.plain("column-weight"), 19),
        ],
        printed.map(|because| {
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
            .into()
        }),
        catalogue,
    );
    let more = finding.because.len().saturating_sub(REASONS_PRINTED) as u64;
    if more > 0 {
        blocks.push(Block::paragraph(
            catalogue.text("table-more", &[("count", more.into())]),
        ));
    }
    blocks
}

fn weight(because: &Because, catalogue: &Catalogue) -> String {
    let Some(indicator) = &because.indicator else {
        let power = because.power.as_deref().and_then(|word| {
            let mut all = PowerKind::ALL.into_iter();
            all.find(|power| power.as_str() == word)
        });
        let sign = because.sign.as_deref().and_then(Sign::from_word);
        let class = power.map(Weight::of_power).or(sign.map(Sign::weight));
        if let Some(class) = class {
            return catalogue.plain(&format!("weight-class-{}", class.as_str()));
        }
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
    if let Some(sign) = &because.sign {
        return catalogue.sign(&shown(sign));
    }
    match because.power.as_deref() {
        None => String::new(),
        Some(SELF_DECLARED) => catalogue.plain("basis-declared"),
        Some(power) => {
            let power = catalogue.power(&shown(power));
            catalogue.text("basis-power", &[("power", (&power).into())])
        }
    }
}
