//! Looking up what was observed.

use std::net::IpAddr;
use std::sync::Arc;

use super::{Family, Indicator};
use crate::digest::{Sha1, Sha256};

/// One observed value, as something that an indicator can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact<'a> {
    /// Android package name.
    AndroidPackage(&'a str),
    /// SHA-1 of a signer certificate.
    SignerSha1(Sha1),
    /// SHA-256 of a signer certificate.
    SignerSha256(Sha256),
    /// SHA-256 of a signer's public key.
    SignerKey(Sha256),
    /// Common name of a signer.
    SignerCommonName(&'a str),
    /// Organisation of a signer.
    SignerOrganisation(&'a str),
    /// SHA-256 of an APK.
    Apk(Sha256),
    /// Class name of a part in a manifest.
    Component(&'a str),
    /// Name shown to the person.
    Label(&'a str),
    /// A `meta-data` element.
    MetaData {
        /// Its name.
        name: &'a str,
        /// Its value.
        value: Option<&'a str>,
    },
    /// Permission that the app defines.
    DeclaredPermission(&'a str),
    /// Name of a YARA rule that matched.
    DexRule(&'a str),
    /// SHA-256 of a file.
    File(Sha256),
    /// Path of a file.
    FilePath(&'a str),
    /// iOS bundle identifier.
    IosBundle(&'a str),
    /// `PayloadIdentifier`.
    ProfileIdentifier(&'a str),
    /// `PayloadUUID`.
    ProfileUuid(&'a str),
    /// `PayloadOrganization`.
    ProfileOrganisation(&'a str),
    /// `PayloadType`.
    ProfilePayload(&'a str),
    /// Host name.
    Host(&'a str),
    /// IP address.
    Ip(IpAddr),
}

/// An indicator that fired, with everything that it points to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The indicator.
    pub indicator: Arc<Indicator>,
    /// The families that it belongs to, by id. One indicator can belong to several.
    pub families: Vec<Arc<Family>>,
    /// The source that lists it (`echap`).
    pub source: String,
}
