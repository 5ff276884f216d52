//! Evidence: what we read. One reader per kind, each from a [`Container`] to a
//! [`Snapshot`](crate::snapshot::Snapshot).
//!
//! A reader never decides what matters and never gives up on the rest: a record it cannot read is left
//! out with a [`Reason`], a surface it cannot read says why. [`read`] finds out what kind of evidence a
//! path is; nothing else in core opens files.

pub mod android;
pub mod apk;
mod container;
mod der;
pub mod ios;
mod json;
mod lines;
mod parsed;
mod secrets;
mod signed_data;
mod sqlite;
mod tar;
#[cfg(feature = "encryption")]
pub mod unlock;

pub use android::live;
pub use container::{Container, ContainerKind, Entry, Streamed, is_locked};
pub use secrets::Secrets;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::snapshot::{Reason, Snapshot};

/// The evidence as a whole could not be read.
#[derive(Debug, thiserror::Error)]
pub enum EvidenceError {
    /// There is nothing at this path.
    #[error("there is nothing at {}", path.display())]
    NotFound {
        /// The path.
        path: PathBuf,
    },
    /// The system would not let us.
    #[error("{} could not be opened: {cause}", path.display())]
    Unreadable {
        /// The path.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// A folder or an archive with nothing in it.
    #[error("{} is empty", path.display())]
    Empty {
        /// The path.
        path: PathBuf,
    },
    /// An archive that is cut short or damaged.
    #[error("{} is not a whole archive: {cause}", path.display())]
    Damaged {
        /// The path.
        path: PathBuf,
        /// What was wrong.
        cause: String,
    },
    /// Encrypted as a whole, and there is no password.
    #[error("{} is encrypted", path.display())]
    Encrypted {
        /// The path.
        path: PathBuf,
    },
    /// Encrypted as a whole, and what was given does not open it.
    #[error("{} is encrypted, and the password or key that was given does not open it", path.display())]
    WrongPassword {
        /// The path.
        path: PathBuf,
    },
    /// Nothing in it is from a phone.
    #[error("{} does not look like anything read from a phone", path.display())]
    NotAPhone {
        /// The path.
        path: PathBuf,
    },
    /// A folder with the backups of several phones.
    #[error("{} holds more than one backup: {names}", path.display())]
    SeveralBackups {
        /// The path.
        path: PathBuf,
        /// The names of their folders.
        names: String,
    },
    /// A limit of [`crate::limits`] was hit by the evidence as a whole.
    #[error("{} has more entries than the limit of {limit}", path.display())]
    TooManyEntries {
        /// The path.
        path: PathBuf,
        /// The limit.
        limit: usize,
    },
}

/// What a reader needs besides the evidence.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// Told how far it is; asked whether to stop.
    pub watch: &'a dyn Watch,
    /// Looks at dex code, if content rules are in use.
    pub code: Option<&'a dyn CodeCheck>,
    /// Opens what is encrypted.
    pub secrets: &'a Secrets,
}

/// Shows progress and asks for the end. Every method is called often and must be quick.
pub trait Watch: Sync {
    /// `done` of `total` steps of a stage are done; `total` is 0 where nobody knows.
    fn progress(&self, stage: Stage, done: u64, total: u64) {
        let _ = (stage, done, total);
    }

    /// True when the person wants to stop. What was not read by then is `Cancelled`.
    fn cancelled(&self) -> bool {
        false
    }
}

/// A [`Watch`] that shows nothing and never stops.
pub struct Unwatched;

impl Watch for Unwatched {}

/// The parts of a check, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Opening the evidence.
    Opening,
    /// Reading lists and settings.
    Reading,
    /// Reading app files.
    Apps,
    /// Comparing with the signatures.
    Comparing,
    /// Writing the report.
    Writing,
}

/// Looks at one `classes*.dex` and names the rules that match, sorted. Implemented over YARA by
/// [`crate::detect`]; a trait, because evidence stands to the left of detection.
pub trait CodeCheck: Sync {
    /// The names of the matching rules.
    ///
    /// # Errors
    /// A [`Reason`] when the code could not be looked at (too slow, too large).
    fn matching_rules(&self, dex: &[u8]) -> Result<Vec<String>, Reason>;
}

/// Reads any evidence that we know: an AndroidQF folder or archive, a backup, or app files.
///
/// # Errors
/// [`EvidenceError`] when nothing at all could be read. Anything less is in the snapshot's surfaces.
pub fn read(path: &Path, reading: Reading<'_>) -> Result<Snapshot, EvidenceError> {
    read_beside(path, reading, &mut BTreeSet::new())
}

/// Reads evidence as [`read`] does, beside other evidence of the same phone. `names` are those that the
/// others have; where its own is among them, a number is added, so that every place keeps its own name.
///
/// # Errors
/// [`EvidenceError`] as [`read`].
pub fn read_beside(
    path: &Path,
    reading: Reading<'_>,
    names: &mut BTreeSet<String>,
) -> Result<Snapshot, EvidenceError> {
    reading.watch.progress(Stage::Opening, 0, 0);
    let mut container = Container::open_with(path, reading.secrets)?;
    container.take_name(names);
    read_container(&container, reading)
}

/// Reads a phone that is connected.
///
/// # Errors
/// [`live::LiveError`] when nothing at all could be read, or nothing may be. Anything less is in the snapshot's
/// surfaces.
pub fn read_phone(
    phone: &dyn live::Phone,
    asked: live::Asked,
    reading: Reading<'_>,
) -> Result<Snapshot, live::LiveError> {
    reading.watch.progress(Stage::Opening, 0, 0);
    live::read(phone, asked, reading)
}

/// Reads any evidence that we know from a container that is open already.
///
/// # Errors
/// [`EvidenceError`] as [`read`].
pub fn read_container(
    container: &Container,
    reading: Reading<'_>,
) -> Result<Snapshot, EvidenceError> {
    if let Some(snapshot) = ios::read(container, reading)? {
        return Ok(snapshot);
    }
    android::read(container, reading)
}
