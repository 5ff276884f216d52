//! The report as JSON: the whole of it, in the order of the schema, two spaces, one final newline.

use super::Report;

/// The bytes of report.json.
pub(crate) fn to_bytes(report: &Report) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(report)
        .expect("every type of the schema has string keys, and writing to memory does not fail");
    bytes.push(b'\n');
    bytes
}
