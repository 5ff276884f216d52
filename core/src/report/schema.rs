//! `report.json`: the types behind CONTRACT.md, version `rushlight.report/1`.
//!
//! Everything that is printed in any format is in here, so that whoever holds the JSON holds the report.
//! Arrays are sorted by the key that stands in their doc comment; nothing depends on a hash map's order.

mod ios;

pub use ios::{AccountDevice, DataUse};

use serde::{Deserialize, Serialize};

use super::timeline::Event;
use crate::case::{Answer, Case};
use crate::detect::{Outcome, Subject};
use crate::digest::Sha256;
use crate::record::RecordDigest;
use crate::snapshot::{Input, Provenance};

/// The schema's name and version.
pub const SCHEMA: &str = "rushlight.report/1";

/// The whole report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// [`SCHEMA`].
    #[cfg_attr(feature = "schema", schemars(extend("const" = SCHEMA)))]
    pub schema: String,
    /// Made from the content, so that two reports with one id are the same report:
    /// `RL-` and 20 base-32 digits in groups of four.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = "^RL(-[0-9A-HJKMNP-TV-Z]{4}){5}$")))]
    pub report_id: String,
    /// For whom this copy is.
    pub edition: Edition,
    /// The program.
    pub tool: Tool,
    /// The signatures.
    pub bundle: Bundle,
    /// The check.
    pub scan: Scan,
    /// What the officer filled in, or null. Statements about a subject that has a finding stand there instead.
    pub case: Option<Case>,
    /// The phone.
    pub device: Device,
    /// Devices that share its Apple Account, this phone first. Absent where nothing tells, and in the person's copy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub account_devices: Vec<AccountDevice>,
    /// What was read, by path.
    pub inputs: Vec<Input>,
    /// What was looked at and what was not, in the fixed order of [`SurfaceId::ALL`](crate::snapshot::SurfaceId::ALL).
    pub surfaces: Vec<Surface>,
    /// Matches first; then what behaves like tracking software; then the heavier reasons (how many classes of
    /// them, then how many of each); then by subject kind, subject id, family id.
    pub findings: Vec<Finding>,
    /// Counts of the three words.
    pub summary: Summary,
    /// Every app and profile, if asked for.
    pub inventory: Option<Inventory>,
    /// What a check like this cannot tell, as sentences.
    pub limits: Vec<String>,
    /// What reading the phone did to the phone. Empty for evidence collected earlier.
    pub actions: Vec<Action>,
    /// Every dated fact, by time, kind, subject, value, place.
    pub timeline: Vec<Event>,
    /// The evidence record in the same package, or null.
    pub record: Option<RecordDigest>,
    /// The key that seals the package, or null for one without a seal.
    pub seal: Option<SealKey>,
    /// The report that this one was made again from with other signatures, or null.
    pub rescan_of: Option<RescanOf>,
    /// Where to find help.
    pub help: Help,
}

impl Report {
    /// Reads a report.json of this version of the schema.
    ///
    /// # Errors
    /// What the JSON library says, for other versions too: they have other fields.
    pub fn from_json(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(bytes)
    }
}

/// For whom a copy of the report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Edition {
    /// For the officer: all that was agreed to.
    Officer,
    /// For the person: findings, what was not checked, help. No identifiers, no inventory.
    Person,
}

/// The key that seals a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SealKey {
    /// `ssh-ed25519`.
    #[cfg_attr(feature = "schema", schemars(extend("const" = "ssh-ed25519")))]
    pub algorithm: String,
    /// As `ssh-keygen -l` prints it: `SHA256:` and base 64.
    pub fingerprint: String,
    /// What the station calls the key.
    pub name: String,
}

/// The report that this one was made again from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RescanOf {
    /// Its id, or null where only its record is left.
    pub report_id: Option<String>,
    /// Version of its signatures.
    pub bundle_version: String,
    /// SHA-256 of its signatures.
    pub bundle_sha256: Sha256,
}

/// Where to find help, in one region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Help {
    /// Stable word of the region.
    pub region: String,
    /// Its name.
    pub name: String,
    /// The day on which the numbers were last looked at.
    pub dated: String,
    /// Who looked, or null where no person has yet.
    pub reviewed_by: Option<String>,
    /// What to do in danger, as sentences.
    pub emergency: Vec<String>,
    /// In the order of the directory.
    pub contacts: Vec<HelpContact>,
}

/// One place to turn to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HelpContact {
    /// Its own name.
    pub name: String,
    /// For whom, or what it does, in the report's language.
    pub about: Option<String>,
    /// Telephone numbers and addresses.
    pub reach: Vec<String>,
    /// What the source says beyond that, as sentences: hours, whether a call shows on a bill.
    pub notes: Vec<String>,
}

/// The program that wrote the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tool {
    /// `Rushlight`.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The commit it was built from, or `unknown`.
    pub commit: String,
}

/// The signatures that were used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bundle {
    /// The bundle's version.
    pub version: String,
    /// The day it was built.
    pub built_at: String,
    /// Its SHA-256.
    pub sha256: Sha256,
    /// How many families it has.
    pub families: u64,
    /// How many indicators.
    pub indicators: IndicatorCounts,
    /// Attribution that the licences of the sources ask for, by source id.
    pub attribution: Vec<String>,
}

/// Loaded = usable + refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IndicatorCounts {
    /// In the bundle.
    pub loaded: u64,
    /// Can fire.
    pub usable: u64,
    /// Cannot, and why is said by `rushlight signatures`.
    pub refused: u64,
}

/// The check itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scan {
    /// The time that the report states, RFC 3339 in UTC. The only clock it sees.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date-time")))]
    pub stated_at: String,
    /// The same moment on the phone's own clock face, RFC 9557 with zone, where the zone is known.
    pub stated_at_local: Option<String>,
    /// The phone's clock when it was read, where known.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date-time")))]
    pub device_time: Option<String>,
    /// Phone clock minus stated time, where both are known.
    pub clock_drift_seconds: Option<i64>,
    /// What was asked for.
    pub options: Options,
}

/// What was asked for on the command line, as far as it changes the content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Options {
    /// Every app in the report.
    pub inventory: bool,
    /// `built-in`, or the name of the bundle file.
    pub signatures: String,
    /// The language of the texts: `en-GB`.
    pub language: String,
    /// The region of the help directory.
    pub region: String,
}

/// The phone. Null is unknown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Device {
    /// `android`, `ios` or `unknown`.
    #[cfg_attr(feature = "schema", schemars(schema_with = "closed::platform"))]
    pub platform: String,
    /// Maker.
    pub make: Option<String>,
    /// Model.
    pub model: Option<String>,
    /// Version of the system.
    pub os_version: Option<String>,
    /// Android API level.
    pub api_level: Option<String>,
    /// Date of the security patches.
    pub security_patch: Option<String>,
    /// Build fingerprint.
    pub build: Option<String>,
    /// Language.
    pub locale: Option<String>,
    /// IANA time zone.
    pub zone: Option<String>,
    /// State of verified boot.
    pub verified_boot: Option<String>,
    /// Whether an organisation set it up as its own (iPhone). Absent where the evidence does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supervised: Option<bool>,
    /// How the evidence was collected.
    pub acquisition: Option<Acquisition>,
}

/// How the evidence was collected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Acquisition {
    /// The tool.
    pub tool: String,
    /// Its version.
    pub version: Option<String>,
    /// Its own identifier for the acquisition.
    pub id: Option<String>,
    /// When it began, RFC 3339.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date-time")))]
    pub started: Option<String>,
    /// When it ended, RFC 3339.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date-time")))]
    pub completed: Option<String>,
}

/// One surface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Surface {
    /// A stable word.
    #[cfg_attr(feature = "schema", schemars(schema_with = "closed::surface"))]
    pub id: String,
    /// `read`, `unavailable` or `not_asked`.
    #[cfg_attr(feature = "schema", schemars(schema_with = "closed::surface_state"))]
    pub state: String,
    /// Why it was not read, as a sentence.
    pub reason: Option<String>,
    /// Why it was not read, as a stable word.
    pub reason_code: Option<String>,
    /// How many records were read. Null unless read.
    pub records: Option<u64>,
    /// Records left out, in the order of the evidence, at most
    /// [`SKIPPED_LISTED`](crate::limits::SKIPPED_LISTED).
    pub skipped: Vec<Skipped>,
    /// How many were left out in all.
    pub skipped_count: u64,
    /// The times that its records cover, at most [`SKIPPED_LISTED`](crate::limits::SKIPPED_LISTED) of them.
    /// Absent where it is a picture of one moment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covered: Vec<Covered>,
}

/// A time that a record of events covers: what happened before and after is not in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Covered {
    /// The first event: RFC 3339, without a zone where nobody knows it.
    pub first: String,
    /// The last one.
    pub last: String,
    /// The input that holds it.
    pub input: String,
}

/// A record that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Skipped {
    /// Which.
    pub record: String,
    /// Why, as a sentence.
    pub reason: String,
}

/// One finding about one subject.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// `F` and a number, in the order of the report.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = "^F[1-9][0-9]*$")))]
    pub id: String,
    /// Match or worth a look.
    pub outcome: Outcome,
    /// True for an app that is not from a store, can watch and keeps out of sight. A stronger headline, never
    /// another outcome.
    pub behaves_like: bool,
    /// What it is about.
    pub subject: Subject,
    /// The family, or null.
    pub family: Option<Family>,
    /// Other families that what fired belongs to as well, the likelier first: one package or signer can
    /// stand in several.
    pub also: Vec<Family>,
    /// Reasons, heaviest first.
    pub because: Vec<Because>,
    /// What happened within half an hour of an app's installation, by time.
    pub story: Vec<Step>,
    /// When an app last used the camera, the microphone, the location, ...: by sensor, then time.
    pub uses: Vec<Use>,
    /// The words.
    pub text: Text,
    /// What a configuration profile sets up, for a finding about one. Several places can tell of the same
    /// profile. Absent for other findings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub profiles: Vec<FindingProfile>,
    /// What the person said of it, or null.
    pub statement: Option<FindingStatement>,
    /// Why it was to be expected on this phone, in the officer's words, or null. It greys the finding.
    pub expected: Option<String>,
}

/// A configuration profile that a finding is about. Null is unknown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FindingProfile {
    /// `PayloadUUID`.
    pub uuid: Option<String>,
    /// `PayloadOrganization`.
    pub organisation: Option<String>,
    /// When it was installed, RFC 3339.
    pub installed_at: Option<String>,
    /// What put it there: `mdm`, or the phone's own word for the process.
    pub installed_by: Option<String>,
    /// The identifier of the profile whose management put it there.
    pub managed_by: Option<String>,
    /// The address on the web that it was fetched from, without what may be secret in it.
    pub fetched_from: Option<String>,
    /// Whether the person can take it off.
    pub removable: Option<bool>,
    /// It comes off with a password only.
    pub removal_password: bool,
    /// What is inside is encrypted, and was not read.
    pub locked: bool,
    /// Whose seal it carries. The chain of certificates is not checked.
    pub signers: Vec<ProfileSigner>,
    /// What it does, in the order of the profile.
    pub payloads: Vec<ProfilePayload>,
    /// Where it stood.
    pub provenance: Provenance,
}

/// A certificate that sealed a profile. Its chain is not checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProfileSigner {
    /// The whole name of its subject.
    pub subject: Option<String>,
    /// SHA-256 of the certificate.
    pub sha256: Option<Sha256>,
}

/// One payload of a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProfilePayload {
    /// What it does, as a word.
    #[cfg_attr(feature = "schema", schemars(schema_with = "closed::payload_kind"))]
    pub kind: String,
    /// `PayloadType`, exactly as written.
    pub payload_type: String,
    /// `PayloadIdentifier`.
    pub identifier: Option<String>,
    /// `PayloadDisplayName`.
    pub display_name: Option<String>,
    /// What a device management may do.
    #[cfg_attr(feature = "schema", schemars(schema_with = "closed::rights"))]
    pub rights: Vec<String>,
    /// The values that say to whom or what, sorted by key. Never a password, a key or an account's full name.
    pub facts: Vec<ProfileFact>,
    /// Where it stood.
    pub provenance: Provenance,
}

/// One value of a payload.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProfileFact {
    /// The key, with those above it: `VPN/RemoteAddress`.
    pub key: String,
    /// Its value as text.
    pub value: String,
}

/// What the person said of a finding. Not a fact that a machine observed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FindingStatement {
    /// The answer to "Did you set this up?".
    pub answer: Option<Answer>,
    /// In the person's own words.
    pub words: Option<String>,
    /// When it was said, RFC 3339.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date-time")))]
    pub at: Option<String>,
}

/// The family a finding belongs to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Family {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Category word.
    #[cfg_attr(feature = "schema", schemars(schema_with = "closed::category"))]
    pub category: String,
}

/// One reason for a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Because {
    /// The indicator that fired, or null for an observed power.
    pub indicator: Option<Indicator>,
    /// The power, or null.
    #[cfg_attr(feature = "schema", schemars(schema_with = "closed::power_or_null"))]
    pub power: Option<String>,
    /// What the app or the phone shows besides, or null.
    #[cfg_attr(feature = "schema", schemars(schema_with = "closed::sign_or_null"))]
    pub sign: Option<String>,
    /// The exact value that was observed.
    pub observed: String,
    /// Where it stood.
    pub provenance: Provenance,
}

/// One dated step around the installation of an app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Step {
    /// When: RFC 3339 in UTC, or without the letter Z what the phone's clock showed in an unknown zone.
    pub at: String,
    /// `installed`, `granted` or `play_protect_off`.
    #[cfg_attr(feature = "schema", schemars(schema_with = "closed::step"))]
    pub what: String,
    /// The power that was granted, or null.
    #[cfg_attr(feature = "schema", schemars(schema_with = "closed::power_or_null"))]
    pub power: Option<String>,
    /// The exact value that was observed.
    pub observed: String,
    /// Where it stood.
    pub provenance: Provenance,
}

/// The last time that an app used something private.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Use {
    /// What it used.
    #[cfg_attr(feature = "schema", schemars(schema_with = "closed::sensor"))]
    pub sensor: String,
    /// When: RFC 3339 in UTC, or without the letter Z what the phone's clock showed in an unknown zone.
    pub at: String,
    /// Whether it was in the background then. Null where the evidence does not say.
    pub background: Option<bool>,
    /// How long, where the evidence says so.
    pub milliseconds: Option<u64>,
    /// Where it stood.
    pub provenance: Provenance,
}

/// An indicator that fired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Indicator {
    /// Stable id.
    pub id: String,
    /// Kind word.
    #[cfg_attr(feature = "schema", schemars(schema_with = "closed::indicator_kind"))]
    pub kind: String,
    /// The value on the list.
    pub value: String,
    /// `identifying`, `supporting` or `context`.
    #[cfg_attr(feature = "schema", schemars(schema_with = "closed::strength"))]
    pub strength: String,
    /// When a published list first had it.
    pub first_listed: Option<String>,
    /// Which source had it.
    pub source: String,
}

/// The words of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Text {
    /// One sentence of fact.
    pub headline: String,
    /// What such software can do.
    pub can_do: String,
    /// The harmless explanation. Printed first.
    pub harmless_explanation: String,
    /// What this does not tell.
    pub does_not_tell: String,
    /// What happened around the installation, in one line; null where nothing did.
    pub story: Option<String>,
}

/// Counts of the three words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Summary {
    /// Findings that are a match.
    #[serde(rename = "match")]
    pub matches: u64,
    /// Findings that are worth a look.
    pub worth_a_look: u64,
    /// Surfaces that are unavailable, and records skipped inside read ones.
    pub not_checked: u64,
}

/// Every app and profile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Inventory {
    /// By id, then user.
    pub apps: Vec<InventoryApp>,
    /// By identifier.
    pub profiles: Vec<InventoryProfile>,
}

/// One app of the inventory. Null is unknown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InventoryApp {
    /// Package or bundle id.
    pub id: String,
    /// Android user.
    pub user: Option<u32>,
    /// Name.
    pub label: Option<String>,
    /// Version name and code.
    pub version: Option<String>,
    /// `installed`, `removed` or `seen`.
    #[cfg_attr(feature = "schema", schemars(schema_with = "closed::app_state"))]
    pub state: String,
    /// Switched on.
    pub enabled: Option<bool>,
    /// Came with the phone.
    pub system: Option<bool>,
    /// The app that installed it.
    pub installer: Option<String>,
    /// SHA-256 of the current signers' certificates.
    pub signers_sha256: Vec<Sha256>,
    /// SHA-1 of the current signers' certificates.
    pub signers_sha1: Vec<crate::digest::Sha1>,
    /// SHA-256 of its files.
    pub files_sha256: Vec<Sha256>,
    /// Powers that are switched on.
    #[cfg_attr(feature = "schema", schemars(schema_with = "closed::powers"))]
    pub powers: Vec<String>,
    /// How it came, as Apple's records tell. Absent on Android, and where nothing tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "closed::channel"))]
    pub channel: Option<String>,
    /// The Apple Account that fetched it, masked. Absent where nothing tells, or identifiers were not agreed to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// What it sent and received. Absent where nothing tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_use: Option<DataUse>,
}

/// One profile of the inventory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InventoryProfile {
    /// Identifier.
    pub identifier: String,
    /// Name.
    pub display_name: Option<String>,
    /// Organisation.
    pub organisation: Option<String>,
    /// `installed`, `removed` or `seen`: a file that nothing says was installed. Absent where no iPhone was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "closed::app_state"))]
    pub state: Option<String>,
    /// What its payloads are. Absent where no iPhone was read, or it has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "closed::payload_kinds"))]
    pub payloads: Vec<String>,
    /// When it was installed: RFC 3339 in UTC, or without the letter Z what the phone's clock showed in an unknown zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub installed_at: Option<String>,
    /// What installed it: `mdm`, or the phone's own word for the program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub installed_by: Option<String>,
    /// Whether the person can take it off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removable: Option<bool>,
    /// True where what is inside is encrypted and was not read.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub locked: bool,
}

/// One thing that reading the phone did to the phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Action {
    /// When, RFC 3339 in UTC.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date-time")))]
    pub at: String,
    /// What.
    pub what: String,
    /// SHA-256 of what came back, where something did.
    pub output_sha256: Option<Sha256>,
    /// Whether it changed something on the phone.
    pub changed: bool,
}

/// The words of fields that are text in the types and one of a closed list in the report.
#[cfg(feature = "schema")]
mod closed {
    use schemars::{Schema, SchemaGenerator, json_schema};

    use crate::detect::{DeviceKind, Sign};
    use crate::report::{assemble::SELF_DECLARED, words};
    use crate::signatures::{Category, IndicatorKind, Strength};
    use crate::snapshot::{
        AppState, Channel, ManagementRight, PayloadKind, Platform, PowerKind, Sensor, SurfaceId,
    };

    fn words_of<T: Copy>(values: &[T], word: impl Fn(T) -> &'static str) -> Vec<&'static str> {
        values.iter().map(|value| word(*value)).collect()
    }

    fn one_of(words: &[&str]) -> Schema {
        json_schema!({"type": "string", "enum": words})
    }

    pub(super) fn platform(_: &mut SchemaGenerator) -> Schema {
        let all = [Platform::Android, Platform::Ios, Platform::Unknown];
        one_of(&words_of(&all, Platform::as_str))
    }

    pub(super) fn surface(_: &mut SchemaGenerator) -> Schema {
        one_of(&words_of(&SurfaceId::ALL, SurfaceId::as_str))
    }

    pub(super) fn surface_state(_: &mut SchemaGenerator) -> Schema {
        one_of(&["read", "unavailable", "not_asked"])
    }

    pub(super) fn category(_: &mut SchemaGenerator) -> Schema {
        one_of(&words_of(Category::ALL, Category::as_str))
    }

    pub(super) fn indicator_kind(_: &mut SchemaGenerator) -> Schema {
        one_of(&words_of(IndicatorKind::ALL, IndicatorKind::as_str))
    }

    pub(super) fn strength(_: &mut SchemaGenerator) -> Schema {
        one_of(&words_of(Strength::ALL, Strength::as_str))
    }

    pub(super) fn app_state(_: &mut SchemaGenerator) -> Schema {
        let all = [AppState::Installed, AppState::Removed, AppState::Seen];
        one_of(&words_of(&all, words::state))
    }

    /// A power, or that the app says of itself that it watches.
    pub(super) fn power_or_null(_: &mut SchemaGenerator) -> Schema {
        let words: Vec<Option<&str>> = words_of(&PowerKind::ALL, PowerKind::as_str)
            .into_iter()
            .chain([SELF_DECLARED])
            .map(Some)
            .chain([None])
            .collect();
        json_schema!({"type": ["string", "null"], "enum": words})
    }

    pub(super) fn sign_or_null(_: &mut SchemaGenerator) -> Schema {
        let words: Vec<Option<&str>> = words_of(&Sign::ALL, Sign::as_str)
            .into_iter()
            .map(Some)
            .chain([None])
            .collect();
        json_schema!({"type": ["string", "null"], "enum": words})
    }

    pub(super) fn payload_kind(_: &mut SchemaGenerator) -> Schema {
        one_of(&words_of(&PayloadKind::ALL, PayloadKind::as_str))
    }

    pub(super) fn rights(_: &mut SchemaGenerator) -> Schema {
        let words = words_of(&ManagementRight::ALL, ManagementRight::as_str);
        json_schema!({"type": "array", "items": {"type": "string", "enum": words}})
    }

    pub(super) fn step(_: &mut SchemaGenerator) -> Schema {
        one_of(&["installed", "granted", "play_protect_off"])
    }

    pub(super) fn sensor(_: &mut SchemaGenerator) -> Schema {
        one_of(&words_of(&Sensor::ALL, Sensor::as_str))
    }

    pub(super) fn device_kind(_: &mut SchemaGenerator) -> Schema {
        one_of(&words_of(&DeviceKind::ALL, DeviceKind::as_str))
    }

    pub(super) fn channel(_: &mut SchemaGenerator) -> Schema {
        one_of(&words_of(&Channel::ALL, Channel::as_str))
    }

    pub(super) fn payload_kinds(_: &mut SchemaGenerator) -> Schema {
        let words = words_of(&PayloadKind::ALL, PayloadKind::as_str);
        json_schema!({"type": "array", "items": {"type": "string", "enum": words}})
    }

    pub(super) fn powers(_: &mut SchemaGenerator) -> Schema {
        let words = words_of(&PowerKind::ALL, PowerKind::as_str);
        json_schema!({"type": "array", "items": {"type": "string", "enum": words}})
    }
}
