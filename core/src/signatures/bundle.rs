//! The bundle: every signature in one SQLite file, opened read-only and looked up by index.

use std::path::Path;
use std::sync::Arc;

use super::{Fact, Family, Hit, Indicator};
use crate::digest::{Sha1, Sha256};

/// A bundle that passed every check at load.
pub struct Bundle {
    summary: BundleSummary,
}

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
}

/// Jobs of known apps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KnownAppRole {
    /// An app store.
    Store,
    /// The system's own installer: the file came from a browser, a message or a file manager.
    SystemInstaller,
}

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
}

impl Bundle {
    /// Opens a bundle file.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn open(path: &Path) -> Result<Self, BundleError> {
        let _ = path;
        unimplemented!()
    }

    /// Opens a bundle from memory.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, BundleError> {
        let _ = bytes;
        unimplemented!()
    }

    /// What the bundle says of itself.
    #[must_use]
    pub fn summary(&self) -> &BundleSummary {
        &self.summary
    }

    /// Every indicator that this fact fires, by indicator id.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn matches(&self, fact: Fact<'_>) -> Result<Vec<Hit>, BundleError> {
        let _ = fact;
        Ok(Vec::new())
    }

    /// Every indicator with its families.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn indicators(&self) -> Result<Vec<Hit>, BundleError> {
        Ok(Vec::new())
    }

    /// Every family, by id.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn families(&self) -> Result<Vec<Arc<Family>>, BundleError> {
        Ok(Vec::new())
    }

    /// The public key with this certificate digest, if it is one.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn public_key(
        &self,
        sha1: Option<Sha1>,
        sha256: Option<Sha256>,
    ) -> Result<Option<PublicKey>, BundleError> {
        let _ = (sha1, sha256);
        Ok(None)
    }

    /// The known app with this package name, if any.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn known_app(&self, id: &str) -> Result<Option<KnownApp>, BundleError> {
        let _ = id;
        Ok(None)
    }

    /// The reason why this indicator must not fire on this subject, if there is one. `day` is the
    /// stated day, `YYYY-MM-DD`: suppressions end.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn suppressed(
        &self,
        indicator: &Indicator,
        subject: &str,
        day: &str,
    ) -> Result<Option<String>, BundleError> {
        let _ = (indicator, subject, day);
        Ok(None)
    }

    /// YARA source files, by name.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn rules(&self) -> Result<Vec<(String, String)>, BundleError> {
        Ok(Vec::new())
    }
}
