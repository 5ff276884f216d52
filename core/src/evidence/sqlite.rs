//! SQLite databases from a phone, read without a file of ours and without trust in theirs.
//!
//! In come the bytes of a database and of the write-ahead log beside it; out go rows. What the log holds is
//! newer than the database, so it is applied to the bytes first ([`wal`]). SQLite then reads from memory, or,
//! where a large database lies on the disk as it is, from that file, which it is told never changes. It is
//! asked with everything off that a schema could misuse (sqlite.org/security.html), and within limits of
//! memory, size and work.

mod wal;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, MAIN_DB, OpenFlags, Row, ToSql};

use super::json::malformed;
use super::parsed::Place;
use crate::limits::{
    DATABASE_BYTES, DATABASE_HEAP_BYTES, DATABASE_STEPS, DATABASE_VALUE_BYTES, RECORDS,
};
use crate::snapshot::Reason;

/// One database of a phone, open for reading.
pub(super) struct Database {
    connection: Connection,
    /// Steps that the question in hand has taken, in units of [`STEPS_BETWEEN`].
    steps: Arc<AtomicU64>,
}

/// Steps of SQLite's machine between two looks at how many there were.
const STEPS_BETWEEN: u16 = 10_000;

/// What every SQLite database begins with.
pub(super) const MAGIC: &[u8] = b"SQLite format 3\0";

/// Length of a database's header.
const HEADER: usize = 100;

impl Database {
    /// Opens a database that is in memory, with the log that lay beside it. Nothing reaches the disk.
    ///
    /// # Errors
    /// [`Reason::TooLarge`], or [`Reason::Malformed`] where SQLite does not take it for a database.
    pub(super) fn from_bytes(mut main: Vec<u8>, log: Option<Vec<u8>>) -> Result<Self, Reason> {
        check(&main)?;
        if let Some(log) = log {
            wal::apply(&mut main, &log)?;
        }
        // Written by a log, read without one: SQLite opens nothing in memory that says it has a log.
        if let Some(versions) = main.get_mut(18..20) {
            versions.fill(1);
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        Self::guarded(|| {
            let mut connection = Connection::open_in_memory_with_flags(flags)?;
            connection.deserialize_read_exact(MAIN_DB, main.as_slice(), main.len(), true)?;
            Ok(connection)
        })
    }

    /// Opens a database where it lies, without a lock, a journal or a change: only for one with no log beside
    /// it, which would be left out.
    ///
    /// # Errors
    /// [`Reason::Malformed`] where SQLite does not take it for a database.
    pub(super) fn open(path: &Path) -> Result<Self, Reason> {
        let address = immutable(path).ok_or(Reason::UnsafeName)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
            | OpenFlags::SQLITE_OPEN_URI
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        Self::guarded(|| Connection::open_with_flags(address, flags))
    }

    fn guarded(open: impl FnOnce() -> rusqlite::Result<Connection>) -> Result<Self, Reason> {
        let steps = Arc::new(AtomicU64::new(0));
        let opened = open().and_then(|mut connection| {
            harden(&connection)?;
            let counted = Arc::clone(&steps);
            let most = DATABASE_STEPS / u64::from(STEPS_BETWEEN);
            let count = move || counted.fetch_add(1, Ordering::Relaxed) >= most;
            connection.progress_handler(i32::from(STEPS_BETWEEN), Some(count))?;
            // The schema is read with the first question: what is no database is told here.
            connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
            Ok(connection)
        });
        let connection = opened.map_err(|error| reason(&error))?;
        Ok(Self { connection, steps })
    }

    /// The columns of a table; none where there is no such table.
    ///
    /// # Errors
    /// [`Reason::Malformed`].
    pub(super) fn columns(&self, table: &str) -> Result<BTreeSet<String>, Reason> {
        self.steps.store(0, Ordering::Relaxed);
        let mut columns = BTreeSet::new();
        self.connection
            .pragma(None, "table_info", table, |row| {
                columns.insert(row.get("name")?);
                Ok(())
            })
            .map_err(|error| reason(&error))?;
        Ok(columns)
    }

    /// Asks for rows and gives each with its place in the answer. A row that `read` refuses or SQLite cannot
    /// give is left out at `table[place]`; behind one that SQLite cannot give, it gives no more. Gives how many
    /// were read.
    pub(super) fn each(
        &self,
        question: &str,
        values: &[&dyn ToSql],
        mut read: impl FnMut(u64, &Row<'_>) -> Result<(), Reason>,
        place: &mut Place<'_>,
        table: &str,
    ) -> u64 {
        self.steps.store(0, Ordering::Relaxed);
        let mut count = 0;
        let mut index = 0u64;
        let mut ask = || -> rusqlite::Result<()> {
            let mut statement = self.connection.prepare(question)?;
            let mut rows = statement.query(values)?;
            while let Some(row) = rows.next()? {
                if place.stops() {
                    break;
                }
                if index >= RECORDS {
                    let limit = RECORDS;
                    place.skip(&format!("{table}[{index}]"), Reason::TooMany { limit });
                    break;
                }
                match read(index, row) {
                    Ok(()) => count += 1,
                    Err(reason) => place.skip(&format!("{table}[{index}]"), reason),
                }
                index += 1;
            }
            Ok(())
        };
        if let Err(error) = ask() {
            place.skip(&format!("{table}[{index}]"), reason(&error));
        }
        count
    }
}

/// What is no database is told in our words; the rest is SQLite's to judge.
fn check(main: &[u8]) -> Result<(), Reason> {
    if main.len() as u64 > DATABASE_BYTES {
        return Err(Reason::TooLarge {
            limit: DATABASE_BYTES,
        });
    }
    if main.len() < HEADER || !main.starts_with(MAGIC) {
        return Err(malformed("not an SQLite database"));
    }
    Ok(())
}

/// Nothing that a schema can hold is run, and nothing is written.
///
/// The limits are those that SQLite gives for untrusted input, but where a phone's own databases go beyond:
/// Apple's tables have more than 100 columns, their checks more than ten levels, their views more than three
/// parts. All of these only bound what it costs to read a schema.
fn harden(connection: &Connection) -> rusqlite::Result<()> {
    for (config, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
    ] {
        connection.set_db_config(config, on)?;
    }
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, DATABASE_VALUE_BYTES),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 1_000_000),
        (Limit::SQLITE_LIMIT_COLUMN, 1_000),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 200),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 50),
        (Limit::SQLITE_LIMIT_VDBE_OP, 25_000),
        (Limit::SQLITE_LIMIT_FUNCTION_ARG, 32),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200),
        (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 100),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        connection.set_limit(limit, most)?;
    }
    // A sort that does not fit into its buffer would otherwise make a file.
    connection.execute_batch(&format!(
        "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0; PRAGMA query_only = ON; PRAGMA cell_size_check = ON; \
         PRAGMA hard_heap_limit = {DATABASE_HEAP_BYTES};"
    ))
}

fn reason(error: &rusqlite::Error) -> Reason {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::OperationInterrupted) => Reason::TooMany {
            limit: DATABASE_STEPS,
        },
        Some(rusqlite::ErrorCode::TooBig) => Reason::TooLarge {
            limit: u64::from(DATABASE_VALUE_BYTES.unsigned_abs()),
        },
        _ => malformed(&error.to_string()),
    }
}

/// The address of a file that nobody changes, as sqlite.org/uri.html has it.
fn immutable(path: &Path) -> Option<String> {
    let path = std::path::absolute(path).ok()?;
    let path = path.to_str()?.replace(std::path::MAIN_SEPARATOR, "/");
    let mut address = "file://".to_owned();
    if !path.starts_with('/') {
        address.push('/');
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b':' => {
                address.push(char::from(byte));
            }
            _ => address.push_str(&format!("%{byte:02x}")),
        }
    }
    address.push_str("?immutable=1");
    Some(address)
}

#[cfg(test)]
mod tests;
