//! What a profile may be wrapped in: text (PEM, S/MIME, base64), and signed data in DER or BER.

use std::borrow::Cow;

use base64ct::{Base64, Encoding};

use crate::evidence::apk::signer;
use crate::evidence::der::{Element, Form, SEQUENCE};
use crate::evidence::ios::plist::Plist;
use crate::evidence::json::malformed;
use crate::evidence::parsed::Place;
use crate::evidence::signed_data::{self, Block};
use crate::limits::{PLIST_BYTES, PROFILE_LAYERS};
use crate::snapshot::{Reason, Signer, SignerRole};

/// Whether something that begins so may be a wrapped profile. More than that its content must tell.
pub(super) fn begins(start: &[u8]) -> bool {
    let text = without_mark(start).trim_ascii_start();
    let in_text = [
        &b"-----BEGIN PKCS7"[..],
        b"-----BEGIN CMS",
        b"MIME-Version:",
    ]
    .iter()
    .any(|mark| text.starts_with(mark));
    in_text || is_block(start)
}

/// A sequence that begins with the name of signed or enveloped data.
fn is_block(start: &[u8]) -> bool {
    const PKCS7: &[u8] = &[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07];
    const SMIME: &[u8] = &[
        0x06, 0x0b, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10,
    ];
    let header = match start.get(1) {
        Some(short @ 0x81..=0x84) => usize::from(short & 0x7f) + 2,
        _ => 2,
    };
    let named = start.get(header..).unwrap_or_default();
    start.first() == Some(&SEQUENCE) && (named.starts_with(PKCS7) || named.starts_with(SMIME))
}

/// The property list inside, and who sealed it, outermost first.
///
/// # Errors
/// A [`Reason`]: too large, encrypted, or nothing that wraps a property list.
pub(super) fn open(bytes: &[u8], place: &mut Place<'_>) -> Result<(Plist, Vec<Signer>), Reason> {
    if bytes.len() as u64 > PLIST_BYTES {
        return Err(Reason::TooLarge { limit: PLIST_BYTES });
    }
    let mut signers = Vec::new();
    let mut layer = Cow::Borrowed(bytes);
    for _ in 0..PROFILE_LAYERS {
        if Plist::begins(&layer) {
            return Ok((Plist::read(&layer)?, signers));
        }
        let Some(block) = signed_data::read(&layer, Form::Any) else {
            let decoded = from_base64(&layer)
                .ok_or_else(|| malformed("neither a property list nor signed data"))?;
            layer = Cow::Owned(decoded);
            continue;
        };
        let signed = match block {
            Block::Signed(signed) => signed,
            Block::Enveloped => return Err(Reason::Encrypted),
        };
        match signed.certificates() {
            Ok(certificates) => {
                signers.extend(certificates.into_iter().enumerate().map(|(number, der)| {
                    let place = place.at(format!("SignedData/certificate {number}"));
                    signer(der, None, SignerRole::Current, place)
                }));
            }
            Err(cause) => place.skip("SignedData", malformed(cause)),
        }
        let content = signed.content.and_then(Element::octets);
        let content = content.ok_or_else(|| malformed("a seal without what it seals"))?;
        layer = Cow::Owned(content.into_owned());
    }
    Err(malformed("wrapped too many times"))
}

/// What a text in base64 stands for, by itself or between the lines of PEM or behind those of a message; none
/// where it is not such a text.
pub(super) fn from_base64(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = without_mark(bytes).trim_ascii();
    let body = if text.starts_with(b"-----BEGIN ") {
        let first = text.iter().position(|byte| *byte == b'\n')?;
        let (_, body) = text.split_at_checked(first)?;
        let end = body.windows(5).position(|window| window == b"-----")?;
        body.get(..end)?
    } else if text.starts_with(b"MIME-Version:") || text.starts_with(b"Content-") {
        let break_at = |mark: &[u8]| {
            let at = text.windows(mark.len()).position(|window| window == mark)?;
            text.get(at..)
        };
        break_at(b"\r\n\r\n").or_else(|| break_at(b"\n\n"))?
    } else {
        text
    };
    let mut digits = Vec::with_capacity(body.len());
    for byte in body.iter().filter(|byte| !byte.is_ascii_whitespace()) {
        if !byte.is_ascii_alphanumeric() && !b"+/=".contains(byte) {
            return None;
        }
        digits.push(*byte);
    }
    let decoded = Base64::decode_in_place(&mut digits).ok()?;
    (!decoded.is_empty()).then(|| decoded.to_vec())
}

/// Without a byte order mark.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes)
}
