//! Where the rows of an open book are, and the way to them for another thread.

use std::path::PathBuf;

use crate::error::StoreError;
use crate::journal::Origin;
use crate::open::{Log, OpenAs, Store};

/// Where the rows are, and whether they can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kept {
    /// In the file.
    InFile,
    /// In the file, which is only read.
    ReadOnly,
    /// In memory: a book as it was, or one of an older schema that is only read.
    InMemory,
}

/// A way to a second connection to the same rows, for another thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Again {
    /// The file, as it was opened first.
    File(PathBuf, Log),
    /// The file, only to read it.
    ReadOnly(PathBuf),
}

impl Again {
    /// Opens it. The first connection is open, so the file is there and of this schema.
    pub fn open(self) -> Result<Store, StoreError> {
        match self {
            Self::ReadOnly(path) => Store::open_read_only(&path),
            Self::File(path, log) => {
                let copy_before_migration = path.with_extension("never");
                let new_origin = Origin(uuid::Uuid::nil());
                Store::open(&OpenAs { path, copy_before_migration, new_origin, log })
            }
        }
    }
}
