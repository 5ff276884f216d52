//! One question to the phone: sent, collected within limits, digested, written down.

use std::io::Read;
use std::ops::ControlFlow;
use std::sync::Arc;

use super::super::parsed::{Parsed, Place};
use super::{Ended, Lost, Reader};
use crate::digest::Sha256;
use crate::evidence::Stage;
use crate::limits::{PHONE_COMMANDS, PHONE_OUTPUT_BYTES};
use crate::snapshot::{Action, Input, InputKind, Reason, Skipped, SurfaceId};

/// What came back.
pub(super) struct Answer {
    /// `adb:SERIAL/getprop`.
    pub(super) input: Arc<str>,
    pub(super) bytes: Vec<u8>,
    /// Why it ends before its end.
    pub(super) cut: Option<Reason>,
}

impl Answer {
    /// Whether it begins so.
    pub(super) fn begins_with(&self, wanted: &[u8]) -> bool {
        self.bytes.starts_with(wanted)
    }

    /// Whether these bytes stand in it.
    pub(super) fn says(&self, wanted: &[u8]) -> bool {
        self.bytes
            .windows(wanted.len())
            .any(|window| window == wanted)
    }
}

/// Where it is told what became of an answer.
#[derive(Debug, Clone, Copy)]
pub(super) enum Told {
    /// The answer is this surface: its records count, and that there are none is told.
    As(SurfaceId),
    /// The answer serves this surface: what is left out is told there.
    Under(SurfaceId),
}

/// Commands that may break one after the other before the phone counts as gone.
const BROKEN_IN_A_ROW: u32 = 2;

impl Reader<'_> {
    /// Sends one command.
    pub(super) fn ask(&mut self, command: &str, seconds: u64) -> Result<Answer, Reason> {
        self.may_go_on(command)?;
        self.asked += 1;
        if self.asked > PHONE_COMMANDS {
            return Err(Reason::TooMany {
                limit: PHONE_COMMANDS,
            });
        }
        let watch = self.reading.watch;
        watch.progress(Stage::Reading, self.asked, 0);
        let at = self.phone.now();
        let mut bytes = Vec::new();
        let mut enough = None;
        let ended = self.phone.run(command, seconds, &mut |piece| {
            if watch.cancelled() {
                enough = Some(Reason::Cancelled);
            }
            let left = PHONE_OUTPUT_BYTES.saturating_sub(bytes.len());
            if piece.len() > left {
                let limit = PHONE_OUTPUT_BYTES as u64;
                enough.get_or_insert(Reason::TooLarge { limit });
            }
            bytes.extend_from_slice(piece.get(..left).unwrap_or(piece));
            match enough {
                Some(_) => ControlFlow::Break(()),
                None => ControlFlow::Continue(()),
            }
        });
        let sha256 = Sha256::of(&bytes);
        self.snapshot.actions.push(Action {
            at,
            what: command.to_owned(),
            output: Some(sha256),
            changed: false,
        });
        let cut = self.ending(command, seconds, ended, enough);
        let input: Arc<str> = format!("{}/{command}", self.name).into();
        if bytes.is_empty()
            && let Some(reason) = cut
        {
            return Err(reason);
        }
        self.snapshot.inputs.push(Input {
            path: input.to_string(),
            kind: InputKind::Member,
            bytes: bytes.len() as u64,
            sha256,
        });
        Ok(Answer { input, bytes, cut })
    }

    /// Nothing is sent to a phone that is gone, or after the person asked to stop.
    pub(super) fn may_go_on(&self, what: &str) -> Result<(), Reason> {
        if let Some(cause) = &self.gone {
            return Err(Reason::Unreadable {
                file: what.to_owned(),
                cause: cause.clone(),
            });
        }
        if self.reading.watch.cancelled() {
            return Err(Reason::Cancelled);
        }
        Ok(())
    }

    /// Why an answer ends before its end, if it does. Two that break in a row mean that the phone is gone.
    pub(super) fn ending(
        &mut self,
        what: &str,
        seconds: u64,
        ended: Result<Ended, Lost>,
        enough: Option<Reason>,
    ) -> Option<Reason> {
        let unreadable = |cause: String| Reason::Unreadable {
            file: what.to_owned(),
            cause,
        };
        match ended {
            Ok(ended) => {
                self.broken = 0;
                match ended {
                    Ended::Whole => None,
                    // `which` ends so when it finds nothing.
                    Ended::Failed { cause } if cause.is_empty() => None,
                    Ended::Failed { cause } => Some(unreadable(cause)),
                    Ended::Enough => Some(enough.unwrap_or(Reason::Cancelled)),
                    Ended::TimedOut => {
                        Some(unreadable(format!("it took longer than {seconds} seconds")))
                    }
                }
            }
            Err(lost) => {
                self.broken += 1;
                if lost.gone || self.broken >= BROKEN_IN_A_ROW {
                    self.gone = Some(lost.cause.clone());
                }
                Some(unreadable(lost.cause))
            }
        }
    }

    /// Gives an answer to its parser and says of its surface what became of it.
    pub(super) fn parse<T>(
        &mut self,
        answer: Answer,
        told: Told,
        parse: impl FnOnce(Place<'_>, &mut dyn Read) -> Parsed<T>,
    ) -> Result<T, Reason> {
        let Answer { input, bytes, cut } = answer;
        let parsed = parse(Place::new(&input, self.reading.watch), &mut &bytes[..]);
        let cut = cut.or(parsed.stopped);
        if parsed.records == 0 {
            let first = parsed.skipped.into_iter().next();
            let field = input.to_string();
            let reason = cut.or(first.map(|skipped| skipped.reason));
            return match reason {
                Some(reason) => Err(reason),
                None => match told {
                    Told::As(_) => Err(Reason::LeftEmpty { field }),
                    Told::Under(_) => Ok(parsed.value),
                },
            };
        }
        let id = match told {
            Told::As(id) => {
                self.surfaces.read(id, parsed.records);
                id
            }
            Told::Under(id) => id,
        };
        if let Some(reason) = cut {
            self.surfaces.skip(id, &*input, reason);
        }
        for Skipped { record, reason } in parsed.skipped {
            self.surfaces.skip(id, record, reason);
        }
        Ok(parsed.value)
    }
}
