//! Any bytes as a configuration profile, by themselves and behind the beginning of each form: no panic, no abort.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let signed: &[u8] = b"0\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02";
    for start in [&b""[..], b"bplist00", b"<plist><dict>", signed, b"-----BEGIN PKCS7-----\n"] {
        rushlight_fuzz::read_alone("a.mobileconfig", [start, bytes].concat());
    }
});
