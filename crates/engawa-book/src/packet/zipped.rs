//! The ZIP: members as they are, without compression, in a fixed order, with one time and one set of permissions. What is not
//! compressed unpacks to its own size, and the same content gives the same bytes in every later version.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::rc::Rc;

use engawa_domain::calendar::{Moment, zone};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// Sizes that the fields of a plain ZIP cannot hold.
const LARGE: u64 = u32::MAX as u64;

/// Writes a ZIP of these members, each with its size. `fill` writes the content of one of them.
pub fn write<W: Write + Seek>(
    to: W,
    at: Moment,
    members: &[(String, u64)],
    mut fill: impl FnMut(&str, &mut dyn Write) -> io::Result<()>,
) -> io::Result<W> {
    let mut zip = ZipWriter::new(to);
    let usual = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .system(System::Unix)
        .unix_permissions(0o644)
        .last_modified_time(time(at));
    for (name, bytes) in members {
        zip.start_file(name, usual.large_file(*bytes >= LARGE))?;
        fill(name, &mut zip)?;
    }
    Ok(zip.finish()?)
}

/// The moment in UTC, as far as a ZIP can tell it: two seconds exactly, from 1980 on.
fn time(at: Moment) -> DateTime {
    let read = || {
        let at = zone::local(at, "UTC").ok()?;
        let time = at.time?;
        let year = u16::try_from(at.day.year()).ok()?;
        let (month, day) = (u8::try_from(at.day.month()).ok()?, u8::try_from(at.day.day_of_month()).ok()?);
        let text = format!("{time}:00");
        let mut parts = text.split(':').map(|part| part.parse::<u8>().ok());
        let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
        DateTime::from_date_and_time(year, month, day, hour, minute, second).ok()
    };
    read().unwrap_or_default()
}

/// What lies in a ZIP around the contents of its members.
#[derive(Debug)]
pub struct Skeleton {
    at: u64,
    end: u64,
    bytes: BTreeMap<u64, u8>,
    in_content: Rc<Cell<bool>>,
}

impl Skeleton {
    /// What [`write`] would put around these members.
    pub fn of(
        at: Moment,
        members: &[(String, u64)],
        mut fill: impl FnMut(&str, &mut dyn Write) -> io::Result<()>,
    ) -> io::Result<Self> {
        let in_content = Rc::new(Cell::new(false));
        let empty = Self { at: 0, end: 0, bytes: BTreeMap::new(), in_content: Rc::clone(&in_content) };
        write(empty, at, members, |name, to| {
            in_content.set(true);
            let filled = fill(name, to);
            in_content.set(false);
            filled
        })
    }

    /// Where this ZIP differs from the skeleton for the first time.
    pub fn differs(&self, zip: &mut (impl Read + Seek)) -> io::Result<Option<u64>> {
        let mut expected = self.bytes.iter().peekable();
        while let Some((start, byte)) = expected.next() {
            let mut run = vec![*byte];
            while let Some((_, next)) = expected.next_if(|(at, _)| **at == start + run.len() as u64) {
                run.push(*next);
            }
            let mut found = Vec::with_capacity(run.len());
            zip.seek(SeekFrom::Start(*start))?;
            zip.by_ref().take(run.len() as u64).read_to_end(&mut found)?;
            if found != run {
                let same = run.iter().zip(&found).take_while(|(a, b)| a == b).count();
                return Ok(Some(start + same as u64));
            }
        }
        let length = zip.seek(SeekFrom::End(0))?;
        Ok((length != self.end).then(|| self.end.min(length)))
    }
}

impl Write for Skeleton {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.in_content.get() {
            self.bytes.extend((self.at..).zip(bytes.iter().copied()));
        }
        self.at += bytes.len() as u64;
        self.end = self.end.max(self.at);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Skeleton {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let moved = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.end.checked_add_signed(by),
        };
        self.at = moved.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.at)
    }
}
