//! How long a report of 10 findings and 450 apps takes to draw, in every format that this build has.
//!
//!     cargo run --release -p rushlight-core --no-default-features --features pdf --example render-speed
//!     cargo run -p rushlight-core --no-default-features --example render-speed -- --write DIR
//!
//! The first prints, for each format, the bytes, the median of the runs, the CPU time of one run over all
//! threads, and the goal. The second writes the same report, and one without findings and case file, into
//! folders of DIR, for the checks in `tests/checks`.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a program for measuring"
)]

use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rushlight_core::case::{Agreement, Answer, Case, DescribedDevice, Officer, Scope, Statement};
use rushlight_core::detect::{Basis, Because, Finding, Outcome, Subject, SubjectKind};
use rushlight_core::digest::Sha256;
use rushlight_core::record::RecordDigest;
use rushlight_core::report::{Edition, Format, Report, assemble, render};
use rushlight_core::scan::{Copy, Options};
use rushlight_core::signatures::{
    BundleSummary, Category, Counts, Family, Hit, Indicator, IndicatorKind, MatchMode, Source,
    Status, Strength,
};
use rushlight_core::snapshot::{
    Acquisition, Action, App, AppState, Device, Input, InputKind, Label, Observed, Platform, Power,
    PowerKind, Provenance, Reason, Signer, SignerRole, Snapshot, SurfaceId, Surfaces, Version,
};
use rushlight_core::text::Catalogue;

const APPS: u32 = 450;
const RUNS: u32 = 21;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let catalogue = Catalogue::en_gb();
    match arguments.as_slice() {
        [] => measure(&catalogue),
        [word, folder] if word == "--write" => write(Path::new(folder), &catalogue),
        _ => Err("usage: render-speed [--write DIR]".into()),
    }
}

/// The formats that this build has.
fn formats() -> impl Iterator<Item = Format> {
    Format::ALL
        .iter()
        .copied()
        .filter(|format| *format != Format::Pdf || cfg!(feature = "pdf"))
}

fn measure(catalogue: &Catalogue) -> Result<(), Box<dyn Error>> {
    let report = made(true, true, catalogue);
    let apps = report.inventory.as_ref().map_or(0, |all| all.apps.len());
    println!(
        "{} findings, {apps} apps, {RUNS} runs",
        report.findings.len()
    );
    println!("format      bytes      median    CPU of one run  goal");
    for format in formats() {
        // The first run reads fonts and fills caches; it is not counted.
        let bytes = render(&report, catalogue, format)?.len();
        let before = cpu()?;
        let mut times = Vec::new();
        for _ in 0..RUNS {
            let start = Instant::now();
            render(&report, catalogue, format)?;
            times.push(start.elapsed());
        }
        let used = (cpu()? - before) / RUNS;
        times.sort_unstable();
        let median = times.get(times.len() / 2).copied().unwrap_or_default();
        let goal = match format {
            Format::Pdf => "400 ms",
            Format::Html | Format::Json => "50 ms",
            Format::Csv | Format::Timeline | Format::CaseUco => "-",
        };
        println!(
            "{:<9} {bytes:>8} {:>8.2} ms {:>12.2} ms  {goal}",
            format.as_str(),
            milliseconds(median),
            milliseconds(used),
        );
    }
    Ok(())
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// CPU time of this process so far, all threads: fields 14 and 15 of `/proc/self/stat`, hundredths of a
/// second on every Linux we know (`getconf CLK_TCK`).
fn cpu() -> Result<Duration, Box<dyn Error>> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    // The program's name, in brackets, may hold spaces.
    let (_, rest) = stat.rsplit_once(')').ok_or("no name in /proc/self/stat")?;
    let mut ticks = 0;
    for field in rest.split_whitespace().skip(11).take(2) {
        ticks += field.parse::<u64>()?;
    }
    Ok(Duration::from_millis(ticks * 10))
}

fn write(folder: &Path, catalogue: &Catalogue) -> Result<(), Box<dyn Error>> {
    for (name, found, case) in [("full", true, true), ("nothing-found", false, false)] {
        let report = made(found, case, catalogue);
        let folder = folder.join(name);
        fs::create_dir_all(&folder)?;
        // The PDF has checks of its own, and takes minutes where the libraries are not optimised.
        for format in formats().filter(|format| *format != Format::Pdf) {
            let path = folder.join(format.file_name());
            fs::write(&path, render(&report, catalogue, format)?)?;
            println!("{}", path.display());
        }
    }
    Ok(())
}

/// The made report.
fn made(found: bool, case: bool, catalogue: &Catalogue) -> Report {
    let snapshot = phone();
    let findings = if found { findings() } else { Vec::new() };
    let options = Options {
        stated_at: time("2026-06-21T10:12:00Z"),
        inventory: true,
        signatures: "built-in".to_owned(),
        commit: "0123456789ab".to_owned(),
        language: catalogue.language().to_owned(),
        region: "england-and-wales".to_owned(),
        case: case.then(case_file),
        seal: None,
    };
    let copy = Copy {
        options: &options,
        edition: Edition::Officer,
        record: Some(RecordDigest {
            sha256: Sha256::of(b"evidence"),
            bytes: 1_204_511,
        }),
    };
    assemble(&snapshot, findings, &bundle(), catalogue, copy)
}

fn time(text: &str) -> jiff::Timestamp {
    text.parse().unwrap_or_default()
}

fn place(input: &str, locator: &str) -> Provenance {
    Provenance::new(&Arc::from(format!("acquisition/{input}")), locator)
}

fn case_file() -> Case {
    Case {
        reference: Some("42/118/26".to_owned()),
        officer: Officer {
            name: Some("PC A. Example".to_owned()),
            number: Some("1234".to_owned()),
            station: Some("Example Road".to_owned()),
            ..Officer::default()
        },
        place: Some("Example Road, room 2".to_owned()),
        agreement: Agreement {
            at: Some(time("2026-06-21T09:40:00Z")),
            basis: Some("Police, Crime, Sentencing and Courts Act 2022, section 37".to_owned()),
            scope: vec![Scope::Identifiers, Scope::Inventory, Scope::Record],
            ..Agreement::default()
        },
        device: DescribedDevice {
            exhibit: Some("AE/1".to_owned()),
            serial: Some("R5CT000EXAMPLE".to_owned()),
            imei: vec!["350000000000006".to_owned()],
            ..DescribedDevice::default()
        },
        statements: vec![Statement {
            about: "org.example.app007".to_owned(),
            answer: Some(Answer::DidNotKnow),
            words: Some("I have never seen this.".to_owned()),
            at: Some(time("2026-06-21T10:08:00Z")),
            expected: None,
        }],
        ..Case::default()
    }
}

fn app(number: u32) -> App {
    let at = || place("packages.json", &format!("[{number}]"));
    let id = format!("org.example.app{number:03}");
    let mut app = App::new(&id, Platform::Android, AppState::Installed, at());
    app.user = Some(0);
    app.enabled = Some(true);
    app.system = Some(number.is_multiple_of(3));
    app.labels = vec![Label {
        locale: None,
        text: format!("An ordinary app, number {number}"),
        provenance: at(),
    }];
    app.version = Some(Version {
        name: Some(format!("{number}.4.1")),
        code: Some(u64::from(number) + 1000),
        provenance: at(),
    });
    app.install.installer = Some(Observed::new("com.android.vending".to_owned(), at()));
    let installed =
        time("2024-02-29T08:00:00.123Z") + jiff::SignedDuration::from_hours(i64::from(number));
    app.times.first_installed = Some(Observed::new(installed.into(), at()));
    app.times.last_updated = Some(Observed::new(time("2026-05-01T03:12:44Z").into(), at()));
    app.signers = vec![Signer {
        sha1: None,
        sha256: Some(Sha256::of(id.as_bytes())),
        key_sha256: None,
        subject: None,
        scheme: None,
        role: SignerRole::Current,
        provenance: at(),
    }];
    if number.is_multiple_of(50) {
        app.powers = vec![Observed::new(
            Power {
                kind: PowerKind::NotificationListener,
                component: Some(format!("{id}/.Listener")),
            },
            place("settings_secure.txt", "enabled_notification_listeners"),
        )];
    }
    app
}

fn phone() -> Snapshot {
    let mut surfaces = Surfaces::for_platform(Platform::Android);
    surfaces.read(SurfaceId::Device, 812);
    surfaces.read(SurfaceId::Apps, u64::from(APPS));
    surfaces.read(SurfaceId::AppSigners, u64::from(APPS));
    surfaces.read(SurfaceId::Settings, 511);
    surfaces.read(SurfaceId::Files, 51_204);
    surfaces.unavailable(SurfaceId::AppCode, Reason::NotInThisEvidence);
    surfaces.unavailable(
        SurfaceId::AppGrants,
        Reason::NotReadYet {
            file: "dumpsys.txt".to_owned(),
        },
    );
    surfaces.skip(SurfaceId::Apps, "packages.json [12]", Reason::UnsafeName);
    let fact = |value: &str, locator| {
        Some(Observed::new(
            value.to_owned(),
            place("getprop.txt", locator),
        ))
    };
    let mut inputs = vec![Input {
        path: "acquisition".to_owned(),
        kind: InputKind::AndroidqfFolder,
        bytes: 9_400_311,
        sha256: Sha256::of(b"folder"),
    }];
    inputs.extend(
        [
            "files.json",
            "getprop.txt",
            "packages.json",
            "settings_secure.txt",
        ]
        .map(|name| Input {
            path: format!("acquisition/{name}"),
            kind: InputKind::Member,
            bytes: 1_003,
            sha256: Sha256::of(name.as_bytes()),
        }),
    );
    Snapshot {
        platform: Platform::Android,
        device: Device {
            make: fact("Example Phones", "[ro.product.manufacturer]"),
            model: fact("EX-100", "[ro.product.model]"),
            os_version: fact("14", "[ro.build.version.release]"),
            security_patch: fact("2026-05-01", "[ro.build.version.security_patch]"),
            zone: fact("Europe/London", "[persist.sys.timezone]"),
            ..Device::default()
        },
        inputs,
        surfaces,
        acquisition: Some(Acquisition {
            tool: "androidqf".to_owned(),
            version: Some("1.9.0".to_owned()),
            id: Some("made".to_owned()),
            started: Some(time("2026-06-21T09:58:02Z")),
            completed: Some(time("2026-06-21T10:04:47Z")),
        }),
        apps: (0..APPS).map(app).collect(),
        actions: vec![Action {
            at: time("2026-06-21T10:00:00Z"),
            what: "dumpsys package".to_owned(),
            output: None,
            changed: false,
        }],
        ..Snapshot::default()
    }
}

/// Ten: seven apps, a file, a host and an address.
fn findings() -> Vec<Finding> {
    let tracker = Arc::new(Family {
        id: "example-tracker".to_owned(),
        name: "Example Tracker".to_owned(),
        aliases: Vec::new(),
        category: Category::Stalkerware,
        status: Status::Active,
        capabilities: ["location", "messages", "hide_icon"]
            .map(str::to_owned)
            .to_vec(),
    });
    let mut found: Vec<Finding> = (7..14)
        .map(|number| {
            let id = format!("org.example.app{number:03}");
            let label = format!("An ordinary app, number {number}");
            let locator = format!("[{number}].name");
            let kind = IndicatorKind::AndroidPackage;
            finding(
                SubjectKind::App,
                &id,
                Some(label),
                kind,
                ("packages.json", &locator),
                &tracker,
            )
        })
        .collect();
    for (kind, id, indicator, at) in [
        (
            SubjectKind::File,
            "/data/local/tmp/x",
            IndicatorKind::FilePath,
            ("files.json", "[771].path"),
        ),
        (
            SubjectKind::Domain,
            "panel.example.org",
            IndicatorKind::Host,
            ("dumpsys.txt", "line 40211"),
        ),
        (
            SubjectKind::Domain,
            "192.0.2.7",
            IndicatorKind::Ip,
            ("dumpsys.txt", "line 40212"),
        ),
    ] {
        found.push(finding(kind, id, None, indicator, at, &tracker));
    }
    found
}

fn finding(
    kind: SubjectKind,
    id: &str,
    label: Option<String>,
    indicator: IndicatorKind,
    (input, locator): (&str, &str),
    family: &Arc<Family>,
) -> Finding {
    let reason = |basis, observed: &str, input, locator| Because {
        basis,
        observed: observed.to_owned(),
        provenance: place(input, locator),
    };
    let hit = Hit {
        indicator: Arc::new(Indicator {
            id: format!("{}:{id}", indicator.as_str()),
            kind: indicator,
            mode: MatchMode::Exact,
            value: id.to_owned(),
            strength: Strength::Identifying,
            first_listed: Some("2023-04-11".to_owned()),
        }),
        families: vec![Arc::clone(family)],
        source: "made".to_owned(),
    };
    let mut because = vec![reason(Basis::Indicator(hit), id, input, locator)];
    if kind == SubjectKind::App {
        let setting = "enabled_accessibility_services";
        let power = Basis::Power(PowerKind::Accessibility);
        because.push(reason(
            power,
            &format!("{id}/.Watch"),
            "settings_secure.txt",
            setting,
        ));
    }
    Finding {
        outcome: Outcome::Match,
        behaves_like: false,
        subject: Subject {
            kind,
            platform: Platform::Android,
            id: id.to_owned(),
            label,
            state: if kind == SubjectKind::Domain {
                AppState::Seen
            } else {
                AppState::Installed
            },
        },
        family: Some(Arc::clone(family)),
        also: Vec::new(),
        because,
        can: Vec::new(),
        story: Vec::new(),
    }
}

fn bundle() -> BundleSummary {
    BundleSummary {
        version: "2026.6.1".to_owned(),
        built_at: "2026-06-01".to_owned(),
        sha256: Sha256::of(b"bundle"),
        families: 171,
        indicators: Counts {
            loaded: 4_120,
            usable: 4_118,
            refused: 2,
        },
        sources: vec![Source {
            id: "made".to_owned(),
            title: "A made list".to_owned(),
            url: "https://example.org".to_owned(),
            licence: "CC0-1.0".to_owned(),
            commit: None,
            retrieved: "2026-06-01".to_owned(),
            attribution: "A made list.".to_owned(),
        }],
    }
}
