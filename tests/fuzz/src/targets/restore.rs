//! A file that is said to be a book: a backup somebody brings, a file from a dying disk.

use std::fs;

use engawa_book::{Book, ExportFiles};
use engawa_store::check_copy;

use super::import::options;
use crate::Target;

pub const TARGET: Target = Target {
    name: "restore",
    what: "a file as a book: looked through or refused, and a refused one is left as it is",
    seeds: &["tests/old-books/book-2.sqlite", "tests/old-books/book-3.sqlite"],
    short: 40,
    run,
};

/// The head of a SQLite file, which says among others how its log is kept.
const HEAD: usize = 100;

fn run(data: &[u8]) {
    let Ok(folder) = tempfile::tempdir() else { return };
    let copy = folder.path().join("copy.sqlite");
    assert!(fs::write(&copy, data).is_ok());
    let _ = check_copy(&copy, None);
    assert_eq!(fs::read(&copy).ok().as_deref(), Some(data), "looking through a copy changes it");

    let book = folder.path().join("book");
    assert!(fs::create_dir(&book).is_ok() && fs::write(book.join("book.sqlite"), data).is_ok());
    match Book::open(options(book.clone())) {
        Err(_) => {
            // What was put back by hand and could be read so far has its log kept from then on, which its head says.
            let left = fs::read(book.join("book.sqlite")).unwrap_or_default();
            assert_eq!(left.get(HEAD..), data.get(HEAD..), "refused and changed");
        }
        Ok(book) => {
            // Whatever it holds, asking is answered.
            let _ = (book.check(), book.digest(), book.rows().entries());
            let _ = book.export(&folder.path().join("export.json"), ExportFiles::Left);
        }
    }
}
