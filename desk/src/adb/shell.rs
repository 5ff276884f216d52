//! The output of a command, in the framing of `shell,v2` (AOSP `shell_protocol.h`: one byte of kind, four of
//! length, little-endian), or bare from phones before Android 7.

use std::io::{self, Read};

use rushlight_core::evidence::live::{Ended, Lost, Sink};

use super::server::Stream;

const STDOUT: u8 = 1;
const STDERR: u8 = 2;
const EXIT: u8 = 3;
const CLOSE_STDIN: u8 = 4;

/// How much of what a command says about its failure is kept.
const SAID_BYTES: usize = 300;

/// A piece of output that is handed on at once.
const PIECE_BYTES: usize = 64 << 10;

/// Reads until the command ends.
pub(super) fn read(stream: &mut Stream<'_>, sink: &mut Sink<'_>) -> Result<Ended, Lost> {
    // No command of ours reads anything.
    let closing = stream.send(&[CLOSE_STDIN, 0, 0, 0, 0]);
    closing.map_err(|error| lost(&error))?;
    framed(stream, sink).or_else(|error| ending(&error))
}

fn framed(source: &mut dyn Read, sink: &mut Sink<'_>) -> io::Result<Ended> {
    let mut said = Vec::new();
    let mut piece = vec![0; PIECE_BYTES];
    loop {
        let mut kind = [0];
        source.read_exact(&mut kind)?;
        let mut length = [0; 4];
        source.read_exact(&mut length)?;
        let mut left = usize::try_from(u32::from_le_bytes(length)).unwrap_or(usize::MAX);
        let mut code = None;
        while left > 0 {
            let want = left.min(PIECE_BYTES);
            let Some(room) = piece.get_mut(..want) else {
                break;
            };
            let count = source.read(room)?;
            if count == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            let got = room.get(..count).unwrap_or_default();
            left -= count;
            match kind {
                [STDOUT] if sink(got).is_break() => return Ok(Ended::Enough),
                [STDERR] => {
                    let room = SAID_BYTES.saturating_sub(said.len());
                    said.extend(got.iter().take(room));
                }
                [EXIT] => code = got.first().copied(),
                // The protocol has no others in this direction.
                _ => {}
            }
        }
        match (kind, code) {
            ([EXIT], Some(0)) => return Ok(Ended::Whole),
            ([EXIT], _) => {
                let cause = String::from_utf8_lossy(&said);
                let cause = cause.lines().next().unwrap_or_default().trim().to_owned();
                return Ok(Ended::Failed { cause });
            }
            _ => {}
        }
    }
}

/// Reads until the phone closes the connection: nobody tells whether the command ended or broke.
pub(super) fn read_plain(stream: &mut Stream<'_>, sink: &mut Sink<'_>) -> Result<Ended, Lost> {
    let mut piece = vec![0; PIECE_BYTES];
    loop {
        match stream.read(&mut piece) {
            Ok(0) => return Ok(Ended::Whole),
            Ok(count) => {
                if sink(piece.get(..count).unwrap_or_default()).is_break() {
                    return Ok(Ended::Enough);
                }
            }
            Err(error) => return ending(&error),
        }
    }
}

/// What an error means: the time is over, the person stops, or the connection broke.
pub(super) fn ending(error: &io::Error) -> Result<Ended, Lost> {
    match error.kind() {
        io::ErrorKind::TimedOut => Ok(Ended::TimedOut),
        io::ErrorKind::ConnectionAborted => Ok(Ended::Enough),
        _ => Err(lost(error)),
    }
}

pub(super) fn lost(error: &io::Error) -> Lost {
    let cause = match error.kind() {
        io::ErrorKind::UnexpectedEof => "the connection to the phone broke".to_owned(),
        _ => error.to_string(),
    };
    Lost { cause, gone: false }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;

    fn packet(kind: u8, bytes: &[u8]) -> Vec<u8> {
        let mut packet = vec![kind];
        packet.extend(u32::try_from(bytes.len()).unwrap().to_le_bytes());
        packet.extend(bytes);
        packet
    }

    fn run(stream: &[u8], limit: usize) -> (Result<Ended, Lost>, Vec<u8>) {
        let mut out = Vec::new();
        let mut source = stream;
        let ended = framed(&mut source, &mut |piece| {
            out.extend_from_slice(piece);
            if out.len() >= limit {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        (ended.or_else(|error| ending(&error)), out)
    }

    #[test]
    fn the_two_outputs_and_the_end_are_kept_apart() {
        let stream = [
            packet(STDOUT, b"one"),
            packet(STDERR, b"warning\nmore"),
            packet(STDOUT, b" two"),
            packet(EXIT, &[0]),
        ]
        .concat();
        assert_eq!(run(&stream, 100), (Ok(Ended::Whole), b"one two".to_vec()));
        let stream = [packet(STDERR, b"no such user\nmore"), packet(EXIT, &[1])].concat();
        let cause = "no such user".to_owned();
        assert_eq!(run(&stream, 100), (Ok(Ended::Failed { cause }), Vec::new()));
    }

    #[test]
    fn a_stream_that_breaks_or_never_ends_gives_what_came() {
        let mut stream = packet(STDOUT, b"half");
        stream.extend([STDOUT, 0xff, 0xff, 0xff, 0xff]);
        stream.extend(b" of it");
        let (ended, out) = run(&stream, 100);
        assert_eq!(out, b"half of it");
        assert!(ended.is_err());
        let endless = packet(STDOUT, &[b'x'; 200]);
        let (ended, out) = run(&endless, 100);
        assert_eq!(ended, Ok(Ended::Enough));
        assert_eq!(out.len(), 200);
        // An end without a code is not an end that went well.
        let (ended, _) = run(&packet(EXIT, b""), 100);
        assert_eq!(
            ended,
            Ok(Ended::Failed {
                cause: String::new()
            })
        );
    }
}
