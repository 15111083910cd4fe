//! The open book.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use engawa_domain::rules::{Correction, OwnService};
use engawa_domain::say::Lang;
use engawa_packs::Packs;
use engawa_store::{OpenAs, Origin, Rows, Store};

use crate::clock::{Clock, Ids, RandomIds, SystemClock, system_zone};
use crate::error::BookError;
use crate::lock::Lock;
use crate::protect::{self, BookKey, KeyFile, Keys, ProtectionRefused};
use crate::reads::{Known, note_rules};
use crate::touched::Touched;
use crate::vault::Vault;
use crate::views::BookKind;

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
    /// Last, so that the lock outlives the file it guards.
    _lock: Lock,
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

/// The packs of the program with what the user says of the rules.
pub(crate) fn with_own(shipped: &Arc<Packs>, rows: Rows<'_>) -> Result<Arc<Packs>, BookError> {
    let (services, corrections) = (rows.all::<OwnService>()?, rows.all::<Correction>()?);
    if services.is_empty() && corrections.is_empty() {
        return Ok(Arc::clone(shipped));
    }
    Ok(Arc::new(shipped.with_own(&services, &corrections)))
}

/// Where things lie in the folder of a book.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The SQLite file.
    pub fn file(&self) -> PathBuf {
        self.0.join("book.sqlite")
    }

    /// Where evidence is kept.
    pub fn evidence(&self) -> PathBuf {
        self.0.join("evidence")
    }

    /// Where copies are kept.
    pub fn backups(&self) -> PathBuf {
        self.0.join("backups")
    }
}

impl Book {
    /// Opens the book in a folder, making both when they do not exist. A book that is held, locked, newer, damaged, foreign or
    /// cannot be written is refused and left as it is.
    pub fn open(options: OpenOptions) -> Result<Self, BookError> {
        Self::open_with(options, None)
    }

    /// The same for a book that may be protected, with the key that [`protect::unlock`] gave. A plain book needs none.
    pub fn open_with(options: OpenOptions, key: Option<&BookKey>) -> Result<Self, BookError> {
        let OpenOptions { folder, clock, ids, packs, kind, zone, lang } = options;
        fs::create_dir_all(&folder).map_err(|error| BookError::of_file(&folder, error))?;
        let now = clock.now();
        let lock = Lock::take(&folder, now)?;
        let keys = keys_of(&folder, key)?;
        let folder = Folder(folder);
        let mut store = Store::open(&OpenAs {
            path: folder.file(),
            copy_before_migration: folder.backups().join(crate::backup::name(now)),
            new_origin: Origin(ids.next(now)),
            key: keys.as_ref().map(|keys| keys.file.clone()),
        })?;
        let vault = Vault::keyed_in_folder(folder.evidence(), keys.map(|keys| keys.evidence));
        note_rules(&mut store, &packs)?;
        let (shipped, packs) = (Arc::clone(&packs), with_own(&packs, store.rows())?);
        Ok(Self {
            store,
            vault,
            clock,
            ids,
            folder,
            touched: Touched::default(),
            shipped,
            packs,
            kind,
            zone,
            lang,
            known: Known::default(),
            _lock: lock,
        })
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

    /// Looks through the whole book: file, references, journal, and the files of evidence.
    pub fn check(&self) -> Result<crate::check::BookCheck, BookError> {
        crate::check::check(self)
    }

    /// One hash over all facts: two books with the same one say the same.
    pub fn digest(&self) -> Result<engawa_store::Hash, BookError> {
        Ok(self.store.digest()?)
    }
}
