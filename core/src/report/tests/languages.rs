//! The same report in every language.

use super::hostile::hostile_report_in;
use super::made::*;
use super::*;
use crate::text::{Direction, END_OF_ISOLATE, ISOLATE};

fn catalogues() -> impl Iterator<Item = Catalogue> {
    Catalogue::LANGUAGES
        .iter()
        .map(|language| Catalogue::of(language.tag).unwrap())
}

fn made_in(catalogue: &Catalogue) -> Report {
    report_in(catalogue, &phone(), found(), true)
}

fn page_in(tag: &str) -> String {
    let catalogue = Catalogue::of(tag).unwrap();
    let report = made_in(&catalogue);
    String::from_utf8(render(&report, &catalogue, Format::Html).unwrap()).unwrap()
}

#[test]
fn page_one_in_polish() {
    let catalogue = Catalogue::of("pl").unwrap();
    let document = document(&made_in(&catalogue), &catalogue);
    insta::assert_yaml_snapshot!((document.draft, document.page_one));
}

#[test]
fn page_one_in_arabic() {
    let catalogue = Catalogue::of("ar").unwrap();
    let document = document(&made_in(&catalogue), &catalogue);
    insta::assert_yaml_snapshot!((document.draft, document.page_one));
}

#[test]
fn a_draft_says_so_in_its_language_and_in_english() {
    for language in Catalogue::LANGUAGES {
        let page = page_in(language.tag);
        let note = "Draft translation, needs a human reader.";
        // Above page one and at the foot.
        let times = if language.draft { 2 } else { 0 };
        assert_eq!(page.matches(note).count(), times, "{}", language.tag);
        let own = Catalogue::of(language.tag).unwrap().plain("language-draft");
        assert_eq!(page.matches(&own).count(), times, "{}", language.tag);
    }
}

#[test]
fn a_page_says_its_language_and_which_way_it_runs() {
    assert!(page_in("en-GB").contains("<html lang=\"en-GB\" dir=\"ltr\">"));
    assert!(page_in("pl").contains("<html lang=\"pl\" dir=\"ltr\">"));
    assert!(page_in("ar").contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(page_in("ur").contains("<html lang=\"ur\" dir=\"rtl\">"));
}

/// A package name, a digest or a number keeps its order inside a line that runs to the left.
#[test]
fn exact_values_run_to_the_right_in_every_language() {
    let page = page_in("ar");
    assert!(page.contains("<code dir=\"ltr\">com.android.system.sync</code>"));
    assert!(page.contains("<pre dir=\"ltr\">"));
    assert!(page.contains("\u{2068}0808 802 0300\u{2069}"));
    for catalogue in catalogues() {
        let marks = page_in(catalogue.language()).contains([ISOLATE, END_OF_ISOLATE]);
        assert_eq!(marks, catalogue.direction() == Direction::RightToLeft);
    }
}

#[test]
fn no_rendering_shows_the_number_of_a_mark_of_ours() {
    for catalogue in catalogues() {
        let report = made_in(&catalogue);
        for format in [Format::Html, Format::Csv] {
            let drawn = String::from_utf8(render(&report, &catalogue, format).unwrap()).unwrap();
            assert!(
                !drawn.contains("U+20"),
                "{} {format:?}",
                report.scan.options.language
            );
        }
    }
}

#[test]
fn hostile_names_stay_names_in_every_language() {
    for catalogue in catalogues() {
        let report = hostile_report_in(&catalogue);
        // Setting a page is slow in a test: one language that runs to the left is enough.
        let set = catalogue.language() == "ar";
        for format in formats().filter(|format| set || *format != Format::Pdf) {
            assert!(!render(&report, &catalogue, format).unwrap().is_empty());
        }
        let page = String::from_utf8(render(&report, &catalogue, Format::Html).unwrap()).unwrap();
        assert!(page.contains("photo⟨U+202E⟩gpj.apk⟨U+2066⟩"));
        assert!(!page.contains(['\u{202e}', '\u{2066}', '\u{200b}', '\0', '\u{2028}']));
    }
}

#[cfg(feature = "pdf")]
mod pdf {
    use super::*;

    #[test]
    fn page_one_is_one_page_in_every_language() {
        for catalogue in catalogues() {
            let report = made_in(&catalogue);
            let mut first = document(&report, &catalogue);
            first.sections.clear();
            let pages = crate::report::pdf::pages(&report, &first);
            assert_eq!(pages, 1, "{}", catalogue.language());
        }
    }

    #[test]
    fn names_of_apps_in_the_scripts_of_our_languages_are_drawn() {
        let catalogue = Catalogue::en_gb();
        for name in [
            "مزامنة النظام",
            "ਸਿਸਟਮ ਸਿੰਕ",
            "ہم آہنگی ٹریکر",
            "ŵ ŷ ș ț ł ż",
        ] {
            let mut found = found();
            found[2].subject.label = Some(name.to_owned());
            let report = report_in(&catalogue, &phone(), found, false);
            assert!(!render(&report, &catalogue, Format::Pdf).unwrap().is_empty());
        }
    }

    /// For the eye: `cargo test -p rushlight-core -- --ignored every_language_for_the_eye`.
    #[test]
    #[ignore = "writes reports into the temporary folder, to look at"]
    fn every_language_for_the_eye() {
        let folder = std::env::temp_dir().join("rushlight-languages");
        std::fs::create_dir_all(&folder).unwrap();
        for catalogue in catalogues() {
            let tag = catalogue.language();
            let report = made_in(&catalogue);
            for format in [Format::Pdf, Format::Html] {
                let bytes = render(&report, &catalogue, format).unwrap();
                let path = folder.join(format!("report-{tag}.{}", format.as_str()));
                std::fs::write(path, bytes).unwrap();
            }
        }
    }
}
