//! What each kind of evidence shows: made evidence of every kind is read, and the state of every surface is
//! written to `docs/coverage.md`. The table cannot say more than the readers do.
//!
//!     UPDATE_COVERAGE=1 cargo test -p rushlight-tests --no-default-features --test coverage

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rushlight_core::evidence::live::{Asked, Connection, Ended, Lost, Phone, Sink};
use rushlight_core::evidence::{self, CodeCheck, Reading, Secrets, Unwatched};
use rushlight_core::snapshot::{
    InputKind, Platform, Reason, Snapshot, Surface, SurfaceId, SurfaceState,
};
use rushlight_core::text::Catalogue;
use rushlight_tests::large_dump;
use rushlight_tests::made_apk::{Key, MadeApk};
use rushlight_tests::made_backup::MadeBackup;
use rushlight_tests::made_dump::{MadeApp, MadeDump, Maker, bugreport};
use rushlight_tests::made_ios_backup;
use rushlight_tests::made_phone::{self, Packing};
use rushlight_tests::made_privacy_report::MadePrivacyReport;
use rushlight_tests::made_sysdiagnose::MadeSysdiagnose;

/// Reads one made piece of evidence; the folder is empty and its own.
type Read = fn(&Path) -> Snapshot;

/// The columns. A new kind of evidence is one line here.
const COLUMNS: &[Column] = &[
    (InputKind::AndroidqfFolder, "AndroidQF folder", folder),
    (InputKind::AndroidqfZip, "AndroidQF zip", zip),
    (
        InputKind::AndroidqfFolder,
        "AndroidQF with bug report, backup, intrusion log and APKs",
        whole_folder,
    ),
    (InputKind::Bugreport, "bug report", bug_report),
    (InputKind::Dumpsys, "text of dumpsys", dumpsys),
    (InputKind::AndroidBackup, "Android backup", backup),
    (InputKind::IntrusionLog, "intrusion log", intrusion_log),
    (InputKind::ConnectedPhone, "connected phone", connected),
    (InputKind::Apk, "APK file", apk),
];

/// The columns for an iPhone.
const IOS_COLUMNS: &[Column] = &[
    (InputKind::IosBackup, "backup", ios_backup),
    (
        InputKind::IosBackup,
        "encrypted backup with its password",
        ios_backup_opened,
    ),
    (
        InputKind::IosBackup,
        "encrypted backup without it",
        ios_backup_locked,
    ),
    (
        InputKind::AppPrivacyReport,
        "App Privacy Report",
        privacy_report,
    ),
    (InputKind::Sysdiagnose, "sysdiagnose", sysdiagnose),
    (
        InputKind::ConfigurationProfile,
        "configuration profile",
        profile,
    ),
];

/// Every kind that a person can hand over, and the words for it.
fn kinds() -> Vec<(InputKind, &'static str)> {
    let words = |kind| match kind {
        InputKind::AndroidqfFolder => Some("an AndroidQF folder"),
        InputKind::AndroidqfZip => Some("an AndroidQF zip"),
        InputKind::Bugreport => Some("a bug report"),
        InputKind::Dumpsys => Some("the text of dumpsys"),
        InputKind::AndroidBackup => Some("an Android backup"),
        InputKind::IntrusionLog => Some("an intrusion log"),
        InputKind::IosBackup => Some("a backup of an iPhone"),
        InputKind::AppPrivacyReport => Some("an App Privacy Report"),
        InputKind::Sysdiagnose => Some("a sysdiagnose"),
        InputKind::ConfigurationProfile => Some("a configuration profile"),
        InputKind::ConnectedPhone => Some("a connected phone"),
        InputKind::Apk => Some("an APK file"),
        // Part of another.
        InputKind::Member => None,
    };
    [
        InputKind::AndroidqfFolder,
        InputKind::AndroidqfZip,
        InputKind::Bugreport,
        InputKind::Dumpsys,
        InputKind::AndroidBackup,
        InputKind::IntrusionLog,
        InputKind::ConnectedPhone,
        InputKind::Apk,
        InputKind::IosBackup,
        InputKind::AppPrivacyReport,
        InputKind::Sysdiagnose,
        InputKind::ConfigurationProfile,
        InputKind::Member,
    ]
    .into_iter()
    .filter_map(|kind| Some((kind, words(kind)?)))
    .collect()
}

/// Rules of which none matches: with them, code is looked at.
struct NoRule;

impl CodeCheck for NoRule {
    fn matching_rules(&self, _: &[u8]) -> Result<Vec<String>, Reason> {
        Ok(Vec::new())
    }
}

fn read(path: &Path) -> Snapshot {
    let reading = Reading {
        watch: &Unwatched,
        code: Some(&NoRule),
        secrets: &Secrets::NONE,
    };
    evidence::read(path, reading).unwrap()
}

fn ios_backup(dir: &Path) -> Snapshot {
    let path = dir.join("backup");
    made_ios_backup::managed_phone().write(&path).unwrap();
    read(&path)
}

/// Few rounds: what a backup shows does not depend on them.
fn locked_ios_backup(dir: &Path) -> PathBuf {
    let path = dir.join("backup");
    let made = made_ios_backup::managed_phone();
    made.password("made").rounds(10, 10).write(&path).unwrap();
    path
}

fn ios_backup_opened(dir: &Path) -> Snapshot {
    let secrets = Secrets {
        passwords: vec!["made".to_owned().into()],
        ..Secrets::NONE
    };
    let reading = Reading {
        watch: &Unwatched,
        code: Some(&NoRule),
        secrets: &secrets,
    };
    evidence::read(&locked_ios_backup(dir), reading).unwrap()
}

fn ios_backup_locked(dir: &Path) -> Snapshot {
    read(&locked_ios_backup(dir))
}

fn privacy_report(dir: &Path) -> Snapshot {
    let path = dir.join("App_Privacy_Report_v4_2026-11-20T10_00_00.ndjson");
    let (begin, end) = (
        "2026-11-19T02:00:00.000+00:00",
        "2026-11-19T02:05:00.000+00:00",
    );
    let made = MadePrivacyReport::default()
        .used("org.example.messenger", "microphone", begin, Some(end))
        .contacted("org.example.messenger", "made.example", end, 3);
    fs::write(&path, made.text()).unwrap();
    read(&path)
}

fn sysdiagnose(dir: &Path) -> Snapshot {
    let path = dir.join("sysdiagnose_2026.11.20_10-00-00+0000_iPhone-OS_iPhone_22F76.tar.gz");
    fs::write(&path, MadeSysdiagnose::everything().gz()).unwrap();
    read(&path)
}

fn profile(dir: &Path) -> Snapshot {
    let path = dir.join("made.mobileconfig");
    fs::write(&path, made_ios_backup::managing_profile().xml()).unwrap();
    read(&path)
}

fn folder(dir: &Path) -> Snapshot {
    let path = dir.join("acquisition");
    made_phone::write_folder(&path).unwrap();
    read(&path)
}

fn zip(dir: &Path) -> Snapshot {
    let path = dir.join("acquisition.zip");
    fs::write(&path, made_phone::zip(Packing::Root).unwrap()).unwrap();
    read(&path)
}

fn bug_report(dir: &Path) -> Snapshot {
    let path = dir.join("bugreport.zip");
    fs::write(&path, bugreport(&dump(), Maker::Android).unwrap()).unwrap();
    read(&path)
}

fn dumpsys(dir: &Path) -> Snapshot {
    let path = dir.join("dumpsys.txt");
    fs::write(&path, dump().dumpsys()).unwrap();
    read(&path)
}

/// A small phone with every section that the large one has.
fn dump() -> MadeDump {
    let mut dump = MadeDump::new()
        .app(MadeApp::from_store("org.example.messenger").granted(&["android.permission.CAMERA"]))
        .app(MadeApp::sideloaded("org.example.hidden").without_icon());
    for (service, printed) in large_dump::sections(&["org.example.messenger".to_owned()]).unwrap() {
        if service != "package" && service != "user" {
            dump = dump.section(&service, &printed);
        }
    }
    dump
}

fn made_backup() -> Vec<u8> {
    MadeBackup::new(5)
        .app(
            "org.example.messenger",
            7,
            "com.android.vending",
            &[Key::One.certificate()],
        )
        .bytes()
}

fn backup(dir: &Path) -> Snapshot {
    let path = dir.join("backup.ab");
    fs::write(&path, made_backup()).unwrap();
    read(&path)
}

const INTRUSION_LOG: &str = r#"{"dns_event":{"event_time":1780000000000,"hostname":"made.example","ip_addresses":["/192.0.2.7"],"package_name":"org.example.messenger"}}
{"security_event":{"event_id":4,"event_time":1780000004000000000,"package_installed":{"package_name":"org.example.gone","version_code":7,"user_id":0}}}
{"security_event":{"event_time":1780000005000000000,"package_uninstalled":{"package_name":"org.example.gone","version_code":7,"user_id":0}}}
{"security_event":{"event_time":1780000012000000000,"cert_authority_installed":{"subject":"CN=Made CA","success":true,"user_id":0}}}
"#;

fn intrusion_log(dir: &Path) -> Snapshot {
    let path = dir.join("intrusion.txt");
    fs::write(&path, INTRUSION_LOG).unwrap();
    read(&path)
}

fn whole_folder(dir: &Path) -> Snapshot {
    let path = dir.join("acquisition");
    made_phone::write_folder(&path).unwrap();
    for (name, bytes) in [
        ("bugreport.zip", bugreport(&dump(), Maker::Android).unwrap()),
        ("backup.ab", made_backup()),
        (
            "intrusion_logs/intrusion.txt",
            INTRUSION_LOG.as_bytes().to_vec(),
        ),
        ("apks/org.example.messenger_base.apk", made_apk()),
    ] {
        let file = path.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    read(&path)
}

fn made_apk() -> Vec<u8> {
    MadeApk::new("org.example.messenger")
        .label("Messenger")
        .dex(*b"dex\n035\0")
        .signed_by(Key::One)
        .bytes()
}

fn apk(dir: &Path) -> Snapshot {
    let path = dir.join("app.apk");
    fs::write(&path, made_apk()).unwrap();
    read(&path)
}

/// A connected phone that answers each command as Android does. The way there over the real adb server is
/// tested in `desk/tests/adb.rs`.
struct Connected(BTreeMap<String, Vec<u8>>);

impl Phone for Connected {
    fn serial(&self) -> &str {
        "MADE"
    }

    fn connection(&self) -> Connection {
        Connection::Usb
    }

    fn now(&self) -> Timestamp {
        Timestamp::from_second(1_790_000_000).unwrap()
    }

    fn run(&self, command: &str, _: u64, sink: &mut Sink<'_>) -> Result<Ended, Lost> {
        let Some(bytes) = self.0.get(command) else {
            return Ok(Ended::Failed {
                cause: "not found".to_owned(),
            });
        };
        match sink(bytes) {
            ControlFlow::Continue(()) => Ok(Ended::Whole),
            ControlFlow::Break(()) => Ok(Ended::Enough),
        }
    }

    fn pull(&self, path: &str, seconds: u64, sink: &mut Sink<'_>) -> Result<Ended, Lost> {
        self.run(path, seconds, sink)
    }
}

fn connected(_: &Path) -> Snapshot {
    const FILE: &str = "/data/app/~~YQ==/org.example.messenger-Yg==/base.apk";
    let dump = dump();
    let app = "org.example.messenger";
    let mut answers: BTreeMap<String, Vec<u8>> = [
        ("getprop".to_owned(), dump.properties.clone()),
        ("settings list global".to_owned(), "adb_enabled=1\n".to_owned()),
        ("settings --user 0 list secure".to_owned(), "accessibility_enabled=0\n".to_owned()),
        ("settings --user 0 list system".to_owned(), "font_scale=1.0\n".to_owned()),
        ("date +%s.%N".to_owned(), "1790000000.5\n".to_owned()),
        ("pm list users".to_owned(), "Users:\n\tUserInfo{0:Owner:c13} running\n".to_owned()),
        (
            "pm list packages -f -i -U --show-versioncode -u --user 0".to_owned(),
            format!("package:{FILE}={app} versionCode:7  installer=com.android.vending uid:10100\n"),
        ),
        ("pm list packages --user 0".to_owned(), format!("package:{app}\n")),
        ("pm list packages -s -u --user 0".to_owned(), String::new()),
        ("pm list packages -d --user 0".to_owned(), String::new()),
        (
            "cmd package query-activities --brief --user 0 -a android.intent.action.MAIN -c android.intent.category.LAUNCHER".to_owned(),
            format!("1 activities found:\n  Activity #0:\n    priority=0\n    {app}/.Main\n"),
        ),
        (format!("pm path --user 0 {app}"), format!("package:{FILE}\n")),
        ("ps -A".to_owned(), "USER PID PPID VSZ RSS WCHAN ADDR S NAME\nroot 1 0 1 1 0 0 S init\n".to_owned()),
        ("service list".to_owned(), "Found 1 services:\n0\tphone: [com.x.IPhone]\n".to_owned()),
        ("mount".to_owned(), "/dev/root on / type ext4 (ro,seclabel)\n".to_owned()),
        ("which -a su busybox supersu magisk magiskinit magiskpolicy".to_owned(), String::new()),
        ("dumpsys package -f".to_owned(), dump.package()),
    ]
    .into_iter()
    .map(|(command, text)| (command, text.into_bytes()))
    .collect();
    for (service, printed) in &dump.sections {
        answers.insert(format!("dumpsys {service}"), printed.clone().into_bytes());
    }
    answers.insert(FILE.to_owned(), made_apk());
    let reading = Reading {
        watch: &Unwatched,
        code: Some(&NoRule),
        secrets: &Secrets::NONE,
    };
    evidence::read_phone(&Connected(answers), Asked::default(), reading).unwrap()
}

/// A column: the kind of evidence, its name, and how a made piece of it is read.
type Column = (InputKind, &'static str, Read);

fn table() -> String {
    let mut text = String::from(
        "# What each kind of evidence shows\n\n\
         Generated by `UPDATE_COVERAGE=1 cargo test -p rushlight-tests --no-default-features --test coverage`,\n\
         which reads made evidence of each kind: what stands here is what the readers said of it, not what a kind could hold.\n\
         A test fails when this file differs.\n\n",
    );
    let missing: Vec<&str> = kinds()
        .into_iter()
        .filter(|(kind, _)| {
            let mut columns = COLUMNS.iter().chain(IOS_COLUMNS);
            !columns.any(|(column, _, _)| column == kind)
        })
        .map(|(_, words)| words)
        .collect();
    if !missing.is_empty() {
        writeln!(text, "No column yet: {}.\n", missing.join(", ")).unwrap();
    }
    text.push_str("## Android\n\n");
    text.push_str(&of_platform(Platform::Android, COLUMNS));
    text.push_str("\n\n## iPhone and iPad\n\n");
    text.push_str(&of_platform(Platform::Ios, IOS_COLUMNS));
    text.push_str(
        "\n\n**read**: its records were read. **read, none here**: it was read, and the made phone has none. \
         **not asked**: nobody asked for it.\nEverything else is the reason why it could not be read.\n",
    );
    text
}

fn of_platform(platform: Platform, columns: &[Column]) -> String {
    let snapshots: Vec<Snapshot> = columns
        .iter()
        .map(|(kind, name, make)| {
            let dir = tempfile::tempdir().unwrap();
            let snapshot = make(dir.path());
            let is_its_kind = snapshot.inputs.iter().any(|input| input.kind == *kind);
            assert!(is_its_kind, "{name} was not read as {kind:?}");
            snapshot
        })
        .collect();
    let catalogue = Catalogue::en_gb();
    let mut text = String::from("| surface | what it is |");
    for (_, name, _) in columns {
        write!(text, " {name} |").unwrap();
    }
    text.push_str("\n|---|---|");
    text.push_str(&"---|".repeat(columns.len()));
    for id in SurfaceId::ALL {
        if !id.applies_to(platform) {
            continue;
        }
        let (name, meaning) = (catalogue.surface_name(id), catalogue.surface_meaning(id));
        write!(text, "\n| {name} | {meaning} |").unwrap();
        for snapshot in &snapshots {
            write!(text, " {} |", cell(snapshot.surfaces.get(id))).unwrap();
        }
    }
    text
}

fn cell(surface: Option<&Surface>) -> String {
    let Some(surface) = surface else {
        return "no such surface".to_owned();
    };
    match &surface.state {
        SurfaceState::Read { records: 0 } => "**read**, none here".to_owned(),
        SurfaceState::Read { .. } => "**read**".to_owned(),
        SurfaceState::NotAsked => "not asked".to_owned(),
        SurfaceState::Unavailable(reason) => {
            let words = reason.code().replace('_', " ");
            match reason {
                Reason::FileMissing { file }
                | Reason::NotReadYet { file }
                | Reason::Unreadable { file, .. } => format!("{words}: `{file}`"),
                Reason::LeftEmpty { field } => format!("{words}: `{field}`"),
                Reason::Malformed { cause } => format!("{words}: {cause}"),
                Reason::NotInThisEvidence
                | Reason::TooLarge { .. }
                | Reason::TooMany { .. }
                | Reason::Encrypted
                | Reason::WrongPassword
                | Reason::Contradicts { .. }
                | Reason::UnsafeName
                | Reason::Cancelled
                | Reason::CodeNotKept { .. } => words,
            }
        }
    }
}

#[test]
fn the_coverage_table_in_the_docs_is_what_the_readers_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/coverage.md");
    let table = table();
    if std::env::var_os("UPDATE_COVERAGE").is_some() {
        fs::write(&path, &table).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == table,
        "docs/coverage.md differs from what the readers say; see the first lines of this file\n{table}"
    );
}
