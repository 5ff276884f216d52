//! A made phone that shows samples of indicators, each on a subject of its own.

use std::sync::Arc;

use rushlight_core::signatures::IndicatorKind;
use rushlight_core::snapshot::{
    ApkFile, App, AppState, Component, ComponentKind, Contact, Endpoint, Label, MetaData, Observed,
    Platform, Profile, Provenance, Signer, SignerRole, Snapshot, SubjectName,
};

/// A phone under construction.
pub(super) struct Phone {
    input: Arc<str>,
    snapshot: Snapshot,
    shown: u32,
}

/// Whether an indicator of this kind is seen on an Android app.
pub(super) fn is_about_an_android_app(kind: IndicatorKind) -> bool {
    match kind {
        IndicatorKind::AndroidPackage
        | IndicatorKind::SignerSha1
        | IndicatorKind::SignerSha256
        | IndicatorKind::SignerKey
        | IndicatorKind::SignerCommonName
        | IndicatorKind::SignerOrganisation
        | IndicatorKind::ApkSha256
        | IndicatorKind::Component
        | IndicatorKind::Label
        | IndicatorKind::MetaData
        | IndicatorKind::DeclaredPermission
        | IndicatorKind::DexRule => true,
        IndicatorKind::FileSha256
        | IndicatorKind::FilePath
        | IndicatorKind::IosBundle
        | IndicatorKind::ProfileIdentifier
        | IndicatorKind::ProfileUuid
        | IndicatorKind::ProfileOrganisation
        | IndicatorKind::ProfilePayload
        | IndicatorKind::Host
        | IndicatorKind::Ip => false,
    }
}

impl Phone {
    pub(super) fn new() -> Self {
        Self {
            input: "made".into(),
            snapshot: Snapshot {
                platform: Platform::Android,
                ..Snapshot::default()
            },
            shown: 0,
        }
    }

    pub(super) fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// Shows a value, and beside it another on the same app. Gives the subject that a finding will be
    /// about; none when the value is not of its kind.
    pub(super) fn show(
        &mut self,
        kind: IndicatorKind,
        value: &str,
        beside: Option<(IndicatorKind, &str)>,
    ) -> Option<String> {
        self.shown += 1;
        let place = Provenance::new(&self.input, format!("[{}]", self.shown));
        if is_about_an_android_app(kind) {
            let mut app = App::new(
                format!("made.for.sample{}", self.shown),
                Platform::Android,
                AppState::Installed,
                place.clone(),
            );
            for (kind, value) in std::iter::once((kind, value)).chain(beside) {
                put(&mut app, kind, value, &place)?;
            }
            // An app that is already there with this package would be one subject with this one; a mark
            // in the user number keeps the two apart in the snapshot, not in the finding.
            app.user = Some(self.shown);
            let subject = app.id.clone();
            self.snapshot.apps.push(app);
            return Some(subject);
        }
        match kind {
            IndicatorKind::IosBundle => {
                self.snapshot
                    .apps
                    .push(App::new(value, Platform::Ios, AppState::Installed, place));
            }
            IndicatorKind::ProfileIdentifier => {
                self.profile(place, |profile| profile.identifier = value.to_owned());
            }
            IndicatorKind::ProfileUuid => {
                return self.profile(place, |profile| profile.uuid = Some(value.to_owned()));
            }
            IndicatorKind::ProfileOrganisation => {
                return self.profile(place, |profile| {
                    profile.organisation = Some(value.to_owned());
                });
            }
            IndicatorKind::ProfilePayload => {
                return self.profile(place, |profile| {
                    profile.payload_kinds.push(value.to_owned());
                });
            }
            IndicatorKind::FilePath => {
                let pushed = self
                    .snapshot
                    .files
                    .push(&self.input, self.shown, value, None);
                return pushed.then(|| value.to_owned());
            }
            IndicatorKind::FileSha256 => {
                let path = format!("/made/sample{}", self.shown);
                let digest = Some(value.parse().ok()?);
                let pushed = self
                    .snapshot
                    .files
                    .push(&self.input, self.shown, &path, digest);
                return pushed.then_some(path);
            }
            IndicatorKind::Host => self.contact(Endpoint::Host(value.to_owned()), place),
            IndicatorKind::Ip => {
                let address: std::net::IpAddr = value.parse().ok()?;
                self.contact(Endpoint::Address(address), place);
                return Some(address.to_string());
            }
            IndicatorKind::AndroidPackage
            | IndicatorKind::SignerSha1
            | IndicatorKind::SignerSha256
            | IndicatorKind::SignerKey
            | IndicatorKind::SignerCommonName
            | IndicatorKind::SignerOrganisation
            | IndicatorKind::ApkSha256
            | IndicatorKind::Component
            | IndicatorKind::Label
            | IndicatorKind::MetaData
            | IndicatorKind::DeclaredPermission
            | IndicatorKind::DexRule => return None,
        }
        Some(value.to_owned())
    }

    fn profile(&mut self, place: Provenance, change: impl FnOnce(&mut Profile)) -> Option<String> {
        let identifier = format!("made.for.sample{}", self.shown);
        let mut profile = Profile::new(identifier, AppState::Installed, place);
        change(&mut profile);
        let subject = profile.identifier.clone();
        self.snapshot.profiles.push(profile);
        Some(subject)
    }

    fn contact(&mut self, endpoint: Endpoint, provenance: Provenance) {
        self.snapshot.contacts.push(Contact {
            endpoint,
            app: None,
            contacted: None,
            provenance,
        });
    }
}

fn put(app: &mut App, kind: IndicatorKind, value: &str, place: &Provenance) -> Option<()> {
    let value_text = || value.to_owned();
    match kind {
        IndicatorKind::AndroidPackage => app.id = value_text(),
        IndicatorKind::SignerSha1 => app.signers.push(Signer {
            sha1: Some(value.parse().ok()?),
            ..signer(place)
        }),
        IndicatorKind::SignerSha256 => app.signers.push(Signer {
            sha256: Some(value.parse().ok()?),
            ..signer(place)
        }),
        IndicatorKind::SignerKey => app.signers.push(Signer {
            key_sha256: Some(value.parse().ok()?),
            ..signer(place)
        }),
        IndicatorKind::SignerCommonName => app.signers.push(Signer {
            subject: Some(SubjectName {
                common_name: Some(value_text()),
                ..SubjectName::default()
            }),
            ..signer(place)
        }),
        IndicatorKind::SignerOrganisation => app.signers.push(Signer {
            subject: Some(SubjectName {
                organisation: Some(value_text()),
                ..SubjectName::default()
            }),
            ..signer(place)
        }),
        IndicatorKind::ApkSha256 => app.files.push(ApkFile {
            sha256: Some(value.parse().ok()?),
            ..file(place)
        }),
        IndicatorKind::DexRule => app.files.push(ApkFile {
            rules: Some(vec![value_text()]),
            ..file(place)
        }),
        IndicatorKind::Component => app.components.push(Component {
            kind: ComponentKind::Service,
            class: value_text(),
            provenance: place.clone(),
        }),
        IndicatorKind::Label => app.labels.push(Label {
            locale: None,
            text: value_text(),
            provenance: place.clone(),
        }),
        IndicatorKind::MetaData => {
            let (name, value) = match value.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (value, None),
            };
            app.meta_data.push(MetaData {
                name: name.to_owned(),
                value,
                provenance: place.clone(),
            });
        }
        IndicatorKind::DeclaredPermission => app
            .declared_permissions
            .push(Observed::new(value_text(), place.clone())),
        IndicatorKind::FileSha256
        | IndicatorKind::FilePath
        | IndicatorKind::IosBundle
        | IndicatorKind::ProfileIdentifier
        | IndicatorKind::ProfileUuid
        | IndicatorKind::ProfileOrganisation
        | IndicatorKind::ProfilePayload
        | IndicatorKind::Host
        | IndicatorKind::Ip => return None,
    }
    Some(())
}

fn signer(place: &Provenance) -> Signer {
    Signer {
        sha1: None,
        sha256: None,
        key_sha256: None,
        subject: None,
        scheme: None,
        role: SignerRole::Current,
        provenance: place.clone(),
    }
}

fn file(place: &Provenance) -> ApkFile {
    ApkFile {
        path: None,
        bytes: None,
        sha256: None,
        read_here: false,
        rules: None,
        anomalies: Vec::new(),
        provenance: place.clone(),
    }
}
