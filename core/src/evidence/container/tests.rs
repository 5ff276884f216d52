use std::io::{Cursor, Write};

use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;
use crate::limits::STREAMED_ENTRY_BYTES;

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn opened(bytes: Vec<u8>) -> Container {
    Container::from_bytes("phone.zip", bytes).unwrap()
}

fn names(container: &Container) -> Vec<&str> {
    let entries = container.entries().iter();
    entries.map(|entry| entry.name.as_str()).collect()
}

fn content(container: &Container, name: &str) -> Vec<u8> {
    let entry = container.find(name).unwrap();
    container.read(entry, MEMORY_ENTRY_BYTES).unwrap().0
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for at in 0..bytes.len() - from.len() {
        if bytes[at..].starts_with(from) {
            bytes[at..at + from.len()].copy_from_slice(to);
        }
    }
    bytes
}

#[test]
fn a_folder_and_the_three_kinds_of_archive_give_the_same_names() {
    let plain = opened(zipped(&[("packages.json", b"[]"), ("apks/a.apk", b"x")]));
    let under = opened(zipped(&[
        ("u-1/packages.json", b"[]"),
        ("u-1/apks/a.apk", b"x"),
    ]));
    let windows = opened(zipped(&[("packages.json", b"[]"), (r"apks\a.apk", b"x")]));
    let mac = opened(zipped(&[
        ("u-1/packages.json", b"[]"),
        ("u-1/apks/a.apk", b"x"),
        ("__MACOSX/u-1/._packages.json", b"x"),
    ]));
    let folder = tempfile::tempdir().unwrap();
    let phone = folder.path().join("phone");
    std::fs::create_dir_all(phone.join("apks")).unwrap();
    std::fs::write(phone.join("packages.json"), "[]").unwrap();
    std::fs::write(phone.join("apks/a.apk"), "x").unwrap();
    let folder = Container::open(&phone).unwrap();
    for container in [&plain, &under, &windows, &mac, &folder] {
        assert_eq!(names(container), ["apks/a.apk", "packages.json"]);
        assert_eq!(content(container, "apks/a.apk"), b"x");
        assert_eq!(container.skipped(), []);
    }
    assert_eq!(folder.kind(), ContainerKind::Folder);
    assert_eq!(folder.name(), "phone");
    assert_eq!(plain.kind(), ContainerKind::Zip);
    let packages = plain.find("packages.json").unwrap();
    assert_eq!(&*plain.input_path(packages), "phone.zip/packages.json");
}

#[test]
fn large_archives_and_streamed_ones_are_read() {
    let mut large = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().large_file(true);
    large.start_file("packages.json", options).unwrap();
    large.write_all(b"[]").unwrap();
    let large = large.finish().unwrap().into_inner();
    // Written without going back: sizes stand behind the data, as AndroidQF writes them.
    let mut streamed = ZipWriter::new_stream(Vec::new());
    streamed.start_file("packages.json", options).unwrap();
    streamed.write_all(b"[]").unwrap();
    let streamed = streamed.finish().unwrap().into_inner();
    for bytes in [large, streamed] {
        assert_eq!(content(&opened(bytes), "packages.json"), b"[]");
    }
}

#[test]
fn names_that_lead_elsewhere_are_told_and_never_opened() {
    let container = opened(zipped(&[
        ("packages.json", b"[]"),
        ("../packages.json", b"[1]"),
        ("/etc/passwd", b"x"),
        (r"C:\packages.json", b"x"),
        ("new\nline", b"x"),
        ("a\u{202e}b", b"x"),
    ]));
    assert_eq!(names(&container), ["a\u{202e}b", "packages.json"]);
    assert_eq!(container.skipped().len(), 4);
    assert!(
        container
            .skipped()
            .iter()
            .all(|skipped| skipped.reason == Reason::UnsafeName)
    );
    assert_eq!(content(&container, "packages.json"), b"[]");
}

#[test]
fn of_two_entries_with_one_name_the_first_is_read_and_the_second_told() {
    let bytes = zipped(&[("packages.json", b"[]"), ("package_.json", b"[1]")]);
    let container = opened(replaced(&bytes, b"package_.json", b"packages.json"));
    assert_eq!(content(&container, "packages.json"), b"[]");
    assert_eq!(container.skipped().len(), 1);
    assert_eq!(container.skipped()[0].record, "packages.json");
}

#[test]
fn encrypted_entries_and_unknown_methods_are_told() {
    let bytes = zipped(&[("packages.json", b"[]"), ("files.json", b"[]")]);
    // Offsets of a central header (APPNOTE 4.3.12): flags at 8, method at 10.
    let changed = |at: usize, value: u8| {
        let mut bytes = bytes.clone();
        let header = bytes
            .windows(4)
            .position(|four| four == b"PK\x01\x02")
            .unwrap();
        bytes[header + at] = value;
        opened(bytes)
    };
    let encrypted = changed(8, 1);
    assert_eq!(names(&encrypted), ["files.json"]);
    assert_eq!(encrypted.skipped()[0].reason, Reason::Encrypted);
    let unknown = changed(10, 99);
    assert_eq!(names(&unknown), ["files.json"]);
    assert!(matches!(
        unknown.skipped()[0].reason,
        Reason::Malformed { .. }
    ));
}

#[test]
fn an_archive_that_is_cut_short_is_damaged() {
    let bytes = zipped(&[("packages.json", b"[]")]);
    for cut in [5, bytes.len() / 2, bytes.len() - 3] {
        let opened = Container::from_bytes("phone.zip", bytes[..cut].to_vec());
        assert!(
            matches!(opened, Err(EvidenceError::Damaged { .. })),
            "{cut}"
        );
    }
}

#[test]
fn nothing_and_emptiness_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let absent = Container::open(&folder.path().join("absent"));
    assert!(matches!(absent, Err(EvidenceError::NotFound { .. })));
    let empty = Container::open(folder.path());
    assert!(matches!(empty, Err(EvidenceError::Empty { .. })));
    let empty = Container::from_bytes("phone.zip", zipped(&[]));
    assert!(matches!(empty, Err(EvidenceError::Empty { .. })));
    let empty = Container::from_bytes("phone.zip", Vec::new());
    assert!(matches!(empty, Err(EvidenceError::Empty { .. })));
    let age = Container::from_bytes(
        "phone.zip.age",
        b"age-encryption.org/v1\n-> X25519".to_vec(),
    );
    assert!(matches!(age, Err(EvidenceError::Encrypted { .. })));
}

#[test]
fn an_entry_that_grows_without_end_stops_at_the_limit_and_the_others_are_read() {
    let zeros = vec![0u8; 40 << 20];
    let container = opened(zipped(&[("files.json", &zeros), ("packages.json", b"[]")]));
    let bomb = container.find("files.json").unwrap();
    let streamed = container
        .stream(bomb, STREAMED_ENTRY_BYTES, |reader| {
            io::copy(reader, &mut io::sink())
        })
        .unwrap();
    assert!(streamed.value.is_err());
    let limit = RATIO_FREE_BYTES;
    assert_eq!(streamed.whole.unwrap_err(), Reason::TooLarge { limit });
    assert_eq!(content(&container, "packages.json"), b"[]");
    let small = container.read(container.find("packages.json").unwrap(), 1);
    assert_eq!(small.unwrap_err(), Reason::TooLarge { limit: 1 });
}

#[test]
fn a_damaged_entry_is_told_even_if_the_parser_does_not_read_that_far() {
    let bytes = zipped(&[("packages.json", b"[1, 2, 3, 4, 5, 6, 7, 8]")]);
    let mut bytes = bytes;
    let header = bytes
        .windows(4)
        .position(|four| four == b"PK\x01\x02")
        .unwrap();
    bytes[header + 16] ^= 1; // The CRC-32.
    let container = opened(bytes);
    let entry = container.find("packages.json").unwrap();
    let streamed = container.stream(entry, 100, |_| ()).unwrap();
    assert!(matches!(streamed.whole, Err(Reason::Unreadable { .. })));
}

#[test]
fn a_file_that_is_gone_costs_only_itself() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("packages.json"), "[]").unwrap();
    std::fs::write(folder.path().join("getprop.txt"), "x").unwrap();
    let container = Container::open(folder.path()).unwrap();
    std::fs::remove_file(folder.path().join("getprop.txt")).unwrap();
    let gone = container.read(container.find("getprop.txt").unwrap(), 10);
    assert!(matches!(gone, Err(Reason::Unreadable { .. })));
    assert_eq!(content(&container, "packages.json"), b"[]");
}

#[cfg(unix)]
#[test]
fn links_are_told_and_not_followed_and_deep_folders_end() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    std::fs::write(root.join("getprop.txt"), "x").unwrap();
    std::os::unix::fs::symlink("/etc/passwd", root.join("packages.json")).unwrap();
    std::os::unix::fs::symlink(root, root.join("again")).unwrap();
    let deep = (0..FOLDER_DEPTH + 2).fold(root.to_owned(), |at, _| at.join("d"));
    std::fs::create_dir_all(&deep).unwrap();
    std::fs::write(deep.join("x"), "x").unwrap();
    let container = Container::open(root).unwrap();
    assert_eq!(names(&container), ["getprop.txt"]);
    let skipped: Vec<_> = container
        .skipped()
        .iter()
        .map(|s| s.reason.code())
        .collect();
    assert_eq!(skipped, ["unreadable", "too_many", "unreadable"]);
}

#[test]
fn one_app_file_is_one_entry_though_it_is_an_archive() {
    let bytes = zipped(&[("AndroidManifest.xml", b"x"), ("classes.dex", b"x")]);
    for name in ["app.apk", "app.bin", "app.zip"] {
        let container = Container::from_bytes(name, bytes.clone()).unwrap();
        assert_eq!(container.kind(), ContainerKind::File);
        assert_eq!(names(&container), [name]);
        assert_eq!(&*container.input_path(&container.entries()[0]), name);
        assert_eq!(content(&container, name), bytes);
    }
}

proptest! {
    #[test]
    fn a_changed_archive_is_opened_and_read_without_a_panic(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
        cuts in any::<bool>(),
    ) {
        let mut bytes = zipped(&[("packages.json", b"[]"), (r"apks\a.apk", b"xxxxxxxxxxxxxxxxx")]);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cuts {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(container) = Container::from_bytes("phone.zip", bytes) {
            for entry in container.entries() {
                let _ = container.read(entry, 1000);
            }
        }
    }
}

/// The folder of a backup with two files that a check may ask for.
fn phone_backup(folder: &std::path::Path, list: &[u8]) {
    let id = "64d0019cb3d46bfc8cce545a8ba54b93e7ea9347";
    std::fs::create_dir_all(folder.join("64")).unwrap();
    std::fs::create_dir_all(folder.join("Snapshot/64")).unwrap();
    std::fs::write(folder.join("64").join(id), "the file").unwrap();
    std::fs::write(folder.join("Snapshot/64").join(id), "an older file").unwrap();
    std::fs::write(folder.join("Info.plist"), "x").unwrap();
    std::fs::write(folder.join("Manifest.plist"), "x").unwrap();
    std::fs::write(folder.join("Manifest.db"), list).unwrap();
}

const BELOW: &str = "64/64d0019cb3d46bfc8cce545a8ba54b93e7ea9347";

#[test]
fn of_a_phones_backup_the_top_is_listed_and_the_rest_is_looked_up() {
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("MobileSync/Backup/00008101-1");
    phone_backup(&backup, SQLITE_MAGIC);
    std::fs::write(folder.path().join("MobileSync/Backup/.DS_Store"), "x").unwrap();
    std::fs::create_dir(folder.path().join("MobileSync/Backup/notes")).unwrap();
    for (path, skipped) in [
        ("MobileSync/Backup/00008101-1", 0),
        ("MobileSync", 1),
        ("MobileSync/Backup", 1),
    ] {
        let container = Container::open(&folder.path().join(path)).unwrap();
        assert_eq!(container.name(), "00008101-1");
        assert_eq!(
            names(&container),
            ["Info.plist", "Manifest.db", "Manifest.plist"]
        );
        assert_eq!(container.skipped().len(), skipped, "{path}");
        let entry = container.below(BELOW).unwrap();
        assert_eq!(container.read(&entry, 100).unwrap().0, b"the file");
        assert_eq!(
            &*container.input_path(&entry),
            format!("00008101-1/{BELOW}")
        );
        assert_eq!(container.path_of(&entry), Some(&*backup.join(BELOW)));
        for wrong in [
            "64/64d0019cb3d46bfc8cce545a8ba54b93e7ea9348",
            "63/64d0019cb3d46bfc8cce545a8ba54b93e7ea9347",
            "64/64D0019cb3d46bfc8cce545a8ba54b93e7ea9347",
            "64/../Info.plist",
            "../64/64d0019cb3d46bfc8cce545a8ba54b93e7ea9347",
            "Info.plist",
            "64/",
            "",
        ] {
            assert!(container.below(wrong).is_none(), "{wrong}");
        }
    }
}

#[test]
fn the_backups_of_two_phones_are_not_taken_for_one() {
    let folder = tempfile::tempdir().unwrap();
    phone_backup(&folder.path().join("one"), SQLITE_MAGIC);
    phone_backup(&folder.path().join("two"), SQLITE_MAGIC);
    let refused = Container::open(folder.path()).map(|_| ());
    assert!(
        matches!(&refused, Err(EvidenceError::SeveralBackups { names, .. }) if names == "one, two"),
        "{refused:?}"
    );
}

#[test]
fn an_archive_of_a_backup_finds_the_same_file() {
    let container = opened(zipped(&[
        ("00008101-1/Manifest.db", b"x"),
        (
            "00008101-1/64/64d0019cb3d46bfc8cce545a8ba54b93e7ea9347",
            b"the file",
        ),
    ]));
    let entry = container.below(BELOW).unwrap();
    assert_eq!(container.read(&entry, 100).unwrap().0, b"the file");
    assert!(container.below("Manifest.db").is_none());
    assert_eq!(container.path_of(&entry), None);
}

#[test]
fn an_encrypted_list_of_files_asks_for_a_password_whatever_the_description_says() {
    let folder = tempfile::tempdir().unwrap();
    for (name, list, asks) in [
        ("plain", SQLITE_MAGIC, false),
        (
            "encrypted",
            b"\x93\x01\x7f\x12 no database at all".as_slice(),
            true,
        ),
        ("empty", b"".as_slice(), false),
    ] {
        let above = folder.path().join(name);
        phone_backup(&above.join("backup"), list);
        for path in [above.clone(), above.join("backup")] {
            assert_eq!(Container::asks_for_password(&path), asks, "{name}");
        }
        let archive = folder.path().join(format!("{name}.zip"));
        std::fs::write(
            &archive,
            zipped(&[("Manifest.db", list), ("Manifest.plist", b"x")]),
        )
        .unwrap();
        assert_eq!(
            Container::asks_for_password(&archive),
            asks,
            "{name} packed"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_a_backup_is_not_followed() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("backup");
    phone_backup(&backup, SQLITE_MAGIC);
    let outside = folder.path().join("outside");
    std::fs::write(&outside, "secret").unwrap();
    let id = "65d0019cb3d46bfc8cce545a8ba54b93e7ea9347";
    std::fs::create_dir(backup.join("65")).unwrap();
    symlink(&outside, backup.join("65").join(id)).unwrap();
    symlink(backup.join("64"), backup.join("66")).unwrap();
    symlink(&outside, backup.join("Status.plist")).unwrap();
    let container = Container::open(&backup).unwrap();
    assert!(container.below(&format!("65/{id}")).is_none());
    assert!(
        container
            .below("66/66d0019cb3d46bfc8cce545a8ba54b93e7ea9347")
            .is_none()
    );
    assert!(container.find("Status.plist").is_none());
    assert_eq!(container.skipped().len(), 2);
}
