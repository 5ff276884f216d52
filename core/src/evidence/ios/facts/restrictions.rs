//! Effective restrictions (`EffectiveUserSettings.plist`, `UserSettings.plist`): what the phone forbids or
//! demands, whoever asked for it.
//!
//! The file holds every setting that a profile could set, also those that nobody set. Told is only what is
//! restricted: a Boolean that is not the way a new phone has it, a number below the one of a new phone, a list
//! that is there. Shape: `restrictedBool.<key>.value`, `restrictedValue.<key>.value`,
//! `intersection|union.<key>.values` (Apple `ManagedConfiguration`, the constants `MCRestrictedBoolKey`,
//! `MCRestrictedBoolValueKey`; keys: apple/device-management, `com.apple.applicationaccess`).

use std::collections::BTreeSet;

use super::super::plist::Value;
use super::{is_record, short};
use crate::evidence::json::malformed;
use crate::evidence::parsed::Place;
use crate::limits::RESTRICTION_VALUES;
use crate::snapshot::{Reason, Setting};

/// The name that effective restrictions have among the settings.
pub(in crate::evidence::ios) const NAMESPACE: &str = "restrictions";

/// What a file of restrictions tells.
#[derive(Debug, Default)]
pub(in crate::evidence::ios) struct Restrictions {
    /// What is restricted, sorted by name.
    pub(in crate::evidence::ios) settings: Vec<Setting>,
    /// Bundle identifiers of the apps that are not shown and cannot be started.
    pub(in crate::evidence::ios) hidden: BTreeSet<String>,
    /// Settings that were looked at.
    pub(in crate::evidence::ios) records: u64,
}

/// Keys that begin with `allow` and are off on a new phone (apple/device-management, "default: false", and the
/// defaults of `ManagedConfiguration`).
const OFF_BY_DEFAULT: [&str; 4] = [
    "allowManagedToWriteUnmanagedContacts",
    "allowUnmanagedToReadManagedContacts",
    "allowSharedDeviceTemporarySession",
    "allowEnterpriseAppTrustModification",
];

/// Keys with a number, and the number of a new phone: only a smaller one restricts.
const NUMBERS: [(&str, i64); 3] = [
    ("ratingApps", 1000),
    ("ratingMovies", 1000),
    ("ratingTVShows", 1000),
];

/// Lists of bundle identifiers, and whether those in it are hidden.
const LISTS: [(&str, bool); 7] = [
    ("blacklistedAppBundleIDs", true),
    ("blockedAppBundleIDs", true),
    ("allowListedAppBundleIDs", false),
    ("whitelistedAppBundleIDs", false),
    ("autonomousSingleAppModePermittedAppIDs", false),
    ("appLockBundleIDs", false),
    // Makers outside the App Store whose apps may run here.
    ("trustedCodeSigningIdentities", false),
];

/// Reads a file of restrictions.
pub(in crate::evidence::ios) fn read(value: Value<'_>, place: &mut Place<'_>) -> Restrictions {
    let mut read = Restrictions::default();
    if value.entries().is_none() {
        let cause = format!("{} where restrictions should stand", value.kind());
        place.stop(Reason::Malformed { cause });
        return read;
    }
    booleans(value, &mut read, place);
    numbers(value, &mut read, place);
    for section in ["intersection", "union"] {
        lists(section, value, &mut read, place);
    }
    read.settings.sort();
    read
}

fn booleans(value: Value<'_>, read: &mut Restrictions, place: &mut Place<'_>) {
    for (key, entry) in section("restrictedBool", value, place) {
        read.records += 1;
        let locator = format!("restrictedBool.{key}.value");
        // A key without a value has only the way the person is asked about it.
        let Some(stated) = entry.get("value") else {
            continue;
        };
        let Some(stated) = stated.as_boolean() else {
            place.skip(&locator, malformed("not true or false"));
            continue;
        };
        let by_default = key.starts_with("allow") && !OFF_BY_DEFAULT.contains(&key);
        let known = ["allow", "force", "require", "enforce"]
            .iter()
            .any(|start| key.starts_with(start));
        if known && stated != by_default {
            read.tell(key, stated.to_string(), &locator, place);
        }
    }
}

fn numbers(value: Value<'_>, read: &mut Restrictions, place: &mut Place<'_>) {
    for (key, entry) in section("restrictedValue", value, place) {
        read.records += 1;
        let Some((_, by_default)) = NUMBERS.iter().find(|(known, _)| *known == key) else {
            continue;
        };
        let locator = format!("restrictedValue.{key}.value");
        match entry.get("value").and_then(Value::as_integer) {
            Some(stated) if stated < *by_default => {
                read.tell(key, stated.to_string(), &locator, place);
            }
            Some(_) => {}
            None => place.skip(&locator, malformed("not a whole number")),
        }
    }
}

fn lists(name: &str, value: Value<'_>, read: &mut Restrictions, place: &mut Place<'_>) {
    for (key, entry) in section(name, value, place) {
        read.records += 1;
        let Some((_, hides)) = LISTS.iter().find(|(known, _)| *known == key) else {
            continue;
        };
        let locator = format!("{name}.{key}.values");
        let Some(values) = entry.get("values").and_then(Value::items) else {
            place.skip(&locator, malformed("no list of values"));
            continue;
        };
        let mut told = BTreeSet::new();
        for (at, item) in values.enumerate() {
            if at >= RESTRICTION_VALUES {
                let limit = RESTRICTION_VALUES as u64;
                place.skip(&locator, Reason::TooMany { limit });
                break;
            }
            match item.as_text().and_then(short) {
                Some(text) => {
                    told.insert(text);
                }
                None => place.skip(&format!("{locator}[{at}]"), malformed("not a name")),
            }
        }
        if !told.is_empty() {
            let joined: Vec<&str> = told.iter().copied().collect();
            read.tell(key, joined.join(", "), &locator, place);
        }
        if *hides {
            read.hidden.extend(told.into_iter().map(str::to_owned));
        }
    }
}

impl Restrictions {
    fn tell(&mut self, key: &str, value: String, locator: &str, place: &Place<'_>) {
        self.settings.push(Setting {
            namespace: NAMESPACE.to_owned(),
            name: key.to_owned(),
            value,
            provenance: place.at(locator),
        });
    }
}

/// The entries of one part of the file; a part that is not there has none.
fn section<'a>(name: &str, value: Value<'a>, place: &mut Place<'_>) -> Vec<(&'a str, Value<'a>)> {
    let Some(part) = value.get(name) else {
        return Vec::new();
    };
    let Some(entries) = part.entries() else {
        let cause = format!("{} where restrictions should stand", part.kind());
        place.skip(name, Reason::Malformed { cause });
        return Vec::new();
    };
    let mut read = Vec::new();
    for (key, entry) in entries {
        if read.len() >= RESTRICTION_VALUES {
            let limit = RESTRICTION_VALUES as u64;
            place.skip(name, Reason::TooMany { limit });
            break;
        }
        match short(key) {
            Some(key) if is_record(entry) => read.push((key, entry)),
            Some(_) | None => {
                let at = read.len();
                place.skip(&format!("{name}[{at}]"), malformed("not a restriction"));
            }
        }
    }
    read
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::super::plist::Plist;
    use super::*;
    use crate::evidence::Unwatched;

    fn read_text(text: &str) -> (Restrictions, Vec<String>) {
        let input: Arc<str> = "EffectiveUserSettings.plist".into();
        let mut place = Place::new(&input, &Unwatched);
        let plist = Plist::read(text.as_bytes()).unwrap();
        let read = read(plist.root(), &mut place);
        let parsed = place.finish((), 0);
        let skipped = parsed.skipped.into_iter().map(|it| it.record).collect();
        (read, skipped)
    }

    const FILE: &str = "<plist><dict>\
        <key>restrictedBool</key><dict>\
          <key>allowCamera</key><dict><key>value</key><true/></dict>\
          <key>allowEraseContentAndSettings</key><dict><key>value</key><false/></dict>\
          <key>forceEncryptedBackup</key><dict><key>value</key><true/></dict>\
          <key>forceAirDropUnmanaged</key><dict><key>value</key><false/></dict>\
          <key>allowUnmanagedToReadManagedContacts</key><dict><key>value</key><false/></dict>\
          <key>allowSomethingAsked</key><dict><key>ask</key><true/></dict>\
          <key>allowOdd</key><dict><key>value</key><string>no</string></dict>\
        </dict>\
        <key>restrictedValue</key><dict>\
          <key>ratingApps</key><dict><key>value</key><integer>200</integer></dict>\
          <key>ratingMovies</key><dict><key>value</key><integer>1000</integer></dict>\
          <key>maxInactivity</key><dict><key>value</key><integer>5</integer></dict>\
        </dict>\
        <key>union</key><dict>\
          <key>blockedAppBundleIDs</key><dict><key>values</key><array><string>com.apple.findmy</string>\
            <integer>4</integer><string>com.apple.AppStore</string></array></dict>\
          <key>removedSystemAppBundleIDs</key><dict><key>values</key><array><string>com.apple.stocks</string></array></dict>\
        </dict>\
        <key>intersection</key><array/>\
        </dict></plist>";

    #[test]
    fn only_what_is_restricted_is_told() {
        let (read, skipped) = read_text(FILE);
        let told: Vec<(&str, &str, &str)> = read
            .settings
            .iter()
            .map(|it| {
                let locator = it.provenance.locator.as_str();
                (it.name.as_str(), it.value.as_str(), locator)
            })
            .collect();
        assert_eq!(
            told,
            [
                (
                    "allowEraseContentAndSettings",
                    "false",
                    "restrictedBool.allowEraseContentAndSettings.value"
                ),
                (
                    "blockedAppBundleIDs",
                    "com.apple.AppStore, com.apple.findmy",
                    "union.blockedAppBundleIDs.values"
                ),
                (
                    "forceEncryptedBackup",
                    "true",
                    "restrictedBool.forceEncryptedBackup.value"
                ),
                ("ratingApps", "200", "restrictedValue.ratingApps.value"),
            ]
        );
        assert_eq!(read.records, 12);
        let hidden: Vec<&str> = read.hidden.iter().map(String::as_str).collect();
        assert_eq!(hidden, ["com.apple.AppStore", "com.apple.findmy"]);
        assert_eq!(
            skipped,
            [
                "EffectiveUserSettings.plist restrictedBool.allowOdd.value",
                "EffectiveUserSettings.plist intersection",
                "EffectiveUserSettings.plist union.blockedAppBundleIDs.values[1]",
            ]
        );
    }

    #[test]
    fn a_file_of_something_else_is_told() {
        let input: Arc<str> = "UserSettings.plist".into();
        let mut place = Place::new(&input, &Unwatched);
        let plist = Plist::read(b"<plist><array/></plist>").unwrap();
        assert_eq!(read(plist.root(), &mut place).records, 0);
        assert!(place.stopped().is_some());
    }
}
