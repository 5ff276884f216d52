//! Any bytes as the pairs of an APK Signing Block before an empty central directory.
#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use rushlight_core::evidence::{Reading, Secrets, Unwatched, apk};

fuzz_target!(|pairs: &[u8]| {
    let size = (pairs.len() as u64 + 24).to_le_bytes();
    let directory_at = u32::try_from(pairs.len() + 32).unwrap_or(u32::MAX).to_le_bytes();
    let block = [size.as_slice(), pairs, &size, b"APK Sig Block 42"].concat();
    let end = [b"PK\x05\x06".as_slice(), &[0; 12], &directory_at, &[0; 2]].concat();
    let reading = Reading {
        watch: &Unwatched,
        code: None,
        secrets: &Secrets::NONE,
    };
    let file = [block, end].concat();
    let unread = apk::read(&Arc::from("app.apk"), file, reading);
    assert!(unread.is_err(), "it has no manifest");
});
