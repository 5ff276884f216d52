//! `dumpsys appops`: what each app last used (camera, microphone, location, ...), and the special accesses
//! that somebody allowed it.
//!
//! Reads the form of Android 10 (`READ_CONTACTS (allow):`, then `Access: [bg-s] 2026-03-07 18:05:34.325
//! (-22d4h...) duration=+33ms`; the AndroidQF sample) and that of Android 11 to 16, which puts the accesses of
//! each attribution tag between `null=[` and `]` and shows what is in use as `Running start at: +3s` (AOSP
//! `AppOpsService.dump`). Times are local, without a zone.
//!
//! The words in brackets are the state of the app's process then (AOSP `AppOpsManager.getUidStateName`):
//! `pers`, `top`, `fgsvcl`, `fgsvc`, `fg`, `bg`, `cch`, `gone`. `bg` and `cch` are the background; `pers` is a
//! part of the system that always runs, and says nothing.
//!
//! A mode that is not `allow` is not a yes, also not `default`. `ACCESS_RESTRICTED_SETTINGS (allow)` alone says
//! nothing either: the settings app notes it for every app whose switch it shows
//! (`RestrictedPreferenceHelper`). Only with an earlier refusal beside it was the restriction lifted.

use jiff::SignedDuration;
use jiff::civil::DateTime;

use super::Section;
use super::course::Course;
use super::names::{after, indent, package};
use super::section::Facts;
use super::section::{time, user_of};
use crate::snapshot::{Moment, Observed, PowerKind, Sensor, SensorUse, SurfaceId};

pub(super) struct AppOps {
    course: Course,
    user: Option<u32>,
    /// Modes that hold for every app of the account, before any mode of one app.
    account: Vec<(u64, PowerKind, bool)>,
    app: Option<String>,
    /// The operation whose lines follow, and how far its line is indented.
    op: Option<(Op, usize)>,
    /// What the phone's clock showed at the dump: each access is printed as a time and as how long ago.
    now: Option<DateTime>,
    /// Uses that are running, until the clock of the dump is known.
    running: Vec<Running>,
}

/// An operation that matters here.
#[derive(Clone, Copy)]
enum Op {
    Used(Sensor),
    Power {
        kind: PowerKind,
        /// Whether it is allowed, and a refusal is still needed to say so.
        wants_refusal: bool,
    },
    /// Allows a power and is a use as well.
    Screen,
}

struct Running {
    app: String,
    user: Option<u32>,
    sensor: Sensor,
    number: u64,
    length: SignedDuration,
}

impl AppOps {
    pub(super) fn new() -> Self {
        Self {
            course: Course::new(SurfaceId::SensorUse),
            user: None,
            account: Vec::new(),
            app: None,
            op: None,
            now: None,
            running: Vec::new(),
        }
    }

    /// `Uid u0a103:`; false for any other line.
    fn account(&mut self, text: &str) -> bool {
        let Some(uid) = text
            .strip_prefix("Uid ")
            .and_then(|rest| rest.strip_suffix(':'))
        else {
            return false;
        };
        self.course.known();
        self.user = user_of(uid);
        self.account.clear();
        self.app = None;
        self.op = None;
        true
    }

    /// `Package com.x:`; false for any other line.
    fn package(&mut self, text: &str, number: u64, facts: &mut Facts<'_>) -> bool {
        let Some(name) = text
            .strip_prefix("Package ")
            .and_then(|rest| rest.strip_suffix(':'))
        else {
            return false;
        };
        self.op = None;
        self.app = package(name).map(str::to_owned);
        match &self.app {
            Some(app) => {
                for (stood, kind, allowed) in &self.account {
                    if *allowed {
                        facts.power(app, self.user, *kind, None, *stood);
                    }
                }
            }
            None => {
                let cause = "uses of an app with a name that is none";
                self.course.skip(number, cause, facts);
            }
        }
        true
    }

    /// `CAMERA (allow / switch COARSE_LOCATION=ignore):`, or `CAMERA: mode=allow` for the whole account.
    fn operation(&mut self, text: &str, number: u64, at: usize, facts: &mut Facts<'_>) -> bool {
        let name_end = text
            .find(|c: char| !(c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_'))
            .unwrap_or(text.len());
        let (name, rest) = text.split_at(name_end);
        if name.len() < 3 {
            return false;
        }
        if let Some(mode) = rest.strip_prefix(": mode=") {
            if let Some((kind, false)) = power(name)
                && self.app.is_none()
            {
                self.account.retain(|(_, ruled, _)| *ruled != kind);
                let allowed = mode.trim() == "allow";
                self.account.push((number, kind, allowed));
            }
            return true;
        }
        let Some((mode, _)) = rest
            .strip_prefix(" (")
            .and_then(|rest| rest.rsplit_once(')'))
        else {
            return false;
        };
        let allowed = mode.split(" / ").next() == Some("allow");
        self.op = sensor(name)
            .map(|sensor| match sensor {
                Sensor::Screen => Op::Screen,
                other => Op::Used(other),
            })
            .or_else(|| {
                power(name).map(|(kind, wants)| Op::Power {
                    kind,
                    wants_refusal: wants && allowed,
                })
            })
            .map(|op| (op, at));
        if let (Some(app), Some((kind, false)), true) = (&self.app, power(name), allowed)
            && !self.account.iter().any(|(_, ruled, _)| *ruled == kind)
        {
            facts.power(app, self.user, kind, None, number);
        }
        true
    }

    fn access(&mut self, rest: &str, number: u64, facts: &mut Facts<'_>) {
        let Some(access) = Access::read(rest) else {
            if self.sensor().is_some() {
                let cause = "an access whose time is not in a form that we know";
                self.course.skip(number, cause, facts);
            }
            return;
        };
        if self.now.is_none()
            && let (Moment::PhoneClock(at), Some(ago)) = (access.at, access.ago)
        {
            self.now = at.checked_add(ago).ok();
        }
        if let (Some(app), Some(sensor)) = (&self.app, self.sensor()) {
            let sensed = SensorUse {
                sensor,
                at: access.at,
                background: access.background,
                milliseconds: access.milliseconds,
                offset_minutes: None,
            };
            keep(app, self.user, sensed, number, facts);
            self.course.record();
        }
    }

    fn running(&mut self, rest: &str, number: u64) {
        if let (Some(app), Some(sensor), Some(length)) =
            (&self.app, self.sensor(), span(rest.trim()))
        {
            self.running.push(Running {
                app: app.clone(),
                user: self.user,
                sensor,
                number,
                length,
            });
        }
    }

    fn sensor(&self) -> Option<Sensor> {
        match self.op? {
            (Op::Used(sensor), _) => Some(sensor),
            (Op::Screen, _) => Some(Sensor::Screen),
            (Op::Power { .. }, _) => None,
        }
    }
}

impl Section for AppOps {
    fn line(&mut self, number: u64, line: &str, facts: &mut Facts<'_>) {
        if !self.course.passes(number, line) {
            return;
        }
        let text = line.trim();
        if text.starts_with("Current AppOps Service state") {
            self.course.known();
        }
        if self.account(text) || self.package(text, number, facts) {
            return;
        }
        if let Some(rest) = text.strip_prefix("Access: [") {
            self.access(rest, number, facts);
        } else if let Some(rest) = text.strip_prefix("Running start at:") {
            self.running(rest, number);
        } else if text.starts_with("Reject: [") {
            if let (
                Some(app),
                Some((
                    Op::Power {
                        kind,
                        wants_refusal: true,
                    },
                    _,
                )),
            ) = (&self.app, self.op)
            {
                facts.power(app, self.user, kind, None, number);
            }
        } else if !self.operation(text, number, indent(line), facts)
            && let Some((_, at)) = self.op
            && indent(line) <= at
            && !text.is_empty()
        {
            // Something that is no operation, at its place: what follows belongs to that.
            self.op = None;
        }
    }

    fn end(&mut self, _cut: bool, facts: &mut Facts<'_>) {
        let now = self.now.or(match facts.taken {
            Some(Moment::PhoneClock(taken)) => Some(taken),
            Some(Moment::Instant(_)) | None => None,
        });
        for running in std::mem::take(&mut self.running) {
            let began = now.and_then(|now| now.checked_sub(running.length).ok());
            let Some(began) = began else {
                let cause = "a use that is running, in a dump without a time";
                self.course.skip(running.number, cause, facts);
                continue;
            };
            let sensed = SensorUse {
                sensor: running.sensor,
                at: Moment::PhoneClock(began),
                background: None,
                milliseconds: u64::try_from(running.length.as_millis()).ok(),
                offset_minutes: None,
            };
            keep(&running.app, running.user, sensed, running.number, facts);
            self.course.record();
        }
        self.course.end(facts);
    }
}

/// One `Access:` line, behind its opening bracket.
struct Access {
    at: Moment,
    background: Option<bool>,
    ago: Option<SignedDuration>,
    milliseconds: Option<u64>,
}

impl Access {
    /// `bg-tpd] 2022-03-07 18:05:34.325 (-22d4h22m19s762ms) duration=+33ms`
    fn read(text: &str) -> Option<Self> {
        let (state, rest) = text.split_once(']')?;
        let (stamp, behind) = rest.split_once(" (").unwrap_or((rest, ""));
        // Without a space after the bracket in `Reject:` lines of Android 10; taken here too.
        let at = time(stamp)?;
        let ago = behind
            .split(')')
            .next()
            .and_then(|ago| span(ago.trim_start_matches('-')));
        let lasted = after(behind, "duration").and_then(|text| text.split_whitespace().next());
        Some(Self {
            at,
            background: background(state.split('-').next().unwrap_or_default()),
            ago,
            milliseconds: lasted
                .and_then(span)
                .and_then(|length| u64::try_from(length.as_millis()).ok()),
        })
    }
}

/// Keeps the last use, and the last one in the background where that is another.
fn keep(id: &str, user: Option<u32>, sensed: SensorUse, number: u64, facts: &mut Facts<'_>) {
    let at = facts.at(number);
    let app = facts.app(id, user, number);
    let found = Observed::new(sensed, at);
    let mut last: Option<Observed<SensorUse>> = None;
    let mut behind: Option<Observed<SensorUse>> = None;
    let later = |one: &Observed<SensorUse>, other: &Option<Observed<SensorUse>>| {
        other
            .as_ref()
            .is_none_or(|other| one.value.at.as_if_utc() > other.value.at.as_if_utc())
    };
    let (same, mut others): (Vec<_>, Vec<_>) = std::mem::take(&mut app.uses)
        .into_iter()
        .partition(|kept| kept.value.sensor == found.value.sensor);
    for candidate in same.into_iter().chain([found]) {
        if candidate.value.background == Some(true) && later(&candidate, &behind) {
            behind = Some(candidate.clone());
        }
        if later(&candidate, &last) {
            last = Some(candidate);
        }
    }
    let behind = behind.filter(|behind| last.as_ref() != Some(behind));
    others.extend(last);
    others.extend(behind);
    others.sort();
    app.uses = others;
}

fn background(state: &str) -> Option<bool> {
    match state {
        "bg" | "cch" => Some(true),
        "top" | "fg" | "fgsvc" | "fgsvcl" => Some(false),
        _ => None,
    }
}

/// Operations that are a use (AOSP `AppOpsManager`).
fn sensor(op: &str) -> Option<Sensor> {
    match op {
        "CAMERA" => Some(Sensor::Camera),
        "RECORD_AUDIO" => Some(Sensor::Microphone),
        "FINE_LOCATION"
        | "COARSE_LOCATION"
        | "MONITOR_LOCATION"
        | "MONITOR_HIGH_POWER_LOCATION" => Some(Sensor::Location),
        "PROJECT_MEDIA" => Some(Sensor::Screen),
        "READ_SMS" => Some(Sensor::Messages),
        "READ_CALL_LOG" => Some(Sensor::CallLog),
        "READ_CONTACTS" => Some(Sensor::Contacts),
        _ => None,
    }
}

/// Operations that are a power where they are allowed, and whether a refusal must stand beside it.
fn power(op: &str) -> Option<(PowerKind, bool)> {
    match op {
        "GET_USAGE_STATS" => Some((PowerKind::UsageAccess, false)),
        "SYSTEM_ALERT_WINDOW" => Some((PowerKind::Overlay, false)),
        "REQUEST_INSTALL_PACKAGES" => Some((PowerKind::InstallApps, false)),
        "PROJECT_MEDIA" => Some((PowerKind::ScreenCapture, false)),
        "MANAGE_EXTERNAL_STORAGE" => Some((PowerKind::AllFiles, false)),
        "ACCESS_RESTRICTED_SETTINGS" => Some((PowerKind::RestrictedSettings, true)),
        _ => None,
    }
}

/// A length of time as AOSP's `TimeUtils.formatDuration` prints it: `+22d4h22m19s762ms`, `0`.
pub(super) fn span(text: &str) -> Option<SignedDuration> {
    let text = text.strip_prefix('+').unwrap_or(text);
    let mut rest = text;
    let mut milliseconds: i64 = 0;
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let digits = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let (count, behind) = rest.split_at(digits);
        let count: i64 = count.parse().ok()?;
        let letters = behind
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(behind.len());
        let (unit, behind) = behind.split_at(letters);
        let unit: i64 = match unit {
            "d" => 86_400_000,
            "h" => 3_600_000,
            "m" => 60_000,
            "s" => 1_000,
            "ms" => 1,
            "" if count == 0 => 1,
            _ => return None,
        };
        milliseconds = milliseconds.checked_add(count.checked_mul(unit)?)?;
        rest = behind;
    }
    Some(SignedDuration::from_millis(milliseconds))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fed::{fed, real};
    use super::span;

    /// Made after AOSP's code: Android 10 first, then 13.
    const MADE: &str = "\
Current AppOps Service state:
  Op mode watchers:
    Op COARSE_LOCATION:
      #0: ModeCallback{b8f1a14 watchinguid=-1 flags=0x1 from uid=1000 pid=4098}

  Uid u0a103:
    state=cch
      COARSE_LOCATION: mode=ignore
    Package com.example.ten:
      CAMERA (allow):
          Access: [fg-s] 2026-03-05 10:00:00.000 (-2d)
          Access: [bg-s] 2026-03-04 10:00:00.325 (-2d23h59m59s675ms) duration=+2s33ms
          Reject: [cch-s]2026-03-06 18:48:02.923 (-4h39m51s164ms)
      FINE_LOCATION (allow):
          Access: [cch-tpd] 2026-03-06 11:00:00.000 (-23h)
      READ_SMS (allow):
          Access: [top-s] next Tuesday
      GET_USAGE_STATS (default):
      WAKE_LOCK (allow):
          Access: [cch-s] 2026-03-07 09:59:00.000 (-1m)
  Uid u10a104:
    state=pers
    capability=LCM
      MANAGE_EXTERNAL_STORAGE: mode=allow
      SYSTEM_ALERT_WINDOW: mode=ignore
    Package com.example.thirteen:
      RECORD_AUDIO (allow / switch CAMERA=ignore):
        null=[
          Access: [pers-s] 2026-03-06 10:00:00.000 (-1d) duration=+5m
        ]
        call=[
          Running start at: +1h30m
            startNesting=1
        ]
      SYSTEM_ALERT_WINDOW (allow):
      GET_USAGE_STATS (allow):
        null=[
          Access: [fg-s] 2026-03-06 10:00:00.000 (-1d)
        ]
      PROJECT_MEDIA (allow):
        null=[
          Access: [fgsvc-s] 2026-03-06 12:00:00.000 (-22h)
        ]
      ACCESS_RESTRICTED_SETTINGS (allow):
        null=[
          Access: [fg-s] 2026-03-06 10:00:00.000 (-1d)
          Reject: [fg-s] 2026-03-06 09:59:00.000 (-1d1m)
        ]
    Package com.example.store:
      ACCESS_RESTRICTED_SETTINGS (allow):
        null=[
          Access: [fg-s] 2026-03-06 10:00:00.000 (-1d)
        ]
      REQUEST_INSTALL_PACKAGES (deny):
    Package no name:
      CAMERA (allow):
          Access: [fg-s] 2026-03-05 10:00:00.000 (-2d)
";

    #[test]
    fn last_uses_and_allowed_powers_are_read_in_both_forms() {
        insta::assert_snapshot!(fed("appops", MADE));
    }

    #[test]
    fn a_running_use_in_a_dump_without_times_is_a_skipped_record() {
        let text =
            "Uid u0a1:\n Package com.example.a:\n  CAMERA (allow):\n   Running start at: +3s\n";
        insta::assert_snapshot!(fed("appops", text));
    }

    #[test]
    fn lengths_of_time_are_read_as_the_phone_prints_them() {
        let milliseconds = |text| span(text).map(|length| length.as_millis());
        assert_eq!(milliseconds("+22d4h22m19s762ms"), Some(1_916_539_762));
        assert_eq!(milliseconds("+33ms"), Some(33));
        assert_eq!(milliseconds("0"), Some(0));
        assert_eq!(milliseconds("5 minutes"), None);
        assert_eq!(milliseconds("99999999999999999d"), None);
    }

    #[test]
    fn the_real_dump_has_the_last_uses_of_android_10() {
        if let Some(told) = real("appops") {
            let lines: Vec<&str> = told.lines().collect();
            assert_eq!(lines.len(), 5, "{told}");
            assert!(
                lines[1].contains("used Contacts at 2022-03-07T18:05:34.325 background Some(true)")
            );
            assert!(lines[3].contains("install_apps"));
            assert_eq!(lines[4], "read sensor_use: 1");
        }
    }

    proptest! {
        #[test]
        fn any_lines_are_read_without_a_panic(
            lines in proptest::collection::vec(
                prop_oneof![
                    "\\PC{0,60}",
                    "Uid [u0-9a]{0,12}:",
                    "Package [a-z.]{0,8}:",
                    Just("CAMERA (allow):".to_owned()),
                    "Access: \\[[a-z-]{0,4}\\] 2026-0[1-9]-05 10:00:00 \\(-[0-9dhms]{0,24}\\)",
                    "Running start at: \\+[0-9]{0,20}d",
                    Just("[A-Z_]{3,9}: mode=allow".to_owned()),
                ],
                0..16,
            ),
        ) {
            fed("appops", &lines.join("\n"));
        }
    }
}
