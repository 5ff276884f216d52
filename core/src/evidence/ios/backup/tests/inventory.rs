use super::super::inventory::Inventory;
use super::*;
use crate::snapshot::{Provenance, Snapshot};

fn at(locator: &str) -> Provenance {
    Provenance::new(&"made".into(), locator)
}

fn seen(id: &str) -> App {
    App::new(id, Platform::Ios, AppState::Seen, at(id))
}

fn states(inventory: Inventory) -> Vec<(String, AppState, Option<bool>)> {
    let apps = inventory.finish().into_iter();
    apps.map(|app| (app.id, app.state, app.system)).collect()
}

fn state_of(inventory: Inventory, id: &str) -> AppState {
    let found = states(inventory).into_iter().find(|(own, ..)| own == id);
    found.unwrap().1
}

#[test]
fn a_list_says_installed_a_folder_without_it_removed_and_a_record_removed_or_seen() {
    let mut inventory = Inventory::default();
    inventory.listed(seen("com.example.app"));
    inventory.domain("AppDomain-com.example.left", at("domain"));
    inventory.domain("AppDomain-com.apple.mobilephone", at("domain"));
    inventory.domain("AppDomainGroup-group.com.example.app", at("domain"));
    inventory.domain("HomeDomain", at("domain"));
    for id in [
        "com.example.gone",
        "com.example.app.widget",
        "com.example.application",
        "com.apple.nsurlsessiond",
        "Launch",
        "com.example.app",
    ] {
        inventory.recorded(seen(id));
    }
    assert_eq!(
        states(inventory),
        [
            ("Launch".to_owned(), AppState::Seen, None),
            (
                "com.apple.mobilephone".to_owned(),
                AppState::Installed,
                Some(true)
            ),
            (
                "com.apple.nsurlsessiond".to_owned(),
                AppState::Seen,
                Some(true)
            ),
            (
                "com.example.app".to_owned(),
                AppState::Installed,
                Some(false)
            ),
            // May be a part of the installed one: nothing is claimed.
            (
                "com.example.app.widget".to_owned(),
                AppState::Seen,
                Some(false)
            ),
            (
                "com.example.application".to_owned(),
                AppState::Removed,
                Some(false)
            ),
            (
                "com.example.gone".to_owned(),
                AppState::Removed,
                Some(false)
            ),
            (
                "com.example.left".to_owned(),
                AppState::Removed,
                Some(false)
            ),
        ]
    );
}

#[test]
fn without_a_list_a_folder_says_installed_and_a_record_nothing() {
    let mut inventory = Inventory::default();
    inventory.domain("AppDomain-com.example.app", at("domain"));
    inventory.recorded(seen("com.example.other"));
    assert_eq!(
        states(inventory),
        [
            (
                "com.example.app".to_owned(),
                AppState::Installed,
                Some(false)
            ),
            ("com.example.other".to_owned(), AppState::Seen, Some(false)),
        ]
    );
}

#[test]
fn one_that_took_apples_name_and_is_listed_does_not_count_as_apples_own() {
    let mut inventory = Inventory::default();
    inventory.listed(seen("com.apple.helper"));
    assert_eq!(
        states(inventory),
        [("com.apple.helper".to_owned(), AppState::Installed, None)]
    );
}

#[test]
fn a_plug_in_belongs_to_the_app_whose_name_it_begins_with() {
    let mut inventory = Inventory::default();
    inventory.listed(seen("com.example.app"));
    inventory.domain("AppDomainPlugin-com.example.app.keyboard", at("plug-in"));
    inventory.domain("AppDomainPlugin-com.example.lone.keyboard", at("plug-in"));
    inventory.domain("AppDomainPlugin-com.apple.lone", at("plug-in"));
    let apps = inventory.finish();
    let ids: Vec<&str> = apps.iter().map(|app| app.id.as_str()).collect();
    assert_eq!(ids, ["com.example.app", "com.example.lone.keyboard"]);
    assert_eq!(apps[0].provenance.len(), 2);
    assert_eq!(apps[1].state, AppState::Removed);
}

#[test]
fn a_hidden_app_is_told_where_it_is_installed() {
    let mut inventory = Inventory::default();
    inventory.listed(seen("com.example.app"));
    inventory.restrict(vec![
        ("com.example.app".to_owned(), at("list")),
        ("com.example.unknown".to_owned(), at("list")),
    ]);
    let snapshot = Snapshot {
        apps: inventory.finish(),
        ..Snapshot::default()
    };
    assert_eq!(snapshot.apps.len(), 1);
    let hiding = &app(&snapshot, "com.example.app").hiding;
    assert_eq!(hiding[0].value, Hiding::HiddenByRestriction);
    assert_eq!(
        state_of(
            {
                let mut inventory = Inventory::default();
                inventory.recorded(seen("com.example.app"));
                inventory
            },
            "com.example.app"
        ),
        AppState::Seen
    );
}
