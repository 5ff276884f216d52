//! `AndroidManifest.xml`: what an app says of itself.
//!
//! In: the binary XML, and a way to look up resources. Out: package, version, label, permissions, parts,
//! meta-data, each with its place, and what was left out. Elements are taken from where Android's own
//! `PackageParser` looks for them; elsewhere Android does not see them either.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::binary_xml::{Broken, Document, Element, Event, Value};
use super::entry_points::EntryPoints;
use crate::limits;
use crate::snapshot::{
    Component, ComponentKind, Hiding, MetaData, Observed, Provenance, Reason, Skipped, Version,
};

/// Resource ids of Android's attributes (`public-final.xml` of the framework).
mod attribute {
    pub(super) const LABEL: u32 = 0x0101_0001;
    pub(super) const NAME: u32 = 0x0101_0003;
    pub(super) const ENABLED: u32 = 0x0101_000e;
    pub(super) const EXCLUDE_FROM_RECENTS: u32 = 0x0101_0017;
    pub(super) const VALUE: u32 = 0x0101_0024;
    pub(super) const RESOURCE: u32 = 0x0101_0025;
    pub(super) const VERSION_CODE: u32 = 0x0101_021b;
    pub(super) const VERSION_NAME: u32 = 0x0101_021c;
    pub(super) const TARGET_SDK_VERSION: u32 = 0x0101_0270;
    pub(super) const VERSION_CODE_MAJOR: u32 = 0x0101_0576;
}

/// The name of the file.
pub(super) const MANIFEST: &str = "AndroidManifest.xml";

/// What the manifest says.
pub(super) struct Manifest {
    pub(super) package: String,
    pub(super) version: Version,
    /// The label of `<application>`: text or a resource.
    pub(super) label: Option<Observed<Value>>,
    pub(super) requested: BTreeSet<String>,
    pub(super) declared_permissions: Vec<Observed<String>>,
    pub(super) components: Vec<Component>,
    pub(super) meta_data: Vec<MetaData>,
    pub(super) self_declared_monitoring: Option<Observed<String>>,
    /// The API level that it was made for.
    pub(super) target_sdk: Option<Observed<u32>>,
    /// How it keeps out of sight. Empty for a split, which has only a part of the app.
    pub(super) hiding: Vec<Observed<Hiding>>,
    /// Events that wake it.
    pub(super) broadcasts: Vec<Observed<String>>,
    pub(super) skipped: Vec<Skipped>,
    /// Codes for what is wrong with its build.
    pub(super) anomalies: BTreeSet<&'static str>,
}

/// Reads a manifest. `text_of` gives the default text of a resource.
pub(super) fn read(
    input: &Arc<str>,
    bytes: &[u8],
    text_of: &dyn Fn(u32) -> Option<String>,
) -> Result<Manifest, Reason> {
    let mut document = Document::open(bytes).map_err(malformed)?;
    let root = match document.next().map_err(malformed)? {
        Some(Event::Start(element)) => element,
        Some(Event::End) | None => return Err(malformed(Broken("it has no elements"))),
    };
    let mut reader = Reader {
        input,
        text_of,
        manifest: head(input, &root, text_of)?,
        places: vec![Place::Manifest],
        counts: BTreeMap::new(),
        inside: String::new(),
        entry_points: EntryPoints::default(),
        is_split: root.plain_attribute("split").is_some(),
        left_out: BTreeMap::new(),
    };
    if document.is_cut {
        reader
            .manifest
            .anomalies
            .insert("manifest_shorter_than_declared");
    }
    loop {
        match document.next() {
            Ok(Some(Event::Start(element))) => reader.start(&element),
            Ok(Some(Event::End)) => {
                if reader.places.pop() == Some(Place::Filter) {
                    reader.entry_points.filter_ends();
                }
                // Android stops at the end of the root.
                if reader.places.is_empty() {
                    break;
                }
            }
            // A manifest that is damaged further down: Android refuses the app. What was read stays.
            Err(broken) => {
                reader.damaged(broken);
                break;
            }
            Ok(None) => {
                reader.damaged(Broken("it ends inside an element"));
                break;
            }
        }
    }
    Ok(reader.finish())
}

/// The root element: package and version.
fn head(
    input: &Arc<str>,
    root: &Element<'_>,
    text_of: &dyn Fn(u32) -> Option<String>,
) -> Result<Manifest, Reason> {
    if root.name != "manifest" {
        return Err(malformed(Broken("its first element is not <manifest>")));
    }
    let package = match root.plain_attribute("package") {
        Some(Value::Text(package)) if !package.is_empty() => package,
        _ => return Err(malformed(Broken("it names no package"))),
    };
    let low = number(root.attribute(attribute::VERSION_CODE));
    let high = number(root.attribute(attribute::VERSION_CODE_MAJOR));
    let code = match (high, low) {
        (None, None) => None,
        (high, low) => Some(high.unwrap_or(0) << 32 | low.unwrap_or(0)),
    };
    Ok(Manifest {
        package,
        version: Version {
            name: root
                .attribute(attribute::VERSION_NAME)
                .and_then(|value| text(value, text_of)),
            code,
            provenance: Provenance::new(input, format!("{MANIFEST} /manifest")),
        },
        label: None,
        requested: BTreeSet::new(),
        declared_permissions: Vec::new(),
        components: Vec::new(),
        meta_data: Vec::new(),
        self_declared_monitoring: None,
        target_sdk: None,
        hiding: Vec::new(),
        broadcasts: Vec::new(),
        skipped: Vec::new(),
        anomalies: BTreeSet::new(),
    })
}

/// Where in the manifest we stand; anything else hides what is inside it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Manifest,
    Application,
    Component,
    Filter,
    Elsewhere,
}

/// A kind of record in the manifest, as far as limits go.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Records {
    Requested,
    Declared,
    Components,
    MetaData,
}

struct Reader<'a> {
    input: &'a Arc<str>,
    text_of: &'a dyn Fn(u32) -> Option<String>,
    manifest: Manifest,
    /// The elements that are open. A byte each: depth cannot grow past the file's own size.
    places: Vec<Place>,
    /// How many elements of a name stood before, for locators.
    counts: BTreeMap<&'static str, usize>,
    /// The locator of the component that is open.
    inside: String,
    entry_points: EntryPoints,
    is_split: bool,
    /// Records beyond the limit.
    left_out: BTreeMap<Records, u64>,
}

impl Reader<'_> {
    fn start(&mut self, element: &Element<'_>) {
        let place = self.places.last().copied().unwrap_or(Place::Elsewhere);
        let inner = match place {
            Place::Manifest => self.below_manifest(element),
            Place::Application => self.below_application(element),
            Place::Component => self.below_component(element),
            Place::Filter => {
                self.below_filter(element);
                Place::Elsewhere
            }
            Place::Elsewhere => Place::Elsewhere,
        };
        self.places.push(inner);
    }

    fn below_manifest(&mut self, element: &Element<'_>) -> Place {
        match element.name.as_str() {
            "uses-permission" | "uses-permission-sdk-23" | "uses-permission-sdk-m" => {
                let locator = self.numbered("/manifest/", "uses-permission");
                if let Some(name) = self.name(element, &locator) {
                    if self.manifest.requested.len() < limits::MANIFEST_ELEMENTS {
                        self.manifest.requested.insert(name);
                    } else {
                        self.beyond(Records::Requested);
                    }
                }
            }
            "permission" => {
                let locator = self.numbered("/manifest/", "permission");
                if let Some(name) = self.name(element, &locator) {
                    if self.manifest.declared_permissions.len() < limits::MANIFEST_ELEMENTS {
                        let provenance = Provenance::new(self.input, locator);
                        let permission = Observed::new(name, provenance);
                        self.manifest.declared_permissions.push(permission);
                    } else {
                        self.beyond(Records::Declared);
                    }
                }
            }
            "uses-sdk" => {
                let locator = self.numbered("/manifest/", "uses-sdk");
                let level = number(element.attribute(attribute::TARGET_SDK_VERSION));
                if let Some(level) = level.and_then(|level| u32::try_from(level).ok()) {
                    let provenance = Provenance::new(self.input, locator);
                    self.manifest.target_sdk = Some(Observed::new(level, provenance));
                }
            }
            "meta-data" => {
                let locator = self.numbered("/manifest/", "meta-data");
                self.meta_data(element, locator);
            }
            "application" => {
                let first = !self.counts.contains_key("application");
                self.numbered("/manifest/", "application");
                if first {
                    self.application(element);
                    return Place::Application;
                }
                // Android takes the first and passes over the others.
                self.manifest.anomalies.insert("second_application");
            }
            _ => {}
        }
        Place::Elsewhere
    }

    fn application(&mut self, element: &Element<'_>) {
        let locator = format!("{MANIFEST} /manifest/application");
        if let Some(label) = element.attribute(attribute::LABEL) {
            let provenance = Provenance::new(self.input, format!("{locator}/@label"));
            self.manifest.label = Some(Observed::new(label, provenance));
        }
        if element.attribute(attribute::NAME).is_some() {
            self.component(element, ComponentKind::Application, locator);
        }
    }

    fn below_application(&mut self, element: &Element<'_>) -> Place {
        let (kind, name) = match element.name.as_str() {
            "activity" => (ComponentKind::Activity, "activity"),
            "activity-alias" => (ComponentKind::Activity, "activity-alias"),
            "service" => (ComponentKind::Service, "service"),
            "receiver" => (ComponentKind::Receiver, "receiver"),
            "provider" => (ComponentKind::Provider, "provider"),
            "meta-data" => {
                let locator = self.numbered("/manifest/application/", "meta-data");
                self.meta_data(element, locator);
                return Place::Elsewhere;
            }
            _ => return Place::Elsewhere,
        };
        let locator = self.numbered("/manifest/application/", name);
        self.inside.clone_from(&locator);
        let is = |attribute| match element.attribute(attribute) {
            Some(Value::Boolean(value)) => Some(value),
            _ => None,
        };
        self.entry_points.component(
            kind,
            is(attribute::ENABLED).unwrap_or(true),
            is(attribute::EXCLUDE_FROM_RECENTS).unwrap_or(false),
            Provenance::new(self.input, locator.clone()),
        );
        self.component(element, kind, locator);
        Place::Component
    }

    fn below_component(&mut self, element: &Element<'_>) -> Place {
        match element.name.as_str() {
            "meta-data" => {
                let locator = format!("{}/meta-data", self.inside);
                self.meta_data(element, locator);
                Place::Elsewhere
            }
            "intent-filter" => {
                self.entry_points.filter();
                Place::Filter
            }
            _ => Place::Elsewhere,
        }
    }

    fn below_filter(&mut self, element: &Element<'_>) {
        let locator = format!("{}/intent-filter", self.inside);
        match element.name.as_str() {
            "action" => {
                if let Some(name) = self.name(element, &locator) {
                    self.entry_points.action(name);
                }
            }
            "category" => {
                if let Some(name) = self.name(element, &locator) {
                    self.entry_points.category(name);
                }
            }
            _ => {}
        }
    }

    fn component(&mut self, element: &Element<'_>, kind: ComponentKind, locator: String) {
        let Some(name) = self.name(element, &locator) else {
            return;
        };
        if self.manifest.components.len() >= limits::MANIFEST_ELEMENTS {
            self.beyond(Records::Components);
            return;
        }
        self.manifest.components.push(Component {
            kind,
            class: class_name(&self.manifest.package, name),
            provenance: Provenance::new(self.input, locator),
        });
    }

    fn meta_data(&mut self, element: &Element<'_>, locator: String) {
        let Some(name) = self.name(element, &locator) else {
            return;
        };
        if self.manifest.meta_data.len() >= limits::MANIFEST_ELEMENTS {
            self.beyond(Records::MetaData);
            return;
        }
        let value = element
            .attribute(attribute::VALUE)
            .or_else(|| element.attribute(attribute::RESOURCE));
        if value == Some(Value::TooLong) {
            self.too_long(&locator);
        }
        let value = value.and_then(|value| text(value, self.text_of));
        let provenance = Provenance::new(self.input, locator);
        let of_the_app = self.places.last() != Some(&Place::Component);
        if of_the_app
            && name.eq_ignore_ascii_case("isMonitoringTool")
            && self.manifest.self_declared_monitoring.is_none()
        {
            let value = value.clone().unwrap_or_default();
            self.manifest.self_declared_monitoring = Some(Observed::new(value, provenance.clone()));
        }
        self.manifest.meta_data.push(MetaData {
            name,
            value,
            provenance,
        });
    }

    /// The `android:name` of an element.
    fn name(&mut self, element: &Element<'_>, locator: &str) -> Option<String> {
        match element.attribute(attribute::NAME)? {
            Value::TooLong => {
                self.too_long(locator);
                None
            }
            value => text(value, self.text_of),
        }
    }

    /// The locator of the next element of this name, counted from 1 as XPath does.
    fn numbered(&mut self, parent: &'static str, name: &'static str) -> String {
        let count = self.counts.entry(name).or_default();
        *count += 1;
        format!("{MANIFEST} {parent}{name}[{count}]")
    }

    fn too_long(&mut self, locator: &str) {
        if self.manifest.skipped.len() < limits::SKIPPED_LISTED {
            self.manifest.skipped.push(Skipped {
                record: format!("{} {locator}", self.input),
                reason: Reason::TooLarge {
                    limit: limits::MANIFEST_VALUE_BYTES as u64,
                },
            });
        }
    }

    fn beyond(&mut self, records: Records) {
        *self.left_out.entry(records).or_default() += 1;
    }

    fn damaged(&mut self, broken: Broken) {
        self.manifest.anomalies.insert("manifest_damaged");
        self.manifest.skipped.push(Skipped {
            record: format!("{} {MANIFEST}", self.input),
            reason: malformed(broken),
        });
    }

    fn finish(mut self) -> Manifest {
        // Neither a part of an app nor a manifest that ends early shows that an icon is missing.
        let whole = !self.manifest.anomalies.contains("manifest_damaged");
        if whole && !self.is_split && self.counts.contains_key("application") {
            let place = Provenance::new(self.input, format!("{MANIFEST} /manifest/application"));
            self.manifest.hiding = self.entry_points.hiding(&place);
        }
        self.manifest.broadcasts = self.entry_points.broadcasts();
        for records in self.left_out.keys() {
            let what = match records {
                Records::Requested => "/manifest/uses-permission",
                Records::Declared => "/manifest/permission",
                Records::Components => "/manifest/application",
                Records::MetaData => "meta-data",
            };
            self.manifest.skipped.push(Skipped {
                record: format!("{} {MANIFEST} {what}", self.input),
                reason: Reason::TooMany {
                    limit: limits::MANIFEST_ELEMENTS as u64,
                },
            });
        }
        self.manifest
    }
}

/// The full name of a class (`ParsingUtils.buildClassName`): a name that begins with a dot, or has none,
/// stands below the package.
fn class_name(package: &str, name: String) -> String {
    if name.starts_with('.') {
        format!("{package}{name}")
    } else if name.contains('.') {
        name
    } else {
        format!("{package}.{name}")
    }
}

/// A value as text; a resource as its own text, or as its number where it has none.
pub(super) fn text(value: Value, text_of: &dyn Fn(u32) -> Option<String>) -> Option<String> {
    match value {
        Value::Text(text) => Some(text),
        Value::Reference(id) => Some(text_of(id).unwrap_or_else(|| format!("@0x{id:08x}"))),
        // Android prints whole numbers signed.
        Value::Number(number) => Some(number.cast_signed().to_string()),
        Value::Boolean(value) => Some(value.to_string()),
        Value::TooLong | Value::Other => None,
    }
}

fn number(value: Option<Value>) -> Option<u64> {
    match value? {
        Value::Number(number) => Some(u64::from(number)),
        Value::Text(text) => text.trim().parse().ok(),
        Value::Reference(_) | Value::Boolean(_) | Value::TooLong | Value::Other => None,
    }
}

fn malformed(broken: Broken) -> Reason {
    Reason::Malformed {
        cause: format!("{MANIFEST}: {}", broken.0),
    }
}
