//! `dumpsys notification`: apps that read every notification, and apps whose own are switched off.
//!
//! Listeners: `ManagedServices.dump` of AOSP, Android 8 to 16; `Allowed notification listeners:` names them
//! with their user, `All ... enabled for current profiles` and `Live ...` again. Assistants and condition
//! providers stand in blocks of the same shape and are not listeners. Registered by the system itself
//! (`SYSTEM`, user -1) is not an app that somebody allowed.
//!
//! Muted apps: `PreferencesHelper.dump`, `AppSettings: com.x (10123) importance=NONE userSet=true`. From
//! Android 13 every app that never asked for the permission stands there as `importance=NONE userSet=false`
//! (seen in many public logs): nobody switched those off, so they are not taken. A line without `userSet` is
//! of an older Android, where NONE was always somebody's choice.

use std::collections::BTreeSet;

use super::Section;
use super::course::Course;
use super::names::{package, part, value};
use super::section::Facts;
use super::section::user_of;
use crate::snapshot::{Hiding, Observed, PowerKind, SurfaceId};

pub(super) struct Notifications {
    listeners: Course,
    muted: Course,
    block: Block,
    /// Components that a list with users names.
    named: BTreeSet<String>,
    /// Those of the list for "current profiles", which names no user.
    current: Vec<(u64, String)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    Outside,
    Allowed,
    Enabled,
    Live,
}

impl Notifications {
    pub(super) fn new() -> Self {
        Self {
            listeners: Course::new(SurfaceId::NotificationListeners),
            muted: Course::new(SurfaceId::MutedNotifications),
            block: Block::Outside,
            named: BTreeSet::new(),
            current: Vec::new(),
        }
    }

    fn listener(&mut self, name: &str, user: Option<u32>, number: u64, facts: &mut Facts<'_>) {
        let name = name.trim();
        if name.is_empty() {
            return;
        }
        let (owner, component) = match part(name) {
            Some((owner, component)) => (owner, Some(component)),
            None => match package(name) {
                Some(owner) => (owner, None),
                None => {
                    let cause = "a notification listener with a name that is none";
                    self.listeners.skip(number, cause, facts);
                    return;
                }
            },
        };
        let kind = PowerKind::NotificationListener;
        facts.power(owner, user, kind, component.as_deref(), number);
        self.listeners.record();
        self.named.extend(component);
    }

    /// `com.x/.L:com.y/.M (user: 0 isPrimary: true)`, or `userId: 0 value: com.x/.L:com.y/.M`.
    fn allowed(&mut self, text: &str, number: u64, facts: &mut Facts<'_>) {
        let (names, user) = if let Some((names, rest)) = text.rsplit_once("(user: ") {
            (names, rest.split([' ', ')']).next())
        } else if let Some((user, names)) = text
            .strip_prefix("userId:")
            .and_then(|rest| rest.split_once("value:"))
        {
            (names, Some(user.trim()))
        } else {
            (text, None)
        };
        let user = user.and_then(|user| user.parse().ok());
        for name in names.split(':') {
            self.listener(name, user, number, facts);
        }
    }

    /// `ComponentInfo{com.x/com.x.L} (user 0): android.service...$Proxy@1 SYSTEM`
    fn live(&mut self, text: &str, number: u64, facts: &mut Facts<'_>) {
        let (name, rest) = text.split_once(" (user ").unwrap_or((text, ""));
        let (user, service) = rest.split_once(')').unwrap_or((rest, ""));
        if user.starts_with('-') || service.split(' ').any(|word| word == "SYSTEM") {
            return;
        }
        self.listener(name, user.parse().ok(), number, facts);
    }

    fn app_settings(&mut self, text: &str, number: u64, facts: &mut Facts<'_>) {
        let mut words = text.split_whitespace();
        let Some(app) = words.next().and_then(package) else {
            let cause = "notification settings of an app with a name that is none";
            self.muted.skip(number, cause, facts);
            return;
        };
        self.muted.record();
        let banned =
            words.clone().any(|word| word == "banned") || value(text, "banned") == Some("true");
        let none = value(text, "importance") == Some("NONE");
        if !(banned || none && value(text, "userSet") != Some("false")) {
            return;
        }
        let user = words
            .next()
            .and_then(|uid| uid.strip_prefix('(')?.strip_suffix(')'))
            .and_then(user_of);
        let at = facts.at(number);
        let app = facts.app(app, user, number);
        let known = app
            .hiding
            .iter()
            .any(|way| way.value == Hiding::NotificationsMuted);
        if !known {
            app.hiding
                .push(Observed::new(Hiding::NotificationsMuted, at));
        }
    }
}

impl Section for Notifications {
    fn line(&mut self, number: u64, line: &str, facts: &mut Facts<'_>) {
        self.muted.passes(number, line);
        if !self.listeners.passes(number, line) {
            return;
        }
        let text = line.trim();
        if let Some(settings) = text.strip_prefix("AppSettings:") {
            self.block = Block::Outside;
            self.app_settings(settings, number, facts);
            return;
        }
        if text == "Ranking Config:" || text == "per-package config:" {
            self.muted.known();
        }
        if let Some(block) = heading(text) {
            self.block = block;
            if block != Block::Outside {
                self.listeners.known();
            }
            return;
        }
        match self.block {
            Block::Outside => {}
            Block::Allowed => self.allowed(text, number, facts),
            Block::Enabled => self.current.push((number, text.to_owned())),
            Block::Live => self.live(text, number, facts),
        }
    }

    fn end(&mut self, _cut: bool, facts: &mut Facts<'_>) {
        // Without a user it would count for every user that has the app: only where no list names one.
        for (number, name) in std::mem::take(&mut self.current) {
            let known = part(&name).is_some_and(|(_, component)| self.named.contains(&component));
            if !known {
                self.listener(&name, None, number, facts);
            }
        }
        self.listeners.end(facts);
        self.muted.end(facts);
    }
}

/// What begins here. Any other heading, and any field (`mListenerHints: 0`), ends a list of listeners.
fn heading(text: &str) -> Option<Block> {
    if text.starts_with("Allowed notification listeners") {
        Some(Block::Allowed)
    } else if text.starts_with("All notification listeners") {
        Some(Block::Enabled)
    } else if text.starts_with("Live notification listeners") {
        Some(Block::Live)
    } else {
        let listed = text.contains('/') || text.starts_with("userId:") || text.is_empty();
        (!listed && text.contains([':', '='])).then_some(Block::Outside)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fed::fed;

    /// Made after AOSP's code.
    const MADE: &str = "\
Current Notification Manager state:
  Notification attention state:
    mSoundNotificationKey=null

  Ranking Config:
    mSignalExtractors.length = 12
    per-package config:
      AppSettings: com.example.quiet (10123) importance=NONE userSet=true
        NotificationChannel{mId='a', mName=a/b}
      AppSettings: com.example.unasked (10124) importance=NONE userSet=false
      AppSettings: com.example.older (1010125) importance=NONE
      AppSettings: com.example.loud (10126) importance=DEFAULT userSet=true
      AppSettings: ?? (10126) importance=NONE

  Notification listeners:
    Allowed notification listeners:
      com.example.watch/.Companion:com.example.spy/com.example.spy.Ears (user: 0 isPrimary: true)
       (user: 10 isPrimary: true)
    Has user set:
      userId=0 value={com.example.off/.Not}
    All notification listeners (1) enabled for current profiles:
      ComponentInfo{com.example.watch/com.example.watch.Companion}
    Live notification listeners (2):
      ComponentInfo{com.android.systemui/com.android.systemui.Listener} (user -1): android.service.notification.INotificationListener$Stub$Proxy@1 SYSTEM
      ComponentInfo{com.example.watch/com.example.watch.Companion} (user 0): android.service.notification.INotificationListener$Stub$Proxy@2
    Snoozed notification listeners (0):
    mListenerHints: 0

  Notification assistant services:
    Allowed notification assistants:
      com.example.assistant/.A (user: 0 isPrimary: true)
    Live notification assistants (1):
      ComponentInfo{com.example.assistant/com.example.assistant.A} (user 0): proxy SYSTEM
";

    #[test]
    fn listeners_are_powers_and_muted_apps_hide() {
        insta::assert_snapshot!(fed("notification", MADE));
    }

    #[test]
    fn an_allowed_list_with_the_user_in_front_is_read() {
        let text = "    Allowed notification listeners:\n      userId: 10 value: com.example.a/.L:com.example.b\n";
        insta::assert_snapshot!(fed("notification", text));
    }

    proptest! {
        #[test]
        fn any_lines_are_read_without_a_panic(
            lines in proptest::collection::vec(
                prop_oneof![
                    "\\PC{0,60}",
                    Just("Allowed notification listeners:".to_owned()),
                    Just("Live notification listeners (1):".to_owned()),
                    "AppSettings: [a-z.( )0-9=A-Z]{0,40}",
                    "[a-z.]{0,8}/[a-z.]{0,8} ?\\(user:? [0-9-]{0,12}\\)?",
                ],
                0..12,
            ),
        ) {
            fed("notification", &lines.join("\n"));
        }
    }
}
