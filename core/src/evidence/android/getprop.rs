//! What the phone says of itself (`getprop`), as `[name]: [value]`. A value can have several lines.

use std::io::Read;

use super::json::malformed;
use super::lines::Lines;
use super::parsed::{Parsed, Place};
use crate::snapshot::{Device, Observed, Provenance, Reason};

/// Which property names which field; the first that has a value counts.
const FIELDS: [(&str, Field); 10] = [
    ("ro.product.manufacturer", |device| &mut device.make),
    ("ro.product.model", |device| &mut device.model),
    ("ro.build.version.release", |device| &mut device.os_version),
    ("ro.build.version.sdk", |device| &mut device.api_level),
    ("ro.build.version.security_patch", |device| {
        &mut device.security_patch
    }),
    ("ro.build.fingerprint", |device| &mut device.build),
    ("persist.sys.locale", |device| &mut device.locale),
    ("ro.product.locale", |device| &mut device.locale),
    ("persist.sys.timezone", |device| &mut device.zone),
    ("ro.boot.verifiedbootstate", |device| {
        &mut device.verified_boot
    }),
];

type Field = fn(&mut Device) -> &mut Option<Observed<String>>;

/// Reads all of `getprop.txt`.
pub(super) fn parse(mut place: Place<'_>, source: &mut dyn Read) -> Parsed<Device> {
    let mut properties = Properties::default();
    let mut lines = Lines::new(source);
    while !place.stops() {
        let Some((number, line)) = lines.next() else {
            break;
        };
        let at = |number| place.at(format!("line {number}"));
        let left = match line {
            Ok(line) => properties.line(number, &line, at),
            Err(reason) => Some((number, reason)),
        };
        if let Some((number, reason)) = left {
            place.skip(&format!("line {number}"), reason);
        }
    }
    let (device, records, left) = properties.finish();
    if let Some((number, reason)) = left {
        place.skip(&format!("line {number}"), reason);
    }
    place.finish(device, records)
}

/// The properties of a phone while they are read line by line.
#[derive(Default)]
pub(super) struct Properties {
    found: [Option<Observed<String>>; FIELDS.len()],
    records: u64,
    /// A value that goes on in the next line: where it began, its name, what is known of it.
    open: Option<(u64, String, String)>,
}

/// The line where something begins that was left out, and why.
pub(super) type Left = Option<(u64, Reason)>;

impl Properties {
    /// The next line. `at` is the place of a line.
    pub(super) fn line(
        &mut self,
        number: u64,
        line: &str,
        at: impl FnOnce(u64) -> Provenance,
    ) -> Left {
        let mut left = None;
        let (start, name, value) = match (self.open.take(), property(line)) {
            (Some((start, name, mut value)), None) => {
                value.push('\n');
                value.push_str(line);
                (start, name, value)
            }
            (unclosed, Some((name, value))) => {
                left = unclosed.map(|(start, ..)| (start, malformed("it is never closed")));
                (number, name.to_owned(), value.to_owned())
            }
            (None, None) => {
                let blank = line.trim().is_empty();
                return (!blank).then(|| (number, malformed("not a property")));
            }
        };
        let Some(closed) = value.strip_suffix(']') else {
            if value.len() > crate::limits::LINE_BYTES {
                return Some((start, malformed("it is never closed")));
            }
            self.open = Some((start, name, value));
            return left;
        };
        self.records += 1;
        let field = FIELDS.iter().position(|(property, _)| *property == name);
        if let Some(slot) = field.and_then(|field| self.found.get_mut(field))
            && slot.is_none()
            && !closed.is_empty()
        {
            *slot = Some(Observed::new(closed.to_owned(), at(start)));
        }
        left
    }

    /// Whether the next line belongs to the last one.
    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// The phone, how many properties it has, and what was left open.
    pub(super) fn finish(self) -> (Device, u64, Left) {
        let mut device = Device::default();
        for ((_, field), value) in FIELDS.iter().zip(self.found) {
            let slot = field(&mut device);
            if slot.is_none() {
                *slot = value;
            }
        }
        let unclosed = self.open;
        let left = unclosed.map(|(start, ..)| (start, malformed("it is never closed")));
        (device, self.records, left)
    }
}

/// Name and value so far of a line that starts a property. The value keeps its closing bracket.
fn property(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.strip_prefix('[')?.split_once("]: [")?;
    (!name.is_empty()).then_some((name, value))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::evidence::Unwatched;

    fn read(mut text: &[u8]) -> Parsed<Device> {
        let input: Arc<str> = "phone/getprop.txt".into();
        parse(Place::new(&input, &Unwatched), &mut text)
    }

    #[test]
    fn the_phone_names_itself() {
        let parsed = read(
            b"[ro.product.manufacturer]: [Example]\r\n[ro.product.model]: [One\nTwo]\n\
              [ro.product.locale]: [en-GB]\n[persist.sys.locale]: [de-DE]\n[persist.sys.timezone]: []\n",
        );
        assert_eq!(parsed.records, 5);
        assert_eq!(parsed.skipped, []);
        let device = parsed.value;
        assert_eq!(device.make.unwrap().value, "Example");
        let model = device.model.unwrap();
        assert_eq!(
            (model.value.as_str(), model.provenance.locator.as_str()),
            ("One\nTwo", "line 2")
        );
        assert_eq!(device.locale.unwrap().value, "de-DE");
        assert_eq!(device.zone, None);
    }

    #[test]
    fn a_line_that_is_no_property_costs_only_itself() {
        let parsed = read(b"sh: getprop: inaccessible\n[ro.product.model]: [One]\n[x]: [open\n");
        assert_eq!(parsed.value.model.unwrap().value, "One");
        let records: Vec<_> = parsed.skipped.iter().map(|s| s.record.as_str()).collect();
        assert_eq!(
            records,
            ["phone/getprop.txt line 1", "phone/getprop.txt line 3"]
        );
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
            read(&bytes);
        }
    }
}
