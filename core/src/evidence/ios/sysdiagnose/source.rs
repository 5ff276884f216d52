//! The bytes of the archive, inflated in a thread of their own: whoever reads them here hashes them meanwhile.
//!
//! A gzip file may have several parts (`pigz`, `cat`). An archive that was inflated already is taken as it is.

use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use flate2::bufread::MultiGzDecoder;
use flate2::read::GzDecoder;

use crate::evidence::tar::Tar;
use crate::limits::{COMPRESSION_RATIO, SYSDIAGNOSE_INFLATED_BYTES, SYSDIAGNOSE_RATIO_FREE_BYTES};

/// What every gzip file begins with (RFC 1952), and deflate, the only way it packs.
const GZIP: [u8; 3] = [0x1f, 0x8b, 8];

/// Bytes that are handed over at once.
const CHUNK: usize = 256 << 10;

/// Chunks that may wait.
const WAITING: usize = 4;

/// Whether what begins so is a tar archive, packed or not, whose first name begins with `name`.
pub(super) fn is_archive(start: &[u8], name: &str) -> bool {
    let mut block = Vec::new();
    if start.starts_with(&GZIP) {
        // The start of a file ends somewhere inside; what comes before that is there.
        let _ = GzDecoder::new(start).take(512).read_to_end(&mut block);
    } else {
        block.extend_from_slice(start.get(..512).unwrap_or_default());
    }
    let mut tar = Tar::new(block.as_slice(), SYSDIAGNOSE_INFLATED_BYTES);
    match tar.next() {
        Some(Ok(entry)) => {
            let own = entry.name.strip_prefix("./").unwrap_or(&entry.name);
            own.starts_with(name)
        }
        Some(Err(_)) | None => false,
    }
}

/// Reads `stream` to its end and hands what it inflates to, as it comes, to `work` in another thread.
pub(super) fn inflated<T: Send>(
    stream: &mut dyn Read,
    work: impl FnOnce(&mut dyn Read) -> T + Send,
) -> T {
    let (hand, take) = sync_channel::<io::Result<Vec<u8>>>(WAITING);
    thread::scope(|scope| {
        let worker = scope.spawn(move || {
            let passed = Rc::new(Cell::new(0));
            let mut chunks = Chunks {
                take,
                chunk: Vec::new(),
                at: 0,
                passed: Rc::clone(&passed),
            };
            let packed = chunks
                .fill_buf()
                .is_ok_and(|start| start.starts_with(&GZIP));
            if packed {
                work(&mut Inflated {
                    inner: MultiGzDecoder::new(chunks),
                    out: 0,
                    passed,
                })
            } else {
                work(&mut chunks)
            }
        });
        loop {
            let mut chunk = vec![0; CHUNK];
            let handed = match stream.read(&mut chunk) {
                // The worker sees the end when nobody can hand it more.
                Ok(0) => break,
                Ok(count) => {
                    chunk.truncate(count);
                    hand.send(Ok(chunk))
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => {
                    let _ = hand.send(Err(error));
                    break;
                }
            };
            // The worker has seen enough; the rest is hashed by whoever gave the stream.
            if handed.is_err() {
                break;
            }
        }
        drop(hand);
        match worker.join() {
            Ok(value) => value,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

/// What comes from the other thread.
struct Chunks {
    take: Receiver<io::Result<Vec<u8>>>,
    chunk: Vec<u8>,
    at: usize,
    /// Bytes taken so far.
    passed: Rc<Cell<u64>>,
}

impl BufRead for Chunks {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at >= self.chunk.len() {
            self.at = 0;
            self.chunk = match self.take.recv() {
                Ok(chunk) => chunk?,
                Err(_) => Vec::new(),
            };
            let count = self.chunk.len() as u64;
            self.passed.set(self.passed.get().saturating_add(count));
        }
        Ok(self.chunk.get(self.at..).unwrap_or_default())
    }

    fn consume(&mut self, count: usize) {
        self.at = self.at.saturating_add(count);
    }
}

impl Read for Chunks {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}

/// Stops where a small archive becomes a large one.
struct Inflated<R> {
    inner: R,
    out: u64,
    passed: Rc<Cell<u64>>,
}

impl<R: Read> Read for Inflated<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.out = self.out.saturating_add(count as u64);
        let ratio = self.passed.get().saturating_mul(COMPRESSION_RATIO);
        let most = ratio.clamp(SYSDIAGNOSE_RATIO_FREE_BYTES, SYSDIAGNOSE_INFLATED_BYTES);
        if self.out > most {
            let cause = "it inflates to far more than it can hold";
            return Err(io::Error::other(cause));
        }
        Ok(count)
    }
}
