//! `Info.plist`, `Manifest.plist` and `Status.plist`: what a backup says of itself, password or not.
//!
//! Kept are model, system and date, and the apps. Serial number, IMEI, telephone number, the phone's name and
//! its identifier are not.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::inventory::Inventory;
use crate::evidence::ios::facts::is_record;
use crate::evidence::ios::plist::{Plist, Value};
use crate::evidence::json::malformed;
use crate::evidence::parsed::Place;
use crate::snapshot::{
    Acquisition, App, AppState, Channel, Device, Label, Observed, Platform, Provenance, Reason,
    Version, masked_account,
};

/// What `Info.plist` tells besides apps.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// Values about the phone.
    pub(super) device: u64,
    /// Entries of the lists of apps; none where there is no list.
    pub(super) apps: Option<u64>,
}

/// Reads `Info.plist`.
///
/// # Errors
/// [`Reason::Malformed`] where it is no list of values.
pub(super) fn info(
    root: Value<'_>,
    place: &mut Place<'_>,
    device: &mut Device,
    acquisition: &mut Acquisition,
    inventory: &mut Inventory,
) -> Result<Told, Reason> {
    if root.entries().is_none() {
        return Err(malformed("not a list of values"));
    }
    let mut told = Told {
        device: fill(
            root,
            place,
            device,
            ["Product Type", "Product Version", "Build Version"],
        ),
        apps: None,
    };
    acquisition.completed = date(root, "Last Backup Date", place);
    let applications = root.get("Applications");
    let entries = applications.and_then(Value::entries).into_iter().flatten();
    let bought: BTreeSet<&str> = entries
        .filter(|(_, app)| is_record(*app) && app.get("iTunesMetadata").is_some())
        .map(|(id, _)| id)
        .collect();
    if let Some(listed) = root.get("Installed Applications") {
        let read = installed(listed, place, inventory, |id, at| {
            // Other apps have a receipt and this one has none: no store sold it.
            let outside = !bought.is_empty() && !bought.contains(id);
            (outside && !id.starts_with("com.apple."))
                .then(|| Observed::new(Channel::OutsideStore, at))
        });
        told.apps = Some(told.apps.unwrap_or(0).saturating_add(read));
    }
    if let Some(applications) = applications {
        let read = sold(applications, !bought.is_empty(), place, inventory);
        told.apps = Some(told.apps.unwrap_or(0).saturating_add(read));
    }
    Ok(told)
}

/// Reads `Manifest.plist`: the apps with their versions, and what the phone said of itself where `Info.plist`
/// does not.
///
/// # Errors
/// [`Reason::Malformed`] where it is no list of values.
pub(super) fn manifest(
    root: Value<'_>,
    place: &mut Place<'_>,
    device: &mut Device,
    acquisition: &mut Acquisition,
    inventory: &mut Inventory,
) -> Result<Told, Reason> {
    if root.entries().is_none() {
        return Err(malformed("not a list of values"));
    }
    let mut told = Told::default();
    if let Some(lockdown) = root.get("Lockdown") {
        let keys = ["ProductType", "ProductVersion", "BuildVersion"];
        told.device = fill(lockdown, place, device, keys);
    }
    if acquisition.completed.is_none() {
        acquisition.completed = date(root, "Date", place);
    }
    let Some(applications) = root.get("Applications") else {
        return Ok(told);
    };
    let Some(entries) = applications.entries() else {
        wrong("Applications", applications, place);
        return Ok(told);
    };
    let mut read = 0;
    for (id, entry) in entries {
        let locator = format!("Applications/{id}");
        if !is_record(entry) {
            wrong(&locator, entry, place);
            continue;
        }
        if !is_named(id, &locator, place) {
            continue;
        }
        read += 1;
        let mut app = App::new(id, Platform::Ios, AppState::Installed, place.at(&*locator));
        let name = entry.string("CFBundleShortVersionString");
        let name = name.or_else(|| entry.string("CFBundleVersion"));
        app.version = name.map(|name| version(name, None, place.at(locator)));
        inventory.listed(app);
    }
    told.apps = Some(read);
    Ok(told)
}

/// Reads `Status.plist`: when the backup ended, and whether it did.
///
/// # Errors
/// [`Reason::Malformed`] where it is no list of values, and where it says that the backup is not whole.
pub(super) fn status(
    root: Value<'_>,
    place: &mut Place<'_>,
    acquisition: &mut Acquisition,
) -> Result<u64, Reason> {
    if root.entries().is_none() {
        return Err(malformed("not a list of values"));
    }
    if acquisition.completed.is_none() {
        acquisition.completed = date(root, "Date", place);
    }
    match root.string("SnapshotState") {
        None | Some("finished") => Ok(1),
        Some(_) => Err(malformed("the backup was not finished")),
    }
}

/// Model, version and build, where nothing has said them yet. How many of the keys are there.
fn fill(root: Value<'_>, place: &mut Place<'_>, device: &mut Device, keys: [&str; 3]) -> u64 {
    let mut read = 0;
    let [model, version, build] = keys;
    for (key, field) in [
        (model, &mut device.model),
        (version, &mut device.os_version),
        (build, &mut device.build),
    ] {
        let Some(value) = root.get(key) else {
            continue;
        };
        let Some(text) = value.as_text() else {
            wrong(key, value, place);
            continue;
        };
        read += 1;
        let told = || Observed::new(text.to_owned(), place.at(key));
        field.get_or_insert_with(told);
        if key == model {
            // Nobody else makes phones that write this file.
            let make = || Observed::new("Apple".to_owned(), place.at(key));
            device.make.get_or_insert_with(make);
        }
    }
    read
}

fn date(root: Value<'_>, key: &str, place: &mut Place<'_>) -> Option<Timestamp> {
    let value = root.get(key)?;
    let date = value.as_date();
    if date.is_none() {
        wrong(key, value, place);
    }
    date
}

fn wrong(locator: &str, value: Value<'_>, place: &mut Place<'_>) {
    let cause = format!("{} in place of what belongs there", value.kind());
    place.skip(locator, malformed(&cause));
}

fn is_named(id: &str, locator: &str, place: &mut Place<'_>) -> bool {
    if id.is_empty() {
        place.skip(locator, malformed("an app without a name"));
    }
    !id.is_empty()
}

/// `Installed Applications`: an array of bundles.
fn installed(
    listed: Value<'_>,
    place: &mut Place<'_>,
    inventory: &mut Inventory,
    channel: impl Fn(&str, Provenance) -> Option<Observed<Channel>>,
) -> u64 {
    let Some(items) = listed.items() else {
        wrong("Installed Applications", listed, place);
        return 0;
    };
    // Even an empty list is one.
    inventory.has_list = true;
    let mut read = 0;
    for (index, item) in items.enumerate() {
        let locator = format!("Installed Applications[{index}]");
        let Some(id) = item.as_text() else {
            wrong(&locator, item, place);
            continue;
        };
        if !is_named(id, &locator, place) {
            continue;
        }
        read += 1;
        let at = place.at(locator);
        let mut app = App::new(id, Platform::Ios, AppState::Installed, at.clone());
        app.install.channel = channel(id, at);
        inventory.listed(app);
    }
    read
}

/// `Applications`: for each bundle its receipt, as a property list inside.
fn sold(
    applications: Value<'_>,
    bought: bool,
    place: &mut Place<'_>,
    inventory: &mut Inventory,
) -> u64 {
    let Some(entries) = applications.entries() else {
        wrong("Applications", applications, place);
        return 0;
    };
    inventory.has_list = true;
    let mut read = 0;
    for (id, entry) in entries {
        let locator = format!("Applications/{id}");
        if !is_named(id, &locator, place) {
            continue;
        }
        if !is_record(entry) {
            wrong(&locator, entry, place);
            continue;
        }
        read += 1;
        let mut app = App::new(id, Platform::Ios, AppState::Installed, place.at(&*locator));
        match entry.get("iTunesMetadata") {
            None if bought && !id.starts_with("com.apple.") => {
                let outside = Observed::new(Channel::OutsideStore, place.at(locator));
                app.install.channel = Some(outside);
            }
            None => {}
            Some(metadata) => {
                let locator = format!("{locator}/iTunesMetadata");
                // The app stays whatever its receipt is.
                if let Err(reason) = receipt(metadata, &place.at(&*locator), &mut app) {
                    place.skip(&locator, reason);
                }
            }
        }
        inventory.listed(app);
    }
    read
}

/// What a receipt tells (`iTunesMetadata.plist` of an app, written by the store's own program).
fn receipt(metadata: Value<'_>, at: &Provenance, app: &mut App) -> Result<(), Reason> {
    let inside = match metadata.as_data() {
        Some(bytes) => Some(Plist::read(bytes)?),
        None => None,
    };
    let root = inside.as_ref().map_or(metadata, Plist::root);
    if !is_record(root) {
        return Err(malformed("not a list of values"));
    }
    if let Some(name) = root.string("itemName") {
        app.labels.push(Label {
            locale: None,
            text: name.to_owned(),
            provenance: at.clone(),
        });
    }
    let build = root.string("bundleVersion");
    let name = root.string("bundleShortVersionString").or(build);
    app.version = name.map(|name| version(name, build, at.clone()));
    if let Some(source) = root.string("sourceApp") {
        app.install.initiating = Some(Observed::new(source.to_owned(), at.clone()));
    }
    let download = root.get("com.apple.iTunesStore.downloadInfo");
    let account = download
        .and_then(|download| download.get("accountInfo")?.string("AppleID"))
        .or_else(|| root.string("apple-id"));
    if let Some(account) = account.filter(|account| !account.is_empty()) {
        app.install.account = Some(Observed::new(masked_account(account), at.clone()));
    }
    app.install.channel = channel(root).map(|channel| Observed::new(channel, at.clone()));
    if app.install.channel.as_ref().map(|own| own.value) == Some(Channel::Factory) {
        app.system = Some(true);
    }
    Ok(())
}

/// The way that a receipt tells; none where it says too little.
fn channel(root: Value<'_>) -> Option<Channel> {
    let yes = |key: &str| root.get(key).and_then(Value::as_boolean) == Some(true);
    let source = root.string("sourceApp");
    let beta = root.get("betaExternalVersionIdentifier");
    // Nought stands in receipts of apps that are no trial.
    let beta = beta.is_some_and(|beta| beta.as_integer() != Some(0));
    if yes("isFactoryInstall") {
        return Some(Channel::Factory);
    }
    if beta || source == Some("com.apple.TestFlight") {
        return Some(Channel::TestFlight);
    }
    // `dmd` is the phone's device management; the others are licences that a management hands out.
    let managed = yes("sideLoadedDeviceBasedVPP") || yes("DeviceBasedVPP");
    if managed || matches!(source, Some("dmd" | "com.apple.dmd")) {
        return Some(Channel::Managed);
    }
    let distributor = root.get("distributorInfo");
    let distributor = distributor.and_then(|own| own.string("distributorID"));
    if distributor.is_some_and(|own| !own.starts_with("com.apple.")) {
        return Some(Channel::OtherStore);
    }
    // Whatever asked for it (`com.apple.datausage.atc` is an old way of syncing), the App Store sold it.
    let sold = root.get("itemId").is_some()
        || root.get("softwareVersionExternalIdentifier").is_some()
        || root.get("com.apple.iTunesStore.downloadInfo").is_some();
    if sold || source.is_some_and(|source| source.starts_with("com.apple.")) {
        return Some(Channel::AppStore);
    }
    // Every store gives a number; an app that came from a web page has a receipt without one.
    root.get("softwareVersionBundleId")
        .map(|_| Channel::OutsideStore)
}

fn version(name: &str, build: Option<&str>, provenance: Provenance) -> Version {
    Version {
        name: Some(name.to_owned()),
        code: build.and_then(|build| build.parse().ok()),
        provenance,
    }
}
