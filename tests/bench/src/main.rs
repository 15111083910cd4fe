//! Measures the app against its floors, which take turns with it in the same run.
//!
//! Started by `cargo xtask bench`, which builds the app, the floors and this program. A complete run writes
//! `docs/performance.md`; a part of one only prints its tables. Nothing here passes or fails: a machine's mood is no test.

mod books;
mod finding;
mod floor;
mod machine;
mod measures;
mod report;
mod statistics;

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use clap::{Parser, ValueEnum as _};

use crate::{
    books::Books,
    finding::Verdict,
    floor::Floors,
    machine::Machine,
    measures::{Bench, Measure, Pace},
    report::Chapter,
};

/// What `cargo xtask bench` says.
#[derive(Debug, Parser)]
struct Arguments {
    /// Folder of the built floors
    #[arg(long)]
    floors: PathBuf,
    /// Folder for books, on the disk that is to be measured; emptied first
    #[arg(long)]
    folder: PathBuf,
    /// The document that a complete run writes
    #[arg(long)]
    document: PathBuf,
    /// A few rounds and no book above 10,000 contracts: to see that it works
    #[arg(long)]
    quick: bool,
    /// How often each is measured
    #[arg(long)]
    rounds: Option<usize>,
    /// What to measure; everything when nothing is named
    measures: Vec<Measure>,
}

/// How often each is measured when nothing is said: an odd number, so that the median is one of them.
const ROUNDS: usize = 9;
const QUICK_ROUNDS: usize = 3;

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    if arguments.folder.exists() {
        fs::remove_dir_all(&arguments.folder).context("cannot empty the folder for books")?;
    }
    let rounds = arguments.rounds.unwrap_or(if arguments.quick { QUICK_ROUNDS } else { ROUNDS });
    let bench = Bench {
        books: Books::in_folder(&arguments.folder)?,
        floors: Floors(arguments.floors),
        rounds,
        sizes: if arguments.quick { vec![0, 10_000] } else { vec![0, 1_000, 10_000, 100_000] },
        pace: if arguments.quick { Pace::Quick } else { Pace::Whole },
    };
    let all = Measure::value_variants();
    let wanted = if arguments.measures.is_empty() { all } else { arguments.measures.as_slice() };
    let mut chapters = Vec::new();
    for measure in wanted {
        for chapter in measure.take(&bench)? {
            println!("\n{}\n\n{}", chapter.title, report::table(&chapter.findings));
            chapters.push(chapter);
        }
    }
    say_what_was_missed(&chapters);
    if wanted.len() == all.len() && !arguments.quick {
        let before = fs::read_to_string(&arguments.document).unwrap_or_default();
        let text = report::document(&Machine::this(), rounds, &chapters, &before);
        fs::write(&arguments.document, text).context("cannot write the document")?;
        println!("Written: {}", arguments.document.display());
    } else {
        println!("A part of the measures: {} stays as it is.", arguments.document.display());
    }
    Ok(())
}

fn say_what_was_missed(chapters: &[Chapter]) {
    for chapter in chapters {
        for finding in chapter.findings.iter().filter(|finding| finding.verdict() == Verdict::Missed) {
            println!(
                "Missed: {}, {}. The document wants the reason and the plan.",
                chapter.title, finding.what
            );
        }
    }
}
