//! An iPhone's backup made by code, plain or encrypted, as Finder and idevicebackup2 write it. Needs nothing of
//! Rushlight. `tests/checks/ios_backup.py` holds it against programs that we did not write.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use aes::cipher::{BlockEncrypt as _, BlockEncryptMut as _, KeyInit as _, KeyIvInit as _};
use cbc::cipher::block_padding::Pkcs7;
use rusqlite::{Connection, MAIN_DB, params};
use sha1::{Digest as _, Sha1};
use sha2::Sha256;
use sha2::block_api::compress256;

use crate::made_plist::Made;

/// The domain of configuration profiles.
pub const PROFILES: &str = "SysSharedContainerDomain-systemgroup.com.apple.configurationprofiles";

/// A backup that is being put together.
#[derive(Clone)]
pub struct MadeIosBackup {
    info: Made,
    apps: Vec<MadeIosApp>,
    applications: bool,
    files: Vec<(String, String, Vec<u8>)>,
    rows_alone: Vec<(String, String)>,
    password: Option<(String, u32, u32)>,
}

/// An app of the backup.
#[derive(Clone)]
pub struct MadeIosApp {
    /// Its identifier.
    pub id: String,
    /// What the store wrote of it; none for an app that has no such record.
    pub metadata: Option<Made>,
}

impl MadeIosApp {
    /// An app from the store, with the account that fetched it.
    #[must_use]
    pub fn from_store(id: &str, name: &str, account: &str) -> Self {
        let metadata = Made::dictionary([
            ("softwareVersionBundleId", Made::from(id)),
            ("itemName", Made::from(name)),
            ("artistName", Made::from("Example Ltd")),
            ("bundleShortVersionString", Made::from("1.2.3")),
            ("bundleVersion", Made::from("45")),
            ("itemId", Made::from(123_456_789)),
            ("genre", Made::from("Utilities")),
            ("sourceApp", Made::from("com.apple.AppStore")),
            ("kind", Made::from("software")),
            (
                "com.apple.iTunesStore.downloadInfo",
                Made::dictionary([
                    ("purchaseDate", Made::from("2026-03-14T09:26:53Z")),
                    (
                        "accountInfo",
                        Made::dictionary([("AppleID", Made::from(account))]),
                    ),
                ]),
            ),
        ]);
        Self {
            id: id.to_owned(),
            metadata: Some(metadata),
        }
    }

    /// An app that no store knows.
    #[must_use]
    pub fn sideloaded(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            metadata: None,
        }
    }
}

impl Default for MadeIosBackup {
    fn default() -> Self {
        let info = Made::dictionary(
            [
                ("Build Version", "23A341"),
                ("Device Name", "Made iPhone"),
                ("Display Name", "Made iPhone"),
                ("GUID", "0123456789ABCDEF0123456789ABCDEF"),
                ("ICCID", "8900000000000000000"),
                ("IMEI", "350000000000001"),
                ("Product Name", "iPhone 15"),
                ("Product Type", "iPhone15,4"),
                ("Product Version", "26.0"),
                ("Serial Number", "MADE00000001"),
                ("Target Identifier", "00008120-000000000000001E"),
                ("Target Type", "Device"),
                ("Unique Identifier", "00008120-000000000000001E"),
                ("iTunes Version", "13.0"),
            ]
            .map(|(key, value)| (key, Made::from(value))),
        )
        .with("Last Backup Date", Made::Date(818_000_000.0));
        Self {
            info,
            apps: Vec::new(),
            applications: true,
            files: Vec::new(),
            rows_alone: Vec::new(),
            password: None,
        }
    }
}

impl MadeIosBackup {
    /// Sets a key of `Info.plist`.
    #[must_use]
    pub fn info(mut self, key: &str, value: impl Into<Made>) -> Self {
        self.info = self.info.with(key, value);
        self
    }

    /// Adds an app.
    #[must_use]
    pub fn app(mut self, app: MadeIosApp) -> Self {
        self.apps.push(app);
        self
    }

    /// Leaves `Applications` out of `Info.plist`, as idevicebackup2 does.
    #[must_use]
    pub fn without_applications(mut self) -> Self {
        self.applications = false;
        self
    }

    /// Adds a file, in place of one that was there under this name.
    #[must_use]
    pub fn file(mut self, domain: &str, path: &str, bytes: Vec<u8>) -> Self {
        self.files.retain(|(its_domain, its_path, _)| {
            (its_domain.as_str(), its_path.as_str()) != (domain, path)
        });
        self.files.push((domain.to_owned(), path.to_owned(), bytes));
        self
    }

    /// Adds a database and the log beside it.
    #[must_use]
    pub fn database_with_log(self, domain: &str, path: &str, made: (Vec<u8>, Vec<u8>)) -> Self {
        self.file(domain, path, made.0)
            .file(domain, &format!("{path}-wal"), made.1)
    }

    /// Adds a row to the list of files whose file is not there.
    #[must_use]
    pub fn row_alone(mut self, domain: &str, path: &str) -> Self {
        self.rows_alone.push((domain.to_owned(), path.to_owned()));
        self
    }

    /// Encrypts it, with few rounds.
    #[must_use]
    pub fn password(mut self, password: &str) -> Self {
        self.password = Some((password.to_owned(), 1_000, 1_000));
        self
    }

    /// Rounds of the derivations with SHA-256 and SHA-1. iOS writes 10,000,000 and 10,000.
    #[must_use]
    pub fn rounds(mut self, sha256: u32, sha1: u32) -> Self {
        if let Some((_, first, second)) = &mut self.password {
            (*first, *second) = (sha256, sha1);
        }
        self
    }

    /// Paths below the backup's folder, and contents.
    #[must_use]
    pub fn build(&self) -> Vec<(String, Vec<u8>)> {
        let keys = self
            .password
            .as_ref()
            .map(|(password, first, second)| Keys::new(password, *first, *second));
        let mut out = vec![
            (
                "Info.plist".to_owned(),
                self.info_plist().xml().into_bytes(),
            ),
            (
                "Manifest.plist".to_owned(),
                self.manifest_plist(keys.as_ref()).binary(),
            ),
            ("Status.plist".to_owned(), status().binary()),
        ];
        let mut list = Connection::open_in_memory().expect("memory");
        list.execute_batch(
            "PRAGMA page_size = 4096;
             CREATE TABLE Files (fileID TEXT PRIMARY KEY, domain TEXT, relativePath TEXT, flags INTEGER, file BLOB);
             CREATE INDEX FilesDomainIdx ON Files(domain);
             CREATE INDEX FilesRelativePathIdx ON Files(relativePath);
             CREATE INDEX FilesFlagsIdx ON Files(flags);
             CREATE TABLE Properties (key TEXT PRIMARY KEY, value BLOB);",
        )
        .expect("the schema of a backup");
        let transaction = list.transaction().expect("one transaction");
        {
            let mut insert = transaction
                .prepare("INSERT INTO Files VALUES (?1, ?2, ?3, ?4, ?5)")
                .expect("a row");
            let mut number = 0u64;
            let mut row =
                |domain: &str, path: &str, size: usize, wrapped: Option<Vec<u8>>, flags: i64| {
                    number += 1;
                    let id = file_id(domain, path);
                    let file = mbfile(path, size, number, wrapped, flags);
                    insert
                        .execute(params![id, domain, path, flags, file])
                        .expect("a row of its own");
                    id
                };
            let mut domains: BTreeMap<&str, ()> = BTreeMap::new();
            for (domain, path, bytes) in &self.files {
                if domains.insert(domain, ()).is_none() {
                    row(domain, "", 0, None, 2);
                }
                let wrapped = keys.as_ref().map(Keys::wrapped_file_key);
                let id = row(domain, path, bytes.len(), wrapped, 1);
                let stored = match &keys {
                    Some(_) => encrypted(&FILE_KEY, bytes),
                    None => bytes.clone(),
                };
                let folder: String = id.chars().take(2).collect();
                out.push((format!("{folder}/{id}"), stored));
            }
            for app in &self.apps {
                row(&format!("AppDomain-{}", app.id), "", 0, None, 2);
            }
            for (domain, path) in &self.rows_alone {
                let wrapped = keys.as_ref().map(Keys::wrapped_file_key);
                row(domain, path, 4_096, wrapped, 1);
            }
        }
        transaction.commit().expect("all rows");
        let bytes = list.serialize(MAIN_DB).expect("a database").to_vec();
        let bytes = match &keys {
            Some(_) => encrypted(&MANIFEST_KEY, &bytes),
            None => bytes,
        };
        out.push(("Manifest.db".to_owned(), bytes));
        out
    }

    /// Writes it into a folder.
    ///
    /// # Errors
    /// What the system says.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        for (path, bytes) in self.build() {
            let path = folder.join(path);
            if let Some(above) = path.parent() {
                std::fs::create_dir_all(above)?;
            }
            std::fs::write(path, bytes)?;
        }
        Ok(())
    }

    fn info_plist(&self) -> Made {
        let installed = Made::array(self.apps.iter().map(|app| app.id.clone()));
        let info = self.info.clone().with("Installed Applications", installed);
        if !self.applications {
            return info;
        }
        let applications = self.apps.iter().map(|app| {
            let mut entry = vec![(
                "PlaceholderIcon".to_owned(),
                Made::Data(vec![0x89, b'P', b'N', b'G']),
            )];
            if let Some(metadata) = &app.metadata {
                entry.push(("iTunesMetadata".to_owned(), Made::Data(metadata.binary())));
            }
            (app.id.clone(), Made::Dictionary(entry))
        });
        info.with("Applications", Made::dictionary(applications))
    }

    fn manifest_plist(&self, keys: Option<&Keys>) -> Made {
        let applications = self.apps.iter().map(|app| {
            let entry = Made::dictionary([
                ("CFBundleIdentifier", Made::from(app.id.as_str())),
                ("CFBundleVersion", Made::from("45")),
                (
                    "Path",
                    Made::from(format!(
                        "/var/containers/Bundle/Application/A/{}.app",
                        app.id
                    )),
                ),
            ]);
            (app.id.clone(), entry)
        });
        let manifest = Made::dictionary([
            ("Version", Made::from("10.0")),
            ("Date", Made::Date(818_000_000.0)),
            ("SystemDomainsVersion", Made::from("24.0")),
            ("WasPasscodeSet", Made::from(true)),
            ("IsEncrypted", Made::from(keys.is_some())),
            (
                "Lockdown",
                Made::dictionary(
                    [
                        ("DeviceName", "Made iPhone"),
                        ("ProductType", "iPhone15,4"),
                        ("ProductVersion", "26.0"),
                        ("BuildVersion", "23A341"),
                        ("SerialNumber", "MADE00000001"),
                        ("UniqueDeviceID", "00008120-000000000000001E"),
                    ]
                    .map(|(key, value)| (key, Made::from(value))),
                ),
            ),
            ("Applications", Made::dictionary(applications)),
        ]);
        match keys {
            Some(keys) => manifest
                .with("BackupKeyBag", keys.keybag.clone())
                .with("ManifestKey", keys.wrapped(&MANIFEST_KEY, 3)),
            None => manifest,
        }
    }
}

/// The name of a file in a backup: forty hexadecimal digits.
#[must_use]
pub fn file_id(domain: &str, path: &str) -> String {
    let digest = Sha1::digest(format!("{domain}-{path}"));
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn status() -> Made {
    Made::dictionary([
        ("IsFullBackup", Made::from(false)),
        ("Version", Made::from("3.3")),
        ("UUID", Made::from("00000000-0000-0000-0000-000000000001")),
        ("Date", Made::Date(818_000_000.0)),
        ("BackupState", Made::from("new")),
        ("SnapshotState", Made::from("finished")),
    ])
}

/// The keyed archive that stands in each row of the list of files.
fn mbfile(path: &str, size: usize, inode: u64, wrapped: Option<Vec<u8>>, flags: i64) -> Vec<u8> {
    let number = |value: u64| Made::Integer(i64::try_from(value).unwrap_or(i64::MAX));
    let mode = if flags == 2 { 0o040_755 } else { 0o100_644 };
    let mut file = Made::dictionary([
        ("LastModified", Made::Integer(1_790_000_000)),
        ("Flags", Made::Integer(0)),
        ("GroupID", Made::Integer(501)),
        ("LastStatusChange", Made::Integer(1_790_000_000)),
        ("Birth", Made::Integer(1_780_000_000)),
        ("Size", number(size as u64)),
        ("UserID", Made::Integer(501)),
        ("Mode", Made::Integer(mode)),
        ("InodeNumber", number(inode)),
        (
            "ProtectionClass",
            Made::Integer(if flags == 2 { 0 } else { 3 }),
        ),
        ("RelativePath", Made::Uid(2)),
        ("$class", Made::Uid(3)),
    ]);
    let class = |name: &str, parents: &[&str]| {
        Made::dictionary([
            ("$classname", Made::from(name)),
            (
                "$classes",
                Made::array([name].iter().chain(parents).copied()),
            ),
        ])
    };
    let mut objects = vec![Made::from("$null")];
    let mut tail = vec![Made::from(path), class("MBFile", &["NSObject"])];
    if let Some(wrapped) = wrapped {
        file = file.with("EncryptionKey", Made::Uid(4));
        tail.push(Made::dictionary([
            ("NS.data", Made::Data(wrapped)),
            ("$class", Made::Uid(5)),
        ]));
        tail.push(class("NSMutableData", &["NSData", "NSObject"]));
    }
    objects.push(file);
    objects.extend(tail);
    Made::dictionary([
        ("$version", Made::Integer(100_000)),
        ("$archiver", Made::from("NSKeyedArchiver")),
        ("$top", Made::dictionary([("root", Made::Uid(1))])),
        ("$objects", Made::Array(objects)),
    ])
    .binary()
}

const CLASS_KEY: [u8; 32] = [0x17; 32];
const MANIFEST_KEY: [u8; 32] = [0x23; 32];
const FILE_KEY: [u8; 32] = [0x42; 32];

/// What encrypts a made backup. The keys are the same in each, so that its bytes are.
struct Keys {
    keybag: Vec<u8>,
}

impl Keys {
    fn new(password: &str, first: u32, second: u32) -> Self {
        let (first_salt, second_salt) = ([0x51; 20], [0x52; 20]);
        let derived = pbkdf2_sha256(password.as_bytes(), &first_salt, first);
        let mut key = [0u8; 32];
        pbkdf2::pbkdf2::<hmac::Hmac<Sha1>>(&derived, &second_salt, second, &mut key)
            .expect("HMAC takes a key of any length");
        let field = |name: &[u8; 4], value: &[u8]| {
            let length = u32::try_from(value.len()).unwrap_or(u32::MAX);
            [&name[..], &length.to_be_bytes(), value].concat()
        };
        let number = |name: &[u8; 4], value: u32| field(name, &value.to_be_bytes());
        let mut keybag = [
            number(b"VERS", 5),
            number(b"TYPE", 1),
            field(b"UUID", &[0x61; 16]),
            field(b"HMCK", &[0x62; 40]),
            number(b"WRAP", 0),
            field(b"SALT", &second_salt),
            number(b"ITER", second),
            number(b"DPWT", 1),
            number(b"DPIC", first),
            field(b"DPSL", &first_salt),
        ]
        .concat();
        for class in 1..=11u32 {
            // 9 to 11 are of this device alone.
            let wrap_bits = if class < 9 { 2 } else { 3 };
            keybag.extend(field(b"UUID", &[u8::try_from(class).unwrap_or(0); 16]));
            keybag.extend(number(b"CLAS", class));
            keybag.extend(number(b"WRAP", wrap_bits));
            keybag.extend(number(b"KTYP", 0));
            keybag.extend(field(b"WPKY", &wrap(&key, &CLASS_KEY)));
        }
        Self { keybag }
    }

    fn wrapped(&self, key: &[u8; 32], class: u32) -> Vec<u8> {
        [&class.to_le_bytes()[..], &wrap(&CLASS_KEY, key)].concat()
    }

    fn wrapped_file_key(&self) -> Vec<u8> {
        self.wrapped(&FILE_KEY, 3)
    }
}

fn encrypted(key: &[u8; 32], plain: &[u8]) -> Vec<u8> {
    let mut out = plain.to_vec();
    out.resize(plain.len() + 16, 0);
    let cipher = cbc::Encryptor::<aes::Aes256>::new(key.into(), &[0; 16].into());
    let length = cipher
        .encrypt_padded_mut::<Pkcs7>(&mut out, plain.len())
        .map_or(0, <[u8]>::len);
    out.truncate(length);
    out
}

/// RFC 3394, 2.2.1.
fn wrap(key: &[u8; 32], plain: &[u8; 32]) -> Vec<u8> {
    let cipher = aes::Aes256::new(key.into());
    let mut check = [0xa6u8; 8];
    let mut parts = plain.as_chunks::<8>().0.to_vec();
    for round in 0..6u64 {
        for (index, part) in (1u64..).zip(&mut parts) {
            let mut block = [0u8; 16];
            block
                .iter_mut()
                .zip(check.iter().chain(part.iter()))
                .for_each(|(to, from)| *to = *from);
            cipher.encrypt_block((&mut block).into());
            let [high, low] = block.as_chunks::<8>().0 else {
                continue;
            };
            check = (u64::from_be_bytes(*high) ^ (round * 4 + index)).to_be_bytes();
            *part = *low;
        }
    }
    [check.to_vec(), parts.concat()].concat()
}

/// PBKDF2 with HMAC-SHA256, one block of output, for passwords of up to 64 bytes. A loop over the compression,
/// because a test with ten million rounds waits for it in a build without optimisation.
fn pbkdf2_sha256(password: &[u8], salt: &[u8], rounds: u32) -> [u8; 32] {
    const START: [u32; 8] = [
        0x6a09_e667,
        0xbb67_ae85,
        0x3c6e_f372,
        0xa54f_f53a,
        0x510e_527f,
        0x9b05_688c,
        0x1f83_d9ab,
        0x5be0_cd19,
    ];
    let padded = |with: u8| {
        let mut block = [with; 64];
        block
            .iter_mut()
            .zip(password)
            .for_each(|(to, byte)| *to ^= byte);
        block
    };
    let keyed = |with: u8| {
        let mut state = START;
        compress256(&mut state, &[padded(with)]);
        state
    };
    let (inner, outer) = (keyed(0x36), keyed(0x5c));
    let first = Sha256::digest([&padded(0x36)[..], salt, &1u32.to_be_bytes()].concat());
    let words = first
        .as_chunks::<4>()
        .0
        .iter()
        .map(|word| u32::from_be_bytes(*word));
    let mut state = START;
    state
        .iter_mut()
        .zip(words)
        .for_each(|(to, word)| *to = word);
    let mut block = [[0u8; 4]; 16];
    block[8] = [0x80, 0, 0, 0];
    block[15] = 768u32.to_be_bytes();
    let step = |block: &mut [[u8; 4]; 16], state: &mut [u32; 8], from: &[u32; 8]| {
        block
            .iter_mut()
            .zip(state.iter())
            .for_each(|(to, word)| *to = word.to_be_bytes());
        *state = *from;
        if let [whole] = block.as_flattened().as_chunks::<64>().0 {
            compress256(state, std::slice::from_ref(whole));
        }
    };
    step(&mut block, &mut state, &outer);
    let mut sum = state;
    for _ in 1..rounds {
        step(&mut block, &mut state, &inner);
        step(&mut block, &mut state, &outer);
        sum.iter_mut()
            .zip(&state)
            .for_each(|(sum, word)| *sum ^= word);
    }
    let mut out = [0u8; 32];
    out.as_chunks_mut::<4>()
        .0
        .iter_mut()
        .zip(&sum)
        .for_each(|(to, word)| *to = word.to_be_bytes());
    out
}

/// A database of these statements.
#[must_use]
pub fn database(statements: &str) -> Vec<u8> {
    let made = Connection::open_in_memory().expect("memory");
    made.execute_batch(statements)
        .expect("statements of a test");
    let mut made = made;
    made.serialize(MAIN_DB).expect("a database").to_vec()
}

/// A database of the first statements, and a log that holds what the second ones add.
#[must_use]
pub fn database_with_log(statements: &str, later: &str) -> (Vec<u8>, Vec<u8>) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("made.db");
    let made = Connection::open(&path).expect("a file");
    made.execute_batch("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;")
        .expect("a log");
    made.execute_batch(statements)
        .expect("statements of a test");
    made.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")
        .expect("an empty log");
    made.execute_batch(later).expect("statements of a test");
    let read = |name: &str| std::fs::read(folder.path().join(name)).expect("it was just written");
    (read("made.db"), settled(&read("made.db-wal")))
}

/// A log with salts that do not change from one run to the next, and its sums made anew (sqlite.org/fileformat2.html,
/// section 4.2).
fn settled(log: &[u8]) -> Vec<u8> {
    const SALTS: [u8; 8] = [0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78];
    let number = |bytes: &[u8], at: usize| {
        let field = bytes.get(at..).and_then(<[u8]>::first_chunk).copied();
        u32::from_be_bytes(field.unwrap_or_default())
    };
    let big_endian = number(log, 0) & 1 == 1;
    let page = usize::try_from(number(log, 8)).unwrap_or(0);
    let mut sum = [0u32; 2];
    let mut add = |bytes: &[u8]| {
        for pair in bytes.as_chunks::<4>().0.as_chunks::<2>().0 {
            let [first, second] = pair.map(|word| {
                if big_endian {
                    u32::from_be_bytes(word)
                } else {
                    u32::from_le_bytes(word)
                }
            });
            sum[0] = sum[0].wrapping_add(first).wrapping_add(sum[1]);
            sum[1] = sum[1].wrapping_add(second).wrapping_add(sum[0]);
        }
        sum.map(u32::to_be_bytes).concat()
    };
    let (header, frames) = log.split_at_checked(32).unwrap_or((log, &[]));
    let mut out = [header.get(..16).unwrap_or_default(), &SALTS].concat();
    let whole = add(&out);
    out.extend(whole);
    for frame in frames.chunks_exact(24 + page) {
        let (about, content) = frame.split_at_checked(24).unwrap_or((frame, &[]));
        let about = about.get(..8).unwrap_or_default();
        add(about);
        let whole = add(content);
        out.extend([about, &SALTS, &whole, content].concat());
    }
    out
}

/// Statements of a `TCC.db`: service, app, `auth_value`, `auth_reason`, time of the last change.
#[must_use]
pub fn tcc(rows: &[(&str, &str, i64, i64, i64)]) -> String {
    let mut out = "CREATE TABLE access (service TEXT NOT NULL, client TEXT NOT NULL, client_type INTEGER NOT NULL, \
         auth_value INTEGER NOT NULL, auth_reason INTEGER NOT NULL, auth_version INTEGER NOT NULL, csreq BLOB, \
         policy_id INTEGER, indirect_object_identifier_type INTEGER, indirect_object_identifier TEXT NOT NULL \
         DEFAULT 'UNUSED', indirect_object_code_identity BLOB, flags INTEGER, last_modified INTEGER NOT NULL \
         DEFAULT 0, PRIMARY KEY (service, client, client_type, indirect_object_identifier));"
        .to_owned();
    out.push_str(&tcc_rows(rows));
    out
}

/// More rows for a `TCC.db`.
#[must_use]
pub fn tcc_rows(rows: &[(&str, &str, i64, i64, i64)]) -> String {
    let insert = |(service, client, value, reason, at): &(&str, &str, i64, i64, i64)| {
        format!(
            "INSERT INTO access (service, client, client_type, auth_value, auth_reason, auth_version, last_modified) \
             VALUES ('{service}', '{client}', 0, {value}, {reason}, 1, {at});"
        )
    };
    rows.iter().map(insert).collect()
}

/// Statements of a `DataUsage.sqlite`: process, app, seconds since 2001 of the first and last use, bytes in and out.
#[must_use]
pub fn data_usage(rows: &[(&str, &str, f64, f64, i64, i64)]) -> String {
    let mut out = "CREATE TABLE ZPROCESS (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZFIRSTTIMESTAMP \
         TIMESTAMP, ZTIMESTAMP TIMESTAMP, ZBUNDLENAME VARCHAR, ZPROCNAME VARCHAR); CREATE TABLE ZLIVEUSAGE (Z_PK \
         INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZKIND INTEGER, ZMETADATA INTEGER, ZTAG INTEGER, \
         ZHASPROCESS INTEGER, ZBILLCYCLEEND TIMESTAMP, ZTIMESTAMP TIMESTAMP, ZWIFIIN FLOAT, ZWIFIOUT FLOAT, ZWWANIN \
         FLOAT, ZWWANOUT FLOAT);"
        .to_owned();
    for (key, (process, app, first, last, received, sent)) in (1..).zip(rows) {
        out.push_str(&format!(
            "INSERT INTO ZPROCESS VALUES ({key}, 1, 1, {first}, {last}, '{app}', '{process}'); INSERT INTO ZLIVEUSAGE \
             VALUES ({key}, 2, 1, 0, NULL, 0, {key}, NULL, {last}, 0, 0, {received}, {sent});"
        ));
    }
    out
}

/// `clients.plist` of locationd: app and its `Authorization`.
#[must_use]
pub fn location_clients(apps: &[(&str, i64)]) -> Vec<u8> {
    let client = |(id, authorization): &(&str, i64)| {
        let entry = Made::dictionary([
            ("BundleId", Made::from(*id)),
            (
                "BundlePath",
                Made::from(format!(
                    "/private/var/containers/Bundle/Application/A/{id}.app"
                )),
            ),
            ("Registered", Made::from(true)),
            ("Authorization", Made::from(*authorization)),
            ("LocationTimeStopped", Made::Real(817_000_000.0)),
        ]);
        (format!("i{id}:"), entry)
    };
    Made::dictionary(apps.iter().map(client)).binary()
}

/// `com.apple.osanalytics.addaily.plist`: apps with their use of networks.
#[must_use]
pub fn ad_daily(apps: &[&str]) -> Vec<u8> {
    let entry = |id: &&str| {
        let numbers = [1_000.0, 200.0, 30.0, 4.0].map(Made::Real);
        let values = [vec![Made::Date(817_000_000.0)], numbers.to_vec()].concat();
        ((*id).to_owned(), Made::Array(values))
    };
    Made::dictionary([("netUsageBaseline", Made::dictionary(apps.iter().map(entry)))]).binary()
}

/// A profile that puts the phone under management, as it is kept once installed.
#[must_use]
pub fn managing_profile() -> Made {
    Made::dictionary([
        ("PayloadType", Made::from("Configuration")),
        ("PayloadVersion", Made::from(1)),
        ("PayloadIdentifier", Made::from("com.example.mdm.enrolment")),
        (
            "PayloadUUID",
            Made::from("11111111-2222-3333-4444-555555555555"),
        ),
        ("PayloadDisplayName", Made::from("Example Management")),
        (
            "PayloadDescription",
            Made::from("Puts this phone under management"),
        ),
        ("PayloadOrganization", Made::from("Example Ltd")),
        ("PayloadRemovalDisallowed", Made::from(true)),
        ("InstallDate", Made::Date(800_000_000.0)),
        (
            "PayloadContent",
            Made::Array(vec![
                Made::dictionary([
                    ("PayloadType", Made::from("com.apple.mdm")),
                    (
                        "PayloadIdentifier",
                        Made::from("com.example.mdm.enrolment.mdm"),
                    ),
                    (
                        "PayloadUUID",
                        Made::from("11111111-2222-3333-4444-666666666666"),
                    ),
                    ("PayloadVersion", Made::from(1)),
                    ("ServerURL", Made::from("https://mdm.example.com/server")),
                    ("CheckInURL", Made::from("https://mdm.example.com/checkin")),
                    ("Topic", Made::from("com.apple.mgmt.External.made")),
                    ("AccessRights", Made::from(8_191)),
                    ("CheckOutWhenRemoved", Made::from(true)),
                ]),
                Made::dictionary([
                    ("PayloadType", Made::from("com.apple.security.root")),
                    (
                        "PayloadIdentifier",
                        Made::from("com.example.mdm.enrolment.root"),
                    ),
                    (
                        "PayloadUUID",
                        Made::from("11111111-2222-3333-4444-777777777777"),
                    ),
                    ("PayloadVersion", Made::from(1)),
                    ("PayloadDisplayName", Made::from("Example Root")),
                ]),
            ]),
        ),
        ("SignerCerts", Made::Array(Vec::new())),
        (
            "InstallOptions",
            Made::dictionary([
                ("installedBy", Made::from("Settings")),
                ("isOTAInstallation", Made::from(true)),
            ]),
        ),
    ])
}

/// `MCProfileEvents.plist`: profile, what happened, who did it, seconds since 2001.
#[must_use]
pub fn profile_events(events: &[(&str, &str, &str, f64)]) -> Vec<u8> {
    let event = |(profile, operation, process, at): &(&str, &str, &str, f64)| {
        let about = Made::dictionary([
            ("Operation", Made::from(*operation)),
            ("Process", Made::from(*process)),
            ("Timestamp", Made::Date(*at)),
        ]);
        Made::dictionary([(*profile, about)])
    };
    Made::dictionary([(
        "ProfileEvents",
        Made::Array(events.iter().map(event).collect()),
    )])
    .binary()
}

/// `CloudConfigurationDetails.plist` of a phone that is supervised or not.
#[must_use]
pub fn cloud_configuration(supervised: bool) -> Vec<u8> {
    Made::dictionary([
        ("IsSupervised", Made::from(supervised)),
        ("IsMandatory", Made::from(supervised)),
        ("IsMDMUnremovable", Made::from(supervised)),
        ("OrganizationName", Made::from("Example Ltd")),
        ("ConfigurationSource", Made::from(0)),
    ])
    .binary()
}

/// `EffectiveUserSettings.plist` with switches that are on or off.
#[must_use]
pub fn effective_settings(switches: &[(&str, bool)]) -> Vec<u8> {
    let switch = |(name, value): &(&str, bool)| {
        (
            (*name).to_owned(),
            Made::dictionary([("value", Made::from(*value))]),
        )
    };
    Made::dictionary([(
        "restrictedBool",
        Made::dictionary(switches.iter().map(switch)),
    )])
    .binary()
}

/// `IconState.plist`: apps in the dock, on the first page, and kept off the home screen.
#[must_use]
pub fn icon_state(dock: &[&str], page: &[&str], ignored: &[&str]) -> Vec<u8> {
    Made::dictionary([
        ("buttonBar", Made::array(dock.iter().copied())),
        (
            "iconLists",
            Made::Array(vec![Made::array(page.iter().copied())]),
        ),
        ("ignored", Made::array(ignored.iter().copied())),
    ])
    .binary()
}

/// `.GlobalPreferences.plist` with keyboards.
#[must_use]
pub fn global_preferences(keyboards: &[&str]) -> Vec<u8> {
    Made::dictionary([
        ("AppleKeyboards", Made::array(keyboards.iter().copied())),
        ("AppleLocale", Made::from("en_GB")),
        ("AppleLanguages", Made::array(["en-GB"])),
    ])
    .binary()
}

/// A phone under management, with an app that no store knows, and a row of its permissions in the log alone.
#[must_use]
pub fn managed_phone() -> MadeIosBackup {
    let (store, odd) = ("com.example.notes", "com.example.monitor");
    let permissions = database_with_log(
        &tcc(&[
            ("kTCCServiceMicrophone", store, 0, 2, 1_780_000_000),
            ("kTCCServiceCamera", odd, 2, 2, 1_781_000_000),
        ]),
        &tcc_rows(&[("kTCCServiceMicrophone", odd, 2, 2, 1_782_000_000)]),
    );
    let in_profiles = |name: &str| format!("Library/ConfigurationProfiles/{name}");
    MadeIosBackup::default()
        .app(MadeIosApp::from_store(store, "Notes", "owner@example.com"))
        .app(MadeIosApp::from_store(
            "com.example.foreign",
            "Foreign",
            "someone@example.org",
        ))
        .app(MadeIosApp::sideloaded(odd))
        .database_with_log("HomeDomain", "Library/TCC/TCC.db", permissions)
        .file(
            "WirelessDomain",
            "Library/Databases/DataUsage.sqlite",
            database(&data_usage(&[
                (
                    "Notes/com.example.notes",
                    store,
                    790_000_000.0,
                    817_000_000.0,
                    5_000,
                    700,
                ),
                (
                    "Monitor/com.example.monitor",
                    odd,
                    810_000_000.0,
                    817_500_000.0,
                    9_000,
                    99_000,
                ),
                (
                    "Gone/com.example.gone",
                    "com.example.gone",
                    780_000_000.0,
                    785_000_000.0,
                    10,
                    20,
                ),
            ])),
        )
        .file(
            "HomeDomain",
            "Library/Preferences/com.apple.osanalytics.addaily.plist",
            ad_daily(&[store, odd]),
        )
        .file(
            "RootDomain",
            "Library/Caches/locationd/clients.plist",
            location_clients(&[(store, 1), (odd, 4)]),
        )
        .file(
            PROFILES,
            &in_profiles("profile-6d646d.stub"),
            managing_profile().binary(),
        )
        .file(
            PROFILES,
            &in_profiles("MCProfileEvents.plist"),
            profile_events(&[(
                "com.example.mdm.enrolment",
                "install",
                "Preferences",
                800_000_000.0,
            )]),
        )
        .file(
            PROFILES,
            &in_profiles("CloudConfigurationDetails.plist"),
            cloud_configuration(true),
        )
        .file(
            PROFILES,
            &in_profiles("EffectiveUserSettings.plist"),
            effective_settings(&[
                ("allowEraseContentAndSettings", false),
                ("allowLockdownMode", false),
            ]),
        )
        .file(
            "HomeDomain",
            "Library/SpringBoard/IconState.plist",
            icon_state(&[store], &["com.example.foreign"], &[odd]),
        )
        .file(
            "HomeDomain",
            "Library/Preferences/.GlobalPreferences.plist",
            global_preferences(&[
                "en_GB@sw=QWERTY;hw=Automatic",
                "com.example.monitor.keyboard",
            ]),
        )
}
