//! Looking up what was observed.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::IpAddr;
use std::sync::Arc;

use super::{Family, Indicator, IndicatorKind, MatchMode, Pattern, PatternError};
use crate::digest::{Sha1, Sha256};

/// One observed value, as something that an indicator can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact<'a> {
    /// Android package name.
    AndroidPackage(&'a str),
    /// SHA-1 of a signer certificate.
    SignerSha1(Sha1),
    /// SHA-256 of a signer certificate.
    SignerSha256(Sha256),
    /// SHA-256 of a signer's public key.
    SignerKey(Sha256),
    /// Common name of a signer.
    SignerCommonName(&'a str),
    /// Organisation of a signer.
    SignerOrganisation(&'a str),
    /// SHA-256 of an APK.
    Apk(Sha256),
    /// Class name of a part in a manifest.
    Component(&'a str),
    /// Name shown to the person.
    Label(&'a str),
    /// A `meta-data` element.
    MetaData {
        /// Its name.
        name: &'a str,
        /// Its value.
        value: Option<&'a str>,
    },
    /// Permission that the app defines.
    DeclaredPermission(&'a str),
    /// Name of a YARA rule that matched.
    DexRule(&'a str),
    /// SHA-256 of a file.
    File(Sha256),
    /// Path of a file.
    FilePath(&'a str),
    /// iOS bundle identifier.
    IosBundle(&'a str),
    /// `PayloadIdentifier`.
    ProfileIdentifier(&'a str),
    /// `PayloadUUID`.
    ProfileUuid(&'a str),
    /// `PayloadOrganization`.
    ProfileOrganisation(&'a str),
    /// `PayloadType`.
    ProfilePayload(&'a str),
    /// Host name.
    Host(&'a str),
    /// IP address.
    Ip(IpAddr),
}

impl Fact<'_> {
    /// The kind of indicator that it can fire.
    #[must_use]
    pub fn kind(&self) -> IndicatorKind {
        match self {
            Self::AndroidPackage(_) => IndicatorKind::AndroidPackage,
            Self::SignerSha1(_) => IndicatorKind::SignerSha1,
            Self::SignerSha256(_) => IndicatorKind::SignerSha256,
            Self::SignerKey(_) => IndicatorKind::SignerKey,
            Self::SignerCommonName(_) => IndicatorKind::SignerCommonName,
            Self::SignerOrganisation(_) => IndicatorKind::SignerOrganisation,
            Self::Apk(_) => IndicatorKind::ApkSha256,
            Self::Component(_) => IndicatorKind::Component,
            Self::Label(_) => IndicatorKind::Label,
            Self::MetaData { .. } => IndicatorKind::MetaData,
            Self::DeclaredPermission(_) => IndicatorKind::DeclaredPermission,
            Self::DexRule(_) => IndicatorKind::DexRule,
            Self::File(_) => IndicatorKind::FileSha256,
            Self::FilePath(_) => IndicatorKind::FilePath,
            Self::IosBundle(_) => IndicatorKind::IosBundle,
            Self::ProfileIdentifier(_) => IndicatorKind::ProfileIdentifier,
            Self::ProfileUuid(_) => IndicatorKind::ProfileUuid,
            Self::ProfileOrganisation(_) => IndicatorKind::ProfileOrganisation,
            Self::ProfilePayload(_) => IndicatorKind::ProfilePayload,
            Self::Host(_) => IndicatorKind::Host,
            Self::Ip(_) => IndicatorKind::Ip,
        }
    }
}

/// An indicator that fired, with everything that it points to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The indicator.
    pub indicator: Arc<Indicator>,
    /// The families that it belongs to, by id. One indicator can belong to several.
    pub families: Vec<Arc<Family>>,
    /// The source that lists it (`echap`).
    pub source: String,
}

/// Finds the rows that a fact could fire, without touching the bundle's file.
///
/// Whole values are kept as a hash of kind, mode and key beside the row's number: eight bytes each, no
/// text. A scan asks 200,000 times about paths and almost never finds one, so this is where it must be
/// quick; the row itself is read only after a hash was found, and its key is compared then.
#[derive(Default)]
pub(super) struct Lookup {
    whole: Vec<(u64, i64)>,
    present: BTreeSet<(IndicatorKind, MatchMode)>,
    patterns: BTreeMap<IndicatorKind, Vec<(i64, MatchMode, Pattern)>>,
    pattern_count: usize,
}

/// A row that a fact could fire.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Candidate {
    /// The row's number.
    pub(super) number: i64,
    /// The mode and key that the row must have; none for a pattern, which has matched already.
    pub(super) must_be: Option<(MatchMode, String)>,
}

impl Lookup {
    /// Adds a usable indicator.
    pub(super) fn add(
        &mut self,
        number: i64,
        kind: IndicatorKind,
        mode: MatchMode,
        key: &str,
    ) -> Result<(), PatternError> {
        if mode.is_pattern() {
            let pattern = Pattern::new(mode, key)?;
            self.patterns
                .entry(kind)
                .or_default()
                .push((number, mode, pattern));
            self.pattern_count += 1;
        } else {
            self.present.insert((kind, mode));
            self.whole.push((hash(kind, mode, key), number));
        }
        Ok(())
    }

    /// How many patterns there are; each is tried against each value.
    pub(super) fn pattern_count(&self) -> usize {
        self.pattern_count
    }

    /// Ends the loading.
    pub(super) fn sort(&mut self) {
        self.whole.sort_unstable();
    }

    /// The rows that this fact could fire, by number.
    pub(super) fn candidates(&self, fact: Fact<'_>) -> Vec<Candidate> {
        let mut found = Vec::new();
        let kind = fact.kind();
        match fact {
            Fact::AndroidPackage(text)
            | Fact::SignerCommonName(text)
            | Fact::SignerOrganisation(text)
            | Fact::Component(text)
            | Fact::Label(text)
            | Fact::DeclaredPermission(text)
            | Fact::DexRule(text)
            | Fact::FilePath(text)
            | Fact::IosBundle(text)
            | Fact::ProfileIdentifier(text)
            | Fact::ProfileUuid(text)
            | Fact::ProfileOrganisation(text)
            | Fact::ProfilePayload(text) => self.text(kind, text, &mut found),
            Fact::SignerSha1(digest) => self.whole(
                kind,
                MatchMode::Exact,
                || digest.to_string().into(),
                &mut found,
            ),
            Fact::SignerSha256(digest)
            | Fact::SignerKey(digest)
            | Fact::Apk(digest)
            | Fact::File(digest) => self.whole(
                kind,
                MatchMode::Exact,
                || digest.to_string().into(),
                &mut found,
            ),
            Fact::MetaData { name, value } => {
                self.text(kind, name, &mut found);
                if let Some(value) = value {
                    self.text(kind, &format!("{name}={value}"), &mut found);
                }
            }
            Fact::Host(host) => self.host(host, &mut found),
            Fact::Ip(address) => {
                self.whole(
                    kind,
                    MatchMode::Exact,
                    || address.to_string().into(),
                    &mut found,
                );
                // An IPv4 address inside IPv6 (`::ffff:192.0.2.1`) is the same address.
                let canonical = address.to_canonical();
                if canonical != address {
                    self.whole(
                        kind,
                        MatchMode::Exact,
                        || canonical.to_string().into(),
                        &mut found,
                    );
                }
            }
        }
        found.sort_unstable();
        found.dedup_by_key(|candidate| candidate.number);
        found
    }

    fn text(&self, kind: IndicatorKind, text: &str, found: &mut Vec<Candidate>) {
        for mode in [MatchMode::Exact, MatchMode::Folded] {
            self.whole(kind, mode, || kind.comparable(mode, text), found);
        }
        let Some(patterns) = self.patterns.get(&kind) else {
            return;
        };
        for (number, mode, pattern) in patterns {
            if pattern.matches(&kind.comparable(*mode, text)) {
                found.push(Candidate {
                    number: *number,
                    must_be: None,
                });
            }
        }
    }

    /// The host itself, then each host above it. What was observed may be written in any way; the keys
    /// are host names of at most 253 bytes, so nothing before those can matter.
    fn host(&self, host: &str, found: &mut Vec<Candidate>) {
        let kind = IndicatorKind::Host;
        let host = host.strip_suffix('.').unwrap_or(host).to_lowercase();
        self.whole(kind, MatchMode::Exact, || host.as_str().into(), found);
        let above = host
            .match_indices('.')
            .filter(|(at, _)| host.len() - at <= HOST_BYTES + 1)
            .filter_map(|(at, _)| host.get(at + 1..));
        for suffix in std::iter::once(host.as_str()).chain(above) {
            self.whole(kind, MatchMode::Subdomains, || suffix.into(), found);
        }
    }

    fn whole<'a>(
        &self,
        kind: IndicatorKind,
        mode: MatchMode,
        key: impl FnOnce() -> Cow<'a, str>,
        found: &mut Vec<Candidate>,
    ) {
        if !self.present.contains(&(kind, mode)) {
            return;
        }
        let key = key();
        let hash = hash(kind, mode, &key);
        let first = self.whole.partition_point(|(known, _)| *known < hash);
        let same = self.whole.iter().skip(first);
        for (_, number) in same.take_while(|(known, _)| *known == hash) {
            found.push(Candidate {
                number: *number,
                must_be: Some((mode, key.clone().into_owned())),
            });
        }
    }
}

/// The longest host name (RFC 1035, section 2.3.4).
const HOST_BYTES: usize = 253;

fn hash(kind: IndicatorKind, mode: MatchMode, key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (kind, mode, key).hash(&mut hasher);
    hasher.finish()
}
