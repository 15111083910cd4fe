//! Why an export could not be written, or an import was refused.

use std::io;
use std::path::PathBuf;

use engawa_domain::facts::Sha256Hex;
use engawa_store::{ChainFault, StoreError, Table};
use thiserror::Error;

use crate::vault::FileRefused;

/// Why an export could not be written. What was there before under its name is still there.
#[derive(Debug, Error)]
pub enum ExportRefused {
    /// The disk has no room for it.
    #[error("the disk is full")]
    DiskFull,
    /// It cannot be written there.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// As the system says it.
        source: io::Error,
    },
    /// A file of evidence is missing or altered, so that the export would not be whole.
    #[error("evidence {0:?} is not whole")]
    Evidence(Sha256Hex),
}

/// Why an import was refused. The book is as it was.
#[derive(Debug, Error)]
pub enum ImportRefused {
    /// The book already holds something; an import needs an empty one.
    #[error("the book is not empty")]
    BookNotEmpty,
    /// The file cannot be read.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// As the system says it.
        source: io::Error,
    },
    /// It is larger than any export of ours.
    #[error("{bytes} bytes, at most {limit} are read")]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// It is not JSON, or not of the form of an export.
    #[error("line {line}: {why}")]
    Form {
        /// Where.
        line: usize,
        /// What is the matter.
        why: String,
    },
    /// It was written by a version with another format.
    #[error("format version {found}, this program reads up to {known}")]
    OtherVersion {
        /// The version of the export.
        found: u64,
        /// The version known here.
        known: u64,
    },
    /// A row is not of the form of its table.
    #[error(transparent)]
    Row(StoreError),
    /// Two rows of a table have one identifier.
    #[error("{table} {id} is there twice")]
    DuplicateId {
        /// The table.
        table: Table,
        /// The identifier.
        id: String,
    },
    /// A row refers to one that is not there.
    #[error("{table} {id} refers to something that is not there")]
    Dangling {
        /// The table.
        table: Table,
        /// The identifier.
        id: String,
    },
    /// The journal was altered, or an entry is missing.
    #[error(transparent)]
    Chain(#[from] ChainFault),
    /// The journal does not lead to this row.
    #[error("the journal says otherwise about {table} {id}")]
    NotInJournal {
        /// The table.
        table: Table,
        /// The identifier.
        id: String,
    },
    /// Rows that the journal leads to are not there.
    #[error("{missing} rows of {table} are in the journal and not in the table")]
    RowsMissing {
        /// The table.
        table: Table,
        /// How many.
        missing: u64,
    },
    /// A file of evidence beside the export is not what the export says.
    #[error("evidence {0:?} is not whole")]
    Evidence(Sha256Hex),
    /// A file of evidence could not be taken in.
    #[error(transparent)]
    TakeIn(#[from] FileRefused),
}
