//! What the targets share: one file of an acquisition, read as the program reads it.

#[allow(dead_code, reason = "targets use a part of it")]
#[path = "../../src/made_plist.rs"]
pub mod made_plist;

use rushlight_core::evidence::{Container, Reading, Secrets, Unwatched, read_container};
use rushlight_core::snapshot::Snapshot;

/// A key of these tests, and of nothing else.
const IDENTITY: &str = "AGE-SECRET-KEY-13G4M7UL7526XXET4XEMR4L9E204FMEQQ4CPKT66CM7MDXFY8E7PSPWMN9H";

/// Reads evidence that is one file, with a password and a key. Refused evidence is none of a target's faults.
pub fn read_alone(name: &str, bytes: Vec<u8>) {
    let key = |text: &str| vec![text.to_owned().into()];
    let secrets = Secrets {
        passwords: if name.ends_with(".age") {
            Vec::new()
        } else {
            key("password")
        },
        identities: key(IDENTITY),
    };
    let reading = Reading {
        watch: &Unwatched,
        code: None,
        secrets: &secrets,
    };
    if let Ok(container) = Container::from_bytes_with(name, bytes, &secrets) {
        let _ = read_container(&container, reading);
    }
}

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

/// Reads a dump whose only section, of this service, holds these lines.
///
/// # Panics
/// As [`read_one`].
#[must_use]
pub fn read_section(service: &str, bytes: &[u8]) -> Snapshot {
    let dashes = "-".repeat(79);
    let mut dump = format!("{dashes}\nDUMP OF SERVICE {service}:\n").into_bytes();
    dump.extend_from_slice(bytes);
    let end = format!(
        "\n--------- 0.001s was the duration of dumpsys {service}, ending at: 2026-11-02 09:15:00\n"
    );
    dump.extend_from_slice(end.as_bytes());
    read_one("dumpsys.txt", &dump)
}

/// Reads a sysdiagnose (inflated) of which only the first header is ours.
pub fn read_sysdiagnose(rest: Vec<u8>) {
    let first = header("sysdiagnose_2026.11.02_10-15-00+0100_x/", 0, b'5');
    read_alone("sysdiagnose.tar", [first.to_vec(), rest].concat());
}

/// Reads a sysdiagnose that holds nothing but this member.
pub fn read_member(name: &str, bytes: &[u8]) {
    let member = header(&format!("x/{name}"), bytes.len(), b'0');
    let padding = vec![0; bytes.len().next_multiple_of(512) - bytes.len() + 1_024];
    read_sysdiagnose([&member[..], bytes, &padding].concat());
}

/// A header block of a tar archive.
fn header(name: &str, bytes: usize, kind: u8) -> [u8; 512] {
    let mut block = [0u8; 512];
    block[..name.len()].copy_from_slice(name.as_bytes());
    block[124..136].copy_from_slice(format!("{bytes:011o}\0").as_bytes());
    block[148..156].fill(b' ');
    block[156] = kind;
    block[257..262].copy_from_slice(b"ustar");
    let sum: u32 = block.iter().map(|byte| u32::from(*byte)).sum();
    block[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    block
}

/// Reads a folder that holds these files, recognised or not, with the password `password`.
pub fn read_folder(files: &[(&str, &[u8])]) {
    let files = files
        .iter()
        .map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()))
        .collect();
    let secrets = Secrets {
        passwords: vec!["password".to_owned().into()],
        ..Secrets::NONE
    };
    let reading = Reading {
        watch: &Unwatched,
        code: None,
        secrets: &secrets,
    };
    if let Ok(container) = Container::from_entries("evidence", files) {
        let _ = read_container(&container, reading);
    }
}
