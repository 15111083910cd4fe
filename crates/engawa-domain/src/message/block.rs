//! A long message in blocks, so that memory is bounded and no step sees more than one of them.

use std::ops::Range;

/// The most bytes of a block; what people write fits into one.
const LONGEST: usize = 48 * 1024;

/// The blocks of a text, in order and without gaps: cut at the last end of a line or sentence, or, where there is neither, at a
/// space or between two letters.
pub(super) fn blocks(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let end = start + length(rest);
        let block = start..end;
        start = end;
        Some(block)
    })
}

fn length(rest: &str) -> usize {
    if rest.len() <= LONGEST {
        return rest.len();
    }
    let mut most = LONGEST;
    while !rest.is_char_boundary(most) {
        most -= 1;
    }
    let within = &rest[..most];
    let after =
        |ends: &[char]| within.rfind(ends).and_then(|at| Some(at + within[at..].chars().next()?.len_utf8()));
    after(&['\n'])
        .or_else(|| after(&['。', '!', '?', '！', '？']))
        .or_else(|| after(&[' ', '　']))
        .unwrap_or(most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_long_text_is_cut_at_the_end_of_a_line() {
        let line = format!("{}\n", "あ".repeat(100));
        let text = line.repeat(1_000);
        assert!(blocks(&text).all(|block| text[block].ends_with('\n')));
    }

    proptest! {
        #[test]
        fn the_blocks_are_the_text(unit in "\\PC{1,30}", times in 0_usize..6_000) {
            let text = unit.repeat(times);
            let blocks: Vec<_> = blocks(&text).collect();
            prop_assert!(blocks.iter().all(|block| !block.is_empty() && block.len() <= LONGEST));
            prop_assert_eq!(blocks.into_iter().map(|block| &text[block]).collect::<String>(), text);
        }
    }
}
