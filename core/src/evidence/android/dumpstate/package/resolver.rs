//! The resolver tables: which activities and receivers answer which intents. AOSP `IntentResolver.dump`.
//!
//! ```text
//!   Non-Data Actions:
//!       android.intent.action.MAIN:
//!         23fa699 com.x/.Start filter 8a1b2c3
//!           Action: "android.intent.action.MAIN"
//!           Category: "android.intent.category.LAUNCHER"
//! ```
//!
//! The details stand there only where they were asked for (`dumpsys package -f`, or the name of one app);
//! a whole dump has `(2 filters)` at most. A filter that names a scheme stands under `Schemes:` and
//! nowhere else, so a dial code is known by `android_secret_code`.

use std::collections::{BTreeMap, BTreeSet};

use crate::evidence::android::dumpstate::section::component;
use crate::limits::DUMP_NAMES;
use crate::snapshot::App;

const MAIN: &str = "android.intent.action.MAIN";
const SECRET_CODE_SCHEME: &str = "android_secret_code";
const SECRET_CODE: &str = "android.provider.Telephony.SECRET_CODE";

/// Where the lines of a table stand: titles of kinds to the left of keys, then parts, then details.
const KEYS: usize = 5;
const PARTS: usize = 8;
const DETAILS: usize = 10;

#[derive(Default)]
pub(super) struct Table {
    /// Its title was there.
    pub(super) begun: bool,
    /// What came behind it was there too.
    pub(super) whole: bool,
    kind: Kind,
    /// The key that counts, as what it stands for.
    key: Option<&'static str>,
    /// Activities that answer MAIN, by package.
    entries: BTreeMap<String, Vec<Entry>>,
    /// The package whose entry was the last: details belong to it.
    last: Option<String>,
    /// Which events wake which package, and where that stands.
    broadcasts: BTreeMap<(String, &'static str), u64>,
    kept: usize,
}

#[derive(Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Other,
    Schemes,
    Actions,
}

/// One activity that answers MAIN.
pub(super) struct Entry {
    /// Its class with its package.
    pub(super) class: String,
    pub(super) line: u64,
    /// Its filter's categories, where the dump prints them.
    pub(super) categories: Option<BTreeSet<Category>>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Category {
    Launcher,
    Television,
}

impl Table {
    /// A line of the table of activities.
    pub(super) fn activity(&mut self, line: u64, indent: usize, text: &str) {
        if indent >= DETAILS {
            self.detail(text);
        } else if self.place(indent, text, |kind, key| {
            (*kind == Kind::Actions && key == MAIN).then_some(MAIN)
        }) && let Some((package, class)) = part(text)
            && self.kept < DUMP_NAMES
        {
            self.kept += 1;
            let entry = Entry {
                class,
                line,
                categories: None,
            };
            self.entries
                .entry(package.to_owned())
                .or_default()
                .push(entry);
            self.last = Some(package.to_owned());
        }
    }

    /// A line of the table of receivers.
    pub(super) fn receiver(&mut self, line: u64, indent: usize, text: &str) {
        if indent < DETAILS
            && self.place(indent, text, |kind, key| match kind {
                Kind::Actions => App::BROADCASTS.into_iter().find(|known| *known == key),
                Kind::Schemes => (key == SECRET_CODE_SCHEME).then_some(SECRET_CODE),
                Kind::Other => None,
            })
            && let Some((package, _)) = part(text)
            && let Some(event) = self.key
            && self.kept < DUMP_NAMES
        {
            self.kept += 1;
            let woken = (package.to_owned(), event);
            self.broadcasts.entry(woken).or_insert(line);
        }
    }

    /// Follows the titles and keys; true for a part below a key that counts.
    fn place(
        &mut self,
        indent: usize,
        text: &str,
        counts: impl Fn(&Kind, &str) -> Option<&'static str>,
    ) -> bool {
        if indent >= PARTS {
            return self.key.is_some();
        }
        self.last = None;
        if indent >= KEYS {
            self.key = counts(&self.kind, text.trim_end().trim_end_matches(':'));
        } else {
            self.key = None;
            self.kind = match text.trim_end() {
                "Schemes:" => Kind::Schemes,
                "Non-Data Actions:" => Kind::Actions,
                _ => Kind::Other,
            };
        }
        false
    }

    fn detail(&mut self, text: &str) {
        let last = self.last.as_ref().filter(|_| self.key.is_some());
        let entries = last.and_then(|package| self.entries.get_mut(package));
        let Some(entry) = entries.and_then(|entries| entries.last_mut()) else {
            return;
        };
        let categories = entry.categories.get_or_insert_default();
        if let Some(category) = text.strip_prefix("Category: ") {
            match category.trim().trim_matches('"') {
                "android.intent.category.LAUNCHER" => categories.insert(Category::Launcher),
                "android.intent.category.LEANBACK_LAUNCHER" => {
                    categories.insert(Category::Television)
                }
                _ => false,
            };
        }
    }

    /// The activities of a package that answer MAIN.
    pub(super) fn entries(&self, package: &str) -> &[Entry] {
        self.entries.get(package).map_or(&[], Vec::as_slice)
    }

    /// Package, event and line.
    pub(super) fn broadcasts(&self) -> impl Iterator<Item = (&str, &'static str, u64)> {
        let woken = self.broadcasts.iter();
        woken.map(|((package, event), line)| (package.as_str(), *event, *line))
    }
}

/// Package and full class of `23fa699 com.x/.Start filter 8a1b2c3`.
fn part(text: &str) -> Option<(&str, String)> {
    let (package, both) = component(text.split_whitespace().nth(1)?)?;
    let (_, class) = both.split_once('/')?;
    let class = match class.strip_prefix('.') {
        Some(_) => format!("{package}{class}"),
        None => class.to_owned(),
    };
    Some((package, class))
}
