//! The sample book and large ones.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use crate::common::Desk;
use engawa_book::views::{ContractListQuery, Direction, DueFilter, SortKey};
use engawa_domain::standing::StateName;
use engawa_packs::Packs;

fn all(limit: u32) -> ContractListQuery {
    ContractListQuery {
        search: String::new(),
        states: Vec::new(),
        platforms: Vec::new(),
        stages: Vec::new(),
        due: DueFilter::Any,
        sort: SortKey::Title,
        direction: Direction::Ascending,
        offset: 0,
        limit,
    }
}

#[test]
fn the_sample_has_twelve_contracts_and_every_state_of_an_approval() {
    let mut desk = Desk::at("11-24 14:05");
    desk.book.fill_sample().unwrap();
    let view = desk.book.contract_list(&all(50)).unwrap();
    assert_eq!((view.all, view.counted), (12, true));
    let states: BTreeSet<StateName> = view.rows.iter().map(|row| row.state).collect();
    for state in [
        StateName::NotYet,
        StateName::Ask,
        StateName::Pending,
        StateName::Overdue,
        StateName::Approved,
        StateName::Denied,
        StateName::Revoked,
        StateName::Unknown,
    ] {
        assert!(states.contains(&state), "{state:?} is not shown: {states:?}");
    }
    // These two need a service that forbids, and one that asks for no approval.
    for pack in Packs::embedded().unwrap().all() {
        match pack.rules.contact.shape {
            engawa_domain::rules::Shape::Forbidden => assert!(states.contains(&StateName::Forbidden)),
            engawa_domain::rules::Shape::Gate { .. } => assert!(states.contains(&StateName::Free)),
            _ => {}
        }
    }
}

#[test]
fn the_sample_is_filled_once() {
    let mut desk = Desk::at("11-24 14:05");
    desk.book.fill_sample().unwrap();
    desk.book.fill_sample().unwrap();
    assert_eq!(desk.book.contract_list(&all(50)).unwrap().all, 12);
}

#[test]
fn today_shows_what_the_sample_needs_and_counts_what_is_calm() {
    let mut desk = Desk::at("11-24 14:05");
    desk.book.fill_sample().unwrap();
    let today = desk.book.today_view().unwrap();
    assert_eq!(today.open, 11, "one of the twelve is over");
    assert!(today.tasks.windows(2).all(|pair| pair[0].day <= pair[1].day), "soonest first");
    let due: BTreeSet<_> =
        today.tasks.iter().filter(|task| task.day <= today.today).map(|task| task.contract.id).collect();
    assert_eq!(today.due_today as usize, today.tasks.iter().filter(|task| task.day <= today.today).count());
    assert_eq!(today.calm as usize, 11 - due.len());
    assert_eq!(today.states.iter().map(|state| state.count).sum::<u32>(), 11);
    assert_eq!(today.strip.len(), 14);
    assert!(today.strip[4].rest.is_some(), "Saturday 28 November");
}

#[test]
fn a_generated_book_is_the_same_every_time_and_whole() {
    let digest = || {
        let mut desk = Desk::at("11-24 14:05");
        desk.book.fill_bulk(120, |_| {}).unwrap();
        assert!(desk.book.check().unwrap().is_whole());
        desk.book.digest().unwrap()
    };
    assert_eq!(digest(), digest());
}

#[test]
fn a_large_book_shows_its_first_page_before_everything_is_counted_and_then_counts() {
    let mut desk = Desk::at("11-24 14:05");
    desk.book.fill_bulk(2_500, |_| {}).unwrap();
    let mut desk = desk.again();
    let newest = ContractListQuery { sort: SortKey::Recent, direction: Direction::Descending, ..all(50) };
    let first = desk.book.contract_list(&newest).unwrap();
    assert_eq!((first.all, first.rows.len()), (2_500, 50));
    desk.book.count_everything().unwrap();
    let counted = desk.book.contract_list(&newest).unwrap();
    assert!(counted.counted);
    assert_eq!((counted.all, counted.matching), (2_500, 2_500));
    assert_eq!(counted.states.iter().map(|state| state.count).sum::<u32>(), 2_500);
}

/// A measurement, not a law: `cargo test --release -p engawa-book --test book -- sample --ignored --nocapture`.
#[test]
#[ignore = "measures; run in release"]
fn a_hundred_thousand_contracts() {
    let timed = |what: &str, since: std::time::Instant| println!("{what}: {:?}", since.elapsed());
    let mut desk = Desk::at("11-24 14:05");
    let start = std::time::Instant::now();
    desk.book.fill_bulk(100_000, |_| {}).unwrap();
    timed("filled", start);
    let mut desk = desk.again();
    let newest = ContractListQuery { sort: SortKey::Recent, direction: Direction::Descending, ..all(50) };
    let start = std::time::Instant::now();
    desk.book.contract_list(&newest).unwrap();
    timed("first page", start);
    let start = std::time::Instant::now();
    desk.book.count_everything().unwrap();
    timed("everything", start);
    for (what, query) in [
        ("newest", newest.clone()),
        ("newest again", newest.clone()),
        ("search 商品", ContractListQuery { search: "商品".to_owned(), ..newest.clone() }),
        ("search さくら 校正", ContractListQuery { search: "さくら 校正".to_owned(), ..newest.clone() }),
        ("by client", ContractListQuery { sort: SortKey::Client, ..newest.clone() }),
        ("by client again", ContractListQuery { sort: SortKey::Client, ..newest.clone() }),
        ("by date", ContractListQuery { sort: SortKey::Deadline, ..newest.clone() }),
        ("far down", ContractListQuery { offset: 99_000, ..newest }),
    ] {
        let start = std::time::Instant::now();
        desk.book.contract_list(&query).unwrap();
        timed(what, start);
    }
    let start = std::time::Instant::now();
    desk.book.today_view().unwrap();
    timed("today", start);
}
