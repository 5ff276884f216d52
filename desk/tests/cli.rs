//! The command line as a script sees it: arguments in, exit code, output and files out.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests run the program itself"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const AT: &str = "2026-11-22T12:00:00Z";

fn made_phone() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/made-phone")
}

fn rushlight(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rushlight"))
        .args(arguments)
        .output()
        .expect("the program starts")
}

fn scan(path: &Path, more: &[&str]) -> Output {
    let path = path.to_str().expect("a path in UTF-8");
    let mut arguments = vec!["scan", path, "--at", AT];
    arguments.extend(more);
    rushlight(&arguments)
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

#[test]
fn a_match_ends_with_20_and_writes_the_default_formats() {
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().join("new/folder");
    let output = scan(&made_phone(), &["-o", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(20), "{}", stderr(&output));
    let mut names: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["report.json", "report.pdf"]);
    assert!(
        fs::read(folder.join("report.pdf"))
            .unwrap()
            .starts_with(b"%PDF-1.7")
    );
}

#[test]
fn the_summary_says_three_words_and_what_was_not_read() {
    let output = scan(&made_phone(), &[]);
    // The report's number covers the program's commit, so it changes with every commit.
    let text = stdout(&output);
    let (said, number) = text.split_once("\nReport ").unwrap();
    insta::assert_snapshot!(said);
    assert!(number.starts_with("RL-"), "{number}");
    assert_eq!(
        stderr(&output),
        "",
        "no progress where there is no terminal"
    );
}

#[test]
fn two_runs_give_the_same_bytes_in_every_format() {
    let first = tempfile::tempdir().unwrap();
    let second = tempfile::tempdir().unwrap();
    for (folder, jobs) in [(&first, "1"), (&second, "2")] {
        let more = [
            "--formats",
            "pdf,html,json,csv,timeline,case-uco",
            "--inventory",
            "--jobs",
            jobs,
            "-o",
        ];
        let mut more = more.to_vec();
        more.push(folder.path().to_str().unwrap());
        assert_eq!(scan(&made_phone(), &more).status.code(), Some(20));
    }
    for name in [
        "report.pdf",
        "report.html",
        "report.json",
        "report.csv",
        "timeline.csv",
        "report.jsonld",
    ] {
        let read = |folder: &tempfile::TempDir| fs::read(folder.path().join(name)).unwrap();
        assert!(
            read(&first) == read(&second),
            "{name} differs between two runs"
        );
    }
}

#[test]
fn json_goes_alone_to_standard_output() {
    let output = scan(&made_phone(), &["--json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["schema"], "rushlight.report/1");
    assert_eq!(report["scan"]["stated_at"], AT);
    assert_eq!(report["bundle"]["indicators"]["refused"], 0);
    assert!(report["bundle"]["indicators"]["usable"].as_u64().unwrap() > 6_000);
    assert_eq!(report["findings"][0]["outcome"], "match");
}

#[test]
#[cfg(unix)]
fn report_files_are_readable_by_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let out = tempfile::tempdir().unwrap();
    scan(
        &made_phone(),
        &["--formats", "json", "-o", out.path().to_str().unwrap()],
    );
    let mode = fs::metadata(out.path().join("report.json"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn nothing_at_the_path_is_told_in_three_lines_and_ends_with_1() {
    let output = scan(Path::new("no/such/phone"), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stdout(&output), "");
    insta::assert_snapshot!(stderr(&output));
}

#[test]
fn what_is_no_evidence_is_told_in_one_sentence_each() {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    let holiday = folder.path().join("holiday");
    fs::create_dir(&holiday).unwrap();
    fs::write(holiday.join("beach.txt"), "sand").unwrap();
    let cut = folder.path().join("cut.zip");
    fs::write(&cut, b"PK\x03\x04 and nothing after it").unwrap();
    for (path, word) in [(&empty, "empty"), (&holiday, "phone"), (&cut, "archive")] {
        let output = scan(path, &[]);
        assert_eq!(output.status.code(), Some(1), "{}", path.display());
        let told = stderr(&output);
        assert!(told.contains(word), "{told}");
        assert_eq!(told.lines().count(), 3, "{told}");
        assert!(
            !told.contains("desk-failure"),
            "a message is missing: {told}"
        );
    }
}

#[test]
fn wrong_usage_ends_with_2() {
    for arguments in [
        &["scan"][..],
        &["scan", "x", "--formats", "docx"],
        &["scan", "x", "--at", "yesterday"],
        &["remove"],
    ] {
        assert_eq!(rushlight(arguments).status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn a_file_that_is_no_bundle_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("signatures.bundle");
    fs::write(&file, "not a database").unwrap();
    let output = scan(&made_phone(), &["--signatures", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("signatures.bundle"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn signatures_says_what_is_in_use_and_whose_facts_they_are() {
    let output = rushlight(&["signatures"]);
    assert_eq!(output.status.code(), Some(0));
    let text = stdout(&output);
    for word in ["CC-BY-4.0", "Echap", "MIT"] {
        assert!(text.contains(word), "{word} is missing in\n{text}");
    }
}

#[test]
fn the_summary_speaks_the_language_that_was_asked_for_and_says_that_it_is_a_draft() {
    let text = stdout(&scan(&made_phone(), &["--language", "pl-PL"]));
    assert!(text.starts_with("Zgodność z listą"), "{text}");
    assert!(text.contains("Draft translation, needs a human reader."));
    let english = stdout(&scan(&made_phone(), &["--language", "en"]));
    assert!(english.starts_with("Match"), "{english}");
    assert!(!english.contains("Draft translation"));
}

#[test]
fn the_report_has_the_help_of_the_region_that_was_asked_for() {
    let more = ["--json", "--region", "durham-and-darlington"];
    let report: Value = serde_json::from_str(&stdout(&scan(&made_phone(), &more))).unwrap();
    assert_eq!(report["help"]["region"], "durham-and-darlington");
    assert_eq!(report["help"]["contacts"][0]["reach"][0], "0800 138 2020");
    assert_eq!(report["scan"]["options"]["region"], "durham-and-darlington");
}

#[test]
fn an_unknown_language_or_region_is_wrong_usage_and_the_list_is_shown() {
    for (more, listed) in [
        (["--language", "tlh"], "cy (Cymraeg, draft)"),
        (["--region", "atlantis"], "england-and-wales"),
    ] {
        let output = scan(&made_phone(), &more);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains(listed), "{}", stderr(&output));
    }
}
