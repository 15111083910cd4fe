//! Names under which files stand in a packet: readable, and harmless on every system.

use unicode_normalization::UnicodeNormalization as _;

use super::FILES;

/// Letters of a name that are kept; with the number before them a name stays far below the limits of every file system.
const LONGEST: usize = 48;
/// Letters of an extension that are kept.
const LONGEST_EXTENSION: usize = 10;

/// The name of the `at`th of `all` files (from 1), made of the one it came with. The number makes it unlike every other, and
/// unlike every name that Windows keeps for itself.
pub fn member(at: usize, all: usize, original: &str) -> String {
    let digits = all.to_string().len().max(2);
    let safe: String = original.nfc().map(|letter| if is_safe(letter) { letter } else { '_' }).collect();
    let (stem, extension) = match safe.rsplit_once('.') {
        Some((stem, extension))
            if !extension.is_empty() && extension.chars().count() <= LONGEST_EXTENSION =>
        {
            (stem, format!(".{extension}"))
        }
        Some(_) | None => (safe.as_str(), String::new()),
    };
    let stem: String = stem.trim_matches(['.', '_']).chars().take(LONGEST).collect();
    let stem = match stem.trim_end_matches('.') {
        "" => "file",
        stem => stem,
    };
    format!("{FILES}{at:0digits$}-{stem}{extension}")
}

/// The beginning of a file's name for this title.
pub fn of_packet(title: &str) -> String {
    let safe: String = title.nfc().map(|letter| if is_safe(letter) { letter } else { '_' }).collect();
    let short: String = safe.trim_matches(['.', '_']).chars().take(40).collect();
    if short.is_empty() { "packet".to_owned() } else { short }
}

/// Letters and digits of every script, and a few marks that no shell, browser or file system takes for a sign.
fn is_safe(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(letter, '-' | '_' | '.' | 'ー' | '・' | '（' | '）' | '「' | '」' | '々')
}

/// Whether a name in a packet that somebody gave us leads nowhere but into the packet.
pub fn is_harmless(name: &str) -> bool {
    let inner = name.strip_prefix(FILES).unwrap_or(name);
    let reserved = ["con", "prn", "aux", "nul", "conin$", "conout$"];
    let numbered = ["com", "lpt"];
    let stem = inner.split('.').next().unwrap_or_default().trim_end_matches(' ').to_lowercase();
    let is_device = reserved.contains(&stem.as_str())
        || numbered.iter().any(|device| {
            stem.strip_prefix(device).is_some_and(|rest| rest.chars().count() == 1 && rest != "_")
        });
    !inner.is_empty()
        && name.len() <= 400
        && !matches!(inner, "." | "..")
        && !inner.ends_with(['.', ' '])
        && !is_device
        && inner.chars().all(|letter| {
            !letter.is_control()
                && !matches!(letter, '/' | '\\' | ':' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        })
}

/// By what two names are the same on some system: in one spelling, in small letters.
pub fn folded(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_stays_readable_and_leads_nowhere_else() {
        for (original, expected) in [
            ("承認.png", "files/01-承認.png"),
            ("画面 1 (最新).png", "files/01-画面_1__最新.png"),
            ("../../etc/passwd", "files/01-etc_passwd"),
            ("..\\..\\x.exe", "files/01-x.exe"),
            ("CON", "files/01-CON"),
            ("a\u{202E}gnp.exe", "files/01-a_gnp.exe"),
            ("", "files/01-file"),
            ("...", "files/01-file"),
            ("か\u{3099}.txt", "files/01-が.txt"),
        ] {
            assert_eq!(member(1, 9, original), expected, "{original:?}");
        }
        assert_eq!(member(7, 120, "a.png"), "files/007-a.png", "numbers sort as they count");
    }

    proptest! {
        #[test]
        fn every_name_is_harmless_and_no_two_are_the_same(names in proptest::collection::vec("\\PC{0,90}", 1..12)) {
            let members: Vec<String> = names.iter().enumerate().map(|(at, name)| member(at + 1, names.len(), name)).collect();
            let mut folded: Vec<String> = members.iter().map(|name| folded(name)).collect();
            folded.sort();
            folded.dedup();
            prop_assert_eq!(folded.len(), names.len());
            for name in &members {
                prop_assert!(is_harmless(name), "{name:?}");
                prop_assert!(name.len() <= 255, "{name:?}");
            }
        }
    }

    #[test]
    fn a_name_that_leads_elsewhere_or_that_a_system_keeps_for_itself_is_told() {
        for name in [
            "",
            ".",
            "..",
            "files/",
            "files/..",
            "files/../x",
            "/etc/passwd",
            "a/b",
            "a\\b",
            "C:x",
            "files/nul.txt",
            "files/COM1",
            "files/CONIN$",
            "files/aux .txt",
            "x.",
            "x ",
            "a\nb",
        ] {
            assert!(!is_harmless(name), "{name:?}");
        }
    }
}
