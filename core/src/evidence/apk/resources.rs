//! `resources.arsc`: the app's name in each language.
//!
//! In: the resource table. Out: the texts of one resource, by language. Nothing is unpacked that was not
//! asked for: a table can name one list of a million values a million times (`apk-info-axml` 1.1.0 reads
//! all of them), and resources can refer to each other in circles.
//!
//! Format: `ResourceTypes.h` of Android 14.

use std::cell::Cell;
use std::collections::BTreeMap;

use super::binary_xml::{Chunk, chunk_at};
use super::little_endian::{size_at, slice_at, u16_at, u32_at};
use super::strings::{STRING_POOL, Strings};
use crate::limits;
use crate::snapshot::Reason;

/// The name of the file.
pub(super) const RESOURCES: &str = "resources.arsc";

const TABLE: u16 = 0x0002;
const PACKAGE: u16 = 0x0200;
const TYPE: u16 = 0x0201;
const CHUNK_BYTES: usize = 8;

/// A resource table.
pub(super) struct Table<'a> {
    strings: Strings<'a>,
    /// Type chunks by package and type, in the order of the file.
    types: BTreeMap<(u8, u8), Vec<TypeChunk<'a>>>,
    /// Steps of work that are left.
    work: Cell<u64>,
    exhausted: Cell<bool>,
}

/// The values of one type in one configuration.
struct TypeChunk<'a> {
    bytes: &'a [u8],
    /// Where the offsets of the entries begin.
    header: usize,
    locale: Option<String>,
    /// Whether nothing but the language is asked of the phone.
    plain: bool,
}

/// A value of a resource.
#[derive(Clone, Copy)]
enum Value {
    Text(u32),
    Reference(u32),
}

impl<'a> Table<'a> {
    /// Finds the pools and the type chunks.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Reason> {
        let table = chunk_at(bytes, 0, CHUNK_BYTES)
            .filter(|chunk| chunk.kind == TABLE)
            .ok_or_else(|| malformed("it is not a resource table"))?;
        let mut strings = None;
        let mut types = BTreeMap::new();
        let mut count = 0;
        for chunk in chunks(table.bytes, table.header) {
            match chunk.kind {
                STRING_POOL if strings.is_none() => strings = Strings::open(chunk.bytes),
                PACKAGE => read_package(&chunk, &mut types, &mut count)?,
                _ => {}
            }
        }
        let strings = strings.ok_or_else(|| malformed("it has no texts"))?;
        Ok(Self {
            strings,
            types,
            work: Cell::new(limits::RESOURCE_WORK),
            exhausted: Cell::new(false),
        })
    }

    /// Whether a lookup was given up because the table asks for too much work.
    pub(super) fn is_exhausted(&self) -> bool {
        self.exhausted.get()
    }

    /// Allows for the work anew, so that other lookups cannot use up what the label needs.
    pub(super) fn renew(&self) {
        self.work.set(limits::RESOURCE_WORK);
    }

    /// The text of a resource in each language, the default first, then by language.
    pub(super) fn texts(&self, id: u32) -> Vec<(Option<String>, String)> {
        let mut best: BTreeMap<Option<&str>, (bool, Value)> = BTreeMap::new();
        for chunk in self.chunks_of(id) {
            let Some(value) = self.value_of(chunk, id) else {
                continue;
            };
            let locale = chunk.locale.as_deref();
            let better = best
                .get(&locale)
                .is_none_or(|(plain, _)| !plain && chunk.plain);
            if better && (best.len() < limits::LABELS || best.contains_key(&locale)) {
                best.insert(locale, (chunk.plain, value));
            }
        }
        best.into_iter()
            .filter_map(|(locale, (_, value))| {
                let text = self.resolved(value, locale)?;
                Some((locale.map(str::to_owned), text))
            })
            .collect()
    }

    /// The text of a resource in the default language, or else in the first there is.
    pub(super) fn text(&self, id: u32) -> Option<String> {
        let first = self.texts(id).into_iter().next()?;
        Some(first.1)
    }

    /// Follows references, in the same language where there is one.
    fn resolved(&self, mut value: Value, locale: Option<&str>) -> Option<String> {
        for _ in 0..limits::RESOURCE_STEPS {
            match value {
                Value::Text(number) => {
                    return self.strings.get(number, limits::MANIFEST_VALUE_BYTES);
                }
                Value::Reference(id) => {
                    let in_language = |wanted: Option<&str>| {
                        self.chunks_of(id)
                            .iter()
                            .filter(|chunk| chunk.locale.as_deref() == wanted)
                            .find_map(|chunk| self.value_of(chunk, id))
                    };
                    value = in_language(locale).or_else(|| in_language(None))?;
                }
            }
        }
        None
    }

    fn value_of(&self, chunk: &TypeChunk<'_>, id: u32) -> Option<Value> {
        let left = self.work.get().saturating_sub(cost(chunk));
        self.work.set(left);
        if left == 0 {
            self.exhausted.set(true);
            return None;
        }
        value_of(chunk, id)
    }

    fn chunks_of(&self, id: u32) -> &[TypeChunk<'a>] {
        let [package, kind, ..] = id.to_be_bytes();
        self.types.get(&(package, kind)).map_or(&[], Vec::as_slice)
    }
}

fn read_package<'a>(
    package: &Chunk<'a>,
    types: &mut BTreeMap<(u8, u8), Vec<TypeChunk<'a>>>,
    count: &mut usize,
) -> Result<(), Reason> {
    // The number stands in the lowest byte.
    let Some(id) = package.bytes.get(8) else {
        return Ok(());
    };
    for chunk in chunks(package.bytes, package.header) {
        if chunk.kind != TYPE {
            continue;
        }
        *count += 1;
        if *count > limits::RESOURCE_CHUNKS {
            return Err(Reason::TooMany {
                limit: limits::RESOURCE_CHUNKS as u64,
            });
        }
        if let Some(kind) = chunk.bytes.get(8) {
            let chunks = types.entry((*id, *kind)).or_default();
            chunks.push(type_chunk(&chunk));
        }
    }
    Ok(())
}

fn type_chunk<'a>(chunk: &Chunk<'a>) -> TypeChunk<'a> {
    const CONFIGURATION: usize = 20;
    let size = size_at(chunk.bytes, CONFIGURATION).unwrap_or(0);
    let configuration = slice_at(chunk.bytes, CONFIGURATION, size).unwrap_or_default();
    let is_zero = |part: &[u8]| part.iter().all(|byte| *byte == 0);
    TypeChunk {
        bytes: chunk.bytes,
        header: chunk.header,
        locale: locale(configuration),
        // Before the language: the network. Behind it: screen, keyboard, system version.
        plain: is_zero(configuration.get(4..8).unwrap_or_default())
            && is_zero(
                configuration
                    .get(12..)
                    .unwrap_or_default()
                    .get(..24)
                    .unwrap_or_default(),
            ),
    }
}

/// The language of a configuration as a BCP 47 tag.
fn locale(configuration: &[u8]) -> Option<String> {
    let code = |at: usize, base: u8| {
        let [first, second] = *configuration.get(at..at + 2)?.as_array()?;
        subtag(first, second, base)
    };
    let mut tag = code(8, b'a')?;
    // A script that was only computed from the language adds nothing (byte 52).
    let computed = configuration.get(52).is_some_and(|byte| *byte != 0);
    let script = configuration.get(36..40).filter(|_| !computed);
    if let Some(script) = script.filter(|script| script.iter().all(u8::is_ascii_alphabetic)) {
        tag.push('-');
        tag.extend(script.iter().copied().map(char::from));
    }
    if let Some(region) = code(10, b'0') {
        tag.push('-');
        tag.push_str(&region);
    }
    Some(tag)
}

/// Two letters as they are, or three packed into five bits each (`unpackLanguageOrRegion`).
fn subtag(first: u8, second: u8, base: u8) -> Option<String> {
    let letters = if first & 0x80 != 0 {
        vec![
            second & 0x1f,
            (second >> 5) | (first & 0x03) << 3,
            (first & 0x7c) >> 2,
        ]
        .into_iter()
        .map(|letter| letter + base)
        .collect()
    } else if first != 0 {
        vec![first, second]
    } else {
        return None;
    };
    let sound = letters.iter().all(u8::is_ascii_alphanumeric);
    sound.then(|| letters.into_iter().map(char::from).collect())
}

/// The entries of the type stand with their numbers and must be searched.
const SPARSE: u8 = 1;

/// What looking into one configuration costs, in steps.
fn cost(chunk: &TypeChunk<'_>) -> u64 {
    match (chunk.bytes.get(9), u32_at(chunk.bytes, 12)) {
        (Some(flags), Some(count)) if flags & SPARSE != 0 => {
            u64::from(count).min(chunk.bytes.len() as u64 / 4) + 1
        }
        _ => 1,
    }
}

/// The value of a resource in one configuration.
fn value_of(chunk: &TypeChunk<'_>, id: u32) -> Option<Value> {
    const OFFSETS_OF_16_BITS: u8 = 2;
    const COMPLEX: u16 = 1;
    const COMPACT: u16 = 8;
    let bytes = chunk.bytes;
    let number = id & 0xffff;
    let flags = *bytes.get(9)?;
    let count = u32_at(bytes, 12)?;
    let offset = if flags & SPARSE != 0 {
        let pairs = bytes.get(chunk.header..)?.as_chunks::<4>().0.iter();
        let mut pairs = pairs.take(usize::try_from(count).ok()?);
        let [.., low, high] = *pairs
            .find(|[low, high, ..]| u32::from(u16::from_le_bytes([*low, *high])) == number)?;
        usize::from(u16::from_le_bytes([low, high])) * 4
    } else if number >= count {
        return None;
    } else if flags & OFFSETS_OF_16_BITS != 0 {
        let at = chunk
            .header
            .checked_add(usize::try_from(number).ok()? * 2)?;
        let offset = u16_at(bytes, at).filter(|offset| *offset != u16::MAX)?;
        usize::from(offset) * 4
    } else {
        let at = chunk
            .header
            .checked_add(usize::try_from(number).ok()? * 4)?;
        usize::try_from(u32_at(bytes, at).filter(|offset| *offset != u32::MAX)?).ok()?
    };
    let at = size_at(bytes, 16)?.checked_add(offset)?;
    let entry_bytes = u16_at(bytes, at)?;
    let entry_flags = u16_at(bytes, at.checked_add(2)?)?;
    if entry_flags & COMPACT != 0 {
        let [_, kind] = entry_flags.to_le_bytes();
        return value(kind, u32_at(bytes, at.checked_add(4)?)?);
    }
    if entry_flags & COMPLEX != 0 {
        return None;
    }
    let at = at.checked_add(usize::from(entry_bytes))?;
    value(
        *bytes.get(at.checked_add(3)?)?,
        u32_at(bytes, at.checked_add(4)?)?,
    )
}

fn value(kind: u8, datum: u32) -> Option<Value> {
    match kind {
        0x01 | 0x07 => Some(Value::Reference(datum)),
        0x03 => Some(Value::Text(datum)),
        _ => None,
    }
}

/// The chunks behind a header, up to the first that is not sound.
fn chunks(bytes: &[u8], header: usize) -> impl Iterator<Item = Chunk<'_>> {
    let mut at = header;
    std::iter::from_fn(move || {
        let chunk = chunk_at(bytes, at, CHUNK_BYTES)?;
        at = chunk.end;
        Some(chunk)
    })
}

fn malformed(cause: &str) -> Reason {
    Reason::Malformed {
        cause: format!("{RESOURCES}: {cause}"),
    }
}
