//! `rushlight rescan` as a script sees it.

mod made;

use std::fs;
use std::path::Path;

use made::{record, rushlight, stderr, stdout, text, write};
use serde_json::Value;

const FORMATS: [&str; 2] = ["--formats", "json,html,csv"];

#[test]
fn the_same_signatures_give_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let before = folder.path().join("before");
    let after = folder.path().join("after");
    write(&before, &record());
    for what in [before.clone(), before.join("evidence.json")] {
        let out = ["rescan", text(&what), "-o", text(&after)];
        let output = rushlight(&[&out[..], &FORMATS].concat());
        assert_eq!(output.status.code(), Some(20), "{}", stderr(&output));
        assert!(
            stdout(&output).contains("The record gives the same report as before."),
            "{}",
            stdout(&output)
        );
        for name in ["report.json", "report.html", "report.csv"] {
            let read = |folder: &Path| fs::read(folder.join(name)).unwrap();
            assert!(read(&before) == read(&after), "{name} differs");
        }
    }
}

#[test]
fn a_record_of_older_signatures_names_what_is_different() {
    let folder = tempfile::tempdir().unwrap();
    let before = folder.path().join("before");
    let mut record = record();
    record.bundle.version = "2020.01.01".to_owned();
    record.bundle.sha256.0 = [7; 32];
    record.bundle.rules.clear();
    write(&before, &record);
    // As if an earlier bundle had not known the finding.
    let path = before.join("report.json");
    let mut report: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    report["findings"].as_array_mut().unwrap().remove(0);
    report["bundle"]["version"] = "2020.01.01".into();
    fs::write(&path, serde_json::to_vec(&report).unwrap()).unwrap();

    let output = rushlight(&["rescan", text(&before)]);
    assert_eq!(output.status.code(), Some(20), "{}", stderr(&output));
    let said = stdout(&output);
    assert!(said.contains("Signatures: 2020.01.01"), "{said}");
    assert!(said.contains("New: Match"), "{said}");
    assert!(said.contains("com.systemservice"), "{said}");

    let output = rushlight(&["rescan", text(&before), "--json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["rescan_of"]["bundle_version"], "2020.01.01");
    assert!(report["rescan_of"]["report_id"].is_string());
    assert_eq!(report["seal"], Value::Null);
}

#[test]
fn the_person_gets_a_copy_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let (before, after) = (folder.path().join("before"), folder.path().join("after"));
    write(&before, &record());
    let output = rushlight(&[
        "rescan",
        text(&before),
        "-o",
        text(&after),
        "--formats",
        "json",
        "--editions",
        "person,officer",
    ]);
    assert_eq!(output.status.code(), Some(20), "{}", stderr(&output));
    for (name, edition) in [
        ("report.json", "officer"),
        ("document-2026-11-22.json", "person"),
    ] {
        let report: Value = serde_json::from_slice(&fs::read(after.join(name)).unwrap()).unwrap();
        assert_eq!(report["edition"], edition);
    }
}

#[test]
fn a_record_by_itself_is_enough() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &record());
    let path = folder.path().join("evidence.json");
    let report = folder.path().join("report.json");
    fs::write(&report, "{}").unwrap();
    let output = rushlight(&["rescan", text(&path)]);
    assert_eq!(output.status.code(), Some(20));
    assert!(stdout(&output).contains("could not be read. It was not compared."));
    fs::remove_file(&report).unwrap();
    let output = rushlight(&["rescan", text(&path)]);
    assert_eq!(output.status.code(), Some(20));
    assert!(stdout(&output).contains("There is no report beside the record."));
}

#[test]
fn a_package_is_looked_at_again_unless_a_byte_of_it_changed() {
    let folder = tempfile::tempdir().unwrap();
    let before = folder.path().join("before");
    write(&before, &record());
    let entries = ["evidence.json", "report.json", "report.html"]
        .map(|name| (name.to_owned(), fs::read(before.join(name)).unwrap()));
    let mut package = rushlight_core::seal::pack(entries.to_vec(), None).unwrap();
    let path = folder.path().join("package.zip");
    fs::write(&path, &package).unwrap();
    let after = folder.path().join("after");
    let out = ["rescan", text(&path), "-o", text(&after)];
    let output = rushlight(&[&out[..], &FORMATS].concat());
    assert_eq!(output.status.code(), Some(20), "{}", stderr(&output));
    for name in ["report.json", "report.html"] {
        let read = |folder: &Path| fs::read(folder.join(name)).unwrap();
        assert!(read(&before) == read(&after), "{name} differs");
    }

    let middle = package.len() / 2;
    package[middle] ^= 1;
    fs::write(&path, &package).unwrap();
    let output = rushlight(&["rescan", text(&path)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("This package was changed"));

    fs::write(&path, "age-encryption.org/v1\n").unwrap();
    let output = rushlight(&["rescan", text(&path)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("is encrypted"));
}

#[test]
fn a_report_of_another_record_is_not_compared() {
    let folder = tempfile::tempdir().unwrap();
    let mut record = record();
    write(folder.path(), &record);
    record.options.stated_at = "2026-11-23T12:00:00Z".parse().unwrap();
    fs::write(folder.path().join("evidence.json"), record.to_bytes()).unwrap();
    let output = rushlight(&["rescan", text(folder.path())]);
    assert!(
        stdout(&output).contains("belongs to another one"),
        "{}",
        stdout(&output)
    );
}

#[test]
fn a_rescan_never_writes_over_what_it_reads() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &record());
    let before = fs::read(folder.path().join("report.json")).unwrap();
    let output = rushlight(&["rescan", text(folder.path()), "-o", text(folder.path())]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(fs::read(folder.path().join("report.json")).unwrap(), before);
}

#[test]
fn what_is_no_record_is_told_in_three_lines() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &record());
    let path = folder.path().join("evidence.json");
    let whole = fs::read_to_string(&path).unwrap();
    let half: String = whole.chars().take(whole.len() / 2).collect();
    for (content, word) in [
        ("", "damaged"),
        ("not JSON", "damaged"),
        (&half, "damaged"),
        ("{\"schema\":\"rushlight.evidence/9\"}", "later form"),
        (
            &whole.replacen("\"inventory\":true", "\"inventory\": true", 1),
            "changed",
        ),
    ] {
        fs::write(&path, content).unwrap();
        let output = rushlight(&["rescan", text(&path)]);
        assert_eq!(output.status.code(), Some(1));
        let told = stderr(&output);
        assert!(told.contains(word), "{told}");
        assert_eq!(told.lines().count(), 3, "{told}");
    }
    let empty = tempfile::tempdir().unwrap();
    fs::write(empty.path().join("note.txt"), "x").unwrap();
    let output = rushlight(&["rescan", text(empty.path())]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("no evidence.json"));
    let output = rushlight(&["rescan", "no/such/file"]);
    assert_eq!(output.status.code(), Some(1));
}
