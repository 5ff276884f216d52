//! Keys: a station's private key that seals, the seal itself, and the keys that somebody expects.
//!
//! Key files and seals are OpenSSH's own (PROTOCOL.key, PROTOCOL.sshsig), so that a station can keep its key
//! as it keeps its other keys, and anyone can check a seal with `ssh-keygen`.

use std::collections::BTreeSet;
use std::fmt;

use rand_core::CryptoRngCore;
use ssh_key::private::{Ed25519Keypair, KeypairData};
use ssh_key::public::KeyData;
use ssh_key::{HashAlg, LineEnding, PrivateKey, PublicKey, SshSig};
use zeroize::Zeroizing;

use super::{Fault, NAMESPACE};
use crate::limits::{EXPECTED_KEYS, KEY_NAME_BYTES};
use crate::report::schema::SealKey;
use crate::report::shown::shown;

/// A key that seals packages. Its secret is overwritten in memory when it goes away.
pub struct SealingKey(PrivateKey);

/// A key could not be made, read or used.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// A name that cannot stand on paper and in one line.
    #[error("a key's name is 1 to {KEY_NAME_BYTES} bytes of visible text in one line")]
    Name,
    /// Not an OpenSSH key file.
    #[error("this is not an OpenSSH key file: {0}")]
    Unreadable(String),
    /// Only a passphrase opens it.
    #[error("this key has a passphrase")]
    PassphraseNeeded,
    /// Another passphrase.
    #[error("this is not the key's passphrase")]
    PassphraseWrong,
    /// Another kind of key.
    #[error("this is a key of the kind {0}, and only ssh-ed25519 seals")]
    Kind(String),
    /// Neither a public key nor a fingerprint.
    #[error("there is no ssh-ed25519 public key and no SHA256: fingerprint in it")]
    NoKey,
    /// The key did not sign, or could not be written.
    #[error("the key could not be used: {0}")]
    Unusable(String),
}

impl SealingKey {
    /// Makes a key. `random` is the machine's own source of randomness, which only the shell can ask for.
    ///
    /// # Errors
    /// [`KeyError::Name`].
    pub fn new(name: &str, random: &mut impl CryptoRngCore) -> Result<Self, KeyError> {
        if !is_printable(name) {
            return Err(KeyError::Name);
        }
        let pair = KeypairData::from(Ed25519Keypair::random(random));
        PrivateKey::new(pair, name)
            .map(Self)
            .map_err(|error| unusable(&error))
    }

    /// Reads an OpenSSH private key file.
    ///
    /// # Errors
    /// [`KeyError`]; [`KeyError::PassphraseNeeded`] when there is a passphrase and none was given.
    pub fn from_openssh(file: &[u8], passphrase: Option<&[u8]>) -> Result<Self, KeyError> {
        let unreadable = |error: ssh_key::Error| KeyError::Unreadable(error.to_string());
        let mut key = PrivateKey::from_openssh(file).map_err(unreadable)?;
        if key.is_encrypted() {
            let passphrase = passphrase.ok_or(KeyError::PassphraseNeeded)?;
            key = key
                .decrypt(passphrase)
                .map_err(|_| KeyError::PassphraseWrong)?;
        }
        if key.key_data().ed25519().is_none() {
            return Err(KeyError::Kind(key.algorithm().to_string()));
        }
        if !is_printable(key.comment()) {
            return Err(KeyError::Name);
        }
        Ok(Self(key))
    }

    /// The private key file, as OpenSSH writes it. Overwritten in memory when it goes away.
    ///
    /// # Errors
    /// [`KeyError::Unusable`].
    pub fn to_openssh(&self) -> Result<Zeroizing<String>, KeyError> {
        self.0
            .to_openssh(LineEnding::LF)
            .map_err(|error| unusable(&error))
    }

    /// The private key file, which only the passphrase opens (bcrypt-pbkdf and AES-256, OpenSSH's own choice).
    ///
    /// # Errors
    /// [`KeyError::Unusable`].
    pub fn to_openssh_encrypted(
        &self,
        passphrase: &[u8],
        random: &mut impl CryptoRngCore,
    ) -> Result<Zeroizing<String>, KeyError> {
        let locked = self
            .0
            .encrypt(random, passphrase)
            .map_err(|error| unusable(&error))?;
        locked
            .to_openssh(LineEnding::LF)
            .map_err(|error| unusable(&error))
    }

    /// The public key as one line with a line feed: `ssh-ed25519 AAAA... Peterlee front counter`.
    #[must_use]
    pub fn public_line(&self) -> String {
        let line = self.0.public_key().to_openssh();
        line.expect("an Ed25519 public key always has its line") + "\n"
    }

    /// How a report names the key.
    #[must_use]
    pub fn seal_key(&self) -> SealKey {
        SealKey {
            algorithm: self.0.algorithm().to_string(),
            fingerprint: fingerprint(self.0.public_key().key_data()),
            name: self.0.comment().to_owned(),
        }
    }

    /// The seal over these bytes: an armoured OpenSSH signature.
    pub(super) fn seal(&self, manifest: &[u8]) -> Result<String, KeyError> {
        self.seal_as(NAMESPACE, manifest)
    }

    pub(super) fn seal_as(&self, namespace: &str, manifest: &[u8]) -> Result<String, KeyError> {
        let seal = self.0.sign(namespace, HashAlg::Sha512, manifest);
        seal.and_then(|seal| seal.to_pem(LineEnding::LF))
            .map_err(|error| unusable(&error))
    }
}

impl fmt::Debug for SealingKey {
    /// Nothing of the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SealingKey").field(&self.seal_key()).finish()
    }
}

fn unusable(error: &ssh_key::Error) -> KeyError {
    KeyError::Unusable(error.to_string())
}

/// Whether a name can stand on paper as it is: visible, in one line, and not too long.
fn is_printable(name: &str) -> bool {
    !name.is_empty() && name.len() <= KEY_NAME_BYTES && name.trim() == name && shown(name) == name
}

/// As `ssh-keygen -l` prints it.
fn fingerprint(key: &KeyData) -> String {
    key.fingerprint(HashAlg::Sha256).to_string()
}

/// A seal as it stands in a package: readable, not yet believed.
pub(super) struct ReadSeal(SshSig);

impl ReadSeal {
    /// Reads an armoured OpenSSH signature that is spelt as we would spell it.
    pub(super) fn parse(file: &[u8]) -> Result<Self, Fault> {
        let seal = SshSig::from_pem(file).map_err(|error| Fault::SealUnreadable {
            cause: error.to_string(),
        })?;
        match seal.to_pem(LineEnding::LF) {
            Ok(spelt) if spelt.as_bytes() == file => Ok(Self(seal)),
            _ => Err(Fault::SealSpelling),
        }
    }

    /// The key that it says it was made by.
    pub(super) fn fingerprint(&self) -> String {
        fingerprint(self.0.public_key())
    }

    /// Whether it is this public key's, where the file of the public key is spelt as we would spell it. Gives
    /// what the owner calls the key.
    pub(super) fn name_in(&self, public_key: &[u8]) -> Option<String> {
        let line = std::str::from_utf8(public_key).ok()?;
        let key = PublicKey::from_openssh(line).ok()?;
        let spelt = key.to_openssh().ok()? + "\n";
        (spelt == line && key.key_data() == self.0.public_key()).then(|| shown(key.comment()))
    }

    /// What is wrong with it as a seal over these bytes; empty when it holds.
    ///
    /// Strict: keys of small order are refused, and so is every other spelling of the same signature
    /// (`verify_strict` of ed25519-dalek; Chalkias et al., "Taming the many EdDSAs", 2020).
    pub(super) fn faults(&self, manifest: &[u8]) -> Vec<Fault> {
        let seal = &self.0;
        let KeyData::Ed25519(key) = seal.public_key() else {
            return vec![Fault::SealKind];
        };
        let mut faults = Vec::new();
        if seal.namespace() != NAMESPACE {
            faults.push(Fault::SealNamespace {
                namespace: shown(seal.namespace()),
            });
        }
        let kind = seal.version() == SshSig::VERSION
            && seal.hash_alg() == HashAlg::Sha512
            && seal.reserved().is_empty()
            && seal.algorithm() == ssh_key::Algorithm::Ed25519;
        if !kind {
            faults.push(Fault::SealKind);
        }
        let holds = || -> Option<()> {
            let signed = SshSig::signed_data(seal.namespace(), seal.hash_alg(), manifest).ok()?;
            let signature = ed25519_dalek::Signature::from_slice(seal.signature_bytes()).ok()?;
            let key = ed25519_dalek::VerifyingKey::try_from(key).ok()?;
            key.verify_strict(&signed, &signature).ok()
        };
        if holds().is_none() {
            let fingerprint = self.fingerprint();
            faults.push(Fault::SealWrong { fingerprint });
        }
        faults
    }
}

/// The keys of which somebody expects one to have made the seal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedKeys(BTreeSet<String>);

impl ExpectedKeys {
    /// Reads fingerprints (`SHA256:...`) and public keys, one on a line; lines of OpenSSH's `allowed_signers`
    /// do as well. Empty lines and those that begin with `#` say nothing.
    ///
    /// # Errors
    /// [`KeyError::NoKey`] when any other line has neither, or there is none.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let lines = text.lines().map(str::trim);
        let keys: BTreeSet<String> = lines
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .take(EXPECTED_KEYS)
            .map(|line| expected(line).ok_or(KeyError::NoKey))
            .collect::<Result<_, _>>()?;
        if keys.is_empty() {
            return Err(KeyError::NoKey);
        }
        Ok(Self(keys))
    }

    /// Whether the key of this fingerprint is one of them.
    pub(super) fn contains(&self, fingerprint: &str) -> bool {
        self.0.contains(fingerprint)
    }
}

/// The fingerprint that a line names, or that of the key which stands in it.
fn expected(line: &str) -> Option<String> {
    if line.starts_with("SHA256:") {
        let fingerprint: ssh_key::Fingerprint = line.split_whitespace().next()?.parse().ok()?;
        return Some(fingerprint.to_string());
    }
    let mut words = line.split_whitespace();
    words.find(|word| *word == "ssh-ed25519")?;
    let key = PublicKey::from_openssh(&format!("ssh-ed25519 {}", words.next()?)).ok()?;
    Some(fingerprint(key.key_data()))
}
