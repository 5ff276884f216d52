//! `dumpsys package`: the apps of every user, where they came from, what they may do, who has an icon.
//! AOSP `DumpHelper.doDump`, `Settings.dumpPackagesLPr`, `ComponentResolver`.
//!
//! The parts begin with a title at the left edge. Read are the tables of activities and receivers, the
//! packages, and the shared users, who hold the permissions of their packages together. The hidden system
//! packages are the factory's copies of apps that were updated: not a second app. Titles that nobody
//! knows, and what stands below them, are passed over.

mod emit;
mod record;
mod resolver;

use std::collections::BTreeMap;

use self::record::Record;
use self::resolver::Table;
use super::section::{Facts, Section};
use crate::limits::{DUMP_NAMES, DUMP_PACKAGES};
use crate::snapshot::{Reason, SurfaceId};

#[derive(Default)]
pub(super) struct Packages {
    part: Part,
    /// The package or shared user that is being read.
    open: Option<Record>,
    packages: Vec<Record>,
    shared_users: BTreeMap<String, Record>,
    activities: Table,
    receivers: Table,
    /// The hidden packages have begun: a record outside of a known part may be one of them.
    hidden: bool,
    /// Names of permissions and parts that may still be kept.
    room: Room,
}

/// How many names may still be kept, and whether it is told that no more are.
struct Room {
    left: usize,
    told: bool,
}

impl Default for Room {
    fn default() -> Self {
        Self {
            left: DUMP_NAMES,
            told: false,
        }
    }
}

impl Room {
    /// Whether one more name may be kept.
    fn take(&mut self, number: u64, facts: &mut Facts<'_>) -> bool {
        if self.left > 0 {
            self.left -= 1;
            return true;
        }
        if !self.told {
            self.told = true;
            let limit = DUMP_NAMES as u64;
            facts.skip(SurfaceId::AppGrants, number, Reason::TooMany { limit });
        }
        false
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Other,
    Activities,
    Receivers,
    Packages,
    Hidden,
    SharedUsers,
}

impl Part {
    fn titled(line: &str) -> Self {
        match line.trim_end() {
            "Activity Resolver Table:" => Self::Activities,
            "Receiver Resolver Table:" => Self::Receivers,
            "Packages:" => Self::Packages,
            "Hidden system packages:" => Self::Hidden,
            "Shared users:" => Self::SharedUsers,
            _ => Self::Other,
        }
    }
}

impl Section for Packages {
    fn line(&mut self, number: u64, line: &str, facts: &mut Facts<'_>) {
        let text = line.trim_start();
        if text.is_empty() {
            return;
        }
        let indent = line.len() - text.len();
        if indent == 0 {
            // Another line at the edge is one that strayed in: nothing ends with it.
            if text.trim_end().ends_with(':') {
                self.enter(Part::titled(text));
            }
            return;
        }
        match self.part {
            Part::Activities => self.activities.activity(number, indent, text),
            Part::Receivers => self.receivers.receiver(number, indent, text),
            Part::Hidden => {}
            Part::Other if self.hidden || !text.starts_with("Package [") => {}
            // The title of the list is lost.
            Part::Other => {
                self.enter(Part::Packages);
                self.record(number, indent, text, facts);
            }
            Part::Packages | Part::SharedUsers => self.record(number, indent, text, facts),
        }
    }

    fn end(&mut self, cut: bool, facts: &mut Facts<'_>) {
        let in_activities = self.part == Part::Activities;
        if let Some(record) = &mut self.open {
            record.cut = cut;
        }
        self.close();
        if !(cut && in_activities) {
            self.activities.whole = self.activities.begun;
        }
        self.emit(facts);
    }
}

impl Packages {
    fn enter(&mut self, part: Part) {
        self.close();
        match part {
            Part::Activities => self.activities.begun = true,
            Part::Receivers => self.receivers.begun = true,
            Part::Hidden => self.hidden = true,
            Part::Packages => self.hidden = false,
            Part::Other | Part::SharedUsers => {}
        }
        self.part = part;
    }

    fn record(&mut self, number: u64, indent: usize, text: &str, facts: &mut Facts<'_>) {
        let title = match self.part {
            Part::SharedUsers => "SharedUser [",
            _ => "Package [",
        };
        if let Some(rest) = text.strip_prefix(title) {
            self.close();
            match record::name(rest) {
                Some(name) if self.packages.len() < DUMP_PACKAGES => {
                    self.open = Some(Record::new(name, number));
                }
                Some(_) => {
                    let limit = DUMP_PACKAGES as u64;
                    facts.skip(SurfaceId::Apps, number, Reason::TooMany { limit });
                }
                None => {
                    let cause = "not the name of a package".to_owned();
                    facts.skip(SurfaceId::Apps, number, Reason::Malformed { cause });
                }
            }
        } else if let Some(record) = &mut self.open {
            record.line(number, indent, text, &mut self.room, facts);
        }
    }

    fn close(&mut self) {
        let Some(record) = self.open.take() else {
            return;
        };
        if self.part == Part::SharedUsers {
            if self.shared_users.len() < DUMP_PACKAGES {
                self.shared_users.insert(record.name.clone(), record);
            }
        } else {
            self.packages.push(record);
        }
    }
}

#[cfg(test)]
mod tests;
