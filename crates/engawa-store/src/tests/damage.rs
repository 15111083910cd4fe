//! Every kind of damage inside the file: inflicted, found as exactly that, and set right or left as it is.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use engawa_domain::facts::Client;

use super::samples::*;
use crate::{Asked, Flaw, Ground, Object, ObjectState, Origin, Place, StoreError, Table, inflict};

/// A book with a contract and a later change of its amount, damaged by these statements while it was closed.
fn damaged(sql: &str) -> InFolder {
    let mut book = book();
    book.change("fill", fill);
    book.change("amend", |change| {
        let mut contract = contract(3, 1, 2);
        contract.amount = None;
        change.update(&contract)
    });
    let InFolder { store, folder } = book;
    drop(store);
    inflict::statements(&folder.path().join("book.sqlite"), sql).unwrap();
    let store = crate::Store::open(&open_as(&folder)).unwrap();
    InFolder { store, folder }
}

fn flaws(book: &InFolder) -> Vec<Flaw> {
    book.store.examine().unwrap().flaws
}

/// Sets everything right that can be, as `engawa-book` does.
fn repair(book: &mut InFolder) {
    let found = flaws(book);
    for flaw in &found {
        book.store.mend(flaw, at()).unwrap();
    }
    let found = flaws(book);
    let mut change = book.store.begin().unwrap();
    change.set_right(&found, at(), "salvage").unwrap();
    change.commit(at(), "repair", None).unwrap();
}

fn place(table: Table, number: u128) -> Place {
    Place { table, id: uuid(number).to_string() }
}

const FIRST: Ground = Ground::Firm { position: 1 };

#[test]
fn a_sound_book_has_no_flaw_and_the_look_at_it_says_how_far_it_is() {
    let mut book = damaged("SELECT 1");
    book.store.settle().unwrap();
    let told = Arc::new(AtomicU64::new(0));
    let asked = Asked::by({
        let told = Arc::clone(&told);
        move |bytes| {
            told.fetch_add(bytes, Ordering::Relaxed);
            true
        }
    });
    let found = book.store.examine_asking(&asked).unwrap();
    assert_eq!((found.flaws.len(), found.entries, found.rows), (0, 2, 19));
    let file = fs::metadata(book.folder.path().join("book.sqlite")).unwrap().len();
    assert_eq!(told.load(Ordering::Relaxed), file, "every byte of the file counts once");
}

#[test]
fn a_dropped_index_is_named_and_made_again() {
    let mut book = damaged("DROP INDEX contracts_client");
    let name = "contracts_client".to_owned();
    assert_eq!(flaws(&book), [Flaw::Schema { object: Object::Index, name, state: ObjectState::Missing }]);
    repair(&mut book);
    assert_eq!(flaws(&book), []);
    assert_eq!(book.store.rows().entries().unwrap(), 2, "no fact changed, so the journal says nothing");
}

#[test]
fn a_dropped_guard_of_the_journal_is_named_and_made_again() {
    let mut book = damaged("DROP TRIGGER journal_is_never_rewritten");
    let name = "journal_is_never_rewritten".to_owned();
    let missing = Flaw::Schema { object: Object::Trigger, name, state: ObjectState::Missing };
    assert_eq!(flaws(&book), [missing]);
    repair(&mut book);
    assert_eq!(flaws(&book), []);
    assert!(book.store.connection.execute_batch("UPDATE journal SET op = 'x'").is_err(), "it guards again");
}

#[test]
fn a_guard_of_the_journal_that_lets_everything_pass_is_found_and_replaced() {
    let mut book = damaged(
        "DROP TRIGGER journal_is_never_shortened; \
         CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal BEGIN SELECT 1; END",
    );
    let name = "journal_is_never_shortened".to_owned();
    assert_eq!(flaws(&book), [Flaw::Schema { object: Object::Trigger, name, state: ObjectState::Altered }]);
    repair(&mut book);
    assert!(book.store.connection.execute_batch("DELETE FROM journal").is_err());
}

#[test]
fn a_table_that_is_gone_comes_back_with_the_rows_that_the_journal_tells() {
    let mut book = damaged("DROP TABLE payments");
    let missing =
        Flaw::Schema { object: Object::Table, name: "payments".to_owned(), state: ObjectState::Missing };
    let index = |flaw: &Flaw| matches!(flaw, Flaw::Schema { object: Object::Index, .. });
    let found = flaws(&book);
    assert!(
        found.contains(&missing) && found.iter().all(|flaw| *flaw == missing || index(flaw)),
        "{found:?}"
    );
    repair(&mut book);
    assert_eq!(flaws(&book), []);
    assert_eq!(book.store.rows().all::<engawa_domain::facts::Payment>().unwrap(), [payment(16, 3)]);
}

#[test]
fn an_index_that_does_not_fit_its_rows_is_made_again() {
    // The index is emptied behind SQLite's back: what it is filled from stays as it is.
    let mut book = damaged("SELECT 1");
    let root: usize = book
        .store
        .connection
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'contracts_client'", [], |row| row.get(0))
        .unwrap();
    let InFolder { store, folder } = book;
    drop(store);
    let path = folder.path().join("book.sqlite");
    let mut bytes = fs::read(&path).unwrap();
    // A page of an index without cells: kind 10, no free block, no cell, content at the end of the page.
    bytes[(root - 1) * 4096..][..8].copy_from_slice(&[10, 0, 0, 0, 0, 0x10, 0, 0]);
    fs::write(&path, bytes).unwrap();
    book = InFolder { store: crate::Store::open(&open_as(&folder)).unwrap(), folder };
    assert_eq!(flaws(&book), [Flaw::Index { table: Table::Contracts }]);
    repair(&mut book);
    assert_eq!(flaws(&book), []);
}

#[test]
fn a_page_that_rotted_is_told_as_one_and_nothing_else_is_guessed() {
    let book = damaged("SELECT 1");
    let root: usize = book
        .store
        .connection
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'stages'", [], |row| row.get(0))
        .unwrap();
    let InFolder { store, folder } = book;
    drop(store);
    let path = folder.path().join("book.sqlite");
    let mut bytes = fs::read(&path).unwrap();
    bytes[(root - 1) * 4096..root * 4096].fill(0xA5);
    fs::write(&path, bytes).unwrap();
    let book = InFolder { store: crate::Store::open(&open_as(&folder)).unwrap(), folder };
    let found = flaws(&book);
    assert!(!found.is_empty() && found.iter().all(|flaw| matches!(flaw, Flaw::Page { .. })), "{found:?}");
}

#[test]
fn a_row_that_is_not_what_the_journal_says_becomes_so_again_and_undoing_brings_back_what_was_found() {
    let mut book = damaged("UPDATE stages SET day = '2026-11-01'");
    assert_eq!(flaws(&book), [Flaw::RowAltered { place: place(Table::Stages, 4), ground: FIRST }]);
    repair(&mut book);
    assert_eq!(flaws(&book), []);
    assert_eq!(book.store.rows().all::<engawa_domain::facts::StageEvent>().unwrap(), [stage(4, 3)]);
    let entry = book.store.rows().history(None, 1).unwrap().remove(0);
    assert_eq!(entry.op, "repair");
    let mut change = book.store.begin().unwrap();
    change.apply(&entry, crate::Direction::Back).unwrap();
    change.commit(at(), "undo", None).unwrap();
    let found = book.store.rows().all::<engawa_domain::facts::StageEvent>().unwrap();
    assert_eq!(found[0].when.day, "2026-11-01".parse().unwrap());
    assert_eq!(flaws(&book), [], "what was found is in the journal too");
}

#[test]
fn the_journal_of_a_repaired_book_can_be_replayed_from_its_first_entry() {
    let mut book =
        damaged("UPDATE stages SET day = '2026-11-01'; DELETE FROM wishes; UPDATE clients SET kind = 'tree'");
    repair(&mut book);
    let mut other = super::samples::book();
    let mut entries = Vec::new();
    book.store
        .rows()
        .each_entry(|entry| {
            entries.push(entry);
            Ok::<_, StoreError>(())
        })
        .unwrap();
    let mut change = other.store.begin_replay().unwrap();
    for entry in &entries {
        change.replay(entry).unwrap();
    }
    change.commit_replayed().unwrap();
    assert_eq!(other.store.digest().unwrap(), book.store.digest().unwrap());
}

#[test]
fn a_row_that_the_journal_leads_to_and_that_is_gone_comes_back() {
    let mut book = damaged("DELETE FROM clients");
    assert_eq!(
        flaws(&book),
        [Flaw::RowMissing { place: place(Table::Clients, 2), ground: FIRST }],
        "that the contract refers to it follows from that"
    );
    repair(&mut book);
    assert_eq!(flaws(&book), []);
    assert_eq!(book.store.rows().all::<Client>().unwrap(), [client(2)]);
}

#[test]
fn a_row_that_the_journal_never_heard_of_is_kept_and_written_into_it() {
    let sql = format!(
        "INSERT INTO clients (id, name, reading, kind, note) VALUES ('{}', '北町', '', 'unknown', '')",
        uuid(900)
    );
    let mut book = damaged(&sql);
    let unknown = Flaw::RowUnknown { place: place(Table::Clients, 900), removed: None };
    assert_eq!(flaws(&book), [unknown]);
    repair(&mut book);
    assert_eq!(flaws(&book), []);
    assert_eq!(book.store.rows().all::<Client>().unwrap().len(), 2, "nothing that was found is lost");
    assert_eq!(book.store.rows().history(None, 1).unwrap()[0].op, "repair");
}

#[test]
fn a_row_that_was_taken_out_and_is_there_again_is_taken_out_once_more() {
    let mut book = book();
    book.change("fill", fill);
    book.change("remove", |change| {
        change.delete::<engawa_domain::facts::StatusSeen>(status(8, 3, seen_by_me()).id)
    });
    let InFolder { store, folder } = book;
    drop(store);
    // An approval that the user took back must not stand again because a page of the file did.
    let back = format!(
        "INSERT INTO statuses SELECT '{}', contract, value, witness, words, shown, day, time, note FROM statuses",
        uuid(8)
    );
    inflict::statements(&folder.path().join("book.sqlite"), &back).unwrap();
    let mut book = InFolder { store: crate::Store::open(&open_as(&folder)).unwrap(), folder };
    let removed = Some(Ground::Firm { position: 2 });
    assert_eq!(flaws(&book), [Flaw::RowUnknown { place: place(Table::Statuses, 8), removed }]);
    repair(&mut book);
    assert_eq!(flaws(&book), []);
    assert_eq!(book.store.rows().count(Table::Statuses).unwrap(), 1);
}

#[test]
fn a_value_that_its_column_may_not_hold_is_named_and_set_right_from_the_journal() {
    for (sql, table, number, column) in [
        ("UPDATE clients SET kind = 'tree'", Table::Clients, 2, "kind"),
        ("UPDATE stages SET day = '2026-02-30'", Table::Stages, 4, "day"),
        ("UPDATE evidence_links SET fact = 'nobody'", Table::EvidenceLinks, 14, "fact"),
        ("UPDATE evidence SET sha256 = '../../x'", Table::Evidence, 13, "sha256"),
    ] {
        let mut book = damaged(sql);
        let found = flaws(&book);
        assert!(
            matches!(&found[..], [Flaw::Value { place: at, column: of, ground: Some(Ground::Firm { .. }), .. }]
                if *at == place(table, number) && *of == column),
            "{sql}: {found:?}"
        );
        repair(&mut book);
        assert_eq!(flaws(&book), [], "{sql}");
    }
}

#[test]
fn a_row_that_cannot_be_read_and_that_nobody_knows_stays_as_it_is() {
    let sql = format!(
        "INSERT INTO clients (id, name, reading, kind, note) VALUES ('{}', '北町', '', 'tree', '')",
        uuid(900)
    );
    let mut book = damaged(&sql);
    let before = flaws(&book);
    assert!(matches!(&before[..], [Flaw::Value { ground: None, .. }]), "{before:?}");
    repair(&mut book);
    assert_eq!(flaws(&book), before, "nothing is invented and nothing is thrown away");
}

#[test]
fn a_row_whose_entry_was_altered_is_not_made_what_that_entry_says() {
    let rewrite = "UPDATE journal SET facts = replace(facts, '承認', '否認') WHERE seq = 1";
    let mut book = damaged(&format!(
        "DROP TRIGGER journal_is_never_rewritten; {rewrite}; CREATE TRIGGER journal_is_never_rewritten BEFORE UPDATE ON journal
BEGIN SELECT RAISE (ABORT, 'the journal is never rewritten'); END"
    ));
    let altered = Flaw::EntryAltered { origin: Origin(uuid(0xFFFF)), seq: 1 };
    let row = Flaw::RowAltered { place: place(Table::Statuses, 7), ground: Ground::Doubtful };
    assert_eq!(flaws(&book), [altered, row]);
    let before = book.store.digest().unwrap();
    repair(&mut book);
    assert_eq!(book.store.digest().unwrap(), before, "what an altered entry says proves nothing");
}

#[test]
fn an_entry_taken_out_is_named_by_the_one_that_no_longer_follows() {
    let mut book = damaged("SELECT 1");
    book.change("stage", |change| change.insert(&stage(99, 3)));
    let InFolder { store, folder } = book;
    drop(store);
    let sql = "DROP TRIGGER journal_is_never_shortened; DELETE FROM journal_about WHERE position = 2; \
               DELETE FROM journal WHERE position = 2; \
               CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
BEGIN SELECT RAISE (ABORT, 'the journal is never shortened'); END";
    inflict::statements(&folder.path().join("book.sqlite"), sql).unwrap();
    let mut book = InFolder { store: crate::Store::open(&open_as(&folder)).unwrap(), folder };
    let origin = Origin(uuid(0xFFFF));
    let broken = Flaw::ChainBroken { origin, seq: 3 };
    let amended = Flaw::RowAltered { place: place(Table::Contracts, 3), ground: Ground::Doubtful };
    assert_eq!(flaws(&book), [broken.clone(), amended]);
    repair(&mut book);
    assert!(flaws(&book).contains(&broken), "the chain is never touched");
}

#[test]
fn the_list_of_what_entries_are_about_is_made_anew() {
    for sql in [
        "DELETE FROM journal_about WHERE position = 2",
        "UPDATE journal_about SET contract = '00000000-0000-0000-0000-000000000999' WHERE position = 2",
    ] {
        let mut book = damaged(sql);
        assert!(matches!(flaws(&book)[..], [Flaw::About { .. }]), "{sql}: {:?}", flaws(&book));
        repair(&mut book);
        assert_eq!(flaws(&book), [], "{sql}");
        assert_eq!(book.store.rows().history(Some(contract(3, 1, 2).id), 9).unwrap().len(), 2);
    }
}

#[test]
fn an_answer_without_its_entry_is_forgotten() {
    let mut book = damaged("INSERT INTO actions VALUES ('a-press', 900, 'null')");
    assert_eq!(flaws(&book), [Flaw::Action { action: "a-press".to_owned() }]);
    repair(&mut book);
    assert_eq!(flaws(&book), []);
}

#[test]
fn a_form_that_does_not_say_when_it_was_saved_keeps_what_was_typed() {
    let mut book = damaged("INSERT INTO form_drafts VALUES ('contract_add', '{\"title\":\"商\"}', 'once')");
    assert_eq!(flaws(&book), [Flaw::Form { name: "contract_add".to_owned() }]);
    repair(&mut book);
    assert_eq!(flaws(&book), []);
    assert_eq!(book.store.form_draft("contract_add").unwrap().unwrap().text, "{\"title\":\"商\"}");
}

#[test]
fn a_book_without_its_origin_opens_and_gets_it_back_from_the_last_press_of_a_button() {
    let mut book = book();
    let mut change = book.store.begin().unwrap();
    change.insert(&client(2)).unwrap();
    let action = engawa_domain::ids::ActionId(uuid(77));
    change.commit(at(), "client", Some((action, "null"))).unwrap();
    let InFolder { store, folder } = book;
    drop(store);
    inflict::statements(&folder.path().join("book.sqlite"), "DELETE FROM meta").unwrap();
    let how = crate::OpenAs { new_origin: Origin(uuid(0xEEEE)), ..open_as(&folder) };
    let mut book = InFolder { store: crate::Store::open(&how).unwrap(), folder };
    assert_eq!(flaws(&book), [Flaw::Origin]);
    assert_eq!(book.store.origin(), Origin(uuid(0xFFFF)));
    repair(&mut book);
    assert_eq!(flaws(&book), []);
}

#[test]
fn a_row_that_refers_to_nothing_although_the_journal_says_so_stays_as_it_is() {
    let mut book = book();
    book.change("fill", fill);
    book.store.connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    book.change("forget", |change| change.delete::<Client>(client(2).id));
    let (contract, client) = (place(Table::Contracts, 3), place(Table::Clients, 2));
    let dangling = Flaw::Dangling { place: contract, column: "client", to: client };
    assert_eq!(flaws(&book), std::slice::from_ref(&dangling));
    repair(&mut book);
    assert_eq!(flaws(&book), [dangling], "who the client was would be a guess");
}

#[test]
fn an_entry_that_cannot_be_read_is_named_by_its_place() {
    let book = damaged(
        "DROP TRIGGER journal_is_never_rewritten; UPDATE journal SET at = 'once' WHERE position = 2; \
         CREATE TRIGGER journal_is_never_rewritten BEFORE UPDATE ON journal
BEGIN SELECT RAISE (ABORT, 'the journal is never rewritten'); END",
    );
    let found = flaws(&book);
    assert!(found.contains(&Flaw::EntryUnreadable { position: 2 }), "{found:?}");
}
