//! One line of a report.

use std::borrow::Cow;
use std::net::IpAddr;

use jiff::Timestamp;
use jiff::fmt::temporal::{Pieces, PiecesOffset};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::super::json::{field, malformed, not_json};
use crate::limits::PRIVACY_REPORT_NAME_BYTES;
use crate::snapshot::{Endpoint, Reason, Sensor};

/// What a line tells.
pub(super) enum Line {
    Access(Access),
    Network(Network),
}

/// What a line is about, where it cannot be read too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Access,
    Network,
}

/// An app looked at something private.
pub(super) struct Access {
    pub(super) app: String,
    pub(super) sensor: Sensor,
    pub(super) step: Step,
    /// What a beginning and its end share.
    pub(super) identifier: String,
    pub(super) at: Stamp,
    /// What stands beside it that a reader should know.
    pub(super) note: Option<String>,
}

/// What of an access the line tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Begin,
    End,
    /// All of it: older exports.
    Event,
}

/// An app contacted a host.
pub(super) struct Network {
    pub(super) app: Option<String>,
    pub(super) endpoint: Endpoint,
    pub(super) first: Timestamp,
    pub(super) last: Timestamp,
    pub(super) hits: Option<u64>,
}

/// A time, and how far the phone's clock was ahead of UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) at: Timestamp,
    pub(super) offset_minutes: Option<i32>,
}

/// Whether a file that begins so is a report: one of its first lines is a line of a report.
pub(super) fn begins(start: &[u8]) -> bool {
    let start = start.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(start);
    if !start.trim_ascii_start().starts_with(b"{") {
        return false;
    }
    start.split(|byte| *byte == b'\n').any(|line| {
        let Ok(raw) = serde_json::from_slice::<Raw<'_>>(line) else {
            return false;
        };
        match raw.kind.as_deref() {
            Some("access") => raw.category.is_some() && raw.accessor.is_some(),
            Some("networkActivity") => raw.domain.is_some(),
            _ => raw.is_of_a_test_version(),
        }
    })
}

/// Reads a line, or says what it was about and why it cannot be read.
pub(super) fn read(bytes: &[u8]) -> Result<Line, (Kind, Reason)> {
    let raw: Raw<'_> =
        serde_json::from_slice(bytes).map_err(|error| (Kind::Access, not_json(error)))?;
    match raw.kind.as_deref() {
        Some("access") => access(&raw)
            .map(Line::Access)
            .map_err(|it| (Kind::Access, it)),
        Some("networkActivity") => network(&raw)
            .map(Line::Network)
            .map_err(|it| (Kind::Network, it)),
        _ if raw.is_of_a_test_version() => {
            let cause = "a line of a test version of iOS 15, which had another form";
            Err((Kind::Access, malformed(cause)))
        }
        _ => Err((
            Kind::Access,
            malformed("a line of a kind that is not known"),
        )),
    }
}

#[derive(Deserialize)]
struct Raw<'a> {
    #[serde(rename = "type", borrow)]
    kind: Option<Cow<'a, str>>,
    #[serde(borrow)]
    accessor: Option<&'a RawValue>,
    #[serde(borrow)]
    broadcaster: Option<&'a RawValue>,
    #[serde(borrow)]
    category: Option<Cow<'a, str>>,
    #[serde(rename = "kind", borrow)]
    step: Option<Cow<'a, str>>,
    #[serde(borrow)]
    identifier: Option<Cow<'a, str>>,
    #[serde(rename = "outOfProcess", borrow)]
    out_of_process: Option<&'a RawValue>,
    #[serde(rename = "timeStamp", borrow)]
    time: Option<Cow<'a, str>>,
    #[serde(rename = "firstTimeStamp", borrow)]
    first_time: Option<Cow<'a, str>>,
    #[serde(borrow)]
    domain: Option<Cow<'a, str>>,
    #[serde(borrow)]
    hits: Option<&'a RawValue>,
    #[serde(rename = "bundleID", borrow)]
    bundle: Option<Cow<'a, str>>,
    /// As the test versions wrote it.
    #[serde(rename = "timestamp", borrow)]
    old_time: Option<&'a RawValue>,
    #[serde(borrow)]
    stream: Option<Cow<'a, str>>,
}

impl Raw<'_> {
    /// iOS 15 before it was published wrote `stream` or no `type`, and `timestamp` in small letters.
    fn is_of_a_test_version(&self) -> bool {
        let stream = |stream: &str| stream.starts_with("com.apple.privacy.accounting.");
        self.kind.is_none()
            && self.old_time.is_some()
            && self.accessor.is_some()
            && (self.category.is_some() || self.stream.as_deref().is_some_and(stream))
    }
}

/// Who did something.
#[derive(Deserialize)]
struct Party<'a> {
    #[serde(borrow)]
    identifier: Option<Cow<'a, str>>,
    #[serde(rename = "identifierType", borrow)]
    kind: Option<Cow<'a, str>>,
}

impl Party<'_> {
    /// Its name: a bundle identifier, or the path of a program that is no app.
    fn name(&self) -> Result<&str, Reason> {
        match self.kind.as_deref() {
            None | Some("bundleID" | "path") => {}
            Some(_) => return Err(malformed("it names no app")),
        }
        let name = self.identifier.as_deref().filter(|name| !name.is_empty());
        short(name.ok_or_else(|| malformed("it names no app"))?)
    }
}

/// Bundle identifiers, hosts and times are short; what is not is none of them.
fn short(name: &str) -> Result<&str, Reason> {
    if name.len() > PRIVACY_REPORT_NAME_BYTES {
        let limit = PRIVACY_REPORT_NAME_BYTES as u64;
        return Err(Reason::TooLarge { limit });
    }
    Ok(name)
}

fn access(raw: &Raw<'_>) -> Result<Access, Reason> {
    let accessor: Option<Party<'_>> = field(raw.accessor)?;
    let accessor = accessor.ok_or_else(|| malformed("it names no app"))?;
    let app = accessor.name()?.to_owned();
    let sensor = match raw.category.as_deref() {
        Some("camera") => Sensor::Camera,
        Some("contacts") => Sensor::Contacts,
        Some("location") => Sensor::Location,
        Some("mediaLibrary") => Sensor::MediaLibrary,
        Some("microphone") => Sensor::Microphone,
        Some("photos") => Sensor::Photos,
        Some("screenRecording") => Sensor::Screen,
        Some(other) => {
            // Enough to know what a later iOS calls it.
            let name: String = other.chars().take(40).collect();
            return Err(malformed(&format!("a category that is not known: {name}")));
        }
        None => return Err(malformed("it does not say what was looked at")),
    };
    let step = match raw.step.as_deref() {
        Some("intervalBegin") => Step::Begin,
        Some("intervalEnd") => Step::End,
        Some("event") => Step::Event,
        Some(_) | None => return Err(malformed("neither a beginning nor an end")),
    };
    Ok(Access {
        app,
        sensor,
        step,
        identifier: short(raw.identifier.as_deref().unwrap_or_default())?.to_owned(),
        at: stamp(raw.time.as_deref())?,
        note: note(raw)?,
    })
}

/// Another party of the access, and that the app saw only what its person picked. They explain the access, and
/// the fact stands without them.
fn note(raw: &Raw<'_>) -> Result<Option<String>, Reason> {
    let broadcaster: Option<Party<'_>> = field(raw.broadcaster).unwrap_or_default();
    let mut notes = Vec::new();
    if let Some(broadcaster) = &broadcaster {
        notes.push(format!("broadcaster {}", broadcaster.name()?));
    }
    if field(raw.out_of_process).unwrap_or_default() == Some(true) {
        notes.push("outOfProcess".to_owned());
    }
    Ok((!notes.is_empty()).then(|| notes.join(", ")))
}

fn network(raw: &Raw<'_>) -> Result<Network, Reason> {
    let bundle = raw.bundle.as_deref().filter(|bundle| !bundle.is_empty());
    let accessor: Option<Party<'_>> = field(raw.accessor)?;
    let app = match (bundle, &accessor) {
        (Some(bundle), _) => Some(short(bundle)?),
        (None, Some(accessor)) => Some(accessor.name()?),
        (None, None) => None,
    };
    let domain = raw.domain.as_deref().filter(|domain| !domain.is_empty());
    let domain = short(domain.ok_or_else(|| malformed("it names no host"))?)?;
    let last = stamp(raw.time.as_deref())?.at;
    // Without it, the last time is the only one that is known.
    let first = match raw.first_time.as_deref() {
        Some(first) => stamp(Some(first))?.at,
        None => last,
    };
    Ok(Network {
        app: app.map(str::to_owned),
        endpoint: endpoint(domain),
        first: first.min(last),
        last: last.max(first),
        hits: field(raw.hits).unwrap_or_default(),
    })
}

/// A host, or an address where the app asked for none: `192.0.2.1`, `2001:db8::1`, in brackets or with the
/// interface behind `%`.
fn endpoint(domain: &str) -> Endpoint {
    let bare = domain
        .strip_prefix('[')
        .and_then(|inside| inside.strip_suffix(']'))
        .unwrap_or(domain);
    let bare = bare.split('%').next().unwrap_or(bare);
    match bare.parse::<IpAddr>() {
        Ok(address) => Endpoint::Address(address),
        Err(_) => Endpoint::Host(domain.to_owned()),
    }
}

fn stamp(text: Option<&str>) -> Result<Stamp, Reason> {
    let text = short(text.ok_or_else(|| malformed("it has no time"))?)?;
    let no_time = || malformed("not a time with its zone");
    let at: Timestamp = text.parse().map_err(|_| no_time())?;
    let pieces = Pieces::parse(text).map_err(|_| no_time())?;
    // `Z` says when, and not what the phone's clock showed.
    let offset_minutes = match pieces.offset() {
        Some(PiecesOffset::Numeric(offset)) => Some(offset.offset().seconds() / 60),
        Some(_) | None => None,
    };
    Ok(Stamp { at, offset_minutes })
}
