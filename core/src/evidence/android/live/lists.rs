//! What `pm`, `cmd package`, `mount`, `which` and `date` print, in the forms of Android 7 to 16.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use jiff::Timestamp;

use crate::evidence::json::malformed;
use crate::evidence::lines::Lines;
use crate::evidence::parsed::{Parsed, Place};
use crate::snapshot::{ApkFile, App, AppState, Observed, PhoneUser, Platform, UserKind, Version};

/// Calls `row` for each line that is not blank; a row that gives nothing is left out with `what` as its reason.
fn each_line<T>(
    place: &mut Place<'_>,
    source: &mut dyn Read,
    what: &str,
    mut row: impl FnMut(&str, String, &mut Place<'_>) -> Option<T>,
) -> Vec<T> {
    let mut values = Vec::new();
    let mut lines = Lines::new(source);
    while !place.stops() {
        let Some((number, line)) = lines.next() else {
            break;
        };
        let at = format!("line {number}");
        match line {
            Ok(line) if line.trim().is_empty() => {}
            Ok(line) => match row(&line, at.clone(), place) {
                Some(value) => values.push(value),
                None => place.skip(&at, malformed(what)),
            },
            Err(reason) => place.skip(&at, reason),
        }
    }
    values
}

/// `pm list users`: `UserInfo{10:Work profile:1030} running`, the flags in hex (AOSP `UserInfo`).
pub(super) fn users(mut place: Place<'_>, source: &mut dyn Read) -> Parsed<Vec<PhoneUser>> {
    let rows = each_line(&mut place, source, "not a user", |line, at, place| {
        let line = line.trim();
        if line == "Users:" {
            return Some(None);
        }
        let (_, rest) = line.split_once("UserInfo{")?;
        let (inside, _) = rest.rsplit_once('}')?;
        let (id, rest) = inside.split_once(':')?;
        let (name, flags) = rest.rsplit_once(':')?;
        let id: u32 = id.parse().ok()?;
        let flags = u32::from_str_radix(flags, 16).ok()?;
        Some(Some(PhoneUser {
            id,
            kind: kind(id, flags),
            name: (!name.is_empty() && name != "null").then(|| name.to_owned()),
            read: None,
            provenance: place.at(at),
        }))
    });
    let mut users: Vec<PhoneUser> = rows.into_iter().flatten().collect();
    users.sort();
    users.dedup_by_key(|user| user.id);
    let count = users.len() as u64;
    place.finish(users, count)
}

/// AOSP `UserInfo.FLAG_*`. A profile that is not for work is a copy of apps or a private space; the flags do
/// not tell which, `dumpsys user` does.
fn kind(id: u32, flags: u32) -> UserKind {
    const GUEST: u32 = 0x4;
    const MANAGED_PROFILE: u32 = 0x20;
    const FULL: u32 = 0x400;
    match flags {
        _ if id == 0 => UserKind::Owner,
        flags if flags & MANAGED_PROFILE != 0 => UserKind::WorkProfile,
        flags if flags & GUEST != 0 => UserKind::Guest,
        flags if flags & FULL != 0 => UserKind::Secondary,
        _ => UserKind::Other,
    }
}

/// `pm list packages -f -i -U --show-versioncode`:
/// `package:/data/app/~~a==/com.x-b==/base.apk=com.x versionCode:7  installer=com.android.vending uid:10123`.
pub(super) fn apps(mut place: Place<'_>, user: u32, source: &mut dyn Read) -> Parsed<Vec<App>> {
    let apps = each_line(&mut place, source, "not an app", |line, at, place| {
        let rest = line.strip_prefix("package:")?;
        // An installer or a number follows; a path may hold spaces, and `=` in any part of it.
        let ends = [" versionCode:", "  installer=", " uid:"];
        let end = ends.iter().filter_map(|mark| rest.find(mark)).min();
        let (named, facts) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        let (path, id) = named.trim_end().rsplit_once('=')?;
        if id.is_empty() || id.contains(char::is_whitespace) {
            return None;
        }
        let provenance = place.at(at);
        let mut app = App::new(
            id,
            Platform::Android,
            AppState::Installed,
            provenance.clone(),
        );
        app.user = Some(user);
        let fact = |name: &str| {
            let words = facts.split_whitespace();
            words.filter_map(|word| word.strip_prefix(name)).next()
        };
        app.version = fact("versionCode:")
            .and_then(|code| code.parse().ok())
            .map(|code| Version {
                name: None,
                code: Some(code),
                provenance: provenance.clone(),
            });
        app.install.installer = fact("installer=")
            .filter(|installer| !installer.is_empty())
            .map(|installer| Observed::new(installer.to_owned(), provenance.clone()));
        if !path.is_empty() {
            app.files.push(ApkFile {
                path: Some(path.to_owned()),
                bytes: None,
                sha256: None,
                read_here: false,
                rules: None,
                anomalies: Vec::new(),
                provenance,
            });
        }
        Some(app)
    });
    let count = apps.len() as u64;
    place.finish(apps, count)
}

/// `pm list packages` and `pm path`: what stands after `package:` on each line.
pub(super) fn named(mut place: Place<'_>, source: &mut dyn Read) -> Parsed<BTreeSet<String>> {
    let names = each_line(&mut place, source, "not an app", |line, _, _| {
        let name = line.strip_prefix("package:")?.trim();
        (!name.is_empty()).then(|| name.to_owned())
    });
    let names: BTreeSet<String> = names.into_iter().collect();
    let count = names.len() as u64;
    place.finish(names, count)
}

/// `cmd package query-activities --brief`: the parts (`com.x/.Main`) by app, between lines about each.
pub(super) fn icons(mut place: Place<'_>, source: &mut dyn Read) -> Parsed<BTreeSet<String>> {
    let rows = each_line(&mut place, source, "not a part of an app", |line, _, _| {
        let line = line.trim();
        let about = line.ends_with("activities found:")
            || line == "No activities found"
            || line.starts_with("Activity #")
            || line.starts_with("priority=");
        if about {
            return Some(None);
        }
        let (package, class) = line.split_once('/')?;
        let plain = !package.is_empty() && !class.is_empty() && !line.contains(char::is_whitespace);
        plain.then(|| Some(package.to_owned()))
    });
    let packages: BTreeSet<String> = rows.into_iter().flatten().collect();
    let count = packages.len() as u64;
    place.finish(packages, count)
}

/// Lines that are values by themselves (`mount`, `which -a`).
pub(super) fn lines(mut place: Place<'_>, source: &mut dyn Read) -> Parsed<Vec<Observed<String>>> {
    let values = each_line(&mut place, source, "not a line", |line, at, place| {
        Some(Observed::new(line.trim().to_owned(), place.at(at)))
    });
    let count = values.len() as u64;
    place.finish(values, count)
}

/// `sha256sum`: the digest and the path, with the line it stood on.
pub(super) fn digests(
    mut place: Place<'_>,
    source: &mut dyn Read,
) -> Parsed<BTreeMap<String, Observed<crate::digest::Sha256>>> {
    let rows = each_line(
        &mut place,
        source,
        "not a digest and a path",
        |line, at, place| {
            let (digest, path) = line.split_once("  ")?;
            let digest = digest.parse().ok()?;
            Some((path.to_owned(), Observed::new(digest, place.at(at))))
        },
    );
    let digests: BTreeMap<_, _> = rows.into_iter().collect();
    let count = digests.len() as u64;
    place.finish(digests, count)
}

/// `date +%s.%N`: `1790000000.123456789`; where `%N` is not known it stays a letter.
pub(super) fn clock(text: &[u8]) -> Option<Timestamp> {
    let text = std::str::from_utf8(text).ok()?.trim();
    let (seconds, fraction) = text.split_once('.').unwrap_or((text, ""));
    let seconds: i64 = seconds.parse().ok()?;
    let nanoseconds = if fraction.len() == 9 {
        fraction
            .parse::<u32>()
            .ok()
            .and_then(|n| i32::try_from(n).ok())
    } else {
        None
    };
    Timestamp::new(seconds, nanoseconds.unwrap_or(0)).ok()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::evidence::Unwatched;

    fn read<T>(
        parse: impl FnOnce(Place<'_>, &mut dyn Read) -> Parsed<T>,
        mut text: &[u8],
    ) -> Parsed<T> {
        let input: Arc<str> = "adb:x/list".into();
        parse(Place::new(&input, &Unwatched), &mut text)
    }

    #[test]
    fn users_have_a_number_a_name_and_a_kind() {
        let parsed = read(
            users,
            b"Users:\n\tUserInfo{0:Owner: me:c13} running\n\tUserInfo{10:Work profile:1030} running\n\
              \tUserInfo{11:Guest:404}\n\tUserInfo{12:null:410}\n\tUserInfo{150:Secure Folder:1010}\nwhat\n",
        );
        let found: Vec<_> = parsed
            .value
            .iter()
            .map(|user| (user.id, user.kind, user.name.as_deref()))
            .collect();
        assert_eq!(
            found,
            [
                (0, UserKind::Owner, Some("Owner: me")),
                (10, UserKind::WorkProfile, Some("Work profile")),
                (11, UserKind::Guest, Some("Guest")),
                (12, UserKind::Secondary, None),
                (150, UserKind::Other, Some("Secure Folder")),
            ]
        );
        assert_eq!(parsed.skipped.len(), 1);
    }

    #[test]
    fn apps_have_a_path_an_installer_and_a_version_where_the_system_says_so() {
        let parsed = read(
            |place, source| apps(place, 10, source),
            b"package:/data/app/~~a=b==/com.x-c d==/base.apk=com.x versionCode:7  installer=com.android.vending uid:1010123\n\
              package:/system/app/Y/Y.apk=com.y  installer=null\n\
              package:com.z\n\
              Error: java.lang.SecurityException\n",
        );
        let found: Vec<_> = parsed
            .value
            .iter()
            .map(|app| {
                let path = app.files[0].path.as_deref().unwrap();
                let code = app.version.as_ref().and_then(|version| version.code);
                let installer = app.install.installer.as_ref();
                (
                    app.id.as_str(),
                    path,
                    code,
                    installer.map(|one| one.value.as_str()),
                )
            })
            .collect();
        assert_eq!(
            found,
            [
                (
                    "com.x",
                    "/data/app/~~a=b==/com.x-c d==/base.apk",
                    Some(7),
                    Some("com.android.vending")
                ),
                ("com.y", "/system/app/Y/Y.apk", None, Some("null")),
            ]
        );
        assert!(parsed.value.iter().all(|app| app.user == Some(10)));
        assert_eq!(parsed.skipped.len(), 2);
    }

    #[test]
    fn apps_with_an_icon_are_named_once() {
        let parsed = read(
            icons,
            b"3 activities found:\n  Activity #0:\n    priority=0 preferredOrder=0 match=0x108000 specificIndex=-1 isDefault=true\n\
              \x20   com.x/.Main\n  Activity #1:\n    com.x/.Other\n  Activity #2:\n    com.y/com.y.Main\n    nonsense\n",
        );
        assert_eq!(parsed.value, ["com.x", "com.y"].map(str::to_owned).into());
        assert_eq!(parsed.skipped.len(), 1);
    }

    #[test]
    fn a_clock_is_read_with_or_without_its_fraction() {
        assert_eq!(
            clock(b"1790000000.250000000\n").unwrap().as_millisecond(),
            1_790_000_000_250
        );
        assert_eq!(clock(b"1790000000.N\n").unwrap().as_second(), 1_790_000_000);
        assert_eq!(clock(b"1790000000").unwrap().as_second(), 1_790_000_000);
        assert_eq!(clock(b"date: bad format\n"), None);
        assert_eq!(clock(b"99999999999999999999"), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
            read(users, &bytes);
            read(|place, source| apps(place, 0, source), &bytes);
            read(named, &bytes);
            read(icons, &bytes);
            read(lines, &bytes);
            read(digests, &bytes);
            clock(&bytes);
        }

        #[test]
        fn any_row_is_read_without_a_panic(text in "\\PC{0,60}") {
            read(users, format!("UserInfo{{{text}}}").as_bytes());
            read(|place, source| apps(place, 0, source), format!("package:{text}").as_bytes());
            read(digests, text.as_bytes());
        }
    }
}
