//! Dumps and bug reports that no phone wrote: what `dumpsys` and `dumpstate` print, built from apps with
//! their facts set. The layout is that of Android 16 (AOSP `Settings.dumpPackageLPr`, `IntentResolver.dump`,
//! `UserManagerService.dump`, `dumpsys.cpp`, `dumpstate.cpp`).
//!
//! ```
//! use rushlight_tests::made_dump::{MadeApp, MadeDump};
//! let text = MadeDump::new()
//!     .app(MadeApp::sideloaded("org.example.watch").without_icon().granted(&["android.permission.CAMERA"]))
//!     .section("deviceidle", "  Whitelist user apps:\n    org.example.watch\n")
//!     .dumpsys();
//! assert!(text.contains("DUMP OF SERVICE package:"));
//! ```

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Between sections.
const DASHES: &str =
    "-------------------------------------------------------------------------------\n";

/// One app of a dump.
#[derive(Debug, Clone)]
pub struct MadeApp {
    /// Its package.
    pub id: String,
    /// It came with the phone.
    pub system: bool,
    /// `installerPackageName`; none prints `null`.
    pub installer: Option<String>,
    /// `packageSource`: 2 is a store, 3 a file on the phone, 4 one that was downloaded.
    pub source: u8,
    /// When it was first installed, on the phone's clock.
    pub installed_at: String,
    /// `targetSdk`.
    pub target_sdk: u32,
    /// Android's hash of the signing certificate, in hex.
    pub certificate: String,
    /// Users that have it.
    pub users: Vec<u32>,
    /// Users for whom it is switched off.
    pub off_for: Vec<u32>,
    /// Its icon.
    pub icon: Icon,
    /// Runtime permissions that every user granted.
    pub granted: Vec<String>,
    /// Events that wake it.
    pub wakes_on: Vec<String>,
    /// The account that it shares with others.
    pub shared_user: Option<String>,
    /// Its code is gone, its record is kept.
    pub kept: bool,
}

/// What a launcher has of an app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// An activity that answers MAIN.
    Shown,
    /// One that was switched off.
    SwitchedOff,
    /// None.
    Missing,
}

impl MadeApp {
    /// From the store.
    #[must_use]
    pub fn from_store(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            system: false,
            installer: Some("com.android.vending".to_owned()),
            source: 2,
            installed_at: "2026-03-01 12:00:00".to_owned(),
            target_sdk: 35,
            certificate: "b378e95c".to_owned(),
            users: vec![0],
            off_for: Vec::new(),
            icon: Icon::Shown,
            granted: Vec::new(),
            wakes_on: Vec::new(),
            shared_user: None,
            kept: false,
        }
    }

    /// From a file that was downloaded.
    #[must_use]
    pub fn sideloaded(id: &str) -> Self {
        Self {
            installer: Some("com.google.android.packageinstaller".to_owned()),
            source: 4,
            installed_at: "2026-10-30 21:14:03".to_owned(),
            certificate: "ed46f865".to_owned(),
            ..Self::from_store(id)
        }
    }

    /// It came with the phone.
    #[must_use]
    pub fn system(id: &str) -> Self {
        Self {
            system: true,
            installer: None,
            source: 0,
            installed_at: "2009-01-01 00:00:00".to_owned(),
            certificate: "a1b2c3d4".to_owned(),
            icon: Icon::Missing,
            ..Self::from_store(id)
        }
    }

    /// No activity answers MAIN.
    #[must_use]
    pub fn without_icon(mut self) -> Self {
        self.icon = Icon::Missing;
        self
    }

    /// The activity that answers MAIN was switched off.
    #[must_use]
    pub fn icon_switched_off(mut self) -> Self {
        self.icon = Icon::SwitchedOff;
        self
    }

    /// Runtime permissions that were granted.
    #[must_use]
    pub fn granted(mut self, permissions: &[&str]) -> Self {
        self.granted = permissions.iter().map(|name| (*name).to_owned()).collect();
        self
    }

    /// Events that wake it.
    #[must_use]
    pub fn wakes_on(mut self, events: &[&str]) -> Self {
        self.wakes_on = events.iter().map(|name| (*name).to_owned()).collect();
        self
    }

    /// Users that have it.
    #[must_use]
    pub fn for_users(mut self, users: &[u32]) -> Self {
        self.users = users.to_vec();
        self
    }

    fn start(&self) -> String {
        format!("{}.Start", self.id)
    }

    fn record(&self, users: &[(u32, &str)], number: usize) -> String {
        let mut text = String::new();
        let flags = if self.system {
            "SYSTEM HAS_CODE"
        } else {
            "HAS_CODE ALLOW_CLEAR_USER_DATA"
        };
        let id = &self.id;
        let installer = self.installer.as_deref().unwrap_or("null");
        let package = if self.kept {
            "null".to_owned()
        } else {
            format!("Package{{{number:x} {id}}}")
        };
        let _ = writeln!(
            text,
            "  Package [{id}] ({number:x}):\n    appId={}",
            10_100 + number
        );
        if let Some(shared) = &self.shared_user {
            let _ = writeln!(
                text,
                "    sharedUser=SharedUserSetting{{{number:x} {shared}/{}}}",
                10_100 + number
            );
        }
        let _ = write!(
            text,
            "    pkg={package}
    codePath=/data/app/~~made==/{id}-made==
    versionCode=120 minSdk=24 targetSdk={}
    versionName=1.2.0
    splits=[base]
    apkSigningVersion=3
    flags=[ {flags} ]
    timeStamp={at}
    lastUpdateTime={at}
    installerPackageName={installer}
    installerPackageUid=-1
    initiatingPackageName={installer}
    originatingPackageName=null
    packageSource={}
    signatures=PackageSignatures{{{number:x} version:3, signatures:[{}], past signatures:[]}}
    installPermissionsFixed=true
    pkgFlags=[ {flags} ]
",
            self.target_sdk,
            self.source,
            self.certificate,
            at = self.installed_at,
        );
        if self.shared_user.is_none() {
            text.push_str(
                "    install permissions:\n      android.permission.INTERNET: granted=true\n",
            );
        }
        for (user, _) in users {
            let has = self.users.contains(user) && !self.kept;
            let enabled = if self.off_for.contains(user) { 3 } else { 0 };
            let at = if has {
                &self.installed_at
            } else {
                "1970-01-01 01:00:00"
            };
            let _ = write!(
                text,
                "    User {user}: ceDataInode=4028 deDataInode=4029 installed={has} hidden=false suspended=false \
                 distractionFlags=0 stopped=false notLaunched=false enabled={enabled} instant=false virtual=false \
                 quarantined=false\n      installReason=4\n      firstInstallTime={at}\n      uninstallReason=0\n",
            );
            if has && self.shared_user.is_none() {
                text.push_str(&runtime(&self.granted));
            }
            if has && self.icon == Icon::SwitchedOff {
                let _ = writeln!(text, "      disabledComponents:\n        {}", self.start());
            }
        }
        text
    }
}

fn runtime(permissions: &[String]) -> String {
    let mut text = "      gids=[3003]\n      runtime permissions:\n".to_owned();
    for name in permissions {
        let _ = writeln!(text, "        {name}: granted=true, flags=[ USER_SET]");
    }
    text
}

/// A dump.
#[derive(Debug, Clone)]
pub struct MadeDump {
    /// When it was taken, on the phone's clock.
    pub taken: String,
    /// Number and name of each user.
    pub users: Vec<(u32, &'static str)>,
    /// Its apps.
    pub apps: Vec<MadeApp>,
    /// Further services and what they print.
    pub sections: Vec<(String, String)>,
    /// What `getprop` prints.
    pub properties: String,
}

impl Default for MadeDump {
    fn default() -> Self {
        Self::new()
    }
}

impl MadeDump {
    /// A phone with its owner and nothing else.
    #[must_use]
    pub fn new() -> Self {
        Self {
            taken: "2026-11-02 09:15:00".to_owned(),
            users: vec![(0, "Owner")],
            apps: Vec::new(),
            sections: Vec::new(),
            properties: "[persist.sys.timezone]: [Europe/London]
[ro.build.version.release]: [16]
[ro.build.version.sdk]: [36]
[ro.build.version.security_patch]: [2026-09-05]
[ro.product.manufacturer]: [Example]
[ro.product.model]: [Made Phone]
"
            .to_owned(),
        }
    }

    /// One more app.
    #[must_use]
    pub fn app(mut self, app: MadeApp) -> Self {
        self.apps.push(app);
        self
    }

    /// What one more service prints.
    #[must_use]
    pub fn section(mut self, service: &str, text: &str) -> Self {
        self.sections.push((service.to_owned(), text.to_owned()));
        self
    }

    /// The text of `dumpsys`.
    #[must_use]
    pub fn dumpsys(&self) -> String {
        let mut text = "Currently running services:\n".to_owned();
        let all = self.services();
        for (service, _) in &all {
            let _ = writeln!(text, "  {service}");
        }
        for (service, printed) in &all {
            text.push_str(&section(service, printed, &self.taken));
        }
        text
    }

    /// The text of `dumpstate`, as a bug report has it.
    #[must_use]
    pub fn dumpstate(&self) -> String {
        let rule = "========================================================\n";
        let mut text = format!(
            "{rule}== dumpstate: {}\n{rule}\nBuild: MADE.1\n\n",
            self.taken
        );
        let _ = write!(
            text,
            "------ UPTIME (uptime -p) ------\nup 3 hours\n------ 0.01s was the duration of 'UPTIME' ------\n\
             ------ SYSTEM PROPERTIES (getprop) ------\n{}\
             ------ 0.020s was the duration of 'SYSTEM PROPERTIES' ------\n\
             ------ DUMPSYS CRITICAL (/system/bin/dumpsys) ------\n",
            self.properties
        );
        text.push_str(&section(
            "CRITICAL cpuinfo",
            "Load: 1.0 / 1.0 / 1.0\n",
            &self.taken,
        ));
        text.push_str(
            "------ 0.10s was the duration of 'DUMPSYS CRITICAL' ------\n\
             ------ DUMPSYS (/system/bin/dumpsys) ------\n",
        );
        for (service, printed) in self.services() {
            text.push_str(&section(&service, &printed, &self.taken));
        }
        text.push_str("------ 10.2s was the duration of 'DUMPSYS' ------\n");
        text
    }

    fn services(&self) -> Vec<(String, String)> {
        let mut services = vec![
            ("package".to_owned(), self.package()),
            ("user".to_owned(), self.user()),
        ];
        services.extend(self.sections.iter().cloned());
        services.sort();
        services
    }

    /// What `dumpsys package` prints.
    #[must_use]
    pub fn package(&self) -> String {
        let mut text =
            "Database versions:\n  Internal:\n    sdkVersion=36 databaseVersion=3\n\n".to_owned();
        let parts = self.apps.iter().filter(|app| !app.kept);
        text.push_str(
            "Activity Resolver Table:\n  Non-Data Actions:\n      android.intent.action.MAIN:\n",
        );
        for (number, app) in parts.clone().enumerate() {
            if app.icon != Icon::Missing {
                let _ = writeln!(text, "        {number:x} {}/.Start", app.id);
            }
        }
        let mut events: Vec<&String> = parts.clone().flat_map(|app| &app.wakes_on).collect();
        events.sort();
        events.dedup();
        text.push_str("\nReceiver Resolver Table:\n  Non-Data Actions:\n");
        for event in events {
            let _ = writeln!(text, "      {event}:");
            for (number, app) in parts.clone().enumerate() {
                if app.wakes_on.contains(event) {
                    let _ = writeln!(text, "        {number:x} {}/.Receive", app.id);
                }
            }
        }
        text.push_str("\nKey Set Manager:\n\nPackages:\n");
        for (number, app) in self.apps.iter().enumerate() {
            text.push_str(&app.record(&self.users, number + 1));
        }
        text.push_str("\nHidden system packages:\n\nQueries:\n  system apps queryable: true\n\nShared users:\n");
        let mut shared: Vec<&String> = self.apps.iter().flat_map(|app| &app.shared_user).collect();
        shared.sort();
        shared.dedup();
        for name in shared {
            let members = || {
                let apps = self.apps.iter();
                apps.filter(|app| app.shared_user.as_ref() == Some(name))
            };
            let _ = writeln!(
                text,
                "  SharedUser [{name}] (1):\n    appId=10077\n    Packages"
            );
            for app in members() {
                let _ = writeln!(text, "      PackageSetting{{1 {}/10077}}", app.id);
            }
            text.push_str(
                "    install permissions:\n      android.permission.INTERNET: granted=true\n",
            );
            let granted: Vec<String> = members().flat_map(|app| app.granted.clone()).collect();
            for (user, _) in &self.users {
                let _ = writeln!(text, "    User {user}: \n{}", runtime(&granted).trim_end());
            }
        }
        text.push_str("\nPackage Changes:\n  Sequence number=1\n");
        text
    }

    fn user(&self) -> String {
        let mut text = "Current user: 0\n\nUsers:\n".to_owned();
        for (id, name) in &self.users {
            let (flags, kind) = match id {
                0 => ("4c13", "full.SYSTEM"),
                _ => ("1030", "profile.MANAGED"),
            };
            let _ = writeln!(
                text,
                "  UserInfo{{{id}:{name}:{flags}}} serialNo={id} isPrimary={}\n    \
                 Type: android.os.usertype.{kind}\n    State: RUNNING_UNLOCKED",
                *id == 0
            );
        }
        text
    }
}

fn section(service: &str, printed: &str, at: &str) -> String {
    let name = service.rsplit(' ').next().unwrap_or(service);
    format!(
        "{DASHES}DUMP OF SERVICE {service}:\n{printed}--------- 0.012s was the duration of dumpsys {name}, ending at: {at}\n"
    )
}

/// Who packed a bug report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Maker {
    /// Android itself.
    Android,
    /// Samsung.
    Samsung,
    /// Xiaomi: an archive in an archive.
    Xiaomi,
}

impl Maker {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Android, Self::Samsung, Self::Xiaomi];
}

/// A packed bug report. The same bytes each time.
///
/// # Errors
/// What the library says.
pub fn bugreport(dump: &MadeDump, maker: Maker) -> ZipResult<Vec<u8>> {
    let text = dump.dumpstate();
    let android: [(&str, &[u8]); 4] = [
        ("version.txt", b"2.0"),
        ("bugreport-made-2026-11-02-09-15-00.txt", text.as_bytes()),
        ("main_entry.txt", b"bugreport-made-2026-11-02-09-15-00.txt"),
        ("FS/data/anr/anr_1.txt", b"nothing here\n"),
    ];
    match maker {
        Maker::Android => packed(&android),
        Maker::Samsung => packed(&[
            ("dumpState_MADE_202611020915.log", text.as_bytes()),
            ("dumpstate_board.txt", b"nothing here\n"),
        ]),
        Maker::Xiaomi => packed(&[
            ("bugreport-made-2026-11-02-091500.zip", &packed(&android)?),
            ("power.log", b"nothing here\n"),
        ]),
    }
}

fn packed(files: &[(&str, &[u8])]) -> ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(*name, options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}
