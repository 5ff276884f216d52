//! Exports of Android's intrusion log (Android 16, Advanced Protection): what the phone contacted, which apps
//! came and went, what came over a debugging connection.
//!
//! One event on each line, `{"dns_event":{...}}`, `{"connect_event":{...}}` or `{"security_event":{...}}`, in
//! text files, in zip archives of them, or in both in one folder. A log covers a period, which its surfaces
//! state: what happened before or after is not in it. A name that was looked up is contacted, never
//! installed; the addresses that the answer held are left out, because nobody knows that they were used.
//! Source: AOSP `SecurityLog` (tags 210001 to 210046), `NetworkEvent`; MVT's `check-intrusion-logs`.

use std::collections::BTreeMap;
use std::io::Read;
use std::net::IpAddr;
use std::sync::Arc;

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::json::{Records, malformed, not_json};
use super::parsed::{Parsed, Place};
use crate::digest::Sha256;
use crate::evidence::{Container, ContainerKind, Entry, EvidenceError, Reading};
use crate::limits::{INTRUSION_LOG_FILES, MEMORY_ENTRY_BYTES, STREAMED_ENTRY_BYTES};
use crate::snapshot::{
    App, AppState, Apps, Contact, Covered, Endpoint, Input, InputKind, Moment, Occurrence,
    OccurrenceKind, Platform, Provenance, Reason, Skipped, Snapshot, SurfaceId, Surfaces,
};

/// What logs tell, while they are read.
#[derive(Default)]
pub(super) struct Log {
    contacts: BTreeMap<(Endpoint, Option<String>), Provenance>,
    /// Daily files overlap: of two equal events the first stays.
    history: BTreeMap<(Timestamp, Happened), Provenance>,
    network: Count,
    security: Count,
    /// The files that were read to their end.
    pub(super) inputs: Vec<Input>,
    skipped: Vec<(SurfaceId, Skipped)>,
    /// How many files were logs.
    files: u64,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Happened {
    what: OccurrenceKind,
    subject: String,
    user: Option<u32>,
    value: Option<String>,
}

/// Events of one kind, and the time that they cover.
#[derive(Default)]
struct Count {
    events: u64,
    covered: Vec<Covered>,
}

/// What logs told.
pub(super) struct Told {
    pub(super) contacts: Vec<Contact>,
    pub(super) history: Vec<Occurrence>,
    pub(super) apps: Vec<App>,
}

/// Whether this is a log by itself, or a folder or an archive of logs. Names say nothing.
pub(super) fn recognises(container: &Container) -> bool {
    let mut entries = container.entries().iter().take(INTRUSION_LOG_FILES);
    entries.any(|entry| is_log(container, entry))
}

/// Reads logs that are evidence by themselves.
///
/// # Errors
/// [`EvidenceError::Damaged`] when the archive that holds them cannot be read again.
pub(super) fn read(container: &Container, reading: Reading<'_>) -> Result<Snapshot, EvidenceError> {
    let mut snapshot = Snapshot {
        platform: Platform::Android,
        ..Snapshot::default()
    };
    let mut surfaces = Surfaces::for_platform(Platform::Android);
    let mut log = Log::default();
    let entries: Vec<&Entry> = container.entries().iter().collect();
    log.read_files(container, &entries, reading);
    for Skipped { record, reason } in container.skipped() {
        let record = format!("{}/{record}", container.name());
        log.skip(SurfaceId::Contacts, record, reason.clone());
    }
    snapshot.inputs = std::mem::take(&mut log.inputs);
    match container.kind() {
        ContainerKind::File => {
            for input in &mut snapshot.inputs {
                input.kind = InputKind::IntrusionLog;
            }
        }
        ContainerKind::Folder | ContainerKind::Zip => {
            let (bytes, sha256) =
                container
                    .digest(&snapshot.inputs)
                    .map_err(|reason| EvidenceError::Damaged {
                        path: container.path().to_owned(),
                        cause: reason.code().to_owned(),
                    })?;
            snapshot.inputs.push(Input {
                path: container.name().to_owned(),
                kind: InputKind::IntrusionLog,
                bytes,
                sha256,
            });
        }
    }
    let told = log.tell(&mut surfaces);
    snapshot.contacts = told.contacts;
    snapshot.history = told.history;
    let mut apps = Apps::default();
    for app in told.apps {
        apps.add(app);
    }
    snapshot.apps = apps.into_sorted();
    for id in SurfaceId::ALL {
        if id.applies_to(Platform::Android) && id != SurfaceId::AppCode {
            surfaces.unavailable(id, Reason::NotInThisEvidence);
        }
    }
    snapshot.surfaces = surfaces;
    snapshot.inputs.sort();
    Ok(snapshot)
}

impl Log {
    /// Reads these files: logs, and archives of logs. What is neither is told.
    pub(super) fn read_files(
        &mut self,
        container: &Container,
        entries: &[&Entry],
        reading: Reading<'_>,
    ) {
        for entry in entries {
            let input = container.input_path(entry);
            if reading.watch.cancelled() {
                self.skip(SurfaceId::Contacts, &*input, Reason::Cancelled);
                return;
            }
            if self.files >= INTRUSION_LOG_FILES as u64 {
                let limit = INTRUSION_LOG_FILES as u64;
                self.skip(SurfaceId::Contacts, &*input, Reason::TooMany { limit });
                return;
            }
            let start = container.start(entry, START);
            if begins_as_log(&start) {
                self.read_file(container, entry, &input, reading);
            } else if start.starts_with(b"PK") {
                self.read_archive(container, entry, &input, reading);
            } else {
                let cause = "it does not begin as an intrusion log does";
                self.skip(SurfaceId::Contacts, &*input, malformed(cause));
            }
        }
    }

    fn read_file(
        &mut self,
        container: &Container,
        entry: &Entry,
        input: &Arc<str>,
        reading: Reading<'_>,
    ) {
        let streamed = container.stream(entry, STREAMED_ENTRY_BYTES, |source| {
            self.parse(Place::new(input, reading.watch), source)
        });
        self.files += 1;
        let (parsed, whole) = match streamed {
            Ok(streamed) => (streamed.value, streamed.whole),
            Err(reason) => return self.skip(SurfaceId::Contacts, &**input, reason),
        };
        match whole {
            Ok((bytes, sha256)) => self.inputs.push(member(input, bytes, sha256)),
            Err(reason) => self.skip(SurfaceId::Contacts, &**input, reason),
        }
        if let Some(reason) = parsed.stopped {
            self.skip(SurfaceId::Contacts, &**input, reason);
        }
        for Skipped { record, reason } in parsed.skipped {
            self.skip(SurfaceId::Contacts, record, reason);
        }
    }

    /// An archive inside the folder. One inside of that is not opened.
    fn read_archive(
        &mut self,
        container: &Container,
        entry: &Entry,
        input: &Arc<str>,
        reading: Reading<'_>,
    ) {
        let opened = container
            .read(entry, MEMORY_ENTRY_BYTES)
            .and_then(|(bytes, sha256)| {
                let length = bytes.len() as u64;
                let opened = Container::from_bytes(input, bytes);
                let opened = opened.map_err(|error| malformed(&error.to_string()))?;
                Ok((opened, length, sha256))
            });
        let (mut archive, bytes, sha256) = match opened {
            Ok(opened) => opened,
            Err(reason) => return self.skip(SurfaceId::Contacts, &**input, reason),
        };
        archive.call(input);
        self.inputs.push(member(input, bytes, sha256));
        for entry in archive.entries() {
            let input = archive.input_path(entry);
            if is_log(&archive, entry) {
                self.read_file(&archive, entry, &input, reading);
            } else {
                let cause = "it does not begin as an intrusion log does";
                self.skip(SurfaceId::Contacts, &*input, malformed(cause));
            }
        }
        for Skipped { record, reason } in archive.skipped() {
            let record = format!("{input}/{record}");
            self.skip(SurfaceId::Contacts, record, reason.clone());
        }
    }

    fn parse(&mut self, mut place: Place<'_>, source: &mut dyn Read) -> Parsed<()> {
        let (mut network, mut security) = (None, None);
        let mut records = Records::new(source);
        let mut read = 0;
        while let Some((index, record)) = records.next() {
            if place.stops() {
                break;
            }
            let locator = format!("[{index}]");
            let event = record.and_then(|bytes| {
                serde_json::from_slice::<Line<'_>>(bytes)
                    .map_err(not_json)
                    .and_then(|line| event(&line))
            });
            let event = match event {
                Ok(event) => event,
                Err(reason) => {
                    place.skip(&locator, reason);
                    continue;
                }
            };
            read += 1;
            match event {
                Event::Contact(at, endpoint, app) => {
                    self.network.events += 1;
                    widen(&mut network, at);
                    let known = self.contacts.entry((endpoint, app));
                    known.or_insert_with(|| place.at(locator));
                }
                Event::Security(at, happened) => {
                    self.security.events += 1;
                    widen(&mut security, at);
                    if let Some(happened) = happened {
                        let known = self.history.entry((at, happened));
                        known.or_insert_with(|| place.at(locator));
                    }
                }
            }
        }
        for (count, period) in [(&mut self.network, network), (&mut self.security, security)] {
            if let Some((first, last)) = period {
                count.covered.push(Covered {
                    first: Moment::Instant(first),
                    last: Moment::Instant(last),
                    input: place.input().to_string(),
                });
            }
        }
        place.finish((), read)
    }

    /// Says of the surfaces what was read, and gives it.
    pub(super) fn tell(self, surfaces: &mut Surfaces) -> Told {
        let mut last: BTreeMap<(String, Option<u32>), (OccurrenceKind, Provenance)> =
            BTreeMap::new();
        for ((_, happened), at) in &self.history {
            let kind = happened.what;
            if matches!(
                kind,
                OccurrenceKind::AppInstalled
                    | OccurrenceKind::AppUpdated
                    | OccurrenceKind::AppUninstalled
            ) {
                let app = (happened.subject.clone(), happened.user);
                last.insert(app, (kind, at.clone()));
            }
        }
        let mut removed = 0;
        let mut apps = Vec::new();
        for ((id, user), (kind, at)) in last {
            let state = if kind == OccurrenceKind::AppUninstalled {
                removed += 1;
                AppState::Removed
            } else {
                // It was there when the log ended, whenever that was.
                AppState::Seen
            };
            let mut app = App::new(id, Platform::Android, state, at);
            app.user = user;
            apps.push(app);
        }
        let nothing = (self.files == 0).then(|| {
            let first = self.skipped.first();
            let file = "intrusion_logs/".to_owned();
            first.map_or(Reason::FileMissing { file }, |(_, skipped)| {
                skipped.reason.clone()
            })
        });
        for (id, records, count) in [
            (SurfaceId::Contacts, self.network.events, &self.network),
            (
                SurfaceId::History,
                self.history.len() as u64,
                &self.security,
            ),
            (SurfaceId::RemovedApps, removed, &self.security),
        ] {
            // A log of contacts alone says nothing about apps that came and went.
            let unknown = id != SurfaceId::Contacts && self.security.events == 0;
            match &nothing {
                Some(reason) => surfaces.unavailable(id, reason.clone()),
                None if unknown => {
                    let field = "security_event".to_owned();
                    surfaces.unavailable(id, Reason::LeftEmpty { field });
                }
                None => {
                    surfaces.read(id, records);
                    for covered in &count.covered {
                        surfaces.cover(id, covered.clone());
                    }
                }
            }
        }
        for (id, Skipped { record, reason }) in self.skipped {
            surfaces.skip(id, record, reason);
        }
        Told {
            contacts: self
                .contacts
                .into_iter()
                .map(|((endpoint, app), provenance)| Contact {
                    endpoint,
                    app,
                    contacted: None,
                    provenance,
                })
                .collect(),
            history: self
                .history
                .into_iter()
                .map(|((at, happened), provenance)| Occurrence {
                    at: Moment::Instant(at),
                    what: happened.what,
                    subject: happened.subject,
                    user: happened.user,
                    value: happened.value,
                    provenance,
                })
                .collect(),
            apps,
        }
    }

    fn skip(&mut self, id: SurfaceId, record: impl Into<String>, reason: Reason) {
        let record = record.into();
        self.skipped.push((id, Skipped { record, reason }));
    }
}

/// Enough to see the name of the first event.
const START: usize = 256;

fn is_log(container: &Container, entry: &Entry) -> bool {
    begins_as_log(&container.start(entry, START))
}

fn begins_as_log(start: &[u8]) -> bool {
    let start = start.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(start);
    let Some(inside) = start.trim_ascii_start().strip_prefix(b"{") else {
        return false;
    };
    let names: [&[u8]; 3] = [
        b"\"dns_event\"",
        b"\"connect_event\"",
        b"\"security_event\"",
    ];
    let first = inside.trim_ascii_start();
    names.iter().any(|name| first.starts_with(name))
}

fn member(input: &Arc<str>, bytes: u64, sha256: Sha256) -> Input {
    Input {
        path: input.to_string(),
        kind: InputKind::Member,
        bytes,
        sha256,
    }
}

fn widen(period: &mut Option<(Timestamp, Timestamp)>, at: Timestamp) {
    let (first, last) = period.get_or_insert((at, at));
    *first = at.min(*first);
    *last = at.max(*last);
}

enum Event {
    Contact(Timestamp, Endpoint, Option<String>),
    /// `None`: an event that is none of ours to keep.
    Security(Timestamp, Option<Happened>),
}

#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    dns_event: Option<&'a RawValue>,
    #[serde(borrow)]
    connect_event: Option<&'a RawValue>,
    #[serde(borrow)]
    security_event: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Dns {
    event_time: Number,
    hostname: String,
    package_name: Option<String>,
}

#[derive(Deserialize)]
struct Connect {
    event_time: Number,
    ip_address: String,
    package_name: Option<String>,
}

#[derive(Deserialize)]
struct Security {
    event_time: Number,
    adb_shell_interactive: Option<Empty>,
    adb_shell_cmd: Option<Command>,
    adb_sync_send_file: Option<File>,
    cert_authority_installed: Option<Certificate>,
    cert_authority_removed: Option<Certificate>,
    package_installed: Option<Package>,
    package_updated: Option<Package>,
    package_uninstalled: Option<Package>,
}

#[derive(Deserialize)]
struct Empty {}

#[derive(Deserialize)]
struct Command {
    command: String,
}

#[derive(Deserialize)]
struct File {
    path: String,
}

#[derive(Deserialize)]
struct Certificate {
    subject: String,
    success: Option<Flag>,
    user_id: Option<Number>,
}

#[derive(Deserialize)]
struct Package {
    package_name: String,
    version_code: Option<Number>,
    user_id: Option<Number>,
}

/// A number, or its digits as text: exports write 64 bits as both.
#[derive(Deserialize)]
#[serde(untagged)]
enum Number {
    Plain(i64),
    Text(String),
}

/// The exports write `true`, the log that they are made from 1.
#[derive(Deserialize)]
#[serde(untagged)]
enum Flag {
    Plain(bool),
    Number(Number),
}

impl Number {
    fn value(&self) -> Result<i64, Reason> {
        match self {
            Self::Plain(value) => Ok(*value),
            Self::Text(digits) => digits.parse().map_err(|_| malformed("not a number")),
        }
    }
}

fn event(line: &Line<'_>) -> Result<Event, Reason> {
    if let Some(raw) = line.dns_event {
        let dns: Dns = serde_json::from_str(raw.get()).map_err(not_json)?;
        if dns.hostname.is_empty() {
            return Err(malformed("it names no host"));
        }
        let endpoint = Endpoint::Host(dns.hostname);
        let at = milliseconds(&dns.event_time)?;
        return Ok(Event::Contact(at, endpoint, named(dns.package_name)));
    }
    if let Some(raw) = line.connect_event {
        let connect: Connect = serde_json::from_str(raw.get()).map_err(not_json)?;
        let endpoint = Endpoint::Address(address(&connect.ip_address)?);
        let at = milliseconds(&connect.event_time)?;
        return Ok(Event::Contact(at, endpoint, named(connect.package_name)));
    }
    if let Some(raw) = line.security_event {
        let event: Security = serde_json::from_str(raw.get()).map_err(not_json)?;
        let at = i128::from(event.event_time.value()?);
        let at = Timestamp::from_nanosecond(at).map_err(|_| malformed("a time out of range"))?;
        return Ok(Event::Security(at, happened(event)?));
    }
    Err(malformed("an event of a kind that is not known"))
}

fn milliseconds(time: &Number) -> Result<Timestamp, Reason> {
    Timestamp::from_millisecond(time.value()?).map_err(|_| malformed("a time out of range"))
}

fn named(package: Option<String>) -> Option<String> {
    package.filter(|package| !package.is_empty())
}

/// Java prints `host/1.2.3.4` or `/1.2.3.4`; an address of one link has its interface behind `%`.
fn address(text: &str) -> Result<IpAddr, Reason> {
    let own = text.rsplit('/').next().unwrap_or(text);
    let own = own.split('%').next().unwrap_or(own);
    own.parse().map_err(|_| malformed("not an address"))
}

fn happened(event: Security) -> Result<Option<Happened>, Reason> {
    let user = |number: Option<Number>| {
        let value = number.map(|number| number.value()).transpose()?;
        // Android writes negative numbers for "all users".
        Ok(value.and_then(|value| u32::try_from(value).ok()))
    };
    let app = |what, package: Package| {
        if package.package_name.is_empty() {
            return Err(malformed("it names no package"));
        }
        let version = package.version_code.map(|code| code.value()).transpose()?;
        Ok(Some(Happened {
            what,
            subject: package.package_name,
            user: user(package.user_id)?,
            value: version.map(|code| code.to_string()),
        }))
    };
    let certificate = |what, certificate: Certificate| {
        let failed = match certificate.success {
            Some(Flag::Plain(success)) => !success,
            Some(Flag::Number(number)) => number.value()? == 0,
            None => false,
        };
        let user = user(certificate.user_id)?;
        Ok((!failed).then_some(Happened {
            what,
            subject: certificate.subject,
            user,
            value: None,
        }))
    };
    let adb = |what, subject: String, value| {
        Ok(Some(Happened {
            what,
            subject,
            user: None,
            value,
        }))
    };
    if let Some(package) = event.package_installed {
        return app(OccurrenceKind::AppInstalled, package);
    }
    if let Some(package) = event.package_updated {
        return app(OccurrenceKind::AppUpdated, package);
    }
    if let Some(package) = event.package_uninstalled {
        return app(OccurrenceKind::AppUninstalled, package);
    }
    if let Some(installed) = event.cert_authority_installed {
        return certificate(OccurrenceKind::CertificateInstalled, installed);
    }
    if let Some(removed) = event.cert_authority_removed {
        return certificate(OccurrenceKind::CertificateRemoved, removed);
    }
    if let Some(Command { command }) = event.adb_shell_cmd {
        return adb(OccurrenceKind::AdbCommand, "adb".to_owned(), Some(command));
    }
    if event.adb_shell_interactive.is_some() {
        return adb(OccurrenceKind::AdbConnected, "adb".to_owned(), None);
    }
    if let Some(File { path }) = event.adb_sync_send_file {
        return adb(OccurrenceKind::AdbFileSent, path, None);
    }
    Ok(None)
}

#[cfg(test)]
mod tests;
