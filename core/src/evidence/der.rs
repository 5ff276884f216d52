//! Elements of DER and BER (ITU-T X.690), one behind the other.
//!
//! Only what signature blocks need: one-byte tags and lengths of up to four bytes. Bytes are given back as they
//! stand, because certificates are known by their exact bytes, sound DER or not.

use std::borrow::Cow;

pub(super) const OCTET_STRING: u8 = 0x04;
pub(super) const OBJECT_IDENTIFIER: u8 = 0x06;
pub(super) const SEQUENCE: u8 = 0x30;
pub(super) const SET: u8 = 0x31;
pub(super) const CONTEXT_0: u8 = 0xa0;
/// An octet string in parts.
const OCTET_STRINGS: u8 = 0x24;
/// The length is told by two zero bytes at the end.
const INDEFINITE: u8 = 0x80;
/// Elements of indefinite length one inside the other. Signed data has six.
const DEPTH: usize = 32;

/// One element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Element<'a> {
    pub(super) tag: u8,
    pub(super) content: &'a [u8],
    /// With its tag and length.
    pub(super) whole: &'a [u8],
    form: Form,
}

/// Which lengths are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Definite ones, as Android has it.
    Definite,
    /// Any: tools that write while they sign do not know the length yet.
    Any,
}

impl<'a> Element<'a> {
    /// The elements inside.
    pub(super) fn elements(self) -> Elements<'a> {
        Elements::new(self.content, self.form)
    }

    /// The bytes of an octet string, joined where it is in parts.
    pub(super) fn octets(self) -> Option<Cow<'a, [u8]>> {
        match self.tag {
            OCTET_STRING => Some(Cow::Borrowed(self.content)),
            OCTET_STRINGS => {
                let mut joined = Vec::new();
                for part in self.elements() {
                    if part.tag != OCTET_STRING {
                        return None;
                    }
                    joined.extend_from_slice(part.content);
                }
                Some(Cow::Owned(joined))
            }
            _ => None,
        }
    }
}

/// Elements one behind the other, up to the first that is damaged.
#[derive(Debug, Clone)]
pub(super) struct Elements<'a> {
    rest: &'a [u8],
    form: Form,
}

impl<'a> Elements<'a> {
    pub(super) fn new(bytes: &'a [u8], form: Form) -> Self {
        Self { rest: bytes, form }
    }
}

impl<'a> Iterator for Elements<'a> {
    type Item = Element<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        let (tag, header, length) = head(self.rest)?;
        let form = self.form;
        if let Some(length) = length {
            let (whole, rest) = self.rest.split_at_checked(header.checked_add(length)?)?;
            self.rest = rest;
            let content = whole.get(header..)?;
            return Some(Element {
                tag,
                content,
                whole,
                form,
            });
        }
        if form == Form::Definite {
            return None;
        }
        let inside = self.rest.get(header..)?;
        let length = end(inside)?;
        let content = inside.get(..length)?;
        // Two zero bytes stand behind it.
        let (whole, rest) = self
            .rest
            .split_at_checked(header.checked_add(length)?.checked_add(2)?)?;
        self.rest = rest;
        Some(Element {
            tag,
            content,
            whole,
            form,
        })
    }
}

/// Tag, length of tag and length, and the length of the content; none where that is indefinite.
fn head(bytes: &[u8]) -> Option<(u8, usize, Option<usize>)> {
    let tag = *bytes.first()?;
    let short = *bytes.get(1)?;
    if short < INDEFINITE {
        return Some((tag, 2, Some(usize::from(short))));
    }
    if short == INDEFINITE {
        return Some((tag, 2, None));
    }
    let width = usize::from(short & 0x7f);
    let digits = bytes
        .get(2..2 + width)
        .filter(|_| (1..=4).contains(&width))?;
    let length = digits
        .iter()
        .fold(0, |length, digit| length << 8 | usize::from(*digit));
    Some((tag, 2 + width, Some(length)))
}

/// The length of a content that ends with two zero bytes of its own level.
fn end(bytes: &[u8]) -> Option<usize> {
    let mut at = 0usize;
    let mut depth = 1usize;
    loop {
        let rest = bytes.get(at..)?;
        if rest.starts_with(&[0, 0]) {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
            at = at.checked_add(2)?;
            continue;
        }
        let (_, header, length) = head(rest)?;
        at = at.checked_add(header)?;
        match length {
            Some(length) => at = at.checked_add(length)?,
            None if depth < DEPTH => depth += 1,
            None => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_without_a_length_ends_where_its_own_level_does() {
        // SEQUENCE { OCTET STRING { "ab", "c" }, NULL }, then a NULL of its own.
        let bytes = [
            0x30, 0x80, 0x24, 0x80, 0x04, 2, b'a', b'b', 0x04, 1, b'c', 0, 0, 0x05, 0, 0, 0, 0x05,
            0,
        ];
        let mut elements = Elements::new(&bytes, Form::Any);
        let sequence = elements.next().unwrap();
        assert_eq!(sequence.whole.len(), 17);
        let mut inside = sequence.elements();
        assert_eq!(&*inside.next().unwrap().octets().unwrap(), b"abc");
        assert_eq!(inside.next().unwrap().tag, 0x05);
        assert!(inside.next().is_none());
        assert_eq!(elements.next().unwrap().whole, [0x05, 0]);
        assert!(Elements::new(&bytes, Form::Definite).next().is_none());
    }

    #[test]
    fn elements_one_inside_the_other_without_end_are_no_element() {
        let deep = [0x30, 0x80].repeat(100_000);
        assert!(Elements::new(&deep, Form::Any).next().is_none());
    }
}
