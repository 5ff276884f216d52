//! Lines of a text file, each with its number, none longer than the limit.

use std::io::{BufRead, BufReader, Read};

use crate::limits::LINE_BYTES;
use crate::snapshot::Reason;

pub(super) struct Lines<'r> {
    source: BufReader<&'r mut dyn Read>,
    number: u64,
}

impl<'r> Lines<'r> {
    pub(super) fn new(source: &'r mut dyn Read) -> Self {
        Self {
            source: BufReader::with_capacity(64 << 10, source),
            number: 0,
        }
    }

    /// The next line's number, from 1, and its text without the line break. What is not UTF-8 is shown
    /// as U+FFFD. An error of the reader ends the lines; the container tells it.
    pub(super) fn next(&mut self) -> Option<(u64, Result<String, Reason>)> {
        let mut line = Vec::new();
        let mut too_large = false;
        while let Ok(window) = self.source.fill_buf() {
            if window.is_empty() {
                break;
            }
            let end = window.iter().position(|byte| *byte == b'\n');
            let count = end.map_or(window.len(), |end| end + 1);
            if line.len() + count > LINE_BYTES {
                too_large = true;
                line.clear();
            }
            if !too_large {
                line.extend_from_slice(window.get(..count).unwrap_or_default());
            }
            self.source.consume(count);
            if end.is_some() {
                // Also an empty line has its line break.
                if too_large {
                    break;
                }
                return Some(self.line(&line));
            }
        }
        if too_large {
            self.number += 1;
            let limit = LINE_BYTES as u64;
            return Some((self.number, Err(Reason::TooLarge { limit })));
        }
        (!line.is_empty()).then(|| self.line(&line))
    }

    fn line(&mut self, line: &[u8]) -> (u64, Result<String, Reason>) {
        self.number += 1;
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        // A console on Windows adds one.
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        (self.number, Ok(String::from_utf8_lossy(line).into_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_numbered_and_a_long_one_costs_only_itself() {
        let mut text = b"one\r\n\n".to_vec();
        text.extend(std::iter::repeat_n(b'x', LINE_BYTES + 1));
        text.extend_from_slice(b"\nlast");
        let mut source = &text[..];
        let mut lines = Lines::new(&mut source);
        assert_eq!(lines.next(), Some((1, Ok("one".to_owned()))));
        assert_eq!(lines.next(), Some((2, Ok(String::new()))));
        let limit = LINE_BYTES as u64;
        assert_eq!(lines.next(), Some((3, Err(Reason::TooLarge { limit }))));
        assert_eq!(lines.next(), Some((4, Ok("last".to_owned()))));
        assert_eq!(lines.next(), None);
    }
}
