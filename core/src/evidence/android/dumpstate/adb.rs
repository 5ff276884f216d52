//! `dumpsys adb`: the computers that may debug the phone.
//!
//! Form of AOSP's `AdbService`/`AdbDebuggingManager`, Android 10 to 16. `user_keys=` and `system_keys=` hold
//! public keys in base64, each with the name that the computer gave itself; `keystore=` (Android 11 and later)
//! is XML with the time of the last connection, since Android 12 in binary form (ABX), of which the dump
//! keeps only what is text: keys and names, no times. All three were seen, the last in the AndroidQF sample.
//!
//! The fingerprint is the one that the phone shows when it asks: MD5 over the decoded key (AOSP
//! `AdbDebuggingManager.getFingerprints`).

use std::collections::BTreeMap;
use std::fmt::Write as _;

use base64ct::{Base64, Encoding};
use jiff::Timestamp;
use md5::{Digest, Md5};

use super::Section;
use super::course::Course;
use super::section::Facts;
use crate::snapshot::{Moment, OccurrenceKind, SurfaceId, TrustedComputer};

/// Every key begins so: its length is its first field, and always 64 words (2048 bits).
const START: &str = "QAAAA";

/// Bytes of a decoded key (AOSP `android_pubkey.h`: `ANDROID_PUBKEY_ENCODED_SIZE`).
const KEY_BYTES: usize = 524;

pub(super) struct Adb {
    course: Course,
    /// By fingerprint: the same key stands in several places.
    computers: BTreeMap<String, Computer>,
}

struct Computer {
    name: Option<String>,
    last_connected: Option<Moment>,
    number: u64,
}

impl Adb {
    pub(super) fn new() -> Self {
        Self {
            course: Course::new(SurfaceId::TrustedComputers),
            computers: BTreeMap::new(),
        }
    }

    /// A key at the beginning of a text, its name, and the time in the same XML element.
    fn key(&mut self, text: &str, number: u64, facts: &mut Facts<'_>) {
        let end = text
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=')))
            .unwrap_or(text.len());
        let (key, rest) = text.split_at(end);
        let Some(fingerprint) = fingerprint(key) else {
            let cause = "the key of a computer, not whole";
            self.course.skip(number, cause, facts);
            return;
        };
        let name = rest.strip_prefix(' ').map(|rest| {
            let end = rest
                .find(|c: char| {
                    c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '\u{fffd}')
                })
                .unwrap_or(rest.len());
            rest.split_at(end).0.to_owned()
        });
        let element = rest.split('>').next().unwrap_or_default();
        let last = element
            .split_once("lastConnection=\"")
            .and_then(|(_, rest)| rest.split('"').next())
            .and_then(|milliseconds| milliseconds.parse().ok())
            .filter(|milliseconds| *milliseconds > 0)
            .and_then(|milliseconds| Timestamp::from_millisecond(milliseconds).ok())
            .map(Moment::Instant);
        let computer = self.computers.entry(fingerprint).or_insert(Computer {
            name: None,
            last_connected: None,
            number,
        });
        if computer.name.is_none() {
            computer.name = name.filter(|name| !name.is_empty());
        }
        if computer.last_connected.is_none() {
            computer.last_connected = last;
        }
    }
}

impl Section for Adb {
    fn line(&mut self, number: u64, line: &str, facts: &mut Facts<'_>) {
        if !self.course.passes(number, line) {
            return;
        }
        // With debugging off the service prints its heading alone, and no keys.
        if line.contains("debugging_manager=") || line.contains("user_keys=") {
            self.course.known();
        }
        let mut rest = line;
        while let Some(at) = rest.find(START) {
            let (before, key) = rest.split_at(at);
            let inside = before
                .chars()
                .next_back()
                .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '/'));
            if !inside {
                self.key(key, number, facts);
            }
            let behind = key.find(|c: char| !c.is_ascii_alphanumeric());
            rest = key.get(behind.unwrap_or(key.len())..).unwrap_or_default();
        }
    }

    fn end(&mut self, _cut: bool, facts: &mut Facts<'_>) {
        for (fingerprint, computer) in std::mem::take(&mut self.computers) {
            let subject = computer.name.as_ref().unwrap_or(&fingerprint);
            if let Some(at) = computer.last_connected {
                let kind = OccurrenceKind::AdbConnected;
                let value = Some(fingerprint.as_str());
                facts.occurred(kind, at, subject, None, value, computer.number);
            }
            let provenance = facts.at(computer.number);
            facts.trusted_computers.push(TrustedComputer {
                name: computer.name,
                fingerprint: Some(fingerprint),
                last_connected: computer.last_connected,
                provenance,
            });
            self.course.record();
        }
        self.course.end(facts);
    }
}

/// `F0:A1:...`, if this is a whole key.
fn fingerprint(key: &str) -> Option<String> {
    let key = Base64::decode_vec(key).ok()?;
    if key.len() != KEY_BYTES {
        return None;
    }
    let mut text = String::new();
    for byte in Md5::digest(&key) {
        if !text.is_empty() {
            text.push(':');
        }
        write!(text, "{byte:02X}").expect("a String takes every text");
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use base64ct::{Base64, Encoding};
    use proptest::prelude::*;

    use super::super::fed::{fed, real};

    /// A key that nobody has: right in its first field and its length.
    fn made_key(filling: u8) -> String {
        let mut key = vec![filling; super::KEY_BYTES];
        key[..4].copy_from_slice(&[0x40, 0, 0, 0]);
        Base64::encode_string(&key)
    }

    #[test]
    fn keys_in_files_and_in_the_key_store_are_computers() {
        let (one, two) = (made_key(1), made_key(2));
        let text = format!(
            "ADB MANAGER STATE (dumpsys adb):\n{{\n  debugging_manager={{\n    connected_to_adb=true\n    \
             last_key_received=00:11\n    user_keys={one} person@desk\n{two}\n    system_keys=\n    \
             keystore=<?xml version='1.0' ?>\n<keyStore version=\"1\">\n<adbKey key=\"{one} person@desk\" \
             lastConnection=\"1793606400000\" />\n<adbKey key=\"QAAAAtooshort\" lastConnection=\"1\" />\n\
             </keyStore>\n  }}\n}}\n"
        );
        insta::assert_snapshot!(fed("adb", &text));
    }

    #[test]
    fn a_key_store_in_binary_form_gives_what_is_text() {
        let key = made_key(3);
        let text = format!(
            "    debugging_manager={{\n    keystore=ABX\u{0}\u{10}2\u{fffd}\u{fffd}\u{0}\u{8}keyStore\u{fffd}\
             \u{3}key\u{2}\u{fffd}{key} other@desk\u{fffd}\u{fffd}\u{0}\u{e}lastConnection\u{0}\n"
        );
        insta::assert_snapshot!(fed("adb", &text));
    }

    #[test]
    fn without_a_debugging_manager_nothing_is_known_of_keys() {
        insta::assert_snapshot!(fed("adb", "ADB MANAGER STATE (dumpsys adb):\n{\n}\n"));
    }

    #[test]
    fn the_real_dump_names_one_computer_whose_fingerprint_the_phone_shows() {
        if let Some(told) = real("adb") {
            let lines: Vec<&str> = told.lines().collect();
            assert_eq!(lines.len(), 2, "{told}");
            assert!(lines[0].contains("F0:A1:3D:8C:B3:F4:7B:09:9F:EE:8B:D8:38:2E:BD:C6"));
            assert_eq!(lines[1], "read trusted_computers: 1");
        }
    }

    proptest! {
        #[test]
        fn any_lines_are_read_without_a_panic(
            lines in proptest::collection::vec(
                prop_oneof!["\\PC{0,60}", "(user_keys=)?QAAAA[A-Za-z0-9+/]{0,40}={0,2} ?\\PC{0,8}"],
                0..8,
            ),
            filling in any::<u8>(),
            tail in "\\PC{0,30}",
        ) {
            fed("adb", &lines.join("\n"));
            fed("adb", &format!("key=\"{}{tail}", made_key(filling)));
        }
    }
}
