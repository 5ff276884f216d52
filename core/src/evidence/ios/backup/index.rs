//! `Manifest.db`: the list of every file of a backup, of which a check asks for some dozen.
//!
//! `Files(fileID, domain, relativePath, flags, file)`; `file` is a keyed archive with the key of the file, and is
//! read for the rows alone that are opened. Every row is accounted for by the indices of the table: one whose id
//! or domain is not what it should be is told and never opened. The database is plain or, from iOS 10.2 on,
//! encrypted with its backup: the first bytes say so, `IsEncrypted` does not.

use std::collections::BTreeMap;
use std::sync::Arc;

use rusqlite::types::ToSql;

use super::keybag::Keys;
use super::wanted::{file_id, is_file_id};
use crate::evidence::ios::keyed::Keyed;
use crate::evidence::ios::plist::{Plist, Value};
use crate::evidence::json::malformed;
use crate::evidence::parsed::{Parsed, Place};
use crate::evidence::sqlite::Database;
use crate::evidence::{Container, Entry, Reading};
use crate::limits::{IOS_MANIFEST_BYTES, IOS_PROFILES, RECORDS};
use crate::snapshot::{Input, Reason, Skipped};

/// How every SQLite database begins.
pub(super) const SQLITE_MAGIC: &[u8] = b"SQLite format 3\0";

/// The list of files.
pub(super) struct Index {
    database: Database,
    /// Its name among the inputs.
    pub(super) input: Arc<str>,
}

/// One file of the list.
#[derive(Debug)]
pub(super) struct Row {
    /// Forty lower-case hexadecimal digits.
    pub(super) id: String,
    /// Its domain and path, for people.
    pub(super) name: String,
    /// Its class and wrapped key; none where it is plain.
    pub(super) key: Option<(u32, Vec<u8>)>,
}

impl Row {
    /// Where it lies in the backup.
    pub(super) fn path(&self) -> String {
        let folder: String = self.id.chars().take(2).collect();
        format!("{folder}/{}", self.id)
    }
}

/// All rows of the list, by domain.
#[derive(Debug)]
pub(super) struct Rows {
    /// Each domain with the number of its rows.
    pub(super) domains: BTreeMap<String, u64>,
    /// How many rows were read; those that were not are skipped, each with its reason.
    pub(super) read: u64,
    /// Those that were not, and why.
    pub(super) skipped: Vec<Skipped>,
    /// Why the rest was not read.
    pub(super) stopped: Option<Reason>,
}

/// Whether a backup's list of files is encrypted.
pub(super) fn is_encrypted(container: &Container, entry: &Entry) -> bool {
    container.start(entry, SQLITE_MAGIC.len()) != SQLITE_MAGIC
}

impl Index {
    /// Opens the list: where it lies if that can be, else in memory. With its digests.
    ///
    /// # Errors
    /// A [`Reason`] when it cannot be read, or is no such list.
    pub(super) fn open(
        container: &Container,
        entry: &Entry,
        keys: Option<&Keys>,
        inputs: &mut Vec<Input>,
    ) -> Result<Self, Reason> {
        let input = container.input_path(entry);
        let log = super::below(container, "Manifest.db-wal").filter(|log| log.bytes > 0);
        let in_place = keys.is_none() && log.is_none();
        let database = match container.path_of(entry).filter(|_| in_place) {
            Some(path) => {
                let streamed = container.stream(entry, IOS_MANIFEST_BYTES, |_| ())?;
                let (bytes, sha256) = streamed.whole?;
                inputs.push(super::member(&input, bytes, sha256));
                Database::open(path)?
            }
            None => {
                let (bytes, sha256) = container.read(entry, IOS_MANIFEST_BYTES)?;
                inputs.push(super::member(&input, bytes.len() as u64, sha256));
                let plain = match keys {
                    Some(keys) => keys.manifest_database(&bytes)?,
                    None => bytes,
                };
                let log = match log {
                    Some(log) => {
                        let (bytes, sha256) = container.read(&log, IOS_MANIFEST_BYTES)?;
                        let input = container.input_path(&log);
                        inputs.push(super::member(&input, bytes.len() as u64, sha256));
                        Some(bytes)
                    }
                    None => None,
                };
                Database::from_bytes(plain, log)?
            }
        };
        let columns = database.columns("Files")?;
        for name in ["fileID", "domain", "relativePath", "flags", "file"] {
            if !columns.contains(name) {
                return Err(malformed(&format!("its list of files has no `{name}`")));
            }
        }
        Ok(Self { database, input })
    }

    /// Accounts for every row, without touching what they hold.
    pub(super) fn rows(&self, reading: Reading<'_>) -> Rows {
        let mut place = Place::new(&self.input, reading.watch);
        let mut total = 0;
        let count = "SELECT count(*) FROM Files";
        self.database.each(
            count,
            &[],
            |_, row| {
                let rows: i64 = row.get(0).map_err(|_| malformed("no count"))?;
                total = u64::try_from(rows).unwrap_or(0);
                Ok(())
            },
            &mut place,
            "Files count ",
        );
        let mut domains = BTreeMap::new();
        // Answered by the index of domains alone.
        self.database.each(
            "SELECT domain, count(*) FROM Files WHERE typeof(domain) = 'text' AND domain <> '' GROUP BY domain",
            &[],
            |_, row| {
                let odd = |_| malformed("its domain is not what it should be");
                let domain: String = row.get(0).map_err(odd)?;
                let rows: i64 = row.get(1).map_err(odd)?;
                domains.insert(domain, u64::try_from(rows).unwrap_or(0));
                Ok(())
            },
            &mut place,
            "Files by domain ",
        );
        // By the index of ids alone; the table is asked for the odd ones only.
        let odd_id = "typeof(own.fileID) <> 'text' OR length(own.fileID) <> 40 OR own.fileID GLOB '*[^0-9a-f]*'";
        let mut odd_ids = 0;
        let mut counted = 0;
        let mut odd = Vec::new();
        for (sql, why) in [
            (
                format!(
                    "SELECT own.rowid, (SELECT typeof(domain) = 'text' AND domain <> '' FROM Files WHERE rowid = own.rowid) \
                     FROM Files own WHERE {odd_id}"
                ),
                "its id is not forty lower-case hexadecimal digits",
            ),
            (
                format!(
                    // Numbers come before texts and bytes behind them, so the index of domains finds each.
                    "SELECT own.rowid, 0 FROM Files own \
                     WHERE (own.domain IS NULL OR own.domain <= '' OR own.domain >= x'') AND NOT ({odd_id})"
                ),
                "it has no domain",
            ),
        ] {
            self.database.each(
                &sql,
                &[],
                |_, row| {
                    let rowid: i64 = row.get(0).map_err(|_| malformed("no number"))?;
                    let in_domains: bool = row.get(1).map_err(|_| malformed("no answer"))?;
                    odd_ids += u64::from(in_domains);
                    counted += 1;
                    if odd.len() <= crate::limits::SKIPPED_LISTED {
                        odd.push((rowid, why));
                    }
                    Ok(())
                },
                &mut place,
                "Files odd ",
            );
        }
        for (rowid, why) in &odd {
            place.skip(&format!("Files rowid {rowid}"), malformed(why));
        }
        if counted > odd.len() as u64 {
            let reason = Reason::TooMany {
                limit: odd.len() as u64,
            };
            place.skip(
                &format!("Files: {} more rows", counted - odd.len() as u64),
                reason,
            );
        }
        let in_domains = domains
            .values()
            .fold(0u64, |sum, rows| sum.saturating_add(*rows));
        let read = in_domains.saturating_sub(odd_ids);
        // The rows are counted by a third index: a damaged one gives fewer, and says nothing.
        let lost = total.saturating_sub(read.saturating_add(counted));
        if lost > 0 {
            let cause = format!("{lost} rows are missing in an index of the list");
            place.skip("Files", malformed(&cause));
        }
        if total > RECORDS {
            place.stop(Reason::TooMany { limit: RECORDS });
        }
        let Parsed {
            skipped, stopped, ..
        } = place.finish((), read);
        Rows {
            domains,
            read,
            skipped,
            stopped,
        }
    }

    /// The file at this place; none where the backup does not name it.
    ///
    /// # Errors
    /// A [`Reason`] where its row is not what it should be.
    pub(super) fn find(
        &self,
        domain: &str,
        path: &str,
        reading: Reading<'_>,
    ) -> Result<Option<Row>, Reason> {
        let id = file_id(domain, path);
        let parameters: [&dyn ToSql; 1] = [&id];
        let sql = "SELECT fileID, domain, relativePath, flags, file FROM Files WHERE fileID = ?1";
        let (mut rows, skipped) = self.query(sql, &parameters, reading);
        if let Some(Skipped { reason, .. }) = skipped.into_iter().next() {
            return Err(reason);
        }
        match rows.pop() {
            Some(row) if row.name == format!("{domain}/{path}") => Ok(Some(row)),
            Some(_) => Err(malformed("its id belongs to another name")),
            None => Ok(None),
        }
    }

    /// The files of a domain whose path begins so (with a `-` at the end), by path, and those that are not what they should be.
    pub(super) fn beginning(
        &self,
        domain: &str,
        start: &str,
        reading: Reading<'_>,
    ) -> (Vec<Row>, Vec<Skipped>) {
        // `.` comes next behind `-`: all paths between the two, by the index of paths.
        let end = format!("{}.", start.trim_end_matches('-'));
        let limit = i64::try_from(IOS_PROFILES)
            .unwrap_or(i64::MAX)
            .saturating_add(1);
        let parameters: [&dyn ToSql; 4] = [&domain, &start, &end, &limit];
        let sql = "SELECT fileID, domain, relativePath, flags, file FROM Files \
            WHERE +domain = ?1 AND relativePath >= ?2 AND relativePath < ?3 AND +flags = 1 ORDER BY relativePath LIMIT ?4";
        let (mut rows, mut skipped) = self.query(sql, &parameters, reading);
        if rows.len() > IOS_PROFILES {
            rows.truncate(IOS_PROFILES);
            let record = format!("{} {domain}/{start}", self.input);
            let limit = IOS_PROFILES as u64;
            skipped.push(Skipped {
                record,
                reason: Reason::TooMany { limit },
            });
        }
        (rows, skipped)
    }

    fn query(
        &self,
        sql: &str,
        parameters: &[&dyn ToSql],
        reading: Reading<'_>,
    ) -> (Vec<Row>, Vec<Skipped>) {
        let mut place = Place::new(&self.input, reading.watch);
        let mut rows = Vec::new();
        let every = |_: u64, row: &rusqlite::Row<'_>| {
            let odd = |_| malformed("its row is not what it should be");
            let id: String = row.get(0).map_err(odd)?;
            let domain: String = row.get(1).map_err(odd)?;
            let path: String = row.get(2).map_err(odd)?;
            let flags: i64 = row.get(3).map_err(odd)?;
            let file: Option<Vec<u8>> = row.get(4).map_err(odd)?;
            if !is_file_id(&id) {
                return Err(Reason::UnsafeName);
            }
            if flags != FILE {
                return Err(malformed("it is not a file"));
            }
            let key = file.as_deref().map_or(Ok(None), key)?;
            let name = format!("{domain}/{path}");
            rows.push(Row { id, name, key });
            Ok(())
        };
        let read = self
            .database
            .each(sql, parameters, every, &mut place, "Files ");
        (rows, place.finish((), read).skipped)
    }
}

/// `flags` of a file; 2 is a folder, 4 a link.
const FILE: i64 = 1;

/// Class and wrapped key of a file, from its record (`MBFile`).
fn key(record: &[u8]) -> Result<Option<(u32, Vec<u8>)>, Reason> {
    let plist = Plist::read(record)?;
    let keyed = Keyed::open(&plist)?;
    let root = keyed
        .root()
        .ok_or_else(|| malformed("its record is empty"))?;
    let Some(wrapped) = keyed.data(root, "EncryptionKey") else {
        return Ok(None);
    };
    let class = keyed
        .get(root, "ProtectionClass")
        .and_then(Value::as_unsigned);
    let class = class.and_then(|class| u32::try_from(class).ok());
    let class = class.ok_or_else(|| malformed("its record has a key and no class"))?;
    Ok(Some((class, wrapped.to_vec())))
}
