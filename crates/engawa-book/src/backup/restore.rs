//! A backup takes the place of the book. Whatever happens on the way, what is there afterwards is the old book or the new one,
//! never half of either.
//!
//! 1. The book as it is becomes a proven backup of its own.
//! 2. Beside the book, as `book.sqlite.restoring`, a copy of the backup is made ready, opened and compared. Missing evidence is
//!    brought back: a file more in the vault changes nothing.
//! 3. The book is closed; SQLite moves its log into the file and removes it.
//! 4. `book.sqlite.restore-begun` is written: from here on the restore is finished, now or at the next opening.
//! 5. What is left of a log is removed (it belongs to the old file), the copy gets the name of the book, the mark goes.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use engawa_domain::calendar::Moment;
use engawa_domain::facts::Sha256Hex;
use engawa_store::{Snapshot, make_ready, sync_folder_of};
use serde::{Deserialize, Serialize};

use super::Backups;
use super::files::Patience;
use super::places::{LastRestore, Remembered};
use super::refused::BackupRefused;
use super::restoring::Restoring;
use super::slip::{BackupWhy, Slip, write_whole};
use crate::book::{Book, Folder, OpenOptions};
use crate::error::BookError;
use crate::unfinished;
use crate::views::RestoredView;

/// What a restore has just done; a test may end it there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The book as it is was backed up.
    Kept,
    /// The backup was copied beside the book.
    Copied,
    /// The copy is made ready and compared.
    Ready,
    /// Missing evidence was brought back.
    Evidence,
    /// The book is closed.
    Closed,
    /// The mark is written.
    Marked,
    /// The old log is gone.
    Cleared,
    /// The copy has the name of the book.
    Renamed,
}

impl Step {
    /// In order.
    pub const ALL: [Self; 8] = [
        Self::Kept,
        Self::Copied,
        Self::Ready,
        Self::Evidence,
        Self::Closed,
        Self::Marked,
        Self::Cleared,
        Self::Renamed,
    ];
}

/// What a restore did.
pub type Restored = RestoredView;

/// The book after a restore, and what came of that.
#[derive(Debug)]
pub struct AfterRestore {
    /// The book as it is now: the backup, or as it was before.
    pub book: Result<Book, BookError>,
    /// What was done, or why not.
    pub done: Result<Restored, BookError>,
}

/// What is written before the book is touched.
#[derive(Debug, Serialize, Deserialize)]
struct Begun {
    restored: LastRestore,
}

/// The files that a restore works with.
pub(super) struct Around {
    pub book: PathBuf,
    pub restoring: PathBuf,
    begun: PathBuf,
}

impl Around {
    pub fn of(folder: &Folder) -> Self {
        let book = folder.file();
        let beside = |suffix: &str| {
            let mut name = book.as_os_str().to_owned();
            name.push(suffix);
            PathBuf::from(name)
        };
        Self { restoring: beside(".restoring"), begun: beside(".restore-begun"), book: book.clone() }
    }

    fn logs(&self) -> [PathBuf; 2] {
        ["-wal", "-shm"].map(|suffix| {
            let mut name = self.book.as_os_str().to_owned();
            name.push(suffix);
            PathBuf::from(name)
        })
    }
}

pub(super) fn remove(path: &Path) -> Result<(), BackupRefused> {
    // Where nothing can be written, not even what is not there can be removed.
    if !path.exists() {
        return Ok(());
    }
    match engawa_store::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(BackupRefused::system(path, error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Ends what an interrupted restore has begun: finishes it where the mark was written, forgets it where not. To be called before
/// the book of a folder is opened.
pub fn finish_restore(folder: &Folder) -> Result<(), BackupRefused> {
    let around = Around::of(folder);
    let Ok(text) = fs::read_to_string(&around.begun) else {
        remove(&unfinished::beside(&around.begun))?;
        return remove(&around.restoring);
    };
    let begun: Option<Begun> = serde_json::from_str(&text).ok();
    swap(&around, &mut |_| Ok(()))?;
    finish(folder, &around, begun.map(|begun| begun.restored))
}

/// Gives the copy the name of the book, if it has not got it yet.
fn swap(around: &Around, told: &mut dyn FnMut(Step) -> io::Result<()>) -> Result<(), BackupRefused> {
    let failed = |error| BackupRefused::system(&around.book, error);
    if around.restoring.is_file() {
        // The log belongs to the old file: read into the new one, it would destroy it.
        for log in around.logs() {
            remove(&log)?;
        }
        sync_folder_of(&around.book).map_err(failed)?;
        told(Step::Cleared).map_err(failed)?;
        engawa_store::rename(&around.restoring, &around.book).map_err(failed)?;
        sync_folder_of(&around.book).map_err(failed)?;
    }
    told(Step::Renamed).map_err(failed)
}

fn finish(folder: &Folder, around: &Around, restored: Option<LastRestore>) -> Result<(), BackupRefused> {
    let mut kept = Remembered::read(&folder.backups());
    kept.restored = restored;
    // A sudden loss is asked about anew, between the backups that are made from now on.
    kept.shrunk = None;
    let _ = kept.write(&folder.backups());
    remove(&around.begun)?;
    sync_folder_of(&around.book).map_err(|error| BackupRefused::system(&around.book, error))
}

/// The backup of the book as it was before the last restore, while it is there.
pub(super) fn before_last(home: &Path) -> Option<Moment> {
    let restored = Remembered::read(home).restored?;
    Slip::read(home, restored.before).map(|slip| slip.at)
}

impl Book {
    /// Puts a backup in the place of this book. `told` hears of every step; when it refuses, the restore ends there as if the
    /// program had been killed.
    pub fn restore(self, named: &str, told: &mut dyn FnMut(Step) -> io::Result<()>) -> AfterRestore {
        self.restore_watched(named, &Patience::endless(), told)
    }

    /// The same for whoever watches, and may stop it up to the moment in which [`Step::Evidence`] is told: after that nothing asks any
    /// more. Stopped, the book is as it was, and so is its folder but for the backup that was made first.
    pub fn restore_watched(
        self,
        named: &str,
        patience: &Patience,
        told: &mut dyn FnMut(Step) -> io::Result<()>,
    ) -> AfterRestore {
        let mut restoring = match self.restoring() {
            Ok(restoring) => restoring,
            Err(error) => return AfterRestore { book: Ok(self), done: Err(error) },
        };
        match restoring.prepare(named, patience, told) {
            Ok(()) => self.restore_prepared(&restoring, told),
            Err(error) => {
                self.give_up_restore(&restoring);
                AfterRestore { book: Ok(self), done: Err(error) }
            }
        }
    }

    /// Begins to put a backup in the place of this book. What takes long of it is done apart from the book.
    pub fn restoring(&self) -> Result<Restoring, BookError> {
        self.writable()?;
        let entries = self.rows().entries()?;
        Ok(Restoring { backups: self.backups(), entries, back: Vec::new(), ready: None })
    }

    /// Puts what was prepared in the place of the book. What was recorded since the book was backed up for it is backed up first, and
    /// settings and unfinished forms stay as they are now.
    pub fn restore_prepared(
        mut self,
        restoring: &Restoring,
        told: &mut dyn FnMut(Step) -> io::Result<()>,
    ) -> AfterRestore {
        let before = match self.still_ready(restoring) {
            Ok(before) => before,
            Err(error) => {
                self.give_up_restore(restoring);
                return AfterRestore { book: Ok(self), done: Err(error) };
            }
        };
        let (from, files_lost) = restoring.ready.as_ref().map_or((None, 0), |ready| (ready.from, ready.lost));
        let files_back = u32::try_from(restoring.back.len()).unwrap_or(u32::MAX);
        let at = self.clock.now();
        let turn = self.backups.clone();
        let Self { store, known, clock, ids, folder, shipped, kind, zone, lang, lock, .. } = self;
        let keys = folder.keys().cloned();
        let swapped = {
            let _turn = turn.turn();
            // A large book may still be read on a thread of its own, through another connection.
            drop(known);
            // The last to close moves the log into the file.
            drop(store);
            put_in_place(&folder, LastRestore { at, from, before }, told)
        };
        let options =
            OpenOptions { folder: folder.path().to_owned(), clock, ids, packs: shipped, kind, zone, lang };
        let book = Self::open_held(options, keys, lock).map(|book| book.in_turn_with(&turn));
        let view = RestoredView { from, before, files_back, files_lost };
        AfterRestore { book, done: swapped.map(|()| view).map_err(BookError::from) }
    }

    /// Whether what was prepared can still take the place of the book, and of what moment the backup is that holds the book as it is.
    fn still_ready(&mut self, restoring: &Restoring) -> Result<Moment, BookError> {
        self.writable()?;
        let around = Around::of(&self.folder);
        let Some(ready) = &restoring.ready else { return Err(BackupRefused::Busy.into()) };
        // Another book may have been opened since, or this one anew: then what was prepared is gone.
        if !restoring.backups.is_of(self.folder.path()) || !around.restoring.is_file() {
            return Err(BackupRefused::Busy.into());
        }
        self.backed_up(&ready.kept);
        let mut before = ready.before;
        let end = Snapshot::of(&around.book, self.folder.key())?.end()?;
        if !Slip::read(&self.backups.home(), before).is_some_and(|slip| slip.ends_like(&end)) {
            let at_home = Patience::endless().until(std::time::Instant::now());
            let kept = self.backups.keep(BackupWhy::Restore, &at_home);
            self.backed_up(&kept);
            before = kept.home?;
        }
        let unrecorded = Snapshot::of(&around.book, self.folder.key())?.unrecorded()?;
        make_ready(&around.restoring, self.folder.key(), &unrecorded)?;
        Ok(before)
    }

    /// Takes back what was prepared for a restore that does not come.
    pub fn give_up_restore(&self, restoring: &Restoring) {
        // Of another book nothing is taken away here; what cannot be removed now is at the next opening.
        if restoring.backups.is_of(self.folder.path()) {
            let _ = remove(&Around::of(&self.folder).restoring);
            self.forget_files(&restoring.back, restoring.entries);
        }
    }

    /// Removes files that came into the vault for records that then did not come: as long as nothing was recorded since, no record of
    /// the book can mean one of them. Otherwise they stay, which does no harm.
    pub(crate) fn forget_files(&self, came: &[Sha256Hex], entries: u64) {
        if self.rows().entries().is_ok_and(|now| now == entries) {
            for sha256 in came {
                let _ = fs::remove_file(self.vault.place_of(sha256));
            }
        }
    }

    fn in_turn_with(mut self, other: &Backups) -> Self {
        self.backups.turn = std::sync::Arc::clone(&other.turn);
        self
    }
}

fn put_in_place(
    folder: &Folder,
    restored: LastRestore,
    told: &mut dyn FnMut(Step) -> io::Result<()>,
) -> Result<(), BackupRefused> {
    let around = Around::of(folder);
    let failed = |error| BackupRefused::system(&around.book, error);
    // The last to close the book has moved the log into it. What is still there would be somebody else's.
    if fs::metadata(&around.logs()[0]).is_ok_and(|log| log.len() > 0) {
        return Err(BackupRefused::Busy);
    }
    told(Step::Closed).map_err(failed)?;
    let text = serde_json::to_string(&Begun { restored }).map_err(|error| failed(error.into()))?;
    write_whole(&around.begun, &text)?;
    told(Step::Marked).map_err(failed)?;
    swap(&around, told)?;
    finish(folder, &around, Some(restored))
}
