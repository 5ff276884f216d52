//! How families of tracking software are recognised.
//!
//! A [`Family`] is one product or code base; an [`Indicator`] is one recognisable attribute of it. They
//! are written as YAML in the `signatures` crate, compiled into one SQLite file, the [`Bundle`], and
//! looked up from there by a scan. This room imports nothing of ours but digests and limits.

mod bundle;
mod family;
mod indicator;
mod load;
mod matching;
mod pattern;
pub mod schema;
#[cfg(test)]
mod tests;

pub use bundle::{
    Bundle, BundleError, BundleProblem, BundleSummary, Counts, KnownApp, KnownAppRole, PublicKey,
    Refusal, Refused, Source,
};
pub use family::{Category, Family, Platforms, Status};
pub use indicator::{Indicator, IndicatorKind, MatchMode, NormaliseError, Strength};
pub use matching::{Fact, Hit};
pub use pattern::{Pattern, PatternError};
