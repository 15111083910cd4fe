//! A file that is said to be an export.

use std::cell::RefCell;
use std::fs;
use std::sync::Arc;

use engawa_book::views::BookKind;
use engawa_book::{Book, BookError, ExportFiles, FixedClock, ImportMode, OpenOptions, SeededIds};
use engawa_domain::say::Lang;
use tempfile::TempDir;

use super::PACKS;
use crate::Target;

pub const TARGET: Target = Target {
    name: "import",
    what: "an export: refused, and the book stays empty; or taken, and exported again it is the same",
    seeds: &[
        "tests/old-books/export-1.json",
        "tests/old-books/export-2.json",
        "tests/old-books/export-3.json",
    ],
    short: 250,
    run,
};

/// An empty book in a folder of its own.
struct Empty {
    folder: TempDir,
    book: Book,
}

thread_local! {
    /// Kept from one input to the next as long as it stays empty: that it does is what is tried.
    static BOOK: RefCell<Option<Empty>> = const { RefCell::new(None) };
}

pub fn options(folder: std::path::PathBuf) -> OpenOptions {
    let now = "2026-11-24T05:05:00Z".parse();
    OpenOptions {
        folder,
        clock: Arc::new(FixedClock(now.unwrap_or_else(|_| unreachable!("a moment")))),
        ids: Arc::new(SeededIds::new(1)),
        packs: Arc::clone(&PACKS),
        kind: BookKind::Own,
        zone: "Asia/Tokyo".to_owned(),
        lang: Lang::Ja,
    }
}

fn empty() -> Empty {
    let made = tempfile::tempdir().map_err(|error| error.to_string()).and_then(|folder| {
        let book = Book::open(options(folder.path().join("book"))).map_err(|error| error.to_string())?;
        Ok(Empty { folder, book })
    });
    made.unwrap_or_else(|error| unreachable!("no book to import into: {error}"))
}

fn run(data: &[u8]) {
    BOOK.with_borrow_mut(|kept| {
        let mut it = kept.take().unwrap_or_else(empty);
        let file = it.folder.path().join("export.json");
        assert!(fs::write(&file, data).is_ok());
        match it.book.import(&file, ImportMode::Apply) {
            Err(BookError::Import(_)) => {
                assert_eq!(it.book.rows().entries().ok(), Some(0), "refused, and the book is not empty");
                *kept = Some(it);
            }
            Err(other) => unreachable!("refused as something else: {other}"),
            Ok(_) => same_again(&it),
        }
    });
}

/// What was taken is whole, and exported and imported again it is the same.
fn same_again(it: &Empty) {
    assert!(it.book.check().is_ok_and(|check| check.book.is_whole()));
    let export = it.folder.path().join("again.json");
    assert!(it.book.export(&export, ExportFiles::Left).is_ok());
    let mut other = empty();
    assert!(other.book.import(&export, ImportMode::Apply).is_ok());
    assert_eq!(other.book.digest().ok(), it.book.digest().ok());
}
