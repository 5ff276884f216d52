//! Every language, whoever wrote it: what a translation may not change, and what it must have. A new
//! language is covered without a new line here.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_bundle::FluentResource;

use super::*;
use crate::report::shown::shown;
use crate::text::{Catalogue, Value};

/// The texts of one message: variant keys of its choice (none where it has no choice) and all its text.
#[derive(Debug, Default)]
struct Message {
    selector: Option<String>,
    variants: BTreeSet<String>,
    text: String,
}

impl Message {
    fn values(&self) -> BTreeSet<String> {
        let inner = self.text.split('{').skip(1);
        inner
            .filter_map(|rest| rest.split('}').next())
            .map(|value| value.trim().to_owned())
            .chain(self.selector.clone())
            .collect()
    }
}

/// Every message of a language, read line by line as en-GB is written.
fn messages(language: &Language) -> BTreeMap<String, Message> {
    let mut messages: BTreeMap<String, Message> = BTreeMap::new();
    for (file, source) in language.files {
        let mut name = String::new();
        for line in source.lines() {
            let variant = line.trim_start().trim_start_matches('*').strip_prefix('[');
            if line.trim().is_empty() || line.starts_with('#') || line.trim() == "}" {
                continue;
            } else if let Some((key, text)) = variant.and_then(|rest| rest.split_once("] ")) {
                let message = messages.get_mut(&name).unwrap();
                message.variants.insert(key.trim().to_owned());
                message.text += text;
            } else {
                assert!(!line.starts_with(' '), "{}/{file}: {line}", language.tag);
                let (id, text) = line.split_once(" = ").unwrap();
                id.clone_into(&mut name);
                let mut message = Message::default();
                match text.strip_suffix("->") {
                    Some(selector) => {
                        message.selector = Some(selector.trim_matches(['{', ' ']).to_owned());
                    }
                    None => text.clone_into(&mut message.text),
                }
                let twice = messages.insert(name.clone(), message).is_some();
                assert!(!twice, "{}/{file}: {name} stands twice", language.tag);
            }
        }
    }
    messages
}

fn english() -> BTreeMap<String, Message> {
    messages(&EN_GB)
}

fn drafts() -> impl Iterator<Item = &'static Language> {
    ALL.iter().filter(|language| language.tag != EN_GB.tag)
}

const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The plural forms that counts take in a language, as Fluent itself chooses them.
fn plural_forms(language: &Language) -> BTreeSet<String> {
    let catalogue = Catalogue::of(language.tag).unwrap();
    let forms: Vec<String> = PLURALS
        .iter()
        .map(|form| format!("    [{form}] {form}\n"))
        .collect();
    let source = format!("form = {{ $n ->\n{}   *[none] none\n}}\n", forms.concat());
    let mut rules = super::super::messages(catalogue.language);
    rules.add_resource_overriding(FluentResource::try_new(source).unwrap());
    (0..=200)
        .chain([1_000, 1_000_000])
        .map(|n| super::super::formatted(&rules, "form", &[("n", Value::Count(n))]).unwrap())
        .collect()
}

#[test]
fn every_folder_is_a_language_and_every_file_in_it_is_read() {
    let text = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text");
    let mut found = BTreeSet::new();
    for entry in walkdir::WalkDir::new(&text) {
        let path = entry.unwrap().into_path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            let name = path.strip_prefix(&text).unwrap().to_string_lossy();
            found.insert(name.replace('\\', "/"));
        }
    }
    let read: BTreeSet<String> = ALL
        .iter()
        .flat_map(|language| {
            let files = language.files.iter();
            files.map(|(file, _)| format!("{}/{file}", language.tag))
        })
        .collect();
    assert_eq!(found, read);
}

#[test]
fn every_file_of_every_language_is_well_formed() {
    for language in ALL {
        for (file, source) in language.files {
            if let Err((_, errors)) = FluentResource::try_new((*source).to_owned()) {
                panic!("{}/{file}: {errors:?}", language.tag);
            }
        }
    }
}

#[test]
fn a_translation_has_no_message_that_english_lacks() {
    let english = english();
    for language in drafts() {
        let unknown: Vec<String> = messages(language)
            .into_keys()
            .filter(|id| !english.contains_key(id))
            .collect();
        assert!(unknown.is_empty(), "{}: {unknown:?}", language.tag);
    }
}

#[test]
fn a_translation_has_the_values_of_the_english_message() {
    let english = english();
    for language in drafts() {
        for (id, message) in messages(language) {
            let Some(original) = english.get(&id) else {
                continue;
            };
            assert_eq!(
                message.values(),
                original.values(),
                "{}: {id}",
                language.tag
            );
        }
    }
}

#[test]
fn a_message_that_counts_has_every_plural_form_of_its_language() {
    let english = english();
    for language in ALL {
        let forms = plural_forms(language);
        for (id, message) in messages(language) {
            let counts = english.get(&id).is_some_and(|m| m.variants.contains("one"));
            if !counts || message.variants.is_empty() {
                continue;
            }
            // Nothing of which there is none is ever counted, but one message, which says so by `[0]`.
            let missing: Vec<_> = forms
                .difference(&message.variants)
                .filter(|form| *form != "zero")
                .collect();
            assert!(
                missing.is_empty(),
                "{}: {id} lacks {missing:?}",
                language.tag
            );
        }
    }
}

#[test]
fn a_message_that_chooses_by_a_word_chooses_by_the_same_words() {
    let english = english();
    for language in drafts() {
        for (id, message) in messages(language) {
            let Some(original) = english.get(&id) else {
                continue;
            };
            if !original.variants.contains("one") {
                assert_eq!(
                    message.variants, original.variants,
                    "{}: {id}",
                    language.tag
                );
            }
        }
    }
}

#[test]
fn no_text_of_any_language_has_an_invisible_character() {
    for language in ALL {
        for (id, message) in messages(language) {
            let unseen = |c: char| shown(&c.to_string()).starts_with("⟨U+");
            let at = message.text.chars().find(|c| unseen(*c));
            assert_eq!(at, None, "{}: {id}", language.tag);
        }
    }
}

#[test]
fn no_text_of_any_language_writes_a_number_in_other_digits() {
    for language in ALL {
        for (id, message) in messages(language) {
            let other = |c: char| c.is_numeric() && !c.is_ascii();
            assert!(!message.text.contains(other), "{}: {id}", language.tag);
        }
    }
}

/// Beginnings of words that promise or alarm, as far as we know them. A human reader knows more.
const FORBIDDEN: &[(&str, &[&str])] = &[
    ("ar", &["فيروس", "ضحية", "الضحية", "تهديد", "مخترق"]),
    (
        "cy",
        &[
            "heinti",
            "dioddefw",
            "bygythiad",
            "feirws",
            "firws",
            "hacio",
        ],
    ),
    ("pa", &["ਵਾਇਰਸ", "ਪੀੜਤ", "ਹੈਕ"]),
    (
        "pl",
        &[
            "zainfekow",
            "ofiar",
            "zagrożen",
            "wirus",
            "czyst",
            "bezpieczn",
            "zhakow",
        ],
    ),
    (
        "ro",
        &["infect", "victim", "amenin", "virus", "curat", "compromis"],
    ),
    ("ur", &["وائرس", "متاثرہ", "ہیک"]),
];

#[test]
fn no_translation_has_a_word_that_promises_or_alarms() {
    for language in drafts() {
        let words = FORBIDDEN.iter().find(|(tag, _)| *tag == language.tag);
        let (_, words) = words.expect("a new language names its words here");
        for (id, message) in messages(language) {
            let lower = message.text.to_lowercase();
            for word in lower.split(|c: char| !c.is_alphanumeric()) {
                let bad = words.iter().find(|bad| word.starts_with(**bad));
                assert_eq!(bad, None, "{}: {id}: {}", language.tag, message.text);
            }
        }
    }
}

#[test]
fn a_tag_finds_its_language_in_whatever_region() {
    let found = |tag: &str| Catalogue::of(tag).map(|catalogue| catalogue.language());
    for language in ALL {
        assert_eq!(found(language.tag), Some(language.tag));
    }
    assert_eq!(found("pl-PL"), Some("pl"));
    assert_eq!(found("en"), Some("en-GB"));
    assert_eq!(found("EN-us"), Some("en-GB"));
    assert_eq!(found("ar-EG"), Some("ar"));
    for nobody in ["tlh", "", "x", "../ar", "pa-Arab", "ar\0"] {
        assert_eq!(found(nobody), None, "{nobody:?}");
    }
}

#[test]
fn a_language_says_which_way_it_runs_and_whether_it_is_a_draft() {
    let arabic = Catalogue::of("ar").unwrap();
    assert_eq!(
        (arabic.direction().as_str(), arabic.is_draft()),
        ("rtl", true)
    );
    let english = Catalogue::en_gb();
    assert_eq!(
        (english.direction().as_str(), english.is_draft()),
        ("ltr", false)
    );
    assert_eq!(english.draft_note(), None);
    for language in drafts().filter(|language| language.draft) {
        let (own, words) = Catalogue::of(language.tag).unwrap().draft_note().unwrap();
        assert!(words.starts_with("Draft translation, needs a human reader."));
        assert!(!own.contains("[en:"), "{}: {own}", language.tag);
    }
}

#[test]
fn every_draft_says_so_on_its_first_line() {
    for language in drafts().filter(|language| language.draft) {
        for (file, source) in language.files {
            let first = source.lines().next().unwrap_or_default();
            let says = first.starts_with("# Draft translation, needs a human reader.");
            assert!(says, "{}/{file}: {first}", language.tag);
        }
    }
}

/// A language of two messages, for what is missing from it.
fn half() -> Catalogue {
    static HALF: Language = Language {
        tag: "he",
        name: "עברית",
        direction: Direction::RightToLeft,
        draft: true,
        files: &[(
            "report.ftl",
            "help-heading = עזרה\nhelp-dated = { $region }: { $date }.\n",
        )],
    };
    Catalogue::new(&HALF)
}

#[test]
fn a_message_that_is_missing_stands_there_in_english_inside_marks() {
    let half = half();
    assert_eq!(half.plain("help-heading"), "עזרה");
    assert_eq!(half.plain("outcome-match"), "\u{2068}[en: Match]\u{2069}");
    let many = half.text("summary-looks", &[("looks", 2.into())]);
    assert_eq!(
        many,
        "\u{2068}[en: It found 2 things that are worth a look.]\u{2069}"
    );
    assert_eq!(
        half.known("power-vpn").as_deref(),
        Some(half.power("vpn").as_str())
    );
    assert_eq!(half.plain("nobody-has-this"), "[nobody-has-this]");
}

#[test]
fn a_value_in_a_line_that_runs_to_the_left_keeps_its_order() {
    let values = [("region", "Wales".into()), ("date", "2026-11-22".into())];
    assert_eq!(
        half().text("help-dated", &values),
        "\u{2068}Wales\u{2069}: \u{2068}2026-11-22\u{2069}."
    );
    assert_eq!(
        half().isolated("0808 802 0300"),
        "\u{2068}0808 802 0300\u{2069}"
    );
    assert_eq!(Catalogue::en_gb().isolated("0808"), "0808");
}

#[test]
fn counts_choose_the_plural_form_of_the_language() {
    let polish = Catalogue::of("pl").unwrap();
    let say = |looks: u64| polish.text("summary-looks", &[("looks", looks.into())]);
    let ending = |looks: u64| say(looks).split_once(' ').unwrap().1.to_owned();
    assert!(ending(2).contains("2 rzeczy"));
    assert_ne!(say(1), say(5).replace('5', "1"));
    assert_eq!(say(2_000), say(5).replace('5', "2000"));
}

#[test]
fn a_day_has_the_month_of_the_language_and_the_same_digits() {
    let day = jiff::civil::date(2026, 11, 22);
    for (tag, words) in [
        ("en-GB", "22 November 2026"),
        ("ar", "22 نوفمبر 2026"),
        ("cy", "22 Tachwedd 2026"),
        ("pa", "22 ਨਵੰਬਰ 2026"),
        ("pl", "22 listopada 2026"),
        ("ro", "22 noiembrie 2026"),
        ("ur", "22 نومبر 2026"),
    ] {
        assert_eq!(Catalogue::of(tag).unwrap().date(day), words);
    }
}
