//! What an acquisition says of itself: `acquisition.json`, `package_users.json`, `hashes.csv`.

use std::io::Read;

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::super::json::{field, not_json};
use super::super::parsed::{Parsed, Place};
use crate::digest::Sha256;
use crate::limits::RECORDS;
use crate::snapshot::{Acquisition, Reason};

#[derive(Deserialize)]
struct About<'a> {
    #[serde(borrow)]
    uuid: Option<&'a RawValue>,
    #[serde(borrow)]
    androidqf_version: Option<&'a RawValue>,
    #[serde(borrow)]
    started: Option<&'a RawValue>,
    #[serde(borrow)]
    completed: Option<&'a RawValue>,
}

/// `acquisition.json`.
pub(super) fn acquisition(
    mut place: Place<'_>,
    source: &mut dyn Read,
) -> Parsed<Option<Acquisition>> {
    let text = text(source);
    let about: About<'_> = match serde_json::from_str(&text) {
        Ok(about) => about,
        Err(error) => {
            place.stop(not_json(error));
            return place.finish(None, 0);
        }
    };
    let mut time = |raw, name: &str| {
        let stated: Option<String> = place.keep(field(raw), || name.to_owned());
        let stated = stated.filter(|time| !time.is_empty())?;
        let read = stated
            .parse::<Timestamp>()
            .map(Some)
            .map_err(|error| Reason::Malformed {
                cause: error.to_string(),
            });
        // Go's zero time stands for one that was never set.
        let read: Option<Timestamp> = place.keep(read, || name.to_owned());
        read.filter(|time| time.as_second() > 0)
    };
    let started = time(about.started, "started");
    let completed = time(about.completed, "completed");
    let version: Option<String> = place.keep(field(about.androidqf_version), || {
        "androidqf_version".to_owned()
    });
    let id: Option<String> = place.keep(field(about.uuid), || "uuid".to_owned());
    let acquisition = Acquisition {
        tool: "androidqf".to_owned(),
        version: version.filter(|version| !version.is_empty()),
        id: id.filter(|id| !id.is_empty()),
        started,
        completed,
    };
    place.finish(Some(acquisition), 1)
}

#[derive(Deserialize)]
struct Users<'a> {
    #[serde(borrow)]
    users: Option<Vec<&'a RawValue>>,
    #[serde(default)]
    enumeration_error: Option<String>,
}

#[derive(Deserialize)]
struct User {
    id: Option<i64>,
    inventory_status: Option<String>,
    error: Option<String>,
}

/// `package_users.json`: whose apps are in the list. Gives the number of users whose apps are.
pub(super) fn users(mut place: Place<'_>, source: &mut dyn Read) -> Parsed<()> {
    let text = text(source);
    let list: Users<'_> = match serde_json::from_str(&text) {
        Ok(list) => list,
        Err(error) => {
            place.stop(not_json(error));
            return place.finish((), 0);
        }
    };
    if let Some(cause) = list.enumeration_error.filter(|error| !error.is_empty()) {
        place.skip("enumeration_error", Reason::Malformed { cause });
    }
    let mut collected = 0;
    for (index, raw) in list.users.unwrap_or_default().into_iter().enumerate() {
        let user: User = match serde_json::from_str(raw.get()) {
            Ok(user) => user,
            Err(error) => {
                place.skip(&format!("users[{index}]"), not_json(error));
                continue;
            }
        };
        let status = user.inventory_status.unwrap_or_default();
        if status == "collected" {
            collected += 1;
            continue;
        }
        let whose = user
            .id
            .map_or_else(|| "of a user".to_owned(), |id| format!("of user {id}"));
        let error = user.error.filter(|error| !error.is_empty());
        let cause = match error {
            Some(error) => format!("the apps {whose}: {status}: {error}"),
            None => format!("the apps {whose}: {status}"),
        };
        place.skip(&format!("users[{index}]"), Reason::Malformed { cause });
        collected += u64::from(status == "partial");
    }
    place.finish((), collected)
}

/// One row of `hashes.csv`: the path as the acquisition saw it, and its SHA-256.
#[derive(Debug)]
pub(super) struct Stated {
    pub(super) path: String,
    pub(super) sha256: Sha256,
}

/// `hashes.csv`: no header, `path,hex`.
pub(super) fn hashes(mut place: Place<'_>, source: &mut dyn Read) -> Parsed<Vec<Stated>> {
    let mut stated = Vec::new();
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(source);
    let mut row = csv::ByteRecord::new();
    let mut number = 0u64;
    while !place.stops() && number < RECORDS {
        number += 1;
        match rows.read_byte_record(&mut row) {
            Ok(true) => {}
            // An error of the reader; the container tells it. There is no other without UTF-8.
            Ok(false) | Err(_) => break,
        }
        let digest = row.get(1).and_then(|hex| std::str::from_utf8(hex).ok());
        match (row.get(0), digest.and_then(|hex| hex.trim().parse().ok())) {
            (Some(path), Some(sha256)) => stated.push(Stated {
                path: String::from_utf8_lossy(path).replace('\\', "/"),
                sha256,
            }),
            _ => place.skip(
                &format!("row {number}"),
                Reason::Malformed {
                    cause: "not a path and a SHA-256".to_owned(),
                },
            ),
        }
    }
    let count = stated.len() as u64;
    place.finish(stated, count)
}

/// All of a small file. The container limits it; what is not UTF-8 will not be JSON either.
fn text(source: &mut dyn Read) -> String {
    let mut bytes = Vec::new();
    let _ = source.read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes);
    text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::evidence::Unwatched;

    #[test]
    fn the_acquisition_says_when_it_was_made() {
        let input: Arc<str> = "phone/acquisition.json".into();
        let mut text = &br#"{"uuid":"u-1","androidqf_version":"v1.8.3","collector":null,
            "started":"2026-08-01T10:00:00.123456789Z","completed":"0001-01-01T00:00:00Z"}"#[..];
        let parsed = acquisition(Place::new(&input, &Unwatched), &mut text);
        let about = parsed.value.unwrap();
        assert_eq!(about.id.as_deref(), Some("u-1"));
        assert_eq!(
            about.started.unwrap().to_string(),
            "2026-08-01T10:00:00.123456789Z"
        );
        assert_eq!(about.completed, None);
    }

    #[test]
    fn a_user_whose_apps_were_not_listed_is_told() {
        let input: Arc<str> = "phone/package_users.json".into();
        let mut text = &br#"{"users":[{"id":0,"name":"Owner","inventory_status":"collected"},
            {"id":10,"inventory_status":"failed","error":"permission denied"}],"enumeration_error":""}"#[..];
        let parsed = users(Place::new(&input, &Unwatched), &mut text);
        assert_eq!(parsed.records, 1);
        assert_eq!(parsed.skipped.len(), 1);
        assert_eq!(
            parsed.skipped[0].record,
            "phone/package_users.json users[1]"
        );
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
            let input: Arc<str> = "phone/x".into();
            acquisition(Place::new(&input, &Unwatched), &mut &bytes[..]);
            users(Place::new(&input, &Unwatched), &mut &bytes[..]);
            hashes(Place::new(&input, &Unwatched), &mut &bytes[..]);
        }
    }
}
