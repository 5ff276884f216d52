//! How a value from the evidence is shown to a person: every rendering uses this, so that no name can
//! hide in one format what it shows in another.
//!
//! A character that cannot be seen (a control, a mark that turns the direction of text, a space that is
//! not a space) is written as `⟨U+202E⟩`. Package names have come with right-to-left marks, and labels
//! with zero-width letters that make two apps look like one. The JSON report keeps the value itself.

use std::fmt::Write as _;

use crate::limits::{SHOWN_CHARACTERS, SPOKEN_CHARACTERS};
use crate::text::{END_OF_ISOLATE, ISOLATE};

/// How many times more characters of a value the JSON report keeps ([`SHOWN_CHARACTERS`]).
const KEPT_TIMES: usize = 64;

/// The value with every invisible character made visible, cut at [`SHOWN_CHARACTERS`] with an ellipsis.
#[must_use]
pub fn shown(value: &str) -> String {
    cut(value, SHOWN_CHARACTERS)
}

fn cut(value: &str, limit: usize) -> String {
    match value.char_indices().nth(limit) {
        None => visible(value.chars()),
        Some(_) => {
            let mut out = visible(value.chars().take(limit));
            out.push('…');
            out
        }
    }
}

/// As [`shown`], for what a person said or wrote in sentences: cut only where it would fill a page.
#[must_use]
pub(super) fn spoken(text: &str) -> String {
    cut(text, SPOKEN_CHARACTERS)
}

/// As [`shown`], for a line that has to stay short. The limit is in narrow letters of what is printed: a wide
/// one counts twice, so that a name of 10,000 W takes no more room than any other.
#[must_use]
pub(super) fn brief(value: &str, limit: usize) -> String {
    let line = shown(value);
    let mut out = String::new();
    let mut width = 0;
    for c in line.chars() {
        let wide = c.is_uppercase() || matches!(c, 'm' | 'w' | '@' | '%') || !c.is_ascii();
        width += if wide { 2 } else { 1 };
        if width > limit {
            if !out.ends_with('…') {
                out.push('…');
            }
            return out;
        }
        out.push(c);
    }
    out
}

/// A sentence of ours, which may have come back from a file: made visible, never cut. In a language that
/// runs to the left, isolates around its values stay, if every one of them ends inside the sentence.
#[must_use]
pub(super) fn sentence(text: &str) -> String {
    if !isolates_end(text) {
        return visible(text.chars());
    }
    let mut out = String::new();
    for part in text.split_inclusive([ISOLATE, END_OF_ISOLATE]) {
        let words = part.trim_end_matches([ISOLATE, END_OF_ISOLATE]);
        out.push_str(&visible(words.chars()));
        out.extend(part.chars().skip(words.chars().count()));
    }
    out
}

/// Whether the isolates of a text are closed in order, and not deeper in one another than our messages go.
fn isolates_end(text: &str) -> bool {
    let depth = text.chars().try_fold(0u8, |depth, c| match c {
        ISOLATE => depth.checked_add(1).filter(|depth| *depth <= ISOLATES_DEEP),
        END_OF_ISOLATE => depth.checked_sub(1),
        _ => Some(depth),
    });
    depth == Some(0)
}

/// A value in a phrase in a sentence in the mark of a missing message, and one to spare.
const ISOLATES_DEEP: u8 = 5;

fn visible(characters: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    for c in characters {
        if is_invisible(c) {
            push_code_point(&mut out, c);
        } else {
            out.push(c);
        }
    }
    out
}

/// The value exactly as it is, cut with an ellipsis only where it is absurdly long.
#[must_use]
pub(super) fn kept(value: &str) -> String {
    let limit = SHOWN_CHARACTERS * KEPT_TIMES;
    match value.char_indices().nth(limit) {
        None => value.to_owned(),
        Some(_) => value.chars().take(limit).chain(['…']).collect(),
    }
}

/// Writes a character as `⟨U+202E⟩`.
pub(super) fn push_code_point(out: &mut String, c: char) {
    // Writing to a String does not fail.
    let _ = write!(out, "⟨U+{:04X}⟩", u32::from(c));
}

/// Characters that leave no ink, or change how others are read. From Unicode 16: General_Category Cc,
/// Cf and Zl/Zp, Bidi_Control, Default_Ignorable_Code_Point, and every space but U+0020.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_control()
        || (c.is_whitespace() && c != ' ')
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{8e2}'
            | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{110bd}' | '\u{110cd}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn invisible_characters_are_shown_by_their_number() {
        assert_eq!(shown("photo\u{202e}gpj.apk"), "photo⟨U+202E⟩gpj.apk");
        assert_eq!(shown("a\u{200b}b\0c\n"), "a⟨U+200B⟩b⟨U+0000⟩c⟨U+000A⟩");
        assert_eq!(shown("Ελλάδα 中文 😀"), "Ελλάδα 中文 😀");
    }

    #[test]
    fn a_long_value_is_cut_and_says_so() {
        let long = "é".repeat(SHOWN_CHARACTERS + 1);
        assert_eq!(shown(&long).chars().count(), SHOWN_CHARACTERS + 1);
        assert!(shown(&long).ends_with('…'));
        let whole = "é".repeat(SHOWN_CHARACTERS);
        assert_eq!(shown(&whole), whole);
        assert_eq!(kept(&long), long);
        assert!(kept(&long.repeat(70)).ends_with('…'));
    }

    #[test]
    fn isolates_stay_in_a_sentence_that_closes_them() {
        let closed = "الملف “\u{2068}a.apk\u{2069}” هنا.";
        assert_eq!(sentence(closed), closed);
        for open in [
            "\u{2068}a",
            "a\u{2069}\u{2068}b",
            "\u{2068}\u{2068}a\u{2069}",
        ] {
            assert!(!sentence(open).chars().any(is_invisible), "{open}");
        }
        assert_eq!(
            sentence("\u{2068}\u{202e}\u{2069}"),
            "\u{2068}⟨U+202E⟩\u{2069}"
        );
        assert_eq!(shown("\u{2068}a\u{2069}"), "⟨U+2068⟩a⟨U+2069⟩");
    }

    #[test]
    fn a_short_line_counts_wide_letters_twice() {
        assert_eq!(brief("a name", 8), "a name");
        assert_eq!(brief("WWWWW", 8), "WWWW…");
        assert_eq!(brief("lines of text", 8), "lines of…");
    }

    proptest! {
        #[test]
        fn nothing_invisible_comes_out(value in any::<String>()) {
            prop_assert!(!shown(&value).chars().any(is_invisible));
        }
    }
}
