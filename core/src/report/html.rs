//! The report as one HTML page: no script, nothing from outside, readable on a phone and on paper.

use askama::Template;

use super::RenderError;
use super::document::{Block, Document};

/// `templates/report.html`. Everything that is put in is escaped.
#[derive(Template)]
#[template(path = "report.html")]
struct Page<'a> {
    document: &'a Document,
}

/// The bytes of report.html.
pub(super) fn to_bytes(document: &Document) -> Result<Vec<u8>, RenderError> {
    Ok(Page { document }.render()?.into_bytes())
}
