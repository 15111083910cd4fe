//! Why a table of documents could not be written to a file.

use std::io;
use std::path::{Path, PathBuf};

use engawa_store::is_full;
use thiserror::Error;

/// Why the log or the index could not be written. What is in the book is as it was.
#[derive(Debug, Error)]
pub enum LogRefused {
    /// Letters that Shift_JIS does not have. Nothing else is put in their place.
    #[error("{} letters cannot be written in Shift_JIS", .0.len())]
    Letters(Vec<char>),
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The file could not be written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// As the system says it.
        source: io::Error,
    },
}

impl LogRefused {
    pub(super) fn of_file(path: &Path, source: io::Error) -> Self {
        if is_full(engawa_store::kind_of(&source)) {
            Self::DiskFull
        } else {
            Self::File { path: path.to_owned(), source }
        }
    }
}
