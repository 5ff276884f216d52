//! Any bytes behind the mark of Android's binary XML, as `settings_secure.txt`: no panic, no abort.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut file = b"ABX\0".to_vec();
    file.extend_from_slice(bytes);
    let _ = rushlight_fuzz::read_one("settings_secure.txt", &file);
});
