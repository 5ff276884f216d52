//! Property lists, binary (`bplist00`) and XML, in bounded memory and without recursion.
//!
//! In come bytes; out comes a [`Plist`]: all objects in one table, everything that they hold in three more, and
//! containers as lists of numbers of objects. An object that is named a thousand times stands there once, so a
//! small file cannot grow (the `plist` crate copies it each time: 435 bytes end that process).
//!
//! What is handed out is a tree that can be walked: a list that holds itself, one that is deeper than
//! [`PLIST_DEPTH`], and one that would have more than [`PLIST_REFERENCES`] values if each was counted as often
//! as it is named, are refused. Real lists share no containers. Source of the formats: Apple
//! `CFBinaryPList.c`, `CFPropertyList.c`, `PropertyList-1.0.dtd`; what Apple's reader takes is taken here.

mod binary;
#[cfg(test)]
mod tests;
mod xml;

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use jiff::{SignedDuration, Timestamp};

use super::json::malformed;
use crate::limits::{
    KEYED_STEPS, PLIST_BYTES, PLIST_CONTENT_BYTES, PLIST_DEPTH, PLIST_OBJECTS, PLIST_REFERENCES,
};
use crate::snapshot::Reason;

/// A property list that was read.
#[derive(Debug)]
pub(in crate::evidence) struct Plist {
    tables: Tables,
    root: u32,
    /// Steps that were made in a keyed archive.
    steps: AtomicU64,
}

/// Everything that a property list holds.
#[derive(Debug, Default)]
struct Tables {
    nodes: Vec<Node>,
    /// What containers hold, one container after the other, as indices into `nodes`.
    references: Vec<u32>,
    text: String,
    data: Vec<u8>,
}

/// One object.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Node {
    Null,
    Boolean(bool),
    Integer(i64),
    /// A whole number above `i64::MAX`.
    Large(u64),
    Real(f64),
    /// Seconds since 2001-01-01T00:00:00Z.
    Date(f64),
    Data(Span),
    Text(Span),
    /// A place in a keyed archive.
    Uid(u64),
    Array(Span),
    /// Keys and values in turn, in the order of the file.
    Dictionary(Span),
}

/// A part of one of the [`Tables`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    from: u32,
    length: u32,
}

impl Span {
    /// None where a table is larger than its limit, which it never is.
    fn of(from: usize, to: usize) -> Option<Self> {
        Some(Self {
            from: u32::try_from(from).ok()?,
            length: u32::try_from(to.checked_sub(from)?).ok()?,
        })
    }

    fn range(self) -> Range<usize> {
        let from = self.from as usize;
        from..from + self.length as usize
    }
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
    /// A [`Reason`]: too large, too deep, or not a whole property list.
    pub(in crate::evidence) fn read(bytes: &[u8]) -> Result<Self, Reason> {
        if bytes.len() as u64 > PLIST_BYTES {
            return Err(Reason::TooLarge { limit: PLIST_BYTES });
        }
        let (tables, root) = if bytes.starts_with(binary::MAGIC) {
            binary::read(bytes)?
        } else {
            xml::read(bytes)?
        };
        Ok(Self {
            tables,
            root,
            steps: AtomicU64::new(0),
        })
    }

    /// Whether something that begins so may be a property list.
    pub(in crate::evidence) fn begins(start: &[u8]) -> bool {
        let start = start.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(start);
        let text = start.trim_ascii_start();
        start.starts_with(binary::MAGIC)
            || start.starts_with(b"\xff\xfe<\0")
            || start.starts_with(b"\xfe\xff\0<")
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

    /// Whether so many more steps may be made in a keyed archive. Its objects name each other in circles as a
    /// matter of course, so that steps are counted instead of values.
    pub(super) fn step(&self, steps: u64) -> bool {
        let before = self.steps.fetch_add(steps, Ordering::Relaxed);
        before.saturating_add(steps) <= KEYED_STEPS
    }

    /// Whether more steps were asked for than there are: what was read is not all that there is.
    pub(super) fn is_spent(&self) -> bool {
        self.steps.load(Ordering::Relaxed) > KEYED_STEPS
    }
}

/// One value of a [`Plist`].
#[derive(Debug, Clone, Copy)]
pub(in crate::evidence) struct Value<'a> {
    plist: &'a Plist,
    index: u32,
}

impl<'a> Value<'a> {
    fn node(self) -> Node {
        let nodes = &self.plist.tables.nodes;
        nodes
            .get(self.index as usize)
            .copied()
            .unwrap_or(Node::Null)
    }

    fn references(self, span: Span) -> &'a [u32] {
        let references = &self.plist.tables.references;
        references.get(span.range()).unwrap_or_default()
    }

    /// How many values it holds itself.
    pub(super) fn size(self) -> usize {
        match self.node() {
            Node::Array(span) | Node::Dictionary(span) => span.range().len(),
            _ => 0,
        }
    }

    /// The property list that it is of.
    pub(super) fn plist(self) -> &'a Plist {
        self.plist
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
            Node::Text(span) => self.plist.tables.text.get(span.range()),
            _ => None,
        }
    }

    /// A whole number that fits.
    pub(in crate::evidence) fn as_integer(self) -> Option<i64> {
        match self.node() {
            Node::Integer(number) => Some(number),
            _ => None,
        }
    }

    /// A whole number that is not negative.
    pub(in crate::evidence) fn as_unsigned(self) -> Option<u64> {
        match self.node() {
            Node::Integer(number) => u64::try_from(number).ok(),
            Node::Large(number) => Some(number),
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
            Node::Real(number) => Some(number),
            Node::Integer(number) => Some(number as f64),
            Node::Large(number) => Some(number as f64),
            _ => None,
        }
    }

    /// True or false; some writers say 0 and 1.
    pub(in crate::evidence) fn as_boolean(self) -> Option<bool> {
        match self.node() {
            Node::Boolean(value) => Some(value),
            Node::Integer(0) => Some(false),
            Node::Integer(1) => Some(true),
            _ => None,
        }
    }

    /// A date.
    pub(in crate::evidence) fn as_date(self) -> Option<Timestamp> {
        match self.node() {
            Node::Date(seconds) => mac_time(seconds),
            _ => None,
        }
    }

    /// Bytes.
    pub(in crate::evidence) fn as_data(self) -> Option<&'a [u8]> {
        match self.node() {
            Node::Data(span) => self.plist.tables.data.get(span.range()),
            _ => None,
        }
    }

    /// A place in a keyed archive.
    pub(in crate::evidence) fn as_uid(self) -> Option<u64> {
        match self.node() {
            Node::Uid(uid) => Some(uid),
            _ => None,
        }
    }

    /// The values of an array; none where it is not one.
    pub(in crate::evidence) fn items(self) -> Option<impl ExactSizeIterator<Item = Value<'a>>> {
        match self.node() {
            Node::Array(span) => {
                let items = self.references(span).iter();
                Some(items.map(move |index| self.at(*index)))
            }
            _ => None,
        }
    }

    /// The item at this place of an array.
    pub(in crate::evidence) fn item(self, at: usize) -> Option<Value<'a>> {
        match self.node() {
            Node::Array(span) => self.references(span).get(at).map(|index| self.at(*index)),
            _ => None,
        }
    }

    /// The entries of a dictionary whose keys are texts, in the order of the file; none where it is not one.
    pub(in crate::evidence) fn entries(self) -> Option<impl Iterator<Item = (&'a str, Value<'a>)>> {
        match self.node() {
            Node::Dictionary(span) => {
                Some(self.references(span).as_chunks::<2>().0.iter().filter_map(
                    move |[key, value]| Some((self.at(*key).as_text()?, self.at(*value))),
                ))
            }
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
            Node::Integer(_) | Node::Large(_) => "a whole number",
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

/// What was too many or too large.
fn too_many(limit: usize) -> Reason {
    Reason::TooMany {
        limit: limit as u64,
    }
}

impl Tables {
    /// Room for so many more references.
    fn room(&self, count: usize) -> Result<(), Reason> {
        let room = PLIST_REFERENCES.saturating_sub(self.references.len());
        if count > room {
            return Err(too_many(PLIST_REFERENCES));
        }
        Ok(())
    }

    /// Room for so many more bytes of text or data. Parts of a binary file can be named many times, and text can
    /// grow when it becomes UTF-8.
    fn content(&self, bytes: usize) -> Result<(), Reason> {
        let held = self.text.len() + self.data.len();
        if held.saturating_add(bytes) as u64 > PLIST_CONTENT_BYTES {
            return Err(Reason::TooLarge {
                limit: PLIST_CONTENT_BYTES,
            });
        }
        Ok(())
    }

    fn push_text(&mut self, text: &str) -> Result<(), Reason> {
        self.content(text.len())?;
        self.text.push_str(text);
        Ok(())
    }

    fn push_data(&mut self, bytes: &[u8]) -> Result<Span, Reason> {
        self.content(bytes.len())?;
        let from = self.data.len();
        self.data.extend_from_slice(bytes);
        Span::of(from, self.data.len()).ok_or_else(|| too_many(PLIST_OBJECTS))
    }

    /// The text that was pushed since `from`.
    fn text_since(&self, from: usize) -> Result<Span, Reason> {
        Span::of(from, self.text.len()).ok_or_else(|| too_many(PLIST_OBJECTS))
    }
}

/// A whole number as a node. What no check could use becomes its nearest real number.
#[expect(
    clippy::cast_precision_loss,
    clippy::as_conversions,
    reason = "above 2^64 nothing is counted exactly"
)]
fn whole(number: i128) -> Node {
    match (i64::try_from(number), u64::try_from(number)) {
        (Ok(number), _) => Node::Integer(number),
        (_, Ok(number)) => Node::Large(number),
        (Err(_), Err(_)) => Node::Real(number as f64),
    }
}
