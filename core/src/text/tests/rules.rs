//! The rules for words (R-W1 to R-W7 in the requirements) beyond the catalogue: literals of the code, the
//! program's help, templates, help directories, and what a report says when it finds something or nothing.
//!
//! What no machine can see is left to readers: whether a sentence is calm (R-W3), and its reading age and
//! idioms beyond the length of sentences (R-W6).

use std::fs;
use std::path::PathBuf;

use super::{FORBIDDEN, texts};
use crate::text::Catalogue;

/// Every text outside the catalogue that a person may read, with where it stands.
fn elsewhere() -> Vec<(String, String)> {
    let core = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for room in ["src", "../desk/src", "templates", "help"] {
        for entry in walkdir::WalkDir::new(core.join(room)).sort_by_file_name() {
            let entry = entry.unwrap();
            let path = entry.path();
            let is_test = path.iter().any(|part| {
                let part = part.to_string_lossy();
                part == "tests" || part == "tests.rs" || part.ends_with("_tests.rs")
            });
            if is_test || !entry.file_type().is_file() {
                continue;
            }
            let name = path.strip_prefix(&core).unwrap().display().to_string();
            let Ok(text) = fs::read_to_string(path) else {
                continue;
            };
            match path.extension().and_then(|ending| ending.to_str()) {
                Some("rs") => {
                    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
                    // The program's help is made of the comments of its arguments.
                    let is_help = name.ends_with("args.rs");
                    found.extend(literals(code).map(|text| (name.clone(), text)));
                    if is_help {
                        found.extend(help(code).into_iter().map(|text| (name.clone(), text)));
                    }
                }
                Some("ftl") => {}
                _ => found.push((name, text)),
            }
        }
    }
    assert!(found.len() > 500, "the rooms were not found");
    found
}

/// What stands between quotes on one line; comments have none that matter.
fn literals(code: &str) -> impl Iterator<Item = String> + '_ {
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .map(str::to_owned)
}

/// Paragraphs of documentation comments, as `--help` prints them.
fn help(code: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in code.lines() {
        let comment = line.trim_start().strip_prefix("///").map(str::trim);
        match (comment, paragraphs.last_mut()) {
            (Some(text), Some(open)) if !text.is_empty() => {
                open.push(' ');
                open.push_str(text);
            }
            _ => paragraphs.push(String::new()),
        }
    }
    paragraphs.retain(|text| !text.is_empty());
    paragraphs
}

fn words(text: &str) -> String {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    format!(" {} ", words.join(" "))
}

fn message(id: &str) -> String {
    let all = texts();
    let found: Vec<&str> = all
        .iter()
        .filter(|(name, _)| name == id)
        .map(|(_, text)| text.as_str())
        .collect();
    assert!(!found.is_empty(), "no message {id}");
    found.join(" ")
}

#[test]
fn r_w1_no_literal_template_or_help_line_promises_or_alarms() {
    for (place, text) in elsewhere() {
        let said = words(&text);
        for word in FORBIDDEN {
            assert!(
                !said.contains(&format!(" {word} ")),
                "{place} says {word:?}: {text}"
            );
        }
    }
}

#[test]
fn r_w2_nothing_found_names_its_list_and_its_limits_on_paper_and_in_the_terminal() {
    for (list, limits, feeling) in [
        ("summary-nothing", "summary-cannot-see", "summary-feeling"),
        (
            "desk-nothing-list",
            "desk-nothing-found",
            "desk-nothing-feeling",
        ),
    ] {
        let list = message(list);
        assert!(
            list.contains("$indicators") && list.contains("$date"),
            "{list}"
        );
        assert!(message(limits).contains("cannot see everything"));
        assert!(message(feeling).contains("trust that feeling"));
    }
}

#[test]
fn r_w3_every_finding_says_what_it_does_not_tell_and_nobody_is_told_to_remove() {
    for kind in ["app", "profile", "setting", "file", "domain", "device"] {
        let text = message(&format!("does-not-tell-{kind}"));
        assert!(text.contains("not"), "does-not-tell-{kind}: {text}");
    }
    for (id, text) in texts() {
        let said = words(&text);
        for word in ["remove", "uninstall", "delete", "reset", "confront"] {
            let told = format!(" {word} ");
            let advice = said.contains(&told)
                && (said.starts_with(&told) || said.contains(&format!(" please {word} ")));
            assert!(!advice, "{id} tells somebody to {word}: {text}");
        }
    }
}

#[test]
fn r_w4_three_words_and_no_others_no_number_and_no_traffic_light() {
    let words: Vec<String> = texts()
        .into_iter()
        .filter(|(id, _)| id.starts_with("outcome-") && !id.ends_with("-meaning"))
        .map(|(_, text)| text)
        .collect();
    assert_eq!(words, ["Match", "Worth a look", "Not checked"]);
    for (id, text) in texts() {
        let unit = text.contains('%') || text.contains("per cent") || text.contains("out of 10");
        assert!(!unit, "{id} has a score: {text}");
    }
    for (place, text) in elsewhere() {
        if place.starts_with("templates") {
            let lights = ["red", "crimson", "tomato", "darkred", "orange", "green"];
            for colour in colours(&text) {
                assert!(
                    is_grey_or_blue(&colour),
                    "{place}: the colour {colour} is of a traffic light"
                );
            }
            let said = text.to_lowercase();
            for colour in lights {
                for form in [
                    format!("color: {colour}"),
                    format!("color:{colour}"),
                    format!("fill: {colour}"),
                ] {
                    assert!(!said.contains(&form), "{place}: {form}");
                }
            }
        }
    }
}

/// Colours in the form `#rrggbb` or `#rgb`.
fn colours(text: &str) -> Vec<String> {
    text.split('#')
        .skip(1)
        .map(|rest| {
            rest.chars()
                .take_while(char::is_ascii_hexdigit)
                .collect::<String>()
        })
        .filter(|digits| matches!(digits.len(), 3 | 6))
        .collect()
}

/// Red, amber and green stand out of the blue; greys and blues do not.
fn is_grey_or_blue(digits: &str) -> bool {
    let step = digits.len() / 3;
    let parts: Vec<i32> = (0..3)
        .map(|part| {
            let text = digits.get(part * step..(part + 1) * step).unwrap();
            let value = i32::from_str_radix(text, 16).unwrap();
            if step == 1 { value * 17 } else { value }
        })
        .collect();
    let brightest = parts[0].max(parts[1]);
    brightest - parts[2] <= 48
}

#[test]
fn r_w5_an_app_with_ordinary_uses_asks_who_set_it_up() {
    let question = message("can-do-question");
    assert!(question.ends_with('?'), "{question}");
    assert!(message("statement-question").ends_with('?'));
    for answer in ["set-up", "did-not-know", "not-sure"] {
        assert!(message(&format!("answer-{answer}")).starts_with(['I', 'Y']));
    }
    let harmless = Catalogue::en_gb().plain("harmless-dual_use").to_lowercase();
    assert!(harmless.contains("ordinary"), "{harmless}");
}

#[test]
fn r_w6_no_sentence_of_the_help_is_longer_than_twenty_words() {
    for (place, text) in elsewhere() {
        if !place.ends_with("args.rs") {
            continue;
        }
        for sentence in text.split_inclusive(['.', '?', '!', ':', ';']) {
            let count = sentence
                .split_whitespace()
                .filter(|word| word.chars().any(char::is_alphanumeric))
                .count();
            assert!(count <= 20, "{place}: {count} words: {sentence}");
        }
    }
}

#[test]
fn r_w7_officers_are_told_to_keep_photograph_note_ask_and_assess() {
    let all = [
        "findings-advice-keep",
        "findings-advice-safety",
        "findings-advice-officer",
        "findings-advice-risk",
        "desk-keep",
    ]
    .map(message)
    .join(" ");
    for part in [
        "do not remove",
        "do not reset",
        "photograph",
        "note the time",
        "other devices",
        "children",
        "risk assessment",
    ] {
        assert!(
            all.to_lowercase().contains(part),
            "nobody says {part}: {all}"
        );
    }
    let core = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let summary = fs::read_to_string(core.join("../desk/src/summary.rs")).unwrap();
    for id in [
        "desk-keep",
        "findings-advice-officer",
        "findings-advice-risk",
    ] {
        assert!(summary.contains(id), "the terminal does not say {id}");
    }
}
