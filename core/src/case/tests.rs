//! A case file in, a case or a sentence about what is wrong with it out.

use proptest::prelude::*;

use super::*;
use crate::limits::{CASE_BYTES, CASE_LIST, CASE_STATEMENTS, CASE_VALUE_CHARACTERS};

/// A file as an officer leaves it.
const FILLED: &str = r#"
reference = "DHM-2026-0042"
place = "Durham City, front counter"
people_present = ["the person", "PC Example", "  "]

[officer]
name = "PC Example"
number = "0042"
role = "front counter"
station = "Durham City"
training = "Rushlight day 1, 2026-10"

[agreement]
agreed_by = "the person"
at = 2026-11-22T13:50:00Z
basis = "PCSC Act 2022, section 37"
notice = "written"
form = "DPNa 17/2026"
scope = ["record", "inventory", "record"]
refusals = ["no identifiers"]
owner = "the person; the contract is in another name"

[safeguarding]
risk_assessment = "DARA, high"
done = ["safety plan made"]

[device]
description = "black, cracked corner"
exhibit = "EX/1"
imei = "350000000000006"

[[statement]]
about = "com.android.system.sync"
answer = "did_not_know"
words = """
I have never
seen this."""
at = "2026-11-22T15:01:00+01:00"

[[statement]]
about = "com.example.find"
answer = "set_it_up"
expected = "The family uses it to find each other."

[[statement]]
about = ""
answer = ""
"#;

fn told(text: &str) -> String {
    Case::read(text).unwrap_err().to_string()
}

#[test]
fn a_filled_file_is_read_whole() {
    insta::assert_yaml_snapshot!(Case::read(FILLED).unwrap());
}

#[test]
fn the_template_as_it_is_says_nothing() {
    assert_eq!(Case::read(TEMPLATE).unwrap(), Case::default());
    assert_eq!(Case::read("").unwrap(), Case::default());
}

#[test]
fn the_template_names_every_key_and_every_word() {
    let (before, block) = TEMPLATE.split_once("# [[statement]]\n").unwrap();
    let block: String = block
        .lines()
        .map(|line| format!("{}\n", line.strip_prefix("# ").unwrap_or(line)))
        .collect();
    let bare = format!("{before}[[statement]]\n{block}");
    // The statement's block is a remark, and works when the marks are taken away.
    let case = Case::read(&bare).unwrap();
    assert_eq!(case.statements.len(), 1, "{bare}");
    let written = serde_json::to_value(&case).unwrap();
    fn keys(value: &serde_json::Value, found: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(map) => {
                for (key, value) in map {
                    found.push(key.clone());
                    keys(value, found);
                }
            }
            serde_json::Value::Array(list) => list.iter().for_each(|value| keys(value, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    keys(&written, &mut found);
    for key in found.iter().filter(|key| *key != "statements") {
        assert!(
            TEMPLATE.contains(key.as_str()),
            "{key} is not in the template"
        );
    }
    for word in [
        "written",
        "spoken",
        "not_given",
        "identifiers",
        "inventory",
        "record",
        "set_it_up",
        "knew",
        "did_not_know",
        "not_sure",
    ] {
        let quoted = format!("\"{word}\"");
        assert!(TEMPLATE.contains(&quoted), "{word} is not in the template");
    }
}

#[test]
fn the_example_in_the_documentation_is_a_case_file() {
    let page = include_str!("../../../docs/case-file.md");
    let example = page.split("```toml\n").nth(1).unwrap();
    let case = Case::read(example.split("```").next().unwrap()).unwrap();
    assert_eq!(case.statements.len(), 1);
    assert!(case.agrees_to(Scope::Record) && !case.agrees_to(Scope::Identifiers));
}

#[test]
fn what_is_wrong_is_told_with_line_key_and_what_is_allowed() {
    let long = "x".repeat(CASE_VALUE_CHARACTERS + 1);
    let many = "\"x\",".repeat(CASE_LIST + 1);
    let statements = "[[statement]]\nabout = \"x\"\n".repeat(CASE_STATEMENTS + 1);
    let files = [
        "\n\nrefrence = \"x\"",
        "[ofcier]\nname = \"x\"",
        "[officer]\nnumber = 42",
        "[officer]\nname = [\"a\", \"b\"]",
        "officer = \"PC Example\"",
        "people_present = [\"é\", 7]",
        "[agreement]\nnotice = \"yes\"",
        "[agreement]\nscope = [\"everything\"]",
        "[agreement]\nat = 2026-11-22T14:05:00",
        "[agreement]\nat = \"yesterday\"",
        "[agreement]\nat = 14",
        "statement = \"x\"",
        "[statement]\nabout = \"x\"",
        "[[statement]]\nwords = \"x\"",
        "[[statement]]\nabout = \"x\"\n\n[[statement]]\nabout = \" x\"",
        "[[statement]]\nabout = \"x\"\nanswer = \"perhaps\"",
        "reference = \"open",
        "reference = \"a\"\nreference = \"b\"",
        "reference = \"a\u{202e}b\\u202e\"\n\"\\u202e\" = 1",
        &format!("place = \"{long}\""),
        &format!("people_present = [{many}]"),
        &statements,
    ];
    let told: Vec<String> = files.iter().map(|file| told(file)).collect();
    insta::assert_yaml_snapshot!(told);
}

#[test]
fn a_file_that_is_too_large_or_no_text_is_refused() {
    let large = "#".repeat(usize::try_from(CASE_BYTES).unwrap() + 1);
    assert!(matches!(
        Case::read(&large),
        Err(CaseError::TooLarge { .. })
    ));
    assert_eq!(Case::from_bytes(b"\xff\xfea\0"), Err(CaseError::NotText));
    assert_eq!(
        Case::from_bytes("\u{feff}place = \"x\"".as_bytes())
            .unwrap()
            .place
            .as_deref(),
        Some("x")
    );
}

#[test]
fn deep_nesting_is_an_error_and_no_crash() {
    let deep = format!("place = {}{}", "[".repeat(50_000), "]".repeat(50_000));
    assert!(Case::read(&deep).is_err());
    let dotted = format!("{}x = 1", "a.".repeat(50_000));
    assert!(Case::read(&dotted).is_err());
}

#[test]
fn a_statement_goes_to_its_finding_once_and_the_rest_stays() {
    let statement = |about: &str, words: &str| Statement {
        about: about.to_owned(),
        answer: None,
        words: Some(words.to_owned()),
        at: None,
        expected: None,
    };
    let mut case = Case {
        statements: vec![
            statement("a", "first"),
            statement("b", "no finding"),
            statement("a", "second"),
        ],
        ..Case::default()
    };
    let taken = case.take_statements(&["a".to_owned()]);
    assert_eq!(taken, [statement("a", "first")]);
    // A second one cannot come from a case file, and from anywhere else it is not lost.
    assert_eq!(
        case.statements,
        [statement("b", "no finding"), statement("a", "second")]
    );
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = Case::read(&text);
    }

    #[test]
    fn any_value_under_any_key_is_read_or_refused(
        key in "(reference|place|people_present|officer|agreement|device|statement|[a-z]{1,9})",
        value in "(\"[^\"\\\\\n]{0,20}\"|[0-9]{1,20}|true|\\[\\]|\\[\\[\\]\\]|\\{ *\\}|2026-11-22T14:05:00Z|nan)",
    ) {
        let _ = Case::read(&format!("{key} = {value}"));
        let _ = Case::read(&format!("[{key}]\nat = {value}\nscope = {value}\nabout = {value}"));
        let _ = Case::read(&format!("[[{key}]]\nat = {value}\nabout = {value}"));
    }

    #[test]
    fn a_text_comes_back_as_it_was_but_for_the_space_around_it(text in "\\PC{0,200}") {
        let file = format!("place = {}", serde_json::to_string(&text).unwrap());
        let trimmed = text.trim();
        let expected = (!trimmed.is_empty()).then(|| trimmed.to_owned());
        prop_assert_eq!(Case::read(&file).unwrap().place, expected);
    }
}
