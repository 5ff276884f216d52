//! Running programs: `ps -A` as text, or AndroidQF's collector as JSON. Builds of 2023 and 2024 wrote JSON
//! into `processes.txt`, so the content decides, not the name.

use std::io::{Cursor, Read};

use serde::Deserialize;
use serde_json::value::RawValue;

use super::super::json::{Records, field, malformed, not_json};
use super::super::lines::Lines;
use super::super::parsed::{Parsed, Place};
use crate::snapshot::{Process, Reason};

pub(in crate::evidence::android) fn parse(
    place: Place<'_>,
    source: &mut dyn Read,
) -> Parsed<Vec<Process>> {
    let mut start = [0u8; 64];
    let mut filled = 0;
    while let Some(free) = start.get_mut(filled..)
        && let Ok(count) = source.read(free)
        && count > 0
    {
        filled += count;
    }
    let start = start.get(..filled).unwrap_or_default();
    let first = start.iter().find(|byte| !byte.is_ascii_whitespace());
    let json = matches!(first, Some(b'[' | b'{' | 0xef));
    let mut source = Cursor::new(start).chain(source);
    if json {
        from_json(place, &mut source)
    } else {
        from_text(place, &mut source)
    }
}

#[derive(Clone, Copy, Deserialize)]
struct Record<'a> {
    #[serde(borrow)]
    uid: Option<&'a RawValue>,
    #[serde(borrow)]
    filename: Option<&'a RawValue>,
    #[serde(borrow)]
    command_line: Option<&'a RawValue>,
}

fn from_json(mut place: Place<'_>, source: &mut dyn Read) -> Parsed<Vec<Process>> {
    let mut processes = Vec::new();
    let mut records = Records::new(source);
    while !place.stops() {
        let Some((index, bytes)) = records.next() else {
            break;
        };
        let record = bytes.and_then(|bytes| serde_json::from_slice(bytes).map_err(not_json));
        match record.and_then(|record| process(record, index, &mut place)) {
            Ok(process) => processes.push(process),
            Err(reason) => place.skip(&format!("[{index}]"), reason),
        }
    }
    let count = processes.len() as u64;
    place.finish(processes, count)
}

fn process(record: Record<'_>, index: u64, place: &mut Place<'_>) -> Result<Process, Reason> {
    let command: Option<Vec<String>> = place.keep(field(record.command_line), || {
        format!("[{index}].command_line")
    });
    let filename: Option<String> =
        place.keep(field(record.filename), || format!("[{index}].filename"));
    // An app's process has its package as the first word; `filename` is cut to 15 characters.
    let first = command.into_iter().flatten().next();
    let (name, from) = match (first.filter(|word| !word.is_empty()), filename) {
        (Some(word), _) => (word, "command_line[0]"),
        (None, Some(filename)) if !filename.is_empty() => (filename, "filename"),
        (None, _) => return Err(malformed("it has no name")),
    };
    Ok(Process {
        name,
        user: record.uid.map(|uid| uid.get().trim_matches('"').to_owned()),
        provenance: place.at(format!("[{index}].{from}")),
    })
}

/// `USER PID PPID VSZ RSS WCHAN ADDR S NAME`. WCHAN can be empty, so columns are counted from both ends.
fn from_text(mut place: Place<'_>, source: &mut dyn Read) -> Parsed<Vec<Process>> {
    let mut processes = Vec::new();
    let mut lines = Lines::new(source);
    while !place.stops() {
        let Some((number, line)) = lines.next() else {
            break;
        };
        let at = format!("line {number}");
        let line = match line {
            Ok(line) => line,
            Err(reason) => {
                place.skip(&at, reason);
                continue;
            }
        };
        let mut columns = line.split_whitespace();
        let (user, pid, name) = (columns.next(), columns.next(), columns.next_back());
        match (user, pid, name) {
            (None, ..) | (Some("USER"), Some("PID"), _) => {}
            (Some(user), Some(pid), Some(name)) if pid.parse::<u64>().is_ok() => {
                processes.push(Process {
                    name: name.to_owned(),
                    user: Some(user.to_owned()),
                    provenance: place.at(at),
                });
            }
            _ => place.skip(&at, malformed("not a row of a list of processes")),
        }
    }
    let count = processes.len() as u64;
    place.finish(processes, count)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::evidence::Unwatched;

    fn read(mut text: &[u8]) -> Parsed<Vec<Process>> {
        let input: Arc<str> = "phone/processes.txt".into();
        parse(Place::new(&input, &Unwatched), &mut text)
    }

    fn rows(parsed: &Parsed<Vec<Process>>) -> Vec<(&str, Option<&str>)> {
        let rows = parsed.value.iter();
        rows.map(|row| (row.name.as_str(), row.user.as_deref()))
            .collect()
    }

    #[test]
    fn text_and_json_are_told_apart_by_what_is_in_them() {
        let text = read(
            b"USER           PID  PPID     VSZ    RSS WCHAN            ADDR S NAME\n\
              root             1     0   57912   2084 0                   0 S init\n\
              u0_a123       4711   777 1057912  92084                     0 S com.example.app:remote\n\
              what is this\n",
        );
        assert_eq!(
            rows(&text),
            [
                ("init", Some("root")),
                ("com.example.app:remote", Some("u0_a123"))
            ]
        );
        assert_eq!(text.skipped.len(), 1);
        let json = read(
            br#"[{"pid":1,"uid":10123,"filename":"com.example.app","command_line":["com.example.app:remote",""]},
                {"pid":2,"uid":0,"filename":"init","command_line":null},{"pid":3}]"#,
        );
        assert_eq!(
            rows(&json),
            [
                ("com.example.app:remote", Some("10123")),
                ("init", Some("0"))
            ]
        );
        assert_eq!(json.skipped.len(), 1);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
            read(&bytes);
        }
    }
}
