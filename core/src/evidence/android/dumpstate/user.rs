//! `dumpsys user`: who uses the phone. AOSP `UserManagerService.dump`, `UserInfo.toString`.
//!
//! ```text
//! Users:
//!   UserInfo{0:Owner:c13} serialNo=0 isPrimary=true
//!     Type: android.os.usertype.full.SYSTEM
//! ```
//!
//! The type stands there since Android 11; before, only the flags in hex behind the name tell.

use super::section::{Facts, Section};
use crate::snapshot::{PhoneUser, Reason, SurfaceId, UserKind};

/// `UserInfo.FLAG_PRIMARY`, `FLAG_GUEST`, `FLAG_MANAGED_PROFILE`, `FLAG_PROFILE`.
const PRIMARY: u64 = 0x1;
const GUEST: u64 = 0x4;
const MANAGED: u64 = 0x20;
const PROFILE: u64 = 0x1000;

/// Users that makers add under fixed numbers: a second copy of messengers (Samsung 95, Xiaomi and OPPO
/// 999), Samsung's Secure Folder 150.
const CLONES: [u32; 2] = [95, 999];
const SECURE_FOLDER: u32 = 150;

#[derive(Default)]
pub(super) struct Users {
    found: Vec<PhoneUser>,
    owner: Option<String>,
}

impl Section for Users {
    fn line(&mut self, number: u64, line: &str, facts: &mut Facts<'_>) {
        let line = line.trim();
        if let Some(rest) = line.strip_prefix("UserInfo{") {
            match user(rest) {
                // The list names each user once; other parts of the section name some again.
                Some((id, ..)) if self.found.iter().any(|user| user.id == id) => {}
                Some((id, name, flags)) => self.found.push(PhoneUser {
                    id,
                    kind: by_flags(id, flags),
                    name: name.map(str::to_owned),
                    read: None,
                    provenance: facts.at(number),
                }),
                None => {
                    let cause = "not a user".to_owned();
                    facts.skip(SurfaceId::OtherUsers, number, Reason::Malformed { cause });
                }
            }
        } else if let Some(kind) = line.strip_prefix("Type: ")
            && let Some(user) = self.found.last_mut()
        {
            user.kind = by_type(user.id, kind, user.kind);
        } else if let Some(name) = line.strip_prefix("Owner name: ") {
            self.owner = Some(name.to_owned());
        }
    }

    fn end(&mut self, _cut: bool, facts: &mut Facts<'_>) {
        for mut user in std::mem::take(&mut self.found) {
            // The owner who never chose a name is `null` in the list.
            if user.id == 0 && user.name.is_none() {
                user.name = self.owner.take();
            }
            if facts.users.iter().all(|known| known.id != user.id) {
                facts.users.push(user);
            }
        }
    }
}

/// Number, name and flags of `0:Owner:c13} serialNo=0`. A name can have any character.
fn user(text: &str) -> Option<(u32, Option<&str>, u64)> {
    let end = text.find("} serialNo").or_else(|| text.rfind('}'))?;
    let (id, rest) = text.get(..end)?.split_once(':')?;
    let (name, flags) = rest.rsplit_once(':')?;
    let name = Some(name).filter(|name| !name.is_empty() && *name != "null");
    Some((id.parse().ok()?, name, u64::from_str_radix(flags, 16).ok()?))
}

fn by_flags(id: u32, flags: u64) -> UserKind {
    let has = |flag: u64| flags & flag != 0;
    match id {
        _ if has(PRIMARY) || id == 0 => UserKind::Owner,
        _ if CLONES.contains(&id) => UserKind::Clone,
        SECURE_FOLDER => UserKind::Private,
        _ if has(GUEST) => UserKind::Guest,
        _ if has(MANAGED) => UserKind::WorkProfile,
        _ if has(PROFILE) => UserKind::Other,
        _ => UserKind::Secondary,
    }
}

fn by_type(id: u32, kind: &str, by_flags: UserKind) -> UserKind {
    match kind.trim() {
        "android.os.usertype.full.SYSTEM" | "android.os.usertype.system.HEADLESS" => {
            UserKind::Owner
        }
        "android.os.usertype.full.SECONDARY" => UserKind::Secondary,
        "android.os.usertype.full.GUEST" => UserKind::Guest,
        // Makers' own users have the type of a work profile too.
        "android.os.usertype.profile.MANAGED" if id != SECURE_FOLDER && !CLONES.contains(&id) => {
            UserKind::WorkProfile
        }
        "android.os.usertype.profile.MANAGED" => by_flags,
        "android.os.usertype.profile.CLONE" => UserKind::Clone,
        "android.os.usertype.profile.PRIVATE" => UserKind::Private,
        _ => by_flags,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::evidence::Unwatched;
    use crate::evidence::parsed::Place;

    fn read(text: &str) -> Vec<(u32, UserKind, Option<String>)> {
        let input: Arc<str> = "phone/dumpsys.txt".into();
        let mut facts = Facts::new(Place::new(&input, &Unwatched));
        let mut users = Users::default();
        for (number, line) in (1..).zip(text.lines()) {
            users.line(number, line, &mut facts);
        }
        users.end(false, &mut facts);
        let users = facts.users.into_iter();
        users.map(|user| (user.id, user.kind, user.name)).collect()
    }

    #[test]
    fn each_user_is_named_with_its_kind() {
        let users = read(
            "Current user: 0\n\nUsers:\n  UserInfo{0:null:4c13} serialNo=0 isPrimary=true\n    \
             Type: android.os.usertype.full.SYSTEM\n    Flags: 19475 (ADMIN|FULL)\n  \
             UserInfo{10:Work: mine}:1030} serialNo=10 isPrimary=false parentId=0\n    \
             Type: android.os.usertype.profile.MANAGED\n  \
             UserInfo{11:Private space:1090} serialNo=11 isPrimary=false parentId=0\n    \
             Type: android.os.usertype.profile.PRIVATE\n  \
             UserInfo{150:Secure Folder:10061030} serialNo=150\n    \
             Type: android.os.usertype.profile.MANAGED\n\n  Owner name: Sam\n",
        );
        let named = |name: &str| Some(name.to_owned());
        assert_eq!(
            users,
            [
                (0, UserKind::Owner, named("Sam")),
                (10, UserKind::WorkProfile, named("Work: mine}")),
                (11, UserKind::Private, named("Private space")),
                (150, UserKind::Private, named("Secure Folder")),
            ]
        );
    }

    #[test]
    fn before_android_11_the_flags_tell_the_kind() {
        let users = read(
            "Users:\n  UserInfo{0:Besitzer:13} serialNo=0\n  UserInfo{10:Arbeit:30} serialNo=10\n  \
             UserInfo{11:Gast:14} serialNo=11\n  UserInfo{12:Kind:10} serialNo=12\n  \
             UserInfo{999:XSpace:800010} serialNo=13\n",
        );
        let kinds: Vec<_> = users.iter().map(|(_, kind, _)| *kind).collect();
        assert_eq!(
            kinds,
            [
                UserKind::Owner,
                UserKind::WorkProfile,
                UserKind::Guest,
                UserKind::Secondary,
                UserKind::Clone
            ]
        );
    }

    proptest! {
        #[test]
        fn any_lines_are_read_without_a_panic(text in "(UserInfo\\{|[0-9]{1,12}|:|\\}| serialNo|Type: |null|\n|\\PC){0,60}") {
            read(&text);
        }
    }
}
