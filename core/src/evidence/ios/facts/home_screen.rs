//! `IconState.plist` of SpringBoard: which icons are on the Home Screen, in its dock, pages and folders.
//!
//! `buttonBar` is the dock, `iconLists` are the pages. An icon is a bundle's name; a folder is a dictionary with
//! `iconLists` of its own; a widget is one too, with `containerBundleIdentifier`. An app that is on none may
//! still be in the App Library (iOS 14 on): many people tidy up so.

use std::collections::BTreeSet;

use super::{Value, malformed};
use crate::limits::HOME_SCREEN_STEPS;
use crate::snapshot::Reason;

/// Every name of an icon.
///
/// # Errors
/// A [`Reason`] where it lists no icons: what is not on such a list is not hidden.
pub(in crate::evidence::ios) fn read(root: Value<'_>) -> Result<BTreeSet<String>, Reason> {
    let pages = root
        .get("iconLists")
        .filter(|pages| pages.items().is_some());
    let pages = pages.ok_or_else(|| malformed("it has no pages of icons"))?;
    let mut icons = BTreeSet::new();
    let mut to_see: Vec<Value<'_>> = vec![pages];
    to_see.extend(root.get("buttonBar"));
    let mut steps = 0usize;
    while let Some(value) = to_see.pop() {
        steps += 1;
        if steps > HOME_SCREEN_STEPS {
            return Err(Reason::TooMany {
                limit: HOME_SCREEN_STEPS as u64,
            });
        }
        if let Some(name) = value.as_text() {
            icons.insert(name.to_owned());
        } else if let Some(items) = value.items() {
            to_see.extend(items.take(HOME_SCREEN_STEPS));
        } else {
            // A folder has pages, a stack of widgets has elements; an icon may say its name in a dictionary.
            to_see.extend(value.get("iconLists"));
            for key in ["bundleIdentifier", "displayIdentifier"] {
                icons.extend(value.string(key).map(str::to_owned));
            }
        }
    }
    if icons.is_empty() {
        return Err(Reason::LeftEmpty {
            field: "iconLists".to_owned(),
        });
    }
    Ok(icons)
}
