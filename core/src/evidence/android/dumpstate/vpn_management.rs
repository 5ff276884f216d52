//! `dumpsys vpn_management`: the app whose VPN is on, for each user.
//!
//! Form of AOSP's `VpnManagerService.dump`, Android 12 to 16, as quoted in public logs: `VPNs:`, then `0: com.x`,
//! below it `Active package name: com.x` and `Active vpn type: 1`. The name is that of the app that was allowed to
//! be the VPN, also while it is off; only a type other than -1 says that it is on (`VpnManager.TYPE_VPN_NONE`).

use super::Section;
use super::course::Course;
use super::names::package;
use super::section::Facts;
use crate::snapshot::{PowerKind, SurfaceId};

pub(super) struct VpnManagement {
    course: Course,
    user: Option<u32>,
    /// The app that was named last, until it is known whether its VPN is on.
    named: Option<(u64, String)>,
}

impl VpnManagement {
    pub(super) fn new() -> Self {
        Self {
            course: Course::new(SurfaceId::Network),
            user: None,
            named: None,
        }
    }

    /// A name without a type: nothing says whether that VPN is on.
    fn leave(&mut self, facts: &mut Facts<'_>) {
        if let Some((number, _)) = self.named.take() {
            let cause = "a VPN app of which it is not said whether it is on";
            self.course.skip(number, cause, facts);
        }
    }
}

impl Section for VpnManagement {
    fn line(&mut self, number: u64, line: &str, facts: &mut Facts<'_>) {
        if !self.course.passes(number, line) {
            return;
        }
        let text = line.trim();
        if text.starts_with("VPNs:") {
            self.course.known();
        } else if let Some(name) = text.strip_prefix("Active package name:") {
            self.leave(facts);
            // Android's own VPN client calls itself `[Legacy VPN]`, and is no app.
            self.named = package(name.trim()).map(|name| (number, name.to_owned()));
        } else if let Some(kind) = text.strip_prefix("Active vpn type:") {
            if let (Some((number, name)), true) = (self.named.take(), kind.trim() != "-1") {
                facts.power(&name, self.user, PowerKind::Vpn, None, number);
                self.course.record();
            }
        } else if let Some((user, _)) = text.split_once(": ")
            && let Ok(user) = user.parse()
        {
            self.leave(facts);
            self.user = Some(user);
        }
    }

    fn end(&mut self, _cut: bool, facts: &mut Facts<'_>) {
        self.leave(facts);
        self.course.end(facts);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fed::fed;

    const MADE: &str = "\
VPNs:
  0: com.example.vpn
    Active package name: com.example.vpn
    Active vpn type: 1
    mEventChanges (most recent first):
      2026-09-08T03:29:30 - [LockdownAlwaysOn] Mode changed: lockdown=true alwaysOn=true calling from 1000
  10: com.example.off
    Active package name: com.example.off
    Active vpn type: -1
  11: com.example.silent
    Active package name: com.example.silent
";

    #[test]
    fn only_a_vpn_that_is_on_is_a_power() {
        insta::assert_snapshot!(fed("vpn_management", MADE));
    }

    proptest! {
        #[test]
        fn any_lines_are_read_without_a_panic(
            lines in proptest::collection::vec(
                prop_oneof![
                    "\\PC{0,60}",
                    "[0-9]{0,12}: [a-z.]{0,5}",
                    "Active (package name|vpn type): [a-z.0-9-]{0,5}",
                ],
                0..8,
            ),
        ) {
            fed("vpn_management", &lines.join("\n"));
        }
    }
}
