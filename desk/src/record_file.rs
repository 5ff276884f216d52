//! Opening the evidence record of an earlier check: in a package, in the folder it was unpacked into, or by
//! itself. A package or a folder with a manifest is verified first: nothing is said about changed evidence.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use rushlight_core::evidence::{Container, EvidenceError};
use rushlight_core::limits::{MEMORY_ENTRY_BYTES, RECORD_BYTES};
use rushlight_core::record::{Record, RecordDigest};
use rushlight_core::report::Report;
use rushlight_core::seal::{MANIFEST, RECORD, REPORT, verify_package};

use crate::failure::Failure;
use crate::verify::verify_folder;

/// A record, and the report that lies beside it.
pub(crate) struct RecordFile {
    pub(crate) record: Record,
    pub(crate) digest: RecordDigest,
    pub(crate) beside: Beside,
}

/// The report.json beside a record.
pub(crate) enum Beside {
    /// There is none.
    None,
    /// It names this record.
    Report(Box<Report>),
    /// It names another record, or none.
    Other,
    /// It cannot be read.
    Unreadable,
}

/// Opens what the path names.
pub(crate) fn open(path: &Path) -> Result<RecordFile, Failure> {
    let read = |cause| Failure::Read {
        path: path.to_owned(),
        cause,
    };
    let is_folder = fs::metadata(path).map_err(read)?.is_dir();
    let head = if is_folder {
        Vec::new()
    } else {
        head(path).map_err(read)?
    };
    if is_locked(&head) {
        let path = path.to_owned();
        let error = EvidenceError::Encrypted { path };
        return Err(Failure::Scan(Box::new(error.into())));
    }
    if !is_folder && !head.starts_with(b"PK") {
        let bytes = read_limited(path, RECORD_BYTES).map_err(read)?;
        let beside = path.with_file_name(REPORT);
        let report = match read_limited(&beside, MEMORY_ENTRY_BYTES) {
            Ok(report) => Some(report),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            // Beside something else than a file, or what we may not read.
            Err(_) => Some(Vec::new()),
        };
        return record_file(path, &bytes, report.as_deref());
    }

    let whole = if !is_folder {
        let file = File::open(path).map_err(read)?;
        verify_package(file, None).map_err(read)?.whole
    } else if path.join(MANIFEST).exists() {
        verify_folder(path, None).map_err(read)?.whole
    } else {
        true
    };
    if !whole {
        return Err(Failure::NotWhole {
            path: path.to_owned(),
        });
    }
    let container = Container::open(path).map_err(|error| Failure::Scan(Box::new(error.into())))?;
    let Some(entry) = container.find(RECORD) else {
        return Err(Failure::NoRecord {
            path: path.to_owned(),
        });
    };
    let (bytes, _) =
        container
            .read(entry, RECORD_BYTES)
            .map_err(|reason| Failure::RecordEntry {
                path: path.to_owned(),
                code: reason.code(),
            })?;
    let report = container.find(REPORT).map(|entry| {
        let read = container.read(entry, MEMORY_ENTRY_BYTES);
        read.map_or_else(|_| Vec::new(), |(bytes, _)| bytes)
    });
    record_file(path, &bytes, report.as_deref())
}

fn record_file(path: &Path, bytes: &[u8], report: Option<&[u8]>) -> Result<RecordFile, Failure> {
    let record = Record::read(bytes).map_err(|cause| Failure::Record {
        path: path.to_owned(),
        cause,
    })?;
    let digest = RecordDigest::of(bytes);
    let beside = match report.map(Report::from_json) {
        None => Beside::None,
        Some(Err(_)) => Beside::Unreadable,
        Some(Ok(report)) if report.record == Some(digest) => Beside::Report(Box::new(report)),
        Some(Ok(_)) => Beside::Other,
    };
    Ok(RecordFile {
        record,
        digest,
        beside,
    })
}

fn head(path: &Path) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    File::open(path)?.take(64).read_to_end(&mut head)?;
    Ok(head)
}

/// Whether age has encrypted it.
fn is_locked(head: &[u8]) -> bool {
    head.starts_with(b"age-encryption.org/") || head.starts_with(b"-----BEGIN AGE ")
}

/// The file, or an error for one that is larger than the limit.
fn read_limited(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        let cause = format!("it is larger than {limit} bytes");
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, cause));
    }
    Ok(bytes)
}
