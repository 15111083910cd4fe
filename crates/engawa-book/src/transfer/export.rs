//! Writing an export: streamed row by row, under another name until it is whole.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use engawa_domain::facts::Evidence;
use engawa_store::{Entry, Rows, StoreError, Table};

use super::refused::ExportRefused;
use super::{EXPORT_VERSION, ExportFiles, ExportReport, FORMAT, files_beside};
use crate::book::Book;
use crate::error::BookError;
use crate::vault::{FileState, Vault, unwatched};

impl Book {
    /// Writes the whole book to one JSON file; with `files`, the files of evidence into a folder beside it. Two books with
    /// the same content give the same bytes.
    pub fn export(&self, to: &Path, files: ExportFiles) -> Result<ExportReport, BookError> {
        let unfinished = Unfinished::of(to);
        let (entries, rows) = write(self.rows(), &unfinished.0, to)?;
        let copied = match files {
            ExportFiles::Along => copy_files(self.rows(), &self.vault, &files_beside(to))?,
            ExportFiles::Left => 0,
        };
        fs::rename(&unfinished.0, to).map_err(|error| refused(to, error))?;
        Ok(ExportReport { path: to.to_owned(), entries, rows, files: copied })
    }
}

/// An export that is thrown away unless it gets its name.
struct Unfinished(PathBuf);

impl Unfinished {
    fn of(to: &Path) -> Self {
        let mut name = to.as_os_str().to_owned();
        name.push(".part");
        Self(PathBuf::from(name))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // After the rename there is nothing left here to remove.
        let _ = fs::remove_file(&self.0);
    }
}

fn refused(path: &Path, source: io::Error) -> ExportRefused {
    match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            ExportRefused::DiskFull
        }
        _ => ExportRefused::File { path: path.to_owned(), source },
    }
}

/// What stops the writing: the book, or the file that is written.
enum Stop {
    Store(StoreError),
    File(io::Error),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::File(error)
    }
}

impl From<serde_json::Error> for Stop {
    fn from(error: serde_json::Error) -> Self {
        Self::File(error.into())
    }
}

fn write(rows: Rows<'_>, unfinished: &Path, to: &Path) -> Result<(u64, BTreeMap<Table, u64>), BookError> {
    let written = File::create(unfinished).map_err(Stop::File).and_then(|file| {
        let mut out = BufWriter::new(file);
        let counts = document(rows, &mut out)?;
        let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        Ok(counts)
    });
    written.map_err(|stop| match stop {
        Stop::Store(error) => error.into(),
        Stop::File(error) => refused(to, error).into(),
    })
}

/// One entry or row a line, so that a difference between two exports can be read.
fn document(rows: Rows<'_>, out: &mut impl Write) -> Result<(u64, BTreeMap<Table, u64>), Stop> {
    write!(out, "{{\n\"format\":\"{FORMAT}\",\n\"version\":{EXPORT_VERSION},\n\"journal\":[")?;
    let mut entries = 0;
    rows.each_entry(|each| {
        out.write_all(if entries == 0 { b"\n" } else { b",\n" })?;
        entries += 1;
        entry(&each, out)
    })?;
    out.write_all(b"\n],\n\"tables\":{")?;
    let mut counts = BTreeMap::new();
    for (place, table) in Table::ALL.into_iter().enumerate() {
        write!(out, "{}\"{table}\":[", if place == 0 { "\n" } else { ",\n" })?;
        let mut count = 0;
        rows.each_image(table, |image| {
            out.write_all(if count == 0 { b"\n" } else { b",\n" })?;
            count += 1;
            Ok::<_, Stop>(serde_json::to_writer(&mut *out, &image)?)
        })?;
        out.write_all(b"\n]")?;
        counts.insert(table, count);
    }
    out.write_all(b"\n}\n}\n")?;
    Ok((entries, counts))
}

fn entry(entry: &Entry, out: &mut impl Write) -> Result<(), Stop> {
    let Entry { origin, seq, at, op, facts, prev_hash, hash } = entry;
    write!(out, "{{\"origin\":\"{origin}\",\"seq\":{seq},\"at\":\"{at}\",\"op\":")?;
    serde_json::to_writer(&mut *out, op)?;
    // The facts are JSON already: the very bytes that the hash covers.
    Ok(write!(out, ",\"facts\":{facts},\"prev_hash\":\"{prev_hash}\",\"hash\":\"{hash}\"}}")?)
}

/// Copies every file of evidence, each compared with its hash before and after.
fn copy_files(rows: Rows<'_>, vault: &Vault, to: &Path) -> Result<u64, BookError> {
    let beside = Vault::in_folder(to.to_owned());
    let mut copied = 0;
    for evidence in rows.all::<Evidence>()? {
        let Evidence { sha256, bytes, .. } = evidence;
        if vault.state(&sha256, bytes)? != FileState::Whole {
            return Err(ExportRefused::Evidence(sha256).into());
        }
        if beside.state(&sha256, bytes)? != FileState::Whole {
            beside.keep_bytes(&sha256.0, bytes, vault.read(&sha256)?, &mut unwatched)?;
        }
        copied += 1;
    }
    Ok(copied)
}
