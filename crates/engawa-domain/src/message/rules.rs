//! The rules of `rules.csv`: which words, in which order and how near to each other, make a finding.

use super::circumstances::{Circumstances, Escrow};
use super::finding::FindingKind;
use super::words::{Concept, Vocabulary, rows};

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    /// What it finds.
    pub kind: FindingKind,
    /// The words in order; each with the most letters between it and the one before.
    pub steps: Vec<Step>,
    /// What must or must not stand around them.
    pub guards: Vec<Guard>,
    /// When it is asked at all.
    pub when: When,
}

/// A word of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// Any of these.
    pub any: Vec<Concept>,
    /// The most letters between the word before and this one.
    pub gap: usize,
}

/// What must or must not stand around the words of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Guard {
    /// `+x`: somewhere in the sentence.
    Needs(Vec<Concept>),
    /// `~x`: in the sentence, or the one before or behind it.
    NeedsNear(Vec<Concept>),
    /// `!x`: nowhere in the sentence.
    Never(Vec<Concept>),
    /// `!=x`: not between the first and the last word.
    NotInside(Vec<Concept>),
    /// `!>12:x`: not within so many letters behind the last word.
    NotBehind(Vec<Concept>, usize),
    /// `!<12:x`: not within so many letters before the first word.
    NotBefore(Vec<Concept>, usize),
}

/// When a rule is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// Always.
    Always,
    /// `@not-yet`: when the money is known not to be held.
    NotYet,
    /// `@not-held`: unless the money is held.
    NotHeld,
}

impl Rule {
    /// Whether the rule is asked under these circumstances.
    pub fn holds(&self, circumstances: &Circumstances<'_>) -> bool {
        match self.when {
            When::Always => true,
            When::NotYet => circumstances.escrow == Escrow::NotYet,
            When::NotHeld => circumstances.escrow != Escrow::Held,
        }
    }

    /// Whether it has words to seek.
    #[cfg(test)]
    pub fn names_something(&self) -> bool {
        !self.steps.is_empty() && self.steps.iter().all(|step| !step.any.is_empty())
    }
}

/// The rules of a table; a line that cannot be read is left out, which a test rules out for ours.
pub(super) fn rules(table: &str, words: &Vocabulary) -> Vec<Rule> {
    rows(table).filter_map(|(kind, rule)| read(kind, rule, words)).collect()
}

/// `contact_invitation,tool 3 by 12 act !=neg`: words and the most letters between them, then the guards.
fn read(kind: &str, rule: &str, words: &Vocabulary) -> Option<Rule> {
    let concepts = |names: &str| names.split('|').map(|name| words.concept(name)).collect::<Option<Vec<_>>>();
    let mut read = Rule {
        kind: FindingKind::from_key(kind)?,
        steps: Vec::new(),
        guards: Vec::new(),
        when: When::Always,
    };
    let mut gap = 0;
    for part in rule.split_whitespace() {
        let near = |rest: &str| -> Option<(Vec<Concept>, usize)> {
            let (letters, names) = rest.split_once(':')?;
            Some((concepts(names)?, letters.parse().ok()?))
        };
        if let Ok(letters) = part.parse() {
            gap = letters;
        } else if let Some(rest) = part.strip_prefix("!>") {
            let (names, letters) = near(rest)?;
            read.guards.push(Guard::NotBehind(names, letters));
        } else if let Some(rest) = part.strip_prefix("!<") {
            let (names, letters) = near(rest)?;
            read.guards.push(Guard::NotBefore(names, letters));
        } else if let Some(rest) = part.strip_prefix("!=") {
            read.guards.push(Guard::NotInside(concepts(rest)?));
        } else if let Some(rest) = part.strip_prefix('!') {
            read.guards.push(Guard::Never(concepts(rest)?));
        } else if let Some(rest) = part.strip_prefix('+') {
            read.guards.push(Guard::Needs(concepts(rest)?));
        } else if let Some(rest) = part.strip_prefix('~') {
            read.guards.push(Guard::NeedsNear(concepts(rest)?));
        } else if let Some(rest) = part.strip_prefix('@') {
            read.when = match rest {
                "not-yet" => When::NotYet,
                "not-held" => When::NotHeld,
                _ => return None,
            };
        } else {
            read.steps.push(Step { any: concepts(part)?, gap });
        }
    }
    Some(read)
}
