//! `SYSTEM PROPERTIES`: what the phone says of itself, as `getprop` prints it.

use super::section::{Facts, Section};
use crate::evidence::android::getprop::Properties;
use crate::snapshot::SurfaceId;

#[derive(Default)]
pub(super) struct SystemProperties(Properties);

impl Section for SystemProperties {
    fn line(&mut self, number: u64, line: &str, facts: &mut Facts<'_>) {
        // What other commands print lands between the lines.
        if !self.0.is_open() && !line.contains("]: [") {
            return;
        }
        if let Some((number, reason)) = self.0.line(number, line, |number| facts.at(number)) {
            facts.skip(SurfaceId::Device, number, reason);
        }
    }

    fn end(&mut self, _cut: bool, facts: &mut Facts<'_>) {
        let (device, records, left) = std::mem::take(&mut self.0).finish();
        if let Some((number, reason)) = left {
            facts.skip(SurfaceId::Device, number, reason);
        }
        if records > 0 {
            facts.read(SurfaceId::Device, records);
            if facts.device == crate::snapshot::Device::default() {
                facts.device = device;
            }
        }
    }
}
