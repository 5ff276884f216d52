//! One read-only view of named entries, whatever holds them: a folder or a zip archive.

use std::io::Read;
use std::path::Path;

use super::EvidenceError;
use crate::snapshot::Reason;

/// Named entries, sorted by name.
pub struct Container {
    name: String,
    entries: Vec<Entry>,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Its name below the evidence, with `/` between folders.
    pub name: String,
    /// Its size.
    pub bytes: u64,
}

impl Container {
    /// Opens a folder, an archive or a single file.
    ///
    /// # Errors
    /// [`EvidenceError`].
    pub fn open(path: &Path) -> Result<Self, EvidenceError> {
        Err(EvidenceError::NotAPhone {
            path: path.to_owned(),
        })
    }

    /// The evidence's own name, without the folders that lead to it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Every entry, sorted by name.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Streams one entry.
    ///
    /// # Errors
    /// A [`Reason`] when it cannot be opened.
    pub fn stream(&self, entry: &Entry) -> Result<Box<dyn Read + Send + '_>, Reason> {
        let _ = entry;
        Err(Reason::Encrypted)
    }
}
