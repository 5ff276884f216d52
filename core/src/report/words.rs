//! The words of a finding: category, kind of subject, state and outcome in, four texts out.
//!
//! Harmless first, fact second, and what it does not tell always (R-W3, R-W4, R-W5 in the word rules).

use jiff::tz::TimeZone;

use super::schema::Text;
use super::shown::shown;
use crate::detect::{
    Basis, Because, DeviceKind, Finding, Outcome, Sign, Step, StepKind, Subject, SubjectKind,
    Weight,
};
use crate::signatures::{Category, IndicatorKind, Strength};
use crate::snapshot::{AppState, Moment, Platform};
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

/// The name of a kind of device.
#[must_use]
pub(crate) fn device_kind(kind: DeviceKind) -> &'static str {
    match kind {
        DeviceKind::Phone => "device-kind-phone",
        DeviceKind::Pad => "device-kind-pad",
        DeviceKind::Mac => "device-kind-mac",
        DeviceKind::Watch => "device-kind-watch",
        DeviceKind::Tv => "device-kind-tv",
        DeviceKind::Speaker => "device-kind-speaker",
        DeviceKind::Other => "device-kind-other",
    }
}

/// The name of what an iPhone as a whole shows, which has no name of its own on the phone.
#[must_use]
pub(super) fn name_of_whole(subject: &Subject, catalogue: &Catalogue) -> Option<String> {
    let whole = matches!(subject.kind, SubjectKind::Setting | SubjectKind::Device);
    if subject.platform != Platform::Ios || !whole {
        return None;
    }
    match subject.id.as_str() {
        "account_devices" => Some(catalogue.plain("subject-name-account_devices")),
        "accounts_of_apps" => Some(catalogue.plain("subject-name-accounts_of_apps")),
        "restrictions" => Some(catalogue.plain("subject-name-restrictions")),
        "screen_time" => Some(catalogue.plain("subject-name-screen_time")),
        "supervision" => Some(catalogue.plain("subject-name-supervision")),
        _ => None,
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

/// The texts of a finding; `zone` is the phone's, where it is known.
#[must_use]
pub(crate) fn text(finding: &Finding, zone: Option<&TimeZone>, catalogue: &Catalogue) -> Text {
    Text {
        headline: headline(finding, catalogue),
        can_do: can_do(finding, catalogue),
        harmless_explanation: harmless_explanation(finding, catalogue),
        does_not_tell: does_not_tell(finding, catalogue),
        story: story(&finding.story, zone, catalogue),
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
    /// Not from a store, able to watch, out of sight.
    Behaves,
    /// Powers or signs, and no more.
    Powers,
    /// Nothing of these.
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
                Basis::Power(_) | Basis::SelfDeclared | Basis::Sign(_) => None,
            })
    };
    let declared = finding
        .because
        .iter()
        .any(|because| matches!(because.basis, Basis::SelfDeclared));
    let signs = finding
        .because
        .iter()
        .any(|because| matches!(because.basis, Basis::Power(_) | Basis::Sign(_)));
    match &finding.family {
        // What the app does is more than what a weak sign of a list says, and less than a match.
        _ if finding.behaves_like && finding.outcome == Outcome::WorthALook => Claim::Behaves,
        Some(family) if family.category == Category::DualUse && app => Claim::Ordinary,
        Some(_) if strengths().any(|strength| strength == Strength::Identifying) => Claim::Listed,
        Some(_) => Claim::Resembles,
        None if declared && app => Claim::Declared,
        None if signs && app => Claim::Powers,
        None => Claim::Plain,
    }
}

fn headline(finding: &Finding, catalogue: &Catalogue) -> String {
    let subject = &finding.subject;
    if let Some(topic) = phone_topic(finding) {
        let count = finding.because.iter().filter(|it| topic_of(it).is_some());
        let values = [("count", (count.count() as u64).into())];
        return catalogue.text(&format!("headline-sign-{topic}"), &values);
    }
    if let Some(sign) = profile_signs(finding).next() {
        let what = match sign {
            Sign::Restricts(_) => catalogue.plain("profile-restricts"),
            other => catalogue.sign(other.as_str()),
        };
        let name = shown(subject.label.as_deref().unwrap_or(&subject.id));
        let values = [
            ("state", state(subject.state).into()),
            ("name", (&name).into()),
            ("what", (&what).into()),
        ];
        return catalogue.text("headline-profile-does", &values);
    }
    let claim = match claim(finding) {
        Claim::Listed => "listed",
        Claim::Resembles => "resembles",
        Claim::Ordinary => "ordinary",
        Claim::Declared => "declared",
        Claim::Behaves => "behaves",
        Claim::Powers => "powers",
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

/// What a finding about a profile that no list names rests on, heaviest first.
fn profile_signs(finding: &Finding) -> impl Iterator<Item = Sign> + '_ {
    let about = finding.subject.kind == SubjectKind::Profile && finding.family.is_none();
    let because = finding.because.iter().filter(move |_| about);
    because.filter_map(|because| match because.basis {
        Basis::Sign(sign) => sign.profile_topic().map(|_| sign),
        Basis::Indicator(_) | Basis::Power(_) | Basis::SelfDeclared => None,
    })
}

/// What the parts of a profile let somebody do: the first three kinds; more stand in its table.
fn profile_does(finding: &Finding, catalogue: &Catalogue) -> Option<String> {
    let mut sentences: Vec<String> = Vec::new();
    for kind in profile_signs(finding).filter_map(Sign::profile_topic) {
        let (_, explained) = catalogue.payload(kind.as_str());
        let Some((_, does)) = explained else {
            continue;
        };
        if sentences.len() < 3 && !sentences.contains(&does) {
            sentences.push(does);
        }
    }
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// The harmless explanations of the first two things that a profile does, and of whatever keeps it there.
fn profile_harmless(finding: &Finding, catalogue: &Catalogue) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    for sign in profile_signs(finding) {
        let word = sign.phone_topic().unwrap_or(sign.as_str());
        let sentence = catalogue.plain(&format!("harmless-sign-{word}"));
        if sentences.len() < 2 && !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences
}

/// What a finding about a setting or the phone rests on: one of [`Sign::PHONE_TOPICS`].
fn phone_topic(finding: &Finding) -> Option<&'static str> {
    match finding.subject.kind {
        SubjectKind::Setting | SubjectKind::Device if finding.family.is_none() => {}
        _ => return None,
    }
    finding.because.iter().find_map(topic_of)
}

fn topic_of(because: &Because) -> Option<&'static str> {
    match &because.basis {
        Basis::Sign(sign) => sign.phone_topic(),
        Basis::Indicator(_) | Basis::Power(_) | Basis::SelfDeclared => None,
    }
}

/// The topic that is about devices, not about a setting: nobody changed the phone.
const ACCOUNT: &str = "account_devices";

fn can_do(finding: &Finding, catalogue: &Catalogue) -> String {
    if let Some(topic) = phone_topic(finding) {
        return catalogue.plain(&format!("can-do-sign-{topic}"));
    }
    if let Some(does) = profile_does(finding, catalogue) {
        return does;
    }
    let Some(family) = &finding.family else {
        if finding.can.is_empty() {
            return catalogue.plain("can-do-none");
        }
        let can = finding.can.iter().map(|word| catalogue.capability(word));
        let sentences: Vec<String> = std::iter::once(catalogue.plain("can-do-set-up"))
            .chain(can)
            .collect();
        return sentences.join(" ");
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
            if matches!(claim(finding), Claim::Declared) {
                sentences.push(catalogue.plain("harmless-declared"));
            }
            sentences.extend(harmless_signs(finding, catalogue));
            if sentences.is_empty() {
                sentences.push(catalogue.plain("harmless-none"));
            }
        }
        None => {
            sentences.extend(profile_harmless(finding, catalogue));
            if let Some(topic) = phone_topic(finding) {
                sentences.push(catalogue.plain(&format!("harmless-sign-{topic}")));
            }
        }
        Some(family) => {
            sentences.push(catalogue.plain(&format!("harmless-{}", family.category.as_str())));
        }
    }
    match subject.kind {
        SubjectKind::App => {}
        _ if phone_topic(finding) == Some(ACCOUNT) => {
            sentences.push(catalogue.plain("harmless-account"));
        }
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
    if !finding.story.is_empty() {
        sentences.push(catalogue.plain("story-harmless"));
    }
    sentences.join(" ")
}

/// The explanation for the first two reasons that let an app watch, and the first of each other class that
/// decided: more would not be read.
fn harmless_signs(finding: &Finding, catalogue: &Catalogue) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    for (class, most) in [
        (Weight::Watching, 2),
        (Weight::Concealment, 1),
        (Weight::Origin, 1),
        (Weight::Supporting, 1),
    ] {
        let mut left = most;
        for because in &finding.because {
            let id = match &because.basis {
                Basis::Power(power) if Weight::of_power(*power) == class => {
                    format!("harmless-power-{}", power.as_str())
                }
                Basis::Sign(sign) if sign.weight() == class => {
                    format!("harmless-sign-{}", sign.as_str())
                }
                Basis::Power(_) | Basis::Sign(_) | Basis::Indicator(_) | Basis::SelfDeclared => {
                    continue;
                }
            };
            let sentence = catalogue.plain(&id);
            if left > 0 && !sentences.contains(&sentence) {
                sentences.push(sentence);
                left -= 1;
            }
        }
        // What only supports needs its own explanation where nothing heavier has one.
        if class == Weight::Origin && sentences.len() >= 2 {
            break;
        }
    }
    sentences
}

/// The steps around an installation, in one line, on the phone's own clock face.
fn story(steps: &[Step], zone: Option<&TimeZone>, catalogue: &Catalogue) -> Option<String> {
    let first = steps.first()?;
    let mut day = None;
    let shown: Vec<String> = steps
        .iter()
        .map(|step| {
            let at = match step.at {
                Moment::Instant(instant) => instant
                    .to_zoned(zone.cloned().unwrap_or(TimeZone::UTC))
                    .datetime(),
                Moment::PhoneClock(shown) => shown,
            };
            let clock = at.strftime("%H:%M").to_string();
            let time = if day == Some(at.date()) {
                clock
            } else {
                day = Some(at.date());
                format!("{} {clock}", catalogue.date(at.date()))
            };
            match step.what {
                StepKind::Installed => {
                    catalogue.text("story-installed", &[("time", (&time).into())])
                }
                StepKind::Granted(power) => {
                    let power = catalogue.plain(&format!("power-name-{}", power.as_str()));
                    let values = [("power", (&power).into()), ("time", (&time).into())];
                    catalogue.text("story-granted", &values)
                }
                StepKind::PlayProtectOff => {
                    catalogue.text("story-play_protect_off", &[("time", (&time).into())])
                }
            }
        })
        .collect();
    let steps = shown.join(", ");
    Some(match first.at {
        Moment::Instant(_) => {
            let zone = zone.and_then(TimeZone::iana_name).unwrap_or("UTC");
            let values = [("steps", (&steps).into()), ("zone", zone.into())];
            catalogue.text("story-line", &values)
        }
        Moment::PhoneClock(_) => {
            catalogue.text("story-line-unknown-zone", &[("steps", (&steps).into())])
        }
    })
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
            Basis::Power(_) | Basis::SelfDeclared | Basis::Sign(_) => None,
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

fn does_not_tell(finding: &Finding, catalogue: &Catalogue) -> String {
    let subject = &finding.subject;
    if !finding.story.is_empty() {
        // The phone recorded when; saying that nobody knows would contradict the line beside it.
        return catalogue.plain("does-not-tell-story");
    }
    if phone_topic(finding) == Some(ACCOUNT) {
        return catalogue.plain("does-not-tell-account");
    }
    if (subject.kind, subject.state) == (SubjectKind::Profile, AppState::Seen) {
        return catalogue.plain("does-not-tell-profile-seen");
    }
    catalogue.text(
        &format!("does-not-tell-{}", subject_kind(subject.kind)),
        &[("state", state(subject.state).into())],
    )
}
