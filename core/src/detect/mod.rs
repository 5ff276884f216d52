//! What the check says about the phone: facts in, findings out.
//!
//! [`identity()`] compares what was observed with the signatures; `ContentRules` looks at the code of
//! apps while they are read (feature `content`). The words for a finding come later, from
//! the catalogue, when the report is assembled; here a finding is data.

#[cfg(feature = "content")]
mod content;
mod identity;

#[cfg(feature = "content")]
pub use content::{ContentError, ContentRules};
pub use identity::identity;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::signatures::{Bundle, BundleError, Family, Hit};
use crate::snapshot::{AppState, Platform, PowerKind, Provenance, Snapshot};

/// Every finding about a phone: what is on a published list, and what an app does, one per subject.
/// `day` is the stated day, `YYYY-MM-DD`.
///
/// # Errors
/// [`BundleError`] when the bundle cannot be read.
pub fn findings(
    snapshot: &Snapshot,
    bundle: &Bundle,
    day: &str,
) -> Result<Vec<Finding>, BundleError> {
    identity(snapshot, bundle, day)
}

/// One finding about one subject, not yet in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Match or worth a look.
    pub outcome: Outcome,
    /// What it is about.
    pub subject: Subject,
    /// The family it belongs to.
    pub family: Option<Arc<Family>>,
    /// Other families that what fired belongs to as well, the likelier first.
    pub also: Vec<Arc<Family>>,
    /// Reasons, strongest first.
    pub because: Vec<Because>,
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
    /// The app holds this power. It explains; it decides nothing here.
    Power(PowerKind),
    /// The app says of itself that it is a monitoring tool.
    SelfDeclared,
}
