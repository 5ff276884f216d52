//! Phones on which nothing is wrong, each with ninety ordinary apps and one thing that a rule could mistake:
//! seeded, so that a figure can be taken again.

use std::fmt;

use rushlight_core::detect::Outcome;
use rushlight_core::digest::Sha256;
use rushlight_core::snapshot::{Hiding, PhoneUser, PowerKind, Snapshot, UserKind};

use super::look::{self, Signatures};
use super::made::{From, Made, PLAY, Phone, Seeded, made};
use super::published::Published;
use super::store_apps::APPS;

/// Ordinary apps on every made phone.
pub(crate) const BASE: usize = 90;

/// One phone and what was raised on it.
pub(crate) struct Harmless {
    pub(crate) phone: &'static str,
    pub(crate) apps: usize,
    pub(crate) matches: usize,
    pub(crate) looks: usize,
    /// Subjects of the findings with what they rest on.
    pub(crate) raised: Vec<String>,
    /// How many may be worth a look; no limit for the list of preinstalled names, which no one phone has.
    pub(crate) allowed: Option<usize>,
}

impl fmt::Display for Harmless {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A row of a table stays readable; the program that asks for the rest has the list.
        let shown = 12;
        let mut raised = self
            .raised
            .iter()
            .take(shown)
            .cloned()
            .collect::<Vec<_>>()
            .join("; ");
        if self.raised.len() > shown {
            raised.push_str(&format!("; and {} more", self.raised.len() - shown));
        }
        write!(
            f,
            "| {} | {} | {} | {} | {} |",
            self.phone, self.apps, self.matches, self.looks, raised
        )
    }
}

pub(crate) fn measure(published: &Published, signatures: &Signatures) -> Vec<Harmless> {
    let mut rows: Vec<Harmless> = (1u64..)
        .zip(VARIANTS)
        .map(|(seed, (name, change))| {
            let mut phone = Phone::new();
            base(&mut phone, seed, signatures);
            change(&mut phone, signatures);
            raised(name, Some(1), &phone.snapshot(), signatures)
        })
        .collect();
    for (name, strip) in STRIPPED {
        let mut phone = Phone::new();
        base(&mut phone, 90, signatures);
        messengers(&mut phone, signatures);
        watch(&mut phone, signatures);
        let mut snapshot = phone.snapshot();
        strip(&mut snapshot);
        rows.push(raised(name, Some(1), &snapshot, signatures));
    }
    let names = preinstalled(&published.preinstalled);
    rows.push(raised(
        "every preinstalled name of UAD-ng",
        None,
        &names,
        signatures,
    ));
    rows
}

fn raised(
    phone: &'static str,
    allowed: Option<usize>,
    snapshot: &Snapshot,
    signatures: &Signatures,
) -> Harmless {
    let report = look::report(snapshot, &signatures.bundle);
    let count = |outcome| {
        let all = report.findings.iter();
        all.filter(|it| it.outcome == outcome).count()
    };
    Harmless {
        phone,
        apps: snapshot.apps.len(),
        matches: count(Outcome::Match),
        looks: count(Outcome::WorthALook),
        raised: report
            .findings
            .iter()
            .map(|finding| {
                let why: Vec<&str> = finding
                    .because
                    .iter()
                    .filter_map(|it| match &it.indicator {
                        Some(indicator) => Some(indicator.kind.as_str()),
                        None => it.power.as_deref(),
                    })
                    .collect();
                format!("`{}` ({})", finding.subject.id, why.join(", "))
            })
            .collect(),
        allowed,
    }
}

/// Puts the system and ninety ordinary apps from the store on a phone.
pub(crate) fn base(phone: &mut Phone, seed: u64, signatures: &Signatures) {
    let mut seeded = Seeded::new(seed);
    for made in system() {
        phone.install(&made);
    }
    let skip = seeded.below(APPS.len());
    for number in 0..BASE {
        let (id, label, purpose) = APPS[(skip + number) % APPS.len()];
        let mut app = known(id, label, PLAY, signatures);
        // Most people allow most of what an app they like asks for.
        app.granted = purpose
            .permissions()
            .iter()
            .copied()
            .filter(|_| seeded.below(10) < 7)
            .collect();
        app.granted.push("android.permission.INTERNET");
        app.powers
            .extend(purpose.power().filter(|_| seeded.below(10) < 2));
        if seeded.below(10) == 0 {
            app.hiding.push(Hiding::NotificationsMuted);
        }
        if seeded.below(2) == 0 {
            app.broadcasts.push("android.intent.action.BOOT_COMPLETED");
        }
        app.target_sdk = 30 + u32::try_from(seeded.below(6)).unwrap();
        phone.install(&app);
    }
}

/// An app with its real signer, where a list of ours has it.
fn known<'a>(id: &'a str, label: &'a str, from: From, signatures: &Signatures) -> Made<'a> {
    Made {
        signer: signer_of(id, signatures),
        ..made(id, label, from)
    }
}

fn signer_of(id: &str, signatures: &Signatures) -> Option<Sha256> {
    signatures.bundle.known_app(id).and_then(|app| app.signer)
}

/// What every Android phone has, with the powers that it needs.
fn system() -> Vec<Made<'static>> {
    let with = |id, label, powers: &[PowerKind], granted: &[&'static str]| Made {
        powers: powers.to_vec(),
        granted: granted.to_vec(),
        ..made(id, label, From::Phone)
    };
    let hidden = |app: Made<'static>| Made {
        hiding: vec![Hiding::NoLauncherEntry],
        broadcasts: vec!["android.intent.action.BOOT_COMPLETED"],
        ..app
    };
    const CALLS: [&str; 6] = [
        "android.permission.READ_CALL_LOG",
        "android.permission.READ_CONTACTS",
        "android.permission.READ_SMS",
        "android.permission.RECORD_AUDIO",
        "android.permission.CAMERA",
        "android.permission.ACCESS_FINE_LOCATION",
    ];
    vec![
        with("com.android.settings", "Settings", &[], &CALLS),
        with(
            "com.android.vending",
            "Google Play Store",
            &[PowerKind::InstallApps],
            &[],
        ),
        with(
            "com.google.android.dialer",
            "Phone",
            &[PowerKind::DialerRole],
            &CALLS,
        ),
        with(
            "com.google.android.apps.messaging",
            "Messages",
            &[PowerKind::SmsRole],
            &CALLS,
        ),
        with(
            "com.google.android.googlequicksearchbox",
            "Google",
            &[PowerKind::AssistantRole],
            &CALLS,
        ),
        with(
            "com.google.android.inputmethod.latin",
            "Gboard",
            &[PowerKind::Keyboard],
            &[],
        ),
        with(
            "com.google.android.apps.nexuslauncher",
            "Pixel Launcher",
            &[PowerKind::NotificationListener],
            &[],
        ),
        hidden(with(
            "com.android.systemui",
            "System UI",
            &[PowerKind::Overlay],
            &CALLS,
        )),
        hidden(with(
            "com.google.android.gms",
            "Google Play services",
            &[
                PowerKind::DeviceAdmin,
                PowerKind::BatteryExempt,
                PowerKind::UsageAccess,
            ],
            &CALLS,
        )),
        hidden(with(
            "com.google.android.projection.gearhead",
            "Android Auto",
            &[PowerKind::NotificationListener],
            &CALLS,
        )),
        hidden(with(
            "com.google.android.packageinstaller",
            "Package installer",
            &[PowerKind::InstallApps],
            &[],
        )),
        hidden(with(
            "com.android.providers.telephony",
            "Phone and Messaging Storage",
            &[],
            &CALLS,
        )),
    ]
}

type Change = fn(&mut Phone, &Signatures);

const VARIANTS: [(&str, Change); 17] = [
    ("a typical phone", |_, _| {}),
    ("messengers with every permission", messengers),
    ("F-Droid and its apps", f_droid),
    ("a screen reader and voice control", screen_reader),
    ("a screen reader from a file", screen_reader_from_file),
    ("a password manager", password_manager),
    ("a watch and its companions", watch),
    ("another launcher", launcher),
    ("another keyboard", keyboard),
    ("a VPN and an ad blocker from a file", vpn),
    ("a work profile", work_profile),
    ("a game from its maker's own shop", game),
    ("automation", automation),
    ("cameras and a baby monitor at home", home),
    ("a Samsung phone", samsung),
    ("a phone without Google", without_google),
    ("remote help", remote_help),
];

fn messengers(phone: &mut Phone, signatures: &Signatures) {
    for (id, label) in [
        ("com.whatsapp.w4b", "WhatsApp Business"),
        ("org.thoughtcrime.securesms.beta", "Signal Beta"),
    ] {
        let mut app = known(id, label, PLAY, signatures);
        app.granted = super::store_apps::For::Messages.permissions().to_vec();
        app.granted.extend([
            "android.permission.READ_SMS",
            "android.permission.RECEIVE_SMS",
            "android.permission.ACCESS_BACKGROUND_LOCATION",
        ]);
        app.powers = vec![PowerKind::BatteryExempt, PowerKind::Overlay];
        app.broadcasts = vec![
            "android.intent.action.BOOT_COMPLETED",
            "android.intent.action.PHONE_STATE",
            "android.provider.Telephony.SMS_RECEIVED",
        ];
        phone.install(&app);
    }
}

fn f_droid(phone: &mut Phone, signatures: &Signatures) {
    let store = From::Store("org.fdroid.fdroid");
    let mut shop = known("org.fdroid.fdroid", "F-Droid", From::File, signatures);
    shop.powers = vec![PowerKind::InstallApps];
    shop.target_sdk = 29;
    phone.install(&shop);
    for (id, label, powers, granted, target_sdk) in [
        (
            "org.schabi.newpipe",
            "NewPipe",
            vec![PowerKind::Overlay],
            vec![],
            33,
        ),
        ("de.danoeh.antennapod", "AntennaPod", vec![], vec![], 34),
        (
            "com.fsck.k9",
            "K-9 Mail",
            vec![PowerKind::BatteryExempt],
            vec!["android.permission.READ_CONTACTS"],
            34,
        ),
        (
            "org.kde.kdeconnect_tp",
            "KDE Connect",
            vec![
                PowerKind::NotificationListener,
                PowerKind::Accessibility,
                PowerKind::BatteryExempt,
            ],
            vec![
                "android.permission.READ_SMS",
                "android.permission.READ_CALL_LOG",
                "android.permission.READ_CONTACTS",
                "android.permission.READ_EXTERNAL_STORAGE",
            ],
            33,
        ),
        (
            "nodomain.freeyourgadget.gadgetbridge",
            "Gadgetbridge",
            vec![
                PowerKind::NotificationListener,
                PowerKind::RestrictedSettings,
                PowerKind::BatteryExempt,
            ],
            vec![
                "android.permission.READ_SMS",
                "android.permission.READ_CALL_LOG",
                "android.permission.READ_CONTACTS",
                "android.permission.READ_CALENDAR",
                "android.permission.ACCESS_FINE_LOCATION",
                "android.permission.ACCESS_BACKGROUND_LOCATION",
            ],
            30,
        ),
        (
            "com.termux",
            "Termux",
            vec![PowerKind::AllFiles],
            vec![],
            28,
        ),
        (
            "com.simplemobiletools.voicerecorder",
            "Voice Recorder",
            vec![],
            vec!["android.permission.RECORD_AUDIO"],
            33,
        ),
    ] {
        let mut app = known(id, label, store, signatures);
        app.powers = powers;
        app.granted = granted;
        app.target_sdk = target_sdk;
        phone.install(&app);
    }
}

fn screen_reader(phone: &mut Phone, signatures: &Signatures) {
    for (id, label) in [
        (
            "com.google.android.marvin.talkback",
            "Android Accessibility Suite",
        ),
        (
            "com.google.android.apps.accessibility.voiceaccess",
            "Voice Access",
        ),
        ("com.google.android.apps.accessibility.reveal", "Lookout"),
    ] {
        let mut app = known(id, label, PLAY, signatures);
        app.powers = vec![PowerKind::Accessibility];
        app.granted = vec![
            "android.permission.READ_PHONE_STATE",
            "android.permission.RECORD_AUDIO",
            "android.permission.CAMERA",
        ];
        app.hiding = vec![Hiding::NoLauncherEntry];
        phone.install(&app);
    }
}

fn screen_reader_from_file(phone: &mut Phone, signatures: &Signatures) {
    let mut app = known("com.nirenr.talkman", "Jieshuo", From::File, signatures);
    app.powers = vec![
        PowerKind::Accessibility,
        PowerKind::Overlay,
        PowerKind::BatteryExempt,
    ];
    app.granted = vec![
        "android.permission.READ_PHONE_STATE",
        "android.permission.READ_CONTACTS",
        "android.permission.RECORD_AUDIO",
    ];
    phone.install(&app);
}

fn password_manager(phone: &mut Phone, signatures: &Signatures) {
    for (id, label) in [
        ("com.x8bit.bitwarden", "Bitwarden"),
        ("com.agilebits.onepassword", "1Password 7"),
        ("com.lastpass.lpandroid", "LastPass"),
    ] {
        let mut app = known(id, label, PLAY, signatures);
        app.powers = vec![PowerKind::Accessibility, PowerKind::Overlay];
        app.granted = vec!["android.permission.CAMERA"];
        phone.install(&app);
    }
}

fn watch(phone: &mut Phone, signatures: &Signatures) {
    let granted = vec![
        "android.permission.READ_SMS",
        "android.permission.READ_CALL_LOG",
        "android.permission.READ_CONTACTS",
        "android.permission.READ_CALENDAR",
        "android.permission.READ_PHONE_STATE",
        "android.permission.ACCESS_FINE_LOCATION",
        "android.permission.ACCESS_BACKGROUND_LOCATION",
    ];
    for (id, label, from, hidden) in [
        (
            "com.garmin.android.apps.connectmobile",
            "Garmin Connect",
            PLAY,
            false,
        ),
        (
            "com.google.android.apps.wear.companion",
            "Pixel Watch",
            PLAY,
            false,
        ),
        ("com.huami.watch.hmwatchmanager", "Zepp", PLAY, false),
        // A part of Galaxy Wearable, without an icon of its own.
        (
            "com.samsung.android.waterplugin",
            "Galaxy Watch4 Plugin",
            From::Store("com.sec.android.app.samsungapps"),
            true,
        ),
    ] {
        let mut app = known(id, label, from, signatures);
        app.powers = vec![PowerKind::NotificationListener, PowerKind::BatteryExempt];
        app.granted.clone_from(&granted);
        app.broadcasts = vec![
            "android.intent.action.BOOT_COMPLETED",
            "android.intent.action.PHONE_STATE",
        ];
        if hidden {
            app.hiding = vec![Hiding::NoLauncherEntry];
        }
        phone.install(&app);
    }
}

fn launcher(phone: &mut Phone, signatures: &Signatures) {
    let mut app = known(
        "com.teslacoilsw.launcher",
        "Nova Launcher",
        PLAY,
        signatures,
    );
    app.powers = vec![
        PowerKind::NotificationListener,
        PowerKind::Accessibility,
        PowerKind::DeviceAdmin,
    ];
    phone.install(&app);
    let mut icons = known(
        "com.natewren.linesfree",
        "Lines Icon Pack",
        PLAY,
        signatures,
    );
    icons.hiding = vec![Hiding::LauncherSwitchedOff];
    phone.install(&icons);
}

fn keyboard(phone: &mut Phone, signatures: &Signatures) {
    let mut app = known("com.touchtype.swiftkey", "SwiftKey", PLAY, signatures);
    app.powers = vec![PowerKind::Keyboard];
    app.granted = vec![
        "android.permission.READ_CONTACTS",
        "android.permission.RECORD_AUDIO",
    ];
    phone.install(&app);
    let mut free = known(
        "dev.patrickgold.florisboard",
        "FlorisBoard",
        From::File,
        signatures,
    );
    free.powers = vec![PowerKind::Keyboard];
    phone.install(&free);
}

fn vpn(phone: &mut Phone, signatures: &Signatures) {
    let mut app = known("ch.protonvpn.android", "Proton VPN", PLAY, signatures);
    app.powers = vec![PowerKind::Vpn, PowerKind::BatteryExempt];
    phone.install(&app);
    let mut blocker = known("com.adguard.android", "AdGuard", From::File, signatures);
    blocker.powers = vec![PowerKind::UsageAccess, PowerKind::BatteryExempt];
    phone.install(&blocker);
}

fn work_profile(phone: &mut Phone, signatures: &Signatures) {
    let work = |app: Made<'static>| Made { user: 10, ..app };
    let mut owner = known(
        "com.google.android.apps.work.clouddpc",
        "Android Device Policy",
        PLAY,
        signatures,
    );
    owner.powers = vec![PowerKind::ProfileOwner, PowerKind::DeviceAdmin];
    owner.hiding = vec![Hiding::NoLauncherEntry];
    phone.install(&work(owner));
    let mut portal = known(
        "com.microsoft.windowsintune.companyportal",
        "Intune Company Portal",
        PLAY,
        signatures,
    );
    portal.powers = vec![PowerKind::DeviceAdmin];
    portal.granted = vec![
        "android.permission.CAMERA",
        "android.permission.READ_PHONE_STATE",
    ];
    phone.install(&work(portal));
    for (id, label) in [
        ("com.microsoft.office.word", "Word"),
        ("com.microsoft.skydrive", "OneDrive"),
    ] {
        phone.install(&work(known(id, label, PLAY, signatures)));
    }
    let place = phone.place();
    phone.user(PhoneUser {
        id: 10,
        kind: UserKind::WorkProfile,
        name: Some("Work".to_owned()),
        read: Some(true),
        provenance: place,
    });
}

fn game(phone: &mut Phone, signatures: &Signatures) {
    let mut shop = known(
        "com.epicgames.portal",
        "Epic Games Store",
        From::File,
        signatures,
    );
    shop.powers = vec![PowerKind::InstallApps];
    phone.install(&shop);
    let mut app = known(
        "com.epicgames.fortnite",
        "Fortnite",
        From::App("com.epicgames.portal"),
        signatures,
    );
    app.granted = vec![
        "android.permission.RECORD_AUDIO",
        "android.permission.READ_EXTERNAL_STORAGE",
    ];
    phone.install(&app);
    let mut old = known("org.example.puzzle", "Old Puzzle", From::File, signatures);
    old.target_sdk = 24;
    phone.install(&old);
}

fn automation(phone: &mut Phone, signatures: &Signatures) {
    let mut app = known("net.dinglisch.android.taskerm", "Tasker", PLAY, signatures);
    app.powers = vec![
        PowerKind::Accessibility,
        PowerKind::NotificationListener,
        PowerKind::DeviceAdmin,
        PowerKind::UsageAccess,
        PowerKind::BatteryExempt,
        PowerKind::Overlay,
    ];
    app.granted = vec![
        "android.permission.READ_SMS",
        "android.permission.READ_CALL_LOG",
        "android.permission.READ_CONTACTS",
        "android.permission.ACCESS_FINE_LOCATION",
        "android.permission.ACCESS_BACKGROUND_LOCATION",
    ];
    phone.install(&app);
}

fn home(phone: &mut Phone, signatures: &Signatures) {
    for (id, label) in [
        ("com.nest.android", "Nest"),
        ("com.eufylife.security", "eufy"),
        ("com.owletcare.owletcare", "Owlet"),
        ("com.samsung.android.oneconnect", "SmartThings"),
    ] {
        let mut app = known(id, label, PLAY, signatures);
        app.granted = super::store_apps::For::Home.permissions().to_vec();
        app.powers = vec![PowerKind::BatteryExempt];
        phone.install(&app);
    }
}

fn samsung(phone: &mut Phone, _: &Signatures) {
    for (id, label, powers) in [
        (
            "com.samsung.accessibility",
            "Accessibility",
            vec![PowerKind::Accessibility],
        ),
        (
            "com.samsung.android.bixby.agent",
            "Bixby",
            vec![PowerKind::Accessibility, PowerKind::AssistantRole],
        ),
        (
            "com.samsung.android.app.routines",
            "Modes and Routines",
            vec![PowerKind::NotificationListener, PowerKind::Accessibility],
        ),
        (
            "com.samsung.android.fmm",
            "Find My Mobile",
            vec![PowerKind::DeviceAdmin],
        ),
        (
            "com.samsung.android.app.galaxyfinder",
            "Finder",
            vec![PowerKind::UsageAccess],
        ),
        (
            "com.sec.android.app.samsungapps",
            "Galaxy Store",
            vec![PowerKind::InstallApps],
        ),
    ] {
        let mut app = made(id, label, From::Phone);
        app.powers = powers;
        app.granted = vec![
            "android.permission.ACCESS_FINE_LOCATION",
            "android.permission.READ_CONTACTS",
        ];
        app.hiding = vec![Hiding::NoLauncherEntry];
        phone.install(&app);
    }
}

fn without_google(phone: &mut Phone, signatures: &Signatures) {
    let mut shop = known("com.aurora.store", "Aurora Store", From::File, signatures);
    shop.powers = vec![PowerKind::InstallApps];
    phone.install(&shop);
    for (id, label) in [
        ("app.organicmaps", "Organic Maps"),
        ("com.nutomic.syncthingandroid", "Syncthing"),
    ] {
        let mut app = known(id, label, From::Store("com.aurora.store"), signatures);
        app.granted = vec![
            "android.permission.ACCESS_FINE_LOCATION",
            "android.permission.ACCESS_BACKGROUND_LOCATION",
        ];
        app.powers = vec![PowerKind::AllFiles, PowerKind::BatteryExempt];
        phone.install(&app);
    }
}

fn remote_help(phone: &mut Phone, signatures: &Signatures) {
    let mut app = known(
        "com.teamviewer.quicksupport.market",
        "QuickSupport",
        PLAY,
        signatures,
    );
    app.powers = vec![
        PowerKind::Accessibility,
        PowerKind::Overlay,
        PowerKind::ScreenCapture,
    ];
    phone.install(&app);
}

type Strip = fn(&mut Snapshot);

/// The messengers and watches again, on phones of which less is known.
const STRIPPED: [(&str, Strip); 3] = [
    (
        "moved from another phone: no installer anywhere",
        |snapshot| {
            for app in &mut snapshot.apps {
                app.install = Default::default();
            }
        },
    ),
    ("a bug report only: no signers, no labels", |snapshot| {
        for app in &mut snapshot.apps {
            app.signers.clear();
            app.labels.clear();
        }
    }),
    ("a bug report of a moved phone: neither", |snapshot| {
        for app in &mut snapshot.apps {
            app.signers.clear();
            app.labels.clear();
            app.install = Default::default();
        }
    }),
];

/// Every name that comes with some phone, each with what such apps have: an app of the system, often without
/// an icon, and here and there a power.
fn preinstalled(names: &[String]) -> Snapshot {
    let mut phone = Phone::new();
    let mut seeded = Seeded::new(5370);
    const POWERS: [PowerKind; 6] = [
        PowerKind::Accessibility,
        PowerKind::DeviceAdmin,
        PowerKind::NotificationListener,
        PowerKind::UsageAccess,
        PowerKind::Overlay,
        PowerKind::BatteryExempt,
    ];
    for name in names {
        let mut app = made(name, name, From::Phone);
        if seeded.below(10) == 0 {
            app.powers
                .push(POWERS[seeded.below(POWERS.len())]);
        }
        if seeded.below(2) == 0 {
            app.hiding.push(Hiding::NoLauncherEntry);
        }
        app.granted = super::store_apps::For::Messages
            .permissions()
            .iter()
            .copied()
            .filter(|_| seeded.below(4) == 0)
            .collect();
        phone.install(&app);
    }
    phone.snapshot()
}
