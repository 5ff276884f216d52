//! The bundle: every signature in one SQLite file, opened read-only.
//!
//! A file, or bytes, come in; what comes out answers one question, [`Bundle::matches`]. Every row is
//! checked once, at load ([`load`](super::load)): a word, table or field that we do not know refuses the
//! whole bundle, because half of a newer bundle would look like all of it. A single indicator that cannot
//! fire is refused alone, and counted.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, OptionalExtension, Row};

use super::family::words;
use super::load;
use super::matching::{Candidate, Lookup};
use super::{
    Fact, Family, Hit, Indicator, IndicatorKind, MatchMode, NormaliseError, PatternError, Strength,
};
use crate::digest::{Sha1, Sha256};
use crate::limits::BUNDLE_BYTES;

/// A bundle that passed every check at load.
pub struct Bundle {
    /// How the bundle is called in errors.
    pub(super) file: String,
    pub(super) summary: BundleSummary,
    pub(super) refused: Vec<Refused>,
    /// By id.
    pub(super) families: Vec<Arc<Family>>,
    /// The number of an indicator and the place of a family in `families`, sorted.
    pub(super) memberships: Vec<(i64, usize)>,
    pub(super) lookup: Lookup,
    /// By digest of the certificate, lower-case hex.
    pub(super) public_keys: BTreeMap<String, PublicKey>,
    /// By package; one package can have several signers (each store that builds an app signs with its own key).
    pub(super) known_apps: BTreeMap<String, Vec<KnownApp>>,
    /// Names that pretend to be a part of the system, folded.
    pub(super) label_terms: BTreeSet<String>,
    pub(super) suppressions: Suppressions,
    /// Indicator rows are read from here when one of them may fire. A lock, because a bundle is shared
    /// between threads and an SQLite connection is not.
    pub(super) rows: Mutex<Connection>,
}

/// By indicator id and subject: the reason, and the last day.
pub(super) type Suppressions = BTreeMap<(String, String), (String, String)>;

/// What a bundle says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundleSummary {
    /// Its version.
    pub version: String,
    /// The day it was built, `YYYY-MM-DD`.
    pub built_at: String,
    /// SHA-256 of the file.
    pub sha256: Sha256,
    /// How many families.
    pub families: u64,
    /// How many indicators.
    pub indicators: Counts,
    /// Where the facts come from, by id.
    pub sources: Vec<Source>,
}

/// Loaded = usable + refused.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// In the bundle.
    pub loaded: u64,
    /// Can fire.
    pub usable: u64,
    /// Cannot.
    pub refused: u64,
}

/// An indicator that cannot fire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Its id, as it stands in the bundle.
    pub id: String,
    /// Why.
    pub reason: Refusal,
}

/// Why an indicator cannot fire.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Its value is not of its kind.
    #[error(transparent)]
    Value(#[from] NormaliseError),
    /// Its key is not what its value gives.
    #[error("the key {found:?} is not {expected:?}, which the value gives")]
    Key {
        /// What the value gives.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// Its id is not what its kind, mode and key give.
    #[error("the id is not {expected:?}, which kind, mode and key give")]
    Id {
        /// What they give.
        expected: String,
    },
    /// Its pattern cannot be compiled.
    #[error("the pattern cannot be used: {0}")]
    Pattern(#[from] PatternError),
    /// Anybody can sign with this key, so it says nothing about who did.
    #[error("this is a public signing key: {0}")]
    PublicKey(String),
}

/// A published list that facts come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Short name: `echap`.
    pub id: String,
    /// Title.
    pub title: String,
    /// Address.
    pub url: String,
    /// Licence (SPDX).
    pub licence: String,
    /// The exact state that was read.
    pub commit: Option<String>,
    /// When it was read, `YYYY-MM-DD`.
    pub retrieved: String,
    /// The sentence that its licence asks for.
    pub attribution: String,
}

/// A key that anybody can sign with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    /// Its name: `AOSP test key`.
    pub name: String,
}

/// An app that is known for an honest job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownApp {
    /// Its package.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The job.
    pub role: KnownAppRole,
    /// SHA-256 of its signer's certificate, where the job must not rest on the name alone.
    pub signer: Option<Sha256>,
}

/// Jobs of known apps. Which powers a job needs is decided in [`crate::detect`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KnownAppRole {
    /// An app store.
    Store,
    /// The system's own installer: the file came from a browser, a message or a file manager.
    SystemInstaller,
    /// Reads the screen aloud, or lets a person use the phone by voice or switch.
    ScreenReader,
    /// Keeps passwords and fills them in.
    PasswordManager,
    /// The home screen.
    Launcher,
    /// Belongs to a watch, a bracelet or a car.
    WatchCompanion,
    /// Messages and calls.
    Messenger,
    /// A web browser.
    Browser,
    /// A keyboard, or speech to text.
    Keyboard,
    /// Finds or locks one's own lost phone.
    DeviceFinder,
    /// Manages a phone or a work profile for an employer or a school.
    DeviceManager,
    /// Copies a phone to another, or keeps a copy of it.
    Backup,
    /// Does things on the phone by rules that the person wrote.
    Automation,
    /// Mail and calendar.
    Mail,
    /// A private network, or a filter for adverts.
    Vpn,
    /// Another honest job that needs no power.
    Other,
}

words!(KnownAppRole {
    Store => "store",
    SystemInstaller => "system_installer",
    ScreenReader => "screen_reader",
    PasswordManager => "password_manager",
    Launcher => "launcher",
    WatchCompanion => "watch_companion",
    Messenger => "messenger",
    Browser => "browser",
    Keyboard => "keyboard",
    DeviceFinder => "device_finder",
    DeviceManager => "device_manager",
    Backup => "backup",
    Automation => "automation",
    Mail => "mail",
    Vpn => "vpn",
    Other => "other",
});

/// A bundle was refused, or could not be read.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// The file could not be read.
    #[error("the signature file {file} could not be read: {cause}")]
    Unreadable {
        /// The file.
        file: String,
        /// What the system said.
        cause: std::io::Error,
    },
    /// The file was read and is not a bundle that we can use.
    #[error("the signature file {file} was refused: {problem}")]
    Refused {
        /// The file.
        file: String,
        /// Why.
        problem: BundleProblem,
    },
}

/// Why a bundle was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BundleProblem {
    /// Larger than we read.
    #[error("it is larger than {limit} bytes")]
    TooLarge {
        /// The limit.
        limit: u64,
    },
    /// It does not begin like an SQLite file.
    #[error("it is not an SQLite file")]
    NotSqlite,
    /// It is cut short, or SQLite cannot read it.
    #[error("it is damaged: {cause}")]
    Damaged {
        /// What was wrong.
        cause: String,
    },
    /// A table, index, view or trigger that we do not know, or one that is not exactly as it should be.
    #[error("its {name} is not the one that this version knows")]
    Schema {
        /// The name.
        name: String,
    },
    /// A table or index is missing.
    #[error("it has no {name}")]
    Missing {
        /// The name.
        name: String,
    },
    /// Made for another version of Rushlight.
    #[error(
        "its form is {found:?}; this version reads {:?}",
        super::schema::VERSION
    )]
    Version {
        /// The version that it names.
        found: String,
    },
    /// A word that we do not know.
    #[error("{row} of {table} has the {field} {word:?}, which this version does not know")]
    UnknownWord {
        /// The table.
        table: &'static str,
        /// The row's id.
        row: String,
        /// The field.
        field: &'static str,
        /// The word.
        word: String,
    },
    /// A value that is not of its form: a date, a digest, a list.
    #[error("{row} of {table} has the {field} {value:?}, which is not {expected}")]
    BadValue {
        /// The table.
        table: &'static str,
        /// The row's id.
        row: String,
        /// The field.
        field: &'static str,
        /// The value.
        value: String,
        /// What it should be.
        expected: &'static str,
    },
    /// A row points to one that is not there.
    #[error("{row} of {table} points to {to:?}, which is not there")]
    Dangling {
        /// The table.
        table: &'static str,
        /// The row's id.
        row: String,
        /// Where it points to.
        to: String,
    },
    /// An indicator belongs to no family, so nothing could be said about a match.
    #[error("the indicator {id:?} belongs to no family")]
    NoFamily {
        /// Its id.
        id: String,
    },
    /// Indicators are numbered in the order of their ids; this one is not, or is there twice.
    #[error("the indicator {id:?} is out of order or there twice")]
    Order {
        /// Its id.
        id: String,
    },
    /// More patterns than we try against each value.
    #[error("it has more than {limit} patterns")]
    TooManyPatterns {
        /// The limit.
        limit: usize,
    },
}

impl Bundle {
    /// Opens a bundle file.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn open(path: &Path) -> Result<Self, BundleError> {
        let file = path.display().to_string();
        let mut bytes = Vec::new();
        File::open(path)
            .and_then(|opened| opened.take(BUNDLE_BYTES + 1).read_to_end(&mut bytes))
            .map_err(|cause| BundleError::Unreadable {
                file: file.clone(),
                cause,
            })?;
        load::load(file, &load::Bytes::Read(&bytes))
    }

    /// Opens a bundle from memory.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BundleError> {
        load::load("in memory".to_owned(), &load::Bytes::Read(bytes))
    }

    /// Opens the bundle that is built into the program, without a copy.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn from_static(bytes: &'static [u8]) -> Result<Self, BundleError> {
        load::load("built-in".to_owned(), &load::Bytes::BuiltIn(bytes))
    }

    /// What the bundle says of itself.
    #[must_use]
    pub fn summary(&self) -> &BundleSummary {
        &self.summary
    }

    /// The indicators that cannot fire, by id.
    #[must_use]
    pub fn refused(&self) -> &[Refused] {
        &self.refused
    }

    /// Every usable indicator that this fact fires, by indicator id.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn matches(&self, fact: Fact<'_>) -> Result<Vec<Hit>, BundleError> {
        let candidates = self.lookup.candidates(fact);
        if candidates.is_empty() {
            return Ok(Vec::new());
        }
        let rows = self.rows.lock().unwrap_or_else(PoisonError::into_inner);
        let mut hits = Vec::new();
        for candidate in &candidates {
            hits.extend(
                self.hit(&rows, fact.kind(), candidate)
                    .map_err(|error| self.damaged(&error))?,
            );
        }
        Ok(hits)
    }

    /// Every indicator with its families, refused ones too, by id.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn indicators(&self) -> Result<Vec<Hit>, BundleError> {
        let rows = self.rows.lock().unwrap_or_else(PoisonError::into_inner);
        let all = || -> rusqlite::Result<Vec<Hit>> {
            let mut statement = rows.prepare(ALL_INDICATORS)?;
            let found = statement.query_map([], |row| Ok(self.to_hit(stored(row)?)))?;
            found.collect()
        };
        all().map_err(|error| self.damaged(&error))
    }

    /// Every family, by id.
    #[must_use]
    pub fn families(&self) -> &[Arc<Family>] {
        &self.families
    }

    /// The public key with this certificate digest, if it is one.
    #[must_use]
    pub fn public_key(&self, sha1: Option<Sha1>, sha256: Option<Sha256>) -> Option<&PublicKey> {
        let by = |digest: Option<String>| digest.and_then(|digest| self.public_keys.get(&digest));
        by(sha256.map(|digest| digest.to_string())).or_else(|| by(sha1.map(|it| it.to_string())))
    }

    /// What is known of this package name: one entry for each signer and job, none for an unknown app.
    #[must_use]
    pub fn known_apps(&self, id: &str) -> &[KnownApp] {
        self.known_apps.get(id).map_or(&[], Vec::as_slice)
    }

    /// Whether a known app is signed with this certificate, whatever its package.
    #[must_use]
    pub fn known_signer(&self, sha256: Sha256) -> bool {
        let mut known = self.known_apps.values().flatten();
        known.any(|app| app.signer == Some(sha256))
    }

    /// Whether this is a name by which tracking software was seen to pass for a part of the system.
    #[must_use]
    pub fn imitates_system(&self, label: &str) -> bool {
        self.label_terms.contains(&label.trim().to_lowercase())
    }

    /// The reason why this indicator must not fire on this subject, if there is one. `day` is the
    /// stated day, `YYYY-MM-DD`: suppressions end.
    #[must_use]
    pub fn suppressed(&self, indicator: &Indicator, subject: &str, day: &str) -> Option<&str> {
        self.suppressions
            .get(&(indicator.id.clone(), subject.to_owned()))
            .filter(|(_, until)| day <= until.as_str())
            .map(|(reason, _)| reason.as_str())
    }

    /// YARA source files, by name: name and text.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn rules(&self) -> Result<Vec<(String, String)>, BundleError> {
        let rows = self.rows.lock().unwrap_or_else(PoisonError::into_inner);
        load::rules(&rows).map_err(|problem| BundleError::Refused {
            file: self.file.clone(),
            problem,
        })
    }

    /// The row of a candidate, if it has the key that was looked for and not only its hash.
    fn hit(
        &self,
        rows: &Connection,
        kind: IndicatorKind,
        candidate: &Candidate,
    ) -> rusqlite::Result<Option<Hit>> {
        let mut statement = rows.prepare(ONE_INDICATOR)?;
        let row = statement
            .query_row([candidate.number], |row| {
                Ok((stored(row)?, row.get::<_, String>(8)?))
            })
            .optional()?;
        // The row was there at load, and the bytes cannot change.
        let Some((row, key)) = row else {
            return Err(rusqlite::Error::QueryReturnedNoRows);
        };
        let same = candidate
            .must_be
            .as_ref()
            .is_none_or(|(mode, wanted)| row.indicator.mode == *mode && key == *wanted);
        Ok((same && row.indicator.kind == kind).then(|| self.to_hit(row)))
    }

    fn to_hit(&self, row: Stored) -> Hit {
        let first = self
            .memberships
            .partition_point(|(number, _)| *number < row.number);
        let families = self
            .memberships
            .iter()
            .skip(first)
            .take_while(|(number, _)| *number == row.number)
            .filter_map(|(_, family)| self.families.get(*family).cloned())
            .collect();
        Hit {
            indicator: Arc::new(row.indicator),
            families,
            source: row.source,
        }
    }

    fn damaged(&self, error: &rusqlite::Error) -> BundleError {
        BundleError::Refused {
            file: self.file.clone(),
            problem: BundleProblem::Damaged {
                cause: error.to_string(),
            },
        }
    }
}

const ONE_INDICATOR: &str = "SELECT number, id, kind, mode, value, strength, first_listed, source, key \
                             FROM indicator WHERE number = ?1";
const ALL_INDICATORS: &str = "SELECT number, id, kind, mode, value, strength, first_listed, source \
                              FROM indicator ORDER BY number";

/// A row of `indicator`.
struct Stored {
    number: i64,
    indicator: Indicator,
    source: String,
}

fn stored(row: &Row<'_>) -> rusqlite::Result<Stored> {
    fn word<T>(
        row: &Row<'_>,
        column: usize,
        from_word: impl Fn(&str) -> Option<T>,
    ) -> rusqlite::Result<T> {
        // Words were checked at load.
        from_word(row.get_ref(column)?.as_str()?)
            .ok_or(rusqlite::Error::IntegralValueOutOfRange(column, 0))
    }
    Ok(Stored {
        number: row.get(0)?,
        indicator: Indicator {
            id: row.get(1)?,
            kind: word(row, 2, IndicatorKind::from_word)?,
            mode: word(row, 3, MatchMode::from_word)?,
            value: row.get(4)?,
            strength: word(row, 5, Strength::from_word)?,
            first_listed: row.get(6)?,
        },
        source: row.get(7)?,
    })
}
