//! `rushlight case new`: a case file to fill in; and `--case`: reading a filled one.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use rushlight_core::case::{Case, Scope, TEMPLATE};
use rushlight_core::limits::CASE_BYTES;
use rushlight_core::text::Catalogue;

use crate::args::CaseNewArguments;
use crate::failure::Failure;
use crate::scan::print;
use crate::store;

/// Writes the template to a new file, or prints it.
pub(crate) fn run_new(
    arguments: &CaseNewArguments,
    catalogue: &Catalogue,
) -> Result<ExitCode, Failure> {
    let Some(path) = &arguments.out else {
        print(TEMPLATE.as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    };
    store::create(path, TEMPLATE.as_bytes(), 0o600)?;
    print(format!("{} {}\n", catalogue.plain("desk-written"), path.display()).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// Reads a case file. What is asked for on the command line must be agreed to in it.
pub(crate) fn read(path: &Path, inventory: bool) -> Result<Case, Failure> {
    let failed = |cause| Failure::Read {
        path: path.to_owned(),
        cause,
    };
    let mut bytes = Vec::new();
    File::open(path)
        .map_err(failed)?
        .take(CASE_BYTES.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    let case = Case::from_bytes(&bytes).map_err(|cause| Failure::Case {
        path: PathBuf::from(path),
        cause,
    })?;
    if inventory && !case.agrees_to(Scope::Inventory) {
        return Err(Failure::InventoryNotAgreed {
            path: path.to_owned(),
        });
    }
    Ok(case)
}
