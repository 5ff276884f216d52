//! The Echap list of stalkerware and watchware (CC BY 4.0), as our families.
//!
//! In: a folder with `ioc.yaml`, `watchware.yaml`, `samples.csv` and `echap_first_listed.csv`; our
//! decisions, `import/echap.yaml`; the public keys and shared hosts of `lists/`. Out: `families/<id>.yaml`.
//! `rules.yar` and the vendor notes of that project are not read: the notes name private persons.
//!
//! Files that this importer wrote carry [`HEADING`]. It replaces and removes those only; a family that
//! people wrote by hand stays as it is.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::{ImportError, ImportReport, parse_yaml, read, read_yaml, save, write};
use crate::record::{FamilyRecord, PublicKeyRecord, SharedHostRecord};

mod decisions;
mod families;
mod source;
#[cfg(test)]
mod tests;

use decisions::Decisions;
use families::Lists;
use source::Source;

/// The first lines of every file that this importer writes.
const HEADING: &str = "\
# Written by `rushlight-signatures import echap`. Do not edit: change `import/echap.yaml` and import again.
# Facts from the stalkerware indicators of Echap and its contributors, CC BY 4.0, modified; see `lists/sources.yaml`.
";

/// Reads the list in `source` and writes the families of `signatures` (the folder that holds `import/`,
/// `lists/` and `families/`).
///
/// # Errors
/// [`ImportError`]. Nothing is written unless everything could be read and decided.
pub fn run(source: &Path, signatures: &Path) -> Result<ImportReport, ImportError> {
    let mut report = ImportReport::default();
    let list = Source::parse(
        &read(&source.join("ioc.yaml"))?,
        &read(&source.join("watchware.yaml"))?,
        &read(&source.join("samples.csv"))?,
        &read(&source.join("echap_first_listed.csv"))?,
        &mut report,
    )?;
    let decisions: Decisions = read_yaml(&signatures.join("import/echap.yaml"))?;
    let public_keys: Vec<PublicKeyRecord> = read_yaml(&signatures.join("lists/public-keys.yaml"))?;
    let shared_hosts: Vec<SharedHostRecord> =
        read_yaml(&signatures.join("lists/shared-hosts.yaml"))?;
    let lists = Lists::new(&public_keys, &shared_hosts);
    let families = families::build(&list, &decisions, &lists, &mut report)?;
    report.left_out.sort();

    let mut files = BTreeMap::new();
    for family in &families {
        let file = format!("{}.yaml", family.id);
        let text = write::family(HEADING, family);
        let back: FamilyRecord = parse_yaml(&file, &text)?;
        if back != *family {
            return Err(ImportError::Form {
                file,
                cause: "what was written does not read back as it was".to_owned(),
            });
        }
        files.insert(file, text);
    }
    replace(&signatures.join("families"), &files, &mut report)?;
    Ok(report)
}

/// Writes `files` and removes what an earlier import wrote and this one does not.
fn replace(
    folder: &Path,
    files: &BTreeMap<String, String>,
    report: &mut ImportReport,
) -> Result<(), ImportError> {
    let failed = |cause| ImportError::File {
        file: folder.display().to_string(),
        cause,
    };
    fs::create_dir_all(folder).map_err(failed)?;
    let mut present = Vec::new();
    for item in fs::read_dir(folder).map_err(failed)? {
        let name = item.map_err(failed)?.file_name();
        present.extend(name.to_str().map(str::to_owned));
    }
    present.sort();
    let mut stale = Vec::new();
    let mut kept = 0;
    for name in present.iter().filter(|name| name.ends_with(".yaml")) {
        let ours = read(&folder.join(name))?.starts_with(HEADING);
        match (ours, files.contains_key(name)) {
            (true, true) => {}
            (true, false) => stale.push(name),
            (false, true) => return Err(ImportError::HandWritten(name.clone())),
            (false, false) => kept += 1,
        }
    }
    for name in &stale {
        fs::remove_file(folder.join(name)).map_err(failed)?;
    }
    for (name, text) in files {
        save(&folder.join(name), text)?;
    }
    report.count("family files written", files.len());
    report.count("family files of an earlier import removed", stale.len());
    report.count("family files written by hand, left alone", kept);
    Ok(())
}
