//! A backup takes the place of the book. Whatever happens on the way, what is there afterwards is the old book or the new one,
//! never half of either.
//!
//! 1. The book as it is becomes a proven backup of its own.
//! 2. Beside the book, as `book.sqlite.restoring`, a copy of the backup is made ready, opened and compared. Missing evidence is
//!    brought back: a file more in the vault changes nothing.
//! 3. The book is closed; SQLite moves its log into the file and removes it.
//! 4. `book.sqlite.restore-begun` is written: from here on the restore is finished, now or at the next opening.
//! 5. What is left of a log is removed (it belongs to the old file), the copy gets the name of the book, the mark goes.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use engawa_domain::calendar::Moment;
use engawa_domain::facts::Evidence;
use engawa_store::{Copy, Snapshot, make_ready};
use serde::{Deserialize, Serialize};

use super::Backups;
use super::files::{Brought, Patience, bring, in_evidence, size};
use super::list::Chosen;
use super::make::evidence_of;
use super::places::{LastRestore, Remembered};
use super::prove;
use super::refused::BackupRefused;
use super::slip::{BackupWhy, Slip, sync_folder, write_whole};
use crate::book::{Book, Folder, OpenOptions};
use crate::error::BookError;
use crate::protect::Keys;
use crate::vault::{FileState, Vault};
use crate::views::{FilePresence, RestoredView};

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

/// What is ready to take the place of the book.
struct Prepared {
    from: Option<Moment>,
    before: Moment,
    files_back: u32,
    files_lost: u32,
}

/// The files that a restore works with.
struct Around {
    book: PathBuf,
    restoring: PathBuf,
    begun: PathBuf,
}

impl Around {
    fn of(folder: &Folder) -> Self {
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

fn remove(path: &Path) -> Result<(), BackupRefused> {
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
        sync_folder(around.book.parent()).map_err(failed)?;
        told(Step::Cleared).map_err(failed)?;
        engawa_store::rename(&around.restoring, &around.book).map_err(failed)?;
        sync_folder(around.book.parent()).map_err(failed)?;
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
    sync_folder(around.book.parent()).map_err(|error| BackupRefused::system(&around.book, error))
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
        mut self,
        named: &str,
        patience: &Patience,
        told: &mut dyn FnMut(Step) -> io::Result<()>,
    ) -> AfterRestore {
        let prepared = patience.or_stopped(self.prepare(named, patience, told));
        if prepared.as_ref().is_err_and(BookError::is_stopped) {
            // What cannot be removed now is at the next opening.
            let _ = remove(&Around::of(&self.folder).restoring);
        }
        let Prepared { from, before, files_back, files_lost } = match prepared {
            Ok(prepared) => prepared,
            Err(error) => return AfterRestore { book: Ok(self), done: Err(error) },
        };
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

    /// Everything up to the moment in which the book is closed: nothing of it changes the book.
    fn prepare(
        &mut self,
        named: &str,
        patience: &Patience,
        told: &mut dyn FnMut(Step) -> io::Result<()>,
    ) -> Result<Prepared, BookError> {
        self.writable()?;
        let around = Around::of(&self.folder);
        let mut done = |step| told(step).map_err(|error| BackupRefused::system(&around.restoring, error));
        // Chosen first: where there is no such backup, none is made in vain.
        let chosen = self.backups.choose(named)?;
        let proof = chosen.prove(&self.folder)?;
        patience.foresee(2 * size(&chosen.file) + self.backups.missing(&chosen));
        let at_home = patience.clone().until(std::time::Instant::now());
        let kept = self.backups.keep(BackupWhy::Restore, &at_home);
        self.backed_up(&kept);
        let before = kept.home?;
        done(Step::Kept)?;
        let _turn = self.backups.turn();
        remove(&around.restoring)?;
        let bytes = size(&chosen.file);
        super::files::make_room(self.folder.path(), bytes)?;
        let failed = |error| BackupRefused::system(&around.restoring, error);
        copy_beside(&chosen, &around.restoring, &self.folder)?;
        patience.come(bytes).map_err(failed)?;
        done(Step::Copied)?;
        let unrecorded = Snapshot::of(&around.book, self.folder.key())?.unrecorded()?;
        make_ready(&around.restoring, self.folder.key(), &unrecorded)?;
        let ready = prove::open(&around.restoring, self.folder.key())?;
        let has_facts = match (&proof.contents, &ready.contents) {
            (Some(then), Some(ready)) => then == ready,
            (None, ready) => ready.is_some(),
            (Some(_), None) => false,
        };
        if !has_facts {
            return Err(
                BackupRefused::NotWhole { why: "the copy beside the book is another".to_owned() }.into()
            );
        }
        patience.come(bytes).map_err(failed)?;
        done(Step::Ready)?;
        let mut back = Vec::new();
        let brought = self.backups.bring_back(&chosen, &around.restoring, patience, &mut back);
        let files_lost = patience.or_ended(brought).and_then(|lost| done(Step::Evidence).map(|()| lost));
        if files_lost.is_err() {
            // The book as it is has no record of them.
            for file in &back {
                let _ = fs::remove_file(file);
            }
        }
        let (files_back, files_lost) = (u32::try_from(back.len()).unwrap_or(u32::MAX), files_lost?);
        Ok(Prepared { from: chosen.at, before, files_back, files_lost })
    }

    fn in_turn_with(mut self, other: &Backups) -> Self {
        self.backups.turn = std::sync::Arc::clone(&other.turn);
        self
    }
}

/// Copies the backup beside the book, and compares what arrived.
fn copy_beside(chosen: &Chosen, to: &Path, book: &Folder) -> Result<(), BackupRefused> {
    let failed = |error| BackupRefused::system(to, error);
    chosen.copy_to(to, book)?;
    File::options().write(true).open(to).and_then(|file| file.sync_all()).map_err(failed)?;
    match &chosen.slip {
        Some(slip) if chosen.under.is_as_in(book) => prove::same_bytes(to, slip, &Patience::endless()),
        // Written anew under the key of the book, and compared row by row when that was done.
        Some(_) | None => Ok(()),
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

/// Brings one file back into the vault from a folder where it may lie under one of these keys, or plain; whether it came.
pub fn bring_back_one(
    vault: &Vault,
    under: &[Option<&Keys>],
    folder: &Path,
    file: &Evidence,
    patience: &Patience,
) -> Result<bool, BackupRefused> {
    let source = in_evidence(folder, &file.sha256.0);
    if !vault.is_sealed() && source.is_file() {
        let brought = bring(&source, &vault.place_of(&file.sha256), &file.sha256.0, patience)?;
        return Ok(brought == Brought::Whole);
    }
    let refused = |error| BackupRefused::system(folder, io::Error::other(error));
    for keys in under {
        let there = Vault::looking_into(folder.to_owned(), keys.map(|keys| keys.evidence.clone()));
        if matches!(there.state(&file.sha256, file.bytes), Ok(FileState::Whole)) {
            let kept = there.read(&file.sha256).map_err(refused)?;
            vault.keep_bytes(&file.sha256.0, file.bytes, kept, &mut patience.within()).map_err(refused)?;
            return Ok(true);
        }
    }
    Ok(false)
}

fn has(vault: &Vault, file: &Evidence) -> bool {
    vault.presence(&file.sha256, file.bytes) == FilePresence::There
}

impl Backups {
    /// Bytes that are read and written to bring back what the book has not got of this backup's evidence.
    fn missing(&self, chosen: &Chosen) -> u64 {
        // Of one that cannot be read nothing is reckoned; why it cannot is told by whoever proves it.
        let files = evidence_of(&chosen.file, chosen.under.key(&self.folder)).unwrap_or_default();
        let vault = self.folder.vault();
        let missing = files.iter().filter(|file| !has(&vault, file));
        2 * missing.map(|file| file.bytes).sum::<u64>()
    }

    /// Brings the evidence of a backup back that the book has not got, and notes each file that came; how many are nowhere.
    fn bring_back(
        &self,
        chosen: &Chosen,
        ready: &Path,
        patience: &Patience,
        back: &mut Vec<PathBuf>,
    ) -> Result<u32, BackupRefused> {
        let vault = self.folder.vault();
        let under = [self.folder.keys(), chosen.under.keys(&self.folder), None];
        let mut lost = 0;
        for file in Copy::open(ready, self.folder.key())?.rows().all::<Evidence>()? {
            if has(&vault, &file) {
                continue;
            }
            let mut found = false;
            for folder in &chosen.evidence {
                if bring_back_one(&vault, &under, folder, &file, patience)? {
                    found = true;
                    break;
                }
            }
            if found { back.push(vault.place_of(&file.sha256)) } else { lost += 1 }
        }
        Ok(lost)
    }
}
