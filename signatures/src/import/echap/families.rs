//! Entries and samples become families.
//!
//! The order is: which entries are one family, then the values of each entry, then what only the samples
//! know, then the series, and at the end what several families have in common.

use std::collections::{BTreeMap, BTreeSet};

use rushlight_core::signatures::{Category, IndicatorKind, MatchMode, Status, Strength};

use super::decisions::{Decisions, Used, reason_for};
use super::source::{Entry, List, Source};
use crate::import::{ImportError, ImportReport};
use crate::record::{FamilyRecord, IndicatorRecord, PublicKeyRecord, SharedHostRecord, Verdict};

mod samples;
mod values;

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
    work.samples();
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
            owners.entry(id.clone()).or_insert_with(|| this.clone());
            for split in self
                .decisions
                .split
                .iter()
                .filter(|item| item.entry == this)
            {
                if self.families.contains_key(&split.family) || slug(&split.family) != split.family
                {
                    let message = format!("{} cannot be a family of its own", split.family);
                    return Err(ImportError::Undecided(message));
                }
                let mut draft = draft_of(*list, split.family.clone(), &split.name);
                draft.record.verdicts.push(verdict(entry));
                self.families.insert(split.family.clone(), draft);
            }
            let draft = self
                .families
                .entry(id.clone())
                .or_insert_with(|| draft_of(*list, id, &entry.name));
            draft.record.verdicts.push(verdict(entry));
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
        // Whoever makes ordinary apps signs the harmless ones with the same key: there a key is a hint, and
        // the package decides.
        for draft in self.families.values_mut() {
            let ordinary = match draft.record.category {
                Category::Stalkerware | Category::Mercenary | Category::RemoteAccess => false,
                Category::Monitoring | Category::LostPhoneFinder | Category::DualUse => true,
            };
            for (key, one) in &mut draft.indicators {
                if ordinary
                    && key.0 == IndicatorKind::SignerSha1
                    && one.strength == Strength::Identifying
                {
                    one.strength = Strength::Supporting;
                    let quirk = "a key of a maker of ordinary apps, kept as supporting";
                    self.report.handle(quirk);
                }
            }
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
                record.verdicts.sort();
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

/// A family without anything in it yet. The list decides the category, until we decide otherwise.
fn draft_of(list: List, id: String, name: &str) -> Draft {
    Draft {
        record: FamilyRecord {
            id,
            name: name.to_owned(),
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
    }
}

fn verdict(entry: &Entry) -> Verdict {
    Verdict {
        source: SOURCE.to_owned(),
        entry: entry.name.clone(),
        verdict: entry.verdict.clone(),
    }
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
