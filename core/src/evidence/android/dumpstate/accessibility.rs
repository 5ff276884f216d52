//! `dumpsys accessibility`: which accessibility services are enabled, for each user.
//!
//! Reads AOSP's one-line sets (`Enabled services:{{com.x/.S}, {com.y/.T}}`, Android 11 to 16,
//! `AccessibilityUserState.dump`) and Samsung's numbered lists (`enabled services: {`, then `0 : com.x/.S`, Android
//! 10, the AndroidQF sample). Installed services may be off, and bound ones have labels only: neither is taken.
//! Older dumps list nothing but bound services (`services:{Service[label=...`): one that is on and has no name
//! is a skipped record.

use super::Section;
use super::course::Course;
use super::names::part;
use super::section::Facts;
use crate::snapshot::{PowerKind, SurfaceId};

pub(super) struct Accessibility {
    course: Course,
    user: Option<u32>,
    /// Open braces of the set of enabled services, while inside it.
    open: Option<i64>,
    /// Inside the older list, which names bound services by their labels.
    labelled: bool,
}

impl Accessibility {
    pub(super) fn new() -> Self {
        Self {
            course: Course::new(SurfaceId::Accessibility),
            user: None,
            open: None,
            labelled: false,
        }
    }

    /// Services that are on, in a list that has no names.
    fn labels(&self, number: u64, text: &str, facts: &mut Facts<'_>) {
        for _ in text.matches("Service[label=") {
            let cause = "an accessibility service that is on, named by its label only";
            self.course.skip(number, cause, facts);
        }
    }

    /// A line, or the rest of one, inside the set of enabled services.
    fn inside(&mut self, number: u64, text: &str, facts: &mut Facts<'_>) {
        let mut open = self.open.unwrap_or_default();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            let (entry, behind) = rest.split_at(at);
            self.entry(number, entry, facts);
            open += if behind.starts_with('{') { 1 } else { -1 };
            rest = behind.get(1..).unwrap_or_default();
            if open <= 0 {
                self.open = None;
                return;
            }
        }
        self.entry(number, rest, facts);
        self.open = Some(open);
    }

    /// `com.x/.S`, `0 : com.x/.S`, or what lies between two of them.
    fn entry(&mut self, number: u64, entry: &str, facts: &mut Facts<'_>) {
        for name in entry.split(',') {
            let name = match name.split_once(':') {
                Some((place, name)) if place.trim().bytes().all(|b| b.is_ascii_digit()) => name,
                _ => name,
            };
            let name = name.trim();
            if name.is_empty() || name == "null" {
                continue;
            }
            match part(name) {
                Some((package, component)) => {
                    facts.power(
                        package,
                        self.user,
                        PowerKind::Accessibility,
                        Some(&component),
                        number,
                    );
                    self.course.record();
                }
                None => {
                    let cause = "an enabled accessibility service without its name";
                    self.course.skip(number, cause, facts);
                }
            }
        }
    }
}

impl Section for Accessibility {
    fn line(&mut self, number: u64, line: &str, facts: &mut Facts<'_>) {
        if !self.course.passes(number, line) {
            return;
        }
        let text = line.trim();
        if let Some((_, attributes)) = text.split_once("attributes:{") {
            self.open = None;
            self.labelled = false;
            self.user = attributes.strip_prefix("id=").and_then(|id| {
                let digits = id.split(|c: char| !c.is_ascii_digit()).next()?;
                digits.parse().ok()
            });
            return;
        }
        if let Some((heading, rest)) = services(text) {
            self.open = None;
            self.labelled = heading.eq_ignore_ascii_case("services");
            if self.labelled {
                self.course.known();
                self.labels(number, rest, facts);
            }
            if heading.eq_ignore_ascii_case("enabled services") {
                self.course.known();
                if rest.trim_start().starts_with('{') {
                    self.open = Some(0);
                    self.inside(number, rest, facts);
                } else if !matches!(rest.trim(), "" | "0" | "[]") {
                    let cause = "enabled accessibility services without their names";
                    self.course.skip(number, cause, facts);
                }
            }
            return;
        }
        if self.open.is_some() {
            self.inside(number, text, facts);
        } else if self.labelled {
            self.labels(number, text, facts);
        }
    }

    fn end(&mut self, _cut: bool, facts: &mut Facts<'_>) {
        self.course.end(facts);
    }
}

/// `Enabled services:{...}`, `installed services: {`, `Enabled services count: 2`: the words before the
/// colon, and what stands behind it.
fn services(text: &str) -> Option<(&str, &str)> {
    let (heading, rest) = text.split_once(':')?;
    let heading = heading.trim_end().trim_end_matches(" count");
    let last = heading.rsplit(' ').next()?;
    let known = last.eq_ignore_ascii_case("services") && !heading.contains(['{', '/']);
    known.then_some((heading, rest))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fed::{fed, fed_up_to, real};

    /// Made after AOSP's code, and after Samsung's form.
    const MADE: &str = "\
ACCESSIBILITY MANAGER (dumpsys accessibility)

currentUserId=0
User state[
     attributes:{id=0, touchExplorationEnabled=false, serviceHandlesDoubleTap=false}
     shortcut key:{}
     Bound services:{Service[label=Screen Help, feedbackType[FEEDBACK_SPOKEN], capabilities=1]}
     Enabled services:{{com.example.reader/.Reader}, {com.example.watch/com.example.core.Watch}}
     Binding services:{}
     Crashed services:{}
     installed services:{{com.example.third/.Off}}]
User state[attributes:{id=10, currentUser=false
  installed services: {
    0 : com.example.third/.Off
  }
  enabled services: {
    0 : com.example.work/com.example.work.Helper
    1 : no name here
  }
  bound services:{
  }]
";

    #[test]
    fn enabled_services_are_powers_and_installed_ones_are_not() {
        insta::assert_snapshot!(fed("accessibility", MADE));
    }

    #[test]
    fn a_count_without_names_is_a_skipped_record() {
        let text = "User state[\n attributes:{id=0}\n Enabled services count: 2\n";
        insta::assert_snapshot!(fed("accessibility", text));
    }

    #[test]
    fn services_that_are_on_and_have_labels_only_are_skipped_records() {
        let text = "\
User state[attributes:{id=0, currentUser=true, touchExplorationEnabled=false}
           services:{Service[label=One, feedbackType[FEEDBACK_GENERIC], capabilities=1], 
                     Service[label=Two, feedbackType[FEEDBACK_GENERIC], capabilities=1]}]
";
        insta::assert_snapshot!(fed("accessibility", text));
    }

    #[test]
    fn a_section_that_breaks_off_keeps_what_it_has() {
        let text = "User state[attributes:{id=0,\n enabled services: {\n 0 : com.example.a/.B\n";
        insta::assert_snapshot!(fed_up_to("accessibility", text, true));
    }

    #[test]
    fn a_refusal_is_not_an_empty_list() {
        let text = "Permission Denial: can't dump accessibility from pid=1\n";
        insta::assert_snapshot!(fed("accessibility", text));
    }

    #[test]
    fn the_real_dump_has_installed_services_and_none_enabled() {
        if let Some(told) = real("accessibility") {
            assert_eq!(told, "read accessibility: 0\n");
        }
    }

    proptest! {
        #[test]
        fn any_lines_are_read_without_a_panic(
            lines in proptest::collection::vec(
                prop_oneof![
                    "\\PC{0,60}",
                    Just("  Enabled services:{{a.b/.C}".to_owned()),
                    Just("User state[attributes:{id=0".to_owned()),
                    "[{},:/a.]{0,20}",
                ],
                0..12,
            ),
        ) {
            fed("accessibility", &lines.join("\n"));
        }
    }
}
