//! A made phone, what is found on it, and what was written down at the counter.

use std::sync::Arc;

use crate::case::{
    Agreement, Answer, Case, DescribedDevice, Notice, Officer, Safeguarding, Scope, Statement,
};
use crate::detect::{Basis, Because, Finding, Outcome, Subject, SubjectKind};
use crate::digest::{Sha1, Sha256};
use crate::record::RecordDigest;
use crate::report::schema::SealKey;
use crate::report::{Edition, Report, assemble};
use crate::scan::{Copy, Options};
use crate::signatures::{
    BundleSummary, Category, Counts, Family, Hit, Indicator, IndicatorKind, MatchMode, Source,
    Status, Strength,
};
use crate::snapshot::{
    Acquisition, App, AppState, Input, InputKind, Label, Observed, Platform, Power, PowerKind,
    Profile, Provenance, Reason, Signer, SignerRole, Snapshot, SurfaceId, Surfaces, Version,
};
use crate::text::Catalogue;

pub(super) fn place(input: &str, locator: &str) -> Provenance {
    Provenance::new(&Arc::from(format!("acquisition/{input}")), locator)
}

pub(super) fn seen<T>(value: T, locator: &str) -> Observed<T> {
    Observed::new(value, place("getprop.txt", locator))
}

pub(super) fn family(id: &str, name: &str, category: Category, capabilities: &[&str]) -> Family {
    Family {
        id: id.to_owned(),
        name: name.to_owned(),
        aliases: Vec::new(),
        category,
        status: Status::Active,
        capabilities: capabilities.iter().map(|&word| word.to_owned()).collect(),
    }
}

pub(super) fn sign(kind: IndicatorKind, value: &str, strength: Strength, family: &Family) -> Basis {
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

pub(super) fn because(basis: Basis, observed: &str, input: &str, locator: &str) -> Because {
    Because {
        basis,
        observed: observed.to_owned(),
        provenance: place(input, locator),
    }
}

pub(super) fn subject(
    kind: SubjectKind,
    id: &str,
    label: Option<&str>,
    state: AppState,
) -> Subject {
    Subject {
        kind,
        platform: Platform::Android,
        id: id.to_owned(),
        label: label.map(str::to_owned),
        state,
    }
}

pub(super) fn app(id: &str, label: &str, locator: &str) -> App {
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
pub(super) fn phone() -> Snapshot {
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
            supervised: None,
            clock: None,
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
            organisation: Some("Example School".to_owned()),
            display_name: Some("School Wi-Fi".to_owned()),
            ..Profile::new(
                "org.example.school.wifi",
                AppState::Installed,
                place("profiles.json", "[0]"),
            )
        }],
        ..Snapshot::default()
    }
}

/// One finding of each kind of subject, out of order.
pub(super) fn found() -> Vec<Finding> {
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
            behaves_like: false,
            can: Vec::new(),
            story: Vec::new(),
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
            behaves_like: false,
            can: Vec::new(),
            story: Vec::new(),
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
            behaves_like: false,
            can: Vec::new(),
            story: Vec::new(),
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
            behaves_like: false,
            can: Vec::new(),
            story: Vec::new(),
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
            behaves_like: false,
            can: Vec::new(),
            story: Vec::new(),
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
            behaves_like: false,
            can: Vec::new(),
            story: Vec::new(),
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
            behaves_like: false,
            can: Vec::new(),
            story: Vec::new(),
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

pub(super) fn bundle() -> BundleSummary {
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

pub(super) fn options(inventory: bool) -> Options {
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

pub(super) fn report_of(snapshot: &Snapshot, findings: Vec<Finding>, inventory: bool) -> Report {
    report_in(&Catalogue::en_gb(), snapshot, findings, inventory)
}

pub(super) fn report_in(
    catalogue: &Catalogue,
    snapshot: &Snapshot,
    findings: Vec<Finding>,
    inventory: bool,
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

pub(super) fn report() -> Report {
    report_of(&phone(), found(), true)
}

/// A case with every line filled in.
pub(super) fn case() -> Case {
    let some = |value: &str| Some(value.to_owned());
    Case {
        reference: some("CR/26/114233"),
        officer: Officer {
            name: some("A. Example"),
            number: some("4711"),
            role: some("Front counter officer"),
            station: some("Exampleton police station"),
            training: some("Rushlight, half a day, 3 June 2026"),
        },
        place: some("Interview room 2, Exampleton"),
        people_present: vec!["The person".to_owned(), "A. Example".to_owned()],
        agreement: Agreement {
            agreed_by: some("R. Sample"),
            at: Some("2026-06-21T09:31:00Z".parse().unwrap()),
            basis: some("Section 37 of the Police, Crime, Sentencing and Courts Act 2022"),
            notice: Some(Notice::Written),
            form: some("DPNa 0042"),
            scope: vec![Scope::Identifiers, Scope::Inventory, Scope::Record],
            refusals: vec!["No copies of messages or pictures".to_owned()],
            owner: some("R. Sample owns and pays for it"),
        },
        safeguarding: Safeguarding {
            risk_assessment: some("DARA, done before the phone was read"),
            done: vec!["A support worker was called".to_owned()],
        },
        device: DescribedDevice {
            description: some("Black phone, cracked corner, blue case"),
            exhibit: some("AE/1"),
            serial: some("R58M12ABCDE"),
            imei: vec!["350000000000006".to_owned()],
            phone_number: some("07700 900123"),
        },
        statements: vec![
            said(
                "com.android.system.sync",
                Some(Answer::DidNotKnow),
                "I have never seen this. The phone was away for repair in May.",
            ),
            Statement {
                expected: some("Both parents use it with the children."),
                ..said(
                    "com.life360.android.safetymapd",
                    Some(Answer::SetItUp),
                    "We all have it.",
                )
            },
            said(
                "The tablet at home",
                None,
                "It shows the same pictures as this phone.",
            ),
        ],
    }
}

/// One statement.
pub(super) fn said(about: &str, answer: Option<Answer>, words: &str) -> Statement {
    Statement {
        about: about.to_owned(),
        answer,
        words: Some(words.to_owned()),
        at: Some("2026-06-21T09:44:00Z".parse().unwrap()),
        expected: None,
    }
}

/// Options with a case and a seal.
pub(super) fn options_with(case: Case) -> Options {
    Options {
        case: Some(case),
        seal: Some(SealKey {
            algorithm: "ssh-ed25519".to_owned(),
            fingerprint: "SHA256:Yv1l0TbBz9tVn8J0nHqN0dGZy2m3s2o7b1c9hQ4xk3E".to_owned(),
            name: "Front counter, Exampleton".to_owned(),
        }),
        ..options(true)
    }
}

/// The made phone's report with a case, for one reader.
pub(super) fn report_with(case: Case, edition: Edition) -> Report {
    copy_of(&phone(), found(), &options_with(case), edition)
}

/// A report of a sealed package.
pub(super) fn copy_of(
    snapshot: &Snapshot,
    findings: Vec<Finding>,
    options: &Options,
    edition: Edition,
) -> Report {
    assemble(
        snapshot,
        findings,
        &bundle(),
        &Catalogue::en_gb(),
        Copy {
            options,
            edition,
            record: Some(RecordDigest {
                sha256: Sha256::of(b"record"),
                bytes: 48_211,
            }),
        },
    )
}
