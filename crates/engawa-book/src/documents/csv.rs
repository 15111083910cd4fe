//! A table of texts for other programs: RFC 4180, lines ending as Windows ends them.

use encoding_rs::{EncoderResult, SHIFT_JIS};

use super::refused::LogRefused;

/// The table in UTF-8, with the mark by which spreadsheets know it.
pub fn utf8(rows: &[Vec<String>]) -> Vec<u8> {
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    bytes.extend(text(rows).as_bytes());
    bytes
}

/// The table in Shift_JIS as Windows writes it. Letters that it has under another number are written as that one; any
/// other that it does not have is named, and nothing is written.
pub fn shift_jis(rows: &[Vec<String>]) -> Result<Vec<u8>, LogRefused> {
    let text: String = text(rows).chars().map(twin).collect();
    let mut encoder = SHIFT_JIS.new_encoder();
    let (mut bytes, mut strange) = (Vec::with_capacity(text.len()), Vec::new());
    let mut rest = text.as_str();
    loop {
        bytes.reserve(rest.len() * 2 + 16);
        let (result, read) = encoder.encode_from_utf8_to_vec_without_replacement(rest, &mut bytes, true);
        rest = rest.get(read..).unwrap_or("");
        match result {
            EncoderResult::InputEmpty => break,
            EncoderResult::OutputFull => {}
            EncoderResult::Unmappable(letter) if strange.contains(&letter) => {}
            EncoderResult::Unmappable(letter) => strange.push(letter),
        }
    }
    if strange.is_empty() { Ok(bytes) } else { Err(LogRefused::Letters(strange)) }
}

/// The letter by which Shift_JIS as Windows writes it has this one.
const fn twin(letter: char) -> char {
    match letter {
        '\u{301C}' => '\u{FF5E}',
        '\u{2014}' => '\u{2015}',
        '\u{2016}' => '\u{2225}',
        '\u{A5}' => '\u{FFE5}',
        letter => letter,
    }
}

fn text(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

/// A cell that no spreadsheet takes for a formula.
fn quoted(cell: &str) -> String {
    let begins = cell.chars().next();
    let guard = if begins.is_some_and(|first| "=+-@\t\r".contains(first)) { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Vec<Vec<String>> {
        vec![cells.iter().map(|cell| (*cell).to_owned()).collect()]
    }

    #[test]
    fn quotes_and_line_ends_stay_in_their_cell() {
        assert_eq!(
            utf8(&row(&["あ\"い", "う\nえ", ""])),
            "\u{feff}\"あ\"\"い\",\"う\nえ\",\"\"\r\n".as_bytes()
        );
    }

    #[test]
    fn what_looks_like_a_formula_is_a_text() {
        assert_eq!(text(&row(&["=1+1", "@a", "-5", "5"])), "\"'=1+1\",\"'@a\",\"'-5\",\"5\"\r\n");
    }

    #[test]
    fn shift_jis_has_the_wave_dash_under_another_number_and_the_letters_of_windows() {
        // 〜 is written as ～ (81 60), ㈱ is 87 8A, 髙 is FB FC as Windows writes it.
        assert_eq!(shift_jis(&row(&["\u{301C}㈱髙"])).unwrap(), b"\"\x81\x60\x87\x8a\xfb\xfc\"\r\n");
    }

    #[test]
    fn letters_that_shift_jis_does_not_have_are_named_and_nothing_is_written() {
        let refused = shift_jis(&row(&["𠮷田😀𠮷"])).unwrap_err();
        assert!(matches!(refused, LogRefused::Letters(letters) if letters == ['𠮷', '😀']));
    }
}
