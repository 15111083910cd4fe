//! The one place where a database file is opened. What every connection has in common is given here.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;
use crate::key::{self, FileKey};

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
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    key::give(&connection, key)?;
    // A file may come from anywhere: what it brings along of functions and triggers is not obeyed.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    Ok(connection)
}
