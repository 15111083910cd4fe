//! Books and exports of every schema are opened by this program. `tests/old-books` keeps them; they are never written anew.

use std::fs;
use std::path::{Path, PathBuf};

use super::samples::*;
use crate::{BackupWhy, Book, ExportFiles, ImportMode};

fn old(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/old-books").join(name)
}

/// Before a release its schema may still change: then this writes the files of the schema in the making.
fn write_if_asked(it: &mut InFolder, book: &Path, export: &Path) {
    if std::env::var_os("ENGAWA_WRITE_SNAPSHOTS").is_some() {
        fs::copy(it.book.back_up(BackupWhy::Asked).unwrap(), book).unwrap();
        it.book.export(export, ExportFiles::Along).unwrap();
    }
}

/// Opens the old book, brings its export into an empty one, and has both say what `like` says. The answer is what the
/// export looks like when it is written today.
fn still_opens(old_book: &Path, old_export: &Path, like: &InFolder) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(old_book, folder.path().join("book.sqlite")).unwrap();
    let book = Book::open(options(folder.path().to_owned(), 5)).unwrap();
    assert!(book.check().unwrap().book.is_whole());
    assert_eq!(book.digest().unwrap().to_string(), like.digest());

    let mut into = InFolder::seeded(6);
    let report = into.book.import(old_export, ImportMode::Apply).unwrap();
    assert_eq!(report.files, 1);
    assert_eq!(into.book.digest().unwrap(), book.digest().unwrap());

    let again = into.folder.path().join("export.json");
    into.book.export(&again, ExportFiles::Along).unwrap();
    fs::read_to_string(again).unwrap()
}

/// What an export of an older schema looks like when it is written today.
fn today_of(before: &str, version: u32, since: &str) -> String {
    let tables = before.strip_suffix("\n}\n}\n").expect("the tables are last");
    let before = format!("{tables},\n{since}\n}}\n}}\n");
    before.replacen(&format!("\"version\":{version}"), "\"version\":3", 1)
}

const SINCE_2: &str = "\"documents\":[\n],\n\"document_corrections\":[\n]";

#[test]
fn a_book_of_schema_1_and_its_export_say_the_same_and_still_open() {
    let old_export = old("export-1.json");
    let today = still_opens(&old("book-1.sqlite"), &old_export, &InFolder::filled());
    let since = "\"payments\":[\n],\n\"copies\":[\n],\n\"services\":[\n],\n\"corrections\":[\n]";
    let before = fs::read_to_string(&old_export).unwrap();
    assert_eq!(today, today_of(&before, 1, &format!("{since},\n{SINCE_2}")), "the tables since are empty");
}

#[test]
fn a_book_of_schema_2_and_its_export_say_the_same_and_still_open() {
    let old_export = old("export-2.json");
    let today = still_opens(&old("book-2.sqlite"), &old_export, &InFolder::filled_with_schema_2());
    let before = fs::read_to_string(&old_export).unwrap();
    assert_eq!(today, today_of(&before, 2, SINCE_2), "the tables since are empty");
}

#[test]
fn a_book_of_schema_3_and_its_export_say_the_same_and_still_open() {
    let (old_book, old_export) = (old("book-3.sqlite"), old("export-3.json"));
    let mut filled = InFolder::filled_with_schema_3();
    write_if_asked(&mut filled, &old_book, &old_export);
    let today = still_opens(&old_book, &old_export, &filled);
    assert_eq!(today, fs::read_to_string(old_export).unwrap());
}
