//! Whether a book is what was recorded in it, without opening it: no lock is taken and nothing is written.

mod files;
mod said;

use std::path::{Path, PathBuf};

use engawa_store::{BookFault, Hash, Store, StoreError, Verified};

use crate::book::keys_to_look;
use crate::error::BookError;
use crate::protect::BookKey;
use crate::vault::Vault;
pub use files::{FileFault, FilesVerified};
pub use said::Told;

/// What a look through a book found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookVerified {
    /// The SQLite file.
    pub book: Verified,
    /// The files of evidence.
    pub files: FilesVerified,
}

impl BookVerified {
    /// Whether nothing is wrong. A file that nobody recorded does no harm.
    pub fn is_whole(&self) -> bool {
        self.book.faults.is_empty() && self.files.faults.is_empty()
    }
}

/// Looks through the book in a folder, or in a file of that kind with `evidence/` beside it. `expect` are hashes of entries that
/// must be in it.
///
/// A file that is damaged is told as a fault. One that is newer, or cannot be read, is refused: nothing can be said of it.
pub fn verify_book(path: &Path, key: Option<&BookKey>, expect: &[Hash]) -> Result<BookVerified, BookError> {
    let file = if path.is_dir() { path.join("book.sqlite") } else { path.to_owned() };
    let evidence = evidence_of(&file);
    // The key file lies beside the book, and beside its backups.
    let keys = keys_to_look(file.parent().unwrap_or(Path::new("")), key)?;
    let book = match Store::for_reading(&file, keys.as_ref().map(|keys| &keys.file)) {
        Ok(reading) => reading.verify(expect),
        Err(StoreError::Damaged { detail } | StoreError::NotABook { why: detail, .. }) => {
            return Ok(unreadable(detail));
        }
        Err(StoreError::Sqlite(error)) => return Ok(unreadable(error.to_string())),
        Err(error) => return Err(error.into()),
    };
    let files = files::verify(
        &Vault::looking_into(evidence.clone(), keys.map(|keys| keys.evidence)),
        &evidence,
        &book.files,
    )?;
    Ok(BookVerified { book, files })
}

/// The files lie beside the book; those of a backup lie beside its folder.
fn evidence_of(file: &Path) -> PathBuf {
    let folder = file.parent().unwrap_or(Path::new(""));
    let book = match folder.file_name() {
        Some(name) if name == "backups" => folder.parent().unwrap_or(folder),
        Some(_) | None => folder,
    };
    book.join("evidence")
}

/// Of a book that cannot be read nobody can say which files belong to it.
fn unreadable(detail: String) -> BookVerified {
    let faults = vec![BookFault::File { detail }];
    BookVerified {
        book: Verified { entries: 0, rows: 0, heads: Vec::new(), files: Vec::new(), faults },
        files: FilesVerified { seen: 0, faults: Vec::new(), unknown: Vec::new() },
    }
}
