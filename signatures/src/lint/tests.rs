//! Records in, problem codes out.

use super::*;
use crate::made;

const GOOD: &str = "{kind: android.package, value: com.spy, strength: identifying, source: own}";

fn codes(records: &Records) -> Vec<&'static str> {
    lint(records).iter().map(|it| it.code.as_str()).collect()
}

/// The codes for a family with this one indicator.
fn one(indicator: &str) -> Vec<&'static str> {
    codes(&made::records(indicator))
}

#[test]
fn good_records_have_no_problems() {
    assert_eq!(codes(&made::every_kind()), [""; 0]);
    assert_eq!(one(GOOD), [""; 0]);
}

#[test]
fn a_public_key_is_no_signer() {
    let key = "61:ED:37:7E:85:D3:86:A8:DF:EE:6B:86:4B:D8:5B:0B:FA:A5:AF:81";
    assert_eq!(
        one(&format!(
            "{{kind: android.signer.sha1, value: '{key}', strength: supporting, source: own}}"
        )),
        ["public-key"]
    );
}

#[test]
fn an_identifying_host_among_strangers_must_be_exact() {
    let host = |mode, value, strength| {
        one(&format!(
            "{{kind: net.host, mode: {mode}, value: {value}, strength: {strength}, role: c2, source: own}}"
        ))
    };
    assert_eq!(
        host("subdomains", "spy.firebaseio.com", "identifying"),
        ["shared-host"]
    );
    assert_eq!(host("exact", "spy.firebaseio.com", "identifying"), [""; 0]);
    assert_eq!(
        host("exact", "firebaseio.com", "context"),
        ["public-suffix"]
    );
    assert_eq!(host("subdomains", "co.uk", "context"), ["public-suffix"]);
    assert_eq!(
        host("subdomains", "notfirebaseio.com", "identifying"),
        [""; 0]
    );
}

#[test]
fn a_website_is_not_identifying_and_a_package_has_no_role() {
    assert_eq!(
        one(
            "{kind: net.host, value: spy.example, strength: identifying, role: website, source: own}"
        ),
        ["role"]
    );
    assert_eq!(
        one("{kind: net.host, value: spy.example, strength: identifying, source: own}"),
        ["role"]
    );
    assert_eq!(
        one(
            "{kind: android.package, value: com.spy, strength: identifying, role: c2, source: own}"
        ),
        ["role"]
    );
}

#[test]
fn values_dates_sources_and_samples_are_of_their_form() {
    for (indicator, code) in [
        (
            "{kind: android.signer.sha1, value: 61ED, strength: identifying, source: own}",
            "value",
        ),
        (
            "{kind: net.host, value: 'https://spy.example/', strength: context, source: own}",
            "value",
        ),
        (
            "{kind: android.label, mode: regex, value: Spy, strength: context, source: own}",
            "value",
        ),
        (
            "{kind: android.package, value: com.spy, strength: identifying, source: other}",
            "source",
        ),
        (
            "{kind: android.package, value: com.spy, strength: identifying, source: own, first_listed: '2023-1-1'}",
            "date",
        ),
        (
            "{kind: android.package, value: com.spy, strength: identifying, source: own, sample: com.spy}",
            "sample",
        ),
        (
            "{kind: android.package, mode: glob, value: 'com.spyware*', strength: identifying, source: own}",
            "sample",
        ),
        (
            "{kind: android.package, mode: glob, value: 'com.spyware*', strength: identifying, source: own, sample: com.spx}",
            "sample",
        ),
        (
            "{kind: android.package, mode: glob, value: 'com.spyware[', strength: identifying, source: own, sample: com.spyware}",
            "pattern",
        ),
        (
            "{kind: android.label, value: Settings, strength: identifying, source: own}",
            "strength",
        ),
        (
            "{kind: android.dex, value: nowhere, strength: supporting, source: own}",
            "rule",
        ),
    ] {
        assert_eq!(one(indicator), [code], "{indicator}");
    }
}

#[test]
fn what_would_fire_on_ordinary_things_is_too_broad() {
    for (mode, value, sample) in [
        ("prefix", "com.android.", "com.android.x"),
        ("prefix", "com.sp", "com.spy"),
        ("glob", "com.*.android.*", "com.x.android.y"),
        ("glob", "*[a-z].spy", "x.spy"),
        ("folded", "com.android.vending", ""),
        ("folded", "com.Android.Settings", ""),
    ] {
        let sample = match sample {
            "" => String::new(),
            sample => format!(", sample: {sample}"),
        };
        let indicator = format!(
            "{{kind: android.package, mode: {mode}, value: '{value}', strength: identifying, source: own{sample}}}"
        );
        assert_eq!(one(&indicator), ["broad"], "{indicator}");
    }
    assert_eq!(
        one(
            "{kind: file.path, mode: prefix, value: /sdcard/Download/, strength: context, source: own}"
        ),
        ["broad"]
    );
}

#[test]
fn the_same_thing_twice_in_a_family_is_a_problem() {
    let twice = "{kind: android.package, value: com.Spy, strength: identifying, source: own}\n"
        .to_owned()
        + GOOD;
    assert_eq!(one(&twice), ["twice"]);
}

#[test]
fn indicators_stand_in_order() {
    let unsorted = GOOD.to_owned()
        + "\n{kind: android.apk.sha256, value: '"
        + &"ab".repeat(32)
        + "', strength: identifying, source: own}";
    assert_eq!(one(&unsorted), ["unsorted"]);
}

#[test]
fn a_shared_indicator_says_why_in_each_family_and_agrees() {
    let mut records = made::records(GOOD);
    records.families.push(made::family("twin", GOOD));
    assert_eq!(codes(&records), ["unshared", "unshared"]);
    let shared = |strength| {
        format!(
            "{{kind: android.package, value: com.spy, strength: {strength}, source: own, shared: one code base}}"
        )
    };
    records.families = vec![
        made::family("spy", &shared("identifying")),
        made::family("twin", &shared("identifying")),
    ];
    assert_eq!(codes(&records), [""; 0]);
    records.families[1] = made::family("twin", &shared("context"));
    assert_eq!(codes(&records), ["conflict"]);
    records.families[1] = made::family(
        "twin",
        "{kind: android.package, mode: exact, value: com.spy, strength: identifying, source: own}",
    );
    assert_eq!(codes(&records), ["conflict", "conflict"]);
}

#[test]
fn a_family_is_called_as_its_file_and_has_its_id_alone() {
    let mut records = made::records(GOOD);
    records.families[0].name = "other".to_owned();
    assert_eq!(codes(&records), ["file-name"]);
    let mut records = made::records(GOOD);
    records.families[0] = made::family("Spy", GOOD);
    assert_eq!(codes(&records), ["id"]);
    records.families[0] = made::family(DUAL_USE_FAMILY, GOOD);
    assert_eq!(codes(&records), ["twice"]);
    let mut records = made::records(GOOD);
    records.families[0].family.name = " ".to_owned();
    records.families[0].family.aliases = vec!["b".to_owned(), "a".to_owned()];
    records.families[0].family.capabilities = vec!["telepathy".to_owned()];
    let mut found = codes(&records);
    found.sort_unstable();
    assert_eq!(found, ["capability", "empty", "unsorted"]);
}

#[test]
fn an_app_with_more_than_one_use_is_in_no_other_family() {
    let mut records = made::records(GOOD);
    records.dual_use = serde_saphyr::from_str(
        "[{id: COM.spy, platform: android, purpose: location, source: own}, {id: com.x, platform: windows, purpose: location, source: own}]",
    )
    .unwrap();
    assert_eq!(codes(&records), ["word", "collision"]);
}

#[test]
fn rules_are_there_once_and_used() {
    let mut records = made::every_kind();
    records.rules.push(records.rules[0].clone());
    assert_eq!(codes(&records), ["rule"]);
    let mut records = made::records(GOOD);
    records.rules = made::every_kind().rules;
    assert_eq!(codes(&records), ["rule"]);
}

#[test]
fn lists_are_of_their_form() {
    let mut records = made::records(GOOD);
    records.stores[0].role = "friend".to_owned();
    records.public_keys[0].sha1 = "61ED".to_owned();
    records.shared_hosts[0].suffix = "FirebaseIO.com".to_owned();
    records.sources[0].retrieved = "yesterday".to_owned();
    records.suppressions = serde_saphyr::from_str(
        "[{indicator: 'android.package:com.nobody', subject: a, reason: b, until: '2027-01-01'}]",
    )
    .unwrap();
    let mut found = codes(&records);
    found.sort_unstable();
    assert_eq!(found, ["date", "digest", "suppression", "value", "word"]);
}

#[test]
fn a_known_app_has_a_signer_and_a_source_and_a_store_has_neither() {
    let mut records = made::records(GOOD);
    records.known_apps[0].signer = None;
    let mut found = codes(&records);
    found.sort_unstable();
    // No signer, and so in the wrong list.
    assert_eq!(found, ["digest", "value"]);
    let mut records = made::records(GOOD);
    records.known_apps[0].source = None;
    assert_eq!(codes(&records), ["source"]);
    let mut records = made::records(GOOD);
    records.known_apps[0].signer = Some("CD".repeat(32));
    assert_eq!(codes(&records), ["digest"]);
    let mut records = made::records(GOOD);
    records.stores[0].signer = records.known_apps[0].signer.clone();
    records.stores[0].source = Some("own".to_owned());
    assert_eq!(codes(&records), ["value"]);
    let mut records = made::records(GOOD);
    records.known_apps.push(records.known_apps[0].clone());
    assert_eq!(codes(&records), ["twice"]);
}
