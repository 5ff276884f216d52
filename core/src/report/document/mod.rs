//! The document: the report in words, in the order of the page, without a layout.
//!
//! A [`Report`] and a [`Catalogue`] go in; what comes out is drawn as HTML and as PDF, so that both say
//! the same in the same order. Every value from the evidence has been through [`shown`] here.

mod closing;
mod findings;
mod opening;
mod phone;

pub(super) use findings::because_words;

use serde::Serialize;

use super::Report;
use super::shown::shown;
use crate::text::{Catalogue, Direction};

/// The whole document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// BCP 47 language of its words.
    pub language: String,
    /// Which way its lines run.
    pub direction: Direction,
    /// That its language is a draft; none for a complete one.
    pub draft: Option<Draft>,
    /// For the foot of each page.
    pub footer: String,
    /// For the foot of each page, with `{page}` and `{pages}` where the numbers stand.
    pub page_number: String,
    /// The first page: all that most readers need.
    pub page_one: Vec<Block>,
    /// What follows.
    pub sections: Vec<Section>,
}

/// What stands above page one, and at the foot of each page, in a language that no person has read yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Draft {
    /// In the document's language.
    pub own: String,
    /// In English, for an officer.
    pub english: String,
}

/// A part with a heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// For links.
    pub id: &'static str,
    /// Its heading.
    pub heading: String,
    /// What it says.
    pub blocks: Vec<Block>,
    /// One for each finding; empty in every other part.
    pub cards: Vec<Card>,
}

/// One finding, set apart from the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Card {
    /// For links: `f1`.
    pub id: String,
    /// Number and outcome word.
    pub heading: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// One piece of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// Sentences.
    Paragraph {
        /// The sentences.
        text: String,
    },
    /// Sentences that stand out.
    Note {
        /// The sentences.
        text: String,
    },
    /// A heading inside a part.
    Heading {
        /// Its words.
        text: String,
    },
    /// Sentences, one below the other.
    List {
        /// The sentences.
        items: Vec<String>,
    },
    /// A command to type.
    Command {
        /// The command.
        text: String,
    },
    /// The three outcome words with their counts.
    Outcomes {
        /// Always three.
        boxes: Vec<OutcomeBox>,
    },
    /// Names and values.
    Facts {
        /// In order.
        facts: Vec<Fact>,
    },
    /// Rows and columns.
    Table(Table),
    /// Labels with a line to write on.
    Fields {
        /// One line each.
        labels: Vec<String>,
    },
}

/// One outcome word with its count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OutcomeBox {
    /// How many.
    pub count: u64,
    /// The word.
    pub word: String,
    /// What the word means.
    pub meaning: String,
}

/// A name and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The name.
    pub label: String,
    /// The value.
    pub value: Cell,
}

/// Rows and columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// What the table is.
    pub caption: String,
    /// In order.
    pub columns: Vec<Column>,
    /// As many cells as columns. The first cell of a row is its head.
    pub rows: Vec<Vec<Cell>>,
    /// Rows to fill in by hand, below the others.
    pub blank_rows: usize,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its share of the width.
    pub share: u8,
    /// Numbers stand to the right.
    pub number: bool,
}

/// Lines of one cell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Cell(pub Vec<Line>);

/// One line of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// Whether it is an exact value, to be compared letter by letter.
    pub exact: bool,
}

/// Puts the report into words.
#[must_use]
pub fn document(report: &Report, catalogue: &Catalogue) -> Document {
    let id = shown(&report.report_id);
    let sections = [
        Some(opening::agreement(catalogue)),
        Some(phone::device(report, catalogue)),
        Some(phone::checked(report, catalogue)),
        Some(findings::findings(report, catalogue)),
        phone::inventory(report, catalogue),
        Some(closing::limits(report, catalogue)),
        Some(closing::actions(report, catalogue)),
        Some(closing::integrity(report, catalogue)),
        Some(closing::custody(catalogue)),
        Some(closing::help(report, catalogue)),
        Some(closing::sources(report, catalogue)),
    ];
    Document {
        title: catalogue.plain("report-title"),
        language: catalogue.language().to_owned(),
        direction: catalogue.direction(),
        draft: catalogue
            .draft_note()
            .map(|(own, english)| Draft { own, english }),
        footer: catalogue.text("report-footer", &[("id", (&id).into())]),
        page_number: catalogue.text(
            "report-page",
            &[("page", "{page}".into()), ("pages", "{pages}".into())],
        ),
        page_one: opening::page_one(report, catalogue),
        sections: sections.into_iter().flatten().collect(),
    }
}

impl Section {
    fn new(id: &'static str, heading: String, blocks: Vec<Block>) -> Self {
        Self {
            id,
            heading,
            blocks,
            cards: Vec::new(),
        }
    }
}

impl Block {
    fn paragraph(text: String) -> Self {
        Self::Paragraph { text }
    }

    fn fields(catalogue: &Catalogue, labels: &[&str]) -> Self {
        Self::Fields {
            labels: labels.iter().map(|id| catalogue.plain(id)).collect(),
        }
    }
}

impl Fact {
    fn words(label: String, value: String) -> Self {
        let value = Cell::words(value);
        Self { label, value }
    }

    fn exact(label: String, value: &str) -> Self {
        let value = Cell::exact(value);
        Self { label, value }
    }
}

impl Column {
    fn text(head: String, share: u8) -> Self {
        Self {
            head,
            share,
            number: false,
        }
    }

    fn number(head: String, share: u8) -> Self {
        Self {
            head,
            share,
            number: true,
        }
    }
}

impl Cell {
    /// Words of ours, or words in which values were already made visible.
    fn words(text: String) -> Self {
        Self::default().and_words(text)
    }

    /// A value from the evidence or a digest.
    fn exact(value: &str) -> Self {
        Self::default().and_exact(value)
    }

    fn and_words(mut self, text: String) -> Self {
        self.0.push(Line { text, exact: false });
        self
    }

    fn and_exact(mut self, value: &str) -> Self {
        self.0.push(Line {
            text: shown(value),
            exact: true,
        });
        self
    }
}
