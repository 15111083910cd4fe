//! The detail of a problem with everything left out that could have come from outside.
//!
//! Not a list of what is hidden, but of what may stay: a [`Masked`] can hold words of `words.txt`, which are part of the program, and
//! the numbers of errors. It has no room for a name, an address or a path, whatever an error carries along.

use std::collections::HashSet;
use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What stands for everything that was left out.
pub const HIDDEN: &str = "[…]";

/// The words that may stay.
static WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words().collect());

/// The words that may stay, as `words.txt` lists them.
pub fn words() -> impl Iterator<Item = &'static str> {
    include_str!("words.txt").lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

/// Words after which a number is that of an error or of a line, and nothing that a person typed.
const BEFORE_A_NUMBER: &[&str] = &["error", "code", "line", "column", "schema", "version"];
/// The numbers of errors of the systems and of SQLite are shorter than any telephone number, and than most amounts.
const LARGEST_NUMBER: u16 = 9_999;

/// A text of an error, masked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Masked(Vec<Piece>);

/// All that can stand in a masked text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    /// A word of the list.
    Word(&'static str),
    /// The number of an error, a line or a schema.
    Number(u16),
    /// Something else, of any length.
    Hidden,
}

impl Masked {
    /// Masks a text. What stands in quotation marks is left out whole: there an error repeats what it was given.
    pub fn of(text: &str) -> Self {
        let mut masked = Self::default();
        let mut rest = text;
        while let Some(begin) = rest.find(|mark| closing(mark).is_some()) {
            let (before, quoted) = rest.split_at(begin);
            masked.take(before);
            masked.push(Piece::Hidden);
            rest = after_quote(quoted);
        }
        masked.take(rest);
        masked
    }

    /// Takes in a stretch without quotation marks, word by word.
    fn take(&mut self, text: &str) {
        for token in text.split_whitespace() {
            let token = token.trim_matches(|mark: char| "()[]{},.;:!?=<>".contains(mark));
            if !token.is_empty() {
                self.push(self.piece(token));
            }
        }
    }

    fn piece(&self, token: &str) -> Piece {
        if let Some(word) = WORDS.get(token.to_ascii_lowercase().as_str()) {
            return Piece::Word(word);
        }
        let announced = matches!(self.0.last(), Some(Piece::Word(word)) if BEFORE_A_NUMBER.contains(word));
        match token.parse() {
            Ok(number) if announced && number <= LARGEST_NUMBER => Piece::Number(number),
            _ => Piece::Hidden,
        }
    }

    fn push(&mut self, piece: Piece) {
        if piece != Piece::Hidden || self.0.last() != Some(&Piece::Hidden) {
            self.0.push(piece);
        }
    }
}

/// The mark that ends what this one begins. The plain apostrophe is none: it stands in the middle of words.
const fn closing(mark: char) -> Option<char> {
    match mark {
        '"' => Some('"'),
        '`' => Some('`'),
        '\u{201c}' => Some('\u{201d}'),
        '\u{2018}' => Some('\u{2019}'),
        '「' => Some('」'),
        '『' => Some('』'),
        _ => None,
    }
}

/// What follows a quotation; nothing, where it has no end.
fn after_quote(quoted: &str) -> &str {
    let mut marks = quoted.char_indices();
    let Some(end) = marks.next().and_then(|(_, mark)| closing(mark)) else { return "" };
    let mut escaped = false;
    for (at, mark) in marks {
        match mark {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            mark if mark == end => return &quoted[at + mark.len_utf8()..],
            _ => {}
        }
    }
    ""
}

impl fmt::Display for Masked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, piece) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(" ")?;
            }
            match piece {
                Piece::Word(word) => f.write_str(word)?,
                Piece::Number(number) => write!(f, "{number}")?,
                Piece::Hidden => f.write_str(HIDDEN)?,
            }
        }
        Ok(())
    }
}

impl Serialize for Masked {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Masked {
    /// Masks once more: whoever wrote the file, nothing else comes in.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::of(&String::deserialize(deserializer)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn masked(text: &str) -> String {
        Masked::of(text).to_string()
    }

    #[test]
    fn what_the_system_said_stays_and_where_it_said_it_goes() {
        assert_eq!(
            masked("/home/hanako/帳/book.sqlite: Permission denied (os error 13)"),
            "[…] permission denied os error 13"
        );
        assert_eq!(
            masked(r"C:\Users\花子\AppData\Local\engawa-book: アクセスが拒否されました。 (os error 5)"),
            "[…] os error 5"
        );
        assert_eq!(
            masked("SQLite: database disk image is malformed"),
            "sqlite database disk image is malformed"
        );
        assert_eq!(masked("expected value at line 3 column 15"), "expected value at line 3 column 15");
    }

    #[test]
    fn what_is_quoted_goes_whole_even_where_it_looks_like_words_of_ours() {
        assert_eq!(masked(r#"unknown column "the file \"is\" empty" in it"#), "unknown column […] in it");
        assert_eq!(masked("the record 「the book」 changed"), "the record […] changed");
        assert_eq!(
            masked("no value is called \"the end"),
            "no value is called […]",
            "a quotation without an end"
        );
    }

    #[test]
    fn a_number_stays_only_behind_a_word_that_announces_one_and_only_a_short_one() {
        assert_eq!(masked("error 11"), "error 11");
        assert_eq!(masked("50000 yen"), "[…] yen");
        assert_eq!(masked("code 0312345678"), "code […]");
        assert_eq!(masked("at 12"), "at […]");
    }

    #[test]
    fn each_word_stands_once_in_the_list_in_small_letters() {
        let all: Vec<&str> = words().collect();
        assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len(), "a word twice");
        assert!(all.iter().all(|word| *word == word.to_lowercase()));
    }

    proptest! {
        #[test]
        fn nothing_but_words_of_the_list_and_short_numbers_comes_through(text in "\\PC{0,80}") {
            for piece in masked(&text).split(' ').filter(|piece| !piece.is_empty()) {
                let is_number = piece.parse::<u16>().is_ok_and(|number| number <= LARGEST_NUMBER);
                prop_assert!(piece == HIDDEN || is_number || WORDS.contains(piece), "{piece} came through");
            }
        }

        #[test]
        fn masking_twice_is_masking_once(text in "[a-z \"/]{0,20}(error|line) [0-9]{1,6} (denied|花子)") {
            let once = Masked::of(&text);
            prop_assert_eq!(Masked::of(&once.to_string()), once);
        }
    }
}
