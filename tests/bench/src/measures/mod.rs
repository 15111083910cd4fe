//! The measures. Each lets the app and its floor take turns.

mod commit;
mod keeping;
mod list;
mod open;
mod protected;
mod rules;
mod typing;
mod window;

use anyhow::Result;
use clap::ValueEnum;

use crate::{books::Books, floor::Floors, report::Chapter};

/// What every measure needs.
#[derive(Debug)]
pub struct Bench {
    /// Large books.
    pub books: Books,
    /// What the app is measured against.
    pub floors: Floors,
    /// How often each is measured.
    pub rounds: usize,
    /// How large the books are.
    pub sizes: Vec<u32>,
    /// How thoroughly.
    pub pace: Pace,
}

/// How thoroughly it is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// With everything: what the document shows.
    Whole,
    /// A few rounds of small books: to see that it works.
    Quick,
}

/// What can be measured alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Measure {
    /// Start to a window that can be used, and its memory when idle
    Window,
    /// A recorded fact, on the disk
    Commit,
    /// Evidence, backups, verifying, restoring
    Keeping,
    /// Opening a book
    Open,
    /// Looking for words in the table, without a window
    List,
    /// From a typed character to the rows that hold it
    Typing,
    /// Standings, packs, proofs, messages
    Rules,
    /// A protected book against a plain one
    Protected,
}

impl Measure {
    /// Measures it.
    pub fn take(self, bench: &Bench) -> Result<Vec<Chapter>> {
        match self {
            Self::Window => window::take(bench),
            Self::Commit => commit::take(bench).map(|chapter| vec![chapter]),
            Self::Keeping => keeping::take(bench).map(|chapter| vec![chapter]),
            Self::Open => open::take(bench).map(|chapter| vec![chapter]),
            Self::List => list::take(bench).map(|chapter| vec![chapter]),
            Self::Typing => typing::take(bench).map(|chapter| vec![chapter]),
            Self::Rules => rules::take(bench).map(|chapter| vec![chapter]),
            Self::Protected => protected::take(bench).map(|chapter| vec![chapter]),
        }
    }
}

/// A number of contracts as people write it.
fn contracts(count: u32) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    format!("{text} contracts")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(contracts(0), "0 contracts");
        assert_eq!(contracts(1_000), "1,000 contracts");
        assert_eq!(contracts(100_000), "100,000 contracts");
    }
}
