//! A made phone: apps with the facts that a test gives them, and nothing else.

use std::collections::BTreeSet;
use std::sync::Arc;

use rushlight_core::digest::Sha256;
use rushlight_core::snapshot::{
    App, AppState, Hiding, Label, Observed, PhoneUser, Platform, Power, PowerKind, Provenance,
    Signer, SignerRole, Snapshot, SurfaceId, Surfaces,
};

/// How an app came onto the phone.
#[derive(Clone, Copy)]
pub(crate) enum From {
    /// From this store.
    Store(&'static str),
    /// From a file, through the system's installer.
    File,
    /// Installed by another app that is no store.
    App(&'static str),
    /// It came with the phone.
    Phone,
}

/// Google Play.
pub(crate) const PLAY: From = From::Store("com.android.vending");

/// An app's facts.
#[derive(Clone)]
pub(crate) struct Made<'a> {
    pub(crate) id: &'a str,
    pub(crate) label: &'a str,
    pub(crate) from: From,
    pub(crate) granted: Vec<&'a str>,
    pub(crate) powers: Vec<PowerKind>,
    pub(crate) hiding: Vec<Hiding>,
    pub(crate) broadcasts: Vec<&'a str>,
    pub(crate) target_sdk: u32,
    pub(crate) user: u32,
    /// The real signer where we know it; else one that is made from the name.
    pub(crate) signer: Option<Sha256>,
}

/// An app of this name with no power at all.
pub(crate) fn made<'a>(id: &'a str, label: &'a str, from: From) -> Made<'a> {
    Made {
        id,
        label,
        from,
        granted: Vec::new(),
        powers: Vec::new(),
        hiding: Vec::new(),
        broadcasts: Vec::new(),
        target_sdk: 34,
        user: 0,
        signer: None,
    }
}

/// A phone under construction. Every surface of Android has been read.
pub(crate) struct Phone {
    input: Arc<str>,
    snapshot: Snapshot,
}

impl Phone {
    pub(crate) fn new() -> Self {
        let mut surfaces = Surfaces::for_platform(Platform::Android);
        for id in SurfaceId::ALL {
            if id.applies_to(Platform::Android) {
                surfaces.read(id, 1);
            }
        }
        Self {
            input: "made".into(),
            snapshot: Snapshot {
                platform: Platform::Android,
                surfaces,
                ..Snapshot::default()
            },
        }
    }

    /// The next place in the made evidence.
    pub(crate) fn place(&self) -> Provenance {
        Provenance::new(&self.input, format!("[{}]", self.snapshot.apps.len()))
    }

    /// An app of which only the name is known.
    pub(crate) fn bare(&self, id: &str) -> App {
        App::new(id, Platform::Android, AppState::Installed, self.place())
    }

    pub(crate) fn push(&mut self, app: App) {
        self.snapshot.apps.push(app);
    }

    pub(crate) fn user(&mut self, user: PhoneUser) {
        self.snapshot.users.push(user);
    }

    /// Puts an app with all its facts on the phone.
    pub(crate) fn install(&mut self, made: &Made<'_>) {
        let place = self.place();
        let mut app = self.bare(made.id);
        app.user = Some(made.user);
        app.enabled = Some(true);
        app.system = Some(matches!(made.from, From::Phone));
        app.labels.push(Label {
            locale: None,
            text: made.label.to_owned(),
            provenance: place.clone(),
        });
        let seen = |text: &str| Some(Observed::new(text.to_owned(), place.clone()));
        match made.from {
            From::Store(store) => {
                app.install.installer = seen(store);
                app.install.initiating = seen(store);
                app.install.source = seen("store");
            }
            From::File => {
                app.install.installer = seen("com.google.android.packageinstaller");
                app.install.initiating = seen("com.google.android.packageinstaller");
                app.install.originating = seen("com.android.chrome");
                app.install.source = seen("downloaded_file");
            }
            From::App(other) => {
                app.install.installer = seen(other);
                app.install.initiating = seen(other);
            }
            From::Phone => {}
        }
        let granted: BTreeSet<String> = made.granted.iter().map(|one| (*one).to_owned()).collect();
        app.permissions.requested = Some(Observed::new(granted.clone(), place.clone()));
        app.permissions.granted = Some(Observed::new(granted, place.clone()));
        app.powers = made
            .powers
            .iter()
            .map(|kind| {
                let power = Power {
                    kind: *kind,
                    component: Some(format!("{}/.Service", made.id)),
                };
                Observed::new(power, place.clone())
            })
            .collect();
        app.hiding = made
            .hiding
            .iter()
            .map(|way| Observed::new(*way, place.clone()))
            .collect();
        app.broadcasts = made
            .broadcasts
            .iter()
            .map(|action| Observed::new((*action).to_owned(), place.clone()))
            .collect();
        app.target_sdk = Some(Observed::new(made.target_sdk, place.clone()));
        // Apps that come with a phone share its maker's key.
        let key = if matches!(made.from, From::Phone) {
            "maker"
        } else {
            made.id
        };
        app.signers.push(signer(
            made.signer.unwrap_or_else(|| Sha256::of(key.as_bytes())),
            place,
        ));
        self.push(app);
    }

    /// The phone, with the app lists in the order that readers give.
    pub(crate) fn snapshot(mut self) -> Snapshot {
        self.snapshot
            .apps
            .sort_by(|a, b| (&a.id, a.user).cmp(&(&b.id, b.user)));
        self.snapshot
    }
}

/// A certificate that signs an app now.
pub(crate) fn signer(sha256: Sha256, provenance: Provenance) -> Signer {
    Signer {
        sha1: None,
        sha256: Some(sha256),
        key_sha256: None,
        subject: None,
        scheme: None,
        role: SignerRole::Current,
        provenance,
    }
}

/// Numbers that look random and are the same on every machine (constants of Knuth's MMIX).
pub(crate) struct Seeded(u64);

impl Seeded {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5eed)
    }

    /// Below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}
