//! The devices that share an iPhone's account, as a table for the officer's copy.

use super::{Block, Cell, Column, Section};
use crate::detect::DeviceKind;
use crate::report::schema::AccountDevice;
use crate::report::{Report, words};
use crate::text::Catalogue;

/// The devices; none where nothing tells of any.
pub(super) fn devices(report: &Report, catalogue: &Catalogue) -> Option<Section> {
    if report.account_devices.is_empty() {
        return None;
    }
    let label = |id: &str| catalogue.plain(id);
    let mut blocks = vec![Block::paragraph(label("account-intro"))];
    blocks.extend(Block::table(
        label("account-table"),
        vec![
            Column::text(label("column-device"), 30),
            Column::text(label("column-model"), 20),
            Column::text(label("column-system"), 25),
            Column::text(label("column-serial-end"), 25),
        ],
        report
            .account_devices
            .iter()
            .map(|device| row(device, catalogue).into()),
        catalogue,
    ));
    Some(Section::new("account", label("account-heading"), blocks))
}

fn row(device: &AccountDevice, catalogue: &Catalogue) -> Vec<Cell> {
    let unknown = || Cell::words(catalogue.plain("unknown"));
    let exact = |value: &Option<String>| value.as_ref().map_or_else(unknown, |it| Cell::exact(it));
    let kind = DeviceKind::ALL
        .into_iter()
        .find(|kind| kind.as_str() == device.kind);
    let kind = words::device_kind(kind.unwrap_or(DeviceKind::Other));
    let mut name = Cell::words(catalogue.plain(kind));
    if device.own == Some(true) {
        name = name.and_words(catalogue.plain("account-own"));
    }
    let end = match &device.serial_end {
        Some(end) => Cell::exact(&format!("…{end}")),
        None => unknown(),
    };
    vec![name, exact(&device.model), exact(&device.os_version), end]
}
