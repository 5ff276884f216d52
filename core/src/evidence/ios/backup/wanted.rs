//! The one table of what a check may open in a backup, each with its reason.
//!
//! Messages, contacts, photos, browsing, calls, notes, health, mail and the data of apps are not in it and are
//! never opened, whatever the backup holds. A file is found by its id, the SHA-1 of `domain-path`.

use crate::digest::Sha1;
use crate::snapshot::SurfaceId;

/// A file, in one of the places where versions of iOS keep it, and what it is read for.
#[derive(Debug)]
pub(super) struct Wanted {
    /// Where it may lie: domain and path.
    pub(super) places: &'static [(&'static str, &'static str)],
    /// What it holds.
    pub(super) content: Content,
    /// The surfaces that are unread where it cannot be.
    pub(super) surfaces: &'static [SurfaceId],
    /// What it says that the backup does not name it.
    pub(super) absent: Absent,
}

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    Tcc,
    DataUse,
    AdDaily,
    LocationClients,
    CloudConfiguration,
    Restrictions,
    ProfileEvents,
    SettingsEvents,
    HomeScreen,
    ScreenTime,
    Global,
    NetworkExtension,
}

/// What it says that a backup does not name a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Absent {
    /// Every phone has it: its surfaces were not read.
    Missing,
    /// A phone has it only where there is something to say.
    Nothing,
}

const PROFILES: &str = "SysSharedContainerDomain-systemgroup.com.apple.configurationprofiles";

/// Where the installed profiles lie: domain and start of the path. The second one is of a user enrolment.
pub(super) const PROFILE_PLACES: [(&str, &str); 2] = [
    (PROFILES, "Library/ConfigurationProfiles/profile-"),
    ("HomeDomain", "Library/UserConfigurationProfiles/profile-"),
];

/// Everything but the profiles.
pub(super) const WANTED: [Wanted; 13] = [
    // Which app may use camera, microphone, contacts, photos, and when that was decided.
    Wanted {
        places: &[("HomeDomain", "Library/TCC/TCC.db")],
        content: Content::Tcc,
        surfaces: &[SurfaceId::AppGrants],
        absent: Absent::Missing,
    },
    // Which apps used the network, also those that are gone.
    Wanted {
        places: &[("WirelessDomain", "Library/Databases/DataUsage.sqlite")],
        content: Content::DataUse,
        surfaces: &[SurfaceId::RemovedApps],
        absent: Absent::Missing,
    },
    // The same, counted by another part of the system.
    Wanted {
        places: &[(
            "HomeDomain",
            "Library/Preferences/com.apple.osanalytics.addaily.plist",
        )],
        content: Content::AdDaily,
        surfaces: &[SurfaceId::RemovedApps],
        absent: Absent::Missing,
    },
    // Which apps asked where the phone is, and when that last ended.
    Wanted {
        places: &[("RootDomain", "Library/Caches/locationd/clients.plist")],
        content: Content::LocationClients,
        surfaces: &[SurfaceId::SensorUse],
        absent: Absent::Missing,
    },
    // Whether an organisation owns the phone.
    Wanted {
        places: &[(
            PROFILES,
            "Library/ConfigurationProfiles/CloudConfigurationDetails.plist",
        )],
        content: Content::CloudConfiguration,
        surfaces: &[SurfaceId::DeviceAdmins],
        absent: Absent::Nothing,
    },
    // Which restrictions are in force, and which apps they hide.
    Wanted {
        places: &[
            (
                PROFILES,
                "Library/ConfigurationProfiles/EffectiveUserSettings.plist",
            ),
            (
                "HomeDomain",
                "Library/UserConfigurationProfiles/EffectiveUserSettings.plist",
            ),
        ],
        content: Content::Restrictions,
        surfaces: &[SurfaceId::Settings],
        absent: Absent::Missing,
    },
    // When a profile came and went, and by whose hand.
    Wanted {
        places: &[(
            PROFILES,
            "Library/ConfigurationProfiles/MCProfileEvents.plist",
        )],
        content: Content::ProfileEvents,
        surfaces: &[SurfaceId::History],
        absent: Absent::Nothing,
    },
    // When a restriction changed, and by whose hand.
    Wanted {
        places: &[(
            PROFILES,
            "Library/ConfigurationProfiles/MCSettingsEvents.plist",
        )],
        content: Content::SettingsEvents,
        surfaces: &[SurfaceId::History],
        absent: Absent::Nothing,
    },
    // Which apps have no icon.
    Wanted {
        places: &[("HomeDomain", "Library/SpringBoard/IconState.plist")],
        content: Content::HomeScreen,
        surfaces: &[SurfaceId::LauncherEntries],
        absent: Absent::Missing,
    },
    // Whether Screen Time is in force.
    Wanted {
        places: &[(
            "HomeDomain",
            "Library/Preferences/com.apple.ScreenTimeAgent.plist",
        )],
        content: Content::ScreenTime,
        surfaces: &[SurfaceId::Settings],
        absent: Absent::Nothing,
    },
    // The same, by the agent that carries out somebody else's rules.
    Wanted {
        places: &[(
            "HomeDomain",
            "Library/Preferences/com.apple.remotemanagementd.plist",
        )],
        content: Content::ScreenTime,
        surfaces: &[SurfaceId::Settings],
        absent: Absent::Nothing,
    },
    // Which keyboards see what is typed.
    Wanted {
        places: &[("HomeDomain", "Library/Preferences/.GlobalPreferences.plist")],
        content: Content::Global,
        surfaces: &[SurfaceId::Keyboards],
        absent: Absent::Missing,
    },
    // Which VPN, content filter or DNS proxy the traffic passes.
    Wanted {
        places: &[
            (
                "SystemPreferencesDomain",
                "com.apple.networkextension.plist",
            ),
            (
                "HomeDomain",
                "Library/Preferences/com.apple.networkextension.plist",
            ),
        ],
        content: Content::NetworkExtension,
        surfaces: &[SurfaceId::Network],
        absent: Absent::Missing,
    },
];

/// The id of a file: forty lower-case hexadecimal digits.
pub(super) fn file_id(domain: &str, path: &str) -> String {
    Sha1::of(format!("{domain}-{path}").as_bytes()).to_string()
}

/// Whether a text may be the id of a file. Nothing else becomes a path.
pub(super) fn is_file_id(text: &str) -> bool {
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    text.len() == 40 && text.bytes().all(digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_those_that_tools_for_backups_know() {
        let id = |content| {
            let found = WANTED.iter().find(|wanted| wanted.content == content);
            let (domain, path) = found.unwrap().places[0];
            file_id(domain, path)
        };
        for (content, known) in [
            (Content::Tcc, "64d0019cb3d46bfc8cce545a8ba54b93e7ea9347"),
            (Content::DataUse, "0d609c54856a9bb2d56729df1d68f2958a88426b"),
            (Content::AdDaily, "f65b5fafc69bbd3c60be019c6e938e146825fa83"),
            (
                Content::LocationClients,
                "a690d7769cce8904ca2b67320b107c8fe5f79412",
            ),
            (
                Content::CloudConfiguration,
                "1e6c0783f9b33d00b152067a0661c8fc8841073f",
            ),
            (
                Content::Restrictions,
                "8d81196da34db9174341901973b478624f5b6d04",
            ),
            (
                Content::ProfileEvents,
                "aeb25de285ea542f7ac7c2070cddd1961e369df1",
            ),
            (
                Content::HomeScreen,
                "aeacdfd9fadbbe56548a40e02b7685d324050e54",
            ),
            (
                Content::ScreenTime,
                "8b11cec6faa5c449bfeba31d7610f57d5769a4b5",
            ),
            (Content::Global, "0dc926a1810f7aee4e8f38793ed788701f93bf9d"),
        ] {
            assert_eq!(id(content), known, "{content:?}");
        }
    }

    #[test]
    fn what_may_be_opened_is_nobodys_talk_or_picture() {
        for (domain, path) in WANTED.iter().flat_map(|wanted| wanted.places) {
            for private in [
                "SMS",
                "AddressBook",
                "Call",
                "Safari",
                "Notes",
                "Calendar",
                "Media",
                "DCIM",
                "Mail",
                "Health",
                "Accounts",
                "CoreDuet",
                "Voicemail",
                "Shortcuts",
            ] {
                assert!(!path.contains(private), "{path}");
            }
            assert!(!domain.starts_with("AppDomain"), "{domain}");
        }
    }

    #[test]
    fn an_id_that_is_not_forty_digits_is_no_path() {
        assert!(is_file_id(&file_id("HomeDomain", "x")));
        for bad in [
            "",
            "../../../../etc/passwd",
            "64D0019CB3D46BFC8CCE545A8BA54B93E7EA9347",
            "64d0019cb3d46bfc8cce545a8ba54b93e7ea934",
            "/4d0019cb3d46bfc8cce545a8ba54b93e7ea9347",
        ] {
            assert!(!is_file_id(bad), "{bad}");
        }
    }
}
