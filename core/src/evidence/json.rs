//! JSON lists, one record at a time.
//!
//! AndroidQF writes arrays (indented for packages, one line for files); Bugbane and old builds write one
//! object per line. Both are cut into records by counting brackets outside of strings, so that a record
//! which is not JSON at all costs only itself: the next one starts where its line is indented like the
//! first one. Records are small; the list may have any length.

use std::io::Read;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::limits::{JSON_RECORD_BYTES, RECORDS};
use crate::snapshot::Reason;

/// The records of one list.
pub(super) struct Records<'r> {
    source: &'r mut dyn Read,
    buffer: Vec<u8>,
    /// How much of the buffer is filled.
    filled: usize,
    /// Where the scan stands in it.
    at: usize,
    /// What must not be dropped yet starts here.
    keep: usize,
    form: Form,
    /// What stands before a record on its line, where records have lines of their own.
    indent: Option<Vec<u8>>,
    index: u64,
    ended: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Unknown,
    Array,
    Lines,
}

/// Read at once: large enough that calls cost nothing, small enough to stay in the cache.
const CHUNK: usize = 256 << 10;

impl<'r> Records<'r> {
    pub(super) fn new(source: &'r mut dyn Read) -> Self {
        Self {
            source,
            buffer: vec![0; CHUNK],
            filled: 0,
            at: 0,
            keep: 0,
            form: Form::Unknown,
            indent: None,
            index: 0,
            ended: false,
        }
    }

    /// The next record's place in the list and its bytes, or why it could not be cut out. The bytes need
    /// not be JSON.
    pub(super) fn next(&mut self) -> Option<(u64, Result<&[u8], Reason>)> {
        if self.ended {
            return None;
        }
        if self.form == Form::Unknown {
            match self.open() {
                Ok(true) => {}
                Ok(false) => return self.end(None),
                Err(cause) => return self.end(Some(cause)),
            }
        }
        if !self.skip_separators() {
            // An array says where it ends; lines do not.
            let cut = self.form == Form::Array;
            return self.end(cut.then_some("the list ends without its closing bracket"));
        }
        if self.peek() == Some(b']') && self.form == Form::Array {
            self.at += 1;
            if !self.skip_separators() {
                return self.end(None);
            }
            return Some((
                self.index,
                Err(malformed("a closing bracket inside the list")),
            ));
        }
        if self.index >= RECORDS {
            self.ended = true;
            return Some((self.index, Err(Reason::TooMany { limit: RECORDS })));
        }
        let index = self.index;
        self.index += 1;
        let record = self.record();
        let bytes = match record {
            Ok((from, to)) => Ok(self.buffer.get(from..to).unwrap_or_default()),
            Err(reason) => Err(reason),
        };
        Some((index, bytes))
    }

    fn end(&mut self, cause: Option<&str>) -> Option<(u64, Result<&[u8], Reason>)> {
        self.ended = true;
        cause.map(|cause| (self.index, Err(malformed(cause))))
    }

    /// Finds out the list's form. False for an empty list: Go writes `null` for it.
    fn open(&mut self) -> Result<bool, &'static str> {
        // Tools on Windows put a byte order mark before the text.
        if self.ahead(3) == Some(&[0xef, 0xbb, 0xbf]) {
            self.at += 3;
        }
        if !self.skip_separators() {
            return Err("the file is empty");
        }
        match self.peek() {
            Some(b'[') => {
                self.at += 1;
                self.form = Form::Array;
                Ok(true)
            }
            Some(b'{') => {
                self.form = Form::Lines;
                self.indent = Some(Vec::new());
                Ok(true)
            }
            _ if self.ahead(4) == Some(b"null") => Ok(false),
            _ => Err("not a list in JSON"),
        }
    }

    /// Moves to the next thing that is neither space nor comma. False at the end of the file.
    fn skip_separators(&mut self) -> bool {
        loop {
            self.keep = self.at;
            match self.peek() {
                Some(b' ' | b'\t' | b'\r' | b'\n' | b',') => self.at += 1,
                Some(_) => return true,
                None => return false,
            }
        }
    }

    /// Cuts out the record that starts here: where it begins and ends in the buffer.
    fn record(&mut self) -> Result<(usize, usize), Reason> {
        if self.index == 1 && self.form == Form::Array {
            self.indent = self.own_indent();
        }
        self.keep = self.at;
        let mut depth = 0usize;
        let mut in_string = false;
        let mut too_large = false;
        loop {
            if self.at - self.keep > JSON_RECORD_BYTES {
                too_large = true;
                self.keep = self.at;
            }
            if self.at == self.filled && !self.fill() {
                if depth == 0 && !in_string && !too_large {
                    return Ok((self.keep, self.at));
                }
                self.ended = true;
                return Err(malformed("the file ends inside this record"));
            }
            let window = self.buffer.get(self.at..self.filled).unwrap_or_default();
            if in_string {
                let Some(step) = window
                    .iter()
                    .position(|byte| matches!(byte, b'"' | b'\\' | b'\n'))
                else {
                    self.at = self.filled;
                    continue;
                };
                self.at += step;
                match window.get(step) {
                    Some(b'\\') => {
                        self.at += 1;
                        // The escaped byte may be in the next chunk. A line break cannot be escaped.
                        if self.peek().is_some_and(|escaped| escaped != b'\n') {
                            self.at += 1;
                        }
                    }
                    // JSON has no line breaks inside strings: this one was never closed.
                    Some(b'\n') => in_string = false,
                    _ => {
                        self.at += 1;
                        in_string = false;
                    }
                }
                continue;
            }
            let Some(step) = window
                .iter()
                .position(|byte| matches!(byte, b'"' | b'{' | b'[' | b'}' | b']' | b',' | b'\n'))
            else {
                self.at = self.filled;
                continue;
            };
            let found = window.get(step).copied();
            self.at += step;
            match found {
                Some(b'"') => in_string = true,
                Some(b'{' | b'[') => depth += 1,
                Some(b'}' | b']') if depth > 1 => depth -= 1,
                Some(b'}' | b']') => {
                    // The list's own bracket is not part of a record; a stray one is one byte of it.
                    let own = depth == 1 || self.at == self.keep;
                    self.at += usize::from(own);
                    return self.cut(too_large);
                }
                Some(b',') if depth == 0 => return self.cut(too_large),
                Some(b'\n') if self.at > self.keep && self.next_line_starts_a_record() => {
                    return self.cut(too_large);
                }
                _ => {}
            }
            self.at += 1;
        }
    }

    fn cut(&self, too_large: bool) -> Result<(usize, usize), Reason> {
        if too_large {
            return Err(Reason::TooLarge {
                limit: JSON_RECORD_BYTES as u64,
            });
        }
        Ok((self.keep, self.at))
    }

    /// The spaces before the first record, if it stands on a line of its own.
    fn own_indent(&self) -> Option<Vec<u8>> {
        let before = self.buffer.get(..self.at)?;
        let line = before.rsplit(|byte| *byte == b'\n').next()?;
        let blank = !line.is_empty() && line.iter().all(|byte| matches!(byte, b' ' | b'\t'));
        blank.then(|| line.to_vec())
    }

    /// Whether the line after this line break opens an object at the place where records do. Inside a
    /// whole record that cannot be: what is in it is indented further.
    fn next_line_starts_a_record(&mut self) -> bool {
        let Some(indent) = self.indent.take() else {
            return false;
        };
        let mut wanted = vec![b'\n'];
        wanted.extend_from_slice(&indent);
        wanted.push(b'{');
        let starts = self.ahead(wanted.len()) == Some(&wanted);
        self.indent = Some(indent);
        starts
    }

    fn peek(&mut self) -> Option<u8> {
        self.ahead(1).and_then(|bytes| bytes.first().copied())
    }

    fn ahead(&mut self, count: usize) -> Option<&[u8]> {
        while self.filled - self.at < count {
            if !self.fill() {
                return None;
            }
        }
        self.buffer.get(self.at..self.at + count)
    }

    /// Reads more behind what is kept. False at the end; an error ends the list too, and the container
    /// tells which it was.
    fn fill(&mut self) -> bool {
        if self.keep > 0 && self.filled == self.buffer.len() {
            self.buffer.copy_within(self.keep..self.filled, 0);
            self.at -= self.keep;
            self.filled -= self.keep;
            self.keep = 0;
        }
        if self.filled == self.buffer.len() {
            self.buffer.resize(self.filled + CHUNK, 0);
        }
        loop {
            let free = self.buffer.get_mut(self.filled..).unwrap_or_default();
            match self.source.read(free) {
                Ok(count) => {
                    self.filled += count;
                    return count > 0;
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(_) => return false,
            }
        }
    }
}

/// Reads one field by itself, so that a field of the wrong kind costs only itself.
pub(super) fn field<'a, T: Deserialize<'a>>(
    raw: Option<&'a RawValue>,
) -> Result<Option<T>, Reason> {
    let Some(raw) = raw else { return Ok(None) };
    serde_json::from_str(raw.get()).map_err(not_json)
}

/// What the parser says about a record that it cannot read.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the shape that map_err wants"
)]
pub(super) fn not_json(error: serde_json::Error) -> Reason {
    Reason::Malformed {
        cause: error.to_string(),
    }
}

/// Content that is not what it should be.
pub(super) fn malformed(cause: &str) -> Reason {
    Reason::Malformed {
        cause: cause.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut(text: &[u8]) -> Vec<(u64, Result<String, Reason>)> {
        let mut source = text;
        let mut records = Records::new(&mut source);
        let mut cut = Vec::new();
        while let Some((index, bytes)) = records.next() {
            let bytes = bytes.map(|bytes| String::from_utf8_lossy(bytes).into_owned());
            cut.push((index, bytes));
        }
        cut
    }

    fn whole(text: &[u8]) -> Vec<String> {
        cut(text)
            .into_iter()
            .map(|(_, bytes)| bytes.unwrap())
            .collect()
    }

    #[test]
    fn arrays_and_lines_are_cut_into_records() {
        assert_eq!(
            whole(br#"[{"a":"}"},{"b":[1,{}]}]"#),
            [r#"{"a":"}"}"#, r#"{"b":[1,{}]}"#]
        );
        assert_eq!(
            whole(b"{\"a\":1}\n{\"b\":2}\n"),
            [r#"{"a":1}"#, r#"{"b":2}"#]
        );
        assert_eq!(
            whole(b"[\n  \"x\\\"y\",\n  \"z\"\n]\n"),
            [r#""x\"y""#, "\"z\"\n"]
        );
        assert!(whole(b"[]").is_empty());
        assert!(whole(b" null\n").is_empty());
    }

    #[test]
    fn a_list_that_is_cut_short_says_so() {
        let cut = cut(br#"[{"a":1},{"b":"#);
        assert_eq!(cut.len(), 2);
        assert!(cut[0].1.is_ok());
        assert!(cut[1].1.is_err());
    }

    #[test]
    fn what_is_not_a_list_is_one_broken_record() {
        for text in [&b""[..], b"hello", b"<html>"] {
            let cut = cut(text);
            assert_eq!(cut.len(), 1);
            assert!(cut[0].1.is_err(), "{cut:?}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_cut_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
            cut(&bytes);
        }

        #[test]
        fn one_record_of_any_bytes_never_loses_the_others(
            bad in "[ -~]{0,60}", before in 1usize..4, after in 1usize..4,
        ) {
            let good = |n: usize| format!("    {{\n        \"n\": {n},\n        \"s\": \"a b\"\n    }}");
            let mut list: Vec<String> = (0..before).map(good).collect();
            list.push(format!("    {{\n        \"bad\": {bad}\n    }}"));
            list.extend((before..before + after).map(good));
            let text = format!("[\n{}\n]\n", list.join(",\n"));
            let numbers: Vec<u64> = cut(text.as_bytes())
                .into_iter()
                .filter_map(|(_, bytes)| serde_json::from_str::<serde_json::Value>(&bytes.ok()?).ok())
                .filter_map(|value| value.get("n")?.as_u64())
                .collect();
            let wanted: Vec<u64> = (0..(before + after) as u64).collect();
            prop_assert_eq!(numbers, wanted);
        }
    }
}
