//! One app of an iPhone: how it came, what it may do, what it used, and whether that is worth a look.
//!
//! | it came | worth a look |
//! |---|---|
//! | outside any store | always; **behaves like** where it may watch and a restriction hides it |
//! | TestFlight, another store | with a VPN, a filter or a service for names; else as from the store |
//! | a device management | as from the store; a keyboard, a VPN and a filter of the employer explain themselves |
//! | the store, or unknown | used camera, microphone or screen at night or in the background, or the location on three nights, which no known job needs; a keyboard with full access that is not well known; another account fetched it and traffic or typing passes through it |

use std::collections::{BTreeMap, BTreeSet};

use super::known::{Job, jobs};
use super::night::{self, Used};
use super::{because, came_with_the_phone};
use crate::detect::behaviour::{Judged, Phone, Verdict, arranged};
use crate::detect::{Basis, Because, Sign};
use crate::snapshot::{App, AppState, Channel, Hiding, Observed, PowerKind, Sensor};

/// Four kinds of private things or more are many, as on Android (H13).
const CLUSTER: usize = 4;

/// Looks at all entries of one app.
pub(in crate::detect) fn judge(entries: &[&App], phone: &Phone<'_>) -> Judged {
    let own = entries.iter().any(|app| came_with_the_phone(app));
    let mut seen = Seen::new(entries, phone);
    seen.powers(entries);
    if own {
        return Judged {
            verdict: None,
            because: arranged(seen.because),
            can: seen.can,
        };
    }
    seen.origin(entries, phone);
    seen.permissions(entries);
    for hiding in entries.iter().flat_map(|app| &app.hiding) {
        let sign = Sign::Hidden(hiding.value);
        let reason = because(sign, hiding.value.as_str(), &hiding.provenance);
        seen.because.push(reason);
        seen.is_hidden |= hiding.value == Hiding::HiddenByRestriction;
    }
    let Used { because, is_odd } = night::uses(entries, &seen.jobs, phone.ios.zone.as_ref());
    seen.can.extend(because.iter().filter_map(of_use));
    seen.because.extend(because);
    seen.uses_odd = is_odd;
    let is_there = entries.iter().any(|app| app.state == AppState::Installed);
    Judged {
        verdict: seen.verdict(is_there),
        because: arranged(seen.because),
        can: seen.can,
    }
}

/// Everything that the table asks.
struct Seen {
    channel: Option<Channel>,
    jobs: Vec<Job>,
    /// It may use something private, or sees what is typed.
    may_watch: bool,
    is_hidden: bool,
    other_account: bool,
    /// Internet traffic, or the names that are looked up, pass through it.
    carries_traffic: bool,
    keyboard_network: bool,
    uses_odd: bool,
    because: Vec<Because>,
    can: BTreeSet<&'static str>,
}

impl Seen {
    fn new(entries: &[&App], phone: &Phone<'_>) -> Self {
        // The odder way counts: its order is that of the list.
        let channel = channel(entries).map(|channel| channel.value);
        let id = entries.first().map_or("", |app| app.id.as_str());
        Self {
            channel,
            jobs: jobs(id, channel, phone.bundle),
            may_watch: false,
            is_hidden: false,
            other_account: false,
            carries_traffic: false,
            keyboard_network: false,
            uses_odd: false,
            because: Vec::new(),
            can: BTreeSet::new(),
        }
    }

    fn powers(&mut self, entries: &[&App]) {
        for app in entries {
            for power in &app.powers {
                let kind = power.value.kind;
                self.because.push(Because {
                    basis: Basis::Power(kind),
                    observed: power.value.component.as_ref().unwrap_or(&app.id).clone(),
                    provenance: power.provenance.clone(),
                });
                match kind {
                    PowerKind::Vpn | PowerKind::DnsProxy => self.carries_traffic = true,
                    PowerKind::ContentFilter => {
                        self.carries_traffic = true;
                        self.can.insert("web_history");
                    }
                    PowerKind::Keyboard => {
                        self.can.insert("keystrokes");
                    }
                    // No app of an iPhone can have one of these.
                    PowerKind::Accessibility
                    | PowerKind::DeviceAdmin
                    | PowerKind::DeviceOwner
                    | PowerKind::ProfileOwner
                    | PowerKind::NotificationListener
                    | PowerKind::SmsRole
                    | PowerKind::DialerRole
                    | PowerKind::AssistantRole
                    | PowerKind::CallScreeningRole
                    | PowerKind::UsageAccess
                    | PowerKind::Overlay
                    | PowerKind::InstallApps
                    | PowerKind::ScreenCapture
                    | PowerKind::AllFiles
                    | PowerKind::RestrictedSettings
                    | PowerKind::BatteryExempt => {}
                }
            }
        }
    }

    fn origin(&mut self, entries: &[&App], phone: &Phone<'_>) {
        if let Some(channel) = channel(entries) {
            let sign = match channel.value {
                Channel::OutsideStore => Some(Sign::OutsideStore),
                Channel::TestFlight => Some(Sign::TestFlight),
                Channel::OtherStore => Some(Sign::OtherStore),
                Channel::Managed => Some(Sign::ManagedApp),
                Channel::AppStore | Channel::Factory => None,
            };
            if let Some(sign) = sign {
                let observed = channel.value.as_str();
                self.because
                    .push(because(sign, observed, &channel.provenance));
            }
        }
        for account in entries
            .iter()
            .filter_map(|app| app.install.account.as_ref())
        {
            if phone.ios.is_odd(&account.value) {
                self.other_account = true;
                let reason = because(Sign::OtherAccount, &account.value, &account.provenance);
                self.because.push(reason);
            }
        }
    }

    fn permissions(&mut self, entries: &[&App]) {
        for granted in entries
            .iter()
            .filter_map(|app| app.permissions.granted.as_ref())
        {
            let things: BTreeMap<&'static str, &str> = granted
                .value
                .iter()
                .filter_map(|service| Some((private_thing(service)?, service.as_str())))
                .collect();
            if granted.value.contains("kTCCServiceKeyboardNetwork") {
                self.keyboard_network = true;
                self.may_watch = true;
                self.can.insert("keystrokes");
                self.because.push(because(
                    Sign::KeyboardNetwork,
                    "kTCCServiceKeyboardNetwork",
                    &granted.provenance,
                ));
            }
            if things.is_empty() {
                continue;
            }
            self.may_watch = true;
            self.can.extend(things.keys().copied());
            // Apps of the store ask their person for many things, and are none the odder for it.
            let many = things.len() >= CLUSTER && self.channel == Some(Channel::OutsideStore);
            let sign = if many {
                Sign::PermissionCluster
            } else {
                Sign::PrivateThings
            };
            let names: Vec<&str> = things.values().copied().collect();
            self.because
                .push(because(sign, names.join(" "), &granted.provenance));
        }
    }

    /// The table: the only place where everything meets.
    fn verdict(&self, is_there: bool) -> Option<Verdict> {
        let look = |said: bool| said.then_some(Verdict::WorthALook);
        // A record of what an app used stays when the app is gone, and some evidence has nothing else.
        let used = self.uses_odd;
        if !is_there {
            return look(used);
        }
        let keyboard = self.keyboard_network && !self.jobs.contains(&Job::Keyboard);
        let account = self.other_account && (self.carries_traffic || self.keyboard_network || used);
        match self.channel {
            Some(Channel::OutsideStore) if self.is_hidden && self.may_watch => {
                Some(Verdict::BehavesLike)
            }
            Some(Channel::OutsideStore) => Some(Verdict::WorthALook),
            Some(Channel::TestFlight | Channel::OtherStore) => {
                look(used || keyboard || account || self.carries_traffic)
            }
            Some(Channel::Managed) => look(used),
            Some(Channel::AppStore | Channel::Factory) | None => look(used || keyboard || account),
        }
    }
}

fn channel<'a>(entries: &[&'a App]) -> Option<&'a Observed<Channel>> {
    let channels = entries
        .iter()
        .filter_map(|app| app.install.channel.as_ref());
    channels.max_by_key(|channel| channel.value)
}

/// The private thing that a service of iOS opens (`tccd`, as `TCC.db` writes them), as a word of `CAPABILITIES`.
/// Adding a picture, motion, Bluetooth and the like show nobody's life, and are left out.
fn private_thing(service: &str) -> Option<&'static str> {
    Some(match service.strip_prefix("kTCCService")? {
        "Microphone" => "microphone",
        "Camera" => "camera",
        "Photos" => "photos",
        "AddressBook" | "ContactsFull" | "ContactsLimited" => "contacts",
        "Calendar" => "calendar",
        "Location" | "LocationAlways" | "LocationWhenInUse" => "location",
        "ScreenCapture" => "screen",
        _ => return None,
    })
}

/// What a use shows that the app can do.
fn of_use(because: &Because) -> Option<&'static str> {
    use crate::detect::sign::Nightly;
    match because.basis {
        Basis::Sign(Sign::Night(nightly)) => Some(match nightly {
            Nightly::Camera => "camera",
            Nightly::Microphone => "microphone",
            Nightly::Screen => "screen",
            Nightly::Location => "location",
        }),
        Basis::Sign(Sign::Background(sensor)) => match sensor {
            Sensor::Camera => Some("camera"),
            Sensor::Microphone => Some("microphone"),
            Sensor::Location => Some("location"),
            Sensor::Screen => Some("screen"),
            Sensor::Messages => Some("messages"),
            Sensor::CallLog => Some("call_log"),
            Sensor::Contacts => Some("contacts"),
            Sensor::Photos => Some("photos"),
            Sensor::MediaLibrary => None,
        },
        Basis::Sign(_) | Basis::Power(_) | Basis::Indicator(_) | Basis::SelfDeclared => None,
    }
}
