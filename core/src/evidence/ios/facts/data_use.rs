//! `DataUsage.sqlite`: which programs sent and received over the network, first and last, and how much.
//!
//! `ZPROCESS` has one row for each program and app (`mDNSResponder/com.example.app`), `ZLIVEUSAGE` the bytes of
//! each. Rows stay when an app is gone. Times are seconds since 2001, bytes are stored as real numbers.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{column, is_bundle, mac_moment, malformed, named};
use crate::evidence::parsed::Place;
use crate::evidence::sqlite::Database;
use crate::snapshot::{App, DataUse, Moment, Observed, Provenance, Reason};

/// What the tables tell.
#[derive(Debug, Default)]
pub(in crate::evidence::ios) struct Told {
    /// Every bundle that they name. Sorted.
    pub(in crate::evidence::ios) apps: Vec<App>,
    /// Rows read, of both tables.
    pub(in crate::evidence::ios) records: u64,
}

/// Apple's own names for kinds of traffic (`com.apple.datausage.dns`): no app has one.
const KINDS_OF_TRAFFIC: &str = "com.apple.datausage.";

/// Reads both tables.
///
/// # Errors
/// [`Reason::Malformed`] where there is no list of programs.
pub(in crate::evidence::ios) fn read(
    database: &Database,
    place: &mut Place<'_>,
) -> Result<Told, Reason> {
    let columns = database.columns("ZPROCESS")?;
    if !columns.contains("ZPROCNAME") && !columns.contains("ZBUNDLENAME") {
        return Err(malformed("it has no table `ZPROCESS` with names"));
    }
    let or_null = |name: &'static str| if columns.contains(name) { name } else { "NULL" };
    let sql = format!(
        "SELECT {}, {}, {}, {}, {} FROM ZPROCESS",
        or_null("Z_PK"),
        or_null("ZPROCNAME"),
        or_null("ZBUNDLENAME"),
        or_null("ZFIRSTTIMESTAMP"),
        or_null("ZTIMESTAMP"),
    );
    let input = Arc::clone(place.input());
    // Which app each row is of; none for a program of the system.
    let mut owners: BTreeMap<i64, Option<String>> = BTreeMap::new();
    let mut apps: BTreeMap<String, App> = BTreeMap::new();
    let every = |index: u64, row: &rusqlite::Row<'_>| {
        let key = column::<i64>(row, 0, "Z_PK")?;
        let name = column::<String>(row, 1, "ZPROCNAME")?;
        let bundle = column::<String>(row, 2, "ZBUNDLENAME")?;
        if name.is_none() && bundle.is_none() {
            return Err(malformed("it names nothing"));
        }
        let first = mac_moment(column(row, 3, "ZFIRSTTIMESTAMP")?);
        let last = mac_moment(column(row, 4, "ZTIMESTAMP")?);
        // Some rows have the bundle behind the program's name only.
        let behind = || {
            let (_, behind) = name.as_deref()?.split_once('/')?;
            is_bundle(behind).then(|| behind.to_owned())
        };
        let id = bundle.filter(|id| !id.is_empty()).or_else(behind);
        let id = id.filter(|id| !id.starts_with(KINDS_OF_TRAFFIC));
        if let Some(id) = &id {
            let at = || Provenance::new(&input, format!("ZPROCESS[{index}]"));
            let app = named(&mut apps, id, at);
            let empty = || Observed::new(UNUSED, at());
            let used = &mut app.data_use.get_or_insert_with(empty).value;
            used.first = earlier(used.first, first);
            used.last = used.last.max(last);
        }
        if let Some(key) = key {
            owners.insert(key, id);
        }
        Ok(())
    };
    let mut records = database.each(&sql, &[], every, place, "ZPROCESS");
    records += bytes(database, &owners, &mut apps, place)?;
    Ok(Told {
        apps: apps.into_values().collect(),
        records,
    })
}

const UNUSED: DataUse = DataUse {
    first: None,
    last: None,
    received: None,
    sent: None,
};

/// Adds the bytes of each app. A phone that keeps none has no such table.
fn bytes(
    database: &Database,
    owners: &BTreeMap<i64, Option<String>>,
    apps: &mut BTreeMap<String, App>,
    place: &mut Place<'_>,
) -> Result<u64, Reason> {
    let columns = database.columns("ZLIVEUSAGE")?;
    if !columns.contains("ZHASPROCESS") {
        return Ok(0);
    }
    let whole = |name: &str| {
        if columns.contains(name) {
            format!("CAST({name} AS INTEGER)")
        } else {
            "NULL".to_owned()
        }
    };
    let sql = format!(
        "SELECT ZHASPROCESS, {}, {}, {}, {} FROM ZLIVEUSAGE",
        whole("ZWIFIIN"),
        whole("ZWWANIN"),
        whole("ZWIFIOUT"),
        whole("ZWWANOUT"),
    );
    let every = |_: u64, row: &rusqlite::Row<'_>| {
        let key = column::<i64>(row, 0, "ZHASPROCESS")?;
        // The row of a program is deleted with the program; what it sent stays.
        let owner = key.and_then(|key| owners.get(&key));
        let owner = owner.ok_or_else(|| malformed("its program is not in the list"))?;
        let received = sum(column(row, 1, "ZWIFIIN")?, column(row, 2, "ZWWANIN")?);
        let sent = sum(column(row, 3, "ZWIFIOUT")?, column(row, 4, "ZWWANOUT")?);
        let app = owner.as_ref().and_then(|id| apps.get_mut(id));
        if let Some(used) = app.and_then(|app| app.data_use.as_mut()) {
            used.value.received = added(used.value.received, received);
            used.value.sent = added(used.value.sent, sent);
        }
        Ok(())
    };
    Ok(database.each(&sql, &[], every, place, "ZLIVEUSAGE"))
}

fn earlier(one: Option<Moment>, other: Option<Moment>) -> Option<Moment> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// Bytes over Wi-Fi and over the mobile network. A negative number is no count.
fn sum(one: Option<i64>, other: Option<i64>) -> Option<u64> {
    let count = |number: Option<i64>| number.and_then(|number| u64::try_from(number).ok());
    added(count(one), count(other))
}

/// The sum of what is known.
pub(super) fn added(one: Option<u64>, other: Option<u64>) -> Option<u64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.saturating_add(other)),
        (one, other) => one.or(other),
    }
}
