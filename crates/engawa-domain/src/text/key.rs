//! The search key: what two texts share when a person would call them the same.

use std::fmt;

use super::fold::fold;

/// A text reduced to what a search compares: width, case, kana, the kinds of dashes and of white space no longer
/// matter.
///
/// Keys are derived, never kept as the text: the text itself stays byte for byte as it was. ー stays what it is, a
/// letter; a dash typed in its place is another word.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SearchKey(String);

impl SearchKey {
    /// The key of a text.
    pub fn of(text: &str) -> Self {
        let mut key = String::with_capacity(text.len());
        let mut gap = false;
        for folded in fold(text) {
            if folded.letter.is_whitespace() {
                gap = !key.is_empty();
                continue;
            }
            if std::mem::take(&mut gap) {
                key.push(' ');
            }
            key.push(folded.letter);
        }
        Self(key)
    }

    /// The key as a text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was left to search for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words of the key, when it is a query.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.split(' ').filter(|word| !word.is_empty())
    }

    /// Whether every word of the query occurs in this key, in any order; one letter is a word like any other. An empty
    /// query finds everything.
    pub fn has(&self, query: &Self) -> bool {
        query.words().all(|word| self.0.contains(word))
    }
}

impl fmt::Display for SearchKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(text: &str) -> String {
        SearchKey::of(text).to_string()
    }

    #[test]
    fn texts_a_person_calls_the_same_have_the_key_of_the_oracles() {
        for (texts, expected) in [
            (&["ｶﾌﾞｼｷｶﾞｲｼｬ　サクラ", "かぶしきがいしゃ さくら"][..], "かぶしきがいしゃ さくら"),
            (&["㈱さくら商事", "（株）サクラ商事", "(株)さくら商事"], "(株)さくら商事"),
            (&["ＡＢＣ\u{2212}２０２６", "ABC\u{FF0D}2026", "abc-2026"], "abc-2026"),
            (&["データ", "ﾃﾞｰﾀ"], "でーた"),
            (&["デ\u{FF0D}タ"], "で-た"),
            (&["ハ\u{309B}ンク", "バンク", "ﾊﾞﾝｸ"], "ばんく"),
        ] {
            for text in texts {
                assert_eq!(key(text), expected, "{text}");
            }
        }
        assert_ne!(key("データ"), key("デ\u{FF0D}タ"), "ー is a letter and － is not");
    }

    #[test]
    fn every_kind_of_dash_is_one_and_the_wave_is_another() {
        for dash in ['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2212}', '\u{FF0D}', '-']
        {
            assert_eq!(key(&format!("a{dash}b")), "a-b", "U+{:04X}", u32::from(dash));
        }
        assert_eq!(key("10〜20"), "10~20");
        assert_eq!(key("10～20"), "10~20");
    }

    #[test]
    fn white_space_of_any_width_and_number_is_one_space_and_none_at_the_ends() {
        assert_eq!(key("\u{3000} 商品　\t紹介文\n\n60本 "), "商品 紹介文 60本");
        assert_eq!(key("\u{FEFF}商品\u{200B}紹介"), "商品紹介");
        assert!(SearchKey::of(" \u{3000}").is_empty());
    }

    #[test]
    fn kana_without_a_hiragana_of_their_own_meet_theirs() {
        for (katakana, hiragana) in [
            ("ヴ", "ゔ"),
            ("ヵヶ", "ゕゖ"),
            ("ヽヾ", "ゝゞ"),
            ("ヷ", "わ\u{3099}"),
            ("ヺ", "を\u{3099}"),
            ("ヿ", "こと"),
        ] {
            assert_eq!(key(katakana), key(hiragana), "{katakana}");
        }
    }

    #[test]
    fn words_of_one_and_two_letters_are_found() {
        let title = SearchKey::of("商品紹介文の作成（60本）㈱サクラ商店");
        for query in ["商", "文", "本", "60", "６０", "サク", "さく", "(株", "さくら　60", "本 商品", ""]
        {
            assert!(title.has(&SearchKey::of(query)), "{query:?}");
        }
        for query in ["紹品", "61", "商品 61", "か"] {
            assert!(!title.has(&SearchKey::of(query)), "{query:?}");
        }
        assert!(!SearchKey::of("がまぐち").has(&SearchKey::of("か")), "が is not か");
    }

    #[test]
    fn kanji_of_one_shape_but_two_numbers_differ_unless_unicode_calls_them_the_same() {
        assert_eq!(key("\u{FA19}社"), key("\u{795E}社"), "U+FA19 is 神 by its own definition");
        assert_ne!(key("髙"), key("高"), "names are told apart");
    }

    proptest! {
        #[test]
        fn the_key_of_a_key_is_itself(text in "\\PC{0,60}") {
            let once = SearchKey::of(&text);
            prop_assert_eq!(SearchKey::of(once.as_str()), once);
        }

        #[test]
        fn a_text_is_found_by_any_of_its_words(text in "[a-zA-Zあ-んア-ンｱ-ﾝ0-9０-９一-丕 　]{1,30}") {
            let key = SearchKey::of(&text);
            for word in text.split_whitespace() {
                prop_assert!(key.has(&SearchKey::of(word)), "{:?} in {:?}", word, text);
            }
        }

        #[test]
        fn case_and_width_never_matter(text in "[a-zA-Z0-9!-~]{0,30}") {
            let wide: String = text.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect();
            prop_assert_eq!(SearchKey::of(&wide), SearchKey::of(&text.to_uppercase()));
        }
    }
}
