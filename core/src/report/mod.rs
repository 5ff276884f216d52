//! The report: assembled once, drawn several times.

pub mod schema;

pub use schema::Report;

use crate::detect::Finding;
use crate::scan::Options;
use crate::signatures::BundleSummary;
use crate::snapshot::Snapshot;
use crate::text::Catalogue;

/// Puts the report together.
#[must_use]
pub fn assemble(
    snapshot: &Snapshot,
    findings: Vec<Finding>,
    bundle: &BundleSummary,
    catalogue: &Catalogue,
    options: &Options,
) -> Report {
    let _ = (snapshot, findings, bundle, catalogue, options);
    unimplemented!()
}
