//! Looking for words in the table, without a window.

use std::time::Instant;

use anyhow::{Context, Result};
use engawa_book::Book;

use super::{Bench, contracts};
use crate::{
    books::{newest, options},
    finding::{Budget, Finding, Round, Unit},
    report::Chapter,
};

/// Parts of titles and clients of the generated books, from frequent to absent, of one character and more.
const WORDS: &[&str] = &["の", "ロ", "ロゴ", "動画の台本", "さくら", "9999", "qqq"];

pub fn take(bench: &Bench) -> Result<Chapter> {
    let mut findings = Vec::new();
    for &size in bench.sizes.iter().filter(|size| **size >= 1_000) {
        eprintln!("  list, {}", contracts(size));
        let folder = bench.books.with(size)?;
        let mut book = Book::open(options(&folder)?)?;
        book.count_everything()?;
        let mut rounds = Vec::new();
        for round in 0..=bench.rounds {
            for word in WORDS {
                let floor = bench.floors.scans(&folder, word, 1)?;
                let floor = floor.first().copied().context("the floor measured nothing")?;
                let began = Instant::now();
                book.contract_list(&newest(word))?;
                let app = began.elapsed().as_secs_f64() * 1000.0;
                if round > 0 {
                    rounds.push(Round { app, floor });
                }
            }
        }
        let budget = if size == 100_000 { Budget::Within(2.0) } else { Budget::Watched };
        findings.push(Finding { what: contracts(size), unit: Unit::Milliseconds, budget, rounds });
    }
    Ok(Chapter {
        title: "Looking for words, in the book",
        method: "From a query to the first fifty rows, newest first, with how many there are, by state, and where the word stands in each \
            row. Seven words, from one that most titles hold to one that none holds, of one character and more, each once a round. The \
            floor counts the titles that hold the word with bare SQLite (`LIKE`) and reads the newest fifty: titles only, and only as \
            they are written.",
        findings,
    })
}
