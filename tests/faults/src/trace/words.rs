//! The words of a line as `strace` writes them.

use std::path::PathBuf;

/// The arguments of a call. All texts are written in hex digits, so that a comma is a comma.
pub(super) fn split(arguments: &str) -> Vec<&str> {
    // What stands in brackets or braces is one argument.
    let (mut depth, mut from, mut found) = (0_i32, 0, Vec::new());
    for (at, byte) in arguments.bytes().enumerate() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth -= 1,
            b',' if depth == 0 => {
                found.push(arguments.get(from..at).unwrap_or_default().trim());
                from = at + 1;
            }
            _ => {}
        }
    }
    found.push(arguments.get(from..).unwrap_or_default().trim());
    found
}

/// The number of an open file.
pub(super) fn number(fd: &str) -> Result<i64, String> {
    fd.parse().map_err(|_| format!("no number of a file: {fd:.40}"))
}

/// A text as `-xx` writes it: `"\x41\x42"`.
pub(super) fn text(argument: &str) -> Result<Vec<u8>, String> {
    let inside = argument.strip_prefix('"').and_then(|rest| rest.split_once('"'));
    let Some((digits, after)) = inside else { return Err("no text".to_owned()) };
    if after.starts_with("...") {
        return Err("a text that was cut off".to_owned());
    }
    let byte = |pair: &str| u8::from_str_radix(pair, 16).map_err(|_| "no hex digits".to_owned());
    digits.split("\\x").skip(1).map(byte).collect()
}

/// A text as a path.
pub(super) fn named(argument: &str) -> Result<PathBuf, String> {
    let bytes = text(argument)?;
    Ok(PathBuf::from(String::from_utf8_lossy(&bytes).into_owned()))
}
