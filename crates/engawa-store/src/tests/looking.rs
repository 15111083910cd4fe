//! Books that are only looked at.

use std::fs;
use std::path::Path;

use engawa_domain::calendar::Moment;
use engawa_domain::facts::{Client, Contract};
use engawa_domain::text::Title;
use tempfile::TempDir;

use super::samples::*;
use crate::{Direction, Store, StoreError};

fn bytes_of(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(Result::unwrap)
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
}

/// The files of a book as a killed process leaves them, without the index of the log or with it.
fn left_behind(names: &[&str]) -> (TempDir, crate::Hash) {
    let mut book = book();
    book.change("fill", fill);
    let folder = tempfile::tempdir().unwrap();
    for name in names {
        fs::copy(book.folder.path().join(name), folder.path().join(name)).unwrap();
    }
    (folder, book.store.digest().unwrap())
}

#[test]
fn looking_at_a_book_leaves_no_trace() {
    let mut written = book();
    written.change("fill", fill);
    let InFolder { store, folder } = written;
    let digest = store.digest().unwrap();
    drop(store);
    let before = bytes_of(folder.path());
    let looked = Store::open_read_only(&folder.path().join("book.sqlite"), None).unwrap();
    assert_eq!(looked.digest().unwrap(), digest);
    assert!(looked.check().unwrap().is_whole());
    drop(looked);
    assert_eq!(bytes_of(folder.path()), before);
}

#[test]
fn what_is_only_in_the_log_is_seen_and_the_log_is_left_as_it_is() {
    let (folder, digest) = left_behind(&["book.sqlite", "book.sqlite-wal"]);
    let before = bytes_of(folder.path());
    let looked = Store::open_read_only(&folder.path().join("book.sqlite"), None).unwrap();
    assert_eq!(looked.digest().unwrap(), digest, "the last commit is in the log alone");
    drop(looked);
    assert_eq!(bytes_of(folder.path()), before);
}

#[test]
fn a_book_that_another_program_holds_is_read_with_its_last_commit() {
    let mut held = book();
    held.change("fill", fill);
    let looked = Store::open_read_only(&held.folder.path().join("book.sqlite"), None).unwrap();
    assert_eq!(looked.digest().unwrap(), held.store.digest().unwrap());
    held.change("rename", |change| change.update(&Client { name: Title::new("新").unwrap(), ..client(2) }));
    assert_eq!(looked.digest().unwrap(), held.store.digest().unwrap(), "it goes on while we look");
}

#[test]
fn a_name_that_means_something_in_an_address_is_only_a_name() {
    let (folder, digest) = left_behind(&["book.sqlite", "book.sqlite-wal"]);
    let odd = folder.path().join(allowed("帳? #1 100%25&mode=memory"));
    fs::create_dir(&odd).unwrap();
    let settled = Store::open(&open_as(&folder)).unwrap();
    settled.copy_to(&odd.join("book.sqlite")).unwrap();
    let looked = Store::open_read_only(&odd.join("book.sqlite"), None).unwrap();
    assert_eq!(looked.digest().unwrap(), digest);
}

#[test]
fn nothing_can_be_written_through_it() {
    let mut held = book();
    held.change("fill", fill);
    let path = held.folder.path().join("book.sqlite");
    drop(held.store);
    let mut looked = Store::open_read_only(&path, None).unwrap();
    assert!(looked.save_setting("settings", "{}").is_err());
    let begun = looked.begin().and_then(|mut change| change.insert(&client(77)));
    assert!(matches!(begun, Err(StoreError::ReadOnly { .. } | StoreError::BadRow { .. })), "{begun:?}");
}

#[test]
fn a_newer_or_foreign_file_is_refused_for_looking_too() {
    let (folder, _) = left_behind(&["book.sqlite"]);
    let path = folder.path().join("book.sqlite");
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.pragma_update(None, "user_version", crate::SCHEMA + 6).unwrap();
    drop(connection);
    assert!(matches!(Store::open_read_only(&path, None), Err(StoreError::Newer { .. })));
    fs::write(&path, "これは帳ではありません。".repeat(40)).unwrap();
    assert!(matches!(Store::open_read_only(&path, None), Err(StoreError::NotABook { .. })));
    assert!(Store::open_read_only(&folder.path().join("nowhere.sqlite"), None).is_err());
}

fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

#[test]
fn the_past_is_what_had_been_written_by_then_and_no_more() {
    let mut book = book();
    let change =
        |book: &mut InFolder, at: &str, work: &dyn Fn(&mut crate::Change<'_>) -> Result<(), StoreError>| {
            let mut change = book.store.begin().unwrap();
            work(&mut change).unwrap();
            change.commit(moment(at), "write", None).unwrap();
        };
    let empty = book.store.digest().unwrap();
    change(&mut book, "2026-11-01T00:00:00Z", &fill);
    let filled = book.store.digest().unwrap();
    change(&mut book, "2026-11-03T00:00:00Z", &|change| change.delete_contract(contract(3, 1, 2).id));
    let entry = book.store.rows().history(None, 1).unwrap().remove(0);
    let removed = book.store.digest().unwrap();
    change(&mut book, "2026-11-05T00:00:00Z", &|change| change.apply(&entry, Direction::Back));
    let at = |text: &str| Store::in_memory_at(book.store.rows(), book.store.origin(), moment(text)).unwrap();
    assert_eq!(at("2026-10-31T23:59:59.999Z").digest().unwrap(), empty);
    assert_eq!(
        at("2026-11-01T00:00:00Z").digest().unwrap(),
        filled,
        "what was written in that moment counts"
    );
    assert_eq!(at("2026-11-02T00:00:00Z").digest().unwrap(), filled);
    let without = at("2026-11-04T00:00:00Z");
    assert_eq!(without.digest().unwrap(), removed);
    assert_eq!(without.rows().all::<Contract>().unwrap(), []);
    assert_eq!(without.rows().entries().unwrap(), 2);
    assert!(without.check().unwrap().is_whole(), "the chain of then is whole by itself");
    assert_eq!(
        at("2026-11-05T00:00:00Z").digest().unwrap(),
        filled,
        "what was taken back by then is taken back"
    );
}

#[test]
fn a_clock_that_was_set_back_leaves_no_entry_without_what_it_rests_on() {
    let mut book = book();
    let fast = book.store.begin().map(|mut change| {
        change.insert(&client(2)).unwrap();
        change
    });
    fast.unwrap().commit(moment("2030-01-01T00:00:00Z"), "write", None).unwrap();
    let mut right = book.store.begin().unwrap();
    right.update(&Client { name: Title::new("新").unwrap(), ..client(2) }).unwrap();
    right.commit(moment("2026-11-24T00:00:00Z"), "write", None).unwrap();
    let past = Store::in_memory_at(book.store.rows(), book.store.origin(), moment("2026-12-01T00:00:00Z"));
    assert_eq!(past.unwrap().digest().unwrap(), book.store.digest().unwrap());
}

#[test]
fn the_past_has_the_settings_of_today() {
    let mut book = book();
    book.store.save_setting("settings", "{\"theme\":\"dark\"}").unwrap();
    let past = Store::in_memory_at(book.store.rows(), book.store.origin(), at()).unwrap();
    assert_eq!(past.setting("settings").unwrap().as_deref(), Some("{\"theme\":\"dark\"}"));
}
