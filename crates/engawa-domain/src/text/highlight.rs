//! Where a query was found in a text, to be marked.

use std::ops::Range;

use super::fold::FoldedText;
use super::{SearchKey, TextRange};

/// Every place of the text in which a word of the query was found, in order and without overlap: what
/// [`SearchKey::has`] finds, this can mark.
///
/// A letter that stands for several (㈱) is marked whole.
pub fn highlight(text: &str, query: &SearchKey) -> Vec<TextRange> {
    let folded = FoldedText::of(text);
    let places = query.words().flat_map(|word| occurrences(folded.as_str(), word));
    let mut found: Vec<Range<usize>> = places.filter_map(|place| folded.source(&place)).collect();
    found.sort_by_key(|range| (range.start, range.end));
    TextRange::of_bytes(text, joined(found)).collect()
}

/// Where the word begins and ends, overlapping places included.
fn occurrences<'a>(folded: &'a str, word: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let starts = folded.char_indices().map(|(at, _)| at);
    starts.filter(move |at| folded[*at..].starts_with(word)).map(move |at| at..at + word.len())
}

/// The ranges with those joined that overlap or touch.
fn joined(sorted: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(sorted.len());
    for range in sorted {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The text with its marks.
    fn marked(text: &str, query: &str) -> String {
        let units: Vec<u16> = text.encode_utf16().collect();
        let part = |from: u32, to: u32| String::from_utf16(&units[from as usize..to as usize]).unwrap();
        let mut out = String::new();
        let mut at = 0;
        for range in highlight(text, &SearchKey::of(query)) {
            out.extend([&part(at, range.from), "[", &part(range.from, range.to), "]"]);
            at = range.to;
        }
        out + &part(at, u32::try_from(units.len()).unwrap())
    }

    #[test]
    fn what_was_found_is_marked_in_the_text_as_it_was_written() {
        for (text, query, expected) in [
            ("商品紹介文の作成", "商品", "[商品]紹介文の作成"),
            ("商品紹介文の作成", "文", "商品紹介[文]の作成"),
            ("ﾃﾞｰﾀ入力とデータ整理", "でーた", "[ﾃﾞｰﾀ]入力と[データ]整理"),
            ("ＡＢＣ−２０２６の件", "abc-2026", "[ＡＢＣ−２０２６]の件"),
            ("㈱さくら商事", "株", "[㈱]さくら商事"),
            ("㈱さくら商事", "(株)さ", "[㈱さ]くら商事"),
            ("𠮷野家のレビュー😀10件", "レビュー 10", "𠮷野家の[レビュー]😀[10]件"),
            ("ハ゛ンク", "バ", "[ハ゛]ンク"),
            ("aaa", "aa", "[aaa]"),
            ("さくら さくら", "さくら 商事", "[さくら] [さくら]"),
            ("商品", "", "商品"),
            ("商品", "無", "商品"),
            ("İstanbul", "i", "[İ]stanbul"),
        ] {
            assert_eq!(marked(text, query), expected, "{query} in {text}");
        }
    }

    proptest! {
        #[test]
        fn a_word_that_is_found_is_marked_and_one_that_is_not_is_not(
            text in "[aAあアｱかがガｶﾞ㈱株𠮷 　0０−-]{0,20}", word in "[aあかが株0-]{1,2}"
        ) {
            let query = SearchKey::of(&word);
            prop_assert_eq!(SearchKey::of(&text).has(&query), !highlight(&text, &query).is_empty());
        }

        #[test]
        fn marks_are_in_order_apart_and_inside_the_text(text in "\\PC{0,30}", query in "\\PC{0,3}") {
            let length = u32::try_from(text.encode_utf16().count()).unwrap();
            let ranges = highlight(&text, &SearchKey::of(&query));
            prop_assert!(ranges.iter().all(|range| range.from < range.to && range.to <= length));
            prop_assert!(ranges.windows(2).all(|pair| pair[0].to < pair[1].from));
        }

        #[test]
        fn what_is_marked_has_the_key_of_the_query(text in "[aAあアｱかガｶﾞ本𠮷]{0,20}", word in "[aあかが本]{1,2}") {
            let query = SearchKey::of(&word);
            let units: Vec<u16> = text.encode_utf16().collect();
            for range in highlight(&text, &query) {
                let part = String::from_utf16(&units[range.from as usize..range.to as usize]).unwrap();
                prop_assert!(SearchKey::of(&part).has(&query));
            }
        }
    }
}
