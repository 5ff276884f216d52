//! Assembling: a snapshot and findings in, one [`Report`] out, the same for the same input.

use std::cmp::Reverse;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::schema::{
    Acquisition, Action, Because, Bundle, Covered, Device, Edition, Family, Finding,
    FindingStatement, Indicator, IndicatorCounts, Inventory, InventoryApp, InventoryProfile,
    Report, SCHEMA, Scan, Skipped, Step, Summary, Surface, Tool, Use,
};
use super::shown::{kept, shown};
use super::{apple, help, json, profiles, schema, timeline, words};
use crate::case::{Case, Scope, Statement};
use crate::detect::{self, Basis, Outcome, StepKind, Subject, SubjectKind};
use crate::digest::Sha256;
use crate::limits::SKIPPED_LISTED;
use crate::scan::{Copy, Options};
use crate::signatures::{self, BundleSummary};
use crate::snapshot::{
    App, Clock, Input, InputKind, Observed, Platform, SignerRole, Snapshot, SurfaceId, SurfaceState,
};
use crate::text::Catalogue;

/// What stands in [`Because::power`] when an app says of itself that it watches.
pub(super) const SELF_DECLARED: &str = "self_declared_monitoring";

/// Puts the report together.
///
/// The person's edition goes home with them, and somebody else may find it there (R-D3). So it has what the
/// person needs and nothing that tells more about them or about the case: no inventory, no identifiers, no
/// particulars of the case or the agreement, no build of the phone, no number of an earlier reading, only the
/// evidence as a whole among the inputs, and neither record nor seal, because the record holds every app and
/// both stay with the officer's package. What the person said stays: the words are theirs, and they can see what was written
/// down. What is left out of the page is left out of report.json, because the PDF carries it.
#[must_use]
pub fn assemble(
    snapshot: &Snapshot,
    findings: Vec<detect::Finding>,
    bundle: &BundleSummary,
    catalogue: &Catalogue,
    copy: Copy<'_>,
) -> Report {
    let options = copy.options;
    let agreed = Agreed::of(copy);
    let surfaces = surfaces(snapshot, catalogue);
    let mut case = options.case.clone();
    let findings = self::findings(findings, snapshot, case.as_mut(), catalogue);
    let mut report = Report {
        schema: SCHEMA.to_owned(),
        report_id: String::new(),
        edition: copy.edition,
        tool: Tool {
            name: "Rushlight".to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            commit: options.commit.clone(),
        },
        bundle: self::bundle(bundle),
        scan: scan(snapshot, catalogue, options),
        case: case.and_then(|case| agreed.case(case)),
        device: device(snapshot, agreed),
        account_devices: match copy.edition {
            Edition::Officer => apple::account_devices(snapshot, agreed.identifiers),
            Edition::Person => Vec::new(),
        },
        inputs: inputs(snapshot, copy.edition),
        summary: summary(&findings, &surfaces),
        surfaces,
        findings,
        inventory: (options.inventory && agreed.inventory).then(|| inventory(snapshot, agreed)),
        limits: apple::limits(snapshot)
            .into_iter()
            .map(|id| catalogue.text(id, &[("date", (&bundle.built_at).into())]))
            .collect(),
        actions: actions(snapshot),
        timeline: Vec::new(),
        record: copy.record.filter(|_| agreed.record),
        // The seal is the package's, and the person's copy is not in it.
        seal: options.seal.clone().filter(|_| agreed.record),
        rescan_of: None,
        help: help::directory(&options.region, catalogue),
    };
    report.timeline = timeline::events(&report, snapshot);
    report.report_id = report_id(&report);
    report
}

/// What may be in this copy beside the findings.
#[derive(Clone, Copy)]
struct Agreed {
    edition: Edition,
    identifiers: bool,
    inventory: bool,
    record: bool,
}

impl Agreed {
    /// Without a case file the officer's choice on the command line stands; with one, what it says.
    fn of(copy: Copy<'_>) -> Self {
        let officer = copy.edition == Edition::Officer;
        let case = copy.options.case.as_ref();
        let agreed = |scope| officer && case.is_none_or(|case| case.agrees_to(scope));
        Self {
            edition: copy.edition,
            identifiers: agreed(Scope::Identifiers),
            inventory: agreed(Scope::Inventory),
            // Whether a record is kept at all is decided where it is written.
            record: officer,
        }
    }

    /// The case as it may stand in this copy.
    fn case(self, mut case: Case) -> Option<Case> {
        match self.edition {
            Edition::Officer => {
                case.forget_what_was_not_agreed();
                Some(case)
            }
            Edition::Person => (!case.statements.is_empty()).then(|| Case {
                statements: case.statements,
                ..Case::default()
            }),
        }
    }
}

/// What was read, by path. The members of an acquisition tell what is on the phone.
fn inputs(snapshot: &Snapshot, edition: Edition) -> Vec<Input> {
    let mut inputs: Vec<Input> = snapshot
        .inputs
        .iter()
        .filter(|input| edition == Edition::Officer || input.kind != InputKind::Member)
        .cloned()
        .collect();
    inputs.sort();
    inputs
}

fn bundle(summary: &BundleSummary) -> Bundle {
    let mut sources: Vec<_> = summary.sources.iter().collect();
    sources.sort_by(|a, b| a.id.cmp(&b.id));
    Bundle {
        version: summary.version.clone(),
        built_at: summary.built_at.clone(),
        sha256: summary.sha256,
        families: summary.families,
        indicators: IndicatorCounts {
            loaded: summary.indicators.loaded,
            usable: summary.indicators.usable,
            refused: summary.indicators.refused,
        },
        attribution: sources
            .into_iter()
            .map(|source| source.attribution.clone())
            .collect(),
    }
}

fn scan(snapshot: &Snapshot, catalogue: &Catalogue, options: &Options) -> Scan {
    let zone = snapshot
        .device
        .zone
        .as_ref()
        .map(|zone| zone.value.as_str());
    let clock = snapshot.device.clock.as_ref().map(|clock| clock.value);
    Scan {
        stated_at: options.stated_at.to_string(),
        stated_at_local: zone.and_then(|zone| in_zone(options.stated_at, zone)),
        // No reader knows the phone's clock yet.
        device_time: clock.map(|clock| clock.phone.to_string()),
        clock_drift_seconds: clock.map(Clock::drift_seconds),
        options: schema::Options {
            inventory: options.inventory,
            signatures: options.signatures.clone(),
            language: catalogue.language().to_owned(),
            region: options.region.clone(),
        },
    }
}

/// The moment in an IANA zone, or none for a zone that nobody knows. The time zone database is the one
/// that is built in: the same evidence gives the same bytes on every machine.
fn in_zone(moment: Timestamp, zone: &str) -> Option<String> {
    let zone = TimeZone::get(zone).ok()?;
    Some(moment.to_zoned(zone).to_string())
}

fn device(snapshot: &Snapshot, agreed: Agreed) -> Device {
    let from = &snapshot.device;
    let value =
        |observed: &Option<Observed<String>>| observed.as_ref().map(|fact| kept(&fact.value));
    Device {
        platform: snapshot.platform.as_str().to_owned(),
        make: value(&from.make),
        model: value(&from.model),
        os_version: value(&from.os_version),
        api_level: value(&from.api_level),
        security_patch: value(&from.security_patch),
        build: value(&from.build).filter(|_| agreed.edition == Edition::Officer),
        locale: value(&from.locale),
        zone: value(&from.zone),
        verified_boot: value(&from.verified_boot),
        supervised: from.supervised.as_ref().map(|supervised| supervised.value),
        acquisition: snapshot.acquisition.as_ref().map(|from| Acquisition {
            tool: kept(&from.tool),
            version: from.version.as_deref().map(kept),
            id: from.id.as_deref().filter(|_| agreed.identifiers).map(kept),
            started: from.started.map(|time| time.to_string()),
            completed: from.completed.map(|time| time.to_string()),
        }),
    }
}

fn surfaces(snapshot: &Snapshot, catalogue: &Catalogue) -> Vec<Surface> {
    snapshot
        .surfaces
        .iter()
        .map(|(id, surface)| {
            let (state, records, reason) = match &surface.state {
                SurfaceState::Read { records } => ("read", Some(*records), None),
                SurfaceState::Unavailable(reason) => ("unavailable", None, Some(reason)),
                SurfaceState::NotAsked => ("not_asked", None, None),
            };
            Surface {
                id: id.as_str().to_owned(),
                state: state.to_owned(),
                reason: reason.map(|reason| catalogue.reason(reason, shown)),
                reason_code: reason.map(|reason| reason.code().to_owned()),
                records,
                skipped: surface
                    .skipped
                    .iter()
                    .take(SKIPPED_LISTED)
                    .map(|skipped| Skipped {
                        record: kept(&skipped.record),
                        reason: catalogue.reason(&skipped.reason, shown),
                    })
                    .collect(),
                skipped_count: surface.skipped.len() as u64,
                covered: surface
                    .covered
                    .iter()
                    .take(SKIPPED_LISTED)
                    .map(|covered| Covered {
                        first: covered.first.to_string(),
                        last: covered.last.to_string(),
                        input: kept(&covered.input),
                    })
                    .collect(),
            }
        })
        .collect()
}

/// The surface of a word in a report, or none for a report of a later version.
pub(super) fn surface_id(word: &str) -> Option<SurfaceId> {
    SurfaceId::ALL.into_iter().find(|id| id.as_str() == word)
}

/// The findings in their order, each with what the person said of its subject. The first statement about a
/// subject is taken out of the case; all others stay there, so that none is lost.
fn findings(
    mut findings: Vec<detect::Finding>,
    snapshot: &Snapshot,
    mut case: Option<&mut Case>,
    catalogue: &Catalogue,
) -> Vec<Finding> {
    findings.sort_by(|a, b| order(a).cmp(&order(b)));
    let subjects: Vec<String> = findings
        .iter()
        .map(|finding| finding.subject.id.clone())
        .collect();
    // A statement may name its subject as a page shows it, because it was copied from there.
    for statement in case.iter_mut().flat_map(|case| &mut case.statements) {
        let meant = subjects.iter().find(|id| shown(id) == statement.about);
        if let Some(id) = meant.filter(|_| !subjects.contains(&statement.about)) {
            id.clone_into(&mut statement.about);
        }
    }
    let statements = case.map_or_else(Vec::new, |case| case.take_statements(&subjects));
    let zone = snapshot.device.zone.as_ref();
    let zone = zone.and_then(|zone| TimeZone::get(&zone.value).ok());
    findings
        .into_iter()
        .zip(1u64..)
        .map(|(finding, number)| {
            let said: Vec<&Statement> = statements
                .iter()
                .filter(|statement| statement.about == finding.subject.id)
                .collect();
            Finding {
                id: format!("F{number}"),
                outcome: finding.outcome,
                statement: said.first().and_then(|said| statement(said)),
                expected: said
                    .iter()
                    .find_map(|said| said.expected.as_deref())
                    .map(kept),
                text: words::text(&finding, zone.as_ref(), catalogue),
                behaves_like: finding.behaves_like,
                story: finding.story.iter().map(step).collect(),
                uses: uses(&finding.subject, snapshot),
                profiles: profiles::of(&finding.subject, snapshot),
                subject: Subject {
                    id: kept(&finding.subject.id),
                    label: match &finding.subject.label {
                        Some(label) => Some(kept(label)),
                        None => words::name_of_whole(&finding.subject, catalogue),
                    },
                    ..finding.subject
                },
                family: finding.family.as_deref().map(family),
                also: finding.also.iter().map(|other| family(other)).collect(),
                because: finding.because.into_iter().map(because).collect(),
            }
        })
        .collect()
}

/// What was said, or none where only "expected" was filled in.
fn statement(from: &Statement) -> Option<FindingStatement> {
    let says_something = from.answer.is_some() || from.words.is_some() || from.at.is_some();
    says_something.then(|| FindingStatement {
        answer: from.answer,
        words: from.words.as_deref().map(kept),
        at: from.at.map(|time| time.to_string()),
    })
}

fn family(family: &signatures::Family) -> Family {
    Family {
        id: family.id.clone(),
        name: family.name.clone(),
        category: family.category.as_str().to_owned(),
    }
}

/// Matches first; then what behaves like tracking software; then by weight, heavy first; then by subject kind,
/// subject id, family id; the state parts what is left.
fn order(finding: &detect::Finding) -> impl Ord {
    let subject = &finding.subject;
    (
        finding.outcome,
        !finding.behaves_like,
        Reverse(finding.heaviness()),
        subject.kind,
        subject.id.clone(),
        finding.family.as_ref().map(|family| family.id.clone()),
        subject.clone(),
    )
}

fn step(from: &detect::Step) -> Step {
    let (what, power) = match from.what {
        StepKind::Installed => ("installed", None),
        StepKind::Granted(power) => ("granted", Some(power.as_str().to_owned())),
        StepKind::PlayProtectOff => ("play_protect_off", None),
    };
    Step {
        at: from.at.to_string(),
        what: what.to_owned(),
        power,
        observed: kept(&from.observed),
        provenance: from.provenance.clone(),
    }
}

/// What an app used and when; nothing for another subject.
fn uses(subject: &Subject, snapshot: &Snapshot) -> Vec<Use> {
    let of_this = |app: &&App| app.id == subject.id && app.platform == subject.platform;
    let apps = snapshot.apps.iter().filter(of_this);
    let apps = apps.filter(|_| subject.kind == SubjectKind::App);
    sorted(apps.flat_map(|app| &app.uses).map(|used| Use {
        sensor: used.value.sensor.as_str().to_owned(),
        at: used.value.at.to_string(),
        background: used.value.background,
        milliseconds: used.value.milliseconds,
        provenance: used.provenance.clone(),
    }))
}

fn because(from: detect::Because) -> Because {
    let (indicator, power, sign) = match from.basis {
        Basis::Indicator(hit) => {
            let indicator = Indicator {
                id: hit.indicator.id.clone(),
                kind: hit.indicator.kind.as_str().to_owned(),
                value: hit.indicator.value.clone(),
                strength: hit.indicator.strength.as_str().to_owned(),
                first_listed: hit.indicator.first_listed.clone(),
                source: hit.source,
            };
            (Some(indicator), None, None)
        }
        Basis::Power(power) => (None, Some(power.as_str().to_owned()), None),
        Basis::SelfDeclared => (None, Some(SELF_DECLARED.to_owned()), None),
        Basis::Sign(sign) => (None, None, Some(sign.as_str().to_owned())),
    };
    Because {
        indicator,
        power,
        sign,
        observed: kept(&from.observed),
        provenance: from.provenance,
    }
}

fn summary(findings: &[Finding], surfaces: &[Surface]) -> Summary {
    let count = |outcome: Outcome| {
        findings
            .iter()
            .filter(|finding| finding.outcome == outcome)
            .count() as u64
    };
    Summary {
        matches: count(Outcome::Match),
        worth_a_look: count(Outcome::WorthALook),
        not_checked: surfaces
            .iter()
            .map(|surface| match surface.state.as_str() {
                "unavailable" => 1,
                "read" => surface.skipped_count,
                _ => 0,
            })
            .sum(),
    }
}

fn inventory(snapshot: &Snapshot, agreed: Agreed) -> Inventory {
    let apps = snapshot.apps.iter();
    let mut apps: Vec<InventoryApp> = apps.map(|app| inventory_app(app, agreed)).collect();
    apps.sort_by(|a, b| (&a.id, a.user, &a.state).cmp(&(&b.id, b.user, &b.state)));
    // Only an iPhone has profiles; elsewhere they are names in somebody's list.
    let is_ios = snapshot.platform == Platform::Ios;
    let profiles = snapshot.profiles.iter();
    let mut profiles: Vec<InventoryProfile> = profiles
        .map(|profile| InventoryProfile {
            identifier: kept(&profile.identifier),
            display_name: profile.display_name.as_deref().map(kept),
            organisation: profile.organisation.as_deref().map(kept),
            state: is_ios.then(|| words::state(profile.state).to_owned()),
            payloads: match is_ios {
                true => apple::payload_kinds(profile),
                false => Vec::new(),
            },
            installed_at: profile.installed_at.as_ref().map(|at| at.value.to_string()),
            installed_by: profile.installed_by.as_ref().map(|by| kept(&by.value)),
            removable: profile.removable.as_ref().map(|it| it.value),
            locked: profile.locked,
        })
        .collect();
    profiles.sort_by(|a, b| (&a.identifier, &a.state).cmp(&(&b.identifier, &b.state)));
    Inventory { apps, profiles }
}

fn inventory_app(app: &App, agreed: Agreed) -> InventoryApp {
    let current = || {
        app.signers
            .iter()
            .filter(|signer| signer.role == SignerRole::Current)
    };
    let install = &app.install;
    InventoryApp {
        id: kept(&app.id),
        user: app.user,
        label: app.label().map(kept),
        version: app.version.as_ref().and_then(|version| {
            let name = version.name.as_deref().map(kept);
            match (name, version.code) {
                (Some(name), Some(code)) => Some(format!("{name} ({code})")),
                (Some(name), None) => Some(name),
                (None, Some(code)) => Some(format!("({code})")),
                (None, None) => None,
            }
        }),
        state: words::state(app.state).to_owned(),
        enabled: app.enabled,
        system: app.system,
        installer: install.installer.as_ref().map(|from| kept(&from.value)),
        signers_sha256: sorted(current().filter_map(|signer| signer.sha256)),
        signers_sha1: sorted(current().filter_map(|signer| signer.sha1)),
        files_sha256: sorted(app.files.iter().filter_map(|file| file.sha256)),
        powers: sorted(app.powers.iter().map(|power| power.value.kind))
            .into_iter()
            .map(|kind| kind.as_str().to_owned())
            .collect(),
        channel: install
            .channel
            .as_ref()
            .map(|from| from.value.as_str().to_owned()),
        account: install
            .account
            .as_ref()
            .filter(|_| agreed.identifiers)
            .map(|from| kept(&from.value)),
        data_use: app.data_use.as_ref().map(|it| apple::data_use(&it.value)),
    }
}

fn sorted<T: Ord>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut values: Vec<T> = values.collect();
    values.sort_unstable();
    values.dedup();
    values
}

fn actions(snapshot: &Snapshot) -> Vec<Action> {
    let mut actions = snapshot.actions.clone();
    actions.sort();
    actions
        .into_iter()
        .map(|action| Action {
            at: action.at.to_string(),
            what: kept(&action.what),
            output_sha256: action.output,
            changed: action.changed,
        })
        .collect()
}

/// `RL-` and the first 100 bits of the SHA-256 over report.json with an empty id, in Crockford's base 32
/// (no I, L, O, U: it is read aloud and copied by hand), in groups of four.
#[must_use]
pub fn report_id(report: &Report) -> String {
    const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let mut unnamed = report.clone();
    unnamed.report_id = String::new();
    let digest = Sha256::of(&json::to_bytes(&unnamed));
    let mut id = String::from("RL");
    for digit in 0..20usize {
        if digit.is_multiple_of(4) {
            id.push('-');
        }
        let value = (0..5usize).fold(0u8, |value, bit| {
            let at = digit * 5 + bit;
            let byte = digest.0.get(at / 8).copied().unwrap_or_default();
            value << 1 | (byte >> (7 - at % 8) & 1)
        });
        let letter = DIGITS.get(usize::from(value)).copied().unwrap_or(b'0');
        id.push(char::from(letter));
    }
    id
}
