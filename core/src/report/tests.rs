//! A made phone in, every rendering out.

mod languages;

use std::sync::Arc;

use super::*;
use crate::detect::{Basis, Because, Finding, Outcome, Subject, SubjectKind};
use crate::digest::{Sha1, Sha256};
use crate::scan::{Copy, Options};
use crate::signatures::{
    BundleSummary, Category, Counts, Family, Hit, Indicator, IndicatorKind, MatchMode, Source,
    Status, Strength,
};
use crate::snapshot::{
    Acquisition, Action, App, AppState, Input, InputKind, Label, Observed, Platform, Power,
    PowerKind, Profile, Provenance, Reason, Signer, SignerRole, Snapshot, SurfaceId, Surfaces,
    Version,
};

fn place(input: &str, locator: &str) -> Provenance {
    Provenance::new(&Arc::from(format!("acquisition/{input}")), locator)
}

fn seen<T>(value: T, locator: &str) -> Observed<T> {
    Observed::new(value, place("getprop.txt", locator))
}

fn family(id: &str, name: &str, category: Category, capabilities: &[&str]) -> Family {
    Family {
        id: id.to_owned(),
        name: name.to_owned(),
        aliases: Vec::new(),
        category,
        status: Status::Active,
        capabilities: capabilities.iter().map(|&word| word.to_owned()).collect(),
    }
}

fn sign(kind: IndicatorKind, value: &str, strength: Strength, family: &Family) -> Basis {
    Basis::Indicator(Hit {
        indicator: Arc::new(Indicator {
            id: format!("{}:{value}", kind.as_str()),
            kind,
            mode: MatchMode::Exact,
            value: value.to_owned(),
            strength,
            first_listed: Some("2023-04-11".to_owned()),
        }),
        families: vec![Arc::new(family.clone())],
        source: "echap".to_owned(),
    })
}

fn because(basis: Basis, observed: &str, input: &str, locator: &str) -> Because {
    Because {
        basis,
        observed: observed.to_owned(),
        provenance: place(input, locator),
    }
}

fn subject(kind: SubjectKind, id: &str, label: Option<&str>, state: AppState) -> Subject {
    Subject {
        kind,
        platform: Platform::Android,
        id: id.to_owned(),
        label: label.map(str::to_owned),
        state,
    }
}

fn app(id: &str, label: &str, locator: &str) -> App {
    let at = || place("packages.json", locator);
    let mut app = App::new(id, Platform::Android, AppState::Installed, at());
    app.user = Some(0);
    app.enabled = Some(true);
    app.system = Some(false);
    app.labels = vec![Label {
        locale: None,
        text: label.to_owned(),
        provenance: at(),
    }];
    app.version = Some(Version {
        name: Some("9.41".to_owned()),
        code: Some(941),
        provenance: at(),
    });
    app.install.installer = Some(Observed::new("com.android.vending".to_owned(), at()));
    app.signers = vec![Signer {
        sha1: Some(Sha1::of(id.as_bytes())),
        sha256: Some(Sha256::of(id.as_bytes())),
        key_sha256: None,
        subject: None,
        scheme: None,
        role: SignerRole::Current,
        provenance: at(),
    }];
    app
}

/// An acquisition of some 40 files: what AndroidQF writes.
fn phone() -> Snapshot {
    let mut surfaces = Surfaces::for_platform(Platform::Android);
    for (id, records) in [
        (SurfaceId::Device, 812),
        (SurfaceId::Apps, 3),
        (SurfaceId::AppSigners, 3),
        (SurfaceId::Accessibility, 1),
        (SurfaceId::Settings, 511),
        (SurfaceId::Processes, 420),
        (SurfaceId::Services, 260),
        (SurfaceId::Files, 51_204),
        (SurfaceId::Mounts, 88),
        (SurfaceId::RootTools, 0),
    ] {
        surfaces.read(id, records);
    }
    surfaces.unavailable(
        SurfaceId::AppHashes,
        Reason::LeftEmpty {
            field: "sha256".to_owned(),
        },
    );
    surfaces.unavailable(SurfaceId::AppCode, Reason::NotInThisEvidence);
    surfaces.unavailable(
        SurfaceId::AppGrants,
        Reason::NotReadYet {
            file: "dumpsys.txt".to_owned(),
        },
    );
    surfaces.unavailable(
        SurfaceId::Contacts,
        Reason::FileMissing {
            file: "dumpsys.txt".to_owned(),
        },
    );
    surfaces.skip(
        SurfaceId::Apps,
        "packages.json [12]",
        Reason::Malformed {
            cause: "name is not text".to_owned(),
        },
    );
    surfaces.skip(
        SurfaceId::Files,
        "files.json [40001]",
        Reason::TooLarge { limit: 1 << 20 },
    );
    let mut tracker = app("com.android.system.sync", "Sync Service", "[1]");
    tracker.powers = vec![Observed::new(
        Power {
            kind: PowerKind::Accessibility,
            component: Some("com.android.system.sync/.Watch".to_owned()),
        },
        place("settings_secure.txt", "enabled_accessibility_services"),
    )];
    tracker.install.installer = None;
    let mut inputs = vec![Input {
        path: "acquisition".to_owned(),
        kind: InputKind::AndroidqfFolder,
        bytes: 9_400_311,
        sha256: Sha256::of(b"folder"),
    }];
    inputs.extend(
        [
            "acquisition.json",
            "files.json",
            "getprop.txt",
            "packages.json",
            "processes.json",
            "settings_secure.txt",
        ]
        .into_iter()
        .map(|name| Input {
            path: format!("acquisition/{name}"),
            kind: InputKind::Member,
            bytes: name.len() as u64 * 1_003,
            sha256: Sha256::of(name.as_bytes()),
        }),
    );
    Snapshot {
        platform: Platform::Android,
        device: crate::snapshot::Device {
            make: Some(seen("samsung".to_owned(), "[ro.product.manufacturer]")),
            model: Some(seen("SM-A536B".to_owned(), "[ro.product.model]")),
            os_version: Some(seen("14".to_owned(), "[ro.build.version.release]")),
            api_level: Some(seen("34".to_owned(), "[ro.build.version.sdk]")),
            security_patch: Some(seen("2026-09-01".to_owned(), "[security_patch]")),
            build: Some(seen(
                "samsung/a53xnaeea/a53x:14/UP1A.231005.007/A536BXXSAEXI1:user/release-keys"
                    .to_owned(),
                "[ro.build.fingerprint]",
            )),
            locale: Some(seen("en-GB".to_owned(), "[persist.sys.locale]")),
            zone: Some(seen("Europe/London".to_owned(), "[persist.sys.timezone]")),
            verified_boot: None,
        },
        inputs,
        surfaces,
        acquisition: Some(Acquisition {
            tool: "androidqf".to_owned(),
            version: Some("1.7.1".to_owned()),
            id: Some("0f7a6f3e-1f83-4d3c-8a39-2f1f9f4f9f10".to_owned()),
            started: Some("2026-06-21T09:58:02Z".parse().unwrap()),
            completed: Some("2026-06-21T10:04:47Z".parse().unwrap()),
        }),
        apps: vec![
            tracker,
            app("com.life360.android.safetymapd", "Life360", "[2]"),
            app("org.example.notes", "Notes", "[0]"),
        ],
        profiles: vec![Profile {
            identifier: "org.example.school.wifi".to_owned(),
            uuid: None,
            organisation: Some("Example School".to_owned()),
            display_name: Some("School Wi-Fi".to_owned()),
            payload_kinds: Vec::new(),
            provenance: place("profiles.json", "[0]"),
        }],
        ..Snapshot::default()
    }
}

/// One finding of each kind of subject, out of order.
fn found() -> Vec<Finding> {
    let spy = family(
        "thetruthspy",
        "TheTruthSpy",
        Category::Stalkerware,
        &["location", "messages", "hide_icon", "resist_removal"],
    );
    let dual = family(
        "dual-use-apps",
        "Apps with two uses",
        Category::DualUse,
        &["location"],
    );
    let states = family("pegasus", "Pegasus", Category::Mercenary, &[]);
    let school = family("jamf-school", "Jamf School", Category::Monitoring, &[]);
    vec![
        Finding {
            outcome: Outcome::WorthALook,
            subject: subject(
                SubjectKind::App,
                "com.life360.android.safetymapd",
                Some("Life360"),
                AppState::Installed,
            ),
            because: vec![because(
                sign(
                    IndicatorKind::AndroidPackage,
                    "com.life360.android.safetymapd",
                    Strength::Supporting,
                    &dual,
                ),
                "com.life360.android.safetymapd",
                "packages.json",
                "[2].name",
            )],
            family: Some(Arc::new(dual)),
            also: Vec::new(),
        },
        Finding {
            outcome: Outcome::Match,
            subject: subject(
                SubjectKind::Domain,
                "protocol-a.thetruthspy.com",
                None,
                AppState::Seen,
            ),
            because: vec![because(
                sign(
                    IndicatorKind::Host,
                    "thetruthspy.com",
                    Strength::Identifying,
                    &spy,
                ),
                "protocol-a.thetruthspy.com",
                "dumpsys.txt",
                "line 40211",
            )],
            family: Some(Arc::new(spy.clone())),
            also: vec![Arc::new(family(
                "copy9",
                "Copy9",
                Category::Stalkerware,
                &[],
            ))],
        },
        Finding {
            outcome: Outcome::Match,
            subject: subject(
                SubjectKind::App,
                "com.android.system.sync",
                Some("Sync Service"),
                AppState::Installed,
            ),
            because: vec![
                because(
                    sign(
                        IndicatorKind::SignerSha1,
                        "31a6ecece97cf39bc4126b8745cd94a7c30bf81c",
                        Strength::Identifying,
                        &spy,
                    ),
                    "31A6ECECE97CF39BC4126B8745CD94A7C30BF81C",
                    "packages.json",
                    "[1].files[0].certificate.sha1",
                ),
                because(
                    Basis::Power(PowerKind::Accessibility),
                    "com.android.system.sync/.Watch",
                    "settings_secure.txt",
                    "enabled_accessibility_services",
                ),
                because(
                    Basis::SelfDeclared,
                    "child_monitoring",
                    "packages.json",
                    "[1].meta_data",
                ),
            ],
            family: Some(Arc::new(spy)),
            also: Vec::new(),
        },
        Finding {
            outcome: Outcome::Match,
            subject: subject(
                SubjectKind::File,
                "/data/local/tmp/bh",
                None,
                AppState::Installed,
            ),
            because: vec![because(
                sign(
                    IndicatorKind::FilePath,
                    "/data/local/tmp/bh",
                    Strength::Identifying,
                    &states,
                ),
                "/data/local/tmp/bh",
                "files.json",
                "[771].path",
            )],
            family: Some(Arc::new(states)),
            also: Vec::new(),
        },
        Finding {
            outcome: Outcome::WorthALook,
            subject: subject(
                SubjectKind::Profile,
                "org.example.school.wifi",
                Some("School Wi-Fi"),
                AppState::Removed,
            ),
            because: vec![because(
                sign(
                    IndicatorKind::ProfileOrganisation,
                    "Example School",
                    Strength::Context,
                    &school,
                ),
                "Example School",
                "profiles.json",
                "[0]",
            )],
            family: Some(Arc::new(school)),
            also: Vec::new(),
        },
        Finding {
            outcome: Outcome::WorthALook,
            subject: subject(
                SubjectKind::App,
                "org.example.family",
                Some("Family Guard"),
                AppState::Seen,
            ),
            because: vec![because(
                Basis::SelfDeclared,
                "child_monitoring",
                "packages.json",
                "[3].meta_data",
            )],
            family: None,
            also: Vec::new(),
        },
        Finding {
            outcome: Outcome::WorthALook,
            subject: subject(
                SubjectKind::Setting,
                "global/install_non_market_apps",
                None,
                AppState::Installed,
            ),
            because: Vec::new(),
            family: None,
            also: Vec::new(),
        },
    ]
}

fn bundle() -> BundleSummary {
    BundleSummary {
        version: "2026.11.22".to_owned(),
        built_at: "2026-11-22".to_owned(),
        sha256: Sha256::of(b"bundle"),
        families: 171,
        indicators: Counts {
            loaded: 4_120,
            usable: 4_118,
            refused: 2,
        },
        sources: vec![Source {
            id: "echap".to_owned(),
            title: "Stalkerware indicators".to_owned(),
            url: "https://github.com/AssoEchap/stalkerware-indicators".to_owned(),
            licence: "CC-BY-4.0".to_owned(),
            commit: None,
            retrieved: "2026-11-22".to_owned(),
            attribution: "Stalkerware indicators by Association Echap, CC BY 4.0.".to_owned(),
        }],
    }
}

fn options(inventory: bool) -> Options {
    Options {
        stated_at: "2026-06-21T10:12:00Z".parse().unwrap(),
        inventory,
        signatures: "built-in".to_owned(),
        commit: "0123456789ab".to_owned(),
        language: "en-GB".to_owned(),
        region: "england-and-wales".to_owned(),
        case: None,
        seal: None,
    }
}

fn report_of(snapshot: &Snapshot, findings: Vec<Finding>, inventory: bool) -> Report {
    report_with(snapshot, findings, inventory, &Catalogue::en_gb())
}

fn report_with(
    snapshot: &Snapshot,
    findings: Vec<Finding>,
    inventory: bool,
    catalogue: &Catalogue,
) -> Report {
    assemble(
        snapshot,
        findings,
        &bundle(),
        catalogue,
        Copy {
            options: &options(inventory),
            edition: Edition::Officer,
            record: None,
        },
    )
}

fn report() -> Report {
    report_of(&phone(), found(), true)
}

fn drawn(report: &Report, format: Format) -> String {
    String::from_utf8(render(report, &Catalogue::en_gb(), format).unwrap()).unwrap()
}

/// The formats that this build has.
fn formats() -> impl Iterator<Item = Format> {
    Format::ALL
        .iter()
        .copied()
        .filter(|format| *format != Format::Pdf || cfg!(feature = "pdf"))
}

#[test]
fn the_json_report() {
    insta::assert_snapshot!(drawn(&report(), Format::Json));
}

#[test]
fn the_document() {
    insta::assert_yaml_snapshot!(document(&report(), &Catalogue::en_gb()));
}

#[test]
fn the_html_page() {
    insta::assert_snapshot!(drawn(&report(), Format::Html));
}

#[test]
fn the_csv_file() {
    insta::assert_snapshot!(drawn(&report(), Format::Csv));
}

#[test]
fn the_words_of_every_finding() {
    let words: Vec<_> = report()
        .findings
        .into_iter()
        .map(|finding| (finding.id, finding.subject.id, finding.text))
        .collect();
    insta::assert_yaml_snapshot!(words);
}

#[test]
fn matches_come_first_and_are_numbered() {
    let order: Vec<_> = report()
        .findings
        .into_iter()
        .map(|finding| (finding.id, finding.outcome, finding.subject.kind))
        .collect();
    assert_eq!(
        order,
        [
            ("F1".to_owned(), Outcome::Match, SubjectKind::App),
            ("F2".to_owned(), Outcome::Match, SubjectKind::File),
            ("F3".to_owned(), Outcome::Match, SubjectKind::Domain),
            ("F4".to_owned(), Outcome::WorthALook, SubjectKind::App),
            ("F5".to_owned(), Outcome::WorthALook, SubjectKind::App),
            ("F6".to_owned(), Outcome::WorthALook, SubjectKind::Profile),
            ("F7".to_owned(), Outcome::WorthALook, SubjectKind::Setting),
        ]
    );
}

#[test]
fn not_checked_counts_unread_surfaces_and_records_left_out() {
    // 4 surfaces and 2 records; surfaces that nobody asked for are not counted.
    assert_eq!(report().summary.not_checked, 6);
}

#[test]
fn records_left_out_are_listed_up_to_a_limit_and_counted_beyond_it() {
    let mut snapshot = phone();
    for record in 0..=crate::limits::SKIPPED_LISTED {
        snapshot.surfaces.skip(
            SurfaceId::Apps,
            format!("packages.json [{record}]"),
            Reason::UnsafeName,
        );
    }
    let report = report_of(&snapshot, Vec::new(), false);
    let apps = report.surfaces.iter().find(|at| at.id == "apps").unwrap();
    assert_eq!(apps.skipped.len(), crate::limits::SKIPPED_LISTED);
    assert_eq!(apps.skipped_count, crate::limits::SKIPPED_LISTED as u64 + 2);
    let more = apps.skipped_count - crate::limits::SKIPPED_PRINTED as u64;
    let more = format!("{more} more were left out and are not listed here.");
    assert!(drawn(&report, Format::Html).contains(&more));
}

#[test]
fn the_stated_time_stands_in_utc_and_in_the_zone_of_the_phone() {
    let scan = report().scan;
    assert_eq!(scan.stated_at, "2026-06-21T10:12:00Z");
    assert_eq!(
        scan.stated_at_local.as_deref(),
        Some("2026-06-21T11:12:00+01:00[Europe/London]")
    );
    let page = drawn(&report(), Format::Html);
    assert!(page.contains("21 June 2026, 10:12:00 UTC"));
    assert!(page.contains("21 June 2026, 11:12:00 (Europe/London, UTC+01:00)"));
}

#[test]
fn a_zone_that_nobody_knows_gives_no_local_time() {
    let mut snapshot = phone();
    snapshot.device.zone = Some(seen("Mars/Phobos".to_owned(), "[persist.sys.timezone]"));
    let report = report_of(&snapshot, Vec::new(), false);
    assert_eq!(report.scan.stated_at_local, None);
    assert!(drawn(&report, Format::Html).contains("zone is not known"));
}

#[test]
fn nothing_found_promises_nothing() {
    let page = drawn(&report_of(&phone(), Vec::new(), false), Format::Html);
    assert!(page.contains(
        "This check did not find any app or profile on its list (4118 signs, dated 2026-11-22)."
    ));
    assert!(page.contains("It cannot see everything."));
    assert!(page.contains("If you still feel watched, trust that feeling."));
}

#[test]
fn the_report_number_comes_from_the_content() {
    let report = report();
    assert_eq!(report.report_id, report_id(&report));
    assert!(report.report_id.starts_with("RL-"));
    assert_eq!(report.report_id.len(), "RL-0000-0000-0000-0000-0000".len());
    let other = report_of(&phone(), Vec::new(), true);
    assert_ne!(report.report_id, other.report_id);
}

#[test]
fn a_report_reads_back_as_it_was_written() {
    let report = report();
    let again: Report = serde_json::from_str(&drawn(&report, Format::Json)).unwrap();
    assert_eq!(again, report);
    assert_eq!(report_id(&again), report.report_id);
}

#[test]
fn the_same_evidence_gives_the_same_bytes_in_every_format() {
    let mut turned = found();
    turned.reverse();
    let other = report_of(&phone(), turned, true);
    for format in formats() {
        let first = render(&report(), &Catalogue::en_gb(), format).unwrap();
        let second = render(&other, &Catalogue::en_gb(), format).unwrap();
        assert!(first == second, "{format:?} differs");
    }
}

/// Names that an adversary would choose.
const HOSTILE: &[&str] = &[
    "photo\u{202e}gpj.apk\u{2066}",
    "a\u{200b}b\0c\u{7}d\ne\u{2028}",
    "<script>alert(1)</script>\"'&amp;",
    "=cmd|' /C calc'!A0",
    "@SUM(A1)",
    "+1",
    "-1",
    "系统更新 сервис خدمة सेवा 😀👩‍👩‍👧",
    "#import \"x\": *  $x$ `y` @z <w> // /* \\u{41} {page}",
    "\u{e000}\u{f8ff}\u{fffe}\u{feff}\u{10ffff}",
    "Z\u{0301}\u{0301}\u{0301}\u{0301}\u{20dd}",
    "{ $name } { -brand }",
];

fn hostile_report() -> Report {
    hostile_report_in(&Catalogue::en_gb())
}

fn hostile_report_in(catalogue: &Catalogue) -> Report {
    let mut snapshot = phone();
    let long = "w".repeat(5_000);
    snapshot.device.model = Some(seen(HOSTILE.concat(), "x"));
    snapshot.device.build = Some(seen(long.clone(), "x"));
    let mut findings = Vec::new();
    for name in HOSTILE.iter().copied().chain([long.as_str()]) {
        snapshot.apps.push(app(name, name, name));
        snapshot.surfaces.skip(
            SurfaceId::Apps,
            name,
            Reason::Unreadable {
                file: name.to_owned(),
                cause: name.to_owned(),
            },
        );
        let family = family(name, name, Category::RemoteAccess, &["no_such_word"]);
        findings.push(Finding {
            outcome: Outcome::Match,
            subject: subject(SubjectKind::App, name, Some(name), AppState::Seen),
            because: vec![because(
                sign(IndicatorKind::Label, name, Strength::Identifying, &family),
                name,
                name,
                name,
            )],
            family: Some(Arc::new(family)),
            also: Vec::new(),
        });
    }
    snapshot.actions = vec![Action {
        at: "2026-06-21T10:12:00Z".parse().unwrap(),
        what: HOSTILE.concat(),
    }];
    report_with(&snapshot, findings, true, catalogue)
}

#[test]
fn hostile_names_stay_names_in_every_format() {
    let report = hostile_report();
    for format in formats() {
        let bytes = render(&report, &Catalogue::en_gb(), format).unwrap();
        assert!(!bytes.is_empty());
    }
    let page = drawn(&report, Format::Html);
    assert!(!page.contains("<script"));
    assert!(page.contains("&#60;script&#62;"));
    for shown in [page.clone(), drawn(&report, Format::Csv)] {
        assert!(shown.contains("photo⟨U+202E⟩gpj.apk⟨U+2066⟩"));
        assert!(!shown.contains(['\u{202e}', '\u{2066}', '\u{200b}', '\0', '\u{2028}']));
        assert!(!shown.contains(&"w".repeat(crate::limits::SHOWN_CHARACTERS + 1)));
    }
    // The JSON keeps the exact value.
    let again: Report = serde_json::from_str(&drawn(&report, Format::Json)).unwrap();
    assert!(
        again
            .findings
            .iter()
            .any(|finding| finding.subject.id == HOSTILE[0])
    );
}

#[test]
fn no_cell_of_the_csv_file_is_a_formula() {
    let file = drawn(&hostile_report(), Format::Csv);
    let mut rows = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(file.as_bytes());
    let mut guarded = 0;
    for row in rows.records() {
        for cell in row.unwrap().iter() {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{cell}"
            );
            guarded += usize::from(cell.starts_with("'="));
        }
    }
    assert!(guarded > 0);
}

#[test]
fn the_page_takes_nothing_from_outside() {
    let page = drawn(&report(), Format::Html);
    for word in [
        "<script", "<link", "<img", "@import", "url(", " src=", " onload=",
    ] {
        assert!(!page.contains(word), "{word}");
    }
    assert!(page.contains("default-src 'none'"));
    assert!(page.contains("<html lang=\"en-GB\" dir=\"ltr\">"));
}

#[cfg(not(feature = "pdf"))]
#[test]
fn a_build_without_pdf_says_so() {
    assert!(matches!(
        render(&report(), &Catalogue::en_gb(), Format::Pdf),
        Err(RenderError::NoPdf)
    ));
}

#[cfg(feature = "pdf")]
mod pdf {
    use super::*;

    fn has(pdf: &[u8], word: &str) -> bool {
        pdf.windows(word.len()).any(|part| part == word.as_bytes())
    }

    fn pdf(report: &Report) -> Vec<u8> {
        render(report, &Catalogue::en_gb(), Format::Pdf).unwrap()
    }

    #[test]
    fn the_pdf_is_tagged_for_the_archive_and_for_screen_readers() {
        let pdf = pdf(&report());
        assert!(pdf.starts_with(b"%PDF-1.7"));
        for word in [
            "/StructTreeRoot",
            "/MarkInfo",
            "/Lang(en-GB)",
            "/OutputIntent",
            "<pdfaid:part>3</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
            "Phone check: screening report",
            "2026-06-21T10:12:00",
        ] {
            assert!(has(&pdf, word), "{word}");
        }
    }

    #[test]
    fn the_pdf_carries_the_json_report() {
        let pdf = pdf(&report());
        for word in [
            "/EmbeddedFiles",
            "(report.json)",
            "/AFRelationship/Source",
            "/Subtype/application#2Fjson",
        ] {
            assert!(has(&pdf, word), "{word}");
        }
    }

    /// For the eye, and to measure: `cargo test -p rushlight-core -- --ignored for_the_eye`.
    #[test]
    #[ignore = "writes reports into the temporary folder, to look at"]
    fn reports_for_the_eye() {
        let folder = std::env::temp_dir().join("rushlight-reports");
        std::fs::create_dir_all(&folder).unwrap();
        let mut large = phone();
        for number in 0..450 {
            let id = format!("org.example.app{number:03}.with_a_long_name");
            large.apps.push(app(&id, "An ordinary app", "[9]"));
        }
        let mut typical = found();
        typical.truncate(2);
        for (name, report) in [
            ("typical", report_of(&phone(), typical, false)),
            ("every-kind", report()),
            ("nothing-found", report_of(&phone(), Vec::new(), false)),
            ("hostile", hostile_report()),
            ("large", report_of(&large, found(), true)),
        ] {
            for format in Format::ALL {
                let bytes = render(&report, &Catalogue::en_gb(), *format).unwrap();
                let path = folder.join(format!("{name}.{}", format.as_str()));
                std::fs::write(path, bytes).unwrap();
            }
        }
    }
}
