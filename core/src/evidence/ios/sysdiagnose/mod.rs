//! A sysdiagnose: the archive of logs that an iPhone writes about itself (`sysdiagnose_<time>_….tar.gz`).
//!
//! One pass, streamed: the file is hashed while a second thread inflates it and walks the tar archive. Nothing is
//! unpacked. Of some 5,000 members, those in [`members`] are read, each within its limit, hashed, and parsed at
//! once; databases wait for the logs beside them. All others are stepped over unread. A folder that somebody
//! unpacked is read the same way.
//!
//! Left out on purpose, because a check does not need it: known wireless networks, `security-sysdiagnose.txt`
//! (names of keychain items), crash reports, traces, the unified log. Of `transparency.log` only devices are
//! read; the e-mail addresses and telephone numbers beside them are never taken in. There is no switch for them.
//!
//! Times: logs are written in the phone's local time, without a zone. The name of the file has the offset of one
//! day; where clocks change, it is wrong for half the year. So local times stay what the phone's clock showed,
//! and become instants when other evidence of the phone names its zone. Only the time in the file's own name is
//! an instant by itself.
//!
//! Sources of the formats: EC-DIGIT-CSIRC sysdiagnose (SAF), iLEAPP, cheeky4n6monkey; each room names its own.

mod account;
mod collect;
mod databases;
mod device;
mod installation;
mod jailbreak;
mod lists;
mod members;
mod source;
#[cfg(test)]
mod tests;

use jiff::civil::DateTime;
use jiff::tz::Offset;

use self::collect::Found;
use super::super::container::shown_name;
use super::super::tar::Tar;
use crate::evidence::{Container, ContainerKind, EvidenceError, Reading};
use crate::limits::{SYSDIAGNOSE_BYTES, SYSDIAGNOSE_INFLATED_BYTES};
use crate::snapshot::{Acquisition, Input, InputKind, Reason, Snapshot};

/// What the name of every sysdiagnose begins with, and of the folder in it.
const NAME: &str = "sysdiagnose_";

/// Bytes that tell what a file is: a header of gzip, and what the first header of a tar archive packs into.
const START: usize = 4 << 10;

/// Whether this is a sysdiagnose: its archive, whatever its name, or the folder in it.
pub(super) fn recognises(container: &Container) -> bool {
    match container.kind() {
        ContainerKind::File => container
            .entries()
            .first()
            .is_some_and(|entry| source::is_archive(&container.start(entry, START), NAME)),
        ContainerKind::Folder | ContainerKind::Zip => {
            let mut marks = [false; 4];
            for entry in container.entries() {
                for (mark, sign) in marks.iter_mut().zip(members::MARKS) {
                    *mark |= entry.name.starts_with(sign);
                }
            }
            marks.iter().filter(|mark| **mark).count() >= 2
        }
    }
}

/// Reads a sysdiagnose.
///
/// # Errors
/// [`EvidenceError::Empty`], [`EvidenceError::Damaged`] where nothing of it can be read, and
/// [`EvidenceError::NotAPhone`] for the sysdiagnose of a Mac.
pub(super) fn read(container: &Container, reading: Reading<'_>) -> Result<Snapshot, EvidenceError> {
    let path = || container.path().to_owned();
    let mut found = match container.kind() {
        ContainerKind::File => archive(container, reading)?,
        ContainerKind::Folder | ContainerKind::Zip => folder(container, reading),
    };
    if found.is_mac {
        return Err(EvidenceError::NotAPhone { path: path() });
    }
    found.acquisition = found
        .acquisition
        .take()
        .or_else(|| acquired(container.name()));
    Ok(found.into_snapshot())
}

fn archive<'a>(container: &Container, reading: Reading<'a>) -> Result<Found<'a>, EvidenceError> {
    let path = || container.path().to_owned();
    let entry = container.entries().first();
    let entry = entry.ok_or_else(|| EvidenceError::Empty { path: path() })?;
    let input = container.input_path(entry);
    let streamed = container.stream(entry, SYSDIAGNOSE_BYTES, |stream| {
        source::inflated(stream, |plain| {
            let mut found = Found::new(container.name(), reading.watch);
            let tar = Tar::new(plain, SYSDIAGNOSE_INFLATED_BYTES);
            let cut = walk(tar, &mut found);
            (found, cut)
        })
    });
    let damaged = |cause: &str| EvidenceError::Damaged {
        path: path(),
        cause: cause.to_owned(),
    };
    let streamed = streamed.map_err(|_| damaged("it cannot be opened"))?;
    let (mut found, cut) = streamed.value;
    match streamed.whole {
        Ok((bytes, sha256)) => found.inputs.push(Input {
            path: input.to_string(),
            kind: InputKind::Sysdiagnose,
            bytes,
            sha256,
        }),
        Err(reason) => found.cut(&input, reason),
    }
    if let Some(reason) = cut {
        found.cut(&input, reason);
    }
    Ok(found)
}

/// Steps through the archive. The answer is why it ended before its end.
fn walk<R: std::io::Read>(mut tar: Tar<R>, found: &mut Found<'_>) -> Option<Reason> {
    let mut number = 0u64;
    while let Some(entry) = tar.next() {
        number += 1;
        if let Some(reason) = found.stops(number) {
            return Some(reason);
        }
        let entry = match entry {
            Ok(entry) => entry,
            Err(reason) => {
                found.skip_member(&format!("member {number}"), reason);
                continue;
            }
        };
        if !entry.is_file && !entry.is_link {
            continue;
        }
        if found.acquisition.is_none() {
            found.acquisition = acquired(&entry.name);
        }
        let (name, member) = match members::of(&entry.name) {
            Ok(Some(wanted)) => wanted,
            Ok(None) => continue,
            Err(reason) => {
                found.skip_member(&shown_name(&entry.name), reason);
                continue;
            }
        };
        if entry.is_link {
            let cause = "a link, which is not followed".to_owned();
            found.unreadable(
                &name,
                member,
                Reason::Unreadable {
                    file: name.clone(),
                    cause,
                },
            );
            continue;
        }
        let Some(limit) = found.admits(&name, member) else {
            continue;
        };
        match tar.read(limit) {
            Ok(bytes) => found.member(&name, member, bytes, None),
            Err(reason) => found.unreadable(&name, member, reason),
        }
    }
    tar.into_cut()
}

fn folder<'a>(container: &Container, reading: Reading<'a>) -> Found<'a> {
    let mut found = Found::new(container.name(), reading.watch);
    for skipped in container.skipped() {
        found.skip_member(&skipped.record, skipped.reason.clone());
    }
    for (number, entry) in (1u64..).zip(container.entries()) {
        if let Some(reason) = found.stops(number) {
            found.cut(container.name(), reason);
            break;
        }
        let Ok(Some((name, member))) = members::of(&entry.name) else {
            continue;
        };
        let Some(limit) = found.admits(&name, member) else {
            continue;
        };
        match container.read(entry, limit) {
            Ok((bytes, sha256)) => found.member(&name, member, bytes, Some(sha256)),
            Err(reason) => found.unreadable(&name, member, reason),
        }
    }
    if let Ok((bytes, sha256)) = container.digest(&found.inputs) {
        found.inputs.push(Input {
            path: container.name().to_owned(),
            kind: InputKind::Sysdiagnose,
            bytes,
            sha256,
        });
    }
    found
}

/// What the name says: `sysdiagnose_2026.11.02_10-15-00+0100_iPhone-OS_iPhone_23A345`.
fn acquired(name: &str) -> Option<Acquisition> {
    let stated = name.strip_prefix(NAME)?;
    let (date, rest) = stated.split_once('_')?;
    let (time, _) = rest.split_once('_')?;
    let (time, offset) = time.split_at_checked(8)?;
    let civil: DateTime = format!("{}T{}", date.replace('.', "-"), time.replace('-', ":"))
        .parse()
        .ok()?;
    let sign = match offset.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let digits: i32 = offset.get(1..5)?.parse().ok()?;
    let seconds = sign * (digits / 100 * 3_600 + digits % 100 * 60);
    let offset = Offset::from_seconds(seconds).ok()?;
    let started = offset.to_timestamp(civil).ok()?;
    Some(Acquisition {
        tool: "sysdiagnose".to_owned(),
        version: None,
        id: None,
        started: Some(started),
        completed: None,
    })
}
