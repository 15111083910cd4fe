//! `cargo xtask tidy`: the laws of `docs/architecture.md` that a script can check.
//!
//! A law is one small function over a [`Tree`]; its tests show it refusing a bad sample. What must break a law for a good reason is
//! listed, with the reason, in `xtask/tidy.toml`; an exception that no longer excuses anything is a finding itself.

mod borders;
mod code;
mod exceptions;
mod mentions;
mod messages;
mod rust;
mod shell;
mod silence;
mod supply;
mod tree;
mod web;
mod web_source;
mod words;

use std::fmt;

use anyhow::Result;

use self::{exceptions::Exceptions, tree::Tree};
use crate::{Arguments, report::AlreadyTold};

/// One law of the house.
struct Law {
    /// Its name in findings and in the exceptions.
    name: &'static str,
    /// What it protects.
    why: &'static str,
    check: fn(&Tree) -> Vec<Finding>,
}

/// One place that breaks a law.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Finding {
    path: String,
    /// Counted from 1; 0 when it is about the file as a whole.
    line: usize,
    what: String,
}

impl Finding {
    fn new(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, what: what.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.what),
            line => write!(f, "{}:{line}: {}", self.path, self.what),
        }
    }
}

/// All laws, in the order of `docs/architecture.md`.
fn laws() -> impl Iterator<Item = &'static Law> {
    [borders::LAWS, code::LAWS, words::LAWS, web::LAWS, shell::LAWS, supply::LAWS, silence::LAWS]
        .into_iter()
        .flatten()
}

/// The verb.
pub fn act(mut arguments: Arguments) -> Result<()> {
    match arguments.next()? {
        None => {}
        Some(lexopt::Arg::Long("list")) => {
            for law in laws() {
                println!("{:<22} {}", law.name, law.why);
            }
            return Ok(());
        }
        Some(other) => return Err(other.unexpected().into()),
    }
    let tree = Tree::load()?;
    let exceptions = Exceptions::read(&tree)?;
    let (mut passed, mut failed) = (0, 0);
    for law in laws() {
        let findings = exceptions.without_excused(law.name, (law.check)(&tree));
        if findings.is_empty() {
            passed += 1;
            continue;
        }
        failed += 1;
        println!("\n{}: {}", law.name, law.why);
        for finding in &findings {
            println!("    {finding}");
        }
    }
    for finding in exceptions.unused() {
        failed += 1;
        println!("\nexceptions: {finding}");
    }
    println!("\nLaws: {passed} passed, {failed} failed");
    if failed > 0 { Err(AlreadyTold.into()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_laws_share_a_name() {
        let names: BTreeSet<_> = laws().map(|law| law.name).collect();
        assert_eq!(names.len(), laws().count(), "an exception names a law, so the name must say which");
    }
}
