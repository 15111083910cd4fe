//! Whether a book is whole.

use engawa_domain::facts::{Evidence, Sha256Hex};
use engawa_store::Check;

use crate::book::Book;
use crate::error::BookError;
use crate::vault::{FileState, UnknownFile, VaultFound, unwatched};

/// What a look through the whole book found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookCheck {
    /// File, references, journal, rows.
    pub book: Check,
    /// Files of evidence that are not what they were.
    pub files: Vec<(Sha256Hex, FileState)>,
    /// Files of evidence that are there and cannot be read.
    pub files_unreadable: Vec<Sha256Hex>,
    /// What lies in the folder of evidence and is no file of the book. It does no harm: an attachment that was taken back leaves
    /// its bytes.
    pub files_unknown: Vec<UnknownFile>,
    /// Files of evidence that were looked at.
    pub files_seen: u64,
}

impl BookCheck {
    /// Whether nothing is wrong.
    pub fn is_whole(&self) -> bool {
        self.book.is_whole() && self.files.is_empty() && self.files_unreadable.is_empty()
    }
}

pub fn check(book: &Book) -> Result<BookCheck, BookError> {
    let known: Vec<_> =
        book.rows().all::<Evidence>()?.into_iter().map(|kept| (kept.sha256, kept.bytes)).collect();
    let VaultFound { files: files_seen, bytes: _, wrong: files, unreadable, unknown } =
        book.vault.look_through(&known, &mut unwatched)?;
    let book = book.store.check()?;
    Ok(BookCheck { book, files, files_unreadable: unreadable, files_unknown: unknown, files_seen })
}
