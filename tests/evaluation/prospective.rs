//! The prospective test: each sample is looked at with only what stood on the list strictly before the day on
//! which the sample itself was listed.
//!
//! A pattern of ours counts from the day on which the second name that it covers was listed: a series cannot
//! be seen in one name. Which patterns we wrote is hindsight all the same. Samples carry a package and a
//! signer, no behaviour: what behaviour adds is measured on made phones only.

use std::collections::BTreeMap;
use std::fmt;

use rushlight_core::signatures::{Bundle, IndicatorKind, MatchMode, Pattern};
use rushlight_signatures::compile::mode_of;
use rushlight_signatures::files::Records;
use rushlight_signatures::record::IndicatorRecord;

use super::look::{self, Signatures};
use super::made::{Phone, signer};
use super::published::{Published, Sample};
use super::share;

/// The samples that were listed in one year.
#[derive(Default)]
pub(crate) struct Year {
    pub(crate) year: String,
    pub(crate) samples: usize,
    /// Echap's raw lists, compared here by hand: the figures of the reference.
    pub(crate) raw_package: usize,
    pub(crate) raw_signer: usize,
    pub(crate) raw_either: usize,
    /// Our records without their patterns, packages compared letter by letter, through the check.
    pub(crate) exact: usize,
    /// With patterns, and with packages compared without their case.
    pub(crate) generalised: usize,
    /// With every rule: also what a package's name alone says.
    pub(crate) any: usize,
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "| {} | {} | {} | {} | {} | {} | {} | {} |",
            self.year,
            self.samples,
            self.raw_package,
            self.raw_signer,
            share(self.raw_either, self.samples),
            share(self.exact, self.samples),
            share(self.generalised, self.samples),
            share(self.any, self.samples),
        )
    }
}

pub(crate) fn measure(published: &Published, signatures: &Signatures) -> Vec<Year> {
    let mut days: BTreeMap<&str, Vec<&Sample>> = BTreeMap::new();
    for sample in &published.samples {
        let has_facts = sample.package.is_some() || sample.signer.is_some();
        if has_facts && *sample.listed >= *"2021" {
            days.entry(&sample.listed).or_default().push(sample);
        }
    }
    let patterns = pattern_days(&signatures.records);
    let mut years: BTreeMap<&str, Year> = BTreeMap::new();
    for (day, samples) in days {
        let exact = signatures.bundle_of(&before(&signatures.records, day, None));
        let general = signatures.bundle_of(&before(&signatures.records, day, Some(&patterns)));
        let (name, _) = day.split_once('-').unwrap();
        let year = years.entry(name).or_default();
        name.clone_into(&mut year.year);
        for sample in samples {
            year.samples += 1;
            let raw = |kind, value: Option<String>| {
                value
                    .and_then(|value| published.first_listed.get(&(kind, value)))
                    .is_some_and(|listed| **listed < *day)
            };
            let package = raw("packages", sample.package.clone());
            let certificate = sample.signer.map(|sha1| sha1.to_string().to_uppercase());
            let certificate = raw("certificates", certificate);
            year.raw_package += usize::from(package);
            year.raw_signer += usize::from(certificate);
            year.raw_either += usize::from(package || certificate);
            year.exact += usize::from(recognised(sample, &exact).0);
            let (listed, any) = recognised(sample, &general);
            year.generalised += usize::from(listed);
            year.any += usize::from(any);
        }
    }
    years.into_values().collect()
}

/// Whether an indicator gives a finding on this sample, and whether anything does.
fn recognised(sample: &Sample, bundle: &Bundle) -> (bool, bool) {
    let mut phone = Phone::new();
    let mut app = phone.bare(sample.package.as_deref().unwrap_or("org.made.app"));
    if let Some(sha1) = sample.signer {
        let mut certificate = signer(sample.sha256, phone.place());
        certificate.sha256 = None;
        certificate.sha1 = Some(sha1);
        app.signers.push(certificate);
    }
    phone.push(app);
    let findings = look::findings(&phone.snapshot(), bundle);
    let listed = findings
        .iter()
        .any(|finding| !look::kinds(finding).is_empty());
    (listed, !findings.is_empty())
}

/// The records as they could have stood before `day`. Hosts and digests of files are left out: no sample shows
/// a host, and a sample's own digest is listed on its own day.
fn before(records: &Records, day: &str, patterns: Option<&BTreeMap<String, String>>) -> Records {
    let mut records = records.clone();
    for file in &mut records.families {
        file.family.indicators.retain_mut(|indicator| {
            let shows = matches!(
                indicator.kind,
                IndicatorKind::AndroidPackage | IndicatorKind::SignerSha1
            );
            let listed = if mode_of(indicator).is_pattern() {
                patterns.and_then(|patterns| patterns.get(&indicator.value))
            } else {
                indicator.first_listed.as_ref()
            };
            let keep = shows && listed.is_some_and(|listed| **listed < *day);
            if keep && patterns.is_none() && indicator.kind == IndicatorKind::AndroidPackage {
                indicator.mode = Some(MatchMode::Exact);
            }
            keep
        });
    }
    // The list of ordinary apps has no dates.
    records.dual_use.clear();
    records.suppressions.clear();
    records
}

/// For each pattern over package names, the day on which the second name that it covers was listed.
fn pattern_days(records: &Records) -> BTreeMap<String, String> {
    let all = || records.families.iter().flat_map(|it| &it.family.indicators);
    let packages: Vec<&IndicatorRecord> = all()
        .filter(|it| it.kind == IndicatorKind::AndroidPackage && !mode_of(it).is_pattern())
        .collect();
    all()
        .filter(|it| it.kind == IndicatorKind::AndroidPackage && mode_of(it).is_pattern())
        .filter_map(|it| {
            let pattern = Pattern::new(mode_of(it), &it.value).unwrap();
            let mut days: Vec<&String> = packages
                .iter()
                .filter(|package| pattern.matches(&package.value))
                .filter_map(|package| package.first_listed.as_ref())
                .collect();
            days.sort();
            Some((it.value.clone(), (*days.get(1)?).clone()))
        })
        .collect()
}
