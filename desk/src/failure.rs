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
        let id = self.message();
        let what = catalogue.text(id, &[]);
        let remedy = catalogue.text(&format!("{id}-remedy"), &[]);
        let cause_label = catalogue.text("desk-cause", &[]);
        let remedy_label = catalogue.text("desk-remedy", &[]);
        format!("{what}\n{cause_label} {self}\n{remedy_label} {remedy}")
    }

    /// The message for it; `<id>-remedy` says what to do.
    fn message(&self) -> &'static str {
        match self {
            Self::Scan(ScanError::Evidence(error)) => match error {
                EvidenceError::NotFound { .. } => "desk-failure-not-found",
                EvidenceError::Unreadable { .. } => "desk-failure-unreadable",
                EvidenceError::Empty { .. } => "desk-failure-empty",
                EvidenceError::Damaged { .. } => "desk-failure-damaged",
                EvidenceError::NotAPhone { .. } => "desk-failure-not-a-phone",
                EvidenceError::TooManyEntries { .. } => "desk-failure-too-many",
            },
            Self::Scan(ScanError::Bundle(_) | ScanError::Content(_)) | Self::Bundle(_) => {
                "desk-failure-signatures"
            }
            Self::Scan(ScanError::NothingAsked) => "desk-failure-nothing-asked",
            Self::Render(_) => "desk-failure-render",
            Self::Write { .. } => "desk-failure-write",
            Self::Print(_) => "desk-failure-print",
        }
    }
}
