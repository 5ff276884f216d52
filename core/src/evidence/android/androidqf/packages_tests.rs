use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::evidence::Unwatched;

fn read(mut text: &[u8]) -> Parsed<Vec<Listed>> {
    let input: Arc<str> = "phone/packages.json".into();
    parse(Place::new(&input, &Unwatched), &mut text)
}

fn names(parsed: &Parsed<Vec<Listed>>) -> Vec<&str> {
    parsed
        .value
        .iter()
        .map(|listed| listed.app.id.as_str())
        .collect()
}

const ZERO: &str = r#"{"Md5":"","Sha1":"","Sha256":"","ValidFrom":"0001-01-01T00:00:00Z","Subject":"","SerialNumber":null}"#;

#[test]
fn a_record_of_the_newest_layout_is_read_whole() {
    let digest = "ab".repeat(32);
    let sha1 = "cd".repeat(20);
    let parsed = read(
        format!(
            r#"[{{"user_id":10,"installed":true,"name":"com.example.app","files":[
            {{"path":"/data/app/x/base.apk","local_name":"apks/com.example.app.apk","sha256":"{digest}",
              "certificate":{{"Sha1":"{sha1}","Sha256":"","Subject":"C=US, O=Example, Inc, CN=A B",
                "SerialNumber":9554660965869303387699517156336871285075}},"certificate_error":""}}],
            "installer":"com.android.vending","uid":10271,"disabled":true,"system":false,"third_party":true}}]"#
        )
        .as_bytes(),
    );
    assert_eq!(parsed.skipped, []);
    let app = &parsed.value[0].app;
    assert_eq!((app.user, app.state), (Some(10), AppState::Installed));
    assert_eq!((app.enabled, app.system), (Some(false), Some(false)));
    let installer = app.install.installer.as_ref().unwrap();
    assert_eq!(installer.value, "com.android.vending");
    assert_eq!(installer.provenance.locator, "[0].installer");
    let signer = &app.signers[0];
    assert_eq!(signer.sha1.unwrap().to_string(), sha1);
    assert_eq!(signer.sha256, None);
    assert_eq!(signer.provenance.locator, "[0].files[0].certificate.Sha1");
    let subject = signer.subject.as_ref().unwrap();
    assert_eq!(subject.organisation.as_deref(), Some("Example, Inc"));
    assert_eq!(subject.common_name.as_deref(), Some("A B"));
    assert_eq!(app.files[0].sha256.unwrap().to_string(), digest);
    assert_eq!(
        parsed.value[0].copies[0].local_name,
        "apks/com.example.app.apk"
    );
}

#[test]
fn what_is_left_empty_is_unknown() {
    let parsed = read(
        format!(
            r#"[{{"name":"com.example.app","files":[{{"path":"/x","sha256":"","certificate":{ZERO}}}],"installer":""}},
            {{"name":"com.example.bare"}}]"#
        )
        .as_bytes(),
    );
    assert_eq!(parsed.skipped, []);
    let app = &parsed.value[0].app;
    assert!(app.signers.is_empty());
    assert_eq!(app.files[0].sha256, None);
    assert_eq!(
        (app.install.installer.as_ref(), app.enabled, app.system),
        (None, None, None)
    );
    assert_eq!(parsed.value[1].app.state, AppState::Installed);
}

#[test]
fn an_app_that_was_removed_is_told_from_one_that_could_not_be_listed() {
    let parsed = read(
        br#"[{"name":"com.example.a","files":[]},{"name":"com.example.b","installed":false,"files":[{"path":"/x"}]},
            {"name":"com.example.c","files":[],"files_error":"timeout"},{"name":"com.example.d","files":null},
            {"name":"com.example.e","installed":true,"files":[]}]"#,
    );
    let states: Vec<_> = parsed.value.iter().map(|listed| listed.app.state).collect();
    use AppState::{Installed, Removed};
    assert_eq!(states, [Removed, Removed, Installed, Installed, Installed]);
    assert_eq!(parsed.skipped.len(), 1);
    assert_eq!(parsed.skipped[0].record, "phone/packages.json [2].files");
}

#[test]
fn a_broken_record_or_field_costs_only_itself() {
    let parsed = read(
        br#"[{"name":"com.example.a"},{"name":5},{"files":[]},{"name":"com.example.b","system":"yes","files":[7,{"path":"/x","sha256":"zz"}]},"text",{"name":"com.example.c","installer":null}]"#,
    );
    assert_eq!(
        names(&parsed),
        ["com.example.a", "com.example.b", "com.example.c"]
    );
    let records: Vec<_> = parsed
        .skipped
        .iter()
        .map(|skipped| skipped.record.as_str())
        .collect();
    assert_eq!(
        records,
        [
            "phone/packages.json [1]",
            "phone/packages.json [2]",
            "phone/packages.json [3].system",
            "phone/packages.json [3].files[0]",
            "phone/packages.json [3].files[1].sha256",
            "phone/packages.json [4]",
        ]
    );
    assert_eq!(parsed.value[1].app.files.len(), 1);
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        read(&bytes);
    }

    #[test]
    fn a_changed_byte_in_one_record_never_loses_the_others(at in 0usize..200, byte in any::<u8>()) {
        let record = |name: &str| format!(
            "    {{\n        \"name\": \"{name}\",\n        \"files\": [\n            {{\n                \"path\": \"/x\",\n                \"sha256\": \"\"\n            }}\n        ],\n        \"system\": false\n    }}"
        );
        let middle = record("com.example.b");
        let mut changed = middle.clone().into_bytes();
        // The braces of the record itself hold the list together.
        let at = 6 + at % (changed.len() - 12);
        changed[at] = byte;
        let mut text = b"[\n".to_vec();
        text.extend_from_slice(record("com.example.a").as_bytes());
        text.extend_from_slice(b",\n");
        text.extend_from_slice(&changed);
        text.extend_from_slice(b",\n");
        text.extend_from_slice(record("com.example.c").as_bytes());
        text.extend_from_slice(b"\n]\n");
        let parsed = read(&text);
        let names = names(&parsed);
        prop_assert!(names.contains(&"com.example.a"), "{:?}", names);
        prop_assert!(names.contains(&"com.example.c"), "{:?}", names);
        prop_assert!(names.len() >= 3 || !parsed.skipped.is_empty());
    }
}
