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
    let mut text = serde_json::to_string_pretty(&sorted(schema.to_value()))
        .expect("a schema has string keys, and writing to memory does not fail");
    text.push('\n');
    text
}

/// Keys in order, whatever map `serde_json` was built with. The depth is that of our own types.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let entries: BTreeMap<String, Value> = map
                .into_iter()
                .map(|(key, value)| (key, sorted(value)))
                .collect();
            entries.into_iter().collect()
        }
        Value::Array(values) => values.into_iter().map(sorted).collect(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

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
