//! The phone, what was read of it and what was not, and the list of everything on it.

use super::opening::{platform, time_utc};
use super::{Block, Cell, Column, Fact, Section, Table};
use crate::limits::SKIPPED_PRINTED;
use crate::report::Report;
use crate::report::assemble::surface_id;
use crate::report::schema::{InventoryApp, InventoryProfile, Surface};
use crate::report::shown::{sentence, shown};
use crate::text::Catalogue;

pub(super) fn device(report: &Report, catalogue: &Catalogue) -> Section {
    let label = |id: &str| catalogue.plain(id);
    let device = &report.device;
    let mut facts = vec![Fact::words(
        label("label-platform"),
        platform(&device.platform, catalogue),
    )];
    for (id, value) in [
        ("label-make", &device.make),
        ("label-model", &device.model),
        ("label-os-version", &device.os_version),
        ("label-api-level", &device.api_level),
        ("label-security-patch", &device.security_patch),
        ("label-build", &device.build),
        ("label-locale", &device.locale),
        ("label-zone", &device.zone),
        ("label-verified-boot", &device.verified_boot),
    ] {
        facts.push(match value {
            Some(value) => Fact::exact(label(id), value),
            None => Fact::words(label(id), label("unknown")),
        });
    }
    facts.push(match &report.scan.device_time {
        Some(time) => Fact::exact(label("label-device-time"), time),
        None => Fact::words(label("label-device-time"), label("unknown")),
    });
    if let Some(seconds) = report.scan.clock_drift_seconds {
        facts.push(Fact::words(
            label("label-clock-drift"),
            catalogue.text("clock-drift", &[("seconds", (&seconds.to_string()).into())]),
        ));
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
        for (id, time) in [
            ("label-acquisition-started", &acquisition.started),
            ("label-acquisition-completed", &acquisition.completed),
        ] {
            if let Some(time) = time {
                facts.push(Fact::words(label(id), time_utc(time, catalogue)));
            }
        }
    }
    Section::new(
        "device",
        label("device-heading"),
        vec![
            Block::paragraph(label("device-note")),
            Block::Facts { facts },
            Block::fields(catalogue, &["label-serial"]),
        ],
    )
}

pub(super) fn checked(report: &Report, catalogue: &Catalogue) -> Section {
    let rows = report
        .surfaces
        .iter()
        .map(|surface| surface_row(surface, catalogue))
        .collect();
    let mut blocks = vec![
        Block::paragraph(catalogue.plain("checked-intro")),
        Block::Table(Table {
            caption: catalogue.plain("checked-table"),
            columns: vec![
                Column::text(catalogue.plain("column-surface"), 27),
                Column::text(catalogue.plain("column-state"), 17),
                Column::number(catalogue.plain("column-records"), 14),
                Column::text(catalogue.plain("column-reason"), 42),
            ],
            rows,
            blank_rows: 0,
        }),
        Block::Heading {
            text: catalogue.plain("skipped-heading"),
        },
    ];
    blocks.extend(skipped(&report.surfaces, catalogue));
    Section::new("checked", catalogue.plain("checked-heading"), blocks)
}

fn surface_row(surface: &Surface, catalogue: &Catalogue) -> Vec<Cell> {
    let state = match (surface.state.as_str(), surface.skipped_count) {
        ("read", 0) => catalogue.plain("state-read"),
        ("read", _) => catalogue.plain("state-read-skipped"),
        ("unavailable", _) => catalogue.plain("state-unavailable"),
        _ => catalogue.plain("state-not_asked"),
    };
    let reason = match (&surface.reason, surface_id(&surface.id)) {
        (Some(reason), _) => sentence(reason),
        (None, Some(id)) => catalogue.surface_meaning(id),
        (None, None) => String::new(),
    };
    vec![
        Cell::words(surface_name(surface, catalogue)),
        Cell::words(state),
        Cell::words(surface.records.map_or_else(String::new, |n| n.to_string())),
        Cell::words(reason),
    ]
}

fn surface_name(surface: &Surface, catalogue: &Catalogue) -> String {
    surface_id(&surface.id).map_or_else(|| shown(&surface.id), |id| catalogue.surface_name(id))
}

fn skipped(surfaces: &[Surface], catalogue: &Catalogue) -> Vec<Block> {
    let rows: Vec<Vec<Cell>> = surfaces
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
        })
        .collect();
    if rows.is_empty() {
        return vec![Block::paragraph(catalogue.plain("skipped-none"))];
    }
    let all: u64 = surfaces.iter().map(|surface| surface.skipped_count).sum();
    let listed = rows.len() as u64;
    let mut blocks = vec![Block::Table(Table {
        caption: catalogue.plain("skipped-table"),
        columns: vec![
            Column::text(catalogue.plain("column-surface"), 22),
            Column::text(catalogue.plain("column-record"), 38),
            Column::text(catalogue.plain("column-why"), 40),
        ],
        rows,
        blank_rows: 0,
    })];
    if all > listed {
        let more = all.saturating_sub(listed);
        blocks.push(Block::paragraph(
            catalogue.text("skipped-more", &[("count", more.into())]),
        ));
    }
    blocks
}

pub(super) fn inventory(report: &Report, catalogue: &Catalogue) -> Option<Section> {
    let inventory = report.inventory.as_ref()?;
    let mut blocks = vec![Block::paragraph(catalogue.plain("inventory-intro"))];
    if inventory.apps.is_empty() {
        blocks.push(Block::paragraph(catalogue.plain("inventory-no-apps")));
    } else {
        blocks.push(Block::Table(Table {
            caption: catalogue.text(
                "inventory-apps",
                &[("count", (inventory.apps.len() as u64).into())],
            ),
            columns: vec![
                Column::text(catalogue.plain("column-app"), 30),
                Column::text(catalogue.plain("column-version"), 17),
                Column::text(catalogue.plain("column-origin"), 17),
                Column::text(catalogue.plain("column-digests"), 36),
            ],
            rows: inventory
                .apps
                .iter()
                .map(|app| app_row(app, catalogue))
                .collect(),
            blank_rows: 0,
        }));
    }
    if inventory.profiles.is_empty() {
        blocks.push(Block::paragraph(catalogue.plain("inventory-no-profiles")));
    } else {
        blocks.push(Block::Table(Table {
            caption: catalogue.text(
                "inventory-profiles",
                &[("count", (inventory.profiles.len() as u64).into())],
            ),
            columns: vec![
                Column::text(catalogue.plain("column-profile"), 40),
                Column::text(catalogue.plain("column-name"), 30),
                Column::text(catalogue.plain("column-organisation"), 30),
            ],
            rows: inventory
                .profiles
                .iter()
                .map(|profile| profile_row(profile, catalogue))
                .collect(),
            blank_rows: 0,
        }));
    }
    Some(Section::new(
        "inventory",
        catalogue.plain("inventory-heading"),
        blocks,
    ))
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
    let origin = match &app.installer {
        Some(installer) => Cell::exact(installer),
        None => Cell::words(catalogue.plain("unknown")),
    };
    let mut digests = Cell::default();
    for digest in &app.signers_sha256 {
        digests = digests
            .and_words(catalogue.plain("inventory-signer-sha256"))
            .and_exact(&digest.to_string());
    }
    for digest in &app.signers_sha1 {
        digests = digests
            .and_words(catalogue.plain("inventory-signer-sha1"))
            .and_exact(&digest.to_string());
    }
    for digest in &app.files_sha256 {
        digests = digests
            .and_words(catalogue.plain("inventory-file-sha256"))
            .and_exact(&digest.to_string());
    }
    if !app.powers.is_empty() {
        let powers: Vec<String> = app.powers.iter().map(|word| shown(word)).collect();
        digests = digests.and_words(catalogue.text(
            "inventory-powers",
            &[("powers", (&powers.join(", ")).into())],
        ));
    }
    if digests.0.is_empty() {
        digests = Cell::words(catalogue.plain("unknown"));
    }
    vec![name, version, origin, digests]
}

fn profile_row(profile: &InventoryProfile, catalogue: &Catalogue) -> Vec<Cell> {
    let optional = |value: &Option<String>| match value {
        Some(value) => Cell::words(shown(value)),
        None => Cell::words(catalogue.plain("unknown")),
    };
    vec![
        Cell::exact(&profile.identifier),
        optional(&profile.display_name),
        optional(&profile.organisation),
    ]
}

/// The words for `installed`, `removed`, `seen`.
pub(super) fn state(word: &str, catalogue: &Catalogue) -> String {
    match word {
        "installed" => catalogue.plain("subject-state-installed"),
        "removed" => catalogue.plain("subject-state-removed"),
        _ => catalogue.plain("subject-state-seen"),
    }
}
