//! `dumpsys batterystats`: updates, downgrades and removals of apps, day by day and in the running history.
//!
//! Daily part, as in the AndroidQF sample (Android 10 to 13) and AOSP's `BatteryStats.dumpDailyPackageChanges`:
//! `Daily from 2026-07-26-03-02-02 to 2026-07-27-02-02-56:`, then `Update com.x vers=123`. Version 0, and
//! AOSP's `Uninstall com.x`, are a removal; a version below an earlier one is a downgrade. The phone notes the
//! day and no hour, so the moment told is the day's beginning. `Update` also stands for a first installation.
//!
//! History part (AOSP `HistoryPrinter`): `pkginst=123:"com.x"` and `pkgunin=123:"com.x"`, each with the time since
//! the beginning (`+1h2m3s004ms`), which a line `TIME: 2026-07-27-12-34-18` gives. Where no such line was seen
//! the event has no time, and is a skipped record.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use jiff::civil::DateTime;

use super::Section;
use super::appops::span;
use super::course::Course;
use super::names::package;
use super::section::Facts;
use crate::snapshot::{AppState, Moment, OccurrenceKind, SurfaceId};

pub(super) struct BatteryStats {
    removed: Course,
    history: Course,
    /// The beginning of the day that is being read.
    day: Option<DateTime>,
    /// The phone's clock when the running history began.
    began: Option<DateTime>,
    changes: Vec<Change>,
}

/// One change of one app. Sorted by time, then by place.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Change {
    at: DateTime,
    number: u64,
    app: String,
    what: What,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    /// By the day: installed or updated to this version.
    Version(u64),
    /// By the minute: installed or updated.
    Installed,
    Removed,
}

impl BatteryStats {
    pub(super) fn new() -> Self {
        Self {
            removed: Course::new(SurfaceId::RemovedApps),
            history: Course::new(SurfaceId::History),
            day: None,
            began: None,
            changes: Vec::new(),
        }
    }

    fn daily(&mut self, text: &str, number: u64, facts: &mut Facts<'_>) {
        let (app, what) = if let Some(rest) = text.strip_prefix("Update ") {
            let Some((app, version)) = rest.split_once(" vers=") else {
                return;
            };
            let what = match version.trim().parse() {
                Ok(0) => Some(What::Removed),
                Ok(version) => Some(What::Version(version)),
                Err(_) => None,
            };
            (app, what)
        } else if let Some(app) = text.strip_prefix("Uninstall ") {
            (app, Some(What::Removed))
        } else {
            return;
        };
        match (package(app.trim()), what, self.day) {
            (Some(app), Some(what), Some(at)) => self.changes.push(Change {
                at,
                number,
                app: app.to_owned(),
                what,
            }),
            _ => {
                let cause = "a change of an app without its name, version or day";
                self.history.skip(number, cause, facts);
            }
        }
    }

    /// `+23m32s163ms (2) 100 c0000020 pkgunin=10123:"com.x"`
    fn running(&mut self, text: &str, number: u64, facts: &mut Facts<'_>) {
        let since = text.split_whitespace().next().and_then(span);
        if let Some((_, clock)) = text.split_once("TIME: ")
            && let (Some(clock), Some(since)) = (dashed(clock), since)
        {
            self.history.known();
            self.began = clock.checked_sub(since).ok();
        }
        for (word, what) in [("pkginst=", What::Installed), ("pkgunin=", What::Removed)] {
            let mut rest = text;
            while let Some((_, behind)) = rest.split_once(word) {
                rest = behind;
                // A version and a name have less; a hostile line repeats the word without end.
                let near = behind
                    .char_indices()
                    .nth(300)
                    .map_or(behind.len(), |(at, _)| at);
                let mut quoted = behind.split_at(near).0.split('"');
                let app = quoted.nth(1).and_then(package);
                let at = moment(self.began, since);
                match (app, at) {
                    (Some(app), Some(at)) => self.changes.push(Change {
                        at,
                        number,
                        app: app.to_owned(),
                        what: what.clone(),
                    }),
                    _ => {
                        let cause = "a change of an app without its name or time";
                        self.history.skip(number, cause, facts);
                    }
                }
            }
        }
    }

    fn tell(&mut self, facts: &mut Facts<'_>) {
        let mut changes = std::mem::take(&mut self.changes);
        changes.sort();
        let mut versions: BTreeMap<String, u64> = BTreeMap::new();
        let mut gone: BTreeMap<String, (u64, bool)> = BTreeMap::new();
        let mut before: Option<(DateTime, String, What)> = None;
        for change in changes {
            // The phone notes the same update several times over (AndroidQF sample).
            let same = (change.at, change.app.clone(), change.what.clone());
            if before.as_ref() == Some(&same) {
                continue;
            }
            before = Some(same);
            let version = match change.what {
                What::Version(version) => Some(version),
                What::Installed | What::Removed => None,
            };
            let kind = match change.what {
                What::Removed => OccurrenceKind::AppUninstalled,
                What::Installed => OccurrenceKind::AppInstalled,
                What::Version(new) => match versions.get(&change.app) {
                    Some(old) if new < *old => OccurrenceKind::AppDowngraded,
                    _ => OccurrenceKind::AppUpdated,
                },
            };
            if let Some(version) = version {
                versions.insert(change.app.clone(), version);
            }
            gone.insert(
                change.app.clone(),
                (change.number, change.what == What::Removed),
            );
            let value = version.map(|version| version.to_string());
            let at = Moment::PhoneClock(change.at);
            facts.occurred(kind, at, &change.app, None, value.as_deref(), change.number);
            self.history.record();
        }
        for (app, (number, removed)) in gone {
            let app = facts.app(&app, None, number);
            if removed {
                if app.state == AppState::Seen {
                    app.state = AppState::Removed;
                }
                self.removed.record();
            }
        }
    }
}

impl Section for BatteryStats {
    fn line(&mut self, number: u64, line: &str, facts: &mut Facts<'_>) {
        self.removed.passes(number, line);
        if !self.history.passes(number, line) {
            return;
        }
        let text = line.trim();
        if let Some(day) = text.strip_prefix("Daily from ") {
            self.day = day.split_whitespace().next().and_then(dashed);
            self.known();
        } else if let Some(day) = text.strip_prefix("Current start time:") {
            self.day = dashed(day.trim());
            self.known();
        } else if text.starts_with("Update ") || text.starts_with("Uninstall ") {
            self.daily(text, number, facts);
        } else if text.contains("TIME: ") || text.contains("pkginst=") || text.contains("pkgunin=")
        {
            self.running(text, number, facts);
        }
    }

    fn end(&mut self, _cut: bool, facts: &mut Facts<'_>) {
        self.tell(facts);
        self.removed.end(facts);
        self.history.end(facts);
    }
}

impl BatteryStats {
    fn known(&mut self) {
        self.removed.known();
        self.history.known();
    }
}

fn moment(began: Option<DateTime>, since: Option<SignedDuration>) -> Option<DateTime> {
    began?.checked_add(since?).ok()
}

/// `2026-07-26-03-02-02`, as `DateFormat` prints it here.
fn dashed(text: &str) -> Option<DateTime> {
    let numbers: Vec<i16> = text
        .trim()
        .trim_end_matches(':')
        .split('-')
        .map(|number| number.parse().ok())
        .collect::<Option<_>>()?;
    let [year, month, day, hour, minute, second] = *numbers.as_slice() else {
        return None;
    };
    let small = |number: i16| i8::try_from(number).ok();
    DateTime::new(
        year,
        small(month)?,
        small(day)?,
        small(hour)?,
        small(minute)?,
        small(second)?,
        0,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fed::{fed, real};

    /// Made after the real form and AOSP's code.
    const MADE: &str = "\
Battery History (0% used, 11KB used of 4096KB, 79 strings using 9632):
                    0 (19) RESET:TIME: 2026-07-27-12-34-18
               +343ms (3) 100 80000024 -wake_lock stats=0:\"get-stats\"
         +23m32s163ms (2) 100 c0000020 pkginst=512:\"com.example.new\"
         +1h0m0s000ms (2) 100 c0000020 pkgunin=0:\"com.example.gone\"
Daily stats:
  Current start time: 2026-07-27-02-02-56
    Package changes:
      Update com.example.app vers=120
      Update com.example.app vers=120
  Daily from 2026-07-26-03-02-02 to 2026-07-27-02-02-56:
    Package changes:
      Update com.example.app vers=130
      Update com.example.tracker vers=0
      Update com.example.back vers=0
      Update com.example.back vers=7
      Update ?? vers=7
      Update com.example.odd vers=many
  Daily from 2026-07-25-03-02-02 to 2026-07-26-03-02-02:
    Package changes:
      Update com.example.app vers=110
      Uninstall com.example.older
";

    #[test]
    fn removals_and_downgrades_are_told_in_the_order_of_time() {
        insta::assert_snapshot!(fed("batterystats", MADE));
    }

    #[test]
    fn the_real_dump_has_three_updates() {
        if let Some(told) = real("batterystats") {
            assert_eq!(
                told.matches("2023-07-26T03:02:02 AppUpdated").count(),
                3,
                "{told}"
            );
            assert!(
                told.ends_with("read removed_apps: 0\nread history: 3\n"),
                "{told}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_lines_are_read_without_a_panic(
            lines in proptest::collection::vec(
                prop_oneof![
                    "\\PC{0,60}",
                    "Daily from [0-9]{4}-[0-9]{2}-07-01-02-03 to",
                    "Update [a-z.]{0,6} vers=[0-9]{0,24}",
                    "\\+[0-9]{0,18}d pkgunin=0:\"[a-z.]{0,6}\"?",
                    Just("0 RESET:TIME: 2026-07-27-12-34-18".to_owned()),
                ],
                0..16,
            ),
        ) {
            fed("batterystats", &lines.join("\n"));
        }
    }
}
