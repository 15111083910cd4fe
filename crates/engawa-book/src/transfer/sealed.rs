//! An export in one encrypted file: the same JSON and the same files, in a `tar` that a passphrase opens. Unpacked with the
//! standard tools, it is an export like any other.

use std::io::{self, Write};
use std::path::Path;

use engawa_domain::facts::Evidence;
use sha2::{Digest, Sha256};

use super::export::{Stop, document};
use super::refused::ExportRefused;
use super::{ExportReport, ImportMode, ImportReport};
use crate::backup::files::size;
use crate::backup::seal::{Archive, Unfinished, begin, end, put_file};
use crate::backup::unseal::{altered, each_file, hash_from, hash_within, write_out, write_part};
use crate::backup::{BackupRefused, Passphrase, Patience};
use crate::book::Book;
use crate::error::BookError;
use crate::vault::FileState;

/// The names within the archive.
const EXPORT: &str = "book.json";
const EVIDENCE: &str = "book.json.evidence/";
/// A `tar` is made of blocks of so many bytes.
const BLOCK: u64 = 512;

/// Counts what is written, and hashes it.
struct Measured<W> {
    to: W,
    bytes: u64,
    hasher: Sha256,
}

impl<W: Write> Write for Measured<W> {
    fn write(&mut self, part: &[u8]) -> io::Result<usize> {
        let written = self.to.write(part)?;
        self.bytes += written as u64;
        self.hasher.update(&part[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

impl<W: Write> Measured<W> {
    fn of(to: W) -> Self {
        Self { to, bytes: 0, hasher: Sha256::new() }
    }

    fn hash(self) -> String {
        engawa_store::Hash(self.hasher.finalize().into()).to_string()
    }
}

impl Book {
    /// Writes the whole book and its files to one encrypted file, and reads that back before it gets its name.
    pub fn export_sealed(&self, to: &Path, passphrase: &Passphrase) -> Result<ExportReport, BookError> {
        self.export_sealed_watched(to, passphrase, &Patience::endless())
    }

    /// The same for whoever watches, and may stop it: then nothing of it is left.
    pub fn export_sealed_watched(
        &self,
        to: &Path,
        passphrase: &Passphrase,
        patience: &Patience,
    ) -> Result<ExportReport, BookError> {
        patience.or_stopped(self.seal_export(to, passphrase, patience))
    }

    fn seal_export(
        &self,
        to: &Path,
        passphrase: &Passphrase,
        patience: &Patience,
    ) -> Result<ExportReport, BookError> {
        let unfinished = Unfinished::of(to);
        let along = self.rows().all::<Evidence>()?;
        // Each is read, put in and read back; so is the book.
        patience.foresee(3 * (self.export_bytes() + along.iter().map(|file| file.bytes).sum::<u64>()));
        let in_file = |error| BookError::from(BackupRefused::system(to, error));
        // A `tar` says how long a file is before it comes: the export is written twice, once to be measured.
        let mut measured = Measured::of(patience.writing(io::sink()));
        let (entries, rows) = document(self.rows(), &mut measured).map_err(|stop| stop.at(to))?;
        let (bytes, hash) = (measured.bytes, measured.hash());
        let mut archive = begin(&unfinished.0, passphrase).map_err(in_file)?;
        self.put_export(&mut archive, bytes, patience).map_err(|stop| stop.at(to))?;
        let mut files = 0;
        for file in along {
            let state = self.vault.state_watched(&file.sha256, file.bytes, &mut patience.within())?;
            if state != FileState::Whole {
                return Err(ExportRefused::Evidence(file.sha256).into());
            }
            let name = format!("{EVIDENCE}{}/{}", file.sha256.0.get(..2).unwrap_or_default(), file.sha256.0);
            let kept = self.vault.read(&file.sha256)?;
            put_file(&mut archive, &name, kept, file.bytes, patience).map_err(in_file)?;
            files += 1;
        }
        end(archive).map_err(in_file)?;
        read_back(&unfinished.0, passphrase, &hash, files, patience)?;
        engawa_store::rename(&unfinished.0, to).map_err(in_file)?;
        Ok(ExportReport { path: to.to_owned(), entries, rows, files })
    }

    fn put_export(&self, archive: &mut Archive, bytes: u64, patience: &Patience) -> Result<(), Stop> {
        let mut header = tar::Header::new_gnu();
        header.set_path(EXPORT)?;
        header.set_size(bytes);
        header.set_mode(0o600);
        header.set_cksum();
        let out = archive.get_mut();
        out.write_all(header.as_bytes())?;
        let mut written = Measured::of(patience.writing(&mut *out));
        document(self.rows(), &mut written)?;
        if written.bytes != bytes {
            return Err(io::Error::from(io::ErrorKind::InvalidData).into());
        }
        let rest = (BLOCK - bytes % BLOCK) % BLOCK;
        out.write_all(&vec![0; usize::try_from(rest).unwrap_or_default()])?;
        Ok(())
    }

    /// Imports an encrypted export: unpacked beside the backups, read in like any other, and removed again.
    pub fn import_sealed(
        &mut self,
        from: &Path,
        passphrase: &Passphrase,
        mode: ImportMode,
    ) -> Result<ImportReport, BookError> {
        self.import_sealed_watched(from, passphrase, mode, &Patience::endless())
    }

    /// The same for whoever watches, and may stop it: then the book is as it was.
    pub fn import_sealed_watched(
        &mut self,
        from: &Path,
        passphrase: &Passphrase,
        mode: ImportMode,
        patience: &Patience,
    ) -> Result<ImportReport, BookError> {
        let folder = self.backups.open_folder()?;
        // What is in the file is written out, and read in from there.
        patience.foresee(size(from));
        let unpacked = each_file(from, passphrase, &[EXPORT], |name, content| {
            match name.strip_prefix(EVIDENCE).and_then(hash_within) {
                Some(hash) => write_part(content, &folder.join(name), hash, patience),
                None if name == EXPORT => write_out(content, &folder.join(name), patience).map(drop),
                None => Err(BackupRefused::NotSealed(format!("unknown: {name:?}"))),
            }
        });
        let imported = unpacked
            .map_err(BookError::from)
            .and_then(|()| self.import_watched(&folder.join(EXPORT), mode, patience));
        self.backups.close_opened()?;
        patience.or_stopped(imported)
    }
}

/// Reads an encrypted export back to its last byte, and compares it with what was put in.
fn read_back(
    file: &Path,
    passphrase: &Passphrase,
    export: &str,
    files: u64,
    patience: &Patience,
) -> Result<(), BackupRefused> {
    let mut seen = 0;
    each_file(file, passphrase, &[EXPORT], |name, content| {
        let found = hash_from(content, |chunk| patience.come(chunk.len() as u64)).map_err(altered)?;
        let expected = match name.strip_prefix(EVIDENCE).and_then(hash_within) {
            Some(hash) => {
                seen += 1;
                hash
            }
            None => export,
        };
        if found == expected {
            Ok(())
        } else {
            Err(BackupRefused::NotWhole { why: format!("{name} does not read back as written") })
        }
    })?;
    if seen == files {
        Ok(())
    } else {
        Err(BackupRefused::NotWhole { why: format!("{seen} of {files} files read back") })
    }
}
