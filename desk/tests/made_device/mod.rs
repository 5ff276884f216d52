//! A made phone that speaks adb's transport protocol on a loopback port (AOSP `packages/modules/adb/protocol.txt`),
//! for the real adb server to connect to. It answers commands and gives files from a table, writes down every
//! service that is opened, and misbehaves as it is told.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

const CNXN: u32 = u32::from_le_bytes(*b"CNXN");
const AUTH: u32 = u32::from_le_bytes(*b"AUTH");
const OPEN: u32 = u32::from_le_bytes(*b"OPEN");
const OKAY: u32 = u32::from_le_bytes(*b"OKAY");
const WRTE: u32 = u32::from_le_bytes(*b"WRTE");
const CLSE: u32 = u32::from_le_bytes(*b"CLSE");

/// The version from which on nobody looks at checksums.
const VERSION: u32 = 0x0100_0001;
const MAX_DATA: u32 = 256 << 10;
const PIECE: usize = 32 << 10;

/// What a command prints.
#[derive(Clone)]
pub(crate) enum Output {
    /// This, and it ends well.
    Text(Vec<u8>),
    /// This on standard error, and it ends with 255.
    Error(&'static str),
    /// This line again and again, for ever.
    Endless(&'static [u8]),
    /// This, and then the phone is gone.
    Unplugged(Vec<u8>),
    /// Nothing, and it never ends.
    Silence,
}

/// How the phone greets the server.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Greeting {
    /// It lets the computer in.
    Welcome,
    /// It asks for a key, and nobody touches its screen.
    AsksForEver,
}

/// What a made phone has.
#[derive(Clone)]
pub(crate) struct MadeDevice {
    pub(crate) greeting: Greeting,
    pub(crate) features: &'static str,
    pub(crate) commands: BTreeMap<String, Output>,
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

impl MadeDevice {
    /// A command that prints this.
    pub(crate) fn prints(mut self, command: &str, text: impl AsRef<[u8]>) -> Self {
        let output = Output::Text(text.as_ref().to_vec());
        self.commands.insert(command.to_owned(), output);
        self
    }

    /// A command that does this.
    pub(crate) fn does(mut self, command: &str, output: Output) -> Self {
        self.commands.insert(command.to_owned(), output);
        self
    }

    /// A file on it.
    pub(crate) fn holds(mut self, path: &str, bytes: Vec<u8>) -> Self {
        self.files.insert(path.to_owned(), bytes);
        self
    }

    /// Switches it on.
    pub(crate) fn start(self) -> RunningDevice {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let log = Arc::new(Mutex::new(Vec::new()));
        let written = Arc::clone(&log);
        thread::spawn(move || {
            for socket in listener.incoming() {
                let Ok(socket) = socket else { return };
                let device = self.clone();
                let log = Arc::clone(&written);
                // It ends with the connection.
                thread::spawn(move || Conversation::new(device, socket, log).run());
            }
        });
        RunningDevice { port, log }
    }
}

/// A made phone that waits to be connected. It lives as long as the test.
pub(crate) struct RunningDevice {
    port: u16,
    log: Arc<Mutex<Vec<String>>>,
}

impl RunningDevice {
    /// How the server calls it.
    pub(crate) fn serial(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Every service that was opened on it, and every file that was asked for.
    pub(crate) fn log(&self) -> Vec<String> {
        self.log.lock().expect("nobody panics with it").clone()
    }
}

/// One open service.
struct Service {
    host: u32,
    /// Makes the next piece to send; none at the end.
    next: Box<dyn FnMut() -> Option<Vec<u8>> + Send>,
    /// What `sync:` has received and not understood yet.
    received: Option<Vec<u8>>,
    /// Pieces of the answers of `sync:`.
    waiting: Vec<Vec<u8>>,
    /// A piece is on its way.
    sent: bool,
    /// The phone is gone after the last piece.
    unplugged: bool,
    silent: bool,
}

struct Conversation {
    device: MadeDevice,
    socket: TcpStream,
    log: Arc<Mutex<Vec<String>>>,
    services: BTreeMap<u32, Service>,
    last: u32,
}

impl Conversation {
    fn new(device: MadeDevice, socket: TcpStream, log: Arc<Mutex<Vec<String>>>) -> Self {
        Self {
            device,
            socket,
            log,
            services: BTreeMap::new(),
            last: 0,
        }
    }

    fn run(mut self) {
        while let Ok((command, first, second, bytes)) = self.receive() {
            let done = match command {
                CNXN => self.greet(),
                AUTH => Ok(()),
                OPEN => self.open(first, &bytes),
                OKAY => self.go_on(second),
                WRTE => self.take(second, &bytes),
                CLSE => {
                    self.services.remove(&second);
                    Ok(())
                }
                _ => return,
            };
            if done.is_err() {
                return;
            }
        }
    }

    fn greet(&mut self) -> io::Result<()> {
        match self.device.greeting {
            Greeting::AsksForEver => self.send(AUTH, 1, 0, &[7; 20]),
            Greeting::Welcome => {
                let features = self.device.features;
                let banner = format!(
                    "device::ro.product.name=made;ro.product.model=Made;ro.product.device=made;features={features}"
                );
                self.send(CNXN, VERSION, MAX_DATA, banner.as_bytes())
            }
        }
    }

    fn open(&mut self, host: u32, name: &[u8]) -> io::Result<()> {
        let name = String::from_utf8_lossy(name);
        let name = name.trim_end_matches('\0').to_owned();
        self.log
            .lock()
            .expect("nobody panics with it")
            .push(name.clone());
        self.last += 1;
        let own = self.last;
        let mut service = Service {
            host,
            next: Box::new(|| None),
            received: None,
            waiting: Vec::new(),
            sent: false,
            unplugged: false,
            silent: false,
        };
        if name == "sync:" {
            service.received = Some(Vec::new());
        } else if let Some(command) = name.strip_prefix("shell,v2,raw:") {
            self.prepare(&mut service, command, true);
        } else if let Some(command) = name.strip_prefix("shell:") {
            self.prepare(&mut service, command, false);
        } else {
            return self.send(CLSE, 0, host, &[]);
        }
        self.services.insert(own, service);
        self.send(OKAY, own, host, &[])?;
        self.go_on(own)
    }

    fn prepare(&self, service: &mut Service, command: &str, framed: bool) {
        let frame = move |kind: u8, bytes: &[u8]| {
            if !framed {
                return bytes.to_vec();
            }
            let mut packet = vec![kind];
            packet.extend((bytes.len() as u32).to_le_bytes());
            packet.extend(bytes);
            packet
        };
        let not_found = Output::Error("inaccessible or not found");
        let output = self.device.commands.get(command).unwrap_or(&not_found);
        service.next = match output.clone() {
            Output::Endless(line) => {
                let piece = frame(1, &line.repeat(PIECE / line.len()));
                Box::new(move || Some(piece.clone()))
            }
            Output::Silence => {
                service.silent = true;
                Box::new(|| None)
            }
            Output::Text(bytes) => {
                let mut pieces: Vec<Vec<u8>> =
                    bytes.chunks(PIECE).map(|one| frame(1, one)).collect();
                if framed {
                    pieces.push(frame(3, &[0]));
                }
                let mut pieces = pieces.into_iter();
                Box::new(move || pieces.next())
            }
            Output::Error(text) => {
                let mut pieces = vec![frame(2, text.as_bytes())];
                if framed {
                    pieces.push(frame(3, &[255]));
                }
                let mut pieces = pieces.into_iter();
                Box::new(move || pieces.next())
            }
            Output::Unplugged(bytes) => {
                service.unplugged = true;
                let pieces: Vec<Vec<u8>> = bytes.chunks(PIECE).map(|one| frame(1, one)).collect();
                let mut pieces = pieces.into_iter();
                Box::new(move || pieces.next())
            }
        };
    }

    /// Sends the next piece of a service, or its end.
    fn go_on(&mut self, own: u32) -> io::Result<()> {
        let Some(service) = self.services.get_mut(&own) else {
            return Ok(());
        };
        let host = service.host;
        if service.received.is_some() {
            service.sent = false;
            return self.answer(own);
        }
        match (service.next)() {
            Some(piece) => self.send(WRTE, own, host, &piece),
            None if service.silent => Ok(()),
            None if service.unplugged => Err(io::ErrorKind::ConnectionReset.into()),
            None => {
                self.services.remove(&own);
                self.send(CLSE, own, host, &[])
            }
        }
    }

    /// Takes what the host writes: nothing for a command, a question for `sync:`.
    fn take(&mut self, own: u32, bytes: &[u8]) -> io::Result<()> {
        let Some(service) = self.services.get_mut(&own) else {
            return Ok(());
        };
        let host = service.host;
        let mut asked = Vec::new();
        if let Some(received) = &mut service.received {
            received.extend(bytes);
            while received.len() >= 8 {
                let length = u32::from_le_bytes(received[4..8].try_into().expect("four")) as usize;
                if received.len() < 8 + length {
                    break;
                }
                let word: [u8; 4] = received[..4].try_into().expect("four");
                let path = String::from_utf8_lossy(&received[8..8 + length]).into_owned();
                received.drain(..8 + length);
                asked.push((word, path));
            }
        }
        for (word, path) in &asked {
            let word_text = String::from_utf8_lossy(word).into_owned();
            self.log
                .lock()
                .expect("nobody panics with it")
                .push(format!("{word_text} {path}"));
            let file = self.device.files.get(path).cloned();
            let answer = match (word, file) {
                (b"STAT", file) => {
                    let mode: u32 = if file.is_some() { 0o100_644 } else { 0 };
                    let size = file.map_or(0, |bytes| bytes.len() as u32);
                    let mut answer = b"STAT".to_vec();
                    answer.extend(mode.to_le_bytes());
                    answer.extend(size.to_le_bytes());
                    answer.extend(0u32.to_le_bytes());
                    answer
                }
                (b"RECV", Some(bytes)) => {
                    let mut answer = Vec::new();
                    for piece in bytes.chunks(PIECE) {
                        answer.extend(b"DATA");
                        answer.extend((piece.len() as u32).to_le_bytes());
                        answer.extend(piece);
                    }
                    answer.extend(b"DONE\0\0\0\0");
                    answer
                }
                _ => b"FAIL\x04\0\0\0what".to_vec(),
            };
            if let Some(service) = self.services.get_mut(&own) {
                service
                    .waiting
                    .extend(answer.chunks(PIECE).map(<[u8]>::to_vec));
            }
        }
        self.send(OKAY, own, host, &[])?;
        self.answer(own)
    }

    fn answer(&mut self, own: u32) -> io::Result<()> {
        let Some(service) = self.services.get_mut(&own) else {
            return Ok(());
        };
        if service.sent || service.waiting.is_empty() {
            return Ok(());
        }
        service.sent = true;
        let piece = service.waiting.remove(0);
        let host = service.host;
        self.send(WRTE, own, host, &piece)
    }

    fn receive(&mut self) -> io::Result<(u32, u32, u32, Vec<u8>)> {
        let mut header = [0; 24];
        self.socket.read_exact(&mut header)?;
        let word = |at: usize| u32::from_le_bytes(header[at..at + 4].try_into().expect("four"));
        let mut bytes = vec![0; word(12) as usize];
        self.socket.read_exact(&mut bytes)?;
        Ok((word(0), word(4), word(8), bytes))
    }

    fn send(&mut self, command: u32, first: u32, second: u32, bytes: &[u8]) -> io::Result<()> {
        // The server of 2020 still looks at it until it knows the version.
        let sum = bytes
            .iter()
            .fold(0u32, |sum, byte| sum.wrapping_add(u32::from(*byte)));
        let mut message = Vec::with_capacity(24 + bytes.len());
        for word in [command, first, second, bytes.len() as u32, sum, !command] {
            message.extend(word.to_le_bytes());
        }
        message.extend(bytes);
        self.socket.write_all(&message)
    }
}
