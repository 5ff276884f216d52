//! Property lists, binary (`bplist00`) and XML, in bounded memory and without recursion.
//!
//! In come bytes; out comes a [`Plist`]: all objects in one table, containers as lists of indices into it. An
//! object that is named a thousand times stands there once, so a small file cannot grow (the `plist` crate
//! copies it each time: 435 bytes end that process), and one that names itself is only a number. Whoever walks
//! a [`Value`] to an unknown depth must count its steps. Source of the formats: Apple `CFBinaryPList.c`,
//! `PropertyList-1.0.dtd`.

mod binary;
#[cfg(test)]
mod tests;
mod xml;

use jiff::{SignedDuration, Timestamp};

use super::json::malformed;
use crate::limits::{PLIST_BYTES, PLIST_CONTENT_BYTES, PLIST_REFERENCES};
use crate::snapshot::Reason;

/// A property list that was read.
#[derive(Debug, Clone)]
pub(in crate::evidence) struct Plist {
    nodes: Vec<Node>,
    root: u32,
}

/// One object.
#[derive(Debug, Clone, PartialEq)]
enum Node {
    Null,
    Boolean(bool),
    Integer(i128),
    Real(f64),
    /// Seconds since 2001-01-01T00:00:00Z.
    Date(f64),
    Data(Box<[u8]>),
    Text(Box<str>),
    /// A place in a keyed archive.
    Uid(u64),
    Array(Box<[u32]>),
    /// Keys and values in turn, in the order of the file.
    Dictionary(Box<[u32]>),
}

/// Seconds from 1970-01-01 to 2001-01-01, from which Apple counts.
const EPOCH: i64 = 978_307_200;

/// The instant so many seconds after 2001-01-01T00:00:00Z; none where no calendar has it.
pub(in crate::evidence) fn mac_time(seconds: f64) -> Option<Timestamp> {
    let since = SignedDuration::try_from_secs_f64(seconds).ok()?;
    let epoch = Timestamp::from_second(EPOCH).ok()?;
    epoch.checked_add(since).ok()
}

impl Plist {
    /// Reads a property list of either form.
    ///
    /// # Errors
    /// A [`Reason`]: too large, or not a whole property list.
    pub(in crate::evidence) fn read(bytes: &[u8]) -> Result<Self, Reason> {
        if bytes.len() as u64 > PLIST_BYTES {
            return Err(Reason::TooLarge { limit: PLIST_BYTES });
        }
        if bytes.starts_with(binary::MAGIC) {
            binary::read(bytes)
        } else {
            xml::read(bytes)
        }
    }

    /// Whether something that begins so may be a property list.
    pub(in crate::evidence) fn begins(start: &[u8]) -> bool {
        let start = start.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(start);
        let text = start.trim_ascii_start();
        start.starts_with(binary::MAGIC)
            || text.starts_with(b"<?xml")
            || text.starts_with(b"<plist")
            || text.starts_with(b"<!DOCTYPE plist")
    }

    /// The outermost value.
    pub(in crate::evidence) fn root(&self) -> Value<'_> {
        Value {
            plist: self,
            index: self.root,
        }
    }
}

/// One value of a [`Plist`].
#[derive(Debug, Clone, Copy)]
pub(in crate::evidence) struct Value<'a> {
    plist: &'a Plist,
    index: u32,
}

impl<'a> Value<'a> {
    fn node(self) -> &'a Node {
        self.plist
            .nodes
            .get(self.index as usize)
            .unwrap_or(&Node::Null)
    }

    fn at(self, index: u32) -> Self {
        Self {
            plist: self.plist,
            index,
        }
    }

    /// A text.
    pub(in crate::evidence) fn as_text(self) -> Option<&'a str> {
        match self.node() {
            Node::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A whole number that fits.
    pub(in crate::evidence) fn as_integer(self) -> Option<i64> {
        match self.node() {
            Node::Integer(number) => i64::try_from(*number).ok(),
            _ => None,
        }
    }

    /// A whole number that is not negative.
    pub(in crate::evidence) fn as_unsigned(self) -> Option<u64> {
        match self.node() {
            Node::Integer(number) => u64::try_from(*number).ok(),
            _ => None,
        }
    }

    /// A number of either kind.
    #[expect(
        clippy::cast_precision_loss,
        clippy::as_conversions,
        reason = "a number that is used as a time or a size; its last digits do not matter"
    )]
    pub(in crate::evidence) fn as_real(self) -> Option<f64> {
        match self.node() {
            Node::Real(number) => Some(*number),
            Node::Integer(number) => Some(*number as f64),
            _ => None,
        }
    }

    /// True or false; some writers say 0 and 1.
    pub(in crate::evidence) fn as_boolean(self) -> Option<bool> {
        match self.node() {
            Node::Boolean(value) => Some(*value),
            Node::Integer(0) => Some(false),
            Node::Integer(1) => Some(true),
            _ => None,
        }
    }

    /// A date.
    pub(in crate::evidence) fn as_date(self) -> Option<Timestamp> {
        match self.node() {
            Node::Date(seconds) => mac_time(*seconds),
            _ => None,
        }
    }

    /// Bytes.
    pub(in crate::evidence) fn as_data(self) -> Option<&'a [u8]> {
        match self.node() {
            Node::Data(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// A place in a keyed archive.
    pub(in crate::evidence) fn as_uid(self) -> Option<u64> {
        match self.node() {
            Node::Uid(uid) => Some(*uid),
            _ => None,
        }
    }

    /// The values of an array; none where it is not one.
    pub(in crate::evidence) fn items(self) -> Option<impl ExactSizeIterator<Item = Value<'a>>> {
        match self.node() {
            Node::Array(items) => Some(items.iter().map(move |index| self.at(*index))),
            _ => None,
        }
    }

    /// The item at this place of an array.
    pub(in crate::evidence) fn item(self, at: usize) -> Option<Value<'a>> {
        match self.node() {
            Node::Array(items) => items.get(at).map(|index| self.at(*index)),
            _ => None,
        }
    }

    /// The entries of a dictionary whose keys are texts, in the order of the file; none where it is not one.
    pub(in crate::evidence) fn entries(self) -> Option<impl Iterator<Item = (&'a str, Value<'a>)>> {
        match self.node() {
            Node::Dictionary(pairs) => Some(
                pairs
                    .as_chunks::<2>()
                    .0
                    .iter()
                    .filter_map(move |[key, value]| {
                        Some((self.at(*key).as_text()?, self.at(*value)))
                    }),
            ),
            _ => None,
        }
    }

    /// The value of a key. Of two equal keys the last one counts, as Apple's own reader has it.
    pub(in crate::evidence) fn get(self, key: &str) -> Option<Value<'a>> {
        let found = self.entries()?.filter(|(name, _)| *name == key);
        found.last().map(|(_, value)| value)
    }

    /// The text of a key.
    pub(in crate::evidence) fn string(self, key: &str) -> Option<&'a str> {
        self.get(key)?.as_text()
    }

    /// What it is, in a word, for messages.
    pub(in crate::evidence) fn kind(self) -> &'static str {
        match self.node() {
            Node::Null => "nothing",
            Node::Boolean(_) => "a boolean",
            Node::Integer(_) => "a whole number",
            Node::Real(_) => "a number",
            Node::Date(_) => "a date",
            Node::Data(_) => "data",
            Node::Text(_) => "text",
            Node::Uid(_) => "a place in an archive",
            Node::Array(_) => "an array",
            Node::Dictionary(_) => "a dictionary",
        }
    }
}

/// How much a property list may still hold: parts of a binary file can be named many times.
struct Budget {
    references: usize,
    content: u64,
}

impl Budget {
    fn new() -> Self {
        Self {
            references: PLIST_REFERENCES,
            content: PLIST_CONTENT_BYTES,
        }
    }

    fn references(&mut self, count: usize) -> Result<(), Reason> {
        let left = self.references.checked_sub(count);
        self.references = left.ok_or(Reason::TooMany {
            limit: PLIST_REFERENCES as u64,
        })?;
        Ok(())
    }

    fn content(&mut self, bytes: usize) -> Result<(), Reason> {
        let left = self.content.checked_sub(bytes as u64);
        self.content = left.ok_or(Reason::TooLarge {
            limit: PLIST_CONTENT_BYTES,
        })?;
        Ok(())
    }
}
