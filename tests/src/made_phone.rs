//! A small AndroidQF acquisition that nobody made: the newest layout, invented names, one phone with
//! everything that the reader must tell apart. `fixtures/made-phone/` is what this writes.
//!
//! | app | what it is for |
//! |---|---|
//! | `com.android.settings`, `com.android.systemui`, `com.android.phone`, `com.android.vending` | came with the phone |
//! | `org.example.messenger` | from the store |
//! | `org.example.notes` | sideloaded, harmless |
//! | `org.example.game` | disabled |
//! | `org.example.torch` | uninstalled, its data kept |
//! | `org.example.screenreader` | enabled accessibility service, from the store |
//! | `org.example.keys` | a second keyboard, and the VPN that is always on |
//! | `com.systemservice` | sideloaded, reads notifications and the screen. Its package is on Echap's list (`ioc.yaml`, TheTruthSpy), and a published indicator is all that this name stands for here |
//! | `com.android.battery.sync` | on no list and invented: sideloaded without an icon, named like the system, admin, reads notifications, muted; Play Protect went off minutes before |
//! | `com.wondershare.famisafe.kids` | dual-use: lets parents see where a child is. On the same list as watchware (FamiSafe) |
//! | a record that is not JSON | must cost only itself |
//! | `org.example.hidden` | not in the list: only a folder shows it |

use std::fmt::Write as _;
use std::io::{self, Cursor, Write as _};
use std::path::Path;

use rushlight_core::digest::{Sha1, Sha256};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::made_dump::{MadeApp, MadeDump};

/// How an archive of it is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    /// Entries at the root, as AndroidQF writes them.
    Root,
    /// Everything under one folder: a folder that was packed by hand.
    UnderFolder,
    /// Names with back-slashes, from old builds on Windows.
    BackSlashes,
    /// With the fields of zip64.
    Large,
    /// Written without going back: sizes stand behind the data.
    Streamed,
}

impl Packing {
    /// Every way.
    pub const ALL: [Self; 5] = [
        Self::Root,
        Self::UnderFolder,
        Self::BackSlashes,
        Self::Large,
        Self::Streamed,
    ];
}

/// Every file, sorted by name.
#[must_use]
pub fn files() -> Vec<(&'static str, String)> {
    let mut files = vec![
        ("acquisition.json", ACQUISITION.to_owned()),
        ("dumpsys.txt", dumpsys()),
        ("files.json", file_names()),
        ("getprop.txt", GETPROP.to_owned()),
        ("logs/data/anr/anr_1.txt", "nothing here\n".to_owned()),
        ("mounts.json", MOUNTS.to_owned()),
        ("package_users.json", USERS.to_owned()),
        ("packages.json", packages()),
        ("processes.txt", PROCESSES.to_owned()),
        ("root_binaries.json", "[]".to_owned()),
        ("services.txt", SERVICES.to_owned()),
        ("settings_global.txt", GLOBAL.to_owned()),
        ("settings_secure.txt", SECURE.to_owned()),
        ("settings_system.txt", SYSTEM.to_owned()),
    ];
    let hashes = files.iter().fold(String::new(), |mut rows, (name, text)| {
        let _ = writeln!(rows, "{name},{}", Sha256::of(text.as_bytes()));
        rows
    });
    files.push(("hashes.csv", hashes));
    files.sort_unstable();
    files
}

/// Writes it as a folder.
///
/// # Errors
/// What the system says.
pub fn write_folder(folder: &Path) -> io::Result<()> {
    for (name, text) in files() {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(path, text)?;
    }
    Ok(())
}

/// Packs it as a zip archive. The same bytes each time.
///
/// # Errors
/// What the library says.
pub fn zip(packing: Packing) -> ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .large_file(packing == Packing::Large);
    let named = |name: &str| match packing {
        Packing::UnderFolder => format!("5f1c-made/{name}"),
        Packing::BackSlashes => name.replace('/', "\\"),
        Packing::Root | Packing::Large | Packing::Streamed => name.to_owned(),
    };
    if packing == Packing::Streamed {
        let mut archive = ZipWriter::new_stream(Vec::new());
        for (name, text) in files() {
            archive.start_file(named(name), options)?;
            archive.write_all(text.as_bytes())?;
        }
        return Ok(archive.finish()?.into_inner());
    }
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files() {
        archive.start_file(named(name), options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

/// One record of `packages.json`.
struct Package {
    name: &'static str,
    installer: &'static str,
    signer: Option<&'static str>,
    system: bool,
    disabled: bool,
    installed: bool,
}

const fn system(name: &'static str) -> Package {
    Package {
        name,
        installer: "null",
        signer: Some("CN=Example Phones, O=Example Phones Ltd, C=GB"),
        system: true,
        disabled: false,
        installed: true,
    }
}

const fn from_store(name: &'static str, signer: &'static str) -> Package {
    Package {
        name,
        installer: "com.android.vending",
        signer: Some(signer),
        system: false,
        disabled: false,
        installed: true,
    }
}

const fn sideloaded(name: &'static str, signer: &'static str) -> Package {
    Package {
        installer: "com.google.android.packageinstaller",
        ..from_store(name, signer)
    }
}

const PACKAGES: [Package; 13] = [
    system("com.android.settings"),
    system("com.android.systemui"),
    system("com.android.phone"),
    system("com.android.vending"),
    from_store(
        "org.example.messenger",
        "CN=Messenger, O=Example Messages, Inc, C=US",
    ),
    sideloaded("org.example.notes", "CN=Notes"),
    Package {
        disabled: true,
        ..from_store("org.example.game", "CN=Games, O=Example Games")
    },
    Package {
        installed: false,
        signer: None,
        ..sideloaded("org.example.torch", "")
    },
    from_store("org.example.screenreader", "CN=Reader, O=Example Access"),
    from_store("org.example.keys", "CN=Keys, O=Example Keys"),
    sideloaded("com.systemservice", "CN=Android Debug, O=Android, C=US"),
    sideloaded("com.android.battery.sync", "CN=Sync"),
    from_store(
        "com.wondershare.famisafe.kids",
        "CN=Family, O=Example Families",
    ),
];

/// Stands between the fourth and the fifth record: a name without its closing quote.
const BROKEN: &str = "    {\n        \"user_id\": 0,\n        \"name\": \"org.example.broken,\n        \"files\": []\n    }";

fn packages() -> String {
    let mut records: Vec<String> = PACKAGES.iter().map(package).collect();
    records.insert(4, BROKEN.to_owned());
    format!("[\n{}\n]\n", records.join(",\n"))
}

fn package(package: &Package) -> String {
    let Package {
        name,
        installer,
        signer,
        system,
        disabled,
        installed,
    } = package;
    let third_party = !system;
    let files = match signer {
        Some(signer) => format!("[\n{}\n        ]", file(name, signer, *system)),
        None => "[]".to_owned(),
    };
    format!(
        r#"    {{
        "user_id": 0,
        "installed": {installed},
        "name": "{name}",
        "files": {files},
        "installer": "{installer}",
        "uid": 10100,
        "disabled": {disabled},
        "system": {system},
        "third_party": {third_party}
    }}"#
    )
}

fn file(name: &str, signer: &str, system: bool) -> String {
    let path = if system {
        format!("/system/priv-app/{name}/base.apk")
    } else {
        format!("/data/app/~~bWFkZQ==/{name}-cGhvbmU==/base.apk")
    };
    let sha256 = Sha256::of(format!("app {name}").as_bytes());
    let signer_sha1 = Sha1::of(signer.as_bytes());
    let signer_sha256 = Sha256::of(signer.as_bytes());
    format!(
        r#"            {{
                "path": "{path}",
                "local_name": "",
                "md5": "",
                "sha1": "",
                "sha256": "{sha256}",
                "sha512": "",
                "error": "",
                "verified_certificate": true,
                "certificate": {{
                    "Md5": "",
                    "Sha1": "{signer_sha1}",
                    "Sha256": "{signer_sha256}",
                    "ValidFrom": "2020-01-01T00:00:00Z",
                    "ValidTo": "2050-01-01T00:00:00Z",
                    "Issuer": "{signer}",
                    "Subject": "{signer}",
                    "SignatureAlgorithm": "SHA256-RSA",
                    "SerialNumber": 9554660965869303387699517156336871285075
                }},
                "certificate_error": "",
                "trusted_certificate": false
            }}"#
    )
}

/// Paths, with a name that turns the reading direction round and one with control characters.
const PATHS: [&str; 7] = [
    "/sdcard/DCIM/Camera/IMG_0001.jpg",
    "/sdcard/Download/holiday\\u202egpj.apk",
    "/sdcard/Download/bell\\u0007and\\u001b[31mcolour.txt",
    "/sdcard/Android/data/org.example.messenger/files/log.txt",
    "/sdcard/Android/data/org.example.hidden/files/rec_0001.amr",
    "/storage/emulated/0/Android/media/com.systemservice/x.db",
    "/data/app/~~bWFkZQ==/org.example.notes-cGhvbmU==/base.apk",
];

fn file_names() -> String {
    let rows: Vec<String> = PATHS
        .iter()
        .map(|path| {
            format!(
                r#"{{"path":"{path}","size":36,"mode":"-rw-rw----","user_id":0,"user_name":"","group_id":1015,"group_name":"","changed_time":1780000000,"modified_time":1780000000,"access_time":1780000000,"error":"","context":"u:object_r:fuse:s0","sha1":"","sha256":"","sha512":"","md5":""}}"#
            )
        })
        .collect();
    format!("[{}]", rows.join(","))
}

const ACQUISITION: &str = r#"{
 "uuid": "5f1c0f4e-0000-4000-8000-00000000made",
 "androidqf_version": "v1.9.0",
 "storage_path": "/evidence/5f1c-made",
 "started": "2026-11-02T09:15:00.5Z",
 "completed": "2026-11-02T09:21:30Z",
 "collector": null,
 "tmp_dir": "/data/local/tmp/",
 "sdcard": "/sdcard/",
 "cpu": "arm64-v8a",
 "streaming_mode": true
}
"#;

const USERS: &str = r#"{
 "users": [
  {"id": 0, "name": "Owner", "flags": "4c13", "running": true, "inventory_status": "collected", "error": ""},
  {"id": 10, "name": "Work", "flags": "1030", "running": true, "inventory_status": "failed", "error": "Shell does not have permission to access user 10"}
 ],
 "enumeration_error": ""
}
"#;

const GETPROP: &str = "[persist.sys.locale]: [en-GB]
[persist.sys.timezone]: [Europe/London]
[ro.boot.verifiedbootstate]: [green]
[ro.build.fingerprint]: [example/made/made:15/AAAA.000000.001/1:user/release-keys]
[ro.build.version.release]: [15]
[ro.build.version.sdk]: [35]
[ro.build.version.security_patch]: [2026-09-05]
[ro.product.manufacturer]: [Example]
[ro.product.model]: [Made Phone]
[vendor.note]: [two
lines]
";

const GLOBAL: &str = "adb_enabled=1
http_proxy=:0
package_verifier_user_consent=-1
private_dns_mode=hostname
private_dns_specifier=dns.example.net
";

const SECURE: &str = "accessibility_enabled=1
always_on_vpn_app=org.example.keys
default_input_method=com.android.settings/.Keyboard
enabled_accessibility_services=org.example.screenreader/.Speak:com.systemservice/com.systemservice.A11y
enabled_input_methods=com.android.settings/.Keyboard;-921:org.example.keys/.Board
enabled_notification_listeners=com.systemservice/.Listen:com.android.battery.sync/.Hear
install_non_market_apps=1
";

const SYSTEM: &str = "screen_brightness=120
ringtone=content://media/internal/audio/media/12?title=Bell=1
";

const PROCESSES: &str = "USER           PID  PPID     VSZ    RSS WCHAN            ADDR S NAME
root             1     0   57912   2084 0                   0 S init
u0_a101       2101   700 1580000  92000 0                   0 S org.example.messenger
u0_a107       2177   700 1580000  61000 0                   0 S com.systemservice:remote
";

const SERVICES: &str = "Found 2 services:
0\tphone: [com.android.internal.telephony.ITelephony]
1\tisms: [com.android.internal.telephony.ISms]
";

const MOUNTS: &str = r#"[
    "/dev/block/dm-0 on / type ext4 (ro,seclabel,relatime)",
    "/dev/fuse /storage/emulated fuse rw,lazytime,nosuid 0 0"
]
"#;

/// What the phone's services print. Times are those of its own clock.
fn dumpsys() -> String {
    let mut dump = MadeDump::new()
        .app(MadeApp::system("com.android.settings"))
        .app(MadeApp::system("com.android.systemui"))
        .app(MadeApp::system("com.android.phone"))
        .app(MadeApp::system("com.android.vending"))
        .app(MadeApp::from_store("org.example.messenger").granted(&[
            "android.permission.CAMERA",
            "android.permission.READ_CONTACTS",
            "android.permission.RECORD_AUDIO",
        ]))
        .app(MadeApp::sideloaded("org.example.notes"))
        .app(MadeApp {
            off_for: vec![0],
            ..MadeApp::from_store("org.example.game")
        })
        .app(MadeApp::from_store("org.example.screenreader"))
        .app(MadeApp::from_store("org.example.keys"))
        .app(
            MadeApp::sideloaded("com.systemservice")
                .icon_switched_off()
                .granted(&WATCHING)
                .wakes_on(&["android.intent.action.BOOT_COMPLETED"]),
        )
        .app(MadeApp {
            installed_at: "2026-10-31 22:40:12".to_owned(),
            ..MadeApp::sideloaded("com.android.battery.sync")
                .without_icon()
                .granted(&WATCHING)
                .wakes_on(&[
                    "android.intent.action.BOOT_COMPLETED",
                    "android.intent.action.NEW_OUTGOING_CALL",
                ])
        })
        .app(MadeApp::from_store("com.wondershare.famisafe.kids"));
    for (service, printed) in PRINTED {
        dump = dump.section(service, printed);
    }
    dump.users.push((10, "Work"));
    dump.dumpsys()
}

/// Permissions that let an app watch.
const WATCHING: [&str; 6] = [
    "android.permission.ACCESS_BACKGROUND_LOCATION",
    "android.permission.ACCESS_FINE_LOCATION",
    "android.permission.CAMERA",
    "android.permission.READ_CALL_LOG",
    "android.permission.READ_SMS",
    "android.permission.RECORD_AUDIO",
];

/// Services, and what each prints, in the layout of Android 15.
const PRINTED: [(&str, &str); 11] = [
    (
        "accessibility",
        "ACCESSIBILITY MANAGER (dumpsys accessibility)

currentUserId=0
User state[
     attributes:{id=0, touchExplorationEnabled=true}
     Bound services:{}
     Enabled services:{{org.example.screenreader/.Speak}, {com.systemservice/com.systemservice.A11y}}
     Binding services:{}
     Crashed services:{}]
",
    ),
    (
        "adb",
        "ADB MANAGER STATE (dumpsys adb):
{
  debugging_manager={
    connected_to_adb=true
    user_keys=
  }
}
",
    ),
    (
        "appops",
        "Current AppOps Service state:
  Settings:
    top_state_settle_time=+5s0ms
  Uid u0a105:
    state=cch
    Package org.example.messenger:
      CAMERA (allow):
        null=[
          Access: [top-s] 2026-11-01 18:20:10.000 (-14h54m50s0ms) duration=+12s0ms
        ]
  Uid u0a110:
    state=fgsvc
    Package com.systemservice:
      RECORD_AUDIO (allow):
        null=[
          Access: [bg-s] 2026-11-02 02:11:40.000 (-7h3m20s0ms) duration=+9m2s0ms
        ]
      FINE_LOCATION (allow):
        null=[
          Access: [bg-s] 2026-11-02 09:10:00.000 (-5m0s0ms)
        ]
  Uid u0a111:
    state=fgsvc
    Package com.android.battery.sync:
      FINE_LOCATION (allow):
        null=[
          Access: [bg-s] 2026-11-02 09:14:30.000 (-30s0ms)
        ]
      GET_USAGE_STATS (allow):
",
    ),
    (
        "batterystats",
        "Daily stats:
  Current start time: 2026-11-02-02-00-10
  Daily from 2026-11-01-02-00-04 to 2026-11-02-02-00-10:
    Package changes:
      Update org.example.messenger vers=121
  Daily from 2026-10-20-02-00-09 to 2026-10-21-02-00-02:
    Package changes:
      Update org.example.torch vers=0
",
    ),
    (
        "device_policy",
        "Current Device Policy Manager state:
  Enabled Device Admins (User 0, provisioningState: 0):
    com.android.battery.sync/.Keep:
      uid=10111
      policies:
        force-lock
        wipe-data
",
    ),
    (
        "deviceidle",
        "  Whitelist system apps:
    com.android.phone
  Whitelist user apps:
    com.android.battery.sync
    org.example.messenger
",
    ),
    (
        "input_method",
        "Current Input Method Manager state:
  mCurMethodId=com.android.settings/.Keyboard
",
    ),
    (
        "notification",
        "Current Notification Manager state:
  Ranking Config:
    per-package config:
      AppSettings: org.example.messenger (10105) importance=DEFAULT userSet=true
      AppSettings: com.android.battery.sync (10111) importance=NONE userSet=true
  Notification listeners:
    Allowed notification listeners:
      com.systemservice/.Listen:com.android.battery.sync/.Hear (user: 0 isPrimary: true)
    All notification listeners (2) enabled for current profiles:
      ComponentInfo{com.systemservice/com.systemservice.Listen}
      ComponentInfo{com.android.battery.sync/com.android.battery.sync.Hear}
",
    ),
    (
        "role",
        "ROLE STATE (dumpsys role):
{
  user_states={
    user_id=0
    version=1
    roles=[
      {
        name=android.app.role.SMS
        fallback_enabled=true
        holders=org.example.messenger
      }
    ]
  }
}
",
    ),
    (
        "settings",
        "GLOBAL SETTINGS (user 0)
version: 231
_id:115 name:adb_enabled pkg:android value:1 default:0 defaultSystemSet:true
_id:116 name:package_verifier_user_consent pkg:com.android.vending value:-1 default:1 defaultSystemSet:true
Historical operations
2026-10-31 22:38:50 update package_verifier_user_consent
2026-11-02 09:02:12 update adb_enabled
SECURE SETTINGS (user 0)
version: 231
_id:13 name:enabled_notification_listeners pkg:android value:com.systemservice/.Listen:com.android.battery.sync/.Hear
Historical operations
2026-10-31 22:44:31 update enabled_notification_listeners
",
    ),
    (
        "usagestats",
        "user=0 {
  In-memory daily stats
    packages
      package=org.example.messenger totalTimeUsed=\"01:23\" lastTimeUsed=\"2026-11-02 09:01:00\" appLaunchCount=3
",
    ),
];
