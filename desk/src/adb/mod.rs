//! A phone on the adb server: what core asks of a phone ([`Phone`]), done over the server's own protocol
//! (AOSP `packages/modules/adb/SERVICES.TXT`, `SYNC.TXT`, `shell_protocol.h`). docs/adr/0009-adb.md says why
//! here and not with a library.
//!
//! In comes a serial number or none; out goes the one phone that is meant, or a sentence why there is none.
//! Each question has a connection of its own, so that one that breaks costs only itself.

mod server;
mod shell;
mod sync;

use std::time::Duration;

use jiff::Timestamp;
use rushlight_core::evidence::Watch;
use rushlight_core::evidence::live::{Connection, Ended, Lost, Phone, Sink};

use self::server::Server;

/// No phone could be reached.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AdbError {
    #[error("{address}: {cause}{}", if *.started { "" } else { ", and there is no adb program to start it" })]
    NoServer {
        address: String,
        cause: std::io::Error,
        /// Whether an adb program was found and asked to start it.
        started: bool,
    },
    #[error("{variable} is \"{value}\", which is not an address that this program knows")]
    Address {
        variable: &'static str,
        value: String,
    },
    #[error("the adb server said: {cause}")]
    Refused { cause: String },
    #[error("the adb server knows no phone")]
    NoPhone,
    #[error("the adb server knows {}", serials.join(", "))]
    Several { serials: Vec<String> },
    #[error("the adb server does not know {serial}")]
    Unknown { serial: String },
    #[error("{serial} is {state}")]
    Unauthorised { serial: String, state: String },
    #[error("{serial} is {state}")]
    State { serial: String, state: String },
}

/// One phone on the adb server.
pub(crate) struct Adb<'a> {
    server: Server,
    serial: String,
    connection: Connection,
    /// Whether the phone keeps the two outputs of a command apart and tells how it ended (Android 7).
    shell_v2: bool,
    watch: &'a dyn Watch,
}

/// How often a phone that is still being connected is looked at again, and how long between.
const LOOKS: u32 = 10;
const BETWEEN_LOOKS: Duration = Duration::from_millis(300);

impl<'a> Adb<'a> {
    /// The phone of this serial number, or the only one.
    pub(crate) fn connect(serial: Option<&str>, watch: &'a dyn Watch) -> Result<Self, AdbError> {
        let server = Server::reach()?;
        let mut look = 1;
        let device = loop {
            let device = chosen(server.devices()?, serial)?;
            let settling = matches!(
                device.state.as_str(),
                "authorizing" | "connecting" | "offline"
            );
            if !settling || look == LOOKS || watch.cancelled() {
                break device;
            }
            look += 1;
            std::thread::sleep(BETWEEN_LOOKS);
        };
        let Device {
            serial,
            state,
            connection,
        } = device;
        match state.as_str() {
            "device" => {}
            "unauthorized" | "authorizing" => return Err(AdbError::Unauthorised { serial, state }),
            _ => return Err(AdbError::State { serial, state }),
        }
        let shell_v2 = server
            .features(&serial)?
            .iter()
            .any(|one| one == "shell_v2");
        Ok(Self {
            server,
            serial,
            connection,
            shell_v2,
            watch,
        })
    }
}

impl Phone for Adb<'_> {
    fn serial(&self) -> &str {
        &self.serial
    }

    fn connection(&self) -> Connection {
        self.connection
    }

    fn now(&self) -> Timestamp {
        crate::scan::now()
    }

    fn run(&self, command: &str, seconds: u64, sink: &mut Sink<'_>) -> Result<Ended, Lost> {
        let service = if self.shell_v2 {
            "shell,v2,raw"
        } else {
            "shell"
        };
        let service = format!("{service}:{command}");
        let mut stream = self
            .server
            .open(&self.serial, &service, seconds, self.watch)?;
        if self.shell_v2 {
            shell::read(&mut stream, sink)
        } else {
            shell::read_plain(&mut stream, sink)
        }
    }

    fn pull(&self, path: &str, seconds: u64, sink: &mut Sink<'_>) -> Result<Ended, Lost> {
        let mut stream = self
            .server
            .open(&self.serial, "sync:", seconds, self.watch)?;
        sync::pull(&mut stream, path, sink)
    }
}

/// One line of the server's list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Device {
    serial: String,
    state: String,
    connection: Connection,
}

impl Device {
    /// `R58M12ABC  device usb:1-4 product:a model:b device:c transport_id:7`. Without permission the state has
    /// several words: `no permissions (user in plugdev group; ...)`.
    fn of(line: &str) -> Option<Self> {
        let (serial, rest) = line.trim().split_once(char::is_whitespace)?;
        let words: Vec<&str> = rest.split_whitespace().collect();
        let state = match words.first()? {
            &"no" => "no permissions",
            state => state,
        };
        let connection = if words.iter().any(|word| word.starts_with("usb:")) {
            Connection::Usb
        } else if serial.starts_with("emulator-") {
            Connection::Emulator
        } else {
            Connection::Network
        };
        Some(Self {
            serial: serial.to_owned(),
            state: state.to_owned(),
            connection,
        })
    }
}

/// The device that is meant: the one that was named, or the only one.
fn chosen(mut devices: Vec<Device>, serial: Option<&str>) -> Result<Device, AdbError> {
    if let Some(serial) = serial {
        let named = devices.into_iter().find(|device| device.serial == serial);
        return named.ok_or_else(|| AdbError::Unknown {
            serial: serial.to_owned(),
        });
    }
    match (devices.pop(), devices.is_empty()) {
        (Some(only), true) => Ok(only),
        (None, _) => Err(AdbError::NoPhone),
        (Some(last), false) => {
            devices.push(last);
            let mut serials: Vec<String> =
                devices.into_iter().map(|device| device.serial).collect();
            serials.sort();
            Err(AdbError::Several { serials })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn device(line: &str) -> Device {
        Device::of(line).unwrap()
    }

    #[test]
    fn a_line_of_the_list_tells_the_state_and_the_way() {
        let usb = device(
            "R58M12ABC              device usb:1-4 product:a model:b device:c transport_id:7",
        );
        assert_eq!(
            (usb.state.as_str(), usb.connection),
            ("device", Connection::Usb)
        );
        let network = device("192.0.2.7:5555 unauthorized transport_id:3");
        assert_eq!(
            (network.state.as_str(), network.connection),
            ("unauthorized", Connection::Network)
        );
        let paired = device("adb-R58-x._adb-tls-connect._tcp offline transport_id:3");
        assert_eq!(paired.connection, Connection::Network);
        assert_eq!(
            device("emulator-5554\tdevice").connection,
            Connection::Emulator
        );
        let closed = device("0123 no permissions (missing udev rules?); see [http://x] usb:1-4");
        assert_eq!(
            (closed.state.as_str(), closed.connection),
            ("no permissions", Connection::Usb)
        );
        assert_eq!(Device::of("nonsense"), None);
    }

    #[test]
    fn one_phone_is_meant_or_nobody_knows_which() {
        let one = || vec![device("A device usb:1")];
        let two = || vec![device("B device usb:1"), device("A device usb:2")];
        assert_eq!(chosen(one(), None).unwrap().serial, "A");
        assert_eq!(chosen(two(), Some("B")).unwrap().serial, "B");
        assert!(matches!(chosen(Vec::new(), None), Err(AdbError::NoPhone)));
        assert!(matches!(
            chosen(one(), Some("C")),
            Err(AdbError::Unknown { .. })
        ));
        match chosen(two(), None) {
            Err(AdbError::Several { serials }) => assert_eq!(serials, ["A", "B"]),
            other => panic!("{other:?}"),
        }
    }
}
