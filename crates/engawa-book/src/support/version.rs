//! Versions as numbers: there is no room for a word in one.

use std::fmt;

/// A version of up to four numbers, as programs and systems give theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    numbers: [u32; PARTS],
    count: usize,
}

const PARTS: usize = 4;

impl Version {
    /// Reads the numbers with which a text begins: `2.50.1`, `10.0.22631`, `12`. What follows them is left out.
    pub fn read(text: &str) -> Option<Self> {
        let mut version = Self { numbers: [0; PARTS], count: 0 };
        for part in text.trim().split('.').take(PARTS) {
            let digits = part.len() - part.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
            let Ok(number) = part[..digits].parse() else { break };
            version.numbers[version.count] = number;
            version.count += 1;
            if digits < part.len() {
                break;
            }
        }
        (version.count > 0).then_some(version)
    }

    /// A version that is one number, such as that of a schema.
    pub const fn of(number: u32) -> Self {
        Self { numbers: [number, 0, 0, 0], count: 1 }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers: Vec<String> = self.numbers.iter().take(self.count).map(u32::to_string).collect();
        f.write_str(&numbers.join("."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_numbers_of_a_version_are_read() {
        let shown = |text: &str| Version::read(text).map(|version| version.to_string());
        assert_eq!(shown("2.50.1").as_deref(), Some("2.50.1"));
        assert_eq!(shown("120.0.2210.91").as_deref(), Some("120.0.2210.91"));
        assert_eq!(shown("6.1.0-25-amd64-hanakos-pc").as_deref(), Some("6.1.0"));
        assert_eq!(shown("12\n").as_deref(), Some("12"));
        assert_eq!(shown("bookworm"), None);
        assert_eq!(shown(""), None);
    }
}
