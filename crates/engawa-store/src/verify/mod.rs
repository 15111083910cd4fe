//! Looking through a whole book and naming everything that is wrong: nothing stops at the first fault.

mod look;
mod raw;

use crate::journal::{Entry, Hash};
use crate::seal::Aside;
use crate::table::Table;

/// What a look through a book found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Entries of the journal.
    pub entries: u64,
    /// Rows of all journaled tables.
    pub rows: u64,
    /// Where each chain ends, in the order of origins.
    pub heads: Vec<ChainHead>,
    /// Every file that was ever recorded, in the order of hashes.
    pub files: Vec<FileSaid>,
    /// What is wrong; empty when nothing.
    pub faults: Vec<BookFault>,
}

/// Where a chain ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainHead {
    /// Where its entries were written.
    pub origin: String,
    /// The number of its newest entry.
    pub seq: u64,
    /// When that was written.
    pub at: String,
    /// Its hash: whoever keeps it elsewhere finds out if the chain loses its end.
    pub hash: String,
}

impl ChainHead {
    pub(crate) fn of(entry: &Entry) -> Self {
        Self {
            origin: entry.origin.to_string(),
            seq: entry.seq,
            at: entry.at.to_string(),
            hash: entry.hash.to_string(),
        }
    }
}

/// What the book says of a kept file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileSaid {
    /// The hash of its bytes, and its name.
    pub sha256: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// The name it came with.
    pub name: String,
}

/// One thing that is wrong with a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BookFault {
    /// What SQLite, or the first look at it, says of the file.
    File {
        /// As it is said.
        detail: String,
    },
    /// A table, index or trigger is not what it should be.
    Schema {
        /// Its name.
        object: String,
    },
    /// A part of it cannot be read.
    Unreadable {
        /// Which: a table, or an entry of the journal.
        what: String,
        /// Why.
        detail: String,
    },
    /// The content of an entry is not what was hashed.
    Altered {
        /// Its chain.
        origin: String,
        /// Its number.
        seq: i64,
    },
    /// An entry does not follow the one before it in its chain.
    Broken {
        /// Its chain.
        origin: String,
        /// Its number.
        seq: i64,
    },
    /// The list of the contracts that an entry is about is not what the entry says.
    About {
        /// The entry's place in the journal.
        position: i64,
    },
    /// A row is not what the journal leads to.
    Unexplained {
        /// The table.
        table: Table,
        /// The row.
        id: String,
    },
    /// A row that the journal leads to is not there.
    MissingRow {
        /// The table.
        table: Table,
        /// The row.
        id: String,
    },
    /// A row refers to one that is not there.
    Dangling {
        /// The table.
        table: Table,
        /// The row.
        id: String,
    },
    /// A table beside the facts is not what its seal says.
    Seal {
        /// The table.
        table: Aside,
    },
    /// A hash that was kept elsewhere is not in any chain: its end was cut off, or it was written anew.
    NotInChain {
        /// The hash.
        hash: Hash,
    },
}
