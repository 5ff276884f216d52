//! The comparison in sentences, for a terminal or a page.

use super::{
    AccountDeviceName, AppChange, AppName, AppPower, AppPresence, AppVersion, Comparison,
    DeviceMark, ProfileName, Reading, SignerChange, SignerChangeKind,
};
use crate::detect::DeviceKind;
use crate::report::shown::shown;
use crate::snapshot::{AppState, Channel};
use crate::text::Catalogue;

/// One kind of change: a title and a sentence for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The title.
    pub title: String,
    /// Sentences, at most as many as were asked for.
    pub sentences: Vec<String>,
    /// How many more there are.
    pub more: u64,
}

impl Comparison {
    /// The comparison in words, at most `limit` sentences in each section; sections without any are left
    /// out. Every value in them is made visible.
    #[must_use]
    pub fn sections(&self, catalogue: &Catalogue, limit: usize) -> Vec<Section> {
        let words = Words { catalogue };
        let section = |title: &str, sentences: Vec<String>| Section {
            title: catalogue.plain(title),
            more: sentences.len().saturating_sub(limit) as u64,
            sentences: sentences.into_iter().take(limit).collect(),
        };
        [
            section("compare-other-phone", words.other_phone(self)),
            section(
                "compare-added",
                words.presence("compare-added-app", &self.added),
            ),
            section(
                "compare-removed",
                words.presence("compare-removed-app", &self.removed),
            ),
            section("compare-state", words.state(&self.state)),
            section("compare-signers", words.signers(&self.signers)),
            section(
                "compare-powers-on",
                words.powers("compare-power-on", &self.powers_on),
            ),
            section("compare-granted", words.granted(self)),
            section("compare-enabled", words.enabled(&self.enabled)),
            section("compare-installer", words.installer(&self.installer)),
            section("compare-channels", words.channels(&self.channels)),
            section("compare-account-devices", words.account_devices(self)),
            section("compare-supervised", words.supervised(self)),
            section("compare-profiles", words.profiles(self)),
            section(
                "compare-powers-off",
                words.powers("compare-power-off", &self.powers_off),
            ),
            section("compare-updated", words.updated(&self.updated)),
            section("compare-settings", words.settings(self)),
            section("compare-not-compared", words.not_compared(self)),
        ]
        .into_iter()
        .filter(|section| !section.sentences.is_empty())
        .collect()
    }
}

struct Words<'a> {
    catalogue: &'a Catalogue,
}

impl Words<'_> {
    fn say(&self, id: &str, values: &[(&str, &str)]) -> String {
        let values: Vec<_> = values
            .iter()
            .map(|(name, value)| (*name, (*value).into()))
            .collect();
        self.catalogue.text(id, &values)
    }

    fn app(&self, app: &AppName) -> String {
        let id = shown(&app.id);
        let name = match &app.label {
            Some(label) => format!("{} ({id})", shown(label)),
            None => id,
        };
        if app.user == 0 {
            name
        } else {
            let user = app.user.to_string();
            self.say("compare-app-of-user", &[("app", &name), ("user", &user)])
        }
    }

    /// The sentence, with the one that says how sure it is.
    fn unless_certain(&self, certain: bool, sentence: String) -> String {
        if certain {
            sentence
        } else {
            format!("{sentence} {}", self.catalogue.plain("compare-not-certain"))
        }
    }

    fn state_name(&self, state: AppState) -> String {
        let word = crate::report::words::state(state);
        self.catalogue.plain(&format!("subject-state-{word}"))
    }

    fn other_phone(&self, comparison: &Comparison) -> Vec<String> {
        let changes = comparison.other_phone.iter();
        changes
            .map(|change| {
                let id = match change.what {
                    DeviceMark::Platform => "compare-device-platform",
                    DeviceMark::Make => "compare-device-make",
                    DeviceMark::Model => "compare-device-model",
                    DeviceMark::Serial => "compare-device-serial",
                    DeviceMark::Imei => "compare-device-imei",
                };
                self.before_and_after(id, &[], &change.value.earlier, &change.value.later)
            })
            .collect()
    }

    fn presence(&self, id: &str, apps: &[AppPresence]) -> Vec<String> {
        apps.iter()
            .map(|presence| {
                let values = [
                    ("app", self.app(&presence.app)),
                    ("state", self.state_name(presence.state)),
                ];
                let values = values
                    .each_ref()
                    .map(|(name, value)| (*name, value.as_str()));
                self.unless_certain(presence.certain, self.say(id, &values))
            })
            .collect()
    }

    fn state(&self, changes: &[AppChange<AppState>]) -> Vec<String> {
        changes
            .iter()
            .map(|change| {
                let earlier = self.state_name(change.change.earlier);
                let later = self.state_name(change.change.later);
                self.before_and_after(
                    "compare-app-from-to",
                    &[("app", &self.app(&change.app))],
                    &earlier,
                    &later,
                )
            })
            .collect()
    }

    fn signers(&self, changes: &[SignerChange]) -> Vec<String> {
        changes
            .iter()
            .map(|change| {
                let id = match change.kind {
                    SignerChangeKind::Resigned => "compare-resigned",
                    SignerChangeKind::Rotated => "compare-rotated",
                };
                self.say(id, &[("app", &self.app(&change.app))])
            })
            .collect()
    }

    fn powers(&self, id: &str, powers: &[AppPower]) -> Vec<String> {
        powers
            .iter()
            .map(|power| {
                let name = self.catalogue.power(power.power.as_str());
                let said = self.say(id, &[("app", &self.app(&power.app)), ("power", &name)]);
                self.unless_certain(power.certain, said)
            })
            .collect()
    }

    fn granted(&self, comparison: &Comparison) -> Vec<String> {
        let grants = comparison.granted.iter();
        grants
            .map(|grants| {
                let permissions: Vec<&str> =
                    grants.permissions.iter().map(String::as_str).collect();
                let permissions = shown(&permissions.join(", "));
                let app = self.app(&grants.app);
                self.say(
                    "compare-granted-app",
                    &[("app", &app), ("permissions", &permissions)],
                )
            })
            .collect()
    }

    fn enabled(&self, changes: &[AppChange<bool>]) -> Vec<String> {
        changes
            .iter()
            .map(|change| {
                let id = if change.change.later {
                    "compare-switched-on"
                } else {
                    "compare-switched-off"
                };
                self.say(id, &[("app", &self.app(&change.app))])
            })
            .collect()
    }

    fn installer(&self, changes: &[AppChange<String>]) -> Vec<String> {
        changes
            .iter()
            .map(|change| {
                let app = self.app(&change.app);
                let installers = &change.change;
                self.before_and_after(
                    "compare-app-from-to",
                    &[("app", &app)],
                    &installers.earlier,
                    &installers.later,
                )
            })
            .collect()
    }

    fn profiles(&self, comparison: &Comparison) -> Vec<String> {
        let name = |profile: &ProfileName| {
            let identifier = shown(&profile.identifier);
            match &profile.display_name {
                Some(name) => format!("{} ({identifier})", shown(name)),
                None => identifier,
            }
        };
        let say = |id: &str, profile: &ProfileName| {
            let name = name(profile);
            self.unless_certain(profile.certain, self.say(id, &[("profile", &name)]))
        };
        let states = comparison.profile_states.iter().map(|state| {
            let (earlier, later) = (state.change.earlier, state.change.later);
            self.before_and_after(
                "compare-profile-state",
                &[("profile", &name(&state.profile))],
                &self.state_name(earlier),
                &self.state_name(later),
            )
        });
        let added = comparison.profiles_added.iter();
        let removed = comparison.profiles_removed.iter();
        let changed = comparison.profiles_changed.iter();
        added
            .map(|profile| say("compare-profile-added", profile))
            .chain(removed.map(|profile| say("compare-profile-removed", profile)))
            .chain(changed.map(|profile| say("compare-profile-changed", profile)))
            .chain(states)
            .collect()
    }

    fn channels(&self, changes: &[AppChange<Channel>]) -> Vec<String> {
        let name = |channel: Channel| {
            let word = channel.as_str();
            self.catalogue.plain(&format!("channel-{word}"))
        };
        changes
            .iter()
            .map(|change| {
                let (earlier, later) = (name(change.change.earlier), name(change.change.later));
                let app = self.app(&change.app);
                self.before_and_after("compare-app-from-to", &[("app", &app)], &earlier, &later)
            })
            .collect()
    }

    fn account_devices(&self, comparison: &Comparison) -> Vec<String> {
        let say = |id: &str, device: &AccountDeviceName| {
            let kind = device.model.as_deref().map(DeviceKind::of);
            let kind = self.catalogue.plain(crate::report::words::device_kind(
                kind.unwrap_or(DeviceKind::Other),
            ));
            let end = device.serial_end.as_ref().map(|end| format!("…{end}"));
            let exact: Vec<String> = device.model.clone().into_iter().chain(end).collect();
            let name = match exact.is_empty() {
                true => kind,
                false => format!("{kind} ({})", shown(&exact.join(", "))),
            };
            self.unless_certain(device.certain, self.say(id, &[("device", &name)]))
        };
        let added = comparison.account_devices_added.iter();
        let removed = comparison.account_devices_removed.iter();
        added
            .map(|device| say("compare-account-device-added", device))
            .chain(removed.map(|device| say("compare-account-device-removed", device)))
            .collect()
    }

    fn supervised(&self, comparison: &Comparison) -> Vec<String> {
        let word = |on: bool| {
            let id = if on {
                "supervised-yes"
            } else {
                "supervised-no"
            };
            self.catalogue.plain(id)
        };
        let changed = comparison.supervised.iter();
        changed
            .map(|change| {
                let (earlier, later) = (word(change.earlier), word(change.later));
                self.before_and_after("compare-supervised-change", &[], &earlier, &later)
            })
            .collect()
    }

    fn updated(&self, changes: &[AppChange<AppVersion>]) -> Vec<String> {
        let version = |version: &AppVersion| match (&version.name, version.code) {
            (Some(name), Some(code)) => format!("{name} ({code})"),
            (Some(name), None) => name.clone(),
            (None, Some(code)) => format!("({code})"),
            (None, None) => String::new(),
        };
        changes
            .iter()
            .map(|change| {
                let (earlier, later) = (&change.change.earlier, &change.change.later);
                let app = self.app(&change.app);
                self.before_and_after(
                    "compare-app-from-to",
                    &[("app", &app)],
                    &version(earlier),
                    &version(later),
                )
            })
            .collect()
    }

    fn settings(&self, comparison: &Comparison) -> Vec<String> {
        let value = |value: &Option<String>| match value {
            Some(value) => value.clone(),
            None => self.catalogue.plain("compare-setting-absent"),
        };
        let settings = comparison.settings.iter();
        settings
            .map(|setting| {
                let name = format!("{}/{}", shown(&setting.namespace), shown(&setting.name));
                let said = self.before_and_after(
                    "compare-app-from-to",
                    &[("app", &name)],
                    &value(&setting.value.earlier),
                    &value(&setting.value.later),
                );
                self.unless_certain(setting.certain, said)
            })
            .collect()
    }

    fn not_compared(&self, comparison: &Comparison) -> Vec<String> {
        let surfaces = comparison.not_comparable.iter().map(|seen| {
            let surface = self.catalogue.surface_name(seen.surface);
            let read = &seen.read;
            let checks = if read.earlier == read.later {
                vec![("compare-both", &read.earlier)]
            } else {
                vec![
                    ("compare-earlier", &read.earlier),
                    ("compare-later", &read.later),
                ]
            };
            let said: Vec<String> = checks
                .into_iter()
                .filter_map(|(id, reading)| {
                    Some(format!(
                        "{} {}",
                        self.catalogue.plain(id),
                        self.reading(reading)?
                    ))
                })
                .collect();
            format!("{surface}: {}", said.join(" "))
        });
        let signers = comparison
            .signers_not_compared
            .iter()
            .map(|app| self.say("compare-signers-not-compared", &[("app", &self.app(app))]));
        let settings = comparison.settings_not_compared.iter().map(|namespace| {
            self.say(
                "compare-settings-not-compared",
                &[("namespace", &shown(namespace))],
            )
        });
        surfaces.chain(signers).chain(settings).collect()
    }

    /// Why a surface was not read whole; none where it was.
    fn reading(&self, reading: &Reading) -> Option<String> {
        match reading {
            Reading::Whole => None,
            Reading::Partly { skipped } => Some(
                self.catalogue
                    .text("compare-partly", &[("count", (*skipped).into())]),
            ),
            Reading::Unavailable(reason) => Some(self.catalogue.reason(reason, shown)),
            Reading::NotAsked => Some(self.catalogue.plain("compare-not-asked")),
        }
    }

    fn before_and_after(
        &self,
        id: &str,
        values: &[(&str, &str)],
        earlier: &str,
        later: &str,
    ) -> String {
        let (earlier, later) = (shown(earlier), shown(later));
        let mut all = values.to_vec();
        all.push(("earlier", &earlier));
        all.push(("later", &later));
        self.say(id, &all)
    }
}
