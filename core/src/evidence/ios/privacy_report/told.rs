//! Joining lines into what they tell: beginnings with their ends, and what each app contacted.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use super::line::{Access, Kind, Line, Network, Stamp, Step};
use crate::evidence::parsed::{Parsed, Place};
use crate::limits::{PRIVACY_REPORT_APPS, PRIVACY_REPORT_FACTS, PRIVACY_REPORT_OPEN};
use crate::snapshot::{
    App, AppState, Contact, Contacted, Covered, Endpoint, Moment, Observed, Platform, Provenance,
    Reason, Sensor, SensorUse,
};

/// What one file tells. The value of each [`Parsed`] is the input.
pub(super) struct Told {
    pub(super) apps: Vec<App>,
    pub(super) contacts: Vec<Contact>,
    pub(super) accesses: Parsed<Arc<str>>,
    pub(super) network: Parsed<Arc<str>>,
    pub(super) covered: Option<Covered>,
}

/// What the lines tell so far.
#[derive(Default)]
pub(super) struct Totals {
    apps: BTreeMap<String, Uses>,
    open: BTreeMap<Interval, Half>,
    contacts: BTreeMap<(Endpoint, Option<String>), Hits>,
    uses: usize,
    accesses: u64,
    network: u64,
    covered: Option<(Timestamp, Timestamp)>,
}

/// An app, by the line that names it first.
struct Uses {
    first: u64,
    uses: Vec<(SensorUse, String)>,
}

/// What a beginning and its end share. A line of another app cannot end it.
type Interval = (String, Sensor, String);

/// A beginning or an end that waits for the other.
struct Half {
    step: Step,
    at: Stamp,
    index: u64,
    note: Option<String>,
}

struct Hits {
    index: u64,
    first: Timestamp,
    last: Timestamp,
    /// None where one of its lines does not count.
    times: Option<u64>,
}

impl Totals {
    /// Takes in what a line tells.
    pub(super) fn add(&mut self, line: Line, index: u64) -> Result<(), (Kind, Reason)> {
        match line {
            Line::Access(access) => self
                .access(access, index)
                .map_err(|reason| (Kind::Access, reason)),
            Line::Network(network) => self
                .network(network, index)
                .map_err(|reason| (Kind::Network, reason)),
        }
    }

    fn access(&mut self, access: Access, index: u64) -> Result<(), Reason> {
        // Room for this one and for those that wait.
        if self.uses + self.open.len() >= PRIVACY_REPORT_FACTS {
            let limit = PRIVACY_REPORT_FACTS as u64;
            return Err(Reason::TooMany { limit });
        }
        self.app(&access.app, index)?;
        self.accesses += 1;
        self.widen(access.at.at);
        let Access {
            app,
            sensor,
            step,
            identifier,
            at,
            note,
        } = access;
        let now = Half {
            step,
            at,
            index,
            note,
        };
        // Without an identifier nothing says which end belongs to which beginning.
        if step == Step::Event || identifier.is_empty() {
            self.alone(&app, sensor, now);
            return Ok(());
        }
        let interval = (app, sensor, identifier);
        let Some(waited) = self.open.remove(&interval) else {
            if self.open.len() >= PRIVACY_REPORT_OPEN {
                let (app, sensor, _) = interval;
                self.alone(&app, sensor, now);
            } else {
                self.open.insert(interval, now);
            }
            return Ok(());
        };
        let pair = match (waited.step, now.step) {
            (Step::Begin, Step::End) => Ok((waited, now)),
            (Step::End, Step::Begin) => Ok((now, waited)),
            _ => Err((waited, now)),
        };
        match pair {
            Ok((begin, end)) if begin.at.at <= end.at.at => {
                let (app, sensor, _) = interval;
                self.whole(&app, sensor, begin, &end);
            }
            // A clock that was set back: both are facts, and nobody knows how long it was.
            Ok((one, other)) => {
                let (app, sensor, _) = interval;
                self.alone(&app, sensor, one);
                self.alone(&app, sensor, other);
            }
            Err((waited, now)) => {
                self.alone(&interval.0, interval.1, waited);
                self.open.insert(interval, now);
            }
        }
        Ok(())
    }

    fn whole(&mut self, app: &str, sensor: Sensor, begin: Half, end: &Half) {
        let lasted = end.at.at.as_millisecond() - begin.at.at.as_millisecond();
        let mut locator = format!("[{}], [{}]", begin.index, end.index);
        if let Some(note) = begin.note.or_else(|| end.note.clone()) {
            locator = format!("{locator} {note}");
        }
        let milliseconds = u64::try_from(lasted).ok();
        self.used(app, sensor, begin.at, milliseconds, locator);
    }

    /// A beginning without its end, or an end without its beginning.
    fn alone(&mut self, app: &str, sensor: Sensor, half: Half) {
        let mut locator = format!("[{}]", half.index);
        if half.step == Step::End {
            locator.push_str(" intervalEnd");
        }
        if let Some(note) = half.note {
            locator = format!("{locator} {note}");
        }
        self.used(app, sensor, half.at, None, locator);
    }

    fn used(
        &mut self,
        app: &str,
        sensor: Sensor,
        at: Stamp,
        milliseconds: Option<u64>,
        locator: String,
    ) {
        let used = SensorUse {
            sensor,
            at: Moment::Instant(at.at),
            // The report does not say.
            background: None,
            milliseconds,
            offset_minutes: at.offset_minutes,
        };
        if let Some(known) = self.apps.get_mut(app) {
            known.uses.push((used, locator));
            self.uses += 1;
        }
    }

    fn network(&mut self, network: Network, index: u64) -> Result<(), Reason> {
        let Network {
            app,
            endpoint,
            first,
            last,
            hits,
        } = network;
        let contact = (endpoint, app);
        if self.contacts.len() >= PRIVACY_REPORT_FACTS && !self.contacts.contains_key(&contact) {
            let limit = PRIVACY_REPORT_FACTS as u64;
            return Err(Reason::TooMany { limit });
        }
        if let Some(app) = &contact.1 {
            self.app(app, index)?;
        }
        self.network += 1;
        self.widen(first);
        self.widen(last);
        // One line for each page inside the app, for each week of it, and so on.
        let known = self.contacts.entry(contact);
        let known = known.and_modify(|known| {
            known.first = known.first.min(first);
            known.last = known.last.max(last);
            let times = known.times.zip(hits);
            known.times = times.map(|(before, more)| before.saturating_add(more));
        });
        known.or_insert(Hits {
            index,
            first,
            last,
            times: hits,
        });
        Ok(())
    }

    fn app(&mut self, id: &str, index: u64) -> Result<(), Reason> {
        if self.apps.contains_key(id) {
            return Ok(());
        }
        if self.apps.len() >= PRIVACY_REPORT_APPS {
            let limit = PRIVACY_REPORT_APPS as u64;
            return Err(Reason::TooMany { limit });
        }
        let new = Uses {
            first: index,
            uses: Vec::new(),
        };
        self.apps.insert(id.to_owned(), new);
        Ok(())
    }

    fn widen(&mut self, at: Timestamp) {
        let (first, last) = self.covered.get_or_insert((at, at));
        *first = at.min(*first);
        *last = at.max(*last);
    }

    /// What all lines told.
    pub(super) fn tell(
        mut self,
        input: &Arc<str>,
        accesses: Place<'_>,
        network: Place<'_>,
    ) -> Told {
        for ((app, sensor, _), half) in std::mem::take(&mut self.open) {
            self.alone(&app, sensor, half);
        }
        let at = |locator: String| Provenance::new(input, locator);
        let apps = self.apps.into_iter().map(|(id, uses)| {
            let place = at(format!("[{}]", uses.first));
            // Also one that was deleted meanwhile stays in the report for its week.
            let mut app = App::new(id, Platform::Ios, AppState::Seen, place);
            app.uses = uses
                .uses
                .into_iter()
                .map(|(used, locator)| Observed::new(used, at(locator)))
                .collect();
            app
        });
        let contacts = self
            .contacts
            .into_iter()
            .map(|((endpoint, app), hits)| Contact {
                endpoint,
                app,
                contacted: Some(Contacted {
                    first: Moment::Instant(hits.first),
                    last: Moment::Instant(hits.last),
                    times: hits.times,
                }),
                provenance: at(format!("[{}]", hits.index)),
            });
        let covered = self.covered.map(|(first, last)| Covered {
            first: Moment::Instant(first),
            last: Moment::Instant(last),
            input: input.to_string(),
        });
        Told {
            apps: apps.collect(),
            contacts: contacts.collect(),
            accesses: accesses.finish(Arc::clone(input), self.accesses),
            network: network.finish(Arc::clone(input), self.network),
            covered,
        }
    }
}
