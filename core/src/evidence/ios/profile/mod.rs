//! Configuration profiles: by themselves (`.mobileconfig`), and as a phone keeps those that are installed.
//!
//! In: a property list in either form, by itself or sealed (CMS signed data in DER or BER, PEM, S/MIME). Out: a
//! [`Profile`] with what each payload does, the values that say to whom, and the signers, whose chain of
//! certificates is not checked. What is encrypted for one phone cannot be read by anybody else and says so.

mod content;
mod envelope;
mod facts;

pub(in crate::evidence) use content::of;
pub(in crate::evidence) use facts::contacts;

use crate::evidence::ios::plist::Plist;
use crate::evidence::parsed::Place;
use crate::evidence::{Container, ContainerKind, Entry, Reading, Stage};
use crate::limits::{PLIST_BYTES, PROFILE_FILES};
use crate::snapshot::{
    AppState, Input, InputKind, Platform, Profile, Reason, Skipped, Snapshot, SurfaceId, Surfaces,
};

/// The profile in these bytes, in whatever form.
///
/// # Errors
/// A [`Reason`] where it is no profile, or encrypted as a whole.
pub(in crate::evidence) fn from_bytes(
    bytes: &[u8],
    state: AppState,
    place: &mut Place<'_>,
    locator: &str,
) -> Result<Profile, Reason> {
    let (plist, signers) = envelope::open(bytes, place)?;
    let mut profile = of(plist.root(), state, place, locator)?;
    profile.signers.extend(signers);
    Ok(profile)
}

/// Whether this is a profile by itself, or a folder or an archive of nothing else.
pub(super) fn recognises(container: &Container) -> bool {
    match container.kind() {
        ContainerKind::File => container.entries().iter().any(|entry| {
            let start = container.start(entry, START);
            if is_named(entry) {
                return true;
            }
            if envelope::begins(&start) {
                return true;
            }
            Plist::begins(&start) && says_profile(container, entry)
        }),
        ContainerKind::Folder | ContainerKind::Zip => {
            let mut shown = container.entries().iter().filter(|it| is_shown(it));
            let first = shown.next().is_some_and(is_named);
            first && shown.all(is_named)
        }
    }
}

/// Enough to see in which form something is written.
const START: usize = 512;

fn is_shown(entry: &Entry) -> bool {
    !own_name(entry).starts_with('.')
}

fn own_name(entry: &Entry) -> &str {
    entry.name.rsplit('/').next().unwrap_or_default()
}

/// Named as a profile, or as a phone names its copy of one.
fn is_named(entry: &Entry) -> bool {
    let name = own_name(entry).to_ascii_lowercase();
    name.ends_with(".mobileconfig") || (name.starts_with("profile-") && name.ends_with(".stub"))
}

/// Whether a property list of any name is a profile.
fn says_profile(container: &Container, entry: &Entry) -> bool {
    let read = container.read(entry, PLIST_BYTES).ok();
    let plist = read.and_then(|(bytes, _)| Plist::read(&bytes).ok());
    plist.is_some_and(|plist| {
        let root = plist.root();
        let named = root.string("PayloadIdentifier").is_some();
        named
            && ["PayloadContent", "EncryptedPayloadContent", "PayloadType"]
                .iter()
                .any(|key| root.get(key).is_some())
    })
}

/// Reads profiles that are evidence by themselves. A file says nothing of an installation: its profile is
/// [`AppState::Seen`].
pub(super) fn read(container: &Container, reading: Reading<'_>) -> Snapshot {
    let mut snapshot = Snapshot {
        platform: Platform::Ios,
        ..Snapshot::default()
    };
    let mut surfaces = Surfaces::for_platform(Platform::Ios);
    let entries: Vec<&Entry> = container
        .entries()
        .iter()
        .filter(|entry| container.kind() == ContainerKind::File || is_shown(entry))
        .collect();
    let total = entries.len() as u64;
    let mut first = None;
    for (done, entry) in (0..).zip(entries) {
        reading.watch.progress(Stage::Reading, done, total);
        let input = container.input_path(entry);
        let mut place = Place::new(&input, reading.watch);
        let read = if reading.watch.cancelled() {
            Err(Reason::Cancelled)
        } else if done >= PROFILE_FILES {
            let limit = PROFILE_FILES;
            Err(Reason::TooMany { limit })
        } else {
            container
                .read(entry, PLIST_BYTES)
                .and_then(|(bytes, sha256)| {
                    snapshot.inputs.push(Input {
                        path: input.to_string(),
                        kind: InputKind::ConfigurationProfile,
                        bytes: bytes.len() as u64,
                        sha256,
                    });
                    from_bytes(&bytes, AppState::Seen, &mut place, "")
                })
        };
        match read {
            Ok(profile) => {
                snapshot.contacts.extend(contacts(&profile));
                snapshot.profiles.push(profile);
            }
            Err(reason) => {
                first.get_or_insert_with(|| reason.clone());
                surfaces.skip(SurfaceId::Profiles, &*input, reason);
            }
        }
        for Skipped { record, reason } in place.finish((), 0).skipped {
            surfaces.skip(SurfaceId::Profiles, record, reason);
        }
    }
    for Skipped { record, reason } in container.skipped() {
        let record = format!("{}/{record}", container.name());
        surfaces.skip(SurfaceId::Profiles, record, reason.clone());
    }
    match first {
        Some(reason) if snapshot.profiles.is_empty() => {
            surfaces.unavailable(SurfaceId::Profiles, reason);
        }
        _ => surfaces.read(SurfaceId::Profiles, snapshot.profiles.len() as u64),
    }
    for id in SurfaceId::ALL {
        if id.applies_to(Platform::Ios) {
            surfaces.unavailable(id, Reason::NotInThisEvidence);
        }
    }
    snapshot.profiles.sort();
    snapshot.contacts.sort();
    snapshot.contacts.dedup();
    snapshot.inputs.sort();
    snapshot.surfaces = surfaces;
    snapshot
}

#[cfg(test)]
mod tests;
