//! Names of files on the phone, kept small: an acquisition lists up to 400,000 of them.
//!
//! One string holds all paths; each row is three numbers. Only what a check can use is kept.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Provenance;
use crate::digest::Sha256;

/// Paths of files on the phone, in the order of the evidence.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Stored")]
pub struct FileListing {
    paths: String,
    rows: Vec<Row>,
    /// Digests, which AndroidQF leaves empty in practice, so they are kept apart from the rows.
    digests: Vec<(u32, Sha256)>,
    inputs: Vec<Arc<str>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Row {
    /// Where the path ends in `paths`; it begins where the row before ends.
    end: u32,
    /// The record's number in its input.
    record: u32,
    /// The input, as an index.
    input: u16,
}

/// A listing as it comes back from a record, which may be damaged.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    paths: String,
    rows: Vec<Row>,
    digests: Vec<(u32, Sha256)>,
    inputs: Vec<Arc<str>>,
}

impl TryFrom<Stored> for FileListing {
    type Error = &'static str;

    /// Refuses a listing of which a row would be lost on the way out.
    fn try_from(stored: Stored) -> Result<Self, Self::Error> {
        let Stored {
            paths,
            rows,
            digests,
            inputs,
        } = stored;
        let mut begin = 0usize;
        for row in &rows {
            let end = row.end as usize;
            if paths.get(begin..end).is_none() {
                return Err("a row of the file listing ends outside its paths");
            }
            if inputs.get(usize::from(row.input)).is_none() {
                return Err("a row of the file listing is of no input");
            }
            begin = end;
        }
        if begin != paths.len() {
            return Err("the file listing has paths without a row");
        }
        if !digests.is_sorted_by(|(a, _), (b, _)| a < b) {
            return Err("the digests of the file listing are out of order");
        }
        if digests
            .last()
            .is_some_and(|(of, _)| *of as usize >= rows.len())
        {
            return Err("the file listing has a digest without a row");
        }
        Ok(Self {
            paths,
            rows,
            digests,
            inputs,
        })
    }
}

/// One row of a [`FileListing`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListedFile<'a> {
    /// The path on the phone.
    pub path: &'a str,
    /// Its digest, where the evidence states one.
    pub sha256: Option<Sha256>,
    input: &'a Arc<str>,
    record: u32,
}

impl ListedFile<'_> {
    /// Where this row stood.
    #[must_use]
    pub fn provenance(&self) -> Provenance {
        Provenance::new(self.input, format!("[{}]", self.record))
    }
}

impl FileListing {
    /// Adds a path. Returns false, and keeps nothing, when the listing is full (4 GiB of names).
    #[must_use]
    pub fn push(
        &mut self,
        input: &Arc<str>,
        record: u32,
        path: &str,
        sha256: Option<Sha256>,
    ) -> bool {
        let index = match self.inputs.iter().position(|known| known == input) {
            Some(index) => index,
            None => {
                self.inputs.push(Arc::clone(input));
                self.inputs.len() - 1
            }
        };
        let Ok(input) = u16::try_from(index) else {
            return false;
        };
        let Ok(end) = u32::try_from(self.paths.len() + path.len()) else {
            return false;
        };
        if let Some(sha256) = sha256 {
            let Ok(row) = u32::try_from(self.rows.len()) else {
                return false;
            };
            self.digests.push((row, sha256));
        }
        self.paths.push_str(path);
        self.rows.push(Row { end, record, input });
        true
    }

    /// Adds every row of another listing, as far as there is room.
    pub(crate) fn append(&mut self, other: &Self) {
        for file in other.iter() {
            if !self.push(file.input, file.record, file.path, file.sha256) {
                return;
            }
        }
    }

    /// How many paths there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Every row, in the order of the evidence.
    pub fn iter(&self) -> impl Iterator<Item = ListedFile<'_>> {
        let mut begin = 0usize;
        let mut digests = self.digests.iter().peekable();
        self.rows
            .iter()
            .enumerate()
            .filter_map(move |(index, row)| {
                let end = row.end as usize;
                let path = self.paths.get(begin..end)?;
                begin = end;
                let sha256 = digests
                    .next_if(|(of, _)| *of as usize == index)
                    .map(|(_, sha256)| *sha256);
                Some(ListedFile {
                    path,
                    sha256,
                    input: self.inputs.get(usize::from(row.input))?,
                    record: row.record,
                })
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_as_they_were_put_in() {
        let input: Arc<str> = "phone/files.json".into();
        let digest = Sha256::of(b"x");
        let mut listing = FileListing::default();
        assert!(listing.push(&input, 0, "/sdcard/a", None));
        assert!(listing.push(&input, 7, "/sdcard/é", Some(digest)));
        let rows: Vec<_> = listing
            .iter()
            .map(|file| (file.path, file.sha256, file.provenance().locator))
            .collect();
        assert_eq!(
            rows,
            [
                ("/sdcard/a", None, "[0]".to_owned()),
                ("/sdcard/é", Some(digest), "[7]".to_owned())
            ]
        );
    }
}
