//! One signer's certificate: what lists of known signers are compared with.
//!
//! In: the certificate's bytes as they stand in the APK. Out: a [`Signer`]. Android knows a signer by these
//! exact bytes, so the digests are over them even where they are not sound DER; the key and the subject
//! are then unknown.

use x509_cert::certificate::{CertificateInner, Raw};
use x509_cert::der::{Any, Decode, Encode, Tagged};

use crate::digest::{Sha1, Sha256};
use crate::snapshot::{Provenance, Scheme, Signer, SignerRole, SubjectName};

const COMMON_NAME: &str = "2.5.4.3";
const ORGANISATION: &str = "2.5.4.10";

/// The signer with this certificate. Without a scheme, where only the certificate itself is written down.
pub(in crate::evidence) fn signer(
    certificate: &[u8],
    scheme: Option<Scheme>,
    role: SignerRole,
    provenance: Provenance,
) -> Signer {
    let decoded = CertificateInner::<Raw>::from_der(certificate).ok();
    let fields = decoded.as_ref().map(CertificateInner::tbs_certificate);
    Signer {
        sha1: Some(Sha1::of(certificate)),
        sha256: Some(Sha256::of(certificate)),
        key_sha256: fields
            .and_then(|fields| fields.subject_public_key_info().to_der().ok())
            .map(|key| Sha256::of(&key)),
        subject: fields.map(|fields| {
            let name = fields.subject();
            let part = |oid: &str| {
                name.iter()
                    .find(|attribute| attribute.oid.to_string() == oid)
                    .map(|attribute| text(&attribute.value))
            };
            SubjectName {
                full: name.to_string(),
                common_name: part(COMMON_NAME),
                organisation: part(ORGANISATION),
            }
        }),
        scheme,
        role,
        provenance,
    }
}

/// A text of a name, in whatever string type it was written.
fn text(value: &Any) -> String {
    use x509_cert::der::Tag;
    match value.tag() {
        Tag::BmpString => {
            let units = value.value().as_chunks::<2>().0.iter();
            char::decode_utf16(units.map(|unit| u16::from_be_bytes(*unit)))
                .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect()
        }
        _ => String::from_utf8_lossy(value.value()).into_owned(),
    }
}
