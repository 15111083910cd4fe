//! The core of the book: the one door, undo, the lock, backups, export and import.

mod doing;
mod keeping;
mod old_books;
pub(crate) mod samples;
mod speed;
mod transferring;
mod undoing;
