//! Records into a bundle: one SQLite file, the same bytes for the same records.
//!
//! Nothing here asks whether a record is sensible; [`lint`](crate::lint) has done so. What SQLite writes
//! depends only on the order of the statements, so every table is filled once, in the order of its key, in
//! one transaction, into a fresh database in memory.

use std::collections::{BTreeMap, BTreeSet};

use rushlight_core::signatures::schema::{TABLES, VERSION};
use rushlight_core::signatures::{
    Category, IndicatorKind, MatchMode, NormaliseError, Status, Strength,
};
use rusqlite::{Connection, MAIN_DB, params};

use crate::files::Records;
use crate::record::{DualUseRecord, IndicatorRecord, VersionRecord};

/// The family that [`DualUseRecord`]s belong to.
pub const DUAL_USE_FAMILY: &str = "dual-use-apps";

/// The name of that family.
pub const DUAL_USE_NAME: &str = "Apps with more than one use";

/// A bundle could not be built.
#[derive(Debug, thiserror::Error)]
pub enum CompileError {
    /// A value that lint would have refused.
    #[error("{family}: {cause}")]
    Value {
        /// The family.
        family: String,
        /// What is wrong with it.
        cause: NormaliseError,
    },
    /// SQLite said no.
    #[error("the bundle could not be written: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// A list could not be written as JSON.
    #[error("the bundle could not be written: {0}")]
    Json(#[from] serde_json::Error),
}

/// One indicator with the families that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compiled {
    /// The usual mode of its kind, or the one that the record names.
    pub mode: MatchMode,
    /// The value in the form in which it is compared.
    pub key: String,
    /// The record of the first family, by id.
    pub record: IndicatorRecord,
    /// Ids of the families, with the reason why it is shared.
    pub families: BTreeMap<String, Option<String>>,
}

/// The mode of an indicator record.
#[must_use]
pub fn mode_of(record: &IndicatorRecord) -> MatchMode {
    record.mode.unwrap_or_else(|| usual(record.kind))
}

fn usual(kind: IndicatorKind) -> MatchMode {
    kind.modes().first().copied().unwrap_or(MatchMode::Exact)
}

/// The indicator that an app with more than one use becomes; none for an unknown platform.
#[must_use]
pub fn dual_use_indicator(record: &DualUseRecord) -> Option<IndicatorRecord> {
    let kind = match record.platform.as_str() {
        "android" => IndicatorKind::AndroidPackage,
        "ios" => IndicatorKind::IosBundle,
        _ => return None,
    };
    Some(IndicatorRecord {
        kind,
        mode: None,
        value: record.id.clone(),
        strength: Strength::Supporting,
        role: None,
        first_listed: None,
        source: record.source.clone(),
        sample: None,
        shared: None,
    })
}

/// Every indicator of the records, by id.
///
/// # Errors
/// A value that is not of its kind.
pub fn indicators(records: &Records) -> Result<BTreeMap<String, Compiled>, CompileError> {
    let mut compiled: BTreeMap<String, Compiled> = BTreeMap::new();
    let mut add = |family: &str, record: &IndicatorRecord| -> Result<(), CompileError> {
        let mode = mode_of(record);
        let key = record
            .kind
            .normalise(mode, &record.value)
            .map_err(|cause| CompileError::Value {
                family: family.to_owned(),
                cause,
            })?;
        let entry = compiled
            .entry(record.kind.indicator_id(mode, &key))
            .or_insert_with(|| Compiled {
                mode,
                key,
                record: record.clone(),
                families: BTreeMap::new(),
            });
        entry
            .families
            .insert(family.to_owned(), record.shared.clone());
        Ok(())
    };
    let mut families: Vec<_> = records.families.iter().map(|file| &file.family).collect();
    families.sort_by(|a, b| a.id.cmp(&b.id));
    for family in families {
        for record in &family.indicators {
            add(&family.id, record)?;
        }
    }
    for record in records.dual_use.iter().filter_map(dual_use_indicator) {
        add(DUAL_USE_FAMILY, &record)?;
    }
    Ok(compiled)
}

/// Builds the bundle.
///
/// # Errors
/// [`CompileError`].
pub fn compile(records: &Records, version: &VersionRecord) -> Result<Vec<u8>, CompileError> {
    let mut bundle = Connection::open_in_memory()?;
    // 4096 is also SQLite's own choice today; stated, so that another choice cannot change the bytes.
    bundle.execute_batch("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8';")?;
    let transaction = bundle.transaction()?;
    for (_, text) in TABLES {
        transaction.execute_batch(text)?;
    }
    meta(&transaction, version)?;
    sources(&transaction, records)?;
    families(&transaction, records)?;
    write_indicators(&transaction, &indicators(records)?)?;
    lists(&transaction, records)?;
    transaction.commit()?;
    Ok(bundle.serialize(MAIN_DB)?.to_vec())
}

fn meta(bundle: &Connection, version: &VersionRecord) -> Result<(), CompileError> {
    let mut insert = bundle.prepare("INSERT INTO meta VALUES (?1, ?2)")?;
    insert.execute(["built_at", &version.built_at])?;
    insert.execute(["schema", VERSION])?;
    insert.execute(["version", &version.version])?;
    Ok(())
}

fn sources(bundle: &Connection, records: &Records) -> Result<(), CompileError> {
    let mut insert = bundle.prepare("INSERT INTO source VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
    let mut sources: Vec<_> = records.sources.iter().collect();
    sources.sort_by(|a, b| a.id.cmp(&b.id));
    for source in sources {
        insert.execute(params![
            source.id,
            source.title,
            source.url,
            source.licence,
            source.commit,
            source.retrieved,
            source.attribution
        ])?;
    }
    Ok(())
}

fn families(bundle: &Connection, records: &Records) -> Result<(), CompileError> {
    let mut insert = bundle.prepare("INSERT INTO family VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    let mut rows = BTreeMap::new();
    for file in &records.families {
        let family = &file.family;
        let row = (
            family.name.as_str(),
            family.category,
            family.status,
            serde_json::to_string(&family.aliases)?,
            serde_json::to_string(&family.capabilities)?,
        );
        rows.insert(family.id.as_str(), row);
    }
    if !records.dual_use.is_empty() {
        let row = (
            DUAL_USE_NAME,
            Category::DualUse,
            Status::Active,
            "[]".to_owned(),
            serde_json::to_string(&dual_use_purposes(records))?,
        );
        rows.insert(DUAL_USE_FAMILY, row);
    }
    for (id, (name, category, status, aliases, capabilities)) in rows {
        insert.execute(params![
            id,
            name,
            category.as_str(),
            status.as_str(),
            aliases,
            capabilities
        ])?;
    }
    let mut insert = bundle.prepare("INSERT INTO family_source VALUES (?1, ?2, ?3, ?4)")?;
    let verdicts: BTreeSet<_> = records
        .families
        .iter()
        .flat_map(|file| {
            let verdicts = file.family.verdicts.iter();
            verdicts.map(|verdict| (&file.family.id, verdict))
        })
        .collect();
    for (family, verdict) in verdicts {
        insert.execute([family, &verdict.source, &verdict.entry, &verdict.verdict])?;
    }
    Ok(())
}

/// What the apps with more than one use can be used for, together.
fn dual_use_purposes(records: &Records) -> BTreeSet<&str> {
    records
        .dual_use
        .iter()
        .map(|record| record.purpose.as_str())
        .collect()
}

/// Numbered in the order of their ids, as a reader expects.
fn write_indicators(
    bundle: &Connection,
    indicators: &BTreeMap<String, Compiled>,
) -> Result<(), CompileError> {
    let mut insert =
        bundle.prepare("INSERT INTO indicator VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?;
    for (number, (id, indicator)) in (1i64..).zip(indicators) {
        insert.execute(params![
            number,
            id,
            indicator.record.kind.as_str(),
            indicator.mode.as_str(),
            indicator.key,
            indicator.record.value,
            indicator.record.strength.as_str(),
            indicator.record.first_listed,
            indicator.record.source,
        ])?;
    }
    let mut insert = bundle.prepare("INSERT INTO family_indicator VALUES (?1, ?2)")?;
    for (number, indicator) in (1i64..).zip(indicators.values()) {
        for family in indicator.families.keys() {
            insert.execute(params![number, family])?;
        }
    }
    Ok(())
}

fn lists(bundle: &Connection, records: &Records) -> Result<(), CompileError> {
    let mut insert = bundle.prepare("INSERT INTO rule VALUES (?1, ?2)")?;
    let rules: BTreeMap<_, _> = records
        .rules
        .iter()
        .map(|rule| (&rule.name, &rule.text))
        .collect();
    for (name, text) in rules {
        insert.execute([name, text])?;
    }

    // Digests are written in any case and with colons; a bundle has them in one spelling.
    let mut insert = bundle.prepare("INSERT INTO public_key VALUES (?1, ?2)")?;
    let mut keys = BTreeMap::new();
    for key in &records.public_keys {
        for (kind, digest) in [
            (IndicatorKind::SignerSha1, Some(&key.sha1)),
            (IndicatorKind::SignerSha256, key.sha256.as_ref()),
        ] {
            if let Some(digest) = digest {
                keys.insert(list_digest(kind, digest)?, &key.name);
            }
        }
    }
    for (digest, name) in keys {
        insert.execute([&digest, name])?;
    }

    let mut insert = bundle.prepare("INSERT INTO known_app VALUES (?1, ?2, ?3, ?4)")?;
    let mut apps = BTreeMap::new();
    for app in records.stores.iter().chain(&records.known_apps) {
        let signer = match &app.signer {
            Some(digest) => list_digest(IndicatorKind::SignerSha256, digest)?,
            None => String::new(),
        };
        apps.insert((&app.id, signer, &app.role), &app.name);
    }
    for ((id, signer, role), name) in apps {
        insert.execute([id, &signer, role, name])?;
    }

    let mut insert = bundle.prepare("INSERT INTO label_term VALUES (?1, ?2)")?;
    let terms: BTreeSet<_> = records
        .label_terms
        .iter()
        .map(|term| (term.term.to_lowercase(), &term.locale))
        .collect();
    for (term, locale) in terms {
        insert.execute([&term, locale])?;
    }

    let mut insert = bundle.prepare("INSERT INTO suppression VALUES (?1, ?2, ?3, ?4)")?;
    let suppressions: BTreeMap<_, _> = records
        .suppressions
        .iter()
        .map(|it| ((&it.indicator, &it.subject), (&it.reason, &it.until)))
        .collect();
    for ((indicator, subject), (reason, until)) in suppressions {
        insert.execute([indicator, subject, reason, until])?;
    }
    Ok(())
}

fn list_digest(kind: IndicatorKind, digest: &str) -> Result<String, CompileError> {
    kind.normalise(MatchMode::Exact, digest)
        .map_err(|cause| CompileError::Value {
            family: "lists".to_owned(),
            cause,
        })
}

#[cfg(test)]
mod tests {
    use rushlight_core::signatures::{Bundle, Fact};

    use super::*;
    use crate::made;

    #[test]
    fn the_same_records_give_the_same_bytes_in_whatever_order_they_were_read() {
        let mut records = made::every_kind();
        records.families.push(made::family(
            "twin",
            "{kind: android.package, value: com.twin, strength: identifying, source: own}",
        ));
        let first = compile(&records, &made::version()).unwrap();
        assert!(compile(&records, &made::version()).unwrap() == first);
        records.families.reverse();
        records.families[0].family.indicators.reverse();
        assert!(compile(&records, &made::version()).unwrap() == first);
    }

    #[test]
    fn the_bundle_opens_with_every_indicator_usable() {
        let records = made::every_kind();
        let bundle = Bundle::from_bytes(&compile(&records, &made::version()).unwrap()).unwrap();
        assert_eq!(bundle.refused(), []);
        let rows: Vec<String> = bundle
            .indicators()
            .unwrap()
            .iter()
            .map(|hit| {
                let families: Vec<_> = hit.families.iter().map(|it| it.id.as_str()).collect();
                let strength = hit.indicator.strength.as_str();
                format!("{} {strength} {}", hit.indicator.id, families.join(","))
            })
            .collect();
        insta::assert_snapshot!(rows.join("\n"));
        insta::assert_yaml_snapshot!(bundle.families());
    }

    #[test]
    fn a_shared_indicator_is_one_row_of_two_families() {
        let shared = "{kind: android.package, value: com.spy, strength: identifying, source: own, shared: one code base}";
        let mut records = made::records(shared);
        records.families.push(made::family("twin", shared));
        let bundle = Bundle::from_bytes(&compile(&records, &made::version()).unwrap()).unwrap();
        let hits = bundle.matches(Fact::AndroidPackage("com.spy")).unwrap();
        assert_eq!(bundle.summary().indicators.loaded, 1);
        assert_eq!(hits[0].families.len(), 2);
    }
}
