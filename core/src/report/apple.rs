//! What a report has of an iPhone or iPad only: devices in the account, how apps came, what profiles hold, and the
//! limits of what such a phone exports.

use super::schema::{AccountDevice, DataUse};
use super::shown::kept;
use crate::detect::DeviceKind;
use crate::snapshot::{self, Input, InputKind, PayloadKind, Platform, Profile, Snapshot};

/// What a check like this cannot tell, in the order of the report, as names of messages.
pub(super) fn limits(snapshot: &Snapshot) -> Vec<&'static str> {
    // The first four and the last two are the same for every phone.
    let begin = [
        "limit-screening",
        "limit-accounts",
        "limit-devices",
        "limit-traces",
        "limit-unlisted",
        "limit-names",
        "limit-behaviour",
    ];
    let end = ["limit-self-report", "limit-date"];
    let own: Vec<&'static str> = match snapshot.platform {
        Platform::Android | Platform::Unknown => vec!["limit-seals"],
        Platform::Ios => [
            ("limit-ios-exports", None),
            ("limit-ios-backup", Some(InputKind::IosBackup)),
            (
                "limit-ios-privacy-report",
                Some(InputKind::AppPrivacyReport),
            ),
            ("limit-ios-sysdiagnose", Some(InputKind::Sysdiagnose)),
            ("limit-ios-profile", Some(InputKind::ConfigurationProfile)),
        ]
        .into_iter()
        .filter(|(_, kind)| kind.is_none_or(|kind| has(&snapshot.inputs, kind)))
        .map(|(id, _)| id)
        .collect(),
    };
    begin.into_iter().chain(own).chain(end).collect()
}

fn has(inputs: &[Input], kind: InputKind) -> bool {
    inputs.iter().any(|input| input.kind == kind)
}

/// The devices in the phone's account, this phone first.
pub(super) fn account_devices(snapshot: &Snapshot, identifiers: bool) -> Vec<AccountDevice> {
    let mut devices: Vec<AccountDevice> = snapshot
        .account_devices
        .iter()
        .map(|device| AccountDevice {
            kind: kind(device).as_str().to_owned(),
            model: device.model.as_deref().map(kept),
            os_version: device.os_version.as_deref().map(kept),
            serial_end: device
                .serial_end
                .as_deref()
                .filter(|_| identifiers)
                .map(kept),
            own: device.own,
            provenance: device.provenance.clone(),
        })
        .collect();
    devices.sort_by(|a, b| (a.own != Some(true), a).cmp(&(b.own != Some(true), b)));
    devices
}

fn kind(device: &snapshot::AccountDevice) -> DeviceKind {
    device
        .model
        .as_deref()
        .map_or(DeviceKind::Other, DeviceKind::of)
}

/// What an app sent and received.
pub(super) fn data_use(from: &snapshot::DataUse) -> DataUse {
    DataUse {
        first: from.first.map(|at| at.to_string()),
        last: from.last.map(|at| at.to_string()),
        received: from.received,
        sent: from.sent,
    }
}

/// The kinds of a profile's payloads, each once, in their fixed order. Where the payloads themselves were not
/// read, their types tell the kind.
pub(super) fn payload_kinds(profile: &Profile) -> Vec<String> {
    let read = profile.payloads.iter().map(|payload| payload.kind);
    let named = profile.payload_kinds.iter().map(|it| PayloadKind::of(it));
    let mut kinds: Vec<PayloadKind> = match profile.payloads.is_empty() {
        true => named.collect(),
        false => read.collect(),
    };
    kinds.sort_unstable();
    kinds.dedup();
    let words = kinds.into_iter().map(PayloadKind::as_str);
    words.map(str::to_owned).collect()
}
