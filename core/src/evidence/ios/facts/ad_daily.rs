//! `com.apple.osanalytics.addaily.plist`: what each program had sent and received when the day's count began.
//!
//! `netUsageBaseline` has one entry for each: a date and the bytes over Wi-Fi in and out, then over the mobile
//! network in and out. Entries stay for some time when an app is gone.

use super::data_use::added;
use super::{Value, is_bundle, malformed, time};
use crate::evidence::parsed::Place;
use crate::snapshot::{App, AppState, DataUse, Observed, Platform, Reason};

/// The apps of the baseline, and how many entries were read. Programs of the system have no bundle's name.
///
/// # Errors
/// [`Reason::Malformed`] where there is no baseline.
pub(in crate::evidence::ios) fn read(
    root: Value<'_>,
    place: &mut Place<'_>,
) -> Result<(Vec<App>, u64), Reason> {
    let baseline = root.get("netUsageBaseline");
    let entries = baseline.and_then(Value::entries);
    let entries = entries.ok_or_else(|| malformed("it has no netUsageBaseline"))?;
    let mut apps = Vec::new();
    let mut records = 0;
    for (name, value) in entries {
        if place.stops() {
            break;
        }
        let locator = format!("netUsageBaseline/{name}");
        let Some(items) = value.items() else {
            let cause = format!("{} in place of an array", value.kind());
            place.skip(&locator, malformed(&cause));
            continue;
        };
        records += 1;
        if !is_bundle(name) {
            continue;
        }
        let items: Vec<Value<'_>> = items.take(5).collect();
        let bytes = |at: usize| items.get(at).and_then(|value| count(*value));
        let used = DataUse {
            first: None,
            last: items.first().and_then(|value| time(*value)),
            received: added(bytes(1), bytes(3)),
            sent: added(bytes(2), bytes(4)),
        };
        let mut app = App::new(name, Platform::Ios, AppState::Seen, place.at(&*locator));
        app.data_use = Some(Observed::new(used, place.at(locator)));
        apps.push(app);
    }
    Ok((apps, records))
}

/// A count of bytes; some versions write it as a real number.
fn count(value: Value<'_>) -> Option<u64> {
    let real = || format!("{:.0}", value.as_real()?).parse().ok();
    value.as_unsigned().or_else(real)
}
