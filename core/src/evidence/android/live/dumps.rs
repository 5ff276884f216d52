//! `dumpsys`, one service at a time, each to the parser of its section.

use std::sync::Arc;

use super::super::dumpstate;
use super::Reader;
use super::ask::Answer;
use super::commands::{DUMPS, Dump};
use crate::snapshot::{Reason, SurfaceState};

impl Reader<'_> {
    pub(super) fn read_dumps(&mut self) {
        for dump in DUMPS {
            let answer = self.ask(dump.command.text, dump.command.seconds);
            let read = answer.and_then(|answer| self.read_dump(&dump, answer));
            if let Err(reason) = read {
                self.tell_unread(&dump, reason);
            }
        }
    }

    fn read_dump(&mut self, dump: &Dump, answer: Answer) -> Result<(), Reason> {
        if answer.says(b"Can't find service: ") {
            return Err(Reason::Unreadable {
                file: dump.command.text.to_owned(),
                cause: "the phone has no such service".to_owned(),
            });
        }
        let mut cut = answer.cut.clone();
        if cut.is_none() && answer.says(b"DUMP TIMEOUT") {
            cut = Some(Reason::Unreadable {
                file: dump.command.text.to_owned(),
                cause: "the service took too long".to_owned(),
            });
        }
        let Some(section) = dumpstate::parser(dump.service) else {
            return Err(Reason::NotReadYet {
                file: dump.command.text.to_owned(),
            });
        };
        let _ = (section, Arc::clone(&answer.input));
        if let Some(reason) = cut {
            for id in dump.surfaces {
                self.surfaces.skip(*id, &*answer.input, reason.clone());
            }
        }
        Ok(())
    }

    fn tell_unread(&mut self, dump: &Dump, reason: Reason) {
        let record = format!("{}/{}", self.name, dump.command.text);
        for id in dump.surfaces {
            let read = self.surfaces.get(*id);
            let read =
                read.is_some_and(|surface| matches!(surface.state, SurfaceState::Read { .. }));
            if read {
                self.surfaces.skip(*id, &record, reason.clone());
            } else {
                self.surfaces.unavailable(*id, reason.clone());
            }
        }
    }
}
