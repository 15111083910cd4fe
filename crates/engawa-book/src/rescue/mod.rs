//! Rescue of a book that does not open: what can be read becomes a new book, a backup takes its place, or it is only looked at.
//! Nothing is ever written into the damaged file, and it is always kept.

mod aside;
mod elsewhere;
mod evidence;
mod words;

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use engawa_domain::calendar::Moment;
use engawa_store::{
    CopyRefused, FileKey, Origin, Salvage, StoreError, check_copy_asking, copy_as_found_asking,
};

use crate::backup::files::{size, sizes};
use crate::backup::{self, BackupRefused, Patience};
use crate::book::{Around, Book, Folder, OpenOptions, keys_to_look};
use crate::error::BookError;
use crate::lock::Lock;
use crate::op::Op;
use crate::protect::{BookKey, KeyFile, ProtectionRefused};
use crate::site::Site;
use crate::transfer::{ExportFiles, ExportReport};
use crate::vault::FileRefused;
use crate::views::{Access, BackupSeen, RescueView, Why};

pub use elsewhere::RestoredElsewhere;
use evidence::Seen;

/// The folder of a book that does not open.
#[derive(Debug, Clone)]
pub struct Rescue {
    folder: Folder,
}

/// A new book before it has its place.
const UNFINISHED: &str = "book.sqlite.rescued";

impl Rescue {
    /// In this folder.
    pub fn in_folder(folder: &Path) -> Self {
        Self { folder: Folder::at(folder.to_owned()) }
    }

    /// In this folder, of a book that may be protected.
    pub fn unlocked(folder: &Path, key: Option<&BookKey>) -> Result<Self, BookError> {
        let keys = keys_to_look(folder, key)?;
        Ok(Self { folder: Folder::keyed(folder.to_owned(), keys) })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// What could be saved; nothing is written.
    pub fn check(&self) -> Result<RescueView, BookError> {
        let nobody = Patience::endless();
        let salvage = self.read(&nobody)?;
        let seen = evidence::look(&self.folder, &salvage, &nobody)?;
        Ok(words::view(&salvage, seen))
    }

    /// Puts what can be read into a new book in another folder, which must be empty or not there. Files of evidence that are
    /// what they were go along.
    pub fn salvage_to(&self, to: &Path, options: &OpenOptions) -> Result<RescueView, BookError> {
        let _lock = self.lock(options.clock.now())?;
        // What was protected stays protected, under the same key.
        let target = Folder::keyed(to.to_owned(), self.folder.keys().cloned());
        refuse_full(&target)?;
        let nobody = Patience::endless();
        let salvage = self.read(&nobody)?;
        fs::create_dir_all(to).map_err(|error| BookError::of_file(to, error))?;
        self.carry_key_file(&target)?;
        write_whole(&salvage, &target.file(), self.folder.key(), options, &nobody)?;
        let seen = evidence::look(&self.folder, &salvage, &nobody)?;
        evidence::carry(&self.folder, &target, &seen)?;
        Ok(RescueView { book: Some(to.display().to_string()), ..words::view(&salvage, seen) })
    }

    /// Puts what can be read in the place of the damaged file, which is kept beside it.
    pub fn in_place(&self, options: &OpenOptions) -> Result<RescueView, BookError> {
        self.in_place_watched(options, &Patience::endless(), &mut goes_on)
    }

    /// The same for whoever watches, and may stop it. `bind` is asked once, when all is ready: from there on it goes to its end.
    /// Stopped, the folder is as it was.
    pub fn in_place_watched(
        &self,
        options: &OpenOptions,
        patience: &Patience,
        bind: &mut dyn FnMut() -> ControlFlow<()>,
    ) -> Result<RescueView, BookError> {
        let now = options.clock.now();
        let _lock = Lock::take(self.folder.path(), now)?;
        let new = self.new_file()?;
        let prepared = patience.or_stopped(self.prepare(&new, options, patience));
        let (salvage, seen) = ready(prepared, &new, bind)?;
        let kept = aside::put_in_place(&self.folder, &new, now)?;
        Ok(RescueView {
            book: Some(self.folder.path().display().to_string()),
            kept: Some(kept.display().to_string()),
            ..words::view(&salvage, seen)
        })
    }

    /// Everything of a rescue but its place.
    fn prepare(
        &self,
        new: &Path,
        options: &OpenOptions,
        patience: &Patience,
    ) -> Result<(Salvage, Seen), BookError> {
        // The damaged file is copied, to be read; and its files are looked at.
        patience.foresee(size(&self.folder.file()) + sizes(&self.folder.evidence()).values().sum::<u64>());
        let salvage = self.read(patience)?;
        write_whole(&salvage, new, self.folder.key(), options, patience)?;
        let seen = evidence::look(&self.folder, &salvage, patience)?;
        Ok((salvage, seen))
    }

    /// Where what is to take the place of the book is made; nothing is there yet.
    fn new_file(&self) -> Result<PathBuf, BookError> {
        let new = self.folder.path().join(UNFINISHED);
        aside::clear(&new)?;
        Ok(new)
    }

    /// Writes what can be read to an export, with the files of evidence that are what they were.
    pub fn export(&self, to: &Path, options: &OpenOptions) -> Result<(RescueView, ExportReport), BookError> {
        let scratch = tempfile::Builder::new()
            .prefix("engawa-rescue-")
            .tempdir()
            .map_err(|error| BookError::of_file(std::env::temp_dir(), error))?;
        let view = self.salvage_to(&scratch.path().join("book"), options)?;
        let folder = scratch.path().join("book");
        let book =
            Book::open_held(OpenOptions { folder, ..options.clone() }, self.folder.keys().cloned(), None)?;
        // A file that is not there, or is another by now, cannot go along; the report names it.
        let all_there = view.files_missing.is_empty() && view.files_altered.is_empty();
        let report = book.export(to, if all_there { ExportFiles::Along } else { ExportFiles::Left })?;
        Ok((RescueView { book: None, ..view }, report))
    }

    /// What can be read, only to be looked at. It is in memory; nothing is written.
    pub fn look(&self, options: OpenOptions) -> Result<Book, BookError> {
        let OpenOptions { folder, clock, ids, packs, kind, zone, lang } = options;
        let folder = Folder::keyed(folder, self.folder.keys().cloned());
        let now = clock.now();
        let op = Op::Salvage.to_string();
        let store = self.read(&Patience::endless())?.look(&folder.file(), Origin(ids.next(now)), now, &op)?;
        let vault = folder.vault();
        let site = Site::Here;
        let around = Around { vault, clock, ids, folder, site, shipped: packs, kind, zone, lang };
        Book::with(store, around, Access::ReadOnly(Why::Rescue), None)
    }

    /// The backups beside the book, the newest first.
    pub fn backups(&self) -> Vec<BackupSeen> {
        let entries = fs::read_dir(self.folder.backups()).into_iter().flatten().flatten();
        let files = entries
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|end| end == "sqlite"));
        let mut seen: Vec<_> = files.map(|path| backup::seen(&path, self.folder.key())).collect();
        seen.sort_by(|a, b| b.name.cmp(&a.name));
        seen
    }

    /// Puts a backup in the place of the book, which is kept beside it; where that is.
    pub fn restore(&self, name: &str, options: &OpenOptions) -> Result<PathBuf, BookError> {
        self.restore_watched(name, options, &Patience::endless(), &mut goes_on)
    }

    /// The same for whoever watches, and may stop it, as [`Rescue::in_place_watched`] is stopped.
    pub fn restore_watched(
        &self,
        name: &str,
        options: &OpenOptions,
        patience: &Patience,
        bind: &mut dyn FnMut() -> ControlFlow<()>,
    ) -> Result<PathBuf, BookError> {
        let now = options.clock.now();
        let _lock = Lock::take(self.folder.path(), now)?;
        // A name, not a path: nothing but what lies among the backups.
        let known =
            self.backups().into_iter().find(|backup| backup.name == name && backup.contracts.is_some());
        let from = self.folder.backups().join(known.ok_or(BookError::NothingToRescue)?.name);
        let new = self.new_file()?;
        let prepared = patience.or_stopped(self.prepare_backup(&from, &new, patience));
        ready(prepared, &new, bind)?;
        aside::put_in_place(&self.folder, &new, now)
    }

    fn prepare_backup(&self, from: &Path, new: &Path, patience: &Patience) -> Result<(), BookError> {
        patience.foresee(size(from));
        copy_as_found_asking(from, new, &patience.asked())?;
        // Of an older schema it was looked through when it was made, and is brought up to date when it is opened.
        match check_copy_asking(new, self.folder.key(), &patience.asked()) {
            Ok(_) | Err(CopyRefused::Store(StoreError::Damaged { .. })) => {}
            Err(refused) => return Err(BackupRefused::from(refused).into()),
        }
        // What was stopped may look like what is damaged.
        patience.ask().map_err(|error| BookError::of_file(new, error))
    }

    /// The key file of a protected book goes along with what is rescued of it.
    fn carry_key_file(&self, to: &Folder) -> Result<(), BookError> {
        match (self.folder.keys(), KeyFile::read(self.folder.path())?) {
            (Some(_), Some(file)) => file.write(to.path()),
            (Some(_), None) => Err(ProtectionRefused::Locked.into()),
            (None, _) => Ok(()),
        }
    }

    fn read(&self, patience: &Patience) -> Result<Salvage, BookError> {
        let salvage = Salvage::of_asking(&self.folder.file(), self.folder.key(), &patience.asked())?;
        if salvage.is_empty() { Err(BookError::NothingToRescue) } else { Ok(salvage) }
    }

    /// The lock of the damaged book, where its folder takes one: what nobody can write nobody else writes either.
    fn lock(&self, now: Moment) -> Result<Option<Lock>, BookError> {
        match Lock::take(self.folder.path(), now) {
            Ok(lock) => Ok(Some(lock)),
            Err(BookError::Store(StoreError::ReadOnly { .. } | StoreError::DiskFull)) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Writes the new book and looks through it: it counts only when it is whole.
fn write_whole(
    salvage: &Salvage,
    to: &Path,
    key: Option<&FileKey>,
    options: &OpenOptions,
    patience: &Patience,
) -> Result<(), BookError> {
    let now = options.clock.now();
    let asked = patience.asked();
    salvage.write(to, key, Origin(options.ids.next(now)), now, &Op::Salvage.to_string(), &asked)?;
    check_copy_asking(to, key, &asked).map_err(BackupRefused::from)?;
    Ok(())
}

/// What was prepared, if it was and may go on to its end; else nothing is left of it.
fn ready<T>(
    prepared: Result<T, BookError>,
    new: &Path,
    bind: &mut dyn FnMut() -> ControlFlow<()>,
) -> Result<T, BookError> {
    let ready = prepared.and_then(|ready| match bind() {
        ControlFlow::Continue(()) => Ok(ready),
        ControlFlow::Break(()) => Err(FileRefused::Cancelled.into()),
    });
    if ready.is_err() {
        // Half of a book would only take room; what cannot be removed now is before the next attempt.
        let _ = aside::clear(new);
    }
    ready
}

/// Nobody stops it.
const fn goes_on() -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// A new book begins in a folder of its own.
fn refuse_full(target: &Folder) -> Result<(), BookError> {
    let holds = fs::read_dir(target.path()).is_ok_and(|mut entries| entries.next().is_some());
    if holds { Err(BookError::NotEmpty(target.path().to_owned())) } else { Ok(()) }
}
