//! The name by which SQLite is given a file.
//!
//! Windows opens a path of more than about 250 letters only where it is written verbatim, after `\\?\`. Rust's own functions write it so
//! by themselves; SQLite takes what it is given, and its usual way to files there has room for 1,040 bytes, which is 346 Japanese letters.

use std::borrow::Cow;
use std::ffi::CStr;
use std::fmt::Write as _;
use std::path::{self, Path, PathBuf};

/// How the system writes its paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spelling {
    /// From `/`, of any length.
    Unix,
    /// From a drive letter or `\\`.
    Windows,
}

const SPELLING: Spelling = if cfg!(windows) { Spelling::Windows } else { Spelling::Unix };

/// SQLite's way to files, by name where the one it would take is not the one that is wanted.
pub(crate) const WAY: Option<&CStr> = if cfg!(windows) { Some(c"win32-longpath") } else { None };
/// Its way without locks on the file, which a medium for reading only would refuse.
pub(crate) const WITHOUT_LOCKS: &CStr = if cfg!(windows) { c"win32-longpath-none" } else { c"unix-none" };

/// Before a path that Windows takes letter for letter.
const VERBATIM: &str = r"\\?\";
/// What Windows puts before the path of a device; such a path is verbatim enough.
const DEVICE: &str = r"\\.\";
/// From this length on Rust's own functions write a path verbatim as well. It leaves room for `-journal`.
const LONG: usize = 248;

/// The path as SQLite can open it. What is made beside the file is long as well only where this is.
pub(crate) fn of(path: &Path) -> Cow<'_, Path> {
    let long = match SPELLING {
        Spelling::Unix => None,
        Spelling::Windows => path::absolute(path).ok().and_then(|whole| verbatim(whole.to_str()?)),
    };
    long.map_or(Cow::Borrowed(path), |long| Cow::Owned(PathBuf::from(long)))
}

/// The address under which SQLite reads a file as one that nobody changes: it takes no lock and makes no file beside it.
pub(crate) fn immutable(path: &Path) -> std::io::Result<String> {
    let whole = path::absolute(path)?;
    let named = of(&whole);
    Ok(format!("{}?immutable=1", address(named.as_os_str().as_encoded_bytes(), SPELLING)))
}

/// A whole path of Windows, verbatim where it is too long to be opened otherwise.
fn verbatim(whole: &str) -> Option<String> {
    let is_short = whole.encode_utf16().count() < LONG;
    if is_short || whole.starts_with(VERBATIM) || whole.starts_with(DEVICE) {
        return None;
    }
    Some(match whole.strip_prefix(r"\\") {
        Some(on_a_network) => format!(r"{VERBATIM}UNC\{on_a_network}"),
        None => format!("{VERBATIM}{whole}"),
    })
}

/// A whole path as SQLite reads it where it also reads parameters.
fn address(whole: &[u8], spelling: Spelling) -> String {
    let slash = match spelling {
        Spelling::Windows if !whole.starts_with(VERBATIM.as_bytes()) => b'/',
        Spelling::Windows | Spelling::Unix => b'\\',
    };
    let mut letters = whole.iter().map(|letter| if *letter == b'\\' { slash } else { *letter }).peekable();
    let mut address = String::from(if letters.peek() == Some(&b'/') { "file://" } else { "file:///" });
    for letter in letters {
        match letter {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' | b':' => {
                address.push(char::from(letter));
            }
            _ => {
                // Writing to a text cannot fail.
                let _ = write!(address, "%{letter:02X}");
            }
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A path of Windows with so many letters.
    fn of_length(start: &str, letters: usize) -> String {
        let rest = letters - start.encode_utf16().count();
        format!("{start}{}", "帳".repeat(rest))
    }

    #[test]
    fn a_path_that_windows_opens_as_it_is_stays_as_it_is() {
        assert_eq!(verbatim(r"C:\Users\花子\engawa-book\book.sqlite"), None);
        assert_eq!(verbatim(&of_length(r"C:\", 247)), None);
        assert_eq!(verbatim(&of_length(r"\\?\C:\", 300)), None, "it is verbatim already");
        assert_eq!(verbatim(&of_length(r"\\.\C:\", 300)), None, "it is a device's");
    }

    #[test]
    fn a_long_path_is_written_verbatim_on_a_drive_and_on_a_network() {
        let on_a_drive = of_length(r"C:\", 248);
        assert_eq!(verbatim(&on_a_drive), Some(format!(r"\\?\{on_a_drive}")));
        let rest = of_length("", 250);
        assert_eq!(verbatim(&format!(r"\\nas\share\{rest}")), Some(format!(r"\\?\UNC\nas\share\{rest}")));
    }

    #[test]
    fn the_address_of_a_path_is_what_sqlite_takes_it_from() {
        let of_unix = |path: &str| address(path.as_bytes(), Spelling::Unix);
        assert_eq!(
            of_unix("/home/hana/my book/50%?#.sqlite"),
            "file:///home/hana/my%20book/50%25%3F%23.sqlite"
        );
        assert_eq!(of_unix("/帳"), "file:///%E5%B8%B3");
        assert_eq!(of_unix(r"/a\b"), "file:///a%5Cb", "a letter like any other");
        let of_windows = |path: &str| address(path.as_bytes(), Spelling::Windows);
        assert_eq!(of_windows(r"C:\my book\b.sqlite"), "file:///C:/my%20book/b.sqlite");
        // Two slashes, an authority of no letters, and the path with its own two.
        assert_eq!(of_windows(r"\\nas\share\b.sqlite"), "file:////nas/share/b.sqlite");
        assert_eq!(of_windows(r"\\?\C:\b.sqlite"), "file:///%5C%5C%3F%5CC:%5Cb.sqlite");
    }
}
