//! Reading the signatures folder: files in, records out, and every file that could not be read as a problem.

use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::problem::{Code, Problem};
use crate::record::{
    DualUseRecord, FamilyRecord, KnownAppRecord, LabelTermRecord, PublicKeyRecord,
    SharedHostRecord, SourceRecord, SuppressionRecord, VersionRecord,
};

/// Everything in the signatures folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Records {
    /// `families/*.yaml`, by file name.
    pub families: Vec<FamilyFile>,
    /// `lists/sources.yaml`.
    pub sources: Vec<SourceRecord>,
    /// `lists/public-keys.yaml`.
    pub public_keys: Vec<PublicKeyRecord>,
    /// `lists/stores.yaml`.
    pub stores: Vec<KnownAppRecord>,
    /// `lists/known-apps.yaml`.
    pub known_apps: Vec<KnownAppRecord>,
    /// `lists/label-terms.yaml`.
    pub label_terms: Vec<LabelTermRecord>,
    /// `lists/dual-use.yaml`.
    pub dual_use: Vec<DualUseRecord>,
    /// `lists/shared-hosts.yaml`.
    pub shared_hosts: Vec<SharedHostRecord>,
    /// `lists/suppressions.yaml`.
    pub suppressions: Vec<SuppressionRecord>,
    /// `rules/*.yar`, by file name.
    pub rules: Vec<RuleFile>,
}

/// One file of `families/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyFile {
    /// The file's name without `.yaml`.
    pub name: String,
    /// What stands in it.
    pub family: FamilyRecord,
}

/// One file of `rules/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleFile {
    /// The file's name without `.yar`.
    pub name: String,
    /// YARA source.
    pub text: String,
}

/// Where the lists stand, below the signatures folder.
pub mod lists {
    #![allow(missing_docs, reason = "the names say it")]
    pub const SOURCES: &str = "lists/sources.yaml";
    pub const PUBLIC_KEYS: &str = "lists/public-keys.yaml";
    pub const STORES: &str = "lists/stores.yaml";
    pub const KNOWN_APPS: &str = "lists/known-apps.yaml";
    pub const LABEL_TERMS: &str = "lists/label-terms.yaml";
    pub const DUAL_USE: &str = "lists/dual-use.yaml";
    pub const SHARED_HOSTS: &str = "lists/shared-hosts.yaml";
    pub const SUPPRESSIONS: &str = "lists/suppressions.yaml";
}

impl Records {
    /// Reads the whole folder.
    ///
    /// # Errors
    /// Every file that could not be read. A list that is missing is a problem too: without the public
    /// keys or the shared hosts the other checks would pass in silence. An empty list is `[]`.
    pub fn read(folder: &Path) -> Result<Self, Vec<Problem>> {
        let mut reader = Reader {
            folder,
            problems: Vec::new(),
        };
        let records = Self {
            families: reader.families(),
            sources: reader.list(lists::SOURCES),
            public_keys: reader.list(lists::PUBLIC_KEYS),
            stores: reader.list(lists::STORES),
            known_apps: reader.list(lists::KNOWN_APPS),
            label_terms: reader.list(lists::LABEL_TERMS),
            dual_use: reader.list(lists::DUAL_USE),
            shared_hosts: reader.list(lists::SHARED_HOSTS),
            suppressions: reader.list(lists::SUPPRESSIONS),
            rules: reader.rules(),
        };
        if reader.problems.is_empty() {
            Ok(records)
        } else {
            reader.problems.sort();
            Err(reader.problems)
        }
    }
}

/// Reads `VERSION.yaml`.
///
/// # Errors
/// The problem with it.
pub fn version(folder: &Path) -> Result<VersionRecord, Problem> {
    let path = "VERSION.yaml";
    let text = fs::read_to_string(folder.join(path))
        .map_err(|error| Problem::new(path, Code::Unreadable, error.to_string()))?;
    yaml(path, &text)
}

struct Reader<'a> {
    folder: &'a Path,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn families(&mut self) -> Vec<FamilyFile> {
        let files = self.files("families", "yaml");
        let read = |(name, path, text): (String, String, String)| {
            yaml(&path, &text).map(|family| FamilyFile { name, family })
        };
        files
            .into_iter()
            .filter_map(|file| self.note(read(file)))
            .collect()
    }

    fn rules(&mut self) -> Vec<RuleFile> {
        let files = self.files("rules", "yar");
        files
            .into_iter()
            .map(|(name, _, text)| RuleFile { name, text })
            .collect()
    }

    fn list<T: DeserializeOwned>(&mut self, path: &str) -> Vec<T> {
        let text = self.text(path);
        text.and_then(|text| self.note(yaml(path, &text)))
            .unwrap_or_default()
    }

    /// Name without ending, path below the folder, and text of each file, by name.
    fn files(&mut self, below: &str, ending: &str) -> Vec<(String, String, String)> {
        let listed = fs::read_dir(self.folder.join(below)).and_then(|entries| {
            entries
                .map(|entry| entry.map(|entry| entry.file_name()))
                .collect::<Result<Vec<_>, _>>()
        });
        let Some(mut names) = self
            .note(listed.map_err(|error| Problem::new(below, Code::Unreadable, error.to_string())))
        else {
            return Vec::new();
        };
        names.sort();
        let mut files = Vec::new();
        for name in names {
            let path = format!("{below}/{}", name.to_string_lossy());
            let stem = Path::new(&name)
                .extension()
                .filter(|found| *found == ending)
                .and(Path::new(&name).file_stem())
                .and_then(|stem| stem.to_str());
            let Some(stem) = stem else {
                self.problems.push(Problem::new(
                    path,
                    Code::FileName,
                    format!("only *.{ending} files belong here"),
                ));
                continue;
            };
            if let Some(text) = self.text(&path) {
                files.push((stem.to_owned(), path, text));
            }
        }
        files
    }

    fn text(&mut self, path: &str) -> Option<String> {
        let read = fs::read_to_string(self.folder.join(path))
            .map_err(|error| Problem::new(path, Code::Unreadable, error.to_string()));
        self.note(read)
    }

    fn note<T>(&mut self, result: Result<T, Problem>) -> Option<T> {
        result.map_err(|problem| self.problems.push(problem)).ok()
    }
}

fn yaml<T: DeserializeOwned>(path: &str, text: &str) -> Result<T, Problem> {
    serde_saphyr::from_str(text).map_err(|error| {
        let plain = error.without_snippet();
        let mut problem = Problem::new(path, Code::Form, plain.to_string());
        problem.line = plain.location().map(|location| location.line());
        problem
    })
}
