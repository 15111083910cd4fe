//! Numbers as people write amounts: with commas, in kanji, with 万 and 千, with a decimal point before a unit.

use super::amount::AmountRefused;
use super::vocabulary::{leading_digits, prefix, value};
use crate::money::Yen;

/// Millionths of a yen: fine enough to see that something is no whole yen, and far from the end of the type.
type Millionths = i128;

/// One whole.
const WHOLE: Millionths = 1_000_000;

/// What a number may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reading {
    /// One thing.
    One(Millionths),
    /// Several, the likeliest first.
    Several(Vec<Millionths>),
}

impl Reading {
    /// The number written by this folded text; `None` if it is none.
    pub(super) fn of(text: &str) -> Option<Self> {
        if let Some(meant) = dotted(text) {
            return Some(meant);
        }
        let (mut total, mut rest, mut last) = (0, text, None);
        while let Some((before, size, after)) = split_at_unit("big", rest) {
            in_falling_order(last, size)?;
            // 万 alone is no amount: nobody says how many.
            let many = section(before)?;
            total = many.total.checked_mul(size)?.checked_add(total)?;
            (rest, last) = (after, Some(size));
        }
        let end = if rest.is_empty() { Section::default() } else { section(rest)? };
        let total = end.total.checked_add(total)?;
        (!text.is_empty()).then(|| said_short(total, end, last))
    }

    /// The amount it means, whole and within what can be held.
    pub(super) fn yen(&self) -> Result<Yen, AmountRefused> {
        match self {
            Self::One(number) if number % WHOLE == 0 => whole(number / WHOLE),
            Self::One(number) => {
                let below = whole(number / WHOLE)?;
                Err(AmountRefused::Fraction { below, repairs: vec![below, whole(number / WHOLE + 1)?] })
            }
            Self::Several(numbers) => {
                let repairs = numbers.iter().map(|number| whole(number / WHOLE)).collect::<Result<_, _>>()?;
                Err(AmountRefused::SeveralMeant { repairs })
            }
        }
    }
}

fn whole(number: i128) -> Result<Yen, AmountRefused> {
    let yen = i64::try_from(number).ok().and_then(|number| Yen::new(number).ok());
    yen.ok_or(AmountRefused::Beyond { limit: Yen::MAX })
}

/// 50.000 is fifty to some and fifty thousand to others; 1.234.567 can only be grouped.
fn dotted(text: &str) -> Option<Reading> {
    let grouped = grouped_by('.', text)?;
    match text.matches('.').count() {
        1 => {
            let (whole, _) = text.split_once('.')?;
            Some(Reading::Several(vec![grouped, digits(whole)?]))
        }
        _ => Some(Reading::One(grouped)),
    }
}

/// 1万5 is 15,000 to most who say it and 10,005 to those who write it: one digit alone after a unit of at least a hundred.
fn said_short(total: Millionths, end: Section, last_big: Option<i128>) -> Reading {
    match (end.alone, end.unit.or(last_big)) {
        (Some(digit), Some(unit)) if unit >= 100 => {
            let written = total;
            let said = total - digit + digit * unit / 10;
            Reading::Several(vec![said, written])
        }
        (_, _) => Reading::One(total),
    }
}

/// The part of a number between two large units.
#[derive(Debug, Clone, Copy, Default)]
struct Section {
    total: Millionths,
    /// The last small unit in it.
    unit: Option<i128>,
    /// What stands after its last unit, when it is a single digit.
    alone: Option<Millionths>,
}

fn section(text: &str) -> Option<Section> {
    if text.is_empty() {
        return None;
    }
    let (mut found, mut rest) = (Section::default(), text);
    while let Some((before, size, after)) = split_at_unit("small", rest) {
        in_falling_order(found.unit, size)?;
        // 千 alone is a thousand.
        let many = if before.is_empty() { WHOLE } else { plain(before)? };
        found.total = many.checked_mul(size)?.checked_add(found.total)?;
        (found.unit, rest) = (Some(size), after);
    }
    if !rest.is_empty() {
        let number = plain(rest)?;
        found.total = number.checked_add(found.total)?;
        found.alone = (rest.chars().count() == 1).then_some(number);
    }
    Some(found)
}

/// The text before its first unit of this kind, how much the unit is, and what comes after it.
fn split_at_unit<'a>(kind: &str, text: &'a str) -> Option<(&'a str, i128, &'a str)> {
    text.char_indices().find_map(|(at, _)| {
        let (size, after) = prefix(kind, &text[at..])?;
        Some((&text[..at], i128::from(size), after))
    })
}

/// 千万 is ten million and 万千 is nothing: within a number, each unit is smaller than the one before it.
fn in_falling_order(last: Option<i128>, size: i128) -> Option<()> {
    last.is_none_or(|last| size < last).then_some(())
}

/// A number without units.
fn plain(text: &str) -> Option<Millionths> {
    digits(text).or_else(|| grouped_by(',', text)).or_else(|| with_fraction(text))
}

/// Digits one after the other, arabic or kanji: 5000, 五〇〇〇.
fn digits(text: &str) -> Option<Millionths> {
    if text.is_empty() {
        return None;
    }
    let number = text.chars().try_fold(0_i128, |number, letter| {
        let digit = match letter.to_digit(10) {
            Some(digit) => i64::from(digit),
            None => value("digit", letter.encode_utf8(&mut [0; 4]))?,
        };
        // Beyond what can be held it stays beyond, however many digits follow.
        Some(number.saturating_mul(10).saturating_add(i128::from(digit)).min(i128::from(u64::MAX)))
    })?;
    number.checked_mul(WHOLE)
}

/// Groups of three: 50,000.
fn grouped_by(mark: char, text: &str) -> Option<Millionths> {
    let (first, rest) = text.split_once(mark)?;
    let is_digits = |group: &str| leading_digits(group).1.is_empty();
    let fits = is_digits(first)
        && (1..=3).contains(&first.len())
        && rest.split(mark).all(|group| is_digits(group) && group.len() == 3);
    fits.then(|| digits(&text.replace(mark, "")))?
}

/// 1.5, 1,234.5: up to six places after the point.
fn with_fraction(text: &str) -> Option<Millionths> {
    let (before, after) = text.split_once('.')?;
    let (places, rest) = leading_digits(after);
    if !rest.is_empty() || !(1..=6).contains(&places.len()) {
        return None;
    }
    let whole = digits(before).or_else(|| grouped_by(',', before))?;
    let part: Millionths = format!("{places:0<6}").parse().ok()?;
    whole.checked_add(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn meant(text: &str) -> Option<Vec<i128>> {
        Reading::of(text).map(|reading| match reading {
            Reading::One(number) => vec![number],
            Reading::Several(numbers) => numbers,
        })
    }

    #[test]
    fn units_are_counted_as_they_are_said() {
        for (text, number) in [
            ("50000", 50_000),
            ("50,000", 50_000),
            ("5万", 50_000),
            ("五万", 50_000),
            ("1万2千", 12_000),
            ("12万3456", 123_456),
            ("千", 1_000),
            ("三千五百", 3_500),
            ("二十五", 25),
            ("五〇〇〇", 5_000),
            ("1.5万", 15_000),
            ("1億2000万", 120_000_000),
            ("千五百万", 15_000_000),
            ("1.234.567", 1_234_567),
            ("50k", 50_000),
        ] {
            assert_eq!(meant(text), Some(vec![number * WHOLE]), "{text}");
        }
    }

    #[test]
    fn what_may_mean_several_amounts_is_said_to() {
        assert_eq!(meant("1万5"), Some(vec![15_000 * WHOLE, 10_005 * WHOLE]));
        assert_eq!(meant("2千5"), Some(vec![2_500 * WHOLE, 2_005 * WHOLE]));
        assert_eq!(meant("50.000"), Some(vec![50_000 * WHOLE, 50 * WHOLE]));
        assert_eq!(meant("二十五"), Some(vec![25 * WHOLE]), "after 十 there is one meaning");
    }

    #[test]
    fn what_is_no_number_is_read_as_none() {
        for text in
            ["", "万", "円", "1万2億", "5,00", "50,000,00", ",500", "1.", ".5", "1.2.3", "a", "1千2千", "1a"]
        {
            assert_eq!(meant(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn every_number_is_read_with_and_without_commas(number in 0..9_007_199_254_740_991_i64) {
            let plain = number.to_string();
            let mut grouped = String::new();
            for (place, digit) in plain.chars().enumerate() {
                if place > 0 && (plain.len() - place) % 3 == 0 {
                    grouped.push(',');
                }
                grouped.push(digit);
            }
            let expected = Some(vec![i128::from(number) * WHOLE]);
            prop_assert_eq!(meant(&plain), expected.clone());
            prop_assert_eq!(meant(&grouped), expected);
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "[0-9一二五〇十百千万億兆k,.]{0,24}") {
            if let Some(reading) = Reading::of(&text) {
                let _ = reading.yen();
            }
        }
    }
}
