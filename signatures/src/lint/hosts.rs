//! Hosts that strangers share.

use rushlight_core::signatures::{IndicatorKind, MatchMode};

use crate::record::SharedHostRecord;

/// Second-level names under which country registries let everybody register. Not the whole public suffix
/// list: only the words that stand there for more than a few countries.
const SECOND_LEVEL: &[&str] = &[
    "ac", "co", "com", "edu", "go", "gob", "gov", "gv", "info", "ltd", "me", "mil", "ne", "net",
    "nic", "nom", "or", "org", "plc", "sch", "web",
];

/// A host in the form in which it is compared.
pub(super) fn normalised(host: &str) -> Option<String> {
    IndicatorKind::Host
        .normalise(MatchMode::Subdomains, host)
        .ok()
}

/// Whether everybody can have a name directly below this host: `co.uk`, `github.io`.
pub(super) fn is_public_suffix(host: &str, shared: &[SharedHostRecord]) -> bool {
    let registry = host
        .split_once('.')
        .is_some_and(|(second, country)| country.len() == 2 && SECOND_LEVEL.contains(&second));
    registry || shared.iter().any(|it| it.suffix == host)
}

/// Whose tenant this host is, if it is one.
pub(super) fn landlord<'a>(host: &str, shared: &'a [SharedHostRecord]) -> Option<&'a str> {
    shared
        .iter()
        .find(|it| {
            host.strip_suffix(it.suffix.as_str())
                .is_some_and(|tenant| tenant.ends_with('.'))
        })
        .map(|it| it.owner.as_str())
}
