//! Giving inputs to a target, and keeping the one that broke it.

use std::fs;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::{Mutator, Target};

/// An input that broke a target.
#[derive(Debug)]
pub struct Broken {
    /// The input, as short as it still breaks it.
    pub input: Vec<u8>,
    /// How many were tried before.
    pub tried: u64,
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "input {} breaks it: {:?}", self.tried, String::from_utf8_lossy(&self.input))
    }
}

/// What a target held.
#[derive(Debug)]
pub struct Held {
    /// How many inputs it was given.
    pub tried: u64,
    /// How long the slowest of them took.
    pub slowest: Duration,
    /// That input.
    pub slowest_input: Vec<u8>,
}

/// What is given to a target as it is: its corpus and its seeds, in the order of their names.
pub fn corpus(target: &Target) -> io::Result<Vec<Vec<u8>>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(here.join("corpus").join(target.name))? {
        paths.push(entry?.path());
    }
    paths.extend(target.seeds.iter().map(|seed| here.join("../..").join(seed)));
    paths.sort();
    paths.iter().map(fs::read).collect()
}

/// Gives it one input; whether it broke.
pub fn try_one(target: &Target, input: &[u8]) -> bool {
    catch_unwind(AssertUnwindSafe(|| (target.run)(input))).is_err()
}

/// Gives it the corpus and then changed inputs, so many or for so long.
pub fn shake(
    target: &Target,
    seed: u64,
    inputs: u64,
    time: Option<Duration>,
) -> io::Result<Result<Held, Broken>> {
    let corpus = corpus(target)?;
    let (mut mutator, began, mut tried) = (Mutator::new(seed), Instant::now(), 0);
    let (mut slowest, mut slowest_input) = (Duration::ZERO, Vec::new());
    let changed = std::iter::from_fn(|| Some(mutator.next(&corpus)));
    for input in corpus.iter().cloned().chain(changed) {
        if tried >= inputs + corpus.len() as u64 || time.is_some_and(|time| began.elapsed() > time) {
            break;
        }
        let given = Instant::now();
        if try_one(target, &input) {
            return Ok(Err(Broken { input: shortest(target, input), tried }));
        }
        if given.elapsed() > slowest {
            (slowest, slowest_input) = (given.elapsed(), input);
        }
        tried += 1;
    }
    Ok(Ok(Held { tried, slowest, slowest_input }))
}

/// How long is looked for a shorter one.
const PATIENCE: Duration = Duration::from_secs(10);

/// Leaves away whatever can be left away while it still breaks.
fn shortest(target: &Target, mut input: Vec<u8>) -> Vec<u8> {
    let (mut piece, began) = (input.len() / 2, Instant::now());
    while piece > 0 {
        let mut at = 0;
        while at < input.len() && began.elapsed() < PATIENCE {
            let mut without = input.clone();
            without.drain(at..(at + piece).min(input.len()));
            if try_one(target, &without) {
                input = without;
            } else {
                at += piece;
            }
        }
        piece /= 2;
    }
    input
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_breaks_a_target_is_found_and_made_as_short_as_it_can_be() {
        fn no_two_dots(data: &[u8]) {
            assert!(!data.windows(2).any(|two| two == b".."));
        }
        let target = Target { name: "entry", what: "", seeds: &[], short: 0, run: no_two_dots };
        let broken = shake(&target, 1, 100_000, None).unwrap().unwrap_err();
        assert_eq!(broken.input, b"..");
    }
}
