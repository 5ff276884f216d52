//! The signature files as people write them: `families/*.yaml` and `lists/*.yaml`.
//!
//! Every scalar is read as text (a digest of 40 digits with one `E` in it is not a number), and a field
//! that is not here refuses the file.

use rushlight_core::signatures::{Category, IndicatorKind, MatchMode, Status, Strength};
use serde::{Deserialize, Serialize};

/// `families/<id>.yaml`: one product or code base.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FamilyRecord {
    /// Stable, `[a-z0-9-]`, the file's name.
    pub id: String,
    /// The name a person would know.
    pub name: String,
    /// Other names and brands, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Our own category.
    pub category: Category,
    /// Why we chose another category than a source did, in one sentence of our own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category_reason: Option<String>,
    /// Whether it is still sold.
    pub status: Status,
    /// What it can do: words of `rushlight_core::signatures::schema::CAPABILITIES`, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub capabilities: Vec<String>,
    /// What each source calls it.
    pub verdicts: Vec<Verdict>,
    /// Its indicators, by kind, then value.
    pub indicators: Vec<IndicatorRecord>,
}

/// What one source calls a family.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// Id in `lists/sources.yaml`.
    pub source: String,
    /// The source's own name for the entry.
    pub entry: String,
    /// The source's own word.
    pub verdict: String,
}

/// One indicator of a family. The same one may stand in several families, each time with `shared`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorRecord {
    /// What it is about.
    pub kind: IndicatorKind,
    /// How it is compared; the kind's usual mode where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<MatchMode>,
    /// The value as the source writes it.
    pub value: String,
    /// How much it says by itself.
    pub strength: Strength,
    /// For hosts: what the host is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<HostRole>,
    /// When a published list first had it, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_listed: Option<String>,
    /// Id in `lists/sources.yaml`. `rushlight` for our own.
    pub source: String,
    /// A value that the pattern must match. Required for glob and regex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sample: Option<String>,
    /// Why the same indicator stands in another family too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shared: Option<String>,
}

/// What a host is for. A visit to a shop is not an installation: only `c2` may be identifying.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HostRole {
    /// The software reports to it.
    C2,
    /// The product's own site or panel.
    Website,
    /// The software is downloaded from it.
    Distribution,
}

/// `lists/sources.yaml`: where facts come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceRecord {
    /// Short name.
    pub id: String,
    /// Title.
    pub title: String,
    /// Address.
    pub url: String,
    /// SPDX licence.
    pub licence: String,
    /// The exact state that was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commit: Option<String>,
    /// When it was read, `YYYY-MM-DD`.
    pub retrieved: String,
    /// The sentence that its licence asks for.
    pub attribution: String,
}

/// `lists/public-keys.yaml`: keys that anybody can sign with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicKeyRecord {
    /// Name.
    pub name: String,
    /// SHA-1 of the certificate.
    pub sha1: String,
    /// SHA-256 of the certificate, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// Where the fact is from.
    pub source: String,
}

/// `lists/stores.yaml`: stores and installers, known by the name in an app's installer field.
/// `lists/known-apps.yaml`: apps with an honest job, known by package and signer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownAppRecord {
    /// Package name.
    pub id: String,
    /// A word of `KnownAppRole`.
    pub role: String,
    /// Name.
    pub name: String,
    /// SHA-256 of its signer's certificate: needed in `known-apps.yaml`, absent in `stores.yaml`, because an
    /// installer field holds only a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<String>,
    /// Where the signer is from: an id of `lists/sources.yaml`. Needed where there is a signer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// `lists/label-terms.yaml`: names that imitate a part of the system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelTermRecord {
    /// The name as shown.
    pub term: String,
    /// BCP 47 language.
    pub locale: String,
}

/// `lists/dual-use.yaml`: ordinary apps that can also be used to watch. They ask a question, they never
/// alarm: every one becomes a supporting indicator of the family `dual-use-apps`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DualUseRecord {
    /// Package or bundle id.
    pub id: String,
    /// `android` or `ios`.
    pub platform: String,
    /// What it can be used for: a word of `CAPABILITIES`.
    pub purpose: String,
    /// Where the fact is from.
    pub source: String,
}

/// `lists/shared-hosts.yaml`: hosts under which strangers live side by side (cloud tenants).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedHostRecord {
    /// The host above the tenants.
    pub suffix: String,
    /// Whose it is.
    pub owner: String,
}

/// `lists/suppressions.yaml`: an indicator that must not fire on one subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuppressionRecord {
    /// Indicator id.
    pub indicator: String,
    /// Exact subject id.
    pub subject: String,
    /// Why.
    pub reason: String,
    /// The last day on which it holds, `YYYY-MM-DD`.
    pub until: String,
}

/// `VERSION.yaml`: what the bundle built from these files says of itself. Written by a person, because the
/// same files must give the same bytes on any day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VersionRecord {
    /// `2026.11.22`.
    pub version: String,
    /// `2026-11-22`.
    pub built_at: String,
}
