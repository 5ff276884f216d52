//! `dumpsys dbinfo`: apps whose process had a database open, by the path of the database.
//!
//! Form of AOSP's `SQLiteDebug.dump`, Android 4.4 to 16, as in the AndroidQF sample:
//! `** Database info for pid 5748 [com.x] **` and `Connection pool for /data/user/0/com.x/databases/a:`. Statements
//! (`sql=`, `path=`) are the apps' own content and are not kept. The name in brackets is a process, which an app
//! may name as it likes; the path's folder is the package.

use std::collections::BTreeSet;

use super::Section;
use super::course::Course;
use super::names::package;
use super::section::Facts;
use crate::snapshot::SurfaceId;

pub(super) struct Databases {
    course: Course,
    seen: BTreeSet<(String, u32)>,
}

impl Databases {
    pub(super) fn new() -> Self {
        Self {
            course: Course::new(SurfaceId::RemovedApps),
            seen: BTreeSet::new(),
        }
    }
}

impl Section for Databases {
    fn line(&mut self, number: u64, line: &str, facts: &mut Facts<'_>) {
        if !self.course.passes(number, line) {
            return;
        }
        if line.starts_with("Applications Database Info") || line.starts_with("** Database info") {
            self.course.known();
        }
        let Some(path) = line.trim_start().strip_prefix("Connection pool for ") else {
            return;
        };
        if let Some((app, user)) = owner(path)
            && self.seen.insert((app.to_owned(), user))
        {
            facts.app(app, Some(user), number);
            self.course.record();
        }
    }

    fn end(&mut self, _cut: bool, facts: &mut Facts<'_>) {
        self.course.end(facts);
    }
}

/// The app and the user whose folder a path lies in: `/data/user/10/com.x/...`, `/data/user_de/0/com.x/...`,
/// `/data/data/com.x/...`.
fn owner(path: &str) -> Option<(&str, u32)> {
    let mut parts = path.strip_prefix("/data/")?.split('/');
    let user = match parts.next()? {
        "user" | "user_de" => parts.next()?.parse().ok()?,
        "data" => 0,
        _ => return None,
    };
    Some((package(parts.next()?)?, user))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fed::{fed, real};

    const MADE: &str = "\
Applications Database Info:

** Database info for pid 5748 [anything at all] **

Connection pool for /data/user/0/com.example.a/databases/one:
  Open: true
        0: [2026-07-27 12:21:44.458] execute took 1ms - succeeded, sql=\"PRAGMA x;\", path=/data/user/0/com.example.a/databases/one
Connection pool for /data/user_de/10/com.example.b/databases/two:
Connection pool for /data/data/com.example.c/databases/three:
Connection pool for /storage/emulated/0/own.db:
Connection pool for :memory::
";

    #[test]
    fn apps_with_open_databases_were_seen() {
        insta::assert_snapshot!(fed("dbinfo", MADE));
    }

    #[test]
    fn the_real_dump_has_one_app() {
        if let Some(told) = real("dbinfo") {
            assert!(
                told.ends_with("(user 0, Seen)\nread removed_apps: 1\n"),
                "{told}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_lines_are_read_without_a_panic(
            lines in proptest::collection::vec(
                prop_oneof!["\\PC{0,60}", "Connection pool for /data/(user/)?[0-9a-z./]{0,20}"],
                0..8,
            ),
        ) {
            fed("dbinfo", &lines.join("\n"));
        }
    }
}
