//! The hole in debugging over a network (CVE-2026-0073): whoever is in the same network can debug a phone
//! that has it. On such a phone we would be one more stranger on an open door, so we stop, say why, and ask
//! for a cable.
//!
//! Android 14 to 16 (API 34 to 36) without the patches of 2026-05-01, or Google's system update of that month.

use super::Connection;
use crate::snapshot::Device;

/// The first day whose patches close it.
pub(super) const CLOSED_ON: &str = "2026-05-01";

const FIRST_API: u32 = 34;
const LAST_API: u32 = 36;

/// Whether debugging over a network is in use: for us, or for anybody.
pub(super) fn wireless(connection: Connection, adb_wifi_enabled: bool) -> bool {
    connection == Connection::Network || adb_wifi_enabled
}

/// Whether the hole is open, as far as the system's own patches tell. What nobody knows counts as open.
pub(super) fn open(device: &Device) -> bool {
    let api = device.api_level.as_ref();
    let api = api.and_then(|api| api.value.trim().parse::<u32>().ok());
    let affected = api.is_none_or(|api| (FIRST_API..=LAST_API).contains(&api));
    affected && patch(device).is_none_or(|patch| patch.as_str() < CLOSED_ON)
}

/// The date of the patches, if it is one.
pub(super) fn patch(device: &Device) -> Option<String> {
    let stated = device.security_patch.as_ref()?;
    date(stated.value.trim()).map(str::to_owned)
}

/// Whether Google's system update, as `dumpsys package` prints its version (`versionName=2026-05-01`,
/// `versionName=2026-05-01 S+ release`), closes it.
pub(super) fn closed_by_modules(dump: &[u8]) -> bool {
    let dump = String::from_utf8_lossy(dump);
    dump.lines()
        .filter_map(|line| line.trim().strip_prefix("versionName="))
        .filter_map(|version| version.get(..10).and_then(date))
        .any(|day| day >= CLOSED_ON)
}

fn date(text: &str) -> Option<&str> {
    let day = text.parse::<jiff::civil::Date>();
    (text.len() == 10 && day.is_ok()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{Observed, Provenance};

    fn device(api: Option<&str>, patch: Option<&str>) -> Device {
        let observed = |text: &str| {
            let at = Provenance::new(&"adb:x/getprop".into(), "line 1");
            Observed::new(text.to_owned(), at)
        };
        Device {
            api_level: api.map(observed),
            security_patch: patch.map(observed),
            ..Device::default()
        }
    }

    #[test]
    fn what_nobody_knows_counts_as_open() {
        for (api, patch, wanted) in [
            (Some("35"), Some("2026-04-05"), true),
            (Some("35"), Some("2026-05-01"), false),
            (Some("36"), Some("2026-11-05"), false),
            (Some("33"), Some("2022-01-01"), false),
            (Some("37"), Some("2026-01-01"), false),
            (Some("35"), None, true),
            (Some("35"), Some("soon"), true),
            (Some("35"), Some("9999"), true),
            (None, Some("2026-04-01"), true),
            (None, Some("2026-06-01"), false),
        ] {
            assert_eq!(open(&device(api, patch)), wanted, "{api:?} {patch:?}");
        }
    }

    #[test]
    fn a_system_update_closes_it_too() {
        assert!(closed_by_modules(
            b"  Packages:\n    versionName=2026-06-01 S+ release\n"
        ));
        assert!(!closed_by_modules(b"    versionName=2026-04-01\n"));
        assert!(!closed_by_modules(
            b"Unable to find package: com.google.android.modulemetadata\n"
        ));
    }

    #[test]
    fn a_cable_does_not_help_while_anybody_else_may_come_over_the_network() {
        assert!(wireless(Connection::Network, false));
        assert!(wireless(Connection::Usb, true));
        assert!(!wireless(Connection::Usb, false));
        assert!(!wireless(Connection::Emulator, false));
    }
}
