//! A book under a path that is longer than Windows opens as it is written, and than SQLite's usual way there has room for. It is a test
//! for Windows alone: SQLite takes 512 bytes elsewhere.

use std::fs;
use std::iter;
use std::path::Path;

use tempfile::TempDir;
use zeroize::Zeroizing;

use super::samples::*;
use crate::{Asked, FILE_KEY_BYTES, FileKey, OpenAs, Store, examine_beside, rewrite};

/// A book in a folder of more than 400 Japanese letters, and the folder around it, which must be let go of last.
fn deep_book() -> (InFolder, TempDir) {
    let around = tempfile::tempdir().unwrap();
    let name = "縁側".repeat(30);
    let deep = iter::repeat_n(&name, 7).fold(around.path().to_owned(), |path, name| path.join(name));
    fs::create_dir_all(&deep).unwrap();
    let folder = tempfile::tempdir_in(deep).unwrap();
    let store = Store::open(&open_as(&folder)).unwrap();
    let mut book = InFolder { store, folder };
    book.change("fill", fill);
    (book, around)
}

#[test]
fn a_book_in_a_deep_folder_is_written_and_looked_at_in_every_manner() {
    let (book, _around) = deep_book();
    let digest = book.store.digest().unwrap();
    let path = book.folder.path().join("book.sqlite");
    let looked_at = |path: &Path| Store::open_read_only(path, None).unwrap().digest().unwrap();
    assert_eq!(looked_at(&path), digest, "while it is open");
    assert!(examine_beside(&path, None, &Asked::nobody()).unwrap().flaws.is_empty());
    let left_behind = tempfile::tempdir_in(book.folder.path()).unwrap();
    for name in ["book.sqlite", "book.sqlite-wal"] {
        fs::copy(book.folder.path().join(name), left_behind.path().join(name)).unwrap();
    }
    assert_eq!(looked_at(&left_behind.path().join("book.sqlite")), digest, "with its log");
    let book = book.reopened();
    assert_eq!(book.store.digest().unwrap(), digest);
    let InFolder { store, folder: _folder } = book;
    drop(store);
    assert_eq!(looked_at(&path), digest, "as a file that nobody changes");
    assert_eq!(Store::for_reading(&path, None).unwrap().digest().unwrap(), digest);
}

#[test]
fn a_book_in_a_deep_folder_is_written_anew_under_a_key() {
    let (book, _around) = deep_book();
    let digest = book.store.digest().unwrap();
    let InFolder { store, folder } = book;
    drop(store);
    let key = FileKey::new(Zeroizing::new([7; FILE_KEY_BYTES]));
    let there = folder.path().join("there.sqlite");
    rewrite(&folder.path().join("book.sqlite"), None, &there, Some(&key)).unwrap();
    let how = OpenAs { path: there, key: Some(key), ..open_as(&folder) };
    assert_eq!(Store::open(&how).unwrap().digest().unwrap(), digest);
}
