//! `rushlight scan --adb` against the real adb server, which talks to a made phone on loopback.
//!
//! Every test has a server of its own, on a port of its own, with a folder of its own for its key: it never
//! meets a server or a phone of the person who runs it. Without an adb program the tests say so and pass.

#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::panic,
    clippy::print_stdout,
    dead_code,
    reason = "these tests run the program itself and the adb program"
)]

#[allow(unreachable_pub, reason = "it is public in the crate of the tests")]
#[path = "../../tests/src/made_apk.rs"]
mod made_apk;
mod made_device;

use std::net::TcpListener;
use std::process::{Command, Output, Stdio};
use std::time::Instant;

use made_apk::{Key, MadeApk};
use made_device::{Greeting, MadeDevice, Output as Prints, RunningDevice};
use serde_json::Value;

const AT: &str = "2026-11-22T12:00:00Z";

/// A private adb server, and a folder for what the tests write.
struct Server {
    port: u16,
    folder: tempfile::TempDir,
}

impl Server {
    /// None where there is no adb program.
    fn start() -> Option<Self> {
        let found = Command::new("adb").arg("version").output();
        if found.is_err() {
            println!("skipped: no adb");
            return None;
        }
        let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = free.local_addr().expect("an address").port();
        drop(free);
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("tmp")).expect("a folder");
        let server = Self { port, folder };
        let started = server.adb(&["start-server"]);
        assert!(started, "the adb server starts");
        Some(server)
    }

    fn prepared(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env_remove("ADB_SERVER_SOCKET")
            .env("ANDROID_ADB_SERVER_PORT", self.port.to_string())
            .env("HOME", self.folder.path())
            .env("ADB_MDNS_OPENSCREEN", "0")
            .stdin(Stdio::null());
        command
    }

    /// Runs adb; its server keeps the outputs of the call that started it, so nobody waits for their end.
    fn adb(&self, words: &[&str]) -> bool {
        let mut command = self.prepared("adb");
        command
            .args(words)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    }

    fn connect(&self, device: &RunningDevice) {
        self.adb(&["connect", &device.serial()]);
    }

    fn rushlight(&self, words: &[&str]) -> Output {
        let mut command = self.prepared(env!("CARGO_BIN_EXE_rushlight"));
        command.env("TMPDIR", self.folder.path().join("tmp"));
        command.args(["scan", "--at", AT]).args(words);
        command.output().expect("the program starts")
    }

    fn nothing_is_left(&self) {
        let left = std::fs::read_dir(self.folder.path().join("tmp")).expect("a folder");
        let left: Vec<_> = left.map(|entry| entry.expect("an entry").path()).collect();
        assert!(left.is_empty(), "{left:?}");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.adb(&["kill-server"]);
    }
}

const WATCHER: &str = "/data/app/~~a==/com.systemservice-b==/base.apk";
const SCREEN_READER: &str = "/data/app/~~c==/org.example.screenreader-d==/base.apk";
const SPLIT: &str = "/data/app/~~c==/org.example.screenreader-d==/split_config.en.apk";
const SYSTEM: &str = "/system/priv-app/Settings/Settings.apk";

fn apk(package: &str, label: &str) -> Vec<u8> {
    MadeApk::new(package)
        .label(label)
        .version(7, "1.7")
        .signed_by(Key::One)
        .bytes()
}

/// A phone with one app of the lists, one ordinary app, and one that came with it.
fn phone() -> MadeDevice {
    let icons = "cmd package query-activities --brief --user 0 -a android.intent.action.MAIN -c android.intent.category.LAUNCHER";
    MadeDevice {
        greeting: Greeting::Welcome,
        features: "shell_v2,cmd,stat_v2",
        commands: [].into(),
        files: [].into(),
    }
    .prints(
        "getprop",
        "[ro.build.version.release]: [15]\n[ro.build.version.sdk]: [35]\n\
         [ro.build.version.security_patch]: [2026-09-05]\n[ro.product.manufacturer]: [Made]\n\
         [ro.product.model]: [Phone]\n[persist.sys.timezone]: [Europe/London]\n",
    )
    .prints(
        "settings list global",
        "adb_enabled=1\nadb_wifi_enabled=0\ndevelopment_settings_enabled=1\npackage_verifier_user_consent=-1\n",
    )
    .prints(
        "settings --user 0 list secure",
        "accessibility_enabled=1\nenabled_accessibility_services=com.systemservice/.A11y\n",
    )
    .prints("settings --user 0 list system", "font_scale=1.0\n")
    .prints("date +%s.%N", "1000000000.500000000\n")
    .prints("pm list users", "Users:\n\tUserInfo{0:Owner:c13} running\n")
    .prints(
        "pm list packages -f -i -U --show-versioncode -u --user 0",
        format!(
            "package:{WATCHER}=com.systemservice versionCode:7  installer=null uid:10123\n\
             package:{SCREEN_READER}=org.example.screenreader versionCode:7  installer=com.android.vending uid:10124\n\
             package:{SYSTEM}=com.android.settings versionCode:35  installer=null uid:1000\n\
             package:/data/app/gone/base.apk=org.example.gone versionCode:1  installer=null uid:10125\n"
        ),
    )
    .prints(
        "pm list packages --user 0",
        "package:com.systemservice\npackage:org.example.screenreader\npackage:com.android.settings\n",
    )
    .prints("pm list packages -s -u --user 0", "package:com.android.settings\n")
    .prints("pm list packages -d --user 0", "")
    .prints(
        icons,
        "2 activities found:\n  Activity #0:\n    priority=0 preferredOrder=0 match=0x108000 specificIndex=-1 isDefault=true\n\
         \x20   org.example.screenreader/.Main\n  Activity #1:\n    priority=0 preferredOrder=0 match=0x108000 specificIndex=-1 isDefault=true\n\
         \x20   com.android.settings/.Settings\n",
    )
    .prints("pm path --user 0 com.systemservice", format!("package:{WATCHER}\n"))
    .prints(
        "pm path --user 0 org.example.screenreader",
        format!("package:{SCREEN_READER}\npackage:{SPLIT}\n"),
    )
    .prints(
        &format!("sha256sum '/data/app/gone/base.apk' '{SYSTEM}'"),
        format!("{}  {SYSTEM}\n", "ab".repeat(32)),
    )
    .prints(
        "ps -A",
        "USER PID PPID VSZ RSS WCHAN ADDR S NAME\nroot 1 0 57912 2084 0 0 S init\nu0_a123 4711 777 1 1 0 0 S com.systemservice\n",
    )
    .prints("service list", "Found 2 services:\n0\tphone: [com.x.IPhone]\n1\tisms: []\n")
    .prints("mount", "/dev/root on / type ext4 (ro,seclabel)\n")
    .does("which -a su busybox supersu magisk magiskinit magiskpolicy", Prints::Error(""))
    .prints("dumpsys accessibility", "ACCESSIBILITY MANAGER (dumpsys accessibility)\n")
    .prints(
        "dumpsys device_policy",
        "Current Device Policy Manager state:\n  Enabled Device Admins (User 0, provisioningState: 0):\n\
         \x20   com.systemservice/.Admin:\n      uid=10123\n",
    )
    .holds(WATCHER, apk("com.systemservice", "System Service"))
    .holds(SCREEN_READER, apk("org.example.screenreader", "Speak"))
    .holds(SPLIT, apk("org.example.screenreader", "Speak"))
}

fn report(output: &Output) -> Value {
    let said = String::from_utf8_lossy(&output.stderr);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {said}"))
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn surface<'r>(report: &'r Value, id: &str) -> &'r Value {
    let surfaces = report["surfaces"].as_array().expect("a list");
    surfaces
        .iter()
        .find(|one| one["id"] == id)
        .expect("a surface")
}

fn actions(report: &Value) -> Vec<(String, bool, bool)> {
    let actions = report["actions"].as_array().expect("a list");
    actions
        .iter()
        .map(|action| {
            let what = action["what"].as_str().expect("a text").to_owned();
            let changed = action["changed"].as_bool().expect("yes or no");
            (what, action["output_sha256"].is_string(), changed)
        })
        .collect()
}

/// What the phone was asked, without the words of the protocol.
fn only_reads(device: &RunningDevice) {
    const READS: [&str; 13] = [
        "getprop",
        "settings list ",
        "settings --user ",
        "date +",
        "pm list ",
        "pm path ",
        "cmd package query-activities ",
        "sha256sum ",
        "ps -A",
        "service list",
        "mount",
        "which -a ",
        "dumpsys ",
    ];
    let log = device.log();
    assert!(!log.is_empty());
    for service in log {
        let command = service
            .strip_prefix("shell,v2,raw:")
            .or_else(|| service.strip_prefix("shell:"));
        let reads = match command {
            Some(command) => READS.iter().any(|start| command.starts_with(start)),
            None => {
                service == "sync:" || service.starts_with("STAT /") || service.starts_with("RECV /")
            }
        };
        assert!(reads, "{service}");
    }
}

#[test]
fn a_connected_phone_is_read_whole_and_only_read() {
    let Some(server) = Server::start() else {
        return;
    };
    let device = phone().start();
    server.connect(&device);
    let output = server.rushlight(&["--adb", &device.serial(), "--json", "--inventory"]);
    assert_eq!(output.status.code(), Some(20), "{}", stderr(&output));
    let report = report(&output);

    let finding = &report["findings"][0];
    assert_eq!(finding["outcome"], "match");
    assert_eq!(finding["subject"]["id"], "com.systemservice");
    assert_eq!(finding["subject"]["label"], "System Service");
    assert_eq!(finding["subject"]["state"], "installed");

    let actions = actions(&report);
    for command in [
        "getprop",
        "pm list users",
        "dumpsys package -f",
        "service list",
    ] {
        let asked = actions.iter().find(|(what, ..)| what == command);
        assert_eq!(asked, Some(&(command.to_owned(), true, false)));
    }
    let pulled = format!("pull {SPLIT}");
    assert!(actions.contains(&(pulled, true, false)));
    for change in [
        "adb_key_trusted",
        "developer_options_on",
        "usb_debugging_on",
    ] {
        assert!(
            actions.contains(&(change.to_owned(), false, true)),
            "{change}"
        );
    }
    assert!(
        !actions
            .iter()
            .any(|(what, ..)| what == "wireless_debugging_on")
    );

    // The made phone's clock stands at 2001.
    assert_eq!(report["scan"]["device_time"], "2001-09-09T01:46:40.5Z");
    assert!(
        report["scan"]["clock_drift_seconds"]
            .as_i64()
            .expect("a number")
            < -700_000_000
    );
    for (id, records) in [
        ("apps", 3),
        ("other_users", 1),
        ("removed_apps", 1),
        ("app_manifests", 3),
        ("app_signers", 2),
        ("app_hashes", 3),
        ("launcher_entries", 2),
        ("device_admins", 1),
        ("root_tools", 0),
        ("processes", 2),
    ] {
        let surface = surface(&report, id);
        assert_eq!(surface["state"], "read", "{surface}");
        assert_eq!(surface["records"], records, "{surface}");
    }
    let kinds: Vec<_> = report["inputs"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|input| input["kind"] == "connected_phone")
        .collect();
    assert_eq!(kinds.len(), 1);
    assert_eq!(kinds[0]["path"], format!("adb:{}", device.serial()));
    only_reads(&device);
    server.nothing_is_left();
}

#[test]
fn a_report_on_paper_tells_what_was_done_in_words() {
    let Some(server) = Server::start() else {
        return;
    };
    let device = phone().start();
    server.connect(&device);
    let folder = server.folder.path().join("out");
    let out = folder.to_str().expect("UTF-8");
    let output = server.rushlight(&["--adb", "--formats", "html", "-o", out]);
    assert_eq!(output.status.code(), Some(20), "{}", stderr(&output));
    let page = std::fs::read_to_string(folder.join("report.html")).expect("a page");
    assert!(page.contains("We do not know who did it, or when."));
    assert!(page.contains("Only commands that read were sent."));
    assert!(!page.contains("adb_key_trusted"));
    server.nothing_is_left();
}

#[test]
fn every_user_has_apps_and_settings_of_its_own() {
    let Some(server) = Server::start() else {
        return;
    };
    let device = phone()
        .prints(
            "pm list users",
            "Users:\n\tUserInfo{0:Owner:c13} running\n\tUserInfo{10:Work:1030} running\n\tUserInfo{11:Kid:410}\n",
        )
        .prints(
            "pm list packages -f -i -U --show-versioncode -u --user 10",
            format!("package:{WATCHER}=com.systemservice versionCode:7  installer=null uid:1010123\n"),
        )
        .prints("pm list packages --user 10", "package:com.systemservice\n")
        .prints("settings --user 10 list secure", "enabled_accessibility_services=com.systemservice/.A11y\n")
        .does(
            "pm list packages -f -i -U --show-versioncode -u --user 11",
            Prints::Error("java.lang.SecurityException: Shell does not have permission to access user 11"),
        )
        .start();
    server.connect(&device);
    let output = server.rushlight(&["--adb", "--json", "--inventory"]);
    let report = report(&output);
    let users: Vec<_> = report["inventory"]["apps"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|app| app["id"] == "com.systemservice")
        .map(|app| app["user"].as_u64())
        .collect();
    assert_eq!(users, [Some(0), Some(10)]);
    let others = surface(&report, "other_users");
    assert_eq!(others["records"], 2);
    assert!(
        others["skipped"]
            .to_string()
            .contains("the apps of user 11"),
        "{others}"
    );
    // One file serves both users, and is brought once.
    let brought = device
        .log()
        .into_iter()
        .filter(|service| service.starts_with("RECV"));
    assert_eq!(brought.count(), 3);
}

#[test]
fn a_phone_that_has_not_agreed_is_told_in_three_lines() {
    let Some(server) = Server::start() else {
        return;
    };
    let mut phone = phone();
    phone.greeting = Greeting::AsksForEver;
    let device = phone.start();
    server.connect(&device);
    let output = server.rushlight(&["--adb", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let said = stderr(&output);
    assert!(
        said.starts_with("The phone has not allowed this computer to read it."),
        "{said}"
    );
    assert_eq!(said.lines().count(), 3, "{said}");
    assert!(output.stdout.is_empty());
    assert!(device.log().is_empty());
}

#[test]
fn no_phone_an_unknown_one_or_several_are_told() {
    let Some(server) = Server::start() else {
        return;
    };
    let none = server.rushlight(&["--adb"]);
    assert_eq!(none.status.code(), Some(1));
    assert!(
        stderr(&none).starts_with("No phone is connected."),
        "{}",
        stderr(&none)
    );
    let (one, two) = (phone().start(), phone().start());
    server.connect(&one);
    let unknown = server.rushlight(&["--adb", "R58M12ABC"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(stderr(&unknown).starts_with("This phone is not connected."));
    server.connect(&two);
    let several = server.rushlight(&["--adb"]);
    assert_eq!(several.status.code(), Some(1));
    let said = stderr(&several);
    assert!(said.starts_with("Several phones are connected."), "{said}");
    assert!(
        said.contains(&one.serial()) && said.contains(&two.serial()),
        "{said}"
    );
    assert!(one.log().is_empty() && two.log().is_empty());
}

#[test]
fn a_phone_that_is_unplugged_leaves_what_was_read_by_then() {
    let Some(server) = Server::start() else {
        return;
    };
    let device = phone()
        .does(
            "dumpsys appops",
            Prints::Unplugged(b"Current AppOps\n".repeat(5_000)),
        )
        .start();
    server.connect(&device);
    let output = server.rushlight(&["--adb", "--json"]);
    // What was read by then names the app.
    assert_eq!(output.status.code(), Some(20), "{}", stderr(&output));
    let report = report(&output);
    assert_eq!(report["findings"][0]["subject"]["id"], "com.systemservice");
    for id in ["processes", "mounts", "root_tools", "app_manifests"] {
        let surface = surface(&report, id);
        assert_eq!(surface["state"], "unavailable", "{surface}");
    }
    assert!(report["summary"]["not_checked"].as_u64().expect("a number") > 5);
    let sent = device.log();
    assert!(
        !sent.iter().any(|service| service.contains("ps -A")),
        "{sent:?}"
    );
    server.nothing_is_left();
}

#[test]
fn output_without_an_end_or_without_sense_costs_only_itself() {
    let Some(server) = Server::start() else {
        return;
    };
    let device = phone()
        .does(
            "dumpsys usagestats",
            Prints::Endless(b"package=com.systemservice\n"),
        )
        .prints("mount", b"\n".repeat(10_000_000))
        .prints("service list", [0xff; 70_000])
        .prints(
            "pm path --user 0 org.example.screenreader",
            "package:/data/app/x';reboot;'.apk\n",
        )
        .start();
    server.connect(&device);
    let output = server.rushlight(&["--adb", "--json"]);
    assert_eq!(output.status.code(), Some(20), "{}", stderr(&output));
    let report = report(&output);
    // 64 MiB of it were taken, and no more.
    let endless = report["inputs"].as_array().expect("a list").iter();
    let mut endless = endless.filter(|input| {
        input["path"]
            .as_str()
            .is_some_and(|path| path.ends_with("/dumpsys usagestats"))
    });
    assert_eq!(endless.next().expect("an input")["bytes"], 64 << 20);
    assert_eq!(surface(&report, "app_use")["state"], "unavailable");
    assert_eq!(surface(&report, "mounts")["state"], "unavailable");
    assert_eq!(surface(&report, "services")["state"], "unavailable");
    assert_eq!(surface(&report, "processes")["state"], "read");
    let skipped = surface(&report, "app_manifests")["skipped"].to_string();
    assert!(skipped.contains("is not a file name"), "{skipped}");
    only_reads(&device);
}

#[test]
fn a_phone_whose_wireless_debugging_has_a_hole_is_not_read_unless_somebody_says_so() {
    let Some(server) = Server::start() else {
        return;
    };
    let old = "[ro.build.version.sdk]: [35]\n[ro.build.version.security_patch]: [2026-04-05]\n";
    let device = phone().prints("getprop", old).start();
    server.connect(&device);
    let output = server.rushlight(&["--adb", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let said = stderr(&output);
    assert!(
        said.contains("2026-04-05") && said.contains("CVE-2026-0073"),
        "{said}"
    );
    assert!(said.contains("use a cable"), "{said}");
    assert!(output.stdout.is_empty());
    let asked = [
        "shell,v2,raw:getprop",
        "shell,v2,raw:settings list global",
        "shell,v2,raw:dumpsys package com.google.android.modulemetadata",
    ];
    assert_eq!(device.log(), asked);
    let output = server.rushlight(&["--adb", "--despite-wireless-hole", "--json"]);
    assert_eq!(output.status.code(), Some(20), "{}", stderr(&output));
    let chosen = ("wireless_hole_accepted".to_owned(), false, false);
    assert!(actions(&report(&output)).contains(&chosen));
}

#[test]
fn a_phone_of_before_2016_is_read_over_the_bare_shell() {
    let Some(server) = Server::start() else {
        return;
    };
    let mut phone = phone().prints(
        "getprop",
        "[ro.build.version.sdk]: [23]\r\n[ro.product.model]: [Old]\r\n",
    );
    phone.features = "cmd";
    let list = "pm list packages -f -i -U --show-versioncode -u --user 0";
    let device = phone
        .prints(list, "Error: Unknown option: -U\n")
        .prints(
            "pm list packages -f -i -u --user 0",
            format!("package:{WATCHER}=com.systemservice  installer=null\r\n"),
        )
        .start();
    server.connect(&device);
    let output = server.rushlight(&["--adb", "--json"]);
    assert_eq!(output.status.code(), Some(20), "{}", stderr(&output));
    assert_eq!(report(&output)["device"]["model"], "Old");
    assert!(
        device
            .log()
            .iter()
            .any(|service| service.starts_with("shell:getprop"))
    );
}

#[test]
fn a_server_that_is_not_there_is_started_and_ended_again() {
    let Some(server) = Server::start() else {
        return;
    };
    server.adb(&["kill-server"]);
    let began = Instant::now();
    let output = server.rushlight(&["--adb"]);
    assert!(
        stderr(&output).starts_with("No phone is connected."),
        "{}",
        stderr(&output)
    );
    assert!(began.elapsed().as_secs() < 30);
    let refused = std::net::TcpStream::connect(("127.0.0.1", server.port));
    assert!(refused.is_err(), "the server that was started is ended");
    // Without an adb program there is nothing to start.
    let mut command = server.prepared(env!("CARGO_BIN_EXE_rushlight"));
    command
        .env("PATH", server.folder.path())
        .args(["scan", "--adb"]);
    let output = command.output().expect("the program starts");
    assert_eq!(output.status.code(), Some(1));
    let said = stderr(&output);
    assert!(
        said.starts_with("The adb server could not be reached."),
        "{said}"
    );
    assert!(said.contains("there is no adb program"), "{said}");
}
