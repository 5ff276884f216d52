//! `dumpsys deviceidle`: apps that somebody excused from battery saving.
//!
//! Form of AOSP's `DeviceIdleController.dump`, Android 6 to 16 (`Whitelist user apps:`, then one package on
//! each line), and of `dumpsys deviceidle whitelist` (`user,com.x,10123`). The system's own lists
//! (`Whitelist system apps:`, `(except idle)`) came with the phone and are not taken.

use super::Section;
use super::course::Course;
use super::names::package;
use super::section::Facts;
use super::section::user_of;
use crate::snapshot::{PowerKind, SurfaceId};

pub(super) struct DeviceIdle {
    course: Course,
    inside: bool,
}

impl DeviceIdle {
    pub(super) fn new() -> Self {
        Self {
            course: Course::new(SurfaceId::BatteryExemptions),
            inside: false,
        }
    }
}

impl Section for DeviceIdle {
    fn line(&mut self, number: u64, line: &str, facts: &mut Facts<'_>) {
        if !self.course.passes(number, line) {
            return;
        }
        let text = line.trim();
        let lower = text.to_ascii_lowercase();
        if text.ends_with(':') || text.contains('=') {
            // Without exempt apps the heading is left out; the settings before it and the state behind it
            // (`Settings:`, `mLightEnabled=`) say that the section was whole.
            if lower.starts_with("settings:") || lower.starts_with("whitelist") {
                self.course.known();
            }
            self.inside = lower == "whitelist user apps:" || lower == "allowlist user apps:";
            if self.inside {
                self.course.known();
            }
            return;
        }
        let (app, user) = match text.split(',').collect::<Vec<_>>().as_slice() {
            ["user", app, uid] => (*app, user_of(uid)),
            [kind, _, _] if kind.starts_with("system") => {
                self.course.known();
                return;
            }
            _ if self.inside && !text.is_empty() => (text, None),
            _ => return,
        };
        match package(app) {
            Some(app) => {
                facts.power(app, user, PowerKind::BatteryExempt, None, number);
                self.course.record();
            }
            None => {
                let cause = "an app excused from battery saving with a name that is none";
                self.course.skip(number, cause, facts);
            }
        }
    }

    fn end(&mut self, _cut: bool, facts: &mut Facts<'_>) {
        self.course.end(facts);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fed::fed;

    /// Made after AOSP's code.
    const MADE: &str = "\
  Settings:
    flex_time_short=+1m0s0ms
  Idling history:
         deep-idle: -1h2m3s
  Whitelist (except idle) system apps:
    com.android.providers.calendar
  Whitelist system apps:
    com.google.android.gms
  Whitelist user apps:
    com.example.tracker
    com.example.messenger
    com.example.tracker
    ???
  Whitelist (except idle) all app ids:
    1001
  Whitelist user app ids:
    10123
  mLightEnabled=true  mDeepEnabled=true
    com.example.not.listed
";

    #[test]
    fn apps_that_somebody_excused_hold_the_power_and_the_systems_own_do_not() {
        insta::assert_snapshot!(fed("deviceidle", MADE));
    }

    #[test]
    fn the_short_form_names_the_user() {
        let text = "system-excidle,com.android.phone,1001\nsystem,com.a.b,10001\nuser,com.example.a,1010123\n";
        insta::assert_snapshot!(fed("deviceidle", text));
    }

    proptest! {
        #[test]
        fn any_lines_are_read_without_a_panic(
            lines in proptest::collection::vec(
                prop_oneof![
                    "\\PC{0,60}",
                    Just("  Whitelist user apps:".to_owned()),
                    "user,[a-z.]{0,8},[0-9]{0,12}",
                ],
                0..12,
            ),
        ) {
            fed("deviceidle", &lines.join("\n"));
        }
    }
}
