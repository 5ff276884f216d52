//! The whole reader, on archives made for it and on what is wrong with them.

use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use rusqlite::{Connection, MAIN_DB};
use std::io::Write as _;

use super::*;
use crate::evidence::{Secrets, Unwatched, Watch, read_container};
use crate::snapshot::{
    AppState, OccurrenceKind, Platform, PowerKind, Skipped, SurfaceId, SurfaceState,
};

use crate::evidence::ios::made_plist;
#[path = "../../../../../tests/src/made_sysdiagnose.rs"]
#[allow(dead_code, unreachable_pub, reason = "as the tests crate has it")]
mod made_sysdiagnose;
use made_sysdiagnose::{MadeSysdiagnose, NAME, gz, header};

const GRANTS: &str = "logs/Accessibility/TCC.db";
const STORE: &str = "logs/appinstallation/appstored.sqlitedb";

fn read_named(name: &str, bytes: Vec<u8>) -> Result<Snapshot, EvidenceError> {
    let container = Container::from_bytes(name, bytes)?;
    let reading = Reading {
        watch: &Unwatched,
        code: None,
        secrets: &Secrets::NONE,
    };
    read_container(&container, reading)
}

fn read_packed(bytes: Vec<u8>) -> Snapshot {
    read_named(&format!("{NAME}.tar.gz"), bytes).unwrap()
}

fn state(snapshot: &Snapshot, id: SurfaceId) -> SurfaceState {
    snapshot.surfaces.get(id).unwrap().state.clone()
}

fn skipped(snapshot: &Snapshot, id: SurfaceId) -> Vec<String> {
    let surface = snapshot.surfaces.get(id).unwrap();
    let told = |it: &Skipped| {
        let record = it.record.strip_prefix(NAME).unwrap_or(&it.record);
        let record = record.strip_prefix(".tar.gz").unwrap_or(record);
        format!("{record}: {}", it.reason.code())
    };
    surface.skipped.iter().map(told).collect()
}

/// A database in the mode with a log: the database by itself, and its log.
fn database(statements: &str, later: &str) -> (Vec<u8>, Vec<u8>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let writer = Connection::open(&path).unwrap();
    let mode = "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;";
    writer.execute_batch(mode).unwrap();
    writer.execute_batch(statements).unwrap();
    writer
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")
        .unwrap();
    writer.execute_batch(later).unwrap();
    let main = std::fs::read(&path).unwrap();
    let log = std::fs::read(folder.path().join("x.db-wal")).unwrap();
    (main, log)
}

fn grants() -> (Vec<u8>, Vec<u8>) {
    database(
        "CREATE TABLE access (service TEXT, client TEXT, client_type INTEGER, auth_value INTEGER, auth_reason INTEGER,
             auth_version INTEGER, last_modified INTEGER);
         INSERT INTO access VALUES ('kTCCServiceMicrophone', 'org.example.watch', 0, 2, 2, 1, 1793610000);",
        "INSERT INTO access VALUES ('kTCCServiceCamera', 'org.example.late', 0, 2, 2, 1, 1793611000);",
    )
}

fn store() -> Vec<u8> {
    let mut writer = Connection::open_in_memory().unwrap();
    writer
        .execute_batch(
            "CREATE TABLE \"job \"\"software\" (bundle_id TEXT, store_account_name TEXT);
             INSERT INTO \"job \"\"software\" VALUES ('org.example.bought', 'ada@example.org'), (NULL, 'ada@example.org'),
                 (x'00', 'x');
             CREATE TABLE other (name TEXT);",
        )
        .unwrap();
    writer.serialize(MAIN_DB).unwrap().to_vec()
}

fn everything() -> MadeSysdiagnose {
    let (main, log) = grants();
    let mut made = MadeSysdiagnose::everything().with(STORE, store());
    // The log comes long before its database.
    made.members.insert(0, (format!("{GRANTS}-wal"), log));
    made.with(GRANTS, main)
}

#[test]
fn everything_that_a_sysdiagnose_tells_is_in_the_snapshot() {
    let mut snapshot = read_packed(everything().gz());
    assert_eq!(snapshot.platform, Platform::Ios);
    // The databases are written by SQLite, whose version stands in them.
    for input in &mut snapshot.inputs {
        if input.path.contains(".db")
            || input.path.contains(".sqlitedb")
            || input.path.ends_with(".gz")
        {
            input.bytes = 0;
            input.sha256 = crate::digest::Sha256::of(b"");
        }
    }
    insta::assert_json_snapshot!(snapshot);
}

#[test]
fn nothing_of_people_is_taken_in() {
    let written = serde_json::to_string(&read_packed(everything().gz())).unwrap();
    for word in [
        "ada@", "Ada", "Grace", "4416", "AAAA0000", "BBBB0000", "CCCC0000", "0.0.0.0",
    ] {
        assert!(!written.contains(word), "{word}");
    }
}

#[test]
fn members_that_are_not_in_the_table_are_no_inputs() {
    let snapshot = read_packed(everything().gz());
    let paths: Vec<&str> = snapshot.inputs.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(paths.len(), 23);
    assert!(!paths.iter().any(|path| {
        path.contains("known-networks") || path.contains("security-") || path.ends_with(".ips")
    }));
}

#[test]
fn packed_plain_unpacked_and_renamed_archives_tell_the_same() {
    let made = everything();
    let packed = read_packed(made.gz());
    let own = |mut snapshot: Snapshot| {
        snapshot.inputs.clear();
        let text = serde_json::to_string_pretty(&snapshot).unwrap();
        let text = text.replace(".tar.gz", "").replace(".tar", "");
        text.lines().map(str::to_owned).collect::<Vec<String>>()
    };
    let told = own(packed);
    let plain = read_named(&format!("{NAME}.tar"), made.tar()).unwrap();
    assert_eq!(own(plain), told);
    let entries = made.members.iter();
    let entries = entries.map(|(name, content)| (format!("{NAME}/{name}"), content.clone()));
    let folder = Container::from_entries(NAME, entries.collect()).unwrap();
    let reading = Reading {
        watch: &Unwatched,
        code: None,
        secrets: &Secrets::NONE,
    };
    assert!(recognises(&folder));
    assert_eq!(own(read_container(&folder, reading).unwrap()), told);
    // Its name says nothing; what is in it does.
    let renamed = read_named("download", made.gz()).unwrap();
    let started = renamed.acquisition.clone().unwrap().started.unwrap();
    assert_eq!(started.to_string(), "2026-11-02T09:15:00Z");
    assert_eq!(renamed.apps.len(), 9);
}

#[test]
fn other_archives_are_not_taken_for_one() {
    let mut other = MadeSysdiagnose::everything();
    other.folder = "backup".to_owned();
    for bytes in [
        gz(b"no archive"),
        other.gz(),
        vec![0x1f, 0x8b, 8],
        vec![0; 2048],
    ] {
        let container = Container::from_bytes("x.tar.gz", bytes).unwrap();
        assert!(!recognises(&container));
    }
}

#[test]
fn the_log_beside_a_database_counts_whichever_comes_first() {
    let (main, log) = grants();
    let wal = format!("{GRANTS}-wal");
    let before = MadeSysdiagnose::empty()
        .with(&wal, log.clone())
        .with(GRANTS, main.clone());
    let after = MadeSysdiagnose::empty()
        .with(GRANTS, main.clone())
        .with(&wal, log.clone());
    for made in [before, after] {
        let snapshot = read_packed(made.gz());
        let read = SurfaceState::Read { records: 2 };
        assert_eq!(state(&snapshot, SurfaceId::AppGrants), read);
        assert!(snapshot.apps.iter().any(|app| app.id == "org.example.late"));
    }
    let alone = read_packed(MadeSysdiagnose::empty().with(&wal, log).gz());
    assert!(matches!(
        state(&alone, SurfaceId::AppGrants),
        SurfaceState::Unavailable(Reason::FileMissing { .. })
    ));
}

#[test]
fn every_surface_is_read_or_says_why_not() {
    for made in [everything(), MadeSysdiagnose::empty().with("ps.txt", "x")] {
        let snapshot = read_packed(made.gz());
        for (id, surface) in snapshot.surfaces.iter() {
            assert_ne!(surface.state, SurfaceState::NotAsked, "{id:?}");
        }
    }
    let none = read_packed(MadeSysdiagnose::empty().with("x", "x").gz());
    let file = "logs/Accessibility/TCC.db".to_owned();
    assert_eq!(
        state(&none, SurfaceId::AppGrants),
        SurfaceState::Unavailable(Reason::FileMissing { file })
    );
    assert_eq!(
        state(&none, SurfaceId::SensorUse),
        SurfaceState::Unavailable(Reason::NotInThisEvidence)
    );
}

#[test]
fn a_phone_without_profiles_says_so() {
    let empty = made_plist::Made::array::<made_plist::Made>([]).binary();
    let made = MadeSysdiagnose::empty().with("logs/MCState/Shared/MCProfileEvents.plist", empty);
    let snapshot = read_packed(made.gz());
    let none = SurfaceState::Read { records: 0 };
    assert_eq!(state(&snapshot, SurfaceId::Profiles), none);
    assert_eq!(state(&snapshot, SurfaceId::History), none);
}

#[test]
fn the_first_of_two_equal_names_stays_and_it_is_told() {
    let mut made = MadeSysdiagnose::empty();
    let log = |id: &str| {
        format!("Mon Nov  2 08:00:09 2026 [9] x: Install successful for (Customer:{id})\n")
            .into_bytes()
    };
    let name = "logs/MobileInstallation/mobile_installation.log.0";
    made.members = vec![
        (name.to_owned(), log("org.example.first")),
        (name.to_owned(), log("org.example.second")),
    ];
    let snapshot = read_packed(made.gz());
    let ids: Vec<&str> = snapshot.apps.iter().map(|app| app.id.as_str()).collect();
    assert_eq!(ids, ["org.example.first"]);
    assert_eq!(
        skipped(&snapshot, SurfaceId::Apps),
        [
            format!("/{name}: malformed"),
            ": apps that its logs do not name: not_in_this_evidence".to_owned()
        ]
    );
}

/// A tar archive of these headers and contents.
fn raw(parts: &[(&str, u64, u8, &[u8])]) -> Vec<u8> {
    let mut tar = header(&format!("{NAME}/"), 0, b'5').to_vec();
    for (name, bytes, kind, content) in parts {
        tar.extend_from_slice(&header(name, *bytes, *kind));
        tar.extend_from_slice(content);
        tar.resize(tar.len().next_multiple_of(512), 0);
    }
    tar.extend_from_slice(&[0; 1024]);
    gz(&tar)
}

const PS: &[u8] = b"USER COMMAND\nroot /sbin/launchd\n";

#[test]
fn names_that_climb_links_and_lies_cost_only_themselves() {
    let long = "x".repeat(99);
    let bytes = raw(&[
        ("s/../../ps.txt", PS.len() as u64, b'0', PS),
        ("/ps.txt", PS.len() as u64, b'0', PS),
        ("s/remotectl_dumpstate.txt", 0, b'2', b""),
        ("s/huge", 100 << 30, b'0', b""),
        (&long, 3, b'0', b"abc"),
        ("s/ps.txt", PS.len() as u64, b'0', PS),
    ]);
    let snapshot = read_packed(bytes);
    assert_eq!(snapshot.processes.len(), 1);
    let told = skipped(&snapshot, SurfaceId::Apps);
    assert_eq!(
        told,
        [
            " s/../../ps.txt: unsafe_name",
            " /ps.txt: unsafe_name",
            " member 5: too_large"
        ]
    );
    assert!(matches!(
        state(&snapshot, SurfaceId::Device),
        SurfaceState::Unavailable(Reason::Unreadable { .. })
    ));
}

#[test]
fn a_header_that_is_broken_costs_only_its_member() {
    let made = MadeSysdiagnose::empty().with("x", "abc").with("ps.txt", PS);
    let mut tar = made.tar();
    tar[512 + 20] ^= 1;
    let snapshot = read_packed(gz(&tar));
    assert_eq!(snapshot.processes.len(), 1);
    assert_eq!(
        skipped(&snapshot, SurfaceId::Apps),
        [" member 2: malformed"]
    );
}

#[test]
fn members_that_are_not_what_they_should_be_cost_only_themselves() {
    let whole = everything();
    for (name, _) in &whole.members {
        for content in [
            &b""[..],
            b"bplist00",
            b"\xff\xfe\0\0",
            b"{\"contextDump\":7}",
        ] {
            let snapshot = read_packed(whole.clone().with(name, content).gz());
            assert!(snapshot.inputs.len() >= 20, "{name}");
            for (id, surface) in snapshot.surfaces.iter() {
                assert_ne!(surface.state, SurfaceState::NotAsked, "{name} {id:?}");
            }
        }
    }
}

#[test]
fn an_archive_of_several_parts_is_read_to_its_end() {
    let tar = everything().tar();
    let (one, two) = tar.split_at(3_000);
    let packed = [gz(one), gz(two)].concat();
    let snapshot = read_packed(packed);
    assert_eq!(snapshot.apps.len(), 9);
    assert!(!skipped(&snapshot, SurfaceId::Apps).contains(&": malformed".to_owned()));
    // What somebody wrote behind the archive is not part of it.
    let trailed = [everything().gz(), b"trailing".to_vec()].concat();
    assert_eq!(read_packed(trailed).apps.len(), 9);
}

#[test]
fn an_archive_that_is_cut_anywhere_tells_what_came_before() {
    let whole = everything().gz();
    let all = read_packed(whole.clone());
    let mut cuts: Vec<usize> = (0..whole.len()).step_by(512).collect();
    cuts.extend([700, 701, whole.len() - 9, whole.len() - 1]);
    for cut in cuts {
        let bytes = whole[..cut].to_vec();
        let Ok(snapshot) = read_named(&format!("{NAME}.tar.gz"), bytes) else {
            // Too little to know it by.
            assert!(cut < 1_024, "{cut}");
            continue;
        };
        assert!(snapshot.apps.len() <= all.apps.len());
        for (id, surface) in snapshot.surfaces.iter() {
            assert_ne!(surface.state, SurfaceState::NotAsked, "{cut} {id:?}");
        }
        // The last bytes are a check sum; before them, that it is cut is said of every surface.
        if cut + 200 < whole.len() {
            let told = skipped(&snapshot, SurfaceId::Apps);
            let apps = state(&snapshot, SurfaceId::Apps);
            let said = told.iter().any(|it| it.contains("malformed"))
                || matches!(apps, SurfaceState::Unavailable(Reason::Malformed { .. }));
            assert!(said, "{cut}: {told:?} {apps:?}");
        }
    }
}

#[test]
fn an_archive_cut_in_the_middle_blames_the_cut_for_what_is_missing() {
    let made = everything();
    let tar = made.tar();
    let snapshot = read_packed(gz(&tar[..2_048]));
    let SurfaceState::Unavailable(reason) = state(&snapshot, SurfaceId::AccountDevices) else {
        panic!("read");
    };
    assert_eq!(reason.code(), "malformed");
}

#[test]
fn a_small_archive_that_becomes_a_large_one_is_stopped() {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    let tar = MadeSysdiagnose::empty().with("ps.txt", PS).tar();
    packed.write_all(&tar[..tar.len() - 1_024]).unwrap();
    packed
        .write_all(&header("s/zeros", 40 << 30, b'0'))
        .unwrap();
    let zeros = vec![0; 8 << 20];
    for _ in 0..136 {
        packed.write_all(&zeros).unwrap();
    }
    let snapshot = read_packed(packed.finish().unwrap());
    assert_eq!(snapshot.processes.len(), 1);
    let told = skipped(&snapshot, SurfaceId::Processes);
    assert_eq!(told, [": malformed"]);
}

#[test]
fn members_that_together_are_too_large_are_told() {
    let mut found = collect::Found::new(NAME, &Unwatched);
    assert_eq!(
        found.admits("ps.txt", members::Member::Processes),
        Some(64 << 20)
    );
    let large = vec![b' '; 32 << 20];
    for number in 0..16 {
        let name = format!("system_logs.logarchive/Extra/shutdown.{number}.log");
        let limit = found.admits(&name, members::Member::Shutdown).unwrap();
        assert!(limit >= 32 << 20);
        found.member(&name, members::Member::Shutdown, large.clone(), None);
    }
    assert_eq!(
        found.admits("transparency.log", members::Member::Transparency),
        Some(0)
    );
}

#[test]
fn the_sysdiagnose_of_a_mac_is_refused() {
    let version = "<plist><dict><key>ProductName</key><string>macOS</string></dict></plist>";
    let made = MadeSysdiagnose::empty().with("logs/SystemVersion/SystemVersion.plist", version);
    let read = read_named(&format!("{NAME}.tar.gz"), made.gz());
    assert!(matches!(read, Err(EvidenceError::NotAPhone { .. })));
}

struct Stopped;

impl Watch for Stopped {
    fn cancelled(&self) -> bool {
        true
    }
}

#[test]
fn a_person_who_stops_is_obeyed() {
    let container = Container::from_bytes(&format!("{NAME}.tar.gz"), everything().gz()).unwrap();
    let reading = Reading {
        watch: &Stopped,
        code: None,
        secrets: &Secrets::NONE,
    };
    let snapshot = read_container(&container, reading).unwrap();
    assert!(snapshot.apps.is_empty());
    assert_eq!(
        state(&snapshot, SurfaceId::Apps),
        SurfaceState::Unavailable(Reason::Cancelled)
    );
}

#[test]
fn what_matters_is_there() {
    let snapshot = read_packed(everything().gz());
    let app = |id: &str| snapshot.apps.iter().find(|app| app.id == id).unwrap();
    assert_eq!(app("org.example.gone").state, AppState::Removed);
    assert_eq!(app("org.example.watch").state, AppState::Installed);
    assert_eq!(app("org.example.vpn").powers[0].value.kind, PowerKind::Vpn);
    assert_eq!(app("com.apple.findmy").hiding.len(), 1);
    let signs: Vec<&str> = snapshot
        .root_binaries
        .iter()
        .map(|it| it.value.as_str())
        .collect();
    assert_eq!(
        signs,
        ["/private/var/jb/usr/bin/bash", "/usr/sbin/frida-server"]
    );
    let strangers = snapshot
        .account_devices
        .iter()
        .filter(|it| it.own == Some(false));
    assert_eq!(strangers.count(), 2);
    assert!(snapshot.device.supervised.as_ref().unwrap().value);
    let what: Vec<OccurrenceKind> = snapshot.history.iter().map(|it| it.what).collect();
    for kind in [
        OccurrenceKind::AppInstalled,
        OccurrenceKind::AppUninstalled,
        OccurrenceKind::ProfileInstalled,
        OccurrenceKind::ProfileRemoved,
        OccurrenceKind::SettingChanged,
        OccurrenceKind::PermissionDecided,
    ] {
        assert!(what.contains(&kind), "{kind:?}");
    }
}

#[test]
fn the_time_in_the_name_is_an_instant() {
    let at = |name: &str| acquired(name).map(|it| it.started.unwrap().to_string());
    assert_eq!(at(NAME).as_deref(), Some("2026-11-02T09:15:00Z"));
    assert_eq!(
        at("sysdiagnose_2025.04.07_07-46-00-0730_iPhone-OS_x").as_deref(),
        Some("2025-04-07T15:16:00Z")
    );
    for name in [
        "sysdiagnose_",
        "sysdiagnose_2025.04.07_07-46-00_x",
        "sysdiagnose_2025.13.07_07-46-00+0100_x",
        "sysdiagnose_2025.04.07_07-46-00+éé00_x",
        "sysdiagnose_é_é_é",
    ] {
        assert_eq!(at(name), None, "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Bytes turned anywhere in the packed file or in the archive: no panic, and every surface says something.
    #[test]
    fn bytes_turned_anywhere_never_end_the_reader(
        turns in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8), packed in any::<bool>()
    ) {
        let made = everything();
        let mut bytes = if packed { made.gz() } else { made.tar() };
        for (at, value) in turns {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        let Ok(container) = Container::from_bytes(&format!("{NAME}.tar.gz"), bytes) else {
            return Ok(());
        };
        let reading = Reading { watch: &Unwatched, code: None, secrets: &Secrets::NONE };
        if recognises(&container) {
            let snapshot = read(&container, reading).unwrap();
            for (_, surface) in snapshot.surfaces.iter() {
                prop_assert_ne!(&surface.state, &SurfaceState::NotAsked);
            }
        }
    }

    /// Anything at all behind the first header.
    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..4_096)) {
        let tar = [&header(&format!("{NAME}/"), 0, b'5')[..], &bytes].concat();
        let container = Container::from_bytes("x.tar", tar).unwrap();
        let reading = Reading { watch: &Unwatched, code: None, secrets: &Secrets::NONE };
        prop_assert!(recognises(&container));
        read(&container, reading).unwrap();
    }
}
