use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::samples::*;
use crate::schema::{MIGRATIONS, Migration};
use crate::{SCHEMA, Store, StoreError};

/// The bytes of every file in the folder, to show that none was touched.
fn bytes_of(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(Result::unwrap)
        .filter(|entry| entry.path().is_file())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
}

fn refused_untouched(folder: &TempDir) -> StoreError {
    let before = bytes_of(folder.path());
    let error = Store::open(&open_as(folder)).unwrap_err();
    assert_eq!(bytes_of(folder.path()), before, "a refused book is left as it is: {error}");
    error
}

fn written() -> TempDir {
    let mut book = book();
    book.change("fill", fill);
    let InFolder { store, folder } = book;
    drop(store);
    folder
}

#[test]
fn a_new_book_is_whole_empty_and_durable() {
    let book = book();
    let pragma = |name: &str| -> String {
        book.store
            .connection
            .query_row(&format!("SELECT CAST((SELECT * FROM pragma_{name}) AS TEXT)"), [], |row| row.get(0))
            .unwrap()
    };
    assert_eq!(pragma("journal_mode"), "wal");
    assert_eq!(pragma("synchronous"), "2", "FULL: a commit is on the disk when it answers");
    assert_eq!(pragma("foreign_keys"), "1");
    assert_eq!(pragma("user_version"), SCHEMA.to_string());
    assert_eq!(pragma("application_id"), crate::APPLICATION_ID.to_string());
    assert!(book.store.check().unwrap().is_whole());
}

#[test]
fn where_folders_are_copied_by_others_the_book_is_one_file_between_two_changes() {
    let folder = written();
    let how = crate::OpenAs { log: crate::Log::OneFile, ..open_as(&folder) };
    let mut book = InFolder { store: Store::open(&how).unwrap(), folder };
    let pragma = |name: &str| -> String {
        let sql = format!("SELECT CAST((SELECT * FROM pragma_{name}) AS TEXT)");
        book.store.connection.query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    assert_eq!(pragma("journal_mode"), "delete");
    assert_eq!(pragma("synchronous"), "3", "EXTRA: that the old pages are gone is on the disk too");
    book.change("client", |change| change.insert(&client(900)));
    let beside = ["book.sqlite-wal", "book.sqlite-shm", "book.sqlite-journal"];
    assert!(beside.iter().all(|name| !book.folder.path().join(name).exists()));
    let InFolder { store, folder } = book;
    drop(store);
    let store = Store::open(&open_as(&folder)).unwrap();
    assert!(store.check().unwrap().is_whole(), "and back on a disk of this machine it has its log again");
}

#[test]
fn a_change_that_a_crash_cut_off_where_the_book_is_one_file_is_taken_back() {
    let folder = written();
    let how = crate::OpenAs { log: crate::Log::OneFile, ..open_as(&folder) };
    let mut store = Store::open(&how).unwrap();
    // The cache is so small that pages go to the file before the commit, as they do when a change is large.
    store.connection.execute_batch("PRAGMA cache_size = 1; PRAGMA cache_spill = 1").unwrap();
    let mut change = store.begin().unwrap();
    (1_000..1_400).for_each(|number| change.insert(&client(number)).unwrap());
    let crashed = tempfile::tempdir().unwrap();
    for name in ["book.sqlite", "book.sqlite-journal"] {
        fs::copy(folder.path().join(name), crashed.path().join(name)).unwrap();
    }
    drop(change);
    let store = Store::open(&crate::OpenAs { log: crate::Log::OneFile, ..open_as(&crashed) }).unwrap();
    assert!(store.check().unwrap().is_whole());
    assert_eq!(store.rows().count(crate::Table::Clients).unwrap(), 1, "half of a change is none");
}

#[test]
fn what_a_killed_process_left_of_a_new_book_is_no_hindrance() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("book.sqlite.new"), "half").unwrap();
    let store = Store::open(&open_as(&folder)).unwrap();
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn a_newer_book_is_refused_with_both_numbers_and_untouched() {
    let folder = written();
    let connection = rusqlite::Connection::open(folder.path().join("book.sqlite")).unwrap();
    connection.pragma_update(None, "user_version", SCHEMA + 6).unwrap();
    drop(connection);
    let error = refused_untouched(&folder);
    assert!(
        matches!(error, StoreError::Newer { found, known } if (found, known) == (SCHEMA + 6, SCHEMA)),
        "{error}"
    );
}

#[test]
fn a_newer_book_is_known_as_one_even_when_only_the_log_says_so() {
    let folder = written();
    let connection = rusqlite::Connection::open(folder.path().join("book.sqlite")).unwrap();
    connection.pragma_update(None, "user_version", SCHEMA + 1).unwrap();
    // As after a kill: the log was never moved into the file.
    let copy = tempfile::tempdir().unwrap();
    for name in ["book.sqlite", "book.sqlite-wal"] {
        fs::copy(folder.path().join(name), copy.path().join(name)).unwrap();
    }
    let book = |folder: &Path| fs::read(folder.join("book.sqlite")).unwrap();
    let before = book(copy.path());
    let error = Store::open(&open_as(&copy)).unwrap_err();
    assert!(matches!(error, StoreError::Newer { found, .. } if found == SCHEMA + 1), "{error}");
    assert_eq!(book(copy.path()), before);
}

#[test]
fn a_file_of_another_kind_is_refused_and_untouched() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("book.sqlite"), "これは帳ではありません。".repeat(40)).unwrap();
    assert!(matches!(refused_untouched(&folder), StoreError::NotABook { .. }));
}

#[test]
fn a_database_of_another_program_is_refused_and_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let connection = rusqlite::Connection::open(folder.path().join("book.sqlite")).unwrap();
    connection.execute_batch("CREATE TABLE notes (text TEXT)").unwrap();
    drop(connection);
    assert!(matches!(refused_untouched(&folder), StoreError::NotABook { .. }));
}

#[test]
fn a_book_cut_off_anywhere_is_refused_and_never_overwritten() {
    let folder = written();
    let path = folder.path().join("book.sqlite");
    let whole = fs::read(&path).unwrap();
    let page = 4096;
    for length in
        (0..whole.len()).step_by(page / 2).chain([1, 15, 16, 99, 100, 101, 511, 512, whole.len() - 1])
    {
        fs::write(&path, &whole[..length]).unwrap();
        let opened = Store::open(&open_as(&folder));
        assert!(
            matches!(opened, Err(StoreError::Damaged { .. } | StoreError::NotABook { .. })),
            "cut off after {length} of {} bytes: {opened:?}",
            whole.len()
        );
        drop(opened);
        assert_eq!(
            fs::read(&path).unwrap(),
            whole[..length],
            "cut off after {length} bytes: what is left may still be rescued"
        );
        for log in ["book.sqlite-wal", "book.sqlite-shm"] {
            let _ = fs::remove_file(folder.path().join(log));
        }
    }
}

#[test]
fn a_page_that_rotted_is_found_by_the_check() {
    let folder = written();
    let path = folder.path().join("book.sqlite");
    let mut bytes = fs::read(&path).unwrap();
    let last = bytes.len() - 4096;
    bytes[last..].fill(0xA5);
    fs::write(&path, &bytes).unwrap();
    let found = Store::open(&open_as(&folder)).and_then(|store| store.check());
    assert!(
        !matches!(&found, Ok(check) if check.is_whole()),
        "a rotten page must not pass as whole: {found:?}"
    );
}

/// A step that only this test knows: a column more, with what it is for old rows.
const NEXT: &[Migration] = &[
    Migration { to: 1, sql: MIGRATIONS[0].sql },
    Migration { to: 2, sql: MIGRATIONS[1].sql },
    Migration { to: 3, sql: MIGRATIONS[2].sql },
    Migration { to: 4, sql: &["ALTER TABLE clients ADD COLUMN honorific TEXT NOT NULL DEFAULT '様'"] },
];

#[test]
fn an_older_book_is_copied_and_then_migrated() {
    let folder = written();
    let store = Store::open_with(&open_as(&folder), NEXT).unwrap();
    let honorific: String =
        store.connection.query_row("SELECT honorific FROM clients", [], |row| row.get(0)).unwrap();
    assert_eq!(honorific, "様");
    assert_eq!(crate::schema::user_version(&store.connection).unwrap(), 4);
    let copy = folder.path().join("backups/book-before.schema-3.sqlite");
    let check = crate::check_copy(&copy, None).unwrap();
    assert_eq!(check.entries, 1, "the copy is the book as it was");
}

#[test]
fn a_migration_that_fails_leaves_the_book_as_it_was() {
    const BROKEN: &[Migration] = &[
        Migration { to: 1, sql: MIGRATIONS[0].sql },
        Migration { to: 2, sql: MIGRATIONS[1].sql },
        Migration { to: 3, sql: MIGRATIONS[2].sql },
        Migration {
            to: 4,
            sql: &["ALTER TABLE clients ADD COLUMN honorific TEXT", "INSERT INTO nowhere VALUES (1)"],
        },
    ];
    let folder = written();
    assert!(Store::open_with(&open_as(&folder), BROKEN).is_err());
    let store = Store::open(&open_as(&folder)).unwrap();
    assert_eq!(store.rows().all::<engawa_domain::facts::Client>().unwrap(), [client(2)]);
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn a_migration_is_not_begun_without_its_copy() {
    let folder = written();
    // A file where the folder of copies should be.
    fs::write(folder.path().join("backups"), "").unwrap();
    assert!(Store::open_with(&open_as(&folder), NEXT).is_err());
    assert!(Store::open(&open_as(&folder)).is_ok(), "the book still has its old schema");
}

#[test]
fn a_copy_is_whole_and_holds_the_same() {
    let mut book = book();
    book.change("fill", fill);
    let to = book.folder.path().join("backups/copy.sqlite");
    book.store.copy_to(&to).unwrap();
    let check = crate::check_copy(&to, None).unwrap();
    assert_eq!((check.entries, check.rows), (1, 19));
}

#[test]
fn a_copy_that_is_not_whole_does_not_count() {
    let mut book = book();
    book.change("fill", fill);
    let to = book.folder.path().join("copy.sqlite");
    book.store.copy_to(&to).unwrap();
    let mut bytes = fs::read(&to).unwrap();
    let length = bytes.len();
    bytes.truncate(length - 4096);
    fs::write(&to, bytes).unwrap();
    assert!(crate::check_copy(&to, None).is_err());
}

#[test]
fn settings_and_unfinished_forms_are_kept_beside_the_journal() {
    let mut book = book();
    let draft = crate::FormDraft {
        name: "contract_add".to_owned(),
        text: "{\"title\":\"商\"}".to_owned(),
        saved: at(),
    };
    book.store.save_setting("settings", "{}").unwrap();
    book.store.save_form_draft(&draft).unwrap();
    let mut book = book.reopened();
    assert_eq!(book.store.setting("settings").unwrap().as_deref(), Some("{}"));
    assert_eq!(book.store.form_draft("contract_add").unwrap(), Some(draft));
    book.store.clear_form_draft("contract_add").unwrap();
    assert_eq!(book.store.form_draft("contract_add").unwrap(), None);
    assert_eq!(book.store.rows().entries().unwrap(), 0);
}
