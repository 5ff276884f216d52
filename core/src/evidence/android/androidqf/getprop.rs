//! `getprop.txt`: what the phone says of itself, as `[name]: [value]`. A value can have several lines.

use std::io::Read;

use super::super::json::malformed;
use super::super::lines::Lines;
use super::super::parsed::{Parsed, Place};
use crate::snapshot::{Device, Observed};

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

pub(in crate::evidence::android) fn parse(
    mut place: Place<'_>,
    source: &mut dyn Read,
) -> Parsed<Device> {
    let mut device = Device::default();
    let mut found: Vec<Option<Observed<String>>> = vec![None; FIELDS.len()];
    let mut records = 0;
    let mut open: Option<(u64, String, String)> = None;
    let mut lines = Lines::new(source);
    while !place.stops() {
        let Some((number, line)) = lines.next() else {
            break;
        };
        let line = match line {
            Ok(line) => line,
            Err(reason) => {
                place.skip(&format!("line {number}"), reason);
                continue;
            }
        };
        let (start, name, value) = match (open.take(), property(&line)) {
            (Some((start, name, mut value)), None) => {
                value.push('\n');
                value.push_str(&line);
                (start, name, value)
            }
            (unclosed, Some((name, value))) => {
                if let Some((start, ..)) = unclosed {
                    place.skip(&format!("line {start}"), malformed("it is never closed"));
                }
                (number, name.to_owned(), value.to_owned())
            }
            (None, None) => {
                if !line.trim().is_empty() {
                    place.skip(&format!("line {number}"), malformed("not a property"));
                }
                continue;
            }
        };
        let Some(closed) = value.strip_suffix(']') else {
            if value.len() > crate::limits::LINE_BYTES {
                place.skip(&format!("line {start}"), malformed("it is never closed"));
            } else {
                open = Some((start, name, value));
            }
            continue;
        };
        records += 1;
        let at = FIELDS.iter().position(|(property, _)| *property == name);
        if let Some(slot) = at.and_then(|at| found.get_mut(at))
            && slot.is_none()
            && !closed.is_empty()
        {
            let locator = place.at(format!("line {start}"));
            *slot = Some(Observed::new(closed.to_owned(), locator));
        }
    }
    if let Some((start, ..)) = open {
        place.skip(&format!("line {start}"), malformed("it is never closed"));
    }
    for ((_, field), value) in FIELDS.iter().zip(found) {
        let slot = field(&mut device);
        if slot.is_none() {
            *slot = value;
        }
    }
    place.finish(device, records)
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
