//! The ISDi list of dual-use apps (MIT), as `lists/dual-use.yaml`.
//!
//! In: a folder with `app-flags.csv`; a list of packages that come with phones (`uad_lists.json` of
//! UAD-ng, read to compare and never copied); our words, `import/isdi.yaml`. Out: the apps whose title or
//! id says that they can be used to watch somebody, with that purpose. Titles are not copied.
//!
//! The list was gathered by searching stores for words such as "track" and "remote", so it is full of golf
//! courses and television remotes. What meets none of our words is left out and counted.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use csv::ReaderBuilder;
use rushlight_core::signatures::IndicatorKind;
use rushlight_core::signatures::schema::CAPABILITIES;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{ImportError, ImportReport, parse_yaml, read, read_yaml, save, write};
use crate::record::{DualUseRecord, FamilyRecord};

const SOURCE: &str = "isdi";

const HEADING: &str = "\
# Written by `rushlight-signatures import isdi`. Do not edit: change `import/isdi.yaml` and import again.
# Ordinary apps that can also be used to watch somebody. They ask a question and never alarm.
# Ids from ISDi, MIT, reviewed by rule; see `lists/sources.yaml`.
";

#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Words {
    keep: Vec<Keep>,
    leave_out: Vec<LeaveOut>,
    not: Vec<Not>,
    purposes: Vec<Purpose>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Keep {
    id: String,
    purpose: String,
    reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct LeaveOut {
    id: String,
    reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Not {
    reason: String,
    phrases: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Purpose {
    purpose: String,
    phrases: Vec<String>,
}

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    id: String,
    store: String,
    flag: String,
    title: String,
}

/// Apps that are no question, folded.
#[derive(Debug, Clone, Default)]
struct Known {
    /// They come with phones.
    preinstalled: BTreeSet<String>,
    /// They are in a family.
    listed: BTreeSet<String>,
}

/// Reads `app-flags.csv` in `source` and writes `lists/dual-use.yaml` of `signatures`. `preinstalled` is
/// `uad_lists.json`: an object whose keys are package names.
///
/// # Errors
/// [`ImportError`]. Nothing is written unless everything could be read and decided.
pub fn run(
    source: &Path,
    preinstalled: &Path,
    signatures: &Path,
) -> Result<ImportReport, ImportError> {
    let mut report = ImportReport::default();
    let rows = parse(&read(&source.join("app-flags.csv"))?, &mut report)?;
    let words: Words = read_yaml(&signatures.join("import/isdi.yaml"))?;
    let known = Known {
        preinstalled: preinstalled_packages(preinstalled)?,
        listed: listed_packages(&signatures.join("families"))?,
    };
    let kept = choose(&rows, &words, &known, &mut report)?;
    report.left_out.sort();
    let text = write::dual_use(HEADING, &kept);
    let back: Vec<DualUseRecord> = parse_yaml("dual-use.yaml", &text)?;
    if back != kept {
        return Err(ImportError::Form {
            file: "dual-use.yaml".to_owned(),
            cause: "what was written does not read back as it was".to_owned(),
        });
    }
    save(&signatures.join("lists/dual-use.yaml"), &text)?;
    Ok(report)
}

fn parse(text: &str, report: &mut ImportReport) -> Result<Vec<Row>, ImportError> {
    let form = |cause: csv::Error| ImportError::Form {
        file: "app-flags.csv".to_owned(),
        cause: cause.to_string(),
    };
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    if reader
        .headers()
        .map_err(form)?
        .iter()
        .ne(["appId", "store", "flag", "title"])
    {
        return Err(ImportError::Form {
            file: "app-flags.csv".to_owned(),
            cause: "the columns are not appId,store,flag,title".to_owned(),
        });
    }
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.map_err(form)?;
        let mut fields = row.iter().map(|field| field.trim().to_owned());
        match (
            fields.next(),
            fields.next(),
            fields.next(),
            fields.next(),
            fields.next(),
        ) {
            (Some(id), Some(store), Some(flag), Some(title), None) => rows.push(Row {
                id,
                store,
                flag,
                title,
            }),
            _ => {
                let text = row.iter().collect::<Vec<_>>().join(",");
                report.leave_out(
                    "app-flags.csv",
                    &text,
                    "The row has another number of fields.",
                );
            }
        }
    }
    report.count("rows of app-flags.csv", rows.len());
    Ok(rows)
}

fn preinstalled_packages(path: &Path) -> Result<BTreeSet<String>, ImportError> {
    // The values are not looked at. One name stands in the list twice.
    let packages: BTreeMap<String, IgnoredAny> =
        serde_json::from_str(&read(path)?).map_err(|cause| ImportError::Form {
            file: path.display().to_string(),
            cause: cause.to_string(),
        })?;
    Ok(packages.into_keys().map(|id| id.to_lowercase()).collect())
}

fn listed_packages(folder: &Path) -> Result<BTreeSet<String>, ImportError> {
    let failed = |cause| ImportError::File {
        file: folder.display().to_string(),
        cause,
    };
    let mut listed = BTreeSet::new();
    for item in fs::read_dir(folder).map_err(failed)? {
        let path = item.map_err(failed)?.path();
        if path.extension().is_some_and(|end| end == "yaml") {
            let family: FamilyRecord = read_yaml(&path)?;
            let packages = family.indicators.into_iter().filter(|indicator| {
                matches!(
                    indicator.kind,
                    IndicatorKind::AndroidPackage | IndicatorKind::IosBundle
                )
            });
            listed.extend(packages.map(|indicator| indicator.value.to_lowercase()));
        }
    }
    Ok(listed)
}

/// The rows that are kept, by id, and a count and reason for all others.
fn choose(
    rows: &[Row],
    words: &Words,
    known: &Known,
    report: &mut ImportReport,
) -> Result<Vec<DualUseRecord>, ImportError> {
    let keep: BTreeMap<&str, &Keep> = words
        .keep
        .iter()
        .map(|one| (one.id.as_str(), one))
        .collect();
    let leave: BTreeMap<&str, &LeaveOut> = words
        .leave_out
        .iter()
        .map(|one| (one.id.as_str(), one))
        .collect();
    require_met(rows, words)?;
    let not: Vec<(&str, Vec<Phrase>)> = words
        .not
        .iter()
        .map(|part| (part.reason.as_str(), phrases(&part.phrases)))
        .collect();
    let purposes: Vec<(&str, Vec<Phrase>)> = words
        .purposes
        .iter()
        .map(|part| (part.purpose.as_str(), phrases(&part.phrases)))
        .collect();

    let mut kept: BTreeMap<(String, String), DualUseRecord> = BTreeMap::new();
    for row in rows {
        let mut leave_out = |reason: &str| report.leave_out("app-flags.csv", &row.id, reason);
        let id = without_team(&row.id);
        let folded = id.to_lowercase();
        let (platform, kind) = match row.store.as_str() {
            "appstore" => ("ios", IndicatorKind::IosBundle),
            "playstore" | "offstore" => ("android", IndicatorKind::AndroidPackage),
            _ => {
                leave_out("Of a store that we do not know.");
                continue;
            }
        };
        if let Some(decided) = leave.get(row.id.as_str()) {
            leave_out(&decided.reason);
            continue;
        }
        match row.flag.as_str() {
            "dual-use" => {}
            "stalkerware" => {
                leave_out("Copied from the Echap list, which is imported by itself.");
                continue;
            }
            "safe" => {
                leave_out("The source calls it safe.");
                continue;
            }
            _ if known.listed.contains(&folded) => {}
            _ => {
                leave_out(
                    "The source does not call it dual-use: it needs a family, not a question.",
                );
                continue;
            }
        }
        if known.listed.contains(&folded) {
            leave_out("In a family already.");
            continue;
        }
        if known.preinstalled.contains(&folded) {
            leave_out("It comes with phones.");
            continue;
        }
        let plain = id.contains('.')
            && id
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'));
        let usual = kind.modes().first().copied();
        if !plain || usual.is_none_or(|mode| kind.normalise(mode, id).is_err()) {
            leave_out("Not the id of an app.");
            continue;
        }
        let text = text_words(&row.title, id);
        let purpose = match keep.get(row.id.as_str()) {
            Some(decided) => decided.purpose.as_str(),
            None => {
                if let Some((reason, _)) = not.iter().find(|(_, phrases)| met(phrases, &text)) {
                    leave_out(reason);
                    continue;
                }
                match purposes.iter().find(|(_, phrases)| met(phrases, &text)) {
                    Some((purpose, _)) => purpose,
                    None => {
                        leave_out("Neither its title nor its id says that it can watch somebody.");
                        continue;
                    }
                }
            }
        };
        let key = (platform.to_owned(), folded);
        if kept.contains_key(&key) {
            leave_out("In the list already, in other letters.");
            continue;
        }
        let record = DualUseRecord {
            id: id.to_owned(),
            platform: platform.to_owned(),
            purpose: purpose.to_owned(),
            source: SOURCE.to_owned(),
        };
        *report
            .counts
            .entry(format!("kept for {purpose}"))
            .or_default() += 1;
        kept.insert(key, record);
    }
    report.count("kept", kept.len());
    for item in &report.left_out {
        *report
            .counts
            .entry(format!("left out: {}", item.reason))
            .or_default() += 1;
    }
    let mut kept: Vec<DualUseRecord> = kept.into_values().collect();
    kept.sort_by(|a, b| (&a.id, &a.platform).cmp(&(&b.id, &b.platform)));
    Ok(kept)
}

/// Every decision about one app must meet a row, every purpose must be a word that we know.
fn require_met(rows: &[Row], words: &Words) -> Result<(), ImportError> {
    let ids: BTreeSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let decided = words
        .keep
        .iter()
        .map(|one| (&one.id, &one.reason))
        .chain(words.leave_out.iter().map(|one| (&one.id, &one.reason)));
    for (id, reason) in decided {
        if !ids.contains(id.as_str()) {
            return Err(ImportError::IdleDecision(id.clone()));
        }
        if reason.trim().is_empty() {
            return Err(ImportError::Undecided(format!(
                "{id}: a decision without a reason"
            )));
        }
    }
    let purposes = words
        .keep
        .iter()
        .map(|one| &one.purpose)
        .chain(words.purposes.iter().map(|one| &one.purpose));
    for purpose in purposes {
        if !CAPABILITIES.contains(&purpose.as_str()) {
            return Err(ImportError::Undecided(format!(
                "{purpose} is no capability"
            )));
        }
    }
    Ok(())
}

/// App Store rows partly carry the maker's team id: `5ZPN38G6GE.com.trailbehind.GaiaGPS`.
fn without_team(id: &str) -> &str {
    match id.split_once('.') {
        Some((team, rest))
            if team.len() == 10
                && team
                    .chars()
                    .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
                && team.chars().any(|c| c.is_ascii_digit()) =>
        {
            rest
        }
        _ => id,
    }
}

/// Phrases that must all occur, each as words that follow each other.
struct Phrase(Vec<Vec<String>>);

fn phrases(texts: &[String]) -> Vec<Phrase> {
    texts
        .iter()
        .map(|text| {
            let parts = text.split(" + ");
            Phrase(parts.map(|part| words_of(part).collect()).collect())
        })
        .collect()
}

/// The words of the title and of the id, apart from each other.
fn text_words(title: &str, id: &str) -> [Vec<String>; 2] {
    [words_of(title).collect(), words_of(&apart(id)).collect()]
}

/// `CellTracker` as two words.
fn apart(id: &str) -> String {
    let mut text = String::new();
    let mut lower = false;
    for c in id.chars() {
        if lower && c.is_uppercase() {
            text.push(' ');
        }
        lower = c.is_lowercase();
        text.push(c);
    }
    text
}

fn words_of(text: &str) -> impl Iterator<Item = String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect::<Vec<_>>()
        .into_iter()
}

fn met(phrases: &[Phrase], text: &[Vec<String>; 2]) -> bool {
    phrases.iter().any(|phrase| {
        !phrase.0.is_empty()
            && phrase
                .0
                .iter()
                .all(|part| text.iter().any(|words| follows(part, words)))
    })
}

/// Short words are whole words: `ac` is no beginning of `account`, `cat` none of `catch`.
fn follows(part: &[String], words: &[String]) -> bool {
    !part.is_empty()
        && words.windows(part.len()).any(|window| {
            part.iter().zip(window).all(|(wanted, word)| {
                if wanted.chars().count() <= 3 {
                    word == wanted
                } else {
                    word.starts_with(wanted.as_str())
                }
            })
        })
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use proptest::prelude::*;

    use super::*;

    const HEADER: &str = "appId,store,flag,title\n";
    const WORDS: &str = "\
keep: [{id: com.remote.host, purpose: remote_control, reason: Why.}]
leave_out: [{id: com.strava, reason: A sports app.}]
not: [{reason: A chart., phrases: [lake, cat]}]
purposes:
- {purpose: call_recording, phrases: [call record, callrecord]}
- {purpose: location, phrases: [find + phone, track]}
";

    fn import(rows: &str) -> Result<(Vec<DualUseRecord>, ImportReport), ImportError> {
        let mut report = ImportReport::default();
        let always =
            "com.remote.host,playstore,dual-use,Host\ncom.strava,playstore,dual-use,Track sports\n";
        let rows = parse(&format!("{HEADER}{always}{rows}"), &mut report)?;
        let words: Words = parse_yaml("isdi.yaml", WORDS)?;
        let known = Known {
            preinstalled: BTreeSet::from(["com.samsung.track".to_owned()]),
            listed: BTreeSet::from(["com.thetruth".to_owned()]),
        };
        let kept = choose(&rows, &words, &known, &mut report)?;
        Ok((kept, report))
    }

    fn reasons(report: &ImportReport) -> BTreeMap<&str, &str> {
        report
            .left_out
            .iter()
            .map(|item| (item.value.as_str(), item.reason.as_str()))
            .collect()
    }

    #[test]
    fn an_app_is_kept_when_its_title_or_id_says_what_it_can_watch() {
        let (kept, _) = import(
            "a.b,playstore,dual-use,Call Recorder Pro\nc.callRecorder,offstore,dual-use,ACR\n\
             5ZPN38G6GE.com.x,appstore,dual-use,Find my lost phone\n",
        )
        .unwrap();
        let kept: Vec<(&str, &str, &str)> = kept
            .iter()
            .map(|one| (one.id.as_str(), one.platform.as_str(), one.purpose.as_str()))
            .collect();
        assert_eq!(
            kept,
            [
                ("a.b", "android", "call_recording"),
                ("c.callRecorder", "android", "call_recording"),
                ("com.remote.host", "android", "remote_control"),
                ("com.x", "ios", "location"),
            ]
        );
    }

    #[test]
    fn everything_else_is_left_out_with_its_reason() {
        let (_, report) = import(
            "a.lake,playstore,dual-use,Lake Track\ncom.samsung.track,playstore,dual-use,Track\n\
             com.TheTruth,playstore,spyware,Track\na.c,playstore,dual-use,Catch me\na.d,playstore,stalkerware,Track\n\
             a.e,playstore,spyware,Track\na.f,playstore,safe,Track\nbad id,playstore,dual-use,Track\na.g,market,dual-use,Track\n\
             a.h,playstore,dual-use,Track\nA.H,playstore,dual-use,Track\nshort,row\n",
        )
        .unwrap();
        let reasons = reasons(&report);
        assert_eq!(reasons["a.lake"], "A chart.");
        assert_eq!(reasons["com.strava"], "A sports app.");
        assert_eq!(reasons["com.samsung.track"], "It comes with phones.");
        assert_eq!(reasons["com.TheTruth"], "In a family already.");
        assert_eq!(
            reasons["a.c"],
            "Neither its title nor its id says that it can watch somebody."
        );
        assert_eq!(reasons["A.H"], "In the list already, in other letters.");
        for left in ["a.d", "a.e", "a.f", "bad id", "a.g", "short,row"] {
            assert!(reasons.contains_key(left), "{left}");
        }
    }

    #[test]
    fn a_decision_about_an_app_that_is_gone_stops_the_import() {
        let words: Words = parse_yaml("isdi.yaml", WORDS).unwrap();
        assert!(matches!(
            require_met(&[], &words),
            Err(ImportError::IdleDecision(_))
        ));
    }

    #[test]
    fn the_committed_list_is_what_the_import_writes() {
        let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let shared = here.join("../../shared/data");
        if !shared.exists() {
            println!("skipped: ../shared is absent");
            return;
        }
        let folder = tempfile::tempdir().unwrap();
        for part in ["import", "families"] {
            fs::create_dir(folder.path().join(part)).unwrap();
            for item in fs::read_dir(here.join(part)).unwrap() {
                let item = item.unwrap();
                fs::copy(item.path(), folder.path().join(part).join(item.file_name())).unwrap();
            }
        }
        fs::create_dir(folder.path().join("lists")).unwrap();
        run(
            &shared.join("isdi"),
            &shared.join("uad-ng/uad_lists.json"),
            folder.path(),
        )
        .unwrap();
        let made = fs::read_to_string(folder.path().join("lists/dual-use.yaml")).unwrap();
        let committed = fs::read_to_string(here.join("lists/dual-use.yaml")).unwrap();
        assert!(
            made == committed,
            "lists/dual-use.yaml is not what the import writes"
        );
        let preinstalled = preinstalled_packages(&shared.join("uad-ng/uad_lists.json")).unwrap();
        let kept: Vec<DualUseRecord> = parse_yaml("dual-use.yaml", &made).unwrap();
        for one in kept {
            assert!(!preinstalled.contains(&one.id.to_lowercase()), "{}", one.id);
        }
    }

    proptest! {
        #[test]
        fn no_row_makes_the_import_panic(rows in "([ -~\n\r\u{e9}\u{4e2d}\",]{0,60}|[a-z.]{1,9},(playstore|appstore),dual-use,.{0,20}\n){0,8}") {
            let _ = import(&rows);
        }
    }
}
