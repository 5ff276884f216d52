//! One section of a dump: the shape of every parser here, and the facts that they fill.
//!
//! Lines come in one by one, so a dump of any size is read in one pass. A section never decides what
//! matters, leaves out a record that it cannot read, and says of its surfaces what it read.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::DateTime;

use crate::evidence::parsed::Place;
use crate::limits::{APP_POWERS, SKIPPED_LISTED};
use crate::snapshot::{
    App, AppState, Contact, Device, Moment, Observed, Occurrence, OccurrenceKind, PhoneUser,
    Platform, Power, PowerKind, Provenance, Reason, Setting, Skipped, SurfaceId, TrustedComputer,
};

/// One section's parser.
pub(in crate::evidence::android) trait Section {
    /// The next line, without its line break. `number` counts from 1 in the whole dump.
    fn line(&mut self, number: u64, line: &str, facts: &mut Facts<'_>);

    /// The section is over: by the next one, or by the end of the dump (`cut`).
    fn end(&mut self, cut: bool, facts: &mut Facts<'_>);
}

/// What a dump tells, as far as it was read.
pub(in crate::evidence::android) struct Facts<'a> {
    pub(super) place: Place<'a>,
    /// The section that is being read, as locators name it: `dumpsys package`.
    section: String,
    pub(super) apps: BTreeMap<(String, Option<u32>), App>,
    pub(super) read: BTreeMap<SurfaceId, u64>,
    pub(super) unread: BTreeMap<SurfaceId, Reason>,
    pub(super) skipped: BTreeMap<SurfaceId, Left>,
    /// When the dump was taken, as its own header says (`== dumpstate: 2026-11-02 09:15:00`). A text of
    /// `dumpsys` alone has none.
    pub(super) taken: Option<Moment>,
    /// Users that the list of packages speaks of.
    pub(super) listed_users: BTreeSet<u32>,
    pub(super) device: Device,
    pub(super) settings: Vec<Setting>,
    pub(super) contacts: Vec<Contact>,
    pub(super) services: Vec<Observed<String>>,
    pub(super) users: Vec<PhoneUser>,
    pub(super) trusted_computers: Vec<TrustedComputer>,
    pub(super) history: Vec<Occurrence>,
}

impl<'a> Facts<'a> {
    pub(in crate::evidence::android) fn new(place: Place<'a>) -> Self {
        Self {
            place,
            section: String::new(),
            apps: BTreeMap::new(),
            read: BTreeMap::new(),
            unread: BTreeMap::new(),
            skipped: BTreeMap::new(),
            taken: None,
            listed_users: BTreeSet::new(),
            device: Device::default(),
            settings: Vec::new(),
            contacts: Vec::new(),
            services: Vec::new(),
            users: Vec::new(),
            trusted_computers: Vec::new(),
            history: Vec::new(),
        }
    }

    /// The section that the next lines belong to: `dumpsys package`.
    pub(super) fn enter(&mut self, section: &str) {
        section.clone_into(&mut self.section);
    }

    /// The place of a line: `dumpsys package, line 812`.
    pub(super) fn at(&self, line: u64) -> Provenance {
        self.place.at(format!("{}, line {line}", self.section))
    }

    /// What is known of an app: made on first mention. `None` as the user means that the section does not
    /// name one, and speaks of every user that has the app.
    pub(super) fn app(&mut self, id: &str, user: Option<u32>, line: u64) -> &mut App {
        let at = self.at(line);
        self.apps
            .entry((id.to_owned(), user))
            .or_insert_with(|| App {
                user,
                ..App::new(id, Platform::Android, AppState::Seen, at)
            })
    }

    /// A power that is switched on for an app.
    pub(super) fn power(
        &mut self,
        id: &str,
        user: Option<u32>,
        kind: PowerKind,
        component: Option<&str>,
        line: u64,
    ) {
        let at = self.at(line);
        let power = Power {
            kind,
            component: component.map(str::to_owned),
        };
        let app = self.app(id, user, line);
        if app.powers.iter().any(|held| held.value == power) {
            return;
        }
        if app.powers.len() < APP_POWERS {
            app.powers.push(Observed::new(power, at));
            return;
        }
        let limit = APP_POWERS as u64;
        self.skip(kind.surface(), line, Reason::TooMany { limit });
    }

    /// Something that happened.
    pub(super) fn occurred(
        &mut self,
        what: OccurrenceKind,
        at: Moment,
        subject: &str,
        user: Option<u32>,
        value: Option<&str>,
        line: u64,
    ) {
        let provenance = self.at(line);
        self.history.push(Occurrence {
            at,
            what,
            subject: subject.to_owned(),
            user,
            value: value.map(str::to_owned),
            provenance,
        });
    }

    /// A surface was read; so many more records.
    pub(super) fn read(&mut self, id: SurfaceId, records: u64) {
        *self.read.entry(id).or_default() += records;
    }

    /// A surface could not be read, for a reason that only its section knows. Read elsewhere is read.
    pub(super) fn unread(&mut self, id: SurfaceId, reason: Reason) {
        self.unread.entry(id).or_insert(reason);
    }

    /// What a section that lists apps says of one: joined to what is known of it.
    pub(super) fn tell(&mut self, app: App) {
        match self.apps.entry((app.id.clone(), app.user)) {
            Entry::Vacant(vacant) => {
                vacant.insert(app);
            }
            Entry::Occupied(known) => known.into_mut().absorb(app),
        }
    }

    /// One record of a surface was left out.
    pub(super) fn skip(&mut self, id: SurfaceId, line: u64, reason: Reason) {
        let at = self.at(line);
        let left = self.skipped.entry(id).or_default();
        if left.listed.len() < SKIPPED_LISTED {
            let record = format!("{} {}", at.input, at.locator);
            left.listed.push(Skipped { record, reason });
        } else {
            left.more += 1;
        }
    }
}

/// Records of one surface that were left out.
#[derive(Default)]
pub(super) struct Left {
    pub(super) listed: Vec<Skipped>,
    /// Beyond those that are listed one by one.
    pub(super) more: u64,
}

/// The user behind `u0a103`, `u10a103` or a number of an account (`1010103`: user 10). AOSP `UserHandle`.
pub(super) fn user_of(uid: &str) -> Option<u32> {
    if let Some(rest) = uid.strip_prefix('u') {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        return rest.get(..digits)?.parse().ok();
    }
    uid.parse::<u32>().ok().map(|uid| uid / 100_000)
}

/// A time as the dumps print it: `2026-11-02 09:15:00`, with or without a fraction. No zone. Java writes
/// the digits of the phone's language.
pub(super) fn time(text: &str) -> Option<Moment> {
    let text = text.trim();
    if text.is_ascii() {
        return text.parse::<DateTime>().ok().map(Moment::PhoneClock);
    }
    let western: String = text.chars().map(western_digit).collect();
    western.parse::<DateTime>().ok().map(Moment::PhoneClock)
}

/// First digits of the scripts that Android's languages count in: Arabic, Persian and Urdu, Hindi and
/// Marathi, Bengali, Burmese.
const ZEROS: [u32; 5] = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x1040];

fn western_digit(c: char) -> char {
    ZEROS
        .iter()
        .find_map(|zero| {
            let digit = u32::from(c).checked_sub(*zero)?;
            char::from_digit(digit, 10)
        })
        .unwrap_or(c)
}

/// The package of `com.x/.Service`, and the component itself.
pub(super) fn component(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let (package, class) = text.split_once('/')?;
    let named = |part: &str| {
        !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c.is_control())
    };
    (named(package) && named(class)).then_some((package, text))
}
