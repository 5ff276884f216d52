//! What the samples add: the digest of each, and the packages and keys that only samples have.

use std::collections::{BTreeMap, BTreeSet};

use rushlight_core::signatures::{IndicatorKind, MatchMode, Strength};

use super::{Key, Work, earlier, record, signer};
use crate::import::echap::decisions::reason_for;
use crate::record::IndicatorRecord;

impl<'a> Work<'a> {
    /// Digests of samples, and the packages and keys that only samples have.
    pub(super) fn samples(&mut self) {
        let apps = self.apps();
        let mut packages: BTreeMap<String, Seen<'a>> = BTreeMap::new();
        let mut signers: BTreeMap<String, Seen<'a>> = BTreeMap::new();
        for sample in &self.source.samples {
            let families = apps.get(sample.app.as_str());
            let family = match families
                .map(|found| found.iter().collect::<Vec<_>>())
                .as_deref()
            {
                Some([family]) => (*family).clone(),
                Some(_) => {
                    self.report.leave_out(
                        "samples.csv",
                        &sample.sha256,
                        "Its app is a name of several families.",
                    );
                    continue;
                }
                None => {
                    self.report.leave_out(
                        "samples.csv",
                        &sample.sha256,
                        "Its app is no name of any entry.",
                    );
                    continue;
                }
            };
            let family = self.split_family(&sample.package).unwrap_or(family);
            let day =
                self.source
                    .dates
                    .get("samples.csv", "sample_sha256", &sample.sha256, &sample.app);
            let day = day.map(|listed| listed.day.to_owned());
            let kind = IndicatorKind::ApkSha256;
            let Ok(key) = kind.normalise(MatchMode::Exact, &sample.sha256) else {
                self.report
                    .leave_out("samples.csv", &sample.sha256, "Not a SHA-256.");
                continue;
            };
            let mut apk = record(kind, &sample.sha256, Strength::Identifying);
            apk.first_listed.clone_from(&day);
            self.put(&family, (kind, MatchMode::Exact, key), apk);
            note(
                &mut packages,
                sample.package.to_lowercase(),
                &sample.package,
                &family,
                day.as_ref(),
            );
            if let Some(digest) = signer(&sample.certificate) {
                note(
                    &mut signers,
                    digest,
                    &sample.certificate,
                    &family,
                    day.as_ref(),
                );
            } else if !sample.certificate.is_empty() {
                self.report
                    .leave_out("samples.csv", &sample.certificate, "Not a SHA-1.");
            }
        }
        self.sample_packages(packages);
        self.sample_signers(signers);
        let apks = self
            .families
            .values()
            .flat_map(|draft| draft.indicators.keys())
            .filter(|key| key.0 == IndicatorKind::ApkSha256);
        self.report.count("sample digests", apks.count());
    }

    /// The family of its own that a package has by decision.
    fn split_family(&self, package: &str) -> Option<String> {
        let mut splits = self.decisions.split.iter();
        let split = splits.find(|item| item.packages.iter().any(|one| one == package))?;
        Some(split.family.clone())
    }

    /// Families by every name and alias.
    fn apps(&self) -> BTreeMap<&'a str, BTreeSet<String>> {
        let mut apps: BTreeMap<&'a str, BTreeSet<String>> = BTreeMap::new();
        // An entry's own name comes before a brand of another entry.
        for (list, entry) in &self.source.entries {
            apps.entry(&entry.name)
                .or_default()
                .insert(self.family_id(*list, entry));
        }
        let named: BTreeSet<&str> = apps.keys().copied().collect();
        for (list, entry) in &self.source.entries {
            for name in entry
                .names
                .iter()
                .filter(|name| !named.contains(name.as_str()))
            {
                apps.entry(name)
                    .or_default()
                    .insert(self.family_id(*list, entry));
            }
        }
        apps
    }

    fn sample_packages(&mut self, seen: BTreeMap<String, Seen<'a>>) {
        let kind = IndicatorKind::AndroidPackage;
        for (folded, seen) in seen {
            let value = seen.spelling;
            let exact = (kind, MatchMode::Exact, value.to_owned());
            let key = (kind, MatchMode::Folded, folded);
            let owners: Vec<&String> = self
                .families
                .iter()
                .filter(|(_, draft)| {
                    draft.indicators.contains_key(&key) || draft.indicators.contains_key(&exact)
                })
                .map(|(id, _)| id)
                .collect();
            if !owners.is_empty() {
                if seen.families.keys().any(|family| !owners.contains(&family)) {
                    self.report.handle("a package that samples name for another family than the list, kept as listed");
                }
                let listed = self
                    .families
                    .values()
                    .find_map(|draft| draft.indicators.get(&key));
                if listed.is_some_and(|listed| listed.value != value) {
                    self.report.handle("a package that samples spell in other letters, found by comparing without case");
                }
                continue;
            }
            let decided = reason_for(&self.decisions.sample_packages, value).is_some();
            let mut families = seen.families.iter();
            let only = families.next().filter(|_| families.next().is_none());
            let Some((family, samples)) = only else {
                self.report.leave_out(
                    "samples.csv",
                    value,
                    "A package that stands in samples of several families only.",
                );
                continue;
            };
            if looks_random(value) {
                self.report
                    .handle("a random package name in samples, not imported");
                self.report.leave_out("samples.csv", value, "A package that looks random, in samples only: the next build has another name.");
                continue;
            }
            if decided {
                self.used.mark("sample_packages", value);
            } else if *samples < 2 {
                self.report
                    .handle("a package of a single sample, not imported");
                self.report.leave_out(
                    "samples.csv",
                    value,
                    "A package that stands in one sample only.",
                );
                continue;
            }
            self.report
                .handle("a package that stands in samples only, imported");
            let mut package = record(kind, value, Strength::Identifying);
            package.first_listed.clone_from(&seen.day);
            self.put(&family.clone(), key, package);
        }
    }

    fn sample_signers(&mut self, seen: BTreeMap<String, Seen<'a>>) {
        let kind = IndicatorKind::SignerSha1;
        let mut single = 0;
        for (digest, seen) in seen {
            let key = (kind, MatchMode::Exact, digest.clone());
            let value = seen.spelling;
            if self.lists.is_public(&digest) {
                self.report.handle("a public key in samples, not imported");
                self.report
                    .leave_out("samples.csv", value, "A key that anybody can sign with.");
                continue;
            }
            let owners: Vec<&String> = self
                .families
                .iter()
                .filter(|(_, draft)| draft.indicators.contains_key(&key))
                .map(|(id, _)| id)
                .collect();
            if !owners.is_empty() {
                if seen.families.keys().any(|family| !owners.contains(&family)) {
                    self.report.handle(
                        "a key that samples name for another family than the list, kept as listed",
                    );
                }
                continue;
            }
            let mut families = seen.families.iter();
            let only = families.next().filter(|_| families.next().is_none());
            match only {
                None => {
                    self.report
                        .handle("a key in samples of several families, not imported");
                    self.report.leave_out(
                        "samples.csv",
                        value,
                        "A key that signs samples of several families: a repackager's.",
                    );
                }
                Some((_, 1)) => {
                    single += 1;
                    self.report.leave_out(
                        "samples.csv",
                        value,
                        "A key that signs one sample only: made for one build.",
                    );
                }
                Some((family, _)) => {
                    self.report.handle("a key that signs two or more samples of one family, imported as supporting");
                    // The list does not name it as the product's key; we saw it on its samples.
                    let mut signer = record(kind, value, Strength::Supporting);
                    signer.first_listed.clone_from(&seen.day);
                    self.put(&family.clone(), key, signer);
                }
            }
        }
        self.report
            .count("keys that sign one sample only, not imported", single);
    }

    /// A value of the samples.
    fn put(&mut self, family: &str, key: Key, record: IndicatorRecord) {
        if let Some(draft) = self.families.get_mut(family) {
            let there = draft
                .indicators
                .entry(key)
                .or_insert_with(|| record.clone());
            there.first_listed = earlier(there.first_listed.take(), record.first_listed);
        }
    }
}

/// Where a package or a key was met in the samples.
struct Seen<'a> {
    spelling: &'a str,
    families: BTreeMap<String, usize>,
    day: Option<String>,
}

fn note<'a>(
    seen: &mut BTreeMap<String, Seen<'a>>,
    key: String,
    spelling: &'a str,
    family: &str,
    day: Option<&String>,
) {
    if spelling.is_empty() {
        return;
    }
    let seen = seen.entry(key).or_insert_with(|| Seen {
        spelling,
        families: BTreeMap::new(),
        day: None,
    });
    *seen.families.entry(family.to_owned()).or_default() += 1;
    seen.day = earlier(seen.day.take(), day.cloned());
}

/// Consonant soup: some part has six or more consonants in a row, or hardly a vowel. `com.sptrakappp.alarm`
/// is a name, `com.qpbowavl.dbqhyjcw` is not.
fn looks_random(package: &str) -> bool {
    package.split(['.', '_']).any(|part| {
        let mut run = 0_usize;
        let mut longest = 0_usize;
        for c in part.chars() {
            let vowel = matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u');
            run = if c.is_ascii_alphabetic() && !vowel {
                run + 1
            } else {
                0
            };
            longest = longest.max(run);
        }
        longest >= 6
    })
}
