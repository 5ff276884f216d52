//! Facts about an iPhone in, findings out.

use std::sync::Arc;

use super::*;
use crate::detect::tests::bundle;
use crate::detect::{DeviceKind, Finding, Nightly, Outcome, Restriction, SubjectKind, findings};
use crate::snapshot::{
    AccountDevice, DataUse, Hiding, Moment, Observed, Occurrence, OccurrenceKind, Power, PowerKind,
    Process, Profile, Sensor, SensorUse, Setting,
};

const DAY: &str = "2026-11-22";
const OWN: &str = "a…@example.org";
const OTHER: &str = "z…@example.org";

fn place(locator: &str) -> Provenance {
    Provenance::new(&Arc::from("backup/Info.plist"), locator)
}

fn seen<T>(value: T) -> Observed<T> {
    Observed::new(value, place("here"))
}

/// An app with what a test adds.
struct Made(App);

impl Made {
    fn app(id: &str) -> Self {
        Self(App::new(id, Platform::Ios, AppState::Installed, place(id)))
    }

    fn from(mut self, channel: Channel) -> Self {
        self.0.install.channel = Some(seen(channel));
        self
    }

    fn store(id: &str) -> Self {
        Self::app(id).from(Channel::AppStore)
    }

    fn by(mut self, account: &str) -> Self {
        self.0.install.account = Some(seen(account.to_owned()));
        self
    }

    fn state(mut self, state: AppState) -> Self {
        self.0.state = state;
        self
    }

    fn granted(mut self, services: &[&str]) -> Self {
        let services = services.iter().map(|it| format!("kTCCService{it}"));
        self.0.permissions.granted = Some(seen(services.collect()));
        self
    }

    fn power(mut self, kind: PowerKind) -> Self {
        let component = None;
        self.0.powers.push(seen(Power { kind, component }));
        self
    }

    fn hides(mut self, hiding: Hiding) -> Self {
        self.0.hiding.push(seen(hiding));
        self
    }

    /// A use at this moment, with the offset that stands beside it.
    fn used(self, sensor: Sensor, at: &str, offset: Option<i32>) -> Self {
        self.use_of(sensor, at, offset, None, None)
    }

    fn use_of(
        mut self,
        sensor: Sensor,
        at: &str,
        offset_minutes: Option<i32>,
        background: Option<bool>,
        milliseconds: Option<u64>,
    ) -> Self {
        self.0.uses.push(seen(SensorUse {
            sensor,
            at: at.parse().unwrap(),
            background,
            milliseconds,
            offset_minutes,
        }));
        self
    }
}

fn phone(apps: impl IntoIterator<Item = Made>) -> Snapshot {
    let mut snapshot = Snapshot {
        platform: Platform::Ios,
        apps: apps.into_iter().map(|made| made.0).collect(),
        ..Snapshot::default()
    };
    snapshot.apps.sort_by(|a, b| a.id.cmp(&b.id));
    snapshot
}

fn found(snapshot: &Snapshot) -> Vec<Finding> {
    let found = findings(snapshot, &bundle(), DAY).unwrap();
    for finding in &found {
        assert_eq!(finding.outcome, Outcome::WorthALook, "{finding:?}");
        assert!(!finding.because.is_empty(), "{finding:?}");
    }
    found
}

/// `None` is nothing, `Some(true)` is "behaves like", `Some(false)` is worth a look.
fn says(app: Made) -> Option<bool> {
    let found = found(&phone([app]));
    assert!(found.len() <= 1, "one finding an app: {found:?}");
    found.first().map(|finding| finding.behaves_like)
}

fn signs(finding: &Finding) -> Vec<&'static str> {
    let words = finding.because.iter().map(|because| match because.basis {
        Basis::Sign(sign) => sign.as_str(),
        Basis::Power(power) => power.as_str(),
        Basis::Indicator(_) | Basis::SelfDeclared => "listed",
    });
    words.collect()
}

fn only(snapshot: &Snapshot) -> Finding {
    let mut found = found(snapshot);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

const LOOK: Option<bool> = Some(false);
const BEHAVES: Option<bool> = Some(true);

#[test]
fn an_app_that_no_store_saw_is_worth_a_look() {
    let app = || Made::app("org.example.own").from(Channel::OutsideStore);
    assert_eq!(says(app()), LOOK);
    assert_eq!(says(app().granted(&["Microphone"])), LOOK);
    assert_eq!(says(app().state(AppState::Removed)), None);
    let finding = only(&phone([app().granted(&["Microphone", "Camera"])]));
    assert_eq!(signs(&finding), ["outside_store", "private_things"]);
    assert_eq!(finding.can, ["camera", "microphone"]);
    let many = app().granted(&["Microphone", "Camera", "AddressBook", "Photos", "Motion"]);
    let finding = only(&phone([many]));
    assert_eq!(signs(&finding), ["permission_cluster", "outside_store"]);
}

#[test]
fn it_behaves_like_such_software_where_a_restriction_hides_it_and_it_may_watch() {
    let app = || Made::app("org.example.own").from(Channel::OutsideStore);
    let hidden = || app().hides(Hiding::HiddenByRestriction);
    assert_eq!(says(hidden()), LOOK);
    assert_eq!(says(hidden().granted(&["Microphone"])), BEHAVES);
    // Everybody who tidies the Home Screen has some.
    let tidied = app().hides(Hiding::NotOnHomeScreen);
    assert_eq!(says(tidied.granted(&["Microphone"])), LOOK);
}

#[test]
fn a_store_an_employer_and_a_beta_test_are_no_oddity() {
    for channel in [
        Channel::AppStore,
        Channel::Factory,
        Channel::Managed,
        Channel::TestFlight,
        Channel::OtherStore,
    ] {
        let app = Made::app("org.example.own").from(channel);
        let app = app.granted(&["Microphone", "Camera", "AddressBook", "Photos", "Calendar"]);
        assert_eq!(
            says(app.hides(Hiding::HiddenByRestriction)),
            None,
            "{channel:?}"
        );
    }
}

#[test]
fn traffic_through_an_app_is_worth_a_look_where_no_store_of_apple_saw_it() {
    for power in [
        PowerKind::Vpn,
        PowerKind::ContentFilter,
        PowerKind::DnsProxy,
    ] {
        for (channel, expected) in [
            (Channel::AppStore, None),
            (Channel::Managed, None),
            (Channel::TestFlight, LOOK),
            (Channel::OtherStore, LOOK),
            (Channel::OutsideStore, LOOK),
        ] {
            let app = Made::app("org.example.tunnel").from(channel).power(power);
            assert_eq!(says(app), expected, "{power:?} {channel:?}");
        }
        // Nothing says how it came: that is no reason.
        assert_eq!(says(Made::app("org.example.tunnel").power(power)), None);
    }
}

#[test]
fn a_keyboard_with_full_access_is_worth_a_look_unless_it_is_well_known() {
    let keyboard = |id: &str| Made::store(id).granted(&["KeyboardNetwork"]);
    assert_eq!(says(keyboard("org.example.keys")), LOOK);
    assert_eq!(
        says(Made::store("org.example.keys").power(PowerKind::Keyboard)),
        None
    );
    for known in [
        "com.google.keyboard",
        "com.google.keyboard.KeyboardExtension",
        "com.touchtype.swiftkey.Keyboard",
    ] {
        assert_eq!(says(keyboard(known)), None, "{known}");
    }
    assert_eq!(says(keyboard("com.google.keyboards")), LOOK);
    // A changed copy has the name of the app that it was.
    let copy = Made::app("com.google.keyboard").from(Channel::TestFlight);
    assert_eq!(says(copy.granted(&["KeyboardNetwork"])), LOOK);
    assert_eq!(
        says(keyboard("org.example.keys").from(Channel::Managed)),
        None
    );
}

#[test]
fn a_night_is_a_night_on_the_phones_own_clock() {
    let app = || Made::store("org.example.notes");
    let used = |at, offset| says(app().used(Sensor::Microphone, at, offset));
    // 02:14 in UTC is 21:14 the day before in New York, and 03:14 in Paris.
    assert_eq!(used("2026-11-02T02:14:00Z", Some(-300)), None);
    assert_eq!(used("2026-11-02T02:14:00Z", Some(60)), LOOK);
    assert_eq!(used("2026-11-02T00:00:00Z", Some(0)), LOOK);
    assert_eq!(used("2026-11-02T04:59:59Z", Some(0)), LOOK);
    assert_eq!(used("2026-11-02T05:00:00Z", Some(0)), None);
    assert_eq!(used("2026-11-01T23:59:59Z", Some(0)), None);
    // Nobody knows which time it was on the phone: nothing is said.
    assert_eq!(used("2026-11-02T02:14:00Z", None), None);
    // What the phone's clock showed needs no zone.
    assert_eq!(used("2026-11-02T02:14:00", None), LOOK);
    // No clock is a year ahead of another.
    assert_eq!(used("2026-11-02T02:14:00Z", Some(i32::MAX)), None);
    let mut snapshot = phone([app().used(Sensor::Camera, "2026-11-02T02:14:00Z", None)]);
    snapshot.device.zone = Some(seen("America/New_York".to_owned()));
    assert!(found(&snapshot).is_empty());
    snapshot.device.zone = Some(seen("Europe/Paris".to_owned()));
    let finding = only(&snapshot);
    assert_eq!(
        finding.because[0].observed,
        "camera 2026-11-02T03:14:00 (2026-11-02T02:14:00Z)"
    );
    assert_eq!(
        finding.because[0].basis,
        Basis::Sign(Sign::Night(Nightly::Camera))
    );
    assert_eq!(finding.can, ["camera"]);
}

#[test]
fn a_use_that_lasts_past_midnight_is_of_the_night() {
    let began = "2026-11-01T23:50:00";
    let app = |milliseconds| {
        let app = Made::store("org.example.notes");
        app.use_of(Sensor::Microphone, began, None, None, milliseconds)
    };
    assert_eq!(says(app(None)), None);
    assert_eq!(says(app(Some(5 * 60_000))), None);
    assert_eq!(says(app(Some(11 * 60_000))), LOOK);
    assert_eq!(says(app(Some(u64::MAX))), None, "no such time");
}

#[test]
fn camera_microphone_and_screen_count_at_once_and_the_location_on_three_nights() {
    for (sensor, expected) in [
        (Sensor::Camera, LOOK),
        (Sensor::Microphone, LOOK),
        (Sensor::Screen, LOOK),
        (Sensor::Location, None),
        (Sensor::Contacts, None),
        (Sensor::Photos, None),
        (Sensor::MediaLibrary, None),
    ] {
        let app = Made::store("org.example.notes").used(sensor, "2026-11-02T02:14:00", None);
        assert_eq!(says(app), expected, "{sensor:?}");
    }
    let on = |days: &[&str]| {
        let app = Made::store("org.example.notes");
        says(days.iter().fold(app, |app, day| {
            app.used(Sensor::Location, &format!("2026-11-{day}:30:00"), None)
        }))
    };
    assert_eq!(on(&["02T01", "02T02", "02T03", "02T04"]), None, "one night");
    assert_eq!(on(&["02T01", "03T02"]), None);
    assert_eq!(on(&["02T01", "03T02", "04T03"]), LOOK);
    assert_eq!(on(&["02T01", "03T02", "04T12"]), None, "twice at night");
}

#[test]
fn a_finding_lists_one_use_a_night_and_a_week_of_them() {
    let app = Made::store("org.example.notes");
    let app = (1..=28).fold(app, |app, day| {
        let at = |minute| format!("2026-11-{day:02}T02:{minute}:00");
        app.used(Sensor::Microphone, &at(30), None)
            .used(Sensor::Microphone, &at(10), None)
    });
    let finding = only(&phone([app]));
    assert_eq!(finding.because.len(), crate::limits::NIGHTS_LISTED);
    assert_eq!(
        finding.because[0].observed,
        "microphone 2026-11-01T02:10:00"
    );
}

#[test]
fn what_a_known_job_needs_and_what_apple_does_is_nothing() {
    let night = "2026-11-02T02:14:00";
    for (id, sensor, expected) in [
        ("net.whatsapp.WhatsApp", Sensor::Microphone, None),
        ("net.whatsapp.WhatsApp", Sensor::Camera, None),
        ("net.whatsapp.WhatsApp", Sensor::Screen, LOOK),
        ("com.lexwarelabs.goodmorning", Sensor::Microphone, None),
        ("com.lexwarelabs.goodmorning", Sensor::Camera, LOOK),
        ("com.google.Maps", Sensor::Microphone, LOOK),
        ("com.apple.Siri", Sensor::Microphone, None),
        // The bundle's own list of known apps: a messenger.
        ("com.chat", Sensor::Microphone, None),
    ] {
        let app = Made::app(id).used(sensor, night, None);
        assert_eq!(says(app), expected, "{id} {sensor:?}");
        let app = Made::store(id).use_of(sensor, "2026-11-02T12:00:00", None, Some(true), None);
        assert_eq!(says(app), expected, "{id} {sensor:?} in the background");
    }
    // A name under `com.apple.` is no pass for an app that came from elsewhere.
    for channel in [Channel::OutsideStore, Channel::TestFlight, Channel::Managed] {
        let app = Made::app("com.apple.helper").from(channel);
        assert_eq!(
            says(app.used(Sensor::Microphone, night, None)),
            LOOK,
            "{channel:?}"
        );
    }
    let mut app = Made::app("com.apple.helper").used(Sensor::Microphone, night, None);
    app.0.system = Some(false);
    assert_eq!(says(app), LOOK);
}

#[test]
fn background_counts_for_camera_microphone_and_screen_only_where_the_evidence_says_so() {
    for (sensor, background, expected) in [
        (Sensor::Microphone, Some(true), LOOK),
        (Sensor::Camera, Some(true), LOOK),
        (Sensor::Screen, Some(true), LOOK),
        (Sensor::Location, Some(true), None),
        (Sensor::Contacts, Some(true), None),
        (Sensor::Microphone, Some(false), None),
        (Sensor::Microphone, None, None),
    ] {
        let app = Made::store("org.example.notes");
        let app = app.use_of(sensor, "2026-11-02T12:00:00Z", None, background, None);
        assert_eq!(says(app), expected, "{sensor:?} {background:?}");
    }
}

#[test]
fn an_app_that_only_a_record_of_uses_names_is_told_too() {
    for state in [AppState::Seen, AppState::Removed] {
        let app = Made::app("org.example.notes").state(state);
        let app = app.used(Sensor::Microphone, "2026-11-02T02:14:00", None);
        let finding = only(&phone([app]));
        assert_eq!(finding.subject.state, state);
    }
    let app = Made::app("org.example.tunnel").state(AppState::Seen);
    assert_eq!(
        says(app.power(PowerKind::Vpn).granted(&["KeyboardNetwork"])),
        None
    );
}

/// Apps of the phone's own account, and then those of another one.
fn fetched(own: usize, other: usize) -> Snapshot {
    let app =
        |number: usize, account| Made::store(&format!("org.example.app{number:02}")).by(account);
    let own_apps = (0..own).map(|number| app(number, OWN));
    phone(own_apps.chain((own..own + other).map(|number| app(number, OTHER))))
}

#[test]
fn apps_of_another_account_are_one_finding_where_one_account_has_most() {
    let finding = only(&fetched(20, 3));
    assert_eq!(finding.subject.id, "accounts_of_apps");
    assert_eq!(finding.because.len(), 3);
    assert_eq!(
        finding.because[0].observed,
        format!("org.example.app20 {OTHER}")
    );
    assert!(found(&fetched(20, 0)).is_empty());
    assert!(found(&fetched(3, 1)).is_empty(), "too few to say");
    assert!(found(&fetched(6, 6)).is_empty(), "nobody is the odd one");
    assert!(found(&fetched(8, 3)).is_empty(), "no clear majority");
    assert_eq!(found(&fetched(9, 3)).len(), 1);
}

#[test]
fn an_app_of_another_account_through_which_traffic_passes_is_worth_a_look() {
    let mut snapshot = fetched(20, 1);
    let odd = snapshot.apps.last_mut().unwrap();
    odd.powers.push(seen(Power {
        kind: PowerKind::Vpn,
        component: None,
    }));
    let found = found(&snapshot);
    let app = found.iter().find(|it| it.subject.kind == SubjectKind::App);
    assert_eq!(signs(app.unwrap()), ["other_account", "vpn"]);
}

#[test]
fn supervision_is_told_with_the_profiles_that_are_gone() {
    let mut snapshot = phone([]);
    snapshot.device.supervised = Some(seen(false));
    assert!(found(&snapshot).is_empty());
    snapshot.device.supervised = Some(seen(true));
    let gone = |subject: &str| Occurrence {
        at: Moment::Instant("2026-11-02T02:14:00Z".parse().unwrap()),
        what: OccurrenceKind::ProfileRemoved,
        subject: subject.to_owned(),
        user: None,
        value: None,
        provenance: place("event"),
    };
    snapshot.history = vec![gone("org.example.back"), gone("org.example.school")];
    snapshot.profiles = vec![Profile::new(
        "org.example.back",
        AppState::Installed,
        place("profile"),
    )];
    let finding = only(&snapshot);
    assert_eq!(signs(&finding), ["supervised", "profile_gone"]);
    assert_eq!(finding.because[1].observed, "org.example.school");
    snapshot.device.supervised = None;
    assert!(
        found(&snapshot).is_empty(),
        "a profile that is gone only explains"
    );
}

fn setting(namespace: &str, name: &str, value: &str) -> Setting {
    Setting {
        namespace: namespace.to_owned(),
        name: name.to_owned(),
        value: value.to_owned(),
        provenance: place(name),
    }
}

#[test]
fn restrictions_that_can_hold_somebody_are_one_finding_with_a_row_for_each() {
    let mut snapshot = phone([]);
    snapshot.settings = vec![
        setting("restrictions", "allowLockdownMode", "false"),
        setting(
            "restrictions",
            "restrictedBool.allowAppInstallation",
            "false",
        ),
        setting("restrictions", "allowEraseContentAndSettings", "0"),
        setting(
            "restrictions",
            "forceClassroomUnpromptedScreenObservation",
            "true",
        ),
        // As on a new phone, or no matter.
        setting("restrictions", "allowFindMyDevice", "true"),
        setting("restrictions", "allowDiagnosticSubmission", "false"),
        setting("restrictions", "ratingApps", "600"),
        setting("restrictions", "allowVPNCreation", "maybe"),
        setting("secure", "allowVPNCreation", "false"),
    ];
    let finding = only(&snapshot);
    assert_eq!(finding.subject.id, "restrictions");
    let mut signs = signs(&finding);
    signs.sort_unstable();
    assert_eq!(
        signs,
        [
            "restricts_apps",
            "restricts_erase",
            "restricts_lockdown_mode",
            "restricts_screen"
        ]
    );
    snapshot
        .settings
        .retain(|it| it.value != "false" && it.value != "0");
    snapshot.settings.retain(|it| !it.name.starts_with("force"));
    assert!(found(&snapshot).is_empty());
}

#[test]
fn every_restriction_has_a_name_that_fires_it() {
    let kinds: std::collections::BTreeSet<Restriction> = phone::RESTRICTIONS
        .iter()
        .map(|(name, value, kind)| {
            let mut snapshot = phone([]);
            snapshot.settings = vec![setting("restrictions", name, &value.to_string())];
            assert_eq!(
                only(&snapshot).because[0].basis,
                Basis::Sign(Sign::Restricts(*kind))
            );
            *kind
        })
        .collect();
    assert_eq!(kinds.len(), 9);
}

#[test]
fn screen_time_is_told_where_it_is_in_force() {
    let mut snapshot = phone([]);
    snapshot.settings = vec![setting("screen_time", "ScreenTimeEnabled", "false")];
    assert!(found(&snapshot).is_empty());
    snapshot.settings = vec![setting("screen_time", "ScreenTimePasscodeEnabled", "true")];
    assert_eq!(signs(&only(&snapshot)), ["screen_time"]);
}

#[test]
fn a_tool_that_takes_off_limits_has_the_words_of_an_iphone() {
    let mut snapshot = phone([]);
    snapshot.root_binaries = vec![seen("/Applications/Cydia.app".to_owned())];
    let finding = only(&snapshot);
    assert_eq!(signs(&finding), ["jailbreak"]);
    assert_eq!(finding.subject.kind, SubjectKind::Device);
}

fn device(model: Option<&str>, own: Option<bool>) -> AccountDevice {
    AccountDevice {
        model: model.map(str::to_owned),
        os_version: Some("18.5 (22F76)".to_owned()),
        serial_end: Some("WXYZ".to_owned()),
        own,
        provenance: place("peers"),
    }
}

#[test]
fn the_other_devices_of_the_account_are_one_finding_and_the_phone_is_none_of_them() {
    let mut snapshot = phone([]);
    snapshot.device.model = Some(seen("iPhone14,5".to_owned()));
    snapshot.account_devices = vec![device(Some("iPhone14,5"), Some(true))];
    assert!(found(&snapshot).is_empty());
    // Nothing says which one it is.
    snapshot.account_devices = vec![device(Some("iPhone14,5"), None)];
    assert!(found(&snapshot).is_empty());
    snapshot.account_devices = vec![
        device(Some("iPhone14,5"), Some(true)),
        device(Some("iPhone14,5"), Some(false)),
        device(Some("iPad13,4"), Some(false)),
        device(Some("MacBookPro18,3"), None),
        device(Some("Watch6,1"), None),
        device(Some("AppleTV6,2"), None),
        device(Some("AudioAccessory5,1"), None),
        device(None, None),
    ];
    let finding = only(&snapshot);
    assert_eq!(
        signs(&finding),
        [
            "account_phone",
            "account_pad",
            "account_mac",
            "account_watch",
            "account_tv",
            "account_speaker",
            "account_other"
        ]
    );
    assert_eq!(finding.because[1].observed, "iPad13,4, 18.5 (22F76)");
    for because in &finding.because {
        assert!(!because.observed.contains("WXYZ"), "an identifier");
    }
}

#[test]
fn a_model_tells_the_kind_of_a_device() {
    for (model, kind) in [
        ("iPod9,1", DeviceKind::Other),
        ("Mac14,2", DeviceKind::Mac),
        ("Macmini9,1", DeviceKind::Mac),
        ("iMac21,1", DeviceKind::Mac),
        ("VirtualMac2,1", DeviceKind::Mac),
        ("", DeviceKind::Other),
    ] {
        assert_eq!(DeviceKind::of(model), kind, "{model}");
    }
}

#[test]
fn what_is_said_of_android_is_not_said_of_an_iphone() {
    let mut app = Made::store("com.android.system.sync").granted(&["Microphone", "Camera"]);
    app.0.system = Some(false);
    app.0.install.installer = Some(seen("com.other".to_owned()));
    app.0.broadcasts = vec![seen("android.intent.action.BOOT_COMPLETED".to_owned())];
    app.0.data_use = Some(seen(DataUse {
        first: None,
        last: None,
        received: Some(1),
        sent: Some(1),
    }));
    let mut snapshot = phone([app]);
    snapshot.settings = vec![
        setting("global", "package_verifier_user_consent", "-1"),
        setting("global", "adb_enabled", "1"),
        setting("global", "http_proxy", "10.0.0.1:8080"),
    ];
    // An Android package by that name is on the list; a process of an iPhone is none.
    snapshot.processes = vec![Process {
        name: "com.listed.spy".to_owned(),
        user: None,
        provenance: place("ps"),
    }];
    assert!(found(&snapshot).is_empty());
    snapshot.platform = Platform::Android;
    let said = findings(&snapshot, &bundle(), DAY).unwrap();
    assert!(
        said.len() >= 3,
        "the same facts say something of Android: {said:?}"
    );
}

/// Find My stands on a list of apps with more than one use, and on every iPhone.
#[test]
fn apples_own_apps_are_quiet_where_a_list_names_them_for_a_second_use() {
    let own = |id: &str| {
        let mut app = Made::store(id);
        app.0.install.channel = None;
        app
    };
    assert!(found(&phone([own("com.apple.listed.finder")])).is_empty());
    let mut copy = own("com.apple.listed.finder");
    copy.0.install.channel = Some(seen(Channel::OutsideStore));
    let said = found(&phone([copy]));
    assert_eq!(said[0].family.as_ref().unwrap().id, "finder");
}
