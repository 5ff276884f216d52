//! String pools, which binary XML and resource tables share.
//!
//! In: a chunk of type 1. Out: one string at a time, only when asked for, because a hostile pool can
//! name one long string a million times. Read as `ResStringPool` of Android 14 does.

use super::little_endian::{size_at, slice_at, u16_at, u32_at};

/// The type of a string pool's chunk.
pub(super) const STRING_POOL: u16 = 0x0001;

const UTF8: u32 = 1 << 8;

/// A pool of strings.
#[derive(Clone, Copy)]
pub(super) struct Strings<'a> {
    /// Offsets of the strings, four bytes each.
    offsets: &'a [u8],
    /// The strings.
    text: &'a [u8],
    utf8: bool,
}

impl<'a> Strings<'a> {
    /// A pool from its whole chunk.
    pub(super) fn open(chunk: &'a [u8]) -> Option<Self> {
        let header_bytes = usize::from(u16_at(chunk, 2)?);
        let count = size_at(chunk, 8)?;
        Some(Self {
            // The count may be larger than the truth, as long as it stays inside the chunk.
            offsets: slice_at(chunk, header_bytes, count.checked_mul(4)?)?,
            text: chunk.get(size_at(chunk, 20)?..)?,
            utf8: u32_at(chunk, 16)? & UTF8 != 0,
        })
    }

    /// The string with this number, if it is there and has at most `limit` bytes in the pool.
    pub(super) fn get(&self, number: u32, limit: usize) -> Option<String> {
        let number = usize::try_from(number).ok()?;
        let at = size_at(self.offsets, number.checked_mul(4)?)?;
        let text = self.text.get(at..)?;
        if self.utf8 {
            let bytes = utf8(text)?;
            (bytes.len() <= limit).then(|| String::from_utf8_lossy(bytes).into_owned())
        } else {
            let bytes = utf16(text)?;
            (bytes.len() <= limit).then(|| lossy_utf16(bytes))
        }
    }

    /// Whether the string with this number is longer than `limit` bytes.
    pub(super) fn is_longer(&self, number: u32, limit: usize) -> bool {
        let bytes = usize::try_from(number)
            .ok()
            .and_then(|number| size_at(self.offsets, number.checked_mul(4)?))
            .and_then(|at| self.text.get(at..))
            .and_then(|text| if self.utf8 { utf8(text) } else { utf16(text) });
        bytes.is_some_and(|bytes| bytes.len() > limit)
    }
}

/// A string with its length in front, in UTF-16 units and then in bytes, and a zero behind.
fn utf8(text: &[u8]) -> Option<&[u8]> {
    let (_, units_width) = length8(text)?;
    let (length, width) = length8(text.get(units_width..)?)?;
    let text = text.get(units_width + width..)?;
    // The length has 15 bits. Of a longer string the upper bits are lost, and Android tries them all.
    let mut length = length;
    while text.get(length)? != &0 {
        length += 0x8000;
    }
    text.get(..length)
}

fn length8(text: &[u8]) -> Option<(usize, usize)> {
    let first = usize::from(*text.first()?);
    if first & 0x80 == 0 {
        return Some((first, 1));
    }
    let second = usize::from(*text.get(1)?);
    Some(((first & 0x7f) << 8 | second, 2))
}

/// A string with its length in units in front.
fn utf16(text: &[u8]) -> Option<&[u8]> {
    let first = usize::from(u16_at(text, 0)?);
    let (units, width) = if first & 0x8000 == 0 {
        (first, 2)
    } else {
        let second = usize::from(u16_at(text, 2)?);
        ((first & 0x7fff) << 16 | second, 4)
    };
    slice_at(text, width, units.checked_mul(2)?)
}

/// Text of UTF-16 units, also for names of packages in resource tables.
fn lossy_utf16(bytes: &[u8]) -> String {
    let units = bytes.as_chunks::<2>().0.iter();
    char::decode_utf16(units.map(|unit| u16::from_le_bytes(*unit)))
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}
