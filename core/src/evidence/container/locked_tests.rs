//! Against the age library's own writer, and against Debian's `age` program.

use std::io::{Cursor, Write as _};
use std::iter;
use std::process::{Command, Stdio};

use age::armor::{ArmoredWriter, Format};
use age::secrecy::{ExposeSecret as _, SecretString};
use age::{Encryptor, scrypt, x25519};
use zeroize::Zeroizing;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;
use crate::evidence::{Reading, Unwatched, read_container};
use crate::snapshot::InputKind;

/// An acquisition whose second file is larger than one piece of age.
fn acquisition() -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in files() {
        zip.start_file(name, options).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn files() -> [(&'static str, Vec<u8>); 3] {
    let noise = (0..300_000u32).map(|n| (n % 251) as u8).collect();
    let list = br#"[{"name":"com.example.app","files":[]}]"#.to_vec();
    [
        ("packages.json", list),
        ("logs/noise", noise),
        ("getprop.txt", b"[ro.product.model]: [Pixel]\n".to_vec()),
    ]
}

fn locked_for(recipient: &dyn age::Recipient, format: Format) -> Vec<u8> {
    let encryptor = Encryptor::with_recipients(iter::once(recipient)).unwrap();
    let out = ArmoredWriter::wrap_output(Vec::new(), format).unwrap();
    let mut writer = encryptor.wrap_output(out).unwrap();
    writer.write_all(&acquisition()).unwrap();
    writer.finish().unwrap().finish().unwrap()
}

fn with_passphrase(passphrase: &str) -> Vec<u8> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
    // Little work: these tests ask what opens it, not how long it takes.
    recipient.set_work_factor(4);
    locked_for(&recipient, Format::Binary)
}

fn identities(keys: &[&x25519::Identity]) -> Secrets {
    let text = |key: &&x25519::Identity| Zeroizing::new(key.to_string().expose_secret().to_owned());
    Secrets {
        identities: keys.iter().map(text).collect(),
        ..Secrets::NONE
    }
}

fn passwords(passwords: &[&str]) -> Secrets {
    let own = |password: &&str| Zeroizing::new((*password).to_owned());
    Secrets {
        passwords: passwords.iter().map(own).collect(),
        ..Secrets::NONE
    }
}

fn open(bytes: &[u8], secrets: &Secrets) -> Result<Container, EvidenceError> {
    Container::from_bytes_with("phone.zip.age", bytes.to_vec(), secrets)
}

fn holds_the_acquisition(container: &Container) {
    assert_eq!(container.kind(), ContainerKind::Zip);
    for (name, bytes) in files() {
        let entry = container.find(name).unwrap();
        assert_eq!(container.read(entry, MEMORY_ENTRY_BYTES).unwrap().0, bytes);
    }
}

#[test]
fn an_acquisition_that_was_locked_for_a_key_opens_with_it() {
    let (unit, other) = (x25519::Identity::generate(), x25519::Identity::generate());
    for format in [Format::Binary, Format::AsciiArmor] {
        let locked = locked_for(&unit.to_public(), format);
        let container = open(&locked, &identities(&[&other, &unit])).unwrap();
        holds_the_acquisition(&container);
        let (bytes, sha256) = container.digest(&[]).unwrap();
        assert_eq!(bytes, locked.len() as u64);
        assert_eq!(sha256, Sha256::of(&locked));
        assert!(matches!(
            open(&locked, &Secrets::NONE),
            Err(EvidenceError::Encrypted { .. })
        ));
        for wrong in [identities(&[&other]), passwords(&["x"])] {
            assert!(matches!(
                open(&locked, &wrong),
                Err(EvidenceError::WrongPassword { .. })
            ));
        }
    }
}

#[test]
fn an_acquisition_that_was_locked_with_a_passphrase_opens_with_it() {
    let locked = with_passphrase("correct horse");
    let both = Secrets {
        passwords: passwords(&["battery", "correct horse"]).passwords,
        identities: identities(&[&x25519::Identity::generate()]).identities,
    };
    holds_the_acquisition(&open(&locked, &both).unwrap());
    assert!(matches!(
        open(&locked, &passwords(&["battery"])),
        Err(EvidenceError::WrongPassword { .. })
    ));
    assert!(matches!(
        open(&locked, &Secrets::NONE),
        Err(EvidenceError::Encrypted { .. })
    ));
}

#[test]
fn it_is_said_whether_a_passphrase_or_a_key_is_needed() {
    let folder = tempfile::tempdir().unwrap();
    let asks = |bytes: &[u8]| {
        let path = folder.path().join("evidence");
        std::fs::write(&path, bytes).unwrap();
        Container::asks_for_password(&path)
    };
    let key = x25519::Identity::generate();
    assert!(asks(&with_passphrase("x")));
    assert!(!asks(&locked_for(&key.to_public(), Format::Binary)));
    assert!(asks(b"ANDROID BACKUP\n5\n1\nAES-256\n00\n"));
    assert!(!asks(b"ANDROID BACKUP\n5\n1\nnone\n"));
    assert!(!asks(&acquisition()));
    assert!(!Container::asks_for_password(folder.path()));
}

#[test]
fn a_locked_acquisition_is_an_input_with_the_digest_of_its_file() {
    let locked = with_passphrase("x");
    let secrets = passwords(&["x"]);
    let reading = Reading {
        watch: &Unwatched,
        code: None,
        secrets: &secrets,
    };
    let snapshot = read_container(&open(&locked, &secrets).unwrap(), reading).unwrap();
    let inputs = &snapshot.inputs;
    let whole = inputs
        .iter()
        .find(|own| own.path == "phone.zip.age")
        .unwrap();
    assert_eq!(whole.kind, InputKind::AndroidqfZip);
    assert_eq!(whole.sha256, Sha256::of(&locked));
    assert!(
        inputs
            .iter()
            .any(|own| own.path == "phone.zip.age/packages.json")
    );
    assert_eq!(snapshot.apps.len(), 1);
}

#[test]
fn a_changed_byte_never_changes_what_is_read() {
    let key = x25519::Identity::generate();
    let locked = locked_for(&key.to_public(), Format::Binary);
    let secrets = identities(&[&key]);
    for at in (0..locked.len()).step_by(4099).chain(0..200) {
        let mut changed = locked.clone();
        changed[at] ^= 1;
        let Ok(container) = open(&changed, &secrets) else {
            continue;
        };
        // Its first line was changed: nobody sees a locked archive in it, nor anything else.
        if container.kind() == ContainerKind::File {
            continue;
        }
        let mut refused = 0;
        for (name, bytes) in files() {
            let Some(entry) = container.find(name) else {
                assert!(!container.skipped().is_empty());
                refused += 1;
                continue;
            };
            match container.read(entry, MEMORY_ENTRY_BYTES) {
                Ok((read, _)) => assert_eq!(read, bytes, "byte {at}"),
                Err(_) => refused += 1,
            }
        }
        assert!(refused > 0, "byte {at}");
    }
    for length in (0..locked.len()).step_by(50_021) {
        assert!(
            open(&locked[..length], &secrets).is_err(),
            "cut at {length}"
        );
    }
}

#[test]
fn something_else_inside_is_not_guessed_at() {
    let mut recipient = scrypt::Recipient::new(SecretString::from("x".to_owned()));
    recipient.set_work_factor(4);
    let recipient: &dyn age::Recipient = &recipient;
    let encryptor = Encryptor::with_recipients(iter::once(recipient)).unwrap();
    let mut writer = encryptor.wrap_output(Vec::new()).unwrap();
    writer.write_all(b"ANDROID BACKUP\n5\n").unwrap();
    let locked = writer.finish().unwrap();
    assert!(matches!(
        open(&locked, &passwords(&["x"])),
        Err(EvidenceError::Damaged { .. })
    ));
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "held against the program that everybody uses"
)]
fn what_the_age_program_locked_is_opened() {
    let key = x25519::Identity::generate();
    for armour in [&[][..], &["--armor"][..]] {
        let age = Command::new("age")
            .args(armour)
            .args(["--recipient", &key.to_public().to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let Ok(mut age) = age else {
            println!("skipped: there is no program age");
            return;
        };
        let mut stdin = age.stdin.take().unwrap();
        let writing = std::thread::spawn(move || stdin.write_all(&acquisition()).unwrap());
        let locked = age.wait_with_output().unwrap();
        writing.join().unwrap();
        assert!(locked.status.success());
        holds_the_acquisition(&open(&locked.stdout, &identities(&[&key])).unwrap());
    }
}

#[test]
fn many_threads_read_one_locked_archive_at_once() {
    let locked = with_passphrase("x");
    let container = open(&locked, &passwords(&["x"])).unwrap();
    std::thread::scope(|threads| {
        for _ in 0..4 {
            threads.spawn(|| holds_the_acquisition(&container));
        }
    });
}
