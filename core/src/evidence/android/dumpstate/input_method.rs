//! `dumpsys input_method`: the keyboard in use and the enabled ones.
//!
//! Form of AOSP's `InputMethodManagerService.dump`: `mCurMethodId=com.x/.Ime` (Android 5 to 14),
//! `mEnabledInputMethodsStrCache=com.x/.Ime;subtype:com.y/.Other` (Android 6 to 13), `mSelectedMethodId=`
//! (Android 15). `mId=` lists every installed keyboard, also those that are off, so it is no power.

use super::Section;
use super::course::Course;
use super::names::{part, value};
use super::section::Facts;
use crate::evidence::android::settings::{Meaning, parts};
use crate::snapshot::{PowerKind, SurfaceId};

pub(super) struct InputMethods {
    course: Course,
    user: Option<u32>,
    /// Keyboards in use that were named before their user was.
    waiting: Vec<(u64, String, String)>,
}

impl InputMethods {
    pub(super) fn new() -> Self {
        Self {
            course: Course::new(SurfaceId::Keyboards),
            user: None,
            waiting: Vec::new(),
        }
    }

    fn tell(&mut self, facts: &mut Facts<'_>) {
        for (number, app, component) in std::mem::take(&mut self.waiting) {
            facts.power(
                &app,
                self.user,
                PowerKind::Keyboard,
                Some(&component),
                number,
            );
            self.course.record();
        }
    }
}

impl Section for InputMethods {
    fn line(&mut self, number: u64, line: &str, facts: &mut Facts<'_>) {
        if !self.course.passes(number, line) {
            return;
        }
        for key in ["mCurrentUserId", "mUserId"] {
            if let Some(user) = value(line, key) {
                self.user = user.trim_end_matches(',').parse().ok();
                self.tell(facts);
            }
        }
        for key in ["mCurMethodId", "mSelectedMethodId"] {
            let Some(id) = value(line, key) else {
                continue;
            };
            self.course.known();
            if id.is_empty() || id == "null" {
                continue;
            }
            match part(id) {
                Some((app, component)) => {
                    self.waiting.push((number, app.to_owned(), component));
                    if self.user.is_some() {
                        self.tell(facts);
                    }
                }
                None => self.course.skip(number, UNREADABLE, facts),
            }
        }
        let Some(list) = value(line, "mEnabledInputMethodsStrCache") else {
            return;
        };
        self.course.known();
        if list == "null" {
            return;
        }
        for meaning in parts(PowerKind::Keyboard, list) {
            match meaning {
                Meaning::Power {
                    kind,
                    package,
                    component,
                } => {
                    facts.power(&package, self.user, kind, component.as_deref(), number);
                    self.course.record();
                }
                Meaning::Contact(_) | Meaning::Unreadable => {
                    self.course.skip(number, UNREADABLE, facts);
                }
            }
        }
    }

    fn end(&mut self, _cut: bool, facts: &mut Facts<'_>) {
        self.tell(facts);
        self.course.end(facts);
    }
}

const UNREADABLE: &str = "a keyboard with a name that is none";

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fed::fed;

    /// Made after AOSP's code.
    const MADE: &str = "\
Current Input Method Manager state:
  Input Methods: mMethodMapUpdateCount=2
  InputMethod #0:
    mId=com.example.installed/.OffIme mSettingsActivityName=null mIsVrOnly=false
  InputMethod #1:
    mId=com.example.keys/.Keys mSettingsActivityName=null
  mCurMethodId=com.example.keys/com.example.keys.Keys
  mSettings:
    mCurrentUserId=0
    mEnabledInputMethodsStrCache=com.example.keys/.Keys;12;13:com.example.pad/com.example.pad.Pad:???/x
";

    #[test]
    fn the_keyboard_in_use_and_enabled_ones_are_powers_and_installed_ones_are_not() {
        insta::assert_snapshot!(fed("input_method", MADE));
    }

    #[test]
    fn a_dump_that_names_only_installed_keyboards_is_not_read() {
        let text = "  InputMethod #0:\n    mId=com.example.installed/.OffIme mIsVrOnly=false\n";
        insta::assert_snapshot!(fed("input_method", text));
    }

    proptest! {
        #[test]
        fn any_lines_are_read_without_a_panic(
            lines in proptest::collection::vec(
                prop_oneof![
                    "\\PC{0,60}",
                    "mCurMethodId=[a-z./]{0,12}",
                    "mEnabledInputMethodsStrCache=[a-z./:;]{0,20}",
                ],
                0..12,
            ),
        ) {
            fed("input_method", &lines.join("\n"));
        }
    }
}
