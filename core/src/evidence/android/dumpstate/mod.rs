//! `dumpsys` and `dumpstate` texts: one pass over the lines, each section to its own parser.
//!
//! In comes a text of any size, out goes what it tells as a part of a snapshot. A text that is cut, mixed
//! up or full of sections that nobody knows costs only what is broken, and says so.

mod accessibility;
mod adb;
mod appops;
mod batterystats;
mod connectivity;
mod course;
mod dbinfo;
mod device_policy;
mod deviceidle;
#[cfg(test)]
mod fed;
mod finish;
mod input_method;
mod names;
mod notification;
mod package;
mod platform_compat;
mod properties;
mod role;
mod section;
mod settings;
mod splitter;
mod usagestats;
mod user;
mod vpn_management;

pub(in crate::evidence::android) use finish::held;
use section::Section;
pub(in crate::evidence::android) use splitter::{is_dump, read};

/// The parser of a service's section, or none for a section that we do not read.
pub(super) fn parser(service: &str) -> Option<Box<dyn Section>> {
    Some(match service {
        "accessibility" => Box::new(accessibility::Accessibility::new()),
        "adb" => Box::new(adb::Adb::new()),
        "appops" => Box::new(appops::AppOps::new()),
        "batterystats" => Box::new(batterystats::BatteryStats::new()),
        "connectivity" => Box::new(connectivity::Connectivity::new()),
        "dbinfo" => Box::new(dbinfo::Databases::new()),
        "device_policy" => Box::new(device_policy::DevicePolicy::new()),
        "deviceidle" => Box::new(deviceidle::DeviceIdle::new()),
        "input_method" => Box::new(input_method::InputMethods::new()),
        "notification" => Box::new(notification::Notifications::new()),
        "package" => Box::<package::Packages>::default(),
        "platform_compat" => Box::new(platform_compat::Compatibility::new()),
        "role" => Box::new(role::Roles::new()),
        "settings" => Box::new(settings::Settings::new()),
        "usagestats" => Box::new(usagestats::UsageStats::new()),
        "user" => Box::<user::Users>::default(),
        "vpn_management" => Box::new(vpn_management::VpnManagement::new()),
        _ => return None,
    })
}

/// The parser of what a command of dumpstate printed, by its title.
fn command(title: &str) -> Option<Box<dyn Section>> {
    title
        .starts_with("SYSTEM PROPERTIES")
        .then(|| Box::<properties::SystemProperties>::default() as Box<dyn Section>)
}

#[cfg(test)]
mod tests;
