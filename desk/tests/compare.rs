//! `rushlight compare` as a script sees it.

mod made;

use made::{record, rushlight, stderr, stdout, text, write};
use rushlight_core::snapshot::AppState;
use serde_json::Value;

#[test]
fn one_check_against_itself_shows_nothing_and_what_was_not_read() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &record());
    let path = text(folder.path());
    let output = rushlight(&["compare", path, path]);
    assert_eq!(output.status.code(), Some(30), "{}", stderr(&output));
    insta::assert_snapshot!(stdout(&output));
}

#[test]
fn a_new_app_and_a_new_power_end_with_10() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (folder.path().join("old"), folder.path().join("new"));
    let later = record();
    let mut earlier = later.clone();
    let has_power = |app: &&mut rushlight_core::snapshot::App| {
        app.state == AppState::Installed && !app.powers.is_empty()
    };
    let powerful = earlier.snapshot.apps.iter_mut().find(has_power).unwrap();
    powerful.powers.clear();
    let powerful = powerful.id.clone();
    earlier
        .snapshot
        .apps
        .retain(|app| app.id != "com.systemservice");
    write(&old, &earlier);
    write(&new, &later);

    let output = rushlight(&[
        "compare",
        text(&old),
        text(&new.join("evidence.json")),
        "--json",
    ]);
    assert_eq!(output.status.code(), Some(10), "{}", stderr(&output));
    let comparison: Value = serde_json::from_slice(&output.stdout).unwrap();
    let ids = |list: &str| -> Vec<String> {
        let list = comparison[list].as_array().unwrap().iter();
        list.map(|entry| entry["app"]["id"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(ids("added"), ["com.systemservice"]);
    assert!(ids("powers_on").contains(&powerful), "{comparison}");
    assert_eq!(ids("removed"), [""; 0]);

    let output = rushlight(&["compare", text(&old), text(&new)]);
    let said = stdout(&output);
    assert!(said.contains("New apps"), "{said}");
    assert!(said.contains("New powers"), "{said}");
}

#[test]
fn what_is_no_record_ends_with_1_and_wrong_usage_with_2() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &record());
    let output = rushlight(&["compare", text(folder.path()), "no/such/file"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stderr(&output).lines().count(), 3);
    let output = rushlight(&["compare", text(folder.path())]);
    assert_eq!(output.status.code(), Some(2));
}
