//! Signs of the phone as a whole: its settings, how it started, and who may reach into it.
//!
//! At most one finding of each kind. Developer options, debugging and a trusted computer never make one:
//! many people have them, and our own check over a cable switches debugging on. They are told where
//! something else was found.

use super::{Basis, Because, Finding, Outcome, Sign, Subject, SubjectKind, story};
use crate::snapshot::{AppState, Observed, OccurrenceKind, Provenance, Setting, Snapshot};

/// Apps for full control of the system, by the package names that their makers publish.
const ROOT_APPS: [&str; 9] = [
    "com.koushikdutta.superuser",
    "com.noshufou.android.su",
    "com.thirdparty.superuser",
    "com.topjohnwu.magisk",
    "com.yellowes.su",
    "eu.chainfire.supersu",
    "me.bmax.apatch",
    "me.weishu.kernelsu",
    "com.kingroot.kinguser",
];

/// Every finding about the phone as a whole.
pub(super) fn findings(snapshot: &Snapshot) -> Vec<Finding> {
    [
        play_protect(snapshot),
        control(snapshot),
        authorities(snapshot),
        proxy(snapshot),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// H7. One switch makes the finding; what else is off beside it explains.
fn play_protect(snapshot: &Snapshot) -> Option<Finding> {
    let off: Vec<&Setting> = snapshot
        .settings
        .iter()
        .filter(|setting| story::play_protect_off(setting))
        .collect();
    let first = off.first()?;
    let mut because: Vec<Because> = off
        .iter()
        .map(|setting| of_setting(Sign::PlayProtectOff, setting))
        .collect();
    because.dedup_by(|later, first| later.observed == first.observed);
    because.extend(
        snapshot
            .settings
            .iter()
            .filter(|setting| {
                ["upload_apk_enable", "verifier_verify_adb_installs"]
                    .contains(&setting.name.as_str())
                    && setting.value == "0"
            })
            .map(|setting| of_setting(Sign::PlayProtectPart, setting)),
    );
    let id = format!("{}/{}", first.namespace, first.name);
    Some(finding(SubjectKind::Setting, &id, snapshot, because))
}

/// H25, with what reaches into the phone beside it (H28).
fn control(snapshot: &Snapshot) -> Option<Finding> {
    let mut because = Vec::new();
    if let Some(state) = &snapshot.device.verified_boot
        && ["orange", "red"].contains(&state.value.to_lowercase().as_str())
    {
        because.push(of(Sign::UnlockedBoot, state));
    }
    because.extend(
        snapshot
            .root_binaries
            .iter()
            .map(|path| of(Sign::RootTool, path)),
    );
    for app in &snapshot.apps {
        if app.state == AppState::Installed
            && ROOT_APPS.contains(&app.id.as_str())
            && let Some(place) = app.provenance.first()
        {
            because.push(reason(Sign::RootApp, app.id.clone(), place));
        }
    }
    if because.is_empty() {
        return None;
    }
    because.extend(
        snapshot
            .settings
            .iter()
            .filter(|setting| {
                ["adb_enabled", "adb_wifi_enabled"].contains(&setting.name.as_str())
                    && setting.value == "1"
            })
            .map(|setting| of_setting(Sign::Debugging, setting)),
    );
    because.extend(snapshot.trusted_computers.iter().map(|computer| {
        let shown = computer.name.as_ref().or(computer.fingerprint.as_ref());
        let observed = shown.cloned().unwrap_or_default();
        reason(Sign::TrustedComputer, observed, &computer.provenance)
    }));
    let id = snapshot.device.model.as_ref();
    let id = id.map_or("phone", |model| model.value.as_str());
    Some(finding(SubjectKind::Device, id, snapshot, because))
}

/// H20: an authority that was added and is not known to be gone.
fn authorities(snapshot: &Snapshot) -> Option<Finding> {
    let mut there: Vec<&crate::snapshot::Occurrence> = Vec::new();
    for occurrence in &snapshot.history {
        match occurrence.what {
            OccurrenceKind::CertificateInstalled => there.push(occurrence),
            OccurrenceKind::CertificateRemoved => {
                there.retain(|earlier| earlier.subject != occurrence.subject);
            }
            OccurrenceKind::AppInstalled
            | OccurrenceKind::AppUpdated
            | OccurrenceKind::AppDowngraded
            | OccurrenceKind::AppUninstalled
            | OccurrenceKind::SettingChanged
            | OccurrenceKind::PowerGranted
            | OccurrenceKind::AdbCommand
            | OccurrenceKind::AdbFileSent
            | OccurrenceKind::AdbConnected
            | OccurrenceKind::ProfileInstalled
            | OccurrenceKind::ProfileRemoved
            | OccurrenceKind::PermissionDecided => {}
        }
    }
    let first = there.first()?;
    let id = first.subject.clone();
    let because = there
        .iter()
        .map(|it| reason(Sign::AuthorityAdded, it.subject.clone(), &it.provenance))
        .collect();
    Some(finding(SubjectKind::Setting, &id, snapshot, because))
}

/// H20: a computer between the phone and the web. `:0` is how Android writes that there is none.
fn proxy(snapshot: &Snapshot) -> Option<Finding> {
    let setting = snapshot.settings.iter().find(|setting| {
        ["http_proxy", "global_http_proxy_host"].contains(&setting.name.as_str())
            && !["", ":0", "null"].contains(&setting.value.trim())
    })?;
    let id = format!("{}/{}", setting.namespace, setting.name);
    let because = vec![of_setting(Sign::ProxySet, setting)];
    Some(finding(SubjectKind::Setting, &id, snapshot, because))
}

/// A finding about the phone: never more than worth a look.
pub(super) fn finding(
    kind: SubjectKind,
    id: &str,
    snapshot: &Snapshot,
    because: Vec<Because>,
) -> Finding {
    Finding {
        outcome: Outcome::WorthALook,
        behaves_like: false,
        subject: Subject {
            kind,
            platform: snapshot.platform,
            id: id.to_owned(),
            label: None,
            state: AppState::Installed,
        },
        family: None,
        also: Vec::new(),
        because,
        can: Vec::new(),
        story: Vec::new(),
    }
}

fn of(sign: Sign, from: &Observed<String>) -> Because {
    reason(sign, from.value.clone(), &from.provenance)
}

fn of_setting(sign: Sign, setting: &Setting) -> Because {
    let observed = format!("{}/{}={}", setting.namespace, setting.name, setting.value);
    reason(sign, observed, &setting.provenance)
}

fn reason(sign: Sign, observed: String, place: &Provenance) -> Because {
    Because {
        basis: Basis::Sign(sign),
        observed,
        provenance: place.clone(),
    }
}
