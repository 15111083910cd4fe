//! Whatever reads something from outside, given anything at all.
//!
//! A [`Target`] takes bytes and holds what must be true of them: not only that nothing panics, but that what is found lies where
//! it is said to lie, that what was refused changed nothing, that what was read is written and read again alike. Each has a
//! corpus in `corpus/<name>`; every input that ever broke one stays there.
//!
//! Three programs use them: the tests run the corpus and a fixed number of changed inputs; `fuzz` goes on for as long as it is
//! told; `libfuzzer/` looks for new paths through the code. `cargo xtask fuzz` starts them.

mod mutate;
mod run;
mod targets;

pub use mutate::Mutator;
pub use run::{Broken, Held, corpus, shake, try_one};
pub use targets::TARGETS;

/// Something that is given anything.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name, and that of its corpus.
    pub name: &'static str,
    /// What is given to it and what must hold.
    pub what: &'static str,
    /// Files of the repository, by their path from its root, that are given to it beside its corpus.
    pub seeds: &'static [&'static str],
    /// Inputs of the short run: as many as take a few seconds without optimisation.
    pub short: u32,
    /// Panics when something does not hold.
    pub run: fn(&[u8]),
}

/// The target of this name.
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}

/// Gives an input to the target of this name: what `libfuzzer/` calls.
///
/// # Panics
///
/// When something does not hold, or there is no such target.
pub fn run(name: &str, data: &[u8]) {
    match target(name) {
        Some(target) => (target.run)(data),
        None => unreachable!("there is no target {name}"),
    }
}
