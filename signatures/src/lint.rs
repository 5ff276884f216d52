//! Lint: records in, problems out. A record that passes makes a bundle in which every indicator can fire,
//! and none is known to fire on what it should not.

mod breadth;
mod hosts;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use rushlight_core::signatures::schema::CAPABILITIES;
use rushlight_core::signatures::{
    IndicatorKind, KnownAppRole, MatchMode, NormaliseError, Pattern, Strength,
};

use crate::compile::{DUAL_USE_FAMILY, dual_use_indicator, mode_of};
use crate::files::{Records, lists};
use crate::problem::{Code, Problem};
use crate::record::{FamilyRecord, HostRole, IndicatorRecord, KnownAppRecord};

/// Everything that is wrong with the records, sorted.
#[must_use]
pub fn lint(records: &Records) -> Vec<Problem> {
    let mut lint = Lint {
        records,
        sources: records.sources.iter().map(|it| it.id.as_str()).collect(),
        public_keys: public_keys(records),
        ids: BTreeMap::new(),
        keys: BTreeMap::new(),
        problems: Vec::new(),
    };
    lint.lists();
    for file in &records.families {
        lint.family(&file.name, &file.family);
    }
    lint.dual_use();
    lint.across_families();
    lint.rules();
    lint.suppressions();
    lint.problems.sort();
    lint.problems.dedup();
    lint.problems
}

struct Lint<'a> {
    records: &'a Records,
    sources: BTreeSet<&'a str>,
    /// Name by digest, lower-case.
    public_keys: BTreeMap<String, &'a str>,
    /// Where each indicator stands, by its id.
    ids: BTreeMap<String, Vec<Place<'a>>>,
    /// The modes in which each value is compared.
    keys: BTreeMap<(IndicatorKind, String), BTreeSet<MatchMode>>,
    problems: Vec<Problem>,
}

/// An indicator record and its family.
#[derive(Clone, Copy)]
struct Place<'a> {
    family: &'a str,
    record: &'a IndicatorRecord,
}

/// A value of an indicator that is of its kind.
struct Checked<'a> {
    path: &'a str,
    record: &'a IndicatorRecord,
    mode: MatchMode,
    key: String,
    id: String,
}

impl<'a> Lint<'a> {
    fn say(&mut self, path: &str, code: Code, message: impl Display) {
        self.problems
            .push(Problem::new(path, code, message.to_string()));
    }

    fn family(&mut self, file: &'a str, family: &'a FamilyRecord) {
        let path = format!("families/{file}.yaml");
        let path = path.as_str();
        if family.id != file {
            let id = &family.id;
            self.say(path, Code::FileName, format!("the family is {id:?}"));
        }
        let is_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if family.id.is_empty() || !family.id.chars().all(is_id) {
            self.say(path, Code::Id, format!("{:?} is not an id", family.id));
        }
        let same = |other: &&crate::files::FamilyFile| other.family.id == family.id;
        if family.id == DUAL_USE_FAMILY || self.records.families.iter().filter(same).count() > 1 {
            let id = &family.id;
            self.say(path, Code::Twice, format!("the id {id:?} is taken"));
        }
        if family.name.trim().is_empty() {
            self.say(path, Code::Empty, "the family has no name");
        }
        self.in_order(path, "aliases", family.aliases.iter());
        self.in_order(path, "capabilities", family.capabilities.iter());
        self.in_order(path, "verdicts", family.verdicts.iter());
        for word in &family.capabilities {
            self.capability(path, word);
        }
        for verdict in &family.verdicts {
            self.source(path, &verdict.source);
        }
        let order = |record: &'a IndicatorRecord| {
            (record.kind.as_str(), record.value.as_str(), record.mode)
        };
        if !family.indicators.is_sorted_by_key(order) {
            let message = "the indicators are not sorted by kind, then value";
            self.say(path, Code::Unsorted, message);
        }
        let mut seen = BTreeSet::new();
        for record in &family.indicators {
            self.source(path, &record.source);
            if let Some(id) = self.indicator(path, record) {
                if !seen.insert(id.clone()) {
                    self.say(path, Code::Twice, format!("{id} stands twice"));
                }
                self.ids.entry(id).or_default().push(Place {
                    family: &family.id,
                    record,
                });
            }
        }
    }

    /// Checks one indicator by itself; gives its id, if its value is of its kind.
    fn indicator(&mut self, path: &str, record: &IndicatorRecord) -> Option<String> {
        let (kind, mode, value) = (record.kind, mode_of(record), record.value.as_str());
        if let Some(day) = &record.first_listed {
            self.date(path, day);
        }
        let key = match kind.normalise(mode, value) {
            Ok(key) => key,
            Err(error @ (NormaliseError::BadValue { .. } | NormaliseError::BadMode { .. })) => {
                self.say(path, Code::Value, error);
                return None;
            }
        };
        self.keys
            .entry((kind, key.clone()))
            .or_default()
            .insert(mode);
        let checked = Checked {
            path,
            record,
            mode,
            id: kind.indicator_id(mode, &key),
            key,
        };
        self.pattern(&checked);
        self.strength(&checked);
        self.signer(&checked);
        self.host(&checked);
        self.breadth(&checked);
        Some(checked.id)
    }

    /// A pattern compiles, and its sample shows a maintainer what it means.
    fn pattern(&mut self, checked: &Checked<'_>) {
        let Checked {
            path,
            record,
            mode,
            key,
            id,
        } = checked;
        if !mode.is_pattern() {
            if record.sample.is_some() {
                self.say(path, Code::Sample, format!("{id} is not a pattern"));
            }
            return;
        }
        let pattern = match Pattern::new(*mode, key) {
            Ok(pattern) => pattern,
            Err(error) => {
                self.say(path, Code::Pattern, format!("{id}: {error}"));
                return;
            }
        };
        match &record.sample {
            Some(sample) if pattern.matches(&comparable(record.kind, *mode, sample)) => {}
            Some(sample) => {
                let message = format!("{id} does not match its sample {sample:?}");
                self.say(path, Code::Sample, message);
            }
            None if *mode == MatchMode::Prefix => {}
            None => self.say(path, Code::Sample, format!("{id} has no sample")),
        }
    }

    /// Kinds that many honest things share cannot identify by themselves.
    fn strength(&mut self, checked: &Checked<'_>) {
        let shared = matches!(
            checked.record.kind,
            IndicatorKind::Label | IndicatorKind::ProfilePayload
        );
        if shared && checked.record.strength == Strength::Identifying {
            let message = format!("{} cannot be identifying", checked.id);
            self.say(checked.path, Code::Strength, message);
        }
    }

    fn signer(&mut self, checked: &Checked<'_>) {
        let is_signer = matches!(
            checked.record.kind,
            IndicatorKind::SignerSha1 | IndicatorKind::SignerSha256
        );
        if let Some(name) = self.public_keys.get(&checked.key)
            && is_signer
        {
            let message = format!("{} is {name}", checked.id);
            self.say(checked.path, Code::PublicKey, message);
        }
    }

    fn host(&mut self, checked: &Checked<'_>) {
        let Checked {
            path,
            record,
            mode,
            key,
            id,
        } = checked;
        let is_net = matches!(record.kind, IndicatorKind::Host | IndicatorKind::Ip);
        if !is_net && record.role.is_some() {
            self.say(path, Code::Role, format!("{id} is not a host"));
        }
        let identifying = record.strength == Strength::Identifying;
        if is_net && identifying && record.role != Some(HostRole::C2) {
            let message = format!("{id} is identifying and its role is not c2");
            self.say(path, Code::Role, message);
        }
        if record.kind != IndicatorKind::Host {
            return;
        }
        if hosts::is_public_suffix(key, &self.records.shared_hosts) {
            let message = format!("everybody can have a name below {key}");
            self.say(path, Code::PublicSuffix, message);
        } else if identifying
            && *mode != MatchMode::Exact
            && let Some(owner) = hosts::landlord(key, &self.records.shared_hosts)
        {
            let message = format!("{key} is a tenant of {owner}; its mode must be exact");
            self.say(path, Code::SharedHost, message);
        }
    }

    fn breadth(&mut self, checked: &Checked<'_>) {
        let (kind, mode, id) = (checked.record.kind, checked.mode, &checked.id);
        let stores = self.records.stores.iter().map(|it| it.id.as_str());
        let others = self.records.dual_use.iter().map(|it| it.id.as_str());
        let listed: Vec<&str> = stores.chain(others.filter(|_| mode.is_pattern())).collect();
        if let Some(what) = breadth::too_broad(kind, mode, &checked.key, &listed) {
            self.say(checked.path, Code::Broad, format!("{id} {what}"));
        }
    }

    fn dual_use(&mut self) {
        let path = lists::DUAL_USE;
        let records = self.records;
        if !records
            .dual_use
            .is_sorted_by_key(|it| (it.id.as_str(), it.platform.as_str()))
        {
            self.say(
                path,
                Code::Unsorted,
                "the list is not sorted by id, then platform",
            );
        }
        let mut seen = BTreeSet::new();
        for record in &records.dual_use {
            self.source(path, &record.source);
            self.capability(path, &record.purpose);
            let Some(indicator) = dual_use_indicator(record) else {
                let message = format!("{:?} is not a platform", record.platform);
                self.say(path, Code::Word, message);
                continue;
            };
            let Some(id) = self.indicator(path, &indicator) else {
                continue;
            };
            if !seen.insert(id.clone()) {
                self.say(path, Code::Twice, format!("{id} stands twice"));
            }
            let families: Vec<_> = self
                .ids
                .get(&id)
                .into_iter()
                .flatten()
                .map(|place| place.family)
                .collect();
            if !families.is_empty() {
                let message = format!("{id} is also an indicator of {}", families.join(", "));
                self.say(path, Code::Collision, message);
            }
        }
    }

    /// The same indicator in several families: each says why, and all agree.
    fn across_families(&mut self) {
        let ids = std::mem::take(&mut self.ids);
        for (id, places) in &ids {
            let families: BTreeSet<_> = places.iter().map(|place| place.family).collect();
            if families.len() > 1 {
                for place in places {
                    let path = format!("families/{}.yaml", place.family);
                    if place.record.shared.is_none() {
                        let others: Vec<_> = families
                            .iter()
                            .filter(|family| **family != place.family)
                            .copied()
                            .collect();
                        let others = others.join(", ");
                        let message = format!("{id} is also in {others}, and nothing says why");
                        self.say(&path, Code::Unshared, message);
                    }
                    if places
                        .iter()
                        .any(|other| other.record.strength < place.record.strength)
                    {
                        let message = format!("{id} is stronger in another family");
                        self.say(&path, Code::Conflict, message);
                    }
                }
            }
        }
        let keys = std::mem::take(&mut self.keys);
        for ((kind, key), modes) in keys.iter().filter(|(_, modes)| modes.len() > 1) {
            for mode in modes {
                let id = kind.indicator_id(*mode, key);
                for place in ids.get(&id).into_iter().flatten() {
                    let path = format!("families/{}.yaml", place.family);
                    let message = format!("{id} is also compared in another mode");
                    self.say(&path, Code::Conflict, message);
                }
            }
        }
        self.ids = ids;
    }

    /// Every rule is there once, and some family uses it; every family's rule is there.
    fn rules(&mut self) {
        let mut names: BTreeMap<&str, usize> = BTreeMap::new();
        for file in &self.records.rules {
            for name in rule_names(&file.text) {
                *names.entry(name).or_default() += 1;
            }
        }
        let used: BTreeSet<&str> = self
            .ids
            .values()
            .flatten()
            .filter(|place| place.record.kind == IndicatorKind::DexRule)
            .map(|place| place.record.value.as_str())
            .collect();
        for (name, count) in &names {
            if *count > 1 {
                self.say(
                    "rules",
                    Code::Rule,
                    format!("{name} is there {count} times"),
                );
            }
            if !used.contains(name) {
                let message = format!("{name} is an indicator of no family");
                self.say("rules", Code::Rule, message);
            }
        }
        for name in used.iter().filter(|name| !names.contains_key(*name)) {
            self.say("rules", Code::Rule, format!("there is no rule {name}"));
        }
    }

    fn suppressions(&mut self) {
        let path = lists::SUPPRESSIONS;
        let records = self.records;
        self.in_order(
            path,
            "suppressions",
            records
                .suppressions
                .iter()
                .map(|it| (&it.indicator, &it.subject)),
        );
        for suppression in &records.suppressions {
            self.date(path, &suppression.until);
            self.not_empty(path, "reason", &suppression.reason);
            let dual_use = records.dual_use.iter().any(|record| {
                dual_use_indicator(record).is_some_and(|indicator| {
                    let mode = mode_of(&indicator);
                    let key = indicator.kind.normalise(mode, &indicator.value);
                    key.is_ok_and(|key| {
                        indicator.kind.indicator_id(mode, &key) == suppression.indicator
                    })
                })
            });
            if !dual_use && !self.ids.contains_key(&suppression.indicator) {
                let message = format!("there is no indicator {}", suppression.indicator);
                self.say(path, Code::Suppression, message);
            }
        }
    }

    fn lists(&mut self) {
        let records = self.records;
        self.in_order(
            lists::SOURCES,
            "sources",
            records.sources.iter().map(|it| &it.id),
        );
        for source in &records.sources {
            self.date(lists::SOURCES, &source.retrieved);
            self.not_empty(lists::SOURCES, "title", &source.title);
            self.not_empty(lists::SOURCES, "licence", &source.licence);
            self.not_empty(lists::SOURCES, "attribution", &source.attribution);
        }
        self.once(
            lists::PUBLIC_KEYS,
            records.public_keys.iter().map(|it| &it.name),
        );
        for key in &records.public_keys {
            self.source(lists::PUBLIC_KEYS, &key.source);
            self.digest(lists::PUBLIC_KEYS, IndicatorKind::SignerSha1, &key.sha1);
            if let Some(digest) = &key.sha256 {
                self.digest(lists::PUBLIC_KEYS, IndicatorKind::SignerSha256, digest);
            }
        }
        self.in_order(
            lists::STORES,
            "stores",
            records.stores.iter().map(|it| &it.id),
        );
        self.in_order(
            lists::KNOWN_APPS,
            "known apps",
            records
                .known_apps
                .iter()
                .map(|it| (&it.id, &it.signer, &it.role)),
        );
        self.known_apps(lists::STORES, &records.stores, false);
        self.known_apps(lists::KNOWN_APPS, &records.known_apps, true);
        self.once(
            lists::LABEL_TERMS,
            records
                .label_terms
                .iter()
                .map(|it| (it.term.to_lowercase(), &it.locale)),
        );
        for term in &records.label_terms {
            self.not_empty(lists::LABEL_TERMS, "term", &term.term);
        }
        self.in_order(
            lists::SHARED_HOSTS,
            "hosts",
            records.shared_hosts.iter().map(|it| &it.suffix),
        );
        for host in &records.shared_hosts {
            if hosts::normalised(&host.suffix).as_deref() != Some(host.suffix.as_str()) {
                let message = format!("{:?} is not a host in lower case", host.suffix);
                self.say(lists::SHARED_HOSTS, Code::Value, message);
            }
        }
    }

    /// Apps that are known by name only (stores, installers), and those that need a signer: everybody can take
    /// the name of a known app.
    fn known_apps(&mut self, path: &str, apps: &[KnownAppRecord], signed: bool) {
        for app in apps {
            self.not_empty(path, "name", &app.name);
            match KnownAppRole::from_word(&app.role) {
                None => {
                    let message = format!("{:?} is not a role", app.role);
                    self.say(path, Code::Word, message);
                }
                Some(role) => {
                    let by_name = matches!(
                        role,
                        KnownAppRole::Store | KnownAppRole::SystemInstaller | KnownAppRole::Browser
                    );
                    if !by_name && app.signer.is_none() {
                        let message = format!("{} has no signer", app.id);
                        self.say(path, Code::Digest, message);
                    }
                }
            }
            if signed != app.signer.is_some() {
                let message = format!("{} belongs to the other list of apps", app.id);
                self.say(path, Code::Value, message);
            }
            if let Some(digest) = &app.signer {
                self.digest(path, IndicatorKind::SignerSha256, digest);
                if digest.len() != 64 || digest.to_lowercase() != *digest {
                    let message = format!("{}: a signer is 64 digits in lower case", app.id);
                    self.say(path, Code::Digest, message);
                }
                if public_keys(self.records).contains_key(digest) {
                    let message = format!("{} is signed with a public key", app.id);
                    self.say(path, Code::Value, message);
                }
                self.source(path, app.source.as_deref().unwrap_or_default());
            }
        }
    }

    fn in_order<T: Ord>(&mut self, path: &str, what: &str, items: impl Iterator<Item = T>) {
        let items: Vec<T> = items.collect();
        if !items.is_sorted() {
            self.say(path, Code::Unsorted, format!("the {what} are not sorted"));
        }
        self.once(path, items.into_iter());
    }

    fn once<T: Ord>(&mut self, path: &str, items: impl Iterator<Item = T>) {
        let mut items: Vec<T> = items.collect();
        let count = items.len();
        items.sort_unstable();
        items.dedup();
        if items.len() != count {
            self.say(path, Code::Twice, "something stands twice in a list");
        }
    }

    fn source(&mut self, path: &str, source: &str) {
        if !self.sources.contains(source) {
            self.say(path, Code::Source, format!("{source:?} is not a source"));
        }
    }

    fn capability(&mut self, path: &str, word: &str) {
        if !CAPABILITIES.contains(&word) {
            let message = format!("{word:?} is not a capability");
            self.say(path, Code::Capability, message);
        }
    }

    fn date(&mut self, path: &str, day: &str) {
        if day.len() != 10 || day.parse::<jiff::civil::Date>().is_err() {
            self.say(path, Code::Date, format!("{day:?} is not a day"));
        }
    }

    fn digest(&mut self, path: &str, kind: IndicatorKind, digest: &str) {
        if let Err(error) = kind.normalise(MatchMode::Exact, digest) {
            self.say(path, Code::Digest, error);
        }
    }

    fn not_empty(&mut self, path: &str, what: &str, text: &str) {
        if text.trim().is_empty() {
            self.say(path, Code::Empty, format!("a {what} is empty"));
        }
    }
}

fn public_keys(records: &Records) -> BTreeMap<String, &str> {
    let mut keys = BTreeMap::new();
    for key in &records.public_keys {
        for digest in std::iter::once(&key.sha1).chain(&key.sha256) {
            let digest: String = digest.chars().filter(|c| *c != ':').collect();
            keys.insert(digest.to_lowercase(), key.name.as_str());
        }
    }
    keys
}

/// A sample in the form in which a value of this kind is compared.
pub(crate) fn comparable(kind: IndicatorKind, mode: MatchMode, value: &str) -> String {
    kind.normalise(mode, value)
        .unwrap_or_else(|_| value.to_owned())
}

/// Names of the rules in a YARA source that can be reported: `rule NAME`, `global rule NAME`.
fn rule_names(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let line = line.trim_start();
        let line = line.strip_prefix("global ").unwrap_or(line);
        let name = line.strip_prefix("rule ")?.trim_start();
        let end = name
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .unwrap_or(name.len());
        name.get(..end)
    })
}
