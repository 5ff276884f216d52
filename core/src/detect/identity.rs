//! Identity: what was observed, compared with the signatures.
//!
//! Every value that an indicator can be about is looked up, the hits are gathered by subject, and each
//! subject becomes at most one finding: an app that is listed by package and by signer and holds three
//! powers is one finding with five reasons, never five alarms. Which word it gets is decided in one
//! place, [`outcome_of`], by the category of the family and the strength of what fired.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::behaviour::{Phone, Verdict};
use super::{Basis, Because, Finding, Outcome, Sign, Subject, SubjectKind, ios, profile, story};
use crate::signatures::{
    Bundle, BundleError, Category, Fact, Family, Hit, IndicatorKind, Strength,
};
use crate::snapshot::{
    App, AppState, Contact, Endpoint, ListedFile, OccurrenceKind, Platform, Process, Profile,
    Provenance, Signer, Snapshot,
};

/// Every finding that a published list gives, by subject. `day` is the stated day, `YYYY-MM-DD`, on
/// which suppressions hold or have ended.
///
/// # Errors
/// [`BundleError`] when the bundle cannot be read.
pub fn identity(
    snapshot: &Snapshot,
    bundle: &Bundle,
    day: &str,
) -> Result<Vec<Finding>, BundleError> {
    joined(snapshot, bundle, day, None)
}

/// The same, with what apps do on this phone joined to what lists say of them.
pub(super) fn joined(
    snapshot: &Snapshot,
    bundle: &Bundle,
    day: &str,
    phone: Option<&Phone<'_>>,
) -> Result<Vec<Finding>, BundleError> {
    let lookup = Lookup { bundle, day, phone };
    let mut findings = Vec::new();
    for apps in by_id(&snapshot.apps).into_values() {
        findings.extend(app_finding(&apps, &lookup)?);
    }
    let gone = gone(snapshot);
    for app in &gone {
        findings.extend(app_finding(&[app], &lookup)?);
    }
    findings.extend(process_findings(snapshot, &gone, &lookup)?);
    let mut profiles: BTreeMap<&str, Vec<&Profile>> = BTreeMap::new();
    for profile in &snapshot.profiles {
        profiles
            .entry(&profile.identifier)
            .or_default()
            .push(profile);
    }
    for profiles in profiles.into_values() {
        findings.extend(profile_finding(&profiles, &lookup)?);
    }
    findings.extend(contact_findings(&snapshot.contacts, &lookup)?);
    for file in snapshot.files.iter() {
        findings.extend(file_finding(snapshot.platform, file, &lookup)?);
    }
    findings.sort_by(|a, b| a.subject.cmp(&b.subject));
    Ok(findings)
}

/// The word for one indicator that fired: the only place where category and strength meet. `None` means
/// that it may explain a finding and cannot make one by itself.
fn outcome_of(strength: Strength, category: Category, about: SubjectKind) -> Option<Outcome> {
    match (strength, category) {
        (
            Strength::Identifying,
            Category::Stalkerware | Category::Mercenary | Category::RemoteAccess,
        ) => Some(Outcome::Match),
        (
            Strength::Identifying,
            Category::Monitoring | Category::LostPhoneFinder | Category::DualUse,
        ) => Some(Outcome::WorthALook),
        // The list of apps with more than one use asks a question and never alarms.
        (Strength::Supporting, Category::DualUse) => Some(Outcome::WorthALook),
        // A host or an address has no second attribute that could support it.
        (
            Strength::Supporting,
            Category::Stalkerware
            | Category::Mercenary
            | Category::RemoteAccess
            | Category::Monitoring
            | Category::LostPhoneFinder,
        ) if about == SubjectKind::Domain => Some(Outcome::WorthALook),
        (
            Strength::Supporting,
            Category::Stalkerware
            | Category::Mercenary
            | Category::RemoteAccess
            | Category::Monitoring
            | Category::LostPhoneFinder,
        )
        | (Strength::Context, _) => None,
    }
}

/// An indicator that fired on one observed value.
struct Fired {
    hit: Hit,
    observed: String,
    provenance: Provenance,
}

struct Lookup<'a> {
    bundle: &'a Bundle,
    day: &'a str,
    phone: Option<&'a Phone<'a>>,
}

impl Lookup<'_> {
    /// Adds everything that `fact` fires, except what is suppressed for this subject.
    fn fire(
        &self,
        fired: &mut Vec<Fired>,
        subject: &str,
        fact: Fact<'_>,
        observed: impl Fn() -> String,
        provenance: impl Fn() -> Provenance,
    ) -> Result<(), BundleError> {
        for hit in self.bundle.matches(fact)? {
            if self
                .bundle
                .suppressed(&hit.indicator, subject, self.day)
                .is_some()
            {
                continue;
            }
            fired.push(Fired {
                hit,
                observed: observed(),
                provenance: provenance(),
            });
        }
        Ok(())
    }
}

/// Apps by platform and identifier: one app in two profiles of one phone is one subject.
fn by_id(apps: &[App]) -> BTreeMap<(Platform, &str), Vec<&App>> {
    let mut groups: BTreeMap<(Platform, &str), Vec<&App>> = BTreeMap::new();
    for app in apps {
        groups
            .entry((app.platform, app.id.as_str()))
            .or_default()
            .push(app);
    }
    groups
}

/// Apps that the phone's history names and its list of apps does not: was installed, or only mentioned.
fn gone(snapshot: &Snapshot) -> Vec<App> {
    let there: BTreeSet<&str> = snapshot.apps.iter().map(|app| app.id.as_str()).collect();
    let mut gone: BTreeMap<&str, App> = BTreeMap::new();
    // Sorted by time: the last word counts.
    for occurrence in &snapshot.history {
        let state = match occurrence.what {
            OccurrenceKind::AppUninstalled => AppState::Removed,
            OccurrenceKind::AppInstalled
            | OccurrenceKind::AppUpdated
            | OccurrenceKind::AppDowngraded
            | OccurrenceKind::PowerGranted => AppState::Seen,
            OccurrenceKind::SettingChanged
            | OccurrenceKind::CertificateInstalled
            | OccurrenceKind::CertificateRemoved
            | OccurrenceKind::AdbCommand
            | OccurrenceKind::AdbFileSent
            | OccurrenceKind::AdbConnected
            | OccurrenceKind::ProfileInstalled
            | OccurrenceKind::ProfileRemoved
            | OccurrenceKind::PermissionDecided => continue,
        };
        let id = occurrence.subject.as_str();
        if there.contains(id) {
            continue;
        }
        let app = || App::new(id, snapshot.platform, state, occurrence.provenance.clone());
        let known = gone.entry(id).or_insert_with(app);
        if known.state != state {
            *known = app();
        }
    }
    gone.into_values().collect()
}

fn app_finding(apps: &[&App], lookup: &Lookup<'_>) -> Result<Option<Finding>, BundleError> {
    let mut fired = Vec::new();
    let mut extra = Vec::new();
    for app in apps {
        fire_app(app, lookup, &mut fired)?;
        if let Some(declared) = &app.self_declared_monitoring {
            extra.push(Because {
                basis: Basis::SelfDeclared,
                observed: declared.value.clone(),
                provenance: declared.provenance.clone(),
            });
        }
    }
    if apps.iter().any(|app| ios::is_apples_own(app)) {
        // Lists of apps with more than one use name Find My and Contacts, which every iPhone has.
        fired.retain(|fired| !fired.hit.families.iter().all(|family| is_everyday(family)));
    }
    let declared = (!extra.is_empty()).then_some(Outcome::WorthALook);
    let Some(strongest) = apps.iter().min_by_key(|app| app.state) else {
        return Ok(None);
    };
    let subject = Subject {
        kind: SubjectKind::App,
        platform: strongest.platform,
        id: strongest.id.clone(),
        label: apps.iter().find_map(|app| app.label()).map(str::to_owned),
        state: strongest.state,
    };
    let Some(phone) = lookup.phone else {
        for app in apps {
            extra.extend(powers(app));
        }
        return Ok(join(subject, fired, extra, declared));
    };
    let judged = phone.judge(apps);
    extra.extend(judged.because);
    // Both verdicts of behaviour are worth a look, and nothing else.
    let alone = declared.or(judged.verdict.map(|_| Outcome::WorthALook));
    Ok(join(subject, fired, extra, alone).map(|finding| Finding {
        behaves_like: judged.verdict == Some(Verdict::BehavesLike),
        can: judged.can.into_iter().collect(),
        story: story::story(apps, phone),
        ..finding
    }))
}

/// Whether a family has ordinary uses for nearly everybody.
fn is_everyday(family: &Family) -> bool {
    matches!(
        family.category,
        Category::DualUse | Category::LostPhoneFinder
    )
}

/// Powers explain what a list says; alone they are behaviour's.
fn powers(app: &App) -> impl Iterator<Item = Because> + '_ {
    app.powers.iter().map(|power| Because {
        basis: Basis::Power(power.value.kind),
        observed: power.value.component.as_ref().unwrap_or(&app.id).clone(),
        provenance: power.provenance.clone(),
    })
}

/// Looks up everything that the evidence says of one app.
fn fire_app(app: &App, lookup: &Lookup<'_>, fired: &mut Vec<Fired>) -> Result<(), BundleError> {
    let name = match app.platform {
        Platform::Android | Platform::Unknown => Fact::AndroidPackage(&app.id),
        Platform::Ios => Fact::IosBundle(&app.id),
    };
    if let Some(place) = app.provenance.first() {
        lookup.fire(fired, &app.id, name, || app.id.clone(), || place.clone())?;
    }
    for signer in &app.signers {
        fire_signer(&app.id, signer, lookup, fired)?;
    }
    for file in &app.files {
        let place = || file.provenance.clone();
        if let Some(sha256) = file.sha256 {
            lookup.fire(
                fired,
                &app.id,
                Fact::Apk(sha256),
                || sha256.to_string(),
                place,
            )?;
        }
        for rule in file.rules.iter().flatten() {
            lookup.fire(fired, &app.id, Fact::DexRule(rule), || rule.clone(), place)?;
        }
    }
    for part in &app.components {
        let place = || part.provenance.clone();
        let class = || part.class.clone();
        lookup.fire(fired, &app.id, Fact::Component(&part.class), class, place)?;
    }
    for label in &app.labels {
        let place = || label.provenance.clone();
        let text = || label.text.clone();
        lookup.fire(fired, &app.id, Fact::Label(&label.text), text, place)?;
    }
    for item in &app.meta_data {
        let (name, value) = (item.name.as_str(), item.value.as_deref());
        let observed = || value.map_or(name.to_owned(), |value| format!("{name}={value}"));
        let place = || item.provenance.clone();
        let fact = Fact::MetaData { name, value };
        lookup.fire(fired, &app.id, fact, observed, place)?;
    }
    for permission in &app.declared_permissions {
        let place = || permission.provenance.clone();
        let name = || permission.value.clone();
        let fact = Fact::DeclaredPermission(&permission.value);
        lookup.fire(fired, &app.id, fact, name, place)?;
    }
    Ok(())
}

fn fire_signer(
    app: &str,
    signer: &Signer,
    lookup: &Lookup<'_>,
    fired: &mut Vec<Fired>,
) -> Result<(), BundleError> {
    let place = || signer.provenance.clone();
    if let Some(sha1) = signer.sha1 {
        lookup.fire(
            fired,
            app,
            Fact::SignerSha1(sha1),
            || sha1.to_string(),
            place,
        )?;
    }
    for (digest, fact) in [
        (signer.sha256, signer.sha256.map(Fact::SignerSha256)),
        (signer.key_sha256, signer.key_sha256.map(Fact::SignerKey)),
    ] {
        if let (Some(digest), Some(fact)) = (digest, fact) {
            lookup.fire(fired, app, fact, || digest.to_string(), place)?;
        }
    }
    let Some(subject) = &signer.subject else {
        return Ok(());
    };
    if let Some(name) = &subject.common_name {
        let fact = Fact::SignerCommonName(name);
        lookup.fire(fired, app, fact, || name.clone(), place)?;
    }
    if let Some(name) = &subject.organisation {
        let fact = Fact::SignerOrganisation(name);
        lookup.fire(fired, app, fact, || name.clone(), place)?;
    }
    Ok(())
}

/// Running programs that are named like a listed package and are not in the list of apps: an app can be
/// missing from a list (another profile, a list cut short) and still run.
fn process_findings(
    snapshot: &Snapshot,
    gone: &[App],
    lookup: &Lookup<'_>,
) -> Result<Vec<Finding>, BundleError> {
    // On iOS a process bears the name of a program, which says nothing about who made it.
    if snapshot.platform == Platform::Ios {
        return Ok(Vec::new());
    }
    let known: BTreeSet<&str> = snapshot
        .apps
        .iter()
        .chain(gone)
        .map(|app| app.id.as_str())
        .collect();
    let mut running: BTreeMap<&str, &Process> = BTreeMap::new();
    for process in &snapshot.processes {
        // Android writes `package:part` for the parts of an app that run by themselves.
        let package = process
            .name
            .split_once(':')
            .map_or(process.name.as_str(), |(package, _)| package);
        if !known.contains(package) {
            running.entry(package).or_insert(process);
        }
    }
    let mut findings = Vec::new();
    for (package, process) in running {
        let mut fired = Vec::new();
        lookup.fire(
            &mut fired,
            package,
            Fact::AndroidPackage(package),
            || process.name.clone(),
            || process.provenance.clone(),
        )?;
        let subject = seen(SubjectKind::App, snapshot.platform, package);
        findings.extend(join(subject, fired, Vec::new(), None));
    }
    Ok(findings)
}

/// Profiles of one identifier: a phone holds one of them at a time.
fn profile_finding(
    profiles: &[&Profile],
    lookup: &Lookup<'_>,
) -> Result<Option<Finding>, BundleError> {
    let mut fired = Vec::new();
    for profile in profiles {
        fire_profile(profile, lookup, &mut fired)?;
    }
    let Some(strongest) = profiles.iter().min_by_key(|profile| profile.state) else {
        return Ok(None);
    };
    let named = profiles.iter().find_map(|it| it.display_name.as_ref());
    let subject = Subject {
        kind: SubjectKind::Profile,
        platform: Platform::Ios,
        id: strongest.identifier.clone(),
        label: strongest.display_name.as_ref().or(named).cloned(),
        state: strongest.state,
    };
    if lookup.phone.is_none() {
        return Ok(join(subject, fired, Vec::new(), None));
    }
    let (because, alone) = profile::judge(profiles);
    Ok(join(
        subject,
        fired,
        because,
        alone.then_some(Outcome::WorthALook),
    ))
}

/// Looks up everything that names one profile.
fn fire_profile(
    profile: &Profile,
    lookup: &Lookup<'_>,
    fired: &mut Vec<Fired>,
) -> Result<(), BundleError> {
    let mut facts = vec![(
        Fact::ProfileIdentifier(&profile.identifier),
        &profile.identifier,
    )];
    let uuid = profile.uuid.iter();
    facts.extend(uuid.map(|value| (Fact::ProfileUuid(value), value)));
    let organisation = profile.organisation.iter();
    facts.extend(organisation.map(|value| (Fact::ProfileOrganisation(value), value)));
    let kinds = profile.payload_kinds.iter();
    facts.extend(kinds.map(|value| (Fact::ProfilePayload(value), value)));
    for (fact, value) in facts {
        lookup.fire(
            fired,
            &profile.identifier,
            fact,
            || value.clone(),
            || profile.provenance.clone(),
        )?;
    }
    Ok(())
}

/// Hosts and addresses: contacted, never installed. One finding per endpoint.
fn contact_findings(
    contacts: &[Contact],
    lookup: &Lookup<'_>,
) -> Result<Vec<Finding>, BundleError> {
    let mut endpoints: BTreeMap<&Endpoint, Vec<&Contact>> = BTreeMap::new();
    for contact in contacts {
        endpoints
            .entry(&contact.endpoint)
            .or_default()
            .push(contact);
    }
    let mut findings = Vec::new();
    for (endpoint, contacts) in endpoints {
        let (id, fact) = match endpoint {
            Endpoint::Host(host) => (host.clone(), Fact::Host(host)),
            Endpoint::Address(address) => (address.to_string(), Fact::Ip(*address)),
        };
        let mut fired = Vec::new();
        for contact in &contacts {
            let place = || contact.provenance.clone();
            lookup.fire(&mut fired, &id, fact, || id.clone(), place)?;
        }
        if fired.is_empty() {
            continue;
        }
        let subject = seen(SubjectKind::Domain, Platform::Unknown, &id);
        let by = contacts.into_iter().filter_map(contacted_by).collect();
        findings.extend(join(subject, fired, by, None));
    }
    Ok(findings)
}

/// The app that contacted a host: `com.example.x`, with how often and when where the evidence counts, as
/// `com.example.x x12 2026-11-02T02:15:00Z/2026-11-04T02:15:00Z`.
fn contacted_by(contact: &Contact) -> Option<Because> {
    let app = contact.app.as_ref()?;
    let mut observed = app.clone();
    if let Some(contacted) = contact.contacted {
        if let Some(times) = contacted.times {
            observed = format!("{observed} x{times}");
        }
        observed = format!("{observed} {}/{}", contacted.first, contacted.last);
    }
    Some(Because {
        basis: Basis::Sign(Sign::ContactedBy),
        observed,
        provenance: contact.provenance.clone(),
    })
}

/// A file on the phone that is not an app's own: a listed path, or an installer that lies in a folder.
fn file_finding(
    platform: Platform,
    file: ListedFile<'_>,
    lookup: &Lookup<'_>,
) -> Result<Option<Finding>, BundleError> {
    let mut fired = Vec::new();
    let (path, place) = (file.path, || file.provenance());
    let fact = Fact::FilePath(path);
    lookup.fire(&mut fired, path, fact, || path.to_owned(), place)?;
    if let Some(sha256) = file.sha256 {
        for fact in [Fact::File(sha256), Fact::Apk(sha256)] {
            lookup.fire(&mut fired, path, fact, || sha256.to_string(), place)?;
        }
    }
    if fired.is_empty() {
        return Ok(None);
    }
    let subject = seen(SubjectKind::File, platform, path);
    Ok(join(subject, fired, Vec::new(), None))
}

/// A subject that something mentions, and of which nothing says that it is installed.
fn seen(kind: SubjectKind, platform: Platform, id: &str) -> Subject {
    Subject {
        kind,
        platform,
        id: id.to_owned(),
        label: None,
        state: AppState::Seen,
    }
}

/// Makes one finding of everything that fired on one subject; none when nothing that fired can make one.
///
/// `extra` are reasons besides indicators, `declared` the outcome that they give by themselves.
fn join(
    subject: Subject,
    mut fired: Vec<Fired>,
    extra: Vec<Because>,
    declared: Option<Outcome>,
) -> Option<Finding> {
    // The same indicator fires once per file or profile; the first place is enough.
    fired.sort_by(|a, b| rank(a).cmp(&rank(b)));
    fired.dedup_by(|a, b| a.hit.indicator.id == b.hit.indicator.id);

    let families = weigh(&fired, subject.kind);
    let listed = families.iter().filter_map(|weighed| weighed.outcome).min();
    let outcome = listed.into_iter().chain(declared).min()?;
    let mut families = families
        .into_iter()
        .filter(|weighed| weighed.outcome.is_some())
        .map(|weighed| weighed.family);
    let family = families.next();
    let also = families.collect();
    let mut because: Vec<Because> = fired
        .into_iter()
        .map(|fired| Because {
            basis: Basis::Indicator(fired.hit),
            observed: fired.observed,
            provenance: fired.provenance,
        })
        .chain(extra)
        .collect();
    because.sort_by_key(|because| because.basis.weight());
    Some(Finding {
        outcome,
        behaves_like: false,
        subject,
        family,
        also,
        because,
        can: Vec::new(),
        story: Vec::new(),
    })
}

/// Strongest first, then by indicator, then by place.
fn rank(fired: &Fired) -> (Strength, &str, &str, &Provenance) {
    (
        fired.hit.indicator.strength,
        &fired.hit.indicator.id,
        &fired.observed,
        &fired.provenance,
    )
}

/// One family that something points to, and how much.
struct Weighed {
    family: Arc<Family>,
    outcome: Option<Outcome>,
    identifying: usize,
    supporting: BTreeSet<IndicatorKind>,
}

/// The families that fired, the one that the finding names first: the one with the stronger outcome,
/// then with more identifying indicators, then with more kinds of supporting ones, then by category and id.
fn weigh(fired: &[Fired], about: SubjectKind) -> Vec<Weighed> {
    let mut families: BTreeMap<&str, Weighed> = BTreeMap::new();
    for fired in fired {
        let indicator = &fired.hit.indicator;
        for family in &fired.hit.families {
            let weighed = families.entry(&family.id).or_insert_with(|| Weighed {
                family: Arc::clone(family),
                outcome: None,
                identifying: 0,
                supporting: BTreeSet::new(),
            });
            let alone = outcome_of(indicator.strength, family.category, about);
            weighed.outcome = weighed.outcome.into_iter().chain(alone).min();
            match indicator.strength {
                Strength::Identifying => weighed.identifying += 1,
                Strength::Supporting => {
                    weighed.supporting.insert(indicator.kind);
                }
                Strength::Context => {}
            }
            // "Counts together with another": two kinds of supporting indicators of one family.
            if weighed.outcome.is_none() && weighed.supporting.len() >= 2 {
                weighed.outcome = Some(Outcome::WorthALook);
            }
        }
    }
    let mut families: Vec<Weighed> = families.into_values().collect();
    families.sort_by(|a, b| {
        let key = |weighed: &Weighed| {
            (
                weighed.outcome.is_none(),
                weighed.outcome,
                std::cmp::Reverse(weighed.identifying),
                std::cmp::Reverse(weighed.supporting.len()),
                weighed.family.category,
            )
        };
        key(a)
            .cmp(&key(b))
            .then_with(|| a.family.id.cmp(&b.family.id))
    });
    families
}
