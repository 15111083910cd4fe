//! A text as a reader takes it in: folded, look-alikes read as what they look like, spread-out letters pulled together, and
//! parted into sentences.

use std::ops::Range;

use crate::text::{Folded, FoldedText, fold};

/// A text made ready for seeking words in it.
pub(super) struct Reading<'t> {
    /// The text itself.
    pub original: &'t str,
    /// Folded as it is seen, nothing left out: contact data is sought here.
    pub folded: FoldedText,
    /// The letters in which words are sought. White space is left where it parts Latin words.
    pub text: String,
    /// For each letter: where it begins in `text`, what it stands for in the original, and its script.
    pub letters: Vec<Letter>,
    /// The sentences, as ranges of letters.
    pub sentences: Vec<Range<usize>>,
}

/// A letter of a reading.
#[derive(Debug, Clone)]
pub(super) struct Letter {
    /// Where it begins in the reading.
    pub at: usize,
    /// The bytes of the original.
    pub source: Range<usize>,
    /// What kind of letter the original is.
    pub script: Script,
}

/// Kinds of letters, as far as words are told apart by them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// Latin letters and digits.
    Latin,
    /// Katakana of any width.
    Katakana,
    /// Other letters.
    Other,
    /// No letter.
    Mark,
}

/// A folded letter with its script.
struct Seen {
    folded: Folded,
    script: Script,
}

impl<'t> Reading<'t> {
    /// The reading of a text.
    pub fn of(original: &'t str) -> Self {
        let seen: Vec<Seen> = fold(original)
            .into_iter()
            .map(|letter| {
                let script = script(original, &letter);
                let folded = letter.seen();
                let script = if folded.letter.is_ascii_alphanumeric() { Script::Latin } else { script };
                Seen { folded, script }
            })
            .collect();
        let folded = seen.iter().map(|seen| seen.folded.clone()).collect();
        let mut reading =
            Self { original, folded, text: String::new(), letters: Vec::new(), sentences: Vec::new() };
        reading.read(&seen);
        reading
    }

    /// The bytes of the original that a range of letters stands for.
    pub fn source(&self, letters: &Range<usize>) -> Option<Range<usize>> {
        let letters = self.letters.get(letters.clone())?;
        let (first, last) = (letters.first()?, letters.last()?);
        Some(first.source.start..last.source.end)
    }

    /// The letter that stands for this byte of the original, or the next one.
    pub fn letter_at(&self, byte: usize) -> usize {
        self.letters.partition_point(|letter| letter.source.end <= byte)
    }

    fn read(&mut self, seen: &[Seen]) {
        let mut sentence = 0;
        let mut at = 0;
        while let Some(this) = seen.get(at) {
            let letter = this.folded.letter;
            if letter.is_whitespace() {
                let end =
                    at + seen[at..].iter().take_while(|next| next.folded.letter.is_whitespace()).count();
                let lines = seen[at..end].iter().filter(|space| is_line_end(space.folded.letter)).count();
                if lines > 1 || (lines == 1 && !goes_on(seen, at, end)) {
                    self.end_sentence(&mut sentence);
                } else if !spread(seen, at, end) && parts_words(seen, at, end) {
                    self.push(' ', this);
                }
                at = end;
                continue;
            }
            if this.script == Script::Mark && is_separator(letter) && spread(seen, at, at + 1) {
                at += 1;
                continue;
            }
            self.push(if is_prolonged(seen, at) { 'ー' } else { letter }, this);
            at += 1;
            if ends_sentence(seen, at - 1) {
                self.end_sentence(&mut sentence);
            }
        }
        self.end_sentence(&mut sentence);
    }

    fn push(&mut self, letter: char, seen: &Seen) {
        self.letters.push(Letter {
            at: self.text.len(),
            source: seen.folded.source.clone(),
            script: seen.script,
        });
        self.text.push(letter);
    }

    fn end_sentence(&mut self, start: &mut usize) {
        let end = self.letters.len();
        if end > *start {
            self.sentences.push(*start..end);
            *start = end;
        }
    }
}

fn script(original: &str, letter: &Folded) -> Script {
    let first = original.get(letter.source.clone()).and_then(|source| source.chars().next());
    match first {
        Some('ァ'..='ヺ' | 'ー' | 'ｦ'..='ﾟ') => Script::Katakana,
        Some(_) if letter.letter.is_ascii_alphanumeric() => Script::Latin,
        Some(first) if first.is_alphanumeric() => Script::Other,
        Some(_) | None => Script::Mark,
    }
}

const fn is_line_end(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a sentence goes on behind the end of a line: a particle or comma stands before it, or small Latin letters on both
/// sides of it.
fn goes_on(seen: &[Seen], start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).and_then(|before| seen.get(before)).map(|seen| seen.folded.letter);
    let after = seen.get(end);
    let (Some(before), Some(after)) = (before, after) else {
        return false;
    };
    let after_starts_item = after.script == Script::Mark;
    let latin = before.is_ascii_lowercase() || before == ',';
    !after_starts_item
        && (matches!(
            before,
            '、' | 'で' | 'に' | 'を' | 'は' | 'が' | 'へ' | 'と' | 'の' | 'も' | 'て' | 'し' | 'ば'
        ) || (latin && after.script == Script::Latin))
}

/// Whether the space between two letters parts words: both are Latin. Between Japanese letters a space parts nothing.
fn parts_words(seen: &[Seen], start: usize, end: usize) -> bool {
    let part =
        |at: Option<usize>| at.and_then(|at| seen.get(at)).is_some_and(|seen| seen.folded.letter.is_ascii());
    part(start.checked_sub(1)) && part(Some(end))
}

/// Marks that people put between the letters of one word.
fn is_separator(letter: char) -> bool {
    !matches!(letter, '。' | '、' | ',' | '!' | '?' | '(' | ')' | '「' | '」' | '@' | ':' | '#' | '+')
}

/// Whether what stands here only spreads a word: single letters of one script on both sides, each standing alone, and at least
/// one more of them.
fn spread(seen: &[Seen], start: usize, end: usize) -> bool {
    let Some(before) = start.checked_sub(1) else {
        return false;
    };
    let (Some(left), Some(right)) = (seen.get(before), seen.get(end)) else {
        return false;
    };
    let spreads = matches!(left.script, Script::Latin | Script::Katakana) && left.script == right.script;
    spreads
        && stands_alone(seen, before)
        && stands_alone(seen, end)
        && (neighbour(seen, before, Way::Back) || neighbour(seen, end, Way::On))
}

/// Which way to look.
#[derive(Clone, Copy)]
enum Way {
    Back,
    On,
}

fn step(at: usize, way: Way, by: usize) -> Option<usize> {
    match way {
        Way::Back => at.checked_sub(by),
        Way::On => at.checked_add(by),
    }
}

/// Whether neither neighbour is a letter of the same script.
fn stands_alone(seen: &[Seen], at: usize) -> bool {
    let Some(this) = seen.get(at) else {
        return false;
    };
    [Way::Back, Way::On].into_iter().all(|way| {
        step(at, way, 1).and_then(|next| seen.get(next)).is_none_or(|next| next.script != this.script)
    })
}

/// Whether another letter of the script stands alone two places on, behind a mark or space.
fn neighbour(seen: &[Seen], at: usize, way: Way) -> bool {
    let (Some(this), Some(between), Some(next)) = (
        seen.get(at),
        step(at, way, 1).and_then(|between| seen.get(between)),
        step(at, way, 2).filter(|next| stands_alone(seen, *next)).and_then(|next| seen.get(next)),
    ) else {
        return false;
    };
    between.script == Script::Mark && next.script == this.script
}

/// Whether a dash, wave or 一 between two katakana is written for ー.
fn is_prolonged(seen: &[Seen], at: usize) -> bool {
    let katakana = |at: Option<usize>| {
        at.and_then(|at| seen.get(at)).is_some_and(|seen| seen.script == Script::Katakana)
    };
    seen.get(at).is_some_and(|this| matches!(this.folded.letter, '一' | '-' | '~' | '―' | '_' | '丨'))
        && katakana(at.checked_sub(1))
        && katakana(Some(at + 1))
}

/// Whether a sentence ends with this letter. A dot does where white space or nothing follows, and a word stands before it.
fn ends_sentence(seen: &[Seen], at: usize) -> bool {
    let letter = |at: usize| seen.get(at).map(|seen| seen.folded.letter);
    match letter(at) {
        Some('。' | '!' | '?' | '｡') => true,
        Some('.') => letter(at + 1).is_none_or(char::is_whitespace),
        Some(_) | None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        Reading::of(text).text
    }

    #[test]
    fn spread_out_letters_are_read_as_a_word() {
        for (text, seen) in [
            ("Ｌ Ｉ Ｎ Ｅのほう", "lineのほう"),
            ("L.I.N.E", "line"),
            ("ラ イ ンで", "らいんで"),
            ("ラ・イ・ンで", "らいんで"),
            ("L\u{200B}I\u{200B}N\u{200B}E", "line"),
            ("チャットワ一ク", "ちゃっとわーく"),
            ("お 願 い", "お願い"),
            ("A and B", "a and b"),
            ("Zoom と Meet", "zoomとmeet"),
        ] {
            assert_eq!(read(text), seen, "{text}");
        }
    }

    #[test]
    fn a_sentence_ends_at_its_mark_at_an_empty_line_or_where_a_line_is_whole() {
        let sentences = |text: &str| Reading::of(text).sentences.len();
        assert_eq!(sentences("はい。いいえ。"), 2);
        assert_eq!(sentences("LINEで\nご連絡ください"), 1);
        assert_eq!(sentences("使うもの\n・Zoom"), 2);
        assert_eq!(sentences("Please write\nto me. Thanks. v1.2 is out"), 3);
        assert_eq!(sentences(""), 0);
    }
}
