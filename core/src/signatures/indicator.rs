//! An indicator: one recognisable attribute, and how a value is compared with it.
//!
//! Every kind says which match modes it may have and how its values are made comparable
//! ([`IndicatorKind::normalise`]). The signature tool writes normalised keys into the bundle and the
//! matcher normalises what it observed with the same function, so the two can never disagree.

use std::borrow::Cow;
use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use super::family::words;
use crate::digest::{Sha1, Sha256};

/// What an indicator is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum IndicatorKind {
    /// Android package name.
    #[serde(rename = "android.package")]
    AndroidPackage,
    /// SHA-1 of a signer certificate, current or past.
    #[serde(rename = "android.signer.sha1")]
    SignerSha1,
    /// SHA-256 of a signer certificate, current or past.
    #[serde(rename = "android.signer.sha256")]
    SignerSha256,
    /// SHA-256 of a signer's public key (SPKI).
    #[serde(rename = "android.signer.key_sha256")]
    SignerKey,
    /// Common name in a signer certificate's subject.
    #[serde(rename = "android.signer.common_name")]
    SignerCommonName,
    /// Organisation in a signer certificate's subject.
    #[serde(rename = "android.signer.organisation")]
    SignerOrganisation,
    /// SHA-256 of an APK.
    #[serde(rename = "android.apk.sha256")]
    ApkSha256,
    /// Class name of a part in the manifest.
    #[serde(rename = "android.component")]
    Component,
    /// Name shown to the person.
    #[serde(rename = "android.label")]
    Label,
    /// `meta-data` of the manifest, `name` or `name=value`.
    #[serde(rename = "android.meta_data")]
    MetaData,
    /// Permission that the app defines itself.
    #[serde(rename = "android.permission")]
    DeclaredPermission,
    /// Name of a YARA rule that runs over dex code.
    #[serde(rename = "android.dex")]
    DexRule,
    /// SHA-256 of any other file.
    #[serde(rename = "file.sha256")]
    FileSha256,
    /// Path of a file on the phone.
    #[serde(rename = "file.path")]
    FilePath,
    /// iOS bundle identifier.
    #[serde(rename = "ios.bundle")]
    IosBundle,
    /// `PayloadIdentifier` of a configuration profile.
    #[serde(rename = "ios.profile.identifier")]
    ProfileIdentifier,
    /// `PayloadUUID` of a configuration profile.
    #[serde(rename = "ios.profile.uuid")]
    ProfileUuid,
    /// `PayloadOrganization` of a configuration profile.
    #[serde(rename = "ios.profile.organisation")]
    ProfileOrganisation,
    /// `PayloadType` inside a configuration profile.
    #[serde(rename = "ios.profile.payload")]
    ProfilePayload,
    /// Host name.
    #[serde(rename = "net.host")]
    Host,
    /// IP address.
    #[serde(rename = "net.ip")]
    Ip,
}

words!(IndicatorKind {
    AndroidPackage => "android.package",
    SignerSha1 => "android.signer.sha1",
    SignerSha256 => "android.signer.sha256",
    SignerKey => "android.signer.key_sha256",
    SignerCommonName => "android.signer.common_name",
    SignerOrganisation => "android.signer.organisation",
    ApkSha256 => "android.apk.sha256",
    Component => "android.component",
    Label => "android.label",
    MetaData => "android.meta_data",
    DeclaredPermission => "android.permission",
    DexRule => "android.dex",
    FileSha256 => "file.sha256",
    FilePath => "file.path",
    IosBundle => "ios.bundle",
    ProfileIdentifier => "ios.profile.identifier",
    ProfileUuid => "ios.profile.uuid",
    ProfileOrganisation => "ios.profile.organisation",
    ProfilePayload => "ios.profile.payload",
    Host => "net.host",
    Ip => "net.ip",
});

/// How an observed value is compared with an indicator's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatchMode {
    /// Equal after normalisation (hex without case, hosts in lower case, everything else as it is).
    Exact,
    /// Equal without regard to case.
    Folded,
    /// Begins with it.
    Prefix,
    /// `*` for any run of characters, `?` for one, `[a-z]` for a class; the whole value.
    Glob,
    /// Regular expression; anchored only where it says so.
    Regex,
    /// This host or any below it.
    Subdomains,
}

words!(MatchMode {
    Exact => "exact",
    Folded => "folded",
    Prefix => "prefix",
    Glob => "glob",
    Regex => "regex",
    Subdomains => "subdomains",
});

impl MatchMode {
    /// Whether it must be tried against each value, instead of being looked up.
    #[must_use]
    pub fn is_pattern(self) -> bool {
        matches!(self, Self::Prefix | Self::Glob | Self::Regex)
    }
}

/// How much one indicator says by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Enough alone.
    Identifying,
    /// Counts together with another.
    Supporting,
    /// Explains, never decides.
    Context,
}

words!(Strength {
    Identifying => "identifying",
    Supporting => "supporting",
    Context => "context",
});

/// One indicator as the bundle holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// Stable and readable: `kind:mode:value`, with the mode left out when it is the kind's usual one.
    pub id: String,
    /// What it is about.
    pub kind: IndicatorKind,
    /// How it is compared.
    pub mode: MatchMode,
    /// The value as its source writes it.
    pub value: String,
    /// How much it says by itself.
    pub strength: Strength,
    /// When a published list first had it, `YYYY-MM-DD`. Not when the software was first seen.
    pub first_listed: Option<String>,
}

/// A value is not of the form that its kind needs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NormaliseError {
    /// Not a digest of the right length, not an address, not a host.
    #[error("{value:?} is not a value for {kind}")]
    BadValue {
        /// The kind.
        kind: &'static str,
        /// The value.
        value: String,
    },
    /// This kind cannot be compared in this way.
    #[error("{kind} cannot be matched by {mode}")]
    BadMode {
        /// The kind.
        kind: &'static str,
        /// The mode.
        mode: &'static str,
    },
}

impl IndicatorKind {
    /// The match modes that make sense for it; the first one is usual and left out of ids.
    #[must_use]
    pub fn modes(self) -> &'static [MatchMode] {
        use MatchMode::{Exact, Folded, Glob, Prefix, Regex, Subdomains};
        match self {
            // Android compares package names with case, but lists do not keep it (`app.EasyLogger` and
            // `app.Easylogger` stand side by side): compare folded, print exact.
            Self::AndroidPackage | Self::IosBundle => &[Folded, Exact, Prefix, Glob],
            Self::SignerSha1
            | Self::SignerSha256
            | Self::SignerKey
            | Self::ApkSha256
            | Self::FileSha256
            | Self::Ip
            | Self::DexRule => &[Exact],
            Self::SignerCommonName | Self::SignerOrganisation => &[Exact, Regex],
            Self::Component => &[Exact, Prefix],
            Self::Label | Self::ProfileOrganisation => &[Folded],
            Self::MetaData | Self::DeclaredPermission => &[Folded],
            Self::FilePath => &[Exact, Prefix, Glob],
            Self::ProfileIdentifier => &[Folded, Prefix],
            Self::ProfileUuid | Self::ProfilePayload => &[Folded],
            Self::Host => &[Subdomains, Exact],
        }
    }

    /// The form in which two values of this kind are compared.
    ///
    /// # Errors
    /// [`NormaliseError`] when the value cannot be of this kind, or the mode does not fit.
    pub fn normalise(self, mode: MatchMode, value: &str) -> Result<String, NormaliseError> {
        if !self.modes().contains(&mode) {
            return Err(NormaliseError::BadMode {
                kind: self.as_str(),
                mode: mode.as_str(),
            });
        }
        let key = match self {
            Self::SignerSha1 => value.parse::<Sha1>().ok().map(|digest| digest.to_string()),
            Self::SignerSha256 | Self::SignerKey | Self::ApkSha256 | Self::FileSha256 => value
                .parse::<Sha256>()
                .ok()
                .map(|digest| digest.to_string()),
            Self::Ip => value
                .parse::<IpAddr>()
                .ok()
                .map(|address| address.to_string()),
            Self::Host => normalise_host(value),
            _ if value.is_empty() || value.chars().any(char::is_control) => None,
            _ => Some(self.comparable(mode, value).into_owned()),
        };
        key.ok_or_else(|| NormaliseError::BadValue {
            kind: self.as_str(),
            value: value.to_owned(),
        })
    }

    /// Text as it is compared, without asking whether it could be an indicator: what was observed may
    /// hold anything, and a line break in a path must not hide it from a prefix.
    pub(super) fn comparable(self, mode: MatchMode, value: &str) -> Cow<'_, str> {
        match mode {
            MatchMode::Folded => Cow::Owned(fold(value)),
            // Package patterns are compared folded, like whole package names.
            MatchMode::Prefix | MatchMode::Glob
                if matches!(
                    self,
                    Self::AndroidPackage | Self::IosBundle | Self::ProfileIdentifier
                ) =>
            {
                Cow::Owned(fold(value))
            }
            MatchMode::Exact
            | MatchMode::Prefix
            | MatchMode::Glob
            | MatchMode::Regex
            | MatchMode::Subdomains => Cow::Borrowed(value),
        }
    }

    /// Whether `id` is the stable id of such an indicator; [`Self::indicator_id`] without building it.
    pub(super) fn has_id(self, mode: MatchMode, key: &str, id: &str) -> bool {
        let Some(rest) = id
            .strip_prefix(self.as_str())
            .and_then(|rest| rest.strip_prefix(':'))
        else {
            return false;
        };
        if self.modes().first() == Some(&mode) {
            return rest == key;
        }
        rest.strip_prefix(mode.as_str())
            .and_then(|rest| rest.strip_prefix(':'))
            == Some(key)
    }

    /// The stable id of an indicator.
    #[must_use]
    pub fn indicator_id(self, mode: MatchMode, key: &str) -> String {
        if self.modes().first() == Some(&mode) {
            format!("{}:{key}", self.as_str())
        } else {
            format!("{}:{}:{key}", self.as_str(), mode.as_str())
        }
    }
}

/// Without regard to case, in the same way for every language.
pub(super) fn fold(value: &str) -> String {
    value.to_lowercase()
}

/// A host in lower case without the final dot. None for anything that is not a host name: a URL, an
/// address with a port, an empty label.
fn normalise_host(value: &str) -> Option<String> {
    let host = value.strip_suffix('.').unwrap_or(value).to_lowercase();
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label
                .chars()
                .all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    (host.len() <= 253 && host.contains('.') && host.split('.').all(is_label)).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_values_are_one_to_one() {
        for kind in IndicatorKind::ALL {
            assert_eq!(IndicatorKind::from_word(kind.as_str()), Some(*kind));
            assert!(!kind.modes().is_empty());
        }
        for mode in MatchMode::ALL {
            assert_eq!(MatchMode::from_word(mode.as_str()), Some(*mode));
        }
        assert_eq!(IndicatorKind::from_word("android.pakcage"), None);
    }

    #[test]
    fn packages_are_compared_without_case_and_digests_without_colons() {
        let package = IndicatorKind::AndroidPackage
            .normalise(MatchMode::Folded, "app.EasyLogger")
            .unwrap();
        assert_eq!(package, "app.easylogger");
        let signer = IndicatorKind::SignerSha1
            .normalise(
                MatchMode::Exact,
                "61:ED:37:7E:85:D3:86:A8:DF:EE:6B:86:4B:D8:5B:0B:FA:A5:AF:81",
            )
            .unwrap();
        assert_eq!(signer, "61ed377e85d386a8dfee6b864bd85b0bfaa5af81");
    }

    #[test]
    fn a_host_is_a_host_and_not_a_url() {
        let host = |value| IndicatorKind::Host.normalise(MatchMode::Subdomains, value);
        assert_eq!(host("Panel.Example.COM.").unwrap(), "panel.example.com");
        assert!(host("https://github.com/karma9874/AndroRAT").is_err());
        assert!(host("example.com:8443").is_err());
        assert!(host("localhost").is_err());
    }

    #[test]
    fn a_mode_that_does_not_fit_is_refused() {
        assert!(matches!(
            IndicatorKind::SignerSha1.normalise(MatchMode::Prefix, "61ED"),
            Err(NormaliseError::BadMode { .. })
        ));
    }

    #[test]
    fn ids_leave_out_the_usual_mode() {
        assert_eq!(
            IndicatorKind::AndroidPackage.indicator_id(MatchMode::Folded, "com.wifi0"),
            "android.package:com.wifi0"
        );
        assert_eq!(
            IndicatorKind::AndroidPackage.indicator_id(MatchMode::Glob, "com.rspl??.nanny.android"),
            "android.package:glob:com.rspl??.nanny.android"
        );
        for kind in IndicatorKind::ALL {
            for mode in kind.modes() {
                let id = kind.indicator_id(*mode, "a:b");
                assert!(kind.has_id(*mode, "a:b", &id));
                assert!(!kind.has_id(*mode, "b", &id));
            }
        }
    }
}
