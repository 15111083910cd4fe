//! The words of `words.csv` by kind, and as parts of patterns.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

/// The words of a kind, as listed.
pub(super) fn words(kind: &str) -> impl Iterator<Item = &'static str> {
    WORDS.get(kind).into_iter().flatten().copied()
}

/// Whether the word is listed under this kind.
pub(super) fn is_listed(kind: &str, word: &str) -> bool {
    words(kind).any(|listed| listed == word)
}

/// The words by kind, in the order of the table.
static WORDS: LazyLock<BTreeMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut words: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (kind, word) in rows() {
        words.entry(kind).or_default().push(word);
    }
    words
});

/// Any word of the kind, the longest first, as part of a pattern.
pub(super) fn any_of(kind: &str) -> String {
    let mut listed: Vec<&str> = words(kind).collect();
    listed.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let escaped: Vec<String> = listed.into_iter().map(regex::escape).collect();
    format!("(?:{})", escaped.join("|"))
}

/// A pattern; `None` only if it is malformed, which a test rules out for each of them.
pub(super) fn pattern(text: &str) -> Option<Regex> {
    Regex::new(text).ok()
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("words.csv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(','))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::SearchKey;

    #[test]
    fn every_word_is_listed_once_and_in_folded_form() {
        let mut listed: Vec<_> = rows().collect();
        assert!(listed.iter().all(|(_, word)| SearchKey::of(word).as_str() == *word));
        let count = listed.len();
        assert_eq!(count, include_str!("words.csv").lines().filter(|line| !line.starts_with('#')).count());
        listed.sort_unstable();
        listed.dedup();
        assert_eq!(listed.len(), count);
    }
}
