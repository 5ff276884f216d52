//! What a made phone says in, what the snapshot holds out. The way over the real adb server is tested in
//! `desk/tests/adb.rs`.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::*;
use crate::evidence::{Secrets, Unwatched, Watch};

/// A phone that answers from a table. Its clock goes one second with each look.
struct Made {
    connection: Connection,
    says: BTreeMap<String, Result<Vec<u8>, Lost>>,
    clock: Cell<i64>,
    sent: RefCell<Vec<String>>,
}

const PATCHED: &str = "[ro.build.version.sdk]: [35]\n[ro.build.version.security_patch]: [2026-09-05]\n\
                       [persist.sys.timezone]: [Europe/London]\n";

impl Made {
    fn new() -> Self {
        Self {
            connection: Connection::Usb,
            says: BTreeMap::new(),
            clock: Cell::new(1_790_000_000),
            sent: RefCell::new(Vec::new()),
        }
        .says("getprop", PATCHED)
        .says("settings list global", "adb_enabled=1\n")
    }

    fn says(mut self, command: &str, text: &str) -> Self {
        self.says
            .insert(command.to_owned(), Ok(text.as_bytes().to_vec()));
        self
    }

    fn breaks(mut self, command: &str, gone: bool) -> Self {
        let cause = "the connection to the phone broke".to_owned();
        self.says
            .insert(command.to_owned(), Err(Lost { cause, gone }));
        self
    }

    fn read(&self) -> Snapshot {
        self.try_read(Asked::default(), &Unwatched).unwrap()
    }

    fn try_read(&self, asked: Asked, watch: &dyn Watch) -> Result<Snapshot, LiveError> {
        let reading = Reading {
            watch,
            code: None,
            secrets: &Secrets::NONE,
        };
        read(self, asked, reading)
    }

    fn was_sent(&self, command: &str) -> bool {
        self.sent.borrow().iter().any(|sent| sent == command)
    }
}

impl Phone for Made {
    fn serial(&self) -> &str {
        "R58"
    }

    fn connection(&self) -> Connection {
        self.connection
    }

    fn now(&self) -> Timestamp {
        let now = self.clock.get();
        self.clock.set(now + 1);
        Timestamp::from_second(now).unwrap()
    }

    fn run(&self, command: &str, _: u64, sink: &mut Sink<'_>) -> Result<Ended, Lost> {
        self.sent.borrow_mut().push(command.to_owned());
        match self.says.get(command) {
            None => Ok(Ended::Failed {
                cause: "inaccessible or not found".to_owned(),
            }),
            Some(Err(lost)) => Err(lost.clone()),
            Some(Ok(bytes)) => match sink(bytes) {
                ControlFlow::Continue(()) => Ok(Ended::Whole),
                ControlFlow::Break(()) => Ok(Ended::Enough),
            },
        }
    }

    fn pull(&self, path: &str, seconds: u64, sink: &mut Sink<'_>) -> Result<Ended, Lost> {
        self.run(&format!("pull {path}"), seconds, sink)
    }
}

const ICONS: &str = "cmd package query-activities --brief --user 0 -a android.intent.action.MAIN -c android.intent.category.LAUNCHER";

fn with_apps(phone: Made) -> Made {
    phone
        .says(
            "pm list packages -f -i -U --show-versioncode -u --user 0",
            "package:/data/app/a/base.apk=com.example.a versionCode:1  installer=null uid:10001\n\
             package:/data/app/b/base.apk=com.example.b versionCode:1  installer=null uid:10002\n\
             package:/data/app/c/base.apk=com.example.c versionCode:1  installer=null uid:10003\n\
             package:/system/app/K/K.apk=com.example.keys versionCode:1  installer=null uid:10004\n\
             package:/system/app/S/S.apk=com.example.system versionCode:1  installer=null uid:10005\n",
        )
        .says(
            "pm list packages --user 0",
            "package:com.example.a\npackage:com.example.b\npackage:com.example.keys\npackage:com.example.system\n",
        )
        .says(
            "pm list packages -s -u --user 0",
            "package:com.example.keys\npackage:com.example.system\n",
        )
        .says("pm list packages -d --user 0", "package:com.example.b\n")
        .says(
            ICONS,
            "1 activities found:\n  Activity #0:\n    priority=0\n    com.example.system/.Main\n",
        )
        .says(
            "settings --user 0 list secure",
            "enabled_input_methods=com.example.keys/.Board\n",
        )
}

fn app<'s>(snapshot: &'s Snapshot, id: &str) -> &'s crate::snapshot::App {
    snapshot.apps.iter().find(|app| app.id == id).unwrap()
}

fn state(snapshot: &Snapshot, id: SurfaceId) -> SurfaceState {
    snapshot.surfaces.get(id).unwrap().state.clone()
}

#[test]
fn a_connected_phone_reads_as_it_always_did() {
    insta::assert_json_snapshot!(with_apps(Made::new()).read());
}

#[test]
fn an_app_is_there_gone_switched_off_or_without_an_icon() {
    let phone = with_apps(Made::new());
    let snapshot = phone.read();
    let hidden = |id: &str| {
        let hiding = &app(&snapshot, id).hiding;
        hiding
            .iter()
            .any(|one| one.value == Hiding::NoLauncherEntry)
    };
    assert!(hidden("com.example.a"));
    assert!(
        !hidden("com.example.b"),
        "an app that is switched off has no icon anyway"
    );
    assert!(
        !hidden("com.example.c"),
        "an app that is gone has no icon anyway"
    );
    assert!(!hidden("com.example.system"));
    assert_eq!(app(&snapshot, "com.example.b").enabled, Some(false));
    assert_eq!(app(&snapshot, "com.example.c").state, AppState::Removed);
    assert_eq!(app(&snapshot, "com.example.system").system, Some(true));
    let at = &app(&snapshot, "com.example.a").hiding[0].provenance;
    assert_eq!(&*at.input, format!("adb:R58/{ICONS}"));
    assert_eq!(
        state(&snapshot, SurfaceId::Apps),
        SurfaceState::Read { records: 5 }
    );
}

#[test]
fn files_are_brought_of_apps_from_elsewhere_and_of_those_that_watch() {
    let phone = with_apps(Made::new());
    phone.read();
    for (path, brought) in [
        ("/data/app/a/base.apk", true),
        ("/data/app/b/base.apk", true),
        ("/data/app/c/base.apk", false),
        ("/system/app/K/K.apk", true),
        ("/system/app/S/S.apk", false),
    ] {
        assert_eq!(phone.was_sent(&format!("pull {path}")), brought, "{path}");
    }
}

#[test]
fn an_empty_answer_about_icons_hides_nobody() {
    let phone = with_apps(Made::new()).says(ICONS, "No activities found\n");
    let snapshot = phone.read();
    assert!(snapshot.apps.iter().all(|app| app.hiding.is_empty()));
    let icons = state(&snapshot, SurfaceId::LauncherEntries);
    assert!(matches!(
        icons,
        SurfaceState::Unavailable(Reason::LeftEmpty { .. })
    ));
}

#[test]
fn every_command_is_written_down_with_its_digest() {
    let phone = with_apps(Made::new());
    let snapshot = phone.read();
    let sent = phone.sent.borrow();
    let told: Vec<_> = snapshot
        .actions
        .iter()
        .filter(|action| !action.changed)
        .collect();
    assert_eq!(told.len(), sent.len());
    for (action, sent) in told.iter().zip(sent.iter()) {
        assert_eq!(action.what, *sent);
        assert!(action.output.is_some());
    }
    let getprop = snapshot
        .actions
        .iter()
        .find(|action| action.what == "getprop");
    assert_eq!(
        getprop.unwrap().output,
        Some(Sha256::of(PATCHED.as_bytes()))
    );
    let changes: Vec<_> = snapshot
        .actions
        .iter()
        .filter_map(|action| Change::of(&action.what))
        .collect();
    assert_eq!(changes, [Change::KeyTrusted, Change::UsbDebuggingOn]);
}

#[test]
fn the_clock_is_held_against_the_middle_of_the_question() {
    let phone = Made::new().says("date +%s.%N", "1790000000.000000000\n");
    let snapshot = phone.read();
    let clock = snapshot.device.clock.unwrap();
    // Asked before, once inside for the action, and after: a second each.
    assert_eq!(clock.value.examiner.as_second() - 1_790_000_000, 4);
    assert_eq!(clock.value.drift_seconds(), -4);
}

#[test]
fn a_phone_that_is_gone_is_asked_nothing_more() {
    let phone = with_apps(Made::new()).breaks("dumpsys accessibility", true);
    let snapshot = phone.read();
    assert!(!phone.was_sent("dumpsys device_policy"));
    assert!(!phone.was_sent("ps -A"));
    assert!(!phone.was_sent("pull /data/app/a/base.apk"));
    assert_eq!(
        state(&snapshot, SurfaceId::Apps),
        SurfaceState::Read { records: 5 }
    );
    for id in [
        SurfaceId::Processes,
        SurfaceId::AppManifests,
        SurfaceId::DeviceAdmins,
    ] {
        let SurfaceState::Unavailable(Reason::Unreadable { cause, .. }) = state(&snapshot, id)
        else {
            panic!("{id:?}");
        };
        assert_eq!(cause, "the connection to the phone broke");
    }
}

#[test]
fn one_command_that_breaks_is_not_the_end_two_are() {
    let phone = Made::new().breaks("dumpsys appops", false);
    phone.read();
    assert!(phone.was_sent("ps -A"));
    let phone = Made::new()
        .breaks("dumpsys appops", false)
        .breaks("dumpsys usagestats", false);
    phone.read();
    assert!(!phone.was_sent("ps -A"));
}

#[test]
fn a_phone_that_says_nothing_of_itself_is_not_read() {
    let phone = Made::new().says("getprop", "");
    let error = phone.try_read(Asked::default(), &Unwatched).unwrap_err();
    assert!(matches!(error, LiveError::NoAnswer { .. }));
    assert_eq!(*phone.sent.borrow(), ["getprop"]);
}

#[test]
fn a_person_who_stops_gets_what_was_read_by_then() {
    struct Stops(Cell<u32>);
    // The tests are not shared between threads.
    struct Shared(std::sync::Mutex<Stops>);
    impl Watch for Shared {
        fn cancelled(&self) -> bool {
            let stops = self.0.lock().unwrap();
            stops.0.set(stops.0.get() + 1);
            stops.0.get() > 30
        }
    }
    let phone = with_apps(Made::new());
    let watch = Shared(std::sync::Mutex::new(Stops(Cell::new(0))));
    let snapshot = phone.try_read(Asked::default(), &watch).unwrap();
    assert!(!phone.was_sent("ps -A"));
    let processes = state(&snapshot, SurfaceId::Processes);
    assert_eq!(processes, SurfaceState::Unavailable(Reason::Cancelled));
}

#[test]
fn the_hole_in_wireless_debugging_stops_everything_unless_it_is_closed() {
    let old = "[ro.build.version.sdk]: [35]\n[ro.build.version.security_patch]: [2026-03-05]\n";
    let modules = "dumpsys package com.google.android.modulemetadata";
    let phone = || Made::new().says("getprop", old);
    assert!(
        phone().try_read(Asked::default(), &Unwatched).is_ok(),
        "a cable"
    );
    let open = phone().says("settings list global", "adb_wifi_enabled=1\n");
    let error = open.try_read(Asked::default(), &Unwatched).unwrap_err();
    let patch = "2026-03-05".to_owned();
    assert_eq!(error, LiveError::WirelessHole { patch });
    assert_eq!(
        *open.sent.borrow(),
        ["getprop", "settings list global", modules]
    );
    let closed = phone()
        .says("settings list global", "adb_wifi_enabled=1\n")
        .says(modules, "    versionName=2026-05-01\n");
    assert!(closed.try_read(Asked::default(), &Unwatched).is_ok());
    let mut network = phone();
    network.connection = Connection::Network;
    assert!(network.try_read(Asked::default(), &Unwatched).is_err());
    let asked = Asked {
        despite_wireless_hole: true,
    };
    let snapshot = network.try_read(asked, &Unwatched).unwrap();
    let word = Change::WirelessHoleAccepted.as_str();
    assert!(
        snapshot
            .actions
            .iter()
            .any(|action| action.what == word && !action.changed)
    );
}

#[test]
fn what_an_app_writes_into_the_dump_of_a_service_stays_in_it() {
    let phone = with_apps(Made::new()).says(
        "dumpsys package -f",
        "Packages:\n  Package [com.example.a] (1234):\n    appId=10001\n\
         DUMP OF SERVICE user:\nUsers:\n  UserInfo{77:Made up:13} serialNo=77\n",
    );
    let snapshot = phone.read();
    assert!(
        snapshot.users.iter().all(|user| user.id != 77),
        "{:?}",
        snapshot.users
    );
}

#[test]
fn the_dumps_of_services_tell_of_the_same_apps() {
    let phone = with_apps(Made::new())
        .says(
            "dumpsys package -f",
            "Packages:\n  Package [com.example.a] (4be8eeb):\n    appId=10001\n    versionName=1.2.4\n\
             \x20   User 0: ceDataInode=4028 installed=true hidden=false stopped=false enabled=0 instant=false\n\
             \x20     runtime permissions:\n        android.permission.CAMERA: granted=true, flags=[ USER_SET]\n",
        )
        .says(
            "dumpsys device_policy",
            "Current Device Policy Manager state:\n  Enabled Device Admins (User 0, provisioningState: 0):\n\
             \x20   com.example.system/.Admin:\n      uid=10005\n",
        )
        .says(
            "dumpsys appops",
            "Current AppOps Service state:\n  Uid u0a1:\n    state=cch\n    Package com.example.a:\n\
             \x20     CAMERA (allow):\n        null=[\n\
             \x20         Access: [bg-s] 2026-03-04 10:00:00.325 (-2d23h59m59s675ms) duration=+2s33ms\n        ]\n",
        );
    let snapshot = phone.read();
    let watched = app(&snapshot, "com.example.a");
    let granted = watched.permissions.granted.as_ref().unwrap();
    assert!(granted.value.contains("android.permission.CAMERA"));
    assert_eq!(&*granted.provenance.input, "adb:R58/dumpsys package -f");
    // Nothing stands before the first line of the dump of one service.
    assert!(
        granted
            .provenance
            .locator
            .contains("dumpsys package, line ")
    );
    assert_eq!(watched.uses[0].provenance.locator, "dumpsys appops, line 7");
    assert_eq!(watched.state, AppState::Installed);
    let admin = app(&snapshot, "com.example.system");
    assert!(
        admin
            .powers
            .iter()
            .any(|held| held.value.kind == PowerKind::DeviceAdmin)
    );
    // It came with the phone, and holds a power by which one can watch.
    assert!(phone.was_sent("pull /system/app/S/S.apk"));
    for (id, records) in [(SurfaceId::DeviceAdmins, 1), (SurfaceId::Apps, 5)] {
        assert_eq!(
            state(&snapshot, id),
            SurfaceState::Read { records },
            "{id:?}"
        );
    }
    assert!(matches!(
        state(&snapshot, SurfaceId::AppGrants),
        SurfaceState::Read { .. }
    ));
    let listed = snapshot.apps.iter().filter(|app| app.id == "com.example.a");
    assert_eq!(listed.count(), 1);
}
