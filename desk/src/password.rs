//! Passphrases: from a variable, from a file, or from a person at a terminal. Never from the command line,
//! which every process of the machine can read. Overwritten in memory when they go away.

use std::fs;
use std::path::Path;

use rushlight_core::text::Catalogue;
use zeroize::Zeroizing;

use crate::failure::Failure;

/// Where a passphrase comes from: a variable, or the first line of a file, or else a hidden prompt.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Passphrase<'a> {
    pub(crate) variable: Option<&'a str>,
    pub(crate) file: Option<&'a Path>,
}

impl Passphrase<'_> {
    /// Whether a variable or a file is named.
    pub(crate) fn is_named(&self) -> bool {
        self.variable.is_some() || self.file.is_some()
    }

    /// The passphrase of something that has one.
    pub(crate) fn read(&self, catalogue: &Catalogue) -> Result<Zeroizing<String>, Failure> {
        match self.named()? {
            Some(passphrase) => Ok(passphrase),
            None => prompt("seal-prompt-passphrase", catalogue),
        }
    }

    /// A new passphrase: a prompt asks for it twice.
    pub(crate) fn read_new(&self, catalogue: &Catalogue) -> Result<Zeroizing<String>, Failure> {
        if let Some(passphrase) = self.named()? {
            return Ok(passphrase);
        }
        let first = prompt("seal-prompt-passphrase-new", catalogue)?;
        let second = prompt("seal-prompt-passphrase-again", catalogue)?;
        if first != second {
            return Err(Failure::Password("the two passphrases differ".to_owned()));
        }
        Ok(first)
    }

    fn named(&self) -> Result<Option<Zeroizing<String>>, Failure> {
        let passphrase = if let Some(variable) = self.variable {
            let value = std::env::var(variable)
                .map_err(|cause| Failure::Password(format!("{variable}: {cause}")))?;
            Zeroizing::new(value)
        } else if let Some(path) = self.file {
            let text = fs::read_to_string(path).map(Zeroizing::new);
            let text =
                text.map_err(|cause| Failure::Password(format!("{}: {cause}", path.display())))?;
            Zeroizing::new(text.lines().next().unwrap_or_default().to_owned())
        } else {
            return Ok(None);
        };
        not_empty(passphrase).map(Some)
    }
}

fn not_empty(passphrase: Zeroizing<String>) -> Result<Zeroizing<String>, Failure> {
    if passphrase.is_empty() {
        return Err(Failure::Password("the passphrase is empty".to_owned()));
    }
    Ok(passphrase)
}

/// Asks on the terminal, without showing what is typed.
pub(crate) fn prompt(message: &str, catalogue: &Catalogue) -> Result<Zeroizing<String>, Failure> {
    let typed = rpassword::prompt_password(format!("{} ", catalogue.plain(message)));
    let typed = typed.map(Zeroizing::new);
    not_empty(typed.map_err(|cause| Failure::Password(cause.to_string()))?)
}
