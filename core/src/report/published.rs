//! The JSON Schema of report.json, made from the types, as `docs/report.schema.json` publishes it.

use std::collections::BTreeMap;

use schemars::generate::{Contract, SchemaSettings};
use serde_json::Value;

use super::schema::Report;

/// The schema's own name. Its number is that of [`SCHEMA`](super::schema::SCHEMA).
const ID: &str = "urn:rushlight:report:1";

/// The JSON Schema (draft 2020-12) of report.json: two spaces, keys sorted, one final newline.
#[must_use]
pub fn json_schema() -> String {
    let mut settings = SchemaSettings::draft2020_12();
    settings.contract = Contract::Serialize;
    let mut schema = settings.into_generator().into_root_schema_for::<Report>();
    schema.insert("$id".to_owned(), ID.into());
    schema.insert("title".to_owned(), "Rushlight report, version 1".into());
    let mut text = serde_json::to_string_pretty(&tidy(schema.to_value()))
        .expect("a schema has string keys, and writing to memory does not fail");
    text.push('\n');
    text
}

/// Keys in order, whatever map `serde_json` was built with; descriptions without the marks of Rust's own
/// documentation; no defaults, which are for case files and not for reports. The depth is that of our types.
fn tidy(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let entries: BTreeMap<String, Value> = map
                .into_iter()
                .filter(|(key, _)| key != "default")
                .map(|(key, value)| match value {
                    Value::String(text) if key == "description" => (key, plain(&text).into()),
                    value => (key, tidy(value)),
                })
                .collect();
            entries.into_iter().collect()
        }
        Value::Array(values) => values.into_iter().map(tidy).collect(),
        other => other,
    }
}

/// A doc comment as a sentence: links become their words, lines become one.
fn plain(comment: &str) -> String {
    let mut out = String::new();
    let mut rest = comment;
    while let Some((before, linked)) = rest.split_once("[`") {
        out.push_str(before);
        let (word, after) = linked.split_once("`]").unwrap_or((linked, ""));
        out.push_str(word);
        rest = match after
            .strip_prefix('(')
            .and_then(|path| path.split_once(')'))
        {
            Some((_, after)) => after,
            None => after,
        };
    }
    out.push_str(rest);
    out.replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn a_doc_comment_becomes_a_sentence() {
        assert_eq!(
            plain("At most\n[`LIMIT`](crate::limits::LIMIT), see [`Other`]. `id` stays."),
            "At most LIMIT, see Other. `id` stays."
        );
    }

    #[test]
    fn the_published_schema_is_that_of_the_types() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/report.schema.json");
        let made = json_schema();
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(&path, &made).unwrap();
        }
        let published = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            published == made,
            "docs/report.schema.json is not that of the types: UPDATE_SCHEMA=1 cargo test -p rushlight-core \
             --no-default-features --features schema published"
        );
    }
}
