//! Loading: from the bytes of a bundle file to a [`Bundle`] that is ready to match.
//!
//! The bytes are the enemy's until every row was seen. SQLite reads them from memory, read-only, and is
//! asked nothing before the text of every table is known to be ours; then each table is read once, from
//! its first row to its last, and everything but the indicators' text stays in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, MAIN_DB, OpenFlags, Row};

use super::bundle::{
    BundleSummary, Counts, KnownApp, KnownAppRole, PublicKey, Refused, Source, Suppressions,
};
use super::matching::Lookup;
use super::schema::{CAPABILITIES, TABLES, VERSION};
use super::{
    Bundle, BundleError, BundleProblem, Category, Family, IndicatorKind, MatchMode, Refusal,
    Status, Strength,
};
use crate::digest::{Sha1, Sha256};
use crate::limits::{BUNDLE_BYTES, BUNDLE_PATTERNS};

/// The bytes of a bundle.
pub(super) enum Bytes<'a> {
    /// Read from somewhere; SQLite gets a copy.
    Read(&'a [u8]),
    /// Part of the program; SQLite reads them where they are.
    BuiltIn(&'static [u8]),
}

/// Checks everything, then gives a bundle that is ready to match.
pub(super) fn load(file: String, bytes: &Bytes<'_>) -> Result<Bundle, BundleError> {
    match checked(bytes) {
        Ok(bundle) => Ok(Bundle { file, ..bundle }),
        Err(problem) => Err(BundleError::Refused { file, problem }),
    }
}

impl From<rusqlite::Error> for BundleProblem {
    fn from(error: rusqlite::Error) -> Self {
        Self::Damaged {
            cause: error.to_string(),
        }
    }
}

impl From<rusqlite::types::FromSqlError> for BundleProblem {
    fn from(error: rusqlite::types::FromSqlError) -> Self {
        Self::Damaged {
            cause: error.to_string(),
        }
    }
}

fn checked(bytes: &Bytes<'_>) -> Result<Bundle, BundleProblem> {
    let content = match bytes {
        Bytes::Read(content) => content,
        Bytes::BuiltIn(content) => content,
    };
    check_header(content)?;
    // Without a processor's own SHA-256 the digest takes as long as all the rest.
    let (sha256, bundle) = rayon::join(|| Sha256::of(content), || rows_checked(bytes));
    let mut bundle = bundle?;
    bundle.summary.sha256 = sha256;
    Ok(bundle)
}

/// Every row, but not the digest of the whole.
fn rows_checked(bytes: &Bytes<'_>) -> Result<Bundle, BundleProblem> {
    let rows = connect(bytes)?;
    check_schema(&rows)?;
    let meta = meta(&rows)?;
    let sources = sources(&rows)?;
    let families = families(&rows)?;
    check_verdicts(&rows, &families, &sources)?;
    let public_keys = public_keys(&rows)?;
    let memberships = memberships(&rows, &families)?;
    let indicators = indicators(&rows, &sources, &memberships, &public_keys)?;
    rules(&rows)?;
    let summary = BundleSummary {
        version: meta.version,
        built_at: meta.built_at,
        sha256: Sha256([0; 32]),
        families: families.len() as u64,
        indicators: indicators.counts,
        sources,
    };
    Ok(Bundle {
        file: String::new(),
        summary,
        refused: indicators.refused,
        families,
        memberships,
        lookup: indicators.lookup,
        public_keys,
        known_apps: known_apps(&rows)?,
        label_terms: label_terms(&rows)?,
        suppressions: suppressions(&rows)?,
        rows: Mutex::new(rows),
    })
}

/// What SQLite says at the start of the file (sqlite.org/fileformat2.html, section 1.3) must agree with
/// its length: nothing is cut off, nothing is hidden behind the end.
fn check_header(content: &[u8]) -> Result<(), BundleProblem> {
    if content.len() as u64 > BUNDLE_BYTES {
        return Err(BundleProblem::TooLarge {
            limit: BUNDLE_BYTES,
        });
    }
    if !content.starts_with(b"SQLite format 3\0") {
        return Err(BundleProblem::NotSqlite);
    }
    let page_bytes = match number(content, 16, 2) {
        Some(1) => Some(65_536),
        other => other,
    };
    let stated = page_bytes
        .zip(number(content, 28, 4))
        .map(|(page, pages)| page * pages);
    if stated != Some(content.len() as u64) {
        return Err(BundleProblem::Damaged {
            cause: format!(
                "it has {} bytes, and its first page says otherwise",
                content.len()
            ),
        });
    }
    Ok(())
}

/// A big-endian number of so many bytes.
fn number(content: &[u8], at: usize, bytes: usize) -> Option<u64> {
    let field = content.get(at..at + bytes)?;
    Some(
        field
            .iter()
            .fold(0, |number, byte| number << 8 | u64::from(*byte)),
    )
}

/// SQLite over these bytes, with nothing allowed but to read.
fn connect(bytes: &Bytes<'_>) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut rows = Connection::open_in_memory_with_flags(flags)?;
    match bytes {
        Bytes::Read(content) => {
            rows.deserialize_read_exact(MAIN_DB, *content, content.len(), true)?;
        }
        Bytes::BuiltIn(content) => rows.deserialize_bytes(MAIN_DB, content)?,
    }
    for (config, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    ] {
        rows.set_db_config(config, on)?;
    }
    rows.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    rows.execute_batch("PRAGMA query_only = ON; PRAGMA cell_size_check = ON;")?;
    Ok(rows)
}

/// Every table is there, as it should be to the letter, and nothing else is.
fn check_schema(rows: &Connection) -> Result<(), BundleProblem> {
    let mut missing: BTreeMap<&str, &str> = TABLES.iter().copied().collect();
    let mut statement =
        rows.prepare("SELECT name, coalesce(sql, '') FROM sqlite_schema ORDER BY rowid")?;
    let mut found = statement.query([])?;
    while let Some(row) = found.next()? {
        let name = text(row, 0)?;
        if missing.remove(name) != Some(text(row, 1)?) {
            return Err(BundleProblem::Schema {
                name: name.to_owned(),
            });
        }
    }
    match missing.keys().next() {
        Some(name) => Err(BundleProblem::Missing {
            name: (*name).to_owned(),
        }),
        None => Ok(()),
    }
}

struct Meta {
    version: String,
    built_at: String,
}

fn meta(rows: &Connection) -> Result<Meta, BundleProblem> {
    let mut values = BTreeMap::new();
    each(rows, "SELECT name, value FROM meta", |row| {
        let name = text(row, 0)?;
        if !["schema", "version", "built_at"].contains(&name) {
            return Err(unknown("meta", name, "name", name));
        }
        values.insert(name.to_owned(), text(row, 1)?.to_owned());
        Ok(())
    })?;
    let mut take = |name: &str| {
        values.remove(name).ok_or(BundleProblem::Missing {
            name: format!("{name} in meta"),
        })
    };
    let schema = take("schema")?;
    if schema != VERSION {
        return Err(BundleProblem::Version { found: schema });
    }
    let built_at = take("built_at")?;
    check_date("meta", "built_at", "value", &built_at)?;
    Ok(Meta {
        version: take("version")?,
        built_at,
    })
}

fn sources(rows: &Connection) -> Result<Vec<Source>, BundleProblem> {
    let mut sources = Vec::new();
    let query =
        "SELECT id, title, url, licence, commit_id, retrieved, attribution FROM source ORDER BY id";
    each(rows, query, |row| {
        let id = text(row, 0)?;
        check_date("source", id, "retrieved", text(row, 5)?)?;
        sources.push(Source {
            id: id.to_owned(),
            title: row.get(1)?,
            url: row.get(2)?,
            licence: row.get(3)?,
            commit: row.get(4)?,
            retrieved: row.get(5)?,
            attribution: row.get(6)?,
        });
        Ok(())
    })?;
    Ok(sources)
}

fn families(rows: &Connection) -> Result<Vec<Arc<Family>>, BundleProblem> {
    let mut families: Vec<Arc<Family>> = Vec::new();
    let query = "SELECT id, name, category, status, aliases, capabilities FROM family ORDER BY id";
    each(rows, query, |row| {
        let id = text(row, 0)?;
        if families.last().is_some_and(|last| last.id.as_str() >= id) {
            return Err(out_of_order("family"));
        }
        let capabilities = words(id, "capabilities", text(row, 5)?)?;
        if let Some(word) = capabilities
            .iter()
            .find(|word| !CAPABILITIES.contains(&word.as_str()))
        {
            return Err(unknown("family", id, "capability", word));
        }
        let (category, status) = (text(row, 2)?, text(row, 3)?);
        families.push(Arc::new(Family {
            id: id.to_owned(),
            name: row.get(1)?,
            aliases: words(id, "aliases", text(row, 4)?)?,
            category: Category::from_word(category)
                .ok_or_else(|| unknown("family", id, "category", category))?,
            status: Status::from_word(status)
                .ok_or_else(|| unknown("family", id, "status", status))?,
            capabilities,
        }));
        Ok(())
    })?;
    Ok(families)
}

/// A JSON array of strings.
fn words(id: &str, field: &'static str, json: &str) -> Result<Vec<String>, BundleProblem> {
    serde_json::from_str(json).map_err(|_| BundleProblem::BadValue {
        table: "family",
        row: id.to_owned(),
        field,
        value: json.to_owned(),
        expected: "a JSON list of words",
    })
}

fn check_verdicts(
    rows: &Connection,
    families: &[Arc<Family>],
    sources: &[Source],
) -> Result<(), BundleProblem> {
    let query = "SELECT family, source, entry, verdict FROM family_source";
    each(rows, query, |row| {
        let family = text(row, 0)?;
        place_of(families, family).ok_or_else(|| dangling("family_source", family, family))?;
        check_source("family_source", family, sources, text(row, 1)?)?;
        text(row, 2)?;
        text(row, 3)?;
        Ok(())
    })
}

fn place_of(families: &[Arc<Family>], id: &str) -> Option<usize> {
    families
        .binary_search_by(|family| family.id.as_str().cmp(id))
        .ok()
}

fn check_source(
    table: &'static str,
    row: &str,
    sources: &[Source],
    source: &str,
) -> Result<(), BundleProblem> {
    if sources.iter().any(|known| known.id == source) {
        Ok(())
    } else {
        Err(dangling(table, row, source))
    }
}

fn public_keys(rows: &Connection) -> Result<BTreeMap<String, PublicKey>, BundleProblem> {
    let mut keys = BTreeMap::new();
    each(rows, "SELECT digest, name FROM public_key", |row| {
        let digest = text(row, 0)?;
        let printed = digest
            .parse::<Sha256>()
            .map(|digest| digest.to_string())
            .or_else(|_| digest.parse::<Sha1>().map(|digest| digest.to_string()));
        if printed.as_deref() != Ok(digest) {
            return Err(BundleProblem::BadValue {
                table: "public_key",
                row: digest.to_owned(),
                field: "digest",
                value: digest.to_owned(),
                expected: "a digest in lower-case hex",
            });
        }
        keys.insert(digest.to_owned(), PublicKey { name: row.get(1)? });
        Ok(())
    })?;
    Ok(keys)
}

fn memberships(
    rows: &Connection,
    families: &[Arc<Family>],
) -> Result<Vec<(i64, usize)>, BundleProblem> {
    let mut memberships: Vec<(i64, usize)> = Vec::new();
    let query = "SELECT indicator, family FROM family_indicator ORDER BY indicator, family";
    each(rows, query, |row| {
        let indicator: i64 = row.get(0)?;
        let family = text(row, 1)?;
        let place = place_of(families, family)
            .ok_or_else(|| dangling("family_indicator", &indicator.to_string(), family))?;
        if memberships
            .last()
            .is_some_and(|last| *last >= (indicator, place))
        {
            return Err(out_of_order("family_indicator"));
        }
        memberships.push((indicator, place));
        Ok(())
    })?;
    Ok(memberships)
}

struct Indicators {
    lookup: Lookup,
    counts: Counts,
    refused: Vec<Refused>,
}

/// One pass over the rows: the order of numbers and ids, the words, then whether the indicator can fire.
fn indicators(
    rows: &Connection,
    sources: &[Source],
    memberships: &[(i64, usize)],
    public_keys: &BTreeMap<String, PublicKey>,
) -> Result<Indicators, BundleProblem> {
    let mut lookup = Lookup::default();
    let mut counts = Counts::default();
    let mut refused = Vec::new();
    let mut before = (i64::MIN, String::new());
    let mut members = memberships.iter().map(|(number, _)| *number).peekable();
    let query = "SELECT number, id, kind, mode, key, value, strength, first_listed, source \
                 FROM indicator ORDER BY number";
    each(rows, query, |row| {
        let stored = Stored::read(row)?;
        if stored.number <= before.0 || stored.id <= before.1.as_str() {
            return Err(BundleProblem::Order {
                id: stored.id.to_owned(),
            });
        }
        before.0 = stored.number;
        before.1.clear();
        before.1.push_str(stored.id);
        check_source("indicator", stored.id, sources, stored.source)?;
        if let Some(number) = members.next_if(|number| *number < stored.number) {
            return Err(no_indicator(number));
        }
        if members.next_if_eq(&stored.number).is_none() {
            return Err(BundleProblem::NoFamily {
                id: stored.id.to_owned(),
            });
        }
        while members.next_if_eq(&stored.number).is_some() {}
        counts.loaded += 1;
        match stored.usable(public_keys, &mut lookup) {
            Ok(()) => counts.usable += 1,
            Err(reason) => {
                counts.refused += 1;
                refused.push(Refused {
                    id: stored.id.to_owned(),
                    reason,
                });
            }
        }
        if lookup.pattern_count() > BUNDLE_PATTERNS {
            return Err(BundleProblem::TooManyPatterns {
                limit: BUNDLE_PATTERNS,
            });
        }
        Ok(())
    })?;
    if let Some(number) = members.next() {
        return Err(no_indicator(number));
    }
    lookup.sort();
    Ok(Indicators {
        lookup,
        counts,
        refused,
    })
}

/// A row of `indicator`, as it stands in the file.
struct Stored<'a> {
    number: i64,
    id: &'a str,
    kind: IndicatorKind,
    mode: MatchMode,
    key: &'a str,
    value: &'a str,
    source: &'a str,
}

impl<'a> Stored<'a> {
    fn read(row: &'a Row<'_>) -> Result<Self, BundleProblem> {
        let id = text(row, 1)?;
        let unknown_word = |field, word| move || unknown("indicator", id, field, word);
        let (kind, mode, strength) = (text(row, 2)?, text(row, 3)?, text(row, 6)?);
        Strength::from_word(strength).ok_or_else(unknown_word("strength", strength))?;
        if let Some(day) = row.get_ref(7)?.as_str_or_null()? {
            check_date("indicator", id, "first_listed", day)?;
        }
        Ok(Self {
            number: row.get(0)?,
            id,
            kind: IndicatorKind::from_word(kind).ok_or_else(unknown_word("kind", kind))?,
            mode: MatchMode::from_word(mode).ok_or_else(unknown_word("mode", mode))?,
            key: text(row, 4)?,
            value: text(row, 5)?,
            source: text(row, 8)?,
        })
    }

    /// Makes the indicator ready to fire, or says why it cannot.
    fn usable(
        &self,
        public_keys: &BTreeMap<String, PublicKey>,
        lookup: &mut Lookup,
    ) -> Result<(), Refusal> {
        let expected = self.kind.normalise(self.mode, self.value)?;
        if expected != self.key {
            return Err(Refusal::Key {
                expected,
                found: self.key.to_owned(),
            });
        }
        if !self.kind.has_id(self.mode, self.key, self.id) {
            return Err(Refusal::Id {
                expected: self.kind.indicator_id(self.mode, self.key),
            });
        }
        if matches!(
            self.kind,
            IndicatorKind::SignerSha1 | IndicatorKind::SignerSha256
        ) && let Some(key) = public_keys.get(self.key)
        {
            return Err(Refusal::PublicKey(key.name.clone()));
        }
        lookup.add(self.number, self.kind, self.mode, self.key)?;
        Ok(())
    }
}

fn known_apps(rows: &Connection) -> Result<BTreeMap<String, Vec<KnownApp>>, BundleProblem> {
    let mut apps: BTreeMap<String, Vec<KnownApp>> = BTreeMap::new();
    let query = "SELECT id, signer, role, name FROM known_app ORDER BY id, signer, role";
    each(rows, query, |row| {
        let (id, signer, role) = (text(row, 0)?, text(row, 1)?, text(row, 2)?);
        let role =
            KnownAppRole::from_word(role).ok_or_else(|| unknown("known_app", id, "role", role))?;
        let signer = match signer {
            "" => None,
            digest => Some(digest.parse().map_err(|_| BundleProblem::BadValue {
                table: "known_app",
                row: id.to_owned(),
                field: "signer",
                value: digest.to_owned(),
                expected: "a SHA-256",
            })?),
        };
        let by_name = match role {
            KnownAppRole::Store | KnownAppRole::SystemInstaller | KnownAppRole::Browser => true,
            KnownAppRole::ScreenReader
            | KnownAppRole::PasswordManager
            | KnownAppRole::Launcher
            | KnownAppRole::WatchCompanion
            | KnownAppRole::Messenger
            | KnownAppRole::Keyboard
            | KnownAppRole::DeviceFinder
            | KnownAppRole::DeviceManager
            | KnownAppRole::Backup
            | KnownAppRole::Automation
            | KnownAppRole::Mail
            | KnownAppRole::Vpn
            | KnownAppRole::Other => false,
        };
        if signer.is_none() && !by_name {
            // Anybody can take a name: only an installer field has nothing more.
            return Err(BundleProblem::BadValue {
                table: "known_app",
                row: id.to_owned(),
                field: "signer",
                value: String::new(),
                expected: "a SHA-256",
            });
        }
        let app = KnownApp {
            id: id.to_owned(),
            name: row.get(3)?,
            role,
            signer,
        };
        let known = apps.entry(id.to_owned()).or_default();
        if known
            .last()
            .is_some_and(|last| (last.signer, last.role) == (app.signer, app.role))
        {
            return Err(out_of_order("known_app"));
        }
        known.push(app);
        Ok(())
    })?;
    Ok(apps)
}

/// Names that imitate the system, folded, of every language: a phone's language says nothing about the
/// language of an app's name.
fn label_terms(rows: &Connection) -> Result<BTreeSet<String>, BundleProblem> {
    let mut terms = BTreeSet::new();
    each(rows, "SELECT term, locale FROM label_term", |row| {
        text(row, 1)?;
        terms.insert(text(row, 0)?.to_lowercase());
        Ok(())
    })?;
    Ok(terms)
}

fn suppressions(rows: &Connection) -> Result<Suppressions, BundleProblem> {
    let mut suppressions = BTreeMap::new();
    let query = "SELECT indicator, subject, reason, until FROM suppression";
    each(rows, query, |row| {
        let indicator: String = row.get(0)?;
        check_date("suppression", &indicator, "until", text(row, 3)?)?;
        suppressions.insert((indicator, row.get(1)?), (row.get(2)?, row.get(3)?));
        Ok(())
    })?;
    Ok(suppressions)
}

/// YARA source files, by name. Read at load to see that it can be, and again when they are wanted.
pub(super) fn rules(rows: &Connection) -> Result<Vec<(String, String)>, BundleProblem> {
    let mut rules = Vec::new();
    each(rows, "SELECT name, text FROM rule ORDER BY name", |row| {
        rules.push((row.get(0)?, row.get(1)?));
        Ok(())
    })?;
    Ok(rules)
}

fn each(
    rows: &Connection,
    query: &str,
    mut then: impl FnMut(&Row<'_>) -> Result<(), BundleProblem>,
) -> Result<(), BundleProblem> {
    let mut statement = rows.prepare(query)?;
    let mut found = statement.query([])?;
    while let Some(row) = found.next()? {
        then(row)?;
    }
    Ok(())
}

fn text<'a>(row: &'a Row<'_>, column: usize) -> Result<&'a str, BundleProblem> {
    Ok(row.get_ref(column)?.as_str()?)
}

/// `YYYY-MM-DD`, and a day that exists.
fn check_date(
    table: &'static str,
    row: &str,
    field: &'static str,
    value: &str,
) -> Result<(), BundleProblem> {
    if value.len() == 10 && value.parse::<jiff::civil::Date>().is_ok() {
        return Ok(());
    }
    Err(BundleProblem::BadValue {
        table,
        row: row.to_owned(),
        field,
        value: value.to_owned(),
        expected: "a day (YYYY-MM-DD)",
    })
}

fn unknown(table: &'static str, row: &str, field: &'static str, word: &str) -> BundleProblem {
    BundleProblem::UnknownWord {
        table,
        row: row.to_owned(),
        field,
        word: word.to_owned(),
    }
}

fn dangling(table: &'static str, row: &str, to: &str) -> BundleProblem {
    BundleProblem::Dangling {
        table,
        row: row.to_owned(),
        to: to.to_owned(),
    }
}

fn no_indicator(number: i64) -> BundleProblem {
    dangling("family_indicator", &number.to_string(), "indicator")
}

/// SQLite keeps these tables sorted by their keys; if one is not, its tree is damaged.
fn out_of_order(table: &str) -> BundleProblem {
    BundleProblem::Damaged {
        cause: format!("the rows of {table} are out of order or there twice"),
    }
}
