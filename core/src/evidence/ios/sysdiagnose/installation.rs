//! `mobile_installation.log*` and `containermanagerd.log*`: what was installed, updated and removed, with local
//! times.
//!
//! A line is `Mon Apr  7 07:40:47 2025 [446] <notice> (0x16fc9b000) -[MIInstaller …]: …`; what does not begin so
//! continues the line before. The sentences, as iLEAPP found them in twenty phones from iOS 12 to 26:
//!
//! - `Install Successful for (Customer:<id>)`, since iOS 26 `Install successful for`; `Placeholder` is the stub
//!   that is there while an app is downloaded, `System` and `Developer` are the other two;
//! - `Installing <MIInstallableBundle ID=<id>; Version=<n>, ShortVersion=<s>>`;
//! - `Attempting Delta patch update of <id> from …`: only an update begins so;
//! - `Uninstalling identifier <id>`; `Destroying container with identifier <id> at …` (to iOS 15) or `Destroying
//!   container <id> with persona … at …`, written by the part that uninstalls;
//! - `Made container live for <id> at <path>`, `Data container for <id> is now at <path>`: names an app, no more.
//!
//! No line says whether an installation is the first. One that follows another of the same app, or a patch, is
//! an update here; an update whose installation the logs no longer hold reads as an installation.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, DateTime, Time};

use super::super::facts::short;
use super::lists::is_bundle;
use crate::evidence::json::malformed;
use crate::evidence::lines::Lines;
use crate::evidence::parsed::Place;
use crate::limits::SYSDIAGNOSE_NAMES;
use crate::snapshot::{
    App, AppState, Channel, Covered, Moment, Observed, Occurrence, OccurrenceKind, Platform,
    Provenance, Reason, Version,
};

/// One line that says something about an app.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Event {
    at: DateTime,
    /// Files are numbered from the newest: of one second, the higher number comes first.
    age: std::cmp::Reverse<u64>,
    line: u64,
    id: String,
    what: What,
    provenance: Provenance,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Preparing {
        patch: bool,
        version: Option<String>,
    },
    Installed(Kind),
    Uninstalled,
    Destroyed,
    Named,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Placeholder,
    Customer,
    System,
    Developer,
}

/// What one file tells.
#[derive(Debug, Default)]
pub(super) struct Log {
    pub(super) events: Vec<Event>,
    /// From its first line to its last.
    pub(super) covered: Option<Covered>,
    /// Lines with a time.
    pub(super) lines: u64,
}

/// Reads one log. `name` is that of the file: the number at its end is its age.
pub(super) fn read(name: &str, mut bytes: &[u8], place: &mut Place<'_>) -> Log {
    let mut log = Log::default();
    let age = name.rsplit('.').next().and_then(|end| end.parse().ok());
    let age = std::cmp::Reverse(age.unwrap_or(0));
    let mut span: Option<(DateTime, DateTime)> = None;
    let mut lines = Lines::new(&mut bytes);
    while let Some((line, text)) = lines.next() {
        if place.stops() {
            break;
        }
        let locator = || format!("line {line}");
        let text = match text {
            Ok(text) => text,
            Err(reason) => {
                place.skip(&locator(), reason);
                continue;
            }
        };
        let Some((stamp, rest)) = stamped(&text) else {
            continue;
        };
        let Some(at) = time(stamp) else {
            place.skip(&locator(), malformed("a time that no calendar has"));
            continue;
        };
        log.lines += 1;
        span = Some(span.map_or((at, at), |(first, last)| (first.min(at), last.max(at))));
        let Some((id, what)) = said(rest) else {
            continue;
        };
        if !is_bundle(id) {
            place.skip(&locator(), malformed("not the identifier of an app"));
            continue;
        }
        if log.events.len() >= SYSDIAGNOSE_NAMES {
            let limit = SYSDIAGNOSE_NAMES as u64;
            place.stop(Reason::TooMany { limit });
            break;
        }
        log.events.push(Event {
            at,
            age,
            line,
            id: id.to_owned(),
            what,
            provenance: place.at(locator()),
        });
    }
    log.covered = span.map(|(first, last)| Covered {
        first: Moment::PhoneClock(first),
        last: Moment::PhoneClock(last),
        input: place.input().to_string(),
    });
    log
}

const WEEKDAYS: [&str; 7] = ["Mon ", "Tue ", "Wed ", "Thu ", "Fri ", "Sat ", "Sun "];

/// The time of a line, and what stands behind it; none where the line continues another.
fn stamped(text: &str) -> Option<(&str, &str)> {
    if !WEEKDAYS.iter().any(|day| text.starts_with(day)) {
        return None;
    }
    text.split_once(" [")
}

/// `Mon Apr  7 07:40:47 2025`.
fn time(stamp: &str) -> Option<DateTime> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let mut parts = stamp.split_ascii_whitespace().skip(1);
    let (month, day, time, year) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let date = Date::new(
        year.parse().ok()?,
        i8::try_from(month).ok()?,
        day.parse().ok()?,
    )
    .ok()?;
    let time: Time = time.parse().ok()?;
    parts.next().is_none().then(|| date.to_datetime(time))
}

/// The app that a line is about, and what it says of it.
fn said(text: &str) -> Option<(&str, What)> {
    let after = |mark: &str| text.split_once(mark).map(|(_, rest)| rest);
    if let Some(rest) =
        after("Install Successful for (").or_else(|| after("Install successful for ("))
    {
        let (inside, _) = rest.split_once(')')?;
        let (kind, id) = inside.split_once(':').unwrap_or(("Customer", inside));
        let kind = match kind {
            "Placeholder" => Kind::Placeholder,
            "System" => Kind::System,
            "Developer" => Kind::Developer,
            _ => Kind::Customer,
        };
        return Some((id, What::Installed(kind)));
    }
    if let Some(rest) = after("Uninstalling identifier ") {
        return Some((word(rest), What::Uninstalled));
    }
    if let Some(rest) = after("Destroying container ").filter(|_| text.contains("MIUninstall")) {
        let rest = rest.strip_prefix("with identifier ").unwrap_or(rest);
        return Some((word(rest), What::Destroyed));
    }
    if let Some(rest) = after(" patch update of ").filter(|_| text.contains("Attempting ")) {
        let patch = true;
        let version = rest
            .rsplit_once('(')
            .and_then(|(_, end)| end.split_once(')'));
        let version = version.and_then(|(version, _)| short(version));
        let version = version.map(str::to_owned);
        return Some((word(rest), What::Preparing { patch, version }));
    }
    if let Some(rest) = after("Installing <MIInstallable") {
        let patch = rest.starts_with("BundlePatch");
        let (_, rest) = rest.split_once(" ID=")?;
        let (id, rest) = rest.split_once(';')?;
        let version = rest
            .split_once("ShortVersion=")
            .and_then(|(_, rest)| rest.split_once('>'));
        let version = version.and_then(|(version, _)| short(version));
        let version = version.map(str::to_owned);
        return Some((id, What::Preparing { patch, version }));
    }
    for mark in ["Made container live for ", "Data container for "] {
        if let Some(rest) = after(mark) {
            // Parts of apps and of the system have containers too.
            let own = ["/Bundle/Application/", "/Data/Application/"];
            return own
                .iter()
                .any(|path| rest.contains(path))
                .then(|| (word(rest), What::Named));
        }
    }
    None
}

fn word(text: &str) -> &str {
    text.split_ascii_whitespace().next().unwrap_or_default()
}

/// What is known of one app while the events pass.
#[derive(Default)]
struct Known {
    installed: Option<bool>,
    patch: bool,
    version: Option<String>,
    app: Option<App>,
}

/// What all logs tell together: apps as they were at the end, and what happened.
pub(super) fn told(mut events: Vec<Event>) -> (Vec<App>, Vec<Occurrence>) {
    events.sort();
    events.dedup();
    let mut known: BTreeMap<Arc<str>, Known> = BTreeMap::new();
    let mut history = Vec::new();
    for event in events {
        let app = known.entry(event.id.as_str().into()).or_default();
        app.take(event, &mut history);
    }
    let apps = known.into_values().filter_map(Known::into_app).collect();
    (apps, history)
}

impl Known {
    fn take(&mut self, event: Event, history: &mut Vec<Occurrence>) {
        let Event {
            at,
            id,
            what,
            provenance,
            ..
        } = event;
        let app = self.app.get_or_insert_with(|| {
            App::new(&*id, Platform::Ios, AppState::Seen, provenance.clone())
        });
        let moment = Moment::PhoneClock(at);
        let mut tell = |what, value| {
            history.push(Occurrence {
                at: moment,
                what,
                subject: id.clone(),
                user: None,
                value,
                provenance: provenance.clone(),
            });
        };
        match what {
            What::Preparing { patch, version } => {
                self.patch |= patch;
                self.version = version.or(self.version.take());
            }
            What::Installed(Kind::Placeholder) | What::Named => {}
            What::Installed(kind) => {
                let version = self.version.take();
                let observed = Some(Observed::new(moment, provenance.clone()));
                let again = self.installed == Some(true) || std::mem::take(&mut self.patch);
                if again {
                    tell(OccurrenceKind::AppUpdated, version.clone());
                    app.times.last_updated = observed;
                } else {
                    tell(OccurrenceKind::AppInstalled, version.clone());
                    app.times.first_installed = observed;
                    app.times.last_updated = None;
                }
                self.installed = Some(true);
                app.version = version.map(|name| Version {
                    name: Some(name),
                    code: None,
                    provenance: provenance.clone(),
                });
                app.system = (kind == Kind::System).then_some(true);
                // Built for a developer's own phones, or made to look so.
                app.install.channel = (kind == Kind::Developer)
                    .then(|| Observed::new(Channel::OutsideStore, provenance.clone()));
                app.provenance = vec![provenance];
            }
            What::Uninstalled | What::Destroyed => {
                // The part that uninstalls writes both, and one for each container.
                if self.installed != Some(false) {
                    tell(OccurrenceKind::AppUninstalled, None);
                }
                *self = Self {
                    installed: Some(false),
                    app: Some(App::new(&*id, Platform::Ios, AppState::Removed, provenance)),
                    ..Self::default()
                };
            }
        }
    }

    fn into_app(self) -> Option<App> {
        let mut app = self.app?;
        app.state = match self.installed {
            Some(true) => AppState::Installed,
            Some(false) => AppState::Removed,
            None => AppState::Seen,
        };
        Some(app)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::evidence::Unwatched;

    fn log(name: &str, text: &str) -> (Log, Vec<String>) {
        let input: Arc<str> = name.into();
        let mut place = Place::new(&input, &Unwatched);
        let log = read(name, text.as_bytes(), &mut place);
        let skipped = place.finish((), 0).skipped.into_iter();
        (log, skipped.map(|it| it.record).collect())
    }

    fn shown(events: Vec<Event>) -> (Vec<String>, Vec<String>) {
        let (apps, history) = told(events);
        let apps = apps.into_iter().map(|app| {
            let version = app.version.and_then(|it| it.name).unwrap_or_default();
            format!("{} {:?} {version}", app.id, app.state)
        });
        let history = history.into_iter().map(|it| {
            let value = it.value.unwrap_or_default();
            format!("{} {:?} {} {value}", it.at, it.what, it.subject)
        });
        (apps.collect(), history.collect())
    }

    const NEW: &str = "\
Mon Apr  7 07:40:40 2025 [446] <notice> (0x16) -[MIInstaller x]: Installing <MIInstallableBundle ID=org.example.a; Version=7, ShortVersion=1.2>
Mon Apr  7 07:40:41 2025 [446] <notice> (0x16) -[MIInstaller x]: Install Successful for (Placeholder:org.example.a)
Mon Apr  7 07:40:47 2025 [446] <notice> (0x16) -[MIInstaller x]: Install Successful for (Customer:org.example.a); Staging: 0.03s
Mon Apr  7 08:00:00 2025 [446] <notice> (0x16) x: Attempting Delta patch update of org.example.a from 7 to 8 (1.3)
Mon Apr  7 08:00:01 2025 [446] <notice> (0x16) x: Install successful for (Customer:org.example.a) [Distributor: (null)]
Mon Apr  7 09:00:00 2025 [446] <notice> (0x16) -[MIUninstaller x]: Uninstalling identifier org.example.b
Mon Apr  7 09:00:00 2025 [446] <err> (0x16) -[MIUninstaller x]: Destroying container org.example.b with persona (null) at /private/x
Mon Apr  7 09:30:00 2025 [446] <err> (0x16) -[MIUninstaller x]: Taking assertion on {(
    \"org.example.b\"
)}
Mon Apr 99 09:30:00 2025 [446] <err> (0x16) x
Mon Apr  7 09:31:00 2025 [446] <notice> (0x16) x: Install Successful for (Developer:org.example.dev)
Mon Apr  7 09:32:00 2025 [446] <notice> (0x16) x: Install Successful for (Customer:no bundle at all)
Mon Apr  7 09:33:00 2025 [446] <notice> (0x16) x: Made container live for org.example.seen at /private/var/containers/Bundle/Application/1
Mon Apr  7 09:33:00 2025 [446] <notice> (0x16) x: Made container live for org.example.part at /private/var/mobile/Containers/Data/PluginKitPlugin/1
";
    const OLD: &str = "\
Sun Apr  6 07:40:47 2025 [44] <notice> (0x16) x: Install Successful for (Customer:org.example.b)
Sun Apr  6 23:00:00 2025 [44] <err> (0x16) -[MIUninstaller x]: Destroying container with identifier org.example.c at /private/x
";

    #[test]
    fn apps_come_change_and_go_over_several_files() {
        let (new, skipped) = log("mobile_installation.log.0", NEW);
        let (old, _) = log("mobile_installation.log.1", OLD);
        assert_eq!(
            skipped,
            [
                "mobile_installation.log.0 line 11",
                "mobile_installation.log.0 line 13"
            ]
        );
        assert_eq!(new.lines, 12);
        let covered = new.covered.unwrap();
        assert_eq!(covered.first.to_string(), "2025-04-07T07:40:40");
        assert_eq!(covered.last.to_string(), "2025-04-07T09:33:00");
        let (apps, history) = shown([new.events, old.events].concat());
        assert_eq!(
            apps,
            [
                "org.example.a Installed 1.3",
                "org.example.b Removed ",
                "org.example.c Removed ",
                "org.example.dev Installed ",
                "org.example.seen Seen ",
            ]
        );
        assert_eq!(
            history,
            [
                "2025-04-06T07:40:47 AppInstalled org.example.b ",
                "2025-04-06T23:00:00 AppUninstalled org.example.c ",
                "2025-04-07T07:40:47 AppInstalled org.example.a 1.2",
                "2025-04-07T08:00:01 AppUpdated org.example.a 1.3",
                "2025-04-07T09:00:00 AppUninstalled org.example.b ",
                "2025-04-07T09:31:00 AppInstalled org.example.dev ",
            ]
        );
    }

    #[test]
    fn an_app_that_came_again_after_it_was_removed_is_installed_anew() {
        let text = "\
Mon Apr  7 07:00:00 2025 [4] x: Install Successful for (Customer:org.example.a)
Mon Apr  7 08:00:00 2025 [4] MIUninstaller: Uninstalling identifier org.example.a
Mon Apr  7 09:00:00 2025 [4] x: Install Successful for (Customer:org.example.a)
Mon Apr  7 10:00:00 2025 [4] x: Install Successful for (Customer:org.example.a)
";
        let (apps, history) = told(log("mobile_installation.log.0", text).0.events);
        let what: Vec<OccurrenceKind> = history.iter().map(|it| it.what).collect();
        assert_eq!(
            what,
            [
                OccurrenceKind::AppInstalled,
                OccurrenceKind::AppUninstalled,
                OccurrenceKind::AppInstalled,
                OccurrenceKind::AppUpdated,
            ]
        );
        let times = &apps[0].times;
        let first = times.first_installed.as_ref().unwrap();
        assert_eq!(first.value.to_string(), "2025-04-07T09:00:00");
        assert_eq!(first.provenance.locator, "line 3");
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "(Mon Apr  7 07:40:47 2025 \\[4\\] )?\\PC{0,40}(\n|Install Successful for \\(|Uninstalling identifier |Installing <MIInstallable|Destroying container MIUninstall)\\PC{0,40}") {
            let (log, skipped) = log("mobile_installation.log.0", &text);
            prop_assert!(log.events.len() + skipped.len() <= text.lines().count());
            told(log.events);
        }
    }
}
