//! The bundle's tables. The signature tool creates a bundle from this text, and [`Bundle`](super::Bundle)
//! opens nothing whose tables differ from it by one character: an unknown field refuses the bundle.

/// The version of this schema, in `meta` under `schema`. Any change of [`TABLES`] is a new version.
pub const VERSION: &str = "rushlight.bundle/1";

/// Every table, by name, each exactly as SQLite must hold it.
pub const TABLES: &[(&str, &str)] = &[
    (
        // schema, version, built_at (date), and no other.
        "meta",
        "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT",
    ),
    (
        // Where facts come from: attribution, and the exact state that was read.
        "source",
        "CREATE TABLE source (id TEXT PRIMARY KEY, title TEXT NOT NULL, url TEXT NOT NULL, licence TEXT NOT NULL, \
         commit_id TEXT, retrieved TEXT NOT NULL, attribution TEXT NOT NULL) WITHOUT ROWID, STRICT",
    ),
    (
        // aliases and capabilities: JSON arrays of strings, sorted.
        "family",
        "CREATE TABLE family (id TEXT PRIMARY KEY, name TEXT NOT NULL, category TEXT NOT NULL, status TEXT NOT NULL, \
         aliases TEXT NOT NULL, capabilities TEXT NOT NULL) WITHOUT ROWID, STRICT",
    ),
    (
        // What each source calls the family, kept beside our own category.
        "family_source",
        "CREATE TABLE family_source (family TEXT NOT NULL REFERENCES family, source TEXT NOT NULL REFERENCES source, \
         entry TEXT NOT NULL, verdict TEXT NOT NULL, PRIMARY KEY (family, source, entry, verdict)) WITHOUT ROWID, STRICT",
    ),
    (
        // key: the value as IndicatorKind::normalise gives it. Rows are numbered in the order of their ids, which
        // the load checks; so no index is needed, and the file is a third smaller to read and to hash.
        "indicator",
        "CREATE TABLE indicator (number INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, mode TEXT NOT NULL, \
         key TEXT NOT NULL, value TEXT NOT NULL, strength TEXT NOT NULL, first_listed TEXT, source TEXT NOT NULL REFERENCES source) STRICT",
    ),
    (
        "family_indicator",
        "CREATE TABLE family_indicator (indicator INTEGER NOT NULL REFERENCES indicator, family TEXT NOT NULL REFERENCES family, \
         PRIMARY KEY (indicator, family)) WITHOUT ROWID, STRICT",
    ),
    (
        // YARA source text, one file a row.
        "rule",
        "CREATE TABLE rule (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID, STRICT",
    ),
    (
        // Keys that anybody can sign with. digest: SHA-1 or SHA-256 of the certificate, lower-case hex.
        "public_key",
        "CREATE TABLE public_key (digest TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID, STRICT",
    ),
    (
        // Apps that are known for an honest job: stores, installers. signer: SHA-256 of the certificate, or empty
        // where the name alone is meant (an installer field holds only a name).
        "known_app",
        "CREATE TABLE known_app (id TEXT NOT NULL, signer TEXT NOT NULL, role TEXT NOT NULL, name TEXT NOT NULL, \
         PRIMARY KEY (id, signer, role)) WITHOUT ROWID, STRICT",
    ),
    (
        // Names that imitate a part of the system, folded, by language.
        "label_term",
        "CREATE TABLE label_term (term TEXT NOT NULL, locale TEXT NOT NULL, PRIMARY KEY (term, locale)) WITHOUT ROWID, STRICT",
    ),
    (
        // An indicator that must not fire on one subject, with the reason and the day it ends.
        "suppression",
        "CREATE TABLE suppression (indicator TEXT NOT NULL, subject TEXT NOT NULL, reason TEXT NOT NULL, until TEXT NOT NULL, \
         PRIMARY KEY (indicator, subject)) WITHOUT ROWID, STRICT",
    ),
];

/// What software of a family can do, as words. The message catalogue has a sentence for each
/// (`capability-<word>`). The list follows Liu et al., "No Privacy Among Spies", PoPETs 2023, table 2.
pub const CAPABILITIES: &[&str] = &[
    "ambient_recording",
    "app_data",
    "app_list",
    "calendar",
    "call_log",
    "call_recording",
    "camera",
    "clipboard",
    "contacts",
    "hide_icon",
    "keystrokes",
    "location",
    "messages",
    "microphone",
    "network",
    "notifications",
    "phone_details",
    "photos",
    "remote_control",
    "resist_removal",
    "screen",
    "social_apps",
    "web_history",
];
