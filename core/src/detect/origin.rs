//! How an app came onto the phone, in the one question that the table of [`behaviour`](super::behaviour) asks:
//! from a store, from outside a store, by another app, or unknown.

use super::behaviour::Phone;
use super::{Basis, Because, Sign};
use crate::signatures::KnownAppRole;
use crate::snapshot::{App, Observed, PowerKind};

/// Where an app came from. Ordered from plain to odd.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Origin {
    /// A store installed it, and a store asked for it.
    Store,
    /// The evidence does not say. That is neither "no" nor "yes".
    Unknown,
    /// A file: from a browser, a message, a cable.
    Outside,
    /// Another app that the person, or somebody else, installed (H9).
    Loader,
}

/// Who stands behind a name in an installer field.
enum Installer {
    Store,
    /// A file was opened, or a computer did it.
    File,
    /// An app that came with the phone and is no installer: a maker's way of moving to a new phone.
    Phone,
    /// An app that was installed later and is no store.
    Other,
    /// Not among the apps of this phone, not on our list.
    Stranger,
    /// The same, where the evidence does not list the apps that came with the phone: it may be one of them.
    Unlisted,
}

/// Where the app came from, and the reason that says so.
pub(super) fn origin(app: &App, phone: &Phone<'_>) -> (Origin, Option<Because>) {
    let install = &app.install;
    let restricted = is_restricted(app);
    let Some(installer) = &install.installer else {
        return match file_source(app) {
            Some(source) => (Origin::Outside, Some(because(Sign::NotFromStore, source))),
            // The power itself is the reason that is shown.
            None if restricted => (Origin::Outside, None),
            None => (Origin::Unknown, None),
        };
    };
    match standing(&installer.value, phone) {
        Installer::Store => match &install.initiating {
            None => (Origin::Store, None),
            Some(asked) => match standing(&asked.value, phone) {
                Installer::Store | Installer::Phone => (Origin::Store, None),
                Installer::Unlisted => (Origin::Unknown, None),
                Installer::File | Installer::Other | Installer::Stranger => (
                    Origin::Outside,
                    Some(because(Sign::StoreNameBorrowed, asked)),
                ),
            },
        },
        Installer::File | Installer::Stranger => (
            Origin::Outside,
            Some(because(Sign::NotFromStore, installer)),
        ),
        Installer::Other => (Origin::Loader, Some(because(Sign::FromLoader, installer))),
        Installer::Phone | Installer::Unlisted if restricted => (Origin::Outside, None),
        Installer::Phone | Installer::Unlisted => (Origin::Unknown, None),
    }
}

/// Whether nothing at all says how it came: no installer, no file that was opened, no restriction for apps
/// from outside a store. AndroidQF and `pm` write `null` where dumpsys leaves the field out.
pub(super) fn is_silent(app: &App) -> bool {
    let installer = app.install.installer.as_ref();
    installer.is_none_or(|name| NOBODY.contains(&name.value.as_str()))
        && file_source(app).is_none()
        && !is_restricted(app)
}

const NOBODY: [&str; 3] = ["", "null", "none"];

fn file_source(app: &App) -> Option<&Observed<String>> {
    app.install.source.as_ref().filter(|source| {
        ["local_file", "downloaded_file"].contains(&source.value.to_lowercase().as_str())
    })
}

fn is_restricted(app: &App) -> bool {
    let mut powers = app.powers.iter();
    powers.any(|power| power.value.kind == PowerKind::RestrictedSettings)
}

fn because(sign: Sign, from: &Observed<String>) -> Because {
    Because {
        basis: Basis::Sign(sign),
        observed: from.value.clone(),
        provenance: from.provenance.clone(),
    }
}

fn standing(id: &str, phone: &Phone<'_>) -> Installer {
    let known = phone.bundle.known_apps(id);
    let has = |role| known.iter().any(|app| app.role == role);
    let there = phone.apps(id);
    if NOBODY.contains(&id) || id == "com.android.shell" || has(KnownAppRole::SystemInstaller) {
        return Installer::File;
    }
    if has(KnownAppRole::Store) {
        // A name costs nothing. Where the store was installed later and its key was read, the key decides; one
        // that came with the phone cannot be replaced by an app of the same name.
        let forged = there
            .iter()
            .any(|app| app.system != Some(true) && phone.is_known_by_signer(app) == Some(false));
        return if forged {
            Installer::Other
        } else {
            Installer::Store
        };
    }
    // A browser or a messenger that is known handed over a file; it does not load apps by itself.
    if !known.is_empty() {
        return Installer::File;
    }
    if there.iter().any(|app| app.system == Some(true)) {
        return Installer::Phone;
    }
    if there.iter().any(|app| app.system == Some(false)) {
        return Installer::Other;
    }
    if phone.lists_system_apps {
        Installer::Stranger
    } else {
        Installer::Unlisted
    }
}
