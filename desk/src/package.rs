//! `rushlight scan --package`: the rendered files and the record become one file, sealed and locked as asked.

#[cfg(feature = "encryption")]
use std::fs::File;
#[cfg(feature = "encryption")]
use std::io::{self, Read as _};
#[cfg(feature = "encryption")]
use std::path::Path;
use std::path::PathBuf;

use clap::Args;
#[cfg(feature = "encryption")]
use rushlight_core::limits::KEY_FILE_BYTES;
#[cfg(feature = "encryption")]
use rushlight_core::seal::lock::Lock;
use rushlight_core::seal::{SealingKey, pack};
use rushlight_core::text::Catalogue;

use crate::failure::Failure;
use crate::key;
use crate::password::Passphrase;

/// What is asked of a package.
#[derive(Debug, Args)]
pub(crate) struct PackageArguments {
    /// Also write the package: all files in one, with their digests
    #[arg(long, requires = "out")]
    pub(crate) package: bool,

    /// Seal the package with this private key (rushlight key new)
    #[arg(long, value_name = "FILE", requires = "package")]
    pub(crate) key: Option<PathBuf>,

    /// Take the key's passphrase from this environment variable
    #[arg(
        long,
        value_name = "VAR",
        requires = "key",
        conflicts_with = "key_password_file"
    )]
    pub(crate) key_password_env: Option<String>,

    /// Take the key's passphrase from the first line of this file
    #[arg(long, value_name = "FILE", requires = "key")]
    pub(crate) key_password_file: Option<PathBuf>,

    /// Encrypt the package with a passphrase
    #[arg(long, requires = "package", conflicts_with = "encrypt_to")]
    pub(crate) encrypt: bool,

    /// Encrypt the package to a unit's key: age1..., or a file of such lines
    #[arg(long, value_name = "KEY", requires = "package")]
    pub(crate) encrypt_to: Option<String>,

    /// Take the passphrase for --encrypt from this environment variable
    #[arg(
        long,
        value_name = "VAR",
        requires = "encrypt",
        conflicts_with = "encrypt_password_file"
    )]
    pub(crate) encrypt_password_env: Option<String>,

    /// Take the passphrase for --encrypt from the first line of this file
    #[arg(long, value_name = "FILE", requires = "encrypt")]
    pub(crate) encrypt_password_file: Option<PathBuf>,
}

/// The keys of a package, asked for before the check begins: a wrong passphrase must not cost a check.
pub(crate) struct Keys {
    sealing: Option<SealingKey>,
    #[cfg(feature = "encryption")]
    lock: Option<Lock>,
}

impl PackageArguments {
    /// Whether only a passphrase or a key opens the package.
    pub(crate) fn encrypts(&self) -> bool {
        self.encrypt || self.encrypt_to.is_some()
    }

    /// Reads the keys.
    pub(crate) fn keys(&self, catalogue: &Catalogue) -> Result<Keys, Failure> {
        let passphrase = Passphrase {
            variable: self.key_password_env.as_deref(),
            file: self.key_password_file.as_deref(),
        };
        #[cfg(not(feature = "encryption"))]
        if self.encrypts() {
            return Err(Failure::CannotEncrypt);
        }
        let sealing = self.key.as_deref();
        let sealing = sealing.map(|path| key::load(path, &passphrase, catalogue));
        Ok(Keys {
            sealing: sealing.transpose()?,
            #[cfg(feature = "encryption")]
            lock: self.lock(catalogue)?,
        })
    }

    #[cfg(feature = "encryption")]
    fn lock(&self, catalogue: &Catalogue) -> Result<Option<Lock>, Failure> {
        if self.encrypt {
            let passphrase = Passphrase {
                variable: self.encrypt_password_env.as_deref(),
                file: self.encrypt_password_file.as_deref(),
            };
            return Ok(Some(Lock::Passphrase(passphrase.read_new(catalogue)?)));
        }
        let Some(to) = &self.encrypt_to else {
            return Ok(None);
        };
        let text = if to.starts_with("age1") {
            to.clone()
        } else {
            read_recipients(Path::new(to)).map_err(|cause| Failure::Read {
                path: PathBuf::from(to),
                cause,
            })?
        };
        Lock::recipients(&text).map(Some).map_err(Failure::LockNew)
    }
}

#[cfg(feature = "encryption")]
fn read_recipients(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?
        .take(KEY_FILE_BYTES << 8)
        .read_to_string(&mut text)?;
    Ok(text)
}

impl Keys {
    /// The key that seals, for [`Options::seal`](rushlight_core::scan::Options::seal) and for [`pack`].
    pub(crate) fn sealing(&self) -> Option<&SealingKey> {
        self.sealing.as_ref()
    }

    /// The package of these entries: its file name and its bytes.
    pub(crate) fn package(
        &self,
        entries: Vec<(String, Vec<u8>)>,
    ) -> Result<(&'static str, Vec<u8>), Failure> {
        let bytes = pack(entries, self.sealing.as_ref())?;
        #[cfg(feature = "encryption")]
        if let Some(lock) = &self.lock {
            let locked = lock.lock(&bytes).map_err(Failure::LockNew)?;
            return Ok(("package.zip.age", locked));
        }
        Ok(("package.zip", bytes))
    }
}
