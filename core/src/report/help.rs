//! Who helps, and how to reach them: England and Wales. Data, so that a new number is one line.

/// One place to turn to.
pub(super) struct Contact {
    /// The message with its name.
    pub(super) message: &'static str,
    /// The number or the address.
    pub(super) reach: &'static str,
}

/// The day on which the numbers were last looked at.
pub(super) const AS_OF: &str = "2026-11-22";

/// In the order of the report.
pub(super) const CONTACTS: &[Contact] = &[
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
