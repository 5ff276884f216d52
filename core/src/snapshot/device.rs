//! The phone itself, and how it was read.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Observed;
use crate::digest::Sha256;

/// Which system the phone runs.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Platform {
    /// Android.
    Android,
    /// iOS or iPadOS.
    Ios,
    /// The evidence does not say.
    #[default]
    Unknown,
}

impl Platform {
    /// The word used in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Android => "android",
            Self::Ios => "ios",
            Self::Unknown => "unknown",
        }
    }
}

/// What the phone says of itself. Every field is unknown until something says it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    /// The maker (`ro.product.manufacturer`).
    pub make: Option<Observed<String>>,
    /// The model (`ro.product.model`).
    pub model: Option<Observed<String>>,
    /// The system's version (`ro.build.version.release`).
    pub os_version: Option<Observed<String>>,
    /// Android API level (`ro.build.version.sdk`).
    pub api_level: Option<Observed<String>>,
    /// The date of the security patches, `YYYY-MM-DD` (`ro.build.version.security_patch`).
    pub security_patch: Option<Observed<String>>,
    /// The build's fingerprint (`ro.build.fingerprint`).
    pub build: Option<Observed<String>>,
    /// The phone's language (`persist.sys.locale`, `ro.product.locale`).
    pub locale: Option<Observed<String>>,
    /// The IANA time zone (`persist.sys.timezone`).
    pub zone: Option<Observed<String>>,
    /// Whether the system started as the maker made it (`ro.boot.verifiedbootstate`).
    pub verified_boot: Option<Observed<String>>,
    /// The phone's clock beside the examiner's, where both were read at once.
    pub clock: Option<Observed<Clock>>,
}

/// Two clocks at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Clock {
    /// What the phone's clock said.
    pub phone: Timestamp,
    /// What the examiner's clock said.
    pub examiner: Timestamp,
}

impl Clock {
    /// How far the phone is ahead, in seconds; behind is negative.
    #[must_use]
    pub fn drift_seconds(self) -> i64 {
        self.phone.as_second() - self.examiner.as_second()
    }
}

/// How the evidence was collected, in the words of the tool that did it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acquisition {
    /// `androidqf`.
    pub tool: String,
    /// The tool's version.
    pub version: Option<String>,
    /// The acquisition's own identifier.
    pub id: Option<String>,
    /// When it began.
    pub started: Option<Timestamp>,
    /// When it ended.
    pub completed: Option<Timestamp>,
}

/// One thing that reading the phone did to the phone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Action {
    /// When.
    pub at: Timestamp,
    /// What, as the command or call that was made.
    pub what: String,
    /// SHA-256 of what came back, where something did.
    pub output: Option<Sha256>,
    /// True if it changed something on the phone.
    pub changed: bool,
}
