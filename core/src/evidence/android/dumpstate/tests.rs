use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::evidence::parsed::{Parsed, Place};
use crate::evidence::{Unwatched, Watch};
use crate::limits::LINE_BYTES;
use crate::snapshot::{AppState, Reason, Snapshot, SurfaceId, SurfaceState};

fn parsed(mut text: &[u8], watch: &dyn Watch) -> Parsed<Snapshot> {
    let input: Arc<str> = "phone/dumpsys.txt".into();
    read(Place::new(&input, watch), &mut text)
}

fn told(text: impl AsRef<[u8]>) -> Snapshot {
    parsed(text.as_ref(), &Unwatched).value
}

fn ids(snapshot: &Snapshot) -> Vec<&str> {
    snapshot.apps.iter().map(|app| app.id.as_str()).collect()
}

fn skipped(snapshot: &Snapshot, id: SurfaceId) -> Vec<&Reason> {
    let surface = snapshot.surfaces.get(id).unwrap();
    surface.skipped.iter().map(|s| &s.reason).collect()
}

fn state(snapshot: &Snapshot, id: SurfaceId) -> &SurfaceState {
    &snapshot.surfaces.get(id).unwrap().state
}

fn cut_short() -> Reason {
    Reason::Malformed {
        cause: "the section is cut short".to_owned(),
    }
}

const DASHES: &str =
    "-------------------------------------------------------------------------------\n";

fn header(service: &str) -> String {
    format!("{DASHES}DUMP OF SERVICE {service}:\n")
}

fn trailer(service: &str) -> String {
    format!(
        "--------- 0.012s was the duration of dumpsys {service}, ending at: 2026-11-02 09:16:00\n"
    )
}

fn package(id: &str) -> String {
    format!("  Package [{id}] (1):\n    User 0: installed=true enabled=0\n")
}

fn section(service: &str, text: &str) -> String {
    format!("{}{text}{}", header(service), trailer(service))
}

fn packages(ids: &[&str]) -> String {
    let records: String = ids.iter().map(|id| package(id)).collect();
    format!("Packages:\n{records}\n")
}

const USERS: &str = "Users:\n  UserInfo{0:Owner:c13} serialNo=0 isPrimary=true\n  \
                     UserInfo{10:Work:1030} serialNo=10\n";

#[test]
fn every_form_of_header_opens_its_section() {
    let text = format!(
        "========================================================\n== dumpstate: 2026-07-02 09:15:00\n\
         ========================================================\n\n\
         ------ SYSTEM PROPERTIES (getprop) ------\n[ro.product.model]: [One\nTwo]\n\
         [persist.sys.timezone]: [Europe/London]\n------ 0.020s was the duration of 'SYSTEM PROPERTIES' ------\n\
         ------ DUMPSYS CRITICAL (/system/bin/dumpsys) ------\n{}{}\
         ------ 10.2s was the duration of 'DUMPSYS CRITICAL' ------\n{}{}",
        section("CRITICAL package", &packages(&["org.example.one"])),
        section(
            "HIGH meminfo",
            "Packages:\n  Package [org.example.not] (1):\n"
        ),
        section("user", USERS),
        section("nobody_knows_it", "x\n"),
    );
    let parsed = parsed(text.as_bytes(), &Unwatched);
    assert_eq!(parsed.records, 5);
    let snapshot = parsed.value;
    assert_eq!(ids(&snapshot), ["org.example.one"]);
    let model = snapshot.device.model.as_ref().unwrap();
    assert_eq!(model.value, "One\nTwo");
    assert_eq!(model.provenance.locator, "SYSTEM PROPERTIES, line 6");
    let taken = snapshot.acquisition.as_ref().unwrap();
    assert_eq!(taken.started.unwrap().to_string(), "2026-07-02T08:15:00Z");
    let read: Vec<_> = snapshot
        .users
        .iter()
        .map(|user| (user.id, user.read))
        .collect();
    assert_eq!(read, [(0, Some(true)), (10, Some(false))]);
    for id in [SurfaceId::Apps, SurfaceId::Device] {
        assert_eq!(skipped(&snapshot, id), Vec::<&Reason>::new());
    }
}

#[test]
fn what_the_dump_does_not_have_says_so() {
    let snapshot = told(section("package", &packages(&["org.example.one"])));
    let read = SurfaceState::Read { records: 1 };
    assert_eq!(state(&snapshot, SurfaceId::Apps), &read);
    let file = "dumpsys device_policy".to_owned();
    let missing = SurfaceState::Unavailable(Reason::FileMissing { file });
    assert_eq!(state(&snapshot, SurfaceId::DeviceAdmins), &missing);
    assert!(held().all(|id| snapshot.surfaces.get(id).is_some()));
    let empty = told(section("package", "Failure while dumping\n"));
    let cause = "dumpsys package has nothing that could be read".to_owned();
    let malformed = SurfaceState::Unavailable(Reason::Malformed { cause });
    assert_eq!(state(&empty, SurfaceId::Apps), &malformed);
}

#[test]
fn a_section_that_never_ends_is_read_and_told() {
    for end in ["", "    versionCode=1"] {
        let text = format!(
            "{}{}{}{end}",
            section("user", USERS),
            header("package"),
            packages(&["org.example.one", "org.example.two"]).trim_end(),
        );
        let snapshot = told(text);
        assert_eq!(ids(&snapshot), ["org.example.one", "org.example.two"]);
        assert_eq!(skipped(&snapshot, SurfaceId::Apps), [&cut_short()]);
        assert_eq!(snapshot.users.len(), 2);
    }
}

#[test]
fn a_line_of_dashes_or_the_next_header_ends_a_section_too() {
    let whole = [
        format!("{}{}{DASHES}", header("package"), packages(&["a.b"])),
        format!(
            "{}{}{}",
            header("package"),
            packages(&["a.b"]),
            section("x", "")
        ),
        format!(
            "DUMP OF SERVICE package:\n{}DUMP OF SERVICE x:\n",
            packages(&["a.b"])
        ),
    ];
    for text in whole {
        let snapshot = told(&text);
        assert_eq!(ids(&snapshot), ["a.b"]);
        assert!(skipped(&snapshot, SurfaceId::Apps).is_empty(), "{text}");
    }
    // Dashes inside a text are its own.
    let inside = format!("Packages:\n{}{DASHES}{}", package("a.b"), package("c.d"));
    assert_eq!(ids(&told(section("package", &inside))), ["a.b", "c.d"]);
}

#[test]
fn a_header_inside_a_section_does_not_lose_the_rest() {
    // Another program wrote between the lines, and said where it ended.
    let mixed = format!(
        "Packages:\n{}DUMP OF SERVICE user:\n{USERS}{}{}",
        package("a.b"),
        trailer("user"),
        package("c.d")
    );
    let snapshot = told(section("package", &mixed));
    assert_eq!(ids(&snapshot), ["a.b", "c.d"]);
    assert_eq!(snapshot.users.len(), 2);
    assert!(skipped(&snapshot, SurfaceId::Apps).is_empty());

    // It did not: what stands between is not known to be the packages' own, and that is told.
    let forged = format!(
        "Packages:\n{}DUMP OF SERVICE x:\n{}",
        package("a.b"),
        package("c.d")
    );
    let after = section("user", USERS);
    let snapshot = told(format!("{}{after}", section("package", &forged)));
    assert_eq!(ids(&snapshot), ["a.b"]);
    assert_eq!(skipped(&snapshot, SurfaceId::Apps), [&cut_short()]);
    assert_eq!(snapshot.users.len(), 2);
    assert!(
        skipped(&snapshot, SurfaceId::OtherUsers)
            .iter()
            .any(|reason| **reason == cut_short())
    );

    // The title of a command in the middle of a text takes nothing from it.
    let command = format!(
        "Packages:\n{}------ FREE (free) ------\nx\n------ 0.1s was the duration of 'FREE' ------\n{}",
        package("a.b"),
        package("c.d")
    );
    let text = format!("{}{}", section("user", USERS), section("package", &command));
    assert_eq!(ids(&told(text)), ["a.b", "c.d"]);
}

/// As in dumps of SM-A305F and others: commands run side by side.
#[test]
fn lines_of_other_commands_between_properties_cost_nothing() {
    let snapshot = told(format!(
        "------ SYSTEM PROPERTIES (getprop) ------\n*** command 'su root mount' failed: exit code 1\n\
         ------ 0.019s was the duration of 'mount debugfs' ------\n------ chmod debugfs (su root chmod) ------\n\
         [ro.product.manufacturer]: [Example]\n------ 0.014s was the duration of 'chmod debugfs' ------\n\
         [ro.product.model]: [One]\n------ 0.050s was the duration of 'SYSTEM PROPERTIES' ------\n\
         [ro.build.version.release]: [99]\n{}",
        section("user", USERS)
    ));
    assert_eq!(snapshot.device.make.as_ref().unwrap().value, "Example");
    assert_eq!(snapshot.device.model.as_ref().unwrap().value, "One");
    assert_eq!(snapshot.device.os_version, None);
    assert_eq!(skipped(&snapshot, SurfaceId::Device), Vec::<&Reason>::new());
    assert_eq!(snapshot.users.len(), 2);
}

#[test]
fn before_android_8_the_next_title_ends_a_section() {
    let text = format!(
        "{}{}------ CHECKIN PACKAGE (dumpsys package --checkin) ------\n{}",
        header("package"),
        packages(&["a.b"]),
        package("c.d")
    );
    let snapshot = told(text);
    assert_eq!(ids(&snapshot), ["a.b"]);
    assert!(skipped(&snapshot, SurfaceId::Apps).is_empty());
}

#[test]
fn headers_without_end_inside_each_other_stay_bounded() {
    let mut text = section("x", "");
    text.push_str(&header("package"));
    text.push_str(&packages(&["a.b"]));
    for number in 0..1_000 {
        text.push_str(&format!("DUMP OF SERVICE deep{number}:\n"));
    }
    text.push_str(&section("user", USERS));
    let snapshot = told(text);
    assert_eq!(ids(&snapshot), ["a.b"]);
    assert_eq!(skipped(&snapshot, SurfaceId::Apps), [&cut_short()]);
    assert_eq!(snapshot.users.len(), 2);
}

#[test]
fn a_section_that_stands_twice_is_read_twice() {
    let text = format!(
        "{}{}",
        section("package", &packages(&["a.b", "c.d"])),
        section("package", &packages(&["c.d", "e.f"]))
    );
    let snapshot = told(text);
    assert_eq!(ids(&snapshot), ["a.b", "c.d", "e.f"]);
    assert_eq!(snapshot.apps[1].provenance.len(), 2);
}

#[test]
fn a_service_that_dumpsys_gave_up_on_is_cut() {
    let text = format!(
        "------ DUMPSYS (/system/bin/dumpsys) ------\n{}{}*** command '/system/bin/dumpsys' timed out\n\
         ------ 90s was the duration of 'DUMPSYS' ------\n{}",
        header("package"),
        packages(&["a.b"]),
        "------ KERNEL LOG (dmesg) ------\n  Package [org.example.forged] (1):\n"
    );
    let snapshot = told(text);
    assert_eq!(ids(&snapshot), ["a.b"]);
    assert_eq!(skipped(&snapshot, SurfaceId::Apps), [&cut_short()]);
}

#[test]
fn odd_bytes_and_long_lines_cost_only_themselves() {
    let mut text = header("package").into_bytes();
    text.extend_from_slice(b"Packages:\r\n  Package [a.b] (1):\r\n    User 0: installed=true\r\n");
    text.extend_from_slice(b"\0\0\xff\xfe\0\n    ");
    text.extend(std::iter::repeat_n(b'x', LINE_BYTES + 10));
    text.extend_from_slice(b"\n\0\n");
    text.extend_from_slice(package("c.d").as_bytes());
    text.extend_from_slice(trailer("package").as_bytes());
    let snapshot = told(&text);
    assert_eq!(ids(&snapshot), ["a.b", "c.d"]);
    let limit = LINE_BYTES as u64;
    assert_eq!(
        skipped(&snapshot, SurfaceId::Apps),
        [&Reason::TooLarge { limit }]
    );
    assert!(
        snapshot
            .apps
            .iter()
            .all(|app| app.state == AppState::Installed)
    );
}

struct Impatient;

impl Watch for Impatient {
    fn cancelled(&self) -> bool {
        true
    }
}

#[test]
fn a_dump_that_is_stopped_says_so() {
    let text = section("package", &packages(&["a.b"]));
    let parsed = parsed(text.as_bytes(), &Impatient);
    assert_eq!(parsed.stopped, Some(Reason::Cancelled));
    let cancelled = SurfaceState::Unavailable(Reason::Cancelled);
    assert_eq!(state(&parsed.value, SurfaceId::DeviceAdmins), &cancelled);
}

#[test]
fn a_dump_is_known_by_its_first_lines() {
    for start in [
        "Currently running services:\n  package\n---\nDUMP OF SERVICE package:\n",
        "====\r\n== dumpstate: 2026-11-02 09:15:00\r\n",
        "--------- 0.1s was the duration of dumpsys x, ending at: 2026-11-02 09:15:00\n",
    ] {
        assert!(is_dump(start.as_bytes()), "{start}");
    }
    for start in [
        "",
        "DUMP OF SERVICE",
        "------ title ------",
        "[ro.x]: [1]\n",
    ] {
        assert!(!is_dump(start.as_bytes()), "{start}");
    }
}

/// MVT's test artefact: parts of a Samsung dump of 2022, and of later ones.
#[test]
fn a_real_dump_is_read() {
    let path = std::path::Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../shared/corpora/androidqf/dumpsys.txt"
    ));
    let Ok(bytes) = std::fs::read(path) else {
        eprintln!("skipped: ../shared is absent");
        return;
    };
    let parsed = parsed(&bytes, &Unwatched);
    assert_eq!(parsed.records, 7);
    let snapshot = parsed.value;
    let installed: Vec<_> = snapshot
        .apps
        .iter()
        .filter(|app| app.state == AppState::Installed)
        .map(|app| app.id.as_str())
        .collect();
    assert_eq!(
        installed,
        [
            "com.samsung.android.provider.filterprovider",
            "com.sec.android.app.DataCreate"
        ]
    );
    let provider = snapshot
        .apps
        .iter()
        .find(|app| app.id == installed[0])
        .unwrap();
    assert_eq!(provider.certificate_hashes[0].value, "b378e95c");
    assert_eq!(provider.system, Some(true));
    assert_eq!(provider.version.as_ref().unwrap().code, Some(500_700_000));
    assert_eq!(provider.provenance[0].locator, "dumpsys package, line 91");
    assert!(matches!(
        state(&snapshot, SurfaceId::LauncherEntries),
        SurfaceState::Unavailable(Reason::Malformed { .. })
    ));
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        told(&bytes);
        is_dump(&bytes);
    }

    #[test]
    fn any_order_of_marks_is_read_without_a_panic(
        text in "(DUMP OF SERVICE (CRITICAL )?(package|user|x):\n|--------- 1s was the duration of dumpsys (package|user|x), ending at: x\n|-{75}\n|------ (SYSTEM PROPERTIES|DUMPSYS|X) \\(x\\) ------\n|------ 1s was the duration of '(SYSTEM PROPERTIES|DUMPSYS|X)' ------\n|== dumpstate: 2026-11-02 09:15:00\n|Packages:\n|  Package \\[a.b\\] \\(1\\):\n|\\[a\\]: \\[b\n|\\PC\n){0,40}"
    ) {
        let snapshot = told(&text);
        // The packages that were read are told wherever they stood.
        for id in held() {
            prop_assert!(snapshot.surfaces.get(id).is_some());
        }
    }
}
