//! Behaviour: software that is on no list, recognised by what it may do, how it keeps out of sight, and how
//! it came onto the phone.
//!
//! One app goes in with everything that the evidence says of it; signs and at most one verdict come out. A
//! verdict is never a Match: a list says what an app is, behaviour only what it could be. Signs are joined by
//! class and never counted, because each alone has an everyday explanation:
//!
//! - *watching*: an enabled accessibility service, an active device admin or owner, notification access, or
//!   four or more kinds of private things really granted ([`Sign::PermissionCluster`]). Asked for and not
//!   granted is nothing. A power that a known app needs for its job is not counted ([`known`](super::known)).
//! - *concealment*, in three degrees: slight (its notifications are muted, as people do), plain (no icon, as
//!   plug-ins have; a key that anybody can sign with), marked (its icon was switched off or is for
//!   televisions; a package or a name that passes for the system's; the package of a known app with another
//!   signer).
//! - *origin*: [`Origin`].
//!
//! | origin | watching and concealment | watching | marked concealment | else |
//! |---|---|---|---|---|
//! | outside a store | **behaves like** | worth a look | worth a look | worth a look with no icon or a public key and two supporting signs, or as a keyboard |
//! | from another app | **behaves like** | worth a look | worth a look | worth a look with any concealment or supporting sign |
//! | unknown | worth a look | nothing | only with another signer than the known app's | nothing |
//! | a store | worth a look, for marked concealment, or no icon and more than notification access | only as owner of the whole phone | nothing | nothing |
//!
//! From a store, a profile owner is a work profile, notification access without an icon is a watch's plug-in,
//! and muted notifications are somebody's peace: none of the three counts. Apps that came with the phone are
//! not judged. Nothing is ever exempt by a prefix of its name: 11.6 % of the packages on Echap's list begin
//! like the system's own. Sources of every sign: `docs/detection.md`.

use std::collections::{BTreeMap, BTreeSet};

use super::origin::{Origin, is_silent, origin};
use super::{Basis, Because, Sign, Weight, ios, known};
use crate::digest::Sha256;
use crate::signatures::{Bundle, KnownApp};
use crate::snapshot::{
    App, AppState, Hiding, Observed, Occurrence, Platform, PowerKind, Provenance, Sensor,
    SignerRole, Snapshot,
};

/// What behaviour says of an app. Ordered from strong to weak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    /// Not from a store, able to watch, and out of sight.
    BehavesLike,
    /// Two of these, or one that asks a question by itself.
    WorthALook,
}

/// What was seen of one app.
pub(super) struct Judged {
    pub(super) verdict: Option<Verdict>,
    /// Signs and powers, heaviest first.
    pub(super) because: Vec<Because>,
    /// What it can do as it is set up: words of `CAPABILITIES`.
    pub(super) can: BTreeSet<&'static str>,
}

/// The phone that apps are judged on, looked through once.
pub(super) struct Phone<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) bundle: &'a Bundle,
    apps: BTreeMap<&'a str, Vec<&'a App>>,
    history: BTreeMap<&'a str, Vec<&'a Occurrence>>,
    /// Certificates of the platform itself, the package `android`.
    platform: BTreeSet<Sha256>,
    platform_hashes: BTreeSet<&'a str>,
    /// Whether the evidence lists the apps that came with the phone.
    pub(super) lists_system_apps: bool,
    /// Whether most apps have no installer: a phone that was set up from another one. An empty field says
    /// nothing there.
    was_moved: bool,
    /// What is asked about an iPhone only.
    pub(super) ios: ios::Whole<'a>,
}

/// Fewer apps than these say nothing about the phone as a whole.
const ENOUGH_APPS: usize = 10;

/// Whether more than half of the apps that did not come with the phone have an empty installer field.
fn was_moved(apps: &[App]) -> bool {
    let added = apps
        .iter()
        .filter(|app| app.state == AppState::Installed && app.system != Some(true));
    let empty = added.clone().filter(|app| is_silent(app)).count();
    let added = added.count();
    added >= ENOUGH_APPS && empty * 2 > added
}

impl<'a> Phone<'a> {
    pub(super) fn new(snapshot: &'a Snapshot, bundle: &'a Bundle) -> Self {
        let mut apps: BTreeMap<&str, Vec<&App>> = BTreeMap::new();
        for app in &snapshot.apps {
            apps.entry(&app.id).or_default().push(app);
        }
        let mut history: BTreeMap<&str, Vec<&Occurrence>> = BTreeMap::new();
        for occurrence in &snapshot.history {
            history
                .entry(&occurrence.subject)
                .or_default()
                .push(occurrence);
        }
        let own = || apps.get("android").into_iter().flatten();
        Self {
            snapshot,
            bundle,
            platform: own().flat_map(|app| signers(app)).collect(),
            platform_hashes: own()
                .flat_map(|app| &app.certificate_hashes)
                .map(|hash| hash.value.as_str())
                .collect(),
            lists_system_apps: snapshot.apps.iter().any(|app| app.system == Some(true)),
            was_moved: was_moved(&snapshot.apps),
            ios: ios::Whole::new(snapshot),
            apps,
            history,
        }
    }

    /// Every entry of this package, one for each user of the phone.
    pub(super) fn apps(&self, id: &str) -> &[&'a App] {
        self.apps.get(id).map_or(&[], Vec::as_slice)
    }

    /// What happened to this subject.
    pub(super) fn history(&self, subject: &str) -> &[&'a Occurrence] {
        self.history.get(subject).map_or(&[], Vec::as_slice)
    }

    /// Whether the app is a known one by its key; none where its key was not read, or nobody knows the app.
    pub(super) fn is_known_by_signer(&self, app: &App) -> Option<bool> {
        let known = self.bundle.known_apps(&app.id);
        let mut wanted = known.iter().filter_map(|known| known.signer).peekable();
        let read: BTreeSet<Sha256> = signers(app).collect();
        if wanted.peek().is_none() || read.is_empty() {
            return None;
        }
        Some(wanted.any(|signer| read.contains(&signer)))
    }

    /// Whether the platform's own key, or that of a known app, signed this one.
    fn is_signed_by_platform_or_known(&self, app: &App) -> bool {
        signers(app)
            .any(|signer| self.platform.contains(&signer) || self.bundle.known_signer(signer))
            || app
                .certificate_hashes
                .iter()
                .any(|hash| self.platform_hashes.contains(hash.value.as_str()))
    }

    /// Looks at all entries of one app. What is not installed, or came with the phone, gets no verdict. A
    /// package that is installed for one user of the phone and gone for another is installed.
    pub(super) fn judge(&self, entries: &[&App]) -> Judged {
        if entries.iter().any(|app| app.platform == Platform::Ios) {
            return ios::apps::judge(entries, self);
        }
        let own = entries.iter().any(|app| app.system == Some(true));
        let (there, gone): (Vec<&App>, Vec<&App>) = entries
            .iter()
            .partition(|app| app.state == AppState::Installed && !own);
        let mut seen = Seen::new(self, if there.is_empty() { entries } else { &there });
        for app in &there {
            seen.look(app);
        }
        let verdict = (!there.is_empty()).then(|| seen.verdict()).flatten();
        for app in gone {
            seen.powers(app);
            seen.uses(app);
        }
        Judged {
            verdict,
            because: arranged(seen.because),
            can: seen.can,
        }
    }
}

/// The reasons of one app, heaviest first, each once.
pub(super) fn arranged(mut because: Vec<Because>) -> Vec<Because> {
    because.sort_by(|a, b| {
        let key = |it: &Because| (it.basis.weight(), inside(&it.basis));
        key(a)
            .cmp(&key(b))
            .then_with(|| (&a.observed, &a.provenance).cmp(&(&b.observed, &b.provenance)))
    });
    because.dedup_by(|a, b| {
        matches!((&a.basis, &b.basis), (Basis::Sign(a), Basis::Sign(b)) if a == b)
            && a.observed == b.observed
    });
    because
}

/// The order inside one class: powers, then signs, each in the order of its list.
fn inside(basis: &Basis) -> (bool, Option<PowerKind>, Option<Sign>) {
    match basis {
        Basis::Power(power) => (false, Some(*power), None),
        Basis::Sign(sign) => (true, None, Some(*sign)),
        Basis::Indicator(_) | Basis::SelfDeclared => (false, None, None),
    }
}

fn signers(app: &App) -> impl Iterator<Item = Sha256> + '_ {
    app.signers.iter().filter_map(|signer| signer.sha256)
}

/// How far an app is out of sight. Ordered from nothing to much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Concealment {
    No,
    Slight,
    Plain,
    Marked,
}

impl Concealment {
    fn of(sign: Sign) -> Self {
        match sign {
            Sign::Hidden(Hiding::NotificationsMuted) => Self::Slight,
            Sign::Hidden(Hiding::NoLauncherEntry) | Sign::PublicKey | Sign::DebugKey => Self::Plain,
            Sign::Hidden(
                Hiding::LauncherSwitchedOff | Hiding::TelevisionOnly | Hiding::HiddenByRestriction,
            )
            | Sign::SystemPackage
            | Sign::SystemName
            | Sign::OtherSigner => Self::Marked,
            Sign::Hidden(Hiding::LeftOutOfRecents | Hiding::NotOnHomeScreen)
            | Sign::PermissionCluster
            | Sign::NotFromStore
            | Sign::FromLoader
            | Sign::StoreNameBorrowed
            | Sign::Background(_)
            | Sign::WakesOnCalls
            | Sign::SecretCode
            | Sign::OldTarget
            | Sign::TamperedFile
            | Sign::AlwaysOnVpn
            | Sign::UnknownOrigin
            | Sign::PlayProtectOff
            | Sign::PlayProtectPart
            | Sign::UnlockedBoot
            | Sign::RootTool
            | Sign::RootApp
            | Sign::AuthorityAdded
            | Sign::ProxySet
            | Sign::Debugging
            | Sign::TrustedComputer
            | Sign::OutsideStore
            | Sign::TestFlight
            | Sign::OtherStore
            | Sign::ManagedApp
            | Sign::OtherAccount
            | Sign::PrivateThings
            | Sign::KeyboardNetwork
            | Sign::Night(_)
            | Sign::Jailbreak
            | Sign::Supervised
            | Sign::Restricts(_)
            | Sign::ScreenTime
            | Sign::AccountDevice(_)
            | Sign::Profile(_)
            | Sign::ProfileGone
            | Sign::ContactedBy => Self::No,
        }
    }
}

/// Everything that the table asks about one app.
struct Seen<'p, 'a> {
    phone: &'p Phone<'a>,
    origin: Origin,
    /// Jobs that make powers ordinary; empty unless the app is really the known one.
    jobs: Vec<&'p KnownApp>,
    /// Watching powers beyond the job's.
    watching: BTreeSet<PowerKind>,
    cluster: bool,
    concealment: Concealment,
    other_signer: bool,
    /// Kinds of supporting signs and powers.
    supporting: BTreeSet<&'static str>,
    keyboard: bool,
    because: Vec<Because>,
    can: BTreeSet<&'static str>,
}

impl<'p, 'a> Seen<'p, 'a> {
    fn new(phone: &'p Phone<'a>, entries: &[&App]) -> Self {
        // One package in two profiles is one app; the odder way in counts.
        let origins = entries.iter().map(|app| origin(app, phone));
        let (origin, because) = origins
            .max_by_key(|(origin, _)| *origin)
            .unwrap_or((Origin::Unknown, None));
        // Nobody names an installer for this app, nor for most others: that is no oddity of this one.
        let is_silent = entries.iter().all(|app| is_silent(app));
        let (origin, because) = match origin {
            Origin::Unknown | Origin::Outside if phone.was_moved && is_silent => {
                (Origin::Store, None)
            }
            origin => (origin, because),
        };
        let by_signer: Vec<bool> = entries
            .iter()
            .filter_map(|app| phone.is_known_by_signer(app))
            .collect();
        let is_known = match by_signer.is_empty() {
            // Nobody read a key. A store that installed a package of this name is the next best witness.
            true => origin == Origin::Store,
            false => by_signer.iter().all(|known| *known),
        };
        let known = entries
            .first()
            .map_or(&[][..], |app| phone.bundle.known_apps(&app.id));
        Self {
            phone,
            origin,
            jobs: known.iter().filter(|_| is_known).collect(),
            watching: BTreeSet::new(),
            cluster: false,
            concealment: Concealment::No,
            // A store keeps names apart, and builds of its own have keys that are on no list.
            other_signer: by_signer.contains(&false) && origin != Origin::Store,
            supporting: BTreeSet::new(),
            keyboard: false,
            because: because.into_iter().collect(),
            can: BTreeSet::new(),
        }
    }

    fn look(&mut self, app: &App) {
        self.powers(app);
        self.permissions(app);
        for hiding in &app.hiding {
            self.sign(
                Sign::Hidden(hiding.value),
                hiding.value.as_str(),
                &hiding.provenance,
            );
        }
        self.names(app);
        self.keys(app);
        self.uses(app);
        self.manifest(app);
        if self.origin == Origin::Unknown
            && let Some(place) = app.provenance.first()
        {
            self.sign(Sign::UnknownOrigin, &app.id, place);
        }
    }

    fn sign(&mut self, sign: Sign, observed: &str, place: &Provenance) {
        self.concealment = self.concealment.max(Concealment::of(sign));
        if sign.weight() == Weight::Supporting {
            self.supporting.insert(sign.as_str());
        }
        self.because.push(Because {
            basis: Basis::Sign(sign),
            observed: observed.to_owned(),
            provenance: place.clone(),
        });
    }

    fn powers(&mut self, app: &App) {
        for power in &app.powers {
            let kind = power.value.kind;
            let observed = power.value.component.as_ref().unwrap_or(&app.id);
            let reason = Because {
                basis: Basis::Power(kind),
                observed: observed.clone(),
                provenance: power.provenance.clone(),
            };
            // Settings and dump both name it; one place is enough, as with indicators.
            let is_told =
                |known: &Because| known.basis == reason.basis && known.observed == reason.observed;
            if !self.because.iter().any(is_told) {
                self.because.push(reason);
            }
            self.can.extend(abilities(kind));
            if self.jobs.iter().any(|job| known::needs(job.role, kind)) {
                continue;
            }
            self.keyboard |= kind == PowerKind::Keyboard;
            match Weight::of_power(kind) {
                Weight::Watching => {
                    self.watching.insert(kind);
                }
                Weight::Supporting => {
                    self.supporting.insert(kind.as_str());
                }
                Weight::Concealment | Weight::Origin | Weight::Context => {}
            }
        }
    }

    /// H13: granted, not asked for.
    fn permissions(&mut self, app: &App) {
        let Some(granted) = &app.permissions.granted else {
            return;
        };
        let old = is_old(app);
        let kinds: BTreeMap<&'static str, &str> = granted
            .value
            .iter()
            .filter_map(|permission| Some((private_thing(permission, old)?, permission.as_str())))
            .collect();
        self.can.extend(kinds.keys().copied());
        // In sight only while the app is in front; it is not among the eight, but it can be done.
        if granted
            .value
            .iter()
            .any(|it| LOCATION.contains(&it.as_str()))
        {
            self.can.insert("location");
        }
        if kinds.len() < CLUSTER {
            return;
        }
        let needed = self
            .jobs
            .iter()
            .any(|job| known::needs_permissions(job.role));
        if !needed {
            self.cluster = true;
        }
        let names: Vec<&str> = kinds.values().copied().collect();
        self.because.push(Because {
            basis: Basis::Sign(Sign::PermissionCluster),
            observed: names.join(" "),
            provenance: granted.provenance.clone(),
        });
    }

    /// H2. Only of apps that are known not to be the system's.
    fn names(&mut self, app: &App) {
        if app.system != Some(false) || self.phone.is_signed_by_platform_or_known(app) {
            return;
        }
        // Google's and the makers' own apps are in stores, and a store gives a name to one owner only.
        if self.origin != Origin::Store
            && self.jobs.is_empty()
            && let Some(place) = app.provenance.first()
            && claims_platform(&app.id)
        {
            self.sign(Sign::SystemPackage, &app.id, place);
        }
        for label in &app.labels {
            if self.jobs.is_empty() && self.phone.bundle.imitates_system(&label.text) {
                self.sign(Sign::SystemName, &label.text, &label.provenance);
            }
        }
    }

    /// H2 and H22.
    fn keys(&mut self, app: &App) {
        for signer in &app.signers {
            if signer.role != SignerRole::Current {
                continue;
            }
            if let Some(key) = self.phone.bundle.public_key(signer.sha1, signer.sha256) {
                self.sign(Sign::PublicKey, &key.name, &signer.provenance);
            }
            let debug = signer.subject.as_ref().filter(|subject| {
                subject.common_name.as_deref() == Some("Android Debug")
                    || subject.full.contains("CN=Android Debug")
            });
            if let Some(subject) = debug {
                self.sign(Sign::DebugKey, &subject.full, &signer.provenance);
            }
            if self.other_signer
                && self.phone.is_known_by_signer(app) == Some(false)
                && let Some(digest) = signer.sha256
            {
                self.sign(Sign::OtherSigner, &digest.to_string(), &signer.provenance);
            }
        }
    }

    /// H14.
    fn uses(&mut self, app: &App) {
        for used in &app.uses {
            if used.value.background != Some(true) {
                continue;
            }
            let observed = format!("{} {}", used.value.sensor.as_str(), used.value.at);
            self.sign(
                Sign::Background(used.value.sensor),
                &observed,
                &used.provenance,
            );
            self.can.extend(match used.value.sensor {
                Sensor::Camera => Some("camera"),
                Sensor::Microphone => Some("microphone"),
                Sensor::Location => Some("location"),
                Sensor::Screen => Some("screen"),
                Sensor::Messages => Some("messages"),
                Sensor::CallLog => Some("call_log"),
                Sensor::Contacts => Some("contacts"),
                Sensor::Photos => Some("photos"),
                // Which songs somebody owns is no word of the list.
                Sensor::MediaLibrary => None,
            });
        }
    }

    /// H16, H20, H21, and files that were built to mislead.
    fn manifest(&mut self, app: &App) {
        let wakes = |action: &str| app.broadcasts.iter().find(|it| it.value == action);
        let together = [
            "android.intent.action.NEW_OUTGOING_CALL",
            "android.provider.Telephony.SMS_RECEIVED",
            "android.intent.action.BOOT_COMPLETED",
        ]
        .map(wakes);
        if let [Some(calls), Some(_), Some(_)] = together {
            let place = calls.provenance.clone();
            self.sign(Sign::WakesOnCalls, &calls.value.clone(), &place);
        }
        let code = app
            .broadcasts
            .iter()
            .find(|it| it.value.ends_with(".SECRET_CODE"));
        if let Some(code) = code {
            self.sign(Sign::SecretCode, &code.value, &code.provenance);
        }
        if let Some(target) = app.target_sdk.as_ref().filter(|_| is_old(app)) {
            let level = target.value.to_string();
            self.sign(Sign::OldTarget, &level, &target.provenance);
        }
        for file in &app.files {
            if let Some(anomaly) = file.anomalies.first() {
                self.sign(Sign::TamperedFile, anomaly, &file.provenance);
            }
        }
        let always = self
            .phone
            .snapshot
            .settings
            .iter()
            .find(|setting| setting.name == "always_on_vpn_app" && setting.value == app.id);
        if let Some(setting) = always {
            self.sign(Sign::AlwaysOnVpn, &setting.value, &setting.provenance);
        }
    }

    /// The table: the only place where origin, watching and concealment meet.
    fn verdict(&self) -> Option<Verdict> {
        use Concealment as C;
        use Verdict::{BehavesLike, WorthALook};
        let watching = self.cluster || !self.watching.is_empty();
        match (self.origin, watching, self.concealment) {
            (Origin::Outside | Origin::Loader, true, C::Slight | C::Plain | C::Marked) => {
                Some(BehavesLike)
            }
            (Origin::Outside | Origin::Loader, true, C::No) => Some(WorthALook),
            (Origin::Outside | Origin::Loader, false, C::Marked) => Some(WorthALook),
            (Origin::Outside, false, C::Plain) => {
                (self.keyboard || self.supporting.len() >= 2).then_some(WorthALook)
            }
            (Origin::Outside, false, C::No | C::Slight) => self.keyboard.then_some(WorthALook),
            (Origin::Loader, false, C::Slight | C::Plain) => Some(WorthALook),
            (Origin::Loader, false, C::No) => (!self.supporting.is_empty()).then_some(WorthALook),
            (Origin::Unknown, true, C::Slight | C::Plain | C::Marked) => Some(WorthALook),
            (Origin::Unknown, false, C::Marked) => self.other_signer.then_some(WorthALook),
            (Origin::Unknown, true, C::No)
            | (Origin::Unknown, false, C::No | C::Slight | C::Plain) => None,
            (Origin::Store, true, C::Marked) => {
                self.watches_from_store(C::Marked).then_some(WorthALook)
            }
            (Origin::Store, true, C::Plain) => {
                self.watches_from_store(C::Plain).then_some(WorthALook)
            }
            (Origin::Store, true, C::No | C::Slight) => self
                .watching
                .contains(&PowerKind::DeviceOwner)
                .then_some(WorthALook),
            (Origin::Store, false, C::No | C::Slight | C::Plain | C::Marked) => None,
        }
    }

    /// Whether what an app from a store holds is more than a work profile, or a watch's plug-in, holds.
    fn watches_from_store(&self, concealment: Concealment) -> bool {
        let profile = self.watching.contains(&PowerKind::ProfileOwner);
        let marked = concealment == Concealment::Marked;
        (self.cluster && marked)
            || self.watching.iter().any(|power| match power {
                PowerKind::Accessibility | PowerKind::DeviceOwner => true,
                PowerKind::DeviceAdmin => !profile,
                PowerKind::NotificationListener => marked,
                PowerKind::ProfileOwner
                | PowerKind::Keyboard
                | PowerKind::Vpn
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
                | PowerKind::BatteryExempt
                | PowerKind::ContentFilter
                | PowerKind::DnsProxy => false,
            })
    }
}

/// H13: four or more of the eight kinds.
const CLUSTER: usize = 4;

const LOCATION: [&str; 3] = [
    "android.permission.ACCESS_BACKGROUND_LOCATION",
    "android.permission.ACCESS_COARSE_LOCATION",
    "android.permission.ACCESS_FINE_LOCATION",
];

/// Which of the eight kinds of private things (H13) a permission opens. `old` says that the app was made for
/// Android 9 or older, where location in the background came with location.
fn private_thing(permission: &str, old: bool) -> Option<&'static str> {
    Some(match permission.strip_prefix("android.permission.")? {
        "ACCESS_BACKGROUND_LOCATION" => "location",
        "ACCESS_FINE_LOCATION" | "ACCESS_COARSE_LOCATION" if old => "location",
        "RECORD_AUDIO" => "microphone",
        "CAMERA" => "camera",
        "READ_SMS" | "RECEIVE_SMS" | "RECEIVE_MMS" => "messages",
        "READ_CALL_LOG" | "PROCESS_OUTGOING_CALLS" => "call_log",
        "READ_CONTACTS" => "contacts",
        "READ_CALENDAR" => "calendar",
        "READ_EXTERNAL_STORAGE"
        | "WRITE_EXTERNAL_STORAGE"
        | "MANAGE_EXTERNAL_STORAGE"
        | "READ_MEDIA_IMAGES"
        | "READ_MEDIA_VIDEO" => "photos",
        _ => return None,
    })
}

/// H21: made for less than Android 10 (API level 29).
fn is_old(app: &App) -> bool {
    let old = |target: &Observed<u32>| target.value < 29;
    app.target_sdk.as_ref().is_some_and(old)
}

/// What a power lets an app do, as words of `CAPABILITIES`.
fn abilities(power: PowerKind) -> &'static [&'static str] {
    match power {
        PowerKind::Accessibility => &["keystrokes", "remote_control", "screen"],
        PowerKind::DeviceAdmin => &["resist_removal"],
        PowerKind::DeviceOwner => &["app_list", "remote_control", "resist_removal"],
        PowerKind::ProfileOwner | PowerKind::UsageAccess => &["app_list"],
        PowerKind::NotificationListener => &["notifications"],
        PowerKind::Keyboard => &["keystrokes"],
        PowerKind::SmsRole => &["messages"],
        PowerKind::DialerRole | PowerKind::CallScreeningRole => &["call_log"],
        PowerKind::ScreenCapture => &["screen"],
        PowerKind::AllFiles => &["photos"],
        PowerKind::ContentFilter => &["web_history"],
        PowerKind::Vpn
        | PowerKind::AssistantRole
        | PowerKind::Overlay
        | PowerKind::InstallApps
        | PowerKind::RestrictedSettings
        | PowerKind::BatteryExempt
        | PowerKind::DnsProxy => &[],
    }
}

/// H2: whether a package claims to be the platform's, its maker's or Google's.
fn claims_platform(package: &str) -> bool {
    let package = package.to_lowercase();
    package == "android"
        || ["android.", "com.android.", "com.google.", "com.sec."]
            .iter()
            .any(|prefix| package.starts_with(prefix))
}
