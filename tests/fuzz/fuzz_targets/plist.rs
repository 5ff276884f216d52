//! Any bytes as the property lists of a backup, in both forms: no panic, no abort.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let binary = [b"bplist00", bytes].concat();
    let xml = [&b"<plist version=\"1.0\"><dict>"[..], bytes].concat();
    for list in [bytes, &binary, &xml] {
        rushlight_fuzz::read_folder(&[("Info.plist", list), ("Manifest.plist", list)]);
    }
});
