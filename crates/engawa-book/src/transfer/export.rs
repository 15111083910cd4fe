//! Writing an export: streamed row by row, under another name until it is whole.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use engawa_domain::facts::{Evidence, Sha256Hex};
use engawa_store::{Entry, Rows, StoreError, Table, is_full};

use super::refused::ExportRefused;
use super::{EXPORT_VERSION, ExportFiles, ExportReport, FORMAT, files_beside};
use crate::backup::files::size;
use crate::book::Book;
use crate::error::BookError;
use crate::patience::Patience;
use crate::unfinished::Unfinished;
use crate::vault::{FileState, Vault};

impl Book {
    /// Writes the whole book to one JSON file; with `files`, the files of evidence into a folder beside it. Two books with
    /// the same content give the same bytes.
    pub fn export(&self, to: &Path, files: ExportFiles) -> Result<ExportReport, BookError> {
        self.export_watched(to, files, &Patience::endless())
    }

    /// The same for whoever watches, and may stop it: then nothing of it is left.
    pub fn export_watched(
        &self,
        to: &Path,
        files: ExportFiles,
        patience: &Patience,
    ) -> Result<ExportReport, BookError> {
        patience.or_stopped(self.export_whole(to, files, patience))
    }

    fn export_whole(
        &self,
        to: &Path,
        files: ExportFiles,
        patience: &Patience,
    ) -> Result<ExportReport, BookError> {
        let unfinished = Unfinished::of(to);
        patience.foresee(self.export_bytes());
        let mut along = match files {
            ExportFiles::Along => {
                let files = self.rows().all::<Evidence>()?;
                patience.foresee(2 * files.iter().map(|file| file.bytes).sum::<u64>());
                Along::of(files, files_beside(to))
            }
            ExportFiles::Left => Along::of(Vec::new(), files_beside(to)),
        };
        let (entries, rows) = write(self.rows(), unfinished.path(), to, patience)?;
        along.copy_from(&self.vault, patience)?;
        unfinished.named().map_err(|error| refused(to, error))?;
        Ok(ExportReport { path: to.to_owned(), entries, rows, files: along.stay() })
    }

    /// About as long as the book is what is written of it.
    pub(super) fn export_bytes(&self) -> u64 {
        size(&self.folder.file())
    }
}

fn refused(path: &Path, source: io::Error) -> ExportRefused {
    if is_full(engawa_store::kind_of(&source)) {
        ExportRefused::DiskFull
    } else {
        ExportRefused::File { path: path.to_owned(), source }
    }
}

/// What stops the writing: the book, or the file that is written.
pub(super) enum Stop {
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

fn write(
    rows: Rows<'_>,
    unfinished: &Path,
    to: &Path,
    patience: &Patience,
) -> Result<(u64, BTreeMap<Table, u64>), BookError> {
    let written = File::create(unfinished).map_err(Stop::File).and_then(|file| {
        let mut out = BufWriter::new(patience.writing(file));
        let counts = document(rows, &mut out)?;
        let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.of.sync_all()?;
        Ok(counts)
    });
    written.map_err(|stop| stop.at(to))
}

impl Stop {
    /// What stopped the writing of this file.
    pub fn at(self, to: &Path) -> BookError {
        match self {
            Self::Store(error) => error.into(),
            Self::File(error) => refused(to, error).into(),
        }
    }
}

/// One entry or row a line, so that a difference between two exports can be read.
pub(super) fn document(rows: Rows<'_>, out: &mut impl Write) -> Result<(u64, BTreeMap<Table, u64>), Stop> {
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

/// The files that go along, in their folder beside the export. Those that were copied now go again unless they are told to stay.
struct Along {
    files: Vec<Evidence>,
    folder: PathBuf,
    copied: Vec<Sha256Hex>,
}

impl Along {
    const fn of(files: Vec<Evidence>, folder: PathBuf) -> Self {
        Self { files, folder, copied: Vec::new() }
    }

    /// Copies every file, each compared with its hash before and after.
    fn copy_from(&mut self, vault: &Vault, patience: &Patience) -> Result<(), BookError> {
        if self.files.is_empty() {
            return Ok(());
        }
        let beside = Vault::in_folder(self.folder.clone());
        for Evidence { sha256, bytes, .. } in &self.files {
            if vault.state_watched(sha256, *bytes, &mut patience.within())? != FileState::Whole {
                return Err(ExportRefused::Evidence(sha256.clone()).into());
            }
            if beside.state_watched(sha256, *bytes, &mut patience.within())? != FileState::Whole {
                beside.keep_bytes(&sha256.0, *bytes, vault.read(sha256)?, &mut patience.within())?;
                self.copied.push(sha256.clone());
            }
        }
        Ok(())
    }

    /// The export has its name: how many files it has.
    fn stay(mut self) -> u64 {
        self.copied.clear();
        self.files.len() as u64
    }
}

impl Drop for Along {
    fn drop(&mut self) {
        let beside = Vault::looking_into(self.folder.clone(), None);
        let places = self.copied.iter().map(|sha256| beside.place_of(sha256));
        for place in places {
            let _ = fs::remove_file(&place);
            // A folder in which something is stays.
            let _ = place.parent().map(fs::remove_dir);
        }
        let _ = fs::remove_dir(&self.folder);
    }
}
