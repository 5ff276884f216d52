//! The one thing on each harmless phone that a rule could mistake.

use rushlight_core::snapshot::{Hiding, PhoneUser, PowerKind, UserKind};

use super::harmless::known;
use super::look::Signatures;
use super::made::{From, Made, PLAY, Phone, made};
use super::store_apps::For;

pub(super) type Change = fn(&mut Phone, &Signatures);

pub(super) const VARIANTS: [(&str, Change); 17] = [
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
    ("remote help from a store", remote_help),
];

fn messengers(phone: &mut Phone, signatures: &Signatures) {
    for (id, label) in [
        ("com.whatsapp.w4b", "WhatsApp Business"),
        ("org.thoughtcrime.securesms.beta", "Signal Beta"),
    ] {
        let mut app = known(id, label, PLAY, signatures);
        app.granted = For::Messages.permissions().to_vec();
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
    ] {
        let mut app = known(id, label, PLAY, signatures);
        app.powers = vec![PowerKind::Accessibility];
        app.granted = vec![
            "android.permission.READ_PHONE_STATE",
            "android.permission.RECORD_AUDIO",
            "android.permission.CAMERA",
        ];
        // TalkBack has no icon; Voice Access has one.
        if id.ends_with("talkback") {
            app.hiding = vec![Hiding::NoLauncherEntry];
        }
        phone.install(&app);
    }
}

pub(super) fn screen_reader_from_file(phone: &mut Phone, signatures: &Signatures) {
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

pub(super) fn keyboard(phone: &mut Phone, signatures: &Signatures) {
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
        app.granted = For::Home.permissions().to_vec();
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
