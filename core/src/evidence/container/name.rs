//! Which names an entry may have.

use crate::limits::{ENTRY_NAME_BYTES, SHOWN_CHARACTERS};
use crate::snapshot::Reason;

/// The plain relative name, with `/` between folders. Back-slashes become `/`: AndroidQF on Windows wrote
/// them (mvt-project/androidqf issue 61), and `unzip` on Linux keeps them in file names.
pub(in crate::evidence) fn plain(raw: &str) -> Result<String, Reason> {
    if raw.len() > ENTRY_NAME_BYTES {
        return Err(Reason::UnsafeName);
    }
    let name = raw.replace('\\', "/");
    let name = name.strip_prefix("./").unwrap_or(&name);
    let drive = name.as_bytes().get(1) == Some(&b':');
    let climbs = name
        .split('/')
        .any(|part| part.is_empty() || part == "." || part == "..");
    if drive || climbs || name.chars().any(char::is_control) {
        return Err(Reason::UnsafeName);
    }
    Ok(name.to_owned())
}

/// The start of a name that was not accepted, to say which one it was.
pub(in crate::evidence) fn shown(raw: &str) -> String {
    raw.chars().take(SHOWN_CHARACTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_name_stays_and_back_slashes_become_slashes() {
        assert_eq!(
            plain("apks/com.example.apk").unwrap(),
            "apks/com.example.apk"
        );
        assert_eq!(
            plain(r"apks\com.example.apk").unwrap(),
            "apks/com.example.apk"
        );
        assert_eq!(plain("./getprop.txt").unwrap(), "getprop.txt");
    }

    #[test]
    fn a_name_that_leads_elsewhere_is_refused() {
        let long = "a".repeat(ENTRY_NAME_BYTES + 1);
        for name in [
            "",
            "/etc/passwd",
            "../packages.json",
            "apks/../../x",
            r"..\packages.json",
            r"C:\packages.json",
            "c:packages.json",
            "a//b",
            "pack\0ages.json",
            "pack\nages.json",
            long.as_str(),
        ] {
            assert_eq!(plain(name), Err(Reason::UnsafeName), "{name:?}");
        }
    }
}
