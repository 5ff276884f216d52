//! The check itself: a made phone and signatures in, findings or a report out. Nothing here looks anything up
//! by itself.

use std::path::Path;

use rushlight_core::detect::{self, Basis, Finding};
use rushlight_core::report::{Edition, Report};
use rushlight_core::scan::{self, Copy, Options};
use rushlight_core::signatures::{Bundle, IndicatorKind};
use rushlight_core::snapshot::Snapshot;
use rushlight_core::text::Catalogue;
use rushlight_signatures::compile::compile;
use rushlight_signatures::files::{self, Records};
use rushlight_signatures::record::VersionRecord;

/// The day that every check states.
const DAY: &str = "2026-11-23";

/// The signatures of this repository, as records and as one bundle.
pub(crate) struct Signatures {
    pub(crate) records: Records,
    pub(crate) bundle: Bundle,
    version: VersionRecord,
}

impl Signatures {
    pub(crate) fn read() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../signatures");
        let records = Records::read(&folder).unwrap();
        let version = files::version(&folder).unwrap();
        Self {
            bundle: Bundle::from_bytes(&compile(&records, &version).unwrap()).unwrap(),
            records,
            version,
        }
    }

    /// A bundle of other records.
    pub(crate) fn bundle_of(&self, records: &Records) -> Bundle {
        Bundle::from_bytes(&compile(records, &self.version).unwrap()).unwrap()
    }
}

/// What the check finds.
pub(crate) fn findings(snapshot: &Snapshot, bundle: &Bundle) -> Vec<Finding> {
    detect::findings(snapshot, bundle, DAY).unwrap()
}

/// The report that an officer would hold.
pub(crate) fn report(snapshot: &Snapshot, bundle: &Bundle) -> Report {
    let options = Options {
        stated_at: format!("{DAY}T12:00:00Z").parse().unwrap(),
        inventory: false,
        signatures: "evaluation".to_owned(),
        commit: "unknown".to_owned(),
        language: "en-GB".to_owned(),
        region: "england-and-wales".to_owned(),
        case: None,
        seal: None,
    };
    let copy = Copy {
        options: &options,
        edition: Edition::Officer,
        record: None,
    };
    scan::conclude(snapshot, bundle, &Catalogue::en_gb(), copy).unwrap()
}

/// Kinds of the indicators that a finding rests on.
pub(crate) fn kinds(finding: &Finding) -> Vec<IndicatorKind> {
    finding
        .because
        .iter()
        .filter_map(|because| match &because.basis {
            Basis::Indicator(hit) => Some(hit.indicator.kind),
            _ => None,
        })
        .collect()
}
