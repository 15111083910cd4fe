//! Whether a book is whole.

use engawa_domain::facts::{Evidence, Sha256Hex};
use engawa_store::{Check, StoreError};

use crate::book::Book;
use crate::error::BookError;
use crate::vault::FileState;

/// What a look through the whole book found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookCheck {
    /// File, references, journal, rows.
    pub book: Check,
    /// Files of evidence that are not what they were.
    pub files: Vec<(Sha256Hex, FileState)>,
    /// Files of evidence that were looked at.
    pub files_seen: u64,
}

impl BookCheck {
    /// Whether nothing is wrong.
    pub fn is_whole(&self) -> bool {
        self.book.is_whole() && self.files.is_empty()
    }
}

pub fn check(book: &Book) -> Result<BookCheck, BookError> {
    let (mut files, mut files_seen) = (Vec::new(), 0);
    let mut refused = None;
    book.rows().each(|evidence: Evidence| {
        files_seen += 1;
        match book.vault.state(&evidence.sha256, evidence.bytes) {
            Ok(FileState::Whole) => {}
            Ok(state) => files.push((evidence.sha256, state)),
            Err(error) => refused = refused.take().or(Some(error)),
        }
        Ok::<_, StoreError>(())
    })?;
    match refused {
        Some(error) => Err(error.into()),
        None => Ok(BookCheck { book: book.store.check()?, files, files_seen }),
    }
}
