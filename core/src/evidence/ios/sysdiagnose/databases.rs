//! Databases of the store (`appstored.sqlitedb`, `AppUpdates.sqlitedb`, `downloads.*.sqlitedb`): apps that they
//! name.
//!
//! Their tables change with every system, so each table with a column of bundle identifiers is asked for that
//! column, and for nothing else: accounts, purchases and addresses stand beside it. A name here says that the
//! phone's store dealt with the app once, not that it is there.

use super::lists::{Names, is_bundle};
use crate::evidence::json::malformed;
use crate::evidence::parsed::Place;
use crate::evidence::sqlite::Database;
use crate::limits::SYSDIAGNOSE_NAMES;
use crate::snapshot::Reason;

/// Columns that hold the identifier of an app, as the three databases name them.
const COLUMNS: [&str; 5] = [
    "bundle_id",
    "bundleID",
    "bundle_identifier",
    "software_bundle_id",
    "client_bundle_id",
];

/// Tables that are asked. Real databases have some 40.
const TABLES: usize = 500;

/// Every app that the database names, each with the first place, and how many rows were read.
pub(super) fn apps(database: &Database, place: &mut Place<'_>) -> (Names, u64) {
    let mut tables: Vec<String> = Vec::new();
    let question = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
    let name = |_, row: &rusqlite::Row<'_>| {
        let name: String = row
            .get(0)
            .map_err(|_| malformed("not the name of a table"))?;
        if tables.len() >= TABLES {
            let limit = TABLES as u64;
            return Err(Reason::TooMany { limit });
        }
        tables.push(name);
        Ok(())
    };
    database.each(question, &[], name, place, "sqlite_schema");
    let mut found = Names::new();
    let mut rows = 0;
    for table in tables {
        let columns = match database.columns(&table) {
            Ok(columns) => columns,
            Err(reason) => {
                place.skip(&table, reason);
                continue;
            }
        };
        for column in COLUMNS
            .into_iter()
            .filter(|column| columns.contains(*column))
        {
            let quoted = table.replace('"', "\"\"");
            let question = format!("SELECT \"{column}\" FROM \"{quoted}\"");
            let input = std::sync::Arc::clone(place.input());
            let read = |index, row: &rusqlite::Row<'_>| {
                let id: Option<String> = row
                    .get(0)
                    .map_err(|_| malformed("the identifier of an app is not a text"))?;
                let Some(id) = id.filter(|id| is_bundle(id)) else {
                    // Music and books have none.
                    return Ok(());
                };
                if found.len() >= SYSDIAGNOSE_NAMES {
                    let limit = SYSDIAGNOSE_NAMES as u64;
                    return Err(Reason::TooMany { limit });
                }
                found.entry(id).or_insert_with(|| {
                    crate::snapshot::Provenance::new(&input, format!("{table}[{index}]"))
                });
                Ok(())
            };
            rows += database.each(&question, &[], read, place, &table);
        }
    }
    (found, rows)
}
