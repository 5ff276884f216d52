//! The package: the report and its record in one file that anyone can check again.
//!
//! In go the rendered files and a key; out comes one deterministic zip ([`pack`]). In goes such a file, an
//! unpacked folder or a bare `report.json`; out comes what holds, what does not, and who sealed it
//! ([`verify_package`], [`Examination`], [`verify_report`]).
//!
//! ```text
//! evidence.json            the record, where the person agreed to one
//! manifest-sha256.txt      what `sha256sum` prints for every entry but itself and its seal
//! manifest-sha256.txt.sig  the seal: an OpenSSH signature over the manifest; absent without a seal
//! report.html report.json report.pdf ...
//! seal.pub                 the public key of the seal, as OpenSSH writes it
//! ```
//!
//! Every byte matters: a package is exactly what our own writer would write for its entries ([`layout`]), so
//! that nothing can be hidden in or changed between them. Ordinary tools check it too: `unzip`,
//! `sha256sum -c`, `ssh-keygen -Y check-novalidate`. docs/adr/0007-package-and-seal.md says why it is made so.

mod examine;
mod key;
mod layout;
#[cfg(feature = "encryption")]
pub mod lock;
mod manifest;
mod open;
mod pack;
#[cfg(test)]
mod tests;
mod verification;

pub use examine::{Examination, verify_report};
pub use key::{ExpectedKeys, KeyError, SealingKey};
pub use manifest::{Manifest, ManifestError};
pub use open::verify_package;
pub use pack::{PackError, pack};
pub use verification::{Check, Entry, EntryState, Fault, Kind, Outcome, Seal, Verification, What};

/// The manifest's name in a package.
pub const MANIFEST: &str = "manifest-sha256.txt";

/// The seal's name in a package: as `ssh-keygen -Y sign` calls it.
pub const SEAL: &str = "manifest-sha256.txt.sig";

/// The public key's name in a package.
pub const PUBLIC_KEY: &str = "seal.pub";

/// The report's name in a package.
pub const REPORT: &str = "report.json";

/// The printed report's name in a package.
pub const PRINTED_REPORT: &str = "report.pdf";

/// The evidence record's name in a package.
pub const RECORD: &str = "evidence.json";

/// What the seal is for, in OpenSSH's words its namespace: a seal made for anything else is none of ours.
pub const NAMESPACE: &str = "rushlight-package@1";

/// Why a name cannot stand in a package, or nothing when it can: plain file names of ASCII letters, digits,
/// dot, dash and underscore, without folders. A package is unpacked on other people's machines.
fn is_plain(name: &str) -> bool {
    name.len() <= crate::limits::PACKAGE_NAME_BYTES
        && !name.starts_with(['.', '-'])
        && !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
}
