//! Packages as a station makes them and anybody checks them: keys, seals, ordinary tools, encryption.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "these tests run the program itself, and the tools that others have"
)]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use serde_json::Value;
use tempfile::TempDir;

fn rushlight(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rushlight"))
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .expect("the program starts")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

/// A station with its key, and a sealed package that it made.
struct Station {
    home: TempDir,
}

impl Station {
    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    fn key(&self) -> PathBuf {
        self.path("station.key")
    }

    fn package(&self) -> PathBuf {
        self.path("out/package.zip")
    }
}

/// Made once: with PDF in the build, a package takes seconds to draw.
fn station() -> &'static Station {
    static STATION: OnceLock<Station> = OnceLock::new();
    STATION.get_or_init(|| {
        let station = Station {
            home: tempfile::tempdir().unwrap(),
        };
        new_key(&station.key());
        let key = station.key();
        let output = scan(&station.path("out"), &["--key", text(&key)]);
        assert_eq!(output.status.code(), Some(20), "{}", stderr(&output));
        station
    })
}

fn new_key(path: &Path) -> String {
    let output = rushlight(&[
        "key",
        "new",
        "--name",
        "Peterlee front counter",
        "-o",
        text(path),
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    stdout(&output)
}

fn scan(folder: &Path, more: &[&str]) -> Output {
    let phone = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/made-phone");
    let mut arguments = vec!["scan", text(&phone), "--at", "2026-11-22T12:00:00Z", "-q"];
    arguments.extend(["--formats", "json", "--package", "-o", text(folder)]);
    arguments.extend(more);
    rushlight(&arguments)
}

/// The first lines of what `verify` says, and its exit code.
fn verified(path: &Path, more: &[&str]) -> (i32, String) {
    let mut arguments = vec!["verify", text(path)];
    arguments.extend(more);
    let output = rushlight(&arguments);
    let code = output.status.code().expect("it ended by itself");
    (code, stdout(&output) + &stderr(&output))
}

/// Whether a tool is here; otherwise says that its part is skipped.
fn has(tool: &str) -> bool {
    let found = Command::new(tool)
        .arg("--help")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .stdin(Stdio::null())
        .status()
        .is_ok();
    if !found {
        println!("skipped: {tool} is not installed");
    }
    found
}

/// Unpacks with the ordinary tool for zip files that every Debian with Python has.
fn unpacked(package: &Path) -> Option<TempDir> {
    if !has("python3") {
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let status = Command::new("python3")
        .args(["-m", "zipfile", "-e"])
        .arg(package)
        .arg(folder.path())
        .status();
    assert!(status.unwrap().success());
    Some(folder)
}

#[test]
fn a_sealed_package_is_whole_and_names_its_key() {
    let station = station();
    let (code, told) = verified(&station.package(), &[]);
    assert_eq!(code, 0, "{told}");
    assert!(
        told.starts_with("This package is whole.\nIt was sealed by the key SHA256:"),
        "{told}"
    );
    assert!(told.contains("“Peterlee front counter”"), "{told}");
    let public = station.path("station.key.pub");
    let (code, told) = verified(&station.package(), &["--key", text(&public)]);
    assert_eq!(code, 0, "{told}");
    assert!(told.contains("This is a key that you named."), "{told}");
}

#[test]
fn the_answer_is_data_too() {
    let output = rushlight(&["verify", text(&station().package()), "--json"]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["schema"], "rushlight.verification/1");
    assert_eq!(answer["whole"], true);
    assert_eq!(answer["seal"]["state"], "holds");
    assert_eq!(answer["seal"]["name"], "Peterlee front counter");
}

#[test]
fn another_key_than_the_named_one_ends_with_1() {
    let home = tempfile::tempdir().unwrap();
    let other = home.path().join("other.key");
    let told = new_key(&other);
    let fingerprint = told
        .split_whitespace()
        .find(|word| word.starts_with("SHA256:"));
    let public = home.path().join("other.key.pub");
    for key in [text(&public), fingerprint.unwrap()] {
        let (code, told) = verified(&station().package(), &["--key", key]);
        assert_eq!(code, 1, "{told}");
        assert!(
            told.starts_with("This is whole, but it was not sealed by a key that you named."),
            "{told}"
        );
    }
}

#[test]
fn a_changed_package_is_named_and_ends_with_1() {
    let home = tempfile::tempdir().unwrap();
    let changed = home.path().join("package.zip");
    let mut bytes = fs::read(station().package()).unwrap();
    let at = bytes
        .windows(9)
        .position(|bytes| bytes == b"<!doctype" || bytes == b"<!DOCTYPE");
    bytes[at.unwrap()] ^= 1;
    fs::write(&changed, bytes).unwrap();
    let (code, told) = verified(&changed, &[]);
    assert_eq!(code, 1, "{told}");
    assert!(
        told.starts_with("This was changed, or it is not as Rushlight wrote it."),
        "{told}"
    );
    assert!(told.contains("  report.html was changed."), "{told}");
    for message in told.split_whitespace() {
        assert!(
            !message.starts_with("[seal-"),
            "a message is missing: {message}"
        );
    }
}

#[test]
fn an_unsealed_package_says_that_it_proves_little() {
    let home = tempfile::tempdir().unwrap();
    assert_eq!(scan(home.path(), &[]).status.code(), Some(20));
    let (code, told) = verified(&home.path().join("package.zip"), &[]);
    assert_eq!(code, 0, "{told}");
    let said = "This package is whole.\nIt has no seal: whoever had it could have changed it.\n";
    assert!(told.starts_with(said), "{told}");
    let (code, told) = verified(&home.path().join("report.json"), &[]);
    assert_eq!(code, 0, "{told}");
    assert!(told.contains("A report by itself has no seal"), "{told}");
}

#[test]
fn the_ordinary_tools_say_the_same() {
    let Some(folder) = unpacked(&station().package()) else {
        return;
    };
    let (code, told) = verified(folder.path(), &[]);
    assert_eq!(code, 0, "{told}");
    assert!(
        told.starts_with("This folder holds a whole package."),
        "{told}"
    );
    if has("sha256sum") {
        let output = Command::new("sha256sum")
            .args(["--strict", "-c", "manifest-sha256.txt"])
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", stderr(&output));
        let files = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(
            stdout(&output).lines().count(),
            files - 2,
            "all but the manifest and its seal"
        );
    }
    if has("ssh-keygen") {
        let manifest = folder.path().join("manifest-sha256.txt");
        let seal = folder.path().join("manifest-sha256.txt.sig");
        let check = |manifest: &Path| {
            Command::new("ssh-keygen")
                .args(["-Y", "check-novalidate", "-n", "rushlight-package@1", "-s"])
                .arg(&seal)
                .stdin(File::open(manifest).unwrap())
                .output()
                .unwrap()
        };
        let output = check(&manifest);
        assert!(
            stdout(&output).starts_with("Good \"rushlight-package@1\" signature"),
            "{}",
            stderr(&output)
        );
        // OpenSSH itself makes the same seal with the same key.
        let copy = folder.path().join("again.txt");
        fs::copy(&manifest, &copy).unwrap();
        let status = Command::new("ssh-keygen")
            .args(["-Y", "sign", "-q", "-n", "rushlight-package@1", "-f"])
            .arg(station().key())
            .arg(&copy)
            .status();
        assert!(status.unwrap().success());
        let again = fs::read(folder.path().join("again.txt.sig")).unwrap();
        assert!(
            again == fs::read(&seal).unwrap(),
            "OpenSSH writes another seal"
        );
        fs::write(&copy, b"changed").unwrap();
        assert!(!check(&copy).status.success());
        let (code, told) = verified(folder.path(), &[]);
        assert_eq!(code, 1, "{told}");
        assert!(told.contains("again.txt was added."), "{told}");
    }
}

#[test]
fn two_packages_of_one_check_and_key_are_the_same() {
    let again = tempfile::tempdir().unwrap();
    let key = station().key();
    assert_eq!(
        scan(again.path(), &["--key", text(&key)]).status.code(),
        Some(20)
    );
    let read = |path: PathBuf| fs::read(path).unwrap();
    assert!(read(again.path().join("package.zip")) == read(station().package()));
}

#[test]
#[cfg(unix)]
fn a_key_is_private_is_never_overwritten_and_is_refused_where_others_can_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = tempfile::tempdir().unwrap();
    let key = home.path().join("new/station.key");
    let told = new_key(&key);
    assert!(
        told.contains("Peterlee front counter") && !told.contains("PRIVATE"),
        "{told}"
    );
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&key), 0o600);
    assert_eq!(mode(&key.with_extension("key.pub")), 0o644);
    let before = fs::read(&key).unwrap();
    let output = rushlight(&["key", "new", "--name", "other", "-o", text(&key)]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(fs::read(&key).unwrap(), before);
    assert_eq!(stderr(&output).lines().count(), 3, "{}", stderr(&output));

    fs::set_permissions(&key, fs::Permissions::from_mode(0o640)).unwrap();
    let output = scan(&home.path().join("out"), &["--key", text(&key)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("Other people can read the private key."),
        "{}",
        stderr(&output)
    );
}

#[test]
fn a_key_with_a_passphrase_seals_only_with_it() {
    let home = tempfile::tempdir().unwrap();
    let key = home.path().join("station.key");
    let (right, wrong) = (home.path().join("right"), home.path().join("wrong"));
    fs::write(&right, "correct horse\n").unwrap();
    fs::write(&wrong, "battery staple\n").unwrap();
    let mut arguments = vec!["key", "new", "--name", "Peterlee", "-o", text(&key)];
    arguments.extend(["--encrypt", "--password-file", text(&right)]);
    assert_eq!(rushlight(&arguments).status.code(), Some(0));
    if has("ssh-keygen") {
        let output = Command::new("ssh-keygen")
            .args(["-y", "-P", "correct horse", "-f", text(&key)])
            .output()
            .unwrap();
        let public = fs::read_to_string(home.path().join("station.key.pub")).unwrap();
        assert_eq!(stdout(&output), public, "{}", stderr(&output));
    }
    let out = home.path().join("out");
    let with = |file: &Path| {
        scan(
            &out,
            &["--key", text(&key), "--key-password-file", text(file)],
        )
    };
    let output = with(&wrong);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("not the key's passphrase"),
        "{}",
        stderr(&output)
    );
    assert!(
        !out.exists(),
        "a wrong passphrase is told before the check begins"
    );
}

#[test]
#[cfg(feature = "encryption")]
fn a_package_for_a_unit_is_opened_by_the_age_tool_and_by_us() {
    if !has("age") || !has("age-keygen") {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let identity = home.path().join("unit.txt");
    let output = Command::new("age-keygen")
        .arg("-o")
        .arg(&identity)
        .output()
        .unwrap();
    let told = stderr(&output);
    let recipient = told
        .split_whitespace()
        .find(|word| word.starts_with("age1"))
        .unwrap();
    let key = station().key();
    let output = scan(
        home.path(),
        &["--key", text(&key), "--encrypt-to", recipient],
    );
    assert_eq!(output.status.code(), Some(20), "{}", stderr(&output));
    let locked = home.path().join("package.zip.age");
    let opened = Command::new("age")
        .arg("-d")
        .arg("-i")
        .arg(&identity)
        .arg(&locked)
        .output()
        .unwrap();
    assert!(
        opened.stdout == fs::read(station().package()).unwrap(),
        "{}",
        stderr(&opened)
    );
    let (code, told) = verified(&locked, &["--identity", text(&identity)]);
    assert_eq!(code, 0, "{told}");
    assert!(
        told.starts_with("This package is whole.\nIt was sealed"),
        "{told}"
    );

    // What age locked, in letters, is opened by us.
    let armoured = home.path().join("armoured.age");
    let status = Command::new("age")
        .args(["-a", "-r", recipient, "-o"])
        .arg(&armoured)
        .arg(station().package())
        .status();
    assert!(status.unwrap().success());
    let (code, told) = verified(&armoured, &["--identity", text(&identity)]);
    assert_eq!(code, 0, "{told}");

    let mut bytes = fs::read(&locked).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&locked, bytes).unwrap();
    let (code, told) = verified(&locked, &["--identity", text(&identity)]);
    assert_eq!(code, 1);
    assert!(
        told.starts_with("The encrypted file was changed or is cut short."),
        "{told}"
    );
    let (code, told) = verified(&armoured, &["--identity", text(&key)]);
    assert_eq!(code, 1, "{told}");
}

#[test]
fn what_is_not_there_or_no_package_is_told_and_ends_with_1() {
    let home = tempfile::tempdir().unwrap();
    let (code, told) = verified(&home.path().join("nothing.zip"), &[]);
    assert_eq!((code, told.lines().count()), (1, 3), "{told}");
    let beach = home.path().join("beach.jpg");
    fs::write(&beach, b"sand").unwrap();
    for path in [home.path(), &beach] {
        let (code, told) = verified(path, &[]);
        assert_eq!(code, 1, "{told}");
        assert!(
            told.starts_with("This was changed, or it is not as Rushlight wrote it."),
            "{told}"
        );
    }
    for arguments in [
        &["verify"][..],
        &["key", "new"],
        &["scan", "x", "--package"],
        &["scan", "x", "-o", "y", "--key", "z"],
    ] {
        assert_eq!(rushlight(arguments).status.code(), Some(2), "{arguments:?}");
    }
}

/// The whole way: a case file and a language in, a package out, and from the package alone the same files.
#[test]
fn a_second_look_at_a_package_gives_every_file_of_it_again() {
    let home = tempfile::tempdir().unwrap();
    let case = home.path().join("case.toml");
    fs::write(
        &case,
        "reference = \"42\"\n\
         [agreement]\nscope = [\"record\"]\n\
         [device]\nserial = \"R5CT000EXAMPLE\"\n\
         [[statement]]\nabout = \"com.systemservice\"\nanswer = \"did_not_know\"\n",
    )
    .unwrap();
    let out = home.path().join("out");
    let key = station().key();
    let more = [
        "--key",
        text(&key),
        "--case",
        text(&case),
        "--language",
        "cy",
    ];
    let output = scan(&out, &more);
    assert_eq!(output.status.code(), Some(20), "{}", stderr(&output));
    let package = out.join("package.zip");
    let again = home.path().join("again");
    let mut formats = "html,json,csv,timeline,case-uco".to_owned();
    if cfg!(feature = "pdf") {
        formats += ",pdf";
    }
    let more = ["-o", text(&again), "--formats", &formats, "-q"];
    let output = rushlight(&[&["rescan", text(&package)], more.as_slice()].concat());
    assert_eq!(output.status.code(), Some(20), "{}", stderr(&output));

    let Some(unpacked) = unpacked(&package) else {
        return;
    };
    let mut compared = 0;
    for entry in fs::read_dir(&again).unwrap() {
        let path = entry.unwrap().path();
        let first = fs::read(unpacked.path().join(path.file_name().unwrap())).unwrap();
        assert!(fs::read(&path).unwrap() == first, "{}", path.display());
        compared += 1;
    }
    assert_eq!(compared, formats.split(',').count());
    let record = fs::read_to_string(unpacked.path().join("evidence.json")).unwrap();
    assert!(
        !record.contains("R5CT000EXAMPLE"),
        "a serial number that was not agreed to is kept nowhere"
    );
}

/// Without an agreement to keep it there is no record, the package says so, and no second look is possible.
#[test]
fn a_record_that_was_not_agreed_to_is_not_kept() {
    let home = tempfile::tempdir().unwrap();
    let case = home.path().join("case.toml");
    fs::write(&case, "[agreement]\nscope = []\n").unwrap();
    let output = scan(home.path(), &["--case", text(&case)]);
    assert_eq!(output.status.code(), Some(20), "{}", stderr(&output));
    let package = home.path().join("package.zip");
    let (code, told) = verified(&package, &[]);
    assert_eq!(code, 0, "{told}");
    assert!(!told.contains("evidence.json"), "{told}");
    let output = rushlight(&["rescan", text(&package)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("has no evidence.json"));
}
