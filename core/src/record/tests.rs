//! A phone is read, written down, and looked at again without it.

use std::path::Path;

use proptest::prelude::*;
use rusqlite::Connection;

use super::*;
use crate::case::Case;
use crate::detect::Outcome;
use crate::evidence::{Secrets, Unwatched};
use crate::report::schema::SealKey;
use crate::report::{self, Edition, Format, Report};
use crate::scan::{self, Copy};
use crate::signatures::schema as tables;
use crate::snapshot::{Reason, Surface, SurfaceId, SurfaceState};
use crate::text::Catalogue;

/// A bundle whose family `spy` has these packages, and with these rules for code.
pub(crate) fn bundle(version: &str, packages: &[&str], rules: &[(&str, &str)]) -> Bundle {
    let connection = Connection::open_in_memory().unwrap();
    for (_, table) in tables::TABLES {
        connection.execute_batch(table).unwrap();
    }
    connection
        .execute_batch(&format!(
            "INSERT INTO meta VALUES ('schema', '{}'), ('version', '{version}'), ('built_at', '2026-11-22');
             INSERT INTO source VALUES ('own', 'Our own', 'https://example.org', 'MIT', NULL, '2026-11-22', '');
             INSERT INTO family VALUES ('spy', 'Spy', 'stalkerware', 'active', '[]', '[\"camera\"]');",
            tables::VERSION
        ))
        .unwrap();
    for (number, package) in (1i64..).zip(packages) {
        connection
            .execute(
                "INSERT INTO indicator VALUES (?1, ?2, 'android.package', 'folded', ?3, ?3, 'identifying', NULL, 'own')",
                (number, format!("android.package:{package}"), package),
            )
            .unwrap();
        connection
            .execute("INSERT INTO family_indicator VALUES (?1, 'spy')", [number])
            .unwrap();
    }
    for rule in rules {
        connection
            .execute("INSERT INTO rule VALUES (?1, ?2)", *rule)
            .unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bundle");
    connection
        .execute("VACUUM INTO ?1", [path.to_str().unwrap()])
        .unwrap();
    Bundle::from_bytes(&std::fs::read(path).unwrap()).unwrap()
}

const TORCH: &str = "org.example.torch";
const NOTES: &str = "org.example.notes";

pub(crate) fn made_phone() -> Snapshot {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/made-phone");
    scan::read(
        &[&folder],
        &bundle("1", &[], &[]),
        &Secrets::NONE,
        &Unwatched,
    )
    .unwrap()
}

pub(crate) fn options() -> Options {
    Options {
        stated_at: "2026-11-22T14:05:00Z".parse().unwrap(),
        inventory: true,
        signatures: "built-in".to_owned(),
        commit: "0123456789ab".to_owned(),
        language: "en-GB".to_owned(),
        region: "england-and-wales".to_owned(),
        case: Some(
            Case::read(&format!(
                "reference = \"A/1\"\n[agreement]\nscope = [\"inventory\", \"record\"]\n\
                 [[statement]]\nabout = \"{TORCH}\"\nanswer = \"not_sure\"\n\
                 [[statement]]\nabout = \"org.example.absent\"\nwords = \"gone\""
            ))
            .unwrap(),
        ),
        seal: Some(SealKey {
            algorithm: "ssh-ed25519".to_owned(),
            fingerprint: "SHA256:x".to_owned(),
            name: "Station".to_owned(),
        }),
    }
}

/// What `scan` does with a package: the record first, then the report that names it.
fn scanned(bundle: &Bundle) -> (Record, Report) {
    let record = Record::new(made_phone(), options(), bundle).unwrap();
    let copy = Copy {
        options: &record.options,
        edition: Edition::Officer,
        record: Some(record.digest()),
    };
    let report = scan::conclude(&record.snapshot, bundle, &Catalogue::en_gb(), copy).unwrap();
    (record, report)
}

fn again(bytes: &[u8], bundle: &Bundle, catalogue: &Catalogue, before: &Report) -> Report {
    let record = Record::read(bytes).unwrap();
    record
        .conclude_again(Again {
            bundle,
            signatures: "newer.bundle",
            catalogue,
            commit: "0123456789ab",
            edition: Edition::Officer,
            record: RecordDigest::of(bytes),
            report_id: Some(&before.report_id),
        })
        .unwrap()
}

#[test]
fn the_same_signatures_give_the_same_bytes() {
    let bundle = bundle(
        "1",
        &[TORCH],
        &[("own.yar", "rule own { condition: false }")],
    );
    let catalogue = Catalogue::en_gb();
    let (record, before) = scanned(&bundle);
    // The listed app, two that behave like tracking software, and Play Protect.
    assert_eq!(before.findings.len(), 4, "{:?}", before.findings);
    let bytes = record.to_bytes();
    let after = again(&bytes, &bundle, &catalogue, &before);
    for format in [Format::Json, Format::Html, Format::Csv] {
        let bytes = |report| report::render(report, &catalogue, format).unwrap();
        assert!(bytes(&before) == bytes(&after), "{format:?} differs");
    }
    let difference = difference(&before, &after);
    assert!(difference.says_the_same());
    assert_eq!(
        difference.sentences(&catalogue),
        ["The record gives the same report as before."]
    );
}

#[test]
fn newer_signatures_name_what_they_change() {
    let catalogue = Catalogue::en_gb();
    let (record, before) = scanned(&bundle("1", &[TORCH], &[]));
    let newer = bundle("2", &[NOTES], &[]);
    let after = again(&record.to_bytes(), &newer, &catalogue, &before);
    let of = after.rescan_of.as_ref().unwrap();
    assert_eq!(of.report_id.as_ref(), Some(&before.report_id));
    assert_eq!(of.bundle_version, "1");
    assert_eq!(after.scan.options.signatures, "newer.bundle");
    assert_eq!(after.seal, None);
    assert_ne!(after.report_id, before.report_id);
    assert_eq!(after.report_id, report::report_id(&after));
    let difference = difference(&before, &after);
    let names = |findings: &[FindingName]| -> Vec<String> {
        let ids = findings.iter().map(|finding| finding.subject.id.clone());
        ids.collect()
    };
    assert_eq!(names(&difference.only_later), [NOTES]);
    assert_eq!(names(&difference.only_earlier), [TORCH]);
    let said = difference.sentences(&catalogue).join("\n");
    let said = said
        .replace(&before.bundle.sha256.to_string(), "[first]")
        .replace(&after.bundle.sha256.to_string(), "[second]");
    insta::assert_snapshot!(said);
}

#[test]
fn rules_that_were_not_tried_on_the_code_leave_it_unread() {
    let rule = ("own.yar", "rule own { condition: false }");
    let other = ("own.yar", "rule own { condition: true }");
    let mut record = scanned(&bundle("1", &[], &[rule])).0;
    // As a program with the feature "content" writes it, from evidence with apps in it.
    record.bundle.rules = rules_of(&bundle("1", &[], &[rule])).unwrap();
    record.snapshot.surfaces.read(SurfaceId::AppCode, 3);
    let state = |bundle: &Bundle| {
        let catalogue = Catalogue::en_gb();
        let again = Again {
            bundle,
            signatures: "x",
            catalogue: &catalogue,
            commit: "x",
            edition: Edition::Officer,
            record: record.digest(),
            report_id: None,
        };
        let report = record.conclude_again(again).unwrap();
        let surface = report
            .surfaces
            .into_iter()
            .find(|surface| surface.id == "app_code");
        surface.unwrap().reason_code
    };
    assert_eq!(state(&bundle("1", &[], &[rule])), None);
    assert_eq!(state(&bundle("2", &[], &[rule])), None);
    assert_eq!(state(&bundle("2", &[], &[])), None);
    assert_eq!(
        state(&bundle("2", &[], &[other])).as_deref(),
        Some("code_not_kept")
    );
    let two = [rule, ("new.yar", "rule new { condition: false }")];
    assert_eq!(
        state(&bundle("2", &[], &two)).as_deref(),
        Some("code_not_kept")
    );
}

#[test]
fn what_could_not_be_read_keeps_its_own_reason() {
    let mut record = scanned(&bundle("1", &[], &[])).0;
    let mut surfaces = crate::snapshot::Surfaces::default();
    surfaces.unavailable(SurfaceId::AppCode, Reason::Encrypted);
    surfaces.withdraw(
        SurfaceId::AppCode,
        Reason::CodeNotKept {
            signatures: "1".to_owned(),
        },
    );
    record.snapshot.surfaces = surfaces;
    let encrypted = Surface {
        state: SurfaceState::Unavailable(Reason::Encrypted),
        covered: Vec::new(),
        skipped: Vec::new(),
    };
    assert_eq!(
        record.snapshot.surfaces.get(SurfaceId::AppCode),
        Some(&encrypted)
    );
}

#[test]
fn a_finding_that_changes_is_told_as_a_change() {
    let catalogue = Catalogue::en_gb();
    let (_, mut before) = scanned(&bundle("1", &[TORCH], &[]));
    before.report_id = "RL-1".to_owned();
    let mut after = before.clone();
    after.report_id = "RL-2".to_owned();
    let finding = &mut after.findings[0];
    finding.outcome = Outcome::WorthALook;
    finding.family = None;
    finding.because[0].observed = "otherwise".to_owned();
    after.surfaces[1].state = "unavailable".to_owned();
    after.surfaces[1].reason = Some("It is encrypted.".to_owned());
    after.surfaces[0].records = Some(7);
    after.tool.version = "9".to_owned();
    let difference = difference(&before, &after);
    insta::assert_json_snapshot!(difference);
    insta::assert_snapshot!(difference.sentences(&catalogue).join("\n"));
}

#[test]
fn the_record_of_the_made_phone() {
    let (record, _) = scanned(&bundle("1", &[TORCH], &[]));
    let bytes = record.to_bytes();
    assert_eq!(Record::read(&bytes).unwrap(), record);
    assert_eq!(record.digest(), RecordDigest::of(&bytes));
    let mut value = serde_json::to_value(&record).unwrap();
    // The phone itself has its snapshot in tests/.
    value["snapshot"] = "[the phone]".into();
    value["bundle"]["sha256"] = "[sha256]".into();
    insta::assert_json_snapshot!(value);
}

#[test]
fn identifiers_that_were_not_agreed_to_are_not_kept() {
    let device =
        "[device]\nserial = \"S1\"\nimei = \"35\"\nphone_number = \"07\"\nexhibit = \"E1\"";
    let kept = |scope: &str| {
        let text = format!("{device}\n[agreement]\nscope = [{scope}]");
        let mut options = options();
        options.case = Some(Case::read(&text).unwrap());
        let record = Record::new(Snapshot::default(), options, &bundle("1", &[], &[])).unwrap();
        let device = record.options.case.unwrap().device;
        assert_eq!(device.exhibit.as_deref(), Some("E1"));
        (
            device.serial.is_some(),
            device.imei.len(),
            device.phone_number.is_some(),
        )
    };
    assert_eq!(kept("\"record\""), (false, 0, false));
    assert_eq!(kept("\"record\", \"identifiers\""), (true, 1, true));
}

#[test]
fn a_record_of_another_form_is_named() {
    let (record, _) = scanned(&bundle("1", &[], &[]));
    let text = String::from_utf8(record.to_bytes()).unwrap();
    let with = |schema: &str| {
        let changed = text.replacen(SCHEMA, schema, 1);
        Record::read(changed.as_bytes()).unwrap_err()
    };
    let found = |schema: &str| schema.to_owned();
    assert_eq!(
        with("rushlight.evidence/2"),
        RecordError::Newer {
            found: found("rushlight.evidence/2")
        }
    );
    assert_eq!(
        with("rushlight.evidence/0"),
        RecordError::Older {
            found: found("rushlight.evidence/0")
        }
    );
    assert_eq!(
        with("rushlight.report/1"),
        RecordError::Foreign {
            found: found("rushlight.report/1")
        }
    );
    // A later form with fields of its own.
    let later = text.replacen(SCHEMA, "rushlight.evidence/2", 1).replacen(
        "\"options\":{",
        "\"options\":{\"new\":1,",
        1,
    );
    assert!(matches!(
        Record::read(later.as_bytes()),
        Err(RecordError::Newer { .. })
    ));
    assert_eq!(
        Record::read(b"{\"schema\":\"\\u202e\"}").unwrap_err(),
        RecordError::Foreign {
            found: found("⟨U+202E⟩")
        }
    );
}

#[test]
fn anything_that_this_version_would_not_write_is_refused() {
    let (record, _) = scanned(&bundle("1", &[], &[]));
    let text = String::from_utf8(record.to_bytes()).unwrap();
    let cases = [
        text.trim_end().to_owned(),
        format!("{text}\n"),
        format!(" {text}"),
        text.replacen("\"apps\":[{", "\"apps\":[{\"hidden\":true,", 1),
        text.replacen("\"inventory\":true", "\"inventory\":true ", 1),
        text.replacen("\"services\":[", "\"services\":[],\"services\":[", 1),
        text.replacen("samsung", "\\u0073amsung", 1),
        text.replacen("\"platform\":\"android\"", "\"platform\":\"windows\"", 1),
        text.replacen("2026-11-22T14:05:00Z", "2026-11-22T14:05:00+00:00", 1),
    ];
    for changed in cases {
        if changed != text {
            assert!(
                Record::read(changed.as_bytes()).is_err(),
                "{}",
                changed.chars().take(200).collect::<String>()
            );
        }
    }
    let deep = format!("{{\"schema\":{}", "[".repeat(100_000));
    assert!(Record::read(deep.as_bytes()).is_err());
    assert!(Record::read(b"").is_err());
    assert!(Record::read(b"{\"schema\":\"rushlight.evidence/1\"}").is_err());
}

#[test]
fn a_listing_that_would_lose_a_row_is_refused() {
    let (record, _) = scanned(&bundle("1", &[], &[]));
    let value = serde_json::to_value(&record.snapshot.files).unwrap();
    let read = |value: serde_json::Value| -> bool {
        serde_json::from_value::<crate::snapshot::FileListing>(value).is_ok()
    };
    assert!(read(value.clone()));
    let last = value["rows"].as_array().unwrap().len() - 1;
    let change = |pointer: &str, to: serde_json::Value| {
        let mut changed = value.clone();
        *changed.pointer_mut(pointer).unwrap() = to;
        assert!(!read(changed), "{pointer}");
    };
    change("/rows/0/end", 4_000_000_000_u32.into());
    change(&format!("/rows/{last}/end"), 0.into());
    change("/rows/0/input", 9.into());
    change("/inputs", serde_json::json!([]));
    change("/paths", "".into());
    change("/rows", serde_json::json!([]));
    change("/digests", serde_json::json!([[9_999, Sha256::of(b"x")]]));
    change(
        "/digests",
        serde_json::json!([[1, Sha256::of(b"x")], [0, Sha256::of(b"x")]]),
    );
}

/// The bytes of one record, made once.
fn made_bytes() -> &'static [u8] {
    static BYTES: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
    BYTES.get_or_init(|| scanned(&bundle("1", &[TORCH], &[])).0.to_bytes())
}

/// Signatures that are not the record's, made once.
fn other_bundle() -> &'static Bundle {
    static BUNDLE: std::sync::OnceLock<Bundle> = std::sync::OnceLock::new();
    BUNDLE.get_or_init(|| bundle("2", &[NOTES], &[]))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in any::<Vec<u8>>()) {
        let _ = Record::read(&bytes);
    }

    #[test]
    fn what_is_read_is_written_the_same(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = made_bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(record) = Record::read(&bytes) {
            prop_assert_eq!(record.to_bytes(), bytes);
        }
    }

    #[test]
    fn a_record_that_was_cut_is_refused(at in any::<prop::sample::Index>()) {
        let bytes = made_bytes();
        prop_assert!(Record::read(&bytes[..at.index(bytes.len())]).is_err());
    }

    /// Whoever can write a record can put anything into it. A second look at it never ends the program.
    #[test]
    fn a_hostile_record_gives_a_report(
        id in any::<String>(),
        language in any::<String>(),
        region in any::<String>(),
        zone in any::<String>(),
    ) {
        let mut record = Record::read(made_bytes()).unwrap();
        for app in &mut record.snapshot.apps {
            app.id.clone_from(&id);
        }
        record.options.language = language;
        record.options.region = region;
        if let Some(own) = &mut record.snapshot.device.zone {
            own.value = zone;
        }
        let bytes = record.to_bytes();
        let record = Record::read(&bytes).unwrap();
        let catalogue = Catalogue::en_gb();
        let report = record.conclude_again(Again {
            bundle: other_bundle(),
            signatures: "x",
            catalogue: &catalogue,
            commit: "x",
            edition: Edition::Person,
            record: RecordDigest::of(&bytes),
            report_id: None,
        }).unwrap();
        prop_assert!(report.rescan_of.is_some());
    }
}
