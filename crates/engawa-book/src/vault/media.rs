//! What kind of file it is, told from its first bytes. Its name may lie.

use super::text;

/// The media type of a file that begins with these bytes.
pub fn of(first: &[u8]) -> &'static str {
    match infer::get(first) {
        Some(kind) => kind.mime_type(),
        None if text::read(first).is_some() => "text/plain",
        None => "application/octet-stream",
    }
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
            (b"\x93\xfa\x96\x7b", "text/plain"),
        ] {
            assert_eq!(of(bytes), kind, "{bytes:?}");
        }
    }
}
