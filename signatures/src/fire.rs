//! Does every indicator fire? Each one gets a made phone that shows what it is about, and a finding must
//! name it.
//!
//! An identifying indicator must make a finding by itself. A supporting or context one may not; it gets an
//! identifying indicator of its family beside it on the same subject, where the family has one that can
//! stand there. What can only be proven by the lookup is counted apart.

mod phone;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::net::IpAddr;

use rushlight_core::detect::{self, Basis};
use rushlight_core::signatures::{
    Bundle, BundleError, Fact, Hit, IndicatorKind, MatchMode, Strength,
};

use crate::compile::Compiled;
use phone::Phone;

/// Indicators tried in one snapshot. Many small phones cost less than many lookups through one large one,
/// and few snapshots cost less than one for each indicator.
const BATCH: usize = 500;

/// How an indicator was proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proof {
    /// A finding named it, and nothing else was on the subject.
    Alone,
    /// A finding named it beside an identifying indicator of its family.
    Together,
    /// The bundle finds it; it cannot make a finding and has no other to stand beside.
    LookupOnly,
}

/// What firing every indicator gave.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fired {
    /// Indicators and how many fired, by kind.
    pub kinds: BTreeMap<IndicatorKind, (usize, usize)>,
    /// How many were proven in which way.
    pub proofs: BTreeMap<Proof, usize>,
    /// Each that did not fire, with the reason, by id.
    pub silent: Vec<(String, String)>,
}

impl fmt::Display for Fired {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut total = (0, 0);
        for (kind, (count, fired)) in &self.kinds {
            writeln!(
                f,
                "{:30} {count:6} indicators, {fired:6} fired",
                kind.as_str()
            )?;
            total = (total.0 + count, total.1 + fired);
        }
        writeln!(
            f,
            "{:30} {:6} indicators, {:6} fired",
            "all", total.0, total.1
        )?;
        for (proof, count) in &self.proofs {
            let way = match proof {
                Proof::Alone => "made a finding alone",
                Proof::Together => "were named in a finding beside an identifying indicator",
                Proof::LookupOnly => "were found by the lookup only: nothing to stand beside",
            };
            writeln!(f, "{count} {way}")?;
        }
        for (id, reason) in &self.silent {
            writeln!(f, "did not fire: {id}: {reason}")?;
        }
        Ok(())
    }
}

/// Fires every indicator of a freshly built bundle. `day` is the stated day.
///
/// # Errors
/// [`BundleError`] when the bundle cannot be read.
pub fn fire(
    bundle: &Bundle,
    indicators: &BTreeMap<String, Compiled>,
    day: &str,
) -> Result<Fired, BundleError> {
    let all = bundle.indicators()?;
    let companions = Companions::of(&all);
    let mut outcomes: BTreeMap<String, Result<Proof, String>> = BTreeMap::new();
    for batch in all.chunks(BATCH) {
        let mut phone = Phone::new();
        let mut wanted = Vec::new();
        for hit in batch {
            let id = hit.indicator.id.as_str();
            match prepare(bundle, hit, indicators.get(id), &companions, &mut phone)? {
                Ok(subject) => wanted.push((id, subject)),
                Err(reason) => {
                    outcomes.insert(id.to_owned(), Err(reason));
                }
            }
        }
        let named = named(bundle, &phone, day)?;
        for (id, (subject, proof)) in wanted {
            let outcome = match (named.contains(&(subject, id.to_owned())), proof) {
                // Some make a finding though they need not: an app with more than one use.
                (true, Proof::LookupOnly) => Ok(Proof::Alone),
                // Without a finding, but `prepare` has seen the bundle find it.
                (true, proof) | (false, proof @ Proof::LookupOnly) => Ok(proof),
                (false, Proof::Alone | Proof::Together) => Err("no finding names it".to_owned()),
            };
            outcomes.insert(id.to_owned(), outcome);
        }
    }
    Ok(count(&all, outcomes))
}

/// Subjects of findings, and the indicators that they name.
fn named(
    bundle: &Bundle,
    phone: &Phone,
    day: &str,
) -> Result<BTreeSet<(String, String)>, BundleError> {
    let mut named = BTreeSet::new();
    for finding in detect::identity(phone.snapshot(), bundle, day)? {
        for because in finding.because {
            if let Basis::Indicator(hit) = because.basis {
                named.insert((finding.subject.id.clone(), hit.indicator.id.clone()));
            }
        }
    }
    Ok(named)
}

fn count(all: &[Hit], mut outcomes: BTreeMap<String, Result<Proof, String>>) -> Fired {
    let mut fired = Fired::default();
    for hit in all {
        let counts = fired.kinds.entry(hit.indicator.kind).or_default();
        counts.0 += 1;
        match outcomes.remove(&hit.indicator.id) {
            Some(Ok(proof)) => {
                counts.1 += 1;
                *fired.proofs.entry(proof).or_default() += 1;
            }
            Some(Err(reason)) => fired.silent.push((hit.indicator.id.clone(), reason)),
            None => {
                let reason = "it was not tried".to_owned();
                fired.silent.push((hit.indicator.id.clone(), reason));
            }
        }
    }
    fired
}

/// Asks the bundle for the sample of one indicator, then puts the sample on the phone. Gives the subject
/// that a finding must be about, or the reason why the bundle does not find it.
fn prepare(
    bundle: &Bundle,
    hit: &Hit,
    compiled: Option<&Compiled>,
    companions: &Companions,
    phone: &mut Phone,
) -> Result<Result<(String, Proof), String>, BundleError> {
    let id = &hit.indicator.id;
    let Some(compiled) = compiled else {
        return Ok(Err("it is in the bundle and in no record".to_owned()));
    };
    if let Some(refused) = bundle.refused().iter().find(|refused| refused.id == *id) {
        return Ok(Err(format!("refused: {}", refused.reason)));
    }
    let (kind, sample) = (hit.indicator.kind, sample(compiled));
    if !finds(bundle, id, kind, &sample)? {
        return Ok(Err(format!("the bundle does not find {sample:?}")));
    }
    if hit.indicator.mode == MatchMode::Subdomains {
        if !finds(bundle, id, kind, &format!("x.{sample}"))? {
            return Ok(Err("a host below it does not fire".to_owned()));
        }
        if finds(bundle, id, kind, &format!("notx{sample}"))? {
            return Ok(Err("a host beside it fires".to_owned()));
        }
    }
    let (proof, companion) = match hit.indicator.strength {
        Strength::Identifying => (Proof::Alone, None),
        Strength::Supporting | Strength::Context => match companions.beside(hit) {
            Some(companion) => (Proof::Together, Some(companion)),
            None => (Proof::LookupOnly, None),
        },
    };
    Ok(phone
        .show(kind, &sample, companion)
        .map(|subject| (subject, proof))
        .ok_or_else(|| format!("{sample:?} cannot be shown on a phone")))
}

/// A value that the indicator is about.
fn sample(compiled: &Compiled) -> String {
    match (compiled.mode, &compiled.record.sample) {
        (_, Some(sample)) => sample.clone(),
        (MatchMode::Prefix, None) => format!("{}x", compiled.record.value),
        (
            MatchMode::Exact
            | MatchMode::Folded
            | MatchMode::Glob
            | MatchMode::Regex
            | MatchMode::Subdomains,
            None,
        ) => compiled.record.value.clone(),
    }
}

fn finds(bundle: &Bundle, id: &str, kind: IndicatorKind, value: &str) -> Result<bool, BundleError> {
    let Some(fact) = fact(kind, value) else {
        return Ok(false);
    };
    let hits = bundle.matches(fact)?;
    Ok(hits.iter().any(|hit| hit.indicator.id == id))
}

/// A value of a kind as a fact; none when it is not of that kind.
fn fact(kind: IndicatorKind, value: &str) -> Option<Fact<'_>> {
    Some(match kind {
        IndicatorKind::AndroidPackage => Fact::AndroidPackage(value),
        IndicatorKind::SignerSha1 => Fact::SignerSha1(value.parse().ok()?),
        IndicatorKind::SignerSha256 => Fact::SignerSha256(value.parse().ok()?),
        IndicatorKind::SignerKey => Fact::SignerKey(value.parse().ok()?),
        IndicatorKind::SignerCommonName => Fact::SignerCommonName(value),
        IndicatorKind::SignerOrganisation => Fact::SignerOrganisation(value),
        IndicatorKind::ApkSha256 => Fact::Apk(value.parse().ok()?),
        IndicatorKind::Component => Fact::Component(value),
        IndicatorKind::Label => Fact::Label(value),
        IndicatorKind::MetaData => match value.split_once('=') {
            Some((name, value)) => Fact::MetaData {
                name,
                value: Some(value),
            },
            None => Fact::MetaData {
                name: value,
                value: None,
            },
        },
        IndicatorKind::DeclaredPermission => Fact::DeclaredPermission(value),
        IndicatorKind::DexRule => Fact::DexRule(value),
        IndicatorKind::FileSha256 => Fact::File(value.parse().ok()?),
        IndicatorKind::FilePath => Fact::FilePath(value),
        IndicatorKind::IosBundle => Fact::IosBundle(value),
        IndicatorKind::ProfileIdentifier => Fact::ProfileIdentifier(value),
        IndicatorKind::ProfileUuid => Fact::ProfileUuid(value),
        IndicatorKind::ProfileOrganisation => Fact::ProfileOrganisation(value),
        IndicatorKind::ProfilePayload => Fact::ProfilePayload(value),
        IndicatorKind::Host => Fact::Host(value),
        IndicatorKind::Ip => Fact::Ip(value.parse::<IpAddr>().ok()?),
    })
}

/// Identifying indicators that can stand on an app, by family: what a weaker one is shown beside.
struct Companions {
    packages: BTreeMap<String, String>,
    digests: BTreeMap<String, (IndicatorKind, String)>,
}

impl Companions {
    fn of(all: &[Hit]) -> Self {
        let mut companions = Self {
            packages: BTreeMap::new(),
            digests: BTreeMap::new(),
        };
        for hit in all {
            let indicator = &hit.indicator;
            if indicator.strength != Strength::Identifying || indicator.mode.is_pattern() {
                continue;
            }
            for family in &hit.families {
                let (id, value) = (family.id.clone(), indicator.value.clone());
                match indicator.kind {
                    IndicatorKind::AndroidPackage => {
                        companions.packages.entry(id).or_insert(value);
                    }
                    IndicatorKind::SignerSha1 | IndicatorKind::ApkSha256 => {
                        companions
                            .digests
                            .entry(id)
                            .or_insert((indicator.kind, value));
                    }
                    _ => {}
                }
            }
        }
        companions
    }

    /// Something identifying of the same family that can be on the same subject.
    fn beside(&self, hit: &Hit) -> Option<(IndicatorKind, &str)> {
        if !phone::is_about_an_android_app(hit.indicator.kind) {
            return None;
        }
        let families = hit.families.iter().map(|family| family.id.as_str());
        let digest = families.clone().find_map(|id| {
            let (kind, value) = self.digests.get(id)?;
            Some((*kind, value.as_str()))
        });
        if hit.indicator.kind == IndicatorKind::AndroidPackage {
            // The package itself is under test, so only a signer or a file can stand beside it.
            return digest;
        }
        let package = families.clone().find_map(|id| {
            let package = self.packages.get(id)?;
            Some((IndicatorKind::AndroidPackage, package.as_str()))
        });
        package.or(digest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::{compile, indicators};
    use crate::made;

    fn fired(records: &crate::files::Records) -> Fired {
        let bundle = Bundle::from_bytes(&compile(records, &made::version()).unwrap()).unwrap();
        fire(&bundle, &indicators(records).unwrap(), "2026-11-22").unwrap()
    }

    #[test]
    fn every_kind_and_mode_fires() {
        let fired = fired(&made::every_kind());
        assert_eq!(fired.silent, []);
        assert_eq!(fired.kinds.len(), IndicatorKind::ALL.len());
        insta::assert_snapshot!(fired);
    }

    #[test]
    fn an_indicator_that_cannot_fire_is_named_with_the_reason() {
        let mut records = made::records(
            "{kind: android.package, mode: glob, value: 'com.spy[a', strength: identifying, source: own, sample: com.spya}",
        );
        records.public_keys.clear();
        let fired = fired(&records);
        let (id, reason) = &fired.silent[0];
        assert_eq!(id, "android.package:glob:com.spy[a");
        assert!(reason.starts_with("refused: "), "{reason}");
    }
}
