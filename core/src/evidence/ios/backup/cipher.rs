//! The four steps of a backup's encryption: two derivations, the unwrapping of a key, and the files' own cipher.

use aes::Aes256;
use aes::cipher::{BlockDecrypt as _, KeyInit as _};
use cbc::Decryptor;
use cbc::cipher::BlockDecryptMut as _;
use cbc::cipher::KeyIvInit as _;
use cbc::cipher::block_padding::Pkcs7;
use hmac::Hmac;
use sha1::Sha1;
use sha2::block_api::compress256;
use sha2::{Digest as _, Sha256};
use zeroize::{Zeroize as _, Zeroizing};

use crate::evidence::json::malformed;
use crate::snapshot::Reason;

/// A key of 256 bits.
pub(super) type Key = Zeroizing<[u8; 32]>;

/// Length of a wrapped key.
pub(super) const WRAPPED: usize = 40;

/// Where SHA-256 begins (FIPS 180-4, 5.3.3).
const START: [u32; 8] = [
    0x6a09_e667,
    0xbb67_ae85,
    0x3c6e_f372,
    0xa54f_f53a,
    0x510e_527f,
    0x9b05_688c,
    0x1f83_d9ab,
    0x5be0_cd19,
];

/// PBKDF2 with HMAC-SHA256 (RFC 8018), one block of output.
///
/// Ten million rounds are most of what an encrypted backup costs. A round is two compressions, each from a state
/// that does not change, over a block of which only half does; this loop does no more. The general crate copies
/// the states of an HMAC and pads anew in each round, which takes longer.
pub(super) fn pbkdf2_sha256(password: &[u8], salt: &[u8], rounds: u32) -> Key {
    let mut padded = Zeroizing::new([0u8; 64]);
    if password.len() > padded.len() {
        let mut digest = Sha256::digest(password);
        padded
            .iter_mut()
            .zip(&digest)
            .for_each(|(to, from)| *to = *from);
        digest.zeroize();
    } else {
        padded
            .iter_mut()
            .zip(password)
            .for_each(|(to, from)| *to = *from);
    }
    let keyed = |with: u8| {
        let block = Zeroizing::new(padded.map(|byte| byte ^ with));
        let mut state = Zeroizing::new(START);
        compress256(&mut state, &[*block]);
        state
    };
    let (inner, outer) = (keyed(0x36), keyed(0x5c));
    // The first round is over the salt, which may have any length.
    let mut message = Zeroizing::new(padded.map(|byte| byte ^ 0x36).to_vec());
    message.extend(salt);
    message.extend(1u32.to_be_bytes());
    let mut digest = Sha256::digest(&*message);
    // A block of 32 bytes behind one of 64: the bit behind the end, and the length of both in bits.
    let mut block = Zeroizing::new([0u8; 64]);
    let end = [0x80].into_iter().chain([0; 29]);
    let bits = (96u16 * 8).to_be_bytes();
    let whole = digest.iter().copied().chain(end).chain(bits);
    block
        .iter_mut()
        .zip(whole)
        .for_each(|(to, from)| *to = from);
    digest.zeroize();
    let mut state = outer.clone();
    compress256(&mut state, &[*block]);
    let mut sum = state.clone();
    for _ in 1..rounds {
        fill(&mut block, &state);
        *state = *inner;
        compress256(&mut state, std::slice::from_ref(&*block));
        fill(&mut block, &state);
        *state = *outer;
        compress256(&mut state, std::slice::from_ref(&*block));
        for (sum, word) in sum.iter_mut().zip(state.iter()) {
            *sum ^= word;
        }
    }
    let mut key = Key::new([0u8; 32]);
    for (to, word) in key.as_chunks_mut::<4>().0.iter_mut().zip(sum.iter()) {
        *to = word.to_be_bytes();
    }
    key
}

/// Writes a state into the first half of a block.
#[inline]
fn fill(block: &mut [u8; 64], state: &[u32; 8]) {
    for (to, word) in block.as_chunks_mut::<4>().0.iter_mut().zip(state) {
        *to = word.to_be_bytes();
    }
}

/// PBKDF2 with HMAC-SHA1, one key of output. Ten thousand rounds take some milliseconds.
pub(super) fn pbkdf2_sha1(password: &[u8], salt: &[u8], rounds: u32) -> Key {
    let mut key = Key::new([0u8; 32]);
    pbkdf2::pbkdf2::<Hmac<Sha1>>(password, salt, rounds, &mut *key)
        .expect("HMAC takes a key of any length");
    key
}

/// Unwraps a key (RFC 3394, 2.2.2). None where the wrapping key is another one.
pub(super) fn unwrap(key: &[u8; 32], wrapped: &[u8; WRAPPED]) -> Option<Key> {
    let cipher = Aes256::new(key.into());
    let (first, rest) = wrapped.split_first_chunk::<8>()?;
    let mut check = *first;
    let mut parts = Zeroizing::new([[0u8; 8]; 4]);
    for (part, from) in parts.iter_mut().zip(rest.as_chunks::<8>().0) {
        *part = *from;
    }
    for round in (0..6u64).rev() {
        for (index, part) in [4u64, 3, 2, 1].into_iter().zip(parts.iter_mut().rev()) {
            let step = (u64::from_be_bytes(check) ^ (round * 4 + index)).to_be_bytes();
            let mut block = Zeroizing::new([0u8; 16]);
            let (high, low) = block.split_at_mut(8);
            high.copy_from_slice(&step);
            low.copy_from_slice(part);
            cipher.decrypt_block((&mut *block).into());
            let (high, low) = block.split_at(8);
            check.copy_from_slice(high);
            part.copy_from_slice(low);
        }
    }
    let mut out = Key::new([0u8; 32]);
    for (to, part) in out.as_chunks_mut::<8>().0.iter_mut().zip(parts.iter()) {
        *to = *part;
    }
    (check == [0xa6; 8]).then_some(out)
}

/// AES-256-CBC with an initial vector of zeros, and the padding of PKCS 7 taken off.
///
/// An empty file is empty. A padding that is wrong is told: what is left in would be taken for the file's own.
pub(super) fn decrypt(key: &[u8; 32], bytes: &[u8]) -> Result<Vec<u8>, Reason> {
    if bytes.is_empty() {
        return Ok(Vec::new());
    }
    if !bytes.len().is_multiple_of(16) {
        return Err(malformed("the encrypted file is cut short"));
    }
    let mut plain = bytes.to_vec();
    let cipher = Decryptor::<Aes256>::new(key.into(), &[0u8; 16].into());
    let length = cipher
        .decrypt_padded_mut::<Pkcs7>(&mut plain)
        .map(<[u8]>::len)
        .map_err(|_| malformed("the encrypted file does not end as it should"))?;
    plain.truncate(length);
    Ok(plain)
}
