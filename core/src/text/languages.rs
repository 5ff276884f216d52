//! Which languages there are. A new one is a folder with the same files, and one line in [`ALL`].

use serde::Serialize;

/// One language: what it is called, how it runs, and its files.
#[derive(Debug)]
pub struct Language {
    /// BCP 47 tag.
    pub tag: &'static str,
    /// What its speakers call it.
    pub name: &'static str,
    /// Which way its lines run.
    pub direction: Direction,
    /// No person who speaks the language has read it yet: every document says so.
    pub draft: bool,
    /// File names and contents.
    pub(super) files: &'static [(&'static str, &'static str)],
}

/// Which way lines of text run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Direction {
    /// As in Latin script.
    #[serde(rename = "ltr")]
    LeftToRight,
    /// As in Arabic script.
    #[serde(rename = "rtl")]
    RightToLeft,
}

impl Direction {
    /// The word of HTML and Typst.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

macro_rules! files {
    ($folder:literal: $($file:literal)+) => {
        &[$(($file, include_str!(concat!($folder, "/", $file)))),+]
    };
}

/// The files of a draft: a translation has them all.
macro_rules! draft {
    ($tag:literal, $name:literal, $direction:ident) => {
        Language {
            tag: $tag,
            name: $name,
            direction: Direction::$direction,
            draft: true,
            files: files!($tag: "capabilities.ftl" "case.ftl" "compare.ftl" "dates.ftl" "desk.ftl"
                "findings.ftl" "help.ftl" "reasons.ftl" "report.ftl" "seal.ftl" "surfaces.ftl"
                "timeline.ftl"),
        }
    };
}

/// British English: the language that every message is written in first.
pub(super) const EN_GB: Language = Language {
    tag: "en-GB",
    name: "English",
    direction: Direction::LeftToRight,
    draft: false,
    files: files!("en-GB": "behaviour.ftl" "capabilities.ftl" "case.ftl" "compare.ftl" "dates.ftl"
        "desk.ftl" "findings.ftl" "help.ftl" "ios.ftl" "live.ftl" "profiles.ftl" "reasons.ftl" "report.ftl"
        "seal.ftl" "surfaces.ftl" "timeline.ftl"),
};

/// The complete ones first, then the drafts by tag.
pub(super) const ALL: &[Language] = &[
    EN_GB,
    draft!("ar", "العربية", RightToLeft),
    draft!("cy", "Cymraeg", LeftToRight),
    draft!("pa", "ਪੰਜਾਬੀ", LeftToRight),
    draft!("pl", "Polski", LeftToRight),
    draft!("ro", "Română", LeftToRight),
    draft!("ur", "اردو", RightToLeft),
];

#[cfg(test)]
mod tests;
