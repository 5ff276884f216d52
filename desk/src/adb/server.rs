//! The adb server: found, started if need be, and asked. A request is four hex digits and as many bytes; the
//! answer begins with `OKAY` or `FAIL`.

use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs as _};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rushlight_core::evidence::Watch;
use rushlight_core::evidence::live::Lost;

use super::{AdbError, Device};

/// Where the adb program puts its server, unless it is told otherwise.
const HOST: &str = "127.0.0.1";
const PORT: u16 = 5037;

/// How long the server may take for an answer of its own.
const SECONDS: u64 = 10;

/// How long a read waits before the clock and the person are asked again.
const TURN: Duration = Duration::from_millis(250);

/// A server that answers.
pub(super) struct Server {
    address: String,
    /// We started it, so we end it: a server that stays would ask every phone that is plugged in later.
    ours: bool,
}

impl Server {
    /// The server that is running, or a new one.
    pub(super) fn reach() -> Result<Self, AdbError> {
        let address = address()?;
        let mut server = Self {
            address,
            ours: false,
        };
        let Err(refused) = server.dial() else {
            server.ask("host:version")?;
            return Ok(server);
        };
        let started = start();
        match server.dial() {
            Ok(_) => {
                server.ours = started;
                server.ask("host:version")?;
                Ok(server)
            }
            Err(_) => Err(AdbError::NoServer {
                address: server.address.clone(),
                cause: refused,
                started,
            }),
        }
    }

    /// Every phone that it knows.
    pub(super) fn devices(&self) -> Result<Vec<Device>, AdbError> {
        let list = self.ask("host:devices-l")?;
        Ok(list.lines().filter_map(Device::of).collect())
    }

    /// What a phone's side of the protocol can do.
    pub(super) fn features(&self, serial: &str) -> Result<Vec<String>, AdbError> {
        let list = self.ask(&format!("host-serial:{serial}:features"))?;
        Ok(list.trim().split(',').map(str::to_owned).collect())
    }

    /// Opens a service on a phone, which may take so long.
    pub(super) fn open<'a>(
        &self,
        serial: &str,
        service: &str,
        seconds: u64,
        watch: &'a dyn Watch,
    ) -> Result<Stream<'a>, Lost> {
        let gone = |cause: &dyn ToString| Lost {
            cause: cause.to_string(),
            gone: true,
        };
        let socket = self.dial().map_err(|cause| gone(&cause))?;
        let mut stream = Stream::new(socket, seconds, watch);
        // Where the phone itself does not answer the server says so.
        stream
            .request(&format!("host:transport:{serial}"))
            .map_err(|cause| gone(&cause))?;
        stream.request(service).map_err(|cause| Lost {
            cause: cause.to_string(),
            gone: false,
        })?;
        Ok(stream)
    }

    /// A question to the server itself, whose answer is one text.
    fn ask(&self, request: &str) -> Result<String, AdbError> {
        let answer = || -> io::Result<String> {
            let mut stream = Stream::new(self.dial()?, SECONDS, &NOBODY);
            stream.request(request)?;
            stream.text()
        };
        answer().map_err(|cause| AdbError::Refused {
            cause: cause.to_string(),
        })
    }

    fn dial(&self) -> io::Result<TcpStream> {
        let mut refused = None;
        for address in self.address.to_socket_addrs()? {
            match TcpStream::connect_timeout(&address, Duration::from_secs(SECONDS)) {
                Ok(socket) => return Ok(socket),
                Err(cause) => refused = Some(cause),
            }
        }
        Err(refused.unwrap_or_else(|| io::ErrorKind::AddrNotAvailable.into()))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if self.ours {
            // It ends without an answer.
            let _ = self.ask("host:kill");
        }
    }
}

/// Where the server is, by the variables that the adb program reads too.
fn address() -> Result<String, AdbError> {
    let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    if let Some(value) = variable("ADB_SERVER_SOCKET") {
        return socket(&value).ok_or(AdbError::Address {
            variable: "ADB_SERVER_SOCKET",
            value,
        });
    }
    match variable("ANDROID_ADB_SERVER_PORT") {
        None => Ok(format!("{HOST}:{PORT}")),
        Some(value) => match value.parse::<u16>() {
            Ok(port) => Ok(format!("{HOST}:{port}")),
            Err(_) => Err(AdbError::Address {
                variable: "ANDROID_ADB_SERVER_PORT",
                value,
            }),
        },
    }
}

/// `tcp:5037`, `tcp:localhost:5037`.
fn socket(value: &str) -> Option<String> {
    let rest = value.strip_prefix("tcp:")?;
    let (host, port) = rest.rsplit_once(':').unwrap_or((HOST, rest));
    port.parse::<u16>().ok()?;
    (!host.is_empty()).then(|| format!("{host}:{port}"))
}

/// Asks the adb program, if there is one, to start a server. It reads the same variables.
#[expect(
    clippy::disallowed_methods,
    reason = "only the adb program can start its server, and the person asked for --adb"
)]
fn start() -> bool {
    let status = Command::new("adb")
        .arg("start-server")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.is_ok()
}

struct Nobody;

impl Watch for Nobody {}

static NOBODY: Nobody = Nobody;

/// One connection, with an end to its time.
pub(super) struct Stream<'a> {
    socket: TcpStream,
    started: Instant,
    allowed: Duration,
    watch: &'a dyn Watch,
}

impl<'a> Stream<'a> {
    #[expect(
        clippy::disallowed_methods,
        reason = "a limit on time needs a clock; what it says stands in no report"
    )]
    fn new(socket: TcpStream, seconds: u64, watch: &'a dyn Watch) -> Self {
        // A socket that cannot be told waits for the phone: the phone still ends.
        let _ = socket.set_read_timeout(Some(TURN));
        let _ = socket.set_write_timeout(Some(Duration::from_secs(SECONDS)));
        let _ = socket.set_nodelay(true);
        Self {
            socket,
            started: Instant::now(),
            allowed: Duration::from_secs(seconds),
            watch,
        }
    }

    /// Sends a request and reads whether it was accepted.
    fn request(&mut self, request: &str) -> io::Result<()> {
        let length = u16::try_from(request.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
        self.send(format!("{length:04x}{request}").as_bytes())?;
        let mut answer = [0; 4];
        self.read_exact(&mut answer)?;
        match &answer {
            b"OKAY" => Ok(()),
            b"FAIL" => Err(io::Error::other(self.text()?)),
            _ => Err(io::ErrorKind::InvalidData.into()),
        }
    }

    pub(super) fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.socket.write_all(bytes)
    }

    /// Four hex digits, and as many bytes of text.
    fn text(&mut self) -> io::Result<String> {
        let mut length = [0; 4];
        self.read_exact(&mut length)?;
        let length = std::str::from_utf8(&length).ok();
        let length = length.and_then(|digits| u16::from_str_radix(digits, 16).ok());
        let length = length.ok_or(io::ErrorKind::InvalidData)?;
        let mut text = vec![0; usize::from(length)];
        self.read_exact(&mut text)?;
        Ok(String::from_utf8_lossy(&text).into_owned())
    }
}

impl Read for Stream<'_> {
    /// Waits in turns, until the time is over (`TimedOut`) or the person wants to stop (`Interrupted` would be
    /// tried again, so `ConnectionAborted`).
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if self.started.elapsed() >= self.allowed {
                return Err(io::ErrorKind::TimedOut.into());
            }
            if self.watch.cancelled() {
                return Err(io::ErrorKind::ConnectionAborted.into());
            }
            match self.socket.read(buffer) {
                Err(error)
                    if matches!(
                        error.kind(),
                        io::ErrorKind::WouldBlock
                            | io::ErrorKind::TimedOut
                            | io::ErrorKind::Interrupted
                    ) => {}
                done => return done,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_the_one_that_the_adb_program_would_use() {
        assert_eq!(socket("tcp:5038").as_deref(), Some("127.0.0.1:5038"));
        assert_eq!(
            socket("tcp:localhost:5038").as_deref(),
            Some("localhost:5038")
        );
        assert_eq!(socket("tcp:[::1]:5038").as_deref(), Some("[::1]:5038"));
        for unknown in ["localfilesystem:/x", "tcp:", "tcp:x", "tcp::1x", "5037"] {
            assert_eq!(socket(unknown), None, "{unknown}");
        }
    }
}
