//! `CloudConfigurationDetails.plist`: whether an organisation set the phone up as its own, and which.
//!
//! Written when a phone is activated. `IsSupervised` is Apple's word for it.

use super::{Value, malformed};
use crate::evidence::parsed::Place;
use crate::snapshot::{Observed, Reason, Setting};

/// Values that say whose phone it is. The others are skipped panes of the first start.
const TOLD: [&str; 7] = [
    "CloudConfigurationUIComplete",
    "ConfigurationSource",
    "ConfigurationURL",
    "IsMDMUnremovable",
    "IsMandatory",
    "IsSupervised",
    "OrganizationName",
];

/// Whether the phone is supervised (`None`: the file does not say), what else it tells as settings of the
/// namespace `cloud_configuration`, and how many values were read.
pub(in crate::evidence::ios) type Told = (Option<Observed<bool>>, Vec<Setting>, u64);

/// Reads the file.
///
/// # Errors
/// [`Reason::Malformed`] where it is no list of values.
pub(in crate::evidence::ios) fn read(
    root: Value<'_>,
    place: &mut Place<'_>,
) -> Result<Told, Reason> {
    let entries = root.entries();
    let entries = entries.ok_or_else(|| malformed("not a list of values"))?;
    let (mut supervised, mut settings, mut records) = (None, Vec::new(), 0);
    for (name, value) in entries {
        if !TOLD.contains(&name) {
            records += 1;
            continue;
        }
        let Some(text) = scalar(value) else {
            let cause = format!("{} in place of a value", value.kind());
            place.skip(name, malformed(&cause));
            continue;
        };
        records += 1;
        if name == "IsSupervised" {
            match value.as_boolean() {
                Some(yes) => supervised = Some(Observed::new(yes, place.at(name))),
                None => {
                    records -= 1;
                    place.skip(name, malformed("neither true nor false"));
                    continue;
                }
            }
        }
        settings.push(Setting {
            namespace: "cloud_configuration".to_owned(),
            name: name.to_owned(),
            value: text,
            provenance: place.at(name),
        });
    }
    settings.sort();
    Ok((supervised, settings, records))
}

/// One value as text; none for lists, dictionaries and data.
pub(super) fn scalar(value: Value<'_>) -> Option<String> {
    if let Some(text) = value.as_text() {
        return Some(text.to_owned());
    }
    if let Some(number) = value.as_integer() {
        return Some(number.to_string());
    }
    value.as_boolean().map(|yes| yes.to_string())
}
