//! A tar archive (inside an Android backup, or a sysdiagnose), one entry after the other, without ever going back.
//!
//! Our own, because the data is hostile and streamed: the `tar` crate reads an extended header of any size
//! into memory, and ends at the first header that it cannot read. Here a header that is not one is told, and
//! the next whole header goes on.

use std::io::{self, Read};

use super::json::malformed;
use crate::limits::{ENTRY_NAME_BYTES, TAR_EXTENSION_BYTES, TAR_SCRATCH_BYTES};
use crate::snapshot::Reason;

const BLOCK: usize = 512;

/// The archive.
pub(super) struct Tar<R> {
    source: R,
    /// No entry is larger: a size beyond it is a lie, and believed it would hide all that follows.
    largest: u64,
    /// Where content goes that nobody wants.
    scratch: Vec<u8>,
    /// Bytes of the entry's content that were not read yet.
    content: u64,
    /// Bytes that fill its last block.
    padding: u64,
    /// Why it ends before its end.
    cut: Option<Reason>,
    /// A block was no header, and it was told.
    lost: bool,
    ended: bool,
}

/// One entry.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its name with the folders before it.
    pub(super) name: String,
    /// Its size as it is stated.
    pub(super) bytes: u64,
    /// Whether it is a file with content.
    pub(super) is_file: bool,
    /// Whether it names another file. Nobody follows one.
    pub(super) is_link: bool,
}

/// What a pax header says of the next entry.
#[derive(Default)]
struct Extension {
    name: Option<String>,
    bytes: Option<u64>,
}

impl<R: Read> Tar<R> {
    /// An archive with no entry larger than `largest` bytes.
    pub(super) fn new(source: R, largest: u64) -> Self {
        Self {
            source,
            largest,
            scratch: Vec::new(),
            content: 0,
            padding: 0,
            cut: None,
            lost: false,
            ended: false,
        }
    }

    /// The next entry, or why there is none where one should be.
    pub(super) fn next(&mut self) -> Option<Result<Entry, Reason>> {
        let mut extension = Extension::default();
        let mut empty_blocks = 0;
        while !self.ended {
            self.skip_content();
            let block = self.block()?;
            if block.iter().all(|byte| *byte == 0) {
                empty_blocks += 1;
                // Two empty blocks are the end; what a writer put behind them is not the archive's.
                self.ended = empty_blocks == 2;
                continue;
            }
            let Some(mut entry) = header(&block) else {
                // After a broken header everything is read block by block until the next whole one.
                if std::mem::replace(&mut self.lost, true) {
                    continue;
                }
                return Some(Err(malformed("a header of the archive cannot be read")));
            };
            self.lost = false;
            self.content = entry.bytes;
            match kind(&block) {
                b'x' | b'L' | b'g' if entry.bytes > TAR_EXTENSION_BYTES => {
                    self.pad();
                    let limit = TAR_EXTENSION_BYTES;
                    return Some(Err(Reason::TooLarge { limit }));
                }
                b'x' => {
                    self.pad();
                    extension = pax(&self.extension());
                }
                b'L' => {
                    self.pad();
                    extension.name = Some(text(&self.extension()));
                }
                b'g' => self.pad(),
                other => {
                    if let Some(name) = extension.name.take() {
                        entry.name = name;
                    }
                    if let Some(bytes) = extension.bytes.take() {
                        entry.bytes = bytes;
                        self.content = bytes;
                    }
                    if entry.bytes > self.largest {
                        self.content = 0;
                        self.lost = true;
                        let limit = self.largest;
                        return Some(Err(Reason::TooLarge { limit }));
                    }
                    self.pad();
                    entry.is_file = matches!(other, b'0' | 0);
                    entry.is_link = matches!(other, b'1' | b'2');
                    if entry.name.len() > ENTRY_NAME_BYTES {
                        return Some(Err(Reason::UnsafeName));
                    }
                    return Some(Ok(entry));
                }
            }
        }
        None
    }

    /// The content of the entry that was last given, up to `limit` bytes.
    pub(super) fn read(&mut self, limit: u64) -> Result<Vec<u8>, Reason> {
        if self.content > limit {
            return Err(Reason::TooLarge { limit });
        }
        let wanted = self.content;
        let mut bytes = Vec::new();
        let read = (&mut self.source).take(wanted).read_to_end(&mut bytes);
        self.content = wanted.saturating_sub(bytes.len() as u64);
        match read {
            Ok(_) if self.content == 0 => Ok(bytes),
            Ok(_) => Err(self.end(None)),
            Err(error) => Err(self.end(Some(&error))),
        }
    }

    /// Why it ended before its end.
    pub(super) fn into_cut(self) -> Option<Reason> {
        self.cut
    }

    fn pad(&mut self) {
        let block = BLOCK as u64;
        self.padding = (block - self.content % block) % block;
    }

    fn extension(&mut self) -> Vec<u8> {
        // An archive that ends inside is told when the next header is looked for.
        self.read(TAR_EXTENSION_BYTES).unwrap_or_default()
    }

    fn skip_content(&mut self) {
        let left = self.content.saturating_add(self.padding);
        (self.content, self.padding) = (0, 0);
        if left == 0 {
            return;
        }
        self.scratch.resize(TAR_SCRATCH_BYTES, 0);
        let mut skipping = (&mut self.source).take(left);
        let mut skipped = 0u64;
        let failed = loop {
            match skipping.read(&mut self.scratch) {
                Ok(0) => break None,
                Ok(count) => skipped += count as u64,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => break Some(error),
            }
        };
        if failed.is_some() || skipped < left {
            self.end(failed.as_ref());
        }
    }

    /// The next block; none at the end.
    fn block(&mut self) -> Option<[u8; BLOCK]> {
        if self.ended {
            return None;
        }
        let mut block = [0u8; BLOCK];
        let mut filled = 0;
        while let Some(free) = block.get_mut(filled..).filter(|free| !free.is_empty()) {
            match self.source.read(free) {
                Ok(0) => break,
                Ok(count) => filled += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.end(Some(&error));
                    return None;
                }
            }
        }
        match filled {
            BLOCK => Some(block),
            // Some writers leave out the empty blocks at the end.
            0 => {
                self.ended = true;
                None
            }
            _ => {
                self.end(None);
                None
            }
        }
    }

    fn end(&mut self, error: Option<&io::Error>) -> Reason {
        let cause = match error {
            Some(error) => format!("the archive ends here: {error}"),
            None => "the archive is cut short".to_owned(),
        };
        self.ended = true;
        self.cut.get_or_insert(Reason::Malformed { cause }).clone()
    }
}

/// The entry of a header block whose checksum holds (POSIX.1-1988 ustar).
fn header(block: &[u8; BLOCK]) -> Option<Entry> {
    let stated = octal(field(block, 148, 8))?;
    let blanks = 148..156;
    let sum: u64 = block
        .iter()
        .enumerate()
        .map(|(at, byte)| u64::from(if blanks.contains(&at) { b' ' } else { *byte }))
        .sum();
    if stated != sum {
        return None;
    }
    let bytes = number(field(block, 124, 12))?;
    let mut name = text(field(block, 0, 100));
    // GNU's own form has times where POSIX has the folders.
    if field(block, 257, 8) != b"ustar  \0" && field(block, 257, 5) == b"ustar" {
        let folders = text(field(block, 345, 155));
        if !folders.is_empty() {
            name = format!("{folders}/{name}");
        }
    }
    Some(Entry {
        name,
        bytes,
        is_file: false,
        is_link: false,
    })
}

fn kind(block: &[u8; BLOCK]) -> u8 {
    field(block, 156, 1).first().copied().unwrap_or_default()
}

fn field(block: &[u8; BLOCK], at: usize, length: usize) -> &[u8] {
    block.get(at..at + length).unwrap_or_default()
}

fn text(field: &[u8]) -> String {
    let end = field.iter().position(|byte| *byte == 0);
    let text = field.get(..end.unwrap_or(field.len())).unwrap_or_default();
    String::from_utf8_lossy(text).into_owned()
}

fn octal(field: &[u8]) -> Option<u64> {
    let text = text(field);
    let digits = text.trim_matches(' ');
    if digits.is_empty() {
        return Some(0);
    }
    u64::from_str_radix(digits, 8).ok()
}

/// Octal digits, or, with the highest bit set, a number of 11 bytes (GNU, for sizes from 8 GiB).
fn number(field: &[u8]) -> Option<u64> {
    match field.split_first() {
        Some((0x80, rest)) => {
            let (high, low) = rest.split_at_checked(rest.len().checked_sub(8)?)?;
            let fits = high.iter().all(|byte| *byte == 0);
            let low = u64::from_be_bytes(low.try_into().ok()?);
            Some(if fits { low } else { u64::MAX })
        }
        Some((first, _)) if *first > 0x80 => None,
        _ => octal(field),
    }
}

/// `<length> <key>=<value>\n`, one after the other (POSIX.1-2001).
fn pax(mut records: &[u8]) -> Extension {
    let mut extension = Extension::default();
    while let Some((record, rest)) = pax_record(records) {
        records = rest;
        match record.split_once('=') {
            Some(("path", name)) => extension.name = Some(name.to_owned()),
            Some(("size", bytes)) => extension.bytes = bytes.parse().ok(),
            _ => {}
        }
    }
    extension
}

fn pax_record(records: &[u8]) -> Option<(String, &[u8])> {
    let space = records.iter().position(|byte| *byte == b' ')?;
    let length: usize = std::str::from_utf8(records.get(..space)?)
        .ok()?
        .parse()
        .ok()?;
    let (record, rest) = records.split_at_checked(length)?;
    let record = record.get(space + 1..)?;
    let record = record.strip_suffix(b"\n").unwrap_or(record);
    (length > 0).then(|| (String::from_utf8_lossy(record).into_owned(), rest))
}
