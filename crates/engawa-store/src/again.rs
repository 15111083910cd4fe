//! Where the rows of an open book are, and the way to them for another thread.

use std::path::PathBuf;

use crate::error::StoreError;
use crate::key::FileKey;
use crate::open::{OpenAs, Store};

/// Where the rows are, and whether they can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kept {
    /// In the file.
    InFile,
    /// In the file, which is only read.
    ReadOnly,
    /// In memory: a book as it was, or one of an older schema that is only read.
    InMemory,
    /// As they stood at a moment that only this connection keeps.
    Standing,
}

/// A way to a second connection to the same rows, for another thread.
#[derive(Debug, Clone)]
pub enum Again {
    /// The file, as it was opened first.
    File(OpenAs),
    /// The file, only to read it.
    ReadOnly(PathBuf, Option<FileKey>),
}

impl Again {
    /// Opens it. The first connection is open, so the file is there and of this schema.
    pub fn open(self) -> Result<Store, StoreError> {
        match self {
            Self::ReadOnly(path, key) => Store::open_read_only(&path, key.as_ref()),
            Self::File(how) => Store::open(&how),
        }
    }
}
