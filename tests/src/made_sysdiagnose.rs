//! Sysdiagnose archives made for tests: a tar archive with one top folder, packed with gzip. The same calls
//! give the same bytes.
//!
//! ```ignore
//! let packed = MadeSysdiagnose::everything().with("ps.txt", "...").gz();
//! ```
//!
//! Needs nothing of Rushlight, and [`made_plist`](super::made_plist) beside it, so that core's own tests can
//! include this file too.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::made_plist::Made;

/// The name that iOS gives such an archive, without its end.
pub const NAME: &str = "sysdiagnose_2026.11.02_10-15-00+0100_iPhone-OS_iPhone_23A345";

/// An archive in the making.
#[derive(Debug, Clone)]
pub struct MadeSysdiagnose {
    /// The folder that holds everything.
    pub folder: String,
    /// Names below the folder, and contents, in this order.
    pub members: Vec<(String, Vec<u8>)>,
}

impl MadeSysdiagnose {
    /// An archive with nothing in it.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            folder: NAME.to_owned(),
            members: Vec::new(),
        }
    }

    /// Adds a member, or takes the place of the one of this name.
    #[must_use]
    pub fn with(mut self, name: &str, content: impl Into<Vec<u8>>) -> Self {
        let content = content.into();
        match self.members.iter_mut().find(|(own, _)| own == name) {
            Some((_, own)) => *own = content,
            None => self.members.push((name.to_owned(), content)),
        }
        self
    }

    /// Every text and property list that a check reads, for one phone: a managed one with a VPN, a hidden app,
    /// an app that came and went, a stranger's tablet in its account, and a tool of a jailbreak.
    #[must_use]
    pub fn everything() -> Self {
        Self::empty()
            .with("logs/SystemVersion/SystemVersion.plist", system_version())
            .with("remotectl_dumpstate.txt", REMOTE_STATE)
            .with("logs/MCState/Shared/profile-0a1b.stub", profile())
            .with(
                "logs/MCState/Shared/MCProfileEvents.plist",
                profile_events(),
            )
            .with(
                "logs/MCState/Shared/MCSettingsEvents.plist",
                settings_events(),
            )
            .with(
                "logs/MCState/Shared/CloudConfigurationDetails.plist",
                Made::dictionary([("IsSupervised", Made::from(true))]).binary(),
            )
            .with(
                "logs/MCState/User/EffectiveUserSettings.plist",
                restrictions(),
            )
            .with(
                "logs/Networking/com.apple.networkextension.plist",
                network_configurations(),
            )
            .with(
                "logs/Networking/com.apple.networkextension.cache.plist",
                Made::dictionary([(
                    "app-rules",
                    Made::dictionary([("org.example.vpn", Made::array::<Made>([]))]),
                )])
                .binary(),
            )
            .with(
                "logs/MobileInstallation/mobile_installation.log.0",
                INSTALLED,
            )
            .with(
                "logs/MobileInstallation/mobile_installation.log.1",
                INSTALLED_BEFORE,
            )
            .with(
                "logs/MobileContainerManager/containermanagerd.log.0",
                CONTAINERS,
            )
            .with("swcutil_show.txt", UNIVERSAL_LINKS)
            .with(
                "logs/tailspindb/UUIDToBinaryLocations",
                Made::dictionary([
                    ("0A1B", Made::from("/private/var/jb/usr/bin/bash")),
                    ("0A1C", Made::from("/usr/libexec/locationd")),
                ])
                .xml(),
            )
            .with("brctl/brctl-dump.txt", CLOUD_DOCUMENTS)
            .with("ps.txt", PROCESSES)
            .with("system_logs.logarchive/Extra/shutdown.0.log", SHUTDOWN)
            .with("otctl_status.txt", CIRCLE)
            .with("transparency.log", TRANSPARENCY)
            // Never read, whatever is in them.
            .with("WiFi/com.apple.wifi.known-networks.plist", "Ada's network")
            .with("security-sysdiagnose.txt", "acct=ada@example.org")
            .with("crashes_and_spins/Shop-2026.ips", "{}")
    }

    /// The tar archive.
    #[must_use]
    pub fn tar(&self) -> Vec<u8> {
        let mut tar = header(&format!("{}/", self.folder), 0, b'5').to_vec();
        for (name, content) in &self.members {
            let name = format!("{}/{name}", self.folder);
            if name.len() > 100 {
                // As libarchive writes it, which iOS uses: a pax header with the whole name.
                let record = pax("path", &name);
                tar.extend_from_slice(&header("PaxHeader", record.len() as u64, b'x'));
                push(&mut tar, record.as_bytes());
            }
            let short: String = name.chars().take(100).collect();
            tar.extend_from_slice(&header(&short, content.len() as u64, b'0'));
            push(&mut tar, content);
        }
        tar.extend_from_slice(&[0; 1024]);
        tar
    }

    /// The archive as it lies on a disk.
    #[must_use]
    pub fn gz(&self) -> Vec<u8> {
        gz(&self.tar())
    }
}

/// Packs bytes with gzip.
#[must_use]
#[allow(clippy::unwrap_used, reason = "writing to memory does not fail")]
pub fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

/// A header block of a tar archive.
#[must_use]
#[allow(clippy::indexing_slicing, reason = "fields of a block of fixed size")]
pub fn header(name: &str, bytes: u64, kind: u8) -> [u8; 512] {
    let mut block = [0u8; 512];
    let mut put = |at: usize, text: &[u8]| block[at..at + text.len()].copy_from_slice(text);
    put(0, name.as_bytes());
    put(100, b"0000644\0");
    put(108, b"0000000\0");
    put(116, b"0000000\0");
    match bytes {
        0..0o100_000_000_000 => put(124, format!("{bytes:011o}\0").as_bytes()),
        _ => {
            put(124, &[0x80, 0, 0, 0]);
            put(128, &bytes.to_be_bytes());
        }
    }
    put(136, b"00000000000\0");
    put(148, b"        ");
    put(156, &[kind]);
    put(257, b"ustar\x0000");
    let sum: u64 = block.iter().map(|byte| u64::from(*byte)).sum();
    block[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    block
}

/// `<length> <key>=<value>\n`, the length with its own digits.
fn pax(key: &str, value: &str) -> String {
    let rest = format!(" {key}={value}\n");
    let mut length = rest.len() + 1;
    while length != rest.len() + length.to_string().len() {
        length += 1;
    }
    format!("{length}{rest}")
}

fn push(tar: &mut Vec<u8>, content: &[u8]) {
    tar.extend_from_slice(content);
    tar.resize(tar.len().next_multiple_of(512), 0);
}

fn system_version() -> Vec<u8> {
    Made::dictionary([
        ("ProductName", Made::from("iPhone OS")),
        ("ProductVersion", Made::from("26.1")),
        ("ProductBuildVersion", Made::from("23A345")),
    ])
    .xml()
    .into_bytes()
}

/// Seconds from 2001 to the second of November 2026, 09:00 UTC.
const NOVEMBER: f64 = 815_302_800.0;

fn profile() -> Vec<u8> {
    Made::dictionary([
        ("PayloadIdentifier", Made::from("org.example.management")),
        (
            "PayloadUUID",
            Made::from("0A1B0000-0000-0000-0000-000000000000"),
        ),
        ("PayloadType", Made::from("Configuration")),
        ("PayloadVersion", Made::from(1)),
        ("PayloadDisplayName", Made::from("Family phone")),
        ("PayloadOrganization", Made::from("Example")),
        ("InstallDate", Made::Date(NOVEMBER)),
        (
            "PayloadContent",
            Made::array([Made::dictionary([
                ("PayloadType", Made::from("com.apple.mdm")),
                (
                    "PayloadIdentifier",
                    Made::from("org.example.management.mdm"),
                ),
                ("ServerURL", Made::from("https://mdm.example.org/server")),
                ("AccessRights", Made::from(8191)),
            ])]),
        ),
    ])
    .binary()
}

fn profile_events() -> Vec<u8> {
    let event = |id: &str, operation: &str, at: f64| {
        let event = Made::dictionary([
            ("Operation", Made::from(operation)),
            ("Process", Made::from("profiled")),
            ("Timestamp", Made::Date(at)),
        ]);
        Made::dictionary([(id, event)])
    };
    Made::dictionary([(
        "ProfileEvents",
        Made::array([
            event("org.example.management", "install", NOVEMBER),
            event("org.example.wifi", "remove", NOVEMBER - 86_400.0),
        ]),
    )])
    .binary()
}

fn settings_events() -> Vec<u8> {
    let leaf = Made::dictionary([
        ("event", Made::from("set")),
        ("process", Made::from("org.example.management")),
        ("timestamp", Made::Date(NOVEMBER + 60.0)),
    ]);
    let key = Made::dictionary([("value", leaf)]);
    let keys = Made::dictionary([("allowEraseContentAndSettings", key)]);
    let kinds = Made::dictionary([("restrictedBool", keys)]);
    Made::dictionary([("Restrictions", kinds)]).binary()
}

fn restrictions() -> Vec<u8> {
    let value = |value: bool| Made::dictionary([("value", Made::from(value))]);
    Made::dictionary([
        (
            "restrictedBool",
            Made::dictionary([
                ("allowEraseContentAndSettings", value(false)),
                ("allowCamera", value(true)),
            ]),
        ),
        (
            "union",
            Made::dictionary([(
                "blockedAppBundleIDs",
                Made::dictionary([("values", Made::array(["com.apple.findmy"]))]),
            )]),
        ),
    ])
    .binary()
}

fn network_configurations() -> Vec<u8> {
    let object = |class: u64, fields: Vec<(&str, Made)>| {
        Made::dictionary(fields).with("$class", Made::Uid(class))
    };
    let class = |name: &str| Made::dictionary([("$classname", Made::from(name))]);
    let objects = vec![
        Made::from("$null"),
        object(
            2,
            vec![
                ("Name", Made::Uid(3)),
                ("Application", Made::Uid(4)),
                ("VPN", Made::Uid(5)),
                ("ContentFilter", Made::Uid(0)),
            ],
        ),
        class("NEConfiguration"),
        Made::from("Home tunnel"),
        Made::from("org.example.vpn"),
        object(
            6,
            vec![
                ("Enabled", Made::from(true)),
                ("OnDemandEnabled", Made::from(true)),
                ("Protocol", Made::Uid(7)),
            ],
        ),
        class("NEVPN"),
        object(
            8,
            vec![
                ("ServerAddress", Made::from("vpn.example.org")),
                (
                    "ProviderBundleIdentifier",
                    Made::from("org.example.vpn.tunnel"),
                ),
                ("Username", Made::from("ada@example.org")),
            ],
        ),
        class("NETunnelProviderProtocol"),
    ];
    Made::dictionary([
        ("$archiver", Made::from("NSKeyedArchiver")),
        ("$version", Made::from(100_000)),
        ("$objects", Made::from(objects)),
        (
            "$top",
            Made::dictionary([("0A1B0000-0000-0000-0000-000000000001", Made::Uid(1))]),
        ),
    ])
    .binary()
}

const REMOTE_STATE: &str = "Local device
\tUUID: 00000000-0000-0000-0000-000000000000
\tMessaging Protocol Version: 7
\tProperties: {
\t\tBuildVersion => 23A345
\t\tOSVersion => 26.1
\t\tProductType => iPhone17,1
\t\tSerialNumber => AAAA00001111
\t\tUniqueDeviceID => 00000000-0000000000000000
\t}
";

const INSTALLED: &str = "\
Mon Nov  2 08:00:00 2026 [90] <notice> (0x16f0) -[MIInstaller performInstallationWithError:]: Installing <MIInstallableBundle ID=org.example.watch; Version=41, ShortVersion=4.1>
Mon Nov  2 08:00:09 2026 [90] <notice> (0x16f0) -[MIInstaller performInstallationWithError:]: Install successful for (Customer:org.example.watch); Staging: 0.03s; Waiting: 0.00s
Mon Nov  2 08:10:00 2026 [90] <notice> (0x16f0) -[MIInstaller performInstallationWithError:]: Install successful for (Developer:org.example.sideloaded); Staging: 0.03s
Mon Nov  2 09:00:00 2026 [90] <notice> (0x16f0) -[MIUninstaller _uninstallBundleWithIdentity:]: Uninstalling identifier org.example.gone
Mon Nov  2 09:00:00 2026 [90] <err> (0x16f0) -[MIUninstaller _uninstallBundleWithIdentity:]: Destroying container org.example.gone with persona (null) at /private/var/containers/Bundle/Application/1EC20F02
";

const INSTALLED_BEFORE: &str = "\
Sun Nov  1 20:00:00 2026 [80] <notice> (0x16f0) -[MIInstaller performInstallationWithError:]: Install successful for (Customer:org.example.gone); Staging: 0.03s
Sun Nov  1 21:00:00 2026 [80] <notice> (0x16f0) -[MIInstaller performInstallationWithError:]: Install successful for (System:com.apple.findmy); Staging: 0.03s
";

const CONTAINERS: &str = "\
Mon Nov  2 08:00:08 2026 [60] <notice> (0x16f0) containermanagerd: Data container for org.example.watch is now at /private/var/mobile/Containers/Data/Application/2EC2
";

const UNIVERSAL_LINKS: &str = "\
=================================== DATABASE ===================================
Service:              applinks
App ID:               9JA89QQLNQ.org.example.shop
Domain:               shop.example.org
--------------------------------------------------------------------------------
=================================== NETWORK ====================================
shop.example.org
";

const CLOUD_DOCUMENTS: &str = "dump taken at 02/11/2026, 10:15:00 [account=1]
-----------------------------------------------------
+ app library: <iCloud.org.example.notes[51] ino:3 apps:{org.example.notes} bundles:{org.example.notes}>
";

const PROCESSES: &str = "\
USER UID PRSNA PID PPID F %CPU %MEM PRI NI VSZ RSS WCHAN TT STAT STARTED TIME COMMAND
root 0 - 1 0 4004 0.0 0.0 31 0 0 0 - ?? Ss 1:25PM 0:00.00 /sbin/launchd
root 0 - 77 1 4004 0.0 0.0 31 0 0 0 - ?? Ss 1:25PM 0:00.00 /usr/sbin/frida-server -l 0.0.0.0
mobile 501 - 90 1 4004 0.0 0.0 31 0 0 0 - ?? Ss 1:25PM 0:00.00 /private/var/containers/Bundle/Application/1F/Watch Me.app/Watch Me
";

const SHUTDOWN: &str = "\
After 0.63s, these clients are still here:
\t\tremaining client pid: 215 (/usr/libexec/locationd/0A1B2C3D-0000-0000-0000-000000000000)
SIGTERM: [1793606400]
";

const CIRCLE: &str = r#"{"contextDump":{
  "self":{"permanentInfo":{"model_id":"iPhone17,1"},"stableInfo":{"os_version":"iOS 26.1 (23A345)","serial_number":"AAAA00001111","device_name":"Ada's phone"}},
  "peers":[
    {"permanentInfo":{"model_id":"iPhone17,1"},"stableInfo":{"os_version":"iOS 26.1 (23A345)","serial_number":"AAAA00001111","device_name":"Ada's phone"}},
    {"permanentInfo":{"model_id":"iPad13,4"},"stableInfo":{"os_version":"iPadOS 18.4 (22E240)","serial_number":"BBBB00002222","device_name":"Grace's tablet"}}
  ]}}"#;

const TRANSPARENCY: &str = r#"{"uris":["mailto:ada@example.org","tel:+441632960001"],
  "stateMachine":{"devices":[{"model":"MacBookPro18,3","buildVersion":"25A100","serialNumber":"CCCC00003333","owner":"ada@example.org"}]}}"#;
