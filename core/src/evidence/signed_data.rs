//! Signed data: PKCS #7 (RFC 2315) and CMS (RFC 5652).
//!
//! In: the bytes of a block. Out: what it seals, and the certificates that its signer records point to. A
//! certificate that is only carried along is not the signer, even if it comes first
//! (apksig: `v1-only-pkcs7-cert-bag-first-cert-not-used.apk`). Nothing is verified here.

use super::der::{CONTEXT_0, Element, Elements, Form, OBJECT_IDENTIFIER, SEQUENCE, SET};
use crate::limits;

/// 1.2.840.113549.1.7.2
const SIGNED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
/// 1.2.840.113549.1.7.3
const ENVELOPED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x03];
/// 1.2.840.113549.1.9.16.1.23
const AUTHENTICATED_ENVELOPED_DATA: &[u8] = &[
    0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x17,
];
/// A subject key identifier, by which a signer record may name its certificate.
const KEY_IDENTIFIER: u8 = 0x80;
/// 2.5.29.14, as it stands in a certificate.
const KEY_IDENTIFIER_EXTENSION: &[u8] = &[OBJECT_IDENTIFIER, 3, 0x55, 0x1d, 0x0e];

/// What a block is.
pub(super) enum Block<'a> {
    /// Something with seals.
    Signed(SignedData<'a>),
    /// Something that is encrypted.
    Enveloped,
}

/// Something with seals.
#[derive(Debug)]
pub(super) struct SignedData<'a> {
    /// What is sealed. None where it stands elsewhere.
    pub(super) content: Option<Element<'a>>,
    carried: Elements<'a>,
    signers: Option<Element<'a>>,
}

/// The block in these bytes; none where it is not such a block.
pub(super) fn read(block: &[u8], form: Form) -> Option<Block<'_>> {
    let content_info = Elements::new(block, form)
        .next()
        .filter(|element| element.tag == SEQUENCE)?;
    let mut fields = content_info.elements();
    let kind = fields.next()?;
    if kind.tag != OBJECT_IDENTIFIER {
        return None;
    }
    if [ENVELOPED_DATA, AUTHENTICATED_ENVELOPED_DATA].contains(&kind.content) {
        return Some(Block::Enveloped);
    }
    if kind.content != SIGNED_DATA {
        return None;
    }
    let content = fields.next().filter(|element| element.tag == CONTEXT_0)?;
    let signed_data = content.elements().next()?;
    // Version, digest algorithms, content; then certificates and revocations, if any; then signers.
    let mut fields = signed_data.elements().skip(2);
    let sealed = fields.next()?;
    let content = sealed
        .elements()
        .nth(1)
        .filter(|element| element.tag == CONTEXT_0)
        .and_then(|element| element.elements().next());
    let mut carried = Elements::new(&[], form);
    let mut signers = None;
    for field in fields {
        match field.tag {
            CONTEXT_0 => carried = field.elements(),
            SET => signers = Some(field),
            _ => {}
        }
    }
    Some(Block::Signed(SignedData {
        content,
        carried,
        signers,
    }))
}

impl<'a> SignedData<'a> {
    /// The certificates of the signers, in the order of the signer records, or what is wrong.
    pub(super) fn certificates(&self) -> Result<Vec<&'a [u8]>, &'static str> {
        let signers = self.signers.ok_or("it is not a signature block")?;
        let mut found: Vec<&[u8]> = Vec::new();
        for signer in signers.elements().take(limits::CERTIFICATES) {
            if let Some(certificate) = self.certificate_of(signer)
                && !found.contains(&certificate)
            {
                found.push(certificate);
            }
        }
        if found.is_empty() {
            return Err("no signer record points to a certificate");
        }
        Ok(found)
    }

    fn certificate_of(&self, signer: Element<'a>) -> Option<&'a [u8]> {
        let carried = || {
            self.carried
                .clone()
                .take(limits::CERTIFICATES)
                .filter(|element| element.tag == SEQUENCE)
        };
        let id = signer.elements().nth(1)?;
        if id.tag == KEY_IDENTIFIER {
            return carried()
                .find(|element| key_identifier(element.whole) == Some(id.content))
                .map(|element| element.whole);
        }
        let mut names = id.elements();
        let (issuer, serial) = (names.next()?.content, names.next()?.content);
        let candidates = || {
            carried()
                .filter_map(|element| Some((element.whole, identity(element)?)))
                .filter(|(_, (_, its_serial))| *its_serial == serial)
        };
        // The same name can be written in two string types; then the serial number must do.
        candidates()
            .find(|(_, (its_issuer, _))| *its_issuer == issuer)
            .or_else(|| candidates().next())
            .map(|(certificate, _)| certificate)
    }
}

/// Issuer and serial number of a certificate.
fn identity(certificate: Element<'_>) -> Option<(&[u8], &[u8])> {
    let fields = certificate.elements().next()?;
    let mut fields = fields.elements().peekable();
    // The version is optional.
    fields.next_if(|field| field.tag == CONTEXT_0);
    let serial = fields.next()?;
    let _algorithm = fields.next()?;
    Some((fields.next()?.content, serial.content))
}

/// The identifier that a certificate gives its key: an octet string inside another behind its name.
fn key_identifier(certificate: &[u8]) -> Option<&[u8]> {
    let at = certificate
        .windows(KEY_IDENTIFIER_EXTENSION.len())
        .position(|window| window == KEY_IDENTIFIER_EXTENSION)?;
    let behind = certificate.get(at.checked_add(KEY_IDENTIFIER_EXTENSION.len())?..)?;
    let value = Elements::new(behind, Form::Definite).next()?;
    Some(value.elements().next()?.content)
}
