//! Who installed and removed profiles (`MCProfileEvents.plist`), and who changed what the phone allows
//! (`MCSettingsEvents.plist`).
//!
//! Shapes: `ProfileEvents: [{<identifier>: {Operation, Process, Timestamp}}]`, keys in either case (MVT
//! `configuration_profiles`/`profile_events`); a tree of settings whose leaves have `timestamp`, `event` and
//! `process` (EC-DIGIT-CSIRC sysdiagnose, `mcsettingsevents`). Times are UTC.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::super::plist::Value;
use super::{is_record, restrictions, short};
use crate::evidence::json::malformed;
use crate::evidence::parsed::Place;
use crate::limits::{SETTINGS_EVENT_DEPTH, SETTINGS_EVENT_STEPS};
use crate::snapshot::{Moment, Occurrence, OccurrenceKind, Reason};

/// What happened to profiles, in the order of the file. The value of each is the process that did it.
pub(in crate::evidence::ios) fn profiles(
    value: Value<'_>,
    place: &mut Place<'_>,
) -> Vec<Occurrence> {
    let mut events = Vec::new();
    let listed = value.get("ProfileEvents").unwrap_or(value);
    let Some(list) = listed.items() else {
        // A phone that never had a profile has an empty file.
        if value.entries().is_none_or(|mut it| it.next().is_some()) {
            place.stop(malformed("no list of events"));
        }
        return events;
    };
    for (at, record) in list.enumerate() {
        if place.stops() {
            break;
        }
        let locator = format!("ProfileEvents[{at}]");
        let Some(entries) = record.entries().filter(|_| is_record(record)) else {
            place.skip(&locator, malformed("not an event"));
            continue;
        };
        let mut any = false;
        for (identifier, event) in entries {
            any = true;
            match profile(identifier, event, place, &locator) {
                Ok(event) => events.push(event),
                Err(reason) => place.skip(&locator, reason),
            }
        }
        if !any {
            place.skip(&locator, malformed("an event of nothing"));
        }
    }
    events
}

fn profile(
    identifier: &str,
    event: Value<'_>,
    place: &Place<'_>,
    locator: &str,
) -> Result<Occurrence, Reason> {
    let identifier = short(identifier).ok_or(Reason::UnsafeName)?;
    let operation = text(event, "operation").ok_or_else(|| malformed("no operation"))?;
    let what = match operation.to_ascii_lowercase() {
        // `install`, `installed`; an update installs it again.
        word if word.starts_with("install") || word.starts_with("update") => {
            OccurrenceKind::ProfileInstalled
        }
        word if word.starts_with("remove") || word.starts_with("uninstall") => {
            OccurrenceKind::ProfileRemoved
        }
        _ => return Err(malformed("an operation that is not known")),
    };
    let at = any_case(event, "timestamp").and_then(moment);
    Ok(Occurrence {
        at: at.ok_or_else(|| malformed("no time"))?,
        what,
        subject: identifier.to_owned(),
        user: None,
        value: text(event, "process").map(str::to_owned),
        provenance: place.at(locator),
    })
}

/// Changes of what the phone allows, in the order of the file: the last change of each setting. The subject is
/// `restrictions/<path>`, the value names the process, then what it did.
pub(in crate::evidence::ios) fn settings(
    value: Value<'_>,
    place: &mut Place<'_>,
) -> Vec<Occurrence> {
    let mut events = Vec::new();
    if value.entries().is_none() {
        place.stop(malformed("no settings"));
        return events;
    }
    // The last one is looked at first, so that everything comes in the order of the file.
    let mut waiting = vec![(String::new(), value, 0)];
    let mut steps = 0u64;
    while let Some((path, value, depth)) = waiting.pop() {
        if place.stops() {
            break;
        }
        if is_record(value) && value.get("timestamp").is_some() {
            match setting(&path, value, place) {
                Ok(event) => events.push(event),
                Err(reason) => place.skip(&path, reason),
            }
            continue;
        }
        if depth >= SETTINGS_EVENT_DEPTH {
            let limit = SETTINGS_EVENT_DEPTH;
            place.skip(&path, Reason::TooMany { limit });
            continue;
        }
        let first = waiting.len();
        for (key, below) in value.entries().into_iter().flatten() {
            steps += 1;
            if steps > SETTINGS_EVENT_STEPS {
                let limit = SETTINGS_EVENT_STEPS;
                place.stop(Reason::TooMany { limit });
                return events;
            }
            // Only what can hold an event is gone into.
            if below.entries().is_none() {
                continue;
            }
            let named = match path.as_str() {
                "" => key.to_owned(),
                above => format!("{above}.{key}"),
            };
            match short(&named) {
                Some(_) => waiting.push((named, below, depth + 1)),
                None => place.skip(&path, Reason::UnsafeName),
            }
        }
        if let Some(added) = waiting.get_mut(first..) {
            added.reverse();
        }
    }
    events
}

fn setting(path: &str, event: Value<'_>, place: &Place<'_>) -> Result<Occurrence, Reason> {
    let at = event.get("timestamp").and_then(moment);
    let said = [text(event, "process"), text(event, "event")];
    let value: Vec<&str> = said.into_iter().flatten().collect();
    Ok(Occurrence {
        at: at.ok_or_else(|| malformed("no time"))?,
        what: OccurrenceKind::SettingChanged,
        subject: format!("{}/{path}", restrictions::NAMESPACE),
        user: None,
        value: (!value.is_empty()).then(|| value.join(": ")),
        provenance: place.at(path),
    })
}

fn text<'a>(event: Value<'a>, key: &str) -> Option<&'a str> {
    short(any_case(event, key)?.as_text()?)
}

fn any_case<'a>(event: Value<'a>, key: &str) -> Option<Value<'a>> {
    let mut entries = event.entries().filter(|_| is_record(event))?;
    let found = entries.find(|(name, _)| name.eq_ignore_ascii_case(key));
    found.map(|(_, value)| value)
}

/// A date, or the text of one in UTC.
fn moment(value: Value<'_>) -> Option<Moment> {
    if let Some(at) = value.as_date() {
        return Some(at.into());
    }
    let text = value.as_text()?;
    if let Ok(at) = text.parse() {
        return Some(Moment::Instant(at));
    }
    let at: DateTime = text.parse().ok()?;
    let zoned = at.to_zoned(TimeZone::UTC).ok()?;
    Some(zoned.timestamp().into())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::super::plist::Plist;
    use super::*;
    use crate::evidence::Unwatched;

    type Reader = fn(Value<'_>, &mut Place<'_>) -> Vec<Occurrence>;

    fn read(reader: Reader, text: &str) -> (Vec<String>, Vec<String>, Option<Reason>) {
        let input: Arc<str> = "events".into();
        let mut place = Place::new(&input, &Unwatched);
        let plist = Plist::read(text.as_bytes()).unwrap();
        let events = reader(plist.root(), &mut place);
        let parsed = place.finish((), 0);
        let events = events.into_iter().map(|event| {
            let value = event.value.unwrap_or_default();
            format!("{} {:?} {} {value}", event.at, event.what, event.subject)
        });
        let skipped = parsed.skipped.into_iter().map(|it| it.record);
        (events.collect(), skipped.collect(), parsed.stopped)
    }

    #[test]
    fn profiles_come_and_go_and_an_odd_record_costs_only_itself() {
        let text = "<plist><dict><key>ProfileEvents</key><array>\
            <dict><key>org.example.mdm</key><dict><key>Operation</key><string>install</string><key>Process</key>\
            <string>profiled</string><key>Timestamp</key><date>2026-09-01T10:00:00Z</date></dict></dict>\
            <dict><key>org.example.mdm</key><dict><key>operation</key><string>remove</string>\
            <key>timestamp</key><string>2026-09-02T10:00:00.5</string></dict></dict>\
            <string>odd</string><dict/>\
            <dict><key>org.example.x</key><dict><key>Operation</key><string>install</string></dict></dict>\
            <dict><key>org.example.y</key><dict><key>Operation</key><string>dance</string></dict></dict>\
            </array></dict></plist>";
        let (events, skipped, stopped) = read(profiles, text);
        assert_eq!(
            events,
            [
                "2026-09-01T10:00:00Z ProfileInstalled org.example.mdm profiled",
                "2026-09-02T10:00:00.5Z ProfileRemoved org.example.mdm ",
            ]
        );
        let odd = [2, 3, 4, 5].map(|at| format!("events ProfileEvents[{at}]"));
        assert_eq!(skipped, odd);
        assert_eq!(stopped, None);
    }

    #[test]
    fn a_phone_that_never_had_a_profile_has_an_empty_file() {
        for text in ["<plist><array/></plist>", "<plist><dict/></plist>"] {
            assert_eq!(read(profiles, text), (vec![], vec![], None), "{text}");
        }
        assert!(read(profiles, "<plist><string/></plist>").2.is_some());
        assert!(read(settings, "<plist><array/></plist>").2.is_some());
    }

    #[test]
    fn settings_are_named_by_their_path_and_by_who_changed_them() {
        let text = "<plist><dict><key>Restrictions</key><dict><key>restrictedBool</key><dict>\
            <key>allowCamera</key><dict><key>value</key><dict><key>event</key><string>set</string><key>process</key>\
            <string>profiled</string><key>timestamp</key><date>2026-09-01T10:00:00Z</date></dict></dict>\
            <key>allowAirDrop</key><dict><key>value</key><dict><key>event</key><string>remove</string><key>timestamp</key>\
            <string>2026-09-03T10:00:00.250000</string></dict></dict>\
            <key>allowOdd</key><dict><key>timestamp</key><integer>4</integer></dict>\
            </dict></dict></dict></plist>";
        let (events, skipped, stopped) = read(settings, text);
        assert_eq!(
            events,
            [
                "2026-09-01T10:00:00Z SettingChanged restrictions/Restrictions.restrictedBool.allowCamera.value profiled: set",
                "2026-09-03T10:00:00.25Z SettingChanged restrictions/Restrictions.restrictedBool.allowAirDrop.value remove",
            ]
        );
        assert_eq!(skipped, ["events Restrictions.restrictedBool.allowOdd"]);
        assert_eq!(stopped, None);
    }

    #[test]
    fn a_tree_that_is_deeper_than_any_real_one_costs_only_its_branch() {
        let depth = usize::try_from(SETTINGS_EVENT_DEPTH).unwrap() + 3;
        let text = format!(
            "<plist><dict><key>deep</key>{}<true/>{}<key>flat</key><dict><key>timestamp</key>\
             <date>2026-09-01T10:00:00Z</date></dict></dict></plist>",
            "<dict><key>x</key>".repeat(depth),
            "</dict>".repeat(depth)
        );
        let (events, skipped, _) = read(settings, &text);
        assert_eq!(events.len(), 1);
        assert_eq!(skipped.len(), 1);
    }
}
