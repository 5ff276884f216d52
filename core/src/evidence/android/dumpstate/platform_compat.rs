//! `dumpsys platform_compat`: apps for which a compatibility switch was set, also when they are not installed.
//!
//! Form of AOSP's `CompatChange.toString`, Android 11 to 16, as in the AndroidQF sample:
//! `ChangeId(168419799; name=DOWNSCALED; disabled; packageOverrides={com.x=false}; rawOverrides={com.x=false})`.
//! The maker's own lists stand here too, so a name says that something knew of the app, not that it was there.

use std::collections::BTreeSet;

use super::Section;
use super::course::Course;
use super::names::package;
use super::section::Facts;
use crate::snapshot::SurfaceId;

pub(super) struct Compatibility {
    course: Course,
    seen: BTreeSet<String>,
}

impl Compatibility {
    pub(super) fn new() -> Self {
        Self {
            course: Course::new(SurfaceId::RemovedApps),
            seen: BTreeSet::new(),
        }
    }

    /// `com.x=false, com.y={...}` up to the brace that closes it; what stands behind that.
    fn overrides<'l>(&mut self, text: &'l str, number: u64, facts: &mut Facts<'_>) -> &'l str {
        let mut depth = 0_u32;
        let mut from = 0;
        let mut behind = None;
        let mut entries = Vec::new();
        for (at, c) in text.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => {
                    entries.push(text.get(from..at).unwrap_or_default());
                    behind = text.get(at..);
                    break;
                }
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    entries.push(text.get(from..at).unwrap_or_default());
                    from = at + 1;
                }
                _ => {}
            }
        }
        // Cut: what stands last may be half a name.
        if behind.is_none() {
            let cause = "a list of apps without its end";
            self.course.skip(number, cause, facts);
        }
        for entry in entries {
            let name = entry.split('=').next().unwrap_or_default().trim();
            if name.is_empty() {
                continue;
            }
            match package(name) {
                Some(name) => {
                    if self.seen.insert(name.to_owned()) {
                        facts.app(name, None, number);
                        self.course.record();
                    }
                }
                None => {
                    let cause = "an app with a name that is none";
                    self.course.skip(number, cause, facts);
                }
            }
        }
        behind.unwrap_or_default()
    }
}

impl Section for Compatibility {
    fn line(&mut self, number: u64, line: &str, facts: &mut Facts<'_>) {
        if !self.course.passes(number, line) {
            return;
        }
        if !line.trim_start().starts_with("ChangeId(") {
            return;
        }
        self.course.known();
        let mut rest = line;
        while let Some((_, behind)) = rest.split_once("Overrides={") {
            rest = self.overrides(behind, number, facts);
        }
    }

    fn end(&mut self, _cut: bool, facts: &mut Facts<'_>) {
        self.course.end(facts);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fed::{fed, real};

    const MADE: &str = "\
ChangeId(180326845; name=OVERRIDE_MIN_ASPECT_RATIO_MEDIUM; disabled; overridable)
ChangeId(168419799; name=DOWNSCALED; disabled; packageOverrides={com.example.game=false}; rawOverrides={com.example.game=false, com.example.gone=false}; overridable)
ChangeId(1; name=X; rawOverrides={com.example.nested={enabled=true, minVersion=1}, ??=true, com.example.cu
not a change rawOverrides={com.example.no=true}
";

    #[test]
    fn apps_with_a_switch_were_seen() {
        insta::assert_snapshot!(fed("platform_compat", MADE));
    }

    #[test]
    fn the_real_dump_names_apps_that_are_not_installed() {
        if let Some(told) = real("platform_compat") {
            assert!(told.ends_with("read removed_apps: 3\n"), "{told}");
            assert!(told.contains("org.article19.circulo.next (any user, Seen)"));
        }
    }

    proptest! {
        #[test]
        fn any_lines_are_read_without_a_panic(
            lines in proptest::collection::vec(
                prop_oneof!["\\PC{0,60}", "ChangeId\\(rawOverrides=\\{[a-z.={}, ]{0,30}"],
                0..8,
            ),
        ) {
            fed("platform_compat", &lines.join("\n"));
        }
    }
}
