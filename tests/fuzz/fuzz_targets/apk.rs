//! Any bytes as an APK: no panic, no abort, and the digest always stays.
#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use rushlight_core::digest::Sha256;
use rushlight_core::evidence::{Reading, Secrets, Unwatched, apk};

fuzz_target!(|bytes: &[u8]| {
    let reading = Reading {
        watch: &Unwatched,
        code: None,
        secrets: &Secrets::NONE,
    };
    let sha256 = Some(Sha256::of(bytes));
    match apk::read(&Arc::from("app.apk"), bytes.to_vec(), reading) {
        Ok(read) => assert!(read.app.files.iter().all(|file| file.sha256 == sha256)),
        Err(unread) => assert_eq!(unread.file.sha256, sha256),
    }
});
