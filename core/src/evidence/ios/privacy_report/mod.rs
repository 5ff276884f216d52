//! The App Privacy Report of an iPhone or iPad (iOS 15.2 and later): what apps looked at, and which hosts they
//! contacted, in the last seven days.
//!
//! One JSON object on each line, in a file that its person saves in Settings. It stands by itself, or in a folder
//! or an archive that holds little else. What apps did before the report was switched on is not in it: its
//! surfaces state the time that it covers, and an app that is not in it may have done the same a day earlier.
//! Deleted apps stay in it, so an app is only *seen*. Left out: `context`, the pages that the person looked at
//! inside an app. Source: Apple, "Inspecting app activity data"; the lines of real exports.
//!
//! [`line`] reads one line; [`told`] joins them into what they tell.

mod line;
#[cfg(test)]
mod tests;
mod told;

use std::io::Read;
use std::sync::Arc;

use super::json::Records;
use crate::evidence::parsed::Place;
use crate::evidence::{Container, ContainerKind, Entry, EvidenceError, Reading};
use crate::limits::{PRIVACY_REPORT_ENTRIES, STREAMED_ENTRY_BYTES};
use crate::snapshot::{
    Apps, Input, InputKind, Platform, Reason, Skipped, Snapshot, SurfaceId, Surfaces,
};

use self::told::{Told, Totals};

/// Whether this is a report by itself, or a folder or an archive with one. Names say nothing.
pub(super) fn recognises(container: &Container) -> bool {
    let entries = container.entries();
    // A folder with more in it is other evidence; opening all of its files would take long.
    entries.len() <= PRIVACY_REPORT_ENTRIES
        && entries
            .iter()
            .any(|entry| line::begins(&container.start(entry, START)))
}

/// Enough for some whole lines: real ones have 200 to 500 bytes.
const START: usize = 8 << 10;

/// Reads a report.
///
/// # Errors
/// [`EvidenceError::Damaged`] when the archive that holds it cannot be read again.
pub(super) fn read(container: &Container, reading: Reading<'_>) -> Result<Snapshot, EvidenceError> {
    let mut reports = Reports::default();
    for entry in container.entries() {
        reports.entry(container, entry, reading);
    }
    for Skipped { record, reason } in container.skipped() {
        let record = format!("{}/{record}", container.name());
        reports
            .surfaces
            .skip(SurfaceId::SensorUse, record, reason.clone());
    }
    reports.finish(container)
}

/// What is known while the files of one container are read.
struct Reports {
    snapshot: Snapshot,
    surfaces: Surfaces,
    apps: Apps,
}

impl Default for Reports {
    fn default() -> Self {
        Self {
            snapshot: Snapshot {
                platform: Platform::Ios,
                ..Snapshot::default()
            },
            surfaces: Surfaces::for_platform(Platform::Ios),
            apps: Apps::default(),
        }
    }
}

impl Reports {
    fn entry(&mut self, container: &Container, entry: &Entry, reading: Reading<'_>) {
        let input = container.input_path(entry);
        let mut skip = |reason: Reason| {
            self.surfaces.skip(SurfaceId::SensorUse, &*input, reason);
        };
        if reading.watch.cancelled() {
            return skip(Reason::Cancelled);
        }
        if !line::begins(&container.start(entry, START)) {
            let cause = "it does not begin as an App Privacy Report does";
            return skip(super::json::malformed(cause));
        }
        let streamed = container.stream(entry, STREAMED_ENTRY_BYTES, |source| {
            parse(&input, reading, source)
        });
        let (told, whole) = match streamed {
            Ok(streamed) => (streamed.value, streamed.whole),
            Err(reason) => return skip(reason),
        };
        match whole {
            Ok((bytes, sha256)) => self.snapshot.inputs.push(Input {
                path: input.to_string(),
                kind: InputKind::Member,
                bytes,
                sha256,
            }),
            Err(reason) => skip(reason),
        }
        self.take(told);
    }

    fn take(&mut self, told: Told) {
        let Told {
            apps,
            contacts,
            accesses,
            network,
            covered,
        } = told;
        for app in apps {
            self.apps.add(app);
        }
        self.snapshot.contacts.extend(contacts);
        for (id, parsed) in [
            (SurfaceId::SensorUse, accesses),
            (SurfaceId::Contacts, network),
        ] {
            self.surfaces.read(id, parsed.records);
            if let Some(covered) = &covered {
                self.surfaces.cover(id, covered.clone());
            }
            for Skipped { record, reason } in parsed.skipped {
                self.surfaces.skip(id, record, reason);
            }
            if let Some(reason) = parsed.stopped {
                let record = &*parsed.value;
                self.surfaces.skip(id, record, reason);
            }
        }
    }

    fn finish(self, container: &Container) -> Result<Snapshot, EvidenceError> {
        let Self {
            mut snapshot,
            mut surfaces,
            apps,
        } = self;
        match container.kind() {
            ContainerKind::File => {
                for input in &mut snapshot.inputs {
                    input.kind = InputKind::AppPrivacyReport;
                }
            }
            ContainerKind::Folder | ContainerKind::Zip => {
                let (bytes, sha256) = container.digest(&snapshot.inputs).map_err(|reason| {
                    EvidenceError::Damaged {
                        path: container.path().to_owned(),
                        cause: reason.code().to_owned(),
                    }
                })?;
                snapshot.inputs.push(Input {
                    path: container.name().to_owned(),
                    kind: InputKind::AppPrivacyReport,
                    bytes,
                    sha256,
                });
            }
        }
        snapshot.apps = apps.into_sorted();
        snapshot.contacts.sort();
        snapshot.inputs.sort();
        for id in SurfaceId::ALL {
            if id.applies_to(Platform::Ios) {
                surfaces.unavailable(id, Reason::NotInThisEvidence);
            }
        }
        snapshot.surfaces = surfaces;
        Ok(snapshot)
    }
}

/// Reads one file.
fn parse(input: &Arc<str>, reading: Reading<'_>, source: &mut dyn Read) -> Told {
    let mut accesses = Place::new(input, reading.watch);
    let mut network = Place::new(input, reading.watch);
    let mut totals = Totals::default();
    let mut records = Records::new(source);
    while let Some((index, record)) = records.next() {
        if accesses.stops() {
            network.stop(Reason::Cancelled);
            break;
        }
        let read = match record {
            Ok(bytes) => line::read(bytes),
            Err(reason) => Err((line::Kind::Access, reason)),
        };
        let told = read.and_then(|line| totals.add(line, index));
        if let Err((kind, reason)) = told {
            let place = match kind {
                line::Kind::Access => &mut accesses,
                line::Kind::Network => &mut network,
            };
            place.skip(&format!("[{index}]"), reason);
        }
    }
    totals.tell(input, accesses, network)
}
