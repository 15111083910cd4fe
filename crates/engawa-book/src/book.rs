//! The open book.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use engawa_domain::calendar::Moment;
use engawa_domain::rules::{Correction, OwnService};
use engawa_domain::say::Lang;
use engawa_packs::Packs;
use engawa_store::{Again, FileKey, OpenAs, Origin, Rows, Store, make_folder};

use crate::backup::{BackupWhy, Backups, Known as BackupKnown, Patience, Unsaved};
use crate::clock::{Clock, Ids, RandomIds, SystemClock, system_zone};
use crate::error::BookError;
use crate::lock::Lock;
use crate::protect::{self, BookKey, KeyFile, Keys, ProtectionRefused};
use crate::reads::{Known, note_rules};
use crate::site::Site;
use crate::touched::Touched;
use crate::vault::Vault;
use crate::views::{Access, BookKind};

/// How to open a book.
#[derive(Debug, Clone)]
pub struct OpenOptions {
    /// Its folder; made when it does not exist.
    pub folder: PathBuf,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Where new identifiers come from.
    pub ids: Arc<dyn Ids>,
    /// Rules, guides and drafts of the services.
    pub packs: Arc<Packs>,
    /// Whose data it holds.
    pub kind: BookKind,
    /// IANA name of the user's zone, in which 今日 is counted.
    pub zone: String,
    /// The language of drafts and of what is read while typing, until [`Book::speak`] says another.
    pub lang: Lang,
}

impl OpenOptions {
    /// As the program opens a book for its user: the system's clock and zone, identifiers that nobody else makes, the rules that
    /// are part of the program.
    pub fn of_this_machine(folder: PathBuf, kind: BookKind, lang: Lang) -> Result<Self, BookError> {
        Ok(Self {
            folder,
            clock: Arc::new(SystemClock),
            ids: Arc::new(RandomIds::default()),
            packs: Arc::new(Packs::embedded()?),
            kind,
            zone: system_zone(),
            lang,
        })
    }
}

/// The user's whole data, open: one folder with the SQLite file, the files of evidence and the backups. Reads are methods in
/// `reads`, changes go through [`Book::transact`].
#[derive(Debug)]
pub struct Book {
    pub(crate) store: Store,
    pub(crate) vault: Vault,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) ids: Arc<dyn Ids>,
    pub(crate) folder: Folder,
    /// Where that folder lies.
    pub(crate) site: Site,
    /// What changed since somebody last asked.
    pub(crate) touched: Touched,
    /// The packs of the program.
    pub(crate) shipped: Arc<Packs>,
    /// The same with what the user says of the rules.
    pub(crate) packs: Arc<Packs>,
    pub(crate) kind: BookKind,
    pub(crate) zone: String,
    pub(crate) lang: Lang,
    /// What is kept in memory of it.
    pub(crate) known: Known,
    /// A way to the same rows for another thread.
    pub(crate) again: Option<Again>,
    /// Whether it can be written.
    pub(crate) access: Access,
    /// Its backups.
    pub(crate) backups: Backups,
    /// What is known of them without looking.
    pub(crate) backup_known: BackupKnown,
    /// Last, so that the lock outlives the file it guards. A book that is only looked at holds none.
    pub(crate) lock: Option<Lock>,
}

/// What a book has beside its rows.
pub(crate) struct Around {
    pub vault: Vault,
    pub clock: Arc<dyn Clock>,
    pub ids: Arc<dyn Ids>,
    pub folder: Folder,
    pub site: Site,
    /// The packs of the program.
    pub shipped: Arc<Packs>,
    pub kind: BookKind,
    pub zone: String,
    pub lang: Lang,
}

/// The keys of a protected book. What a crash left half protected is finished first.
fn keys_of(folder: &Path, key: Option<&BookKey>) -> Result<Option<Keys>, BookError> {
    protect::resume(folder)?;
    let Some(file) = KeyFile::read(folder)? else { return Ok(None) };
    let key = key.ok_or(ProtectionRefused::Locked)?;
    // Where it cannot be written now, it is tried again at the next start.
    let _ = file.mend_copy(folder);
    Ok(Some(key.keys()?))
}

/// The same for a book that is only looked at: nothing is finished and nothing is written.
pub(crate) fn keys_to_look(folder: &Path, key: Option<&BookKey>) -> Result<Option<Keys>, BookError> {
    if KeyFile::read(folder)?.is_none() {
        return Ok(None);
    }
    Ok(Some(key.ok_or(ProtectionRefused::Locked)?.keys()?))
}

/// The packs of the program with what the user says of the rules.
pub(crate) fn with_own(shipped: &Arc<Packs>, rows: Rows<'_>) -> Result<Arc<Packs>, BookError> {
    let (services, corrections) = (rows.all::<OwnService>()?, rows.all::<Correction>()?);
    if services.is_empty() && corrections.is_empty() {
        return Ok(Arc::clone(shipped));
    }
    Ok(Arc::new(shipped.with_own(&services, &corrections)))
}

/// Where things lie in the folder of a book, and the keys with which they are read.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
    keys: Option<Keys>,
}

impl Folder {
    /// Of a plain book, or of one whose keys are not known.
    pub(crate) const fn at(path: PathBuf) -> Self {
        Self { path, keys: None }
    }

    /// Of a book that may be protected.
    pub(crate) const fn keyed(path: PathBuf, keys: Option<Keys>) -> Self {
        Self { path, keys }
    }

    /// The keys of a protected book.
    pub(crate) const fn keys(&self) -> Option<&Keys> {
        self.keys.as_ref()
    }

    /// The key of the SQLite file and of its copies.
    pub(crate) fn key(&self) -> Option<&FileKey> {
        self.keys.as_ref().map(|keys| &keys.file)
    }

    /// The vault, only to be looked into.
    pub(crate) fn vault(&self) -> Vault {
        self.vault_in(self.evidence())
    }

    /// Another folder of evidence of this book, only to be looked into.
    pub(crate) fn vault_in(&self, evidence: PathBuf) -> Vault {
        Vault::looking_into(evidence, self.keys.as_ref().map(|keys| keys.evidence.clone()))
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The SQLite file.
    pub fn file(&self) -> PathBuf {
        self.path.join("book.sqlite")
    }

    /// Where evidence is kept.
    pub fn evidence(&self) -> PathBuf {
        self.path.join("evidence")
    }

    /// Where copies are kept.
    pub fn backups(&self) -> PathBuf {
        self.path.join("backups")
    }
}

/// What is known of the backups when a book has just been opened. One that another version of the app had open last is backed up
/// before this one writes to it; when that is not possible the state of the backups says so, and the book is opened all the same.
fn first_look(
    backups: &Backups,
    store: &Store,
    kind: BookKind,
    now: Moment,
) -> Result<BackupKnown, BookError> {
    backups.sweep();
    match kind {
        // Invented data needs no backup.
        BookKind::Sample => return Ok(BackupKnown::default()),
        BookKind::Own => {}
    }
    let mut known = BackupKnown { tried: Some(now), ..BackupKnown::default() };
    let rows = store.rows();
    if rows.entries()? == 0 {
        return Ok(known);
    }
    if backups.is_upgrade() {
        // Nobody waits for a stick here: the places get theirs with the next one.
        let at_once = Patience { until: Some(std::time::Instant::now()), ..Patience::default() };
        backups.keep(BackupWhy::Upgrade, &at_once);
    }
    let head = rows.history(None, 1)?.first().map_or(engawa_store::Hash::ZERO, |entry| entry.hash);
    if !backups.holds(&(rows.entries()?, head)) {
        known.unsaved = Some(Unsaved::and(None, now));
    }
    known.is_behind = backups.is_behind();
    Ok(known)
}

impl Book {
    /// Opens the book in a folder, making both when they do not exist. A book that is held, locked, newer, damaged, foreign or
    /// cannot be written is refused and left as it is.
    pub fn open(options: OpenOptions) -> Result<Self, BookError> {
        Self::open_with(options, None)
    }

    /// The same for a book that may be protected, with the key that [`protect::unlock`] gave. A plain book needs none.
    pub fn open_with(options: OpenOptions, key: Option<&BookKey>) -> Result<Self, BookError> {
        let folder = &options.folder;
        make_folder(folder).map_err(|error| BookError::of_file(folder, error))?;
        let lock = Lock::take(folder, options.clock.now())?;
        let keys = keys_of(folder, key)?;
        Self::open_held(options, keys, Some(lock))
    }

    /// Opens the book whose folder is locked already.
    pub(crate) fn open_held(
        options: OpenOptions,
        keys: Option<Keys>,
        lock: Option<Lock>,
    ) -> Result<Self, BookError> {
        let OpenOptions { folder, clock, ids, packs, kind, zone, lang } = options;
        let now = clock.now();
        let folder = Folder::keyed(folder, keys);
        let site = Site::of_this_machine(folder.path());
        crate::backup::finish_restore(&folder)?;
        let mut store = Store::open(&OpenAs {
            path: folder.file(),
            copy_before_migration: folder.backups().join(crate::backup::name(now)),
            new_origin: Origin(ids.next(now)),
            log: site.log(),
            key: folder.key().cloned(),
        })?;
        let vault =
            Vault::keyed_in_folder(folder.evidence(), folder.keys().map(|keys| keys.evidence.clone()));
        // What is refused is left as it is: nothing is written before the rows could be read.
        with_own(&packs, store.rows())?;
        note_rules(&mut store, &packs)?;
        let around = Around { vault, clock, ids, folder, site, shipped: packs, kind, zone, lang };
        Self::with(store, around, Access::Writable, lock)
    }

    pub(crate) fn with(
        store: Store,
        around: Around,
        access: Access,
        lock: Option<Lock>,
    ) -> Result<Self, BookError> {
        let Around { vault, clock, ids, folder, site, shipped, kind, zone, lang } = around;
        let (packs, again) = (with_own(&shipped, store.rows())?, store.again());
        let origin = store.origin().to_string();
        let backups = Backups::new(folder.clone(), Arc::clone(&clock), zone.clone(), &origin);
        let backup_known = match access {
            Access::Writable => first_look(&backups, &store, kind, clock.now())?,
            // Nothing is recorded in it.
            Access::ReadOnly(_) => BackupKnown::default(),
        };
        Ok(Self {
            store,
            vault,
            clock,
            ids,
            folder,
            site,
            touched: Touched::default(),
            shipped,
            packs,
            kind,
            zone,
            lang,
            known: Known::default(),
            again,
            access,
            backups,
            backup_known,
            lock,
        })
    }

    /// Whether the book can be written, and if not, why.
    pub const fn access(&self) -> Access {
        self.access
    }

    /// Refuses every change of a book that is only looked at.
    pub(crate) const fn writable(&self) -> Result<(), BookError> {
        match self.access {
            Access::Writable => Ok(()),
            Access::ReadOnly(why) => Err(BookError::ReadOnlyView(why)),
        }
    }

    /// Rules, guides and drafts as they hold in this book: those of the program, with what the user says of them.
    pub fn packs(&self) -> &Arc<Packs> {
        &self.packs
    }

    /// The rows, to read.
    pub fn rows(&self) -> Rows<'_> {
        self.store.rows()
    }

    /// The folder of the book.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Which contracts may have another answer than when this was last asked. Whoever keeps something computed asks here
    /// before using it.
    pub fn take_touched(&mut self) -> Touched {
        std::mem::take(&mut self.touched)
    }

    /// Whether the book is encrypted at rest.
    pub const fn is_protected(&self) -> bool {
        self.store.key().is_some()
    }

    /// Moves SQLite's log into the file, for a quiet moment.
    pub fn settle(&self) -> Result<(), BookError> {
        Ok(self.store.settle()?)
    }

    /// One hash over all facts: two books with the same one say the same.
    pub fn digest(&self) -> Result<engawa_store::Hash, BookError> {
        Ok(self.store.digest()?)
    }
}
