//! What a dump told, as a part of a snapshot: which surfaces it held, and why it did not hold the others.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::section::{Facts, Left};
use crate::evidence::parsed::Parsed;
use crate::limits::SKIPPED_LISTED;
use crate::snapshot::{
    Acquisition, Apps, Moment, Platform, Reason, Skipped, Snapshot, SurfaceId, Surfaces,
};

/// Which section holds which surfaces, the best one first.
const HELD: [(&str, &[SurfaceId]); 18] = [
    ("SYSTEM PROPERTIES", &[SurfaceId::Device]),
    (
        "package",
        &[
            SurfaceId::Apps,
            SurfaceId::OtherUsers,
            SurfaceId::RemovedApps,
            SurfaceId::AppGrants,
            SurfaceId::LauncherEntries,
        ],
    ),
    ("user", &[SurfaceId::OtherUsers]),
    ("appops", &[SurfaceId::SensorUse]),
    ("accessibility", &[SurfaceId::Accessibility]),
    ("device_policy", &[SurfaceId::DeviceAdmins]),
    (
        "notification",
        &[
            SurfaceId::NotificationListeners,
            SurfaceId::MutedNotifications,
        ],
    ),
    ("deviceidle", &[SurfaceId::BatteryExemptions]),
    ("usagestats", &[SurfaceId::AppUse]),
    ("input_method", &[SurfaceId::Keyboards]),
    ("role", &[SurfaceId::Roles]),
    ("adb", &[SurfaceId::TrustedComputers]),
    (
        "settings",
        &[SurfaceId::Settings, SurfaceId::History, SurfaceId::Network],
    ),
    ("connectivity", &[SurfaceId::Network]),
    ("vpn_management", &[SurfaceId::Network]),
    (
        "batterystats",
        &[SurfaceId::History, SurfaceId::RemovedApps],
    ),
    ("dbinfo", &[SurfaceId::RemovedApps]),
    ("platform_compat", &[SurfaceId::RemovedApps]),
];

/// Every surface that a dump can hold.
pub(in crate::evidence::android) fn held() -> impl Iterator<Item = SurfaceId> {
    HELD.iter().flat_map(|(_, ids)| ids.iter().copied())
}

/// The surfaces that a section holds.
fn held_by(section: &str) -> &'static [SurfaceId] {
    let found = HELD.iter().find(|(name, _)| section.starts_with(name));
    found
        .filter(|(name, _)| section == *name || *name == "SYSTEM PROPERTIES")
        .map_or(&[], |(_, ids)| ids)
}

impl Facts<'_> {
    /// Something of a section was left out, and nobody knows to which of its surfaces it belongs.
    pub(super) fn skip_in(&mut self, section: &str, line: u64, reason: &Reason) {
        for id in held_by(section) {
            self.skip(*id, line, reason.clone());
        }
    }

    /// The dump is over. `seen` are its services, and whether they are read.
    pub(super) fn finish(
        mut self,
        seen: &BTreeMap<String, bool>,
        sections: u64,
    ) -> Parsed<Snapshot> {
        let stopped = self.place.stopped();
        self.tell_users();
        let surfaces = self.surfaces(seen, stopped.as_ref());
        let mut apps = Apps::default();
        let (named, nameless): (Vec<_>, Vec<_>) = std::mem::take(&mut self.apps)
            .into_values()
            .partition(|app| app.user.is_some());
        // Those without a user speak of every user that has the app: they come last.
        for app in named.into_iter().chain(nameless) {
            apps.add(app);
        }
        let mut snapshot = Snapshot {
            platform: Platform::Android,
            acquisition: self.taken.map(|taken| self.acquisition(taken)),
            device: self.device,
            surfaces,
            apps: apps.into_sorted(),
            settings: self.settings,
            contacts: self.contacts,
            services: self.services,
            users: self.users,
            trusted_computers: self.trusted_computers,
            history: self.history,
            ..Snapshot::default()
        };
        snapshot.settings.sort();
        snapshot.contacts.sort();
        snapshot.services.sort();
        snapshot.users.sort();
        snapshot.trusted_computers.sort();
        snapshot.history.sort();
        self.place.finish(snapshot, sections)
    }

    /// The list of packages has a block for each user. One who is known and has none was not listed.
    fn tell_users(&mut self) {
        if self.listed_users.is_empty() {
            return;
        }
        let listed = self.listed_users.len() as u64;
        self.read.insert(SurfaceId::OtherUsers, listed);
        for user in &mut self.users {
            let has = self.listed_users.contains(&user.id);
            user.read = Some(has);
            if !has {
                let at = &user.provenance;
                let left = self.skipped.entry(SurfaceId::OtherUsers).or_default();
                left.listed.push(Skipped {
                    record: format!("{} {}", at.input, at.locator),
                    reason: Reason::LeftEmpty {
                        field: format!("User {}", user.id),
                    },
                });
            }
        }
    }

    fn acquisition(&self, mut taken: Moment) -> Acquisition {
        let zone = self.device.zone.as_ref();
        if let Some(zone) = zone.and_then(|zone| TimeZone::get(&zone.value).ok()) {
            taken.settle(&zone);
        }
        Acquisition {
            tool: "dumpstate".to_owned(),
            started: taken.instant(),
            ..Acquisition::default()
        }
    }

    fn surfaces(&mut self, seen: &BTreeMap<String, bool>, stopped: Option<&Reason>) -> Surfaces {
        let mut surfaces = Surfaces::default();
        for (id, records) in std::mem::take(&mut self.read) {
            surfaces.read(id, records);
        }
        for (id, reason) in std::mem::take(&mut self.unread) {
            if surfaces.get(id).is_none() {
                surfaces.unavailable(id, reason);
            }
        }
        for (section, ids) in HELD {
            let file = match section {
                "SYSTEM PROPERTIES" => section.to_owned(),
                service => format!("dumpsys {service}"),
            };
            let reason = match (stopped, seen.get(section)) {
                (Some(stopped), _) => stopped.clone(),
                (None, None) => Reason::FileMissing { file },
                (None, Some(false)) => Reason::NotReadYet { file },
                (None, Some(true)) => Reason::Malformed {
                    cause: format!("{file} has nothing that could be read"),
                },
            };
            for id in ids {
                surfaces.unavailable(*id, reason.clone());
            }
        }
        for (id, Left { listed, more }) in std::mem::take(&mut self.skipped) {
            for skipped in listed {
                surfaces.skip(id, skipped.record, skipped.reason);
            }
            if more > 0 {
                let record = format!("{}: {more} more records", self.place.input());
                let limit = SKIPPED_LISTED as u64;
                surfaces.skip(id, record, Reason::TooMany { limit });
            }
        }
        surfaces
    }
}
