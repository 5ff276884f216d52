//! The message catalogue: every sentence that a person reads, in Fluent, one folder per language.
//!
//! In go a message's name and its values; out comes the sentence. A message that is missing shows as
//! `[its-name]`, so that a gap is seen and never fails a report. Values from the evidence go through
//! [`report::shown`](crate::report::shown) before they come here.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::signatures::Category;
use crate::snapshot::{Reason, SurfaceId};

/// The files of one language: name and content.
type Sources = [(&'static str, &'static str)];

const EN_GB: &Sources = &[
    ("capabilities.ftl", include_str!("en-GB/capabilities.ftl")),
    ("case.ftl", include_str!("en-GB/case.ftl")),
    ("compare.ftl", include_str!("en-GB/compare.ftl")),
    ("desk.ftl", include_str!("en-GB/desk.ftl")),
    ("findings.ftl", include_str!("en-GB/findings.ftl")),
    ("reasons.ftl", include_str!("en-GB/reasons.ftl")),
    ("report.ftl", include_str!("en-GB/report.ftl")),
    ("seal.ftl", include_str!("en-GB/seal.ftl")),
    ("surfaces.ftl", include_str!("en-GB/surfaces.ftl")),
    ("timeline.ftl", include_str!("en-GB/timeline.ftl")),
];

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
    language: &'static str,
    messages: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// British English, the language every message exists in.
    #[must_use]
    pub fn en_gb() -> Self {
        Self::new("en-GB", EN_GB)
    }

    fn new(language: &'static str, sources: &Sources) -> Self {
        let id: LanguageIdentifier = language
            .parse()
            .expect("the tags of our own languages are well formed, and a test builds each");
        let mut messages = FluentBundle::new_concurrent(vec![id]);
        // The marks that Fluent puts around values for mixed directions are invisible characters, and a
        // report has none: values are made visible before they get here.
        messages.set_use_isolating(false);
        for (_, source) in sources {
            // What is wrong in a file is left out of the resource, and a test says that nothing is.
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            messages.add_resource_overriding(resource);
        }
        Self { language, messages }
    }

    /// The language's tag: `en-GB`.
    #[must_use]
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// The sentence of this name, with these values.
    #[must_use]
    pub fn text(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        let Some(pattern) = self
            .messages
            .get_message(id)
            .and_then(|message| message.value())
        else {
            return format!("[{id}]");
        };
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            match value {
                Value::Text(text) => arguments.set(*name, FluentValue::from(*text)),
                Value::Count(count) => arguments.set(*name, FluentValue::from(*count)),
            }
        }
        self.messages
            .format_pattern(pattern, Some(&arguments), &mut Vec::new())
            .into_owned()
    }

    /// The sentence of this name, which has no values.
    #[must_use]
    pub fn plain(&self, id: &str) -> String {
        self.text(id, &[])
    }

    /// The sentence of this name, or none where nobody has written it. For words that come from a bundle.
    #[must_use]
    pub fn known(&self, id: &str) -> Option<String> {
        self.messages.has_message(id).then(|| self.plain(id))
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

    /// What a power is.
    #[must_use]
    pub fn power(&self, word: &str) -> String {
        self.known(&format!("power-{word}"))
            .unwrap_or_else(|| self.text("power-other", &[("word", word.into())]))
    }
}

#[cfg(test)]
mod tests;
