//! Devices in the circle of the Apple Account: `otctl_status.txt` (iCloud Keychain) and `transparency.log`.
//!
//! `otctl_status.txt` is JSON: `contextDump.self` and `contextDump.peers[]`, each with `permanentInfo.model_id`
//! and `stableInfo.{os_version, serial_number}` (iLEAPP `get_sysdiag_account_devices`; Apple's own source of
//! `otctl`, OctagonTrust). Of `transparency.log` only `stateMachine.devices` is read; the shape of a device in it
//! is not proven, so the names that Apple uses elsewhere are tried. Names that people gave their devices, e-mail
//! addresses and telephone numbers are not taken in.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::super::facts::short;
use crate::evidence::json::{malformed, not_json};
use crate::evidence::parsed::Place;
use crate::limits::ACCOUNT_DEVICES;
use crate::snapshot::{AccountDevice, Provenance, Reason};

/// A device, with its whole serial number until it was compared.
#[derive(Debug)]
pub(super) struct Peer {
    pub(super) model: Option<String>,
    pub(super) os_version: Option<String>,
    pub(super) serial: Option<String>,
    /// It is the phone that wrote the file.
    pub(super) own: bool,
    pub(super) provenance: Provenance,
}

/// A record in the shape that is known, or something else.
#[derive(Deserialize)]
#[serde(untagged)]
enum Record<T> {
    Known(T),
    Other(IgnoredAny),
}

#[derive(Deserialize)]
struct Status {
    #[serde(rename = "contextDump")]
    dump: Option<Dump>,
}

#[derive(Deserialize)]
struct Dump {
    #[serde(rename = "self")]
    own: Option<Record<Member>>,
    peers: Option<Vec<Record<Member>>>,
}

#[derive(Deserialize)]
struct Member {
    #[serde(rename = "permanentInfo")]
    permanent: Option<Permanent>,
    #[serde(rename = "stableInfo")]
    stable: Option<Stable>,
}

#[derive(Deserialize)]
struct Permanent {
    model_id: Option<String>,
}

#[derive(Deserialize)]
struct Stable {
    os_version: Option<String>,
    serial_number: Option<String>,
}

/// Reads `otctl_status.txt`.
pub(super) fn circle(bytes: &[u8], place: &mut Place<'_>) -> Vec<Peer> {
    let status: Status = match serde_json::from_slice(bytes) {
        Ok(status) => status,
        Err(error) => {
            place.stop(not_json(error));
            return Vec::new();
        }
    };
    let Some(dump) = status.dump else {
        place.stop(malformed("no contextDump"));
        return Vec::new();
    };
    let mut found = Vec::new();
    let own = dump
        .own
        .into_iter()
        .map(|it| ("contextDump.self".to_owned(), it, true));
    let peers = dump.peers.unwrap_or_default().into_iter().enumerate();
    let peers = peers.map(|(at, it)| (format!("contextDump.peers[{at}]"), it, false));
    for (locator, record, own) in own.chain(peers) {
        if found.len() >= ACCOUNT_DEVICES {
            let limit = ACCOUNT_DEVICES as u64;
            place.stop(Reason::TooMany { limit });
            break;
        }
        match record {
            Record::Known(Member { permanent, stable }) => {
                let (os_version, serial) =
                    stable.map_or((None, None), |it| (it.os_version, it.serial_number));
                let model = permanent.and_then(|it| it.model_id);
                let parts = [model, os_version, serial];
                note(parts, own, &locator, place, &mut found);
            }
            Record::Other(_) => place.skip(&locator, malformed("not a device")),
        }
    }
    found
}

#[derive(Deserialize)]
struct Transparency {
    #[serde(rename = "stateMachine")]
    machine: Option<Machine>,
}

#[derive(Deserialize)]
struct Machine {
    devices: Option<Devices>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Devices {
    Listed(Vec<Record<Device>>),
    Named(std::collections::BTreeMap<String, Record<Device>>),
    Other(IgnoredAny),
}

#[derive(Deserialize)]
struct Device {
    #[serde(
        alias = "modelIdentifier",
        alias = "productType",
        alias = "ProductType"
    )]
    model: Option<String>,
    #[serde(
        rename = "osVersion",
        alias = "build",
        alias = "buildVersion",
        alias = "productVersion",
        alias = "ProductVersion"
    )]
    os_version: Option<String>,
    #[serde(rename = "serialNumber", alias = "serial", alias = "SerialNumber")]
    serial: Option<String>,
}

/// Reads the devices of `transparency.log`.
pub(super) fn transparency(bytes: &[u8], place: &mut Place<'_>) -> Vec<Peer> {
    let log: Transparency = match serde_json::from_slice(bytes) {
        Ok(log) => log,
        Err(error) => {
            place.stop(not_json(error));
            return Vec::new();
        }
    };
    let listed = match log.machine.and_then(|machine| machine.devices) {
        // A phone with this record switched off has none.
        None => return Vec::new(),
        Some(Devices::Listed(devices)) => devices,
        // The names of the entries may be anything: they are not told.
        Some(Devices::Named(devices)) => devices.into_values().collect(),
        Some(Devices::Other(_)) => {
            place.skip("stateMachine.devices", malformed("not a list of devices"));
            return Vec::new();
        }
    };
    let mut found = Vec::new();
    for (at, record) in listed.into_iter().enumerate() {
        let locator = format!("stateMachine.devices[{at}]");
        if found.len() >= ACCOUNT_DEVICES {
            let limit = ACCOUNT_DEVICES as u64;
            place.stop(Reason::TooMany { limit });
            break;
        }
        match record {
            Record::Known(device) => {
                let parts = [device.model, device.os_version, device.serial];
                note(parts, false, &locator, place, &mut found);
            }
            Record::Other(_) => place.skip(&locator, malformed("not a device")),
        }
    }
    found
}

fn note(
    parts: [Option<String>; 3],
    own: bool,
    locator: &str,
    place: &mut Place<'_>,
    found: &mut Vec<Peer>,
) {
    // An address in the place of a model is not a model.
    let plain = |text: &String| short(text).is_some() && !text.is_empty() && !text.contains('@');
    let [model, os_version, serial] = parts.map(|part| part.filter(plain));
    if model.is_none() && os_version.is_none() && serial.is_none() {
        // The phone itself is not in the circle.
        if !own {
            place.skip(locator, malformed("a device of which nothing is known"));
        }
        return;
    }
    found.push(Peer {
        model,
        os_version,
        serial,
        own,
        provenance: place.at(locator),
    });
}

/// The devices, each once, with no more of a serial number than can be compared. `serial` is the phone's own.
pub(super) fn told(peers: Vec<Peer>, serial: Option<&str>) -> Vec<AccountDevice> {
    let own_serials: Vec<String> = peers
        .iter()
        .filter(|peer| peer.own)
        .filter_map(|peer| peer.serial.clone())
        .chain(serial.map(str::to_owned))
        .collect();
    let mut seen = std::collections::BTreeSet::new();
    let mut devices = Vec::new();
    for peer in peers {
        let is_own = match &peer.serial {
            _ if peer.own => Some(true),
            Some(serial) if !own_serials.is_empty() => Some(own_serials.contains(serial)),
            // Without a serial number nobody can tell two phones of one model apart.
            Some(_) | None => None,
        };
        // The phone stands among its peers too; another record of the same device says nothing new.
        if let Some(serial) = &peer.serial
            && !seen.insert(serial.clone())
        {
            continue;
        }
        devices.push(AccountDevice {
            model: peer.model,
            os_version: peer.os_version,
            serial_end: peer.serial.as_deref().map(end),
            own: is_own,
            provenance: peer.provenance,
        });
    }
    devices.sort();
    devices
}

/// The last four characters.
fn end(serial: &str) -> String {
    let count = serial.chars().count();
    serial.chars().skip(count.saturating_sub(4)).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::evidence::Unwatched;

    type Reader = fn(&[u8], &mut Place<'_>) -> Vec<Peer>;

    fn with(read: Reader, text: &str) -> (Vec<Peer>, Vec<String>, Option<Reason>) {
        let input: Arc<str> = "file".into();
        let mut place = Place::new(&input, &Unwatched);
        let peers = read(text.as_bytes(), &mut place);
        let parsed = place.finish(peers, 0);
        let skipped = parsed.skipped.into_iter().map(|it| it.record).collect();
        (parsed.value, skipped, parsed.stopped)
    }

    fn shown(devices: Vec<AccountDevice>) -> Vec<String> {
        let text = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
        let devices = devices.into_iter().map(|it| {
            let own = it.own;
            format!(
                "{} {} {} {own:?}",
                text(it.model),
                text(it.os_version),
                text(it.serial_end)
            )
        });
        devices.collect()
    }

    const CIRCLE: &str = r#"{"contextDump":{
        "self":{"permanentInfo":{"model_id":"iPhone17,1"},"stableInfo":{"os_version":"18.5 (22F76)","serial_number":"AAAA00001111"}},
        "peers":[
            {"permanentInfo":{"model_id":"iPhone17,1"},"stableInfo":{"os_version":"18.5 (22F76)","serial_number":"AAAA00001111"}},
            {"permanentInfo":{"model_id":"iPad13,4"},"stableInfo":{"os_version":"18.4 (22E240)","serial_number":"BBBB00002222","device_name":"Ada's iPad"}},
            {"permanentInfo":{"model_id":"ada@example.org"},"stableInfo":{}},
            {"permanentInfo":7},
            {"permanentInfo":{"model_id":"MacBookPro18,3"}}
        ]}}"#;

    #[test]
    fn each_device_of_the_circle_is_told_once_without_its_name() {
        let (peers, skipped, _) = with(circle, CIRCLE);
        assert!(!format!("{peers:?}").contains("Ada"));
        assert_eq!(
            shown(told(peers, None)),
            [
                "MacBookPro18,3 - - None",
                "iPad13,4 18.4 (22E240) 2222 Some(false)",
                "iPhone17,1 18.5 (22F76) 1111 Some(true)",
            ]
        );
        assert_eq!(
            skipped,
            ["file contextDump.peers[2]", "file contextDump.peers[3]"]
        );
    }

    #[test]
    fn the_own_device_is_known_by_the_serial_number_of_another_file() {
        let text = r#"{"contextDump":{"peers":[{"stableInfo":{"serial_number":"X1"}},{"stableInfo":{"serial_number":"X2"}}]}}"#;
        let peers = with(circle, text).0;
        assert_eq!(
            shown(told(peers, Some("X2"))),
            ["- - X1 Some(false)", "- - X2 Some(true)"]
        );
        let peers = with(circle, text).0;
        assert_eq!(shown(told(peers, None)), ["- - X1 None", "- - X2 None"]);
    }

    #[test]
    fn what_is_no_circle_is_told() {
        for text in ["", "{", "[]", "{}", "Not signed in"] {
            assert!(with(circle, text).2.is_some(), "{text}");
        }
    }

    #[test]
    fn addresses_beside_the_devices_are_not_taken_in() {
        let text = r#"{"uris":["mailto:ada@example.org","tel:+441632960001"],"stateMachine":{"devices":[
            {"model":"iPad13,4","buildVersion":"22E240","serialNumber":"BBBB00002222","owner":"ada@example.org"},
            {"name":"ada@example.org"}, 5]}}"#;
        let (peers, skipped, _) = with(transparency, text);
        let shown_peers = format!("{peers:?}");
        assert!(!shown_peers.contains("ada") && !shown_peers.contains("4416"));
        assert_eq!(shown(told(peers, None)), ["iPad13,4 22E240 2222 None"]);
        assert_eq!(
            skipped,
            [
                "file stateMachine.devices[1]",
                "file stateMachine.devices[2]"
            ]
        );
        assert_eq!(with(transparency, "{}").0.len(), 0);
        assert!(with(transparency, "no").2.is_some());
    }
}
