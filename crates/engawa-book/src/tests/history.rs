//! 履歴: what was changed, the book as it was, and the way back.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use engawa_domain::calendar::Moment;
use engawa_domain::facts::{Client, Contract, Party, Place, Seen, Stage, StageEvent};
use engawa_domain::ids::ClientId;
use engawa_domain::money::Yen;
use engawa_domain::say::Lang;
use engawa_domain::text::Title;
use engawa_store::Table;
use engawa_words::Words;
use proptest::prelude::*;

use super::samples::*;
use crate::inputs::Action;
use crate::samples_for_tests::{contract_id, facts, id, sighting, stage};
use crate::views::{Access, ChangeView, ChangesQuery, Did, FieldChange, RecordKey, Settings, Why};
use crate::{Book, BookError, Clock, Op, RestoreFrom, RestoreInput, RestoreRefused, Tx};

/// A clock on which each look is a minute later than the last.
#[derive(Debug)]
struct Minutes(AtomicI64);

impl Minutes {
    fn from(text: &str) -> Arc<Self> {
        let moment: Moment = text.parse().unwrap();
        Arc::new(Self(AtomicI64::new(moment.as_millis())))
    }

    fn last(&self) -> Moment {
        Moment::from_millis(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

impl Clock for Minutes {
    fn now(&self) -> Moment {
        Moment::from_millis(self.0.fetch_add(60_000, Ordering::SeqCst) + 60_000).unwrap()
    }
}

/// A book in which time passes.
fn passing() -> (InFolder, Arc<Minutes>) {
    let folder = tempfile::tempdir().unwrap();
    let clock = Minutes::from("2026-11-01T00:00:00Z");
    let options =
        crate::OpenOptions { clock: Arc::clone(&clock) as _, ..options(folder.path().join("book"), 1) };
    let book = Book::open(options).unwrap();
    (InFolder { book, folder }, clock)
}

fn changes(book: &Book) -> Vec<ChangeView> {
    book.changes_view(&ChangesQuery::default()).unwrap().changes
}

fn said(field: &FieldChange) -> (String, Option<String>, Option<String>) {
    let words = Words::new(Lang::Ja);
    let say = |say: &Option<engawa_domain::say::Say>| say.as_ref().map(|say| words.say(say));
    (words.say(&field.name), say(&field.before), say(&field.after))
}

fn key(table: Table, number: u128) -> RecordKey {
    RecordKey { table: table.to_string(), id: id(number).to_string() }
}

fn restore(
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

#[test]
fn a_record_comes_back_as_it_was_on_a_day() {
    let (mut it, clock) = passing();
    it.write(Op::ContractAdd, |tx| {
        let facts = facts();
        tx.insert(&facts.account)?;
        tx.insert(&facts.client)?;
        tx.insert(&facts.contract)?;
        Ok(tx.insert(&stage(101, Stage::Contracted, "11-18"))?)
    });
    let then = clock.last();
    let before = it.digest();
    it.write(Op::StageAdd, |tx| Ok(tx.insert(&stage(102, Stage::Delivered, "11-20"))?));
    it.write(Op::ContractRemove, |tx| Ok(tx.delete_contract(contract_id())?));
    restore(&mut it.book, key(Table::Contracts, 1), None, RestoreFrom::Moment(then), false).unwrap();
    assert_eq!(it.digest(), before, "with what belonged to it then, and without what came later");
}

#[test]
fn the_book_as_it_was_refuses_every_change_and_touches_nothing() {
    let it = InFolder::filled();
    let before = it.digest();
    let mut past = it.book.as_of(now()).unwrap();
    assert_eq!(past.access(), Access::ReadOnly(Why::Past(now())));
    let is_refused =
        |done: Result<(), BookError>| assert!(matches!(done, Err(BookError::ReadOnlyView(_))), "{done:?}");
    is_refused(past.transact(Op::ClientAmend, new_action(), |_: &mut Tx<'_>| Ok(())).map(|_| ()));
    is_refused(past.undo(new_action()).map(|_| ()));
    is_refused(past.redo(new_action()).map(|_| ()));
    is_refused(past.settings_save(&Settings::default()));
    is_refused(past.form_draft_save("contract_add", "{}"));
    is_refused(past.rules_changed_seen());
    is_refused(past.back_up().map(|_| ()));
    is_refused(restore(&mut past, key(Table::Contracts, 1), None, RestoreFrom::Moment(now()), true));
    assert_eq!(past.digest().unwrap().to_string(), before);
    assert_eq!(it.digest(), before);
}

#[test]
fn a_standing_of_then_rests_on_what_was_known_then() {
    let (mut it, clock) = passing();
    it.write(Op::ContractAdd, |tx| {
        let facts = facts();
        tx.insert(&facts.account)?;
        tx.insert(&facts.client)?;
        Ok(tx.insert(&facts.contract)?)
    });
    let then = clock.last();
    it.write(Op::ContractAmend, |tx| {
        Ok(tx.update(&Contract { title: Title::new("あとの名前").unwrap(), ..facts().contract })?)
    });
    let past = it.book.as_of(then).unwrap();
    assert_eq!(past.contract_facts(contract_id()).unwrap().contract.title, facts().contract.title);
    assert_eq!(past.today().to_string(), "2026-11-01");
    assert_eq!(past.changes_view(&ChangesQuery::default()).unwrap().changes.len(), 1);
}

/// Something that a user might do; much of it cannot be, because what it needs is not there.
#[derive(Debug, Clone)]
enum Deed {
    Contract,
    Stage(u128),
    Look(u128),
    Rename(u8),
    Client(u128),
    RemoveStage(u128),
    RemoveContract,
    Undo,
    Redo,
    Restore,
}

fn any_deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        3 => Just(Deed::Contract),
        4 => (101..104_u128).prop_map(Deed::Stage),
        3 => (111..113_u128).prop_map(Deed::Look),
        3 => any::<u8>().prop_map(Deed::Rename),
        2 => (121..123_u128).prop_map(Deed::Client),
        2 => (101..104_u128).prop_map(Deed::RemoveStage),
        1 => Just(Deed::RemoveContract),
        4 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
        2 => Just(Deed::Restore),
    ]
}

fn act(book: &mut Book, deed: &Deed) -> Result<(), BookError> {
    let mut write = |op, work: &dyn Fn(&mut Tx<'_>) -> Result<(), BookError>| {
        book.transact(op, new_action(), |tx| work(tx)).map(|_| ())
    };
    match *deed {
        Deed::Contract => write(Op::ContractAdd, &|tx| {
            let facts = facts();
            tx.put_if_absent(&facts.account)?;
            tx.put_if_absent(&facts.client)?;
            Ok(tx.insert(&facts.contract)?)
        }),
        Deed::Stage(number) => {
            write(Op::StageAdd, &|tx| Ok(tx.insert(&stage(number, Stage::Delivered, "11-24"))?))
        }
        Deed::Look(number) => write(Op::SightingAdd, &|tx| {
            Ok(tx.insert(&sighting(number, Party::Me, Place::Web, Seen::Missing, "11-19"))?)
        }),
        Deed::Rename(name) => write(Op::ContractAmend, &|tx| {
            let title = Title::new(format!("名{name}")).unwrap();
            Ok(tx.update(&Contract { title, ..facts().contract })?)
        }),
        Deed::Client(number) => write(Op::ClientAmend, &|tx| {
            Ok(tx.insert(&Client { id: ClientId(id(number)), ..facts().client })?)
        }),
        Deed::RemoveStage(number) => write(Op::StageRemove, &|tx| {
            Ok(tx.delete::<StageEvent>(stage(number, Stage::Delivered, "11-24").id)?)
        }),
        Deed::RemoveContract => write(Op::ContractRemove, &|tx| Ok(tx.delete_contract(contract_id())?)),
        Deed::Undo => book.undo(new_action()).map(|_| ()),
        Deed::Redo => book.redo(new_action()).map(|_| ()),
        Deed::Restore => {
            let deleted = book.deleted_view(None)?.records;
            let Some(last) = deleted.first() else { return Ok(()) };
            restore(book, last.key.clone(), None, RestoreFrom::Deleted(last.place), false)
        }
    }
}

trait PutIfAbsent {
    fn put_if_absent<R: engawa_store::Row>(&mut self, row: &R) -> Result<(), BookError>;
}

impl PutIfAbsent for Tx<'_> {
    fn put_if_absent<R: engawa_store::Row>(&mut self, row: &R) -> Result<(), BookError> {
        if self.rows().get::<R>(row.id())?.is_some() { Ok(()) } else { Ok(self.insert(row)?) }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn the_book_as_of_a_moment_is_the_book_that_was_there(deeds in proptest::collection::vec(any_deed(), 1..30)) {
        let (mut it, clock) = passing();
        let mut was = vec![(clock.last(), it.digest())];
        for deed in &deeds {
            // What cannot be done leaves the book as it was, which is looked at all the same.
            let _ = act(&mut it.book, deed);
            was.push((clock.last(), it.digest()));
        }
        for (moment, digest) in &was {
            let past = it.book.as_of(*moment).unwrap();
            prop_assert_eq!(&past.digest().unwrap().to_string(), digest, "as of {}", moment);
        }
        let now = it.book.as_of(clock.now()).unwrap();
        prop_assert_eq!(now.digest().unwrap().to_string(), it.digest());
        prop_assert!(it.book.check().unwrap().is_whole());
        prop_assert!(now.store.check().unwrap().is_whole());
    }

    #[test]
    fn taking_all_back_leads_to_the_beginning_and_doing_all_again_to_the_end(
        deeds in proptest::collection::vec(any_deed(), 1..24),
    ) {
        let mut it = InFolder::new();
        let begin = it.digest();
        for deed in &deeds {
            let _ = act(&mut it.book, deed);
        }
        let end = it.digest();
        let mut steps = 0;
        let mut it = it.reopened();
        while it.book.next_undo().unwrap().is_some() {
            it.book.undo(new_action()).unwrap();
            steps += 1;
        }
        prop_assert_eq!(it.digest(), begin);
        let mut it = it.reopened();
        for _ in 0..steps {
            it.book.redo(new_action()).unwrap();
        }
        prop_assert_eq!(it.digest(), end);
    }
}
