//! For tests: lines in, and what a parser made of them out, as text to look at.

use std::fmt::Write as _;
use std::sync::Arc;

use super::section::Facts;
use super::{Section, parser};
use crate::evidence::Unwatched;
use crate::evidence::parsed::Place;
use crate::snapshot::{App, Skipped};

/// What the parser of this service makes of a text.
pub(super) fn fed(service: &str, text: &str) -> String {
    fed_up_to(service, text, false)
}

/// The same for a text that breaks off.
pub(super) fn fed_up_to(service: &str, text: &str, cut: bool) -> String {
    let input: Arc<str> = "phone/dumpsys.txt".into();
    let mut facts = Facts::new(Place::new(&input, &Unwatched));
    facts.enter(&format!("dumpsys {service}"));
    let mut section: Box<dyn Section> = parser(service).expect("a parser is registered");
    for (number, line) in (1..).zip(text.lines()) {
        section.line(number, line, &mut facts);
    }
    section.end(cut, &mut facts);
    told(&facts)
}

/// The real dump among the shared data, or none where that is absent.
pub(super) fn real(service: &str) -> Option<String> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../shared/corpora/androidqf/dumpsys.txt"
    );
    let Ok(bytes) = std::fs::read(path) else {
        println!("skipped: ../shared is absent");
        return None;
    };
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let opening = format!("DUMP OF SERVICE {service}:");
    let lines: Vec<&str> = text
        .lines()
        .skip_while(|line| *line != opening)
        .skip(1)
        .take_while(|line| !line.starts_with("-----"))
        .collect();
    Some(fed(service, &lines.join("\n")))
}

fn told(facts: &Facts<'_>) -> String {
    let mut out = String::new();
    for app in facts.apps.values() {
        app_told(app, &mut out);
    }
    for setting in &facts.settings {
        let (namespace, name) = (&setting.namespace, &setting.name);
        writeln!(out, "setting {namespace}/{name} = {:?}", setting.value).unwrap();
    }
    for contact in &facts.contacts {
        writeln!(out, "contact {:?} by {:?}", contact.endpoint, contact.app).unwrap();
    }
    for computer in &facts.trusted_computers {
        writeln!(
            out,
            "computer {:?} {:?} {}",
            computer.name,
            computer.fingerprint,
            computer
                .last_connected
                .map_or_else(|| "no time".to_owned(), |at| at.to_string()),
        )
        .unwrap();
    }
    for event in &facts.history {
        writeln!(
            out,
            "{} {:?} {} user {:?} value {:?} [{}]",
            event.at, event.what, event.subject, event.user, event.value, event.provenance.locator
        )
        .unwrap();
    }
    for (surface, records) in &facts.read {
        writeln!(out, "read {}: {records}", surface.as_str()).unwrap();
    }
    for (surface, reason) in &facts.unread {
        writeln!(out, "not read {}: {reason:?}", surface.as_str()).unwrap();
    }
    for (surface, left) in &facts.skipped {
        for Skipped { record, reason } in &left.listed {
            writeln!(out, "skipped {}: {record}: {reason:?}", surface.as_str()).unwrap();
        }
    }
    out
}

fn app_told(app: &App, out: &mut String) {
    let user = app
        .user
        .map_or_else(|| "any user".to_owned(), |user| format!("user {user}"));
    writeln!(out, "{} ({user}, {:?})", app.id, app.state).unwrap();
    for power in &app.powers {
        let part = power.value.component.as_deref().unwrap_or("-");
        let at = &power.provenance.locator;
        writeln!(out, "  {} {part} [{at}]", power.value.kind.as_str()).unwrap();
    }
    for hiding in &app.hiding {
        let at = &hiding.provenance.locator;
        writeln!(out, "  {} [{at}]", hiding.value.as_str()).unwrap();
    }
    for sensed in &app.uses {
        let (what, at) = (&sensed.value, &sensed.provenance.locator);
        writeln!(
            out,
            "  used {:?} at {} background {:?} for {:?} [{at}]",
            what.sensor, what.at, what.background, what.milliseconds
        )
        .unwrap();
    }
    if let Some(used) = &app.times.last_used {
        let at = &used.provenance.locator;
        writeln!(out, "  last used {} [{at}]", used.value).unwrap();
    }
}

mod hostile {
    use super::fed;
    use crate::limits::{APP_POWERS, LINE_BYTES};

    /// Lines as long as lines may be, of words that a parser looks for: slow parsers never end here.
    #[test]
    fn lines_that_repeat_a_parsers_words_are_read_in_time() {
        for (service, before, word) in [
            ("accessibility", "Enabled services:{", "{a.b/.C},"),
            ("adb", "user_keys=", "QAAAA "),
            ("batterystats", "+1ms ", "pkgunin="),
            ("connectivity", "NetworkAgentInfo", "HttpProxy: ["),
            ("input_method", "mEnabledInputMethodsStrCache=", "a.b/.C:"),
            ("platform_compat", "ChangeId(", "Overrides={"),
            ("role", "", "android.app.role.SMS=[a,"),
            (
                "settings",
                "SECURE SETTINGS (user 0)\n_id:1 name:enabled_input_methods value:",
                "a/.b:",
            ),
            (
                "usagestats",
                "package=a lastTimeUsed=",
                "package=lastTimeUsed=",
            ),
        ] {
            let line = format!("{before}{}", word.repeat(LINE_BYTES / 4 / word.len()));
            fed(service, &line);
        }
    }

    #[test]
    fn an_app_with_too_many_powers_says_so() {
        use std::fmt::Write as _;
        let mut text = "User state[attributes:{id=0}\nEnabled services:{\n".to_owned();
        for number in 0..=APP_POWERS {
            writeln!(text, "{{com.example.a/.S{number}}}").unwrap();
        }
        let told = fed("accessibility", &text);
        assert!(told.contains("TooMany { limit: 200 }"), "{told}");
    }
}

mod whole {
    use std::sync::Arc;

    use crate::evidence::Unwatched;
    use crate::evidence::android::dumpstate::read;
    use crate::evidence::parsed::Place;
    use crate::snapshot::{PowerKind, Sensor, SurfaceId, SurfaceState};

    #[test]
    fn the_real_dump_as_a_whole_gives_what_its_sections_give() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../shared/corpora/androidqf/dumpsys.txt"
        );
        let Ok(bytes) = std::fs::read(path) else {
            println!("skipped: ../shared is absent");
            return;
        };
        let input: Arc<str> = "phone/dumpsys.txt".into();
        let phone = read(Place::new(&input, &Unwatched), &mut bytes.as_slice()).value;
        for (surface, records) in [
            (SurfaceId::Accessibility, 0),
            (SurfaceId::SensorUse, 1),
            (SurfaceId::TrustedComputers, 1),
            (SurfaceId::History, 3),
        ] {
            let state = &phone.surfaces.get(surface).unwrap().state;
            assert_eq!(*state, SurfaceState::Read { records }, "{surface:?}");
        }
        let app = |id: &str| phone.apps.iter().find(|app| app.id == id).unwrap();
        let used = &app("com.facebook.katana").uses[0].value;
        assert_eq!(
            (used.sensor, used.background),
            (Sensor::Contacts, Some(true))
        );
        let held = &app("org.mozilla.firefox").powers[0].value;
        assert_eq!(held.kind, PowerKind::InstallApps);
        assert_eq!(phone.trusted_computers.len(), 1);
        // Named by a compatibility switch alone.
        assert!(app("org.article19.circulo.next").powers.is_empty());
    }
}
