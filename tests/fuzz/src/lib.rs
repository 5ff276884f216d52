//! What the targets share: one file of an acquisition, read as the program reads it.

use rushlight_core::evidence::{Container, Reading, Secrets, Unwatched, read_container};
use rushlight_core::snapshot::Snapshot;

/// Reads an acquisition that holds nothing but this file.
///
/// # Panics
/// When the acquisition is not recognised: a file's content must never decide that.
#[must_use]
pub fn read_one(name: &str, bytes: &[u8]) -> Snapshot {
    let files = vec![
        ("acquisition.json".to_owned(), b"{}".to_vec()),
        (name.to_owned(), bytes.to_vec()),
    ];
    let container = Container::from_entries("phone", files).expect("two entries are not empty");
    let reading = Reading {
        watch: &Unwatched,
        code: None,
        secrets: &Secrets::NONE,
    };
    read_container(&container, reading).expect("acquisition.json is enough")
}

/// Reads a dump of nothing but this section.
///
/// # Panics
/// As [`read_one`].
#[must_use]
pub fn read_section(service: &str, bytes: &[u8]) -> Snapshot {
    let mut text = format!("{}\nDUMP OF SERVICE {service}:\n", "-".repeat(79)).into_bytes();
    text.extend_from_slice(bytes);
    read_one("dumpsys.txt", &text)
}
