//! The zip of an APK, read as Android reads it.
//!
//! In: the bytes of the file. Out: its entries by name, their content up to a limit, where the central
//! directory begins (the signing block stands before it), and codes for what is wrong with its build.
//!
//! Android does not read a zip as other programs do, and hostile APKs live from the difference
//! (libziparchive and `AssetsProvider.cpp` of Android 14): only the central directory's method counts,
//! every method but 8 means stored, and the flag for encryption and the checksum are never looked at.
//! What Android refuses we still read where its meaning is plain, with a code that says so.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use super::little_endian::{slice_at, u16_at, u32_at, u64_at};
use crate::limits;
use crate::snapshot::Reason;

const END_RECORD: u32 = 0x0605_4b50;
const END_RECORD_BYTES: usize = 22;
const DIRECTORY_RECORD: u32 = 0x0201_4b50;
const DIRECTORY_RECORD_BYTES: usize = 46;
const LOCAL_RECORD: u32 = 0x0403_4b50;
const LOCAL_RECORD_BYTES: usize = 30;
const DEFLATED: u16 = 8;
const STORED: u16 = 0;

/// An APK's zip.
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    /// By name, as bytes: a name need not be UTF-8.
    entries: BTreeMap<&'a [u8], Entry>,
    /// Where the central directory begins.
    pub(super) directory_at: usize,
    /// Whether entries beyond [`limits::APK_ENTRIES`] were left out.
    cut: bool,
    /// What is wrong with the build, as codes.
    pub(super) anomalies: BTreeSet<&'static str>,
}

#[derive(Clone, Copy)]
struct Entry {
    method: u16,
    compressed: u64,
    uncompressed: u64,
    /// Where its content begins, if there is a local record at all.
    content_at: Option<usize>,
}

/// What the end record says.
struct End {
    at: usize,
    entries: u64,
    directory_bytes: u64,
    directory_at: u64,
}

impl<'a> Archive<'a> {
    /// Finds the end record and reads the central directory.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Reason> {
        let mut anomalies = BTreeSet::new();
        let end = end_record(bytes, &mut anomalies)
            .ok_or_else(|| malformed("it has no end of a zip archive"))?;
        let (directory_at, shift) = directory(bytes, &end, &mut anomalies)
            .ok_or_else(|| malformed("it has no central directory"))?;
        if u32_at(bytes, 0) != Some(LOCAL_RECORD) {
            anomalies.insert("starts_with_something_else");
        }
        let mut archive = Self {
            bytes,
            entries: BTreeMap::new(),
            directory_at,
            cut: false,
            anomalies,
        };
        archive.read_directory(&end, shift);
        Ok(archive)
    }

    /// Names that are text, sorted.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.entries
            .keys()
            .filter_map(|name| str::from_utf8(name).ok())
    }

    /// The content of an entry, or why it cannot be read: `FileMissing` if there is no such entry.
    pub(super) fn read(&mut self, name: &str, limit: u64) -> Result<Vec<u8>, Reason> {
        let entry = *self
            .entries
            .get(name.as_bytes())
            .ok_or_else(|| self.missing(name))?;
        let content = entry
            .content_at
            .and_then(|at| self.bytes.get(at..))
            .ok_or_else(|| malformed("its local record is missing"))?;
        if entry.uncompressed > limit {
            return Err(Reason::TooLarge { limit });
        }
        if entry.method != DEFLATED {
            // `AssetsProvider.cpp:169`: any other method means stored, and the compressed size is not used.
            return usize::try_from(entry.uncompressed)
                .ok()
                .and_then(|size| content.get(..size))
                .map(<[u8]>::to_vec)
                .ok_or_else(|| malformed("its content runs past the end of the file"));
        }
        self.inflated(entry, content, limit)
    }

    /// The content of an entry of unknown method, inflated: how other programs than Android read it, for
    /// where Android's reading makes no sense (apksig: `weird-compression-method.apk`).
    pub(super) fn read_inflated(&mut self, name: &str, limit: u64) -> Option<Vec<u8>> {
        let entry = *self.entries.get(name.as_bytes())?;
        let content = self.bytes.get(entry.content_at?..)?;
        let unknown = entry.method != DEFLATED && entry.method != STORED;
        unknown
            .then(|| self.inflated(entry, content, limit).ok())
            .flatten()
    }

    fn inflated(&mut self, entry: Entry, content: &[u8], limit: u64) -> Result<Vec<u8>, Reason> {
        let compressed = usize::try_from(entry.compressed)
            .ok()
            .and_then(|size| content.get(..size))
            .ok_or_else(|| malformed("its content runs past the end of the file"))?;
        let inflated = inflate(compressed, entry.uncompressed, limit)?;
        if inflated.len() as u64 != entry.uncompressed {
            self.anomalies.insert("uncompressed_size_mismatch");
        }
        Ok(inflated)
    }

    fn missing(&self, name: &str) -> Reason {
        if self.cut {
            return Reason::TooMany {
                limit: limits::APK_ENTRIES as u64,
            };
        }
        Reason::FileMissing {
            file: name.to_owned(),
        }
    }

    fn read_directory(&mut self, end: &End, shift: usize) {
        let mut at = self.directory_at;
        let mut read = 0u64;
        // The count in the end record governs: Android never sees records behind it.
        while read < end.entries {
            if self.entries.len() >= limits::APK_ENTRIES {
                self.cut = true;
                self.anomalies.insert("too_many_entries");
                return;
            }
            let Some(next) = self.read_directory_record(at, shift) else {
                self.anomalies.insert("missing_central_directory_records");
                break;
            };
            at = next;
            read += 1;
        }
        if u32_at(self.bytes, at) == Some(DIRECTORY_RECORD) {
            self.anomalies.insert("extra_central_directory_records");
        }
    }

    /// Reads one record and returns where the next one begins.
    fn read_directory_record(&mut self, at: usize, shift: usize) -> Option<usize> {
        let record = slice_at(self.bytes, at, DIRECTORY_RECORD_BYTES)?;
        if u32_at(record, 0)? != DIRECTORY_RECORD {
            return None;
        }
        let flags = u16_at(record, 8)?;
        let method = u16_at(record, 10)?;
        let name_bytes = usize::from(u16_at(record, 28)?);
        let extra_bytes = usize::from(u16_at(record, 30)?);
        let comment_bytes = usize::from(u16_at(record, 32)?);
        let name_at = at.checked_add(DIRECTORY_RECORD_BYTES)?;
        let name = slice_at(self.bytes, name_at, name_bytes)?;
        let extra = slice_at(self.bytes, name_at.checked_add(name_bytes)?, extra_bytes)?;
        let [uncompressed, compressed, local_at] = widened(
            [
                u32_at(record, 24)?,
                u32_at(record, 20)?,
                u32_at(record, 42)?,
            ],
            extra,
        );
        let content_at = usize::try_from(local_at)
            .ok()
            .and_then(|at| self.read_local_record(at.checked_add(shift)?, name, method));
        if content_at.is_none() {
            self.anomalies.insert("local_header_missing");
        }
        if flags & 1 != 0 {
            self.anomalies.insert("encryption_flag");
        }
        if method != STORED && method != DEFLATED {
            self.anomalies.insert("unknown_compression_method");
        } else if method == STORED && compressed != uncompressed {
            self.anomalies.insert("stored_size_mismatch");
        }
        if str::from_utf8(name).is_err() || name.contains(&0) {
            self.anomalies.insert("invalid_name");
        }
        let entry = Entry {
            method,
            compressed,
            uncompressed,
            content_at,
        };
        // Android refuses a file with two records of one name; the first is as good as any other.
        if self.entries.contains_key(name) {
            self.anomalies.insert("duplicate_entry");
        } else {
            self.entries.insert(name, entry);
        }
        name_at
            .checked_add(name_bytes)?
            .checked_add(extra_bytes)?
            .checked_add(comment_bytes)
    }

    /// Where the content of a local record begins.
    fn read_local_record(&mut self, at: usize, name: &[u8], method: u16) -> Option<usize> {
        let record = slice_at(self.bytes, at, LOCAL_RECORD_BYTES)?;
        if u32_at(record, 0)? != LOCAL_RECORD {
            return None;
        }
        if u16_at(record, 6)? & 1 != 0 {
            self.anomalies.insert("encryption_flag");
        }
        if u16_at(record, 8)? != method {
            self.anomalies.insert("compression_method_mismatch");
        }
        let name_bytes = usize::from(u16_at(record, 26)?);
        let extra_bytes = usize::from(u16_at(record, 28)?);
        let name_at = at.checked_add(LOCAL_RECORD_BYTES)?;
        if slice_at(self.bytes, name_at, name_bytes) != Some(name) {
            self.anomalies.insert("local_name_mismatch");
        }
        name_at.checked_add(name_bytes)?.checked_add(extra_bytes)
    }
}

/// The last end record whose comment ends with the file; failing that, the last one there is.
fn end_record(bytes: &[u8], anomalies: &mut BTreeSet<&'static str>) -> Option<End> {
    let from = bytes
        .len()
        .saturating_sub(END_RECORD_BYTES + usize::from(u16::MAX));
    let last = bytes.len().checked_sub(END_RECORD_BYTES)?;
    let mut candidates = (from..=last)
        .rev()
        .filter(|at| u32_at(bytes, *at) == Some(END_RECORD));
    let rightmost = candidates.clone().next()?;
    let whole = candidates.find(|at| {
        let comment = u16_at(bytes, at + 20).map(usize::from);
        comment.is_some_and(|comment| at + END_RECORD_BYTES + comment == bytes.len())
    });
    if whole.is_none() {
        anomalies.insert("eocd_not_at_end");
    } else if whole != Some(rightmost) {
        anomalies.insert("fake_eocd_in_comment");
    }
    let at = whole.unwrap_or(rightmost);
    let narrow = End {
        at,
        entries: u64::from(u16_at(bytes, at + 10)?),
        directory_bytes: u64::from(u32_at(bytes, at + 12)?),
        directory_at: u64::from(u32_at(bytes, at + 16)?),
    };
    Some(wide_end_record(bytes, &narrow).unwrap_or(narrow))
}

/// The zip64 end record, where the narrow one is full (Android 13 and later read it).
fn wide_end_record(bytes: &[u8], narrow: &End) -> Option<End> {
    const LOCATOR: u32 = 0x0706_4b50;
    const LOCATOR_BYTES: usize = 20;
    const RECORD: u32 = 0x0606_4b50;
    if narrow.entries != u64::from(u16::MAX)
        && narrow.directory_bytes != u64::from(u32::MAX)
        && narrow.directory_at != u64::from(u32::MAX)
    {
        return None;
    }
    let locator_at = narrow.at.checked_sub(LOCATOR_BYTES)?;
    if u32_at(bytes, locator_at)? != LOCATOR {
        return None;
    }
    let at = usize::try_from(u64_at(bytes, locator_at + 8)?).ok()?;
    if u32_at(bytes, at)? != RECORD {
        return None;
    }
    Some(End {
        at,
        entries: u64_at(bytes, at.checked_add(32)?)?,
        directory_bytes: u64_at(bytes, at.checked_add(40)?)?,
        directory_at: u64_at(bytes, at.checked_add(48)?)?,
    })
}

/// Where the central directory begins, and how far everything is from where its offsets say: more than
/// 0 where something was put before the archive.
fn directory(
    bytes: &[u8],
    end: &End,
    anomalies: &mut BTreeSet<&'static str>,
) -> Option<(usize, usize)> {
    let declared = usize::try_from(end.directory_at).ok();
    if end.entries == 0 {
        return declared.filter(|at| *at <= end.at).map(|at| (at, 0));
    }
    if let Some(at) = declared.filter(|at| u32_at(bytes, *at) == Some(DIRECTORY_RECORD)) {
        return Some((at, 0));
    }
    let at = end
        .at
        .checked_sub(usize::try_from(end.directory_bytes).ok()?)?;
    if u32_at(bytes, at)? != DIRECTORY_RECORD {
        return None;
    }
    anomalies.insert("central_directory_shifted");
    Some((at, at.saturating_sub(declared?)))
}

/// Replaces full 32-bit fields with the values of the zip64 extra field, which holds only those.
fn widened(fields: [u32; 3], extra: &[u8]) -> [u64; 3] {
    const ZIP64: u16 = 1;
    let mut wide = fields.map(u64::from);
    if !fields.contains(&u32::MAX) {
        return wide;
    }
    let mut at = 0usize;
    while let (Some(id), Some(size)) = (u16_at(extra, at), u16_at(extra, at + 2)) {
        let size = usize::from(size);
        if id == ZIP64 {
            let values = slice_at(extra, at + 4, size).unwrap_or_default();
            let mut values = values.as_chunks::<8>().0.iter();
            for field in wide
                .iter_mut()
                .filter(|field| **field == u64::from(u32::MAX))
            {
                if let Some(value) = values.next() {
                    *field = u64::from_le_bytes(*value);
                }
            }
            break;
        }
        at += 4 + size;
    }
    wide
}

/// Inflates up to `limit` bytes, whatever size was declared.
fn inflate(compressed: &[u8], declared: u64, limit: u64) -> Result<Vec<u8>, Reason> {
    // DEFLATE cannot make more than 1,032 bytes of one.
    let possible = (compressed.len() as u64).saturating_mul(1_032);
    let expected = declared.min(possible).min(limit);
    let mut inflated = Vec::with_capacity(usize::try_from(expected).unwrap_or(0));
    flate2::read::DeflateDecoder::new(compressed)
        .take(limit.saturating_add(1))
        .read_to_end(&mut inflated)
        .map_err(|_| malformed("its compressed content is damaged"))?;
    if inflated.len() as u64 > limit {
        return Err(Reason::TooLarge { limit });
    }
    Ok(inflated)
}

fn malformed(cause: &str) -> Reason {
    Reason::Malformed {
        cause: cause.to_owned(),
    }
}
