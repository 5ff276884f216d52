//! `TCC.db`: what each app may use, and when that was decided.
//!
//! One table `access`, in three shapes (iOS 9 to 13: `allowed`; iOS 14 on: `auth_value`, `auth_reason`). A
//! client is a bundle or, seldom, the path of a program. Answers and reasons: `TCC.framework`, as
//! `mvt-ios` and iLEAPP name them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{column, malformed, named, unix_moment};
use crate::evidence::parsed::Place;
use crate::evidence::sqlite::Database;
use crate::snapshot::{App, Observed, Occurrence, OccurrenceKind, Provenance, Reason};

/// What the table tells.
#[derive(Debug, Default)]
pub(in crate::evidence::ios) struct Told {
    /// Every bundle that it names, with what is granted to it (nothing is an empty set). Sorted.
    pub(in crate::evidence::ios) apps: Vec<App>,
    /// Each decision that has a time. In the order of the table.
    pub(in crate::evidence::ios) history: Vec<Occurrence>,
    /// Rows read.
    pub(in crate::evidence::ios) records: u64,
}

/// Reads the table.
///
/// # Errors
/// [`Reason::Malformed`] where there is no such table, or not in a shape that anybody knows.
pub(in crate::evidence::ios) fn read(
    database: &Database,
    place: &mut Place<'_>,
) -> Result<Told, Reason> {
    let columns = database.columns("access")?;
    let sql = query(&columns)?;
    let input = Arc::clone(place.input());
    let mut apps: BTreeMap<String, App> = BTreeMap::new();
    let mut history = Vec::new();
    let every = |index: u64, row: &rusqlite::Row<'_>| {
        let text = |at, name: &str| {
            column::<String>(row, at, name)?.ok_or_else(|| malformed(&format!("{name} is empty")))
        };
        let service = text(0, "service")?;
        let client = text(1, "client")?;
        let is_bundle = column::<i64>(row, 2, "client_type")?.unwrap_or(0) == 0;
        let answer = Answer::of(
            column(row, 3, "the answer")?.ok_or_else(|| malformed("the answer is empty"))?,
        );
        let reason = column::<i64>(row, 4, "auth_reason")?;
        let at = || Provenance::new(&input, format!("access[{index}]"));
        if let Some(moment) = unix_moment(column(row, 5, "last_modified")?) {
            history.push(Occurrence {
                at: moment,
                what: OccurrenceKind::PermissionDecided,
                subject: client.clone(),
                user: None,
                value: Some(words(&service, answer, reason)),
                provenance: at(),
            });
        }
        if is_bundle {
            let app = named(&mut apps, &client, at);
            let granted = &mut app.permissions.granted;
            let granted = granted.get_or_insert_with(|| Observed::new(BTreeSet::new(), at()));
            if answer.grants() {
                // The place is that of the first one that was granted.
                if granted.value.is_empty() {
                    granted.provenance = at();
                }
                granted.value.insert(service);
            }
        }
        Ok(())
    };
    let records = database.each(&sql, &[], every, place, "access");
    Ok(Told {
        apps: apps.into_values().collect(),
        history,
        records,
    })
}

fn query(columns: &BTreeSet<String>) -> Result<String, Reason> {
    let has = |name: &str| columns.contains(name);
    if !has("service") || !has("client") {
        return Err(malformed(
            "it has no table `access` with services and clients",
        ));
    }
    let answer = if has("auth_value") {
        "auth_value"
    } else if has("allowed") {
        // The old column says yes or no, the new one has a number for each answer: 0 and 2.
        "CASE WHEN allowed THEN 2 ELSE 0 END"
    } else {
        return Err(malformed("its table `access` has no answers"));
    };
    let or_null = |name: &'static str| if has(name) { name } else { "NULL" };
    Ok(format!(
        "SELECT service, client, {}, {answer}, {}, {} FROM access",
        or_null("client_type"),
        or_null("auth_reason"),
        or_null("last_modified"),
    ))
}

/// What was decided (`auth_value`).
#[derive(Debug, Clone, Copy)]
enum Answer {
    Denied,
    Unknown,
    Allowed,
    Limited,
    Other(i64),
}

impl Answer {
    fn of(number: i64) -> Self {
        match number {
            0 => Self::Denied,
            1 => Self::Unknown,
            2 => Self::Allowed,
            3 => Self::Limited,
            other => Self::Other(other),
        }
    }

    fn grants(self) -> bool {
        matches!(self, Self::Allowed | Self::Limited)
    }
}

/// `kTCCServiceMicrophone: allowed (user_consent)`.
fn words(service: &str, answer: Answer, reason: Option<i64>) -> String {
    let answer = match answer {
        Answer::Denied => "denied".to_owned(),
        Answer::Unknown => "unknown".to_owned(),
        Answer::Allowed => "allowed".to_owned(),
        Answer::Limited => "limited".to_owned(),
        Answer::Other(number) => format!("answer {number}"),
    };
    let reason = match reason {
        // Apple writes 0 for what apps of its own may do from the start.
        None | Some(0) => return format!("{service}: {answer}"),
        Some(1) => "error".to_owned(),
        Some(2) => "user_consent".to_owned(),
        Some(3) => "user_set".to_owned(),
        Some(4) => "system_set".to_owned(),
        Some(5) => "service_policy".to_owned(),
        Some(6) => "mdm_policy".to_owned(),
        Some(7) => "override_policy".to_owned(),
        Some(8) => "missing_usage_string".to_owned(),
        Some(9) => "prompt_timeout".to_owned(),
        Some(10) => "preflight_unknown".to_owned(),
        Some(11) => "entitled".to_owned(),
        Some(12) => "app_type_policy".to_owned(),
        Some(number) => format!("reason {number}"),
    };
    format!("{service}: {answer} ({reason})")
}
