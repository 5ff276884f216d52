//! The report: assembled once, drawn several times.
//!
//! A snapshot and findings become one [`Report`] ([`assemble`]), which is report.json. For people it is
//! put into words once ([`document()`]), and HTML and PDF draw those words. [`render`] is the way out.

mod apple;
mod assemble;
mod case_uco;
mod csv;
pub mod document;
mod help;
mod html;
mod json;
#[cfg(feature = "pdf")]
mod pdf;
mod profiles;
#[cfg(feature = "schema")]
mod published;
pub mod schema;
pub mod shown;
#[cfg(test)]
mod tests;
pub mod timeline;
pub(crate) mod words;

pub use assemble::{assemble, report_id};
pub use document::{Document, document};
pub(crate) use json::to_bytes as json_bytes;
#[cfg(feature = "schema")]
pub use published::json_schema;
pub use schema::{Edition, Report};

use crate::text::Catalogue;

/// What a report can be drawn as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// For paper and for a court: PDF/A-3a and PDF/UA-1, with report.json inside.
    Pdf,
    /// For a browser, offline.
    Html,
    /// For programs: the whole report.
    Json,
    /// For a spreadsheet: findings and surfaces.
    Csv,
    /// For a spreadsheet: every dated fact.
    Timeline,
    /// For case systems: CASE/UCO in JSON-LD.
    CaseUco,
}

impl Format {
    /// Every format, in the order of this list.
    pub const ALL: &'static [Self] = &[
        Self::Pdf,
        Self::Html,
        Self::Json,
        Self::Csv,
        Self::Timeline,
        Self::CaseUco,
    ];

    /// The word used on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Timeline => "timeline",
            Self::CaseUco => "case-uco",
        }
    }

    /// The name of the file that it is written to.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Pdf => "report.pdf",
            Self::Html => "report.html",
            Self::Json => "report.json",
            Self::Csv => "report.csv",
            Self::Timeline => "timeline.csv",
            Self::CaseUco => "report.jsonld",
        }
    }

    /// The format of a word, or none for a word that we do not know.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|format| format.as_str() == word)
    }
}

/// A report could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// This build has no PDF in it.
    #[error("this build of Rushlight cannot write PDF (it was built without the feature \"pdf\")")]
    NoPdf,
    /// The page could not be set.
    #[error("the PDF could not be made: {0}")]
    Pdf(String),
    /// The page could not be written.
    #[error("the HTML page could not be made: {0}")]
    Html(#[from] askama::Error),
    /// A row could not be written.
    #[error("the CSV file could not be made: {0}")]
    Csv(#[from] ::csv::Error),
}

/// Draws the report. The same report gives the same bytes, in every format.
///
/// # Errors
/// [`RenderError`].
pub fn render(
    report: &Report,
    catalogue: &Catalogue,
    format: Format,
) -> Result<Vec<u8>, RenderError> {
    match format {
        Format::Json => Ok(json::to_bytes(report)),
        Format::Csv => Ok(csv::to_bytes(report, catalogue)?),
        Format::Timeline => Ok(timeline::to_bytes(report, catalogue)?),
        Format::CaseUco => Ok(case_uco::to_bytes(report, catalogue)),
        Format::Html => html::to_bytes(&document(report, catalogue)),
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::to_bytes(report, &document(report, catalogue)),
        #[cfg(not(feature = "pdf"))]
        Format::Pdf => Err(RenderError::NoPdf),
    }
}
