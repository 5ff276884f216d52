//! One pass over a dump: finds where sections begin and end, and hands each line to the section that it
//! belongs to. A line of a section that nobody reads is never even text.
//!
//! Two programs write these marks (AOSP `frameworks/native`). `dumpsys` puts a line of dashes before each
//! `DUMP OF SERVICE package:` (with a priority: `DUMP OF SERVICE CRITICAL package:`), and since Android 8
//! `--------- 0.01s was the duration of dumpsys package, ending at: ...` behind it. `dumpstate` puts
//! `------ SYSTEM PROPERTIES (getprop) ------` before what a command prints, and
//! `------ 0.02s was the duration of 'SYSTEM PROPERTIES' ------` behind it.
//!
//! Any app can print such a line into its own part of a dump. So a header that stands inside a section
//! which has not ended opens a section of its own, and the outer one goes on behind its end. If that never
//! comes, the outer section counts as cut short.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};

use super::section::{Facts, Section, time};
use super::{command, parser};
use crate::evidence::parsed::{Parsed, Place};
use crate::limits::{LINE_BYTES, NESTED_SECTIONS};
use crate::snapshot::{Reason, Snapshot};

/// A line of nothing but so many dashes stands between sections (`dumpsys` writes 79).
const DASHES: usize = 70;

/// Reads a dump to its end. The records are the sections that it has.
pub(in crate::evidence::android) fn read(
    place: Place<'_>,
    source: &mut dyn Read,
) -> Parsed<Snapshot> {
    let mut splitter = Splitter {
        facts: Facts::new(place),
        open: Vec::new(),
        number: 0,
        dashes: false,
        marks: false,
        trailers: false,
        sections: 0,
        seen: BTreeMap::new(),
    };
    splitter.run(source);
    splitter.end_of_dump();
    let Splitter {
        facts,
        seen,
        sections,
        ..
    } = splitter;
    facts.finish(&seen, sections)
}

/// Whether a text begins as a dump does. `start` is its first part.
pub(in crate::evidence::android) fn is_dump(start: &[u8]) -> bool {
    start.split(|byte| *byte == b'\n').any(|line| {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        matches!(
            mark(line),
            Some(Mark::Service(_) | Mark::Trailer(_) | Mark::Taken(_))
        )
    })
}

struct Splitter<'a> {
    facts: Facts<'a>,
    /// Sections that have not ended, the innermost last.
    open: Vec<Open>,
    number: u64,
    /// The line before was one of dashes.
    dashes: bool,
    /// The dump marks where sections begin or end, besides their headers.
    marks: bool,
    /// It says where services end, as dumpsys does since Android 8.
    trailers: bool,
    sections: u64,
    /// Services that the dump has; whether they are read.
    seen: BTreeMap<String, bool>,
}

struct Open {
    kind: Kind,
    name: String,
    parser: Option<Box<dyn Section>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Service,
    Command,
}

impl Open {
    /// How locators name it.
    fn label(&self) -> String {
        match self.kind {
            Kind::Service => format!("dumpsys {}", self.name),
            Kind::Command => self.name.clone(),
        }
    }
}

/// What a line says of the dump's own order.
enum Mark<'l> {
    /// `DUMP OF SERVICE name:`
    Service(&'l str),
    /// `--------- 0.01s was the duration of dumpsys name, ending at: ...`
    Trailer(&'l str),
    /// `------ TITLE (command) ------`
    Command(&'l str),
    /// `------ 0.01s was the duration of 'TITLE' ------`
    CommandTrailer(&'l str),
    /// `== dumpstate: 2026-11-02 09:15:00`
    Taken(&'l str),
    Dashes,
}

fn mark(line: &[u8]) -> Option<Mark<'_>> {
    match line.first()? {
        b'D' => {
            let rest = line.strip_prefix(b"DUMP OF SERVICE ")?;
            let rest = std::str::from_utf8(rest).ok()?.trim_end();
            let name = rest.strip_suffix(':')?;
            let priorities = ["CRITICAL ", "HIGH ", "NORMAL "];
            let own = priorities.iter().find_map(|word| name.strip_prefix(word));
            Some(Mark::Service(own.unwrap_or(name))).filter(|_| !name.is_empty())
        }
        b'=' => {
            let time = line.strip_prefix(b"== dumpstate: ")?;
            std::str::from_utf8(time).ok().map(Mark::Taken)
        }
        b'-' => {
            let dashes = line.iter().take_while(|byte| **byte == b'-').count();
            let rest = std::str::from_utf8(line.get(dashes..)?).ok()?.trim_end();
            if rest.is_empty() {
                return (dashes >= DASHES).then_some(Mark::Dashes);
            }
            let rest = rest.strip_prefix(' ')?;
            if dashes == 9 {
                let (_, of) = rest.split_once("was the duration of dumpsys ")?;
                let name = of.split_once(", ending at").map_or(of, |(name, _)| name);
                return Some(Mark::Trailer(name.trim()));
            }
            let title = (dashes == 6).then(|| rest.strip_suffix(" ------"))??;
            if let Some((_, of)) = title.split_once("was the duration of '") {
                return Some(Mark::CommandTrailer(of.trim_end_matches('\'')));
            }
            let title = title.split_once(" (").map_or(title, |(title, _)| title);
            Some(Mark::Command(title))
        }
        _ => None,
    }
}

impl Splitter<'_> {
    fn run(&mut self, source: &mut dyn Read) {
        let mut source = BufReader::with_capacity(256 << 10, source);
        // The start of a line that goes on in the next part.
        let mut begun: Vec<u8> = Vec::new();
        let mut too_long = false;
        // An error of the reader ends the lines; the container tells it.
        while let Ok(window) = source.fill_buf() {
            if window.is_empty() {
                break;
            }
            let length = window.len();
            let mut rest = window;
            while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
                let (line, behind) = rest.split_at(end);
                rest = behind.get(1..).unwrap_or_default();
                if too_long || begun.len() + line.len() > LINE_BYTES {
                    self.too_long();
                } else if begun.is_empty() {
                    self.line(line);
                } else {
                    begun.extend_from_slice(line);
                    self.line(&begun);
                }
                begun.clear();
                too_long = false;
                if self.facts.place.stops() {
                    return;
                }
            }
            if too_long || begun.len() + rest.len() > LINE_BYTES {
                too_long = true;
                begun.clear();
            } else {
                begun.extend_from_slice(rest);
            }
            source.consume(length);
        }
        if too_long {
            self.too_long();
        } else if !begun.is_empty() {
            self.line(&begun);
        }
    }

    fn line(&mut self, line: &[u8]) {
        self.number += 1;
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let mark = match line.first() {
            Some(b'D' | b'-' | b'=') => mark(line),
            _ => None,
        };
        let behind_dashes = std::mem::take(&mut self.dashes);
        match mark {
            Some(Mark::Dashes) => self.dashes = true,
            Some(Mark::Service(name)) => self.service(name, behind_dashes),
            Some(Mark::Trailer(name)) => self.trailer(name),
            Some(Mark::Command(title)) => self.command(title),
            Some(Mark::CommandTrailer(title)) => self.command_trailer(title),
            Some(Mark::Taken(at)) if self.open.is_empty() && self.facts.taken.is_none() => {
                self.facts.taken = time(at);
            }
            Some(Mark::Taken(_)) | None => {
                if let Some(Open {
                    parser: Some(parser),
                    ..
                }) = self.open.last_mut()
                {
                    let text = String::from_utf8_lossy(line);
                    parser.line(self.number, &text, &mut self.facts);
                }
            }
        }
    }

    fn too_long(&mut self) {
        self.number += 1;
        let limit = LINE_BYTES as u64;
        if let Some(open) = self.open.last() {
            let reason = Reason::TooLarge { limit };
            self.facts.skip_in(&open.name, self.number, &reason);
        }
    }

    fn service(&mut self, name: &str, behind_dashes: bool) {
        self.marks |= behind_dashes;
        let in_service = self.open.iter().any(|open| open.kind == Kind::Service);
        if behind_dashes || !self.marks || !in_service {
            self.end_all(false);
        }
        let parser = parser(name);
        self.seen.insert(name.to_owned(), parser.is_some());
        self.push(Kind::Service, name, parser);
    }

    fn trailer(&mut self, name: &str) {
        self.marks = true;
        self.trailers = true;
        let named = |open: &Open| open.kind == Kind::Service && open.name == name;
        let Some(at) = self.open.iter().rposition(named) else {
            return;
        };
        // What was opened inside it took lines that may be its own.
        let mixed = at + 1 < self.open.len();
        while self.open.len() > at + 1 {
            self.end_last(true);
        }
        self.end_last(mixed);
        self.go_on();
    }

    fn command(&mut self, title: &str) {
        let parser = command(title);
        let in_service = self.open.iter().any(|open| open.kind == Kind::Service);
        let read = self.open.last().is_some_and(|open| open.parser.is_some());
        // dumpstate works at several commands at once: a title can stand in the middle of what another one
        // prints, with nothing of its own behind it (seen in MVT's test of SM-A305F). Where sections say
        // when they end, only that ends them.
        if in_service && self.trailers {
            if parser.is_none() {
                return;
            }
        } else if !in_service && read && parser.is_none() {
            return;
        } else {
            self.end_all(false);
        }
        // That one holds the services, which have headers of their own.
        if !title.starts_with("DUMPSYS") {
            if parser.is_some() {
                self.seen.insert("SYSTEM PROPERTIES".to_owned(), true);
            }
            self.push(Kind::Command, title, parser);
        }
    }

    fn command_trailer(&mut self, title: &str) {
        let named = |open: &Open| open.kind == Kind::Command && open.name == title;
        if title.starts_with("DUMPSYS") && !title.ends_with("PROTO") {
            // It gave up on the service that it was at.
            self.end_all(true);
        } else if let Some(at) = self.open.iter().rposition(named) {
            let mixed = at + 1 < self.open.len();
            while self.open.len() > at + 1 {
                self.end_last(true);
            }
            self.end_last(mixed);
            self.go_on();
        }
    }

    fn push(&mut self, kind: Kind, name: &str, parser: Option<Box<dyn Section>>) {
        if self.open.len() >= NESTED_SECTIONS {
            let outermost = self.open.remove(0);
            self.end(outermost, true);
        }
        self.sections += 1;
        self.open.push(Open {
            kind,
            name: name.to_owned(),
            parser,
        });
        self.go_on();
    }

    /// The next lines belong to the innermost section.
    fn go_on(&mut self) {
        if let Some(open) = self.open.last() {
            self.facts.enter(&open.label());
        }
    }

    /// Ends every section: the innermost as told; those around it were waiting for an end that never came.
    fn end_all(&mut self, cut: bool) {
        self.end_last(cut);
        while !self.open.is_empty() {
            self.end_last(true);
        }
    }

    fn end_last(&mut self, cut: bool) {
        if let Some(open) = self.open.pop() {
            self.end(open, cut);
        }
    }

    fn end(&mut self, open: Open, cut: bool) {
        self.facts.enter(&open.label());
        let Some(mut parser) = open.parser else {
            return;
        };
        parser.end(cut, &mut self.facts);
        if cut {
            let cause = "the section is cut short".to_owned();
            let reason = Reason::Malformed { cause };
            self.facts.skip_in(&open.name, self.number, &reason);
        }
    }

    fn end_of_dump(&mut self) {
        let whole = self.dashes;
        self.end_all(!whole);
    }
}
