use std::collections::BTreeSet;
use std::process::Command;

use super::samples::*;
use crate::{ChainFault, Hash, Of, Table};

#[test]
fn a_change_says_which_tables_and_contracts_it_touched() {
    let mut book = book();
    let filled = book.change("fill", fill_with_log).unwrap();
    assert_eq!(filled.tables, Table::ALL.into_iter().collect::<BTreeSet<_>>());
    assert_eq!(filled.contracts, BTreeSet::from([contract(3, 1, 2).id]));
    let moved = book.change("move", |change| {
        change.insert(&contract(20, 1, 2))?;
        change.update(&engawa_domain::facts::StageEvent { contract: contract(20, 1, 2).id, ..stage(4, 3) })
    });
    assert_eq!(
        moved.unwrap().contracts,
        BTreeSet::from([contract(3, 1, 2).id, contract(20, 1, 2).id]),
        "a row that moves changes the answers of both"
    );
}

#[test]
fn a_change_that_changes_nothing_leaves_no_entry() {
    let mut book = book();
    book.change("fill", fill);
    assert_eq!(book.change("same", |change| change.update(&stage(4, 3))), None);
    assert_eq!(book.store.rows().entries().unwrap(), 1);
}

#[test]
fn a_change_that_is_dropped_never_happened() {
    let mut book = book();
    book.change("fill", fill);
    let before = book.store.digest().unwrap();
    let mut change = book.store.begin().unwrap();
    change.insert(&stage(99, 3)).unwrap();
    drop(change);
    assert_eq!(book.store.digest().unwrap(), before);
    book.change("next", |change| change.insert(&stage(99, 3)));
    assert!(book.store.check().unwrap().is_whole(), "the chain has no hole where the dropped change was");
}

#[test]
fn the_chain_goes_on_over_restarts() {
    let mut book = book();
    book.change("fill", fill);
    for number in 100..105 {
        book = book.reopened();
        book.change("stage", |change| change.insert(&stage(number, 3)));
    }
    let entries = book.store.rows().history(None, 100).unwrap();
    assert_eq!(entries.iter().rev().map(|entry| entry.seq).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
    assert_eq!(entries.last().unwrap().prev_hash, Hash::ZERO);
    assert!(entries.windows(2).all(|pair| pair[0].prev_hash == pair[1].hash));
}

#[test]
fn one_letter_changed_in_the_past_is_found() {
    let mut book = book();
    book.change("fill", fill);
    book.change("stage", |change| change.insert(&stage(99, 3)));
    let by_hand = "DROP TRIGGER journal_is_never_rewritten; UPDATE journal SET facts = replace(facts, '承認', '否認') WHERE seq = 1";
    book.store.connection.execute_batch(by_hand).unwrap();
    let check = book.store.check().unwrap();
    assert_eq!(check.chain, Some(ChainFault::Altered { seq: 1 }));
    assert!(check.unexplained.iter().any(|place| place.starts_with("statuses ")), "{:?}", check.unexplained);
}

#[test]
fn an_entry_taken_out_is_found() {
    let mut book = book();
    book.change("fill", fill);
    for number in 100..103 {
        book.change("stage", |change| change.insert(&stage(number, 3)));
    }
    let by_hand = "DROP TRIGGER journal_is_never_shortened; PRAGMA foreign_keys = OFF; DELETE FROM journal WHERE seq = 3";
    book.store.connection.execute_batch(by_hand).unwrap();
    assert_eq!(book.store.check().unwrap().chain, Some(ChainFault::Broken { seq: 4 }));
}

#[test]
fn a_row_changed_behind_the_journals_back_is_found() {
    let mut book = book();
    book.change("fill", fill);
    book.store.connection.execute("UPDATE contracts SET amount = 1", []).unwrap();
    let check = book.store.check().unwrap();
    assert_eq!(check.chain, None);
    assert_eq!(check.unexplained, [format!("contracts {}", uuid(3))]);
}

#[test]
fn the_history_of_a_contract_is_what_was_written_about_it() {
    let mut book = book();
    book.change("fill", fill);
    book.change("second", |change| change.insert(&contract(20, 1, 2)));
    book.change("stage", |change| change.insert(&stage(99, 3)));
    let ops = |contract| -> Vec<String> {
        book.store.rows().history(contract, 10).unwrap().into_iter().map(|entry| entry.op).collect()
    };
    assert_eq!(ops(None), ["stage", "second", "fill"]);
    assert_eq!(ops(Some(contract(3, 1, 2).id)), ["stage", "fill"]);
}

#[test]
fn entries_that_wrote_no_row_of_a_contract_are_told_with_it_where_their_places_are_named() {
    let mut book = book();
    book.change("fill", fill);
    book.change("second", |change| change.insert(&contract(20, 1, 2)));
    book.change("client", |change| change.insert(&client(21)));
    book.change("stage", |change| change.insert(&stage(99, 3)));
    let clients = book.store.rows().entries_writing(Table::Clients).unwrap();
    assert_eq!(clients.iter().map(|placed| placed.place).collect::<Vec<_>>(), [1, 3]);
    let ops = |and: &[u64], before, limit| -> Vec<String> {
        let of = Of::About { contract: contract(3, 1, 2).id, and };
        let page = book.store.rows().journal_page(of, before, limit).unwrap();
        page.into_iter().map(|placed| placed.entry.op).collect()
    };
    assert_eq!(ops(&[3], None, 10), ["stage", "client", "fill"], "not the other contract");
    assert_eq!(ops(&[1, 3, 4], None, 2), ["stage", "client"], "each once, and no more than asked for");
    assert_eq!(ops(&[3], Some(3), 10), ["fill"]);
    assert_eq!(ops(&[], None, 10), ["stage", "fill"]);
}

#[test]
fn an_action_is_remembered_with_its_answer() {
    let mut book = book();
    let action = engawa_domain::ids::ActionId(uuid(77));
    let mut change = book.store.begin().unwrap();
    change.insert(&client(2)).unwrap();
    change.commit(at(), "client", Some((action, "\"answer\""))).unwrap();
    let book = book.reopened();
    let (entry, answer) = book.store.rows().answered(action).unwrap().unwrap();
    assert_eq!((entry.op.as_str(), answer.as_str()), ("client", "\"answer\""));
    assert_eq!(book.store.rows().answered(engawa_domain::ids::ActionId(uuid(78))).unwrap(), None);
}

/// The commands of `docs/format.md`, word for word.
#[test]
fn anyone_can_verify_the_chain_with_sqlite3_and_sha256sum() {
    let mut book = book();
    book.change("fill", fill);
    book.change("stage", |change| change.insert(&stage(99, 3)));
    let document = include_str!("../../../../docs/format.md");
    let script = document.split("```sh verify\n").nth(1).unwrap().split("```").next().unwrap();
    let run =
        |folder: &std::path::Path| Command::new("bash").arg("-ec").arg(script).current_dir(folder).output();
    let Ok(output) = run(book.folder.path()) else {
        return;
    };
    if Command::new("sqlite3").arg("--version").output().is_err() {
        return; // A machine without sqlite3 cannot try what is written for those that have it.
    }
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "2 entries, chain whole\n",
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let by_hand = "DROP TRIGGER journal_is_never_rewritten; UPDATE journal SET op = 'other' WHERE seq = 1";
    book.store.connection.execute_batch(by_hand).unwrap();
    assert!(!run(book.folder.path()).unwrap().status.success(), "the script must find an altered entry");
}
