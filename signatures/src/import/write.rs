//! Record files as text: one indicator a line, the same bytes for the same records.
//!
//! Written by hand, because the lines are read by people in reviews: a family of 500 indicators is 500
//! short lines, and a changed indicator is one changed line. Reading back gives the same record; the
//! importers check that on every file they write.

use std::fmt::Write as _;

use rushlight_core::signatures::MatchMode;

use crate::record::{DualUseRecord, FamilyRecord, HostRole, IndicatorRecord};

/// `families/<id>.yaml`, under comment lines.
pub(super) fn family(heading: &str, record: &FamilyRecord) -> String {
    let mut text = heading.to_owned();
    let mut line = |name: &str, value: &str| {
        let _ = writeln!(text, "{name}: {value}");
    };
    line("id", &scalar(&record.id));
    line("name", &scalar(&record.name));
    if !record.aliases.is_empty() {
        line("aliases", &list(&record.aliases));
    }
    line("category", record.category.as_str());
    if let Some(reason) = &record.category_reason {
        line("category_reason", &scalar(reason));
    }
    line("status", record.status.as_str());
    if !record.capabilities.is_empty() {
        line("capabilities", &list(&record.capabilities));
    }
    text.push_str("verdicts:\n");
    for verdict in &record.verdicts {
        let _ = writeln!(
            text,
            "- {{source: {}, entry: {}, verdict: {}}}",
            scalar(&verdict.source),
            scalar(&verdict.entry),
            scalar(&verdict.verdict),
        );
    }
    if record.indicators.is_empty() {
        text.push_str("indicators: []\n");
    } else {
        text.push_str("indicators:\n");
    }
    for indicator in &record.indicators {
        let _ = writeln!(text, "- {}", flow(indicator));
    }
    text
}

/// `lists/dual-use.yaml`, under comment lines.
pub(super) fn dual_use(heading: &str, records: &[DualUseRecord]) -> String {
    let mut text = heading.to_owned();
    for record in records {
        let _ = writeln!(
            text,
            "- {{id: {}, platform: {}, purpose: {}, source: {}}}",
            scalar(&record.id),
            scalar(&record.platform),
            scalar(&record.purpose),
            scalar(&record.source),
        );
    }
    if records.is_empty() {
        text.push_str("[]\n");
    }
    text
}

fn flow(indicator: &IndicatorRecord) -> String {
    let mut text = format!("{{kind: {}", indicator.kind.as_str());
    let mut field = |name: &str, value: Option<&str>| {
        if let Some(value) = value {
            let _ = write!(text, ", {name}: {}", scalar(value));
        }
    };
    field("mode", indicator.mode.map(MatchMode::as_str));
    field("value", Some(&indicator.value));
    field("strength", Some(indicator.strength.as_str()));
    field("role", indicator.role.map(role));
    field("first_listed", indicator.first_listed.as_deref());
    field("source", Some(&indicator.source));
    field("sample", indicator.sample.as_deref());
    field("shared", indicator.shared.as_deref());
    text.push('}');
    text
}

fn role(role: HostRole) -> &'static str {
    match role {
        HostRole::C2 => "c2",
        HostRole::Website => "website",
        HostRole::Distribution => "distribution",
    }
}

fn list(values: &[String]) -> String {
    let values: Vec<String> = values.iter().map(|value| scalar(value)).collect();
    format!("[{}]", values.join(", "))
}

/// Plain where every YAML reader takes it for text, in double quotes otherwise.
fn scalar(value: &str) -> String {
    const WORDS: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    let plain = value.starts_with(|c: char| c.is_ascii_alphabetic())
        && value
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))
        && !WORDS.contains(&value.to_ascii_lowercase().as_str());
    if plain {
        return value.to_owned();
    }
    let mut text = String::from('"');
    for c in value.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            // Everything that YAML does not print: controls, line separators, the byte order mark.
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                let _ = write!(text, "\\u{:04x}", u32::from(c));
            }
            c => text.push(c),
        }
    }
    text.push('"');
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rushlight_core::signatures::{Category, IndicatorKind, Status, Strength};

    use super::*;
    use crate::record::Verdict;

    fn record(text: &str, other: Option<String>) -> FamilyRecord {
        FamilyRecord {
            id: "made".to_owned(),
            name: text.to_owned(),
            aliases: vec![text.to_owned(), "1E5".to_owned(), "null".to_owned()],
            category: Category::Stalkerware,
            category_reason: other.clone(),
            status: Status::Unknown,
            capabilities: Vec::new(),
            verdicts: vec![Verdict {
                source: "echap".to_owned(),
                entry: text.to_owned(),
                verdict: "stalkerware".to_owned(),
            }],
            indicators: vec![IndicatorRecord {
                kind: IndicatorKind::AndroidPackage,
                mode: Some(MatchMode::Glob),
                value: text.to_owned(),
                strength: Strength::Identifying,
                role: Some(HostRole::C2),
                first_listed: Some("2020-06-21".to_owned()),
                source: "echap".to_owned(),
                sample: other.clone(),
                shared: other,
            }],
        }
    }

    #[test]
    fn a_digest_that_looks_like_a_number_comes_back_as_text() {
        let digest = "12345678901234567890123456789012345678E1";
        let record = record(digest, Some(digest.to_owned()));
        let back: FamilyRecord = serde_saphyr::from_str(&family("# made\n", &record)).unwrap();
        assert_eq!(back, record);
    }

    proptest! {
        #[test]
        fn every_record_reads_back_as_it_was(text in "\\PC{1,40}|[ -~]{1,40}|[\\x01-\\x7f\u{85}\u{2028}]{1,12}", other in proptest::option::of("\\PC{1,20}")) {
            let record = record(&text, other);
            let written = family("# made\n", &record);
            let back: FamilyRecord = serde_saphyr::from_str(&written).unwrap();
            prop_assert_eq!(back, record);
        }
    }
}
