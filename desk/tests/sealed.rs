//! Encrypted evidence, and several pieces of evidence of one phone, as a script sees them.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests run the program itself"
)]

mod made;
#[path = "../../tests/src/made_dump.rs"]
#[expect(
    dead_code,
    unreachable_pub,
    reason = "made for all tests; these use a part of it"
)]
mod made_dump;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use made::{AT, made_phone, rushlight, stderr, text};
use made_dump::{MadeApp, MadeDump, Maker, bugreport};
use serde_json::Value;

/// Of a backup that Java encrypted (`tests/checks/MakeBackup.java`).
const PASSWORD: &str = "Grüße aus Łódź";

fn backup() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/backup/java-version-5.ab")
}

fn scan(paths: &[&Path], out: &Path, more: &[&str]) -> Output {
    let mut arguments = vec!["scan"];
    arguments.extend(paths.iter().map(|path| text(path)));
    arguments.extend(["--at", AT, "--inventory", "--formats", "json,html"]);
    arguments.extend(["-o", text(out)]);
    arguments.extend(more);
    rushlight(&arguments)
}

fn report(folder: &Path) -> Value {
    let bytes = fs::read(folder.join("report.json")).expect("a report");
    serde_json::from_slice(&bytes).expect("JSON")
}

fn texts(report: &Value, list: &str, field: &str) -> Vec<String> {
    let rows = report.pointer(list).and_then(Value::as_array);
    let rows = rows.into_iter().flatten();
    rows.filter_map(|row| Some(row.get(field)?.as_str()?.to_owned()))
        .collect()
}

#[test]
fn without_the_right_password_nothing_is_written_and_it_is_said_what_to_do() {
    let home = tempfile::tempdir().unwrap();
    let wrong = home.path().join("wrong.txt");
    fs::write(&wrong, "not this\n").unwrap();
    let out = home.path().join("out");
    for (more, said, remedy) in [
        (&[][..], "is encrypted", "--password-file"),
        (
            &["--password-file", text(&wrong)][..],
            "does not open it",
            "Nothing was written.",
        ),
    ] {
        let output = scan(&[&backup()], &out, more);
        assert_eq!(output.status.code(), Some(1));
        let told = stderr(&output);
        assert_eq!(told.lines().count(), 3, "{told}");
        assert!(told.contains(said) && told.contains(remedy), "{told}");
        assert!(!out.exists());
    }
}

#[test]
fn a_password_from_a_file_or_a_variable_opens_a_backup() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("password.txt");
    fs::write(&file, format!("{PASSWORD}\nanother line\n")).unwrap();
    let from_file = home.path().join("file");
    let output = scan(&[&backup()], &from_file, &["--password-file", text(&file)]);
    assert_eq!(output.status.code(), Some(30), "{}", stderr(&output));

    let from_variable = home.path().join("variable");
    let output = Command::new(env!("CARGO_BIN_EXE_rushlight"))
        .args(["scan", text(&backup()), "--at", AT, "--inventory"])
        .args(["--formats", "json", "-o", text(&from_variable)])
        .args(["--password-env", "MADE_PASSWORD"])
        .env("MADE_PASSWORD", PASSWORD)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(30), "{}", stderr(&output));
    let report = report(&from_file);
    assert_eq!(report, self::report(&from_variable));
    assert_eq!(
        texts(&report, "/inventory/apps", "id"),
        ["com.example.java"]
    );
    assert_eq!(texts(&report, "/inputs", "kind"), ["android_backup"]);
}

#[test]
fn several_pieces_of_evidence_of_one_phone_make_one_report() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("password.txt");
    fs::write(&file, PASSWORD).unwrap();
    let log = home.path().join("events.txt");
    fs::write(
        &log,
        "{\"dns_event\":{\"event_time\":1780000000000,\"hostname\":\"made.example\",\"package_name\":\"com.example.java\"}}\n",
    )
    .unwrap();
    let [first, second] = ["one", "two"].map(|folder| {
        let folder = home.path().join(folder);
        fs::create_dir(&folder).unwrap();
        let path = folder.join("backup.ab");
        fs::copy(backup(), &path).unwrap();
        path
    });
    let dump = MadeDump::new()
        .app(MadeApp::from_store("org.example.only.here"))
        .app(MadeApp::sideloaded("com.systemservice").icon_switched_off());
    let dumped = home.path().join("bugreport.zip");
    fs::write(&dumped, bugreport(&dump, Maker::Android).unwrap()).unwrap();
    let out = home.path().join("out");
    let phone = made_phone();
    let output = scan(
        &[&dumped, &first, &second, &log, &phone],
        &out,
        &["--password-file", text(&file)],
    );
    assert_eq!(output.status.code(), Some(20), "{}", stderr(&output));
    let report = report(&out);
    let inputs = texts(&report, "/inputs", "path");
    for own in [
        "bugreport.zip",
        "backup.ab",
        "backup.ab (2)",
        "events.txt",
        "made-phone",
    ] {
        assert!(inputs.iter().any(|path| path == own), "{own}: {inputs:?}");
    }
    let surfaces = report.pointer("/surfaces").and_then(Value::as_array);
    let contacts = surfaces.unwrap().iter().find(|own| own["id"] == "contacts");
    let covered = &contacts.unwrap()["covered"][0];
    assert_eq!(covered["first"], "2026-05-28T20:26:40Z");
    assert_eq!(covered["input"], "events.txt");
    let page = fs::read_to_string(out.join("report.html")).unwrap();
    assert!(page.contains("Its records begin on"));
    let apps = texts(&report, "/inventory/apps", "id");
    for own in [
        "com.example.java",
        "com.systemservice",
        "org.example.only.here",
    ] {
        assert!(apps.contains(&own.to_owned()), "{own}: {apps:?}");
    }
    // The bug report says Android 16, the acquisition 15: the first stays, and it is said.
    let device = surfaces.unwrap().iter().find(|own| own["id"] == "device");
    let skipped = device.unwrap()["skipped"].to_string();
    assert!(skipped.contains("os_version"), "{skipped}");
}

#[cfg(feature = "encryption")]
#[test]
fn an_acquisition_that_the_age_program_locked_opens_with_the_identity() {
    let home = tempfile::tempdir().unwrap();
    let identity = home.path().join("unit.txt");
    let keygen = Command::new("age-keygen").arg("-o").arg(&identity).output();
    let Ok(keygen) = keygen else {
        println!("skipped: there is no program age");
        return;
    };
    let said = String::from_utf8(keygen.stderr).unwrap();
    let recipient = said.trim().rsplit(' ').next().unwrap().to_owned();
    let zip = home.path().join("phone.zip");
    let phone = fs::canonicalize(made_phone()).unwrap();
    let zipped = Command::new("python3")
        .args(["-m", "zipfile", "-c", text(&zip), text(&phone)])
        .status();
    if !zipped.is_ok_and(|status| status.success()) {
        println!("skipped: there is no program python3");
        return;
    }
    let locked = home.path().join("phone.zip.age");
    let age = Command::new("age")
        .args(["-r", &recipient, "-o", text(&locked), text(&zip)])
        .status()
        .unwrap();
    assert!(age.success());
    let out = home.path().join("out");
    let output = scan(&[&locked], &out, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!out.exists());
    let output = scan(&[&locked], &out, &["--identity", text(&identity)]);
    assert_eq!(output.status.code(), Some(20), "{}", stderr(&output));
    let inputs = texts(&report(&out), "/inputs", "path");
    assert!(inputs.contains(&"phone.zip.age".to_owned()), "{inputs:?}");
}
