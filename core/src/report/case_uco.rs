//! The report as CASE/UCO in JSON-LD, for case systems (caseontology.org, CASE 1.5.0 over UCO 1.5.0).
//!
//! In goes the report, out comes one graph: the phone, the program with its signatures, the reading and the
//! check as actions, what was read with digests, the subjects of the findings, each finding as an analytic
//! result, where each was seen, and what was not checked. Ids are made from the report's number and the
//! object, so the same report gives the same bytes. Classes and properties are only those that
//! `case_validate` (case-utils 0.18.0) knows; `tests/checks/case_uco.py` says so in CI.

mod findings;
mod node;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use self::node::{Node, moment, reference};
use super::Report;
use super::schema::Surface;
use crate::case::Scope;
use crate::digest::Sha256;
use crate::snapshot::{Input, InputKind};
use crate::text::Catalogue;

/// Prefixes of the graph. `kb:` is ours: what this report tells of.
const CONTEXT: &[(&str, &str)] = &[
    ("kb", "urn:rushlight:kb:"),
    (
        "case-investigation",
        "https://ontology.caseontology.org/case/investigation/",
    ),
    (
        "uco-action",
        "https://ontology.unifiedcyberontology.org/uco/action/",
    ),
    (
        "uco-analysis",
        "https://ontology.unifiedcyberontology.org/uco/analysis/",
    ),
    (
        "uco-configuration",
        "https://ontology.unifiedcyberontology.org/uco/configuration/",
    ),
    (
        "uco-core",
        "https://ontology.unifiedcyberontology.org/uco/core/",
    ),
    (
        "uco-identity",
        "https://ontology.unifiedcyberontology.org/uco/identity/",
    ),
    (
        "uco-location",
        "https://ontology.unifiedcyberontology.org/uco/location/",
    ),
    (
        "uco-observable",
        "https://ontology.unifiedcyberontology.org/uco/observable/",
    ),
    (
        "uco-tool",
        "https://ontology.unifiedcyberontology.org/uco/tool/",
    ),
    (
        "uco-types",
        "https://ontology.unifiedcyberontology.org/uco/types/",
    ),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// The bytes of report.jsonld.
pub(super) fn to_bytes(report: &Report, catalogue: &Catalogue) -> Vec<u8> {
    #[derive(Serialize)]
    struct Whole {
        #[serde(rename = "@context")]
        context: BTreeMap<&'static str, &'static str>,
        #[serde(rename = "@graph")]
        graph: Vec<BTreeMap<&'static str, Value>>,
    }
    let whole = Whole {
        context: CONTEXT.iter().copied().collect(),
        graph: graph(report, catalogue),
    };
    let mut bytes = serde_json::to_vec_pretty(&whole)
        .expect("every key is a string, and writing to memory does not fail");
    bytes.push(b'\n');
    bytes
}

/// The nodes, in the order in which the story is told.
fn graph(report: &Report, catalogue: &Catalogue) -> Vec<BTreeMap<&'static str, Value>> {
    let mut graph = Graph {
        report,
        catalogue,
        namespace: Uuid::new_v5(
            &Uuid::NAMESPACE_URL,
            format!("urn:rushlight:report:{}", report.report_id).as_bytes(),
        ),
        known: BTreeSet::new(),
        nodes: Vec::new(),
    };
    let device = graph.device();
    let inputs: Vec<Value> = report
        .inputs
        .iter()
        .map(|input| graph.input(input))
        .collect();
    let acquisition = graph.acquisition(&device, &inputs);
    graph.check(&device, inputs, acquisition);
    graph.investigation();
    graph.nodes
}

/// The graph in the making.
struct Graph<'a> {
    report: &'a Report,
    catalogue: &'a Catalogue,
    /// Of this report: what ids are made in.
    namespace: Uuid,
    /// Ids of the nodes that are there.
    known: BTreeSet<String>,
    nodes: Vec<BTreeMap<&'static str, Value>>,
}

impl Graph<'_> {
    /// The id of a thing: `kb:` with its kind and a UUID (version 5) of the report's number, kind and key.
    fn id(&self, kind: &str, key: &str) -> String {
        let uuid = Uuid::new_v5(&self.namespace, format!("{kind}/{key}").as_bytes());
        format!("kb:{kind}-{uuid}")
    }

    /// Adds a node once, and points to it.
    fn add(&mut self, id: &str, node: Node) -> Value {
        if self.known.insert(id.to_owned()) {
            self.nodes.push(node.0);
        }
        reference(id)
    }

    /// The phone and its system.
    fn device(&mut self) -> Value {
        let from = &self.report.device;
        let identifiers = self
            .report
            .case
            .as_ref()
            .filter(|case| case.agrees_to(Scope::Identifiers))
            .map(|case| &case.device);
        let maker = from.make.as_ref().map(|make| {
            let id = self.id("maker", make);
            let maker =
                Node::new(&id, &["uco-identity:Organization"]).with("uco-core:name", make.as_str());
            self.add(&id, maker)
        });
        let about = Node::new(
            &self.id("device-facet", ""),
            &["uco-observable:DeviceFacet"],
        )
        .with("uco-observable:deviceType", "Mobile phone")
        .with("uco-observable:manufacturer", maker)
        .with("uco-observable:model", from.model.as_deref())
        .with(
            "uco-observable:serialNumber",
            identifiers.and_then(|device| device.serial.as_deref()),
        );
        let mut facets = vec![about];
        if let Some(device) = identifiers.filter(|device| !device.imei.is_empty()) {
            let id = self.id("mobile-device-facet", "");
            facets.push(
                Node::new(&id, &["uco-observable:MobileDeviceFacet"])
                    .with("uco-observable:IMEI", device.imei.clone()),
            );
        }
        let id = self.id("device", "");
        let node = Node::new(&id, &["uco-observable:MobileDevice"])
            .with("uco-core:name", from.model.as_deref())
            .holding("uco-core:hasFacet", facets);
        let device = self.add(&id, node);
        self.system(&id);
        self.account_devices(&id);
        device
    }

    /// The other devices in the phone's account, each with its relation to the phone.
    fn account_devices(&mut self, phone: &str) {
        let report = self.report;
        for (number, from) in report.account_devices.iter().enumerate() {
            if from.own == Some(true) {
                continue;
            }
            let key = number.to_string();
            let facet = Node::new(
                &self.id("account-device-facet", &key),
                &["uco-observable:DeviceFacet"],
            )
            .with("uco-observable:deviceType", from.kind.as_str())
            .with("uco-observable:model", from.model.as_deref());
            let mut told: Vec<String> = Vec::new();
            told.extend(from.os_version.iter().map(|it| format!("system: {it}")));
            let ends = from.serial_end.iter();
            told.extend(ends.map(|it| format!("end of the serial number: {it}")));
            let id = self.id("account-device", &key);
            let node = Node::new(&id, &["uco-observable:Device"])
                .with("uco-core:name", from.model.as_deref())
                .with("uco-core:description", told)
                .holding("uco-core:hasFacet", vec![facet]);
            self.add(&id, node);
            self.relation(&id, phone, "Shares_Account_With", None);
        }
    }

    fn system(&mut self, device: &str) {
        let from = &self.report.device;
        if from.os_version.is_none() && from.platform == "unknown" {
            return;
        }
        let id = self.id("operating-system", "");
        let version = Node::new(
            &self.id("operating-system-facet", ""),
            &["uco-observable:SoftwareFacet"],
        )
        .with("uco-observable:version", from.os_version.as_deref())
        .with("uco-observable:language", from.locale.as_deref());
        let told: Vec<String> = [
            ("build", &from.build),
            ("security patch", &from.security_patch),
            ("API level", &from.api_level),
            ("verified boot", &from.verified_boot),
        ]
        .into_iter()
        .filter_map(|(name, value)| value.as_ref().map(|value| format!("{name}: {value}")))
        .chain(
            from.supervised
                .map(|supervised| format!("supervised: {supervised}")),
        )
        .collect();
        // UCO 2 makes the first a kind of the second, and its shapes ask for both already.
        let classes = ["uco-observable:OperatingSystem", "uco-observable:Software"];
        let node = Node::new(&id, &classes)
            .with("uco-core:name", from.platform.as_str())
            .with("uco-core:description", told)
            .holding("uco-core:hasFacet", vec![version]);
        self.add(&id, node);
        self.relation(device, &id, "Has_Operating_System", None);
    }

    /// What was read, with its digest.
    fn input(&mut self, input: &Input) -> Value {
        let folder = match input.kind {
            InputKind::AndroidqfFolder | InputKind::ConnectedPhone | InputKind::IosBackup => true,
            InputKind::AndroidqfZip
            | InputKind::Bugreport
            | InputKind::Dumpsys
            | InputKind::AndroidBackup
            | InputKind::IntrusionLog
            | InputKind::AppPrivacyReport
            | InputKind::Sysdiagnose
            | InputKind::ConfigurationProfile
            | InputKind::Apk
            | InputKind::Member => false,
        };
        let content = self.content(&input.path, input.bytes, input.sha256);
        let path = self.path_facet(&input.path, folder);
        let id = self.id("input", &input.path);
        let class = if folder {
            "uco-observable:Directory"
        } else {
            "uco-observable:File"
        };
        let node = Node::new(&id, &[class])
            .with("uco-core:name", input.path.as_str())
            .with(
                "uco-core:description",
                folder.then_some(
                    "A folder has no bytes of its own: the digest is of the list that sha256sum \
                     prints for the files read from it, sorted by path, and the size is their sum.",
                ),
            )
            .holding("uco-core:hasFacet", vec![path, content]);
        self.add(&id, node)
    }

    /// An input by its path; one that the report does not list is named without a digest.
    fn input_at(&mut self, path: &str) -> String {
        let id = self.id("input", path);
        if !self.known.contains(&id) {
            let facet = self.path_facet(path, false);
            let node = Node::new(&id, &["uco-observable:File"])
                .with("uco-core:name", path)
                .holding("uco-core:hasFacet", vec![facet]);
            self.add(&id, node);
        }
        id
    }

    fn path_facet(&self, path: &str, folder: bool) -> Node {
        let name = path.rsplit('/').next().unwrap_or(path);
        Node::new(&self.id("file-facet", path), &["uco-observable:FileFacet"])
            .with("uco-observable:fileName", name)
            .with("uco-observable:filePath", path)
            .with("uco-observable:isDirectory", folder)
    }

    fn content(&self, key: &str, bytes: u64, sha256: Sha256) -> Node {
        let hash = Node::new(&self.id("hash", key), &["uco-types:Hash"])
            .with("uco-types:hashMethod", "SHA256")
            .with(
                "uco-types:hashValue",
                json!({"@type": "xsd:hexBinary", "@value": sha256.to_string()}),
            );
        Node::new(
            &self.id("content-facet", key),
            &["uco-observable:ContentDataFacet"],
        )
        .with("uco-observable:sizeInBytes", bytes)
        .holding("uco-observable:hash", vec![hash])
    }

    /// How the evidence was collected, where it says so.
    fn acquisition(&mut self, device: &Value, inputs: &[Value]) -> Option<Value> {
        let from = self.report.device.acquisition.as_ref()?;
        let tool_id = self.id("acquisition-tool", "");
        let tool = Node::new(&tool_id, &["uco-tool:Tool"])
            .with("uco-core:name", from.tool.as_str())
            .with("uco-tool:toolType", "Acquisition")
            .with("uco-tool:version", from.version.as_deref());
        let tool = self.add(&tool_id, tool);
        let id = self.id("acquisition", "");
        let node = Node::new(&id, &["case-investigation:InvestigativeAction"])
            .with("uco-core:name", "Acquisition")
            .with("uco-core:tag", from.id.as_deref())
            .with("uco-action:startTime", from.started.as_deref().map(moment))
            .with("uco-action:endTime", from.completed.as_deref().map(moment))
            .with("uco-action:instrument", tool)
            .with("uco-action:object", device.clone())
            .with("uco-action:result", inputs);
        Some(self.add(&id, node))
    }

    /// The check: who, with what, on what, and all that came of it.
    fn check(&mut self, device: &Value, inputs: Vec<Value>, acquisition: Option<Value>) {
        let id = self.id("check", "");
        let tool = self.tool();
        let performer = self.officer();
        let place = self.place();
        let mut made: Vec<Value> = Vec::new();
        for finding in &self.report.findings {
            made.extend(self.finding(finding, &id));
        }
        made.extend(self.record());
        made.push(self.limits());
        made.sort_by_key(Value::to_string);
        made.dedup();
        let not_checked: Vec<Value> = self
            .report
            .surfaces
            .iter()
            .filter_map(|surface| self.not_checked(surface))
            .collect();
        let kept = self.provenance_record([inputs.as_slice(), made.as_slice()].concat());
        made.push(kept);
        let mut object = inputs;
        object.insert(0, device.clone());
        let stated = moment(&self.report.scan.stated_at);
        let classes = [
            "case-investigation:InvestigativeAction",
            "uco-analysis:Analysis",
        ];
        let node = Node::new(&id, &classes)
            .with("uco-core:name", "Rushlight check")
            .with(
                "uco-core:description",
                "A screening of what was read from the phone. The report states one time for the whole check.",
            )
            .with("uco-action:startTime", stated.clone())
            .with("uco-action:endTime", stated)
            .with("uco-action:performer", performer)
            .with("uco-action:location", place)
            .with("uco-action:instrument", tool)
            .with("uco-action:object", object)
            .with("uco-action:result", made)
            .with("uco-action:error", not_checked)
            .with("case-investigation:wasInformedBy", acquisition);
        self.add(&id, node);
    }

    /// The program with its signatures.
    fn tool(&mut self) -> Value {
        let report = self.report;
        let indicators = report.bundle.indicators;
        let settings = [
            ("signatures.version", report.bundle.version.clone()),
            ("signatures.built_at", report.bundle.built_at.clone()),
            ("signatures.sha256", report.bundle.sha256.to_string()),
            ("signatures.name", report.scan.options.signatures.clone()),
            (
                "signatures.indicators.loaded",
                indicators.loaded.to_string(),
            ),
            (
                "signatures.indicators.usable",
                indicators.usable.to_string(),
            ),
            (
                "signatures.indicators.refused",
                indicators.refused.to_string(),
            ),
            ("program.commit", report.tool.commit.clone()),
            ("report.schema", report.schema.clone()),
            (
                "options.inventory",
                report.scan.options.inventory.to_string(),
            ),
            ("options.language", report.scan.options.language.clone()),
            ("options.region", report.scan.options.region.clone()),
        ];
        let entries = settings
            .iter()
            .map(|(name, value)| {
                let id = self.id("configuration-entry", name);
                Node::new(&id, &["uco-configuration:ConfigurationEntry"])
                    .with("uco-configuration:itemName", *name)
                    .with("uco-configuration:itemValue", value.as_str())
            })
            .collect();
        let configuration_id = self.id("configuration", "");
        let configuration = Node::new(&configuration_id, &["uco-configuration:Configuration"])
            .holding("uco-configuration:configurationEntry", entries);
        let configuration = self.add(&configuration_id, configuration);
        let id = self.id("tool", "");
        let node = Node::new(&id, &["uco-tool:AnalyticTool", "uco-tool:ConfiguredTool"])
            .with("uco-core:name", report.tool.name.as_str())
            .with("uco-tool:toolType", "Analytic")
            .with("uco-tool:version", report.tool.version.as_str())
            .with("uco-configuration:usesConfiguration", configuration);
        self.add(&id, node)
    }

    /// The officer, if anything of them was filled in.
    fn officer(&mut self) -> Option<Value> {
        let from = &self.report.case.as_ref()?.officer;
        let told: Vec<String> = [
            ("number", &from.number),
            ("role", &from.role),
            ("station", &from.station),
            ("training", &from.training),
        ]
        .into_iter()
        .filter_map(|(name, value)| value.as_ref().map(|value| format!("{name}: {value}")))
        .collect();
        if from.name.is_none() && told.is_empty() {
            return None;
        }
        let id = self.id("officer", "");
        let node = Node::new(&id, &["uco-identity:Person"])
            .with("uco-core:name", from.name.as_deref())
            .with("uco-core:description", told);
        Some(self.add(&id, node))
    }

    fn place(&mut self) -> Option<Value> {
        let place = self.report.case.as_ref()?.place.as_deref()?;
        let id = self.id("place", "");
        let node = Node::new(&id, &["uco-location:Location"]).with("uco-core:name", place);
        Some(self.add(&id, node))
    }

    /// The evidence record beside the report, by its digest.
    fn record(&mut self) -> Option<Value> {
        let record = self.report.record?;
        let facet = self.content("evidence-record", record.bytes, record.sha256);
        let id = self.id("evidence-record", "");
        let node = Node::new(&id, &["uco-observable:File"])
            .with("uco-core:name", "evidence.json")
            .with(
                "uco-core:description",
                "The evidence record: all that was observed, enough to make the report again.",
            )
            .holding("uco-core:hasFacet", vec![facet]);
        Some(self.add(&id, node))
    }

    /// What a check like this cannot tell.
    fn limits(&mut self) -> Value {
        let id = self.id("limits", "");
        let node = Node::new(&id, &["uco-core:Assertion"])
            .with("uco-core:name", "limits")
            .with("uco-core:statement", self.report.limits.clone());
        self.add(&id, node)
    }

    /// A surface that was not read, or from which records were left out.
    fn not_checked(&mut self, surface: &Surface) -> Option<Value> {
        let unavailable = surface.state == "unavailable";
        if !unavailable && surface.skipped_count == 0 {
            return None;
        }
        let mut statements: Vec<String> = surface.reason.iter().cloned().collect();
        statements.extend(
            surface
                .skipped
                .iter()
                .map(|skipped| format!("{}: {}", skipped.record, skipped.reason)),
        );
        let word = self.catalogue.plain("outcome-not-checked");
        let count = match surface.skipped_count {
            0 => String::new(),
            count => format!(" ({count})"),
        };
        let id = self.id("not-checked", &surface.id);
        let node = Node::new(&id, &["uco-core:Assertion"])
            .with("uco-core:name", surface.id.as_str())
            .with(
                "uco-core:description",
                format!("{word}: {}{count}", surface.id),
            )
            .with("uco-core:tag", "not_checked")
            .with("uco-core:statement", statements);
        Some(self.add(&id, node))
    }

    /// What belongs to this report, under its number.
    fn provenance_record(&mut self, object: Vec<Value>) -> Value {
        let case = self.report.case.as_ref();
        let exhibit = case.and_then(|case| case.device.exhibit.as_deref());
        let id = self.id("report", "");
        let node = Node::new(&id, &["case-investigation:ProvenanceRecord"])
            .with("uco-core:name", self.report.report_id.as_str())
            .with("case-investigation:exhibitNumber", exhibit)
            .with("uco-core:object", object);
        self.add(&id, node)
    }

    /// The case that the check belongs to, where a reference was filled in.
    fn investigation(&mut self) {
        let case = self.report.case.as_ref();
        let Some(reference) = case.and_then(|case| case.reference.as_deref()) else {
            return;
        };
        let object: Vec<Value> = self.known.iter().map(|id| node::reference(id)).collect();
        let id = self.id("investigation", "");
        let node = Node::new(&id, &["case-investigation:Investigation"])
            .with("uco-core:name", reference)
            .with("case-investigation:focus", "Tracking software")
            .with("uco-core:object", object);
        self.add(&id, node);
    }

    /// A relation between two observables, with the place of the one in the other.
    fn relation(&mut self, source: &str, target: &str, kind: &str, locator: Option<&str>) {
        let key = format!("{source}/{target}/{kind}/{}", locator.unwrap_or_default());
        let id = self.id("relation", &key);
        let facets = locator.map_or_else(Vec::new, |locator| {
            let id = self.id("path-facet", &key);
            vec![
                Node::new(&id, &["uco-observable:PathRelationFacet"])
                    .with("uco-observable:path", locator),
            ]
        });
        let node = Node::new(&id, &["uco-observable:ObservableRelationship"])
            .with("uco-core:source", reference(source))
            .with("uco-core:target", reference(target))
            .with("uco-core:kindOfRelationship", kind)
            .with("uco-core:isDirectional", true)
            .holding("uco-core:hasFacet", facets);
        self.add(&id, node);
    }
}
