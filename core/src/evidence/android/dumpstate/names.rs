//! Names as the sections print them: packages, parts of apps, values after `key=`.

use crate::evidence::android::settings::{is_package, short};

/// A package name, if the text is one.
pub(super) fn package(text: &str) -> Option<&str> {
    is_package(text).then_some(text)
}

/// The package and the short spelling of `com.x/.S`, `com.x/com.x.S`, `{com.x/.S}` or
/// `ComponentInfo{com.x/com.x.S}`: one part of an app has one spelling, whichever section names it.
pub(super) fn part(text: &str) -> Option<(&str, String)> {
    let text = text.trim();
    let text = text.strip_prefix("ComponentInfo").unwrap_or(text);
    let text = text.strip_prefix('{').unwrap_or(text);
    let text = text.strip_suffix('}').unwrap_or(text);
    let (owner, class) = text.split_once('/')?;
    let owner = package(owner)?;
    let plain = !class.is_empty()
        && class.len() <= 1_024
        && class
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '$' | '-'));
    plain.then(|| (owner, short(owner, class)))
}

/// The value of `key=` up to the next space: `uid` in `com.x uid=10123 gids=[]`. The key begins a word.
pub(super) fn value<'l>(line: &'l str, key: &str) -> Option<&'l str> {
    let from = after(line, key)?;
    let value = from.split(char::is_whitespace).next().unwrap_or_default();
    Some(value)
}

/// What stands behind `key=` where it begins a word.
pub(super) fn after<'l>(line: &'l str, key: &str) -> Option<&'l str> {
    let mut rest = line;
    let mut before = ' ';
    while let Some(at) = rest.find(key) {
        let (head, tail) = rest.split_at(at);
        let begins = head.chars().next_back().unwrap_or(before);
        let behind = tail.get(key.len()..)?;
        if !(begins.is_alphanumeric() || begins == '_')
            && let Some(value) = behind.strip_prefix('=')
        {
            return Some(value);
        }
        before = key.chars().next_back().unwrap_or(' ');
        rest = behind;
    }
    None
}

/// How far a line is indented.
pub(super) fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_part_of_an_app_has_one_spelling() {
        for text in [
            "com.example.a/.Watch",
            "{com.example.a/.Watch}",
            " com.example.a/com.example.a.Watch",
            "ComponentInfo{com.example.a/com.example.a.Watch}",
        ] {
            assert_eq!(
                part(text),
                Some(("com.example.a", "com.example.a/.Watch".to_owned()))
            );
        }
        assert_eq!(part("com.example a/.Watch"), None);
        assert_eq!(part("/data/user/0"), None);
    }

    #[test]
    fn a_key_begins_a_word() {
        let line = "  shortName=a name=b uid=10103 x";
        assert_eq!(value(line, "name"), Some("b"));
        assert_eq!(value(line, "uid"), Some("10103"));
        assert_eq!(value(line, "Name"), None);
    }

    proptest! {
        #[test]
        fn any_text_is_looked_at_without_a_panic(text in "\\PC{0,60}", key in "\\PC{1,4}") {
            part(&text);
            package(&text);
            after(&text, &key);
        }
    }
}
