//! What the check says about the phone: facts in, findings out.
//!
//! [`identity()`] compares what was observed with the signatures; `behaviour` looks at what an app may do, how
//! it hides and how it came; `phone` at the phone as a whole; `ios` at both on an iPhone; `ContentRules` looks at the code of apps while
//! they are read (feature `content`). Everything about one app is joined into one finding. The words for it
//! come later, from the catalogue, when the report is assembled; here a finding is data.

mod behaviour;
#[cfg(feature = "content")]
mod content;
mod identity;
mod ios;
mod known;
mod origin;
mod phone;
mod profile;
mod sign;
mod story;
#[cfg(test)]
mod tests;

#[cfg(feature = "content")]
pub use content::{ContentError, ContentRules};
pub use identity::identity;
pub use profile::ProfileSign;
pub use sign::{DeviceKind, Nightly, Restriction, Sign, Weight};

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::signatures::{Bundle, BundleError, Family, Hit, Strength};
use crate::snapshot::{AppState, Moment, Platform, PowerKind, Provenance, Snapshot};

/// Every finding about a phone: what is on a published list, what apps do, and the phone as a whole; one
/// finding for each subject. `day` is the stated day, `YYYY-MM-DD`.
///
/// # Errors
/// [`BundleError`] when the bundle cannot be read.
pub fn findings(
    snapshot: &Snapshot,
    bundle: &Bundle,
    day: &str,
) -> Result<Vec<Finding>, BundleError> {
    let phone = behaviour::Phone::new(snapshot, bundle);
    let mut findings = identity::joined(snapshot, bundle, day, Some(&phone))?;
    match snapshot.platform {
        Platform::Ios => findings.extend(ios::phone::findings(snapshot, &phone.ios)),
        Platform::Android | Platform::Unknown => findings.extend(phone::findings(snapshot)),
    }
    findings.sort_by(|a, b| a.subject.cmp(&b.subject));
    Ok(findings)
}

/// One finding about one subject, not yet in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Match or worth a look.
    pub outcome: Outcome,
    /// Not from a store, able to watch, and out of sight: a stronger headline, never another outcome.
    pub behaves_like: bool,
    /// What it is about.
    pub subject: Subject,
    /// The family it belongs to.
    pub family: Option<Arc<Family>>,
    /// Other families that what fired belongs to as well, the likelier first.
    pub also: Vec<Arc<Family>>,
    /// Reasons, heaviest first.
    pub because: Vec<Because>,
    /// What an app can do as it is set up: words of [`CAPABILITIES`](crate::signatures::schema::CAPABILITIES), sorted.
    pub can: Vec<&'static str>,
    /// What happened around an app's installation, by time; empty where nothing did.
    pub story: Vec<Step>,
}

impl Finding {
    /// How heavy its reasons are, for the order of a report: classes first, then how many of each.
    #[must_use]
    pub fn heaviness(&self) -> Heaviness {
        let count = |wanted: &dyn Fn(&Basis) -> bool| {
            self.because.iter().filter(|it| wanted(&it.basis)).count()
        };
        let strength = |wanted: Strength| {
            count(&|basis| match basis {
                Basis::Indicator(hit) => hit.indicator.strength == wanted,
                Basis::Power(_) | Basis::SelfDeclared | Basis::Sign(_) => false,
            })
        };
        let class = |wanted: Weight| {
            count(&|basis| match basis {
                Basis::Indicator(_) => false,
                Basis::Power(_) | Basis::SelfDeclared | Basis::Sign(_) => {
                    basis.weight() == Place::Class(wanted)
                }
            })
        };
        let counts = [
            strength(Strength::Identifying),
            strength(Strength::Supporting),
            class(Weight::Watching),
            class(Weight::Concealment),
            class(Weight::Origin),
            class(Weight::Supporting),
        ];
        Heaviness {
            classes: counts.iter().filter(|count| **count > 0).count(),
            counts,
        }
    }
}

/// See [`Finding::heaviness`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Heaviness {
    classes: usize,
    counts: [usize; 6],
}

/// One dated step of an installation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    /// When.
    pub at: Moment,
    /// What.
    pub what: StepKind,
    /// The exact value that was observed.
    pub observed: String,
    /// Where it stood.
    pub provenance: Provenance,
}

/// Kinds of steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepKind {
    /// The app was installed.
    Installed,
    /// It was given this power.
    Granted(PowerKind),
    /// Google's check of apps was switched off.
    PlayProtectOff,
}

/// The two words that a finding can have. The third, Not checked, belongs to surfaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// On a published list.
    Match,
    /// A power, setting, behaviour or an app with more than one use.
    WorthALook,
}

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Subject {
    /// Kind of thing.
    pub kind: SubjectKind,
    /// Which system it belongs to.
    pub platform: Platform,
    /// Package, bundle id, profile identifier, host, path: exactly as observed.
    pub id: String,
    /// The name shown to the person.
    pub label: Option<String>,
    /// There, gone, or only mentioned.
    pub state: AppState,
}

/// Kinds of subjects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SubjectKind {
    /// An app.
    App,
    /// A configuration profile.
    Profile,
    /// A setting.
    Setting,
    /// A file.
    File,
    /// A host or an address.
    Domain,
    /// The phone as a whole.
    Device,
}

/// One reason for a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Because {
    /// What kind of reason.
    pub basis: Basis,
    /// The exact value that was observed.
    pub observed: String,
    /// Where it stood.
    pub provenance: Provenance,
}

/// What a reason rests on.
#[derive(Debug, Clone, PartialEq)]
pub enum Basis {
    /// An indicator fired.
    Indicator(Hit),
    /// The app holds this power.
    Power(PowerKind),
    /// The app says of itself that it is a monitoring tool.
    SelfDeclared,
    /// The app or the phone shows this.
    Sign(Sign),
}

impl Basis {
    /// Its place among the reasons of a finding.
    fn weight(&self) -> Place {
        match self {
            Self::Indicator(hit) => match hit.indicator.strength {
                Strength::Identifying => Place::Identifying,
                Strength::Supporting => Place::Supporting,
                Strength::Context => Place::Class(Weight::Context),
            },
            Self::SelfDeclared => Place::Declared,
            Self::Power(power) => Weight::of_power(*power).into(),
            Self::Sign(sign) => sign.weight().into(),
        }
    }
}

/// Reasons from heavy to light: what a list says, what the app says, then what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Identifying,
    Supporting,
    Declared,
    Class(Weight),
}

impl From<Weight> for Place {
    fn from(weight: Weight) -> Self {
        Self::Class(weight)
    }
}
