//! Preference files: the keyboards and the language of the phone, its Lockdown Mode, and Screen Time.
//!
//! `.GlobalPreferences.plist` and the preferences of the agents of Screen Time. Most of their keys are the
//! person's taste and are not kept.

use super::cloud_configuration::scalar;
use super::{Value, malformed};
use crate::evidence::parsed::Place;
use crate::snapshot::{Observed, Provenance, Reason, Setting};

/// What `.GlobalPreferences.plist` tells.
#[derive(Debug, Default)]
pub(in crate::evidence::ios) struct Global {
    /// The bundles of the keyboards that are switched on and do not belong to the system.
    pub(in crate::evidence::ios) keyboards: Vec<(String, Provenance)>,
    /// The phone's language.
    pub(in crate::evidence::ios) locale: Option<Observed<String>>,
    /// Whether Lockdown Mode is on, as it stands there.
    pub(in crate::evidence::ios) settings: Vec<Setting>,
    /// Values read: keyboards one by one, and the keys.
    pub(in crate::evidence::ios) records: u64,
}

/// Reads `.GlobalPreferences.plist`.
///
/// # Errors
/// [`Reason::Malformed`] where it is no list of preferences.
pub(in crate::evidence::ios) fn global(
    root: Value<'_>,
    place: &mut Place<'_>,
) -> Result<Global, Reason> {
    let entries = root.entries();
    let entries = entries.ok_or_else(|| malformed("not a list of preferences"))?;
    let mut told = Global::default();
    for (name, value) in entries {
        match name {
            "AppleKeyboards" => keyboards(value, place, &mut told),
            "AppleLocale" => match value.as_text() {
                Some(locale) => {
                    told.records += 1;
                    told.locale = Some(Observed::new(locale.to_owned(), place.at(name)));
                }
                None => wrong(name, value, place),
            },
            "LDMGlobalEnabled" => match value.as_boolean() {
                Some(on) => {
                    told.records += 1;
                    told.settings.push(Setting {
                        namespace: "global_preferences".to_owned(),
                        name: name.to_owned(),
                        value: on.to_string(),
                        provenance: place.at(name),
                    });
                }
                None => wrong(name, value, place),
            },
            _ => told.records += 1,
        }
    }
    Ok(told)
}

/// `en_GB@sw=QWERTY;hw=Automatic`, `emoji`, or the bundle of somebody's keyboard.
fn keyboards(value: Value<'_>, place: &mut Place<'_>, told: &mut Global) {
    let Some(items) = value.items() else {
        return wrong("AppleKeyboards", value, place);
    };
    for (index, item) in items.enumerate() {
        let locator = format!("AppleKeyboards[{index}]");
        let Some(name) = item.as_text() else {
            wrong(&locator, item, place);
            continue;
        };
        told.records += 1;
        let name = name.split('@').next().unwrap_or(name);
        // A layout of the system is a language, which has no dot.
        if super::is_bundle(name) && !name.starts_with("com.apple.") {
            told.keyboards.push((name.to_owned(), place.at(locator)));
        }
    }
}

fn wrong(locator: &str, value: Value<'_>, place: &mut Place<'_>) {
    let cause = format!("{} in place of what belongs there", value.kind());
    place.skip(locator, malformed(&cause));
}

/// Words of keys that say that Screen Time is in force. Nobody has written these keys down: one that is not
/// among them is left out, and not read as a no.
const IN_FORCE: [&str; 4] = [
    "ManagementEnabled",
    "PasscodeEnabled",
    "RestrictionsEnabled",
    "ScreenTimeEnabled",
];

/// The booleans of a preference file of Screen Time that say that it is in force, as settings of the namespace
/// `screen_time`, and how many values were read.
///
/// # Errors
/// [`Reason::Malformed`] where it is no list of preferences.
pub(in crate::evidence::ios) fn screen_time(
    root: Value<'_>,
    place: &mut Place<'_>,
) -> Result<(Vec<Setting>, u64), Reason> {
    let entries = root.entries();
    let entries = entries.ok_or_else(|| malformed("not a list of preferences"))?;
    let mut settings = Vec::new();
    let mut records = 0;
    for (name, value) in entries {
        records += 1;
        let telling = IN_FORCE.iter().any(|word| name.contains(word));
        let kept = telling && value.as_boolean().is_some();
        if let Some(text) = kept.then(|| scalar(value)).flatten() {
            settings.push(Setting {
                namespace: "screen_time".to_owned(),
                name: name.to_owned(),
                value: text,
                provenance: place.at(name),
            });
        }
    }
    settings.sort();
    Ok((settings, records))
}
