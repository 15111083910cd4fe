//! The core of the book: the one door, undo, the lock, backups, export and import.

mod as_of;
mod beside;
mod documents;
mod doing;
mod history;
mod keeping;
mod old_books;
pub(crate) mod samples;
mod speed;
pub(crate) mod stopping;
mod transferring;
mod undoing;
