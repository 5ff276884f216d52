//! How a value from the evidence is shown to a person: every rendering uses this, so that no name can
//! hide in one format what it shows in another.
//!
//! A character that cannot be seen (a control, a mark that turns the direction of text, a space that is
//! not a space) is written as `⟨U+202E⟩`. Package names have come with right-to-left marks, and labels
//! with zero-width letters that make two apps look like one. The JSON report keeps the value itself.

use std::fmt::Write as _;

use crate::limits::{SHOWN_CHARACTERS, SPOKEN_CHARACTERS};

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

/// A sentence of ours, which may have come back from a file: made visible, never cut.
#[must_use]
pub(super) fn sentence(text: &str) -> String {
    visible(text.chars())
}

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
