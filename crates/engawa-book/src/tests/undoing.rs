use engawa_domain::facts::{Client, Stage};
use engawa_domain::ids::ClientId;
use proptest::prelude::*;

use super::samples::*;
use crate::samples_for_tests::{facts, id, stage};
use crate::{BookError, Op, Step};

fn add_stage(it: &mut InFolder, number: u128) {
    it.write(Op::StageAdd, |tx| Ok(tx.insert(&stage(number, Stage::Delivered, "11-24"))?));
}

/// A client needs nothing else to be there.
fn add_client(it: &mut InFolder, number: u128) {
    let client = Client { id: ClientId(id(number)), ..facts().client };
    it.write(Op::ClientAmend, |tx| Ok(tx.insert(&client)?));
}

#[test]
fn undo_takes_back_the_last_change_also_after_a_restart() {
    let mut it = InFolder::filled();
    let before = it.digest();
    add_stage(&mut it, 201);
    let mut it = it.reopened();
    let done = it.book.undo(new_action()).unwrap();
    assert_eq!(it.digest(), before);
    assert_eq!(done.said.key, "op-undo");
    assert_eq!(done.said.args[0].value, engawa_domain::say::SayValue::from(Op::StageAdd.say()));
}

#[test]
fn redo_does_again_what_was_taken_back_also_after_a_restart() {
    let mut it = InFolder::filled();
    add_stage(&mut it, 201);
    let after = it.digest();
    it.book.undo(new_action()).unwrap();
    let mut it = it.reopened();
    it.book.redo(new_action()).unwrap();
    assert_eq!(it.digest(), after);
    assert!(matches!(it.book.redo(new_action()), Err(BookError::NothingToRedo)));
}

#[test]
fn something_new_leaves_nothing_to_redo() {
    let mut it = InFolder::filled();
    add_stage(&mut it, 201);
    it.book.undo(new_action()).unwrap();
    add_stage(&mut it, 202);
    assert_eq!(it.book.next_redo().unwrap(), None);
    assert!(matches!(it.book.redo(new_action()), Err(BookError::NothingToRedo)));
}

#[test]
fn an_empty_book_has_nothing_to_undo() {
    let mut it = InFolder::new();
    assert!(matches!(it.book.undo(new_action()), Err(BookError::NothingToUndo)));
}

#[test]
fn one_press_takes_back_one_change_however_often_it_is_repeated() {
    let mut it = InFolder::filled();
    add_stage(&mut it, 201);
    let between = it.digest();
    add_stage(&mut it, 202);
    let press = new_action();
    let first = it.book.undo(press).unwrap();
    assert_eq!(it.book.undo(press).unwrap(), first);
    assert_eq!(it.digest(), between);
}

#[test]
fn the_next_undo_and_redo_say_what_they_would_do() {
    let mut it = InFolder::filled();
    add_stage(&mut it, 201);
    let step = Step { seq: 10, op: Op::StageAdd };
    assert_eq!(it.book.next_undo().unwrap(), Some(step));
    it.book.undo(new_action()).unwrap();
    assert_eq!(it.book.next_redo().unwrap(), Some(step));
    assert_eq!(it.book.next_undo().unwrap(), Some(Step { seq: 9, op: Op::EvidenceAttach }));
}

#[derive(Debug, Clone, Copy)]
enum Press {
    Add,
    Undo,
    Redo,
    Restart,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Against the slow and obvious way: two piles of digests.
    #[test]
    fn undo_and_redo_walk_over_the_same_states_as_two_piles_of_copies(
        presses in proptest::collection::vec(
            prop_oneof![3 => Just(Press::Add), 4 => Just(Press::Undo), 3 => Just(Press::Redo), 1 => Just(Press::Restart)],
            1..30,
        ),
    ) {
        let mut it = InFolder::filled();
        while it.book.next_undo().unwrap().is_some() {
            it.book.undo(new_action()).unwrap();
        }
        let first = it.digest();
        prop_assert_eq!(&first, &InFolder::new().digest(), "everything taken back is an empty book");
        // Something new, so that nothing is left to redo.
        add_client(&mut it, 300);
        let (mut behind, mut now, mut ahead) = (vec![first], it.digest(), Vec::new());
        let mut number = 300;
        for press in presses {
            match press {
                Press::Add => {
                    number += 1;
                    add_client(&mut it, number);
                    behind.push(std::mem::replace(&mut now, it.digest()));
                    ahead.clear();
                }
                Press::Undo => match behind.pop() {
                    Some(state) => {
                        it.book.undo(new_action()).unwrap();
                        ahead.push(std::mem::replace(&mut now, state));
                    }
                    None => prop_assert!(matches!(it.book.undo(new_action()), Err(BookError::NothingToUndo))),
                },
                Press::Redo => match ahead.pop() {
                    Some(state) => {
                        it.book.redo(new_action()).unwrap();
                        behind.push(std::mem::replace(&mut now, state));
                    }
                    None => prop_assert!(matches!(it.book.redo(new_action()), Err(BookError::NothingToRedo))),
                },
                Press::Restart => it = it.reopened(),
            }
            prop_assert_eq!(it.digest(), now.clone());
        }
        prop_assert!(it.book.check().unwrap().book.is_whole());
    }
}
