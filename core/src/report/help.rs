//! The help directory in the report's language.

use super::schema::{Help, HelpContact};
use crate::help::{Claim, Contact, Directory};
use crate::text::Catalogue;

/// The directory of a region in words. A region that this version does not know has no numbers, and says so.
pub(super) fn directory(region: &str, catalogue: &Catalogue) -> Help {
    let Some(directory) = Directory::of(region) else {
        let region = super::shown::shown(region);
        return Help {
            emergency: vec![catalogue.text("help-no-region", &[("region", (&region).into())])],
            name: region.clone(),
            region,
            dated: String::new(),
            reviewed_by: None,
            contacts: Vec::new(),
        };
    };
    Help {
        region: directory.region.to_owned(),
        name: directory.name.clone(),
        dated: directory.dated.to_string(),
        reviewed_by: directory.reviewed_by().map(str::to_owned),
        emergency: directory
            .emergency
            .iter()
            .map(|id| catalogue.plain(id))
            .collect(),
        contacts: directory
            .contacts
            .iter()
            .map(|from| contact(from, catalogue))
            .collect(),
    }
}

fn contact(from: &Contact, catalogue: &Catalogue) -> HelpContact {
    HelpContact {
        name: from.name.clone(),
        about: Some(catalogue.plain(&from.about)),
        reach: from.reach.clone(),
        notes: from
            .notes
            .iter()
            .map(|note| match note.says {
                Claim::NotOnBill => catalogue.plain("help-note-not-on-bill"),
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::help::Note;

    #[test]
    fn a_call_that_stays_off_the_bill_is_said_where_a_source_says_so() {
        let mut from = Contact {
            name: "A service".to_owned(),
            about: "help-about-men".to_owned(),
            reach: vec!["0808".to_owned()],
            notes: Vec::new(),
        };
        let english = Catalogue::en_gb();
        assert!(contact(&from, &english).notes.is_empty());
        from.notes.push(Note {
            says: Claim::NotOnBill,
            source: "https://example.org".to_owned(),
            read: date(2026, 11, 22),
        });
        assert_eq!(
            contact(&from, &english).notes,
            ["A call to this number does not show on a bill."]
        );
    }

    #[test]
    fn an_unknown_region_gives_no_numbers_and_says_so() {
        let help = directory("atlantis", &Catalogue::en_gb());
        assert!(help.contacts.is_empty());
        assert!(help.emergency.concat().contains("atlantis"));
    }
}
