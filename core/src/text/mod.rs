//! The message catalogue: every sentence that a person reads, in Fluent, one folder per language.
//!
//! In go a message's name and its values; out comes the sentence. A message that a language lacks stands
//! there in English as `[en: ...]`, and one that nobody has as `[its-name]`: a gap is seen, and never fails
//! a report. Values from the evidence go through [`report::shown`](crate::report::shown) before they come
//! here. [`LANGUAGES`](Catalogue::LANGUAGES) are in `languages.rs`.

mod languages;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;
use unic_langid::LanguageIdentifier;

pub use self::languages::{Direction, Language};
use crate::signatures::Category;
use crate::snapshot::{Reason, SurfaceId};

/// First strong isolate and pop directional isolate (Unicode UAX 9): what stands between them has its own
/// direction, and its neighbours do not see it.
pub(crate) const ISOLATE: char = '\u{2068}';
/// See [`ISOLATE`].
pub(crate) const END_OF_ISOLATE: char = '\u{2069}';

/// A value inside a message: a number (it may choose between one and many) or a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    /// A text.
    Text(&'a str),
    /// A count.
    Count(u64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Value<'_> {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

/// One language's messages. Built once; used from any thread.
pub struct Catalogue {
    language: &'static Language,
    messages: FluentBundle<FluentResource>,
    /// English, for what the language lacks; none in English.
    english: Option<FluentBundle<FluentResource>>,
}

impl Catalogue {
    /// Every language there is, the complete ones first.
    pub const LANGUAGES: &'static [Language] = languages::ALL;

    /// British English, the language every message exists in.
    #[must_use]
    pub fn en_gb() -> Self {
        Self::new(&languages::EN_GB)
    }

    /// The catalogue for a BCP 47 tag: of that very language, or of the same language in whatever region
    /// (`pl-PL` finds `pl`, `en` finds `en-GB`). None for a language that nobody has written.
    #[must_use]
    pub fn of(tag: &str) -> Option<Self> {
        let asked: LanguageIdentifier = tag.parse().ok()?;
        let exact = |known: &LanguageIdentifier| *known == asked;
        let related = |known: &LanguageIdentifier| {
            // A script that was asked for and that we do not have would not be readable.
            known.language == asked.language && asked.script.is_none()
        };
        let find = |fits: &dyn Fn(&LanguageIdentifier) -> bool| {
            Self::LANGUAGES
                .iter()
                .find(|language| fits(&identifier(language)))
        };
        find(&exact).or_else(|| find(&related)).map(Self::new)
    }

    fn new(language: &'static Language) -> Self {
        let is_english = language.tag == languages::EN_GB.tag;
        Self {
            language,
            messages: messages(language),
            english: (!is_english).then(|| messages(&languages::EN_GB)),
        }
    }

    /// The language's tag: `en-GB`.
    #[must_use]
    pub fn language(&self) -> &'static str {
        self.language.tag
    }

    /// Which way its lines run.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.language.direction
    }

    /// Whether no person who speaks the language has read it yet.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.language.draft
    }

    /// The sentence of this name, with these values.
    #[must_use]
    pub fn text(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        if let Some(text) = formatted(&self.messages, id, values) {
            return text;
        }
        match self
            .english
            .as_ref()
            .and_then(|english| formatted(english, id, values))
        {
            Some(text) => self.isolated(&format!("[en: {text}]")),
            None => format!("[{id}]"),
        }
    }

    /// A value beside words of this language, kept from turning their order (or being turned by them) in a
    /// language that runs to the left. A telephone number would otherwise be read from its last group.
    #[must_use]
    pub fn isolated(&self, value: &str) -> String {
        match self.language.direction {
            Direction::LeftToRight => value.to_owned(),
            Direction::RightToLeft => format!("{ISOLATE}{value}{END_OF_ISOLATE}"),
        }
    }

    /// The sentence of this name, which has no values.
    #[must_use]
    pub fn plain(&self, id: &str) -> String {
        self.text(id, &[])
    }

    /// The sentence of this name, or none where nobody has written it. For words that come from a bundle.
    #[must_use]
    pub fn known(&self, id: &str) -> Option<String> {
        std::iter::once(&self.messages)
            .chain(&self.english)
            .any(|messages| messages.has_message(id))
            .then(|| self.plain(id))
    }

    /// That no person who speaks the language has read it yet: in that language, and in English. None for a
    /// language that is complete.
    #[must_use]
    pub fn draft_note(&self) -> Option<(String, String)> {
        let english = self.english.as_ref().filter(|_| self.language.draft)?;
        let id = "language-draft";
        Some((self.plain(id), formatted(english, id, &[])?))
    }

    /// A day in words: `21 June 2026`. The digits are the same in every language, as in the rest of a report.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let month = self.plain(&format!("month-{}", date.month()));
        let text = self.text(
            "date",
            &[
                ("day", (&date.day().to_string()).into()),
                ("month", (&month).into()),
                ("year", (&date.year().to_string()).into()),
            ],
        );
        // Its parts have no direction of their own: it runs as the name of its month does.
        text.replace([ISOLATE, END_OF_ISOLATE], "")
    }

    /// The name of a surface: `Installed apps`.
    #[must_use]
    pub fn surface_name(&self, id: SurfaceId) -> String {
        self.plain(&format!("surface-{}", id.as_str()))
    }

    /// What a surface is, in one line.
    #[must_use]
    pub fn surface_meaning(&self, id: SurfaceId) -> String {
        self.plain(&format!("surface-{}-meaning", id.as_str()))
    }

    /// Why something was not read, as a sentence. `shown` makes text from the evidence visible.
    #[must_use]
    pub fn reason(&self, reason: &Reason, shown: impl Fn(&str) -> String) -> String {
        let id = format!("reason-{}", reason.code());
        match reason {
            Reason::NotInThisEvidence
            | Reason::Encrypted
            | Reason::WrongPassword
            | Reason::UnsafeName
            | Reason::Cancelled => self.plain(&id),
            Reason::FileMissing { file } | Reason::NotReadYet { file } => {
                self.text(&id, &[("file", (&shown(file)).into())])
            }
            Reason::Unreadable { file, cause } => self.text(
                &id,
                &[
                    ("file", (&shown(file)).into()),
                    ("cause", (&shown(cause)).into()),
                ],
            ),
            Reason::Malformed { cause } => self.text(&id, &[("cause", (&shown(cause)).into())]),
            Reason::CodeNotKept { signatures } => {
                self.text(&id, &[("signatures", (&shown(signatures)).into())])
            }
            Reason::Contradicts {
                field,
                kept,
                kept_at,
                found,
            } => self.text(
                &id,
                &[
                    ("field", (&shown(field)).into()),
                    ("kept", (&shown(kept)).into()),
                    ("place", (&shown(kept_at)).into()),
                    ("found", (&shown(found)).into()),
                ],
            ),
            Reason::LeftEmpty { field } => self.text(&id, &[("field", (&shown(field)).into())]),
            Reason::TooLarge { limit } | Reason::TooMany { limit } => {
                self.text(&id, &[("limit", (*limit).into())])
            }
        }
    }

    /// What software with this capability can do, as a sentence.
    #[must_use]
    pub fn capability(&self, word: &str) -> String {
        self.known(&format!("capability-{word}"))
            .unwrap_or_else(|| self.text("capability-other", &[("word", word.into())]))
    }

    /// The name of a category word, with its meaning.
    #[must_use]
    pub fn category(&self, word: &str) -> String {
        match Category::from_word(word) {
            Some(category) => self.plain(&format!("category-{}", category.as_str())),
            None => self.text("category-other", &[("word", word.into())]),
        }
    }

    /// What a sign is.
    #[must_use]
    pub fn sign(&self, word: &str) -> String {
        self.known(&format!("sign-{word}"))
            .unwrap_or_else(|| self.text("sign-other", &[("word", word.into())]))
    }

    /// What a part of a profile is called, its harmless explanation and what it lets somebody do, by the word of
    /// its kind; without the last two where this version does not know it.
    #[must_use]
    pub fn payload(&self, word: &str) -> (String, Option<(String, String)>) {
        let known = |prefix: &str| self.known(&format!("payload-{prefix}-{word}"));
        match known("kind") {
            Some(name) => (name, known("harmless").zip(known("does"))),
            None => (self.plain("payload-kind-unknown"), None),
        }
    }

    /// What a device management may do.
    #[must_use]
    pub fn right(&self, word: &str) -> String {
        self.known(&format!("right-{word}"))
            .unwrap_or_else(|| word.to_owned())
    }

    /// What an app can use to watch.
    #[must_use]
    pub fn sensor(&self, word: &str) -> String {
        self.known(&format!("sensor-{word}"))
            .unwrap_or_else(|| self.text("sensor-other", &[("word", word.into())]))
    }

    /// What a power is.
    #[must_use]
    pub fn power(&self, word: &str) -> String {
        self.known(&format!("power-{word}"))
            .unwrap_or_else(|| self.text("power-other", &[("word", word.into())]))
    }
}

fn identifier(language: &Language) -> LanguageIdentifier {
    language
        .tag
        .parse()
        .expect("the tags of our own languages are well formed, and a test builds each")
}

fn messages(language: &Language) -> FluentBundle<FluentResource> {
    let mut messages = FluentBundle::new_concurrent(vec![identifier(language)]);
    // The marks around values are invisible characters, so they stand only where lines need them.
    messages.set_use_isolating(language.direction == Direction::RightToLeft);
    for (_, source) in language.files {
        // What is wrong in a file is left out of the resource, and a test says that nothing is.
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        messages.add_resource_overriding(resource);
    }
    messages
}

fn formatted(
    messages: &FluentBundle<FluentResource>,
    id: &str,
    values: &[(&str, Value<'_>)],
) -> Option<String> {
    let pattern = messages.get_message(id)?.value()?;
    let mut arguments = FluentArgs::with_capacity(values.len());
    for (name, value) in values {
        match value {
            Value::Text(text) => arguments.set(*name, FluentValue::from(*text)),
            Value::Count(count) => arguments.set(*name, FluentValue::from(*count)),
        }
    }
    let text = messages.format_pattern(pattern, Some(&arguments), &mut Vec::new());
    Some(text.into_owned())
}

#[cfg(test)]
mod tests;
