//! Made bundles: facts in, hits out; and bundles that must be refused.

use proptest::prelude::*;
use rusqlite::Connection;

use super::bundle::BundleProblem;
use super::{
    Bundle, BundleError, Counts, Fact, IndicatorKind, KnownAppRole, MatchMode, Refusal, schema,
};
use crate::digest::{Sha1, Sha256};

/// A bundle with one family `spy` and these indicators, each identifying.
fn made(indicators: &[(IndicatorKind, MatchMode, &str)]) -> Bundle {
    opened(&connection(indicators)).unwrap()
}

fn connection(indicators: &[(IndicatorKind, MatchMode, &str)]) -> Connection {
    let connection = Connection::open_in_memory().unwrap();
    for (_, table) in schema::TABLES {
        connection.execute_batch(table).unwrap();
    }
    connection
        .execute_batch(&format!(
            "INSERT INTO meta VALUES ('schema', '{}'), ('version', '1'), ('built_at', '2026-11-22');
             INSERT INTO source VALUES ('own', 'Our own', 'https://example.org', 'MIT', NULL, '2026-11-22', '');
             INSERT INTO family VALUES ('spy', 'Spy', 'stalkerware', 'active', '[\"Spy Pro\"]', '[\"camera\"]');
             INSERT INTO family VALUES ('twin', 'Twin', 'monitoring', 'unknown', '[]', '[]');
             INSERT INTO public_key VALUES ('61ed377e85d386a8dfee6b864bd85b0bfaa5af81', 'AOSP test key');
             INSERT INTO known_app VALUES ('com.android.vending', '', 'store', 'Google Play');
             INSERT INTO known_app VALUES ('com.chat', '{}', 'messenger', 'Chat'), ('com.chat', '{}', 'messenger', 'Chat');
             INSERT INTO label_term VALUES ('système service', 'fr');
             INSERT INTO rule VALUES ('own.yar', 'rule own {{ condition: false }}');
             INSERT INTO suppression VALUES ('android.package:com.spy', 'com.spy', 'a mistake', '2026-12-31');",
            schema::VERSION,
            "0a".repeat(32),
            "0b".repeat(32),
        ))
        .unwrap();
    let mut rows: Vec<_> = indicators
        .iter()
        .map(|(kind, mode, value)| {
            let key = kind
                .normalise(*mode, value)
                .unwrap_or_else(|_| (*value).to_owned());
            (kind.indicator_id(*mode, &key), kind, mode, key, *value)
        })
        .collect();
    rows.sort();
    for (number, (id, kind, mode, key, value)) in (1i64..).zip(rows) {
        connection
            .execute(
                "INSERT INTO indicator VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'identifying', '2023-01-31', 'own')",
                (number, id, kind.as_str(), mode.as_str(), key, value),
            )
            .unwrap();
        connection
            .execute("INSERT INTO family_indicator VALUES (?1, 'spy')", [number])
            .unwrap();
    }
    connection
}

fn opened(connection: &Connection) -> Result<Bundle, BundleError> {
    Bundle::from_bytes(&bytes(connection))
}

fn bytes(connection: &Connection) -> Vec<u8> {
    let file = tempfile::tempdir().unwrap();
    let path = file.path().join("bundle");
    connection
        .execute("VACUUM INTO ?1", [path.to_str().unwrap()])
        .unwrap();
    std::fs::read(path).unwrap()
}

fn problem(connection: &Connection) -> BundleProblem {
    match opened(connection) {
        Err(BundleError::Refused { problem, .. }) => problem,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("the bundle was opened"),
    }
}

fn ids(bundle: &Bundle, fact: Fact<'_>) -> Vec<String> {
    let hits = bundle.matches(fact).unwrap();
    hits.iter().map(|hit| hit.indicator.id.clone()).collect()
}

use IndicatorKind as Kind;
use MatchMode as Mode;

#[test]
fn a_package_is_found_whatever_its_case_and_only_whole() {
    let bundle = made(&[
        (Kind::AndroidPackage, Mode::Folded, "app.EasyLogger"),
        (Kind::AndroidPackage, Mode::Exact, "app.Exact"),
    ]);
    let package = |name| ids(&bundle, Fact::AndroidPackage(name));
    assert_eq!(
        package("app.easylogger"),
        ["android.package:app.easylogger"]
    );
    assert_eq!(
        package("APP.EasyLogger"),
        ["android.package:app.easylogger"]
    );
    assert_eq!(package("app.Exact"), ["android.package:exact:app.Exact"]);
    assert!(package("app.exact").is_empty());
    assert!(package("app.easylogger2").is_empty());
    assert!(package("").is_empty());
    let hits = bundle
        .matches(Fact::AndroidPackage("app.easylogger"))
        .unwrap();
    assert_eq!(hits[0].indicator.value, "app.EasyLogger");
    assert_eq!(hits[0].families[0].aliases, ["Spy Pro"]);
    assert_eq!(hits[0].source, "own");
    assert!(
        ids(&bundle, Fact::IosBundle("app.easylogger")).is_empty(),
        "a package is not a bundle id"
    );
}

#[test]
fn patterns_fire_beside_whole_values_and_hits_are_sorted() {
    let bundle = made(&[
        (Kind::AndroidPackage, Mode::Glob, "com.rspl??.nanny.*"),
        (Kind::AndroidPackage, Mode::Prefix, "com.rspl"),
        (
            Kind::AndroidPackage,
            Mode::Folded,
            "com.rspl42.nanny.android",
        ),
        (
            Kind::SignerCommonName,
            Mode::Regex,
            r"^Kids\WSafety\W[0-9]{2}-",
        ),
        (Kind::FilePath, Mode::Prefix, "/sdcard/.Hidden"),
    ]);
    assert_eq!(
        ids(&bundle, Fact::AndroidPackage("com.RSPL42.nanny.android")),
        [
            "android.package:com.rspl42.nanny.android",
            "android.package:glob:com.rspl??.nanny.*",
            "android.package:prefix:com.rspl",
        ]
    );
    assert_eq!(
        ids(&bundle, Fact::SignerCommonName("Kids Safety 42-2023")).len(),
        1
    );
    assert_eq!(
        ids(&bundle, Fact::FilePath("/sdcard/.Hidden/a\nb")).len(),
        1,
        "a line break in a path does not hide it"
    );
    assert!(ids(&bundle, Fact::FilePath("/sdcard/.hidden/a")).is_empty());
}

#[test]
fn a_host_covers_what_is_below_it_and_nothing_beside_it() {
    let bundle = made(&[
        (Kind::Host, Mode::Subdomains, "panel.example.com"),
        (Kind::Host, Mode::Exact, "tenant.cloud.example"),
    ]);
    let host = |name| ids(&bundle, Fact::Host(name)).len();
    assert_eq!(host("panel.example.com"), 1);
    assert_eq!(host("Panel.Example.COM."), 1);
    assert_eq!(host("x.y.panel.example.com"), 1);
    assert_eq!(host("strange$label.panel.example.com"), 1);
    assert_eq!(host("notpanel.example.com"), 0);
    assert_eq!(host("example.com"), 0);
    assert_eq!(host("panel.example.com.evil.org"), 0);
    assert_eq!(host("tenant.cloud.example"), 1);
    assert_eq!(host("x.tenant.cloud.example"), 0);
    assert_eq!(host(""), 0);
    assert_eq!(host("."), 0);
    assert_eq!(
        host(&format!("{}panel.example.com", "a.".repeat(500_000))),
        1
    );
}

#[test]
fn digests_and_addresses_are_compared_as_values() {
    let signer = "61:ED:37:7E:85:D3:86:A8:DF:EE:6B:86:4B:D8:5B:0B:FA:A5:AF:82";
    let file = Sha256::of(b"x");
    let bundle = made(&[
        (Kind::SignerSha1, Mode::Exact, signer),
        (Kind::ApkSha256, Mode::Exact, &file.to_string()),
        (Kind::Ip, Mode::Exact, "192.0.2.7"),
        (Kind::Ip, Mode::Exact, "2001:DB8::1"),
    ]);
    let sha1: Sha1 = signer.parse().unwrap();
    assert_eq!(ids(&bundle, Fact::SignerSha1(sha1)).len(), 1);
    assert_eq!(ids(&bundle, Fact::Apk(file)).len(), 1);
    assert!(ids(&bundle, Fact::File(file)).is_empty());
    let ip = |text: &str| ids(&bundle, Fact::Ip(text.parse().unwrap())).len();
    assert_eq!(ip("192.0.2.7"), 1);
    assert_eq!(ip("::ffff:192.0.2.7"), 1);
    assert_eq!(ip("2001:db8:0::1"), 1);
    assert_eq!(ip("192.0.2.8"), 0);
}

#[test]
fn meta_data_matches_by_name_or_by_name_and_value() {
    let bundle = made(&[
        (Kind::MetaData, Mode::Folded, "isMonitoringTool"),
        (Kind::MetaData, Mode::Folded, "tool=Parental_Control"),
    ]);
    let meta = |name, value| ids(&bundle, Fact::MetaData { name, value }).len();
    assert_eq!(meta("isMonitoringTool", None), 1);
    assert_eq!(meta("ismonitoringtool", Some("x")), 1);
    assert_eq!(meta("tool", Some("parental_control")), 1);
    assert_eq!(meta("tool", None), 0);
}

#[test]
fn one_indicator_points_to_every_family_that_has_it() {
    let connection = connection(&[(Kind::AndroidPackage, Mode::Folded, "com.spy")]);
    connection
        .execute("INSERT INTO family_indicator VALUES (1, 'twin')", [])
        .unwrap();
    let bundle = opened(&connection).unwrap();
    let hits = bundle.matches(Fact::AndroidPackage("com.spy")).unwrap();
    let families: Vec<_> = hits[0].families.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(families, ["spy", "twin"]);
    assert_eq!(bundle.indicators().unwrap(), hits);
}

#[test]
fn a_public_key_is_refused_as_a_signer_and_said_so() {
    let bundle = made(&[
        (
            Kind::SignerSha1,
            Mode::Exact,
            "61ED377E85D386A8DFEE6B864BD85B0BFAA5AF81",
        ),
        (Kind::AndroidPackage, Mode::Folded, "com.spy"),
    ]);
    let key: Sha1 = "61ed377e85d386a8dfee6b864bd85b0bfaa5af81".parse().unwrap();
    assert!(ids(&bundle, Fact::SignerSha1(key)).is_empty());
    assert_eq!(
        bundle.summary().indicators,
        Counts {
            loaded: 2,
            usable: 1,
            refused: 1
        }
    );
    assert_eq!(
        bundle.refused()[0].reason,
        Refusal::PublicKey("AOSP test key".to_owned())
    );
    assert_eq!(
        bundle.public_key(Some(key), None).unwrap().name,
        "AOSP test key"
    );
    assert!(bundle.public_key(None, None).is_none());
}

#[test]
fn an_indicator_that_cannot_fire_is_refused_alone_with_its_reason() {
    let connection = connection(&[
        (Kind::AndroidPackage, Mode::Folded, "com.good"),
        (Kind::AndroidPackage, Mode::Folded, "com.badkey"),
        (Kind::AndroidPackage, Mode::Glob, "com.[open"),
        (Kind::SignerCommonName, Mode::Regex, "("),
        (Kind::SignerSha1, Mode::Exact, "not a digest"),
        (Kind::SignerSha1, Mode::Prefix, "61ed"),
    ]);
    connection
        .execute_batch(
            "UPDATE indicator SET key = 'com.Badkey' WHERE value = 'com.badkey';
             UPDATE indicator SET id = 'android.package:com.goof' WHERE value = 'com.good';",
        )
        .unwrap();
    let bundle = opened(&connection).unwrap();
    insta::assert_snapshot!(
        bundle
            .refused()
            .iter()
            .map(|refused| format!("{}: {}", refused.id, refused.reason))
            .collect::<Vec<_>>()
            .join("\n")
    );
    assert_eq!(bundle.summary().indicators.usable, 0);
    assert!(ids(&bundle, Fact::AndroidPackage("com.good")).is_empty());
    assert!(ids(&bundle, Fact::AndroidPackage("com.badkey")).is_empty());
}

#[test]
fn the_bundle_says_what_it_is() {
    let connection = connection(&[(Kind::AndroidPackage, Mode::Folded, "com.spy")]);
    let bytes = bytes(&connection);
    let bundle = Bundle::from_bytes(&bytes).unwrap();
    let summary = bundle.summary();
    assert_eq!(summary.sha256, Sha256::of(&bytes));
    assert_eq!((summary.version.as_str(), summary.families), ("1", 2));
    assert_eq!(summary.sources[0].id, "own");
    assert_eq!(bundle.families()[1].id, "twin");
    assert_eq!(bundle.rules().unwrap()[0].0, "own.yar");
    let store = bundle.known_apps("com.android.vending");
    assert_eq!(store[0].role, KnownAppRole::Store);
    assert!(bundle.known_apps("com.spy").is_empty());
}

#[test]
fn a_known_app_can_have_more_than_one_signer_and_a_name_is_compared_without_case() {
    let bundle = made(&[(Kind::AndroidPackage, Mode::Folded, "com.spy")]);
    assert_eq!(bundle.known_apps("com.chat").len(), 2);
    assert!(bundle.known_signer(Sha256([0x0b; 32])));
    assert!(!bundle.known_signer(Sha256([0x0c; 32])));
    assert!(bundle.imitates_system(" Système Service"));
    assert!(!bundle.imitates_system("Service"));
}

#[test]
fn a_suppression_holds_for_one_subject_and_ends() {
    let bundle = made(&[(Kind::AndroidPackage, Mode::Folded, "com.spy")]);
    let hit = &bundle.matches(Fact::AndroidPackage("com.spy")).unwrap()[0];
    let suppressed = |subject, day| bundle.suppressed(&hit.indicator, subject, day);
    assert_eq!(suppressed("com.spy", "2026-12-31"), Some("a mistake"));
    assert_eq!(suppressed("com.spy", "2027-01-01"), None);
    assert_eq!(suppressed("com.other", "2026-12-31"), None);
}

#[test]
fn a_file_and_the_built_in_bytes_give_the_same_bundle() {
    let bytes = bytes(&connection(&[(
        Kind::AndroidPackage,
        Mode::Folded,
        "com.spy",
    )]));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("made.sqlite");
    std::fs::write(&path, &bytes).unwrap();
    let from_file = Bundle::open(&path).unwrap();
    let built_in = Bundle::from_static(bytes.leak()).unwrap();
    assert_eq!(from_file.summary(), built_in.summary());
    assert_eq!(ids(&built_in, Fact::AndroidPackage("com.spy")).len(), 1);
    let missing = Bundle::open(&folder.path().join("no.sqlite"));
    assert!(matches!(missing, Err(BundleError::Unreadable { .. })));
}

#[test]
fn anything_that_we_do_not_know_refuses_the_whole_bundle() {
    let refused = |change: &str| {
        let connection = connection(&[(Kind::AndroidPackage, Mode::Folded, "com.spy")]);
        connection
            .execute_batch("PRAGMA foreign_keys = OFF")
            .unwrap();
        connection.execute_batch(change).unwrap();
        format!("{change}\n  {}", problem(&connection))
    };
    let changes = [
        "ALTER TABLE family ADD COLUMN danger INTEGER",
        "CREATE TABLE more (x)",
        "CREATE INDEX more ON indicator (value)",
        "CREATE TRIGGER more AFTER DELETE ON meta BEGIN SELECT 1; END",
        "CREATE VIEW more AS SELECT 1",
        "CREATE VIRTUAL TABLE more USING fts5(x)",
        "ANALYZE",
        "DROP TABLE suppression",
        "UPDATE meta SET value = 'rushlight.bundle/2' WHERE name = 'schema'",
        "INSERT INTO meta VALUES ('mood', 'good')",
        "DELETE FROM meta WHERE name = 'version'",
        "UPDATE meta SET value = 'yesterday' WHERE name = 'built_at'",
        "UPDATE source SET retrieved = '2026-02-30'",
        "UPDATE family SET category = 'harmless'",
        "UPDATE family SET status = 'sleeping'",
        "UPDATE family SET capabilities = '[\"telepathy\"]' WHERE id = 'spy'",
        "UPDATE family SET aliases = 'Spy' WHERE id = 'spy'",
        "UPDATE indicator SET kind = 'android.pakcage'",
        "UPDATE indicator SET mode = 'fuzzy'",
        "UPDATE indicator SET strength = 'certain'",
        "UPDATE indicator SET first_listed = '2023'",
        "UPDATE indicator SET source = 'nobody'",
        "DELETE FROM family_indicator",
        "INSERT INTO family_indicator VALUES (7, 'spy')",
        "INSERT INTO family_indicator VALUES (-7, 'spy')",
        "INSERT INTO family_indicator VALUES (1, 'nobody')",
        "INSERT INTO family_source VALUES ('spy', 'nobody', 'Spy', 'stalkerware')",
        "INSERT INTO public_key VALUES ('61ED', 'short')",
        "INSERT INTO known_app VALUES ('a.b', '', 'friend', 'B')",
        "INSERT INTO known_app VALUES ('a.b', 'xx', 'store', 'B')",
        "INSERT INTO known_app VALUES ('a.b', '', 'messenger', 'B')",
        "INSERT INTO suppression VALUES ('x', 'y', 'z', 'soon')",
        "INSERT INTO indicator VALUES (2, 'android.package:a', 'android.package', 'folded', 'a', 'a', 'context', NULL, 'own'); \
         INSERT INTO family_indicator VALUES (2, 'spy')",
    ];
    insta::assert_snapshot!(changes.map(refused).join("\n"));
}

#[test]
fn a_value_of_another_type_than_the_table_says_is_damage() {
    let connection = connection(&[(Kind::AndroidPackage, Mode::Folded, "com.spy")]);
    // Tables are STRICT, so this can only come from a file that was edited outside SQLite.
    let mut bytes = bytes(&connection);
    let at = bytes
        .windows(9)
        .rposition(|window| window == b"Spystalke")
        .unwrap();
    bytes[at] = 0xff;
    assert!(matches!(
        Bundle::from_bytes(&bytes),
        Err(BundleError::Refused {
            problem: BundleProblem::Damaged { .. },
            ..
        })
    ));
}

#[test]
fn what_is_cut_short_or_has_a_tail_is_refused() {
    let whole = bytes(&connection(&[]));
    let problem = |bytes: &[u8]| match Bundle::from_bytes(bytes) {
        Err(BundleError::Refused { problem, .. }) => problem,
        other => panic!("{:?}", other.map(|_| ())),
    };
    assert_eq!(problem(b""), BundleProblem::NotSqlite);
    assert_eq!(problem(b"PK\x03\x04"), BundleProblem::NotSqlite);
    for cut in [16, 20, 100, 4_095, 4_096, whole.len() - 1] {
        assert!(matches!(
            problem(&whole[..cut]),
            BundleProblem::Damaged { .. }
        ));
    }
    let mut tail = whole.clone();
    tail.push(0);
    assert!(matches!(problem(&tail), BundleProblem::Damaged { .. }));
}

proptest! {
    #[test]
    fn any_bytes_are_refused_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        prop_assert!(Bundle::from_bytes(&bytes).is_err());
        let mut sqlite = b"SQLite format 3\0\x02\x00".to_vec();
        sqlite.extend(bytes);
        prop_assert!(Bundle::from_bytes(&sqlite).is_err());
    }

    #[test]
    fn a_bundle_with_changed_bytes_opens_or_is_refused_and_never_panics(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        value in "\\PC{0,20}",
    ) {
        thread_local! {
            static WHOLE: Vec<u8> = bytes(&connection(&[
                (Kind::AndroidPackage, Mode::Folded, "com.spy"),
                (Kind::AndroidPackage, Mode::Glob, "com.spy[a-z]"),
                (Kind::Host, Mode::Subdomains, "spy.example"),
            ]));
        }
        let mut changed = WHOLE.with(Vec::clone);
        for (at, byte) in changes {
            let at = at.index(changed.len());
            changed[at] = byte;
        }
        if let Ok(bundle) = Bundle::from_bytes(&changed) {
            let _ = bundle.matches(Fact::AndroidPackage("com.spy"));
            let _ = bundle.matches(Fact::AndroidPackage(&value));
            let _ = bundle.matches(Fact::Host("x.spy.example"));
            let _ = bundle.indicators();
            let _ = bundle.rules();
        }
    }
}
