//! `dumpsys` and `dumpstate` texts: one pass over the lines, each section to its own parser.

mod accessibility;
mod appops;
mod batterystats;
mod course;
mod device_policy;
mod deviceidle;
mod input_method;
mod names;
mod notification;
mod role;
mod section;
mod settings;

pub(in crate::evidence::android) use section::{Facts, Section};

/// The parser of a service's section, or none for a section that we do not read.
pub(super) fn parser(service: &str) -> Option<Box<dyn Section>> {
    Some(match service {
        "accessibility" => Box::new(accessibility::Accessibility::new()),
        "appops" => Box::new(appops::AppOps::new()),
        "batterystats" => Box::new(batterystats::BatteryStats::new()),
        "device_policy" => Box::new(device_policy::DevicePolicy::new()),
        "deviceidle" => Box::new(deviceidle::DeviceIdle::new()),
        "input_method" => Box::new(input_method::InputMethods::new()),
        "notification" => Box::new(notification::Notifications::new()),
        "role" => Box::new(role::Roles::new()),
        "settings" => Box::new(settings::Settings::new()),
        _ => return None,
    })
}
