//! Recall through one kind of indicator at a time.
//!
//! Packages, signers and digests come from Echap's samples. The same people made the list and the samples, so
//! this says that a list is compiled and compared without loss, and how far each kind would carry alone; it
//! is no measure of what stays unlisted. Other kinds have no samples: there the indicator's own value is shown.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use rushlight_core::detect::Finding;
use rushlight_core::digest::Sha256;
use rushlight_core::signatures::{Hit, IndicatorKind};
use rushlight_core::snapshot::{
    ApkFile, App, Component, ComponentKind, Contact, Endpoint, Label, Platform, Provenance,
    Snapshot, SubjectName,
};

use super::look::{self, Signatures};
use super::made::{Phone, signer};
use super::published::{Published, Sample};
use super::share;

/// One kind of indicator.
pub(crate) struct Recall {
    pub(crate) kind: IndicatorKind,
    /// Where the shown values come from.
    pub(crate) shown: &'static str,
    pub(crate) values: usize,
    pub(crate) recognised: usize,
    pub(crate) named: usize,
    pub(crate) families: usize,
    pub(crate) families_recognised: usize,
}

impl fmt::Display for Recall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "| `{}` | {} | {} | {} | {} | {} | {} |",
            self.kind.as_str(),
            self.shown,
            self.values,
            share(self.recognised, self.values),
            share(self.named, self.values),
            self.families,
            share(self.families_recognised, self.families),
        )
    }
}

pub(crate) fn measure(published: &Published, signatures: &Signatures) -> Vec<Recall> {
    let families = names(signatures);
    let mut rows: Vec<Recall> = [
        IndicatorKind::AndroidPackage,
        IndicatorKind::SignerSha1,
        IndicatorKind::ApkSha256,
    ]
    .into_iter()
    .map(|kind| from_samples(kind, published, signatures, &families))
    .collect();
    let all = signatures.bundle.indicators().unwrap();
    rows.extend(
        [
            IndicatorKind::SignerCommonName,
            IndicatorKind::SignerOrganisation,
            IndicatorKind::Component,
            IndicatorKind::DexRule,
            IndicatorKind::Host,
            IndicatorKind::Ip,
            IndicatorKind::IosBundle,
        ]
        .into_iter()
        .map(|kind| from_list(kind, &all, signatures)),
    );
    rows
}

/// Ids of families by every name that a source has for them, in lower case.
fn names(signatures: &Signatures) -> BTreeMap<String, BTreeSet<String>> {
    let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in &signatures.records.families {
        let family = &file.family;
        let entries = family.verdicts.iter().map(|verdict| &verdict.entry);
        for name in family.aliases.iter().chain([&family.name]).chain(entries) {
            names
                .entry(name.to_lowercase())
                .or_default()
                .insert(family.id.clone());
        }
    }
    names
}

fn from_samples(
    kind: IndicatorKind,
    published: &Published,
    signatures: &Signatures,
    families: &BTreeMap<String, BTreeSet<String>>,
) -> Recall {
    let mut row = Recall {
        kind,
        shown: "Echap's samples",
        values: 0,
        recognised: 0,
        named: 0,
        families: 0,
        families_recognised: 0,
    };
    let mut with_samples = BTreeSet::new();
    let mut recognised = BTreeSet::new();
    for sample in &published.samples {
        let mut phone = Phone::new();
        let Some(app) = only(kind, sample, &phone) else {
            continue;
        };
        phone.push(app);
        let findings = look::findings(&phone.snapshot(), &signatures.bundle);
        let listed = findings
            .iter()
            .find(|finding| look::kinds(finding).contains(&kind));
        let own = &families[&sample.app.to_lowercase()];
        with_samples.extend(own.iter().cloned());
        row.values += 1;
        row.recognised += usize::from(listed.is_some());
        if listed.is_some_and(|finding| !own.is_disjoint(&named(finding))) {
            row.named += 1;
            recognised.extend(own.iter().cloned());
        }
    }
    row.families = with_samples.len();
    row.families_recognised = recognised.len();
    row
}

/// An app that shows one attribute of a sample, under a name that says nothing.
fn only(kind: IndicatorKind, sample: &Sample, phone: &Phone) -> Option<App> {
    let mut app = phone.bare("org.made.app");
    let place = phone.place();
    match kind {
        IndicatorKind::AndroidPackage => sample.package.as_ref()?.clone_into(&mut app.id),
        IndicatorKind::SignerSha1 => {
            let mut certificate = signer(Sha256::of(b"none"), place);
            certificate.sha256 = None;
            certificate.sha1 = Some(sample.signer?);
            app.signers.push(certificate);
        }
        IndicatorKind::ApkSha256 => app.files.push(ApkFile {
            sha256: Some(sample.sha256),
            ..file(place)
        }),
        _ => return None,
    }
    Some(app)
}

fn named(finding: &Finding) -> BTreeSet<String> {
    finding
        .family
        .iter()
        .chain(&finding.also)
        .map(|family| family.id.clone())
        .collect()
}

/// Shows each indicator of a kind by itself, with the value on the list.
fn from_list(kind: IndicatorKind, all: &[Hit], signatures: &Signatures) -> Recall {
    let mut row = Recall {
        kind,
        shown: "the list's own values",
        values: 0,
        recognised: 0,
        named: 0,
        families: 0,
        families_recognised: 0,
    };
    let (mut have, mut recognised) = (BTreeSet::new(), BTreeSet::new());
    for hit in all.iter().filter(|hit| hit.indicator.kind == kind) {
        let own: BTreeSet<String> = hit.families.iter().map(|it| it.id.clone()).collect();
        let value = sample_of(signatures, kind, &hit.indicator.value);
        let findings = look::findings(&shows(kind, &value), &signatures.bundle);
        let listed = findings
            .iter()
            .find(|finding| look::kinds(finding).contains(&kind));
        row.values += 1;
        row.recognised += usize::from(listed.is_some());
        if listed.is_some_and(|finding| !own.is_disjoint(&named(finding))) {
            row.named += 1;
            recognised.extend(own.iter().cloned());
        }
        have.extend(own);
    }
    row.families = have.len();
    row.families_recognised = recognised.len();
    row
}

/// A value that a pattern matches, or the value itself.
fn sample_of(signatures: &Signatures, kind: IndicatorKind, value: &str) -> String {
    signatures
        .records
        .families
        .iter()
        .flat_map(|file| &file.family.indicators)
        .find(|record| record.kind == kind && record.value == value)
        .and_then(|record| record.sample.clone())
        .unwrap_or_else(|| value.to_owned())
}

fn shows(kind: IndicatorKind, value: &str) -> Snapshot {
    let mut phone = Phone::new();
    let place = phone.place();
    let mut app = phone.bare("org.made.app");
    let mut certificate = signer(Sha256::of(b"none"), place.clone());
    let endpoint = match kind {
        IndicatorKind::Host => Some(Endpoint::Host(value.to_owned())),
        IndicatorKind::Ip => Some(Endpoint::Address(value.parse().unwrap())),
        _ => None,
    };
    if let Some(endpoint) = endpoint {
        let mut snapshot = phone.snapshot();
        snapshot.contacts.push(Contact {
            endpoint,
            app: None,
            contacted: None,
            provenance: place,
        });
        return snapshot;
    }
    match kind {
        IndicatorKind::SignerCommonName => {
            certificate.subject = Some(SubjectName {
                common_name: Some(value.to_owned()),
                ..SubjectName::default()
            });
            app.signers.push(certificate);
        }
        IndicatorKind::SignerOrganisation => {
            certificate.subject = Some(SubjectName {
                organisation: Some(value.to_owned()),
                ..SubjectName::default()
            });
            app.signers.push(certificate);
        }
        IndicatorKind::Component => app.components.push(Component {
            kind: ComponentKind::Service,
            class: value.to_owned(),
            provenance: place,
        }),
        IndicatorKind::DexRule => app.files.push(ApkFile {
            rules: Some(vec![value.to_owned()]),
            ..file(place)
        }),
        IndicatorKind::Label => app.labels.push(Label {
            locale: None,
            text: value.to_owned(),
            provenance: place,
        }),
        IndicatorKind::IosBundle => {
            app.platform = Platform::Ios;
            value.clone_into(&mut app.id);
        }
        _ => unreachable!("no row for it"),
    }
    phone.push(app);
    phone.snapshot()
}

fn file(provenance: Provenance) -> ApkFile {
    ApkFile {
        path: None,
        bytes: None,
        sha256: None,
        read_here: false,
        rules: None,
        anomalies: Vec::new(),
        provenance,
    }
}
