//! Configuration profiles made by code: every kind of payload, and the wrappings that real ones have. Needs
//! nothing of Rushlight.

#![allow(
    clippy::indexing_slicing,
    reason = "takes apart a certificate that this crate made"
)]

use super::made_plist::Made;

/// A payload of this type, with these keys besides.
#[must_use]
pub fn payload(kind: &str, keys: Vec<(&str, Made)>) -> Made {
    let common = [
        ("PayloadType", Made::Text(kind.to_owned())),
        ("PayloadIdentifier", Made::Text(format!("example.{kind}"))),
        (
            "PayloadUUID",
            Made::Text("11111111-2222-3333-4444-555555555555".to_owned()),
        ),
        ("PayloadVersion", Made::Integer(1)),
    ];
    Made::dictionary(common.into_iter().chain(keys))
}

/// A profile of these payloads.
#[must_use]
pub fn profile(identifier: &str, payloads: Vec<Made>) -> Made {
    Made::dictionary([
        ("PayloadContent", Made::Array(payloads)),
        ("PayloadDisplayName", text("A made profile")),
        ("PayloadIdentifier", text(identifier)),
        ("PayloadOrganization", text("Made Ltd")),
        ("PayloadType", text("Configuration")),
        ("PayloadUUID", text("AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE")),
        ("PayloadVersion", Made::Integer(1)),
    ])
}

/// A word that stands wherever a profile keeps a secret. No report may ever have it.
pub const SECRET: &str = "dragonfruit";

/// One payload of each kind that is explained, each with its secrets; `certificate` is DER.
#[must_use]
pub fn every_payload(certificate: &[u8]) -> Vec<Made> {
    let secret = || text(SECRET);
    let list = |items: &[&str]| Made::Array(items.iter().map(|item| text(item)).collect());
    let dictionary = |keys: Vec<(&str, Made)>| Made::dictionary(keys);
    vec![
        payload(
            "com.apple.mdm",
            vec![
                ("ServerURL", text("https://user:dragonfruit@mdm.example/server?token=dragonfruit")),
                ("CheckInURL", text("https://mdm.example/checkin")),
                ("Topic", text("com.apple.mgmt.External.1234")),
                ("AccessRights", Made::Integer(8191 + (1 << 20))),
                ("SignMessage", Made::Boolean(true)),
                ("CheckOutWhenRemoved", Made::Boolean(false)),
                ("ManagedAppleID", text("watched@example.org")),
            ],
        ),
        payload(
            "com.apple.declarations",
            vec![(
                "Declarations",
                Made::Array(vec![Made::Data(
                    br#"{"Type":"com.apple.configuration.account.mail","Identifier":"1","Payload":{"Password":"dragonfruit"}}"#.to_vec(),
                )]),
            )],
        ),
        payload(
            "com.apple.security.root",
            vec![
                ("PayloadCertificateFileName", text("root.cer")),
                ("PayloadContent", Made::Data(certificate.to_vec())),
            ],
        ),
        payload(
            "com.apple.security.scep",
            vec![(
                "PayloadContent",
                dictionary(vec![
                    ("URL", text("https://ca.example/scep")),
                    ("Challenge", secret()),
                    ("Name", text("Made CA")),
                ]),
            )],
        ),
        payload(
            "com.apple.vpn.managed",
            vec![
                ("VPNType", text("IKEv2")),
                ("UserDefinedName", text("Office")),
                (
                    "IKEv2",
                    dictionary(vec![
                        ("RemoteAddress", text("vpn.example")),
                        ("SharedSecret", secret()),
                        ("AuthPassword", secret()),
                        ("OnDemandEnabled", Made::Integer(1)),
                    ]),
                ),
                (
                    "VPN",
                    dictionary(vec![("ProviderBundleIdentifier", text("example.tunnel"))]),
                ),
            ],
        ),
        payload(
            "com.apple.vpn.managed.applayer",
            vec![
                ("VPNType", text("VPN")),
                ("VPN", dictionary(vec![("RemoteAddress", text("192.0.2.9"))])),
                ("SafariDomains", list(&["a.example", "b.example"])),
            ],
        ),
        payload(
            "com.apple.proxy.http.global",
            vec![
                ("ProxyType", text("Manual")),
                ("ProxyServer", text("proxy.example")),
                ("ProxyServerPort", Made::Integer(8080)),
                ("ProxyUsername", text("watched")),
                ("ProxyPassword", secret()),
            ],
        ),
        payload(
            "com.apple.webcontent-filter",
            vec![
                ("FilterType", text("Plugin")),
                ("PluginBundleID", text("example.filter")),
                ("ServerAddress", text("filter.example")),
                ("Password", secret()),
                ("FilterBrowsers", Made::Boolean(true)),
                ("VendorConfig", dictionary(vec![("key", secret())])),
                ("DenyListURLs", list(&["https://one.example", "https://two.example"])),
            ],
        ),
        payload(
            "com.apple.dnsSettings.managed",
            vec![(
                "DNSSettings",
                dictionary(vec![
                    ("DNSProtocol", text("HTTPS")),
                    ("ServerURL", text("https://dns.example/dns-query")),
                    ("ServerAddresses", list(&["192.0.2.53", "2001:db8::53"])),
                ]),
            )],
        ),
        payload(
            "com.apple.dnsProxy.managed",
            vec![
                ("AppBundleIdentifier", text("example.names")),
                ("ProviderConfiguration", dictionary(vec![("token", secret())])),
            ],
        ),
        payload(
            "com.apple.relay.managed",
            vec![(
                "Relays",
                Made::Array(vec![dictionary(vec![
                    ("HTTP3RelayURL", text("https://relay.example/")),
                    (
                        "AdditionalHTTPHeaderFields",
                        dictionary(vec![("Authorization", secret())]),
                    ),
                ])]),
            )],
        ),
        payload(
            "com.apple.wifi.managed",
            vec![
                ("SSID_STR", text("Made Network")),
                ("Password", secret()),
                ("AutoJoin", Made::Boolean(true)),
                ("ProxyType", text("Auto")),
                ("ProxyPACURL", text("http://pac.example/proxy.pac")),
            ],
        ),
        payload(
            "com.apple.mail.managed",
            vec![
                ("EmailAccountType", text("EmailTypeIMAP")),
                ("EmailAddress", text("watched@example.org")),
                ("IncomingMailServerHostName", text("imap.example")),
                ("IncomingPassword", secret()),
            ],
        ),
        payload(
            "com.apple.eas.account",
            vec![
                ("Host", text("exchange.example")),
                ("UserName", text("watched@example.org")),
                ("Password", secret()),
            ],
        ),
        payload(
            "com.apple.caldav.account",
            vec![
                ("CalDAVHostName", text("calendar.example")),
                ("CalDAVUsername", text("watched@example.org")),
                ("CalDAVPassword", secret()),
            ],
        ),
        payload(
            "com.apple.carddav.account",
            vec![
                ("CardDAVHostName", text("contacts.example")),
                ("CardDAVUsername", text("watched@example.org")),
                ("CardDAVPassword", secret()),
            ],
        ),
        payload(
            "com.apple.applicationaccess",
            vec![
                ("allowLockdownMode", Made::Boolean(false)),
                ("allowCamera", Made::Boolean(true)),
                ("allowEraseContentAndSettings", Made::Boolean(false)),
                ("forceEncryptedBackup", Made::Boolean(true)),
                ("safariAllowPopups", Made::Boolean(false)),
                ("ratingMovies", Made::Integer(1000)),
                ("ratingApps", Made::Integer(200)),
                ("blockedAppBundleIDs", list(&["com.apple.AppStore"])),
            ],
        ),
        payload(
            "com.apple.notificationsettings",
            vec![(
                "NotificationSettings",
                Made::Array(vec![
                    dictionary(vec![
                        ("BundleIdentifier", text("example.watcher")),
                        ("NotificationsEnabled", Made::Boolean(false)),
                        ("AlertType", Made::Integer(0)),
                    ]),
                    dictionary(vec![("BundleIdentifier", text("example.loud"))]),
                ]),
            )],
        ),
        payload(
            "com.apple.app.lock",
            vec![(
                "App",
                dictionary(vec![
                    ("Identifier", text("example.kiosk")),
                    ("Options", dictionary(vec![("DisableTouch", Made::Boolean(true))])),
                ]),
            )],
        ),
        payload("com.apple.profileRemovalPassword", vec![("RemovalPassword", secret())]),
        payload(
            "com.apple.webClip.managed",
            vec![
                ("URL", text("https://page.example/?session=dragonfruit")),
                ("Label", text("Photos")),
                ("IsRemovable", Made::Boolean(false)),
            ],
        ),
        payload("com.apple.font", vec![("Font", secret())]),
    ]
}

/// The first step of an enrolment: the phone introduces itself to a server.
#[must_use]
pub fn enrolment() -> Made {
    Made::dictionary([
        (
            "PayloadContent",
            Made::dictionary([
                ("URL", text("https://enrol.example/start")),
                ("Challenge", text(SECRET)),
                (
                    "DeviceAttributes",
                    Made::Array(vec![text("UDID"), text("IMEI")]),
                ),
            ]),
        ),
        ("PayloadIdentifier", text("example.enrolment")),
        ("PayloadType", text("Profile Service")),
    ])
}

/// What a phone adds to a profile when it keeps it, installed by a management.
#[must_use]
pub fn installed(profile: Made, certificate: &[u8]) -> Made {
    profile
        .with("InstallDate", Made::Date(760_000_000.0))
        .with(
            "InstallOptions",
            Made::dictionary([
                ("installedByMDM", Made::Boolean(true)),
                ("managingProfileIdentifier", text("example.management")),
            ]),
        )
        .with(
            "OTAProfileStub",
            Made::dictionary([("URL", text("https://enrol.example/start?id=dragonfruit"))]),
        )
        .with("PayloadRemovalDisallowed", Made::Boolean(true))
        .with("HasRemovalPasscode", Made::Boolean(true))
        .with(
            "SignerCerts",
            Made::Array(vec![Made::Data(certificate.to_vec())]),
        )
}

fn text(text: &str) -> Made {
    Made::Text(text.to_owned())
}

/// How lengths are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lengths {
    /// DER, as `openssl cms -sign` writes.
    Definite,
    /// BER without lengths, the content in parts, as `security cms` on a Mac writes.
    Indefinite,
}

/// CMS signed data (RFC 5652) around `content`: SHA-256 with ECDSA, no signed attributes. `bystander` is carried
/// along and signed nothing. `sign` gives an ECDSA signature in DER.
pub fn signed(
    content: &[u8],
    certificate: &[u8],
    bystander: Option<&[u8]>,
    lengths: Lengths,
    sign: impl Fn(&[u8]) -> Vec<u8>,
) -> Vec<u8> {
    const DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01];
    const SIGNED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
    const SHA256: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];
    const ECDSA_SHA256: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
    let element = |tag: u8, parts: &[&[u8]]| der(tag, &parts.concat());
    let open = |tag: u8, parts: &[&[u8]]| match lengths {
        Lengths::Definite => der(tag, &parts.concat()),
        Lengths::Indefinite => [&[tag, 0x80][..], &parts.concat(), &[0, 0]].concat(),
    };
    let sha256 = element(0x30, &[&der(0x06, SHA256)]);
    let octets = match lengths {
        Lengths::Definite => der(0x04, content),
        Lengths::Indefinite => {
            let parts: Vec<Vec<u8>> = content.chunks(1000).map(|part| der(0x04, part)).collect();
            [&[0x24, 0x80][..], &parts.concat(), &[0, 0]].concat()
        }
    };
    let encapsulated = open(0x30, &[&der(0x06, DATA), &open(0xa0, &[&octets])]);
    let carried = element(0xa0, &[bystander.unwrap_or_default(), certificate]);
    let (issuer, serial) = issuer_and_serial(certificate);
    let signer = element(
        0x30,
        &[
            &der(0x02, &[1]),
            &element(0x30, &[&issuer, &serial]),
            &sha256,
            &element(0x30, &[&der(0x06, ECDSA_SHA256)]),
            &der(0x04, &sign(content)),
        ],
    );
    let signed_data = open(
        0x30,
        &[
            &der(0x02, &[1]),
            &der(0x31, &sha256),
            &encapsulated,
            &carried,
            &der(0x31, &signer),
        ],
    );
    open(
        0x30,
        &[&der(0x06, SIGNED_DATA), &open(0xa0, &[&signed_data])],
    )
}

/// CMS enveloped data, as far as anybody without the key can read it.
#[must_use]
pub fn enveloped() -> Vec<u8> {
    const ENVELOPED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x03];
    let inside = der(0xa0, &der(0x30, &[0x02, 1, 0]));
    der(0x30, &[der(0x06, ENVELOPED_DATA), inside].concat())
}

/// One element in DER.
fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len();
    let head = match length {
        0..0x80 => vec![tag, length.to_be_bytes()[7]],
        _ => {
            let digits = length.to_be_bytes();
            let from = digits.iter().position(|digit| *digit != 0).unwrap_or(7);
            let digits = &digits[from..];
            [&[tag, 0x80 | digits.len().to_be_bytes()[7]], digits].concat()
        }
    };
    [head, content.to_vec()].concat()
}

/// Issuer and serial number of a certificate, as they stand in it.
fn issuer_and_serial(certificate: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let (_, outer) = split(certificate);
    let (_, fields) = split(outer);
    let mut elements = Vec::new();
    let mut rest = fields;
    while !rest.is_empty() && elements.len() < 4 {
        let (whole, _) = split(rest);
        elements.push(whole);
        rest = &rest[whole.len()..];
    }
    // Version, serial number, algorithm, issuer.
    (elements[3].to_vec(), elements[1].to_vec())
}

/// The first element: whole, and its content.
fn split(bytes: &[u8]) -> (&[u8], &[u8]) {
    let (header, length) = match bytes[1] {
        short @ 0..0x80 => (2, usize::from(short)),
        long => {
            let width = usize::from(long & 0x7f);
            let digits = &bytes[2..2 + width];
            let length = digits
                .iter()
                .fold(0, |length, digit| length << 8 | usize::from(*digit));
            (2 + width, length)
        }
    };
    (&bytes[..header + length], &bytes[header..header + length])
}
