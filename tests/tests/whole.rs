//! The whole way: evidence in, report out. Facts in, findings out.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may fail, and says when it is skipped"
)]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use rushlight_core::detect::{self, Outcome, SubjectKind};
use rushlight_core::digest::{Sha1, Sha256};
use rushlight_core::evidence::{Reading, Secrets, Unwatched, read};
use rushlight_core::report::{self, Format, Report};
use rushlight_core::scan::{Options, scan};
use rushlight_core::signatures::{Bundle, Category, IndicatorKind, MatchMode, Status, Strength};
use rushlight_core::snapshot::{
    App, AppState, Component, ComponentKind, Observed, Platform, Provenance, Signer, SignerRole,
    Snapshot, Surfaces,
};
use rushlight_core::text::Catalogue;
use rushlight_signatures::compile::compile;
use rushlight_signatures::files::{FamilyFile, Records, RuleFile};
use rushlight_signatures::record::{
    FamilyRecord, IndicatorRecord, SourceRecord, SuppressionRecord, Verdict, VersionRecord,
};
use rushlight_tests::made_apk::{Key, MadeApk};
use rushlight_tests::made_phone;

const DAY: &str = "2026-11-22";

fn options() -> Options {
    Options {
        stated_at: "2026-11-22T12:00:00Z".parse().unwrap(),
        inventory: false,
        signatures: "test".to_owned(),
        commit: "0123456789ab".to_owned(),
        language: "en-GB".to_owned(),
        region: "england-and-wales".to_owned(),
        case: None,
        seal: None,
    }
}

fn built_in() -> Bundle {
    Bundle::from_static(rushlight_built_in_signatures::BYTES).unwrap()
}

/// A bundle with one stalkerware family and these identifying indicators.
fn bundle_of(indicators: &[(IndicatorKind, &str)], rules: &[(&str, &str)]) -> Bundle {
    let indicators: Vec<_> = indicators
        .iter()
        .map(|(kind, value)| indicator(*kind, value, Strength::Identifying))
        .collect();
    let mut records = records(vec![family("muahaha", Category::Stalkerware, indicators)]);
    records.rules = rules
        .iter()
        .map(|(name, text)| RuleFile {
            name: (*name).to_owned(),
            text: (*text).to_owned(),
        })
        .collect();
    bundle(&records)
}

fn indicator(kind: IndicatorKind, value: &str, strength: Strength) -> IndicatorRecord {
    IndicatorRecord {
        kind,
        mode: None::<MatchMode>,
        value: value.to_owned(),
        strength,
        role: None,
        first_listed: None,
        source: "test".to_owned(),
        sample: None,
        shared: None,
    }
}

fn family(id: &str, category: Category, indicators: Vec<IndicatorRecord>) -> FamilyFile {
    FamilyFile {
        name: id.to_owned(),
        family: FamilyRecord {
            id: id.to_owned(),
            name: id.to_uppercase(),
            aliases: Vec::new(),
            category,
            category_reason: None,
            status: Status::Active,
            capabilities: Vec::new(),
            verdicts: vec![Verdict {
                source: "test".to_owned(),
                entry: id.to_owned(),
                verdict: "made".to_owned(),
            }],
            indicators,
        },
    }
}

fn records(families: Vec<FamilyFile>) -> Records {
    Records {
        families,
        sources: vec![SourceRecord {
            id: "test".to_owned(),
            title: "Made for a test".to_owned(),
            url: "urn:test".to_owned(),
            licence: "CC0-1.0".to_owned(),
            commit: None,
            retrieved: DAY.to_owned(),
            attribution: "Made for a test.".to_owned(),
        }],
        ..Records::default()
    }
}

fn bundle(records: &Records) -> Bundle {
    let version = VersionRecord {
        version: "test".to_owned(),
        built_at: DAY.to_owned(),
    };
    Bundle::from_bytes(&compile(records, &version).unwrap()).unwrap()
}

/// A phone with one installed app that has one part in its manifest.
fn phone_with(package: &str, part: &str) -> Snapshot {
    let input = "made".into();
    let place = Provenance::new(&input, "app");
    let mut app = App::new(
        package,
        Platform::Android,
        AppState::Installed,
        place.clone(),
    );
    app.components.push(Component {
        kind: ComponentKind::Service,
        class: part.to_owned(),
        provenance: place,
    });
    Snapshot {
        platform: Platform::Android,
        apps: vec![app],
        ..Snapshot::default()
    }
}

fn check(path: &Path, bundle: &Bundle) -> Report {
    scan(&[path], bundle, &Catalogue::en_gb(), &options(), &Unwatched).unwrap()
}

/// Findings as outcome and subject.
fn findings(report: &Report) -> Vec<(Outcome, &str)> {
    report
        .findings
        .iter()
        .map(|finding| (finding.outcome, finding.subject.id.as_str()))
        .collect()
}

/// A place below the shared data, or none, said aloud, where it is not there.
fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared")
        .join(path);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: ../shared is absent");
    None
}

#[test]
fn the_real_acquisition_gives_no_match_and_a_state_for_every_surface() {
    let Some(path) = shared("corpora/androidqf") else {
        return;
    };
    let report = check(&path, &built_in());
    assert_eq!(report.summary.matches, 0);
    let android = rushlight_core::snapshot::SurfaceId::ALL
        .into_iter()
        .filter(|id| id.applies_to(Platform::Android))
        .count();
    assert_eq!(report.surfaces.len(), android);
    for surface in &report.surfaces {
        match surface.state.as_str() {
            "read" => assert!(surface.records.is_some(), "{surface:?}"),
            "unavailable" => assert!(surface.reason.is_some(), "{surface:?}"),
            state => panic!("{} is {state}: {surface:?}", surface.id),
        }
    }
}

#[test]
fn the_planted_family_is_found_by_package_or_signer_or_digest_alone() {
    let Some(path) = shared("corpora/androidqf") else {
        return;
    };
    let list = fs::read_to_string(path.join("packages.json")).unwrap();
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    let planted = list
        .as_array()
        .unwrap()
        .iter()
        .find(|app| app["name"] == "com.malware.muahaha")
        .unwrap();
    let file = &planted["files"][0];
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let certificate = &file["certificate"];
    for (kind, value) in [
        (
            IndicatorKind::AndroidPackage,
            "com.malware.muahaha".to_owned(),
        ),
        (IndicatorKind::SignerSha1, text(&certificate["Sha1"])),
        (IndicatorKind::SignerSha256, text(&certificate["Sha256"])),
        (IndicatorKind::ApkSha256, text(&file["sha256"])),
    ] {
        let report = check(&path, &bundle_of(&[(kind, &value)], &[]));
        let found = findings(&report);
        assert!(
            found.contains(&(Outcome::Match, "com.malware.muahaha")),
            "{} alone finds {found:?}",
            kind.as_str()
        );
        let mut all = report.findings.iter();
        let planted = all.find(|it| it.subject.id == "com.malware.muahaha");
        let because = planted.unwrap().because.iter();
        let indicators = because.filter(|because| because.indicator.is_some());
        assert_eq!(indicators.count(), 1, "one indicator, one reason");
    }
}

#[test]
fn no_app_that_comes_with_a_phone_is_a_match_and_none_is_worth_a_look() {
    let Some(path) = shared("data/uad-ng/uad_lists.json") else {
        return;
    };
    let list: serde_json::Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let names: Vec<&String> = list.as_object().unwrap().keys().collect();
    assert_eq!(names.len(), 5_370);
    let input = "uad".into();
    let snapshot = Snapshot {
        platform: Platform::Android,
        surfaces: Surfaces::for_platform(Platform::Android),
        apps: names
            .iter()
            .map(|name| {
                let place = Provenance::new(&input, name.as_str());
                let mut app =
                    App::new(name.as_str(), Platform::Android, AppState::Installed, place);
                app.system = Some(true);
                app
            })
            .collect(),
        ..Snapshot::default()
    };
    let found = detect::findings(&snapshot, &built_in(), DAY).unwrap();
    // signatures/README.md would explain each one that stood here.
    let subjects: Vec<_> = found.iter().map(|finding| &finding.subject.id).collect();
    assert_eq!(subjects, Vec::<&String>::new());
}

#[test]
fn the_made_phone_gives_one_match_and_three_questions() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/made-phone");
    let report = check(&path, &built_in());
    assert_eq!(
        findings(&report),
        [
            (Outcome::Match, "com.systemservice"),
            (Outcome::WorthALook, "com.android.battery.sync"),
            (Outcome::WorthALook, "com.wondershare.famisafe.kids"),
            (Outcome::WorthALook, "global/package_verifier_user_consent"),
        ]
    );
    assert!(report.findings[0].behaves_like);
    let matched = &report.findings[0];
    let powers: Vec<_> = matched
        .because
        .iter()
        .filter_map(|because| because.power.as_deref())
        .collect();
    assert_eq!(powers, ["accessibility", "notification_listener"]);
    assert!(report.bundle.indicators.usable > 6_000);
    assert_eq!(report.bundle.indicators.refused, 0);
}

#[test]
fn every_indicator_of_the_built_in_bundle_fires() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../signatures");
    let records = Records::read(&folder).unwrap();
    let indicators = rushlight_signatures::compile::indicators(&records).unwrap();
    let fired = rushlight_signatures::fire::fire(&built_in(), &indicators, DAY).unwrap();
    assert!(fired.silent.is_empty(), "{fired}");
}

#[test]
fn an_app_file_beside_the_list_is_found_by_what_only_the_file_holds() {
    let folder = tempfile::tempdir().unwrap();
    made_phone::write_folder(folder.path()).unwrap();
    let apks = folder.path().join("apks");
    fs::create_dir(&apks).unwrap();
    let apk = MadeApk::new("org.example.torch.extra")
        .label("Torch")
        .dex(&b"dex\n035\0 Lorg/example/watcher/Sender;"[..])
        .signed_by(Key::One)
        .bytes();
    fs::write(apks.join("org.example.torch.extra.apk"), &apk).unwrap();

    let signer = Sha256::of(Key::One.certificate()).to_string();
    let sha1 = Sha1::of(Key::One.certificate()).to_string();
    let rule = r#"rule watcher { strings: $class = "Lorg/example/watcher/" condition: $class }"#;
    for (kind, value, rules) in [
        (
            IndicatorKind::ApkSha256,
            Sha256::of(&apk).to_string(),
            &[][..],
        ),
        (IndicatorKind::SignerSha256, signer, &[]),
        (IndicatorKind::SignerSha1, sha1, &[]),
        (
            IndicatorKind::DexRule,
            "watcher".to_owned(),
            &[("watcher", rule)],
        ),
    ] {
        let report = check(folder.path(), &bundle_of(&[(kind, &value)], rules));
        // The rest of the made phone is worth a look without any list.
        assert_eq!(
            findings(&report),
            [
                (Outcome::Match, "org.example.torch.extra"),
                (Outcome::WorthALook, "com.android.battery.sync"),
                (Outcome::WorthALook, "com.systemservice"),
                (Outcome::WorthALook, "global/package_verifier_user_consent"),
            ],
            "{}",
            kind.as_str()
        );
        assert_eq!(report.findings[0].subject.state, AppState::Seen);
        assert_eq!(report.findings[0].subject.label.as_deref(), Some("Torch"));
    }
}

#[test]
fn an_app_that_signed_with_a_listed_key_earlier_is_found_by_its_history() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("moved.apk");
    let apk = MadeApk::new("org.example.moved")
        .signed_by(Key::Two)
        .lineage(&[Key::One])
        .bytes();
    fs::write(&file, apk).unwrap();
    let listed = Sha256::of(Key::One.certificate()).to_string();
    let report = check(
        &file,
        &bundle_of(&[(IndicatorKind::SignerSha256, &listed)], &[]),
    );
    assert_eq!(findings(&report), [(Outcome::Match, "org.example.moved")]);
}

#[test]
fn a_host_that_the_phone_was_set_to_use_is_contacted_and_never_installed() {
    let folder = tempfile::tempdir().unwrap();
    made_phone::write_folder(folder.path()).unwrap();
    let mut settings = fs::OpenOptions::new()
        .append(true)
        .open(folder.path().join("settings_global.txt"))
        .unwrap();
    writeln!(settings, "private_dns_specifier=dns.watcher.example.org").unwrap();
    drop(settings);
    let bundle = bundle_of(&[(IndicatorKind::Host, "watcher.example.org")], &[]);
    let report = check(folder.path(), &bundle);
    let finding = &report.findings[0];
    assert_eq!(finding.subject.kind, SubjectKind::Domain);
    assert_eq!(finding.subject.state, AppState::Seen);
    assert!(finding.text.headline.contains("contacted"));
    assert!(!finding.text.headline.contains("installed"));
}

#[test]
fn a_key_that_anybody_can_sign_with_never_makes_a_finding() {
    let input = "made".into();
    let place = Provenance::new(&input, "app");
    let mut app = App::new(
        "io.example.settings",
        Platform::Android,
        AppState::Installed,
        place.clone(),
    );
    app.signers.push(Signer {
        // The AOSP test key.
        sha1: Some("61ED377E85D386A8DFEE6B864BD85B0BFAA5AF81".parse().unwrap()),
        sha256: Some(
            "A40DA80A59D170CAA950CF15C18C454D47A39B26989D8B640ECD745BA71BF5DC"
                .parse()
                .unwrap(),
        ),
        key_sha256: None,
        subject: None,
        scheme: None,
        role: SignerRole::Current,
        provenance: place,
    });
    let snapshot = Snapshot {
        platform: Platform::Android,
        apps: vec![app],
        ..Snapshot::default()
    };
    assert_eq!(detect::identity(&snapshot, &built_in(), DAY).unwrap(), []);
}

#[test]
fn an_app_that_says_that_it_watches_is_worth_a_look_without_any_list() {
    let input = "made".into();
    let place = Provenance::new(&input, "app");
    let mut app = App::new(
        "org.example.parents",
        Platform::Android,
        AppState::Installed,
        place.clone(),
    );
    app.self_declared_monitoring = Some(Observed::new("child_monitoring".to_owned(), place));
    let snapshot = Snapshot {
        platform: Platform::Android,
        apps: vec![app],
        ..Snapshot::default()
    };
    let found = detect::identity(&snapshot, &built_in(), DAY).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].outcome, Outcome::WorthALook);
    assert_eq!(found[0].family, None);
}

#[test]
fn one_supporting_sign_is_nothing_and_two_kinds_of_them_are_worth_a_look() {
    let supporting = |kind, value| indicator(kind, value, Strength::Supporting);
    let bundle = bundle(&records(vec![family(
        "muahaha",
        Category::Stalkerware,
        vec![
            supporting(IndicatorKind::Component, "org.example.watcher.Sender"),
            supporting(IndicatorKind::AndroidPackage, "org.example.watcher"),
        ],
    )]));
    let found = |package, part| {
        let phone = phone_with(package, part);
        let found = detect::identity(&phone, &bundle, DAY).unwrap();
        found.first().map(|finding| finding.outcome)
    };
    assert_eq!(found("org.example.watcher", "org.example.Other"), None);
    assert_eq!(
        found("org.example.other", "org.example.watcher.Sender"),
        None
    );
    assert_eq!(
        found("org.example.watcher", "org.example.watcher.Sender"),
        Some(Outcome::WorthALook)
    );
}

#[test]
fn the_category_decides_the_word_and_context_never_does() {
    for category in Category::ALL {
        for strength in Strength::ALL {
            let package = indicator(IndicatorKind::AndroidPackage, "org.example.x", *strength);
            let bundle = bundle(&records(vec![family("made", *category, vec![package])]));
            let phone = phone_with("org.example.x", "org.example.x.Part");
            let found = detect::identity(&phone, &bundle, DAY).unwrap();
            let outcome = found.first().map(|finding| finding.outcome);
            let expected = match (strength, category) {
                (Strength::Context, _) => None,
                (Strength::Supporting, Category::DualUse) => Some(Outcome::WorthALook),
                (Strength::Supporting, _) => None,
                (
                    Strength::Identifying,
                    Category::Stalkerware | Category::Mercenary | Category::RemoteAccess,
                ) => Some(Outcome::Match),
                (Strength::Identifying, _) => Some(Outcome::WorthALook),
            };
            assert_eq!(outcome, expected, "{strength:?} {category:?}");
        }
    }
}

#[test]
fn an_app_that_two_families_share_is_one_finding_that_names_both() {
    let package = |shared: &str| IndicatorRecord {
        shared: Some(shared.to_owned()),
        ..indicator(
            IndicatorKind::AndroidPackage,
            "org.example.shared",
            Strength::Identifying,
        )
    };
    let part = indicator(
        IndicatorKind::Component,
        "org.example.second.Part",
        Strength::Identifying,
    );
    let bundle = bundle(&records(vec![
        family("first", Category::Stalkerware, vec![package("one shop")]),
        family(
            "second",
            Category::Stalkerware,
            vec![package("one shop"), part],
        ),
    ]));
    let phone = phone_with("org.example.shared", "org.example.second.Part");
    let found = detect::identity(&phone, &bundle, DAY).unwrap();
    assert_eq!(found.len(), 1);
    // Two identifying signs point to the second, one to the first.
    assert_eq!(found[0].family.as_ref().unwrap().id, "second");
    let also: Vec<_> = found[0].also.iter().map(|family| &family.id).collect();
    assert_eq!(also, ["first"]);
    assert_eq!(found[0].because.len(), 2);
}

#[test]
fn a_suppressed_indicator_is_quiet_until_its_day_has_passed() {
    let package = indicator(
        IndicatorKind::AndroidPackage,
        "org.example.x",
        Strength::Identifying,
    );
    let mut records = records(vec![family("made", Category::Stalkerware, vec![package])]);
    records.suppressions.push(SuppressionRecord {
        indicator: "android.package:org.example.x".to_owned(),
        subject: "org.example.x".to_owned(),
        reason: "an honest app took over the name".to_owned(),
        until: "2026-12-31".to_owned(),
    });
    let bundle = bundle(&records);
    let phone = phone_with("org.example.x", "org.example.x.Part");
    let count = |day| detect::identity(&phone, &bundle, day).unwrap().len();
    assert_eq!(count("2026-12-31"), 0);
    assert_eq!(count("2027-01-01"), 1);
}

#[test]
fn two_pieces_of_evidence_of_one_phone_make_one_report() {
    let folder = tempfile::tempdir().unwrap();
    let phone = folder.path().join("phone");
    fs::create_dir(&phone).unwrap();
    made_phone::write_folder(&phone).unwrap();
    let file = folder.path().join("found-in-downloads.apk");
    fs::write(
        &file,
        MadeApk::new("com.ispyoo").signed_by(Key::One).bytes(),
    )
    .unwrap();
    let report = scan(
        &[&phone, &file],
        &built_in(),
        &Catalogue::en_gb(),
        &options(),
        &Unwatched,
    )
    .unwrap();
    assert_eq!(
        findings(&report),
        [
            (Outcome::Match, "com.systemservice"),
            (Outcome::Match, "com.ispyoo"),
            (Outcome::WorthALook, "com.android.battery.sync"),
            (Outcome::WorthALook, "com.wondershare.famisafe.kids"),
            (Outcome::WorthALook, "global/package_verifier_user_consent"),
        ]
    );
}

#[test]
fn the_same_input_gives_the_same_bytes_in_every_format() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/made-phone");
    let catalogue = Catalogue::en_gb();
    let first = check(&path, &built_in());
    let second = check(&path, &built_in());
    for format in Format::ALL {
        let draw = |report| report::render(report, &catalogue, *format).unwrap();
        assert!(draw(&first) == draw(&second), "{format:?} differs");
    }
}

#[test]
fn the_evidence_is_not_changed_by_reading_it() {
    let folder = tempfile::tempdir().unwrap();
    made_phone::write_folder(folder.path()).unwrap();
    let state = |path: &Path| -> Vec<_> {
        walkdir::WalkDir::new(path)
            .sort_by_file_name()
            .into_iter()
            .map(|entry| entry.unwrap())
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| {
                let modified = entry.metadata().unwrap().modified().unwrap();
                let digest = Sha256::of(&fs::read(entry.path()).unwrap());
                (entry.path().to_owned(), digest, modified)
            })
            .collect()
    };
    let before = state(folder.path());
    let reading = Reading {
        watch: &Unwatched,
        code: None,
        secrets: &Secrets::NONE,
    };
    read(folder.path(), reading).unwrap();
    assert!(before == state(folder.path()));
}
