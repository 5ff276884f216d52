//! Case files as an officer meets them.

mod made;

use std::fs;
use std::path::Path;
use std::process::Output;

use made::{AT, made_phone, rushlight, stderr, stdout, text};
use serde_json::Value;

fn scan(case: &Path, more: &[&str]) -> Output {
    let phone = made_phone();
    let scan = ["scan", text(&phone), "--at", AT, "--case", text(case)];
    rushlight(&[&scan[..], more].concat())
}

#[test]
fn a_new_case_file_is_printed_or_written_and_never_written_over() {
    let printed = rushlight(&["case", "new"]);
    assert_eq!(printed.status.code(), Some(0));
    assert!(stdout(&printed).contains("[agreement]"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.toml");
    let written = rushlight(&["case", "new", "-o", text(&path)]);
    assert_eq!(written.status.code(), Some(0), "{}", stderr(&written));
    assert_eq!(fs::read(&path).unwrap(), printed.stdout);
    fs::write(&path, "mine").unwrap();
    let again = rushlight(&["case", "new", "-o", text(&path)]);
    assert_eq!(again.status.code(), Some(1));
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
}

#[test]
#[cfg(unix)]
fn a_case_file_is_readable_by_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.toml");
    rushlight(&["case", "new", "-o", text(&path)]);
    let mode = fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_statement_stands_at_its_finding_and_greys_it_without_removing_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.toml");
    fs::write(
        &path,
        "reference = \"A/1\"\n\
         [[statement]]\nabout = \"com.systemservice\"\nanswer = \"knew\"\n\
         expected = \"It is the family's own.\"\n\
         [[statement]]\nabout = \"com.example.absent\"\nwords = \"I removed it.\"\n",
    )
    .unwrap();
    let with = scan(&path, &["--json"]);
    assert_eq!(with.status.code(), Some(20), "{}", stderr(&with));
    let report: Value = serde_json::from_slice(&with.stdout).unwrap();
    assert_eq!(report["case"]["reference"], "A/1");
    let about = |finding: &&Value| finding["subject"]["id"] == "com.systemservice";
    let finding = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(about)
        .unwrap();
    assert_eq!(finding["outcome"], "match");
    assert_eq!(finding["statement"]["answer"], "knew");
    assert_eq!(finding["expected"], "It is the family's own.");
    let left = report["case"]["statements"].as_array().unwrap();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0]["about"], "com.example.absent");

    let phone = made_phone();
    let without = rushlight(&["scan", text(&phone), "--at", AT, "--json"]);
    let plain: Value = serde_json::from_slice(&without.stdout).unwrap();
    assert_eq!(plain["summary"], report["summary"]);
}

#[test]
fn the_list_of_every_app_needs_an_agreement() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.toml");
    fs::write(&path, "[agreement]\nscope = [\"record\"]\n").unwrap();
    assert_eq!(scan(&path, &[]).status.code(), Some(20));
    let refused = scan(&path, &["--inventory"]);
    assert_eq!(refused.status.code(), Some(2));
    insta::assert_snapshot!(stderr(&refused).replace(text(&path), "[case.toml]"));
    fs::write(&path, "[agreement]\nscope = [\"inventory\"]\n").unwrap();
    assert_eq!(scan(&path, &["--inventory"]).status.code(), Some(20));
}

#[test]
fn a_mistake_in_a_case_file_is_told_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.toml");
    fs::write(&path, "place = \"x\"\n[ofcier]\nname = \"x\"\n").unwrap();
    let output = scan(&path, &[]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(stderr(&output).replace(text(&path), "[case.toml]"));
    for content in [&b"\xff\xfe"[..], &[b'#'; 300_000], b"place = ["] {
        fs::write(&path, content).unwrap();
        let output = scan(&path, &[]);
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(stderr(&output).lines().count(), 3, "{}", stderr(&output));
    }
    assert_eq!(scan(Path::new("no/case.toml"), &[]).status.code(), Some(1));
}
