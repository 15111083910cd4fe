//! Salvage: what can still be read of a damaged file, put together into a new book.
//!
//! The damaged file is never opened where it lies. A copy of it is read in three ways, each past what the one before could not
//! reach: table by table from both ends and by every identifier that is known; entry by entry of the journal; and page by page,
//! where an entry is taken when its content has the hash it says (of an encrypted file a page tells nothing, and this way is
//! closed). Since every row is also in the journal, a row is lost only
//! where both places are.

mod compose;
mod copy;
mod pages;
mod read;
mod write;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use engawa_domain::calendar::Moment;

use crate::asked::Asked;
use crate::error::StoreError;
use crate::examine::{NamedFile, named_file};
use crate::flaw::Place;
use crate::image::Image;
use crate::journal::Origin;
use crate::key::FileKey;
use crate::open::{Log, Store};
use crate::table::Table;

pub use copy::{copy_as_found, copy_as_found_asking};

/// What can be read of a damaged file, not yet written anywhere.
#[derive(Debug)]
pub struct Salvage {
    composed: compose::Composed,
    aside: read::Aside,
    /// The origin under which the damaged book wrote.
    origin: Option<Origin>,
}

/// What was saved, and what was not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Salvaged {
    /// Rows, by table.
    pub tables: BTreeMap<Table, TableSaved>,
    /// Rows that could not be saved, and what is known of them.
    pub lost: Vec<Lost>,
    /// Entries of the journal that are whole and follow one another from the first on: they are the journal of the new book.
    pub entries_kept: u64,
    /// Whole entries after the first gap. They tell what rows were, and cannot be part of a chain.
    pub entries_after_gap: u64,
    /// Entries that were found and are not what was hashed.
    pub entries_altered: u64,
    /// Whether the whole file could be read, without a gap.
    pub gap: bool,
}

/// What was saved of one table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TableSaved {
    /// Rows that were read from the table.
    pub read: u64,
    /// Rows that only the journal still tells.
    pub from_journal: u64,
}

/// A row that could not be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// Which.
    pub place: Place,
    /// What it was, where that is known.
    pub known: Option<Image>,
    /// Why it is not in the new book.
    pub why: WhyLost,
}

/// Why a row is not in the new book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyLost {
    /// It is there and holds what no column may hold, and the journal does not tell it.
    Unreadable,
    /// What it refers to could not be saved.
    Alone,
    /// It is an approval that only the journal tells, where what came after in the journal is lost: it may have been taken back
    /// since. An approval is never made of what is not known.
    Doubtful,
}

impl Salvage {
    /// Reads what can be read of a book's file, its log included. Nothing beside the file is written; what is needed for
    /// reading is in a folder of the system for a while.
    pub fn of(file: &Path, key: Option<&FileKey>) -> Result<Self, StoreError> {
        Self::of_asking(file, key, &Asked::nobody())
    }

    /// The same for whoever may end it. It is told of the bytes that are copied.
    pub fn of_asking(file: &Path, key: Option<&FileKey>, asked: &Asked) -> Result<Self, StoreError> {
        let scratch = tempfile::Builder::new()
            .prefix("engawa-rescue-")
            .tempdir()
            .map_err(|error| StoreError::of_file(std::env::temp_dir(), error))?;
        let copy = scratch.path().join("book.sqlite");
        copy_as_found_asking(file, &copy, asked)?;
        let gathered = read::gather(&copy, key, asked);
        // What was ended looks like what is damaged: nothing is made of it.
        asked.come(0)?;
        let (aside, origin) = (gathered.aside.clone(), gathered.origin);
        Ok(Self { composed: compose::compose(gathered), aside, origin })
    }

    /// What is saved and what is lost.
    pub fn report(&self) -> &Salvaged {
        &self.composed.report
    }

    /// Whether there is anything to save: a file of something else holds nothing.
    pub fn is_empty(&self) -> bool {
        self.composed.rows.is_empty() && self.composed.kept.is_empty()
    }

    /// Writes it into a new file. Its journal goes on under `new_origin` where entries were lost: nobody else may ever have
    /// written other entries under the same numbers.
    pub fn write(
        &self,
        to: &Path,
        key: Option<&FileKey>,
        new_origin: Origin,
        at: Moment,
        op: &str,
        asked: &Asked,
    ) -> Result<(), StoreError> {
        let new_origin = self.goes_on_under(new_origin);
        let copy_before_migration = PathBuf::from(to).with_extension("never");
        let (path, log, key) = (to.to_owned(), Log::OneFile, key.cloned());
        let how = crate::OpenAs { path, copy_before_migration, new_origin, log, key };
        let mut store = Store::open(&how)?;
        asked.within(&mut store.connection)?;
        write::write(&mut store, &self.composed, &self.aside, at, op)
    }

    /// The same in memory, only to be looked at.
    pub fn look(&self, path: &Path, new_origin: Origin, at: Moment, op: &str) -> Result<Store, StoreError> {
        let mut store = Store::empty_in_memory(path, self.goes_on_under(new_origin))?;
        write::write(&mut store, &self.composed, &self.aside, at, op)?;
        store.connection.pragma_update(None, "query_only", true)?;
        Ok(store)
    }

    /// Files of evidence that the saved rows name.
    pub fn files(&self) -> Vec<NamedFile> {
        self.composed.rows.values().filter_map(named_file).collect()
    }

    /// A saved row.
    pub fn row(&self, place: &Place) -> Option<&Image> {
        self.composed.rows.get(&(place.table, place.id.parse().ok()?))
    }

    fn goes_on_under(&self, new_origin: Origin) -> Origin {
        if self.composed.report.gap { new_origin } else { self.origin.unwrap_or(new_origin) }
    }
}
