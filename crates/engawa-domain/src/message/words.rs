//! The words of `words.csv`, and where they stand in a reading.

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::reading::{Reading, Script};
use crate::text::FoldedText;

/// A group of words that mean the same to the rules: an index into the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Concept(pub u16);

/// A word that stands in a reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    /// What it means.
    pub concept: Concept,
    /// Its letters.
    pub letters: Range<usize>,
    /// Whether it hides the shorter words inside it.
    hides: bool,
}

/// All words.
pub(super) struct Vocabulary {
    names: BTreeMap<String, Concept>,
    /// The concept of each pattern.
    concepts: Vec<Concept>,
    /// Whether a Latin word may go on behind each pattern: `pay*`.
    open: Vec<bool>,
    /// Whether each pattern hides the shorter words inside it: `^しませんか`, which asks and denies nothing.
    hiding: Vec<bool>,
    seeker: Option<AhoCorasick>,
}

/// Words that mean nothing to the rules and hide the shorter words in them.
pub(super) const NOTHING: &str = "nothing";

impl Vocabulary {
    /// Reads lines of `concept,word`. A word is written as people write it and folded here; `(a|b|)` stands for either, `*` at
    /// the end for any end of a Latin word, `^` before it says that it hides the shorter words inside it.
    pub fn of(table: &str) -> Self {
        let mut names = BTreeMap::new();
        let mut words = Vec::new();
        let (mut concepts, mut open, mut hiding) = (Vec::new(), Vec::new(), Vec::new());
        for (name, spelled) in rows(table) {
            let next = Concept(u16::try_from(names.len()).unwrap_or(u16::MAX));
            let concept = *names.entry(name.to_owned()).or_insert(next);
            let (spelled, hides) =
                spelled.strip_prefix('^').map_or((spelled, name == NOTHING), |rest| (rest, true));
            for word in spellings(spelled) {
                let (stem, goes_on) =
                    word.strip_suffix('*').map_or((word.as_str(), false), |stem| (stem, true));
                words.push(FoldedText::of(stem).as_str().to_owned());
                concepts.push(concept);
                open.push(goes_on);
                hiding.push(hides);
            }
        }
        let seeker = AhoCorasick::new(&words).ok();
        Self { names, concepts, open, hiding, seeker }
    }

    /// Whether the table could be made ready.
    #[cfg(test)]
    pub fn is_whole(&self) -> bool {
        self.seeker.is_some()
    }

    /// The concept of this name.
    pub fn concept(&self, name: &str) -> Option<Concept> {
        self.names.get(name).copied()
    }

    /// The words in a reading, by where they begin; without those inside a word that means nothing.
    pub fn hits(&self, reading: &Reading<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        for found in self.seeker.iter().flat_map(|seeker| seeker.find_overlapping_iter(&reading.text)) {
            let letters = letter(reading, found.start())..letter(reading, found.end());
            let pattern = found.pattern().as_usize();
            let open = self.open.get(pattern).copied().unwrap_or_default();
            if let Some(concept) = self.concepts.get(pattern)
                && is_whole_word(reading, &letters, open)
            {
                let hides = self.hiding.get(pattern).copied().unwrap_or_default();
                hits.push(Hit { concept: *concept, letters, hides });
            }
        }
        hits.sort_by_key(|hit| (hit.letters.start, std::cmp::Reverse(hit.letters.end)));
        self.without_hidden(hits)
    }

    fn without_hidden(&self, hits: Vec<Hit>) -> Vec<Hit> {
        let nothing = self.concept(NOTHING);
        // The word that hides and reaches furthest so far: what begins behind its start and ends with it is inside. It does
        // not hide words that mean the same.
        let mut hider: Option<Hit> = None;
        hits.into_iter()
            .filter(|hit| {
                let hidden = hider.as_ref().is_some_and(|hider| {
                    hit.letters.end <= hider.letters.end
                        && hit.letters != hider.letters
                        && hit.concept != hider.concept
                });
                let end = hider.as_ref().map_or(0, |hider| hider.letters.end);
                if hit.hides && hit.letters.end > end {
                    hider = Some(hit.clone());
                }
                !hidden && Some(hit.concept) != nothing
            })
            .collect()
    }
}

/// The letter that begins at this byte of the reading.
fn letter(reading: &Reading<'_>, at: usize) -> usize {
    reading.letters.partition_point(|letter| letter.at < at)
}

/// Katakana words up to this length are parts of many others (ライン of オンライン); longer ones only of their compounds.
const SHORT: usize = 4;

/// Whether a word does not go on before or behind: Latin words are parted by what is no letter, short katakana words by what is
/// no katakana. Other words may stand anywhere.
fn is_whole_word(reading: &Reading<'_>, letters: &Range<usize>, open: bool) -> bool {
    let script = |at: Option<usize>| at.and_then(|at| reading.letters.get(at)).map(|letter| letter.script);
    let goes_on = |inside: Option<usize>, outside: Option<usize>| {
        matches!((script(inside), script(outside)), (Some(Script::Latin), Some(Script::Latin)))
            || (letters.len() <= SHORT
                && matches!(
                    (script(inside), script(outside)),
                    (Some(Script::Katakana), Some(Script::Katakana))
                ))
    };
    !goes_on(Some(letters.start), letters.start.checked_sub(1))
        && (open || !goes_on(letters.end.checked_sub(1), Some(letters.end)))
}

/// The rows of a table, without remarks.
pub(super) fn rows(table: &str) -> impl Iterator<Item = (&str, &str)> {
    let lines = table.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(','))
}

/// The spellings of a word with alternatives in brackets.
fn spellings(word: &str) -> Vec<String> {
    let Some((before, rest)) = word.split_once('(') else {
        return vec![word.to_owned()];
    };
    let Some((inside, after)) = rest.split_once(')') else {
        return vec![word.to_owned()];
    };
    let ends = spellings(after);
    let ends = &ends;
    inside.split('|').flat_map(|part| ends.iter().map(move |end| format!("{before}{part}{end}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_stand_for_either_spelling() {
        assert_eq!(spellings("振(り|)込(み|む)"), ["振り込み", "振り込む", "振込み", "振込む"]);
        assert_eq!(spellings("直接"), ["直接"]);
    }

    #[test]
    fn a_word_is_found_whole_and_not_within_another() {
        let words = Vocabulary::of("tool,ライン\ntool,LINE\npay,pay*\nnothing,LINEスタンプ");
        let count = |text: &str| words.hits(&Reading::of(text)).len();
        assert_eq!(count("オンライン、ラインナップ、online"), 0);
        assert_eq!(count("ラインで、LINEに、line"), 3);
        assert_eq!(count("LINEスタンプ"), 0);
        assert_eq!(count("payment"), 1);
    }
}
