//! A family: one product or code base of tracking software, or of something near it.

use serde::{Deserialize, Serialize};

macro_rules! words {
    ($name:ident { $($variant:ident => $word:literal),+ $(,)? }) => {
        impl $name {
            /// Every value, in the order of this list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word used in files.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }

            /// The value for a word, or none for a word that we do not know.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}
pub(super) use words;

/// Our own word for what a family is for. With the strength of an indicator it decides the words of a
/// finding, in one exhaustive `match` in [`crate::detect`]. A word that is not here refuses the bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Made to watch another person in secret.
    Stalkerware,
    /// Made for states, bought at a high price.
    Mercenary,
    /// Lets somebody control a phone from afar, in secret or not caring about it.
    RemoteAccess,
    /// Parental, employer or device management, made to be seen.
    Monitoring,
    /// Made to find or lock one's own lost phone.
    LostPhoneFinder,
    /// An ordinary app that can also be used to watch.
    DualUse,
}

words!(Category {
    Stalkerware => "stalkerware",
    Mercenary => "mercenary",
    RemoteAccess => "remote_access",
    Monitoring => "monitoring",
    LostPhoneFinder => "lost_phone_finder",
    DualUse => "dual_use",
});

/// Whether the product is still sold. Phones keep software of vendors that are gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Sold or offered.
    Active,
    /// Gone.
    Defunct,
    /// Nobody has looked.
    Unknown,
}

words!(Status {
    Active => "active",
    Defunct => "defunct",
    Unknown => "unknown",
});

/// The systems a family runs on, as far as its indicators show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Platforms {
    /// Android.
    pub android: bool,
    /// iOS.
    pub ios: bool,
}

/// One family as the bundle holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Family {
    /// Stable, lower-case, `[a-z0-9-]`: `thetruthspy`.
    pub id: String,
    /// The name a person would know.
    pub name: String,
    /// Other names and brands, sorted.
    pub aliases: Vec<String>,
    /// Our own category.
    pub category: Category,
    /// Whether it is still sold.
    pub status: Status,
    /// What it can do, as words of [`schema::CAPABILITIES`](super::schema::CAPABILITIES), sorted.
    /// Empty means that nobody has written it down.
    pub capabilities: Vec<String>,
}
