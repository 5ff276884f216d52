//! What the people at the counter wrote down: the officer's particulars, the agreement, and what the person
//! says about each finding.
//!
//! A case file (TOML) goes in, a [`Case`] comes out. Nothing here is a fact that a machine observed, and the
//! report keeps the two apart. A field that was not filled in stays empty and is printed as a line to write on.

mod file;
#[cfg(test)]
mod tests;

pub use file::{CaseError, Problem};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A case file with nothing filled in and every field explained. It reads as an empty [`Case`].
pub const TEMPLATE: &str = include_str!("../../templates/case.toml");

/// What the officer filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Case {
    /// The force's or service's own reference.
    pub reference: Option<String>,
    /// Who makes the check.
    pub officer: Officer,
    /// Where.
    pub place: Option<String>,
    /// Everybody in the room, in the order of the file.
    pub people_present: Vec<String>,
    /// What the person was told and agreed to.
    pub agreement: Agreement,
    /// What was done for the person's safety before the phone was read.
    pub safeguarding: Safeguarding,
    /// The phone as it was handed over.
    pub device: DescribedDevice,
    /// What the person said, in the order of the file.
    pub statements: Vec<Statement>,
}

/// Who makes the check (ACPO principle 2: competent, and able to explain).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Officer {
    /// Name.
    pub name: Option<String>,
    /// Collar or staff number.
    pub number: Option<String>,
    /// Role.
    pub role: Option<String>,
    /// Station or service.
    pub station: Option<String>,
    /// Training in this program, with its date or version.
    pub training: Option<String>,
}

/// What the person was told and agreed to (Police, Crime, Sentencing and Courts Act 2022, sections 37 and 39).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Agreement {
    /// Who handed over the phone and agreed.
    pub agreed_by: Option<String>,
    /// When.
    pub at: Option<Timestamp>,
    /// The legal basis.
    pub basis: Option<String>,
    /// Whether a notice was given, and how.
    pub notice: Option<Notice>,
    /// The form: `DPNa`, and its number.
    pub form: Option<String>,
    /// What was agreed to. Findings are always in a report; everything else only where it stands here.
    pub scope: Vec<Scope>,
    /// What was refused, in words.
    pub refusals: Vec<String>,
    /// Who owns and pays for the phone.
    pub owner: Option<String>,
}

/// How the notice was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// On paper or in writing, as section 39 asks.
    Written,
    /// Read out or explained only.
    Spoken,
    /// Not given.
    NotGiven,
}

/// What may be in the report or kept beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Serial number, IMEI, telephone number, and numbers that an earlier reading gave itself.
    Identifiers,
    /// Every app and profile.
    Inventory,
    /// The evidence record: all that was observed, so that it can be checked again without the phone.
    Record,
}

/// What was done for the person's safety.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Safeguarding {
    /// The risk assessment that was made (DARA, DASH, S-DASH), with its result where it may be said.
    pub risk_assessment: Option<String>,
    /// What was done, in words.
    pub done: Vec<String>,
}

/// The phone as it was handed over, in a person's words and read off by a person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct DescribedDevice {
    /// What it looks like.
    pub description: Option<String>,
    /// Exhibit or property number.
    pub exhibit: Option<String>,
    /// An identifier: printed only where [`Scope::Identifiers`] was agreed to.
    pub serial: Option<String>,
    /// An identifier, as `*#06#` shows it.
    pub imei: Vec<String>,
    /// An identifier.
    pub phone_number: Option<String>,
}

/// What the person said about one app, profile or other subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The subject's exact identifier, as a finding prints it.
    pub about: String,
    /// The answer to "Did you set this up?".
    pub answer: Option<Answer>,
    /// In the person's own words.
    pub words: Option<String>,
    /// When it was said.
    pub at: Option<Timestamp>,
    /// Why this was to be expected on this phone. Greys a finding; never removes it.
    pub expected: Option<String>,
}

/// The answer to "Did you set this up?".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The person installed it or switched it on.
    SetItUp,
    /// The person knew of it.
    Knew,
    /// The person did not know of it.
    DidNotKnow,
    /// The person is not sure.
    NotSure,
}

impl Case {
    /// Reads a case file. A blank text counts as not filled in; a text over several lines becomes one line.
    ///
    /// # Errors
    /// [`CaseError`] for the first thing that a case file cannot have. Nothing is left out silently: a key
    /// that we do not know, and a second statement about one subject, refuse the file.
    pub fn read(text: &str) -> Result<Self, CaseError> {
        file::read(text)
    }

    /// Reads a case file from its bytes, which must be UTF-8.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, CaseError> {
        let text = std::str::from_utf8(bytes).map_err(|_| CaseError::NotText)?;
        Self::read(text)
    }

    /// Whether this was agreed to.
    #[must_use]
    pub fn agrees_to(&self, scope: Scope) -> bool {
        self.agreement.scope.contains(&scope)
    }

    /// Takes out the identifiers, unless they were agreed to.
    pub fn forget_what_was_not_agreed(&mut self) {
        if !self.agrees_to(Scope::Identifiers) {
            self.device.serial = None;
            self.device.imei.clear();
            self.device.phone_number = None;
        }
    }

    /// Takes out the statements about these subjects, one for each; everything else stays.
    pub fn take_statements(&mut self, subjects: &[String]) -> Vec<Statement> {
        let mut taken: Vec<Statement> = Vec::new();
        let mut left = Vec::new();
        for statement in std::mem::take(&mut self.statements) {
            let again = taken.iter().any(|other| other.about == statement.about);
            if subjects.contains(&statement.about) && !again {
                taken.push(statement);
            } else {
                left.push(statement);
            }
        }
        self.statements = left;
        taken
    }
}
