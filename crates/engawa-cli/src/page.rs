//! An answer in words, laid out for a terminal: paragraphs, and columns aligned by the width at which they are shown, where a
//! Japanese character takes two places.

use engawa_domain::calendar::When;
use engawa_words::Words;
use unicode_width::UnicodeWidthStr;

/// Places between two columns.
const GUTTER: usize = 2;
/// Places by which what belongs to a heading stands in.
const STEP: usize = 2;

/// Lines of an answer.
#[derive(Debug, Default)]
pub struct Page {
    lines: Vec<String>,
}

impl Page {
    /// A line of its own; each line of a longer text stands in alike.
    pub fn line(&mut self, level: usize, text: &str) {
        let indent = " ".repeat(level * STEP);
        for line in text.lines() {
            let line = visible(line);
            self.lines.push(if line.is_empty() { line } else { format!("{indent}{line}") });
        }
    }

    /// A heading, with an empty line before it.
    pub fn heading(&mut self, text: &str) {
        self.gap();
        self.line(0, text);
    }

    /// An empty line.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|last| !last.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// Rows of columns, each column as wide as its widest cell; the last one is as long as it is.
    pub fn rows(&mut self, level: usize, rows: &[Vec<String>]) {
        let mut widths: Vec<usize> = Vec::new();
        for row in rows {
            for (at, cell) in row.iter().enumerate() {
                let width = visible(cell).width();
                match widths.get_mut(at) {
                    Some(widest) => *widest = width.max(*widest),
                    None => widths.push(width),
                }
            }
        }
        for row in rows {
            let mut line = String::new();
            for (cell, width) in row.iter().zip(&widths) {
                let cell = visible(cell);
                let missing = width.saturating_sub(cell.width()) + GUTTER;
                line.push_str(&cell);
                line.push_str(&" ".repeat(missing));
            }
            self.line(level, line.trim_end());
        }
    }

    /// The whole page, without a line feed at its end.
    pub fn text(self) -> String {
        self.lines.join("\n")
    }
}

/// A day, with the time where it is known.
pub fn when(when: When, words: Words) -> String {
    let day = words.day(when.day);
    match when.time {
        Some(time) => format!("{day} {time}"),
        None => day,
    }
}

/// What a terminal would obey is shown, not done: words come from screens, mails and imports.
fn visible(text: &str) -> String {
    text.chars().map(|char| if char.is_control() { char::REPLACEMENT_CHARACTER } else { char }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn columns_stand_under_each_other_whatever_the_width_of_their_characters() {
        let mut page = Page::default();
        page.rows(1, &cells(&[&["まだできません", "A社"], &["ask", "B社"], &["ﾊﾝｶｸ", "C社"]]));
        // A full-width character takes two places: 7 × 2 = 14, 3, 4.
        let expected = "  まだできません  A社\n  ask             B社\n  ﾊﾝｶｸ            C社";
        assert_eq!(page.text(), expected);
    }

    #[test]
    fn what_a_terminal_would_obey_is_shown_and_not_done() {
        let mut page = Page::default();
        page.line(0, "承認\u{1b}[2J\u{7}\n二行目");
        assert_eq!(page.text(), "承認\u{fffd}[2J\u{fffd}\n二行目");
    }
}
