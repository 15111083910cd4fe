//! Evidence taken in, backups made and proven, a book verified and restored, against the tools that do the least of it.

use std::{
    fs::{self, File},
    io::{BufWriter, Write as _},
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use anyhow::{Context, Result, ensure};
use engawa_book::{
    BackupWhy, Backups, Book, Patience, Vault,
    inputs::{Action, EvidenceInput},
    unwatched, verify_book,
};
use engawa_domain::{
    calendar::Moment,
    facts::Origin,
    ids::{ActionId, ContractId},
};
use uuid::Uuid;

use super::{
    Bench, Pace,
    commit::{looked, some_contracts},
};
use crate::{
    books::options,
    finding::{Budget, Finding, Round, Unit},
    report::Chapter,
};

/// Contracts of the book.
const CONTRACTS: u32 = 10_000;
/// Rounds of what moves gigabytes.
const ROUNDS: usize = 3;
/// Bytes of one file of evidence in the book: a few screenshots, or a scanned contract.
const FILE: usize = 5 << 20;

/// How much evidence there is.
#[derive(Debug, Clone, Copy)]
struct Amount {
    /// Files in the book.
    files: u32,
    /// Bytes of the single file that is taken in.
    single: usize,
}

impl Amount {
    fn of(bench: &Bench) -> Self {
        match bench.pace {
            Pace::Quick => Self { files: 40, single: 64 << 20 },
            Pace::Whole => Self { files: 1_000, single: 1 << 30 },
        }
    }
}

pub fn take(bench: &Bench) -> Result<Chapter> {
    eprintln!("  keeping");
    let amount = Amount::of(bench);
    let mut findings = vec![taken_in(bench, amount)?];
    findings.extend(kept(bench, amount)?);
    Ok(Chapter {
        title: "Evidence, backups, verifying and restoring",
        method: "*One large file*: taken into the vault, which copies, hashes, puts it on the disk and names it only then; the floor is `cp`, \
            `sync` and `sha256sum`. All else with a book of 10,000 contracts and 1,000 files of 5 MiB. *First backup to another folder*: the \
            book copied, opened, checked, its chain followed and compared by digest, here and there, every file written, synced and read back; \
            the floor is `cp -R` and `sync`. *Next backup*: after one recorded fact; the floor copies the SQLite file to both places. *Proof \
            once more*: of all of it, at both places; the floor is `sha256sum` over the same files. *Verified*: `verify` over journal, rows \
            and evidence; the floor is `sha256sum` over the book. *Restored*: with all evidence gone from the book, a backup of what is there \
            made first; the floor copies the files back. Files are as a rule in the cache of the system, for both.",
        findings,
    })
}

fn finding(what: &str, rounds: Vec<Round>) -> Finding {
    Finding { what: what.to_owned(), unit: Unit::Milliseconds, budget: Budget::Watched, rounds }
}

fn timed<T>(work: impl FnOnce() -> Result<T>) -> Result<(f64, T)> {
    let began = Instant::now();
    let done = work()?;
    Ok((began.elapsed().as_secs_f64() * 1000.0, done))
}

/// Bytes that nothing makes smaller, other ones for each number.
fn write_noise(path: &Path, bytes: usize, number: u32) -> Result<()> {
    let mut file =
        BufWriter::with_capacity(1 << 20, File::create(path).context("cannot write the evidence")?);
    let mut state = u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    for _ in 0..bytes / 8 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        file.write_all(&state.to_le_bytes())?;
    }
    file.into_inner()?.sync_all()?;
    Ok(())
}

/// What a person would type into a shell; it stops at the first thing that fails.
fn shell(script: &str, paths: &[&Path]) -> Result<()> {
    let output = Command::new("sh").args(["-euc", script, "sh"]).args(paths).output()?;
    ensure!(output.status.success(), "{script}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}

fn taken_in(bench: &Bench, amount: Amount) -> Result<Finding> {
    let source = bench.books.fresh("evidence-source")?.join("large.bin");
    write_noise(&source, amount.single, 0)?;
    let mut rounds = Vec::new();
    for round in 0..=ROUNDS.min(bench.rounds) {
        let copied = bench.books.fresh("evidence-floor")?.join("large.bin");
        let (floor, ()) = timed(|| shell(r#"cp "$1" "$2"; sync "$2"; sha256sum "$2""#, &[&source, &copied]))?;
        let vault = Vault::in_folder(bench.books.fresh("evidence-kept")?);
        let (app, _) = timed(|| Ok(vault.keep(&source, &mut unwatched)?))?;
        if round > 0 {
            rounds.push(Round { app, floor });
        }
    }
    for name in ["evidence-source", "evidence-floor", "evidence-kept"] {
        bench.books.fresh(name)?;
    }
    Ok(finding(&format!("One large file, {} MiB", amount.single >> 20), rounds))
}

/// The book, and what was measured of it.
struct Keeping<'bench> {
    bench: &'bench Bench,
    folder: PathBuf,
    contracts: Vec<ContractId>,
    actions: u128,
}

impl Keeping<'_> {
    fn action<T>(&mut self, input: T) -> Action<T> {
        self.actions += 1;
        Action { id: ActionId(Uuid::from_u128(self.actions)), input }
    }

    fn contract(&self, at: usize) -> Result<ContractId> {
        self.contracts.get(at % self.contracts.len().max(1)).copied().context("the book has no contracts")
    }

    fn fill(&mut self, book: &mut Book, files: u32) -> Result<()> {
        let source = self.bench.books.fresh("evidence-source")?;
        for number in 1..=files {
            let path = source.join(format!("{number}.png"));
            write_noise(&path, FILE, number)?;
            let contract = self.contract(number as usize)?;
            let input = EvidenceInput {
                contract,
                fact: None,
                path: path.to_string_lossy().into_owned(),
                origin: Origin::Picked,
            };
            let action = self.action(input);
            book.evidence_attach(action)?;
            fs::remove_file(&path)?;
        }
        Ok(book.settle()?)
    }

    fn change(&mut self, book: &mut Book) -> Result<()> {
        let contract = self.contract(0)?;
        let action = self.action(looked(contract));
        book.fact_add(action)?;
        Ok(())
    }

    /// The first backup to a new place: the moment of the backup as well.
    fn first(&mut self, book: &mut Book, place: &Path) -> Result<(Round, Moment)> {
        let copied = self.bench.books.fresh("keeping-floor")?;
        let script = r#"cp -R "$1/book.sqlite" "$1/evidence" "$2"; sync -f "$2""#;
        let (floor, ()) = timed(|| shell(script, &[&self.folder, &copied]))?;
        self.bench.books.fresh("keeping-floor")?;
        self.change(book)?;
        let backups = book.backups();
        backups.add_place(place)?;
        let (app, at) = timed(|| keep(&backups))?;
        Ok((Round { app, floor }, at))
    }

    fn next(&mut self, book: &mut Book) -> Result<Round> {
        let copied = self.bench.books.fresh("keeping-floor")?;
        let script =
            r#"cp "$1/book.sqlite" "$2/here"; cp "$1/book.sqlite" "$2/there"; sync "$2/here" "$2/there""#;
        let (floor, ()) = timed(|| shell(script, &[&self.folder, &copied]))?;
        self.change(book)?;
        let (app, _) = timed(|| keep(&book.backups()))?;
        Ok(Round { app, floor })
    }

    fn verified(&self) -> Result<Round> {
        let script = r#"find "$1/book.sqlite" "$1/evidence" -type f -exec sha256sum {} +"#;
        let (floor, ()) = timed(|| shell(script, &[&self.folder]))?;
        let (app, found) = timed(|| Ok(verify_book(&self.folder, None, &[])?))?;
        ensure!(found.is_whole(), "the book that was made is not whole");
        Ok(Round { app, floor })
    }

    fn restored(&self, book: Book, at: Moment, place: &Path) -> Result<(Round, Book)> {
        let evidence = self.folder.join("evidence");
        fs::remove_dir_all(&evidence)?;
        let back = self.bench.books.fresh("keeping-floor")?;
        let (floor, ()) = timed(|| shell(r#"cp -R "$1" "$2"; sync -f "$2""#, &[place, &back]))?;
        self.bench.books.fresh("keeping-floor")?;
        let (app, after) = timed(|| Ok(book.restore(&at.to_string(), &mut |_| Ok(()))))?;
        after.done?;
        Ok((Round { app, floor }, after.book?))
    }
}

fn keep(backups: &Backups) -> Result<Moment> {
    let kept = backups.keep(BackupWhy::Asked, &Patience::endless());
    ensure!(!kept.is_behind, "the place has not got the backup");
    Ok(kept.home?)
}

fn proof(backups: &Backups, at: Moment, place: &Path) -> Result<Round> {
    let script = r#"find "$@" -type f -exec sha256sum {} +"#;
    let (floor, ()) = timed(|| shell(script, &[place]))?;
    let (app, _) = timed(|| Ok(backups.prove(at, &Patience::endless())?))?;
    Ok(Round { app, floor })
}

fn kept(bench: &Bench, amount: Amount) -> Result<Vec<Finding>> {
    let folder = bench.books.copy_of(CONTRACTS)?;
    let mut book = Book::open(options(&folder)?)?;
    let contracts = some_contracts(&mut book)?;
    let mut keeping = Keeping { bench, folder, contracts, actions: 1 << 70 };
    eprintln!("    taking {} files in", amount.files);
    keeping.fill(&mut book, amount.files)?;
    let (mut first, mut next, mut proof, mut verified, mut restored) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS.min(bench.rounds) {
        let place = bench.books.fresh("keeping-place")?;
        let (round, at) = keeping.first(&mut book, &place)?;
        first.push(round);
        next.push(keeping.next(&mut book)?);
        proof.push(self::proof(&book.backups(), at, &place)?);
        verified.push(keeping.verified()?);
        let (round, after) = keeping.restored(book, at, &place)?;
        restored.push(round);
        book = after;
        book.backups().remove_place(&place)?;
    }
    for name in ["keeping-place", "written", "evidence-source"] {
        bench.books.fresh(name)?;
    }
    Ok(vec![
        finding("First backup to another folder", first),
        finding("Next backup, to both", next),
        finding("Proof once more, of all", proof),
        finding("Verified", verified),
        finding("Restored, with all evidence", restored),
    ])
}
