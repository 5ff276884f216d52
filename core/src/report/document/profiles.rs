//! A configuration profile in a finding's card: how it came and who sealed it, then each of its parts in words.

use super::{Block, Cell, Column, Fact};
use crate::limits::{FACTS_PRINTED, PROFILES_PRINTED};
use crate::report::Report;
use crate::report::document::opening::moment;
use crate::report::schema::{Finding, FindingProfile, ProfilePayload, ProfileSigner};
use crate::report::shown::shown;
use crate::text::Catalogue;

/// What is printed of the profiles that a finding is about.
pub(super) fn of_finding(finding: &Finding, report: &Report, catalogue: &Catalogue) -> Vec<Block> {
    let mut blocks = Vec::new();
    for profile in finding.profiles.iter().take(PROFILES_PRINTED) {
        blocks.push(Block::Facts {
            facts: facts(profile, report, catalogue),
        });
        if !profile.signers.is_empty() {
            blocks.push(Block::paragraph(catalogue.plain("profile-chain")));
        }
        if profile.locked {
            blocks.push(Block::paragraph(catalogue.plain("profile-locked-note")));
        }
        if profile.payloads.is_empty() {
            blocks.push(Block::paragraph(catalogue.plain("profile-no-payloads")));
        } else {
            blocks.extend(payloads(finding, profile, catalogue));
        }
    }
    let more = finding.profiles.len().saturating_sub(PROFILES_PRINTED) as u64;
    if more > 0 {
        blocks.push(Block::paragraph(
            catalogue.text("table-more", &[("count", more.into())]),
        ));
    }
    blocks
}

fn facts(profile: &FindingProfile, report: &Report, catalogue: &Catalogue) -> Vec<Fact> {
    let label = |id: &str| catalogue.plain(id);
    let mut facts = Vec::new();
    for (id, value) in [
        ("profile-organisation", &profile.organisation),
        ("profile-uuid", &profile.uuid),
    ] {
        if let Some(value) = value {
            facts.push(Fact::exact(label(id), value));
        }
    }
    if let Some(at) = &profile.installed_at {
        facts.push(Fact {
            label: label("profile-when"),
            value: moment(at, report, catalogue),
        });
    }
    match profile.installed_by.as_deref() {
        Some("mdm") => facts.push(Fact::words(label("profile-by"), label("profile-by-mdm"))),
        Some(process) => facts.push(Fact::exact(label("profile-by"), process)),
        None => {}
    }
    for (id, value) in [
        ("profile-managed-by", &profile.managed_by),
        ("profile-from", &profile.fetched_from),
    ] {
        if let Some(value) = value {
            facts.push(Fact::exact(label(id), value));
        }
    }
    let mut removal = Cell::default();
    removal = match profile.removable {
        Some(true) => removal.and_words(label("profile-removal-yes")),
        Some(false) => removal.and_words(label("profile-removal-no")),
        None => removal,
    };
    if profile.removal_password {
        removal = removal.and_words(label("profile-removal-password"));
    }
    if removal.0.is_empty() {
        removal = Cell::words(label("unknown"));
    }
    facts.push(Fact {
        label: label("profile-removal"),
        value: removal,
    });
    facts.push(Fact {
        label: label("profile-signer"),
        value: match profile.signers.as_slice() {
            [] => Cell::words(label("profile-signer-none")),
            signers => signers.iter().fold(Cell::default(), signer),
        },
    });
    facts
}

fn signer(mut cell: Cell, signer: &ProfileSigner) -> Cell {
    if let Some(subject) = &signer.subject {
        cell = cell.and_exact(subject);
    }
    match signer.sha256 {
        Some(sha256) => cell.and_exact(&sha256.to_string()),
        None => cell,
    }
}

fn payloads(finding: &Finding, profile: &FindingProfile, catalogue: &Catalogue) -> Vec<Block> {
    let identifier = shown(&finding.subject.id);
    Block::table(
        catalogue.text(
            "profile-payloads-table",
            &[
                ("id", (&finding.id).into()),
                ("identifier", (&identifier).into()),
            ],
        ),
        vec![
            Column::text(catalogue.plain("column-payload"), 22),
            Column::text(catalogue.plain("column-payload-does"), 30),
            Column::text(catalogue.plain("column-payload-values"), 28),
            Column::text(catalogue.plain("column-payload-where"), 20),
        ],
        profile
            .payloads
            .iter()
            .map(|payload| row(payload, catalogue).into()),
        catalogue,
    )
}

fn row(payload: &ProfilePayload, catalogue: &Catalogue) -> Vec<Cell> {
    let (name, explained) = catalogue.payload(&shown(&payload.kind));
    let mut what = Cell::words(name);
    if let Some(named) = &payload.display_name {
        what = what.and_words(shown(named));
    }
    let mut does = Cell::default();
    if let Some((harmless, lets)) = explained {
        does = does.and_words(harmless).and_words(lets);
    }
    if !payload.rights.is_empty() {
        let rights = payload
            .rights
            .iter()
            .map(|word| catalogue.right(&shown(word)));
        let rights: Vec<String> = rights.collect();
        does = does.and_words(
            catalogue.text("profile-rights", &[("rights", (&rights.join(", ")).into())]),
        );
    }
    let printed = payload.facts.iter().take(FACTS_PRINTED);
    let mut values = printed.fold(Cell::default(), |cell, fact| {
        cell.and_exact(&format!("{} = {}", fact.key, fact.value))
    });
    let more = payload.facts.len().saturating_sub(FACTS_PRINTED) as u64;
    if more > 0 {
        values = values.and_words(catalogue.text("table-more", &[("count", more.into())]));
    }
    vec![
        what.and_exact(&payload.payload_type),
        does,
        values,
        Cell::exact(&payload.provenance.input).and_exact(&payload.provenance.locator),
    ]
}
