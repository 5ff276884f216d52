//! `dumpsys connectivity`: the app whose VPN is on, private DNS, proxies.
//!
//! Form of AOSP's `NetworkAgentInfo.toString`, Android 8 to 16, one line for each network. Since Android 12 the
//! line of a VPN names its app (`ni{VPN CONNECTED extra: VPN:com.x}`, seen in many public logs); before, only the
//! number of its account (`OwnerUid: 10123`), which other lines join to a name (`RequestorUid`, `RequestorPkg`).
//! Hosts stand in the link properties (`PrivateDnsServerName: dns.example`, `HttpProxy: [proxy.example] 8080`).
//! Networks that are requested or lost stand there in other words; certificates stand in no dump.

use std::collections::{BTreeMap, BTreeSet};

use super::Section;
use super::course::Course;
use super::names::package;
use super::section::Facts;
use super::section::user_of;
use crate::evidence::android::settings::{Meaning, contact};
use crate::snapshot::{Contact, PowerKind, SurfaceId};

pub(super) struct Connectivity {
    course: Course,
    /// Packages by the number of their account.
    owners: BTreeMap<String, String>,
    /// VPNs that are on, of which only that number is known.
    numbered: BTreeMap<String, u64>,
    /// Apps whose VPN is on, already told.
    vpns: BTreeSet<String>,
    hosts: BTreeSet<String>,
}

impl Connectivity {
    pub(super) fn new() -> Self {
        Self {
            course: Course::new(SurfaceId::Network),
            owners: BTreeMap::new(),
            numbered: BTreeMap::new(),
            vpns: BTreeSet::new(),
            hosts: BTreeSet::new(),
        }
    }

    fn vpn(&mut self, line: &str, number: u64, facts: &mut Facts<'_>) {
        let owner = word_after(line, "OwnerUid: ");
        let named = word_after(line, "extra: VPN:").and_then(package);
        match (named, owner) {
            (Some(app), owner) => {
                if self.vpns.insert(app.to_owned()) {
                    let user = owner.and_then(user_of);
                    facts.power(app, user, PowerKind::Vpn, None, number);
                    self.course.record();
                }
            }
            (None, Some(owner)) => {
                self.numbered.entry(owner.to_owned()).or_insert(number);
            }
            (None, None) => {
                let cause = "a VPN that is on, without the name of its app";
                self.course.skip(number, cause, facts);
            }
        }
    }

    fn host(&mut self, host: &str, number: u64, facts: &mut Facts<'_>) {
        let plain = !host.is_empty()
            && host != "null"
            && host
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':' | '_'));
        if !plain || !self.hosts.insert(host.to_owned()) {
            return;
        }
        for meaning in contact(host) {
            if let Meaning::Contact(endpoint) = meaning {
                let provenance = facts.at(number);
                facts.contacts.push(Contact {
                    endpoint,
                    app: None,
                    contacted: None,
                    provenance,
                });
                self.course.record();
            }
        }
    }
}

impl Section for Connectivity {
    fn line(&mut self, number: u64, line: &str, facts: &mut Facts<'_>) {
        if !self.course.passes(number, line) {
            return;
        }
        let text = line.trim();
        if let (Some(uid), Some(app)) = (
            word_after(text, "RequestorUid: "),
            word_after(text, "RequestorPkg: ").and_then(package),
        ) {
            self.owners.insert(uid.to_owned(), app.to_owned());
        }
        if text.starts_with("Current Networks:") || text.starts_with("Active default network:") {
            self.course.known();
        }
        if !text.starts_with("NetworkAgentInfo") {
            return;
        }
        self.course.known();
        let vpn = text.contains("ni{VPN CONNECTED")
            || text.contains("type: VPN[], state: CONNECTED/CONNECTED");
        if vpn {
            self.vpn(text, number, facts);
        }
        if let Some(host) = word_after(text, "PrivateDnsServerName: ") {
            self.host(host, number, facts);
        }
        if let Some((_, proxy)) = text.split_once("HttpProxy: [")
            && let Some((host, _)) = proxy.split_once(']')
        {
            self.host(host, number, facts);
        }
    }

    fn end(&mut self, _cut: bool, facts: &mut Facts<'_>) {
        for (uid, number) in std::mem::take(&mut self.numbered) {
            match self.owners.get(&uid) {
                Some(app) => {
                    if self.vpns.insert(app.clone()) {
                        facts.power(app, user_of(&uid), PowerKind::Vpn, None, number);
                        self.course.record();
                    }
                }
                None => {
                    let cause = "a VPN that is on, whose app is only a number";
                    self.course.skip(number, cause, facts);
                }
            }
        }
        self.course.end(facts);
    }
}

/// The word behind a field, without what closes it.
fn word_after<'l>(text: &'l str, field: &str) -> Option<&'l str> {
    let (_, rest) = text.split_once(field)?;
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '}' | ']' | ',' | '"'))
        .unwrap_or(rest.len());
    let word = rest.split_at(end).0;
    (!word.is_empty()).then_some(word)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fed::fed;

    /// Made after AOSP's code and the lines that were seen.
    const MADE: &str = "\
NetworkProviders for: WifiNetworkFactory
Active default network: 101
Current Networks:
  NetworkAgentInfo{network{101}  handle{1}  ni{WIFI CONNECTED} lp{{InterfaceName: wlan0 LinkAddresses: [ 192.0.2.9/24 ] DnsAddresses: [ /192.0.2.1 ] MTU: 0 HttpProxy: [proxy.example] 8080 UsePrivateDns: true PrivateDnsServerName: dns.example}}  nc{[ Transports: WIFI]}}
  NetworkAgentInfo{network{102}  handle{2}  ni{VPN CONNECTED extra: VPN:com.example.vpn} lp{{InterfaceName: tun0}}  nc{[ Transports: WIFI|VPN OwnerUid: 10123 AdminUids: [10123]]}}
  NetworkAgentInfo{ ni{[type: VPN[], state: CONNECTED/CONNECTED, reason: (unspecified)]} nc{[ Transports: VPN OwnerUid: 1010055]}}
  NetworkAgentInfo{ ni{VPN CONNECTED extra: } nc{[ Transports: VPN OwnerUid: 10999]}}
  NetworkAgentInfo{ ni{VPN DISCONNECTED extra: VPN:com.example.off} }
Network Requests:
  uid/pid:1010055/4711 NetworkRequest [ REQUEST id=3, [ RequestorUid: 1010055 RequestorPkg: com.example.older] ]
";

    #[test]
    fn a_vpn_that_is_on_is_a_power_and_hosts_are_contacts() {
        insta::assert_snapshot!(fed("connectivity", MADE));
    }

    proptest! {
        #[test]
        fn any_lines_are_read_without_a_panic(
            lines in proptest::collection::vec(
                prop_oneof![
                    "\\PC{0,60}",
                    "NetworkAgentInfo\\{ni\\{VPN CONNECTED extra: VPN:[a-z.}]{0,8} OwnerUid: [0-9]{0,12}",
                    "NetworkAgentInfo HttpProxy: \\[\\PC{0,9}\\]?",
                ],
                0..8,
            ),
        ) {
            fed("connectivity", &lines.join("\n"));
        }
    }
}
