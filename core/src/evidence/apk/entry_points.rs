//! What a manifest says of the ways into an app: its icon, and the events that wake it.
//!
//! In: components and their intent filters, in the order of the manifest. Out: how the app keeps out of sight
//! (no icon, an icon that is switched off, one for televisions only) and which telling events it listens for.
//! A launcher shows an activity whose filter has the action MAIN and the category LAUNCHER together; since
//! Android 10 an app without such an activity that is enabled stays out of sight (PoPETs 2023(1), 4.2).

use std::collections::BTreeSet;

use crate::snapshot::{App, ComponentKind, Hiding, Observed, Provenance};

const MAIN: &str = "android.intent.action.MAIN";
const LAUNCHER: &str = "android.intent.category.LAUNCHER";
const TELEVISION: &str = "android.intent.category.LEANBACK_LAUNCHER";

/// The ways in, while the manifest is read.
#[derive(Default)]
pub(super) struct EntryPoints {
    open: Option<Open>,
    actions: BTreeSet<String>,
    categories: BTreeSet<String>,
    icons: Vec<Icon>,
    television: Option<Provenance>,
    broadcasts: Vec<Observed<String>>,
}

/// The component whose filters are being read.
struct Open {
    kind: ComponentKind,
    enabled: bool,
    left_out_of_recents: bool,
    place: Provenance,
}

struct Icon {
    enabled: bool,
    left_out_of_recents: bool,
    place: Provenance,
}

impl EntryPoints {
    /// A component begins.
    pub(super) fn component(
        &mut self,
        kind: ComponentKind,
        enabled: bool,
        left_out_of_recents: bool,
        place: Provenance,
    ) {
        self.open = Some(Open {
            kind,
            enabled,
            left_out_of_recents,
            place,
        });
    }

    /// A filter of the component begins.
    pub(super) fn filter(&mut self) {
        self.actions.clear();
        self.categories.clear();
    }

    /// An action of the filter. Only those that count here are kept.
    pub(super) fn action(&mut self, name: String) {
        if name == MAIN || App::BROADCASTS.contains(&name.as_str()) {
            self.actions.insert(name);
        }
    }

    /// A category of the filter.
    pub(super) fn category(&mut self, name: String) {
        if name == LAUNCHER || name == TELEVISION {
            self.categories.insert(name);
        }
    }

    /// The filter ends.
    pub(super) fn filter_ends(&mut self) {
        let Some(open) = &self.open else { return };
        match open.kind {
            ComponentKind::Activity if self.actions.contains(MAIN) => {
                if self.categories.contains(LAUNCHER) {
                    self.icons.push(Icon {
                        enabled: open.enabled,
                        left_out_of_recents: open.left_out_of_recents,
                        place: open.place.clone(),
                    });
                }
                if self.categories.contains(TELEVISION) {
                    self.television.get_or_insert_with(|| open.place.clone());
                }
            }
            ComponentKind::Receiver => {
                for action in &self.actions {
                    let known = self.broadcasts.iter().any(|known| known.value == *action);
                    if action != MAIN && !known {
                        let found = Observed::new(action.clone(), open.place.clone());
                        self.broadcasts.push(found);
                    }
                }
            }
            ComponentKind::Activity
            | ComponentKind::Application
            | ComponentKind::Service
            | ComponentKind::Provider => {}
        }
    }

    /// The events that it listens for.
    pub(super) fn broadcasts(&mut self) -> Vec<Observed<String>> {
        std::mem::take(&mut self.broadcasts)
    }

    /// How it keeps out of sight; `manifest` is the place that a missing icon is missing from.
    pub(super) fn hiding(&self, manifest: &Provenance) -> Vec<Observed<Hiding>> {
        let mut hiding = Vec::new();
        let mut add = |how, place: &Provenance| hiding.push(Observed::new(how, place.clone()));
        match (self.icons.first(), &self.television) {
            (None, Some(place)) => add(Hiding::TelevisionOnly, place),
            (None, None) => add(Hiding::NoLauncherEntry, manifest),
            (Some(first), _) if self.icons.iter().all(|icon| !icon.enabled) => {
                add(Hiding::LauncherSwitchedOff, &first.place);
            }
            (Some(_), _) => {}
        }
        let out = self.icons.iter().find(|icon| icon.left_out_of_recents);
        if let Some(icon) = out {
            add(Hiding::LeftOutOfRecents, &icon.place);
        }
        hiding
    }
}
