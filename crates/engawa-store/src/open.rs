//! Making and opening the file.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use crate::again::{Again, Kept};
use crate::change::{Change, Head};
use crate::copy::{Copy, copy_aside};
use crate::error::StoreError;
use crate::file::{self, For};
use crate::folder::{sync_file, sync_folder_of};
use crate::journal::Origin;
use crate::key::FileKey;
use crate::read::Rows;
use crate::read_only::Manner;
use crate::schema::{APPLICATION_ID, MIGRATIONS, Migration, migrate, user_version};
use crate::seal;
use crate::system::{remove_file, rename};

/// The open file of a book.
#[derive(Debug)]
pub struct Store {
    pub(crate) connection: Connection,
    pub(crate) how: OpenAs,
    pub(crate) origin: Origin,
    pub(crate) head: Option<Head>,
    pub(crate) kept: Kept,
}

/// How to open a book.
#[derive(Debug, Clone)]
pub struct OpenAs {
    /// The file.
    pub path: PathBuf,
    /// Where an older book is copied before it is migrated: a file that does not exist yet. The schema of the older book is
    /// put before its extension.
    pub copy_before_migration: PathBuf,
    /// Where entries are written from now on, should the book be new, or have lost its own origin.
    pub new_origin: Origin,
    /// How SQLite keeps a change until it is whole.
    pub log: Log,
    /// The key of an encrypted book; a new one is encrypted with it. `None` is a plain SQLite file.
    pub key: Option<FileKey>,
}

/// How SQLite keeps a change until it is whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Log {
    /// A log beside the book (`journal_mode=WAL`): the usual way, quick and safe on a disk of this machine.
    #[default]
    Beside,
    /// The old pages in a file that is gone after each change (`journal_mode=DELETE`): between two changes the book is one
    /// file, so that a program that copies folders never meets two halves of it. Locks of a network's disk suffice for it,
    /// shared memory is not needed.
    OneFile,
}

impl Log {
    /// The `journal_mode`, and how far `synchronous` goes: a commit is on the disk when it answers. Where a file is removed at
    /// the commit, its removal must be on the disk too, or the change would be taken back after a power cut.
    const fn pragmas(self) -> (&'static str, &'static str) {
        match self {
            Self::Beside => ("wal", "FULL"),
            Self::OneFile => ("delete", "EXTRA"),
        }
    }
}

/// Statements kept ready: those of every table, and the journal's.
pub(crate) const STATEMENTS: usize = 128;

/// Pages (of 4 KiB) after which a commit also moves the log into the book. A larger log makes that rarer than one commit in
/// a hundred; it stays below 16 MiB.
const CHECKPOINT_PAGES: u32 = 4_000;

impl Store {
    /// Opens the book, making it when there is none. A newer, damaged or foreign file is refused and left as it is; an older
    /// one is copied before it is migrated. A copy has the key of the book.
    pub fn open(how: &OpenAs) -> Result<Self, StoreError> {
        Self::open_with(how, MIGRATIONS)
    }

    pub(crate) fn open_with(how: &OpenAs, migrations: &[Migration]) -> Result<Self, StoreError> {
        let known = migrations.last().map_or(0, |migration| migration.to);
        match how.path.try_exists() {
            Ok(true) => refuse(&how.path, how.key.as_ref(), known).map(|_| ())?,
            Ok(false) => create(how, migrations)?,
            Err(error) => return Err(StoreError::of_file(&how.path, error)),
        }
        // Of a book that is there nothing is left to be made; should this fail it does no harm.
        for leftover in [".new", ".new-journal"] {
            let _ = fs::remove_file(beside(&how.path, leftover));
        }
        let mut connection = connect(how)?;
        let found = user_version(&connection)?;
        if found > known {
            // The header on disk was older than the log.
            return Err(StoreError::Newer { found, known });
        }
        let origin = read_origin(&connection)?;
        keep_log(&connection, how)?;
        if found < known {
            let copy = with_schema(&how.copy_before_migration, found);
            copy_aside(&connection, &copy, how.key.as_ref())?;
            // What cannot be gone back to is no reason to go on.
            let copy = Copy::open(&copy, how.key.as_ref())?;
            copy.look_through()?;
            copy.follow_chain()?;
            migrate(&mut connection, migrations)?;
        }
        // Without an origin the book can be read and written all the same: a check reports it, a repair writes it.
        let origin = match origin {
            Some(origin) => origin,
            None => origin_of_actions(&connection)?.unwrap_or(how.new_origin),
        };
        Ok(Self { connection, how: how.clone(), origin, head: None, kept: Kept::InFile })
    }

    /// Where this book's own entries are written.
    pub const fn origin(&self) -> Origin {
        self.origin
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.how.path
    }

    /// How it was opened: a second connection to the same file is opened likewise.
    pub const fn how(&self) -> &OpenAs {
        &self.how
    }

    /// The key of an encrypted file.
    pub const fn key(&self) -> Option<&FileKey> {
        self.how.key.as_ref()
    }

    /// How SQLite keeps a change until it is whole.
    pub const fn log(&self) -> Log {
        self.how.log
    }

    /// A way to a second connection; `None` when nobody else can reach the rows: in memory, or as they stood at a moment.
    pub fn again(&self) -> Option<Again> {
        match self.kept {
            Kept::InFile => Some(Again::File(self.how.clone())),
            Kept::ReadOnly => Some(Again::ReadOnly(self.how.path.clone(), self.how.key.clone())),
            Kept::InMemory | Kept::Standing => None,
        }
    }

    /// The rows, to read.
    pub fn rows(&self) -> Rows<'_> {
        Rows { connection: &self.connection }
    }

    /// Begins a change. Until it is committed nothing has happened.
    pub fn begin(&mut self) -> Result<Change<'_>, StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        Ok(Change { transaction, head: &mut self.head, turned: None, origin: self.origin, facts: Vec::new() })
    }

    /// Begins a change in which rows may refer to others that come later: whether each leads somewhere is asked with
    /// [`Change::dangling`], and by SQLite itself at the commit.
    pub fn begin_replay(&mut self) -> Result<Change<'_>, StoreError> {
        let change = self.begin()?;
        // Holds until this transaction ends.
        change.transaction.pragma_update(None, "defer_foreign_keys", true)?;
        Ok(change)
    }

    /// Moves the log into the file, for a quiet moment. Does nothing that anybody waits for.
    pub fn settle(&self) -> Result<(), StoreError> {
        self.connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
        Ok(())
    }
}

/// Refuses what is no book of ours, or newer, or cut off, before anything of it is written; the schema it names.
pub(crate) fn refuse(path: &Path, key: Option<&FileKey>, known: u32) -> Result<u32, StoreError> {
    match key {
        None => refuse_foreign(path, known),
        Some(key) => refuse_foreign_within(path, key, known),
    }
}

/// An encrypted file tells nothing without its key: it is opened for reading only, so that nothing of it is written.
fn refuse_foreign_within(path: &Path, key: &FileKey, known: u32) -> Result<u32, StoreError> {
    let header = read_header(path)?;
    if header.starts_with(MAGIC) {
        return Err(StoreError::Plain);
    }
    if header.len() < HEADER_BYTES {
        return Err(StoreError::Damaged { detail: format!("the file ends after {} bytes", header.len()) });
    }
    let connection = Manner::of(path).connect(path, Some(key))?;
    let number = |name: &str| number(&connection, name);
    refuse_other(path, number("application_id")?)?;
    let found = number("user_version")?;
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    refuse_cut_off(path, u64::from(number("page_count")?) * u64::from(number("page_size")?))?;
    Ok(found)
}

/// What a pragma answers that is a number. Of an encrypted file SQLCipher answers some of them in text.
pub(crate) fn number(connection: &Connection, pragma: &str) -> Result<u32, StoreError> {
    let found: Value = connection.pragma_query_value(None, pragma, |row| row.get(0))?;
    let number = match &found {
        Value::Integer(number) => u32::try_from(*number).ok(),
        Value::Text(text) => text.parse().ok(),
        Value::Null | Value::Real(_) | Value::Blob(_) => None,
    };
    number.ok_or_else(|| StoreError::Damaged { detail: format!("{pragma} is {found:?}") })
}

fn refuse_other(path: &Path, application: u32) -> Result<(), StoreError> {
    if application == APPLICATION_ID {
        return Ok(());
    }
    let why = format!("its application_id is {application}, not {APPLICATION_ID}");
    Err(StoreError::NotABook { path: path.to_owned(), why })
}

/// How every plain SQLite file begins.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// Whether a file is a plain SQLite file, whatever is in it.
pub fn is_plain(path: &Path) -> bool {
    read_header(path).is_ok_and(|header| header.starts_with(MAGIC))
}

/// Tells by the first bytes, without opening it, whether the file is a book of ours and not newer.
fn refuse_foreign(path: &Path, known: u32) -> Result<u32, StoreError> {
    let header = read_header(path)?;
    let number = |at: usize| {
        header.get(at..at + 4).map_or(0, |bytes| u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    };
    if header.is_empty() {
        return Err(StoreError::Damaged { detail: "the file is empty".to_owned() });
    }
    if !header.starts_with(&MAGIC[..header.len().min(MAGIC.len())]) {
        return Err(StoreError::NotABook { path: path.to_owned(), why: "not a SQLite file".to_owned() });
    }
    if header.len() < HEADER_BYTES {
        return Err(StoreError::Damaged { detail: format!("the file ends after {} bytes", header.len()) });
    }
    refuse_other(path, number(68))?;
    let found = number(60);
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    refuse_cut_off(path, u64::from(number(28)) * page_bytes(number(16) >> 16))?;
    Ok(found)
}

/// The size of a page, as the header writes it: 1 stands for 65,536.
fn page_bytes(written: u32) -> u64 {
    if written == 1 { 1 << 16 } else { u64::from(written) }
}

/// A file that is shorter than it says has lost its end, and SQLite does not always notice. While there is a log, or the old
/// pages of a change, the file may be shorter: a crash came between the two, and SQLite repairs it from there.
fn refuse_cut_off(path: &Path, promised: u64) -> Result<(), StoreError> {
    let length = |path: &Path| fs::metadata(path).map(|about| about.len());
    if ["-wal", "-journal"].iter().any(|end| length(&beside(path, end)).is_ok_and(|bytes| bytes > 0)) {
        return Ok(());
    }
    match length(path) {
        Ok(found) if found < promised => {
            Err(StoreError::Damaged { detail: format!("{found} bytes of {promised} are left") })
        }
        Ok(_) => Ok(()),
        Err(error) => Err(StoreError::of_file(path, error)),
    }
}

/// The length of the header of a SQLite file.
const HEADER_BYTES: usize = 100;

fn read_header(path: &Path) -> Result<Vec<u8>, StoreError> {
    let mut header = Vec::with_capacity(HEADER_BYTES);
    File::open(path)
        .and_then(|file| file.take(HEADER_BYTES as u64).read_to_end(&mut header))
        .map_err(|error| StoreError::of_file(path, error))?;
    Ok(header)
}

/// Makes the whole book under another name and gives it its own when it is on the disk: a crash leaves no half of a book.
fn create(how: &OpenAs, migrations: &[Migration]) -> Result<(), StoreError> {
    let unfinished = beside(&how.path, ".new");
    let in_file = |error| StoreError::of_file(&unfinished, error);
    forget(&unfinished)?;
    forget(&beside(&how.path, ".new-journal"))?;
    let mut connection = file::open(&unfinished, For::Making, how.key.as_ref())?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    migrate(&mut connection, migrations)?;
    connection
        .execute("INSERT INTO meta (name, value) VALUES ('origin', ?1)", [how.new_origin.to_string()])?;
    seal::seal_all(&connection)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.close().map_err(|(_, error)| error)?;
    sync_file(&unfinished).map_err(in_file)?;
    rename(&unfinished, &how.path).map_err(in_file)?;
    sync_folder_of(&how.path).map_err(in_file)
}

pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn with_schema(path: &Path, schema: u32) -> PathBuf {
    path.with_extension(format!("schema-{schema}.sqlite"))
}

/// Opens an existing file with the pragmas of the format.
fn connect(how: &OpenAs) -> Result<Connection, StoreError> {
    let (_, synchronous) = how.log.pragmas();
    let connection = file::open(&how.path, For::Writing, how.key.as_ref())?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    guard(&connection)?;
    connection.pragma_update(None, "synchronous", synchronous)?;
    // On macOS `fsync` leaves the data in the drive's cache; elsewhere these two do nothing.
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "checkpoint_fullfsync", true)?;
    // Until it is known that the book can be used it is left as it is: closing must not move the log into the file.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    Ok(connection)
}

/// Has the log kept as it should be. This writes into a file that had none yet, such as a backup that was put back.
fn keep_log(connection: &Connection, how: &OpenAs) -> Result<(), StoreError> {
    let (journal_mode, _) = how.log.pragmas();
    let mode = turn_journal(connection, journal_mode)?;
    if mode != journal_mode {
        let detail =
            format!("the log cannot be kept as it should be (journal mode {mode}, not {journal_mode})");
        return Err(StoreError::ReadOnly { detail });
    }
    connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES)?;
    refuse_read_only(connection, &how.path)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(())
}

/// Turns to another `journal_mode`; the mode that is kept from now on. SQLite answers with the mode before the file says so, and writes the
/// file when it is asked for what comes after the answer: whoever takes the first row and goes does not hear that the disk was full.
pub(crate) fn turn_journal(connection: &Connection, mode: &str) -> Result<String, StoreError> {
    let mut statement = connection.prepare(&format!("PRAGMA journal_mode = {mode}"))?;
    let mut answers = statement.query([])?;
    let mut kept = String::new();
    while let Some(answer) = answers.next()? {
        kept = answer.get(0)?;
    }
    Ok(kept)
}

/// What holds for every connection, however the file is opened.
pub(crate) fn guard(connection: &Connection) -> Result<(), StoreError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // One plan for a statement whatever is bound to it. Otherwise SQLite prepares it anew for each value, which costs as
    // much as reading the row.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(())
}

/// SQLite opens what cannot be written for reading only, and would say so at the first write: too late for the user.
fn refuse_read_only(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    if connection.is_readonly(rusqlite::MAIN_DB)? {
        return Err(StoreError::ReadOnly { detail: format!("{} can only be read", path.display()) });
    }
    Ok(())
}

pub(crate) fn read_origin(connection: &Connection) -> Result<Option<Origin>, StoreError> {
    let text: Option<String> = connection
        .query_row("SELECT value FROM meta WHERE name = 'origin'", [], |row| row.get(0))
        .optional()?;
    Ok(text.and_then(|text| text.parse().ok()))
}

/// The origin under which the last press of a button was written: only this installation writes those.
fn origin_of_actions(connection: &Connection) -> Result<Option<Origin>, StoreError> {
    let sql = "SELECT origin FROM journal WHERE position = (SELECT max(position) FROM actions)";
    let text: Option<String> = connection.query_row(sql, [], |row| row.get(0)).optional()?;
    Ok(text.and_then(|text| text.parse().ok()))
}

/// Removes what work that was broken off left.
pub(crate) fn forget(leftover: &Path) -> Result<(), StoreError> {
    match remove_file(leftover) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(StoreError::of_file(leftover, error))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}
