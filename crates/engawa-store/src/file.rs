//! The one place where a database file is opened, so that none is opened without its key or by a name that SQLite cannot open.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;
use crate::key::{self, FileKey};
use crate::name;

/// What a file is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    /// It is made by this.
    Making,
    /// It exists and is read and written.
    Writing,
    /// It exists and not a byte of it is written.
    Reading,
}

/// Opens the file with its key, where it has one. Nothing of it is read yet: a damaged one shows at the first question.
pub(crate) fn open(path: &Path, purpose: For, key: Option<&FileKey>) -> Result<Connection, StoreError> {
    let access = match purpose {
        For::Making => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        For::Writing => OpenFlags::SQLITE_OPEN_READ_WRITE,
        For::Reading => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    let connection = connect(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX, key)?;
    // A file may come from anywhere: what it brings along of functions and triggers is not obeyed.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    Ok(connection)
}

/// Opens the file with its key and no more care than that.
pub(crate) fn connect(
    path: &Path,
    flags: OpenFlags,
    key: Option<&FileKey>,
) -> Result<Connection, StoreError> {
    named(&name::of(path), flags, key)
}

/// Opens the file without a lock on it, which a medium for reading only would refuse.
pub(crate) fn without_locks(
    path: &Path,
    flags: OpenFlags,
    key: Option<&FileKey>,
) -> Result<Connection, StoreError> {
    keyed(Connection::open_with_flags_and_vfs(name::of(path), flags, name::WITHOUT_LOCKS)?, key)
}

/// Opens the file to read it as one that nobody changes.
pub(crate) fn immutable(path: &Path, key: Option<&FileKey>) -> Result<Connection, StoreError> {
    let address = name::immutable(path).map_err(|error| StoreError::of_file(path, error))?;
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    named(Path::new(&address), flags, key)
}

fn named(name: &Path, flags: OpenFlags, key: Option<&FileKey>) -> Result<Connection, StoreError> {
    let connection = match name::WAY {
        Some(way) => Connection::open_with_flags_and_vfs(name, flags, way),
        None => Connection::open_with_flags(name, flags),
    };
    keyed(connection?, key)
}

fn keyed(connection: Connection, key: Option<&FileKey>) -> Result<Connection, StoreError> {
    key::give(&connection, key)?;
    Ok(connection)
}
