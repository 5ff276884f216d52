use aes::cipher::{BlockEncrypt as _, KeyInit as _};
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockEncryptMut as _, KeyIvInit as _};
use proptest::prelude::*;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::*;
use crate::evidence::ios::plist::Plist;

use crate::evidence::ios::made_plist;

use made_plist::Made;

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u32> = text
        .chars()
        .filter_map(|digit| digit.to_digit(16))
        .collect();
    digits
        .chunks(2)
        .map(|pair| u8::try_from(pair[0] * 16 + pair[1]).unwrap())
        .collect()
}

/// RFC 3394, 2.2.1: the other way round.
fn wrap(key: &[u8; 32], plain: &[u8; 32]) -> [u8; 40] {
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
    let mut out = [0u8; 40];
    out[..8].copy_from_slice(&check);
    out[8..].copy_from_slice(&parts.concat());
    out
}

fn encrypted(key: &[u8; 32], plain: &[u8]) -> Vec<u8> {
    let mut out = vec![0; plain.len() + 16];
    let cipher = cbc::Encryptor::<aes::Aes256>::new(key.into(), &[0; 16].into());
    let length = cipher
        .encrypt_padded_b2b_mut::<Pkcs7>(plain, &mut out)
        .unwrap()
        .len();
    out.truncate(length);
    out
}

fn field(name: &[u8; 4], value: &[u8]) -> Vec<u8> {
    let length = u32::try_from(value.len()).unwrap().to_be_bytes();
    [&name[..], &length, value].concat()
}

fn numbered(name: &[u8; 4], value: u32) -> Vec<u8> {
    field(name, &value.to_be_bytes())
}

const CLASS_KEY: [u8; 32] = [7; 32];
const FILE_KEY: [u8; 32] = [9; 32];

/// A keybag with class 3, and class 11 that only the device opens.
fn keybag(password: &str, first: Option<u32>, second: u32) -> Vec<u8> {
    let mut key = Zeroizing::new(password.as_bytes().to_vec());
    let mut out = [
        numbered(b"VERS", 3),
        numbered(b"TYPE", 1),
        field(b"UUID", &[1; 16]),
        field(b"HMCK", &[2; 40]),
        numbered(b"WRAP", 0),
        field(b"SALT", &[3; 20]),
        numbered(b"ITER", second),
    ]
    .concat();
    if let Some(rounds) = first {
        out.extend(
            [
                numbered(b"DPWT", 1),
                numbered(b"DPIC", rounds),
                field(b"DPSL", &[4; 20]),
            ]
            .concat(),
        );
        let mut derived = [0u8; 32];
        pbkdf2::pbkdf2::<hmac::Hmac<Sha256>>(&key, &[4; 20], rounds, &mut derived).unwrap();
        *key = derived.to_vec();
    }
    let mut kek = [0u8; 32];
    pbkdf2::pbkdf2::<hmac::Hmac<sha1::Sha1>>(&key, &[3; 20], second, &mut kek).unwrap();
    for (class, wrapped_by) in [(3, 2), (11, 1)] {
        out.extend(
            [
                field(b"UUID", &[class; 16]),
                numbered(b"CLAS", class.into()),
                numbered(b"WRAP", wrapped_by),
                numbered(b"KTYP", 0),
                field(b"WPKY", &wrap(&kek, &CLASS_KEY)),
            ]
            .concat(),
        );
    }
    out
}

fn with_class(wrapped: &[u8; 40]) -> Vec<u8> {
    [&3u32.to_le_bytes()[..], wrapped].concat()
}

fn manifest(keybag: Vec<u8>) -> Plist {
    let made = Made::dictionary([
        ("IsEncrypted", Made::from(true)),
        ("BackupKeyBag", Made::Data(keybag)),
        (
            "ManifestKey",
            Made::Data(with_class(&wrap(&CLASS_KEY, &FILE_KEY))),
        ),
    ]);
    Plist::read(&made.binary()).unwrap()
}

fn secrets(passwords: &[&str]) -> Secrets {
    Secrets {
        passwords: passwords
            .iter()
            .map(|one| Zeroizing::new((*one).to_owned()))
            .collect(),
        ..Secrets::NONE
    }
}

fn opened(keybag: Vec<u8>, passwords: &[&str]) -> Result<Keys, Reason> {
    let plist = manifest(keybag);
    unlock(plist.root(), &secrets(passwords))
}

#[test]
fn the_derivations_and_the_unwrapping_give_what_their_rfcs_print() {
    // RFC 7914, 11.
    for (password, salt, rounds, key) in [
        (
            "passwd",
            "salt",
            1,
            "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc",
        ),
        (
            "Password",
            "NaCl",
            80_000,
            "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56",
        ),
    ] {
        let found = cipher::pbkdf2_sha256(password.as_bytes(), salt.as_bytes(), rounds);
        assert_eq!(found.to_vec(), hex(key));
    }
    // RFC 6070: its fifth has 25 bytes of output, of which we make more.
    let found = cipher::pbkdf2_sha1(
        b"passwordPASSWORDpassword",
        b"saltSALTsaltSALTsaltSALTsaltSALTsalt",
        4_096,
    );
    assert_eq!(
        found[..25],
        hex("3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038")[..]
    );
    // RFC 3394, 4.6.
    let key: [u8; 32] = hex("000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F")
        .try_into()
        .unwrap();
    let plain = hex("00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F");
    let wrapped: [u8; 40] =
        hex("28C9F404C4B810F4CBCCB35CFB87F8263F5786E2D80ED326CBC7F0E71A99F43BFB988B9B7A02DD21")
            .try_into()
            .unwrap();
    assert_eq!(cipher::unwrap(&key, &wrapped).unwrap().to_vec(), plain);
    for at in 0..40 {
        let mut turned = wrapped;
        turned[at] ^= 1;
        assert!(cipher::unwrap(&key, &turned).is_none(), "byte {at}");
    }
}

proptest! {
    #[test]
    fn the_loop_of_our_own_is_pbkdf2(password in proptest::collection::vec(any::<u8>(), 0..150), salt in proptest::collection::vec(any::<u8>(), 0..150), rounds in 1u32..20) {
        let mut expected = [0u8; 32];
        pbkdf2::pbkdf2::<hmac::Hmac<Sha256>>(&password, &salt, rounds, &mut expected).unwrap();
        prop_assert_eq!(*cipher::pbkdf2_sha256(&password, &salt, rounds), expected);
    }

    #[test]
    fn no_keybag_makes_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = Keybag::parse(&bytes);
    }
}

#[test]
fn a_backup_opens_with_its_password_in_both_forms() {
    for first in [Some(1_000), None] {
        let keybag = keybag("pässword", first, 100);
        assert_eq!(opened(keybag.clone(), &[]).err(), Some(Reason::Encrypted));
        assert_eq!(
            opened(keybag.clone(), &["wrong", ""]).err(),
            Some(Reason::WrongPassword)
        );
        let keys = opened(keybag, &["wrong", "pässword"]).unwrap();
        let list = encrypted(&FILE_KEY, b"SQLite format 3\0 and more");
        assert_eq!(
            keys.manifest_database(&list).unwrap(),
            b"SQLite format 3\0 and more"
        );
        let wrapped = with_class(&wrap(&CLASS_KEY, &[5; 32]));
        for length in [0usize, 1, 15, 16, 17, 4_096] {
            let plain = vec![0x42; length];
            let bytes = encrypted(&[5; 32], &plain);
            assert_eq!(keys.file(3, &wrapped, &bytes).unwrap(), plain);
            assert_eq!(keys.file(3, &wrapped[4..], &bytes).unwrap(), plain);
            assert!(keys.file(3, &wrapped, &bytes[..bytes.len() - 1]).is_err());
        }
        assert_eq!(keys.file(3, &wrapped, &[]).unwrap(), b"");
        let bytes = encrypted(&[5; 32], b"x");
        assert!(
            keys.file(11, &wrapped, &bytes).is_err(),
            "only the device opens it"
        );
        assert!(keys.file(4, &wrapped, &bytes).is_err(), "no such class");
        assert!(
            keys.file(3, &wrapped[..43], &bytes).is_err(),
            "a key cut short"
        );
        assert!(
            keys.file(3, &with_class(&[0; 40]), &bytes).is_err(),
            "another key"
        );
        assert!(keys.file(3, &wrapped, &[0; 16]).is_err(), "a wrong padding");
    }
}

#[test]
fn absurd_numbers_are_told_before_any_work() {
    let rounds = |first: u32, second: u32| {
        let mut made = keybag("p", Some(1), 1);
        for (name, value) in [(b"DPIC", first), (b"ITER", second)] {
            let at = made.windows(4).position(|window| window == name).unwrap();
            made[at + 8..at + 12].copy_from_slice(&value.to_be_bytes());
        }
        opened(made, &["p"]).err()
    };
    let too_many = |limit: u32| {
        Some(Reason::TooMany {
            limit: limit.into(),
        })
    };
    assert_eq!(rounds(1, 1), None);
    assert_eq!(rounds(u32::MAX, 1), too_many(KEYBAG_SHA256_ROUNDS));
    assert_eq!(rounds(1, u32::MAX), too_many(KEYBAG_SHA1_ROUNDS));
    assert!(matches!(rounds(0, 1), Some(Reason::Malformed { .. })));
    assert!(matches!(rounds(1, 0), Some(Reason::Malformed { .. })));
    let many = field(b"XXXX", b"").repeat(KEYBAG_FIELDS + 1);
    assert_eq!(
        Keybag::parse(&many),
        Err(Reason::TooMany {
            limit: KEYBAG_FIELDS as u64
        })
    );
    let large = vec![0; KEYBAG_BYTES + 1];
    assert_eq!(
        Keybag::parse(&large),
        Err(Reason::TooLarge {
            limit: KEYBAG_BYTES as u64
        })
    );
}

/// A keybag that is cut anywhere opens what stands before the cut, or says what it lacks.
#[test]
fn every_truncation_is_told() {
    let whole = keybag("p", Some(1), 1);
    for length in 0..whole.len() {
        match opened(whole[..length].to_vec(), &["p"]) {
            Ok(keys) => assert_eq!(keys.classes.len(), 1, "{length}"),
            Err(reason) => assert!(
                matches!(reason, Reason::Malformed { .. } | Reason::WrongPassword),
                "{length}: {reason:?}"
            ),
        }
    }
    let empty =
        Plist::read(&Made::dictionary([("IsEncrypted", Made::from(true))]).binary()).unwrap();
    assert!(matches!(
        unlock(empty.root(), &secrets(&["p"])),
        Err(Reason::Malformed { .. })
    ));
}
