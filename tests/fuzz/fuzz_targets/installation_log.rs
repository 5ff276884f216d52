//! Any bytes as an iPhone's record of installations. No panic, no abort.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    rushlight_fuzz::read_member("logs/MobileInstallation/mobile_installation.log.0", bytes);
});
