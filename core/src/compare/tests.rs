//! Two phones in, what changed out.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::case::Case;
use crate::record::tests::{bundle, made_phone, options};
use crate::snapshot::{
    AccountDevice, App, Channel, Observed, Power, Provenance, Reason, Setting, SignerRole,
    Surfaces, Version,
};
use crate::text::Catalogue;

fn place() -> Provenance {
    Provenance::new(&Arc::from("phone/packages.json"), "[0]")
}

fn seen<T>(value: T) -> Observed<T> {
    Observed::new(value, place())
}

fn app(id: &str) -> App {
    let mut app = App::new(id, Platform::Android, AppState::Installed, place());
    app.user = Some(0);
    app.enabled = Some(true);
    app.signers = vec![signer("maker", SignerRole::Current)];
    app.version = Some(Version {
        name: Some("1.0".to_owned()),
        code: Some(1),
        provenance: place(),
    });
    app
}

fn signer(name: &str, role: SignerRole) -> Signer {
    Signer {
        sha1: Some(Sha1::of(name.as_bytes())),
        sha256: Some(Sha256::of(name.as_bytes())),
        key_sha256: None,
        subject: None,
        scheme: None,
        role,
        provenance: place(),
    }
}

fn power(kind: PowerKind, component: Option<&str>) -> Observed<Power> {
    seen(Power {
        kind,
        component: component.map(str::to_owned),
    })
}

/// A phone of which everything that is compared was read.
fn phone(apps: Vec<App>) -> Record {
    let mut surfaces = Surfaces::for_platform(Platform::Unknown);
    for id in COMPARED {
        surfaces.read(*id, 1);
    }
    let mut options = options();
    options.case = None;
    let snapshot = Snapshot {
        platform: Platform::Android,
        surfaces,
        apps,
        ..Snapshot::default()
    };
    Record::new(snapshot, options, &bundle("1", &[], &[])).unwrap()
}

fn unread(record: &mut Record, id: SurfaceId, reason: Reason) {
    record.snapshot.surfaces.withdraw(id, reason);
}

#[test]
fn a_phone_compared_with_itself_shows_no_difference() {
    let record = Record::new(made_phone(), options(), &bundle("1", &[], &[])).unwrap();
    let comparison = compare(&record, &record);
    assert!(!comparison.is_worth_a_look());
    let only_unread = Comparison {
        stated_at: comparison.stated_at.clone(),
        not_comparable: comparison.not_comparable.clone(),
        signers_not_compared: comparison.signers_not_compared.clone(),
        ..Comparison::default()
    };
    assert_eq!(comparison, only_unread);
    let read = phone(vec![app("a")]);
    let comparison = compare(&read, &read);
    assert!(comparison.sections(&Catalogue::en_gb(), 10).is_empty());
}

#[test]
fn every_kind_of_change_is_told() {
    let mut exchanged = app("b.exchanged");
    let mut rotated = app("c.rotated");
    let mut updated = app("d.updated");
    let mut powerful = app("e.powerful");
    let mut switched = app("f.switched");
    let mut granted = app("g.granted");
    let mut uninstalled = app("h.uninstalled");
    switched.enabled = Some(false);
    switched.install.installer = Some(seen("com.android.vending".to_owned()));
    granted.permissions.granted = Some(seen(BTreeSet::from(["CAMERA".to_owned()])));
    powerful.powers = vec![power(PowerKind::Keyboard, None)];
    let mut earlier = phone(vec![
        exchanged.clone(),
        rotated.clone(),
        updated.clone(),
        powerful.clone(),
        switched.clone(),
        granted.clone(),
        uninstalled.clone(),
        app("i.gone"),
    ]);
    exchanged.signers = vec![signer("somebody", SignerRole::Current)];
    rotated.signers = vec![
        signer("new key", SignerRole::Current),
        signer("maker", SignerRole::Past),
    ];
    updated.version = Some(Version {
        name: Some("2.0".to_owned()),
        code: Some(2),
        provenance: place(),
    });
    powerful.powers = vec![power(PowerKind::Accessibility, Some("e/.Watch"))];
    switched.enabled = Some(true);
    switched.install.installer = Some(seen("com.android.packageinstaller".to_owned()));
    granted.permissions.granted = Some(seen(BTreeSet::from([
        "CAMERA".to_owned(),
        "LOCATION".to_owned(),
    ])));
    uninstalled.state = AppState::Removed;
    let mut new = app("a.new\u{202e}");
    new.user = Some(10);
    let mut later = phone(vec![
        new,
        exchanged,
        rotated,
        updated,
        powerful,
        switched,
        granted,
        uninstalled,
    ]);
    let setting = |name: &str, value: &str| Setting {
        namespace: "secure".to_owned(),
        name: name.to_owned(),
        value: value.to_owned(),
        provenance: place(),
    };
    earlier.snapshot.settings = vec![setting("adb_enabled", "0"), setting("old", "1")];
    later.snapshot.settings = vec![setting("adb_enabled", "1"), setting("new", "1")];
    let profile = |identifier: &str, name: &str| Profile {
        display_name: Some(name.to_owned()),
        ..Profile::new(identifier, AppState::Installed, place())
    };
    earlier.snapshot.profiles = vec![profile("a", "Old"), profile("b", "Wi-Fi")];
    later.snapshot.profiles = vec![profile("b", "Mail"), profile("c", "New")];
    let comparison = compare(&earlier, &later);
    assert!(comparison.is_worth_a_look());
    insta::assert_json_snapshot!(comparison);
    insta::assert_yaml_snapshot!(told(&comparison));
}

fn told(comparison: &Comparison) -> Vec<String> {
    let sections = comparison.sections(&Catalogue::en_gb(), 10);
    sections
        .into_iter()
        .flat_map(|section| std::iter::once(section.title).chain(section.sentences))
        .collect()
}

#[test]
fn what_was_not_read_is_never_added_removed_or_off() {
    let mut watcher = app("watcher");
    watcher.powers = vec![power(PowerKind::Accessibility, None)];
    let whole = phone(vec![watcher.clone(), app("other")]);
    for (id, reason) in [
        (SurfaceId::Apps, Reason::Encrypted),
        (SurfaceId::Accessibility, Reason::NotInThisEvidence),
    ] {
        let mut part = phone(Vec::new());
        if id != SurfaceId::Apps {
            let mut bare = watcher.clone();
            bare.powers.clear();
            part.snapshot.apps = vec![bare, app("other")];
        } else {
            unread(&mut part, SurfaceId::Accessibility, Reason::Encrypted);
        }
        unread(&mut part, id, reason);
        for (earlier, later) in [(&whole, &part), (&part, &whole)] {
            let comparison = compare(earlier, later);
            assert!(!comparison.is_worth_a_look(), "{comparison:?}");
            assert_eq!(comparison.powers_off, []);
            assert!(
                comparison
                    .not_comparable
                    .iter()
                    .any(|seen| seen.surface == id)
            );
        }
    }
}

#[test]
fn a_list_with_gaps_makes_what_is_missing_uncertain() {
    let whole = phone(vec![app("a"), app("b")]);
    let mut gaps = phone(vec![app("a")]);
    gaps.snapshot.surfaces.skip(
        SurfaceId::Apps,
        "packages.json [1]",
        Reason::Malformed {
            cause: "no name".to_owned(),
        },
    );
    let removed = compare(&whole, &gaps).removed;
    assert_eq!(removed.len(), 1);
    assert!(!removed[0].certain);
    let added = compare(&gaps, &whole).added;
    assert_eq!(added.len(), 1);
    assert!(!added[0].certain);
}

#[test]
fn an_app_of_a_user_that_one_check_did_not_cover_is_uncertain() {
    let owner = phone(vec![app("a")]);
    let mut other = app("a");
    other.user = Some(10);
    let mut both = phone(vec![app("a"), other]);
    let mut owner = owner;
    for record in [&mut owner, &mut both] {
        unread(record, SurfaceId::OtherUsers, Reason::NotInThisEvidence);
    }
    let added = compare(&owner, &both).added;
    assert_eq!((added[0].app.user, added[0].certain), (10, false));
}

#[test]
fn signers_are_compared_by_a_digest_that_both_checks_know() {
    let with = |change: fn(&mut Signer)| {
        let mut app = app("a");
        app.signers.iter_mut().for_each(change);
        phone(vec![app])
    };
    let both = with(|_| {});
    let only_sha1 = with(|signer| signer.sha256 = None);
    let only_sha256 = with(|signer| signer.sha1 = None);
    let same = compare(&both, &only_sha1);
    assert_eq!(
        (same.signers.len(), same.signers_not_compared.len()),
        (0, 0)
    );
    let unknown = compare(&only_sha1, &only_sha256);
    assert_eq!(
        (unknown.signers.len(), unknown.signers_not_compared.len()),
        (0, 1)
    );
    let mut none = app("a");
    none.signers.clear();
    let unknown = compare(&both, &phone(vec![none]));
    assert_eq!(
        (unknown.signers.len(), unknown.signers_not_compared.len()),
        (0, 1)
    );
}

#[test]
fn a_second_part_with_the_same_power_is_a_new_power() {
    let with = |parts: &[Option<&str>]| {
        let mut app = app("a");
        app.powers = parts
            .iter()
            .map(|part| power(PowerKind::Accessibility, *part))
            .collect();
        phone(vec![app])
    };
    let on = |earlier: &[Option<&str>], later: &[Option<&str>]| {
        compare(&with(earlier), &with(later)).powers_on.len()
    };
    assert_eq!(on(&[Some("a/.One")], &[Some("a/.One"), Some("a/.Two")]), 1);
    assert_eq!(on(&[Some("a/.One")], &[None]), 0);
    assert_eq!(on(&[None], &[Some("a/.One")]), 0);
    assert_eq!(on(&[], &[None]), 1);
}

#[test]
fn two_phones_are_told_apart() {
    let mut earlier = phone(Vec::new());
    let mut later = phone(Vec::new());
    earlier.snapshot.device.model = Some(seen("SM-A536B".to_owned()));
    later.snapshot.device.model = Some(seen("Pixel 8".to_owned()));
    later.snapshot.device.make = Some(seen("Google".to_owned()));
    let case = |imei: &str| Case::read(&format!("[device]\nimei = {imei}")).ok();
    earlier.options.case = case("[\"1\", \"2\"]");
    later.options.case = case("[\"2\"]");
    let marks = |earlier: &Record, later: &Record| -> Vec<DeviceMark> {
        let changes = compare(earlier, later).other_phone;
        changes.iter().map(|change| change.what).collect()
    };
    assert_eq!(marks(&earlier, &later), [DeviceMark::Model]);
    later.options.case = case("\"3\"");
    assert_eq!(
        marks(&earlier, &later),
        [DeviceMark::Model, DeviceMark::Imei]
    );
}

#[test]
fn settings_that_only_one_check_has_at_all_are_not_compared() {
    let setting = |namespace: &str| Setting {
        namespace: namespace.to_owned(),
        name: "x".to_owned(),
        value: "1".to_owned(),
        provenance: place(),
    };
    let mut earlier = phone(Vec::new());
    let mut later = phone(Vec::new());
    earlier.snapshot.settings = vec![setting("global"), setting("secure")];
    later.snapshot.settings = vec![setting("global")];
    let comparison = compare(&earlier, &later);
    assert_eq!(comparison.settings, []);
    assert_eq!(comparison.settings_not_compared, ["secure"]);
}

#[test]
fn a_long_section_says_how_much_more_there_is() {
    let apps = (0..7).map(|number| app(&format!("a{number}"))).collect();
    let comparison = compare(&phone(Vec::new()), &phone(apps));
    let sections = comparison.sections(&Catalogue::en_gb(), 5);
    assert_eq!(sections[0].sentences.len(), 5);
    assert_eq!(sections[0].more, 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Turned round, what came has gone.
    #[test]
    fn the_order_of_the_two_matters_and_nothing_else(
        earlier in prop::collection::btree_set("[a-e]", 0..5),
        later in prop::collection::btree_set("[a-e]", 0..5),
    ) {
        let apps = |ids: &BTreeSet<String>| phone(ids.iter().map(|id| app(id)).collect());
        let there = compare(&apps(&earlier), &apps(&later));
        let back = compare(&apps(&later), &apps(&earlier));
        prop_assert_eq!(&there.added, &back.removed);
        prop_assert_eq!(&there.removed, &back.added);
        prop_assert_eq!(there.added.len(), later.difference(&earlier).count());
    }
}

/// Two checks of one iPhone, of which everything that is compared was read.
fn iphones(
    earlier: impl FnOnce(&mut Snapshot),
    later: impl FnOnce(&mut Snapshot),
) -> (Record, Record) {
    let (mut before, mut after) = (phone(Vec::new()), phone(Vec::new()));
    for record in [&mut before, &mut after] {
        record.snapshot.platform = Platform::Ios;
    }
    earlier(&mut before.snapshot);
    later(&mut after.snapshot);
    (before, after)
}

fn account_device(model: &str, serial_end: Option<&str>, own: bool) -> AccountDevice {
    AccountDevice {
        model: Some(model.to_owned()),
        os_version: Some("18.5".to_owned()),
        serial_end: serial_end.map(str::to_owned),
        own: Some(own),
        provenance: place(),
    }
}

fn said(comparison: &Comparison) -> String {
    let sections = comparison.sections(&Catalogue::en_gb(), 100);
    let sentences = sections.into_iter().flat_map(|section| section.sentences);
    sentences.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_device_that_came_into_the_account_is_told_and_the_phone_and_updates_are_not() {
    let own = || account_device("iPhone14,5", Some("AAAA"), true);
    let (earlier, later) = iphones(
        |phone| {
            phone.account_devices = vec![
                own(),
                account_device("Watch6,1", None, false),
                account_device("iPad13,4", Some("BBBB"), false),
            ];
        },
        |phone| {
            let mut updated = account_device("iPad13,4", Some("BBBB"), false);
            updated.os_version = Some("19.0".to_owned());
            phone.account_devices = vec![
                own(),
                account_device("Watch6,1", None, false),
                account_device("Watch6,1", None, false),
                updated,
                account_device("Mac14,2", Some("CCCC"), false),
            ];
        },
    );
    let comparison = compare(&earlier, &later);
    let added = &comparison.account_devices_added;
    let models: Vec<_> = added.iter().map(|it| it.model.as_deref()).collect();
    assert_eq!(models, [Some("Mac14,2"), Some("Watch6,1")]);
    assert!(comparison.account_devices_removed.is_empty());
    assert!(comparison.is_worth_a_look());
    let words = said(&comparison);
    assert!(words.contains("Mac (Mac14,2, …CCCC): new."), "{words}");
    assert!(words.contains("Apple Watch (Watch6,1): new."), "{words}");
    let back = compare(&later, &earlier);
    assert_eq!(back.account_devices_removed.len(), 2);
    assert!(said(&back).contains("not there any more"));
}

#[test]
fn devices_that_one_check_did_not_read_are_not_compared() {
    let (mut earlier, later) = iphones(
        |_| {},
        |phone| phone.account_devices = vec![account_device("Mac14,2", None, false)],
    );
    unread(
        &mut earlier,
        SurfaceId::AccountDevices,
        Reason::NotInThisEvidence,
    );
    let comparison = compare(&earlier, &later);
    assert!(comparison.account_devices_added.is_empty());
    assert!(!comparison.is_worth_a_look());
    assert!(!comparison.is_whole());
}

#[test]
fn supervision_channel_and_the_state_of_a_profile_are_compared_where_both_checks_say() {
    let with = |supervised: Option<bool>, channel: Option<Channel>, state: AppState| {
        move |phone: &mut Snapshot| {
            phone.device.supervised = supervised.map(seen);
            let mut app = app("org.example.own");
            app.platform = Platform::Ios;
            app.install.channel = channel.map(seen);
            phone.apps = vec![app];
            phone.profiles = vec![Profile::new("org.example.school", state, place())];
        }
    };
    let store = Some(Channel::AppStore);
    let outside = Some(Channel::OutsideStore);
    let (earlier, later) = iphones(
        with(Some(false), store, AppState::Seen),
        with(Some(true), outside, AppState::Installed),
    );
    let comparison = compare(&earlier, &later);
    assert!(comparison.is_worth_a_look());
    let words = said(&comparison);
    for part in [
        "App Store, then Outside any store",
        "Not supervised, then Supervised",
        "org.example.school: Mentioned only, then Installed.",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(comparison.profiles_changed.is_empty());
    let (earlier, later) = iphones(
        with(None, None, AppState::Installed),
        with(Some(true), outside, AppState::Installed),
    );
    assert!(!compare(&earlier, &later).is_worth_a_look());
}
