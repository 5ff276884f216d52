//! Evidence inside the acquisition, read as it is by itself: `backup.ab`, `intrusion_logs/`.

use super::super::{app_files, backup, intrusion};
use super::Reader;
use crate::limits::BACKUP_BYTES;
use crate::snapshot::{Contradictions, Reason, SurfaceId};

impl Reader<'_> {
    /// The apps of the backup join those of the list. A backup that is sealed, cut or absent costs the
    /// acquisition nothing: its list of apps does not come from there.
    pub(super) fn read_backup(&mut self) {
        const NAME: &str = "backup.ab";
        let id = SurfaceId::AppSigners;
        let reading = self.reading;
        let taken = self.take_quietly(NAME, BACKUP_BYTES, Some(id), |place, source| {
            backup::parse(place, source, reading)
        });
        let contents = match taken {
            Ok(taken) => taken.value,
            Err(Reason::FileMissing { .. }) => return,
            Err(reason) => {
                let record = format!("{}/{NAME}", self.container.name());
                self.surfaces.skip(id, record, reason);
                return;
            }
        };
        let mut told = Contradictions::default();
        for app in contents.apps {
            self.apps.contradictions(&app, &mut told);
            self.apps.add(app);
        }
        told.tell_in(&mut self.surfaces);
        if !contents.files.is_empty() {
            app_files::tell(&contents.files, &mut self.surfaces);
        }
        for file in contents.files {
            self.join(file);
        }
        let api_level = &mut self.snapshot.device.api_level;
        *api_level = api_level.take().or(contents.api_level);
    }

    /// The logs of `intrusion_logs/`.
    pub(super) fn read_intrusion_logs(&mut self) {
        let container = self.container;
        let entries: Vec<_> = container
            .entries()
            .iter()
            .filter(|entry| entry.name.starts_with("intrusion_logs/"))
            .collect();
        if entries.is_empty() {
            return;
        }
        let mut log = intrusion::Log::default();
        log.read_files(container, &entries, self.reading);
        for input in std::mem::take(&mut log.inputs) {
            let own = input.path.strip_prefix(container.name());
            if let Some(name) = own.and_then(|name| name.strip_prefix('/')) {
                self.digests.insert(name.to_owned(), input.sha256);
            }
            self.snapshot.inputs.push(input);
        }
        let told = log.tell(&mut self.surfaces);
        self.snapshot.contacts.extend(told.contacts);
        self.snapshot.history.extend(told.history);
        let mut contradictions = Contradictions::default();
        for app in told.apps {
            self.apps.contradictions(&app, &mut contradictions);
            self.apps.add(app);
        }
        contradictions.tell_in(&mut self.surfaces);
    }
}
