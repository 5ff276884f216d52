//! What to tell a person when the program could not do what was asked: one sentence, the cause, and
//! what to do. Anything less than that is in the report instead.

use std::path::PathBuf;

use rushlight_core::evidence::EvidenceError;
use rushlight_core::report::RenderError;
use rushlight_core::scan::ScanError;
use rushlight_core::signatures::BundleError;
use rushlight_core::text::Catalogue;

/// The program could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Scan(#[from] ScanError),
    #[error(transparent)]
    Bundle(#[from] BundleError),
    #[error(transparent)]
    Render(#[from] RenderError),
    #[error("{}: {cause}", path.display())]
    Write {
        path: PathBuf,
        cause: std::io::Error,
    },
    #[error("{0}")]
    Print(std::io::Error),
}

impl Failure {
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
            Self::Scan(ScanError::Evidence(error)) => match error {
                EvidenceError::NotFound { .. } => {
                    ("desk-failure-not-found", "desk-remedy-not-found")
                }
                EvidenceError::Unreadable { .. } => {
                    ("desk-failure-unreadable", "desk-remedy-unreadable")
                }
                EvidenceError::Empty { .. } => ("desk-failure-empty", "desk-remedy-empty"),
                EvidenceError::Damaged { .. } => ("desk-failure-damaged", "desk-remedy-damaged"),
                EvidenceError::Encrypted { .. } => {
                    ("desk-failure-encrypted", "desk-remedy-encrypted")
                }
                EvidenceError::NotAPhone { .. } => {
                    ("desk-failure-not-a-phone", "desk-remedy-not-a-phone")
                }
                EvidenceError::TooManyEntries { .. } => {
                    ("desk-failure-too-many", "desk-remedy-too-many")
                }
            },
            Self::Scan(ScanError::Bundle(_) | ScanError::Content(_)) | Self::Bundle(_) => {
                ("desk-failure-signatures", "desk-remedy-signatures")
            }
            Self::Scan(ScanError::NothingAsked) => {
                ("desk-failure-nothing-asked", "desk-remedy-nothing-asked")
            }
            Self::Render(_) => ("desk-failure-render", "desk-remedy-render"),
            Self::Write { .. } => ("desk-failure-write", "desk-remedy-write"),
            Self::Print(_) => ("desk-failure-print", "desk-remedy-print"),
        }
    }
}
