use aes::cipher::{BlockEncrypt as _, KeyInit as _};
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockEncryptMut as _, KeyIvInit as _};
use zeroize::Zeroizing;

use super::*;

const CLASS: u32 = 3;
const CLASS_KEY: [u8; 32] = [0x33; 32];
const FILE_KEY: [u8; 32] = [0x44; 32];
const PASSWORD: &str = "Grüße aus Łódź";

/// RFC 3394, 2.2.1.
fn wrap(key: &[u8; 32], plain: &[u8; 32]) -> Vec<u8> {
    let cipher = aes::Aes256::new(key.into());
    let mut check = [0xa6u8; 8];
    let mut parts: Vec<[u8; 8]> = plain.as_chunks::<8>().0.to_vec();
    for round in 0..6u64 {
        for (index, part) in (1u64..).zip(&mut parts) {
            let mut block = [0u8; 16];
            block[..8].copy_from_slice(&check);
            block[8..].copy_from_slice(part);
            cipher.encrypt_block((&mut block).into());
            let high: [u8; 8] = block[..8].try_into().unwrap();
            check = (u64::from_be_bytes(high) ^ (round * 4 + index)).to_be_bytes();
            part.copy_from_slice(&block[8..]);
        }
    }
    [check.to_vec(), parts.concat()].concat()
}

fn encrypt(plain: &[u8]) -> Vec<u8> {
    let mut out = vec![0; plain.len() + 16];
    let cipher = cbc::Encryptor::<aes::Aes256>::new(&FILE_KEY.into(), &[0; 16].into());
    let made = cipher.encrypt_padded_b2b_mut::<Pkcs7>(plain, &mut out);
    let length = made.unwrap().len();
    out.truncate(length);
    out
}

fn wrapped_file_key() -> Vec<u8> {
    [CLASS.to_le_bytes().to_vec(), wrap(&CLASS_KEY, &FILE_KEY)].concat()
}

fn keybag() -> Vec<u8> {
    let first = cipher::pbkdf2_sha256(PASSWORD.as_bytes(), &[1; 20], 10);
    let key = cipher::pbkdf2_sha1(first.as_slice(), &[2; 20], 10);
    let number = |number: u32| number.to_be_bytes().to_vec();
    let fields: [(&[u8; 4], Vec<u8>); 11] = [
        (b"VERS", number(3)),
        (b"TYPE", number(1)),
        (b"UUID", vec![0; 16]),
        (b"SALT", vec![2; 20]),
        (b"ITER", number(10)),
        (b"DPIC", number(10)),
        (b"DPSL", vec![1; 20]),
        (b"UUID", vec![1; 16]),
        (b"CLAS", number(CLASS)),
        (b"WRAP", number(2)),
        (b"WPKY", wrap(&key, &CLASS_KEY)),
    ];
    let field = |(name, value): &(&[u8; 4], Vec<u8>)| {
        let length = u32::try_from(value.len()).unwrap();
        [name.to_vec(), length.to_be_bytes().to_vec(), value.clone()].concat()
    };
    fields.iter().flat_map(field).collect()
}

/// The same backup, encrypted.
fn locked() -> Vec<(String, Vec<u8>)> {
    let mut backup = whole();
    let file = Made::dictionary([
        ("ProtectionClass", Made::Integer(i64::from(CLASS))),
        ("EncryptionKey", Made::Uid(2)),
    ]);
    let key = Made::dictionary([("NS.data", Made::Data(wrapped_file_key()))]);
    let record = Made::dictionary([
        ("$objects", Made::Array(vec!["$null".into(), file, key])),
        ("$top", Made::dictionary([("root", Made::Uid(1))])),
    ]);
    let hex: String = record
        .binary()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    backup.sql = format!("UPDATE Files SET file = x'{hex}' WHERE flags = 1");
    backup.manifest = backup.manifest.map(|manifest| {
        manifest
            .with("BackupKeyBag", Made::Data(keybag()))
            .with("ManifestKey", Made::Data(wrapped_file_key()))
    });
    let mut entries = backup.entries();
    for (name, bytes) in &mut entries {
        if name == "Manifest.db" || name.contains('/') {
            *bytes = encrypt(bytes);
        }
    }
    entries
}

fn read_with(passwords: &[&str]) -> Snapshot {
    let passwords = passwords.iter();
    let secrets = Secrets {
        passwords: passwords
            .map(|own| Zeroizing::new((*own).to_owned()))
            .collect(),
        ..Secrets::NONE
    };
    let reading = Reading {
        watch: &Unwatched,
        code: None,
        secrets: &secrets,
    };
    let container = Container::from_entries("backup", locked()).unwrap();
    read_container(&container, reading).unwrap()
}

#[test]
fn with_its_password_an_encrypted_backup_tells_what_the_plain_one_does() {
    let mut opened = read_with(&["wrong", PASSWORD]);
    let mut plain = whole().read();
    for snapshot in [&mut opened, &mut plain] {
        snapshot.inputs.clear();
    }
    assert_eq!(opened, plain);
}

#[test]
fn without_it_the_apps_are_listed_and_all_else_is_said_to_be_encrypted() {
    for (passwords, reason) in [
        (&[][..], Reason::Encrypted),
        (&["wrong"][..], Reason::WrongPassword),
    ] {
        let snapshot = read_with(passwords);
        assert_eq!(app(&snapshot, "com.example.one").state, AppState::Installed);
        assert_eq!(snapshot.device.model.as_ref().unwrap().value, "iPhone14,5");
        assert_eq!(
            state(&snapshot, SurfaceId::Apps),
            SurfaceState::Read { records: 3 }
        );
        let told = format!("backup/Manifest.db: {}", reason.code());
        assert_eq!(skipped(&snapshot, SurfaceId::Apps), [told]);
        for id in [
            SurfaceId::AppGrants,
            SurfaceId::DeviceAdmins,
            SurfaceId::History,
            SurfaceId::Keyboards,
            SurfaceId::LauncherEntries,
            SurfaceId::Network,
            SurfaceId::Profiles,
            SurfaceId::RemovedApps,
            SurfaceId::SensorUse,
            SurfaceId::Settings,
            SurfaceId::UserCertificates,
        ] {
            let unread = SurfaceState::Unavailable(reason.clone());
            assert_eq!(state(&snapshot, id), unread, "{id:?}");
        }
    }
}
