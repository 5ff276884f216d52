//! Android's binary XML, as a flat run of elements.
//!
//! In: the bytes of `AndroidManifest.xml`. Out: the start and the end of each element, attributes with
//! their resource id, text on demand. No tree is built: depth costs nothing, so nesting cannot exhaust
//! the stack (a tree of `apk-info-axml` 1.1.0 is dropped by recursion).
//!
//! Read as `ResXMLTree` of Android 14 does: the outer type is not looked at, sizes of headers are
//! honoured, the last string pool before the root counts, chunks of unknown types are skipped, an
//! attribute is known by its resource id (its name may lie), and everything ends with the root.

use super::little_endian::{size_at, slice_at, u16_at, u32_at};
use super::strings::{STRING_POOL, Strings};
use crate::limits;

const RESOURCE_MAP: u16 = 0x0180;
const FIRST_NODE: u16 = 0x0100;
const LAST_NODE: u16 = 0x017f;
const START_ELEMENT: u16 = 0x0102;
const END_ELEMENT: u16 = 0x0103;
const CHUNK_BYTES: usize = 8;
const NODE_BYTES: usize = 16;
const NOTHING: u32 = u32::MAX;

/// A document, standing before its root.
pub(super) struct Document<'a> {
    /// Everything up to the size that the header gives.
    bytes: &'a [u8],
    /// Whether it is shorter than its header says; Android refuses it then.
    pub(super) is_cut: bool,
    strings: Option<Strings<'a>>,
    resource_ids: &'a [u8],
    /// Where the next node begins.
    at: usize,
}

/// One step through the document.
pub(super) enum Event<'a> {
    /// An element begins.
    Start(Element<'a>),
    /// An element ends.
    End,
}

/// The start of an element.
pub(super) struct Element<'a> {
    /// Its name; empty where it has none or a very long one.
    pub(super) name: String,
    strings: Option<Strings<'a>>,
    resource_ids: &'a [u8],
    attributes: &'a [u8],
    attribute_bytes: usize,
}

/// The value of an attribute (`Res_value`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// Text.
    Text(String),
    /// Text longer than [`limits::MANIFEST_VALUE_BYTES`].
    TooLong,
    /// A resource.
    Reference(u32),
    /// A number.
    Number(u32),
    /// True or false.
    Boolean(bool),
    /// Of another type.
    Other,
}

/// A document that Android would not read to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Broken(pub(super) &'static str);

impl<'a> Document<'a> {
    /// Reads the header and what stands before the root.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Broken> {
        let header = Broken("it has no header");
        let header_bytes = usize::from(u16_at(bytes, 2).ok_or(header)?);
        let size = size_at(bytes, 4).ok_or(header)?;
        let whole = bytes.get(..size);
        let bytes = whole.unwrap_or(bytes);
        let mut document = Self {
            is_cut: whole.is_none(),
            bytes,
            strings: None,
            resource_ids: &[],
            at: header_bytes,
        };
        loop {
            let chunk = chunk_at(bytes, document.at, CHUNK_BYTES)
                .ok_or(Broken("it ends before its first element"))?;
            match chunk.kind {
                STRING_POOL => document.strings = Strings::open(chunk.bytes),
                RESOURCE_MAP => {
                    document.resource_ids = chunk.bytes.get(chunk.header..).unwrap_or_default();
                }
                FIRST_NODE..=LAST_NODE => return Ok(document),
                _ => {}
            }
            document.at = chunk.end;
        }
    }

    /// The next start or end of an element; none at the end of the document.
    pub(super) fn next(&mut self) -> Result<Option<Event<'a>>, Broken> {
        while self.at < self.bytes.len() {
            let chunk = chunk_at(self.bytes, self.at, NODE_BYTES)
                .ok_or(Broken("one of its chunks has no sound size"))?;
            self.at = chunk.end;
            match chunk.kind {
                START_ELEMENT => {
                    let element = self
                        .element(&chunk)
                        .ok_or(Broken("the attributes of an element are damaged"))?;
                    return Ok(Some(Event::Start(element)));
                }
                END_ELEMENT => return Ok(Some(Event::End)),
                _ => {}
            }
        }
        Ok(None)
    }

    fn element(&self, chunk: &Chunk<'a>) -> Option<Element<'a>> {
        let element = chunk.bytes.get(chunk.header..)?;
        let name = u32_at(element, 4)?;
        let start = usize::from(u16_at(element, 8)?);
        let attribute_bytes = usize::from(u16_at(element, 10)?);
        let count = usize::from(u16_at(element, 12)?);
        Some(Element {
            name: self
                .strings
                .and_then(|strings| strings.get(name, limits::MANIFEST_NAME_BYTES))
                .unwrap_or_default(),
            strings: self.strings,
            resource_ids: self.resource_ids,
            attributes: slice_at(element, start, attribute_bytes.checked_mul(count)?)?,
            attribute_bytes,
        })
    }
}

impl Element<'_> {
    /// The value of an attribute of the `android:` namespace, by its resource id.
    pub(super) fn attribute(&self, id: u32) -> Option<Value> {
        let attribute = self
            .attributes()
            .find(|attribute| self.resource_id(attribute) == Some(id))?;
        Some(self.value(attribute))
    }

    /// The text of the first attribute without a namespace that has this name. Android takes the raw
    /// text before the typed value here.
    pub(super) fn plain_attribute(&self, name: &str) -> Option<Value> {
        let attribute = self.attributes().find(|attribute| {
            u32_at(attribute, 0) == Some(NOTHING) && self.is_named(attribute, name)
        })?;
        match u32_at(attribute, 8) {
            Some(raw) if raw != NOTHING => Some(self.text(raw)),
            _ => Some(self.value(attribute)),
        }
    }

    fn attributes(&self) -> impl Iterator<Item = &[u8]> {
        // A size of 0 would be an error; then there is nothing to read.
        self.attributes.chunks_exact(self.attribute_bytes.max(1))
    }

    fn resource_id(&self, attribute: &[u8]) -> Option<u32> {
        let name = usize::try_from(u32_at(attribute, 4)?).ok()?;
        u32_at(self.resource_ids, name.checked_mul(4)?)
    }

    fn is_named(&self, attribute: &[u8], name: &str) -> bool {
        let number = u32_at(attribute, 4);
        number
            .zip(self.strings)
            .and_then(|(number, strings)| strings.get(number, limits::MANIFEST_NAME_BYTES))
            .is_some_and(|text| text == name)
    }

    fn value(&self, attribute: &[u8]) -> Value {
        let (Some(kind), Some(datum)) = (attribute.get(15), u32_at(attribute, 16)) else {
            return Value::Other;
        };
        match *kind {
            0x01 | 0x07 => Value::Reference(datum),
            0x03 => self.text(datum),
            0x10 | 0x11 => Value::Number(datum),
            0x12 => Value::Boolean(datum != 0),
            _ => Value::Other,
        }
    }

    fn text(&self, number: u32) -> Value {
        let Some(strings) = self.strings else {
            return Value::Other;
        };
        match strings.get(number, limits::MANIFEST_VALUE_BYTES) {
            Some(text) => Value::Text(text),
            None if strings.is_longer(number, limits::MANIFEST_VALUE_BYTES) => Value::TooLong,
            None => Value::Other,
        }
    }
}

/// One chunk: type, size of its header, size of the whole.
pub(super) struct Chunk<'a> {
    pub(super) kind: u16,
    pub(super) header: usize,
    pub(super) bytes: &'a [u8],
    /// Where the next chunk begins.
    pub(super) end: usize,
}

/// The chunk at `at`, if its sizes are sound (`validate_chunk`).
pub(super) fn chunk_at(bytes: &[u8], at: usize, least_header: usize) -> Option<Chunk<'_>> {
    let kind = u16_at(bytes, at)?;
    let header = usize::from(u16_at(bytes, at.checked_add(2)?)?);
    let size = size_at(bytes, at.checked_add(4)?)?;
    if header < least_header || header > size || (header | size) & 3 != 0 {
        return None;
    }
    Some(Chunk {
        kind,
        header,
        bytes: slice_at(bytes, at, size)?,
        end: at.checked_add(size)?,
    })
}
