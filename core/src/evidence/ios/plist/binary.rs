//! The binary form: objects one after the other, a table of where each begins, a trailer of 32 bytes.

use super::{Budget, Node, Plist, malformed};
use crate::limits::PLIST_OBJECTS;
use crate::snapshot::Reason;

pub(super) const MAGIC: &[u8] = b"bplist";

/// The trailer: 6 bytes of no use, two sizes, three numbers.
const TRAILER: usize = 32;

pub(super) fn read(bytes: &[u8]) -> Result<Plist, Reason> {
    let layout = Layout::of(bytes).ok_or_else(|| malformed("not a whole binary property list"))?;
    if layout.count > PLIST_OBJECTS {
        return Err(Reason::TooMany {
            limit: PLIST_OBJECTS as u64,
        });
    }
    let mut budget = Budget::new();
    let mut nodes = Vec::with_capacity(layout.count);
    for index in 0..layout.count {
        let node = layout.node(index, &mut budget)?;
        nodes.push(node);
    }
    Ok(Plist {
        nodes,
        root: layout.root,
    })
}

struct Layout<'a> {
    bytes: &'a [u8],
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
            bytes,
            offsets,
            offset_size,
            reference_size,
            count,
            root: u32::try_from(root).ok()?,
        })
    }

    fn node(&self, index: usize, budget: &mut Budget) -> Result<Node, Reason> {
        let broken = || {
            malformed(&format!(
                "object {index} of the property list cannot be read"
            ))
        };
        let place = self
            .offsets
            .get(index * self.offset_size..(index + 1) * self.offset_size);
        let at = usize::try_from(big_endian(place.ok_or_else(broken)?)).map_err(|_| broken())?;
        let (marker, rest) = self
            .bytes
            .get(at..)
            .and_then(<[u8]>::split_first)
            .ok_or_else(broken)?;
        let low = usize::from(marker & 0x0f);
        let of_size = |size: usize| rest.get(..size).ok_or_else(broken);
        Ok(match marker >> 4 {
            0x0 => match low {
                0x8 => Node::Boolean(false),
                0x9 => Node::Boolean(true),
                // Null, a fill byte, a URL or UUID of Apple's own: nothing that a check reads.
                _ => Node::Null,
            },
            0x1 => {
                let field = of_size(
                    1usize
                        .checked_shl(u32::from(*marker & 0x0f))
                        .ok_or_else(broken)?,
                )?;
                Node::Integer(integer(field).ok_or_else(broken)?)
            }
            0x2 => match low {
                2 => {
                    let field = of_size(4)?.try_into().map_err(|_| broken())?;
                    Node::Real(f64::from(f32::from_be_bytes(field)))
                }
                3 => Node::Real(f64::from_be_bytes(
                    of_size(8)?.try_into().map_err(|_| broken())?,
                )),
                _ => return Err(broken()),
            },
            0x3 => Node::Date(f64::from_be_bytes(
                of_size(8)?.try_into().map_err(|_| broken())?,
            )),
            0x4 => {
                let (count, rest) = counted(low, rest).ok_or_else(broken)?;
                budget.content(count)?;
                Node::Data(rest.get(..count).ok_or_else(broken)?.into())
            }
            0x5 => {
                let (count, rest) = counted(low, rest).ok_or_else(broken)?;
                budget.content(count)?;
                let text = rest.get(..count).ok_or_else(broken)?;
                Node::Text(String::from_utf8_lossy(text).into())
            }
            0x6 => {
                let (count, rest) = counted(low, rest).ok_or_else(broken)?;
                let length = count.checked_mul(2).ok_or_else(broken)?;
                budget.content(length)?;
                let text = rest.get(..length).ok_or_else(broken)?;
                let units = text
                    .as_chunks::<2>()
                    .0
                    .iter()
                    .map(|unit| u16::from_be_bytes(*unit));
                let text: String = char::decode_utf16(units)
                    .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
                    .collect();
                Node::Text(text.into())
            }
            0x8 => Node::Uid(big_endian(of_size(low + 1)?)),
            // 0xb and 0xc: ordered and plain sets.
            0xa..=0xc => {
                let (count, rest) = counted(low, rest).ok_or_else(broken)?;
                Node::Array(self.references(count, rest, budget)?.ok_or_else(broken)?)
            }
            0xd => {
                let (count, rest) = counted(low, rest).ok_or_else(broken)?;
                let both = count.checked_mul(2).ok_or_else(broken)?;
                let found = self.references(both, rest, budget)?.ok_or_else(broken)?;
                let (keys, values) = found.split_at_checked(count).ok_or_else(broken)?;
                Node::Dictionary(
                    keys.iter()
                        .zip(values)
                        .flat_map(|(key, value)| [*key, *value])
                        .collect(),
                )
            }
            _ => return Err(broken()),
        })
    }

    /// So many numbers of objects; none where they end too early or name an object that is not there.
    fn references(
        &self,
        count: usize,
        from: &[u8],
        budget: &mut Budget,
    ) -> Result<Option<Box<[u32]>>, Reason> {
        let Some(field) = count
            .checked_mul(self.reference_size)
            .and_then(|length| from.get(..length))
        else {
            return Ok(None);
        };
        budget.references(count)?;
        let numbers = field.chunks_exact(self.reference_size).map(|number| {
            let number = big_endian(number);
            u32::try_from(number)
                .ok()
                .filter(|number| (*number as usize) < self.count)
        });
        Ok(numbers.collect())
    }
}

/// The count of an object: in its marker, or, where that is full, as a number behind it.
fn counted(low: usize, rest: &[u8]) -> Option<(usize, &[u8])> {
    if low != 0x0f {
        return Some((low, rest));
    }
    let (marker, rest) = rest.split_first()?;
    if marker >> 4 != 0x1 {
        return None;
    }
    let size = 1usize.checked_shl(u32::from(marker & 0x0f))?;
    let (field, rest) = rest.split_at_checked(size)?;
    Some((usize::try_from(integer(field)?).ok()?, rest))
}

/// 1, 2 and 4 bytes are never negative; 8 may be; of 16 Apple writes numbers above `i64::MAX`.
fn integer(field: &[u8]) -> Option<i128> {
    Some(match field.len() {
        1 | 2 | 4 => i128::from(big_endian(field)),
        8 => i128::from(i64::from_be_bytes(field.try_into().ok()?)),
        16 => i128::from_be_bytes(field.try_into().ok()?),
        _ => return None,
    })
}

/// Up to 8 bytes as a number; of more, the last 8.
fn big_endian(field: &[u8]) -> u64 {
    field
        .iter()
        .fold(0, |number, byte| number << 8 | u64::from(*byte))
}
