//! The published data beside the repository: samples with their listing dates, the capabilities of 14
//! products, and the names of preinstalled apps. Read at measuring time, never shipped.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rushlight_core::digest::{Sha1, Sha256};

/// Everything that is measured against.
pub(crate) struct Published {
    /// Echap's `samples.csv`, in its order.
    pub(crate) samples: Vec<Sample>,
    /// The first day on which Echap listed a package or a signer: `packages`, `certificates` by value.
    pub(crate) first_listed: BTreeMap<(&'static str, String), String>,
    /// The 14 products of "No Privacy Among Spies".
    pub(crate) products: Vec<Product>,
    /// Names of apps that come with phones.
    pub(crate) preinstalled: Vec<String>,
}

/// One file that somebody collected.
pub(crate) struct Sample {
    pub(crate) sha256: Sha256,
    pub(crate) package: Option<String>,
    pub(crate) signer: Option<Sha1>,
    /// The source's name or alias of the family.
    pub(crate) app: String,
    /// The day on which it was listed.
    pub(crate) listed: String,
}

/// One product of the paper.
pub(crate) struct Product {
    pub(crate) name: String,
    pub(crate) target_sdk: u32,
    /// Rows of Table 2 that the product has.
    pub(crate) can: Vec<String>,
}

/// Reads it; none where it is absent.
pub(crate) fn read() -> Option<Published> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    if !data.is_dir() {
        return None;
    }
    let text = |path: &str| fs::read_to_string(data.join(path)).unwrap();

    let mut sample_listed = BTreeMap::new();
    let mut first_listed: BTreeMap<_, String> = BTreeMap::new();
    for row in rows(&text("echap/echap_first_listed.csv")) {
        // Patterns have commas; the kinds that are read here have none.
        let kind = match row[3].as_str() {
            "packages" => "packages",
            "certificates" => "certificates",
            "sample_sha256" => {
                sample_listed.insert(row[4].to_lowercase(), row[5].clone());
                continue;
            }
            _ => continue,
        };
        let (value, day) = (row[4].clone(), row[5].clone());
        let known = first_listed
            .entry((kind, value))
            .or_insert_with(|| day.clone());
        *known = day.min(known.clone());
    }

    let full = |value: String| (!value.is_empty()).then_some(value);
    let samples = rows(&text("echap/samples.csv"))
        .map(|row| {
            let [sha256, package, signer, _, app] = row.try_into().unwrap();
            Sample {
                listed: sample_listed[&sha256.to_lowercase()].clone(),
                sha256: sha256.parse().unwrap(),
                package: full(package),
                signer: full(signer).map(|digest| digest.parse().unwrap()),
                app,
            }
        })
        .collect();

    let apps = text("liu2023-pets/table1_6_apps.csv");
    let table = text("liu2023-pets/table2_capabilities.csv");
    let mut header = table.lines().next().unwrap().split(',');
    header.next();
    let mut products: Vec<Product> = rows(&apps)
        .zip(header)
        .map(|(row, name)| {
            assert_eq!(row[0].to_lowercase(), name.to_lowercase());
            Product {
                name: name.to_owned(),
                target_sdk: row[3].parse().unwrap(),
                can: Vec::new(),
            }
        })
        .collect();
    for row in rows(&table) {
        for (product, cell) in products.iter_mut().zip(&row[1..]) {
            if cell == "1" {
                product.can.push(row[0].clone());
            }
        }
    }

    let uad: BTreeMap<String, serde_json::Value> =
        serde_json::from_str(&text("uad-ng/uad_lists.json")).unwrap();
    Some(Published {
        samples,
        first_listed,
        products,
        preinstalled: uad.into_keys().collect(),
    })
}

/// The rows of a table below its header. A cell in quotes has doubled quotes and no comma in our files.
fn rows(text: &str) -> impl Iterator<Item = Vec<String>> {
    text.lines().skip(1).map(|line| {
        line.trim_end()
            .split(',')
            .map(|cell| cell.trim_matches('"').replace("\"\"", "\""))
            .collect()
    })
}
