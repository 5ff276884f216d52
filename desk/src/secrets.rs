//! What opens encrypted evidence and packages: passwords and age identities, from the places where they may
//! stand.

use std::fs::File;
use std::io::{self, IsTerminal as _, Read as _};
use std::path::{Path, PathBuf};

use clap::Args;
use rushlight_core::evidence::{Container, Secrets};
use rushlight_core::limits::KEY_FILE_BYTES;
use rushlight_core::text::Catalogue;
use zeroize::Zeroizing;

use crate::failure::Failure;
use crate::password::{Passphrase, prompt};

/// Where passwords and identities come from.
#[derive(Debug, Args)]
pub(crate) struct SecretArguments {
    /// Open what is encrypted with this age identity file
    #[arg(long, value_name = "FILE")]
    pub(crate) identity: Option<PathBuf>,

    /// Take the password of what is encrypted from this environment variable
    #[arg(long, value_name = "VAR", conflicts_with = "password_file")]
    pub(crate) password_env: Option<String>,

    /// Take the password of what is encrypted from the first line of this file
    #[arg(long, value_name = "FILE")]
    pub(crate) password_file: Option<PathBuf>,
}

impl SecretArguments {
    /// The password as it was named.
    pub(crate) fn passphrase(&self) -> Passphrase<'_> {
        Passphrase {
            variable: self.password_env.as_deref(),
            file: self.password_file.as_deref(),
        }
    }

    /// The text of the identity file.
    pub(crate) fn identity(&self) -> Result<Option<Zeroizing<String>>, Failure> {
        let Some(path) = &self.identity else {
            return Ok(None);
        };
        let mut text = Zeroizing::new(String::new());
        // A file of keys, one for each unit.
        let limit = KEY_FILE_BYTES << 8;
        File::open(path)
            .and_then(|file| file.take(limit).read_to_string(&mut text))
            .map_err(|cause| Failure::Read {
                path: path.clone(),
                cause,
            })?;
        Ok(Some(text))
    }

    /// What opens this evidence. Where nothing is named and a password is needed, a person at a terminal is
    /// asked before anything is read.
    pub(crate) fn secrets(
        &self,
        evidence: &[&Path],
        catalogue: &Catalogue,
    ) -> Result<Secrets, Failure> {
        let mut secrets = Secrets {
            identities: self.identity()?.into_iter().collect(),
            ..Secrets::NONE
        };
        let passphrase = self.passphrase();
        if passphrase.is_named() {
            secrets.passwords.push(passphrase.read(catalogue)?);
        } else if io::stdin().is_terminal()
            && evidence
                .iter()
                .any(|path| Container::asks_for_password(path))
        {
            secrets
                .passwords
                .push(prompt("desk-prompt-password", catalogue)?);
        }
        Ok(secrets)
    }
}
