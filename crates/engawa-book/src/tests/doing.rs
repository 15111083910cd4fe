use engawa_domain::facts::{Client, Stage, StageEvent};
use engawa_domain::ids::ClientId;
use engawa_domain::text::Title;
use engawa_store::Table;

use super::samples::*;
use crate::done::Kind;
use crate::samples_for_tests::{contract_id, facts, stage};
use crate::{Book, BookError, Op, Scope};

fn add_client(book: &mut Book, action: engawa_domain::ids::ActionId) -> crate::done::Done<ClientId> {
    book.transact(Op::ClientAmend, action, |tx| {
        let client = Client { id: ClientId(tx.id()), ..facts().client };
        tx.insert(&client)?;
        Ok(client.id)
    })
    .unwrap()
}

#[test]
fn repeating_an_action_gives_the_stored_answer_and_does_not_double_it() {
    let mut it = InFolder::new();
    let action = new_action();
    let first = add_client(&mut it.book, action);
    let again = add_client(&mut it.book, action);
    assert_eq!(again, first);
    let mut it = it.reopened();
    assert_eq!(add_client(&mut it.book, action), first, "also after a restart");
    assert_eq!(it.book.rows().count(Table::Clients).unwrap(), 1);
    assert_ne!(add_client(&mut it.book, new_action()).value, first.value, "another press is another client");
}

#[test]
fn a_change_that_fails_leaves_nothing_and_its_action_can_be_tried_again() {
    let mut it = InFolder::filled();
    let before = it.digest();
    let action = new_action();
    let failed = it.book.transact(Op::StageAdd, action, |tx| {
        tx.insert(&stage(200, Stage::Escrowed, "11-18"))?;
        Err::<(), _>(BookError::NothingToUndo)
    });
    assert!(failed.is_err());
    assert_eq!(it.digest(), before);
    it.book
        .transact(Op::StageAdd, action, |tx| Ok(tx.insert(&stage(200, Stage::Escrowed, "11-18"))?))
        .unwrap();
    assert_ne!(it.digest(), before);
}

#[test]
fn a_write_says_which_views_changed_and_what_was_done() {
    let mut it = InFolder::filled();
    let done = it
        .book
        .transact(Op::StageAdd, new_action(), |tx| Ok(tx.insert(&stage(200, Stage::Escrowed, "11-18"))?))
        .unwrap();
    assert_eq!(done.changed, [Kind::Contracts, Kind::Guides, Kind::History]);
    assert_eq!(done.said.key, "op-stage-add");
    let nothing = it
        .book
        .transact(Op::StageAmend, new_action(), |tx| Ok(tx.update(&stage(200, Stage::Escrowed, "11-18"))?))
        .unwrap();
    assert_eq!(nothing.changed, [], "what is already as asked changes no view");
}

#[test]
fn whoever_keeps_something_computed_learns_what_to_compute_again() {
    let mut it = InFolder::filled();
    it.book.take_touched();
    it.write(Op::StageAdd, |tx| Ok(tx.insert(&stage(200, Stage::Escrowed, "11-18"))?));
    let touched = it.book.take_touched();
    assert_eq!(
        (touched.contracts.into_iter().collect::<Vec<_>>(), touched.scope),
        (vec![contract_id()], Scope::Named)
    );
    it.write(Op::ClientAmend, |tx| {
        Ok(tx.update(&Client { name: Title::new("新").unwrap(), ..facts().client })?)
    });
    assert_eq!(it.book.take_touched().scope, Scope::Every, "many contracts show a client's name");
    assert!(it.book.take_touched().is_empty());
    it.book.undo(new_action()).unwrap();
    assert_eq!(it.book.take_touched().scope, Scope::Every, "an undo is a change like any other");
}

#[test]
fn rows_are_listed_as_they_were_made() {
    let mut it = InFolder::filled();
    let made: Vec<_> = (0..5)
        .map(|_| {
            let add = |tx: &mut crate::Tx<'_>| {
                let event = StageEvent {
                    id: engawa_domain::ids::StageEventId(tx.id()),
                    ..stage(0, Stage::Delivered, "11-24")
                };
                tx.insert(&event)?;
                Ok(event.id)
            };
            it.book.transact(Op::StageAdd, new_action(), add).unwrap().value
        })
        .collect();
    let listed: Vec<_> = it
        .book
        .rows()
        .of_contract::<StageEvent>(contract_id())
        .unwrap()
        .into_iter()
        .map(|event| event.id)
        .collect();
    assert!(listed.ends_with(&made), "{listed:?}");
}
