//! What kind of file it is, told from its first bytes. Its name may lie.

/// The media type of a file that begins with these bytes.
pub fn of(first: &[u8]) -> &'static str {
    match infer::get(first) {
        Some(kind) => kind.mime_type(),
        None if is_text(first) => "text/plain",
        None => "application/octet-stream",
    }
}

/// Whether the bytes are UTF-8 without control characters other than those of lines. The last letter may be cut.
fn is_text(first: &[u8]) -> bool {
    let text = match std::str::from_utf8(first) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&first[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return false,
    };
    text.chars().all(|letter| !letter.is_control() || matches!(letter, '\n' | '\r' | '\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_tell_the_kind_whatever_the_name() {
        for (bytes, kind) in [
            (&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], "image/png"),
            (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "image/jpeg"),
            (b"%PDF-1.7\n", "application/pdf"),
            (b"GIF89a\x01\0\x01\0", "image/gif"),
            ("件名: 承認のお知らせ\r\n".as_bytes(), "text/plain"),
            (&"件".as_bytes()[..2], "text/plain"),
            (b"\0\x01\x02\x03", "application/octet-stream"),
            (b"\x93\xfa\x96\x7b", "application/octet-stream"),
        ] {
            assert_eq!(of(bytes), kind, "{bytes:?}");
        }
    }
}
