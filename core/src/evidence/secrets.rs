//! What opens encrypted evidence: passwords and age identities, given from outside and never written down.

use zeroize::Zeroizing;

/// Passwords and keys that the examiner gave. Overwritten in memory when dropped.
#[derive(Default)]
pub struct Secrets {
    /// Passwords of backups and passphrases of age files, tried in this order.
    pub passwords: Vec<Zeroizing<String>>,
    /// Texts of age identity files (`AGE-SECRET-KEY-1...`).
    pub identities: Vec<Zeroizing<String>>,
}

impl Secrets {
    /// None at all.
    pub const NONE: Self = Self {
        passwords: Vec::new(),
        identities: Vec::new(),
    };
}
