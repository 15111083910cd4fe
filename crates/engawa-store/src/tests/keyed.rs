use std::fs;
use std::path::Path;

use tempfile::TempDir;
use zeroize::Zeroizing;

use super::samples::*;
use crate::{FileKey, OpenAs, SCHEMA, Store, StoreError, rewrite};

fn key(byte: u8) -> FileKey {
    FileKey::new(Zeroizing::new([byte; 32]))
}

fn keyed(folder: &TempDir, byte: u8) -> OpenAs {
    OpenAs { key: Some(key(byte)), ..open_as(folder) }
}

fn keyed_book(byte: u8) -> InFolder {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&keyed(&folder, byte)).unwrap();
    let mut book = InFolder { store, folder };
    book.change("fill", fill);
    book
}

/// Whether a file holds these bytes anywhere.
fn holds(path: &Path, needle: &[u8]) -> bool {
    fs::read(path).unwrap().windows(needle.len()).any(|window| window == needle)
}

#[test]
fn a_book_without_a_key_is_an_ordinary_sqlite_file() {
    let mut book = book();
    book.change("fill", fill);
    let InFolder { store, folder } = book;
    drop(store);
    let bytes = fs::read(folder.path().join("book.sqlite")).unwrap();
    assert!(bytes.starts_with(b"SQLite format 3\0"), "any SQLite opens it");
    assert_eq!(&bytes[68..72], b"engw", "the application_id, where `file` looks for it");
    assert_eq!(bytes[60..64], SCHEMA.to_be_bytes());
    assert_eq!(bytes[20], 0, "SQLCipher keeps no room in the pages of a file without a key");
}

#[test]
fn the_library_encrypts_at_all() {
    let book = keyed_book(1);
    let version: String =
        book.store.connection.pragma_query_value(None, "cipher_version", |row| row.get(0)).unwrap();
    assert!(!version.is_empty(), "a plain SQLite would take the key and ignore it");
}

#[test]
fn an_encrypted_book_shows_nothing_of_what_it_holds() {
    let book = keyed_book(1);
    let name = client(2).name;
    for file in ["book.sqlite", "book.sqlite-wal"] {
        let path = book.folder.path().join(file);
        assert!(!holds(&path, name.as_str().as_bytes()), "{file} shows a name");
        assert!(!holds(&path, b"SQLite format 3"), "{file} shows what it is");
    }
    let InFolder { store, folder } = book;
    drop(store);
    let path = folder.path().join("book.sqlite");
    assert!(!holds(&path, name.as_str().as_bytes()));
    assert!(!holds(&path, b"CREATE TABLE"));
}

#[test]
fn an_encrypted_book_opens_again_with_its_key_only() {
    let InFolder { store, folder } = keyed_book(1);
    let digest = store.digest().unwrap();
    drop(store);
    let before = fs::read(folder.path().join("book.sqlite")).unwrap();
    assert!(matches!(Store::open(&keyed(&folder, 2)), Err(StoreError::Damaged { .. })), "another key");
    assert!(matches!(Store::open(&open_as(&folder)), Err(StoreError::NotABook { .. })), "no key");
    assert_eq!(fs::read(folder.path().join("book.sqlite")).unwrap(), before, "and is left as it is");
    let store = Store::open(&keyed(&folder, 1)).unwrap();
    assert_eq!(store.digest().unwrap(), digest);
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn a_plain_book_is_not_taken_for_an_encrypted_one() {
    let InFolder { store, folder } = book();
    drop(store);
    assert!(matches!(Store::open(&keyed(&folder, 1)), Err(StoreError::Plain)));
}

#[test]
fn a_newer_encrypted_book_is_refused_with_both_numbers_and_untouched() {
    let InFolder { store, folder } = keyed_book(1);
    store.connection.pragma_update(None, "user_version", SCHEMA + 6).unwrap();
    drop(store);
    let before = fs::read(folder.path().join("book.sqlite")).unwrap();
    let error = Store::open(&keyed(&folder, 1)).unwrap_err();
    assert!(matches!(error, StoreError::Newer { found, .. } if found == SCHEMA + 6), "{error}");
    assert_eq!(fs::read(folder.path().join("book.sqlite")).unwrap(), before);
}

#[test]
fn an_encrypted_book_that_lost_its_end_is_refused() {
    let InFolder { store, folder } = keyed_book(1);
    drop(store);
    let path = folder.path().join("book.sqlite");
    let length = fs::metadata(&path).unwrap().len();
    fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(length - 4096).unwrap();
    assert!(matches!(Store::open(&keyed(&folder, 1)), Err(StoreError::Damaged { .. })));
}

#[test]
fn what_a_killed_process_left_in_the_log_of_an_encrypted_book_is_there_again() {
    // Still open, so the last change is in the log only.
    let book = keyed_book(1);
    let other = tempfile::tempdir().unwrap();
    for file in ["book.sqlite", "book.sqlite-wal"] {
        fs::copy(book.folder.path().join(file), other.path().join(file)).unwrap();
    }
    let store = Store::open(&keyed(&other, 1)).unwrap();
    assert_eq!(store.digest().unwrap(), book.store.digest().unwrap());
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn one_altered_byte_of_an_encrypted_book_is_found() {
    let InFolder { store, folder } = keyed_book(1);
    drop(store);
    let path = folder.path().join("book.sqlite");
    let mut bytes = fs::read(&path).unwrap();
    bytes[3 * 4096 + 100] ^= 1;
    fs::write(&path, bytes).unwrap();
    let found = Store::open(&keyed(&folder, 1)).and_then(|store| store.check());
    assert!(
        found.is_err() || !found.unwrap().is_whole(),
        "every page carries a code that only the key can make"
    );
}

#[test]
fn a_copy_of_an_encrypted_book_has_its_key() {
    let book = keyed_book(1);
    let to = book.folder.path().join("backups/copy.sqlite");
    book.store.copy_to(&to).unwrap();
    assert!(!holds(&to, b"SQLite format 3"));
    assert!(crate::check_copy(&to, None).is_err());
    let check = crate::check_copy(&to, Some(&key(1))).unwrap();
    assert_eq!((check.entries, check.rows), (1, 19));
}

#[test]
fn a_book_written_anew_under_a_key_holds_the_same_and_so_it_does_back_again() {
    let mut book = book();
    book.change("fill", fill);
    book.store.save_setting("settings", "{}").unwrap();
    let digest = book.store.digest().unwrap();
    let InFolder { store, folder } = book;
    drop(store);
    let file = |name: &str| folder.path().join(name);
    rewrite(&file("book.sqlite"), None, &file("there"), Some(&key(1))).unwrap();
    assert!(!holds(&file("there"), client(2).name.as_str().as_bytes()));
    rewrite(&file("there"), Some(&key(1)), &file("back"), None).unwrap();
    for (name, key) in [("there", Some(key(1))), ("back", None)] {
        let store = Store::open(&OpenAs { path: file(name), key, ..open_as(&folder) }).unwrap();
        assert_eq!(store.digest().unwrap(), digest, "{name}");
        assert!(store.check().unwrap().is_whole(), "{name}: the journal too, entry by entry");
        assert_eq!(store.setting("settings").unwrap().as_deref(), Some("{}"), "{name}");
    }
}

#[test]
fn a_book_written_anew_still_refuses_to_rewrite_its_history() {
    let InFolder { store, folder } = keyed_book(1);
    drop(store);
    let there = folder.path().join("there");
    rewrite(&folder.path().join("book.sqlite"), Some(&key(1)), &there, None).unwrap();
    let connection = rusqlite::Connection::open(there).unwrap();
    assert!(connection.execute_batch("DELETE FROM journal").is_err(), "the triggers went along");
}

#[test]
fn a_key_is_never_printed() {
    assert_eq!(format!("{:?}", key(0xAB)), "FileKey");
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("book.sqlite"), vec![7; 8192]).unwrap();
    let error = Store::open(&keyed(&folder, 0xAB)).unwrap_err();
    for said in [error.to_string(), format!("{error:?}")] {
        assert!(!said.contains("abab"), "{said}");
    }
}
