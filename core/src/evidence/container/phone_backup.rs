//! The folder of an iPhone's backup: some 300,000 files with names that say nothing, in 256 folders.
//!
//! It is not walked. Its top level is listed, and a file below is looked up when somebody names it.

use std::ffi::OsStr;
use std::fs::DirEntry;
use std::path::{Path, PathBuf};

use super::super::EvidenceError;
use crate::limits::BACKUP_FOLDERS;

/// Where a backup was found.
pub(super) struct Found {
    /// Its folder.
    pub(super) folder: PathBuf,
    /// What lies beside it in a folder that holds it alone, and is not part of it.
    pub(super) beside: Vec<String>,
}

/// The backup that a folder is, or the only one that it holds (`MobileSync/Backup/<id>`).
///
/// # Errors
/// [`EvidenceError::SeveralBackups`].
pub(super) fn find(path: &Path) -> Result<Option<Found>, EvidenceError> {
    if is_backup(path) {
        return Ok(Some(Found {
            folder: path.to_owned(),
            beside: Vec::new(),
        }));
    }
    let mut at = path.to_owned();
    // `MobileSync`, `Backup`, and a folder around them that somebody copied.
    for _ in 0..3 {
        let children = children(&at);
        let (mut backups, others): (Vec<_>, Vec<_>) =
            children.into_iter().partition(|child| is_backup(child));
        match (backups.pop(), backups.is_empty(), others.as_slice()) {
            (Some(folder), true, _) => {
                let mut beside: Vec<String> = others.iter().map(|other| name(other)).collect();
                beside.sort();
                return Ok(Some(Found { folder, beside }));
            }
            (Some(last), false, _) => {
                let mut names: Vec<String> =
                    backups.iter().chain([&last]).map(|one| name(one)).collect();
                names.sort();
                return Err(EvidenceError::SeveralBackups {
                    path: at,
                    names: names.join(", "),
                });
            }
            (None, _, [only]) if is_folder(only) => at.clone_from(only),
            (None, ..) => return Ok(None),
        }
    }
    Ok(None)
}

/// Whether this is the folder of a backup: with the list of its files, or with both of its descriptions.
fn is_backup(folder: &Path) -> bool {
    let has = |name: &str| is_file(&folder.join(name));
    is_folder(folder) && (has("Manifest.db") || has("Info.plist") && has("Manifest.plist"))
}

/// Whether a name is that of a file in a backup: `ab/abcd...`, forty lower-case hexadecimal digits.
pub(super) fn is_below(name: &str) -> bool {
    let Some((folder, id)) = name.split_once('/') else {
        return false;
    };
    folder.len() == 2 && id.starts_with(folder) && is_id(id)
}

/// Whether a name is forty lower-case hexadecimal digits. Before iOS 10 the files lay at the top.
pub(super) fn is_id(name: &str) -> bool {
    name.len() == 40
        && name
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The file of this name below a backup, with its size. Links are not followed.
pub(super) fn below(folder: &Path, name: &str) -> Option<(PathBuf, u64)> {
    if !is_below(name) {
        return None;
    }
    let (first, id) = name.split_once('/')?;
    let inner = folder.join(first);
    if !is_folder(&inner) {
        return None;
    }
    let path = inner.join(id);
    let metadata = std::fs::symlink_metadata(&path).ok()?;
    metadata.is_file().then_some((path, metadata.len()))
}

/// What lies in a folder, but for what the system hides; so many that one more can be told.
fn children(folder: &Path) -> Vec<PathBuf> {
    let Ok(listing) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let shown = |child: &DirEntry| {
        let name = child.file_name();
        !name.as_encoded_bytes().starts_with(b".") && name != "desktop.ini"
    };
    let mut children: Vec<PathBuf> = listing
        .filter_map(Result::ok)
        .filter(shown)
        .map(|child| child.path())
        .take(BACKUP_FOLDERS)
        .collect();
    children.sort();
    children
}

fn is_folder(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_dir())
}

fn is_file(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file())
}

fn name(path: &Path) -> String {
    let name = path.file_name().map(OsStr::to_string_lossy);
    name.map(String::from).unwrap_or_default()
}
