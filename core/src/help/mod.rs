//! The help directory: who to turn to, by region. Data (`core/help/*.toml`), dated, with the name of
//! whoever read it over.
//!
//! In goes the word of a region; out comes its list. The words around it, and what each service is for, are
//! messages of the catalogue; a service's name and number are its own in every language. A claim such as
//! "does not show on a bill" is only made with the address where the service says so.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

/// What was written down for one region.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Directory {
    /// Stable word: the name of its file.
    #[serde(skip)]
    pub region: &'static str,
    /// Its name.
    pub name: String,
    /// The region whose list comes after this one's.
    #[serde(default)]
    extends: Option<String>,
    /// The day on which the numbers were last looked at.
    pub dated: Date,
    /// The service that read the list; empty where none has.
    reviewed_by: String,
    /// What to do in danger: messages.
    #[serde(default)]
    pub emergency: Vec<String>,
    /// In the order of the page.
    pub contacts: Vec<Contact>,
}

/// One service.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// What it calls itself.
    pub name: String,
    /// The message that says what it is for.
    pub about: String,
    /// Telephone numbers and addresses.
    pub reach: Vec<String>,
    /// What it says beyond that.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// A claim about a contact, with its source.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The claim.
    pub says: Claim,
    /// Where the service says so.
    pub source: String,
    /// The day it was read there.
    pub read: Date,
}

/// What can be said of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// A call does not show on a bill.
    NotOnBill,
}

/// The files. A new region is one line here.
const FILES: &[(&str, &str)] = &[
    (
        "england-and-wales",
        include_str!("../../help/england-and-wales.toml"),
    ),
    (
        "durham-and-darlington",
        include_str!("../../help/durham-and-darlington.toml"),
    ),
];

/// The region where nobody named another.
pub const DEFAULT_REGION: &str = "england-and-wales";

static DIRECTORIES: LazyLock<Vec<Directory>> = LazyLock::new(|| {
    let alone: Vec<Directory> = FILES
        .iter()
        .map(|(region, text)| {
            let directory = toml::from_str(text)
                .expect("the directories are compiled in, and a test reads every one");
            Directory {
                region,
                ..directory
            }
        })
        .collect();
    alone
        .iter()
        .map(|directory| directory.with_what_it_extends(&alone))
        .collect()
});

impl Directory {
    /// The list of a region, or none for a region that nobody has written.
    #[must_use]
    pub fn of(region: &str) -> Option<&'static Self> {
        DIRECTORIES
            .iter()
            .find(|directory| directory.region == region)
    }

    /// Every list, the widest region first.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        DIRECTORIES.iter()
    }

    /// Who read the list, or none where no service has yet.
    #[must_use]
    pub fn reviewed_by(&self) -> Option<&str> {
        Some(self.reviewed_by.as_str()).filter(|name| !name.is_empty())
    }

    /// Its own contacts first: they are nearer. A list is as old as its oldest part, and was read over only
    /// if all of it was.
    fn with_what_it_extends(&self, all: &[Self]) -> Self {
        let mut whole = self.clone();
        let wider = self
            .extends
            .as_deref()
            .and_then(|region| all.iter().find(|other| other.region == region));
        if let Some(wider) = wider {
            whole.dated = whole.dated.min(wider.dated);
            whole.emergency.extend(wider.emergency.iter().cloned());
            whole.contacts.extend(wider.contacts.iter().cloned());
            if wider.reviewed_by != whole.reviewed_by {
                whole.reviewed_by = String::new();
            }
        }
        whole
    }
}

#[cfg(test)]
mod tests;
