//! Where two long texts differ.

use crate::views::Differs;

/// From so many letters on a text is long: two of them are not compared at a glance.
const LONG: usize = 40;
/// So much is shown of what both have, on either side.
const AROUND: usize = 24;

/// Where two texts differ, if one of them is long.
pub fn differs(before: &str, after: &str) -> Option<Differs> {
    let (one, other): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
    if one.len().max(other.len()) < LONG || one.is_empty() || other.is_empty() {
        return None;
    }
    let alike = |pair: &(&char, &char)| pair.0 == pair.1;
    let head = one.iter().zip(&other).take_while(alike).count();
    let (one_rest, other_rest) = (&one[head..], &other[head..]);
    let tail = one_rest.iter().rev().zip(other_rest.iter().rev()).take_while(alike).count();
    let text = |letters: &[char]| letters.iter().collect::<String>();
    let begin = head.saturating_sub(AROUND);
    let end = &one[one.len() - tail..];
    Some(Differs {
        head: format!("{}{}", if begin > 0 { "…" } else { "" }, text(&one[begin..head])),
        before: text(&one_rest[..one_rest.len() - tail]),
        after: text(&other_rest[..other_rest.len() - tail]),
        tail: format!("{}{}", text(&end[..tail.min(AROUND)]), if tail > AROUND { "…" } else { "" }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_what_differs_is_marked_with_a_little_around_it() {
        let before = "お世話になっております。契約の件ですが、外部での連絡を希望しています。よろしくお願いいたします。";
        let after = before.replace("外部での連絡", "電話での連絡");
        let found = differs(before, &after).unwrap();
        assert_eq!((found.before.as_str(), found.after.as_str()), ("外部", "電話"));
        assert!(found.head.ends_with("契約の件ですが、") && found.tail.starts_with("での連絡"));
    }

    #[test]
    fn short_texts_are_read_whole() {
        assert_eq!(differs("商品", "商品ページ"), None);
    }

    proptest! {
        #[test]
        fn what_is_marked_turns_the_one_into_the_other(
            head in "[あいう]{0,20}", one in "[えお]{0,30}", other in "[かき]{0,30}", tail in "[さし]{20}",
        ) {
            let (before, after) = (format!("{head}{one}{tail}"), format!("{head}{other}{tail}"));
            if let Some(found) = differs(&before, &after) {
                prop_assert_eq!((found.before, found.after), (one, other));
            }
        }
    }
}
