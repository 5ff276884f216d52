//! Made records for tests: one family `spy` whose indicators a test writes as YAML.

use crate::files::{FamilyFile, Records, RuleFile};
use crate::record::VersionRecord;

pub(crate) fn version() -> VersionRecord {
    VersionRecord {
        version: "2026.11.22".to_owned(),
        built_at: "2026-11-22".to_owned(),
    }
}

/// Records that pass lint, with these indicators, one a line.
pub(crate) fn records(indicators: &str) -> Records {
    Records {
        families: vec![family("spy", indicators)],
        sources: serde_saphyr::from_str(
            "[{id: own, title: Our own, url: 'https://example.org', licence: MIT, retrieved: '2026-11-22', attribution: Ours.}]",
        )
        .unwrap(),
        public_keys: serde_saphyr::from_str(
            "[{name: AOSP test key, sha1: 61ED377E85D386A8DFEE6B864BD85B0BFAA5AF81, source: own}]",
        )
        .unwrap(),
        stores: serde_saphyr::from_str(
            "[{id: com.android.vending, role: store, name: Google Play}]",
        )
        .unwrap(),
        known_apps: serde_saphyr::from_str(&format!(
            "[{{id: com.chat, role: messenger, name: Chat, signer: '{}', source: own}}]",
            "cd".repeat(32)
        ))
        .unwrap(),
        label_terms: serde_saphyr::from_str("[{term: System Service, locale: en}]").unwrap(),
        shared_hosts: serde_saphyr::from_str("[{suffix: firebaseio.com, owner: Google}]").unwrap(),
        ..Records::default()
    }
}

/// A family file.
pub(crate) fn family(id: &str, indicators: &str) -> FamilyFile {
    let lines: Vec<String> = indicators
        .lines()
        .map(|line| format!("- {}", line.trim()))
        .collect();
    let yaml = format!(
        "id: {id}\nname: Spy\naliases: [Spy Pro]\ncategory: stalkerware\nstatus: active\n\
         capabilities: [camera, location]\nverdicts:\n- {{source: own, entry: Spy, verdict: bad}}\nindicators:\n{}\n",
        lines.join("\n")
    );
    FamilyFile {
        name: id.to_owned(),
        family: serde_saphyr::from_str(&yaml).unwrap(),
    }
}

/// An indicator of every kind.
pub(crate) fn every_kind() -> Records {
    let digest = "ab".repeat(32);
    let mut records = records(&format!(
        "{{kind: android.apk.sha256, value: '{digest}', strength: identifying, source: own, first_listed: '2023-01-31'}}
         {{kind: android.component, mode: prefix, value: com.spyware., strength: supporting, source: own}}
         {{kind: android.dex, value: spy_classes, strength: supporting, source: own}}
         {{kind: android.label, value: System Service, strength: supporting, source: own}}
         {{kind: android.meta_data, value: spy=yes, strength: supporting, source: own}}
         {{kind: android.package, value: com.spy, strength: identifying, source: own}}
         {{kind: android.package, mode: glob, value: 'com.spyware[a-z]*', strength: identifying, source: own, sample: com.spywareq1}}
         {{kind: android.permission, value: com.spy.READ, strength: context, source: own}}
         {{kind: android.signer.common_name, mode: regex, value: '^Spy [0-9]+$', strength: identifying, source: own, sample: Spy 42}}
         {{kind: android.signer.key_sha256, value: '{digest}', strength: identifying, source: own}}
         {{kind: android.signer.organisation, value: Spy GmbH, strength: supporting, source: own}}
         {{kind: android.signer.sha1, value: 07906D1FA933730B8EB44F03910C88FDAC2C0135, strength: identifying, source: own}}
         {{kind: android.signer.sha256, value: '{digest}', strength: identifying, source: own}}
         {{kind: file.path, mode: prefix, value: /sdcard/.spyware/, strength: identifying, source: own}}
         {{kind: file.sha256, value: '{digest}', strength: identifying, source: own}}
         {{kind: ios.bundle, value: com.spy.ios, strength: identifying, source: own}}
         {{kind: ios.profile.identifier, value: com.spy.profile, strength: identifying, source: own}}
         {{kind: ios.profile.organisation, value: Spy GmbH, strength: identifying, source: own}}
         {{kind: ios.profile.payload, value: com.spy.payload, strength: context, source: own}}
         {{kind: ios.profile.uuid, value: 3F2504E0-4F89-11D3-9A0C-0305E82C3301, strength: identifying, source: own}}
         {{kind: net.host, value: panel.spy.example, strength: identifying, role: c2, source: own}}
         {{kind: net.host, value: spy.example, strength: context, role: website, source: own}}
         {{kind: net.host, mode: exact, value: spy.firebaseio.com, strength: identifying, role: c2, source: own}}
         {{kind: net.ip, value: 192.0.2.7, strength: supporting, role: c2, source: own}}"
    ));
    records.rules.push(RuleFile {
        name: "spy".to_owned(),
        text: "rule spy_classes\n{ condition: false }\n".to_owned(),
    });
    records.dual_use = serde_saphyr::from_str(
        "[{id: com.finder, platform: android, purpose: location, source: own}]",
    )
    .unwrap();
    records
}
