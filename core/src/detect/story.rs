//! The story of an installation: what was switched on within minutes of it (H26).
//!
//! Installing the app, granting its powers and switching off Google's check in one sitting is what the
//! instructions of such software ask for (PoPETs 2023(1), section 4). A first day with a new phone looks
//! alike, so the story explains a finding and never makes one.

use std::collections::BTreeMap;

use super::behaviour::Phone;
use super::{Step, StepKind};
use crate::snapshot::{App, Moment, OccurrenceKind, PowerKind, Setting};

/// How far from the installation a step may be, in seconds. Half an hour: the guides need ten minutes.
const NEAR: i64 = 30 * 60;

/// Settings that list the apps with a power.
const POWER_SETTINGS: [(&str, PowerKind); 3] = [
    ("enabled_accessibility_services", PowerKind::Accessibility),
    (
        "enabled_notification_listeners",
        PowerKind::NotificationListener,
    ),
    ("enabled_input_methods", PowerKind::Keyboard),
];

/// The steps around the installation of an app, by time; empty where there is nothing beside it.
pub(super) fn story(entries: &[&App], phone: &Phone<'_>) -> Vec<Step> {
    let Some(id) = entries.first().map(|app| app.id.as_str()) else {
        return Vec::new();
    };
    let mut installed: Vec<Step> = entries
        .iter()
        .filter_map(|app| app.times.first_installed.as_ref())
        .map(|time| Step {
            at: time.value,
            what: StepKind::Installed,
            observed: id.to_owned(),
            provenance: time.provenance.clone(),
        })
        .collect();
    let mut others = Vec::new();
    for occurrence in phone.history(id) {
        let what = match occurrence.what {
            OccurrenceKind::AppInstalled => StepKind::Installed,
            OccurrenceKind::PowerGranted => {
                let power = occurrence.value.as_deref().and_then(power);
                let Some(power) = power else { continue };
                StepKind::Granted(power)
            }
            OccurrenceKind::AppUpdated
            | OccurrenceKind::AppDowngraded
            | OccurrenceKind::AppUninstalled
            | OccurrenceKind::SettingChanged
            | OccurrenceKind::CertificateInstalled
            | OccurrenceKind::CertificateRemoved
            | OccurrenceKind::AdbCommand
            | OccurrenceKind::AdbFileSent
            | OccurrenceKind::AdbConnected
            | OccurrenceKind::ProfileInstalled
            | OccurrenceKind::ProfileRemoved
            | OccurrenceKind::PermissionDecided => continue,
        };
        let step = Step {
            at: occurrence.at,
            what,
            observed: occurrence.value.clone().unwrap_or_else(|| id.to_owned()),
            provenance: occurrence.provenance.clone(),
        };
        match what {
            StepKind::Installed => installed.push(step),
            StepKind::Granted(_) | StepKind::PlayProtectOff => others.push(step),
        }
    }
    others.extend(settings(id, phone));
    installed.sort();
    let Some(first) = installed.into_iter().next() else {
        return Vec::new();
    };
    let mut steps: Vec<Step> = others
        .into_iter()
        .filter(|step| near(first.at, step.at))
        .collect();
    if steps.is_empty() {
        return Vec::new();
    }
    steps.push(first);
    steps.sort();
    steps.dedup_by(|a, b| a.what == b.what);
    steps
}

/// Changes of settings that name the app, or that switch off Google's check.
fn settings(id: &str, phone: &Phone<'_>) -> Vec<Step> {
    let history = &phone.snapshot.history;
    let changes = || {
        let settings = history.iter();
        settings.filter(|it| it.what == OccurrenceKind::SettingChanged)
    };
    // Android notes when a setting was changed and not to what: the last change made it what it is now.
    let last: BTreeMap<&str, Moment> = changes()
        .map(|change| (change.subject.as_str(), change.at))
        .fold(BTreeMap::new(), |mut last, (subject, at)| {
            let latest = last.entry(subject).or_insert(at);
            *latest = (*latest).max(at);
            last
        });
    let mut steps = Vec::new();
    for occurrence in changes() {
        let Some((namespace, name)) = occurrence.subject.split_once('/') else {
            continue;
        };
        let now = || {
            let is_last = last.get(occurrence.subject.as_str()) == Some(&occurrence.at);
            let mut settings = phone.snapshot.settings.iter().filter(|_| is_last);
            settings
                .find(|setting| setting.namespace == namespace && setting.name == name)
                .map(|setting| &setting.value)
        };
        let Some(value) = occurrence.value.as_ref().or_else(now) else {
            continue;
        };
        let granted = POWER_SETTINGS
            .iter()
            .find(|(setting, _)| *setting == name)
            .filter(|_| lists(value, id))
            .map(|(_, power)| StepKind::Granted(*power));
        let off = play_protect_is_off(name, value).then_some(StepKind::PlayProtectOff);
        if let Some(what) = granted.or(off) {
            steps.push(Step {
                at: occurrence.at,
                what,
                observed: format!("{}={value}", occurrence.subject),
                provenance: occurrence.provenance.clone(),
            });
        }
    }
    steps
}

/// Whether a list of components (`com.x/.Service:com.y/.Other`) has one of this package.
fn lists(value: &str, id: &str) -> bool {
    value
        .split([':', ';'])
        .any(|component| component.split('/').next() == Some(id))
}

/// Whether this value switches Google's check of apps off (H7).
pub(super) fn play_protect_is_off(name: &str, value: &str) -> bool {
    matches!(
        (name, value.trim()),
        ("package_verifier_user_consent", "-1") | ("package_verifier_enable", "0")
    )
}

/// See [`play_protect_is_off`].
pub(super) fn play_protect_off(setting: &Setting) -> bool {
    play_protect_is_off(&setting.name, &setting.value)
}

fn power(word: &str) -> Option<PowerKind> {
    PowerKind::ALL
        .into_iter()
        .find(|power| power.as_str() == word)
}

/// Within half an hour. What the phone's clock showed and an instant cannot be compared without the zone.
fn near(a: Moment, b: Moment) -> bool {
    let same = matches!(
        (a, b),
        (Moment::Instant(_), Moment::Instant(_)) | (Moment::PhoneClock(_), Moment::PhoneClock(_))
    );
    let apart = a.as_if_utc().as_second() - b.as_if_utc().as_second();
    same && apart.abs() <= NEAR
}
