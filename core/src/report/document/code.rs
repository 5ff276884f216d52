//! The code beside the heading: the number of the report and the key that seals it, to scan with a phone.
//!
//! Whoever has only the paper can compare both with a file that somebody shows them later.

use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;

use crate::report::Report;
use crate::report::shown::shown;
use crate::text::Catalogue;

/// Light modules on each side that a reader of the code needs (ISO/IEC 18004).
const QUIET: usize = 4;

/// A QR code as squares, for every rendering to draw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Code {
    /// Width and height in modules, with the light border.
    pub size: usize,
    /// The dark modules as one SVG path, a module to the unit.
    pub path: String,
    /// What it holds, for whoever cannot see it.
    pub alternative: String,
    /// What stands below it.
    pub label: String,
}

impl Code {
    /// The code of a report. None where the text does not fit into a code, which no real number reaches.
    pub(super) fn of(report: &Report, catalogue: &Catalogue) -> Option<Self> {
        let mut holds = report.report_id.clone();
        if let Some(seal) = &report.seal {
            holds.push(' ');
            holds.push_str(&seal.fingerprint);
        }
        let code = QrCode::with_error_correction_level(&holds, EcLevel::M).ok()?;
        let label = match report.seal {
            Some(_) => "code-label-sealed",
            None => "code-label",
        };
        Some(Self {
            size: code.width() + 2 * QUIET,
            path: path(&code),
            alternative: catalogue.text("code-alternative", &[("holds", (&shown(&holds)).into())]),
            label: catalogue.plain(label),
        })
    }
}

/// One bar for each run of dark modules.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    let colours = code.to_colors();
    for (y, row) in colours.chunks(code.width()).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                let (x, y, length) = (x + QUIET, y + QUIET, run.len());
                path.push_str(&format!("M{x} {y}h{length}v1h-{length}z"));
            }
            x += run.len();
        }
    }
    path
}
