//! The write-ahead log: pages that are newer than those of the database beside it.
//!
//! Source: sqlite.org/fileformat2.html, section 4, and `walIndexRecover` and `walCheckpoint` of SQLite. Frames
//! count as far as each one's salts are those of the log and its sum goes on from the frame before, and only
//! up to the last one that ends a transaction. What stands behind is left from an older log, or torn.

use super::malformed;
use crate::limits::DATABASE_BYTES;
use crate::snapshot::Reason;

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// The first number of a log; its lowest bit says in which order of bytes the sums are made.
const MAGIC: u32 = 0x377f_0682;

/// The only version of the format.
const VERSION: u32 = 3_007_000;

/// Writes what the log holds into the database's bytes, as a checkpoint would.
///
/// A log that is empty, torn in its first bytes, or of a broken header holds nothing, as SQLite has it.
///
/// # Errors
/// [`Reason::Malformed`] for a log that is not of this database, [`Reason::TooLarge`].
pub(super) fn apply(main: &mut Vec<u8>, log: &[u8]) -> Result<(), Reason> {
    let Some(header) = Header::of(log) else {
        return Ok(());
    };
    if header.version != VERSION {
        return Err(malformed("its log has a version that SQLite never wrote"));
    }
    // Where a log has no whole transaction, its size of pages does not matter.
    let Some((frames, pages)) = header.committed(log) else {
        return Ok(());
    };
    if page_bytes(main) != Some(header.page) {
        return Err(malformed("its log has pages of another size"));
    }
    let length = usize::try_from(pages)
        .ok()
        .and_then(|pages| pages.checked_mul(header.page))
        .filter(|length| *length as u64 <= DATABASE_BYTES)
        .ok_or(Reason::TooLarge {
            limit: DATABASE_BYTES,
        })?;
    // Pages that were made and given back at once stand in neither; there are never many.
    if length > main.len().saturating_add(log.len()).saturating_mul(2) {
        return Err(malformed("its log names more pages than there are"));
    }
    main.resize(length, 0);
    for (number, content) in header.frames(log).take(frames) {
        let at = usize::try_from(number - 1)
            .ok()
            .and_then(|index| index.checked_mul(header.page));
        // Behind the end: a later transaction made the database smaller.
        let page = at.and_then(|at| main.get_mut(at..at.checked_add(header.page)?));
        if let Some(page) = page {
            page.copy_from_slice(content);
        }
    }
    size(main, pages);
    Ok(())
}

struct Header {
    /// The order of bytes in which sums are made, which is that of the computer that wrote it.
    big_endian: bool,
    version: u32,
    page: usize,
    salts: [u8; 8],
    sum: [u32; 2],
}

impl Header {
    fn of(log: &[u8]) -> Option<Self> {
        let header = log.get(..HEADER)?;
        let magic = number(header, 0)?;
        if magic & !1 != MAGIC {
            return None;
        }
        let page = usize::try_from(number(header, 8)?).ok()?;
        if !page.is_power_of_two() || !(512..=65_536).contains(&page) {
            return None;
        }
        let big_endian = magic & 1 == 1;
        let sum = summed(big_endian, [0, 0], header.get(..24)?);
        if sum != [number(header, 24)?, number(header, 28)?] {
            return None;
        }
        Some(Self {
            big_endian,
            version: number(header, 4)?,
            page,
            salts: header.get(16..24)?.try_into().ok()?,
            sum,
        })
    }

    /// How many frames count, and how many pages the database has behind them; none without a whole
    /// transaction.
    fn committed(&self, log: &[u8]) -> Option<(usize, u32)> {
        let mut sum = self.sum;
        let mut committed = None;
        for (index, frame) in self.raw(log).enumerate() {
            let (header, content) = frame.split_at_checked(FRAME_HEADER)?;
            if header.get(8..16)? != self.salts || number(header, 0)? == 0 {
                break;
            }
            sum = summed(self.big_endian, sum, header.get(..8)?);
            sum = summed(self.big_endian, sum, content);
            if sum != [number(header, 16)?, number(header, 20)?] {
                break;
            }
            let pages = number(header, 4)?;
            if pages != 0 {
                committed = Some((index + 1, pages));
            }
        }
        committed
    }

    /// Number and content of the page in each frame. The first page is number 1.
    fn frames<'a>(&self, log: &'a [u8]) -> impl Iterator<Item = (u32, &'a [u8])> {
        self.raw(log).filter_map(|frame| {
            let (header, content) = frame.split_at_checked(FRAME_HEADER)?;
            Some((number(header, 0).filter(|number| *number > 0)?, content))
        })
    }

    /// Whole frames, whether they count or not.
    fn raw<'a>(&self, log: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
        let frames = log.get(HEADER..).unwrap_or_default();
        frames.chunks_exact(FRAME_HEADER + self.page)
    }
}

/// SQLite's sum over pairs of numbers of 32 bits.
fn summed(big_endian: bool, start: [u32; 2], bytes: &[u8]) -> [u32; 2] {
    let read = if big_endian {
        u32::from_be_bytes
    } else {
        u32::from_le_bytes
    };
    let [mut first, mut second] = start;
    for [a, b, c, d, e, f, g, h] in bytes.as_chunks::<8>().0 {
        first = first
            .wrapping_add(read([*a, *b, *c, *d]))
            .wrapping_add(second);
        second = second
            .wrapping_add(read([*e, *f, *g, *h]))
            .wrapping_add(first);
    }
    [first, second]
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let field = bytes.get(at..)?.first_chunk()?;
    Some(u32::from_be_bytes(*field))
}

/// The size of a page that the database states.
fn page_bytes(main: &[u8]) -> Option<usize> {
    match main.get(16..18)? {
        [0, 1] => Some(65_536),
        [high, low] => Some(usize::from(*high) << 8 | usize::from(*low)),
        _ => None,
    }
}

/// Makes the first page state the size that the log gave the database. SQLite takes that number for true where
/// the count of changes stands beside it.
fn size(main: &mut [u8], pages: u32) {
    let changes: Option<[u8; 4]> = main
        .get(24..28)
        .and_then(|field| field.first_chunk().copied());
    if let Some(field) = main.get_mut(28..32) {
        field.copy_from_slice(&pages.to_be_bytes());
    }
    if let (Some(changes), Some(field)) = (changes, main.get_mut(92..96)) {
        field.copy_from_slice(&changes);
    }
}
