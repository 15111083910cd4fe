//! Opening a book and reading the first page of its table.

use std::time::Instant;

use anyhow::Result;
use engawa_book::Book;

use super::{Bench, contracts};
use crate::{
    books::{newest, options},
    finding::{Budget, Finding, Round, Unit},
    report::Chapter,
};

pub fn take(bench: &Bench) -> Result<Chapter> {
    let mut findings = Vec::new();
    for &size in bench.sizes.iter().filter(|size| **size > 0) {
        eprintln!("  open, {}", contracts(size));
        let folder = bench.books.with(size)?;
        let mut rounds = Vec::new();
        for round in 0..=bench.rounds {
            let floor = bench.floors.open(&folder)?;
            let options = options(&folder)?;
            let began = Instant::now();
            let mut book = Book::open(options)?;
            book.contract_list(&newest(""))?;
            let app = began.elapsed().as_secs_f64() * 1000.0;
            if round > 0 {
                rounds.push(Round { app, floor });
            }
        }
        findings.push(Finding {
            what: contracts(size),
            unit: Unit::Milliseconds,
            budget: Budget::Watched,
            rounds,
        });
    }
    Ok(Chapter {
        title: "Opening a book",
        method: "Lock, file, schema, and the first fifty rows of the table with the standing of each computed. The floor opens the same \
            file with bare SQLite and reads fifty titles: no lock, no check of the schema, no standing. Both with a warm cache.",
        findings,
    })
}
