//! The members that are read, by their names below the top folder, and how much of each.
//!
//! Names and globs: EC-DIGIT-CSIRC sysdiagnose (SAF), its parsers; `logs/MCState/Shared/MCProfileEvents.plist`
//! and `CloudConfigurationDetails.plist` beside the others of that folder.

use crate::evidence::container::plain_name;
use crate::limits::{DATABASE_BYTES, PLIST_BYTES, SYSDIAGNOSE_TEXT_BYTES};
use crate::snapshot::{Reason, SurfaceId};

/// Beginnings of names that together only a sysdiagnose has.
pub(super) const MARKS: [&str; 4] = [
    "logs/MCState/",
    "logs/MobileInstallation/",
    "remotectl_dumpstate.txt",
    "system_logs.logarchive/",
];

/// What a member is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Member {
    Profile,
    ProfileEvents,
    SettingsEvents,
    CloudConfiguration,
    Restrictions,
    /// Grants of apps.
    Grants,
    NetworkConfigurations,
    NetworkCache,
    /// The logs of the two programs that install and remove.
    Installation,
    /// Databases of the store.
    Store,
    UniversalLinks,
    BinaryLocations,
    CloudDocuments,
    Processes,
    Shutdown,
    AccountCircle,
    Transparency,
    SystemVersion,
    RemoteState,
}

impl Member {
    /// The surface that it is most about.
    pub(super) fn surface(self) -> SurfaceId {
        match self {
            Self::Profile => SurfaceId::Profiles,
            Self::ProfileEvents | Self::SettingsEvents => SurfaceId::History,
            Self::CloudConfiguration => SurfaceId::DeviceAdmins,
            Self::Restrictions => SurfaceId::Settings,
            Self::Grants => SurfaceId::AppGrants,
            Self::NetworkConfigurations => SurfaceId::Network,
            Self::NetworkCache
            | Self::Installation
            | Self::Store
            | Self::UniversalLinks
            | Self::CloudDocuments => SurfaceId::Apps,
            Self::BinaryLocations => SurfaceId::RootTools,
            Self::Processes | Self::Shutdown => SurfaceId::Processes,
            Self::AccountCircle | Self::Transparency => SurfaceId::AccountDevices,
            Self::SystemVersion | Self::RemoteState => SurfaceId::Device,
        }
    }

    /// The most that is read of it.
    pub(super) fn limit(self) -> u64 {
        match self {
            Self::Grants | Self::Store => DATABASE_BYTES,
            Self::Profile
            | Self::ProfileEvents
            | Self::SettingsEvents
            | Self::CloudConfiguration
            | Self::Restrictions
            | Self::NetworkConfigurations
            | Self::NetworkCache
            | Self::BinaryLocations
            | Self::SystemVersion => PLIST_BYTES,
            Self::Installation
            | Self::UniversalLinks
            | Self::CloudDocuments
            | Self::Processes
            | Self::Shutdown
            | Self::AccountCircle
            | Self::Transparency
            | Self::RemoteState => SYSDIAGNOSE_TEXT_BYTES,
        }
    }
}

/// The member of this name, with the name below the top folder; none where it is not read.
///
/// # Errors
/// [`Reason::UnsafeName`] where it leads out of its folder, or is otherwise not a name.
pub(super) fn of(raw: &str) -> Result<Option<(String, Member)>, Reason> {
    let name = plain_name(raw)?;
    if let Some(member) = known(&name) {
        return Ok(Some((name, member)));
    }
    // The archive has one folder that holds everything.
    let below = name.split_once('/').map(|(_, below)| below);
    Ok(below.and_then(|below| Some((below.to_owned(), known(below)?))))
}

fn known(name: &str) -> Option<Member> {
    let main = name.strip_suffix("-wal").unwrap_or(name);
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", main));
    let is = |start: &str, end: &str| {
        file.len() > start.len() + end.len() && file.starts_with(start) && file.ends_with(end)
    };
    let database = match (folder, file) {
        ("logs/Accessibility", "TCC.db") => Some(Member::Grants),
        ("logs/appinstallation", "appstored.sqlitedb" | "AppUpdates.sqlitedb") => {
            Some(Member::Store)
        }
        ("logs/itunesstored", _) if is("downloads.", ".sqlitedb") => Some(Member::Store),
        _ => None,
    };
    if database.is_some() || main.len() < name.len() {
        return database;
    }
    Some(match (folder, file) {
        ("logs/MCState/Shared", "MCProfileEvents.plist") => Member::ProfileEvents,
        ("logs/MCState/Shared", "MCSettingsEvents.plist") => Member::SettingsEvents,
        ("logs/MCState/Shared", "CloudConfigurationDetails.plist") => Member::CloudConfiguration,
        ("logs/MCState/Shared", _) if is("profile-", ".stub") => Member::Profile,
        ("logs/MCState/User", "EffectiveUserSettings.plist") => Member::Restrictions,
        ("logs/Networking", "com.apple.networkextension.plist") => Member::NetworkConfigurations,
        ("logs/Networking", "com.apple.networkextension.cache.plist") => Member::NetworkCache,
        ("logs/MobileInstallation", _) if file.starts_with("mobile_installation.log") => {
            Member::Installation
        }
        ("logs/MobileContainerManager", _) if file.starts_with("containermanagerd.log") => {
            Member::Installation
        }
        ("logs/tailspindb", "UUIDToBinaryLocations") => Member::BinaryLocations,
        ("logs/SystemVersion", "SystemVersion.plist") => Member::SystemVersion,
        ("brctl", "brctl-dump.txt") => Member::CloudDocuments,
        ("system_logs.logarchive/Extra", _) if is("shutdown", "log") => Member::Shutdown,
        ("", "swcutil_show.txt") => Member::UniversalLinks,
        ("", "ps.txt") => Member::Processes,
        ("", "otctl_status.txt") => Member::AccountCircle,
        ("", "transparency.log") => Member::Transparency,
        ("", "remotectl_dumpstate.txt") => Member::RemoteState,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_is_known_with_and_without_the_top_folder() {
        for (raw, name, member) in [
            ("ps.txt", "ps.txt", Member::Processes),
            ("sysdiagnose_x/ps.txt", "ps.txt", Member::Processes),
            ("./sysdiagnose_x/ps.txt", "ps.txt", Member::Processes),
            (
                "sysdiagnose_x/logs/MCState/Shared/profile-abc.stub",
                "logs/MCState/Shared/profile-abc.stub",
                Member::Profile,
            ),
            (
                "s/logs/Accessibility/TCC.db-wal",
                "logs/Accessibility/TCC.db-wal",
                Member::Grants,
            ),
            (
                "s/logs/itunesstored/downloads.28.sqlitedb",
                "logs/itunesstored/downloads.28.sqlitedb",
                Member::Store,
            ),
            (
                "s/system_logs.logarchive/Extra/shutdown.0.log",
                "system_logs.logarchive/Extra/shutdown.0.log",
                Member::Shutdown,
            ),
        ] {
            assert_eq!(of(raw), Ok(Some((name.to_owned(), member))), "{raw}");
        }
    }

    #[test]
    fn what_is_not_in_the_table_is_not_read() {
        for raw in [
            "s/WiFi/com.apple.wifi.known-networks.plist",
            "s/security-sysdiagnose.txt",
            "s/crashes_and_spins/x.ips",
            "s/logs/MCState/Shared/profile-.stub",
            "s/ps.txt-wal",
            "a/b/ps.txt",
        ] {
            assert_eq!(of(raw), Ok(None), "{raw}");
        }
        for raw in [
            "../ps.txt",
            "/ps.txt",
            "s/../ps.txt",
            "s//ps.txt",
            "s/ps\n.txt",
        ] {
            assert_eq!(of(raw), Err(Reason::UnsafeName), "{raw}");
        }
    }
}
