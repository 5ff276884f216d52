mod encrypted;
mod inventory;

use std::collections::BTreeMap;

use proptest::prelude::*;
use rusqlite::{Connection, params};

use super::wanted::{WANTED, file_id};
use super::*;
use crate::evidence::{Secrets, Unwatched, read_container};
use crate::snapshot::{
    App, AppState, Channel, Hiding, Platform, PowerKind, Reason, SurfaceId, SurfaceState,
};

use crate::evidence::ios::made_plist;
use made_plist::Made;

const READING: Reading<'_> = Reading {
    watch: &Unwatched,
    code: None,
    secrets: &Secrets::NONE,
};

const PROFILES: &str = "SysSharedContainerDomain-systemgroup.com.apple.configurationprofiles";

/// 2023-11-14T22:13:20Z, in seconds since 2001.
const DAY: f64 = 721_692_800.0;

/// A plain backup, made by code.
#[derive(Clone)]
struct Backup {
    info: Option<Made>,
    manifest: Option<Made>,
    /// Rows of the list; a file whose bytes are none is named and is not there.
    files: Vec<(String, String, Option<Vec<u8>>)>,
    /// Statements that are run on the list at the end.
    sql: String,
}

impl Backup {
    fn new() -> Self {
        let info = Made::dictionary([
            ("Product Type", Made::from("iPhone14,5")),
            ("Product Version", "17.5".into()),
            ("Build Version", "21F79".into()),
            ("Last Backup Date", Made::Date(DAY)),
            ("Device Name", "Name of a person".into()),
            ("Serial Number", "SERIAL0000".into()),
            ("IMEI", "490154203237518".into()),
            ("Phone Number", "+44 1632 960001".into()),
            ("Unique Identifier", "UDID0000".into()),
            (
                "Installed Applications",
                Made::array(["com.example.one", "com.example.two"]),
            ),
        ]);
        let manifest = Made::dictionary([
            ("IsEncrypted", Made::from(false)),
            (
                "Lockdown",
                Made::dictionary([("ProductType", Made::from("iPhone14,5"))]),
            ),
        ]);
        Self {
            info: Some(info),
            manifest: Some(manifest),
            files: Vec::new(),
            sql: String::new(),
        }
    }

    fn file(mut self, domain: &str, path: &str, bytes: impl Into<Option<Vec<u8>>>) -> Self {
        self.files
            .push((domain.to_owned(), path.to_owned(), bytes.into()));
        self
    }

    fn plist(self, domain: &str, path: &str, content: &Made) -> Self {
        self.file(domain, path, content.binary())
    }

    fn with_info(mut self, key: &str, value: impl Into<Made>) -> Self {
        self.info = self.info.map(|info| info.with(key, value));
        self
    }

    fn list(&self) -> Vec<u8> {
        let mut list = Connection::open_in_memory().unwrap();
        list.execute_batch(
            "CREATE TABLE Files (fileID TEXT PRIMARY KEY, domain TEXT, relativePath TEXT, flags INTEGER, file BLOB);\
             CREATE INDEX FilesDomainIdx ON Files(domain); CREATE INDEX FilesRelativePathIdx ON Files(relativePath);\
             CREATE INDEX FilesFlagsIdx ON Files(flags); CREATE TABLE Properties (key TEXT PRIMARY KEY, value BLOB);",
        )
        .unwrap();
        for (domain, path, _) in &self.files {
            let flags = if path.is_empty() { 2 } else { 1 };
            list.execute(
                "INSERT INTO Files VALUES (?1, ?2, ?3, ?4, ?5)",
                params![file_id(domain, path), domain, path, flags, record(path)],
            )
            .unwrap();
        }
        list.execute_batch(&self.sql).unwrap();
        list.serialize("main").unwrap().to_vec()
    }

    fn entries(&self) -> Vec<(String, Vec<u8>)> {
        let mut entries = vec![("Manifest.db".to_owned(), self.list())];
        if let Some(info) = &self.info {
            entries.push(("Info.plist".to_owned(), info.xml().into_bytes()));
        }
        if let Some(manifest) = &self.manifest {
            entries.push(("Manifest.plist".to_owned(), manifest.binary()));
        }
        for (domain, path, bytes) in &self.files {
            if let Some(bytes) = bytes {
                let id = file_id(domain, path);
                let folder: String = id.chars().take(2).collect();
                entries.push((format!("{folder}/{id}"), bytes.clone()));
            }
        }
        entries
    }

    fn read(&self) -> Snapshot {
        read_entries(self.entries())
    }
}

fn read_entries(entries: Vec<(String, Vec<u8>)>) -> Snapshot {
    let container = Container::from_entries("backup", entries).unwrap();
    read_container(&container, READING).unwrap()
}

/// The record of a file, without a key (`MBFile`).
fn record(path: &str) -> Vec<u8> {
    let file = Made::dictionary([
        ("ProtectionClass", Made::Integer(4)),
        ("RelativePath", Made::Uid(2)),
        ("$class", Made::Uid(3)),
    ]);
    let class = Made::dictionary([("$classname", Made::from("MBFile"))]);
    Made::dictionary([
        ("$archiver", Made::from("NSKeyedArchiver")),
        (
            "$objects",
            Made::Array(vec!["$null".into(), file, path.into(), class]),
        ),
        ("$top", Made::dictionary([("root", Made::Uid(1))])),
    ])
    .binary()
}

fn database(sql: &str) -> Vec<u8> {
    let mut made = Connection::open_in_memory().unwrap();
    made.execute_batch(sql).unwrap();
    made.serialize("main").unwrap().to_vec()
}

const TCC: (&str, &str) = ("HomeDomain", "Library/TCC/TCC.db");

fn tcc(rows: &str) -> Vec<u8> {
    database(&format!(
        "CREATE TABLE access (service TEXT, client TEXT, client_type INTEGER, auth_value INTEGER, \
         auth_reason INTEGER, last_modified INTEGER); INSERT INTO access VALUES {rows};"
    ))
}

fn receipt(entries: &[(&str, Made)]) -> Made {
    let entries = entries
        .iter()
        .map(|(key, value)| ((*key).to_owned(), value.clone()));
    let metadata = Made::Dictionary(entries.collect());
    Made::dictionary([("iTunesMetadata", Made::Data(metadata.binary()))])
}

fn app<'a>(snapshot: &'a Snapshot, id: &str) -> &'a App {
    let found = snapshot.apps.iter().find(|app| app.id == id);
    found.unwrap_or_else(|| panic!("{id} is not there"))
}

fn state(snapshot: &Snapshot, id: SurfaceId) -> SurfaceState {
    snapshot.surfaces.get(id).unwrap().state.clone()
}

fn skipped(snapshot: &Snapshot, id: SurfaceId) -> Vec<String> {
    let surface = snapshot.surfaces.get(id).unwrap();
    let own = |one: &crate::snapshot::Skipped| format!("{}: {}", one.record, one.reason.code());
    surface.skipped.iter().map(own).collect()
}

fn profile(identifier: &str) -> Made {
    let mdm = Made::dictionary([
        ("PayloadType", Made::from("com.apple.mdm")),
        ("PayloadIdentifier", "com.example.mdm.payload".into()),
        ("ServerURL", "https://mdm.example.org/server".into()),
        ("AccessRights", Made::Integer(8191)),
    ]);
    let root = Made::dictionary([
        ("PayloadType", Made::from("com.apple.security.root")),
        ("PayloadIdentifier", "com.example.root.payload".into()),
    ]);
    Made::dictionary([
        ("PayloadType", Made::from("Configuration")),
        ("PayloadIdentifier", identifier.into()),
        ("PayloadUUID", "11111111-2222-3333-4444-555555555555".into()),
        ("PayloadDisplayName", "Made profile".into()),
        ("InstallDate", Made::Date(DAY)),
        ("PayloadContent", Made::Array(vec![mdm, root])),
    ])
}

/// One backup with something of everything.
fn whole() -> Backup {
    let download = Made::dictionary([(
        "accountInfo",
        Made::dictionary([("AppleID", Made::from("ada@example.org"))]),
    )]);
    let applications = Made::dictionary([
        (
            "com.example.one",
            receipt(&[
                ("itemName", "One".into()),
                ("bundleShortVersionString", "1.2".into()),
                ("bundleVersion", "12".into()),
                ("itemId", Made::Integer(7)),
                ("sourceApp", "com.apple.AppStore".into()),
                ("com.apple.iTunesStore.downloadInfo", download),
            ]),
        ),
        (
            "com.example.trial",
            receipt(&[("betaExternalVersionIdentifier", Made::Integer(9))]),
        ),
    ]);
    let process = "CREATE TABLE ZPROCESS (Z_PK INTEGER, ZPROCNAME VARCHAR, ZBUNDLENAME VARCHAR, \
        ZFIRSTTIMESTAMP, ZTIMESTAMP); CREATE TABLE ZLIVEUSAGE (ZHASPROCESS INTEGER, ZWIFIIN FLOAT, ZWIFIOUT FLOAT, \
        ZWWANIN FLOAT, ZWWANOUT FLOAT); INSERT INTO ZPROCESS VALUES (1, 'x/com.example.gone', 'com.example.gone', \
        721600000, 721600500); INSERT INTO ZLIVEUSAGE VALUES (1, 10, 20, 1, 2);";
    let client = Made::dictionary([
        ("BundleId", Made::from("com.example.one")),
        ("LocationTimeStopped", Made::Real(DAY)),
    ]);
    let icons = Made::dictionary([
        ("buttonBar", Made::array(["com.apple.mobilephone"])),
        (
            "iconLists",
            Made::Array(vec![Made::array(["com.example.one", "com.example.trial"])]),
        ),
    ]);
    let restrictions = Made::dictionary([(
        "restrictedBool",
        Made::dictionary([(
            "allowEraseContentAndSettings",
            Made::dictionary([("value", Made::from(false))]),
        )]),
    )]);
    let events = Made::dictionary([(
        "ProfileEvents",
        Made::Array(vec![Made::dictionary([(
            "com.example.mdm",
            Made::dictionary([
                ("Operation", Made::from("install")),
                ("Process", "Preferences".into()),
                ("Timestamp", Made::Date(DAY)),
            ]),
        )])]),
    )]);
    Backup::new()
        .with_info("Applications", applications)
        .file("AppDomain-com.apple.mobilephone", "", None)
        .file("AppDomain-com.example.one", "", None)
        .file("AppDomain-com.example.left", "", None)
        .file("AppDomainPlugin-com.example.one.keyboard", "", None)
        .file("AppDomainGroup-group.com.example.shared", "", None)
        .file(
            TCC.0,
            TCC.1,
            tcc(
                "('kTCCServiceMicrophone', 'com.example.one', 0, 2, 2, 1700000000), \
                 ('kTCCServiceCamera', 'com.example.gone', 0, 0, 2, 1700000001)",
            ),
        )
        .file(
            "WirelessDomain",
            "Library/Databases/DataUsage.sqlite",
            database(process),
        )
        .plist(
            "HomeDomain",
            "Library/Preferences/com.apple.osanalytics.addaily.plist",
            &Made::dictionary([(
                "netUsageBaseline",
                Made::dictionary([(
                    "com.example.two",
                    Made::Array(vec![
                        Made::Date(DAY),
                        Made::Real(1.0),
                        Made::Real(2.0),
                        Made::Real(3.0),
                        Made::Real(4.0),
                    ]),
                )]),
            )]),
        )
        .plist(
            "RootDomain",
            "Library/Caches/locationd/clients.plist",
            &Made::dictionary([("com.example.one", client)]),
        )
        .plist(
            PROFILES,
            "Library/ConfigurationProfiles/CloudConfigurationDetails.plist",
            &Made::dictionary([("IsSupervised", Made::from(true))]),
        )
        .plist(
            PROFILES,
            "Library/ConfigurationProfiles/EffectiveUserSettings.plist",
            &restrictions,
        )
        .plist(
            PROFILES,
            "Library/ConfigurationProfiles/MCProfileEvents.plist",
            &events,
        )
        .plist(
            PROFILES,
            "Library/ConfigurationProfiles/profile-one.stub",
            &profile("com.example.mdm"),
        )
        .plist("HomeDomain", "Library/SpringBoard/IconState.plist", &icons)
        .plist(
            "HomeDomain",
            "Library/Preferences/com.apple.ScreenTimeAgent.plist",
            &Made::dictionary([("ScreenTimeEnabled", Made::from(true))]),
        )
        .plist(
            "HomeDomain",
            "Library/Preferences/.GlobalPreferences.plist",
            &Made::dictionary([
                (
                    "AppleKeyboards",
                    Made::array(["en_GB", "com.example.one.keyboard"]),
                ),
                ("AppleLocale", "en_GB".into()),
            ]),
        )
}

#[test]
fn a_whole_backup_tells_the_phone_its_apps_and_who_manages_it() {
    let snapshot = whole().read();
    insta::assert_yaml_snapshot!(snapshot);
}

#[test]
fn what_names_a_person_or_a_phone_is_not_kept() {
    let text = serde_json::to_string(&whole().read()).unwrap();
    for private in [
        "Name of a person",
        "SERIAL0000",
        "490154203237518",
        "960001",
        "UDID0000",
        "ada@example.org",
    ] {
        assert!(!text.contains(private), "{private}");
    }
    assert!(text.contains("a…@example.org"));
}

#[test]
fn a_folder_and_an_archive_tell_the_same() {
    use std::io::{Cursor, Write as _};
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in whole().entries() {
        let name = format!("udid/{name}");
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(&bytes).unwrap();
    }
    let zip = zip.finish().unwrap().into_inner();
    let container = Container::from_bytes("backup", zip).unwrap();
    let mut from_zip = read_container(&container, READING).unwrap();
    let mut from_folder = whole().read();
    // The whole of an archive has a digest of its own.
    for snapshot in [&mut from_zip, &mut from_folder] {
        snapshot
            .inputs
            .retain(|input| input.kind == InputKind::Member);
    }
    assert_eq!(from_zip, from_folder);
}

#[test]
fn a_folder_on_a_disk_tells_the_same_and_its_list_is_read_where_it_lies() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("backup");
    for (name, bytes) in whole().entries() {
        let path = root.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    let container = Container::open(&root).unwrap();
    assert_eq!(read_container(&container, READING).unwrap(), whole().read());
}

#[test]
fn every_surface_of_an_iphone_has_an_answer() {
    for backup in [whole(), Backup::new()] {
        let snapshot = backup.read();
        for (id, surface) in snapshot.surfaces.iter() {
            if id.applies_to(Platform::Ios) {
                assert_ne!(surface.state, SurfaceState::NotAsked, "{id:?}");
            }
        }
    }
    let bare = Backup::new().read();
    let missing = SurfaceState::Unavailable(Reason::FileMissing {
        file: "Library/TCC/TCC.db".to_owned(),
    });
    assert_eq!(state(&bare, SurfaceId::AppGrants), missing);
    for never in [
        SurfaceId::Processes,
        SurfaceId::Contacts,
        SurfaceId::AccountDevices,
    ] {
        let reason = SurfaceState::Unavailable(Reason::NotInThisEvidence);
        assert_eq!(state(&bare, never), reason);
    }
}

#[test]
fn a_file_that_the_list_names_and_that_is_not_there_is_told() {
    for wanted in &WANTED {
        let (domain, path) = wanted.places[0];
        let snapshot = Backup::new().file(domain, path, None).read();
        for id in wanted.surfaces {
            let surface = snapshot.surfaces.get(*id).unwrap();
            let file = format!("{domain}/{path}");
            let reason = Reason::FileMissing { file };
            let alone = surface.state == SurfaceState::Unavailable(reason.clone());
            let beside = surface.skipped.iter().any(|own| own.reason == reason);
            assert!(alone || beside, "{path}: {surface:?}");
        }
    }
}

#[test]
fn what_stands_in_a_log_beside_a_database_is_read_and_a_lost_log_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("TCC.db");
    let open = Connection::open(&path).unwrap();
    open.execute_batch(
        "PRAGMA journal_mode = WAL; CREATE TABLE access (service TEXT, client TEXT, auth_value INTEGER); \
         PRAGMA wal_checkpoint(TRUNCATE); INSERT INTO access VALUES ('kTCCServiceCamera', 'com.example.two', 2);",
    )
    .unwrap();
    let main = std::fs::read(&path).unwrap();
    let log = std::fs::read(folder.path().join("TCC.db-wal")).unwrap();
    drop(open);
    let with = Backup::new().file(TCC.0, TCC.1, main);
    let whole = with.clone().file(TCC.0, "Library/TCC/TCC.db-wal", log);
    let read = SurfaceState::Read { records: 1 };
    let snapshot = whole.read();
    assert_eq!(state(&snapshot, SurfaceId::AppGrants), read);
    assert!(skipped(&snapshot, SurfaceId::AppGrants).is_empty());
    let lost = with.file(TCC.0, "Library/TCC/TCC.db-wal", None).read();
    assert_eq!(
        state(&lost, SurfaceId::AppGrants),
        SurfaceState::Read { records: 0 }
    );
    assert_eq!(
        skipped(&lost, SurfaceId::AppGrants),
        ["backup/Manifest.db HomeDomain/Library/TCC/TCC.db-wal: file_missing"]
    );
}

/// E2 of the reference: one app without a receipt ended the whole list of another tool.
#[test]
fn an_app_without_a_receipt_costs_nothing_and_is_told_from_the_others() {
    let applications = Made::dictionary([
        ("com.example.one", receipt(&[("itemId", Made::Integer(1))])),
        (
            "com.example.two",
            Made::dictionary([("PlaceholderIcon", Made::Data(vec![1]))]),
        ),
        ("com.example.odd", "x".into()),
        (
            "com.example.torn",
            Made::dictionary([("iTunesMetadata", Made::Data(b"bplist00torn".to_vec()))]),
        ),
    ]);
    let snapshot = Backup::new()
        .with_info("Applications", applications)
        .with_info(
            "Installed Applications",
            Made::Array(vec![
                "com.example.one".into(),
                "com.example.three".into(),
                "com.apple.mobilegarageband".into(),
                Made::Integer(7),
            ]),
        )
        .read();
    let channel = |id: &str| {
        let channel = app(&snapshot, id).install.channel.as_ref();
        channel.map(|channel| channel.value)
    };
    assert_eq!(channel("com.example.one"), Some(Channel::AppStore));
    assert_eq!(channel("com.example.two"), Some(Channel::OutsideStore));
    assert_eq!(channel("com.example.three"), Some(Channel::OutsideStore));
    assert_eq!(channel("com.example.torn"), None);
    assert_eq!(channel("com.apple.mobilegarageband"), None);
    assert_eq!(
        skipped(&snapshot, SurfaceId::Apps)
            .iter()
            .filter(|one| one.contains("Applications"))
            .collect::<Vec<_>>(),
        [
            "backup/Info.plist Installed Applications[3]: malformed",
            "backup/Info.plist Applications/com.example.odd: malformed",
            "backup/Info.plist Applications/com.example.torn/iTunesMetadata: malformed",
        ]
    );
    // Without receipts at all, nothing says how an app came.
    let silent = Backup::new().read();
    assert_eq!(app(&silent, "com.example.one").install.channel, None);
}

#[test]
fn a_receipt_tells_how_an_app_came() {
    type Receipt<'a> = &'a [(&'a str, Made)];
    let cases: [(Receipt<'_>, Option<Channel>); 10] = [
        (
            &[("isFactoryInstall", Made::Boolean(true))],
            Some(Channel::Factory),
        ),
        (
            &[(
                "sourceApp",
                Made::Text(String::from("com.apple.TestFlight")),
            )],
            Some(Channel::TestFlight),
        ),
        (
            &[
                ("betaExternalVersionIdentifier", Made::Integer(0)),
                ("itemId", Made::Integer(1)),
            ],
            Some(Channel::AppStore),
        ),
        (
            &[("sourceApp", Made::Text(String::from("dmd")))],
            Some(Channel::Managed),
        ),
        (
            &[("sourceApp", Made::Text(String::from("com.apple.dmd")))],
            Some(Channel::Managed),
        ),
        (
            &[("DeviceBasedVPP", Made::Boolean(true))],
            Some(Channel::Managed),
        ),
        (
            &[(
                "sourceApp",
                Made::Text(String::from("com.apple.datausage.atc")),
            )],
            Some(Channel::AppStore),
        ),
        (
            &[("softwareVersionExternalIdentifier", Made::Integer(1))],
            Some(Channel::AppStore),
        ),
        (
            &[(
                "softwareVersionBundleId",
                Made::Text(String::from("com.example.one")),
            )],
            Some(Channel::OutsideStore),
        ),
        (&[("kind", Made::Text(String::from("software")))], None),
    ];
    for (entries, expected) in cases {
        let applications = Made::dictionary([("com.example.one", receipt(entries))]);
        let snapshot = Backup::new().with_info("Applications", applications).read();
        let channel = app(&snapshot, "com.example.one").install.channel.clone();
        assert_eq!(channel.map(|own| own.value), expected, "{entries:?}");
    }
}

/// E5 and E7 of the reference: one record without a key ended the rest.
#[test]
fn a_profile_without_content_costs_nothing_but_itself() {
    let start = "Library/ConfigurationProfiles/profile-";
    let bare = Made::dictionary([
        ("PayloadType", Made::from("Configuration")),
        ("PayloadIdentifier", "com.example.bare".into()),
    ]);
    let snapshot = Backup::new()
        .plist(PROFILES, &format!("{start}1.stub"), &bare)
        .file(PROFILES, &format!("{start}2.stub"), b"no list".to_vec())
        .file(PROFILES, &format!("{start}3.stub"), None)
        .plist(
            PROFILES,
            &format!("{start}4.stub"),
            &profile("com.example.mdm"),
        )
        .read();
    let names: Vec<&str> = snapshot
        .profiles
        .iter()
        .map(|own| own.identifier.as_str())
        .collect();
    assert_eq!(names, ["com.example.bare", "com.example.mdm"]);
    assert_eq!(
        state(&snapshot, SurfaceId::Profiles),
        SurfaceState::Read { records: 2 }
    );
    let lost = skipped(&snapshot, SurfaceId::Profiles);
    assert!(lost.iter().any(|one| one.contains("2.stub")), "{lost:?}");
    assert!(
        lost.iter().any(|one| one.ends_with("3.stub: file_missing")),
        "{lost:?}"
    );
}

#[test]
fn every_row_of_the_list_is_read_or_told() {
    let mut backup = Backup::new()
        .file("AppDomain-com.example.one", "a", None)
        .file("AppDomain-com.example.one", "b", None);
    backup.sql = "INSERT INTO Files VALUES ('../../../../etc/passwd', 'AppDomain-com.example.climbs', 'x', 1, NULL), \
        (NULL, 'AppDomain-com.example.none', 'x', 1, NULL), (x'00', NULL, 'x', 1, NULL), \
        ('0000000000000000000000000000000000000001', NULL, 'x', 1, NULL), \
        ('0000000000000000000000000000000000000002', '', 'x', 1, NULL), \
        ('0000000000000000000000000000000000000003', 7, 'x', 1, NULL), \
        ('000000000000000000000000000000000000000G', 'HomeDomain', 'x', 1, NULL);"
        .to_owned();
    let container = Container::from_entries("backup", backup.entries()).unwrap();
    let entry = below(&container, "Manifest.db").unwrap();
    let mut inputs = Vec::new();
    let index = index::Index::open(&container, &entry, None, &mut inputs).unwrap();
    let rows = index.rows(READING);
    // The column has the type of a text, so that 7 is one.
    assert_eq!(rows.read, 3);
    assert_eq!(rows.skipped.len(), 6, "{:?}", rows.skipped);
    assert_eq!(inputs.len(), 1);
    let odd: Vec<&str> = rows.skipped.iter().map(|own| own.reason.code()).collect();
    assert_eq!(odd, ["malformed"; 6]);
}

#[test]
#[allow(clippy::print_stdout, reason = "a test that is skipped says so")]
fn every_row_of_a_real_list_is_read() {
    let path =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpora/ios-backup");
    if !path.exists() {
        println!("skipped: ../shared is absent");
        return;
    }
    let container = Container::open(&path).unwrap();
    let entry = below(&container, "Manifest.db").unwrap();
    let mut inputs = Vec::new();
    let index = index::Index::open(&container, &entry, None, &mut inputs).unwrap();
    let rows = index.rows(READING);
    let list = Connection::open_with_flags(
        path.join("Manifest.db"),
        rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY,
    )
    .unwrap();
    let total: i64 = list
        .query_row("SELECT count(file) FROM Files", [], |row| row.get(0))
        .unwrap();
    let total = u64::try_from(total).unwrap();
    assert_eq!((rows.read, rows.skipped.len()), (total, 0));
    assert_eq!(rows.domains.values().sum::<u64>(), total);
    // Sixteen bytes stand behind its last page: somebody decrypted it and left the padding.
    assert_eq!(inputs[0].bytes % 4_096, 16);
}

#[test]
fn a_row_whose_id_is_that_of_another_file_opens_nothing() {
    let mut backup = Backup::new().file(TCC.0, TCC.1, tcc("('a', 'b', 0, 2, 2, 1)"));
    backup.sql = "UPDATE Files SET relativePath = 'Library/SMS/sms.db'".to_owned();
    let snapshot = backup.read();
    assert!(matches!(
        state(&snapshot, SurfaceId::AppGrants),
        SurfaceState::Unavailable(Reason::Malformed { .. })
    ));
    backup.sql = "UPDATE Files SET flags = 2".to_owned();
    assert!(matches!(
        state(&backup.read(), SurfaceId::AppGrants),
        SurfaceState::Unavailable(Reason::Malformed { .. })
    ));
    let unread = |snapshot: &Snapshot| snapshot.inputs.iter().all(|own| !own.path.contains("/64/"));
    assert!(unread(&snapshot));
}

#[test]
fn what_a_check_may_not_open_is_not_opened() {
    let private = [
        ("HomeDomain", "Library/SMS/sms.db"),
        ("HomeDomain", "Library/AddressBook/AddressBook.sqlitedb"),
        ("CameraRollDomain", "Media/DCIM/100APPLE/IMG_0001.HEIC"),
        ("HomeDomain", "Library/Safari/History.db"),
        ("HomeDomain", "Library/CallHistoryDB/CallHistory.storedata"),
    ];
    let mut backup = whole();
    for (domain, path) in private {
        backup = backup.file(domain, path, database("CREATE TABLE t (a)"));
    }
    let snapshot = backup.read();
    for (domain, path) in private {
        let id = file_id(domain, path);
        assert!(
            snapshot.inputs.iter().all(|own| !own.path.contains(&id)),
            "{path}"
        );
    }
}

#[test]
fn a_list_of_files_that_is_not_there_or_is_old_leaves_what_lies_in_the_clear() {
    for (file, reason) in [
        (
            None,
            Reason::FileMissing {
                file: "Manifest.db".to_owned(),
            },
        ),
        (
            Some("Manifest.mbdb"),
            Reason::NotReadYet {
                file: "Manifest.mbdb".to_owned(),
            },
        ),
    ] {
        let mut entries = whole().entries();
        entries.retain(|(name, _)| name != "Manifest.db");
        entries.extend(file.map(|name| (name.to_owned(), b"mbdb".to_vec())));
        let snapshot = read_entries(entries);
        assert_eq!(app(&snapshot, "com.example.one").state, AppState::Installed);
        for id in [
            SurfaceId::AppGrants,
            SurfaceId::Profiles,
            SurfaceId::Network,
        ] {
            assert_eq!(
                state(&snapshot, id),
                SurfaceState::Unavailable(reason.clone())
            );
        }
    }
}

#[test]
fn hidden_icons_and_keyboards_are_put_to_the_installed_app() {
    let snapshot = whole().read();
    let hiding = |id: &str| -> Vec<Hiding> {
        let app = app(&snapshot, id);
        app.hiding.iter().map(|own| own.value).collect()
    };
    assert_eq!(hiding("com.example.two"), [Hiding::NotOnHomeScreen]);
    assert!(hiding("com.example.one").is_empty());
    assert!(hiding("com.example.left").is_empty());
    let power = &app(&snapshot, "com.example.one").powers[0].value;
    assert_eq!(power.kind, PowerKind::Keyboard);
    assert_eq!(power.component.as_deref(), Some("com.example.one.keyboard"));
}

#[test]
fn every_cut_of_every_file_is_told_and_ends_nothing() {
    let entries = whole().entries();
    for (at, (name, bytes)) in entries.iter().enumerate() {
        // Each length of a small file, some of a large one.
        for length in (0..bytes.len()).step_by((bytes.len() / 60).max(1)) {
            let mut cut = entries.clone();
            cut[at].1.truncate(length);
            let container = Container::from_entries("backup", cut).unwrap();
            if !recognises(&container) {
                continue;
            }
            let snapshot = read(&container, READING).unwrap();
            if name != "Info.plist" && name != "Manifest.plist" {
                let state = app(&snapshot, "com.example.one").state;
                assert_eq!(state, AppState::Installed, "{name} {length}");
            }
            for (id, surface) in snapshot.surfaces.iter() {
                if id.applies_to(Platform::Ios) {
                    assert_ne!(
                        surface.state,
                        SurfaceState::NotAsked,
                        "{name} {length} {id:?}"
                    );
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_content_of_any_file_is_read_or_told(
        at in 0usize..32,
        noise in proptest::collection::vec(any::<u8>(), 0..300),
        place in any::<prop::sample::Index>(),
    ) {
        let mut entries = whole().entries();
        let count = entries.len();
        let bytes = &mut entries[at % count].1;
        if !bytes.is_empty() {
            let from = place.index(bytes.len());
            for (own, new) in bytes[from..].iter_mut().zip(&noise) {
                *own = *new;
            }
        }
        let container = Container::from_entries("backup", entries).unwrap();
        if recognises(&container) {
            let snapshot = read(&container, READING).unwrap();
            let inputs: BTreeMap<&str, u64> = snapshot
                .inputs
                .iter()
                .map(|own| (own.path.as_str(), own.bytes))
                .collect();
            prop_assert!(inputs.contains_key("backup"));
        }
    }
}
