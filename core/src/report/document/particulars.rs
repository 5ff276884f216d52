//! What the people at the counter wrote down: who made the check, what was agreed, what was handed over.
//!
//! Every line that nobody filled in is printed as a line to write on.

use super::opening::moment;
use super::{Block, Cell, Fact, Section};
use crate::case::{Case, Notice, Scope};
use crate::report::Report;
use crate::report::shown::{brief, shown, spoken};
use crate::text::Catalogue;

/// Characters of one line on page one.
const PAGE_ONE_CHARACTERS: usize = 76;

/// Who made the check, for page one.
pub(super) fn who(report: &Report, catalogue: &Catalogue) -> Block {
    let nobody = Case::default();
    let case = report.case.as_ref().unwrap_or(&nobody);
    let officer = &case.officer;
    let label = |id: &str| catalogue.plain(id);
    let short = |value: Option<&str>| {
        value
            .filter(|value| !value.trim().is_empty())
            .map(|value| brief(value, PAGE_ONE_CHARACTERS))
    };
    let named = [&officer.name, &officer.number, &officer.role];
    let named: Vec<&str> = named.into_iter().flatten().map(String::as_str).collect();
    let present = case.people_present.join(", ");
    Block::Fields {
        fields: vec![
            Fact::field(label("label-officer"), short(Some(&named.join(", ")))),
            Fact::field(label("label-station"), short(officer.station.as_deref())),
            Fact::field(label("label-training"), short(officer.training.as_deref())),
            Fact::field(label("label-reference"), short(case.reference.as_deref())),
            Fact::field(label("label-place"), short(case.place.as_deref())),
            Fact::field(label("label-present"), short(Some(&present))),
            Fact::field(label("label-signature"), None),
        ],
    }
}

/// What has to be agreed and written down before a phone is read (PCSC Act 2022, sections 37 to 39).
pub(super) fn agreement(report: &Report, catalogue: &Catalogue) -> Section {
    let nobody = Case::default();
    let case = report.case.as_ref().unwrap_or(&nobody);
    let agreement = &case.agreement;
    let label = |id: &str| catalogue.plain(id);
    let line = |value: &Option<String>| value.as_deref().map(spoken);
    let lines = |values: &[String]| {
        let values: Vec<String> = values.iter().map(|value| shown(value)).collect();
        (!values.is_empty()).then(|| values.join("; "))
    };
    let scope: Vec<String> = agreement
        .scope
        .iter()
        .map(|scope| match scope {
            Scope::Identifiers => label("scope-identifiers"),
            Scope::Inventory => label("scope-inventory"),
            Scope::Record => label("scope-record"),
        })
        .collect();
    let mut fields = vec![
        Fact::field(label("label-agreement-person"), line(&agreement.agreed_by)),
        Fact {
            label: label("label-agreement-time"),
            value: agreement.at.map_or_else(Cell::default, |at| {
                moment(&at.to_string(), report, catalogue)
            }),
        },
        Fact::field(
            label("label-agreement-notice"),
            agreement.notice.map(|notice| match notice {
                Notice::Written => label("notice-written"),
                Notice::Spoken => label("notice-spoken"),
                Notice::NotGiven => label("notice-not-given"),
            }),
        ),
        Fact::field(label("label-agreement-form"), line(&agreement.form)),
        Fact::field(label("label-agreement-basis"), line(&agreement.basis)),
        Fact::field(
            label("label-agreement-scope"),
            (!scope.is_empty()).then(|| scope.join(", ")),
        ),
        Fact::field(label("label-agreement-refused"), lines(&agreement.refusals)),
        Fact::field(label("label-agreement-owner"), line(&agreement.owner)),
        Fact::field(
            label("label-agreement-risk"),
            line(&case.safeguarding.risk_assessment),
        ),
        Fact::field(
            label("label-agreement-safety"),
            lines(&case.safeguarding.done),
        ),
    ];
    if !case.people_present.is_empty() {
        fields.push(Fact::field(
            label("label-present"),
            lines(&case.people_present),
        ));
    }
    fields.push(Fact::field(label("label-agreement-signature"), None));
    let intro = match report.case {
        Some(_) => "agreement-intro-case",
        None => "agreement-intro",
    };
    Section::new(
        "agreement",
        label("agreement-heading"),
        vec![Block::paragraph(label(intro)), Block::Fields { fields }],
    )
}

/// The phone as it was handed over. Identifiers only where they were agreed to.
pub(super) fn handed_over(report: &Report, catalogue: &Catalogue) -> Vec<Block> {
    let label = |id: &str| catalogue.plain(id);
    let Some(case) = &report.case else {
        return vec![Block::Fields {
            fields: ["label-exhibit", "label-serial"]
                .into_iter()
                .map(|id| Fact::field(label(id), None))
                .collect(),
        }];
    };
    let device = &case.device;
    let exact = |id: &str, values: &[&str]| Fact {
        label: label(id),
        value: values
            .iter()
            .fold(Cell::default(), |cell, value| cell.and_exact(value)),
    };
    let one = |value: &'_ Option<String>| -> Vec<String> { value.iter().cloned().collect() };
    let mut fields = vec![
        Fact::field(
            label("label-described"),
            device.description.as_deref().map(spoken),
        ),
        Fact::field(label("label-exhibit"), device.exhibit.as_deref().map(shown)),
    ];
    let agreed = case.agrees_to(Scope::Identifiers);
    if agreed {
        for (id, values) in [
            ("label-serial-number", one(&device.serial)),
            ("label-imei", device.imei.clone()),
            ("label-phone-number", one(&device.phone_number)),
        ] {
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            fields.push(exact(id, &values));
        }
    }
    let mut blocks = vec![
        Block::Heading {
            text: label("described-heading"),
        },
        Block::paragraph(label("described-note")),
        Block::Fields { fields },
    ];
    if !agreed {
        blocks.push(Block::paragraph(label("identifiers-not-agreed")));
    }
    blocks
}
