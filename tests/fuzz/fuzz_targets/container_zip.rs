//! Any bytes as an archive: no panic, no abort, and no entry has a name that leads elsewhere.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rushlight_core::evidence::Container;

fuzz_target!(|bytes: &[u8]| {
    let Ok(container) = Container::from_bytes("phone.zip", bytes.to_vec()) else {
        return;
    };
    for entry in container.entries() {
        assert!(!entry.name.starts_with('/') && !entry.name.split('/').any(|part| part == ".."));
        let _ = container.read(entry, 1 << 20);
    }
});
