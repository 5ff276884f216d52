//! Any bytes as an evidence record: refused, or written again as they were and compared with themselves.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rushlight_core::compare::compare;
use rushlight_core::record::Record;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(record) = Record::read(bytes) {
        assert_eq!(record.to_bytes(), bytes);
        let comparison = compare(&record, &record);
        assert!(!comparison.is_worth_a_look());
    }
});
