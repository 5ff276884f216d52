//! Signs that somebody opened the system of an iPhone: paths of programs that Apple never ships.
//!
//! A path is looked at wherever a sysdiagnose names one: running programs, programs that delayed the end,
//! places of binaries. Names of apps alone are no sign here: apps are for the signatures.

/// Folders and files of the tools, from the root of the file system.
const PATHS: [(&str, Source); 22] = [
    // Package managers and the folders that they fill.
    ("/Applications/Cydia.app/", Source::Mastg),
    ("/Applications/Sileo.app/", Source::Mastg),
    ("/Applications/Zebra.app/", Source::Rootless),
    ("/Applications/Filza.app/", Source::Mastg),
    ("/Applications/FakeCarrier.app/", Source::Mastg),
    ("/usr/libexec/cydia/", Source::Mastg),
    ("/usr/bin/cycript", Source::Mastg),
    ("/Library/MobileSubstrate/", Source::Mastg),
    (
        "/Library/Frameworks/CydiaSubstrate.framework/",
        Source::Mastg,
    ),
    ("/usr/lib/TweakInject/", Source::Mastg),
    ("/usr/lib/substitute/", Source::Mastg),
    ("/etc/apt/", Source::Mastg),
    ("/var/lib/apt/", Source::Mastg),
    ("/var/lib/dpkg/", Source::Mastg),
    // Without changing the system volume.
    ("/var/jb/", Source::Rootless),
    ("/jb/", Source::Mastg),
    ("/cores/binpack/", Source::Palera1n),
    ("/var/binpack/", Source::Palera1n),
    // Remote logins and tools to look into running apps.
    ("/usr/sbin/sshd", Source::Mastg),
    ("/usr/bin/sshd", Source::Mastg),
    ("/usr/sbin/frida-server", Source::Mastg),
    ("/usr/local/bin/dropbear", Source::Palera1n),
];

/// Names that a part of the path has, wherever it lies.
const PARTS: [(&str, Source); 22] = [
    ("Cydia.app", Source::Mastg),
    ("Sileo.app", Source::Mastg),
    ("Zebra.app", Source::Rootless),
    ("TrollStore.app", Source::TrollStore),
    ("TrollStorePersistenceHelper.app", Source::TrollStore),
    ("trollstorehelper", Source::TrollStore),
    ("PersistenceHelper_Embedded", Source::TrollStore),
    ("Dopamine.app", Source::Rootless),
    ("palera1n.app", Source::Palera1n),
    ("palera1nLoader.app", Source::Palera1n),
    ("unc0ver.app", Source::Mastg),
    ("Taurine.app", Source::Mastg),
    ("Odyssey.app", Source::Mastg),
    ("checkra1n.app", Source::Mastg),
    ("checkra1nd", Source::Mastg),
    ("jailbreakd", Source::Mastg),
    ("jbctl", Source::Rootless),
    ("substituted", Source::Mastg),
    ("frida-server", Source::Mastg),
    ("frida-agent.dylib", Source::Mastg),
    ("re.frida.server", Source::Mastg),
    ("dropbear", Source::Palera1n),
];

/// Who says that it is a sign. Kept beside each, so that it can be looked up again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    /// OWASP Mobile Application Security Testing Guide, "Jailbreak detection", and the lists of its demos.
    Mastg,
    /// The layout that jailbreaks from iOS 15 on share (`/var/jb`), as Theos and Dopamine document it.
    Rootless,
    /// palera1n's own documentation of its files.
    Palera1n,
    /// TrollStore's own documentation: not a jailbreak, but apps with rights that Apple never gave.
    TrollStore,
}

/// Whether a path is that of such a tool. `/private/var` is `/var`.
pub(super) fn is_sign(path: &str) -> bool {
    let path = path.strip_prefix("/private").unwrap_or(path);
    let at_root = PATHS.iter().any(|(sign, _)| match sign.strip_suffix('/') {
        Some(folder) => {
            path == folder
                || path
                    .strip_prefix(folder)
                    .is_some_and(|it| it.starts_with('/'))
        }
        None => path == *sign,
    });
    at_root || is_hidden_root(path) || {
        let mut parts = path.split('/');
        path.starts_with('/') && parts.any(|part| PARTS.iter().any(|(sign, _)| part == *sign))
    }
}

/// Where `/var/jb` leads to: `/preboot/<hash>/jb-<random>/…`, `/preboot/<hash>/dopamine-<random>/…`.
fn is_hidden_root(path: &str) -> bool {
    let below = path
        .strip_prefix("/preboot/")
        .and_then(|it| it.split_once('/'));
    below.is_some_and(|(_, below)| below.starts_with("jb-") || below.starts_with("dopamine-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tools_are_signs_and_what_apple_ships_is_none() {
        for path in [
            "/Applications/Cydia.app/Cydia",
            "/private/var/jb/usr/bin/bash",
            "/var/jb",
            "/private/preboot/0AB1/jb-x7Qd/procursus/usr/sbin/sshd",
            "/private/var/containers/Bundle/Application/1F/TrollStore.app/TrollStore",
            "/usr/sbin/sshd",
            "/cores/binpack/usr/bin/dropbear",
            "/Library/MobileSubstrate/DynamicLibraries/x.dylib",
        ] {
            assert!(is_sign(path), "{path}");
        }
        for path in [
            "/usr/libexec/sshd-keygen-wrapper",
            "/usr/sbin/sshd-session",
            "/private/var/jbx/a",
            "/Applications/Cydia.apple/a",
            "/private/preboot/0AB1/usr/lib/x",
            "/System/Library/PrivateFrameworks/Substitute.framework/substitute",
            "/private/var/containers/Bundle/Application/1F/Shop.app/Shop",
            "jailbreakd",
            "",
        ] {
            assert!(!is_sign(path), "{path}");
        }
    }

    #[test]
    fn each_sign_stands_once_and_names_its_source() {
        let mut signs: Vec<&str> = PATHS.iter().chain(&PARTS).map(|(sign, _)| *sign).collect();
        let count = signs.len();
        signs.sort_unstable();
        signs.dedup();
        assert_eq!(signs.len(), count);
        for source in [
            Source::Mastg,
            Source::Rootless,
            Source::Palera1n,
            Source::TrollStore,
        ] {
            assert!(PATHS.iter().chain(&PARTS).any(|(_, it)| *it == source));
        }
    }
}
