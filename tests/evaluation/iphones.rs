//! Made iPhones: five on which nothing is wrong, each with one thing that a rule could mistake, and three that
//! somebody watches. None is a phone of a real person; the apps are well-known ones with their real names.

use std::sync::Arc;

use rushlight_core::detect::Outcome;
use rushlight_core::report::Report;
use rushlight_core::snapshot::{
    AccountDevice, App, AppState, Channel, Hiding, ManagementRight, Observed, Payload, PayloadFact,
    PayloadKind, Platform, Power, PowerKind, Profile, Provenance, Sensor, SensorUse, Setting,
    Snapshot, SurfaceId, Surfaces,
};

use super::look::{self, Signatures};

/// One made iPhone, and what the check says of it.
pub(crate) struct Checked {
    pub(crate) phone: &'static str,
    pub(crate) apps: usize,
    pub(crate) report: Report,
}

impl Checked {
    pub(crate) fn matches(&self) -> u64 {
        self.report.summary.matches
    }

    /// Each finding: its subject, and what it rests on.
    pub(crate) fn raised(&self) -> Vec<String> {
        self.report
            .findings
            .iter()
            .map(|finding| {
                let mut why: Vec<&str> = finding
                    .because
                    .iter()
                    .filter_map(|it| match &it.indicator {
                        Some(indicator) => Some(indicator.kind.as_str()),
                        None => it.power.as_deref().or(it.sign.as_deref()),
                    })
                    .collect();
                why.dedup();
                format!("{} ({})", finding.subject.id, why.join(", "))
            })
            .collect()
    }

    /// A row of the table.
    pub(crate) fn row(&self) -> String {
        let looks = self.report.findings.iter();
        let looks = looks.filter(|it| it.outcome == Outcome::WorthALook).count();
        let raised = self.raised().join("; ");
        let (phone, apps, matches) = (self.phone, self.apps, self.matches());
        format!("| {phone} | {apps} | {matches} | {looks} | {raised} |")
    }
}

/// Phones on which nothing is wrong.
pub(crate) fn harmless(signatures: &Signatures) -> Vec<Checked> {
    check(
        signatures,
        &[
            ("private, three devices in the family's account", family),
            ("from work, with device management", employee),
            ("a child's, with Screen Time", child),
            ("a filter for adverts and a VPN from the store", adverts),
            ("of somebody who tries out apps", beta),
        ],
    )
}

/// Phones that somebody watches, with the subject that must come first.
pub(crate) fn watched(signatures: &Signatures) -> Vec<(Checked, &'static str)> {
    let phones = check(
        signatures,
        &[
            (
                "an app from outside the store, hidden, with the microphone",
                sideloaded,
            ),
            ("managed by a stranger's server", managed),
            ("a store app that listens at night", listens),
        ],
    );
    let first = [
        "org.example.syncservice",
        "org.example.mdm",
        "org.example.babynotes",
    ];
    phones.into_iter().zip(first).collect()
}

type Change = fn(&mut Snapshot);

fn check(signatures: &Signatures, phones: &[(&'static str, Change)]) -> Vec<Checked> {
    phones
        .iter()
        .map(|(phone, change)| {
            let mut snapshot = base();
            change(&mut snapshot);
            snapshot.apps.sort_by(|a, b| a.id.cmp(&b.id));
            Checked {
                phone,
                apps: snapshot.apps.len(),
                report: look::report(&snapshot, &signatures.bundle),
            }
        })
        .collect()
}

const OWN: &str = "a…@example.org";

/// Well-known apps of the App Store, and what people usually allow them.
const STORE: [(&str, &[&str]); 24] = [
    ("ch.threema.iapp", &["Microphone", "Camera", "AddressBook"]),
    ("com.airbnb.app", &["Photos"]),
    ("com.amazon.Amazon", &["Camera", "Microphone"]),
    ("com.atebits.Tweetie2", &["Camera", "Photos"]),
    ("com.booking.BookingApp", &[]),
    (
        "com.burbn.instagram",
        &["Camera", "Microphone", "Photos", "AddressBook"],
    ),
    ("com.duolingo.DuolingoMobile", &["Microphone"]),
    (
        "com.facebook.Facebook",
        &["Camera", "Microphone", "Photos", "AddressBook"],
    ),
    (
        "com.facebook.Messenger",
        &["Camera", "Microphone", "Photos", "AddressBook"],
    ),
    ("com.google.Gmail", &["AddressBook"]),
    ("com.google.Maps", &["Microphone"]),
    ("com.google.chrome.ios", &["Camera", "Microphone"]),
    ("com.google.ios.youtube", &["Camera"]),
    ("com.linkedin.LinkedIn", &["AddressBook", "Calendar"]),
    ("com.microsoft.Office.Outlook", &["AddressBook", "Calendar"]),
    (
        "com.microsoft.skype.teams",
        &["Camera", "Microphone", "AddressBook", "Calendar"],
    ),
    ("com.netflix.Netflix", &[]),
    ("com.spotify.client", &["Microphone"]),
    ("com.strava.stravaride", &["AddressBook", "Photos"]),
    ("com.ubercab.UberClient", &["AddressBook"]),
    (
        "com.zhiliaoapp.musically",
        &["Camera", "Microphone", "Photos"],
    ),
    (
        "net.whatsapp.WhatsApp",
        &["Camera", "Microphone", "Photos", "AddressBook"],
    ),
    (
        "org.whispersystems.signal",
        &["Camera", "Microphone", "Photos", "AddressBook"],
    ),
    ("us.zoom.videomeetings", &["Camera", "Microphone"]),
];

/// Apple's own apps, some of which work at night.
const FACTORY: [&str; 6] = [
    "com.apple.Preferences",
    "com.apple.camera",
    "com.apple.facetime",
    "com.apple.mobilephone",
    "com.apple.mobilesafari",
    "com.apple.weather",
];

fn place(locator: &str) -> Provenance {
    Provenance::new(&Arc::from("phone"), locator)
}

fn seen<T>(value: T) -> Observed<T> {
    Observed::new(value, place("here"))
}

fn app(id: &str, channel: Channel, granted: &[&str]) -> App {
    let mut app = App::new(id, Platform::Ios, AppState::Installed, place(id));
    app.install.channel = Some(seen(channel));
    app.install.account = match channel {
        Channel::AppStore | Channel::TestFlight => Some(seen(OWN.to_owned())),
        _ => None,
    };
    let granted = granted.iter().map(|it| format!("kTCCService{it}"));
    app.permissions.granted = Some(seen(granted.collect()));
    app
}

fn used(app: &mut App, sensor: Sensor, at: &str) {
    app.uses.push(seen(SensorUse {
        sensor,
        at: at.parse().unwrap(),
        background: None,
        milliseconds: Some(90_000),
        offset_minutes: Some(60),
    }));
}

/// What every made iPhone has: everything read, ordinary apps, a late call, the weather at night.
fn base() -> Snapshot {
    let mut surfaces = Surfaces::for_platform(Platform::Ios);
    for id in SurfaceId::ALL {
        if id.applies_to(Platform::Ios) {
            surfaces.read(id, 1);
        }
    }
    let mut snapshot = Snapshot {
        platform: Platform::Ios,
        surfaces,
        ..Snapshot::default()
    };
    snapshot.device.model = Some(seen("iPhone14,5".to_owned()));
    snapshot.device.os_version = Some(seen("18.5".to_owned()));
    snapshot.device.zone = Some(seen("Europe/Paris".to_owned()));
    snapshot.device.supervised = Some(seen(false));
    for (id, granted) in STORE {
        snapshot.apps.push(app(id, Channel::AppStore, granted));
    }
    for id in FACTORY {
        let mut app = app(id, Channel::Factory, &["Microphone", "Camera"]);
        for night in ["01", "02", "03", "04"] {
            used(
                &mut app,
                Sensor::Location,
                &format!("2026-11-{night}T02:00:00Z"),
            );
        }
        snapshot.apps.push(app);
    }
    let chat = snapshot.apps.iter_mut();
    let chat = chat.filter(|app| app.id == "net.whatsapp.WhatsApp");
    for app in chat {
        used(app, Sensor::Microphone, "2026-11-01T00:20:00Z");
        used(app, Sensor::Camera, "2026-11-01T00:20:00Z");
    }
    // Many people keep apps in the App Library.
    for app in snapshot.apps.iter_mut().step_by(3) {
        app.hiding.push(seen(Hiding::NotOnHomeScreen));
    }
    snapshot
}

fn device(model: &str, own: bool) -> AccountDevice {
    AccountDevice {
        model: Some(model.to_owned()),
        os_version: Some("18.5 (22F76)".to_owned()),
        serial_end: Some("WXYZ".to_owned()),
        own: Some(own),
        provenance: place(model),
    }
}

fn setting(snapshot: &mut Snapshot, namespace: &str, name: &str, value: &str) {
    snapshot.settings.push(Setting {
        namespace: namespace.to_owned(),
        name: name.to_owned(),
        value: value.to_owned(),
        provenance: place(name),
    });
}

fn profile(identifier: &str, name: &str, payloads: &[(&str, &[(&str, &str)])]) -> Profile {
    let mut profile = Profile::new(identifier, AppState::Installed, place(identifier));
    profile.display_name = Some(name.to_owned());
    for (payload_type, facts) in payloads {
        let kind = PayloadKind::of(payload_type);
        profile.payload_kinds.push((*payload_type).to_owned());
        profile.payloads.push(Payload {
            kind,
            payload_type: (*payload_type).to_owned(),
            identifier: Some(format!("{identifier}.payload")),
            display_name: None,
            rights: match kind {
                PayloadKind::DeviceManagement => ManagementRight::ALL.to_vec(),
                _ => Vec::new(),
            },
            facts: facts
                .iter()
                .map(|(key, value)| PayloadFact {
                    key: (*key).to_owned(),
                    value: (*value).to_owned(),
                })
                .collect(),
            provenance: place(payload_type),
        });
    }
    profile
}

fn family(snapshot: &mut Snapshot) {
    snapshot.account_devices = vec![
        device("iPhone14,5", true),
        device("iPad13,4", false),
        device("MacBookPro18,3", false),
        device("Watch6,1", false),
    ];
    // Family sharing: the parents bought two of the apps.
    for app in snapshot.apps.iter_mut().filter(|app| {
        ["com.duolingo.DuolingoMobile", "com.netflix.Netflix"].contains(&app.id.as_str())
    }) {
        app.install.account = Some(seen("p…@example.org".to_owned()));
    }
}

fn employee(snapshot: &mut Snapshot) {
    snapshot.device.supervised = Some(seen(true));
    snapshot.profiles.push(profile(
        "com.example.employer.mdm",
        "Example Ltd",
        &[
            (
                "com.apple.mdm",
                &[("ServerURL", "https://mdm.example.com/")],
            ),
            ("com.apple.security.root", &[]),
            ("com.apple.wifi.managed", &[("SSID_STR", "Office")]),
        ],
    ));
    let mut tunnel = app("com.example.employer.vpn", Channel::Managed, &[]);
    tunnel.powers.push(seen(Power {
        kind: PowerKind::Vpn,
        component: None,
    }));
    snapshot.apps.push(tunnel);
    let own = app(
        "com.example.employer.mail",
        Channel::Managed,
        &["AddressBook", "Calendar"],
    );
    snapshot.apps.push(own);
    setting(
        snapshot,
        "restrictions",
        "allowEraseContentAndSettings",
        "false",
    );
}

fn child(snapshot: &mut Snapshot) {
    setting(snapshot, "screen_time", "ScreenTimeEnabled", "true");
    setting(snapshot, "restrictions", "allowAppInstallation", "false");
    setting(
        snapshot,
        "restrictions",
        "allowAccountModification",
        "false",
    );
    for app in snapshot.apps.iter_mut() {
        if ["com.zhiliaoapp.musically", "com.burbn.instagram"].contains(&app.id.as_str()) {
            app.hiding.push(seen(Hiding::HiddenByRestriction));
        }
    }
}

fn adverts(snapshot: &mut Snapshot) {
    snapshot.profiles.push(profile(
        "org.example.dns.profile",
        "DNS without adverts",
        &[(
            "com.apple.dnsSettings.managed",
            &[("DNSSettings/ServerURL", "https://dns.example.net/dns-query")],
        )],
    ));
    let mut tunnel = app("com.example.tunnel", Channel::AppStore, &[]);
    for kind in [PowerKind::Vpn, PowerKind::ContentFilter] {
        tunnel.powers.push(seen(Power {
            kind,
            component: None,
        }));
    }
    snapshot.apps.push(tunnel);
    let mut keyboard = app(
        "com.touchtype.swiftkey",
        Channel::AppStore,
        &["KeyboardNetwork"],
    );
    keyboard.powers.push(seen(Power {
        kind: PowerKind::Keyboard,
        component: None,
    }));
    snapshot.apps.push(keyboard);
}

fn beta(snapshot: &mut Snapshot) {
    for number in 0..6 {
        let id = format!("org.example.beta{number}");
        let granted = ["Camera", "Microphone", "Photos"];
        snapshot.apps.push(app(&id, Channel::TestFlight, &granted));
    }
}

fn sideloaded(snapshot: &mut Snapshot) {
    family(snapshot);
    let granted = ["Microphone", "Camera", "AddressBook", "Photos"];
    let mut app = app("org.example.syncservice", Channel::OutsideStore, &granted);
    app.hiding.push(seen(Hiding::HiddenByRestriction));
    snapshot.apps.push(app);
    setting(snapshot, "restrictions", "allowAppRemoval", "false");
}

fn managed(snapshot: &mut Snapshot) {
    snapshot.device.supervised = Some(seen(true));
    let mut profile = profile(
        "org.example.mdm",
        "Phone settings",
        &[
            ("com.apple.mdm", &[("ServerURL", "https://203.0.113.7/mdm")]),
            ("com.apple.security.root", &[]),
            (
                "com.apple.proxy.http.global",
                &[("ProxyServer", "203.0.113.7")],
            ),
        ],
    );
    profile.removable = Some(seen(false));
    snapshot.profiles.push(profile);
    setting(snapshot, "restrictions", "allowLockdownMode", "false");
    setting(
        snapshot,
        "restrictions",
        "allowEraseContentAndSettings",
        "false",
    );
}

fn listens(snapshot: &mut Snapshot) {
    let mut app = app("org.example.babynotes", Channel::AppStore, &["Microphone"]);
    for night in ["01", "02", "03"] {
        used(
            &mut app,
            Sensor::Microphone,
            &format!("2026-11-{night}T01:40:00Z"),
        );
    }
    snapshot.apps.push(app);
    snapshot.account_devices = vec![device("iPhone14,5", true), device("iPad13,4", false)];
}
