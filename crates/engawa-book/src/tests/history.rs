//! 履歴: what was changed, what was deleted, and the way back.

use engawa_domain::facts::{Contract, Stage, StageEvent};
use engawa_domain::money::Yen;
use engawa_domain::say::{Lang, Say};
use engawa_domain::text::Title;
use engawa_store::Table;
use engawa_words::Words;

use super::samples::*;
use crate::inputs::Action;
use crate::samples_for_tests::{contract_id, facts, id, stage};
use crate::views::{ChangeView, ChangesQuery, Did, FieldChange, RecordKey};
use crate::{Book, BookError, Op, RestoreFrom, RestoreInput, RestoreRefused};

fn changes(book: &Book) -> Vec<ChangeView> {
    book.changes_view(&ChangesQuery::default()).unwrap().changes
}

fn said(field: &FieldChange) -> (String, Option<String>, Option<String>) {
    let words = Words::new(Lang::Ja);
    let say = |say: &Option<engawa_domain::say::Say>| say.as_ref().map(|say| words.say(say));
    (words.say(&field.name), say(&field.before), say(&field.after))
}

pub fn key(table: Table, number: u128) -> RecordKey {
    RecordKey { table: table.to_string(), id: id(number).to_string() }
}

pub fn restore(
    book: &mut Book,
    key: RecordKey,
    column: Option<&str>,
    from: RestoreFrom,
    sure: bool,
) -> Result<(), BookError> {
    let input = RestoreInput { key, column: column.map(str::to_owned), from, sure };
    book.record_restore(Action { id: new_action(), input }).map(|_| ())
}

#[test]
fn a_change_says_each_field_before_and_after_in_words() {
    let mut it = InFolder::filled();
    it.write(Op::ContractAmend, |tx| {
        let contract = facts().contract;
        let (title, amount) = (Title::new("バナー").unwrap(), Some(Yen::from(12_000_u32)));
        Ok(tx.update(&Contract { title, amount, ..contract })?)
    });
    let before = facts().contract;
    let newest = changes(&it.book).remove(0);
    let record = &newest.records[0];
    assert_eq!((record.did, record.is_there), (Did::Changed, true));
    let words = Words::new(Lang::Ja);
    assert_eq!(words.say(&record.kind), "契約");
    assert_eq!(words.say(&record.name), "バナー");
    assert_eq!(words.say(&newest.by), "この端末");
    let amount = before.amount.map(|amount| words.yen(amount));
    assert_eq!(
        record.fields.iter().map(said).collect::<Vec<_>>(),
        [
            ("件名".to_owned(), Some(before.title.as_str().to_owned()), Some("バナー".to_owned())),
            ("金額".to_owned(), amount, Some("12,000円".to_owned())),
        ]
    );
}

#[test]
fn what_a_removed_contract_was_is_said_although_it_is_gone() {
    let mut it = InFolder::filled();
    it.write(Op::ContractRemove, |tx| Ok(tx.delete_contract(contract_id())?));
    let newest = changes(&it.book).remove(0);
    assert_eq!(newest.contract, None);
    let contract = newest.records.iter().find(|record| record.key.table == "contracts").unwrap();
    assert_eq!((contract.did, contract.is_there), (Did::Removed, false));
    let fields: Vec<_> = contract.fields.iter().map(said).collect();
    let client = facts().client.name.as_str().to_owned();
    assert!(fields.contains(&("クライアント".to_owned(), Some(client), None)), "by its name: {fields:?}");
    let older = &changes(&it.book)[1];
    assert!(!older.records.is_empty(), "what was recorded about it before is still told");
}

#[test]
fn the_changes_of_one_record_are_those_that_wrote_it() {
    let mut it = InFolder::filled();
    it.write(Op::StageAmend, |tx| {
        Ok(tx.update(&StageEvent { note: "口頭".to_owned(), ..stage(101, Stage::Contracted, "11-18") })?)
    });
    let query = ChangesQuery { record: Some(key(Table::Stages, 101)), ..ChangesQuery::default() };
    let view = it.book.changes_view(&query).unwrap();
    let did: Vec<_> = view.changes.iter().map(|change| change.records[0].did).collect();
    assert_eq!(did, [Did::Changed, Did::Added]);
    let of_contract = ChangesQuery { contract: Some(contract_id()), ..ChangesQuery::default() };
    assert_eq!(it.book.changes_view(&of_contract).unwrap().changes.len(), 10);
}

#[test]
fn a_long_history_is_read_page_by_page_and_nothing_is_left_out() {
    let mut it = InFolder::filled();
    for number in 0..120 {
        it.write(Op::StageAdd, |tx| Ok(tx.insert(&stage(1_000 + number, Stage::Delivered, "11-24"))?));
    }
    let (mut places, mut before) = (Vec::new(), None);
    loop {
        let view = it.book.changes_view(&ChangesQuery { before, ..ChangesQuery::default() }).unwrap();
        places.extend(view.changes.iter().map(|change| change.place));
        before = view.older;
        if before.is_none() {
            break;
        }
    }
    assert_eq!(places, (1..=129).rev().collect::<Vec<u64>>());
}

#[test]
fn what_was_taken_back_is_marked() {
    let mut it = InFolder::filled();
    it.book.undo(new_action()).unwrap();
    let undone: Vec<_> = changes(&it.book).iter().take(3).map(|change| change.undone).collect();
    assert_eq!(undone, [false, true, false], "the undo itself, what it took back, what stands");
    it.book.redo(new_action()).unwrap();
    assert!(changes(&it.book).iter().all(|change| !change.undone));
}

#[test]
fn a_deleted_contract_is_listed_and_comes_back_with_all_that_went_with_it() {
    let mut it = InFolder::filled();
    let before = it.digest();
    it.write(Op::ContractRemove, |tx| Ok(tx.delete_contract(contract_id())?));
    let deleted = it.book.deleted_view(None).unwrap().records;
    assert_eq!(deleted.len(), 1);
    let words = Words::new(Lang::Ja);
    assert_eq!(words.say(&deleted[0].kind), "契約");
    assert_eq!(deleted[0].with, 8, "stage, link check, wish, inquiry, request, status, run, attached file");
    let removed = it.digest();
    restore(&mut it.book, deleted[0].key.clone(), None, RestoreFrom::Deleted(deleted[0].place), false)
        .unwrap();
    assert_eq!(it.digest(), before);
    assert!(it.book.deleted_view(None).unwrap().records.is_empty());
    it.book.undo(new_action()).unwrap();
    assert_eq!(it.digest(), removed, "bringing back is a change like any other");
}

#[test]
fn a_record_of_a_deleted_contract_does_not_come_back_without_it() {
    let mut it = InFolder::filled();
    it.write(Op::StageRemove, |tx| Ok(tx.delete::<StageEvent>(stage(101, Stage::Contracted, "11-18").id)?));
    let place = changes(&it.book)[0].place;
    it.write(Op::ContractRemove, |tx| Ok(tx.delete_contract(contract_id())?));
    let before = it.digest();
    let refused = restore(&mut it.book, key(Table::Stages, 101), None, RestoreFrom::Deleted(place), false);
    assert!(
        matches!(&refused, Err(BookError::Restore(RestoreRefused::Refers { table: Table::Contracts, .. }))),
        "{refused:?}"
    );
    assert_eq!(it.digest(), before);
    let owners = it.book.deleted_view(None).unwrap().records;
    assert_eq!(owners.len(), 2);
    assert!(owners[1].owner.is_some(), "the stage is listed with the contract it belonged to");
}

#[test]
fn one_field_goes_back_and_the_others_stay() {
    let mut it = InFolder::filled();
    let contract = facts().contract;
    let renamed =
        Contract { title: Title::new("バナー").unwrap(), note: "急ぎ".to_owned(), ..contract.clone() };
    it.write(Op::ContractAmend, |tx| Ok(tx.update(&renamed)?));
    let place = changes(&it.book)[0].place;
    let from = RestoreFrom::Before(place);
    restore(&mut it.book, key(Table::Contracts, 1), Some("title"), from, false).unwrap();
    let now: Contract = it.book.rows().need(contract_id()).unwrap();
    assert_eq!(now, Contract { title: contract.title, ..renamed });
}

#[test]
fn what_is_newer_is_not_lost_unasked() {
    let mut it = InFolder::filled();
    let contract = facts().contract;
    let with = |title: &str| Contract { title: Title::new(title).unwrap(), ..contract.clone() };
    it.write(Op::ContractAmend, |tx| Ok(tx.update(&with("二番目"))?));
    let place = changes(&it.book)[0].place;
    it.write(Op::ContractAmend, |tx| Ok(tx.update(&with("三番目"))?));
    let before = it.digest();
    let back = |book: &mut Book, sure| {
        restore(book, key(Table::Contracts, 1), None, RestoreFrom::Before(place), sure)
    };
    match back(&mut it.book, false) {
        Err(BookError::Restore(RestoreRefused::Newer { fields })) => {
            assert_eq!(
                fields.iter().map(|field| field.key.as_str()).collect::<Vec<_>>(),
                ["history-field-title"]
            );
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(it.digest(), before);
    back(&mut it.book, true).unwrap();
    assert_eq!(it.book.rows().need::<Contract>(contract_id()).unwrap(), contract);
}

#[test]
fn a_change_after_an_undo_says_what_can_no_longer_be_done_again() {
    let mut it = InFolder::filled();
    let remark = |it: &mut InFolder, number| {
        let done = it.book.write(Op::StageAdd, new_action(), |tx, _| {
            tx.insert(&stage(number, Stage::Delivered, "11-24"))?;
            Ok(((), Say::new("op-stage-add")))
        });
        Words::new(Lang::Ja).say(&done.unwrap().said)
    };
    assert!(!remark(&mut it, 201).contains("やり直せなくなりました"), "nothing had been taken back");
    it.book.undo(new_action()).unwrap();
    assert!(remark(&mut it, 202).contains("「段階を記録」は、やり直せなくなりました"));
    assert!(!remark(&mut it, 203).contains("やり直せなくなりました"), "it is said once");
}

#[test]
fn a_repeated_press_brings_back_once() {
    let mut it = InFolder::filled();
    it.write(Op::ContractRemove, |tx| Ok(tx.delete_contract(contract_id())?));
    let deleted = it.book.deleted_view(None).unwrap().records.remove(0);
    let from = RestoreFrom::Deleted(deleted.place);
    let input = RestoreInput { key: deleted.key, column: None, from, sure: false };
    let press = new_action();
    let first = it.book.record_restore(Action { id: press, input: input.clone() }).unwrap();
    let again = it.book.record_restore(Action { id: press, input: input.clone() }).unwrap();
    assert_eq!((first.value, first.changed), (again.value, again.changed));
    let anew = it.book.record_restore(Action { id: new_action(), input });
    assert!(matches!(anew, Err(BookError::Restore(RestoreRefused::Nothing))), "{anew:?}");
}
