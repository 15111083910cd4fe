//! How a text is folded for comparing, and where each folded letter comes from.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, compose, decompose_compatible};

use super::likeness::seen_as;

/// A folded letter and the bytes of the text it stands for. A ligature such as ㈱ gives three letters that stand for
/// the same bytes; ﾊ and ﾞ give one letter that stands for both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Folded {
    /// The letter: NFKC, lower case, hiragana, one kind of dash, white space as it was.
    pub letter: char,
    /// The bytes of the text.
    pub source: Range<usize>,
}

/// A whole text folded, and the way back.
pub(crate) struct FoldedText {
    text: String,
    /// For each letter: where it begins in `text`, and the bytes of the original it stands for.
    letters: Vec<(usize, Range<usize>)>,
}

impl FoldedText {
    /// The folded form of a text.
    pub fn of(text: &str) -> Self {
        fold(text).into_iter().collect()
    }

    /// The folded form of a text as the eye reads it: letters of other scripts that look like Latin ones are Latin.
    pub fn as_seen(text: &str) -> Self {
        fold(text).into_iter().map(Folded::seen).collect()
    }

    /// The folded letters.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The bytes of the original for which these bytes of the folded text stand; `None` for an empty range.
    pub fn source(&self, bytes: &Range<usize>) -> Option<Range<usize>> {
        let first = self.letters.partition_point(|(at, _)| *at < bytes.start);
        let end = self.letters.partition_point(|(at, _)| *at < bytes.end);
        let letters = self.letters.get(first..end)?;
        let ((_, first), (_, last)) = (letters.first()?, letters.last()?);
        Some(first.start..last.end)
    }
}

impl FromIterator<Folded> for FoldedText {
    fn from_iter<T: IntoIterator<Item = Folded>>(letters: T) -> Self {
        let mut folded = Self { text: String::new(), letters: Vec::new() };
        for letter in letters {
            folded.letters.push((folded.text.len(), letter.source));
            folded.text.push(letter.letter);
        }
        folded
    }
}

impl Folded {
    /// The letter that the eye takes it for.
    pub fn seen(self) -> Self {
        Self { letter: seen_as(self.letter), ..self }
    }
}

/// The folded letters of a text, in order.
pub(crate) fn fold(text: &str) -> Vec<Folded> {
    let mut folded = Vec::with_capacity(text.len());
    for cluster in clusters(text) {
        push_folded(&text[cluster.clone()], &cluster, &mut folded);
    }
    folded
}

fn push_folded(cluster: &str, source: &Range<usize>, folded: &mut Vec<Folded>) {
    let mut push = |letter| folded.push(Folded { letter, source: source.clone() });
    if let [byte] = cluster.as_bytes() {
        push(char::from(byte.to_ascii_lowercase()));
        return;
    }
    if let Some(letter) = only_letter(cluster).filter(|letter| is_plain(*letter)) {
        hiragana(letter).for_each(&mut push);
        return;
    }
    // Lower case may undo the composition (İ), and a letter without hiragana (ヷ) gives up its mark there: each time, marks are composed
    // and put in order once more.
    let visible = cluster.chars().filter(|letter| !is_invisible(*letter));
    let lower: String = visible.map(joining_mark).nfkc().flat_map(char::to_lowercase).collect();
    lower
        .nfkc()
        .filter(|letter| !is_invisible(*letter))
        .map(plain_dash)
        .flat_map(hiragana)
        .nfkc()
        .for_each(&mut push);
}

/// More marks than this on one letter are no writing: the rest stands alone, so that time stays in proportion to length.
const LONGEST_CLUSTER: usize = 256;

/// The byte ranges of the smallest pieces of a text that normalise by themselves. What nobody can see belongs to none,
/// unless a mark behind it joins the letter before it.
fn clusters(text: &str) -> Vec<Range<usize>> {
    let mut clusters: Vec<Range<usize>> = Vec::with_capacity(text.len());
    let mut last = None;
    for (start, letter) in text.char_indices() {
        if is_invisible(letter) {
            continue;
        }
        let end = start + letter.len_utf8();
        if is_plain(letter) {
            clusters.push(start..end);
            last = Some(letter);
            continue;
        }
        match clusters.last_mut() {
            Some(cluster)
                if !letter.is_ascii() && end - cluster.start <= LONGEST_CLUSTER && joins(last, letter) =>
            {
                cluster.end = end;
                let visible = text[cluster.clone()].chars().filter(|letter| !is_invisible(*letter));
                last = visible.map(joining_mark).nfkc().last();
            }
            _ => {
                clusters.push(start..end);
                last = if letter.is_ascii() {
                    Some(letter)
                } else {
                    std::iter::once(joining_mark(letter)).nfkc().last()
                };
            }
        }
    }
    clusters
}

fn only_letter(cluster: &str) -> Option<char> {
    let mut letters = cluster.chars();
    let first = letters.next();
    first.filter(|_| letters.next().is_none())
}

/// Letters that normalising and lower case leave alone and never join to what stands before them: most of Japanese, so that it is
/// folded quickly.
const fn is_plain(letter: char) -> bool {
    matches!(letter, 'ぁ'..='ゖ' | 'ァ'..='ヶ' | 'ー' | '一'..='鿿' | '、' | '。' | '「' | '」')
}

/// Whether normalising may join `letter` to the text before it, whose last normalised letter is `last`.
fn joins(last: Option<char>, letter: char) -> bool {
    let mut first = None;
    decompose_compatible(joining_mark(letter), |part| first = first.or(Some(part)));
    first.is_some_and(|first| {
        canonical_combining_class(first) != 0 || last.is_some_and(|last| compose(last, first).is_some())
    })
}

/// ゛ and ゜ standing alone: NFKC would put a space before them, but whoever types them means the mark on the kana
/// before.
const fn joining_mark(letter: char) -> char {
    match letter {
        '\u{309B}' => '\u{3099}',
        '\u{309C}' => '\u{309A}',
        other => other,
    }
}

/// Letters nobody can see or type into a search field: zero-width spaces and joiners, marks of writing direction, fillers,
/// soft hyphens, byte order marks, tags, and the selectors that pick one shape of an ideograph, a keycap or emoji.
const fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{20E3}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E007F}' | '\u{E0100}'..='\u{E01EF}'
    )
}

/// The dashes a keyboard, an input method and a word processor write for the same key. The prolonged sound mark ー is
/// a letter, not a dash.
const fn plain_dash(letter: char) -> char {
    match letter {
        '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2014}' | '\u{2212}' => '-',
        '\u{301C}' => '~',
        other => other,
    }
}

/// Katakana as hiragana: each stands 0x60 above its like. The four that have none (ヷヸヹヺ) become kana and mark, as
/// hiragana writes them.
fn hiragana(letter: char) -> impl Iterator<Item = char> {
    let (base, mark) = match letter {
        'ヷ' => ('わ', Some('\u{3099}')),
        'ヸ' => ('ゐ', Some('\u{3099}')),
        'ヹ' => ('ゑ', Some('\u{3099}')),
        'ヺ' => ('を', Some('\u{3099}')),
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => (char::from_u32(u32::from(letter) - 0x60).unwrap_or(letter), None),
        other => (other, None),
    };
    std::iter::once(base).chain(mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn letters(text: &str) -> String {
        fold(text).iter().map(|folded| folded.letter).collect()
    }

    #[test]
    fn every_letter_knows_the_bytes_it_comes_from() {
        let sources = |text: &str| -> Vec<(char, Range<usize>)> {
            fold(text).into_iter().map(|folded| (folded.letter, folded.source)).collect()
        };
        assert_eq!(sources("㈱A"), [('(', 0..3), ('株', 0..3), (')', 0..3), ('a', 3..4)]);
        assert_eq!(sources("ﾊﾞｽ"), [('ば', 0..6), ('す', 6..9)], "ﾊ and ﾞ are one letter");
        assert_eq!(sources("ハ゛"), [('ば', 0..6)]);
    }

    #[test]
    fn hangul_and_marks_are_composed_across_letters() {
        assert_eq!(letters("\u{1112}\u{1161}\u{11AB}"), "한");
        assert_eq!(letters("e\u{301}\u{323}"), "ẹ\u{301}");
    }

    #[test]
    fn what_nobody_sees_parts_no_letter_from_its_mark() {
        assert_eq!(letters("\u{FF8A}\u{200B}\u{FF9E}\u{202E}ｽ"), "ばす");
        let sources: Vec<_> = fold("L\u{200B}\u{2066}I").into_iter().map(|folded| folded.source).collect();
        assert_eq!(sources, [0..1, 7..8], "the invisible belongs to neither");
    }

    #[test]
    fn a_mark_that_a_letter_gives_up_as_hiragana_stands_where_marks_stand() {
        // There is no hiragana ヷ: it becomes わ and a mark, which belongs behind a mark of a lower class.
        assert_eq!(letters("ヷ"), "わ\u{3099}");
        assert_eq!(letters("ヷ\u{16FF0}"), "わ\u{16FF0}\u{3099}");
    }

    #[test]
    fn letters_that_look_like_latin_ones_are_seen_as_such() {
        for (text, seen) in
            [("LIИE", "line"), ("ʟɪɴᴇ", "line"), ("🅛🅘🅝🅔", "line"), ("🇱🇮🇳🇪", "line"), ("❶⓿", "10")]
        {
            assert_eq!(FoldedText::as_seen(text).as_str(), seen, "{text}");
        }
    }

    #[test]
    fn plain_letters_are_those_that_normalising_leaves_alone() {
        for letter in ('\u{3000}'..='\u{9FFF}').filter(|letter| is_plain(*letter)) {
            let normal: String = std::iter::once(letter).nfkc().flat_map(char::to_lowercase).collect();
            assert_eq!(normal, letter.to_string());
            assert!(('\u{3000}'..='\u{30FF}').all(|last| !joins(Some(last), letter)), "{letter}");
        }
    }

    proptest! {
        #[test]
        fn piece_by_piece_is_the_same_as_the_whole(text in "[a-zぁ-んァ-ヶ\u{3099}\u{309A}ﾊｶﾞﾟ\u{300}-\u{320}\u{1100}-\u{1112}\u{1161}-\u{1175}\u{11A8}-\u{11C2}가각\u{9C7}\u{9BE}㈱ｱ]{0,12}") {
            let visible = |text: &str| text.nfkc().filter(|letter| !is_invisible(*letter)).collect::<String>();
            let pieces: String = clusters(&text).into_iter().map(|cluster| visible(&text[cluster])).collect();
            prop_assert_eq!(pieces, visible(&text));
        }

        #[test]
        fn any_text_is_folded_piece_by_piece_as_the_whole(text in "\\PC{0,40}") {
            let visible = |text: &str| text.nfkc().filter(|letter| !is_invisible(*letter)).collect::<String>();
            let pieces: String = clusters(&text).into_iter().map(|cluster| visible(&text[cluster])).collect();
            prop_assert_eq!(pieces, visible(&text));
        }

        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            let once = letters(&text);
            prop_assert_eq!(letters(&once), once);
        }

        #[test]
        fn sources_are_in_order_and_on_letter_boundaries(text in "\\PC{0,40}") {
            let folded = fold(&text);
            prop_assert!(folded.windows(2).all(|pair| pair[0].source == pair[1].source || pair[0].source.end <= pair[1].source.start));
            prop_assert!(folded.iter().all(|f| text.is_char_boundary(f.source.start) && text.is_char_boundary(f.source.end)));
        }
    }
}
