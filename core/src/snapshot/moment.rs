//! When something happened, as exactly as the evidence tells.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A moment: an instant, or what the phone's clock showed where nobody knows the zone.
///
/// Android's dumps print local time without a zone. It becomes an instant as soon as any evidence of the
/// phone names the zone ([`Moment::settle`]), and stays what it is otherwise: a guess would move it by hours.
/// Written as `2026-11-02T09:15:00Z`, or `2026-11-02T10:15:00` without the letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moment {
    /// An instant.
    Instant(Timestamp),
    /// Date and time of day on the phone's clock, in an unknown zone.
    PhoneClock(DateTime),
}

impl Moment {
    /// Makes it an instant, if it is not one yet. An hour that came twice (clocks go back) is the first of
    /// the two; one that never was (clocks go forward) is what the clock would have shown.
    pub fn settle(&mut self, zone: &TimeZone) {
        if let Self::PhoneClock(shown) = self
            && let Ok(zoned) = shown.to_zoned(zone.clone())
        {
            *self = Self::Instant(zoned.timestamp());
        }
    }

    /// The instant, if it is known.
    #[must_use]
    pub fn instant(self) -> Option<Timestamp> {
        match self {
            Self::Instant(instant) => Some(instant),
            Self::PhoneClock(_) => None,
        }
    }

    /// The instant, or the clock's time as if it were UTC: for putting moments in one order.
    #[must_use]
    pub fn as_if_utc(self) -> Timestamp {
        match self {
            Self::Instant(instant) => instant,
            Self::PhoneClock(shown) => shown
                .to_zoned(TimeZone::UTC)
                .map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp()),
        }
    }
}

impl From<Timestamp> for Moment {
    fn from(instant: Timestamp) -> Self {
        Self::Instant(instant)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Instant(instant) => instant.fmt(f),
            Self::PhoneClock(shown) => shown.fmt(f),
        }
    }
}

impl FromStr for Moment {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse() {
            Ok(instant) => Ok(Self::Instant(instant)),
            Err(_) => text.parse().map(Self::PhoneClock),
        }
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_without_a_zone_becomes_an_instant_only_when_the_zone_is_known() {
        let mut moment: Moment = "2026-07-01T10:15:00".parse().unwrap();
        assert_eq!(moment.instant(), None);
        assert_eq!(
            serde_json::to_string(&moment).unwrap(),
            "\"2026-07-01T10:15:00\""
        );
        moment.settle(&TimeZone::get("Europe/London").unwrap());
        assert_eq!(moment.to_string(), "2026-07-01T09:15:00Z");
        let before = moment;
        moment.settle(&TimeZone::get("Asia/Karachi").unwrap());
        assert_eq!(moment, before);
        let again: Moment = serde_json::from_str("\"2026-07-01T09:15:00Z\"").unwrap();
        assert_eq!(again, moment);
    }
}
