//! The journal, page by page, without the trees that lead to its pages: what remains when the first page, or any page above
//! another, is gone. The form of pages and records is that of sqlite.org/fileformat2.html.
//!
//! Nothing found in this way is believed: an entry counts only when its content has the hash it says.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use crate::asked::Asked;
use crate::journal::Entry;
use crate::open::beside;

/// A page of a table's rows.
const LEAF: u8 = 0x0D;
/// How long the header of such a page is, before the places of its cells.
const LEAF_HEADER: usize = 8;
/// The header of the file, at the beginning of its first page.
const FILE_HEADER: usize = 100;
/// The page size of every book, unless its header says another.
const USUAL_PAGE: usize = 4096;

/// Every whole entry that stands on a page of its own, with its place in the journal.
pub(super) fn entries(file: &Path, asked: &Asked) -> Vec<(i64, Entry)> {
    let Ok(bytes) = fs::read(file) else { return Vec::new() };
    let pages = Pages::of(&bytes, fs::read(beside(file, "-wal")).unwrap_or_default());
    let mut found = Vec::new();
    for number in 1..=pages.count() {
        if asked.come(0).is_err() {
            break;
        }
        let Some(page) = pages.get(number) else { continue };
        cells(page, number).into_iter().filter_map(|at| pages.entry(page, at)).for_each(|it| found.push(it));
    }
    found
}

/// The pages of the file, with those of the log in their place.
struct Pages<'f> {
    file: &'f [u8],
    size: usize,
    log: Vec<u8>,
    /// Where in the log a page stands last, by its number.
    newer: HashMap<u32, usize>,
}

fn number_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
    Some(u32::from_be_bytes(four))
}

fn short_at(bytes: &[u8], at: usize) -> Option<usize> {
    let two: [u8; 2] = bytes.get(at..at + 2)?.try_into().ok()?;
    Some(usize::from(u16::from_be_bytes(two)))
}

impl<'f> Pages<'f> {
    fn of(file: &'f [u8], log: Vec<u8>) -> Self {
        let written = if file.starts_with(b"SQLite format 3\0") { short_at(file, 16) } else { None };
        let size = match written {
            Some(1) => 1 << 16,
            Some(size) if size.is_power_of_two() && size >= 512 => size,
            Some(_) | None => USUAL_PAGE,
        };
        let newer = newer(&log, size);
        Self { file, size, log, newer }
    }

    fn count(&self) -> u32 {
        let in_file = u32::try_from(self.file.len() / self.size).unwrap_or(u32::MAX);
        self.newer.keys().copied().max().unwrap_or_default().max(in_file)
    }

    fn get(&self, number: u32) -> Option<&[u8]> {
        if let Some(at) = self.newer.get(&number) {
            return self.log.get(*at..at + self.size);
        }
        let at = usize::try_from(number).ok()?.checked_sub(1)? * self.size;
        self.file.get(at..at + self.size)
    }

    /// The entry of a cell, if it is one and whole.
    fn entry(&self, page: &[u8], at: usize) -> Option<(i64, Entry)> {
        let (length, at) = varint(page, at)?;
        let (position, at) = varint(page, at)?;
        let payload = self.payload(page, at, usize::try_from(length).ok()?)?;
        let entry = read(&payload)?;
        (entry.computed_hash() == entry.hash).then_some((position.cast_signed(), entry))
    }

    /// The content of a cell, with what does not fit on its page ("Cell Payload Overflow Pages").
    fn payload(&self, page: &[u8], at: usize, length: usize) -> Option<Vec<u8>> {
        let usable = self.size;
        if length <= usable - 35 {
            return page.get(at..at + length).map(<[u8]>::to_vec);
        }
        // Longer than everything there is: no cell.
        if length > self.file.len() + self.log.len() {
            return None;
        }
        let least = (usable - 12) * 32 / 255 - 23;
        let wanted = least + (length - least) % (usable - 4);
        let local = if wanted <= usable - 35 { wanted } else { least };
        let mut content = page.get(at..at + local)?.to_vec();
        let mut next = number_at(page, at + local)?;
        while content.len() < length {
            let more = self.get(next)?;
            let take = (length - content.len()).min(usable - 4);
            content.extend(more.get(4..4 + take)?);
            next = number_at(more, 0)?;
        }
        Some(content)
    }
}

/// Where in the log each page stands last: frames that belong to the log as its head says, up to the last whole change.
fn newer(log: &[u8], size: usize) -> HashMap<u32, usize> {
    const HEAD: usize = 32;
    const FRAME: usize = 24;
    let (mut newer, mut change) = (HashMap::new(), HashMap::new());
    let salt = |at: usize| log.get(at..at + 8);
    let Some(ours) = salt(16) else { return newer };
    let mut at = HEAD;
    while salt(at + 8) == Some(ours) && log.len() >= at + FRAME + size {
        let (Some(number), Some(ends)) = (number_at(log, at), number_at(log, at + 4)) else { break };
        change.insert(number, at + FRAME);
        if ends > 0 {
            newer.extend(change.drain());
        }
        at += FRAME + size;
    }
    newer
}

/// Where the cells of a page of rows begin.
fn cells(page: &[u8], number: u32) -> Vec<usize> {
    let start = if number == 1 { FILE_HEADER } else { 0 };
    if page.get(start) != Some(&LEAF) {
        return Vec::new();
    }
    let count = short_at(page, start + 3).unwrap_or_default();
    (0..count).filter_map(|cell| short_at(page, start + LEAF_HEADER + 2 * cell)).collect()
}

/// A number of one to nine bytes, and where it ends.
fn varint(bytes: &[u8], at: usize) -> Option<(u64, usize)> {
    let mut number = 0_u64;
    for place in 0..9 {
        let byte = *bytes.get(at + place)?;
        if place == 8 {
            return Some((number << 8 | u64::from(byte), at + 9));
        }
        number = number << 7 | u64::from(byte & 0x7F);
        if byte & 0x80 == 0 {
            return Some((number, at + place + 1));
        }
    }
    None
}

/// A record of the journal: its columns are `position` (which is the row's own number), `origin`, `seq`, `at`, `op`,
/// `prev_hash`, `hash`, `about`, `facts`.
fn read(record: &[u8]) -> Option<Entry> {
    let (head, mut at) = varint(record, 0)?;
    let head = usize::try_from(head).ok()?;
    let mut kinds = Vec::with_capacity(9);
    while at < head {
        let (kind, next) = varint(record, at)?;
        kinds.push(kind);
        at = next;
    }
    let [_, origin, seq, moment, op, prev_hash, hash, about, facts] = kinds[..] else { return None };
    let mut values = Values { record, at: head };
    Some(Entry {
        origin: values.text(origin)?.parse().ok()?,
        seq: values.whole(seq)?,
        at: values.text(moment)?.parse().ok()?,
        op: values.text(op)?.to_owned(),
        prev_hash: values.text(prev_hash)?.parse().ok()?,
        hash: values.text(hash)?.parse().ok()?,
        facts: {
            values.text(about)?;
            values.text(facts)?.to_owned()
        },
    })
}

/// The values of a record, one after the other.
struct Values<'r> {
    record: &'r [u8],
    at: usize,
}

impl<'r> Values<'r> {
    fn take(&mut self, length: usize) -> Option<&'r [u8]> {
        let bytes = self.record.get(self.at..self.at.checked_add(length)?)?;
        self.at += length;
        Some(bytes)
    }

    fn text(&mut self, kind: u64) -> Option<&'r str> {
        if kind < 13 || kind.is_multiple_of(2) {
            return None;
        }
        std::str::from_utf8(self.take(usize::try_from((kind - 13) / 2).ok()?)?).ok()
    }

    fn whole(&mut self, kind: u64) -> Option<u64> {
        let length = match kind {
            1..=4 => usize::try_from(kind).ok()?,
            5 => 6,
            6 => 8,
            8 => return Some(0),
            9 => return Some(1),
            _ => return None,
        };
        Some(self.take(length)?.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }
}
