//! One node of the graph: what it is and what it says of a thing.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// One node of the graph, or one facet inside a node.
pub(super) struct Node(pub(super) BTreeMap<&'static str, Value>);

impl Node {
    pub(super) fn new(id: &str, classes: &[&str]) -> Self {
        Self(BTreeMap::from([
            ("@id", id.into()),
            ("@type", classes.into()),
        ]))
    }

    /// Says something; nothing of it where there is nothing to say.
    pub(super) fn with(mut self, property: &'static str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        if !empty {
            self.0.insert(property, value);
        }
        self
    }

    /// Holds another node in itself.
    pub(super) fn holding(self, property: &'static str, inner: Vec<Self>) -> Self {
        let inner: Vec<Value> = inner.into_iter().map(Self::value).collect();
        self.with(property, inner)
    }

    fn value(self) -> Value {
        self.0.into_iter().collect()
    }
}

/// Points to a node.
pub(super) fn reference(id: &str) -> Value {
    json!({"@id": id})
}

/// A time, RFC 3339.
pub(super) fn moment(time: &str) -> Value {
    json!({"@type": "xsd:dateTime", "@value": time})
}
