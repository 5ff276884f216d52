//! What other programs get: the timeline and the graph.

use std::collections::BTreeSet;

use serde_json::Value;

use super::hostile::hostile_report;
use super::*;
use crate::case::{Agreement, Answer, Case, DescribedDevice, Officer, Scope, Statement};
use crate::detect::Finding;
use crate::report::timeline::{Event, EventKind, Precision};
use crate::scan::{Copy, Options};
use crate::snapshot::{Action, Observed, Snapshot};

/// The made phone with dates of two apps.
fn dated() -> Snapshot {
    let mut snapshot = phone();
    for (app, first) in snapshot
        .apps
        .iter_mut()
        .zip(["2026-03-29T00:30:00Z", "2026-03-29T01:30:00.5Z"])
    {
        let at = || place("packages.json", "[1].firstInstallTime");
        app.times.first_installed = Some(Observed::new(first.parse().unwrap(), at()));
        app.times.last_updated = Some(Observed::new("2026-04-01T12:00:00Z".parse().unwrap(), at()));
    }
    snapshot.actions = vec![Action {
        at: "2026-06-21T10:01:00Z".parse().unwrap(),
        what: "=cmd|' /C calc'!A0".to_owned(),
        output: None,
        changed: false,
    }];
    snapshot
}

fn case() -> Case {
    Case {
        reference: Some("42/118/26".to_owned()),
        officer: Officer {
            name: Some("PC A. Example".to_owned()),
            number: Some("1234".to_owned()),
            ..Officer::default()
        },
        place: Some("Example Road".to_owned()),
        agreement: Agreement {
            at: Some("2026-06-21T09:40:00Z".parse().unwrap()),
            basis: Some("Section 37".to_owned()),
            scope: vec![Scope::Identifiers],
            ..Agreement::default()
        },
        device: DescribedDevice {
            exhibit: Some("AE/1".to_owned()),
            serial: Some("R5CT000EXAMPLE".to_owned()),
            imei: vec!["350000000000006".to_owned()],
            ..DescribedDevice::default()
        },
        statements: ["com.android.system.sync", "org.example.other"]
            .map(|about| Statement {
                about: about.to_owned(),
                answer: Some(Answer::DidNotKnow),
                words: Some("I have never seen this.".to_owned()),
                at: Some("2026-06-21T10:08:00Z".parse().unwrap()),
                expected: None,
            })
            .to_vec(),
        ..Case::default()
    }
}

fn report_with(snapshot: &Snapshot, findings: Vec<Finding>, case: Option<Case>) -> Report {
    let options = Options {
        case,
        ..options(false)
    };
    let copy = Copy {
        options: &options,
        edition: Edition::Officer,
        record: None,
    };
    assemble(snapshot, findings, &bundle(), &Catalogue::en_gb(), copy)
}

#[test]
fn the_timeline_file() {
    let report = report_with(&dated(), found(), Some(case()));
    insta::assert_snapshot!(drawn(&report, Format::Timeline));
}

#[test]
fn the_graph_for_case_systems() {
    let report = report_with(&dated(), found(), Some(case()));
    insta::assert_snapshot!(drawn(&report, Format::CaseUco));
}

#[test]
fn events_are_sorted_by_time_and_not_by_its_spelling() {
    let events = report_with(&dated(), found(), Some(case())).timeline;
    let mut sorted = events.clone();
    sorted.sort();
    assert_eq!(events, sorted);
    let times: Vec<_> = events.iter().map(|event| event.at).collect();
    assert!(times.is_sorted());
}

#[test]
fn a_local_time_follows_the_clocks_of_the_phones_zone() {
    let events = report_with(&dated(), found(), None).timeline;
    let first: Vec<&Event> = events
        .iter()
        .filter(|event| event.what == EventKind::AppFirstInstalled)
        .collect();
    // The clocks went forward at 01:00 UTC.
    assert_eq!(
        first[0].at_local.as_deref(),
        Some("2026-03-29T00:30:00+00:00[Europe/London]")
    );
    assert_eq!(first[0].precision, Precision::Second);
    assert_eq!(
        first[1].at_local.as_deref(),
        Some("2026-03-29T02:30:00.5+01:00[Europe/London]")
    );
    assert_eq!(first[1].precision, Precision::Subsecond);
}

#[test]
fn dates_of_an_app_without_a_finding_stand_in_the_timeline_only_with_the_inventory() {
    let apps = |report: Report| -> BTreeSet<String> {
        report
            .timeline
            .into_iter()
            .filter(|event| event.what == EventKind::AppLastUpdated)
            .filter_map(|event| event.subject)
            .collect()
    };
    assert!(apps(report_with(&dated(), Vec::new(), Some(case()))).is_empty());
    assert_eq!(apps(report_of(&dated(), Vec::new(), true)).len(), 2);
}

/// Every cell of a CSV file.
fn cells(report: &Report, format: Format) -> Vec<String> {
    let file = drawn(report, format);
    let mut rows = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(file.as_bytes());
    rows.records()
        .flat_map(|row| {
            let cells: Vec<String> = row.unwrap().iter().map(str::to_owned).collect();
            cells
        })
        .collect()
}

/// A report in which this name stands wherever a name of the phone's or of a person's making can.
fn named(name: &str) -> Report {
    let mut snapshot = phone();
    let at = || place(name, name);
    let mut app = app(name, name, name);
    app.times.first_installed = Some(Observed::new("2026-01-01T00:00:00Z".parse().unwrap(), at()));
    snapshot.apps.push(app);
    snapshot
        .surfaces
        .skip(SurfaceId::Apps, name, Reason::UnsafeName);
    if let Some(from) = &mut snapshot.acquisition {
        name.clone_into(&mut from.tool);
    }
    snapshot.actions = vec![Action {
        at: "2026-06-21T10:12:00Z".parse().unwrap(),
        what: name.to_owned(),
        output: None,
        changed: false,
    }];
    let mut findings = found();
    for finding in &mut findings {
        name.clone_into(&mut finding.subject.id);
        finding.subject.label = Some(name.to_owned());
        for because in &mut finding.because {
            name.clone_into(&mut because.observed);
            because.provenance = at();
        }
    }
    let mut case = case();
    for said in &mut case.statements {
        said.words = Some(name.to_owned());
    }
    report_with(&snapshot, findings, Some(case))
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]

    #[test]
    fn no_name_begins_a_formula_in_any_csv_file(
        sign in "[ \"\t\r\n]{0,3}[-=+@＝＋－＠]?", rest in proptest::prelude::any::<String>(),
    ) {
        let report = named(&format!("{sign}{rest}"));
        for format in [Format::Csv, Format::Timeline] {
            for cell in cells(&report, format) {
                let begins = cell.trim_start_matches([' ', '"']).chars().next();
                proptest::prop_assert!(
                    !begins.is_some_and(|c| "=+-@＝＋－＠\t\r\n".contains(c)),
                    "{}",
                    cell
                );
            }
        }
    }
}

#[test]
fn every_reference_in_the_graph_leads_to_a_node_and_no_id_stands_twice() {
    for report in [
        report_with(&dated(), found(), Some(case())),
        report_with(&dated(), Vec::new(), None),
        hostile_report(),
    ] {
        let whole: Value = serde_json::from_str(&drawn(&report, Format::CaseUco)).unwrap();
        let mut defined = Vec::new();
        let mut named = BTreeSet::new();
        let mut open = vec![&whole["@graph"]];
        while let Some(value) = open.pop() {
            match value {
                Value::Array(values) => open.extend(values),
                Value::Object(map) => {
                    if let Some(id) = map.get("@id") {
                        let id = id.as_str().unwrap();
                        if map.len() == 1 {
                            named.insert(id);
                        } else {
                            defined.push(id);
                        }
                    }
                    open.extend(map.values());
                }
                _ => {}
            }
        }
        let known: BTreeSet<&str> = defined.iter().copied().collect();
        assert_eq!(known.len(), defined.len(), "an id stands twice");
        let lost: Vec<_> = named.difference(&known).collect();
        assert!(lost.is_empty(), "{lost:?}");
        let results = defined.iter().filter(|id| id.starts_with("kb:finding-"));
        assert_eq!(results.count(), report.findings.len());
    }
}

#[test]
fn identifiers_reach_the_graph_only_where_they_were_agreed_to() {
    let graph = |case| drawn(&report_with(&dated(), found(), Some(case)), Format::CaseUco);
    assert!(graph(case()).contains("R5CT000EXAMPLE"));
    let mut refused = case();
    refused.agreement.scope.clear();
    let graph = graph(refused);
    assert!(!graph.contains("R5CT000EXAMPLE") && !graph.contains("350000000000006"));
}

#[test]
fn what_was_not_checked_stands_in_the_graph() {
    let report = report_with(&dated(), Vec::new(), None);
    let whole: Value = serde_json::from_str(&drawn(&report, Format::CaseUco)).unwrap();
    let not_checked = whole["@graph"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|node| node["uco-core:tag"] == "not_checked")
        .count();
    // Four surfaces that could not be read, two from which a record was left out.
    assert_eq!(not_checked, 6);
}
