//! Everything that the records say about one family or one indicator, as text.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::compile::{Compiled, DUAL_USE_FAMILY, DUAL_USE_NAME};
use crate::files::Records;
use crate::record::{FamilyRecord, HostRole};

/// Explains a family or an indicator by its id; none when there is nothing of that id.
#[must_use]
pub fn explain(
    records: &Records,
    indicators: &BTreeMap<String, Compiled>,
    id: &str,
) -> Option<String> {
    if let Some(indicator) = indicators.get(id) {
        return Some(explain_indicator(records, id, indicator));
    }
    records
        .families
        .iter()
        .find(|file| file.family.id == id)
        .map(|file| explain_family(records, indicators, &file.family))
        .or_else(|| (id == DUAL_USE_FAMILY).then(|| explain_dual_use(records)))
}

fn explain_family(
    records: &Records,
    indicators: &BTreeMap<String, Compiled>,
    family: &FamilyRecord,
) -> String {
    let mut text = format!("family {}: {}\n", family.id, family.name);
    let mut line = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(text, "  {name}: {value}");
        }
    };
    line("also called", &family.aliases.join(", "));
    line("category", family.category.as_str());
    line("why", family.category_reason.as_deref().unwrap_or(""));
    line("status", family.status.as_str());
    line("can do", &family.capabilities.join(", "));
    for verdict in &family.verdicts {
        let said = format!("{} as {:?}", verdict.verdict, verdict.entry);
        line(&format!("{} calls it", verdict.source), &said);
    }
    let own: Vec<_> = indicators
        .iter()
        .filter(|(_, indicator)| indicator.families.contains_key(&family.id))
        .collect();
    let _ = writeln!(text, "  indicators: {}", own.len());
    for (id, indicator) in own {
        let record = &indicator.record;
        let _ = write!(text, "    {id}  {}", record.strength.as_str());
        if let Some(role) = record.role {
            let _ = write!(text, ", {}", role_word(role));
        }
        let _ = write!(text, ", {}", record.source);
        if let Some(day) = &record.first_listed {
            let _ = write!(text, ", listed {day}");
        }
        let others: Vec<_> = others(indicator, &family.id).collect();
        if !others.is_empty() {
            let _ = write!(text, ", shared with {}", others.join(", "));
        }
        text.push('\n');
    }
    let mut sources: Vec<&str> = family
        .verdicts
        .iter()
        .map(|verdict| verdict.source.as_str())
        .chain(family.indicators.iter().map(|it| it.source.as_str()))
        .collect();
    sources.sort_unstable();
    sources.dedup();
    for source in sources {
        text.push_str(&explain_source(records, source));
    }
    text
}

fn explain_indicator(records: &Records, id: &str, indicator: &Compiled) -> String {
    let record = &indicator.record;
    let mut text = format!("indicator {id}\n");
    let mut line = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(text, "  {name}: {value}");
        }
    };
    line("kind", record.kind.as_str());
    line("compared", indicator.mode.as_str());
    line("value", &record.value);
    line("strength", record.strength.as_str());
    line("role", record.role.map_or("", role_word));
    line("sample", record.sample.as_deref().unwrap_or(""));
    line(
        "first listed",
        record.first_listed.as_deref().unwrap_or("not known"),
    );
    for (family, shared) in &indicator.families {
        let known = records
            .families
            .iter()
            .find(|file| file.family.id == *family);
        let (name, category) = known.map_or((DUAL_USE_NAME, "dual_use"), |file| {
            (file.family.name.as_str(), file.family.category.as_str())
        });
        line("family", &format!("{family} ({name}, {category})"));
        line("  why shared", shared.as_deref().unwrap_or(""));
    }
    text.push_str(&explain_source(records, &record.source));
    text
}

fn explain_dual_use(records: &Records) -> String {
    let mut text = format!("family {DUAL_USE_FAMILY}: {DUAL_USE_NAME}\n  category: dual_use\n");
    let _ = writeln!(text, "  indicators: {}", records.dual_use.len());
    for record in &records.dual_use {
        let _ = writeln!(
            text,
            "    {} {}  {}, {}",
            record.platform, record.id, record.purpose, record.source
        );
    }
    text
}

fn explain_source(records: &Records, id: &str) -> String {
    let Some(source) = records.sources.iter().find(|source| source.id == id) else {
        return format!("source {id}: not in the list\n");
    };
    let mut text = format!(
        "source {}: {}\n  {}\n  licence: {}\n  read: {}",
        source.id, source.title, source.url, source.licence, source.retrieved
    );
    if let Some(commit) = &source.commit {
        let _ = write!(text, " at {commit}");
    }
    text.push('\n');
    text
}

fn others<'a>(indicator: &'a Compiled, family: &'a str) -> impl Iterator<Item = &'a str> {
    indicator
        .families
        .keys()
        .map(String::as_str)
        .filter(move |other| *other != family)
}

fn role_word(role: HostRole) -> &'static str {
    match role {
        HostRole::C2 => "c2",
        HostRole::Website => "website",
        HostRole::Distribution => "distribution",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::indicators;
    use crate::made;

    #[test]
    fn a_family_an_indicator_and_the_list_of_apps_are_explained() {
        let mut records = made::every_kind();
        records.families.push(made::family(
            "twin",
            "{kind: android.package, value: com.twin, strength: identifying, source: own}",
        ));
        let indicators = indicators(&records).unwrap();
        let explain = |id| explain(&records, &indicators, id);
        insta::assert_snapshot!(
            ["spy", "net.host:panel.spy.example", DUAL_USE_FAMILY]
                .map(|id| explain(id).unwrap())
                .join("\n")
        );
        assert_eq!(explain("nobody"), None);
    }
}
