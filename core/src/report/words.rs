//! The words of a finding: category, kind of subject, state and outcome in, four texts out.
//!
//! Harmless first, fact second, and what it does not tell always (R-W3, R-W4, R-W5 in the word rules).

use super::schema::Text;
use super::shown::shown;
use crate::detect::{Basis, Finding, Outcome, Subject, SubjectKind};
use crate::signatures::{Category, IndicatorKind, Strength};
use crate::snapshot::AppState;
use crate::text::Catalogue;

/// The word of a subject kind in files and message names.
#[must_use]
pub(crate) fn subject_kind(kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::App => "app",
        SubjectKind::Profile => "profile",
        SubjectKind::Setting => "setting",
        SubjectKind::File => "file",
        SubjectKind::Domain => "domain",
        SubjectKind::Device => "device",
    }
}

/// The word of an app's state in files and message names.
#[must_use]
pub(crate) fn state(state: AppState) -> &'static str {
    match state {
        AppState::Installed => "installed",
        AppState::Removed => "removed",
        AppState::Seen => "seen",
    }
}

/// The outcome as a person reads it.
#[must_use]
pub(crate) fn outcome(outcome: Outcome, catalogue: &Catalogue) -> String {
    match outcome {
        Outcome::Match => catalogue.plain("outcome-match"),
        Outcome::WorthALook => catalogue.plain("outcome-worth-a-look"),
    }
}

/// The four texts of a finding.
#[must_use]
pub(super) fn text(finding: &Finding, catalogue: &Catalogue) -> Text {
    Text {
        headline: headline(finding, catalogue),
        can_do: can_do(finding, catalogue),
        harmless_explanation: harmless_explanation(finding, catalogue),
        does_not_tell: does_not_tell(&finding.subject, catalogue),
    }
}

/// What a headline may claim.
enum Claim {
    /// An identifying indicator fired.
    Listed,
    /// Only weaker indicators fired.
    Resembles,
    /// An app with ordinary uses and one more.
    Ordinary,
    /// The app says of itself that it watches.
    Declared,
    /// A power, and no more.
    Plain,
}

fn claim(finding: &Finding) -> Claim {
    let app = finding.subject.kind == SubjectKind::App;
    let strengths = || {
        finding
            .because
            .iter()
            .filter_map(|because| match &because.basis {
                Basis::Indicator(hit) => Some(hit.indicator.strength),
                Basis::Power(_) | Basis::SelfDeclared => None,
            })
    };
    let declared = finding
        .because
        .iter()
        .any(|because| matches!(because.basis, Basis::SelfDeclared));
    match &finding.family {
        Some(family) if family.category == Category::DualUse && app => Claim::Ordinary,
        Some(_) if strengths().any(|strength| strength == Strength::Identifying) => Claim::Listed,
        Some(_) => Claim::Resembles,
        None if declared && app => Claim::Declared,
        None => Claim::Plain,
    }
}

fn headline(finding: &Finding, catalogue: &Catalogue) -> String {
    let subject = &finding.subject;
    let claim = match claim(finding) {
        Claim::Listed => "listed",
        Claim::Resembles => "resembles",
        Claim::Ordinary => "ordinary",
        Claim::Declared => "declared",
        Claim::Plain => "plain",
    };
    let name = shown(subject.label.as_deref().unwrap_or(&subject.id));
    let family = finding.family.as_ref().map(|family| shown(&family.name));
    catalogue.text(
        &format!("headline-{}-{claim}", subject_kind(subject.kind)),
        &[
            ("state", state(subject.state).into()),
            ("name", (&name).into()),
            ("family", family.as_deref().unwrap_or_default().into()),
        ],
    )
}

fn can_do(finding: &Finding, catalogue: &Catalogue) -> String {
    let Some(family) = &finding.family else {
        return catalogue.plain("can-do-none");
    };
    let capabilities = family
        .capabilities
        .iter()
        .map(|word| catalogue.capability(&shown(word)));
    let recorded = !family.capabilities.is_empty();
    let sentences: Vec<String> = match (family.category, recorded) {
        (Category::DualUse, true) => [
            catalogue.plain("can-do-dual-use"),
            catalogue.plain("can-do-dual-use-also"),
        ]
        .into_iter()
        .chain(capabilities)
        .chain([catalogue.plain("can-do-question")])
        .collect(),
        (Category::DualUse, false) => vec![
            catalogue.plain("can-do-dual-use"),
            catalogue.plain("can-do-dual-use-unrecorded"),
            catalogue.plain("can-do-question"),
        ],
        (_, true) => {
            let kind = subject_kind(finding.subject.kind);
            let opening = catalogue.text("can-do-opening", &[("kind", kind.into())]);
            std::iter::once(opening).chain(capabilities).collect()
        }
        (category, false) => vec![catalogue.plain(&format!("can-do-{}", category.as_str()))],
    };
    sentences.join(" ")
}

fn harmless_explanation(finding: &Finding, catalogue: &Catalogue) -> String {
    let subject = &finding.subject;
    let mut sentences = Vec::new();
    match &finding.family {
        // These are sentences about apps; other kinds have their own below.
        None if subject.kind == SubjectKind::App => {
            sentences.push(match claim(finding) {
                Claim::Declared => catalogue.plain("harmless-declared"),
                Claim::Listed | Claim::Resembles | Claim::Ordinary | Claim::Plain => {
                    catalogue.plain("harmless-none")
                }
            });
        }
        None => {}
        Some(family) => {
            sentences.push(catalogue.plain(&format!("harmless-{}", family.category.as_str())));
        }
    }
    match subject.kind {
        SubjectKind::App => {}
        kind => sentences.push(catalogue.plain(&format!("harmless-{}", subject_kind(kind)))),
    }
    if has_name(subject.kind) && rests_on_a_name(finding) {
        sentences.push(catalogue.plain("harmless-name-only"));
    }
    match (subject.kind, subject.state) {
        (SubjectKind::App, AppState::Removed) => {
            sentences.push(catalogue.plain("harmless-removed"));
        }
        (SubjectKind::App, AppState::Seen) => sentences.push(catalogue.plain("harmless-seen")),
        _ => {}
    }
    if finding.family.is_some() {
        sentences.push(catalogue.plain("harmless-match"));
    }
    sentences.join(" ")
}

fn has_name(kind: SubjectKind) -> bool {
    match kind {
        SubjectKind::App => true,
        SubjectKind::Profile
        | SubjectKind::Setting
        | SubjectKind::File
        | SubjectKind::Domain
        | SubjectKind::Device => false,
    }
}

/// Whether everything that fired is a name, which anybody can give to anything.
fn rests_on_a_name(finding: &Finding) -> bool {
    let mut kinds = finding
        .because
        .iter()
        .filter_map(|because| match &because.basis {
            Basis::Indicator(hit) => Some(hit.indicator.kind),
            Basis::Power(_) | Basis::SelfDeclared => None,
        })
        .peekable();
    kinds.peek().is_some()
        && kinds.all(|kind| match kind {
            IndicatorKind::AndroidPackage | IndicatorKind::IosBundle | IndicatorKind::Label => true,
            IndicatorKind::SignerSha1
            | IndicatorKind::SignerSha256
            | IndicatorKind::SignerKey
            | IndicatorKind::SignerCommonName
            | IndicatorKind::SignerOrganisation
            | IndicatorKind::ApkSha256
            | IndicatorKind::Component
            | IndicatorKind::MetaData
            | IndicatorKind::DeclaredPermission
            | IndicatorKind::DexRule
            | IndicatorKind::FileSha256
            | IndicatorKind::FilePath
            | IndicatorKind::ProfileIdentifier
            | IndicatorKind::ProfileUuid
            | IndicatorKind::ProfileOrganisation
            | IndicatorKind::ProfilePayload
            | IndicatorKind::Host
            | IndicatorKind::Ip => false,
        })
}

fn does_not_tell(subject: &Subject, catalogue: &Catalogue) -> String {
    catalogue.text(
        &format!("does-not-tell-{}", subject_kind(subject.kind)),
        &[("state", state(subject.state).into())],
    )
}
