//! The peculiarities of the list, each on a made one, and the committed families against the real one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use rushlight_core::signatures::{Category, IndicatorKind, MatchMode, Status, Strength};

use super::decisions::Decisions;
use super::families::{self, Lists};
use super::source::Source;
use crate::import::{ImportError, ImportReport, parse_yaml};
use crate::record::{FamilyRecord, HostRole, IndicatorRecord, PublicKeyRecord, SharedHostRecord};

const KEY: &str = "31A6ECECD97CF39BC4126B8745CD94A7C30BF81C";
const TEST_KEY: &str = "61ED377E85D386A8DFEE6B864BD85B0BFAA5AF81";
const SAMPLES: &str = "SHA256,Package Name,Certificate,Version,App\r\n";
const DATES: &str = "file,family,type,kind,value,first_listed_utc,commit\n";

#[derive(Clone, Default)]
struct Made {
    ioc: String,
    watchware: String,
    samples: String,
    dates: String,
    decisions: String,
}

impl Made {
    fn ioc(text: &str) -> Self {
        Self {
            ioc: text.to_owned(),
            ..Self::default()
        }
    }

    fn samples(mut self, rows: &[&str]) -> Self {
        self.samples = rows.join("\r\n");
        self
    }

    fn decide(mut self, text: &str) -> Self {
        self.decisions = text.to_owned();
        self
    }

    fn import(&self) -> Result<(BTreeMap<String, FamilyRecord>, ImportReport), ImportError> {
        let or_empty = |text: &str| {
            if text.is_empty() {
                "[]".to_owned()
            } else {
                text.to_owned()
            }
        };
        let mut report = ImportReport::default();
        let source = Source::parse(
            &or_empty(&self.ioc),
            &or_empty(&self.watchware),
            &format!("{SAMPLES}{}", self.samples),
            &format!("{DATES}{}", self.dates),
            &mut report,
        )?;
        let decisions: Decisions = if self.decisions.is_empty() {
            Decisions::default()
        } else {
            parse_yaml("echap.yaml", &self.decisions)?
        };
        let lists = Lists::new(
            &[PublicKeyRecord {
                name: "AOSP test key".to_owned(),
                sha1: TEST_KEY.to_owned(),
                sha256: None,
                source: "rushlight".to_owned(),
            }],
            &[SharedHostRecord {
                suffix: "firebaseio.com".to_owned(),
                owner: "Google Firebase".to_owned(),
            }],
        );
        let families = families::build(&source, &decisions, &lists, &mut report)?;
        let families = families
            .into_iter()
            .map(|family| (family.id.clone(), family))
            .collect();
        Ok((families, report))
    }

    fn families(&self) -> BTreeMap<String, FamilyRecord> {
        self.import().unwrap().0
    }
}

fn find<'a>(family: &'a FamilyRecord, value: &str) -> Option<&'a IndicatorRecord> {
    family.indicators.iter().find(|one| one.value == value)
}

fn sha256(digit: u8) -> String {
    format!("{digit:02x}").repeat(32)
}

#[test]
fn quirk_1_an_address_under_ip_is_read_like_one_under_ips() {
    let made =
        Made::ioc("- {name: A, type: stalkerware, c2: {ip: [72.167.46.196], ips: [5.79.71.114]}}");
    let (families, report) = made.import().unwrap();
    for value in ["72.167.46.196", "5.79.71.114"] {
        let ip = find(&families["a"], value).unwrap();
        assert_eq!(ip.kind, IndicatorKind::Ip);
        assert_eq!(ip.strength, Strength::Supporting);
        assert_eq!(ip.role, Some(HostRole::C2));
    }
    assert_eq!(
        report.handled["an address under `c2.ip`, read like `c2.ips`"],
        1
    );
}

fn in_both_files() -> Made {
    Made {
        ioc: "- {name: WiseMo, type: stalkerware, packages: [com.a, com.b]}".to_owned(),
        watchware: "- {name: WiseMo, type: watchware, packages: [com.a]}".to_owned(),
        ..Made::default()
    }
}

#[test]
fn quirk_2_an_entry_of_both_files_waits_for_a_decision() {
    assert!(matches!(
        in_both_files().import(),
        Err(ImportError::Undecided(_))
    ));
}

#[test]
fn quirk_2_a_joined_entry_keeps_both_verdicts() {
    let families = in_both_files()
        .decide("merge: [{entries: [ioc/WiseMo, watchware/WiseMo], reason: One product.}]")
        .families();
    let verdicts: Vec<&str> = families["wisemo"]
        .verdicts
        .iter()
        .map(|one| one.verdict.as_str())
        .collect();
    assert_eq!(verdicts, ["stalkerware", "watchware"]);
    assert_eq!(families["wisemo"].indicators.len(), 2);
}

#[test]
fn quirk_2_names_that_differ_by_case_only_stay_two_families_when_decided() {
    let mut made = Made::ioc("- {name: WebWatcher, names: [Screentime], type: stalkerware}");
    made.watchware = "- {name: ScreenTime, type: watchware}".to_owned();
    assert!(matches!(made.import(), Err(ImportError::Undecided(_))));
    let made =
        made.decide("distinct: [{names: [ioc/WebWatcher, watchware/ScreenTime], reason: Two.}]");
    let families = made.families();
    assert_eq!(families["webwatcher"].category, Category::Stalkerware);
    assert_eq!(families["screentime"].category, Category::Monitoring);
}

#[test]
fn quirk_3_a_key_copied_to_another_product_is_left_out_with_its_reason() {
    let made = Made::ioc(&format!(
        "- {{name: A, type: stalkerware, certificates: [{KEY}]}}\n- {{name: B, type: stalkerware, certificates: [{KEY}]}}"
    ))
    .decide(&format!(
        "left_out: [{{entry: ioc/B, field: certificates, value: {KEY}, reason: This is the key of A.}}]"
    ));
    let (families, report) = made.import().unwrap();
    assert!(find(&families["a"], KEY).unwrap().shared.is_none());
    assert!(find(&families["b"], KEY).is_none());
    assert_eq!(report.left_out[0].reason, "This is the key of A.");
}

#[test]
fn quirk_4_what_two_families_have_stays_in_both_and_says_why() {
    let made = Made::ioc(
        "- {name: A, type: stalkerware, packages: [com.sc.spyier.v2], websites: [x.com]}\n\
         - {name: B, type: stalkerware, packages: [com.sc.spyier.v2], c2: {domains: [x.com]}}",
    )
    .decide("shared: [{value: com.sc.spyier.v2, reason: One code base.}]");
    let families = made.families();
    for id in ["a", "b"] {
        let package = find(&families[id], "com.sc.spyier.v2").unwrap();
        assert_eq!(package.shared.as_deref(), Some("One code base."));
        assert_eq!(package.strength, Strength::Identifying);
        let host = find(&families[id], "x.com").unwrap();
        assert_eq!(
            host.shared.as_deref(),
            Some("The source lists it for a and b.")
        );
        assert_eq!(
            host.strength,
            Strength::Supporting,
            "one indicator has one strength"
        );
    }
}

#[test]
fn quirk_5_packages_in_other_letters_are_one_indicator_in_the_first_spelling() {
    let made = Made::ioc(
        "- {name: A, type: stalkerware, packages: [app.EasyLogger, app.Easylogger, app.Elogger]}",
    )
    .samples(&[
        &format!("{},app.ELogger,,1,A", sha256(1)),
        &format!("{},app.ELogger,,1,A", sha256(2)),
    ]);
    let (families, report) = made.import().unwrap();
    let packages: Vec<&str> = families["a"]
        .indicators
        .iter()
        .filter(|one| one.kind == IndicatorKind::AndroidPackage)
        .map(|one| one.value.as_str())
        .collect();
    assert_eq!(packages, ["app.EasyLogger", "app.Elogger"]);
    assert!(
        report
            .left_out
            .iter()
            .any(|item| item.value == "app.Easylogger")
    );
    assert_eq!(
        report.handled["a package that samples spell in other letters, found by comparing without case"],
        1
    );
}

#[test]
fn quirk_6_an_odd_id_is_compared_letter_by_letter_and_a_class_is_looked_for_as_both() {
    let made = Made::ioc("- {name: A, type: stalkerware, packages: [YWZi.MzkwMmNh, com.apps.rct.CellTrackerActivity]}")
        .decide(
            "exact_packages: [{value: YWZi.MzkwMmNh, reason: Base64.}]\n\
             components: [{value: com.apps.rct.CellTrackerActivity, reason: Written like a class.}]",
        );
    let families = made.families();
    assert_eq!(
        find(&families["a"], "YWZi.MzkwMmNh").unwrap().mode,
        Some(MatchMode::Exact)
    );
    let class: Vec<(IndicatorKind, Strength)> = families["a"]
        .indicators
        .iter()
        .filter(|one| one.value.ends_with("CellTrackerActivity"))
        .map(|one| (one.kind, one.strength))
        .collect();
    assert_eq!(
        class,
        [
            (IndicatorKind::Component, Strength::Supporting),
            (IndicatorKind::AndroidPackage, Strength::Identifying)
        ]
    );
}

#[test]
fn quirk_7_of_packages_in_samples_only_the_named_ones_come_in() {
    let made = Made::ioc("- {name: A, type: stalkerware}").samples(&[
        &format!("{},com.sptrakappp.alarm,,1,A", sha256(1)),
        &format!("{},com.sptrakappp.alarm,,1,A", sha256(2)),
        &format!("{},com.qpbowavl.dbqhyjcw,,1,A", sha256(3)),
        &format!("{},com.qpbowavl.dbqhyjcw,,1,A", sha256(4)),
        &format!("{},com.named.once,,1,A", sha256(5)),
        &format!("{},com.brand.once,,1,A", sha256(6)),
    ]);
    let made =
        made.decide("sample_packages: [{value: com.brand.once, reason: The maker's name space.}]");
    let (families, report) = made.import().unwrap();
    assert!(find(&families["a"], "com.sptrakappp.alarm").is_some());
    assert!(find(&families["a"], "com.brand.once").is_some());
    assert!(find(&families["a"], "com.qpbowavl.dbqhyjcw").is_none());
    assert!(find(&families["a"], "com.named.once").is_none());
    let left: BTreeSet<&str> = report
        .left_out
        .iter()
        .map(|item| item.value.as_str())
        .collect();
    assert_eq!(
        left,
        BTreeSet::from(["com.named.once", "com.qpbowavl.dbqhyjcw"])
    );
}

#[test]
fn quirk_7_a_key_in_samples_only_comes_in_when_it_signs_two_of_one_family() {
    let (two, one, across) = ("A".repeat(40), "B".repeat(40), "C".repeat(40));
    let made =
        Made::ioc("- {name: A, type: stalkerware}\n- {name: B, type: stalkerware}").samples(&[
            &format!("{},,{two},1,A", sha256(1)),
            &format!("{},,{two},1,A", sha256(2)),
            &format!("{},,{one},1,A", sha256(3)),
            &format!("{},,{across},1,A", sha256(4)),
            &format!("{},,{across},1,B", sha256(5)),
        ]);
    let (families, report) = made.import().unwrap();
    assert_eq!(
        find(&families["a"], &two).unwrap().strength,
        Strength::Supporting
    );
    for other in [&one, &across] {
        assert!(
            families
                .values()
                .all(|family| find(family, other).is_none())
        );
        assert!(report.left_out.iter().any(|item| item.value == *other));
    }
}

#[test]
fn quirk_8_a_public_key_is_never_imported() {
    let colons: Vec<String> = TEST_KEY
        .as_bytes()
        .chunks(2)
        .map(|pair| String::from_utf8_lossy(pair).into_owned())
        .collect();
    let made = Made::ioc(&format!(
        "- {{name: A, type: stalkerware, certificates: [{}, \"{}\"]}}",
        TEST_KEY.to_lowercase(),
        colons.join(":")
    ))
    .samples(&[
        &format!("{},,{TEST_KEY},1,A", sha256(1)),
        &format!("{},,{TEST_KEY},1,A", sha256(2)),
    ]);
    let (families, report) = made.import().unwrap();
    assert!(
        families["a"]
            .indicators
            .iter()
            .all(|one| one.kind != IndicatorKind::SignerSha1)
    );
    assert_eq!(report.left_out.len(), 3);
}

#[test]
fn quirk_9_an_address_of_a_page_is_no_host() {
    let made = Made::ioc(
        "- {name: A, type: stalkerware, distribution: ['https://github.com/x/y', 178.63.71.15, a.com]}",
    );
    let (families, report) = made.import().unwrap();
    assert_eq!(report.left_out.len(), 1);
    assert_eq!(
        find(&families["a"], "178.63.71.15").unwrap().kind,
        IndicatorKind::Ip
    );
    let host = find(&families["a"], "a.com").unwrap();
    assert_eq!(
        (host.strength, host.role),
        (Strength::Context, Some(HostRole::Distribution))
    );
}

#[test]
fn quirk_10_a_cloud_tenant_is_compared_as_the_full_host() {
    let made = Made::ioc(
        "- {name: A, type: stalkerware, c2: {domains: [thetruth-db94a.firebaseio.com, firebaseio.com, api.thetruth.com]}}",
    );
    let (families, report) = made.import().unwrap();
    let tenant = find(&families["a"], "thetruth-db94a.firebaseio.com").unwrap();
    assert_eq!(tenant.mode, Some(MatchMode::Exact));
    assert_eq!(find(&families["a"], "api.thetruth.com").unwrap().mode, None);
    assert!(find(&families["a"], "firebaseio.com").is_none());
    assert_eq!(report.left_out[0].value, "firebaseio.com");
}

#[test]
fn quirk_11_a_comment_is_no_part_of_a_value_and_every_scalar_is_text() {
    let number = "12345678901234567890123456789012345678E1";
    let made = Made::ioc(&format!(
        "- name: 360\n  type: stalkerware\n  packages: [1e5.a]\n  certificates:\n  - {number}  # a comment\n"
    ));
    let families = made.families();
    assert_eq!(families["360"].name, "360");
    assert!(find(&families["360"], number).is_some());
    assert!(find(&families["360"], "1e5.a").is_some());
}

#[test]
fn quirks_12_and_13_our_category_stands_beside_the_word_of_the_source() {
    let mut made =
        Made::ioc("- {name: Metasploit, type: stalkerware}\n- {name: Spy, type: stalkerware}");
    made.watchware = "- {name: Life360, type: watchware}".to_owned();
    let families = made
        .decide(
            "categories: [{family: metasploit, category: remote_access, reason: A framework.}]\n\
             status: [{family: spy, status: defunct, reason: It closed.}]",
        )
        .families();
    assert_eq!(families["metasploit"].category, Category::RemoteAccess);
    assert_eq!(
        families["metasploit"].category_reason.as_deref(),
        Some("A framework.")
    );
    assert_eq!(families["metasploit"].verdicts[0].verdict, "stalkerware");
    assert_eq!(families["spy"].category, Category::Stalkerware);
    assert_eq!(families["spy"].status, Status::Defunct);
    assert_eq!(families["life360"].category, Category::Monitoring);
}

#[test]
fn quirk_14_what_the_project_does_not_check_is_checked_here() {
    let made = Made::ioc(&format!(
        "- {{name: A, type: stalkerware, certificates: [{KEY}00, {KEY}, {KEY}], c2: {{ips: [1.2.3]}}}}"
    ))
    .samples(&["not-a-digest,,,1,A", &format!("{},,,1,Nobody", sha256(1)), "too,few"]);
    let (families, report) = made.import().unwrap();
    assert_eq!(families["a"].indicators.len(), 1);
    let left: BTreeSet<String> = report
        .left_out
        .iter()
        .map(|item| item.value.clone())
        .collect();
    let expected = [
        format!("{KEY}00"),
        "1.2.3".to_owned(),
        "not-a-digest".to_owned(),
        sha256(1),
        "too,few".to_owned(),
    ];
    assert_eq!(left, BTreeSet::from(expected));
    let unknown = Made::ioc("- {name: A, type: stalkerware, windows: [a.exe]}");
    assert!(matches!(unknown.import(), Err(ImportError::Form { .. })));
}

#[test]
fn a_server_that_is_a_site_as_well_is_not_enough_alone() {
    let made = Made::ioc(
        "- {name: A, type: stalkerware, websites: [www.copy9.com], c2: {domains: [copy9.com, api.copy9.com, alog.umeng.com]}}",
    )
    .decide("third_party_hosts: [{value: alog.umeng.com, reason: An analytics service.}]");
    let families = made.families();
    let strength = |value| find(&families["a"], value).unwrap().strength;
    assert_eq!(strength("copy9.com"), Strength::Supporting);
    assert_eq!(strength("www.copy9.com"), Strength::Context);
    assert_eq!(strength("api.copy9.com"), Strength::Identifying);
    assert_eq!(strength("alog.umeng.com"), Strength::Context);
}

#[test]
fn a_key_of_a_maker_of_ordinary_apps_is_not_enough_alone() {
    let mut made = Made::ioc(&format!(
        "- {{name: A, type: stalkerware, certificates: [{KEY}]}}"
    ));
    made.watchware = format!(
        "- {{name: W, type: watchware, packages: [com.w], certificates: [{}]}}",
        "B".repeat(40)
    );
    let families = made.families();
    let strength = |id: &str, value: &str| find(&families[id], value).unwrap().strength;
    assert_eq!(strength("a", KEY), Strength::Identifying);
    assert_eq!(strength("w", &"B".repeat(40)), Strength::Supporting);
    assert_eq!(strength("w", "com.w"), Strength::Identifying);
}

#[test]
fn a_package_of_another_product_gets_a_family_of_its_own() {
    let made = Made::ioc("- {name: A, type: stalkerware, packages: [com.a, com.a.hidden]}")
        .samples(&[&format!("{},com.a.hidden,,1,A", sha256(1))])
        .decide(
            "split: [{entry: ioc/A, family: a-hidden, name: Hidden A, packages: [com.a.hidden], reason: Why.}]",
        );
    let families = made.families();
    assert!(find(&families["a"], "com.a").is_some());
    assert!(find(&families["a"], "com.a.hidden").is_none());
    assert!(find(&families["a-hidden"], "com.a.hidden").is_some());
    assert!(find(&families["a-hidden"], &sha256(1)).is_some());
    assert_eq!(families["a-hidden"].verdicts, families["a"].verdicts);
}

#[test]
fn a_series_becomes_a_pattern_beside_its_listed_members() {
    let decisions = "series: [{family: a, value: 'com.android.core.mng[a-z]', sample: com.android.core.mnga, \
                     covers: com.android.core.mngi, reason: The last letter.}]";
    let families = Made::ioc("- {name: A, type: stalkerware, packages: [com.android.core.mngi]}")
        .decide(decisions)
        .families();
    let pattern = find(&families["a"], "com.android.core.mng[a-z]").unwrap();
    assert_eq!(pattern.mode, Some(MatchMode::Glob));
    assert_eq!(pattern.source, "rushlight");
    assert!(find(&families["a"], "com.android.core.mngi").is_some());
    let gone = Made::ioc("- {name: A, type: stalkerware}").decide(decisions);
    assert!(matches!(gone.import(), Err(ImportError::IdleDecision(_))));
}

#[test]
fn the_day_of_the_first_listing_comes_along() {
    let mut made = Made::ioc("- {name: A, type: stalkerware, packages: [com.a, com.b]}");
    made.dates = "ioc.yaml,A,stalkerware,packages,com.a,2020-06-21,8d53\n\
                  ioc.yaml,Other,stalkerware,packages,com.b,2022-08-21,f5e3\n\
                  ioc.yaml,A,stalkerware,packages,com.c,yesterday,f5e3\n"
        .to_owned();
    let (families, report) = made.import().unwrap();
    let day = |value| find(&families["a"], value).unwrap().first_listed.clone();
    assert_eq!(day("com.a").as_deref(), Some("2020-06-21"));
    assert_eq!(day("com.b").as_deref(), Some("2022-08-21"));
    assert_eq!(
        report.handled["a first listing that the date table has under another entry"],
        1
    );
    assert!(report.left_out.iter().any(|item| item.value == "yesterday"));
}

#[test]
fn a_decision_that_meets_nothing_stops_the_import() {
    for decisions in [
        "categories: [{family: gone, category: dual_use, reason: Why.}]",
        "shared: [{value: com.gone, reason: Why.}]",
        "left_out: [{entry: ioc/A, field: packages, value: com.gone, reason: Why.}]",
        "merge: [{entries: [ioc/A, ioc/Gone], reason: Why.}]",
    ] {
        let made = Made::ioc("- {name: A, type: stalkerware}").decide(decisions);
        assert!(
            matches!(made.import(), Err(ImportError::IdleDecision(_))),
            "{decisions}"
        );
    }
}

#[test]
fn a_second_import_changes_nothing_and_hand_written_families_stay() {
    let folder = tempfile::tempdir().unwrap();
    let (source, signatures) = (
        folder.path().join("echap"),
        folder.path().join("signatures"),
    );
    for part in ["import", "lists", "families"] {
        fs::create_dir_all(signatures.join(part)).unwrap();
    }
    fs::create_dir_all(&source).unwrap();
    fs::write(
        source.join("ioc.yaml"),
        "- {name: A, type: stalkerware, packages: [com.a]}",
    )
    .unwrap();
    fs::write(source.join("watchware.yaml"), "[]").unwrap();
    fs::write(source.join("samples.csv"), SAMPLES).unwrap();
    fs::write(source.join("echap_first_listed.csv"), DATES).unwrap();
    fs::write(signatures.join("import/echap.yaml"), "merge: []").unwrap();
    fs::write(signatures.join("lists/public-keys.yaml"), "[]").unwrap();
    fs::write(signatures.join("lists/shared-hosts.yaml"), "[]").unwrap();
    fs::write(signatures.join("families/ours.yaml"), "id: ours\n").unwrap();

    super::run(&source, &signatures).unwrap();
    let first = texts(&signatures.join("families"));
    assert_eq!(
        first.keys().map(String::as_str).collect::<Vec<_>>(),
        ["a.yaml", "ours.yaml"]
    );
    super::run(&source, &signatures).unwrap();
    assert_eq!(texts(&signatures.join("families")), first);

    fs::write(
        source.join("ioc.yaml"),
        "- {name: B, type: stalkerware, packages: [com.a]}",
    )
    .unwrap();
    super::run(&source, &signatures).unwrap();
    let names: Vec<String> = texts(&signatures.join("families")).into_keys().collect();
    assert_eq!(names, ["b.yaml", "ours.yaml"]);

    fs::write(source.join("ioc.yaml"), "- {name: Ours, type: stalkerware}").unwrap();
    assert!(matches!(
        super::run(&source, &signatures),
        Err(ImportError::HandWritten(_))
    ));
    assert_eq!(
        texts(&signatures.join("families"))["ours.yaml"],
        "id: ours\n"
    );
}

fn texts(folder: &Path) -> BTreeMap<String, String> {
    fs::read_dir(folder)
        .unwrap()
        .map(|item| item.unwrap().path())
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

fn here() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The shared data beside the repository, or nothing with a line.
fn shared(what: &str) -> Option<PathBuf> {
    let path = here().join("../../shared/data").join(what);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: ../shared is absent");
    None
}

fn committed() -> Vec<FamilyRecord> {
    texts(&here().join("families"))
        .iter()
        .filter(|(name, _)| name.ends_with(".yaml"))
        .map(|(name, text)| parse_yaml(name, text).unwrap())
        .collect()
}

/// Runs the import of the real list into another folder.
fn import_shared(source: &Path) -> (tempfile::TempDir, ImportReport) {
    let folder = tempfile::tempdir().unwrap();
    for part in ["import", "lists"] {
        fs::create_dir_all(folder.path().join(part)).unwrap();
        for (name, text) in texts(&here().join(part)) {
            fs::write(folder.path().join(part).join(name), text).unwrap();
        }
    }
    let report = super::run(source, folder.path()).unwrap();
    (folder, report)
}

#[test]
fn the_committed_families_are_what_the_import_writes() {
    let Some(source) = shared("echap") else {
        return;
    };
    let (folder, _) = import_shared(&source);
    let committed: BTreeMap<String, String> = texts(&here().join("families"))
        .into_iter()
        .filter(|(_, text)| text.starts_with(super::HEADING))
        .collect();
    let imported = texts(&folder.path().join("families"));
    assert_eq!(
        imported.keys().collect::<Vec<_>>(),
        committed.keys().collect::<Vec<_>>()
    );
    for (name, text) in imported {
        assert!(
            committed[&name] == text,
            "{name} is not what the import writes"
        );
    }
}

#[test]
fn the_counts_of_the_real_list_are_the_known_ones() {
    let Some(source) = shared("echap") else {
        return;
    };
    let (_folder, report) = import_shared(&source);
    assert_eq!(report.counts["entries of ioc.yaml"], 147);
    assert_eq!(report.counts["entries of watchware.yaml"], 27);
    // Two entries stand in both files, one became two families.
    assert_eq!(report.counts["families"], 147 + 27 - 2 + 1);
    assert_eq!(report.counts["sample digests"], 3228);
    let kinds = &report.indicators;
    // 641 listed names, of which two differ by case only; 20 from samples; 7 series.
    assert_eq!(kinds["android.package"], 640 + 20 + 7);
    // 484 listed keys, none public; 11 from samples.
    assert_eq!(kinds["android.signer.sha1"], 484 + 11);
    assert_eq!(kinds["android.apk.sha256"], 3228);
    // 1,560 listed values, of which two are pages and one is an address.
    assert_eq!(kinds["net.host"], 1557);
    // 66 servers, 3 under `c2.ip`, 1 download.
    assert_eq!(kinds["net.ip"], 66 + 3 + 1);
    assert_eq!(kinds["ios.bundle"], 6);
    assert!(
        !report
            .handled
            .contains_key("a value without a date of its first listing")
    );
}

#[test]
fn the_capabilities_are_those_of_the_study() {
    let Some(folder) = shared("liu2023-pets") else {
        return;
    };
    let rows = [
        ("Ambient Recording", "ambient_recording"),
        ("Calendar", "calendar"),
        ("Call Logs", "call_log"),
        ("Clipboard", "clipboard"),
        ("Contacts", "contacts"),
        ("Info of Other Applications", "app_list"),
        ("Location", "location"),
        ("Network Info", "network"),
        ("Phone Info", "phone_details"),
        ("SMS or MMS", "messages"),
        ("Shared Media Files", "photos"),
        ("Invisible camera access", "camera"),
        ("Invisible microphone access", "microphone"),
        ("Accessing protected data", "app_data"),
        ("Taking screenshots", "screen"),
        ("Hiding app icon", "hide_icon"),
        ("Obscuring the uninstallation process", "resist_removal"),
    ];
    let mut words: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut reader = csv::Reader::from_path(folder.join("table2_capabilities.csv")).unwrap();
    let apps = reader.headers().unwrap().clone();
    for row in reader.records() {
        let row = row.unwrap();
        let Some((_, word)) = rows.iter().find(|(name, _)| *name == &row[0]) else {
            continue;
        };
        for (app, value) in apps.iter().zip(&row).filter(|(_, value)| *value == "1") {
            assert_eq!(value, "1");
            words
                .entry(app.to_owned())
                .or_default()
                .insert((*word).to_owned());
        }
    }
    let text = fs::read_to_string(here().join("import/echap.yaml")).unwrap();
    let decisions: Decisions = parse_yaml("echap.yaml", &text).unwrap();
    assert_eq!(decisions.capabilities.len(), 14);
    for item in decisions.capabilities {
        let decided: BTreeSet<String> = item.words.into_iter().collect();
        assert_eq!(decided, words[&item.app], "{}", item.app);
    }
}

#[test]
fn no_preinstalled_app_has_the_name_of_a_listed_package() {
    let Some(path) = shared("uad-ng/uad_lists.json") else {
        return;
    };
    let packages: BTreeMap<String, serde::de::IgnoredAny> =
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(packages.len(), 5370);
    let names: Vec<String> = packages
        .into_keys()
        .map(|name| name.to_lowercase())
        .collect();
    for family in committed() {
        for one in &family.indicators {
            if one.kind == IndicatorKind::AndroidPackage {
                let wanted = one.value.to_lowercase();
                let met = names.iter().find(|name| match one.mode {
                    Some(MatchMode::Glob) => glob(wanted.as_bytes(), name.as_bytes()),
                    _ => **name == wanted,
                });
                assert_eq!(met, None, "{} {}", family.id, one.value);
            }
        }
    }
}

#[test]
fn every_series_meets_its_members_and_not_its_neighbours() {
    let text = fs::read_to_string(here().join("import/echap.yaml")).unwrap();
    let decisions: Decisions = parse_yaml("echap.yaml", &text).unwrap();
    for series in &decisions.series {
        for member in [&series.sample, &series.covers] {
            assert!(glob(series.value.as_bytes(), member.as_bytes()), "{member}");
        }
        for neighbour in [
            "com.android.core",
            "com.android.mms",
            "com.sec.android.app.myfiles",
            "com.android.internet",
        ] {
            assert!(
                !glob(series.value.as_bytes(), neighbour.as_bytes()),
                "{neighbour}"
            );
        }
    }
}

/// The glob of the record format, small and slow.
fn glob(pattern: &[u8], text: &[u8]) -> bool {
    match pattern.split_first() {
        None => text.is_empty(),
        Some((b'*', rest)) => (0..=text.len()).any(|at| glob(rest, &text[at..])),
        Some((b'?', rest)) => !text.is_empty() && glob(rest, &text[1..]),
        Some((b'[', rest)) => match (rest, text.split_first()) {
            ([from, b'-', to, b']', rest @ ..], Some((c, text))) => {
                (from..=to).contains(&c) && glob(rest, text)
            }
            _ => false,
        },
        Some((c, rest)) => text.first() == Some(c) && glob(rest, &text[1..]),
    }
}

/// Cuts, doubles and replaces: what a broken download or a slip of a hand looks like.
fn mutate(text: &str, cuts: &[(usize, usize, String)]) -> String {
    let mut text: Vec<char> = text.chars().collect();
    for (at, length, new) in cuts {
        let at = at % (text.len() + 1);
        let end = (at + length).min(text.len());
        text.splice(at..end, new.chars());
    }
    text.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_mutated_list_makes_the_import_panic(
        which in 0_usize..5,
        cuts in proptest::collection::vec((0_usize..2000, 0_usize..40, "[ -~\\n\\r\\t\u{e9}]{0,12}"), 1..6),
    ) {
        let mut made = Made::ioc(&format!(
            "- name: A\n  names: [B, Cé]\n  type: stalkerware\n  packages:\n  - com.a  # x\n  certificates:\n  - {KEY}\n  \
             websites: [www.a.com]\n  distribution: ['https://github.com/x']\n  c2:\n    domains: [a.com, x.firebaseio.com]\n    ip: [1.2.3.4]\n"
        ))
        .samples(&[&format!("{},com.b,{KEY},1,A", sha256(1)), &format!("{},com.b,{KEY},1,\"A\"", sha256(2))])
        .decide("categories: [{family: a, category: dual_use, reason: Why.}]\nseries: []\n");
        made.watchware = "- {name: W, type: watchware, ios_bundles: [com.w]}".to_owned();
        made.dates = "ioc.yaml,A,stalkerware,packages,com.a,2020-06-21,8d53\n".to_owned();
        let part = match which {
            0 => &mut made.ioc,
            1 => &mut made.watchware,
            2 => &mut made.samples,
            3 => &mut made.dates,
            _ => &mut made.decisions,
        };
        *part = mutate(part, &cuts);
        let _ = made.import();
    }
}
