//! Any bytes as a case file: refused, or a case that a record can hold.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rushlight_core::case::Case;
use rushlight_core::limits::CASE_STATEMENTS;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(case) = Case::from_bytes(bytes) {
        assert!(case.statements.len() <= CASE_STATEMENTS);
        assert!(case.statements.iter().all(|said| !said.about.is_empty()));
    }
});
