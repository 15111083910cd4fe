//! The SQLite file of a book: open, migrate, one file per table, the journal. The only crate that names rusqlite.
//!
//! - [`Store`] is the open file; [`Rows`] reads it, [`Change`] writes it.
//! - Every write of a row records a [`Fact`]; [`Change::commit`] puts all facts of a change into one journal [`Entry`],
//!   in the transaction that wrote the rows. There is no other way to write a row.
//! - A row is the same thing in the table, in the journal and in an export: its columns, by name ([`Image`]).
//!
//! This crate decides nothing: what may be written is the business of `engawa-book`.

mod aside;
mod bulk;
mod cell;
mod change;
mod choice;
mod error;
mod image;
mod journal;
mod key;
mod open;
mod read;
mod recovery;
mod rewrite;
mod row;
mod run;
mod schema;
mod table;
mod tables;
#[cfg(test)]
mod tests;

pub use aside::FormDraft;
pub use cell::{Cell, CellRefused, Reader};
pub use change::{Change, Direction};
pub use error::StoreError;
pub use image::Image;
pub use journal::{ChainFault, Chains, Committed, Entry, Fact, Hash, NotAHash, Origin};
pub use key::{FILE_KEY_BYTES, FileKey};
pub use open::{OpenAs, Store};
pub use read::Rows;
pub use recovery::{Check, CopyRefused, check_copy};
pub use rewrite::rewrite;
pub use row::{OfContract, Row};
pub use run::GuideRun;
pub use schema::{APPLICATION_ID, SCHEMA};
pub use table::{Column, Holds, Need, Table};
