//! What report.json has of an iPhone or iPad only.

use serde::{Deserialize, Serialize};

#[cfg(feature = "schema")]
use super::closed;
use crate::snapshot::Provenance;

/// A device that shares the phone's Apple Account, as the phone knows it. Null is unknown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AccountDevice {
    /// What kind of device, by the first letters of its model.
    #[cfg_attr(feature = "schema", schemars(schema_with = "closed::device_kind"))]
    pub kind: String,
    /// Apple's word for its model: `iPad13,4`.
    pub model: Option<String>,
    /// Its system as it calls it.
    pub os_version: Option<String>,
    /// The last four characters of its serial number. Null where identifiers were not agreed to.
    pub serial_end: Option<String>,
    /// Whether it is the phone that was read.
    pub own: Option<bool>,
    /// Where it stood.
    pub provenance: Provenance,
}

/// What an app sent and received over the network, as the phone counted it. Null is unknown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DataUse {
    /// The first time: RFC 3339 in UTC, or without the letter Z what the phone's clock showed in an unknown zone.
    pub first: Option<String>,
    /// The last time.
    pub last: Option<String>,
    /// Bytes received.
    pub received: Option<u64>,
    /// Bytes sent.
    pub sent: Option<u64>,
}
