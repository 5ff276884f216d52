//! The made dump, read as a text and as each maker packs it.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use rushlight_core::evidence::{self, Container, Reading, Secrets, Unwatched};
use rushlight_core::snapshot::{Hiding, InputKind, Snapshot};
use rushlight_tests::made_dump::{MadeApp, MadeDump, Maker, bugreport};

const READING: Reading<'_> = Reading {
    watch: &Unwatched,
    code: None,
    secrets: &Secrets::NONE,
};

fn made() -> MadeDump {
    let mut dump = MadeDump::new()
        .app(MadeApp::system("com.android.settings"))
        .app(MadeApp::from_store("org.example.messenger").for_users(&[0, 10]))
        .app(
            MadeApp::sideloaded("org.example.watch")
                .without_icon()
                .granted(&["android.permission.CAMERA", "android.permission.READ_SMS"])
                .wakes_on(&["android.intent.action.BOOT_COMPLETED"]),
        )
        .app(MadeApp::sideloaded("org.example.calculator").icon_switched_off())
        .section("nobody_reads_it", "x\n");
    dump.users.push((10, "Work"));
    dump.apps.push(MadeApp {
        shared_user: Some("org.example.both".to_owned()),
        ..MadeApp::from_store("org.example.one").granted(&["android.permission.RECORD_AUDIO"])
    });
    dump.apps.push(MadeApp {
        kept: true,
        ..MadeApp::sideloaded("org.example.gone")
    });
    dump
}

fn read(name: &str, bytes: Vec<u8>) -> Snapshot {
    let container = Container::from_bytes(name, bytes).unwrap();
    evidence::read_container(&container, READING).unwrap()
}

#[test]
fn the_made_dump_reads_as_it_always_did() {
    let mut phone = read("bugreport.zip", bugreport(&made(), Maker::Android).unwrap());
    phone.settle_times();
    // How it is compressed is the library's choice.
    phone.inputs.retain(|input| input.kind == InputKind::Member);
    insta::assert_json_snapshot!(phone);
}

#[test]
fn every_packing_gives_the_same_apps() {
    let bare = read("dumpsys.txt", made().dumpsys().into_bytes());
    let plain = |phone: &Snapshot| -> Vec<_> {
        let apps = phone.apps.iter();
        apps.map(|app| {
            let hiding: Vec<Hiding> = app.hiding.iter().map(|hiding| hiding.value).collect();
            let granted = app.permissions.granted.as_ref().map(|g| g.value.clone());
            (app.id.clone(), app.user, app.state, hiding, granted)
        })
        .collect()
    };
    assert_eq!(bare.apps.len(), 7);
    for maker in Maker::ALL {
        let packed = read("report.zip", bugreport(&made(), maker).unwrap());
        assert_eq!(plain(&packed), plain(&bare), "{maker:?}");
        assert_eq!(packed.users.len(), 2);
    }
}

#[test]
fn a_dump_that_is_cut_anywhere_gives_what_stood_before() {
    let text = made().dumpstate().into_bytes();
    let mut apps = 0;
    for end in (400..text.len()).step_by(97) {
        let part = text.get(..end).unwrap().to_vec();
        let phone = read("bugreport-cut.txt", part);
        // The record that is cut can lose its users, and no more.
        assert!(phone.apps.len() + 1 >= apps, "{end}");
        apps = apps.max(phone.apps.len());
    }
    assert_eq!(apps, 7);
}
