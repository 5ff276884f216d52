//! `dumpsys`, one service at a time, each to the parser of its section.

use super::super::dumpstate;
use super::super::parsed::Place;
use super::Reader;
use super::ask::Answer;
use super::commands::{DUMPS, Dump};
use crate::snapshot::{App, Hiding, Reason, Skipped, Snapshot, SurfaceState, Surfaces};

impl Reader<'_> {
    pub(super) fn read_dumps(&mut self) {
        for dump in DUMPS {
            let answer = self.ask(dump.command.text, dump.command.seconds);
            let read = answer.and_then(|answer| self.read_dump(&dump, answer));
            if let Err(reason) = read {
                self.tell_unread(&dump, &reason);
            }
        }
    }

    fn read_dump(&mut self, dump: &Dump, answer: Answer) -> Result<(), Reason> {
        let file = || dump.command.text.to_owned();
        if answer.begins_with(b"Can't find service: ") {
            let cause = "the phone has no such service".to_owned();
            return Err(Reason::Unreadable {
                file: file(),
                cause,
            });
        }
        let Answer { input, bytes, cut } = answer;
        // `*** SERVICE 'x' DUMP TIMEOUT (10000ms) EXPIRED ***`, at the very end (AOSP `dumpsys.cpp`).
        let end = bytes.get(bytes.len().saturating_sub(200)..);
        let end = String::from_utf8_lossy(end.unwrap_or_default());
        let cut = cut.or_else(|| {
            let cause = "the service took too long".to_owned();
            end.contains("' DUMP TIMEOUT (")
                .then(|| Reason::Unreadable {
                    file: file(),
                    cause,
                })
        });
        let place = Place::new(&input, self.reading.watch);
        let service = dump.service;
        let read = dumpstate::read_service(place, service, cut.is_some(), &mut &bytes[..]);
        let parsed = read.ok_or_else(|| Reason::NotReadYet { file: file() })?;
        drop(bytes);
        self.take_in(dump, parsed.value);
        if let Some(reason) = cut.or(parsed.stopped) {
            for id in dump.surfaces {
                self.surfaces.skip(*id, &*input, reason.clone());
            }
        }
        Ok(())
    }

    /// Joins what one service told to what is known.
    fn take_in(&mut self, dump: &Dump, told: Snapshot) {
        self.take_in_surfaces(dump, &told.surfaces);
        let (named, nameless): (Vec<App>, Vec<App>) =
            told.apps.into_iter().partition(|app| app.user.is_some());
        // Those without a user speak of every user that has the app.
        for mut app in named.into_iter().chain(nameless) {
            // A launcher's own answer is told already; that an icon was switched off says more than that there
            // is none.
            let switched_off = told_of(&app, Hiding::LauncherSwitchedOff);
            for known in self.apps.of(&app.id) {
                if app.user.is_some() && known.user != app.user {
                    continue;
                }
                if switched_off {
                    let none = Hiding::NoLauncherEntry;
                    known.hiding.retain(|hiding| hiding.value != none);
                }
                app.hiding.retain(|hiding| !told_of(known, hiding.value));
            }
            self.apps.add(app);
        }
        let own = &mut self.snapshot;
        for setting in told.settings {
            let known = own.settings.iter().any(|known| {
                (&known.namespace, &known.name) == (&setting.namespace, &setting.name)
            });
            if !known {
                own.settings.push(setting);
            }
        }
        for contact in told.contacts {
            let known = own.contacts.iter();
            if !{ known }.any(|known| known.endpoint == contact.endpoint) {
                own.contacts.push(contact);
            }
        }
        own.users.extend(told.users);
        own.trusted_computers.extend(told.trusted_computers);
        own.history.extend(told.history);
    }

    /// A surface that a command of its own has filled keeps its count; what was left out is told in any case.
    fn take_in_surfaces(&mut self, dump: &Dump, told: &Surfaces) {
        for (id, surface) in told.iter() {
            let read = self.was_read(id);
            match &surface.state {
                SurfaceState::Read { records } if !read => self.surfaces.read(id, *records),
                SurfaceState::Unavailable(reason) if dump.surfaces.contains(&id) => {
                    self.surfaces.unavailable(id, reason.clone());
                }
                SurfaceState::Read { .. }
                | SurfaceState::Unavailable(_)
                | SurfaceState::NotAsked => {}
            }
            for Skipped { record, reason } in &surface.skipped {
                self.surfaces.skip(id, record, reason.clone());
            }
        }
    }

    fn tell_unread(&mut self, dump: &Dump, reason: &Reason) {
        let record = format!("{}/{}", self.name, dump.command.text);
        for id in dump.surfaces {
            if self.was_read(*id) {
                self.surfaces.skip(*id, &record, reason.clone());
            } else {
                self.surfaces.unavailable(*id, reason.clone());
            }
        }
    }

    fn was_read(&self, id: crate::snapshot::SurfaceId) -> bool {
        let surface = self.surfaces.get(id);
        surface.is_some_and(|surface| matches!(surface.state, SurfaceState::Read { .. }))
    }
}

fn told_of(app: &App, wanted: Hiding) -> bool {
    app.hiding.iter().any(|hiding| hiding.value == wanted)
}
