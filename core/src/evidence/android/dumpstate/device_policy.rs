//! `dumpsys device_policy`: active device admins, the owner of the device, the owners of profiles.
//!
//! Form of AOSP (`DevicePolicyData.dump`, `OwnersData.dump`), Android 8 to 16; Samsung prints the same
//! headings without `provisioningState`. An admin is a line `com.x/.Receiver:` below
//! `Enabled Device Admins (User 0...)`; those below `Removing Device Admins` are on their way out and not taken.

use super::Section;
use super::course::Course;
use super::names::{indent, package, part, value};
use super::section::Facts;
use crate::snapshot::{PowerKind, SurfaceId};

pub(super) struct DevicePolicy {
    course: Course,
    block: Block,
}

enum Block {
    Outside,
    /// Below `Enabled Device Admins`, which stood at this indent.
    Admins {
        user: Option<u32>,
        indent: usize,
    },
    /// Below `Device Owner:` or `Profile Owner (User 10):`.
    Owner(Owner),
}

struct Owner {
    kind: PowerKind,
    user: Option<u32>,
    indent: usize,
    /// The line of the heading, then of what names the owner.
    number: u64,
    package: Option<String>,
    component: Option<String>,
}

impl DevicePolicy {
    pub(super) fn new() -> Self {
        Self {
            course: Course::new(SurfaceId::DeviceAdmins),
            block: Block::Outside,
        }
    }

    /// Ends a block; an owner is told only now, because its user may stand below its name.
    fn leave(&mut self, facts: &mut Facts<'_>) {
        if let Block::Owner(owner) = std::mem::replace(&mut self.block, Block::Outside) {
            match owner.package {
                Some(package) => {
                    let component = owner.component.as_deref();
                    facts.power(&package, owner.user, owner.kind, component, owner.number);
                    self.course.record();
                }
                None => {
                    let cause = "an owner of the phone or of a profile without its name";
                    self.course.skip(owner.number, cause, facts);
                }
            }
        }
    }

    /// What opens a block, if this line does.
    fn heading(&self, number: u64, line: &str) -> Option<Block> {
        let text = line.trim();
        let user = || {
            text.split_once("(User ")
                .and_then(|(_, user)| leading(user))
        };
        let indent = indent(line);
        if text.starts_with("Enabled Device Admins") {
            return Some(Block::Admins {
                user: user(),
                indent,
            });
        }
        let (kind, user) = if text.starts_with("Device Owner:") {
            (PowerKind::DeviceOwner, None)
        } else if text.starts_with("Profile Owner") && text.ends_with(':') {
            (PowerKind::ProfileOwner, user())
        } else {
            return None;
        };
        Some(Block::Owner(Owner {
            kind,
            user,
            indent,
            number,
            package: None,
            component: None,
        }))
    }
}

impl Section for DevicePolicy {
    fn line(&mut self, number: u64, line: &str, facts: &mut Facts<'_>) {
        if !self.course.passes(number, line) {
            return;
        }
        if line.contains("Device Policy Manager state") {
            self.course.known();
        }
        if let Some(block) = self.heading(number, line) {
            self.leave(facts);
            self.course.known();
            self.block = block;
        }
        let text = line.trim();
        match &mut self.block {
            Block::Outside => {}
            Block::Admins { user, indent: from } => {
                if text.starts_with("Removing Device Admins") {
                    self.block = Block::Outside;
                } else if let Some(name) = text.strip_suffix(':')
                    && indent(line) > *from
                    && name.contains('/')
                {
                    let user = *user;
                    match part(name) {
                        Some((package, component)) => {
                            let kind = PowerKind::DeviceAdmin;
                            facts.power(package, user, kind, Some(&component), number);
                            self.course.record();
                        }
                        None => {
                            let cause = "a device admin with a name that is none";
                            self.course.skip(number, cause, facts);
                        }
                    }
                }
            }
            Block::Owner(owner) => {
                let below = indent(line) > owner.indent || owner.number == number;
                if !below && !text.is_empty() && !text.starts_with("User ID") {
                    self.leave(facts);
                    return;
                }
                // Seen as `admin=ComponentInfo{...}` and, before Android 7, as `package=` alone.
                if let Some(named) = value(text, "admin")
                    && let Some((package, component)) = part(named)
                {
                    owner.package = Some(package.to_owned());
                    owner.component = Some(component);
                    owner.number = number;
                } else if owner.package.is_none()
                    && let Some(name) = value(text, "package").and_then(package)
                {
                    owner.package = Some(name.to_owned());
                    owner.number = number;
                }
                if let Some((_, user)) = text.split_once("User ID:") {
                    owner.user = leading(user.trim());
                    self.leave(facts);
                }
            }
        }
    }

    fn end(&mut self, _cut: bool, facts: &mut Facts<'_>) {
        self.leave(facts);
        self.course.end(facts);
    }
}

/// The number that a text begins with.
fn leading(text: &str) -> Option<u32> {
    text.split(|c: char| !c.is_ascii_digit())
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fed::{fed, fed_up_to};

    /// Made after AOSP's code.
    const MADE: &str = "\
Current Device Policy Manager state:
  Immutable state:
    mHasFeature=true
  Device Owner:
    admin=ComponentInfo{com.example.fleet/com.example.fleet.Admin}
    name=
    package=com.example.fleet
    canAccessDeviceIds=true
  User ID: 0

  Profile Owner (User 10):
    admin=ComponentInfo{com.example.work/com.example.policy.Receiver}
    name=Work

  Enabled Device Admins (User 0, provisioningState: 0):
    com.example.lock/.LockAdmin:
      uid=10123
      testOnlyAdmin=false
      policies:
        wipe-data
        force-lock
      passwordQuality=0x0
    com.example.find/com.example.device.Admin:
      uid=10042
      policies:
        limit-password
    not a name/either one:
    Removing Device Admins (User 0): [ComponentInfo{com.example.gone/com.example.gone.Admin}]

    mPasswordOwner=-1
  Enabled Device Admins (User 10, provisioningState: 3):
    com.example.work/com.example.policy.Receiver:
      uid=1010042
";

    #[test]
    fn admins_and_owners_are_powers_of_their_users() {
        insta::assert_snapshot!(fed("device_policy", MADE));
    }

    #[test]
    fn a_phone_without_admins_is_read_as_having_none() {
        let text = "Current Device Policy Manager state:\n  Enabled Device Admins (User 0):\n\n  mPasswordOwner=-1\n";
        assert_eq!(fed("device_policy", text), "read device_admins: 0\n");
    }

    #[test]
    fn an_owner_without_a_name_is_a_skipped_record() {
        let text = "Current Device Policy Manager state:\n  Device Owner:\n    admin=?";
        insta::assert_snapshot!(fed_up_to("device_policy", text, true));
    }

    proptest! {
        #[test]
        fn any_lines_are_read_without_a_panic(
            lines in proptest::collection::vec(
                prop_oneof![
                    "\\PC{0,60}",
                    Just("  Enabled Device Admins (User 0".to_owned()),
                    Just("  Profile Owner (User 4294967296):".to_owned()),
                    Just("Device Owner:".to_owned()),
                    "(    )?admin=[a-z/{.]{0,12}",
                    " {0,6}[a-z./]{0,12}:",
                ],
                0..12,
            ),
        ) {
            fed("device_policy", &lines.join("\n"));
        }
    }
}
