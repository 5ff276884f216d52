//! The one layout that a package has: a zip of stored entries with fixed times and modes, and nothing else.
//!
//! The writer is a page long, so the reader can ask of every byte whether it is the one that the writer puts
//! there. It goes through the file once, front to back, and never trusts the list at the end: that list is
//! compared with the one that the entries themselves call for. Zip64, comments, gaps, extra fields and data
//! descriptors do not exist here. Fields are as in PKWARE's APPNOTE 6.3.10, 4.3.7, 4.3.12 and 4.3.16.

use std::io::{self, Read};

use super::{Fault, is_plain};
use crate::limits::{ENTRY_NAME_BYTES, PACKAGE_BYTES, PACKAGE_ENTRIES};
use crate::report::shown::shown;

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;

/// Stored entries need version 1.0.
const VERSION: u16 = 10;

/// Made on Unix (3), so that the mode counts.
const MADE_BY: u16 = 3 << 8 | VERSION;

/// 1 January 1980, the first day that a zip can state: the time of the check stands in the report.
const DATE: u16 = 1 << 5 | 1;

/// A regular file that only its owner reads: unpacked reports stay private.
const MODE: u32 = 0o100_600 << 16;

/// What the layout has to know of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stored {
    pub(super) name: Vec<u8>,
    pub(super) crc: u32,
    pub(super) bytes: u32,
}

impl Stored {
    /// The fields that stand both before the entry and in the list at the end.
    fn common(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(26);
        out.extend(VERSION.to_le_bytes());
        out.extend([0; 6]); // no flags, stored, midnight
        out.extend(DATE.to_le_bytes());
        out.extend(self.crc.to_le_bytes());
        out.extend(self.bytes.to_le_bytes());
        out.extend(self.bytes.to_le_bytes());
        out.extend(name_length(&self.name).to_le_bytes());
        out.extend([0; 2]); // no extra field
        out
    }

    /// What stands in front of the entry.
    pub(super) fn header(&self) -> Vec<u8> {
        let mut out = LOCAL.to_le_bytes().to_vec();
        out.extend(self.common());
        out.extend(&self.name);
        out
    }
}

/// Names are checked before they come here, and stay far below 65,536 bytes.
fn name_length(name: &[u8]) -> u16 {
    u16::try_from(name.len()).unwrap_or(u16::MAX)
}

/// What stands behind the last entry: the list of all of them, and the end.
pub(super) fn tail(entries: &[Stored]) -> Vec<u8> {
    let mut list = Vec::new();
    let mut offset = 0u32;
    for entry in entries {
        list.extend(CENTRAL.to_le_bytes());
        list.extend(MADE_BY.to_le_bytes());
        list.extend(entry.common());
        list.extend([0; 6]); // no comment, first disk, no attributes of DOS
        list.extend(MODE.to_le_bytes());
        list.extend(offset.to_le_bytes());
        list.extend(&entry.name);
        let header = 30 + u32::from(name_length(&entry.name));
        offset = offset.saturating_add(header).saturating_add(entry.bytes);
    }
    let count = u16::try_from(entries.len()).unwrap_or(u16::MAX);
    let length = u32::try_from(list.len()).unwrap_or(u32::MAX);
    list.extend(END.to_le_bytes());
    list.extend([0; 4]); // one disk
    list.extend(count.to_le_bytes());
    list.extend(count.to_le_bytes());
    list.extend(length.to_le_bytes());
    list.extend(offset.to_le_bytes());
    list.extend([0; 2]); // no comment
    list
}

/// Why a walk ended early.
pub(super) enum Stop {
    /// The layout is broken here: what comes after cannot be told apart.
    Fault(Fault),
    /// The file could not be read.
    Io(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Goes through a package. `entry` is given each name and its bytes, reads all of them, and gives their CRC-32.
///
/// Gives what is wrong with the layout without hiding what comes after it.
pub(super) fn walk<R: Read>(
    reader: R,
    mut entry: impl FnMut(&[u8], &mut dyn Read) -> io::Result<u32>,
) -> Result<Vec<Fault>, Stop> {
    let mut file = Counted { reader, offset: 0 };
    let mut entries: Vec<Stored> = Vec::new();
    let mut faults = Vec::new();
    loop {
        let mark: [u8; 4] = file.take_array()?;
        if mark != LOCAL.to_le_bytes() {
            file.expect(&mark, &tail(&entries))?;
            break;
        }
        if entries.len() >= PACKAGE_ENTRIES {
            let limit = PACKAGE_ENTRIES as u64;
            return Err(Stop::Fault(Fault::TooMany { limit }));
        }
        let stored = file.header()?;
        let name = String::from_utf8_lossy(&stored.name);
        let visible = || shown(&name);
        if !is_plain(&name) {
            faults.push(Fault::UnsafeName { name: visible() });
        }
        if let Some(last) = entries.last()
            && last.name >= stored.name
        {
            faults.push(Fault::OutOfOrder { name: visible() });
        }
        let mut bytes = (&mut file).take(u64::from(stored.bytes));
        let crc = entry(&stored.name, &mut bytes)?;
        if bytes.limit() > 0 {
            let offset = file.offset;
            return Err(Stop::Fault(Fault::CutShort { offset }));
        }
        if crc != stored.crc {
            faults.push(Fault::CheckSum { name: visible() });
        }
        if file.offset > PACKAGE_BYTES {
            return Err(Stop::Fault(Fault::TooLarge {
                name: visible(),
                limit: PACKAGE_BYTES,
            }));
        }
        entries.push(stored);
    }
    if file.read(&mut [0u8; 1])? > 0 {
        let offset = file.offset.saturating_sub(1);
        faults.push(Fault::BytesAfterEnd { offset });
    }
    Ok(faults)
}

/// A reader that knows how far it is.
struct Counted<R> {
    reader: R,
    offset: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(buffer)?;
        self.offset = self.offset.saturating_add(count as u64);
        Ok(count)
    }
}

impl<R: Read> Counted<R> {
    /// Fills the buffer, or says that the file is cut short.
    fn fill(&mut self, buffer: &mut [u8]) -> Result<(), Stop> {
        match self.read_exact(buffer) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
                let offset = self.offset;
                Err(Stop::Fault(Fault::CutShort { offset }))
            }
            other => Ok(other?),
        }
    }

    fn take_array<const N: usize>(&mut self) -> Result<[u8; N], Stop> {
        let mut array = [0; N];
        self.fill(&mut array)?;
        Ok(array)
    }

    /// The header behind its mark. Anything but sizes, check sum and name is what the writer puts there.
    fn header(&mut self) -> Result<Stored, Stop> {
        let begin = self.offset.saturating_sub(4);
        let fixed: [u8; 26] = self.take_array()?;
        let word = |at: usize| {
            let bytes = fixed.get(at..at.saturating_add(4));
            bytes
                .and_then(|bytes| bytes.try_into().ok())
                .map_or(0, u32::from_le_bytes)
        };
        let length = usize::from(u16::from_le_bytes([fixed[22], fixed[23]]));
        if length > ENTRY_NAME_BYTES {
            let offset = begin.saturating_add(26);
            return Err(Stop::Fault(Fault::Layout { offset }));
        }
        let mut name = vec![0; length];
        self.fill(&mut name)?;
        let stored = Stored {
            name,
            crc: word(10),
            bytes: word(14),
        };
        let mut found = LOCAL.to_le_bytes().to_vec();
        found.extend(fixed);
        found.extend(&stored.name);
        match first_difference(&found, &stored.header()) {
            Some(at) => Err(Stop::Fault(Fault::Layout {
                offset: begin.saturating_add(at),
            })),
            None => Ok(stored),
        }
    }

    /// The mark that was read and what follows are exactly these bytes.
    fn expect(&mut self, mark: &[u8], expected: &[u8]) -> Result<(), Stop> {
        let begin = self.offset.saturating_sub(mark.len() as u64);
        let mut found = mark.to_vec();
        let rest = expected.len().saturating_sub(mark.len()) as u64;
        self.by_ref().take(rest).read_to_end(&mut found)?;
        match first_difference(&found, expected) {
            Some(at) if at == found.len() as u64 => Err(Stop::Fault(Fault::CutShort {
                offset: self.offset,
            })),
            Some(at) => Err(Stop::Fault(Fault::Layout {
                offset: begin.saturating_add(at),
            })),
            None => Ok(()),
        }
    }
}

/// Where two runs of bytes part, or nothing when they are the same.
fn first_difference(found: &[u8], expected: &[u8]) -> Option<u64> {
    let at = found
        .iter()
        .zip(expected)
        .take_while(|(found, expected)| found == expected)
        .count();
    (at < found.len() || at < expected.len()).then_some(at as u64)
}
