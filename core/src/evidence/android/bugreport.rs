//! A bug report, packed or not, and the text of `dumpsys` by itself.
//!
//! Android packs `main_entry.txt`, which names the text, `bugreport-*.txt`, and copies of files under `FS/`.
//! Samsung's text is `dumpState_*.log`. MIUI puts the archive into another one, beside its own logs. Each
//! text is streamed once: hashed and read in the same pass.

use std::io::Read;

use super::dumpstate;
use super::parsed::Place;
use crate::evidence::{Container, ContainerKind, Entry, Reading, Stage};
use crate::limits::{DUMPS, NESTED_ARCHIVE_BYTES, STREAMED_ENTRY_BYTES};
use crate::snapshot::{Input, InputKind, Platform, Reason, Skipped, Snapshot, SurfaceId, Surfaces};

/// How much of a text shows whether it is a dump: `dumpsys` lists some 300 services first.
const START_BYTES: u64 = 64 << 10;

/// `main_entry.txt` holds one name.
const MAIN_ENTRY_BYTES: u64 = 4 << 10;

/// Whether the evidence is a bug report or a text of `dumpsys`.
pub(super) fn recognises(container: &Container) -> bool {
    !texts(container).is_empty() || !archives(container).is_empty()
}

/// Reads a bug report or a text of `dumpsys`.
pub(super) fn read(container: &Container, reading: Reading<'_>) -> Snapshot {
    reading.watch.progress(Stage::Reading, 0, 0);
    let bare = container.kind() == ContainerKind::File;
    let kind = if bare {
        InputKind::Dumpsys
    } else {
        InputKind::Member
    };
    let mut snapshot = Snapshot {
        platform: Platform::Android,
        surfaces: Surfaces::for_platform(Platform::Android),
        ..Snapshot::default()
    };
    snapshot.merge(read_texts(container, kind, reading));
    for entry in archives(container) {
        snapshot.merge(read_archive(container, entry, reading));
    }
    if !bare {
        match container.digest(&snapshot.inputs) {
            Ok((bytes, sha256)) => snapshot.inputs.push(Input {
                path: container.name().to_owned(),
                kind: InputKind::Bugreport,
                bytes,
                sha256,
            }),
            Err(reason) => snapshot
                .surfaces
                .skip(SurfaceId::Apps, container.name(), reason),
        }
        snapshot.inputs.sort();
    }
    let surfaces = &mut snapshot.surfaces;
    let file = "PROCESSES AND THREADS".to_owned();
    surfaces.unavailable(SurfaceId::Processes, Reason::NotReadYet { file });
    for id in SurfaceId::ALL {
        // Without rules nobody asked for the code.
        let asked = id != SurfaceId::AppCode || reading.code.is_some();
        if id.applies_to(Platform::Android) && asked {
            surfaces.unavailable(id, Reason::NotInThisEvidence);
        }
    }
    snapshot
}

/// Reads a bug report that is an entry of other evidence, as far as it can be read.
pub(super) fn read_archive(container: &Container, entry: &Entry, reading: Reading<'_>) -> Snapshot {
    let path = container.input_path(entry);
    let (inner, bytes, sha256) =
        match container.nested(entry, NESTED_ARCHIVE_BYTES, reading.secrets) {
            Ok(opened) => opened,
            Err(reason) => return unread(&path, &reason),
        };
    let mut part = read_texts(&inner, InputKind::Member, reading);
    if part.inputs.is_empty() {
        // Inside other evidence, MIUI's outer archive is a third one.
        for entry in archives(&inner) {
            let texts = match inner.nested(entry, NESTED_ARCHIVE_BYTES, reading.secrets) {
                Ok((innermost, ..)) => read_texts(&innermost, InputKind::Member, reading),
                Err(reason) => unread(&inner.input_path(entry), &reason),
            };
            part.merge(texts);
        }
    }
    part.inputs.push(Input {
        path: path.to_string(),
        kind: InputKind::Member,
        bytes,
        sha256,
    });
    part.inputs.sort();
    part
}

/// Reads one text of `dumpsys` or `dumpstate`.
pub(super) fn read_text(
    container: &Container,
    entry: &Entry,
    kind: InputKind,
    reading: Reading<'_>,
) -> Snapshot {
    let path = container.input_path(entry);
    let streamed = container.stream(entry, STREAMED_ENTRY_BYTES, |source| {
        dumpstate::read(Place::new(&path, reading.watch), source)
    });
    let streamed = match streamed {
        Ok(streamed) => streamed,
        Err(reason) => return unread(&path, &reason),
    };
    let mut part = streamed.value.value;
    match streamed.whole {
        Ok((bytes, sha256)) => part.inputs.push(Input {
            path: path.to_string(),
            kind,
            bytes,
            sha256,
        }),
        Err(reason) => part.surfaces.skip(SurfaceId::Apps, &*path, reason),
    }
    part
}

/// Every text of a bug report.
fn read_texts(container: &Container, kind: InputKind, reading: Reading<'_>) -> Snapshot {
    let mut part = Snapshot {
        platform: Platform::Android,
        ..Snapshot::default()
    };
    for entry in texts(container) {
        part.merge(read_text(container, entry, kind, reading));
    }
    for Skipped { record, reason } in container.skipped() {
        let own = record.rsplit(['/', '\\']).next().unwrap_or_default();
        if is_text(own) || is_archive(own) {
            let record = format!("{}/{record}", container.name());
            part.surfaces.skip(SurfaceId::Apps, record, reason.clone());
        }
    }
    part
}

/// What is left of a text or an archive that could not be opened.
fn unread(path: &str, reason: &Reason) -> Snapshot {
    let mut part = Snapshot {
        platform: Platform::Android,
        ..Snapshot::default()
    };
    for id in dumpstate::held() {
        part.surfaces.unavailable(id, reason.clone());
    }
    part.surfaces.skip(SurfaceId::Apps, path, reason.clone());
    part
}

/// The texts of a bug report: the one that it names, else all that are named as makers name theirs.
fn texts(container: &Container) -> Vec<&Entry> {
    let entries = container.entries();
    if container.kind() == ContainerKind::File {
        return entries
            .iter()
            .filter(|entry| starts(container, entry))
            .collect();
    }
    let main = entries
        .iter()
        .find(|entry| own_name(entry) == "main_entry.txt");
    if let Some(main) = main
        && let Ok((name, _)) = container.read(main, MAIN_ENTRY_BYTES)
    {
        let folder = main.name.strip_suffix("main_entry.txt").unwrap_or_default();
        let name = format!("{folder}{}", String::from_utf8_lossy(&name).trim());
        if let Some(entry) = container.find(&name) {
            return vec![entry];
        }
    }
    let named = entries.iter().filter(|entry| is_text(own_name(entry)));
    let dumps = named.filter(|entry| starts(container, entry));
    dumps.take(DUMPS).collect()
}

/// Archives inside it that are bug reports by their names, where it has no text of its own.
fn archives(container: &Container) -> Vec<&Entry> {
    if container.kind() == ContainerKind::File || !texts(container).is_empty() {
        return Vec::new();
    }
    let entries = container.entries().iter();
    let archives = entries.filter(|entry| is_archive(own_name(entry)));
    archives.take(DUMPS).collect()
}

fn own_name(entry: &Entry) -> &str {
    entry.name.rsplit('/').next().unwrap_or_default()
}

fn is_text(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let ends = |wanted: &str| name.ends_with(wanted);
    // `dumpstate_log-123.txt` and `dumpstate_board.txt` stand beside it: what dumpstate did, and parts of
    // the board.
    let beside = ["dumpstate_log", "dumpstate_board", "dumpstate-board"];
    (name.starts_with("bugreport") && ends(".txt"))
        || (name.starts_with("dumpsys") && ends(".txt"))
        || (name.starts_with("dumpstate")
            && (ends(".log") || ends(".txt"))
            && !beside.iter().any(|other| name.starts_with(other)))
}

fn is_archive(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with(".zip") && (name.starts_with("bugreport") || name.starts_with("dumpstate"))
}

/// Whether an entry begins as a dump does.
fn starts(container: &Container, entry: &Entry) -> bool {
    let start = container.stream(entry, START_BYTES, |source| {
        let mut start = Vec::new();
        // What cannot be read is no dump.
        let _ = source.take(START_BYTES).read_to_end(&mut start);
        dumpstate::is_dump(&start)
    });
    start.is_ok_and(|streamed| streamed.value)
}

#[cfg(test)]
mod tests;
