//! Every limit on hostile input, in one place, each with its reason.
//!
//! A limit that is hit becomes a surface or record that was not read, with the number in its reason. It
//! never ends the rest and is never silent.

/// Entries of one container. A large AndroidQF acquisition has some 2,000; Android's own zip format
/// stops at 65,535 without zip64.
pub const CONTAINER_ENTRIES: usize = 200_000;

/// Depth of folders below the evidence. AndroidQF needs 2; copies of `/data/log` up to 10.
pub const FOLDER_DEPTH: usize = 24;

/// Length of an entry's name in bytes: Linux's PATH_MAX.
pub const ENTRY_NAME_BYTES: usize = 4_096;

/// Uncompressed size of one entry that is streamed (`files.json`: 94 MiB for 200,000 rows).
pub const STREAMED_ENTRY_BYTES: u64 = 4 << 30;

/// Uncompressed size of one entry that is read into memory.
pub const MEMORY_ENTRY_BYTES: u64 = 64 << 20;

/// How much larger than its compressed form an entry may be, once past [`RATIO_FREE_BYTES`]. DEFLATE
/// cannot exceed 1,032; listings of files compress some 30 times.
pub const COMPRESSION_RATIO: u64 = 200;

/// Below this size the ratio says nothing (an empty log of zeros).
pub const RATIO_FREE_BYTES: u64 = 16 << 20;

/// Records of one JSON array or list of lines (files.json: 50,000 to 400,000).
pub const RECORDS: u64 = 5_000_000;

/// Skipped records that are listed one by one on a surface; the rest are counted.
pub const SKIPPED_LISTED: usize = 1_000;

/// Skipped records of one surface that are printed; report.json lists up to [`SKIPPED_LISTED`]. Three
/// pages of them say what kind of fault it is.
pub const SKIPPED_PRINTED: usize = 100;

/// One JSON record. The largest real `packages.json` record has some 40 split APKs, 60 KiB.
pub const JSON_RECORD_BYTES: usize = 1 << 20;

/// One line of a text file.
pub const LINE_BYTES: usize = 1 << 20;

/// An Android backup, as a file and as what it inflates to: with shared storage it holds most of a phone.
pub const BACKUP_BYTES: u64 = 256 << 30;

/// Below this size a backup may inflate as far as it likes: databases are mostly zeros, nothing of it is
/// kept, and it passes in some ten seconds.
pub const BACKUP_RATIO_FREE_BYTES: u64 = 4 << 30;

/// One line of a backup's header. The longest is the locked key: some 200 characters.
pub const BACKUP_HEADER_LINE_BYTES: usize = 1_024;

/// Rounds that a backup's password may cost. Android writes 10,000; a million takes about a second.
pub const BACKUP_PASSWORD_ROUNDS: u32 = 1_000_000;

/// One app's `_manifest` in a backup: some certificates of a few KiB, in hexadecimal digits.
pub const BACKUP_MANIFEST_BYTES: u64 = 1 << 20;

/// One app's file in a backup, which is read into memory. Stores take at most 200 MiB for one file.
pub const BACKUP_APK_BYTES: u64 = 512 << 20;

/// A package's name in a backup. Android's installer stops at 223.
pub const BACKUP_PACKAGE_NAME_BYTES: usize = 255;

/// One extended header of a tar archive: a long name and some numbers.
pub const TAR_EXTENSION_BYTES: u64 = 64 << 10;

/// Content of a tar archive that is stepped over at once. Larger pieces are no faster to inflate.
pub const TAR_SCRATCH_BYTES: usize = 256 << 10;

/// Sections of a dump that stand one inside the other. Real dumps have none; an app can print a header.
pub const NESTED_SECTIONS: usize = 4;

/// Dumps in one bug report. Android has one, makers' own archives two or three.
pub const DUMPS: usize = 8;

/// Apps of one list of packages in a dump (phones with everything that their makers add have some 700).
pub const DUMP_PACKAGES: usize = 50_000;

/// Permissions and parts that the packages of one dump name together. A phone with 450 apps has 30,000.
pub const DUMP_NAMES: usize = 2_000_000;

/// One archive inside another (MIUI packs a bug report twice, AndroidQF keeps one): 10 to 60 MiB, more
/// where videos of the screen are added.
pub const NESTED_ARCHIVE_BYTES: u64 = 512 << 20;

/// Files of one export of the intrusion log: one for each day, for some years.
pub const INTRUSION_LOG_FILES: usize = 2_000;

/// One APK that is read (Play's limit for an installed app is 4 GiB; the largest games are near 2).
pub const APK_BYTES: u64 = 4 << 30;

/// `AndroidManifest.xml` inside an APK (real ones stay below 1 MiB).
pub const APK_MANIFEST_BYTES: u64 = 16 << 20;

/// `resources.arsc` inside an APK (the largest real ones are near 60 MiB).
pub const APK_RESOURCES_BYTES: u64 = 96 << 20;

/// One `classes*.dex` (64 Ki methods keep real ones below 16 MiB).
pub const APK_DEX_BYTES: u64 = 64 << 20;

/// All dex files of one APK together.
pub const APK_DEX_TOTAL_BYTES: u64 = 512 << 20;

/// Entries of one APK (real ones reach 30,000; a zip without zip64 stops at 65,535).
pub const APK_ENTRIES: usize = 100_000;

/// Certificates in one signature of an APK.
pub const CERTIFICATES: usize = 64;

/// One certificate, DER. Android itself allows far less.
pub const CERTIFICATE_BYTES: usize = 64 << 10;

/// Components, permissions and meta-data of one manifest, each.
pub const MANIFEST_ELEMENTS: usize = 20_000;

/// A name of an element or an attribute in a manifest (the longest that Android knows has 33).
pub const MANIFEST_NAME_BYTES: usize = 128;

/// A value in a manifest, in the bytes of its string pool. Class names and permissions stay below 300;
/// a hostile pool can name one long string in every element.
pub const MANIFEST_VALUE_BYTES: usize = 4_096;

/// Chunks of one `resources.arsc` (types times configurations; the largest real ones have some 10,000).
pub const RESOURCE_CHUNKS: usize = 200_000;

/// Languages of one app's name (Android itself knows some 500).
pub const LABELS: usize = 600;

/// Steps from one resource to the next that it refers to. Android allows 20.
pub const RESOURCE_STEPS: usize = 20;

/// Steps of work that looking up one app's resources may take. A real app needs some thousands; a hostile
/// table has a million entries to search for each of 20,000 references.
pub const RESOURCE_WORK: u64 = 20_000_000;

/// One signature file in `META-INF` (`*.SF` has some 100 bytes for each entry of the APK).
pub const APK_SIGNATURE_FILE_BYTES: u64 = 16 << 20;

/// Seconds that the YARA rules may take for one buffer. The library's clock ticks once a second.
pub const YARA_SECONDS: u64 = 10;

/// Powers of one app that a dump may name. A real app has some ten.
pub const APP_POWERS: usize = 200;

/// Attributes of one element in Android's binary XML (a setting has nine).
pub const XML_ATTRIBUTES: usize = 256;

/// A signature bundle. The built-in one is about 2 MiB.
pub const BUNDLE_BYTES: u64 = 128 << 20;

/// Patterns (prefix, glob, expression) of one bundle; each is tried against each value.
pub const BUNDLE_PATTERNS: usize = 20_000;

/// Compiled size of one regular expression from a bundle.
pub const REGEX_BYTES: usize = 256 << 10;

/// Characters of a value from the evidence that are printed; the JSON report keeps 64 times as many.
pub const SHOWN_CHARACTERS: usize = 256;

/// Characters of a person's own words that are printed: about a page.
pub const SPOKEN_CHARACTERS: usize = 2_048;

/// Findings that are printed in full, each set in half a page; a phone with more than a few is not real.
pub const CARDS_PRINTED: usize = 200;

/// Reasons of one finding that are printed.
pub const REASONS_PRINTED: usize = 50;

/// Nights, or days, on which one app used one thing that a finding lists: an App Privacy Report covers seven days,
/// and what it adds beyond a week is more of the same.
pub const NIGHTS_LISTED: usize = 8;

/// Profiles of one identifier that are printed: a phone holds one, and two pieces of evidence may tell of it.
pub const PROFILES_PRINTED: usize = 10;

/// Values of one payload that are printed; report.json keeps all that were read.
pub const FACTS_PRINTED: usize = 40;

/// Rows of one table that are printed. The largest real inventory seen has some 700 apps; the PDF library
/// needs about a millisecond for each row.
pub const ROWS_PRINTED: usize = 2_000;

/// Places where one YARA pattern may match in one buffer; the first is enough to know that it does.
pub const YARA_MATCHES: usize = 1_000;

/// An evidence record. That of a phone with 450 apps and 200,000 file names has 54 MB, of which
/// file names are 44: those of the made phone are long.
pub const RECORD_BYTES: u64 = 512 << 20;

/// A case file. A long one, with a statement about every app of a phone, stays below 100 KiB.
pub const CASE_BYTES: u64 = 256 << 10;

/// Characters of one text in a case file: some 300 words, and less than is printed of a person's words. A
/// longer one is refused, not cut.
pub const CASE_VALUE_CHARACTERS: usize = 2_000;

/// Entries of one list in a case file (people present, refusals).
pub const CASE_LIST: usize = 100;

/// Statements of one case file: one for each app of a phone.
pub const CASE_STATEMENTS: usize = 500;

/// Entries of one package: the report in each format, the record, the manifest, the seal and its key, with
/// room for the formats of later versions.
pub const PACKAGE_ENTRIES: usize = 64;

/// A package. A record of a phone with 400,000 files has some 100 MiB. A zip counts in 32 bits, and some
/// programs read those with a sign.
pub const PACKAGE_BYTES: u64 = (2 << 30) - 1;

/// Length of an entry's name in a package.
pub const PACKAGE_NAME_BYTES: usize = 100;

/// A package's manifest: a line has at most 167 bytes, and a package 64 entries.
pub const MANIFEST_BYTES: u64 = 64 << 10;

/// A seal or a public key (an armoured Ed25519 signature has some 300 bytes).
pub const SEAL_BYTES: u64 = 16 << 10;

/// A private key file (an Ed25519 key with a passphrase has some 500 bytes; RSA keys, which we name and
/// refuse, some 3 KiB).
pub const KEY_FILE_BYTES: u64 = 64 << 10;

/// What a station calls its key: one line on paper.
pub const KEY_NAME_BYTES: usize = 100;

/// Keys that one file of expected keys may name: every station of a large force.
pub const EXPECTED_KEYS: usize = 10_000;

/// Work that a passphrase may cost, as a power of two: 2^20 takes 1 GiB of memory and some seconds. The age
/// tool writes 2^18.
#[cfg(feature = "encryption")]
pub const PASSPHRASE_WORK: u8 = 20;

/// What one command of a connected phone may print. `dumpsys package -f` of a phone with 700 apps has some 30 MiB.
pub const PHONE_OUTPUT_BYTES: usize = 64 << 20;

/// Commands sent to one phone: some 40, six for each user, one for each app and for 40 files that stay there.
pub const PHONE_COMMANDS: u64 = 5_000;

/// Users of one phone whose apps are listed. Android itself makes far fewer.
pub const PHONE_USERS: usize = 32;

/// One app file from a connected phone, held in memory. Play refuses a base file above 1 GiB; the largest seen
/// are games with 400 MiB.
pub const PHONE_APK_BYTES: usize = 1 << 30;

/// App files brought from one phone: 1,000 apps with ten parts each.
pub const APP_FILES_PULLED: u64 = 10_000;

/// A property list. The largest that a check reads (a list of apps with their receipts) has some 20 MiB.
pub const PLIST_BYTES: u64 = 64 << 20;

/// Objects of one property list. `Info.plist` of a backup with 400 apps has some 20,000.
pub const PLIST_OBJECTS: usize = 2_000_000;

/// Values of one property list, each counted as often as a list or a dictionary names it. That of 400 apps has
/// some 30,000.
pub const PLIST_REFERENCES: usize = 4_000_000;

/// Text and data of one property list together, which is what a whole file of [`PLIST_BYTES`] can hold; parts of
/// a binary one can be named many times.
pub const PLIST_CONTENT_BYTES: u64 = 64 << 20;

/// Lists and dictionaries one inside the other. Apple's own stop below 20.
pub const PLIST_DEPTH: usize = 512;

/// Values passed on the way from object to object in one keyed archive. A phone's network configurations have
/// some ten thousand.
pub const KEYED_STEPS: u64 = 16_000_000;

/// Configuration profiles of one folder. A phone has some ten; a collection of published ones some hundred.
pub const PROFILE_FILES: u64 = 5_000;

/// Payloads of one configuration profile. Those of large organisations have some fifty.
pub const PROFILE_PAYLOADS: usize = 500;

/// Keys of one payload. The longest, restrictions, knows some 200.
pub const PROFILE_KEYS: usize = 2_000;

/// Values that are kept of one payload. All restrictions together are fewer.
pub const PROFILE_FACTS: usize = 300;

/// Values of one payload that are looked at. A list of blocked addresses has some thousands.
pub const PROFILE_STEPS: usize = 50_000;

/// Dictionaries one inside the other in a payload. Those that are looked at stand in three at most.
pub const PROFILE_DEPTH: usize = 8;

/// Characters of a text of a profile that are kept: an address on the web, an organisation.
pub const PROFILE_TEXT_CHARACTERS: usize = 512;

/// Bytes of a key's name in a payload. The longest that Apple knows has 58.
pub const PROFILE_KEY_BYTES: usize = 128;

/// Wrappings of a profile: a message in base64, a seal or two, and the profile.
pub const PROFILE_LAYERS: usize = 5;

/// A SQLite database that is read into memory. `Manifest.db` of a phone with 400,000 files has some 300 MiB.
pub const DATABASE_BYTES: u64 = 512 << 20;

/// Memory that SQLite may take in this process, all databases together: what sorts a question may hold rows
/// that a damaged database names again and again.
pub const DATABASE_HEAP_BYTES: u64 = 1_536 << 20;

/// One value or row of a phone's database. The readers ask for names, numbers and small property lists.
pub const DATABASE_VALUE_BYTES: i32 = 4 << 20;

/// Steps of SQLite's machine that one question may take: some seconds. A table with a million rows needs 20
/// million; a damaged one can name the same page a thousand times at each of twenty levels.
pub const DATABASE_STEPS: u64 = 100_000_000;

/// Values of one list among an iPhone's restrictions: every app of a phone.
pub const RESTRICTION_VALUES: usize = 5_000;

/// Dictionaries of an iPhone's record of changed settings. A real one has some 2,000; one part of a binary
/// property list can be named many times.
pub const SETTINGS_EVENT_STEPS: u64 = 100_000;

/// Depth of that record. Real ones have five.
pub const SETTINGS_EVENT_DEPTH: u64 = 16;

/// Network configurations of one iPhone (VPN, filters, DNS; real ones have some ten, with Apple's own).
pub const NETWORK_CONFIGURATIONS: usize = 5_000;

/// Keys of one record in an iPhone's property lists (the longest, a VPN's protocol, has some 60).
pub const RECORD_KEYS: usize = 256;

/// A name, a path or an identifier in an iPhone's property lists.
pub const RECORD_TEXT_BYTES: usize = 2_048;

/// A sysdiagnose as a file (real ones have 150 to 500 MB, with traces added up to 2 GB).
pub const SYSDIAGNOSE_BYTES: u64 = 16 << 30;

/// A sysdiagnose inflated, and so the largest of its members. Logs inflate some ten times.
pub const SYSDIAGNOSE_INFLATED_BYTES: u64 = 64 << 30;

/// Below this size a sysdiagnose may inflate as far as it likes: logs that repeat themselves do, and it passes
/// in some seconds.
pub const SYSDIAGNOSE_RATIO_FREE_BYTES: u64 = 1 << 30;

/// Members of a sysdiagnose. Real ones have some 5,000.
pub const SYSDIAGNOSE_MEMBERS: u64 = 1_000_000;

/// All members of a sysdiagnose that are read, together. Databases wait in memory until the end, because the
/// log beside one may come before or after it.
pub const SYSDIAGNOSE_READ_BYTES: u64 = 512 << 20;

/// One log or list of a sysdiagnose (the longest, a record of installations, has some 10 MB).
pub const SYSDIAGNOSE_TEXT_BYTES: u64 = 64 << 20;

/// Apps, programs and events that the logs of one sysdiagnose name, with every repetition. Real ones have some
/// 5,000; each is kept as a record of about a kilobyte.
pub const SYSDIAGNOSE_NAMES: usize = 50_000;

/// Devices of one Apple Account. Apple allows some ten for most things.
pub const ACCOUNT_DEVICES: usize = 1_000;

/// Files of a folder that may be an App Privacy Report by itself. Somebody saves it beside some others.
pub const PRIVACY_REPORT_ENTRIES: usize = 32;

/// A bundle identifier (155 characters at most), a host (253) or the path of a program in a privacy report.
pub const PRIVACY_REPORT_NAME_BYTES: usize = 512;

/// Apps of one privacy report: phones with some 700 apps are known.
pub const PRIVACY_REPORT_APPS: usize = 5_000;

/// Accesses, and pairs of app and host, of one privacy report, each. A real week has some 3,000 and 5,000.
pub const PRIVACY_REPORT_FACTS: usize = 200_000;

/// Accesses of one privacy report that wait for their end.
pub const PRIVACY_REPORT_OPEN: usize = 20_000;

/// What lies in a folder that may hold backups of phones (`MobileSync/Backup`): one folder for each phone, and
/// one for each that somebody kept.
pub const BACKUP_FOLDERS: usize = 1_000;

/// Rounds of PBKDF2 with SHA-256 that a backup's keybag may ask for. iOS writes 10,000,000, which takes some
/// seconds; twice that is what `iphone-backup-decrypt` allows too.
pub const KEYBAG_SHA256_ROUNDS: u32 = 20_000_000;

/// Rounds of PBKDF2 with SHA-1 that a backup's keybag may ask for. iOS writes 10,000.
pub const KEYBAG_SHA1_ROUNDS: u32 = 1_000_000;

/// A backup's keybag. A real one has some 1,100 bytes.
pub const KEYBAG_BYTES: usize = 64 << 10;

/// Fields of a keybag. A real one has some 65.
pub const KEYBAG_FIELDS: usize = 2_000;

/// Steps from icon to folder to page of a Home Screen. A phone with 500 apps has some 600; parts of a binary
/// list can be named many times.
pub const HOME_SCREEN_STEPS: usize = 100_000;

/// The list of files of an iPhone's backup. 154,000 rows have 110 MB; the largest backups have a million.
pub const IOS_MANIFEST_BYTES: u64 = 1 << 30;

/// Installed profiles of one backup. A managed phone has some 30.
pub const IOS_PROFILES: usize = 1_000;
