//! `clients.plist` of `locationd`: who asked for the phone's place, and when each kind of use last ended.
//!
//! One entry for each client, by its bundle or by the path of a program of the system. `Authorization` is a
//! number whose meaning Apple has changed and never written down: it is not read as a yes. A time at which a
//! use ended says that there was one.

use super::{Value, is_bundle, is_record, malformed, time};
use crate::evidence::parsed::Place;
use crate::snapshot::{App, AppState, Observed, Platform, Reason, Sensor, SensorUse};

/// The times of uses that ended, and whether they were in the background.
const ENDS: [(&str, Option<bool>); 7] = [
    ("BackgroundLocationTimeStopped", Some(true)),
    ("BeaconRegionTimeStopped", None),
    ("FenceTimeStopped", None),
    ("LocationTimeStopped", None),
    ("NonPersistentSignificantTimeStopped", None),
    ("SignificantTimeStopped", None),
    ("VisitTimeStopped", None),
];

/// The apps of the list, each with the last time of each kind of use, and how many entries were read.
///
/// # Errors
/// [`Reason::Malformed`] where it is no list.
pub(in crate::evidence::ios) fn read(
    root: Value<'_>,
    place: &mut Place<'_>,
) -> Result<(Vec<App>, u64), Reason> {
    let entries = root.entries();
    let entries = entries.ok_or_else(|| malformed("not a list of clients"))?;
    let mut apps: Vec<App> = Vec::new();
    let mut records = 0;
    for (key, client) in entries {
        if place.stops() {
            break;
        }
        if !is_record(client) {
            let cause = format!("{} in place of a client", client.kind());
            place.skip(key, malformed(&cause));
            continue;
        }
        records += 1;
        let Some(id) = bundle(key, client) else {
            // A part of the system, by its path.
            continue;
        };
        let mut app = App::new(id, Platform::Ios, AppState::Seen, place.at(key));
        // The last one of each kind: several keys end one and the same use.
        for background in [Some(true), None] {
            let ends = ENDS.iter().filter(|(_, kind)| *kind == background);
            let ended = ends.filter_map(|(name, _)| Some((time(client.get(name)?)?, *name)));
            if let Some((at, name)) = ended.max() {
                let used = SensorUse {
                    sensor: Sensor::Location,
                    at,
                    background,
                    milliseconds: None,
                    offset_minutes: None,
                };
                let provenance = place.at(format!("{key}/{name}"));
                app.uses.push(Observed::new(used, provenance));
            }
        }
        apps.push(app);
    }
    Ok((apps, records))
}

/// The bundle of a client: `BundleId`, else the key. iOS 17 writes keys as `icom.example.app:`.
fn bundle<'a>(key: &'a str, client: Value<'a>) -> Option<&'a str> {
    if let Some(id) = client.string("BundleId") {
        return Some(id);
    }
    let key = match key.strip_suffix(':') {
        Some(marked) => marked.strip_prefix('i').unwrap_or(marked),
        None => key,
    };
    is_bundle(key).then_some(key)
}
