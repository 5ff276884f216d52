//! What can be wrong with the signature files: one word each, stable, so that a script or a commit message
//! can name it.

use std::fmt;

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, below the signatures folder.
    pub path: String,
    /// The line, where the YAML library knows it.
    pub line: Option<u64>,
    /// Which kind of problem.
    pub code: Code,
    /// What exactly, in one sentence.
    pub message: String,
}

impl Problem {
    /// A problem in a file.
    pub fn new(path: impl Into<String>, code: Code, message: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            line: None,
            code,
            message: message.into(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}: {}", self.code.as_str(), self.message)
    }
}

macro_rules! codes {
    ($($variant:ident, $word:literal, $meaning:literal;)+) => {
        /// The kinds of problems.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = $meaning] $variant,)+
        }

        impl Code {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// What it means.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning),+ }
            }
        }
    };
}

codes! {
    Unreadable, "unreadable", "A file or folder could not be read.";
    Form, "form", "A file is not YAML of the agreed form: an unknown field or word, a missing field.";
    FileName, "file-name", "A family stands in a file that is not called after its id.";
    Id, "id", "An id is not made of a-z, 0-9 and `-`, or is empty.";
    Empty, "empty", "A text that people read is empty.";
    Twice, "twice", "The same thing stands twice in one file or list, or two families have one id.";
    Unsorted, "unsorted", "A list is not in its order.";
    Source, "source", "A record names a source that is not in lists/sources.yaml.";
    Date, "date", "A date is not a day in the form YYYY-MM-DD.";
    Capability, "capability", "A word is not one of the capabilities.";
    Word, "word", "A platform or role is not one of the known words.";
    Digest, "digest", "A digest of a list is not hex of the right length.";
    Value, "value", "A value is not of its kind, or cannot be compared in this mode.";
    Pattern, "pattern", "A glob or regular expression cannot be compiled.";
    Sample, "sample", "A glob or regular expression has no sample, or does not match it.";
    Broad, "broad", "An indicator would fire on ordinary apps, files or names.";
    Strength, "strength", "A kind that many honest things share (a name, a payload type) is identifying.";
    PublicKey, "public-key", "A key that anybody can sign with stands as a signer.";
    Role, "role", "A host that is not a server of the software is identifying, or a role stands beside something that is not a host.";
    SharedHost, "shared-host", "A host among strangers (a cloud tenant) is matched with everything below it.";
    PublicSuffix, "public-suffix", "A host under which everybody can register: nothing can be said about who is there.";
    Unshared, "unshared", "The same indicator stands in several families without a reason in each.";
    Conflict, "conflict", "The same indicator has different strengths or modes in different families.";
    Collision, "collision", "An app with more than one use is also an indicator of a family.";
    Rule, "rule", "A content rule is missing, named twice, or used by no family.";
    Suppression, "suppression", "A suppression names an indicator that is not there.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_one_word_of_its_own_with_a_meaning() {
        let mut words: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert!(
            words
                .iter()
                .all(|word| word.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
        );
        assert!(Code::ALL.iter().all(|code| code.meaning().ends_with('.')));
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), Code::ALL.len());
    }

    #[test]
    fn a_problem_is_one_line_that_an_editor_can_follow() {
        let mut problem = Problem::new("families/spy.yaml", Code::Id, "\"Spy\" is not an id");
        problem.line = Some(3);
        assert_eq!(
            problem.to_string(),
            "families/spy.yaml:3: id: \"Spy\" is not an id"
        );
    }
}
