//! The catalogue and the code agree, and the words keep the rules (R-W1 to R-W7).

mod rules;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_bundle::FluentResource;

use super::*;
use crate::detect::{Sign, SubjectKind, Weight};
use crate::signatures::schema::CAPABILITIES;
use crate::snapshot::{Channel, Hiding, ManagementRight, PayloadKind, PowerKind, Sensor};

/// Words that no text for people has: they promise, they alarm, or they say more than a check can know.
const FORBIDDEN: &[&str] = &[
    "clean",
    "safe",
    "infected",
    "infection",
    "victim",
    "threat",
    "threats",
    "score",
    "your partner",
    "virus",
    "hacked",
    "compromised",
];

/// Every text of the catalogue: message name and one pattern (a message with a choice has several).
fn texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for (file, source) in languages::EN_GB.files {
        let mut name = String::new();
        for line in source.lines() {
            let text = if line.is_empty() || line.starts_with('#') || line == "}" {
                continue;
            } else if let Some(variant) = line.trim_start().strip_prefix("*[") {
                variant.split_once("] ").unwrap().1
            } else if let Some(variant) = line.trim_start().strip_prefix('[') {
                variant.split_once("] ").unwrap().1
            } else {
                assert!(
                    !line.starts_with(' '),
                    "{file}: a text stands on one line: {line}"
                );
                let (id, text) = line.split_once(" = ").unwrap();
                id.clone_into(&mut name);
                if text.ends_with("->") {
                    continue;
                }
                text
            };
            texts.push((name.clone(), text.to_owned()));
        }
    }
    texts
}

/// A text with each value as one word.
fn without_placeables(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '{' => inside = true,
            '}' => {
                inside = false;
                out.push('X');
            }
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

/// Names of messages that are made from words of an enum or a list.
fn composed_ids() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for id in SurfaceId::ALL {
        ids.insert(format!("surface-{}", id.as_str()));
        ids.insert(format!("surface-{}-meaning", id.as_str()));
    }
    let text = String::new;
    for reason in [
        Reason::NotInThisEvidence,
        Reason::FileMissing { file: text() },
        Reason::NotReadYet { file: text() },
        Reason::Unreadable {
            file: text(),
            cause: text(),
        },
        Reason::Malformed { cause: text() },
        Reason::LeftEmpty { field: text() },
        Reason::TooLarge { limit: 1 },
        Reason::TooMany { limit: 1 },
        Reason::Encrypted,
        Reason::WrongPassword,
        Reason::Contradicts {
            field: text(),
            kept: text(),
            kept_at: text(),
            found: text(),
        },
        Reason::UnsafeName,
        Reason::Cancelled,
        Reason::CodeNotKept { signatures: text() },
    ] {
        ids.insert(format!("reason-{}", reason.code()));
    }
    for word in CAPABILITIES {
        ids.insert(format!("capability-{word}"));
    }
    for category in Category::ALL {
        for prefix in ["category", "harmless", "can-do"] {
            // An ordinary app gets its own sentences (R-W5).
            ids.insert(format!("{prefix}-{}", category.as_str()));
        }
    }
    ids.remove("can-do-dual_use");
    for power in PowerKind::ALL {
        for prefix in ["power", "power-name", "harmless-power"] {
            ids.insert(format!("{prefix}-{}", power.as_str()));
        }
    }
    for sign in Sign::ALL {
        ids.insert(format!("sign-{}", sign.as_str()));
        // Signs that share a topic share its explanation.
        let explained = sign.phone_topic().unwrap_or(sign.as_str());
        ids.insert(format!("harmless-sign-{explained}"));
    }
    for topic in Sign::PHONE_TOPICS {
        for prefix in ["headline-sign", "can-do-sign"] {
            ids.insert(format!("{prefix}-{topic}"));
        }
    }
    ids.insert("headline-profile-does".to_owned());
    for kind in PayloadKind::ALL {
        for prefix in ["payload-kind", "payload-does", "payload-harmless"] {
            ids.insert(format!("{prefix}-{}", kind.as_str()));
        }
    }
    for right in ManagementRight::ALL {
        ids.insert(format!("right-{}", right.as_str()));
    }
    for channel in Channel::ALL {
        ids.insert(format!("channel-{}", channel.as_str()));
    }
    for hiding in Hiding::ALL {
        ids.insert(format!("sign-{}", hiding.as_str()));
    }
    for sensor in Sensor::ALL {
        ids.insert(format!("sensor-{}", sensor.as_str()));
        ids.insert(format!("sign-background_{}", sensor.as_str()));
    }
    for weight in Weight::ALL {
        ids.insert(format!("weight-class-{}", weight.as_str()));
    }
    for kind in [
        SubjectKind::App,
        SubjectKind::Profile,
        SubjectKind::Setting,
        SubjectKind::File,
        SubjectKind::Domain,
        SubjectKind::Device,
    ] {
        let word = crate::report::words::subject_kind(kind);
        ids.insert(format!("subject-kind-{word}"));
        ids.insert(format!("does-not-tell-{word}"));
        if kind != SubjectKind::App {
            ids.insert(format!("harmless-{word}"));
        }
        for basis in ["listed", "resembles", "plain"] {
            ids.insert(format!("headline-{word}-{basis}"));
        }
    }
    for basis in ["ordinary", "declared", "behaves", "powers"] {
        ids.insert(format!("headline-app-{basis}"));
    }
    for strength in ["identifying", "supporting", "context"] {
        ids.insert(format!("strength-{strength}"));
    }
    for state in ["read", "unavailable", "not_asked"] {
        ids.insert(format!("state-{state}"));
    }
    for state in ["installed", "removed", "seen"] {
        ids.insert(format!("subject-state-{state}"));
    }
    for platform in ["android", "ios", "unknown"] {
        ids.insert(format!("platform-{platform}"));
    }
    for what in crate::report::timeline::EventKind::ALL {
        ids.insert(format!("timeline-{}", what.as_str()));
    }
    for month in 1..=12 {
        ids.insert(format!("month-{month}"));
    }
    for directory in crate::help::Directory::all() {
        ids.extend(directory.emergency.iter().cloned());
        ids.extend(directory.contacts.iter().map(|one| one.about.clone()));
    }
    for kind in ["androidqf_folder", "androidqf_zip", "apk"] {
        ids.insert(format!("input-kind-{kind}"));
    }
    ids
}

/// Names of messages that stand in the code as a literal: anything in quotes that is a message name.
fn literal_ids(known: &BTreeSet<String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let core = Path::new(env!("CARGO_MANIFEST_DIR"));
    for room in ["src", "../desk/src"] {
        for entry in walkdir::WalkDir::new(core.join(room)) {
            let path = entry.unwrap().into_path();
            let is_test = path
                .components()
                .any(|part| part.as_os_str() == "tests" || part.as_os_str() == "tests.rs");
            if path.extension().is_none_or(|extension| extension != "rs") || is_test {
                continue;
            }
            let source = std::fs::read_to_string(&path).unwrap();
            for literal in source.split('"') {
                if known.contains(literal) {
                    found.insert(literal.to_owned());
                }
            }
            // A name in a call is a name even where no message has it.
            for call in ["plain(", ".text(", "label(", "text(", "contact("] {
                for rest in source.split(call).skip(1) {
                    let Some(rest) = rest.trim_start().strip_prefix('"') else {
                        continue;
                    };
                    let id = rest.split('"').next().unwrap();
                    // Calls of other things by the same name take paths.
                    if !id.contains(['/', '.']) {
                        found.insert(id.to_owned());
                    }
                }
            }
        }
    }
    found
}

#[test]
fn every_message_file_is_well_formed() {
    for (file, source) in languages::EN_GB.files {
        if let Err((_, errors)) = FluentResource::try_new((*source).to_owned()) {
            panic!("{file}: {errors:?}");
        }
    }
}

#[test]
fn no_message_is_written_twice() {
    let mut seen = BTreeMap::new();
    for (file, source) in languages::EN_GB.files {
        for line in source
            .lines()
            .filter(|line| !line.starts_with([' ', '#', '}']))
        {
            if let Some((id, _)) = line.split_once(" = ") {
                assert_eq!(seen.insert(id, file), None, "{id} stands twice");
            }
        }
    }
}

#[test]
fn every_name_in_the_code_has_a_message_and_every_message_is_used() {
    let known: BTreeSet<String> = texts().into_iter().map(|(id, _)| id).collect();
    let mut used = literal_ids(&known);
    used.extend(composed_ids());
    let missing: Vec<_> = used.difference(&known).collect();
    assert!(missing.is_empty(), "no message for {missing:?}");
    let unused: Vec<_> = known.difference(&used).collect();
    assert!(unused.is_empty(), "nobody uses {unused:?}");
}

#[test]
fn no_text_has_a_word_that_promises_or_alarms() {
    for (id, text) in texts() {
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let joined = format!(" {} ", words.join(" "));
        for word in FORBIDDEN {
            assert!(
                !joined.contains(&format!(" {word} ")),
                "{id} says {word:?}: {text}"
            );
        }
    }
}

#[test]
fn no_sentence_is_longer_than_twenty_words() {
    for (id, text) in texts() {
        for sentence in without_placeables(&text).split_inclusive(['.', '?', '!']) {
            let words = sentence
                .split_whitespace()
                .filter(|word| word.chars().any(char::is_alphanumeric))
                .count();
            assert!(words <= 20, "{id}: {words} words: {sentence}");
        }
    }
}

#[test]
fn a_missing_message_shows_its_name() {
    assert_eq!(
        Catalogue::en_gb().plain("no-such-message"),
        "[no-such-message]"
    );
}

#[test]
fn values_stand_in_the_text_without_invisible_marks() {
    let catalogue = Catalogue::en_gb();
    assert_eq!(
        catalogue.text("report-footer", &[("id", "RL-1".into())]),
        "Report RL-1"
    );
    assert_eq!(
        catalogue.text("summary-looks", &[("looks", 1.into())]),
        "It found 1 thing that is worth a look."
    );
    assert_eq!(
        catalogue.text("summary-looks", &[("looks", 2.into())]),
        "It found 2 things that are worth a look."
    );
}

#[test]
fn one_catalogue_serves_many_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Catalogue::en_gb());
}
