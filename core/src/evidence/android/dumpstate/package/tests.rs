use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::evidence::Unwatched;
use crate::evidence::parsed::Place;
use crate::snapshot::{App, AppState, Hiding};

fn read_cut<T>(text: &str, cut: bool, see: impl FnOnce(&Facts<'_>) -> T) -> T {
    let input: Arc<str> = "phone/dumpsys.txt".into();
    let mut facts = Facts::new(Place::new(&input, &Unwatched));
    facts.enter("dumpsys package");
    let mut packages = Packages::default();
    for (number, line) in (1..).zip(text.lines()) {
        packages.line(number, line, &mut facts);
    }
    packages.end(cut, &mut facts);
    see(&facts)
}

fn read(text: &str) -> Vec<App> {
    read_cut(text, false, |facts| facts.apps.values().cloned().collect())
}

fn app<'a>(apps: &'a [App], id: &str, user: Option<u32>) -> &'a App {
    let found = apps.iter().find(|app| app.id == id && app.user == user);
    found.unwrap_or_else(|| panic!("no {id} of {user:?}"))
}

fn hiding(app: &App) -> Vec<Hiding> {
    app.hiding.iter().map(|hiding| hiding.value).collect()
}

fn granted(app: &App) -> Vec<&str> {
    let granted = app.permissions.granted.as_ref().unwrap();
    granted.value.iter().map(String::as_str).collect()
}

/// Android 16's record, as `Settings.dumpPackageLPr` writes it.
const NEW: &str = "Packages:
  Package [org.example.watch] (4be8eeb):
    appId=10271
    pkg=Package{1660fe6 org.example.watch}
    codePath=/data/app/~~x==/org.example.watch-y==
    resourcePath=/data/app/~~x==/org.example.watch-y==
    versionCode=1204 minSdk=24 targetSdk=28
    minExtensionVersions=[]
    versionName=1.2.4
    splits=[base]
    apkSigningVersion=2
    flags=[ HAS_CODE ALLOW_CLEAR_USER_DATA ]
    privateFlags=[ HAS_DOMAIN_URLS ]
    usesLibraries:
      org.apache.http.legacy
    timeStamp=2026-10-30 21:14:03
    lastUpdateTime=2026-10-31 08:00:00
    installerPackageName=com.google.android.packageinstaller
    installerPackageUid=10045
    initiatingPackageName=com.google.android.packageinstaller
    originatingPackageName=com.android.chrome
    packageSource=4
    appMetadataFilePath=null
    signatures=PackageSignatures{3310927 version:2, signatures:[ed46f865, 1a], past signatures:[b378e95c flags: 17]}
    installPermissionsFixed=true
    pkgFlags=[ HAS_CODE ALLOW_CLEAR_USER_DATA ]
    privatePkgFlags=[ ]
    apexModuleName=null
    declared permissions:
      org.example.watch.SECRET: prot=signature, INSTALLED
    requested permissions:
      android.permission.CAMERA
      android.permission.ACCESS_BACKGROUND_LOCATION: restricted=true
    install permissions:
      android.permission.INTERNET: granted=true
      android.permission.WAKE_LOCK: granted=true
      android.permission.WAKE_LOCK: granted=false, userId=10
    User 0: ceDataInode=4028 deDataInode=4029 installed=true hidden=false suspended=false distractionFlags=0 stopped=false notLaunched=false enabled=0 instant=false virtual=false quarantined=false
      installReason=4
      dataDir=/data/user/0/org.example.watch
      firstInstallTime=2026-10-30 21:14:03
      uninstallReason=0
      overlay paths:
        /product/overlay/Overlay.apk
      lastDisabledCaller: org.example.watch
      gids=[3002, 3003]
      runtime permissions:
        android.permission.CAMERA: granted=true, flags=[ USER_SET|USER_SENSITIVE_WHEN_GRANTED]
        android.permission.RECORD_AUDIO: granted=false, flags=[ USER_SET]
      disabledComponents:
        org.example.watch.Start
    User 10: ceDataInode=-1 deDataInode=-1 installed=true hidden=false suspended=false distractionFlags=0 stopped=true notLaunched=true enabled=3 instant=false virtual=false quarantined=false
      installReason=0
      firstInstallTime=1970-01-01 01:00:00
    User 11: ceDataInode=0 deDataInode=0 installed=false hidden=false suspended=false stopped=true notLaunched=true enabled=0 instant=false virtual=false
";

#[test]
fn a_package_is_told_for_each_user_that_has_it() {
    let apps = read(NEW);
    assert_eq!(apps.len(), 2);
    insta::assert_json_snapshot!(apps);
    let owner = app(&apps, "org.example.watch", Some(0));
    assert_eq!(
        granted(owner),
        [
            "android.permission.CAMERA",
            "android.permission.INTERNET",
            "android.permission.WAKE_LOCK"
        ]
    );
    let work = app(&apps, "org.example.watch", Some(10));
    assert_eq!(granted(work), ["android.permission.INTERNET"]);
    assert_eq!((owner.enabled, work.enabled), (Some(true), Some(false)));
    assert_eq!(work.times.first_installed, None);
}

/// Android 10's, which tells the first installation once, and names who brought the file otherwise.
#[test]
fn an_older_record_tells_the_same() {
    let apps = read(
        "Packages:\n  Package [com.x] (1a2b):\n    userId=10143\n    pkg=Package{7d4f7d4 com.x}\n    \
         versionCode=1 minSdk=29 targetSdk=29\n    firstInstallTime=2021-02-03 04:05:06\n    \
         lastUpdateTime=2021-02-03 04:05:06\n    installerPackageName=com.android.vending\n    \
         signatures=PackageSignatures{93ceba [aab1d69d]}\n    pkgFlags=[ SYSTEM HAS_CODE ]\n    \
         User 0:  installed=true hidden=false stopped=false notLaunched=false enabled=2\n",
    );
    let app = app(&apps, "com.x", Some(0));
    let first = app.times.first_installed.as_ref().unwrap();
    assert_eq!(first.value.to_string(), "2021-02-03T04:05:06");
    assert_eq!(app.certificate_hashes[0].value, "aab1d69d");
    assert_eq!((app.system, app.enabled), (Some(true), Some(false)));
    assert_eq!(app.permissions.requested, None);
    assert_eq!(granted(app), Vec::<&str>::new());
}

#[test]
fn times_are_read_in_the_digits_of_the_phones_language() {
    let apps = read(
        "Packages:\n  Package [com.x] (1):\n    lastUpdateTime=٢٠٢٦-١١-٠٢ ٠٩:١٥:٠٠\n    \
         User 0: installed=true enabled=0\n      firstInstallTime=۲۰۲۶-۱۱-۰۲ ۰۹:۱۵:۰۰\n",
    );
    let times = &app(&apps, "com.x", Some(0)).times;
    for time in [&times.first_installed, &times.last_updated] {
        assert_eq!(
            time.as_ref().unwrap().value.to_string(),
            "2026-11-02T09:15:00"
        );
    }
}

#[test]
fn an_app_that_nobody_has_is_removed_only_where_its_record_is_kept() {
    let apps = read(
        "Packages:\n  Package [org.example.kept] (1):\n    pkg=null\n    flags=[ HAS_CODE ]\n    \
         User 0: installed=false enabled=0\n    User 10: installed=false enabled=0\n  \
         Package [org.example.data] (2):\n    pkg=Package{2 x}\n    flags=[ HAS_CODE ]\n    \
         User 0: installed=false enabled=0\n  \
         Package [org.example.archived] (3):\n    pkg=Package{3 x}\n    flags=[ HAS_CODE ]\n    \
         User 0: installed=false enabled=0\n      archiveTime=2026-11-01 10:00:00\n    User 10: installed=true enabled=0\n  \
         Package [com.example.bloat] (4):\n    pkg=Package{4 x}\n    flags=[ SYSTEM HAS_CODE ]\n    \
         User 0: installed=false enabled=0\n    User 10: installed=true enabled=0\n",
    );
    let told: Vec<_> = apps
        .iter()
        .map(|app| (app.id.as_str(), app.user, app.state))
        .collect();
    assert_eq!(
        told,
        [
            ("com.example.bloat", Some(10), AppState::Installed),
            ("org.example.archived", Some(0), AppState::Removed),
            ("org.example.archived", Some(10), AppState::Installed),
            ("org.example.data", Some(0), AppState::Removed),
            ("org.example.kept", None, AppState::Removed),
        ]
    );
}

#[test]
fn the_factorys_copy_of_an_updated_app_is_not_a_second_app() {
    let apps = read(
        "Packages:\n  Package [com.android.vending] (1):\n    versionCode=2 targetSdk=35\n    \
         flags=[ SYSTEM UPDATED_SYSTEM_APP ]\n    User 0: installed=true enabled=0\n\n\
         Renamed packages:\n  a,b\n\nHidden system packages:\n  Package [com.android.vending] (2):\n    \
         versionCode=1 targetSdk=29\n    User 0: installed=true enabled=0\n  \
         Package [com.android.chrome] (3):\n    versionCode=1\n    User 0: installed=true enabled=0\n",
    );
    assert_eq!(apps.len(), 1);
    assert_eq!(apps[0].version.as_ref().unwrap().code, Some(2));
}

#[test]
fn packages_that_share_an_account_share_its_permissions() {
    let apps = read(
        "Packages:\n  Package [org.example.one] (1):\n    sharedUser=SharedUserSetting{b8a0e41 org.example.both/10077}\n    \
         flags=[ HAS_CODE ]\n    User 0: installed=true enabled=0\n    User 10: installed=true enabled=0\n  \
         Package [org.example.lost] (2):\n    sharedUser=SharedUserSetting{c org.example.gone/10078}\n    User 0: installed=true enabled=0\n\n\
         Queries:\n  system apps queryable: true\n\n\
         Shared users:\n  SharedUser [org.example.both] (7a3c2d1):\n    appId=10077\n    Packages\n      \
         PackageSetting{c1b org.example.one/10077}\n    install permissions:\n      android.permission.INTERNET: granted=true\n    \
         User 0: \n      gids=[3003]\n      runtime permissions:\n        android.permission.READ_SMS: granted=true, flags=[ USER_SET]\n    \
         User 10: \n      runtime permissions:\n        android.permission.READ_SMS: granted=false\n\n\
         Package Changes:\n  Sequence number=3\n  User 0:\n    seq=1, package=org.example.one\n",
    );
    assert_eq!(
        granted(app(&apps, "org.example.one", Some(0))),
        ["android.permission.INTERNET", "android.permission.READ_SMS"]
    );
    assert_eq!(
        granted(app(&apps, "org.example.one", Some(10))),
        ["android.permission.INTERNET"]
    );
    let lost = app(&apps, "org.example.lost", Some(0));
    assert_eq!(lost.permissions.granted, None);
    assert_eq!(apps.len(), 3);
}

const TABLE: &str = "Activity Resolver Table:
  Schemes:
      https:
        23fa690 org.example.none/.View (2 filters)
  Non-Data Actions:
      android.intent.action.MAIN:
        23fa699 org.example.off/.Start
        23fa69a org.example.off/org.example.off.Other (2 filters)
        23fa69b org.example.half/.Start
        23fa69c org.example.half/.Other
        23fa69d com.example.system/.Start
      org.example.OTHER:
        23fa69e org.example.none/.Start

";

const HALF: &str = "Packages:
  Package [org.example.off] (1):
    flags=[ HAS_CODE ]
    User 0: installed=true enabled=0
      disabledComponents:
        org.example.off.Other
        org.example.off.Start
    User 10: installed=true enabled=0
  Package [org.example.half] (2):
    flags=[ HAS_CODE ]
    User 0: installed=true enabled=0
      disabledComponents:
        org.example.half.Start
  Package [org.example.none] (3):
    flags=[ HAS_CODE ]
    User 0: installed=true enabled=0
  Package [com.example.none] (4):
    flags=[ SYSTEM HAS_CODE ]
    User 0: installed=true enabled=0
";

#[test]
fn an_app_without_an_icon_is_known_by_the_table_of_activities() {
    let apps = read(&format!("{TABLE}{HALF}"));
    let of = |id: &str, user| hiding(app(&apps, id, Some(user)));
    assert_eq!(of("org.example.off", 0), [Hiding::LauncherSwitchedOff]);
    assert_eq!(of("org.example.off", 10), []);
    assert_eq!(of("org.example.half", 0), []);
    assert_eq!(of("org.example.none", 0), [Hiding::NoLauncherEntry]);
    assert_eq!(of("com.example.none", 0), []);
    let off = &app(&apps, "org.example.off", Some(0)).hiding[0];
    assert_eq!(off.provenance.locator, "dumpsys package, line 21");
}

#[test]
fn with_the_filters_details_only_what_a_launcher_shows_counts() {
    let apps = read(
        "Activity Resolver Table:\n  Non-Data Actions:\n      android.intent.action.MAIN:\n        \
         1 org.example.tv/.Tv filter a\n          Action: \"android.intent.action.MAIN\"\n          \
         Category: \"android.intent.category.LEANBACK_LAUNCHER\"\n        \
         2 org.example.bare/.Start filter b\n          Action: \"android.intent.action.MAIN\"\n        \
         3 org.example.off/.Start filter c\n          Action: \"android.intent.action.MAIN\"\n          \
         Category: \"android.intent.category.LAUNCHER\"\n        \
         4 org.example.off/.Info filter d\n          Action: \"android.intent.action.MAIN\"\n          \
         Category: \"android.intent.category.INFO\"\n\nPackages:\n  \
         Package [org.example.tv] (1):\n    flags=[ HAS_CODE ]\n    User 0: installed=true\n  \
         Package [org.example.bare] (2):\n    flags=[ HAS_CODE ]\n    User 0: installed=true\n  \
         Package [org.example.off] (3):\n    flags=[ HAS_CODE ]\n    User 0: installed=true\n      \
         disabledComponents:\n        org.example.off.Start\n",
    );
    let of = |id: &str| hiding(app(&apps, id, Some(0)));
    assert_eq!(of("org.example.tv"), [Hiding::TelevisionOnly]);
    assert_eq!(of("org.example.bare"), [Hiding::NoLauncherEntry]);
    assert_eq!(of("org.example.off"), [Hiding::LauncherSwitchedOff]);
}

#[test]
fn without_the_whole_table_nothing_is_said_of_icons() {
    for text in [HALF.to_owned(), format!("{HALF}{TABLE}")] {
        read_cut(&text, true, |facts| {
            assert!(facts.apps.values().all(|app| app.hiding.is_empty()));
            assert!(!facts.read.contains_key(&SurfaceId::LauncherEntries));
            assert!(facts.unread.contains_key(&SurfaceId::LauncherEntries));
        });
    }
}

#[test]
fn receivers_of_events_belong_to_the_apps_of_the_list() {
    let table = "Receiver Resolver Table:\n  Schemes:\n      android_secret_code:\n        \
         9 org.example.dial/.Code\n      package:\n        9 org.example.dial/.Other\n  Non-Data Actions:\n      \
         android.intent.action.BOOT_COMPLETED:\n        1 org.example.dial/.Boot\n        2 org.example.dial/.Boot2\n        \
         3 org.example.absent/.Boot\n      android.intent.action.TIME_SET:\n        1 org.example.dial/.Time\n";
    let list = "\nPackages:\n  Package [org.example.dial] (1):\n    User 0: installed=true\n";
    let apps = read(&format!("{table}{list}"));
    let events = |app: &App| -> Vec<String> {
        let events = app.broadcasts.iter();
        events.map(|event| event.value.clone()).collect()
    };
    let boot = "android.intent.action.BOOT_COMPLETED";
    let dial = ["android.provider.Telephony.SECRET_CODE", boot];
    let told = events(app(&apps, "org.example.dial", None));
    assert_eq!(told.len(), 2);
    assert!(
        dial.iter()
            .all(|event| told.iter().any(|told| told == event))
    );
    assert_eq!(apps.len(), 2, "one fragment of each user and one of all");
    // Without a list the table names them.
    let apps = read(table);
    let absent = app(&apps, "org.example.absent", None);
    assert_eq!(
        (absent.state, events(absent)),
        (AppState::Seen, vec![boot.to_owned()])
    );
}

#[test]
fn a_bad_record_costs_only_itself() {
    let text = "Packages:\n  Package [org.example one] (1):\n    User 0: installed=true\n  \
         Package [org.example.two] (2):\n    versionCode=huge targetSdk=-1\n    firstInstallTime=yesterday\nW/PackageManager( 812): strayed in\n    \
         User 0: installed=maybe enabled=9\n    User x: installed=true\n  Package []:\n  Package [org.example.three] (3):\n    \
         versionCode=3\n    User 0: installed=true\n";
    read_cut(text, false, |facts| {
        let ids: Vec<_> = facts.apps.keys().map(|(id, _)| id.as_str()).collect();
        assert_eq!(ids, ["org.example.three", "org.example.two"]);
        let skipped = &facts.skipped[&SurfaceId::Apps].listed;
        let records: Vec<_> = skipped.iter().map(|s| s.record.as_str()).collect();
        assert_eq!(
            records,
            [
                "phone/dumpsys.txt dumpsys package, line 2",
                "phone/dumpsys.txt dumpsys package, line 10"
            ]
        );
    });
}

#[test]
fn what_a_cut_record_may_do_is_unknown() {
    let text = "Packages:\n  Package [org.example.a] (1):\n    flags=[ HAS_CODE ]\n    install permissions:\n      \
         android.permission.INTERNET: granted=true\n    User 0: installed=true\n  \
         Package [org.example.b] (2):\n    flags=[ HAS_CODE ]\n    requested permissions:\n      android.permission.CAM";
    read_cut(text, true, |facts| {
        let granted = |id: &str, user| {
            let app = &facts.apps[&(id.to_owned(), user)];
            app.permissions.granted.is_some()
        };
        assert!(granted("org.example.a", Some(0)));
        assert!(!granted("org.example.b", None));
        let b = &facts.apps[&("org.example.b".to_owned(), None)];
        assert_eq!(b.permissions.requested, None);
    });
}

proptest! {
    #[test]
    fn any_lines_are_read_without_a_panic(
        text in "(Packages:\n|Hidden system packages:\n|Shared users:\n|Activity Resolver Table:\n|  Non-Data Actions:\n|      android.intent.action.MAIN:\n|        1 a/.B filter c\n|          Category: |  Package \\[|  SharedUser \\[|a\\.b|\\] \\(1\\):\n|    User |[0-9]{1,12}|: installed=(true|false)|    versionCode=|sharedUser=\\{|signatures:\\[|permissions:\n|disabledComponents:\n|: granted=true|, userId=|Time=|\n|  | |\\PC){0,80}"
    ) {
        read(&text);
        read_cut(&text, true, |_| ());
    }
}
