//! `dumpsys usagestats`: when each app was last in the foreground, for each user.
//!
//! Form of AOSP's `UserUsageStatsService.dump`, Android 6 to 16: `user=0`, then for each period
//! `package=com.x totalTimeUsed="01:23" lastTimeUsed="2026-11-02 09:15:00" ...`, and events
//! `time="2026-11-02 09:15:00" type=ACTIVITY_RESUMED package=com.x` (`MOVE_TO_FOREGROUND` up to Android 9).
//! Older phones print times in the person's own language (`03/09/2017 23:11`, `4/27/2019, 22:58`; both seen),
//! where day and month cannot be told apart: those are left out, and one skipped record says so. A time in
//! 1970 means never.

use jiff::Timestamp;

use super::Section;
use super::course::Course;
use super::names::{after, package, value};
use super::section::Facts;
use super::section::time;
use crate::snapshot::{Moment, Observed, SurfaceId};

pub(super) struct UsageStats {
    course: Course,
    user: Option<u32>,
    /// A time in a form that nobody can read was told.
    told: bool,
}

impl UsageStats {
    pub(super) fn new() -> Self {
        Self {
            course: Course::new(SurfaceId::AppUse),
            user: None,
            told: false,
        }
    }

    fn used(&mut self, line: &str, key: &str, number: u64, facts: &mut Facts<'_>) {
        let Some(name) = value(line, "package") else {
            return;
        };
        self.course.known();
        let Some(name) = package(name) else {
            let cause = "the use of an app with a name that is none";
            self.course.skip(number, cause, facts);
            return;
        };
        let Some(printed) = after(line, key).map(quoted) else {
            return;
        };
        let at = match moment(printed) {
            Read::At(at) => at,
            Read::Never => return,
            Read::Unreadable => {
                if !self.told {
                    self.told = true;
                    let cause = "times of use in a form that we know in part only";
                    self.course.skip(number, cause, facts);
                }
                return;
            }
        };
        let provenance = facts.at(number);
        let app = facts.app(name, self.user, number);
        let last = &mut app.times.last_used;
        if last.is_none() {
            self.course.record();
        }
        if last
            .as_ref()
            .is_none_or(|last| last.value.as_if_utc() < at.as_if_utc())
        {
            *last = Some(Observed::new(at, provenance));
        }
    }
}

impl Section for UsageStats {
    fn line(&mut self, number: u64, line: &str, facts: &mut Facts<'_>) {
        if !self.course.passes(number, line) {
            return;
        }
        let text = line.trim();
        if let Some(user) = text.strip_prefix("user=") {
            self.user = user
                .split_whitespace()
                .next()
                .and_then(|id| id.parse().ok());
            self.course.known();
        } else if text.starts_with("package=") && text.contains("lastTimeUsed=") {
            self.used(text, "lastTimeUsed", number, facts);
        } else if text.starts_with("time=")
            && matches!(
                value(text, "type"),
                Some("ACTIVITY_RESUMED" | "MOVE_TO_FOREGROUND")
            )
        {
            self.used(text, "time", number, facts);
        }
    }

    fn end(&mut self, _cut: bool, facts: &mut Facts<'_>) {
        self.course.end(facts);
    }
}

enum Read {
    At(Moment),
    Never,
    Unreadable,
}

fn moment(printed: &str) -> Read {
    if let Ok(milliseconds) = printed.parse::<i64>() {
        // The short form (`-c`) counts from 1970 in UTC.
        return match Timestamp::from_millisecond(milliseconds) {
            Ok(_) if milliseconds < YEAR_IN_MILLISECONDS => Read::Never,
            Ok(at) => Read::At(Moment::Instant(at)),
            Err(_) => Read::Unreadable,
        };
    }
    match time(printed) {
        Some(at) if at.as_if_utc().as_millisecond() < YEAR_IN_MILLISECONDS => Read::Never,
        Some(at) => Read::At(at),
        None => Read::Unreadable,
    }
}

/// What lies before is no use of a phone, but zero in some zone.
const YEAR_IN_MILLISECONDS: i64 = 365 * 86_400_000;

/// A value in quotes, or a word.
fn quoted(text: &str) -> &str {
    match text.strip_prefix('"') {
        Some(text) => text.split('"').next().unwrap_or_default(),
        None => text.split_whitespace().next().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fed::fed;

    /// Made after AOSP's code.
    const MADE: &str = "\
user=0 {
  Last 24 hour events (timeRange=\"11/1/2026, 10:00 \u{2013} 11/2/2026, 10:00\" )
    time=\"2026-11-02 09:20:00\" type=ACTIVITY_RESUMED package=com.example.mail class=com.example.mail.Main
    time=\"2026-11-02 09:25:00\" type=ACTIVITY_PAUSED package=com.example.mail class=com.example.mail.Main
    time=\"2026-11-02 08:00:00\" type=MOVE_TO_FOREGROUND package=com.example.old class=com.example.old.Main
  In-memory daily stats
    packages
      package=com.example.mail totalTimeUsed=\"01:23\" lastTimeUsed=\"2026-11-02 09:15:00\" appLaunchCount=3
      package=com.example.never totalTimeUsed=\"00:00\" lastTimeUsed=\"1970-01-01 01:00:00\"
      package=?? totalTimeUsed=\"00:00\" lastTimeUsed=\"2026-11-02 09:15:00\"
user=10 {
  In-memory daily stats
    packages
      package=com.example.mail totalTimeUsed=\"00:10\" lastTimeUsed=\"2026-10-30 20:00:00\"
      package=com.example.foreign totalTimeUsed=\"00:10\" lastTimeUsed=\"03/09/2017 23:11\"
      package=com.example.foreign totalTimeUsed=\"00:10\" lastTimeUsed=\"04/09/2017 23:11\"
      package=com.example.number totalTimeUsed=1000 lastTimeUsed=1793606400000
";

    #[test]
    fn the_last_use_of_each_app_and_user_is_the_latest_that_is_named() {
        insta::assert_snapshot!(fed("usagestats", MADE));
    }

    proptest! {
        #[test]
        fn any_lines_are_read_without_a_panic(
            lines in proptest::collection::vec(
                prop_oneof![
                    "\\PC{0,60}",
                    "user=[0-9]{0,12}",
                    "package=[a-z.]{0,6} lastTimeUsed=\"?[0-9 :-]{0,20}\"?",
                    "time=\"2026-0[1-9]-02 09:20:00\" type=ACTIVITY_RESUMED package=[a-z.]{0,6}",
                ],
                0..12,
            ),
        ) {
            fed("usagestats", &lines.join("\n"));
        }
    }
}
