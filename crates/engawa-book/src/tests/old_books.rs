//! Books and exports of every release are opened by this one. `tests/old-books` keeps them; they are never written anew.

use std::fs;
use std::path::{Path, PathBuf};

use super::samples::*;
use crate::{Book, ExportFiles, ImportMode};

fn old_books() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/old-books")
}

/// Before a release its schema may still change: then this writes the files of the schema in the making.
fn write_if_asked(book: &Path, export: &Path) {
    if std::env::var_os("ENGAWA_WRITE_SNAPSHOTS").is_some() {
        let it = InFolder::filled();
        fs::copy(it.book.back_up().unwrap(), book).unwrap();
        it.book.export(export, ExportFiles::Along).unwrap();
    }
}

#[test]
fn a_book_of_schema_1_and_its_export_say_the_same_and_still_open() {
    let (old_book, old_export) = (old_books().join("book-1.sqlite"), old_books().join("export-1.json"));
    write_if_asked(&old_book, &old_export);

    let folder = tempfile::tempdir().unwrap();
    fs::copy(&old_book, folder.path().join("book.sqlite")).unwrap();
    let book = Book::open(options(folder.path().to_owned(), 5)).unwrap();
    assert!(book.check().unwrap().book.is_whole());
    assert_eq!(book.digest().unwrap().to_string(), InFolder::filled().digest());

    let mut into = InFolder::seeded(6);
    let report = into.book.import(&old_export, ImportMode::Apply).unwrap();
    assert_eq!((report.entries, report.files), (9, 1));
    assert_eq!(into.book.digest().unwrap(), book.digest().unwrap());

    let again = into.folder.path().join("export.json");
    into.book.export(&again, ExportFiles::Along).unwrap();
    assert_eq!(fs::read_to_string(again).unwrap(), fs::read_to_string(old_export).unwrap());
}
