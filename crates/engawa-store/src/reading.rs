//! Opening a book to look at: without a lock, without writing a byte of it, also from a medium that cannot be written.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::time::SystemTime;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use crate::error::StoreError;
use crate::file;
use crate::journal::Hash;
use crate::key::FileKey;
use crate::open::{Store, beside, refuse};
use crate::read::Rows;
use crate::recovery::digest;
use crate::schema::{MIGRATIONS, SCHEMA, migrate, user_version};

/// How often a file that changes while it is copied is copied again.
const ATTEMPTS: usize = 5;

/// A book that is only looked at.
#[derive(Debug)]
pub struct Reading {
    pub(crate) connection: Connection,
    /// The copy that is looked at, where it is one. Last, so that it is closed before it goes.
    _copy: Option<TempDir>,
}

impl Store {
    /// Opens a book to look at. A newer, damaged or foreign file is refused.
    ///
    /// A book that was closed is read where it is, as a file that nobody changes. One that has a log beside it, because it is
    /// open elsewhere or was not closed, is read in a copy among the temporary files, and so is one of an older schema, which is
    /// brought up to date there.
    pub fn for_reading(path: &Path, key: Option<&FileKey>) -> Result<Reading, StoreError> {
        let found = refuse(path, key, SCHEMA)?;
        let log = beside(path, "-wal");
        let has_log = log.try_exists().map_err(|error| StoreError::of_file(&log, error))?;
        if found == SCHEMA && !has_log {
            Reading::careful(file::immutable(path, key)?, None)
        } else {
            in_a_copy(path, &log, key)
        }
    }
}

impl Reading {
    /// The rows.
    pub fn rows(&self) -> Rows<'_> {
        Rows { connection: &self.connection }
    }

    /// One hash over all facts: two books with the same one say the same.
    pub fn digest(&self) -> Result<Hash, StoreError> {
        digest(self.rows())
    }

    fn careful(connection: Connection, copy: Option<TempDir>) -> Result<Self, StoreError> {
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        connection.pragma_update(None, "trusted_schema", false)?;
        connection.pragma_update(None, "cell_size_check", true)?;
        connection.pragma_update(None, "query_only", true)?;
        Ok(Self { connection, _copy: copy })
    }
}

/// A copy of an encrypted book is encrypted like it.
fn in_a_copy(path: &Path, log: &Path, key: Option<&FileKey>) -> Result<Reading, StoreError> {
    let folder = tempfile::tempdir().map_err(|error| StoreError::of_file(std::env::temp_dir(), error))?;
    let copy = folder.path().join("book.sqlite");
    copy_still(path, log, &copy)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = file::connect(&copy, flags, key)?;
    let found = user_version(&connection)?;
    if found > SCHEMA {
        return Err(StoreError::Newer { found, known: SCHEMA });
    }
    if found < SCHEMA {
        // A schema that is not what its number says is damage, whatever SQLite calls it.
        migrate(&mut connection, MIGRATIONS)
            .map_err(|error| StoreError::Damaged { detail: format!("schema {found}: {error}") })?;
    }
    Reading::careful(connection, Some(folder))
}

/// Copies the file with its log, in one state of both: neither may have changed meanwhile.
fn copy_still(path: &Path, log: &Path, to: &Path) -> Result<(), StoreError> {
    for _ in 0..ATTEMPTS {
        let before = (state(path)?, state(log)?);
        copy(path, to)?;
        if before.1.is_some() {
            copy(log, &beside(to, "-wal"))?;
        }
        if (state(path)?, state(log)?) == before {
            return Ok(());
        }
    }
    Err(StoreError::Busy)
}

/// Without the permissions of what is copied: a copy of what cannot be written must be writable.
fn copy(from: &Path, to: &Path) -> Result<(), StoreError> {
    let copied = File::open(from).and_then(|mut file| io::copy(&mut file, &mut File::create(to)?));
    copied.map(|_| ()).map_err(|error| StoreError::of_file(from, error))
}

/// Size and time of change; `None` when there is no such file.
fn state(path: &Path) -> Result<Option<(u64, Option<SystemTime>)>, StoreError> {
    match fs::metadata(path) {
        Ok(about) => Ok(Some((about.len(), about.modified().ok()))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StoreError::of_file(path, error)),
    }
}
