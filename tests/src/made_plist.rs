//! Property lists made by code, in both forms. Needs nothing of Rushlight.

/// A value of a property list.
#[derive(Debug, Clone, PartialEq)]
pub enum Made {
    /// A text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number.
    Real(f64),
    /// Yes or no.
    Boolean(bool),
    /// A time, in seconds since 2001-01-01 UTC.
    Date(f64),
    /// Bytes.
    Data(Vec<u8>),
    /// A list.
    Array(Vec<Made>),
    /// Keys and values, in this order.
    Dictionary(Vec<(String, Made)>),
    /// A place in a keyed archive.
    Uid(u64),
}

impl Made {
    /// A dictionary of these keys and values.
    pub fn dictionary<K: Into<String>>(entries: impl IntoIterator<Item = (K, Made)>) -> Self {
        let entries = entries.into_iter().map(|(key, value)| (key.into(), value));
        Self::Dictionary(entries.collect())
    }

    /// A list of these values.
    pub fn array<V: Into<Made>>(items: impl IntoIterator<Item = V>) -> Self {
        Self::Array(items.into_iter().map(Into::into).collect())
    }

    /// Adds a key to a dictionary, or takes the place of the one that it has.
    ///
    /// # Panics
    /// Where this is no dictionary.
    #[must_use]
    #[allow(clippy::panic, reason = "made evidence that is wrong ends the test")]
    pub fn with(mut self, key: &str, value: impl Into<Made>) -> Self {
        let Self::Dictionary(entries) = &mut self else {
            panic!("{key} in what is no dictionary");
        };
        entries.retain(|(own, _)| own != key);
        entries.push((key.to_owned(), value.into()));
        self
    }

    /// As a binary property list (`bplist00`), equal texts once, as Apple writes it.
    #[must_use]
    pub fn binary(&self) -> Vec<u8> {
        let mut objects = Objects::default();
        objects.add(self);
        objects.write()
    }

    /// As a property list in XML. A place in an archive is a dictionary with `CF$UID`, as Apple writes it.
    #[must_use]
    pub fn xml(&self) -> String {
        let mut out = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \
             \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\">\n",
        );
        self.element(&mut out, 0);
        out.push_str("</plist>\n");
        out
    }

    fn element(&self, out: &mut String, depth: usize) {
        let indent = "\t".repeat(depth);
        out.push_str(&indent);
        match self {
            Self::Text(text) => out.push_str(&format!("<string>{}</string>\n", escaped(text))),
            Self::Integer(number) => out.push_str(&format!("<integer>{number}</integer>\n")),
            Self::Real(number) => out.push_str(&format!("<real>{number}</real>\n")),
            Self::Boolean(true) => out.push_str("<true/>\n"),
            Self::Boolean(false) => out.push_str("<false/>\n"),
            Self::Date(since) => out.push_str(&format!("<date>{}</date>\n", calendar(*since))),
            Self::Data(bytes) => out.push_str(&format!("<data>{}</data>\n", base64(bytes))),
            Self::Uid(place) => out.push_str(&format!(
                "<dict><key>CF$UID</key><integer>{place}</integer></dict>\n"
            )),
            Self::Array(items) => {
                out.push_str("<array>\n");
                for item in items {
                    item.element(out, depth + 1);
                }
                out.push_str(&format!("{indent}</array>\n"));
            }
            Self::Dictionary(entries) => {
                out.push_str("<dict>\n");
                for (key, value) in entries {
                    out.push_str(&format!("{indent}\t<key>{}</key>\n", escaped(key)));
                    value.element(out, depth + 1);
                }
                out.push_str(&format!("{indent}</dict>\n"));
            }
        }
    }
}

impl From<&str> for Made {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Made {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Made {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<f64> for Made {
    fn from(number: f64) -> Self {
        Self::Real(number)
    }
}

impl From<bool> for Made {
    fn from(yes: bool) -> Self {
        Self::Boolean(yes)
    }
}

impl From<Vec<u8>> for Made {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Data(bytes)
    }
}

impl From<&[u8]> for Made {
    fn from(bytes: &[u8]) -> Self {
        Self::Data(bytes.to_vec())
    }
}

impl From<Vec<Made>> for Made {
    fn from(items: Vec<Made>) -> Self {
        Self::Array(items)
    }
}

impl<K: Into<String>> From<Vec<(K, Made)>> for Made {
    fn from(entries: Vec<(K, Made)>) -> Self {
        Self::dictionary(entries)
    }
}

/// The objects of a binary list, one after the other.
#[derive(Default)]
struct Objects {
    objects: Vec<Object>,
    texts: std::collections::BTreeMap<String, usize>,
}

enum Object {
    Bytes(Vec<u8>),
    /// The high half of the marker, how many, and the objects that it names.
    Named(u8, usize, Vec<usize>),
}

impl Objects {
    fn add(&mut self, value: &Made) -> usize {
        if let Made::Text(text) = value {
            return self.text(text);
        }
        let index = self.objects.len();
        self.objects.push(Object::Bytes(Vec::new()));
        let object = match value {
            Made::Text(_) => Object::Bytes(Vec::new()),
            Made::Integer(number) => Object::Bytes(integer(*number)),
            Made::Real(number) => Object::Bytes([&[0x23][..], &number.to_be_bytes()].concat()),
            Made::Date(since) => Object::Bytes([&[0x33][..], &since.to_be_bytes()].concat()),
            Made::Boolean(yes) => Object::Bytes(vec![if *yes { 0x09 } else { 0x08 }]),
            Made::Data(bytes) => Object::Bytes([marker(0x40, bytes.len()), bytes.clone()].concat()),
            Made::Uid(place) => Object::Bytes(match u8::try_from(*place) {
                Ok(place) => vec![0x80, place],
                Err(_) => [&[0x87][..], &place.to_be_bytes()].concat(),
            }),
            Made::Array(items) => {
                let items: Vec<usize> = items.iter().map(|item| self.add(item)).collect();
                Object::Named(0xa0, items.len(), items)
            }
            Made::Dictionary(entries) => {
                let mut named: Vec<usize> = entries.iter().map(|(key, _)| self.text(key)).collect();
                named.extend(
                    entries
                        .iter()
                        .map(|(_, value)| self.add(value))
                        .collect::<Vec<_>>(),
                );
                Object::Named(0xd0, entries.len(), named)
            }
        };
        if let Some(place) = self.objects.get_mut(index) {
            *place = object;
        }
        index
    }

    fn text(&mut self, text: &str) -> usize {
        if let Some(index) = self.texts.get(text) {
            return *index;
        }
        let bytes = if text.is_ascii() {
            [marker(0x50, text.len()), text.as_bytes().to_vec()].concat()
        } else {
            let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            [marker(0x60, units.len() / 2), units].concat()
        };
        let index = self.objects.len();
        self.objects.push(Object::Bytes(bytes));
        self.texts.insert(text.to_owned(), index);
        index
    }

    fn write(self) -> Vec<u8> {
        let size = |largest: usize| match largest {
            0..=0xff => 1usize,
            0x100..=0xffff => 2,
            0x1_0000..=0xffff_ffff => 4,
            _ => 8,
        };
        let count = self.objects.len();
        let reference = size(count);
        let number = |value: usize, bytes: usize| value.to_be_bytes().split_off_last(bytes);
        let mut out = b"bplist00".to_vec();
        let mut offsets = Vec::with_capacity(count);
        for object in &self.objects {
            offsets.push(out.len());
            match object {
                Object::Bytes(bytes) => out.extend(bytes),
                Object::Named(kind, length, named) => {
                    out.extend(marker(*kind, *length));
                    for index in named {
                        out.extend(number(*index, reference));
                    }
                }
            }
        }
        let table = out.len();
        let width = size(table);
        for offset in offsets {
            out.extend(number(offset, width));
        }
        out.extend([0; 6]);
        out.extend(number(width, 1));
        out.extend(number(reference, 1));
        for value in [count, 0, table] {
            out.extend(number(value, 8));
        }
        out
    }
}

/// The last bytes of a number.
trait Last {
    fn split_off_last(self, bytes: usize) -> Vec<u8>;
}

impl Last for [u8; 8] {
    fn split_off_last(self, bytes: usize) -> Vec<u8> {
        self.iter().skip(8 - bytes).copied().collect()
    }
}

fn marker(kind: u8, count: usize) -> Vec<u8> {
    match u8::try_from(count) {
        Ok(count @ 0..=14) => vec![kind | count],
        _ => {
            let mut out = vec![kind | 0x0f];
            out.extend(integer(i64::try_from(count).unwrap_or(i64::MAX)));
            out
        }
    }
}

fn integer(number: i64) -> Vec<u8> {
    let bytes = number.to_be_bytes();
    let (power, length) = match number {
        0..=0xff => (0u8, 1usize),
        0x100..=0xffff => (1, 2),
        0x1_0000..=0xffff_ffff => (2, 4),
        _ => (3, 8),
    };
    [vec![0x10 | power], bytes.split_off_last(length)].concat()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let at = |index: usize| chunk.get(index).copied().unwrap_or(0);
        let bits = u32::from_be_bytes([0, at(0), at(1), at(2)]);
        for digit in 0..4usize {
            if digit > chunk.len() {
                out.push('=');
                continue;
            }
            let value = bits >> (18 - 6 * digit) & 0x3f;
            let digit = usize::try_from(value).ok().and_then(|at| DIGITS.get(at));
            out.push(char::from(digit.copied().unwrap_or(b'A')));
        }
    }
    out
}

/// Seconds since 2001 as `2021-12-03T19:33:13Z` (days to date as in Howard Hinnant's `civil_from_days`).
#[allow(
    clippy::cast_possible_truncation,
    reason = "a time of this or the next thousand years"
)]
fn calendar(since: f64) -> String {
    let seconds = since.floor() as i64 + 978_307_200;
    let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    let year = year_of_era + era * 400 + later;
    format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z",
        rest / 3_600,
        rest / 60 % 60,
        rest % 60
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_have_the_bytes_that_the_format_asks_for() {
        let made = Made::dictionary([
            ("a", Made::from("é<")),
            ("b", Made::Date(660_252_793.0)),
            ("c", Made::Data(vec![0, 1, 2, 255])),
            ("d", Made::array(["a", "b"])),
            ("e", Made::Integer(-1)),
        ]);
        let xml = made.xml();
        assert!(xml.contains("<string>é&lt;</string>"), "{xml}");
        assert!(xml.contains("<date>2021-12-03T19:33:13Z</date>"), "{xml}");
        assert!(xml.contains("<data>AAEC/w==</data>"), "{xml}");
        let small = Made::array([true, false]).binary();
        assert_eq!(
            small,
            [
                b"bplist00\xa2\x01\x02\x09\x08\x08\x0b\x0c".as_slice(),
                &[0, 0, 0, 0, 0, 0, 1, 1],
                &[0, 0, 0, 0, 0, 0, 0, 3],
                &[0, 0, 0, 0, 0, 0, 0, 0],
                &[0, 0, 0, 0, 0, 0, 0, 13],
            ]
            .concat()
        );
        assert!(made.binary().starts_with(b"bplist00"));
    }
}
