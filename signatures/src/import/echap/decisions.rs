//! `import/echap.yaml`: what we decided about the Echap data. The file explains its parts.

use std::collections::BTreeSet;

use rushlight_core::signatures::{Category, Status};
use serde::Deserialize;

use crate::import::ImportError;

#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Decisions {
    pub(super) merge: Vec<Merge>,
    pub(super) distinct: Vec<Distinct>,
    pub(super) split: Vec<Split>,
    pub(super) categories: Vec<CategoryDecision>,
    pub(super) status: Vec<StatusDecision>,
    pub(super) capabilities: Vec<CapabilityDecision>,
    pub(super) left_out: Vec<LeftOutDecision>,
    pub(super) third_party_hosts: Vec<ValueDecision>,
    pub(super) exact_packages: Vec<ValueDecision>,
    pub(super) components: Vec<ValueDecision>,
    pub(super) sample_packages: Vec<ValueDecision>,
    pub(super) shared: Vec<ValueDecision>,
    pub(super) series: Vec<Series>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Merge {
    pub(super) entries: Vec<String>,
    pub(super) reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Distinct {
    pub(super) names: Vec<String>,
    pub(super) reason: String,
}

/// Packages of one entry that are another product.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Split {
    pub(super) entry: String,
    /// The id of the new family.
    pub(super) family: String,
    pub(super) name: String,
    pub(super) packages: Vec<String>,
    pub(super) reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CategoryDecision {
    pub(super) family: String,
    pub(super) category: Category,
    pub(super) reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StatusDecision {
    pub(super) family: String,
    pub(super) status: Status,
    pub(super) reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CapabilityDecision {
    pub(super) family: String,
    /// The product's name in the study.
    pub(super) app: String,
    pub(super) words: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LeftOutDecision {
    pub(super) entry: String,
    pub(super) field: String,
    pub(super) value: String,
    pub(super) reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ValueDecision {
    pub(super) value: String,
    pub(super) reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Series {
    pub(super) family: String,
    pub(super) value: String,
    /// A name that the pattern must match.
    pub(super) sample: String,
    /// A listed name of the series. When it is no longer listed, the pattern has lost its ground.
    pub(super) covers: String,
    pub(super) reason: String,
}

/// Which decisions met something.
#[derive(Debug, Default)]
pub(super) struct Used(BTreeSet<(&'static str, String)>);

impl Used {
    pub(super) fn mark(&mut self, part: &'static str, value: &str) {
        self.0.insert((part, value.to_owned()));
    }

    fn require(&self, part: &'static str, value: &str) -> Result<(), ImportError> {
        if self.0.contains(&(part, value.to_owned())) {
            Ok(())
        } else {
            Err(ImportError::IdleDecision(format!("{part}: {value}")))
        }
    }
}

impl Decisions {
    /// Every decision must have met something and must say why.
    ///
    /// # Errors
    /// [`ImportError::IdleDecision`], [`ImportError::Undecided`].
    pub(super) fn require_all(&self, used: &Used) -> Result<(), ImportError> {
        for item in &self.merge {
            reasoned("merge", &item.reason)?;
            for entry in &item.entries {
                used.require("merge", entry)?;
            }
        }
        for item in &self.distinct {
            reasoned("distinct", &item.reason)?;
            for name in &item.names {
                used.require("distinct", name)?;
            }
        }
        for item in &self.split {
            reasoned("split", &item.reason)?;
            for package in &item.packages {
                used.require("split", package)?;
            }
        }
        for item in &self.categories {
            reasoned("categories", &item.reason)?;
            used.require("categories", &item.family)?;
        }
        for item in &self.status {
            reasoned("status", &item.reason)?;
            used.require("status", &item.family)?;
        }
        for item in &self.capabilities {
            reasoned("capabilities", &item.app)?;
            used.require("capabilities", &item.family)?;
        }
        for item in &self.left_out {
            reasoned("left_out", &item.reason)?;
            used.require("left_out", &item.value)?;
        }
        for item in &self.series {
            reasoned("series", &item.reason)?;
            used.require("series", &item.value)?;
        }
        let parts: [(&'static str, &[ValueDecision]); 5] = [
            ("third_party_hosts", &self.third_party_hosts),
            ("exact_packages", &self.exact_packages),
            ("components", &self.components),
            ("sample_packages", &self.sample_packages),
            ("shared", &self.shared),
        ];
        for (part, items) in parts {
            for item in items {
                reasoned(part, &item.reason)?;
                used.require(part, &item.value)?;
            }
        }
        Ok(())
    }
}

fn reasoned(part: &str, reason: &str) -> Result<(), ImportError> {
    if reason.trim().is_empty() {
        Err(ImportError::Undecided(format!(
            "{part}: a decision without a reason"
        )))
    } else {
        Ok(())
    }
}

/// The reason for a value, if the part names it.
pub(super) fn reason_for<'a>(items: &'a [ValueDecision], value: &str) -> Option<&'a str> {
    items
        .iter()
        .find(|item| item.value == value)
        .map(|item| item.reason.as_str())
}
