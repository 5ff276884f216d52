//! A second look: a record and signatures in, the report out.
//!
//! With the signatures of the record the report is the same, byte for byte. With others it says which report
//! it was made again from, and what the record cannot answer is a surface that was not read.

use std::borrow::Cow;

use super::{Record, RecordDigest, rules_of};
use crate::report::schema::RescanOf;
use crate::report::{self, Edition, Report};
use crate::scan::{self, Copy, Options, ScanError};
use crate::signatures::{Bundle, BundleError};
use crate::snapshot::{Reason, Snapshot, SurfaceId};
use crate::text::Catalogue;

/// How a record is looked at again.
#[derive(Clone, Copy)]
pub struct Again<'a> {
    /// The signatures.
    pub bundle: &'a Bundle,
    /// How the report calls them: `built-in`, or the name of their file. The record's own name stays where
    /// they are the record's own.
    pub signatures: &'a str,
    /// The words, in the record's language ([`Options::language`]) if the report is to be the same.
    pub catalogue: &'a Catalogue,
    /// The commit that this program was built from.
    pub commit: &'a str,
    /// For whom.
    pub edition: Edition,
    /// The record's own digest.
    pub record: RecordDigest,
    /// The id of the report that lay beside the record, where there was one.
    pub report_id: Option<&'a str>,
}

impl Record {
    /// Detects again and assembles the report.
    ///
    /// # Errors
    /// [`ScanError::Bundle`] when the signatures cannot be used.
    pub fn conclude_again(&self, again: Again<'_>) -> Result<Report, ScanError> {
        let bundle = again.bundle.summary();
        let same_bundle = bundle.sha256 == self.bundle.sha256;
        let mut options = Options {
            commit: again.commit.to_owned(),
            ..self.options.clone()
        };
        if !same_bundle {
            again.signatures.clone_into(&mut options.signatures);
            // Nobody has sealed this report.
            options.seal = None;
        }
        let snapshot = self.as_far_as_it_answers(again.bundle)?;
        let copy = Copy {
            options: &options,
            edition: again.edition,
            record: Some(again.record),
        };
        let mut report = scan::conclude(&snapshot, again.bundle, again.catalogue, copy)?;
        if !same_bundle {
            report.rescan_of = Some(RescanOf {
                report_id: again.report_id.map(str::to_owned),
                bundle_version: self.bundle.version.clone(),
                bundle_sha256: self.bundle.sha256,
            });
            report.report_id = report::report_id(&report);
        }
        Ok(report)
    }

    /// The phone as observed. The code of apps is not in a record: where these signatures have a rule that
    /// was not tried on it, the code counts as not read.
    fn as_far_as_it_answers(&self, bundle: &Bundle) -> Result<Cow<'_, Snapshot>, BundleError> {
        let same_bundle = bundle.summary().sha256 == self.bundle.sha256;
        let every_rule_was_tried = || -> Result<bool, BundleError> {
            let rules = rules_of(bundle)?;
            Ok(rules.iter().all(|rule| self.bundle.rules.contains(rule)))
        };
        if same_bundle || every_rule_was_tried()? {
            return Ok(Cow::Borrowed(&self.snapshot));
        }
        let mut snapshot = self.snapshot.clone();
        snapshot.surfaces.withdraw(
            SurfaceId::AppCode,
            Reason::CodeNotKept {
                signatures: self.bundle.version.clone(),
            },
        );
        Ok(Cow::Owned(snapshot))
    }
}
