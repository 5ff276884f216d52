//! Any bytes behind the first event of an intrusion log: no panic, no abort.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let first: &[u8] = b"{\"dns_event\":{\"event_time\":1,\"hostname\":\"a.example\"}}\n";
    rushlight_fuzz::read_alone("events.txt", [first, bytes].concat());
});
