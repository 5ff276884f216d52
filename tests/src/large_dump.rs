//! The text of a bug report of the size of a real phone's, for measuring: 53 MB, most of it sections that a
//! check skips. The sections that it reads are laid out as AOSP prints them; names and numbers are invented.
//! Every run writes the same bytes.

use std::io::{self, Write};

/// The size of the text.
pub const BYTES: u64 = 53_000_000;

/// How much of [`BYTES`] each big part that nobody reads takes; the rest of it is the last log.
const SYSTEM_LOG: u64 = 12_000_000;
const ACTIVITY: u64 = 7_000_000;
const PROCSTATS: u64 = 6_000_000;
const MEMINFO: u64 = 2_500_000;
const NETSTATS: u64 = 3_000_000;

const DASHES: &str =
    "-------------------------------------------------------------------------------";

/// A part of the dump: what one service prints.
type Body = fn(&mut Counted<'_>, &[String]) -> io::Result<()>;

/// The services that a check reads, in the order of the dump.
const READ: [(&str, Body); 15] = [
    ("accessibility", accessibility),
    ("adb", adb),
    ("appops", appops),
    ("batterystats", batterystats),
    ("dbinfo", dbinfo),
    ("device_policy", device_policy),
    ("deviceidle", deviceidle),
    ("input_method", input_method),
    ("notification", notification),
    ("package", package),
    ("platform_compat", platform_compat),
    ("role", role),
    ("settings", settings),
    ("usagestats", usagestats),
    ("user", user),
];

/// What each service that a check reads prints, for a phone with these packages.
///
/// # Errors
/// What the sink says.
pub fn sections(packages: &[String]) -> io::Result<Vec<(String, String)>> {
    let mut all = Vec::new();
    for (name, body) in READ {
        let mut text = Vec::new();
        body(
            &mut Counted {
                out: &mut text,
                written: 0,
            },
            packages,
        )?;
        all.push((name.to_owned(), String::from_utf8_lossy(&text).into_owned()));
    }
    Ok(all)
}

/// Writes the text for these packages, numbered as in the list of apps.
///
/// # Errors
/// What the sink says.
pub fn write(out: &mut dyn Write, packages: &[String]) -> io::Result<()> {
    let mut out = Counted { out, written: 0 };
    header(&mut out)?;
    log(
        &mut out,
        "SYSTEM LOG",
        "logcat -v threadtime -d *:v",
        SYSTEM_LOG,
    )?;
    properties(&mut out)?;
    writeln!(out, "------ DUMPSYS HIGH (/system/bin/dumpsys) ------")?;
    service(&mut out, "HIGH meminfo", |out| {
        filler(out, MEMINFO, |out, n| {
            writeln!(
                out,
                "    {:>8}K: {} (pid {n} / activities)",
                n * 37 % 400_000,
                of(packages, n)
            )
        })
    })?;
    writeln!(out, "------ DUMPSYS (/system/bin/dumpsys) ------")?;
    service(&mut out, "accessibility", |out| {
        accessibility(out, packages)
    })?;
    service(&mut out, "activity", |out| {
        filler(out, ACTIVITY, |out, n| {
            writeln!(
                out,
                "    #{n}: ActivityRecord{{{:x} u0 {}/.MainActivity t{n}}} state=STOPPED visible=false mUserId=0",
                n * 2_654_435_761 % 0xfff_ffff,
                of(packages, n)
            )
        })
    })?;
    service(&mut out, "adb", |out| adb(out, packages))?;
    service(&mut out, "appops", |out| appops(out, packages))?;
    service(&mut out, "batterystats", |out| batterystats(out, packages))?;
    service(&mut out, "dbinfo", |out| dbinfo(out, packages))?;
    service(&mut out, "device_policy", |out| {
        device_policy(out, packages)
    })?;
    service(&mut out, "deviceidle", |out| deviceidle(out, packages))?;
    service(&mut out, "input_method", |out| input_method(out, packages))?;
    service(&mut out, "netstats", |out| {
        filler(out, NETSTATS, |out, n| {
            writeln!(
                out,
                "      st={} rb={} rp={} tb={} tp={} op=0",
                1_762_000_000 + n * 7200,
                n * 977,
                n % 991,
                n * 311,
                n % 397
            )
        })
    })?;
    service(&mut out, "notification", |out| notification(out, packages))?;
    service(&mut out, "package", |out| package(out, packages))?;
    service(&mut out, "platform_compat", |out| {
        platform_compat(out, packages)
    })?;
    service(&mut out, "procstats", |out| {
        filler(out, PROCSTATS, |out, n| {
            writeln!(
                out,
                "  * {} / u0a{} / v{n}:\n           TOTAL: {}% (12MB-18MB-40MB/9MB-14MB-33MB/60MB-80MB-120MB over {n})",
                of(packages, n),
                n % packages.len(),
                n % 100
            )
        })
    })?;
    service(&mut out, "role", |out| role(out, packages))?;
    service(&mut out, "settings", |out| settings(out, packages))?;
    service(&mut out, "usagestats", |out| usagestats(out, packages))?;
    service(&mut out, "user", |out| user(out, packages))?;
    // The last log takes what is left; its last line ends where the text ends.
    let rest = BYTES.saturating_sub(out.written);
    let tail = "------ 0.412s was the duration of 'LAST LOGCAT' ------\n";
    let begin = out.written;
    writeln!(
        out,
        "------ LAST LOGCAT (logcat -L -b all -v threadtime -d *:v) ------"
    )?;
    let room = rest - (out.written - begin) - tail.len() as u64;
    let begin = out.written;
    let mut number = 0;
    while room - (out.written - begin) > 400 {
        log_line(&mut out, number)?;
        number += 1;
    }
    let left = usize::try_from(room - (out.written - begin)).unwrap_or(1);
    writeln!(out, "{}", "-".repeat(left.saturating_sub(1)))?;
    out.write_all(tail.as_bytes())
}

/// The package of this number, from the first again behind the last.
fn of(packages: &[String], number: usize) -> &str {
    packages
        .get(number % packages.len().max(1))
        .map_or("org.example", String::as_str)
}

/// A sink that knows how much went in.
struct Counted<'a> {
    out: &'a mut dyn Write,
    written: u64,
}

impl Write for Counted<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.written += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn header(out: &mut Counted<'_>) -> io::Result<()> {
    let line = "========================================================";
    writeln!(out, "{line}\n== dumpstate: 2026-11-02 09:15:00\n{line}\n")?;
    writeln!(out, "Build: EXAMPLE.261001.004")?;
    writeln!(
        out,
        "Build fingerprint: 'example/large/large:16/EXAMPLE.261001.004/1:user/release-keys'"
    )?;
    writeln!(
        out,
        "Bootloader: made-1.0\nRadio: made-2.0\nNetwork: (unknown)"
    )?;
    writeln!(
        out,
        "Bugreport format version: 2.0\nUptime: up 6 days, 3 hours\n"
    )
}

/// A command section of log lines, of about so many bytes.
fn log(out: &mut Counted<'_>, title: &str, command: &str, bytes: u64) -> io::Result<()> {
    writeln!(out, "------ {title} ({command}) ------")?;
    writeln!(out, "--------- beginning of main")?;
    filler(out, bytes, log_line)?;
    writeln!(out, "------ 3.120s was the duration of '{title}' ------\n")
}

fn log_line(out: &mut Counted<'_>, number: usize) -> io::Result<()> {
    writeln!(
        out,
        "11-02 {:02}:{:02}:{:02}.{:03}  {}  {} D MadeTag{}: request {} finished, {} records of {} bytes, next in {} ms",
        number / 3_600_000 % 24,
        number / 60_000 % 60,
        number / 1000 % 60,
        number % 1000,
        1000 + number % 9000,
        1000 + number % 7919,
        number % 89,
        number,
        number % 613,
        number % 65_521,
        number % 30_011
    )
}

/// Lines until so many bytes are there.
fn filler(
    out: &mut Counted<'_>,
    bytes: u64,
    mut line: impl FnMut(&mut Counted<'_>, usize) -> io::Result<()>,
) -> io::Result<()> {
    let end = out.written + bytes;
    let mut number = 0;
    while out.written < end {
        line(out, number)?;
        number += 1;
    }
    Ok(())
}

/// A section of `dumpsys`; `name` with its priority, where it has one.
fn service(
    out: &mut Counted<'_>,
    name: &str,
    body: impl FnOnce(&mut Counted<'_>) -> io::Result<()>,
) -> io::Result<()> {
    writeln!(out, "{DASHES}\nDUMP OF SERVICE {name}:")?;
    body(out)?;
    let bare = name.rsplit(' ').next().unwrap_or(name);
    writeln!(
        out,
        "--------- 0.080s was the duration of dumpsys {bare}, ending at: 2026-11-02 09:16:00"
    )
}

fn properties(out: &mut Counted<'_>) -> io::Result<()> {
    writeln!(out, "------ SYSTEM PROPERTIES (getprop) ------")?;
    for (name, value) in [
        ("ro.product.manufacturer", "Example"),
        ("ro.product.model", "Large Phone"),
        ("ro.build.version.release", "16"),
        ("ro.build.version.sdk", "36"),
        ("ro.build.version.security_patch", "2026-10-05"),
        ("persist.sys.timezone", "Europe/London"),
    ] {
        writeln!(out, "[{name}]: [{value}]")?;
    }
    for number in 0..900 {
        writeln!(out, "[vendor.made.property{number}]: [{number}]")?;
    }
    writeln!(
        out,
        "------ 0.045s was the duration of 'SYSTEM PROPERTIES' ------\n"
    )
}

fn accessibility(out: &mut Counted<'_>, _: &[String]) -> io::Result<()> {
    writeln!(
        out,
        "ACCESSIBILITY MANAGER (dumpsys accessibility)\n\ncurrentUserId=0\nUser state["
    )?;
    writeln!(
        out,
        "     attributes:{{id=0, touchExplorationEnabled=false, installedServiceCount=3}}"
    )?;
    writeln!(out, "     installed services: {{")?;
    for number in 0..3 {
        writeln!(
            out,
            "        {number} : org.example.maker{number}.app{number}/.Service"
        )?;
    }
    writeln!(
        out,
        "     }}\n     Bound services:{{Service[label=Reader, feedbackType[FEEDBACK_SPOKEN], capabilities=1, eventTypes=TYPES_ALL_MASK, notificationTimeout=0, requestA11yBtn=false]}}"
    )?;
    writeln!(
        out,
        "     Enabled services:{{{{org.example.maker1.app1/org.example.maker1.app1.Service}}}}"
    )?;
    writeln!(
        out,
        "     Binding services:{{}}\n     Crashed services:{{}}]"
    )
}

fn adb(out: &mut Counted<'_>, _: &[String]) -> io::Result<()> {
    writeln!(
        out,
        "ADB MANAGER STATE (dumpsys adb):\n{{\n  debugging_manager={{\n    connected_to_adb=false"
    )?;
    writeln!(
        out,
        "    user_keys=QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQQ== made@desk\n"
    )?;
    writeln!(out, "  }}\n}}")
}

const OPS: [&str; 14] = [
    "COARSE_LOCATION",
    "FINE_LOCATION",
    "READ_CONTACTS",
    "READ_CALENDAR",
    "CAMERA",
    "RECORD_AUDIO",
    "WAKE_LOCK",
    "READ_EXTERNAL_STORAGE",
    "RUN_IN_BACKGROUND",
    "START_FOREGROUND",
    "READ_CLIPBOARD",
    "TOAST_WINDOW",
    "WIFI_SCAN",
    "BLUETOOTH_CONNECT",
];

fn appops(out: &mut Counted<'_>, packages: &[String]) -> io::Result<()> {
    writeln!(
        out,
        "Current AppOps Service state:\n  Settings:\n    top_state_settle_time=+5s0ms\n"
    )?;
    for (number, package) in packages.iter().enumerate() {
        writeln!(
            out,
            "  Uid u0a{number}:\n    state=cch\n      COARSE_LOCATION: mode=foreground"
        )?;
        writeln!(out, "    Package {package}:")?;
        for (row, op) in OPS.iter().enumerate() {
            let minute = (number + row) % 60;
            writeln!(out, "      {op} (allow):")?;
            writeln!(out, "          null=[")?;
            writeln!(
                out,
                "            Access: [fg-s] 2026-11-01 18:{minute:02}:34.325 (-14h{minute}m19s762ms) duration=+2s109ms"
            )?;
            writeln!(
                out,
                "            Access: [bg-s] 2026-11-01 03:{minute:02}:30.315 (-29h{minute}m23s772ms)"
            )?;
            if row % 3 == 0 {
                writeln!(
                    out,
                    "            Reject: [cch-s] 2026-10-29 18:{minute:02}:02.923 (-3d4h39m51s164ms)"
                )?;
            }
            writeln!(out, "          ]")?;
        }
    }
    Ok(())
}

fn batterystats(out: &mut Counted<'_>, packages: &[String]) -> io::Result<()> {
    writeln!(
        out,
        "Battery History (1% used, 4000KB used of 4096KB, 51 strings using 5KB):"
    )?;
    writeln!(
        out,
        "                    0 (15) RESET:TIME: 2026-10-27-06-15-00"
    )?;
    filler(out, 4_000_000, |out, n| {
        writeln!(
            out,
            "            +{}m{:02}s{:03}ms (3) {:03} +job=u0a{}:\"{}/.SyncService\"",
            n / 60,
            n % 60,
            n % 1000,
            100 - n % 90,
            n % packages.len(),
            of(packages, n)
        )
    })?;
    writeln!(
        out,
        "\nDaily stats:\n  Current start time: 2026-11-01-01-01-00"
    )?;
    for day in 1..=9 {
        writeln!(
            out,
            "  Daily from 2026-10-{:02}-01-00-00 to 2026-10-{:02}-01-00-00:",
            day + 20,
            day + 21
        )?;
        writeln!(out, "    Package changes:")?;
        for package in packages.iter().skip(day * 40).take(12) {
            writeln!(out, "      Update {package} vers={}", day * 100)?;
        }
        if day == 5 {
            writeln!(out, "      Update org.example.removed vers=0")?;
        }
    }
    writeln!(out, "\nStatistics since last charge:")?;
    filler(out, 1_000_000, |out, n| {
        writeln!(
            out,
            "    Wake lock u0a{} *job*/{}/.SyncService: {}ms partial ({} times) realtime",
            n % packages.len(),
            of(packages, n),
            n % 9000,
            n % 50
        )
    })
}

fn dbinfo(out: &mut Counted<'_>, packages: &[String]) -> io::Result<()> {
    writeln!(out, "Applications Database Info:\n")?;
    for (number, package) in packages.iter().enumerate() {
        writeln!(
            out,
            "** Database info for pid {} [{package}] **\n\nConnection pool for /data/user/0/{package}/databases/main.db:",
            1000 + number
        )?;
        writeln!(
            out,
            "  Open: true\n  Max connections: 1\n  Most recently executed operations:"
        )?;
        for row in 0..12 {
            writeln!(
                out,
                "    {row}: [2026-11-02 09:{:02}:{:02}.123] executeForCursorWindow took 1ms - succeeded, sql=\"SELECT * FROM rows WHERE id=?\", path=/data/user/0/{package}/databases/main.db",
                row,
                number % 60
            )?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn device_policy(out: &mut Counted<'_>, _: &[String]) -> io::Result<()> {
    writeln!(
        out,
        "Current Device Policy Manager state:\n  Immutable state:\n    mHasFeature=true\n"
    )?;
    writeln!(
        out,
        "  Enabled Device Admins (User 0, provisioningState: 0):"
    )?;
    writeln!(
        out,
        "    org.example.maker2.app2/.Admin:\n      uid=10002\n      testOnlyAdmin=false\n      policies:\n        force-lock\n        wipe-data"
    )?;
    writeln!(out, "      passwordQuality=0x0\n\n    mPasswordOwner=-1")
}

fn deviceidle(out: &mut Counted<'_>, packages: &[String]) -> io::Result<()> {
    writeln!(
        out,
        "  Settings:\n    flex_time_short=+1m0s0ms\n  Whitelist (except idle) system apps:\n    com.android.providers.downloads\n  Whitelist user apps:"
    )?;
    for package in packages.iter().take(6) {
        writeln!(out, "    {package}")?;
    }
    writeln!(
        out,
        "  Whitelist (except idle) all app ids:\n    1000\n    10001\n  mLightEnabled=true  mDeepEnabled=true"
    )
}

fn input_method(out: &mut Counted<'_>, _: &[String]) -> io::Result<()> {
    writeln!(
        out,
        "Current Input Method Manager state:\n  Input Methods:\n  InputMethod #0:"
    )?;
    writeln!(
        out,
        "    mId=org.example.maker3.app3/.Keyboard mSettingsActivityName=null mIsVrOnly=false\n  mCurMethodId=org.example.maker3.app3/.Keyboard"
    )
}

fn notification(out: &mut Counted<'_>, packages: &[String]) -> io::Result<()> {
    writeln!(
        out,
        "Current Notification Manager state:\n  Notification List:"
    )?;
    filler(out, 700_000, |out, n| {
        writeln!(
            out,
            "    NotificationRecord(0x{:08x}: pkg={} user=UserHandle{{0}} id={n} tag=null importance=3 key=0|{}|{n}|null|10100: Notification(channel=made))",
            n * 7919,
            of(packages, n),
            of(packages, n)
        )
    })?;
    writeln!(
        out,
        "\n  Notification Preferences:\n    per-package config version: 4\n    PackagePreferences:"
    )?;
    for (number, package) in packages.iter().enumerate() {
        let importance = if number % 45 == 7 { "NONE" } else { "DEFAULT" };
        writeln!(
            out,
            "    AppSettings: {package} ({}) importance={importance} userSet={}",
            10_000 + number,
            importance == "NONE"
        )?;
        writeln!(
            out,
            "      NotificationChannel{{mId='made', mName=made, mDescription=, mImportance=3, mBypassDnd=false}}"
        )?;
    }
    writeln!(
        out,
        "\n  Notification listeners:\n    Allowed notification listeners:\n      userId: 0 value: org.example.maker4.app4/.Listener"
    )?;
    writeln!(
        out,
        "    All notification listeners (1) enabled for current profiles:\n      ComponentInfo{{org.example.maker4.app4/org.example.maker4.app4.Listener}}"
    )?;
    writeln!(
        out,
        "    Live notification listeners (1):\n      ComponentInfo{{org.example.maker4.app4/org.example.maker4.app4.Listener}} (user 0): android.service.notification.INotificationListener$Stub$Proxy@1"
    )
}

fn platform_compat(out: &mut Counted<'_>, packages: &[String]) -> io::Result<()> {
    for number in 0..400 {
        let package = of(packages, number);
        writeln!(
            out,
            "ChangeId({}; name=MADE_{number}; enableSinceTargetSdk=30; packageOverrides={{{package}=false}}; rawOverrides={{{package}=false}}; overridable)",
            100_000_000 + number
        )?;
    }
    Ok(())
}

fn role(out: &mut Counted<'_>, _: &[String]) -> io::Result<()> {
    writeln!(
        out,
        "{{\n  user_states={{\n    user_id=0\n    version=1\n    roles=["
    )?;
    for (name, holder) in [
        ("SMS", "org.example.maker5.app5"),
        ("DIALER", "org.example.maker6.app6"),
    ] {
        writeln!(
            out,
            "      {{\n        name=android.app.role.{name}\n        fallback_enabled=true\n        holders={holder}\n      }}"
        )?;
    }
    writeln!(out, "    ]\n  }}\n}}")
}

fn settings(out: &mut Counted<'_>, _: &[String]) -> io::Result<()> {
    for (namespace, user) in [("GLOBAL", 0), ("SECURE", 0), ("SYSTEM", 0)] {
        writeln!(out, "{namespace} SETTINGS (user {user})\nversion: 212")?;
        for number in 0..400 {
            writeln!(
                out,
                "_id:{number} name:made_setting_{number} pkg:android value:{number} default:{number} defaultSystemSet:true"
            )?;
        }
        writeln!(out, "\nHistorical operations\n")?;
        for number in 0..60 {
            writeln!(
                out,
                "Operation: 2026-11-02 08:{number:02}:10 update made_setting_{number}"
            )?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn usagestats(out: &mut Counted<'_>, packages: &[String]) -> io::Result<()> {
    writeln!(
        out,
        "user=0\n  Last 24 hour events (timeRange=\"2026-11-01 09:16:00 - 2026-11-02 09:16:00\")"
    )?;
    filler(out, 3_000_000, |out, n| {
        writeln!(
            out,
            "    time=\"2026-11-02 0{}:{:02}:{:02}\" type=ACTIVITY_RESUMED package={} class={}.MainActivity instanceId={n} taskRootPackage={} flags=0x0",
            n % 9,
            n / 60 % 60,
            n % 60,
            of(packages, n),
            of(packages, n),
            of(packages, n)
        )
    })?;
    for range in ["In-memory daily stats", "In-memory weekly stats"] {
        writeln!(
            out,
            "  {range}\n    timeRange=\"2026-11-01 00:00:00 - 2026-11-02 09:16:00\"\n    packages"
        )?;
        for (number, package) in packages.iter().enumerate() {
            writeln!(
                out,
                "      package={package} totalTimeUsed=\"{:02}:12\" lastTimeUsed=\"2026-11-01 20:{:02}:31\" totalTimeVisible=\"00:12\" lastTimeVisible=\"2026-11-01 20:{:02}:31\" appLaunchCount={number}",
                number % 60,
                number % 60,
                number % 60
            )?;
        }
    }
    Ok(())
}

fn user(out: &mut Counted<'_>, _: &[String]) -> io::Result<()> {
    writeln!(
        out,
        "Current user: 0\nUsers:\n  UserInfo{{0:Owner:4c13}} serialNo=0 isPrimary=true\n    Type: android.os.usertype.full.SYSTEM\n    Flags: 19475 (ADMIN|FULL|INITIALIZED|MAIN|PRIMARY|SYSTEM)\n    State: RUNNING_UNLOCKED"
    )
}

const PERMISSIONS: [&str; 12] = [
    "ACCESS_COARSE_LOCATION",
    "ACCESS_FINE_LOCATION",
    "CAMERA",
    "READ_CALENDAR",
    "READ_CALL_LOG",
    "READ_CONTACTS",
    "READ_EXTERNAL_STORAGE",
    "READ_PHONE_STATE",
    "READ_SMS",
    "RECORD_AUDIO",
    "POST_NOTIFICATIONS",
    "BODY_SENSORS",
];

fn package(out: &mut Counted<'_>, packages: &[String]) -> io::Result<()> {
    writeln!(
        out,
        "Database versions:\n  Internal:\n    sdkVersion=36 databaseVersion=3\n"
    )?;
    for (table, ending) in [
        ("Activity", "MainActivity"),
        ("Receiver", "Receiver"),
        ("Service", "Service"),
    ] {
        writeln!(out, "{table} Resolver Table:\n  Non-Data Actions:")?;
        for action in [
            "android.intent.action.MAIN",
            "android.intent.action.BOOT_COMPLETED",
            "android.provider.Telephony.SMS_RECEIVED",
            "android.intent.action.VIEW",
        ] {
            writeln!(out, "      {action}:")?;
            for (number, package) in packages.iter().enumerate() {
                if action.contains("SMS") && number % 20 != 0 {
                    continue;
                }
                writeln!(
                    out,
                    "        {:x} {package}/.{ending} filter {:x}",
                    number * 7919 + 4096,
                    number * 104_729 + 4096
                )?;
                writeln!(out, "          Action: \"{action}\"")?;
                if table == "Activity" && action.ends_with("MAIN") && number % 30 != 11 {
                    writeln!(
                        out,
                        "          Category: \"android.intent.category.LAUNCHER\""
                    )?;
                }
                writeln!(out, "          AutoVerify=false")?;
            }
        }
        writeln!(out)?;
    }
    writeln!(out, "Key Set Manager:\n")?;
    writeln!(out, "Packages:")?;
    for (number, package) in packages.iter().enumerate() {
        record(out, number, package)?;
    }
    writeln!(out, "\nQueries:\n  system apps queryable: false")?;
    filler(out, 1_500_000, |out, n| {
        writeln!(
            out,
            "    {}:\n      {}",
            of(packages, n),
            of(packages, n * 7)
        )
    })?;
    writeln!(
        out,
        "\nShared users:\n\nPackage Changes:\n  Sequence number=812"
    )
}

fn record(out: &mut Counted<'_>, number: usize, package: &str) -> io::Result<()> {
    let (uid, minute) = (10_000 + number, number % 60);
    writeln!(
        out,
        "  Package [{package}] ({:x}):",
        number * 104_729 + 0x1000
    )?;
    writeln!(
        out,
        "    appId={uid}\n    pkg=Package{{{:x} {package}}}",
        number * 7919 + 0x1000
    )?;
    writeln!(
        out,
        "    codePath=/data/app/~~YQ==/{package}-Yg==\n    resourcePath=/data/app/~~YQ==/{package}-Yg=="
    )?;
    writeln!(
        out,
        "    legacyNativeLibraryDir=/data/app/~~YQ==/{package}-Yg==/lib\n    primaryCpuAbi=arm64-v8a\n    secondaryCpuAbi=null"
    )?;
    writeln!(
        out,
        "    versionCode={} minSdk=26 targetSdk={}\n    versionName=1.{number}\n    splits=[base, config.arm64_v8a, config.en]",
        1000 + number,
        30 + number % 7
    )?;
    writeln!(
        out,
        "    apkSigningVersion=3\n    flags=[ HAS_CODE ALLOW_CLEAR_USER_DATA ALLOW_BACKUP ]\n    privateFlags=[ PRIVATE_FLAG_ACTIVITIES_RESIZE_MODE_RESIZEABLE ALLOW_AUDIO_PLAYBACK_CAPTURE ]"
    )?;
    writeln!(
        out,
        "    forceQueryable=false\n    queriesPackages=[]\n    dataDir=/data/user/0/{package}\n    supportsScreens=[small, medium, large, xlarge, resizeable, anyDensity]"
    )?;
    writeln!(
        out,
        "    timeStamp=2026-08-01 10:{minute:02}:00\n    lastUpdateTime=2026-10-20 04:{minute:02}:11"
    )?;
    writeln!(
        out,
        "    installerPackageName=com.android.vending\n    installInitiatingPackageName=com.android.vending\n    packageSource=2"
    )?;
    writeln!(
        out,
        "    signatures=PackageSignatures{{{:x} version:3, signatures:[{:08x}], past signatures:[]}}",
        number + 0x1000,
        (number * 2_654_435_761) & 0xffff_ffff
    )?;
    writeln!(
        out,
        "    installPermissionsFixed=true\n    pkgFlags=[ HAS_CODE ALLOW_CLEAR_USER_DATA ALLOW_BACKUP ]"
    )?;
    writeln!(
        out,
        "    declared permissions:\n      {package}.DYNAMIC_RECEIVER_NOT_EXPORTED_PERMISSION: prot=signature"
    )?;
    writeln!(out, "    requested permissions:")?;
    for permission in PERMISSIONS {
        writeln!(out, "      android.permission.{permission}")?;
    }
    for extra in 0..30 {
        writeln!(
            out,
            "      org.example.maker{}.permission.MADE_{extra}",
            number % 37
        )?;
    }
    writeln!(
        out,
        "    install permissions:\n      android.permission.INTERNET: granted=true\n      android.permission.ACCESS_NETWORK_STATE: granted=true\n      android.permission.WAKE_LOCK: granted=true"
    )?;
    for extra in 0..30 {
        writeln!(
            out,
            "      org.example.maker{}.permission.MADE_{extra}: granted=true",
            number % 37
        )?;
    }
    writeln!(
        out,
        "    User 0: ceDataInode={} deDataInode={} installed=true hidden=false suspended=false distractionFlags=0 stopped=false notLaunched=false enabled=0 instant=false virtual=false",
        100_000 + number,
        200_000 + number
    )?;
    writeln!(
        out,
        "      installReason=4\n      firstInstallTime=2026-08-01 10:{minute:02}:00\n      uninstallReason=0\n      gids=[3003]\n      runtime permissions:"
    )?;
    for (row, permission) in PERMISSIONS.iter().enumerate() {
        let granted = (number + row).is_multiple_of(3);
        writeln!(
            out,
            "        android.permission.{permission}: granted={granted}, flags=[ USER_SET|USER_SENSITIVE_WHEN_GRANTED|USER_SENSITIVE_WHEN_DENIED]"
        )?;
    }
    writeln!(
        out,
        "      disabledComponents:\n        {package}.AlternativeIcon\n      enabledComponents:\n        {package}.MainActivity"
    )
}
