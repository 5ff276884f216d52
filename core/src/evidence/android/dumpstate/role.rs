//! `dumpsys role`: which apps are the default ones for messages, calls, assistance and screening.
//!
//! Form of AOSP's `RoleService.dump`, Android 10 to 16: the text of a protocol buffer (`user_states={`,
//! `user_id=0`, `roles=[`, `name=android.app.role.SMS`, `holders=com.x`). A one-line form
//! (`android.app.role.SMS=[com.x, com.y]`) is read too; it was seen quoted in public tools only.

use super::Section;
use super::course::Course;
use super::names::package;
use super::section::Facts;
use crate::snapshot::{PowerKind, SurfaceId};

pub(super) struct Roles {
    course: Course,
    user: Option<u32>,
    role: Option<PowerKind>,
}

impl Roles {
    pub(super) fn new() -> Self {
        Self {
            course: Course::new(SurfaceId::Roles),
            user: None,
            role: None,
        }
    }

    fn holder(&mut self, kind: PowerKind, name: &str, number: u64, facts: &mut Facts<'_>) {
        let name = name.trim().trim_matches('"');
        if name.is_empty() {
            return;
        }
        match package(name) {
            Some(name) => {
                facts.power(name, self.user, kind, None, number);
                self.course.record();
            }
            None => {
                let cause = "a default app with a name that is none";
                self.course.skip(number, cause, facts);
            }
        }
    }

    /// `android.app.role.SMS=[com.x, com.y]`, any number of them on a line.
    fn compact(&mut self, text: &str, number: u64, facts: &mut Facts<'_>) {
        for piece in text.split("android.app.role.").skip(1) {
            let Some((name, rest)) = piece.split_once("=[") else {
                continue;
            };
            self.course.known();
            let (names, _) = rest.split_once(']').unwrap_or((rest, ""));
            if let Some(kind) = kind(name) {
                for name in names.split(',') {
                    self.holder(kind, name, number, facts);
                }
            }
        }
    }
}

impl Section for Roles {
    fn line(&mut self, number: u64, line: &str, facts: &mut Facts<'_>) {
        if !self.course.passes(number, line) {
            return;
        }
        let text = line.trim();
        if let Some(user) = text.strip_prefix("user_id=") {
            self.user = user.parse().ok();
            self.role = None;
        } else if let Some(name) = text.strip_prefix("name=") {
            let name = name.trim_matches('"');
            let short = name.strip_prefix("android.app.role.");
            self.role = short.and_then(kind);
            if short.is_some() {
                self.course.known();
            }
        } else if let Some(names) = text.strip_prefix("holders=") {
            if let Some(kind) = self.role {
                let names = names.trim_matches(['[', ']']);
                for name in names.split(',') {
                    self.holder(kind, name, number, facts);
                }
            }
        } else if text.starts_with('}') {
            self.role = None;
        } else if text.contains("android.app.role.") {
            self.compact(text, number, facts);
        }
    }

    fn end(&mut self, _cut: bool, facts: &mut Facts<'_>) {
        self.course.end(facts);
    }
}

/// The roles that matter here (AOSP `android.app.role.RoleManager`).
fn kind(role: &str) -> Option<PowerKind> {
    match role {
        "SMS" => Some(PowerKind::SmsRole),
        "DIALER" => Some(PowerKind::DialerRole),
        "ASSISTANT" => Some(PowerKind::AssistantRole),
        "CALL_SCREENING" => Some(PowerKind::CallScreeningRole),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fed::fed;

    /// Made after AOSP's code.
    const MADE: &str = "\
ROLE STATE (dumpsys role):
{
  user_states={
    user_id=0
    version=1
    packages_hash=00
    roles=[
      {
        name=android.app.role.SMS
        fallback_enabled=true
        holders=com.example.messages
      }
      {
        name=android.app.role.HOME
        holders=com.example.launcher
      }
      {
        name=android.app.role.CALL_SCREENING
        holders=com.example.screen
        holders=com.example.second
      }
      {
        name=android.app.role.DIALER
      }
    ]
  }
  user_states={
    user_id=10
    roles=[
      {
        name=android.app.role.ASSISTANT
        holders=not a package
      }
    ]
  }
}
";

    #[test]
    fn default_apps_hold_their_roles_for_their_users() {
        insta::assert_snapshot!(fed("role", MADE));
    }

    #[test]
    fn roles_on_one_line_are_read() {
        let text = "RoleUserState {roles={android.app.role.SMS=[com.example.a, com.example.b], android.app.role.DIALER=[]}}";
        insta::assert_snapshot!(fed("role", text));
    }

    proptest! {
        #[test]
        fn any_lines_are_read_without_a_panic(
            lines in proptest::collection::vec(
                prop_oneof![
                    "\\PC{0,60}",
                    Just("name=android.app.role.SMS".to_owned()),
                    "holders=[a-z., \\[\\]]{0,20}",
                    "android.app.role.SMS=\\[?[a-z., ]{0,20}\\]?",
                ],
                0..12,
            ),
        ) {
            fed("role", &lines.join("\n"));
        }
    }
}
