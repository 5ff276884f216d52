//! The message catalogue: every sentence that a person reads, in Fluent, one folder per language.

/// One language's messages.
pub struct Catalogue {}

impl Catalogue {
    /// British English, the language every message exists in.
    #[must_use]
    pub fn en_gb() -> Self {
        Self {}
    }
}
