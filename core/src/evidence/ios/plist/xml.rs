//! The XML form. Entities are not expanded: the five of XML and numbered characters are read, others are told.

use base64ct::{Base64, Encoding as _};
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::{Budget, EPOCH, Node, Plist, malformed};
use crate::limits::{PLIST_DEPTH, PLIST_OBJECTS};
use crate::snapshot::Reason;

pub(super) fn read(bytes: &[u8]) -> Result<Plist, Reason> {
    let text = std::str::from_utf8(bytes).map_err(|_| malformed("not a property list"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader::from_str(text);
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
    }
}

/// What is open, and what is done.
#[derive(Default)]
struct Building {
    nodes: Vec<Node>,
    open: Vec<Open>,
    root: Option<u32>,
    budget: Option<Budget>,
}

enum Open {
    Plist,
    Array(Vec<u32>),
    Dictionary(Vec<u32>),
    Scalar(Scalar, String),
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
    fn budget(&mut self) -> &mut Budget {
        self.budget.get_or_insert_with(Budget::new)
    }

    fn open(&mut self, start: &BytesStart<'_>, closed: bool) -> Result<(), Reason> {
        if self.open.len() >= PLIST_DEPTH {
            return Err(Reason::TooMany {
                limit: PLIST_DEPTH as u64,
            });
        }
        if matches!(self.open.last(), Some(Open::Scalar(..))) {
            return Err(malformed("an element inside a value"));
        }
        let scalar = |kind| Open::Scalar(kind, String::new());
        self.open.push(match start.name().as_ref() {
            "plist" => Open::Plist,
            "array" => Open::Array(Vec::new()),
            "dict" => Open::Dictionary(Vec::new()),
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
        self.budget().content(more.len())?;
        match self.open.last_mut() {
            Some(Open::Scalar(_, text)) => text.push_str(more),
            _ if more.trim().is_empty() => {}
            _ => return Err(malformed("text outside of a value")),
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Reason> {
        let node = match self.open.pop() {
            None | Some(Open::Plist) => return Ok(()),
            Some(Open::Array(items)) => Node::Array(items.into()),
            Some(Open::Dictionary(pairs)) if pairs.len() % 2 == 0 => self.dictionary(pairs),
            Some(Open::Dictionary(_)) => return Err(malformed("a key without a value")),
            Some(Open::Scalar(kind, text)) => {
                let is_key = kind == Scalar::Key;
                let wants_key = matches!(self.open.last(), Some(Open::Dictionary(pairs)) if pairs.len() % 2 == 0);
                if is_key != wants_key {
                    return Err(malformed("keys and values are not in turn"));
                }
                scalar(kind, &text)?
            }
        };
        if matches!(node, Node::Array(_) | Node::Dictionary(_))
            && matches!(self.open.last(), Some(Open::Dictionary(pairs)) if pairs.len() % 2 == 0)
        {
            return Err(malformed("keys and values are not in turn"));
        }
        self.add(node)
    }

    fn add(&mut self, node: Node) -> Result<(), Reason> {
        let limit = PLIST_OBJECTS as u64;
        if self.nodes.len() >= PLIST_OBJECTS {
            return Err(Reason::TooMany { limit });
        }
        let index = u32::try_from(self.nodes.len()).map_err(|_| Reason::TooMany { limit })?;
        self.nodes.push(node);
        match self.open.last_mut() {
            Some(Open::Array(items) | Open::Dictionary(items)) => items.push(index),
            _ if self.root.is_some() => return Err(malformed("more than one value")),
            _ => self.root = Some(index),
        }
        Ok(())
    }

    /// A keyed archive in XML writes a place as a dictionary with one key.
    fn dictionary(&self, pairs: Vec<u32>) -> Node {
        if let [key, value] = pairs.as_slice() {
            let node = |index: &u32| self.nodes.get(*index as usize);
            if let (Some(Node::Text(key)), Some(Node::Integer(uid))) = (node(key), node(value))
                && &**key == "CF$UID"
                && let Ok(uid) = u64::try_from(*uid)
            {
                return Node::Uid(uid);
            }
        }
        Node::Dictionary(pairs.into())
    }

    fn finish(self) -> Result<Plist, Reason> {
        match (self.root, self.open.is_empty()) {
            (Some(root), true) => Ok(Plist {
                nodes: self.nodes,
                root,
            }),
            (None, true) => Err(malformed("not a property list")),
            (_, false) => Err(malformed("the property list ends inside a value")),
        }
    }
}

fn scalar(kind: Scalar, text: &str) -> Result<Node, Reason> {
    let trimmed = text.trim();
    Ok(match kind {
        Scalar::Key | Scalar::Text => Node::Text(text.into()),
        Scalar::True => Node::Boolean(true),
        Scalar::False => Node::Boolean(false),
        Scalar::Integer => {
            let (sign, digits) = match trimmed.strip_prefix('-') {
                Some(digits) => (-1, digits),
                None => (1, trimmed.strip_prefix('+').unwrap_or(trimmed)),
            };
            let number = match digits
                .strip_prefix("0x")
                .or_else(|| digits.strip_prefix("0X"))
            {
                Some(digits) => u64::from_str_radix(digits, 16),
                None => digits.parse(),
            };
            let number = number.map_err(|_| malformed("a whole number that is none"))?;
            Node::Integer(sign * i128::from(number))
        }
        Scalar::Real => Node::Real(
            trimmed
                .parse()
                .map_err(|_| malformed("a number that is none"))?,
        ),
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
        Scalar::Data => {
            let digits: String = text.split_ascii_whitespace().collect();
            let bytes =
                Base64::decode_vec(&digits).map_err(|_| malformed("data that is not base64"))?;
            Node::Data(bytes.into())
        }
    })
}
