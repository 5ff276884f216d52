//! How far a section was followed: whether its form was known, how many records it had, where it broke off.
//!
//! Every parser here keeps one [`Course`] for each surface that it fills. A surface counts as read only when
//! the lines that open its part were seen: a section in a form that nobody here knows, or one that holds
//! only a refusal of `dumpsys`, is a skipped record with its reason, never an empty list.

use super::section::Facts;
use crate::evidence::json::malformed;
use crate::snapshot::SurfaceId;

pub(super) struct Course {
    surface: SurfaceId,
    records: u64,
    known: bool,
    broken: Option<(u64, &'static str)>,
}

impl Course {
    pub(super) fn new(surface: SurfaceId) -> Self {
        Self {
            surface,
            records: 0,
            known: false,
            broken: None,
        }
    }

    /// Comes past a line. True when the line belongs to the section, false when it is `dumpsys` itself that
    /// speaks.
    pub(super) fn passes(&mut self, number: u64, line: &str) -> bool {
        let Some(cause) = notice(line) else {
            return true;
        };
        self.broken.get_or_insert((number, cause));
        false
    }

    /// The lines that open the surface's part were seen.
    pub(super) fn known(&mut self) {
        self.known = true;
    }

    pub(super) fn is_known(&self) -> bool {
        self.known
    }

    /// One record was read.
    pub(super) fn record(&mut self) {
        self.known = true;
        self.records += 1;
    }

    /// A record could not be read.
    pub(super) fn skip(&self, number: u64, cause: &str, facts: &mut Facts<'_>) {
        facts.skip(self.surface, number, malformed(cause));
    }

    /// Says of the surface what became of it. A dump that breaks off is told by the splitter.
    pub(super) fn end(&self, facts: &mut Facts<'_>) {
        let broken = self
            .broken
            .map(|(number, cause)| (number, malformed(cause)));
        if self.known {
            facts.read(self.surface, self.records);
            if let Some((number, reason)) = broken {
                facts.skip(self.surface, number, reason);
            }
        } else {
            let unknown = || malformed("not in a form that we know");
            let reason = broken.map_or_else(unknown, |(_, reason)| reason);
            facts.unread(self.surface, reason);
        }
    }
}

/// What `dumpsys` says in place of a service (AOSP `frameworks/native/cmds/dumpsys/dumpsys.cpp`, and
/// `DumpUtils.checkDumpPermission`).
fn notice(line: &str) -> Option<&'static str> {
    let line = line.trim_start();
    let starts = |start: &str| line.starts_with(start);
    if starts("Can't find service") {
        Some("the phone has no such service")
    } else if starts("Permission Denial") {
        Some("the phone refused this part")
    } else if starts("*** SERVICE") && line.contains("TIMEOUT") {
        Some("the phone took too long for this part")
    } else if starts("Error dumping service") || starts("Exception occurred while dumping") {
        Some("the phone failed in this part")
    } else {
        None
    }
}
