//! Behaviour: facts in, findings out.

use std::sync::Arc;

use proptest::prelude::*;
use rusqlite::Connection;

use super::*;
use crate::digest::Sha256;
use crate::signatures::schema;
use crate::snapshot::{
    App, Contact, Contacted, Endpoint, Hiding, Label, Observed, Occurrence, OccurrenceKind, Power,
    Sensor, SensorUse, Setting, Signer, SignerRole, SubjectName, TrustedComputer,
};
use crate::text::Catalogue;

const DAY: &str = "2026-11-22";
const STORE: &str = "com.android.vending";
const FILE: &str = "com.google.android.packageinstaller";

fn key(byte: u8) -> Sha256 {
    Sha256([byte; 32])
}

/// Signatures with one listed package, one app of Apple's with a second use, a store, an installer, and known apps with the keys 1, 2 and 3.
pub(super) fn bundle() -> Bundle {
    let rows = Connection::open_in_memory().unwrap();
    for (_, table) in schema::TABLES {
        rows.execute_batch(table).unwrap();
    }
    rows.execute_batch(&format!(
        "INSERT INTO meta VALUES ('schema', '{}'), ('version', '1'), ('built_at', '2026-11-22');
         INSERT INTO source VALUES ('own', 'Our own', 'https://example.org', 'MIT', NULL, '2026-11-22', '');
         INSERT INTO family VALUES ('spy', 'Spy', 'stalkerware', 'active', '[]', '[\"camera\"]');
         INSERT INTO indicator VALUES (1, 'android.package:com.listed.spy', 'android.package', 'folded',
           'com.listed.spy', 'com.listed.spy', 'identifying', NULL, 'own');
         INSERT INTO indicator VALUES (2, 'ios.bundle:com.apple.listed.finder', 'ios.bundle', 'folded',
           'com.apple.listed.finder', 'com.apple.listed.finder', 'identifying', NULL, 'own');
         INSERT INTO indicator VALUES (3, 'net.host:exact:one.example', 'net.host', 'exact',
           'one.example', 'one.example', 'supporting', NULL, 'own');
         INSERT INTO indicator VALUES (4, 'net.host:panel.example', 'net.host', 'subdomains',
           'panel.example', 'panel.example', 'supporting', NULL, 'own');
         INSERT INTO family VALUES ('finder', 'Finder', 'dual_use', 'active', '[]', '[\"location\"]');
         INSERT INTO family_indicator VALUES (1, 'spy'), (2, 'finder'), (3, 'spy'), (4, 'spy');
         INSERT INTO known_app VALUES
           ('com.android.vending', '', 'store', 'Google Play'), ('org.fdroid.fdroid', '', 'store', 'F-Droid'),
           ('org.fdroid.fdroid', '{k9}', 'store', 'F-Droid'),
           ('com.google.android.packageinstaller', '', 'system_installer', 'Installer'),
           ('com.browser', '{k4}', 'browser', 'Browser'),
           ('com.chat', '{k1}', 'messenger', 'Chat'), ('com.vault', '{k2}', 'password_manager', 'Vault'),
           ('com.watch', '{k3}', 'watch_companion', 'Watch');
         INSERT INTO label_term VALUES ('sync service', 'en');
         INSERT INTO public_key VALUES ('{k8}', 'AOSP test key');",
        schema::VERSION,
        k1 = key(1),
        k2 = key(2),
        k3 = key(3),
        k4 = key(4),
        k8 = key(8),
        k9 = key(9),
    ))
    .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bundle");
    rows.execute("VACUUM INTO ?1", [path.to_str().unwrap()])
        .unwrap();
    Bundle::open(&path).unwrap()
}

fn place(locator: &str) -> Provenance {
    Provenance::new(&Arc::from("dumpsys.txt"), locator)
}

fn seen<T>(value: T) -> Observed<T> {
    Observed::new(value, place("line 1"))
}

/// An app that was installed later, with what a test adds.
struct Made(App);

impl Made {
    fn app(id: &str) -> Self {
        let mut app = App::new(id, Platform::Android, AppState::Installed, place(id));
        app.system = Some(false);
        app.user = Some(0);
        Self(app)
    }

    fn from(mut self, installer: &str) -> Self {
        self.0.install.installer = Some(seen(installer.to_owned()));
        self
    }

    fn asked_by(mut self, initiating: &str) -> Self {
        self.0.install.initiating = Some(seen(initiating.to_owned()));
        self
    }

    fn power(mut self, kind: PowerKind) -> Self {
        let component = Some(format!("{}/.Part", self.0.id));
        self.0.powers.push(seen(Power { kind, component }));
        self
    }

    fn hides(mut self, hiding: Hiding) -> Self {
        self.0.hiding.push(seen(hiding));
        self
    }

    fn named(mut self, name: &str) -> Self {
        self.0.labels.push(Label {
            locale: None,
            text: name.to_owned(),
            provenance: place("label"),
        });
        self
    }

    fn signed(mut self, byte: u8) -> Self {
        self.0.signers.push(signer(Some(key(byte)), None));
        self
    }

    fn granted(mut self, names: &[&str]) -> Self {
        let names = names
            .iter()
            .map(|name| format!("android.permission.{name}"));
        self.0.permissions.granted = Some(seen(names.collect()));
        self
    }

    fn wakes(mut self, actions: &[&str]) -> Self {
        self.0.broadcasts = actions.iter().map(|it| seen((*it).to_owned())).collect();
        self
    }

    fn used(mut self, sensor: Sensor, background: Option<bool>) -> Self {
        self.0.uses.push(seen(SensorUse {
            sensor,
            at: "2026-11-02T02:14:00Z".parse().unwrap(),
            background,
            milliseconds: Some(61_000),
            offset_minutes: None,
        }));
        self
    }

    fn system(mut self) -> Self {
        self.0.system = Some(true);
        self
    }
}

fn signer(sha256: Option<Sha256>, common_name: Option<&str>) -> Signer {
    Signer {
        sha1: None,
        sha256,
        key_sha256: None,
        subject: common_name.map(|name| SubjectName {
            full: format!("CN={name}, O=Android"),
            common_name: Some(name.to_owned()),
            organisation: None,
        }),
        scheme: None,
        role: SignerRole::Current,
        provenance: place("signer"),
    }
}

fn phone(apps: impl IntoIterator<Item = Made>) -> Snapshot {
    let mut snapshot = Snapshot {
        platform: Platform::Android,
        apps: apps.into_iter().map(|made| made.0).collect(),
        ..Snapshot::default()
    };
    snapshot.apps.sort_by(|a, b| a.id.cmp(&b.id));
    snapshot
}

fn found(snapshot: &Snapshot) -> Vec<Finding> {
    findings(snapshot, &bundle(), DAY).unwrap()
}

/// `None` is nothing, `Some(true)` is "behaves like", `Some(false)` is worth a look.
fn says(app: Made) -> Option<bool> {
    let found = found(&phone([app]));
    assert!(found.len() <= 1, "one finding an app: {found:?}");
    found.first().map(|finding| {
        assert_eq!(finding.outcome, Outcome::WorthALook);
        finding.behaves_like
    })
}

fn signs(app: Made) -> Vec<&'static str> {
    let found = found(&phone([app]));
    let because = found.iter().flat_map(|finding| &finding.because);
    because
        .filter_map(|because| match because.basis {
            Basis::Sign(sign) => Some(sign.as_str()),
            Basis::Power(power) => Some(power.as_str()),
            Basis::Indicator(_) | Basis::SelfDeclared => None,
        })
        .collect()
}

const BEHAVES: Option<bool> = Some(true);
const LOOK: Option<bool> = Some(false);
const NOTHING: Option<bool> = None;

fn spy() -> Made {
    Made::app("com.odd.helper")
        .from(FILE)
        .power(PowerKind::Accessibility)
        .hides(Hiding::NoLauncherEntry)
}

#[test]
fn an_app_from_outside_that_watches_and_hides_behaves_like_tracking_software() {
    assert_eq!(says(spy()), BEHAVES);
    for power in [
        PowerKind::DeviceAdmin,
        PowerKind::DeviceOwner,
        PowerKind::ProfileOwner,
        PowerKind::NotificationListener,
    ] {
        let app = Made::app("com.odd").from("null").power(power);
        assert_eq!(
            says(app.hides(Hiding::NotificationsMuted)),
            BEHAVES,
            "{power:?}"
        );
    }
    for hiding in [Hiding::LauncherSwitchedOff, Hiding::TelevisionOnly] {
        let app = Made::app("com.odd").from("com.android.shell").hides(hiding);
        assert_eq!(
            says(app.power(PowerKind::Accessibility)),
            BEHAVES,
            "{hiding:?}"
        );
    }
}

#[test]
fn two_of_the_three_are_worth_a_look_and_one_alone_is_nothing() {
    let app = || Made::app("com.odd").from(FILE);
    assert_eq!(says(app()), NOTHING);
    assert_eq!(says(app().power(PowerKind::Accessibility)), LOOK);
    assert_eq!(says(app().hides(Hiding::LauncherSwitchedOff)), LOOK);
    assert_eq!(says(app().hides(Hiding::NoLauncherEntry)), NOTHING);
    assert_eq!(says(app().hides(Hiding::NotificationsMuted)), NOTHING);
    assert_eq!(says(app().hides(Hiding::LeftOutOfRecents)), NOTHING);
    assert_eq!(says(app().power(PowerKind::Overlay)), NOTHING);
    assert_eq!(says(app().power(PowerKind::Keyboard)), LOOK);
    let two = app().hides(Hiding::NoLauncherEntry);
    let two = two.power(PowerKind::Overlay).power(PowerKind::UsageAccess);
    assert_eq!(says(two), LOOK);
}

#[test]
fn from_a_store_only_a_watching_app_that_hides_is_worth_a_look() {
    let app = || Made::app("com.odd").from(STORE).asked_by(STORE);
    assert_eq!(says(app().power(PowerKind::Accessibility)), NOTHING);
    assert_eq!(says(app().hides(Hiding::TelevisionOnly)), NOTHING);
    let reader = || app().power(PowerKind::Accessibility);
    assert_eq!(says(reader().hides(Hiding::NoLauncherEntry)), LOOK);
    assert_eq!(says(reader().named("Sync Service")), LOOK);
    assert_eq!(says(reader().hides(Hiding::NotificationsMuted)), NOTHING);
    let plug_in = app().power(PowerKind::NotificationListener);
    assert_eq!(says(plug_in.hides(Hiding::NoLauncherEntry)), NOTHING);
    assert_eq!(says(app().power(PowerKind::DeviceOwner)), LOOK);
    let work = app()
        .power(PowerKind::ProfileOwner)
        .power(PowerKind::DeviceAdmin);
    assert_eq!(says(work.hides(Hiding::LauncherSwitchedOff)), NOTHING);
}

#[test]
fn an_unknown_way_in_is_neither_a_store_nor_outside() {
    let app = || Made::app("com.odd");
    assert_eq!(says(app().power(PowerKind::Accessibility)), NOTHING);
    let both = app().power(PowerKind::Accessibility);
    assert_eq!(says(both.hides(Hiding::NoLauncherEntry)), LOOK);
    // Lifting Android's limit is only needed for apps from outside a store.
    let lifted = app().power(PowerKind::RestrictedSettings);
    assert_eq!(says(lifted.power(PowerKind::Accessibility)), LOOK);
    let lifted = app().power(PowerKind::RestrictedSettings);
    let lifted = lifted.power(PowerKind::Accessibility);
    assert_eq!(says(lifted.hides(Hiding::NoLauncherEntry)), BEHAVES);
}

#[test]
fn an_app_that_another_app_brought_is_worth_a_look_with_anything_else() {
    let loaded = || Made::app("com.odd").from("com.loader");
    let with = |app: Made| {
        let found = found(&phone([Made::app("com.loader").from(STORE), app]));
        found.first().map(|finding| finding.behaves_like)
    };
    assert_eq!(with(loaded()), NOTHING);
    assert_eq!(with(loaded().power(PowerKind::Overlay)), LOOK);
    assert_eq!(with(loaded().hides(Hiding::NoLauncherEntry)), LOOK);
    let watching = loaded().power(PowerKind::DeviceAdmin);
    assert_eq!(with(watching.hides(Hiding::NoLauncherEntry)), BEHAVES);
}

#[test]
fn a_store_is_only_a_store_when_it_asked_for_the_app_and_has_its_own_key() {
    let watching = || Made::app("com.odd").power(PowerKind::Accessibility);
    let forged = watching().from(STORE).asked_by("com.android.shell");
    assert_eq!(signs(forged), ["accessibility", "store_name_borrowed"]);
    let of = |byte| {
        let store = Made::app("org.fdroid.fdroid").signed(byte).from(STORE);
        found(&phone([store, watching().from("org.fdroid.fdroid")])).len()
    };
    assert_eq!(of(9), 0);
    assert_eq!(of(7), 1);
    // A store that came with the phone cannot be replaced by an app of its name.
    let store = Made::app("org.fdroid.fdroid").signed(7).system();
    assert_eq!(
        found(&phone([store, watching().from("org.fdroid.fdroid")])),
        []
    );
    // A known browser hands over a file, and is no loader.
    let browser = Made::app("com.browser").signed(4).from(STORE);
    let file = Made::app("com.odd")
        .from("com.browser")
        .power(PowerKind::Overlay);
    assert_eq!(found(&phone([browser, file])), []);
}

#[test]
fn an_installer_that_nobody_knows_is_outside_only_where_the_phones_own_apps_are_listed() {
    let app = || {
        let app = Made::app("com.odd").from("com.maker.mover");
        app.power(PowerKind::Accessibility)
    };
    assert_eq!(says(app()), NOTHING);
    let system = || Made::app("com.android.phone").system();
    assert_eq!(found(&phone([system(), app()])).len(), 1);
    // One that came with the phone moved the app from an old phone: unknown.
    let mover = Made::app("com.maker.mover").system();
    assert_eq!(found(&phone([mover, app()])), []);
}

#[test]
fn four_kinds_of_private_things_really_granted_are_watching() {
    let app = |names: &[&str]| Made::app("com.odd").from(FILE).granted(names);
    let three = [
        "RECORD_AUDIO",
        "CAMERA",
        "READ_CONTACTS",
        "ACCESS_FINE_LOCATION",
    ];
    assert_eq!(says(app(&three)), NOTHING);
    let mut old = app(&three);
    old.0.target_sdk = Some(seen(28));
    assert_eq!(says(old), LOOK);
    let four = [
        "READ_SMS",
        "READ_CALL_LOG",
        "READ_CALENDAR",
        "READ_MEDIA_IMAGES",
    ];
    assert_eq!(says(app(&four)), LOOK);
    assert_eq!(says(app(&four).hides(Hiding::NoLauncherEntry)), BEHAVES);
    let mut asked = Made::app("com.odd").from(FILE);
    asked.0.permissions.requested = app(&four).0.permissions.granted;
    assert_eq!(says(asked), NOTHING);
}

#[test]
fn a_name_that_claims_to_be_the_system_is_a_sign_whatever_it_begins_with() {
    let app = |id: &str| Made::app(id).from(FILE);
    for id in [
        "com.android.sync",
        "com.google.update",
        "com.sec.android.x",
        "android.system",
    ] {
        assert_eq!(says(app(id)), LOOK, "{id}");
        assert_eq!(
            says(app(id).power(PowerKind::Accessibility)),
            BEHAVES,
            "{id}"
        );
    }
    assert_eq!(says(app("com.androids.x")), NOTHING);
    assert_eq!(says(app("org.odd").named("SYNC SERVICE")), LOOK);
    // The platform's own key, or that of a known app, is the other proof.
    let platform = || Made::app("android").signed(5).system();
    let same = app("com.android.sync")
        .signed(5)
        .power(PowerKind::Accessibility);
    assert!(!found(&phone([platform(), same]))[0].behaves_like);
    assert_eq!(says(app("com.google.update").signed(1)), NOTHING);
    // What came with the phone is not judged.
    assert_eq!(
        says(
            app("com.android.sync")
                .power(PowerKind::Accessibility)
                .system()
        ),
        NOTHING
    );
}

#[test]
fn a_known_app_needs_its_powers_and_its_own_key() {
    let chat = || Made::app("com.chat").power(PowerKind::NotificationListener);
    assert_eq!(says(chat().from(FILE).signed(1)), NOTHING);
    assert_eq!(
        says(chat().from(FILE).signed(1).power(PowerKind::Accessibility)),
        LOOK
    );
    // Another key: somebody took the name. From a store, the store built it.
    assert_eq!(says(Made::app("com.chat").from(FILE).signed(7)), LOOK);
    assert_eq!(says(chat().from(FILE).signed(7)), BEHAVES);
    assert_eq!(says(Made::app("com.chat").signed(7)), LOOK);
    assert_eq!(says(chat().from(STORE).signed(7)), NOTHING);
    // No key was read: a store is the next best witness, a file is none.
    assert_eq!(says(chat().from(STORE)), NOTHING);
    assert_eq!(says(chat().from(FILE)), LOOK);
}

#[test]
fn keys_that_anybody_has_count_as_hiding() {
    let watching = || {
        Made::app("com.odd")
            .from(FILE)
            .power(PowerKind::Accessibility)
    };
    assert_eq!(says(watching().signed(8)), BEHAVES);
    let mut debug = watching();
    debug.0.signers.push(signer(None, Some("Android Debug")));
    assert_eq!(says(debug), BEHAVES);
    assert_eq!(says(Made::app("com.odd").from(FILE).signed(8)), NOTHING);
}

#[test]
fn supporting_signs_are_told_and_never_make_a_finding() {
    let actions = [
        "android.intent.action.BOOT_COMPLETED",
        "android.intent.action.NEW_OUTGOING_CALL",
        "android.provider.Telephony.SECRET_CODE",
        "android.provider.Telephony.SMS_RECEIVED",
    ];
    let all = |app: Made| {
        let mut app = app
            .wakes(&actions)
            .used(Sensor::Microphone, Some(true))
            .used(Sensor::Camera, Some(false))
            .hides(Hiding::LeftOutOfRecents);
        app.0.target_sdk = Some(seen(26));
        app
    };
    assert_eq!(says(all(Made::app("com.odd").from(STORE))), NOTHING);
    assert_eq!(says(all(Made::app("com.odd").from(FILE))), NOTHING);
    assert_eq!(
        signs(all(spy())),
        [
            "accessibility",
            "no_launcher_entry",
            "not_from_store",
            "left_out_of_recents",
            "background_microphone",
            "wakes_on_calls",
            "secret_code",
            "old_target",
        ]
    );
}

fn setting(name: &str, value: &str) -> Setting {
    Setting {
        namespace: "global".to_owned(),
        name: name.to_owned(),
        value: value.to_owned(),
        provenance: place(name),
    }
}

#[test]
fn the_phone_as_a_whole_gives_one_finding_of_each_kind() {
    let mut snapshot = phone([Made::app("com.topjohnwu.magisk").from(FILE)]);
    snapshot.settings = vec![
        setting("adb_enabled", "1"),
        setting("development_settings_enabled", "1"),
        setting("http_proxy", "192.0.2.1:8080"),
        setting("package_verifier_enable", "0"),
        setting("package_verifier_user_consent", "-1"),
        setting("upload_apk_enable", "0"),
    ];
    snapshot.device.verified_boot = Some(seen("orange".to_owned()));
    snapshot.root_binaries = vec![seen("/system/bin/su".to_owned())];
    snapshot.trusted_computers = vec![TrustedComputer {
        name: Some("person@desk".to_owned()),
        fingerprint: None,
        last_connected: None,
        provenance: place("adb"),
    }];
    snapshot.history = vec![happened(
        "2026-11-02T10:00:00Z",
        OccurrenceKind::CertificateInstalled,
        "CN=Proxy",
        None,
    )];
    let found = found(&snapshot);
    let told: Vec<(&str, Vec<&str>)> = found
        .iter()
        .map(|finding| {
            let signs = finding.because.iter().map(|because| match because.basis {
                Basis::Sign(sign) => sign.as_str(),
                _ => "",
            });
            (finding.subject.id.as_str(), signs.collect())
        })
        .collect();
    assert_eq!(
        told,
        [
            ("CN=Proxy", vec!["authority_added"]),
            ("global/http_proxy", vec!["proxy_set"]),
            (
                "global/package_verifier_enable",
                vec!["play_protect_off", "play_protect_off", "play_protect_part"]
            ),
            (
                "phone",
                vec![
                    "unlocked_boot",
                    "root_tool",
                    "root_app",
                    "debugging",
                    "trusted_computer"
                ]
            ),
        ]
    );
}

#[test]
fn developer_options_debugging_and_a_trusted_computer_alone_are_nothing() {
    let mut snapshot = phone([]);
    snapshot.settings = [
        "adb_enabled",
        "adb_wifi_enabled",
        "development_settings_enabled",
    ]
    .map(|name| setting(name, "1"))
    .to_vec();
    snapshot
        .settings
        .push(setting("private_dns_specifier", "dns.example"));
    snapshot
        .settings
        .push(setting("verifier_verify_adb_installs", "0"));
    snapshot.device.verified_boot = Some(seen("green".to_owned()));
    assert_eq!(found(&snapshot), []);
}

fn happened(at: &str, what: OccurrenceKind, subject: &str, value: Option<&str>) -> Occurrence {
    Occurrence {
        at: at.parse().unwrap(),
        what,
        subject: subject.to_owned(),
        user: Some(0),
        value: value.map(str::to_owned),
        provenance: place("history"),
    }
}

/// The hostile phone of the story: everything in one sitting.
fn sitting() -> Snapshot {
    let mut app = spy()
        .named("Sync Service")
        .granted(&[
            "READ_SMS",
            "READ_CALL_LOG",
            "RECORD_AUDIO",
            "CAMERA",
            "ACCESS_BACKGROUND_LOCATION",
        ])
        .used(Sensor::Microphone, Some(true));
    app.0.times.first_installed = Some(seen("2026-11-02T14:02:10Z".parse().unwrap()));
    let mut snapshot = phone([app]);
    snapshot.history = vec![
        happened(
            "2026-11-02T14:05:00Z",
            OccurrenceKind::PowerGranted,
            "com.odd.helper",
            Some("accessibility"),
        ),
        happened(
            "2026-11-02T14:06:00Z",
            OccurrenceKind::SettingChanged,
            "global/package_verifier_user_consent",
            Some("-1"),
        ),
        happened(
            "2026-11-02T16:00:00Z",
            OccurrenceKind::PowerGranted,
            "com.odd.helper",
            Some("overlay"),
        ),
    ];
    snapshot
}

#[test]
fn what_happened_within_half_an_hour_of_the_installation_is_a_story() {
    let found = found(&sitting());
    let steps: Vec<StepKind> = found[0].story.iter().map(|step| step.what).collect();
    assert_eq!(
        steps,
        [
            StepKind::Installed,
            StepKind::Granted(PowerKind::Accessibility),
            StepKind::PlayProtectOff
        ]
    );
    // A clock without a zone is not compared with an instant.
    let mut unknown = sitting();
    unknown.apps[0].times.first_installed = Some(seen("2026-11-02T14:02:10".parse().unwrap()));
    assert_eq!(
        super::findings(&unknown, &bundle(), DAY).unwrap()[0].story,
        []
    );
}

#[test]
fn the_last_change_of_a_setting_is_told_with_what_it_is_now() {
    let check = "global/package_verifier_user_consent";
    let changed = |at, subject| happened(at, OccurrenceKind::SettingChanged, subject, None);
    let mut snapshot = sitting();
    snapshot.history = vec![
        changed("2026-11-02T14:01:00Z", check),
        changed(
            "2026-11-02T14:04:00Z",
            "secure/enabled_notification_listeners",
        ),
    ];
    let now = |namespace: &str, name: &str, value: &str| Setting {
        namespace: namespace.to_owned(),
        name: name.to_owned(),
        value: value.to_owned(),
        provenance: place("settings"),
    };
    snapshot.settings = vec![
        now("global", "package_verifier_user_consent", "-1"),
        now(
            "secure",
            "enabled_notification_listeners",
            "com.odd.helper/.Hear",
        ),
    ];
    let steps = |snapshot: &Snapshot| -> Vec<StepKind> {
        let found = super::findings(snapshot, &bundle(), DAY).unwrap();
        found[0].story.iter().map(|step| step.what).collect()
    };
    assert_eq!(
        steps(&snapshot),
        [
            StepKind::PlayProtectOff,
            StepKind::Installed,
            StepKind::Granted(PowerKind::NotificationListener)
        ]
    );
    // A later change made it what it is now; nobody knows what the earlier one did.
    snapshot
        .history
        .push(changed("2026-11-20T08:00:00Z", check));
    assert_eq!(
        steps(&snapshot),
        [
            StepKind::Installed,
            StepKind::Granted(PowerKind::NotificationListener)
        ]
    );
}

#[test]
fn the_words_of_a_joined_finding() {
    let catalogue = Catalogue::en_gb();
    let found = found(&sitting());
    let zone = jiff::tz::TimeZone::get("Europe/London").unwrap();
    let text = crate::report::words::text(&found[0], Some(&zone), &catalogue);
    insta::assert_yaml_snapshot!(text);
    let mut clock = sitting();
    clock.apps[0].times.first_installed = Some(seen("2026-11-02T14:02:10".parse().unwrap()));
    clock.history.truncate(1);
    clock.history[0].at = "2026-11-02T14:05:00".parse().unwrap();
    let found = super::findings(&clock, &bundle(), DAY).unwrap();
    let text = crate::report::words::text(&found[0], None, &catalogue);
    insta::assert_snapshot!(text.story.unwrap());
}

#[test]
fn an_app_that_is_gone_for_another_user_of_the_phone_is_still_judged() {
    let mut gone = Made::app("com.odd.helper").from(STORE);
    gone.0.user = Some(10);
    gone.0.state = AppState::Removed;
    let found = found(&phone([spy(), gone]));
    assert_eq!(found.len(), 1);
    assert!(found[0].behaves_like);
    assert_eq!(found[0].subject.state, AppState::Installed);
    let mut only = spy();
    only.0.state = AppState::Removed;
    assert_eq!(super::findings(&phone([only]), &bundle(), DAY).unwrap(), []);
}

#[test]
fn the_report_has_the_story_the_uses_and_the_history_of_what_it_found() {
    let mut snapshot = sitting();
    snapshot
        .apps
        .push(Made::app("com.listed.spy").from(STORE).0);
    let watch = Made::app("org.watching").from(FILE);
    snapshot
        .apps
        .push(watch.power(PowerKind::NotificationListener).0);
    snapshot.history.push(happened(
        "2026-11-03T10:00:00Z",
        OccurrenceKind::AppUpdated,
        "com.nothing.found",
        Some("2.0"),
    ));
    let catalogue = Catalogue::en_gb();
    let report = |edition| {
        let mut options = crate::record::tests::options();
        options.inventory = false;
        let copy = crate::scan::Copy {
            options: &options,
            edition,
            record: None,
        };
        crate::scan::conclude(&snapshot, &bundle(), &catalogue, copy).unwrap()
    };
    let officer = report(crate::report::Edition::Officer);
    // A match first; then what behaves like tracking software; then the rest.
    let order: Vec<&str> = officer
        .findings
        .iter()
        .map(|finding| finding.subject.id.as_str())
        .collect();
    assert_eq!(order, ["com.listed.spy", "com.odd.helper", "org.watching"]);
    let dated: Vec<String> = officer
        .timeline
        .iter()
        .filter(|event| event.provenance.is_some())
        .map(|event| {
            let subject = event.subject.as_deref().unwrap_or_default();
            format!("{} {} {subject}", event.at, event.what.as_str())
        })
        .collect();
    insta::assert_yaml_snapshot!(dated);
    insta::assert_json_snapshot!(officer.findings[1]);
    for edition in [
        crate::report::Edition::Officer,
        crate::report::Edition::Person,
    ] {
        let page = crate::report::render(&report(edition), &catalogue, crate::report::Format::Html)
            .unwrap();
        let page = String::from_utf8(page).unwrap();
        for text in [
            "Play Protect off 14:06",
            "While it was not on the screen, for 61 s",
            "It has no icon to tap.",
        ] {
            assert!(page.contains(text), "{text}");
        }
    }
}

#[test]
fn a_listed_app_that_was_uninstalled_was_installed() {
    let mut snapshot = phone([]);
    let uninstalled = |id| {
        happened(
            "2026-11-01T10:00:00Z",
            OccurrenceKind::AppUninstalled,
            id,
            None,
        )
    };
    snapshot.history = vec![uninstalled("com.harmless"), uninstalled("com.listed.spy")];
    let found = found(&snapshot);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].outcome, Outcome::Match);
    assert_eq!(found[0].subject.state, AppState::Removed);
}

#[test]
fn a_list_and_behaviour_make_one_finding() {
    let app = Made::app("com.listed.spy")
        .from(FILE)
        .power(PowerKind::Accessibility);
    let found = found(&phone([app.hides(Hiding::NoLauncherEntry)]));
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].outcome, found[0].behaves_like),
        (Outcome::Match, true)
    );
    let kinds: Vec<bool> = found[0]
        .because
        .iter()
        .map(|because| matches!(because.basis, Basis::Indicator(_)))
        .collect();
    assert_eq!(kinds, [true, false, false, false]);
}

#[test]
fn an_ordinary_phone_gives_nothing() {
    let store = |id: &str| Made::app(id).from(STORE).asked_by(STORE);
    let snapshot = phone([
        store("com.chat").signed(1).granted(&[
            "RECORD_AUDIO",
            "CAMERA",
            "READ_CONTACTS",
            "READ_MEDIA_IMAGES",
            "ACCESS_FINE_LOCATION",
        ]),
        store("com.vault").signed(2).power(PowerKind::Accessibility),
        store("com.watch")
            .power(PowerKind::NotificationListener)
            .hides(Hiding::NoLauncherEntry),
        store("com.keys")
            .power(PowerKind::Keyboard)
            .hides(Hiding::NoLauncherEntry),
        store("com.game")
            .power(PowerKind::Overlay)
            .hides(Hiding::NotificationsMuted),
        store("com.home")
            .power(PowerKind::NotificationListener)
            .power(PowerKind::UsageAccess),
        store("com.bank").power(PowerKind::BatteryExempt),
        store("com.work.policy")
            .power(PowerKind::ProfileOwner)
            .power(PowerKind::DeviceAdmin)
            .hides(Hiding::LauncherSwitchedOff),
        store("com.google.android.apps.docs"),
        Made::app("org.gadget")
            .from("org.fdroid.fdroid")
            .asked_by("org.fdroid.fdroid")
            .power(PowerKind::NotificationListener)
            .power(PowerKind::RestrictedSettings),
        Made::app("org.player")
            .from(FILE)
            .granted(&["READ_MEDIA_VIDEO"]),
        Made::app("com.android.systemui")
            .system()
            .power(PowerKind::NotificationListener),
    ]);
    assert_eq!(found(&snapshot), []);
}

fn any_app() -> impl Strategy<Value = App> {
    let installers = [
        "com.android.vending",
        "null",
        "com.loader",
        "com.android.shell",
        "",
    ];
    let ids = [
        "com.odd",
        "com.chat",
        "com.android.sync",
        "com.google.x",
        "android",
    ];
    (
        prop::sample::select(ids.to_vec()),
        prop::option::of(prop::sample::select(installers.to_vec())),
        prop::option::of(prop::sample::select(installers.to_vec())),
        prop::sample::subsequence(PowerKind::ALL.to_vec(), 0..=PowerKind::ALL.len()),
        prop::sample::subsequence(Hiding::ALL.to_vec(), 0..=Hiding::ALL.len()),
        prop::option::of(any::<bool>()),
        prop::option::of(0u8..10),
        prop::sample::select(vec![AppState::Installed, AppState::Removed, AppState::Seen]),
    )
        .prop_map(
            |(id, installer, initiating, powers, hidings, system, key, state)| {
                let mut made = Made::app(id);
                if let Some(installer) = installer {
                    made = made.from(installer);
                }
                if let Some(initiating) = initiating {
                    made = made.asked_by(initiating);
                }
                for power in powers {
                    made = made.power(power);
                }
                for hiding in hidings {
                    made = made.hides(hiding);
                }
                if let Some(key) = key {
                    made = made.signed(key);
                }
                made.0.system = system;
                made.0.state = state;
                made.0
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn behaviour_alone_is_never_a_match_and_always_has_reasons(apps in prop::collection::vec(any_app(), 0..4)) {
        thread_local!(static BUNDLE: Bundle = bundle());
        let mut snapshot = phone([]);
        snapshot.apps = apps;
        let found = BUNDLE.with(|bundle| findings(&snapshot, bundle, DAY)).unwrap();
        for finding in &found {
            prop_assert_eq!(finding.outcome, Outcome::WorthALook);
            prop_assert!(!finding.because.is_empty());
            let places: Vec<_> = finding.because.iter().map(|because| because.basis.weight()).collect();
            prop_assert!(places.is_sorted());
            if finding.behaves_like {
                prop_assert!(finding.because.iter().any(|it| it.basis.weight() == Place::Class(Weight::Watching)));
                prop_assert!(finding.because.iter().any(|it| it.basis.weight() == Place::Class(Weight::Concealment)));
                prop_assert!(finding.because.iter().any(|it| it.basis.weight() == Place::Class(Weight::Origin)));
            }
        }
        // A harmless known app beside them changes nothing.
        let mut with = snapshot.clone();
        with.apps.push(Made::app("com.vault").from(STORE).signed(2).power(PowerKind::Accessibility).0);
        let again = BUNDLE.with(|bundle| findings(&with, bundle, DAY)).unwrap();
        prop_assert_eq!(found, again);
    }
}

/// A report names the app beside the host: an App Privacy Report and an intrusion log know it.
#[test]
fn a_listed_host_is_told_with_every_app_that_contacted_it() {
    let contact = |host: &str, app: Option<&str>, times: Option<u64>, line: &str| Contact {
        endpoint: Endpoint::Host(host.to_owned()),
        app: app.map(str::to_owned),
        contacted: times.map(|times| Contacted {
            first: "2026-11-02T02:15:00Z".parse().unwrap(),
            last: "2026-11-04T08:00:00Z".parse().unwrap(),
            times: Some(times),
        }),
        provenance: place(line),
    };
    let mut snapshot = phone([]);
    snapshot.contacts = vec![
        contact("a.panel.example", Some("com.example.one"), Some(12), "[1]"),
        contact("a.panel.example", Some("com.example.two"), None, "[2]"),
        contact("a.panel.example", None, None, "[3]"),
        contact("harmless.example", Some("com.example.one"), Some(3), "[4]"),
        contact("notpanel.example", Some("com.example.one"), Some(3), "[5]"),
        contact("b.one.example", Some("com.example.one"), Some(3), "[6]"),
        contact("one.example", Some("com.example.one"), None, "[7]"),
    ];
    let found = found(&snapshot);
    let told: Vec<(&str, Vec<(&str, &str)>)> = found
        .iter()
        .map(|finding| {
            assert_eq!(finding.outcome, Outcome::WorthALook);
            assert_eq!(finding.subject.kind, SubjectKind::Domain);
            let apps = finding.because.iter();
            let apps = apps.filter(|it| matches!(it.basis, Basis::Sign(Sign::ContactedBy)));
            let apps = apps.map(|it| (it.observed.as_str(), it.provenance.locator.as_str()));
            (finding.subject.id.as_str(), apps.collect())
        })
        .collect();
    let counted = "com.example.one x12 2026-11-02T02:15:00Z/2026-11-04T08:00:00Z";
    assert_eq!(
        told,
        [
            (
                "a.panel.example",
                vec![(counted, "[1]"), ("com.example.two", "[2]")]
            ),
            ("one.example", vec![("com.example.one", "[7]")]),
        ]
    );
}
