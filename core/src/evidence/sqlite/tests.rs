use std::sync::Arc;

use super::*;
use crate::evidence::Unwatched;
use crate::snapshot::Skipped;

fn rows(database: &Database, question: &str) -> (u64, Vec<Skipped>) {
    let input: Arc<str> = "x".into();
    let mut place = Place::new(&input, &Unwatched);
    let count = database.each(question, &[], |_, _| Ok(()), &mut place, "t");
    let parsed = place.finish((), count);
    (count, parsed.skipped)
}

/// A database in the mode with a log, as it lies on the disk while it is written: of 200 rows, 150 stand in
/// the log alone.
fn made(folder: &Path) -> (Vec<u8>, Vec<u8>) {
    let path = folder.join("made.db");
    let writer = Connection::open(&path).unwrap();
    writer
        .execute_batch(
            "PRAGMA page_size = 1024; PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;
             CREATE TABLE t(x INTEGER PRIMARY KEY, y TEXT);
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50)
             INSERT INTO t SELECT i, 'row ' || i FROM n;
             PRAGMA wal_checkpoint(TRUNCATE);",
        )
        .unwrap();
    for chunk in 0..3 {
        let from = 51 + chunk * 50;
        writer
            .execute_batch(&format!(
                "WITH RECURSIVE n(i) AS (SELECT {from} UNION ALL SELECT i + 1 FROM n WHERE i < {})
                 INSERT INTO t SELECT i, 'row ' || i FROM n;",
                from + 49
            ))
            .unwrap();
    }
    let main = std::fs::read(&path).unwrap();
    let log = std::fs::read(folder.join("made.db-wal")).unwrap();
    (main, log)
}

#[test]
fn rows_of_the_log_are_read_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let (main, log) = made(folder.path());
    let without = Database::from_bytes(main.clone(), None).unwrap();
    assert_eq!(rows(&without, "SELECT * FROM t"), (50, Vec::new()));
    let with = Database::from_bytes(main, Some(log)).unwrap();
    assert_eq!(rows(&with, "SELECT * FROM t"), (200, Vec::new()));
    let whole: String = with
        .connection
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(whole, "ok");
}

/// SQLite itself is the judge: for every length of the log, and for the log with one byte turned, it reads the
/// same rows from files as we do from memory.
#[test]
fn a_torn_log_gives_what_sqlite_itself_gives() {
    let folder = tempfile::tempdir().unwrap();
    let (main, log) = made(folder.path());
    let judged = folder.path().join("judged.db");
    let judge = |log: &[u8]| -> Vec<i64> {
        std::fs::write(&judged, &main).unwrap();
        let _ = std::fs::remove_file(folder.path().join("judged.db-shm"));
        std::fs::write(folder.path().join("judged.db-wal"), log).unwrap();
        let reader = Connection::open(&judged).unwrap();
        let mut statement = reader.prepare("SELECT x FROM t ORDER BY x").unwrap();
        let found = statement.query_map([], |row| row.get(0)).unwrap();
        found.map(Result::unwrap).collect()
    };
    let ours = |log: &[u8]| -> Vec<i64> {
        let database = Database::from_bytes(main.clone(), Some(log.to_vec())).unwrap();
        let mut found = Vec::new();
        let input: Arc<str> = "x".into();
        let mut place = Place::new(&input, &Unwatched);
        let question = "SELECT x FROM t ORDER BY x";
        let keep = |_: u64, row: &Row<'_>| {
            found.push(row.get(0).unwrap());
            Ok(())
        };
        database.each(question, &[], keep, &mut place, "t");
        found
    };
    let mut seen = BTreeSet::new();
    for length in (0..=log.len()).step_by(97).chain([log.len()]) {
        let torn = log.get(..length).unwrap();
        let found = ours(torn);
        assert_eq!(found, judge(torn), "log of {length} bytes");
        seen.insert(found.len());
    }
    assert_eq!(seen, BTreeSet::from([50, 100, 150, 200]));
    for at in (0..log.len()).step_by(61).chain(8..56) {
        // Another version is refused, where SQLite says that it cannot open it.
        if (4..8).contains(&at) {
            continue;
        }
        let mut turned = log.clone();
        *turned.get_mut(at).unwrap() ^= 0x10;
        assert_eq!(ours(&turned), judge(&turned), "byte {at} turned");
    }
}

/// Sums in the other order of bytes, as a computer of that kind writes them.
#[test]
fn both_orders_of_bytes_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let (main, mut log) = made(folder.path());
    let big = log[3] & 1 == 1;
    log[3] ^= 1;
    let page = usize::from(u16::from_be_bytes([log[10], log[11]]));
    let sum = |start: [u32; 2], bytes: &[u8]| {
        let mut sum = start;
        for pair in bytes.chunks_exact(8) {
            let read = |part: &[u8]| {
                let part: [u8; 4] = part.try_into().unwrap();
                if big {
                    u32::from_le_bytes(part)
                } else {
                    u32::from_be_bytes(part)
                }
            };
            sum[0] = sum[0].wrapping_add(read(&pair[..4])).wrapping_add(sum[1]);
            sum[1] = sum[1].wrapping_add(read(&pair[4..])).wrapping_add(sum[0]);
        }
        sum
    };
    let write = |sum: [u32; 2], into: &mut [u8]| {
        into[..4].copy_from_slice(&sum[0].to_be_bytes());
        into[4..8].copy_from_slice(&sum[1].to_be_bytes());
    };
    let mut running = sum([0, 0], &log[..24]);
    write(running, &mut log[24..32]);
    for frame in log[32..].chunks_exact_mut(24 + page) {
        running = sum(running, &frame[..8]);
        running = sum(running, &frame[24..]);
        write(running, &mut frame[16..24]);
    }
    let database = Database::from_bytes(main, Some(log)).unwrap();
    assert_eq!(rows(&database, "SELECT * FROM t"), (200, Vec::new()));
}

#[test]
fn the_public_corpus_has_ten_rows_without_its_log_and_eleven_with_it() {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let corpus = above
        .map(|folder| folder.join("shared/corpora/wal"))
        .find(|folder| folder.is_dir());
    let Some(corpus) = corpus else {
        eprintln!("not run: corpora/wal is not here");
        return;
    };
    let main = std::fs::read(corpus.join("wal_database.db")).unwrap();
    let log = std::fs::read(corpus.join("wal_database.db-wal")).unwrap();
    let table = {
        let database = Database::from_bytes(main.clone(), None).unwrap();
        database
            .connection
            .query_row(
                "SELECT name FROM sqlite_schema WHERE type = 'table'",
                [],
                |row| row.get::<_, String>(0),
            )
            .unwrap()
    };
    let question = format!("SELECT * FROM \"{table}\"");
    let count =
        |log: Option<Vec<u8>>| rows(&Database::from_bytes(main.clone(), log).unwrap(), &question).0;
    assert_eq!(count(None), 10);
    assert_eq!(count(Some(log.clone())), 11);
    for length in 0..=main.len() {
        let torn = main.get(..length).unwrap().to_vec();
        if let Ok(database) = Database::from_bytes(torn, Some(log.clone())) {
            rows(&database, &question);
        }
    }
    // What SQLite's own program says for the log with so many whole pages.
    let judged = [10, 9, 8, 8, 9, 10, 11, 11, 11, 11];
    for length in 0..=log.len() {
        let torn = log.get(..length).unwrap().to_vec();
        let found = count(Some(torn));
        let frames = length.saturating_sub(32) / (24 + 1_024);
        assert_eq!(Some(&found), judged.get(frames), "log of {length} bytes");
    }
    for at in 0..main.len() + log.len() {
        let (mut main, mut log) = (main.clone(), log.clone());
        match at.checked_sub(main.len()) {
            None => *main.get_mut(at).unwrap() ^= 0xff,
            Some(at) => *log.get_mut(at).unwrap() ^= 0xff,
        }
        if let Ok(database) = Database::from_bytes(main, Some(log)) {
            rows(&database, &question);
        }
    }
}

#[test]
fn a_large_database_is_read_where_it_lies_and_left_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let (main, _) = made(folder.path());
    let place = folder.path().join("with space?&#%41.db");
    std::fs::write(&place, &main).unwrap();
    let database = Database::open(&place).unwrap();
    assert_eq!(rows(&database, "SELECT * FROM t"), (50, Vec::new()));
    let columns = database.columns("t").unwrap();
    assert_eq!(columns, ["x", "y"].map(str::to_owned).into());
    assert!(database.columns("none \" here").unwrap().is_empty());
    drop(database);
    assert_eq!(std::fs::read(&place).unwrap(), main);
    for beside in std::fs::read_dir(folder.path()).unwrap() {
        let name = beside.unwrap().file_name().into_string().unwrap();
        assert!(
            !name.starts_with("with space") || name.ends_with(".db"),
            "{name}"
        );
    }
    assert!(Database::open(&folder.path().join("absent.db")).is_err());
}

/// A schema that wants to be run, and a question without an end.
#[test]
fn nothing_is_run_or_written_and_work_has_an_end() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hostile.db");
    let writer = Connection::open(&path).unwrap();
    writer
        .execute_batch(
            "CREATE TABLE t(x); INSERT INTO t VALUES (1); CREATE VIEW v AS SELECT x FROM t;",
        )
        .unwrap();
    drop(writer);
    let database = Database::from_bytes(std::fs::read(&path).unwrap(), None).unwrap();
    let refused = |question: &str| {
        let (count, skipped) = rows(&database, question);
        assert_eq!(count, 0, "{question}");
        skipped.into_iter().next().unwrap().reason
    };
    refused("SELECT * FROM v");
    refused("INSERT INTO t VALUES (2) RETURNING x");
    refused("ATTACH 'other.db' AS other");
    refused("SELECT * FROM absent");
    assert_eq!(
        refused(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
        ),
        Reason::TooMany {
            limit: DATABASE_STEPS
        }
    );
    assert_eq!(rows(&database, "SELECT * FROM t"), (1, Vec::new()));
}
