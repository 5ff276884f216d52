//! Any bytes as the lines of `dumpsys user`: no panic, no abort.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = rushlight_fuzz::read_section("user", bytes);
});
