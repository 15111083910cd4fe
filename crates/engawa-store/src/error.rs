//! What can go wrong with the file, as far as somebody can act on it.

use std::path::PathBuf;

use thiserror::Error;

use crate::cell::CellRefused;
use crate::system::kind_of;
use crate::table::Table;

/// Why the store could not do what it was asked.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The file is no SQLite database, or one of another program.
    #[error("{path} is not a book: {why}")]
    NotABook {
        /// The file.
        path: PathBuf,
        /// What was found.
        why: String,
    },
    /// A newer version wrote the book; it was not touched.
    #[error("the book has schema {found}, this program knows up to {known}")]
    Newer {
        /// The schema of the book.
        found: u32,
        /// The newest schema known here.
        known: u32,
    },
    /// The file was a book and is damaged; it was not touched.
    #[error("the book is damaged: {detail}")]
    Damaged {
        /// What does not fit.
        detail: String,
    },
    /// A key was given, and the file is plain: whoever believes it to be protected is told.
    #[error("the file is not encrypted")]
    Plain,
    /// The folder, the file or the disk does not let us write.
    #[error("the book cannot be written: {detail}")]
    ReadOnly {
        /// As the system says it.
        detail: String,
    },
    /// There is no room left.
    #[error("the disk is full")]
    DiskFull,
    /// Another program holds the file for the moment.
    #[error("another program holds the file")]
    Busy,
    /// The row asked for does not exist.
    #[error("no row {id} in {table}")]
    NoSuchRow {
        /// The table.
        table: Table,
        /// The identifier asked for.
        id: String,
    },
    /// A row with this identifier, or with another value that must be unique, exists already.
    #[error("a row {id} exists already in {table}")]
    Duplicate {
        /// The table.
        table: Table,
        /// The identifier.
        id: String,
    },
    /// The row refers to one that does not exist, or others still refer to it.
    #[error("rows refer to each other: {table} {id}")]
    References {
        /// The table.
        table: Table,
        /// The identifier.
        id: String,
    },
    /// The row is no longer what the journal says it was; taking back or repeating the change would lose another one.
    #[error("{table} {id} has changed since")]
    ChangedSince {
        /// The table.
        table: Table,
        /// The identifier.
        id: String,
    },
    /// A value in the file is none that its column may hold.
    #[error("{table}.{column} holds {found:?}")]
    BadCell {
        /// The table.
        table: Table,
        /// The column.
        column: &'static str,
        /// What was found.
        found: String,
    },
    /// A row of the journal or of an export does not have the form of its table.
    #[error("not a row of {table}: {why}")]
    BadRow {
        /// The table.
        table: Table,
        /// What is the matter.
        why: String,
    },
    /// An entry of the journal cannot be read.
    #[error("journal entry {seq}: {why}")]
    BadEntry {
        /// Its number.
        seq: u64,
        /// What is the matter.
        why: String,
    },
    /// The file system said no.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// As the system says it.
        source: std::io::Error,
    },
    /// SQLite said something nobody can act on: a mistake in the program.
    #[error("SQLite: {0}")]
    Sqlite(rusqlite::Error),
}

impl StoreError {
    /// The file system's answer about a file, told apart by what the user can do about it.
    pub fn of_file(path: impl Into<PathBuf>, source: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match kind_of(&source) {
            kind if crate::is_full(kind) => Self::DiskFull,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                Self::ReadOnly { detail: source.to_string() }
            }
            ErrorKind::ResourceBusy => Self::Busy,
            _ => Self::File { path: path.into(), source },
        }
    }

    pub(crate) fn bad_cell(table: Table, refused: CellRefused) -> Self {
        Self::BadCell { table, column: refused.column, found: refused.found }
    }

    /// SQLite's answer to the writing of one row.
    pub(crate) fn of_row(table: Table, id: &str, error: rusqlite::Error) -> Self {
        use rusqlite::ffi;
        let id = || id.to_owned();
        match error.sqlite_error().map(|failure| failure.extended_code) {
            Some(
                ffi::SQLITE_CONSTRAINT_PRIMARYKEY
                | ffi::SQLITE_CONSTRAINT_UNIQUE
                | ffi::SQLITE_CONSTRAINT_ROWID,
            ) => Self::Duplicate { table, id: id() },
            Some(ffi::SQLITE_CONSTRAINT_FOREIGNKEY | ffi::SQLITE_CONSTRAINT_TRIGGER) => {
                Self::References { table, id: id() }
            }
            Some(
                ffi::SQLITE_CONSTRAINT_CHECK
                | ffi::SQLITE_CONSTRAINT_DATATYPE
                | ffi::SQLITE_CONSTRAINT_NOTNULL,
            ) => Self::BadRow { table, why: error.to_string() },
            _ => error.into(),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::{ErrorCode, ffi};
        let detail = error.to_string();
        // The index of the log could not be made longer.
        if error.sqlite_error().is_some_and(|failure| failure.extended_code == ffi::SQLITE_IOERR_SHMSIZE) {
            return Self::DiskFull;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Damaged { detail },
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::ReadOnly { detail }
            }
            // The disk itself failed, or a limit of the system was met: nothing a repetition would cure.
            Some(ErrorCode::SystemIoFailure) => {
                Self::File { path: PathBuf::from("book.sqlite"), source: std::io::Error::other(detail) }
            }
            // Whoever ended it knows why.
            Some(ErrorCode::OperationInterrupted | ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                Self::Busy
            }
            // The store writes nothing but texts and whole numbers of the types it reads: a page says something else by now.
            None if is_of_another_type(&error) => Self::Damaged { detail },
            _ => Self::Sqlite(error),
        }
    }
}

/// Whether a value is none of the type that every version wrote there.
fn is_of_another_type(error: &rusqlite::Error) -> bool {
    use rusqlite::Error::{FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType, Utf8Error};
    matches!(
        error,
        FromSqlConversionFailure(..) | IntegralValueOutOfRange(..) | InvalidColumnType(..) | Utf8Error(..)
    )
}
