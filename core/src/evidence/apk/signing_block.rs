//! The APK Signing Block: schemes v2, v3 and v3.1.
//!
//! In: the bytes of the APK and where its central directory begins. Out: the certificate of each signer and
//! of each earlier signer in its proof of rotation. That the seals verify is not checked here.
//!
//! Format: source.android.com, "APK Signature Scheme v2", "v3", "v3.1". Android takes the first pair of an
//! id, and of a signer's certificates the first; the others are its issuers.

use std::collections::BTreeSet;

use super::little_endian::{size_at, slice_at, u32_at, u64_at};
use crate::limits;
use crate::snapshot::Scheme;

const MAGIC: &[u8] = b"APK Sig Block 42";
const FOOTER_BYTES: usize = 24;

const V2: u32 = 0x7109_871a;
const V3: u32 = 0xf053_68c0;
const V31: u32 = 0x1b93_ad61;
const V32: u32 = 0x70e1_c89f;

/// A v2 or v3 signer says that a later scheme was used too; without it, somebody took it out.
const STRIPPING_PROTECTION: u32 = 0xbeef_f00d;
/// A v3 signer says that there is a v3.1 block for newer systems.
const ROTATION_MIN_SDK: u32 = 0x559f_8b02;
const PROOF_OF_ROTATION: u32 = 0x3ba0_6f8c;

/// What stands in the block.
#[derive(Debug, Default)]
pub(super) struct SigningBlock<'a> {
    /// Certificates, newest scheme first.
    pub(super) certificates: Vec<BlockCertificate<'a>>,
    /// Places that could not be read, and why.
    pub(super) damaged: Vec<(String, Damage)>,
    /// Schemes that are there, read or not.
    pub(super) schemes: BTreeSet<Scheme>,
    /// Codes for what is wrong.
    pub(super) anomalies: BTreeSet<&'static str>,
}

/// Why a part could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Damage {
    /// Its sizes are not sound.
    Malformed,
    /// More certificates than [`limits::CERTIFICATES`], or a larger one than
    /// [`limits::CERTIFICATE_BYTES`].
    TooMany,
    /// A scheme that this version does not know.
    Unknown,
}

/// A certificate and where it stood.
#[derive(Debug)]
pub(super) struct BlockCertificate<'a> {
    pub(super) scheme: Scheme,
    /// Whether it stands in the history of keys only.
    pub(super) past: bool,
    pub(super) der: &'a [u8],
    pub(super) locator: String,
}

/// Reads the block before the central directory; an empty one if there is none.
pub(super) fn read(bytes: &[u8], directory_at: usize) -> SigningBlock<'_> {
    let mut block = SigningBlock::default();
    let Some(pairs) = pairs(bytes, directory_at, &mut block.anomalies) else {
        return block;
    };
    let mut seen = BTreeSet::new();
    let mut values = [None, None, None];
    for (id, value) in pairs {
        if !seen.insert(id) {
            block.anomalies.insert("signing_block_duplicate_id");
            continue;
        }
        match id {
            V31 => values[0] = Some((Scheme::V31, value)),
            V3 => values[1] = Some((Scheme::V3, value)),
            V2 => values[2] = Some((Scheme::V2, value)),
            V32 => block
                .damaged
                .push((format!("{PLACE} v3.2"), Damage::Unknown)),
            _ => {}
        }
    }
    let mut promised = BTreeSet::new();
    for (scheme, value) in values.into_iter().flatten() {
        block.schemes.insert(scheme);
        if let Err(damage) = block.signers(scheme, value, &mut promised) {
            let place = format!("{PLACE} {}", word(scheme));
            block.damaged.push((place, damage));
        }
    }
    for scheme in promised {
        block.note_if_stripped(scheme);
    }
    block
}

/// What every locator in the block begins with.
const PLACE: &str = "APK Signing Block";

impl<'a> SigningBlock<'a> {
    /// Notes that a scheme which a seal promises is not there.
    pub(super) fn note_if_stripped(&mut self, scheme: Scheme) {
        if !self.schemes.contains(&scheme) {
            self.anomalies.insert(match scheme {
                Scheme::V1 => "v1_stripped",
                Scheme::V2 => "v2_stripped",
                Scheme::V3 => "v3_stripped",
                Scheme::V31 => "v31_stripped",
            });
        }
    }

    fn signers(
        &mut self,
        scheme: Scheme,
        value: &'a [u8],
        promised: &mut BTreeSet<Scheme>,
    ) -> Result<(), Damage> {
        let mut value = Cursor(value);
        let mut signers = value.prefixed().ok_or(Damage::Malformed)?;
        let mut number = 0;
        while !signers.is_empty() {
            let signer = signers.prefixed().ok_or(Damage::Malformed)?;
            let place = format!("{PLACE} {} signer {number}", word(scheme));
            if let Err(damage) = self.signer(scheme, signer, &place, promised) {
                self.damaged.push((place, damage));
            }
            number += 1;
            if number > limits::CERTIFICATES {
                return Err(Damage::TooMany);
            }
        }
        Ok(())
    }

    fn signer(
        &mut self,
        scheme: Scheme,
        mut signer: Cursor<'a>,
        place: &str,
        promised: &mut BTreeSet<Scheme>,
    ) -> Result<(), Damage> {
        let mut signed = signer.prefixed().ok_or(Damage::Malformed)?;
        let _digests = signed.prefixed().ok_or(Damage::Malformed)?;
        let mut certificates = signed.prefixed().ok_or(Damage::Malformed)?;
        let certificate = certificates.prefixed().ok_or(Damage::Malformed)?;
        self.keep(
            scheme,
            false,
            certificate.0,
            format!("{place} certificate 0"),
        )?;
        if scheme != Scheme::V2 {
            let _sdk_range = signed.take(8).ok_or(Damage::Malformed)?;
        }
        // Some v2 signers end here (`v2-only-…` files of apksig have an empty list instead).
        if signed.is_empty() {
            return Ok(());
        }
        let mut attributes = signed.prefixed().ok_or(Damage::Malformed)?;
        while !attributes.is_empty() {
            let mut attribute = attributes.prefixed().ok_or(Damage::Malformed)?;
            match attribute.number().ok_or(Damage::Malformed)? {
                STRIPPING_PROTECTION if attribute.number() == Some(3) => {
                    promised.insert(Scheme::V3);
                }
                ROTATION_MIN_SDK if scheme == Scheme::V3 => {
                    promised.insert(Scheme::V31);
                }
                PROOF_OF_ROTATION => self.lineage(scheme, attribute, place, certificate.0)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// The history of keys, oldest first; the last is the signer itself.
    fn lineage(
        &mut self,
        scheme: Scheme,
        mut lineage: Cursor<'a>,
        place: &str,
        current: &[u8],
    ) -> Result<(), Damage> {
        let _version = lineage.number().ok_or(Damage::Malformed)?;
        let mut number = 0;
        while !lineage.is_empty() {
            let mut node = lineage.prefixed().ok_or(Damage::Malformed)?;
            let mut signed = node.prefixed().ok_or(Damage::Malformed)?;
            let certificate = signed.prefixed().ok_or(Damage::Malformed)?;
            if certificate.0 != current {
                let locator = format!("{place} lineage {number}");
                self.keep(scheme, true, certificate.0, locator)?;
            }
            number += 1;
        }
        Ok(())
    }

    fn keep(
        &mut self,
        scheme: Scheme,
        past: bool,
        der: &'a [u8],
        locator: String,
    ) -> Result<(), Damage> {
        let of_scheme = self
            .certificates
            .iter()
            .filter(|kept| kept.scheme == scheme);
        if of_scheme.count() >= limits::CERTIFICATES || der.len() > limits::CERTIFICATE_BYTES {
            return Err(Damage::TooMany);
        }
        self.certificates.push(BlockCertificate {
            scheme,
            past,
            der,
            locator,
        });
        Ok(())
    }
}

/// The id-value pairs of the block, up to the first whose size is not sound (Android stops there too).
fn pairs<'a>(
    bytes: &'a [u8],
    directory_at: usize,
    anomalies: &mut BTreeSet<&'static str>,
) -> Option<Vec<(u32, &'a [u8])>> {
    let footer_at = directory_at.checked_sub(FOOTER_BYTES)?;
    let footer = slice_at(bytes, footer_at, FOOTER_BYTES)?;
    if footer.get(8..)? != MAGIC {
        return None;
    }
    // The size counts everything but itself at the front.
    let size = u64_at(footer, 0)?;
    let whole = usize::try_from(size)
        .ok()
        .and_then(|size| size.checked_add(8));
    let begin = whole.and_then(|whole| directory_at.checked_sub(whole));
    let Some(mut at) = begin.filter(|begin| begin + 8 <= footer_at) else {
        anomalies.insert("signing_block_size_mismatch");
        return Some(Vec::new());
    };
    if u64_at(bytes, at) != Some(size) {
        anomalies.insert("signing_block_size_mismatch");
    }
    at += 8;
    let mut pairs = Vec::new();
    while at < footer_at {
        let pair = u64_at(bytes, at)
            .and_then(|size| usize::try_from(size).ok())
            .filter(|size| *size >= 4 && *size <= footer_at - at)
            .and_then(|size| slice_at(bytes.get(..footer_at)?, at + 8, size));
        let Some((id, value)) = pair.and_then(|pair| Some((u32_at(pair, 0)?, pair.get(4..)?)))
        else {
            anomalies.insert("signing_block_damaged");
            break;
        };
        at += 8 + 4 + value.len();
        pairs.push((id, value));
    }
    Some(pairs)
}

/// A run of parts, each with its length in front.
#[derive(Clone, Copy)]
struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn prefixed(&mut self) -> Option<Self> {
        let length = size_at(self.0, 0)?;
        self.take(4)?;
        self.take(length).map(Cursor)
    }

    fn number(&mut self) -> Option<u32> {
        u32_at(self.take(4)?, 0)
    }
}

fn word(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::V1 => "v1",
        Scheme::V2 => "v2",
        Scheme::V3 => "v3",
        Scheme::V31 => "v3.1",
    }
}
