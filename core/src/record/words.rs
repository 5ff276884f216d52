//! The difference between two reports in sentences, for a terminal or a page.

use super::{Change, ChangedFinding, ChangedSurface, FindingName, Part, ReportDifference};
use crate::detect::Subject;
use crate::report::schema::Family;
use crate::report::shown::shown;
use crate::report::words;
use crate::text::Catalogue;

impl ReportDifference {
    /// One sentence or two for each difference: what the reports were made with first, then findings, then
    /// surfaces. Every value in them is made visible.
    #[must_use]
    pub fn sentences(&self, catalogue: &Catalogue) -> Vec<String> {
        let mut said: Vec<String> = self
            .made_with
            .iter()
            .map(|made| {
                let id = match made.part {
                    Part::Program => "rescan-program",
                    Part::Signatures => "rescan-signatures",
                    Part::Language => "rescan-language",
                    Part::Edition => "rescan-edition",
                };
                from_to(id, None, &made.version, catalogue)
            })
            .collect();
        if self.says_the_same() {
            let id = if self.made_with.is_empty() && self.reports.earlier == self.reports.later {
                "rescan-same"
            } else {
                "rescan-says-the-same"
            };
            said.push(catalogue.plain(id));
        }
        said.extend(
            self.only_later
                .iter()
                .map(|finding| named("rescan-only-later", finding, catalogue)),
        );
        said.extend(
            self.only_earlier
                .iter()
                .map(|finding| named("rescan-only-earlier", finding, catalogue)),
        );
        for finding in &self.changed {
            said.extend(changed(finding, catalogue));
        }
        said.extend(
            self.surfaces
                .iter()
                .map(|changed| surface(changed, catalogue)),
        );
        said
    }
}

fn name(subject: &Subject) -> String {
    let id = shown(&subject.id);
    match &subject.label {
        Some(label) => format!("{} ({id})", shown(label)),
        None => id,
    }
}

fn named(id: &str, finding: &FindingName, catalogue: &Catalogue) -> String {
    let outcome = words::outcome(finding.outcome, catalogue);
    catalogue.text(
        id,
        &[
            ("outcome", (&outcome).into()),
            ("name", (&name(&finding.subject)).into()),
        ],
    )
}

fn changed(finding: &ChangedFinding, catalogue: &Catalogue) -> Vec<String> {
    let name = name(&finding.subject);
    let mut said = Vec::new();
    if let Some(outcome) = &finding.outcome {
        let outcome = Change {
            earlier: words::outcome(outcome.earlier, catalogue),
            later: words::outcome(outcome.later, catalogue),
        };
        said.push(from_to("rescan-outcome", Some(&name), &outcome, catalogue));
    }
    if let Some(family) = &finding.family {
        let family_name = |family: &Option<Family>| match family {
            None => catalogue.plain("rescan-no-family"),
            Some(family) => family.name.clone(),
        };
        let family = Change {
            earlier: family_name(&family.earlier),
            later: family_name(&family.later),
        };
        said.push(from_to("rescan-family", Some(&name), &family, catalogue));
    }
    let (added, gone) = (finding.reasons_added.len(), finding.reasons_gone.len());
    if added + gone > 0 {
        said.push(catalogue.text(
            "rescan-reasons",
            &[
                ("name", (&name).into()),
                ("added", (added as u64).into()),
                ("gone", (gone as u64).into()),
            ],
        ));
    }
    said
}

fn surface(changed: &ChangedSurface, catalogue: &Catalogue) -> String {
    // A report of a later version may have surfaces and states that this one has no name for.
    let word = |prefix: &str, word: &str| {
        catalogue
            .known(&format!("{prefix}-{word}"))
            .unwrap_or_else(|| shown(word))
    };
    let surface = word("surface", &changed.id);
    let state = Change {
        earlier: changed
            .state
            .earlier
            .as_ref()
            .map(|view| (&view.state, &view.reason)),
        later: changed
            .state
            .later
            .as_ref()
            .map(|view| (&view.state, &view.reason)),
    };
    if state.earlier == state.later {
        return catalogue.text("rescan-surface-records", &[("surface", (&surface).into())]);
    }
    let state_name = |state: Option<(&String, &Option<String>)>| match state {
        None => catalogue.plain("rescan-surface-missing"),
        Some((state, None)) => word("state", state),
        Some((state, Some(reason))) => {
            format!("{}: {}", word("state", state), reason.trim_end_matches('.'))
        }
    };
    catalogue.text(
        "rescan-surface",
        &[
            ("surface", (&surface).into()),
            ("earlier", (&state_name(state.earlier)).into()),
            ("later", (&state_name(state.later)).into()),
        ],
    )
}

fn from_to(id: &str, name: Option<&str>, change: &Change<String>, catalogue: &Catalogue) -> String {
    catalogue.text(
        id,
        &[
            ("name", name.unwrap_or_default().into()),
            ("earlier", (&shown(&change.earlier)).into()),
            ("later", (&shown(&change.later)).into()),
        ],
    )
}
