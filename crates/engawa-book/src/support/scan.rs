//! The last look through a finished report, by code that knows nothing of how it was made.
//!
//! First everything is taken away that every report could say: labels, figures, words of enums, and the words of the lists. What is then left is
//! foreign; there should be nothing. What is foreign, and stands in the book too, stops the report.
//!
//! *How small a part counts.* Both sides are folded as a search folds them (width, case, kana). Of words in Latin letters, three letters
//! count wherever they stand, and two as a whole word; a single letter says nothing. Of other letters, and of signs such as 🍀, two beside
//! each other count, and one where it stands alone: 林 is a name. Of figures, seven digits count, whatever dashes, dots or spaces part them:
//! fewer would be met by chance among counts and dates, and seven are less than any telephone number has. So short a part does no harm,
//! since what remains to be compared is only what is foreign.

use std::collections::HashSet;

use engawa_domain::text::SearchKey;
use engawa_store::Table;

use super::machine;
use super::masked;

/// What the last look found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing of the user.
    Clean,
    /// Something that stands in the book, or in the names of this machine.
    Holds,
}

/// Looks through a finished text. `secrets` is asked only when something in it is foreign; it shows every text that must not appear.
pub fn look_through<E>(
    text: &str,
    own: &str,
    secrets: impl FnOnce(&mut dyn FnMut(&str)) -> Result<(), E>,
) -> Result<Verdict, E> {
    let foreign = Parts::of(text).without(&Parts::of(own)).without(&of_lists());
    if foreign.is_empty() {
        return Ok(Verdict::Clean);
    }
    let mut verdict = Verdict::Clean;
    secrets(&mut |secret| {
        if verdict == Verdict::Clean && foreign.meets(&Parts::of(secret)) {
            verdict = Verdict::Holds;
        }
    })?;
    Ok(verdict)
}

/// Every word that a report may choose from.
fn of_lists() -> Parts {
    let mut lists: Vec<&str> = masked::words().chain(machine::words()).collect();
    lists.extend(Table::ALL.map(Table::name));
    Parts::of(&lists.join("\n"))
}

/// What a text is recognised by.
#[derive(Debug, Default)]
struct Parts {
    /// Words in Latin letters, with the figures in them.
    words: HashSet<String>,
    /// Two other letters or signs beside each other.
    pairs: HashSet<(char, char)>,
    /// Other letters and signs.
    signs: HashSet<char>,
    /// Other letters and signs that stand alone.
    alone: HashSet<char>,
    /// Seven digits or more.
    figures: HashSet<String>,
}

/// The fewest digits that count.
const FIGURES: usize = 7;

/// Marks that belong to no word, besides those of ASCII and white space.
const MARKS: &str = "「」『』【】〔〕、。・…‥〜～“”‘’–—―−×";

impl Parts {
    fn of(text: &str) -> Self {
        let mut parts = Self::default();
        for line in text.lines() {
            let key = SearchKey::of(line);
            parts.take(key.as_str());
        }
        parts
    }

    fn take(&mut self, text: &str) {
        let letters: Vec<char> = text.chars().collect();
        for run in letters.chunk_by(|one, next| kind(*one) == kind(*next)) {
            match run.first().map_or(Kind::Gap, |first| kind(*first)) {
                Kind::Gap => {}
                Kind::Latin => {
                    let word: String = run.iter().collect();
                    if run.len() > 1 && !word.chars().all(|letter| letter.is_ascii_digit()) {
                        self.words.insert(word);
                    }
                }
                Kind::Sign => {
                    self.signs.extend(run);
                    self.pairs.extend(run.windows(2).map(|pair| (pair[0], pair[1])));
                    if let [alone] = run {
                        self.alone.insert(*alone);
                    }
                }
            }
        }
        self.figures.extend(figures(&letters));
    }

    fn without(mut self, own: &Self) -> Self {
        self.words.retain(|word| !own.words.contains(word));
        self.pairs.retain(|pair| !own.pairs.contains(pair));
        self.signs.retain(|sign| !own.signs.contains(sign));
        self.figures.retain(|figure| !own.figures.contains(figure));
        self
    }

    fn is_empty(&self) -> bool {
        self.words.is_empty() && self.pairs.is_empty() && self.signs.is_empty() && self.figures.is_empty()
    }

    /// Whether a part of the secret is among these.
    fn meets(&self, secret: &Self) -> bool {
        let holds = |word: &String| {
            self.words.contains(word)
                || (word.len() > 2 && self.words.iter().any(|one| one.contains(word.as_str())))
        };
        secret.words.iter().any(holds)
            || !secret.pairs.is_disjoint(&self.pairs)
            || !secret.alone.is_disjoint(&self.signs)
            || secret
                .figures
                .iter()
                .any(|figure| self.figures.iter().any(|one| one.contains(figure.as_str())))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Gap,
    Latin,
    Sign,
}

fn kind(letter: char) -> Kind {
    if letter.is_ascii_alphanumeric() || letter == '_' {
        Kind::Latin
    } else if letter.is_ascii() || letter.is_whitespace() || MARKS.contains(letter) {
        Kind::Gap
    } else {
        Kind::Sign
    }
}

/// The rows of digits, each joined over the marks that part telephone numbers.
fn figures(letters: &[char]) -> Vec<String> {
    let (mut found, mut row, mut joint) = (Vec::new(), String::new(), false);
    for letter in letters.iter().copied().chain(['\n']) {
        if letter.is_ascii_digit() {
            row.push(letter);
            joint = false;
        } else if "-.() ".contains(letter) && !row.is_empty() && !joint {
            joint = true;
        } else {
            found.push(std::mem::take(&mut row));
            joint = false;
        }
    }
    found.retain(|row| row.len() >= FIGURES);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::convert::Infallible;

    /// What a report says, with one line more that should not be there.
    fn verdict(leaked: &str, secret: &str) -> Verdict {
        let own = "版 \n作成\n2026-11-24T05:05:00.000Z\n12345678\n相談・契約";
        let text =
            format!("版: debian\n作成: 2026-11-24T05:05:00.000Z\n  12345678 file\n{leaked}\n相談・契約");
        let all = |visit: &mut dyn FnMut(&str)| {
            visit(secret);
            Ok::<_, Infallible>(())
        };
        look_through(&text, own, all).unwrap()
    }

    #[test]
    fn a_part_of_what_the_book_holds_stops_the_report() {
        for (leaked, secret) in [
            ("minato_writer", "minato_writer"),
            ("/home/hanako/x", "hanako"),
            ("C:\\Users\\HANAKO\\Documents", "花子 (Hanako)"),
            ("田中", "田中一郎"),
            ("見本商店の件", "見本商店"),
            ("林", "林"),
            ("木林森", "林"),
            ("🍀", "🍀"),
            ("ﾐﾎﾝｼﾖｳﾃﾝ", "ミホンシヨウテン"),
            ("ＫＭ", "km"),
            ("090-1234-5678", "09012345678"),
            ("+81 90 1234 5678", "90-1234-5678"),
            ("https://example.jp/contracts/1042", "https://example.jp/contracts/1042?a=b"),
        ] {
            assert_eq!(verdict(leaked, secret), Verdict::Holds, "{leaked} is a part of {secret}");
        }
    }

    #[test]
    fn what_every_report_says_stops_none_even_where_somebody_calls_a_contract_so() {
        for secret in ["debian", "file", "作成", "版", "2026-11-24", "12345678", "2", "05", "相談", "契約"]
        {
            assert_eq!(verdict("", secret), Verdict::Clean, "{secret}");
        }
    }

    #[test]
    fn what_is_foreign_but_not_of_the_book_stops_none() {
        assert_eq!(verdict("bookworm", "花子"), Verdict::Clean);
        assert_eq!(verdict("bookworm", "w"), Verdict::Clean, "a single letter says nothing");
        assert_eq!(verdict("1234", "1234"), Verdict::Clean, "four digits are met by chance");
    }
}
