//! Texts: which bytes are one, and in which letters it was written.

use encoding_rs::SHIFT_JIS;
use serde::{Deserialize, Serialize};
use specta::Type;

/// In which letters a text was written. Mails and exports of Japanese programs still come in Shift_JIS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum TextEncoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// Shift_JIS as Windows writes it.
    ShiftJis,
}

/// The text that these bytes are, or begin with: the last letter may be cut. `None` where they are no text: bytes that are no
/// letters, or control characters other than those of lines and pages.
pub fn read(bytes: &[u8]) -> Option<(String, TextEncoding)> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let (text, encoding) = match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), TextEncoding::Utf8),
        Err(error) if error.error_len().is_none() => {
            let whole = std::str::from_utf8(&bytes[..error.valid_up_to()]).ok()?;
            (whole.to_owned(), TextEncoding::Utf8)
        }
        Err(_) => (shift_jis(bytes)?, TextEncoding::ShiftJis),
    };
    let is_line = |letter: char| matches!(letter, '\n' | '\r' | '\t' | '\u{c}');
    text.chars().all(|letter| !letter.is_control() || is_line(letter)).then_some((text, encoding))
}

fn shift_jis(bytes: &[u8]) -> Option<String> {
    let mut decoder = SHIFT_JIS.new_decoder_without_bom_handling();
    // No byte of Shift_JIS becomes more than three of UTF-8.
    let mut text = String::with_capacity(bytes.len().checked_mul(3)?);
    let (result, _) = decoder.decode_to_string_without_replacement(bytes, &mut text, false);
    match result {
        encoding_rs::DecoderResult::InputEmpty => Some(text),
        encoding_rs::DecoderResult::Malformed(..) | encoding_rs::DecoderResult::OutputFull => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 「承認されました」, by `iconv -t CP932`.
    const IN_SHIFT_JIS: &[u8] = b"\x8f\xb3\x94\x46\x82\xb3\x82\xea\x82\xdc\x82\xb5\x82\xbd";

    #[test]
    fn a_text_says_in_which_letters_it_was_written() {
        let words = || "承認されました".to_owned();
        assert_eq!(read(words().as_bytes()), Some((words(), TextEncoding::Utf8)));
        assert_eq!(read(format!("\u{feff}{}", words()).as_bytes()), Some((words(), TextEncoding::Utf8)));
        assert_eq!(read(IN_SHIFT_JIS), Some((words(), TextEncoding::ShiftJis)));
    }

    #[test]
    fn a_letter_cut_at_the_end_is_left_out() {
        assert_eq!(read(&"承認".as_bytes()[..5]), Some(("承".to_owned(), TextEncoding::Utf8)));
        assert_eq!(read(&IN_SHIFT_JIS[..3]), Some(("承".to_owned(), TextEncoding::ShiftJis)));
    }

    #[test]
    fn bytes_that_are_no_letters_are_no_text() {
        for bytes in [&b"\0\x01\x02\x03"[..], b"%PDF\x00", b"\xff\xd8\xff\xe0", b"\x93\xfa\x07"] {
            assert_eq!(read(bytes), None, "{bytes:?}");
        }
    }
}
