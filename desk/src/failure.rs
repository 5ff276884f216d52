//! What to tell a person when the program could not do what was asked: one sentence, the cause, and
//! what to do. Anything less than that is in the report instead.

use std::path::PathBuf;

use rushlight_core::case::CaseError;
use rushlight_core::evidence::EvidenceError;
use rushlight_core::evidence::live::LiveError;
use rushlight_core::record::RecordError;
use rushlight_core::report::RenderError;
use rushlight_core::scan::ScanError;
#[cfg(feature = "encryption")]
use rushlight_core::seal::lock::LockError;
use rushlight_core::seal::{KeyError, PackError};
use rushlight_core::signatures::BundleError;
use rushlight_core::text::Catalogue;

use crate::adb::AdbError;

/// The program could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Scan(Box<ScanError>),
    #[error(transparent)]
    Bundle(Box<BundleError>),
    #[error(transparent)]
    Render(#[from] RenderError),
    #[error("{}: {cause}", path.display())]
    Write {
        path: PathBuf,
        cause: std::io::Error,
    },
    #[error("{0}")]
    Print(std::io::Error),
    #[error("{}: {cause}", path.display())]
    Read {
        path: PathBuf,
        cause: std::io::Error,
    },
    #[error("there is something at {} already", path.display())]
    Exists { path: PathBuf },
    #[error("{}: {cause}", path.display())]
    Key { path: PathBuf, cause: KeyError },
    #[error("{}: its mode is {mode:o}, and only its owner may read it", path.display())]
    KeyOpen { path: PathBuf, mode: u32 },
    #[error("{0}")]
    Password(String),
    #[cfg(feature = "encryption")]
    #[error("{}: {cause}", path.display())]
    Lock { path: PathBuf, cause: LockError },
    #[cfg(feature = "encryption")]
    #[error("{0}")]
    LockNew(LockError),
    #[cfg(feature = "encryption")]
    #[error("{}: {cause}", path.display())]
    Damaged {
        path: PathBuf,
        cause: std::io::Error,
    },
    #[cfg(not(feature = "encryption"))]
    #[error("{} is encrypted with age", path.display())]
    NoEncryption { path: PathBuf },
    #[cfg(not(feature = "encryption"))]
    #[error(
        "this build of Rushlight cannot encrypt (it was built without the feature \"encryption\")"
    )]
    CannotEncrypt,
    #[error(transparent)]
    Pack(#[from] PackError),
    #[error("{}: {cause}", path.display())]
    Case { path: PathBuf, cause: CaseError },
    #[error("{}: scope has no \"inventory\"", path.display())]
    InventoryNotAgreed { path: PathBuf },
    #[error("{}: {cause}", path.display())]
    Record { path: PathBuf, cause: RecordError },
    #[error("{}: evidence.json could not be read ({code})", path.display())]
    RecordEntry { path: PathBuf, code: &'static str },
    #[error("{} has no evidence.json", path.display())]
    NoRecord { path: PathBuf },
    #[error("{} is not whole", path.display())]
    NotWhole { path: PathBuf },
    #[error(transparent)]
    Adb(#[from] AdbError),
}

impl From<ScanError> for Failure {
    fn from(error: ScanError) -> Self {
        Self::Scan(Box::new(error))
    }
}

impl From<BundleError> for Failure {
    fn from(error: BundleError) -> Self {
        Self::Bundle(Box::new(error))
    }
}

impl Failure {
    /// 2 for wrong usage, 1 for everything else.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::InventoryNotAgreed { .. } => 2,
            _ => 1,
        }
    }

    /// Three lines: what did not work, why, what to do.
    pub(crate) fn tell(&self, catalogue: &Catalogue) -> String {
        let (what, remedy) = self.messages();
        format!(
            "{}\n{} {self}\n{} {}",
            catalogue.plain(what),
            catalogue.plain("desk-cause"),
            catalogue.plain("desk-remedy"),
            catalogue.plain(remedy),
        )
    }

    /// The messages for it: what did not work, and what to do.
    fn messages(&self) -> (&'static str, &'static str) {
        match self {
            Self::Scan(error) => match error.as_ref() {
                ScanError::Evidence(error) => evidence_messages(error),
                ScanError::Phone(LiveError::WirelessHole { .. }) => {
                    ("adb-failure-wireless", "adb-remedy-wireless")
                }
                ScanError::Phone(LiveError::NoAnswer { .. }) => {
                    ("adb-failure-no-answer", "adb-remedy-no-answer")
                }
                ScanError::Bundle(_) => SIGNATURES,
                #[cfg(feature = "content")]
                ScanError::Content(_) => SIGNATURES,
                ScanError::NothingAsked => {
                    ("desk-failure-nothing-asked", "desk-remedy-nothing-asked")
                }
            },
            Self::Bundle(_) => SIGNATURES,
            Self::Render(_) => ("desk-failure-render", "desk-remedy-render"),
            Self::Write { .. } => ("desk-failure-write", "desk-remedy-write"),
            Self::Print(_) => ("desk-failure-print", "desk-remedy-print"),
            Self::Read { .. } => ("seal-failure-read", "seal-remedy-read"),
            Self::Exists { .. } => ("seal-failure-exists", "seal-remedy-exists"),
            Self::Key { .. } => ("seal-failure-key", "seal-remedy-key"),
            Self::KeyOpen { .. } => ("seal-failure-key-open", "seal-remedy-key-open"),
            Self::Password(_) => ("seal-failure-password", "seal-remedy-password"),
            #[cfg(feature = "encryption")]
            Self::Lock { .. } => ("seal-failure-lock", "seal-remedy-lock"),
            #[cfg(feature = "encryption")]
            Self::LockNew(_) => ("seal-failure-lock-new", "seal-remedy-lock-new"),
            #[cfg(feature = "encryption")]
            Self::Damaged { .. } => ("seal-failure-damaged", "seal-remedy-damaged"),
            #[cfg(not(feature = "encryption"))]
            Self::NoEncryption { .. } => {
                ("seal-failure-no-encryption", "seal-remedy-no-encryption")
            }
            #[cfg(not(feature = "encryption"))]
            Self::CannotEncrypt => ("seal-failure-cannot-encrypt", "seal-remedy-cannot-encrypt"),
            Self::Pack(_) => ("seal-failure-pack", "seal-remedy-pack"),
            Self::Case { .. } => ("case-failure", "case-remedy"),
            Self::InventoryNotAgreed { .. } => ("case-failure-inventory", "case-remedy-inventory"),
            Self::Record { .. } | Self::RecordEntry { .. } => ("record-failure", "record-remedy"),
            Self::NoRecord { .. } => ("record-failure-none", "record-remedy-none"),
            Self::NotWhole { .. } => ("record-failure-changed", "record-remedy-changed"),
            Self::Adb(error) => match error {
                AdbError::NoServer { .. } | AdbError::Address { .. } | AdbError::Refused { .. } => {
                    ("adb-failure-server", "adb-remedy-server")
                }
                AdbError::NoPhone => ("adb-failure-none", "adb-remedy-none"),
                AdbError::Several { .. } => ("adb-failure-several", "adb-remedy-several"),
                AdbError::Unknown { .. } => ("adb-failure-unknown", "adb-remedy-unknown"),
                AdbError::Unauthorised { .. } => {
                    ("adb-failure-unauthorised", "adb-remedy-unauthorised")
                }
                AdbError::State { .. } => ("adb-failure-state", "adb-remedy-state"),
            },
        }
    }
}

const SIGNATURES: (&str, &str) = ("desk-failure-signatures", "desk-remedy-signatures");

fn evidence_messages(error: &EvidenceError) -> (&'static str, &'static str) {
    match error {
        EvidenceError::NotFound { .. } => ("desk-failure-not-found", "desk-remedy-not-found"),
        EvidenceError::Unreadable { .. } => ("desk-failure-unreadable", "desk-remedy-unreadable"),
        EvidenceError::Empty { .. } => ("desk-failure-empty", "desk-remedy-empty"),
        EvidenceError::Damaged { .. } => ("desk-failure-damaged", "desk-remedy-damaged"),
        EvidenceError::Encrypted { .. } => ("desk-failure-encrypted", "desk-remedy-encrypted"),
        EvidenceError::WrongPassword { .. } => {
            ("desk-failure-wrong-password", "desk-remedy-wrong-password")
        }
        EvidenceError::NotAPhone { .. } => ("desk-failure-not-a-phone", "desk-remedy-not-a-phone"),
        EvidenceError::SeveralBackups { .. } => (
            "desk-failure-several-backups",
            "desk-remedy-several-backups",
        ),
        EvidenceError::TooManyEntries { .. } => ("desk-failure-too-many", "desk-remedy-too-many"),
    }
}
