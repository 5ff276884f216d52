//! Opening the files of a backup that a check wants: found in the index, read where they lie, decrypted in
//! memory. Nothing decrypted reaches a disk.

use std::sync::Arc;

use super::index::{Index, Row, SQLITE_MAGIC};
use super::keybag::{self, Keys};
use crate::evidence::ios::plist::{Plist, Value};
use crate::evidence::json::malformed;
use crate::evidence::sqlite::Database;
use crate::evidence::{Container, Entry, Reading};
use crate::limits::{DATABASE_BYTES, PLIST_BYTES};
use crate::snapshot::{Input, Reason};

/// The files of a backup, and what opens them.
pub(super) struct Files<'a> {
    pub(super) container: &'a Container,
    pub(super) reading: Reading<'a>,
    pub(super) index: Index,
    /// The keys, where the list of files is encrypted.
    pub(super) keys: Option<Keys>,
    /// The keybag of a backup whose list of files is plain. Before iOS 10.2 its files are encrypted all the
    /// same; a backup that somebody decrypted keeps its keybag.
    pub(super) keybag: Option<Value<'a>>,
}

impl Files<'_> {
    /// A property list.
    ///
    /// # Errors
    /// A [`Reason`].
    pub(super) fn plist(
        &self,
        row: &Row,
        inputs: &mut Vec<Input>,
    ) -> Result<(Arc<str>, Plist), Reason> {
        let (input, bytes) = self.read(row, PLIST_BYTES, Plist::begins, inputs)?;
        Ok((input, Plist::read(&bytes)?))
    }

    /// A property list or another form of a profile, as bytes.
    ///
    /// # Errors
    /// A [`Reason`].
    pub(super) fn bytes(
        &self,
        row: &Row,
        inputs: &mut Vec<Input>,
    ) -> Result<(Arc<str>, Vec<u8>), Reason> {
        // A signed profile begins as a list of ASN.1 does.
        let begins = |start: &[u8]| Plist::begins(start) || start.starts_with(&[0x30]);
        self.read(row, PLIST_BYTES, begins, inputs)
    }

    /// A database, with its log where the backup has one. A log that cannot be read is told in `lost`: what is
    /// in it is missing from what was read.
    ///
    /// # Errors
    /// A [`Reason`].
    pub(super) fn database(
        &self,
        row: &Row,
        inputs: &mut Vec<Input>,
        lost: &mut Vec<(String, Reason)>,
    ) -> Result<(Arc<str>, Database), Reason> {
        let log = self.log(row, inputs).unwrap_or_else(|(name, reason)| {
            lost.push((name, reason));
            None
        });
        let entry = self.entry(row)?;
        let plain = self.keys.is_none() && log.is_none();
        let begins =
            |entry: &Entry| self.container.start(entry, SQLITE_MAGIC.len()) == SQLITE_MAGIC;
        if let Some(path) = self.container.path_of(&entry).filter(|_| plain)
            && begins(&entry)
        {
            let streamed = self.container.stream(&entry, DATABASE_BYTES, |_| ())?;
            let (bytes, sha256) = streamed.whole?;
            let input = self.container.input_path(&entry);
            inputs.push(super::member(&input, bytes, sha256));
            return Ok((input, Database::open(path)?));
        }
        let begins = |start: &[u8]| start.starts_with(SQLITE_MAGIC);
        let (input, bytes) = self.read(row, DATABASE_BYTES, begins, inputs)?;
        Ok((input, Database::from_bytes(bytes, log)?))
    }

    /// The log of a database (`-wal`), which lies in a row of its own. `-shm` holds nothing that is not in it.
    fn log(&self, row: &Row, inputs: &mut Vec<Input>) -> Result<Option<Vec<u8>>, (String, Reason)> {
        let name = format!("{}-wal", row.name);
        let Some((domain, path)) = name.split_once('/') else {
            return Ok(None);
        };
        let found = self.index.find(domain, path, self.reading);
        let read = found.and_then(|found| match found {
            Some(found) => {
                let begins = |start: &[u8]| LOG_MAGICS.iter().any(|magic| start.starts_with(magic));
                let (_, bytes) = self.read(&found, DATABASE_BYTES, begins, inputs)?;
                Ok(Some(bytes).filter(|bytes| !bytes.is_empty()))
            }
            None => Ok(None),
        });
        read.map_err(|reason| (name, reason))
    }

    fn entry(&self, row: &Row) -> Result<Entry, Reason> {
        super::below(self.container, &row.path()).ok_or_else(|| Reason::FileMissing {
            file: row.name.clone(),
        })
    }

    fn read(
        &self,
        row: &Row,
        limit: u64,
        begins: impl Fn(&[u8]) -> bool,
        inputs: &mut Vec<Input>,
    ) -> Result<(Arc<str>, Vec<u8>), Reason> {
        let entry = self.entry(row)?;
        let (bytes, sha256) = self.container.read(&entry, limit)?;
        let input = self.container.input_path(&entry);
        inputs.push(super::member(&input, bytes.len() as u64, sha256));
        let plain = match (&self.keys, &row.key) {
            (Some(keys), Some((class, wrapped))) => keys.file(*class, wrapped, &bytes)?,
            // Empty files have no key.
            (Some(_) | None, None) => bytes,
            (None, Some(_)) if bytes.is_empty() || begins(&bytes) => bytes,
            (None, Some((class, wrapped))) => {
                let keybag = self.keybag.ok_or_else(|| {
                    malformed("not what its name says, and there are no keys to decrypt it")
                })?;
                let keys = keybag::unlock(keybag, self.reading.secrets)?;
                keys.file(*class, wrapped, &bytes)?
            }
        };
        Ok((input, plain))
    }
}

/// How a log of SQLite begins, by the order of bytes of its checksums (sqlite.org/fileformat2.html, 4.1).
const LOG_MAGICS: [[u8; 4]; 2] = [[0x37, 0x7f, 0x06, 0x82], [0x37, 0x7f, 0x06, 0x83]];
