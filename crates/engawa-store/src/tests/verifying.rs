//! A book that is looked at: nothing of it is written, and whatever is wrong is named.

use std::fs;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;

use super::samples::*;
use crate::{Aside, BookFault, FormDraft, Hash, Store, Table, Verified};

/// A book with a row of every kind, a few changes, a setting and a form, closed as the app closes it.
fn closed() -> TempDir {
    let mut book = book();
    book.change("fill", fill);
    book.change("stage", |change| change.insert(&stage(99, 3)));
    book.change("second", |change| change.insert(&contract(20, 1, 2)));
    book.store.save_setting("settings", r#"{"theme":"dark"}"#).unwrap();
    let draft = FormDraft { name: "form".to_owned(), text: "下書き".to_owned(), saved: at() };
    book.store.save_form_draft(&draft).unwrap();
    book.store.save_rules_seen(&[("sample".to_owned(), "said".to_owned())].into()).unwrap();
    let InFolder { store, folder } = book;
    drop(store);
    folder
}

fn file(folder: &TempDir) -> PathBuf {
    folder.path().join("book.sqlite")
}

fn looked(folder: &TempDir) -> Verified {
    Store::for_reading(&file(folder), None).unwrap().verify(&[])
}

/// Does something to the file that the app never does.
fn meddle(folder: &TempDir, sql: &str) {
    let connection = Connection::open(file(folder)).unwrap();
    connection.execute_batch(sql).unwrap();
    connection.pragma_update(None, "wal_checkpoint", "TRUNCATE").ok();
}

/// Every file of the folder with its bytes.
fn everything(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(Result::unwrap)
        .filter(|entry| entry.path().is_file())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn a_closed_book_is_looked_through_where_it_is_and_nothing_is_written() {
    let folder = closed();
    let before = everything(folder.path());
    assert_eq!(before.len(), 1, "closed, a book is one file");
    let found = looked(&folder);
    assert_eq!(found.faults, []);
    assert_eq!((found.entries, found.rows, found.heads.len()), (3, 21, 1));
    assert_eq!(found.heads[0].seq, 3);
    assert_eq!(found.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["画面 1.png"]);
    assert_eq!(everything(folder.path()), before);
}

#[test]
fn a_book_that_is_open_elsewhere_is_looked_through_as_it_is_by_now() {
    let mut book = book();
    book.change("fill", fill);
    let before = everything(book.folder.path());
    assert!(before.iter().any(|(name, bytes)| name == "book.sqlite-wal" && !bytes.is_empty()));
    let found = Store::for_reading(&book.folder.path().join("book.sqlite"), None).unwrap().verify(&[]);
    assert_eq!((found.entries, found.faults), (1, vec![]), "what is in the log counts");
    assert_eq!(everything(book.folder.path()), before);
    book.change("stage", |change| change.insert(&stage(99, 3)));
}

#[test]
fn a_path_with_every_odd_letter_is_found() {
    let folder = closed();
    let odd = folder.path().join(allowed("帳 #1?%20&x=y"));
    fs::create_dir(&odd).unwrap();
    fs::copy(file(&folder), odd.join("book.sqlite")).unwrap();
    let found = Store::for_reading(&odd.join("book.sqlite"), None).unwrap().verify(&[]);
    assert_eq!((found.entries, found.faults), (3, vec![]));
    assert_eq!(everything(&odd).len(), 1, "and nothing is made beside it");
}

#[test]
fn a_book_of_an_older_schema_is_looked_through_in_a_copy_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/old-books/book-1.sqlite");
    fs::copy(old, file(&folder)).unwrap();
    let before = everything(folder.path());
    let found = looked(&folder);
    assert_eq!(found.faults, []);
    assert!(found.entries > 0);
    assert_eq!(everything(folder.path()), before);
}

#[test]
fn every_altered_entry_is_named_and_not_only_the_first() {
    let folder = closed();
    meddle(
        &folder,
        "DROP TRIGGER journal_is_never_rewritten;
         UPDATE journal SET op = 'other' WHERE seq IN (1, 3);",
    );
    let found = looked(&folder);
    let origin = || uuid(0xFFFF).to_string();
    assert!(found.faults.contains(&BookFault::Altered { origin: origin(), seq: 1 }), "{:?}", found.faults);
    assert!(found.faults.contains(&BookFault::Altered { origin: origin(), seq: 3 }), "{:?}", found.faults);
    let trigger = BookFault::Schema { object: "trigger journal_is_never_rewritten".to_owned() };
    assert!(found.faults.contains(&trigger), "and so is the guard that is gone: {:?}", found.faults);
}

#[test]
fn a_letter_that_reads_alike_is_not_the_same_letter() {
    let folder = closed();
    let other = uuid(0xFFFF).to_string().to_uppercase();
    meddle(
        &folder,
        &format!(
            "DROP TRIGGER journal_is_never_rewritten; UPDATE journal SET origin = '{other}' WHERE seq = 2;"
        ),
    );
    let altered = |fault: &BookFault| matches!(fault, BookFault::Altered { seq: 2, .. });
    assert!(looked(&folder).faults.iter().any(altered));
}

#[test]
fn a_chain_that_lost_its_end_is_found_by_whoever_kept_its_last_hash() {
    let folder = closed();
    let kept: Hash = looked(&folder).heads[0].hash.parse().unwrap();
    let whole = Store::for_reading(&file(&folder), None).unwrap().verify(&[kept]);
    assert_eq!(whole.faults, []);
    let cut = format!(
        "DROP TRIGGER journal_is_never_shortened;
         DELETE FROM journal_about WHERE position = 3;
         DELETE FROM journal WHERE position = 3;
         DELETE FROM contracts WHERE id = '{}';
         CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
BEGIN SELECT RAISE (ABORT, 'the journal is never shortened'); END;",
        uuid(20)
    );
    meddle(&folder, &cut);
    assert_eq!(looked(&folder).faults, [], "in itself what is left is whole");
    let found = Store::for_reading(&file(&folder), None).unwrap().verify(&[kept]);
    assert_eq!(found.faults, [BookFault::NotInChain { hash: kept }]);
}

#[test]
fn what_is_in_no_journal_is_under_a_seal() {
    for (table, sql) in [
        (Aside::Settings, "UPDATE settings SET value = '{}'"),
        (Aside::FormDrafts, "UPDATE form_drafts SET text = 'x'"),
        (Aside::RulesSeen, "UPDATE rules_seen SET said = 'x'"),
        (Aside::Meta, "UPDATE meta SET value = 'x' WHERE name = 'origin'"),
    ] {
        let folder = closed();
        meddle(&folder, sql);
        assert_eq!(looked(&folder).faults, [BookFault::Seal { table }]);
    }
}

#[test]
fn a_book_from_before_the_seals_is_no_fault_and_is_sealed_when_something_is_saved() {
    let folder = closed();
    meddle(&folder, "DELETE FROM meta WHERE name LIKE 'seal %'; UPDATE settings SET value = '{}'");
    assert_eq!(looked(&folder).faults, []);
    let mut store = Store::open(&open_as(&folder)).unwrap();
    store.clear_form_draft("form").unwrap();
    drop(store);
    assert_eq!(looked(&folder).faults, []);
    meddle(&folder, "UPDATE settings SET value = '{ }'");
    assert_eq!(looked(&folder).faults, [BookFault::Seal { table: Aside::Settings }]);
}

#[test]
fn rows_are_compared_with_the_journal_one_by_one() {
    let folder = closed();
    meddle(
        &folder,
        &format!(
            "UPDATE contracts SET amount = 1 WHERE id = '{}'; DELETE FROM payments; UPDATE journal_about SET contract = 'x' WHERE position = 2;",
            uuid(3)
        ),
    );
    let faults = looked(&folder).faults;
    for expected in [
        BookFault::Unexplained { table: Table::Contracts, id: uuid(3).to_string() },
        BookFault::MissingRow { table: Table::Payments, id: uuid(16).to_string() },
        BookFault::About { position: 2 },
    ] {
        assert!(faults.contains(&expected), "{expected:?} in {faults:?}");
    }
}

/// Everything that a reader of the book could be told: the facts, the journal, and what is beside them. Not the answers kept for
/// repeated presses of a button, and not the seals.
fn content(path: &Path) -> Result<Vec<String>, rusqlite::Error> {
    let connection = Connection::open(path)?;
    let mut told = Vec::new();
    let aside = ["journal", "journal_about", "settings", "form_drafts", "rules_seen"].map(str::to_owned);
    let tables = Table::ALL.into_iter().map(|table| table.name().to_owned()).chain(aside);
    let all = tables.map(|table| format!("SELECT * FROM {table} ORDER BY 1, 2"));
    let meta = "SELECT * FROM meta WHERE name NOT LIKE 'seal %' ORDER BY 1".to_owned();
    for sql in all.chain([meta]) {
        let mut statement = connection.prepare(&sql)?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let cells = (0..columns).map(|at| row.get_ref(at).map(|cell| format!("{cell:?}")));
            told.push(cells.collect::<Result<Vec<_>, _>>()?.join("|"));
        }
    }
    Ok(told)
}

/// Numbers that come again: a linear congruential generator (Knuth, MMIX).
fn numbers() -> impl FnMut(u64) -> u64 {
    let mut state = 0x853c_49e6_748f_ea9b_u64;
    move |below| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    }
}

/// One byte after another is flipped, on every page of the file: where pages begin (headers and cell pointers), where they end
/// (where SQLite puts content first) and anywhere. Either the look names a fault, or the byte means nothing: everything that the
/// book says is what it was.
#[test]
fn one_flipped_byte_anywhere_is_found_or_means_nothing() {
    const PAGE: u64 = 4096;
    let folder = closed();
    let path = file(&folder);
    let whole = content(&path).unwrap();
    let bytes = fs::read(&path).unwrap();
    let length = bytes.len() as u64;
    let mut number = numbers();
    let mut places: Vec<u64> = (0..100).collect();
    for page in 0..length / PAGE {
        let begin = page * PAGE;
        places.extend((0..10).map(|_| begin + number(64)));
        places.extend((0..30).map(|_| begin + PAGE - 1 - number(700)));
        places.extend((0..6).map(|_| begin + number(PAGE)));
    }
    assert!(places.len() >= 2_000, "{} places", places.len());
    let (mut named, mut meaningless) = (0, 0);
    let mut file = fs::OpenOptions::new().read(true).write(true).open(&path).unwrap();
    for at in places {
        let flipped = bytes[usize::try_from(at).unwrap()] ^ (1 << number(8));
        write_at(&mut file, at, flipped);
        let found = Store::for_reading(&path, None).map(|reading| reading.verify(&[]).faults);
        let says_nothing = matches!(&found, Ok(faults) if faults.is_empty());
        if says_nothing {
            let now = content(&path).unwrap_or_default();
            assert_eq!(now, whole, "byte {at} (page {}) was flipped and nothing was said", at / PAGE + 1);
            meaningless += 1;
        } else {
            named += 1;
        }
        write_at(&mut file, at, bytes[usize::try_from(at).unwrap()]);
    }
    let mut again = Vec::new();
    file.rewind().unwrap();
    file.read_to_end(&mut again).unwrap();
    assert_eq!(again, bytes, "the test put everything back");
    assert!(named > meaningless / 4, "{named} named, {meaningless} without meaning");
}

fn write_at(file: &mut fs::File, at: u64, byte: u8) {
    file.seek(SeekFrom::Start(at)).unwrap();
    file.write_all(&[byte]).unwrap();
}
