//! The report as PDF: PDF/A-3a for the archive, PDF/UA-1 for screen readers, report.json inside.
//!
//! Typst sets the page as a library. It sees three files, all in memory: the layout
//! (`templates/report.typ`), the words (`document.json`) and what is attached (`report.json`). It has no
//! other file, no package, no system font and no clock, so the same report gives the same bytes.

use std::path::PathBuf;
use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::document::Document;
use super::shown::{is_invisible, push_code_point};
use super::{RenderError, Report, json};
use crate::text::{END_OF_ISOLATE, ISOLATE};

const LAYOUT: &str = include_str!("../../templates/report.typ");

/// Noto of 2020 (SIL Open Font License 1.1, `fonts/OFL.txt`), 1.9 MiB together. Noto Sans and Sans Mono have
/// Latin, Greek and Cyrillic. Urdu shares Naskh with Arabic: Nastaliq would add 1.1 MiB, and its slanting lines
/// need twice the height, which page one does not have.
const FONTS: [&[u8]; 7] = [
    include_bytes!("../../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../fonts/NotoSansMono-Regular.ttf"),
    include_bytes!("../../fonts/NotoNaskhArabic-Regular.ttf"),
    include_bytes!("../../fonts/NotoNaskhArabic-Bold.ttf"),
    include_bytes!("../../fonts/NotoSansGurmukhi-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansGurmukhi-Bold.ttf"),
];

/// The bytes of report.pdf.
pub(super) fn to_bytes(report: &Report, document: &Document) -> Result<Vec<u8>, RenderError> {
    let failed = RenderError::Pdf;
    let words = serde_json::to_string(document).map_err(|error| failed(error.to_string()))?;
    let page = Page::new(drawable(&words), json::to_bytes(report), stated(report))
        .ok_or_else(|| failed("its own files have no place".to_owned()))?;
    let options = options(report, page.stated)?;
    let drawn = typst::compile(&page)
        .output
        .and_then(|pages| typst_pdf::pdf(&pages, &options));
    // The library remembers what it has set, for an editor that sets the same page again. We do not.
    typst::comemo::evict(0);
    drawn.map_err(|errors| failed(in_words(&errors)))
}

fn options(report: &Report, stated: Option<Datetime>) -> Result<PdfOptions, RenderError> {
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
        .map_err(|error| RenderError::Pdf(error.message().to_string()))?;
    Ok(PdfOptions {
        ident: Smart::Custom(report.report_id.clone()),
        creator: Smart::Custom(Some(format!(
            "{} {}",
            report.tool.name, report.tool.version
        ))),
        timestamp: stated.map(typst_pdf::Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    })
}

/// The stated time, in UTC.
fn stated(report: &Report) -> Option<Datetime> {
    let time: Timestamp = report.scan.stated_at.parse().ok()?;
    let time = time.to_zoned(TimeZone::UTC);
    Datetime::from_ymd_hms(
        i32::from(time.year()),
        time.month().try_into().ok()?,
        time.day().try_into().ok()?,
        time.hour().try_into().ok()?,
        time.minute().try_into().ok()?,
        time.second().try_into().ok()?,
    )
}

/// The words with every letter that no font of ours has written as `⟨U+4E2D⟩`: PDF/A refuses a page with
/// a letter that is not drawn. Works on the JSON text, where whatever is not ASCII is inside a string.
fn drawable(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        // Private letters have no meaning that a reader could be told, and PDF/A-3a refuses them.
        let private = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
        let drawn = || {
            let fonts = &PRESS.fonts;
            fonts
                .iter()
                .any(|font| font.info().coverage.contains(c.into()))
        };
        // Isolates are ours: from the evidence they come as numbers.
        let isolate = matches!(c, ISOLATE | END_OF_ISOLATE);
        if c.is_ascii() || isolate || (!private && !is_invisible(c) && drawn()) {
            out.push(c);
        } else {
            push_code_point(&mut out, c);
        }
    }
    out
}

fn in_words(errors: &[SourceDiagnostic]) -> String {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    messages.join("; ")
}

/// What does not change from one report to the next.
struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static PRESS: LazyLock<Press> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS
        .into_iter()
        .filter_map(|bytes| Font::new(Bytes::new(bytes), 0))
        .collect();
    Press {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// All that Typst can see while it sets one report.
struct Page {
    layout: Source,
    words: (FileId, Bytes),
    attached: (FileId, Bytes),
    stated: Option<Datetime>,
}

impl Page {
    fn new(words: String, attached: Vec<u8>, stated: Option<Datetime>) -> Option<Self> {
        Some(Self {
            layout: Source::new(file("main.typ")?, LAYOUT.to_owned()),
            words: (file("document.json")?, Bytes::from_string(words)),
            attached: (file("report.json")?, Bytes::new(attached)),
            stated,
        })
    }
}

fn file(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Page {
    fn library(&self) -> &LazyHash<Library> {
        &PRESS.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &PRESS.book
    }

    fn main(&self) -> FileId {
        self.layout.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.layout.id() {
            Ok(self.layout.clone())
        } else {
            Err(absent(id))
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        [&self.words, &self.attached]
            .into_iter()
            .find(|(file, _)| *file == id)
            .map(|(_, bytes)| bytes.clone())
            .ok_or_else(|| absent(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        PRESS.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        self.stated
    }
}

fn absent(id: FileId) -> FileError {
    FileError::NotFound(PathBuf::from(id.get().vpath().get_without_slash()))
}

/// What the layout reads as `document.json`.
#[cfg(test)]
pub(super) fn words(document: &Document) -> String {
    drawable(&serde_json::to_string(document).unwrap())
}

/// How many pages the document has.
#[cfg(test)]
pub(super) fn pages(report: &Report, document: &Document) -> usize {
    let page = Page::new(words(document), json::to_bytes(report), stated(report)).unwrap();
    let drawn = typst::compile(&page).output.and_then(|drawn| {
        typst_pdf::pdf(&drawn, &PdfOptions::default())?;
        Ok(drawn.pages().len())
    });
    drawn.map_err(|errors| in_words(&errors)).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_font_is_read() {
        assert_eq!(PRESS.fonts.len(), FONTS.len());
    }

    /// Every letter of every font, so that no name can stop the report.
    #[test]
    fn every_letter_of_the_fonts_can_be_printed() {
        let letters: String = (0..=0x10_ffff)
            .filter_map(char::from_u32)
            .filter(|c| drawable(&c.to_string()) == c.to_string() && !c.is_control())
            .collect();
        assert!(letters.chars().count() > 3_000);
        let text = serde_json::to_string(&letters).unwrap();
        let words = format!(
            r#"{{"title": "Letters", "heading": "Letters", "language": "en-GB", "direction": "ltr", "draft": null,
                "footer": "", "page_number": "", "code": null,
                "page_one": [{{"block": "paragraph", "text": {text}}},
                             {{"block": "command", "text": {text}}}], "sections": []}}"#
        );
        let stated = Datetime::from_ymd_hms(2026, 6, 21, 10, 12, 0);
        let page = Page::new(words, Vec::new(), stated).unwrap();
        let options = PdfOptions {
            standards: PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]).unwrap(),
            timestamp: stated.map(typst_pdf::Timestamp::new_utc),
            ..PdfOptions::default()
        };
        let drawn = typst::compile(&page)
            .output
            .and_then(|pages| typst_pdf::pdf(&pages, &options));
        assert!(drawn.is_ok(), "{:?}", drawn.err());
    }

    #[test]
    fn a_letter_without_a_glyph_is_written_by_its_number() {
        assert_eq!(drawable("Äß Ωω Жж"), "Äß Ωω Жж");
        assert_eq!(drawable("中\u{e000}…⟨"), "⟨U+4E2D⟩⟨U+E000⟩…⟨");
    }
}
