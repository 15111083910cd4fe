//! Words for what is wrong.

use std::collections::BTreeSet;

use super::{PACKS, text};
use crate::Target;

pub const TARGET: Target = Target {
    name: "guide_find",
    what: "words for what is wrong: each guide of a service is found once, and the same ones again",
    seeds: &[],
    short: 300,
    run,
};

fn run(data: &[u8]) {
    let words = text(data);
    let find = || {
        let found = PACKS.find_guides(&words, None);
        found.into_iter().map(|(pack, guide)| (pack.rules.id.clone(), guide.id.clone())).collect::<Vec<_>>()
    };
    let found = find();
    assert_eq!(found, find());
    let once: BTreeSet<_> = found.iter().map(|(pack, guide)| format!("{pack:?} {guide}")).collect();
    assert_eq!(once.len(), found.len(), "a guide of a service twice");
}
