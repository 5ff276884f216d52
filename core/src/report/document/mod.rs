//! The document: the report in words, in the order of the page, without a layout.
//!
//! A [`Report`] and a [`Catalogue`] go in; what comes out is drawn as HTML and as PDF, so that both say
//! the same in the same order. Every value from the evidence has been through [`shown`] here.

mod account;
mod closing;
mod code;
mod findings;
mod opening;
mod particulars;
mod phone;
mod profiles;
mod statements;

pub(super) use findings::because_words;

use serde::Serialize;

use super::shown::shown;
use super::{Edition, Report};
use crate::limits::ROWS_PRINTED;
use crate::text::{Catalogue, Direction};
pub use code::Code;

/// The whole document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    /// What a list of files or a window calls it. The person's copy has a title that says nothing (R-D2).
    pub title: String,
    /// The heading of the first page.
    pub heading: String,
    /// BCP 47 language of its words.
    pub language: String,
    /// Which way its words run.
    pub direction: Direction,
    /// That its language is a draft; none for a complete one.
    pub draft: Option<Draft>,
    /// What a line to write on is called where it cannot be seen.
    pub blank: String,
    /// For the foot of each page.
    pub footer: String,
    /// For the foot of each page, with `{page}` and `{pages}` where the numbers stand.
    pub page_number: String,
    /// Stands beside the heading, to scan.
    pub code: Option<Code>,
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
    /// One for each finding or statement; empty in every other part.
    pub cards: Vec<Card>,
    /// What follows the cards.
    pub after: Vec<Block>,
}

/// One finding, or one thing that the person said, set apart from the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Card {
    /// For links: `f1`.
    pub id: String,
    /// Number and outcome word.
    pub heading: String,
    /// Whether it was to be expected on this phone: it is set in grey, and its words say why.
    pub expected: bool,
    /// The sentence that sums it up.
    pub blocks: Vec<Block>,
    /// Facts, what they may mean, and what the person says, kept apart (ISO/IEC 27042).
    pub parts: Vec<Part>,
}

/// One of the parts of a card. Each kind looks different, without colour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What kind of knowledge it is.
    pub kind: PartKind,
    /// Its heading.
    pub heading: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// What kind of knowledge a part holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// What the facts may mean.
    Meaning,
    /// What the machine observed.
    Observed,
    /// What the person says.
    Said,
}

impl PartKind {
    /// The word of the kind in the templates.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Meaning => "meaning",
            Self::Observed => "observed",
            Self::Said => "said",
        }
    }
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
    /// Labels, each with what was filled in, or with a line to write on where nothing was.
    Fields {
        /// An empty value is a line.
        fields: Vec<Fact>,
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
    pub rows: Vec<Row>,
    /// Rows to fill in by hand, below the others.
    pub blank_rows: usize,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// As many as columns.
    pub cells: Vec<Cell>,
    /// Set in grey; its words say why.
    pub muted: bool,
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
    let (findings, looks) = findings::findings(report, catalogue);
    let checked = phone::checked(report, catalogue);
    let statements = statements::statements(report, catalogue);
    let limits = Some(closing::limits(report, catalogue));
    let integrity = Some(closing::integrity(report, catalogue));
    let help = Some(closing::help(report, catalogue));
    let sources = Some(closing::sources(report, catalogue));
    let sections: Vec<Option<Section>> = match report.edition {
        Edition::Officer => vec![
            Some(particulars::agreement(report, catalogue)),
            Some(phone::device(report, catalogue)),
            account::devices(report, catalogue),
            Some(phone::times(report, catalogue)),
            Some(checked),
            Some(findings),
            Some(looks),
            statements,
            phone::inventory(report, catalogue),
            limits,
            Some(closing::actions(report, catalogue)),
            integrity,
            Some(closing::custody(catalogue)),
            help,
            sources,
        ],
        Edition::Person => vec![
            Some(findings),
            Some(looks),
            statements,
            Some(checked),
            limits,
            help,
            integrity,
            sources,
        ],
    };
    let (title, heading) = match report.edition {
        Edition::Officer => ("report-title", "report-title"),
        Edition::Person => ("report-title-person", "report-heading-person"),
    };
    Document {
        title: catalogue.plain(title),
        heading: catalogue.plain(heading),
        language: catalogue.language().to_owned(),
        direction: catalogue.direction(),
        draft: catalogue
            .draft_note()
            .map(|(own, english)| Draft { own, english }),
        blank: catalogue.plain("field-blank"),
        footer: catalogue.text("report-footer", &[("id", (&id).into())]),
        page_number: catalogue.text(
            "report-page",
            &[("page", "{page}".into()), ("pages", "{pages}".into())],
        ),
        code: Code::of(report, catalogue),
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
            after: Vec::new(),
        }
    }
}

impl Block {
    fn paragraph(text: String) -> Self {
        Self::Paragraph { text }
    }

    /// The table, at most [`ROWS_PRINTED`] rows of it, and how many more there are.
    fn table(
        caption: String,
        columns: Vec<Column>,
        rows: impl ExactSizeIterator<Item = Row>,
        catalogue: &Catalogue,
    ) -> Vec<Self> {
        let more = rows.len().saturating_sub(ROWS_PRINTED) as u64;
        let mut blocks = vec![Self::Table(Table {
            caption,
            columns,
            rows: rows.take(ROWS_PRINTED).collect(),
            blank_rows: 0,
        })];
        if more > 0 {
            blocks.push(Self::paragraph(
                catalogue.text("table-more", &[("count", more.into())]),
            ));
        }
        blocks
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

impl Fact {
    /// A line to write on where nobody filled in the value.
    fn field(label: String, value: Option<String>) -> Self {
        Self {
            label,
            value: value.map_or_else(Cell::default, Cell::words),
        }
    }
}

impl From<Vec<Cell>> for Row {
    fn from(cells: Vec<Cell>) -> Self {
        Self {
            cells,
            muted: false,
        }
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
