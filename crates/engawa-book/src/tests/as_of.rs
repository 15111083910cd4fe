//! The book as it was: what had been written by then, and no more.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use engawa_domain::calendar::Moment;
use engawa_domain::facts::{Client, Contract, Party, Place, Seen, Stage, StageEvent};
use engawa_domain::ids::ClientId;
use engawa_domain::text::Title;
use engawa_store::Table;
use proptest::prelude::*;

use super::history::{key, restore};
use super::samples::*;
use crate::samples_for_tests::{contract_id, facts, id, sighting, stage};
use crate::views::{Access, ChangesQuery, Settings, Why};
use crate::{Book, BookError, Clock, Op, RestoreFrom, Tx};

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
    is_refused(past.back_up(crate::BackupWhy::Asked).map(|_| ()));
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
