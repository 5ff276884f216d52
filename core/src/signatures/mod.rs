//! How families of tracking software are recognised.
//!
//! A [`Family`] is one product or code base; an [`Indicator`] is one recognisable attribute of it. They
//! are written as YAML in the `signatures` crate, compiled into one SQLite file, the [`Bundle`], and
//! looked up from there by a scan. This room imports nothing of ours but digests and limits.

mod bundle;
mod family;
mod indicator;
mod matching;
pub mod schema;

pub use bundle::{
    Bundle, BundleError, BundleSummary, Counts, KnownApp, KnownAppRole, PublicKey, Source,
};
pub use family::{Category, Family, Platforms, Status};
pub use indicator::{Indicator, IndicatorKind, MatchMode, NormaliseError, Strength};
pub use matching::{Fact, Hit};
