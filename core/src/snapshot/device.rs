//! The phone itself, and how it was read.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Observed, Provenance};
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
    /// Whether an organisation set it up as its own (Apple's supervision).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supervised: Option<Observed<bool>>,
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

/// A device in the circle of one Apple Account (iCloud Keychain), as the phone knows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AccountDevice {
    /// The maker's word for its model: `iPad13,4`.
    pub model: Option<String>,
    /// Its system as it calls it: `18.5 (22F76)`.
    pub os_version: Option<String>,
    /// The last four characters of its serial number: enough to compare with the device's own settings.
    pub serial_end: Option<String>,
    /// Whether it is the phone that was read; `None` where the evidence does not say.
    pub own: Option<bool>,
    /// Where it stood.
    pub provenance: Provenance,
}

/// An account's name, an e-mail address or a telephone number, as far as it may be kept: the first character
/// and what stands behind the `@`, or the last two digits.
#[must_use]
pub fn masked_account(account: &str) -> String {
    match account.split_once('@') {
        Some((own, host)) => {
            let first: String = own.chars().take(1).collect();
            format!("{first}…@{host}")
        }
        None => {
            let count = account.chars().count();
            let end: String = account.chars().skip(count.saturating_sub(2)).collect();
            format!("…{end}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_known_again_and_cannot_be_written_to() {
        assert_eq!(masked_account("ada@example.org"), "a…@example.org");
        assert_eq!(masked_account("+441632960001"), "…01");
        assert_eq!(masked_account("é@x"), "é…@x");
        assert_eq!(masked_account(""), "…");
    }
}
