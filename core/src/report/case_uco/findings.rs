//! Findings in the graph: each as an analytic result about its subject, with where the subject was seen and
//! what the person said.

use std::net::IpAddr;

use serde_json::Value;

use super::Graph;
use super::node::{Node, moment, reference};
use crate::detect::{Outcome, Subject, SubjectKind};
use crate::report::document::because_words;
use crate::report::schema::{Because, Finding, FindingStatement};
use crate::report::timeline::EventKind;
use crate::report::words;
use crate::snapshot::Provenance;

impl Graph<'_> {
    /// The result and its subject, with the places where it was seen and what the person said.
    pub(super) fn finding(&mut self, finding: &Finding, check: &str) -> Vec<Value> {
        let subject_id = self.subject(&finding.subject);
        for because in &finding.because {
            let input = self.input_at(&because.provenance.input);
            let locator = Some(because.provenance.locator.as_str());
            self.relation(&subject_id, &input, "Contained_Within", locator);
        }
        let (word, meaning) = match finding.outcome {
            Outcome::Match => ("match", "outcome-match-meaning"),
            Outcome::WorthALook => ("worth_a_look", "outcome-worth-a-look-meaning"),
        };
        let text = &finding.text;
        let mut statements: Vec<String> = [
            &text.headline,
            &text.harmless_explanation,
            &text.can_do,
            &text.does_not_tell,
        ]
        .into_iter()
        .cloned()
        .collect();
        statements.extend(finding.because.iter().map(|because| self.reason(because)));
        let mut tags = vec![word.to_owned()];
        let mut facets = Vec::new();
        if let Some(family) = &finding.family {
            tags.push(format!("family:{}", family.id));
            let class_id = self.id("classification", &finding.id);
            let class = Node::new(&class_id, &["uco-analysis:ArtifactClassification"])
                .with("uco-analysis:class", family.category.as_str());
            let facet_id = self.id("classification-facet", &finding.id);
            let facet = ["uco-analysis:ArtifactClassificationResultFacet"];
            facets.push(
                Node::new(&facet_id, &facet).holding("uco-analysis:classification", vec![class]),
            );
        }
        tags.extend(
            finding
                .also
                .iter()
                .map(|also| format!("family:{}", also.id)),
        );
        let id = self.id("finding", &finding.id);
        let outcome = words::outcome(finding.outcome, self.catalogue);
        let meaning = self.catalogue.plain(meaning);
        let node = Node::new(&id, &["uco-analysis:AnalyticResult"])
            .with("uco-core:name", finding.id.as_str())
            .with("uco-core:description", format!("{outcome}: {meaning}"))
            .with("uco-core:statement", statements)
            .with("uco-core:tag", tags)
            .with("uco-analysis:originatingAnalysis", reference(check))
            .with("uco-analysis:resultContent", reference(&subject_id))
            .holding("uco-core:hasFacet", facets);
        let mut made = vec![self.add(&id, node), reference(&subject_id)];
        if let Some(said) = &finding.statement {
            made.push(self.said(finding, said, &id));
        }
        made
    }

    /// A reason: what fired, what was observed, and where.
    fn reason(&self, because: &Because) -> String {
        let fired = match &because.indicator {
            Some(indicator) => {
                let listed = indicator.first_listed.as_deref().unwrap_or("unknown");
                format!(
                    "{} (strength: {}, source: {}, first listed: {listed})",
                    indicator.id, indicator.strength, indicator.source
                )
            }
            None => because_words(because, self.catalogue),
        };
        let Provenance { input, locator } = &because.provenance;
        format!(
            "{fired} Observed: {} in {input}, {locator}",
            because.observed
        )
    }

    /// What the person said of a finding: a note, not an observation.
    fn said(&mut self, finding: &Finding, said: &FindingStatement, result: &str) -> Value {
        let answer = said
            .answer
            .and_then(|answer| serde_json::to_value(answer).ok());
        let id = self.id("statement", &finding.id);
        let node = Node::new(&id, &["uco-core:Annotation"])
            .with(
                "uco-core:description",
                "What the person said. Not a fact that a machine observed.",
            )
            .with("uco-core:objectCreatedTime", said.at.as_deref().map(moment))
            .with("uco-core:statement", said.words.as_deref())
            .with("uco-core:tag", answer)
            .with("uco-core:object", reference(result));
        self.add(&id, node)
    }

    /// The thing that a finding is about.
    fn subject(&mut self, subject: &Subject) -> String {
        if subject.kind == SubjectKind::Device {
            return self.id("device", "");
        }
        let kind = words::subject_kind(subject.kind);
        let state = words::state(subject.state);
        let key = format!("{kind}/{state}/{}", subject.id);
        let id = self.id(kind, &key);
        let facet_id = self.id("subject-facet", &key);
        let facet = |class| Node::new(&facet_id, &[class]);
        let (class, facets) = match subject.kind {
            SubjectKind::App => (
                "uco-observable:Application",
                vec![self.application(&subject.id, facet("uco-observable:ApplicationFacet"))],
            ),
            SubjectKind::File => (
                "uco-observable:File",
                vec![
                    facet("uco-observable:FileFacet")
                        .with("uco-observable:filePath", subject.id.as_str()),
                ],
            ),
            SubjectKind::Domain => match subject.id.parse::<IpAddr>() {
                Ok(IpAddr::V4(_)) => (
                    "uco-observable:IPv4Address",
                    vec![
                        facet("uco-observable:IPv4AddressFacet")
                            .with("uco-observable:addressValue", subject.id.as_str()),
                    ],
                ),
                Ok(IpAddr::V6(_)) => (
                    "uco-observable:IPv6Address",
                    vec![
                        facet("uco-observable:IPv6AddressFacet")
                            .with("uco-observable:addressValue", subject.id.as_str()),
                    ],
                ),
                Err(_) => (
                    "uco-observable:DomainName",
                    vec![
                        facet("uco-observable:DomainNameFacet")
                            .with("uco-observable:value", subject.id.as_str()),
                    ],
                ),
            },
            SubjectKind::Profile | SubjectKind::Setting | SubjectKind::Device => {
                ("uco-observable:ObservableObject", Vec::new())
            }
        };
        let name = subject.label.as_deref().unwrap_or(&subject.id);
        let node = Node::new(&id, &[class])
            .with("uco-core:name", name)
            .with("uco-core:tag", format!("{kind}:{}", subject.id))
            .with("uco-observable:state", state)
            .holding("uco-core:hasFacet", facets);
        self.add(&id, node);
        id
    }

    fn application(&self, app: &str, facet: Node) -> Node {
        let version = self
            .report
            .inventory
            .as_ref()
            .and_then(|inventory| inventory.apps.iter().find(|row| row.id == app))
            .and_then(|row| row.version.as_deref());
        let installed = self
            .report
            .timeline
            .iter()
            .filter(|event| event.what == EventKind::AppFirstInstalled)
            .filter(|event| event.subject.as_deref() == Some(app))
            .map(|event| {
                let at = event.at.to_string();
                let id = self.id("installed", &format!("{at}/{app}"));
                Node::new(&id, &["uco-observable:ApplicationVersion"])
                    .with("uco-observable:installDate", moment(&at))
            })
            .collect();
        facet
            .with("uco-observable:applicationIdentifier", app)
            .with("uco-observable:version", version)
            .holding("uco-observable:installedVersionHistory", installed)
    }
}
