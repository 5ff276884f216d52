//! `rushlight key new`: a sealing key for this station. And reading one to seal with.

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use rand_core::OsRng;
use rushlight_core::limits::KEY_FILE_BYTES;
use rushlight_core::seal::{KeyError, SealingKey};
use rushlight_core::text::Catalogue;
use zeroize::Zeroizing;

use crate::args::KeyNewArguments;
use crate::failure::Failure;
use crate::password::Passphrase;
use crate::store;

/// Makes a key and says what to do with it.
pub(crate) fn run_new(
    arguments: &KeyNewArguments,
    catalogue: &Catalogue,
) -> Result<ExitCode, Failure> {
    let passphrase = Passphrase {
        variable: arguments.password_env.as_deref(),
        file: arguments.password_file.as_deref(),
    };
    let path = &arguments.out;
    let public_path = public(path);
    let unusable = |cause| key_failure(path, cause);
    let key = SealingKey::new(&arguments.name, &mut OsRng).map_err(unusable)?;
    let private = if arguments.encrypt || passphrase.is_named() {
        let passphrase = passphrase.read_new(catalogue)?;
        key.to_openssh_encrypted(passphrase.as_bytes(), &mut OsRng)
    } else {
        key.to_openssh()
    };
    let private = private.map_err(unusable)?;
    for path in [path, &public_path] {
        // Asked before either is written. `create` asks again.
        if path.symlink_metadata().is_ok() {
            return Err(Failure::Exists { path: path.clone() });
        }
    }
    store::create(path, private.as_bytes(), 0o600)?;
    store::create(&public_path, key.public_line().as_bytes(), 0o644)?;

    let named = key.seal_key();
    let line = |id: &str, value: &str| format!("{:<13} {value}\n", catalogue.plain(id));
    let mut text = format!("{}\n", catalogue.plain("seal-key-made"));
    text += &line("seal-key-name", &named.name);
    text += &line("seal-key-fingerprint", &named.fingerprint);
    text += &line("seal-key-private", &path.display().to_string());
    text += &line("seal-key-public", &public_path.display().to_string());
    text += &format!("\n{}\n", catalogue.plain("seal-key-keep"));
    io::stdout()
        .write_all(text.as_bytes())
        .map_err(Failure::Print)?;
    Ok(ExitCode::SUCCESS)
}

/// Reads the key that seals. Asks for its passphrase only where it has one.
pub(crate) fn load(
    path: &Path,
    passphrase: &Passphrase<'_>,
    catalogue: &Catalogue,
) -> Result<SealingKey, Failure> {
    let file = read_private(path)?;
    match SealingKey::from_openssh(&file, None) {
        Err(KeyError::PassphraseNeeded) => {
            let passphrase = passphrase.read(catalogue)?;
            SealingKey::from_openssh(&file, Some(passphrase.as_bytes()))
        }
        other => other,
    }
    .map_err(|cause| key_failure(path, cause))
}

/// The bytes of a private key file. Like OpenSSH, this refuses one that others can read.
fn read_private(path: &Path) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let unreadable = |cause| Failure::Read {
        path: path.to_owned(),
        cause,
    };
    let mut file = File::open(path).map_err(unreadable)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = file.metadata().map_err(unreadable)?.permissions().mode();
        if mode & 0o077 != 0 {
            return Err(Failure::KeyOpen {
                path: path.to_owned(),
                mode: mode & 0o777,
            });
        }
    }
    // Room from the start: a vector that grows leaves copies behind.
    let room = usize::try_from(KEY_FILE_BYTES).unwrap_or_default();
    let mut bytes = Zeroizing::new(Vec::with_capacity(room));
    (&mut file)
        .take(KEY_FILE_BYTES)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    Ok(bytes)
}

/// Where the public key stands: beside the private one, as `ssh-keygen` has it.
fn public(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".pub");
    PathBuf::from(name)
}

fn key_failure(path: &Path, cause: KeyError) -> Failure {
    Failure::Key {
        path: path.to_owned(),
        cause,
    }
}
