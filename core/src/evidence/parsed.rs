//! What every parser here gives back: what it read, how many records, and what it left out.

use std::sync::Arc;

use crate::evidence::Watch;
use crate::limits::SKIPPED_LISTED;
use crate::snapshot::{Provenance, Reason, Skipped};

/// What one file gave.
#[derive(Debug)]
pub(super) struct Parsed<T> {
    pub(super) value: T,
    /// Records read.
    pub(super) records: u64,
    pub(super) skipped: Vec<Skipped>,
    /// Why the rest of the file was not read, where a parser stopped before its end.
    pub(super) stopped: Option<Reason>,
}

/// The place that a parser stands at: names records, collects what is left out, asks whether to stop.
pub(super) struct Place<'a> {
    input: &'a Arc<str>,
    watch: &'a dyn Watch,
    skipped: Vec<Skipped>,
    /// Skipped beyond what is listed one by one.
    more: u64,
    asked: u64,
    stopped: Option<Reason>,
}

/// How many rows pass between two questions whether to stop.
const ROWS_BETWEEN_QUESTIONS: u64 = 4096;

impl<'a> Place<'a> {
    pub(super) fn new(input: &'a Arc<str>, watch: &'a dyn Watch) -> Self {
        Self {
            input,
            watch,
            skipped: Vec::new(),
            more: 0,
            asked: 0,
            stopped: None,
        }
    }

    pub(super) fn input(&self) -> &'a Arc<str> {
        self.input
    }

    pub(super) fn at(&self, locator: impl Into<String>) -> Provenance {
        Provenance::new(self.input, locator)
    }

    /// Leaves out the record at this locator.
    pub(super) fn skip(&mut self, locator: &str, reason: Reason) {
        if self.skipped.len() >= SKIPPED_LISTED {
            self.more += 1;
            return;
        }
        let record = format!("{} {locator}", self.input);
        self.skipped.push(Skipped { record, reason });
    }

    /// Leaves out the rest of the file.
    pub(super) fn stop(&mut self, reason: Reason) {
        self.stopped = Some(reason);
    }

    /// Keeps the value, or leaves out the field and says why.
    pub(super) fn keep<T>(
        &mut self,
        read: Result<Option<T>, Reason>,
        locator: impl FnOnce() -> String,
    ) -> Option<T> {
        match read {
            Ok(value) => value,
            Err(reason) => {
                self.skip(&locator(), reason);
                None
            }
        }
    }

    /// Why the rest of the file is not read.
    pub(super) fn stopped(&self) -> Option<Reason> {
        self.stopped.clone()
    }

    /// Asked once per row; true when the person wants to stop.
    pub(super) fn stops(&mut self) -> bool {
        let ask = self.asked.is_multiple_of(ROWS_BETWEEN_QUESTIONS);
        self.asked += 1;
        if ask && self.watch.cancelled() {
            self.stop(Reason::Cancelled);
            return true;
        }
        false
    }

    pub(super) fn finish<T>(mut self, value: T, records: u64) -> Parsed<T> {
        if self.more > 0 {
            let record = format!("{}: {} more records", self.input, self.more);
            let limit = SKIPPED_LISTED as u64;
            let reason = Reason::TooMany { limit };
            self.skipped.push(Skipped { record, reason });
        }
        Parsed {
            value,
            records,
            skipped: self.skipped,
            stopped: self.stopped,
        }
    }
}
