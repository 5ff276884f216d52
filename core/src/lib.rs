//! rushlight-core: reads what a phone shows, recognises tracking software, and writes the report.
//!
//! ```text
//! evidence ──read──▶ snapshot ──detect (with signatures)──▶ findings ──assemble──▶ report ──render──▶ PDF · HTML · JSON · CSV
//! ```
//!
//! One direction: a room imports only from what stands to its left, and from [`signatures`], which
//! imports nothing of ours but [`digest`] and [`limits`]. Nothing here touches the network, the clock
//! or the screen: time, progress, cancellation and file access come in as arguments. [`scan`] tells the
//! story in one place.

#![forbid(unsafe_code)]

pub mod case;
pub mod compare;
pub mod detect;
pub mod digest;
pub mod evidence;
pub mod help;
pub mod limits;
pub mod record;
pub mod report;
pub mod scan;
pub mod seal;
pub mod signatures;
pub mod snapshot;
pub mod text;

/// The version of this library, as it stands in every report.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
