//! Indicators that would fire on ordinary things.

use rushlight_core::signatures::{IndicatorKind, MatchMode, Pattern};

/// Apps that come with phones, and some that nearly everybody has. Stalkerware imitates such names
/// (`com.android.core.mng`), so a pattern may come close and must not reach them.
const PACKAGES: &[&str] = &[
    "android",
    "com.android.bluetooth",
    "com.android.camera",
    "com.android.chrome",
    "com.android.contacts",
    "com.android.dialer",
    "com.android.email",
    "com.android.launcher3",
    "com.android.mms",
    "com.android.packageinstaller",
    "com.android.phone",
    "com.android.providers.contacts",
    "com.android.providers.media",
    "com.android.providers.settings",
    "com.android.server.telecom",
    "com.android.settings",
    "com.android.shell",
    "com.android.systemui",
    "com.android.vending",
    "com.apple.mobilesafari",
    "com.apple.mobilesms",
    "com.google.android.apps.maps",
    "com.google.android.gms",
    "com.google.android.gsf",
    "com.google.android.packageinstaller",
    "com.google.android.youtube",
    "com.huawei.android.launcher",
    "com.miui.home",
    "com.miui.securitycenter",
    "com.samsung.android.dialer",
    "com.samsung.android.messaging",
    "com.sec.android.app.launcher",
    "com.sec.android.daemonapp",
    "com.whatsapp",
    "net.whatsapp.whatsapp",
    "org.mozilla.firefox",
    "org.thoughtcrime.securesms",
];

/// Paths that every Android phone has, in the places where files lie.
const PATHS: &[&str] = &[
    "/data/app/com.android.chrome-1/base.apk",
    "/data/data/com.android.providers.contacts/databases/contacts2.db",
    "/data/local/tmp/file",
    "/sdcard/Android/data/com.whatsapp/files/a",
    "/sdcard/DCIM/Camera/IMG_20260101_120000.jpg",
    "/sdcard/Download/file.apk",
    "/storage/emulated/0/Download/file.pdf",
    "/system/bin/sh",
    "/system/build.prop",
    "/system/priv-app/Settings/Settings.apk",
];

/// Names in the certificates of ordinary apps.
const SIGNERS: &[&str] = &[
    "",
    "Android",
    "Android Debug",
    "Google Inc.",
    "Samsung Corporation",
    "WhatsApp Inc.",
];

/// Parts of ordinary apps.
const COMPONENTS: &[&str] = &[
    "androidx.core.app.CoreComponentFactory",
    "androidx.work.impl.background.systemjob.SystemJobService",
    "com.google.android.gms.common.api.GoogleApiActivity",
    "com.google.firebase.messaging.FirebaseMessagingService",
];

/// A pattern with fewer literal characters says too little. `com.fone.` has nine.
const LITERAL_CHARACTERS: usize = 8;

/// Says what an indicator would fire on, if it is too broad. `listed` are packages that our own lists know
/// as honest.
pub(super) fn too_broad(
    kind: IndicatorKind,
    mode: MatchMode,
    key: &str,
    listed: &[&str],
) -> Option<String> {
    if matches!(mode, MatchMode::Prefix | MatchMode::Glob) {
        let literal = literal_characters(mode, key);
        if literal < LITERAL_CHARACTERS {
            return Some(format!("has {literal} letters, which is too few"));
        }
    }
    let ordinary: &[&str] = match kind {
        IndicatorKind::AndroidPackage | IndicatorKind::IosBundle => PACKAGES,
        IndicatorKind::FilePath => PATHS,
        IndicatorKind::SignerCommonName | IndicatorKind::SignerOrganisation => SIGNERS,
        IndicatorKind::Component => COMPONENTS,
        IndicatorKind::SignerSha1
        | IndicatorKind::SignerSha256
        | IndicatorKind::SignerKey
        | IndicatorKind::ApkSha256
        | IndicatorKind::Label
        | IndicatorKind::MetaData
        | IndicatorKind::DeclaredPermission
        | IndicatorKind::DexRule
        | IndicatorKind::FileSha256
        | IndicatorKind::ProfileIdentifier
        | IndicatorKind::ProfileUuid
        | IndicatorKind::ProfileOrganisation
        | IndicatorKind::ProfilePayload
        | IndicatorKind::Host
        | IndicatorKind::Ip => return None,
    };
    let listed = if kind == IndicatorKind::AndroidPackage {
        listed
    } else {
        &[]
    };
    let pattern = Pattern::new(mode, key).ok();
    let fires = |value: &&&str| {
        let value = super::comparable(kind, mode, value);
        match &pattern {
            Some(pattern) => pattern.matches(&value),
            None => value == key,
        }
    };
    ordinary
        .iter()
        .chain(listed)
        .find(fires)
        .map(|value| format!("would fire on {value:?}"))
}

fn literal_characters(mode: MatchMode, key: &str) -> usize {
    let mut in_class = false;
    let is_literal = move |c: &char| match c {
        _ if mode == MatchMode::Prefix => true,
        '[' => {
            in_class = true;
            false
        }
        ']' => {
            in_class = false;
            false
        }
        '*' | '?' => false,
        _ => !in_class,
    };
    key.chars().filter(is_literal).count()
}
