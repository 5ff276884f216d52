//! The dumps of an acquisition: `dumpsys.txt`, and the bug report that AndroidQF keeps as it came.

use std::collections::BTreeSet;

use super::super::bugreport;
use super::Reader;
use crate::snapshot::{App, InputKind};

impl Reader<'_> {
    /// Everything but the apps joins what is known; the apps wait for the list.
    pub(super) fn read_dumps(&mut self) {
        let container = self.container;
        for name in ["dumpsys.txt", "bugreport.zip"] {
            let Some(entry) = container.find(name) else {
                continue;
            };
            let mut part = if name == "bugreport.zip" {
                bugreport::read_archive(container, entry, self.reading)
            } else {
                bugreport::read_text(container, entry, InputKind::Member, self.reading)
            };
            let path = container.input_path(entry);
            let own = part.inputs.iter().find(|input| input.path == *path);
            if let Some(own) = own {
                self.digests.insert(name.to_owned(), own.sha256);
            }
            self.dumped.append(&mut part.apps);
            self.snapshot.surfaces = std::mem::take(&mut self.surfaces);
            self.snapshot.merge(part);
            self.surfaces = std::mem::take(&mut self.snapshot.surfaces);
        }
        self.dumped.sort_by(|one, other| one.id.cmp(&other.id));
    }

    /// Adds an app of the list. The lists of old layouts do not name users, the dumps do: such an app is that
    /// of every user whom a dump names.
    pub(super) fn add_listed(&mut self, app: App) {
        let mut users = BTreeSet::new();
        if app.user.is_none() {
            let from = self.dumped.partition_point(|dumped| dumped.id < app.id);
            let dumped = self.dumped.iter().skip(from);
            let dumped = dumped.take_while(|dumped| dumped.id == app.id);
            let same = dumped.filter(|dumped| dumped.state == app.state);
            users.extend(same.filter_map(|dumped| dumped.user));
        }
        if users.is_empty() {
            self.apps.add(app);
            return;
        }
        for user in users {
            self.apps.add(App {
                user: Some(user),
                ..app.clone()
            });
        }
    }
}
