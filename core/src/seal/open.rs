//! Opening a package: the strict way, and where that stops, the way an ordinary zip program does it, so that
//! the entries can still be named.

use std::io::{self, BufReader, Read, Seek};

use zip::read::{Config, OwnedZipFileEntry};
// "Unstable" is its name; the version is pinned.
use zip::unstable::read::ZipIterable;
use zip::{CompressionMethod, ZipReadOptions};

use super::layout::{Stop, walk};
use super::{Examination, ExpectedKeys, Fault, Kind, Verification};
use crate::limits::{PACKAGE_BYTES, PACKAGE_ENTRIES};
use crate::report::shown::shown;

/// Verifies a package. It is read once, front to back, and never as a whole into memory. `expected` are the
/// keys of which one should have sealed it.
///
/// # Errors
/// What the reader says. What is wrong with the package is in the answer instead.
pub fn verify_package<R: Read + Seek>(
    mut file: R,
    expected: Option<&ExpectedKeys>,
) -> io::Result<Verification> {
    let mut examination = Examination::new(Kind::Package);
    let walked = walk(BufReader::new(&mut file), |name, bytes| {
        examination.entry(name, bytes)
    });
    let stopped = match walked {
        Ok(faults) => {
            for fault in faults {
                examination.layout_fault(fault);
            }
            return Ok(examination.conclude(expected));
        }
        Err(Stop::Io(error)) => return Err(error),
        Err(Stop::Fault(fault)) => fault,
    };

    // The layout is broken: the package fails whatever comes now, which only helps to say what was done to it.
    let mut examination = Examination::new(Kind::Package);
    examination.layout_fault(stopped);
    file.rewind()?;
    if let Err(cause) = examine_loosely(&mut file, &mut examination) {
        let cause = shown(&cause.to_string());
        examination.layout_fault(Fault::NoEntries { cause });
    }
    Ok(examination.conclude(expected))
}

/// Takes the entries that the list at the end of the file names.
fn examine_loosely<R: Read + Seek>(
    file: &mut R,
    examination: &mut Examination,
) -> Result<(), zip::result::ZipError> {
    let members: Vec<OwnedZipFileEntry> = {
        let mut directory = ZipIterable::try_new(&mut *file, Config::default())?;
        let files = directory.files()?;
        let first: Result<Vec<_>, _> = files.take(PACKAGE_ENTRIES).collect();
        first?.into_iter().map(OwnedZipFileEntry::from).collect()
    };
    let mut read = 0u64;
    for member in members {
        let entry = member.as_ref();
        let raw = entry.name_raw().to_vec();
        let name = shown(&String::from_utf8_lossy(&raw));
        read = read.saturating_add(entry.size());
        let cause = if entry.compression() != CompressionMethod::Stored {
            Some("it is compressed, which Rushlight never does".to_owned())
        } else if read > PACKAGE_BYTES {
            Some("the entries are larger together than a package can be".to_owned())
        } else {
            let limited = entry
                .with_reader(&mut *file, ZipReadOptions::new())
                .map(|reader| reader.take(PACKAGE_BYTES));
            match limited {
                Ok(mut reader) => examination
                    .entry(&raw, &mut reader)
                    .err()
                    .map(|error| shown(&error.to_string())),
                Err(error) => Some(shown(&error.to_string())),
            }
        };
        if let Some(cause) = cause {
            examination.layout_fault(Fault::UnreadableEntry { name, cause });
        }
    }
    Ok(())
}
