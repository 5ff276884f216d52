//! The directory says what the issue says, and no more than its sources.

use super::*;
use crate::text::Catalogue;

fn reach<'a>(directory: &'a Directory, name: &str) -> &'a [String] {
    let named = |contact: &&Contact| contact.name == name;
    &directory.contacts.iter().find(named).unwrap().reach
}

#[test]
fn england_and_wales_has_the_numbers_of_the_issue() {
    let directory = Directory::of(DEFAULT_REGION).unwrap();
    for (name, number) in [
        ("National Stalking Helpline", "0808 802 0300"),
        ("Paladin", "0203 866 4107"),
        ("National Domestic Abuse Helpline", "0808 2000 247"),
        ("ManKind Initiative", "01823 334 244"),
        ("Galop", "0800 999 5428"),
        ("Respect Phoneline", "0808 802 4040"),
        ("Karma Nirvana", "0800 5999 247"),
        ("The Cyber Helpline", "www.thecyberhelpline.com"),
    ] {
        assert_eq!(reach(directory, name), [number]);
    }
    assert_eq!(directory.contacts.len(), 8);
}

#[test]
fn durham_and_darlington_has_its_own_services_before_the_others() {
    let wide = Directory::of("england-and-wales").unwrap();
    let near = Directory::of("durham-and-darlington").unwrap();
    assert_eq!(reach(near, "VCAS"), ["0800 138 2020"]);
    assert_eq!(reach(near, "Harbour"), ["03000 20 25 25"]);
    assert_eq!(reach(near, "Halo"), ["01642 683 045"]);
    assert_eq!(near.contacts[3..], wide.contacts[..]);
    assert_eq!(near.emergency, wide.emergency);
}

#[test]
fn in_danger_there_is_a_voice_a_silent_a_written_and_a_signed_way() {
    let english = Catalogue::en_gb();
    for directory in Directory::all() {
        let words: Vec<String> = directory
            .emergency
            .iter()
            .map(|id| english.plain(id))
            .collect();
        let words = words.join(" ");
        for way in [
            "call 999",
            "press 55",
            "text 999",
            "register",
            "999bsl.co.uk",
            "101",
        ] {
            assert!(words.contains(way), "{}: {way}", directory.region);
        }
    }
}

#[test]
fn a_region_that_nobody_has_written_has_no_directory() {
    assert_eq!(Directory::of("atlantis"), None);
}

#[test]
fn a_claim_needs_its_source() {
    let with = |note: &str| {
        let text = format!("name = 'X'\nabout = 'x'\nreach = ['1']\n[[notes]]\n{note}");
        toml::from_str::<Contact>(&text)
    };
    let whole = with("says = 'not_on_bill'\nsource = 'https://example.org'\nread = '2026-11-22'");
    assert_eq!(whole.unwrap().notes[0].says, Claim::NotOnBill);
    assert!(with("says = 'not_on_bill'").is_err());
    assert!(with("says = 'not_on_bill'\nsource = 'https://example.org'").is_err());
}

/// Nothing that we hold says so of any of these numbers: when a source does, it goes into the data.
#[test]
fn no_number_claims_to_stay_off_a_bill_yet() {
    for directory in Directory::all() {
        for contact in &directory.contacts {
            assert!(contact.notes.is_empty(), "{}", contact.name);
        }
    }
}
