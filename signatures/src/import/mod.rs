//! Other people's lists, read into our own records.
//!
//! In: a folder with a list as its makers publish it, and a file of our decisions about it
//! (`import/<list>.yaml`), each with its reason. Out: record files, the same bytes on every run, and an
//! [`ImportReport`] that counts what was handled and names whatever was left out. Nothing is dropped in
//! silence, and a decision that no longer meets anything in the list stops the import.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use serde::de::DeserializeOwned;

pub mod echap;
pub mod isdi;
mod write;

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// What was read and written, by its name: entries, families, samples.
    pub counts: BTreeMap<String, usize>,
    /// Indicators by kind, each counted once however many families have it.
    pub indicators: BTreeMap<&'static str, usize>,
    /// Peculiarities of the list, and how often each was met.
    pub handled: BTreeMap<&'static str, usize>,
    /// Everything that is in the list and not in our records, sorted.
    pub left_out: Vec<LeftOut>,
}

/// Something that stands in the list and not in our records.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftOut {
    /// Why.
    pub reason: String,
    /// The place in the list.
    pub place: String,
    /// The value.
    pub value: String,
}

/// An import could not be done.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A file could not be read or written.
    #[error("{file}: {cause}")]
    File {
        /// The file.
        file: String,
        /// What the system said.
        cause: io::Error,
    },
    /// A file does not have the form that we know.
    #[error("{file} is not of the form that this importer knows: {cause}")]
    Form {
        /// The file.
        file: String,
        /// What is wrong.
        cause: String,
    },
    /// The list has something about which a person must decide.
    #[error("undecided: {0}")]
    Undecided(String),
    /// A decision meets nothing in the list.
    #[error("a decision meets nothing in the list any more: {0}")]
    IdleDecision(String),
    /// A family file with this name was written by hand.
    #[error("{0} was written by hand, and the list has a family of that name")]
    HandWritten(String),
}

impl ImportReport {
    fn count(&mut self, what: &str, number: usize) {
        self.counts.insert(what.to_owned(), number);
    }

    fn handle(&mut self, quirk: &'static str) {
        *self.handled.entry(quirk).or_default() += 1;
    }

    fn leave_out(&mut self, place: &str, value: &str, reason: &str) {
        self.left_out.push(LeftOut {
            reason: reason.to_owned(),
            place: place.to_owned(),
            value: value.to_owned(),
        });
    }
}

impl fmt::Display for ImportReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (what, number) in &self.counts {
            writeln!(f, "{number:>6}  {what}")?;
        }
        if !self.indicators.is_empty() {
            writeln!(f, "\nIndicators:")?;
        }
        for (kind, number) in &self.indicators {
            writeln!(f, "{number:>6}  {kind}")?;
        }
        if !self.handled.is_empty() {
            writeln!(f, "\nPeculiarities of the list:")?;
        }
        for (quirk, number) in &self.handled {
            writeln!(f, "{number:>6}  {quirk}")?;
        }
        let mut reasons: BTreeMap<&str, Vec<&LeftOut>> = BTreeMap::new();
        for item in &self.left_out {
            reasons.entry(&item.reason).or_default().push(item);
        }
        if !reasons.is_empty() {
            writeln!(f, "\nLeft out:")?;
        }
        for (reason, items) in reasons {
            writeln!(f, "{:>6}  {reason}", items.len())?;
            for item in items {
                writeln!(f, "          {}  {}", item.place, item.value)?;
            }
        }
        Ok(())
    }
}

fn read(path: &Path) -> Result<String, ImportError> {
    fs::read_to_string(path).map_err(|cause| ImportError::File {
        file: path.display().to_string(),
        cause,
    })
}

fn save(path: &Path, text: &str) -> Result<(), ImportError> {
    fs::write(path, text).map_err(|cause| ImportError::File {
        file: path.display().to_string(),
        cause,
    })
}

fn parse_yaml<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, ImportError> {
    serde_saphyr::from_str(text).map_err(|cause| ImportError::Form {
        file: file.to_owned(),
        cause: cause.to_string(),
    })
}

fn read_yaml<T: DeserializeOwned>(path: &Path) -> Result<T, ImportError> {
    parse_yaml(&path.display().to_string(), &read(path)?)
}
