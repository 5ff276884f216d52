//! One read-only view of named entries, whatever holds them: a folder, a zip archive, or one file.
//!
//! In comes a path (or bytes, on a phone); out go entries with plain relative names, each streamed with
//! limits and hashed as it is read. A name that is not a plain relative name, an encrypted entry, a link:
//! each is [`Container::skipped`] with its reason and never opened. This is the only file in core that
//! opens files.

mod archive;
mod limited;
mod locked;
mod name;
mod phone_backup;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::WalkDir;

pub use self::locked::is_locked;

use self::archive::{Archive, Member, Source};
use self::limited::{Limit, Limited};
use super::sqlite::MAGIC as SQLITE_MAGIC;
use super::{EvidenceError, Secrets};
use crate::digest::{HashingReader, Sha256};
use crate::limits::{
    COMPRESSION_RATIO, CONTAINER_ENTRIES, FOLDER_DEPTH, MEMORY_ENTRY_BYTES, RATIO_FREE_BYTES,
};
use crate::snapshot::{Input, Reason, Skipped};

/// Named entries, sorted by name. It can be shared between threads: every stream has its own position.
pub struct Container {
    path: PathBuf,
    name: String,
    kind: ContainerKind,
    /// The bytes of an archive or a single file; a folder has none of its own.
    source: Option<Source>,
    /// The file as it lies there, where what is read was decrypted from it.
    locked: Option<Source>,
    /// The folder of an iPhone's backup, whose files are looked up when they are named.
    backup: Option<PathBuf>,
    entries: Vec<Entry>,
    skipped: Vec<Skipped>,
}

/// What holds the entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContainerKind {
    /// A folder.
    Folder,
    /// A zip archive.
    Zip,
    /// One file by itself, which is its only entry.
    File,
}

/// One entry.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its name below the evidence, with `/` between folders.
    pub name: String,
    /// Its size as the container states it; what is really read is counted.
    pub bytes: u64,
    place: Place,
}

#[derive(Debug, Clone)]
enum Place {
    /// A file of a folder.
    Path(PathBuf),
    /// A member of the archive.
    Member(Arc<Member>),
    /// The whole source.
    Whole,
    /// Bytes in memory.
    Bytes(Arc<[u8]>),
}

/// What came out of one entry.
#[derive(Debug)]
pub struct Streamed<T> {
    /// What the parser made of it.
    pub value: T,
    /// Size and SHA-256 of the whole entry, or why it could not be read to its end.
    pub whole: Result<(u64, Sha256), Reason>,
}

impl Container {
    /// Opens a folder, an archive or a single file. One folder that holds everything is left out of the
    /// names: an acquisition that was packed again by hand has one. Of an iPhone's backup, or a folder that
    /// holds one, the top level is listed; [`Container::below`] looks up the rest.
    ///
    /// # Errors
    /// [`EvidenceError`].
    pub fn open(path: &Path) -> Result<Self, EvidenceError> {
        Self::open_with(path, &Secrets::NONE)
    }

    /// Opens what [`Container::open`] opens, and an archive that age locked.
    ///
    /// # Errors
    /// [`EvidenceError`].
    pub fn open_with(path: &Path, secrets: &Secrets) -> Result<Self, EvidenceError> {
        let unreadable = |cause: io::Error| match cause.kind() {
            io::ErrorKind::NotFound => EvidenceError::NotFound {
                path: path.to_owned(),
            },
            _ => EvidenceError::Unreadable {
                path: path.to_owned(),
                cause,
            },
        };
        let metadata = std::fs::metadata(path).map_err(unreadable)?;
        if metadata.is_dir() {
            return Self::folder(path);
        }
        let file = File::open(path).map_err(unreadable)?;
        let source = Source::file(file).map_err(unreadable)?;
        Self::over(path, source, secrets)
    }

    /// Whether a password is needed to read what lies there.
    #[must_use]
    pub fn asks_for_password(path: &Path) -> bool {
        let Ok(metadata) = std::fs::metadata(path) else {
            return false;
        };
        if metadata.is_dir() {
            let found = phone_backup::find(path).ok().flatten();
            let container = found.and_then(|found| Self::phone_backup(&found).ok());
            return container.is_some_and(|backup| backup.is_encrypted_phone_backup());
        }
        if !metadata.is_file() {
            return false;
        }
        let source = File::open(path).and_then(Source::file);
        source.is_ok_and(|source| {
            if !source.start().starts_with(b"PK") {
                return locked::asks_for_password(&source);
            }
            let container = Self::over(path, source, &Secrets::NONE);
            container.is_ok_and(|backup| backup.is_encrypted_phone_backup())
        })
    }

    /// Whether this is an iPhone's backup whose list of files is encrypted. A backup that somebody decrypted
    /// still says that it is encrypted; the first bytes of the list do not.
    fn is_encrypted_phone_backup(&self) -> bool {
        let Some(list) = self.find("Manifest.db") else {
            return false;
        };
        let start = self.start(list, SQLITE_MAGIC.len());
        self.find("Manifest.plist").is_some() && !start.is_empty() && start != SQLITE_MAGIC
    }

    /// A single file or an archive that is in memory already.
    ///
    /// # Errors
    /// [`EvidenceError`].
    pub fn from_bytes(name: &str, bytes: Vec<u8>) -> Result<Self, EvidenceError> {
        Self::from_bytes_with(name, bytes, &Secrets::NONE)
    }

    /// What [`Container::from_bytes`] takes, and an archive that age locked.
    ///
    /// # Errors
    /// [`EvidenceError`].
    pub fn from_bytes_with(
        name: &str,
        bytes: Vec<u8>,
        secrets: &Secrets,
    ) -> Result<Self, EvidenceError> {
        Self::over(Path::new(name), Source::bytes(bytes), secrets)
    }

    /// A folder that is in memory: names and contents. The first of two equal names stays.
    ///
    /// # Errors
    /// [`EvidenceError`].
    pub fn from_entries(
        name: &str,
        entries: Vec<(String, Vec<u8>)>,
    ) -> Result<Self, EvidenceError> {
        let mut listing = Listing::default();
        for (name, bytes) in entries {
            let size = bytes.len() as u64;
            listing.add(&name, size, Place::Bytes(bytes.into()));
        }
        listing.finish(Path::new(name), ContainerKind::Folder, None)
    }

    fn folder(path: &Path) -> Result<Self, EvidenceError> {
        match phone_backup::find(path)? {
            Some(found) => Self::phone_backup(&found),
            None => Self::walked(path),
        }
    }

    fn phone_backup(found: &phone_backup::Found) -> Result<Self, EvidenceError> {
        let path = &found.folder;
        let unreadable = |cause: io::Error| EvidenceError::Unreadable {
            path: path.clone(),
            cause,
        };
        let mut listing = Listing::default();
        let mut seen = 0usize;
        for child in std::fs::read_dir(path).map_err(unreadable)? {
            let child = child.map_err(unreadable)?;
            let kind = child.file_type().map_err(unreadable)?;
            let own = child.file_name();
            let name = own.to_string_lossy();
            if kind.is_dir() || kind.is_file() && phone_backup::is_id(&name) {
                continue;
            }
            seen += 1;
            if seen > CONTAINER_ENTRIES {
                return Err(EvidenceError::TooManyEntries {
                    path: path.clone(),
                    limit: CONTAINER_ENTRIES,
                });
            }
            if kind.is_symlink() {
                listing.unreadable(&name, "a symbolic link, which is not followed");
            } else if !kind.is_file() {
                listing.unreadable(&name, "not a plain file");
            } else if own.to_str().is_none() {
                listing.skip(&name, Reason::UnsafeName);
            } else {
                let bytes = child.metadata().map_or(0, |metadata| metadata.len());
                listing.add(&name, bytes, Place::Path(child.path()));
            }
        }
        for beside in &found.beside {
            listing.unreadable(beside, "beside the backup of the phone, and no part of it");
        }
        let container = listing.finish(path, ContainerKind::Folder, None)?;
        Ok(Self {
            backup: Some(path.clone()),
            ..container
        })
    }

    fn walked(path: &Path) -> Result<Self, EvidenceError> {
        let mut listing = Listing::default();
        let mut seen = 0usize;
        let walk = WalkDir::new(path)
            .follow_links(false)
            .min_depth(1)
            .sort_by_file_name();
        let mut walk = walk.into_iter();
        while let Some(found) = walk.next() {
            seen += 1;
            if seen > CONTAINER_ENTRIES {
                return Err(EvidenceError::TooManyEntries {
                    path: path.to_owned(),
                    limit: CONTAINER_ENTRIES,
                });
            }
            let found = match found {
                Ok(found) => found,
                Err(error) => {
                    if error.depth() == 0 {
                        return Err(EvidenceError::Unreadable {
                            path: path.to_owned(),
                            cause: error.into(),
                        });
                    }
                    let below = error.path().and_then(|at| at.strip_prefix(path).ok());
                    let name = below.map_or_else(|| "a folder".into(), Path::to_string_lossy);
                    let cause = error
                        .io_error()
                        .map_or_else(|| "loop of folders".to_owned(), ToString::to_string);
                    listing.unreadable(&name, &cause);
                    continue;
                }
            };
            let below = found.path().strip_prefix(path).unwrap_or(found.path());
            let name = below.to_string_lossy();
            let kind = found.file_type();
            if kind.is_dir() {
                if found.depth() >= FOLDER_DEPTH {
                    listing.skip(
                        &name,
                        Reason::TooMany {
                            limit: FOLDER_DEPTH as u64,
                        },
                    );
                    walk.skip_current_dir();
                }
            } else if kind.is_symlink() {
                listing.unreadable(&name, "a symbolic link, which is not followed");
            } else if !kind.is_file() {
                listing.unreadable(&name, "not a plain file");
            } else if below.to_str().is_none() {
                listing.skip(&name, Reason::UnsafeName);
            } else {
                let bytes = found.metadata().map_or(0, |metadata| metadata.len());
                let place = Place::Path(found.path().to_owned());
                listing.add(&name, bytes, place);
            }
        }
        listing.finish(path, ContainerKind::Folder, None)
    }

    fn over(path: &Path, source: Source, secrets: &Secrets) -> Result<Self, EvidenceError> {
        if source.is_empty() {
            return Err(EvidenceError::Empty {
                path: path.to_owned(),
            });
        }
        let start = source.start();
        if is_locked(&start) {
            let opened = locked::open(path, &source, secrets)?;
            if opened.start().starts_with(b"PK") {
                let archive = Archive::open(path, &opened)?;
                if !archive.is_apk() {
                    let inside = Self::archive(path, archive, opened)?;
                    return Ok(Self {
                        locked: Some(source),
                        ..inside
                    });
                }
            }
            // Its digest would not be that of the file that lies there.
            return Err(EvidenceError::Damaged {
                path: path.to_owned(),
                cause: "what is encrypted in it is not an archive of files".to_owned(),
            });
        }
        let extension = path.extension().map(OsStr::to_ascii_lowercase);
        let named = |wanted: &str| extension.as_deref().is_some_and(|e| e == wanted);
        // An APK is a zip too, but as evidence it is one file.
        if !named("apk") && (start.starts_with(b"PK") || named("zip")) {
            let archive = Archive::open(path, &source)?;
            if !archive.is_apk() {
                return Self::archive(path, archive, source);
            }
        }
        let mut listing = Listing::default();
        listing.add(&name_of(path), source.len(), Place::Whole);
        listing.finish(path, ContainerKind::File, Some(source))
    }

    fn archive(path: &Path, archive: Archive, source: Source) -> Result<Self, EvidenceError> {
        let mut listing = Listing::default();
        for (name, member) in archive.members {
            match member {
                Ok(member) => {
                    listing.add(&name, member.bytes(), Place::Member(Arc::new(member)));
                }
                Err(reason) => listing.skip(&name, reason),
            }
        }
        listing.finish(path, ContainerKind::Zip, Some(source))
    }

    /// The evidence's own name, without the folders that lead to it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Gives it a name that no other evidence has: `backup.ab`, `backup.ab (2)`. The name is taken then.
    pub(crate) fn take_name(&mut self, taken: &mut BTreeSet<String>) {
        let own = self.name.clone();
        let mut number = 1u64;
        while !taken.insert(self.name.clone()) {
            number += 1;
            self.name = format!("{own} ({number})");
        }
    }

    /// Gives it the name of the entry that it was taken from.
    pub(super) fn call(&mut self, name: &str) {
        name.clone_into(&mut self.name);
    }

    /// The path as it was given, for messages only.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What holds the entries.
    #[must_use]
    pub fn kind(&self) -> ContainerKind {
        self.kind
    }

    /// Every entry that can be opened, sorted by name.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of this name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Entry> {
        let at = self
            .entries
            .binary_search_by(|entry| entry.name.as_str().cmp(name))
            .ok()?;
        self.entries.get(at)
    }

    /// The file of an iPhone's backup at `ab/abcd...`, which is forty lower-case hexadecimal digits. In the
    /// folder of a backup it is looked up; an archive has listed it. No link is followed.
    #[must_use]
    pub(crate) fn below(&self, name: &str) -> Option<Entry> {
        if !phone_backup::is_below(name) {
            return None;
        }
        let Some(folder) = &self.backup else {
            return self.find(name).cloned();
        };
        let (path, bytes) = phone_backup::below(folder, name)?;
        Some(Entry {
            name: name.to_owned(),
            bytes,
            place: Place::Path(path),
        })
    }

    /// Where an entry lies on the disk, for one that lies there as it is.
    #[must_use]
    pub(crate) fn path_of<'a>(&self, entry: &'a Entry) -> Option<&'a Path> {
        match &entry.place {
            Place::Path(path) => Some(path),
            Place::Member(_) | Place::Whole | Place::Bytes(_) => None,
        }
    }

    /// Entries that are not opened, and why, sorted. The record is the name as the container has it.
    #[must_use]
    pub fn skipped(&self) -> &[Skipped] {
        &self.skipped
    }

    /// The path of an entry in the report: the evidence's name, then the entry's.
    #[must_use]
    pub fn input_path(&self, entry: &Entry) -> Arc<str> {
        match self.kind {
            ContainerKind::File => self.name.as_str().into(),
            ContainerKind::Folder | ContainerKind::Zip => {
                format!("{}/{}", self.name, entry.name).into()
            }
        }
    }

    /// Streams one entry through a parser, hashes it on the way, and reads to its end what the parser
    /// left. The parser sees an error where a limit is hit; `limit` is in bytes, uncompressed.
    ///
    /// # Errors
    /// A [`Reason`] when it cannot be opened at all.
    pub fn stream<T>(
        &self,
        entry: &Entry,
        limit: u64,
        parse: impl FnOnce(&mut dyn Read) -> T,
    ) -> Result<Streamed<T>, Reason> {
        let unreadable = |cause: &dyn ToString| Reason::Unreadable {
            file: entry.name.clone(),
            cause: cause.to_string(),
        };
        match (&entry.place, &self.source) {
            (Place::Path(path), _) => {
                let file = File::open(path).map_err(|error| unreadable(&error))?;
                Ok(streamed(entry, file, Limit::of(limit), parse))
            }
            (Place::Bytes(bytes), _) => Ok(streamed(entry, &**bytes, Limit::of(limit), parse)),
            (Place::Whole, Some(source)) => {
                Ok(streamed(entry, source.reader(), Limit::of(limit), parse))
            }
            (Place::Member(member), Some(source)) => {
                // A small archive member may not become a large file: DEFLATE stops near 1,000 to 1.
                let ratio = member
                    .compressed()
                    .saturating_mul(COMPRESSION_RATIO)
                    .max(RATIO_FREE_BYTES);
                let mut reader = source.reader();
                let opened = member
                    .open(&mut reader)
                    .map_err(|error| unreadable(&error))?;
                Ok(streamed(entry, opened, Limit::of(limit.min(ratio)), parse))
            }
            (Place::Whole | Place::Member(_), None) => Err(unreadable(&"no archive")),
        }
    }

    /// The first bytes of an entry, by which a format is known; fewer where it cannot be read.
    #[must_use]
    pub fn start(&self, entry: &Entry, length: usize) -> Vec<u8> {
        let streamed = self.stream(entry, length as u64, |source| {
            let mut start = Vec::with_capacity(length);
            let _ = source.take(length as u64).read_to_end(&mut start);
            start
        });
        // What stands behind the limit was not asked for.
        streamed.map_or_else(|_| Vec::new(), |streamed| streamed.value)
    }

    /// Reads one entry into memory, up to `limit` bytes.
    ///
    /// # Errors
    /// A [`Reason`] when it cannot be opened, is larger, or ends too early.
    pub fn read(&self, entry: &Entry, limit: u64) -> Result<(Vec<u8>, Sha256), Reason> {
        let streamed = self.stream(entry, limit, |reader| {
            // The stated size is only a hint: a lie must not reserve memory.
            let hint = entry.bytes.min(limit).min(MEMORY_ENTRY_BYTES);
            let mut bytes = Vec::with_capacity(usize::try_from(hint).unwrap_or(0));
            // An error is told by `whole`, below.
            let _ = reader.read_to_end(&mut bytes);
            bytes
        })?;
        let (_, sha256) = streamed.whole?;
        Ok((streamed.value, sha256))
    }

    /// Opens an archive that is an entry of this one: where it lies if that is a folder, else in memory, up
    /// to `limit` bytes. Its own entries are named below it. With its size and SHA-256.
    ///
    /// # Errors
    /// A [`Reason`] when it cannot be opened, is larger, or is no whole archive.
    pub(crate) fn nested(
        &self,
        entry: &Entry,
        limit: u64,
        secrets: &Secrets,
    ) -> Result<(Self, u64, Sha256), Reason> {
        let name = self.input_path(entry);
        let path = Path::new(&*name);
        let (source, known) = match &entry.place {
            Place::Path(file) => {
                let file = File::open(file).and_then(Source::file);
                let source = file.map_err(|error| Reason::Unreadable {
                    file: entry.name.clone(),
                    cause: error.to_string(),
                })?;
                (source, None)
            }
            Place::Member(_) | Place::Whole | Place::Bytes(_) => {
                let (bytes, sha256) = self.read(entry, limit)?;
                (Source::bytes(bytes), Some(sha256))
            }
        };
        let length = source.len();
        let mut inner = Self::over(path, source, secrets).map_err(|error| match error {
            EvidenceError::Encrypted { .. } => Reason::Encrypted,
            EvidenceError::WrongPassword { .. } => Reason::WrongPassword,
            EvidenceError::TooManyEntries { limit, .. } => Reason::TooMany {
                limit: limit as u64,
            },
            EvidenceError::Empty { .. } => Reason::LeftEmpty {
                field: entry.name.clone(),
            },
            EvidenceError::NotFound { .. }
            | EvidenceError::Unreadable { .. }
            | EvidenceError::Damaged { .. }
            | EvidenceError::SeveralBackups { .. }
            | EvidenceError::NotAPhone { .. } => Reason::Malformed {
                cause: "not a whole archive".to_owned(),
            },
        })?;
        inner.name = name.to_string();
        match known {
            Some(sha256) => Ok((inner, length, sha256)),
            None => inner.digest(&[]).map(|(_, sha256)| (inner, length, sha256)),
        }
    }

    /// Size and SHA-256 of the evidence as a whole. A folder has no bytes of its own: its digest is that
    /// of the list which `sha256sum` prints for the files that were read, sorted by path.
    ///
    /// # Errors
    /// A [`Reason`] when the archive cannot be read again.
    pub fn digest(&self, members: &[Input]) -> Result<(u64, Sha256), Reason> {
        if let Some(source) = self.locked.as_ref().or(self.source.as_ref()) {
            return HashingReader::new(source.reader())
                .finish()
                .map_err(|error| Reason::Unreadable {
                    file: self.name.clone(),
                    cause: error.to_string(),
                });
        }
        let prefix = format!("{}/", self.name);
        let mut files: BTreeMap<&str, &Input> = BTreeMap::new();
        for input in members {
            let below = input.path.strip_prefix(&prefix).unwrap_or(&input.path);
            files.insert(below, input);
        }
        let mut list = String::new();
        let mut bytes = 0u64;
        for (path, input) in files {
            list.push_str(&format!("{}  {path}\n", input.sha256));
            bytes = bytes.saturating_add(input.bytes);
        }
        Ok((bytes, Sha256::of(list.as_bytes())))
    }
}

fn streamed<T>(
    entry: &Entry,
    reader: impl Read,
    mut limit: Limit,
    parse: impl FnOnce(&mut dyn Read) -> T,
) -> Streamed<T> {
    let mut hashing = HashingReader::new(Limited::new(reader, &mut limit));
    let value = parse(&mut hashing);
    let finished = hashing.finish();
    // The limit remembers the first error, even one that the parser swallowed.
    let whole = match (limit.into_failure(&entry.name), finished) {
        (Some(reason), _) => Err(reason),
        (None, Ok(whole)) => Ok(whole),
        (None, Err(error)) => Err(Reason::Unreadable {
            file: entry.name.clone(),
            cause: error.to_string(),
        }),
    };
    Streamed { value, whole }
}

/// Entries as they are found, before they are sorted.
#[derive(Default)]
struct Listing {
    entries: BTreeMap<String, Entry>,
    skipped: Vec<Skipped>,
}

impl Listing {
    fn add(&mut self, raw: &str, bytes: u64, place: Place) {
        let name = match name::plain(raw) {
            Ok(name) => name,
            Err(reason) => return self.skip(raw, reason),
        };
        if self.entries.contains_key(&name) {
            let cause = "its name stands twice in the archive; the first was read".to_owned();
            return self.skip(raw, Reason::Malformed { cause });
        }
        let entry = Entry {
            name: name.clone(),
            bytes,
            place,
        };
        self.entries.insert(name, entry);
    }

    fn unreadable(&mut self, raw: &str, cause: &str) {
        let reason = Reason::Unreadable {
            file: name::shown(raw),
            cause: cause.to_owned(),
        };
        self.skip(raw, reason);
    }

    fn skip(&mut self, raw: &str, reason: Reason) {
        let record = name::shown(raw);
        self.skipped.push(Skipped { record, reason });
    }

    fn finish(
        mut self,
        path: &Path,
        kind: ContainerKind,
        source: Option<Source>,
    ) -> Result<Container, EvidenceError> {
        if self.entries.is_empty() && self.skipped.is_empty() {
            return Err(EvidenceError::Empty {
                path: path.to_owned(),
            });
        }
        let entries: Vec<Entry> = self.entries.into_values().collect();
        let entries = without_top_folder(entries);
        self.skipped.sort();
        Ok(Container {
            path: path.to_owned(),
            name: name_of(path),
            kind,
            source,
            locked: None,
            backup: None,
            entries,
            skipped: self.skipped,
        })
    }
}

/// Leaves out one folder that holds everything. macOS adds `__MACOSX/` beside it when it packs.
fn without_top_folder(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.retain(|entry| !entry.name.starts_with("__MACOSX/"));
    let Some((top, _)) = entries.first().and_then(|entry| entry.name.split_once('/')) else {
        return entries;
    };
    let top = format!("{top}/");
    if !entries.iter().all(|entry| entry.name.starts_with(&top)) {
        return entries;
    }
    for entry in &mut entries {
        if let Some(below) = entry.name.strip_prefix(&top) {
            entry.name = below.to_owned();
        }
    }
    entries
}

fn name_of(path: &Path) -> String {
    let own = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    own.or_else(|| {
        // `.` and `..` have no name of their own.
        let real = path.canonicalize().ok()?;
        Some(real.file_name()?.to_string_lossy().into_owned())
    })
    .unwrap_or_else(|| "evidence".to_owned())
}

#[cfg(test)]
#[cfg(feature = "encryption")]
mod locked_tests;
#[cfg(test)]
mod tests;
