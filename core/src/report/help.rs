//! Who helps, and how to reach them: England and Wales. Data, so that a new number is one line.

use super::schema::{Help, HelpContact};
use crate::text::Catalogue;

/// The directory of a region.
pub(super) fn directory(region: &str, catalogue: &Catalogue) -> Help {
    Help {
        region: region.to_owned(),
        name: "England and Wales".to_owned(),
        dated: AS_OF.to_owned(),
        reviewed_by: None,
        emergency: vec![catalogue.plain("help-danger")],
        contacts: CONTACTS
            .iter()
            .map(|contact| HelpContact {
                name: catalogue.plain(contact.message),
                about: None,
                reach: vec![contact.reach.to_owned()],
                notes: Vec::new(),
            })
            .collect(),
    }
}

/// One place to turn to.
struct Contact {
    /// The message with its name.
    message: &'static str,
    /// The number or the address.
    reach: &'static str,
}

/// The day on which the numbers were last looked at.
const AS_OF: &str = "2026-11-22";

/// In the order of the report.
const CONTACTS: &[Contact] = &[
    contact("help-999", "999"),
    contact("help-101", "101"),
    contact("help-stalking", "0808 802 0300"),
    contact("help-domestic-abuse", "0808 2000 247"),
    contact("help-paladin", "020 3866 4107"),
    contact("help-mankind", "01823 334 244"),
    contact("help-galop", "0800 999 5428"),
    contact("help-respect", "0808 802 4040"),
    contact("help-karma-nirvana", "0800 5999 247"),
    contact("help-cyber", "www.thecyberhelpline.com"),
];

const fn contact(message: &'static str, reach: &'static str) -> Contact {
    Contact { message, reach }
}
