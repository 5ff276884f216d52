//! Any bytes as the network configurations of an iPhone. No panic, no abort.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    rushlight_fuzz::read_member("logs/Networking/com.apple.networkextension.plist", bytes);
});
