//! The XML form. Entities are not expanded: the five of XML and numbered characters are read, others are told.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::{EPOCH, Node, PLIST_DEPTH, PLIST_OBJECTS, Span, Tables, malformed, too_many, whole};
use crate::snapshot::Reason;

pub(super) fn read(bytes: &[u8]) -> Result<(Tables, u32), Reason> {
    let text = decoded(bytes)?;
    let mut reader = Reader::from_str(&text);
    let mut building = Building::default();
    loop {
        let event = reader
            .read_event()
            .map_err(|error| malformed(&format!("not a whole property list in XML: {error}")))?;
        match event {
            Event::Start(start) => building.open(&start, false)?,
            Event::Empty(start) => building.open(&start, true)?,
            Event::End(_) => building.close()?,
            Event::Text(text) => building.text(&text)?,
            Event::CData(text) => building.text(&text)?,
            Event::GeneralRef(entity) => {
                let character = entity.resolve_char_ref().ok().flatten();
                match (character, resolve_predefined_entity(&entity)) {
                    (Some(character), _) => building.text(character.encode_utf8(&mut [0; 4]))?,
                    (None, Some(text)) => building.text(text)?,
                    (None, None) => {
                        return Err(malformed("an entity that is not one of XML's own"));
                    }
                }
            }
            Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Comment(_) => {}
            Event::Eof => return building.finish(),
        }
        // What stands behind the outermost element is not read by Apple's reader either.
        if building.closed {
            return building.finish();
        }
    }
}

/// The text: UTF-8, UTF-16 with its mark, or one byte for each letter where it says so.
fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, Reason> {
    let (units, big_endian) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => return utf_8(rest),
        [0xfe, 0xff, rest @ ..] => (rest, true),
        [0xff, 0xfe, rest @ ..] => (rest, false),
        _ if is_latin_1(bytes) => {
            return Ok(bytes.iter().map(|byte| char::from(*byte)).collect());
        }
        _ => return utf_8(bytes),
    };
    let (units, odd) = units.as_chunks::<2>();
    if !odd.is_empty() {
        return Err(malformed("the property list ends inside a letter"));
    }
    let units = units.iter().map(|unit| {
        if big_endian {
            u16::from_be_bytes(*unit)
        } else {
            u16::from_le_bytes(*unit)
        }
    });
    let text = char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER));
    Ok(text.collect())
}

fn utf_8(bytes: &[u8]) -> Result<Cow<'_, str>, Reason> {
    let text = std::str::from_utf8(bytes);
    text.map(Cow::Borrowed)
        .map_err(|_| malformed("not a property list, or not in UTF-8 or UTF-16"))
}

/// Whether its first line says that it is in ISO 8859-1.
fn is_latin_1(bytes: &[u8]) -> bool {
    /// The line has some 40 bytes.
    const LINE: usize = 128;
    let start = bytes.get(..LINE).unwrap_or(bytes).trim_ascii_start();
    let mut ends = start.split(|byte| *byte == b'>');
    let Some(line) = ends.next().filter(|line| line.starts_with(b"<?xml")) else {
        return false;
    };
    let line = line.to_ascii_lowercase();
    let name = b"iso-8859-1";
    line.windows(name.len()).any(|part| part == name)
}

/// What is open, and what is done.
#[derive(Default)]
struct Building {
    tables: Tables,
    open: Vec<Open>,
    /// What the containers that are open hold so far, one behind the other.
    held: Vec<u32>,
    root: Option<u32>,
    /// Whether the outermost element ended.
    closed: bool,
}

/// An element that is open, with where its contents begin.
#[derive(Clone, Copy)]
enum Open {
    Plist,
    Array(usize),
    Dictionary(usize),
    Scalar(Scalar, usize),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Scalar {
    Key,
    Text,
    Integer,
    Real,
    Date,
    Data,
    True,
    False,
}

impl Building {
    fn open(&mut self, start: &BytesStart<'_>, closed: bool) -> Result<(), Reason> {
        if self.open.len() >= PLIST_DEPTH {
            return Err(too_many(PLIST_DEPTH));
        }
        let name = start.name();
        let name = name.as_ref();
        match (name, self.open.last()) {
            (_, Some(Open::Scalar(..))) => return Err(malformed("an element inside a value")),
            ("plist", Some(_)) => return Err(malformed("a property list inside a value")),
            _ => {}
        }
        let held = self.held.len();
        let scalar = |kind| Open::Scalar(kind, self.tables.text.len());
        self.open.push(match name {
            "plist" => Open::Plist,
            "array" => Open::Array(held),
            "dict" => Open::Dictionary(held),
            "key" => scalar(Scalar::Key),
            "string" => scalar(Scalar::Text),
            "integer" => scalar(Scalar::Integer),
            "real" => scalar(Scalar::Real),
            "date" => scalar(Scalar::Date),
            "data" => scalar(Scalar::Data),
            "true" => scalar(Scalar::True),
            "false" => scalar(Scalar::False),
            _ => return Err(malformed("an element that no property list has")),
        });
        if closed { self.close() } else { Ok(()) }
    }

    fn text(&mut self, more: &str) -> Result<(), Reason> {
        match self.open.last() {
            Some(Open::Scalar(..)) => self.tables.push_text(more),
            _ if more.trim().is_empty() => Ok(()),
            _ => Err(malformed("text outside of a value")),
        }
    }

    fn close(&mut self) -> Result<(), Reason> {
        let Some(open) = self.open.pop() else {
            return Err(malformed("the end of an element that did not begin"));
        };
        self.closed = self.open.is_empty();
        let (node, from) = match open {
            Open::Plist => return Ok(()),
            Open::Array(from) => (Node::Array(self.hold(from)?), from),
            Open::Dictionary(from) => (self.dictionary(from)?, from),
            Open::Scalar(kind, from) => (scalar(kind, from, &mut self.tables)?, self.held.len()),
        };
        self.held.truncate(from);
        let wants_key = match self.open.last() {
            Some(Open::Dictionary(outer)) => {
                self.held.len().saturating_sub(*outer).is_multiple_of(2)
            }
            _ => false,
        };
        if matches!(open, Open::Scalar(Scalar::Key, _)) != wants_key {
            return Err(malformed("keys and values are not in turn"));
        }
        self.add(node)
    }

    /// Moves what a container holds to its place.
    fn hold(&mut self, from: usize) -> Result<Span, Reason> {
        let own = self.held.get(from..).unwrap_or_default();
        self.tables.room(own.len())?;
        let begin = self.tables.references.len();
        self.tables.references.extend_from_slice(own);
        let end = self.tables.references.len();
        Span::of(begin, end).ok_or_else(|| too_many(PLIST_OBJECTS))
    }

    fn add(&mut self, node: Node) -> Result<(), Reason> {
        if self.tables.nodes.len() >= PLIST_OBJECTS {
            return Err(too_many(PLIST_OBJECTS));
        }
        let index = self.tables.nodes.len();
        let index = u32::try_from(index).map_err(|_| too_many(PLIST_OBJECTS))?;
        self.tables.nodes.push(node);
        match self.open.last() {
            Some(Open::Array(_) | Open::Dictionary(_)) => self.held.push(index),
            _ if self.root.is_some() => return Err(malformed("more than one value")),
            _ => self.root = Some(index),
        }
        Ok(())
    }

    /// A keyed archive in XML writes a place as a dictionary with one key.
    fn dictionary(&mut self, from: usize) -> Result<Node, Reason> {
        let own = self.held.get(from..).unwrap_or_default();
        if !own.len().is_multiple_of(2) {
            return Err(malformed("a key without a value"));
        }
        if let [key, value] = own {
            let node = |index: &u32| self.tables.nodes.get(*index as usize).copied();
            if let (Some(Node::Text(key)), Some(Node::Integer(uid))) = (node(key), node(value))
                && self.tables.text.get(key.range()) == Some("CF$UID")
                && let Ok(uid) = u64::try_from(uid)
            {
                return Ok(Node::Uid(uid));
            }
        }
        self.hold(from).map(Node::Dictionary)
    }

    fn finish(self) -> Result<(Tables, u32), Reason> {
        match (self.root, self.open.is_empty()) {
            (Some(root), true) => Ok((self.tables, root)),
            (None, true) => Err(malformed("not a property list")),
            (_, false) => Err(malformed("the property list ends inside a value")),
        }
    }
}

/// The value whose text was pushed since `from`. Text stays there; what is made from it does not need it.
fn scalar(kind: Scalar, from: usize, tables: &mut Tables) -> Result<Node, Reason> {
    if matches!(kind, Scalar::Key | Scalar::Text) {
        return tables.text_since(from).map(Node::Text);
    }
    let text = tables.text.split_off(from);
    let trimmed = text.trim();
    Ok(match kind {
        Scalar::Key | Scalar::Text => Node::Null,
        Scalar::True => Node::Boolean(true),
        Scalar::False => Node::Boolean(false),
        Scalar::Integer => integer(trimmed)?,
        Scalar::Real => {
            let number = trimmed.parse();
            Node::Real(number.map_err(|_| malformed("a number that is none"))?)
        }
        Scalar::Date => {
            let at: jiff::Timestamp = trimmed
                .parse()
                .map_err(|_| malformed("a date that is none"))?;
            let since = at.as_second().saturating_sub(EPOCH);
            #[expect(
                clippy::cast_precision_loss,
                clippy::as_conversions,
                reason = "the calendar's last year has 12 digits of seconds, and 15 fit"
            )]
            Node::Date(since as f64)
        }
        Scalar::Data => Node::Data(tables.push_data(&base64(&text))?),
    })
}

fn integer(text: &str) -> Result<Node, Reason> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let hexadecimal = digits
        .strip_prefix("0x")
        .or_else(|| digits.strip_prefix("0X"));
    let number = match hexadecimal {
        Some(digits) => u64::from_str_radix(digits, 16),
        None => digits.parse(),
    };
    let number = number.map_err(|_| malformed("a whole number that is none"))?;
    Ok(whole(sign * i128::from(number)))
}

/// The value of each letter of base64; [`NO_LETTER`] for anything else.
const LETTERS: [u8; 256] = {
    let mut letters = [NO_LETTER; 256];
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut value = 0u8;
    while (value as usize) < alphabet.len() {
        #[expect(
            clippy::indexing_slicing,
            reason = "the compiler does this, or refuses"
        )]
        {
            letters[alphabet[value as usize] as usize] = value;
        }
        value += 1;
    }
    letters
};

const NO_LETTER: u8 = u8::MAX;

/// The bytes of base64. As Apple's reader does, anything that is none of its letters is passed over.
fn base64(text: &str) -> Vec<u8> {
    let value = |letter: u8| LETTERS.get(usize::from(letter)).copied();
    let value = |letter: u8| value(letter).unwrap_or(NO_LETTER);
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    let (mut bits, mut held) = (0u32, 0u32);
    let mut rest = text.as_bytes();
    loop {
        // Four letters at once, which is nearly all of it.
        while held == 0
            && let Some((four, behind)) = rest.split_first_chunk::<4>()
        {
            let [a, b, c, d] = four.map(value);
            if a | b | c | d > 63 {
                break;
            }
            let all = u32::from(a) << 18 | u32::from(b) << 12 | u32::from(c) << 6 | u32::from(d);
            let [_, one, two, three] = all.to_be_bytes();
            bytes.extend_from_slice(&[one, two, three]);
            rest = behind;
        }
        let Some((letter, behind)) = rest.split_first() else {
            return bytes;
        };
        rest = behind;
        match (value(*letter), *letter) {
            // The end: what is left of the last letter means nothing.
            (_, b'=') => return bytes,
            (NO_LETTER, _) => {}
            (value, _) => {
                bits = bits << 6 | u32::from(value);
                held += 6;
            }
        }
        if held >= 8 {
            held -= 8;
            let [.., byte] = (bits >> held).to_be_bytes();
            bytes.push(byte);
        }
    }
}
