//! Two reports about one record: what the later one says otherwise, and with what it was made.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::detect::{Outcome, Subject, SubjectKind};
use crate::report::Report;
use crate::report::schema::{Because, Family, Finding, Surface};
use crate::snapshot::{AppState, Platform};

/// A value before and after.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Change<T> {
    /// Before.
    pub earlier: T,
    /// After.
    pub later: T,
}

impl<T: PartialEq> Change<T> {
    /// The change, or none where both are the same.
    pub fn of(earlier: T, later: T) -> Option<Self> {
        (earlier != later).then_some(Self { earlier, later })
    }
}

/// What is different between two reports. Empty lists say that nothing is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReportDifference {
    /// The reports' ids.
    pub reports: Change<String>,
    /// What the two were made with, where that differs, in the order of [`Part`].
    pub made_with: Vec<MadeWith>,
    /// In the order of the later report.
    pub only_later: Vec<FindingName>,
    /// In the order of the earlier report.
    pub only_earlier: Vec<FindingName>,
    /// By subject.
    pub changed: Vec<ChangedFinding>,
    /// Surfaces in another state, in the order of the later report.
    pub surfaces: Vec<ChangedSurface>,
}

impl ReportDifference {
    /// Whether the two reports say the same, whatever they were made with.
    #[must_use]
    pub fn says_the_same(&self) -> bool {
        self.only_later.is_empty()
            && self.only_earlier.is_empty()
            && self.changed.is_empty()
            && self.surfaces.is_empty()
    }
}

/// Something that a report was made with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MadeWith {
    /// Which.
    pub part: Part,
    /// Its version, and its digest or commit.
    pub version: Change<String>,
}

/// What a report is made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The program.
    Program,
    /// The signatures.
    Signatures,
    /// The language of the texts.
    Language,
    /// For whom the copy is.
    Edition,
}

/// A finding, by what tells it from the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingName {
    /// Its number in its report.
    pub id: String,
    /// Match or worth a look.
    pub outcome: Outcome,
    /// What it is about.
    pub subject: Subject,
    /// The family, or null.
    pub family: Option<Family>,
}

/// A finding that both reports have, and that differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChangedFinding {
    /// What it is about.
    pub subject: Subject,
    /// The numbers that it has in the two reports.
    pub ids: Change<String>,
    /// The outcomes, if they differ.
    pub outcome: Option<Change<Outcome>>,
    /// The families, if they differ.
    pub family: Option<Change<Option<Family>>>,
    /// Reasons that only the later report has, in its order.
    pub reasons_added: Vec<Because>,
    /// Reasons that only the earlier report has, in its order.
    pub reasons_gone: Vec<Because>,
}

/// A surface that is in another state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangedSurface {
    /// A stable word.
    pub id: String,
    /// What the two reports say; null where one does not have it.
    pub state: Change<Option<SurfaceView>>,
}

/// What a report says of a surface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SurfaceView {
    /// `read`, `unavailable` or `not_asked`.
    pub state: String,
    /// Why it was not read, as a sentence.
    pub reason: Option<String>,
    /// How many records were read.
    pub records: Option<u64>,
    /// How many were left out.
    pub skipped_count: u64,
}

/// What the later report says otherwise than the earlier one.
#[must_use]
pub fn difference(earlier: &Report, later: &Report) -> ReportDifference {
    let mut by_subject: BTreeMap<SubjectKey<'_>, Both<'_>> = BTreeMap::new();
    for finding in &earlier.findings {
        by_subject
            .entry(key(finding))
            .or_default()
            .earlier
            .push(finding);
    }
    for finding in &later.findings {
        by_subject
            .entry(key(finding))
            .or_default()
            .later
            .push(finding);
    }
    let mut changed = Vec::new();
    let mut only_earlier = Vec::new();
    let mut only_later = Vec::new();
    for both in by_subject.into_values() {
        for pair in both.pairs() {
            match pair {
                (Some(earlier), Some(later)) => changed.extend(changed_finding(earlier, later)),
                (Some(earlier), None) => only_earlier.push(earlier),
                (None, Some(later)) => only_later.push(later),
                (None, None) => {}
            }
        }
    }
    ReportDifference {
        reports: Change {
            earlier: earlier.report_id.clone(),
            later: later.report_id.clone(),
        },
        made_with: made_with(earlier, later),
        only_later: in_order_of(later, &only_later),
        only_earlier: in_order_of(earlier, &only_earlier),
        changed,
        surfaces: surfaces(earlier, later),
    }
}

/// What tells subjects apart: an app that is gone is another subject than the app.
type SubjectKey<'a> = (SubjectKind, Platform, &'a str, AppState);

fn key(finding: &Finding) -> SubjectKey<'_> {
    let subject = &finding.subject;
    (subject.kind, subject.platform, &subject.id, subject.state)
}

/// The findings about one subject.
#[derive(Default)]
struct Both<'a> {
    earlier: Vec<&'a Finding>,
    later: Vec<&'a Finding>,
}

impl<'a> Both<'a> {
    /// Findings of one family belong together; of the rest, the first with the first.
    fn pairs(mut self) -> Vec<(Option<&'a Finding>, Option<&'a Finding>)> {
        let family = |finding: &Finding| finding.family.as_ref().map(|family| family.id.clone());
        let mut pairs = Vec::new();
        let mut unpaired = Vec::new();
        for finding in self.earlier {
            let same = self
                .later
                .iter()
                .position(|later| family(later) == family(finding));
            match same {
                Some(at) => pairs.push((Some(finding), Some(self.later.remove(at)))),
                None => unpaired.push(finding),
            }
        }
        let mut later = self.later.into_iter();
        for finding in unpaired {
            pairs.push((Some(finding), later.next()));
        }
        pairs.extend(later.map(|finding| (None, Some(finding))));
        pairs
    }
}

fn changed_finding(earlier: &Finding, later: &Finding) -> Option<ChangedFinding> {
    let without = |reasons: &[Because], others: &[Because]| -> Vec<Because> {
        reasons
            .iter()
            .filter(|reason| !others.contains(reason))
            .cloned()
            .collect()
    };
    let change = ChangedFinding {
        subject: later.subject.clone(),
        ids: Change {
            earlier: earlier.id.clone(),
            later: later.id.clone(),
        },
        outcome: Change::of(earlier.outcome, later.outcome),
        family: Change::of(earlier.family.clone(), later.family.clone()),
        reasons_added: without(&later.because, &earlier.because),
        reasons_gone: without(&earlier.because, &later.because),
    };
    let differs = change.outcome.is_some()
        || change.family.is_some()
        || !change.reasons_added.is_empty()
        || !change.reasons_gone.is_empty();
    differs.then_some(change)
}

fn in_order_of(report: &Report, findings: &[&Finding]) -> Vec<FindingName> {
    report
        .findings
        .iter()
        .filter(|finding| findings.iter().any(|other| std::ptr::eq(*other, *finding)))
        .map(|finding| FindingName {
            id: finding.id.clone(),
            outcome: finding.outcome,
            subject: finding.subject.clone(),
            family: finding.family.clone(),
        })
        .collect()
}

fn made_with(earlier: &Report, later: &Report) -> Vec<MadeWith> {
    let program = |report: &Report| format!("{} ({})", report.tool.version, report.tool.commit);
    let signatures =
        |report: &Report| format!("{} ({})", report.bundle.version, report.bundle.sha256);
    let language = |report: &Report| report.scan.options.language.clone();
    let edition = |report: &Report| match report.edition {
        crate::report::Edition::Officer => "officer".to_owned(),
        crate::report::Edition::Person => "person".to_owned(),
    };
    [
        (Part::Program, Change::of(program(earlier), program(later))),
        (
            Part::Signatures,
            Change::of(signatures(earlier), signatures(later)),
        ),
        (
            Part::Language,
            Change::of(language(earlier), language(later)),
        ),
        (Part::Edition, Change::of(edition(earlier), edition(later))),
    ]
    .into_iter()
    .filter_map(|(part, version)| {
        Some(MadeWith {
            part,
            version: version?,
        })
    })
    .collect()
}

fn surfaces(earlier: &Report, later: &Report) -> Vec<ChangedSurface> {
    fn view<'a>(report: &'a Report, id: &str) -> Option<&'a Surface> {
        report.surfaces.iter().find(|surface| surface.id == id)
    }
    fn said(surface: &Surface) -> SurfaceView {
        SurfaceView {
            state: surface.state.clone(),
            reason: surface.reason.clone(),
            records: surface.records,
            skipped_count: surface.skipped_count,
        }
    }
    let gone = earlier
        .surfaces
        .iter()
        .filter(|surface| view(later, &surface.id).is_none());
    later
        .surfaces
        .iter()
        .chain(gone)
        .filter_map(|surface| {
            let state = Change::of(
                view(earlier, &surface.id).map(said),
                view(later, &surface.id).map(said),
            )?;
            Some(ChangedSurface {
                id: surface.id.clone(),
                state,
            })
        })
        .collect()
}
