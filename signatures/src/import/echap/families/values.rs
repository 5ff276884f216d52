//! The values of the two lists: each field of an entry becomes indicators of its family.

use std::net::IpAddr;

use rushlight_core::signatures::{IndicatorKind, MatchMode, Strength};

use super::{Work, bare, earlier, entry_name, is_below, record, signer};
use crate::import::ImportError;
use crate::import::echap::decisions::reason_for;
use crate::import::echap::source::{Entry, List};
use crate::record::{HostRole, IndicatorRecord};

/// One value as the list has it.
#[derive(Clone, Copy)]
struct Place<'a> {
    list: List,
    entry: &'a str,
    /// The field in the date table.
    field: &'a str,
    family: &'a str,
}

impl Place<'_> {
    fn entry_name(&self) -> String {
        entry_name(self.list, self.entry)
    }

    fn text(&self) -> String {
        format!("{} {}", self.entry_name(), self.field)
    }
}

impl<'a> Work<'a> {
    pub(super) fn values(&mut self, list: List, entry: &'a Entry) -> Result<(), ImportError> {
        let family = self.family_id(list, entry);
        let place = |field| Place {
            list,
            entry: &entry.name,
            field,
            family: &family,
        };
        for value in &entry.packages {
            self.package(place("packages"), value)?;
        }
        for value in &entry.certificates {
            if signer(value).is_some_and(|digest| self.lists.is_public(&digest)) {
                self.report
                    .handle("a public key listed as a product's key, not imported");
                self.report.leave_out(
                    &place("certificates").text(),
                    value,
                    "A key that anybody can sign with.",
                );
                continue;
            }
            self.plain(
                place("certificates"),
                value,
                IndicatorKind::SignerSha1,
                Strength::Identifying,
            )?;
        }
        for value in &entry.certificate_cname_re {
            let mut record = record(
                IndicatorKind::SignerCommonName,
                value,
                Strength::Identifying,
            );
            record.mode = Some(MatchMode::Regex);
            record.sample = common_name_sample(value);
            if record.sample.is_none() {
                return Err(ImportError::Undecided(format!(
                    "{}: no sample is known for the pattern {value}",
                    place("certificate_cname_re").text()
                )));
            }
            self.add(place("certificate_cname_re"), record)?;
        }
        for value in &entry.certificate_organizations {
            // Anybody can write any organisation into a certificate.
            self.plain(
                place("certificate_organizations"),
                value,
                IndicatorKind::SignerOrganisation,
                Strength::Supporting,
            )?;
        }
        for value in &entry.ios_bundles {
            self.plain(
                place("ios_bundles"),
                value,
                IndicatorKind::IosBundle,
                Strength::Identifying,
            )?;
        }
        for value in &entry.c2.domains {
            self.host(place("c2.domains"), value, HostRole::C2)?;
        }
        for value in &entry.websites {
            self.host(place("websites"), value, HostRole::Website)?;
        }
        for value in &entry.distribution {
            self.host(place("distribution"), value, HostRole::Distribution)?;
        }
        for value in &entry.c2.ips {
            self.address(place("c2.ips"), value, HostRole::C2)?;
        }
        for value in &entry.c2.ip {
            self.report
                .handle("an address under `c2.ip`, read like `c2.ips`");
            self.address(place("c2.ip"), value, HostRole::C2)?;
        }
        Ok(())
    }

    fn package(&mut self, place: Place<'_>, value: &str) -> Result<(), ImportError> {
        let mut package = record(IndicatorKind::AndroidPackage, value, Strength::Identifying);
        if reason_for(&self.decisions.exact_packages, value).is_some() {
            self.used.mark("exact_packages", value);
            self.report
                .handle("an odd package name, compared letter by letter");
            package.mode = Some(MatchMode::Exact);
        }
        let entry = place.entry_name();
        let split = self
            .decisions
            .split
            .iter()
            .find(|item| item.entry == entry && item.packages.iter().any(|one| one == value));
        let place = match split {
            Some(split) => {
                self.used.mark("split", value);
                self.report
                    .handle("a package of another product than its entry, in a family of its own");
                Place {
                    family: &split.family,
                    ..place
                }
            }
            None => place,
        };
        self.add(place, package)?;
        if reason_for(&self.decisions.components, value).is_some() {
            self.used.mark("components", value);
            self.report
                .handle("a package that looks like a class, looked for as both");
            self.plain(place, value, IndicatorKind::Component, Strength::Supporting)?;
        }
        Ok(())
    }

    fn plain(
        &mut self,
        place: Place<'_>,
        value: &str,
        kind: IndicatorKind,
        strength: Strength,
    ) -> Result<(), ImportError> {
        self.add(place, record(kind, value, strength))
    }

    /// A visit to a shop is not an installation: only a server that is no site of anybody is identifying.
    fn host(&mut self, place: Place<'_>, value: &str, role: HostRole) -> Result<(), ImportError> {
        if value.parse::<IpAddr>().is_ok() {
            self.report
                .handle("an address among hosts, kept as an address");
            return self.address(place, value, role);
        }
        if value.contains("://") && !self.is_left_out(place, value) {
            self.report.handle("an address of a page, not a host");
            self.report
                .leave_out(&place.text(), value, "An address of a page and not a host.");
            return Ok(());
        }
        let host = value.to_lowercase();
        if self.lists.is_shared_host(&host) {
            self.report
                .leave_out(&place.text(), value, "Strangers live under this host.");
            return Ok(());
        }
        let strength = if reason_for(&self.decisions.third_party_hosts, value).is_some() {
            self.used.mark("third_party_hosts", value);
            self.report
                .handle("a host of somebody else's service, kept as context");
            Strength::Context
        } else {
            match role {
                HostRole::C2 if self.is_site(&host) => {
                    self.report
                        .handle("a server that is a site as well, kept as supporting");
                    Strength::Supporting
                }
                HostRole::C2 => Strength::Identifying,
                HostRole::Website | HostRole::Distribution => Strength::Context,
            }
        };
        let mut record = record(IndicatorKind::Host, value, strength);
        record.role = Some(role);
        if self.lists.is_tenant(&host) {
            self.report
                .handle("a tenant of a cloud, compared as the full host only");
            record.mode = Some(MatchMode::Exact);
        }
        self.add(place, record)
    }

    /// Whether somebody who looks at a site of some entry would meet this host.
    fn is_site(&self, host: &str) -> bool {
        let host = bare(host);
        self.sites
            .iter()
            .any(|site| *site == host || is_below(site, &host))
    }

    fn address(
        &mut self,
        place: Place<'_>,
        value: &str,
        role: HostRole,
    ) -> Result<(), ImportError> {
        let strength = match role {
            // Addresses are given to the next customer.
            HostRole::C2 => Strength::Supporting,
            HostRole::Website | HostRole::Distribution => Strength::Context,
        };
        let mut record = record(IndicatorKind::Ip, value, strength);
        record.role = Some(role);
        self.add(place, record)
    }

    fn is_left_out(&self, place: Place<'_>, value: &str) -> bool {
        self.left_out_reason(place, value).is_some()
    }

    fn left_out_reason(&self, place: Place<'_>, value: &str) -> Option<&'a str> {
        let entry = place.entry_name();
        self.decisions
            .left_out
            .iter()
            .find(|item| item.entry == entry && item.field == place.field && item.value == value)
            .map(|item| item.reason.as_str())
    }

    /// Puts a value of the list into its family, unless a decision leaves it out or it has no usable form.
    fn add(&mut self, place: Place<'_>, mut record: IndicatorRecord) -> Result<(), ImportError> {
        let value = record.value.clone();
        if let Some(reason) = self.left_out_reason(place, &value) {
            self.used.mark("left_out", &value);
            self.report.handle("a value that a decision leaves out");
            self.report.leave_out(&place.text(), &value, reason);
            return Ok(());
        }
        let file = place.list.file();
        match self
            .source
            .dates
            .get(file, place.field, &value, place.entry)
        {
            Some(listed) => {
                record.first_listed = Some(listed.day.to_owned());
                if !listed.same_entry {
                    let quirk = "a first listing that the date table has under another entry";
                    self.report.handle(quirk);
                }
            }
            None => self
                .report
                .handle("a value without a date of its first listing"),
        }
        let mode = record.mode.or_else(|| record.kind.modes().first().copied());
        let key = mode.map(|mode| (mode, record.kind.normalise(mode, &value)));
        let Some((mode, Ok(key))) = key else {
            self.report.leave_out(
                &place.text(),
                &value,
                "Not a value of the kind that its field is for.",
            );
            return Ok(());
        };
        let Some(draft) = self.families.get_mut(place.family) else {
            return Err(ImportError::Undecided(format!(
                "no family {}",
                place.family
            )));
        };
        let key = (record.kind, mode, key);
        let Some(there) = draft.indicators.get_mut(&key) else {
            draft.indicators.insert(key, record);
            return Ok(());
        };
        // Listed before: the first spelling, the earlier day and the stronger role stay.
        there.first_listed = earlier(there.first_listed.take(), record.first_listed);
        if there.value != record.value {
            self.report
                .handle("a spelling in other letters, kept under the first one");
            self.report.leave_out(
                &place.text(),
                &value,
                "The same value in other letters stands in the family already.",
            );
        } else if record.role != there.role {
            self.report
                .handle("a host in two fields of one entry, kept once");
        } else {
            self.report
                .handle("a value listed twice for one family, kept once");
        }
        Ok(())
    }
}

/// A common name that the pattern of KidsShield matches. A new pattern needs a sample of its own, and stops
/// the import until it has one.
fn common_name_sample(pattern: &str) -> Option<String> {
    pattern
        .starts_with("^Kids\\WSafety\\W[0-9]{2}-")
        .then(|| "Kids Safety 01-02-2020 10:11:12".to_owned())
}
