//! An encrypted backup: one file in the `age` format, opened by a passphrase here and with the standard tool. In it is a `tar`
//! of what a book consists of, so that unpacking it anywhere gives a book.
//!
//! It is written in one stream from the newest proven backup and the vault: nothing is held in memory as a whole, and no plain
//! copy is made for it. It counts after it was read back from the disk, with the passphrase, to its last byte.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

use age::secrecy::SecretString;

use super::Backups;
use super::files::{Patience, hash_of, in_evidence, make_room, size, sizes, sweep_among};
use super::make::evidence_of;
use super::name::{name, written};
use super::refused::BackupRefused;
use super::slip::{BackupWhy, Slip};
use super::unseal::check_sealed;
use crate::unfinished::Unfinished;
use crate::views::SealedView;

/// The names within the archive.
pub(super) const SLIP: &str = "backup.json";
pub(super) const BOOK: &str = "book.sqlite";
pub(super) const EVIDENCE: &str = "evidence/";

/// An encrypted backup that was made and read back.
pub type Sealed = SealedView;

/// The work of trying one passphrase, as a power of two: about a second and 256 MiB, as the standard tool has it. Not measured here,
/// because what a quick computer does in a second may be more than the computer can bear on which the backup is needed one day.
const WORK: u8 = 18;

/// A passphrase. It is never shown, not even in a message for support, and wiped from memory when it is no longer needed.
pub struct Passphrase {
    pub(super) secret: SecretString,
    /// How much work it takes to try one, as a power of two.
    work: u8,
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

impl Passphrase {
    /// The passphrase as it was typed, blanks and all.
    pub fn new(typed: String) -> Result<Self, BackupRefused> {
        if typed.trim().is_empty() {
            return Err(BackupRefused::NoPassphrase);
        }
        Ok(Self { secret: SecretString::from(typed), work: WORK })
    }

    /// The same with so little work that a test need not wait for it.
    #[must_use]
    pub fn quick(self) -> Self {
        Self { work: 2, ..self }
    }

    fn recipient(&self) -> age::scrypt::Recipient {
        let mut recipient = age::scrypt::Recipient::new(self.secret.clone());
        recipient.set_work_factor(self.work);
        recipient
    }
}

/// What goes into an archive, written in one stream.
pub(crate) type Archive = tar::Builder<age::stream::StreamWriter<BufWriter<File>>>;

impl Backups {
    /// Makes an encrypted backup in this folder: the newest that is proven, with everything recorded until now.
    pub fn seal(
        &self,
        folder: &Path,
        passphrase: &Passphrase,
        patience: &Patience,
    ) -> Result<(Sealed, Slip), BackupRefused> {
        patience.or_ended(self.seal_into(folder, passphrase, patience))
    }

    fn seal_into(
        &self,
        folder: &Path,
        passphrase: &Passphrase,
        patience: &Patience,
    ) -> Result<(Sealed, Slip), BackupRefused> {
        if !folder.is_dir() {
            return Err(BackupRefused::Away(folder.to_owned()));
        }
        // Its backups are encrypted already; the archive would be opened by another passphrase than the book.
        if self.folder.keys().is_some() {
            return Err(BackupRefused::Protected);
        }
        // Every file is hashed, put in and read back; the book is put in and read back.
        let evidence = sizes(&self.folder.evidence()).values().sum::<u64>();
        patience.foresee(3 * evidence + 2 * size(&self.folder.file()));
        self.keep(BackupWhy::Changes, patience).home?;
        let Some(_turn) = self.turn_for(patience) else { return Err(BackupRefused::Stopped) };
        let slip = self.newest().ok_or_else(|| BackupRefused::NoSuch(String::new()))?;
        let backup = self.home().join(name(slip.at));
        // What a killed one has left, and which can take up much room.
        sweep_among(folder, &format!("{}-", self.named));
        let to = folder.join(format!("{}-{}.age", self.named, written(slip.at)));
        let unfinished = Unfinished::of(&to);
        let mut slip = slip;
        slip.files_missing.clear();
        let files = self.write_sealed(unfinished.path(), &backup, &mut slip, passphrase, patience)?;
        check_sealed(unfinished.path(), passphrase, &slip, patience)?;
        let failed = |error| BackupRefused::system(&to, error);
        let bytes = fs::metadata(unfinished.path()).map_err(failed)?.len();
        unfinished.named().map_err(failed)?;
        let view = SealedView {
            file: to.display().to_string(),
            sheet: String::new(),
            bytes,
            contracts: slip.counts.contracts,
            files,
            files_missing: u32::try_from(slip.files_missing.len()).unwrap_or(u32::MAX),
        };
        Ok((view, slip))
    }

    /// Writes the archive; how many files of evidence are in it. Those that the book has not got are named in the slip.
    fn write_sealed(
        &self,
        to: &Path,
        backup: &Path,
        slip: &mut Slip,
        passphrase: &Passphrase,
        patience: &Patience,
    ) -> Result<u64, BackupRefused> {
        let failed = |error| BackupRefused::system(to, error);
        let vault = self.folder.evidence();
        let mut whole = Vec::new();
        for file in evidence_of(backup, None)? {
            let path = in_evidence(&vault, &file.sha256.0);
            // Read once before it goes in: a file that rotted in the vault must not be passed on as what it was.
            match hash_of(&path, patience) {
                Ok(found) if found == file.sha256.0 => whole.push((path, file)),
                _ if patience.is_over() => return Err(BackupRefused::Stopped),
                _ => slip.files_missing.push(file.sha256.0),
            }
        }
        let needed = whole.iter().map(|(_, file)| file.bytes).sum::<u64>().saturating_add(slip.bytes);
        make_room(to.parent().unwrap_or(to), needed)?;
        let mut archive = begin(to, passphrase).map_err(failed)?;
        let text = slip.text()?;
        put(&mut archive, SLIP, text.len() as u64, text.as_bytes()).map_err(failed)?;
        let book = File::open(backup).map_err(failed)?;
        put_file(&mut archive, BOOK, book, slip.bytes, patience).map_err(failed)?;
        for (path, file) in &whole {
            let hash = &file.sha256.0;
            let within = format!("{EVIDENCE}{}/{hash}", hash.get(..2).unwrap_or_default());
            let kept = File::open(path).map_err(failed)?;
            put_file(&mut archive, &within, kept, file.bytes, patience).map_err(failed)?;
        }
        end(archive).map_err(failed)?;
        Ok(whole.len() as u64)
    }
}

/// Begins an encrypted archive.
pub(crate) fn begin(to: &Path, passphrase: &Passphrase) -> io::Result<Archive> {
    let recipient = passphrase.recipient();
    let recipients = std::iter::once(&recipient as &dyn age::Recipient);
    let encryptor = age::Encryptor::with_recipients(recipients).map_err(io::Error::other)?;
    Ok(tar::Builder::new(encryptor.wrap_output(BufWriter::new(File::create(to)?))?))
}

/// Puts so many bytes into the archive, under a name, without anything else about the file.
pub(crate) fn put(archive: &mut Archive, name: &str, bytes: u64, from: impl Read) -> io::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(bytes);
    header.set_mode(0o600);
    let mut counted = Counted { from, left: bytes };
    archive.append_data(&mut header, name, &mut counted)?;
    if counted.left == 0 { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

/// Puts a file into the archive.
pub(crate) fn put_file(
    archive: &mut Archive,
    name: &str,
    from: impl Read,
    bytes: u64,
    patience: &Patience,
) -> io::Result<()> {
    put(archive, name, bytes, patience.reading(from))
}

/// Reads no more than was said beforehand: a file that grows meanwhile must not run over what follows it.
struct Counted<R> {
    from: R,
    left: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(into.len());
        let read = self.from.read(&mut into[..most])?;
        self.left -= read as u64;
        Ok(read)
    }
}

/// Ends the archive; everything of it is on the disk.
pub(crate) fn end(archive: Archive) -> io::Result<()> {
    let mut file = archive.into_inner()?.finish()?;
    file.flush()?;
    file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
}
