//! Rules, guides and messages: what is computed, without a disk and without a window.

use std::hint::black_box;
use std::time::Instant;

use anyhow::{Context, Result};
use engawa_book::Book;
use engawa_domain::calendar::When;
use engawa_domain::facts::ContractFacts;
use engawa_domain::message::{Approval, Circumstances, MessageText, check};
use engawa_domain::rules::PlatformRules;
use engawa_domain::standing::standing;
use engawa_domain::text::SearchKey;
use engawa_packs::{Packs, prove};

use super::Bench;
use crate::{
    books::{newest, options},
    finding::{Budget, Finding, Round, Unit},
    report::Chapter,
};

/// How many answers are computed in a round.
const STANDINGS: usize = 100_000;

/// Sentences of everyday messages and of one that calls for a look, said over and over.
const SENTENCES: &str = "お世話になっております。記事の構成案をお送りします。ご確認のうえ、修正点があればお知らせください。\
    納期は来週の金曜日でお願いいたします。LINEでやりとりできると助かります。";

/// The letters of a long message.
const LETTERS: usize = 10_000;

pub fn take(bench: &Bench) -> Result<Chapter> {
    eprintln!("  rules, guides and messages");
    let packs = Packs::embedded()?;
    let findings = vec![
        standings(bench, &packs)?,
        reading(bench)?,
        proof(bench, &packs),
        message(bench, &packs)?,
        finding(bench, &packs),
    ];
    Ok(Chapter {
        title: "Rules, guides and messages",
        method: "Computed in one thread, without a disk and without a window. *100,000 standings*: the answers for contracts of a generated \
            book, with reasons, dates and next steps; the floor copies the same facts as often. *All packs*: read from the text in the \
            program; the floor only takes the same TOML apart. *All guides proven*: their shape, and every path walked; the floor reads the \
            packs. *A message of 10,000 letters*: looked through; the floor makes the search key of the same text. *A guide found*: from \
            words to the order of all guides; the floor makes the search key of the same words 1,000 times.",
        findings,
    })
}

fn rounds(bench: &Bench, mut app: impl FnMut(), mut floor: impl FnMut()) -> Vec<Round> {
    let mut rounds = Vec::new();
    for round in 0..=bench.rounds {
        let floor = milliseconds(&mut floor);
        let app = milliseconds(&mut app);
        if round > 0 {
            rounds.push(Round { app, floor });
        }
    }
    rounds
}

fn milliseconds(act: &mut impl FnMut()) -> f64 {
    let began = Instant::now();
    act();
    began.elapsed().as_secs_f64() * 1000.0
}

fn row(what: &str, budget: Budget, rounds: Vec<Round>) -> Finding {
    Finding { what: what.to_owned(), unit: Unit::Milliseconds, budget, rounds }
}

fn standings(bench: &Bench, packs: &Packs) -> Result<Finding> {
    let folder = bench.books.with(1_000)?;
    let mut book = Book::open(options(&folder)?)?;
    let rows = book.contract_list(&newest(""))?.rows;
    let mut all: Vec<(ContractFacts, &PlatformRules)> = Vec::new();
    for row in rows {
        let facts = book.contract_view(row.id)?.facts;
        let rules = packs.rules(&facts.account.platform);
        all.push((facts, rules));
    }
    let now = When::on(book.today());
    let app = || {
        for (facts, rules) in all.iter().cycle().take(STANDINGS) {
            black_box(standing(facts, rules, now));
        }
    };
    let floor = || {
        for (facts, _) in all.iter().cycle().take(STANDINGS) {
            black_box(facts.clone());
        }
    };
    Ok(row("100,000 standings", Budget::Within(1_000.0), rounds(bench, app, floor)))
}

fn reading(bench: &Bench) -> Result<Finding> {
    Packs::embedded()?;
    let app = || drop(black_box(Packs::embedded()));
    let floor = || {
        for file in Packs::files() {
            drop(black_box(file.text.parse::<toml::Table>()));
        }
    };
    Ok(row("all packs", Budget::Watched, rounds(bench, app, floor)))
}

fn proof(bench: &Bench, packs: &Packs) -> Finding {
    let app = || {
        for pack in packs.all() {
            for guide in &pack.guides {
                drop(black_box(prove::prove(guide, pack)));
            }
        }
    };
    let floor = || drop(black_box(Packs::embedded()));
    row("all guides proven", Budget::Within(5_000.0), rounds(bench, app, floor))
}

fn message(bench: &Bench, packs: &Packs) -> Result<Finding> {
    let text: String = SENTENCES.chars().cycle().take(LETTERS).collect();
    let rules = &packs.all().next().context("there are no packs")?.rules;
    let message = MessageText::from_bytes(text.clone().into_bytes())?;
    let circumstances = Circumstances::of(rules, None, Approval::NotHeld);
    let app = || drop(black_box(check(&message, &circumstances)));
    let floor = || drop(black_box(SearchKey::of(&text)));
    Ok(row("a message of 10,000 letters", Budget::Within(20.0), rounds(bench, app, floor)))
}

fn finding(bench: &Bench, packs: &Packs) -> Finding {
    const WORDS: &str = "申請のリンクが見当たらない";
    let app = || drop(black_box(packs.find_guides(WORDS, None)));
    let floor = || {
        for _ in 0..1_000 {
            black_box(SearchKey::of(black_box(WORDS)));
        }
    };
    row("a guide found", Budget::Watched, rounds(bench, app, floor))
}
