//! Any bytes behind the first line of an App Privacy Report: no panic, no abort.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let first: &[u8] = b"{\"type\":\"access\",\"accessor\":{\"identifier\":\"a\"},\"category\":\"camera\",\"kind\":\"intervalBegin\",\"identifier\":\"1\",\"timeStamp\":\"2026-11-02T02:15:00.000+00:00\"}\n";
    rushlight_fuzz::read_alone("report.ndjson", [first, bytes].concat());
});
