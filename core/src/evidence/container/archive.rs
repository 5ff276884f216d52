//! A zip archive: its bytes, and its members in the order of the central directory.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;
#[cfg(feature = "encryption")]
use std::sync::{Mutex, PoisonError};

use zip::read::{Config, OwnedZipFileEntry, ZipFileEntry};
// The only reader of the library that shows entries which share a name; the version is pinned.
use zip::unstable::read::ZipIterable;
use zip::{CompressionMethod, ZipReadOptions};

use super::super::EvidenceError;
use crate::limits::CONTAINER_ENTRIES;
use crate::snapshot::Reason;

/// Bytes that can be read from any place by many threads.
#[derive(Clone)]
pub(super) struct Source {
    bytes: Bytes,
    length: u64,
}

#[derive(Clone)]
enum Bytes {
    File(Arc<File>),
    Memory(Arc<[u8]>),
    /// Decrypted where it is read. One position for all: readers go to theirs each time.
    #[cfg(feature = "encryption")]
    Locked(Arc<Mutex<dyn ReadSeek>>),
}

/// What can be read from any place.
#[cfg(feature = "encryption")]
trait ReadSeek: Read + Seek + Send {}

#[cfg(feature = "encryption")]
impl<R: Read + Seek + Send> ReadSeek for R {}

impl Source {
    pub(super) fn file(file: File) -> io::Result<Self> {
        let length = file.metadata()?.len();
        Ok(Self {
            bytes: Bytes::File(Arc::new(file)),
            length,
        })
    }

    pub(super) fn bytes(bytes: Vec<u8>) -> Self {
        Self {
            length: bytes.len() as u64,
            bytes: Bytes::Memory(bytes.into()),
        }
    }

    /// What is inside a locked file. Looking for its end proves that it has one.
    #[cfg(feature = "encryption")]
    pub(super) fn locked(mut opened: impl Read + Seek + Send + 'static) -> io::Result<Self> {
        let length = opened.seek(SeekFrom::End(0))?;
        Ok(Self {
            bytes: Bytes::Locked(Arc::new(Mutex::new(opened))),
            length,
        })
    }

    pub(super) fn len(&self) -> u64 {
        self.length
    }

    pub(super) fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// The first bytes, by which a format is known. Fewer where it cannot be read.
    pub(super) fn start(&self) -> Vec<u8> {
        let mut start = Vec::new();
        let _ = self.reader().take(64).read_to_end(&mut start);
        start
    }

    /// A reader with a position of its own.
    pub(super) fn reader(&self) -> BufReader<SourceReader> {
        let reader = SourceReader {
            source: self.clone(),
            position: 0,
        };
        BufReader::with_capacity(64 << 10, reader)
    }
}

pub(super) struct SourceReader {
    source: Source,
    position: u64,
}

impl Read for SourceReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = match &self.source.bytes {
            Bytes::File(file) => read_at(file, buffer, self.position)?,
            Bytes::Memory(bytes) => {
                let from = usize::try_from(self.position).unwrap_or(usize::MAX);
                let mut rest = bytes.get(from..).unwrap_or_default();
                rest.read(buffer)?
            }
            #[cfg(feature = "encryption")]
            Bytes::Locked(opened) => {
                // A reader that failed in another thread leaves nothing half done: each begins with its place.
                let mut opened = opened.lock().unwrap_or_else(PoisonError::into_inner);
                opened.seek(SeekFrom::Start(self.position))?;
                opened.read(buffer)?
            }
        };
        self.position = self.position.saturating_add(count as u64);
        Ok(count)
    }
}

#[cfg(unix)]
fn read_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, buffer, offset)
}

#[cfg(windows)]
fn read_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, buffer, offset)
}

impl Seek for SourceReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let position = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::End(by) => self.source.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.position.checked_add_signed(by),
        };
        self.position = position.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}

/// What stands in the central directory.
pub(super) struct Archive {
    /// Names as they are written, each with the member or why it cannot be read. No folders.
    pub(super) members: Vec<(String, Result<Member, Reason>)>,
}

/// One file of an archive.
#[derive(Debug)]
pub(super) struct Member(OwnedZipFileEntry);

impl Archive {
    pub(super) fn open(path: &Path, source: &Source) -> Result<Self, EvidenceError> {
        let damaged = |cause: &dyn ToString| EvidenceError::Damaged {
            path: path.to_owned(),
            cause: cause.to_string(),
        };
        let mut directory = ZipIterable::try_new(source.reader(), Config::default())
            .map_err(|error| damaged(&error))?;
        if directory.len() > CONTAINER_ENTRIES {
            return Err(EvidenceError::TooManyEntries {
                path: path.to_owned(),
                limit: CONTAINER_ENTRIES,
            });
        }
        let mut members = Vec::new();
        let files = directory.files().map_err(|error| damaged(&error))?;
        for (index, file) in files.enumerate() {
            match file {
                Ok(file) => members.extend(member(file)),
                // The library cannot find the entry after a broken one.
                Err(error) if members.is_empty() => return Err(damaged(&error)),
                Err(error) => {
                    let cause = format!("the archive's list ends here: {error}");
                    let name = format!("entry {index} and after");
                    members.push((name, Err(Reason::Malformed { cause })));
                }
            }
        }
        Ok(Self { members })
    }

    /// Whether it is an app rather than an archive of files.
    pub(super) fn is_apk(&self) -> bool {
        let has = |wanted: &str| self.members.iter().any(|(name, _)| name == wanted);
        has("AndroidManifest.xml") && !has("packages.json") && !has("acquisition.json")
    }
}

fn member(file: ZipFileEntry<'static>) -> Option<(String, Result<Member, Reason>)> {
    let name = match file.name() {
        Ok(name) => name.into_owned(),
        Err(_) => {
            let name = String::from_utf8_lossy(file.name_raw()).into_owned();
            return Some((name, Err(Reason::UnsafeName)));
        }
    };
    if name.ends_with(['/', '\\']) && file.size() == 0 {
        return None;
    }
    let reason = if file.encrypted() {
        Some(Reason::Encrypted)
    } else if file.is_symlink() {
        Some(Reason::Unreadable {
            file: super::name::shown(&name),
            cause: "a symbolic link, which is not followed".to_owned(),
        })
    } else {
        match file.compression() {
            CompressionMethod::Stored | CompressionMethod::Deflated => None,
            other => Some(Reason::Malformed {
                cause: format!("compressed in a way that is not read ({other})"),
            }),
        }
    };
    let member = match reason {
        Some(reason) => Err(reason),
        None => Ok(Member(file.into())),
    };
    Some((name, member))
}

impl Member {
    pub(super) fn bytes(&self) -> u64 {
        self.0.size()
    }

    pub(super) fn compressed(&self) -> u64 {
        self.0.compressed_size()
    }

    pub(super) fn open<'a, R: Read + Seek>(
        &'a self,
        reader: &'a mut R,
    ) -> zip::result::ZipResult<impl Read + 'a> {
        self.0.as_ref().with_reader(reader, ZipReadOptions::new())
    }
}
