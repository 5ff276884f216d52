//! Any bytes as the log beside a database of a phone, and as the database itself: no panic, no abort.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use rusqlite::{Connection, MAIN_DB};

static DATABASE: OnceLock<Vec<u8>> = OnceLock::new();

fn database() -> Vec<u8> {
    let mut made = Connection::open_in_memory().expect("memory");
    made.execute_batch(
        "PRAGMA page_size = 512; CREATE TABLE access (service TEXT, client TEXT, client_type INTEGER, auth_value INTEGER, \
         auth_reason INTEGER, last_modified INTEGER); INSERT INTO access VALUES ('kTCCServiceCamera', 'com.x', 0, 2, 2, 1);",
    )
    .expect("a table");
    made.serialize(MAIN_DB).expect("its bytes").to_vec()
}

fuzz_target!(|bytes: &[u8]| {
    let (main, log) = ("logs/Accessibility/TCC.db", "logs/Accessibility/TCC.db-wal");
    // The salts are zeroes, as in a log that nobody made.
    let head = [0x37, 0x7f, 0x06, 0x82, 0, 0x2d, 0xe2, 0x18, 0, 0, 2, 0];
    let framed = [&head[..], bytes].concat();
    let database = DATABASE.get_or_init(database);
    for (main_bytes, log_bytes) in [(&database[..], bytes), (database, &framed), (bytes, &framed)] {
        rushlight_fuzz::read_folder(&[("ps.txt", b""), (main, main_bytes), (log, log_bytes)]);
    }
});
