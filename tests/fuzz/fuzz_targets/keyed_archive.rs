//! Any objects of a keyed archive, as the network configurations of a sysdiagnose: no panic, no abort.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let name = "logs/Networking/com.apple.networkextension.plist";
    let start: &[u8] = b"<plist version=\"1.0\"><dict><key>$top</key><dict><key>root</key><dict><key>CF$UID</key>\
        <integer>1</integer></dict></dict><key>$objects</key><array><string>$null</string>";
    let archive = [start, bytes, b"</array></dict></plist>"].concat();
    for list in [bytes, &archive] {
        rushlight_fuzz::read_folder(&[(name, list), ("ps.txt", b"")]);
    }
});
