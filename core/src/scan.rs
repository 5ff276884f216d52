//! The story in one place: read, detect, assemble.

use std::path::Path;

use jiff::Timestamp;

use crate::detect;
use crate::evidence::{self, CodeCheck, EvidenceError, Reading, Stage, Watch};
use crate::report::{self, Report};
use crate::signatures::{Bundle, BundleError};
use crate::snapshot::Snapshot;
use crate::text::Catalogue;

/// What is asked of a check.
#[derive(Debug, Clone)]
pub struct Options {
    /// The time that the report states; the only clock it sees.
    pub stated_at: Timestamp,
    /// Put every app and profile into the report.
    pub inventory: bool,
    /// How the signatures are called in the report: `built-in`, or the name of their file.
    pub signatures: String,
    /// The commit that the program was built from, or `unknown`.
    pub commit: String,
}

/// A check could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ScanError {
    /// The evidence could not be read at all.
    #[error(transparent)]
    Evidence(#[from] EvidenceError),
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

/// Reads the evidence, compares it with the signatures, and assembles the report.
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
    #[cfg(feature = "content")]
    let rules = detect::ContentRules::compile(bundle)?;
    #[cfg(feature = "content")]
    let code = rules.as_ref().map(|rules| rules as &dyn CodeCheck);
    #[cfg(not(feature = "content"))]
    let code: Option<&dyn CodeCheck> = None;

    let snapshot = read(paths, Reading { watch, code })?;
    watch.progress(Stage::Comparing, 0, 0);
    let day = options.stated_at.strftime("%Y-%m-%d").to_string();
    let findings = detect::identity(&snapshot, bundle, &day)?;
    Ok(report::assemble(
        &snapshot,
        findings,
        bundle.summary(),
        catalogue,
        options,
    ))
}

/// Reads all evidence of one phone into one snapshot.
fn read(paths: &[&Path], reading: Reading<'_>) -> Result<Snapshot, ScanError> {
    let mut paths = paths.iter();
    let first = paths.next().ok_or(ScanError::NothingAsked)?;
    let mut snapshot = evidence::read(first, reading)?;
    for path in paths {
        snapshot.merge(evidence::read(path, reading)?);
    }
    Ok(snapshot)
}
