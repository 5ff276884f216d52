//! Patterns: indicators that are tried against each value, instead of being looked up.
//!
//! All three kinds run in bounded time on any value: a prefix is one comparison, a glob goes back to its
//! last `*` only, a regular expression is a finite automaton of limited size.

use regex::{Regex, RegexBuilder};

use super::MatchMode;
use crate::limits::REGEX_BYTES;

/// A compiled pattern.
#[derive(Debug, Clone)]
pub struct Pattern(Form);

#[derive(Debug, Clone)]
enum Form {
    Prefix(String),
    Glob { literal: String, rest: Vec<Token> },
    Regex(Regex),
}

/// A pattern could not be compiled.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// The mode compares whole values.
    #[error("{0} is not a pattern")]
    NotAPattern(&'static str),
    /// `[` without `]`.
    #[error("a class has no end")]
    OpenClass,
    /// `[]`, a range from high to low, or `[!...]`, which is not part of the language.
    #[error("a class is not a list of characters and ranges")]
    BadClass,
    /// The regular expression is wrong or too large.
    #[error("{0}")]
    Regex(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    /// `*`: any run of characters.
    Run,
    /// `?`: one character.
    One,
    /// `[a-z]`: one character out of these ranges.
    Class(Vec<(char, char)>),
    Literal(char),
}

impl Token {
    fn takes(&self, c: char) -> bool {
        match self {
            Self::Run | Self::One => true,
            Self::Class(ranges) => ranges.iter().any(|(low, high)| (*low..=*high).contains(&c)),
            Self::Literal(literal) => *literal == c,
        }
    }
}

impl Pattern {
    /// Compiles the key of an indicator.
    ///
    /// # Errors
    /// [`PatternError`].
    pub fn new(mode: MatchMode, key: &str) -> Result<Self, PatternError> {
        let form = match mode {
            MatchMode::Prefix => Form::Prefix(key.to_owned()),
            MatchMode::Glob => glob(key)?,
            MatchMode::Regex => Form::Regex(
                RegexBuilder::new(key)
                    .size_limit(REGEX_BYTES)
                    .dfa_size_limit(REGEX_BYTES)
                    .build()
                    .map_err(|error| PatternError::Regex(error.to_string()))?,
            ),
            MatchMode::Exact | MatchMode::Folded | MatchMode::Subdomains => {
                return Err(PatternError::NotAPattern(mode.as_str()));
            }
        };
        Ok(Self(form))
    }

    /// Whether it matches a value, which the caller has made comparable.
    #[must_use]
    pub fn matches(&self, value: &str) -> bool {
        match &self.0 {
            Form::Prefix(prefix) => value.starts_with(prefix.as_str()),
            Form::Glob { literal, rest } => value
                .strip_prefix(literal.as_str())
                .is_some_and(|value| glob_matches(rest, value)),
            Form::Regex(regex) => regex.is_match(value),
        }
    }
}

/// The literal beginning is kept apart: it turns most values away with one comparison.
fn glob(key: &str) -> Result<Form, PatternError> {
    let mut literal = String::new();
    let mut rest = Vec::new();
    let mut characters = key.chars();
    while let Some(c) = characters.next() {
        let token = match c {
            '*' => Token::Run,
            '?' => Token::One,
            '[' => class(&mut characters)?,
            other => Token::Literal(other),
        };
        match token {
            Token::Literal(c) if rest.is_empty() => literal.push(c),
            // Two runs in a row are one.
            Token::Run if rest.last() == Some(&Token::Run) => {}
            other => rest.push(other),
        }
    }
    Ok(Form::Glob { literal, rest })
}

fn class(characters: &mut std::str::Chars<'_>) -> Result<Token, PatternError> {
    if !characters.as_str().contains(']') {
        return Err(PatternError::OpenClass);
    }
    let body: String = characters.take_while(|c| *c != ']').collect();
    if body.is_empty() || body.starts_with(['!', '^']) {
        return Err(PatternError::BadClass);
    }
    let mut ranges = Vec::new();
    let mut rest = body.chars().peekable();
    while let Some(low) = rest.next() {
        let high = if rest.next_if_eq(&'-').is_some() {
            rest.next().ok_or(PatternError::BadClass)?
        } else {
            low
        };
        if high < low {
            return Err(PatternError::BadClass);
        }
        ranges.push((low, high));
    }
    Ok(Token::Class(ranges))
}

/// Goes through the value once; where it gets stuck it lets the last `*` take one character more. An
/// earlier `*` never has to take more than it did, so the work is at most value times pattern.
fn glob_matches(tokens: &[Token], value: &str) -> bool {
    let mut at = 0usize;
    let mut left = value.chars();
    let mut last_run: Option<(usize, std::str::Chars<'_>)> = None;
    loop {
        let here = left.clone();
        let next = left.next();
        match (tokens.get(at), next) {
            (None, None) => return true,
            (Some(Token::Run), _) => {
                at += 1;
                left = here;
                last_run = Some((at, left.clone()));
            }
            (Some(token), Some(c)) if token.takes(c) => at += 1,
            (_, _) => {
                let Some((after_run, mut resume)) = last_run.take() else {
                    return false;
                };
                if resume.next().is_none() {
                    return false;
                }
                at = after_run;
                left = resume.clone();
                last_run = Some((after_run, resume));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn glob_fits(pattern: &str, value: &str) -> bool {
        Pattern::new(MatchMode::Glob, pattern)
            .unwrap()
            .matches(value)
    }

    #[test]
    fn a_glob_covers_the_whole_value() {
        assert!(glob_fits(
            "com.rspl??.nanny.android",
            "com.rspl42.nanny.android"
        ));
        assert!(!glob_fits(
            "com.rspl??.nanny.android",
            "com.rspl4.nanny.android"
        ));
        assert!(!glob_fits(
            "com.rspl??.nanny.android",
            "com.rspl42.nanny.android.x"
        ));
        assert!(glob_fits(
            "com.android.core.mng[a-z]",
            "com.android.core.mngq"
        ));
        assert!(!glob_fits(
            "com.android.core.mng[a-z]",
            "com.android.core.mng7"
        ));
        assert!(glob_fits("*.cybrook.trackvie*", "net.cybrook.trackviewer"));
        assert!(glob_fits("*", ""));
        assert!(!glob_fits("?", ""));
        assert!(glob_fits("a*b*c", "a-b-b-c-c"));
        assert!(!glob_fits("a*b*c", "a-b-b-c-d"));
        assert!(glob_fits("é[à-ü]*", "éèz"));
    }

    #[test]
    fn a_glob_of_many_stars_is_quick_on_a_value_that_almost_fits() {
        let pattern = format!("{}b", "*a".repeat(60));
        assert!(!glob_fits(&pattern, &"a".repeat(4_096)));
    }

    #[test]
    fn a_class_without_an_end_is_refused() {
        let error = |key| Pattern::new(MatchMode::Glob, key).unwrap_err();
        assert_eq!(error("a[b"), PatternError::OpenClass);
        assert_eq!(error("a[]b"), PatternError::BadClass);
        assert_eq!(error("a[!b]"), PatternError::BadClass);
        assert_eq!(error("a[z-a]"), PatternError::BadClass);
        assert_eq!(error("a[z-]"), PatternError::BadClass);
    }

    #[test]
    fn a_regular_expression_says_itself_where_it_is_anchored() {
        let regex =
            |key: &str, value: &str| Pattern::new(MatchMode::Regex, key).unwrap().matches(value);
        assert!(regex(r"^Kids\WSafety\W[0-9]{2}-", "Kids Safety 42-x"));
        assert!(regex("Safety", "Kids Safety"));
        assert!(!regex("^Safety$", "Kids Safety"));
    }

    #[test]
    fn a_regular_expression_that_would_grow_too_large_is_refused() {
        assert!(matches!(
            Pattern::new(MatchMode::Regex, r"(\w{100}){100}"),
            Err(PatternError::Regex(_))
        ));
        assert!(Pattern::new(MatchMode::Regex, "(").is_err());
        assert!(Pattern::new(MatchMode::Exact, "a").is_err());
    }

    proptest! {
        /// The regex crate is the second opinion.
        #[test]
        fn a_glob_means_what_the_same_regular_expression_means(
            pattern in r"([ab*?]|\[ab\]){0,8}",
            value in "[abc]{0,10}",
        ) {
            let same = format!("^(?s:{})$", pattern.replace('*', ".*").replace('?', "."));
            prop_assert_eq!(glob_fits(&pattern, &value), Regex::new(&same).unwrap().is_match(&value));
        }

        #[test]
        fn any_text_compiles_or_is_refused(key in ".{0,40}", value in ".{0,40}") {
            for mode in MatchMode::ALL {
                if let Ok(pattern) = Pattern::new(*mode, &key) {
                    let _ = pattern.matches(&value);
                }
            }
        }
    }
}
