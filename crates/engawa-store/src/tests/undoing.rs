use engawa_domain::facts::{Account, Client, Contract, LinkSighting, StageEvent};
use engawa_domain::text::Title;
use proptest::prelude::*;

use super::samples::*;
use crate::{Change, Direction, StoreError, Table};

#[test]
fn taking_back_restores_and_doing_again_repeats() {
    let mut book = book();
    let empty = book.store.digest().unwrap();
    book.change("fill", fill);
    let filled = book.store.digest().unwrap();
    let entry = book.store.rows().history(None, 1).unwrap().remove(0);
    book.change("undo", |change| change.apply(&entry, Direction::Back));
    assert_eq!(book.store.digest().unwrap(), empty);
    let mut book = book.reopened();
    book.change("redo", |change| change.apply(&entry, Direction::Forward));
    assert_eq!(book.store.digest().unwrap(), filled);
    assert_eq!(book.store.rows().entries().unwrap(), 3, "history only grows");
    assert!(book.store.check().unwrap().is_whole());
}

#[test]
fn a_line_of_a_log_stays_when_what_it_tells_of_is_taken_back() {
    let mut book = book();
    book.change("fill", fill_with_log);
    let entry = book.store.rows().history(None, 1).unwrap().remove(0);
    book.change("undo", |change| change.apply(&entry, Direction::Back));
    let left: Vec<Table> =
        Table::ALL.into_iter().filter(|table| book.store.rows().count(*table).unwrap() > 0).collect();
    assert_eq!(left, [Table::DocumentCorrections]);
    book.change("redo", |change| change.apply(&entry, Direction::Forward));
    assert_eq!(book.store.rows().count(Table::DocumentCorrections).unwrap(), 1, "and is not doubled");
    assert!(book.store.check().unwrap().is_whole());
}

#[test]
fn what_was_changed_since_is_not_overwritten() {
    let mut book = book();
    book.change("fill", fill);
    book.change("rename", |change| change.update(&Client { name: Title::new("新").unwrap(), ..client(2) }));
    let rename = book.store.rows().history(None, 1).unwrap().remove(0);
    book.change("rename again", |change| {
        change.update(&Client { name: Title::new("最新").unwrap(), ..client(2) })
    });
    let before = book.store.digest().unwrap();
    let refused = book.try_change("undo", |change| change.apply(&rename, Direction::Back));
    assert!(matches!(refused, Err(StoreError::ChangedSince { table: Table::Clients, .. })), "{refused:?}");
    assert_eq!(book.store.digest().unwrap(), before);
}

#[test]
fn what_others_refer_to_since_is_not_taken_away() {
    let mut book = book();
    book.change("account", |change| change.insert(&account(1)));
    let entry = book.store.rows().history(None, 1).unwrap().remove(0);
    book.change("contract", |change| {
        change.insert(&client(2))?;
        change.insert(&contract(3, 1, 2))
    });
    let refused = book.try_change("undo", |change| change.apply(&entry, Direction::Back));
    assert!(matches!(refused, Err(StoreError::References { table: Table::Accounts, .. })), "{refused:?}");
}

/// A write that a user might make; many fail, because what they need is not there.
#[derive(Debug, Clone)]
enum Write {
    Account(u128),
    Client(u128),
    Contract(u128, u128, u128),
    Stage(u128, u128),
    Sighting(u128, u128),
    Rename(u128, u8),
    MoveStage(u128, u128),
    RemoveStage(u128),
    RemoveSighting(u128),
    RemoveContract(u128),
    RemoveAccount(u128),
    Evidence(u128, u128),
}

fn any_write() -> impl Strategy<Value = Write> {
    use Write::*;
    // Few identifiers, so that writes meet.
    let (accounts, clients, contracts) = (1..3_u128, 11..13_u128, 21..24_u128);
    let (stages, looks, files) = (31..35_u128, 41..44_u128, 51..54_u128);
    prop_oneof![
        2 => accounts.clone().prop_map(Account),
        2 => clients.clone().prop_map(Client),
        4 => (contracts.clone(), accounts.clone(), clients.clone()).prop_map(|(contract, account, client)| Contract(contract, account, client)),
        4 => (stages.clone(), contracts.clone()).prop_map(|(stage, contract)| Stage(stage, contract)),
        3 => (looks.clone(), contracts.clone()).prop_map(|(look, contract)| Sighting(look, contract)),
        3 => (clients, any::<u8>()).prop_map(|(client, name)| Rename(client, name)),
        2 => (stages.clone(), contracts.clone()).prop_map(|(stage, contract)| MoveStage(stage, contract)),
        2 => stages.prop_map(RemoveStage),
        1 => looks.prop_map(RemoveSighting),
        1 => contracts.clone().prop_map(RemoveContract),
        1 => accounts.prop_map(RemoveAccount),
        1 => (files, contracts).prop_map(|(file, contract)| Evidence(file, contract)),
    ]
}

fn write(change: &mut Change<'_>, write: &Write) -> Result<(), StoreError> {
    match *write {
        Write::Account(number) => change.insert(&account(number)),
        Write::Client(number) => change.insert(&client(number)),
        Write::Contract(number, account, client) => change.insert(&contract(number, account, client)),
        Write::Stage(number, contract) => change.insert(&stage(number, contract)),
        Write::Sighting(number, contract) => change.insert(&sighting(number, contract)),
        Write::Rename(number, name) => {
            change.update(&Client { name: Title::new(format!("名{name}")).unwrap(), ..client(number) })
        }
        Write::MoveStage(number, contract) => {
            change.update(&StageEvent { note: "moved".to_owned(), ..stage(number, contract) })
        }
        Write::RemoveStage(number) => change.delete::<StageEvent>(stage(number, 0).id),
        Write::RemoveSighting(number) => change.delete::<LinkSighting>(sighting(number, 0).id),
        Write::RemoveContract(number) => change.delete_contract(contract(number, 0, 0).id),
        Write::RemoveAccount(number) => change.delete::<Account>(account(number).id),
        Write::Evidence(number, contract) => {
            change.insert(&evidence(number))?;
            change.insert(&link(number + 100, number, contract, None))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn taking_everything_back_leads_to_the_same_digest_and_doing_all_again_forward(
        changes in proptest::collection::vec(proptest::collection::vec(any_write(), 1..4), 1..24),
    ) {
        let mut book = book();
        let mut digests = vec![book.store.digest().unwrap()];
        for writes in &changes {
            let done = book.try_change("write", |change| writes.iter().try_for_each(|each| write(change, each)));
            if matches!(done, Ok(Some(_))) {
                digests.push(book.store.digest().unwrap());
            } else {
                prop_assert_eq!(book.store.digest().unwrap(), *digests.last().unwrap(), "a refused change changes nothing");
            }
        }
        let mut entries = book.store.rows().history(None, 1000).unwrap();
        prop_assert_eq!(entries.len() + 1, digests.len());
        for (entry, digest) in entries.iter().zip(digests.iter().rev().skip(1)) {
            book.change("undo", |change| change.apply(entry, Direction::Back));
            prop_assert_eq!(book.store.digest().unwrap(), *digest);
        }
        let mut book = book.reopened();
        entries.reverse();
        for (entry, digest) in entries.iter().zip(digests.iter().skip(1)) {
            book.change("redo", |change| change.apply(entry, Direction::Forward));
            prop_assert_eq!(book.store.digest().unwrap(), *digest);
        }
        let check = book.store.check().unwrap();
        prop_assert!(check.is_whole(), "{:?}", check);
        prop_assert_eq!(check.entries, entries.len() as u64 * 3);
    }
}

#[test]
fn the_contracts_of_a_removed_contract_come_back_with_all_that_belonged_to_it() {
    let mut book = book();
    book.change("fill", fill);
    let before = book.store.digest().unwrap();
    book.change("remove", |change| change.delete_contract(contract(3, 1, 2).id));
    assert_eq!(book.store.rows().all::<Contract>().unwrap(), []);
    let entry = book.store.rows().history(None, 1).unwrap().remove(0);
    book.change("undo", |change| change.apply(&entry, Direction::Back));
    assert_eq!(book.store.digest().unwrap(), before);
}
