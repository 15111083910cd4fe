//! Making every file of a book anew under other keys, or under none, and proving each.

use std::fs::{self, File};
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};

use engawa_domain::calendar::Moment;
use engawa_domain::facts::Sha256Hex;
use engawa_store::{FileKey, Hash, StoreError, rewrite};
use sha2::{Digest, Sha256};

use super::keyfile::{self, KeyFile};
use super::keys::Keys;
use super::plan::{Step, Steps, Work, files_in, go_on};
use super::refused::ProtectionRefused;
use crate::backup::{BackupRefused, Beside, proven_anew, slip_anew};
use crate::error::BookError;
use crate::vault::{SealedReader, SealedWriter, is_unfinished};

/// Bytes copied at a time.
const CHUNK: usize = 1 << 18;
/// Bytes that stay free, so that the book itself can still be written.
const RESERVE: u64 = 32 << 20;

/// From which keys to which: `None` is plain.
#[derive(Clone, Copy)]
pub struct Turn<'k> {
    /// The folder of the book, which nobody has open.
    pub home: &'k Path,
    /// As it is.
    pub from: Option<&'k Keys>,
    /// As it becomes.
    pub to: Option<&'k Keys>,
    /// The key file that it gets, when it becomes a protected one.
    pub key_file: Option<&'k KeyFile>,
    /// Now, for the name of the backup that is made of it.
    pub now: Moment,
}

/// What became of it.
#[derive(Debug, Default)]
pub struct Remade {
    /// Files that the book will not have any more.
    pub gone: Vec<PathBuf>,
    /// Files in the folder that are none of the book's, and stay as they are.
    pub left: Vec<PathBuf>,
}

/// The plain bytes of a file of the vault, and the hash by which it is known.
struct Plain {
    hash: [u8; 32],
    bytes: Box<dyn Read>,
}

struct Progress {
    done: u64,
    total: u64,
}

impl Progress {
    fn more(&mut self, bytes: u64, steps: &mut Steps<'_>) -> Result<(), BookError> {
        self.done += bytes;
        go_on(steps, Step::Made { done: self.done, total: self.total })
    }
}

impl Turn<'_> {
    /// Makes everything anew within `work`.
    pub fn remake(self, work: &Work, steps: &mut Steps<'_>) -> Result<Remade, BookError> {
        let evidence = files_below(self.home, "evidence")?;
        let backups = files_below(self.home, "backups")?;
        let book = Path::new("book.sqlite");
        let size = |path: &Path| fs::metadata(self.home.join(path)).map_or(0, |about| about.len());
        let total = size(book) + evidence.iter().chain(&backups).map(|path| size(path)).sum::<u64>();
        make_room(self.home, total)?;
        let mut progress = Progress { done: 0, total };
        let mut remade = Remade::default();
        // Nothing of the plain file's log may stay beside the new file.
        remade.gone.extend(
            ["-wal", "-shm", ".new", ".new-journal"].map(|end| PathBuf::from(format!("book.sqlite{end}"))),
        );
        self.book(work, book)?;
        progress.more(size(book), steps)?;
        for file in &evidence {
            self.evidence(work, file, &mut remade, &mut |bytes| progress.more(bytes, steps))?;
        }
        for file in &backups {
            self.backup(work, file, &mut remade)?;
            progress.more(size(file), steps)?;
        }
        self.key_file(work, &mut remade)?;
        remade.left.extend(damaged_copies(self.home)?);
        Ok(remade)
    }

    fn keys(self) -> (Option<FileKey>, Option<FileKey>) {
        (self.from.map(|keys| keys.file.clone()), self.to.map(|keys| keys.file.clone()))
    }

    /// The file, and one backup of this moment: whatever becomes of the older ones, there is one.
    fn book(self, work: &Work, book: &Path) -> Result<(), BookError> {
        let (from, to) = self.keys();
        let made = parent_of(work.made(book))?;
        rewrite(&self.home.join(book), from.as_ref(), &made, to.as_ref())?;
        engawa_store::check_copy(&made, to.as_ref()).map_err(BackupRefused::from)?;
        let backup = parent_of(work.made(&Path::new("backups").join(crate::backup::name(self.now))))?;
        copy(&made, &backup)?;
        Ok(proven_anew(self.now, &backup, to.as_ref())?)
    }

    /// A backup of any schema. One that cannot be read is no backup: from a plain book it goes, since what is left of it is plain;
    /// an encrypted one that has another key stays as it is.
    fn backup(self, work: &Work, file: &Path, remade: &mut Remade) -> Result<(), BookError> {
        let (from, to) = self.keys();
        if file == Path::new("backups").join(keyfile::NAME) {
            return Ok(());
        }
        let at_home = self.home.join(file);
        let is_copy = file.extension().is_some_and(|end| end == "sqlite");
        let backups = self.home.join("backups");
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if file.starts_with("backups/opened") {
            // What was unpacked to be looked at is plain.
            remade.gone.push(file.to_owned());
            return Ok(());
        }
        match Beside::of(&backups, &name) {
            Beside::Slip | Beside::State => return Ok(()),
            Beside::Other => {}
        }
        match (self.from, is_copy) {
            (None, false) if !is_sqlite(&at_home) => remade.left.push(file.to_owned()),
            (None, false) => remade.gone.push(file.to_owned()),
            (Some(_), false) => remade.left.push(file.to_owned()),
            (_, true) => {
                let made = parent_of(work.made(file))?;
                match rewrite(&at_home, from.as_ref(), &made, to.as_ref()) {
                    Ok(()) => slip_anew(&backups, &name, &made)?,
                    // The backup may be in order: nothing goes for that.
                    Err(error) if is_of_the_disk(&error) => return Err(error.into()),
                    Err(_) => {
                        for end in ["", "-journal"] {
                            let mut written = made.clone().into_os_string();
                            written.push(end);
                            remove(Path::new(&written))?;
                        }
                        let list = if self.from.is_none() { &mut remade.gone } else { &mut remade.left };
                        list.push(file.to_owned());
                    }
                }
            }
        }
        Ok(())
    }

    fn evidence(
        self,
        work: &Work,
        file: &Path,
        remade: &mut Remade,
        more: &mut dyn FnMut(u64) -> Result<(), BookError>,
    ) -> Result<(), BookError> {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if is_unfinished(&name) {
            remade.gone.push(file.to_owned());
            return Ok(());
        }
        let at_home = self.home.join(file);
        let Some(Plain { hash, bytes: mut plain }) = self.open(&at_home, &name)? else {
            remade.left.push(file.to_owned());
            return Ok(());
        };
        let named = match self.to {
            Some(keys) => keys.evidence.name(&Sha256Hex(Hash(hash).to_string())),
            None => Hash(hash).to_string(),
        };
        let relative = Path::new("evidence").join(&named[..2]).join(&named);
        let made = parent_of(work.made(&relative))?;
        match self.write(&mut *plain, &made, &hash, more) {
            Ok(read) if read == self.hash_of(&made)? => remade.gone.push(file.to_owned()),
            Ok(_) => return Err(ProtectionRefused::NotTheSame(made).into()),
            // An encrypted file that is broken stays as it is: there are no plain bytes of it to be had.
            Err(Stop::Reading(error)) if error.kind() == io::ErrorKind::InvalidData => {
                remove(&made)?;
                remade.left.push(file.to_owned());
            }
            Err(Stop::Reading(error)) => return Err(BookError::of_file(at_home, error)),
            Err(Stop::Writing(error)) => return Err(BookError::of_file(made, error)),
            Err(Stop::Asked(error)) => return Err(error),
        }
        Ok(())
    }

    /// The plain bytes of a file of the vault, and the hash by which it is known; `None` for any other file. A plain file that is no
    /// longer what its name says goes along as it is: the check will name it, as before.
    fn open(self, path: &Path, name: &str) -> Result<Option<Plain>, BookError> {
        let failed = |error| BookError::of_file(path, error);
        let file = File::open(path).map_err(failed)?;
        match self.from {
            None => Ok(hash_named(name).map(|hash| Plain { hash, bytes: Box::new(file) })),
            Some(keys) => match SealedReader::open(file, &keys.evidence) {
                Ok(reader) => Ok(Some(Plain { hash: *reader.sha256(), bytes: Box::new(reader) })),
                Err(error) if error.kind() == io::ErrorKind::InvalidData => Ok(None),
                Err(error) => Err(failed(error)),
            },
        }
    }

    /// Writes the file, to the disk; the hash of what was read.
    fn write(
        self,
        plain: &mut dyn Read,
        to: &Path,
        hash: &[u8; 32],
        more: &mut dyn FnMut(u64) -> Result<(), BookError>,
    ) -> Result<[u8; 32], Stop> {
        let mut file = File::create(to).map_err(Stop::Writing)?;
        let Some(keys) = self.to else {
            let read = pour(plain, more, |bytes| file.write_all(bytes))?;
            file.sync_all().map_err(Stop::Writing)?;
            return Ok(read);
        };
        let mut sealed = SealedWriter::begin(file).map_err(Stop::Writing)?;
        let read = pour(plain, more, |bytes| sealed.add(bytes))?;
        sealed.finish(hash, &keys.evidence).and_then(|file| file.sync_all()).map_err(Stop::Writing)?;
        Ok(read)
    }

    /// Reads what was written once more.
    fn hash_of(self, made: &Path) -> Result<[u8; 32], BookError> {
        let failed = |error| BookError::of_file(made, error);
        let file = File::open(made).map_err(failed)?;
        let mut plain: Box<dyn Read> = match self.to {
            None => Box::new(file),
            Some(keys) => Box::new(SealedReader::open(file, &keys.evidence).map_err(failed)?),
        };
        match pour(&mut *plain, &mut |_| Ok(()), |_| Ok(())) {
            Ok(hash) => Ok(hash),
            Err(Stop::Reading(error) | Stop::Writing(error)) => Err(failed(error)),
            Err(Stop::Asked(error)) => Err(error),
        }
    }

    fn key_file(self, work: &Work, remade: &mut Remade) -> Result<(), BookError> {
        let places = [PathBuf::from(keyfile::NAME), Path::new("backups").join(keyfile::NAME)];
        for place in places {
            match self.key_file {
                Some(file) => file.write_at(&work.made(&place))?,
                None => remade.gone.push(place),
            }
        }
        Ok(())
    }
}

enum Stop {
    Reading(io::Error),
    Writing(io::Error),
    Asked(BookError),
}

/// Reads to the end, piece by piece; the hash of what was read.
fn pour(
    from: &mut dyn Read,
    more: &mut dyn FnMut(u64) -> Result<(), BookError>,
    mut take: impl FnMut(&[u8]) -> io::Result<()>,
) -> Result<[u8; 32], Stop> {
    let (mut hasher, mut chunk) = (Sha256::new(), vec![0; CHUNK]);
    loop {
        let read = match from.read(&mut chunk) {
            Ok(0) => return Ok(hasher.finalize().into()),
            Ok(read) => &chunk[..read],
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(Stop::Reading(error)),
        };
        hasher.update(read);
        take(read).map_err(Stop::Writing)?;
        more(read.len() as u64).map_err(Stop::Asked)?;
    }
}

/// Whether the disk or the system refused, and the file may be what it should be.
const fn is_of_the_disk(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::DiskFull | StoreError::File { .. } | StoreError::ReadOnly { .. } | StoreError::Busy
    )
}

/// What a rescue or a restore kept of an earlier book: it may be readable for nobody but a rescue, so it stays as it is and is named.
fn damaged_copies(home: &Path) -> Result<Vec<PathBuf>, BookError> {
    let failed = |error| BookError::of_file(home, error);
    let mut found = Vec::new();
    for entry in fs::read_dir(home).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name();
        if name.to_string_lossy().starts_with("book-damaged-") && is_sqlite(&home.join(&name)) {
            found.push(PathBuf::from(name));
        }
    }
    found.sort();
    Ok(found)
}

/// The files below one folder of the book, by their way from the book.
fn files_below(home: &Path, folder: &str) -> Result<Vec<PathBuf>, BookError> {
    let found = files_in(&home.join(folder))?;
    Ok(found.into_iter().map(|way| Path::new(folder).join(way)).collect())
}

fn make_room(home: &Path, bytes: u64) -> Result<(), BookError> {
    let free = fs4::available_space(home).map_err(|error| BookError::of_file(home, error))?;
    if free < bytes.saturating_add(RESERVE) { Err(StoreError::DiskFull.into()) } else { Ok(()) }
}

/// The path, whose folder is there.
fn parent_of(path: PathBuf) -> Result<PathBuf, BookError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| BookError::of_file(folder, error))?;
    }
    Ok(path)
}

fn copy(from: &Path, to: &Path) -> Result<(), BookError> {
    engawa_store::copy_file(from, to).map_err(|error| BookError::of_file(to, error))
}

fn remove(path: &Path) -> Result<(), BookError> {
    super::wipe::wipe(path).map_err(|error| BookError::of_file(path, error))
}

fn is_sqlite(path: &Path) -> bool {
    let mut begin = [0; 16];
    File::open(path).and_then(|mut file| file.read_exact(&mut begin)).is_ok()
        && begin == *b"SQLite format 3\0"
}

/// The hash that a name is.
fn hash_named(name: &str) -> Option<[u8; 32]> {
    let hash: Hash = name.parse().ok()?;
    Some(hash.0)
}
