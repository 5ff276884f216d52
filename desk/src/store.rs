//! Writing files: whole or not at all, and readable by their owner only.
//!
//! A file is written under another name in the same folder, brought to the disk, renamed, and the folder is
//! brought to the disk as well. Whoever looks after a kill, a power cut or a full disk finds the old file or
//! the new one. `tempfile` makes the other name and the rename; bringing to the disk, clearing up after an
//! earlier kill and writing several files together are done here.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::failure::Failure;

/// What the names of unfinished files begin and end with.
const UNFINISHED: (&str, &str) = (".rushlight-", ".part");

/// How often another run may clear up in the moment between making a file and locking it.
const ATTEMPTS: usize = 16;

/// Files that are written together into one folder.
///
/// All are on the disk under other names before the first appears under its own, so a full disk changes
/// nothing. Then they appear one after the other in the order in which they were added. After a kill in
/// between, a reader sees some new files and some old ones, each of them whole. So the package, which says
/// what belongs together, is added last.
pub(crate) struct Staged {
    folder: PathBuf,
    files: Vec<(NamedTempFile, PathBuf)>,
}

impl Staged {
    /// Makes the folder where there is none, for its owner only, and clears up what an earlier kill left there.
    pub(crate) fn begin(folder: &Path) -> Result<Self, Failure> {
        make_folder(folder).map_err(|cause| failed(folder, cause))?;
        clear(folder);
        Ok(Self {
            folder: folder.to_owned(),
            files: Vec::new(),
        })
    }

    /// Brings one file to the disk, without its name yet.
    pub(crate) fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let path = self.folder.join(name);
        let file = unfinished(&self.folder, bytes, 0o600).map_err(|cause| failed(&path, cause))?;
        self.files.push((file, path));
        Ok(())
    }

    /// Gives the files their names. Gives their paths, in the order in which they were added.
    pub(crate) fn finish(self) -> Result<Vec<PathBuf>, Failure> {
        let mut paths = Vec::with_capacity(self.files.len());
        for (file, path) in self.files {
            file.persist(&path)
                .map_err(|error| failed(&path, error.error))?;
            paths.push(path);
        }
        bring_to_disk(&self.folder).map_err(|cause| failed(&self.folder, cause))?;
        Ok(paths)
    }
}

/// Writes one file that is not there yet, with this mode. An older file of that name stays, and is an error.
pub(crate) fn create(path: &Path, bytes: &[u8], mode: u32) -> Result<(), Failure> {
    let folder = parent(path);
    make_folder(folder).map_err(|cause| failed(folder, cause))?;
    clear(folder);
    let written = unfinished(folder, bytes, mode)
        .and_then(|file| file.persist_noclobber(path).map_err(|error| error.error))
        .and_then(|_| bring_to_disk(folder));
    written.map_err(|cause| match cause.kind() {
        ErrorKind::AlreadyExists => Failure::Exists {
            path: path.to_owned(),
        },
        _ => failed(path, cause),
    })
}

fn failed(path: &Path, cause: io::Error) -> Failure {
    Failure::Write {
        path: path.to_owned(),
        cause,
    }
}

/// The folder that a file is in.
fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Makes a folder, and the folders above it, for the owner only. One that is there stays as it is.
fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// A file on the disk that has no name of its own yet. Another run that clears up leaves it alone, because it
/// is locked. It goes away by itself when it is dropped.
fn unfinished(folder: &Path, bytes: &[u8], mode: u32) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED.0).suffix(UNFINISHED.1);
    #[cfg(unix)]
    builder.permissions(<fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(mode));
    #[cfg(not(unix))]
    let _ = mode;
    for _ in 0..ATTEMPTS {
        let mut file = builder.tempfile_in(folder)?;
        // Without locks on this file system nobody clears up either: `clear` asks for one as well.
        let _ = file.as_file().try_lock_shared();
        // Another run may have cleared it up before it was locked.
        if file.path().exists() {
            file.write_all(bytes)?;
            file.as_file().sync_all()?;
            return Ok(file);
        }
    }
    Err(io::Error::other("another run keeps clearing up here"))
}

/// Removes the unfinished files of runs that were killed. Those of a run that still goes on are locked. What
/// cannot be removed stays: it is in nobody's way.
fn clear(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let unfinished = name.starts_with(UNFINISHED.0) && name.ends_with(UNFINISHED.1);
        let regular = entry.file_type().is_ok_and(|kind| kind.is_file());
        if unfinished
            && regular
            && let Ok(file) = File::open(entry.path())
            && file.try_lock().is_ok()
        {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Brings the folder's list of names to the disk. Only Unix lets a program ask for it.
fn bring_to_disk(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(path: &Path, bytes: &[u8]) -> Result<Vec<PathBuf>, Failure> {
        let mut staged = Staged::begin(parent(path))?;
        staged.add(path.file_name().unwrap().to_str().unwrap(), bytes)?;
        staged.finish()
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[cfg(unix)]
    fn mode(path: &Path) -> u32 {
        use std::os::unix::fs::PermissionsExt as _;
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    #[cfg(unix)]
    fn files_and_new_folders_are_their_owner_s_only() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("a/b");
        let mut staged = Staged::begin(&folder).unwrap();
        staged.add("report.json", b"{}").unwrap();
        assert!(!folder.join("report.json").exists());
        assert_eq!(staged.finish().unwrap(), [folder.join("report.json")]);
        assert_eq!(mode(&folder), 0o700);
        assert_eq!(mode(&folder.join("report.json")), 0o600);
        assert_eq!(names(&folder), ["report.json"]);
    }

    #[test]
    fn what_an_earlier_kill_left_is_cleared_up_and_a_running_one_is_left_alone() {
        let home = tempfile::tempdir().unwrap();
        let left = home.path().join(".rushlight-killed.part");
        fs::write(&left, b"half").unwrap();
        fs::write(home.path().join("other.part"), b"not ours").unwrap();
        let running = unfinished(home.path(), b"still", 0o600).unwrap();
        write(&home.path().join("report.json"), b"{}").unwrap();
        assert!(!left.exists());
        assert!(running.path().exists());
        drop(running);
        assert_eq!(names(home.path()), ["other.part", "report.json"]);
    }

    #[test]
    fn a_file_that_is_there_is_replaced_or_refused_as_asked() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("key");
        create(&path, b"one", 0o600).unwrap();
        assert!(matches!(
            create(&path, b"two", 0o600),
            Err(Failure::Exists { .. })
        ));
        assert_eq!(fs::read(&path).unwrap(), b"one");
        write(&path, b"three").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"three");
        assert_eq!(names(home.path()), ["key"]);
    }

    #[test]
    fn a_failure_in_the_middle_leaves_the_old_files() {
        let home = tempfile::tempdir().unwrap();
        write(&home.path().join("a"), b"old").unwrap();
        let mut staged = Staged::begin(home.path()).unwrap();
        staged.add("a", b"new").unwrap();
        drop(staged);
        assert_eq!(fs::read(home.path().join("a")).unwrap(), b"old");
        assert_eq!(names(home.path()), ["a"]);
    }
}
