//! Telephone numbers.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::vocabulary::{any_of, pattern};
use super::{ContactKind, Place, end_of};

/// Digits as people write them, the kanji ones too.
const DIGIT: &str = "[0-9〇零一二三四五六七八九]";
/// What stands between the groups of a number.
const BETWEEN: &str = "[ .()・ー_~の-]{0,3}";

static DOMESTIC: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(&format!("\\(?[0〇零]{BETWEEN}(?:{DIGIT}{BETWEEN}){{8,9}}{DIGIT}")));
static ABROAD: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern("\\+ ?[0-9]{1,3}(?:[ .()-]{0,3}[0-9]){7,12}"));
static TEL_BEFORE: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(&format!("{}[ :=→はが/(「]{{0,4}}$", any_of("tel"))));
static RECORD_BEFORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(&format!(
        "{}[ の]?(?:番号|id|no\\.?|こーど|code|number)?[ :=はが#/(「]{{0,4}}$",
        any_of("record")
    ))
});

/// The telephone numbers.
pub(super) fn numbers(folded: &str) -> Vec<Place> {
    let domestic = DOMESTIC.iter().flat_map(|pattern| pattern.find_iter(folded));
    let domestic = domestic.filter(|found| is_domestic(folded, &found.range()));
    let abroad = ABROAD.iter().flat_map(|pattern| pattern.find_iter(folded));
    let abroad = abroad.filter(|found| is_apart(folded, &found.range()));
    abroad.chain(domestic).map(|found| Place { kind: ContactKind::Phone, bytes: found.range() }).collect()
}

/// Whether the digits are grouped as Japanese numbers are. Without groups a number of a record looks the same, so
/// what stands before decides.
fn is_domestic(folded: &str, place: &Range<usize>) -> bool {
    if !is_apart(folded, place) {
        return false;
    }
    let (digits, groups) = digits_and_groups(&folded[place.clone()]);
    let before = end_of(&folded[..place.start]);
    let named =
        |pattern: &LazyLock<Option<Regex>>| pattern.as_ref().is_some_and(|pattern| pattern.is_match(before));
    if named(&RECORD_BEFORE) {
        return false;
    }
    let mobile = digits.len() == 11 && matches!(digits.as_bytes(), [b'0', b'5'..=b'9', b'0', ..]);
    let free = digits.starts_with("0120") || digits.starts_with("0800") || digits.starts_with("0570");
    let ungrouped = groups.len() == 1 || groups.iter().all(|group| *group == 1);
    if mobile {
        return ungrouped || matches!(groups[..], [3, 4, 4] | [3, 8] | [7, 4] | [3, 2, 2, 2, 2] | [4, 3, 4]);
    }
    if digits.len() == 10 || free {
        let grouped = match groups[..] {
            [area, local, 4] => (2..=5).contains(&area) && (1..=4).contains(&local),
            [4, 3, 3] | [4, 2, 2, 2] => free,
            [area, 8] => area == 2,
            _ => false,
        };
        return (grouped && digits.as_bytes().get(1) != Some(&b'0'))
            || (ungrouped && (free || named(&TEL_BEFORE)));
    }
    false
}

/// The digits as ASCII, and how many stand together each time.
fn digits_and_groups(number: &str) -> (String, Vec<usize>) {
    let mut digits = String::new();
    let mut groups = Vec::new();
    let mut open = false;
    for letter in number.chars() {
        let Some(digit) = digit(letter) else {
            open = false;
            continue;
        };
        digits.push(digit);
        match groups.last_mut() {
            Some(size) if open => *size += 1,
            _ => groups.push(1),
        }
        open = true;
    }
    (digits, groups)
}

fn digit(letter: char) -> Option<char> {
    let kanji = "〇一二三四五六七八九".chars().position(|kanji| kanji == letter);
    match letter {
        '0'..='9' => Some(letter),
        '零' => Some('0'),
        _ => kanji.and_then(|value| char::from_digit(u32::try_from(value).ok()?, 10)),
    }
}

/// Whether the number does not go on before or after: a date, an amount, a longer number.
fn is_apart(folded: &str, place: &Range<usize>) -> bool {
    let before = folded[..place.start].chars().next_back();
    let mut after = folded[place.end..].chars();
    let (next, then) = (after.next(), after.next());
    let goes_on_before = before.is_some_and(|c| {
        digit(c).is_some()
            || c.is_ascii_alphabetic()
            || matches!(c, '.' | ',' | '-' | '_' | '/' | '#' | '¥' | '\\')
    });
    let goes_on_after = next.is_some_and(|c| {
        digit(c).is_some()
            || c.is_ascii_alphabetic()
            || matches!(c, '円' | '¥' | '%')
            || (matches!(c, ',' | '.' | '-' | '/') && then.is_some_and(|then| digit(then).is_some()))
    });
    !goes_on_before && !goes_on_after
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_is_well_formed() {
        for pattern in [&DOMESTIC, &ABROAD, &TEL_BEFORE, &RECORD_BEFORE] {
            assert!(pattern.is_some());
        }
    }

    #[test]
    fn kanji_digits_are_digits() {
        assert_eq!(digits_and_groups("〇九〇ー一二三四-5678"), ("09012345678".to_owned(), vec![3, 4, 4]));
    }
}
