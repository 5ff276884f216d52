//! Plain lists: `root_binaries.json`, `mounts.json`, `services.txt`.

use std::io::Read;

use super::super::json::{Records, not_json};
use super::super::lines::Lines;
use super::super::parsed::{Parsed, Place};
use crate::snapshot::{Observed, Reason};

/// A JSON array of texts. One text can hold several lines, each a value: `which -a` prints every place
/// where it finds a program.
pub(super) fn texts(mut place: Place<'_>, source: &mut dyn Read) -> Parsed<Vec<Observed<String>>> {
    let mut values = Vec::new();
    let mut records = Records::new(source);
    let mut count = 0;
    while !place.stops() {
        let Some((index, bytes)) = records.next() else {
            break;
        };
        let text: Result<String, Reason> =
            bytes.and_then(|bytes| serde_json::from_slice(bytes).map_err(not_json));
        let text = match text {
            Ok(text) => text,
            Err(reason) => {
                place.skip(&format!("[{index}]"), reason);
                continue;
            }
        };
        count += 1;
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            values.push(Observed::new(
                line.to_owned(),
                place.at(format!("[{index}]")),
            ));
        }
    }
    place.finish(values, count)
}

/// `service list` prints `12<tab>name: [interface]` under a line with the count.
pub(in crate::evidence::android) fn services(
    mut place: Place<'_>,
    source: &mut dyn Read,
) -> Parsed<Vec<Observed<String>>> {
    let mut values = Vec::new();
    let mut lines = Lines::new(source);
    while !place.stops() {
        let Some((number, line)) = lines.next() else {
            break;
        };
        let at = format!("line {number}");
        let line = match line {
            Ok(line) => line,
            Err(reason) => {
                place.skip(&at, reason);
                continue;
            }
        };
        if line.trim().is_empty() || line.starts_with("Found ") {
            continue;
        }
        match service(&line) {
            Some(name) => values.push(Observed::new(name.to_owned(), place.at(at))),
            None => place.skip(
                &at,
                super::super::json::malformed("not a row of a list of services"),
            ),
        }
    }
    let count = values.len() as u64;
    place.finish(values, count)
}

fn service(line: &str) -> Option<&str> {
    let (number, rest) = line.trim_start().split_once(char::is_whitespace)?;
    number.parse::<u32>().ok()?;
    let (name, _) = rest.trim_start().split_once(':')?;
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::evidence::Unwatched;

    type Parser = fn(Place<'_>, &mut dyn Read) -> Parsed<Vec<Observed<String>>>;

    fn read(parse: Parser, mut text: &[u8]) -> (Vec<(String, String)>, usize) {
        let input: Arc<str> = "phone/list".into();
        let parsed = parse(Place::new(&input, &Unwatched), &mut text);
        let values = parsed.value.into_iter();
        let values = values
            .map(|value| (value.value, value.provenance.locator))
            .collect();
        (values, parsed.skipped.len())
    }

    #[test]
    fn one_text_of_several_lines_is_several_values() {
        let (values, skipped) = read(
            texts,
            b"[\n  \"/system/bin/su\\n/system/xbin/su\\n\",\n  7,\n  \"/x\"\n]",
        );
        let wanted = [
            ("/system/bin/su", "[0]"),
            ("/system/xbin/su", "[0]"),
            ("/x", "[2]"),
        ];
        assert_eq!(values, wanted.map(|(a, b)| (a.to_owned(), b.to_owned())));
        assert_eq!(skipped, 1);
    }

    #[test]
    fn services_are_named() {
        let (values, skipped) = read(
            services,
            b"Found 2 services:\n0\tphone: [com.x.IPhone]\n12\tisms: []\nwhat\n",
        );
        let wanted = [("phone", "line 2"), ("isms", "line 3")];
        assert_eq!(values, wanted.map(|(a, b)| (a.to_owned(), b.to_owned())));
        assert_eq!(skipped, 1);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
            read(texts, &bytes);
            read(services, &bytes);
        }
    }
}
