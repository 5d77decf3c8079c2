//! Rows on pages that no tree leads to any more.
//!
//! When the page at which a table begins is lost, or one further in, the pages below it
//! are whole and nobody finds them. They are found here one by one, by the layout that
//! <https://www.sqlite.org/fileformat2.html> describes, and told apart by what their
//! records look like: the tables are strict, so every column has its type.

use rusqlite::types::Value;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

const TABLE_LEAF: u8 = 13;
const TABLE_INTERIOR: u8 = 5;
const INDEX_INTERIOR: u8 = 2;

/// The pages of a file, numbered from 1.
pub(super) struct Pages {
    bytes: Vec<u8>,
    size: usize,
    usable: usize,
}

/// A row as it is stored; the value of its key column is NULL in the record.
pub(super) struct Record {
    pub(super) row: i64,
    pub(super) values: Vec<Value>,
}

/// Whether a page of a file belongs to the tree of a table.
pub(super) fn is_table_page(path: &Path, number: u32) -> std::io::Result<bool> {
    let mut file = File::open(path)?;
    let mut head = [0; 2];
    file.seek(SeekFrom::Start(16))?;
    file.read_exact(&mut head)?;
    let size = page_size(head);
    let at = u64::from(number.saturating_sub(1)) * size as u64;
    file.seek(SeekFrom::Start(at + Pages::head(number) as u64))?;
    let mut kind = [0];
    file.read_exact(&mut kind)?;
    Ok(matches!(kind[0], TABLE_LEAF | TABLE_INTERIOR))
}

fn page_size(head: [u8; 2]) -> usize {
    match head {
        [0, 1] => 65_536,
        pair => usize::from(u16::from_be_bytes(pair)),
    }
}

impl Pages {
    /// The header has been read by SQLite or made anew, so it holds.
    pub(super) fn read(path: &Path) -> std::io::Result<Self> {
        let bytes = std::fs::read(path)?;
        let size = match bytes.get(16..18) {
            Some(&[a, b]) => page_size([a, b]),
            _ => 0,
        };
        let reserved = usize::from(bytes.get(20).copied().unwrap_or_default());
        Ok(Self {
            usable: size.saturating_sub(reserved),
            size,
            bytes,
        })
    }

    /// The leaves of tables that no tree with one of these roots has, and that are not
    /// free for other use.
    pub(super) fn orphans(&self, roots: &[u32]) -> Vec<u32> {
        let count = self.bytes.len().checked_div(self.size).unwrap_or_default();
        let mut seen = vec![false; count + 1];
        self.mark_free(&mut seen);
        let mut next: Vec<u32> = roots.to_vec();
        while let Some(number) = next.pop() {
            match seen.get_mut(number as usize) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            next.extend(self.children(number));
        }
        (1..=count as u32)
            .filter(|number| !seen[*number as usize])
            .filter(|number| self.kind(*number) == Some(TABLE_LEAF))
            .collect()
    }

    fn mark_free(&self, seen: &mut [bool]) {
        let mut trunk = self.number_at(self.bytes.get(32..36));
        while let Some(slot) = seen.get_mut(trunk as usize)
            && !*slot
            && let Some(page) = self.page(trunk)
        {
            *slot = true;
            let leaves = self.number_at(page.get(4..8)) as usize;
            for leaf in page[8..].chunks_exact(4).take(leaves) {
                if let Some(slot) = seen.get_mut(self.number_at(Some(leaf)) as usize) {
                    *slot = true;
                }
            }
            trunk = self.number_at(page.get(..4));
        }
    }

    fn page(&self, number: u32) -> Option<&[u8]> {
        let start = (number as usize).checked_sub(1)?.checked_mul(self.size)?;
        self.bytes.get(start..start.checked_add(self.size)?)
    }

    /// Where the head of a tree's page begins: the first page has the file's before it.
    fn head(number: u32) -> usize {
        if number == 1 { 100 } else { 0 }
    }

    fn kind(&self, number: u32) -> Option<u8> {
        self.page(number)?.get(Self::head(number)).copied()
    }

    fn number_at(&self, bytes: Option<&[u8]>) -> u32 {
        match bytes {
            Some([a, b, c, d]) => u32::from_be_bytes([*a, *b, *c, *d]),
            _ => 0,
        }
    }

    fn children(&self, number: u32) -> Vec<u32> {
        let head = Self::head(number);
        let (Some(page), Some(TABLE_INTERIOR | INDEX_INTERIOR)) =
            (self.page(number), self.kind(number))
        else {
            return Vec::new();
        };
        let mut children: Vec<u32> = cells(page, head, 12)
            .map(|cell| self.number_at(page.get(cell..cell + 4)))
            .collect();
        children.push(self.number_at(page.get(head + 8..head + 12)));
        children
    }

    /// The records of a leaf; those that make no sense are left out.
    pub(super) fn records(&self, number: u32) -> Vec<Record> {
        let Some(page) = self.page(number) else {
            return Vec::new();
        };
        cells(page, Self::head(number), 8)
            .filter_map(|cell| self.record(page, cell))
            .collect()
    }

    /// A record that is longer than the file is damage: pages that lead in a circle would
    /// fill any length.
    fn record(&self, page: &[u8], cell: usize) -> Option<Record> {
        let mut cell = Cursor(page.get(cell..self.usable)?);
        let length = usize::try_from(cell.varint()?).ok()?;
        let row = cell.varint()?;
        if length > self.bytes.len() {
            return None;
        }
        let payload = self.payload(cell.0, length)?;
        let values = values(&payload)?;
        Some(Record { row, values })
    }

    /// A payload with what of it stands on other pages.
    fn payload(&self, here: &[u8], length: usize) -> Option<Vec<u8>> {
        let most = self.usable.checked_sub(35)?;
        if length <= most {
            return here.get(..length).map(<[u8]>::to_vec);
        }
        let least = (self.usable.checked_sub(12)? * 32 / 255).checked_sub(23)?;
        let wanted = least + (length - least) % (self.usable - 4);
        let local = if wanted <= most { wanted } else { least };
        let mut payload = here.get(..local)?.to_vec();
        let mut next = self.number_at(here.get(local..local + 4));
        while payload.len() < length {
            let page = self.page(next)?.get(..self.usable)?;
            let rest = (length - payload.len()).min(self.usable - 4);
            payload.extend_from_slice(&page[4..4 + rest]);
            next = self.number_at(page.get(..4));
        }
        Some(payload)
    }
}

/// Where the cells of a page begin.
fn cells(page: &[u8], head: usize, head_size: usize) -> impl Iterator<Item = usize> + '_ {
    let pair = |at: usize| match page.get(at..at + 2) {
        Some([a, b]) => usize::from(*a) << 8 | usize::from(*b),
        _ => 0,
    };
    (0..pair(head + 3)).map(move |cell| pair(head + head_size + 2 * cell))
}

/// The values of a record, by the types in its head.
fn values(payload: &[u8]) -> Option<Vec<Value>> {
    let mut head = Cursor(payload);
    let size = usize::try_from(head.varint()?).ok()?;
    let used = payload.len() - head.0.len();
    let mut types = Cursor(payload.get(used..size)?);
    let mut body = Cursor(payload.get(size..)?);
    let mut values = Vec::new();
    while !types.0.is_empty() {
        let serial = types.varint()?;
        values.push(match serial {
            0 => Value::Null,
            1..=6 => body.integer([1, 2, 3, 4, 6, 8][serial as usize - 1])?,
            7 => match body.integer(8)? {
                Value::Integer(bits) => Value::Real(f64::from_bits(bits as u64)),
                other => other,
            },
            8 => Value::Integer(0),
            9 => Value::Integer(1),
            12.. => {
                let length = usize::try_from((serial - 12) / 2).ok()?;
                let bytes = body.take(length)?.to_vec();
                if serial % 2 == 0 {
                    Value::Blob(bytes)
                } else {
                    Value::Text(String::from_utf8_lossy(&bytes).into_owned())
                }
            }
            _ => return None,
        });
    }
    Some(values)
}

struct Cursor<'b>(&'b [u8]);

impl<'b> Cursor<'b> {
    fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// Seven bits a byte, the greatest first; the ninth byte has eight.
    fn varint(&mut self) -> Option<i64> {
        let mut value: u64 = 0;
        for at in 0..9 {
            let [byte] = self.take(1)? else { return None };
            if at == 8 {
                return Some((value << 8 | u64::from(*byte)) as i64);
            }
            value = value << 7 | u64::from(byte & 0x7f);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Some(value as i64)
    }

    fn integer(&mut self, size: usize) -> Option<Value> {
        let bytes = self.take(size)?;
        // The sign is that of the first byte.
        let start = if bytes[0] & 0x80 == 0 { 0 } else { -1 };
        let value = bytes
            .iter()
            .fold(start, |value: i64, byte| value << 8 | i64::from(*byte));
        Some(Value::Integer(value))
    }
}
