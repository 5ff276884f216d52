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
const KILLS_ANYWHERE: u32 = 60;
const KILLS_WHILE_WRITING: u32 = 150;

/// In the order in which they appear. A package with a PDF in it takes seconds to make without optimisation,
/// so a build that has PDF is killed without one.
const FILES: &[&str] = if cfg!(feature = "pdf") {
    &["report.html", "report.json"]
} else {
    &["report.html", "report.json", "package.zip"]
};

const PACKAGE: &str = if cfg!(feature = "pdf") {
    "--quiet"
} else {
    "--package"
};

const VERSIONS: [&str; 2] = ["2026-11-22T12:00:00Z", "2026-11-23T12:00:00Z"];

fn made_phone() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/made-phone")
}

fn scan(folder: &Path, at: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rushlight"));
    command
        .arg("scan")
        .arg(made_phone())
        .args(["--at", at, "--formats", "html,json", PACKAGE, "-o"])
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

/// What the kills met.
#[derive(Debug, Default)]
struct Met {
    all_old: u32,
    all_new: u32,
    some_of_each: u32,
    unfinished: usize,
}

#[test]
fn a_kill_at_any_moment_leaves_each_file_old_or_new_in_whole() {
    let home = tempfile::tempdir().unwrap();
    let folders = [home.path().join("one"), home.path().join("two")];
    let mut versions = Vec::new();
    for at in VERSIONS {
        run(&folders[0], at);
        versions.push(contents(&folders[0]));
    }
    run(&folders[1], VERSIONS[0]);
    assert!(
        versions[0]
            .iter()
            .zip(&versions[1])
            .all(|(old, new)| old != new)
    );

    // How long a run takes, and how long it writes, with both at work.
    let times = both(&folders, |folder, _| measured(folder));
    let whole = times.iter().map(|times| times.0).max().unwrap();
    let writing = times.iter().map(|times| times.1).max().unwrap();
    let met = both(&folders, |folder, odd| {
        let rounds = (0..KILLS_ANYWHERE + KILLS_WHILE_WRITING).filter(|round| round % 2 == odd);
        let mut met = Met::default();
        for round in rounds {
            kill(folder, &versions, round, (whole, writing), &mut met);
        }
        met
    });
    println!(
        "{} kills of a run of {whole:?} that writes for {writing:?}: {met:?}",
        KILLS_ANYWHERE + KILLS_WHILE_WRITING
    );
    let all = |count: fn(&Met) -> u32| met.iter().map(count).sum::<u32>();
    assert!(all(|met| met.all_old) > 0 && all(|met| met.all_new + met.some_of_each) > 0);
    assert!(
        met.iter().any(|met| met.unfinished > 0),
        "no kill met a half-written file"
    );

    // The next whole run clears up.
    for folder in &folders {
        run(folder, VERSIONS[0]);
        assert_eq!(contents(folder), versions[0]);
        assert_eq!(fs::read_dir(folder).unwrap().count(), FILES.len());
        let mode = fs::metadata(folder).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}

/// The same for both folders at once: most of a run is waiting for a start or for a disk.
fn both<T: Send>(folders: &[PathBuf; 2], work: impl Fn(&Path, u32) -> T + Sync) -> Vec<T> {
    std::thread::scope(|scope| {
        let work = &work;
        let threads: Vec<_> = (0..)
            .zip(folders)
            .map(|(odd, folder)| scope.spawn(move || work(folder, odd)))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    })
}

/// How long a whole run takes, and how long it writes: the longest of two.
fn measured(folder: &Path) -> (Duration, Duration) {
    let (mut whole, mut writing) = (Duration::ZERO, Duration::ZERO);
    for at in [VERSIONS[1], VERSIONS[0]] {
        let before = unfinished(folder);
        let begin = Instant::now();
        let mut child = scan(folder, at).spawn().unwrap();
        wait_for_writing(folder, &before, &mut child);
        let wrote = Instant::now();
        child.wait().unwrap();
        whole = whole.max(begin.elapsed());
        writing = writing.max(wrote.elapsed());
    }
    (whole, writing)
}

/// Starts a run that replaces what is there, kills it at this round's moment, and looks at what is there then.
fn kill(
    folder: &Path,
    versions: &[Vec<Vec<u8>>],
    round: u32,
    (whole, writing): (Duration, Duration),
    met: &mut Met,
) {
    let old = contents(folder);
    let next = usize::from(old.last() == versions[0].last());
    let before = unfinished(folder);
    let mut child = scan(folder, VERSIONS[next]).spawn().unwrap();
    match round.checked_sub(KILLS_ANYWHERE) {
        None => sleep(whole * round / KILLS_ANYWHERE),
        Some(round) => {
            wait_for_writing(folder, &before, &mut child);
            sleep(writing * round / KILLS_WHILE_WRITING);
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();

    let now = contents(folder);
    let mut is_new = Vec::new();
    for (at, name) in FILES.iter().enumerate() {
        let new = now[at] == versions[next][at];
        assert!(new || now[at] == old[at], "kill {round}: {name} is neither");
        is_new.push(new);
    }
    let left = unfinished(folder);
    for path in FILES
        .iter()
        .map(|name| folder.join(name))
        .chain(left.clone())
    {
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "kill {round}: {}", path.display());
    }
    met.unfinished += left.len();
    match (is_new.contains(&true), is_new.contains(&false)) {
        (true, false) => met.all_new += 1,
        (false, _) => met.all_old += 1,
        (true, true) => {
            // The package comes last: it is never newer than what stands beside it.
            assert_eq!(
                is_new.last(),
                Some(&false),
                "kill {round}: the last came first"
            );
            met.some_of_each += 1;
        }
    }
}

/// A disk that is full: no file may grow beyond 8 KiB, so the first file is not finished.
#[test]
fn a_full_disk_leaves_the_old_files_and_is_named() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("report");
    run(&folder, VERSIONS[0]);
    let old = contents(&folder);
    let script = format!(
        "trap '' XFSZ; ulimit -f 16; exec \"$0\" scan \"$1\" --at {} --formats html,json {PACKAGE} -o \"$2\"",
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
    let script = "set -e; mount -t tmpfs -o size=4m,mode=700 tmpfs \"$3\" || exit 99; mkdir -m 700 \"$3/report\"; \
        run() { \"$1\" scan \"$2\" --at \"$4\" --formats html,json -o \"$3/report\" >&2; }; \
        run \"$1\" \"$2\" \"$3\" 2026-11-22T12:00:00Z || [ $? -eq 20 ]; \
        sha256sum \"$3\"/report/* > \"$3/sums\"; \
        cat /dev/zero > \"$3/filler\" 2>/dev/null || true; \
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
    assert_eq!(count.trim(), "2");
}
