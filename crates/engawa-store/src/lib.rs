//! The SQLite file of a book: open, migrate, one file per table, the journal. The only crate that names rusqlite.
//!
//! - [`Store`] is the open file; [`Rows`] reads it, [`Change`] writes it.
//! - Every write of a row records a [`Fact`]; [`Change::commit`] puts all facts of a change into one journal [`Entry`],
//!   in the transaction that wrote the rows. There is no other way to write a row.
//! - A row is the same thing in the table, in the journal and in an export: its columns, by name ([`Image`]).
//!
//! This crate decides nothing: what may be written is the business of `engawa-book`.

mod again;
mod aside;
mod asked;
mod bulk;
mod cell;
mod change;
mod choice;
mod copy;
mod error;
mod examine;
mod file;
mod flaw;
mod folder;
mod image;
#[cfg(any(test, feature = "inflict"))]
pub mod inflict;
mod journal;
mod journal_read;
mod key;
mod mend;
mod name;
mod open;
mod past;
mod read;
mod read_only;
mod reading;
mod recovery;
mod rewrite;
mod row;
mod run;
mod salvage;
mod schema;
mod seal;
mod standing;
mod system;
mod table;
mod tables;
#[cfg(test)]
mod tests;
mod verify;

pub use again::Again;
pub use aside::FormDraft;
pub use asked::Asked;
pub use cell::{Cell, CellRefused, Reader};
pub use change::{Change, Direction};
pub use copy::{Contents, Copy, Snapshot, Unrecorded, make_ready};
pub use error::StoreError;
pub use examine::{Examination, NamedFile, examine_beside};
pub use flaw::{Flaw, Ground, Object, ObjectState, Place};
pub use folder::{copy_file, is_full, make_folder, sync_file, sync_folder_of};
pub use image::Image;
pub use journal::{ChainFault, Chains, Committed, Entry, Fact, Hash, NotAHash, Origin};
pub use journal_read::{Of, Placed, WrittenBy};
pub use key::{FILE_KEY_BYTES, FileKey};
pub use open::{Log, OpenAs, Store, is_plain};
pub use read::Rows;
pub use reading::Reading;
pub use recovery::{Check, CopyRefused, check_copy, check_copy_asking};
pub use rewrite::rewrite;
pub use row::{OfContract, Row};
pub use run::GuideRun;
pub use salvage::{Lost, Salvage, Salvaged, TableSaved, WhyLost, copy_as_found, copy_as_found_asking};
pub use schema::{APPLICATION_ID, SCHEMA};
pub use seal::Aside;
pub use system::{kind_of, remove_file, rename};
pub use table::{Column, Holds, Need, Table};
pub use verify::{BookFault, ChainHead, FileSaid, Verified};

/// The version of the SQLite within the program.
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}
