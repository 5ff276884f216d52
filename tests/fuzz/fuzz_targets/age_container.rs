//! Any bytes as a file that age locked: no panic, no abort. With a key, not a passphrase, whose work is slow
//! on purpose.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((form, data)) = bytes.split_first() else {
        return;
    };
    let header: &[u8] = match form % 3 {
        0 => b"age-encryption.org/v1\n-> X25519 ",
        1 => b"-----BEGIN AGE ENCRYPTED FILE-----\n",
        _ => b"",
    };
    rushlight_fuzz::read_alone("phone.zip.age", [header, data].concat());
});
