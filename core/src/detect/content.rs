//! Content: the bundle's YARA rules over the code of apps.
//!
//! Rules travel as source and are compiled here, because compiled ones must not cross versions of the
//! library (yara-x 1.18 to 1.19 aborted the process, VirusTotal/yara-x issue 720). Rules that the library
//! calls slow are refused; a buffer that takes too long is a reason, not a wait.

use std::time::Duration;

use crate::evidence::CodeCheck;
use crate::limits;
use crate::signatures::{Bundle, BundleError};
use crate::snapshot::Reason;

/// The compiled rules of a bundle.
pub struct ContentRules {
    rules: yara_x::Rules,
}

/// A bundle's rules could not be used.
#[derive(Debug, thiserror::Error)]
pub enum ContentError {
    /// The bundle could not be read.
    #[error(transparent)]
    Bundle(#[from] BundleError),
    /// A rule does not compile, or is too slow to use.
    #[error("the rules in {name} cannot be used: {cause}")]
    Rule {
        /// The rule file's name.
        name: String,
        /// What the compiler said.
        cause: String,
    },
}

impl ContentRules {
    /// Compiles a bundle's rules; none when it has none.
    ///
    /// # Errors
    /// [`ContentError`] when a rule is refused: a bundle whose rules do not all work is not used.
    pub fn compile(bundle: &Bundle) -> Result<Option<Self>, ContentError> {
        let sources = bundle.rules()?;
        if sources.is_empty() {
            return Ok(None);
        }
        let mut compiler = yara_x::Compiler::new();
        compiler
            .error_on_slow_pattern(true)
            .error_on_slow_loop(true)
            .enable_includes(false);
        for (name, text) in sources {
            compiler
                .add_source(text.as_str())
                .map_err(|error| ContentError::Rule {
                    name,
                    cause: error.to_string(),
                })?;
        }
        let rules = compiler.build();
        Ok(Some(Self { rules }))
    }
}

impl CodeCheck for ContentRules {
    fn matching_rules(&self, dex: &[u8]) -> Result<Vec<String>, Reason> {
        let mut scanner = yara_x::Scanner::new(&self.rules);
        scanner
            .set_timeout(Duration::from_secs(limits::YARA_SECONDS))
            .max_matches_per_pattern(limits::YARA_MATCHES);
        let results = scanner.scan(dex).map_err(|error| Reason::Malformed {
            cause: format!("the content rules stopped: {error}"),
        })?;
        let mut names: Vec<String> = results
            .matching_rules()
            .map(|rule| rule.identifier().to_owned())
            .collect();
        names.sort_unstable();
        names.dedup();
        Ok(names)
    }
}
