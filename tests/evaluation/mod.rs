//! The evaluation: facts in, counts out.
//!
//! ```text
//! ../shared/data ──published──▶ samples, capabilities ──made──▶ phones ──look──▶ findings ──▶ one table
//! ```
//!
//! [`lists`] shows a phone one kind of indicator at a time, [`prospective`] gives the check only what was
//! listed before a sample, [`capabilities`] shows what 14 products do under names that no list has, and
//! [`harmless`] shows phones on which nothing is wrong.

mod capabilities;
mod harmless;
mod lists;
mod look;
mod made;
mod prospective;
mod published;
mod special;
mod store_apps;

use std::fmt;

use capabilities::{Capabilities, Seen};
use harmless::Harmless;
use lists::Recall;
use prospective::Year;
use rushlight_core::signatures::IndicatorKind;

/// Every row of the table.
pub(crate) struct Evaluation {
    recall: Vec<Recall>,
    years: Vec<Year>,
    capabilities: Vec<Capabilities>,
    harmless: Vec<Harmless>,
}

impl Evaluation {
    /// Measures everything; none where the shared data is absent.
    pub(crate) fn measure() -> Option<Self> {
        let published = published::read()?;
        let signatures = look::Signatures::read();
        Some(Self {
            recall: lists::measure(&published, &signatures),
            years: prospective::measure(&published, &signatures),
            capabilities: capabilities::measure(&published, &signatures),
            harmless: harmless::measure(&published, &signatures),
        })
    }
}

/// Samples in a year and those that a listed package or signer catches: section 1.9 of the reference.
const REFERENCE: [(&str, usize, usize); 6] = [
    ("2021", 28, 12),
    ("2022", 891, 841),
    ("2023", 77, 51),
    ("2024", 30, 11),
    ("2025", 236, 226),
    ("2026", 14, 4),
];

impl Evaluation {
    /// The goals that do not hold.
    pub(crate) fn missed(&self) -> Vec<String> {
        let mut missed = Vec::new();
        for row in &self.recall {
            // Every digest is listed; some packages and signers of samples are not, with reasons
            // (`signatures/import/echap.yaml`).
            let least = match row.kind {
                IndicatorKind::ApkSha256 => row.values,
                IndicatorKind::AndroidPackage => row.values * 80 / 100,
                IndicatorKind::SignerSha1 => row.values * 60 / 100,
                _ => 0,
            };
            if row.recognised < least {
                missed.push(format!("fewer than {least} recognised: {row}"));
            }
        }
        for (row, (year, samples, either)) in self.years.iter().zip(REFERENCE) {
            if (row.year.as_str(), row.samples, row.raw_either) != (year, samples, either) {
                missed.push(format!("not the figures of the reference: {row}"));
            }
            if row.generalised < row.raw_either {
                missed.push(format!("less than the raw list: {row}"));
            }
        }
        for row in &self.capabilities {
            let least = match row.seen {
                Seen::All | Seen::NamedLikeTheSystem => 12,
                Seen::WithoutServices | Seen::PowersOnly | Seen::AsFromAStore => 0,
            };
            if row.first.min(row.worth_a_look) < least {
                missed.push(format!("fewer than {least} raised and first: {row}"));
            }
        }
        for row in &self.harmless {
            if row.matches > 0 || row.allowed.is_some_and(|allowed| row.looks > allowed) {
                missed.push(format!(
                    "too much is raised: {}: {} matches, up to {} worth a look",
                    row.phone, row.matches, row.looks
                ));
            }
        }
        missed
    }
}

impl fmt::Display for Evaluation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "## Recall through one kind of indicator at a time\n")?;
        writeln!(
            f,
            "| kind | shown | samples or values | recognised | named as their own family | families | families recognised |"
        )?;
        writeln!(f, "|---|---|---|---|---|---|---|")?;
        for row in &self.recall {
            writeln!(f, "{row}")?;
        }
        writeln!(f, "\n## Indicators listed before the sample was\n")?;
        writeln!(
            f,
            "| listed in | samples | raw list: package | raw list: signer | raw list: either | our exact lists | with our patterns | any finding |"
        )?;
        writeln!(f, "|---|---|---|---|---|---|---|---|")?;
        for row in &self.years {
            writeln!(f, "{row}")?;
        }
        writeln!(f, "\n## What 14 products do, under names on no list\n")?;
        writeln!(
            f,
            "| the evidence shows | phones | worth a look | first in the report | behaves like such software |"
        )?;
        writeln!(f, "|---|---|---|---|---|")?;
        for row in &self.capabilities {
            writeln!(f, "{row}")?;
        }
        for row in &self.capabilities {
            if !row.missed.is_empty() {
                writeln!(f, "\n{}: {}.", row.seen, row.missed.join("; "))?;
            }
        }
        writeln!(f, "\n## Phones on which nothing is wrong\n")?;
        writeln!(
            f,
            "| phone | phones | apps | match | most worth a look on one | raised |"
        )?;
        writeln!(f, "|---|---|---|---|---|---|")?;
        for row in &self.harmless {
            writeln!(f, "{row}")?;
        }
        writeln!(f, "\n## Goals that do not hold\n")?;
        let missed = self.missed();
        if missed.is_empty() {
            writeln!(f, "- none")?;
        }
        for goal in missed {
            writeln!(f, "- {}", goal.replace(" | ", " · ").replace("| ", ""))?;
        }
        Ok(())
    }
}

/// `11 (37 %)`.
pub(crate) fn share(count: usize, of: usize) -> String {
    if of == 0 {
        return count.to_string();
    }
    format!("{count} ({} %)", (200 * count + of) / (2 * of))
}
