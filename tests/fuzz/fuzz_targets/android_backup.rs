//! Any bytes as a backup: behind a header that we write (plain or compressed), as a whole file, and sealed with
//! a password that is known. No panic, no abort.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((form, data)) = bytes.split_first() else {
        return;
    };
    let header: &[u8] = match form % 4 {
        0 => b"ANDROID BACKUP\n5\n0\nnone\n",
        1 => b"ANDROID BACKUP\n5\n1\nnone\n",
        2 => b"ANDROID BACKUP\n1\n0\nAES-256\n",
        _ => b"",
    };
    rushlight_fuzz::read_alone("backup.ab", [header, data].concat());
});
