//! The phone, what was read of it and what was not, and the list of everything on it.

use super::opening::{clock_drift, moment, platform, time_local, time_utc};
use super::particulars::handed_over;
use super::{Block, Cell, Column, Fact, Row, Section};
use crate::case::Scope;
use crate::limits::SKIPPED_PRINTED;
use crate::report::assemble::surface_id;
use crate::report::schema::{DataUse, InventoryApp, InventoryProfile, Surface};
use crate::report::shown::{sentence, shown};
use crate::report::{Edition, Report};
use crate::snapshot::{Channel, Moment, PayloadKind, Platform, SurfaceId};
use crate::text::Catalogue;

pub(super) fn device(report: &Report, catalogue: &Catalogue) -> Section {
    let label = |id: &str| catalogue.plain(id);
    let device = &report.device;
    let mut facts = vec![Fact::words(
        label("label-platform"),
        platform(&device.platform, catalogue),
    )];
    let is_ios = is_ios(report);
    for (id, value, of_android) in [
        ("label-make", &device.make, false),
        ("label-model", &device.model, false),
        ("label-os-version", &device.os_version, false),
        ("label-api-level", &device.api_level, true),
        ("label-security-patch", &device.security_patch, true),
        ("label-build", &device.build, false),
        ("label-locale", &device.locale, false),
        ("label-zone", &device.zone, false),
        ("label-verified-boot", &device.verified_boot, true),
    ] {
        // An iPhone has no such thing, and "not known" would say that it might.
        if of_android && is_ios && value.is_none() {
            continue;
        }
        facts.push(match value {
            Some(value) => Fact::exact(label(id), value),
            None => Fact::words(label(id), label("unknown")),
        });
    }
    if is_ios {
        let supervised = match device.supervised {
            Some(true) => "supervised-yes",
            Some(false) => "supervised-no",
            None => "unknown",
        };
        facts.push(Fact::words(label("label-supervised"), label(supervised)));
    }
    if let Some(acquisition) = &report.device.acquisition {
        let tool = match &acquisition.version {
            Some(version) => format!("{} {version}", acquisition.tool),
            None => acquisition.tool.clone(),
        };
        facts.push(Fact::exact(label("label-acquired-with"), &tool));
        if let Some(id) = &acquisition.id {
            facts.push(Fact::exact(label("label-acquisition-id"), id));
        }
    }
    let mut blocks = vec![
        Block::paragraph(label("device-note")),
        Block::Facts { facts },
    ];
    blocks.extend(handed_over(report, catalogue));
    Section::new("device", label("device-heading"), blocks)
}

/// Whether the report is about an iPhone or iPad.
fn is_ios(report: &Report) -> bool {
    report.device.platform == Platform::Ios.as_str()
}

/// Every time of the check, in UTC and on the phone's own clock face.
pub(super) fn times(report: &Report, catalogue: &Catalogue) -> Section {
    let label = |id: &str| catalogue.plain(id);
    let scan = &report.scan;
    let mut stated = Cell::words(time_utc(&scan.stated_at, catalogue));
    stated = stated.and_words(match &scan.stated_at_local {
        Some(local) => time_local(local, catalogue),
        None => label("zone-unknown"),
    });
    let mut facts = vec![Fact {
        label: label("label-stated"),
        value: stated,
    }];
    if let Some(acquisition) = &report.device.acquisition {
        for (id, time) in [
            ("label-acquisition-started", &acquisition.started),
            ("label-acquisition-completed", &acquisition.completed),
        ] {
            if let Some(time) = time {
                facts.push(Fact {
                    label: label(id),
                    value: moment(time, report, catalogue),
                });
            }
        }
    }
    facts.push(match &scan.device_time {
        Some(time) => Fact::exact(label("label-device-time"), time),
        None => Fact::words(label("label-device-time"), label("unknown")),
    });
    facts.extend(clock_drift(report, catalogue));
    Section::new(
        "times",
        label("times-heading"),
        vec![
            Block::paragraph(label("times-note")),
            Block::Facts { facts },
        ],
    )
}
pub(super) fn checked(report: &Report, catalogue: &Catalogue) -> Section {
    let officer = report.edition == Edition::Officer;
    let rows: Vec<Row> = report
        .surfaces
        .iter()
        // The person's copy keeps to what was not read.
        .filter(|surface| officer || surface.state != "read" || surface.skipped_count > 0)
        .map(|surface| surface_row(surface, is_ios(report), catalogue).into())
        .collect();
    let (heading, table) = if officer {
        ("checked-heading", "checked-table")
    } else {
        ("not-checked-heading", "not-checked-table")
    };
    let mut blocks = vec![Block::paragraph(catalogue.plain("checked-intro"))];
    blocks.extend(Block::table(
        catalogue.plain(table),
        vec![
            Column::text(catalogue.plain("column-surface"), 27),
            Column::text(catalogue.plain("column-state"), 17),
            Column::number(catalogue.plain("column-records"), 14),
            Column::text(catalogue.plain("column-reason"), 42),
        ],
        rows.into_iter(),
        catalogue,
    ));
    if officer {
        blocks.push(Block::Heading {
            text: catalogue.plain("skipped-heading"),
        });
        blocks.extend(skipped(&report.surfaces, catalogue));
    } else {
        let all = report.surfaces.iter().map(|surface| surface.skipped_count);
        blocks.push(Block::paragraph(
            catalogue.text("skipped-count", &[("count", all.sum::<u64>().into())]),
        ));
    }
    Section::new("checked", catalogue.plain(heading), blocks)
}

fn surface_row(surface: &Surface, is_ios: bool, catalogue: &Catalogue) -> Vec<Cell> {
    let state = match (surface.state.as_str(), surface.skipped_count) {
        ("read", 0) => catalogue.plain("state-read"),
        ("read", _) => catalogue.plain("state-read-skipped"),
        ("unavailable", _) => catalogue.plain("state-unavailable"),
        _ => catalogue.plain("state-not_asked"),
    };
    let reason = match (&surface.reason, surface_id(&surface.id)) {
        (Some(reason), _) => sentence(reason),
        (None, Some(SurfaceId::Device)) if is_ios => catalogue.plain("surface-ios-device-meaning"),
        (None, Some(SurfaceId::LauncherEntries)) if is_ios => {
            catalogue.plain("surface-ios-launcher_entries-meaning")
        }
        (None, Some(id)) => catalogue.surface_meaning(id),
        (None, None) => String::new(),
    };
    let reason = match covered(surface, catalogue) {
        Some(covered) => format!("{reason} {covered}"),
        None => reason,
    };
    vec![
        Cell::words(surface_name(surface, catalogue)),
        Cell::words(state),
        Cell::words(surface.records.map_or_else(String::new, |n| n.to_string())),
        Cell::words(reason),
    ]
}

/// From when to when its records go, over all of them.
fn covered(surface: &Surface, catalogue: &Catalogue) -> Option<String> {
    let order = |text: &str| text.parse::<Moment>().map(Moment::as_if_utc).ok();
    let firsts = surface.covered.iter().map(|covered| &covered.first);
    let first = firsts.min_by_key(|first| order(first))?;
    let lasts = surface.covered.iter().map(|covered| &covered.last);
    let last = lasts.max_by_key(|last| order(last))?;
    let (first, last) = (time_utc(first, catalogue), time_utc(last, catalogue));
    let values = [("first", (&first).into()), ("last", (&last).into())];
    Some(catalogue.text("surface-covered", &values))
}

fn surface_name(surface: &Surface, catalogue: &Catalogue) -> String {
    surface_id(&surface.id).map_or_else(|| shown(&surface.id), |id| catalogue.surface_name(id))
}

fn skipped(surfaces: &[Surface], catalogue: &Catalogue) -> Vec<Block> {
    let rows: Vec<Row> = surfaces
        .iter()
        .flat_map(|surface| {
            surface
                .skipped
                .iter()
                .take(SKIPPED_PRINTED)
                .map(move |skipped| (surface, skipped))
        })
        .map(|(surface, skipped)| {
            vec![
                Cell::words(surface_name(surface, catalogue)),
                Cell::exact(&skipped.record),
                Cell::words(sentence(&skipped.reason)),
            ]
            .into()
        })
        .collect();
    if rows.is_empty() {
        return vec![Block::paragraph(catalogue.plain("skipped-none"))];
    }
    let all: u64 = surfaces.iter().map(|surface| surface.skipped_count).sum();
    let listed = rows.len() as u64;
    let mut blocks = Block::table(
        catalogue.plain("skipped-table"),
        vec![
            Column::text(catalogue.plain("column-surface"), 22),
            Column::text(catalogue.plain("column-record"), 38),
            Column::text(catalogue.plain("column-why"), 40),
        ],
        rows.into_iter(),
        catalogue,
    );
    if all > listed {
        let more = all.saturating_sub(listed);
        blocks.push(Block::paragraph(
            catalogue.text("skipped-more", &[("count", more.into())]),
        ));
    }
    blocks
}

/// The list of everything, or one sentence where a case file does not agree to it. None where there is no
/// case file and nobody asked for the list.
pub(super) fn inventory(report: &Report, catalogue: &Catalogue) -> Option<Section> {
    let section = |blocks| Section::new("inventory", catalogue.plain("inventory-heading"), blocks);
    let Some(inventory) = &report.inventory else {
        let case = report.case.as_ref()?;
        if case.agrees_to(Scope::Inventory) {
            return None;
        }
        let reason = catalogue.plain("inventory-not-agreed");
        return Some(section(vec![Block::paragraph(reason)]));
    };
    let origin = match is_ios(report) {
        true => "column-origin-ios",
        false => "column-origin",
    };
    let mut blocks = vec![Block::paragraph(catalogue.plain("inventory-intro"))];
    if inventory.apps.is_empty() {
        blocks.push(Block::paragraph(catalogue.plain("inventory-no-apps")));
    } else {
        blocks.extend(Block::table(
            catalogue.text(
                "inventory-apps",
                &[("count", (inventory.apps.len() as u64).into())],
            ),
            vec![
                Column::text(catalogue.plain("column-app"), 27),
                Column::text(catalogue.plain("column-version"), 13),
                Column::text(catalogue.plain(origin), 15),
                Column::text(catalogue.plain("column-digests"), 45),
            ],
            inventory
                .apps
                .iter()
                .map(|app| app_row(app, catalogue).into()),
            catalogue,
        ));
    }
    if inventory.profiles.is_empty() {
        blocks.push(Block::paragraph(catalogue.plain("inventory-no-profiles")));
    } else {
        blocks.extend(Block::table(
            catalogue.text(
                "inventory-profiles",
                &[("count", (inventory.profiles.len() as u64).into())],
            ),
            vec![
                Column::text(catalogue.plain("column-profile"), 40),
                Column::text(catalogue.plain("column-name"), 30),
                Column::text(catalogue.plain("column-organisation"), 30),
            ],
            inventory
                .profiles
                .iter()
                .map(|profile| profile_row(profile, catalogue).into()),
            catalogue,
        ));
    }
    Some(section(blocks))
}

fn app_row(app: &InventoryApp, catalogue: &Catalogue) -> Vec<Cell> {
    let mut name = Cell::default();
    if let Some(label) = &app.label {
        name = name.and_words(shown(label));
    }
    name = name.and_exact(&app.id);
    if let Some(user) = app.user.filter(|user| *user != 0) {
        name = name
            .and_words(catalogue.text("inventory-user", &[("user", (&user.to_string()).into())]));
    }
    let mut version = match &app.version {
        Some(version) => Cell::words(shown(version)),
        None => Cell::words(catalogue.plain("unknown")),
    };
    version = version.and_words(state(&app.state, catalogue));
    if app.system == Some(true) {
        version = version.and_words(catalogue.plain("inventory-system"));
    }
    if app.enabled == Some(false) {
        version = version.and_words(catalogue.plain("inventory-disabled"));
    }
    let origin = origin(app, catalogue);
    // One line each: the name of the digest is part of the exact value that is copied from here.
    let of_signers = app.signers_sha256.iter().map(ToString::to_string);
    let of_signers_short = app.signers_sha1.iter().map(ToString::to_string);
    let of_files = app.files_sha256.iter().map(ToString::to_string);
    let named = |id: &str| {
        let name = catalogue.plain(id);
        move |digest: String| format!("{name} {digest}")
    };
    let digests = of_signers
        .map(named("inventory-signer-sha256"))
        .chain(of_signers_short.map(named("inventory-signer-sha1")))
        .chain(of_files.map(named("inventory-file-sha256")));
    let mut digests = digests.fold(Cell::default(), |cell, line| cell.and_exact(&line));
    if !app.powers.is_empty() {
        let powers: Vec<String> = app.powers.iter().map(|word| shown(word)).collect();
        digests = digests.and_words(catalogue.text(
            "inventory-powers",
            &[("powers", (&powers.join(", ")).into())],
        ));
    }
    if let Some(used) = &app.data_use {
        digests = digests.and_words(data_use(used, catalogue));
    }
    if digests.0.is_empty() {
        digests = Cell::words(catalogue.plain("unknown"));
    }
    vec![name, version, origin, digests]
}

/// The app that installed it, or the way that Apple's records tell, with the account that fetched it.
fn origin(app: &InventoryApp, catalogue: &Catalogue) -> Cell {
    let channel = app.channel.as_deref().and_then(|word| {
        let mut all = Channel::ALL.into_iter();
        all.find(|channel| channel.as_str() == word)
    });
    let mut lines = Cell::default();
    if let Some(channel) = channel {
        lines = lines.and_words(catalogue.plain(&format!("channel-{}", channel.as_str())));
    }
    if let Some(installer) = &app.installer {
        lines = lines.and_exact(installer);
    }
    if let Some(account) = &app.account {
        lines = lines.and_words(catalogue.plain("inventory-account"));
        lines = lines.and_exact(account);
    }
    match lines.0.is_empty() {
        true => Cell::words(catalogue.plain("unknown")),
        false => lines,
    }
}

fn data_use(used: &DataUse, catalogue: &Catalogue) -> String {
    let unknown = || catalogue.plain("unknown");
    let number = |bytes: Option<u64>| bytes.map_or_else(unknown, |bytes| bytes.to_string());
    let time = |at: &Option<String>| at.as_ref().map_or_else(unknown, |at| shown(at));
    let (received, sent) = (number(used.received), number(used.sent));
    let (first, last) = (time(&used.first), time(&used.last));
    catalogue.text(
        "inventory-data-use",
        &[
            ("received", (&received).into()),
            ("sent", (&sent).into()),
            ("first", (&first).into()),
            ("last", (&last).into()),
        ],
    )
}

fn profile_row(profile: &InventoryProfile, catalogue: &Catalogue) -> Vec<Cell> {
    let optional = |value: &Option<String>| match value {
        Some(value) => Cell::words(shown(value)),
        None => Cell::words(catalogue.plain("unknown")),
    };
    let mut name = optional(&profile.display_name);
    for word in &profile.payloads {
        let kind = PayloadKind::ALL.into_iter().find(|it| it.as_str() == word);
        name = name.and_words(match kind {
            Some(kind) => catalogue.payload(kind.as_str()).0,
            None => shown(word),
        });
    }
    let mut identifier = Cell::exact(&profile.identifier);
    if let Some(word) = &profile.state {
        identifier = identifier.and_words(state(word, catalogue));
    }
    if let Some(at) = &profile.installed_at {
        let by = match &profile.installed_by {
            Some(by) => shown(by),
            None => catalogue.plain("unknown"),
        };
        let time = shown(at);
        let values = [("time", (&time).into()), ("by", (&by).into())];
        identifier = identifier.and_words(catalogue.text("inventory-profile-installed", &values));
    }
    if profile.removable == Some(false) {
        identifier = identifier.and_words(catalogue.plain("inventory-profile-stays"));
    }
    if profile.locked {
        identifier = identifier.and_words(catalogue.plain("inventory-profile-locked"));
    }
    vec![identifier, name, optional(&profile.organisation)]
}

/// The words for `installed`, `removed`, `seen`.
pub(super) fn state(word: &str, catalogue: &Catalogue) -> String {
    match word {
        "installed" => catalogue.plain("subject-state-installed"),
        "removed" => catalogue.plain("subject-state-removed"),
        _ => catalogue.plain("subject-state-seen"),
    }
}
