//! Entries and samples become families.
//!
//! The order is: which entries are one family, then the values of each entry, then what only the samples
//! know, then the series, and at the end what several families have in common.

use std::collections::{BTreeMap, BTreeSet};

use rushlight_core::signatures::{Category, IndicatorKind, MatchMode, Status, Strength};

use super::decisions::{Decisions, Used, reason_for};
use super::source::{Entry, List, Source};
use crate::import::{ImportError, ImportReport};
use crate::record::{
    FamilyRecord, HostRole, IndicatorRecord, PublicKeyRecord, SharedHostRecord, Verdict,
};

const SOURCE: &str = "echap";
const OURS: &str = "rushlight";

/// Our lists that the import needs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Lists {
    /// SHA-1 digests of public keys, normalised.
    public_keys: BTreeSet<String>,
    /// Hosts above tenants.
    shared_hosts: Vec<String>,
}

impl Lists {
    pub(super) fn new(keys: &[PublicKeyRecord], hosts: &[SharedHostRecord]) -> Self {
        Self {
            public_keys: keys.iter().filter_map(|key| signer(&key.sha1)).collect(),
            shared_hosts: hosts.iter().map(|host| host.suffix.clone()).collect(),
        }
    }

    fn is_public(&self, digest: &str) -> bool {
        self.public_keys.contains(digest)
    }

    /// Whether the host is one tenant among strangers.
    fn is_tenant(&self, host: &str) -> bool {
        self.shared_hosts.iter().any(|above| is_below(host, above))
    }

    fn is_shared_host(&self, host: &str) -> bool {
        self.shared_hosts.iter().any(|above| above == host)
    }
}

/// What one indicator is compared by.
type Key = (IndicatorKind, MatchMode, String);

struct Draft {
    record: FamilyRecord,
    indicators: BTreeMap<Key, IndicatorRecord>,
}

struct Work<'a> {
    source: &'a Source,
    decisions: &'a Decisions,
    lists: &'a Lists,
    report: &'a mut ImportReport,
    used: Used,
    families: BTreeMap<String, Draft>,
    /// Hosts that are a site or a download of some entry, without `www.`.
    sites: BTreeSet<String>,
}

/// One value as the list has it.
#[derive(Clone, Copy)]
struct Place<'a> {
    list: List,
    entry: &'a str,
    /// The field in the date table.
    field: &'a str,
    family: &'a str,
}

impl Place<'_> {
    fn entry_name(&self) -> String {
        entry_name(self.list, self.entry)
    }

    fn text(&self) -> String {
        format!("{} {}", self.entry_name(), self.field)
    }
}

/// Every family, by id.
///
/// # Errors
/// [`ImportError::Undecided`], [`ImportError::IdleDecision`].
pub(super) fn build(
    source: &Source,
    decisions: &Decisions,
    lists: &Lists,
    report: &mut ImportReport,
) -> Result<Vec<FamilyRecord>, ImportError> {
    let sites = source
        .entries
        .iter()
        .flat_map(|(_, entry)| entry.websites.iter().chain(&entry.distribution))
        .map(|host| bare(host))
        .collect();
    let mut work = Work {
        source,
        decisions,
        lists,
        report,
        used: Used::default(),
        families: BTreeMap::new(),
        sites,
    };
    work.gather()?;
    work.require_distinct_names()?;
    for (list, entry) in &source.entries {
        work.values(*list, entry)?;
    }
    work.samples()?;
    work.series()?;
    work.judge()?;
    work.share();
    work.decisions.require_all(&work.used)?;
    Ok(work.finish())
}

impl<'a> Work<'a> {
    /// One family for each entry, or for entries that a decision joins.
    fn gather(&mut self) -> Result<(), ImportError> {
        let mut owners: BTreeMap<String, String> = BTreeMap::new();
        for (list, entry) in &self.source.entries {
            let this = entry_name(*list, &entry.name);
            let id = self.family_id(*list, entry);
            if id.is_empty() {
                return Err(ImportError::Undecided(format!("{this} has no usable name")));
            }
            let joined = self
                .decisions
                .merge
                .iter()
                .find(|item| item.entries.contains(&this));
            match owners.get(&id) {
                None => {}
                Some(other) if joined.is_some_and(|item| item.entries.contains(other)) => {
                    self.report
                        .handle("an entry of both files became one family with two verdicts");
                }
                Some(other) => {
                    return Err(ImportError::Undecided(format!(
                        "{this} and {other} would both be the family {id}"
                    )));
                }
            }
            if joined.is_some() {
                self.used.mark("merge", &this);
            }
            owners.entry(id.clone()).or_insert(this);
            let draft = self.families.entry(id.clone()).or_insert_with(|| Draft {
                record: FamilyRecord {
                    id,
                    name: entry.name.clone(),
                    aliases: Vec::new(),
                    category: match list {
                        List::Ioc => Category::Stalkerware,
                        List::Watchware => Category::Monitoring,
                    },
                    category_reason: None,
                    status: Status::Unknown,
                    capabilities: Vec::new(),
                    verdicts: Vec::new(),
                    indicators: Vec::new(),
                },
                indicators: BTreeMap::new(),
            });
            draft.record.verdicts.push(Verdict {
                source: SOURCE.to_owned(),
                entry: entry.name.clone(),
                verdict: entry.verdict.clone(),
            });
            draft.record.aliases.extend(entry.names.iter().cloned());
        }
        self.report.count("families", self.families.len());
        Ok(())
    }

    /// The id is the slug of the first of the joined entries.
    fn family_id(&self, list: List, entry: &Entry) -> String {
        let this = entry_name(list, &entry.name);
        let joined = self
            .decisions
            .merge
            .iter()
            .find(|item| item.entries.contains(&this));
        let first = joined
            .and_then(|item| item.entries.first())
            .unwrap_or(&this);
        let name = first
            .split_once('/')
            .map_or(first.as_str(), |(_, name)| name);
        slug(name)
    }

    /// Two families may not have one name, not even in other letters, unless a decision says that they are
    /// two products.
    fn require_distinct_names(&mut self) -> Result<(), ImportError> {
        let mut owners: BTreeMap<String, (String, String)> = BTreeMap::new();
        for (list, entry) in &self.source.entries {
            let this = entry_name(*list, &entry.name);
            let id = self.family_id(*list, entry);
            for name in std::iter::once(&entry.name).chain(&entry.names) {
                let (owner, other) = owners
                    .entry(name.to_lowercase())
                    .or_insert_with(|| (id.clone(), this.clone()));
                if *owner == id {
                    continue;
                }
                let decided = self
                    .decisions
                    .distinct
                    .iter()
                    .find(|item| item.names.contains(&this) && item.names.contains(other));
                let Some(decided) = decided else {
                    return Err(ImportError::Undecided(format!(
                        "{this} and {other} share the name {name}"
                    )));
                };
                for name in &decided.names {
                    self.used.mark("distinct", name);
                }
                self.report.handle("a name of two families, which stay two");
            }
        }
        Ok(())
    }

    fn values(&mut self, list: List, entry: &'a Entry) -> Result<(), ImportError> {
        let family = self.family_id(list, entry);
        let place = |field| Place {
            list,
            entry: &entry.name,
            field,
            family: &family,
        };
        for value in &entry.packages {
            self.package(place("packages"), value)?;
        }
        for value in &entry.certificates {
            if signer(value).is_some_and(|digest| self.lists.is_public(&digest)) {
                self.report
                    .handle("a public key listed as a product's key, not imported");
                self.report.leave_out(
                    &place("certificates").text(),
                    value,
                    "A key that anybody can sign with.",
                );
                continue;
            }
            self.plain(
                place("certificates"),
                value,
                IndicatorKind::SignerSha1,
                Strength::Identifying,
            )?;
        }
        for value in &entry.certificate_cname_re {
            let mut record = record(
                IndicatorKind::SignerCommonName,
                value,
                Strength::Identifying,
            );
            record.mode = Some(MatchMode::Regex);
            record.sample = common_name_sample(value);
            if record.sample.is_none() {
                return Err(ImportError::Undecided(format!(
                    "{}: no sample is known for the pattern {value}",
                    place("certificate_cname_re").text()
                )));
            }
            self.add(place("certificate_cname_re"), record)?;
        }
        for value in &entry.certificate_organizations {
            // Anybody can write any organisation into a certificate.
            self.plain(
                place("certificate_organizations"),
                value,
                IndicatorKind::SignerOrganisation,
                Strength::Supporting,
            )?;
        }
        for value in &entry.ios_bundles {
            self.plain(
                place("ios_bundles"),
                value,
                IndicatorKind::IosBundle,
                Strength::Identifying,
            )?;
        }
        for value in &entry.c2.domains {
            self.host(place("c2.domains"), value, HostRole::C2)?;
        }
        for value in &entry.websites {
            self.host(place("websites"), value, HostRole::Website)?;
        }
        for value in &entry.distribution {
            self.host(place("distribution"), value, HostRole::Distribution)?;
        }
        for value in &entry.c2.ips {
            self.address(place("c2.ips"), value, HostRole::C2)?;
        }
        for value in &entry.c2.ip {
            self.report
                .handle("an address under `c2.ip`, read like `c2.ips`");
            self.address(place("c2.ip"), value, HostRole::C2)?;
        }
        Ok(())
    }

    fn package(&mut self, place: Place<'_>, value: &str) -> Result<(), ImportError> {
        let mut package = record(IndicatorKind::AndroidPackage, value, Strength::Identifying);
        if reason_for(&self.decisions.exact_packages, value).is_some() {
            self.used.mark("exact_packages", value);
            self.report
                .handle("an odd package name, compared letter by letter");
            package.mode = Some(MatchMode::Exact);
        }
        self.add(place, package)?;
        if reason_for(&self.decisions.components, value).is_some() {
            self.used.mark("components", value);
            self.report
                .handle("a package that looks like a class, looked for as both");
            self.plain(place, value, IndicatorKind::Component, Strength::Supporting)?;
        }
        Ok(())
    }

    fn plain(
        &mut self,
        place: Place<'_>,
        value: &str,
        kind: IndicatorKind,
        strength: Strength,
    ) -> Result<(), ImportError> {
        self.add(place, record(kind, value, strength))
    }

    /// A visit to a shop is not an installation: only a server that is no site of anybody is identifying.
    fn host(&mut self, place: Place<'_>, value: &str, role: HostRole) -> Result<(), ImportError> {
        if value.parse::<std::net::IpAddr>().is_ok() {
            self.report
                .handle("an address among hosts, kept as an address");
            return self.address(place, value, role);
        }
        if value.contains("://") && !self.is_left_out(place, value) {
            self.report.handle("an address of a page, not a host");
            self.report
                .leave_out(&place.text(), value, "An address of a page and not a host.");
            return Ok(());
        }
        let host = value.to_lowercase();
        if self.lists.is_shared_host(&host) {
            self.report
                .leave_out(&place.text(), value, "Strangers live under this host.");
            return Ok(());
        }
        let strength = if reason_for(&self.decisions.third_party_hosts, value).is_some() {
            self.used.mark("third_party_hosts", value);
            self.report
                .handle("a host of somebody else's service, kept as context");
            Strength::Context
        } else {
            match role {
                HostRole::C2 if self.is_site(&host) => {
                    self.report
                        .handle("a server that is a site as well, kept as supporting");
                    Strength::Supporting
                }
                HostRole::C2 => Strength::Identifying,
                HostRole::Website | HostRole::Distribution => Strength::Context,
            }
        };
        let mut record = record(IndicatorKind::Host, value, strength);
        record.role = Some(role);
        if self.lists.is_tenant(&host) {
            self.report
                .handle("a tenant of a cloud, compared as the full host only");
            record.mode = Some(MatchMode::Exact);
        }
        self.add(place, record)
    }

    /// Whether somebody who looks at a site of some entry would meet this host.
    fn is_site(&self, host: &str) -> bool {
        let host = bare(host);
        self.sites
            .iter()
            .any(|site| *site == host || is_below(site, &host))
    }

    fn address(
        &mut self,
        place: Place<'_>,
        value: &str,
        role: HostRole,
    ) -> Result<(), ImportError> {
        let strength = match role {
            // Addresses are given to the next customer.
            HostRole::C2 => Strength::Supporting,
            HostRole::Website | HostRole::Distribution => Strength::Context,
        };
        let mut record = record(IndicatorKind::Ip, value, strength);
        record.role = Some(role);
        self.add(place, record)
    }

    fn is_left_out(&self, place: Place<'_>, value: &str) -> bool {
        self.left_out_reason(place, value).is_some()
    }

    fn left_out_reason(&self, place: Place<'_>, value: &str) -> Option<&'a str> {
        let entry = place.entry_name();
        self.decisions
            .left_out
            .iter()
            .find(|item| item.entry == entry && item.field == place.field && item.value == value)
            .map(|item| item.reason.as_str())
    }

    /// Puts a value of the list into its family, unless a decision leaves it out or it has no usable form.
    fn add(&mut self, place: Place<'_>, mut record: IndicatorRecord) -> Result<(), ImportError> {
        let value = record.value.clone();
        if let Some(reason) = self.left_out_reason(place, &value) {
            self.used.mark("left_out", &value);
            self.report.handle("a value that a decision leaves out");
            self.report.leave_out(&place.text(), &value, reason);
            return Ok(());
        }
        let file = place.list.file();
        match self
            .source
            .dates
            .get(file, place.field, &value, place.entry)
        {
            Some(listed) => {
                record.first_listed = Some(listed.day.to_owned());
                if !listed.same_entry {
                    let quirk = "a first listing that the date table has under another entry";
                    self.report.handle(quirk);
                }
            }
            None => self
                .report
                .handle("a value without a date of its first listing"),
        }
        let mode = record.mode.or_else(|| record.kind.modes().first().copied());
        let key = mode.map(|mode| (mode, record.kind.normalise(mode, &value)));
        let Some((mode, Ok(key))) = key else {
            self.report.leave_out(
                &place.text(),
                &value,
                "Not a value of the kind that its field is for.",
            );
            return Ok(());
        };
        let Some(draft) = self.families.get_mut(place.family) else {
            return Err(ImportError::Undecided(format!(
                "no family {}",
                place.family
            )));
        };
        let key = (record.kind, mode, key);
        let Some(there) = draft.indicators.get_mut(&key) else {
            draft.indicators.insert(key, record);
            return Ok(());
        };
        // Listed before: the first spelling, the earlier day and the stronger role stay.
        there.first_listed = earlier(there.first_listed.take(), record.first_listed);
        if there.value != record.value {
            self.report
                .handle("a spelling in other letters, kept under the first one");
            self.report.leave_out(
                &place.text(),
                &value,
                "The same value in other letters stands in the family already.",
            );
        } else if record.role != there.role {
            self.report
                .handle("a host in two fields of one entry, kept once");
        } else {
            self.report
                .handle("a value listed twice for one family, kept once");
        }
        Ok(())
    }

    /// Digests of samples, and the packages and keys that only samples have.
    fn samples(&mut self) -> Result<(), ImportError> {
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
        self.report.count(
            "sample digests",
            count_kind(&self.families, IndicatorKind::ApkSha256),
        );
        Ok(())
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

    fn series(&mut self) -> Result<(), ImportError> {
        for series in &self.decisions.series {
            let kind = IndicatorKind::AndroidPackage;
            let Some(draft) = self.families.get_mut(&series.family) else {
                return Err(ImportError::IdleDecision(format!(
                    "series: no family {}",
                    series.family
                )));
            };
            let covers = (kind, MatchMode::Folded, series.covers.to_lowercase());
            let key = kind.normalise(MatchMode::Glob, &series.value);
            let (true, Ok(key)) = (draft.indicators.contains_key(&covers), key) else {
                return Err(ImportError::IdleDecision(format!(
                    "series: {} is not listed for {}",
                    series.covers, series.family
                )));
            };
            let mut pattern = record(kind, &series.value, Strength::Identifying);
            pattern.mode = Some(MatchMode::Glob);
            pattern.source = OURS.to_owned();
            pattern.sample = Some(series.sample.clone());
            draft
                .indicators
                .insert((kind, MatchMode::Glob, key), pattern);
            self.used.mark("series", &series.value);
            self.report
                .handle("a series of package names, added as a pattern");
        }
        Ok(())
    }

    /// Our own category, status and capabilities.
    fn judge(&mut self) -> Result<(), ImportError> {
        for item in &self.decisions.categories {
            let draft = known(&mut self.families, &item.family, "categories")?;
            draft.record.category = item.category;
            draft.record.category_reason = Some(item.reason.clone());
            self.used.mark("categories", &item.family);
            self.report.handle("a category of our own");
        }
        for item in &self.decisions.status {
            known(&mut self.families, &item.family, "status")?
                .record
                .status = item.status;
            self.used.mark("status", &item.family);
        }
        for item in &self.decisions.capabilities {
            let draft = known(&mut self.families, &item.family, "capabilities")?;
            let words: BTreeSet<String> = item.words.iter().cloned().collect();
            draft.record.capabilities = words.into_iter().collect();
            self.used.mark("capabilities", &item.family);
        }
        Ok(())
    }

    /// An indicator of several families says why, and is the same in each.
    fn share(&mut self) {
        let mut owners: BTreeMap<Key, Vec<String>> = BTreeMap::new();
        for (id, draft) in &self.families {
            for key in draft.indicators.keys() {
                owners.entry(key.clone()).or_default().push(id.clone());
            }
        }
        for (key, owners) in owners.into_iter().filter(|(_, owners)| owners.len() > 1) {
            self.report
                .handle("an indicator of several families, kept in each");
            let same: Vec<IndicatorRecord> = owners
                .iter()
                .filter_map(|owner| self.families.get(owner)?.indicators.get(&key).cloned())
                .collect();
            let day = same
                .iter()
                .fold(None, |day, one| earlier(day, one.first_listed.clone()));
            // `Strength` counts downwards: the first one says most.
            let strength = same.iter().map(|one| one.strength).min();
            let decided = same.iter().find_map(|one| {
                reason_for(&self.decisions.shared, &one.value).map(|why| (why, &one.value))
            });
            let reason = match decided {
                Some((reason, value)) => {
                    self.used.mark("shared", value);
                    reason.to_owned()
                }
                None => format!("The source lists it for {}.", owners.join(" and ")),
            };
            let first = same.first().map(|one| one.value.clone());
            for owner in &owners {
                let draft = self.families.get_mut(owner);
                let Some(one) = draft.and_then(|draft| draft.indicators.get_mut(&key)) else {
                    continue;
                };
                one.first_listed.clone_from(&day);
                one.strength = strength.unwrap_or(one.strength);
                one.shared = Some(reason.clone());
                if let Some(first) = &first {
                    one.value.clone_from(first);
                }
            }
        }
    }

    fn finish(self) -> Vec<FamilyRecord> {
        let mut kinds: BTreeMap<&'static str, BTreeSet<&Key>> = BTreeMap::new();
        for draft in self.families.values() {
            for key in draft.indicators.keys() {
                kinds.entry(key.0.as_str()).or_default().insert(key);
            }
        }
        for (kind, keys) in kinds {
            self.report.indicators.insert(kind, keys.len());
        }
        self.families
            .into_values()
            .map(|draft| {
                let mut record = draft.record;
                let name = record.name.to_lowercase();
                let mut seen = BTreeSet::from([name]);
                record.aliases.sort();
                record
                    .aliases
                    .retain(|alias| seen.insert(alias.to_lowercase()));
                record.indicators = draft.indicators.into_values().collect();
                record.indicators.sort_by(|a, b| {
                    (a.kind.as_str(), &a.value, a.mode).cmp(&(b.kind.as_str(), &b.value, b.mode))
                });
                record
            })
            .collect()
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

fn known<'w>(
    families: &'w mut BTreeMap<String, Draft>,
    id: &str,
    part: &str,
) -> Result<&'w mut Draft, ImportError> {
    families
        .get_mut(id)
        .ok_or_else(|| ImportError::IdleDecision(format!("{part}: no family {id}")))
}

fn record(kind: IndicatorKind, value: &str, strength: Strength) -> IndicatorRecord {
    IndicatorRecord {
        kind,
        mode: None,
        value: value.to_owned(),
        strength,
        role: None,
        first_listed: None,
        source: SOURCE.to_owned(),
        sample: None,
        shared: None,
    }
}

fn entry_name(list: List, name: &str) -> String {
    format!("{}/{name}", list.word())
}

fn slug(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect::<String>()
        .to_ascii_lowercase()
}

fn signer(digest: &str) -> Option<String> {
    IndicatorKind::SignerSha1
        .normalise(MatchMode::Exact, digest)
        .ok()
}

/// In lower case and without `www.`.
fn bare(host: &str) -> String {
    let host = host.to_lowercase();
    match host.strip_prefix("www.") {
        Some(rest) => rest.to_owned(),
        None => host,
    }
}

fn is_below(host: &str, above: &str) -> bool {
    host.strip_suffix(above)
        .is_some_and(|rest| rest.ends_with('.'))
}

/// ISO dates compare as text.
fn earlier(a: Option<String>, b: Option<String>) -> Option<String> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

fn count_kind(families: &BTreeMap<String, Draft>, kind: IndicatorKind) -> usize {
    families
        .values()
        .flat_map(|draft| draft.indicators.keys())
        .filter(|key| key.0 == kind)
        .count()
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

/// A common name that the pattern of KidsShield matches. A new pattern needs a sample of its own, and stops
/// the import until it has one.
fn common_name_sample(pattern: &str) -> Option<String> {
    pattern
        .starts_with("^Kids\\WSafety\\W[0-9]{2}-")
        .then(|| "Kids Safety 01-02-2020 10:11:12".to_owned())
}
