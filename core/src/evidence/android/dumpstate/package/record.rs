//! One package of the list, or one shared user: lines with `key=value`, lists below a title, and one block
//! for each user. AOSP `Settings.dumpPackageLPr`.

use std::collections::{BTreeMap, BTreeSet};

use super::Room;
use crate::evidence::android::dumpstate::section::{Facts, time};
use crate::limits::MANIFEST_VALUE_BYTES;
use crate::snapshot::Moment;

/// What stands at a line of the dump.
#[derive(Debug, Clone)]
pub(super) struct At<T> {
    pub(super) value: T,
    pub(super) line: u64,
}

#[derive(Default)]
pub(super) struct Record {
    pub(super) name: String,
    pub(super) line: u64,
    /// The dump ends inside it.
    pub(super) cut: bool,
    pub(super) shared_user: Option<String>,
    /// Its code is gone and its data is kept (`pkg=null`).
    pub(super) kept: bool,
    pub(super) version_code: Option<At<u64>>,
    pub(super) version_name: Option<At<String>>,
    pub(super) target_sdk: Option<At<u32>>,
    pub(super) system: Option<bool>,
    pub(super) first_installed: Option<At<Moment>>,
    pub(super) last_updated: Option<At<Moment>>,
    pub(super) installer: Option<At<String>>,
    pub(super) initiating: Option<At<String>>,
    pub(super) originating: Option<At<String>>,
    pub(super) source: Option<At<&'static str>>,
    pub(super) certificates: Vec<At<String>>,
    pub(super) requested: Option<At<BTreeSet<String>>>,
    pub(super) declared: Vec<At<String>>,
    /// Permissions given at installation, by name and the user that a line names.
    install: BTreeMap<String, Vec<(Option<u32>, bool)>>,
    pub(super) users: Vec<User>,
    /// The list that goes on below a title, if its names are kept, and where its title stands.
    list: Option<(Option<List>, usize)>,
}

/// What the record says of one user.
#[derive(Default)]
pub(super) struct User {
    pub(super) id: u32,
    pub(super) line: u64,
    pub(super) installed: Option<bool>,
    pub(super) enabled: Option<bool>,
    /// Archived: its code is gone, its data and its place are kept (Android 15).
    pub(super) archived: bool,
    pub(super) first_installed: Option<At<Moment>>,
    /// Classes that were switched off, and where that stands.
    pub(super) disabled: BTreeMap<String, u64>,
    runtime: BTreeSet<String>,
}

#[derive(Clone, Copy)]
enum List {
    Requested,
    Declared,
    Install,
    Runtime,
    Disabled,
}

/// The name in `com.x] (4be8eeb):`.
pub(super) fn name(rest: &str) -> Option<&str> {
    let (name, rest) = rest.split_once(']')?;
    let strange = |c: char| c.is_whitespace() || c.is_control();
    let plain = !name.is_empty() && name.len() <= MANIFEST_VALUE_BYTES && !name.contains(strange);
    (plain && rest.trim_end().ends_with(':')).then_some(name)
}

impl Record {
    pub(super) fn new(name: &str, line: u64) -> Self {
        Self {
            name: name.to_owned(),
            line,
            ..Self::default()
        }
    }

    pub(super) fn line(
        &mut self,
        line: u64,
        indent: usize,
        text: &str,
        room: &mut Room,
        facts: &mut Facts<'_>,
    ) {
        let text = text.trim_end();
        match self.list {
            Some((list, title)) if indent > title => {
                if let Some(list) = list
                    && room.take(line, facts)
                {
                    self.item(list, line, text);
                }
                return;
            }
            _ => self.list = None,
        }
        if let Some(rest) = text.strip_prefix("User ")
            && let Some((id, state)) = rest.split_once(':')
            && let Ok(id) = id.parse()
        {
            if room.take(line, facts) {
                self.user(id, line, state);
            }
        } else if let Some(list) = list(text) {
            if matches!(list, Some(List::Requested)) && self.requested.is_none() {
                let value = BTreeSet::new();
                self.requested = Some(At { value, line });
            }
            self.list = Some((list, indent));
        } else if let Some((key, value)) = text.split_once('=') {
            self.value(line, key, value);
        }
    }

    fn user(&mut self, id: u32, line: u64, state: &str) {
        let mut user = User {
            id,
            line,
            ..User::default()
        };
        for word in state.split_whitespace() {
            match word.split_once('=') {
                Some(("installed", installed)) => user.installed = installed.parse().ok(),
                // COMPONENT_ENABLED_STATE_*: as the manifest says, on; then three ways of off.
                Some(("enabled", "0" | "1")) => user.enabled = Some(true),
                Some(("enabled", "2" | "3" | "4")) => user.enabled = Some(false),
                _ => {}
            }
        }
        self.users.push(user);
    }

    fn item(&mut self, list: List, line: u64, text: &str) {
        if text.len() > MANIFEST_VALUE_BYTES {
            return;
        }
        let name = |text: &str| text.split([':', ' ', ',']).next().unwrap_or("").to_owned();
        match list {
            List::Requested => {
                if let Some(requested) = &mut self.requested {
                    // `android.permission.X: restricted=true` since Android 10.
                    requested.value.insert(name(text));
                }
            }
            List::Declared => self.declared.push(At {
                value: name(text),
                line,
            }),
            List::Install => {
                let (name, granted, user) = grant(text);
                let lines = self.install.entry(name.to_owned()).or_default();
                lines.push((user, granted));
            }
            List::Runtime => {
                let (name, granted, _) = grant(text);
                if granted && let Some(user) = self.users.last_mut() {
                    user.runtime.insert(name.to_owned());
                }
            }
            List::Disabled => {
                if let Some(user) = self.users.last_mut() {
                    user.disabled.entry(text.to_owned()).or_insert(line);
                }
            }
        }
    }

    fn value(&mut self, line: u64, key: &str, value: &str) {
        let named = || {
            let named = Some(value.trim()).filter(|value| !matches!(*value, "" | "null"));
            named.map(|value| At {
                value: value.to_owned(),
                line,
            })
        };
        let moment = || set_time(value).map(|value| At { value, line });
        match key {
            "pkg" => self.kept = value == "null",
            "sharedUser" => self.shared_user = shared_user(value),
            "versionCode" => self.versions(line, value),
            "versionName" => self.version_name = named(),
            "flags" | "pkgFlags" => {
                let system = value
                    .split_whitespace()
                    .any(|flag| matches!(flag, "SYSTEM" | "UPDATED_SYSTEM_APP"));
                self.system = Some(system || self.system == Some(true));
            }
            // Android 13 and older once for the package, newer once for each user.
            "firstInstallTime" => match self.users.last_mut() {
                Some(user) => user.first_installed = moment(),
                None => self.first_installed = moment(),
            },
            "archiveTime" => {
                if let Some(user) = self.users.last_mut() {
                    user.archived = true;
                }
            }
            "lastUpdateTime" => self.last_updated = moment(),
            // `null` is an app that no app installed, as in `pm list packages -i`.
            "installerPackageName" => {
                self.installer = Some(At {
                    value: value.trim().to_owned(),
                    line,
                });
            }
            "initiatingPackageName" | "installInitiatingPackageName" => self.initiating = named(),
            "originatingPackageName" | "installOriginatingPackageName" => {
                self.originating = named();
            }
            // `PackageInstaller.PACKAGE_SOURCE_*`.
            "packageSource" => {
                let word = match value.trim() {
                    "1" => Some("other"),
                    "2" => Some("store"),
                    "3" => Some("local_file"),
                    "4" => Some("downloaded_file"),
                    _ => None,
                };
                self.source = word.map(|value| At { value, line });
            }
            "signatures" => self.certificates = certificates(value, line),
            _ => {}
        }
    }

    /// `500700000 minSdk=28 targetSdk=28`
    fn versions(&mut self, line: u64, value: &str) {
        let mut words = value.split_whitespace();
        let code = words.next().and_then(|word| word.parse().ok());
        self.version_code = code.map(|value| At { value, line });
        let target = words.find_map(|word| word.strip_prefix("targetSdk="));
        self.target_sdk = target
            .and_then(|target| target.parse().ok())
            .map(|value| At { value, line });
    }

    /// What a user granted or the installation gave. A line for another user than the owner stands only
    /// where it differs from the owner's.
    pub(super) fn granted(&self, user: u32) -> BTreeSet<String> {
        let mut granted: BTreeSet<String> = self
            .install
            .iter()
            .filter(|(_, lines)| {
                let own = lines.iter().find(|(of, _)| *of == Some(user));
                let line = own.or_else(|| lines.iter().find(|(of, _)| of.is_none()));
                line.is_some_and(|(_, granted)| *granted)
            })
            .map(|(name, _)| name.clone())
            .collect();
        let of_user = self.users.iter().filter(|known| known.id == user);
        granted.extend(of_user.flat_map(|known| known.runtime.iter().cloned()));
        granted
    }
}

/// The list that a title begins; one that nobody keeps is none.
fn list(text: &str) -> Option<Option<List>> {
    let list = match text.strip_suffix(':')? {
        "requested permissions" => List::Requested,
        "declared permissions" => List::Declared,
        // Before Android 6 all were given at installation.
        "install permissions" | "grantedPermissions" => List::Install,
        "runtime permissions" => List::Runtime,
        "disabledComponents" => List::Disabled,
        _ => return Some(None),
    };
    Some(Some(list))
}

/// Name, whether it is granted, and the user of `android.permission.X: granted=true, flags=[ ], userId=10`.
/// A list without `granted` names what is granted.
fn grant(text: &str) -> (&str, bool, Option<u32>) {
    let Some((name, rest)) = text.split_once(": granted=") else {
        return (text.trim_end_matches(':'), true, None);
    };
    let granted = rest.split([',', ' ']).next() == Some("true");
    let user = rest.rsplit_once("userId=");
    (
        name,
        granted,
        user.and_then(|(_, id)| id.trim().parse().ok()),
    )
}

/// `SharedUserSetting{b8a0e41 android.uid.system/1000}`
fn shared_user(value: &str) -> Option<String> {
    let (_, rest) = value.split_once('{')?.1.split_once(' ')?;
    let (name, _) = rest.rsplit_once('/')?;
    Some(name.to_owned())
}

/// The current signers of `PackageSignatures{3310927 version:2, signatures:[b378e95c], past signatures:[]}`;
/// before Android 9 `PackageSignatures{3310927 [b378e95c]}`.
fn certificates(value: &str, line: u64) -> Vec<At<String>> {
    let list = match value.split_once("signatures:[") {
        Some((_, list)) => Some(list),
        None => value.split_once('[').map(|(_, list)| list),
    };
    let list = list.and_then(|list| list.split_once(']'));
    let hashes = list.map_or("", |(list, _)| list).split(',').map(str::trim);
    let is_hash = |hash: &&str| {
        !hash.is_empty() && hash.len() <= 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    let value = |hash: &str| At {
        value: hash.to_owned(),
        line,
    };
    hashes.filter(is_hash).map(value).collect()
}

/// A time that was set. One that never was is the first second of 1970, or the evening before it.
fn set_time(text: &str) -> Option<Moment> {
    let moment = time(text)?;
    (moment.as_if_utc().as_second() > 2 * 86_400).then_some(moment)
}
