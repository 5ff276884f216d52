//! The text files of a sysdiagnose that name apps and programs: `ps.txt`, `shutdown*.log`, `swcutil_show.txt`,
//! `brctl-dump.txt`. Formats as EC-DIGIT-CSIRC sysdiagnose reads them.

use std::collections::BTreeMap;

use super::super::facts::{self, short};
use crate::evidence::json::malformed;
use crate::evidence::lines::Lines;
use crate::evidence::parsed::Place;
use crate::limits::SYSDIAGNOSE_NAMES;
use crate::snapshot::{Process, Provenance, Reason};

/// Whether a text may be the identifier of an app, of a length that one has.
pub(super) fn is_bundle(text: &str) -> bool {
    text.len() <= 255 && facts::is_bundle(text)
}

/// Names, each with the first place that has it.
pub(super) type Names = BTreeMap<String, Provenance>;

/// `ps.txt`: a line of headings, the last of which is the command. Names are the commands without what was
/// given to them.
pub(super) fn processes(mut bytes: &[u8], place: &mut Place<'_>) -> Vec<Process> {
    let mut found = Vec::new();
    let mut headings: Option<(usize, Option<usize>)> = None;
    each(&mut bytes, place, |line, text, place| {
        let Some((columns, user)) = headings else {
            let names: Vec<&str> = text.split_ascii_whitespace().collect();
            let last = names.last().map(|name| name.to_ascii_uppercase());
            if !matches!(last.as_deref(), Some("COMMAND" | "CMD")) {
                place.stop(malformed("no line of headings"));
                return false;
            }
            headings = Some((names.len(), names.iter().position(|name| *name == "USER")));
            return true;
        };
        if text.trim().is_empty() {
            return true;
        }
        let locator = format!("line {line}");
        match columns_of(text, columns) {
            Some((fields, command)) => found.push(Process {
                name: program(command).to_owned(),
                user: user
                    .and_then(|at| fields.get(at))
                    .map(|it| (*it).to_owned()),
                provenance: place.at(locator),
            }),
            None => place.skip(&locator, malformed("fewer columns than headings")),
        }
        true
    });
    found
}

/// The columns before the last, and the last, which may have spaces in it.
fn columns_of(text: &str, columns: usize) -> Option<(Vec<&str>, &str)> {
    let mut fields = Vec::new();
    let mut rest = text.trim_start();
    while fields.len() + 1 < columns {
        let (field, behind) = rest.split_once(|it: char| it.is_ascii_whitespace())?;
        fields.push(field);
        rest = behind.trim_start();
    }
    let command = short(rest.trim_end()).filter(|command| !command.is_empty())?;
    Some((fields, command))
}

/// A command without its arguments: what people give to programs is not needed. Paths have spaces in them.
fn program(command: &str) -> &str {
    let end = [" -", " /", " {"]
        .into_iter()
        .filter_map(|mark| command.find(mark));
    let end = end.min().unwrap_or(command.len());
    command.get(..end).unwrap_or(command)
}

/// `shutdown*.log`: programs that were still there while the phone shut down, each once.
/// `remaining client pid: 215 (/usr/libexec/locationd/<UUID>)`.
pub(super) fn shutdown(mut bytes: &[u8], place: &mut Place<'_>) -> Vec<Process> {
    let mut found = Names::new();
    each(&mut bytes, place, |line, text, place| {
        let Some((_, rest)) = text.split_once("remaining client pid: ") else {
            return true;
        };
        let locator = format!("line {line}");
        let path = rest
            .split_once('(')
            .and_then(|(_, rest)| rest.rsplit_once(')'));
        let path = path.and_then(|(path, _)| short(without_uuid(path)));
        match path {
            Some(path) => note(&mut found, path, place, locator),
            None => {
                place.skip(&locator, malformed("no path of a program"));
                true
            }
        }
    });
    let found = found.into_iter();
    found
        .map(|(name, provenance)| Process {
            name,
            user: None,
            provenance,
        })
        .collect()
}

/// The path without the identifier of the build that stands behind it.
fn without_uuid(path: &str) -> &str {
    let is_uuid = |end: &str| {
        end.len() == 36
            && end
                .bytes()
                .all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
    };
    match path.rsplit_once('/') {
        Some((program, end)) if is_uuid(end) => program,
        _ => path,
    }
}

/// `swcutil_show.txt`: apps that may open links of a web site. `App ID: 9JA89QQLNQ.com.example.app`; only the
/// part above the heading of the network is about apps.
pub(super) fn universal_links(mut bytes: &[u8], place: &mut Place<'_>) -> Names {
    let mut found = Names::new();
    each(&mut bytes, place, |line, text, place| {
        let text = text.trim();
        if text.starts_with('=') && text.contains(" NETWORK ") {
            return false;
        }
        let Some(id) = text.strip_prefix("App ID:") else {
            return true;
        };
        let id = without_team(id.trim());
        let locator = format!("line {line}");
        if is_bundle(id) {
            return note(&mut found, id, place, locator);
        }
        place.skip(&locator, malformed("not the identifier of an app"));
        true
    });
    found
}

/// An identifier without the maker's prefix: ten capital letters and digits.
fn without_team(id: &str) -> &str {
    let is_team = |team: &str| {
        team.len() == 10
            && team
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    };
    match id.split_once('.') {
        Some((team, rest)) if is_team(team) => rest,
        _ => id,
    }
}

/// `brctl-dump.txt`: apps that keep files in iCloud. `+ app library: <… apps:{…} bundles:{com.example.app, …}>`.
/// Newer phones write `c{1}m.e{5}e` for each name: such are no names.
pub(super) fn cloud_documents(mut bytes: &[u8], place: &mut Place<'_>) -> Names {
    let mut found = Names::new();
    each(&mut bytes, place, |line, text, place| {
        if !text.contains("+ app library") {
            return true;
        }
        let bundles = text
            .split_once("bundles:{")
            .and_then(|(_, rest)| rest.split_once('}'));
        let bundles = bundles.map_or("", |(bundles, _)| bundles);
        for id in bundles.split([',', ';']).map(str::trim) {
            if is_bundle(id) && !note(&mut found, id, place, format!("line {line}")) {
                return false;
            }
        }
        true
    });
    found
}

/// Keeps the first place of a name; false where there are too many.
pub(super) fn note(found: &mut Names, name: &str, place: &mut Place<'_>, locator: String) -> bool {
    if found.contains_key(name) {
        return true;
    }
    if found.len() >= SYSDIAGNOSE_NAMES {
        let limit = SYSDIAGNOSE_NAMES as u64;
        place.stop(Reason::TooMany { limit });
        return false;
    }
    found.insert(name.to_owned(), place.at(locator));
    true
}

/// Gives each line that can be read, until one answers false.
pub(super) fn each(
    bytes: &mut &[u8],
    place: &mut Place<'_>,
    mut read: impl FnMut(u64, &str, &mut Place<'_>) -> bool,
) {
    let mut lines = Lines::new(bytes);
    while let Some((line, text)) = lines.next() {
        if place.stops() {
            return;
        }
        match text {
            Ok(text) => {
                if !read(line, &text, place) {
                    return;
                }
            }
            Err(reason) => place.skip(&format!("line {line}"), reason),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::evidence::Unwatched;

    fn with<T>(read: impl FnOnce(&mut Place<'_>) -> T) -> (T, Vec<String>, Option<Reason>) {
        let input: Arc<str> = "file".into();
        let mut place = Place::new(&input, &Unwatched);
        let value = read(&mut place);
        let parsed = place.finish(value, 0);
        let skipped = parsed.skipped.into_iter().map(|it| it.record).collect();
        (parsed.value, skipped, parsed.stopped)
    }

    fn names(found: Names) -> Vec<String> {
        let found = found.into_iter();
        found
            .map(|(name, at)| format!("{name} {}", at.locator))
            .collect()
    }

    #[test]
    fn processes_lose_their_arguments_and_keep_spaces_in_their_path() {
        let text = "USER UID PID %CPU STARTED TIME COMMAND\n\
            root 0 1 0.0 1:25PM 0:00.00 /sbin/launchd\n\
            mobile 501 90 0.1 Mon08PM 0:01.00 /Applications/My App.app/My App --token secret\n\
            mobile 501 91\n\n";
        let (found, skipped, _) = with(|place| processes(text.as_bytes(), place));
        let found: Vec<(&str, Option<&str>)> = found
            .iter()
            .map(|it| (it.name.as_str(), it.user.as_deref()))
            .collect();
        assert_eq!(
            found,
            [
                ("/sbin/launchd", Some("root")),
                ("/Applications/My App.app/My App", Some("mobile")),
            ]
        );
        assert_eq!(skipped, ["file line 4"]);
        let (found, _, stopped) = with(|place| processes(b"something else\n", place));
        assert!(found.is_empty() && stopped.is_some());
    }

    #[test]
    fn programs_that_delayed_the_end_are_named_once() {
        let text = "After 0.63s, these clients are still here:\n\
            \t\tremaining client pid: 215 (/usr/libexec/locationd/0A1B2C3D-0000-0000-0000-000000000000)\n\
            After 2.62s, these clients are still here:\n\
            \t\tremaining client pid: 215 (/usr/libexec/locationd/0A1B2C3D-0000-0000-0000-000000000000)\n\
            \t\tremaining client pid: 66 (/private/var/x (1)/bh)\n\
            \t\tremaining client pid: 67\n\
            SIGTERM: [1767489112]\n";
        let (found, skipped, _) = with(|place| shutdown(text.as_bytes(), place));
        let found: Vec<String> = found
            .iter()
            .map(|it| format!("{} {}", it.name, it.provenance.locator))
            .collect();
        assert_eq!(
            found,
            [
                "/private/var/x (1)/bh line 5",
                "/usr/libexec/locationd line 2"
            ]
        );
        assert_eq!(skipped, ["file line 6"]);
    }

    #[test]
    fn apps_are_named_without_the_prefix_of_their_maker() {
        let text = "=================================== DATABASE ===================================\n\
            Service: applinks\nApp ID: 9JA89QQLNQ.org.example.app\nApp ID: 0000000000.com.apple.maps\n\
            App ID: no app\nApp ID: org.example.app\n\
            =================================== NETWORK ====================================\n\
            App ID: 9JA89QQLNQ.org.example.late\n";
        let (found, skipped, _) = with(|place| universal_links(text.as_bytes(), place));
        assert_eq!(
            names(found),
            ["com.apple.maps line 4", "org.example.app line 3"]
        );
        assert_eq!(skipped, ["file line 5"]);
    }

    #[test]
    fn apps_with_files_in_the_cloud_are_named_where_their_name_is_whole() {
        let text = "+ app library: <iCloud.org.example[51] ino:3 apps:{org.example.app; x} bundles:{org.example.app, com.example.two}>\n\
            + app library: <c{1}m.a{3}e.s{5}x[51] NA {s:no-documents|l-root} ino:(null)>\n\
            + other bundles:{org.example.three}\n";
        let (found, skipped, _) = with(|place| cloud_documents(text.as_bytes(), place));
        assert_eq!(
            names(found),
            ["com.example.two line 1", "org.example.app line 1"]
        );
        assert!(skipped.is_empty());
    }
}
