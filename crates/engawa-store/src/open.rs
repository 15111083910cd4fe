//! Making and opening the file.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, OptionalExtension, TransactionBehavior, params};

use crate::change::{Change, Head};
use crate::error::StoreError;
use crate::journal::Origin;
use crate::key::{self, FileKey};
use crate::read::Rows;
use crate::schema::{APPLICATION_ID, MIGRATIONS, Migration, migrate, user_version};

/// The open file of a book.
#[derive(Debug)]
pub struct Store {
    pub(crate) connection: Connection,
    how: OpenAs,
    origin: Origin,
    head: Option<Head>,
}

/// How to open a book.
#[derive(Debug, Clone)]
pub struct OpenAs {
    /// The file.
    pub path: PathBuf,
    /// Where an older book is copied before it is migrated: a file that does not exist yet. The schema of the older book is
    /// put before its extension.
    pub copy_before_migration: PathBuf,
    /// Where entries are written from now on, should the book be new.
    pub new_origin: Origin,
    /// The key of an encrypted book; a new one is encrypted with it. `None` is a plain SQLite file.
    pub key: Option<FileKey>,
}

/// Statements kept ready: those of every table, and the journal's.
const STATEMENTS: usize = 128;

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
            Ok(true) => refuse(how, known)?,
            Ok(false) => create(how, migrations)?,
            Err(error) => return Err(StoreError::of_file(&how.path, error)),
        }
        let mut connection = connect(&how.path, how.key.as_ref())?;
        let found = user_version(&connection)?;
        if found > known {
            // The header on disk was older than the log. Closing must not move the log into the file.
            connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
            return Err(StoreError::Newer { found, known });
        }
        if found < known {
            copy_aside(&connection, &with_schema(&how.copy_before_migration, found))?;
            migrate(&mut connection, migrations)?;
        }
        let origin = read_origin(&connection)?;
        Ok(Self { connection, how: how.clone(), origin, head: None })
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

    /// The rows, to read.
    pub fn rows(&self) -> Rows<'_> {
        Rows { connection: &self.connection }
    }

    /// Begins a change. Until it is committed nothing has happened.
    pub fn begin(&mut self) -> Result<Change<'_>, StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        Ok(Change { transaction, head: &mut self.head, origin: self.origin, facts: Vec::new() })
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

/// Refuses what is no book of ours, or newer, or cut off.
fn refuse(how: &OpenAs, known: u32) -> Result<(), StoreError> {
    match &how.key {
        None => refuse_foreign(&how.path, known),
        Some(key) => refuse_foreign_within(&how.path, key, known),
    }
}

/// An encrypted file tells nothing without its key: it is opened for reading only, so that nothing of it is written.
fn refuse_foreign_within(path: &Path, key: &FileKey, known: u32) -> Result<(), StoreError> {
    let header = read_header(path)?;
    if header.starts_with(MAGIC) {
        return Err(StoreError::Plain);
    }
    if header.len() < HEADER_BYTES {
        return Err(StoreError::Damaged { detail: format!("the file ends after {} bytes", header.len()) });
    }
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    key::give(&connection, Some(key))?;
    let number = |name: &str| -> Result<u32, StoreError> {
        // SQLCipher answers some of them in text.
        let found: Value = connection.pragma_query_value(None, name, |row| row.get(0))?;
        let number = match &found {
            Value::Integer(number) => u32::try_from(*number).ok(),
            Value::Text(text) => text.parse().ok(),
            Value::Null | Value::Real(_) | Value::Blob(_) => None,
        };
        number.ok_or_else(|| StoreError::Damaged { detail: format!("{name} is {found:?}") })
    };
    refuse_other(path, number("application_id")?)?;
    let found = number("user_version")?;
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    refuse_cut_off(path, u64::from(number("page_count")?) * u64::from(number("page_size")?))
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

/// Tells by the first bytes, without opening it, whether the file is a book of ours and not newer.
fn refuse_foreign(path: &Path, known: u32) -> Result<(), StoreError> {
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
    refuse_cut_off(path, u64::from(number(28)) * page_bytes(number(16) >> 16))
}

/// The size of a page, as the header writes it: 1 stands for 65,536.
fn page_bytes(written: u32) -> u64 {
    if written == 1 { 1 << 16 } else { u64::from(written) }
}

/// A file that is shorter than it says has lost its end, and SQLite does not always notice. While there is a log the file may
/// be shorter: a crash came between the two, and SQLite repairs it from the log.
fn refuse_cut_off(path: &Path, promised: u64) -> Result<(), StoreError> {
    let length = |path: &Path| fs::metadata(path).map(|about| about.len());
    if length(&beside(path, "-wal")).is_ok_and(|bytes| bytes > 0) {
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
    for leftover in [&unfinished, &beside(&how.path, ".new-journal")] {
        match fs::remove_file(leftover) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(in_file(error)),
            Ok(()) | Err(_) => {}
        }
    }
    let mut connection = Connection::open(&unfinished)?;
    key::give(&connection, how.key.as_ref())?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    migrate(&mut connection, migrations)?;
    connection
        .execute("INSERT INTO meta (name, value) VALUES ('origin', ?1)", [how.new_origin.to_string()])?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.close().map_err(|(_, error)| error)?;
    File::open(&unfinished).and_then(|file| file.sync_all()).map_err(in_file)?;
    fs::rename(&unfinished, &how.path).map_err(in_file)?;
    sync_folder_of(&how.path)
}

/// Makes a rename in this folder last.
pub(crate) fn sync_folder_of(path: &Path) -> Result<(), StoreError> {
    // Windows has no such thing, and needs none: its renames are in the file system's own journal.
    if cfg!(unix)
        && let Some(folder) = path.parent()
    {
        File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(|error| StoreError::of_file(folder, error))?;
    }
    Ok(())
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn with_schema(path: &Path, schema: u32) -> PathBuf {
    path.with_extension(format!("schema-{schema}.sqlite"))
}

/// Opens an existing file with the pragmas of the format.
fn connect(path: &Path, key: Option<&FileKey>) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    key::give(&connection, key)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // One plan for a statement whatever is bound to it. Otherwise SQLite prepares it anew for each value, which costs as
    // much as reading the row.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // On macOS `fsync` leaves the data in the drive's cache; elsewhere these two do nothing.
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "checkpoint_fullfsync", true)?;
    // The first pragma that reads the file: here a damaged one shows.
    let mode: String = connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if mode != "wal" {
        return Err(StoreError::ReadOnly {
            detail: format!("the log cannot be kept beside the book (journal mode {mode})"),
        });
    }
    connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES)?;
    refuse_read_only(&connection, path)?;
    Ok(connection)
}

/// SQLite opens what cannot be written for reading only, and would say so at the first write: too late for the user.
fn refuse_read_only(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    if connection.is_readonly(rusqlite::MAIN_DB)? {
        return Err(StoreError::ReadOnly { detail: format!("{} can only be read", path.display()) });
    }
    Ok(())
}

fn read_origin(connection: &Connection) -> Result<Origin, StoreError> {
    let text: Option<String> = connection
        .query_row("SELECT value FROM meta WHERE name = 'origin'", [], |row| row.get(0))
        .optional()?;
    text.and_then(|text| text.parse().ok())
        .ok_or_else(|| StoreError::Damaged { detail: "the book has no origin".to_owned() })
}

/// Writes a whole, compact copy of the book to a new file, by another name until it is on the disk.
pub(crate) fn copy_aside(connection: &Connection, to: &Path) -> Result<(), StoreError> {
    let unfinished = beside(to, ".part");
    let in_file = |error| StoreError::of_file(&unfinished, error);
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(|error| StoreError::of_file(folder, error))?;
    }
    match fs::remove_file(&unfinished) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(in_file(error)),
        Ok(()) | Err(_) => {}
    }
    let name = unfinished
        .to_str()
        .ok_or_else(|| StoreError::ReadOnly { detail: format!("{} is not UTF-8", unfinished.display()) })?;
    connection.execute("VACUUM INTO ?1", params![name])?;
    File::open(&unfinished).and_then(|file| file.sync_all()).map_err(in_file)?;
    fs::rename(&unfinished, to).map_err(in_file)?;
    sync_folder_of(to)
}
