//! `files.json`: names of files on the phone, up to 400,000, and the apps that folders are named after.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Read;

use serde::Deserialize;

use super::super::json::{Records, malformed, not_json};
use super::super::parsed::{Parsed, Place};
use crate::limits::RECORDS;
use crate::snapshot::{FileListing, Reason};

/// What the list gave.
#[derive(Debug, Default)]
pub(super) struct Files {
    pub(super) listing: FileListing,
    /// Packages that folders are named after, each with the first record that shows it.
    pub(super) traces: BTreeMap<String, u64>,
}

/// What is kept of a row. The other fields (owner, times, context) are not looked at.
#[derive(Deserialize)]
struct Row<'a> {
    #[serde(borrow)]
    path: Cow<'a, str>,
    #[serde(borrow, default)]
    sha256: Option<Cow<'a, str>>,
    /// `drwx...` for a folder; empty where `find` made the list.
    #[serde(borrow, default)]
    mode: Option<Cow<'a, str>>,
}

pub(super) fn parse(mut place: Place<'_>, source: &mut dyn Read) -> Parsed<Files> {
    let mut files = Files::default();
    let mut records = Records::new(source);
    while !place.stops() {
        let Some((index, bytes)) = records.next() else {
            break;
        };
        let row: Result<Row<'_>, Reason> =
            bytes.and_then(|bytes| serde_json::from_slice(bytes).map_err(not_json));
        let row = match row {
            Ok(row) if !row.path.is_empty() => row,
            Ok(_) => {
                place.skip(&format!("[{index}]"), malformed("it has no path"));
                continue;
            }
            Err(reason) => {
                place.skip(&format!("[{index}]"), reason);
                continue;
            }
        };
        let stated = row.sha256.filter(|sha256| !sha256.is_empty());
        let sha256 = match stated.map(|sha256| sha256.parse()).transpose() {
            Ok(sha256) => sha256,
            Err(error) => {
                let cause = format!("{error}");
                place.skip(&format!("[{index}].sha256"), Reason::Malformed { cause });
                None
            }
        };
        let number = u32::try_from(index).ok();
        let kept = number
            .is_some_and(|number| files.listing.push(place.input(), number, &row.path, sha256));
        if !kept {
            place.stop(Reason::TooMany { limit: RECORDS });
            break;
        }
        let folder = row.mode.is_some_and(|mode| mode.starts_with('d'));
        if let Some(package) = package_of(&row.path, folder)
            && !files.traces.contains_key(package)
        {
            files.traces.insert(package.to_owned(), index);
        }
    }
    let count = files.listing.len() as u64;
    place.finish(files, count)
}

/// The package whose folder a path lies in: `/sdcard/Android/data/<package>/`, also `obb` and `media`;
/// `/data/data/<package>/`, `/data/user/<n>/<package>/`, `/data/app/.../<package>-<random>/`.
fn package_of(path: &str, folder: bool) -> Option<&str> {
    let part = |rest: &'_ str| -> Option<usize> {
        match rest.find('/') {
            Some(end) => Some(end),
            None => folder.then_some(rest.len()),
        }
    };
    let named = |rest: &'_ str| -> Option<usize> {
        let end = part(rest)?;
        is_package(rest.get(..end)?).then_some(end)
    };
    let within = |rest: &'static str| path.strip_prefix(rest);
    if let Some(rest) = within("/data/app/") {
        return installed_in(rest, folder);
    }
    let rest = within("/data/data/")
        .or_else(|| {
            let rest = within("/data/user/").or_else(|| within("/data/user_de/"))?;
            rest.split_once('/').map(|(_, rest)| rest)
        })
        .or_else(|| {
            // Storage is mounted in several places: /sdcard, /storage/emulated/0, /mnt/...
            let (_, rest) = path.split_once("/Android/")?;
            ["data/", "obb/", "media/"]
                .into_iter()
                .find_map(|kind| rest.strip_prefix(kind))
        })?;
    let end = named(rest)?;
    rest.get(..end)
}

/// `com.x-1/base.apk`, and since Android 11 `~~random==/com.x-random==/base.apk`.
fn installed_in(rest: &str, folder: bool) -> Option<&str> {
    let mut parts = rest.split('/');
    let mut part = parts.next()?;
    if part.starts_with("~~") {
        part = parts.next()?;
    }
    if parts.next().is_none() && !folder {
        return None;
    }
    // A random part can hold a dash too; a package cannot.
    let (package, _) = part.split_once('-')?;
    is_package(package).then_some(package)
}

/// Android's rule for package names: two parts or more, each a letter, then letters, digits, `_`.
fn is_package(name: &str) -> bool {
    name.len() <= 255
        && name.contains('.')
        && name.split('.').all(|part| {
            part.bytes()
                .next()
                .is_some_and(|first| first.is_ascii_alphabetic())
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::evidence::Unwatched;

    fn read(mut text: &[u8]) -> Parsed<Files> {
        let input: Arc<str> = "phone/files.json".into();
        parse(Place::new(&input, &Unwatched), &mut text)
    }

    #[test]
    fn folders_show_the_app_that_they_are_named_after() {
        for (path, folder, package) in [
            (
                "/sdcard/Android/data/com.example.app/files/x",
                false,
                Some("com.example.app"),
            ),
            (
                "/storage/emulated/0/Android/obb/com.example.app/main.obb",
                false,
                Some("com.example.app"),
            ),
            (
                "/sdcard/Android/media/com.example.app",
                true,
                Some("com.example.app"),
            ),
            ("/sdcard/Android/data/notes.txt", false, None),
            ("/sdcard/Android/data/.nomedia", false, None),
            (
                "/data/data/com.example.app/databases/a.db",
                false,
                Some("com.example.app"),
            ),
            (
                "/data/user/10/com.example.app/cache",
                true,
                Some("com.example.app"),
            ),
            ("/data/user/10/com.example.app", false, None),
            (
                "/data/app/~~ab-c==/com.example.app-d-e==/base.apk",
                false,
                Some("com.example.app"),
            ),
            (
                "/data/app/com.example.app-1/base.apk",
                false,
                Some("com.example.app"),
            ),
            ("/data/app/vmdl1.tmp/base.apk", false, None),
            ("/sdcard/DCIM/a.b/c", false, None),
        ] {
            assert_eq!(package_of(path, folder), package, "{path}");
        }
    }

    #[test]
    fn arrays_and_lines_give_the_same_rows() {
        let digest = "ab".repeat(32);
        let rows = [
            r#"{"path":"/sdcard/a\u202eb","size":1,"mode":"-rw-rw----","sha256":""}"#.to_owned(),
            format!(r#"{{"path":"/sdcard/Android/data/com.example.app/x","sha256":"{digest}"}}"#),
            r#"{"path":5}"#.to_owned(),
            r#"{"path":"/last"}"#.to_owned(),
        ];
        let array = read(format!("[{}]", rows.join(",")).as_bytes());
        let lines = read(rows.join("\n").as_bytes());
        assert_eq!(array.value.listing, lines.value.listing);
        assert_eq!(array.records, 3);
        assert_eq!(array.skipped.len(), 1);
        assert_eq!(array.skipped[0].record, "phone/files.json [2]");
        let paths: Vec<_> = array.value.listing.iter().map(|file| file.path).collect();
        assert_eq!(paths[0], "/sdcard/a\u{202e}b");
        assert_eq!(
            array.value.traces,
            BTreeMap::from([("com.example.app".to_owned(), 1)])
        );
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
            read(&bytes);
        }

        #[test]
        fn any_path_is_looked_at_without_a_panic(path in "(/data/app/|/data/user/|/Android/data/|)\\PC{0,60}") {
            package_of(&path, true);
            package_of(&path, false);
        }
    }
}
