//! What an app used while its person slept, and while it was not on the screen.
//!
//! A use counts for the night by the phone's own clock: by the offset that was written beside it, else by the
//! phone's zone. Where neither is known, nobody can say whether it was night, and nothing is said. That
//! nothing was used is never a reason for anything: such records cover a few days at most.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

use super::known::Job;
use super::{Because, because};
use crate::detect::Sign;
use crate::detect::sign::Nightly;
use crate::limits::NIGHTS_LISTED;
use crate::snapshot::{App, Moment, Observed, Sensor, SensorUse};

/// The hour at which the night ends; it begins at midnight.
const ENDS: i8 = 5;

/// On so many nights the location must have been used: one night is a way home.
const NIGHTS_OF_LOCATION: usize = 3;

/// What was used, and whether it is worth a look by itself.
pub(super) struct Used {
    pub(super) because: Vec<Because>,
    pub(super) is_odd: bool,
}

/// Looks through the uses of one app.
pub(super) fn uses(entries: &[&App], jobs: &[Job], zone: Option<&TimeZone>) -> Used {
    let needed = |sensor: Sensor| jobs.iter().any(|job| job.uses(sensor));
    let mut used = Used {
        because: Vec::new(),
        is_odd: false,
    };
    let all = || entries.iter().flat_map(|app| &app.uses);
    for (sensor, nightly) in NIGHTLY {
        let mut nights: BTreeMap<Date, (&Observed<SensorUse>, DateTime)> = BTreeMap::new();
        for one in all().filter(|one| one.value.sensor == sensor) {
            if let Some((night, shown)) = night(&one.value, zone) {
                let first = nights.entry(night).or_insert((one, shown));
                if shown < first.1 {
                    *first = (one, shown);
                }
            }
        }
        if nights.is_empty() || (sensor == Sensor::Location && nights.len() < NIGHTS_OF_LOCATION) {
            continue;
        }
        used.is_odd |= !needed(sensor);
        for (one, shown) in nights.into_values().take(NIGHTS_LISTED) {
            let observed = match one.value.at {
                Moment::Instant(at) => format!("{} {shown} ({at})", sensor.as_str()),
                Moment::PhoneClock(_) => format!("{} {shown}", sensor.as_str()),
            };
            let sign = Sign::Night(nightly);
            used.because.push(because(sign, observed, &one.provenance));
        }
    }
    let mut days: BTreeMap<(Sensor, Date), &Observed<SensorUse>> = BTreeMap::new();
    for one in all().filter(|one| one.value.background == Some(true)) {
        let day = one.value.at.as_if_utc().to_zoned(TimeZone::UTC).date();
        let first = days.entry((one.value.sensor, day)).or_insert(one);
        if one.value.at < first.value.at {
            *first = one;
        }
        used.is_odd |= watches(one.value.sensor) && !needed(one.value.sensor);
    }
    let mut listed: BTreeMap<Sensor, usize> = BTreeMap::new();
    for ((sensor, _), one) in days {
        let count = listed.entry(sensor).or_default();
        *count += 1;
        if *count <= NIGHTS_LISTED {
            let observed = format!("{} {}", sensor.as_str(), one.value.at);
            let sign = Sign::Background(sensor);
            used.because.push(because(sign, observed, &one.provenance));
        }
    }
    used
}

const NIGHTLY: [(Sensor, Nightly); 4] = [
    (Sensor::Camera, Nightly::Camera),
    (Sensor::Microphone, Nightly::Microphone),
    (Sensor::Screen, Nightly::Screen),
    (Sensor::Location, Nightly::Location),
];

/// Whether the use in the background asks a question by itself. Half of all apps look up the location or the
/// contacts there.
fn watches(sensor: Sensor) -> bool {
    match sensor {
        Sensor::Camera | Sensor::Microphone | Sensor::Screen => true,
        Sensor::Location
        | Sensor::Messages
        | Sensor::CallLog
        | Sensor::Contacts
        | Sensor::Photos
        | Sensor::MediaLibrary => false,
    }
}

/// The night of a use, by the day on which it ends, with what the phone's clock showed when the use began.
fn night(used: &SensorUse, zone: Option<&TimeZone>) -> Option<(Date, DateTime)> {
    let began = shown(used.at, used.offset_minutes, zone)?;
    if began.hour() < ENDS {
        return Some((began.date(), began));
    }
    let lasted = i64::try_from(used.milliseconds?).ok()?;
    let ended = began
        .checked_add(SignedDuration::from_millis(lasted))
        .ok()?;
    let morning = began.date().tomorrow().ok()?;
    (ended.date() > began.date() && ended > morning.at(0, 0, 0, 0)).then_some((morning, began))
}

/// What the phone's clock showed; none where nobody knows.
fn shown(at: Moment, minutes: Option<i32>, zone: Option<&TimeZone>) -> Option<DateTime> {
    let instant: Timestamp = match at {
        Moment::PhoneClock(shown) => return Some(shown),
        Moment::Instant(instant) => instant,
    };
    let seconds = minutes.and_then(|minutes| minutes.checked_mul(60));
    let offset = seconds.and_then(|seconds| Offset::from_seconds(seconds).ok());
    match (offset, zone) {
        (Some(offset), _) => Some(offset.to_datetime(instant)),
        (None, Some(zone)) => Some(zone.to_datetime(instant)),
        (None, None) => None,
    }
}
