//! A reader that stops at a limit, and remembers why it stopped.

use std::io::{self, Read};

use crate::snapshot::Reason;

/// How much may pass, and what stopped it.
pub(super) struct Limit {
    bytes: u64,
    passed: u64,
    failure: Option<Failure>,
}

enum Failure {
    TooLarge,
    Broken(String),
}

impl Limit {
    pub(super) fn of(bytes: u64) -> Self {
        Self {
            bytes,
            passed: 0,
            failure: None,
        }
    }

    pub(super) fn into_failure(self, file: &str) -> Option<Reason> {
        self.failure.map(|failure| match failure {
            Failure::TooLarge => Reason::TooLarge { limit: self.bytes },
            Failure::Broken(cause) => Reason::Unreadable {
                file: file.to_owned(),
                cause,
            },
        })
    }
}

pub(super) struct Limited<'a, R> {
    inner: R,
    limit: &'a mut Limit,
}

impl<'a, R: Read> Limited<'a, R> {
    pub(super) fn new(inner: R, limit: &'a mut Limit) -> Self {
        Self { inner, limit }
    }
}

impl<R: Read> Read for Limited<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.limit.failure.is_some() {
            return Err(io::Error::other("reading has stopped"));
        }
        let count = match self.inner.read(buffer) {
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return Err(error),
            Err(error) => {
                self.limit.failure = Some(Failure::Broken(error.to_string()));
                return Err(error);
            }
        };
        self.limit.passed = self.limit.passed.saturating_add(count as u64);
        if self.limit.passed > self.limit.bytes {
            self.limit.failure = Some(Failure::TooLarge);
            return Err(io::Error::other("larger than the limit"));
        }
        Ok(count)
    }
}
