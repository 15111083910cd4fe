//! A fact as the window records it, until it is on the disk, against a bare commit of equal durability.

use std::time::Instant;

use anyhow::{Context, Result};
use engawa_book::{
    Book,
    inputs::{Action, FactInput, WhatInput, WhenInput},
};
use engawa_domain::{
    facts::{Party, Place, Seen},
    ids::{ActionId, ContractId},
};
use uuid::Uuid;

use super::Bench;
use crate::{
    books::{newest, options},
    finding::{Budget, Finding, Round, Unit},
    report::Chapter,
    statistics::percentile,
};

/// Contracts of the book that is written into.
const CONTRACTS: u32 = 10_000;
/// Commits of one round: enough that one of a hundred is not the slowest.
const BATCH: usize = 300;

pub fn take(bench: &Bench) -> Result<Chapter> {
    eprintln!("  commit");
    let mut book = Book::open(options(&bench.books.copy_of(CONTRACTS)?)?)?;
    let bare = bench.books.fresh("bare")?;
    let contracts = some_contracts(&mut book)?;
    let (mut middle, mut tail) = (Vec::new(), Vec::new());
    let mut actions = 0_u128;
    for round in 0..=bench.rounds {
        let floor = sorted(bench.floors.commits(&bare, BATCH)?);
        let mut app = Vec::new();
        for at in 0..BATCH {
            actions += 1;
            let contract = *contracts.get(at % contracts.len()).context("the book has no contracts")?;
            let action = Action { id: ActionId(Uuid::from_u128(actions)), input: looked(contract) };
            let began = Instant::now();
            book.fact_add(action)?;
            app.push(began.elapsed().as_secs_f64() * 1000.0);
        }
        let app = sorted(app);
        if round > 0 {
            let pair = |percent| {
                Some(Round { app: percentile(&app, percent)?, floor: percentile(&floor, percent)? })
            };
            middle.extend(pair(50));
            tail.extend(pair(99));
        }
    }
    let finding = |what: &str, budget, rounds| Finding {
        what: what.to_owned(),
        unit: Unit::Milliseconds,
        budget: Budget::Ratio(budget),
        rounds,
    };
    Ok(Chapter {
        title: "A committed write",
        method: "A link check is recorded in a book of 10,000 contracts as the window does it: read from what was typed, checked, row, \
            fact and journal entry with its hash, and what the standing needs, in one transaction, returned after the disk has it. The \
            floor is a transaction of one row of 300 bytes in a file of its own on the same disk, with the same pragmas (WAL, \
            `synchronous=FULL`). Each round is 300 of each; a row shows the rounds' medians and their 99th percentiles.",
        findings: vec![finding("p50 of a round", 1.5, middle), finding("p99 of a round", 10.0, tail)],
    })
}

pub fn some_contracts(book: &mut Book) -> Result<Vec<ContractId>> {
    book.count_everything()?;
    let page = engawa_book::views::ContractListQuery { limit: 300, ..newest("") };
    Ok(book.contract_list(&page)?.rows.iter().map(|row| row.id).collect())
}

pub fn looked(contract: ContractId) -> FactInput {
    let what = WhatInput::Sighting {
        looker: Party::Me,
        place: Place::Web,
        seen: Seen::Missing,
        note: String::new(),
    };
    FactInput { contract, when: WhenInput::default(), what }
}

pub(super) fn sorted(mut times: Vec<f64>) -> Vec<f64> {
    times.sort_by(f64::total_cmp);
    times
}
