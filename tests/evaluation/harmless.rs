//! Phones on which nothing is wrong, each with ninety ordinary apps and one thing that a rule could mistake:
//! seeded, so that a figure can be taken again.

use std::collections::BTreeMap;
use std::fmt;

use rushlight_core::detect::Outcome;
use rushlight_core::digest::Sha256;
use rushlight_core::snapshot::{Hiding, PowerKind, Snapshot};

use super::look::{self, Signatures};
use super::made::{From, Made, PLAY, Phone, Seeded, made};
use super::published::Published;
use super::special::VARIANTS;
use super::store_apps::{APPS, For};

/// Ordinary apps on every made phone.
pub(crate) const BASE: usize = 90;

/// One phone, or several of a kind, and what was raised.
pub(crate) struct Harmless {
    pub(crate) phone: &'static str,
    pub(crate) phones: usize,
    pub(crate) apps: usize,
    pub(crate) matches: usize,
    /// The most that one phone has.
    pub(crate) looks: usize,
    /// Subjects of the findings with what they rest on, and on how many phones.
    raised: BTreeMap<String, usize>,
    /// How many may be worth a look; no limit for the list of preinstalled names, which no one phone has.
    pub(crate) allowed: Option<usize>,
}

impl fmt::Display for Harmless {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A row of a table stays readable.
        const SHOWN: usize = 12;
        let mut raised: Vec<String> = self
            .raised
            .iter()
            .take(SHOWN)
            .map(|(what, phones)| match phones {
                1 => what.clone(),
                phones => format!("{what} on {phones} phones"),
            })
            .collect();
        if let Some(more) = self.raised.len().checked_sub(SHOWN + 1) {
            raised.push(format!("and {} more", more + 1));
        }
        write!(
            f,
            "| {} | {} | {} | {} | {} | {} |",
            self.phone,
            self.phones,
            self.apps,
            self.matches,
            self.looks,
            raised.join("; ")
        )
    }
}

pub(crate) fn measure(published: &Published, signatures: &Signatures) -> Vec<Harmless> {
    let one = |name, number: usize| {
        let mut phone = Phone::new();
        base(&mut phone, number as u64 + 1, signatures);
        let (_, change) = VARIANTS[number];
        change(&mut phone, signatures);
        (name, phone.snapshot())
    };
    let mut rows = Vec::new();
    for (number, (name, _)) in VARIANTS.iter().enumerate() {
        let (name, snapshot) = one(*name, number);
        let mut row = Harmless::new(name, Some(1));
        row.add(&snapshot, signatures);
        rows.push(row);
    }
    for (name, strip) in STRIPPED {
        let mut row = Harmless::new(name, Some(1));
        for number in 0..VARIANTS.len() {
            let (_, mut snapshot) = one(name, number);
            strip(&mut snapshot);
            row.add(&snapshot, signatures);
        }
        rows.push(row);
    }
    let mut row = Harmless::new("fifty other choices of ordinary apps", Some(1));
    for seed in 100..150 {
        let mut phone = Phone::new();
        base(&mut phone, seed, signatures);
        row.add(&phone.snapshot(), signatures);
    }
    rows.push(row);
    let mut row = Harmless::new("every preinstalled name of UAD-ng", None);
    row.add(&preinstalled(&published.preinstalled), signatures);
    rows.push(row);
    rows
}

impl Harmless {
    fn new(phone: &'static str, allowed: Option<usize>) -> Self {
        Self {
            phone,
            phones: 0,
            apps: 0,
            matches: 0,
            looks: 0,
            raised: BTreeMap::new(),
            allowed,
        }
    }

    /// Checks one more phone of this kind.
    fn add(&mut self, snapshot: &Snapshot, signatures: &Signatures) {
        let report = look::report(snapshot, &signatures.bundle);
        self.phones += 1;
        self.apps += snapshot.apps.len();
        self.matches += usize::try_from(report.summary.matches).unwrap();
        let looks = report.findings.iter();
        let looks = looks.filter(|it| it.outcome == Outcome::WorthALook).count();
        self.looks = self.looks.max(looks);
        for finding in &report.findings {
            let why: Vec<&str> = finding
                .because
                .iter()
                .filter_map(|it| match &it.indicator {
                    Some(indicator) => Some(indicator.kind.as_str()),
                    None => it.power.as_deref().or(it.sign.as_deref()),
                })
                .collect();
            let what = format!("`{}` ({})", finding.subject.id, why.join(", "));
            *self.raised.entry(what).or_default() += 1;
        }
    }
}

/// Puts the system and ninety ordinary apps from the store on a phone.
pub(crate) fn base(phone: &mut Phone, seed: u64, signatures: &Signatures) {
    let mut seeded = Seeded::new(seed);
    for made in system() {
        phone.install(&Made {
            signer: signer_of(made.id, signatures),
            ..made
        });
    }
    let skip = seeded.below(APPS.len());
    for number in 0..BASE {
        let (id, label, purpose) = APPS[(skip + number) % APPS.len()];
        // What a phone with Google has from the beginning is an app of the system, updated from the store.
        let from = match COMES_WITH_GOOGLE.contains(&id) {
            true => From::Phone,
            false => PLAY,
        };
        let mut app = known(id, label, from, signatures);
        // Most people allow most of what an app they like asks for.
        app.granted = purpose
            .permissions()
            .iter()
            .copied()
            .filter(|_| seeded.below(10) < 7)
            .collect();
        app.granted.push("android.permission.INTERNET");
        app.powers
            .extend(purpose.power().filter(|_| seeded.below(10) < 2));
        if seeded.below(10) == 0 {
            app.hiding.push(Hiding::NotificationsMuted);
        }
        if seeded.below(2) == 0 {
            app.broadcasts.push("android.intent.action.BOOT_COMPLETED");
        }
        app.target_sdk = 30 + u32::try_from(seeded.below(6)).unwrap();
        phone.install(&app);
    }
}

const COMES_WITH_GOOGLE: [&str; 8] = [
    "com.android.chrome",
    "com.google.android.apps.docs",
    "com.google.android.apps.maps",
    "com.google.android.apps.photos",
    "com.google.android.apps.tachyon",
    "com.google.android.apps.walletnfcrel",
    "com.google.android.gm",
    "com.google.android.youtube",
];

/// An app with its real signer, where a list of ours has it.
pub(crate) fn known<'a>(
    id: &'a str,
    label: &'a str,
    from: From,
    signatures: &Signatures,
) -> Made<'a> {
    Made {
        signer: signer_of(id, signatures),
        ..made(id, label, from)
    }
}

fn signer_of(id: &str, signatures: &Signatures) -> Option<Sha256> {
    let known = signatures.bundle.known_apps(id).iter();
    known.filter_map(|app| app.signer).next()
}

/// What every Android phone has, with the powers that it needs.
fn system() -> Vec<Made<'static>> {
    let with = |id, label, powers: &[PowerKind], granted: &[&'static str]| Made {
        powers: powers.to_vec(),
        granted: granted.to_vec(),
        ..made(id, label, From::Phone)
    };
    let hidden = |app: Made<'static>| Made {
        hiding: vec![Hiding::NoLauncherEntry],
        broadcasts: vec!["android.intent.action.BOOT_COMPLETED"],
        ..app
    };
    const CALLS: [&str; 6] = [
        "android.permission.READ_CALL_LOG",
        "android.permission.READ_CONTACTS",
        "android.permission.READ_SMS",
        "android.permission.RECORD_AUDIO",
        "android.permission.CAMERA",
        "android.permission.ACCESS_FINE_LOCATION",
    ];
    vec![
        with("com.android.settings", "Settings", &[], &CALLS),
        with(
            "com.android.vending",
            "Google Play Store",
            &[PowerKind::InstallApps],
            &[],
        ),
        with(
            "com.google.android.dialer",
            "Phone",
            &[PowerKind::DialerRole],
            &CALLS,
        ),
        with(
            "com.google.android.apps.messaging",
            "Messages",
            &[PowerKind::SmsRole],
            &CALLS,
        ),
        with(
            "com.google.android.googlequicksearchbox",
            "Google",
            &[PowerKind::AssistantRole],
            &CALLS,
        ),
        with(
            "com.google.android.inputmethod.latin",
            "Gboard",
            &[PowerKind::Keyboard],
            &[],
        ),
        with(
            "com.google.android.apps.nexuslauncher",
            "Pixel Launcher",
            &[PowerKind::NotificationListener],
            &[],
        ),
        hidden(with(
            "com.android.systemui",
            "System UI",
            &[PowerKind::Overlay],
            &CALLS,
        )),
        hidden(with(
            "com.google.android.gms",
            "Google Play services",
            &[
                PowerKind::DeviceAdmin,
                PowerKind::BatteryExempt,
                PowerKind::UsageAccess,
            ],
            &CALLS,
        )),
        hidden(with(
            "com.google.android.projection.gearhead",
            "Android Auto",
            &[PowerKind::NotificationListener],
            &CALLS,
        )),
        hidden(with(
            "com.google.android.packageinstaller",
            "Package installer",
            &[PowerKind::InstallApps],
            &[],
        )),
        hidden(with(
            "com.android.providers.telephony",
            "Phone and Messaging Storage",
            &[],
            &CALLS,
        )),
    ]
}

type Strip = fn(&mut Snapshot);

/// Every phone again, with less known of it.
const STRIPPED: [(&str, Strip); 5] = [
    (
        "moved from another phone: no installer anywhere",
        |snapshot| {
            for app in &mut snapshot.apps {
                app.install = Default::default();
            }
        },
    ),
    (
        "apps of the system signed by the phone's maker",
        |snapshot| {
            for app in &mut snapshot.apps {
                if app.system == Some(true) {
                    for signer in &mut app.signers {
                        signer.sha256 = Some(Sha256::of(b"maker"));
                    }
                }
            }
        },
    ),
    ("an acquisition without dumpsys: powers only", |snapshot| {
        for app in &mut snapshot.apps {
            app.permissions = Default::default();
            app.hiding.clear();
            app.broadcasts.clear();
            app.target_sdk = None;
            app.labels.clear();
        }
    }),
    ("a bug report only: no signers, no labels", |snapshot| {
        for app in &mut snapshot.apps {
            app.signers.clear();
            app.labels.clear();
        }
    }),
    ("a bug report of a moved phone: neither", |snapshot| {
        for app in &mut snapshot.apps {
            app.signers.clear();
            app.labels.clear();
            app.install = Default::default();
        }
    }),
];

/// Every name that comes with some phone, each with what such apps have: an app of the system, often without
/// an icon, and here and there a power.
fn preinstalled(names: &[String]) -> Snapshot {
    let mut phone = Phone::new();
    let mut seeded = Seeded::new(5370);
    const POWERS: [PowerKind; 6] = [
        PowerKind::Accessibility,
        PowerKind::DeviceAdmin,
        PowerKind::NotificationListener,
        PowerKind::UsageAccess,
        PowerKind::Overlay,
        PowerKind::BatteryExempt,
    ];
    for name in names {
        let mut app = made(name, name, From::Phone);
        if seeded.below(10) == 0 {
            app.powers.push(POWERS[seeded.below(POWERS.len())]);
        }
        if seeded.below(2) == 0 {
            app.hiding.push(Hiding::NoLauncherEntry);
        }
        app.granted = For::Messages
            .permissions()
            .iter()
            .copied()
            .filter(|_| seeded.below(4) == 0)
            .collect();
        phone.install(&app);
    }
    phone.snapshot()
}
