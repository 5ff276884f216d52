//! Reading a case file: TOML in, a [`Case`] or the first thing that is wrong with it, with its line.
//!
//! The tree is walked by hand, because whoever fills in the file is no programmer: an error names the key,
//! what stands there and what may stand there. The TOML library bounds how deep the tree is.

use std::ops::Range;

use jiff::Timestamp;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{
    Agreement, Answer, Case, DescribedDevice, Notice, Officer, Safeguarding, Scope, Statement,
};
use crate::limits::{CASE_BYTES, CASE_LIST, CASE_STATEMENTS, CASE_VALUE_CHARACTERS};
use crate::report::shown::shown;

/// A case file was not accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CaseError {
    /// The file is larger than [`CASE_BYTES`].
    #[error("the file has {bytes} bytes, and a case file may have {CASE_BYTES}")]
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// The file is not text in UTF-8.
    #[error("the file is not text in UTF-8; save it as plain text, UTF-8")]
    NotText,
    /// Something in it.
    #[error("line {line}, column {column}: {problem}")]
    At {
        /// The line, from 1.
        line: u64,
        /// The column in characters, from 1.
        column: u64,
        /// What is wrong.
        problem: Problem,
    },
}

/// What is wrong in a case file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// It is not TOML.
    #[error("this is not written as a case file should be: {0}")]
    Syntax(String),
    /// A key that a case file does not have.
    #[error("there is no key \"{key}\" here; the keys are {}", listed(allowed))]
    UnknownKey {
        /// The key, made visible.
        key: String,
        /// The keys that there are.
        allowed: &'static [&'static str],
    },
    /// A value of another kind.
    #[error("\"{key}\" is {found}, and should be {expected}")]
    Kind {
        /// The key.
        key: String,
        /// What should stand there.
        expected: &'static str,
        /// What stands there.
        found: &'static str,
    },
    /// A word that is not on the list.
    #[error("\"{key}\" is \"{found}\", and may be {}", listed(allowed))]
    Word {
        /// The key.
        key: String,
        /// The word, made visible.
        found: String,
        /// The words that there are.
        allowed: &'static [&'static str],
    },
    /// A time without a zone, or none at all.
    #[error(
        "\"{key}\" is \"{found}\", and should be a time with its zone, like 2026-11-22T14:05:00Z"
    )]
    Time {
        /// The key.
        key: String,
        /// What stands there, made visible.
        found: String,
    },
    /// A text of more than [`CASE_VALUE_CHARACTERS`].
    #[error("\"{key}\" has {characters} characters, and may have {CASE_VALUE_CHARACTERS}")]
    TooLong {
        /// The key.
        key: String,
        /// How many it has.
        characters: usize,
    },
    /// A list of more entries than there may be.
    #[error("\"{key}\" has {entries} entries, and may have {limit}")]
    TooMany {
        /// The key.
        key: String,
        /// How many it has.
        entries: usize,
        /// How many it may have.
        limit: usize,
    },
    /// A statement that does not say what it is about.
    #[error("this statement does not say what it is about: fill in \"about\"")]
    NoSubject,
    /// A second statement about one subject.
    #[error("there is a statement about \"{about}\" already: put both into one")]
    Twice {
        /// The subject, made visible.
        about: String,
    },
}

/// Words in quotes, in the order of the list.
fn listed(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

const CASE_KEYS: &[&str] = &[
    "reference",
    "place",
    "people_present",
    "officer",
    "agreement",
    "safeguarding",
    "device",
    "statement",
];
const OFFICER_KEYS: &[&str] = &["name", "number", "role", "station", "training"];
const AGREEMENT_KEYS: &[&str] = &[
    "agreed_by",
    "at",
    "basis",
    "notice",
    "form",
    "scope",
    "refusals",
    "owner",
];
const SAFEGUARDING_KEYS: &[&str] = &["risk_assessment", "done"];
const DEVICE_KEYS: &[&str] = &["description", "exhibit", "serial", "imei", "phone_number"];
const STATEMENT_KEYS: &[&str] = &["about", "answer", "words", "at", "expected"];

const NOTICES: &[(&str, Notice)] = &[
    ("written", Notice::Written),
    ("spoken", Notice::Spoken),
    ("not_given", Notice::NotGiven),
];
const NOTICE_WORDS: &[&str] = &["written", "spoken", "not_given"];
const SCOPES: &[(&str, Scope)] = &[
    ("identifiers", Scope::Identifiers),
    ("inventory", Scope::Inventory),
    ("record", Scope::Record),
];
const SCOPE_WORDS: &[&str] = &["identifiers", "inventory", "record"];
const ANSWERS: &[(&str, Answer)] = &[
    ("set_it_up", Answer::SetItUp),
    ("knew", Answer::Knew),
    ("did_not_know", Answer::DidNotKnow),
    ("not_sure", Answer::NotSure),
];
const ANSWER_WORDS: &[&str] = &["set_it_up", "knew", "did_not_know", "not_sure"];

/// Where something is wrong, in bytes of the text, and what.
struct Fault {
    at: usize,
    problem: Problem,
}

type Walked<T> = Result<T, Fault>;

/// Reads a case file's text.
pub(super) fn read(text: &str) -> Result<Case, CaseError> {
    let bytes = text.len() as u64;
    if bytes > CASE_BYTES {
        return Err(CaseError::TooLarge { bytes });
    }
    // Windows' Notepad puts a byte order mark in front.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    walk(text).map_err(|fault| {
        let before = text.get(..fault.at).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let in_line = before.get(line_start..).unwrap_or_default();
        CaseError::At {
            line: before.matches('\n').count() as u64 + 1,
            column: in_line.chars().count() as u64 + 1,
            problem: fault.problem,
        }
    })
}

fn walk(text: &str) -> Walked<Case> {
    let tree = DeTable::parse(text).map_err(|error| Fault {
        at: error.span().map_or(0, |span| span.start),
        problem: Problem::Syntax(shown(error.message())),
    })?;
    let whole = Table {
        name: "",
        at: 0,
        keys: tree.get_ref(),
    };
    whole.only(CASE_KEYS)?;
    Ok(Case {
        reference: whole.string("reference")?,
        place: whole.string("place")?,
        people_present: whole.strings("people_present")?,
        officer: whole
            .table("officer", OFFICER_KEYS)?
            .map_or_else(|| Ok(Officer::default()), |table| officer(&table))?,
        agreement: whole
            .table("agreement", AGREEMENT_KEYS)?
            .map_or_else(|| Ok(Agreement::default()), |table| agreement(&table))?,
        safeguarding: whole
            .table("safeguarding", SAFEGUARDING_KEYS)?
            .map_or_else(|| Ok(Safeguarding::default()), |table| safeguarding(&table))?,
        device: whole
            .table("device", DEVICE_KEYS)?
            .map_or_else(|| Ok(DescribedDevice::default()), |table| device(&table))?,
        statements: statements(&whole)?,
    })
}

fn officer(table: &Table<'_, '_>) -> Walked<Officer> {
    Ok(Officer {
        name: table.string("name")?,
        number: table.string("number")?,
        role: table.string("role")?,
        station: table.string("station")?,
        training: table.string("training")?,
    })
}

fn agreement(table: &Table<'_, '_>) -> Walked<Agreement> {
    let mut scope = table.words("scope", SCOPES, SCOPE_WORDS)?;
    scope.sort_unstable();
    scope.dedup();
    Ok(Agreement {
        agreed_by: table.string("agreed_by")?,
        at: table.time("at")?,
        basis: table.string("basis")?,
        notice: table.word("notice", NOTICES, NOTICE_WORDS)?,
        form: table.string("form")?,
        scope,
        refusals: table.strings("refusals")?,
        owner: table.string("owner")?,
    })
}

fn safeguarding(table: &Table<'_, '_>) -> Walked<Safeguarding> {
    Ok(Safeguarding {
        risk_assessment: table.string("risk_assessment")?,
        done: table.strings("done")?,
    })
}

fn device(table: &Table<'_, '_>) -> Walked<DescribedDevice> {
    Ok(DescribedDevice {
        description: table.string("description")?,
        exhibit: table.string("exhibit")?,
        serial: table.string("serial")?,
        imei: table.strings("imei")?,
        phone_number: table.string("phone_number")?,
    })
}

fn statements(whole: &Table<'_, '_>) -> Walked<Vec<Statement>> {
    const KEY: &str = "statement";
    let Some(value) = whole.keys.get(KEY) else {
        return Ok(Vec::new());
    };
    let span = value.span();
    let entries = match value.get_ref() {
        DeValue::Array(entries) => entries,
        other => return Err(wrong_kind(KEY, &span, "blocks under [[statement]]", other)),
    };
    too_many(KEY, &span, entries.len(), CASE_STATEMENTS)?;
    let mut statements: Vec<Statement> = Vec::new();
    for entry in entries.iter() {
        let span = entry.span();
        let keys = match entry.get_ref() {
            DeValue::Table(keys) => keys,
            other => return Err(wrong_kind(KEY, &span, "blocks under [[statement]]", other)),
        };
        let table = Table {
            name: KEY,
            at: span.start,
            keys,
        };
        table.only(STATEMENT_KEYS)?;
        let Some(statement) = statement(&table)? else {
            continue;
        };
        if statements.iter().any(|said| said.about == statement.about) {
            return Err(Fault {
                at: span.start,
                problem: Problem::Twice {
                    about: shown(&statement.about),
                },
            });
        }
        statements.push(statement);
    }
    Ok(statements)
}

/// One block; none where nothing is filled in.
fn statement(table: &Table<'_, '_>) -> Walked<Option<Statement>> {
    let about = table.string("about")?;
    let answer = table.word("answer", ANSWERS, ANSWER_WORDS)?;
    let words = table.string("words")?;
    let at = table.time("at")?;
    let expected = table.string("expected")?;
    let says_something = answer.is_some() || words.is_some() || at.is_some() || expected.is_some();
    match about {
        Some(about) => Ok(Some(Statement {
            about,
            answer,
            words,
            at,
            expected,
        })),
        None if says_something => Err(Fault {
            at: table.at,
            problem: Problem::NoSubject,
        }),
        None => Ok(None),
    }
}

/// One table of the file.
struct Table<'a, 'i> {
    /// Its name, empty for the file itself.
    name: &'static str,
    /// Where it begins.
    at: usize,
    keys: &'a DeTable<'i>,
}

impl<'a, 'i> Table<'a, 'i> {
    /// Refuses a key that is not in this list, the first of the file.
    fn only(&self, allowed: &'static [&'static str]) -> Walked<()> {
        let unknown = self
            .keys
            .keys()
            .filter(|key| !allowed.contains(&key.get_ref().as_ref()))
            .min_by_key(|key| key.span().start);
        match unknown {
            None => Ok(()),
            Some(key) => Err(Fault {
                at: key.span().start,
                problem: Problem::UnknownKey {
                    key: shown(key.get_ref()),
                    allowed,
                },
            }),
        }
    }

    /// A table inside the file.
    fn table(
        &self,
        name: &'static str,
        allowed: &'static [&'static str],
    ) -> Walked<Option<Table<'a, 'i>>> {
        let Some(value) = self.keys.get(name) else {
            return Ok(None);
        };
        let span = value.span();
        match value.get_ref() {
            DeValue::Table(keys) => {
                let table = Table {
                    name,
                    at: span.start,
                    keys,
                };
                table.only(allowed)?;
                Ok(Some(table))
            }
            other => Err(wrong_kind(name, &span, "a block of its own in [ ]", other)),
        }
    }

    /// The key with the table in front, as an error names it.
    fn path(&self, key: &str) -> String {
        if self.name.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.name)
        }
    }

    /// A text, or none where it is blank.
    fn string(&self, key: &str) -> Walked<Option<String>> {
        match self.keys.get(key) {
            None => Ok(None),
            Some(value) => one_text(&self.path(key), value),
        }
    }

    /// A list of texts without the blank ones. One text by itself is a list of one.
    fn strings(&self, key: &str) -> Walked<Vec<String>> {
        let path = self.path(key);
        Ok(self
            .entries(key)?
            .into_iter()
            .map(|entry| one_text(&path, entry))
            .collect::<Walked<Vec<_>>>()?
            .into_iter()
            .flatten()
            .collect())
    }

    /// One of a list of words, or none where it is blank.
    fn word<T: Copy>(
        &self,
        key: &str,
        meanings: &[(&str, T)],
        allowed: &'static [&'static str],
    ) -> Walked<Option<T>> {
        match self.keys.get(key) {
            None => Ok(None),
            Some(value) => one_word(&self.path(key), value, meanings, allowed),
        }
    }

    /// Some of a list of words.
    fn words<T: Copy>(
        &self,
        key: &str,
        meanings: &[(&str, T)],
        allowed: &'static [&'static str],
    ) -> Walked<Vec<T>> {
        let path = self.path(key);
        Ok(self
            .entries(key)?
            .into_iter()
            .map(|entry| one_word(&path, entry, meanings, allowed))
            .collect::<Walked<Vec<_>>>()?
            .into_iter()
            .flatten()
            .collect())
    }

    /// A moment: a TOML time with its zone, or the same as text; none where it is blank.
    fn time(&self, key: &str) -> Walked<Option<Timestamp>> {
        let Some(value) = self.keys.get(key) else {
            return Ok(None);
        };
        let text = match value.get_ref() {
            DeValue::Datetime(time) => time.to_string(),
            DeValue::String(text) if text.trim().is_empty() => return Ok(None),
            DeValue::String(text) => text.trim().to_owned(),
            other => {
                let expected = "a time, like 2026-11-22T14:05:00Z";
                return Err(wrong_kind(&self.path(key), &value.span(), expected, other));
            }
        };
        match text.parse() {
            Ok(time) => Ok(Some(time)),
            Err(_) => Err(Fault {
                at: value.span().start,
                problem: Problem::Time {
                    key: self.path(key),
                    found: shown(&text),
                },
            }),
        }
    }

    /// The entries of a list; one value by itself is a list of one.
    fn entries(&self, key: &str) -> Walked<Vec<&'a Spanned<DeValue<'i>>>> {
        let Some(value) = self.keys.get(key) else {
            return Ok(Vec::new());
        };
        match value.get_ref() {
            DeValue::Array(entries) => {
                too_many(&self.path(key), &value.span(), entries.len(), CASE_LIST)?;
                Ok(entries.iter().collect())
            }
            _ => Ok(vec![value]),
        }
    }
}

fn one_text(path: &str, value: &Spanned<DeValue<'_>>) -> Walked<Option<String>> {
    let span = value.span();
    let text = match value.get_ref() {
        DeValue::String(text) => text,
        other => return Err(wrong_kind(path, &span, "a text in quotes", other)),
    };
    let characters = text.chars().count();
    if characters > CASE_VALUE_CHARACTERS {
        return Err(Fault {
            at: span.start,
            problem: Problem::TooLong {
                key: path.to_owned(),
                characters,
            },
        });
    }
    // The end of a line in a longer text is a space: paper breaks lines where it has to.
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let text = lines.join(" ").trim().to_owned();
    Ok((!text.is_empty()).then_some(text))
}

fn one_word<T: Copy>(
    path: &str,
    value: &Spanned<DeValue<'_>>,
    meanings: &[(&str, T)],
    allowed: &'static [&'static str],
) -> Walked<Option<T>> {
    let Some(found) = one_text(path, value)? else {
        return Ok(None);
    };
    match meanings.iter().find(|(word, _)| *word == found) {
        Some((_, meaning)) => Ok(Some(*meaning)),
        None => Err(Fault {
            at: value.span().start,
            problem: Problem::Word {
                key: path.to_owned(),
                found: shown(&found),
                allowed,
            },
        }),
    }
}

fn too_many(key: &str, span: &Range<usize>, entries: usize, limit: usize) -> Walked<()> {
    if entries <= limit {
        return Ok(());
    }
    Err(Fault {
        at: span.start,
        problem: Problem::TooMany {
            key: key.to_owned(),
            entries,
            limit,
        },
    })
}

fn wrong_kind(
    key: &str,
    span: &Range<usize>,
    expected: &'static str,
    found: &DeValue<'_>,
) -> Fault {
    let found = match found {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number without quotes",
        DeValue::Boolean(_) => "true or false without quotes",
        DeValue::Datetime(_) => "a time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a block of its own",
    };
    Fault {
        at: span.start,
        problem: Problem::Kind {
            key: key.to_owned(),
            expected,
            found,
        },
    }
}
