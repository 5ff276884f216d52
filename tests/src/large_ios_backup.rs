//! A backup of the size of a phone, for measuring: 154,000 rows in its list of files, 400 apps, databases of
//! 20,000 to 30,000 rows.

use std::io;
use std::path::Path;

use crate::made_ios_backup::{MadeIosApp, database, location_clients, managed_phone};

/// Rows of the list of files.
const ROWS: usize = 154_000;

/// Apps.
const APPS: usize = 400;

/// Writes it into a folder, encrypted with the rounds of iOS where a password is given. Files that no check reads
/// are rows alone.
///
/// # Errors
/// What the system says.
pub fn write(folder: &Path, password: Option<&str>) -> io::Result<()> {
    let app = |index: usize| format!("com.example.app{index:03}");
    let mut backup = managed_phone();
    for index in 0..APPS {
        backup = backup.app(MadeIosApp::from_store(
            &app(index),
            &format!("App {index}"),
            "owner@example.com",
        ));
    }
    let mut usage = crate::made_ios_backup::data_usage(&[]);
    usage.push_str(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO ZPROCESS SELECT i, \
         1, 1, 790000000 + i, 800000000 + i, printf('com.example.app%03d', i % 400), printf('App/com.example.app%03d', \
         i % 400) FROM n; INSERT INTO ZLIVEUSAGE SELECT Z_PK, 2, 1, 0, NULL, 0, Z_PK, NULL, ZTIMESTAMP, 0, 0, Z_PK, 7 \
         FROM ZPROCESS;",
    );
    let messages = "CREATE TABLE message (ROWID INTEGER PRIMARY KEY, text TEXT, handle_id INTEGER, date INTEGER); WITH \
         RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000) INSERT INTO message SELECT i, \
         'a message of the usual length, number ' || i, 1, 700000000000000000 + i FROM n;";
    let located: Vec<String> = (0..APPS).map(app).collect();
    let located: Vec<(&str, i64)> = located.iter().map(|id| (id.as_str(), 2)).collect();
    backup = backup
        .file(
            "WirelessDomain",
            "Library/Databases/DataUsage.sqlite",
            database(&usage),
        )
        .file("HomeDomain", "Library/SMS/sms.db", database(messages))
        .file(
            "RootDomain",
            "Library/Caches/locationd/clients.plist",
            location_clients(&located),
        );
    for index in 0..ROWS {
        let path = format!("Documents/cache/{:03}/item-{index:06}.jpg", index % 997);
        backup = backup.row_alone(&format!("AppDomain-{}", app(index % APPS)), &path);
    }
    if let Some(password) = password {
        backup = backup.password(password).rounds(10_000_000, 10_000);
    }
    backup.write(folder)
}
