//! Jobs that need a microphone at night or a keyboard with full access: an app from the store that is known for
//! such a job is nothing to look at.
//!
//! Two apps of one phone cannot share a bundle identifier, and in the store an identifier has one owner; so the
//! name counts unless the evidence says that the app came another way.

use crate::signatures::{Bundle, KnownAppRole};
use crate::snapshot::{Channel, Sensor};

/// What an honest job needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Job {
    /// Calls and messages.
    Calls,
    /// Maps, ways, fitness, weather.
    Places,
    /// Watches over sleep.
    Sleep,
    /// A keyboard.
    Keyboard,
}

/// By the bundle identifiers that their makers publish.
const KNOWN: [(&str, Job); 26] = [
    ("ch.threema.iapp", Job::Calls),
    ("com.accuweather.iphone", Job::Places),
    ("com.facebook.Messenger", Job::Calls),
    ("com.google.Maps", Job::Places),
    ("com.google.Tachyon", Job::Calls),
    ("com.google.keyboard", Job::Keyboard),
    ("com.grammarly.keyboard", Job::Keyboard),
    ("com.hammerandchisel.discord", Job::Calls),
    ("com.lexwarelabs.goodmorning", Job::Sleep),
    ("com.microsoft.skype.teams", Job::Calls),
    ("com.skype.skype", Job::Calls),
    ("com.strava.stravaride", Job::Places),
    ("com.tencent.xin", Job::Calls),
    ("com.toyopagroup.picaboo", Job::Calls),
    ("com.touchtype.swiftkey", Job::Keyboard),
    ("com.ubercab.UberClient", Job::Places),
    ("com.viber", Job::Calls),
    ("com.waze.iphone", Job::Places),
    ("com.weather.TWC", Job::Places),
    ("jp.naver.line", Job::Calls),
    ("net.whatsapp.WhatsApp", Job::Calls),
    ("net.whatsapp.WhatsAppSMB", Job::Calls),
    ("org.whispersystems.signal", Job::Calls),
    ("ph.telegra.Telegraph", Job::Calls),
    ("us.zoom.videomeetings", Job::Calls),
    ("com.ubercab.eats", Job::Places),
];

/// The jobs of an app that came this way.
pub(super) fn jobs(id: &str, channel: Option<Channel>, bundle: &Bundle) -> Vec<Job> {
    match channel {
        None | Some(Channel::AppStore | Channel::Factory) => {}
        // A copy that somebody changed has the name of the app that it was.
        Some(
            Channel::OtherStore | Channel::TestFlight | Channel::Managed | Channel::OutsideStore,
        ) => return Vec::new(),
    }
    // The identifier of an app's part (its keyboard) begins with that of the app: iOS takes no other.
    let part_of = |known: &str| {
        id.strip_prefix(known)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let ours = KNOWN.iter().filter(|(known, _)| part_of(known));
    let listed = bundle.known_apps(id).iter().filter_map(|app| of(app.role));
    ours.map(|(_, job)| *job).chain(listed).collect()
}

fn of(role: KnownAppRole) -> Option<Job> {
    match role {
        KnownAppRole::Messenger => Some(Job::Calls),
        KnownAppRole::WatchCompanion | KnownAppRole::DeviceFinder => Some(Job::Places),
        KnownAppRole::Keyboard => Some(Job::Keyboard),
        KnownAppRole::ScreenReader
        | KnownAppRole::PasswordManager
        | KnownAppRole::Launcher
        | KnownAppRole::Browser
        | KnownAppRole::DeviceManager
        | KnownAppRole::Backup
        | KnownAppRole::Automation
        | KnownAppRole::Mail
        | KnownAppRole::Vpn
        | KnownAppRole::Store
        | KnownAppRole::SystemInstaller
        | KnownAppRole::Other => None,
    }
}

impl Job {
    /// Whether the job needs this, at night and while another app is in front.
    pub(super) fn uses(self, sensor: Sensor) -> bool {
        match self {
            Self::Calls => matches!(
                sensor,
                Sensor::Camera | Sensor::Microphone | Sensor::Location
            ),
            Self::Places => sensor == Sensor::Location,
            Self::Sleep => sensor == Sensor::Microphone,
            Self::Keyboard => false,
        }
    }
}
