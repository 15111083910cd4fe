//! What can be read of a damaged file becomes a whole book.

use std::fs;
use std::path::{Path, PathBuf};

use engawa_domain::facts::{Client, Contract, StageEvent};

use super::samples::*;
use crate::{Origin, Salvage, Store, Table, WhyLost, inflict};

const CONTRACTS: u64 = 200;

/// A closed book with many contracts, each recorded by an entry of its own; a page of 4 KiB holds a few of them.
fn many() -> (tempfile::TempDir, PathBuf) {
    let mut book = book();
    book.change("fill", fill);
    for number in 0..u128::from(CONTRACTS) {
        book.change("contract", |change| {
            change.insert(&contract(1_000 + number, 1, 2))?;
            change.insert(&stage(5_000 + number, 1_000 + number))
        });
    }
    let InFolder { store, folder } = book;
    drop(store);
    let path = folder.path().join("book.sqlite");
    (folder, path)
}

fn salvaged(file: &Path) -> (InFolder, Salvage) {
    let before = fs::read(file).unwrap();
    let salvage = Salvage::of(file, None).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("book.sqlite");
    salvage.write(&to, None, Origin(uuid(0xDDDD)), at(), "salvage", &crate::Asked::nobody()).unwrap();
    assert_eq!(fs::read(file).unwrap(), before, "the damaged file is left as it is");
    let store = Store::open(&open_as(&folder)).unwrap();
    let check = store.check().unwrap();
    assert!(check.is_whole(), "the new book is whole: {check:?}");
    (InFolder { store, folder }, salvage)
}

fn root(file: &Path, name: &str) -> usize {
    let connection = rusqlite::Connection::open(file).unwrap();
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
    connection.query_row(sql, [name], |row| row.get(0)).unwrap()
}

fn spoil(file: &Path, page: usize) {
    let mut bytes = fs::read(file).unwrap();
    bytes[(page - 1) * 4096..page * 4096].fill(0xA5);
    fs::write(file, bytes).unwrap();
}

#[test]
fn a_sound_book_is_salvaged_whole_and_goes_on_under_its_own_origin() {
    let (_folder, file) = many();
    let sound = Store::open_read_only(&file, None).unwrap().digest().unwrap();
    let (book, salvage) = salvaged(&file);
    assert_eq!(book.store.digest().unwrap(), sound);
    assert_eq!(book.store.origin(), Origin(uuid(0xFFFF)), "what was done before can still be undone");
    let report = salvage.report();
    assert!(report.lost.is_empty() && !report.gap);
    assert_eq!(report.entries_kept, 1 + CONTRACTS);
    assert_eq!(report.tables[&Table::Contracts].read, 1 + CONTRACTS);
}

#[test]
fn rows_of_a_spoilt_table_are_told_by_the_journal() {
    let (_folder, file) = many();
    let sound = Store::open_read_only(&file, None).unwrap().digest().unwrap();
    spoil(&file, root(&file, "contracts"));
    let (book, salvage) = salvaged(&file);
    assert_eq!(book.store.digest().unwrap(), sound, "every row is also in the journal");
    let contracts = salvage.report().tables[&Table::Contracts];
    assert_eq!(contracts.from_journal, 1 + CONTRACTS);
    assert!(salvage.report().lost.is_empty());
}

#[test]
fn rows_stay_when_the_journal_is_spoilt_and_one_entry_tells_that_they_were_found() {
    let (_folder, file) = many();
    let sound = Store::open_read_only(&file, None).unwrap().digest().unwrap();
    // The tree of the journal, and with it the way to every page of it; then every page that holds an entry.
    spoil(&file, root(&file, "journal"));
    let mut bytes = fs::read(&file).unwrap();
    for page in bytes.chunks_mut(4096).skip(1) {
        let holds_facts = page.windows(9).any(|bytes| bytes == b"\"before\":");
        if page[0] == 0x0D && holds_facts {
            page.fill(0);
        }
    }
    fs::write(&file, bytes).unwrap();
    let (book, salvage) = salvaged(&file);
    assert_eq!(book.store.digest().unwrap(), sound);
    assert_eq!(salvage.report().entries_kept, 0);
    let history = book.store.rows().history(None, 9).unwrap();
    assert_eq!(history.iter().map(|entry| entry.op.as_str()).collect::<Vec<_>>(), ["salvage"]);
    assert_eq!(book.store.origin(), Origin(uuid(0xDDDD)), "numbers that were used once are not used again");
}

#[test]
fn without_the_first_page_the_journal_is_found_page_by_page() {
    let (_folder, file) = many();
    spoil(&file, 1);
    assert!(Store::open_read_only(&file, None).is_err(), "for SQLite this is no database any more");
    let (book, salvage) = salvaged(&file);
    assert_eq!(salvage.report().entries_kept, 1 + CONTRACTS, "every entry has the hash it says");
    assert_eq!(book.store.rows().all::<Contract>().unwrap().len(), 1 + usize::try_from(CONTRACTS).unwrap());
    let doubtful: Vec<_> = salvage.report().lost.iter().map(|lost| (lost.place.table, lost.why)).collect();
    assert_eq!(
        doubtful,
        [(Table::Statuses, WhyLost::Doubtful), (Table::Statuses, WhyLost::Doubtful)],
        "whether an approval was taken back in what is lost nobody can say: it is not made one again"
    );
}

#[test]
fn a_file_cut_in_half_gives_what_is_in_its_half() {
    let (_folder, file) = many();
    let whole = fs::read(&file).unwrap();
    fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    let (book, salvage) = salvaged(&file);
    assert!(salvage.report().gap);
    let contracts = book.store.rows().all::<Contract>().unwrap().len();
    assert!(contracts > 10, "half of the file holds more than {contracts} contracts");
}

#[test]
fn a_cut_anywhere_gives_a_whole_book_with_some_of_the_rows_and_none_that_was_not_there() {
    let (_folder, file) = many();
    let sound: Vec<Contract> = Store::open_read_only(&file, None).unwrap().rows().all().unwrap();
    let whole = fs::read(&file).unwrap();
    for part in 1..16 {
        fs::write(&file, &whole[..whole.len() * part / 16]).unwrap();
        let (book, _) = salvaged(&file);
        let found: Vec<Contract> = book.store.rows().all().unwrap();
        assert!(found.iter().all(|contract| sound.contains(contract)), "cut at {part}/16");
    }
}

#[test]
fn any_spoilt_page_gives_a_whole_book_without_a_row_that_was_not_there() {
    let (_folder, file) = many();
    let sound: Vec<StageEvent> = Store::open_read_only(&file, None).unwrap().rows().all().unwrap();
    let whole = fs::read(&file).unwrap();
    let pages = whole.len() / 4096;
    for page in (1..=pages).step_by(7) {
        fs::write(&file, &whole).unwrap();
        spoil(&file, page);
        let (book, _) = salvaged(&file);
        let found: Vec<StageEvent> = book.store.rows().all().unwrap();
        assert_eq!(found, sound, "page {page} of {pages}: each row is in two places");
    }
}

#[test]
fn an_altered_entry_ends_the_journal_and_the_rows_after_it_are_found_once_more() {
    let (_folder, file) = many();
    let sound = Store::open_read_only(&file, None).unwrap().digest().unwrap();
    let sql = "DROP TRIGGER journal_is_never_rewritten; UPDATE journal SET op = 'other' WHERE position = 60";
    inflict::statements(&file, sql).unwrap();
    let (book, salvage) = salvaged(&file);
    assert_eq!(book.store.digest().unwrap(), sound);
    let report = salvage.report();
    assert_eq!((report.entries_kept, report.entries_altered), (59, 1));
    assert_eq!(report.entries_after_gap, CONTRACTS + 1 - 60);
}

#[test]
fn a_row_that_cannot_be_read_is_told_by_the_journal() {
    let (_folder, file) = many();
    inflict::statements(&file, "UPDATE clients SET kind = 'tree'").unwrap();
    let (book, _) = salvaged(&file);
    assert_eq!(book.store.rows().all::<Client>().unwrap(), [client(2)]);
}

#[test]
fn what_was_in_the_log_of_a_killed_program_is_salvaged_too() {
    let mut book = book();
    book.change("fill", fill);
    book.change("client", |change| change.insert(&client(900)));
    let copy = tempfile::tempdir().unwrap();
    for name in ["book.sqlite", "book.sqlite-wal"] {
        fs::copy(book.folder.path().join(name), copy.path().join(name)).unwrap();
    }
    let file = copy.path().join("book.sqlite");
    let mut bytes = fs::read(&file).unwrap();
    bytes[..100].fill(0);
    fs::write(&file, bytes).unwrap();
    let (saved, salvage) = salvaged(&file);
    assert_eq!(salvage.report().entries_kept, 2, "both are in the log only");
    assert_eq!(saved.store.rows().all::<Client>().unwrap().len(), 2);
}

#[test]
fn what_was_typed_and_how_the_app_looks_comes_along() {
    let mut book = book();
    book.store.save_setting("settings", "{\"language\":\"en\"}").unwrap();
    let draft = crate::FormDraft { name: "f".to_owned(), text: "商".to_owned(), saved: at() };
    book.store.save_form_draft(&draft).unwrap();
    let InFolder { store, folder } = book;
    drop(store);
    let (saved, _) = salvaged(&folder.path().join("book.sqlite"));
    assert_eq!(saved.store.setting("settings").unwrap().as_deref(), Some("{\"language\":\"en\"}"));
    assert_eq!(saved.store.form_draft("f").unwrap(), Some(draft));
}

#[test]
fn a_shopping_list_holds_nothing_to_salvage() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("book.sqlite");
    fs::write(&file, "牛乳\n卵\n".repeat(2_000)).unwrap();
    assert!(Salvage::of(&file, None).unwrap().is_empty());
}
