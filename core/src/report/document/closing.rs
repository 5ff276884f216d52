//! What stands behind the findings: limits, what was done, how to verify, custody, help, sources.

use jiff::civil::Date;

use super::opening::time_utc;
use super::{Block, Cell, Column, Fact, Section, Table};
use crate::evidence::live::Change;
use crate::report::schema::{Help, HelpContact};
use crate::report::shown::{sentence, shown};
use crate::report::{Edition, Report};
use crate::snapshot::{Input, InputKind};
use crate::text::Catalogue;

/// Rows for the pen. Six hand-overs fit on the page with the heading.
const CUSTODY_ROWS: usize = 6;

pub(super) fn limits(report: &Report, catalogue: &Catalogue) -> Section {
    Section::new(
        "limits",
        catalogue.plain("limits-heading"),
        vec![Block::List {
            items: report.limits.iter().map(|limit| sentence(limit)).collect(),
        }],
    )
}

pub(super) fn actions(report: &Report, catalogue: &Catalogue) -> Section {
    let blocks = if report.actions.is_empty() {
        vec![Block::paragraph(catalogue.plain("actions-none"))]
    } else {
        let told = report.actions.iter().map(|action| {
            let what = match Change::of(&action.what) {
                Some(change) => Cell::words(catalogue.plain(change_message(change))),
                None => Cell::exact(&action.what),
            };
            vec![Cell::words(time_utc(&action.at, catalogue)), what].into()
        });
        let live = report
            .inputs
            .iter()
            .any(|input| input.kind == InputKind::ConnectedPhone);
        let intro = live.then(|| Block::paragraph(catalogue.plain("actions-live")));
        let table = Block::table(
            catalogue.plain("actions-table"),
            vec![
                Column::text(catalogue.plain("column-when"), 30),
                Column::text(catalogue.plain("column-what"), 70),
            ],
            told,
            catalogue,
        );
        intro.into_iter().chain(table).collect()
    };
    Section::new("actions", catalogue.plain("actions-heading"), blocks)
}

/// The message for what the phone had to allow.
fn change_message(change: Change) -> &'static str {
    match change {
        Change::KeyTrusted => "action-key-trusted",
        Change::DeveloperOptionsOn => "action-developer-options",
        Change::UsbDebuggingOn => "action-usb-debugging",
        Change::WirelessDebuggingOn => "action-wireless-debugging",
        Change::WirelessHoleAccepted => "action-wireless-hole",
    }
}

pub(super) fn integrity(report: &Report, catalogue: &Catalogue) -> Section {
    let text = |id: &str| Block::paragraph(catalogue.plain(id));
    let heading = |id: &str| Block::Heading {
        text: catalogue.plain(id),
    };
    let command = |text: &str| Block::Command {
        text: text.to_owned(),
    };
    let officer = report.edition == Edition::Officer;
    let mut blocks = vec![text("integrity-id"), text("integrity-same")];
    blocks.push(Block::Facts {
        facts: sealed(report, catalogue),
    });

    blocks.push(heading("integrity-package-heading"));
    blocks.extend([
        text("integrity-package"),
        command("rushlight verify PACKAGE"),
        text("integrity-manifest"),
        command("sha256sum -c manifest-sha256.txt"),
    ]);
    if report.seal.is_some() {
        blocks.extend([
            text("integrity-seal"),
            command(
                "ssh-keygen -Y check-novalidate -n rushlight-package@1 \
                 -s manifest-sha256.txt.sig < manifest-sha256.txt",
            ),
        ]);
    }
    blocks.extend([
        text("integrity-embedded"),
        command("pdfdetach -save 1 -o report.json REPORT.pdf"),
    ]);

    if officer {
        blocks.push(heading("integrity-inputs-heading"));
        blocks.push(text("integrity-inputs"));
        if report.inputs.is_empty() {
            blocks.push(text("integrity-no-inputs"));
        } else {
            blocks.extend(inputs(report, catalogue));
        }
        blocks.extend([
            text("integrity-how"),
            command("sha256sum FILE"),
            text("integrity-how-folder"),
            // As `Container::digest` makes it.
            command("sha256sum FILE... | LC_ALL=C sort -k 2 | sha256sum"),
        ]);
    }
    Section::new("integrity", catalogue.plain("integrity-heading"), blocks)
}

/// What names this report, its seal, its record and its signatures.
fn sealed(report: &Report, catalogue: &Catalogue) -> Vec<Fact> {
    let label = |id: &str| catalogue.plain(id);
    let mut facts = vec![Fact::exact(label("label-report-id"), &report.report_id)];
    facts.push(match &report.seal {
        Some(seal) => Fact {
            label: label("label-seal"),
            value: Cell::exact(&seal.fingerprint)
                .and_words(shown(&seal.name))
                .and_exact(&seal.algorithm),
        },
        None => Fact::words(label("label-seal"), label("seal-none")),
    });
    if let Some(record) = &report.record {
        facts.push(Fact {
            label: label("label-record"),
            value: Cell::exact(&record.sha256.to_string())
                .and_words(catalogue.text("record-bytes", &[("bytes", record.bytes.into())])),
        });
    }
    if let Some(old) = &report.rescan_of {
        facts.push(Fact {
            label: label("label-rescan-of"),
            value: match &old.report_id {
                Some(id) => Cell::exact(id),
                None => Cell::words(label("rescan-of-unknown")),
            }
            .and_words(label("label-bundle-sha256"))
            .and_exact(&old.bundle_sha256.to_string()),
        });
    }
    facts.push(Fact::exact(
        label("label-bundle-sha256"),
        &report.bundle.sha256.to_string(),
    ));
    facts
}

fn inputs(report: &Report, catalogue: &Catalogue) -> Vec<Block> {
    let kind = |input: &Input| match input.kind {
        InputKind::Member => None,
        InputKind::AndroidqfFolder => Some("input-kind-androidqf_folder"),
        InputKind::AndroidqfZip => Some("input-kind-androidqf_zip"),
        InputKind::Bugreport => Some("input-kind-bugreport"),
        InputKind::Dumpsys => Some("input-kind-dumpsys"),
        InputKind::AndroidBackup => Some("input-kind-android_backup"),
        InputKind::IntrusionLog => Some("input-kind-intrusion_log"),
        InputKind::IosBackup => Some("input-kind-ios_backup"),
        InputKind::AppPrivacyReport => Some("input-kind-app_privacy_report"),
        InputKind::Sysdiagnose => Some("input-kind-sysdiagnose"),
        InputKind::ConfigurationProfile => Some("input-kind-configuration_profile"),
        InputKind::ConnectedPhone => Some("input-kind-connected_phone"),
        InputKind::Apk => Some("input-kind-apk"),
    };
    Block::table(
        catalogue.plain("integrity-table"),
        vec![
            Column::text(catalogue.plain("column-input"), 42),
            Column::number(catalogue.plain("column-bytes"), 14),
            Column::text(catalogue.plain("column-sha256"), 44),
        ],
        report.inputs.iter().map(|input| {
            let mut path = Cell::exact(&input.path);
            if let Some(kind) = kind(input) {
                path = path.and_words(catalogue.plain(kind));
            }
            vec![
                path,
                Cell::words(input.bytes.to_string()),
                Cell::exact(&input.sha256.to_string()),
            ]
            .into()
        }),
        catalogue,
    )
}

pub(super) fn custody(catalogue: &Catalogue) -> Section {
    Section::new(
        "custody",
        catalogue.plain("custody-heading"),
        vec![
            Block::paragraph(catalogue.plain("custody-intro")),
            Block::Table(Table {
                caption: catalogue.plain("custody-table"),
                columns: vec![
                    Column::text(catalogue.plain("column-date-time"), 19),
                    Column::text(catalogue.plain("column-item"), 27),
                    Column::text(catalogue.plain("column-from"), 27),
                    Column::text(catalogue.plain("column-to"), 27),
                ],
                rows: Vec::new(),
                blank_rows: CUSTODY_ROWS,
            }),
        ],
    )
}

pub(super) fn help(report: &Report, catalogue: &Catalogue) -> Section {
    let help = &report.help;
    let mut emergency = help.emergency.iter().map(|line| sentence(line));
    let mut blocks = Vec::new();
    if let Some(text) = emergency.next() {
        blocks.push(Block::Note { text });
    }
    let further: Vec<String> = emergency.collect();
    if !further.is_empty() {
        blocks.push(Block::List { items: further });
    }
    if !help.contacts.is_empty() {
        blocks.push(Block::paragraph(help_standing(help, catalogue)));
        blocks.extend(help_table(help, catalogue));
    }
    blocks.extend([
        Block::Heading {
            text: catalogue.plain("help-next-heading"),
        },
        Block::List {
            items: [
                "help-next-keep",
                "help-next-plan",
                "help-next-other",
                "help-next-diary",
            ]
            .into_iter()
            .map(|id| catalogue.plain(id))
            .collect(),
        },
    ]);
    Section::new("help", catalogue.plain("help-heading"), blocks)
}

/// How to call, how old the numbers are, and who read them.
fn help_standing(help: &Help, catalogue: &Catalogue) -> String {
    let dated = match help.dated.parse::<Date>() {
        Ok(date) => catalogue.date(date),
        Err(_) => shown(&help.dated),
    };
    let reviewed = match &help.reviewed_by {
        Some(by) => catalogue.text("help-reviewed", &[("by", (&shown(by)).into())]),
        None => catalogue.plain("help-not-reviewed"),
    };
    [
        catalogue.plain("help-intro"),
        catalogue.text(
            "help-dated",
            &[
                ("region", (&shown(&help.name)).into()),
                ("date", (&dated).into()),
            ],
        ),
        reviewed,
    ]
    .join(" ")
}

fn help_table(help: &Help, catalogue: &Catalogue) -> Vec<Block> {
    let row = |contact: &HelpContact| {
        let mut who = Cell::words(shown(&contact.name));
        if let Some(about) = &contact.about {
            who = who.and_words(sentence(about));
        }
        let mut how = Cell::default();
        for reach in &contact.reach {
            how = how.and_words(catalogue.isolated(&shown(reach)));
        }
        for note in &contact.notes {
            how = how.and_words(sentence(note));
        }
        vec![who, how].into()
    };
    Block::table(
        catalogue.plain("help-table"),
        vec![
            Column::text(catalogue.plain("column-service"), 60),
            Column::text(catalogue.plain("column-contact"), 40),
        ],
        help.contacts.iter().map(row),
        catalogue,
    )
}

pub(super) fn sources(report: &Report, catalogue: &Catalogue) -> Section {
    let mut blocks = Vec::new();
    if report.bundle.attribution.is_empty() {
        blocks.push(Block::paragraph(catalogue.plain("sources-none")));
    } else {
        blocks.push(Block::paragraph(catalogue.plain("sources-intro")));
        blocks.push(Block::List {
            items: report
                .bundle
                .attribution
                .iter()
                .map(|line| sentence(line))
                .collect(),
        });
    }
    blocks.push(Block::paragraph(catalogue.plain("fonts-note")));
    Section::new("sources", catalogue.plain("sources-heading"), blocks)
}
