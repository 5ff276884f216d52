//! What the phone had to allow, or what is switched on, so that it could be read over a debugging connection.

/// One such thing. It stands in an [`Action`](crate::snapshot::Action) by its word; the words for people are
/// in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The phone accepted this computer's debugging key, now or earlier.
    KeyTrusted,
    /// The developer options are switched on. Nobody knows by whom.
    DeveloperOptionsOn,
    /// Debugging is switched on. Nobody knows by whom.
    UsbDebuggingOn,
    /// Debugging over the network is switched on. Nobody knows by whom.
    WirelessDebuggingOn,
    /// The examiner chose to read the phone although its wireless debugging has a hole (CVE-2026-0073).
    WirelessHoleAccepted,
}

impl Change {
    /// Every one.
    pub const ALL: [Self; 5] = [
        Self::KeyTrusted,
        Self::DeveloperOptionsOn,
        Self::UsbDebuggingOn,
        Self::WirelessDebuggingOn,
        Self::WirelessHoleAccepted,
    ];

    /// The word used in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::KeyTrusted => "adb_key_trusted",
            Self::DeveloperOptionsOn => "developer_options_on",
            Self::UsbDebuggingOn => "usb_debugging_on",
            Self::WirelessDebuggingOn => "wireless_debugging_on",
            Self::WirelessHoleAccepted => "wireless_hole_accepted",
        }
    }

    /// The one of this word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == word)
    }

    /// Whether it is something on the phone that is not as it was shipped; the last is a choice only.
    #[must_use]
    pub fn is_change(self) -> bool {
        self != Self::WirelessHoleAccepted
    }
}
