//! A backup of an iPhone or iPad, as Finder, iTunes and `idevicebackup2` write it: a folder, or a zip of one.
//!
//! `Info.plist`, `Manifest.plist` and `Status.plist` lie there in the clear and are read password or not: the
//! phone, the date, the apps. Everything else is named by `Manifest.db` and lies under the SHA-1 of its name;
//! with a password both are encrypted and decrypted in memory. Opened is what [`wanted`] lists, and nothing
//! besides. Source of the format: libimobiledevice, `iphone_backup_decrypt`, `mvt-ios`.

mod about;
mod cipher;
mod files;
mod index;
mod inventory;
mod keybag;
mod read;
#[cfg(test)]
mod tests;
mod wanted;

use std::sync::Arc;

use self::read::Reader;
use super::plist::Plist;
use crate::digest::Sha256;
use crate::evidence::{Container, ContainerKind, Entry, EvidenceError, Reading};
use crate::limits::PLIST_BYTES;
use crate::snapshot::{Input, InputKind, Snapshot};

/// Whether this is a backup. `Info.plist` lies in many folders: alone it says nothing.
pub(super) fn recognises(container: &Container) -> bool {
    if container.kind() == ContainerKind::File {
        return false;
    }
    let has = |name: &str| below(container, name).is_some();
    if let Some(list) = below(container, "Manifest.db") {
        // A backup that somebody thinned may have the list alone.
        let beside = has("Info.plist") || has("Manifest.plist");
        return beside || !index::is_encrypted(container, &list);
    }
    // A list of files that was lost, or lies there in a form from before iOS 10.
    has("Manifest.plist") && is_manifest(container)
}

/// Whether `Manifest.plist` has a backup's keys.
fn is_manifest(container: &Container) -> bool {
    let Some(entry) = below(container, "Manifest.plist") else {
        return false;
    };
    let Ok((bytes, _)) = container.read(&entry, PLIST_BYTES) else {
        return false;
    };
    Plist::read(&bytes).is_ok_and(|plist| {
        let root = plist.root();
        ["BackupKeyBag", "IsEncrypted", "Lockdown"]
            .iter()
            .any(|key| root.get(key).is_some())
    })
}

/// Reads a backup.
///
/// # Errors
/// [`EvidenceError::Damaged`] when the archive that holds it cannot be read again.
pub(super) fn read(container: &Container, reading: Reading<'_>) -> Result<Snapshot, EvidenceError> {
    let mut snapshot = Reader::new(container, reading).read();
    let digest = container.digest(&snapshot.inputs);
    let (bytes, sha256) = digest.map_err(|reason| EvidenceError::Damaged {
        path: container.path().to_owned(),
        cause: reason.code().to_owned(),
    })?;
    snapshot.inputs.push(Input {
        path: container.name().to_owned(),
        kind: InputKind::IosBackup,
        bytes,
        sha256,
    });
    snapshot.inputs.sort();
    Ok(snapshot)
}

/// The file of this name in the backup.
fn below(container: &Container, name: &str) -> Option<Entry> {
    let top = container.find(name).cloned();
    top.or_else(|| container.below(name))
}

fn member(input: &Arc<str>, bytes: u64, sha256: Sha256) -> Input {
    Input {
        path: input.to_string(),
        kind: InputKind::Member,
        bytes,
        sha256,
    }
}
