//! Scheme v1: a PKCS #7 block in `META-INF`.
//!
//! In: the bytes of one `*.RSA`, `*.DSA` or `*.EC`. Out: the certificates that its signer records point to.
//! A certificate that is only carried along is not the signer, even if it comes first
//! (apksig: `v1-only-pkcs7-cert-bag-first-cert-not-used.apk`).
//!
//! Format: RFC 2315, read element by element, because Android keeps a certificate's bytes as they are,
//! sound DER or not.

use crate::limits;

const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
const OBJECT_IDENTIFIER: u8 = 0x06;
const CONTEXT_0: u8 = 0xa0;
/// 1.2.840.113549.1.7.2
const SIGNED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

/// The certificates of the signers, in the order of the signer records, or what is wrong.
pub(super) fn certificates(block: &[u8]) -> Result<Vec<&[u8]>, &'static str> {
    let (carried, signers) = signed_data(block).ok_or("it is not a signature block")?;
    let mut found: Vec<&[u8]> = Vec::new();
    for signer in Elements(signers.content).take(limits::CERTIFICATES) {
        let Some((issuer, serial)) = issuer_and_serial(signer) else {
            continue;
        };
        let candidates = || {
            Elements(carried)
                .take(limits::CERTIFICATES)
                .filter(|element| element.tag == SEQUENCE)
                .filter_map(|element| Some((element.whole, identity(element)?)))
                .filter(|(_, (_, its_serial))| *its_serial == serial)
        };
        // The same name can be written in two string types; then the serial number must do.
        let certificate = candidates()
            .find(|(_, (its_issuer, _))| *its_issuer == issuer)
            .or_else(|| candidates().next());
        if let Some((certificate, _)) = certificate
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

/// The content of the certificates and the set of signer records.
fn signed_data(block: &[u8]) -> Option<(&[u8], Element<'_>)> {
    let content_info = Elements(block).next().filter(|e| e.tag == SEQUENCE)?;
    let mut fields = Elements(content_info.content);
    let kind = fields.next()?;
    if kind.tag != OBJECT_IDENTIFIER || kind.content != SIGNED_DATA {
        return None;
    }
    let content = fields.next().filter(|e| e.tag == CONTEXT_0)?;
    let signed_data = Elements(content.content).next()?;
    // Version, digest algorithms, content; then certificates and revocations, if any; then signers.
    let mut carried = &[][..];
    let mut signers = None;
    for field in Elements(signed_data.content).skip(3) {
        match field.tag {
            CONTEXT_0 => carried = field.content,
            SET => signers = Some(field),
            _ => {}
        }
    }
    Some((carried, signers?))
}

/// Issuer and serial number that a signer record names.
fn issuer_and_serial(signer: Element<'_>) -> Option<(&[u8], &[u8])> {
    let id = Elements(signer.content).nth(1)?;
    let mut id = Elements(id.content);
    Some((id.next()?.content, id.next()?.content))
}

/// Issuer and serial number of a certificate.
fn identity(certificate: Element<'_>) -> Option<(&[u8], &[u8])> {
    let fields = Elements(certificate.content).next()?;
    let mut fields = Elements(fields.content).peekable();
    // The version is optional.
    fields.next_if(|field| field.tag == CONTEXT_0);
    let serial = fields.next()?;
    let _algorithm = fields.next()?;
    Some((fields.next()?.content, serial.content))
}

#[derive(Clone, Copy)]
struct Element<'a> {
    tag: u8,
    content: &'a [u8],
    whole: &'a [u8],
}

/// Elements one behind the other, up to the first that is damaged or of indefinite length.
struct Elements<'a>(&'a [u8]);

impl<'a> Iterator for Elements<'a> {
    type Item = Element<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        let tag = *self.0.first()?;
        let short = *self.0.get(1)?;
        let (header, length) = if short < 0x80 {
            (2, usize::from(short))
        } else {
            let width = usize::from(short & 0x7f);
            let digits = self
                .0
                .get(2..2 + width)
                .filter(|_| (1..=4).contains(&width))?;
            let length = digits
                .iter()
                .fold(0, |length, digit| length << 8 | usize::from(*digit));
            (2 + width, length)
        };
        let (whole, rest) = self.0.split_at_checked(header + length)?;
        self.0 = rest;
        Some(Element {
            tag,
            content: whole.get(header..)?,
            whole,
        })
    }
}
