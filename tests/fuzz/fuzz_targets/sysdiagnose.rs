//! Any bytes behind the first header of a sysdiagnose, and any bytes as the content of one of its members. No
//! panic, no abort.
#![no_main]

use libfuzzer_sys::fuzz_target;

const MEMBERS: [&str; 14] = [
    "logs/MCState/Shared/profile-a.stub",
    "logs/MCState/Shared/MCProfileEvents.plist",
    "logs/MCState/Shared/MCSettingsEvents.plist",
    "logs/MCState/User/EffectiveUserSettings.plist",
    "logs/Accessibility/TCC.db",
    "logs/appinstallation/appstored.sqlitedb",
    "swcutil_show.txt",
    "logs/tailspindb/UUIDToBinaryLocations",
    "brctl/brctl-dump.txt",
    "ps.txt",
    "system_logs.logarchive/Extra/shutdown.log",
    "otctl_status.txt",
    "transparency.log",
    "remotectl_dumpstate.txt",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((form, data)) = bytes.split_first() else {
        return;
    };
    match MEMBERS.get(usize::from(*form)) {
        Some(name) => rushlight_fuzz::read_member(name, data),
        None => rushlight_fuzz::read_sysdiagnose(data.to_vec()),
    }
});
