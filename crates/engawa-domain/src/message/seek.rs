//! Rules are sought in one sentence at a time, in one pass over its words.

use std::ops::Range;

use super::rules::{Guard, Rule, Step};
use super::words::{Concept, Hit};

/// The words of one sentence, and which concepts its neighbours hold.
pub(super) struct Sentence<'h> {
    /// The words, by where they begin.
    pub hits: &'h [Hit],
    /// The concepts in it.
    pub here: Concepts,
    /// The concepts in it and in the sentences before and behind it.
    pub near: Concepts,
}

/// A set of concepts.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Concepts([u64; 4]);

impl Concepts {
    /// The concepts of some words.
    pub fn of(hits: &[Hit]) -> Self {
        hits.iter().fold(Self::default(), |set, hit| set.with(hit.concept))
    }

    fn with(mut self, concept: Concept) -> Self {
        if let Some(bits) = self.0.get_mut(usize::from(concept.0 / 64)) {
            *bits |= 1 << (concept.0 % 64);
        }
        self
    }

    /// Both together.
    pub fn and(self, other: Self) -> Self {
        let mut both = self.0;
        for (bits, more) in both.iter_mut().zip(other.0) {
            *bits |= more;
        }
        Self(both)
    }

    /// Whether any of these is among them.
    pub fn has_any(&self, any: &[Concept]) -> bool {
        any.iter().any(|concept| {
            self.0.get(usize::from(concept.0 / 64)).is_some_and(|bits| bits & (1 << (concept.0 % 64)) != 0)
        })
    }
}

/// A beginning of a rule that was found: its letters so far.
type Chain = Range<usize>;

/// No word of the table is longer, so that a chain that ends within what comes next is not far back.
const LONGEST_WORD: usize = 48;

/// The letters at which a rule is fulfilled.
pub(super) fn seek(rule: &Rule, sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let may = rule.steps.iter().all(|step| sentence.here.has_any(&step.any))
        && rule.guards.iter().all(|guard| may_hold(guard, sentence));
    if !may {
        return Vec::new();
    }
    let chains = chains(&rule.steps, sentence.hits);
    chains.into_iter().filter(|chain| rule.guards.iter().all(|guard| holds(guard, chain, sentence))).collect()
}

/// Each word that may be the last of the rule, with the nearest words before it that lead to it.
fn chains(steps: &[Step], hits: &[Hit]) -> Vec<Chain> {
    let mut reached: Vec<Vec<Chain>> = vec![Vec::new(); steps.len()];
    for hit in hits {
        // From the last step to the first, so that one word is not two steps at once.
        for (nth, step) in steps.iter().enumerate().rev() {
            if !step.any.contains(&hit.concept) {
                continue;
            }
            let chain = match nth.checked_sub(1) {
                None => Some(hit.letters.clone()),
                Some(before) => reached
                    .get(before)
                    .and_then(|chains| nearest(chains, hit.letters.start, step.gap))
                    .map(|start| start..hit.letters.end),
            };
            if let (Some(chain), Some(chains)) = (chain, reached.get_mut(nth)) {
                chains.push(chain);
            }
        }
    }
    reached.pop().unwrap_or_default()
}

/// Where the chain begins that ends nearest before a word and not too far from it.
fn nearest(chains: &[Chain], start: usize, gap: usize) -> Option<usize> {
    chains
        .iter()
        .rev()
        .take_while(|chain| chain.end + gap + LONGEST_WORD >= start)
        .find(|chain| chain.end <= start && start - chain.end <= gap)
        .map(|chain| chain.start)
}

/// What can be told of a guard before the words were found.
fn may_hold(guard: &Guard, sentence: &Sentence<'_>) -> bool {
    match guard {
        Guard::Needs(any) => sentence.here.has_any(any),
        Guard::NeedsNear(any) => sentence.near.has_any(any),
        Guard::Never(any) => !sentence.here.has_any(any),
        Guard::NotInside(_) | Guard::NotBehind(..) | Guard::NotBefore(..) => true,
    }
}

fn holds(guard: &Guard, chain: &Chain, sentence: &Sentence<'_>) -> bool {
    let stands = |any: &[Concept], from: usize, to: usize| {
        sentence.here.has_any(any) && {
            let first = sentence.hits.partition_point(|hit| hit.letters.start < from);
            let behind = sentence.hits.get(first..).unwrap_or_default();
            behind.iter().take_while(|hit| hit.letters.start < to).any(|hit| any.contains(&hit.concept))
        }
    };
    match guard {
        Guard::Needs(_) | Guard::NeedsNear(_) | Guard::Never(_) => true,
        Guard::NotInside(any) => !stands(any, chain.start, chain.end),
        Guard::NotBehind(any, letters) => !stands(any, chain.end, chain.end + letters + 1),
        Guard::NotBefore(any, letters) => !stands(any, chain.start.saturating_sub(*letters), chain.start),
    }
}
