//! The report as PDF. (written next)
use super::document::Document;
use super::{RenderError, Report};

pub(super) fn to_bytes(_report: &Report, _document: &Document) -> Result<Vec<u8>, RenderError> {
    Err(RenderError::NoPdf)
}
