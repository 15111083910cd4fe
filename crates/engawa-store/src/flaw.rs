//! What can be wrong inside the file of a book, each with the record it is about.

use std::fmt;

use crate::journal::Origin;
use crate::table::Table;

/// A row, by its table and identifier.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The table.
    pub table: Table,
    /// The identifier as it stands in the file.
    pub id: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.table, self.id)
    }
}

/// Where the journal says what a row should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// In this entry, which is whole and follows the one before it.
    Firm {
        /// Its place in the journal.
        position: i64,
    },
    /// In an entry that was altered, or beside which the chain is broken: what it says proves nothing.
    Doubtful,
}

/// Something that is wrong inside the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// Pages of the file do not fit together.
    Page {
        /// As SQLite says it.
        said: String,
    },
    /// The index of a table does not fit its rows. It is made of them, and can be made again.
    Index {
        /// The table.
        table: Table,
    },
    /// A table, an index or a trigger of the format is missing or is another one.
    Schema {
        /// What kind of thing it is.
        object: Object,
        /// Its name.
        name: String,
        /// What is the matter with it.
        state: ObjectState,
    },
    /// A row refers to a row that is not there, and the journal does not know it either.
    Dangling {
        /// The row.
        place: Place,
        /// Its column.
        column: &'static str,
        /// The row that is not there.
        to: Place,
    },
    /// A row is not what the journal says.
    RowAltered {
        /// The row.
        place: Place,
        /// Where the journal says what it should be.
        ground: Ground,
    },
    /// A row that the journal leads to is not there.
    RowMissing {
        /// The row.
        place: Place,
        /// Where the journal says what it should be.
        ground: Ground,
    },
    /// A row that the journal does not lead to.
    RowUnknown {
        /// The row.
        place: Place,
        /// Where the journal says that it was taken out; `None` when the journal never heard of it.
        removed: Option<Ground>,
    },
    /// A value that its column may not hold: the row cannot be read.
    Value {
        /// The row.
        place: Place,
        /// The column.
        column: &'static str,
        /// What was found, cut to a readable length.
        found: String,
        /// Where the journal says what the row should be; `None` when it does not know it.
        ground: Option<Ground>,
    },
    /// The content of an entry is not what was hashed.
    EntryAltered {
        /// Whose chain.
        origin: Origin,
        /// Its number there.
        seq: u64,
    },
    /// An entry does not follow the one before it: one was taken out, or put in.
    ChainBroken {
        /// Whose chain.
        origin: Origin,
        /// The number of the entry that does not follow.
        seq: u64,
    },
    /// An entry cannot be read at all.
    EntryUnreadable {
        /// Its place in the journal.
        position: i64,
    },
    /// The list of which entries are about which contracts is not what follows from the entries.
    About {
        /// How many lines are missing or too many.
        wrong: u64,
    },
    /// What was answered to a press of a button points to an entry that is not there.
    Action {
        /// The identifier of the press.
        action: String,
    },
    /// An unfinished form cannot be read: it does not say when it was saved.
    Form {
        /// Which form.
        name: String,
    },
    /// The book does not say under which origin it writes.
    Origin,
}

/// A kind of thing in the schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Object {
    /// A table.
    Table,
    /// An index.
    Index,
    /// A trigger.
    Trigger,
}

/// What is the matter with a thing of the schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObjectState {
    /// It is not there.
    Missing,
    /// It is there and says something else.
    Altered,
}

impl Flaw {
    /// The row it is about, where it is about one.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Self::Dangling { place, .. }
            | Self::RowAltered { place, .. }
            | Self::RowMissing { place, .. }
            | Self::RowUnknown { place, .. }
            | Self::Value { place, .. } => Some(place),
            Self::Page { .. }
            | Self::Index { .. }
            | Self::Schema { .. }
            | Self::EntryAltered { .. }
            | Self::ChainBroken { .. }
            | Self::EntryUnreadable { .. }
            | Self::About { .. }
            | Self::Action { .. }
            | Self::Form { .. }
            | Self::Origin => None,
        }
    }
}
