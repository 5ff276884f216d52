//! The binary form: objects one after the other, a table of where each begins, a trailer of 32 bytes.
//!
//! Objects are read from the root on, as Apple's reader does: one that nothing names costs nothing.

use super::{Node, PLIST_DEPTH, PLIST_OBJECTS, PLIST_REFERENCES, Span, Tables};
use super::{malformed, too_many, whole};
use crate::snapshot::Reason;

pub(super) const MAGIC: &[u8] = b"bplist";

/// The trailer: 6 bytes of no use, two sizes, three numbers.
const TRAILER: usize = 32;

pub(super) fn read(bytes: &[u8]) -> Result<(Tables, u32), Reason> {
    if bytes.get(MAGIC.len()) != Some(&b'0') {
        // `bplist15` to `bplist17` are other formats, which stay inside the phone.
        return Err(malformed("a binary property list of another version"));
    }
    let layout = Layout::of(bytes).ok_or_else(|| malformed("not a whole binary property list"))?;
    if layout.count > PLIST_OBJECTS {
        return Err(too_many(PLIST_OBJECTS));
    }
    let mut tables = Tables {
        nodes: vec![Node::Null; layout.count],
        ..Tables::default()
    };
    let root = layout.root;
    Walk {
        layout,
        tables: &mut tables,
        measured: Vec::new(),
        open: Vec::new(),
    }
    .all()?;
    Ok((tables, root))
}

/// Reading from the root on, depth first.
struct Walk<'a> {
    layout: Layout<'a>,
    tables: &'a mut Tables,
    /// By object.
    measured: Vec<Measure>,
    open: Vec<Open>,
}

/// How much hangs below an object.
#[derive(Clone, Copy)]
struct Measure {
    /// Values, itself among them, each counted as often as it is named; 0 before it was read.
    values: u32,
    /// Containers one inside the other; [`Measure::INSIDE`] while it is open.
    height: u16,
}

impl Measure {
    const UNREAD: Self = Self {
        values: 0,
        height: 0,
    };
    const SCALAR: Self = Self {
        values: 1,
        height: 0,
    };
    const INSIDE: u16 = u16::MAX;
}

/// A container whose contents are being read.
struct Open {
    index: u32,
    span: Span,
    next: usize,
    measure: Measure,
}

impl Walk<'_> {
    fn all(mut self) -> Result<(), Reason> {
        self.measured = vec![Measure::UNREAD; self.layout.count];
        self.enter(self.layout.root)?;
        while let Some(open) = self.open.last_mut() {
            let references = self.tables.references.get(open.span.range());
            let child = references.and_then(|all| all.get(open.next)).copied();
            open.next += 1;
            if let Some(child) = child {
                self.child(child)?;
                continue;
            }
            let Some(done) = self.open.pop() else { break };
            self.close(done.index, done.measure)?;
        }
        Ok(())
    }

    fn child(&mut self, index: u32) -> Result<(), Reason> {
        let known = self.measured.get(index as usize).copied();
        match known {
            Some(known) if known.values == 0 => self.enter(index),
            Some(known) if known.height == Measure::INSIDE => {
                Err(malformed("the property list holds itself"))
            }
            Some(known) => self.hangs_below(known),
            None => Err(broken(index)),
        }
    }

    fn enter(&mut self, index: u32) -> Result<(), Reason> {
        let node = self.layout.node(index, self.tables)?;
        if let Some(place) = self.tables.nodes.get_mut(index as usize) {
            *place = node;
        }
        let (Node::Array(span) | Node::Dictionary(span)) = node else {
            return self.close(index, Measure::SCALAR);
        };
        if self.open.len() >= PLIST_DEPTH {
            return Err(too_many(PLIST_DEPTH));
        }
        if let Some(measure) = self.measured.get_mut(index as usize) {
            *measure = Measure {
                values: 1,
                height: Measure::INSIDE,
            };
        }
        self.open.push(Open {
            index,
            span,
            next: 0,
            measure: Measure {
                values: 1,
                height: 1,
            },
        });
        Ok(())
    }

    fn close(&mut self, index: u32, measure: Measure) -> Result<(), Reason> {
        if let Some(place) = self.measured.get_mut(index as usize) {
            *place = measure;
        }
        self.hangs_below(measure)
    }

    /// Counts what was read to the container that is open now.
    fn hangs_below(&mut self, below: Measure) -> Result<(), Reason> {
        if self.open.len() + usize::from(below.height) > PLIST_DEPTH {
            return Err(too_many(PLIST_DEPTH));
        }
        let Some(open) = self.open.last_mut() else {
            return Ok(());
        };
        let own = &mut open.measure;
        own.values = own.values.saturating_add(below.values);
        own.height = own.height.max(below.height.saturating_add(1));
        if own.values as usize > PLIST_REFERENCES {
            return Err(too_many(PLIST_REFERENCES));
        }
        Ok(())
    }
}

struct Layout<'a> {
    /// Everything before the table of offsets.
    objects: &'a [u8],
    offsets: &'a [u8],
    offset_size: usize,
    reference_size: usize,
    count: usize,
    root: u32,
}

impl<'a> Layout<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let at = bytes.len().checked_sub(TRAILER)?;
        let trailer = bytes.get(at..)?;
        let [_, _, _, _, _, _, offset_size, reference_size, numbers @ ..] = trailer else {
            return None;
        };
        let (offset_size, reference_size) =
            (usize::from(*offset_size), usize::from(*reference_size));
        if !(1..=8).contains(&offset_size) || !(1..=8).contains(&reference_size) {
            return None;
        }
        let number = |which: usize| {
            let field = numbers.get(which * 8..which * 8 + 8)?;
            usize::try_from(big_endian(field)).ok()
        };
        let (count, root, table) = (number(0)?, number(1)?, number(2)?);
        let length = count.checked_mul(offset_size)?;
        let offsets = bytes.get(table..table.checked_add(length)?)?;
        (root < count).then_some(())?;
        Some(Self {
            objects: bytes.get(..table)?,
            offsets,
            offset_size,
            reference_size,
            count,
            root: u32::try_from(root).ok()?,
        })
    }

    /// What stands behind an object's marker, and the marker.
    fn object(&self, index: u32) -> Option<(u8, &'a [u8])> {
        let from = (index as usize).checked_mul(self.offset_size)?;
        let place = self
            .offsets
            .get(from..from.checked_add(self.offset_size)?)?;
        let at = usize::try_from(big_endian(place)).ok()?;
        let (marker, rest) = self.objects.get(at..)?.split_first()?;
        Some((*marker, rest))
    }

    fn node(&self, index: u32, tables: &mut Tables) -> Result<Node, Reason> {
        let broken = || broken(index);
        let (marker, rest) = self.object(index).ok_or_else(broken)?;
        let low = marker & 0x0f;
        let of_size = |size: usize| rest.get(..size).ok_or_else(broken);
        let counted = || counted(low, rest).ok_or_else(broken);
        Ok(match marker >> 4 {
            0x0 => match low {
                0x8 => Node::Boolean(false),
                0x9 => Node::Boolean(true),
                // Null, a fill byte, a URL or UUID of Apple's own: nothing that a check reads.
                _ => Node::Null,
            },
            0x1 => {
                let size = 1usize.checked_shl(low.into()).ok_or_else(broken)?;
                whole(integer(of_size(size)?).ok_or_else(broken)?)
            }
            0x2 if low == 2 => {
                let field = of_size(4)?.try_into().map_err(|_| broken())?;
                Node::Real(f64::from(f32::from_be_bytes(field)))
            }
            0x2 if low == 3 => {
                let field = of_size(8)?.try_into().map_err(|_| broken())?;
                Node::Real(f64::from_be_bytes(field))
            }
            0x3 => {
                let field = of_size(8)?.try_into().map_err(|_| broken())?;
                Node::Date(f64::from_be_bytes(field))
            }
            0x4 => {
                let (count, rest) = counted()?;
                Node::Data(tables.push_data(rest.get(..count).ok_or_else(broken)?)?)
            }
            0x5 => {
                let (count, rest) = counted()?;
                let bytes = rest.get(..count).ok_or_else(broken)?;
                let from = tables.text.len();
                for chunk in bytes.utf8_chunks() {
                    tables.push_text(chunk.valid())?;
                    if !chunk.invalid().is_empty() {
                        tables.push_text("\u{fffd}")?;
                    }
                }
                Node::Text(tables.text_since(from)?)
            }
            0x6 => {
                let (count, rest) = counted()?;
                let length = count.checked_mul(2).ok_or_else(broken)?;
                let bytes = rest.get(..length).ok_or_else(broken)?;
                tables.content(count)?;
                let from = tables.text.len();
                let units = bytes.as_chunks::<2>().0.iter();
                let units = units.map(|unit| u16::from_be_bytes(*unit));
                tables.text.extend(
                    char::decode_utf16(units)
                        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)),
                );
                tables.content(0)?;
                Node::Text(tables.text_since(from)?)
            }
            0x8 if low < 8 => Node::Uid(big_endian(of_size(usize::from(low) + 1)?)),
            // 0xb and 0xc: ordered and plain sets.
            0xa..=0xc => {
                let (count, rest) = counted()?;
                let from = tables.references.len();
                for number in self.references(index, count, rest, tables)? {
                    tables.references.push(number.ok_or_else(broken)?);
                }
                let to = tables.references.len();
                Node::Array(Span::of(from, to).ok_or_else(broken)?)
            }
            0xd => {
                let (count, rest) = counted()?;
                let from = tables.references.len();
                let both = count.checked_mul(2).ok_or_else(broken)?;
                let all = self.references(index, both, rest, tables)?;
                let (keys, values) = (all.clone().take(count), all.skip(count));
                for (key, value) in keys.zip(values) {
                    tables.references.push(key.ok_or_else(broken)?);
                    tables.references.push(value.ok_or_else(broken)?);
                }
                let to = tables.references.len();
                Node::Dictionary(Span::of(from, to).ok_or_else(broken)?)
            }
            _ => return Err(broken()),
        })
    }

    /// The numbers of so many objects, each none where there is no such object.
    fn references(
        &self,
        of: u32,
        count: usize,
        from: &'a [u8],
        tables: &Tables,
    ) -> Result<impl Iterator<Item = Option<u32>> + Clone + use<'a>, Reason> {
        let size = self.reference_size;
        let length = count.checked_mul(size);
        let field = length.and_then(|length| from.get(..length));
        let field = field.ok_or_else(|| broken(of))?;
        tables.room(count)?;
        let objects = self.count;
        Ok(field.chunks_exact(size).map(move |number| {
            let number = u32::try_from(big_endian(number)).ok()?;
            ((number as usize) < objects).then_some(number)
        }))
    }
}

fn broken(index: u32) -> Reason {
    malformed(&format!(
        "object {index} of the property list cannot be read"
    ))
}

/// The count of an object: in its marker, or, where that is full, as a number behind it.
fn counted(low: u8, rest: &[u8]) -> Option<(usize, &[u8])> {
    if low != 0x0f {
        return Some((low.into(), rest));
    }
    let (marker, rest) = rest.split_first()?;
    if marker >> 4 != 0x1 {
        return None;
    }
    let size = 1usize.checked_shl(u32::from(marker & 0x0f))?;
    let (field, rest) = rest.split_at_checked(size)?;
    Some((usize::try_from(integer(field)?).ok()?, rest))
}

/// 1, 2 and 4 bytes are never negative; 8 may be; in 16 Apple writes numbers above `i64::MAX`.
fn integer(field: &[u8]) -> Option<i128> {
    Some(match field.len() {
        1 | 2 | 4 => i128::from(big_endian(field)),
        8 => i128::from(i64::from_be_bytes(field.try_into().ok()?)),
        16 => i128::from_be_bytes(field.try_into().ok()?),
        _ => return None,
    })
}

/// Up to 8 bytes as a number.
fn big_endian(field: &[u8]) -> u64 {
    field
        .iter()
        .fold(0, |number, byte| number << 8 | u64::from(*byte))
}
