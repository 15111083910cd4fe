use std::fs;

use rusqlite::Connection;

use super::samples::*;
use crate::{Copy, Snapshot, StoreError, make_ready};

#[test]
fn a_snapshot_stays_as_it_was_while_the_book_goes_on() {
    let mut book = book();
    book.change("fill", fill);
    let path = book.folder.path().join("book.sqlite");
    let snapshot = Snapshot::of(&path, None).unwrap();
    let before = snapshot.contents().unwrap();
    book.change("another", |change| change.insert(&client(900)));
    assert_eq!(snapshot.contents().unwrap(), before, "the moment is fixed");
    let to = book.folder.path().join("copy.sqlite");
    snapshot.copy_to(&to).unwrap();
    let copy = Copy::open(&to, None).unwrap();
    assert_eq!(copy.contents().unwrap(), before, "the copy is of that moment, not of the end of the copying");
    assert_ne!(Snapshot::of(&path, None).unwrap().contents().unwrap().digest, before.digest);
}

#[test]
fn a_copy_in_pieces_is_of_the_moment_in_which_it_was_begun_whatever_is_recorded_between_them() {
    let mut book = book();
    book.change("fill", fill);
    let path = book.folder.path().join("book.sqlite");
    let snapshot = Snapshot::of(&path, None).unwrap();
    let before = snapshot.contents().unwrap();
    let to = book.folder.path().join("copy.sqlite");
    let mut pieces = 0;
    snapshot
        .copy_to_watched(&to, &mut |bytes| {
            assert!(bytes > 0);
            pieces += 1;
            book.change("another", |change| change.insert(&client(900 + pieces)));
            true
        })
        .unwrap();
    assert!(pieces > 2, "{pieces}");
    assert_eq!(Copy::open(&to, None).unwrap().contents().unwrap(), before);
}

#[test]
fn a_copy_that_is_stopped_leaves_no_file() {
    let mut book = book();
    book.change("fill", fill);
    let snapshot = Snapshot::of(&book.folder.path().join("book.sqlite"), None).unwrap();
    let folder = book.folder.path().join("backups");
    for stopped in 0..3 {
        let mut pieces = 0;
        let copied = snapshot.copy_to_watched(&folder.join("copy.sqlite"), &mut |_| {
            pieces += 1;
            pieces <= stopped
        });
        assert!(copied.is_err(), "{stopped}");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "{stopped}");
    }
}

#[test]
fn a_copy_is_one_file_that_can_be_read_where_nothing_can_be_written() {
    let mut book = book();
    book.change("fill", fill);
    let to = book.folder.path().join("backups/copy.sqlite");
    Snapshot::of(&book.folder.path().join("book.sqlite"), None).unwrap().copy_to(&to).unwrap();
    let header = fs::read(&to).unwrap();
    assert_eq!(header[18..20], [1, 1], "1 is a file with a rollback journal, 2 one with a log beside it");
    Copy::open(&to, None).unwrap().contents().unwrap();
    let names: Vec<_> =
        fs::read_dir(to.parent().unwrap()).unwrap().map(|one| one.unwrap().file_name()).collect();
    assert_eq!(names, ["copy.sqlite"], "reading it leaves nothing beside it");
}

#[test]
fn a_copy_made_ready_keeps_its_facts_and_takes_on_what_is_none() {
    let mut book = book();
    book.change("fill", fill);
    let path = book.folder.path().join("book.sqlite");
    let to = book.folder.path().join("copy.sqlite");
    Snapshot::of(&path, None).unwrap().copy_to(&to).unwrap();
    let digest = Copy::open(&to, None).unwrap().contents().unwrap().digest;
    book.store.save_setting("settings", "{\"theme\":\"dark\"}").unwrap();
    make_ready(&to, None, &Snapshot::of(&path, None).unwrap().unrecorded().unwrap()).unwrap();
    assert_eq!(Copy::open(&to, None).unwrap().contents().unwrap().digest, digest);
    let theme: String = Connection::open(&to)
        .unwrap()
        .query_row("SELECT value FROM settings WHERE name = 'settings'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(theme, "{\"theme\":\"dark\"}");
}

#[test]
fn a_file_of_another_program_is_no_copy_of_a_book() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.sqlite");
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE notes (text TEXT)").unwrap();
    assert!(matches!(Copy::open(&path, None), Err(StoreError::NotABook { .. })));
}
