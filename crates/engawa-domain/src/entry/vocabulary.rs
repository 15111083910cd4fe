//! The words of `words.csv`.

use crate::text::SearchKey;

/// What was typed, folded and without spaces: width, case and kana no longer matter.
pub(super) fn compact(typed: &str) -> String {
    SearchKey::of(typed).as_str().split(' ').collect()
}

/// Bytes of the longest text that is read as a day, a time or an amount, many times what the longest of them takes. A longer one was pasted
/// into the wrong field: it is none, and nobody waits until every way of reading it was tried.
const LONGEST: usize = 256;

/// Whether a folded text is longer than any day, time or amount.
pub(super) const fn is_too_long(compact: &str) -> bool {
    compact.len() > LONGEST
}

/// The value of a word of this kind.
pub(super) fn value(kind: &str, word: &str) -> Option<i64> {
    of_kind(kind).find_map(|(listed, value)| (listed == word).then_some(value))
}

/// The longest word of this kind with which the text begins: its value, and the rest of the text.
pub(super) fn prefix<'a>(kind: &str, text: &'a str) -> Option<(i64, &'a str)> {
    let fits = of_kind(kind).filter_map(|(listed, value)| Some((value, text.strip_prefix(listed)?)));
    fits.min_by_key(|(_, rest)| rest.len())
}

/// The longest word of this kind with which the text ends: its value, and what stands before it.
pub(super) fn suffix<'a>(kind: &str, text: &'a str) -> Option<(i64, &'a str)> {
    let fits = of_kind(kind).filter_map(|(listed, value)| Some((value, text.strip_suffix(listed)?)));
    fits.min_by_key(|(_, rest)| rest.len())
}

/// The digits with which the text begins, and the rest.
pub(super) fn leading_digits(text: &str) -> (&str, &str) {
    text.split_at(text.bytes().take_while(u8::is_ascii_digit).count())
}

fn of_kind(kind: &str) -> impl Iterator<Item = (&'static str, i64)> {
    rows().filter_map(move |(listed, word, value)| (listed == kind).then_some((word, value)))
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str, i64)> {
    let lines = include_str!("words.csv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let (kind, rest) = line.split_once(',')?;
        let (word, value) = rest.rsplit_once(',')?;
        Some((kind, word, value.parse().ok()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_readable_folded_and_listed_once() {
        let written = include_str!("words.csv").lines().filter(|line| !line.starts_with('#')).count();
        let mut listed: Vec<_> = rows().map(|(kind, word, _)| (kind, word)).collect();
        assert_eq!(listed.len(), written);
        for (_, word) in &listed {
            assert_eq!(compact(word), *word);
        }
        listed.sort_unstable();
        listed.dedup();
        assert_eq!(listed.len(), written);
    }

    #[test]
    fn a_text_that_was_pasted_into_the_wrong_field_is_read_as_nothing_at_once() {
        use crate::calendar::Day;
        use crate::entry::{AmountRefused, DayRefused, TimeRefused, amount, day, time};
        for typed in ["9".repeat(257), "千".repeat(1_000_000), "明日".repeat(100_000)] {
            assert!(matches!(day(&typed, Day::FIRST), Err(DayRefused::Unreadable { .. })));
            assert!(matches!(time(&typed), Err(TimeRefused::Unreadable { .. })));
            assert!(matches!(amount(&typed), Err(AmountRefused::Unreadable { .. })));
        }
        let padded = format!("{}50,000{}", " ".repeat(5_000), " ".repeat(5_000));
        assert!(matches!(amount(&padded), Ok(Some(_))), "spaces were never a part of it");
    }

    #[test]
    fn the_longest_word_is_taken() {
        assert_eq!(prefix("week", "再来週金曜"), Some((2, "金曜")));
        assert_eq!(suffix("yen", "50,000円(税込)"), Some((1, "50,000円")));
        assert_eq!(prefix("week", "金曜"), None);
    }
}
