//! A copy of a file as it is found, also where the disk no longer gives every byte of it.

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;

use crate::asked::Asked;
use crate::error::StoreError;
use crate::folder::sync_folder_of;
use crate::open::beside;

/// Bytes copied at a time; of a chunk that cannot be read as a whole, as much as can, page by page.
const CHUNK: usize = 1 << 20;
const PAGE: usize = 4096;

/// What lies beside a SQLite file and belongs to it.
const BELONGING: [&str; 2] = ["-wal", "-journal"];

/// Copies a book's file with its log, byte for byte. A page that the disk does not give is copied as zeros.
pub fn copy_as_found(file: &Path, to: &Path) -> Result<(), StoreError> {
    copy_as_found_asking(file, to, &Asked::nobody())
}

/// The same for whoever may end it, and is told of the bytes. What is written by then stays.
pub fn copy_as_found_asking(file: &Path, to: &Path, asked: &Asked) -> Result<(), StoreError> {
    copy(file, to, asked)?;
    for end in BELONGING {
        let (from, to) = (beside(file, end), beside(to, end));
        match fs::metadata(&from) {
            Ok(about) if about.len() > 0 => copy(&from, &to, asked)?,
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(StoreError::of_file(from, error)),
        }
    }
    sync_folder_of(to).map_err(|error| StoreError::of_file(to, error))
}

fn copy(from: &Path, to: &Path, asked: &Asked) -> Result<(), StoreError> {
    let reading = |error| StoreError::of_file(from, error);
    let writing = |error| StoreError::of_file(to, error);
    let mut source = File::open(from).map_err(reading)?;
    let length = source.metadata().map_err(reading)?.len();
    let mut target = File::create_new(to).map_err(writing)?;
    let mut chunk = vec![0; CHUNK];
    let mut at = 0;
    while at < length {
        let wanted = usize::try_from(length - at).unwrap_or(CHUNK).min(CHUNK);
        if read_at(&mut source, at, &mut chunk[..wanted]).is_err() {
            for (number, page) in chunk[..wanted].chunks_mut(PAGE).enumerate() {
                if read_at(&mut source, at + (number * PAGE) as u64, page).is_err() {
                    page.fill(0);
                }
            }
        }
        target.write_all(&chunk[..wanted]).map_err(writing)?;
        at += wanted as u64;
        asked.come(wanted as u64)?;
    }
    target.sync_all().map_err(writing)
}

fn read_at(source: &mut File, at: u64, into: &mut [u8]) -> std::io::Result<()> {
    source.seek(SeekFrom::Start(at))?;
    source.read_exact(into)
}
