//! The story in one place: read, detect, assemble.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::detect;
use crate::evidence::live::{Asked, LiveError, Phone};
use crate::evidence::{self, CodeCheck, EvidenceError, Reading, Secrets, Stage, Watch};
use crate::record::RecordDigest;
use crate::report::schema::SealKey;
use crate::report::{self, Edition, Report};
use crate::signatures::{Bundle, BundleError};
use crate::snapshot::Snapshot;
use crate::text::Catalogue;

/// What is asked of a check: with the snapshot, the signatures and the program, all that a report depends on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// The time that the report states; the only clock it sees.
    pub stated_at: Timestamp,
    /// Put every app and profile into the report.
    pub inventory: bool,
    /// How the signatures are called in the report: `built-in`, or the name of their file.
    pub signatures: String,
    /// The commit that the program was built from, or `unknown`.
    pub commit: String,
    /// BCP 47 tag of the catalogue's language.
    pub language: String,
    /// The region of the help directory.
    pub region: String,
    /// What the officer filled in.
    pub case: Option<Case>,
    /// The key that will seal the package.
    pub seal: Option<SealKey>,
}

/// How a report is made from what was asked: for whom, and beside which record.
#[derive(Debug, Clone, Copy)]
pub struct Copy<'a> {
    /// What was asked.
    pub options: &'a Options,
    /// For whom.
    pub edition: Edition,
    /// The record in the same package.
    pub record: Option<RecordDigest>,
}

/// A check could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ScanError {
    /// The evidence could not be read at all.
    #[error(transparent)]
    Evidence(#[from] EvidenceError),
    /// A connected phone could not be read at all.
    #[error(transparent)]
    Phone(#[from] LiveError),
    /// The signatures could not be used.
    #[error(transparent)]
    Bundle(#[from] BundleError),
    /// The signatures' rules for code could not be used.
    #[cfg(feature = "content")]
    #[error(transparent)]
    Content(#[from] detect::ContentError),
    /// No evidence was named.
    #[error("no evidence was named")]
    NothingAsked,
}

/// Reads the evidence, compares it with the signatures, and assembles the officer's report.
///
/// # Errors
/// [`ScanError`] when there is nothing to report on. What could not be read inside the evidence is in
/// the report's surfaces instead.
pub fn scan(
    paths: &[&Path],
    bundle: &Bundle,
    catalogue: &Catalogue,
    options: &Options,
    watch: &dyn Watch,
) -> Result<Report, ScanError> {
    let snapshot = read(paths, bundle, &Secrets::NONE, watch)?;
    watch.progress(Stage::Comparing, 0, 0);
    let copy = Copy {
        options,
        edition: Edition::Officer,
        record: None,
    };
    conclude(&snapshot, bundle, catalogue, copy)
}

/// Reads all evidence of one phone into one snapshot. The signatures' rules for code run here, because the
/// code of apps is not kept.
///
/// # Errors
/// [`ScanError`].
pub fn read(
    paths: &[&Path],
    bundle: &Bundle,
    secrets: &Secrets,
    watch: &dyn Watch,
) -> Result<Snapshot, ScanError> {
    let rules = Rules::of(bundle)?;
    let reading = Reading {
        watch,
        code: rules.check(),
        secrets,
    };
    let mut paths = paths.iter();
    let first = paths.next().ok_or(ScanError::NothingAsked)?;
    let mut names = BTreeSet::new();
    let mut snapshot = evidence::read_beside(first, reading, &mut names)?;
    for path in paths {
        snapshot.merge(evidence::read_beside(path, reading, &mut names)?);
    }
    snapshot.settle_times();
    snapshot.recount_apps();
    Ok(snapshot)
}

/// Reads a phone that is connected into a snapshot, as [`read`] does for evidence.
///
/// # Errors
/// [`ScanError`].
pub fn read_phone(
    phone: &dyn Phone,
    asked: Asked,
    bundle: &Bundle,
    watch: &dyn Watch,
) -> Result<Snapshot, ScanError> {
    let rules = Rules::of(bundle)?;
    let reading = Reading {
        watch,
        code: rules.check(),
        secrets: &Secrets::NONE,
    };
    let mut snapshot = evidence::read_phone(phone, asked, reading)?;
    snapshot.settle_times();
    snapshot.recount_apps();
    Ok(snapshot)
}

/// The signatures' rules for code, where this build can try them and the bundle has any.
struct Rules {
    #[cfg(feature = "content")]
    content: Option<detect::ContentRules>,
}

impl Rules {
    #[cfg(feature = "content")]
    fn of(bundle: &Bundle) -> Result<Self, ScanError> {
        let content = detect::ContentRules::compile(bundle)?;
        Ok(Self { content })
    }

    #[cfg(not(feature = "content"))]
    #[expect(clippy::unnecessary_wraps, reason = "with rules for code it can fail")]
    fn of(_: &Bundle) -> Result<Self, ScanError> {
        Ok(Self {})
    }

    #[cfg(feature = "content")]
    fn check(&self) -> Option<&dyn CodeCheck> {
        self.content.as_ref().map(|rules| rules as &dyn CodeCheck)
    }

    #[cfg(not(feature = "content"))]
    #[expect(clippy::unused_self, reason = "with rules for code it has some")]
    fn check(&self) -> Option<&dyn CodeCheck> {
        None
    }
}

/// Compares a snapshot with the signatures and assembles the report.
///
/// # Errors
/// [`ScanError::Bundle`] when the signatures cannot be used.
pub fn conclude(
    snapshot: &Snapshot,
    bundle: &Bundle,
    catalogue: &Catalogue,
    copy: Copy<'_>,
) -> Result<Report, ScanError> {
    let day = copy.options.stated_at.strftime("%Y-%m-%d").to_string();
    let findings = detect::findings(snapshot, bundle, &day)?;
    Ok(report::assemble(
        snapshot,
        findings,
        bundle.summary(),
        catalogue,
        copy,
    ))
}
