//! One file from the phone, over the service `sync:` (AOSP `SYNC.TXT`): `STAT` tells what it is, `RECV` brings
//! it in pieces. A word of four letters and a number, little-endian, stand before everything.

use std::io::{self, Read};

use rushlight_core::evidence::live::{Ended, Lost, Sink};

use super::server::Stream;
use super::shell::ending;

/// The protocol's own limit for one piece (AOSP `SYNC_DATA_MAX`).
const PIECE_BYTES: usize = 64 << 10;

/// What a plain file's mode begins with.
const KIND: u32 = 0o170_000;
const PLAIN_FILE: u32 = 0o100_000;

/// Brings one file.
pub(super) fn pull(
    stream: &mut Stream<'_>,
    path: &str,
    sink: &mut Sink<'_>,
) -> Result<Ended, Lost> {
    received(stream, path, sink).or_else(|error| ending(&error))
}

fn received(stream: &mut Stream<'_>, path: &str, sink: &mut Sink<'_>) -> io::Result<Ended> {
    stream.send(&request(*b"STAT", path)?)?;
    let (word, mode) = header(stream)?;
    // Size and time follow; what really comes is counted.
    let mut rest = [0; 8];
    stream.read_exact(&mut rest)?;
    if word != *b"STAT" || mode & KIND != PLAIN_FILE {
        let cause = match mode {
            0 => "there is no such file",
            _ => "it is not a plain file",
        };
        return Ok(Ended::Failed {
            cause: cause.to_owned(),
        });
    }
    stream.send(&request(*b"RECV", path)?)?;
    pieces(stream, sink)
}

fn pieces(source: &mut dyn Read, sink: &mut Sink<'_>) -> io::Result<Ended> {
    let mut piece = vec![0; PIECE_BYTES];
    loop {
        let (word, length) = header(source)?;
        if word == *b"DONE" {
            return Ok(Ended::Whole);
        }
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        let Some(room) = piece.get_mut(..length) else {
            return Err(io::ErrorKind::InvalidData.into());
        };
        source.read_exact(room)?;
        match &word {
            b"DATA" => {
                if sink(room).is_break() {
                    return Ok(Ended::Enough);
                }
            }
            b"FAIL" => {
                let cause = String::from_utf8_lossy(room).chars().take(300).collect();
                return Ok(Ended::Failed { cause });
            }
            _ => return Err(io::ErrorKind::InvalidData.into()),
        }
    }
}

fn request(word: [u8; 4], path: &str) -> io::Result<Vec<u8>> {
    let length = u32::try_from(path.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
    let mut request = word.to_vec();
    request.extend(length.to_le_bytes());
    request.extend(path.as_bytes());
    Ok(request)
}

fn header(source: &mut dyn Read) -> io::Result<([u8; 4], u32)> {
    let mut word = [0; 4];
    source.read_exact(&mut word)?;
    let mut number = [0; 4];
    source.read_exact(&mut number)?;
    Ok((word, u32::from_le_bytes(number)))
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;

    fn run(stream: &[u8]) -> (io::Result<Ended>, Vec<u8>) {
        let mut out = Vec::new();
        let mut source = stream;
        let ended = pieces(&mut source, &mut |piece| {
            out.extend_from_slice(piece);
            ControlFlow::Continue(())
        });
        (ended, out)
    }

    #[test]
    fn pieces_are_joined_until_the_phone_says_done() {
        let stream = b"DATA\x03\0\0\0abcDATA\x02\0\0\0deDONE\0\0\0\0";
        let (ended, out) = run(stream);
        assert_eq!((ended.unwrap(), out), (Ended::Whole, b"abcde".to_vec()));
        let (ended, _) = run(b"FAIL\x09\0\0\0no access");
        let cause = "no access".to_owned();
        assert_eq!(ended.unwrap(), Ended::Failed { cause });
    }

    #[test]
    fn a_lie_about_a_length_is_an_error_and_not_a_gigabyte() {
        assert!(run(b"DATA\xff\xff\xff\xffabc").0.is_err());
        assert!(run(b"DATA\x09\0\0\0abc").0.is_err());
        assert!(run(b"WHAT\x01\0\0\0a").0.is_err());
        assert!(run(b"").0.is_err());
    }
}
