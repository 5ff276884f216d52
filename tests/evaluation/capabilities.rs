//! What 14 products do, under names that no list has.
//!
//! Each column of Table 2 of "No Privacy Among Spies" (PoPETs 2023) becomes one app among the ninety ordinary
//! ones of a phone, three of which are worth a look themselves: a capability becomes the permission, power or way of hiding that it needs on Android. The
//! name, label and signer are invented, which is the same as taking the family off the list; that no indicator
//! fires is checked. The table says what a product can do, not how: the choices are beside each row below.

use std::fmt;

use rushlight_core::detect::Outcome;
use rushlight_core::report::Report;
use rushlight_core::snapshot::{Hiding, PowerKind};

use super::harmless;
use super::look::{self, Signatures};
use super::made::{From, Made, PLAY, Phone, made};
use super::published::{Product, Published};
use super::{share, special};

/// How much of the app the evidence shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seen {
    /// Everything that a bug report shows, and the app came from a file.
    All,
    /// The same, with a name that sounds like a part of the system.
    NamedLikeTheSystem,
    /// Neither an accessibility service nor a notification listener is switched on.
    WithoutServices,
    /// No app's permissions, events, target or hiding: an acquisition without dumpsys, with its settings.
    PowersOnly,
    /// The installer field was forged to say Google Play (`pm install -i`).
    AsFromAStore,
}

impl Seen {
    const ALL: [Self; 5] = [
        Self::All,
        Self::NamedLikeTheSystem,
        Self::WithoutServices,
        Self::PowersOnly,
        Self::AsFromAStore,
    ];
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::All => "everything, from a file",
            Self::NamedLikeTheSystem => "the same, named like a part of the system",
            Self::WithoutServices => "no accessibility service, no notification listener",
            Self::PowersOnly => "powers only (no dumpsys)",
            Self::AsFromAStore => "everything, installer forged to Google Play",
        })
    }
}

/// The 14 phones of one kind.
pub(crate) struct Capabilities {
    pub(crate) seen: Seen,
    pub(crate) phones: usize,
    pub(crate) worth_a_look: usize,
    pub(crate) first: usize,
    /// Findings that say that the app behaves like such software: more than one of its powers by itself.
    pub(crate) joined: usize,
    pub(crate) missed: Vec<String>,
}

impl fmt::Display for Capabilities {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "| {} | {} | {} | {} | {} |",
            self.seen,
            self.phones,
            share(self.worth_a_look, self.phones),
            share(self.first, self.phones),
            share(self.joined, self.phones),
        )
    }
}

pub(crate) fn measure(published: &Published, signatures: &Signatures) -> Vec<Capabilities> {
    Seen::ALL
        .into_iter()
        .map(|seen| {
            let mut row = Capabilities {
                seen,
                phones: 0,
                worth_a_look: 0,
                first: 0,
                joined: 0,
                missed: Vec::new(),
            };
            for (number, product) in (1u64..).zip(&published.products) {
                look_at(&mut row, product, number, signatures);
            }
            row
        })
        .collect()
}

fn look_at(row: &mut Capabilities, product: &Product, number: u64, signatures: &Signatures) {
    let id = match row.seen {
        Seen::NamedLikeTheSystem => format!("com.android.made{number}"),
        _ => format!("org.made.app{number}"),
    };
    let mut phone = Phone::new();
    harmless::base(&mut phone, number, signatures);
    noise(&mut phone, signatures);
    phone.install(&app(product, row.seen, &id));
    let mut snapshot = phone.snapshot();
    if row.seen == Seen::PowersOnly {
        for app in &mut snapshot.apps {
            app.permissions = Default::default();
            app.hiding.clear();
            app.broadcasts.clear();
            app.target_sdk = None;
            app.labels.clear();
        }
    }
    let report = look::report(&snapshot, &signatures.bundle);
    row.phones += 1;
    let own = report.findings.iter().position(|it| it.subject.id == id);
    let Some(place) = own else {
        row.missed.push(format!("{} not raised", product.name));
        return;
    };
    let finding = &report.findings[place];
    assert_eq!(finding.outcome, Outcome::WorthALook, "{}", product.name);
    assert!(
        finding.because.iter().all(|it| it.indicator.is_none()),
        "{}: an indicator fired on an invented name",
        product.name
    );
    row.worth_a_look += 1;
    row.joined += usize::from(finding.because.len() > 1);
    if place == 0 {
        row.first += 1;
    } else {
        row.missed
            .push(format!("{} behind {}", product.name, above(&report, place)));
    }
}

/// Ordinary apps that are worth a look by themselves: coming first among them is worth something.
fn noise(phone: &mut Phone, signatures: &Signatures) {
    special::screen_reader_from_file(phone, signatures);
    special::keyboard(phone, signatures);
    phone.install(&made("com.anydesk.anydeskandroid", "AnyDesk", PLAY));
}

fn above(report: &Report, place: usize) -> String {
    let ids: Vec<&str> = report.findings[..place]
        .iter()
        .map(|finding| finding.subject.id.as_str())
        .collect();
    ids.join(", ")
}

/// Products that click their own permission dialogs through an accessibility service (section 3.3).
const CLICKS: [&str; 7] = [
    "Clevguard",
    "HoverWatch",
    "iKeyMonitor",
    "Meuspy",
    "Spyhuman",
    "Spy24",
    "TheTruthSpy",
];

/// The app of one product.
fn app<'a>(product: &'a Product, seen: Seen, id: &'a str) -> Made<'a> {
    let label = match seen {
        Seen::NamedLikeTheSystem => "System Service",
        _ => "Notes",
    };
    let from = match seen {
        Seen::AsFromAStore => PLAY,
        _ => From::File,
    };
    let mut app = Made {
        target_sdk: product.target_sdk,
        ..made(id, label, from)
    };
    let services = seen != Seen::WithoutServices;
    if services && CLICKS.contains(&product.name.as_str()) {
        app.powers.push(PowerKind::Accessibility);
    }
    for capability in &product.can {
        match capability.as_str() {
            "Ambient Recording" | "Invisible microphone access" => {
                app.granted.push("android.permission.RECORD_AUDIO");
            }
            "Calendar" => app.granted.push("android.permission.READ_CALENDAR"),
            "Call Logs" => app.granted.push("android.permission.READ_CALL_LOG"),
            // Needs no permission before Android 10.
            "Clipboard" => {}
            "Contacts" => app.granted.push("android.permission.READ_CONTACTS"),
            "Info of Other Applications" => {
                app.granted.push("android.permission.QUERY_ALL_PACKAGES");
            }
            "Location" => {
                app.granted.push("android.permission.ACCESS_FINE_LOCATION");
                app.granted
                    .push("android.permission.ACCESS_BACKGROUND_LOCATION");
            }
            "Network Info" => app.granted.push("android.permission.ACCESS_WIFI_STATE"),
            "Phone Info" => app.granted.push("android.permission.READ_PHONE_STATE"),
            "SMS or MMS" => {
                app.granted.push("android.permission.READ_SMS");
                app.granted.push("android.permission.RECEIVE_SMS");
            }
            "Shared Media Files" => app.granted.push("android.permission.READ_EXTERNAL_STORAGE"),
            "Invisible camera access" => app.granted.push("android.permission.CAMERA"),
            // Messages of other apps: nine of the 14 read them from notifications, others through an
            // accessibility service or root. The listener is the least of these.
            "Accessing protected data" => {
                if services {
                    app.powers.push(PowerKind::NotificationListener);
                }
            }
            "Taking screenshots" => app.powers.push(PowerKind::ScreenCapture),
            // Section 3.3: how these two hide on Android 12.
            "Hiding app icon" => app.hiding.push(match product.name.as_str() {
                "Spy24" => Hiding::TelevisionOnly,
                "Meuspy" => Hiding::NoLauncherEntry,
                _ => Hiding::LauncherSwitchedOff,
            }),
            "Launching a hidden app" => {
                app.broadcasts
                    .push("android.intent.action.NEW_OUTGOING_CALL");
            }
            "Hide from recents screen" => app.hiding.push(Hiding::LeftOutOfRecents),
            "Obscuring the uninstallation process" => app.powers.push(PowerKind::DeviceAdmin),
            "Creating \"diehard\" services" => {
                app.broadcasts.push("android.intent.action.BOOT_COMPLETED");
            }
            other => unreachable!("a capability that no fact was chosen for: {other}"),
        }
    }
    app
}
