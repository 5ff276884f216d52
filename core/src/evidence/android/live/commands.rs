//! Every command that a connected phone is ever asked, in one table. Each one only reads: the test below holds
//! the table against a list of verbs that cannot change anything.
//!
//! `{user}`, `{package}` and `{paths}` are filled in with what the phone itself said, after it was found to be
//! a number, a package name, or quoted paths: a phone must not be able to write its own commands.

use crate::snapshot::SurfaceId;

/// One command of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Command {
    /// The words, with what is to be filled in between braces.
    pub(super) text: &'static str,
    /// How long it may take. A slow phone of 2016 needs some 20 s for `dumpsys package`.
    pub(super) seconds: u64,
}

const fn command(text: &'static str) -> Command {
    Command { text, seconds: 30 }
}

/// A service whose dump is read, and the surfaces that its dump holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dump {
    /// The service's name, as in `DUMP OF SERVICE package:`.
    pub(super) service: &'static str,
    pub(super) command: Command,
    pub(super) surfaces: &'static [SurfaceId],
}

const fn dump(service: &'static str, text: &'static str, surfaces: &'static [SurfaceId]) -> Dump {
    let command = Command { text, seconds: 90 };
    Dump {
        service,
        command,
        surfaces,
    }
}

pub(super) const PROPERTIES: Command = command("getprop");
pub(super) const SETTINGS_GLOBAL: Command = command("settings list global");
pub(super) const SETTINGS_SECURE: Command = command("settings --user {user} list secure");
pub(super) const SETTINGS_SYSTEM: Command = command("settings --user {user} list system");
/// The date of Google's system updates, which close some holes without the maker's patches.
pub(super) const MODULES: Command = command("dumpsys package com.google.android.modulemetadata");
/// Where `%N` is not known it stays a letter; the seconds are read all the same.
pub(super) const CLOCK: Command = command("date +%s.%N");
pub(super) const USERS: Command = command("pm list users");
pub(super) const APPS: Command =
    command("pm list packages -f -i -U --show-versioncode -u --user {user}");
/// For systems before Android 9, which do not know two of the options.
pub(super) const APPS_OLD: Command = command("pm list packages -f -i -u --user {user}");
pub(super) const APPS_INSTALLED: Command = command("pm list packages --user {user}");
pub(super) const APPS_SYSTEM: Command = command("pm list packages -s -u --user {user}");
pub(super) const APPS_DISABLED: Command = command("pm list packages -d --user {user}");
/// The apps that a launcher would show.
pub(super) const ICONS: Command = command(
    "cmd package query-activities --brief --user {user} -a android.intent.action.MAIN -c android.intent.category.LAUNCHER",
);
pub(super) const APP_FILES: Command = command("pm path --user {user} {package}");
/// A batch of files of a few GiB together; a phone digests some 200 MiB in a second.
pub(super) const DIGESTS: Command = Command {
    text: "sha256sum {paths}",
    seconds: 180,
};
pub(super) const PROCESSES: Command = command("ps -A");
pub(super) const SERVICES: Command = command("service list");
pub(super) const MOUNTS: Command = command("mount");
pub(super) const ROOT_TOOLS: Command =
    command("which -a su busybox supersu magisk magiskinit magiskpolicy");

/// The services, the most telling first: a phone that is unplugged early has given those.
pub(super) const DUMPS: [Dump; 17] = [
    // `-f`: with what each filter asks for (AOSP `DumpHelper`).
    dump("package", "dumpsys package -f", &[SurfaceId::AppGrants]),
    dump(
        "accessibility",
        "dumpsys accessibility",
        &[SurfaceId::Accessibility],
    ),
    dump(
        "device_policy",
        "dumpsys device_policy",
        &[SurfaceId::DeviceAdmins],
    ),
    dump(
        "notification",
        "dumpsys notification",
        &[
            SurfaceId::NotificationListeners,
            SurfaceId::MutedNotifications,
        ],
    ),
    dump("appops", "dumpsys appops", &[SurfaceId::SensorUse]),
    dump("usagestats", "dumpsys usagestats", &[SurfaceId::AppUse]),
    dump(
        "deviceidle",
        "dumpsys deviceidle",
        &[SurfaceId::BatteryExemptions],
    ),
    dump("role", "dumpsys role", &[SurfaceId::Roles]),
    dump(
        "input_method",
        "dumpsys input_method",
        &[SurfaceId::Keyboards],
    ),
    dump("user", "dumpsys user", &[SurfaceId::OtherUsers]),
    dump("adb", "dumpsys adb", &[SurfaceId::TrustedComputers]),
    dump(
        "connectivity",
        "dumpsys connectivity",
        &[SurfaceId::Network],
    ),
    dump(
        "vpn_management",
        "dumpsys vpn_management",
        &[SurfaceId::Network],
    ),
    dump("settings", "dumpsys settings", &[SurfaceId::History]),
    dump(
        "batterystats",
        "dumpsys batterystats",
        &[SurfaceId::History],
    ),
    dump("dbinfo", "dumpsys dbinfo", &[SurfaceId::RemovedApps]),
    dump(
        "platform_compat",
        "dumpsys platform_compat",
        &[SurfaceId::RemovedApps],
    ),
];

impl Command {
    /// The command as it is sent, for a user.
    pub(super) fn for_user(self, user: u32) -> String {
        self.text.replace("{user}", &user.to_string())
    }

    /// The command for one app of a user; none if that is no package name.
    pub(super) fn for_package(self, user: u32, package: &str) -> Option<String> {
        is_package(package).then(|| self.for_user(user).replace("{package}", package))
    }

    /// The command for these paths, each in quotes.
    pub(super) fn for_paths<'a>(self, paths: impl Iterator<Item = &'a str>) -> String {
        let quoted: Vec<String> = paths.map(|path| format!("'{path}'")).collect();
        self.text.replace("{paths}", &quoted.join(" "))
    }
}

/// Letters, digits, `_` and `.`, beginning with a letter (AOSP `FrameworkParsingPackageUtils.validateName`).
pub(super) fn is_package(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
    name.len() <= 255
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(plain)
}

/// A path from the root that needs no escaping between single quotes and leads nowhere else.
pub(super) fn is_plain_path(path: &str) -> bool {
    path.len() <= 1_024
        && path.starts_with('/')
        && path.ends_with(".apk")
        && !path.split('/').any(|part| part == "..")
        && !path.contains(|c: char| c.is_control() || c == '\'' || c == '\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_command() -> Vec<&'static str> {
        let own = [
            PROPERTIES,
            SETTINGS_GLOBAL,
            SETTINGS_SECURE,
            SETTINGS_SYSTEM,
            MODULES,
            CLOCK,
            USERS,
            APPS,
            APPS_OLD,
            APPS_INSTALLED,
            APPS_SYSTEM,
            APPS_DISABLED,
            ICONS,
            APP_FILES,
            DIGESTS,
            PROCESSES,
            SERVICES,
            MOUNTS,
            ROOT_TOOLS,
        ];
        let dumps = DUMPS.iter().map(|dump| dump.command);
        own.into_iter().chain(dumps).map(|one| one.text).collect()
    }

    /// Nothing after these words can make them change anything; `true` where more words may follow.
    const READ_ONLY: [(&str, bool); 17] = [
        ("getprop", false),
        ("settings list global", false),
        ("settings --user {user} list secure", false),
        ("settings --user {user} list system", false),
        // With a plain word instead of `+` it would set the clock.
        ("date +", true),
        ("pm list users", false),
        ("pm list packages ", true),
        ("pm path ", true),
        ("cmd package query-activities ", true),
        ("sha256sum ", true),
        ("ps -A", false),
        ("service list", false),
        // With a word it would mount.
        ("mount", false),
        ("which -a ", true),
        // With other words some services take orders (`dumpsys batterystats --reset`).
        ("dumpsys package -f", false),
        ("dumpsys package com.google.android.modulemetadata", false),
        ("dumpsys ", true),
    ];

    #[test]
    fn every_command_is_one_that_only_reads() {
        for text in every_command() {
            let known = READ_ONLY.iter().any(|(start, more)| {
                if *more {
                    text.starts_with(start)
                } else {
                    text == *start
                }
            });
            assert!(known, "{text}");
            if let Some(service) = text.strip_prefix("dumpsys ")
                && !service.starts_with("package ")
            {
                assert!(DUMPS.iter().any(|dump| dump.service == service), "{text}");
            }
        }
    }

    #[test]
    fn no_command_has_a_second_one_in_it() {
        for text in every_command() {
            assert!(
                !text.contains([';', '|', '&', '$', '`', '<', '>', '\n', '\'', '"']),
                "{text}"
            );
        }
    }

    #[test]
    fn what_the_phone_says_cannot_become_a_command() {
        for hostile in [
            "",
            "com.x;reboot",
            "com.x reboot",
            "-x",
            "$(reboot)",
            "com.x\n",
        ] {
            assert_eq!(APP_FILES.for_package(0, hostile), None, "{hostile:?}");
        }
        assert_eq!(
            APP_FILES.for_package(10, "com.example.app_2").as_deref(),
            Some("pm path --user 10 com.example.app_2")
        );
        for hostile in [
            "",
            "x.apk",
            "/a'b.apk",
            "/a/../b.apk",
            "/a\n.apk",
            "/a",
            "/a\\.apk",
        ] {
            assert!(!is_plain_path(hostile), "{hostile:?}");
        }
        let paths = ["/system/app/A/A.apk", "/data/app/~~x==/b c-d==/base.apk"];
        assert!(paths.iter().all(|path| is_plain_path(path)));
        assert_eq!(
            DIGESTS.for_paths(paths.into_iter()),
            "sha256sum '/system/app/A/A.apk' '/data/app/~~x==/b c-d==/base.apk'"
        );
    }
}
