//! `dumpsys settings`: the settings of every user, the powers and hosts that they name, and when which setting
//! was last changed.
//!
//! Form of AOSP's `SettingsProvider` (`SettingsState.dump...`), Android 8 to 16: `SECURE SETTINGS (user 0)`, then
//! `_id:12 name:x pkg:com.y value:z default:z defaultSystemSet:true`, then `Historical operations` with lines
//! `2026-06-10 09:02:12 update adb_enabled`. Android prints who wrote a setting and not when, and in the history
//! when and not what or by whom, so a change is told without a value. `CONFIG SETTINGS` are switches that
//! Google's servers set for the system's own code, thousands of them, and are left out.
//!
//! Settings of the owner stand under `secure`, `global`, `system`; those of user 10 under `secure (user 10)`.

use super::Section;
use super::course::Course;
use super::section::Facts;
use super::section::time;
use crate::evidence::android::settings::{Meaning, meaning};
use crate::limits::LINE_BYTES;
use crate::snapshot::{Contact, OccurrenceKind, PowerKind, Reason, Setting, SurfaceId};

pub(super) struct Settings {
    settings: Course,
    history: Course,
    /// Private DNS, proxies and an always-on VPN are settings.
    network: Course,
    block: Option<Block>,
    /// The setting that is being read: its value can have several lines.
    open: Option<(u64, Entry)>,
}

struct Block {
    namespace: &'static str,
    user: Option<u32>,
    /// Below `Historical operations`.
    past: bool,
}

struct Entry {
    name: String,
    /// The value and what stands behind it.
    rest: String,
}

impl Settings {
    pub(super) fn new() -> Self {
        Self {
            settings: Course::new(SurfaceId::Settings),
            history: Course::new(SurfaceId::History),
            network: Course::new(SurfaceId::Network),
            block: None,
            open: None,
        }
    }

    /// Ends the setting that is being read.
    fn close(&mut self, facts: &mut Facts<'_>) {
        let (Some((number, entry)), Some(block)) = (self.open.take(), &self.block) else {
            return;
        };
        let value = value(&entry.rest).trim_end_matches('\n');
        let provenance = facts.at(number);
        for meaning in meaning(block.namespace, &entry.name, value) {
            match meaning {
                Meaning::Power {
                    kind,
                    package,
                    component,
                } => {
                    facts.power(&package, block.user, kind, component.as_deref(), number);
                    if kind == PowerKind::Vpn {
                        self.network.record();
                    }
                }
                Meaning::Contact(endpoint) => {
                    let contact = Contact {
                        endpoint,
                        app: None,
                        contacted: None,
                        provenance: provenance.clone(),
                    };
                    facts.contacts.push(contact);
                    self.network.record();
                }
                Meaning::Unreadable => {
                    let cause = "not the name of a part of an app";
                    self.settings.skip(number, cause, facts);
                }
            }
        }
        facts.settings.push(Setting {
            namespace: named(block),
            name: entry.name,
            value: value.to_owned(),
            provenance,
        });
        self.settings.record();
    }

    /// `2026-06-10 09:02:12 update adb_enabled`
    fn operation(&mut self, text: &str, number: u64, facts: &mut Facts<'_>) {
        let mut words = text.split_whitespace();
        let (Some(date), Some(clock), Some(operation)) = (words.next(), words.next(), words.next())
        else {
            return;
        };
        let (Some(name), Some(block)) = (words.next(), &self.block) else {
            return;
        };
        // `persist` writes the file, `initialize` reads it; `update` is every change, `delete` and `reset` too.
        if !matches!(operation, "update" | "insert" | "delete" | "reset") {
            return;
        }
        let Some(at) = time(&format!("{date} {clock}")) else {
            let cause = "a change of a setting whose time is not in a form that we know";
            self.history.skip(number, cause, facts);
            return;
        };
        let subject = format!("{}/{name}", named(block));
        let kind = OccurrenceKind::SettingChanged;
        facts.occurred(kind, at, &subject, block.user, None, number);
        self.history.record();
    }
}

impl Section for Settings {
    fn line(&mut self, number: u64, line: &str, facts: &mut Facts<'_>) {
        self.history.passes(number, line);
        self.network.passes(number, line);
        if !self.settings.passes(number, line) {
            return;
        }
        if let Some(block) = heading(line) {
            self.close(facts);
            self.settings.known();
            if block
                .as_ref()
                .is_some_and(|block| block.namespace == "global")
            {
                self.network.known();
            }
            self.block = block;
            return;
        }
        if line.trim() == "Historical operations" {
            self.close(facts);
            self.history.known();
            if let Some(block) = &mut self.block {
                block.past = true;
            }
            return;
        }
        let Some(block) = &self.block else {
            return;
        };
        if block.past {
            self.operation(line, number, facts);
        } else if let Some(entry) = entry(line) {
            self.close(facts);
            self.open = Some((number, entry));
        } else if line.trim_start().starts_with("_id:") {
            self.close(facts);
            self.settings
                .skip(number, "a setting without its name", facts);
        } else if let Some((_, entry)) = &mut self.open
            && entry.rest.len() + line.len() < LINE_BYTES
        {
            entry.rest.push('\n');
            entry.rest.push_str(line);
        }
    }

    fn end(&mut self, cut: bool, facts: &mut Facts<'_>) {
        // The last value of a dump that breaks off may be half of one.
        if cut {
            self.open = None;
        }
        self.close(facts);
        self.settings.end(facts);
        // Phones that are not made for developers keep no history (`Build.IS_DEBUGGABLE`).
        if self.history.is_known() {
            self.history.end(facts);
        } else {
            let field = "Historical operations".to_owned();
            facts.unread(SurfaceId::History, Reason::LeftEmpty { field });
        }
        self.network.end(facts);
    }
}

/// `SECURE SETTINGS (user 0)`: a block that is read, or one that is left out.
#[expect(
    clippy::option_option,
    reason = "no heading, or a heading of a block that is left out"
)]
fn heading(line: &str) -> Option<Option<Block>> {
    let (name, rest) = line.trim().split_once(" SETTINGS (user ")?;
    let user = rest.strip_suffix(')')?.parse().ok();
    let namespace = match name {
        "SECURE" => "secure",
        "GLOBAL" => "global",
        "SYSTEM" => "system",
        _ if name.bytes().all(|byte| byte.is_ascii_uppercase()) => return Some(None),
        _ => return None,
    };
    Some(Some(Block {
        namespace,
        user,
        past: false,
    }))
}

fn named(block: &Block) -> String {
    match block.user {
        None | Some(0) => block.namespace.to_owned(),
        Some(user) => format!("{} (user {user})", block.namespace),
    }
}

/// `_id:12 name:x pkg:com.y value:z ...`; `pkg` is left out where nobody is known to have written it.
fn entry(line: &str) -> Option<Entry> {
    let rest = line.trim_start().strip_prefix("_id:")?;
    let (_, rest) = rest.split_once(" name:")?;
    let (name, rest) = rest.split_once(' ')?;
    let rest = match rest.strip_prefix("pkg:") {
        Some(rest) => rest.split_once(' ')?.1,
        None => rest,
    };
    let plain = !name.is_empty() && !name.contains(char::is_control);
    plain.then_some(Entry {
        name: name.to_owned(),
        rest: rest.strip_prefix("value:")?.to_owned(),
    })
}

/// The value alone: without its default, which ends in `defaultSystemSet:`, and without a tag. `{null}` is none.
fn value(rest: &str) -> &str {
    match without_fields(rest) {
        "{null}" => "null",
        value => value,
    }
}

fn without_fields(rest: &str) -> &str {
    for field in [" defaultSystemSet:", " tag:"] {
        if let Some((head, _)) = rest.rsplit_once(field) {
            return head
                .split_once(" default:")
                .map_or(head, |(value, _)| value);
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fed::{fed, fed_up_to};

    /// Made after AOSP's code.
    const MADE: &str = "\
CONFIG SETTINGS (user 0)
version: 231
_id:1 name:adservices/flag pkg:com.google.android.gms value:1
Historical operations
2026-06-10 09:02:30 update adservices/flag
GLOBAL SETTINGS (user 0)
version: 231
_id:115 name:adb_enabled pkg:android value:1 default:0 defaultSystemSet:true
_id:116 name:private_dns_specifier pkg:com.android.settings value:dns.example
_id:117 name:note pkg:com.example value:one two
  three
_id:118 value:without a name
Historical operations
2026-06-10 09:02:30 persist
2026-06-10 09:02:12 update adb_enabled
2026-06-10 09:02:04 initialize
yesterday noon update adb_enabled
SECURE SETTINGS (user 0)
_id:12 name:enabled_accessibility_services pkg:com.android.settings value:com.example.a/com.example.a.Watch:com.example.b/.B default:null defaultSystemSet:false
_id:13 name:enabled_notification_listeners value:no name/.X
SECURE SETTINGS (user 10)
_id:12 name:default_input_method pkg:android value:com.example.keys/.Keys
_id:14 name:enabled_accessibility_services pkg:android value:{null}
Historical operations
2026-06-11 10:00:00 update default_input_method
";

    #[test]
    fn settings_of_every_user_are_read_with_their_powers_and_their_changes() {
        insta::assert_snapshot!(fed("settings", MADE));
    }

    #[test]
    fn a_dump_that_ends_inside_a_value_leaves_that_out() {
        let text = "GLOBAL SETTINGS (user 0)\n_id:1 name:a pkg:b value:1\n_id:2 name:adb_enabled pkg:android value:1 defau";
        insta::assert_snapshot!(fed_up_to("settings", text, true));
    }

    proptest! {
        #[test]
        fn any_lines_are_read_without_a_panic(
            lines in proptest::collection::vec(
                prop_oneof![
                    "\\PC{0,60}",
                    Just("SECURE SETTINGS (user 0)".to_owned()),
                    Just("Historical operations".to_owned()),
                    "_id:1 name:enabled_input_methods (pkg:[a-z]{0,3} )?value:[a-z/:; .]{0,12}( default:x defaultSystemSet:true)?",
                    "2026-0[0-9]-10 09:02:30 update [a-z]{0,4}",
                ],
                0..16,
            ),
        ) {
            fed("settings", &lines.join("\n"));
        }
    }
}
