//! Any bytes as a package: no panic, and what is said to be whole is laid out as our own writer lays it out.
#![no_main]

use std::io::Cursor;

use libfuzzer_sys::fuzz_target;
use rushlight_core::seal::{
    ExpectedKeys, Manifest, Outcome, SealingKey, What, verify_package, verify_report,
};

fuzz_target!(|bytes: &[u8]| {
    let verification = verify_package(Cursor::new(bytes), None).expect("memory can be read");
    if verification.whole {
        // The layout's first bytes are fixed, and so is its end.
        assert!(bytes.starts_with(b"PK\x03\x04") && bytes.ends_with(&[0, 0]));
        let layout = verification.checks.iter().find(|check| check.what == What::Layout);
        assert!(layout.is_some_and(|check| check.outcome == Outcome::Holds));
    }
    if let Ok(manifest) = Manifest::parse(bytes) {
        assert_eq!(manifest.to_text().as_bytes(), bytes);
    }
    let _ = verify_report(bytes, None);
    let _ = SealingKey::from_openssh(bytes, None);
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = ExpectedKeys::parse(text);
    }
});
