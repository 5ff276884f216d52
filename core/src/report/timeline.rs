//! The timeline: every dated fact that the report shows, in one order.
//!
//! An assembled report and the snapshot it came from go in; events come out. Everything but the dates of
//! apps and the phone's own records is taken from the report itself, so that the timeline never says more than
//! the report may. Dates of apps, what they used and what happened to them are those of its findings, or of
//! every app where the inventory is in it. Of what happened to the phone itself (settings, certificates,
//! debugging) the officer's copy has what can matter to a finding; the person's copy has it where a finding is about it.

use std::collections::BTreeSet;

use ::csv::Error;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::csv::Sheet;
use super::schema::{Edition, Report};
use super::shown::kept;
use crate::detect::SubjectKind;
use crate::snapshot::{App, Moment, Observed, OccurrenceKind, Platform, Provenance, Snapshot};
use crate::text::Catalogue;

/// One dated fact. Null is unknown, or does not apply.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The moment, RFC 3339 in UTC. For a day, its first moment in UTC.
    pub at: Timestamp,
    /// What happened.
    pub what: EventKind,
    /// The subject's exact identifier, as a finding or the inventory prints it.
    pub subject: Option<String>,
    /// What belongs to it: a tool, a version, a command, the person's own words.
    pub value: Option<String>,
    /// Where the date stood, for dates from the evidence.
    pub provenance: Option<Provenance>,
    /// How exactly the moment is known.
    pub precision: Precision,
    /// The same moment on the phone's own clock face, RFC 9557 with zone, where the zone is known.
    pub at_local: Option<String>,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// The phone's date for the first installation of an app. A new installation starts it again.
    AppFirstInstalled,
    /// The phone's date for the last update of an app.
    AppLastUpdated,
    /// An app was installed, as the phone's records tell.
    AppInstalled,
    /// An app was updated.
    AppUpdated,
    /// An app took the place of a newer version of itself.
    AppDowngraded,
    /// An app was uninstalled.
    AppUninstalled,
    /// A setting was changed.
    SettingChanged,
    /// A power was switched on for an app.
    PowerGranted,
    /// A certificate authority was added.
    CertificateInstalled,
    /// A certificate authority was taken away.
    CertificateRemoved,
    /// A command came over a debugging connection.
    AdbCommand,
    /// A file was sent over a debugging connection.
    AdbFileSent,
    /// A computer was connected for debugging.
    AdbConnected,
    /// A configuration profile was installed.
    ProfileInstalled,
    /// A configuration profile was removed.
    ProfileRemoved,
    /// Somebody decided what an app may use.
    PermissionDecided,
    /// An app used a sensor or a private record.
    SensorUsed,
    /// An app was last in the foreground.
    AppLastUsed,
    /// The signatures were built.
    SignaturesBuilt,
    /// Collecting the evidence began.
    AcquisitionStarted,
    /// Collecting the evidence ended.
    AcquisitionCompleted,
    /// The person agreed to the check.
    AgreementGiven,
    /// Reading the phone did something to the phone.
    ActionOnDevice,
    /// The person said something about a subject.
    StatementMade,
    /// The time that the report states.
    ReportStated,
}

impl EventKind {
    /// Every kind.
    pub const ALL: [Self; 25] = [
        Self::AppFirstInstalled,
        Self::AppLastUpdated,
        Self::AppInstalled,
        Self::AppUpdated,
        Self::AppDowngraded,
        Self::AppUninstalled,
        Self::SettingChanged,
        Self::PowerGranted,
        Self::CertificateInstalled,
        Self::CertificateRemoved,
        Self::AdbCommand,
        Self::AdbFileSent,
        Self::AdbConnected,
        Self::ProfileInstalled,
        Self::ProfileRemoved,
        Self::PermissionDecided,
        Self::SensorUsed,
        Self::AppLastUsed,
        Self::SignaturesBuilt,
        Self::AcquisitionStarted,
        Self::AcquisitionCompleted,
        Self::AgreementGiven,
        Self::ActionOnDevice,
        Self::StatementMade,
        Self::ReportStated,
    ];

    /// The word used in files and for the message.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AppFirstInstalled => "app_first_installed",
            Self::AppLastUpdated => "app_last_updated",
            Self::AppInstalled => "app_installed",
            Self::AppUpdated => "app_updated",
            Self::AppDowngraded => "app_downgraded",
            Self::AppUninstalled => "app_uninstalled",
            Self::SettingChanged => "setting_changed",
            Self::PowerGranted => "power_granted",
            Self::CertificateInstalled => "certificate_installed",
            Self::CertificateRemoved => "certificate_removed",
            Self::AdbCommand => "adb_command",
            Self::AdbFileSent => "adb_file_sent",
            Self::AdbConnected => "adb_connected",
            Self::ProfileInstalled => "profile_installed",
            Self::ProfileRemoved => "profile_removed",
            Self::PermissionDecided => "permission_decided",
            Self::SensorUsed => "sensor_used",
            Self::AppLastUsed => "app_last_used",
            Self::SignaturesBuilt => "signatures_built",
            Self::AcquisitionStarted => "acquisition_started",
            Self::AcquisitionCompleted => "acquisition_completed",
            Self::AgreementGiven => "agreement_given",
            Self::ActionOnDevice => "action_on_device",
            Self::StatementMade => "statement_made",
            Self::ReportStated => "report_stated",
        }
    }
}

/// How exactly a moment is known, as far as the way it was written tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// The day only.
    Day,
    /// The second.
    Second,
    /// A part of a second.
    Subsecond,
    /// What the phone's clock showed, in a zone that nobody knows. `at` states it as if it were UTC, and may
    /// be wrong by up to 14 hours.
    PhoneClock,
}

impl Precision {
    /// The word used in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Second => "second",
            Self::Subsecond => "subsecond",
            Self::PhoneClock => "phone_clock",
        }
    }
}

/// The dated facts of this report: by time, kind, subject, value, place.
pub(super) fn events(report: &Report, snapshot: &Snapshot) -> Vec<Event> {
    let mut line = Line {
        zone: report
            .device
            .zone
            .as_deref()
            .and_then(|zone| TimeZone::get(zone).ok()),
        events: Vec::new(),
    };
    line.apps(report, snapshot);
    line.history(report, snapshot);
    line.check(report);
    line.case(report);
    line.events.sort_unstable();
    line.events.dedup();
    line.events
}

/// The bytes of timeline.csv.
pub(super) fn to_bytes(report: &Report, catalogue: &Catalogue) -> Result<Vec<u8>, Error> {
    let mut sheet = Sheet::new(&[
        "time",
        "local_time",
        "precision",
        "what",
        "words",
        "subject",
        "value",
        "input",
        "locator",
    ])?;
    let is_ios = report.device.platform == Platform::Ios.as_str();
    for event in &report.timeline {
        let place = event.provenance.as_ref();
        sheet.row::<&str>(&[
            ("time", &event.at.to_string()),
            ("local_time", event.at_local.as_deref().unwrap_or_default()),
            ("precision", event.precision.as_str()),
            ("what", event.what.as_str()),
            ("words", &words(event.what, is_ios, catalogue)),
            ("subject", event.subject.as_deref().unwrap_or_default()),
            ("value", event.value.as_deref().unwrap_or_default()),
            ("input", place.map_or("", |place| &place.input)),
            ("locator", place.map_or("", |place| &place.locator)),
        ])?;
    }
    sheet.finish()
}

/// What happened, as a person reads it. What an Android phone keeps of a use is the last time only.
#[must_use]
pub fn words(what: EventKind, is_ios: bool, catalogue: &Catalogue) -> String {
    if is_ios && what == EventKind::SensorUsed {
        return catalogue.plain("timeline-ios-sensor_used");
    }
    catalogue.plain(&format!("timeline-{}", what.as_str()))
}

/// Events as they come in, before they are sorted.
struct Line {
    zone: Option<TimeZone>,
    events: Vec<Event>,
}

impl Line {
    fn apps(&mut self, report: &Report, snapshot: &Snapshot) {
        let found: BTreeSet<&str> = report
            .findings
            .iter()
            .filter(|finding| finding.subject.kind == SubjectKind::App)
            .map(|finding| finding.subject.id.as_str())
            .collect();
        for app in &snapshot.apps {
            let id = kept(&app.id);
            if report.inventory.is_some() || found.contains(id.as_str()) {
                self.app(app, &id);
            }
        }
    }

    fn app(&mut self, app: &App, id: &str) {
        let mut add = |what, time: &Option<Observed<Moment>>| {
            if let Some(time) = time {
                self.add(Event {
                    subject: Some(id.to_owned()),
                    provenance: Some(time.provenance.clone()),
                    ..moment(time.value, what)
                });
            }
        };
        add(EventKind::AppFirstInstalled, &app.times.first_installed);
        add(EventKind::AppLastUpdated, &app.times.last_updated);
        add(EventKind::AppLastUsed, &app.times.last_used);
        for used in &app.uses {
            self.add(Event {
                subject: Some(id.to_owned()),
                value: Some(used.value.sensor.as_str().to_owned()),
                provenance: Some(used.provenance.clone()),
                ..moment(used.value.at, EventKind::SensorUsed)
            });
        }
    }

    /// What the phone's own records tell of the apps and settings in this report.
    fn history(&mut self, report: &Report, snapshot: &Snapshot) {
        let found: BTreeSet<&str> = report
            .findings
            .iter()
            .map(|finding| finding.subject.id.as_str())
            .collect();
        // What a finding's story tells is in the timeline too.
        let told: BTreeSet<(String, &Provenance)> = report
            .findings
            .iter()
            .flat_map(|finding| &finding.story)
            .map(|step| (step.at.clone(), &step.provenance))
            .collect();
        let officer = report.edition == Edition::Officer;
        for occurrence in &snapshot.history {
            let subject = kept(&occurrence.subject);
            let (what, of_app) = match occurrence.what {
                OccurrenceKind::AppInstalled => (EventKind::AppInstalled, true),
                OccurrenceKind::AppUpdated => (EventKind::AppUpdated, true),
                OccurrenceKind::AppDowngraded => (EventKind::AppDowngraded, true),
                OccurrenceKind::AppUninstalled => (EventKind::AppUninstalled, true),
                OccurrenceKind::PowerGranted => (EventKind::PowerGranted, true),
                OccurrenceKind::SettingChanged => (EventKind::SettingChanged, false),
                OccurrenceKind::CertificateInstalled => (EventKind::CertificateInstalled, false),
                OccurrenceKind::CertificateRemoved => (EventKind::CertificateRemoved, false),
                OccurrenceKind::AdbCommand => (EventKind::AdbCommand, false),
                OccurrenceKind::AdbFileSent => (EventKind::AdbFileSent, false),
                OccurrenceKind::AdbConnected => (EventKind::AdbConnected, false),
                OccurrenceKind::ProfileInstalled => (EventKind::ProfileInstalled, false),
                OccurrenceKind::ProfileRemoved => (EventKind::ProfileRemoved, false),
                OccurrenceKind::PermissionDecided => (EventKind::PermissionDecided, true),
            };
            let wanted = found.contains(subject.as_str())
                || told.contains(&(occurrence.at.to_string(), &occurrence.provenance))
                || if of_app {
                    report.inventory.is_some()
                } else {
                    officer
                };
            if wanted {
                self.add(Event {
                    subject: Some(subject),
                    value: occurrence.value.as_deref().map(kept),
                    provenance: Some(occurrence.provenance.clone()),
                    ..moment(occurrence.at, what)
                });
            }
        }
    }

    fn check(&mut self, report: &Report) {
        self.written(
            EventKind::ReportStated,
            Some(&report.scan.stated_at),
            None,
            None,
        );
        if let Some(from) = &report.device.acquisition {
            let tool = match &from.version {
                Some(version) => format!("{} {version}", from.tool),
                None => from.tool.clone(),
            };
            for (what, at) in [
                (EventKind::AcquisitionStarted, &from.started),
                (EventKind::AcquisitionCompleted, &from.completed),
            ] {
                self.written(what, at.as_deref(), None, Some(&tool));
            }
        }
        for action in &report.actions {
            let what = EventKind::ActionOnDevice;
            self.written(what, Some(&action.at), None, Some(&action.what));
        }
        let built = report.bundle.built_at.parse::<Date>().ok();
        if let Some(day) = built.and_then(|day| day.to_zoned(TimeZone::UTC).ok()) {
            self.add(Event {
                value: Some(report.bundle.version.clone()),
                precision: Precision::Day,
                ..event(day.timestamp(), EventKind::SignaturesBuilt)
            });
        }
    }

    fn case(&mut self, report: &Report) {
        for finding in &report.findings {
            if let Some(said) = &finding.statement {
                self.written(
                    EventKind::StatementMade,
                    said.at.as_deref(),
                    Some(&finding.subject.id),
                    said.words.as_deref(),
                );
            }
        }
        let Some(case) = &report.case else {
            return;
        };
        if let Some(at) = case.agreement.at {
            self.add(Event {
                value: case.agreement.basis.as_deref().map(kept),
                ..event(at, EventKind::AgreementGiven)
            });
        }
        for said in &case.statements {
            if let Some(at) = said.at {
                self.add(Event {
                    subject: Some(kept(&said.about)),
                    value: said.words.as_deref().map(kept),
                    ..event(at, EventKind::StatementMade)
                });
            }
        }
    }

    /// An event whose time stands in the report as text.
    fn written(
        &mut self,
        what: EventKind,
        at: Option<&str>,
        subject: Option<&str>,
        value: Option<&str>,
    ) {
        if let Some(at) = at.and_then(|at| at.parse().ok()) {
            self.add(Event {
                subject: subject.map(str::to_owned),
                value: value.map(str::to_owned),
                ..event(at, what)
            });
        }
    }

    fn add(&mut self, mut event: Event) {
        // A day has no time of day in any zone, and an unknown zone has no other.
        if !matches!(event.precision, Precision::Day | Precision::PhoneClock) {
            event.at_local = self
                .zone
                .as_ref()
                .map(|zone| event.at.to_zoned(zone.clone()).to_string());
        }
        self.events.push(event);
    }
}

fn event(at: Timestamp, what: EventKind) -> Event {
    Event {
        at,
        what,
        subject: None,
        value: None,
        provenance: None,
        precision: match at.subsec_nanosecond() {
            0 => Precision::Second,
            _ => Precision::Subsecond,
        },
        at_local: None,
    }
}

fn moment(at: Moment, what: EventKind) -> Event {
    let known = event(at.as_if_utc(), what);
    match at {
        Moment::Instant(_) => known,
        Moment::PhoneClock(_) => Event {
            precision: Precision::PhoneClock,
            ..known
        },
    }
}
