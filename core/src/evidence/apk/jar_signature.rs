//! Scheme v1: a PKCS #7 block in `META-INF`.
//!
//! In: the bytes of one `*.RSA`, `*.DSA` or `*.EC`. Out: the certificates that its signer records point to, as
//! [`signed_data`] reads them. Lengths must be definite: Android reads no other.

use crate::evidence::der::Form;
use crate::evidence::signed_data::{self, Block};

/// The certificates of the signers, in the order of the signer records, or what is wrong.
pub(super) fn certificates(block: &[u8]) -> Result<Vec<&[u8]>, &'static str> {
    match signed_data::read(block, Form::Definite) {
        Some(Block::Signed(signed)) => signed.certificates(),
        Some(Block::Enveloped) | None => Err("it is not a signature block"),
    }
}
