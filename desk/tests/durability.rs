//! The program is killed, and the disk is full; what stands in the folder afterwards is the old file or the
//! new one, in whole, and nobody else's to read.

#![cfg(unix)]
#![allow(
    clippy::disallowed_methods,
    reason = "these tests run the program itself, and measure how long it takes"
)]

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Kills at times spread over the whole run, and over the part of it that writes.
const KILLS_ANYWHERE: u32 = 80;
const KILLS_WHILE_WRITING: u32 = 140;

/// In the order in which they appear.
const FILES: [&str; 3] = ["report.html", "report.json", "package.zip"];

const VERSIONS: [&str; 2] = ["2026-11-22T12:00:00Z", "2026-11-23T12:00:00Z"];

fn made_phone() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/made-phone")
}

fn scan(folder: &Path, at: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rushlight"));
    command
        .arg("scan")
        .arg(made_phone())
        .args([
            "--at",
            at,
            "--formats",
            "html,json",
            "--package",
            "-q",
            "-o",
        ])
        .arg(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

fn run(folder: &Path, at: &str) {
    assert_eq!(scan(folder, at).status().unwrap().code(), Some(20));
}

fn contents(folder: &Path) -> Vec<Vec<u8>> {
    FILES
        .iter()
        .map(|name| fs::read(folder.join(name)).unwrap())
        .collect()
}

/// Files under other names, which a killed run leaves.
fn unfinished(folder: &Path) -> BTreeSet<PathBuf> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "part")
        })
        .collect()
}

/// Waits until the run begins to write, or has ended.
fn wait_for_writing(folder: &Path, before: &BTreeSet<PathBuf>, child: &mut Child) {
    while child.try_wait().unwrap().is_none() {
        if unfinished(folder).difference(before).next().is_some() {
            return;
        }
    }
}

#[test]
fn a_kill_at_any_moment_leaves_each_file_old_or_new_in_whole() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("report");
    let versions: Vec<_> = VERSIONS
        .iter()
        .map(|at| {
            run(&folder, at);
            contents(&folder)
        })
        .collect();
    assert!(
        versions[0]
            .iter()
            .zip(&versions[1])
            .all(|(old, new)| old != new)
    );

    // How long a run takes, and how long it writes: the longest of three.
    let (mut whole, mut writing) = (Duration::ZERO, Duration::ZERO);
    for at in [VERSIONS[0], VERSIONS[1], VERSIONS[0]] {
        let before = unfinished(&folder);
        let begin = Instant::now();
        let mut child = scan(&folder, at).spawn().unwrap();
        wait_for_writing(&folder, &before, &mut child);
        let wrote = Instant::now();
        child.wait().unwrap();
        whole = whole.max(begin.elapsed());
        writing = writing.max(wrote.elapsed());
    }

    let (mut all_old, mut all_new, mut mixed, mut left) = (0, 0, 0, 0);
    for round in 0..KILLS_ANYWHERE + KILLS_WHILE_WRITING {
        let old = contents(&folder);
        let next = usize::from(old[2] == versions[0][2]);
        let before = unfinished(&folder);
        let mut child = scan(&folder, VERSIONS[next]).spawn().unwrap();
        match round.checked_sub(KILLS_ANYWHERE) {
            None => sleep(whole * round / KILLS_ANYWHERE),
            Some(round) => {
                wait_for_writing(&folder, &before, &mut child);
                sleep(writing * round / KILLS_WHILE_WRITING);
            }
        }
        child.kill().unwrap();
        child.wait().unwrap();

        let now = contents(&folder);
        let mut is_new = Vec::new();
        for (name, (now, (old, new))) in FILES
            .iter()
            .zip(now.iter().zip(old.iter().zip(&versions[next])))
        {
            assert!(now == old || now == new, "kill {round}: {name} is neither");
            is_new.push(now == new);
            let mode = fs::metadata(folder.join(name))
                .unwrap()
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600, "kill {round}: {name}");
        }
        for path in unfinished(&folder) {
            let mode = fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "kill {round}: {}", path.display());
            left += 1;
        }
        match (is_new.iter().any(|new| *new), is_new.iter().all(|new| *new)) {
            (_, true) => all_new += 1,
            (false, _) => all_old += 1,
            // The package comes last: it is never newer than what stands beside it.
            _ => {
                assert!(!is_new[2], "kill {round}: the package came first");
                mixed += 1;
            }
        }
    }
    println!(
        "{} kills of a run of {whole:?} that writes for {writing:?}: {all_old} old, {all_new} new, \
         {mixed} some of each, {left} unfinished files seen",
        KILLS_ANYWHERE + KILLS_WHILE_WRITING
    );
    assert!(
        all_old > 0 && all_new + mixed > 0 && left > 0,
        "the kills met nothing"
    );

    // The next whole run clears up.
    run(&folder, VERSIONS[0]);
    assert_eq!(contents(&folder), versions[0]);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), FILES.len());
    let mode = fs::metadata(&folder).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}

/// A disk that is full: no file may grow beyond 8 KiB, so the first file is not finished.
#[test]
fn a_full_disk_leaves_the_old_files_and_is_named() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("report");
    run(&folder, VERSIONS[0]);
    let old = contents(&folder);
    let script = format!(
        "trap '' XFSZ; ulimit -f 16; exec \"$0\" scan \"$1\" --at {} --formats html,json --package -q -o \"$2\"",
        VERSIONS[1]
    );
    let output = Command::new("sh")
        .args(["-c", &script, env!("CARGO_BIN_EXE_rushlight")])
        .arg(made_phone())
        .arg(&folder)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(
        told.contains("report.html") && told.contains("too large"),
        "{told}"
    );
    assert_eq!(told.lines().count(), 3, "{told}");
    assert_eq!(contents(&folder), old);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), FILES.len());
}

/// The same on a real full disk, where this machine lets us make a small one.
#[test]
fn a_small_disk_that_is_full_leaves_the_old_files() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("report");
    let script = "set -e; mount -t tmpfs -o size=160k,mode=700 tmpfs \"$3\" || exit 99; mkdir -m 700 \"$3/report\"; \
        run() { \"$1\" scan \"$2\" --at \"$4\" --formats html,json --package -q -o \"$3/report\"; }; \
        run \"$1\" \"$2\" \"$3\" 2026-11-22T12:00:00Z || [ $? -eq 20 ]; \
        sha256sum \"$3\"/report/* > \"$3/sums\"; \
        head -c 60000 /dev/zero > \"$3/filler\" 2>/dev/null || true; \
        code=0; run \"$1\" \"$2\" \"$3\" 2026-11-23T12:00:00Z || code=$?; \
        sha256sum -c --quiet \"$3/sums\"; ls -A \"$3/report\" | wc -l; umount \"$3\"; exit $code";
    let output = Command::new("unshare")
        .args([
            "--mount",
            "sh",
            "-c",
            script,
            "sh",
            env!("CARGO_BIN_EXE_rushlight"),
        ])
        .arg(made_phone())
        .arg(home.path())
        .output();
    let told = output.as_ref().map_or_else(ToString::to_string, |output| {
        String::from_utf8_lossy(&output.stderr).into_owned()
    });
    let code = output.as_ref().ok().and_then(|output| output.status.code());
    if !matches!(code, Some(0..=98)) || told.contains("unshare") {
        println!(
            "skipped: a small disk cannot be mounted here: {}",
            told.trim()
        );
        return;
    }
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("No space left"), "{told}");
    let count = String::from_utf8(output.unwrap().stdout).unwrap();
    assert_eq!(count.trim(), "3", "{}", folder.display());
}
