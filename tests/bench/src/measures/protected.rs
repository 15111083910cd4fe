//! A protected book against the plain one: what encryption costs.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context, Result};
use engawa_book::{
    Book, Clock as _, SystemClock, Vault,
    inputs::Action,
    protect::{self, BookKey, Cost, Go, Passphrase, RecoveryCode, Typed},
    unwatched,
};
use engawa_domain::ids::{ActionId, ContractId};
use uuid::Uuid;

use super::{
    Bench,
    commit::{looked, some_contracts, sorted},
};
use crate::{
    books::{newest, options},
    finding::{Budget, Finding, Round, Unit},
    report::Chapter,
    statistics::percentile,
};

/// Contracts of both books.
const CONTRACTS: u32 = 10_000;
/// Commits of one round.
const BATCH: usize = 300;
/// The file of evidence, in MiB.
const EVIDENCE: usize = 100;

pub fn take(bench: &Bench) -> Result<Chapter> {
    eprintln!("  protected");
    let plain = bench.books.copy_of(CONTRACTS)?;
    let (protected, key) = protected(bench, &plain)?;
    let findings = [
        commits(bench, &plain, &protected, &key)?,
        vec![
            opening(bench, &plain, &protected, &key)?,
            list(bench, &plain, &protected, &key)?,
            evidence(bench, &key)?,
        ],
    ];
    Ok(Chapter {
        title: "A protected book against a plain one",
        method: "The same book of 10,000 contracts, once encrypted and once not, and each time the same work on both: a recorded link check \
            until the disk has it; opening and the first fifty rows, with the key at hand; a search over all titles; a file of 100 MiB taken \
            into the vault. The floor is the plain book. The slow derivation of the key from the passphrase, about half a second on purpose, \
            comes once per unlocking and is not part of it.",
        findings: findings.concat(),
    })
}

fn protected(bench: &Bench, plain: &Path) -> Result<(PathBuf, BookKey)> {
    let folder = bench.books.fresh("protected")?;
    fs::copy(plain.join("book.sqlite"), folder.join("book.sqlite")).context("cannot copy a book")?;
    let passphrase = Passphrase::of(&Typed::new("measured and forgotten".to_owned()));
    let turned = protect::protect(
        &folder,
        &passphrase,
        &RecoveryCode::new()?,
        Cost::LEAST,
        SystemClock.now(),
        &mut |_| Go::On,
    )?;
    Ok((folder, turned.key.context("it has no key")?))
}

fn finding(what: &str, rounds: Vec<Round>) -> Finding {
    Finding { what: what.to_owned(), unit: Unit::Milliseconds, budget: Budget::Watched, rounds }
}

fn milliseconds(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1000.0
}

fn commits(bench: &Bench, plain: &Path, protected: &Path, key: &BookKey) -> Result<Vec<Finding>> {
    let mut floor = Book::open(options(plain)?)?;
    let mut app = Book::open_with(options(protected)?, Some(key))?;
    let contracts = some_contracts(&mut floor)?;
    let (mut middle, mut tail) = (Vec::new(), Vec::new());
    let mut actions = 1 << 64;
    for round in 0..=bench.rounds {
        let floor = batch(&mut floor, &contracts, &mut actions)?;
        let app = batch(&mut app, &contracts, &mut actions)?;
        if round > 0 {
            let pair = |percent| {
                Some(Round { app: percentile(&app, percent)?, floor: percentile(&floor, percent)? })
            };
            middle.extend(pair(50));
            tail.extend(pair(99));
        }
    }
    Ok(vec![finding("A committed write, p50", middle), finding("A committed write, p99", tail)])
}

fn batch(book: &mut Book, contracts: &[ContractId], actions: &mut u128) -> Result<Vec<f64>> {
    let mut times = Vec::new();
    for at in 0..BATCH {
        *actions += 1;
        let contract = *contracts.get(at % contracts.len()).context("the book has no contracts")?;
        let action = Action { id: ActionId(Uuid::from_u128(*actions)), input: looked(contract) };
        let began = Instant::now();
        book.fact_add(action)?;
        times.push(milliseconds(began));
    }
    Ok(sorted(times))
}

fn opening(bench: &Bench, plain: &Path, protected: &Path, key: &BookKey) -> Result<Finding> {
    let opened = |folder: &Path, key: Option<&BookKey>| -> Result<f64> {
        let options = options(folder)?;
        let began = Instant::now();
        Book::open_with(options, key)?.contract_list(&newest(""))?;
        Ok(milliseconds(began))
    };
    let mut rounds = Vec::new();
    for round in 0..=bench.rounds {
        let measured = Round { floor: opened(plain, None)?, app: opened(protected, Some(key))? };
        if round > 0 {
            rounds.push(measured);
        }
    }
    Ok(finding("Opening, and the first fifty rows", rounds))
}

fn list(bench: &Bench, plain: &Path, protected: &Path, key: &BookKey) -> Result<Finding> {
    let mut floor = Book::open(options(plain)?)?;
    let mut app = Book::open_with(options(protected)?, Some(key))?;
    let asked = |book: &mut Book| -> Result<f64> {
        let began = Instant::now();
        book.contract_list(&newest("ロゴ"))?;
        Ok(milliseconds(began))
    };
    let mut rounds = Vec::new();
    floor.count_everything()?;
    app.count_everything()?;
    for round in 0..=bench.rounds {
        let measured = Round { floor: asked(&mut floor)?, app: asked(&mut app)? };
        if round > 0 {
            rounds.push(measured);
        }
    }
    Ok(finding("A search over all titles", rounds))
}

fn evidence(bench: &Bench, key: &BookKey) -> Result<Finding> {
    let folder = bench.books.fresh("evidence")?;
    let source = folder.join("large.bin");
    // Nothing that a disk could make smaller.
    let bytes: Vec<u8> =
        (0..EVIDENCE << 20).map(|at| (at.wrapping_mul(0x9E37_79B1) >> 13).to_le_bytes()[0]).collect();
    fs::write(&source, bytes).context("cannot write the file")?;
    let keep = |name: &str, key: Option<&BookKey>| -> Result<f64> {
        let place = bench.books.fresh(name)?;
        let keys = key.map(BookKey::keys).transpose()?;
        let vault = Vault::keyed_in_folder(place, keys.map(|keys| keys.evidence));
        let began = Instant::now();
        vault.keep(&source, &mut unwatched)?;
        Ok(milliseconds(began))
    };
    let mut rounds = Vec::new();
    for round in 0..=bench.rounds {
        let measured = Round { floor: keep("kept-plain", None)?, app: keep("kept-sealed", Some(key))? };
        if round > 0 {
            rounds.push(measured);
        }
    }
    Ok(finding("A file of 100 MiB taken in", rounds))
}
