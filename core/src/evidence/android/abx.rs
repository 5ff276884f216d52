//! Android binary XML (ABX): elements and their attributes, one after the other.
//!
//! The system stores its own files so since Android 12 (AOSP `com.android.internal.util.BinaryXmlSerializer`).
//! `ABX\0`, then tokens: one byte, of which the low half names what it is and the high half how its value is
//! written; numbers are big-endian, texts have two bytes of length, and names stand once and are then
//! referred to by number. Only what elements carry is kept; text between them is passed over.

use super::json::malformed;
use crate::limits::{MEMORY_ENTRY_BYTES, XML_ATTRIBUTES};
use crate::snapshot::Reason;

/// What such a file begins with.
pub(super) const MAGIC: [u8; 4] = *b"ABX\0";

/// One element, with its attributes in their order.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let mut found = self.attributes.iter().filter(|(known, _)| known == name);
        found.next().map(|(_, value)| value.as_str())
    }
}

/// Reads a file to its end, or to where it can no longer be read.
///
/// # Errors
/// Why the rest was not read. Every element before was given to `each`.
pub(super) fn elements(bytes: &[u8], each: &mut dyn FnMut(Element)) -> Result<(), Reason> {
    let Some(rest) = bytes.strip_prefix(&MAGIC) else {
        return Err(malformed("not Android binary XML"));
    };
    let mut reader = Reader {
        rest,
        names: Vec::new(),
        budget: MEMORY_ENTRY_BYTES,
    };
    let mut open: Option<Element> = None;
    let read = reader.tokens(&mut open, each);
    // An element whose attributes are cut short may lack the one that matters.
    if read.is_ok()
        && let Some(element) = open
    {
        each(element);
    }
    read
}

struct Reader<'b> {
    rest: &'b [u8],
    /// Names in the order in which they stood.
    names: Vec<String>,
    /// Bytes that references to names may still give: two bytes can stand for 64 KiB.
    budget: u64,
}

// `XmlPullParser`'s numbers, and the one that `BinaryXmlSerializer` adds.
const END_DOCUMENT: u8 = 1;
const START_TAG: u8 = 2;
const ATTRIBUTE: u8 = 15;

impl Reader<'_> {
    fn tokens(
        &mut self,
        open: &mut Option<Element>,
        each: &mut dyn FnMut(Element),
    ) -> Result<(), Reason> {
        while let Some((token, rest)) = self.rest.split_first() {
            self.rest = rest;
            let (kind, form) = (token & 0x0f, token >> 4);
            match kind {
                START_TAG => {
                    let name = self.value(form)?;
                    if let Some(element) = open.take() {
                        each(element);
                    }
                    *open = Some(Element {
                        name,
                        attributes: Vec::new(),
                    });
                }
                ATTRIBUTE => {
                    let name = self.interned()?;
                    let value = self.value(form)?;
                    match open {
                        Some(element) if element.attributes.len() < XML_ATTRIBUTES => {
                            element.attributes.push((name, value));
                        }
                        Some(_) => {
                            let limit = XML_ATTRIBUTES as u64;
                            return Err(Reason::TooMany { limit });
                        }
                        None => return Err(malformed("an attribute outside an element")),
                    }
                }
                END_DOCUMENT => {
                    if let Some(element) = open.take() {
                        each(element);
                    }
                    return Ok(());
                }
                // The end of an element, text, a comment: what matters was in the attributes.
                _ => {
                    self.value(form)?;
                    if let Some(element) = open.take() {
                        each(element);
                    }
                }
            }
        }
        Err(malformed("binary XML that ends early"))
    }

    /// A value of one of the thirteen forms.
    fn value(&mut self, form: u8) -> Result<String, Reason> {
        match form {
            0 | 1 => Ok(String::new()),
            2 => self.text(),
            3 => self.interned(),
            4 | 5 => {
                let length = self.short()?;
                let bytes = self.take(usize::from(length))?;
                Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
            }
            6 | 7 => Ok(i32::from_be_bytes(self.array()?).to_string()),
            8 | 9 => Ok(i64::from_be_bytes(self.array()?).to_string()),
            10 => Ok(f32::from_be_bytes(self.array()?).to_string()),
            11 => Ok(f64::from_be_bytes(self.array()?).to_string()),
            12 => Ok("true".to_owned()),
            13 => Ok("false".to_owned()),
            _ => Err(malformed("a value in a form that binary XML does not have")),
        }
    }

    fn text(&mut self) -> Result<String, Reason> {
        let length = self.short()?;
        let bytes = self.take(usize::from(length))?;
        // Java's own UTF-8 writes what lies beyond the basic plane as two halves.
        Ok(String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| java(bytes)))
    }

    fn interned(&mut self) -> Result<String, Reason> {
        let reference = self.short()?;
        if reference == u16::MAX {
            let text = self.text()?;
            if self.names.len() < usize::from(u16::MAX) {
                self.names.push(text.clone());
            }
            return Ok(text);
        }
        let Some(known) = self.names.get(usize::from(reference)) else {
            return Err(malformed("a name that the binary XML does not have"));
        };
        let Some(budget) = self.budget.checked_sub(known.len() as u64) else {
            let limit = MEMORY_ENTRY_BYTES;
            return Err(Reason::TooLarge { limit });
        };
        self.budget = budget;
        Ok(known.clone())
    }

    fn short(&mut self) -> Result<u16, Reason> {
        self.array().map(u16::from_be_bytes)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Reason> {
        let (array, rest) = self.rest.split_first_chunk().ok_or_else(early)?;
        self.rest = rest;
        Ok(*array)
    }

    fn take(&mut self, count: usize) -> Result<&[u8], Reason> {
        let (bytes, rest) = self.rest.split_at_checked(count).ok_or_else(early)?;
        self.rest = rest;
        Ok(bytes)
    }
}

fn early() -> Reason {
    malformed("binary XML that ends early")
}

/// Java's modified UTF-8: halves of characters in three bytes each, and zero in two.
fn java(bytes: &[u8]) -> String {
    let mut units: Vec<u16> = Vec::new();
    let mut rest = bytes;
    let low = |byte: &u8| u16::from(byte & 0x3f);
    loop {
        match rest {
            [] => break,
            [one, behind @ ..] if *one < 0x80 => {
                units.push(u16::from(*one));
                rest = behind;
            }
            [one, two, behind @ ..] if one & 0xe0 == 0xc0 => {
                units.push(u16::from(one & 0x1f) << 6 | low(two));
                rest = behind;
            }
            [one, two, three, behind @ ..] if one & 0xf0 == 0xe0 => {
                units.push(u16::from(one & 0x0f) << 12 | low(two) << 6 | low(three));
                rest = behind;
            }
            [_, behind @ ..] => {
                units.push(0xfffd);
                rest = behind;
            }
        }
    }
    String::from_utf16_lossy(&units)
}

#[cfg(test)]
pub(super) mod made {
    //! Writes ABX, for tests.

    use std::collections::HashMap;

    pub(in crate::evidence::android) struct Writer {
        pub(in crate::evidence::android) bytes: Vec<u8>,
        names: HashMap<String, u16>,
    }

    impl Writer {
        pub(in crate::evidence::android) fn new() -> Self {
            let mut bytes = super::MAGIC.to_vec();
            bytes.push(0x10);
            Self {
                bytes,
                names: HashMap::new(),
            }
        }

        fn text(&mut self, text: &str) {
            let length = u16::try_from(text.len()).unwrap();
            self.bytes.extend(length.to_be_bytes());
            self.bytes.extend(text.as_bytes());
        }

        fn interned(&mut self, text: &str) {
            if let Some(reference) = self.names.get(text) {
                self.bytes.extend(reference.to_be_bytes());
                return;
            }
            self.bytes.extend([0xff, 0xff]);
            self.text(text);
            let next = u16::try_from(self.names.len()).unwrap();
            self.names.insert(text.to_owned(), next);
        }

        pub(in crate::evidence::android) fn start(&mut self, name: &str) {
            self.bytes.push(0x32);
            self.interned(name);
        }

        pub(in crate::evidence::android) fn attribute(&mut self, name: &str, value: &str) {
            self.bytes.push(0x2f);
            self.interned(name);
            self.text(value);
        }

        pub(in crate::evidence::android) fn number(&mut self, name: &str, value: i32) {
            self.bytes.push(0x6f);
            self.interned(name);
            self.bytes.extend(value.to_be_bytes());
        }

        pub(in crate::evidence::android) fn end(&mut self, name: &str) {
            self.bytes.push(0x33);
            self.interned(name);
        }

        pub(in crate::evidence::android) fn finish(mut self) -> Vec<u8> {
            self.bytes.push(0x11);
            self.bytes
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::made::Writer;
    use super::*;

    fn read(bytes: &[u8]) -> (Vec<Element>, Result<(), Reason>) {
        let mut found = Vec::new();
        let end = elements(bytes, &mut |element| found.push(element));
        (found, end)
    }

    fn written() -> Vec<u8> {
        let mut writer = Writer::new();
        writer.start("settings");
        writer.number("version", -1);
        writer.start("setting");
        writer.attribute("name", "a\u{e9}");
        writer.end("setting");
        writer.start("setting");
        writer.attribute("name", "b");
        writer.end("setting");
        writer.end("settings");
        writer.finish()
    }

    #[test]
    fn elements_come_with_their_attributes() {
        let (found, end) = read(&written());
        assert_eq!(end, Ok(()));
        let names: Vec<_> = found.iter().map(|e| e.name.as_str()).collect();
        assert_eq!(names, ["settings", "setting", "setting"]);
        assert_eq!(found[0].attribute("version"), Some("-1"));
        assert_eq!(found[1].attribute("name"), Some("a\u{e9}"));
        assert_eq!(found[2].attribute("name"), Some("b"));
    }

    #[test]
    fn a_file_that_is_cut_keeps_what_stood_before() {
        let whole = written();
        for cut in 4..whole.len() {
            let (found, end) = read(&whole[..cut]);
            assert!(end.is_err(), "{cut}");
            assert!(found.len() <= 3);
        }
    }

    #[test]
    fn characters_beyond_the_basic_plane_are_read_as_java_writes_them() {
        // U+1F600 as two halves of three bytes.
        assert_eq!(java(&[0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]), "\u{1f600}");
        assert_eq!(java(&[0xc0, 0x80, 0xff]), "\0\u{fffd}");
    }

    #[test]
    fn a_name_that_is_said_too_often_ends_the_file() {
        let mut writer = Writer::new();
        writer.start(&"x".repeat(60_000));
        let mut file = writer.bytes;
        for _ in 0..2_000 {
            file.extend([0x32, 0, 0]);
        }
        let (found, end) = read(&file);
        let limit = MEMORY_ENTRY_BYTES;
        assert_eq!(end, Err(Reason::TooLarge { limit }));
        assert!(found.len() < 1_200);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(
            bytes in proptest::collection::vec(any::<u8>(), 0..200),
            at in 0_usize..120,
        ) {
            let mut file = MAGIC.to_vec();
            file.extend(&bytes);
            let _ = read(&file);
            let mut changed = written();
            let at = at % changed.len();
            changed.splice(at.., bytes);
            let _ = read(&changed);
        }
    }
}
