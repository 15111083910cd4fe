//! Backups: made of one moment while the book is in use, opened and compared with it before they count, brought to the places
//! of the user's choice, thinned by a rule, and put back when they are needed.
//!
//! - [`Backups`] knows where the book and its backups are and needs nobody's turn at the book: it reads beside whoever writes, so
//!   that nobody waits while gigabytes are copied.
//! - A backup **counts** when its slip lies beside it. The slip is written last, after the proof. What a crash or a pulled stick
//!   leaves has no slip, and is swept.
//! - Evidence never changes, so each place keeps every file once, for all of its backups. Beside the book itself it is not kept
//!   twice: the vault lies in the same folder.

pub(crate) mod files;
mod list;
mod make;
mod name;
mod places;
mod preview;
mod prove;
mod refused;
mod restore;
mod restoring;
pub(crate) mod seal;
mod seen;
pub(crate) mod sheet;
mod shrunk;
mod slip;
mod strength;
mod thin;
mod turned;
mod under;
pub(crate) mod unseal;
mod when;

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, TryLockError};
use std::time::Duration;

use engawa_domain::calendar::{Day, Moment, zone};

use crate::book::{Book, Folder};
use crate::clock::Clock;

pub use files::Patience;
pub use make::Kept;
pub use name::name;
pub use places::{PlaceState, PlaceTrouble};
pub(crate) use prove::as_its_slip_says;
pub use refused::BackupRefused;
pub(crate) use restore::finish_restore;
pub use restore::{AfterRestore, Step};
pub use restoring::Restoring;
pub(crate) use restoring::bring_back_one;
pub use seal::Passphrase;
pub(crate) use seen::seen;
pub(crate) use shrunk::{Counts, Shrunk};
pub use slip::BackupWhy;
pub use strength::strength;
pub(crate) use turned::{Beside, proven_anew, slip_anew};
pub use when::Due;
pub(crate) use when::{Known, Unsaved, due};

/// How often is looked whether it is one's turn.
const LOOK: Duration = Duration::from_millis(50);

/// The backups of one book, apart from the open book: to be used on any thread. One thing at a time is done with them.
#[derive(Debug, Clone)]
pub struct Backups {
    folder: Folder,
    clock: Arc<dyn Clock>,
    zone: String,
    /// The folder of this book at a place that others may use too.
    named: String,
    turn: Arc<Mutex<()>>,
    /// A backup under another key, while it is looked at.
    unlocked: Arc<Mutex<Option<under::Unlocked>>>,
}

impl Backups {
    pub(crate) fn new(folder: Folder, clock: Arc<dyn Clock>, zone: String, origin: &str) -> Self {
        // The end of the identifier is random; its beginning is a time that two books may share.
        let tail = origin.get(origin.len().saturating_sub(8)..).unwrap_or(origin);
        let named = format!("engawa-{tail}");
        Self { folder, clock, zone, named, turn: Arc::default(), unlocked: Arc::default() }
    }

    /// Waits until nobody else is at the backups.
    fn turn(&self) -> MutexGuard<'_, ()> {
        // The lock guards files, each of which is whole or not there, whatever fell while it was held.
        self.turn.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// The same for whoever does not wait for ever; none for whoever was stopped meanwhile.
    fn turn_for(&self, patience: &Patience) -> Option<MutexGuard<'_, ()>> {
        loop {
            match self.turn.try_lock() {
                Ok(turn) => return Some(turn),
                Err(TryLockError::Poisoned(fell)) => return Some(fell.into_inner()),
                Err(TryLockError::WouldBlock) if patience.without_limit().ask().is_err() => return None,
                Err(TryLockError::WouldBlock) => std::thread::sleep(LOOK),
            }
        }
    }

    /// Whether somebody is at the backups now.
    fn is_busy(&self) -> bool {
        matches!(self.turn.try_lock(), Err(TryLockError::WouldBlock))
    }

    /// Whether they are those of the book in this folder.
    pub(crate) fn is_of(&self, folder: &Path) -> bool {
        self.folder.path() == folder
    }

    fn now(&self) -> Moment {
        self.clock.now()
    }

    fn day_of(&self, at: Moment) -> Day {
        let local = zone::local(at, &self.zone).or_else(|_| zone::local(at, "UTC"));
        local.map_or(Day::FIRST, |when| when.day)
    }

    /// The folder of backups in the book.
    fn home(&self) -> PathBuf {
        self.folder.backups()
    }

    /// This book's folder at a place.
    fn at(&self, place: &Path) -> PathBuf {
        place.join(&self.named)
    }
}

impl Book {
    /// The backups of this book, to be used on any thread.
    pub fn backups(&self) -> Backups {
        self.backups.clone()
    }

    /// Makes a backup and waits for it: for the command line, and before the book is changed as a whole.
    pub fn back_up(&mut self, why: BackupWhy) -> Result<PathBuf, crate::BookError> {
        self.back_up_watched(why, &Patience::endless())
    }

    /// The same for whoever watches, and may stop it.
    pub(crate) fn back_up_watched(
        &mut self,
        why: BackupWhy,
        patience: &Patience,
    ) -> Result<PathBuf, crate::BookError> {
        self.writable()?;
        let kept = self.backups.keep(why, patience);
        self.backed_up(&kept);
        let slip = kept.home?;
        Ok(self.folder.backups().join(name(slip)))
    }

    /// Whether somebody is at the backups now.
    pub fn is_backing_up(&self) -> bool {
        self.backups.is_busy()
    }

    /// Whether something was recorded that no backup holds.
    pub fn is_unsaved(&self) -> bool {
        self.backup_known.unsaved.is_some()
    }

    /// Whether a backup is due now.
    pub fn backup_due(&self) -> Due {
        due(self.backup_known, self.clock.now())
    }

    /// A place was added: it gets the newest backup as soon as may be.
    pub fn note_place(&mut self) {
        self.backup_known.is_behind = self.backups.is_behind();
        self.backup_known.tried = None;
    }

    /// Takes note of what was tried.
    pub fn backed_up(&mut self, kept: &Kept) {
        let known = &mut self.backup_known;
        known.tried = Some(if kept.is_stopped { self.clock.now() } else { kept.tried });
        known.has_stopped = kept.is_stopped;
        known.has_failed = kept.home.is_err();
        known.is_behind = kept.is_behind;
        // What was recorded while it was made is for the next one.
        if kept.home.is_ok() && known.unsaved.is_some_and(|unsaved| unsaved.last <= kept.tried) {
            known.unsaved = None;
        }
    }

    /// When the newest backup beside the book was proven.
    pub fn last_backup(&self) -> Result<Option<Moment>, crate::BookError> {
        Ok(self.backups.newest().map(|slip| slip.proven))
    }
}
