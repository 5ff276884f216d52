//! Any bytes as a signature bundle: refused or opened, and an opened one answers.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rushlight_core::signatures::{Bundle, Fact};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(bundle) = Bundle::from_bytes(bytes) {
        let counts = bundle.summary().indicators;
        assert_eq!(counts.loaded, counts.usable + counts.refused);
        // A damaged page may still turn up here: an error, never a panic.
        let _ = bundle.matches(Fact::AndroidPackage("com.systemservice"));
    }
});
