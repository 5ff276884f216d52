//! The phone itself: `SystemVersion.plist` and the first block of `remotectl_dumpstate.txt`.
//!
//! `SystemVersion.plist`: `ProductName`, `ProductVersion`, `ProductBuildVersion`. `remotectl_dumpstate.txt`:
//! `Local device`, then lines `<key> => <value>`, among them `ProductType`, `OSVersion`, `BuildVersion`,
//! `SerialNumber` (EC-DIGIT-CSIRC sysdiagnose). The serial number is only used to know the phone among the
//! devices of its account; it is not told.

use super::super::facts::short;
use super::super::plist::Value;
use super::lists::each;
use crate::evidence::json::malformed;
use crate::evidence::parsed::Place;
use crate::snapshot::{Device, Observed};

/// What a file says of the phone.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) device: Device,
    /// The whole serial number.
    pub(super) serial: Option<String>,
    /// It is a Mac that wrote it.
    pub(super) is_mac: bool,
    /// Values read.
    pub(super) records: u64,
}

/// Reads `SystemVersion.plist`.
pub(super) fn system_version(value: Value<'_>, place: &mut Place<'_>) -> Told {
    let mut told = Told::default();
    if value.entries().is_none() {
        place.stop(malformed("no values"));
        return told;
    }
    let mut named = |key: &str| {
        let text = short(value.string(key)?)?;
        told.records += 1;
        Some(Observed::new(text.to_owned(), place.at(key)))
    };
    told.device.os_version = named("ProductVersion");
    told.device.build = named("ProductBuildVersion");
    let product = named("ProductName");
    told.is_mac = product.is_some_and(|name| matches!(&*name.value, "macOS" | "Mac OS X"));
    told
}

/// Reads `remotectl_dumpstate.txt`.
pub(super) fn remote_state(mut bytes: &[u8], place: &mut Place<'_>) -> Told {
    let mut told = Told::default();
    let mut inside = false;
    each(&mut bytes, place, |line, text, place| {
        // Other blocks are about what is plugged in.
        if text.starts_with("Local device") {
            inside = true;
            return true;
        }
        if text.starts_with("Found ") || (inside && text.starts_with("Remote device")) {
            return false;
        }
        let Some((key, value)) = text.split_once("=>").filter(|_| inside) else {
            return true;
        };
        let Some(value) = short(value.trim()).filter(|value| !value.is_empty()) else {
            return true;
        };
        let slot = match key.trim() {
            "ProductType" => &mut told.device.model,
            "OSVersion" => &mut told.device.os_version,
            "BuildVersion" => &mut told.device.build,
            "SerialNumber" => {
                told.serial.get_or_insert_with(|| value.to_owned());
                told.records += 1;
                return true;
            }
            _ => return true,
        };
        if slot.is_none() {
            told.records += 1;
            *slot = Some(Observed::new(
                value.to_owned(),
                place.at(format!("line {line}")),
            ));
        }
        true
    });
    if !inside && place.stopped().is_none() {
        place.stop(malformed("no block of the phone itself"));
    }
    told
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::super::plist::Plist;
    use super::*;
    use crate::evidence::Unwatched;

    #[test]
    fn only_the_block_of_the_phone_itself_counts() {
        let text = "Local device\n\tUUID: 1\n\tProperties: {\n\t\tBuildVersion => 22F76\n\t\tProductType => iPhone17,1\n\
            \t\tSerialNumber => AAAA00001111\n\t\tOSVersion => 18.5\n\t\tEmpty => \n\t}\nFound watch\n\t\tProductType => Watch7,1\n";
        let input: Arc<str> = "remotectl_dumpstate.txt".into();
        let mut place = Place::new(&input, &Unwatched);
        let told = remote_state(text.as_bytes(), &mut place);
        let value = |slot: &Option<Observed<String>>| slot.as_ref().map(|it| it.value.clone());
        assert_eq!(value(&told.device.model).as_deref(), Some("iPhone17,1"));
        assert_eq!(value(&told.device.build).as_deref(), Some("22F76"));
        assert_eq!(value(&told.device.os_version).as_deref(), Some("18.5"));
        assert_eq!(told.serial.as_deref(), Some("AAAA00001111"));
        assert_eq!(told.records, 4);
        assert_eq!(place.stopped(), None);
        let mut place = Place::new(&input, &Unwatched);
        assert_eq!(remote_state(b"x\n", &mut place).records, 0);
        assert!(place.stopped().is_some());
    }

    #[test]
    fn a_mac_says_so() {
        let input: Arc<str> = "SystemVersion.plist".into();
        let read = |text: &str| {
            let plist = Plist::read(text.as_bytes()).unwrap();
            system_version(plist.root(), &mut Place::new(&input, &Unwatched))
        };
        let mac = "<plist><dict><key>ProductName</key><string>macOS</string></dict></plist>";
        assert!(read(mac).is_mac);
        let phone = "<plist><dict><key>ProductName</key><string>iPhone OS</string>\
            <key>ProductVersion</key><string>18.5</string></dict></plist>";
        let told = read(phone);
        assert!(!told.is_mac);
        assert_eq!(told.records, 2);
        assert_eq!(
            told.device.os_version.unwrap().provenance.locator,
            "ProductVersion"
        );
    }
}
