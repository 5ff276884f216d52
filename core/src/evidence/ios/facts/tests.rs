use std::sync::Arc;

use rusqlite::Connection;

use super::super::plist::Plist;
use super::*;
use crate::evidence::Unwatched;
use crate::evidence::parsed::{Parsed, Place};
use crate::evidence::sqlite::Database;
use crate::snapshot::DataUse;

/// A database made by these statements, and what a reader made of it.
fn asked<T>(
    sql: &str,
    read: impl FnOnce(&Database, &mut Place<'_>) -> Result<T, Reason>,
) -> Parsed<Result<T, Reason>> {
    let mut made = Connection::open_in_memory().unwrap();
    made.execute_batch(sql).unwrap();
    let bytes = made.serialize("main").unwrap().to_vec();
    let database = Database::from_bytes(bytes, None).unwrap();
    let input: Arc<str> = "made".into();
    let mut place = Place::new(&input, &Unwatched);
    let value = read(&database, &mut place);
    place.finish(value, 0)
}

fn listed<T>(
    text: &str,
    read: impl FnOnce(Value<'_>, &mut Place<'_>) -> Result<T, Reason>,
) -> Parsed<Result<T, Reason>> {
    let text = format!("<plist>{text}</plist>");
    let plist = Plist::read(text.as_bytes()).unwrap();
    let input: Arc<str> = "made".into();
    let mut place = Place::new(&input, &Unwatched);
    let value = read(plist.root(), &mut place);
    place.finish(value, 0)
}

fn granted(apps: &[App]) -> Vec<(&str, Vec<&str>)> {
    apps.iter()
        .map(|app| {
            let granted = &app.permissions.granted.as_ref().unwrap().value;
            (
                app.id.as_str(),
                granted.iter().map(String::as_str).collect(),
            )
        })
        .collect()
}

const NEW: &str = "CREATE TABLE access (service TEXT, client TEXT, client_type INTEGER, auth_value INTEGER, \
    auth_reason INTEGER, last_modified INTEGER);";

#[test]
fn what_was_allowed_is_granted_and_what_was_denied_is_told() {
    let sql = format!(
        "{NEW} INSERT INTO access VALUES \
        ('kTCCServiceMicrophone', 'com.example.one', 0, 2, 2, 1700000000), \
        ('kTCCServicePhotos', 'com.example.one', 0, 3, 3, 1700000001), \
        ('kTCCServiceCamera', 'com.example.one', 0, 0, 6, 1700000002), \
        ('kTCCServiceCamera', 'com.example.two', 0, 0, 2, 0), \
        ('kTCCServiceCamera', '/usr/libexec/made', 1, 2, 4, 1700000003), \
        ('kTCCServiceCamera', 'com.example.new', 0, 9, 77, 1700000004);"
    );
    let parsed = asked(&sql, tcc::read);
    let told = parsed.value.unwrap();
    assert_eq!(
        granted(&told.apps),
        [
            ("com.example.new", vec![]),
            (
                "com.example.one",
                vec!["kTCCServiceMicrophone", "kTCCServicePhotos"]
            ),
            ("com.example.two", vec![]),
        ]
    );
    let words: Vec<String> = told
        .history
        .iter()
        .map(|event| {
            let value = event.value.as_deref().unwrap();
            format!("{} {} {value}", event.at, event.subject)
        })
        .collect();
    assert_eq!(
        words,
        [
            "2023-11-14T22:13:20Z com.example.one kTCCServiceMicrophone: allowed (user_consent)",
            "2023-11-14T22:13:21Z com.example.one kTCCServicePhotos: limited (user_set)",
            "2023-11-14T22:13:22Z com.example.one kTCCServiceCamera: denied (mdm_policy)",
            "2023-11-14T22:13:23Z /usr/libexec/made kTCCServiceCamera: allowed (system_set)",
            "2023-11-14T22:13:24Z com.example.new kTCCServiceCamera: answer 9 (reason 77)",
        ]
    );
    assert_eq!((told.records, parsed.skipped.len()), (6, 0));
}

#[test]
fn the_old_table_says_yes_or_no_and_no_time() {
    let sql = "CREATE TABLE access (service TEXT, client TEXT, client_type INTEGER, allowed INTEGER, \
        prompt_count INTEGER); INSERT INTO access VALUES ('kTCCServicePhotos', 'com.example.one', 0, 1, 1), \
        ('kTCCServiceCamera', 'com.example.one', 0, 0, 1);";
    let told = asked(sql, tcc::read).value.unwrap();
    assert_eq!(
        granted(&told.apps),
        [("com.example.one", vec!["kTCCServicePhotos"])]
    );
    assert!(told.history.is_empty());
    assert_eq!(told.records, 2);
}

#[test]
fn a_row_of_access_that_is_odd_is_left_out_alone() {
    let sql = format!(
        "{NEW} INSERT INTO access VALUES (NULL, 'com.example.one', 0, 2, 2, 1), \
        ('kTCCServiceCamera', x'ff', 0, 2, 2, 1), ('kTCCServiceCamera', 'com.example.one', 0, 'yes', 2, 1), \
        ('kTCCServiceCamera', 'com.example.two', 0, 2, NULL, NULL);"
    );
    let parsed = asked(&sql, tcc::read);
    let told = parsed.value.unwrap();
    assert_eq!(told.records, 1);
    assert_eq!(parsed.skipped.len(), 3);
    assert_eq!(
        granted(&told.apps),
        [("com.example.two", vec!["kTCCServiceCamera"])]
    );
    let none = asked("CREATE TABLE other (a);", tcc::read);
    assert!(matches!(none.value, Err(Reason::Malformed { .. })));
    let odd = asked(
        "CREATE TABLE access (service TEXT, client TEXT);",
        tcc::read,
    );
    assert!(matches!(odd.value, Err(Reason::Malformed { .. })));
}

#[test]
fn an_app_has_the_times_and_the_bytes_of_all_its_programs() {
    let sql = "CREATE TABLE ZPROCESS (Z_PK INTEGER, ZPROCNAME VARCHAR, ZBUNDLENAME VARCHAR, ZFIRSTTIMESTAMP, \
        ZTIMESTAMP); CREATE TABLE ZLIVEUSAGE (ZHASPROCESS INTEGER, ZWIFIIN FLOAT, ZWIFIOUT FLOAT, \
        ZWWANIN FLOAT, ZWWANOUT FLOAT); \
        INSERT INTO ZPROCESS VALUES (1, 'made/com.example.one', 'com.example.one', 100.5, 200.5), \
        (2, 'mDNSResponder/com.example.one', 'com.example.one', 50, 150), (3, 'daemon', NULL, 1, 2), \
        (4, 'mDNSResponder/com.apple.datausage.dns', 'com.apple.datausage.dns', 1, 2), \
        (5, 'gone/com.example.gone', NULL, 0, NULL), (6, NULL, NULL, 1, 2), (7, x'00', 'com.example.odd', 1, 2); \
        INSERT INTO ZLIVEUSAGE VALUES (1, 10.0, 20.0, 1.0, 2.0), (2, 100.0, 200.0, NULL, NULL), \
        (3, 5.0, 5.0, 5.0, 5.0), (99, 1.0, 1.0, 1.0, 1.0);";
    let parsed = asked(sql, data_use::read);
    let told = parsed.value.unwrap();
    let seen: Vec<(&str, &DataUse)> = told
        .apps
        .iter()
        .map(|app| (app.id.as_str(), &app.data_use.as_ref().unwrap().value))
        .collect();
    let time = |seconds| mac_time(seconds).map(Moment::Instant);
    assert_eq!(
        seen,
        [
            (
                "com.example.gone",
                &DataUse {
                    first: None,
                    last: None,
                    received: None,
                    sent: None
                }
            ),
            (
                "com.example.one",
                &DataUse {
                    first: time(50.0),
                    last: time(200.5),
                    received: Some(111),
                    sent: Some(222)
                }
            ),
        ]
    );
    // Seven programs and four counts, of which two programs and one count are odd.
    assert_eq!((told.records, parsed.skipped.len()), (8, 3));
}

#[test]
fn the_days_count_names_apps_and_programs() {
    let text = "<dict><key>netUsageBaseline</key><dict><key>com.example.one</key><array>\
        <date>2023-11-14T22:13:20Z</date><integer>1</integer><integer>2</integer><real>3</real><real>4</real></array>\
        <key>daemon</key><array/><key>com.example.odd</key><string>x</string></dict></dict>";
    let parsed = listed(text, ad_daily::read);
    let (apps, records) = parsed.value.unwrap();
    assert_eq!((records, parsed.skipped.len()), (2, 1));
    let used = &apps[0].data_use.as_ref().unwrap().value;
    assert_eq!(used.last.unwrap().to_string(), "2023-11-14T22:13:20Z");
    assert_eq!((used.received, used.sent), (Some(4), Some(6)));
    assert!(listed("<dict/>", ad_daily::read).value.is_err());
}

#[test]
fn a_client_of_the_place_has_the_last_end_of_each_kind_of_use() {
    let text = "<dict><key>com.example.one</key><dict><key>BundleId</key><string>com.example.one</string>\
        <key>Authorization</key><integer>2</integer><key>LocationTimeStopped</key><real>721692800</real>\
        <key>FenceTimeStopped</key><real>721692900</real><key>BackgroundLocationTimeStopped</key>\
        <real>721692700</real></dict><key>icom.example.new:</key><dict><key>VisitTimeStopped</key><real>0</real>\
        </dict><key>/System/Library/Made.bundle</key><dict/><key>com.example.odd</key><array/></dict>";
    let parsed = listed(text, location_clients::read);
    let (apps, records) = parsed.value.unwrap();
    assert_eq!((records, parsed.skipped.len()), (3, 1));
    let uses: Vec<String> = apps
        .iter()
        .flat_map(|app| &app.uses)
        .map(|used| {
            let (value, at) = (&used.value, &used.provenance.locator);
            format!("{} {:?} {at}", value.at, value.background)
        })
        .collect();
    assert_eq!(
        uses,
        [
            "2023-11-14T22:11:40Z Some(true) com.example.one/BackgroundLocationTimeStopped",
            "2023-11-14T22:15:00Z None com.example.one/FenceTimeStopped",
        ]
    );
    assert_eq!(apps[1].id, "com.example.new");
}

#[test]
fn an_icon_is_found_in_the_dock_on_a_page_and_in_a_folder() {
    let text = "<dict><key>buttonBar</key><array><string>com.example.dock</string></array><key>iconLists</key>\
        <array><array><string>com.example.page</string><dict><key>iconLists</key><array><array>\
        <string>com.example.folder</string></array></array><key>displayName</key><string>Made</string></dict></array>\
        </array></dict>";
    let icons = listed(text, |root, _| home_screen::read(root));
    let icons: Vec<String> = icons.value.unwrap().into_iter().collect();
    assert_eq!(
        icons,
        ["com.example.dock", "com.example.folder", "com.example.page"]
    );
    for nothing in [
        "<dict/>",
        "<dict><key>iconLists</key><array/></dict>",
        "<array/>",
    ] {
        let read = listed(nothing, |root, _| home_screen::read(root));
        assert!(read.value.is_err(), "{nothing}");
    }
}

#[test]
fn a_keyboard_of_somebody_is_a_bundle_and_one_of_the_system_a_language() {
    let text = "<dict><key>AppleKeyboards</key><array><string>en_GB@sw=QWERTY;hw=Automatic</string>\
        <string>emoji</string><string>com.example.one.keyboard</string><integer>7</integer></array>\
        <key>AppleLocale</key><string>en_GB</string><key>LDMGlobalEnabled</key><true/><key>Other</key><true/></dict>";
    let parsed = listed(text, preferences::global);
    let told = parsed.value.unwrap();
    let keyboards: Vec<&str> = told.keyboards.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(keyboards, ["com.example.one.keyboard"]);
    assert_eq!(told.locale.unwrap().value, "en_GB");
    assert_eq!(told.settings[0].name, "LDMGlobalEnabled");
    assert_eq!((told.records, parsed.skipped.len()), (6, 1));
}

#[test]
fn supervision_is_told_only_where_the_file_says_so() {
    let text = "<dict><key>IsSupervised</key><true/><key>OrganizationName</key><string>Made Ltd</string>\
        <key>SkipSetup</key><array/><key>ConfigurationURL</key><array/></dict>";
    let parsed = listed(text, cloud_configuration::read);
    let (supervised, settings, records) = parsed.value.unwrap();
    assert!(supervised.unwrap().value);
    assert_eq!(settings.len(), 2);
    assert_eq!((records, parsed.skipped.len()), (3, 1));
    let silent = listed("<dict/>", cloud_configuration::read).value.unwrap();
    assert_eq!(silent.0, None);
    let odd = "<dict><key>IsSupervised</key><string>maybe</string></dict>";
    let odd = listed(odd, cloud_configuration::read);
    assert_eq!((odd.value.unwrap().0, odd.skipped.len()), (None, 1));
}

#[test]
fn screen_time_is_in_force_only_where_a_known_word_says_so() {
    let text = "<dict><key>ScreenTimeEnabled</key><true/><key>DidMigrate</key><true/>\
        <key>PasscodeEnabledName</key><string>x</string></dict>";
    let (settings, records) = listed(text, preferences::screen_time).value.unwrap();
    let names: Vec<&str> = settings
        .iter()
        .map(|setting| setting.name.as_str())
        .collect();
    assert_eq!(names, ["ScreenTimeEnabled"]);
    assert_eq!(records, 3);
}
